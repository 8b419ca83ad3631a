import type { Operation } from '../../model.ts';
import { ALL_DATA, type DataCaller, type DataRule, dataOperations } from './data-access.ts';
import { type Directive, type GraphQlSchema, type GraphQlType, type GraphQlValue, textsOf } from './graphql.ts';

/** How an API treats what no rule speaks of. */
export interface TransformerFacts {
  /** 1 leaves to the API's default mode what no rule protects; 2 denies it. */
  readonly version: 1 | 2 | undefined;
  readonly defaultCaller: DataCaller | undefined;
}

/** The rules of Amplify's `@model` and `@auth` directives that let strangers in. */
export function rulesIn(
  schema: GraphQlSchema,
  facts: TransformerFacts,
  spotOf: (at: number) => DataRule['spot'],
): readonly DataRule[] {
  const global = globalCaller(schema);
  return schema.types.flatMap((type) => {
    const model = type.directives.find(({ name }) => name === 'model');
    if (type.keyword !== 'type' || model === undefined) return [];
    const auth = type.directives.filter(({ name }) => name === 'auth');
    const rule = (caller: DataCaller, can: readonly Operation[], at: number): DataRule => ({
      caller,
      can,
      model: type.name,
      spot: spotOf(at),
    });
    const left = uncovered(auth, global, facts);
    return [
      ...auth.flatMap((directive) =>
        rulesOf(directive).flatMap(({ caller, can }) =>
          caller === undefined ? [] : [rule(caller, can, directive.at)],
        ),
      ),
      ...(left === undefined || left.can.length === 0 ? [] : [rule(left.caller, left.can, (auth[0] ?? type).at)]),
    ];
  });
}

/** `input AMPLIFY { globalAuthRule: AuthRule = { allow: public } }`, for models without a rule of their own. */
function globalCaller({ types }: GraphQlSchema): DataCaller | undefined {
  const input = types.find(({ keyword, name }) => keyword === 'input' && name === 'AMPLIFY');
  const rule = input?.fields.find(({ name }) => name === 'globalAuthRule' || name === 'global_auth_rule')?.value;
  return rule === undefined ? undefined : callerOf(rule);
}

/** What no rule speaks of, and who may do it. */
function uncovered(
  auth: readonly Directive[],
  global: DataCaller | undefined,
  facts: TransformerFacts,
): { readonly caller: DataCaller; readonly can: readonly Operation[] } | undefined {
  if (auth.length === 0 && global !== undefined) return { caller: global, can: ALL_DATA };
  if (facts.version !== 1 || facts.defaultCaller === undefined) return undefined;
  const covered = new Set(auth.flatMap((directive) => rulesOf(directive).flatMap(({ can }) => can)));
  return { caller: facts.defaultCaller, can: ALL_DATA.filter((operation) => !covered.has(operation)) };
}

interface AuthRule {
  /** Undefined for rules that bind to a person, a group or a function. */
  readonly caller: DataCaller | undefined;
  readonly can: readonly Operation[];
}

function rulesOf(directive: Directive): readonly AuthRule[] {
  const rules = directive.args.get('rules');
  const items = rules?.type === 'list' ? rules.items : rules === undefined ? [] : [rules];
  return items.flatMap((item): readonly AuthRule[] => {
    if (item.type !== 'object') return [];
    const names = textsOf(item.members.get('operations') ?? item.members.get('queries'));
    return [{ caller: callerOf(item), can: item.members.has('operations') ? dataOperations(names) : ALL_DATA }];
  });
}

/** docs.amplify.aws, “Customize authorization rules”: `public` takes the API key unless a provider is given, `private` user pools. */
function callerOf(rule: GraphQlValue): DataCaller | undefined {
  if (rule.type !== 'object') return undefined;
  const [allow] = textsOf(rule.members.get('allow'));
  const [provider] = textsOf(rule.members.get('provider'));
  if (allow === 'public') return provider === 'iam' || provider === 'identityPool' ? 'guest' : 'api-key';
  return allow === 'private' ? 'account' : undefined;
}

/** `AMAZON_COGNITO_USER_POOLS` and the like, as configs name the modes of an API. */
export function callerOfMode(mode: string | undefined): DataCaller | undefined {
  if (mode === 'API_KEY') return 'api-key';
  return mode === 'AMAZON_COGNITO_USER_POOLS' ? 'account' : undefined;
}

/** Types of a schema that answer queries. */
export function rootTypes({ types }: GraphQlSchema): readonly GraphQlType[] {
  return types.filter(({ keyword, name }) => keyword === 'type' && (name === 'Query' || name === 'Mutation'));
}
