import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hitsWithin, type RunOptions, runsAround, type Spot, stringsNear } from '../../src/shared/runs.ts';

function spots(bytes: Buffer, needle: string): Spot[] {
  const found: Spot[] = [];
  for (const encoding of ['latin1', 'utf16le'] as const) {
    const literal = Buffer.from(needle, encoding);
    for (let at = bytes.indexOf(literal); at !== -1; at = bytes.indexOf(literal, at + 1)) {
      found.push({ offset: at, length: literal.length, encoding });
    }
  }
  return found.sort((left, right) => left.offset - right.offset);
}

function values(bytes: Buffer, needle: string, options?: RunOptions): string[] {
  return Array.from(runsAround(bytes, spots(bytes, needle), options), (run) => run.value);
}

const NUL = Buffer.of(0);
const host = 'acme-prod-uploads.s3.amazonaws.com';

describe('runsAround', () => {
  it('gives the string between two NULs, with its place', () => {
    const bytes = Buffer.concat([
      Buffer.from('before'),
      NUL,
      Buffer.from(`https://${host}/a`),
      NUL,
      Buffer.from('after'),
    ]);
    expect([...runsAround(bytes, spots(bytes, 'amazonaws.com'))]).toEqual([
      { value: `https://${host}/a`, offset: 7, end: 7 + 10 + host.length, encoding: 'utf8' },
    ]);
  });

  it('gives a run with several hits once', () => {
    const text = `${host},${host}`;
    expect(values(Buffer.from(text), 'amazonaws.com')).toEqual([text]);
  });

  it('keeps letters of UTF-8 and ends at bytes that are none', () => {
    const bytes = Buffer.concat([Buffer.of(0x80, 0xff, 0xc3), Buffer.from(`é世😀 ${host} ü`), Buffer.of(0xc3, 0x28)]);
    expect(values(bytes, 'amazonaws.com')).toEqual([`é世😀 ${host} ü`]);
  });

  it('refuses overlong forms and encoded surrogates as letters', () => {
    for (const foreign of [
      [0xc0, 0xaf],
      [0xe0, 0x80, 0xaf],
      [0xed, 0xa0, 0x80],
      [0xf4, 0x90, 0x80, 0x80],
    ]) {
      const bytes = Buffer.concat([Buffer.from(foreign), Buffer.from(host), Buffer.from(foreign)]);
      expect(values(bytes, 'amazonaws.com')).toEqual([host]);
    }
  });

  it('keeps line ends: a key or a JSON document in a binary is one text', () => {
    const text = `{\r\n\t"host": "${host}"\n}`;
    expect(values(Buffer.concat([Buffer.of(1), Buffer.from(text), Buffer.of(2)]), 'amazonaws.com')).toEqual([text]);
  });

  it('reads UTF-16 at an odd offset and ends at length bytes of a neighbour', () => {
    // The #US heap of .NET: compressed length, units, one flag byte.
    const user = (text: string) =>
      Buffer.concat([Buffer.of(text.length * 2 + 1), Buffer.from(text, 'utf16le'), Buffer.of(0)]);
    const bytes = Buffer.concat([user('hello'), user(host), user('world')]);
    expect([...runsAround(bytes, spots(bytes, 'amazonaws.com'))]).toEqual([
      { value: host, offset: 13, end: 13 + 2 * host.length, encoding: 'utf16le' },
    ]);
  });

  it('cuts a long run at its reach on both sides', () => {
    const bytes = Buffer.from(`${'a'.repeat(5000)}amazonaws.com${'b'.repeat(5000)}`);
    expect(values(bytes, 'amazonaws.com', { reach: 10 })).toEqual([`${'a'.repeat(10)}amazonaws.com${'b'.repeat(10)}`]);
  });

  it('gives a hit at the edge of a cut its own window, and dense hits linearly many', () => {
    const tail = `s3://acme-prod-uploads/${'b'.repeat(30)}`;
    const bytes = Buffer.from(`s3://${'a'.repeat(91)}${tail}`);
    expect(values(bytes, 's3://', { reach: 100 }).some((value) => value.endsWith(tail))).toBe(true);
    expect(values(Buffer.from('s3://'.repeat(20_000)), 's3://', { reach: 1000 }).length).toBeLessThan(210);
  });

  it('does not cross its bounds and leaves out hits beyond them', () => {
    const bytes = Buffer.from(`xx${host}yy${host}`);
    expect(values(bytes, 'amazonaws.com', { start: 2, end: 2 + host.length })).toEqual([host]);
  });

  it('with NUL as the only delimiter keeps everything else', () => {
    const text = `\u0001${host}\u0002`;
    const eight = Buffer.concat([NUL, Buffer.from(text), NUL]);
    const sixteen = Buffer.from(`\0世${text}\0`, 'utf16le');
    expect(values(eight, 'amazonaws.com', { delimiter: 'nul' })).toEqual([text]);
    expect(values(sixteen, 'amazonaws.com', { delimiter: 'nul' })).toEqual([`世${text}`]);
  });

  it('gives for any bytes runs that hold their hit, lie in bounds and do not repeat', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.uint8Array({ maxLength: 12 }),
            fc.constant(Buffer.from('s3://')),
            fc.constant(Buffer.from('s3://', 'utf16le')),
          ),
        ),
        fc.constantFrom('nul' as const, 'control' as const),
        fc.nat(40),
        (pieces, delimiter, reach) => {
          const bytes = Buffer.concat(pieces);
          const hits = spots(bytes, 's3://');
          const runs = [...runsAround(bytes, hits, { delimiter, reach })];
          for (const hit of hits) {
            const encoding = hit.encoding === 'latin1' ? 'utf8' : 'utf16le';
            const holding = runs.filter(
              (run) => run.encoding === encoding && run.offset <= hit.offset && hit.offset + hit.length <= run.end,
            );
            expect(holding.length).toBeGreaterThan(0);
          }
          for (const run of runs) {
            expect(run.offset).toBeGreaterThanOrEqual(0);
            expect(run.end).toBeLessThanOrEqual(bytes.length);
            expect(run.value).toContain('s3://');
          }
          expect(new Set(runs.map((run) => `${run.encoding} ${run.offset} ${run.end}`)).size).toBe(runs.length);
        },
      ),
    );
  });
});

