import type { Audience, Operation } from '../../model.ts';
import { type Caller, NOBODY, type SignUp, strangersOf } from './callers.ts';
import { evaluate, type Scope } from './evaluate.ts';
import type { DatabaseRule, DatabaseRules, RuleNode } from './rtdb-tree.ts';
import { closedDeclarations, type PathDeclaration, type RuleGrant, summarise } from './summary.ts';
import { anything, isConst, something, type Value } from './values.ts';
import { CLOSED, isAsWide, judgeOverTime, type Verdict, verdictOf, widest } from './verdict.ts';

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
  const visit = (node: RuleNode, above: readonly RuleNode[], inherited: Inherited) => {
    const grants = grantsOf(node, above, callers, now);
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
  now: number,
): readonly RuleGrant[] {
  return [...readGrants(node, above, callers, now), ...writeGrants(node, above, callers, now)];
}

/**
 * Reading a location gives all that is in it. Below a `$wildcard` the key has to be known first, so that is no listing.
 */
function readGrants(
  node: RuleNode,
  above: readonly RuleNode[],
  callers: readonly Caller[],
  now: number,
): readonly RuleGrant[] {
  const rule = node.rules.get('.read');
  if (rule === undefined) return [];
  const operations: readonly Operation[] = node.path.some((key) => key.startsWith('$')) ? ['read'] : ['list', 'read'];
  return byAudience(callers).flatMap(([audience, group]) => {
    const verdict = widest(
      group.map((caller) => judgeRule(rule, scopeOf(node, above, caller, 'present', 'present'), now)),
    );
    return operations.map((operation) => ({ at: rule.at, audience, operation, verdict, rule: '.read' }));
  });
}

function writeGrants(
  node: RuleNode,
  above: readonly RuleNode[],
  callers: readonly Caller[],
  now: number,
): readonly RuleGrant[] {
  const rule = node.rules.get('.write');
  if (rule === undefined) return [];
  return byAudience(callers).flatMap(([audience, group]) =>
    WRITES.map((write) => {
      const verdict = widest(group.map((caller) => judgeWrite(rule, write, node, above, caller, now)));
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

/** `.validate` is asked only for data that comes, so it never guards erasing. */
function judgeWrite(
  rule: DatabaseRule,
  write: WriteKind,
  node: RuleNode,
  above: readonly RuleNode[],
  caller: Caller,
  now: number,
): Verdict {
  const granted = judgeRule(rule, scopeOf(node, above, caller, write.before, write.after), now);
  if (write.operation === 'delete' || granted.state === 'closed') return granted;
  const own = validation(node, above, caller, write, now);
  if (own.state === 'closed') return CLOSED;
  const ancestors = above.map((ancestor, index) => ancestorValidation(ancestor, above.slice(0, index), caller, now));
  return narrowest([granted, own, ...ancestors]);
}

const PASSED: Verdict = { state: 'open', origins: [] };

function validation(
  node: RuleNode,
  above: readonly RuleNode[],
  caller: Caller,
  write: WriteKind,
  now: number,
): Verdict {
  const rule = node.rules.get('.validate');
  if (rule === undefined) return PASSED;
  return judgeRule(rule, scopeOf(node, above, caller, write.before, write.after), now);
}

/**
 * Whether a write below an ancestor's `.validate` has to pass it is not documented; one that surely fails leaves the
 * write undecided.
 */
function ancestorValidation(node: RuleNode, above: readonly RuleNode[], caller: Caller, now: number): Verdict {
  const rule = node.rules.get('.validate');
  if (rule === undefined) return PASSED;
  const verdict = judgeRule(rule, scopeOf(node, above, caller, 'any', 'present'), now);
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

function judgeRule(rule: DatabaseRule, scope: Scope, now: number): Verdict {
  const { expression } = rule;
  if (expression === undefined) return { state: 'unknown', origins: ['undecided'] };
  return judgeOverTime('rtdb', now, (evaluation) => {
    const value = evaluate(expression, scope, evaluation);
    return isConst(value, null) ? { type: 'error' } : value;
  });
}

/** The variables of a rule (firebase.google.com/docs/reference/security/database#variables). */
function scopeOf(node: RuleNode, above: readonly RuleNode[], caller: Caller, before: State, after: State): Scope {
  const snapshot = (state: State, origin: 'record' | 'sent'): Value => ({ type: 'snapshot', state, origin });
  const names = new Map<string, Value>([
    ['auth', caller.auth],
    ['data', snapshot(before, 'record')],
    ['newData', snapshot(after, 'sent')],
    ['root', snapshot('any', 'record')],
    ['now', { type: 'time', offset: 0, numeric: true }],
    ['query', anything('sent')],
  ]);
  for (const location of [...above, node]) {
    const key = location.path.at(-1);
    if (key?.startsWith('$')) names.set(key, something('path'));
  }
  return { names, functions: new Map() };
}
