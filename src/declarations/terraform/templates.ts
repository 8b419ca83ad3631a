import type { Node } from 'web-tree-sitter';
import type { Expression } from './syntax.ts';

type Read = (node: Node) => Expression;

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

/** Escapes of a quoted string (HCL syntax specification, "Template Literals"). */
export function unescaped(raw: string): string {
  if (!raw.includes('\\')) return unmarked(raw);
  const plain = raw.replace(
    /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([nrt"\\]))/g,
    (whole, short: string | undefined, long: string | undefined, simple: string | undefined) => {
      if (simple !== undefined) return ESCAPES[simple] ?? whole;
      const code = Number.parseInt(short ?? long ?? '', 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
  return unmarked(plain);
}

/** `$${` and `%%{` stand for `${` and `%{`. */
function unmarked(raw: string): string {
  return raw.replaceAll('$${', '${').replaceAll('%%{', '%{');
}

/** `"…"`: the parser leaves out blanks between parts, so the text is taken from between their offsets. */
export function quotedOf(node: Node, text: string, read: Read): Expression {
  const end = node.endIndex - (text[node.endIndex - 1] === '"' ? 1 : 0);
  return templateOf(node.children, { text, start: node.startIndex + 1, end }, read, unescaped);
}

/** `<<EOT … EOT`: no escapes but `$${`; with `<<-` the indentation that all lines share goes. */
export function heredocOf(node: Node, text: string, read: Read): Expression {
  const names = node.children.filter((child) => child?.type === 'heredoc_identifier');
  const opening = names[0];
  const closing = names.at(-1);
  if (!opening || !closing || opening.startIndex === closing.startIndex)
    return { type: 'unreadable', at: node.startIndex };
  const start = text.indexOf('\n', opening.endIndex) + 1;
  const end = Math.max(start, text.lastIndexOf('\n', closing.startIndex) + 1);
  const shared = text.startsWith('<<-', node.startIndex) ? indentation(text.slice(start, end)) : 0;
  const dedented = (piece: string, at: number) => {
    const inner = piece.replace(/\n[ \t]{0,1000}/g, (run) => `\n${run.slice(1 + shared)}`);
    return unmarked(at === start ? inner.slice(Math.min(shared, inner.length)) : inner);
  };
  return templateOf(node.children, { text, start, end }, read, dedented);
}

function indentation(content: string): number {
  const lines = content.split('\n').filter((line) => line.trim() !== '');
  return lines.reduce(
    (least, line) => Math.min(least, line.length - line.trimStart().length),
    lines.length > 0 ? 1000 : 0,
  );
}

interface Range {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function templateOf(
  children: readonly (Node | null)[],
  { text, start, end }: Range,
  read: Read,
  plain: (piece: string, at: number) => string,
): Expression {
  const parts: Expression[] = [];
  let at = start;
  for (const child of children) {
    if (child?.type !== 'template_interpolation' && child?.type !== 'template_directive' && !child?.isError) continue;
    if (child.startIndex > at) parts.push(piece(plain(text.slice(at, child.startIndex), at), at));
    parts.push(partOf(child, text, read));
    at = child.endIndex;
  }
  if (end > at) parts.push(piece(plain(text.slice(at, end), at), at));
  const [only] = parts;
  if (only === undefined) return piece('', start);
  // `"${x}"` is x itself, whatever its type (HCL syntax specification, "Template Interpolation Unwrapping").
  return parts.length === 1 ? only : { type: 'template', parts, at: start };
}

function piece(value: string, at: number): Expression {
  return { type: 'literal', value, at };
}

function partOf(node: Node, text: string, read: Read): Expression {
  const at = node.startIndex;
  if (node.type === 'template_interpolation') {
    const inner = node.children.find((child) => child?.type === 'expression');
    return inner ? read(inner) : { type: 'unreadable', at };
  }
  const [directive] = node.namedChildren;
  if (directive?.type !== 'template_if') return { type: 'unreadable', at };
  const intro = directive.children.find((child) => child?.type === 'template_if_intro');
  const otherwise = directive.children.find((child) => child?.type === 'template_else_intro');
  const last = directive.children.find((child) => child?.type === 'template_if_end');
  const condition = intro?.children.find((child) => child?.type === 'expression');
  if (!intro || !condition || !last) return { type: 'unreadable', at };
  const within = (start: number, end: number) => {
    const children = directive.children.filter((child) => child && child.startIndex >= start && child.endIndex <= end);
    return templateOf(children, { text, start, end }, read, unmarked);
  };
  return {
    type: 'conditional',
    condition: read(condition),
    yes: within(intro.endIndex, otherwise?.startIndex ?? last.startIndex),
    no: otherwise ? within(otherwise.endIndex, last.startIndex) : piece('', at),
    at,
  };
}
