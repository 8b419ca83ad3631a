/**
 * Scores the Firebase rules reader against a conformance corpus that others captured from production; nothing of it lies in this
 * repository. Usage: firebase.ts [--rtdb FOLDER] [--valid FOLDER] [--invalid FOLDER]
 *
 * `--rtdb`: scenario modules `{ scenario: { rules, cases: [{ expectation, operation, opPath, authPresent, newData, mockData }] } }`.
 * A case is consistent if what was allowed is not declared closed and what was denied is not declared open; it is exact if it is open or
 * closed accordingly. `--valid`, `--invalid`: rules files that do, or do not, follow the grammar.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { transpileModule } from 'typescript';
import { firebaseRules } from '../../src/declarations/firebase-rules/index.ts';
import { parseRules } from '../../src/declarations/firebase-rules/parse.ts';
import type { BackendDeclaration } from '../../src/model.ts';

interface RequestCase {
  readonly description: string;
  readonly expectation: 'ALLOW' | 'DENY';
  readonly operation: 'read' | 'write';
  readonly opPath: string;
  readonly authPresent: boolean;
  readonly newData?: unknown;
  readonly mockData?: unknown;
}

interface Scenario {
  readonly rules: string;
  readonly cases: readonly RequestCase[];
}

async function loadScenario(path: string): Promise<Scenario> {
  const { outputText } = transpileModule(await readFile(path, 'utf8'), {});
  const url = `data:text/javascript;base64,${Buffer.from(outputText).toString('base64')}`;
  const loaded = (await import(url)) as { readonly scenario: Scenario };
  return loaded.scenario;
}

function operationOf(request: RequestCase): string {
  if (request.operation === 'read') return 'read';
  if (request.newData === null) return 'delete';
  return request.mockData === undefined ? 'create' : 'overwrite';
}

/** A rule holds for its location and all below it. */
function holdsAt(pattern: string, path: string): boolean {
  const wanted = pattern.split('/').filter(Boolean);
  const given = path.split('/').filter(Boolean);
  return wanted.length <= given.length && wanted.every((part, index) => part.startsWith('{') || part === given[index]);
}

function stateOf(declarations: readonly BackendDeclaration[], request: RequestCase): string {
  const order = ['open', 'unknown', 'conditional', 'closed'];
  const audiences = request.authPresent ? ['anyone', 'any-account'] : ['anyone'];
  const states = declarations
    .map(({ declaration }) => declaration)
    .filter(({ pattern = '/', audience }) => audiences.includes(audience) && holdsAt(pattern, request.opPath))
    .filter(({ can }) => can.some((operation) => operation === operationOf(request)))
    .map(({ state }) => order.indexOf(state));
  return order[Math.min(...states, order.length - 1)] ?? 'closed';
}

async function scoreDatabase(folder: string): Promise<void> {
  const score = { cases: 0, consistent: 0, exact: 0 };
  for (const name of (await readdir(folder)).filter((entry) => entry.endsWith('.ts')).sort()) {
    const { rules, cases } = await loadScenario(join(folder, name));
    const text = `{"rules":${rules}}`;
    const reading = await firebaseRules.read([{ path: 'database.rules.json', text }], { now: new Date(), paths: [] });
    for (const request of cases) {
      const state = stateOf(reading.declarations, request);
      const [right, wrong] = request.expectation === 'ALLOW' ? ['open', 'closed'] : ['closed', 'open'];
      score.cases++;
      if (state !== wrong) score.consistent++;
      if (state === right) score.exact++;
      if (state === wrong) console.log(`  ${name}: ${request.description}: ${request.expectation}, declared ${state}`);
    }
  }
  console.log(`rtdb: ${score.cases} cases, ${score.consistent} consistent, ${score.exact} exact`);
}

async function scoreGrammar(folder: string, valid: boolean): Promise<void> {
  const names = (await readdir(folder)).filter((entry) => entry.endsWith('.rules')).sort();
  let right = 0;
  for (const name of names) {
    const { problems } = parseRules(await readFile(join(folder, name), 'utf8'));
    if ((problems.length === 0) === valid) right++;
    else console.log(`  ${name}: ${problems[0]?.reason ?? 'taken as valid'}`);
  }
  console.log(`${valid ? 'valid' : 'invalid'}: ${right} of ${names.length}`);
}

const { values } = parseArgs({
  options: { rtdb: { type: 'string' }, valid: { type: 'string' }, invalid: { type: 'string' } },
});
if (values.rtdb !== undefined) await scoreDatabase(values.rtdb);
if (values.valid !== undefined) await scoreGrammar(values.valid, true);
if (values.invalid !== undefined) await scoreGrammar(values.invalid, false);
