import type { Node } from 'jsonc-parser';
import { membersOf, parseJson } from '../json.ts';
import { positionsOf } from '../lines.ts';
import type { Spot } from '../services/verdict.ts';

/** A configuration file's own tree, whatever it is written in; every node knows its line. */
export type SourceNode = SourceScalar | SourceList | SourceMap;

export interface SourceScalar {
  readonly type: 'scalar';
  readonly value: string | number | boolean | null;
  readonly spot: Spot;
}

export interface SourceList {
  readonly type: 'list';
  readonly items: readonly SourceNode[];
  readonly spot: Spot;
}

export interface SourceMap {
  readonly type: 'map';
  readonly entries: readonly SourceEntry[];
  readonly spot: Spot;
}

export interface SourceEntry {
  readonly key: string;
  /** The key's. */
  readonly spot: Spot;
  readonly value: SourceNode;
}

/** What a file says, and where it stops following its grammar. */
export interface SourceTree {
  readonly root?: SourceNode;
  readonly problem?: { readonly line: number; readonly reason: string };
}

/** Turns offsets of one file into spots. */
export function spotsOf(path: string, text: string): (offset: number) => Spot {
  const position = positionsOf(text);
  return (offset) => ({ path, ...position(offset) });
}

export async function readJsonTree(path: string, text: string): Promise<SourceTree> {
  const spotAt = spotsOf(path, text);
  const { root, problem } = await parseJson(text);
  return {
    ...(root === undefined ? {} : { root: fromJson(root, spotAt) }),
    ...(problem === undefined ? {} : { problem: { line: spotAt(problem.at).line, reason: problem.reason } }),
  };
}

function fromJson(node: Node, spotAt: (offset: number) => Spot): SourceNode {
  const spot = spotAt(node.offset);
  if (node.type === 'array')
    return { type: 'list', items: (node.children ?? []).map((child) => fromJson(child, spotAt)), spot };
  if (node.type === 'object') {
    const entries = membersOf(node).map(({ key, keyNode, value }) => ({
      key,
      spot: spotAt(keyNode.offset),
      value: fromJson(value, spotAt),
    }));
    return { type: 'map', entries, spot };
  }
  const { value }: { value?: unknown } = node;
  return {
    type: 'scalar',
    value: typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null,
    spot,
  };
}

export function entriesOf(node: SourceNode | undefined): readonly SourceEntry[] {
  return node?.type === 'map' ? node.entries : [];
}

export function entryOf(node: SourceNode | undefined, key: string): SourceEntry | undefined {
  return entriesOf(node).find((entry) => entry.key === key);
}

/** The node under a chain of keys. */
export function under(node: SourceNode | undefined, ...keys: readonly string[]): SourceNode | undefined {
  return keys.reduce<SourceNode | undefined>((at, key) => entryOf(at, key)?.value, node);
}

export function scalarText(node: SourceNode | undefined): string | undefined {
  return node?.type === 'scalar' && node.value !== null ? String(node.value) : undefined;
}

/** The node's words without its places: the same expression gives the same text. */
export function wordsOf(node: SourceNode): string {
  return JSON.stringify(plain(node));
}

function plain(node: SourceNode): unknown {
  if (node.type === 'scalar') return node.value;
  if (node.type === 'list') return node.items.map(plain);
  return node.entries.map(({ key, value }) => [key, plain(value)]);
}
