import type { Mention, Text } from '../model.ts';
import { ESCAPES } from '../shared/escapes.ts';
import { compileTables, type Tables } from '../shared/filter/tables.ts';
import { holdsMark, type Mark } from '../shared/marks.ts';
import { compileNeedles, type Needles } from '../shared/wanted.ts';
import type { BackendDefinition } from './backend.ts';

export type Recogniser = (text: Text) => readonly Mention[];

/**
 * One recogniser out of all definitions: each is asked only about texts that hold one of its anchors or marks, or stand under one of
 * its keys. The needles are those of needlesOf, or of these and others.
 */
export function compileRecogniser(
  definitions: readonly BackendDefinition[],
  { allIn }: Needles = compileNeedles(needlesOf(definitions)),
  byKey: Keys = keyTable(definitions),
): Recogniser {
  const byAnchor = byName(definitions, ({ anchors }) => anchors);
  const marked = definitions.flatMap(({ marks = [] }, index) => marks.map((mark) => ({ mark, index })));
  return (text) => {
    const { key, value } = text;
    const asked: (readonly number[])[] = [];
    if (key !== undefined) asked.push(byKey.get(key.toLowerCase()) ?? []);
    for (const anchor of allIn(value)) asked.push(byAnchor.get(anchor) ?? []);
    for (const { mark, index } of marked) if (holdsMark(value, mark)) asked.push([index]);
    const mentions: Mention[] = [];
    for (const index of union(asked)) {
      for (const mention of definitions[index]?.recognise(text) ?? []) mentions.push(mention);
    }
    return mentions;
  };
}

/** Which definitions, by their index, ask for what stands under a name, which is in lower case. */
export type Keys = ReadonlyMap<string, readonly number[]>;

export function keyTable(definitions: readonly BackendDefinition[]): Keys {
  return byName(definitions, ({ keys = [] }) => keys);
}

/** Ascending lists as one. Most texts hold one anchor. */
function union(lists: readonly (readonly number[])[]): readonly number[] {
  const some = lists.filter(({ length }) => length > 0);
  if (some.length < 2) return some[0] ?? [];
  return [...new Set(some.flat())].sort((left, right) => left - right);
}

/** What a text is asked for. */
export function needlesOf(definitions: readonly BackendDefinition[]): readonly string[] {
  return definitions.flatMap(({ anchors }) => anchors);
}

/** Which definitions, by their index, go by which name in lower case. */
function byName(
  definitions: readonly BackendDefinition[],
  namesOf: (definition: BackendDefinition) => readonly string[],
): ReadonlyMap<string, readonly number[]> {
  const indexes = new Map<string, readonly number[]>();
  for (const [index, definition] of definitions.entries()) {
    // Most of some thousand names belong to one definition: its names share the list.
    const alone = [index];
    for (const written of namesOf(definition)) {
      const name = written.toLowerCase();
      const others = indexes.get(name);
      if (others === undefined) indexes.set(name, alone);
      else if (others.at(-1) !== index) indexes.set(name, [...others, index]);
    }
  }
  return indexes;
}

/** What a byte search for whatever the definitions ask for looks up, and for more literals: in either case, and as they are written; escapes or not. */
export function searchTables(
  definitions: readonly BackendDefinition[],
  more: readonly string[] = [],
  exact: readonly string[] = [],
): Tables {
  return compileTables(
    [...anchorsOf(definitions), ...more],
    [...exactAnchorsOf(definitions), ...marksOf(definitions), ...exact],
    ESCAPES,
  );
}

/** Shorter anchors are prefixes of tokens and schemes: in either case they would let a third of all bytes through. */
const EXACT_BELOW = 7;

/**
 * Literals for the byte search: what texts hold, and the names under which they stand. Those that hold another one are
 * left out, for the shorter is seen wherever the longer is: hundreds of spellings of a few keys would slow the search.
 */
export function anchorsOf(definitions: readonly BackendDefinition[]): readonly string[] {
  const all = new Set<string>();
  for (const literal of literalsOf(definitions)) if (literal.length >= EXACT_BELOW) all.add(literal.toLowerCase());
  const byStart = new Map<number, string[]>();
  // Shorter ones first: what holds one of these is left out, and need not be sought in others.
  for (const anchor of [...all].sort((left, right) => left.length - right.length)) {
    if (holdsOne(anchor, byStart)) all.delete(anchor);
    else add(byStart, startAt(anchor, 0), anchor);
  }
  return [...all];
}

function holdsOne(anchor: string, byStart: ReadonlyMap<number, readonly string[]>): boolean {
  for (let at = 0; at + START <= anchor.length; at++) {
    const others = byStart.get(startAt(anchor, at));
    if (others?.some((other) => anchor.startsWith(other, at))) return true;
  }
  return false;
}

const START = 4;

/** Four characters of ASCII as one number: many thousand places are looked at. */
function startAt(anchor: string, at: number): number {
  const first = (anchor.charCodeAt(at) << 8) | anchor.charCodeAt(at + 1);
  return (first << 16) | (anchor.charCodeAt(at + 2) << 8) | anchor.charCodeAt(at + 3);
}

function add<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Those that the byte search finds only as they are written; a name may be written in several ways. */
function exactAnchorsOf(definitions: readonly BackendDefinition[]): readonly string[] {
  const short = (literal: string) => literal.length < EXACT_BELOW;
  const anchors = definitions.flatMap(({ anchors }) => anchors).filter(short);
  const names = keysOf(definitions).filter(short);
  return [...new Set([...anchors, ...names.flatMap(writtenForms)])];
}

/** `ibmkey`, `Ibmkey` and `IBMkey`, each with `Key` and `KEY` as well. */
function writtenForms(name: string): readonly string[] {
  const word = name.replace(/key$/, '');
  const ends = name === word ? [''] : ['key', 'Key', 'KEY'];
  return [word, capitalised(word), word.toUpperCase()].flatMap((begin) => ends.map((end) => begin + end));
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function literalsOf(definitions: readonly BackendDefinition[]): readonly string[] {
  return [...definitions.flatMap(({ anchors }) => anchors), ...keysOf(definitions)];
}

export function keysOf(definitions: readonly BackendDefinition[]): readonly string[] {
  return [...new Set(definitions.flatMap((definition) => definition.keys ?? []))];
}

export function marksOf(definitions: readonly BackendDefinition[]): readonly Mark[] {
  return definitions.flatMap(({ marks = [] }) => marks);
}
