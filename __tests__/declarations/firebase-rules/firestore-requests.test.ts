import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firebaseRules } from '../../../src/declarations/firebase-rules/index.ts';
import { readWith } from '../read.ts';

/** One concrete request; conditions are worked out on it by hand, as the reference of the rules language has it. */
interface Request {
  readonly uid: string | null;
  readonly sent: Readonly<Record<string, unknown>>;
  readonly stored: Readonly<Record<string, unknown>> | null;
  readonly id: string;
}

type Outcome = boolean | 'error';

interface Condition {
  readonly text: string;
  readonly on: (request: Request) => Outcome;
}

/** An absent field, or a field of null, is an error. */
const field = (record: Readonly<Record<string, unknown>> | null, name: string): unknown => {
  if (record === null || !(name in record)) throw new Error(name);
  return record[name];
};
const uidOf = ({ uid }: Request): string => {
  if (uid === null) throw new Error('auth');
  return uid;
};
const textOf = (value: unknown): string => {
  if (typeof value !== 'string') throw new Error('no text');
  return value;
};

const atom = (text: string, holds: (request: Request) => boolean): Condition => ({
  text,
  on: (request) => {
    try {
      return holds(request);
    } catch {
      return 'error';
    }
  },
});

const SENT = 'request.resource.data';
const ATOMS: readonly Condition[] = [
  atom('true', () => true),
  atom('false', () => false),
  atom('request.auth != null', ({ uid }) => uid !== null),
  atom('request.auth.uid == b', (request) => uidOf(request) === request.id),
  atom(`${SENT}.a == 1`, ({ sent }) => field(sent, 'a') === 1),
  atom(`${SENT}.a != 1`, ({ sent }) => field(sent, 'a') !== 1),
  atom(`${SENT}.a is string`, ({ sent }) => typeof field(sent, 'a') === 'string'),
  atom(`${SENT}.get('a', 0) == 0`, ({ sent }) => (sent.a ?? 0) === 0),
  atom(`${SENT}.t.size() > 3`, ({ sent }) => textOf(field(sent, 't')).length > 3),
  atom(`${SENT}.t.size() < 3`, ({ sent }) => textOf(field(sent, 't')).length < 3),
  atom(`${SENT}.t.matches('ab+')`, ({ sent }) => /^ab+$/.test(textOf(field(sent, 't')))),
  atom(`${SENT}.t in ['abb', 'x']`, ({ sent }) => ['abb', 'x'].includes(String(field(sent, 't')))),
  atom(`'t' in ${SENT}`, ({ sent }) => 't' in sent),
  atom(`${SENT}.keys().hasOnly(['a', 't'])`, ({ sent }) => Object.keys(sent).every((key) => 'at'.includes(key))),
  atom(`${SENT}.keys().hasAll(['a', 'v'])`, ({ sent }) => 'a' in sent && 'v' in sent),
  atom(`${SENT}.size() == 2`, ({ sent }) => Object.keys(sent).length === 2),
  atom(`${SENT}.owner == request.auth.uid`, (request) => field(request.sent, 'owner') === uidOf(request)),
  atom(`${SENT}.id == b`, ({ sent, id }) => field(sent, 'id') === id),
  atom('resource.data.v == 1', ({ stored }) => field(stored, 'v') === 1),
  atom(`${SENT}.v == resource.data.v`, ({ sent, stored }) => field(sent, 'v') === field(stored, 'v')),
  atom('resource == null', ({ stored }) => stored === null),
  atom("b == 'x'", ({ id }) => id === 'x'),
  atom("b != 'x'", ({ id }) => id !== 'x'),
  atom("b in ['x', 'y']", ({ id }) => id === 'x' || id === 'y'),
];

/** An error is absorbed by what decides without it, whatever the order. */
const both = (left: Condition, right: Condition): Condition => ({
  text: `(${left.text} && ${right.text})`,
  on: (request) => {
    const outcomes = [left.on(request), right.on(request)];
    return outcomes.includes(false) ? false : outcomes.includes('error') ? 'error' : true;
  },
});
const either = (left: Condition, right: Condition): Condition => ({
  text: `(${left.text} || ${right.text})`,
  on: (request) => {
    const outcomes = [left.on(request), right.on(request)];
    return outcomes.includes(true) ? true : outcomes.includes('error') ? 'error' : false;
  },
});
const not = (inner: Condition): Condition => ({
  text: `!(${inner.text})`,
  on: (request) => {
    const outcome = inner.on(request);
    return outcome === 'error' ? 'error' : !outcome;
  },
});

const condition = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...ATOMS),
    fc.tuple(tie('tree'), tie('tree')).map(([left, right]) => both(left, right)),
    fc.tuple(tie('tree'), tie('tree')).map(([left, right]) => either(left, right)),
    tie('tree').map(not),
  ),
})).tree;

const FIELDS: Readonly<Record<string, readonly unknown[]>> = {
  a: [1, 2, 's', 0],
  t: ['abb', 'abcd', 'x', 'abbb', 'yy', 1],
  owner: ['stranger', 'x'],
  id: ['x', 'y', 'other', 'stranger'],
  v: [1, 2],
};
const ALL_SENT = Object.entries(FIELDS).reduce<readonly Record<string, unknown>[]>(
  (records, [name, values]) =>
    records.flatMap((record) => [record, ...values.map((value) => ({ ...record, [name]: value }))]),
  [{}],
);
const IDS = ['other', 'x', 'y', 'stranger'];
const STORED = { create: [null], overwrite: [{ v: 1 }, { v: 2 }, { w: 1 }] } as const;

describe('Firestore rules against concrete requests', () => {
  it('what is open some request passes whatever is stored, what is closed none', async () => {
    await fc.assert(
      fc.asyncProperty(condition, async (given) => {
        const text = `rules_version = '2';\nservice cloud.firestore { match /databases/{database}/documents { match /c/{b} { allow create, update: if ${given.text}; } } }`;
        const { declarations, problems } = await readWith(firebaseRules, { 'firestore.rules': text });
        expect(problems).toEqual([]);
        for (const { declaration } of declarations)
          for (const operation of ['create', 'overwrite'] as const) {
            if (!declaration.can.includes(operation)) continue;
            const uid = declaration.audience === 'anyone' ? null : 'stranger';
            const named = declaration.pattern?.slice('/c/'.length);
            const ids = named === undefined || named === '{b}' ? IDS : [named];
            const requests = (stored: Request['stored']) =>
              ids.flatMap((id) => ALL_SENT.map((sent): Request => ({ uid, sent, stored, id })));
            const passes = (request: Request) => given.on(request) === true;
            if (declaration.state === 'closed')
              for (const stored of STORED[operation]) expect(requests(stored).some(passes)).toBe(false);
            if (declaration.state === 'open')
              for (const stored of STORED[operation]) expect(requests(stored).some(passes)).toBe(true);
          }
      }),
      { numRuns: 100 },
    );
  }, 180_000);
});
