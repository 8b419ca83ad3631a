import { describe, expect, it } from 'vitest';
import type { ProbeAnswer, ProbeRequest } from '../../src/backends/backend.ts';
import { BACKENDS } from '../../src/backends/registry.ts';
import type { Backend } from '../../src/model.ts';
import { answer, backendOf } from '../helpers/backends.ts';
import { IMITATOR, ROWS, type Row, STATES, STRANGE } from './answers.ts';
import { allRequests, KEYS, namedBy } from './probed.ts';
import { SERVICES } from './services.ts';

const SERVED: readonly Backend[] = SERVICES.map(({ definition, name, facts }) => backendOf(definition, name, facts));

/** Every probe of the registry with a request of it, as an app's own names make it. */
const REQUESTS: ReadonlyMap<string, ProbeRequest> = new Map(
  BACKENDS.filter(({ probing }) => probing !== undefined).flatMap((definition) =>
    [...namedBy(definition), ...SERVED.filter(({ kind }) => kind === definition.kind)].flatMap((backend) =>
      allRequests(definition, backend, 'x', KEYS)
        // Asked again as another audience, an ACL reads otherwise.
        .filter(({ audience }) => audience !== 'any-account')
        .map((request) => [request.id, request] as const)
        .reverse(),
    ),
  ),
);

const requestOf = (probe: string): ProbeRequest => {
  const request = REQUESTS.get(probe);
  if (request === undefined) throw new Error(`no example leads to ${probe}`);
  return request;
};

const named = new Set(ROWS.map(({ probe }) => probe));
const imitated: readonly Row[] = [...REQUESTS.keys()]
  .filter((id) => !named.has(id))
  .flatMap((id) => IMITATOR.filter(({ probe }) => id.endsWith(`-${probe}`)).map((row) => ({ ...row, probe: id })));
const ALL = [...ROWS, ...imitated];

it('every probe has a table of answers, and every table a probe', () => {
  const ids = BACKENDS.flatMap(({ probing }) => probing?.specs.map(({ id }) => id) ?? []).sort();
  expect([...new Set(ALL.map(({ probe }) => probe))].sort()).toEqual(ids);
  expect([...REQUESTS.keys()].sort()).toEqual(ids);
});

describe.each([...new Set(ALL.map(({ probe }) => probe))])('%s', (probe) => {
  it.each(ALL.filter((row) => row.probe === probe).map((row) => [row.status, row.outcome, row.why, row] as const))(
    'takes %i as %s: %s',
    (_status, outcome, _why, row) => {
      const given: ProbeAnswer = answer(row.status, row.body ?? '', row.headers ?? {});
      const verdict = requestOf(probe).read(given);
      expect([verdict.outcome, [...verdict.can].sort()]).toEqual([outcome, [...(row.can ?? [])].sort()]);
    },
  );

  it('draws no conclusion from the state of a project, of the load or of the way', () => {
    const wrong = STATES.filter(
      ([status, body]) => requestOf(probe).read(answer(status, body)).outcome !== 'undecided',
    );
    expect(wrong).toEqual([]);
  });

  it('takes no strange document for an open door or a free name', () => {
    // An empty body is all that some answers have; then a row above says so.
    const isExplained = (status: number, body: string) =>
      ALL.some((row) => row.probe === probe && row.status === status && body === '' && row.body === '');
    const strange = STRANGE.filter(([status, body]) => !isExplained(status, body));
    const read = strange.map(([status, body]) => requestOf(probe).read(answer(status, body)).outcome);
    expect(read.filter((outcome) => outcome === 'open' || outcome === 'absent')).toEqual([]);
  });
});
