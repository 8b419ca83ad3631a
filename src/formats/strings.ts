import { MAX_NEIGHBOURS, MAX_TEXT_LENGTH, type Neighbour } from '../model.ts';
import type { Entry, Format, Reading, Wanted } from './format.ts';

const MAX_PAIRS = 200_000;

/** Localised strings in their text form, `"key" = "value";`; the compiled form is a property list. */
export const strings: Format = {
  id: 'strings',
  title: 'Apple .strings text',
  docs: {
    reads: 'Keys and values in UTF-8 or UTF-16.',
    locator: '`strings key`',
    blind: 'Nothing known.',
    source: [
      'https://developer.apple.com/library/archive/documentation/Cocoa/Conceptual/LoadingResources/Strings/Strings.html',
    ],
  },
  hint: { names: /\.strings$/ },
  sniff: (head, name) => /\.strings$/i.test(name) && !/^(?:bplist|\s{0,64}<)/.test(head.toString('latin1')),
  when: 'always',
  read: readStrings,
};

interface Pair {
  readonly key: string;
  readonly value: string;
  /** Index of the value's first character in the text. */
  readonly at: number;
}

interface Decoded {
  readonly text: string;
  /** Byte offset of a character, for ascending indices. */
  readonly offsetOf: (index: number) => number;
}

function* readStrings(entry: Entry, wanted: Wanted): Generator<Reading, void, undefined> {
  const { text, offsetOf } = decode(entry.bytes);
  const { pairs, rest } = parsePairs(text);
  const position = positionOf(text);
  for (const [index, pair] of pairs.entries()) {
    const value = pair.value.slice(0, MAX_TEXT_LENGTH);
    if (!wanted.key(pair.key) && !wanted.text(value)) continue;
    const place = {
      ...entry.place,
      ...position(pair.at),
      offset: entry.base + offsetOf(pair.at),
      locator: `strings ${pair.key.slice(0, 128)}`,
    };
    yield { type: 'text', text: { value, key: pair.key, place, around: () => neighboursOf(pairs, index) } };
  }
  if (rest !== undefined) {
    yield { type: 'problem', kind: 'malformed', reason: `.strings file ends in the middle, at character ${rest}` };
  }
}

function neighboursOf(pairs: readonly Pair[], index: number): Neighbour[] {
  const found: Neighbour[] = [];
  for (let distance = 1; distance < pairs.length && found.length < MAX_NEIGHBOURS; distance += 1) {
    for (const pair of [pairs[index - distance], pairs[index + distance]]) {
      if (pair !== undefined) found.push({ key: pair.key, value: pair.value.slice(0, MAX_TEXT_LENGTH) });
    }
  }
  return found.slice(0, MAX_NEIGHBOURS);
}

/** By byte order mark; without one, by where the zero byte of the first character stands (RFC 4627 section 3 does so too). */
function decode(bytes: Buffer): Decoded {
  const mark = bytes.length >= 2 ? bytes.readUInt16BE(0) : 0;
  const wide = (skipped: number, text: string): Decoded => ({ text, offsetOf: (index) => skipped + 2 * index });
  const even = (from: number) => bytes.subarray(from, bytes.length - ((bytes.length - from) % 2));
  if (mark === 0xfffe) return wide(2, even(2).toString('utf16le'));
  if (mark === 0xfeff) return wide(2, Buffer.from(even(2)).swap16().toString('utf16le'));
  if (bytes[0] === 0 && bytes[1] !== 0) return wide(0, Buffer.from(even(0)).swap16().toString('utf16le'));
  if (bytes[1] === 0 && bytes[0] !== 0) return wide(0, even(0).toString('utf16le'));
  const text = bytes.toString('utf8');
  let at = { index: 0, offset: 0 };
  return {
    text,
    offsetOf: (index) => {
      at = { index, offset: at.offset + Buffer.byteLength(text.slice(at.index, index)) };
      return at.offset;
    },
  };
}

/** Line and column of a character, 1-based, for ascending indices. */
function positionOf(text: string): (index: number) => { line: number; column: number } {
  let line = 1;
  let lineStart = 0;
  return (index) => {
    for (let next = text.indexOf('\n', lineStart); next !== -1 && next < index; next = text.indexOf('\n', lineStart)) {
      line += 1;
      lineStart = next + 1;
    }
    return { line, column: index - lineStart + 1 };
  };
}

/** `rest` is where reading had to end, if it was before the end of the text. */
function parsePairs(text: string): { pairs: Pair[]; rest?: number } {
  const pairs: Pair[] = [];
  let at = 0;
  while (pairs.length < MAX_PAIRS) {
    at = skipBlanks(text, at);
    if (at >= text.length) return { pairs };
    const key = wordAt(text, at);
    if (key === undefined) return { pairs, rest: at };
    at = skipBlanks(text, key.end);
    // `key;` means a value that is the key itself.
    if (text[at] === ';') {
      pairs.push({ key: key.value, value: key.value, at: key.start });
      at += 1;
      continue;
    }
    if (text[at] !== '=') return { pairs, rest: at };
    const value = wordAt(text, skipBlanks(text, at + 1));
    if (value === undefined) return { pairs, rest: at };
    pairs.push({ key: key.value, value: value.value, at: value.start });
    at = skipBlanks(text, value.end);
    if (text[at] === ';') at += 1;
  }
  return { pairs, rest: at };
}

/** Past white space, `/* … *\/` and `// …`; an open comment reaches to the end. */
function skipBlanks(text: string, from: number): number {
  let at = from;
  for (;;) {
    while (at < text.length && /[\s\ufeff]/.test(text.charAt(at))) at += 1;
    const block = text.startsWith('/*', at);
    if (!block && !text.startsWith('//', at)) return at;
    const end = text.indexOf(block ? '*/' : '\n', at + 2);
    if (end === -1) return text.length;
    at = end + (block ? 2 : 1);
  }
}

interface Word {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** A quoted string, or a bare word of letters, digits and `_ - . / : $`. */
function wordAt(text: string, at: number): Word | undefined {
  const quote = text[at];
  if (quote !== '"' && quote !== "'") {
    let end = at;
    while (end < text.length && /[\w.\-/:$]/.test(text.charAt(end))) end += 1;
    return end === at ? undefined : { value: text.slice(at, end), start: at, end };
  }
  for (let end = at + 1; end < text.length; end += 1) {
    if (text[end] === '\\') end += 1;
    else if (text[end] === quote) return { value: unquote(text.slice(at + 1, end)), start: at + 1, end: end + 1 };
  }
  return undefined;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

function unquote(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(
    /\\(?:[uU]([0-9a-fA-F]{4})|([\s\S]))/g,
    (_, hex: string | undefined, plain: string | undefined) => {
      if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
      return ESCAPES[plain ?? ''] ?? plain ?? '';
    },
  );
}
