import { describe, expect, it } from 'vitest';
import { isPlaceholderName, matchesWithin } from '../../src/shared/grammar.ts';

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

describe('names that stand in for one', () => {
  it.each([
    ['my-bucket', true, 'filler that says so'],
    ['YOUR_PROJECT_ID', true, 'as documentation writes it'],
    ['mybucket', true, 'in one word'],
    ['mytestourexamplenewbucket', true, 'however many words'],
    ['yournewstorageaccount1', true, 'with a number'],
    ['amzn-s3-demo-bucket', true, 'of the provider’s own documentation'],
    ['acmenewbucket', false, 'a word that is no filler'],
    ['mybucketacme', false, 'a word behind it'],
    ['mynewacmebucket', false, 'a word between them'],
    ['app-storage', false, 'filler that names something'],
    ['correcthorsebatterystaple', false, 'words, but of a dictionary'],
    ['mynewunique', false, 'no thing that it would name'],
    ['mybucket20241128', false, 'more than a number: a date'],
  ])('%s: %s (%s)', (name, expected) => {
    expect(isPlaceholderName(name)).toBe(expected);
  });

  it('are told in linear time', () => {
    // What is not linear does not come back within the test's time.
    for (const word of ['my', 'your', 'examplesample', 'mynewunique']) {
      expect(isPlaceholderName(`${word.repeat(10_000_000 / word.length)}!`)).toBe(false);
    }
  });
});
