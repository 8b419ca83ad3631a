import targaryen from 'targaryen';
import { describe, expect, it } from 'vitest';
import type { ProbeAnswer, ProbeRequest } from '../../../src/backends/backend.ts';
import { firebaseDatabase } from '../../../src/backends/google/firebase-database.ts';
import { answer, ask, backendOf, backendsIn, proved, textOf } from '../../helpers/backends.ts';

describe('recognising', () => {
  it('keeps host, region and the node that a URL names', () => {
    expect(
      backendsIn(firebaseDatabase, textOf('https://acme-eu.europe-west1.firebasedatabase.app/users/42.json?auth=x')),
    ).toEqual([
      expect.objectContaining({
        name: 'acme-eu',
        details: { host: 'acme-eu.europe-west1.firebasedatabase.app', region: 'europe-west1' },
        paths: ['/users/42'],
      }),
    ]);
  });

  it('gives every instance that a text names, each with its own node', () => {
    const found = backendsIn(
      firebaseDatabase,
      textOf('"https://a-1.firebaseio.com/users.json","https://b-2.firebaseio.com/.json"'),
    );
    expect(found.map(({ name, paths }) => [name, paths])).toEqual([
      ['a-1', ['/users']],
      ['b-2', undefined],
    ]);
  });

  it('ends a node before the part that is made at run time', () => {
    const [found] = backendsIn(firebaseDatabase, textOf('https://acme-1.firebaseio.com/users/${uid}/photos.json'));
    expect(found?.paths).toEqual(['/users']);
  });

  it('takes nodes from the calls around it, and bare words only if they are usual names', () => {
    const around = [{ value: `firebase.database().ref('orders/').push()` }, { value: 'messages' }, { value: 'wibble' }];
    const [found] = backendsIn(firebaseDatabase, textOf('https://acme-1.firebaseio.com', undefined, around));
    expect(found?.paths).toEqual(['/orders', '/messages']);
  });

  it('takes no labels of a resource table for nodes', () => {
    const around = [{ key: 'title_users', value: 'users' }, { value: 'messages' }];
    const [found] = backendsIn(
      firebaseDatabase,
      textOf('https://acme-1.firebaseio.com', 'firebase_database_url', around),
    );
    expect(found?.paths).toBeUndefined();
  });

  it('says whose a public instance is', () => {
    const [found] = backendsIn(firebaseDatabase, textOf('https://hacker-news.firebaseio.com/v0/'));
    expect(found?.thirdParty).toContain('Hacker News');
  });
});

/** The service as its rules make it, by an independent evaluator of them; counts whatever would change the data. */
function serviceWith(rules: object, data: object) {
  const database = targaryen.database({ rules }, data).as(null);
  let changes = 0;
  const reply = (request: ProbeRequest): ProbeAnswer => {
    const path = new URL(request.url).pathname.replace(/\.json$/, '') || '/';
    const denied = answer(401, { error: 'Permission denied' });
    if (request.method === 'GET') {
      const read = database.read(path);
      if (!read.allowed) return denied;
      return path === '/' ? answer(200, {}) : answer(200, 'null');
    }
    const value = request.method === 'DELETE' ? null : true;
    if (!database.write(path, value).allowed) return denied;
    if (request.method === 'PUT') return answer(412, { secret: 'must not be read' });
    // Removing a path that is not there changes nothing; anything else would.
    if (request.headers?.['if-match'] !== 'null_etag') changes += 1;
    return answer(204);
  };
  return { reply, changes: () => changes };
}

