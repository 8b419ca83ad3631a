import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firebaseRules } from '../../../src/declarations/firebase-rules/index.ts';
import { parseRules } from '../../../src/declarations/firebase-rules/parse.ts';
import { brief, readWith } from '../read.ts';

function firestore(body: string): string {
  return `rules_version = '2';\nservice cloud.firestore {\n  match /databases/{database}/documents {\n${body}\n  }\n}\n`;
}

function storage(body: string, version = "rules_version = '2';"): string {
  return `${version}\nservice firebase.storage {\n  match /b/{bucket}/o {\n${body}\n  }\n}\n`;
}

async function firestoreBriefs(body: string): Promise<string[]> {
  const { declarations } = await readWith(firebaseRules, { 'firestore.rules': firestore(body) });
  return declarations.map(brief);
}

async function storageBriefs(body: string, version?: string): Promise<string[]> {
  const { declarations } = await readWith(firebaseRules, { 'storage.rules': storage(body, version) });
  return declarations.map(brief);
}

const ALL = 'list,read,create,overwrite,delete';

describe('Firestore rules', () => {
  it.each<[string, string, string[]]>([
    ['everything open', 'match /{d=**} { allow read, write; }', [`4 /{d=**} anyone ${ALL} open`]],
    ['if true', 'match /{d=**} { allow read, write: if true }', [`4 /{d=**} anyone ${ALL} open`]],
    [
      'closed',
      'match /{d=**} { allow read, write: if false; }',
      [`4 /{d=**} anyone ${ALL} closed`, `4 /{d=**} any-account ${ALL} closed`],
    ],
    [
      'any account',
      'match /users/{u} { allow read, write: if request.auth != null; }',
      [`4 /users/{u} anyone ${ALL} closed`, `4 /users/{u} any-account ${ALL} open`],
    ],
    [
      'get is not list',
      'match /a/{b} { allow get: if true; allow create: if true; }',
      ['4 /a/{b} anyone read open', '4 /a/{b} anyone create open'],
    ],
    [
      'the owner',
      'match /users/{u} { allow write: if request.auth.uid == u; }',
      [
        '4 /users/{u} anyone create,overwrite,delete closed',
        '4 /users/{u} any-account create,overwrite,delete conditional',
      ],
    ],
    [
      'a custom claim is out of reach',
      'match /a/{b} { allow read: if request.auth.token.admin == true; }',
      ['4 /a/{b} anyone list,read closed', '4 /a/{b} any-account list,read closed'],
    ],
    [
      'a claim with a default',
      "match /a/{b} { allow read: if request.auth.token.get('admin', false) == true; }",
      ['4 /a/{b} anyone list,read closed', '4 /a/{b} any-account list,read closed'],
    ],
    [
      'an uid that is named',
      "match /a/{b} { allow read: if request.auth.uid in ['k3jd', 'a82j']; }",
      ['4 /a/{b} anyone list,read closed', '4 /a/{b} any-account list,read closed'],
    ],
    [
      'errors are absorbed by or',
      'match /a/{b} { allow get: if request.auth.uid == b || true; }',
      ['4 /a/{b} anyone read open'],
    ],
    [
      'errors are not absorbed by and',
      'match /a/{b} { allow get: if request.auth.uid == null && true; }',
      ['4 /a/{b} anyone read closed', '4 /a/{b} any-account read closed'],
    ],
    [
      'the record decides',
      'match /a/{b} { allow get: if resource.data.public == true; }',
      ['4 /a/{b} anyone read conditional'],
    ],
    [
      'create only what is not there',
      'match /a/{b} { allow write: if resource == null; }',
      ['4 /a/{b} anyone create open'],
    ],
    [
      'what is sent does not guard erasing',
      'match /a/{b} { allow write: if request.resource == null || request.resource.data.size() < 5; }',
      ['4 /a/{b} anyone create,overwrite open', '4 /a/{b} anyone delete open'],
    ],
    [
      'an unverified address is any address',
      "match /a/{b} { allow get: if request.auth.token.email.matches('.*@acme[.]com'); }",
      ['4 /a/{b} anyone read closed', '4 /a/{b} any-account read open'],
    ],
    [
      'a verified address is not',
      "match /a/{b} { allow get: if request.auth.token.email_verified && request.auth.token.email.matches('.*@acme[.]com'); }",
      ['4 /a/{b} anyone read closed', '4 /a/{b} any-account read closed'],
    ],
    [
      'an account that is not anonymous',
      "match /a/{b} { allow get: if request.auth.token.firebase.sign_in_provider != 'anonymous'; }",
      ['4 /a/{b} anyone read closed', '4 /a/{b} any-account read open'],
    ],
    [
      'functions, let and an outer scope',
      'function me() { let auth = request.auth; return auth != null && on(); }\nmatch /a/{b} { allow get: if me(); }\nfunction on() { return true; }',
      ['5 /a/{b} anyone read closed', '5 /a/{b} any-account read open'],
    ],
    [
      'a function that calls itself',
      'function f() { return f(); }\nmatch /a/{b} { allow get: if f(); }',
      ['5 /a/{b} anyone read unknown'],
    ],
    [
      'a narrower false takes nothing back',
      'match /{d=**} { allow read: if true; }\nmatch /secret/{s} { allow read: if false; }',
      ['4 /{d=**} anyone list,read open'],
    ],
    [
      'no cascade into subcollections',
      'match /a/{b} { allow get: if true;\nmatch /c/{d} { allow get: if false; } }',
      ['4 /a/{b} anyone read open', '5 /a/{b}/c/{d} anyone read closed', '5 /a/{b}/c/{d} any-account read closed'],
    ],
    [
      'two matches of one path are or-ed',
      'match /a/{b} { allow get: if false; }\nmatch /a/{c} { allow get: if true; }',
      ['5 /a/{b} anyone read open'],
    ],
    [
      'a lookup with the caller’s uid fails without one',
      'match /a/{b} { allow get: if exists(/databases/$(database)/documents/admins/$(request.auth.uid)); }',
      ['4 /a/{b} anyone read closed', '4 /a/{b} any-account read conditional'],
    ],
  ])('%s', async (_, body, expected) => {
    expect(await firestoreBriefs(body)).toEqual(expected);
  });

  it('says when test mode ends, and that it has ended', async () => {
    const rule = (year: number) =>
      firestore(`match /{d=**} { allow read: if request.time < timestamp.date(${year}, 12, 20); }`);
    const open = await readWith(firebaseRules, { 'firestore.rules': rule(2026) });
    expect(open.declarations.map(({ declaration }) => [declaration.state, declaration.expires])).toEqual([
      ['open', '2026-12-20'],
    ]);
    const over = await readWith(firebaseRules, { 'firestore.rules': rule(2024) });
    expect(over.declarations.map(({ declaration }) => declaration.state)).toEqual(['closed', 'closed']);
    expect(over.declarations[0]?.declaration.why).toContain('2024-12-20');
  });

  it('goes on after a statement that is wrong, and says where', async () => {
    const text = firestore(
      'match /a/{b} { allow get: if (; allow list: if true; }\nmatch /c/{userId}.png { allow get; }\nmatch /d/{e} { allow get; }',
    );
    const { declarations, problems } = await readWith(firebaseRules, { 'firestore.rules': text });
    expect(declarations.map(brief)).toEqual(['4 /a/{b} anyone list open', '6 /d/{e} anyone read open']);
    expect(problems.map(({ kind, line }) => [kind, line])).toEqual([
      ['malformed', 4],
      ['malformed', 5],
    ]);
  });

  it('gives the exact column of the allow', async () => {
    const { declarations } = await readWith(firebaseRules, {
      'firestore.rules': firestore("match /é😀/{b} { /* 'x */ allow get; }"),
    });
    expect(declarations[0]?.declaration).toMatchObject({ line: 4, column: 27 });
  });
});

