import type { Spot } from '../services/verdict.ts';
import type { Expression } from './expression.ts';

const MAX_DEPTH = 60;

/**
 * A template's text as an expression: `[concat(parameters('name'), 'data')]` is one, `[[text]` stands for `[text]`
 * (learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions). One that does not parse is opaque.
 */
export function parseBrackets(text: string, spot: Spot): Expression {
  const literal = (value: string): Expression => ({ type: 'literal', value, spot, words: value });
  if (!text.startsWith('[') || !text.endsWith(']')) return literal(text);
  if (text.startsWith('[[')) return literal(text.slice(1));
  return parseInner(text.slice(1, -1), spot) ?? { type: 'opaque', spot, words: text };
}

function parseInner(source: string, spot: Spot): Expression | undefined {
  let at = 0;
  let depth = 0;

  function skip(): void {
    while (/\s/.test(source[at] ?? '')) at++;
  }

  function eat(character: string): boolean {
    skip();
    if (source[at] !== character) return false;
    at++;
    return true;
  }

  function made(start: number): { readonly spot: Spot; readonly words: string } {
    return { spot, words: source.slice(start, at).replace(/\s+/g, '') };
  }

  function value(): Expression | undefined {
    if (++depth > MAX_DEPTH) return undefined;
    skip();
    const start = at;
    let expression = primary(start);
    while (expression !== undefined) {
      const key: Expression | undefined = eat('.') ? property() : eat('[') ? index() : undefined;
      if (key === undefined) break;
      expression = { type: 'member', of: expression, key, ...made(start) };
    }
    depth--;
    return expression;
  }

  function property(): Expression | undefined {
    const start = at;
    const name = word();
    return name === undefined ? undefined : { type: 'literal', value: name, ...made(start) };
  }

  function index(): Expression | undefined {
    const key = value();
    return eat(']') ? key : undefined;
  }

  function word(): string | undefined {
    const found = /^[A-Za-z_][\w]*/.exec(source.slice(at, at + 256))?.[0];
    if (found !== undefined) at += found.length;
    return found;
  }

  function primary(start: number): Expression | undefined {
    if (source[at] === "'") return text(start);
    const number = /^-?\d{1,15}/.exec(source.slice(at, at + 20))?.[0];
    if (number !== undefined) {
      at += number.length;
      return { type: 'literal', value: Number(number), ...made(start) };
    }
    let name = word();
    // Functions of a template have a namespace before them.
    while (name !== undefined && source[at] === '.') {
      at++;
      const next = word();
      name = next === undefined ? undefined : `${name}.${next}`;
    }
    if (name === undefined || !eat('(')) return undefined;
    const args: Expression[] = [];
    if (eat(')')) return { type: 'call', name, args, ...made(start) };
    for (;;) {
      const arg = value();
      if (arg === undefined) return undefined;
      args.push(arg);
      if (eat(')')) return { type: 'call', name, args, ...made(start) };
      if (!eat(',')) return undefined;
    }
  }

  /** A quote in a text is doubled. */
  function text(start: number): Expression | undefined {
    let value = '';
    for (at++; at < source.length; at++) {
      if (source[at] !== "'") value += source[at];
      else if (source[at + 1] === "'") {
        value += "'";
        at++;
      } else {
        at++;
        return { type: 'literal', value, ...made(start) };
      }
    }
    return undefined;
  }

  const expression = value();
  skip();
  return at === source.length ? expression : undefined;
}
