/* AssemblyScript: what an entry is by its name. */
import { APPLE_DOUBLE } from '../../zip-row';
import { ENDINGS } from './layout';

/** `__MA` and `COSX`. */
const MACOSX: u32 = 0x414d5f5f;
const MACOSX_REST: u32 = 0x58534f43;
const SLASH: u32 = 0x2f;

export function traitsOf(name: u32, end: u32): u32 {
  let traits = isAppleDouble(name, end) ? APPLE_DOUBLE : 0;
  let ending = ENDINGS;
  for (let length = <u32>load<u8>(ending); length !== 0; length = <u32>load<u8>(ending)) {
    if (end - name >= length && isSame(end - length, ending + 2, length)) traits |= <u32>load<u8>(ending, 1);
    ending += 2 + length;
  }
  return traits;
}

/** A copy of a file's attributes, in a folder `__MACOSX`. */
function isAppleDouble(name: u32, end: u32): bool {
  for (let at = name; at + 9 <= end; at++) {
    if (load<u32>(at) !== MACOSX || load<u32>(at, 4) !== MACOSX_REST || <u32>load<u8>(at, 8) !== SLASH) continue;
    if (at === name || <u32>load<u8>(at - 1) === SLASH) return true;
  }
  return false;
}

/** Capital letters of the name are as good as the small ones of the ending. */
function isSame(name: u32, ending: u32, length: u32): bool {
  for (let index = length; index > 0; index--) {
    const wanted = <u32>load<u8>(ending + index - 1);
    const character = <u32>load<u8>(name + index - 1);
    if (character !== wanted && (wanted < 0x61 || character !== wanted - 0x20)) return false;
  }
  return true;
}
