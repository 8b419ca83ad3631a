import { NOBODY, type SignUp, strangersOf } from './callers.ts';
import { evaluate, type Scope } from './evaluate.ts';
import { belowRoot, covers, hasRest, type Pattern, patternKey, patternText } from './pattern.ts';
import { type RequestKind, requestScope, requestsOf } from './requests.ts';
import { closedDeclarations, type PathDeclaration, type RuleGrant, summarise } from './summary.ts';
import type { Allow, Block, FunctionDeclaration, Match, RulesFile, Segment, Service } from './syntax.ts';
import { something, TRUE, type Value } from './values.ts';
import { isAsWide, judgeOverTime, type Verdict, widest } from './verdict.ts';

export interface RulesDeclaration extends PathDeclaration {
  readonly service: Service['name'];
  /** The database or bucket that the match path itself names. */
  readonly instance?: string;
}

export interface JudgedRules {
  readonly declarations: readonly RulesDeclaration[];
  readonly problems: readonly { readonly at: number; readonly reason: string }[];
}

/** An `allow` with all that stands around it, outermost first. */
interface Site {
  readonly allow: Allow;
  readonly pattern: Pattern;
  readonly around: readonly Block[];
}

/** Patterns that open others are looked for among this many at most. */
const MAX_COVERING = 64;

/** Who may do what at which path, from parsed Firestore or Storage rules. */
export function judgeRules(file: RulesFile, signUp: SignUp, now: number): JudgedRules {
  const problems: { at: number; reason: string }[] = [];
  const declarations = file.services.flatMap((service) => judgeService(service, file, signUp, now, problems));
  return { declarations, problems };
}

function judgeService(
  service: Service,
  file: RulesFile,
  signUp: SignUp,
  now: number,
  problems: { at: number; reason: string }[],
): RulesDeclaration[] {
  const sites: Site[] = [];
  collect(service, [], [service], service, sites, problems);
  const groups = new Map<string, Site[]>();
  for (const site of sites) {
    const key = `${site.pattern.instance ?? ''} ${patternKey(site.pattern.segments)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [site]);
    else group.push(site);
  }
  const judge = judgeOf(service, file, signUp, now);
  const judged = [...groups.values()].map((group) => ({ pattern: patternIn(group), grants: group.flatMap(judge) }));
  if (judged.length === 0)
    return closedDeclarations(
      service.at,
      '/{path=**}',
      'No rule allows anything, and what no rule allows is denied.',
    ).map((declaration) => ({ ...declaration, service: service.name }));
  const least = file.version === '2' ? 0 : 1;
  const wide = judged.filter(({ pattern }) => hasRest(pattern.segments)).slice(0, MAX_COVERING);
  return judged.flatMap(({ pattern, grants }) => {
    const others = wide.filter(
      (other) =>
        other.pattern !== pattern &&
        sameInstance(other.pattern, pattern) &&
        covers(other.pattern.segments, pattern.segments, least),
    );
    const narrowed = withoutCovered(
      grants,
      others.flatMap((other) => other.grants),
    );
    return summarise(patternText(pattern.segments), narrowed, signUp).map((declaration) => ({
      ...declaration,
      service: service.name,
      ...(pattern.instance === undefined ? {} : { instance: pattern.instance }),
    }));
  });
}

function patternIn(group: readonly Site[]): Pattern {
  return group[0]?.pattern ?? { segments: [] };
}

function sameInstance(outer: Pattern, inner: Pattern): boolean {
  return outer.instance === undefined || outer.instance === inner.instance;
}

/**
 * A narrower rule takes nothing back: what a covering pattern grants as widely is said there, so a `false` below an open
 * `{path=**}` does not appear as closed.
 */
function withoutCovered(grants: readonly RuleGrant[], covering: readonly RuleGrant[]): readonly RuleGrant[] {
  return grants.filter((grant) => {
    const wider = covering.filter((other) => other.audience === grant.audience && other.operation === grant.operation);
    const best = widest(wider.map((other) => other.verdict));
    return best.state === 'closed' || !isAsWide(best, grant.verdict);
  });
}

function collect(
  block: Block,
  path: readonly Segment[],
  around: readonly Block[],
  service: Service,
  sites: Site[],
  problems: { at: number; reason: string }[],
): void {
  const pattern = belowRoot(service.name, path);
  for (const allow of block.allows) {
    if (pattern !== undefined) sites.push({ allow, pattern, around });
    else problems.push({ at: allow.at, reason: 'no request can match the path of this rule, so it grants nothing' });
  }
  for (const match of block.matches)
    collect(match, [...path, ...match.segments], [...around, match], service, sites, problems);
}

function judgeOf(service: Service, file: RulesFile, signUp: SignUp, now: number): (site: Site) => RuleGrant[] {
  const callers = [NOBODY, ...strangersOf(signUp)];
  const functions = functionMaps(file);
  return (site) => {
    const requests = requestsOf(service.name, file.version, site.allow.methods);
    return requests.flatMap((request) =>
      (['anyone', 'any-account'] as const).map((audience) => {
        const verdicts = callers
          .filter((caller) => caller.audience === audience)
          .map((caller) => {
            const top = requestScope(request, caller, functions(file));
            const scope = scopeIn(site.around, top, functions);
            return judgeAllow(site.allow, scope, now);
          });
        return grantOf(site, request, audience, widest(verdicts));
      }),
    );
  };
}

function grantOf(site: Site, request: RequestKind, audience: RuleGrant['audience'], verdict: Verdict): RuleGrant {
  return { at: site.allow.at, audience, operation: request.operation, verdict, rule: 'allow' };
}

function judgeAllow(allow: Allow, scope: Scope, now: number): Verdict {
  const { condition } = allow;
  return judgeOverTime('rules', now, (evaluation) =>
    condition === undefined ? TRUE : evaluate(condition, scope, evaluation),
  );
}

/** Functions of a block by name, each map made once. */
function functionMaps(
  file: RulesFile,
): (owner: { readonly functions: readonly FunctionDeclaration[] }) => ReadonlyMap<string, FunctionDeclaration> {
  const made = new Map<object, ReadonlyMap<string, FunctionDeclaration>>([[file, byName(file.functions)]]);
  return (owner) => {
    const known = made.get(owner) ?? byName(owner.functions);
    made.set(owner, known);
    return known;
  };
}

function byName(functions: readonly FunctionDeclaration[]): ReadonlyMap<string, FunctionDeclaration> {
  return new Map(functions.map((declared) => [declared.name, declared]));
}

function scopeIn(around: readonly Block[], top: Scope, functions: ReturnType<typeof functionMaps>): Scope {
  return around.reduce<Scope>(
    (parent, block) => ({ parent, names: wildcardsOf(block), functions: functions(block) }),
    top,
  );
}

const WILDCARD: Value = something('path');

function wildcardsOf(block: Block): ReadonlyMap<string, Value> {
  const segments = (block as Partial<Match>).segments ?? [];
  return new Map(segments.flatMap((segment) => (segment.kind === 'literal' ? [] : [[segment.name, WILDCARD]])));
}
