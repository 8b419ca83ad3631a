import type { Node } from 'jsonc-parser';
import type { Audience, BackendDeclaration, Declaration, Operation, Problem } from '../../model.ts';
import { itemsOf, membersOf, nodeAt, parseJson, stringOf } from '../json.ts';
import type { DeclarationLanguage, DeclarationReading, RepoFile } from '../language.ts';
import { positionsOf } from '../lines.ts';
import { isSample } from '../paths.ts';
import { memberOf, namesIn, parseScript, resolved, type ScriptStep, type ScriptValue, textOf } from '../script.ts';

/** Parse: class-level permissions in exported schemas and in schemas that are defined in code. */
export const parseSchemas: DeclarationLanguage = {
  id: 'parse',
  title: 'Parse class-level permissions',
  docs: [
    'https://docs.parseplatform.org/defined-schema/guide/#class-level-permissions',
    'https://docs.parseplatform.org/rest/guide/#class-level-permissions',
  ],
  claims: (path) =>
    /\.(?:json|[cm]?js|ts)$/.test(path) && !/(?:^|\/)(?:package(?:-lock)?|tsconfig)\.json$|\.d\.ts$/.test(path),
  accepts: ({ path, text }) =>
    (/\bclassLevelPermissions\b/.test(text) && /\bclassName\b/.test(text) && !isSample(path) && !isMinified(text)) ||
    (!path.endsWith('.json') && SETS_ACL.test(text) && /\bParse\b/.test(text) && !isSample(path)),
  read: readParse,
};

/** Bundles carry the SDK, which speaks of the same names. */
function isMinified(text: string): boolean {
  return text.length > 512 * 1024 || /^[^\n]{5000}/m.test(text);
}

