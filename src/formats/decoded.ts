import type { Text } from '../model.ts';
import { type Decoded, decodedForms } from '../shared/decode.ts';
import type { Reading, Wanted } from './format.ts';

const ESCAPED = /%[0-9A-Fa-f]{2}|\\(?:[uU][0-9A-Fa-f]{4}|u\{|x[0-9A-Fa-f]{2}|[01][0-7]{2}|\/)/;
/** Structured content is read by the format it has. */
const STRUCTURED = /^\s{0,100}(?:[{[]|<[?A-Za-z])/;

/** False for most texts: nothing of them is encoded that is wanted. */
export function mayBeEncoded({ value }: Text, wanted: Wanted): boolean {
  return wanted.encoded?.(value) !== false || ESCAPED.test(value);
}

/** What a text says behind one level of base64, percent encoding or escapes, where that is wanted. */
export function* decodedReadings(text: Text, wanted: Wanted): Generator<Reading, void, undefined> {
  for (const form of decodedForms(text.value)) {
    if (!wanted.text(form.value)) continue;
    yield form.encoding === 'base64' && STRUCTURED.test(form.value) ? entryOf(text, form) : textOf(text, form);
  }
}

function entryOf(text: Text, form: Decoded): Reading {
  const name = `base64 of ${text.place.locator ?? `offset ${text.place.offset ?? 0}`}`;
  return { type: 'entry', name, bytes: Buffer.from(form.value) };
}

/** Percent encoding and escapes leave a text where it is; that it was base64 a reader of the report has to know. */
function textOf(text: Text, { value, encoding }: Decoded): Reading {
  if (encoding !== 'base64') return { type: 'text', text: { ...text, value } };
  const locator = text.place.locator === undefined ? 'base64' : `${text.place.locator} base64`;
  return { type: 'text', text: { ...text, value, place: { ...text.place, locator } } };
}
