import { limitsOf, parsePolicy } from './iam-policy.ts';
import { closed, type Spot, type Verdict } from './verdict.ts';

/**
 * What may keep callers out of an endpoint that asks for nothing. A function URL needs `lambda:InvokeFunctionUrl` for everyone and,
 * if it was made since October 2025, `lambda:InvokeFunction` as well (AWS Lambda developer guide, "Control access to Lambda
 * function URLs").
 */
export type Guard =
  | 'private-network'
  | 'resource-policy'
  | 'unknown-policy'
  | 'missing-permission'
  | 'missing-second-permission';

/** A way to run the developer's own code from outside: a function's URL, a route of an API. */
export interface Endpoint {
  readonly spot: Spot;
  /** Begins a sentence: `The function URL`. */
  readonly what: string;
  /** Path of the route, if it has one. */
  readonly pattern?: string;
  readonly asks: 'nothing' | 'api-key' | 'sign-in' | 'unknown';
  readonly guard?: Guard;
  readonly uncertain: boolean;
}

/** What a call does is the code's matter, so no operation is said of it; that strangers can call is what the configuration shows. */
export function judgeEndpoint(endpoint: Endpoint): Verdict {
  const { spot, what, pattern, asks, guard, uncertain } = endpoint;
  const verdict = { spot, ...(pattern === undefined ? {} : { pattern }), audience: 'anyone' as const, can: [] };
  if (asks === 'sign-in') return { ...closed(spot, `${what} asks its callers to sign in.`), ...verdict };
  if (asks === 'unknown' || uncertain || guard === 'unknown-policy')
    return {
      ...verdict,
      state: 'unknown',
      why: `Who may call ${inSentence(what)} depends on values that are not known.`,
    };
  if (guard === 'private-network')
    return { ...verdict, state: 'mitigated', why: `${what} asks for nothing, ${BUT[guard]}` };
  if (asks === 'api-key')
    return {
      ...verdict,
      audience: 'app-holder',
      state: 'conditional',
      why: `${what} asks for an API key alone, which ships in the app that calls it.`,
    };
  if (guard !== undefined) return { ...verdict, state: 'conditional', why: `${what} asks for nothing, ${BUT[guard]}` };
  return {
    ...verdict,
    state: 'open',
    why: `${what} can be called by anyone on the internet without signing in; what a call does is the code’s matter.`,
  };
}

const BUT: Readonly<Record<Exclude<Guard, 'unknown-policy'>, string>> = {
  'private-network': 'but it is reachable from a private network only.',
  'resource-policy': 'but a resource policy decides who may call it.',
  'missing-permission': 'but nothing here permits everyone to call it.',
  'missing-second-permission':
    'so anyone may call it if it was made before October 2025; a newer one needs a second permission, lambda:InvokeFunction, that is not granted here.',
};

function inSentence(what: string): string {
  return what.charAt(0).toLowerCase() + what.slice(1);
}

/** Without a resource policy every request passes; with one, those that a statement allows and none denies. */
export function guardOfPolicy(text: string | undefined | 'unknown'): Pick<Endpoint, 'guard'> {
  if (text === undefined) return {};
  const policy = text === 'unknown' ? undefined : parsePolicy(text);
  if (policy?.type !== 'policy') return { guard: 'unknown-policy' };
  const open = policy.statements.some((one) => one.principal === 'everyone' && limitsOf(one) === 'open');
  const denies = policy.statements.some(({ effect }) => effect !== 'Allow');
  return open && !denies ? {} : { guard: 'resource-policy' };
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
