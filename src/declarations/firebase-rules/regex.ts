/**
 * The regular expressions of security rules (RE2: no back-references, no look-around), matched in time linear in the text, and turned
 * into a text that matches. The patterns come out of files, so they never reach the engine of JavaScript.
 */

type Node =
  | { readonly kind: 'set'; readonly has: (code: number) => boolean; readonly example: string }
  | { readonly kind: 'all'; readonly parts: readonly Node[] }
  | { readonly kind: 'any'; readonly parts: readonly Node[] }
  | { readonly kind: 'repeat'; readonly part: Node; readonly least: number; readonly most: number }
  | { readonly kind: 'start' }
  | { readonly kind: 'end' };

/** Longer patterns, deeper groups and larger automata are not looked at. */
const MAX_PATTERN = 500;
const MAX_DEPTH = 20;
const MAX_STATES = 600;
const MAX_TEXT = 300;

export interface Regex {
  readonly node: Node;
  readonly states: readonly State[];
}

/** Undefined for what is no pattern, or one that is larger or richer than this reader. */
export function regexFrom(source: string, ignoreCase = false): Regex | undefined {
  if (source.length > MAX_PATTERN) return undefined;
  const reader: Reader = { source, at: 0, depth: 0, ignoreCase };
  const node = readAlternatives(reader);
  if (node === undefined || reader.at < source.length) return undefined;
  const states: State[] = [];
  const accepts = compile(node, add(states, { kind: 'accept' }), states);
  if (accepts === undefined) return undefined;
  return { node, states: [...states, { kind: 'jump', to: [accepts] }] };
}

interface Reader {
  readonly source: string;
  readonly ignoreCase: boolean;
  at: number;
  depth: number;
}

function readAlternatives(reader: Reader): Node | undefined {
  if (++reader.depth > MAX_DEPTH) return undefined;
  const parts: Node[] = [];
  for (;;) {
    const part = readSequence(reader);
    if (part === undefined) return undefined;
    parts.push(part);
    if (reader.source[reader.at] !== '|') break;
    reader.at++;
  }
  reader.depth--;
  return parts.length === 1 ? parts[0] : { kind: 'any', parts };
}

