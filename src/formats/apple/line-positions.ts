/** A column further right is left out: it would cost as much as reading the line again for each text in it. */
const MAX_COLUMN_BYTES = 4_096;

/** Line and column, 1-based, columns in UTF-16 units, of a byte offset in UTF-8 text; UTF-16 text has neither. */
export function linePositions(bytes: Buffer): (offset: number) => { line?: number; column?: number } {
  const mark = bytes.length >= 2 ? bytes.readUInt16BE(0) : 0;
  if (mark === 0xfffe || mark === 0xfeff) return () => ({});
  const starts: number[] = [];
  return (offset) => {
    // Only now: most lists give no text at all.
    if (starts.length === 0) {
      for (let at = 0; at !== -1; at = nextLine(bytes, at)) starts.push(at);
    }
    const line = lineOf(starts, offset);
    const start = starts[line - 1] ?? 0;
    if (offset - start > MAX_COLUMN_BYTES) return { line };
    return { line, column: bytes.toString('utf8', start, offset).replace(/^\ufeff/, '').length + 1 };
  };
}

/** Start of the next line, -1 behind the last one. */
function nextLine(bytes: Buffer, at: number): number {
  const end = bytes.indexOf(0x0a, at);
  return end === -1 ? -1 : end + 1;
}

/** Number of line starts at or before the offset. */
function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
