import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileAnchors, type FoundAnchor } from '../../src/shared/anchors.ts';
import { ESCAPES, LONGEST_ESCAPE } from '../../src/shared/escapes.ts';
import { PIECE } from '../../src/shared/filter/matcher.ts';

/** Every place of every anchor, one indexOf after the other: what the filter is held against. */
function naive(bytes: Buffer, anchors: readonly string[]): FoundAnchor[] {
  const folded = bytes.toString('latin1').replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const found: FoundAnchor[] = [];
  for (const needle of new Set(anchors.map((anchor) => anchor.toLowerCase()))) {
    for (const encoding of ['latin1', 'utf16le'] as const) {
      const literal = Buffer.from(needle, encoding).toString('latin1');
      for (let at = folded.indexOf(literal); at !== -1; at = folded.indexOf(literal, at + 1)) {
        found.push({ offset: at, length: literal.length, encoding });
      }
    }
  }
  return found.sort((left, right) => left.offset - right.offset || left.length - right.length);
}

const ANCHORS = [
  'amazonaws.com',
  's3.amazonaws.com',
  '.amazonaws.com',
  'firebaseio.com',
  'AKIA',
  's3://',
  'gs://',
  'r2.dev',
  'blob.core.windows.net',
  'AIzaSy',
  'aaaa',
  'aaaaaaaa',
  '@[\\]',
  '_key',
];

const piece = fc.oneof(
  fc.uint8Array({ maxLength: 24 }).map((bytes) => Buffer.from(bytes)),
  fc.constantFrom(...ANCHORS).map((anchor) => Buffer.from(anchor)),
  fc.constantFrom(...ANCHORS).map((anchor) => Buffer.from(anchor.toUpperCase(), 'utf16le')),
  fc.constantFrom(...ANCHORS).map((anchor) => Buffer.from(anchor.toUpperCase())),
  fc.constantFrom(...ANCHORS).map((anchor) => Buffer.from(anchor).subarray(0, -1)),
  fc.constantFrom('{}|', '`{|}', '\x7fkey', 'aaaaaaaaaaaa', '\0\0\0\0').map((text) => Buffer.from(text, 'latin1')),
);

