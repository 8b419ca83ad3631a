import { describe, expect, it } from 'vitest';
import type { JoinedCredential } from '../../src/join/join.ts';
import { withObservations } from '../../src/join/join.ts';
import { type Judged, judge } from '../../src/judge/judge.ts';
import { applyPolicy } from '../../src/judge/policy.ts';
import type { Backend, Declaration, Observation } from '../../src/model.ts';
import { EMPTY_POLICY } from '../../src/settings/policy.ts';
import { accessRules } from '../../src/shared/access-rules.ts';

const S3: Judged = {
  title: 'Amazon S3 bucket',
  rules: accessRules({
    kind: 's3',
    word: 'public',
    noun: 'S3 bucket',
    knows: 'k',
    remediation: ['Close it.'],
    prove: 'p',
    references: [],
  }),
};

function declared(changes: Partial<Declaration> = {}): Declaration {
  return {
    path: 'infra/main.tf',
    line: 7,
    audience: 'anyone',
    can: ['read', 'list'],
    state: 'open',
    why: 'The policy names everyone',
    ...changes,
  };
}

function backend(changes: Partial<Backend> = {}): Backend {
  const declarations = changes.declared ?? [];
  return {
    id: 's3:acme',
    kind: 's3',
    name: 'acme',
    provider: 'aws',
    owner: 'yours',
    ownerReason: '',
    shipped: [],
    mentioned: [],
    observed: [],
    access: declarations
      .filter(({ state }) => state === 'open')
      .map(({ audience, can }) => ({ audience, can, evidence: 'declared' as const })),
    sensitivity: ['unknown'],
    paths: [],
    details: {},
    ...changes,
    declared: declarations,
  };
}

function findings(backends: readonly Backend[], credentials: readonly JoinedCredential[] = []) {
  return judge({
    backends,
    credentials,
    definitionOf: (kind) => (kind === 's3' ? S3 : undefined),
    severityOverrides: {},
  });
}

const rules = (...backends: Backend[]) => findings(backends).map(({ rule }) => rule);

describe('judge', () => {
  it('raises a rule for each effect', () => {
    expect(
      rules(backend({ declared: [declared({ can: ['read', 'list', 'create', 'overwrite', 'delete'] })] })),
    ).toEqual(['s3-public-erase', 's3-public-write', 's3-public-read']);
  });

  it('is silent about what is named, conditional, closed, mitigated or unknown', () => {
    expect(rules(backend())).toEqual([]);
    for (const state of ['conditional', 'closed', 'mitigated', 'unknown'] as const)
      expect(rules(backend({ declared: [declared({ state })] }))).toEqual([]);
  });

  it('is silent about what only a shipped key opens: the key has a finding of its own', () => {
    expect(rules(backend({ access: [{ audience: 'app-holder', can: ['delete'], evidence: 'implied' }] }))).toEqual([]);
  });

  it('is silent about a third party’s backend', () => {
    expect(rules(backend({ owner: 'third-party', declared: [declared()] }))).toEqual([]);
  });

  it('says once what anyone can do, not again for every account', () => {
    expect(rules(backend({ declared: [declared(), declared({ audience: 'any-account', line: 9 })] }))).toEqual([
      's3-public-read',
    ]);
    expect(rules(backend({ declared: [declared({ audience: 'any-account' })] }))).toEqual(['s3-any-account-read']);
  });

  it('rises with sensitive names, and only for the path that is open', () => {
    expect(rules(backend({ sensitivity: ['health'], declared: [declared()] }))).toEqual(['s3-public-read-sensitive']);
    expect(rules(backend({ sensitivity: ['health'], declared: [declared({ pattern: '/settings' })] }))).toEqual([
      's3-public-read',
    ]);
    expect(rules(backend({ declared: [declared({ pattern: '/patients/{id}' })] }))).toEqual([
      's3-public-read-sensitive',
    ]);
  });

  it('makes one finding of a test-mode rule, and says when it ends', () => {
    const [finding, ...more] = findings([
      backend({ declared: [declared({ can: ['read', 'delete', 'overwrite'], expires: '2031-12-31' })] }),
    ]);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ rule: 's3-test-mode', severity: 'high' });
    expect(finding?.message).toContain('until 2031-12-31');
  });

  it('points at the declaration, then at where the repo names it, then at the app', () => {
    const shipped = [{ origin: 'artifact' as const, path: 'app.apk', entry: 'app.apk!/classes.dex' }];
    const mentioned = [{ origin: 'repo' as const, path: 'Api.kt', line: 3 }];
    const [finding] = findings([backend({ shipped, mentioned, declared: [declared()] })]);
    expect(finding?.places.map(({ path }) => path)).toEqual(['infra/main.tf', 'Api.kt', 'app.apk']);
    const observation: Observation = { probe: 's3-head', outcome: 'open', can: ['list'], status: 200, why: 'w' };
    const [observed] = findings([withObservations(backend({ shipped, mentioned }), [observation])]);
    expect(observed?.places.map(({ path }) => path)).toEqual(['Api.kt', 'app.apk']);
    expect(observed).toMatchObject({ evidence: 'observed', rule: 's3-public-read' });
  });

  it('has a fingerprint of rule and backend alone', () => {
    const print = (changes: Partial<Backend>) =>
      findings([backend({ declared: [declared()], ...changes })])[0]?.fingerprint;
    expect(print({})).toBe(
      print({
        shipped: [{ origin: 'artifact', path: 'app-1.2.3.apk' }],
        declared: [declared({ line: 99, path: 'moved.tf' })],
      }),
    );
    expect(print({})).not.toBe(print({ id: 's3:other' }));
  });

  it('takes the user’s severity', () => {
    const [finding] = judge({
      backends: [backend({ declared: [declared()] })],
      credentials: [],
      definitionOf: () => S3,
      severityOverrides: { 's3-public-read': 'low' },
    });
    expect(finding).toMatchObject({ severity: 'low', securitySeverity: '3.0' });
  });
});

