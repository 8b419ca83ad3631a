import { type Endpoint, judgeEndpoint, judgeGraphQl, routePattern } from '../services/endpoint.ts';
import type { Verdict } from '../services/verdict.ts';
import { itemsOf, knownText, member, membersOf, type Placed, settingOf, textOf } from '../trees/placed.ts';
import { UNKNOWN } from '../values.ts';
import { authTypeOf, restGuard } from './endpoints.ts';
import type { Found, Stack, StackResource } from './stack.ts';
import { ofType, property } from './stack.ts';

/** Functions of the Serverless Application Model: their URLs, and the routes that lead to them (SAM developer guide, resource reference). */
export function findSamEndpoints(stack: Stack): readonly Found[] {
  const functions = ofType(stack, 'AWS::Serverless::Function');
  const urls = functions.flatMap((one) => functionUrl(stack, one));
  const byApi = new Map<string, Verdict[]>();
  for (const one of functions)
    for (const [, event] of membersOf(property(one, 'Events'))) {
      const route = routeOf(stack, one, event);
      if (route !== undefined) byApi.set(route.api, [...(byApi.get(route.api) ?? []), judgeEndpoint(route.endpoint)]);
    }
  return [
    ...urls.map((verdict) => ({ kind: 'lambda-url', verdicts: [verdict] })),
    ...[...byApi.values()].map((verdicts) => ({ kind: 'api-gateway', verdicts })),
    ...graphQlApis(stack),
  ];
}

/** SAM adds the permission that opens a URL without authentication (`AWS::Serverless::Function`, `FunctionUrlConfig`). */
function functionUrl(stack: Stack, one: StackResource): readonly Verdict[] {
  const own = property(one, 'FunctionUrlConfig');
  const global = member(stack.globals, 'Function', 'FunctionUrlConfig');
  const config = own ?? global;
  if (config === undefined || config.value === null) return [];
  const type = member(own, 'AuthType') ?? member(global, 'AuthType');
  const spot = (type ?? config).spot;
  return [judgeEndpoint({ spot, what: 'The function URL', asks: authTypeOf(type), uncertain: one.uncertain })];
}

interface Route {
  /** What tells APIs apart. */
  readonly api: string;
  readonly endpoint: Endpoint;
}

const API_TYPES: Readonly<
  Record<string, { readonly api: string; readonly reference: string; readonly global: string }>
> = {
  Api: { api: 'AWS::Serverless::Api', reference: 'RestApiId', global: 'Api' },
  HttpApi: { api: 'AWS::Serverless::HttpApi', reference: 'ApiId', global: 'HttpApi' },
};

function routeOf(stack: Stack, one: StackResource, event: Placed): Route | undefined {
  const type = knownText(member(event, 'Type')) ?? '';
  const kind = Object.hasOwn(API_TYPES, type) ? API_TYPES[type] : undefined;
  const properties = member(event, 'Properties');
  if (kind === undefined || knownText(member(properties, 'Method'))?.toUpperCase() === 'OPTIONS') return undefined;
  const reference = textOf(member(properties, kind.reference));
  const api = ofType(stack, kind.api).find(({ name }) => name === reference);
  const global = member(stack.globals, kind.global);
  const path = knownText(member(properties, 'Path'));
  return {
    api: `${kind.api} ${reference ?? ''}`,
    endpoint: {
      spot: (member(properties, 'Auth') ?? event).spot,
      what: 'The route',
      ...(path === undefined ? {} : { pattern: routePattern(path) }),
      asks: asksOf(properties, reference, api, global),
      ...guardOf(api, properties, global),
      uncertain: one.uncertain || api?.uncertain === true,
    },
  };
}

/** The route's own authorizer, else the API's default one, else that of all APIs. */
function asksOf(
  event: Placed | undefined,
  reference: string | undefined,
  api: StackResource | undefined,
  global: Placed | undefined,
): Endpoint['asks'] {
  const own = api === undefined ? undefined : property(api, 'Auth');
  const authorizer =
    member(event, 'Auth', 'Authorizer') ??
    member(own, 'DefaultAuthorizer') ??
    member(global, 'Auth', 'DefaultAuthorizer');
  if (authorizer?.value === UNKNOWN) return 'unknown';
  if (authorizer !== undefined && authorizer.value !== null && textOf(authorizer) !== 'NONE') return 'sign-in';
  const key = settingOf(
    member(event, 'Auth', 'ApiKeyRequired') ??
      member(own, 'ApiKeyRequired') ??
      member(global, 'Auth', 'ApiKeyRequired'),
    false,
  );
  if (key === true) return 'api-key';
  // An API of another stack, or one that is written in OpenAPI, may ask in ways that are not seen here.
  const elsewhere = reference !== undefined && (api === undefined || isWrittenElsewhere(api));
  return key === 'unknown' || (elsewhere && authorizer === undefined) ? 'unknown' : 'nothing';
}

function isWrittenElsewhere(api: StackResource): boolean {
  return property(api, 'DefinitionBody') !== undefined || property(api, 'DefinitionUri') !== undefined;
}

function guardOf(
  api: StackResource | undefined,
  event: Placed | undefined,
  global: Placed | undefined,
): Pick<Endpoint, 'guard'> {
  const own = api?.properties();
  return restGuard(
    member(own, 'EndpointConfiguration') ?? member(global, 'EndpointConfiguration'),
    member(event, 'Auth', 'ResourcePolicy') ??
      member(own, 'Auth', 'ResourcePolicy') ??
      member(global, 'Auth', 'ResourcePolicy'),
  );
}

function graphQlApis(stack: Stack): readonly Found[] {
  return ofType(stack, 'AWS::Serverless::GraphQLApi').flatMap((api) => {
    const additional = itemsOf(property(api, 'Auth', 'Additional')).map((one) => member(one, 'Type'));
    const ways = [property(api, 'Auth', 'Type'), ...additional];
    const verdict = judgeGraphQl(
      ways.flatMap((way) => (way === undefined ? [] : { spot: way.spot, type: knownText(way) })),
    );
    return verdict === undefined ? [] : [{ kind: 'appsync', verdicts: [verdict] }];
  });
}
