import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BackendDefinition, Example } from '../../src/backends/backend.ts';
import { BACKENDS } from '../../src/backends/registry.ts';
import type { CredentialMention, Report } from '../../src/model.ts';
import { annotationsOf } from '../../src/reports/annotations.ts';
import { commentMarkdown } from '../../src/reports/comment.ts';
import { htmlPage } from '../../src/reports/html.ts';
import { jsonText } from '../../src/reports/json.ts';
import { mask } from '../../src/reports/mask.ts';
import { sarifText } from '../../src/reports/sarif.ts';
import { summaryMarkdown } from '../../src/reports/summary.ts';
import { terminalText } from '../../src/reports/terminal.ts';
import { RULES, scan } from '../../src/scan.ts';
import type { Settings } from '../../src/settings/settings.ts';
import { credentialsIn, textOf } from '../helpers/backends.ts';
import { makeZip } from '../helpers/zip.ts';

/**
 * Every credential that Ajar knows; one app and one repository hold all their true examples. A misplaced file is none: it is
 * recognised by a whole file's content, and nothing of that is kept.
 */
const CASES = BACKENDS.filter(({ type, kind }) => type === 'credential' && kind !== 'misplaced-file');

const trueExamples = ({ examples }: BackendDefinition) => examples.filter(({ gives }) => gives.length > 0);

const mentionsOf = (definition: BackendDefinition): readonly CredentialMention[] =>
  trueExamples(definition).flatMap(({ text, key, around = [] }) =>
    credentialsIn(definition, textOf(text, key, around)),
  );

/** The example as a config file: its value, under its name, beside what stands around it. */
function fileOf({ text, key, around = [] }: Example): string {
  const beside = around.map((one, index) => [one.key ?? `beside${index}`, one.value] as const);
  return JSON.stringify(Object.fromEntries([[key ?? 'value', text], ...beside]), null, 2);
}

interface Item {
  readonly name: string;
  readonly text: string;
}

const BUCKET = 'https://acme-prod-uploads.s3.amazonaws.com/';

/** A name can hold a secret as well: that of a file that is in order, and of one that cannot be read. */
function namedAfterSecrets(definition: BackendDefinition): readonly Item[] {
  return mentionsOf(definition)
    .filter(({ secret }) => secret.length <= 250)
    .slice(0, 2)
    .flatMap(({ secret }) => [
      { name: `assets/${secret}.json`, text: JSON.stringify({ endpoint: BUCKET }) },
      { name: `assets/${secret}.dex`, text: `dex\n035\0 ${BUCKET}` },
    ]);
}

async function scanAll(root: string) {
  const files = CASES.flatMap((definition) =>
    trueExamples(definition).map((example, at) => ({ name: `${definition.kind}-${at}.json`, text: fileOf(example) })),
  );
  const entries = [
    ...files.map(({ name, text }) => ({ name: `assets/${name}`, text })),
    ...CASES.flatMap(namedAfterSecrets),
  ];
  await writeFile(
    path.join(root, 'app.apk'),
    makeZip(entries.map(({ name, text }) => ({ name, data: Buffer.from(text) }))),
  );
  await mkdir(path.join(root, 'repo'));
  for (const { name, text } of files) await writeFile(path.join(root, 'repo', name), text);
  const log: string[] = [];
  const keep = (line: string) => void log.push(line);
  const settings: Settings = {
    root,
    artifacts: ['app.apk'],
    artifactsWanted: true,
    repo: 'repo',
    probe: 'write',
    dryRun: true,
    failOn: 'never',
  };
  const deps = { log: { debug: keep, info: keep, warning: keep }, now: new Date('2026-11-22') };
  return { ...(await scan(settings, deps)), log: log.join('\n') };
}

let root: string;
let scanned: Awaited<ReturnType<typeof scanAll>>;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'ajar-mask-'));
  scanned = await scanAll(root);
}, 300_000);
afterAll(() => rm(root, { recursive: true, force: true }));

const OPTIONS = {
  failed: false,
  compared: true,
  blob: 'https://github.com/acme/app/blob/0123456789012345678901234567890123456789',
  run: 'https://github.com/acme/app/actions/runs/1',
};

