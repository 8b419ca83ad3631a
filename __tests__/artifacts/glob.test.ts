import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesGlob, matchesPart, parseGlob } from '../../src/artifacts/glob.ts';

const matches = (pattern: string, path: string) =>
  parseGlob(pattern).some((glob) => matchesGlob(glob, path.split('/')));

describe('globs', () => {
  it.each([
    ['*.apk', 'a.apk', true],
    ['*.apk', 'b/a.apk', false],
    ['**/*.apk', 'a.apk', true],
    ['**/*.apk', 'b/c/a.apk', true],
    ['**/*.apk', 'b/c/a.aab', false],
    ['build/**', 'build', true],
    ['build/**', 'build/x/y', true],
    ['a/**/b/**/c', 'a/x/b/c', true],
    ['a/**/b/**/c', 'a/x/c/b', false],
    ['{a,b}/*.{apk,aab}', 'b/x.aab', true],
    ['{a,b}/*.{apk,aab}', 'c/x.aab', false],
    ['x{,.y}.apk', 'x.apk', true],
    ['{a,{b,c}}d', 'cd', true],
    ['app-?.apk', 'app-1.apk', true],
    ['app-[0-9].apk', 'app-7.apk', true],
    ['app-[!0-9].apk', 'app-7.apk', false],
    ['app[.apk', 'app[.apk', true],
    ['./a/./b', 'a/b', true],
  ])('%s and %s: %s', (pattern, path, expected) => {
    expect(matches(pattern, path)).toBe(expected);
  });

  it('matches as the regular expression that it stands for', () => {
    const part = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 8 });
    const name = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 10 });
    fc.assert(
      fc.property(part, name, (glob, value) => {
        const pattern = new RegExp(`^${glob.replaceAll(/\*+/g, '.*').replaceAll('?', '.')}$`);
        expect(matchesPart(glob, value)).toBe(pattern.test(value));
      }),
      { numRuns: 1000 },
    );
  });

  it('takes no exponential time', () => {
    expect(matchesPart(`${'*a'.repeat(200)}b`, 'a'.repeat(20_000))).toBe(false);
    expect(parseGlob('{a,b}'.repeat(40)).length).toBeLessThan(200);
  });
});
