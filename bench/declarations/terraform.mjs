// Scores the Terraform reader on local copies of public suites. README.md beside this file says which, and what the labels mean.
//
//   npx tsc -p tsconfig.build.json --outDir /tmp/lib
//   node bench/declarations/terraform.mjs /tmp/lib [--kics DIR]… [--checkov DIR]… [--checkov-gcs FILE.py] [--verbose]
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { parse as parseYaml } from 'yaml';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kics: { type: 'string', multiple: true, default: [] },
    checkov: { type: 'string', multiple: true, default: [] },
    'checkov-gcs': { type: 'string' },
    'checkov-example': { type: 'string', multiple: true, default: [] },
    trivy: { type: 'string', multiple: true, default: [] },
    verbose: { type: 'boolean', default: false },
  },
});
const [lib = 'lib'] = positionals;
const { terraform } = await import(pathToFileURL(path.resolve(lib, 'declarations/terraform/index.js')).href);

/** What is open, and what stands open to everyone but is limited or void: told, but no finding. */
async function toldIn(text) {
  const { declarations } = await terraform.read([{ path: 'main.tf', text }], { now: new Date(), paths: ['main.tf'] });
  return declarations.map(({ declaration }) => declaration).filter(({ state }) => state !== 'closed');
}

async function openIn(text) {
  return (await toldIn(text)).filter(({ state }) => state === 'open');
}

const score = (suite) => ({
  suite,
  expected: 0,
  found: 0,
  told: 0,
  exact: 0,
  clean: 0,
  wrong: 0,
  misses: [],
  alarms: [],
});

/** The operations that a KICS query is about; all of them where it says no more than “public”. */
function operationsOf(query) {
  const named = [
    ['_delete_', ['delete']],
    ['_get_', ['read']],
    ['_list_', ['list']],
    ['_put_', ['create', 'overwrite']],
    ['write_acp', ['administer']],
    ['with_all_permissions', ['delete']],
  ].find(([part]) => query.includes(part));
  return named?.[1];
}

const concerns = (operations) => (declaration) =>
  operations === undefined || declaration.can.some((operation) => operations.includes(operation));

async function scoreKics(folder) {
  const query = path.basename(folder);
  const result = score(`KICS ${query}`);
  const tests = path.join(folder, 'test');
  const about = concerns(operationsOf(query));
  const labels = JSON.parse(readFileSync(path.join(tests, 'positive_expected_result.json'), 'utf8'));
  for (const name of readdirSync(tests).filter((file) => file.endsWith('.tf'))) {
    const told = (await toldIn(readFileSync(path.join(tests, name), 'utf8'))).filter(about);
    const open = told.filter(({ state }) => state === 'open');
    const own = labels.filter((label) => (label.fileName ?? label.filename ?? 'positive.tf') === name);
    if (name.startsWith('negative')) {
      result.clean++;
      if (open.length > 0) {
        result.wrong++;
        result.alarms.push(`${name}:${open.map(({ line }) => line).join(',')}`);
      }
      continue;
    }
    // KICS labels the resource, its attribute or the statement in it: a finding counts if it is no further than a resource is long.
    for (const { line } of own) {
      const near = open.some((declaration) => Math.abs(declaration.line - line) <= 12);
      result.expected++;
      if (told.some((declaration) => Math.abs(declaration.line - line) <= 12)) result.told++;
      if (near) result.found++;
      else result.misses.push(`${name}:${line}`);
      if (open.some((declaration) => declaration.line === line)) result.exact++;
    }
  }
  return result;
}

/** The blocks of a file that are the resource or speak of it, so that each label is judged alone. */
function sliceFor(text, address) {
  const blocks = text.split(/\n(?=(?:resource|data|variable|locals|module|provider|terraform|output)\b)/);
  const [type, name] = address.split('.');
  const own = new RegExp(`^\\s*resource\\s+"?${type}"?\\s+"?${name}"?\\s*\\{`);
  const mention = new RegExp(`\\b${type}\\.${name}\\b(?!-)`);
  return blocks
    .filter((block) => own.test(block.trimStart()) || mention.test(block) || !/^\s*resource\b/.test(block.trimStart()))
    .join('\n');
}

