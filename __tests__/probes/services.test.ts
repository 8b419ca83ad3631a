import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BACKENDS } from '../../src/backends/registry.ts';
import { withObservations } from '../../src/join/join.ts';
import { sensitivityOf } from '../../src/join/sensitivity.ts';
import { judge } from '../../src/judge/judge.ts';
import type { LedgerLine } from '../../src/model.ts';
import { type Fake, type FakeRequest, type Reply, USER_DATA, USER_NAME } from '../fakes/fake.ts';
import { type Asking, askFake, type Outcome, plan, provedBy } from '../fakes/serve.ts';
import { PROBED } from './probed.ts';
import { SERVICES, type Service, type World } from './services.ts';

/** Every consent given, so that all that can be sent is sent. */
const askingOf = ({ definition, name, facts = {}, keys = [] }: Service, mode: Asking['mode']): Asking => ({
  definition,
  name,
  facts,
  keys,
  mode,
  consents: { createRecord: true, useCredential: true },
});

const WORLDS = ['open', 'closed', 'absent'] as const;

const withoutNonce = (text: string) => text.replace(/ajar-probe-[0-9a-f-]{36}/g, '<nonce>');
const lineOf = ({ probe, method, host, path }: LedgerLine) => withoutNonce(`${probe} ${method} ${host}${path}`);

const LIMITED: Reply = { status: 429, headers: { 'retry-after': '60' } };

/** Cut off in the middle, as a connection that breaks leaves it, and called an image. */
const halfOf = ({ status, body = '' }: Reply): Reply => ({
  status,
  headers: { 'content-type': 'image/png' },
  body: body.slice(0, Math.floor(body.length / 2)),
});

/** The same server with its answers changed on the way. */
function changed(fake: Fake, change: (reply: Reply, index: number) => Reply): Fake {
  let index = -1;
  const answer = async (request: FakeRequest) => {
    index += 1;
    return change(await fake.answer(request), index);
  };
  return { ...fake, answer };
}

/** What was asked of each service in any test of this file. */
const asked = new Map<string, Set<string>>();

async function ask(service: Service, mode: Asking['mode'], fake: Fake) {
  const outcome = await askFake(askingOf(service, mode), fake);
  const { kind } = service.definition;
  asked.set(kind, new Set([...(asked.get(kind) ?? []), ...outcome.ledger.map(({ probe }) => probe)]));
  expect(outcome.problems).toEqual([]);
  return outcome;
}

it('every kind with probes has a server of its own', () => {
  expect([...new Set(SERVICES.map(({ definition }) => definition.kind))].sort()).toEqual(
    BACKENDS.filter(({ probing }) => probing !== undefined)
      .map(({ kind }) => kind)
      .sort(),
  );
  expect(PROBED.map(({ kind }) => kind).sort()).toEqual(
    [...new Set(SERVICES.map(({ definition }) => definition.kind))].sort(),
  );
});

