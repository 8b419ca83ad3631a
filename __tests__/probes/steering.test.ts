import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BackendDefinition } from '../../src/backends/backend.ts';
import { BACKENDS } from '../../src/backends/registry.ts';
import type { Backend } from '../../src/model.ts';
import { refusal } from '../../src/probes/guard.ts';
import { runProbes } from '../../src/probes/run.ts';
import { QUIET } from '../fakes/serve.ts';
import { backendOf } from '../helpers/backends.ts';
import { allRequests, answers, KEYS, namedBy, PATHS, PROBED } from './probed.ts';

/** What a hostile app would put where a name, a region, a host, a key or a path is expected. */
const HOSTILE: readonly string[] = [
  '',
  '.',
  '..',
  'x/../../evil.example#',
  'evil.example/',
  'evil.example#',
  'evil.example?',
  'evil.example\\',
  'a@b',
  'user:pw@evil.example',
  'evil.example:8443',
  '//evil.example/',
  'https://evil.example/',
  '127.0.0.1',
  '[::1]',
  'localhost',
  '169.254.169.254/latest/meta-data',
  'acme/../other',
  'acme%2f..%2fother',
  'acme%0d%0aHost:%20evil.example',
  'acme\r\nHost: evil.example',
  'acme\n',
  'acme\t',
  'acme\u0000',
  'acme\u2028',
  'acme?alt=media',
  'acme#',
  'acme&x=y',
  'ａｃｍｅ',
  'acme。evil。example',
  'xn--acme',
  'eu-west-1.evil.example#',
  'eu-west-1\n',
  'AKIA\r\nx: y',
  'constructor',
  '__proto__',
  'a'.repeat(300),
];

const DETAILS = [
  'region',
  'host',
  'apiKey',
  'cloud',
  'project',
  'database',
  'appId',
  'projectNumber',
  'clientKey',
  'service',
  'account',
  'cluster',
  'namespace',
];

const definitions = BACKENDS.filter(({ probing }) => probing !== undefined);
const honest = new Map(PROBED.map((backend) => [backend.kind, backend]));

const word = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
/** Hostile alone, or beside something that is in order: the likeliest way past a check of the whole. */
const value = (good: string) =>
  fc.oneof(
    word,
    word.map((bad) => good + bad),
    word.map((bad) => bad + good),
    fc.constant(good),
  );

function anyBackend(definition: BackendDefinition): fc.Arbitrary<Backend> {
  const good = honest.get(definition.kind);
  const details = DETAILS.map((key) => [key, value(good?.details[key] ?? 'acme')] as const);
  return fc
    .record({
      name: fc.oneof(
        value(good?.name ?? 'acme'),
        fc.tuple(word, word).map((parts) => parts.join('/')),
      ),
      details: fc.record(Object.fromEntries(details), { requiredKeys: [] }),
      paths: fc.array(fc.oneof(word, fc.constantFrom(...PATHS).chain(value)), { maxLength: 4 }),
    })
    .map(({ name, details: given, paths }) => {
      const known = Object.entries({ ...good?.details, ...given }).filter(
        (entry): entry is [string, string] => entry[1] !== undefined,
      );
      return backendOf(definition, name, { details: Object.fromEntries(known), paths });
    });
}

describe.each(definitions.map((definition) => [definition.kind, definition] as const))('%s', (_kind, definition) => {
  const hosts = definition.probing?.hosts ?? [];
  const modeOf = new Map(definition.probing?.specs.map(({ id, mode }) => [id, mode]));

  it('makes a record only where it may write too', () => {
    for (const { id, mode, consent } of definition.probing?.specs ?? []) {
      if (consent === 'create-record') expect([id, mode]).toEqual([id, 'write']);
    }
  });

  it('is never asked anywhere but at its provider, whatever an app names', () => {
    fc.assert(
      fc.property(anyBackend(definition), word, (backend, bad) => {
        const hostile = KEYS.map((key) => ({
          ...key,
          details: { ...key.details, query: `${key.details.query}${bad}` },
        }));
        const requests = [KEYS, hostile].flatMap((keys) => allRequests(definition, backend, bad, keys));
        for (const { url, headers = {} } of requests) {
          expect([url, refusal(url, hosts)]).toEqual([url, undefined]);
          // What the server gets is what was meant: no part of the URL was folded or turned into another one.
          expect(new URL(url).href).toBe(url);
          expect(
            Object.entries(headers)
              .flat()
              .filter((part) => /[\u0000-\u001f\u007f-\uffff]/.test(part)),
          ).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is asked all that its documentation lists, and nothing else, where the names are in order', () => {
    const asked = new Set(
      namedBy(definition).flatMap((backend) => allRequests(definition, backend, 'x').map(({ id }) => id)),
    );
    expect([...asked].sort()).toEqual(definition.probing?.specs.map(({ id }) => id).sort());
  });

  it('is sent nothing but what reads, unless it is owned', async () => {
    const backend = honest.get(definition.kind) ?? backendOf(definition, 'acme');
    for (const owned of [[], ['*:somebody-else'], [`x${backend.id}`]]) {
      for (const answer of answers('x')) {
        const sent: unknown[] = [];
        await runProbes([backend], {
          mode: 'write',
          dryRun: false,
          policy: { owned, probe: { createRecord: true, useCredential: true } },
          probingOf: () => definition.probing,
          log: QUIET,
          transport: async (request) => {
            sent.push('id' in request ? modeOf.get(String(request.id)) : undefined);
            return { type: 'answer', answer, bytes: 0 };
          },
          pauseMs: 0,
        });
        expect(sent.filter((mode) => mode !== 'read')).toEqual([]);
      }
    }
  });

  it('that reads does so by a method that reads, or by a query', () => {
    const backend = honest.get(definition.kind) ?? backendOf(definition, 'acme');
    for (const { id, method } of allRequests(definition, backend, 'x')) {
      if (modeOf.get(id) === 'read') expect([id, ['GET', 'HEAD', 'POST'].includes(method)]).toEqual([id, true]);
    }
  });
});
