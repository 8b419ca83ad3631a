import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodedForms } from '../../src/shared/decode.ts';

const base64 = (value: string) => Buffer.from(value).toString('base64');

describe('decodedForms', () => {
  it.each([
    ['base64', base64('https://acme.firebaseio.com'), 'https://acme.firebaseio.com', 'base64'],
    [
      'base64 of JSON',
      base64('{"db":"https://acme.firebaseio.com"}'),
      '{"db":"https://acme.firebaseio.com"}',
      'base64',
    ],
    [
      'base64 within a text',
      `key=${base64('https://acme.firebaseio.com/~')};`,
      'https://acme.firebaseio.com/~',
      'base64',
    ],
    [
      'URL-safe base64',
      Buffer.from('https://acme.firebaseio.com/?é>').toString('base64url'),
      'https://acme.firebaseio.com/?é>',
      'base64',
    ],
    ['base64 of UTF-16', Buffer.from('https://acme.io', 'utf16le').toString('base64'), 'https://acme.io', 'base64'],
    ['percent', 'gs%3A%2F%2Facme.appspot.com%2F%C3%A9', 'gs://acme.appspot.com/é', 'percent'],
    ['unicode escapes', 'https:\\u002f\\x2facme', 'https://acme', 'escapes'],
    ['escapes in braces and in octal', '\\u{41}\\113\\u{00e9}\\055', 'AKé-', 'escapes'],
    ['escaped slashes', 'https:\\/\\/acme', 'https://acme', 'escapes'],
  ])('%s', (_, text, value, encoding) => {
    expect(decodedForms(text)).toContainEqual({ value, encoding });
  });

  it.each([
    ['a word', 'configuration'],
    ['a long identifier', 'getInternalApplicationConfiguration'],
    ['random bytes', Buffer.from('ff00fe01fd02fc03fb04fa05f906', 'hex').toString('base64')],
    ['a stray percent sign', '100% of 50%zz'],
    ['bytes that are no UTF-8', '%ff%fe'],
    ['references of a regular expression', '(a)\\1(b)\\2'],
    ['an octal number of no printable character', '\\033[0m'],
  ])('leaves %s alone', (_, text) => {
    expect(decodedForms(text)).toEqual([]);
  });

  it('takes off one level only, once', () => {
    const twice = base64(base64('https://acme.firebaseio.com'));
    expect(decodedForms(`${twice} ${twice}`)).toEqual([
      { value: base64('https://acme.firebaseio.com'), encoding: 'base64' },
    ]);
  });

  it('gives at most 16 forms, none longer than what it read', () => {
    const many = Array.from({ length: 50 }, (_, index) => base64(`https://acme-${index}.example`)).join(' ');
    expect(decodedForms(many)).toHaveLength(16);
    fc.assert(
      fc.property(fc.string({ maxLength: 500 }), (text) =>
        decodedForms(text).every(({ value }) => value.length <= text.length),
      ),
    );
    expect(decodedForms('A'.repeat(1_000_000)).length).toBeLessThanOrEqual(16);
  });
});
