import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Entry, Format, Hit, Reading, Wanted } from '../../src/formats/format.ts';
import type { Problem, Text } from '../../src/model.ts';

const FIXTURES = new URL('../formats/fixtures/native/', import.meta.url);

/** A committed fixture; those ending in `.gz` are unpacked. */
export function fixture(name: string): Buffer {
  const bytes = readFileSync(new URL(name, FIXTURES));
  return name.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}

export const ANCHORS = ['amazonaws.com', 'firebaseio.com', 'windows.net', 'gs://', 'web.app'];

export const WANTED: Wanted = {
  text: (value) => ANCHORS.some((anchor) => value.includes(anchor)),
  key: (name) => name.toUpperCase() === 'STORAGE_BUCKET',
};

/** Every anchor in 8-bit and UTF-16LE, ascending; what the search gives a reader. */
export function hitsIn(bytes: Buffer, anchors: readonly string[] = ANCHORS): Hit[] {
  const found: Hit[] = [];
  for (const anchor of anchors) {
    for (const encoding of ['latin1', 'utf16le'] as const) {
      const literal = Buffer.from(anchor, encoding);
      for (let at = bytes.indexOf(literal); at !== -1; at = bytes.indexOf(literal, at + 1)) {
        found.push({ offset: at, length: literal.length, encoding });
      }
    }
  }
  return found.sort((left, right) => left.offset - right.offset);
}

export function entryOf(bytes: Buffer, name: string, base = 0): Entry {
  const place = { origin: 'artifact', path: 'app.ipa', entry: `app.ipa!/${name}` } as const;
  return { name, bytes, base, hits: hitsIn(bytes), place };
}

export interface Readings {
  readonly texts: Text[];
  readonly problems: Pick<Problem, 'kind' | 'reason'>[];
  readonly entries: Extract<Reading, { type: 'entry' }>[];
  readonly apps: Extract<Reading, { type: 'app' }>['app'][];
}

export function readAll(format: Format, entry: Entry, wanted: Wanted = WANTED): Readings {
  const readings: Readings = { texts: [], problems: [], entries: [], apps: [] };
  for (const reading of format.read(entry, wanted)) {
    if (reading.type === 'text') readings.texts.push(reading.text);
    else if (reading.type === 'problem') readings.problems.push({ kind: reading.kind, reason: reading.reason });
    else if (reading.type === 'entry') readings.entries.push(reading);
    else if (reading.type === 'app') readings.apps.push(reading.app);
  }
  return readings;
}

/** `locator: value` of every text. */
export function lines(readings: Readings): string[] {
  return readings.texts.map((text) => `${text.place.locator}: ${text.value}`);
}
