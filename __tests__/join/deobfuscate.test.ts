import { describe, expect, it } from 'vitest';
import { parseMapping } from '../../src/formats/android/mapping.ts';
import { deobfuscate } from '../../src/join/deobfuscate.ts';
import type { BackendMention, Place } from '../../src/model.ts';

const mapping = parseMapping(
  [
    '# pg_map_id: 7307523',
    'com.acme.net.Api -> a.b:',
    '# {"id":"sourceFile","fileName":"Api.kt"}',
    '    1:3:void upload(java.lang.String):24:26 -> a',
    '    4:4:void com.acme.net.Helper.check():9:9 -> a',
    '    1:1:void one() -> b',
    '    2:2:void two(int) -> b',
    'com.acme.Plain -> a.c:',
    '    java.lang.String BUCKET -> a',
  ].join('\n'),
);

function renamed(holder: string, place: Partial<Place>): string {
  const mention: BackendMention = {
    type: 'backend',
    kind: 's3',
    name: 'acme-prod',
    holder,
    place: { origin: 'artifact', path: 'app.apk', entry: 'app.apk!/classes.dex', ...place },
  };
  const result = deobfuscate(mention, mapping);
  return `${result.holder} ${result.place.locator} ${result.place.source}`;
}

describe('deobfuscate', () => {
  it('gives back class, member and file; an inlined frame is not the member', () => {
    const place = { locator: 'La/b;->a', source: 'SourceFile:2' };
    expect(renamed('a.b', place)).toBe('com.acme.net.Api Lcom/acme/net/Api;->upload Api.kt');
  });

  it('keeps a line that the file name vouches for', () => {
    expect(renamed('a.b', { locator: 'La/b;->a', source: 'Api.kt:25' })).toMatch(/ Api\.kt:25$/);
  });

  it('leaves a name that two methods share', () => {
    expect(renamed('a.b', { locator: 'La/b;->b' })).toMatch(/ Lcom\/acme\/net\/Api;->b /);
  });

  it('leaves the class alone where its annotation holds the text', () => {
    expect(renamed('a.c', { locator: 'La/c;' })).toBe('com.acme.Plain Lcom/acme/Plain; undefined');
  });

  it('forgets a file name that is none', () => {
    expect(renamed('a.c', { locator: 'La/c;->a', source: 'SourceFile:7' })).toBe(
      'com.acme.Plain Lcom/acme/Plain;->BUCKET undefined',
    );
  });

  it('leaves what the mapping does not know', () => {
    expect(renamed('x.y', { locator: 'Lx/y;->a', source: 'Z.kt:1' })).toBe('x.y Lx/y;->a Z.kt:1');
  });
});
