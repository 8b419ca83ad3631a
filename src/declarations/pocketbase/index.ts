import type { Audience, BackendDeclaration, Declaration, Operation, Problem } from '../../model.ts';
import { itemsOf, membersOf, nodeAt, parseJson, stringOf } from '../json.ts';
import type { DeclarationLanguage, DeclarationReading, RepoFile } from '../language.ts';
import { positionsOf } from '../lines.ts';
import { isSample } from '../paths.ts';
import { parseScript } from '../script.ts';
import { applyMigration, type Collection, type CollectionRule, RULES, type RuleName } from './collections.ts';
import { judgeRule } from './rule.ts';

/** PocketBase: API rules of collections, in exported schemas and in migrations as the server would run them. */
export const pocketbaseSchemas: DeclarationLanguage = {
  id: 'pocketbase',
  title: 'PocketBase collections and migrations',
  docs: [
    'https://pocketbase.io/docs/api-rules-and-filters/',
    'https://pocketbase.io/docs/js-migrations/',
    'https://pocketbase.io/docs/collections/',
  ],
  claims: (path) => projectOf(path) !== undefined,
  accepts: ({ path }) => !isSample(path),
  read: readPocketBase,
};

/** The folder that migrations or a schema belong to. */
function projectOf(path: string): string | undefined {
  return /^((?:.*\/)?)(?:pb_migrations\/[^/]+\.js|pb_schema[\w.-]{0,40}\.json)$/.exec(path)?.[1];
}

async function readPocketBase(files: readonly RepoFile[]): Promise<DeclarationReading> {
  const problems: Problem[] = [];
  const declarations: BackendDeclaration[] = [];
  for (const folder of new Set(files.map(({ path }) => projectOf(path) ?? ''))) {
    const own = files
      .filter(({ path }) => projectOf(path) === folder)
      .sort((left, right) => (left.path < right.path ? -1 : 1));
    declarations.push(...(await readProject(folder, own, problems)));
  }
  return { declarations, mentions: [], problems };
}

/** Migrations say more than an export, which is only ever imported by hand; so an export counts where there are none. */
async function readProject(
  folder: string,
  files: readonly RepoFile[],
  problems: Problem[],
): Promise<readonly BackendDeclaration[]> {
  const collections = new Map<string, Collection>();
  const migrations = files.filter(({ path }) => path.endsWith('.js'));
  for (const file of migrations) {
    const { steps, problem } = await parseScript(file.text);
    if (problem !== undefined) problems.push(malformed(file, problem.at, problem.reason));
    applyMigration(collections, steps, file.path);
  }
  const exports = migrations.length > 0 ? [] : files.filter(({ path }) => path.endsWith('.json'));
  for (const file of exports) await applyExport(collections, file, problems);
  const positions = new Map(files.map((file) => [file.path, positionsOf(file.text)]));
  const place = ({ path, at }: CollectionRule) => ({ path, ...(positions.get(path)?.(at) ?? { line: 1, column: 1 }) });
  const signUp = signUpIn([...collections.values()]);
  return [...collections.values()]
    .filter(({ name }) => !name.startsWith('_'))
    .flatMap((collection) => RULES.flatMap((name) => declareRule(collection, name, signUp) ?? []))
    .map(({ rule, ...declaration }) => ({
      kind: 'pocketbase',
      folder: folder.replace(/\/$/, '') || (files[0]?.path ?? 'pb_schema.json'),
      declaration: { ...place(rule), ...declaration },
    }));
}

function malformed(file: RepoFile, at: number, reason: string): Problem {
  const { line } = positionsOf(file.text)(at);
  return { kind: 'malformed', path: file.path, line, reason: `The PocketBase schema is malformed: ${reason}.` };
}

async function applyExport(collections: Map<string, Collection>, file: RepoFile, problems: Problem[]): Promise<void> {
  const { root, problem } = await parseJson(file.text);
  if (problem !== undefined) problems.push(malformed(file, problem.at, problem.reason));
  for (const item of itemsOf(root)) {
    const name = stringOf(nodeAt(item, 'name'));
    if (name === undefined) continue;
    const rules = new Map<RuleName, CollectionRule>();
    for (const { key, keyNode, value } of membersOf(item)) {
      const rule = RULES.find((known) => known === key);
      const known = value.type === 'null' ? null : stringOf(value);
      if (rule !== undefined) rules.set(rule, { rule: known, path: file.path, at: keyNode.offset });
    }
    const id = stringOf(nodeAt(item, 'id')) ?? name;
    collections.set(id, { id, name, type: stringOf(nodeAt(item, 'type')) ?? 'base', rules });
  }
}

const OPERATIONS: Readonly<Record<RuleName, readonly Operation[]>> = {
  listRule: ['list', 'read'],
  viewRule: ['read'],
  createRule: ['create'],
  updateRule: ['overwrite'],
  deleteRule: ['delete'],
};

/** Accounts are made in collections of type `auth`: strangers can sign up where one lets anybody create. */
function signUpIn(collections: readonly Collection[]): boolean | undefined {
  const accounts = collections.filter(({ type, name }) => type === 'auth' && !name.startsWith('_'));
  const rules = accounts.map(({ rules: own }) => own.get('createRule')?.rule);
  if (accounts.length === 0 || rules.includes(undefined)) return undefined;
  return rules.some((rule) => rule !== undefined && judgeRule(rule) === 'anyone');
}

type RuleDeclaration = Omit<Declaration, 'path' | 'line' | 'column'> & { readonly rule: CollectionRule };

function declareRule(collection: Collection, name: RuleName, signUp: boolean | undefined): RuleDeclaration | undefined {
  const rule = collection.rules.get(name);
  // A view is only read; a rule that was never given is null.
  if (rule === undefined || (collection.type === 'view' && name !== 'listRule' && name !== 'viewRule'))
    return undefined;
  const declare = (audience: Audience, state: Declaration['state'], why: string): RuleDeclaration => ({
    rule,
    pattern: `/${collection.name}`,
    audience,
    can: OPERATIONS[name],
    state,
    why,
  });
  if (rule.rule === undefined) return declare('anyone', 'unknown', `${name} is put together in code.`);
  const verdict = judgeRule(rule.rule);
  const registers = collection.type === 'auth' && name === 'createRule';
  switch (verdict) {
    case 'nobody':
      return declare('anyone', 'closed', `${name} is locked: only superusers pass.`);
    case 'anyone':
      return registers
        ? declare('anyone', 'conditional', 'Anybody may make an account, which is what signing up is.')
        : declare(
            'anyone',
            'open',
            `${name} ${rule.rule === '' ? 'is empty' : 'holds for everybody'}, which lets in callers without an account.`,
          );
    case 'any-account':
      if (signUp === false)
        return declare('any-account', 'mitigated', `${name} lets in every account, but only superusers make accounts.`);
      return declare(
        'any-account',
        'open',
        `${name} lets in every account, and ${signUp === true ? 'anybody may make one' : 'strangers can sign up by default'}.`,
      );
    case 'depends':
      return declare('anyone', 'conditional', `${name} depends on the record or on the account.`);
  }
}
