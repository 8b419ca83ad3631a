// Scores the CloudFormation, ARM and Bicep readers on local copies of public suites. README.md beside this file says which.
//
//   npx tsc -p tsconfig.build.json --outDir /tmp/lib
//   node bench/declarations/cloudformation.mjs /tmp/lib [--trivy CHECKS] [--checkov TESTS] [--goat FILE] [--samples DIR]… [--verbose]
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    trivy: { type: 'string' },
    checkov: { type: 'string' },
    goat: { type: 'string' },
    samples: { type: 'string', multiple: true, default: [] },
    verbose: { type: 'boolean', default: false },
  },
});
const [lib = 'lib'] = positionals;
const load = (file) => import(pathToFileURL(path.resolve(lib, file)).href);
const { LANGUAGES } = await load('declarations/registry.js');
const { readDeclarations } = await load('declarations/read.js');
const languages = LANGUAGES.filter(({ id }) => ['cloudformation', 'serverless', 'arm', 'bicep'].includes(id));

async function readAll(files) {
  return readDeclarations(languages, files, { now: new Date(), paths: files.map((file) => file.path) });
}

/** What a template opens, or says of strangers with a limit: told, but no finding. */
async function toldIn(text, kinds) {
  const { declarations } = await readAll([{ path: 'template.yaml', text }]);
  return declarations.filter(({ kind, declaration }) => kinds.includes(kind) && declaration.state !== 'closed');
}

const score = (suite) => ({ suite, expected: 0, found: 0, told: 0, exact: 0, clean: 0, wrong: 0, notes: [] });

/** One label: a text that holds an exposure at a line (or anywhere), or none. */
async function judgeCase(result, { name, text, kinds, exposed, line, about }) {
  const told = (await toldIn(text, kinds)).filter(({ declaration }) => about === undefined || about(declaration));
  const open = told.filter(({ declaration }) => declaration.state === 'open');
  const near = (one) => line === undefined || Math.abs(one.declaration.line - line) <= 12;
  if (!exposed) {
    result.clean++;
    if (open.length > 0) {
      result.wrong++;
      result.notes.push(`alarm ${name}`);
    }
    return;
  }
  result.expected++;
  if (told.some(near)) result.told++;
  if (open.some(near)) result.found++;
  else result.notes.push(`missed ${name}`);
  if (open.some((one) => one.declaration.line === line)) result.exact++;
}

/** The four cases of the Amazon S3 user guide, “The meaning of public”: what the statement holds, and the guide's verdict. */
const GUIDE = [
  ['{"Federated":"graph.facebook.com"}', undefined, true],
  ['"*"', undefined, true],
  ['"*"', '{"StringLike":{"aws:SourceVpc":"vpc-*"}}', true],
  ['"*"', '{"StringEquals":{"aws:SourceVpc":"vpc-91237329"}}', false],
];

async function scoreGuide() {
  const result = score('Amazon S3 user guide, “The meaning of public”');
  for (const [index, [principal, condition, exposed]] of GUIDE.entries()) {
    const statement = `{"Effect":"Allow","Principal":${principal},"Action":"s3:PutObject","Resource":"arn:aws:s3:::acme-guide/*"${condition === undefined ? '' : `,"Condition":${condition}`}}`;
    const text = `Resources:\n  P:\n    Type: AWS::S3::BucketPolicy\n    Properties:\n      Bucket: acme-guide\n      PolicyDocument:\n        Statement:\n          - ${statement}\n`;
    await judgeCase(result, { name: `case ${index + 1}`, text, kinds: ['s3'], exposed, line: 8 });
  }
  return result;
}

/** The texts of one list in Trivy's example files: `cloudformation:`, `good:` or `bad:`, block scalars. */
function snippets(text, verdict) {
  const section = /^cloudformation:\n((?: .*\n|\n)*)/m.exec(text)?.[1] ?? '';
  const list = new RegExp(`^  ${verdict}:\\n((?:   .*\\n|\\n)*)`, 'm').exec(section)?.[1] ?? '';
  return list
    .split(/^ {4}- \|-?\n/m)
    .slice(1)
    .map((snippet) => snippet.replace(/^ {6}/gm, ''));
}

