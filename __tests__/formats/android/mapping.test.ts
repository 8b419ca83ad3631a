import { describe, expect, it } from 'vitest';
import { parseMapping } from '../../../src/formats/android/mapping.ts';

/** As R8 8 writes it: header, source files as JSON comments in either order of keys, inlined frames, overloads. */
const MAPPING = `# compiler: R8
# compiler_version: 8.10.21
# min_api: 24
# {"id":"com.android.tools.r8.mapping","version":"2.2"}
# pg_map_id: f2b84eb
# pg_map_hash: SHA-256 f2b84eb0000000000000000000000000000000000000000000000000000000000
com.acme.shop.Api -> a.b:
# {"id":"sourceFile","fileName":"Api.kt"}
    java.lang.String baseUrl -> a
    1:3:void upload(java.lang.String,int):20:22 -> a
    4:4:void com.acme.shop.Retry.again():7:7 -> a
    4:4:void upload(java.lang.String,int):23 -> a
    int count() -> b
      # {"id":"com.android.tools.r8.synthesized"}
com.acme.shop.MainActivity -> com.acme.shop.MainActivity:
# {"fileName":"MainActivity.java","id":"sourceFile"}
com.acme.shop.Api$Companion -> a.c:
`;

describe('parseMapping', () => {
  const mapping = parseMapping(MAPPING);

  it('gives the map id', () => expect(mapping.mapId).toBe('f2b84eb'));

  it('gives class and source file by the name in the dex', () => {
    expect(mapping.classes.get('a.b')).toMatchObject({ name: 'com.acme.shop.Api', sourceFile: 'Api.kt' });
    expect(mapping.classes.get('com.acme.shop.MainActivity')).toMatchObject({ sourceFile: 'MainActivity.java' });
    expect(mapping.classes.get('a.c')?.name).toBe('com.acme.shop.Api$Companion');
    expect(mapping.classes.get('a.c')?.sourceFile).toBeUndefined();
    expect(mapping.classes.size).toBe(3);
  });

  it('gives members by the name in the dex, all of them where several share it', () => {
    const members = mapping.classes.get('a.b')?.members;
    expect(members?.get('a')).toEqual(['baseUrl', 'upload', 'com.acme.shop.Retry.again']);
    expect(members?.get('b')).toEqual(['count']);
  });

  it('reads Windows line ends', () => {
    expect(parseMapping(MAPPING.replaceAll('\n', '\r\n')).classes).toEqual(mapping.classes);
  });

  it('passes over what is none', () => {
    expect(parseMapping('').classes.size).toBe(0);
    expect(parseMapping('no mapping -> at all\n\n  -> :\n').classes.size).toBe(0);
    expect(parseMapping(`${'x'.repeat(1_000_000)} -> y:\n`).classes.size).toBe(0);
  });
});