/** Code that gives objects an access list of their own, which narrows what the class allows. */
const SETS_ACL = /\bnew\s+Parse\.ACL\b|\.setACL\s*\(|\bsetDefaultACL\b/;

/** A class with its permissions, wherever they were written. */
interface ParseClass {
  readonly name: string;
  readonly path: string;
  readonly permissions: readonly Permission[];
}

interface Permission {
  readonly action: string;
  readonly audience: Audience;
  readonly line: number;
  readonly column: number;
}

async function readParse(files: readonly RepoFile[]): Promise<DeclarationReading> {
  const problems: Problem[] = [];
  const classes: ParseClass[] = [];
  for (const file of files) {
    if (!file.text.includes('classLevelPermissions')) continue;
    classes.push(...(file.path.endsWith('.json') ? await inJson(file, problems) : await inScript(file, problems)));
  }
  const guarded = files.some(({ path, text }) => !path.endsWith('.json') && SETS_ACL.test(text));
  return { declarations: classes.flatMap((one) => declareClass(one, guarded)), mentions: [], problems };
}

function malformed(file: RepoFile, line: number, reason: string): Problem {
  return { kind: 'malformed', path: file.path, line, reason: `The Parse schema is malformed: ${reason}.` };
}

async function inJson(file: RepoFile, problems: Problem[]): Promise<readonly ParseClass[]> {
  const { root, problem } = await parseJson(file.text);
  const position = positionsOf(file.text);
  if (problem !== undefined) problems.push(malformed(file, position(problem.at).line, problem.reason));
  return schemasIn(root).flatMap((schema) => {
    const name = stringOf(nodeAt(schema, 'className'));
    const permissions = membersOf(nodeAt(schema, 'classLevelPermissions')).flatMap(({ key, keyNode, value }) => {
      const audience = audienceOf((holder) => nodeAt(value, holder)?.value === true);
      return audience === undefined ? [] : [{ action: key, audience, ...position(keyNode.offset) }];
    });
    return name === undefined ? [] : [{ name, path: file.path, permissions }];
  });
}

/** One schema, a list of them, or `{ results: […] }` as `GET /schemas` answers. */
function schemasIn(root: Node | undefined): readonly Node[] {
  if (root === undefined) return [];
  if (nodeAt(root, 'className') !== undefined) return [root];
  const list =
    root.type === 'array' ? root : (nodeAt(root, 'results') ?? nodeAt(root, 'schemas') ?? nodeAt(root, 'definitions'));
  return itemsOf(list);
}

async function inScript(file: RepoFile, problems: Problem[]): Promise<readonly ParseClass[]> {
  const { steps, problem } = await parseScript(file.text);
  const position = positionsOf(file.text);
  if (problem !== undefined) problems.push(malformed(file, position(problem.at).line, problem.reason));
  const names = namesIn(steps);
  return objectsIn(steps).flatMap((object) => {
    const name = textOf(memberOf(object, 'className')?.value);
    const member = memberOf(object, 'classLevelPermissions');
    if (name === undefined || member === undefined) return [];
    const given = resolved(member.value, names);
    if (given?.type !== 'object' || given.partial)
      problems.push({
        kind: 'unresolved',
        path: file.path,
        line: position(member.at).line,
        reason: `The permissions of ${name.slice(0, 60)} are put together in code; not all of them are known.`,
      });
    const permissions = (given?.type === 'object' ? given.members : []).flatMap(({ key, at, value }) => {
      const holders = resolved(value, names);
      const audience = audienceOf((holder) => {
        const set = memberOf(holders, holder)?.value;
        return set?.type === 'literal' && set.value === true;
      });
      return audience === undefined ? [] : [{ action: key, audience, ...position(at) }];
    });
    return [{ name, path: file.path, permissions }];
  });
}

type ScriptObject = Extract<ScriptValue, { type: 'object' }>;

function objectsIn(steps: readonly ScriptStep[]): readonly ScriptObject[] {
  const found: ScriptObject[] = [];
  const visit = (value: ScriptValue | undefined) => {
    if (value === undefined || found.length > 10_000) return;
    if (value.type === 'object') {
      found.push(value);
      for (const member of value.members) visit(member.value);
    } else if (value.type === 'list') value.items.forEach(visit);
    else if (value.type === 'call') [value.target, ...value.args].forEach(visit);
    else if (value.type === 'function') visitSteps(value.body);
  };
  const visitSteps = (own: readonly ScriptStep[]) => {
    for (const step of own) step.type === 'maybe' ? visitSteps(step.steps) : visit(step.value);
  };
  visitSteps(steps);
  return found;
}

function audienceOf(isGranted: (holder: string) => boolean): Audience | undefined {
  if (isGranted('*')) return 'anyone';
  return isGranted('requiresAuthentication') ? 'any-account' : undefined;
}

/** `addField` changes the schema, not data; what is left out of given permissions is for the master key alone. */
const ACTIONS: ReadonlyMap<string, readonly Operation[]> = new Map([
  ['find', ['list', 'read']],
  ['get', ['read']],
  ['create', ['create']],
  ['update', ['overwrite']],
  ['delete', ['delete']],
] as const);

function declareClass({ name, path, permissions }: ParseClass, guarded: boolean): readonly BackendDeclaration[] {
  return permissions.flatMap(({ action, audience, line, column }) => {
    const can = ACTIONS.get(action);
    // Making a user is signing up, and an installation registers for pushes: neither is a hole.
    const intended = action === 'create' && /^_(?:User|Session|Installation)$/.test(name);
    if (can === undefined) return [];
    const verdict = stateOf(action, audience, guarded || name.startsWith('_'), intended);
    return [
      {
        kind: 'parse',
        folder: path,
        declaration: { path, line, column, pattern: `/classes/${name}`, audience, can, ...verdict },
      },
    ];
  });
}

/** A request has to pass the class's permissions and the object's own list; without one an object is public. */
function stateOf(
  action: string,
  audience: Audience,
  guarded: boolean,
  intended: boolean,
): Pick<Declaration, 'state' | 'why'> {
  const who = audience === 'anyone' ? 'everybody' : 'every signed-in user, and strangers can sign up by default';
  if (intended) return { state: 'conditional', why: 'Everybody may make one, which is what signing up or in does.' };
  if (guarded && action !== 'create')
    return { state: 'conditional', why: `The class lets in ${who}; objects may have an access list of their own.` };
  return { state: 'open', why: `The class-level permission “${action}” lets in ${who}.` };
}
