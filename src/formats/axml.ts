import { parseBinaryXml } from './android/binary-xml.ts';
import { manifestReadings } from './android/manifest.ts';
import { bounded } from './android/texts.ts';
import { xmlTexts } from './android/xml.ts';
import type { Entry, Format, Reading, Wanted } from './format.ts';

const SOURCE = [
  'https://android.googlesource.com/platform/frameworks/base/+/refs/heads/main/libs/androidfw/include/androidfw/ResourceTypes.h',
  'https://developer.android.com/guide/topics/manifest/manifest-intro',
];

/** The manifest of an APK: app id and version, meta-data, deep links. */
export const androidManifest: Format = {
  id: 'android-manifest',
  title: 'Android manifest (binary XML)',
  docs: {
    reads:
      'application id and version, meta-data, deep-link hosts, every attribute; also in tampered forms that Android accepts',
    locator: '`meta-data com.acme.API_URL`, `data host`',
    blind: 'values that are references: they are read in resources.arsc',
    source: SOURCE,
  },
  when: 'always',
  // Also by name: a tampered manifest may hide its type, and Android does not look at it.
  hint: { names: /(^|\/)AndroidManifest\.xml$/ },
  sniff: (head, name) => isManifestName(name) && head[0] !== 0x0a && !isText(head),
  read: (entry, wanted) => bounded(entry, manifestReadings(entry, wanted, parseBinaryXml(entry.bytes))),
};

/** Other compiled XML: res/xml, network security config, Cordova's config.xml, Remote Config defaults. */
export const binaryXml: Format = {
  id: 'axml',
  title: 'Android binary XML (res/)',
  docs: {
    reads: 'attributes and character data with the element and name they stand under',
    locator: '`preference FirebaseUrl`, `domain`',
    blind: 'values that are references: they are read in resources.arsc',
    source: SOURCE,
  },
  when: 'hits',
  hint: { begins: ['\x03\0'] },
  sniff: (head) => head.length >= 8 && head.readUInt32LE(0) === 0x00080003,
  read: (entry, wanted) => bounded(entry, readBinaryXml(entry, wanted)),
};

function isManifestName(name: string): boolean {
  return /(^|\/)AndroidManifest\.xml$/.test(name);
}

function isText(head: Buffer): boolean {
  return /^(?:\xef\xbb\xbf)?\s{0,32}</.test(head.toString('latin1', 0, 64));
}

function* readBinaryXml(entry: Entry, wanted: Wanted): Generator<Reading, void, undefined> {
  const document = parseBinaryXml(entry.bytes);
  for (const reason of document.problems) yield { type: 'problem', kind: 'malformed', reason };
  yield* xmlTexts(entry, wanted, document);
}
