import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BackendDefinition, Example, ProbeAnswer, ProbeRequest } from '../../src/backends/backend.ts';
import { BACKENDS } from '../../src/backends/registry.ts';
import type { Backend, Mention, Text } from '../../src/model.ts';
import { MAX_TEXT_LENGTH } from '../../src/model.ts';
import { holdsMark } from '../../src/shared/marks.ts';

/** What every backend and credential of the registry has to hold. */

const NONCE = 'ajar-probe-00000000-0000-4000-8000-000000000000';

function textOf(value: string, example?: Pick<Example, 'key' | 'around' | 'runTogether'>): Text {
  const around = example?.around;
  return {
    value,
    ...(example?.key === undefined ? {} : { key: example.key }),
    ...(around === undefined ? {} : { around: () => around }),
    ...(example?.runTogether === undefined ? {} : { runTogether: example.runTogether }),
    place: { origin: 'artifact', path: 'app.apk', entry: 'app.apk!/classes.dex', offset: 7 },
  };
}

function nameOf(mention: Mention): string {
  return mention.type === 'backend' ? `${mention.kind}:${mention.name}` : mention.kind;
}

function given(definition: BackendDefinition, text: Text): string[] {
  return [...new Set([...definition.recognise(text)].map(nameOf))].sort();
}

function expected(example: Example): string[] {
  return [...new Set(example.gives)].sort();
}

const cases = BACKENDS.map((definition) => [definition.kind, definition] as const);
const isTrue = (example: Example): boolean => example.gives.length > 0;

