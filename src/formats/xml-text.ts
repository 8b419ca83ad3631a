import { mayHide, unescapeText, unescapeXml } from './escapes.ts';
import { BLANK_BYTES, type Entry, type Format, type Reading, type Wanted } from './format.ts';
import { hitsOutside, type Pair, readPairs } from './pairs.ts';
import { firstSign, looksLikeText, placeAt, sourceText } from './source-text.ts';
import { readSpans } from './spans.ts';
import { lineSpan } from './text.ts';

const NAMES = /\.(?:xml|config|storyboard|xib|svg|csproj|props|targets|xaml|resx|entitlements)$/i;
const MAX_PAIRS = 200_000;
const MAX_WITHOUT_HITS = 4 * 1024 * 1024;

export const xmlText: Format = {
  id: 'xml-text',
  title: 'XML text',
  docs: {
    reads:
      'Element texts and attributes, named by the `name` attribute beside them: Android resources, manifests, Cordova’s config.xml.',
    locator: 'string/<name> for Android resources, else <element>[<name>]@<attribute>',
    blind: 'Entities that a DTD declares; values without an anchor in files of more than 4 MiB.',
    source: ['https://www.w3.org/TR/xml/', 'https://developer.android.com/guide/topics/resources/string-resource'],
  },
  hint: { begins: BLANK_BYTES, signs: [0x3c] },
  sniff: (head, name) => looksLikeXml(head, name) && looksLikeText(head),
  when: 'always',
  mayHide,
  read,
};

function looksLikeXml(head: Buffer, name: string): boolean {
  const sign = firstSign(head);
  if (sign !== undefined && sign !== 0x3c) return false;
  const wide = head[0] === 0xff || head[0] === 0xfe;
  const start = head
    .toString(wide ? 'utf16le' : 'utf8', 0, 256)
    .replace(/^[\uFEFF\uFFFE]/, '')
    .trimStart();
  return start.startsWith('<?xml') || (NAMES.test(name) && start.startsWith('<'));
}

function* read(entry: Entry, wanted: Wanted): Generator<Reading, void, undefined> {
  if (entry.hits.length === 0 && entry.bytes.length > MAX_WITHOUT_HITS) return;
  const source = sourceText(entry.bytes);
  const pairs = [...xmlPairs(source.text)];
  yield* readPairs(entry, source, pairs, wanted);
  const rest = hitsOutside(source, entry.hits, pairs);
  yield* readSpans(entry, rest, lineSpan, (from, index) => placeAt(entry, from, index));
}

