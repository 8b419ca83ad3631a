import { describe, expect, it } from 'vitest';
import { matchesWithin } from '../../src/shared/grammar.ts';

describe('matchesWithin', () => {
  it.each([
    [/a(b?)/g, 'ab a aab'],
    [/x*/g, 'axxb'],
    [/(?<=a)b/gi, 'aBab'],
    [/nowhere/g, 'ab'],
  ])('gives what matchAll gives: %s', (pattern, value) => {
    expect(matchesWithin(pattern, value, 100)).toEqual([...value.matchAll(pattern)]);
  });

  it('ends at its limit, and begins anew the next time', () => {
    const pattern = /a/g;
    expect(matchesWithin(pattern, 'aaaa', 2).map(({ index }) => index)).toEqual([0, 1]);
    expect(matchesWithin(pattern, 'aaaa', 3).map(({ index }) => index)).toEqual([0, 1, 2]);
    expect(pattern.lastIndex).toBe(0);
  });
});
