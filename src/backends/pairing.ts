import type { Neighbour } from '../model.ts';

/**
 * Which of the values around an id is its secret. Two accounts in one file must not be crossed, so a secret is taken only
 * where nothing else could be meant: the name says it, it is the only one, or ids and secrets alternate.
 */
export interface Pairing {
  readonly isId: (value: string) => boolean;
  readonly isSecret: (value: string) => boolean;
}

/** The secret of the id that stands under `key`; neighbours come nearest first. */
export function secretOf(
  key: string | undefined,
  neighbours: readonly Neighbour[],
  { isId, isSecret }: Pairing,
): string | undefined {
  const secrets = neighbours.filter(({ value }) => isSecret(value));
  if (secrets.length === 0) return undefined;
  const rivals = neighbours.filter(({ value }) => isId(value));
  const near = secrets.filter(({ at }) => at !== undefined);
  const nearRivals = rivals.filter(({ at }) => at !== undefined);
  if (near.length > 0) {
    if (nearRivals.length === 0) return named(near) ?? near[0]?.value;
    return sameName(key, near) ?? sameRank(near, nearRivals) ?? onlyNearest(near, nearRivals);
  }
  return rivals.length === 0 ? (named(secrets) ?? secrets[0]?.value) : sameName(key, secrets);
}

function named(secrets: readonly Neighbour[]): string | undefined {
  return secrets.find((one) => /secret/i.test(one.key ?? ''))?.value;
}

/** What the role adds to a name: `PROD_ACCESS_KEY` and `PROD_SECRET_KEY` are both `prod`. */
const ROLE = /aws|access|secret|key|id|token|s3|[^a-z0-9]/g;

function stemOf(name: string | undefined): string | undefined {
  return name?.toLowerCase().replace(ROLE, '');
}

/** The only secret whose name is that of the id but for the role. */
function sameName(key: string | undefined, secrets: readonly Neighbour[]): string | undefined {
  const stem = stemOf(key);
  if (stem === undefined) return undefined;
  const same = secrets.filter((one) => stemOf(one.key) === stem);
  return same.length === 1 ? same[0]?.value : undefined;
}

/** Id, secret, id, secret, or the other way round: the first belongs to the first. */
function sameRank(secrets: readonly Neighbour[], rivals: readonly Neighbour[]): string | undefined {
  if (secrets.length !== rivals.length + 1) return undefined;
  const places = [
    { at: 0, secret: undefined },
    ...rivals.map(({ at = 0 }) => ({ at, secret: undefined })),
    ...secrets.map(({ at = 0, value }) => ({ at, secret: value })),
  ].sort((left, right) => left.at - right.at);
  const alternate = places.every(
    ({ secret }, index) => index === 0 || (secret === undefined) !== (places[index - 1]?.secret === undefined),
  );
  if (!alternate) return undefined;
  const own = places.findIndex(({ at, secret }) => at === 0 && secret === undefined);
  return places[places[0]?.secret === undefined ? own + 1 : own - 1]?.secret;
}

/** The nearest secret, if there is but one of them and no other id stands as near to it. */
function onlyNearest(secrets: readonly Neighbour[], rivals: readonly Neighbour[]): string | undefined {
  const [only] = secrets;
  if (secrets.length !== 1 || only === undefined) return undefined;
  const { at: place = 0 } = only;
  return rivals.every(({ at = 0 }) => Math.abs(at - place) > Math.abs(place)) ? only.value : undefined;
}

/** What of one text stands within reach of a place in it, as neighbours of that place. */
export function tokensAround(value: string, from: number, pattern: RegExp, reach: number): readonly Neighbour[] {
  const start = Math.max(0, from - reach);
  return Array.from(value.slice(start, from + reach).matchAll(pattern), (match) => ({
    value: match[0],
    at: start + match.index - from,
  })).sort((left, right) => Math.abs(left.at) - Math.abs(right.at));
}
