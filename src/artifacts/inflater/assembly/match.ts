/* AssemblyScript: what comes again. */
import { PATTERNS, STEPS } from './layout';

/** For each distance below 16 the order that makes 16 bytes of so many, and how many of them are whole repeats. */
export function preparePatterns(): void {
  for (let distance = 1; distance <= 16; distance++) {
    for (let at = 0; at < 16; at++) store<u8>(PATTERNS + 16 * distance + at, <u8>(at % distance));
    store<u8>(STEPS + distance, <u8>(16 - (16 % distance)));
  }
}

/** Copies a match in words; the bytes that it writes beyond the end are written again by what follows. */
export function copyMatch(start: usize, length: usize, distance: usize): void {
  const from = start - distance;
  const first = v128.swizzle(v128.load(from), v128.load(PATTERNS + 16 * min(distance, 16)));
  v128.store(start, first);
  if (length <= 16) return;
  const end = start + length;
  if (distance < 16) {
    const step: usize = load<u8>(STEPS + distance);
    for (let to = start + step; to < end; to += step) v128.store(to, first);
    return;
  }
  for (let to = start + 16; to < end; to += 16) v128.store(to, v128.load(to - distance));
}
