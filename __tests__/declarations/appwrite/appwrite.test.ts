import { describe, expect, it } from 'vitest';
import { appwriteConfig } from '../../../src/declarations/appwrite/index.ts';
import { demandTotal } from '../hostile.ts';
import { brief, readWith } from '../read.ts';

const read = async (config: object, path = 'appwrite.json') =>
  (await readWith(appwriteConfig, { [path]: JSON.stringify(config) })).declarations;
const collection = (permissions: readonly string[], more: object = {}) => ({
  projectId: 'acme-prod',
  collections: [{ $id: 'users', databaseId: 'main', name: 'Users', $permissions: permissions, ...more }],
});
const AT = '/databases/main/collections/Users';

describe('permissions of Appwrite', () => {
  it.each([
    ['any is everybody', ['read("any")'], [`1 ${AT} anyone list,read open`]],
    ['guests have no account', ['create("guests")'], [`1 ${AT} anyone create open`]],
    ['users are whoever signs up', ['update("users")'], [`1 ${AT} any-account overwrite open`]],
    ['write is three things', ['write("any")'], [`1 ${AT} anyone create,overwrite,delete open`]],
    ['verified users signed up, too', ['delete("users/verified")'], [`1 ${AT} any-account delete open`]],
    ['a team is chosen', ['read("team:admins")'], []],
    ['a user is one', ['read("user:abc")'], []],
    ['a label is given', ['read("label:admin")'], []],
    ['no permission', [], []],
    ['something else than a permission', ['anything', 'read(any)', 'read("anybody")'], []],
  ])('%s', async (_title, permissions, expected) => {
    expect((await read(collection(permissions))).map(brief)).toEqual(expected);
  });

  it('names the project, so that it meets the app’s', async () => {
    expect(await read(collection(['read("any")']))).toMatchObject([{ kind: 'appwrite', name: 'acme-prod' }]);
  });

  it('knows tables and buckets', async () => {
    const config = {
      projectId: 'p',
      tables: [{ $id: 't', databaseId: 'd', $permissions: ['read("any")'] }],
      buckets: [{ $id: 'b', name: 'Avatars', $permissions: ['delete("any")'] }],
    };
    expect((await read(config, 'backend/appwrite.config.json')).map(brief)).toEqual([
      '1 /databases/d/tables/t anyone list,read open',
      '1 /storage/buckets/Avatars anyone delete open',
    ]);
  });

  it('knows what is switched off', async () => {
    expect((await read(collection(['read("any")'], { enabled: false }))).map(brief)).toEqual([
      `1 ${AT} anyone list,read mitigated`,
    ]);
    const settings = { auth: { methods: { jwt: true, 'email-password': false, anonymous: false } } };
    expect((await read({ ...collection(['read("users")']), settings })).map(brief)).toEqual([
      `1 ${AT} any-account list,read mitigated`,
    ]);
  });

  it('takes an omitted list for none', async () => {
    expect(await read({ projectId: 'p', collections: [{ $id: 'x', databaseId: 'd' }] })).toEqual([]);
  });

  it('says which line of a broken file', async () => {
    const { problems } = await readWith(appwriteConfig, { 'appwrite.json': '{\n"collections": [\n}' });
    expect(problems).toMatchObject([{ kind: 'malformed', path: 'appwrite.json', line: 3 }]);
  });
});

it('gives a reading of whatever it is handed', async () => {
  await demandTotal(appwriteConfig, ['appwrite.json'], [JSON.stringify(collection(['read("any")', 'write("users")']))]);
}, 60_000);