describe('compileAnchors', () => {
  it('finds what the naive search finds, at every alignment of the buffer', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.nat(7), (pieces, shift) => {
        const bytes = Buffer.concat([Buffer.alloc(shift, 0x41), ...pieces]).subarray(shift);
        expect(compileAnchors(ANCHORS).find(bytes)).toEqual(naive(bytes, ANCHORS));
      }),
      { numRuns: 300 },
    );
  });

  it('finds those that are to stand as they are written in no other case', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.nat(7), (pieces, shift) => {
        const bytes = Buffer.concat([Buffer.alloc(shift, 0x41), ...pieces]).subarray(shift);
        const short = ANCHORS.filter((anchor) => anchor.length < 7);
        const written = naive(bytes, short).filter(({ offset, length, encoding }) =>
          short.includes(bytes.toString(encoding, offset, offset + length)),
        );
        expect(compileAnchors([], short).find(bytes)).toEqual(written);
      }),
      { numRuns: 300 },
    );
  });

  it('finds arbitrary anchors in arbitrary text over a small alphabet', () => {
    const anchor = fc.string({ unit: fc.constantFrom('a', 'B', '.', '/', '0'), minLength: 4, maxLength: 12 });
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'A', '.', '/', '0', '\0'), maxLength: 400 });
    fc.assert(
      fc.property(fc.array(anchor, { minLength: 1, maxLength: 8 }), text, (anchors, value) => {
        const bytes = Buffer.from(value, 'latin1');
        expect(compileAnchors(anchors).find(bytes)).toEqual(naive(bytes, anchors));
      }),
      { numRuns: 300 },
    );
  });

  it('finds an anchor at the edges of every short buffer', () => {
    for (const anchor of ANCHORS) {
      const search = compileAnchors([anchor]);
      for (const encoding of ['latin1', 'utf16le'] as const) {
        const literal = Buffer.from(anchor, encoding);
        for (let before = 0; before < 9; before++) {
          for (let after = 0; after < 9; after++) {
            const bytes = Buffer.concat([Buffer.alloc(before, 0x21), literal, Buffer.alloc(after, 0x21)]);
            expect(search.find(bytes)).toEqual([{ offset: before, length: literal.length, encoding }]);
          }
        }
      }
    }
  });

  it('finds literals of any length, across the edges of what is looked at in one call', () => {
    const literal = Array.from({ length: 3_000 }, (_, index) =>
      String.fromCharCode(0x61 + ((index * index * 7) % 26)),
    ).join('');
    const search = compileAnchors([literal], ['https://']);
    for (const encoding of ['latin1', 'utf16le'] as const) {
      const needle = Buffer.from(literal, encoding);
      for (const at of [0, PIECE - needle.length + 1, PIECE - 1, PIECE, 3 * PIECE - needle.length - 7]) {
        const bytes = Buffer.alloc(3 * PIECE);
        needle.copy(bytes, at);
        expect(search.find(bytes)).toEqual([{ offset: at, length: needle.length, encoding }]);
      }
    }
    expect(search.longest).toBe(6_000);
  });

  it('is right over many rounds of the filter, and with a large table', () => {
    const anchors = Array.from({ length: 400 }, (_, index) => `service-${index}.example`);
    const bytes = Buffer.alloc(3_000_001, 0x2e);
    for (const [index, anchor] of anchors.entries()) bytes.write(anchor, 7_300 * index + (index % 5), 'latin1');
    expect(compileAnchors(anchors).find(bytes)).toEqual(naive(bytes, anchors));
    expect(compileAnchors(anchors).find(bytes)).toHaveLength(400);
  });

  it.each([...ANCHORS, 'service.example'])('finds %s wherever the pieces that are looked at meet', (anchor) => {
    const search = compileAnchors(ANCHORS.concat('service.example'));
    for (const encoding of ['latin1', 'utf16le'] as const) {
      const literal = Buffer.from(anchor, encoding);
      for (let offset = PIECE - literal.length - 1; offset <= PIECE + 1; offset++) {
        const bytes = Buffer.alloc(PIECE + 64, 0x21);
        literal.copy(bytes, offset);
        expect(search.find(bytes)).toContainEqual({ offset, length: literal.length, encoding });
      }
    }
  });

  it('finds short literals only where the text around them fits', () => {
    const search = compileAnchors([], [{ literal: '7Q~', context: { before: 3, pattern: /^\w{3}7Q~\w{4}/ } }]);
    for (const encoding of ['latin1', 'utf16le'] as const) {
      const found = { offset: 3 * (encoding === 'latin1' ? 1 : 2), length: encoding === 'latin1' ? 3 : 6, encoding };
      for (let before = 0; before < 9; before++) {
        const find = (text: string) =>
          search.find(Buffer.concat([Buffer.alloc(before, 0x21), Buffer.from(text, encoding)]));
        expect(find('abc7Q~defg')).toEqual([{ ...found, offset: found.offset + before }]);
        expect(find('abc7Q~def')).toEqual([]);
        expect(find('abc7q~defg')).toEqual([]);
        expect(find('-bc7Q~defg')).toEqual([]);
      }
    }
    expect(search.find(Buffer.from('7Q~defg'))).toEqual([]);
  });

  const escapes = fc.constantFrom<(one: string) => string>(
    (one) => one,
    (one) => `\\x${hexadecimal(one)}`,
    (one) => `\\x${hexadecimal(one).toUpperCase()}`,
    (one) => `\\u00${hexadecimal(one)}`,
    (one) => `\\U00${hexadecimal(one)}`,
    (one) => `\\\\u00${hexadecimal(one)}`,
    (one) => `\\u{${hexadecimal(one)}}`,
    (one) => `%${hexadecimal(one)}`,
  );
  const hexadecimal = (one: string) => one.charCodeAt(0).toString(16);

  it('finds an anchor whichever of its characters are escapes, at its place', () => {
    const search = compileAnchors(['.amazonaws.com', 'gs://'], ['AKIA', 'sk_live_'], ESCAPES);
    const anchor = fc.constantFrom('.amazonaws.com', 'AKIA', 'sk_live_', 'gs://');
    const forms = fc.array(escapes, { minLength: 14, maxLength: 14 });
    fc.assert(
      fc.property(anchor, forms, fc.nat(40), fc.nat(40), (literal, written, before, behind) => {
        const text = [...literal].map((one, index) => written[index]?.(one) ?? one).join('');
        const bytes = Buffer.from(`${'-'.repeat(before)}${text}${'-'.repeat(behind)}`);
        expect(search.find(bytes)).toEqual([{ offset: before, length: text.length, encoding: 'latin1' }]);
      }),
    );
  });

  it('finds them in UTF-16, where windows and pieces meet, and among thousands of others', () => {
    const search = compileAnchors([], ['AKIA'], ESCAPES);
    const wide = Buffer.from('--A\\x4bI\\u0041--', 'utf16le');
    expect(search.find(wide)).toEqual([{ offset: 4, length: 24, encoding: 'utf16le' }]);
    const literal = '\\x41K\\x49A';
    for (const length of [64 * 1024, PIECE, 3 * PIECE]) {
      for (const shift of [-12, -10, -6, -3, 0, 1, 8]) {
        const bytes = Buffer.from('\\x2e'.repeat(length / 4 + 10_000));
        bytes.write(literal, length + shift, 'latin1');
        bytes.write('....', length + shift - 4, 'latin1');
        expect(search.find(bytes)).toEqual([{ offset: length + shift, length: literal.length, encoding: 'latin1' }]);
      }
    }
  });

  it('finds short literals written as escapes only where the text around them fits', () => {
    const search = compileAnchors(
      [],
      [{ literal: 'SG.', context: { before: 0, pattern: /^SG\.\w{22}\.\w{43}(?!\w)/ } }],
      ESCAPES,
    );
    const token = `SG.${'a'.repeat(22)}.${'b'.repeat(43)}`;
    const escaped = (text: string) => [...text].map((one) => `\\u00${hexadecimal(one)}`).join('');
    expect(search.find(Buffer.from(escaped(token)))).toEqual([{ offset: 0, length: 18, encoding: 'latin1' }]);
    expect(search.find(Buffer.from(escaped(`${token}b`)))).toEqual([]);
  });

  it('stops at the limit among escapes, too', () => {
    const bytes = Buffer.from('\\x41KIA'.repeat(50));
    expect(compileAnchors(['AKIA'], [], ESCAPES).find(bytes, 7)).toHaveLength(7);
  });

  it('is compiled from the assembly beside it', () => {
    const script = new URL('../../scripts/wasm.mjs', import.meta.url).pathname;
    expect(() => execFileSync(process.execPath, [script, '--check'], { stdio: 'pipe' })).not.toThrow();
  });

  it('stops at the limit', () => {
    expect(compileAnchors(['AKIA']).find(Buffer.from('AKIA'.repeat(50)), 7)).toHaveLength(7);
  });

  it('knows how much to carry from one chunk to the next', () => {
    expect(compileAnchors(['AKIA', 'firebaseio.com']).longest).toBe(28);
    expect(compileAnchors(['AKIA', 'firebaseio.com'], [], ESCAPES).longest).toBe(28 * LONGEST_ESCAPE);
    expect(compileAnchors([]).longest).toBe(0);
    expect(compileAnchors([]).find(Buffer.from('anything'))).toEqual([]);
  });

  it.each(['abc', '', 'größer', 'a\nbcd'])('refuses the anchor %j', (anchor) => {
    expect(() => compileAnchors([anchor])).toThrow('anchor must be');
  });
});
