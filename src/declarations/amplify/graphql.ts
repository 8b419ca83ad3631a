/**
 * Reads GraphQL's schema definition language as far as directives on types and fields go (spec.graphql.org/October2021, section 3).
 * Descriptions, interfaces, arguments and default values are passed over.
 */

/** Strings, numbers and enum values as text, lists and objects as they stand. */
export type GraphQlValue =
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'list'; readonly items: readonly GraphQlValue[] }
  | { readonly type: 'object'; readonly members: ReadonlyMap<string, GraphQlValue> };

export interface Directive {
  readonly name: string;
  readonly at: number;
  readonly args: ReadonlyMap<string, GraphQlValue>;
}

export interface GraphQlField {
  readonly name: string;
  readonly at: number;
  readonly directives: readonly Directive[];
  /** What stands behind `=`: the default of an input's field. */
  readonly value?: GraphQlValue;
}

export interface GraphQlType {
  readonly keyword: 'type' | 'input' | 'interface';
  readonly name: string;
  readonly at: number;
  readonly directives: readonly Directive[];
  readonly fields: readonly GraphQlField[];
}

export interface GraphQlSchema {
  readonly types: readonly GraphQlType[];
  readonly problem?: { readonly at: number; readonly reason: string };
}

interface Token {
  readonly kind: 'name' | 'text' | 'number' | 'mark' | 'end';
  readonly value: string;
  readonly at: number;
}

const TOKEN =
  /"""(?:[^"\\]|\\[\s\S]|"(?!""))*(?:"""|$)|"(?:[^"\\\r\n]|\\.)*"?|[A-Za-z_]\w*|-?\d[\w.+-]*|#[^\r\n]*|\.{3}|[\s,\ufeff]+|[\s\S]/y;
const MAX_TOKENS = 400_000;
const MAX_DEPTH = 60;

function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length && tokens.length < MAX_TOKENS) {
    const at = TOKEN.lastIndex;
    const [value] = TOKEN.exec(text) ?? [''];
    if (value === '') break;
    if (/^[\s,\ufeff#]/.test(value)) continue;
    if (value.startsWith('"')) tokens.push({ kind: 'text', value: unquoted(value), at });
    else if (/^[A-Za-z_]/.test(value)) tokens.push({ kind: 'name', value, at });
    else tokens.push({ kind: /^-?\d/.test(value) ? 'number' : 'mark', value, at });
  }
  return tokens;
}

function unquoted(value: string): string {
  return value.startsWith('"""') ? value.slice(3, -3) : value.slice(1, -1).replace(/\\(.)/g, '$1');
}

/** Never throws. A definition that does not follow the grammar is left out, the rest is read. */
export function parseGraphQl(text: string): GraphQlSchema {
  const tokens = tokenise(text);
  const types: GraphQlType[] = [];
  let problem: GraphQlSchema['problem'];
  let index = 0;
  const end: Token = { kind: 'end', value: '', at: text.length };
  const peek = (ahead = 0): Token => tokens[index + ahead] ?? end;
  const next = (): Token => tokens[index++] ?? end;
  const is = (value: string) => peek().kind !== 'text' && peek().value === value;
  const take = (value: string): boolean => {
    if (!is(value)) return false;
    index++;
    return true;
  };
  const fail = (reason: string) => {
    problem ??= { at: peek().at, reason };
  };

  while (peek().kind !== 'end') {
    const { kind, value } = peek();
    if (kind === 'name' && (value === 'type' || value === 'input' || value === 'interface')) readType(value);
    else if (
      kind === 'name' &&
      ['schema', 'enum', 'scalar', 'union', 'directive', 'extend', 'implements'].includes(value)
    ) {
      next();
      if (value !== 'extend') passDefinition();
    } else next();
  }
  return { types, ...(problem === undefined ? {} : { problem }) };

  /** Up to the next definition. */
  function passDefinition(): void {
    while (peek().kind !== 'end' && !is('type') && !is('input') && !is('interface') && !is('extend') && !is('enum')) {
      if (is('{') || is('(')) passGroup();
      else next();
      if (peek(-1).value === '}') return;
    }
  }

  function passGroup(): void {
    let depth = 0;
    do {
      const { kind, value } = next();
      if (kind === 'end') {
        fail('a bracket is not closed');
        return;
      }
      if (kind !== 'mark') continue;
      if (value === '{' || value === '(' || value === '[') depth++;
      if (value === '}' || value === ')' || value === ']') depth--;
    } while (depth > 0);
  }

  function readType(keyword: GraphQlType['keyword']): void {
    next();
    const name = next();
    if (name.kind !== 'name') {
      fail('a type has no name');
      return;
    }
    while (peek().kind !== 'end' && !is('@') && !is('{') && !startsDefinition()) next();
    const directives = readDirectives();
    const fields = take('{') ? readFields() : [];
    types.push({ keyword, name: name.value, at: name.at, directives, fields });
  }

  function startsDefinition(): boolean {
    return is('type') || is('input') || is('enum') || is('extend') || is('scalar') || is('union');
  }

  function readFields(): readonly GraphQlField[] {
    const fields: GraphQlField[] = [];
    while (!take('}')) {
      if (peek().kind === 'end') {
        fail('a type is not closed');
        return fields;
      }
      const name = next();
      if (name.kind !== 'name') continue;
      if (is('(')) passGroup();
      if (!take(':')) continue;
      while (peek().kind === 'name' || is('[')) {
        if (next().kind === 'name') break;
      }
      while (take(']') || take('!'));
      const value = take('=') ? readValue(0) : undefined;
      fields.push({
        name: name.value,
        at: name.at,
        directives: readDirectives(),
        ...(value === undefined ? {} : { value }),
      });
    }
    return fields;
  }

  function readDirectives(): readonly Directive[] {
    const directives: Directive[] = [];
    while (is('@')) {
      const { at } = next();
      const name = next();
      const args = new Map<string, GraphQlValue>();
      if (take('(')) readMembers(')', args, 0);
      directives.push({ name: name.value, at, args });
    }
    return directives;
  }

  function readMembers(close: string, into: Map<string, GraphQlValue>, depth: number): void {
    while (!take(close)) {
      if (peek().kind === 'end') {
        fail('a bracket is not closed');
        return;
      }
      const name = next();
      if (take(':')) into.set(name.value, readValue(depth + 1));
    }
  }

  function readValue(depth: number): GraphQlValue {
    if (depth > MAX_DEPTH) {
      fail('is nested too deeply');
      index = tokens.length;
      return { type: 'text', value: '' };
    }
    if (take('[')) {
      const items: GraphQlValue[] = [];
      while (!take(']')) {
        if (peek().kind === 'end') {
          fail('a list is not closed');
          break;
        }
        items.push(readValue(depth + 1));
      }
      return { type: 'list', items };
    }
    if (take('{')) {
      const members = new Map<string, GraphQlValue>();
      readMembers('}', members, depth + 1);
      return { type: 'object', members };
    }
    return { type: 'text', value: next().value };
  }
}

/** The texts of a value that is one, or a list of them. */
export function textsOf(value: GraphQlValue | undefined): readonly string[] {
  if (value?.type === 'text') return [value.value];
  return value?.type === 'list' ? value.items.flatMap((item) => textsOf(item)) : [];
}
