import { MAX_NEIGHBOURS, MAX_TEXT_LENGTH, type Neighbour, type Place, type Text } from '../model.ts';
import { hitsWithin, runsAround } from '../shared/runs.ts';
import { type Metadata, metadataOf } from './dotnet/metadata.ts';
import { cliHeader, fileOffset, metadataStreams, type Range, u32 } from './dotnet/pe.ts';
import {
  type AssemblyProgram,
  type AssemblyUse,
  assemblyProgram,
  type Loaded,
  mayCall,
  userOf,
} from './dotnet/program.ts';
import type { Entry, Format, Hit, Reading, Wanted } from './format.ts';

/**
 * A .NET assembly. String literals stand in the #US heap: a compressed length, UTF-16LE, one flag byte (ECMA-335,
 * II.24.2.4). Constants stand in #Blob and are read as runs; embedded resources become entries of their own. The code of
 * the methods says who uses a string, and which calls are given one.
 */
export const dotnetAssembly: Format = {
  id: 'dotnet-assembly',
  title: '.NET assembly',
  docs: {
    reads:
      'User strings exactly, with the methods that load them; embedded resources as entries, constants around each hit; the names that code and attributes hand to the SDKs of Firebase, Supabase, AWS and Parse (Unity’s scripts among them, if they are not compiled by IL2CPP).',
    locator: '`#US <token>`, the token that ldstr uses; `#US <token> in <type>::<method>`; `attribute <type>`',
    blind:
      'Strings that the program puts together; names that reach a call through a variable or a branch; names of embedded resources.',
    source: ['https://ecma-international.org/publications-and-standards/standards/ecma-335/'],
  },
  hint: { begins: ['MZ'] },
  sniff: (head) => head[0] === 0x4d && head[1] === 0x5a && head.length >= 64,
  // Always: what an app names in calls stands in assemblies that name no host.
  when: 'always',
  read,
};

const NEIGHBOUR_REACH = 64;
const NEIGHBOUR_MAX_LENGTH = 4_096;

interface UserString extends Range {
  /** Offset in the heap; with 0x70 on top it is the token. */
  readonly token: number;
}

interface Assembly {
  readonly entry: Entry;
  readonly strings: readonly UserString[];
  /** Places in `strings`, by token. */
  readonly places: ReadonlyMap<number, number>;
  readonly metadata: Metadata | undefined;
  readonly program: AssemblyProgram | undefined;
}

function* read(entry: Entry, wanted: Wanted): Generator<Reading, void, undefined> {
  const metadata = metadataOf(entry.bytes);
  const calls = wanted.calls ?? [];
  if (entry.hits.length === 0 && !(metadata && mayCall(metadata, calls))) return;
  const heap = metadataStreams(entry.bytes).get('#US');
  const strings = heap === undefined ? [] : [...userStrings(entry.bytes, heap)];
  const hit = strings.filter(({ start, end }) =>
    hitsWithin(entry.hits, start, end).some(({ encoding }) => encoding === 'utf16le'),
  );
  const sought = new Set(hit.map(({ token }) => token));
  const program = metadata && assemblyProgram(metadata, sought, calls);
  const places = new Map(strings.map(({ token }, place) => [token, place]));
  const assembly = { entry, strings, places, metadata, program };
  for (const string of hit) {
    const uses = program?.usesOf(string.token) ?? [];
    if (uses.length === 0) yield textReading(assembly, string, undefined, {});
    for (const use of uses) yield textReading(assembly, string, use, {});
  }
  yield* callReadings(assembly);
  const resources = resourceBlobs(entry.bytes);
  for (const [index, { start, end }] of resources.entries()) {
    if (hitsWithin(entry.hits, start, end).length === 0) continue;
    yield { type: 'entry', name: `resource ${index}`, bytes: entry.bytes.subarray(start, end) };
  }
  const read = [...(heap === undefined ? [] : [heap]), ...resources];
  for (const run of runsAround(entry.bytes, outside(entry.hits, read))) {
    const place = { ...entry.place, offset: entry.base + run.offset };
    yield { type: 'text', text: { value: run.value, place } };
  }
}

/** Names that calls and attributes are given. */
function* callReadings(assembly: Assembly): Generator<Reading, void, undefined> {
  const { entry, strings, places, program } = assembly;
  for (const call of program?.calls ?? []) {
    const string = strings[places.get(call.index) ?? -1];
    if (string !== undefined) yield textReading(assembly, string, call, { key: call.key });
  }
  for (const { key, type, range } of program?.attributes ?? []) {
    const value = entry.bytes.toString('utf8', range.start, range.end).slice(0, MAX_TEXT_LENGTH);
    const place = { ...entry.place, offset: entry.base + range.start, locator: `attribute ${type}` };
    yield { type: 'text', text: { key, value, place } };
  }
}

