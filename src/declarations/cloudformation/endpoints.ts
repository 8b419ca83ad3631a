import { type Endpoint, judgeEndpoint, judgeGraphQl, routePattern } from '../services/endpoint.ts';
import type { Verdict } from '../services/verdict.ts';
import { itemsOf, knownText, member, type Placed, settingOf, textOf } from '../trees/placed.ts';
import { UNKNOWN } from '../values.ts';
import type { Found, Stack, StackResource } from './stack.ts';
import { keyOf, ofType, property, spotOf } from './stack.ts';

export function findAppSync(stack: Stack): readonly Found[] {
  return ofType(stack, 'AWS::AppSync::GraphQLApi').flatMap((api) => {
    const additional = itemsOf(property(api, 'AdditionalAuthenticationProviders'));
    const ways = [property(api, 'AuthenticationType'), ...additional.map((one) => member(one, 'AuthenticationType'))];
    const verdict = judgeGraphQl(
      ways.flatMap((way) => (way === undefined ? [] : { spot: way.spot, type: knownText(way) })),
    );
    return verdict === undefined ? [] : [{ kind: 'appsync', verdicts: [verdict] }];
  });
}

/**
 * CloudFormation, unlike the console and SAM, adds none of the permissions that a function URL without authentication needs (AWS
 * Lambda developer guide, "Control access to Lambda function URLs").
 */
export function findFunctionUrls(stack: Stack): readonly Found[] {
  const permissions = ofType(stack, 'AWS::Lambda::Permission');
  const functionsWith = (action: string) =>
    new Set(permissions.filter((one) => permitsEveryone(one, action)).map(functionOf));
  const byUrl = functionsWith('lambda:InvokeFunctionUrl');
  const itself = functionsWith('lambda:InvokeFunction');
  return ofType(stack, 'AWS::Lambda::Url').map((url) => {
    const key = functionKey(url, 'TargetFunctionArn');
    const verdict = judgeEndpoint({
      spot: spotOf(url, 'AuthType'),
      what: 'The function URL',
      asks: authTypeOf(property(url, 'AuthType')),
      ...permissionGuard(byUrl.has(key), itself.has(key)),
      uncertain: url.uncertain,
    });
    return { kind: 'lambda-url', verdicts: [verdict] };
  });
}

function permissionGuard(byUrl: boolean, itself: boolean): Pick<Endpoint, 'guard'> {
  if (!byUrl) return { guard: 'missing-permission' };
  return itself ? {} : { guard: 'missing-second-permission' };
}

/** `AuthType` of a function URL. */
export function authTypeOf(placed: Placed | undefined): Endpoint['asks'] {
  const type = knownText(placed);
  if (type === 'NONE') return 'nothing';
  return type === 'AWS_IAM' ? 'sign-in' : 'unknown';
}

function permitsEveryone(permission: StackResource, wanted: string): boolean {
  const action = knownText(property(permission, 'Action'));
  const limited = ['PrincipalOrgID', 'SourceAccount', 'SourceArn'].some(
    (name) => property(permission, name) !== undefined,
  );
  return (
    (action === wanted || action === 'lambda:*') &&
    knownText(property(permission, 'Principal')) === '*' &&
    knownText(property(permission, 'FunctionUrlAuthType')) !== 'AWS_IAM' &&
    !limited
  );
}

function functionOf(permission: StackResource): string {
  return functionKey(permission, 'FunctionName');
}

/** A function is named by `Ref` or by its ARN. */
function functionKey(resource: StackResource, name: string): string {
  return keyOf(resource, name).replace(/\.Arn$/, '');
}

/** REST APIs, each with its methods; an API of another stack with the methods that are added to it here. */
export function findRestApis(stack: Stack): readonly Found[] {
  const methods = ofType(stack, 'AWS::ApiGateway::Method').filter(
    (method) => knownText(property(method, 'HttpMethod'))?.toUpperCase() !== 'OPTIONS',
  );
  const apis = new Map(ofType(stack, 'AWS::ApiGateway::RestApi').map((api) => [api.name, api]));
  return groupedVerdicts(methods, 'RestApiId', (method, key) => methodVerdict(stack, method, apis.get(key)));
}

