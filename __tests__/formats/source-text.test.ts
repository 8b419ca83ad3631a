import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstSign, sourceText } from '../../src/formats/source-text.ts';

/** Long enough for several marks, with characters of one to four bytes across them. */
const long = fc
  .array(fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom('a'.repeat(1_023), 'é€😀', '\n\n')), {
    minLength: 1,
    maxLength: 40,
  })
  .map((parts) => parts.join('').repeat(3))
  .filter((text) => text.length > 0 && !text.startsWith('\ufeff'));

/** The code points of a text, each with its index in UTF-16 units. */
function* characters(text: string): Generator<{ readonly index: number; readonly character: string }> {
  let index = 0;
  for (const character of text) {
    yield { index, character };
    index += character.length;
  }
}

describe('source text', () => {
  it('finds the index of each byte offset and the offset of each index', () => {
    fc.assert(
      fc.property(long, (text) => {
        const source = sourceText(Buffer.from(text));
        expect(source.text).toBe(text);
        let offset = 0;
        for (const { index, character } of characters(text)) {
          if (source.indexAt(offset) !== index) expect([offset, source.indexAt(offset)]).toEqual([offset, index]);
          if (source.offsetAt(index) !== offset) expect([index, source.offsetAt(index)]).toEqual([index, offset]);
          offset += Buffer.byteLength(character);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('looks for the end of a line once, however many places in it are asked for', () => {
    // Eight megabytes in one line: to look for its end a million times would take longer than the test may.
    const size = 8 * 1024 * 1024;
    const source = sourceText(Buffer.from(`\n${'a'.repeat(size)}`));
    for (let index = 1; index < size; index += 8) {
      if (source.positionAt(index).column !== index) throw new Error(`${index}`);
    }
  });

  it('finds lines and columns, asked in any order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', '\n', 'é', '😀'), { maxLength: 900 }).map((parts) => parts.join('')),
        fc.array(fc.nat(1_200), { maxLength: 20 }),
        (text, asked) => {
          const source = sourceText(Buffer.from(text));
          for (const index of asked.map((one) => Math.min(one, text.length))) {
            const lines = text.slice(0, index).split('\n');
            expect(source.positionAt(index)).toEqual({ line: lines.length, column: (lines.at(-1) ?? '').length + 1 });
          }
        },
      ),
    );
  });

  it.each([
    ['{"a":1}', 0x7b],
    ['\n\t  <?xml?>', 0x3c],
    ['', undefined],
    ['   ', undefined],
    ['\ufeff{}', undefined],
    ['\u00a0{}', undefined],
  ])('says what %j begins with', (text, sign) => {
    expect(firstSign(Buffer.from(text))).toBe(sign);
  });
});
