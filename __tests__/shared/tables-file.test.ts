import { describe, expect, it } from 'vitest';
import { needleTables, tablesForAll } from '../../src/search.ts';
import { compileTables } from '../../src/shared/filter/tables.ts';
import { packTables, unpackTables } from '../../src/shared/filter/tables-file.ts';

describe('tables as a file', () => {
  it.each([
    ['the search', tablesForAll],
    ['the needles', needleTables],
    ['nothing', () => compileTables([], [])],
  ])('come back as they were: %s', (_, make) => {
    const tables = make();
    const bytes = packTables(tables);
    for (const shift of [0, 1, 2, 3]) {
      const shifted = Buffer.concat([Buffer.alloc(shift), bytes]).subarray(shift);
      const read = unpackTables(shifted);
      expect({ ...read, memory: undefined }).toEqual({ ...tables, memory: undefined });
      expect(Buffer.compare(Buffer.from(read.memory), Buffer.from(tables.memory))).toBe(0);
    }
  });

  it('hold no literal whose length they could not tell', () => {
    expect(() => packTables(compileTables(['a'.repeat(256)], []))).toThrow('literal of more than 255 characters');
  });
});
