import { u8, u16, u32 } from './bytes.ts';
import { EMPTY_POOL, readStringPool, type StringPool } from './string-pool.ts';
import type { XmlAttribute, XmlDocument, XmlElement, XmlString } from './xml.ts';

/**
 * Android's binary XML (`ResXMLTree` in AOSP's ResourceTypes.h). The reader is at least as lenient as Android: file size,
 * root type and unknown chunks do not matter, and after a chunk that lies about its size it looks for the next one.
 */

export const BINARY_XML = 0x0003;

const CHUNK = {
  stringPool: 0x0001,
  resourceMap: 0x0180,
  startNamespace: 0x0100,
  endNamespace: 0x0101,
  startElement: 0x0102,
  endElement: 0x0103,
  cdata: 0x0104,
} as const;

const VALUE = { string: 0x03, decimal: 0x10, hexadecimal: 0x11, boolean: 0x12 } as const;

/**
 * Names of the attributes that matter by their id in the framework (`R.attr`, stable since they were added): the names in
 * the string pool may be stripped or renamed, Android goes by the id.
 */
const ATTRIBUTE_NAMES: ReadonlyMap<number, string> = new Map([
  [0x01010003, 'name'],
  [0x01010018, 'authorities'],
  [0x01010024, 'value'],
  [0x01010025, 'resource'],
  [0x01010026, 'mimeType'],
  [0x01010027, 'scheme'],
  [0x01010028, 'host'],
  [0x01010029, 'port'],
  [0x0101002a, 'path'],
  [0x0101002b, 'pathPrefix'],
  [0x0101002c, 'pathPattern'],
  [0x0101021b, 'versionCode'],
  [0x0101021c, 'versionName'],
]);

/** Stands for a name that is not in the pool. */
const UNREADABLE = '?';

/** Bytes of an element's or attribute's name that are read. */
const MAX_NAME = 512;
const MAX_ELEMENTS = 200_000;
const MAX_ATTRIBUTES = 1_000_000;

interface Chunk {
  readonly type: number;
  readonly start: number;
  readonly headerSize: number;
  readonly end: number;
}

/** What one pass over the chunks has gathered so far. */
interface Building {
  pool: StringPool;
  resourceMap: { readonly start: number; readonly count: number };
  attributes: number;
  /** Characters that may still be decoded: many names can share one huge string. */
  decodable: number;
  readonly open: number[];
  readonly elements: { name: string; parent: number; attributes: XmlAttribute[]; texts: XmlString[] }[];
  readonly problems: Set<string>;
}

export function parseBinaryXml(bytes: Buffer): XmlDocument {
  const building: Building = {
    pool: EMPTY_POOL,
    resourceMap: { start: 0, count: 0 },
    attributes: 0,
    decodable: 16 * bytes.length + 65_536,
    open: [],
    elements: [],
    problems: new Set(),
  };
  let at = 8;
  while (at + 8 <= bytes.length) {
    if (building.elements.length >= MAX_ELEMENTS || building.attributes >= MAX_ATTRIBUTES || building.decodable < 0) {
      building.problems.add(
        'the document has too many elements, or repeats its strings too often; the rest was not read',
      );
      break;
    }
    const chunk = chunkAt(bytes, at);
    if (chunk === undefined) {
      building.problems.add('a chunk lies about its size');
      at += 4;
      continue;
    }
    readChunk(bytes, chunk, building);
    at = chunk.end;
  }
  if (building.elements.length === 0) building.problems.add('no element could be read');
  const elements: readonly XmlElement[] = building.elements;
  return { elements, problems: [...building.problems] };
}

/** A chunk, or undefined if none can begin here. A known one may claim more than there is, an unknown one may not. */
function chunkAt(bytes: Buffer, start: number): Chunk | undefined {
  const type = u16(bytes, start);
  const size = u32(bytes, start + 4);
  const known = (Object.values(CHUNK) as readonly number[]).includes(type);
  const headerSize = u16(bytes, start + 2);
  if (known) {
    if (headerSize < 8 || headerSize > 64) return undefined;
    const end = size < headerSize ? start + headerSize : Math.min(bytes.length, start + size);
    return { type, start, headerSize, end };
  }
  if (size < 8 || headerSize < 8 || headerSize > size || start + size > bytes.length) return undefined;
  return { type, start, headerSize, end: start + size };
}

