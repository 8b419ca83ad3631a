import type { Audience, Operation } from '../../model.ts';
import { type Caller, NOBODY, type SignUp, strangersOf } from './callers.ts';
import type { Choice } from './choice.ts';
import { type Evaluation, evaluate, type Scope, type Source } from './evaluate.ts';
import { childSnapshot } from './methods.ts';
import type { DatabaseRule, DatabaseRules, RuleNode } from './rtdb-tree.ts';
import { closedDeclarations, type PathDeclaration, type RuleGrant, summarise } from './summary.ts';
import type { Expression } from './syntax.ts';
import { anything, chosen, constant, FALSE, isConst, originsOf, TRUE, type Value } from './values.ts';
import { isAsWide, judgeOverTime, type Verdict, verdictOf, widest } from './verdict.ts';
import { type Asked, type Effort, effortForFile } from './witness.ts';

interface Judging {
  readonly now: number;
  readonly effort: Effort;
}

type State = Extract<Value, { type: 'snapshot' }>['state'];

/** A write as `.write` and `.validate` see it: is there data, does any come? */
interface WriteKind {
  readonly operation: Operation;
  readonly before: State;
  readonly after: State;
}

const WRITES: readonly WriteKind[] = [
  { operation: 'create', before: 'absent', after: 'present' },
  { operation: 'overwrite', before: 'present', after: 'present' },
  { operation: 'delete', before: 'present', after: 'absent' },
];

/** What ancestors grant already: a location below says nothing new where it grants no more. */
type Inherited = readonly RuleGrant[];

/**
 * Who may do what at which location (firebase.google.com/docs/database/security/core-syntax). A grant holds for all that lies below
 * and cannot be taken back there, so a location is declared where it grants more than those above it.
 */
export function judgeDatabaseRules(rules: DatabaseRules, signUp: SignUp, now: number): PathDeclaration[] {
  const { root } = rules;
  if (root === undefined) return [];
  const declarations: PathDeclaration[] = [];
  const callers = [NOBODY, ...strangersOf(signUp)];
  const judging: Judging = { now, effort: effortForFile() };
  const visit = (node: RuleNode, above: readonly RuleNode[], inherited: Inherited) => {
    const grants = grantsOf(node, above, callers, judging);
    const more = grants.filter((grant) => grantsMore(grant, inherited));
    if (more.length > 0) declarations.push(...summarise(locationOf(node), more, signUp));
    for (const child of node.children) visit(child, [...above, node], [...inherited, ...more.filter(isGranted)]);
  };
  visit(root, [], []);
  if (declarations.length > 0) return declarations;
  return closedDeclarations(root.at, '/', 'No rule grants anything, and what no rule grants is denied.');
}

function isGranted(grant: RuleGrant): boolean {
  return grant.verdict.state !== 'closed';
}

function grantsMore(grant: RuleGrant, inherited: Inherited): boolean {
  const wider = inherited.filter(
    (other) => other.audience === grant.audience && covers(other.operation, grant.operation),
  );
  const best = widest(wider.map((other) => other.verdict));
  return best.state === 'closed' || !isAsWide(best, grant.verdict);
}

/** Whoever may read a location may read and list all below it. */
function covers(above: Operation, below: Operation): boolean {
  return above === below || (above === 'read' && below === 'list');
}

/** `/users/{uid}` */
function locationOf(node: RuleNode): string {
  return `/${node.path.map((key) => (key.startsWith('$') ? `{${key.slice(1)}}` : key)).join('/')}`;
}

function grantsOf(
  node: RuleNode,
  above: readonly RuleNode[],
  callers: readonly Caller[],
  judging: Judging,
): readonly RuleGrant[] {
  return [...readGrants(node, above, callers, judging), ...writeGrants(node, above, callers, judging)];
}

/**
 * Reading a location gives all that is in it. Below a `$wildcard` the key has to be known first, so that is no listing.
 */
function readGrants(
  node: RuleNode,
  above: readonly RuleNode[],
  callers: readonly Caller[],
  judging: Judging,
): readonly RuleGrant[] {
  const rule = node.rules.get('.read');
  if (rule === undefined) return [];
  const operations: readonly Operation[] = node.path.some((key) => key.startsWith('$')) ? ['read'] : ['list', 'read'];
  return byAudience(callers).flatMap(([audience, group]) => {
    const verdict = widest(group.map((caller) => judgeRead(rule, { node, above, caller }, judging)));
    return operations.map((operation) => ({ at: rule.at, audience, operation, verdict, rule: '.read' }));
  });
}

