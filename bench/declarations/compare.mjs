// Sets Ajar beside Checkov on the files of public suites: which files does either call exposed?
//
//   node bench/declarations/compare.mjs LIB --checkov COMMAND FOLDER…
//
// Each folder is read file by file, so that one file's verdict is not another's. Checkov is asked for its checks of exposure alone; those
// of hardening (a missing public access block, no uniform access) answer another question.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const EXPOSURE = [
  'CKV_AWS_20',
  'CKV_AWS_57',
  'CKV_AWS_70',
  'CKV_AWS_375',
  'CKV2_AWS_43',
  'CKV_AWS_59',
  'CKV_AWS_258',
  'CKV_AWS_301',
  'CKV_AWS_309',
  'CKV_AWS_366',
  'CKV_AWS_392',
  'CKV_GCP_28',
  'CKV_GCP_102',
  'CKV_GCP_107',
  'CKV_GCP_113',
  'CKV_AZURE_34',
];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { checkov: { type: 'string' } } });
const [lib, ...folders] = positionals;
if (lib === undefined || values.checkov === undefined || folders.length === 0)
  throw new Error('usage: compare.mjs LIB --checkov COMMAND FOLDER…');
const { terraform } = await import(pathToFileURL(path.resolve(lib, 'declarations/terraform/index.js')).href);

const files = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.tf'))
    .map((entry) => path.join(entry.parentPath, entry.name)),
);

/** One folder a file, because Checkov joins what lies in one folder. */
const root = mkdtempSync(path.join(tmpdir(), 'ajar-compare-'));
for (const [index, file] of files.entries()) {
  mkdirSync(path.join(root, String(index)));
  cpSync(file, path.join(root, String(index), 'main.tf'));
}

function runCheckov() {
  const flags = ['-d', root, '--framework', 'terraform', '-o', 'json', '--compact', '--quiet', '--soft-fail'];
  const output = execFileSync(values.checkov, [...flags, '--skip-download', '-c', EXPOSURE.join(',')], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const report = JSON.parse(output);
  const failed = new Map();
  for (const { check_id: id, file_path: file } of report.results?.failed_checks ?? []) {
    const index = Number(file.split('/')[1]);
    failed.set(index, [...(failed.get(index) ?? []), id]);
  }
  return { version: report.summary?.checkov_version, failed };
}

async function ajarOn(file) {
  const text = readFileSync(file, 'utf8');
  const { declarations } = await terraform.read([{ path: 'main.tf', text }], { now: new Date(), paths: ['main.tf'] });
  const states = declarations.map(({ declaration }) => declaration.state);
  return ['open', 'conditional', 'mitigated', 'unknown'].find((state) => states.includes(state)) ?? 'closed';
}

const { version, failed } = runCheckov();
rmSync(root, { recursive: true });
const table = new Map();
const apart = [];
for (const [index, file] of files.entries()) {
  const [ajar, checks] = [await ajarOn(file), failed.get(index) ?? []];
  const key = `${ajar}\t${checks.length > 0 ? 'fails' : 'passes'}`;
  table.set(key, (table.get(key) ?? 0) + 1);
  if ((ajar === 'open') !== checks.length > 0)
    apart.push(`${file}: Ajar ${ajar}, Checkov ${[...new Set(checks)].join(' ') || 'passes'}`);
}
console.log(`Checkov ${version}, ${files.length} files`);
for (const [key, count] of [...table].sort()) console.log(`${key}\t${count}`);
for (const line of apart) console.log(`- ${line}`);
