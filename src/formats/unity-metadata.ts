import { MAX_TEXT_LENGTH, type Neighbour } from '../model.ts';
import { hitsWithin, runsAround } from '../shared/runs.ts';
import type { Entry, Format, Reading } from './format.ts';

/**
 * IL2CPP metadata. String literals are UTF-8 without separators, so only the table tells where one ends. Layouts:
 * LibCpp2IL, Il2CppGlobalMetadataHeader.cs and Il2CppStringLiteral.cs (MIT).
 */
const MAGIC = 0xfab1_1baf;
const NAME = /(?:^|\/)global-metadata\.dat$/;
const MAX_LITERALS = 4_000_000;
const NEIGHBOUR_REACH = 64;
const NEIGHBOUR_MAX_LENGTH = 4_096;

interface Literals {
  readonly count: number;
  readonly rangeOf: (index: number) => { readonly start: number; readonly end: number };
}

export const unityMetadata: Format = {
  id: 'unity-metadata',
  title: 'Unity IL2CPP metadata',
  docs: {
    reads: 'The string literals of global-metadata.dat exactly, metadata versions 15 to 39.',
    locator: 'il2cpp literal <index>',
    blind:
      'Files that the game encrypts. Which method uses a literal: that stands in machine code, so names in calls are not told from other words.',
    source: ['https://github.com/SamboyCoding/Cpp2IL/tree/development/LibCpp2IL'],
  },
  hint: { begins: ['\xaf\x1b'], names: NAME },
  sniff: (head, name) => (head.length >= 8 && head.readUInt32LE(0) === MAGIC) || NAME.test(name),
  when: 'always',
  read,
};

function* read(entry: Entry): Generator<Reading, void, undefined> {
  const { bytes } = entry;
  if (bytes.length < 32 || bytes.readUInt32LE(0) !== MAGIC) {
    yield {
      type: 'problem',
      kind: 'encrypted',
      reason: 'global-metadata.dat does not begin with its magic number: the game encrypts it',
    };
    return;
  }
  const literals = literalsOf(bytes);
  if (literals === undefined) {
    const reason = `the literal table of IL2CPP metadata version ${bytes.readInt32LE(4)} does not add up; its strings were read without their borders`;
    yield { type: 'problem', kind: 'unsupported', reason };
    for (const run of runsAround(bytes, entry.hits)) {
      yield { type: 'text', text: { value: run.value, place: { ...entry.place, offset: entry.base + run.offset } } };
    }
    return;
  }
  for (let index = 0; index < literals.count; index += 1) {
    const { start, end } = literals.rangeOf(index);
    if (end - start < 4 || hitsWithin(entry.hits, start, end).length === 0) continue;
    const value = bytes.toString('utf8', start, end).slice(0, MAX_TEXT_LENGTH);
    const place = { ...entry.place, offset: entry.base + start, locator: `il2cpp literal ${index}` };
    yield { type: 'text', text: { value, place, around: () => neighbours(bytes, literals, index) } };
  }
}

function neighbours(bytes: Buffer, literals: Literals, index: number): readonly Neighbour[] {
  const found: Neighbour[] = [];
  for (let distance = 1; distance <= NEIGHBOUR_REACH; distance += 1) {
    for (const near of [index - distance, index + distance]) {
      if (near < 0 || near >= literals.count) continue;
      const { start, end } = literals.rangeOf(near);
      if (end > start && end - start <= NEIGHBOUR_MAX_LENGTH) found.push({ value: bytes.toString('utf8', start, end) });
    }
  }
  return found;
}

/** The version field may be forged, so each layout is tried until one adds up; the likeliest by version comes first. */
function literalsOf(bytes: Buffer): Literals | undefined {
  const version = bytes.readInt32LE(4);
  const layouts = [pairTable, startTable, tripleTable];
  const first = version >= 38 ? tripleTable : version >= 35 ? startTable : pairTable;
  for (const layout of [first, ...layouts.filter((other) => other !== first)]) {
    const literals = layout(bytes);
    if (literals !== undefined) return literals;
  }
  return undefined;
}

/** Versions 15 to 31: {u32 length, i32 index of the data}. */
function pairTable(bytes: Buffer): Literals | undefined {
  const [table, size, data, dataSize] = [8, 12, 16, 20].map((at) => bytes.readUInt32LE(at)) as [
    number,
    number,
    number,
    number,
  ];
  if (size % 8 !== 0 || !fits(bytes, table, size) || !fits(bytes, data, dataSize) || size / 8 > MAX_LITERALS)
    return undefined;
  const literals: Literals = {
    count: size / 8,
    rangeOf: (index) => {
      const start = data + bytes.readUInt32LE(table + 8 * index + 4);
      return { start, end: start + bytes.readUInt32LE(table + 8 * index) };
    },
  };
  return addsUp(literals, data + dataSize) ? literals : undefined;
}

/** Version 35: only where the data begins; it ends where the next one begins. */
function startTable(bytes: Buffer): Literals | undefined {
  const [table, size, data, dataSize] = [8, 12, 16, 20].map((at) => bytes.readUInt32LE(at)) as [
    number,
    number,
    number,
    number,
  ];
  return starts(bytes, table, size, data, dataSize);
}

/** Versions 38 and 39: each section of the header is {offset, size, count}. */
function tripleTable(bytes: Buffer): Literals | undefined {
  const [table, size, data, dataSize] = [8, 12, 20, 24].map((at) => bytes.readUInt32LE(at)) as [
    number,
    number,
    number,
    number,
  ];
  return starts(bytes, table, size, data, dataSize);
}

function starts(bytes: Buffer, table: number, size: number, data: number, dataSize: number): Literals | undefined {
  if (size % 4 !== 0 || !fits(bytes, table, size) || !fits(bytes, data, dataSize) || size / 4 > MAX_LITERALS)
    return undefined;
  const count = size / 4;
  const startOf = (index: number) => (index < count ? data + bytes.readUInt32LE(table + 4 * index) : data + dataSize);
  const literals: Literals = { count, rangeOf: (index) => ({ start: startOf(index), end: startOf(index + 1) }) };
  return addsUp(literals, data + dataSize) ? literals : undefined;
}

function fits(bytes: Buffer, offset: number, size: number): boolean {
  return offset >= 24 && offset + size <= bytes.length;
}

/** Every literal lies in the data and none has a negative length. */
function addsUp(literals: Literals, high: number): boolean {
  for (let index = 0; index < literals.count; index += 1) {
    const { start, end } = literals.rangeOf(index);
    if (end < start || end > high) return false;
  }
  return literals.count > 0;
}
