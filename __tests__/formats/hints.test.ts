import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileAlways } from '../../src/formats/read-entry.ts';
import { FORMATS } from '../../src/formats/registry.ts';
import { readOptions } from '../../src/reading-options.ts';
import { compileAnchors } from '../../src/shared/anchors.ts';
import { mayBeAsked } from '../helpers/asked.ts';
import { fileHeads } from './heads.ts';

/** The question without hints: what the table of first bytes and names is held against. */
function asksAll(head: Buffer, name: string): boolean {
  return FORMATS.find((format) => format.sniff(head, name))?.when === 'always';
}

const NAMES = [
  ...['AndroidManifest.xml', 'base/manifest/AndroidManifest.xml', 'res/xml/a.xml', 'classes2.dex', 'base/resources.pb'],
  ...['BUNDLE-METADATA/com.android.tools.build.obfuscation/proguard.map', 'a.mobileprovision', 'en.lproj/A.strings'],
  ...['assets/bin/Data/Managed/Metadata/global-metadata.dat', 'assets/.env', 'a.properties', 'a.json', 'a.js', 'a'],
  ...['lib/arm64-v8a/libassemblies.arm64-v8a.blob.so', 'a.plist', 'A.STRINGS', 'a.toml'],
];

describe('hints', () => {
  const { always } = compileAlways(FORMATS);
  const head = fc.oneof(
    fc.uint8Array({ maxLength: 80 }).map((bytes) => Buffer.from(bytes)),
    fc.constantFrom(...fileHeads()),
    fc
      .tuple(
        fc.constantFrom('', ' ', '\n', '\t', '\f', '\v', '\ufeff', '\u00a0', '\u1680', '\u2003', '\u3000'),
        fc.constantFrom(
          '{"a":1}',
          '[1]',
          '// x',
          '<?xml version="1.0"?><plist><dict/></plist>',
          '<a/>',
          'A=b',
          '"a"="b";',
        ),
        fc.constantFrom('utf8', 'utf16le', 'latin1'),
      )
      .map(([blank, text, encoding]) => Buffer.from(blank + text, encoding as BufferEncoding)),
  );

  it('leave out no format that would say yes', () => {
    fc.assert(
      fc.property(head, fc.constantFrom(...NAMES), (bytes, name) => {
        expect(always(bytes, name)).toBe(asksAll(bytes, name));
      }),
      { numRuns: 3_000 },
    );
  });

  it('fit every head of the fixtures under every name', () => {
    const heads = fileHeads();
    expect(heads.length).toBeGreaterThan(20);
    for (const bytes of heads) for (const name of NAMES) expect(always(bytes, name)).toBe(asksAll(bytes, name));
  });

  it('together spare an entry the question only if it is wanted by nobody', () => {
    const { always: isWanted, alwaysHint } = readOptions(compileAnchors(['amazonaws.com']), true);
    const named = fc.oneof(
      fc.constantFrom(
        ...NAMES,
        'a.p12',
        'terraform.tfstate',
        '.aws/credentials',
        '.env.production',
        'a.js.map',
        'dump.sql',
      ),
      fc.string({ maxLength: 12 }),
    );
    let spared = 0;
    fc.assert(
      fc.property(head, named, fc.array(fc.constantFrom('res/a.xml', 'b', 'é')), (bytes, name, others) => {
        if (alwaysHint === undefined || mayBeAsked(bytes, alwaysHint)) return;
        const lines = [...others, name, ...others].map((line) => `${line}\n`).join('');
        if (alwaysHint.names.test(lines)) return;
        spared++;
        expect(isWanted(bytes, name)).toBe(false);
      }),
      { numRuns: 3_000 },
    );
    expect(spared).toBeGreaterThan(100);
  });
});
