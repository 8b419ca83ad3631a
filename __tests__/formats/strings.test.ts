import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mobileprovision } from '../../src/formats/mobileprovision.ts';
import { strings } from '../../src/formats/strings.ts';
import { entryOf, fixture, lines, readAll } from '../helpers/native.ts';

const HOST = 'https://acme-prod-strings.s3.amazonaws.com/';

describe.each(['utf8.strings', 'utf16.strings', 'utf16le-nobom.strings', 'utf16be-nobom.strings'])('%s', (name) => {
  const bytes = fixture(name);
  const { texts, problems } = readAll(strings, entryOf(bytes, 'en.lproj/Localizable.strings'));

  it('gives a wanted value with key, line and byte', () => {
    expect(strings.sniff(bytes.subarray(0, 64), 'a/Localizable.strings')).toBe(true);
    expect(texts.map((text) => [text.key, text.value, text.place.locator])).toEqual([
      ['upload.host', HOST, 'strings upload.host'],
    ]);
    expect(texts[0]?.place).toMatchObject({ line: 2, column: 18 });
    const wide = name !== 'utf8.strings';
    const start = texts[0]?.place.offset ?? 0;
    const raw = bytes.subarray(start, start + HOST.length * (wide ? 2 : 1));
    expect(raw.toString('latin1').replaceAll('\0', '')).toBe(HOST);
    expect(problems).toEqual([]);
  });

  it('knows the other pairs, escapes read', () => {
    expect(texts[0]?.around?.()).toEqual([
      { key: 'size', value: 'Größe "gross"\n世' },
      { key: 'title', value: 'Acme' },
      { key: 'same', value: 'same' },
    ]);
  });
});

describe('.strings', () => {
  it('leaves compiled and XML forms to the property list', () => {
    expect(strings.sniff(Buffer.from('bplist00'), 'a.strings')).toBe(false);
    expect(strings.sniff(Buffer.from('\n<?xml version'), 'a.strings')).toBe(false);
    expect(strings.sniff(Buffer.from('"a" = "b";'), 'a.txt')).toBe(false);
  });

  it('keeps what stands before a fault, and says where it is', () => {
    const readings = readAll(strings, entryOf(Buffer.from(`"a" = "${HOST}";\n"b" = }`), 'a.strings'));
    expect(lines(readings)).toEqual([`strings a: ${HOST}`]);
    expect(readings.problems.map((problem) => problem.kind)).toEqual(['malformed']);
  });

  it('hands on a value whose key is asked for', () => {
    const readings = readAll(strings, entryOf(Buffer.from('storage_bucket = "acme-prod";'), 'a.strings'));
    expect(lines(readings)).toEqual(['strings storage_bucket: acme-prod']);
  });

  it('never throws on bent, cut or arbitrary bytes (property)', () => {
    const everything = { text: () => true, key: () => true };
    fc.assert(
      fc.property(
        fc.constantFrom('utf8.strings', 'utf16.strings', 'utf16be-nobom.strings'),
        fc.nat(310),
        fc.nat(309),
        fc.nat(255),
        (name, cut, at, value) => {
          const bytes = Buffer.from(fixture(name).subarray(0, cut));
          if (at < bytes.length) bytes[at] = value;
          readAll(strings, entryOf(bytes, 'a.strings'), everything);
        },
      ),
    );
    fc.assert(
      fc.property(fc.uint8Array(), (array) => void readAll(strings, entryOf(Buffer.from(array), 'a'), everything)),
    );
  });
});

describe('provisioning profile', () => {
  const bytes = fixture('embedded.mobileprovision');
  const name = 'Payload/Acme.app/embedded.mobileprovision';

  it('gives entitlements by key path, with their place in the file', () => {
    expect(mobileprovision.sniff(bytes.subarray(0, 64), name)).toBe(true);
    const readings = readAll(mobileprovision, entryOf(bytes, name));
    expect(lines(readings)).toEqual([
      'mobileprovision Entitlements.com.apple.developer.associated-domains[0]: applinks:acme-prod.web.app',
    ]);
    expect(readings.texts[0]?.place.offset).toBe(bytes.indexOf('applinks:'));
  });

  it('says that there is no list inside, and never throws (property)', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), fc.nat(bytes.length), (at, value, cut) => {
        const bent = Buffer.from(bytes.subarray(0, cut));
        if (at < cut) bent[at] = value;
        const { problems, texts } = readAll(mobileprovision, entryOf(bent, name), {
          text: () => true,
          key: () => true,
        });
        expect(problems.length + texts.length).toBeGreaterThan(0);
      }),
    );
  });
});
