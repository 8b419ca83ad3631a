/* AssemblyScript: encoded values (dex-format: encoded_value) and the strings in them. */
import { isSpent, size, spend, u8At, u32At, uleb, ulebEnd } from './file';
import { NO_INDEX, record } from './records';
import { isWanted, want } from './wanted';

const STRING: u32 = 0x17;
const ARRAY: u32 = 0x1c;
const ANNOTATION: u32 = 0x1d;
const NULL: u32 = 0x1e;
const BOOLEAN: u32 = 0x1f;
const MAX_DEPTH: u32 = 16;

/** Where the next value begins. */
let at: u32 = 0;
/** Whose values they are. */
let kind: u32 = 0;
let type: u32 = 0;
let member: u32 = NO_INDEX;
/** What they hold is wanted, whatever it is. */
let areWanted: bool = false;

export function startValues(offset: u32): void {
  at = offset;
}

export function valuesOf(ownerKind: u32, ownerType: u32, ownerMember: u32, wanted: bool): void {
  kind = ownerKind;
  type = ownerType;
  member = ownerMember;
  areWanted = wanted;
}

export function count(): u32 {
  const items = uleb(at);
  at = ulebEnd;
  return items;
}

export function hasMore(): bool {
  return at < size && !isSpent();
}

/** Reads an annotation_set_item; 0 says that there is none. */
export function annotationSet(offset: u32): void {
  if (offset === 0 || offset >= size) return;
  const count = u32At(offset);
  for (let item: u32 = 0; item < count && <u64>offset + 4 * <u64>item + 8 <= size && !isSpent(); item++) {
    spend(1);
    // annotation_item: one byte of visibility, then the annotation.
    at = u32At(offset + 4 + 4 * item) + 1;
    annotation(0);
  }
}

/** Reads an annotation_set_ref_list. */
export function annotationSets(offset: u32): void {
  const count = u32At(offset);
  for (let item: u32 = 0; item < count && <u64>offset + 4 * <u64>item + 8 <= size && !isSpent(); item++) {
    spend(1);
    annotationSet(u32At(offset + 4 + 4 * item));
  }
}

/** Reads an encoded_annotation. */
function annotation(depth: u32): void {
  // Its type.
  count();
  const elements = count();
  for (let item: u32 = 0; item < elements && hasMore(); item++) {
    // The name of the element.
    count();
    value(depth);
  }
}

/** Reads one encoded_value and moves on behind it. */
export function value(depth: u32): void {
  spend(1);
  const header = u8At(at);
  const form = header & 0x1f;
  at += 1;
  if (form === NULL || form === BOOLEAN) return;
  if (form === ARRAY || form === ANNOTATION) {
    // Deeper than compilers nest: leave the rest of this item alone.
    if (depth >= MAX_DEPTH) at = size;
    else if (form === ANNOTATION) annotation(depth + 1);
    else array(depth + 1);
    return;
  }
  const bytes = (header >>> 5) + 1;
  if (form === STRING) found(number(bytes));
  at += bytes;
}

function array(depth: u32): void {
  const items = count();
  for (let item: u32 = 0; item < items && hasMore(); item++) value(depth);
}

function number(bytes: u32): u64 {
  let value: u64 = 0;
  for (let index: u32 = bytes; index > 0; index--) value = (value << 8) | u8At(at + index - 1);
  return value;
}

function found(string: u64): void {
  if (string >= NO_INDEX) return;
  if (areWanted) want(<u32>string);
  if (!isWanted(<u32>string)) return;
  record(kind, type, member, 0, 0, <u32>string, NO_INDEX);
}
