import { type Instance, instances } from '../../shared/wasm.ts';
import { ARCHIVE, BYTECODE, FOLDER, SCRIPT } from '../zip-row.ts';
import { CODE } from './code.ts';

interface Place {
  readonly value: number;
}

/** What assembly.ts exports. */
interface Exports {
  readonly begin: () => void;
  readonly read: (size: number, isLast: boolean, base: number, shift: number, count: number, most: number) => number;
  readonly consumed: () => number;
  readonly isAscending: () => number;
  readonly weigh: (
    count: number,
    fileSize: number,
    comparedFrom: number,
    wholeBytes: number,
    alone: boolean,
    large: number,
  ) => number;
  readonly lend: (count: number, large: number, largeCount: number) => void;
  readonly take: (count: number, mask: number, lent: number, own: number) => number;
  readonly cut: (own: number, count: number, cuts: number) => number;
  readonly partEntries: Place;
  readonly partBytes: Place;
  readonly allBytes: Place;
  readonly doubles: Place;
  readonly firstDouble: Place;
  readonly ENDINGS: Place;
  readonly WINDOW: Place;
  readonly WINDOW_ROOM: Place;
  readonly ROWS: Place;
}

/** Names of folders, code, and what is more than one file, by their endings. */
const ENDINGS: readonly (readonly [trait: number, endings: readonly string[]])[] = [
  [FOLDER, ['/']],
  [BYTECODE, ['.dex']],
  [SCRIPT, ['.js', '.jsbundle', '.bundle']],
  [ARCHIVE, ['.apk', '.aab', '.apks', '.aar', '.jar', '.zip', '.ipa']],
];

const PAGES = 10;

const instance = instances<Exports>(CODE);

/** The rows of one archive's directory stand in its memory: to hold them elsewhere, too, would be twice as much. */
export type DirectoryProgram = Instance<Exports>;

/** Those that are not in use. */
const idle: DirectoryProgram[] = [];

export function takeDirectoryProgram(): DirectoryProgram {
  return idle.pop() ?? prepared();
}

export function giveBackDirectoryProgram(program: DirectoryProgram): void {
  idle.push(program);
}

function prepared(): DirectoryProgram {
  const made = instance(PAGES);
  const endings = ENDINGS.flatMap(([trait, all]) =>
    all.flatMap((ending) => [ending.length, trait, ...Buffer.from(ending)]),
  );
  new Uint8Array(made.memory).set(endings, made.code.ENDINGS.value);
  return made;
}