describe('hitsWithin', () => {
  it('gives what lies wholly inside', () => {
    const hits = [0, 5, 10, 15].map((offset) => ({ offset, length: 5, encoding: 'latin1' as const }));
    expect(hitsWithin(hits, 5, 15).map((hit) => hit.offset)).toEqual([5, 10]);
    expect(hitsWithin(hits, 6, 14)).toEqual([]);
    expect(hitsWithin(hits, 0, 100)).toHaveLength(4);
  });
});

describe('stringsNear', () => {
  const at = (bytes: Buffer, needle: string, encoding: 'utf8' | 'utf16le') => {
    const literal = Buffer.from(needle, encoding);
    const offset = bytes.indexOf(literal);
    return { offset, end: offset + literal.length, encoding };
  };

  it('gives the literals of a C-string section, nearest first', () => {
    const bytes = Buffer.from('far\0near\0\0HERE\0x\0next\0\u0001last\0');
    const near = stringsNear(bytes, at(bytes, 'HERE', 'utf8'), { delimiter: 'nul' });
    expect(near.map((run) => run.value)).toEqual(['near', 'next', 'far', '\u0001last']);
    for (const run of near) expect(bytes.toString('utf8', run.offset, run.end)).toBe(run.value);
  });

  it('gives text among foreign bytes, in UTF-16 as well', () => {
    const eight = Buffer.concat([
      Buffer.from('before'),
      Buffer.of(0xff, 1),
      Buffer.from('HERE'),
      Buffer.of(2),
      Buffer.from('abcérest'),
    ]);
    expect(stringsNear(eight, at(eight, 'HERE', 'utf8')).map((run) => run.value)).toEqual(['abcérest', 'before']);
    const sixteen = Buffer.from('before\0HERE\0after\0\0abc', 'utf16le');
    expect(stringsNear(sixteen, at(sixteen, 'HERE', 'utf16le')).map((run) => run.value)).toEqual(['after', 'before']);
  });

  it('keeps to its limit, reach and bounds on any bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.nat(200),
        fc.nat(20),
        fc.constantFrom('utf8' as const, 'utf16le' as const),
        fc.constantFrom('nul' as const, 'control' as const),
        (array, from, length, encoding, delimiter) => {
          const bytes = Buffer.from(array);
          const offset = Math.min(from, bytes.length);
          const run = { offset, end: Math.min(offset + length, bytes.length), encoding };
          const near = stringsNear(bytes, run, { delimiter, limit: 5, reach: 50 });
          expect(near.length).toBeLessThanOrEqual(5);
          for (const other of near) {
            expect(other.end <= run.offset || other.offset >= run.end).toBe(true);
            expect(other.offset).toBeGreaterThanOrEqual(Math.max(0, run.offset - 50));
            expect(other.end).toBeLessThanOrEqual(Math.min(bytes.length, run.end + 50));
          }
        },
      ),
    );
  });
});
