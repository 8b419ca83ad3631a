import type { Text } from '../model.ts';
import type { Section, Slice } from './apple/macho-layout.ts';
import type { Entry, Wanted } from './format.ts';
import { wordsAt } from './words.ts';

/**
 * Swift strings of up to 15 bytes are no literals but immediates: 16 bytes in two registers, the top byte 0xE0 + length
 * for ASCII (swiftlang/swift, StringObject.swift, “small strings”). On arm64 each register is filled by MOVZ/MOVN and MOVK
 * (Arm ARM, C6.2), 16 bits at a time; following these through the code gives the strings back.
 */

/** Instructions after which a register is taken as used for something else. */
const WINDOW = 24;
const LONG_AGO = -(2 ** 30);
const MAX_CODE = 128 * 1024 * 1024;
const MAX_FOUND = 100_000;
const NEIGHBOURS = 64;

const MOVN = 0x125;
const MOVZ = 0x1a5;
const MOVK = 0x1e5;

export interface SmallString {
  readonly value: string;
  /** Byte offset of the instruction that completes it. */
  readonly offset: number;
}

/** The small strings of a Swift slice that are wanted; their neighbours are the small strings of the code around. */
export function* swiftTexts(entry: Entry, slice: Slice, wanted: Wanted): Generator<Text, void, undefined> {
  if (slice.arch !== 'arm64' || !slice.sections.some((section) => section.name.startsWith('__swift5_'))) return;
  for (const section of slice.sections) {
    if (section.name !== '__text') continue;
    const found = smallStrings(entry.bytes, section);
    for (const [index, { value, offset }] of found.entries()) {
      if (!wanted.text(value)) continue;
      const locator = `${slice.arch} ${section.segment},${section.name} Swift string`;
      const around = () => neighbours(found, index).map((neighbour) => ({ value: neighbour.value }));
      yield { value, place: { ...entry.place, offset: entry.base + offset, locator }, around };
    }
  }
}

function neighbours(found: readonly SmallString[], index: number): SmallString[] {
  const near: SmallString[] = [];
  for (let distance = 1; distance <= NEIGHBOURS; distance += 1) {
    for (const other of [found[index - distance], found[index + distance]]) if (other !== undefined) near.push(other);
  }
  return near.slice(0, NEIGHBOURS);
}

/** Every small string that arm64 code in [start, end) builds, by ascending offset. */
export function smallStrings(bytes: Buffer, section: Pick<Section, 'start' | 'end'>): SmallString[] {
  const size = Math.max(0, Math.min(section.end - section.start, MAX_CODE));
  const words = wordsAt(bytes, section.start, size >>> 2);
  const low = new Uint32Array(32);
  const high = new Uint32Array(32);
  const written = new Int32Array(32).fill(LONG_AGO);
  const found: SmallString[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? 0;
    const operation = word >>> 23;
    if (operation !== MOVZ && operation !== MOVK && operation !== MOVN) continue;
    const register = word & 31;
    if (register === 31) continue;
    const shift = (word >>> 21) & 3;
    const immediate = (word >>> 5) & 0xffff;
    if (operation !== MOVK) {
      const fill = operation === MOVN ? 0xffffffff : 0;
      low[register] = fill;
      high[register] = fill;
    }
    const half = shift < 2 ? low : high;
    const value = operation === MOVN ? ~immediate & 0xffff : immediate;
    const keep = half[register] ?? 0;
    half[register] = shift % 2 === 0 ? (keep & 0xffff0000) | value : (keep & 0xffff) | (value << 16);
    written[register] = index;
    const text = completed(register, index, low, high, written);
    if (text === undefined) continue;
    found.push({ value: text, offset: section.start + 4 * index });
    if (found.length >= MAX_FOUND) break;
  }
  return found;
}

/** The string that the write to `register` completed, the register beside it tried first. */
function completed(
  register: number,
  now: number,
  low: Uint32Array,
  high: Uint32Array,
  written: Int32Array,
): string | undefined {
  const tag = (high[register] ?? 0) >>> 24;
  const isTop = tag > 0xe0 && tag <= 0xef;
  const others = isTop ? [register - 1, register + 1] : [register + 1, register - 1];
  for (let other = 0; other < 31; other += 1) if (other !== register) others.push(other);
  for (const other of others) {
    if (other < 0 || other > 30 || now - (written[other] ?? LONG_AGO) > WINDOW) continue;
    const [first, second] = isTop ? [other, register] : [register, other];
    const text = decode(low[first] ?? 0, high[first] ?? 0, low[second] ?? 0, high[second] ?? 0);
    if (text === undefined) continue;
    // Used up: the next string may be built in one of them while the other still holds its half of this one.
    written[register] = LONG_AGO;
    written[other] = LONG_AGO;
    return text;
  }
  return undefined;
}

/** The string of two registers as four 32-bit halves, if its length and every byte of it agree. */
function decode(a: number, b: number, c: number, d: number): string | undefined {
  const tag = d >>> 24;
  if (tag <= 0xe0 || tag > 0xef) return undefined;
  const count = tag - 0xe0;
  const halves = [a, b, c, d & 0x00ffffff];
  let text = '';
  for (let at = 0; at < 15; at += 1) {
    const byte = ((halves[at >> 2] ?? 0) >>> (8 * (at & 3))) & 0xff;
    if (at >= count ? byte !== 0 : byte < 0x20 || byte > 0x7e) return undefined;
    if (at < count) text += String.fromCharCode(byte);
  }
  return text;
}
