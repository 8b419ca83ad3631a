import type { Audience } from '../../model.ts';
import { type Caller, NOBODY, type SignUp, strangersOf } from './callers.ts';
import type { Choice } from './choice.ts';
import type { Constraint } from './constraints.ts';
import { evaluate, OWN_UID, type Scope } from './evaluate.ts';
import { belowRoot, covers, hasRest, type Pattern, patternKey, patternText, ROOT_LENGTH } from './pattern.ts';
import { type ChosenRequest, isQuery, type RequestKind, requestScope, requestsOf, sentResource } from './requests.ts';
import { closedDeclarations, type PathDeclaration, type RuleGrant, summarise } from './summary.ts';
import type { Allow, Block, FunctionDeclaration, Match, RulesFile, Segment, Service } from './syntax.ts';
import { chosen, constant, isConst, mapOf, NULL, something, TRUE, type Value } from './values.ts';
import { isAsWide, judgeOverTime, type Verdict, widest } from './verdict.ts';
import { type Asked, type Effort, effortForFile, requestsThatPass } from './witness.ts';

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
  const effort = effortForFile();
  const declarations = file.services.flatMap((service) =>
    judgeService(service, file, { signUp, now, effort }, problems),
  );
  return { declarations, problems };
}

/** By what a file is judged. */
interface Judging {
  readonly signUp: SignUp;
  readonly now: number;
  readonly effort: Effort;
}

