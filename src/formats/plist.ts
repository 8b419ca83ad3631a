import { isBinaryPlist, readBinaryPlist } from './apple/bplist.ts';
import { linePositions } from './apple/line-positions.ts';
import { member, type PlistNode } from './apple/plist-node.ts';
import { appOf, plistReadings } from './apple/plist-texts.ts';
import { isXmlPlist, readXmlPlist } from './apple/plist-xml.ts';
import { BLANK_BYTES, type Entry, type Format, type Reading, type Wanted } from './format.ts';

/** Property lists of both forms: Info.plist, GoogleService-Info.plist, .strings and nibs compiled to one, Core Data models. */
export const plist: Format = {
  id: 'plist',
  title: 'Apple property list, binary and XML',
  docs: {
    reads:
      'Strings, integers and booleans by key path, dictionary keys, and data values as entries of their own; the bundle identifier and version of the app.',
    locator: '`plist STORAGE_BUCKET`, `plist A.B[0].C`',
    blind: 'Old-style (OpenStep) lists other than `.strings`; dates and reals.',
    source: [
      'https://www.apple.com/DTDs/PropertyList-1.0.dtd',
      'https://opensource.apple.com/source/CF/CF-1153.18/CFBinaryPList.c',
      'https://firebase.google.com/docs/ios/setup',
    ],
  },
  hint: { begins: ['bp', '\xa0', '\xbb', '\xbf', ...BLANK_BYTES], signs: [0x3c] },
  sniff: (head) => isBinaryPlist(head) || isXmlPlist(head),
  when: 'always',
  read: readPlist,
};

function* readPlist(entry: Entry, wanted: Wanted): Generator<Reading, void, undefined> {
  const binary = isBinaryPlist(entry.bytes);
  const reading = binary ? readBinaryPlist(entry.bytes) : readXmlPlist(entry.bytes);
  if (isAppInfo(entry.name, reading.root)) {
    const app = appOf(reading.root);
    if (app !== undefined) yield { type: 'app', app: { platform: 'ios', ...app } };
  }
  const readings = plistReadings(entry, reading, wanted);
  if (binary) yield* readings;
  else yield* withLines(readings, entry);
}

/** Adds line and column to the texts of an XML list: it may lie in a repository, where alerts point at lines. */
function* withLines(readings: Iterable<Reading>, entry: Entry): Generator<Reading, void, undefined> {
  const positionOf = linePositions(entry.bytes);
  for (const reading of readings) {
    if (reading.type !== 'text') {
      yield reading;
      continue;
    }
    const { text } = reading;
    const position = positionOf((text.place.offset ?? 0) - entry.base);
    yield { type: 'text', text: { ...text, place: { ...text.place, ...position } } };
  }
}

/**
 * True for the Info.plist of the app itself, not of a framework, extension, watch app or resource bundle in it. Where the
 * folder above is not in the name (an `.app` given as the artifact), the package type tells.
 */
function isAppInfo(name: string, root: PlistNode): boolean {
  const folders = name.split('/');
  if (folders.pop() !== 'Info.plist') return false;
  if (member(root, 'ApplicationProperties') !== undefined) return true;
  const bundles = folders.filter((folder) => /\.[a-z]{2,12}$/i.test(folder) && !/\.xcarchive$/i.test(folder));
  const type = member(root, 'CFBundlePackageType');
  if (type?.type === 'text' && type.value !== 'APPL') return false;
  if (bundles.length === 0) return type !== undefined && (folders.length === 0 || folders[0] === 'Contents');
  const last = folders[folders.length - 1] === 'Contents' ? folders[folders.length - 2] : folders[folders.length - 1];
  return bundles.length === 1 && last === bundles[0] && /\.app$/i.test(last ?? '');
}
