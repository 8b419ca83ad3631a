import path from 'node:path';
import { type Meter, stateOf } from './artifacts/meter.ts';
import { visible } from './reports/escape.ts';
import { bytesInWords } from './reports/words.ts';

/** Shows how far the reading of artifacts has come. */
export interface Progress {
  /** From here on the artifact is shown, as far as the meter says; the result is the end of that. */
  readonly begin: (artifact: string, meter: Meter) => () => void;
}

/** The terminal's last line, which is written again and again. Other lines go above it. */
export interface StatusLine extends Progress {
  readonly above: (line: string) => void;
}

export interface Terminal {
  readonly write: (text: string) => unknown;
  readonly columns?: number;
}

const EVERY_MILLISECONDS = 200;
const USUAL_COLUMNS = 80;
/** To the line's beginning, and erase it (ECMA-48, EL). */
const ERASE = '\r\x1b[K';

/** Whether lines on this stream can be written again, and somebody is there to see it. */
export function isWatched(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  return stream.isTTY === true && env.CI === undefined && env.TERM !== 'dumb';
}

export function statusLine(terminal: Terminal): StatusLine {
  const running = new Map<Meter, string>();
  let timer: NodeJS.Timeout | undefined;
  let shown = '';
  const show = (line: string) => {
    if (line !== shown) terminal.write(`${ERASE}${line}`);
    shown = line;
  };
  const draw = () => {
    const states = Array.from(running, ([meter, name]) => ({ name, ...stateOf(meter) }));
    show(progressInWords(states, terminal.columns || USUAL_COLUMNS));
  };
  return {
    begin: (artifact, meter) => {
      running.set(meter, path.basename(artifact));
      // A failure elsewhere ends the process, whatever is still shown.
      timer ??= setInterval(draw, EVERY_MILLISECONDS).unref();
      return () => {
        running.delete(meter);
        if (running.size > 0) return;
        clearInterval(timer);
        timer = undefined;
        show('');
      };
    },
    above: (line) => {
      show('');
      terminal.write(`${line}\n`);
    },
  };
}

/** What one artifact has come to. */
export interface State {
  readonly name: string;
  readonly read: number;
  /** Nothing where it is not known yet. */
  readonly size: number;
}

/** `45 % of 500.0 MB  app.apk`, and so on for those that are read at the same time, in less than a line. */
export function progressInWords(states: readonly State[], columns: number): string {
  return fitting(states.map(stateInWords).join(' · '), columns - 1);
}

function stateInWords({ name, read, size }: State): string {
  const plain = visible(name);
  if (size === 0) return plain;
  return `${String(Math.floor((100 * read) / size)).padStart(3)} % of ${bytesInWords(size)}  ${plain}`;
}

/** From here on (Hangul Jamo) a character may take two columns; before it none does. */
const FIRST_WIDE = 0x1100;

/** A longer line would go on in the next one, which is not erased with it. */
function fitting(text: string, columns: number): string {
  let left = columns;
  let kept = '';
  for (const character of text) {
    const width = (character.codePointAt(0) ?? 0) >= FIRST_WIDE ? 2 : 1;
    if (width > left) return kept === '' ? '' : `${[...kept].slice(0, -1).join('')}…`;
    left -= width;
    kept += character;
  }
  return kept;
}
