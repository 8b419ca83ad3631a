import type { Node } from 'web-tree-sitter';
import { expressionOf, identifierText } from './expressions.ts';
import { loadTreeSitter } from './load-parser.ts';
import type { Attribute, Block, Body } from './syntax.ts';

export interface ParsedFile {
  readonly body: Body;
  /** Offsets at which the text stops being HCL. */
  readonly problems: readonly { readonly at: number; readonly reason: string }[];
}

export interface HclParser {
  /** Never throws: what cannot be read is a problem, the rest is given. */
  readonly parse: (text: string) => ParsedFile;
}

const MAX_NESTING = 100;
const MAX_LENGTH = 2 * 1024 * 1024;
const MAX_PROBLEMS = 5;

const NOTHING: Body = { attributes: new Map(), blocks: [], broken: true };

export async function loadHclParser(): Promise<HclParser> {
  const parser = await loadTreeSitter();
  return {
    parse: (text) => {
      if (text.length > MAX_LENGTH) return { body: NOTHING, problems: [{ at: 0, reason: 'is larger than 2 MiB' }] };
      if (nestingOf(text) > MAX_NESTING)
        return { body: NOTHING, problems: [{ at: 0, reason: 'is nested too deeply' }] };
      // A byte order mark is no part of the language; a blank keeps the offsets.
      const tree = parser.parse(text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text);
      if (tree === null) return { body: NOTHING, problems: [{ at: 0, reason: 'could not be parsed' }] };
      try {
        return { body: rootBody(tree.rootNode, text), problems: problemsIn(tree.rootNode) };
      } finally {
        tree.delete();
      }
    },
  };
}

/** How deep brackets go, strings and comments included: an upper bound that needs no lexer. */
function nestingOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 40 || code === 91 || code === 123) deepest = Math.max(deepest, ++depth);
    if (code === 41 || code === 93 || code === 125) depth = Math.max(0, depth - 1);
  }
  return deepest;
}

function rootBody(root: Node, text: string): Body {
  const body = root.namedChildren.find((child) => child?.type === 'body');
  const broken = root.namedChildren.some((child) => child?.type === 'ERROR');
  if (!body) return { attributes: new Map(), blocks: [], broken };
  const read = bodyOf(body, text);
  // An unclosed block swallows the file; its neighbours then stand in the ERROR node.
  const lost = root.namedChildren
    .filter((child) => child?.type === 'ERROR')
    .flatMap((child) => blocksWithin(child, text));
  return { ...read, blocks: [...read.blocks, ...lost], broken: read.broken || broken };
}

function blocksWithin(node: Node | null, text: string): readonly Block[] {
  if (node === null) return [];
  return node.namedChildren.flatMap((child) => {
    if (child?.type === 'block') return [blockOf(child, text)];
    return child?.type === 'body' ? bodyOf(child, text).blocks : [];
  });
}

function bodyOf(node: Node | null | undefined, text: string): Body {
  const attributes = new Map<string, Attribute>();
  const blocks: Block[] = [];
  let broken = false;
  for (const child of node?.namedChildren ?? []) {
    if (child === null) continue;
    if (child.type === 'attribute') {
      const attribute = attributeOf(child, text);
      if (attribute === undefined) broken = true;
      else if (!attributes.has(attribute.name)) attributes.set(attribute.name, attribute);
    } else if (child.type === 'block') blocks.push(blockOf(child, text));
    else if (child.type === 'ERROR') {
      broken = true;
      blocks.push(...blocksWithin(child, text));
    }
  }
  return { attributes, blocks, broken };
}

function attributeOf(node: Node, text: string): Attribute | undefined {
  const [name, , value] = node.children;
  if (!name || !value) return undefined;
  const source = text.slice(value.startIndex, Math.min(value.endIndex, value.startIndex + 200));
  return { name: identifierText(name, text), value: expressionOf(value, text, 0), source, at: node.startIndex };
}

function blockOf(node: Node, text: string): Block {
  const names = node.namedChildren.filter((child) => child?.type === 'identifier' || child?.type === 'string_lit');
  const [type, ...labels] = names.map((child) => (child ? identifierText(child, text) : ''));
  const body = node.namedChildren.find((child) => child?.type === 'body');
  const read = body ? bodyOf(body, text) : { attributes: new Map(), blocks: [], broken: false };
  const broken =
    read.broken || node.namedChildren.some((child) => child?.type === 'ERROR' || child?.isMissing === true);
  return { type: type ?? '', labels, body: { ...read, broken }, at: node.startIndex };
}

function problemsIn(root: Node): ParsedFile['problems'] {
  const problems: { at: number; reason: string }[] = [];
  const pending = [root];
  for (let node = pending.pop(); node !== undefined && problems.length < MAX_PROBLEMS; node = pending.pop()) {
    if (!node.hasError) continue;
    if (node.isError) problems.push({ at: node.startIndex, reason: 'is no valid HCL here' });
    else if (node.isMissing) problems.push({ at: node.startIndex, reason: `lacks ${node.type} here` });
    else for (const child of node.children.toReversed()) if (child) pending.push(child);
  }
  return problems;
}
