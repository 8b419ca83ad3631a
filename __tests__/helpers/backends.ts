import type {
  BackendDefinition,
  ProbeAnswer,
  ProbeRequest,
  ProbeSpec,
  ProbeVerdict,
} from '../../src/backends/backend.ts';
import type { Backend, BackendMention, CredentialMention, Neighbour, Text } from '../../src/model.ts';

/** A text of an artifact, with what stands around it. */
export function textOf(value: string, key?: string, around: readonly Neighbour[] = []): Text {
  return {
    value,
    ...(key === undefined ? {} : { key }),
    place: { origin: 'artifact', path: 'app.apk', entry: 'app.apk!/resources.arsc' },
    around: () => around,
  };
}

export function backendsIn(definition: BackendDefinition, text: Text): readonly BackendMention[] {
  return Array.from(definition.recognise(text)).filter((mention) => mention.type === 'backend');
}

export function credentialsIn(definition: BackendDefinition, text: Text): readonly CredentialMention[] {
  return Array.from(definition.recognise(text)).filter((mention) => mention.type === 'credential');
}

/** A backend as join makes it, of which a probe is planned. */
export function backendOf(
  definition: BackendDefinition,
  name: string,
  facts: Partial<Pick<Backend, 'details' | 'paths' | 'observed' | 'shipped'>> = {},
): Backend {
  return {
    id: `${definition.kind}:${name}`,
    kind: definition.kind,
    name,
    provider: definition.provider,
    owner: 'unknown',
    ownerReason: '',
    shipped: [],
    mentioned: [],
    declared: [],
    observed: [],
    access: [],
    sensitivity: [],
    paths: [],
    details: {},
    ...facts,
  };
}

export interface Asked {
  readonly request: ProbeRequest;
  readonly verdict: ProbeVerdict;
}

/** Asks a service that answers in memory: all planned requests of the mode, and what they lead to. */
export function ask(
  definition: BackendDefinition,
  backend: Backend,
  mode: ProbeSpec['mode'],
  service: (request: ProbeRequest) => ProbeAnswer,
): readonly Asked[] {
  const asked: Asked[] = [];
  const queue = [...(definition.probing?.plan(backend, 'ajar-probe-0') ?? [])];
  for (let request = queue.shift(); request !== undefined; request = queue.shift()) {
    if (definition.probing?.specs.find(({ id }) => id === request.id)?.mode !== mode) continue;
    const verdict = request.read(service(request));
    asked.push({ request, verdict });
    queue.push(...(verdict.follow ?? []));
    if (asked.length > 50) throw new Error('a probe that never ends');
  }
  return asked;
}

export function answer(
  status: number,
  body: unknown = '',
  headers: Readonly<Record<string, string>> = {},
): ProbeAnswer {
  return { status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) };
}

/** What all requests together proved. */
export function proved(asked: readonly Asked[]): readonly string[] {
  return [...new Set(asked.flatMap(({ verdict }) => (verdict.outcome === 'open' ? verdict.can : [])))].sort();
}
