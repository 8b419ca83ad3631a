import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BackendDefinition, Example } from '../../src/backends/backend.ts';
import { BACKENDS } from '../../src/backends/registry.ts';
import type { CredentialMention } from '../../src/model.ts';
import { annotationsOf } from '../../src/reports/annotations.ts';
import { commentMarkdown } from '../../src/reports/comment.ts';
import { htmlPage } from '../../src/reports/html.ts';
import { jsonText } from '../../src/reports/json.ts';
import { mask } from '../../src/reports/mask.ts';
import { sarifText } from '../../src/reports/sarif.ts';
import { summaryMarkdown } from '../../src/reports/summary.ts';
import { terminalText } from '../../src/reports/terminal.ts';
import { RULES, scan } from '../../src/scan.ts';
import { credentialsIn, textOf } from '../helpers/backends.ts';
import { makeZip } from '../helpers/zip.ts';

/** One app and one repository for every credential that Ajar knows, holding all its true examples. */
const cases = BACKENDS.filter(({ type }) => type === 'credential').map(
  (definition) => [definition.kind, definition] as const,
);

const OPTIONS = {
  failed: false,
  compared: true,
  blob: 'https://github.com/acme/app/blob/0123456789012345678901234567890123456789',
  run: 'https://github.com/acme/app/actions/runs/1',
};

let root: string;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'ajar-mask-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const trueExamples = ({ examples }: BackendDefinition) => examples.filter(({ gives }) => gives.length > 0);

function mentionsOf(definition: BackendDefinition): readonly CredentialMention[] {
  return trueExamples(definition).flatMap(({ text, key, around = [] }) =>
    credentialsIn(definition, textOf(text, key, around)),
  );
}

/** The example as a config file: its value, under its name, beside what stands around it. */
function fileOf({ text, key, around = [] }: Example): string {
  const beside = around.map((one, index) => [one.key ?? `beside${index}`, one.value] as const);
  return JSON.stringify(Object.fromEntries([[key ?? 'value', text], ...beside]), null, 2);
}

async function outputsFor(definition: BackendDefinition) {
  const folder = path.join(root, definition.kind);
  await mkdir(path.join(folder, 'repo'), { recursive: true });
  const files = trueExamples(definition).map((example, index) => ({
    name: `example${index}.json`,
    text: fileOf(example),
  }));
  // A name can hold a secret as well: of a file that is in order, and of one that is not.
  const named = mentionsOf(definition)
    .slice(0, 2)
    .flatMap(({ secret }) => [
      {
        name: `assets/${secret.slice(0, 200)}.json`,
        text: '{"endpoint":"https://acme-prod-uploads.s3.amazonaws.com/"}',
      },
      { name: `assets/${secret.slice(0, 200)}.dex`, text: 'dex\n035\0 https://acme-prod-uploads.s3.amazonaws.com/' },
    ]);
  const entries = [...files.map(({ name, text }) => ({ name: `assets/${name}`, text })), ...named];
  const zip = makeZip(entries.map(({ name, text }) => ({ name, data: Buffer.from(text) })));
  await writeFile(path.join(folder, 'app.apk'), zip);
  for (const { name, text } of files) await writeFile(path.join(folder, 'repo', name), text);

  const log: string[] = [];
  const keep = (line: string) => void log.push(line);
  const { report, secrets } = await scan(
    {
      root: folder,
      artifacts: ['app.apk'],
      artifactsWanted: true,
      repo: 'repo',
      probe: 'write',
      dryRun: true,
      failOn: 'never',
    },
    { log: { debug: keep, info: keep, warning: keep }, now: new Date('2026-11-22') },
  );
  return {
    report,
    secrets,
    outputs: {
      json: jsonText(report),
      sarif: sarifText(report, { category: 'app', rules: RULES, failed: false }) ?? '',
      comment: commentMarkdown(report, { ...OPTIONS, category: 'app' }),
      summary: summaryMarkdown(report, OPTIONS),
      html: htmlPage(report, { failed: false }),
      terminal: terminalText(report, { failed: false, colour: false }),
      annotations: JSON.stringify(annotationsOf(report)),
      log: log.join('\n'),
    },
  };
}

/** Long enough to be no chance, short enough that what a mask leaves out cannot hide a piece. */
const PIECE = 10;

function piecesOf(text: string): readonly string[] {
  if (text.length <= PIECE) return [text];
  return Array.from({ length: text.length - PIECE + 1 }, (_, at) => text.slice(at, at + PIECE));
}

const OURS = new Set(piecesOf(JSON.stringify(RULES)));

/** The pieces of a secret that its mask does not show, less what is meant to be seen of it or stands in our own words. */
function hiddenPieces({ secret, subject = '', details = {}, opens = [] }: CredentialMention): readonly string[] {
  const seen = [subject, ...Object.values(details), ...opens.map(({ backend }) => backend.name)]
    .join('\n')
    .toLowerCase();
  return piecesOf(secret).filter((piece) => !OURS.has(piece) && !seen.includes(piece.toLowerCase()));
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
      .slice(0, 1),
  );
}

describe.each(cases)('a %s that ships and lies in the repository', (kind, definition) => {
  it('is found, and shown by its mask and no more in every output', async () => {
    const mentions = mentionsOf(definition);
    expect(mentions.length).toBeGreaterThan(0);
    const { report, secrets, outputs } = await outputsFor(definition);
    expect(report.credentials.map((credential) => credential.kind)).toContain(kind);
    const known = mentions.filter(({ secret }) => secrets.includes(secret));
    expect(known.length).toBeGreaterThan(0);
    expect(outputs.json).toContain(mask(known[0]?.secret ?? ''));
    const leaks = Object.entries(outputs).flatMap(([output, text]) =>
      leaksIn(text, known).map((piece) => `${output}: ${piece}`),
    );
    expect(leaks).toEqual([]);
  });
});
