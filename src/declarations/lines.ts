/** A place in a text, 1-based, columns in UTF-16 units as SARIF and editors count them. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Turns UTF-16 offsets of one text into positions. LF, CRLF and lone CR end a line. */
export function positionsOf(text: string): (offset: number) => Position {
  const starts = [0];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)) starts.push(index + 1);
  }
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
