import { describe, expect, it } from 'vitest';
import { anchorsOf, keysOf, searchTables } from '../../src/backends/recognise.ts';
import { BACKENDS } from '../../src/backends/registry.ts';
import { searchWith } from '../../src/shared/anchors.ts';

describe('anchorsOf', () => {
  const anchors = anchorsOf(BACKENDS);

  it('finds each anchor and key of every definition, if only by a shorter one within it', () => {
    const names = [...BACKENDS.flatMap((definition) => definition.anchors), ...keysOf(BACKENDS)];
    const search = searchWith(searchTables(BACKENDS));
    const unseen = names.filter((name) => search.find(Buffer.from(name)).length === 0);
    expect(unseen).toEqual([]);
    const upper = names.filter((name) => name.length >= 7).map((name) => name.toUpperCase());
    expect(upper.filter((name) => search.find(Buffer.from(name, 'utf16le')).length === 0)).toEqual([]);
  });

  it('finds every true example, as 8-bit text and as UTF-16, or the name it stands under', () => {
    const search = searchWith(searchTables(BACKENDS));
    const found = (value: string) =>
      ([0, 1, 2, 3] as const).every((shift) =>
        (['latin1', 'utf16le'] as const).every(
          (encoding) => search.find(Buffer.concat([Buffer.alloc(shift), Buffer.from(value, encoding)])).length > 0,
        ),
      );
    const unseen = BACKENDS.flatMap((definition) =>
      definition.examples
        .filter(({ gives, text, key }) => gives.length > 0 && !found(text) && (key === undefined || !found(key)))
        .map(({ text }) => `${definition.kind}: ${text}`),
    );
    expect(unseen).toEqual([]);
  });

  it('seeks nothing twice', () => {
    const doubled = anchors.filter((one) => anchors.some((other) => other !== one && one.includes(other)));
    expect(doubled).toEqual([]);
  });
});
