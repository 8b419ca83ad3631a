import { protoQualifier } from './configuration.ts';
import { type Field, fieldsOf, messagesOf, textOf } from './proto.ts';
import type { Range } from './texts.ts';

/**
 * The resource table of an Android App Bundle, resources.pb: `ResourceTable` of aapt2's Resources.proto. The numbers below
 * are its field numbers.
 */
const TABLE = { package: 2 } as const;
const PACKAGE = { type: 3 } as const;
const TYPE = { name: 2, entry: 3 } as const;
const ENTRY = { name: 2, configValue: 6 } as const;
const CONFIG_VALUE = { config: 1, value: 2 } as const;
const VALUE = { item: 4, compound: 5 } as const;
const ITEM = { reference: 1, string: 2, rawString: 3, styledString: 4 } as const;
const REFERENCE_NAME = 3;
const COMPOUND = { style: 2, array: 4, plural: 5 } as const;
const ITEM_IN = { style: 3, array: 3, plural: 4 } as const;
const QUANTITIES = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** One type (`string`) of one package. */
export interface ProtoType {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The value of one resource in one configuration. */
export interface ProtoValue {
  readonly name: string;
  /** The `Configuration` message. */
  readonly config: Range | undefined;
  /** Bytes of the `Value` message. */
  readonly start: number;
  readonly end: number;
}

/** A string in a value, or the name of the resource that it refers to: `string/base_url`. */
export interface ProtoString {
  readonly part?: string;
  readonly reference: boolean;
  readonly text: Field;
}

export function* typesOf(bytes: Buffer): Generator<ProtoType, void, undefined> {
  for (const inPackage of messagesOf(bytes, 0, bytes.length, TABLE.package)) {
    for (const type of messagesOf(bytes, inPackage.start, inPackage.end, PACKAGE.type)) {
      yield { name: nameIn(bytes, type, TYPE.name), start: type.start, end: type.end };
    }
  }
}

export function* valuesOf(bytes: Buffer, type: ProtoType): Generator<ProtoValue, void, undefined> {
  for (const entry of messagesOf(bytes, type.start, type.end, TYPE.entry)) {
    const name = nameIn(bytes, entry, ENTRY.name);
    for (const configValue of messagesOf(bytes, entry.start, entry.end, ENTRY.configValue)) {
      let config: Range | undefined;
      let value: Range | undefined;
      for (const field of fieldsOf(bytes, configValue.start, configValue.end)) {
        if (field.number === CONFIG_VALUE.config) config = field;
        if (field.number === CONFIG_VALUE.value) value = field;
      }
      if (value !== undefined) yield { name, config, start: value.start, end: value.end };
    }
  }
}

/** `de-rDE`; empty for the default configuration. */
export function qualifierOf(bytes: Buffer, value: ProtoValue): string {
  return protoQualifier(bytes, value.config);
}

function nameIn(bytes: Buffer, message: Field, number: number): string {
  const [name] = messagesOf(bytes, message.start, message.end, number);
  return name === undefined ? '' : textOf(bytes, name);
}

/** Strings and references of a value: one of a simple value, several of an array, plural or style. */
export function* stringsOf(bytes: Buffer, value: ProtoValue): Generator<ProtoString, void, undefined> {
  for (const field of fieldsOf(bytes, value.start, value.end)) {
    if (field.number === VALUE.item) yield* itemStrings(bytes, field, undefined);
    if (field.number === VALUE.compound) yield* compoundStrings(bytes, field);
  }
}

function* compoundStrings(bytes: Buffer, compound: Field): Generator<ProtoString, void, undefined> {
  for (const kind of fieldsOf(bytes, compound.start, compound.end)) {
    const plural = kind.number === COMPOUND.plural;
    if (!plural && kind.number !== COMPOUND.array && kind.number !== COMPOUND.style) continue;
    const itemNumber = plural ? ITEM_IN.plural : ITEM_IN.array;
    let index = 0;
    for (const element of messagesOf(bytes, kind.start, kind.end, kind.number === COMPOUND.style ? 2 : 1)) {
      // An arity of zero is the default of its field and does not stand on the wire.
      let part = plural ? 'zero' : String(index);
      for (const field of fieldsOf(bytes, element.start, element.end)) {
        // Plural.Entry: arity is field 3.
        if (plural && field.number === 3) part = QUANTITIES[field.value] ?? part;
        if (field.number === itemNumber) yield* itemStrings(bytes, field, part);
      }
      index += 1;
    }
  }
}

function* itemStrings(bytes: Buffer, item: Field, part: string | undefined): Generator<ProtoString, void, undefined> {
  const named = part === undefined ? {} : { part };
  for (const field of fieldsOf(bytes, item.start, item.end)) {
    const reference = field.number === ITEM.reference;
    const string = field.number >= ITEM.string && field.number <= ITEM.styledString;
    if (!reference && !string) continue;
    const [text] = messagesOf(bytes, field.start, field.end, reference ? REFERENCE_NAME : 1);
    if (text !== undefined) yield { ...named, reference, text };
  }
}
