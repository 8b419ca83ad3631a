import type { Audience, Declaration, Operation } from '../../model.ts';
import { OPERATIONS } from '../../model.ts';
import type { SignUp } from './callers.ts';
import type { Choice } from './choice.ts';
import { inWords } from './choice-words.ts';
import { dateOf, explain } from './explain.ts';
import { CLOSED, isAsWide, type Verdict, widest } from './verdict.ts';

/** What one rule says of one operation for one audience, and where. */
export interface RuleGrant {
  readonly at: number;
  readonly audience: Audience;
  readonly operation: Operation;
  readonly verdict: Verdict;
  readonly rule: string;
}

/** A declaration whose place is still an offset. */
export interface PathDeclaration extends Omit<Declaration, 'path' | 'line' | 'column'> {
  readonly at: number;
}

type Best = RuleGrant;

/**
 * Merges what the rules of one path pattern grant into declarations: for each audience and each statement that grants something one
 * for what is open, one for what is conditional and so on, or closed ones if nothing is granted. What anyone may do is not said
 * again of any account.
 */
export function summarise(pattern: string, grants: readonly RuleGrant[], signUp: SignUp): PathDeclaration[] {
  const anyone = bestOf(grants, 'anyone');
  const account = bestOf(grants, 'any-account').filter((best) => {
    const wider = anyone.find((other) => other.operation === best.operation);
    return wider === undefined || !isAsWide(wider.verdict, best.verdict);
  });
  const closed = [anyone, account].every((bests) => bests.every((best) => best.verdict.state === 'closed'));
  return [
    ...declare(pattern, anyone, signUp, closed || !granted(anyone)),
    ...declare(pattern, closed ? bestOf(grants, 'any-account') : account, signUp, closed),
  ];
}

function granted(bests: readonly Best[]): boolean {
  return bests.some((best) => best.verdict.state !== 'closed');
}

/** The widest grant of each operation. */
function bestOf(grants: readonly RuleGrant[], audience: Audience): readonly Best[] {
  return OPERATIONS.flatMap((operation) => {
    const own = grants.filter((grant) => grant.audience === audience && grant.operation === operation);
    const verdict = widest(own.map((grant) => grant.verdict));
    const best = own.find((grant) => grant.verdict === verdict) ?? own[0];
    return best === undefined ? [] : [{ ...best, verdict }];
  });
}

function declare(pattern: string, bests: readonly Best[], signUp: SignUp, withClosed: boolean): PathDeclaration[] {
  const groups = new Map<string, Best[]>();
  for (const best of bests) {
    if (best.verdict.state === 'closed' && !withClosed) continue;
    const key = [best.at, best.verdict.state, best.verdict.ends, wayIn(best.verdict)].join('\0');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [best]);
    else group.push(best);
  }
  return [...groups.values()].flatMap((group) => declarationsOf(pattern, group, signUp));
}

/** The same for verdicts that ask the same of a caller. */
function wayIn({ choices }: Verdict): string {
  return (choices ?? []).map(inWords).join('\0');
}

/** One declaration, or one for each path where the rule lets only some of them through. */
function declarationsOf(pattern: string, group: readonly Best[], signUp: SignUp): PathDeclaration[] {
  const first = group.reduce((best, next) => (next.at < best.at ? next : best));
  const verdict: Verdict = {
    ...(group.find((best) => best.verdict.ended !== undefined)?.verdict ?? first.verdict),
    origins: [...new Set(group.flatMap((best) => best.verdict.origins))],
  };
  const { choices } = first.verdict;
  if (choices === undefined) return [declarationOf(pattern, group, { ...first, verdict }, signUp)];
  const byPattern = new Map<string, Choice>();
  for (const choice of choices) {
    const path = narrowed(pattern, choice);
    if (!byPattern.has(path)) byPattern.set(path, choice);
  }
  return [...byPattern].map(([path, choice]) =>
    declarationOf(path, group, { ...first, verdict: { ...verdict, choices: [choice] } }, signUp),
  );
}

/** The pattern with the ids that the rule names in the place of wildcards. */
function narrowed(pattern: string, { path, constraints }: Choice): string {
  const named = constraints.filter(({ slot, demand }) => slot.root === 'path' && demand.is === 'equal');
  return named.reduce((text, { slot: { keys } }) => {
    const id = path.get(keys[0] ?? '');
    const wildcard = `{${keys[0]?.replace(/^\$/, '')}}`;
    return id?.type === 'const' ? text.replace(wildcard, () => String(id.value)) : text;
  }, pattern);
}

function declarationOf(pattern: string, group: readonly Best[], best: Best, signUp: SignUp): PathDeclaration {
  const can = group.map(({ operation }) => operation);
  const { audience, rule, at, verdict } = best;
  const expires = verdict.ends === undefined ? undefined : dateOf(verdict.ends);
  const barred = verdict.state === 'open' && audience === 'any-account' && signUp.state === 'closed';
  return {
    at,
    pattern,
    audience,
    can,
    state: barred ? 'mitigated' : verdict.state,
    why: explain({ audience, verdict, can, rule }, signUp),
    ...(expires === undefined ? {} : { expires }),
  };
}

/** A path that no rule grants anything on: closed for everybody. */
export function closedDeclarations(at: number, pattern: string, why: string): PathDeclaration[] {
  const can = OPERATIONS.filter((operation) => operation !== 'administer');
  return (['anyone', 'any-account'] as const).map((audience) => ({
    at,
    pattern,
    audience,
    can,
    state: CLOSED.state,
    why,
  }));
}
