import type { Entry, ScriptCall, Wanted, WantedCall } from '../format.ts';
import { anchorsIn, namesOneOf } from '../script-calls.ts';
import type { HermesProgram, Sought } from './program.ts';
import type { HermesTable } from './table.ts';

/** Which calls of a bundle hand a name to the SDK of a backend. */

export interface Argument {
  readonly key: string;
  readonly id: number;
  readonly caller: { readonly function: number; readonly name: number };
}

const MAX_KEY_LENGTH = 128;
/** Arguments that are handed on for each call. */
const MAX_ARGUMENTS = 256;

/** What of the code is worth following, by the numbers of the strings. */
export function soughtFor(entry: Entry, table: HermesTable, strings: ReadonlySet<number>, wanted: Wanted): Sought {
  const methods = new Set(callsIn(entry, wanted).map(({ script }) => script.method));
  const known = new Map<number, boolean>();
  const key = (id: number): boolean => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const name = nameAt(entry, table, id);
    const answer = name !== undefined && wanted.key(name);
    known.set(id, answer);
    return answer;
  };
  return { strings, names: methods.size === 0 ? new Set() : idsOf(entry, table, methods), key };
}

function callsIn(entry: Entry, { calls = [] }: Wanted): readonly (WantedCall & { readonly script: ScriptCall })[] {
  const anchors = anchorsIn(entry);
  return calls.flatMap((call) =>
    call.script !== undefined && namesOneOf(anchors, call.script.beside) ? [{ ...call, script: call.script }] : [],
  );
}

function idsOf(entry: Entry, table: HermesTable, names: ReadonlySet<string>): ReadonlySet<number> {
  const lengths = new Set([...names].map(({ length }) => length));
  const ids = new Set<number>();
  for (let id = 0; id < table.count; id += 1) {
    const range = table.rangeOf(id);
    if (range === undefined || !lengths.has(range.end - range.start)) continue;
    if (names.has(entry.bytes.toString('latin1', range.start, range.end))) ids.add(id);
  }
  return ids;
}

function nameAt(entry: Entry, table: HermesTable, id: number): string | undefined {
  const range = table.rangeOf(id);
  if (range === undefined || range.end - range.start > MAX_KEY_LENGTH) return undefined;
  return entry.bytes.toString(range.encoding, range.start, range.end);
}

/** Each argument once for each wanted call. */
export function* argumentsOf(
  entry: Entry,
  table: HermesTable,
  calls: HermesProgram['calls'],
  wanted: Wanted,
): Generator<Argument, void, undefined> {
  const name = (id: number | undefined): string | undefined =>
    id === undefined ? undefined : nameAt(entry, table, id);
  for (const { key, script } of callsIn(entry, wanted)) {
    const seen = new Set<number>();
    for (const call of calls) {
      const id = argumentOf(call, script, name);
      if (id === undefined || seen.has(id) || seen.size >= MAX_ARGUMENTS) continue;
      seen.add(id);
      yield { key, id, caller: call.caller };
    }
  }
}

/** The literal that the call hands over, if it is the call that is meant. */
function argumentOf(
  call: HermesProgram['calls'][number],
  { method, on, modular, next, within, more }: ScriptCall,
  name: (id: number | undefined) => string | undefined,
): number | undefined {
  if (name(call.name) !== method) return undefined;
  if (on !== undefined && name(call.on) !== on) return undefined;
  if (next !== undefined && !isAmong(call.members, next, name)) return undefined;
  if (within !== undefined && !isAmong(call.handedTo, within, name)) return undefined;
  const place = call.strings[0] === undefined && modular ? 1 : 0;
  return more && call.strings.length <= place + 1 ? undefined : call.strings[place];
}

function isAmong(
  ids: ReadonlySet<number>,
  names: readonly string[],
  name: (id: number) => string | undefined,
): boolean {
  return [...ids].some((id) => names.includes(name(id) ?? ''));
}
