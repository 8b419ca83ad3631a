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

const PRESENT = [{ x: { someone: { owner: 'someone', a: 1 } } }, { x: { someone: 'text' } }];
const ABSENT = [{ y: 1 }];
const SENT = [{ a: 1 }, 'text', 7];

/** Every concrete request of an operation: the data there is, and what is sent. */
const WORLDS: Readonly<Record<string, readonly (readonly [unknown, unknown])[]>> = {
  read: PRESENT.map((data) => [data, undefined]),
  create: ABSENT.flatMap((data) => SENT.map((sent) => [data, sent] as const)),
  overwrite: PRESENT.flatMap((data) => SENT.map((sent) => [data, sent] as const)),
  delete: PRESENT.map((data) => [data, null]),
};

function allowed(rules: unknown, auth: unknown, operation: string): readonly boolean[] {
  const now = NOW.getTime();
  return (WORLDS[operation] ?? []).map(([data, sent]) => {
    const database = targaryen.database(rules, data, now).as(auth);
    const result =
      operation === 'read' ? database.read('/x/someone', { now }) : database.write('/x/someone', sent, { now });
    return result.allowed;
  });
}

async function statesOf(rules: unknown): Promise<ReadonlyMap<string, string>> {
  const text = JSON.stringify(rules);
  const { declarations, problems } = await readWith(firebaseRules, { 'database.rules.json': text }, { now: NOW });
  expect(problems).toEqual([]);
  const states = new Map<string, string>();
  for (const { declaration } of declarations)
    for (const operation of declaration.can) states.set(`${declaration.audience} ${operation}`, declaration.state);
  return states;
}

describe('Realtime Database rules against targaryen', () => {
  it('what is open is always allowed, what is closed never', async () => {
    await fc.assert(
      fc.asyncProperty(expression, expression, fc.option(expression), async (read, write, validate) => {
        const location = { '.read': read, '.write': write, ...(validate === null ? {} : { '.validate': validate }) };
        const rules = { rules: { x: { $u: location } } };
        fc.pre(compiles(rules));
        const states = await statesOf(rules);
        for (const operation of Object.keys(WORLDS)) {
          const anyone = states.get(`anyone ${operation}`) ?? 'closed';
          const seen = allowed(rules, null, operation);
          if (anyone === 'open') expect(seen).not.toContain(false);
          if (anyone === 'closed') expect(seen).not.toContain(true);
          if (anyone === 'open') continue;
          const account = states.get(`any-account ${operation}`) ?? (anyone === 'closed' ? 'closed' : 'conditional');
          const each = STRANGERS.map((auth) => allowed(rules, auth, operation));
          if (account === 'open') expect(each.some((results) => !results.includes(false))).toBe(true);
          if (account === 'closed') expect(each.flat()).not.toContain(true);
        }
      }),
      { numRuns: 300 },
    );
  });

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
      expect([rule, states.get('anyone read') ?? 'closed']).toEqual([rule, anyone]);
      // What holds for anyone is not told again of accounts.
      const same = anyone === 'conditional' || account === 'open' ? anyone : 'closed';
      const other = states.get('any-account read') ?? same;
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
