// Writes the generated pages of docs/ from the code: one page a rule, probes, formats. Run after `npm run compile`;
// CI fails when the pages differ from what is committed.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { BACKENDS } from '../lib/backends/registry.js';
import { LANGUAGES } from '../lib/declarations/registry.js';
import { FORMATS } from '../lib/formats/registry.js';
import { REPORT_JSON_SCHEMA } from '../lib/reports/schema.js';
import { policyJsonSchema } from '../lib/settings/policy-schema.js';

const DOCS = path.resolve(import.meta.dirname, '..', 'docs');
const NOTE = '<!-- Generated from the code by `npm run docs`. Change the code, not this page. -->';

const cell = (text) =>
  outsideCode(text.replaceAll('|', '\\|').replaceAll('\n', ' '), (part) => part.replaceAll('<', '&lt;'));
/** In a code span Markdown decodes nothing. */
const outsideCode = (text, change) =>
  text
    .split('`')
    .map((part, at) => (at % 2 === 1 ? part : change(part)))
    .join('`');
const row = (...cells) => `| ${cells.map(cell).join(' | ')} |`;
const link = (url) => (url.startsWith('http') ? `<${url}>` : url);
const schema = (name, value) => writeFileSync(path.join(DOCS, name), `${JSON.stringify(value, null, 2)}\n`);
const page = (name, lines) => writeFileSync(path.join(DOCS, name), `${lines.join('\n')}\n`);

function rulePage(definition, rule) {
  return [
    NOTE,
    `# ${rule.id}`,
    '',
    `**${rule.title}.**`,
    '',
    '| severity | backend | CWE | OWASP Mobile Top 10 | OWASP MASVS |',
    '| --- | --- | --- | --- | --- |',
    row(
      rule.severity,
      definition.title,
      rule.cwe.map((id) => `CWE-${id}`).join(', '),
      rule.mobileTop10.join(', '),
      rule.masvs.join(', '),
    ),
    '',
    '## What it means for your users',
    '',
    rule.meaning,
    '',
    '## How Ajar knows',
    '',
    rule.knows,
    '',
    '## How to close it',
    '',
    ...rule.remediation.map((step, index) => `${index + 1}. ${step}`),
    '',
    '## How to prove that it is closed',
    '',
    rule.prove,
    '',
    ...(rule.aliases === undefined ? [] : ['## Former ids', '', ...rule.aliases.map((alias) => `- \`${alias}\``), '']),
    '## References',
    '',
    ...rule.references.map((reference) => `- ${link(reference)}`),
  ];
}

function rulesIndex() {
  const rules = BACKENDS.flatMap((definition) => definition.rules.map((rule) => ({ definition, rule })));
  rules.sort((left, right) => (left.rule.id < right.rule.id ? -1 : 1));
  return [
    NOTE,
    '# Rules',
    '',
    `${rules.length} rules. \`ajar explain RULE\` prints the same on the terminal.`,
    '',
    '| rule | severity | what it says |',
    '| --- | --- | --- |',
    ...rules.map(({ rule }) => `| [${rule.id}](${rule.id}.md) | ${rule.severity} | ${cell(rule.title)} |`),
  ];
}

/** Long runs are shortened: a made-up key that looks like a real one would stop a push or alarm a scanner. */
function exampleOf(text, key) {
  const value = text.replace(/[A-Za-z0-9+/=_-]{24,}/g, (run) => `${run.slice(0, 8)}…`);
  const shown = value.length > 90 ? `${value.slice(0, 90)}…` : value;
  return `${key === undefined ? '' : `${key} = `}${shown}`.replaceAll('`', "'");
}

function backendsPage() {
  return [
    NOTE,
    '# Backends and credentials',
    '',
    'What Ajar recognises. The examples are run as tests: what each gives, and what stays silent and why.',
    ...BACKENDS.flatMap((definition) => [
      '',
      `## ${definition.title} (\`${definition.kind}\`)`,
      '',
      `Provider: ${definition.provider}. ${definition.rules.length === 0 ? 'Inventory: raises no finding.' : `Rules: ${definition.rules.length}.`}`,
      '',
      '| text | gives | because |',
      '| --- | --- | --- |',
      ...definition.examples.map(({ text, key, gives, why }) =>
        row(`\`${exampleOf(text, key)}\``, gives.join(', ') || '–', why),
      ),
    ]),
  ];
}

function needsOf(mode, consent) {
  return consent === undefined ? `\`${mode}\`` : `\`${mode}\`, \`${consent}\``;
}