/** Only one of Trivy's S3 rules is about exposure; what the others call bad lacks a safeguard, and opens nothing by that. */
async function scoreTrivy(folder) {
  const result = score('Trivy checks, S3');
  const rules = path.join(folder, 'cloud/aws/s3');
  for (const name of readdirSync(rules).filter((file) => file.endsWith('.yaml'))) {
    const text = readFileSync(path.join(rules, name), 'utf8');
    const isExposure = name === 'no_public_access_with_acl.yaml';
    for (const verdict of ['good', 'bad'])
      for (const [index, snippet] of snippets(text, verdict).entries())
        await judgeCase(result, {
          name: `${name} ${verdict} ${index + 1}`,
          text: snippet,
          kinds: ['s3'],
          exposed: isExposure && verdict === 'bad',
        });
  }
  return result;
}

/** Checkov counts labels in its tests; these are its resources by name, with the counts' verdicts. */
const CHECKOV = [
  [
    'S3PublicACLRead',
    'S3Templates/ExampleS3.yaml',
    's3',
    { 'AccessControl: PublicRead\n': 2, 'AccessControl: PublicReadWrite': 1 },
    3,
  ],
  ['S3PublicACLWrite', 'S3Templates/ExampleS3.yaml', 's3', { 'AccessControl: PublicReadWrite': 1 }, 5],
];

async function scoreCheckov(folder) {
  const result = score('Checkov S3 ACLs');
  for (const [name, file, kind, labels, clean] of CHECKOV) {
    const text = readFileSync(path.join(folder, file), 'utf8');
    const writes = name.endsWith('Write');
    const acl = ({ declaration }) =>
      declaration.why.startsWith('The ACL') &&
      (writes ? declaration.can.includes('overwrite') : declaration.can.includes('list'));
    const open = (await toldIn(text, [kind])).filter((one) => one.declaration.state === 'open').filter(acl);
    const lines = Object.keys(labels).flatMap((label) =>
      text.split('\n').flatMap((line, index) => (`${line}\n`.includes(label) ? [index + 1] : [])),
    );
    for (const line of lines) {
      result.expected++;
      const hit = open.some((one) => one.declaration.line === line);
      if (hit) result.found++;
      if (hit) result.told++;
      if (hit) result.exact++;
      else result.notes.push(`missed ${name}:${line}`);
    }
    result.clean += clean;
    const alarms = open.filter((one) => !lines.includes(one.declaration.line));
    result.wrong += alarms.length;
    result.notes.push(...alarms.map((one) => `alarm ${name}:${one.declaration.line}`));
  }
  return result;
}

async function scoreCheckovFiles(folder) {
  const result = score('Checkov function URL, identity pool, API methods');
  const files = (name) => readdirSync(path.join(folder, name)).map((file) => path.join(folder, name, file));
  for (const [name, kinds] of [
    ['example_LambdaFunctionURLAuth', ['lambda-url']],
    ['example_CognitoUnauthenticatedIdentities', ['cognito-identity-pool']],
    ['example_APIGatewayAuthorization', ['api-gateway']],
  ])
    for (const file of files(name))
      await judgeCase(result, {
        name: path.basename(file),
        text: readFileSync(file, 'utf8'),
        kinds,
        exposed: /fail/i.test(path.basename(file)),
      });
  return result;
}