function textReading(
  assembly: Assembly,
  string: UserString,
  use: AssemblyUse | undefined,
  text: Partial<Pick<Text, 'key'>>,
): Reading {
  const { entry, metadata } = assembly;
  const value = entry.bytes.toString('utf16le', string.start, string.end).slice(0, MAX_TEXT_LENGTH);
  const user = metadata === undefined || use === undefined ? undefined : userOf(metadata, use.method);
  const place = placeOf(entry, string, user?.member);
  const holder = user === undefined || user.type === '' ? {} : { holder: user.type };
  return { type: 'text', text: { ...text, ...holder, value, place, around: () => neighbours(assembly, string, use) } };
}

function placeOf(entry: Entry, { start, token }: UserString, user: string | undefined): Place {
  const locator = `#US 0x70${token.toString(16).padStart(6, '0')}`;
  const offset = entry.base + start;
  return { ...entry.place, offset, locator: user === undefined ? locator : `${locator} in ${user}` };
}

function outside(hits: readonly Hit[], ranges: readonly Range[]): readonly Hit[] {
  return hits.filter((hit) => !ranges.some(({ start, end }) => hit.offset >= start && hit.offset < end));
}

/** More than are asked for, since some are the same string or empty; a hostile method loads hundreds of thousands. */
const NEAR = 4 * MAX_NEIGHBOURS;

/** Those loaded shortly before and behind this place; they come in the order of the code. */
function nearby(loaded: readonly Loaded[], pc: number): readonly Loaded[] {
  let low = 0;
  let high = loaded.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((loaded[middle]?.pc ?? 0) < pc) low = middle + 1;
    else high = middle;
  }
  return loaded.slice(Math.max(0, low - NEAR), low + NEAR);
}

/** Strings of the same method by distance, then those beside it in the heap, which the compiler fills as it meets them. */
function neighbours(assembly: Assembly, string: UserString, use: AssemblyUse | undefined): readonly Neighbour[] {
  const { entry, strings, places, program } = assembly;
  const own = places.get(string.token) ?? 0;
  const same = use === undefined ? [] : (program?.loadedBy(use.method) ?? []);
  const near = nearby(same, use?.pc ?? 0)
    .map(({ index, pc }) => ({ place: places.get(index), at: pc - (use?.pc ?? 0) }))
    .sort((left, right) => Math.abs(left.at) - Math.abs(right.at));
  const beside = Array.from({ length: 2 * NEIGHBOUR_REACH }, (_, step) => ({
    place: own + (step % 2 === 0 ? -1 : 1) * (1 + (step >>> 1)),
    at: undefined,
  }));
  const seen = new Set([own]);
  const found: Neighbour[] = [];
  for (const { place, at } of [...near, ...beside]) {
    const one = place === undefined || seen.has(place) ? undefined : strings[place];
    if (one === undefined || found.length >= MAX_NEIGHBOURS) continue;
    seen.add(place ?? own);
    if (one.end === one.start || one.end - one.start > NEIGHBOUR_MAX_LENGTH) continue;
    const value = entry.bytes.toString('utf16le', one.start, one.end);
    found.push(at === undefined ? { value } : { value, at });
  }
  return found;
}

/** The strings of the heap; its first byte is the empty string. */
function* userStrings(bytes: Buffer, heap: Range): Generator<UserString, void, undefined> {
  let at = heap.start + 1;
  while (at < heap.end) {
    const lead = bytes[at] ?? 0;
    const width = lead < 0x80 ? 1 : lead < 0xc0 ? 2 : 4;
    if (at + width > heap.end) return;
    const length = compressedLength(bytes, at, width);
    const start = at + width;
    if (length > heap.end - start) return;
    // The last byte is the flag; a length of 0 pads the heap.
    if (length > 0) yield { start, end: start + length - 1, token: at - heap.start };
    at = start + length;
  }
}

/** ECMA-335 II.23.2: 7, 14 or 29 bits, big-endian. */
function compressedLength(bytes: Buffer, at: number, width: number): number {
  if (width === 1) return bytes[at] ?? 0;
  return width === 2 ? bytes.readUInt16BE(at) & 0x3fff : bytes.readUInt32BE(at) & 0x1fff_ffff;
}

const MAX_RESOURCES = 1_000;

/** Embedded resources: u32 length and bytes, each aligned to 8 (ECMA-335 II.24.2 and II.25.3.3). */
function resourceBlobs(bytes: Buffer): readonly Range[] {
  const cli = cliHeader(bytes);
  const first = cli === undefined ? undefined : fileOffset(bytes, u32(bytes, cli + 24));
  if (cli === undefined || first === undefined) return [];
  const end = Math.min(bytes.length, first + u32(bytes, cli + 28));
  const blobs: Range[] = [];
  for (let at = first; at + 4 <= end && blobs.length < MAX_RESOURCES; ) {
    const length = u32(bytes, at);
    if (length === 0 || at + 4 + length > end) break;
    blobs.push({ start: at + 4, end: at + 4 + length });
    at = first + ((at + 4 + length - first + 7) & ~7);
  }
  return blobs;
}
