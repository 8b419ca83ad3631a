import { instances } from '../../shared/wasm.ts';
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

interface Running {
  readonly code: Program;
  readonly memory: ArrayBuffer;
}

/**
 * More than what is laid out in assembly/layout.ts, the end of which is checked against this: all of it, and what it takes to inflate.
 * What is not written to takes no memory, but V8 collects garbage the sooner.
 */
const PAGES = 60;
const INFLATER_PAGES = 14;

const instance = instances<Program>(CODE);

/** Inflates, and unpacks entries. */
export function createProgram(): Running {
  return checked(instance(PAGES), ({ END }) => END);
}

/** Inflates only. */
export function createInflatingProgram(): Running {
  return checked(instance(INFLATER_PAGES), ({ ROWS }) => ROWS);
}

function checked(running: Running, end: (code: Program) => Place): Running {
  if (end(running.code).value > running.memory.byteLength) throw new Error('too little memory');
  return running;
}