/** cfngoat has one public store, its own comment says which. */
async function scoreGoat(file) {
  const result = score('cfngoat');
  const text = readFileSync(file, 'utf8');
  const line = text.split('\n').findIndex((one) => /AccessControl: PublicRead/.test(one)) + 1;
  await judgeCase(result, { name: 'DataBucket', text, kinds: ['s3'], exposed: true, line });
  const others = (await toldIn(text, ['s3'])).filter(({ declaration }) => declaration.line !== line);
  result.clean += (text.match(/Type: "?'?AWS::S3::Bucket"?'?$/gm) ?? []).length - 1;
  result.wrong += others.length;
  return result;
}

const CONFIG = /\.(?:ya?ml|json|template|bicep)$/;

/** Sample repositories have no labels: how many are read, what is open, what could not be read; and the time against grep. */
async function measureSamples(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => CONFIG.test(name) && !/node_modules|package-lock/.test(name))
    .map((name) => ({ path: name, text: readFileSync(path.join(folder, name), 'utf8') }))
    .filter(({ text }) => text.length < 2 << 20);
  const before = process.cpuUsage();
  const { declarations, problems } = await readAll(files);
  const { user, system } = process.cpuUsage(before);
  // The Serverless Framework's reader takes up all that may be a part of a service, and lets go what lies beside none.
  const claimed = files.filter((file) =>
    languages.some((one) => one.id !== 'serverless' && one.claims(file.path) && (one.accepts?.(file) ?? true)),
  );
  const open = declarations.filter(({ declaration }) => declaration.state === 'open');
  const byKind = Object.entries(Object.groupBy?.(open, ({ kind }) => kind) ?? {}).map(
    ([kind, all]) => `${kind} ${all.length}`,
  );
  const grep = grepTime(folder);
  console.log(
    `${path.basename(folder)}: ${files.length} files, ${claimed.length} read; ${declarations.length} declarations, open: ${byKind.join(', ') || open.length}; ` +
      `problems: ${problems.filter(({ kind }) => kind !== 'note').length}; CPU ${((user + system) / 1e6).toFixed(2)} s, ` +
      `${((user + system) / 1e6 / grep).toFixed(1)} × grep -rE of the same files`,
  );
  if (options.verbose) {
    for (const { kind, name, declaration } of open)
      console.log(`  open ${kind}:${name ?? '-'} ${declaration.path}:${declaration.line}`);
    for (const { kind, path: at, line, reason } of problems) console.log(`  ${kind} ${at}:${line ?? 1} ${reason}`);
  }
}

/** CPU seconds of the search that somebody would do by hand. */
function grepTime(folder) {
  const words = 'AccessControl|Principal|publicAccess|AuthType';
  const script = `TIMEFORMAT='%U %S'; time grep -rEc --include='*.y*ml' --include='*.json' --include='*.template' --include='*.bicep' '${words}' "$0" >/dev/null || true`;
  const output = execFileSync('bash', ['-c', `{ ${script}; } 2>&1`, folder], { encoding: 'utf8' });
  const [user = 0, system = 0] = output.trim().split(/\s+/).map(Number);
  return user + system;
}

const results = [await scoreGuide()];
if (options.trivy !== undefined) results.push(await scoreTrivy(options.trivy));
if (options.checkov !== undefined)
  results.push(await scoreCheckov(options.checkov), await scoreCheckovFiles(options.checkov));
if (options.goat !== undefined) results.push(await scoreGoat(options.goat));

console.log(
  '| suite | found / expected | told as limited or void | exact line | wrong / clean |\n| --- | --- | --- | --- | --- |',
);
for (const { suite, found, told, expected, exact, wrong, clean, notes } of results) {
  console.log(`| ${suite} | ${found} / ${expected} | ${Math.max(0, told - found)} | ${exact} | ${wrong} / ${clean} |`);
  if (options.verbose && notes.length > 0) console.log(`  ${notes.join('; ')}`);
}
const sum = (name) => results.reduce((total, result) => total + result[name], 0);
console.log(`| all | ${sum('found')} / ${sum('expected')} | – | ${sum('exact')} | ${sum('wrong')} / ${sum('clean')} |`);
for (const folder of options.samples) await measureSamples(folder);