describe('Storage rules', () => {
  it.each<[string, string, string | undefined, string[]]>([
    ['version 1 cannot list', 'match /{p=**} { allow read; }', '', ['4 /{p=**} anyone read open']],
    ['version 2 can', 'match /{p=**} { allow read; }', undefined, ['4 /{p=**} anyone list,read open']],
    [
      'a create is an upload over a file too',
      'match /{p=**} { allow create; }',
      undefined,
      ['4 /{p=**} anyone create,overwrite open'],
    ],
    [
      'unless a file may not be there',
      'match /{p=**} { allow create: if resource == null; }',
      undefined,
      ['4 /{p=**} anyone create open'],
    ],
    [
      'size and type leave erasing to nobody',
      "match /{p=**} { allow write: if request.resource.size < 5 * 1024 * 1024 && request.resource.contentType.matches('image/.*'); }",
      undefined,
      ['4 /{p=**} anyone create,overwrite open'],
    ],
  ])('%s', async (_, body, version, expected) => {
    expect(await storageBriefs(body, version)).toEqual(expected);
  });

  it('takes the bucket from the match path', async () => {
    const text = 'service firebase.storage { match /b/acme-prod-uploads/o/{p=**} { allow write; } }';
    const { declarations } = await readWith(firebaseRules, { 'storage.rules': text });
    expect(declarations.map(({ kind, name }) => `${kind}:${name}`)).toEqual(['gcs:acme-prod-uploads']);
  });
});

