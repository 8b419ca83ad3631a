import type { Node, ParseError } from 'jsonc-parser';

/** A JSON text as a tree with offsets; `problem` is where it stops following the grammar, though what was understood is there. */
export interface JsonTree {
  readonly root?: Node;
  readonly problem?: { readonly at: number; readonly reason: string };
}

/** Deeper texts are refused before the recursive parser sees them. */
const MAX_DEPTH = 100;
const MAX_LENGTH = 4 * 1024 * 1024;

/** Reads JSON with comments, trailing commas and raw line ends within strings, as Firebase's own tools do. Never throws. */
export async function parseJson(text: string): Promise<JsonTree> {
  if (text.length > MAX_LENGTH) return { problem: { at: 0, reason: 'is larger than 4 MiB' } };
  const flat = scanStrings(text);
  if (flat.depth > MAX_DEPTH) return { problem: { at: 0, reason: 'is nested too deeply' } };
  const { parseTree, printParseErrorCode } = await import('jsonc-parser');
  const errors: ParseError[] = [];
  const root = parseTree(flat.text, errors, { allowTrailingComma: true, disallowComments: false });
  const [first] = errors;
  return {
    ...(root === undefined ? {} : { root }),
    ...(first === undefined
      ? {}
      : { problem: { at: first.offset, reason: inWords(printParseErrorCode(first.error)) } }),
  };
}

/** `ValueExpected` → `value expected`: the parser's names of errors say enough once they are words. */
function inWords(code: string): string {
  return code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}

/** Line ends within strings become spaces of the same length, and the depth of nesting is measured. */
function scanStrings(text: string): { readonly text: string; readonly depth: number } {
  const parts: string[] = [];
  let copied = 0;
  let depth = 0;
  let deepest = 0;
  let position = 0;
  while (position < text.length) {
    const character = text[position];
    if (character === '"') {
      const end = stringEnd(text, position);
      parts.push(text.slice(copied, position), text.slice(position, end).replace(/[\r\n\u2028\u2029]/g, ' '));
      copied = end;
      position = end;
    } else if (character === '/') position = commentEnd(text, position);
    else {
      if (character === '[' || character === '{') deepest = Math.max(deepest, ++depth);
      if (character === ']' || character === '}') depth--;
      position++;
    }
  }
  parts.push(text.slice(copied));
  const flat = parts.join('');
  return { text: flat.charCodeAt(0) === 0xfeff ? ` ${flat.slice(1)}` : flat, depth: deepest };
}

function stringEnd(text: string, start: number): number {
  for (let position = start + 1; position < text.length; position++) {
    if (text[position] === '\\') position++;
    else if (text[position] === '"') return position + 1;
  }
  return text.length;
}

/** Offset behind a comment, or behind the slash that begins none. */
function commentEnd(text: string, start: number): number {
  const line = text.startsWith('//', start);
  if (!line && !text.startsWith('/*', start)) return start + 1;
  const end = line ? text.indexOf('\n', start) : text.indexOf('*/', start + 2);
  if (end === -1) return text.length;
  return line ? end : end + 2;
}

export interface Member {
  readonly key: string;
  readonly keyNode: Node;
  readonly value: Node;
}

/** Members of an object in order; none if it is something else. */
export function membersOf(node: Node | undefined): readonly Member[] {
  if (node?.type !== 'object') return [];
  return (node.children ?? []).flatMap((property) => {
    const [keyNode, value] = property.children ?? [];
    return keyNode !== undefined && value !== undefined ? [{ key: String(keyNode.value), keyNode, value }] : [];
  });
}

/** The node under a chain of keys and indexes. */
export function nodeAt(node: Node | undefined, ...path: readonly (string | number)[]): Node | undefined {
  let at = node;
  for (const step of path) {
    at = typeof step === 'number' ? itemsOf(at)[step] : membersOf(at).find((member) => member.key === step)?.value;
  }
  return at;
}

export function itemsOf(node: Node | undefined): readonly Node[] {
  return node?.type === 'array' ? (node.children ?? []) : [];
}

export function stringOf(node: Node | undefined): string | undefined {
  return node?.type === 'string' && typeof node.value === 'string' ? node.value : undefined;
}
