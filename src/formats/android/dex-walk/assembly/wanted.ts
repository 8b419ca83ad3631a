/* AssemblyScript: what is looked for, as tables that stand behind the file. */

/** Bits of a string's byte. */
const WANTED: u8 = 1;
const WANTED_NAME: u8 = 2;

const NESTS: u32 = 0x8000;

let strings: u32 = 0;
let stringCount: u32 = 0;
let methods: u32 = 0;
let methodCount: u32 = 0;
/** A bit for each byte of the file: methods with the same code may share it, it is attributed to the first. */
let seen: u32 = 0;
let seenSize: u32 = 0;

/** A byte for each string. */
export function setStrings(at: u32, count: u32): void {
  strings = at;
  stringCount = count;
}

/**
 * Two bytes for each method: 0, or one more than the place of the string among the registers that it is given, the receiver left out,
 * and the highest bit if it nests.
 */
export function setMethods(at: u32, count: u32): void {
  methods = at;
  methodCount = count;
}

export function setSeen(at: u32, bytes: u32): void {
  seen = at;
  seenSize = bytes;
}

export function isWanted(string: u32): bool {
  return string < stringCount && (load<u8>(strings + string) & WANTED) !== 0;
}

export function isWantedName(string: u32): bool {
  return string < stringCount && (load<u8>(strings + string) & WANTED_NAME) !== 0;
}

export function want(string: u32): void {
  if (string < stringCount) store<u8>(strings + string, load<u8>(strings + string) | WANTED);
}

function methodWord(method: u32): u32 {
  return method < methodCount ? load<u16>(methods + 2 * method) : 0;
}

export function isWantedMethod(method: u32): bool {
  return methodWord(method) !== 0;
}

export function registerOf(method: u32): u32 {
  return (methodWord(method) & ~NESTS) - 1;
}

export function nestsIn(method: u32): bool {
  return (methodWord(method) & NESTS) !== 0;
}

export function forgetSeen(): void {
  memory.fill(seen, 0, seenSize);
}

/** False the second time. */
export function isNew(at: u32): bool {
  const byte = at >>> 3;
  if (byte >= seenSize) return true;
  const bit: u8 = 1 << (<u8>at & 7);
  const bits = load<u8>(seen + byte);
  store<u8>(seen + byte, bits | bit);
  return (bits & bit) === 0;
}
