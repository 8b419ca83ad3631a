import type { Neighbour, Text } from '../model.ts';
import { around, matches } from './recognition.ts';

/**
 * Which of the values around a thing is its partner: the secret of an id, the account of a key. Two accounts in one file
 * must not be crossed, so a partner is taken only where nothing else could be meant: it is the only one, the name says
 * it, or things and partners alternate.
 */
export interface Pairing {
  /** The thing itself, as `same` gives it. */
  readonly self: string;
  /** A thing of the same kind out of a neighbour: if it is another one, the partner may be its. */
  readonly same: (neighbour: Neighbour) => string | undefined;
  readonly partner: (neighbour: Neighbour) => string | undefined;
}

/** A neighbour, with what was read out of its value in place of it. */
type Found = Neighbour;

/** Of the secrets that may be a thing's the one that its name tells, else the nearest. */
export function likeliest(candidates: readonly Neighbour[], named = /secret/i): string | undefined {
  return (candidates.find(({ key = '' }) => named.test(key)) ?? candidates[0])?.value;
}

/** The account that may be a thing's; of several nothing tells which. */
export function onlyOne(candidates: readonly Neighbour[]): string | undefined {
  const values = new Set(candidates.map(({ value }) => value));
  return values.size === 1 ? candidates[0]?.value : undefined;
}

/**
 * The partners of the thing that stands under `key`, neighbours nearest first: all that may be meant where it stands alone
 * (a key to read and one to write), at most one where others of its kind stand, too.
 */
export function partnersOf(
  key: string | undefined,
  neighbours: readonly Neighbour[],
  { self, same, partner }: Pairing,
): readonly Found[] {
  const partners = found(neighbours, partner);
  if (partners.length === 0) return [];
  const rivals = found(neighbours, same).filter(({ value }) => value !== self);
  const near = partners.filter(isNear);
  if (near.length === 0) return rivals.length === 0 ? partners : sameName(key, partners, rivals);
  const nearRivals = rivals.filter(isNear);
  if (nearRivals.length === 0) return near;
  const [named = sameRank(near, nearRivals) ?? onlyNearest(near, nearRivals)] = sameName(key, near, nearRivals);
  return named === undefined ? [] : [named];
}

function found(neighbours: readonly Neighbour[], read: (neighbour: Neighbour) => string | undefined): readonly Found[] {
  return neighbours.flatMap((neighbour) => {
    const value = read(neighbour);
    return value === undefined ? [] : [{ ...neighbour, value }];
  });
}

function isNear({ at }: Found): boolean {
  return at !== undefined;
}

/** What the role adds to a name: `PROD_ACCESS_KEY` and `PROD_SECRET_KEY` are both `prod`. */
const ROLE =
  /access|account|secret|client|master|primary|secondary|public|private|admin|search|write|query|endpoint|service|server|project|domain|host|url|uri|auth|token|name|rest|aws|api|app|sid|key|id|s3|[^a-z0-9]/g;

function stemOf(name: string | undefined): string | undefined {
  return name?.toLowerCase().replace(ROLE, '');
}

/** The only partner whose name is that of the thing but for the role, and of no other thing. */
function sameName(key: string | undefined, partners: readonly Found[], rivals: readonly Found[]): readonly Found[] {
  const stem = stemOf(key);
  if (stem === undefined || rivals.some((one) => stemOf(one.key) === stem)) return [];
  const same = partners.filter((one) => stemOf(one.key) === stem);
  return same.length === 1 ? same : [];
}

/** Thing, partner, thing, partner, or the other way round: the first belongs to the first. */
function sameRank(partners: readonly Found[], rivals: readonly Found[]): Found | undefined {
  const row: readonly Placed[] = [
    { at: 0 },
    ...rivals.map(({ at = 0, value }) => ({ at, value })),
    ...partners.map((one) => ({ at: one.at ?? 0, value: one.value, partner: one })),
  ].sort((left, right) => left.at - right.at);
  // What is said twice in a row is one.
  const said = row.filter((one, index) => index === 0 || one.value !== row[index - 1]?.value);
  const alternate = said.every((one, index) => index === 0 || isPartner(one) !== isPartner(said[index - 1]));
  if (!alternate || said.length % 2 === 1) return undefined;
  const own = said.findIndex(({ value }) => value === undefined);
  return said[isPartner(said[0]) ? own - 1 : own + 1]?.partner;
}

