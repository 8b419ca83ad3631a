import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plist } from '../../src/formats/plist.ts';
import { entryOf, fixture, lines, readAll, WANTED } from '../helpers/native.ts';

const APP = 'Payload/Acme.app/Info.plist';

function xml(body: string): Buffer {
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0">\n${body}\n</plist>\n`);
}

describe.each(['Info.plist', 'Info.xml.plist'])('property list %s', (name) => {
  const readings = readAll(plist, entryOf(fixture(name), APP));

  it('is told by its content', () => {
    expect(plist.sniff(fixture(name).subarray(0, 64), 'whatever')).toBe(true);
  });

  it('gives wanted values by key path, and host names that are keys', () => {
    expect(lines(readings)).toEqual([
      'plist NSAppTransportSecurity.NSExceptionDomains: acme-prod-ats.s3.amazonaws.com',
      'plist Backends[0].URL: https://acme-prod-list.s3.amazonaws.com/?a=1&b=2',
      'plist Backends[1]: https://acme-prod-second.s3.amazonaws.com/世',
    ]);
    expect(readings.texts.map((text) => text.key)).toEqual([undefined, 'URL', 'Backends']);
    expect(readings.problems).toEqual([]);
  });

  it('gives the byte at which a value starts', () => {
    const bytes = fixture(name);
    expect(readings.texts[1]?.place.offset).toBe(bytes.indexOf('https://acme-prod-list'));
    const second = ['utf8', 'utf16le'].map((encoding) => Buffer.from('https://acme-prod-second', encoding as 'utf8'));
    const offsets = second.map((literal) => bytes.indexOf(literal));
    // UTF-16BE in the binary form: one byte before the little-endian reading of the same letters.
    expect([offsets[0], (offsets[1] ?? 0) - 1]).toContain(readings.texts[2]?.place.offset);
  });

  it('gives line and column in the XML form, and neither in the binary one', () => {
    const { line, column } = readings.texts[1]?.place ?? {};
    expect([line, column]).toEqual(name === 'Info.plist' ? [undefined, undefined] : [30, 12]);
  });

  it('knows what stands beside a value', () => {
    expect(readings.texts[1]?.around?.()).toEqual([{ key: 'Name', value: 'Größe & 世界', at: expect.any(Number) }]);
  });

  it('gives data as an entry', () => {
    expect(readings.entries.map((entry) => [entry.name, entry.bytes.toString().trim()])).toEqual([
      ['Blob.data', '{"database":"https://acme-prod-data.firebaseio.com/"}'],
    ]);
  });

  it('tells the app', () => {
    expect(readings.apps).toEqual([{ platform: 'ios', id: 'com.acme.photos', version: '4.2.1' }]);
  });
});

describe('Info.plist of what is not the app', () => {
  it.each([
    'Payload/Acme.app/Frameworks/Lib.framework/Info.plist',
    'Payload/Acme.app/PlugIns/Share.appex/Info.plist',
    'Payload/Acme.app/Watch/Watch.app/Info.plist',
    'Payload/Acme.app/Assets.bundle/Info.plist',
    'Payload/Acme.app/en.lproj/Info.plist',
    'Payload/Acme.app/Other.plist',
  ])('says nothing of the app: %s', (name) => {
    expect(readAll(plist, entryOf(fixture('Info.plist'), name)).apps).toEqual([]);
  });

  it.each([
    'Info.plist',
    'Contents/Info.plist',
    'Acme.app/Info.plist',
    'Acme.app/Contents/Info.plist',
    'nested/Payload/Acme.app/Info.plist',
    'Acme.xcarchive/Products/Applications/Acme.app/Info.plist',
  ])('is the app: %s', (name) => {
    expect(readAll(plist, entryOf(fixture('Info.plist'), name)).apps).toHaveLength(1);
  });

  it('a framework given alone is no app; an xcarchive is', () => {
    const framework = xml(
      '<dict><key>CFBundleIdentifier</key><string>com.acme.lib</string><key>CFBundlePackageType</key><string>FMWK</string></dict>',
    );
    expect(readAll(plist, entryOf(framework, 'Info.plist')).apps).toEqual([]);
    const archive = xml(
      '<dict><key>ApplicationProperties</key><dict><key>CFBundleIdentifier</key><string>com.acme.photos</string><key>CFBundleVersion</key><string>7</string></dict></dict>',
    );
    expect(readAll(plist, entryOf(archive, 'Info.plist')).apps).toEqual([
      { platform: 'ios', id: 'com.acme.photos', version: '7' },
    ]);
  });
});

