import { describe, expect, it } from 'vitest';
import { formatOf } from '../../src/formats/read-entry.ts';
import { FORMATS } from '../../src/formats/registry.ts';

describe('formatOf', () => {
  const json = { name: 'a.json', bytes: Buffer.from('{"a": "https://acme-prod.s3.amazonaws.com"}'), base: 0 };
  const last = FORMATS.at(-1);

  it('gives pieces of a large entry to the raw reader, the first one, too', () => {
    expect(formatOf(FORMATS, json)).not.toBe(last);
    expect(formatOf(FORMATS, { ...json, piece: true })).toBe(last);
    expect(formatOf(FORMATS, { ...json, base: 512 })).toBe(last);
  });
});
