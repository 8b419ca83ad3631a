import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firebaseRules } from '../../../src/declarations/firebase-rules/index.ts';
import { exampleOf, matchesPart, matchesWhole, regexFrom } from '../../../src/declarations/firebase-rules/regex.ts';
import { readWith } from '../read.ts';

async function told(path: string, text: string): Promise<string[]> {
  const { declarations } = await readWith(firebaseRules, { [path]: text });
  return declarations
    .filter(({ declaration }) => declaration.state !== 'closed')
    .map(({ declaration: { pattern, audience, can, state } }) => `${pattern} ${audience} ${can.join(',')} ${state}`);
}

const firestore = (body: string) =>
  told(
    'firestore.rules',
    `rules_version = '2';\nservice cloud.firestore { match /databases/{database}/documents {\n${body}\n} }`,
  );
const storage = (body: string) =>
  told('storage.rules', `rules_version = '2';\nservice firebase.storage { match /b/{bucket}/o {\n${body}\n} }`);
const database = (rules: unknown) => told('database.rules.json', JSON.stringify({ rules }));

describe('what a caller chooses is no guard', () => {
  it.each<[string, string, string[]]>([
    [
      'size and type of an upload',
      "match /up/{f} { allow create: if request.resource.size < 5 * 1024 * 1024 && request.resource.contentType.matches('image/.*|video/mp4'); }",
      ['/up/{f} anyone create,overwrite open'],
    ],
    [
      'a size that no file has',
      'match /up/{f} { allow create: if request.resource.size < 5 && request.resource.size > 10; }',
      ['/up/{f} anyone create,overwrite conditional'],
    ],
    [
      'a size below nothing',
      'match /up/{f} { allow create: if request.resource.size < 0; }',
      ['/up/{f} anyone create,overwrite conditional'],
    ],
    [
      'metadata that is no text',
      'match /up/{f} { allow create: if request.resource.metadata.n == 5; }',
      ['/up/{f} anyone create,overwrite conditional'],
    ],
    [
      'the size of a file that is there',
      'match /up/{f} { allow update: if request.resource.size < 5; }',
      ['/up/{f} anyone overwrite conditional'],
    ],
    [
      'metadata with the own uid',
      'match /up/{f} { allow create: if request.resource.metadata.owner == request.auth.uid; }',
      ['/up/{f} any-account create,overwrite open'],
    ],
    [
      'the folder of the caller',
      'match /u/{uid}/{f} { allow create: if request.auth.uid == uid && request.resource.size < 10; }',
      ['/u/{uid}/{f} any-account create,overwrite conditional'],
    ],
  ])('Storage: %s', async (_, body, expected) => {
    expect(await storage(body)).toEqual(expected);
  });

  it.each<[string, string, string[]]>([
    [
      'fields, types, sizes and times',
      "function valid(d) { let title = d.title; return title is string && title.size() > 3 && title.size() < 40 && d.at == request.time && d.n is int && d.n > 5 && d.n <= 9; }\nmatch /a/{b} { allow create: if request.resource.data.keys().hasAll(['title', 'at', 'n', 'kind']) && request.resource.data.keys().hasOnly(['title', 'at', 'n', 'kind']) && request.resource.data.kind in ['x', 'y'] && valid(request.resource.data); }",
      ['/a/{b} anyone create open'],
    ],
    [
      'fields that exclude each other',
      'match /a/{b} { allow create: if request.resource.data.a == 1 && request.resource.data.a == 2; }',
      ['/a/{b} anyone create conditional'],
    ],
    [
      'a field that hasOnly leaves out',
      "match /a/{b} { allow create: if request.resource.data.keys().hasOnly(['a']) && request.resource.data.b == 1; }",
      ['/a/{b} anyone create conditional'],
    ],
    [
      'the id in the path, sent once more',
      'match /a/{b} { allow create: if request.resource.data.id == b; }',
      ['/a/{b} anyone create open'],
    ],
    ['a page of a list', 'match /a/{b} { allow list: if request.query.limit <= 10; }', ['/a/{b} anyone list open']],
    [
      'the database, which is not the caller’s to choose',
      "match /a/{b} { allow get: if database == 'eu'; }",
      ['/a/{b} anyone read conditional'],
    ],
    [
      'a page of less than nothing',
      'match /a/{b} { allow list: if request.query.limit < 0; }',
      ['/a/{b} anyone list conditional'],
    ],
    [
      'an id that cannot be',
      "match /a/{b} { allow get: if b == 'x/y' || b == '..'; }",
      ['/a/{b} anyone read conditional'],
    ],
    [
      'the stored record',
      'match /a/{b} { allow update: if request.resource.data.v == resource.data.v + 1; }',
      ['/a/{b} anyone overwrite conditional'],
    ],
    [
      'paths by name are told one by one',
      "match /{c}/{d} { allow get: if c in ['news', 'faq']; }",
      ['/news/{d} anyone read open', '/faq/{d} anyone read open'],
    ],
    ['all paths but one', "match /{c}/{d} { allow get: if c != 'users'; }", ['/{c}/{d} anyone read open']],
    [
      'an address that nobody checks',
      "match /a/{b} { allow get: if request.auth.token.email.split('@')[1] == 'acme.com'; }",
      ['/a/{b} any-account read open'],
    ],
    [
      'one address',
      "match /a/{b} { allow get: if request.auth.token.email == 'boss@acme.com'; }",
      ['/a/{b} any-account read conditional'],
    ],
    [
      'a checked address of a provider for everybody',
      "match /a/{b} { allow get: if request.auth.token.email_verified && request.auth.token.email.matches('.*@gmail[.]com'); }",
      ['/a/{b} any-account read open'],
    ],
  ])('Firestore: %s', async (_, body, expected) => {
    expect(await firestore(body)).toEqual(expected);
  });

  const ADMIN =
    "match /secret/{s} { allow get: if get(/databases/$(database)/documents/users/$(request.auth.uid)).data.role == 'admin'; }\n";

  it.each<[string, string, string]>([
    ['who may write its own role', 'allow write: if request.auth.uid == u;', 'open'],
    [
      'who may create it with fields',
      'allow create: if request.auth.uid == u && request.resource.data.name is string;',
      'open',
    ],
    [
      'a role that stays as it is',
      'allow update: if request.auth.uid == u && request.resource.data.role == resource.data.role;',
      'conditional',
    ],
    [
      'a role that only others give',
      "allow create: if request.auth.uid == u && request.resource.data.role == 'user';",
      'conditional',
    ],
    ['nobody writes it', 'allow read: if request.auth.uid == u;', 'conditional'],
  ])('a role document is no guard for %s', async (_, rule, state) => {
    const all = await firestore(`${ADMIN}match /users/{u} { ${rule} }`);
    expect(all.filter((line) => line.startsWith('/secret/'))).toEqual([`/secret/{s} any-account read ${state}`]);
  });

  it('says what has to be sent', async () => {
    const { declarations } = await readWith(firebaseRules, {
      'storage.rules':
        "service firebase.storage { match /b/{bucket}/o { match /{f} { allow create: if request.resource.contentType.matches('image/.*'); } } }",
    });
    expect(declarations[0]?.declaration.why).toContain('that sends contentType "image/x"');
  });

  it.each<[string, unknown, string[]]>([
    [
      'fields with rules of their own',
      {
        posts: {
          $p: {
            '.write': "newData.hasChildren(['title','n'])",
            title: { '.validate': 'newData.isString() && newData.val().length < 9' },
            n: { '.validate': 'newData.isNumber() && newData.val() > 3' },
            $other: { '.validate': false },
          },
        },
      },
      ['/posts/{p} anyone create,overwrite open'],
    ],
    [
      'a field that cannot be sent',
      { posts: { $p: { '.write': "newData.hasChildren(['title'])", title: { '.validate': false } } } },
      ['/posts/{p} anyone create,overwrite conditional'],
    ],
    [
      'the own uid',
      { posts: { $p: { '.write': "newData.child('by').val() === auth.uid && auth != null" } } },
      ['/posts/{p} any-account create,overwrite open'],
    ],
    ['one path', { posts: { $p: { '.read': "$p === 'open'" } } }, ['/posts/open anyone read open']],
  ])('Realtime Database: %s', async (_, rules, expected) => {
    expect(await database(rules)).toEqual(expected);
  });
});

