import {
  constants,
  createInflateRaw,
  gunzip as gunzipCallback,
  type InflateRaw,
  inflateRaw as inflateRawCallback,
} from 'node:zlib';
import type { ByteSource } from './source.ts';

/** Deflated data with what the directory says of its content. */
export interface Member {
  readonly data: Buffer;
  readonly crc32: number;
  readonly size: number;
}

const GZIP_HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
const GZIP_TRAILER_SIZE = 8;
/** Room that is never filled, so that zlib sees the end and does not ask for a second buffer. */
const SLACK = 64;

/**
 * Inflates many members with one call of the thread pool: each is dressed as a gzip member (RFC 1952), which zlib takes
 * one behind the other and whose CRC-32 and length it checks. Gives their contents one behind the other, or undefined
 * if any member is not what the directory says.
 */
export function inflateBatch(members: readonly Member[]): Promise<Buffer | undefined> {
  const compressed = members.reduce((sum, { data }) => sum + GZIP_HEADER.length + data.length + GZIP_TRAILER_SIZE, 0);
  const batch = Buffer.allocUnsafeSlow(compressed);
  let at = 0;
  for (const member of members) {
    at += GZIP_HEADER.copy(batch, at);
    at += member.data.copy(batch, at);
    at = writeTrailer(batch, at, member);
  }
  return gunzip(batch, totalSize(members));
}

/** The flag that an extra field follows the header, which is skipped: RFC 1952, section 2.3.1. */
const FEXTRA = 4;
const GZIP_HEADER_WITH_EXTRA_SIZE = GZIP_HEADER.length + 2;
const LEAST_GAP = GZIP_TRAILER_SIZE + GZIP_HEADER_WITH_EXTRA_SIZE;
const MOST_GAP = LEAST_GAP + 0xffff;

/**
 * The same without a copy: the dress goes where the archive has its local headers, of which an extra field hides what is
 * left. The members are parts of `bytes`, one behind the other. Undefined, and nothing written, where they do not leave the
 * room.
 */
export function inflateInPlace(bytes: Buffer, members: readonly Member[]): Promise<Buffer | undefined> | undefined {
  const starts = members.map(({ data }) => data.byteOffset - bytes.byteOffset);
  const ends = members.map(({ data }, index) => (starts[index] as number) + data.length);
  const first = starts[0] ?? 0;
  const last = ends.at(-1) ?? 0;
  if (first < GZIP_HEADER.length || last + GZIP_TRAILER_SIZE > bytes.length) return undefined;
  for (let index = 1; index < members.length; index++) {
    const gap = (starts[index] as number) - (ends[index - 1] as number);
    if (gap < LEAST_GAP || gap > MOST_GAP) return undefined;
  }
  GZIP_HEADER.copy(bytes, first - GZIP_HEADER.length);
  for (const [index, member] of members.entries()) {
    const at = writeTrailer(bytes, ends[index] as number, member);
    const next = starts[index + 1];
    if (next === undefined) break;
    GZIP_HEADER.copy(bytes, at);
    bytes[at + 3] = FEXTRA;
    bytes.writeUInt16LE(next - at - GZIP_HEADER_WITH_EXTRA_SIZE, at + GZIP_HEADER.length);
  }
  return gunzip(bytes.subarray(first - GZIP_HEADER.length, last + GZIP_TRAILER_SIZE), totalSize(members));
}

function writeTrailer(bytes: Buffer, at: number, { crc32, size }: Member): number {
  return bytes.writeUInt32LE(size % 0x1_0000_0000, bytes.writeUInt32LE(crc32, at));
}

function totalSize(members: readonly Member[]): number {
  return members.reduce((sum, member) => sum + member.size, 0);
}

function gunzip(batch: Buffer, total: number): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const options = { chunkSize: total + SLACK, maxOutputLength: total + SLACK };
    gunzipCallback(batch, options, (error, bytes) => resolve(error || bytes.length !== total ? undefined : bytes));
  });
}

/** No deflate stream gives more per byte. */
export const MOST_PER_BYTE = 1032;

/** What came out of data that may be anything. */
export interface Inflated {
  readonly bytes: Buffer;
  /** The deflate stream came to its own end; false where it is cut off or broken. */
  readonly ended: boolean;
  /** Bytes of the input that belong to the stream. */
  readonly consumed: number;
}

/** Inflates as far as it goes; undefined if more than `most` bytes come out. */
export async function inflateWhole(data: Buffer, most: number): Promise<Inflated | undefined> {
  const whole = await tryInflate(data, most, constants.Z_FINISH);
  if (whole === 'too large') return undefined;
  if (whole !== 'broken') return { ...whole, ended: true };
  return longestPrefix(data, most);
}

const HEAD_INPUT = 8 * 1024;

/** What the first kilobytes of the data inflate to. */
export async function inflateHead(source: ByteSource): Promise<Buffer> {
  const data = await source.read(0, HEAD_INPUT);
  const head = await tryInflate(data, HEAD_INPUT * MOST_PER_BYTE, constants.Z_SYNC_FLUSH);
  return typeof head === 'string' ? Buffer.alloc(0) : head.bytes;
}

/** zlib drops what it had inflated when it meets an error; the longest input without one is found by halving. */
async function longestPrefix(data: Buffer, most: number): Promise<Inflated | undefined> {
  let best: Inflated = { bytes: Buffer.alloc(0), ended: false, consumed: 0 };
  let good = 0;
  let bad = data.length + 1;
  for (let length = data.length; good + 1 < bad; length = (good + bad) >>> 1) {
    const attempt = await tryInflate(data.subarray(0, length), most, constants.Z_SYNC_FLUSH);
    if (attempt === 'too large') return undefined;
    if (attempt === 'broken') {
      bad = length;
    } else {
      best = { ...attempt, ended: false };
      good = length;
    }
  }
  return best;
}

