/**
 * Splits shell text into simple commands (POSIX.1-2024, Shell Command Language, 2.2 to 2.10). Nothing is executed: variables are followed
 * where a literal is assigned in the same text, everything else that a shell would compute makes a word uncertain.
 */
export interface Word {
  readonly text: string;
  /** False if a part of it is only known at run time; that part stands as `\0`. */
  readonly known: boolean;
  readonly at: number;
}

export interface Command {
  readonly words: readonly Word[];
  readonly at: number;
}

/** What names stand for: a literal, or undefined for one that may be another at run time. */
export type Variables = Map<string, string | undefined>;

const UNKNOWN = '\0';
const MAX_LENGTH = 1024 * 1024;
const MAX_DEPTH = 40;

/** Reserved words and wrappers in front of the command that is meant. */
const PREFIXES = new Set([
  'if',
  'then',
  'elif',
  'else',
  'do',
  'while',
  'until',
  '!',
  '{',
  '}',
  'time',
  'sudo',
  'exec',
  'command',
  'nohup',
]);

/** Never throws. `variables` takes up what the text assigns. */
export function parseShell(text: string, variables: Variables = new Map()): readonly Command[] {
  if (text.length > MAX_LENGTH) return [];
  return new Scanner(text, variables).commands();
}

/** One walk over a text; a class, as position and pending here-documents belong together. */
class Scanner {
  readonly #text: string;
  readonly #variables: Variables;
  #at = 0;
  #heredocs: { readonly mark: string; readonly tabs: boolean }[] = [];

  constructor(text: string, variables: Variables) {
    this.#text = text;
    this.#variables = variables;
  }

  commands(): readonly Command[] {
    const commands: Command[] = [];
    let words: Word[] = [];
    const flush = () => {
      const command = this.#command(words);
      if (command !== undefined) commands.push(command);
      words = [];
    };
    while (this.#at < this.#text.length) {
      const character = this.#text[this.#at] ?? '';
      if (character === '\n') {
        flush();
        this.#at++;
        this.#passHeredocs();
      } else if (character === '\\' && /^\\\r?\n/.test(this.#text.slice(this.#at, this.#at + 3))) {
        this.#at += this.#text[this.#at + 1] === '\r' ? 3 : 2;
      } else if (/[ \t\r]/.test(character)) this.#at++;
      else if (character === '#') this.#at = this.#endOfLine();
      else if (/[;&|()]/.test(character)) {
        flush();
        this.#at++;
      } else if (this.#isRedirection()) this.#passRedirection();
      else words.push(this.#word());
    }
    flush();
    return commands;
  }

  /** Takes up assignments, and leaves out what stands in front of a command. */
  #command(words: readonly Word[]): Command | undefined {
    let index = 0;
    const assigned: (readonly [string, string | undefined])[] = [];
    for (; index < words.length; index++) {
      const word = words[index];
      if (word === undefined) break;
      const [, name, value] = /^([A-Za-z_]\w*)=([\s\S]*)$/.exec(word.text) ?? [];
      if (name !== undefined) assigned.push([name, word.known ? value : undefined]);
      else if (!PREFIXES.has(word.text)) break;
    }
    const rest = words.slice(index);
    const [first] = rest;
    // In front of a command an assignment holds for that command alone.
    if (first === undefined) {
      for (const [name, value] of assigned) this.#assign(name, value);
      return undefined;
    }
    if (['export', 'readonly', 'local', 'declare', 'set', 'ENV'].includes(first.text)) {
      for (const { text, known } of rest.slice(1)) {
        const [, name, value] = /^([A-Za-z_]\w*)=([\s\S]*)$/.exec(text) ?? [];
        if (name !== undefined) this.#assign(name, known ? value : undefined);
      }
      return undefined;
    }
    if (first.text === 'read' || first.text === 'for')
      for (const { text } of rest.slice(1, 2)) this.#assign(text, undefined);
    return { words: rest, at: first.at };
  }

  /** A name that is given two values may have either. */
  #assign(name: string, value: string | undefined): void {
    const known = !this.#variables.has(name) || this.#variables.get(name) === value;
    this.#variables.set(name, known ? value : undefined);
  }

  #endOfLine(): number {
    const end = this.#text.indexOf('\n', this.#at);
    return end === -1 ? this.#text.length : end;
  }

  #isRedirection(): boolean {
    return /^\d?[<>]/.test(this.#text.slice(this.#at, this.#at + 2));
  }

