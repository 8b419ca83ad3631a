import type { Neighbour } from '../model.ts';
import { MAX_NEIGHBOURS } from '../model.ts';
import { findArguments, telltalesOf } from './android/dex-calls.ts';
import { lineAt, sourceFileOf } from './android/dex-debug.ts';
import {
  classAt,
  type DexFile,
  dottedName,
  firstStringFrom,
  readDexHeaders,
  stringAt,
  stringRange,
  typeAt,
} from './android/dex-file.ts';
import { type ClassString, findUses, stringsOfClass, type Use } from './android/dex-uses.ts';
import { budgetFor } from './android/dex-walk/walk.ts';
import { compilerMarker } from './android/marker.ts';
import { packerOfType } from './android/packers.ts';
import {
  bounded,
  MAX_NEIGHBOUR_LENGTH,
  nearest,
  rawTexts,
  stringsHit,
  textReading,
  textReadings,
} from './android/texts.ts';
import type { Entry, Format, Reading, Wanted } from './format.ts';

/** Dalvik bytecode: only strings that hold an anchor are decoded, and only for those it is asked who uses them. */
export const dex: Format = {
  id: 'dex',
  title: 'Dalvik executable (classes.dex)',
  docs: {
    reads:
      'string literals of code, values of static fields and annotations with the class and member that use them, versions 035 to 041; strings that nothing uses; the names that code hands to the SDKs of Firebase, Supabase, AWS and Parse',
    locator: '`Lcom/acme/Api;->upload`; `string 4711` for a string that no code uses',
    blind: 'strings put together or decrypted at run time; packed or encrypted dex files, which are reported',
    source: ['https://source.android.com/docs/core/runtime/dex-format'],
  },
  // Always: a packed or encrypted dex holds no anchor, and must not be passed over in silence.
  when: 'always',
  hint: { begins: ['de', 'cd', 'vd'], names: /(^|\/)classes\d*\.dex$/ },
  sniff: (head, name) =>
    ['dex\n', 'cdex', 'vdex', 'dey\n'].includes(head.toString('latin1', 0, 4)) || /(^|\/)classes\d*\.dex$/.test(name),
  read: (entry, wanted) => bounded(entry, readDex(entry, wanted)),
};

function* readDex(entry: Entry, wanted: Wanted): Generator<Reading, void, undefined> {
  const headers = readDexHeaders(entry.bytes);
  if ('refused' in headers) {
    yield { type: 'problem', kind: headers.refused, reason: headers.reason };
    yield* rawTexts(entry, wanted);
    return;
  }
  let loose = entry.hits;
  for (const file of headers.files) {
    // The dex files of one container may share string data: a hit belongs to each that has the string in its table.
    const found = stringsHit(
      entry.hits,
      () => file.stringWords,
      (index) => stringRange(file, index),
    );
    const missed = new Set(found.loose);
    loose = loose.filter((hit) => missed.has(hit));
    yield* fileReadings(entry, wanted, file, found.strings);
  }
  // Bytes of fill-array-data, or what was appended to the file.
  yield* rawTexts({ ...entry, hits: loose }, wanted);
}

/** Bytes of a field's name that are read: longer than any that is wanted. */
const MAX_FIELD_NAME = 128;

function* fileReadings(
  entry: Entry,
  wanted: Wanted,
  file: DexFile,
  strings: ReadonlySet<number>,
): Generator<Reading, void, undefined> {
  if (file.cut) {
    const reason = 'the dex file is cut off, or claims more than it holds; part was not read';
    yield { type: 'problem', kind: 'truncated', reason };
  }
  yield* factReadings(file);
  const calls = wanted.calls ?? [];
  // What a name is wanted for is found by the search as well.
  const names = new Set([...strings].filter((string) => wanted.key(stringAt(file, string, MAX_FIELD_NAME) ?? '')));
  const uses = findUses(file, [...strings, ...telltalesOf(file, calls)], names);
  if (!uses.complete) {
    yield {
      type: 'problem',
      kind: 'limit',
      reason: 'the dex file claims more code than it can hold; part was not read',
    };
  }
  const around = aroundIn(file);
  // Strings do not overlap in an honest file.
  let decodable = 2 * entry.bytes.length;
  const wantedStrings = new Set([...strings, ...uses.named]);
  for (const string of wantedStrings) {
    const range = stringRange(file, string);
    decodable -= range === undefined ? 0 : range.end - range.start;
    const value = decodable < 0 ? undefined : stringAt(file, string);
    if (value === undefined || range === undefined) continue;
    const offset = range.start;
    const found = uses.of(string);
    if (found.length === 0) {
      const locator = `string ${string}`;
      yield* textReadings(entry, wanted, { value, offset, locator, around: () => around(string, undefined) });
    }
    for (const use of found) {
      const named = {
        value,
        offset,
        locator: locatorOf(use),
        holder: dottedName(use.type),
        ...(use.field === undefined ? {} : { key: use.field }),
        ...sourceOf(file, use),
        around: () => around(string, use),
      };
      yield* textReadings(entry, wanted, named);
    }
  }
  for (const { key, string, use } of findArguments(file, calls, uses)) {
    const value = stringAt(file, string, MAX_NEIGHBOUR_LENGTH);
    if (value === undefined || value === '') continue;
    const facts = { locator: locatorOf(use), holder: dottedName(use.type), ...sourceOf(file, use) };
    yield textReading(entry, { value, key, ...facts, around: () => around(string, use) }, value);
  }
}

