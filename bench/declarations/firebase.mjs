/**
 * Scores the Firebase rules reader on public suites, read from local copies; nothing of them lies in this repository.
 *
 *   node bench/declarations/firebase.mjs LIB [--rtdb FOLDER] [--valid FOLDER] [--invalid FOLDER] [--parse FOLDER]… [--spec FOLDER]…
 *
 * LIB: the compiled sources. `--rtdb`: scenario modules `{ scenario: { rules, cases: [{ expectation, operation, opPath, authPresent, newData,
 * mockData }] } }` with verdicts of production. `--valid`, `--invalid`: rules files that do, or do not, follow the grammar. `--parse`: a
 * repository, of which every rules file has to be read or to be told of with its line. `--spec`: a folder with rules and the
 * unit tests (`test/*.spec.ts`) of who may do what.
 *
 * A verdict is wrong where production allowed what is declared closed, or denied what is declared open. Where a rule is open to whoever
 * sends what it asks for, a request that was denied says nothing as long as another of the same kind was allowed.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import ts from 'typescript';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    rtdb: { type: 'string' },
    valid: { type: 'string' },
    invalid: { type: 'string' },
    parse: { type: 'string', multiple: true, default: [] },
    spec: { type: 'string', multiple: true, default: [] },
  },
});
const [lib] = positionals;
if (lib === undefined) throw new Error('usage: firebase.mjs LIB [--rtdb FOLDER] …');
const { firebaseRules } = await import(join(process.cwd(), lib, 'declarations/firebase-rules/index.js')).catch(
  () => import(join(lib, 'declarations/firebase-rules/index.js')),
);

async function declarationsOf(path, text) {
  const reading = await firebaseRules.read([{ path, text }], { now: new Date(), paths: [path] });
  return { problems: reading.problems, declarations: reading.declarations.map(({ declaration }) => declaration) };
}

const ORDER = ['open', 'chosen', 'unknown', 'conditional', 'mitigated', 'closed'];

/** Does a pattern's location hold a path? In the Realtime Database a rule holds for all below as well. */
function holdsAt(pattern, path, cascades) {
  const wanted = pattern.split('/').filter(Boolean);
  const given = path.split('/').filter(Boolean);
  const rest = wanted.findIndex((part) => part.endsWith('=**}'));
  if (rest === -1 && !cascades && wanted.length !== given.length) return false;
  const fixed = rest === -1 ? wanted : wanted.slice(0, rest);
  return fixed.length <= given.length && fixed.every((part, at) => part.startsWith('{') || part === given[at]);
}

/** The widest of what is declared of a request. */
function stateOf(declarations, { path, operations, signedIn, cascades }) {
  // What has to be sent is sent to the rule's own location.
  const isChosen = ({ state, why }) => state === 'open' && / that (?:sends|asks|signs)/.test(why);
  const states = declarations
    .filter(({ audience }) => audience === 'anyone' || signedIn)
    .filter((one) => holdsAt(one.pattern ?? '/', path, cascades && !isChosen(one)))
    .filter(({ can }) => can.some((operation) => operations.includes(operation)))
    .map((one) => ORDER.indexOf(isChosen(one) ? 'chosen' : one.state));
  return ORDER[Math.min(...states, ORDER.length - 1)];
}

/** Cases of one rules file: `{ allowed, kind, describe, state }`; `kind` joins those that differ only in what is sent. */
function tally(title, cases) {
  const allowedKinds = new Set(cases.filter(({ allowed }) => allowed).map(({ kind }) => kind));
  const isWrong = ({ allowed, kind, state }) =>
    allowed
      ? state === 'closed'
      : state === 'open'
        ? !allowedKinds.has(kind)
        : state === 'chosen' && !allowedKinds.has(kind);
  const wrong = cases.filter(isWrong);
  for (const { describe, allowed, state } of wrong)
    console.log(`  ${title}: ${describe}: ${allowed ? 'allowed' : 'denied'}, declared ${state}`);
  const count = (state) => cases.filter((one) => one.state === state).length;
  return { cases: cases.length, wrong: wrong.length, unknown: count('unknown'), conditional: count('conditional') };
}

function sum(title, tallies) {
  const total = (key) => tallies.reduce((all, one) => all + one[key], 0);
  console.log(
    `${title}: ${total('cases')} cases, ${total('wrong')} wrong, ${total('unknown')} undecided, ${total('conditional')} conditional`,
  );
}

