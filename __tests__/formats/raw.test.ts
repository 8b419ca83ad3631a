import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nib, raw, realm } from '../../src/formats/raw.ts';
import { FORMATS } from '../../src/formats/registry.ts';
import { entryOf, hitsIn, readAll } from '../helpers/native.ts';

const HOST = 'https://acme-prod-uploads.s3.amazonaws.com/';

describe('raw bytes', () => {
  it('give the run around a hit, with what stands near', () => {
    const bytes = Buffer.concat([
      Buffer.from('users'),
      Buffer.of(0, 1),
      Buffer.from(HOST),
      Buffer.of(0xff),
      Buffer.from('photos'),
    ]);
    const { texts } = readAll(raw, entryOf(bytes, 'blob.bin'));
    expect(texts.map((text) => [text.value, text.place.offset])).toEqual([[HOST, 7]]);
    expect(texts[0]?.around?.()).toEqual([
      { value: 'photos', at: 44 },
      { value: 'users', at: -7 },
    ]);
  });

  it('of a piece count their place in the whole entry', () => {
    const piece = Buffer.from(`\0${HOST}\0`);
    expect(readAll(raw, entryOf(piece, 'big.bin', 5_000_000)).texts[0]?.place.offset).toBe(5_000_001);
  });

  it('give UTF-16 text', () => {
    const bytes = Buffer.concat([Buffer.of(7), Buffer.from(HOST, 'utf16le'), Buffer.of(0, 0)]);
    expect(readAll(raw, entryOf(bytes, 'blob.bin')).texts.map((text) => text.value)).toEqual([HOST]);
  });

  it('are read last, whatever they are', () => {
    expect(FORMATS[FORMATS.length - 1]).toBe(raw);
    expect(raw.sniff(Buffer.alloc(0), '')).toBe(true);
  });

  it('give a text for every hit (property)', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.uint8Array({ maxLength: 30 }), fc.constant(Buffer.from('gs://acme')))),
        (pieces) => {
          const bytes = Buffer.concat(pieces);
          const { texts } = readAll(raw, entryOf(bytes, 'x'));
          for (const hit of hitsIn(bytes)) {
            const holding = texts.some(
              ({ value, place }) =>
                (place.offset ?? 0) <= hit.offset && hit.offset < (place.offset ?? 0) + Buffer.byteLength(value),
            );
            expect(holding).toBe(true);
          }
        },
      ),
    );
  });
});

describe('databases and nibs', () => {
  it('are told by their content', () => {
    expect(realm.sniff(Buffer.concat([Buffer.alloc(16), Buffer.from('T-DB')]), 'x')).toBe(true);
    expect(nib.sniff(Buffer.from('NIBArchive\x01'), 'x')).toBe(true);
    for (const format of [realm, nib]) expect(format.sniff(Buffer.alloc(64), 'x')).toBe(false);
  });
});