function writeGrants(
  node: RuleNode,
  above: readonly RuleNode[],
  callers: readonly Caller[],
  judging: Judging,
): readonly RuleGrant[] {
  const rule = node.rules.get('.write');
  if (rule === undefined) return [];
  return byAudience(callers).flatMap(([audience, group]) =>
    WRITES.map((write) => {
      const verdict = widest(group.map((caller) => judgeWrite(rule, write, { node, above, caller }, judging)));
      return { at: rule.at, audience, operation: write.operation, verdict, rule: '.write' };
    }),
  );
}

function byAudience(callers: readonly Caller[]): readonly (readonly [Audience, readonly Caller[]])[] {
  return (['anyone', 'any-account'] as const).map((audience) => [
    audience,
    callers.filter((caller) => caller.audience === audience),
  ]);
}

/** A location with those above it, and who asks. */
interface Standing {
  readonly node: RuleNode;
  readonly above: readonly RuleNode[];
  readonly caller: Caller;
}

const READING: WriteKind = { operation: 'read', before: 'present', after: 'present' };

function judgeRead(rule: DatabaseRule, standing: Standing, { now, effort }: Judging): Verdict {
  const conditions = (choice?: Choice) => sourcesOf([rule], scopeOf(standing, READING, choice));
  return judgeAll([rule], scopeOf(standing, READING), now, {
    effort,
    free: () => conditions(),
    bound: conditions,
  });
}

/** `.validate` is asked only for data that comes, so it never guards erasing. */
function judgeWrite(rule: DatabaseRule, write: WriteKind, standing: Standing, judging: Judging): Verdict {
  const { now, effort } = judging;
  const { node, above } = standing;
  const erases = write.operation === 'delete';
  const rules = [rule, ...(erases ? [] : [node.rules.get('.validate') ?? []].flat())];
  const conditions = (choice?: Choice) => sourcesOf(rules, scopeOf(standing, write, choice));
  const asked: Asked = {
    effort,
    free: (choice) => [...conditions(), ...childConditions(standing, write, choice, 'free')],
    bound: (choice) => [...conditions(choice), ...childConditions(standing, write, choice, 'bound')],
  };
  // What the root asks for comes with the whole database; that it can be sent does not open each location below it.
  const verdict = judgeAll(rules, scopeOf(standing, write), now, node.path.length === 0 ? undefined : asked);
  if (verdict.state === 'closed' || erases) return verdict;
  const ancestors = above.map((_, index) => ancestorValidation(standing, index, now));
  // What a caller chooses is known to pass only where nothing above the location has a say.
  return ancestors.every((other) => other === PASSED) ? verdict : narrowest([verdict, ...ancestors]);
}

const PASSED: Verdict = { state: 'open', origins: [] };

/** The `.validate` rules that what is sent meets below the location; empty while nothing is chosen. */
function childConditions(
  { node, above, caller }: Standing,
  write: WriteKind,
  choice: Choice | undefined,
  view: 'free' | 'bound',
): readonly Source[] {
  if (choice?.sent === undefined || write.operation === 'delete') return [];
  const scope = scopeOf({ node, above, caller }, write, view === 'bound' ? choice : undefined);
  return conditionsBelow(node, choice.sent, scope);
}

function conditionsBelow(node: RuleNode, sent: Value, scope: Scope): readonly Source[] {
  if (sent.type !== 'map') return [];
  return [...sent.entries].flatMap(([key, value]) => {
    const child = childRules(node, key);
    if (child === undefined) return [];
    const within = scopeBelow(scope, child, key);
    const validate = child.rules.get('.validate');
    const own = validate === undefined ? [] : sourcesOf([validate], within);
    return [...own, ...conditionsBelow(child, value, within)];
  });
}

/** The rules of a child: those under its own name, else those of the wildcard. */
function childRules(node: RuleNode, key: string): RuleNode | undefined {
  const named = node.children.find((child) => child.path.at(-1) === key);
  return named ?? node.children.find((child) => child.path.at(-1)?.startsWith('$'));
}

/** The same request seen from a child of what is written. */
function scopeBelow(scope: Scope, node: RuleNode, key: string): Scope {
  const names = new Map(scope.names);
  for (const name of ['data', 'newData']) {
    const snapshot = scope.names.get(name);
    if (snapshot?.type === 'snapshot') names.set(name, childSnapshot(snapshot, key));
  }
  const wildcard = node.path.at(-1);
  if (wildcard?.startsWith('$')) names.set(wildcard, constant(key));
  return { names, functions: new Map() };
}

