import { MAX_TEXT_LENGTH } from '../model.ts';
import { hitsWithin } from '../shared/runs.ts';
import type { Entry, Format, Hit, Reading, Wanted, WantedCall } from './format.ts';
import { scriptArguments } from './script-calls.ts';
import { stretchTexts } from './section-texts.ts';

/**
 * Dart kernel, the program of a debug build (`kernel_blob.bin`): components one behind the other, each with an index at its
 * end (dart-lang/sdk, pkg/kernel/binary.md). Strings stand in a table without separators; the sources stand in it whole.
 */
const MAGIC = 0x90abcdef;
const MAX_COMPONENTS = 64;
const MAX_SOURCES = 200_000;

/** Which fields stand before the library offsets in the index, and which of them bound what is read. */
interface IndexLayout {
  readonly fields: number;
  /** What follows the source table, the string table, and what follows that. */
  readonly sourcesEnd: number;
  readonly strings: number;
  readonly stringsEnd: number;
}

/** Constants have moved before the names (seen in format 75); the last field, the compilation mode, came and went. */
const LAYOUTS: readonly IndexLayout[] = [
  { fields: 10, sourcesEnd: 1, strings: 6, stringsEnd: 7 },
  { fields: 9, sourcesEnd: 1, strings: 6, stringsEnd: 7 },
  { fields: 8, sourcesEnd: 1, strings: 4, stringsEnd: 5 },
  { fields: 7, sourcesEnd: 1, strings: 4, stringsEnd: 5 },
];

export const dartKernel: Format = {
  id: 'dart-kernel',
  title: 'Dart kernel (debug builds of Flutter)',
  docs: {
    reads:
      'Strings of the string table exactly; the source files in it as entries of their own, by their URI. In a kernel that names Firebase or Supabase, the names of collections, tables and buckets in calls of the app’s own sources.',
    locator: '`kernel string <index>`; line and column in a source file; `dart <call>`',
    blind: 'Strings built at run time; calls of dependencies.',
    source: ['https://github.com/dart-lang/sdk/blob/main/pkg/kernel/binary.md'],
  },
  hint: { begins: ['\x90\xab'] },
  sniff: (head) => head.length >= 8 && head.readUInt32BE(0) === MAGIC,
  when: 'always',
  read,
};

function* read(entry: Entry, wanted: Wanted): Generator<Reading, void, undefined> {
  if (entry.hits.length === 0) return;
  const components = componentsOf(entry.bytes);
  if (components === undefined) {
    const reason = 'Dart kernel of an unknown version: its strings were read without their borders';
    yield { type: 'problem', kind: 'unsupported', reason };
    return;
  }
  const seen = new Set<Hit>();
  for (const component of components) {
    yield* readStrings(entry, component, seen);
    yield* readSources(entry, component, seen);
    yield* readCalls(entry, component, wanted.calls ?? []);
  }
  const rest = { ...entry, hits: entry.hits.filter((hit) => !seen.has(hit)) };
  const whole = { start: 0, end: entry.bytes.length, name: '', literals: false };
  for (const text of stretchTexts(rest, whole)) yield { type: 'text', text };
}

interface Range {
  readonly start: number;
  readonly end: number;
}

interface Component {
  /** End of each string, ascending; they begin at `strings.start`. */
  readonly ends: readonly number[];
  readonly strings: Range;
  readonly sources: readonly { readonly uri: string; readonly source: Range }[];
}

/** From the last to the first: only the end of a component tells its size. */
function componentsOf(bytes: Buffer): readonly Component[] | undefined {
  const found: Component[] = [];
  for (let end = bytes.length; end > 0; ) {
    const size = u32(bytes, end - 4);
    const start = end - size;
    if (size < 16 || start < 0 || u32(bytes, start) !== MAGIC || found.length >= MAX_COMPONENTS) return undefined;
    const component = LAYOUTS.map((layout) => componentAt(bytes, start, end, layout)).find((one) => one !== undefined);
    if (component === undefined) return undefined;
    found.push(component);
    end = start;
  }
  return found.reverse();
}

/** Undefined where an index of this layout does not add up. */
function componentAt(bytes: Buffer, start: number, end: number, layout: IndexLayout): Component | undefined {
  const index = end - 8 - 4 * (u32(bytes, end - 8) + 1) - 4 * layout.fields;
  if (index <= start) return undefined;
  const at = (field: number) => start + u32(bytes, index + 4 * field);
  const stringTable = at(layout.strings);
  const high = Math.min(index, at(layout.stringsEnd));
  if (at(0) >= at(layout.sourcesEnd) || at(layout.sourcesEnd) > stringTable || stringTable >= high) return undefined;
  const table = stringTableAt(bytes, stringTable, high);
  const sources = sourcesIn(bytes, start, at(0), at(layout.sourcesEnd));
  return table === undefined || sources === undefined ? undefined : { ...table, sources };
}