async function scoreCheckov(folder) {
  const result = score(`Checkov ${path.basename(folder)}`);
  const text = readFileSync(path.join(folder, 'main.tf'), 'utf8');
  const expected = readFileSync(path.join(folder, 'expected.yaml'), 'utf8');
  const [passes = [], fails = []] = expected
    .split(/^fail:/m)
    .map((part) => [...part.matchAll(/- "([^"]+)"/g)].map(([, one]) => one));
  const about = concerns(folder.endsWith('Write') ? ['create', 'overwrite', 'delete'] : undefined);
  const open = async (address) => (await openIn(sliceFor(text, address))).filter(about);
  for (const address of fails) {
    result.expected++;
    if ((await open(address)).length > 0) result.found++;
    else result.misses.push(address);
  }
  for (const address of passes) {
    result.clean++;
    if ((await open(address)).length === 0) continue;
    result.wrong++;
    result.alarms.push(address);
  }
  return result;
}

/** Checkov keeps these labels in its unit test: `test_failure_1`, `test_success_1`, each with a text. */
async function scoreCheckovGcs(file) {
  const result = score(`Checkov ${path.basename(file, '.py')}`);
  for (const [, verdict, text] of readFileSync(file, 'utf8').matchAll(
    /def test_(failure|success)\w*\(self\):.*?loads\("""(.*?)"""/gs,
  )) {
    const open = await openIn(text);
    if (verdict === 'failure') {
      result.expected++;
      if (open.length > 0) result.found++;
      else result.misses.push(text.trim().split('\n')[0]);
    } else {
      result.clean++;
      if (open.length > 0) {
        result.wrong++;
        result.alarms.push(text.trim().split('\n')[0]);
      }
    }
  }
  return result;
}

/** Checkov's folders `example_X/main.tf` with the names of failing and passing resources in `test_X.py` beside them. */
async function scoreCheckovExample(test) {
  const name = path.basename(test, '.py').replace(/^test_/, '');
  const result = score(`Checkov ${name}`);
  const source = readFileSync(test, 'utf8');
  const text = readFileSync(path.join(path.dirname(test), `example_${name}`, 'main.tf'), 'utf8');
  const named = (set) =>
    [
      ...(new RegExp(`${set}_resources\\s*=\\s*\\{([^}]*)\\}`).exec(source)?.[1] ?? '').matchAll(/["']([\w.-]+)["']/g),
    ].map(([, address]) => address);
  const open = async (address) => (await openIn(sliceFor(text, address))).length > 0;
  for (const address of named('failing')) {
    result.expected++;
    const told = (await toldIn(sliceFor(text, address))).length > 0;
    if (await open(address)) result.found++;
    else result.misses.push(address);
    if (told) result.told++;
  }
  for (const address of named('passing')) {
    result.clean++;
    if (!(await open(address))) continue;
    result.wrong++;
    result.alarms.push(address);
  }
  return result;
}

/** Trivy's checks come with snippets that are good or bad as a whole. */
async function scoreTrivy(file) {
  const result = score(`Trivy ${path.basename(path.dirname(file))}/${path.basename(file, '.yaml')}`);
  const { good = [], bad = [] } = parseYaml(readFileSync(file, 'utf8')).terraform ?? {};
  for (const [index, text] of bad.entries()) {
    const told = await toldIn(text);
    result.expected++;
    if (told.length > 0) result.told++;
    if (told.some(({ state }) => state === 'open')) result.found++;
    else result.misses.push(`bad ${index + 1}`);
  }
  for (const [index, text] of good.entries()) {
    result.clean++;
    if ((await openIn(text)).length === 0) continue;
    result.wrong++;
    result.alarms.push(`good ${index + 1}`);
  }
  return result;
}

/** The four cases of the Amazon S3 user guide, “The meaning of public”: what the statement holds, and the guide's verdict. */
const GUIDE = [
  ['Principal = { Federated = "graph.facebook.com" }', true],
  ['Principal = "*"', true],
  ['Principal = "*", Condition = { StringLike = { "aws:SourceVpc" = "vpc-*" } }', true],
  ['Principal = "*", Condition = { StringEquals = { "aws:SourceVpc" = "vpc-91237329" } }', false],
];

async function scoreGuide() {
  const result = score('Amazon S3 user guide');
  for (const [part, isPublic] of GUIDE) {
    const statement = `{ Effect = "Allow", Action = ["s3:PutObject"], Resource = "arn:aws:s3:::acme-guide/*", ${part} }`;
    const open = await openIn(
      `resource "aws_s3_bucket_policy" "b" {\n  bucket = "acme-guide"\n  policy = jsonencode({ Statement = [${statement}] })\n}`,
    );
    if (isPublic) {
      result.expected++;
      if (open.length > 0) result.found++;
      if (open.some(({ line }) => line === 3)) result.exact++;
    } else {
      result.clean++;
      if (open.length > 0) result.wrong++;
    }
  }
  return result;
}

/** Labels that the provider's documentation contradicts: the suite, its labels, and why. */
const CONTRADICTED = [
  [
    /^KICS s3_bucket_allows_(?:delete|get|list|put)|^KICS s3_bucket_access/,
    ['positive1.tf:4', 'positive1.tf:17', 'positive1.tf:42', 'positive2.tf:4', 'positive2.tf:5', 'positive2.tf:23'],
    'a condition limits the statement to one address (aws:SourceIp 8.8.8.8/32): Amazon calls that not public',
  ],
  [
    /^KICS s3_bucket_(?:access|allows|with_all)/,
    ['positive2.tf:12', 'positive3.tf:12'],
    'the statement is limited to one address, or stands in a module call that does not attach it (attach_policy is off)',
  ],
  [
    /^KICS s3_bucket_acl_grants_write_acp/,
    ['positive1.tf:16', 'positive2.tf:23'],
    'the grant is to the LogDelivery group, which holds no strangers',
  ],
  [
    /^KICS cloud_storage_bucket_is_public/,
    ['positive.tf:4'],
    'an IAM condition limits the binding to a time that is over',
  ],
  [/^Checkov S3PublicACLRead/, ['aws_s3_bucket.website', 'aws_s3_bucket.website_v4'], 'S3 has no canned ACL "website"'],
  [/^Checkov S3PublicACLRead/, ['aws_s3_bucket.public_read'], 'stands among the failing and the passing resources'],
  [
    /^Checkov S3AllowsAnyPrincipal/,
    ['aws_s3_bucket_policy.pass_w_condition', 'aws_s3_bucket.pass_w_condition'],
    'ArnNotEquals lets in everybody but the one who is named',
  ],
  [/^Checkov LambdaFunctionIsNotPublic/, ['aws_lambda_permission.fail'], 'source_arn names one rule of one account'],
  [
    /^Checkov LambdaFunctionURLAuth/,
    ['aws_lambda_function_url.fail'],
    'since October 2025 a URL needs a second permission, which is not granted here: told as conditional',
  ],
  [/^Trivy apigateway/, ['good 3'], 'OPTION is no HTTP method; the check means OPTIONS'],
];

function contradicted({ suite }, label) {
  return CONTRADICTED.find(([name, labels]) => name.test(suite) && labels.includes(label));
}

const results = [await scoreGuide()];
for (const folder of options.kics) results.push(await scoreKics(folder));
for (const folder of options.checkov) results.push(await scoreCheckov(folder));
for (const file of options['checkov-example']) results.push(await scoreCheckovExample(file));
for (const file of options.trivy) results.push(await scoreTrivy(file));
if (options['checkov-gcs'] !== undefined) results.push(await scoreCheckovGcs(options['checkov-gcs']));

console.log(
  '| suite | found / expected | told as limited or void | exact line | wrong / clean |\n| --- | --- | --- | --- | --- |',
);
for (const { suite, found, told, expected, exact, wrong, clean, misses, alarms } of results) {
  console.log(`| ${suite} | ${found} / ${expected} | ${Math.max(0, told - found)} | ${exact} | ${wrong} / ${clean} |`);
  if (options.verbose && misses.length + alarms.length > 0)
    console.log(`  missed ${misses.join(' ')}; alarms ${alarms.join(' ')}`);
}
const sum = (name) => results.reduce((total, result) => total + result[name], 0);
const percent = (part, whole) => `${part} of ${whole} (${((100 * part) / Math.max(whole, 1)).toFixed(1)} %)`;
console.log(`| all | ${sum('found')} / ${sum('expected')} | – | ${sum('exact')} | ${sum('wrong')} / ${sum('clean')} |`);

const refuted = (name) => results.flatMap((one) => one[name].filter((label) => contradicted(one, label) !== undefined));
const [misses, alarms] = [refuted('misses'), refuted('alarms')];
const told = sum('found');
console.log(
  `\nLabels as they are: recall ${percent(told, sum('expected'))}, precision ${percent(told, told + sum('wrong'))}.`,
);
console.log(
  `Without the labels that the documentation contradicts: recall ${percent(told, sum('expected') - misses.length)}, precision ${percent(told, told + sum('wrong') - alarms.length)}.`,
);
for (const result of results)
  for (const label of [...result.misses, ...result.alarms]) {
    const [, , why = 'not explained'] = contradicted(result, label) ?? [];
    console.log(`- ${result.suite} ${label}: ${why}`);
  }
