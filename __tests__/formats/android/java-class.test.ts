import { describe, expect, it } from 'vitest';
import { javaClass } from '../../../src/formats/java-class.ts';
import { fixture, located, problemsOf, readingsOf, textAt } from './reading.ts';

describe('Java class file', () => {
  const bytes = fixture('Store.class');
  const readings = readingsOf(javaClass, 'com/acme/Store.class', bytes);

  it('is told from a fat Mach-O by its version', () => {
    expect(javaClass.sniff(bytes.subarray(0, 64), 'x')).toBe(true);
    const fat = Buffer.from(bytes.subarray(0, 64));
    fat.writeUInt32BE(2, 4);
    expect(javaClass.sniff(fat, 'x')).toBe(false);
    // The minor version stands before it and is no part of it.
    fat.writeUInt32BE(0x0001_0002, 4);
    expect(javaClass.sniff(fat, 'x')).toBe(false);
  });

  it('gives constants with the field or method that uses them', () => {
    expect(located(readings)).toEqual([
      'Lcom/acme/Store;->BASE = https://acme-prod-uploads.s3.amazonaws.com/',
      'Lcom/acme/Store;->upload = gs://acme-class',
    ]);
    expect(textAt(readings, 'Lcom/acme/Store;->BASE')).toMatchObject({ key: 'BASE', holder: 'com.acme.Store' });
    expect(problemsOf(readings)).toEqual([]);
  });

  it('says what stands around', () => {
    expect(textAt(readings, 'Lcom/acme/Store;->upload').around?.()).toContainEqual({ value: 'none' });
  });

  it('hands on raw runs where the constant pool is damaged', () => {
    const broken = Buffer.from(bytes);
    broken[10] = 99;
    const readings = readingsOf(javaClass, 'x', broken);
    expect(problemsOf(readings)).toEqual([expect.stringMatching(/^malformed: /)]);
    expect(located(readings)).toContainEqual(expect.stringMatching(/gs:\/\/acme-class$/));
  });

  it('hands on what stands in no constant, behind a pool that lies about its size', () => {
    const lying = Buffer.from(bytes);
    lying.writeUInt16BE(1, 8);
    expect(located(readingsOf(javaClass, 'x', lying))).toContainEqual(expect.stringMatching(/gs:\/\/acme-class$/));
  });
});
