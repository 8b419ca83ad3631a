import type { Neighbour } from '../model.ts';
import { MAX_NEIGHBOURS } from '../model.ts';
import { manifestReadings } from './android/manifest.ts';
import { isMessage, textOf } from './android/proto.ts';
import { type ProtoString, type ProtoValue, qualifierOf, stringsOf, typesOf, valuesOf } from './android/proto-table.ts';
import { parseProtoXml } from './android/proto-xml.ts';
import { resourceLocator, TEXT_TYPES } from './android/resources.ts';
import { bounded, hitWithin, MAX_NEIGHBOUR_LENGTH, nearest, textReadings } from './android/texts.ts';
import { xmlTexts } from './android/xml.ts';
import type { Entry, Format, Reading, Wanted } from './format.ts';

const SOURCE = [
  'https://android.googlesource.com/platform/frameworks/base/+/refs/heads/main/tools/aapt2/Resources.proto',
  'https://developer.android.com/guide/app-bundle/app-bundle-format',
];

/** The manifest of an Android App Bundle's module. */
export const bundleManifest: Format = {
  id: 'android-bundle-manifest',
  title: 'Android manifest (protobuf, AAB)',
  docs: {
    reads: 'the same as in an APK',
    locator: '`meta-data com.acme.API_URL`, `data host`',
    blind: 'values that are references: they are read in resources.pb',
    source: SOURCE,
  },
  when: 'always',
  hint: { names: /(^|\/)AndroidManifest\.xml$/ },
  sniff: (head, name) => /(^|\/)AndroidManifest\.xml$/.test(name) && isProtoXml(head),
  read: (entry, wanted) => bounded(entry, manifestReadings(entry, wanted, parseProtoXml(entry.bytes))),
};

/** Other XML of an Android App Bundle. */
export const bundleXml: Format = {
  id: 'android-bundle-xml',
  title: 'Android XML (protobuf, AAB)',
  docs: {
    reads: 'attributes and character data with the element and name they stand under',
    locator: '`preference FirebaseUrl`, `domain`',
    blind: 'values that are references: they are read in resources.pb',
    source: SOURCE,
  },
  when: 'hits',
  hint: { begins: ['\n'] },
  sniff: (head, name) => /(^|\/)res\/.{1,400}\.xml$/.test(name) && isProtoXml(head),
  read: (entry, wanted) => bounded(entry, readBundleXml(entry, wanted)),
};

/** The resource table of an Android App Bundle's module. */
export const bundleTable: Format = {
  id: 'android-bundle-table',
  title: 'Android resource table (resources.pb)',
  docs: {
    reads: 'string values by resource name in every configuration, arrays and plurals, references followed',
    locator: '`string/firebase_database_url`, `string/api_url (de-rDE)`, `array/hosts[2]`',
    blind: '',
    source: SOURCE,
  },
  when: 'always',
  hint: { names: /(^|\/)resources\.pb$/ },
  sniff: (_head, name) => /(^|\/)resources\.pb$/.test(name),
  read: (entry, wanted) => bounded(entry, readTable(entry, wanted)),
};

/** An XmlNode message begins with its element, which begins with a namespace, or its own name; text has no such bytes. */
function isProtoXml(head: Buffer): boolean {
  return head[0] === 0x0a && /[\x12\x1a]/.test(head.toString('latin1', 1, 64));
}

function* readBundleXml(entry: Entry, wanted: Wanted): Generator<Reading, void, undefined> {
  const document = parseProtoXml(entry.bytes);
  for (const reason of document.problems) yield { type: 'problem', kind: 'malformed', reason };
  yield* xmlTexts(entry, wanted, document);
}