describe.each(SERVICES.map((service) => [`${service.definition.kind}:${service.name}`, service] as const))(
  '%s',
  (_name, service) => {
    const worlds = new Map<World, Fake & { readonly close?: () => Promise<void> }>();
    beforeAll(async () => {
      for (const world of WORLDS) worlds.set(world, await service.worlds[world]());
    }, 120_000);
    afterAll(async () => {
      for (const fake of worlds.values()) await fake.close?.();
    });
    const worldOf = (world: World): Fake => {
      const fake = worlds.get(world);
      if (fake === undefined) throw new Error(`there is no ${world} world`);
      return fake;
    };

    it('open: proves what strangers may do, changes nothing and takes nothing of its users', async () => {
      const fake = worldOf('open');
      for (const [mode, proved] of [
        ['read', service.proves[0]],
        ['write', service.proves[1]],
      ] as const) {
        const { observed, dataBytes, names } = await ask(service, mode, fake);
        expect([mode, provedBy(observed)]).toEqual([mode, proved]);
        expect([dataBytes, names]).toEqual([0, service.names ?? 0]);
        expect(fake.mutations()).toBe(mode === 'read' ? 0 : (service.records ?? 0));
        expect(observed.filter(({ outcome }) => outcome === 'absent')).toEqual([]);
      }
    });

    it('open: what is proved is a finding, and what it holds is guessed from names alone', async () => {
      const { observed, ledger, backend } = await ask(service, 'write', worldOf('open'));
      const keys = (service.keys ?? []).map(({ secret }) => secret);
      const secrets = [backend.details.apiKey, ...keys].filter((secret) => secret !== undefined);
      const seen = withObservations(
        { ...backend, sensitivity: sensitivityOf([backend.name, ...backend.paths]) },
        observed,
      );
      const findings = judge({
        backends: [seen],
        credentials: [],
        definitionOf: () => service.definition,
        severityOverrides: {},
      });
      const isProved = observed.some(({ outcome }) => outcome === 'open');
      expect(findings.length > 0).toBe(isProved);
      for (const finding of findings) expect(finding.sensitivity).toEqual(seen.sensitivity);
      const told = JSON.stringify([observed, findings]);
      for (const taken of [USER_DATA, USER_NAME, ...secrets]) expect(told).not.toContain(taken);
      // Keys that no scan recognises as credentials are masked by nothing later on.
      if (service.keys === undefined)
        for (const secret of secrets) expect(JSON.stringify(ledger)).not.toContain(secret);
    });

    it('open: a dry run names beforehand every request that is sent', async () => {
      const fake = worldOf('open');
      for (const mode of ['read', 'write'] as const) {
        const dry = await plan(askingOf(service, mode));
        const { ledger } = await askFake(askingOf(service, mode), fake);
        const planned = dry.ledger.map(lineOf);
        expect(new Set(dry.ledger.map(({ outcome }) => outcome)).size).toBeLessThanOrEqual(1);
        // Nothing is announced that is not sent, and in the same order.
        expect(ledger.map(lineOf).filter((line) => planned.includes(line))).toEqual(planned);
        // What depends on an answer is announced by its name, which docs/probes.md explains.
        const announced = dry.problems.flatMap(
          ({ reason }) => /asked would be: (.*) \(/.exec(reason)?.[1]?.split(', ') ?? [],
        );
        const rest = ledger.filter((line) => !planned.includes(lineOf(line)));
        expect(rest.filter(({ probe }) => !announced.includes(probe))).toEqual([]);
      }
    });

    it.each(['closed', 'absent'] as const)('%s: proves nothing open, and says no more than is known', async (world) => {
      const fake = worldOf(world);
      const all = [];
      for (const mode of ['read', 'write'] as const) {
        const { observed, backend, dataBytes, names } = await ask(service, mode, fake);
        all.push(...observed);
        expect([fake.mutations(), dataBytes, names]).toEqual([0, 0, 0]);
        // A name that is free, and that anybody can take, is a finding; nothing else is.
        const findings = service.definition.extra?.(backend) ?? [];
        const dangling = findings.map(({ rule }) => rule).filter((rule) => rule.endsWith('-dangling'));
        expect(dangling).toEqual(world === 'absent' && service.dangling !== undefined ? [service.dangling] : []);
      }
      expect(all.filter(({ can }) => can.length > 0)).toEqual([]);
      expect(new Set(all.map(({ outcome }) => outcome))).toEqual(new Set(service.outcomes[world]));
    });

    it('broken: half an answer of another type, or a limit after the first, opens nothing and frees no name', async () => {
      const danglingOf = ({ backend }: Pick<Outcome, 'backend'>) =>
        (service.definition.extra?.(backend) ?? []).filter(({ rule }) => rule.endsWith('-dangling'));
      for (const world of ['open', 'closed'] as const) {
        const halved = await askFake(askingOf(service, 'read'), changed(worldOf(world), halfOf));
        expect([world, danglingOf(halved)]).toEqual([world, []]);
        const opened = halved.observed.filter(({ can }) => can.length > 0);
        if (world === 'closed') expect(opened).toEqual([]);
      }
      const limited = changed(worldOf('open'), (reply, index) => (index === 0 ? reply : LIMITED));
      const { observed, backend } = await askFake(askingOf(service, 'read'), limited);
      expect(observed.slice(1).filter(({ outcome }) => outcome !== 'undecided')).toEqual([]);
      expect(danglingOf({ backend })).toEqual([]);
    });

    it('is asked for nothing that needs a consent or an owner, without them', async () => {
      const specs = new Map(service.definition.probing?.specs.map((spec) => [spec.id, spec]));
      const unowned = await askFake({ ...askingOf(service, 'write'), owned: [], consents: {} }, worldOf('closed'));
      for (const { probe } of unowned.ledger) {
        expect([probe, specs.get(probe)?.mode, specs.get(probe)?.consent]).toEqual([probe, 'read', undefined]);
      }
    });
  },
);

it('stores whose free names anybody can take have the finding, and no others', () => {
  const stores = SERVICES.filter(({ definition: { kind, probing } }) =>
    probing?.specs.some(
      ({ id }) => [`${kind}-list`, 'azure-blob-account'].includes(id) && kind !== 'firebase-database',
    ),
  );
  const without = stores.filter(({ dangling }) => dangling === undefined).map(({ definition: { kind } }) => kind);
  // Tencent's names end in the account's number, Oracle's stand below the tenancy's own namespace.
  expect(without.sort()).toEqual(['oracle-oci', 'tencent-cos']);
});

it('every probe of the documentation was sent to a server that it is for', () => {
  const missing = BACKENDS.flatMap(({ kind, probing }) =>
    (probing?.specs ?? []).filter(({ id }) => asked.get(kind)?.has(id) !== true).map(({ id }) => id),
  );
  expect(missing).toEqual([]);
});
