import { describe, expect, it } from 'vitest';
import { pocketbaseSchemas } from '../../../src/declarations/pocketbase/index.ts';
import { judgeRule } from '../../../src/declarations/pocketbase/rule.ts';
import { demandTotal } from '../hostile.ts';
import { brief, readWith } from '../read.ts';

describe('API rules', () => {
  it.each([
    [null, 'nobody', 'locked: superusers alone'],
    ['', 'anyone', 'empty: everybody, guests included'],
    ['   ', 'anyone', 'blank is empty'],
    ['@request.auth.id != ""', 'any-account', 'signed in'],
    ["@request.auth.id != ''", 'any-account', 'the other quotes'],
    ['@request.auth.id != null', 'any-account', 'null is no id'],
    ['"" != @request.auth.id', 'any-account', 'the other way round'],
    ['@request.auth.id = ""', 'anyone', 'a typo lets guests in'],
    ['@request.auth.id != "" && user = @request.auth.id', 'depends', 'the owner'],
    ['@request.auth.id != "" || published = true', 'any-account', 'accounts see all, guests some'],
    ['id = @request.auth.id', 'depends', 'the record itself'],
    ['@request.auth.role = "admin"', 'depends', 'a field that somebody sets'],
    ['@request.auth.verified = true', 'depends', 'a field of the account'],
    ['(@request.auth.id != "")', 'any-account', 'parentheses'],
    ['1 = 1', 'anyone', 'always true'],
    ['1 = 2 || @request.auth.id != ""', 'any-account', 'a false part'],
    ['status = "published"', 'depends', 'some records'],
    ['@request.auth.collectionName = "admins"', 'depends', 'accounts of one kind'],
    ['@request.auth.id !=', 'depends', 'cut off'],
    ['((((', 'depends', 'nothing closes'],
  ])('%j: %s (%s)', (rule, expected, _why) => {
    expect(judgeRule(rule)).toBe(expected);
  });
});

const read = async (files: Readonly<Record<string, string>>) =>
  (await readWith(pocketbaseSchemas, files)).declarations.map(brief);
const only = (all: readonly string[], state: string) => all.filter((one) => one.endsWith(` ${state}`));

const CREATED = `migrate((db) => {
  const collection = new Collection({
    "id": "abc", "name": "orders", "type": "base",
    "listRule": "", "viewRule": "", "createRule": null,
    "updateRule": "@request.auth.id != ''", "deleteRule": "user = @request.auth.id"
  });
  return Dao(db).saveCollection(collection);
}, (db) => {
  const dao = new Dao(db);
  return dao.deleteCollection(dao.findCollectionByNameOrId("abc"));
})`;

