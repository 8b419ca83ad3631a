import { type Cursor, u8, u32, uleb } from './bytes.ts';
import { type DexFile, sourceFileAt, stringAt } from './dex-file.ts';

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
export function sourceFileOf(dex: DexFile, classIndex: number): string | undefined {
  const name = stringAt(dex, sourceFileAt(dex, classIndex), 256) ?? '';
  return /^[\w$.-]{1,100}\.(?:kts?|java|scala|groovy)$/.test(name) ? name : undefined;
}

/** Line of the instruction at `pc` (in code units) of the code at `code`. */
export function lineAt(dex: DexFile, code: number, pc: number): number | undefined {
  const { bytes } = dex;
  const cursor: Cursor = { bytes, at: u32(bytes, code + 8) };
  if (cursor.at === 0 || cursor.at >= bytes.length) return undefined;
  const skip = (count: number): void => {
    for (let item = 0; item < count; item += 1) uleb(cursor);
  };
  let line = uleb(cursor);
  skip(Math.min(uleb(cursor), 255));
  let address = 0;
  let found: number | undefined;
  for (let step = 0; step < MAX_STEPS && cursor.at < bytes.length; step += 1) {
    const opcode = u8(bytes, cursor.at);
    cursor.at += 1;
    if (opcode >= OPCODE.firstSpecial) {
      const adjusted = opcode - OPCODE.firstSpecial;
      address += Math.floor(adjusted / LINE_RANGE);
      line += LINE_BASE + (adjusted % LINE_RANGE);
      if (address > pc) break;
      found = line;
      continue;
    }
    if (opcode === OPCODE.endSequence) break;
    if (opcode === OPCODE.advancePc) address += uleb(cursor);
    if (opcode === OPCODE.advanceLine) line += sleb(cursor);
    if (opcode === OPCODE.startLocal) skip(3);
    if (opcode === OPCODE.startLocalExtended) skip(4);
    if (opcode === OPCODE.endLocal || opcode === OPCODE.restartLocal || opcode === OPCODE.setFile) uleb(cursor);
  }
  return found !== undefined && found > 0 ? found : undefined;
}

/** sleb128: the highest bit of the last byte is the sign. */
function sleb(cursor: Cursor): number {
  const start = cursor.at;
  const value = uleb(cursor);
  const shift = 32 - Math.min(32, 7 * (cursor.at - start));
  return (value << shift) >> shift;
}
