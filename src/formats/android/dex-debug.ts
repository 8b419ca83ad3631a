import { u8, u32, uleb128 } from './bytes.ts';
import { type ClassDef, type DexFile, stringAt } from './dex-file.ts';

/**
 * Where in the source a piece of code stands, as far as the compiler kept it: source_file of the class, and the line from
 * the state machine of debug_info_item (dex-format).
 */

const OPCODE = {
  endSequence: 0x00,
  advancePc: 0x01,
  advanceLine: 0x02,
  startLocal: 0x03,
  startLocalExtended: 0x04,
  endLocal: 0x05,
  restartLocal: 0x06,
  setFile: 0x09,
  firstSpecial: 0x0a,
} as const;
const LINE_BASE = -4;
const LINE_RANGE = 15;
const MAX_STEPS = 65_536;

/** `Api.kt`. R8 writes `SourceFile` or a map id instead, which names no file. */
export function sourceFileOf(dex: DexFile, definition: ClassDef): string | undefined {
  const name = stringAt(dex, definition.sourceFile, 256) ?? '';
  return /^[\w$.-]{1,100}\.(?:kts?|java|scala|groovy)$/.test(name) ? name : undefined;
}

/** Line of the instruction at `pc` (in code units) of the code at `code`. */
export function lineAt(dex: DexFile, code: number, pc: number): number | undefined {
  const { bytes } = dex;
  let at = u32(bytes, code + 8);
  if (at === 0 || at >= bytes.length) return undefined;
  const next = (): number => {
    const { value, end } = uleb128(bytes, at);
    at = end;
    return value;
  };
  const skip = (count: number): void => {
    for (let item = 0; item < count; item += 1) next();
  };
  let line = next();
  skip(Math.min(next(), 255));
  let address = 0;
  let found: number | undefined;
  for (let step = 0; step < MAX_STEPS && at < bytes.length; step += 1) {
    const opcode = u8(bytes, at);
    at += 1;
    if (opcode >= OPCODE.firstSpecial) {
      const adjusted = opcode - OPCODE.firstSpecial;
      address += Math.floor(adjusted / LINE_RANGE);
      line += LINE_BASE + (adjusted % LINE_RANGE);
      if (address > pc) break;
      found = line;
      continue;
    }
    if (opcode === OPCODE.endSequence) break;
    if (opcode === OPCODE.advancePc) address += next();
    if (opcode === OPCODE.advanceLine) line += signed(next(), at, bytes);
    if (opcode === OPCODE.startLocal) skip(3);
    if (opcode === OPCODE.startLocalExtended) skip(4);
    if (opcode === OPCODE.endLocal || opcode === OPCODE.restartLocal || opcode === OPCODE.setFile) next();
  }
  return found !== undefined && found > 0 ? found : undefined;
}

/** sleb128: the highest bit of the last byte, before `end`, is the sign. */
function signed(value: number, end: number, bytes: Buffer): number {
  let length = 1;
  while (length < 5 && (u8(bytes, end - 1 - length) & 0x80) !== 0) length += 1;
  const shift = 32 - Math.min(32, 7 * length);
  return (value << shift) >> shift;
}
