import type { AppInfo, Problem, Text } from '../model.ts';
import type { AnchorSearch } from '../shared/anchors.ts';
import { messageOf } from '../shared/errors.ts';
import { decodedReadings, mayBeEncoded } from './decoded.ts';
import { ASCII_BLANKS, type Entry, type Format, type Hint, type Reading, type Wanted } from './format.ts';

/** What comes out of an entry and all that is made from it. */
export type EntryReading =
  | { readonly type: 'text'; readonly text: Text }
  | { readonly type: 'app'; readonly app: AppInfo }
  | { readonly type: 'map-id'; readonly mapId: string }
  | { readonly type: 'mapping'; readonly text: string }
  | { readonly type: 'problem'; readonly problem: Problem };

export interface Reader {
  readonly formats: readonly Format[];
  readonly search: AnchorSearch;
  readonly wanted: Wanted;
}

/** An entry made from an entry may hold one more (an assembly in a store in a library), not an endless row. */
const MAX_DEPTH = 3;
const MAX_READINGS = 200_000;
/** Texts of an entry that may be asked for what stands around them: each costs a search. An app holds a few keys. */
const MAX_ASKED = 5_000;

/** The format that reads an entry; pieces of a large entry are read as raw text, which the last format does. */
export function formatOf(
  formats: readonly Format[],
  entry: Pick<Entry, 'name' | 'bytes' | 'base' | 'piece'>,
): Format | undefined {
  if (entry.base > 0 || entry.piece) return formats.at(-1);
  return snifferOf(formats)(entry.bytes.subarray(0, 4096), entry.name);
}

interface Always {
  /** Whether some reader wants the entry whatever the search says; `head` holds its first bytes. */
  readonly always: (head: Buffer, name: string) => boolean;
  /** Whether an entry has to be read in which the search saw nothing. */
  readonly withoutHits: (bytes: Buffer, name: string) => boolean;
}

export function compileAlways(formats: readonly Format[]): Always {
  // Those behind the last one that is always read need not be asked, of every entry of every app.
  const sniff = compileSniffer(formats.slice(0, formats.findLastIndex(({ when }) => when === 'always') + 1));
  return {
    always: (head, name) => sniff(head, name)?.when === 'always',
    withoutHits: (bytes, name) => {
      const format = sniff(bytes, name);
      return format !== undefined && isReadWithoutHits(format, bytes);
    },
  };
}

function isReadWithoutHits({ when, mayHide }: Format, bytes: Buffer): boolean {
  return when === 'always' && (mayHide === undefined || mayHide(bytes));
}

/** What neither begins so nor has such a name need not be asked about, unless it is too short to tell. */
export function alwaysHints(formats: readonly Format[]): readonly Hint[] {
  return formats.flatMap(({ when, hint }) => (when === 'always' ? [hint ?? ANYTHING] : []));
}

const ANYTHING: Hint = { names: /^/ };

/** The first format whose sniff says yes. */
type Sniffer = (head: Buffer, name: string) => Format | undefined;

const sniffers = new WeakMap<readonly Format[], Sniffer>();

function snifferOf(formats: readonly Format[]): Sniffer {
  const known = sniffers.get(formats);
  if (known !== undefined) return known;
  const made = compileSniffer(formats);
  sniffers.set(formats, made);
  return made;
}

/** Asks only those formats whose hints allow it. */
function compileSniffer(formats: readonly Format[]): Sniffer {
  const byFirstByte: (readonly Format[] | undefined)[] = [];
  const beginningWith = (byte: number) => {
    byFirstByte[byte] ??= formats.filter(({ hint }) => mayBegin(hint, byte));
    return byFirstByte[byte];
  };
  const named = anyOf(formats.flatMap(({ hint }) => hint?.names ?? []));
  return (head, name) => {
    const first = head[0];
    const asked = first === undefined || named.test(name) ? formats : beginningWith(first);
    for (const format of asked) if (format.sniff(head, name)) return format;
    return undefined;
  };
}

