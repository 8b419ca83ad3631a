import { type Field, fieldsOf, textOf } from './proto.ts';
import type { Range } from './texts.ts';
import type { XmlAttribute, XmlDocument, XmlElement, XmlString } from './xml.ts';

/**
 * XML compiled to protobuf, as it stands in an Android App Bundle: `XmlNode` of aapt2's Resources.proto. The numbers below
 * are its field numbers.
 */
const NODE = { element: 1, text: 2 } as const;
const ELEMENT = { name: 3, attribute: 4, child: 5 } as const;
const ATTRIBUTE = { name: 2, value: 3, compiled: 6 } as const;
const ITEM = { string: 2, rawString: 3, primitive: 7 } as const;
const PRIMITIVE = { decimal: 6, hexadecimal: 7, boolean: 8 } as const;

const MAX_ELEMENTS = 200_000;
const MAX_DEPTH = 256;

export function parseProtoXml(bytes: Buffer): XmlDocument {
  const elements: XmlElement[] = [];
  const problems = new Set<string>();
  readNode(bytes, { start: 0, end: bytes.length }, -1, 0, elements, problems);
  if (elements.length === 0) problems.add('no element could be read');
  return { elements, problems: [...problems] };
}

function readNode(
  bytes: Buffer,
  node: Range,
  parent: number,
  depth: number,
  elements: XmlElement[],
  problems: Set<string>,
): void {
  if (depth > MAX_DEPTH || elements.length >= MAX_ELEMENTS) {
    problems.add('the document is too deep or too large; part was not read');
    return;
  }
  for (const field of fieldsOf(bytes, node.start, node.end)) {
    if (field.number !== NODE.element) continue;
    const children: Field[] = [];
    const texts: XmlString[] = [];
    const attributes: XmlAttribute[] = [];
    let name = '?';
    for (const part of fieldsOf(bytes, field.start, field.end)) {
      if (part.number === ELEMENT.name) name = textOf(bytes, part);
      if (part.number === ELEMENT.attribute) attributes.push(...attributeIn(bytes, part));
      if (part.number !== ELEMENT.child) continue;
      children.push(part);
      for (const text of fieldsOf(bytes, part.start, part.end)) {
        if (text.number === NODE.text) texts.push({ value: textOf(bytes, text), offset: text.start });
      }
    }
    elements.push({ name, parent, attributes, texts });
    const self = elements.length - 1;
    for (const child of children) readNode(bytes, child, self, depth + 1, elements, problems);
  }
}

/** The attribute; none if its value is no text but a reference, a dimension, a colour and the like. */
function attributeIn(bytes: Buffer, attribute: Field): XmlAttribute[] {
  let name = '?';
  let source: XmlString | undefined;
  let compiled: Field | undefined;
  for (const field of fieldsOf(bytes, attribute.start, attribute.end)) {
    if (field.number === ATTRIBUTE.name) name = textOf(bytes, field);
    if (field.number === ATTRIBUTE.value) source = { value: textOf(bytes, field), offset: field.start };
    if (field.number === ATTRIBUTE.compiled) compiled = field;
  }
  // What was compiled is what Android uses; a plain string is not compiled.
  const value = compiled === undefined ? (source ?? { value: '' }) : itemText(bytes, compiled);
  return value === undefined ? [] : [{ name, ...value }];
}

function itemText(bytes: Buffer, item: Field): XmlString | undefined {
  for (const field of fieldsOf(bytes, item.start, item.end)) {
    if (field.number === ITEM.string || field.number === ITEM.rawString) {
      for (const value of fieldsOf(bytes, field.start, field.end)) {
        if (value.number === 1) return { value: textOf(bytes, value), offset: value.start };
      }
    }
    if (field.number === ITEM.primitive) return primitiveText(bytes, field);
  }
  return undefined;
}

function primitiveText(bytes: Buffer, primitive: Field): XmlString | undefined {
  for (const field of fieldsOf(bytes, primitive.start, primitive.end)) {
    if (field.number === PRIMITIVE.decimal) return { value: String(field.value | 0) };
    if (field.number === PRIMITIVE.hexadecimal) return { value: `0x${field.value.toString(16)}` };
    if (field.number === PRIMITIVE.boolean) return { value: field.value === 0 ? 'false' : 'true' };
  }
  return undefined;
}
