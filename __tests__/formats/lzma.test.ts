import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lzmaStream } from '../../src/formats/lzma.ts';

/** Python: `lzma.compress(b'acme ' * 200, format=lzma.FORMAT_ALONE)`, as base64. */
const FILE = Buffer.from('XQAAgAD//////////wAwmMn9+eSIdhMWVTgmRLup///ffgAA', 'base64');
const PLAIN = 'acme '.repeat(200);
const properties = FILE.subarray(0, 5);
const stream = FILE.subarray(13);

describe('lzmaStream', () => {
  it('decodes what xz encodes', () => {
    expect(lzmaStream(properties, stream, PLAIN.length)?.toString()).toBe(PLAIN);
  });

  it('stops at the size that is allowed', () => {
    expect(lzmaStream(properties, stream, 7)?.toString()).toBe('acme ac');
  });

  it('refuses what is malformed', () => {
    expect(lzmaStream(Buffer.from([255, 0, 0, 0, 0]), stream, 10)).toBeUndefined();
    expect(lzmaStream(properties, Buffer.from([1, 2, 3, 4, 5, 6]), 10)).toBeUndefined();
    expect(lzmaStream(properties, stream.subarray(0, 12), 1_000_000)).toBeUndefined();
    expect(lzmaStream(Buffer.alloc(0), Buffer.alloc(0), 10)).toBeUndefined();
  });

  it('neither throws nor gives more than was allowed', () => {
    fc.assert(
      fc.property(fc.nat(224), fc.uint8Array({ maxLength: 512 }), fc.nat(4_096), (packed, bytes, size) => {
        const decoded = lzmaStream(Buffer.from([packed, 0, 0, 1, 0]), Buffer.from([0, ...bytes]), size);
        return decoded === undefined || decoded.length <= size;
      }),
      { numRuns: 300 },
    );
  });
});