function probesPage() {
  return [
    NOTE,
    '# Probes: every request that Ajar can send',
    '',
    'This is the whole list: the runner sends no request whose probe does not stand here. Nothing is sent unless `probe` is `read`',
    'or `write`, and nothing to a backend that is a third party’s. What each probe needs stands in its row:',
    '',
    '| needs | given by |',
    '| --- | --- |',
    row('`read`', '`probe: read` or `probe: write`; changes nothing, whatever is answered'),
    row(
      '`write`',
      '`probe: write`, and the backend named under `owned` in `.ajar.yml`; asks in a way that must fail or do nothing, and shows by how it fails who may write',
    ),
    row(
      '`create-record`',
      'besides, `probe: {create-record: true}` in `.ajar.yml`: a trace stays behind. No mode implies it',
    ),
    row(
      '`use-credential`',
      'besides, `probe: {use-credential: true}` in `.ajar.yml`: a key that was found is used, at its issuer only. No mode implies it',
    ),
    '',
    'On pull requests from forks nothing is sent unless the workflow sets `probe-forks`, and then only what needs `read` alone: a',
    'fork’s `.ajar.yml` names no owner and gives no consent.',
    '',
    'Requests go over HTTPS to port 443 of the hosts listed here, if their names resolve to public addresses only, without following',
    'redirects: at most 24 to one backend and 500 in a run, a quarter of a second apart, 10 seconds each and 4 minutes in all. At most',
    '8 KiB of an answer are read, and nothing of it is kept but what it proves. `<nonce>` and `<random>` are a name that does not exist',
    '(`ajar-probe-` and a random UUID). `--dry-run` shows every request, names those that would follow from the answers, and sends none.',
    'What Ajar does not ask, and why, is in [security.md](security.md).',
    ...BACKENDS.filter(({ probing }) => probing !== undefined).flatMap(({ title, kind, probing }) => [
      '',
      `## ${title} (\`${kind}\`)`,
      '',
      `Hosts: ${probing.hosts.map((host) => `\`${host}\``).join(', ')}`,
      '',
      '| probe | needs | request | what it proves | side effects | reference |',
      '| --- | --- | --- | --- | --- | --- |',
      ...probing.specs.map(({ id, mode, consent, request, proves, sideEffects, reference }) =>
        row(`\`${id}\``, needsOf(mode, consent), `\`${request.replaceAll('`', '')}\``, proves, sideEffects, reference),
      ),
    ]),
  ];
}

function formatsPage() {
  return [
    NOTE,
    '# Formats: what is read, how exactly, and what is not',
    '',
    'The report’s coverage uses the same names. *Always* formats are read even if the byte search saw no anchor in them, because their',
    'strings are packed or encoded; the others only where it did. Whatever the format, a text is also looked at behind one level of',
    'base64, percent encoding or escapes. `bench/corpus` plants a backend in every place named here, and says what was found.',
    '',
    '| format | reads | locator in reports | does not see | read | source |',
    '| --- | --- | --- | --- | --- | --- |',
    ...FORMATS.map(({ title, docs, when }) =>
      row(
        title,
        docs.reads,
        docs.locator,
        docs.blind || '–',
        when === 'always' ? 'always' : 'on hits',
        docs.source.join(', '),
      ),
    ),
  ];
}

function declarationsPage() {
  return [
    NOTE,
    '# Declarations: what is read out of the repository',
    '',
    '| language | documentation |',
    '| --- | --- |',
    ...LANGUAGES.map(({ title, docs }) => row(title, docs.join(', '))),
  ];
}

const rulesFolder = path.join(DOCS, 'rules');
rmSync(rulesFolder, { recursive: true, force: true });
mkdirSync(rulesFolder, { recursive: true });
for (const definition of BACKENDS)
  for (const rule of definition.rules) page(path.join('rules', `${rule.id}.md`), rulePage(definition, rule));
page(path.join('rules', 'README.md'), rulesIndex());
page('backends.md', backendsPage());
page('probes.md', probesPage());
page('formats.md', formatsPage());
page('declarations.md', declarationsPage());
schema('ajar-report-1.schema.json', REPORT_JSON_SCHEMA);
schema('ajar.schema.json', policyJsonSchema(BACKENDS.flatMap(({ rules }) => rules.map(({ id }) => id))));
console.log(
  `docs: ${readdirSync(rulesFolder).length - 1} rules, ${FORMATS.length} formats, ${LANGUAGES.length} declaration languages`,
);
