import { describe, expect, it } from 'vitest';
import { bundleManifest, bundleXml } from '../../../src/formats/aab.ts';
import { androidManifest, binaryXml } from '../../../src/formats/axml.ts';
import { appOf, fixture, located, problemsOf, readingsOf, textAt } from './reading.ts';

const MANIFESTS = [
  ['binary', androidManifest],
  ['proto', bundleManifest],
] as const;

describe.each(MANIFESTS)('manifest, %s', (folder, format) => {
  const bytes = fixture(`${folder}/AndroidManifest.xml`);
  const readings = readingsOf(format, 'AndroidManifest.xml', bytes);

  it('is recognised', () => {
    expect(format.sniff(bytes.subarray(0, 64), 'base/manifest/AndroidManifest.xml')).toBe(true);
    expect(format.sniff(Buffer.from('<?xml version="1.0"?><manifest/>'), 'AndroidManifest.xml')).toBe(false);
    expect(format.sniff(Buffer.from('\n\n<?xml version="1.0"?><manifest/>'), 'AndroidManifest.xml')).toBe(false);
  });

  it('tells the app', () => {
    expect(appOf(readings)).toEqual({ platform: 'android', id: 'com.acme.shop', version: '1.4.2' });
  });

  it('gives meta-data by name, wanted for its value or its name, and deep links', () => {
    expect(located(readings)).toEqual([
      'data host = https://acme-shop.web.app/pay',
      'meta-data com.acme.UPLOADS = https://acme-prod-uploads.s3.eu-central-1.amazonaws.com/',
      'meta-data com.acme.bucket = acme-prod-photos',
    ]);
    expect(textAt(readings, 'meta-data com.acme.bucket').key).toBe('com.acme.bucket');
  });

  it('says what stands around', () => {
    const around = textAt(readings, 'meta-data com.acme.UPLOADS').around?.() ?? [];
    expect(around.slice(0, 4)).toContainEqual(
      expect.objectContaining({ key: 'com.acme.bucket', value: 'acme-prod-photos' }),
    );
  });

  it('points at the bytes of the value', () => {
    const { value, place } = textAt(readings, 'meta-data com.acme.bucket');
    const start = place.offset ?? -1;
    const encoding = folder === 'binary' ? 'utf16le' : 'utf8';
    const length = folder === 'binary' ? 2 * value.length : value.length;
    expect(bytes.toString(encoding, start, start + length)).toBe(value);
  });

  it('reports no problem', () => expect(problemsOf(readings)).toEqual([]));
});

describe.each([
  ['binary', binaryXml],
  ['proto', bundleXml],
] as const)('other XML, %s', (folder, format) => {
  it.each([
    ['network.xml', ['domain = acme-prod-uploads.s3.amazonaws.com']],
    ['defaults.xml', ['value media_base = gs://acme-defaults']],
  ])('reads %s', (name, expected) => {
    const bytes = fixture(`${folder}/res/xml/${name}`);
    expect(format.sniff(bytes.subarray(0, 64), `base/res/xml/${name}`)).toBe(true);
    const readings = readingsOf(format, name, bytes);
    expect(located(readings)).toEqual(expected);
  });
});

/** Forms that Android accepts although they break the format (androguard's and apkInspector's collections). */
describe('tampered binary manifests', () => {
  const original = fixture('binary/AndroidManifest.xml');
  const whole = located(readingsOf(androidManifest, 'AndroidManifest.xml', original));
  const changed = (change: (bytes: Buffer) => Buffer | undefined): string[] => {
    const bytes = Buffer.from(original);
    return located(readingsOf(androidManifest, 'AndroidManifest.xml', change(bytes) ?? bytes));
  };
  const poolSize = original.readUInt32LE(12);

  it('ignores the root type and the file size', () => {
    expect(changed((bytes) => void bytes.writeUInt16LE(0, 0))).toEqual(whole);
    expect(changed((bytes) => void bytes.writeUInt32LE(0x42424242, 4))).toEqual(whole);
  });

  it('reads no more strings than the pool has room for', () => {
    expect(changed((bytes) => void bytes.writeUInt32LE(0x7fffffff, 16))).toEqual(whole);
  });

  it('steps over unknown chunks', () => {
    const unknown = Buffer.from([0x99, 0x01, 0x08, 0x00, 0x10, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(changed((bytes) => Buffer.concat([bytes.subarray(0, 8), unknown, bytes.subarray(8)]))).toEqual(whole);
    const afterPool = 8 + poolSize;
    expect(
      changed((bytes) => Buffer.concat([bytes.subarray(0, afterPool), unknown, bytes.subarray(afterPool)])),
    ).toEqual(whole);
  });

  it('goes by the resource id where the name is gone', () => {
    const stripped = changed((bytes) => {
      const poolStart = 8;
      const strings = poolStart + bytes.readUInt32LE(poolStart + 20);
      const count = bytes.readUInt32LE(poolStart + 8);
      for (let index = 0; index < count; index += 1) {
        const at = strings + bytes.readUInt32LE(poolStart + 28 + 4 * index);
        const value = bytes.toString('utf16le', at + 2, at + 2 + 2 * bytes.readUInt16LE(at));
        if (value === 'name' || value === 'value' || value === 'host' || value === 'scheme') bytes.writeUInt16LE(0, at);
      }
    });
    expect(stripped).toEqual(whole);
  });

  it('says that a manifest cannot be read', () => {
    const problems = problemsOf(readingsOf(androidManifest, 'AndroidManifest.xml', Buffer.alloc(64, 1)));
    expect(problems).toContain('malformed: no element could be read');
  });
});
