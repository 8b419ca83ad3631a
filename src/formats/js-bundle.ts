import type { Place } from '../model.ts';
import { hitsWithin } from '../shared/runs.ts';
import type { Entry, Format, Reading, Wanted, WantedCall } from './format.ts';
import { scriptArguments } from './script-calls.ts';
import { looksLikeText, placeAt, type SourceText } from './source-text.ts';
import { isQuotedName, joinedSpan, keyedSpan, readSpans, type SpanFinder, windowSpan } from './spans.ts';

/** Indexed RAM bundle of Metro: magic, module count, length of the start-up code, then {offset, length} of each module. */
const RAM_MAGIC = 0xfb0bd1e5;
const RAM_HEADER = 12;
const MAX_MODULES = 1_000_000;

const NAMES = /\.(?:[cm]?jsx?|[cm]?tsx?|jsbundle|bundle|vue|svelte)$/i;
const STARTS = /^(?:var __BUNDLE_START_TIME__|"use strict"|'use strict'|\(function|!function|\(\(\)=>|__d\(function)/;

export const jsBundle: Format = {
  id: 'js-bundle',
  title: 'JavaScript',
  docs: {
    reads:
      'The string literal around each hit, escapes resolved, literals joined by `+` as one, and literals under a known name (`{bucket: "…"}`), in bundles of one line too; RAM bundles module by module. In a bundle that names Firebase (React Native Firebase, too) or Supabase, the names of collections, tables, buckets and functions in calls.',
    locator: 'js line <n> column <n>, js module <n> line <n> column <n>',
    blind:
      'Strings that the program puts together at run time; names that reach a call through a variable, and calls of imports that a bundler renamed.',
    source: [
      'https://tc39.es/ecma262/#sec-literals-string-literals',
      'https://reactnative.dev/docs/ram-bundles-inline-requires',
    ],
  },
  sniff: (head, name) =>
    isRamBundle(head) ||
    ((NAMES.test(name) || STARTS.test(head.toString('latin1', 0, 64).trimStart())) && looksLikeText(head)),
  when: 'hits',
  read,
};

function isRamBundle(head: Buffer): boolean {
  return head.length >= RAM_HEADER && head.readUInt32LE(0) === RAM_MAGIC;
}

function* read(entry: Entry, wanted: Wanted): Generator<Reading, void, undefined> {
  yield* callReadings(entry, wanted.calls ?? []);
  if (!isRamBundle(entry.bytes)) {
    yield* readSpans(entry, entry.hits, scriptSpan, (source, index) => {
      const place = placeAt(entry, source, index);
      return { ...place, locator: `js line ${place.line} column ${place.column}` };
    });
    return;
  }
  for (const module of ramModules(entry.bytes)) {
    const hits = hitsWithin(entry.hits, module.start, module.end);
    if (hits.length === 0) continue;
    const inner = { ...entry, bytes: entry.bytes.subarray(module.start, module.end), base: entry.base + module.start };
    const moved = hits.map((hit) => ({ ...hit, offset: hit.offset - module.start }));
    yield* readSpans(inner, moved, scriptSpan, (source, index) => modulePlace(inner, source, index, module.name));
  }
}

/** String arguments of wanted calls, in a bundle that names a host of the service. */
function* callReadings(entry: Entry, calls: readonly WantedCall[]): Generator<Reading, void, undefined> {
  for (const { key, value, offset, needle } of scriptArguments(entry, calls)) {
    const place = { ...entry.place, offset: entry.base + offset, locator: `js ${needle}` };
    yield { type: 'text', text: { value, key, place } };
  }
}

function modulePlace(entry: Entry, source: SourceText, index: number, name: string): Place {
  const { line, column } = source.positionAt(index);
  const locator = `js ${name} line ${line} column ${column}`;
  return { ...entry.place, offset: entry.base + source.offsetAt(index), locator };
}

/** Start-up code and modules as byte ranges, the NUL behind each left out. */
function* ramModules(bytes: Buffer): Generator<{ name: string; start: number; end: number }, void, undefined> {
  const count = bytes.readUInt32LE(4);
  const base = RAM_HEADER + 8 * count;
  if (count > MAX_MODULES || base > bytes.length) {
    yield { name: 'body', start: RAM_HEADER, end: bytes.length };
    return;
  }
  const startup = bytes.readUInt32LE(8);
  yield { name: 'startup', start: base, end: Math.min(bytes.length, base + Math.max(0, startup - 1)) };
  for (let id = 0; id < count; id += 1) {
    const start = base + bytes.readUInt32LE(RAM_HEADER + 8 * id);
    const length = bytes.readUInt32LE(RAM_HEADER + 8 * id + 4);
    if (length === 0 || start >= bytes.length) continue;
    yield { name: `module ${id}`, start, end: Math.min(bytes.length, start + length - 1) };
  }
}

/**
 * The literal around a hit, and those joined to it; the value whose name is hit; else what stands between quotes, `;` and
 * line ends.
 */
const scriptSpan: SpanFinder = (text, from, to, low) => {
  const keyed = () => keyedSpan(text, from, to, text.length);
  const literal = () => joinedSpan(text, from, to, low, text.length);
  const span = isQuotedName(text, from, to) ? (keyed() ?? literal()) : (literal() ?? keyed());
  return span ?? windowSpan(text, from, to);
};
