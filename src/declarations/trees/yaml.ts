import type { CollectionTag, Node, Pair, ScalarTag } from 'yaml';
import { messageOf } from '../../shared/errors.ts';
import type { Spot } from '../services/verdict.ts';
import { type SourceEntry, type SourceNode, type SourceTree, spotsOf } from './source.ts';

/** CloudFormation takes no template beyond 1 MB; a larger YAML file is nobody's hand-written configuration. */
const MAX_LENGTH = 1 << 20;
/** Aliases can make a tree that is far larger than its file. */
const MAX_NODES = 200_000;
const MAX_DEPTH = 100;

/** What a tag stands for: `!Ref x` is `{Ref: x}`. */
export type TagNames = Readonly<Record<string, string>>;

type Yaml = typeof import('yaml');

/** Reads the first document of a YAML text. Never throws; what was understood before an error is there. */
export async function readYamlTree(path: string, text: string, tags: TagNames = {}): Promise<SourceTree> {
  if (text.length > MAX_LENGTH) return { problem: { line: 1, reason: 'is larger than 1 MiB' } };
  if (isTooDeep(text)) return { problem: { line: 1, reason: 'is nested too deeply' } };
  const yaml = await import('yaml');
  try {
    return treeOf(yaml, path, text, tags);
  } catch (error) {
    // The library is recursive; what exhausts it is refused like any other malformed file.
    return { problem: { line: 1, reason: `could not be read: ${messageOf(error)}` } };
  }
}

/**
 * Brackets of flow collections, and block collections on one line (`- - - x`, `? ? x`), nest without indentation; a block
 * collection on its own line costs a column.
 */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const line of text.split('\n')) {
    const indentation = /^[ ]*/.exec(line)?.[0].length ?? 0;
    if (indentation > MAX_DEPTH * 10) return true;
    let dashes = 0;
    for (let index = indentation; line[index] === '-' || line[index] === '?' || line[index] === ' '; index++)
      if (line[index] !== ' ') dashes++;
    if (dashes > MAX_DEPTH && !/^-{3,}\s*$/.test(line.trim())) return true;
    for (const character of line) {
      if (character === '[' || character === '{') depth++;
      else if (character === ']' || character === '}') depth = Math.max(0, depth - 1);
      else if (character === '#') break;
    }
    if (depth > MAX_DEPTH * 10) return true;
  }
  return false;
}

function treeOf(yaml: Yaml, path: string, text: string, tags: TagNames): SourceTree {
  const [document] = yaml.parseAllDocuments(text, {
    // CloudFormation and its relatives read YAML 1.1: `yes` is true.
    version: '1.1',
    customTags: customTags(tags),
    uniqueKeys: false,
    prettyErrors: false,
    stringKeys: false,
    logLevel: 'silent',
  });
  if (document === undefined || !('contents' in document)) return {};
  const spotAt = spotsOf(path, text);
  const [error] = document.errors;
  const root = document.contents === null ? undefined : convert(document.contents, { yaml, tags, spotAt });
  return {
    ...(root === undefined ? {} : { root }),
    ...(error === undefined ? {} : { problem: { line: spotAt(error.pos[0]).line, reason: problemOf(error) } }),
  };
}

function problemOf({ code }: { readonly code: string }): string {
  return `is no valid YAML (${code.toLowerCase().replaceAll('_', ' ')})`;
}

/** Each tag may stand before a scalar, a list or a map, and leaves its value as it is. */
function customTags(tags: TagNames): (ScalarTag | CollectionTag)[] {
  return Object.keys(tags).flatMap((tag): (ScalarTag | CollectionTag)[] => [
    { tag, resolve: (text: string) => text },
    { tag, collection: 'map' },
    { tag, collection: 'seq' },
  ]);
}

interface Conversion {
  readonly yaml: Yaml;
  readonly tags: TagNames;
  readonly spotAt: (offset: number) => Spot;
}

function convert(contents: unknown, conversion: Conversion): SourceNode | undefined {
  let nodes = 0;
  const { yaml, tags, spotAt } = conversion;
  /** By name, as they come; an alias means the last one before it. */
  const anchors = new Map<string, Node>();

  function visit(node: unknown, depth: number): SourceNode {
    const spot = spotAt(yaml.isNode(node) ? (node.range?.[0] ?? 0) : 0);
    if (depth > MAX_DEPTH || ++nodes > MAX_NODES || !yaml.isNode(node)) return { type: 'scalar', value: null, spot };
    if (yaml.isAlias(node)) return visit(anchors.get(node.source), depth + 1);
    if (node.anchor !== undefined) anchors.set(node.anchor, node);
    const name = node.tag === undefined || !Object.hasOwn(tags, node.tag) ? undefined : tags[node.tag];
    const plain = visitUntagged(node, spot, depth);
    if (name === undefined) return plain;
    return { type: 'map', entries: [{ key: name, spot, value: plain }], spot };
  }

  function visitUntagged(node: Node, spot: Spot, depth: number): SourceNode {
    if (yaml.isSeq(node)) return { type: 'list', items: node.items.map((item) => visit(item, depth + 1)), spot };
    if (yaml.isMap(node)) return { type: 'map', entries: node.items.flatMap((pair) => entries(pair, depth)), spot };
    return { type: 'scalar', value: yaml.isScalar(node) ? scalarOf(node) : null, spot };
  }

  function entries({ key, value }: Pair, depth: number): readonly SourceEntry[] {
    const name = yaml.isScalar(key) ? String(key.source ?? key.value) : '';
    // A merge key (YAML 1.1) brings the entries of other maps.
    if (name === '<<') {
      const merged = visit(value, depth + 1);
      const maps = merged.type === 'list' ? merged.items : [merged];
      return maps.flatMap((map) => (map.type === 'map' ? map.entries : []));
    }
    const spot = spotAt(yaml.isNode(key) ? (key.range?.[0] ?? 0) : 0);
    return [{ key: name, spot, value: visit(value, depth + 1) }];
  }

  return visit(contents, 0);
}

/** Dates and numbers too large for one are texts to every reader of ours. */
function scalarOf({ value, source }: { readonly value: unknown; readonly source?: string | undefined }) {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  // 012345678901 is an account and 12:30 a time: only what looks like a number to everybody is one.
  if (typeof value === 'number' && /^-?\d/.test(String(source ?? value)) && !/^-?0\d|:/.test(source ?? ''))
    return value;
  return source ?? null;
}
