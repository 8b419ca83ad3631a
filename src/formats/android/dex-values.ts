import { type Cursor, u8, u32, uleb } from './bytes.ts';
import type { Budget } from './dex-members.ts';

/** A walk over encoded values (dex-format: encoded_value), which collects the wanted strings that they hold. */
export interface ValueCursor extends Cursor {
  readonly budget: Budget;
  /** 1 at the index of a wanted string; all are wanted if it is left out. */
  readonly wanted: Uint8Array | undefined;
  readonly found: number[];
}

export function valueCursor(bytes: Uint8Array, budget: Budget, wanted?: Uint8Array): ValueCursor {
  return { bytes, at: 0, budget, wanted, found: [] };
}

/** The strings found since the last time. */
export function takeFound({ found }: ValueCursor): readonly number[] {
  return found.length === 0 ? NONE : found.splice(0);
}

const NONE: readonly number[] = [];

const ENCODED = { string: 0x17, array: 0x1c, annotation: 0x1d, null: 0x1e, boolean: 0x1f } as const;
const MAX_VALUE_DEPTH = 16;

/** Reads an annotation_set_item; 0 says that there is none. */
export function readAnnotationSet(cursor: ValueCursor, offset: number): void {
  const { bytes, budget } = cursor;
  if (offset === 0 || offset >= bytes.length) return;
  const count = u32(bytes, offset);
  for (let item = 0; item < count && offset + 4 * item + 8 <= bytes.length && budget.left > 0; item += 1) {
    budget.left -= 1;
    // annotation_item: one byte of visibility, then the annotation.
    cursor.at = u32(bytes, offset + 4 + 4 * item) + 1;
    readAnnotation(cursor, 0);
  }
}

/** Reads an annotation_set_ref_list. */
export function readAnnotationSets(cursor: ValueCursor, offset: number): void {
  const { bytes, budget } = cursor;
  const count = u32(bytes, offset);
  for (let item = 0; item < count && offset + 4 * item + 8 <= bytes.length && budget.left > 0; item += 1) {
    budget.left -= 1;
    readAnnotationSet(cursor, u32(bytes, offset + 4 + 4 * item));
  }
}

/** Reads an encoded_annotation. */
function readAnnotation(cursor: ValueCursor, depth: number): void {
  // Its type.
  uleb(cursor);
  const count = uleb(cursor);
  for (let item = 0; item < count && hasMore(cursor); item += 1) {
    // The name of the element.
    uleb(cursor);
    readValue(cursor, depth);
  }
}

export function hasMore({ bytes, at, budget }: ValueCursor): boolean {
  return at < bytes.length && budget.left > 0;
}

/** Reads one encoded_value and moves on behind it. */
export function readValue(cursor: ValueCursor, depth: number): void {
  cursor.budget.left -= 1;
  const header = u8(cursor.bytes, cursor.at);
  const type = header & 0x1f;
  cursor.at += 1;
  if (type === ENCODED.null || type === ENCODED.boolean) return;
  if (type === ENCODED.array || type === ENCODED.annotation) {
    // Deeper than compilers nest: leave the rest of this item alone.
    if (depth >= MAX_VALUE_DEPTH) cursor.at = cursor.bytes.length;
    else if (type === ENCODED.annotation) readAnnotation(cursor, depth + 1);
    else readArray(cursor, depth + 1);
    return;
  }
  const size = (header >>> 5) + 1;
  if (type === ENCODED.string) {
    const string = littleEndian(cursor.bytes, cursor.at, size);
    if (cursor.wanted === undefined || cursor.wanted[string] === 1) cursor.found.push(string);
  }
  cursor.at += size;
}

function readArray(cursor: ValueCursor, depth: number): void {
  const count = uleb(cursor);
  for (let item = 0; item < count && hasMore(cursor); item += 1) readValue(cursor, depth);
}

function littleEndian(bytes: Uint8Array, at: number, size: number): number {
  let value = 0;
  for (let index = size - 1; index >= 0; index -= 1) value = value * 256 + u8(bytes, at + index);
  return value;
}