describe('patterns', () => {
  const pattern = fc
    .array(
      fc.constantFrom('a', 'b', '[ab]', '[^a]', '.', 'a*', 'b+', '(?:ab|b)?', '\\d', '^', '$', 'a{1,2}', '|', '(a|b)*'),
      {
        maxLength: 8,
      },
    )
    .map((parts) => parts.join(''));
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '1', 'c'), maxLength: 6 });

  it('match what the engine of JavaScript matches', () => {
    fc.assert(
      fc.property(pattern, text, (source, given) => {
        const regex = regexFrom(source);
        expect(regex).toBeDefined();
        if (regex === undefined) return;
        expect(matchesPart(regex, given)).toBe(new RegExp(source).test(given));
        expect(matchesWhole(regex, given)).toBe(new RegExp(`^(?:${source})$`).test(given));
      }),
    );
  });

  it('give an example where they have one', () => {
    for (const source of ['image/.*', '[a-z0-9._%+-]+@acme[.]com', '^\\d{4}-\\d{2}$', '(?:png|jpe?g)', '\\w+\\.pdf']) {
      const regex = regexFrom(source);
      expect(regex && matchesWhole(regex, exampleOf(regex, 1))).toBe(true);
    }
  });

  it('never fails or hangs on what is no pattern', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (source, given) => {
        const regex = regexFrom(source);
        if (regex !== undefined) expect(matchesWhole(regex, given)).toBeTypeOf('boolean');
      }),
    );
    const evil = regexFrom('(a*)*(a|a)*(a+)+$');
    expect(evil && matchesPart(evil, `${'a'.repeat(200)}b`)).toBe(false);
  });
});