describe('Realtime Database rules', () => {
  it.each<[string, string, string[]]>([
    [
      'all open',
      '{"rules":{".read":true,".write":true}}',
      [`1 / anyone list,read open`, '1 / anyone create,overwrite,delete open'],
    ],
    ['no rule', '{"rules":{}}', [`1 / anyone ${ALL} closed`, `1 / any-account ${ALL} closed`]],
    [
      'comments, trailing commas and line ends within strings',
      '{ // c\n"rules": { /* c */ ".read": "auth\n != null", }, }',
      ['2 / anyone list,read closed', '2 / any-account list,read open'],
    ],
    [
      'below a wildcard the key has to be known',
      '{"rules":{"u":{"$id":{".read":true}}}}',
      ['1 /u/{id} anyone read open'],
    ],
    [
      'a deeper false takes nothing back',
      '{"rules":{".read":true,"secret":{".read":false}}}',
      ['1 / anyone list,read open'],
    ],
    [
      'validate does not guard erasing',
      '{"rules":{"a":{".write":true,".validate":"newData.isString()"}}}',
      ['1 /a anyone create,overwrite open', '1 /a anyone delete open'],
    ],
    ['validate that never passes', '{"rules":{"a":{".write":true,".validate":false}}}', ['1 /a anyone delete open']],
    ['drop box', '{"rules":{"a":{"$id":{".write":"!data.exists()"}}}}', ['1 /a/{id} anyone create open']],
  ])('%s', async (_, text, expected) => {
    const { declarations } = await readWith(firebaseRules, { 'database.rules.json': text });
    const merged = declarations.map(brief).sort();
    expect(merged).toEqual([...expected].sort());
  });

  it('locates what is wrong and judges the rest', async () => {
    const text = '{"rules":{\n"a":{".read":"auth !== "},\n"b":{".read":1},\n"c":{".read":true}}}';
    const { declarations, problems } = await readWith(firebaseRules, { 'database.rules.json': text });
    expect(problems.map(({ line }) => line)).toEqual([2, 3]);
    expect(declarations.map(brief)).toContain('4 /c anyone list,read open');
    expect(declarations.map(brief)).toContain('2 /a anyone list,read unknown');
  });
});

