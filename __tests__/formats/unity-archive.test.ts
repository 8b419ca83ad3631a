import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { unityArchive } from '../../src/formats/unity-archive.ts';
import { unityAssets } from '../../src/formats/unity-assets.ts';
import { survivesHostileBytes } from '../helpers/hostile.ts';
import { problemsOf, readAll, textsOf } from '../helpers/reading.ts';

const fixture = (name: string) => readFileSync(new URL(`./fixtures/unity/${name}.unity3d`, import.meta.url));
const entriesOf = (bytes: Buffer) =>
  readAll(unityArchive, bytes, 'data.unity3d').flatMap((one) => (one.type === 'entry' ? [one] : []));
const CONTENT = entriesOf(fixture('none'))[0]?.bytes ?? Buffer.alloc(0);

describe('unity-archive', () => {
  it.each(['none', 'lz4', 'lzma'])('opens %s', (compression) => {
    const bytes = fixture(compression);
    expect(unityArchive.sniff(bytes.subarray(0, 64), 'x')).toBe(true);
    expect(entriesOf(bytes)).toEqual([{ type: 'entry', name: 'CAB-acme', bytes: CONTENT }]);
    expect(problemsOf(readAll(unityArchive, bytes, 'x'))).toEqual([]);
  });

  it('says what it does not open', () => {
    const problems = (bytes: Buffer) => problemsOf(readAll(unityArchive, bytes, 'x'))[0];
    expect(problems(Buffer.from('UnityRaw\0\0\0\0\x03'))).toMatch(/^unsupported: .*before UnityFS/);
    expect(problems(Buffer.from('UnityFS\0\0\0\0\x06'))).toMatch(/^malformed: /);
    const unknown = Buffer.from(fixture('lz4'));
    // Flags of the block table: Unity's LZHAM, which was never shipped.
    unknown.writeUInt32BE(0x44, unknown.indexOf('f1\0') + 3 + 16);
    expect(problems(unknown)).toMatch(/^unsupported: .*block table/);
    expect(problems(fixture('lz4').subarray(0, 200))).toMatch(/^truncated: .*CAB-acme/);
  });

  it('survives hostile bytes', () => {
    for (const compression of ['none', 'lz4', 'lzma']) survivesHostileBytes(unityArchive, fixture(compression), 'x');
  }, 60_000);
});

describe('unity-assets', () => {
  it('reads strings exactly, and text assets as files', () => {
    expect(unityAssets.sniff(CONTENT.subarray(0, 64), 'CAB-acme')).toBe(true);
    const readings = readAll(unityAssets, CONTENT, 'CAB-acme');
    expect(textsOf(readings).map(({ value, place }) => [value, place.locator])).toEqual([
      ['https://acme.s3.amazonaws.com/a', 'unity string'],
    ]);
    const files = readings.flatMap((one) => (one.type === 'entry' ? [one] : []));
    expect(files.map(({ name, bytes }) => [name, JSON.parse(bytes.toString()).api])).toEqual([
      ['config', 'https://acme-text.s3.amazonaws.com/'],
    ]);
  });

  it('does not run a string into the length of the next', () => {
    const [first] = textsOf(readAll(unityAssets, CONTENT, 'x'));
    // 31 characters and one byte of padding; the next length, 6, is no character, but one of 32 to 126 would be.
    expect(first?.value).toHaveLength(31);
    const exact = Buffer.concat([CONTENT.subarray(0, 64), Buffer.from([32, 0, 0, 0])]);
    const text = `https://acme.s3.amazonaws.com/ab`;
    const glued = Buffer.concat([exact, Buffer.from(text), Buffer.from([40, 0, 0, 0]), Buffer.alloc(40, 0x61)]);
    expect(textsOf(readAll(unityAssets, glued, 'x')).map(({ value }) => value)).toEqual([text]);
  });

  it('reads as bytes where no length fits', () => {
    const bytes = Buffer.concat([
      CONTENT.subarray(0, 64),
      Buffer.from([1, 2, 3, 4]),
      Buffer.from('x acme.firebaseio.com'),
    ]);
    expect(textsOf(readAll(unityAssets, bytes, 'x')).map(({ value, place }) => [value, place.locator])).toEqual([
      ['x acme.firebaseio.com', undefined],
    ]);
  });

  it('survives hostile bytes', () => survivesHostileBytes(unityAssets, CONTENT, 'x'));
});
