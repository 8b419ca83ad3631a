import { type Endpoint, guardOfPolicy, judgeEndpoint } from '../services/endpoint.ts';
import type { Setting } from '../services/verdict.ts';
import { ADDRESS_MARK, isKnownText, listOf, UNKNOWN } from '../values.ts';
import { attributeValue, blocksOf, type Resource } from './resources.ts';
import type { Found, World } from './world.ts';
import { keyOf, ofType, settingOf, spotOfAttribute, textAttribute } from './world.ts';

/** Lambda function URLs. AWS makes their addresses, so they have no name here. */
export function findFunctionUrls(world: World): readonly Found[] {
  const permissions = ofType(world, 'aws_lambda_permission');
  return ofType(world, 'aws_lambda_function_url').map((url) => {
    const key = functionKey(url);
    const grants = permissions.filter(
      (one) => functionKey(one) === key && attributeValue(one, 'principal') === '*' && !isNarrowed(one),
    );
    const type = attributeValue(url, 'authorization_type');
    const verdict = judgeEndpoint({
      spot: spotOfAttribute(world, url, url, 'authorization_type'),
      what: 'The function URL',
      asks: type === 'NONE' ? 'nothing' : type === 'AWS_IAM' ? 'sign-in' : 'unknown',
      // The provider itself adds the first permission to every URL without authorization (aws_lambda_function_url).
      ...(grants.some((one) => allows(one, 'lambda:InvokeFunction')) ? {} : { guard: 'missing-second-permission' }),
      uncertain: url.uncertain,
    });
    return { kind: 'lambda-url', verdicts: [verdict] };
  });
}

/** By name or ARN, and without the qualifier: the key tells functions apart. */
function functionKey(resource: Resource): string {
  return keyOf(resource, 'function_name');
}

function allows(permission: Resource, action: string): boolean {
  const value = attributeValue(permission, 'action');
  return value === action || value === 'lambda:*';
}

/** Granted to callers of one account, organization or resource only. */
function isNarrowed(permission: Resource): boolean {
  return ['source_account', 'source_arn', 'principal_org_id'].some((name) => {
    const value = attributeValue(permission, name);
    return value !== undefined && value !== null;
  });
}

/** Methods of REST APIs and routes of HTTP APIs without authorization. */
export function findApis(world: World): readonly Found[] {
  const methods = [...restMethods(world), ...httpRoutes(world)];
  return methods.map((method) => ({ kind: 'api-gateway', verdicts: [judgeEndpoint(method)] }));
}

function restMethods(world: World): readonly Endpoint[] {
  const apis = ofType(world, 'aws_api_gateway_rest_api');
  const policies = ofType(world, 'aws_api_gateway_rest_api_policy');
  // A browser asks OPTIONS before every call from another site; it carries no credentials.
  const methods = ofType(world, 'aws_api_gateway_method').filter(
    (method) => attributeValue(method, 'http_method') !== 'OPTIONS',
  );
  return methods.map((method) => {
    const key = keyOf(method, 'rest_api_id');
    const api = apis.find((one) => idOf(one) === key);
    const authorization = attributeValue(method, 'authorization');
    return {
      spot: spotOfAttribute(world, method, method, 'authorization'),
      what: `The method ${nameIn(method, 'http_method')}`,
      asks: asksOf(method, authorization === UNKNOWN ? 'unknown' : authorization !== 'NONE'),
      ...guardOf(
        api,
        policies.filter((one) => keyOf(one, 'rest_api_id') === key),
      ),
      uncertain: method.uncertain,
    };
  });
}

function asksOf(method: Resource, signIn: Setting): Endpoint['asks'] {
  if (signIn !== false) return signIn === 'unknown' ? 'unknown' : 'sign-in';
  const key = settingOf(method, 'api_key_required', false);
  if (key === 'unknown') return 'unknown';
  return key ? 'api-key' : 'nothing';
}

function guardOf(api: Resource | undefined, policies: readonly Resource[]): Pick<Endpoint, 'guard'> {
  const inNetwork = api === undefined ? false : isPrivate(api);
  if (inNetwork === true) return { guard: 'private-network' };
  if (inNetwork === 'unknown') return { guard: 'unknown-policy' };
  return guardOfPolicy(policyOf([...(api === undefined ? [] : [api]), ...policies], api === undefined));
}

function idOf(api: Resource): string {
  return `${ADDRESS_MARK}${api.address}`;
}

function nameIn(resource: Resource, attribute: string): string {
  const text = textAttribute(resource, attribute);
  return isKnownText(text) ? text : resource.address;
}

function isPrivate(api: Resource): Setting {
  const types = blocksOf(api, 'endpoint_configuration').flatMap((block) => listOf(attributeValue(block, 'types')));
  if (types.includes('PRIVATE')) return true;
  return types.includes(UNKNOWN) ? 'unknown' : false;
}

function policyOf(holders: readonly Resource[], undeclared: boolean): string | undefined | 'unknown' {
  const values = holders
    .map((one) => attributeValue(one, 'policy'))
    .filter((value) => value !== undefined && value !== null);
  const [value] = values;
  // An API that stands elsewhere may have a policy there.
  if (value === undefined) return undeclared ? 'unknown' : undefined;
  return typeof value === 'string' && values.length === 1 ? value : 'unknown';
}

function httpRoutes(world: World): readonly Endpoint[] {
  return ofType(world, 'aws_apigatewayv2_route').map((route) => {
    const type = attributeValue(route, 'authorization_type');
    const signIn = type === UNKNOWN ? 'unknown' : typeof type === 'string' && type !== 'NONE';
    return {
      spot: spotOfAttribute(world, route, route, 'authorization_type'),
      what: `The route ${nameIn(route, 'route_key')}`,
      asks: asksOf(route, signIn),
      uncertain: route.uncertain,
    };
  });
}
