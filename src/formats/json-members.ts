import { unescapeText } from './escapes.ts';

/** A scalar in a JSON document. */
export interface JsonMember {
  /** The nearest member name above it; undefined at the root. */
  readonly key: string | undefined;
  /** Serial number among all scalars. */
  readonly index: number;
  /** Serial number of the object or array that holds it. */
  readonly parent: number;
  /** Indices of the value's first character (inside the quotes) and behind its last. */
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
  /** Escapes resolved. */
  readonly value: () => string;
  /** `client[0].api_key[0].current_key` */
  readonly path: () => string;
}

interface Frame {
  readonly parent: Frame | undefined;
  readonly id: number;
  readonly array: boolean;
  /** Own name in the frame above. */
  readonly name: string | number | undefined;
  readonly inherited: string | undefined;
  next: number;
  key: string | undefined;
}

const MAX_DEPTH = 512;
const MAX_PATH_DEPTH = 32;

/** Where a walk ended: at the end of the text, outside of all brackets, if the text is whole. */
export interface JsonEnd {
  readonly at: number;
  readonly open: boolean;
}

/**
 * All scalars of a JSON text, in order, without recursion. Comments, trailing commas, and the names and quotes of JSON5
 * are borne; it ends where the text stops to be JSON, and tells where. A reader needs positions and has to live with
 * broken files, so this is no parser but a walk.
 */
export function* jsonMembers(text: string): Generator<JsonMember, JsonEnd, undefined> {
  let frame: Frame | undefined;
  let frames = 0;
  let depth = 0;
  let index = 0;
  let at = 0;
  while (at < text.length) {
    const character = text[at];
    switch (character) {
      case '{':
      case '[':
        if (depth >= MAX_DEPTH) return { at, open: true };
        depth += 1;
        frames += 1;
        frame = {
          parent: frame,
          id: frames,
          array: character === '[',
          name: slotOf(frame),
          inherited: frame?.key ?? frame?.inherited,
          next: 0,
          key: undefined,
        };
        at += 1;
        continue;
      case '}':
      case ']':
        if (frame === undefined) return { at, open: false };
        frame = frame.parent;
        depth -= 1;
        at += 1;
        continue;
      case ',':
        if (frame !== undefined) {
          frame.next += 1;
          frame.key = undefined;
        }
        at += 1;
        continue;
      case ':':
      case ' ':
      case '\n':
      case '\r':
      case '\t':
      case '\uFEFF':
        at += 1;
        continue;
      case '/': {
        const end = commentEnd(text, at);
        if (end === undefined) return { at, open: depth > 0 };
        at = end;
        continue;
      }
      case '"':
      case "'": {
        const end = stringEnd(text, at + 1, character);
        if (end === undefined) return { at, open: true };
        if (isName(text, frame, end + 1)) {
          frame.key = unescapeText(text.slice(at + 1, end));
        } else {
          yield member(text, frame, index, at + 1, end, true);
          index += 1;
        }
        at = end + 1;
        continue;
      }
      default: {
        const end = scalarEnd(text, at);
        if (end === at) return { at, open: depth > 0 };
        if (isName(text, frame, end)) {
          frame.key = text.slice(at, end);
        } else {
          yield member(text, frame, index, at, end, false);
          index += 1;
        }
        at = end;
      }
    }
  }
  return { at, open: depth > 0 };
}

/** What ends before `end` is a name: in an object, where none was given yet, with a colon behind it. */
function isName(text: string, frame: Frame | undefined, end: number): frame is Frame {
  return frame !== undefined && !frame.array && frame.key === undefined && isColon(text, end);
}

function member(
  text: string,
  frame: Frame | undefined,
  index: number,
  start: number,
  end: number,
  quoted: boolean,
): JsonMember {
  const slot = slotOf(frame);
  return {
    key: frame?.key ?? frame?.inherited,
    index,
    parent: frame?.id ?? 0,
    start,
    end,
    quoted,
    value: () => (quoted ? unescapeText(text.slice(start, end)) : text.slice(start, end)),
    path: () => pathOf(frame, slot),
  };
}

function slotOf(frame: Frame | undefined): string | number | undefined {
  if (frame === undefined) return undefined;
  return frame.array ? frame.next : frame.key;
}

function pathOf(frame: Frame | undefined, slot: string | number | undefined): string {
  const slots = [slot];
  for (let above = frame; above !== undefined && slots.length < MAX_PATH_DEPTH; above = above.parent)
    slots.push(above.name);
  return slots
    .reverse()
    .map((name) => (typeof name === 'number' ? `[${name}]` : name === undefined ? '' : `.${name}`))
    .join('')
    .replace(/^\./, '');
}

function isColon(text: string, from: number): boolean {
  let at = from;
  while (at < text.length && (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t')) at += 1;
  return text[at] === ':';
}

/** Index of the closing quote. */
function stringEnd(text: string, from: number, quote: string): number | undefined {
  for (let at = text.indexOf(quote, from); at !== -1; at = text.indexOf(quote, at + 1)) {
    let slashes = 0;
    while (at - slashes > from && text[at - slashes - 1] === '\\') slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return undefined;
}

function commentEnd(text: string, at: number): number | undefined {
  if (text[at + 1] === '/') return endBehind(text, text.indexOf('\n', at), 1);
  if (text[at + 1] === '*') return endBehind(text, text.indexOf('*/', at + 2), 2);
  return undefined;
}

function endBehind(text: string, found: number, length: number): number {
  return found === -1 ? text.length : found + length;
}

/** Numbers, true, false, null, and the bare words of JSON5. */
function scalarEnd(text: string, from: number): number {
  const pattern = /[\w.+$-]{1,400}/y;
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}