describe('the registry', () => {
  it('has kinds that are unique and kebab-case', () => {
    const kinds = BACKENDS.map((definition) => definition.kind);
    expect(kinds.filter((kind, index) => kinds.indexOf(kind) !== index)).toEqual([]);
    for (const kind of kinds) expect(kind).toMatch(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/);
  });

  it('has rule ids that are unique, aliases included', () => {
    const ids = BACKENDS.flatMap((definition) =>
      definition.rules.flatMap((rule) => [rule.id, ...(rule.aliases ?? [])]),
    );
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('has probe ids that are unique', () => {
    const ids = BACKENDS.flatMap((definition) => (definition.probing?.specs ?? []).map((probe) => probe.id));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('never throws on arbitrary text', () => {
    const value = fc.oneof(
      fc.string({ maxLength: 400 }),
      fc
        .array(fc.constantFrom(...BACKENDS.flatMap((one) => [...one.anchors, ...one.examples.map((e) => e.text)])), {
          maxLength: 6,
        })
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(value, fc.string({ maxLength: 30 }), (text, key) => {
        for (const definition of BACKENDS)
          for (const mention of definition.recognise(textOf(text, { key }))) nameOf(mention);
      }),
      { numRuns: 200 },
    );
  });
});

describe.each(cases)('%s', (kind, definition) => {
  it('says what it is', () => {
    expect(definition.title).not.toBe('');
    expect(definition.docs.length).toBeGreaterThan(0);
    for (const link of definition.docs) expect(link).toMatch(/^https:\/\//);
  });

  it('has anchors that the search takes', () => {
    for (const anchor of definition.anchors) expect(anchor).toMatch(/^[\x20-\x7e]{4,}$/);
    expect(definition.anchors.length + (definition.keys ?? []).length).toBeGreaterThan(0);
  });

  it('has true and false examples', () => {
    expect(definition.examples.some(isTrue)).toBe(true);
    expect(definition.examples.some((example) => !isTrue(example))).toBe(true);
    for (const example of definition.examples) expect(example.why).not.toBe('');
  });

  it('has an anchor or a key in every true example', () => {
    for (const example of definition.examples.filter(isTrue)) {
      const folded = example.text.toLowerCase();
      const anchored =
        definition.anchors.some((anchor) => folded.includes(anchor.toLowerCase())) ||
        (definition.marks ?? []).some((mark) => holdsMark(example.text, mark));
      const keyed = (definition.keys ?? []).some((key) => key.toLowerCase() === example.key?.toLowerCase());
      expect([example.text, anchored || keyed]).toEqual([example.text, true]);
    }
  });

  it('gives exactly what each example says', () => {
    for (const example of definition.examples) {
      expect([example.text, given(definition, textOf(example.text, example))]).toEqual([
        example.text,
        expected(example),
      ]);
    }
  });

  it('gives only mentions of its own kind, at the place of the text', () => {
    for (const example of definition.examples) {
      for (const mention of definition.recognise(textOf(example.text, example))) {
        expect(mention.kind).toBe(kind);
        expect(mention.type).toBe(definition.type);
        expect(mention.place.offset).toBe(7);
      }
    }
  });

  it('finds an example wherever in the text it stands', () => {
    for (const example of definition.examples.filter((one) => one.key === undefined)) {
      const room = MAX_TEXT_LENGTH - example.text.length - 2;
      const variants = [
        `${example.text} and then some`,
        `and before that ${example.text}`,
        `a "${example.text}" b`,
        `a\n${example.text}\nb`,
        `${example.text} ${example.text}`,
        `${'x '.repeat(Math.floor(room / 2))} ${example.text}`,
        `${example.text} ${' x'.repeat(Math.floor(room / 2))}`,
      ];
      for (const variant of variants) {
        const where = `${variant.slice(0, 60)}…${variant.slice(-60)}`;
        expect([where, given(definition, textOf(variant, example))]).toEqual([where, expected(example)]);
      }
    }
  });

  it('gives nothing on empty text', () => {
    expect(given(definition, textOf(''))).toEqual([]);
    for (const key of definition.keys ?? []) expect(given(definition, textOf('', { key }))).toEqual([]);
  });

  // A pattern that is not linear does not come back within the test's time.
  it('stays linear on 2 MB of its own anchors and examples', () => {
    const size = 2 * 1024 * 1024;
    const trues = definition.examples.filter(isTrue).map((example) => example.text);
    const longest = trues.reduce((best, text) => (text.length > best.length ? text : best), 'a');
    const fill = (unit: string): string => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
    const anchors = [...definition.anchors, ...(definition.keys ?? []), 'a'];
    const hostile = [
      fill(anchors.join('')),
      fill(`${longest.slice(0, -1)}!`),
      `${fill('a')}${anchors[0] ?? ''}`,
      `${anchors[0] ?? ''}${fill('aB3/')}`,
      `${longest.slice(0, Math.ceil(longest.length / 2))}${fill('-a.0')}`,
      fill(`${longest.slice(Math.floor(longest.length / 3))}`),
    ];
    for (const value of hostile) {
      let count = 0;
      for (const _ of definition.recognise(textOf(value, { key: definition.keys?.[0] ?? '' }))) count += 1;
      expect(count).toBeLessThanOrEqual(100_000);
    }
  });

  it('has rules that say everything a developer needs', () => {
    for (const rule of definition.rules) {
      expect(rule.id).toMatch(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/);
      expect(rule.title).not.toMatch(/\.$/);
      expect(rule.remediation.length).toBeGreaterThan(0);
      expect(rule.cwe.length).toBeGreaterThan(0);
      expect(rule.references.length).toBeGreaterThan(0);
      for (const link of rule.references) expect(link).toMatch(/^https:\/\//);
      for (const part of [rule.title, rule.meaning, rule.knows, rule.prove]) expect(part).not.toBe('');
    }
  });

  it('raises only rules that exist, and grades with a reason', () => {
    const ids = new Set(definition.rules.map((rule) => rule.id));
    for (const example of definition.examples) {
      for (const mention of definition.recognise(textOf(example.text, example))) {
        if (mention.type === 'backend') continue;
        expect(mention.why).not.toBe('');
        expect(mention.why).not.toContain(mention.secret);
        expect(mention.subject ?? '').not.toContain(mention.secret);
        if (mention.rule !== undefined) expect(ids).toContain(mention.rule);
        for (const opened of mention.opens ?? []) {
          expect(BACKENDS.map((one) => one.kind)).toContain(opened.backend.kind);
        }
      }
    }
  });

  it('has an id for every rule that begins with a word of its kind', () => {
    const service = kind.split('-')[0] ?? kind;
    for (const rule of definition.rules) expect(rule.id.startsWith(service)).toBe(true);
  });

  it('speaks of its own rules in findings of its own', () => {
    const ids = new Set(definition.rules.map((rule) => rule.id));
    for (const backend of backendsOf(definition)) {
      for (const outcome of ['open', 'closed', 'absent', 'undecided'] as const) {
        const probe = definition.probing?.specs[0]?.id ?? 'none';
        const observed = [{ probe, outcome, can: [], status: 200, why: 'test' }];
        for (const found of definition.extra?.({ ...backend, observed }) ?? []) {
          expect(ids).toContain(found.rule);
          expect(found.message).not.toBe('');
        }
      }
    }
  });
});

/** The backends that the true examples name, as join would hand them to a probe. */
function backendsOf(definition: BackendDefinition): Backend[] {
  return definition.examples
    .filter(isTrue)
    .flatMap((example) =>
      [...definition.recognise(textOf(example.text, example))].flatMap((mention) =>
        mention.type === 'backend' ? [backendOf(definition, mention)] : [],
      ),
    );
}

function backendOf(definition: BackendDefinition, mention: Mention & { type: 'backend' }): Backend {
  return {
    kind: mention.kind,
    name: mention.name,
    id: `${mention.kind}:${mention.name}`,
    provider: definition.provider,
    owner: 'unknown',
    ownerReason: '',
    shipped: [mention.place],
    mentioned: [],
    declared: [],
    observed: [],
    access: [],
    sensitivity: [],
    paths: mention.paths ?? [],
    details: { apiKey: 'k'.repeat(30), ...mention.details },
  };
}

const HEADERS: readonly Readonly<Record<string, string>>[] = [
  {},
  { 'x-amz-bucket-region': 'eu-west-3', location: 'https://elsewhere.example/' },
  { 'x-ms-error-code': 'BlobNotFound', 'x-ms-blob-public-access': 'container', 'content-range': '0-0/3' },
];
const BODIES = [
  '',
  'null',
  '{}',
  '[]',
  '{"a":true}',
  '{"error":"Permission denied"}',
  '<Error><Code>NoSuchBucket</Code></Error>',
  '<ListBucketResult><KeyCount>1</KeyCount><Contents><Key>a</Key></Contents></ListBucketResult>',
  '<html>',
  '{"__proto__":null,"permissions":["storage.objects.list"],"results":[],"count":3,"data":{"__typename":"Query"}}',
];
const ANSWERS: readonly ProbeAnswer[] = [
  0, 200, 204, 206, 301, 307, 400, 401, 402, 403, 404, 405, 409, 412, 423, 429, 500, 503,
].flatMap((status) => HEADERS.flatMap((headers) => BODIES.map((body) => ({ status, headers, body }))));

/** Every request that a probe can lead to, whatever is answered. */
function reachable(requests: readonly ProbeRequest[], depth = 3): ProbeRequest[] {
  const found = new Map<string, ProbeRequest>();
  for (const request of requests) {
    found.set(`${request.id} ${request.method} ${request.url} ${request.body ?? ''}`, request);
    if (depth === 0) continue;
    const next = new Map<string, ProbeRequest>();
    for (const answer of ANSWERS) {
      for (const follow of request.read(answer).follow ?? [])
        next.set(`${follow.id} ${follow.method} ${follow.url}`, follow);
    }
    for (const follow of reachable([...next.values()], depth - 1)) {
      found.set(`${follow.id} ${follow.method} ${follow.url} ${follow.body ?? ''}`, follow);
    }
  }
  return [...found.values()];
}

const probing = cases.filter(([, definition]) => definition.probing !== undefined);

describe.runIf(probing.length > 0).each(probing)('the probes of %s', (_, definition) => {
  const backends = backendsOf(definition);
  const hosts = definition.probing?.hosts ?? [];
  const specs = definition.probing?.specs ?? [];
  const modeOf = new Map(specs.map(({ id, mode }) => [id, mode]));
  const requests = backends.flatMap((backend) => reachable(definition.probing?.plan(backend, NONCE) ?? []));

  it('are planned for at least one of its examples', () => {
    expect(requests.length).toBeGreaterThan(0);
  });

  it('go only to hosts that it names', () => {
    for (const request of requests) {
      const url = new URL(request.url);
      expect([url.protocol, url.username, url.port]).toEqual(['https:', '', '']);
      const allowed = hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
      expect([request.url, allowed]).toEqual([request.url, true]);
    }
  });

  it('never change anything in read mode, and touch only absent names in write mode', () => {
    for (const request of requests) {
      if (modeOf.get(request.id) === 'read') expect(['GET', 'HEAD', 'OPTIONS', 'POST']).toContain(request.method);
      if (['PUT', 'PATCH', 'DELETE'].includes(request.method)) {
        expect(`${request.url} ${request.body ?? ''}`).toContain(NONCE);
      }
    }
  });

  it('are documented', () => {
    const ids = new Set(specs.map((probe) => probe.id));
    for (const request of requests) expect(ids).toContain(request.id);
    for (const probe of specs) {
      for (const part of [probe.request, probe.proves, probe.sideEffects]) expect(part).not.toBe('');
      expect(probe.reference).toMatch(/^https:\/\//);
    }
  });

  it('read every answer without throwing, and claim operations only when open', () => {
    const wrong = requests.flatMap((request) =>
      ANSWERS.flatMap((answer) => {
        const verdict = request.read(answer);
        // No answer, a server's failure or a throttle proves nothing.
        const proofless = answer.status === 0 || answer.status === 429 || answer.status >= 500;
        if (proofless && verdict.outcome !== 'undecided') return [[request.id, answer, verdict]];
        if (verdict.outcome !== 'open' && verdict.can.length > 0) return [[request.id, answer, verdict]];
        return verdict.why === '' ? [[request.id, answer, verdict]] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });
});