function tryInflate(
  data: Buffer,
  most: number,
  finishFlush: number,
): Promise<{ bytes: Buffer; consumed: number } | 'broken' | 'too large'> {
  return new Promise((resolve) => {
    const options = { finishFlush, maxOutputLength: Math.max(1, most), chunkSize: 64 * 1024, info: true };
    inflateRawCallback(data, options, (error, result) => {
      if (error) {
        const { code } = error as NodeJS.ErrnoException;
        return resolve(code === 'ERR_BUFFER_TOO_LARGE' ? 'too large' : 'broken');
      }
      // With `info` the result is an object; the types do not tell.
      const { buffer, engine } = result as unknown as { buffer: Buffer; engine: InflateRaw };
      resolve({ bytes: buffer, consumed: engine.bytesWritten });
    });
  });
}

/**
 * Input given to zlib at a time: up to 1032 times as much comes out before the limits are looked at, so data that has
 * shown to be dense, or has shown nothing yet, is given in small slices.
 */
const INPUT_SLICE = 128 * 1024;
const DENSE_INPUT_SLICE = 16 * 1024;
const DENSE = 16;
const INPUT_READ = 256 * 1024;
const OUTPUT_CHUNK = 256 * 1024;

/**
 * Inflates data of any size in pieces of about a quarter of a megabyte. While a piece is in the caller's hands, the next one is
 * being inflated in the thread pool. Returns true if the stream came to its own end.
 */
export async function* inflatePieces(
  source: ByteSource,
  offset: number,
  length: number,
): AsyncGenerator<Buffer, boolean, undefined> {
  const pump = startPump();
  try {
    const slices = compressedSlices(pump, source, offset, length);
    let next = fill(pump, slices);
    for (;;) {
      const { chunks, done } = await next;
      const finished = pump.state !== 'running' || done;
      if (!finished) next = fill(pump, slices);
      yield* stretches(chunks);
      if (finished) return pump.state === 'ended';
    }
  } finally {
    pump.stream.destroy();
  }
}

/** Chunks that lie one behind the other in zlib's buffer as one: to copy them took as much memory again as was inflated. */
function* stretches(chunks: readonly Buffer[]): Generator<Buffer, void, undefined> {
  let [held] = chunks;
  if (held === undefined) return;
  for (const chunk of chunks.slice(1)) {
    const follows: boolean = chunk.buffer === held.buffer && chunk.byteOffset === held.byteOffset + held.length;
    if (!follows) yield held;
    held = follows ? Buffer.from(held.buffer, held.byteOffset, held.length + chunk.length) : chunk;
  }
  yield held;
}

interface Pump {
  readonly stream: InflateRaw;
  /** What came out and was not yet taken. */
  chunks: Buffer[];
  /** Bytes in and out so far. */
  fed: number;
  produced: number;
  state: 'running' | 'ended' | 'broken';
  /** Set while it waits for what was written: after an error zlib does not answer a write. */
  wake?: () => void;
}

interface Filling {
  readonly chunks: readonly Buffer[];
  /** No input is left. */
  readonly done: boolean;
}

function startPump(): Pump {
  const stream = createInflateRaw({ chunkSize: OUTPUT_CHUNK });
  const pump: Pump = { stream, chunks: [], fed: 0, produced: 0, state: 'running' };
  stream.on('data', (chunk: Buffer) => {
    pump.chunks.push(chunk);
    pump.produced += chunk.length;
  });
  stream.on('end', () => {
    pump.state = 'ended';
  });
  stream.on('error', () => {
    pump.state = 'broken';
    pump.wake?.();
  });
  return pump;
}

/** Feeds the inflater until a piece is full, the input is used up or the stream is over. */
async function fill(pump: Pump, slices: AsyncGenerator<Buffer, void, undefined>): Promise<Filling> {
  let size = 0;
  let done = false;
  while (size < OUTPUT_CHUNK && pump.state === 'running' && !done) {
    const slice = await slices.next();
    done = slice.done === true;
    await (slice.done ? finish(pump) : write(pump, slice.value));
    size = pump.chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  }
  const { chunks } = pump;
  pump.chunks = [];
  return { chunks, done };
}

function write(pump: Pump, slice: Buffer): Promise<void> {
  return new Promise((resolve) => {
    pump.wake = resolve;
    pump.stream.write(slice, () => resolve());
  });
}

function finish(pump: Pump): Promise<void> {
  return new Promise((resolve) => {
    pump.stream.once('close', resolve);
    pump.stream.end();
  });
}

async function* compressedSlices(
  pump: Pump,
  source: ByteSource,
  offset: number,
  length: number,
): AsyncGenerator<Buffer, void, undefined> {
  const end = offset + length;
  for (let at = offset; at < end; at += INPUT_READ) {
    const bytes = await source.read(at, Math.min(INPUT_READ, end - at));
    if (bytes.length === 0) return;
    for (let from = 0; from < bytes.length; ) {
      const dense = pump.produced >= DENSE * pump.fed;
      const slice = bytes.subarray(from, from + (dense ? DENSE_INPUT_SLICE : INPUT_SLICE));
      from += slice.length;
      pump.fed += slice.length;
      yield slice;
    }
  }
}
