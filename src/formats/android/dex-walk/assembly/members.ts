/* AssemblyScript: a walk over the class_data_item of a class (dex-format). */
import { isSpent, size, spend, uleb, ulebEnd } from './file';

/** Static fields come first, then the other fields, then the methods. */
const STATIC_FIELDS: u32 = 0;
const FIRST_METHODS: u32 = 2;
const GROUPS: u32 = 4;
const COUNTS = memory.data(16, 4);

/** Index of the member in the table of fields or methods. */
export let member: u32 = 0;
/** Offset of the method's code, 0 if it has none. */
export let code: u32 = 0;
let at: u32 = 0;
let group: u32 = 0;
let left: u32 = 0;

/** Stands before the first member. */
export function enter(data: u32): void {
  const isMissing = data === 0 || data >= size;
  at = data;
  for (let index: u32 = 0; index < GROUPS; index++) {
    store<u32>(COUNTS + 4 * index, isMissing ? 0 : uleb(at));
    at = ulebEnd;
  }
  group = STATIC_FIELDS;
  left = load<u32>(COUNTS);
  member = 0;
  code = 0;
}

/** Moves on to the next member; false if there is none, or the budget is spent. */
export function nextMember(): bool {
  while (left === 0) {
    group += 1;
    if (group >= GROUPS) return false;
    left = load<u32>(COUNTS + 4 * group);
    member = 0;
  }
  if (at >= size || isSpent()) return false;
  spend(1);
  left -= 1;
  member += uleb(at);
  // The access flags.
  uleb(ulebEnd);
  if (group >= FIRST_METHODS) code = uleb(ulebEnd);
  at = ulebEnd;
  return true;
}

export function isStaticField(): bool {
  return group === STATIC_FIELDS;
}
