import { describe, expect, it } from 'vitest';
import { cognitoIdentityPool } from '../../src/backends/aws/cognito-identity-pool.ts';
import { createCognito } from '../fakes/cognito.ts';
import { askFake } from '../fakes/serve.ts';

const POOL = 'eu-west-1:7d3f0c52-91be-4c0a-8e55-2b6a4f9d1e03';

const ask = (guests: boolean | undefined, createRecord: boolean) => {
  const fake = createCognito(guests === undefined ? {} : { [POOL]: { guests } });
  const asking = { definition: cognitoIdentityPool, name: POOL, mode: 'write', consents: { createRecord } } as const;
  return askFake(asking, fake).then((asked) => ({ ...asked, mutations: fake.mutations() }));
};

describe('a Cognito identity pool', () => {
  it.each([true, false, undefined])(
    'is not asked without consent to the record it would make: guests %s',
    async (guests) => {
      const { requests, mutations } = await ask(guests, false);
      expect([requests, mutations]).toEqual([[], 0]);
    },
  );

  it.each([
    [true, 'open', 1],
    [false, 'closed', 0],
    [undefined, 'absent', 0],
  ])('that has guests: %s, is %s, and holds %i identities more', async (guests, outcome, made) => {
    const { observed, mutations } = await ask(guests, true);
    expect(observed.map((one) => one.outcome)).toEqual([outcome]);
    expect(mutations).toBe(made);
  });
});
