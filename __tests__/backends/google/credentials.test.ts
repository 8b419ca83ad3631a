import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firebaseProject } from '../../../src/backends/google/firebase-project.ts';
import { googleApiKey } from '../../../src/backends/google/google-api-key.ts';
import { googleServiceAccount } from '../../../src/backends/google/google-service-account.ts';
import { sample } from '../../../src/backends/samples.ts';
import { answer, ask, backendOf, credentialsIn, textOf } from '../../helpers/backends.ts';

const BODY = `MIIEvQIBADANBgkqhkiG9w0BAQEFAASC${sample('alnum', 800)}`;
const BEGIN = `${'-----BEGIN PRIVATE'} KEY-----`;
const END = `${'-----END PRIVATE'} KEY-----`;
const EMAIL = 'firebase-adminsdk-ab1cd@acme-prod.iam.gserviceaccount.com';

describe('a service account key', () => {
  const pem = `${BEGIN}\\n${BODY}\\n${END}\\n`;

  it('is one credential, however often its line breaks are escaped', () => {
    const forms = [0, 1, 2, 3].map((slashes) =>
      pem.replaceAll('\\n', slashes === 0 ? '\n' : `${'\\'.repeat(slashes)}n`),
    );
    const secrets = forms.map(
      (form) =>
        credentialsIn(googleServiceAccount, textOf(form, 'private_key', [{ key: 'client_email', value: EMAIL }]))[0]
          ?.secret,
    );
    expect(new Set(secrets)).toEqual(new Set([BODY]));
  });

  it('is named by its e-mail and graded administrative', () => {
    const [found] = credentialsIn(googleServiceAccount, textOf(pem, 'private_key', [{ value: EMAIL }]));
    expect(found).toMatchObject({
      subject: EMAIL,
      grade: 'administrative',
      rule: 'google-service-account-key',
      details: { project: 'acme-prod', clientEmail: EMAIL },
    });
    expect(found?.why).toContain('Admin SDK');
  });

  it('is put together from pieces that stand in other strings', () => {
    const pieces = [{ value: BODY.slice(0, 400) }, { value: EMAIL }];
    expect(credentialsIn(googleServiceAccount, textOf(`${BEGIN}\n`, undefined, pieces))[0]?.secret).toBe(
      BODY.slice(0, 400),
    );
  });

  it('is nobody’s without an e-mail, and none without a key', () => {
    expect(credentialsIn(googleServiceAccount, textOf(pem))).toEqual([]);
    expect(credentialsIn(googleServiceAccount, textOf(BEGIN, undefined, [{ value: EMAIL }]))).toEqual([]);
  });

  it('never throws and never hangs on what only looks like one', () => {
    const part = fc.constantFrom(
      BEGIN,
      END,
      EMAIL,
      '\\n',
      '\\\\',
      'MII',
      BODY.slice(0, 64),
      '"',
      '@appspot.gserviceaccount.com',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), fc.array(part, { maxLength: 5 }), (own, beside) => {
        credentialsIn(
          googleServiceAccount,
          textOf(
            own.join(''),
            'private_key',
            beside.map((value) => ({ value })),
          ),
        );
      }),
    );
  });
});

describe('a Google API key', () => {
  const key = `AIzaSy${sample('alnum', 33)}`;
  const other = `AIzaSy${sample('alnum', 33, 9)}`;
  const gradeOf = (value: string, name?: string, around: { key?: string; value: string }[] = []) => {
    const [found] = credentialsIn(googleApiKey, textOf(value, name, around));
    return [found?.grade, found?.rule];
  };
  const GEMINI = ['privileged', 'google-api-key-gemini'];
  const PUBLIC = ['public', undefined];

  it('is public by design under the names of Firebase and Maps', () => {
    for (const name of ['google_api_key', 'current_key', 'API_KEY', 'com.google.android.geo.API_KEY'])
      expect(gradeOf(key, name)).toEqual(PUBLIC);
  });

  it('is a credential where the app calls Gemini with it', () => {
    expect(gradeOf(key, 'GEMINI_API_KEY')).toEqual(GEMINI);
    expect(
      gradeOf(`https://generativelanguage.googleapis.com/v1beta/models/gemini-pro:generateContent?key=${key}`),
    ).toEqual(GEMINI);
    expect(gradeOf(key, undefined, [{ value: 'https://generativelanguage.googleapis.com/v1beta' }])).toEqual(GEMINI);
  });

  it('is not taken for the Gemini key if another stands there too, or if it has a name of its own', () => {
    const api = { value: 'https://generativelanguage.googleapis.com/v1beta' };
    expect(gradeOf(key, undefined, [api, { value: other }])).toEqual(PUBLIC);
    expect(gradeOf(key, 'google_api_key', [api])).toEqual(PUBLIC);
  });
});