  #passRedirection(): void {
    const [operator = '>'] =
      /^\d?(?:<<<|<<-?|>>|>&|<&|>\||<>|&>|[<>])/.exec(this.#text.slice(this.#at, this.#at + 5)) ?? [];
    this.#at += operator.length;
    while (/[ \t]/.test(this.#text[this.#at] ?? '')) this.#at++;
    if (this.#text[this.#at] === '(') return;
    if (!/[\n;&|]/.test(this.#text[this.#at] ?? '\n')) {
      const { text } = this.#word();
      if (operator.endsWith('<<') || operator.endsWith('<<-'))
        this.#heredocs.push({ mark: text, tabs: operator.endsWith('-') });
    }
  }

  /** The lines of here-documents are data, whatever they look like. */
  #passHeredocs(): void {
    for (const { mark } of this.#heredocs) {
      while (this.#at < this.#text.length) {
        const end = this.#endOfLine();
        const line = this.#text.slice(this.#at, end).trim();
        this.#at = Math.min(this.#text.length, end + 1);
        if (line === mark) break;
      }
    }
    this.#heredocs = [];
  }

  #word(): Word {
    const start = this.#at;
    let text = '';
    while (this.#at < this.#text.length) {
      const character = this.#text[this.#at] ?? '';
      if (/[\s;&|()<>]/.test(character)) break;
      if (character === "'") text += this.#single();
      else if (character === '"') text += this.#double();
      else if (character === '\\') {
        if (/^\\\r?\n/.test(this.#text.slice(this.#at, this.#at + 3))) {
          this.#at += this.#text[this.#at + 1] === '\r' ? 3 : 2;
          continue;
        }
        text += this.#text[this.#at + 1] ?? '';
        this.#at += 2;
      } else if (character === '$' || character === '`') text += this.#expansion(0);
      else {
        text += character;
        this.#at++;
      }
    }
    if (this.#at === start) this.#at++;
    return { text, known: !text.includes(UNKNOWN), at: start };
  }

  #single(): string {
    const end = this.#text.indexOf("'", this.#at + 1);
    const stop = end === -1 ? this.#text.length : end;
    const text = this.#text.slice(this.#at + 1, stop);
    this.#at = Math.min(this.#text.length, stop + 1);
    return text;
  }

  #double(): string {
    let text = '';
    this.#at++;
    while (this.#at < this.#text.length && this.#text[this.#at] !== '"') {
      const character = this.#text[this.#at] ?? '';
      if (character === '\\') {
        const next = this.#text[this.#at + 1] ?? '';
        text += next === '\n' ? '' : /["\\$`]/.test(next) ? next : `\\${next}`;
        this.#at += 2;
      } else if (character === '$' || character === '`') text += this.#expansion(0);
      else {
        text += character;
        this.#at++;
      }
    }
    this.#at++;
    return text;
  }

  /** `$X`, `${X}`, `${X:-y}`, `$(…)`, `` `…` ``, and GitHub's `${{ env.X }}`. */
  #expansion(depth: number): string {
    const rest = this.#text.slice(this.#at, this.#at + 200);
    const github = /^\$\{\{\s{0,8}(?:env\.([A-Za-z_]\w*))?[^}]{0,180}\}\}/.exec(rest);
    if (github !== null) return this.#take(github[0].length, github[1]);
    const plain = /^\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/.exec(rest);
    if (plain !== null) return this.#take(plain[0].length, plain[1] ?? plain[2]);
    // Make writes its variables so; in a shell it is a command, whose output is not known.
    const make = /^\$\(([A-Za-z_]\w*)\)/.exec(rest);
    if (make !== null) return this.#take(make[0].length, make[1]);
    if (rest.startsWith('`')) {
      const end = this.#text.indexOf('`', this.#at + 1);
      return this.#take((end === -1 ? this.#text.length : end + 1) - this.#at, undefined);
    }
    if (rest.startsWith('$(') || rest.startsWith('${')) {
      this.#passBrackets(depth);
      return UNKNOWN;
    }
    if (/^\$[\d@*#?!$-]/.test(rest)) return this.#take(2, undefined);
    return this.#take(1, undefined, '$');
  }

  #take(length: number, name: string | undefined, otherwise: string = UNKNOWN): string {
    this.#at += length;
    return (name === undefined ? undefined : this.#variables.get(name)) ?? otherwise;
  }

  #passBrackets(depth: number): void {
    const open = this.#text[this.#at + 1] ?? '(';
    const close = open === '(' ? ')' : '}';
    this.#at += 2;
    while (this.#at < this.#text.length && this.#text[this.#at] !== close) {
      const character = this.#text[this.#at] ?? '';
      if (character === "'" && open === '(') this.#single();
      else if (character === '\\') this.#at += 2;
      else if (character === open && depth < MAX_DEPTH) {
        this.#at--;
        this.#passBrackets(depth + 1);
      } else this.#at++;
    }
    this.#at++;
  }
}

/** Options and the rest of a command line: `--x=y`, `--x y`, `-x y`. Which options take a value is told by `valued`. */
export interface Arguments {
  readonly options: ReadonlyMap<string, Word>;
  readonly rest: readonly Word[];
}

export function argumentsOf(words: readonly Word[], valued: (option: string) => boolean): Arguments {
  const options = new Map<string, Word>();
  const rest: Word[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (word === undefined) continue;
    const equals = word.text.startsWith('--') ? word.text.indexOf('=') : -1;
    if (equals !== -1) {
      const text = word.text.slice(equals + 1);
      options.set(word.text.slice(0, equals), { ...word, text, known: !text.includes(UNKNOWN) });
    } else if (!/^-[A-Za-z-]/.test(word.text)) rest.push(word);
    else if (valued(word.text)) {
      const value = words[++index];
      if (value !== undefined) options.set(word.text, value);
    } else options.set(word.text, { ...word, text: '' });
  }
  return { options, rest };
}
