import { describe, expect, it } from 'vitest';
import { parseSchemas } from '../../../src/declarations/parse/index.ts';
import { demandTotal } from '../hostile.ts';
import { brief, readWith } from '../read.ts';

const read = async (files: Readonly<Record<string, string>>) =>
  (await readWith(parseSchemas, files)).declarations.map(brief);
const script = (permissions: string, name = 'Order') =>
  `const schema = {\n className: '${name}',\n fields: {},\n classLevelPermissions: ${permissions},\n};`;

describe('class-level permissions', () => {
  it.each([
    ['finding is listing and reading', "{ find: { '*': true } }", ['4 /classes/Order anyone list,read open']],
    ['getting is reading by id', "{ get: { '*': true } }", ['4 /classes/Order anyone read open']],
    ['counting and adding fields open no data', "{ count: { '*': true }, addField: { '*': true } }", []],
    ['erasing', "{ delete: { '*': true } }", ['4 /classes/Order anyone delete open']],
    [
      'whoever is signed in',
      '{ update: { requiresAuthentication: true } }',
      ['4 /classes/Order any-account overwrite open'],
    ],
    ['a role', "{ find: { 'role:admin': true } }", []],
    ['a user', '{ find: { abcdefghij: true } }', []],
    ['nobody', '{ find: {} }', []],
    ['set to false', "{ find: { '*': false } }", []],
    ['given, but empty', '{}', []],
  ])('%s', async (_title, permissions, expected) => {
    expect(await read({ 'schema/order.js': script(permissions) })).toEqual(expected);
  });

  it('does not know what an omitted list means', async () => {
    expect(
      await read({ 'schema/order.js': "const s = { className: 'Order', fields: {} }; // classLevelPermissions" }),
    ).toEqual([]);
  });

  it('is not sure where objects get access lists of their own', async () => {
    const files = {
      'schema/order.ts': script("{ find: { '*': true }, create: { '*': true } }"),
      'cloud/main.js': 'const acl = new Parse.ACL(user); order.setACL(acl);',
    };
    expect(await read(files)).toEqual([
      '4 /classes/Order anyone list,read conditional',
      '4 /classes/Order anyone create open',
    ]);
  });

  it('does not take signing up for a hole', async () => {
    expect(await read({ 'schema/user.js': script("{ create: { '*': true }, find: { '*': true } }", '_User') })).toEqual(
      ['4 /classes/_User anyone create conditional', '4 /classes/_User anyone list,read conditional'],
    );
  });

  it('follows names', async () => {
    const text = `const open = { '*': true };\nconst clp = { find: open };\nexport default { className: 'Order', classLevelPermissions: clp };`;
    expect(await read({ 'schema/order.ts': text })).toEqual(['2 /classes/Order anyone list,read open']);
  });

  it('says what is put together in code', async () => {
    const { problems } = await readWith(parseSchemas, {
      'schema/order.js': script("{ ...common, find: { '*': true } }"),
    });
    expect(problems).toMatchObject([{ kind: 'unresolved', path: 'schema/order.js', line: 4 }]);
  });

  it('reads an exported schema', async () => {
    const text = JSON.stringify({
      results: [{ className: 'Order', fields: {}, classLevelPermissions: { find: { '*': true }, update: {} } }],
    });
    expect(await read({ 'backup/schema.json': text })).toEqual(['1 /classes/Order anyone list,read open']);
  });

  it('leaves bundles, tests and other code alone', async () => {
    const text = script("{ find: { '*': true } }");
    expect(await read({ 'public/parse.min.js': `${text}${' '.repeat(6000)}x` })).toEqual([]);
    expect(await read({ 'spec/schema.js': text })).toEqual([]);
    expect(await read({ 'src/index.js': 'export const a = 1;' })).toEqual([]);
  });

  it('says which line is broken', async () => {
    const { problems } = await readWith(parseSchemas, {
      'schema/order.js': 'const s = {\n className: "A", classLevelPermissions: {\n',
    });
    expect(problems).toMatchObject([{ kind: 'malformed', path: 'schema/order.js', line: 3 }]);
  });
});

it('gives a reading of whatever it is handed', async () => {
  await demandTotal(
    parseSchemas,
    ['schema/a.js', 'schema.json'],
    [script("{ find: { '*': true } }"), '{"results":[{"className":"A","classLevelPermissions":{"find":{"*":true}}}]}'],
  );
}, 60_000);
