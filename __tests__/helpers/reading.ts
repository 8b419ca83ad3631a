import type { Entry, Format, Reading, Wanted } from '../../src/formats/format.ts';
import type { Text } from '../../src/model.ts';
import { compileAnchors } from '../../src/shared/anchors.ts';

export const ANCHORS = ['amazonaws.com', 'firebaseio.com', 'appspot.com', 'AccountKey='];
export const KEYS = ['google_storage_bucket', 'storage_bucket', 'supabase_key'];

export const WANTED: Wanted = {
  text: (value) => ANCHORS.some((anchor) => value.toLowerCase().includes(anchor.toLowerCase())),
  key: (name) => KEYS.includes(name.toLowerCase()),
};

const search = compileAnchors(ANCHORS);

/** The entry as the pipeline would hand it to a reader. */
export function entryOf(bytes: Buffer, name: string): Entry {
  const place = { origin: 'artifact', path: 'app.apk', entry: `app.apk!/${name}` } as const;
  return { name, bytes, base: 0, hits: search.find(bytes), place };
}

export function readAll(format: Format, bytes: Buffer, name: string): Reading[] {
  return [...format.read(entryOf(bytes, name), WANTED)];
}

export function textsOf(readings: readonly Reading[]): Text[] {
  return readings.flatMap((reading) => (reading.type === 'text' ? [reading.text] : []));
}

export function textsIn(format: Format, content: string, name: string): Text[] {
  return textsOf(readAll(format, Buffer.from(content), name));
}

export function problemsOf(readings: readonly Reading[]): string[] {
  return readings.flatMap((reading) => (reading.type === 'problem' ? [`${reading.kind}: ${reading.reason}`] : []));
}