function* readTable(entry: Entry, wanted: Wanted): Generator<Reading, void, undefined> {
  const table = new Map<string, ProtoValue[]>();
  for (const type of typesOf(entry.bytes)) {
    // Colours, layouts and the like have no strings but names of files; under an anchor they are looked at all the same.
    if (!TEXT_TYPES.has(type.name) && !hitWithin(entry.hits, type.start, type.end)) continue;
    const values = table.get(type.name) ?? [];
    for (const value of valuesOf(entry.bytes, type)) values.push(value);
    table.set(type.name, values);
  }
  if (!isMessage(entry.bytes)) {
    yield { type: 'problem', kind: 'malformed', reason: 'the resource table is cut off or damaged; part was not read' };
  }
  const resolve = resolverIn(entry.bytes, table);
  const isAsked = (value: ProtoValue): boolean =>
    wanted.key(value.name) || hitWithin(entry.hits, value.start, value.end);
  for (const [typeName, values] of table) {
    const around = aroundIn(entry.bytes, values, isAsked);
    for (const value of values) {
      const asked = isAsked(value);
      if (!asked && !TEXT_TYPES.has(typeName)) continue;
      for (const string of stringsOf(entry.bytes, value)) {
        if (!string.reference && !asked) continue;
        const found = resolve(typeName, string, value);
        if (found === undefined) continue;
        const locator = resourceLocator({
          typeName,
          name: value.name,
          part: string.part,
          qualifier: qualifierOf(entry.bytes, value),
        });
        const named = { ...found, key: value.name, locator, around: () => around(value, string) };
        yield* textReadings(entry, wanted, named);
      }
    }
  }
}

interface Resolved {
  readonly value: string;
  readonly offset: number;
}

type Resolver = (typeName: string, string: ProtoString, holder: ProtoValue) => Resolved | undefined;

const MAX_REFERENCES = 8;

/** The text of a string, or of what it refers to: in the same configuration before the default one. */
function resolverIn(bytes: Buffer, table: ReadonlyMap<string, readonly ProtoValue[]>): Resolver {
  const indexes = new Map<string, ReadonlyMap<string, readonly ProtoValue[]>>();
  const named = (type: string, name: string): readonly ProtoValue[] => {
    const index = indexes.get(type) ?? groupBy(table.get(type) ?? [], (value) => value.name);
    indexes.set(type, index);
    return index.get(name) ?? [];
  };
  const resolve = (typeName: string, string: ProtoString, holder: ProtoValue, depth: number): Resolved | undefined => {
    const value = textOf(bytes, string.text);
    if (!string.reference) return { value, offset: string.text.start };
    if (!TEXT_TYPES.has(typeName) || depth >= MAX_REFERENCES) return undefined;
    const [type = '', name = ''] = value.slice(value.indexOf(':') + 1).split('/');
    const values = TEXT_TYPES.has(type) ? named(type, name) : [];
    const target =
      values.find((candidate) => qualifierOf(bytes, candidate) === qualifierOf(bytes, holder)) ??
      values.find((candidate) => qualifierOf(bytes, candidate) === '') ??
      values[0];
    if (target === undefined) return undefined;
    const [first] = stringsOf(bytes, target);
    return first === undefined ? undefined : resolve(type, first, holder, depth + 1);
  };
  return (typeName, string, holder) => resolve(typeName, string, holder, 0);
}

function groupBy(
  values: readonly ProtoValue[],
  keyOf: (value: ProtoValue) => string,
): ReadonlyMap<string, readonly ProtoValue[]> {
  const groups = new Map<string, ProtoValue[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}

/**
 * Strings of the same configuration: the others of the resource, those beside it, then what else is handed on: names are
 * sorted, so the settings of one service need not stand together; and a name translated into eighty languages stands for
 * eighty values between two others.
 */
function aroundIn(
  bytes: Buffer,
  values: readonly ProtoValue[],
  isAsked: (value: ProtoValue) => boolean,
): (self: ProtoValue, itself: ProtoString) => readonly Neighbour[] {
  let groups: ReadonlyMap<string, readonly ProtoValue[]> | undefined;
  return (self, itself) => {
    groups ??= groupBy(values, (value) => qualifierOf(bytes, value));
    const same = groups.get(qualifierOf(bytes, self)) ?? [];
    const near = new Set([self, ...nearest(same, same.indexOf(self), MAX_NEIGHBOURS / 2)]);
    const rest = same.filter((value) => !near.has(value) && isAsked(value));
    const found = [...near, ...rest.slice(0, MAX_NEIGHBOURS)].flatMap((value) =>
      [...stringsOf(bytes, value)]
        .filter((string) => !string.reference && string.text.start !== itself.text.start)
        .map((string) => ({ value: textOf(bytes, string.text, MAX_NEIGHBOUR_LENGTH), key: value.name })),
    );
    return found.slice(0, MAX_NEIGHBOURS);
  };
}