async function scoreDatabase(folder) {
  const tallies = [];
  for (const name of readdirSync(folder)
    .filter((entry) => entry.endsWith('.ts'))
    .sort()) {
    const { outputText } = ts.transpileModule(readFileSync(join(folder, name), 'utf8'), {});
    const { scenario } = await import(`data:text/javascript;base64,${Buffer.from(outputText).toString('base64')}`);
    const { declarations } = await declarationsOf('database.rules.json', `{"rules":${scenario.rules}}`);
    tallies.push(
      tally(
        name,
        scenario.cases.map((one) => {
          const operations = [operationOf(one)];
          const request = { path: one.opPath, operations, signedIn: one.authPresent, cascades: true };
          const kind = `${one.opPath} ${operations} ${one.authPresent}`;
          const state = stateOf(declarations, request);
          return { allowed: one.expectation === 'ALLOW', kind, describe: one.description, state };
        }),
      ),
    );
  }
  sum('rtdb', tallies);
}

function operationOf({ operation, newData, mockData }) {
  if (operation === 'read') return 'read';
  if (newData === null) return 'delete';
  return mockData === undefined ? 'create' : 'overwrite';
}

function rulesFilesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) => join(entry.parentPath, entry.name));
}

async function scoreGrammar(folder, valid) {
  const files = rulesFilesIn(folder).filter((path) => path.endsWith('.rules'));
  let right = 0;
  for (const path of files) {
    const { problems } = await declarationsOf('firestore.rules', readFileSync(path, 'utf8'));
    if ((problems.length === 0) === valid) right++;
    else console.log(`  ${relative(folder, path)}: ${problems[0]?.reason ?? 'taken as valid'}`);
  }
  console.log(`${valid ? 'valid' : 'invalid'}: ${right} of ${files.length}`);
}

async function scoreParse(folder) {
  let [whole, located, files] = [0, 0, 0];
  for (const path of rulesFilesIn(folder)) {
    const name = relative(folder, path).replace(/\.rules_\w+$/, '.rules');
    if (!firebaseRules.claims(name) || !/rules/i.test(name) || /package\.json$/.test(name)) continue;
    const text = readFileSync(path, 'utf8');
    // The folder is no part of the name here: rules of tests and examples are left out by it, and these are to be read.
    const file = { path: name.split('/').at(-1), text };
    if (!firebaseRules.accepts(file) || /firebase\w*\.json$|firebaserc$/.test(name)) continue;
    files++;
    const { declarations, problems } = await declarationsOf(file.path, text);
    if (problems.length === 0 && declarations.length > 0) whole++;
    else if (problems.length > 0 && problems.every(({ line }) => line > 0)) located++;
    else console.log(`  ${name}: neither read nor told`);
    for (const { line, reason } of problems) console.log(`  ${name}:${line}: ${reason}`);
  }
  console.log(`${folder}: ${files} rules files, ${whole} read whole, ${located} with located problems`);
}

const ACTIONS = {
  getDoc: ['read'],
  getDocs: ['list'],
  setDoc: ['create', 'overwrite'],
  addDoc: ['create'],
  updateDoc: ['overwrite'],
  deleteDoc: ['delete'],
  get: ['read'],
  set: ['create', 'overwrite'],
  update: ['create', 'overwrite'],
  remove: ['delete'],
};

/** `expect…Denied(setDoc(doc(aliceDb, 'rooms/a'), …` and `assertFails(get(ref(db, 'foo')))`. */
const ASSERTION =
  /^(?!\s*\/\/).*\b(expect\w+(?:Denied|Succeeds)|assert(?:Fails|Succeeds))\(\s*(\w+)\(\s*(?:doc|ref|collection)\(\s*(\w+),\s*['"`]([^'"`]+)['"`]/gm;

async function scoreSpec(folder) {
  const tallies = [];
  for (const [rules, spec] of [
    ['firestore.rules', 'firestore.spec.ts'],
    ['database.rules.json', 'database.spec.ts'],
    ['storage.rules', 'storage.spec.ts'],
  ]) {
    const path = join(folder, 'test', spec);
    if (!existsSync(path) || !existsSync(join(folder, rules))) continue;
    const text = readFileSync(path, 'utf8');
    const { declarations } = await declarationsOf(rules, readFileSync(join(folder, rules), 'utf8'));
    const cases = [...text.matchAll(ASSERTION)].flatMap(([, verdict, action, caller, target]) => {
      const operations = ACTIONS[action];
      if (operations === undefined) return [];
      const signedIn = !/unauth/i.test(caller);
      const state = stateOf(declarations, { path: target, operations, signedIn, cascades: rules.endsWith('.json') });
      const kind = `${target.split('/')[0]} ${operations} ${signedIn}`;
      const describe = `${caller} ${action} ${target}`;
      return [{ allowed: verdict.endsWith('Succeeds'), kind, describe, state }];
    });
    tallies.push(tally(`${folder}/${spec}`, cases));
  }
  sum(folder, tallies);
}

if (values.rtdb !== undefined) await scoreDatabase(values.rtdb);
if (values.valid !== undefined) await scoreGrammar(values.valid, true);
if (values.invalid !== undefined) await scoreGrammar(values.invalid, false);
for (const folder of values.parse) await scoreParse(folder);
for (const folder of values.spec) await scoreSpec(folder);