function groupedVerdicts(
  parts: readonly StackResource[],
  reference: string,
  judge: (part: StackResource, key: string) => Verdict | undefined,
): readonly Found[] {
  const byApi = new Map<string, Verdict[]>();
  for (const part of parts) {
    const key = keyOf(part, reference);
    const verdict = judge(part, key);
    if (verdict !== undefined) byApi.set(key, [...(byApi.get(key) ?? []), verdict]);
  }
  return [...byApi.values()].map((verdicts) => ({ kind: 'api-gateway', verdicts }));
}

function methodVerdict(stack: Stack, method: StackResource, api: StackResource | undefined): Verdict {
  const pattern = pathOf(stack, textOf(property(method, 'ResourceId')) ?? '');
  return judgeEndpoint({
    spot: spotOf(method, 'AuthorizationType'),
    what: 'The method',
    ...(pattern === undefined ? {} : { pattern }),
    asks: asksOf(property(method, 'AuthorizationType'), property(method, 'ApiKeyRequired')),
    ...restGuard(property(api ?? method, 'EndpointConfiguration'), property(api ?? method, 'Policy')),
    uncertain: method.uncertain || api?.uncertain === true,
  });
}

/** What may stand before a REST API: a private endpoint, a resource policy. */
export function restGuard(configuration: Placed | undefined, policy: Placed | undefined): Pick<Endpoint, 'guard'> {
  const types = [...itemsOf(member(configuration, 'Types')), ...itemsOf(member(configuration, 'Type'))].map(textOf);
  if (types.includes('PRIVATE') || textOf(configuration) === 'PRIVATE') return { guard: 'private-network' };
  return policy === undefined ? {} : { guard: 'resource-policy' };
}

/** No authorization is what both kinds of API take for a type that is left out. */
function asksOf(type: Placed | undefined, apiKey: Placed | undefined): Endpoint['asks'] {
  if (type?.value === UNKNOWN) return 'unknown';
  if (type !== undefined && type.value !== null && textOf(type)?.toUpperCase() !== 'NONE') return 'sign-in';
  const key = settingOf(apiKey, false);
  if (key === 'unknown') return 'unknown';
  return key ? 'api-key' : 'nothing';
}

const MAX_PATH = 30;

/** The path of a REST API's resource, up its parents. */
function pathOf(stack: Stack, reference: string): string | undefined {
  const parts: string[] = [];
  let at = reference;
  for (let step = 0; step < MAX_PATH && !at.endsWith('.RootResourceId'); step++) {
    const resource = ofType(stack, 'AWS::ApiGateway::Resource').find(({ name }) => name === at);
    const part = resource === undefined ? undefined : knownText(property(resource, 'PathPart'));
    if (resource === undefined || part === undefined) return undefined;
    parts.unshift(part);
    at = textOf(property(resource, 'ParentId')) ?? '';
  }
  return routePattern(parts.join('/'));
}

/** HTTP and WebSocket APIs by their routes. */
export function findHttpApis(stack: Stack): readonly Found[] {
  const apis = new Map(ofType(stack, 'AWS::ApiGatewayV2::Api').map((api) => [api.name, api]));
  return groupedVerdicts(ofType(stack, 'AWS::ApiGatewayV2::Route'), 'ApiId', (route, key) =>
    routeVerdict(route, apis.get(key)),
  );
}

function routeVerdict(route: StackResource, api: StackResource | undefined): Verdict | undefined {
  const key = knownText(property(route, 'RouteKey')) ?? '';
  const [verb = '', path] = key.split(' ');
  const isSocket = api !== undefined && knownText(property(api, 'ProtocolType')) === 'WEBSOCKET';
  // Who connects is asked once, at `$connect`.
  if (verb === 'OPTIONS' || (isSocket && verb !== '$connect')) return undefined;
  return judgeEndpoint({
    spot: spotOf(route, 'AuthorizationType'),
    what: 'The route',
    ...(path === undefined ? {} : { pattern: routePattern(path) }),
    asks: asksOf(property(route, 'AuthorizationType'), property(route, 'ApiKeyRequired')),
    uncertain: route.uncertain || api?.uncertain === true,
  });
}
