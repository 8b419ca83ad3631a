import { describe, expect, it } from 'vitest';
import { dartKernel as write } from '../../bench/corpus/writers.ts';
import { CALLS, usageOf } from '../../src/backends/calls.ts';
import { dartKernel } from '../../src/formats/dart-kernel.ts';
import { survivesHostileBytes } from '../helpers/hostile.ts';
import { entryOf, problemsOf, readAll, textsOf, WANTED } from '../helpers/reading.ts';

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

  it('reads the calls of the app’s own sources', () => {
    const main = [
      'final users = FirebaseFirestore.instance',
      "    .collection('users')",
      "    .where('open', isEqualTo: true);",
      "final none = FirebaseFirestore.instance.collection('rooms of $name');",
      "FirebaseDatabase.instance.ref('chats/all').push();",
      "FirebaseStorage.instance.ref('avatars').putFile(file);",
      "Iterable.castFrom('letters');",
    ].join('\n');
    const library = "FirebaseFirestore.instance.collection('inside_the_sdk');";
    const kernel = write(
      {
        'file:///home/acme/app/lib/main.dart': main,
        'file:///home/acme/.pub-cache/hosted/pub.dev/cloud_firestore-5.0.0/lib/a.dart': library,
        'package:cloud_firestore/b.dart': library,
      },
      ['https://acme-default-rtdb.firebaseio.com'],
    );
    const texts = textsOf([...dartKernel.read(entryOf(kernel, 'x'), { ...WANTED, calls: CALLS })]);
    expect(texts.flatMap((text) => usageOf(text) ?? []).map(({ kind, path }) => `${kind} ${path}`)).toEqual([
      'firestore /users',
      'firebase-database /chats/all',
      'gcs /avatars',
    ]);
    const users = texts.find(({ value }) => value === 'users');
    expect(users?.place.locator).toBe('dart collection');
    expect(kernel.toString('latin1', users?.place.offset ?? 0)).toMatch(/^collection\('users'/);
  });

  it('says where the index does not add up', () => {
    const problems = (bytes: Buffer) => problemsOf(readAll(dartKernel, bytes, 'x'));
    expect(problems(KERNEL.subarray(0, KERNEL.length - 4))[0]).toMatch(/^unsupported: Dart kernel/);
    expect(problems(Buffer.from('90abcdef00000001', 'hex'))).toEqual([]);
  });

  it('survives hostile bytes', () => survivesHostileBytes(dartKernel, KERNEL, 'x'), 60_000);
});
