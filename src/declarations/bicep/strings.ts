import type { Expression } from '../arm/expression.ts';
import type { Cursor } from './cursor.ts';

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', "'": "'", '\\': '\\', $: '$' };

/** `'text ${expression}'` or `'''text as it is'''` (learn.microsoft.com/azure/azure-resource-manager/bicep/data-types, strings). */
export function stringExpression(cursor: Cursor, inner: (cursor: Cursor) => Expression): Expression {
  const start = cursor.at();
  if (cursor.eat("'''")) {
    const from = cursor.at();
    const end = cursor.text.indexOf("'''", from);
    if (end === -1) throw cursor.fail('has a string without an end');
    cursor.moveTo(end + 3);
    return {
      type: 'literal',
      value: cursor.text.slice(from, end),
      spot: cursor.spot(start),
      words: cursor.words(start),
    };
  }
  cursor.demand("'");
  const parts: Expression[] = [];
  let text = '';
  const flush = () => {
    if (text !== '') parts.push({ type: 'literal', value: text, spot: cursor.spot(start), words: text });
    text = '';
  };
  for (;;) {
    const character = cursor.text[cursor.at()];
    if (character === undefined || character === '\n' || character === '\r')
      throw cursor.fail('has a string without an end');
    if (cursor.eat("'")) break;
    if (cursor.eat('${')) {
      flush();
      cursor.skip();
      parts.push(inner(cursor));
      cursor.skip();
      cursor.demand('}');
    } else if (cursor.eat('\\')) text += escaped(cursor);
    else {
      text += character;
      cursor.moveTo(cursor.at() + 1);
    }
  }
  flush();
  const shared = { spot: cursor.spot(start), words: cursor.words(start) };
  const [only] = parts;
  if (only === undefined) return { type: 'literal', value: '', ...shared };
  if (parts.length === 1 && only.type === 'literal') return { ...only, ...shared };
  return { type: 'text', parts, ...shared };
}

/** Behind a backslash. */
function escaped(cursor: Cursor): string {
  const at = cursor.at();
  const unicode = /^u\{([0-9A-Fa-f]{1,6})\}/.exec(cursor.text.slice(at, at + 10));
  if (unicode !== null) {
    cursor.moveTo(at + unicode[0].length);
    const code = Number.parseInt(unicode[1] ?? '', 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  }
  cursor.moveTo(at + 1);
  return ESCAPES[cursor.text[at] ?? ''] ?? '';
}
