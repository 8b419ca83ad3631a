import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlaceholderSecret, isSampleName } from '../../src/backends/placeholders.ts';
import { around, HOST_END, HOST_START, literalPath, matches, once, spellings } from '../../src/backends/recognition.ts';
import { BACKENDS } from '../../src/backends/registry.ts';
import { sample } from '../../src/backends/samples.ts';
import { textOf } from '../helpers/backends.ts';

describe('the literal path of a URL', () => {
  it.each([
    ['/users.json?auth=x', '/users.json'],
    ['/users/42#top', '/users/42'],
    [':443/users', '/users'],
    ['//users//42/', '/users/42'],
    ['/users/%s/photos', '/users'],
    ['/users/${uid}', '/users'],
    ['/users/{uid}/photos', '/users'],
    ['/users/:uid', '/users'],
    ['/users"', '/users'],
    ['/users\\"', '/users'],
    ['/', undefined],
    ['', undefined],
    ['?x=/users', undefined],
    [' /users', undefined],
  ])('of %j is %j', (rest, path) => {
    expect(literalPath(rest)).toBe(path);
  });

  it('is bounded, begins with a slash and holds no template, whatever follows the host', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 600 }), (rest) => {
        const path = literalPath(`/${rest}`);
        if (path === undefined) return;
        expect(path.length).toBeLessThanOrEqual(257);
        expect(path).toMatch(/^\/[^\s{}$%?#"']+$/);
      }),
    );
  });
});

describe('the boundaries of a host', () => {
  const host = new RegExp(`${HOST_START}acme\\.invalid${HOST_END}`, 'g');
  const found = (value: string) => Array.from(matches(value, host)).length;

  it.each([
    'acme.invalid',
    'https://acme.invalid/x',
    '"acme.invalid"',
    'at acme.invalid.',
    'acme.invalid:443',
    'acme.invalidhttps://b.invalid',
    '\0acme.invalid\0',
    'user@acme.invalid',
  ])('accept %j', (value) => {
    expect(found(value)).toBe(1);
  });

  it.each([
    'xacme.invalid',
    'a.acme.invalid',
    'my-acme.invalid',
    '%sacme.invalid',
    '%2Facme.invalid',
    '}acme.invalid',
    '*acme.invalid',
    'acme.invalidx',
    'acme.invalid.example',
    'acme.invalid-x',
    'acme.invalid_x',
    '\\nacme.invalid'.slice(1),
  ])('refuse %j', (value) => {
    expect(found(value)).toBe(0);
  });
});

describe('a name that is nobody’s', () => {
  it.each([
    'your-project-id',
    'my-awesome-app',
    'my_app',
    'project-id',
    'undefined',
    'YOUR_PROJECT',
    'xxxx',
    'fake-bucket',
    'abcdefghijklmnop',
    'some-other-database',
  ])('is %s', (name) => {
    expect(isSampleName(name)).toBe(true);
  });

  it.each([
    'acme-prod',
    'acme',
    'myfitness',
    'my-fitness-pal',
    'project-x-9f3',
    'shop-database-1a2b',
    'appstore-eu',
    'damn-vulnerable-bank',
    'androgoat-42597',
    'testament',
  ])('is not %s', (name) => {
    expect(isSampleName(name)).toBe(false);
  });
});

describe('a secret that is none', () => {
  it.each([
    'YOUR_API_KEY_HERE',
    'xxxxxxxxxxxxxxxx',
    '<your-secret>',
    '0123456789abcdef0123',
    '****************',
    'REDACTED-REDACTED',
    'changeme-changeme',
  ])('is %s', (secret) => {
    expect(isPlaceholderSecret(secret)).toBe(true);
  });

  it('is not what is random', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      for (const alphabet of ['hex', 'alnum', 'base32'] as const) {
        const secret = sample(alphabet, 32, seed);
        expect([secret, isPlaceholderSecret(secret)]).toEqual([secret, false]);
      }
    }
  });
});

describe('what stands around a text', () => {
  it('is asked once for all definitions', () => {
    let asked = 0;
    const text = {
      ...textOf('x'),
      around: () => {
        asked += 1;
        return [{ value: 'y' }];
      },
    };
    expect([around(text), around(text)]).toEqual([[{ value: 'y' }], [{ value: 'y' }]]);
    expect(asked).toBe(1);
  });
});

it('computes a shared fact once, also if it is undefined', () => {
  let computed = 0;
  const fact = once(() => {
    computed += 1;
    return undefined;
  });
  expect([fact(), fact(), computed]).toEqual([undefined, undefined, 1]);
});

it('spells a name in the ways of config files, code and bundlers', () => {
  expect(spellings('twilio_auth_token')).toEqual([
    'twilio_auth_token',
    'twilio_authtoken',
    'twilioauthtoken',
    'twilio-auth-token',
    'twilio.auth.token',
    'expo_public_twilio_auth_token',
    'react_app_twilio_auth_token',
    'vite_twilio_auth_token',
    'next_public_twilio_auth_token',
  ]);
});

function fail(index: number): never {
  throw new Error(`no example ${index}`);
}

describe('every definition', () => {
  const examples = BACKENDS.flatMap((definition) => definition.examples.map((example) => ({ definition, example })));

  it('survives a cut or a changed character anywhere in its examples', () => {
    fc.assert(
      fc.property(
        fc.nat(examples.length - 1),
        fc.nat(2000),
        fc.nat(2000),
        fc.string({ maxLength: 3 }),
        (index, from, length, put) => {
          const { definition, example } = examples[index] ?? fail(index);
          const start = from % (example.text.length + 1);
          const value = example.text.slice(0, start) + put + example.text.slice(start + (length % 40));
          for (const mention of definition.recognise(textOf(value, example.key, example.around ?? []))) {
            expect(mention.kind).toBe(definition.kind);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });
});
