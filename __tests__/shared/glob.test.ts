import { describe, expect, it } from 'vitest';
import { matchesGlob } from '../../src/shared/glob.ts';

describe('matchesGlob', () => {
  it.each([
    ['s3:acme-*', 's3:acme-prod', true],
    ['s3:acme-*', 's3:other', false],
    ['*', 'a/b', false],
    ['**', 'a/b', true],
    ['**/x.json', 'x.json', true],
    ['**/x.json', 'a/b/x.json', true],
    ['samples/**', 'samples/a/b', true],
    ['samples/**', 'samples', false],
    ['a?c', 'abc', true],
    ['a?c', 'a/c', false],
    ['a*c', 'abbbc', true],
    ['a*c', 'ab/c', false],
    ['build/**/*.apk', 'build/app/outputs/apk/release/app-release.apk', true],
    ['build/**/*.apk', 'build/app.apk', true],
    ['', '', true],
    ['', 'a', false],
  ])('%s on %s: %s', (pattern, value, expected) => {
    expect(matchesGlob(pattern, value)).toBe(expected);
  });

  it('stays linear-ish on a hostile pattern', () => {
    expect(matchesGlob(`${'a*'.repeat(2000)}b`, 'a'.repeat(20_000))).toBe(false);
  });
});
