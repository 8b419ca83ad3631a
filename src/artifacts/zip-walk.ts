import { createRows, type RowMaker } from './directory/headers.ts';
import type { DirectoryProgram } from './directory/program.ts';
import { type Limits, megabytes } from './limits.ts';
import { type ByteSource, viewOf } from './source.ts';
import { namesApart } from './zip-names.ts';
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

/**
 * The entries of an archive without a directory, one local header after the other. Where a header does not tell the
 * size (bit 3: it follows the data), the entry reaches to the next header; the inflater ends by itself before that.
 */
export async function walkLocalHeaders(
  source: ByteSource,
  limits: Limits,
  program: DirectoryProgram,
): Promise<ZipDirectory> {
  const walked: Walked = { rows: createRows(program, limits.entries + 1), bytes: 0 };
  const problems: ZipProblem[] = [];
  const view = viewOf(source, WINDOW);
  let position = 0;
  let directoryStart = source.size;
  while (position < source.size && walked.rows.count() <= limits.entries) {
    const bytes = await view(position, LONGEST_HEADER);
    if (bytes.length < LOCAL_HEADER_SIZE) break;
    const at = bytes.indexOf(SIGNATURE);
    if (at === -1 || (at > 0 && at + LONGEST_HEADER > bytes.length)) {
      // The signature may begin in the last bytes.
      position += at === -1 ? bytes.length - SIGNATURE.length + 1 : at;
      continue;
    }
    const nameLength = nameLengthAt(bytes, at);
    if (walked.bytes + CENTRAL_HEADER_SIZE + nameLength > limits.directoryBytes) {
      const reason = `local headers larger than ${megabytes(limits.directoryBytes)}; the rest was not read`;
      problems.push({ kind: 'limit', reason });
      directoryStart = position + at;
      break;
    }
    if (nameLength > 0) add(walked, bytes.subarray(at), position + at);
    position += at + (nameLength > 0 ? headerLength(bytes, at) + knownSize(bytes, at) : SIGNATURE.length);
    const next = await view(position, SIGNATURE.length);
    if (next.length >= SIGNATURE.length && next.readUInt32LE(0) === CENTRAL_HEADER) {
      directoryStart = position;
      break;
    }
  }
  return { table: tableOf(source, walked.rows.rows(), program, directoryStart), problems };
}

interface Walked {
  readonly rows: RowMaker;
  /** Of the directory that there would be. */
  bytes: number;
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

/** Makes a row of what the directory would say. */
function add(walked: Walked, local: Buffer, offset: number): void {
  const nameLength = local.readUInt16LE(26);
  const header = walked.rows.window().subarray(0, CENTRAL_HEADER_SIZE + nameLength);
  header.fill(0, 0, CENTRAL_HEADER_SIZE);
  header.writeUInt32LE(CENTRAL_HEADER);
  // From the version on that is needed, both headers are alike up to the name's length.
  local.copy(header, 6, 4, 28);
  local.copy(header, CENTRAL_HEADER_SIZE, LOCAL_HEADER_SIZE, LOCAL_HEADER_SIZE + nameLength);
  walked.bytes += walked.rows.read(header.length, true, walked.bytes, offset);
}

/** Sizes that a header left open: all there is up to the next one. */
function tableOf(source: ByteSource, rows: Float64Array, program: DirectoryProgram, end: number): ZipTable {
  const count = rows.length / ROW;
  for (let index = 0; index < count; index++) {
    const row = rows.subarray(ROW * index, ROW * (index + 1));
    if (row[COMPRESSED_SIZE] !== 0 && row[COMPRESSED_SIZE] !== SATURATED) continue;
    const next = rows[ROW * (index + 1) + OFFSET] ?? end;
    const nameLength = (row[NAME_END] as number) - (row[NAME_START] as number);
    const room = Math.max(0, next - (row[OFFSET] as number) - LOCAL_HEADER_SIZE - nameLength);
    row[COMPRESSED_SIZE] = room;
    if (row[METHOD] !== DEFLATED) row[SIZE] = room;
  }
  const placeOf = (index: number) => (rows[ROW * index + OFFSET] as number) + LOCAL_HEADER_SIZE;
  return { rows, program, count, readNames: namesApart(source, rows, placeOf), end };
}
