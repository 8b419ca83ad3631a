import type { Backend, Provider, Rule } from '../../model.ts';
import { accessRules } from '../../shared/access-rules.ts';
import type { BackendDefinition, Example, ProbeRequest, Probing } from '../backend.ts';
import { mentionsByPattern } from '../shared-hosts.ts';
import { backendRule } from '../shared-rules.ts';
import { aclRequest, listRequest, s3ReadSpecs } from '../shared-s3-probes.ts';
import { isNowhere } from '../verdicts.ts';

/** An object store that speaks the S3 API. What differs between them is said here; the rest is the same for all. */
export interface ObjectStore {
  readonly kind: string;
  readonly title: string;
  readonly noun: string;
  readonly provider: Provider;
  readonly docs: readonly string[];
  readonly anchors: readonly string[];
  /** With the group `name` or `exact`; groups `region`, `cluster`, `account` become details. */
  readonly patterns: readonly RegExp[];
  /** Labels in the place of a bucket's name that belong to the provider: regions, `cdn`, `s3`. */
  readonly reserved?: RegExp;
  readonly remediation: readonly string[];
  readonly prove: string;
  readonly examples: readonly Example[];
  /** Set where a name that is free can be registered by anybody. */
  readonly canBeTaken: boolean;
  /** Absent where nothing can be asked without a signature. */
  readonly probe?: {
    readonly hosts: readonly string[];
    /** The bucket's URL without the last slash; undefined if the details do not suffice. */
    readonly root: (backend: Backend) => string | undefined;
    readonly hasAcl: boolean;
  };
}

const BUCKET = /^[a-z0-9][a-z0-9._-]{1,253}[a-z0-9]$/i;

function isBucket(name: string): boolean {
  return BUCKET.test(name) && !name.includes('..');
}

export function objectStore(store: ObjectStore): BackendDefinition {
  return {
    kind: store.kind,
    title: store.title,
    provider: store.provider,
    type: 'backend',
    docs: store.docs,
    anchors: store.anchors,
    examples: store.examples,
    recognise: (text) =>
      mentionsByPattern(
        text,
        store.kind,
        store.patterns,
        (name) => isBucket(name) && store.reserved?.test(name) !== true,
      ),
    rules: [
      ...accessRules({
        kind: store.kind,
        word: 'public',
        noun: store.noun,
        knows:
          'The app or the repository names the bucket. That anyone may use it comes from its ACL or policy in the repository, or from an unsigned request that it answered.',
        remediation: store.remediation,
        prove: store.prove,
        references: store.docs,
      }),
      ...(isTakeable(store) ? [danglingRule(store)] : []),
    ],
    ...(store.probe === undefined ? {} : { probing: probingOf(store, store.probe) }),
    ...(isTakeable(store) ? { extra: (backend: Backend) => dangling(store, backend) } : {}),
  };
}

/** Only a probe can tell that a name is free. */
function isTakeable(store: ObjectStore): boolean {
  return store.canBeTaken && store.probe !== undefined;
}

function dangling(
  store: ObjectStore,
  backend: Backend,
): readonly { readonly rule: string; readonly message: string }[] {
  if (!isNowhere(backend)) return [];
  const message = `Anyone can register the ${store.noun} ${backend.name}, which the app names and which does not exist.`;
  return [{ rule: `${store.kind}-dangling`, message }];
}

function danglingRule(store: ObjectStore): Rule {
  return backendRule({
    id: `${store.kind}-dangling`,
    title: `The app names a ${store.noun} that does not exist and that anyone can register`,
    severity: 'high',
    meaning:
      'Whoever creates a bucket of that name serves your users whatever they like from the address that your app trusts, and receives what the app uploads.',
    knows: 'An unsigned request for the bucket was answered NoSuchBucket.',
    remediation: [
      'Create the bucket again in your own account, empty and private, as long as shipped versions of the app ask for it.',
      'Remove the reference from the app.',
    ],
    prove: 'The bucket’s address answers 403 from your own bucket, and the next build no longer names it.',
    cwe: [610, 672],
    mobileTop10: ['M8', 'M2'],
    references: store.docs,
  });
}

function probingOf(store: ObjectStore, probe: NonNullable<ObjectStore['probe']>): Probing {
  const specs = s3ReadSpecs(store.kind, store.docs[0] ?? '');
  return {
    hosts: probe.hosts,
    specs: probe.hasAcl ? specs : specs.slice(0, 1),
    plan: (backend, nonce): readonly ProbeRequest[] => {
      const root = probe.root(backend);
      if (root === undefined || !isBucket(backend.name)) return [];
      return [listRequest(store.kind, root, nonce, probe.hasAcl ? [aclRequest(store.kind, root)] : [])];
    },
  };
}

/** A name that is one DNS label, so that a wildcard certificate covers it; `xn--` would make it another name. */
export function isLabel(name: string): boolean {
  return /^(?!xn--)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/.test(name);
}

/** The virtual-hosted URL if the name is a label, else the path-style one. */
export function rootUrl(name: string, host: string): string {
  return isLabel(name) ? `https://${name}.${host}` : `https://${host}/${encodeURIComponent(name)}`;
}

/** A region or cluster out of a text, fit to stand in a host. */
export function labelOf(value: string | undefined): string | undefined {
  return value !== undefined && /^[a-z0-9](?:-?[a-z0-9]){1,40}$/.test(value) ? value : undefined;
}

/** Bucket name before a host, for patterns. */
export const NAME = '(?<name>[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])';

/** The false examples that every store has. */
export function falseExamples(host: string): readonly Example[] {
  return [
    { text: host, gives: [], why: 'endpoint without a bucket' },
    { text: `https://%s.${host}/%s`, gives: [], why: 'template' },
    { text: `https://my-bucket.${host}/key`, gives: [], why: 'placeholder' },
    { text: `https://{bucket}.${host}/`, gives: [], why: 'template' },
    { text: `-uploads.${host}`, gives: [], why: 'tail of a string that the program puts together' },
    { text: `https://acme-media.${host}.evil.example/`, gives: [], why: 'the host goes on' },
  ];
}
