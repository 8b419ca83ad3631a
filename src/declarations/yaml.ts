import type { Node as JsonNode, NodeType } from 'jsonc-parser';
import type { Node, Pair } from 'yaml';
import { messageOf } from '../shared/errors.ts';
import type { JsonTree } from './json.ts';

const MAX_LENGTH = 4 * 1024 * 1024;
/** Aliases are written out; a file that grows beyond this by them is refused. */
const MAX_NODES = 200_000;
const MAX_DEPTH = 100;

/** Reads the first document of a YAML text as the tree that JSON gives, so that both are looked at alike. Never throws. */
export async function parseYaml(text: string): Promise<JsonTree> {
  const [first] = await parseYamlDocuments(text, 1);
  return first ?? {};
}

/** The documents of a YAML text, those behind `---` included. Never throws. */
export async function parseYamlDocuments(text: string, most = 100): Promise<readonly JsonTree[]> {
  if (text.length > MAX_LENGTH) return [{ problem: { at: 0, reason: 'is larger than 4 MiB' } }];
  if (indentOf(text) > MAX_DEPTH * 8) return [{ problem: { at: 0, reason: 'is nested too deeply' } }];
  const yaml = await import('yaml');
  try {
    const documents = yaml.parseAllDocuments(text, { uniqueKeys: false, logLevel: 'silent', strict: false });
    const all = Array.isArray(documents) ? documents : [];
    return all.slice(0, most).map((document): JsonTree => {
      const [error] = document.errors;
      const budget = { nodes: MAX_NODES };
      const root =
        document.contents === null
          ? undefined
          : nodeOf(document.contents as Node, { yaml, budget, resolve: (alias) => alias.resolve(document) });
      const problem =
        budget.nodes < 0
          ? { at: 0, reason: 'its aliases make it too large' }
          : error === undefined
            ? undefined
            : { at: error.pos[0], reason: (error.message.split('\n')[0] ?? '').replace(/ at line \d+.*$/, '') };
      return { ...(root === undefined ? {} : { root }), ...(problem === undefined ? {} : { problem }) };
    });
  } catch (error) {
    return [{ problem: { at: 0, reason: messageOf(error) } }];
  }
}

/** Flow collections nest without indentation, so brackets count as well. */
function indentOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of text) {
    if (character === '[' || character === '{') deepest = Math.max(deepest, ++depth);
    else if (character === ']' || character === '}') depth = Math.max(0, depth - 1);
  }
  return deepest * 8;
}

interface Walk {
  readonly yaml: typeof import('yaml');
  readonly budget: { nodes: number };
  readonly resolve: (alias: import('yaml').Alias) => Node | undefined;
}

function nodeOf(node: Node | null | undefined, walk: Walk, depth = 0): JsonNode | undefined {
  if (node === null || node === undefined || depth > MAX_DEPTH || --walk.budget.nodes < 0) return undefined;
  const { yaml } = walk;
  if (yaml.isAlias(node)) return nodeOf(walk.resolve(node), walk, depth + 1);
  const [offset, end] = node.range ?? [0, 0];
  const made = (type: NodeType, more: Partial<JsonNode>): JsonNode => ({
    type,
    offset,
    length: Math.max(0, end - offset),
    ...more,
  });
  if (yaml.isSeq(node)) {
    const children = node.items.flatMap((item) => nodeOf(item as Node, walk, depth + 1) ?? []);
    return made('array', { children });
  }
  if (yaml.isMap(node)) {
    const children = node.items.flatMap((pair) => propertyOf(pair as Pair<Node, Node | null>, walk, depth + 1) ?? []);
    return made('object', { children });
  }
  if (!yaml.isScalar(node)) return undefined;
  const { value } = node;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return made(typeof value as NodeType, { value });
  return made('null', { value: null });
}

function propertyOf(pair: Pair<Node, Node | null>, walk: Walk, depth: number): JsonNode | undefined {
  const key = nodeOf(pair.key, walk, depth);
  if (key === undefined) return undefined;
  const empty: JsonNode = { type: 'null', offset: key.offset + key.length, length: 0, value: null };
  const value = nodeOf(pair.value, walk, depth) ?? empty;
  return { type: 'property', offset: key.offset, length: key.length, children: [key, value] };
}
