import { readFileSync } from 'node:fs';
import type { Entry, Format, Reading, Wanted } from '../../../src/formats/format.ts';
import type { AppInfo, Text } from '../../../src/model.ts';
import { compileAnchors } from '../../../src/shared/anchors.ts';

/** What the tests ask for: anchors as a recogniser would declare them, and names. */
export const ANCHORS = ['.amazonaws.com', 'firebaseio.com', 'gs://', '.web.app'];
export const KEYS = ['google_storage_bucket', 'project_id', 'com.acme.bucket', 'bucket'];

export const WANTED: Wanted = {
  text: (value) => ANCHORS.some((anchor) => value.toLowerCase().includes(anchor)),
  key: (name) => KEYS.includes(name.toLowerCase()),
};

const search = compileAnchors(
  [...ANCHORS, ...KEYS.filter((key) => key.length >= 7)],
  KEYS.filter((key) => key.length < 7),
);

export function entryOf(name: string, bytes: Buffer): Entry {
  const place = { origin: 'artifact', path: 'app.apk', entry: `app.apk!/${name}` } as const;
  return { name, bytes, base: 0, hits: search.find(bytes), place };
}

export function readingsOf(format: Format, name: string, bytes: Buffer): Reading[] {
  return [...format.read(entryOf(name, bytes), WANTED)];
}

export function textsOf(readings: readonly Reading[]): Text[] {
  return readings.flatMap((reading) => (reading.type === 'text' ? [reading.text] : []));
}

/** `locator = value`, sorted. */
export function located(readings: readonly Reading[]): string[] {
  return textsOf(readings)
    .map((text) => `${text.place.locator} = ${text.value}`)
    .sort();
}

export function textAt(readings: readonly Reading[], locator: string): Text {
  const found = textsOf(readings).find((text) => text.place.locator === locator);
  if (found === undefined) throw new Error(`no text at ${locator} among ${located(readings).join(' | ')}`);
  return found;
}

export function appOf(readings: readonly Reading[]): AppInfo | undefined {
  return readings.flatMap((reading) => (reading.type === 'app' ? [reading.app] : []))[0];
}

export function problemsOf(readings: readonly Reading[]): string[] {
  return readings.flatMap((reading) => (reading.type === 'problem' ? [`${reading.kind}: ${reading.reason}`] : []));
}

export function fixture(name: string): Buffer {
  return readFileSync(new URL(`./fixtures/${name}`, import.meta.url));
}
