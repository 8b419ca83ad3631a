import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ProbeRequest, ProbeSpec, Probing, ShippedKey } from '../backends/backend.ts';
import type { Backend, LedgerLine, Logger, Observation, Problem } from '../model.ts';
import type { Policy } from '../settings/policy.ts';
import { matchesGlob } from '../shared/glob.ts';
import { createTransport, type Transport } from './client.ts';
import { refusal } from './guard.ts';

export interface ProbeSettings {
  readonly mode: 'read' | 'write';
  readonly dryRun: boolean;
  readonly policy: Pick<Policy, 'owned' | 'probe'>;
  readonly probingOf: (kind: string) => Probing | undefined;
  /** The credentials that were found and open a backend. */
  readonly keysOf?: (backend: Backend) => readonly ShippedKey[];
  readonly log: Logger;
  /** Tests hand in one that speaks to servers on this machine. */
  readonly transport?: Transport;
  readonly pauseMs?: number;
}

export interface Probed {
  readonly observations: ReadonlyMap<string, readonly Observation[]>;
  readonly ledger: readonly LedgerLine[];
  readonly problems: readonly Problem[];
}

/** Enough for every question that a backend's probes ask; more would be a crawl. */
const MAX_REQUESTS_PER_BACKEND = 24;
const MAX_REQUESTS = 500;
const MAX_TOTAL_MS = 240_000;
const PAUSE_MS = 250;
const LANES = 4;

export const FIRST_LINE = 'Live checks are on. Ajar is for apps and backends that you own or are allowed to test.';

/** Asks the backends themselves, within budgets, and writes every request into the ledger. */
export async function runProbes(backends: readonly Backend[], settings: ProbeSettings): Promise<Probed> {
  settings.log.warning(FIRST_LINE);
  const run: Run = {
    settings,
    transport: settings.transport ?? createTransport(),
    ledger: [],
    observations: new Map(),
    problems: [],
    deadline: Date.now() + MAX_TOTAL_MS,
  };
  const queue = backends.filter(
    (backend) => backend.owner !== 'third-party' && settings.probingOf(backend.kind) !== undefined,
  );
  await Promise.all(Array.from({ length: LANES }, () => drain(queue, run)));
  return run;
}

interface Run {
  readonly settings: ProbeSettings;
  readonly transport: Transport;
  readonly ledger: LedgerLine[];
  readonly observations: Map<string, readonly Observation[]>;
  readonly problems: Problem[];
  readonly deadline: number;
}

async function drain(queue: Backend[], run: Run): Promise<void> {
  for (let backend = queue.shift(); backend !== undefined; backend = queue.shift()) await probeBackend(backend, run);
}

async function probeBackend(backend: Backend, run: Run): Promise<void> {
  const probing = run.settings.probingOf(backend.kind);
  if (probing === undefined) return;
  const pending = [...probing.plan(backend, `ajar-probe-${randomUUID()}`, run.settings.keysOf?.(backend) ?? [])];
  const observations: Observation[] = [];
  const asked = new Set<string>();
  let sent = 0;
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    const spec = specOf(next, probing);
    if (spec === undefined) {
      refuse(next, backend, 'nothing says how safe it is', run);
      continue;
    }
    if (!isAllowed(spec, backend, run.settings)) continue;
    if (sent >= MAX_REQUESTS_PER_BACKEND || run.ledger.length >= MAX_REQUESTS || Date.now() > run.deadline) {
      run.problems.push({
        kind: 'limit',
        path: backend.id,
        reason: `${pending.length + 1} live checks were not made: the budget of requests or time was used up`,
      });
      break;
    }
    if (sent > 0 && !run.settings.dryRun) await sleep(run.settings.pauseMs ?? PAUSE_MS);
    sent += 1;
    asked.add(next.id);
    const answered = await ask(next, backend, probing, run);
    if (answered === undefined) continue;
    observations.push(answered.observation);
    pending.unshift(...answered.follow);
  }
  if (observations.length > 0) run.observations.set(backend.id, observations);
  if (run.settings.dryRun && sent > 0) noteFollowUps(asked, backend, probing, run);
}

/** What a dry run cannot plan, because it follows from an answer, it names. */
function noteFollowUps(asked: ReadonlySet<string>, backend: Backend, probing: Probing, run: Run): void {
  const more = probing.specs.filter((spec) => !asked.has(spec.id) && isAllowed(spec, backend, run.settings));
  if (more.length === 0) return;
  const ids = more.map(({ id }) => id).join(', ');
  const reason = `depending on the answers, also asked would be: ${ids} (docs/probes.md)`;
  run.problems.push({ kind: 'note', path: backend.id, reason });
}

function specOf({ id }: ProbeRequest, probing: Probing): ProbeSpec | undefined {
  return probing.specs.find((spec) => spec.id === id);
}

function refuse(request: ProbeRequest, backend: Backend, why: string, run: Run): void {
  run.problems.push({ kind: 'note', path: backend.id, reason: `${request.id} was not sent: ${why}` });
  run.ledger.push(ledgerLine(request, backend, { status: 0, bytes: 0, ms: 0, outcome: 'refused' }));
}

/** Write probes ask only backends that the user named as owned; what leaves a trace or uses a key needs a consent of its own. */
function isAllowed({ mode, consent }: ProbeSpec, backend: Backend, settings: ProbeSettings): boolean {
  if (consent === 'create-record' && !settings.policy.probe.createRecord) return false;
  if (consent === 'use-credential' && !settings.policy.probe.useCredential) return false;
  if (mode === 'read') return true;
  return settings.mode === 'write' && settings.policy.owned.some((pattern) => matchesGlob(pattern, backend.id));
}

interface Asked {
  readonly observation: Observation;
  readonly follow: readonly ProbeRequest[];
}

async function ask(request: ProbeRequest, backend: Backend, probing: Probing, run: Run): Promise<Asked | undefined> {
  const refused = refusal(request.url, probing.hosts);
  if (refused !== undefined) {
    refuse(request, backend, refused, run);
    return undefined;
  }
  if (run.settings.dryRun) {
    run.ledger.push(ledgerLine(request, backend, { status: 0, bytes: 0, ms: 0, outcome: 'planned' }));
    return undefined;
  }
  const started = performance.now();
  const sent = await run.transport(request);
  const ms = Math.round(performance.now() - started);
  const base = { probe: request.id, audience: request.audience };
  if (sent.type !== 'answer') {
    const outcome = sent.type === 'absent' ? 'absent' : 'undecided';
    run.ledger.push(ledgerLine(request, backend, { status: 0, bytes: 0, ms, outcome }));
    return { observation: { ...base, outcome, can: [], status: 0, why: sent.why }, follow: [] };
  }
  const { status } = sent.answer;
  const { outcome, can, why, follow } = request.read(sent.answer);
  run.ledger.push(ledgerLine(request, backend, { status, bytes: sent.bytes, ms, outcome }));
  return { observation: { ...base, outcome, can, status, why }, follow: follow ?? [] };
}

function ledgerLine(
  request: ProbeRequest,
  backend: Backend,
  result: Pick<LedgerLine, 'status' | 'bytes' | 'ms' | 'outcome'>,
): LedgerLine {
  const url = URL.canParse(request.url) ? new URL(request.url) : undefined;
  const path = url === undefined ? '' : `${url.pathname}${url.search}`;
  return {
    backend: backend.id,
    probe: request.id,
    method: request.method,
    host: url?.hostname ?? '',
    path: request.hides === undefined ? path : path.replaceAll(request.hides, '…'),
    ...result,
  };
}
