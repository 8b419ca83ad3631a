import type { ScriptStep, ScriptValue } from '../script.ts';
import { memberOf, resolved, textOf } from '../script.ts';

export const RULES = ['listRule', 'viewRule', 'createRule', 'updateRule', 'deleteRule'] as const;
export type RuleName = (typeof RULES)[number];

export interface CollectionRule {
  /** Undefined if it is not known. */
  readonly rule: string | null | undefined;
  readonly path: string;
  readonly at: number;
}

/** A collection as the migrations up to now have left it. */
export interface Collection {
  readonly id: string;
  name: string;
  type: string;
  readonly rules: Map<RuleName, CollectionRule>;
}

/** What a script's names stand for while its steps are followed. */
type Bound = ScriptValue | { readonly type: 'collection'; readonly collection: Collection };

/** Follows the steps of one migration's first function. A step that may not happen is taken as happening. */
export function applyMigration(collections: Map<string, Collection>, steps: readonly ScriptStep[], path: string): void {
  const run = steps
    .flatMap((step) => (step.type === 'do' && step.value.type === 'call' ? [step.value] : []))
    .find(({ method }) => method === 'migrate');
  const up = run?.args[0];
  if (up?.type !== 'function') return;
  const names = new Map<string, Bound>();
  for (const step of steps) if (step.type === 'let') names.set(step.name, step.value);
  follow(up.body, { collections, names, path });
}

interface Run {
  readonly collections: Map<string, Collection>;
  readonly names: Map<string, Bound>;
  readonly path: string;
}

function follow(steps: readonly ScriptStep[], run: Run): void {
  for (const step of steps) {
    switch (step.type) {
      case 'let':
        run.names.set(step.name, bind(step.value, run));
        break;
      case 'set':
        assign(step.target, step.value, step.at, run);
        break;
      case 'maybe':
        follow(step.steps, run);
        break;
      default:
        call(step.value, run);
    }
  }
}

function valuesOf(run: Run): ReadonlyMap<string, ScriptValue> {
  return new Map(
    [...run.names].flatMap(([name, value]) => (value.type === 'collection' ? [] : [[name, value] as const])),
  );
}

function bind(value: ScriptValue, run: Run): Bound {
  const found = collectionOf(value, run);
  return found === undefined ? value : { type: 'collection', collection: found };
}

/** `new Collection({…})`, `app.findCollectionByNameOrId("…")`, or a name that stands for one. */
function collectionOf(value: ScriptValue | undefined, run: Run): Collection | undefined {
  if (value?.type === 'name') {
    const bound = run.names.get(value.path);
    return bound?.type === 'collection' ? bound.collection : undefined;
  }
  if (value?.type !== 'call') return undefined;
  const [first] = value.args;
  if (value.method === 'Collection') return fromObject(resolved(first, valuesOf(run)), run);
  if (value.method !== 'findCollectionByNameOrId') return undefined;
  const wanted = textOf(first);
  return wanted === undefined
    ? undefined
    : [...run.collections.values()].find(({ id, name }) => id === wanted || name === wanted);
}

function fromObject(value: ScriptValue | undefined, run: Run): Collection | undefined {
  const name = textOf(memberOf(value, 'name')?.value);
  if (value?.type !== 'object' || name === undefined) return undefined;
  const collection: Collection = {
    id: textOf(memberOf(value, 'id')?.value) ?? name,
    name,
    type: textOf(memberOf(value, 'type')?.value) ?? 'base',
    rules: new Map(),
  };
  setMembers(collection, value, run);
  return collection;
}

function setMembers(collection: Collection, value: ScriptValue, run: Run): void {
  if (value.type !== 'object') return;
  for (const { key, value: member, at } of value.members) setMember(collection, key, member, at, run);
}

function setMember(collection: Collection, key: string, value: ScriptValue, at: number, run: Run): void {
  const known = resolved(value, valuesOf(run));
  if (key === 'name') collection.name = textOf(known) ?? collection.name;
  else if (key === 'type') collection.type = textOf(known) ?? collection.type;
  else if (RULES.some((rule) => rule === key))
    collection.rules.set(key as RuleName, { rule: ruleOf(known), path: run.path, at });
}

function ruleOf(value: ScriptValue | undefined): string | null | undefined {
  if (value?.type !== 'literal') return undefined;
  return typeof value.value === 'string' || value.value === null ? value.value : undefined;
}

/** `collection.listRule = ""` */
function assign(target: string, value: ScriptValue, at: number, run: Run): void {
  const dot = target.indexOf('.');
  if (dot === -1) {
    run.names.set(target, bind(value, run));
    return;
  }
  const bound = run.names.get(target.slice(0, dot));
  if (bound?.type === 'collection') setMember(bound.collection, target.slice(dot + 1), value, at, run);
}

function call(value: ScriptValue, run: Run): void {
  if (value.type !== 'call') return;
  const [first, second] = value.args;
  switch (value.method) {
    case 'save':
    case 'saveCollection': {
      const saved = collectionOf(first, run);
      if (saved !== undefined) run.collections.set(saved.id, saved);
      break;
    }
    case 'delete':
    case 'deleteCollection': {
      const gone = collectionOf(first, run);
      if (gone !== undefined) run.collections.delete(gone.id);
      break;
    }
    case 'unmarshal': {
      const changed = collectionOf(second, run);
      const object = resolved(first, valuesOf(run));
      if (changed !== undefined && object !== undefined) setMembers(changed, object, run);
      break;
    }
    case 'importCollections':
    case 'importCollectionsByMarshaledJSON':
      importAll(first, second, run);
      break;
    default:
  }
}

/** `importCollections(snapshot, deleteMissing)`; the snapshot often goes through `.map((item) => new Collection(item))`. */
function importAll(list: ScriptValue | undefined, deleteMissing: ScriptValue | undefined, run: Run): void {
  const given = resolved(list, valuesOf(run));
  const items = given?.type === 'call' && given.method === 'map' ? resolved(given.target, valuesOf(run)) : given;
  if (items?.type !== 'list') return;
  if (deleteMissing?.type === 'literal' && deleteMissing.value === true) run.collections.clear();
  for (const item of items.items) {
    const collection = collectionOf(item, run) ?? fromObject(resolved(item, valuesOf(run)), run);
    if (collection !== undefined) run.collections.set(collection.id, collection);
  }
}
