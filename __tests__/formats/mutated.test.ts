import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dartKernel, nibArchive, realm, unityAssets, unityMetadata } from '../../bench/corpus/writers.ts';
import type { Format, Reading, Wanted } from '../../src/formats/format.ts';
import { formatOf } from '../../src/formats/read-entry.ts';
import { FORMATS } from '../../src/formats/registry.ts';
import { MAX_NEIGHBOURS, MAX_TEXT_LENGTH } from '../../src/model.ts';
import { dartSnapshot } from '../helpers/dart.ts';
import { entryOf } from '../helpers/reading.ts';

interface Seed {
  readonly name: string;
  readonly bytes: Buffer;
}

const HOST = 'https://acme.firebaseio.com';
const MAX_SEED = 128 * 1024;

/** What toolchains made, by the format that reads it. */
function fixtures(): readonly Seed[] {
  const entries = readdirSync(import.meta.dirname, { recursive: true, withFileTypes: true });
  return entries.flatMap((entry) => {
    const file = path.join(entry.parentPath, entry.name);
    if (!entry.isFile() || !file.includes(`${path.sep}fixtures${path.sep}`)) return [];
    const bytes = readFileSync(file);
    const packed = file.endsWith('.gz');
    const name = file.replace(/^.*[\\/]fixtures[\\/]/, '').replaceAll(path.sep, '/');
    return [{ name: packed ? name.slice(0, -3) : name, bytes: packed ? gunzipSync(bytes) : bytes }];
  });
}

const MAPPING = '# pg_map_id: f2b84eb\ncom.acme.Api -> a.b:\n    1:2:void upload(int):3:4 -> a\n';

/** Of formats that no toolchain here writes, or that go by a name. */
function written(): readonly Seed[] {
  return [
    { name: 'BUNDLE-METADATA/com.android.tools.build.obfuscation/proguard.map', bytes: Buffer.from(MAPPING) },
    { name: 'assets/app.properties', bytes: Buffer.from(`a.url=${HOST}\nstorage_bucket: acme\\\n  -two\n`) },
    { name: 'a.nib', bytes: nibArchive(['acme', HOST]) },
    { name: 'a.realm', bytes: realm(['acme', HOST]) },
    { name: 'global-metadata.dat', bytes: unityMetadata(29, ['acme', HOST]) },
    { name: 'CAB-acme', bytes: unityAssets(['acme', HOST]) },
    { name: 'data.bin', bytes: Buffer.from(`\0\x01acme\0${HOST}\xff`, 'latin1') },
    { name: 'snapshot', bytes: dartSnapshot('cluster', ['acme', HOST, 'größe']) },
    { name: 'kernel_blob.bin', bytes: dartKernel({ 'package:acme/api.dart': `var a = '${HOST}';` }, ['acme', HOST]) },
  ];
}

const seeds = [...fixtures(), ...written()].filter(({ bytes }) => bytes.length > 0 && bytes.length <= MAX_SEED);

const EVERYTHING: Wanted = { text: () => true, key: () => true };
/** Texts of one reading that are asked for what stands around them. */
const ASKED = 8;

/** Cuts, flips, and stretches of the file put in place of others or left out: what damage and tampering look like. */
function mutations(length: number) {
  const place = fc.nat(Math.max(0, length - 1));
  const edit = fc.oneof(
    fc.record({ type: fc.constant('flip' as const), at: place, bit: fc.nat(7) }),
    fc.record({ type: fc.constant('cut' as const), at: place }),
    fc.record({ type: fc.constant('splice' as const), at: place, from: place, count: fc.nat(64) }),
    fc.record({ type: fc.constant('drop' as const), at: place, count: fc.nat(64) }),
    fc.record({
      type: fc.constant('number' as const),
      at: place,
      value: fc.constantFrom(0, 1, 0x7f, 0xffff, 0x7fffffff, 0xffffffff),
    }),
  );
  return fc.array(edit, { minLength: 1, maxLength: 6 });
}

type Mutation = ReturnType<typeof mutations> extends fc.Arbitrary<readonly (infer One)[]> ? One : never;

function mutated(bytes: Buffer, edit: Mutation): Buffer {
  if (edit.type === 'cut') return bytes.subarray(0, edit.at);
  if (edit.type === 'drop') return Buffer.concat([bytes.subarray(0, edit.at), bytes.subarray(edit.at + edit.count)]);
  if (edit.type === 'splice') {
    const piece = bytes.subarray(edit.from, edit.from + edit.count);
    return Buffer.concat([bytes.subarray(0, edit.at), piece, bytes.subarray(edit.at + edit.count)]);
  }
  const copy = Buffer.from(bytes);
  if (edit.type === 'flip' && edit.at < copy.length) copy[edit.at] = (copy[edit.at] ?? 0) ^ (1 << edit.bit);
  if (edit.type === 'number' && edit.at + 4 <= copy.length) copy.writeUInt32LE(edit.value, edit.at);
  return copy;
}

function check(reading: Reading, isAsked: boolean): void {
  if (reading.type === 'problem') {
    expect(reading.reason.length).toBeGreaterThan(10);
    expect(reading.reason.length).toBeLessThan(2_000);
  }
  if (reading.type !== 'text') return;
  expect(reading.text.value.length).toBeLessThanOrEqual(MAX_TEXT_LENGTH);
  if (isAsked) expect(reading.text.around?.().length ?? 0).toBeLessThanOrEqual(MAX_NEIGHBOURS);
}

function readMutated(format: Format, name: string, bytes: Buffer): void {
  format.sniff(bytes.subarray(0, 4_096), name);
  let count = 0;
  for (const reading of format.read(entryOf(bytes, name), EVERYTHING)) {
    check(reading, count < ASKED);
    count += 1;
  }
}

describe.each(FORMATS)('a mutated file of the format $id', (format) => {
  const own = seeds.filter((seed) => formatOf(FORMATS, { ...seed, base: 0 }) === format);

  it('has real files to start from', () => expect(own.map(({ name }) => name)).not.toEqual([]));

  it('is read to its end, within the limits', () => {
    const property = fc.property(
      fc.constantFrom(...own).chain((seed) => fc.tuple(fc.constant(seed), mutations(seed.bytes.length))),
      ([seed, edits]) => readMutated(format, seed.name, edits.reduce(mutated, seed.bytes)),
    );
    fc.assert(property, { numRuns: 150 });
  });
});
