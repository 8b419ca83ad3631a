import { describe, expect, it } from 'vitest';
import { uleb } from '../../../src/formats/android/bytes.ts';

describe('LEB128', () => {
  // The examples of the dex format, then five bytes (the most there may be), more than that, and what is cut off.
  it.each([
    ['00', 0, 1],
    ['01', 1, 1],
    ['7f', 127, 1],
    ['807f', 16_256, 2],
    ['ffffffff0f', 0xffffffff, 5],
    ['808080808001', 0, 5],
    ['80', 0, 2],
    ['', 0, 1],
  ])('reads %s', (hex, value, end) => {
    const bytes = Buffer.from(hex, 'hex');
    const cursor = { bytes, at: 0 };
    expect(uleb(cursor)).toBe(value);
    expect(cursor.at).toBe(end);
  });
});