function readSequence(reader: Reader): Node | undefined {
  const parts: Node[] = [];
  while (reader.at < reader.source.length && !'|)'.includes(reader.source[reader.at] ?? '')) {
    const atom = readAtom(reader);
    const part = atom === undefined ? undefined : readQuantifier(reader, atom);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  return { kind: 'all', parts };
}

function readAtom(reader: Reader): Node | undefined {
  const { source } = reader;
  const character = source[reader.at++] ?? '';
  if (character === '(') return readGroup(reader);
  if (character === '[') return readClass(reader);
  if (character === '\\') return readEscape(reader);
  if (character === '.') return { kind: 'set', has: (code) => code !== 10, example: 'x' };
  if (character === '^') return { kind: 'start' };
  if (character === '$') return { kind: 'end' };
  if ('*+?'.includes(character)) return undefined;
  return literal(character, reader.ignoreCase);
}

function literal(character: string, ignoreCase: boolean): Node {
  const cases = ignoreCase ? [character.toLowerCase(), character.toUpperCase()] : [character];
  const codes = cases.map((one) => one.charCodeAt(0));
  return { kind: 'set', has: (code) => codes.includes(code), example: character };
}

function readGroup(reader: Reader): Node | undefined {
  const { source } = reader;
  if (source.startsWith('?:', reader.at)) reader.at += 2;
  else if (source[reader.at] === '?') return undefined;
  const inner = readAlternatives(reader);
  if (inner === undefined || source[reader.at] !== ')') return undefined;
  reader.at++;
  return inner;
}

/** Characters in order of how well they read in an example. */
const EXAMPLES = 'xabcdefghijklmnopqrstuvwyz1234567890ABCDEFGHIJKLMNOPQRSTUVWXYZ-_. @/:,;+#!?&=%()[]{}<>*~^$|\'"\\`';

function setOf(has: (code: number) => boolean): Node | undefined {
  const example = [...EXAMPLES].find((character) => has(character.charCodeAt(0)));
  return example === undefined ? undefined : { kind: 'set', has, example };
}

const isDigit = (code: number) => code >= 48 && code <= 57;
const isWord = (code: number) =>
  isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;
const isBlank = (code: number) => code === 32 || (code >= 9 && code <= 13);

const CLASSES: Readonly<Record<string, (code: number) => boolean>> = {
  d: isDigit,
  D: (code) => !isDigit(code),
  w: isWord,
  W: (code) => !isWord(code),
  s: isBlank,
  S: (code) => !isBlank(code),
};

const CONTROLS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f', v: '\v' };

/** What follows a backslash: a class, a control character, or a mark that stands for itself. */
function readEscape(reader: Reader): Node | undefined {
  const character = reader.source[reader.at++] ?? '';
  const has = CLASSES[character];
  if (has !== undefined) return setOf(has);
  const control = CONTROLS[character];
  if (control !== undefined) return literal(control, false);
  return character === '' || isWord(character.charCodeAt(0)) ? undefined : literal(character, false);
}

function readClass(reader: Reader): Node | undefined {
  const { source } = reader;
  const negated = source[reader.at] === '^';
  if (negated) reader.at++;
  const tests: ((code: number) => boolean)[] = [];
  for (let first = true; ; first = false) {
    const character = source[reader.at];
    if (character === undefined) return undefined;
    if (character === ']' && !first) break;
    const test = readRange(reader);
    if (test === undefined) return undefined;
    tests.push(test);
  }
  reader.at++;
  const within = (code: number) => tests.some((test) => test(code));
  const folded = (code: number) => within(code) || (reader.ignoreCase && otherCase(code).some(within));
  return setOf((code) => folded(code) !== negated);
}

function otherCase(code: number): readonly number[] {
  const character = String.fromCharCode(code);
  return [character.toLowerCase(), character.toUpperCase()].map((one) => one.charCodeAt(0));
}

function readRange(reader: Reader): ((code: number) => boolean) | undefined {
  const from = readMember(reader);
  if (typeof from !== 'number') return from;
  const { source } = reader;
  if (source[reader.at] !== '-' || source[reader.at + 1] === ']') return (code) => code === from;
  reader.at++;
  const to = readMember(reader);
  return typeof to === 'number' && to >= from ? (code) => code >= from && code <= to : undefined;
}

function readMember(reader: Reader): number | ((code: number) => boolean) | undefined {
  const character = reader.source[reader.at++] ?? '';
  if (character === '[' && reader.source[reader.at] === ':') return undefined;
  if (character !== '\\') return character.charCodeAt(0);
  const escaped = reader.source[reader.at++] ?? '';
  const known = CLASSES[escaped] ?? CONTROLS[escaped]?.charCodeAt(0);
  if (known !== undefined) return known;
  return escaped === '' || isWord(escaped.charCodeAt(0)) ? undefined : escaped.charCodeAt(0);
}

const COUNT = /\{(\d{1,4})(,(\d{0,4}))?\}/y;

function readQuantifier(reader: Reader, part: Node): Node | undefined {
  const { source } = reader;
  const character = source[reader.at];
  let range: readonly [number, number] | undefined;
  if (character === '*') range = [0, Number.POSITIVE_INFINITY];
  else if (character === '+') range = [1, Number.POSITIVE_INFINITY];
  else if (character === '?') range = [0, 1];
  if (range !== undefined) reader.at++;
  else if (character === '{') {
    COUNT.lastIndex = reader.at;
    const found = COUNT.exec(source);
    if (found === null) return part;
    const least = Number(found[1]);
    range = [least, found[2] === undefined ? least : found[3] === '' ? Number.POSITIVE_INFINITY : Number(found[3])];
    reader.at = COUNT.lastIndex;
  }
  if (range === undefined) return part;
  // A lazy quantifier matches the same texts.
  if (source[reader.at] === '?') reader.at++;
  const [least, most] = range;
  return least <= most ? { kind: 'repeat', part, least, most } : undefined;
}

type State =
  | { readonly kind: 'accept' }
  | { readonly kind: 'jump'; readonly to: readonly number[] }
  | { readonly kind: 'set'; readonly has: (code: number) => boolean; readonly to: number }
  | { readonly kind: 'start' | 'end'; readonly to: number };

function add(states: State[], state: State): number {
  return states.push(state) - 1;
}

/** Adds the states of a node in front of `next`; the first of them, or undefined if there are too many. */
function compile(node: Node, next: number, states: State[]): number | undefined {
  if (states.length > MAX_STATES) return undefined;
  switch (node.kind) {
    case 'set':
      return add(states, { kind: 'set', has: node.has, to: next });
    case 'start':
    case 'end':
      return add(states, { kind: node.kind, to: next });
    case 'all':
      return node.parts.reduceRight<number | undefined>(
        (after, part) => (after === undefined ? undefined : compile(part, after, states)),
        next,
      );
    case 'any': {
      const to = node.parts.flatMap((part) => compile(part, next, states) ?? []);
      return to.length < node.parts.length ? undefined : add(states, { kind: 'jump', to });
    }
    case 'repeat':
      return compileRepeat(node, next, states);
  }
}

function compileRepeat(node: Extract<Node, { kind: 'repeat' }>, next: number, states: State[]): number | undefined {
  let first: number | undefined = next;
  if (node.most === Number.POSITIVE_INFINITY) {
    const to: number[] = [next];
    const loop = add(states, { kind: 'jump', to });
    const body = compile(node.part, loop, states);
    if (body === undefined) return undefined;
    to.push(body);
    first = loop;
  } else {
    for (let count = node.least; count < node.most && first !== undefined; count++) {
      const body: number | undefined = compile(node.part, first, states);
      first = body === undefined ? undefined : add(states, { kind: 'jump', to: [next, body] });
    }
  }
  for (let count = 0; count < node.least && first !== undefined; count++) first = compile(node.part, first, states);
  return first;
}

/** Does the whole text match? */
export function matchesWhole(regex: Regex, text: string): boolean | undefined {
  return run(regex, text, true);
}

/** Does any part of the text match? */
export function matchesPart(regex: Regex, text: string): boolean | undefined {
  return run(regex, text, false);
}

/** Undefined for texts that are too long to look at. */
function run({ states }: Regex, text: string, whole: boolean): boolean | undefined {
  if (text.length > MAX_TEXT) return undefined;
  const entry = states.length - 1;
  let active = closure(states, [entry], 0, text.length);
  for (let at = 0; at < text.length; at++) {
    if (!whole && active.accepted) return true;
    const code = text.charCodeAt(at);
    const next = active.sets.flatMap((state) => (state.has(code) ? [state.to] : []));
    active = closure(states, whole ? next : [...next, entry], at + 1, text.length);
  }
  return active.accepted;
}

function closure(states: readonly State[], from: readonly number[], at: number, length: number) {
  const seen = new Set<number>();
  const sets: Extract<State, { kind: 'set' }>[] = [];
  const waiting = [...from];
  let accepted = false;
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const state = states[index];
    if (state === undefined || seen.has(index)) continue;
    seen.add(index);
    if (state.kind === 'accept') accepted = true;
    else if (state.kind === 'set') sets.push(state);
    else if (state.kind === 'jump') waiting.push(...state.to);
    else if (state.kind === 'start' ? at === 0 : at === length) waiting.push(state.to);
  }
  return { sets, accepted };
}

/** A text that the pattern should match; what may be left out or repeated is taken `times` times where that is allowed. */
export function exampleOf({ node }: Regex, times: number): string {
  return exampleNode(node, times).slice(0, MAX_TEXT);
}

function exampleNode(node: Node, times: number): string {
  switch (node.kind) {
    case 'set':
      return node.example;
    case 'all':
      return node.parts.map((part) => exampleNode(part, times)).join('');
    case 'any':
      return exampleNode(node.parts[0] ?? { kind: 'start' }, times);
    case 'repeat': {
      const count = Math.min(Math.max(times, node.least), node.most, MAX_STATES);
      const one = exampleNode(node.part, times).slice(0, MAX_TEXT);
      return one.repeat(Math.min(count, Math.ceil(MAX_TEXT / Math.max(one.length, 1))));
    }
    case 'start':
    case 'end':
      return '';
  }
}