describe('which backend a rules file rules', () => {
  const OPEN = '{"rules":{".read":true}}';
  const services = JSON.stringify({
    project_info: {
      project_id: 'acme-prod',
      firebase_url: 'https://acme-prod-default-rtdb.firebaseio.com',
      storage_bucket: 'acme-prod.appspot.com',
    },
    client: [{ client_info: { mobilesdk_app_id: '1:1:android:1' } }],
  });
  const names = async (files: Readonly<Record<string, string>>) => {
    const { declarations } = await readWith(firebaseRules, files);
    return [...new Set(declarations.map(({ kind, name, project }) => `${kind}:${name ?? '?'} ${project ?? '?'}`))];
  };

  it('instance, target and default project', async () => {
    expect(
      await names({
        'db/a.json': OPEN,
        'db/b.json': OPEN,
        'firebase.json':
          '{"database":[{"instance":"acme-one","rules":"db/a.json"},{"target":"two","rules":"db/b.json"}]}',
        '.firebaserc': '{"projects":{"default":"acme-prod"},"targets":{"acme-prod":{"database":{"two":["acme-two"]}}}}',
      }),
    ).toEqual(['firebase-database:acme-one acme-prod', 'firebase-database:acme-two acme-prod']);
  });

  it('google-services.json names the default instance and bucket', async () => {
    const files = {
      'database.rules.json': OPEN,
      'storage.rules': storage('match /{p=**} { allow read; }'),
      'firestore.rules': firestore('match /{p=**} { allow read; }'),
      'android/app/google-services.json': services,
    };
    expect((await names(files)).sort()).toEqual([
      'firebase-database:acme-prod-default-rtdb acme-prod',
      'firestore:acme-prod acme-prod',
      'gcs:acme-prod.appspot.com acme-prod',
    ]);
  });

  it('a named Firestore database', async () => {
    const files = {
      'fs.rules': firestore('match /{p=**} { allow read; }'),
      'firebase.json': '{"firestore":[{"database":"eu","rules":"fs.rules"}]}',
      '.firebaserc': '{"projects":{"default":"acme-prod"}}',
    };
    expect(await names(files)).toEqual(['firestore:acme-prod/eu acme-prod']);
  });

  it('leaves the name open where nothing tells it', async () => {
    expect(await names({ 'database.rules.json': OPEN })).toEqual(['firebase-database:? ?']);
  });

  it('leaves out fixtures that nothing deploys, and says so', async () => {
    const left = await readWith(firebaseRules, {
      'test/fixtures/open.rules': storage('match /{p=**} { allow read; }'),
    });
    expect(left.declarations).toEqual([]);
    expect(left.problems.map(({ kind }) => kind)).toEqual(['note']);
    const deployed = await readWith(firebaseRules, {
      'examples/open.rules': storage('match /{p=**} { allow read; }'),
      'firebase.json': '{"storage":{"rules":"examples/open.rules"}}',
    });
    expect(deployed.declarations).toHaveLength(1);
  });

  it('does not give the rules of a project within the project to that one', async () => {
    const rules = firestore('match /{p=**} { allow read; }');
    const nested = {
      'apps/b/firebase.json': '{"firestore":{"rules":"firestore.rules"}}',
      'apps/b/firestore.rules': rules,
    };
    const root = { 'firebase.json': '{}', '.firebaserc': '{"projects":{"default":"acme-prod"}}' };
    expect(await names({ ...root, ...nested })).toEqual(['firestore:apps/b/firestore.rules ?']);
    expect(await names({ ...root, ...nested, 'apps/b/.firebaserc': '{"projects":{"default":"acme-b"}}' })).toEqual([
      'firestore:acme-b acme-b',
    ]);
    expect(await names({ ...root, ...nested, 'apps/b/android/google-services.json': services })).toEqual([
      'firestore:acme-prod acme-prod',
    ]);
    expect(await names({ ...nested, 'google-services.json': services })).toEqual(['firestore:acme-prod acme-prod']);
  });

  it('leaves out an example or template within the project, and says so', async () => {
    for (const folder of ['examples/chat', 'packages/create/templates/chat']) {
      const { declarations, problems } = await readWith(firebaseRules, {
        '.firebaserc': '{"projects":{"default":"acme-prod"}}',
        [`${folder}/firebase.json`]: '{"firestore":{"rules":"firestore.rules"}}',
        [`${folder}/firestore.rules`]: firestore('match /{p=**} { allow read; }'),
      });
      expect(declarations).toEqual([]);
      expect(problems).toMatchObject([{ kind: 'note', path: `${folder}/firestore.rules` }]);
    }
  });

  it('says that a deployed rules file is missing', async () => {
    const { problems } = await readWith(firebaseRules, { 'firebase.json': '{\n"firestore":{"rules":"gone.rules"}}' });
    expect(problems).toMatchObject([{ kind: 'not-found', path: 'firebase.json', line: 2 }]);
  });

  it('leaves out a draft beside the rules that are deployed, and says so', async () => {
    const open = '{"rules":{".read":true}}';
    const files = {
      'app/firebase.json': '{"database":{"rules":"database.rules.json"}}',
      'app/database.rules.json': '{"rules":{".read":false}}',
      'app/draft.json': open,
      'other/rules.json': open,
    };
    const { declarations, problems } = await readWith(firebaseRules, files);
    const paths = declarations.map(({ declaration }) => declaration.path);
    expect(paths).toContain('other/rules.json');
    expect(paths).not.toContain('app/draft.json');
    expect(problems).toMatchObject([{ kind: 'note', path: 'app/draft.json' }]);
  });

  it('reads a draft where the deployed file is gone or holds another product', async () => {
    const draft = firestore('match /{d=**} { allow read; }');
    for (const config of ['{"firestore":{"rules":"gone.rules"}}', '{"storage":{"rules":"storage.rules"}}']) {
      const files = { 'firebase.json': config, 'storage.rules': storage(''), 'draft.rules': draft };
      const { declarations } = await readWith(firebaseRules, files);
      expect(declarations.map(({ declaration }) => declaration.path)).toContain('draft.rules');
    }
  });

  it('tells of all rules in folders of tests with one note', async () => {
    const text = firestore('match /{d=**} { allow read; }');
    const { problems } = await readWith(firebaseRules, { 'test/a.rules': text, 'test/b.rules': text });
    expect(problems).toMatchObject([{ kind: 'note', path: 'test/a.rules' }]);
    expect(problems[0]?.reason).toContain('1 more');
  });

  it('knows sign-up from firebase.json, the app, or not at all', async () => {
    const rules = firestore('match /{p=**} { allow read: if request.auth != null; }');
    const account = async (providers: string | undefined, signUp?: string) => {
      const files = {
        'firestore.rules': rules,
        'firebase.json': `{"firestore":{"rules":"firestore.rules"}${providers === undefined ? '' : `,"auth":{"providers":${providers}}`}}`,
      };
      const { declarations } = await readWith(firebaseRules, files, signUp === undefined ? {} : { signUp });
      const found = declarations.find(({ declaration }) => declaration.audience === 'any-account')?.declaration;
      return [found?.state, found?.why];
    };
    expect(await account('{"anonymous":true}')).toEqual([
      'open',
      expect.stringContaining('turns on sign-in with anonymous'),
    ]);
    expect(await account('{"anonymous":false,"emailPassword":false}')).toEqual(['mitigated', expect.any(String)]);
    expect(await account(undefined, 'signInAnonymously in lib/auth.dart')).toEqual([
      'open',
      expect.stringContaining('lib/auth.dart'),
    ]);
    expect(await account(undefined)).toEqual(['open', expect.stringContaining('not known')]);
  });
});

