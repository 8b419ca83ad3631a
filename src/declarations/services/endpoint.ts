import { closed, type Spot, type Verdict } from './verdict.ts';

/** A way to run the developer's own code from outside: a function's URL, a route of an API. */
export interface Endpoint {
  readonly spot: Spot;
  /** Begins a sentence: `The function URL`. */
  readonly what: string;
  /** Path of the route, if it has one. */
  readonly pattern?: string;
  readonly asks: 'nothing' | 'api-key' | 'sign-in' | 'unknown';
  /** Something before it may keep callers out. */
  readonly guard?: 'private-network' | 'resource-policy' | 'missing-permission';
  readonly uncertain: boolean;
}

/** What a call does is the code's matter, so no operation is said of it; that strangers can call is what the configuration shows. */
export function judgeEndpoint(endpoint: Endpoint): Verdict {
  const { spot, what, pattern, asks, guard, uncertain } = endpoint;
  const verdict = { spot, ...(pattern === undefined ? {} : { pattern }), audience: 'anyone' as const, can: [] };
  if (asks === 'sign-in') return { ...closed(spot, `${what} asks its callers to sign in.`), ...verdict };
  if (asks === 'unknown' || uncertain)
    return {
      ...verdict,
      state: 'unknown',
      why: `${what} may ask its callers to sign in; that depends on values that are not known.`,
    };
  if (guard === 'private-network')
    return {
      ...verdict,
      state: 'mitigated',
      why: `${what} asks for nothing, but it is reachable from a private network only.`,
    };
  if (asks === 'api-key')
    return {
      ...verdict,
      audience: 'app-holder',
      state: 'conditional',
      why: `${what} asks for an API key alone, which ships in the app that calls it.`,
    };
  if (guard === 'resource-policy')
    return {
      ...verdict,
      state: 'conditional',
      why: `${what} asks for nothing, but a resource policy decides who may call it.`,
    };
  if (guard === 'missing-permission')
    return {
      ...verdict,
      state: 'conditional',
      why: `${what} asks for nothing, but this template does not permit everyone to call it.`,
    };
  return {
    ...verdict,
    state: 'open',
    why: `${what} can be called by anyone on the internet without signing in; what a call does is the code’s matter.`,
  };
}

/** `/users/{id}`, `/{proxy+}` as a pattern of declarations. */
export function routePattern(path: string): string {
  const rooted = path.startsWith('/') ? path : `/${path}`;
  return rooted.replace(/\{([\w.-]{1,64})\+\}/g, '{$1=**}');
}

/** An AppSync API by the ways of authorization that it takes; undefined if an API key is none of them. */
export function judgeGraphQl(
  ways: readonly { readonly spot: Spot; readonly type: string | undefined }[],
): Verdict | undefined {
  const open = ways.find(({ type }) => type === 'API_KEY');
  if (open === undefined) return undefined;
  // Who holds the app holds the key. What it opens is the schema's matter.
  const why = 'The API accepts an API key, which ships in the app; the schema decides what it opens.';
  return { spot: open.spot, audience: 'app-holder', can: [], state: 'conditional', why };
}
