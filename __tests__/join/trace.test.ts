import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { traceValues } from '../../src/join/trace.ts';

const placesOf = (value: string, files: Readonly<Record<string, string>>) =>
  traceValues(
    [value],
    Object.entries(files).map(([path, text]) => ({ path, text })),
  ).get(value) ?? [];

describe('traceValues', () => {
  it('gives line and column in UTF-16 units', () => {
    const files = { 'app/Api.kt': 'package a\n\nval 𝒳é = "acme-prod-uploads"\n' };
    expect(placesOf('acme-prod-uploads', files)).toEqual([
      { origin: 'repo', path: 'app/Api.kt', line: 3, column: 'val 𝒳é = "'.length + 1 },
    ]);
  });

  it('finds a value at the very beginning and end of a file', () => {
    expect(placesOf('acme-prod', { 'a.txt': 'acme-prod' })).toMatchObject([{ line: 1, column: 1 }]);
    expect(placesOf('acme-prod', { 'a.txt': '\nacme-prod' })).toMatchObject([{ line: 2, column: 1 }]);
  });

  it.each(['acme-production', 'my-acme-prod', 'acme-prod_2'])('is not misled by %s', (other) => {
    expect(placesOf('acme-prod', { 'a.kt': `"${other}"` })).toEqual([]);
  });

  it('takes a host that the name begins', () => {
    expect(placesOf('acme-prod', { 'a.kt': '"https://acme-prod.s3.amazonaws.com/"' })).toHaveLength(1);
  });

  it('puts what feeds the build before code, and documentation last', () => {
    const text = 'acme-prod-uploads';
    const files = { 'README.md': text, 'src/Api.kt': text, '.env': text, 'app/google-services.json': text };
    expect(placesOf(text, files).map(({ path }) => path)).toEqual([
      'app/google-services.json',
      '.env',
      'src/Api.kt',
      'README.md',
    ]);
  });

  it('reads the spellings of XML, JSON, base64 and keys of several lines', () => {
    const signature = 'sv=2022-11-02&sp=rl&sig=abc%3D';
    expect(placesOf(signature, { 'strings.xml': 'sv=2022-11-02&amp;sp=rl&amp;sig=abc%3D' })).toHaveLength(1);
    expect(placesOf('acme.com/a/b', { 'a.json': '"acme.com\\/a\\/b"' })).toHaveLength(1);
    const base64 = Buffer.from('acme-prod-uploads').toString('base64');
    expect(placesOf('acme-prod-uploads', { 'Keys.kt': `decode("${base64}")` })).toMatchObject([
      { path: 'Keys.kt', locator: 'the same value in base64' },
    ]);
    const key = `-----BEGIN KEY-----\n${'Ab9'.repeat(20)}\n${'Zz'.repeat(8)}\n-----END KEY-----\n`;
    expect(placesOf(key, { 'sa.json': JSON.stringify({ k: 1, private: key }, null, 2) })).toHaveLength(0);
    expect(placesOf(key, { 'key.pem': key })).toMatchObject([{ line: 2, locator: 'a line of the same key' }]);
  });

  it('keeps a few lines of a file that repeats a value, and passes over short names', () => {
    expect(placesOf('acme-prod', { 'a.kt': 'acme-prod\n'.repeat(1000) })).toHaveLength(4);
    expect(placesOf('acme', { 'a.kt': 'acme' })).toEqual([]);
  });

  it('never fails, and every place that it gives shows the value', () => {
    const piece = fc.constantFrom('acme-prod-uploads', 'é', '"', ' ', '\n', '\r\n', '-', 'x', '𝒳');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        for (const place of placesOf('acme-prod-uploads', { 'a.kt': text })) {
          const line = text.split('\n')[(place.line ?? 0) - 1] ?? '';
          expect(line.slice((place.column ?? 0) - 1)).toMatch(/^acme-prod-uploads/);
        }
      }),
    );
  });
});