function judgeService(
  service: Service,
  file: RulesFile,
  judging: Judging,
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
  const judge = judgeOf(service, file, judging, sites);
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
    return summarise(patternText(pattern.segments), narrowed, judging.signUp).map((declaration) => ({
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

function judgeOf(
  service: Service,
  file: RulesFile,
  { signUp, now, effort }: Judging,
  sites: readonly Site[],
): (site: Site) => RuleGrant[] {
  const callers = [NOBODY, ...strangersOf(signUp)];
  const functions = functionMaps(file);
  const rules: Rules = { service: service.name, sites, now, effort, functions, globals: functions(file) };
  return (site) => {
    const requests = requestsOf(service.name, file.version, site.allow.methods);
    return requests.flatMap((request) => {
      const verdictFor = (audience: Audience) =>
        widestOf(
          callers.filter((caller) => caller.audience === audience),
          (caller) => judgeAllow(site, request, caller, rules),
        );
      const anyone = verdictFor('anyone');
      // What anyone may do for good, every account may do.
      const account = isForGood(anyone) ? anyone : verdictFor('any-account');
      return [grantOf(site, request, 'anyone', anyone), grantOf(site, request, 'any-account', account)];
    });
  };
}

function isForGood({ state, ends }: Verdict): boolean {
  return state === 'open' && ends === undefined;
}

/** The widest verdict that a caller of a group gets; the first that is open for good ends the search. */
function widestOf(callers: readonly Caller[], judge: (caller: Caller) => Verdict): Verdict {
  const verdicts: Verdict[] = [];
  for (const caller of callers) {
    const verdict = judge(caller);
    if (isForGood(verdict)) return verdict;
    verdicts.push(verdict);
  }
  return widest(verdicts);
}

/** All that the judging of one `allow` needs of the others. */
interface Rules {
  readonly service: Service['name'];
  readonly sites: readonly Site[];
  readonly now: number;
  readonly effort: Effort;
  readonly functions: ReturnType<typeof functionMaps>;
  readonly globals: Scope['functions'];
}

function grantOf(site: Site, request: RequestKind, audience: RuleGrant['audience'], verdict: Verdict): RuleGrant {
  return { at: site.allow.at, audience, operation: request.operation, verdict, rule: 'allow' };
}

function judgeAllow(site: Site, request: RequestKind, caller: Caller, rules: Rules): Verdict {
  const { condition } = site.allow;
  if (condition === undefined) return judgeOverTime('rules', rules.now, () => TRUE);
  const scope = scopeIn(site.around, requestScope(request, caller, rules.globals), rules.functions, NO_IDS);
  const asked: Asked = {
    ...askedOf(site, request, caller, rules),
    canWrite: (documents, constraints) =>
      rules.service === 'cloud.firestore' &&
      [...documents].every(([key, document]) => canWriteDocument(key, document, constraints, caller, rules)),
  };
  return judgeOverTime('rules', rules.now, (evaluation) => evaluate(condition, scope, evaluation), asked);
}

/** `ids`: what wildcards of the path stand for whatever is chosen. */
function askedOf(site: Site, request: RequestKind, caller: Caller, rules: Rules, ids = NO_IDS): Asked {
  const { condition } = site.allow;
  if (condition === undefined) return { effort: rules.effort, free: () => [], bound: () => [] };
  const free = [
    {
      expression: condition,
      scope: scopeIn(site.around, requestScope(request, caller, rules.globals), rules.functions, ids),
    },
  ];
  return {
    effort: rules.effort,
    free: () => free,
    bound: (choice) => {
      const made = chosenFor(request, caller, rules.service, choice);
      if (made === undefined) return undefined;
      const top = requestScope(request, caller, rules.globals, made);
      return [
        { expression: condition, scope: scopeIn(site.around, top, rules.functions, new Map([...choice.path, ...ids])) },
      ];
    },
  };
}

const NO_IDS: ReadonlyMap<string, Value> = new Map();

function chosenFor(
  request: RequestKind,
  caller: Caller,
  service: Service['name'],
  { sent, query, email }: Choice,
): ChosenRequest | undefined {
  const resource = request.sends ? sentResource(service, request, sent) : NULL;
  if (resource === undefined || (query !== undefined && !isQuery(query))) return undefined;
  const auth = email === undefined ? caller.auth : caller.withEmail?.(email);
  if (auth === undefined) return undefined;
  return { auth, resource, query: query ?? mapOf({}) };
}

/**
 * A document that rules look up is no guard if the caller may write it: who may set its own role has every role. It is asked of the
 * rules of that document with the fields that the lookup needs; further lookups are not followed.
 */
function canWriteDocument(
  key: string,
  document: Value,
  constraints: readonly Constraint[],
  caller: Caller,
  rules: Rules,
): boolean {
  const data = document.type === 'map' ? document.entries.get('data') : undefined;
  if (data === undefined) return false;
  const root = `document:${key}` as const;
  const wanted = constraints.flatMap((constraint): Constraint[] => {
    if (constraint.slot.root === root) return [{ ...constraint, slot: { ...constraint.slot, root: 'sent' } }];
    return constraint.slot.root === 'email' ? [constraint] : [];
  });
  const ids = key.split('/').map((text): Value => (text === OWN_UID ? OWN_ID : constant(text)));
  return rules.sites.some((site) => {
    const path = bindings(site.pattern.segments, ids);
    if (path === undefined) return false;
    const writes = requestsOf(rules.service, '2', site.allow.methods).filter(({ sends }) => sends);
    return writes.some((request) => {
      const asked = askedOf(site, request, caller, rules, path);
      return requestsThatPass(asked, 'rules', rules.now, wanted).length > 0;
    });
  });
}

const OWN_ID: Value = { type: 'own', what: 'uid' };

/** What the wildcards of a pattern stand for at a path; undefined if it does not match, or only by a recursive wildcard. */
function bindings(segments: readonly Segment[], ids: readonly Value[]): ReadonlyMap<string, Value> | undefined {
  if (segments.length === 0) return undefined;
  const bound = new Map<string, Value>();
  for (const [index, segment] of segments.entries()) {
    if (segment.kind === 'rest') return index === segments.length - 1 ? bound : undefined;
    const id = ids[index];
    if (id === undefined) return undefined;
    if (segment.kind === 'one') bound.set(segment.name, id);
    else if (!isConst(id, segment.text)) return undefined;
  }
  return segments.length === ids.length ? bound : undefined;
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

function scopeIn(
  around: readonly Block[],
  top: Scope,
  functions: ReturnType<typeof functionMaps>,
  ids: ReadonlyMap<string, Value>,
): Scope {
  let depth = 0;
  return around.reduce<Scope>((parent, block) => {
    const names = wildcardsOf(block, depth, ids);
    depth += segmentsOf(block).length;
    return { parent, names, functions: functions(block) };
  }, top);
}

function segmentsOf(block: Block): readonly Segment[] {
  return (block as Partial<Match>).segments ?? [];
}

/** A caller chooses ids, but not the database or bucket that the rules are deployed to: those stand within the root. */
function wildcardsOf(block: Block, depth: number, ids: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> {
  return new Map(
    segmentsOf(block).flatMap((segment, index) => {
      if (segment.kind === 'literal') return [];
      const fixed = segment.kind === 'rest' || depth + index < ROOT_LENGTH;
      const free = fixed ? something('path') : chosen('path', { root: 'path', keys: [segment.name] });
      return [[segment.name, ids.get(segment.name) ?? free]];
    }),
  );
}