function readChunk(bytes: Buffer, chunk: Chunk, building: Building): void {
  switch (chunk.type) {
    case CHUNK.stringPool:
      // Android takes the first pool of the file; a later one would rename what was read.
      if (building.pool === EMPTY_POOL) building.pool = readStringPool(bytes, chunk.start, chunk.end);
      return;
    case CHUNK.resourceMap:
      building.resourceMap = {
        start: chunk.start + chunk.headerSize,
        count: Math.max(0, Math.floor((chunk.end - chunk.start - chunk.headerSize) / 4)),
      };
      return;
    case CHUNK.startElement:
      startElement(bytes, chunk, building);
      return;
    case CHUNK.endElement:
      building.open.pop();
      return;
    case CHUNK.cdata: {
      const text = poolString(building, u32(bytes, chunk.start + chunk.headerSize));
      const element = building.elements[building.open.at(-1) ?? -1];
      if (text !== undefined && element !== undefined) element.texts.push(text);
      return;
    }
    default:
  }
}

function startElement(bytes: Buffer, chunk: Chunk, building: Building): void {
  const extension = chunk.start + chunk.headerSize;
  const name = building.pool.at(u32(bytes, extension + 4), MAX_NAME) || UNREADABLE;
  const attributesAt = extension + u16(bytes, extension + 8);
  const attributeSize = u16(bytes, extension + 10);
  const claimed = u16(bytes, extension + 12);
  // A step below the 20 bytes of an attribute would read the same one again and again.
  const room = attributeSize < 20 ? 0 : Math.floor((chunk.end - attributesAt) / attributeSize);
  const count = Math.max(0, Math.min(claimed, room));
  if (count < claimed) building.problems.add('an element claims more attributes than it holds');
  const attributes: XmlAttribute[] = [];
  for (let index = 0; index < count; index += 1) {
    const attribute = readAttribute(bytes, attributesAt + index * attributeSize, building);
    if (attribute !== undefined) attributes.push(attribute);
  }
  building.attributes += count;
  building.elements.push({ name, parent: building.open.at(-1) ?? -1, attributes, texts: [] });
  building.open.push(building.elements.length - 1);
}

function readAttribute(bytes: Buffer, at: number, building: Building): XmlAttribute | undefined {
  const nameIndex = u32(bytes, at + 4);
  const { start, count } = building.resourceMap;
  const id = nameIndex < count ? u32(bytes, start + 4 * nameIndex) : 0;
  const name = ATTRIBUTE_NAMES.get(id) || building.pool.at(nameIndex, MAX_NAME) || UNREADABLE;
  const value = attributeValue(bytes, at, building);
  return value === undefined ? undefined : { name, ...value };
}

/** The value as text; undefined for references, dimensions, colours and the like. */
function attributeValue(bytes: Buffer, at: number, building: Building): XmlString | undefined {
  const type = u8(bytes, at + 15);
  const data = u32(bytes, at + 16);
  if (type === VALUE.string) return poolString(building, data) ?? poolString(building, u32(bytes, at + 8));
  if (type === VALUE.decimal) return { value: String(data | 0) };
  if (type === VALUE.hexadecimal) return { value: `0x${data.toString(16)}` };
  if (type === VALUE.boolean) return { value: data === 0 ? 'false' : 'true' };
  return poolString(building, u32(bytes, at + 8));
}

function poolString(building: Building, index: number): XmlString | undefined {
  const range = building.pool.rangeOf(index);
  if (range === undefined || building.decodable < 0) return undefined;
  building.decodable -= range.end - range.start;
  const value = building.pool.at(index);
  return value === undefined ? undefined : { value, offset: range.start };
}
