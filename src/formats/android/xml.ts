import type { Neighbour } from '../../model.ts';
import type { Entry, Reading, Wanted } from '../format.ts';
import { MAX_NEIGHBOUR_LENGTH, nearest, textReadings } from './texts.ts';

/** An XML document as a flat list, whatever it was compiled to; an element's parent stands before it. */
export interface XmlElement {
  /** Local name: `meta-data`. */
  readonly name: string;
  /** Index of the parent, -1 for the root. */
  readonly parent: number;
  readonly attributes: readonly XmlAttribute[];
  /** Character data directly inside it. */
  readonly texts: readonly XmlString[];
}

export interface XmlString {
  readonly value: string;
  /** Byte offset in the entry, if the form knows it. */
  readonly offset?: number;
}

export interface XmlAttribute extends XmlString {
  /** Local name: `value`. */
  readonly name: string;
}

export interface XmlDocument {
  readonly elements: readonly XmlElement[];
  /** What could not be read of it; the rest still counts. */
  readonly problems: readonly string[];
}

/** A string of the document under its name, ready to become a text. */
interface NamedString extends XmlString {
  readonly key: string;
  readonly locator: string;
}

export function attributeOf(element: XmlElement, name: string): XmlAttribute | undefined {
  return element.attributes.find((attribute) => attribute.name === name);
}

/** Every string of the document that holds an anchor or stands under a wanted name. */
export function* xmlTexts(entry: Entry, wanted: Wanted, document: XmlDocument): Generator<Reading, void, undefined> {
  const strings = [...namedStrings(document.elements)];
  for (const [index, string] of strings.entries()) {
    const around = (): Neighbour[] =>
      nearest([...strings.entries()], index).map(([other, { key, value }]) => ({
        key,
        value: value.slice(0, MAX_NEIGHBOUR_LENGTH),
        at: other - index,
      }));
    yield* textReadings(entry, wanted, { ...string, around });
  }
}

function* namedStrings(elements: readonly XmlElement[]): Generator<NamedString, void, undefined> {
  /** Text of the last `key` element under each parent: `<entry><key>a</key><value>b</value></entry>`. */
  const keys = new Map<number, string>();
  for (const element of elements) {
    yield* attributeStrings(element);
    for (const text of element.texts) {
      const value = text.value.trim();
      if (value.length === 0) continue;
      const key = short(keys.get(element.parent) ?? attributeOf(element, 'name')?.value ?? element.name);
      yield { ...text, value, key, locator: locatorOf(element.name, key) };
      if (element.name === 'key') keys.set(element.parent, value);
    }
  }
}

function* attributeStrings(element: XmlElement): Generator<NamedString, void, undefined> {
  const name = attributeOf(element, 'name')?.value;
  const link = element.name === 'data' ? deepLink(element) : undefined;
  if (link !== undefined) yield link;
  for (const attribute of element.attributes) {
    if (link !== undefined && attribute.name === 'host') continue;
    // `<meta-data android:name="…" android:value="…"/>` and Cordova's `<preference name="…" value="…"/>`.
    const named = attribute.name === 'value' && name !== undefined && name.length > 0;
    const key = named ? short(name) : attribute.name;
    yield { ...attribute, key, locator: locatorOf(element.name, key) };
  }
}

/** An intent filter's `data` with scheme and host on one element is an address; apart they are only attributes. */
function deepLink(element: XmlElement): NamedString | undefined {
  const scheme = attributeOf(element, 'scheme');
  const host = attributeOf(element, 'host');
  if (!scheme?.value || !host?.value) return undefined;
  const path = attributeOf(element, 'path') ?? attributeOf(element, 'pathPrefix');
  const value = `${scheme.value}://${host.value}${path?.value ?? ''}`;
  return { ...host, value, key: 'host', locator: 'data host' };
}

/** A value that serves as a name is cut where no name is as long. */
function short(name: string): string {
  return name.slice(0, 512);
}

function locatorOf(element: string, key: string): string {
  return key === element ? element : `${element} ${key}`;
}
