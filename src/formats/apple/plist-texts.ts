import { MAX_NEIGHBOURS, MAX_TEXT_LENGTH, type Neighbour, type Text } from '../../model.ts';
import type { Entry, Reading, Wanted } from '../format.ts';
import { member, type PlistMember, type PlistNode, type PlistReading, type PlistText } from './plist-node.ts';

/** Values that one property list may hand over to the walk; shared objects of a binary list count each time. */
const MAX_VISITS = 100_000;
/** Smaller data are hashes and dates, not documents. */
const MIN_DATA = 48;
const MAX_DATA = 256;
/** Characters of a name in a locator. */
const MAX_NAME = 128;

/** The dictionary that `GoogleService-Info.plist` holds, under whatever file name a flavour gives it. */
const FIREBASE_KEYS: readonly string[] = [
  'API_KEY',
  'BUNDLE_ID',
  'CLIENT_ID',
  'DATABASE_URL',
  'GCM_SENDER_ID',
  'GOOGLE_APP_ID',
  'PROJECT_ID',
  'REVERSED_CLIENT_ID',
  'STORAGE_BUCKET',
];
const FIREBASE_MINIMUM = 3;

/** Where a value hangs in the tree. */
interface Hanging {
  readonly node: PlistNode;
  /** `A.B[0].C` */
  readonly path: string;
  /** Last name on the path; that of the array for its items. */
  readonly key: string;
  readonly siblings: readonly Sibling[];
  readonly position: number;
  /** Handed on whatever its value and whoever asks. */
  readonly asked: boolean;
}

interface Sibling {
  readonly key: string;
  readonly node: PlistNode;
}

/**
 * The texts of a property list that are wanted, with key paths as locators (`plist A.B[0].C`), and its data as entries of
 * their own. `word` starts the locator; offsets are counted from `base` in the entry.
 */
export function* plistReadings(
  entry: Entry,
  reading: PlistReading,
  wanted: Wanted,
  word = 'plist',
  base = 0,
): Generator<Reading, void, undefined> {
  const { problem } = reading;
  if (problem !== undefined) yield { type: 'problem', ...problem };
  const stack: Hanging[] = [{ node: reading.root, path: '', key: '', siblings: [], position: 0, asked: false }];
  let visits = 0;
  let data = 0;
  for (let hanging = stack.pop(); hanging !== undefined; hanging = stack.pop()) {
    const { node } = hanging;
    if (node.type === 'text') {
      yield* textReadings(entry, node, hanging, wanted, word, base);
      continue;
    }
    if (node.type === 'data' && node.bytes.length >= MIN_DATA && data < MAX_DATA) {
      data += 1;
      yield { type: 'entry', name: `${hanging.path || 'value'}.data`, bytes: node.bytes };
    }
    if (node.type !== 'dict' && node.type !== 'array') continue;
    visits += node.type === 'dict' ? node.members.length : node.items.length;
    if (visits > MAX_VISITS) {
      yield { type: 'problem', kind: 'limit', reason: `property list with more than ${MAX_VISITS} values` };
      return;
    }
    if (node.type === 'dict') yield* nameReadings(entry, node.members, hanging.path, wanted, word, base);
    const children =
      node.type === 'dict' ? hangingMembers(node.members, hanging.path) : hangingItems(node.items, hanging);
    for (const child of children.reverse()) stack.push(child);
  }
}

function hangingMembers(members: readonly PlistMember[], path: string): Hanging[] {
  const siblings = members.map((member) => ({ key: member.name.value, node: member.value }));
  const firebase = isFirebase(members);
  return siblings.map((sibling, position) => ({
    ...sibling,
    path: `${path}${path === '' ? '' : '.'}${sibling.key.slice(0, MAX_NAME)}`,
    siblings,
    position,
    asked: firebase && FIREBASE_KEYS.includes(sibling.key),
  }));
}

function hangingItems(items: readonly PlistNode[], parent: Hanging): Hanging[] {
  const siblings = items.map((node) => ({ key: parent.key, node }));
  return siblings.map((sibling, position) => ({
    ...sibling,
    path: `${parent.path}[${position}]`,
    siblings,
    position,
    asked: false,
  }));
}

function isFirebase(members: readonly PlistMember[]): boolean {
  return members.filter((candidate) => FIREBASE_KEYS.includes(candidate.name.value)).length >= FIREBASE_MINIMUM;
}

function* textReadings(
  entry: Entry,
  node: PlistText,
  hanging: Hanging,
  wanted: Wanted,
  word: string,
  base: number,
): Generator<Reading, void, undefined> {
  const byKey = hanging.asked || (hanging.key !== '' && wanted.key(hanging.key));
  for (const value of bounded(node.value)) {
    if (!byKey && !wanted.text(value)) continue;
    const text: Text = {
      value,
      place: { ...entry.place, offset: entry.base + base + node.offset, locator: `${word} ${hanging.path}`.trimEnd() },
      around: () => neighboursOf(hanging),
    };
    yield { type: 'text', text: hanging.key === '' ? text : { ...text, key: hanging.key } };
  }
}

/** Names that are texts themselves: the hosts of NSExceptionDomains are dictionary keys. */
function* nameReadings(
  entry: Entry,
  members: readonly PlistMember[],
  path: string,
  wanted: Wanted,
  word: string,
  base: number,
): Generator<Reading, void, undefined> {
  for (const { name } of members) {
    const value = name.value.slice(0, MAX_TEXT_LENGTH);
    if (!wanted.text(value)) continue;
    const place = { ...entry.place, offset: entry.base + base + name.offset, locator: `${word} ${path}`.trimEnd() };
    yield { type: 'text', text: { value, place } };
  }
}

function neighboursOf(hanging: Hanging): Neighbour[] {
  const { siblings, position } = hanging;
  const found: Neighbour[] = [];
  for (let distance = 1; distance < siblings.length && found.length < MAX_NEIGHBOURS; distance += 1) {
    for (const at of [-distance, distance]) {
      const sibling = siblings[position + at];
      if (sibling?.node.type !== 'text') continue;
      found.push({ key: sibling.key, value: sibling.node.value.slice(0, MAX_TEXT_LENGTH), at });
    }
  }
  return found.slice(0, MAX_NEIGHBOURS);
}

/** A value longer than a text may be comes in windows that overlap, so that nothing is cut in two in both. */
function* bounded(value: string): Generator<string, void, undefined> {
  const overlap = 4_096;
  yield value.slice(0, MAX_TEXT_LENGTH);
  for (let at = MAX_TEXT_LENGTH - overlap; at + overlap < value.length; at += MAX_TEXT_LENGTH - overlap) {
    yield value.slice(at, at + MAX_TEXT_LENGTH);
  }
}

/** What an app's own Info.plist, or that of an xcarchive, says of the app. */
export function appOf(root: PlistNode): { id?: string; version?: string } | undefined {
  const properties = member(root, 'ApplicationProperties') ?? root;
  const id = textOf(properties, 'CFBundleIdentifier');
  const version = textOf(properties, 'CFBundleShortVersionString') ?? textOf(properties, 'CFBundleVersion');
  if (id === undefined) return undefined;
  return version === undefined ? { id } : { id, version };
}

function textOf(node: PlistNode, name: string): string | undefined {
  const value = member(node, name);
  return value?.type === 'text' && value.value !== '' ? value.value.slice(0, 256) : undefined;
}
