import { describe, expect, it } from 'vitest';
import { cognitoIdentityPool } from '../../src/backends/aws/cognito-identity-pool.ts';
import { CREDENTIALS, createCognito } from '../fakes/cognito.ts';
import { type Asking, askFake } from '../fakes/serve.ts';

const POOL = 'eu-west-1:7d3f0c52-91be-4c0a-8e55-2b6a4f9d1e03';

type Pool = { readonly guests: boolean; readonly role?: boolean };

const ask = (pool: Pool | undefined, asking: Partial<Asking> = {}) => {
  const fake = createCognito(pool === undefined ? {} : { [POOL]: pool });
  const consents = { createRecord: true };
  const whole = { definition: cognitoIdentityPool, name: POOL, mode: 'write', consents, ...asking } as const;
  return askFake(whole, fake).then((asked) => ({ ...asked, mutations: fake.mutations() }));
};

describe('a Cognito identity pool', () => {
  it.each<[string, Partial<Asking>]>([
    ['without consent to the record it would make', { consents: {} }],
    ['in read mode', { mode: 'read' }],
    ['if it is not named as owned', { owned: ['cognito-identity-pool:eu-west-1:other'] }],
  ])('is not asked %s, whatever it allows', async (_name, asking) => {
    for (const pool of [{ guests: true }, { guests: false }, undefined]) {
      const { requests, mutations } = await ask(pool, asking);
      expect([requests, mutations]).toEqual([[], 0]);
    }
  });

  it.each<[Pool | undefined, readonly string[], number, readonly string[]]>([
    [{ guests: true }, ['open', 'open'], 1, ['cognito-identity-pool-guest-credentials']],
    [{ guests: true, role: false }, ['open', 'closed'], 1, []],
    [{ guests: false }, ['closed'], 0, []],
    [undefined, ['absent'], 0, []],
  ])('that is %j, is %j, holds %i identities more, and raises %j', async (pool, outcomes, made, rules) => {
    const { backend, observed, ledger, mutations } = await ask(pool);
    expect(observed.map((one) => one.outcome)).toEqual(outcomes);
    expect(mutations).toBe(made);
    expect(cognitoIdentityPool.extra?.(backend).map(({ rule }) => rule)).toEqual(rules);
    for (const secret of Object.values(CREDENTIALS)) expect(JSON.stringify([observed, ledger])).not.toContain(secret);
  });
});