describe('GoogleService-Info.plist under any name', () => {
  it('hands on every value of the set, wanted or not', () => {
    const readings = readAll(plist, entryOf(fixture('Google.plist'), 'Config/staging.plist'));
    expect(lines(readings)).toEqual([
      'plist BUNDLE_ID: com.acme.photos',
      'plist DATABASE_URL: https://acme-default-rtdb.firebaseio.com',
      'plist GCM_SENDER_ID: 123456789012',
      'plist PROJECT_ID: acme-prod',
      'plist STORAGE_BUCKET: acme-prod.appspot.com',
    ]);
    expect(readings.texts[0]?.around?.()).toContainEqual(
      expect.objectContaining({ key: 'PROJECT_ID', value: 'acme-prod' }),
    );
  });

  it('hands on a single value only if its key is asked for', () => {
    const some = xml(
      '<dict><key>PROJECT_ID</key><string>acme</string><key>STORAGE_BUCKET</key><string>acme-b</string></dict>',
    );
    expect(lines(readAll(plist, entryOf(some, 'a.plist')))).toEqual(['plist STORAGE_BUCKET: acme-b']);
  });
});

describe('XML forms', () => {
  const host = 'https://acme-prod.firebaseio.com';
  const values = (bytes: Buffer) => lines(readAll(plist, entryOf(bytes, 'a.plist')));

  it('reads CDATA, comments, references and empty elements', () => {
    const body = `<!-- <string>no</string> --><dict><key>a</key><string/><key>b</key><string>${host}<![CDATA[/<&amp;>]]>&#x41;&#66;&lt;<!-- no --></string><key>c</key><dict/></dict>`;
    expect(values(xml(body))).toEqual([`plist b: ${host}/<&amp;>AB<`]);
  });

  it('does not expand entities of a DOCTYPE', () => {
    const doctype = '<!DOCTYPE plist [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    const bytes = Buffer.from(`<?xml version="1.0"?>${doctype}<plist><string>${host}/&b;</string></plist>`);
    expect(values(bytes)).toEqual([`plist: ${host}/&b;`]);
  });

  it('reads UTF-16 of either order', () => {
    const text = `\ufeff<?xml version="1.0" encoding="UTF-16"?><plist><dict><key>世</key><string>${host}/世</string></dict></plist>`;
    const little = Buffer.from(text, 'utf16le');
    for (const bytes of [little, Buffer.from(little).swap16()]) {
      expect(plist.sniff(bytes.subarray(0, 200), 'a')).toBe(true);
      expect(values(bytes)).toEqual([`plist 世: ${host}/世`]);
    }
  });

  it('keeps what stands before a cut, and says so', () => {
    const readings = readAll(
      plist,
      entryOf(xml(`<dict><key>a</key><string>${host}</string><key>b</key><str`), 'a.plist'),
    );
    expect(lines(readings)).toEqual([`plist a: ${host}`]);
    expect(readings.problems.map((problem) => problem.kind)).toEqual(['truncated']);
  });

  it('says that an element is none of a property list', () => {
    const readings = readAll(plist, entryOf(xml(`<dibt><key>a</key><string>${host}</string></dibt>`), 'a.plist'));
    expect(readings.problems.map((problem) => problem.kind)).toEqual(['malformed']);
  });

  it('cuts a value that is longer than a text may be into windows that overlap', () => {
    const long = `${'a'.repeat(65_530)}${host}${'b'.repeat(70_000)}`;
    const { texts } = readAll(plist, entryOf(xml(`<string>${long}</string>`), 'a.plist'));
    expect(texts.every((text) => text.value.length <= 65_536)).toBe(true);
    expect(texts.some((text) => text.value.includes(host))).toBe(true);
  });
});