/** The report of one kind alone, for outputs that show the worst findings only. It was masked before it was cut. */
function reportOf(kind: string): Report {
  const { report } = scanned;
  const credentials = report.credentials.filter((credential) => credential.kind === kind);
  const ids = new Set(credentials.map(({ id }) => id));
  const opened = new Set(credentials.flatMap(({ opens }) => opens));
  return {
    ...report,
    credentials,
    backends: report.backends.filter(({ id }) => opened.has(id)),
    findings: report.findings.filter(({ credential }) => credential !== undefined && ids.has(credential)),
    probes: report.probes.filter(({ backend }) => opened.has(backend)),
  };
}

/** Long enough to be no chance, short enough that what a mask leaves out cannot hide a piece. */
const PIECE = 10;

function piecesOf(text: string): readonly string[] {
  if (text.length <= PIECE) return [text];
  return Array.from({ length: text.length - PIECE + 1 }, (_, at) => text.slice(at, at + PIECE));
}

const OURS = new Set(piecesOf(JSON.stringify(RULES)));

/** What is secret of a value: of an address the password, not the host, port and user that a report may name; of a token no words. */
function hiddenPart(secret: string): string {
  const password =
    /^[a-z+]{2,20}:\/\/[^:@/\s]*:([^@\s]+)@/i.exec(secret) ?? /^jdbc:[^?\s]+\?.*?password=([^&\s]+)/i.exec(secret);
  return password?.[1] ?? secret.replace(/^access_token\$[a-z]+\$/, '');
}

/** The pieces of a secret that its mask does not show, less what is meant to be seen of it or stands in our own words. */
function hiddenPieces({ secret, subject = '', details = {}, opens = [] }: CredentialMention): readonly string[] {
  const seen = [subject, ...Object.values(details), ...opens.map(({ backend }) => backend.name)]
    .join('\n')
    .toLowerCase();
  return piecesOf(hiddenPart(secret)).filter((piece) => !OURS.has(piece) && !seen.includes(piece.toLowerCase()));
}

/** What of the secrets stands in a text, as it is or escaped for JSON, a URL or HTML. */
function leaksIn(text: string, secrets: readonly CredentialMention[]): readonly string[] {
  const decoded = [
    text,
    text.replace(/%[0-9A-Fa-f]{2}/g, (hex) => String.fromCharCode(Number.parseInt(hex.slice(1), 16))),
  ];
  const plain = [...decoded, text.replaceAll('\\n', '\n').replaceAll('\\/', '/').replaceAll('\\"', '"')];
  const pieces = new Set(plain.flatMap(piecesOf));
  return secrets.flatMap((mention) =>
    hiddenPieces(mention)
      .filter((piece) => pieces.has(piece))

      .slice(0, 1)
      .map((piece) => `${mention.kind}: ${piece}`),
  );
}

/** All secrets that the scan knew, of one kind. */
const knownOf = (definition: BackendDefinition) =>
  mentionsOf(definition).filter(({ secret }) => scanned.secrets.includes(secret));

it.each([
  ['JSON', () => jsonText(scanned.report)],
  ['SARIF', () => sarifText(scanned.report, { category: 'app', rules: RULES, failed: false }) ?? ''],
  ['HTML', () => htmlPage(scanned.report, { failed: false })],
  ['terminal', () => terminalText(scanned.report, { failed: false, colour: false })],
  ['log', () => scanned.log],
])('%s shows nothing of any credential but its mask', (_name, textOfReport) => {
  const text = textOfReport();
  expect(text.length).toBeGreaterThan(50);
  expect(leaksIn(text, CASES.flatMap(knownOf))).toEqual([]);
});

describe.each(CASES.map((definition) => [definition.kind, definition] as const))('a %s', (kind, definition) => {
  it('is found, and shown by its mask and no more in the comment, the summary and the annotations', () => {
    const known = knownOf(definition);
    const report = reportOf(kind);
    expect([kind, known.length > 0, report.credentials.length > 0]).toEqual([kind, true, true]);
    expect(jsonText(report)).toContain(JSON.stringify(mask(known[0]?.secret ?? '')).slice(1, -1));
    const outputs = {
      comment: commentMarkdown(report, { ...OPTIONS, category: 'app' }),
      summary: summaryMarkdown(report, OPTIONS),
      annotations: JSON.stringify(annotationsOf(report)),
    };
    for (const [output, text] of Object.entries(outputs)) expect([output, leaksIn(text, known)]).toEqual([output, []]);
  });
});