function stringTableAt(bytes: Buffer, at: number, high: number): Pick<Component, 'ends' | 'strings'> | undefined {
  const count = uint(bytes, at, high);
  if (count === undefined || count.value > high - at) return undefined;
  const offsets: number[] = [];
  let next = count.next;
  for (let index = 0; index < count.value; index += 1) {
    const offset = uint(bytes, next, high);
    if (offset === undefined || offset.value < (offsets.at(-1) ?? 0)) return undefined;
    offsets.push(offset.value);
    next = offset.next;
  }
  const end = next + (offsets.at(-1) ?? 0);
  return end > high ? undefined : { ends: offsets.map((offset) => next + offset), strings: { start: next, end } };
}

/** u32 count, the sources, and at the end of the table the offset of each. */
function sourcesIn(bytes: Buffer, component: number, at: number, high: number): Component['sources'] | undefined {
  const count = u32(bytes, at);
  const index = high - 4 * count;
  if (count > MAX_SOURCES || index < at + 4) return undefined;
  const sources: { uri: string; source: Range }[] = [];
  for (let entry = index; entry < high; entry += 4) {
    const uri = listAt(bytes, component + u32(bytes, entry), index);
    const source = uri === undefined ? undefined : listAt(bytes, uri.end, index);
    if (uri === undefined || source === undefined) return undefined;
    sources.push({ uri: bytes.toString('utf8', uri.start, Math.min(uri.end, uri.start + 1_024)), source });
  }
  return sources;
}

function listAt(bytes: Buffer, at: number, high: number): Range | undefined {
  const length = uint(bytes, at, high);
  if (length === undefined || length.next + length.value > high) return undefined;
  return { start: length.next, end: length.next + length.value };
}

function* readStrings(entry: Entry, { ends, strings }: Component, seen: Set<Hit>): Generator<Reading, void, undefined> {
  let given = -1;
  for (const hit of hitsWithin(entry.hits, strings.start, strings.end)) {
    seen.add(hit);
    const index = indexOf(ends, hit.offset);
    if (index === given) continue;
    given = index;
    const start = ends[index - 1] ?? strings.start;
    const value = entry.bytes.toString('utf8', start, ends[index]).slice(0, MAX_TEXT_LENGTH);
    const place = { ...entry.place, offset: entry.base + start, locator: `kernel string ${index}` };
    yield { type: 'text', text: { value, place } };
  }
}

/** The string that holds a byte: the first whose end lies behind it. */
function indexOf(ends: readonly number[], offset: number): number {
  let low = 0;
  let high = ends.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ends[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function* readSources(entry: Entry, { sources }: Component, seen: Set<Hit>): Generator<Reading, void, undefined> {
  for (const { uri, source } of sources) {
    const hits = hitsWithin(entry.hits, source.start, source.end);
    if (hits.length === 0) continue;
    for (const hit of hits) seen.add(hit);
    const name = uri.replace(/^[a-z][a-z-]{0,20}:\/{0,3}/, '') || 'source';
    yield { type: 'entry', name, bytes: entry.bytes.subarray(source.start, source.end) };
  }
}

/** Sources of packages and of the SDKs, by their URIs: what they call among themselves says nothing of the app. */
const NOT_OURS =
  /^(?:dart|org-dartlang-sdk):|\/(?:\.pub-cache|Pub\/Cache|hosted\/pub\.dev|flutter\/packages)\/|^package:(?:flutter|cloud_|firebase_|supabase|postgrest|storage_client)/;

/** Names that the app's own sources hand to calls. */
function* readCalls(
  entry: Entry,
  { sources }: Component,
  calls: readonly WantedCall[],
): Generator<Reading, void, undefined> {
  const ours = sources.filter(({ uri }) => !NOT_OURS.test(uri)).map(({ source }) => source);
  for (const { key, value, offset, needle } of scriptArguments(entry, calls, ours)) {
    const place = { ...entry.place, offset: entry.base + offset, locator: `dart ${needle}` };
    yield { type: 'text', text: { key, value, place } };
  }
}

/** 7, 14 or 30 bits, highest first. */
function uint(bytes: Buffer, at: number, high: number): { readonly value: number; readonly next: number } | undefined {
  const lead = bytes[at];
  if (lead === undefined) return undefined;
  const width = lead < 0x80 ? 1 : lead < 0xc0 ? 2 : 4;
  if (at + width > high || at + width > bytes.length) return undefined;
  if (width === 1) return { value: lead, next: at + 1 };
  const value = width === 2 ? bytes.readUInt16BE(at) & 0x3fff : bytes.readUInt32BE(at) & 0x3fff_ffff;
  return { value, next: at + width };
}

/** Beyond the end everything is zero, which no check accepts. */
function u32(bytes: Buffer, at: number): number {
  return at >= 0 && at + 4 <= bytes.length ? bytes.readUInt32BE(at) : 0;
}
