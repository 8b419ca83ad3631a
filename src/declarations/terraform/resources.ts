import { isList, isMap, textOf, UNKNOWN, type Value } from '../values.ts';
import { evaluate, type Scope, withLocals } from './evaluate.ts';
import type { Block, Body } from './syntax.ts';

export interface EvaluatedAttribute {
  readonly value: Value;
  readonly source: string;
  readonly at: number;
}

/** A block with its values; blocks of `dynamic` stand among the others. */
export interface EvaluatedBlock {
  readonly type: string;
  readonly at: number;
  readonly attributes: ReadonlyMap<string, EvaluatedAttribute>;
  readonly blocks: readonly EvaluatedBlock[];
  /** It may not be there at all, or not once: its `for_each` or `count` is not known, or a part could not be read. */
  readonly uncertain: boolean;
}

/** One instance of a resource or data source. */
export interface Resource extends EvaluatedBlock {
  readonly mode: 'managed' | 'data';
  readonly resourceType: string;
  /** `module.store.aws_s3_bucket.uploads["eu"]`. */
  readonly address: string;
  /** Prefix of the module's addresses; empty for the root. */
  readonly module: string;
  readonly folder: string;
  readonly file: string;
}

/** Names that Terraform itself reads in a resource. */
const META = new Set(['count', 'for_each', 'depends_on', 'provider', 'lifecycle', 'connection', 'provisioner']);
const MAX_INSTANCES = 500;
const MAX_BLOCK_DEPTH = 20;

export function attributeValue(block: EvaluatedBlock, name: string): Value | undefined {
  return block.attributes.get(name)?.value;
}

export function blocksOf(block: EvaluatedBlock, type: string): readonly EvaluatedBlock[] {
  return block.blocks.filter((inner) => inner.type === type);
}

export function evaluateBlock(block: Block, scope: Scope, uncertain = false, depth = 0): EvaluatedBlock {
  const attributes = new Map<string, EvaluatedAttribute>();
  for (const [name, { value, source, at }] of block.body.attributes)
    if (!META.has(name)) attributes.set(name, { value: evaluate(value, scope), source, at });
  const blocks =
    depth > MAX_BLOCK_DEPTH
      ? []
      : block.body.blocks.filter(({ type }) => !META.has(type)).flatMap((inner) => innerBlocks(inner, scope, depth));
  return { type: block.type, at: block.at, attributes, blocks, uncertain: uncertain || block.body.broken };
}

function innerBlocks(block: Block, scope: Scope, depth: number): readonly EvaluatedBlock[] {
  const [type] = block.labels;
  if (block.type !== 'dynamic' || type === undefined) return [evaluateBlock(block, scope, false, depth + 1)];
  const content = block.body.blocks.find((inner) => inner.type === 'content');
  if (content === undefined) return [];
  const iterator = block.body.attributes.get('iterator')?.value;
  const name = iterator?.type === 'name' ? iterator.name : type;
  return instancesOf(block.body, scope, name).map((instance) =>
    evaluateBlock({ ...content, type }, instance.scope, instance.uncertain, depth + 1),
  );
}

export interface Instance {
  readonly scope: Scope;
  readonly key?: string | number;
  readonly uncertain: boolean;
}

/** What `count` or `for_each` makes of a block; `name` is the iterator: `each`, or the label of a dynamic block. */
export function instancesOf(body: Body, scope: Scope, name: string): readonly Instance[] {
  const each = body.attributes.get('for_each');
  const count = body.attributes.get('count');
  const scoped = (key: Value, value: Value) =>
    withLocals(scope, [
      [
        name,
        new Map<string, Value>([
          ['key', key],
          ['value', value],
        ]),
      ],
    ]);
  if (each !== undefined) {
    const entries = entriesOf(evaluate(each.value, scope));
    if (entries === undefined) return [{ scope: scoped(UNKNOWN, UNKNOWN), uncertain: true }];
    return entries
      .slice(0, MAX_INSTANCES)
      .map(([key, value]) => ({ scope: scoped(key, value), key, uncertain: false }));
  }
  if (count === undefined) return [{ scope, uncertain: false }];
  const times = evaluate(count.value, scope);
  const counted = (index: Value) => withLocals(scope, [['count', new Map([['index', index]])]]);
  if (typeof times !== 'number') return [{ scope: counted(UNKNOWN), uncertain: true }];
  return Array.from({ length: Math.max(0, Math.min(times, MAX_INSTANCES)) }, (_, index) => ({
    scope: counted(index),
    key: index,
    uncertain: false,
  }));
}

/** A set of texts is keyed by its elements. */
function entriesOf(value: Value): readonly (readonly [string, Value])[] | undefined {
  if (isMap(value)) return [...value];
  if (!isList(value)) return undefined;
  return value.map((item, index) => [textOf(item) ?? String(index), item]);
}

/** The address of an instance: `…["eu"]`, `…[0]`. */
export function keyed(address: string, key: string | number | undefined): string {
  if (key === undefined) return address;
  return typeof key === 'number' ? `${address}[${key}]` : `${address}["${key}"]`;
}
