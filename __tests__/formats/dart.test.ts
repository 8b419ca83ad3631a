import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dartLayoutOf, dartStrings, dartStringsNear } from '../../src/formats/dart-strings.ts';
import { type DartForm, dartSnapshot } from '../helpers/dart.ts';
import { hitsIn } from '../helpers/native.ts';

const FORMS: readonly DartForm[] = ['cluster', 'rodata64', 'rodata32', 'rodata32-hash-last'];
const HOST = 'https://acme-prod-uploads.s3.amazonaws.com/';

function read(bytes: Buffer): string[] {
  const bounds = { start: 0, end: bytes.length };
  const layout = dartLayoutOf(bytes, bounds);
  if (layout === undefined) return ['no layout'];
  return Array.from(dartStrings(bytes, hitsIn(bytes), bounds, layout), (reading) =>
    reading.type === 'string' ? reading.run.value : `loose ${reading.hit.offset}`,
  );
}

describe.each(FORMS)('Dart strings, %s', (form) => {
  it('gives the whole string and nothing of its neighbours', () => {
    expect(read(dartSnapshot(form, ['before', HOST, 'after', 'last']))).toEqual([HOST]);
  });

  it('gives strings of every length exactly', () => {
    for (const length of [0, 1, 19, 20, 21, 22, 40, 70, 200, 5_000, 9_000, 20_000]) {
      const value = `${'x'.repeat(length)} ${HOST}`;
      expect(read(dartSnapshot(form, ['before', value, 'after']))).toEqual([value]);
    }
  });

  it('gives Latin-1 and two-byte strings', () => {
    const latin = `Größe è é ${HOST} ÿ`;
    const wide = `世界 ${HOST} 😀`;
    expect(read(dartSnapshot(form, ['ab', latin, 'cdé', wide, 'after']))).toEqual([latin, wide]);
  });

  it('gives a string with several hits once, and a multi-line one whole', () => {
    const value = `first ${HOST}\nsecond ${HOST}\n`;
    expect(read(dartSnapshot(form, [value, value]))).toEqual([value, value]);
  });

  it('knows the strings written before and behind', () => {
    const bytes = dartSnapshot(form, ['far before', 'users', HOST, 'photos', 'far behind']);
    const bounds = { start: 0, end: bytes.length };
    const layout = dartLayoutOf(bytes, bounds) ?? [];
    const [reading] = dartStrings(bytes, hitsIn(bytes), bounds, layout);
    if (reading?.type !== 'string') throw new Error('no string');
    const near = dartStringsNear(bytes, reading.run, bounds, layout).map((run) => run.value);
    expect(near.slice(0, 4)).toEqual(['users', 'photos', 'far before', 'far behind']);
  });

  it('gives back any strings (property)', () => {
    const text = fc.string({ unit: fc.constantFrom(...'abcz/.:-_ \n0é'), minLength: 1, maxLength: 150 });
    fc.assert(
      fc.property(text, text, text, (before, middle, after) => {
        const value = `${middle}${HOST}${before}`;
        expect(read(dartSnapshot(form, [before, value, after]))).toEqual([value]);
      }),
    );
  });
});

describe('Dart snapshot', () => {
  it('is told by its magic', () => {
    expect(read(Buffer.from(HOST))).toEqual(['no layout']);
  });

  it('gives a hit back where no length fits', () => {
    const bytes = Buffer.concat([
      dartSnapshot('rodata64', ['a']),
      Buffer.of(1, 2, 3),
      Buffer.from(HOST),
      Buffer.of(1, 2),
    ]);
    expect(read(bytes)).toEqual([`loose ${bytes.indexOf('amazonaws.com')}`]);
  });

  it('takes linear time on text that offers false lengths everywhere', () => {
    const filler = Buffer.from('xyz\u00e9'.repeat(500_000), 'latin1');
    for (let at = 0; at + 5 < filler.length; at += 40) filler.write('gs://', at, 'latin1');
    const bytes = Buffer.concat([dartSnapshot('cluster', ['a']), filler]);
    expect(read(bytes).length).toBeGreaterThan(0);
  });

  it('never throws on bent bytes (property)', () => {
    const whole = dartSnapshot('cluster', ['before', HOST, `世 ${HOST}`]);
    fc.assert(
      fc.property(
        fc.nat(whole.length - 1),
        fc.integer({ min: 0, max: 255 }),
        fc.nat(whole.length),
        (at, value, cut) => {
          const bytes = Buffer.from(whole.subarray(0, cut));
          if (at < cut) bytes[at] = value;
          read(bytes);
        },
      ),
    );
  });
});