const DATA = { users: { a: { mail: 'x' } } };
const RULES: readonly (readonly [string, object, readonly string[], readonly string[]])[] = [
  ['everything open', { '.read': true, '.write': true }, ['list', 'read'], ['delete', 'overwrite']],
  ['everything closed', { '.read': false, '.write': false }, [], []],
  ['no rules at all', {}, [], []],
  ['signed-in users', { '.read': 'auth != null', '.write': 'auth != null' }, [], []],
  ['readable only', { '.read': true, '.write': false }, ['list', 'read'], []],
  ['writable only', { '.write': true }, [], ['delete', 'overwrite']],
  ['one open node', { users: { '.read': true } }, ['read'], []],
  ['open children below a node', { users: { $id: { '.read': true } } }, ['read'], []],
  ['open below any first-level child', { $any: { '.read': true, '.write': true } }, ['read'], ['delete', 'overwrite']],
  // A rule that looks at a first-level child sees the child after the write: while it has others, each below it may go.
  ['new data only, below any child', { $any: { '.write': 'newData.exists()' } }, [], ['delete', 'overwrite']],
  ['new data only, at the root: any child may go', { '.write': 'newData.exists()' }, [], ['delete', 'overwrite']],
  ['owner only', { users: { $id: { '.read': 'auth.uid === $id' } } }, [], []],
  ['existing data only, below any child', { $any: { '.write': 'data.exists()' } }, [], ['delete', 'overwrite']],
  ['existing data only, at each record', { users: { $id: { '.write': 'data.exists()' } } }, [], []],
  ['a node of its own', { users: { '.write': true } }, [], ['delete', 'overwrite']],
  ['another node', { news: { '.write': true } }, [], []],
];

describe.each(RULES)('probing %s', (_, rules, read, write) => {
  const backend = backendOf(firebaseDatabase, 'acme-1', { paths: ['/users'] });

  it('proves what the rules allow to read, and nothing else', () => {
    expect(proved(ask(firebaseDatabase, backend, 'read', serviceWith(rules, DATA).reply))).toEqual(read);
  });

  it('proves what the rules allow to erase, and changes nothing', () => {
    const service = serviceWith(rules, DATA);
    expect(proved(ask(firebaseDatabase, backend, 'write', service.reply))).toEqual(write);
    expect(service.changes()).toBe(0);
  });
});

describe('reading answers', () => {
  const backend = backendOf(firebaseDatabase, 'acme-1');

  it('follows to the region that the service names, once, and nowhere else', () => {
    const elsewhere = (host: string) =>
      answer(404, { correctUrl: `https://${host}`, error: 'Database lives in a different region.' });
    const asked = ask(firebaseDatabase, backend, 'read', () => elsewhere('acme-1.europe-west1.firebasedatabase.app'));
    expect(asked.map(({ request }) => new URL(request.url).host)).toEqual([
      'acme-1.firebaseio.com',
      'acme-1.europe-west1.firebasedatabase.app',
    ]);
    expect(
      ask(firebaseDatabase, backend, 'read', () => elsewhere('attacker.example/.firebasedatabase.app')),
    ).toHaveLength(1);
    expect(
      ask(firebaseDatabase, backend, 'read', () => elsewhere('attacker.example?x=.firebasedatabase.app')),
    ).toHaveLength(1);
  });

  it.each([
    [404, { error: '404 Not Found' }, 'absent'],
    [404, { error: 'Firebase error. The database has been deactivated.' }, 'undecided'],
    [423, '', 'undecided'],
    [402, '', 'undecided'],
    [429, '', 'undecided'],
    [503, '', 'undecided'],
    [200, '<html>a captive portal</html>', 'undecided'],
    [200, '{"users":true}', 'undecided'],
  ])('takes %s %j as %s', (status, body, outcome) => {
    expect(ask(firebaseDatabase, backend, 'read', () => answer(status, body))[0]?.verdict.outcome).toBe(outcome);
  });

  it('says so if a service wrote in spite of the precondition', () => {
    const asked = ask(firebaseDatabase, backend, 'write', (request) => answer(request.method === 'DELETE' ? 401 : 200));
    expect(asked.at(-1)?.verdict).toMatchObject({ outcome: 'open', can: ['create'] });
    expect(asked.at(-1)?.verdict.why).toContain('remove it');
  });

  it('plans nothing for a name that no host can have', () => {
    expect(firebaseDatabase.probing?.plan(backendOf(firebaseDatabase, 'evil.example/x'), 'n')).toEqual([]);
    expect(
      firebaseDatabase.probing?.plan(backendOf(firebaseDatabase, 'acme', { details: { region: 'x/../y' } }), 'n'),
    ).toEqual([]);
  });
});
