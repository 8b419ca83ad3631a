import { constants, crc32, createInflateRaw, deflateRawSync, inflateRawSync, type ZlibOptions } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inflateFrom, inflateInto, inflatePieces, inflateWhole } from '../../src/artifacts/inflate.ts';
import { bufferSource } from '../../src/artifacts/source.ts';

const MOST = 8 * 1024 * 1024;

/** Every kind of block, and codes of every length. */
const OPTIONS: readonly (readonly [string, ZlibOptions])[] = [
  ['as usual', {}],
  ['fast', { level: 1 }],
  ['best', { level: 9, memLevel: 9 }],
  ['stored', { level: 0 }],
  ['fixed codes', { strategy: constants.Z_FIXED }],
  ['literals only', { strategy: constants.Z_HUFFMAN_ONLY }],
  ['runs', { strategy: constants.Z_RLE }],
  ['small blocks', { memLevel: 1 }],
  ['a small window', { windowBits: 9 }],
];

/** Bytes of which the rarest come up once in some ten thousand: their codes are as long as codes may be. */
function skewed(size: number): Buffer {
  let state = 1;
  const next = () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state / 2 ** 32;
  };
  return Buffer.from(Uint8Array.from({ length: size }, () => Math.min(255, Math.floor(-Math.log2(1 - next()) * 1.3))));
}

const SAMPLES: readonly (readonly [string, Buffer])[] = [
  ['nothing', Buffer.alloc(0)],
  ['one byte', Buffer.from('x')],
  ['text', Buffer.from('the quick brown fox jumps over the lazy dog. '.repeat(3_000))],
  ['zeros', Buffer.alloc(3_000_000)],
  ['runs of two and three', Buffer.from('ababab'.repeat(500) + 'abcabc'.repeat(500) + 'abcdefg'.repeat(500))],
  ['skewed bytes', skewed(700_000)],
  ['what repeats from as far as it may', Buffer.concat([skewed(32_768), skewed(32_768), skewed(32_769)])],
  ['far more than a piece', Buffer.concat([skewed(900_000), Buffer.alloc(200_000, 'no end '), skewed(500_000)])],
];

async function pieced(data: Buffer): Promise<{ readonly bytes: Buffer; readonly ended: boolean }> {
  const pieces = inflatePieces(bufferSource(data));
  const chunks: Buffer[] = [];
  let next = await pieces.next();
  for (; !next.done; next = await pieces.next()) chunks.push(Buffer.from(next.value));
  return { bytes: Buffer.concat(chunks), ended: next.value };
}

describe.each(OPTIONS)('data deflated %s', (_, options) => {
  it.each(SAMPLES)('inflates to what it was: %s', async (_, bytes) => {
    const data = deflateRawSync(bytes, options);
    const behind = Buffer.concat([data, Buffer.from('PK\x03\x04 and what follows')]);
    const room = Buffer.alloc(bytes.length);
    const wanted = { size: bytes.length, ended: true, consumed: data.length };
    expect(inflateInto(behind, room)).toEqual(wanted);
    expect(room.equals(bytes)).toBe(true);
    const whole = inflateWhole(data, MOST);
    expect(whole).toMatchObject(wanted);
    expect(whole?.bytes.equals(bytes)).toBe(true);
    const all = await pieced(data);
    expect(all.ended).toBe(true);
    expect(crc32(all.bytes)).toBe(crc32(bytes));
  });
});

