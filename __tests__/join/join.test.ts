import { describe, expect, it } from 'vitest';
import { type JoinInput, join, withObservations } from '../../src/join/join.ts';
import { sensitivityOf } from '../../src/join/sensitivity.ts';
import { traceValues } from '../../src/join/trace.ts';
import type { BackendDeclaration, BackendMention, CredentialMention, Place } from '../../src/model.ts';
import { EMPTY_POLICY } from '../../src/settings/policy.ts';

const inApp: Place = {
  origin: 'artifact',
  path: 'app.apk',
  entry: 'app.apk!/classes.dex',
  locator: 'Lcom/acme/Api;->load',
};

function mention(kind: string, name: string, changes: Partial<BackendMention> = {}): BackendMention {
  return { type: 'backend', kind, name, place: inApp, ...changes };
}

function declaration(kind: string, changes: Partial<BackendDeclaration> = {}): BackendDeclaration {
  return {
    kind,
    declaration: { path: 'rules', line: 3, audience: 'anyone', can: ['read'], state: 'open', why: 'w' },
    ...changes,
  };
}

function joined(changes: Partial<JoinInput>) {
  return join({
    mentions: [],
    declarations: [],
    apps: [],
    files: [],
    policy: EMPTY_POLICY,
    providerOf: () => 'aws',
    ...changes,
  });
}

describe('join', () => {
  it('makes one backend of what ships and what is declared', () => {
    const { backends } = joined({
      mentions: [mention('s3', 'acme')],
      declarations: [declaration('s3', { name: 'acme' })],
    });
    expect(backends).toHaveLength(1);
    expect(backends[0]).toMatchObject({
      id: 's3:acme',
      shipped: [inApp],
      declared: [{ path: 'rules' }],
      access: [{ audience: 'anyone', can: ['read'], evidence: 'declared' }],
      owner: 'yours',
    });
  });

  it('gives access only for what is open', () => {
    for (const state of ['conditional', 'closed', 'mitigated', 'unknown'] as const) {
      const { backends } = joined({
        declarations: [declaration('s3', { name: 'acme', declaration: { ...declaration('s3').declaration, state } })],
      });
      expect(backends[0]?.access).toEqual([]);
    }
  });

  it('binds rules without a name to the project around them', () => {
    const { backends } = joined({
      mentions: [mention('firebase-database', 'acme-default-rtdb'), mention('firebase-database', 'other-default-rtdb')],
      declarations: [declaration('firebase-database', { project: 'acme' })],
    });
    expect(backends.map(({ id, declared }) => [id, declared.length])).toEqual([
      ['firebase-database:acme-default-rtdb', 1],
      ['firebase-database:other-default-rtdb', 0],
    ]);
  });

  it('binds rules without any name to the app’s own backends of that kind, not to a vendor’s', () => {
    const { backends } = joined({
      mentions: [mention('firestore', 'acme'), mention('firestore', 'vendor', { thirdParty: 'Vendor' })],
      declarations: [declaration('firestore')],
    });
    expect(backends.filter(({ declared }) => declared.length > 0).map(({ id }) => id)).toEqual(['firestore:acme']);
  });

  it('loses no open rules where nothing names the backend', () => {
    expect(joined({ declarations: [declaration('firestore')] }).backends.map(({ id }) => id)).toEqual([
      'firestore:rules',
    ]);
  });

  it('tells whose a backend is, and how that is known', () => {
    const apps = [{ platform: 'android' as const, id: 'com.acme.clinic' }];
    const owner = (changes: Partial<BackendMention>, rest: Partial<JoinInput> = {}) => {
      const [backend] = joined({ mentions: [mention('s3', 'acme', changes)], apps, ...rest }).backends;
      return [backend?.owner, backend?.ownerReason];
    };
    expect(owner({ holder: 'com.acme.api.Client' })).toEqual(['yours', 'com.acme.api.Client is the app’s own code']);
    expect(owner({ holder: 'com.google.android.gms.internal.x' })).toEqual([
      'third-party',
      'only Google Play services uses it',
    ]);
    expect(owner({ thirdParty: 'Lottie' })).toEqual(['third-party', 'known to belong to Lottie']);
    expect(owner({ holder: 'a.b.c' })[0]).toBe('unknown');
    expect(owner({ place: { ...inApp, locator: 'string/bucket' } })[0]).toBe('yours');
    const policy = { ...EMPTY_POLICY, thirdParty: ['s3:ac*'] };
    expect(owner({ holder: 'com.acme.api.Client' }, { policy })).toEqual([
      'third-party',
      '.ajar.yml names s3:ac* as third-party',
    ]);
  });

  it('makes one credential of all its places, with what it opens', () => {
    const secret = 'made-up-secret-of-a-test';
    const one: CredentialMention = {
      type: 'credential',
      kind: 'azure-storage-key',
      secret,
      subject: 'acme',
      grade: 'administrative',
      why: 'w',
      place: inApp,
      opens: [
        {
          backend: { kind: 'azure-blob', name: 'acme' },
          access: { audience: 'app-holder', can: ['read', 'delete'], evidence: 'implied' },
        },
      ],
    };
    const { credentials, backends } = joined({ mentions: [one, { ...one, place: { ...inApp, locator: 'other' } }] });
    expect(credentials).toHaveLength(1);
    expect(credentials[0]?.shipped).toHaveLength(2);
    expect(credentials[0]?.id).not.toContain(secret);
    expect(backends[0]).toMatchObject({
      id: 'azure-blob:acme',
      access: [{ audience: 'app-holder', can: ['read', 'delete'], evidence: 'implied' }],
    });
  });

  it('takes access from an open answer alone', () => {
    const [backend] = joined({ mentions: [mention('s3', 'acme')] }).backends;
    if (backend === undefined) throw new Error('no backend');
    const seen = { probe: 's3-head', can: ['list' as const], status: 200, why: 'w' };
    expect(withObservations(backend, [{ ...seen, outcome: 'open' }]).access).toEqual([
      { audience: 'anyone', can: ['list'], evidence: 'observed' },
    ]);
    for (const outcome of ['closed', 'absent', 'undecided'] as const)
      expect(withObservations(backend, [{ ...seen, outcome }]).access).toEqual([]);
  });
});