function locatorOf(use: Use): string {
  const type = use.type || '?';
  return use.member === undefined ? type : `${type}->${use.member}`;
}

/** `Api.kt:24`, as far as the compiler kept it. */
function sourceOf(file: DexFile, use: Use): { readonly source?: string } {
  const name = sourceFileOf(file, use.classIndex);
  if (name === undefined) return {};
  const line = use.code === undefined ? undefined : lineAt(file, use.code, use.pc ?? 0);
  return { source: line === undefined ? name : `${name}:${line}` };
}

/** Facts of the file as a whole: the compiler's marker, and a packer's stub among its classes. */
function* factReadings(file: DexFile): Generator<Reading, void, undefined> {
  const first = firstStringFrom(file, '~~');
  for (let index = first; index < Math.min(first + 8, file.strings.count); index += 1) {
    const marker = compilerMarker(stringAt(file, index, 4096) ?? '');
    if (marker?.mapId === undefined) continue;
    yield { type: 'map-id', mapId: marker.mapId };
    const reason = `compiled with ${marker.compiler} ${marker.version ?? ''}, names may be shortened; their mapping.txt has pg_map_id ${marker.mapId}`;
    yield { type: 'problem', kind: 'note', reason: reason.replace('  ', ' ') };
  }
  for (let index = 0; index < Math.min(file.classes.count, 64); index += 1) {
    const packer = packerOfType(typeAt(file, classAt(file, index).type));
    if (packer === undefined) continue;
    yield {
      type: 'problem',
      kind: 'encrypted',
      reason: `the dex file is the loader of ${packer}, the app's own code is encrypted; scan the build before it is packed`,
    };
    return;
  }
}

/** Strings of the same method by distance, then of the same class; of a string that nothing uses, neighbours in the pool. */
function aroundIn(file: DexFile): (string: number, use: Use | undefined) => readonly Neighbour[] {
  const budget = budgetFor(file);
  const classes = new Map<number, readonly ClassString[]>();
  const classStrings = (index: number): readonly ClassString[] => {
    const known = classes.get(index);
    if (known !== undefined) return known;
    const strings = stringsOfClass(file, index, budget);
    classes.set(index, strings);
    return strings;
  };
  return (string, use) => {
    if (use !== undefined) return neighbours(file, string, nearestInClass(classStrings(use.classIndex), use), use);
    const pool = nearestIndexes(string, POOL_NEIGHBOURS, file.strings.count);
    return neighbours(
      file,
      string,
      pool.map((index) => ({ string: index })),
    );
  };
}

/** The pool is sorted by content, so what stands there is rarely related: a few suffice. */
const POOL_NEIGHBOURS = 32;

function nearestIndexes(index: number, reach: number, count: number): number[] {
  const first = Math.max(0, index - reach / 2);
  const indexes = Array.from({ length: Math.min(count - first, reach + 1) }, (_, step) => first + step);
  return nearest(indexes, index - first);
}

/** Strings of the same code by distance, then the others of the class. */
function nearestInClass(strings: readonly ClassString[], use: Use): readonly ClassString[] {
  if (use.code === undefined) {
    const own = strings.findIndex((string) => string.code === undefined && string.field === use.field);
    return own === -1 ? strings : nearest(strings, own, strings.length);
  }
  const pc = use.pc ?? 0;
  const distance = (string: ClassString): number => Math.abs((string.pc ?? 0) - pc);
  const same = strings.filter((string) => string.code === use.code);
  const others = strings.filter((string) => string.code !== use.code);
  return [...same.sort((left, right) => distance(left) - distance(right)), ...others];
}

function neighbours(file: DexFile, self: number, strings: readonly ClassString[], use?: Use): readonly Neighbour[] {
  const found: Neighbour[] = [];
  const seen = new Set<number>([self]);
  for (const { string, field, code, pc } of strings) {
    if (found.length >= MAX_NEIGHBOURS) break;
    if (seen.has(string)) continue;
    seen.add(string);
    const value = stringAt(file, string, MAX_NEIGHBOUR_LENGTH);
    if (value === undefined) continue;
    const isNear = code !== undefined && code === use?.code;
    found.push({
      value,
      ...(field === undefined ? {} : { key: field }),
      ...(isNear ? { at: (pc ?? 0) - (use?.pc ?? 0) } : {}),
    });
  }
  return found;
}
