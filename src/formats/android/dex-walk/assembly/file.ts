/* AssemblyScript: the file that is walked over. Offsets count from its start; what lies outside of it reads as 0. */

/** Where the file lies in memory, and its size; zeros stand behind it. */
export let file: u32 = 0;
export let size: u32 = 0;
/** Where the number ends that `uleb` read. */
export let ulebEnd: u32 = 0;
/** Steps that are left: a hostile file lets many classes share one huge table. */
let budget: i64 = 0;

export function setFile(at: u32, bytes: u32): void {
  file = at;
  size = bytes;
}

export function setBudget(steps: f64): void {
  budget = <i64>steps;
}

export function budgetLeft(): f64 {
  return <f64>budget;
}

export function spend(steps: u32): void {
  budget -= steps;
}

export function isSpent(): bool {
  return budget <= 0;
}

export function u8At(at: u32): u32 {
  return at < size ? load<u8>(file + at) : 0;
}

export function u16At(at: u32): u32 {
  return at < size ? load<u16>(file + at) : 0;
}

export function u32At(at: u32): u32 {
  return at < size ? load<u32>(file + at) : 0;
}

/** Unsigned LEB128 of at most 32 bits (five bytes). */
export function uleb(from: u32): u32 {
  let value: u32 = 0;
  let at = from;
  for (let shift: u32 = 0; shift < 35; shift += 7) {
    const byte = u8At(at);
    at += 1;
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) break;
  }
  ulebEnd = at;
  return value;
}
