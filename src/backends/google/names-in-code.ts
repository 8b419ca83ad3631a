import type { Text } from '../../model.ts';
import { around, matches } from '../recognition.ts';

const MAX_NAMES = 16;
const NAME = '([A-Za-z0-9_][A-Za-z0-9_-]{0,63})';

/** `collection("users")`, `collection(db, 'users')`, `collectionGroup("posts")`. */
const COLLECTION = new RegExp(
  `\\bcollection(?:Group)?\\(\\s{0,4}(?:[A-Za-z_$][\\w$.]{0,63}(?:\\(\\))?\\s{0,4},\\s{0,4})?["'\`]/?${NAME}`,
  'g',
);
/** `ref("users")`, `ref(db, 'users/')`, `child("users")`, `getReference("users")`. */
const REFERENCE = new RegExp(
  `\\b(?:ref|child|getReference)\\(\\s{0,4}(?:[A-Za-z_$][\\w$.]{0,63}(?:\\(\\))?\\s{0,4},\\s{0,4})?["'\`]/?${NAME}`,
  'g',
);

/**
 * Words that apps call their collections and top-level nodes. A bare string beside a backend's address is taken for a
 * path only if it is one of these: any other word could be anything.
 */
const USUAL = new Set(
  (
    'users user accounts profiles profile members customers clients patients employees students contacts friends ' +
    'messages chats chat chatrooms rooms conversations threads comments posts feed stories photos images videos uploads files ' +
    'documents orders order carts cart products payments transactions invoices cards subscriptions bookings reservations ' +
    'appointments records medical_records prescriptions locations location addresses devices tokens fcmtokens sessions ' +
    'passwords credentials secrets config configs settings admin admins notifications notes tasks todos events groups ' +
    'drivers rides trips deliveries reviews ratings reports logs items categories'
  ).split(' '),
);

/** Names that the code around a text hands to a call; from its own value and from what stands beside it. */
function called(text: Text, pattern: RegExp): readonly string[] {
  const names = new Set<string>();
  for (const value of [text.value, ...around(text).map((neighbour) => neighbour.value)]) {
    if (!value.includes('(')) continue;
    for (const match of matches(value, pattern)) {
      if (match[1] !== undefined) names.add(match[1]);
      if (names.size >= MAX_NAMES) return [...names];
    }
  }
  return [...names];
}

/**
 * Bare words around a text that are usual names of collections; words that stand under a key are labels, not names. Of a
 * class or module only the same function counts: what the others call by name is known from their calls.
 */
function usual(text: Text): readonly string[] {
  const neighbours = around(text);
  const areLoose = text.holder === undefined && neighbours.every(({ at }) => at === undefined);
  return neighbours
    .filter(({ at }) => areLoose || at !== undefined)
    .filter((neighbour) => neighbour.key === undefined && USUAL.has(neighbour.value.toLowerCase()))
    .map((neighbour) => neighbour.value)
    .slice(0, MAX_NAMES);
}

/** Firestore collections that the code around a text uses, as paths: `/users`. */
export function collectionsAround(text: Text): readonly string[] {
  return asPaths([...called(text, COLLECTION), ...usual(text)]);
}

/** Nodes of a Realtime Database that the code around a text uses, as paths: `/users`. */
export function nodesAround(text: Text): readonly string[] {
  return asPaths([...called(text, REFERENCE), ...usual(text)]);
}

function asPaths(names: readonly string[]): readonly string[] {
  return [...new Set(names)].slice(0, MAX_NAMES).map((name) => `/${name}`);
}
