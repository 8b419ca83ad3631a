import { u8, u32 } from './bytes.ts';

/**
 * Protocol Buffers on the wire (protobuf.dev/programming-guides/encoding), as far as compiled resources need them: the
 * fields of one message, one after the other, without knowing the schema.
 */
export interface Field {
  readonly number: number;
  /** Lower 35 bits of a varint, value of a 32-bit field, 0 for others. */
  readonly value: number;
  /** Bytes of a length-delimited field; empty otherwise. */
  readonly start: number;
  readonly end: number;
  /** Offset after the field. */
  readonly next: number;
}

/** Fields of the message in `start` to `end`; ends at the first byte that is no field. */
export function* fieldsOf(bytes: Buffer, start: number, end: number): Generator<Field, void, undefined> {
  let at = start;
  while (at < end) {
    const tag = varint(bytes, at);
    const number = Math.floor(tag.value / 8);
    const field = number === 0 ? undefined : fieldAt(bytes, tag.value % 8, number, tag.end);
    if (field === undefined || field.next > end) return;
    yield field;
    at = field.next;
  }
}

/** True if the bytes are fields up to their last byte. */
export function isMessage(bytes: Buffer): boolean {
  let end = 0;
  for (const field of fieldsOf(bytes, 0, bytes.length)) end = field.next;
  return end === bytes.length;
}

/** Length-delimited fields of one number. */
export function* messagesOf(
  bytes: Buffer,
  start: number,
  end: number,
  number: number,
): Generator<Field, void, undefined> {
  for (const field of fieldsOf(bytes, start, end)) if (field.number === number) yield field;
}

/** Text of a string field, or what its first `limit` bytes hold. */
export function textOf(bytes: Buffer, field: Field, limit: number = bytes.length): string {
  return bytes.toString('utf8', field.start, Math.min(field.end, field.start + limit));
}

/** Every field with its members in the same order: there are many, and objects that were spread took half of the time. */
function fieldAt(bytes: Buffer, wire: number, number: number, at: number): Field | undefined {
  if (wire === 0) {
    const { value, end } = varint(bytes, at);
    return { number, value, start: at, end: at, next: end };
  }
  if (wire === 1) return { number, value: 0, start: at, end: at, next: at + 8 };
  if (wire === 5) return { number, value: u32(bytes, at), start: at, end: at, next: at + 4 };
  if (wire !== 2) return undefined;
  const length = varint(bytes, at);
  const end = length.end + length.value;
  return { number, value: 0, start: length.end, end, next: end };
}

/** A number and the offset after its last byte. */
interface Decoded {
  readonly value: number;
  readonly end: number;
}

/** At most ten bytes, of which five count: no length is longer, and of a negative number they hold all 32 bits. */
function varint(bytes: Buffer, start: number): Decoded {
  let value = 0;
  let weight = 1;
  for (let index = 0; index < 10; index += 1) {
    const byte = u8(bytes, start + index);
    if (index < 5) value += (byte & 0x7f) * weight;
    weight *= 128;
    if ((byte & 0x80) === 0) return { value, end: start + index + 1 };
  }
  return { value, end: start + 10 };
}
