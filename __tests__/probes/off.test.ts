import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { terminalText } from '../../src/reports/terminal.ts';
import { scan } from '../../src/scan.ts';
import type { Settings } from '../../src/settings/settings.ts';
import { QUIET } from '../fakes/serve.ts';

/** The demo has an app for each platform and a repository, and names backends that can be asked. */
const DEMO: Settings = {
  root: fileURLToPath(new URL('../../examples/demo', import.meta.url)),
  artifacts: ['app/acme-clinic.apk', 'app/AcmeClinic.ipa'],
  artifactsWanted: true,
  repo: '.',
  probe: 'off',
  failOn: 'never',
};

/** Every way from Node to the network ends in a connection, a datagram or a name that is looked up. */
function closeTheNetwork(): readonly string[] {
  const tried: string[] = [];
  const refuse = (what: string) => (): never => {
    tried.push(what);
    throw new Error(`${what} was called`);
  };
  vi.spyOn(Socket.prototype, 'connect').mockImplementation(refuse('net.Socket.connect'));
  vi.spyOn(dgram.Socket.prototype, 'send').mockImplementation(refuse('dgram.Socket.send'));
  vi.spyOn(dns, 'lookup').mockImplementation(refuse('dns.lookup'));
  vi.spyOn(dns.promises, 'lookup').mockImplementation(refuse('dns.promises.lookup'));
  vi.spyOn(globalThis, 'fetch').mockImplementation(refuse('fetch'));
  // Named imports of built-in modules see the change only after this.
  syncBuiltinESMExports();
  return tried;
}

afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

const run = (settings: Settings) => scan(settings, { log: QUIET, now: new Date('2026-11-22') });

describe('--probe', () => {
  it('off sends nothing, although there is much to ask', async () => {
    const tried = closeTheNetwork();
    const { report } = await run(DEMO);
    expect(report.artifacts.map(({ kind }) => kind)).toHaveLength(2);
    expect(report.backends.length).toBeGreaterThan(3);
    expect(report.findings.length).toBeGreaterThan(0);
    expect([tried, report.probes]).toEqual([[], []]);
    expect(report.backends.flatMap(({ observed }) => observed)).toEqual([]);
  });

  it('read in a dry run plans every request, and sends none', async () => {
    const tried = closeTheNetwork();
    const { report } = await run({ ...DEMO, probe: 'write', dryRun: true });
    expect(tried).toEqual([]);
    expect(report.probes.length).toBeGreaterThan(0);
    expect(new Set(report.probes.map(({ outcome }) => outcome))).toEqual(new Set(['planned']));
    const shown = terminalText(report, { failed: false, colour: false });
    for (const { probe, method, host } of report.probes)
      expect(shown).toContain(`${probe}  ${method} https://${host}/`);
  });

  it('read on a fork sends nothing without a second word', async () => {
    const tried = closeTheNetwork();
    const { report } = await run({ ...DEMO, probe: 'read', fork: true });
    expect([tried, report.probes]).toEqual([[], []]);
  });

  it('read would send: the closed network is noticed', async () => {
    const tried = closeTheNetwork();
    const { report } = await run({ ...DEMO, probe: 'read' });
    expect(tried.length).toBeGreaterThan(0);
    expect(new Set(report.probes.map(({ outcome }) => outcome))).toEqual(new Set(['undecided']));
  });
});