describe('probing a Firebase project', () => {
  const details = {
    apiKey: `AIzaSy${sample('alnum', 33)}`,
    appId: '1:932398433474:android:64f0aa11bb22cc33',
    projectNumber: '932398433474',
  };
  const backend = backendOf(firebaseProject, 'acme-prod', { details });

  it('asks nothing without a key', () => {
    expect(ask(firebaseProject, backendOf(firebaseProject, 'acme-prod'), 'read', () => answer(200))).toEqual([]);
  });

  it('reports Remote Config only if a value looks like a secret, and never shows it', () => {
    const secret = `sk_live_${sample('alnum', 24)}`;
    const verdictOf = (entries: object) =>
      ask(firebaseProject, backend, 'read', () => answer(200, { entries, state: 'UPDATE' }))[0]?.verdict;
    expect(verdictOf({ stripe: secret })).toMatchObject({ outcome: 'open', can: [] });
    expect(verdictOf({ stripe: secret })?.why).not.toContain(secret);
    expect(verdictOf({ colour: 'red' })?.outcome).toBe('undecided');
  });

  const keyProbes = ['firebase-project-config', 'firebase-key-gemini'] as const;
  const outcomesOf = (status: number, body: object) =>
    ask(firebaseProject, backend, 'read', () => answer(status, body))
      .filter(({ request }) => keyProbes.some((id) => id === request.id))
      .map(({ verdict }) => verdict.outcome);
  const refusedFor = (reason: string) => ({ error: { code: 403, status: 'PERMISSION_DENIED', details: [{ reason }] } });

  it.each<[string, number, object, readonly string[]]>([
    ['restricted to other APIs', 403, refusedFor('API_KEY_SERVICE_BLOCKED'), ['undecided', 'closed']],
    ['restricted to websites', 403, refusedFor('API_KEY_HTTP_REFERRER_BLOCKED'), ['undecided', 'undecided']],
    ['restricted to Android apps', 403, refusedFor('API_KEY_ANDROID_APP_BLOCKED'), ['undecided', 'undecided']],
    ['of a project without the API', 403, refusedFor('SERVICE_DISABLED'), ['undecided', 'closed']],
    ['of a project without billing', 403, refusedFor('BILLING_DISABLED'), ['undecided', 'undecided']],
    ['dead', 400, { error: { details: [{ reason: 'API_KEY_INVALID' }] } }, ['closed', 'closed']],
    ['live and for Gemini', 200, { projectId: '1', models: [{ name: 'models/a' }] }, ['undecided', 'open']],
    ['live, anonymous sign-in on', 200, { projectId: '1', enableAnonymousUser: true }, ['open', 'undecided']],
    ['live, anonymous sign-in off', 200, { projectId: '1', enableAnonymousUser: false }, ['undecided', 'undecided']],
    ['answered by a page', 200, {}, ['undecided', 'undecided']],
  ])('says what a key is: %s', (_name, status, body, outcomes) => {
    expect(outcomesOf(status, body)).toEqual(outcomes);
  });

  it('asks Gemini only with the consent to use the key, and keeps the key out of the address', () => {
    const gemini = firebaseProject.probing?.plan(backend, 'n').find(({ id }) => id === 'firebase-key-gemini');
    expect(firebaseProject.probing?.specs.find(({ id }) => id === gemini?.id)?.consent).toBe('use-credential');
    expect(gemini?.url).not.toContain(backend.details.apiKey);
    const observed = [{ probe: 'firebase-key-gemini', outcome: 'open', can: [], status: 200, why: '' }] as const;
    expect(firebaseProject.extra?.({ ...backend, observed }).map(({ rule }) => rule)).toEqual([
      'firebase-project-gemini-key',
    ]);
  });

  it('creates a user only with a consent of its own', () => {
    const empty = firebaseProject.probing?.plan(backend, 'n').find((request) => request.body === '{}');
    const spec = firebaseProject.probing?.specs.find(({ id }) => id === empty?.id);
    expect(spec).toMatchObject({ mode: 'write', consent: 'create-record' });
  });

  it.each([
    ['ADMIN_ONLY_OPERATION', 'closed'],
    ['OPERATION_NOT_ALLOWED', 'closed'],
    ['INVALID_EMAIL', 'undecided'],
    ['API_KEY_SERVICE_BLOCKED', 'undecided'],
  ])('takes %s as %s', (message, outcome) => {
    const asked = ask(firebaseProject, backend, 'write', () => answer(400, { error: { code: 400, message } }));
    expect(asked.map(({ verdict }) => verdict.outcome)).toContain(outcome);
    expect(asked.map(({ verdict }) => verdict.outcome)).not.toContain('open');
  });

  it('makes findings of its own from what was observed, without an access', () => {
    const observed = [{ probe: 'firebase-sign-up-anonymous', outcome: 'open', can: [], status: 200, why: '' }] as const;
    expect(
      firebaseProject.extra?.(backendOf(firebaseProject, 'acme-prod', { observed })).map(({ rule }) => rule),
    ).toEqual(['firebase-project-anonymous-sign-in']);
    expect(firebaseProject.extra?.(backend)).toEqual([]);
  });
});
