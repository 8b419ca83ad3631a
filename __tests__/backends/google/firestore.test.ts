import { describe, expect, it } from 'vitest';
import type { ProbeAnswer, ProbeRequest } from '../../../src/backends/backend.ts';
import { firestore } from '../../../src/backends/google/firestore.ts';
import { answer, ask, backendOf, backendsIn, proved, textOf } from '../../helpers/backends.ts';

const FIREBASE = { key: 'google_app_id', value: '1:932398433474:android:64f0aa11bb22cc33' };

describe('recognising', () => {
  it('keeps project, database and API key for the probes', () => {
    const key = `AIzaSy${'Qw3rTy7UiOp'.repeat(3)}`;
    const [found] = backendsIn(
      firestore,
      textOf('acme-prod', 'project_id', [FIREBASE, { key: 'google_api_key', value: key }]),
    );
    expect(found).toMatchObject({
      name: 'acme-prod',
      details: { project: 'acme-prod', database: '(default)', apiKey: key },
    });
  });

  it('takes collections from the URL and from the calls around it', () => {
    const url = 'https://firestore.googleapis.com/v1/projects/acme-prod/databases/(default)/documents/users/42';
    const around = [
      { value: `collection(db, "orders")` },
      { value: `db.collection('chats').doc(id)` },
      { value: 'collectionGroup(getDb(), `posts`)' },
    ];
    expect(backendsIn(firestore, textOf(url, undefined, around))[0]?.paths).toEqual([
      '/users',
      '/orders',
      '/chats',
      '/posts',
    ]);
  });

  it('asks for the surroundings once, however often the project is named', () => {
    let asked = 0;
    const url = 'https://firestore.googleapis.com/v1/projects/acme-prod/databases/(default)/documents/users ';
    const text = {
      ...textOf(url.repeat(50)),
      around: () => {
        asked += 1;
        return [];
      },
    };
    expect(backendsIn(firestore, text)).toHaveLength(50);
    expect(asked).toBe(1);
  });
});

interface Rules {
  readonly list?: (collection: string) => boolean;
  readonly get?: (collection: string) => boolean;
  readonly update?: (collection: string) => boolean;
  readonly delete?: (collection: string) => boolean;
}

const DENIED = answer(403, {
  error: { code: 403, message: 'Missing or insufficient permissions.', status: 'PERMISSION_DENIED' },
});

/**
 * Answers as production was observed to: rules first, then existence. Throws if a request could write.
 */
function serviceWith(rules: Rules) {
  return (request: ProbeRequest): ProbeAnswer => {
    const body = request.body === undefined ? undefined : JSON.parse(request.body);
    if (request.url.endsWith(':runAggregationQuery')) {
      const collection = body.structuredAggregationQuery.structuredQuery.from[0].collectionId;
      const count = { result: { aggregateFields: { n: { integerValue: '1' } } }, readTime: '2026-01-01T00:00:00Z' };
      return rules.list?.(collection) === true ? answer(200, [count]) : DENIED;
    }
    if (request.method === 'GET') {
      const collection = request.url.split('/').at(-2) ?? '';
      const missing = { error: { code: 404, message: `Document "${request.url}" not found.`, status: 'NOT_FOUND' } };
      return rules.get?.(collection) === true ? answer(404, missing) : DENIED;
    }
    const [write, ...others] = body.writes;
    if (others.length > 0 || write.currentDocument?.exists !== true) throw new Error('this request could write');
    const name: string = write.delete ?? write.update.name;
    const allowed = write.delete === undefined ? rules.update : rules.delete;
    const missing = { error: { code: 404, message: `No document to update: ${name}`, status: 'NOT_FOUND' } };
    return allowed?.(name.split('/').at(-2) ?? '') === true ? answer(404, missing) : DENIED;
  };
}

const all = () => true;
const only = (name: string) => (collection: string) => collection === name;

describe('probing', () => {
  const backend = backendOf(firestore, 'acme-prod', { paths: ['/users/{uid}', '/orders', '/{document=**}'] });
  it.each<readonly [string, Rules, readonly string[], readonly string[]]>([
    ['closed', {}, [], []],
    ['everything open', { list: all, get: all, update: all, delete: all }, ['list', 'read'], ['delete', 'overwrite']],
    ['a readable collection', { list: only('orders') }, ['list', 'read'], []],
    ['single documents only', { get: only('users') }, ['read'], []],
    ['deleting only', { delete: only('users') }, [], ['delete']],
    ['changing only', { update: only('users') }, [], ['overwrite']],
  ])('proves of %s what the rules allow', (_, rules, read, write) => {
    expect(proved(ask(firestore, backend, 'read', serviceWith(rules)))).toEqual(read);
    expect(proved(ask(firestore, backend, 'write', serviceWith(rules)))).toEqual(write);
  });

  it('asks a wildcard rule with a name that nobody uses, and each collection that is named literally', () => {
    const asked = ask(firestore, backend, 'read', serviceWith({}));
    const collections = asked.flatMap(({ request }) => /"collectionId":"([^"]*)"/.exec(request.body ?? '')?.[1] ?? []);
    expect(collections).toEqual(['ajar-probe-0', 'users', 'orders']);
  });

  it('addresses a named database', () => {
    const [asked] = ask(firestore, backendOf(firestore, 'acme-prod/shop'), 'read', serviceWith({}));
    expect(asked?.request.url).toBe(
      'https://firestore.googleapis.com/v1/projects/acme-prod/databases/shop/documents:runAggregationQuery',
    );
  });

  it.each([
    [
      404,
      { error: { status: 'NOT_FOUND', message: 'The database (default) does not exist for project acme-prod' } },
      'absent',
    ],
    [
      400,
      { error: { message: 'The Cloud Firestore API is not available for Firestore in Datastore Mode database' } },
      'absent',
    ],
    [
      403,
      { error: { message: 'Cloud Firestore API has not been used in project 1 before or it is disabled.' } },
      'undecided',
    ],
    [403, { error: { status: 'PERMISSION_DENIED' } }, 'closed'],
    [401, { error: { status: 'UNAUTHENTICATED' } }, 'closed'],
    [429, { error: { status: 'RESOURCE_EXHAUSTED' } }, 'undecided'],
    [500, '', 'undecided'],
  ])('takes %s %j as %s, for reading and for writing', (status, body, outcome) => {
    for (const mode of ['read', 'write'] as const) {
      const outcomes = ask(firestore, backend, mode, () => answer(status, body)).map(({ verdict }) => verdict.outcome);
      expect(new Set(outcomes)).toEqual(new Set([outcome]));
    }
  });

  it('plans nothing for names that would leave the path', () => {
    for (const name of ['../x', 'acme-prod/../../v1', 'acme-prod/a b', 'ACME']) {
      expect(firestore.probing?.plan(backendOf(firestore, name), 'n')).toEqual([]);
    }
  });
});
