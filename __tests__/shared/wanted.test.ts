import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileNeedles, compileWanted } from '../../src/shared/wanted.ts';

const ANCHORS = ['amazonaws.com', 'AKIA', 's3://', 'gs://', 'firebaseio.com', '_key', '@[]^'];
const lower = (value: string) => value.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

describe('compileWanted', () => {
  const wanted = compileWanted(compileNeedles(ANCHORS), new Set(['google_storage_bucket', 'storage_bucket']));

  it('sees an anchor wherever it stands, as a search by indexOf does', () => {
    const part = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom(
        ...ANCHORS,
        'AMAZONAWS.COM',
        'akiA',
        'S3:/',
        'akı',
        '\u212aia',
        '\x7fkey',
        'ŁKIA',
        'A\0K\0I\0A\0',
      ),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const value = parts.join('');
        const expected = ANCHORS.some((anchor) => lower(value).includes(lower(anchor)));
        expect(wanted.text(value)).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('sees an anchor in a text longer than what is looked at in one go, across its borders too', () => {
    const length = 128 * 1024;
    for (const before of [length - 40, length - 2, length, 2 * length - 1]) {
      expect(wanted.text(`${'x'.repeat(before)}akia${'x'.repeat(length)}`)).toBe(true);
    }
    expect(wanted.text('x'.repeat(3 * length))).toBe(false);
  });

  it('sees one of which characters are escapes', () => {
    expect(wanted.text('{"k":"\\u0041KIA…"}')).toBe(true);
    expect(wanted.text('to=%41%4bIA')).toBe(true);
    expect(wanted.text('\\x42KIA')).toBe(false);
  });

  it('knows names in either case, whole ones only', () => {
    expect(wanted.key('GOOGLE_STORAGE_BUCKET')).toBe(true);
    expect(wanted.key('storage_bucket')).toBe(true);
    expect(wanted.key('storage_bucket2')).toBe(false);
    expect(wanted.key('')).toBe(false);
  });

  it('wants nothing where nothing is asked for', () => {
    const nothing = compileWanted(compileNeedles([]), new Set());
    expect(nothing.text('s3://acme-prod-uploads')).toBe(false);
    expect(nothing.key('')).toBe(false);
  });

  it('refuses an anchor that is too short', () => {
    expect(() => compileNeedles(['abc'])).toThrow('anchor must be');
  });
});

describe('compileNeedles', () => {
  it('gives every needle that a string holds, as a search by includes does', () => {
    const needles = ['bucket', 'storage_bucket', 'age_', 'gs://', 'AKIA'];
    const { allIn } = compileNeedles(needles);
    const part = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom(...needles, 'STORAGE_BUCKET', 'buck', 'akia'));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const value = parts.join('');
        const expected = needles.map(lower).filter((needle) => lower(value).includes(needle));
        expect([...allIn(value)].sort()).toEqual(expected.sort());
      }),
    );
  });
});