function mayBegin(hint: Hint | undefined, byte: number): boolean {
  if (hint === undefined) return true;
  const { begins = [], signs = [] } = hint;
  return (
    begins.some((one) => one.charCodeAt(0) === byte) ||
    signs.includes(byte) ||
    (signs.length > 0 && ASCII_BLANKS.includes(byte))
  );
}

function anyOf(patterns: readonly RegExp[]): RegExp {
  return patterns.length === 0 ? /(?!)/ : new RegExp(patterns.map(({ source }) => source).join('|'), 'i');
}

/** Reads one entry, and what its reader makes of it. A reader that fails costs its own entry only. */
export function* readEntry(reader: Reader, entry: Entry, depth = 0): Generator<EntryReading, void, undefined> {
  const format = formatOf(reader.formats, entry);
  if (format === undefined || (entry.hits.length === 0 && !isReadWithoutHits(format, entry.bytes))) return;
  let broken = false;
  let count = 0;
  const asking = { left: MAX_ASKED };
  for (const reading of guarded(format, entry, reader.wanted)) {
    count += 1;
    if (count > MAX_READINGS) {
      yield problemOf(entry, 'limit', `more than ${MAX_READINGS} texts; the rest was not read`);
      break;
    }
    if (reading.type === 'problem') {
      broken ||= reading.kind === 'malformed' || reading.kind === 'unsupported';
      yield problemOf(entry, reading.kind, reading.reason);
    } else if (reading.type === 'entry') {
      yield* readInner(reader, entry, reading.name, reading.bytes, depth);
    } else if (reading.type === 'text') {
      const text = askedWithin(asking, reading.text);
      yield { type: 'text', text };
      if (mayBeEncoded(text, reader.wanted)) yield* readDecoded(reader, entry, text, depth);
    } else {
      yield reading;
    }
  }
  if (asking.left < 0) {
    const reason = `more than ${MAX_ASKED} keys and names that need what stands beside them; the rest stands alone`;
    yield problemOf(entry, 'limit', reason);
  }
  // What a reader could not take apart still shows its plain strings.
  const raw = reader.formats.at(-1);
  if (broken && raw !== undefined && raw !== format && entry.hits.length > 0) {
    for (const reading of guarded(raw, entry, reader.wanted)) {
      if (reading.type === 'text') yield reading;
    }
  }
}

function askedWithin(asking: { left: number }, text: Text): Text {
  const { around } = text;
  if (around === undefined) return text;
  return {
    ...text,
    around: () => {
      asking.left -= 1;
      return asking.left < 0 ? [] : around();
    },
  };
}

function* readDecoded(
  reader: Reader,
  entry: Entry,
  text: Text,
  depth: number,
): Generator<EntryReading, void, undefined> {
  for (const reading of decodedReadings(text, reader.wanted)) {
    if (reading.type === 'entry') yield* readInner(reader, entry, reading.name, reading.bytes, depth);
    else if (reading.type === 'text') yield reading;
  }
}

function* readInner(
  reader: Reader,
  outer: Entry,
  name: string,
  bytes: Buffer,
  depth: number,
): Generator<EntryReading, void, undefined> {
  if (depth >= MAX_DEPTH) {
    yield problemOf(outer, 'limit', `${name}: nested more than ${MAX_DEPTH} deep`);
    return;
  }
  const chain = `${outer.place.entry ?? outer.name}!/${name}`;
  yield* readEntry(
    reader,
    { name, bytes, base: 0, hits: reader.search.find(bytes), place: { ...outer.place, entry: chain } },
    depth + 1,
  );
}

/** A reader must not throw; if one does, it is our defect, and the user is told which entry was lost. */
function* guarded(format: Format, entry: Entry, wanted: Wanted): Generator<Reading, void, undefined> {
  try {
    yield* format.read(entry, wanted);
  } catch (error) {
    yield { type: 'problem', kind: 'malformed', reason: `${format.id} reader failed: ${messageOf(error)}` };
  }
}

function problemOf(entry: Entry, kind: Problem['kind'], reason: string): EntryReading {
  return {
    type: 'problem',
    problem: {
      kind,
      path: entry.place.path,
      ...(entry.place.entry === undefined ? {} : { entry: entry.place.entry }),
      reason,
    },
  };
}