/**
 * Whether a write below an ancestor's `.validate` has to pass it is not documented; one that surely fails leaves the
 * write undecided.
 */
function ancestorValidation({ above, caller }: Standing, index: number, now: number): Verdict {
  const node = above[index];
  const rule = node?.rules.get('.validate');
  if (node === undefined || rule === undefined) return PASSED;
  const around = { node, above: above.slice(0, index), caller };
  const verdict = judgeAll([rule], scopeOf(around, { ...READING, before: 'any' }), now);
  return verdict.state === 'closed' ? { state: 'unknown', origins: ['undecided'] } : verdict;
}

/** All of them have to allow. */
function narrowest(verdicts: readonly Verdict[]): Verdict {
  const pending = verdicts.filter((verdict) => verdict.state !== 'open');
  if (pending.length > 0) {
    const origins = [...new Set(pending.flatMap((verdict) => verdict.origins))];
    return verdictOf({ type: 'unknown', origins, present: true, mayFail: false });
  }
  const ends = verdicts.flatMap((verdict) => verdict.ends ?? []);
  return ends.length === 0 ? PASSED : { ...PASSED, ends: Math.min(...ends) };
}

/** What all the rules together let through. */
function judgeAll(rules: readonly DatabaseRule[], scope: Scope, now: number, asked?: Asked): Verdict {
  return judgeOverTime(
    'rtdb',
    now,
    (evaluation) => allOf(rules.map((rule) => ruleValue(rule, scope, evaluation))),
    asked,
  );
}

function ruleValue({ expression }: DatabaseRule, scope: Scope, evaluation: Evaluation): Value {
  return expression === undefined ? anything('undecided') : evaluate(expression, scope, evaluation);
}

/** Rules are evaluated each on its own, and one that is not true denies. */
function allOf(values: readonly Value[]): Value {
  const pending = values.filter((value) => !isConst(value, true));
  if (pending.some((value) => value.type !== 'unknown')) return FALSE;
  return pending.length === 0 ? TRUE : anything(...originsOf(...pending));
}

/** Rules that could not be parsed have no expression to make true, and so hold for no choice. */
function sourcesOf(rules: readonly DatabaseRule[], scope: Scope): readonly Source[] {
  return rules.map((rule) => ({ expression: rule.expression ?? NEVER, scope }));
}

const NEVER: Expression = { kind: 'literal', at: 0, value: false };

/** The variables of a rule (firebase.google.com/docs/reference/security/database#variables). */
function scopeOf({ node, above, caller }: Standing, write: WriteKind, choice?: Choice): Scope {
  const record = (state: State): Value => ({ type: 'snapshot', state, origin: 'record' });
  const auth = choice?.email === undefined ? caller.auth : (caller.withEmail?.(choice.email) ?? caller.auth);
  const names = new Map<string, Value>([
    ['auth', auth],
    ['data', record(write.before)],
    ['newData', sentSnapshot(write, choice)],
    ['root', record('any')],
    ['now', { type: 'time', offset: 0, numeric: true }],
    ['query', choice?.query ?? chosen('sent', { root: 'query', keys: [] })],
  ]);
  for (const location of [...above, node]) {
    const key = location.path.at(-1);
    if (!key?.startsWith('$')) continue;
    names.set(key, choice?.path.get(key) ?? chosen('path', { root: 'path', keys: [key] }));
  }
  return { names, functions: new Map() };
}

/** A read sends nothing: its `newData` is what is stored. */
function sentSnapshot({ operation, after }: WriteKind, choice: Choice | undefined): Value {
  if (operation === 'read') return { type: 'snapshot', state: after, origin: 'record' };
  const snapshot = { type: 'snapshot', state: after, origin: 'sent' } as const;
  if (after !== 'present') return snapshot;
  if (choice === undefined) return { ...snapshot, slot: { root: 'sent', keys: [] } };
  return { ...snapshot, value: stored(choice.sent) ?? constant('x') };
}

/** A location without children is no location, and to send it is to erase. */
function stored(value: Value | undefined): Value | undefined {
  if (value?.type !== 'map') return value;
  const entries = [...value.entries].flatMap(([key, inner]) => {
    const kept = stored(inner);
    return kept === undefined ? [] : [[key, kept] as const];
  });
  return entries.length === 0 ? undefined : { type: 'map', entries: new Map(entries) };
}
