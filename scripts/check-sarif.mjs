// A second opinion on the SARIF: Microsoft's multitool with its rules for GitHub, over the demo, an empty and a huge report.
// Its exit code is 0 whatever it finds, so its own report is counted. Run after `npm run compile`:
//   npm install --prefix /tmp/multitool @microsoft/sarif-multitool-linux     (or -darwin, -win32)
//   node scripts/check-sarif.mjs /tmp/multitool/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sarifText } from '../lib/reports/sarif.js';
import { RULES, scan } from '../lib/scan.js';

const [tool] = process.argv.slice(2);
if (tool === undefined || !existsSync(tool)) {
  console.log('SKIPPED the SARIF multitool: name its binary');
  process.exit(0);
}

const root = path.resolve(import.meta.dirname, '..');
const log = { debug: () => {}, info: () => {}, warning: () => {} };
const demo = 'examples/demo';
const settings = {
  root,
  artifacts: [`${demo}/app/*`],
  artifactsWanted: true,
  repo: demo,
  probe: 'off',
  failOn: 'high',
};
const { report } = await scan(settings, { log, now: new Date() });
const [first] = report.findings;
const reports = {
  demo: report,
  empty: { ...report, findings: [], backends: [], credentials: [] },
  huge: { ...report, findings: Array.from({ length: 6000 }, (_, index) => ({ ...first, fingerprint: String(index) })) },
  // What it must complain of, or its silence means nothing.
  broken: report,
};

const folder = mkdtempSync(path.join(tmpdir(), 'ajar-sarif-'));
let failed = false;
for (const [name, one] of Object.entries(reports)) {
  const sarif = JSON.parse(sarifText(one, { category: 'app', rules: RULES, failed: false }));
  if (name === 'broken') delete sarif.runs[0].results[0].locations;
  const file = path.join(folder, `${name}.sarif`);
  writeFileSync(file, JSON.stringify(sarif));
  const out = `${file}.out`;
  spawnSync(tool, ['validate', file, '--rule-kind', 'Sarif;Ghas', '-o', out, '--log', 'ForceOverwrite']);
  const { results } = JSON.parse(readFileSync(out, 'utf8')).runs[0];
  const bad = results.filter(({ level }) => level !== 'note');
  console.log(`${name}: ${bad.length} errors and warnings`, [...new Set(bad.map(({ ruleId }) => ruleId))].join(' '));
  failed ||= bad.length > 0 !== (name === 'broken');
}
process.exit(failed ? 1 : 0);
