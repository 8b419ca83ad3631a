import type { BackendDefinition, ProbeAnswer, ProbeRequest, ShippedKey } from '../../src/backends/backend.ts';
import { BACKENDS } from '../../src/backends/registry.ts';
import type { Backend } from '../../src/model.ts';
import { backendOf, textOf } from '../helpers/backends.ts';

/** Paths of every service's own manner, so that probes of collections, tables, classes and objects are planned too. */
export const PATHS: readonly string[] = [
  '/users',
  '/photos/1.jpg',
  '/rest/v1/orders',
  '/storage/v1/avatars',
  '/classes/Post',
  '/databases/main/collections/orders',
  '/data/Orders',
];

/** Where an example has no key of its own. */
const KEY = '0a1b2c3d4e5f60718293a4b5c6d7e8f9';

/** Found beside a backend: opens it for whoever has it. */
export const KEYS: readonly ShippedKey[] = [
  {
    kind: 'azure-sas',
    secret: 'not-a-signature',
    details: { permissions: 'rwdl', scope: 'container', query: 'sv=2021-10-04&sr=c&sp=rwdl&sig=bm90LWEtc2lnbmF0dXJl' },
  },
  { kind: 'oracle-par', secret: 'not-a-token'.repeat(5), details: { scope: 'bucket' } },
];

/** What the examples of a definition name, as join makes it. */
export function namedBy(definition: BackendDefinition): readonly Backend[] {
  return definition.examples.flatMap((example) =>
    Array.from(definition.recognise(textOf(example.text, example.key, example.around ?? [])))
      .filter((mention) => mention.type === 'backend')
      .map(({ name, details = {} }) =>
        backendOf(definition, name, { details: { region: 'eu-central-1', apiKey: KEY, ...details }, paths: PATHS }),
      ),
  );
}

/** One backend for every definition that can be probed, made from the definition's own examples. */
export const PROBED: readonly Backend[] = BACKENDS.flatMap((definition) => {
  const { probing } = definition;
  if (probing === undefined) return [];
  const most = namedBy(definition).toSorted((a, b) => probing.plan(b, 'n').length - probing.plan(a, 'n').length)[0];
  return most === undefined ? [] : [most];
});

const IDENTITY = 'eu-west-1:7d3f0c52-91be-4c0a-8e55-2b6a4f9d1e03';

/** Answers that lead on, with a hostile word wherever an answer may name another place. */
export function answers(bad: string): readonly ProbeAnswer[] {
  const place = { 'x-amz-bucket-region': bad, location: `https://${bad}/`, 'x-ms-blob-public-access': 'container' };
  const body = JSON.stringify({
    correctUrl: `https://${bad}.firebasedatabase.app`,
    error: { code: 404, message: bad },
  });
  const fine = { 'x-amz-bucket-region': 'eu-west-1', 'x-ms-blob-public-access': 'container' };
  return [
    { status: 200, headers: fine, body: 'null' },
    { status: 200, headers: fine, body: '<ListBucketResult></ListBucketResult>' },
    { status: 200, headers: fine, body: JSON.stringify({ IdentityId: IDENTITY }) },
    { status: 200, headers: fine, body: JSON.stringify({ IdentityId: bad }) },
    { status: 200, headers: fine, body: '{"data":{"__typename":"Query"}}' },
    { status: 403, headers: fine, body: '' },
    { status: 400, headers: place, body },
    { status: 301, headers: place, body },
    { status: 401, headers: {}, body },
    { status: 404, headers: place, body },
  ];
}

/** Everything that can follow from a plan, whatever is answered; at most some hundred requests. */
export function allRequests(
  definition: BackendDefinition,
  backend: Backend,
  bad: string,
  keys = KEYS,
): readonly ProbeRequest[] {
  const found: ProbeRequest[] = [];
  let level = definition.probing?.plan(backend, 'ajar-probe-0', keys) ?? [];
  for (let depth = 0; depth < 3; depth += 1) {
    found.push(...level);
    level = level
      .flatMap((request) => answers(bad).flatMap((answer) => request.read(answer).follow ?? []))
      .slice(0, 40);
  }
  return found;
}