describe('traceValues', () => {
  const trace = (value: string, path: string, text: string) => traceValues([value], [{ path, text }]).get(value) ?? [];

  it('says line and column, counted as editors do', () => {
    expect(trace('acme-prod', 'a.kt', 'a\n😀 = "acme-prod"')).toMatchObject([{ path: 'a.kt', line: 2, column: 7 }]);
  });

  it('wants the value to stand alone', () => {
    expect(trace('acme-prod', 'a.kt', '"acme-production" my-acme-prod acme-prod_2')).toEqual([]);
    expect(trace('acme-prod', 'a.kt', '"https://acme-prod.s3.amazonaws.com/"')).toHaveLength(1);
  });

  it('puts what feeds the build before code, tests and documentation', () => {
    const files = ['README.md', 'test/a.kt', 'src/a.kt', 'app/google-services.json'].map((path) => ({
      path,
      text: 'acme-prod',
    }));
    const places = traceValues(['acme-prod'], files).get('acme-prod') ?? [];
    expect(places.map(({ path }) => path)).toEqual(['app/google-services.json', 'src/a.kt', 'test/a.kt', 'README.md']);
  });

  it('does not look for names that stand everywhere', () => {
    expect(traceValues(['app'], [{ path: 'a.kt', text: 'app' }]).size).toBe(0);
  });
});

describe('sensitivityOf', () => {
  it.each([
    [['/patients/{id}'], ['identity', 'health']],
    [['/userProfiles'], ['identity']],
    [['acme-db-backups'], ['server-config']],
    [['/chat_messages'], ['messages']],
    [['acme-prod'], ['unknown']],
    [['/{users}'], ['unknown']],
    [[], ['unknown']],
  ])('%j: %j', (names, expected) => {
    expect(sensitivityOf(names)).toEqual(expected);
  });
});
