import { type Instance, instances, PAGE } from '../../shared/wasm.ts';
import { ARCHIVE, CODE as CODE_FILE, FOLDER, ROW } from '../zip-row.ts';
import { CODE } from './code.ts';

/** What stands in the headers of a central directory, one behind the other. */
export interface Headers {
  readonly rows: Float64Array;
  /** Where the first header would be that there is not, or that is not whole. */
  readonly end: number;
  /** Their offsets are. */
  readonly ascending: boolean;
}

/** Names of what is more than one file, or code, by their endings. */
const ENDINGS: readonly (readonly [trait: number, endings: readonly string[]])[] = [
  [FOLDER, ['/']],
  [CODE_FILE, ['.dex', '.js', '.jsbundle', '.bundle']],
  [ARCHIVE, ['.apk', '.aab', '.apks', '.aar', '.jar', '.zip', '.ipa']],
];

interface Place {
  readonly value: number;
}

interface Exports {
  readonly begin: () => void;
  readonly read: (size: number, isLast: boolean, base: number, shift: number, most: number) => number;
  readonly consumed: () => number;
  readonly isAscending: () => number;
  readonly ENDINGS: Place;
  readonly WINDOW: Place;
  readonly WINDOW_ROOM: Place;
  readonly ROWS: Place;
  readonly END: Place;
}

/** More than what is laid out in assembly.ts; its end is checked against this. */
const PAGES = 10;

const instance = instances<Exports>(CODE);
let own: Instance<Exports> | undefined;

function program(): Instance<Exports> {
  const made = instance(PAGES);
  if (made.code.END.value > PAGES * PAGE) throw new Error('too little memory');
  const endings = ENDINGS.flatMap(([trait, all]) =>
    all.map((ending) => [ending.length, trait, ...Buffer.from(ending)]),
  );
  Buffer.from(made.memory).set(endings.flat(), made.code.ENDINGS.value);
  return made;
}

/** Reads headers as long as there are some, `most` at the most. `shift` is added to their offsets. */
export function readHeaders(bytes: Buffer, shift: number, most: number): Headers {
  own ??= program();
  const { code, memory } = own;
  const window = new Uint8Array(memory, code.WINDOW.value, code.WINDOW_ROOM.value);
  const parts: Float64Array[] = [];
  let count = 0;
  let end = 0;
  code.begin();
  while (count < most && end < bytes.length) {
    const part = bytes.subarray(end, end + window.length);
    window.set(part);
    const isLast = end + part.length === bytes.length;
    const read = code.read(part.length, isLast, end, shift, most - count);
    if (read === 0) break;
    parts.push(new Float64Array(memory, code.ROWS.value, ROW * read).slice());
    count += read;
    end += code.consumed();
  }
  return { rows: joined(parts, count), end, ascending: code.isAscending() !== 0 };
}

function joined(parts: readonly Float64Array[], count: number): Float64Array {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const rows = new Float64Array(ROW * count);
  let at = 0;
  for (const part of parts) {
    rows.set(part, at);
    at += part.length;
  }
  return rows;
}
