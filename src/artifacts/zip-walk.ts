import { readHeaders } from './directory/headers.ts';
import { type Limits, megabytes } from './limits.ts';
import type { ByteSource } from './source.ts';
import { COMPRESSED_SIZE, DEFLATED, METHOD, NAME_END, NAME_START, OFFSET, ROW, SIZE } from './zip-row.ts';
import {
  CENTRAL_HEADER,
  CENTRAL_HEADER_SIZE,
  LOCAL_HEADER_SIZE,
  type ZipDirectory,
  type ZipProblem,
  type ZipTable,
} from './zip-table.ts';

const SIGNATURE = Buffer.from('PK\x03\x04', 'latin1');
const WINDOW = 1024 * 1024;
/** Bytes that a header with its name may take. */
const LONGEST_HEADER = LOCAL_HEADER_SIZE + 0xffff;
const SIZES_FOLLOW = 0x0008;
const SATURATED = 0xffffffff;

/** What the directory would say of the entries, one behind the other. */
interface Walked {
  headers: Buffer;
  /** Bytes of them that count. */
  size: number;
  readonly offsets: number[];
}

/**
 * The entries of an archive without a directory, one local header after the other. Where a header does not tell the
 * size (bit 3: it follows the data), the entry reaches to the next header; the inflater ends by itself before that.
 */
export async function walkLocalHeaders(source: ByteSource, limits: Limits): Promise<ZipDirectory> {
  const walked: Walked = { headers: Buffer.alloc(0), size: 0, offsets: [] };
  const problems: ZipProblem[] = [];
  const view = viewOf(source);
  let position = 0;
  let directoryStart = source.size;
  while (position < source.size && walked.offsets.length <= limits.entries) {
    const bytes = await view(position, LONGEST_HEADER);
    if (bytes.length < LOCAL_HEADER_SIZE) break;
    const at = bytes.indexOf(SIGNATURE);
    if (at === -1 || (at > 0 && at + LONGEST_HEADER > bytes.length)) {
      // The signature may begin in the last bytes.
      position += at === -1 ? bytes.length - SIGNATURE.length + 1 : at;
      continue;
    }
    const nameLength = nameLengthAt(bytes, at);
    if (walked.size + CENTRAL_HEADER_SIZE + nameLength > limits.directoryBytes) {
      const reason = `local headers larger than ${megabytes(limits.directoryBytes)}; the rest was not read`;
      problems.push({ kind: 'limit', reason });
      break;
    }
    if (nameLength > 0) add(walked, bytes, at, position);
    position += at + (nameLength > 0 ? headerLength(bytes, at) + knownSize(bytes, at) : SIGNATURE.length);
    const next = await view(position, SIGNATURE.length);
    if (next.length >= SIGNATURE.length && next.readUInt32LE(0) === CENTRAL_HEADER) {
      directoryStart = position;
      break;
    }
  }
  return { table: tableOf(walked, directoryStart), problems };
}

/** Gives what begins at a position, `least` bytes or up to the end; read anew only where it is not in the last window. */
function viewOf(source: ByteSource): (position: number, least: number) => Promise<Buffer> {
  let window: Buffer = Buffer.alloc(0);
  let start = 0;
  return async (position, least) => {
    if (position < start || Math.min(position + least, source.size) > start + window.length) {
      window = await source.read(position, WINDOW + LONGEST_HEADER);
      start = position;
    }
    return window.subarray(position - start);
  };
}

/** 0 where the four bytes are there by chance. */
function nameLengthAt(bytes: Buffer, at: number): number {
  if (at + LOCAL_HEADER_SIZE > bytes.length) return 0;
  const length = bytes.readUInt16LE(at + 26);
  return at + LOCAL_HEADER_SIZE + length > bytes.length ? 0 : length;
}

function headerLength(bytes: Buffer, at: number): number {
  return LOCAL_HEADER_SIZE + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
}

/** Bytes of data that can be passed over. */
function knownSize(bytes: Buffer, at: number): number {
  const size = bytes.readUInt32LE(at + 18);
  return (bytes.readUInt16LE(at + 6) & SIZES_FOLLOW) === 0 && size !== SATURATED ? size : 0;
}

function add(walked: Walked, bytes: Buffer, at: number, base: number): void {
  const name = bytes.subarray(at + LOCAL_HEADER_SIZE, at + LOCAL_HEADER_SIZE + bytes.readUInt16LE(at + 26));
  const end = walked.size + CENTRAL_HEADER_SIZE + name.length;
  if (end > walked.headers.length) walked.headers = Buffer.concat([walked.headers], 2 * end);
  const header = walked.headers.subarray(walked.size, end);
  header.fill(0, 0, CENTRAL_HEADER_SIZE);
  header.writeUInt32LE(CENTRAL_HEADER);
  // From the version on that is needed, both headers are alike up to the name's length.
  bytes.copy(header, 6, at + 4, at + 28);
  name.copy(header, CENTRAL_HEADER_SIZE);
  walked.size = end;
  walked.offsets.push(base + at);
}

/** Sizes that a header left open: all there is up to the next one. */
function tableOf({ headers, size, offsets }: Walked, directoryStart: number): ZipTable {
  const names = headers.subarray(0, size);
  const { rows } = readHeaders(names, 0, offsets.length);
  for (const [index, offset] of offsets.entries()) {
    const row = rows.subarray(ROW * index, ROW * (index + 1));
    row[OFFSET] = offset;
    if (row[COMPRESSED_SIZE] !== 0 && row[COMPRESSED_SIZE] !== SATURATED) continue;
    const end = offsets[index + 1] ?? directoryStart;
    const nameLength = (row[NAME_END] as number) - (row[NAME_START] as number);
    const room = Math.max(0, end - offset - LOCAL_HEADER_SIZE - nameLength);
    row[COMPRESSED_SIZE] = room;
    if (row[METHOD] !== DEFLATED) row[SIZE] = room;
  }
  return { rows, count: offsets.length, names, end: directoryStart };
}
