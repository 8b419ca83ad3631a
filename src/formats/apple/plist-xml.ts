import { firstSign } from '../source-text.ts';
import { MAX_DEPTH, MAX_NODES, type PlistNode, type PlistReading, type PlistText } from './plist-node.ts';

/**
 * XML property lists (PropertyList-1.0.dtd). One pass over the source; what stands before a fault is kept. Attributes and
 * the DOCTYPE carry nothing here, so no entity beyond the five of XML and character references is known, and none expands.
 */

const LEAVES: readonly string[] = ['key', 'string', 'integer', 'real', 'date', 'data'];

/** The source as a string in which every character is one unit of `unit` bytes, so that positions are byte offsets. */
interface Source {
  readonly text: string;
  readonly unit: 1 | 2;
  /** Bytes before the first character. */
  readonly skipped: number;
}

type Container = Extract<PlistNode, { type: 'dict' | 'array' }>;

export function isXmlPlist(head: Buffer): boolean {
  const sign = firstSign(head);
  if (sign !== undefined && sign !== 0x3c) return false;
  const start = sourceOf(head.subarray(0, 1_024)).text;
  return /^[\s\u00ef\u00bb\u00bf]{0,64}</.test(start) && /<(?:!DOCTYPE[ \t\r\n]{1,16})?plist[\s>]/.test(start);
}

export function readXmlPlist(bytes: Buffer): PlistReading {
  const source = sourceOf(bytes);
  const document: Extract<PlistNode, { type: 'array' }> = { type: 'array', items: [] };
  const open: { container: Container; name?: PlistText }[] = [{ container: document }];
  const end = (problem?: PlistReading['problem']): PlistReading => ({
    root: document.items[0] ?? { type: 'other' },
    ...(problem && { problem }),
  });
  let nodes = 0;
  let unknown = false;
  let at = 0;
  for (;;) {
    const tag = nextTag(source.text, at);
    if (tag === undefined) break;
    at = tag.end;
    const top = open[open.length - 1];
    if (top === undefined || tag.name === 'plist' || tag.name === '') continue;
    if (tag.closing) {
      if (open.length > 1) open.pop();
      continue;
    }
    nodes += 1;
    if (nodes > MAX_NODES) return end({ kind: 'limit', reason: `more than ${MAX_NODES} values` });
    if (tag.name === 'dict' || tag.name === 'array') {
      const container: Container = tag.name === 'dict' ? { type: 'dict', members: [] } : { type: 'array', items: [] };
      place(top, container);
      if (tag.empty) continue;
      if (open.length > MAX_DEPTH) return end({ kind: 'limit', reason: `nested deeper than ${MAX_DEPTH}` });
      open.push({ container });
      continue;
    }
    if (!LEAVES.includes(tag.name)) {
      unknown ||= tag.name !== 'true' && tag.name !== 'false';
      place(
        top,
        tag.name === 'true' || tag.name === 'false' ? textNode(source, tag.name, tag.start) : { type: 'other' },
      );
      continue;
    }
    const leaf = tag.empty ? { raw: '', end: tag.end, closed: true } : leafContent(source.text, tag.end);
    at = leaf.end;
    const node = leafNode(source, tag.name, leaf.raw, tag.end);
    if (tag.name === 'key') top.name = textNode(source, decodeUnits(source, leaf.raw), tag.end);
    else place(top, node);
    if (!leaf.closed) break;
  }
  if (open.length > 1) return end({ kind: 'truncated', reason: 'XML property list ends inside an element' });
  if (document.items.length === 0) return end({ kind: 'malformed', reason: 'XML property list without a value' });
  if (unknown) return end({ kind: 'malformed', reason: 'XML property list with elements that none has' });
  return end();
}

/** Reads as 8-bit units, so that a position is a byte offset; UTF-16 (told by its byte order mark) as its own units. */
function sourceOf(bytes: Buffer): Source {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: bytes.toString('utf16le', 2), unit: 2, skipped: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    const even = bytes.subarray(2, bytes.length - (bytes.length % 2));
    return { text: Buffer.from(even).swap16().toString('utf16le'), unit: 2, skipped: 2 };
  }
  return { text: bytes.toString('latin1'), unit: 1, skipped: 0 };
}