describe('data that may be anything', () => {
  /** What zlib gives before it fails, byte by byte: it drops what it had when it meets an error in one go. */
  function byZlib(data: Buffer): Buffer | undefined {
    try {
      return inflateRawSync(data);
    } catch {
      return undefined;
    }
  }

  it('is taken or refused as zlib does', () => {
    const samples = SAMPLES.filter(([, bytes]) => bytes.length > 0).map(([, bytes]) => bytes.subarray(0, 5_000));
    const deflated = OPTIONS.flatMap(([, options]) => samples.map((bytes) => deflateRawSync(bytes, options)));
    const flips = fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 4 });
    fc.assert(
      fc.property(fc.constantFrom(...deflated), flips, fc.nat(1 << 16), (whole, changes, cut) => {
        const data = Buffer.from(whole.subarray(0, cut));
        for (const [at, value] of changes) if (at < data.length) data[at] = value;
        const wanted = byZlib(data);
        const found = inflateWhole(data, MOST);
        expect(found?.ended).toBe(wanted !== undefined);
        if (wanted !== undefined) expect(found?.bytes.equals(wanted)).toBe(true);
      }),
      { numRuns: 1_500 },
    );
  });

  it('is taken or refused as zlib does where it is noise', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const data = Buffer.from(bytes);
        const wanted = byZlib(data);
        const found = inflateWhole(data, MOST);
        expect(found?.ended).toBe(wanted !== undefined);
        if (wanted !== undefined) expect(found?.bytes.equals(wanted)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(SAMPLES)('comes into a room out of a file as out of memory: %s', async (_, bytes) => {
    const data = deflateRawSync(bytes);
    for (const [given, size] of [
      [data, bytes.length],
      [data, bytes.length + 9],
      [data, bytes.length - 1],
      [data.subarray(0, data.length >> 1), bytes.length],
      [Buffer.concat([data, Buffer.alloc(99)]), bytes.length],
    ] as const) {
      const [room, other] = [Buffer.alloc(Math.max(0, size)), Buffer.alloc(Math.max(0, size))];
      const { consumed: _consumed, ...wanted } = inflateInto(given, room) ?? { consumed: 0 };
      expect((await inflateFrom(bufferSource(given), other)) ?? {}).toEqual(wanted);
      expect(other.equals(room)).toBe(true);
    }
  });

  it('gives what came out before it breaks off', async () => {
    const bytes = skewed(600_000);
    const data = deflateRawSync(bytes);
    const broken = Buffer.from(data);
    broken.fill(0xff, data.length >> 1);
    for (const [what, cut] of [
      ['cut off', data.subarray(0, data.length >> 1)],
      ['broken', broken],
    ] as const) {
      const found = inflateWhole(cut, MOST);
      expect(found?.ended, what).toBe(false);
      expect(found?.size, what).toBeGreaterThan(290_000);
      expect(found?.bytes.subarray(0, 290_000).equals(bytes.subarray(0, 290_000)), what).toBe(true);
      const all = await pieced(cut);
      expect(all.ended, what).toBe(false);
      expect(all.bytes.equals(found?.bytes ?? Buffer.alloc(0)), what).toBe(true);
    }
  });

  it('gives as much as a stream of zlib does, wherever it is cut off', async () => {
    const whole = deflateRawSync(skewed(20_000));
    for (let cut = 4_000; cut < 4_040; cut++) {
      const data = whole.subarray(0, cut);
      const chunks: Buffer[] = [];
      await new Promise<void>((resolve) => {
        const stream = createInflateRaw({ finishFlush: constants.Z_SYNC_FLUSH });
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', resolve);
        stream.end(data);
      });
      const found = inflateWhole(data, MOST)?.bytes ?? Buffer.alloc(0);
      expect(found.equals(Buffer.concat(chunks)), `${cut}`).toBe(true);
    }
  });

  it('keeps to its memory where a block ends in the room’s last bytes and stored ones follow', () => {
    // A fixed block (RFC 1951, section 3.2.6): the literal a, matches of 258 from one byte back, more literals, the end.
    const literal = [1, 0, 0, 1, 0, 0, 0, 1];
    const match = [1, 1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0];
    const times = (count: number, code: readonly number[]) => Array.from({ length: count }, () => code).flat();
    // Three literals are read at a time: with 30 of the last ones the room is full but for a byte, then there are two more.
    const bits = [0, 1, 0, ...literal, ...times(2_032, match), ...times(32, literal), ...times(7, [0])];
    const stored = Buffer.alloc(65_535, 'b');
    bits.push(0, 0, 0);
    while (bits.length % 8 !== 0) bits.push(0);
    const packed = Buffer.alloc(bits.length / 8);
    for (const [at, bit] of bits.entries()) packed[at >> 3] = (packed[at >> 3] ?? 0) | (bit << (at & 7));
    const header = (isLast: boolean) => Buffer.from([...(isLast ? [1] : []), 0xff, 0xff, 0, 0]);
    const between = Buffer.from([0]);
    const data = Buffer.concat([
      ...[packed, header(false), stored],
      ...Array.from({ length: 6 }, () => Buffer.concat([between, header(false), stored])),
      ...[header(true), stored],
    ]);
    const wanted = inflateRawSync(data);
    const found = inflateWhole(data, MOST);
    expect(found?.ended).toBe(true);
    expect(found?.bytes.equals(wanted)).toBe(true);
  });

  it('is given up where more comes out than is wanted', () => {
    const data = deflateRawSync(Buffer.alloc(2_000_000));
    expect(inflateWhole(data, 1_999_999)).toBeUndefined();
    expect(inflateWhole(data, 2_000_000)?.size).toBe(2_000_000);
    expect(inflateInto(data, Buffer.alloc(1_999_999))).toBeUndefined();
  });

  it('is not reached back into by what is inflated next', () => {
    inflateWhole(deflateRawSync(Buffer.from('secret of another entry '.repeat(50))), MOST);
    // A fixed block that begins with a match (RFC 1951, section 3.2.6): final, type 1, length 3, distance 1.
    const found = inflateWhole(Buffer.from([0b0000_0011, 0b0000_0010, 0, 0]), MOST);
    expect(found).toMatchObject({ size: 0, ended: false });
  });
});
