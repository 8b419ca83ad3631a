import type { Text } from '../model.ts';
import { isMachO, type Section, type Slice, slicesOf } from './apple/macho-layout.ts';
import type { Entry, Format, Hit, Reading, Wanted } from './format.ts';
import { disjoint, hitsOutside, type Stretch, stretchTexts } from './section-texts.ts';
import { swiftTexts } from './swift-small.ts';

/** Executables and frameworks of iOS apps, Flutter's App.framework/App among them. */
export const macho: Format = {
  id: 'macho',
  title: 'Mach-O executable or framework, thin or universal',
  docs: {
    reads:
      'Strings around anchors, by section, UTF-16 ones (`__ustring`, Kotlin/Native) too; Swift strings of up to 15 bytes, which stand in arm64 code; Dart strings exactly. Of a universal file the arm64 slice, and of the others what differs.',
    locator: '`arm64 __TEXT,__cstring`, `arm64 __TEXT,__text Swift string`',
    blind:
      'The part of __TEXT that App Store encryption covers; small Swift strings in x86_64 code; strings built at run time. Which code uses a string, in Swift, Objective-C, Kotlin/Native and Dart alike: names in calls are not told from other words.',
    source: [
      'https://github.com/apple-oss-distributions/xnu/blob/main/EXTERNAL_HEADERS/mach-o/loader.h',
      'https://github.com/swiftlang/swift/blob/main/stdlib/public/core/StringObject.swift',
    ],
  },
  hint: { begins: ['\xca\xfe', '\xce\xfa', '\xcf\xfa'] },
  sniff: isMachO,
  when: 'always',
  read: readMachO,
};

function* readMachO(entry: Entry, wanted: Wanted): Generator<Reading, void, undefined> {
  const slices = slicesOf(entry.bytes).sort((left, right) => rank(left) - rank(right));
  const given = new Set<string>();
  for (const slice of slices) {
    if (slice.cut) {
      yield { type: 'problem', kind: 'truncated', reason: `${slice.arch} slice reaches beyond the end of the file` };
    }
    if (slice.encrypted !== undefined) {
      const reason = `${slice.arch} code is encrypted (downloaded from the App Store); scan the build before upload instead`;
      yield { type: 'problem', kind: 'encrypted', reason };
    }
    for (const text of sliceTexts(entry, slice, wanted)) {
      // The slices of one build say the same; only what differs is said again.
      if (given.has(text.value)) continue;
      given.add(text.value);
      yield { type: 'text', text };
    }
  }
  const outside = slices.map(({ start, end }) => ({ start, end, name: '', literals: false }));
  const rest = { ...entry, hits: hitsOutside(entry.hits, outside) };
  const whole = { start: 0, end: entry.bytes.length, name: 'outside slices', literals: false };
  for (const text of stretchTexts(rest, whole)) yield { type: 'text', text };
}

/** arm64 first: it is what devices run. */
function rank(slice: Slice): number {
  return slice.arch === 'arm64' ? 0 : 1;
}

function* sliceTexts(entry: Entry, slice: Slice, wanted: Wanted): Generator<Text, void, undefined> {
  const readable = { ...entry, hits: entry.hits.filter((hit) => !isEncrypted(hit, slice)) };
  const sections = slice.sections.filter((section) => section.start < section.end);
  const stretches = disjoint(sections.map((section) => stretchOf(section, slice)));
  for (const stretch of stretches) yield* stretchTexts(readable, stretch);
  // Link-edit data and whatever else has no section: symbol names, the entitlements in the code signature.
  const rest = { ...readable, hits: hitsOutside(readable.hits, stretches) };
  const segments = disjoint(
    slice.segments.map(({ name, start, end }) => ({ name: `${slice.arch} ${name}`, start, end, literals: false })),
  );
  for (const segment of segments) yield* stretchTexts(rest, segment);
  const bare = { ...rest, hits: hitsOutside(rest.hits, segments) };
  yield* stretchTexts(bare, { start: slice.start, end: slice.end, name: slice.arch, literals: false });
  if (slice.encrypted === undefined) yield* swiftTexts(entry, slice, wanted);
}

function stretchOf(section: Section, slice: Slice): Stretch {
  const name = `${slice.arch} ${section.segment},${section.name}`;
  return { start: section.start, end: section.end, name, literals: section.literals || section.name === '__ustring' };
}

/** Chance finds in ciphertext are no strings. */
function isEncrypted(hit: Hit, slice: Slice): boolean {
  const range = slice.encrypted;
  return range !== undefined && hit.offset >= range.start && hit.offset < range.end;
}
