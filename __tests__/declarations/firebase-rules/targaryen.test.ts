import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firebaseRules } from '../../../src/declarations/firebase-rules/index.ts';
import { NOW, readWith } from '../read.ts';

/** The parts of targaryen that are used; it has no types. */
interface Database {
  readonly as: (auth: unknown) => Database;
  readonly read: (path: string, options: { now: number }) => { readonly allowed: boolean };
  readonly write: (path: string, value: unknown, options: { now: number }) => { readonly allowed: boolean };
}
const targaryen = createRequire(import.meta.url)('targaryen') as {
  readonly database: (rules: unknown, data: unknown, now: number) => Database;
};

const LATER = NOW.getTime() + 86_400_000;
const EARLIER = NOW.getTime() - 86_400_000;

const ATOMS = [
  'true',
  'false',
  'auth != null',
  'auth == null',
  'auth.uid != null',
  'auth.uid == $u',
  "auth.provider == 'anonymous'",
  "auth.provider != 'anonymous'",
  'auth.token.admin === true',
  'auth.token.email_verified === true',
  'data.exists()',
  '!data.exists()',
  'newData.exists()',
  'newData.isString()',
  "newData.hasChildren(['a'])",
  "data.child('owner').val() === auth.uid",
  "root.child('admins').child(auth.uid).exists()",
  `now < ${LATER}`,
  `now < ${EARLIER}`,
  `now > ${EARLIER}`,
  "$u === 'someone'",
  "$u !== 'someone'",
  "newData.val() === 'text'",
  'newData.val() > 5',
  'newData.val().length < 3',
  'newData.val().matches(/^ab+$/)',
  "newData.val().contains('q')",
  "newData.hasChild('b')",
  "newData.child('a').isNumber()",
  "newData.child('a').val() === 1 && newData.child('b').val() !== true",
  "newData.child('owner').val() === auth.uid",
  "newData.child('id').val() === $u",
  "newData.child('at').val() === now",
  "newData.child('a').val() === data.child('a').val()",
];

/** Rules of what is sent below the location. */
const CHILD_RULES = [
  'newData.isNumber()',
  'newData.isString()',
  "newData.val() === 'text'",
  'false',
  'newData.val() > 0',
];

const expression = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...ATOMS),
    fc
      .tuple(tie('tree'), fc.constantFrom('&&', '||'), tie('tree'))
      .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
    tie('tree').map((inner) => `!(${inner})`),
  ),
})).tree;

const STRANGERS = [
  { uid: 'stranger', provider: 'anonymous', token: { sub: 'stranger' } },
  { uid: 'stranger', provider: 'password', token: { sub: 'stranger', email: 'a@b.test', email_verified: false } },
  { uid: 'stranger', provider: 'google', token: { sub: 'stranger', email: 'a@b.test', email_verified: true } },
];

const PATHS = ['someone', 'other'];
const PRESENT = [
  { x: { someone: { owner: 'someone', a: 1 }, other: { owner: 'other', a: 2 } } },
  { x: { someone: 'text', other: 'text' } },
];
const ABSENT = [{ y: 1 }];
const NOW_MS = NOW.getTime();
const CHILDREN: Readonly<Record<string, readonly unknown[]>> = {
  a: [undefined, 1, 'text'],
  b: [undefined, 1, 'text'],
  owner: [undefined, 'stranger', 1],
  id: [undefined, 'someone'],
  at: [undefined, NOW_MS],
};
/** Everything that some rule above asks for, and more. */
const SENT: readonly unknown[] = [
  'text',
  'abb',
  'q',
  'x',
  '',
  7,
  6,
  1,
  true,
  ...Object.entries(CHILDREN)
    .reduce<readonly Record<string, unknown>[]>(
      (objects, [key, values]) =>
        objects.flatMap((object) =>
          values.map((value) => (value === undefined ? object : { ...object, [key]: value })),
        ),
      [{}],
    )
    .filter((object) => Object.keys(object).length > 0),
];

interface World {
  readonly stored: unknown;
  readonly sent: readonly unknown[];
}

/** For all that may be stored, what can be sent. */
const WORLDS: Readonly<Record<string, readonly World[]>> = {
  read: PRESENT.map((stored) => ({ stored, sent: [undefined] })),
  create: ABSENT.map((stored) => ({ stored, sent: SENT })),
  overwrite: PRESENT.map((stored) => ({ stored, sent: SENT })),
  delete: PRESENT.map((stored) => ({ stored, sent: [null] })),
};