describe('migrations', () => {
  it('follows a collection as it is made', async () => {
    expect(await read({ 'pb_migrations/1_created_orders.js': CREATED })).toEqual([
      '4 /orders anyone list,read open',
      '4 /orders anyone read open',
      '4 /orders anyone create closed',
      '5 /orders any-account overwrite open',
      '5 /orders anyone delete conditional',
    ]);
  });

  it.each([
    [
      'members that are set',
      'const c = dao.findCollectionByNameOrId("abc")\n  c.listRule = null\n  c.viewRule = null\n  return dao.saveCollection(c)',
    ],
    [
      'members that are merged in',
      'const c = app.findCollectionByNameOrId("orders")\n  unmarshal({ "listRule": null, "viewRule": null }, c)\n  return app.save(c)',
    ],
    ['a collection that is erased', 'const c = app.findCollectionByNameOrId("abc")\n  return app.delete(c)'],
    ['an erased one, by its name in place', 'return app.delete(app.findCollectionByNameOrId("orders"))'],
  ])('a later migration wins: %s', async (_title, body) => {
    const files = {
      'pb_migrations/1_a.js': CREATED,
      'pb_migrations/2_b.js': `migrate((app) => {\n  ${body}\n}, (app) => { const c = app.findCollectionByNameOrId("abc"); c.listRule = ""; app.save(c) })`,
    };
    expect(only(await read(files), 'open').filter((one) => one.includes('anyone'))).toEqual([]);
  });

  it('takes the place of the last change', async () => {
    const files = {
      'pb_migrations/1_a.js': CREATED,
      'pb_migrations/2_b.js':
        'migrate((app) => {\n  const c = app.findCollectionByNameOrId("abc");\n  c.deleteRule = "";\n  return app.save(c);\n})',
    };
    expect(only(await read(files), 'open')).toContain('3 /orders anyone delete open');
  });

  it('imports a snapshot, and forgets what is not in it', async () => {
    const snapshot = `migrate((db) => {
  const snapshot = [{ "id": "x", "name": "posts", "type": "base", "listRule": "" }];
  const collections = snapshot.map((item) => new Collection(item));
  return Dao(db).importCollections(collections, true, null);
})`;
    expect(await read({ 'pb_migrations/1_a.js': CREATED, 'pb_migrations/2_s.js': snapshot })).toEqual([
      '2 /posts anyone list,read open',
    ]);
  });

  it('does not take registration for a hole, and knows where there is none', async () => {
    const users = (rule: string) =>
      `migrate((app) => { app.save(new Collection({ "name": "users", "type": "auth", "createRule": ${rule}, "listRule": "@request.auth.id != ''" })) })`;
    expect(await read({ 'pb_migrations/1.js': users('""') })).toEqual([
      '1 /users any-account list,read open',
      '1 /users anyone create conditional',
    ]);
    expect(only(await read({ 'pb_migrations/1.js': users('null') }), 'mitigated')).toEqual([
      '1 /users any-account list,read mitigated',
    ]);
  });

  it('leaves system collections and the writing of views alone', async () => {
    const text =
      'migrate((app) => { app.save(new Collection({ name: "_superusers", listRule: "" })); app.save(new Collection({ name: "v", type: "view", listRule: "", deleteRule: "" })) })';
    expect(await read({ 'pb_migrations/1.js': text })).toEqual(['1 /v anyone list,read open']);
  });

  it('says what it cannot know', async () => {
    const text = 'migrate((app) => { app.save(new Collection({ name: "x", listRule: RULES.open })) })';
    expect(await read({ 'pb_migrations/1.js': text })).toEqual(['1 /x anyone list,read unknown']);
  });

  it('takes an omitted rule for locked', async () => {
    expect(
      await read({ 'pb_migrations/1.js': 'migrate((app) => { app.save(new Collection({ name: "x" })) })' }),
    ).toEqual([]);
  });

  it('says which line of a broken migration', async () => {
    const { problems } = await readWith(pocketbaseSchemas, {
      'pb_migrations/1.js': 'migrate((app) => {\n  const = 1;\n})',
    });
    expect(problems).toMatchObject([{ kind: 'malformed', path: 'pb_migrations/1.js', line: 2 }]);
  });
});

describe('exported schemas', () => {
  const SCHEMA = JSON.stringify([{ id: 'a', name: 'books', type: 'base', listRule: '', deleteRule: null }], null, 1);

  it('count where there are no migrations', async () => {
    expect(await read({ 'pb_schema.json': SCHEMA })).toEqual([
      '6 /books anyone list,read open',
      '7 /books anyone delete closed',
    ]);
    expect(await read({ 'pb_schema.json': SCHEMA, 'pb_migrations/1.js': CREATED })).not.toContain(
      '6 /books anyone list,read open',
    );
  });

  it('say which line is broken', async () => {
    const { problems } = await readWith(pocketbaseSchemas, { 'pb_schema.json': '[\n{"name": }\n]' });
    expect(problems).toMatchObject([{ kind: 'malformed', path: 'pb_schema.json', line: 2 }]);
  });
});

it('gives a reading of whatever it is handed', async () => {
  await demandTotal(
    pocketbaseSchemas,
    ['pb_migrations/1.js', 'pb_schema.json'],
    [CREATED, '[{"name":"x","listRule":"a = 1 && (b != \'\')"}]'],
  );
}, 60_000);
