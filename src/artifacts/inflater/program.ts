import { instances, PAGE } from '../../shared/wasm.ts';
import { CODE } from './code.ts';

export interface Place {
  readonly value: number;
}

/** What assembly.ts exports. */
export interface Program {
  readonly begin: () => void;
  readonly compact: () => number;
  readonly give: (size: number, last: boolean) => void;
  readonly run: () => number;
  readonly makeRoom: () => void;
  readonly end: () => number;
  readonly unused: () => number;
  readonly unpack: (count: number, stretch: number, packed: number, names: number, most: number) => number;
  readonly otherNamesEnd: Place;
  readonly neededEnd: Place;
  readonly BEGINS: Place;
  readonly SIGNS: Place;
  readonly OTHER_NAMES: Place;
  readonly NEEDED: Place;
  readonly INPUT: Place;
  readonly INPUT_ROOM: Place;
  readonly OUTPUT: Place;
  readonly ROWS: Place;
  readonly CONTENTS: Place;
  readonly NAMES: Place;
  readonly PACKED: Place;
  readonly UNPACKED: Place;
  readonly END: Place;
}

/** More than what is laid out in assembly/layout.ts, the end of which is checked against this. What is not written to takes no memory. */
const PAGES = 60;

const instance = instances<Program>(CODE);

export function createProgram(): { readonly code: Program; readonly memory: ArrayBuffer } {
  const { code, memory } = instance(PAGES);
  if (code.END.value > PAGES * PAGE) throw new Error('too little memory');
  return { code, memory };
}