interface Attribute {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Android resource elements whose text is a value under a name. */
const RESOURCES: ReadonlySet<string> = new Set(['string', 'item', 'string-array', 'plurals', 'integer', 'bool']);

/** Attributes and element texts as pairs, in order; comments left out. */
function* xmlPairs(text: string): Generator<Pair, void, undefined> {
  let element = '';
  let name: string | undefined;
  let plistKey: string | undefined;
  let count = 0;
  for (let at = 0; at < text.length && count < MAX_PAIRS; ) {
    if (text[at] !== '<') {
      const end = orEnd(text, text.indexOf('<', at));
      const range = trimmedRange(text, at, end);
      const value =
        range.start < range.end && element !== '' ? elementText(text.slice(range.start, range.end), element) : '';
      if (element === 'key') plistKey = value === '' ? plistKey : value;
      else if (value !== '') {
        const key = name ?? plistKey ?? element;
        yield {
          key,
          value,
          ...range,
          locator: RESOURCES.has(element) && name !== undefined ? `${element}/${name}` : key,
        };
        plistKey = undefined;
        count += 1;
      }
      at = end;
      continue;
    }
    if (text.startsWith('<!--', at)) {
      at = behind(text, '-->', at + 4);
      continue;
    }
    if (text.startsWith('<![CDATA[', at)) {
      const end = orEnd(text, text.indexOf(']]>', at));
      const key = name ?? element;
      yield { key, value: text.slice(at + 9, end), start: at + 9, end, locator: key };
      count += 1;
      at = end + 3;
      continue;
    }
    if (text[at + 1] === '?' || text[at + 1] === '!' || text[at + 1] === '/') {
      // Behind a closing tag comes no text of the element any more, but a sibling’s key still holds in a plist.
      if (text[at + 1] === '/') {
        element = '';
        name = undefined;
      }
      at = behind(text, '>', at + 1);
      continue;
    }
    const tag = tagAt(text, at);
    element = tag.name;
    name = nameOf(text, tag.attributes);
    for (const pair of attributePairs(text, tag, name)) {
      yield pair;
      count += 1;
    }
    at = tag.end;
  }
}

function attributePairs(text: string, tag: Tag, name: string | undefined): readonly Pair[] {
  return tag.attributes.map(({ name: full, start, end }) => {
    const attribute = full.slice(full.indexOf(':') + 1);
    // `<meta-data android:name="K" android:value="V">`, `<preference name="K" value="V">`: the value stands under K.
    const key = name !== undefined && /^(?:value|resource|content|default|string)$/.test(attribute) ? name : attribute;
    const locator = name === undefined ? `${tag.name}@${full}` : `${tag.name}[${name}]@${full}`;
    return { key, value: unescapeXml(text.slice(start, end)), start, end, locator };
  });
}

interface Tag {
  readonly name: string;
  readonly attributes: readonly Attribute[];
  readonly end: number;
}

const MAX_ATTRIBUTES = 256;

function tagAt(text: string, at: number): Tag {
  const namePattern = /<([A-Za-z_][\w.:-]{0,200})?/y;
  namePattern.lastIndex = at;
  const name = namePattern.exec(text)?.[1] ?? '';
  const attributes: Attribute[] = [];
  const pattern = /\s{0,1000}(?:([A-Za-z_][\w.:-]{0,200})\s{0,100}=\s{0,100}(["'])|\/?>|[^\s>])/y;
  pattern.lastIndex = at + 1 + name.length;
  while (attributes.length < MAX_ATTRIBUTES) {
    const match = pattern.exec(text);
    if (match === null) return { name, attributes, end: Math.max(at + 1, behind(text, '>', at + 1)) };
    if (match[0].endsWith('>')) return { name, attributes, end: pattern.lastIndex };
    if (match[1] === undefined) continue;
    const start = pattern.lastIndex;
    const end = orEnd(text, text.indexOf(match[2] ?? '"', start));
    attributes.push({ name: match[1], start, end });
    pattern.lastIndex = Math.min(end + 1, text.length);
  }
  return { name, attributes, end: behind(text, '>', pattern.lastIndex) };
}

function nameOf(text: string, attributes: readonly Attribute[]): string | undefined {
  const attribute = attributes.find(({ name }) => /^(?:[\w-]{1,40}:)?(?:name|key|id)$/.test(name));
  return attribute === undefined ? undefined : unescapeXml(text.slice(attribute.start, attribute.end));
}

/** Android resource strings have escapes and quotes of their own. */
function elementText(raw: string, element: string): string {
  const value = unescapeXml(raw);
  if (!RESOURCES.has(element)) return value;
  const quoted = value.length > 1 && value.startsWith('"') && value.endsWith('"');
  return unescapeText(quoted ? value.slice(1, -1) : value);
}

function trimmedRange(text: string, start: number, end: number): { readonly start: number; readonly end: number } {
  const raw = text.slice(start, end);
  const from = start + (raw.length - raw.trimStart().length);
  return { start: from, end: Math.max(from, start + raw.trimEnd().length) };
}

function behind(text: string, literal: string, from: number): number {
  const at = text.indexOf(literal, from);
  return at === -1 ? text.length : at + literal.length;
}

function orEnd(text: string, at: number): number {
  return at === -1 ? text.length : at;
}