describe('hostile property lists', () => {
  const bomb = (levels: number): Buffer => {
    // Each array holds the next one ten times: 10^levels values when walked.
    const objects = Array.from({ length: levels }, (_, level) => Buffer.from([0xaa, ...Array(10).fill(level + 1)]));
    objects.push(Buffer.from('\x54gs:/'));
    const offsets: number[] = [];
    let at = 8;
    for (const object of objects) {
      offsets.push(at);
      at += object.length;
    }
    const trailer = Buffer.alloc(32);
    trailer[6] = 2;
    trailer[7] = 1;
    trailer.writeUInt32BE(objects.length, 12);
    trailer.writeUInt32BE(at, 28);
    const table = Buffer.concat(offsets.map((offset) => Buffer.of(offset >> 8, offset & 0xff)));
    return Buffer.concat([Buffer.from('bplist00'), ...objects, table, trailer]);
  };

  it('walks shared objects within its budget', () => {
    expect(readAll(plist, entryOf(bomb(40), 'a.plist')).problems.map((problem) => problem.kind)).toEqual(['limit']);
    expect(readAll(plist, entryOf(bomb(2), 'a.plist')).problems).toEqual([]);
  });

  it('ends at containers that hold themselves', () => {
    const trailer = Buffer.alloc(32);
    trailer[6] = 1;
    trailer[7] = 1;
    trailer[15] = 1;
    trailer[31] = 10;
    const bytes = Buffer.concat([Buffer.from('bplist00'), Buffer.of(0xa1, 0), Buffer.of(8), trailer]);
    expect(readAll(plist, entryOf(bytes, 'a.plist')).problems).toEqual([]);
  });

  it('limits depth in both forms', () => {
    const deep = xml(`${'<array>'.repeat(5_000)}<string>gs://a</string>${'</array>'.repeat(5_000)}`);
    expect(readAll(plist, entryOf(deep, 'a.plist')).problems.map((problem) => problem.kind)).toEqual(['limit']);
    expect(readAll(plist, entryOf(bomb(200), 'a.plist')).problems.map((problem) => problem.kind)).toEqual(['limit']);
  });

  it('says that a file without a trailer is cut', () => {
    const cut = fixture('Info.plist').subarray(0, 300);
    expect(readAll(plist, entryOf(cut, 'a.plist')).problems.map((problem) => problem.kind)).toEqual(['truncated']);
  });

  /** A binary list of the objects; the last byte of each `refs` counts objects from 0. */
  const binary = (objects: readonly (readonly number[])[]): Buffer => {
    const at = objects.map((_, index) => 8 + objects.slice(0, index).reduce((sum, object) => sum + object.length, 0));
    const trailer = Buffer.alloc(32);
    trailer[6] = 1;
    trailer[7] = 1;
    trailer[15] = objects.length;
    trailer[31] = 8 + objects.reduce((sum, object) => sum + object.length, 0);
    return Buffer.concat([Buffer.from('bplist00'), Buffer.from(objects.flat()), Buffer.from(at), trailer]);
  };

  it.each([
    [
      'a string longer than the file',
      [
        [0xa1, 1],
        [0x5f, 0x11, 0xff, 0xff, 0x61],
      ],
    ],
    ['a reference to an object that is not there', [[0xa1, 7]]],
    ['more references than the file has bytes', [[0xaf, 0x11, 0xff, 0xff, 0]]],
    [
      'an unknown marker',
      [
        [0xa1, 1],
        [0x91, 0],
      ],
    ],
    [
      'a length that is no integer',
      [
        [0xa1, 1],
        [0x5f, 0x51, 0x61],
      ],
    ],
  ])('says that an object is damaged: %s', (_, objects) => {
    const readings = readAll(plist, entryOf(binary(objects), 'a.plist'));
    expect(readings.problems.map((problem) => problem.kind)).toEqual(['malformed']);
  });

  it('is content with objects that hold no text', () => {
    const bytes = binary([
      [0xa4, 1, 2, 3, 4],
      [0x00],
      [0x23, 0, 0, 0, 0, 0, 0, 0, 0],
      [0x33, 0, 0, 0, 0, 0, 0, 0, 0],
      [0x80, 1],
    ]);
    expect(readAll(plist, entryOf(bytes, 'a.plist')).problems).toEqual([]);
  });

  it('never throws on bent, cut or arbitrary bytes (property)', () => {
    const everything = { ...WANTED, text: () => true };
    for (const name of ['Info.plist', 'Info.xml.plist']) {
      const whole = fixture(name);
      fc.assert(
        fc.property(
          fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 6 }),
          fc.nat(whole.length),
          (flips, cut) => {
            const bytes = Buffer.from(whole.subarray(0, cut));
            for (const [at, value] of flips) if (at < cut) bytes[at] = value;
            readAll(plist, entryOf(bytes, APP), everything);
          },
        ),
      );
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (tail) => {
        readAll(plist, entryOf(Buffer.concat([Buffer.from('bplist00'), tail]), APP), everything);
        readAll(plist, entryOf(Buffer.concat([Buffer.from('<plist><dict>'), tail]), APP), everything);
      }),
    );
  });
});
