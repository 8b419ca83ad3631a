import { describe, expect, it } from 'vitest';
import { dartKernel as write } from '../../bench/corpus/writers.ts';
import { dartKernel } from '../../src/formats/dart-kernel.ts';
import { survivesHostileBytes } from '../helpers/hostile.ts';
import { problemsOf, readAll, textsOf } from '../helpers/reading.ts';

const CODE = "final api = 'https://acme-source.s3.amazonaws.com/';\n";
const STRINGS = ['acme', 'https://acme.s3.amazonaws.com/', 'x'.repeat(300), 'größe https://acme.firebaseio.com'];
const KERNEL = write({ 'package:acme/api.dart': CODE, 'file:///a.dart': '// nothing' }, STRINGS);

describe('dart-kernel', () => {
  it('reads the string table exactly', () => {
    expect(dartKernel.sniff(KERNEL.subarray(0, 64), 'kernel_blob.bin')).toBe(true);
    expect(textsOf(readAll(dartKernel, KERNEL, 'x')).map(({ value, place }) => [value, place.locator])).toEqual([
      [STRINGS[1], 'kernel string 1'],
      [STRINGS[3], 'kernel string 3'],
    ]);
  });

  it('hands on the sources that were hit', () => {
    const entries = readAll(dartKernel, KERNEL, 'x').flatMap((one) => (one.type === 'entry' ? [one] : []));
    expect(entries.map(({ name, bytes }) => [name, bytes.toString()])).toEqual([['acme/api.dart', CODE]]);
  });

  it('reads several components, as Flutter puts platform and app behind each other', () => {
    const both = Buffer.concat([write({}, ['https://first.firebaseio.com']), KERNEL]);
    expect(textsOf(readAll(dartKernel, both, 'x')).map(({ value }) => value)).toContain('https://first.firebaseio.com');
    expect(textsOf(readAll(dartKernel, both, 'x')).map(({ value }) => value)).toContain(STRINGS[1]);
  });

  it('reads the older index too', () => {
    const readings = readAll(dartKernel, write({ 'package:acme/api.dart': CODE }, STRINGS, 'page'), 'x');
    expect(textsOf(readings).map(({ value }) => value)).toEqual([STRINGS[1], STRINGS[3]]);
    expect(readings.some((one) => one.type === 'entry' && one.name === 'acme/api.dart')).toBe(true);
  });

  it('says where the index does not add up', () => {
    const problems = (bytes: Buffer) => problemsOf(readAll(dartKernel, bytes, 'x'));
    expect(problems(KERNEL.subarray(0, KERNEL.length - 4))[0]).toMatch(/^unsupported: Dart kernel/);
    expect(problems(Buffer.from('90abcdef00000001', 'hex'))).toEqual([]);
  });

  it('survives hostile bytes', () => survivesHostileBytes(dartKernel, KERNEL, 'x'), 60_000);
});