describe('applyPolicy', () => {
  const found = () => findings([backend({ declared: [declared({ can: ['read', 'delete'] })] })]);
  const now = new Date('2026-06-01T00:00:00Z');
  const apply = (policy: Partial<typeof EMPTY_POLICY>) => {
    const context = { now, file: '.ajar.yml', ownerOf: () => 'yours' as const };
    const { findings: kept, notes } = applyPolicy(found(), { ...EMPTY_POLICY, ...policy }, context);
    return { kept: kept.map(({ rule }) => rule), notes: notes.map(({ reason }) => reason) };
  };

  it('leaves out what is ignored, and says so', () => {
    expect(apply({ ignore: [{ rule: 's3-public-erase', reason: 'a sandbox' }] })).toEqual({
      kept: ['s3-public-read'],
      notes: ['s3-public-erase on s3:acme ignored: a sandbox'],
    });
    expect(apply({ ignore: [{ path: 'infra/**', reason: 'r' }] }).kept).toEqual([]);
    expect(apply({ ignore: [{ rule: 's3-public-erase', backend: 's3:other', reason: 'r' }] }).kept).toHaveLength(2);
  });

  it('reports again what has run out', () => {
    const { kept, notes } = apply({ ignore: [{ rule: 's3-*', reason: 'r', expires: '2026-05-31' }] });
    expect(kept).toHaveLength(2);
    expect(notes[0]).toContain('ended on 2026-05-31');
  });

  it('leaves out what one entry has ended for and another has not', () => {
    const ended = { rule: 's3-*', reason: 'the old one', expires: '2026-05-31' };
    const { kept, notes } = apply({ ignore: [ended, { ...ended, reason: 'the new one', expires: '2026-06-01' }] });
    expect(kept).toEqual([]);
    expect(notes[0]).toContain('ignored: the new one');
  });

  it.each([
    ['yours', 0],
    ['third-party', 2],
  ] as const)('ignores by owner: %s', (owner, left) => {
    expect(apply({ ignore: [{ owner, reason: 'r' }] }).kept).toHaveLength(left);
  });

  it('accepts reading of what is meant to be public, never erasing', () => {
    expect(apply({ public: [{ backend: 's3:acme', reason: 'website' }] }).kept).toEqual(['s3-public-erase']);
  });

  it('does not take a key, or a name that anybody can claim, for something that is read', () => {
    const [some] = found();
    if (some === undefined) throw new Error('no finding');
    const context = { now, file: '.ajar.yml', ownerOf: () => undefined };
    const policy = { ...EMPTY_POLICY, public: [{ backend: '*', reason: 'all is public' }] };
    expect(applyPolicy([{ ...some, access: [] }], policy, context).findings).toHaveLength(1);
  });
});
