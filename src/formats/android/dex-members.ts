import { type Cursor, uleb } from './bytes.ts';
import type { ClassDef, DexFile } from './dex-file.ts';

/**
 * Walks spend from a budget that the size of the file sets, because a hostile file can let many classes share one huge
 * table.
 */
export interface Budget {
  left: number;
}

/**
 * Where a walk over the class_data_item of a class stands. Of a whole app these are a hundred thousand members, read
 * once: a cursor is ready much earlier than callbacks are compiled.
 */
export interface MemberCursor extends Cursor {
  kind: 'static-field' | 'field' | 'method';
  /** Index in the table of fields or methods. */
  index: number;
  /** Offset of the method's code, 0 if it has none. */
  code: number;
  group: number;
  left: number;
  readonly counts: readonly [number, number, number, number];
}

/** Stands before the first member; static fields come first, then the other fields, then the methods. */
export function membersOf(dex: DexFile, { data }: ClassDef): MemberCursor {
  const at: Cursor = { bytes: dex.bytes, at: data };
  const isMissing = data === 0 || data >= dex.bytes.length;
  const counts = isMissing ? NO_MEMBERS : ([uleb(at), uleb(at), uleb(at), uleb(at)] as const);
  return { bytes: dex.bytes, at: at.at, kind: 'static-field', index: 0, code: 0, group: 0, left: counts[0], counts };
}

const NO_MEMBERS = [0, 0, 0, 0] as const;

/** Moves on to the next member; false if there is none, or the budget is spent. */
export function nextMember(cursor: MemberCursor, budget: Budget): boolean {
  while (cursor.left === 0) {
    cursor.group += 1;
    if (cursor.group > 3) return false;
    cursor.left = cursor.counts[cursor.group] ?? 0;
    cursor.index = 0;
    cursor.kind = cursor.group === 1 ? 'field' : 'method';
  }
  if (cursor.at >= cursor.bytes.length) return false;
  budget.left -= 1;
  if (budget.left < 0) return false;
  cursor.left -= 1;
  cursor.index += uleb(cursor);
  // The access flags.
  uleb(cursor);
  if (cursor.group > 1) cursor.code = uleb(cursor);
  return true;
}