/** One request in every world: does one pass, do all? Worlds that `path` and `sent` range over are left early. */
function asks(rules: unknown, auth: unknown, operation: string) {
  const now = NOW_MS;
  const worlds = (WORLDS[operation] ?? []).map(({ stored, sent }) => {
    const database = targaryen.database(rules, stored, now).as(auth);
    const requests = PATHS.flatMap((path) => sent.map((value) => [`/x/${path}`, value] as const));
    const passes = ([place, value]: readonly [string, unknown]) =>
      (operation === 'read' ? database.read(place, { now }) : database.write(place, value, { now })).allowed;
    return { some: () => requests.some(passes), every: () => requests.every(passes) };
  });
  return {
    /** Whoever chooses well passes, whatever is stored. */
    somewayInEach: () => worlds.every(({ some }) => some()),
    always: () => worlds.every(({ every }) => every()),
    never: () => !worlds.some(({ some }) => some()),
  };
}

interface Stated {
  readonly state: string;
  /** The caller has to send or ask for something of its choice. */
  readonly chosen: boolean;
}

async function statesOf(rules: unknown): Promise<ReadonlyMap<string, Stated>> {
  const text = JSON.stringify(rules);
  const { declarations, problems } = await readWith(firebaseRules, { 'database.rules.json': text }, { now: NOW });
  expect(problems).toEqual([]);
  const states = new Map<string, Stated>();
  for (const { declaration } of declarations) {
    const chosen = / that (?:sends|asks|signs)/.test(declaration.why);
    for (const operation of declaration.can)
      states.set(`${declaration.audience} ${operation}`, { state: declaration.state, chosen });
  }
  return states;
}

const CLOSED: Stated = { state: 'closed', chosen: false };

describe('Realtime Database rules against targaryen', () => {
  it('what is open is always allowed, what is closed never', async () => {
    await fc.assert(
      fc.asyncProperty(
        expression,
        expression,
        fc.option(expression),
        fc.dictionary(fc.constantFrom('a', 'b', '$other'), fc.constantFrom(...CHILD_RULES), { maxKeys: 2 }),
        async (read, write, validate, below) => {
          const children = Object.fromEntries(Object.entries(below).map(([key, rule]) => [key, { '.validate': rule }]));
          const own = { '.read': read, '.write': write, ...(validate === null ? {} : { '.validate': validate }) };
          const rules = { rules: { x: { $u: { ...own, ...children } } } };
          fc.pre(compiles(rules));
          const states = await statesOf(rules);
          const guarded = Object.keys(below).length > 0;
          for (const operation of Object.keys(WORLDS)) {
            const anyone = states.get(`anyone ${operation}`) ?? CLOSED;
            const request = asks(rules, null, operation);
            const opens = (asked: ReturnType<typeof asks>, { chosen }: Stated) =>
              chosen || guarded ? asked.somewayInEach() : asked.always();
            if (anyone.state === 'open') expect(opens(request, anyone)).toBe(true);
            if (anyone.state === 'closed') expect(request.never()).toBe(true);
            if (anyone.state === 'open') continue;
            const fallback = anyone.state === 'closed' ? CLOSED : { state: 'conditional', chosen: false };
            const account = states.get(`any-account ${operation}`) ?? fallback;
            const strangers = STRANGERS.map((auth) => asks(rules, auth, operation));
            if (account.state === 'open') expect(strangers.some((asked) => opens(asked, account))).toBe(true);
            if (account.state === 'closed') expect(strangers.every((asked) => asked.never())).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  }, 180_000);

  it('decides what does not depend on data', async () => {
    const decided: readonly (readonly [string, string, string])[] = [
      ['auth != null', 'closed', 'open'],
      ['auth.uid != null', 'closed', 'open'],
      ['auth == null', 'open', 'closed'],
      ['true', 'open', 'open'],
      ['auth.token.admin === true', 'closed', 'closed'],
      [`now < ${LATER}`, 'open', 'open'],
      [`now < ${EARLIER}`, 'closed', 'closed'],
      ["auth != null && auth.provider != 'anonymous'", 'closed', 'open'],
      // An error on the way to a denial ends the rule: negated, the denial would grant and the error does not.
      ["!(!(root.child('a').exists() && root.child(auth.uid).exists()) && false)", 'conditional', 'open'],
      ["!(root.child('a').exists() ? false : root.child(auth.uid).exists())", 'conditional', 'conditional'],
    ];
    for (const [rule, anyone, account] of decided) {
      const states = await statesOf({ rules: { '.read': rule } });
      expect([rule, states.get('anyone read')?.state ?? 'closed']).toEqual([rule, anyone]);
      // What holds for anyone is not told again of accounts.
      const same = anyone === 'conditional' || account === 'open' ? anyone : 'closed';
      const other = states.get('any-account read')?.state ?? same;
      expect([rule, other]).toEqual([rule, account]);
    }
  });
});

/** Firebase refuses some combinations when they are deployed, and so does targaryen. */
function compiles(rules: unknown): boolean {
  try {
    targaryen.database(rules, {}, 0);
    return true;
  } catch {
    return false;
  }
}