/** In a row; without a value the thing itself. */
interface Placed {
  readonly at: number;
  readonly value?: string;
  readonly partner?: Found;
}

function isPartner(one: Placed | undefined): boolean {
  return one?.partner !== undefined;
}

/** The nearest partner, if there is but one of them and no other thing stands as near to it. */
function onlyNearest(partners: readonly Found[], rivals: readonly Found[]): Found | undefined {
  const [nearest] = partners;
  if (nearest === undefined || partners.some(({ value }) => value !== nearest.value)) return undefined;
  const { at: place = 0 } = nearest;
  return rivals.every(({ at = 0 }) => Math.abs(at - place) > Math.abs(place)) ? nearest : undefined;
}

/** How far from a thing its partner may stand in one text, in characters: five lines of a config file. */
const REACH = 500;

/** Partners of the thing that stands at a place of the text: in the text itself, else beside it. */
export function partnersAt(text: Text, at: number, tokens: RegExp, pairing: Pairing, reach = REACH): readonly Found[] {
  const own = tokensAround(text.value, at, tokens, reach);
  const inside = partnersOf(undefined, own, pairing);
  if (inside.length > 0) return inside;
  // Beside a text with several things stands nobody's own partner.
  const alone = own.every((one) => (pairing.same(one) ?? pairing.self) === pairing.self);
  return alone ? partnersOf(text.key, around(text), pairing) : [];
}

/** Partners of what was found in a text, or in a neighbour of it. */
export function partnersOfFound(text: Text, tokens: RegExp, pairing: Pairing): readonly Found[] {
  const { self } = pairing;
  const at = text.value.indexOf(self);
  if (at !== -1) return partnersAt(text, at, tokens, pairing);
  const holder = around(text).find(({ value }) => value.includes(self));
  return holder === undefined ? [] : partnersOf(holder.key, seenFrom(text, holder), pairing);
}

/** What stands around a neighbour of a text: the text, and its other neighbours. */
function seenFrom(text: Text, holder: Neighbour): readonly Neighbour[] {
  const { key, value } = text;
  const all: readonly Neighbour[] = [key === undefined ? { value, at: 0 } : { key, value, at: 0 }, ...around(text)];
  return all
    .filter((one) => one !== holder)
    .map((one) => movedBy(one, holder.at))
    .sort((left, right) => distanceOf(left) - distanceOf(right));
}

/** Of what stands in another object than the text, nothing tells where it stands seen from there. */
function movedBy({ key, value, at }: Neighbour, origin: number | undefined): Neighbour {
  const named = key === undefined ? { value } : { key, value };
  return at === undefined || origin === undefined ? named : { ...named, at: at - origin };
}

function distanceOf({ at = Number.POSITIVE_INFINITY }: Neighbour): number {
  return Math.abs(at);
}

/** The one thing of a form that a value holds; of several nothing tells which is meant. */
export function onlyIn(value: string, form: RegExp): string | undefined {
  const all = new Set(Array.from(matches(value, form), (match) => match[1] ?? match[0]));
  const [only] = all.size === 1 ? all : [];
  return only;
}

/** What of one text stands within reach of a place in it, as neighbours of that place. */
export function tokensAround(value: string, from: number, pattern: RegExp, reach: number): readonly Neighbour[] {
  const start = Math.max(0, from - reach);
  return Array.from(matches(value.slice(start, from + reach), pattern), (match) => ({
    value: match[0],
    at: start + match.index - from,
  })).sort((left, right) => Math.abs(left.at) - Math.abs(right.at));
}
