import type { Found } from '../cloudformation/stack.ts';
import { type Endpoint, judgeEndpoint, judgeGraphQl, routePattern } from '../services/endpoint.ts';
import type { Verdict } from '../services/verdict.ts';
import {
  isPlacedList,
  isPlacedMap,
  itemsOf,
  knownText,
  member,
  membersOf,
  type Placed,
  textOf,
} from '../trees/placed.ts';
import { UNKNOWN } from '../values.ts';

/** A service's settings, worked out. */
export interface Service {
  /** By name; several lists of functions are one. */
  readonly functions: Placed | undefined;
  readonly provider: Placed | undefined;
  readonly appSync: Placed | undefined;
}

/** URLs and events of functions (serverless.com/framework/docs/providers/aws/events/apigateway, …/http-api, …/guide/functions). */
export function findFunctions(service: Service): readonly Found[] {
  const functions = itemsOf(service.functions).flatMap((map) => membersOf(map).map(([, one]) => one));
  const urls = functions.flatMap(functionUrl);
  const events = functions.flatMap((one) => itemsOf(member(one, 'events')));
  const routes = (type: string, judge: (event: Placed) => Verdict | undefined): readonly Found[] => {
    const verdicts = events.flatMap((event) => {
      const own = member(event, type);
      return (own === undefined || own.value === UNKNOWN ? undefined : judge(own)) ?? [];
    });
    return verdicts.length === 0 ? [] : [{ kind: 'api-gateway', verdicts }];
  };
  return [
    ...urls.map((verdict) => ({ kind: 'lambda-url', verdicts: [verdict] })),
    ...routes('http', (event) => httpRoute(event, guardOf(service.provider))),
    ...routes('httpApi', (event) => httpRoute(event, {})),
    ...routes('websocket', socketRoute),
    ...appSync(service.appSync),
  ];
}

/** `url: true` asks for nothing, and the framework adds the permission for everyone. */
function functionUrl(one: Placed): readonly Verdict[] {
  const url = member(one, 'url');
  if (url === undefined || url.value === null || url.value === false) return [];
  const authorizer = member(url, 'authorizer');
  const asks = url.value === UNKNOWN ? 'unknown' : asksOf(authorizer);
  return [judgeEndpoint({ spot: (authorizer ?? url).spot, what: 'The function URL', asks, uncertain: false })];
}

function asksOf(authorizer: Placed | undefined): Endpoint['asks'] {
  if (authorizer?.value === UNKNOWN) return 'unknown';
  if (authorizer === undefined || authorizer.value === null) return 'nothing';
  return textOf(authorizer)?.toUpperCase() === 'NONE' ? 'nothing' : 'sign-in';
}

/** `GET /users`, `*`, or a map with `method` and `path`. */
function httpRoute(event: Placed, guard: Pick<Endpoint, 'guard'>): Verdict | undefined {
  const text = isPlacedMap(event.value) ? undefined : textOf(event);
  const [verb, written] = text === undefined ? [] : text.trim().split(/\s+/, 2);
  const method = verb ?? knownText(member(event, 'method'));
  const path = text === undefined ? knownText(member(event, 'path')) : written;
  if (method?.toUpperCase() === 'OPTIONS') return undefined;
  const authorizer = member(event, 'authorizer');
  const asks = asksOf(authorizer);
  const keyed = member(event, 'private')?.value === true;
  return judgeEndpoint({
    spot: (authorizer ?? event).spot,
    what: 'The route',
    ...(path === undefined || path.includes('\ufdd0') ? {} : { pattern: routePattern(path) }),
    asks: asks === 'nothing' && keyed ? 'api-key' : asks,
    ...guard,
    uncertain: false,
  });
}

/** Who connects is asked once, at `$connect`. */
function socketRoute(event: Placed): Verdict | undefined {
  const route = isPlacedMap(event.value) ? knownText(member(event, 'route')) : textOf(event);
  if (route !== '$connect') return undefined;
  return judgeEndpoint({
    spot: event.spot,
    what: 'The WebSocket route',
    asks: asksOf(member(event, 'authorizer')),
    uncertain: false,
  });
}

function guardOf(provider: Placed | undefined): Pick<Endpoint, 'guard'> {
  const type = textOf(member(provider, 'endpointType') ?? member(provider, 'apiGateway', 'endpointType'));
  if (type?.toUpperCase() === 'PRIVATE') return { guard: 'private-network' };
  const policy = member(provider, 'apiGateway', 'resourcePolicy') ?? member(provider, 'resourcePolicy');
  return policy === undefined ? {} : { guard: 'resource-policy' };
}

/** serverless-appsync-plugin: `authentication.type`, before its second version `authenticationType`; one API or several. */
function appSync(config: Placed | undefined): readonly Found[] {
  const apis = isPlacedList(config?.value) ? config.value : config === undefined ? [] : [config];
  return apis.flatMap((api) => {
    const additional = [
      ...itemsOf(member(api, 'additionalAuthentications')).map((one) => member(one, 'type')),
      ...itemsOf(member(api, 'additionalAuthenticationProviders')).map((one) => member(one, 'authenticationType')),
    ];
    const ways = [member(api, 'authentication', 'type'), member(api, 'authenticationType'), ...additional];
    const verdict = judgeGraphQl(
      ways.flatMap((way) => (way === undefined ? [] : { spot: way.spot, type: knownText(way) })),
    );
    return verdict === undefined ? [] : [{ kind: 'appsync', verdicts: [verdict] }];
  });
}
