import type { Format } from './format.ts';

/** The names of the source, which Gradle puts beside the shortened ones of an app bundle. */
export const r8Mapping: Format = {
  id: 'r8-mapping',
  title: 'R8 mapping of an app bundle (proguard.map)',
  docs: {
    reads: 'classes, members and source files by the names that R8 gave them; no texts',
    locator: 'gives the texts of the bundle’s dex files the class, member and source file of the source',
    blind: 'lines of inlined code',
    source: [
      'https://r8.googlesource.com/r8/+/refs/heads/main/doc/retrace.md',
      'https://developer.android.com/guide/app-bundle/app-bundle-format',
    ],
  },
  when: 'always',
  hint: { names: /(?:^|\/)proguard\.map$/ },
  sniff: (_head, name) => /(?:^|\/)BUNDLE-METADATA\/com\.android\.tools\.build\.obfuscation\/proguard\.map$/.test(name),
  read: function* (entry) {
    // Text in memory until the artifact's classes are known; the buffer may be used again for the next entry.
    yield { type: 'mapping', text: entry.bytes.toString('latin1') };
  },
};
