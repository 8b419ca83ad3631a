import {
  type Backend,
  type Comparison,
  type Credential,
  type Finding,
  type Place,
  REPORT_SCHEMA,
  type Report,
} from '../model.ts';
import { REPORT_JSON_SCHEMA } from '../reports/schema.ts';
import { schemaProblem } from '../shared/schema-check.ts';
import { unionOf } from './join.ts';

/** Checks that a value is a report: another job's, maybe a stranger's. Throws with the cause. */
export function parseReport(value: unknown): Report {
  const isOther = typeof value === 'object' && value !== null && 'schema' in value && value.schema !== REPORT_SCHEMA;
  if (isOther) throw new Error(`its schema is not ${REPORT_SCHEMA}`);
  const problem = schemaProblem(REPORT_JSON_SCHEMA, value);
  if (problem !== undefined) throw new Error(problem);
  return value as Report;
}

/**
 * One report of several: the same backend, credential or finding becomes one, with the places of all. The order of the
 * reports does not matter, nor in which steps they are merged.
 */
export function merge(reports: readonly Report[]): Report {
  if (reports.length === 0) throw new Error('nothing to merge');
  return {
    schema: REPORT_SCHEMA,
    tool: smallest(
      reports.map(({ tool }) => tool),
      (tool) => [tool.name, tool.version],
    ),
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
      ...(reports.some(({ coverage }) => coverage.failed === true) ? { failed: true } : {}),
      problems: distinct(reports.flatMap(({ coverage }) => coverage.problems)),
    },
    ...combineComparisons(reports.map(({ comparison }) => comparison)),
  };
}

/** All were compared, or the whole was not; a backend is gone only if none of them has it. */
function combineComparisons(all: readonly (Comparison | undefined)[]): { readonly comparison?: Comparison } {
  const known = all.filter((comparison) => comparison !== undefined);
  if (known.length < all.length) return {};
  const gone = distinct(known.flatMap((comparison) => comparison.gone));
  return { comparison: { gone: gone.filter((id) => known.every((comparison) => comparison.gone.includes(id))) } };
}

function combineBackends(group: readonly Backend[]): Backend {
  const { state: _state, ...base } = smallest(group, ({ kind, name }) => [kind, name]);
  const { owner, ownerReason } = smallest(group, (backend) => [
    OWNER_ORDER.indexOf(backend.owner),
    backend.ownerReason,
  ]);
  const known = distinct(group.flatMap(({ sensitivity }) => sensitivity)).filter((kind) => kind !== 'unknown');
  return {
    ...base,
    owner,
    ownerReason,
    shipped: distinct(group.flatMap(({ shipped }) => shipped)),
    mentioned: distinct(group.flatMap(({ mentioned }) => mentioned)),
    declared: distinct(group.flatMap(({ declared }) => declared)),
    observed: distinct(group.flatMap(({ observed }) => observed)),
    access: unionOf(group.flatMap(({ access }) => access)),
    sensitivity: known.length > 0 ? known : ['unknown'],
    paths: distinct(group.flatMap(({ paths }) => paths)),
    details: combineDetails(group.map(({ details }) => details)),
    ...combineStates(group.map(({ state }) => state)),
  };
}

/** New only if it is new to every report; where one does not say, neither does the whole, unless another knew it before. */
function combineStates(states: readonly Backend['state'][]): Pick<Backend, 'state'> {
  if (states.includes('unchanged')) return { state: 'unchanged' };
  return states.every((state) => state === 'new') ? { state: 'new' } : {};
}

const OWNER_ORDER: readonly Backend['owner'][] = ['yours', 'third-party', 'unknown'];

/** Where two say different things under one name, the smaller text stays: any rule does, if it knows no order. */
function combineDetails(all: readonly Backend['details'][]): Backend['details'] {
  const names = distinct(all.flatMap((details) => Object.keys(details)));
  const values = (name: string) => all.flatMap((details) => details[name] ?? []);
  return Object.fromEntries(
    names.flatMap((name) =>
      distinct(values(name))
        .slice(0, 1)
        .map((value) => [name, value]),
    ),
  );
}

function combineCredentials(group: readonly Credential[]): Credential {
  return {
    ...smallest(group, ({ shipped: _shipped, opens: _opens, ...scalars }) => scalars),
    shipped: distinct(group.flatMap(({ shipped }) => shipped)),
    opens: distinct(group.flatMap(({ opens }) => opens)),
  };
}

/** Still open in one of them is open; new only if no report knew it before. */
function combineFindings(group: readonly Finding[]): Finding {
  const open = group.filter(({ state }) => state !== 'fixed');
  const relevant = open.length > 0 ? open : group;
  const known = group.some(({ state }) => state !== 'new');
  const state = open.length === 0 ? 'fixed' : known ? 'unchanged' : 'new';
  return {
    ...smallest(
      relevant,
      ({ access: _access, sensitivity: _sensitivity, places: _places, state: _state, ...scalars }) => scalars,
    ),
    state,
    access: unionOf(relevant.flatMap(({ access }) => access)),
    sensitivity: distinct(relevant.flatMap(({ sensitivity }) => sensitivity)),
    places: [...distinct(relevant.flatMap(({ places }) => places))].sort(
      (left, right) => placeRank(left) - placeRank(right),
    ),
  };
}

/** Declarations first, then other lines of the repository, then the artifacts; as judging orders them. */
function placeRank(place: Place): number {
  if (place.origin === 'artifact') return 2;
  return place.locator === undefined ? 1 : 0;
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

/** The first by what `keyOf` gives, compared as text. */
function smallest<T>(items: readonly T[], keyOf: (item: T) => unknown): T {
  const ranked = items
    .map((item) => ({ item, key: JSON.stringify(keyOf(item)) }))
    .sort((left, right) => (left.key < right.key ? -1 : Number(left.key > right.key)));
  const first = ranked[0];
  if (first === undefined) throw new Error('empty group');
  return first.item;
}
