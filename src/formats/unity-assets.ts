import { MAX_TEXT_LENGTH } from '../model.ts';
import { isTextByte, type Run, runsAround, stringsNear } from '../shared/runs.ts';
import type { Entry, Format, Hit, Reading } from './format.ts';

/**
 * A file of serialized Unity objects: scenes (`level0`), `sharedassets0.assets`, `resources.assets`, the `CAB-…` files of an
 * archive. Each string is a u32 length, UTF-8, and zeros up to the next four bytes, whatever the object.
 */
const UNITY_VERSION = /^[1-9]\d{0,3}\.\d{1,2}\.\d{1,3}[a-z]\d/;
/** The editor's version stands behind the header, which has grown with format 22. */
const VERSION_AT = [20, 48];
const MAX_STRING = 16 * 1024 * 1024;
/** A text of this length that begins as JSON or XML is a file of its own: a TextAsset. */
const FILE_FROM = 64;
const MAX_NAME = 128;

export const unityAssets: Format = {
  id: 'unity-assets',
  title: 'Unity serialized file (scenes, .assets)',
  docs: {
    reads:
      'Strings of scripts, scenes and ScriptableObjects exactly, by the length before them; text assets that hold JSON or XML as entries of their own, by their name.',
    locator: '`unity string`',
    blind: 'Which object and field a string belongs to; little-endian data only, as all mobile builds have it.',
    source: ['https://github.com/K0lb3/UnityPy'],
  },
  sniff: (head) => {
    const format = head.length >= 64 ? head.readUInt32BE(8) : 0;
    return (
      format >= 9 && format <= 64 && VERSION_AT.some((at) => UNITY_VERSION.test(head.toString('latin1', at, at + 16)))
    );
  },
  when: 'hits',
  read,
};

function* read(entry: Entry): Generator<Reading, void, undefined> {
  const { bytes } = entry;
  let readTo = 0;
  const loose: Hit[] = [];
  for (const hit of entry.hits) {
    if (hit.offset < readTo) continue;
    const string = hit.encoding === 'latin1' ? stringOver(bytes, hit, readTo) : undefined;
    if (string === undefined) {
      loose.push(hit);
      continue;
    }
    readTo = string.end;
    const value = bytes.toString('utf8', string.offset, string.end);
    if (isFile(value)) {
      const name = nameBefore(bytes, string.offset - 4) ?? `text at ${string.offset}`;
      yield { type: 'entry', name, bytes: bytes.subarray(string.offset, string.end) };
    } else {
      yield textOf(entry, { ...string, value, encoding: 'utf8' }, 'unity string');
    }
  }
  for (const run of runsAround(bytes, loose)) yield textOf(entry, run);
}

function textOf(entry: Entry, run: Run, locator?: string): Reading {
  const place = { ...entry.place, offset: entry.base + run.offset };
  const around = () => stringsNear(entry.bytes, run).map(({ value }) => ({ value }));
  const located = locator === undefined ? place : { ...place, locator };
  return { type: 'text', text: { value: run.value, place: located, around } };
}

/**
 * The string over a hit. Its length is below 16 MiB, so that the byte before its first character is zero: walking back over
 * text ends at its start. Nothing before `floor`, where the last string ended, is walked over again.
 */
function stringOver(bytes: Buffer, hit: Hit, floor: number): Pick<Run, 'offset' | 'end'> | undefined {
  let offset = hit.offset;
  const low = Math.max(4, floor, offset - MAX_STRING);
  while (offset > low && isStringByte(bytes[offset - 1] ?? 0)) offset -= 1;
  const end = offset < 4 ? 0 : offset + bytes.readUInt32LE(offset - 4);
  const fits = end >= hit.offset + hit.length && end <= bytes.length && end - offset <= MAX_STRING;
  return fits ? { offset, end } : undefined;
}

function isStringByte(byte: number): boolean {
  return byte >= 0x80 || isTextByte(byte);
}

function isFile(value: string): boolean {
  return value.length > MAX_TEXT_LENGTH || (value.length >= FILE_FROM && /^\uFEFF?\s{0,100}[{[<]/.test(value));
}

/** The name of a text asset is the string right before its text. `at`: where the length of the text stands. */
function nameBefore(bytes: Buffer, at: number): string | undefined {
  for (let start = at - 4; start >= Math.max(4, at - MAX_NAME); start -= 4) {
    const length = bytes.readUInt32LE(start - 4);
    if (length === 0 || start + length > at || at - start - length > 3) continue;
    const name = bytes.toString('utf8', start, start + length);
    return /^[^\x00-\x1f\x7f\ufffd]+$/.test(name) ? name : undefined;
  }
  return undefined;
}
