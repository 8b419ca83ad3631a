import { u8, u32 } from './bytes.ts';

/**
 * Protocol Buffers on the wire (protobuf.dev/programming-guides/encoding), as far as compiled resources need them: the
 * fields of one message, one after the other, without knowing the schema.
 */
export interface Field {
  readonly number: number;
  /** Value of a varint or fixed field below 2^53, 0 for a length-delimited one. */
  readonly value: number;
  /** Bytes of a length-delimited field; empty otherwise. */
  readonly start: number;
  readonly end: number;
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

/** Length-delimited fields of one number. */
export function* messagesOf(
  bytes: Buffer,
  start: number,
  end: number,
  number: number,
): Generator<Field, void, undefined> {
  for (const field of fieldsOf(bytes, start, end)) if (field.number === number) yield field;
}

export function textOf(bytes: Buffer, field: Field): string {
  return bytes.toString('utf8', field.start, field.end);
}

function fieldAt(bytes: Buffer, wire: number, number: number, at: number): (Field & { next: number }) | undefined {
  const none = { number, start: at, end: at };
  if (wire === 0) {
    const { value, end } = varint(bytes, at);
    return { ...none, value, next: end };
  }
  if (wire === 1) return { ...none, value: 0, next: at + 8 };
  if (wire === 5) return { ...none, value: u32(bytes, at), next: at + 4 };
  if (wire !== 2) return undefined;
  const length = varint(bytes, at);
  return { number, value: 0, start: length.end, end: length.end + length.value, next: length.end + length.value };
}

/** At most ten bytes; beyond 53 bits the value is only nearly right, which no field here needs. */
function varint(bytes: Buffer, start: number): { value: number; end: number } {
  let value = 0;
  let scale = 1;
  for (let at = start; at < start + 10; at += 1) {
    const byte = u8(bytes, at);
    value += (byte & 0x7f) * scale;
    if ((byte & 0x80) === 0) return { value, end: at + 1 };
    scale *= 128;
  }
  return { value, end: start + 10 };
}
