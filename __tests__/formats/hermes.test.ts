import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hermesTable } from '../../src/formats/hermes/table.ts';
import { hermes } from '../../src/formats/hermes.ts';
import { survivesHostileBytes } from '../helpers/hostile.ts';
import { problemsOf, readAll, textsOf } from '../helpers/reading.ts';

const FIXTURES = new URL('./fixtures/hermes/', import.meta.url);
const fixture = (name: string) => readFileSync(new URL(name, FIXTURES));
const bundles = readdirSync(FIXTURES).filter((name) => /^app-v\d+\.hbc$/.test(name));

/** Every string literal of app.js that holds an anchor. */
const EXPECTED = [
  'https://acme-prod-uploads.s3.eu-west-3.amazonaws.com/avatars/',
  'https://acme-default-rtdb.firebaseio.com',
  'https://acme-archive.s3.amazonaws.com/x',
  `https://acme-overflow.s3.amazonaws.com/${'0123456789abcdef'.repeat(20)}/end`,
  'größe 世界 https://acme-wide.firebaseio.com/users',
  'amazonaws.com',
  's3.amazonaws.com',
].sort();

const valuesOf = (bytes: Buffer) => textsOf(readAll(hermes, bytes, 'index.android.bundle')).map((text) => text.value);

/** The bundle in delta form: magic inverted, offsets as differences (BytecodeFormConverter.cpp). */
function deltaForm(bundle: Buffer, functionHeaderSize: number): Buffer {
  const bytes = Buffer.from(bundle);
  for (let at = 0; at < 8; at += 1) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  const [functions, kinds, identifiers, strings, overflows] = [40, 44, 48, 52, 56].map((at) => bytes.readUInt32LE(at));
  const small = 128 + (functions ?? 0) * functionHeaderSize + 4 * ((kinds ?? 0) + (identifiers ?? 0));
  let previous = 0;
  for (let id = 0; id < (strings ?? 0); id += 1) {
    const entry = bytes.readUInt32LE(small + 4 * id);
    const offset = (entry >>> 1) & 0x7fffff;
    const difference = (offset - previous) & 0x7fffff;
    previous = offset;
    bytes.writeUInt32LE(((entry & 0xff00_0001) | (difference << 1)) >>> 0, small + 4 * id);
  }
  previous = 0;
  for (let index = 0; index < (overflows ?? 0); index += 1) {
    const at = small + 4 * (strings ?? 0) + 8 * index;
    const offset = bytes.readUInt32LE(at);
    bytes.writeUInt32LE((offset - previous) >>> 0, at);
    previous = offset;
  }
  return bytes;
}

describe('hermes', () => {
  it('has bundles of eight versions to read', () => {
    expect(bundles).toHaveLength(8);
  });

  for (const name of bundles) {
    it(`reads the exact strings of ${name}`, () => {
      const bytes = fixture(name);
      expect(hermes.sniff(bytes.subarray(0, 64), 'main.jsbundle')).toBe(true);
      expect(valuesOf(bytes).sort()).toEqual(EXPECTED);
      expect(problemsOf(readAll(hermes, bytes, name))).toEqual([]);
    });
  }

  it('says where a string stands and what stands around it', () => {
    const bytes = fixture('app-v96.hbc');
    const text = textsOf(readAll(hermes, bytes, 'a')).find(({ value }) => value.includes('acme-prod-uploads.s3'));
    expect(text?.place.locator).toMatch(/^hermes string \d+ in global$/);
    const offset = text?.place.offset ?? 0;
    expect(bytes.toString('latin1', offset, offset + 25)).toBe('https://acme-prod-uploads');
    expect(text?.around?.().map(({ value }) => value)).toEqual(
      expect.arrayContaining(['acme-prod-uploads', 'eu-west-3']),
    );
  });

  it('reads the delta form', () => {
    for (const [name, size] of [
      ['app-v89.hbc', 16],
      ['app-v98.hbc', 12],
    ] as const) {
      const bytes = deltaForm(fixture(name), size);
      expect(hermes.sniff(bytes, 'x')).toBe(true);
      expect(valuesOf(bytes).sort()).toEqual(EXPECTED);
    }
  });

  it('finds what only the base of an update holds', () => {
    expect(valuesOf(fixture('next-v89.hbc')).sort()).toEqual(EXPECTED);
  });

  it('reads a newer version whose table adds up, and says so', () => {
    const bytes = fixture('app-v99.hbc');
    bytes.writeUInt32LE(130, 8);
    expect(valuesOf(bytes).sort()).toEqual(EXPECTED);
    const problems = problemsOf(readAll(hermes, bytes, 'x'));
    expect(problems[0]).toMatch(/^note: .*version 130/);
    expect(problems[1]).toMatch(/^limit: the code of Hermes bytecode version 130 was not understood/);
  });

  it('falls back to runs where the table does not add up, and says so', () => {
    const bytes = fixture('app-v96.hbc');
    bytes.writeUInt32LE(bytes.readUInt32LE(52) + 1, 52);
    const readings = readAll(hermes, bytes, 'x');
    expect(problemsOf(readings)[0]).toMatch(/^unsupported: Hermes bytecode version 96 .*without their borders/);
    expect(textsOf(readings).some(({ value }) => value.includes('acme-default-rtdb.firebaseio.com'))).toBe(true);
  });

  it('falls back on versions before 57', () => {
    const bytes = fixture('app-v74.hbc');
    bytes.writeUInt32LE(51, 8);
    expect(problemsOf(readAll(hermes, bytes, 'x'))[0]).toContain('version 51 is older');
    expect(hermesTable(Buffer.alloc(20))).toContain('shorter');
  });

  it('survives hostile bytes', () => {
    survivesHostileBytes(hermes, fixture('app-v96.hbc'), 'index.android.bundle');
    survivesHostileBytes(hermes, deltaForm(fixture('app-v98.hbc'), 12), 'index.android.bundle');
  });
});
