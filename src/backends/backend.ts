import type {
  Audience,
  Backend,
  BackendRef,
  Declaration,
  Mention,
  Neighbour,
  Observation,
  Operation,
  Outcome,
  Provider,
  Rule,
  Text,
} from '../model.ts';
import type { Mark } from '../shared/marks.ts';

/** An example that is documentation and test in one. */
export interface Example {
  readonly text: string;
  /** Name it stands under, for backends that read by key. */
  readonly key?: string;
  /** Whether literals stand in it side by side without a border. */
  readonly runTogether?: boolean;
  /** What stands around it, for pairs. */
  readonly around?: readonly Neighbour[];
  /** What must come out: `s3:acme-prod`, or `aws-access-key` for a credential; empty for a false example. */
  readonly gives: readonly string[];
  readonly why: string;
}

/** The harmless request, as data. */
export interface ProbeRequest {
  /** Of its spec, which says how safe it is: without one it is not sent. */
  readonly id: string;
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';
  readonly url: string;
  /** A key in the URL, which the ledger leaves out: it may not have been recognised as a credential. */
  readonly hides?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** As whom it asks. */
  readonly audience: Audience;
  /** How status and body are read; pure. The body holds at most 8 KiB. */
  readonly read: (answer: ProbeAnswer) => ProbeVerdict;
}

export interface ProbeAnswer {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface ProbeVerdict {
  readonly outcome: Outcome;
  readonly can: readonly Operation[];
  readonly why: string;
  /** Asked next, within the same budget: the right region, the second half of a question. */
  readonly follow?: readonly ProbeRequest[];
}

/** How safe a probe is, and its row of docs/probes.md. The runner decides by it, so a request cannot claim another class. */
export interface ProbeSpec {
  /** `s3-list`; stable, in the ledger and in docs/probes.md. */
  readonly id: string;
  /** `write` is for what would change something if it did not have to fail, and for what needs such a proof first. */
  readonly mode: 'read' | 'write';
  /** Set where sending it needs a consent of its own in .ajar.yml. */
  readonly consent?: Consent;
  readonly request: string;
  readonly proves: string;
  readonly sideEffects: string;
  readonly reference: string;
}

/** Leaving a record behind; asking with a key that was found. Neither follows from a mode. */
export type Consent = 'create-record' | 'use-credential';

export interface Probing {
  /** Host suffixes, the only ones its requests may go to: `amazonaws.com` matches itself and what ends in `.amazonaws.com`. */
  readonly hosts: readonly string[];
  readonly specs: readonly ProbeSpec[];
  /** `nonce` is a random absent name, `ajar-probe-<uuid>`. Empty if the backend's details do not suffice. */
  readonly plan: (backend: Backend, nonce: string, keys?: readonly ShippedKey[]) => readonly ProbeRequest[];
}

/** A credential that was found and opens the backend; only a probe with the consent `use-credential` asks with it. */
export interface ShippedKey {
  readonly kind: string;
  readonly secret: string;
  readonly details: Readonly<Record<string, string>>;
}

/** Gives the rules for what an access means, where a backend has its own; the default is by audience and operations. */
export interface BackendDefinition {
  /** Kind of what it recognises; a kind is stable for ever. */
  readonly kind: string;
  readonly title: string;
  readonly provider: Provider;
  readonly type: 'backend' | 'credential';
  readonly docs: readonly string[];
  /**
   * Literals of at least 4 bytes, one of which stands in every text it can recognise. Case is ignored, except that those
   * shorter than 7 bytes are found in an artifact only as they are written.
   */
  readonly anchors: readonly string[];
  /** Of tokens whose own text holds nothing longer: what else may stand in a text that it can recognise. */
  readonly marks?: readonly Mark[];
  /** Names under which a value is wanted although it holds no anchor: `google_storage_bucket`. Case is ignored. */
  readonly keys?: readonly string[];
  readonly examples: readonly Example[];
  /** Pure, linear in the text's length. Gives nothing where it is not sure. */
  readonly recognise: (text: Text) => Iterable<Mention>;
  readonly rules: readonly Rule[];
  readonly probing?: Probing;
  /**
   * Findings of its own beside those of its access (a dangling bucket): rule id and the sentence, from what was observed or declared.
   */
  readonly extra?: (backend: Backend) => readonly ExtraFinding[];
}

/** A finding that is not a matter of access alone. */
export interface ExtraFinding {
  readonly rule: string;
  readonly message: string;
  /** What declares it; absent where a probe saw it. */
  readonly declarations?: readonly Declaration[];
}

export type { Backend, BackendRef, Mention, Observation, Text };
