import type { BackendDefinition, ShippedKey } from '../../src/backends/backend.ts';
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
