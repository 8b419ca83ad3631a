import { type Backend, type Credential, type Finding, REPORT_SCHEMA, type Report } from '../model.ts';
import { unionOf } from './join.ts';

/** Checks that a value is a report, as far as merging relies on it. Throws with the cause. */
export function parseReport(value: unknown): Report {
  if (typeof value !== 'object' || value === null) throw new Error('not a JSON object');
  if (!('schema' in value) || value.schema !== REPORT_SCHEMA) throw new Error(`its schema is not ${REPORT_SCHEMA}`);
  const lists = ['artifacts', 'backends', 'credentials', 'findings', 'probes'];
  const missing = lists.find((name) => !Array.isArray((value as Record<string, unknown>)[name]));
  if (missing !== undefined) throw new Error(`${missing} is missing`);
  return value as Report;
}

/**
 * One report of several: the same backend, credential or finding becomes one, with the places of all. The order of the
 * reports does not matter, nor in which steps they are merged.
 */
export function merge(reports: readonly Report[]): Report {
  const first = reports[0];
  if (first === undefined) throw new Error('nothing to merge');
  return {
    schema: REPORT_SCHEMA,
    tool: reports.map(({ tool }) => tool).sort(byText)[0] ?? first.tool,
    artifacts: distinct(reports.flatMap(({ artifacts }) => artifacts)),
    backends: combined(
      reports.flatMap(({ backends }) => backends),
      ({ id }) => id,
      combineBackends,
    ),
    credentials: combined(
      reports.flatMap(({ credentials }) => credentials),
      ({ id }) => id,
      combineCredentials,
    ),
    findings: worstFirst(
      combined(
        reports.flatMap(({ findings }) => findings),
        ({ fingerprint }) => fingerprint,
        combineFindings,
      ),
    ),
    probes: distinct(reports.flatMap(({ probes }) => probes)),
    coverage: {
      complete: reports.every(({ coverage }) => coverage.complete),
      problems: distinct(reports.flatMap(({ coverage }) => coverage.problems)),
    },
  };
}

function combineBackends(group: readonly Backend[]): Backend {
  const base = smallest(group);
  const owner = smallest(
    group
      .map((backend) => ({ owner: backend.owner, ownerReason: backend.ownerReason }))
      .sort(byOwner)
      .slice(0, 1),
  );
  const known = distinct(group.flatMap(({ sensitivity }) => sensitivity)).filter((kind) => kind !== 'unknown');
  return {
    ...base,
    ...owner,
    shipped: distinct(group.flatMap(({ shipped }) => shipped)),
    mentioned: distinct(group.flatMap(({ mentioned }) => mentioned)),
    declared: distinct(group.flatMap(({ declared }) => declared)),
    observed: distinct(group.flatMap(({ observed }) => observed)),
    access: unionOf(group.flatMap(({ access }) => access)),
    sensitivity: known.length > 0 ? known : ['unknown'],
    paths: distinct(group.flatMap(({ paths }) => paths)),
    details: Object.assign({}, ...[...group].sort(byText).map(({ details }) => details)),
  };
}

const OWNER_ORDER = ['yours', 'third-party', 'unknown'];

function byOwner(left: Pick<Backend, 'owner' | 'ownerReason'>, right: Pick<Backend, 'owner' | 'ownerReason'>): number {
  return OWNER_ORDER.indexOf(left.owner) - OWNER_ORDER.indexOf(right.owner) || byText(left, right);
}

function combineCredentials(group: readonly Credential[]): Credential {
  return {
    ...smallest(group),
    shipped: distinct(group.flatMap(({ shipped }) => shipped)),
    opens: distinct(group.flatMap(({ opens }) => opens)),
  };
}

/** Still open in one of them is open; new only if no report knew it before. */
function combineFindings(group: readonly Finding[]): Finding {
  const open = group.filter(({ state }) => state !== 'fixed');
  const relevant = open.length > 0 ? open : group;
  const base = smallest(relevant);
  const state =
    open.length === 0 ? 'fixed' : open.some((finding) => finding.state === 'unchanged') ? 'unchanged' : 'new';
  const places = relevant
    .flatMap((finding) => finding.places.map((place, index) => ({ place, index })))
    .sort((left, right) => left.index - right.index || byText(left.place, right.place));
  return {
    ...base,
    state,
    access: unionOf(relevant.flatMap(({ access }) => access)),
    sensitivity: distinct(relevant.flatMap(({ sensitivity }) => sensitivity)),
    places: [...new Map(places.map(({ place }) => [JSON.stringify(place), place])).values()],
  };
}

function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (left, right) =>
      Number(right.securitySeverity) - Number(left.securitySeverity) || (left.fingerprint < right.fingerprint ? -1 : 1),
  );
}

function combined<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  combine: (group: readonly T[]) => T,
): readonly T[] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, group]) => combine(group));
}

/** Each once, in the order of their text, so that the order of the reports leaves no trace. */
function distinct<T>(items: readonly T[]): readonly T[] {
  const texts = new Map(items.map((item) => [JSON.stringify(item), item]));
  return [...texts].sort(([left], [right]) => (left < right ? -1 : Number(left > right))).map(([, item]) => item);
}

function smallest<T>(items: readonly T[]): T {
  const first = [...items].sort(byText)[0];
  if (first === undefined) throw new Error('empty group');
  return first;
}

function byText(left: unknown, right: unknown): number {
  const [a, b] = [JSON.stringify(left), JSON.stringify(right)];
  return a < b ? -1 : Number(a > b);
}