describe('hostile rules', () => {
  const sample = firestore(
    "function f(a) { let b = a; return b in ['x', {'y': 1}] || get(/a/$(a)/b).data.z is string; }\nmatch /a/{b=**} { allow read: if f(b) ? !true : -1 < 2; }",
  );

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(parseRules(text).problems.length).toBeLessThanOrEqual(51);
      }),
    );
  });

  it('never throws on truncated or changed rules, and judges them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(sample.length),
        fc.nat(sample.length),
        fc.string({ maxLength: 3 }),
        async (cut, at, inserted) => {
          const text = sample.slice(0, at) + inserted + sample.slice(at, Math.max(at, cut));
          const { declarations } = await readWith(firebaseRules, { 'firestore.rules': text });
          for (const { declaration } of declarations) expect(declaration.line).toBeGreaterThan(0);
        },
      ),
    );
  });

  it('never throws on arbitrary JSON rules', async () => {
    const rule = fc.oneof(fc.string(), fc.boolean(), fc.constantFrom('auth.uid == $x', 'data.val()', '/a/.x', 'a ? b'));
    const tree = fc.dictionary(
      fc.constantFrom('.read', '.write', '.validate', '$x', 'a', '.b'),
      fc.oneof(rule, fc.dictionary(fc.string(), rule)),
    );
    await fc.assert(
      fc.asyncProperty(tree, fc.nat(40), async (rules, cut) => {
        const text = JSON.stringify({ rules });
        await readWith(firebaseRules, { 'database.rules.json': text.slice(0, text.length - (cut % 3)) });
      }),
    );
  });

  it.each([
    ['parentheses', `service cloud.firestore { match /a { allow read: if ${'('.repeat(100_000)}1; } }`],
    ['negations', `service cloud.firestore { match /a { allow read: if ${'!'.repeat(100_000)}true; } }`],
    ['matches', `service cloud.firestore { ${'match /a {'.repeat(20_000)}`],
    ['a chain', `service cloud.firestore { match /{a=**} { allow read: if ${'a.'.repeat(50_000)}b; } }`],
    ['a sum', `service cloud.firestore { match /{a=**} { allow read: if 1${' + 1'.repeat(50_000)} > 0; } }`],
    ['a long or', `service cloud.firestore { match /{a=**} { allow read: if false${' || false'.repeat(50_000)}; } }`],
    [
      'functions that double',
      `service cloud.firestore { ${Array.from({ length: 25 }, (_, i) => `function f${i}() { return f${i + 1}() || f${i + 1}(); }`).join('\n')} match /{a=**} { allow read: if f0(); } }`,
    ],
    [
      'many paths',
      `service cloud.firestore { match /databases/{d}/documents { ${Array.from({ length: 5_000 }, (_, i) => `match /c${i}/{x=**} { allow read: if request.auth != null; }`).join('\n')} } }`,
    ],
    [
      'conditions with many ways and none that passes',
      `service cloud.firestore { match /databases/{d}/documents { ${Array.from(
        { length: 300 },
        (_, i) =>
          `match /c${i}/{x} { allow write: if ${Array.from({ length: 12 }, (_, j) => `(request.resource.data.f${j} == 1 || request.resource.data.f${j} == 2)`).join(' && ')} && request.resource.data.f0 == 3; }`,
      ).join('\n')} } }`,
    ],
    [
      'patterns that are hard to match',
      `service firebase.storage { match /b/{d}/o { ${Array.from(
        { length: 300 },
        (_, i) =>
          `match /c${i}/{x} { allow create: if request.resource.contentType.matches('(((a{1,9}){1,9}){1,3}|(a*)*)*b${'a?'.repeat(50)}') && request.resource.size < 0; }`,
      ).join('\n')} } }`,
    ],
    ['open comments', '/*'.repeat(100_000)],
    ['quotes', `service cloud.firestore { ${`'"`.repeat(50_000)}`],
  ])('survives %s', async (_, text) => {
    const { declarations, problems } = await readWith(firebaseRules, { 'firestore.rules': text });
    expect(declarations.length + problems.length).toBeGreaterThan(0);
  });

  it('survives deep JSON', async () => {
    const { problems } = await readWith(firebaseRules, { 'database.rules.json': `{"rules":${'{"a":'.repeat(50_000)}` });
    expect(problems.length).toBeGreaterThan(0);
  });
});