/** Text of a stretch of the source: 8-bit units are UTF-8, which is what property lists without a mark are in. */
function decodeUnits(source: Source, raw: string): string {
  return unescapeXml(source.unit === 1 ? Buffer.from(raw, 'latin1').toString('utf8') : raw);
}

function textNode(source: Source, value: string, at: number): PlistText {
  return { type: 'text', value, offset: source.skipped + source.unit * at };
}

function leafNode(source: Source, name: string, raw: string, at: number): PlistNode {
  if (name === 'string' || name === 'integer') return textNode(source, decodeUnits(source, raw), at);
  if (name !== 'data') return { type: 'other' };
  return { type: 'data', bytes: Buffer.from(raw, 'base64'), offset: source.skipped + source.unit * at };
}

/** Puts a value where it belongs: in an array, or in a dictionary under the key before it (without one it is lost). */
function place(top: { container: Container; name?: PlistText }, value: PlistNode): void {
  if (top.container.type === 'array') {
    top.container.items.push(value);
    return;
  }
  if (top.name === undefined) return;
  top.container.members.push({ name: top.name, value });
  delete top.name;
}

interface Tag {
  readonly name: string;
  readonly closing: boolean;
  readonly empty: boolean;
  readonly start: number;
  readonly end: number;
}

/** The next tag; comments, processing instructions and the DOCTYPE come as a tag without a name. */
function nextTag(text: string, from: number): Tag | undefined {
  const start = text.indexOf('<', from);
  if (start === -1) return undefined;
  const other = { name: '', closing: false, empty: true, start };
  for (const [opening, closing] of [
    ['<!--', '-->'],
    ['<?', '?>'],
    ['<![CDATA[', ']]>'],
  ] as const) {
    if (!text.startsWith(opening, start)) continue;
    const close = text.indexOf(closing, start + opening.length);
    return close === -1 ? undefined : { ...other, end: close + closing.length };
  }
  const close = text.indexOf('>', start);
  if (close === -1) return undefined;
  if (text[start + 1] === '!') {
    // A DOCTYPE with an internal subset ends behind it.
    const last = text.slice(start, close).includes('[') ? text.indexOf(']>', start) + 1 : close;
    return last < start ? undefined : { ...other, end: last + 1 };
  }
  const inside = text.slice(start + 1, Math.min(close, start + 257));
  return {
    name: /^\/?([A-Za-z]{0,32})/.exec(inside)?.[1] ?? '',
    closing: inside.startsWith('/'),
    empty: text[close - 1] === '/',
    start,
    end: close + 1,
  };
}

/** Characters of a leaf up to its closing tag: CDATA opened, comments left out. */
function leafContent(text: string, from: number): { raw: string; end: number; closed: boolean } {
  const parts: string[] = [];
  let at = from;
  for (;;) {
    const next = text.indexOf('<', at);
    if (next === -1) return { raw: parts.join('') + text.slice(at), end: text.length, closed: false };
    parts.push(text.slice(at, next));
    if (text.startsWith('<![CDATA[', next)) {
      const close = text.indexOf(']]>', next);
      // Ampersands in CDATA are themselves: escaped here, because the whole leaf is unescaped at the end.
      parts.push(text.slice(next + 9, close === -1 ? text.length : close).replaceAll('&', '&amp;'));
      at = close === -1 ? text.length : close + 3;
      continue;
    }
    const close = text.indexOf(text.startsWith('<!--', next) ? '-->' : '>', next);
    if (close === -1) return { raw: parts.join(''), end: text.length, closed: false };
    if (!text.startsWith('<!--', next)) {
      const closing = text[next + 1] === '/';
      return { raw: parts.join(''), end: closing ? close + 1 : next, closed: true };
    }
    at = close + 3;
  }
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-z]{2,4});/g, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
