import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  code,
  html,
  logLine,
  prose,
  relativeUri,
  safeLink,
  shorten,
  visible,
  visibleLine,
} from '../../src/reports/escape.ts';
import { hostileText } from '../helpers/hostile-report.ts';

/** Everything that hides or reorders text, but for the space. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]/u;

describe('visible', () => {
  it.each([
    ['a\u202egpj.apk', 'a\\u{202e}gpj.apk'],
    ['a\u200bb', 'a\\u{200b}b'],
    ['\u001b[31mred', '\\u{1b}[31mred'],
    ['one\r\ntwo\tthree', 'one two three'],
    ['tag\u{e0041}', 'tag\\u{e0041}'],
    ['\ud800', '\\u{d800}'],
    ['żółć 日本 🎉', 'żółć 日本 🎉'],
  ])('shows %j as %j', (text, shown) => expect(visible(text)).toBe(shown));

  it('leaves nothing hidden in any text', () => {
    fc.assert(fc.property(hostileText(), (text) => !HIDDEN.test(visible(text))));
  });
});

describe('visibleLine and shorten', () => {
  it('never exceeds the limit and never splits a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 40 }), (text, max) => {
        const line = visibleLine(text.repeat(5), max);
        return line.length <= max && !/\p{Cs}/u.test(line);
      }),
    );
  });

  it('shows that it cut', () => {
    expect(shorten('abcdef', 4)).toBe('abc…');
    expect(shorten('ab🎉cd', 4)).toBe('ab…');
    expect(shorten('abcd', 4)).toBe('abcd');
  });
});

describe('html', () => {
  it('leaves no character that ends text or an attribute', () => {
    fc.assert(fc.property(hostileText(), (text) => !/[<>"'`]|&(?!#\d+;)/.test(html(text))));
  });

  it('is undone by an HTML parser', () => {
    const parse = (text: string) =>
      text.replace(/&#(\d+);/g, (_, point: string) => String.fromCodePoint(Number(point)));
    fc.assert(fc.property(hostileText(), (text) => parse(html(text)) === text));
  });
});

describe('code', () => {
  it('holds nothing but letters, digits, harmless marks and entities', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        const inside = code(text)
          .replace(/^<code>/, '')
          .replace(/<\/code>$/, '');
        return /^(?:[\p{L}\p{N} ,/…-]|&#\d+;)*$/u.test(inside);
      }),
    );
  });
});

describe('prose', () => {
  it('turns pairs of backticks into code, and a single one into nothing special', () => {
    expect(prose('read `acme-prod` now')).toBe('read <code>acme-prod</code> now');
    expect(prose('read `acme')).toBe('read &#96;acme');
    expect(prose('a `b` c ` d')).toBe('a <code>b</code> c &#96; d');
  });

  it('parts mentions and references from what they would link to', () => {
    expect(prose('@octocat #12 GH-7')).toBe('&#64;&#8203;octocat &#35;&#8203;12 GH-&#8203;7');
  });

  it('leaves no mark that Markdown gives a meaning', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        const rest = prose(text)
          .replaceAll(/<\/?code>/g, '')
          .replaceAll(/&#\d+;/g, '');
        return !/[<>`*_~[\]|\\@#!:$^={}+.&"']/.test(rest);
      }),
    );
  });
});

describe('logLine', () => {
  it.each([
    ['::error::pwned', ': :error::pwned'],
    ['  ::add-mask::a', ' : :add-mask::a'],
    ['a\n::error::b', 'a ::error::b'],
    ['x ##[error]y', 'x ## [error]y'],
    ['a::b', 'a::b'],
  ])('%j becomes %j', (text, line) => expect(logLine(text)).toBe(line));

  it('is never a workflow command', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        const line = logLine(text);
        return !/[\n\r]/.test(line) && !line.trimStart().startsWith('::') && !line.includes('##[');
      }),
    );
  });
});

describe('relativeUri', () => {
  it.each([
    ['app/build/outputs/app release.apk', 'app/build/outputs/app%20release.apk'],
    ['/tmp/x/app.apk', 'tmp/x/app.apk'],
    ['../../out/./app.apk', 'out/app.apk'],
    ['C:\\out\\app.apk', 'C%3A/out/app.apk'],
    ['apk://x', 'apk%3A/x'],
    ['app.apk!/res/values/strings.xml', 'app.apk!/res/values/strings.xml'],
    ['a(1).apk', 'a%281%29.apk'],
    ['ü#?%.apk', '%C3%BC%23%3F%25.apk'],
    ['', 'unknown'],
    ['..', 'unknown'],
    ['\ud800', '%EF%BF%BD'],
  ])('%j becomes %j', (path, uri) => expect(relativeUri(path)).toBe(uri));

  it('is always a relative reference below the root', () => {
    fc.assert(
      fc.property(hostileText(), (path) => {
        const uri = relativeUri(path);
        const resolved = new URL(uri, 'https://root.example/repo/');
        return /^[A-Za-z0-9._~!%/-]+$/.test(uri) && resolved.href === `https://root.example/repo/${uri}`;
      }),
    );
  });
});

describe('safeLink', () => {
  it('takes https alone', () => {
    expect(safeLink('https://github.com/acme/app/actions/runs/1')).toBe('https://github.com/acme/app/actions/runs/1');
    for (const bad of [
      'javascript:alert(1)',
      'http://a.example',
      'https://a b',
      'https://a)(x',
      'https://',
      '//a',
      '',
    ]) {
      expect(safeLink(bad)).toBeUndefined();
    }
  });
});
