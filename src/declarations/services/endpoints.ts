import { limitsOf, parsePolicy } from './iam-policy.ts';
import type { Spot, Verdict } from './verdict.ts';

/** An address that runs code when it is called. What the code then lets its caller do is not in the configuration. */
export interface FunctionUrl {
  readonly spot: Spot;
  readonly authorization: 'none' | 'iam' | 'unknown';
  /** A permission lets everyone invoke the function itself through its URL. */
  readonly everyoneInvokes: boolean | 'unknown';
  /** The tool that makes the URL also grants lambda:InvokeFunctionUrl to everyone. */
  readonly everyoneInvokesUrl: boolean | 'unknown';
}

/**
 * Without authorization a URL is called by anyone whom the function's policy lets: that needs `lambda:InvokeFunctionUrl` and, for URLs
 * made since October 2025, `lambda:InvokeFunction` (AWS Lambda developer guide, "Control access to Lambda function URLs").
 */
export function judgeFunctionUrl({ spot, authorization, everyoneInvokes, everyoneInvokesUrl }: FunctionUrl): Verdict {
  const shared = { spot, audience: 'anyone', can: [] } as const;
  if (authorization === 'iam') return { ...shared, state: 'closed', why: 'Callers of the URL need IAM permissions.' };
  if (authorization === 'unknown' || everyoneInvokesUrl === 'unknown')
    return { ...shared, state: 'unknown', why: 'Who may call the URL depends on values that are not known.' };
  if (!everyoneInvokesUrl)
    return {
      ...shared,
      state: 'closed',
      why: 'The URL asks for no authorization, but the function’s policy lets no stranger call it.',
    };
  if (everyoneInvokes === true)
    return {
      ...shared,
      state: 'open',
      why: 'Anyone may call the URL, and the function’s policy lets everyone invoke it.',
    };
  return {
    ...shared,
    state: 'conditional',
    why: 'The URL asks for no authorization. One made before October 2025 is called by anyone; a newer one needs a second permission, lambda:InvokeFunction, that is not granted here.',
  };
}

export interface ApiMethod {
  readonly spot: Spot;
  /** `GET /orders`, where it is known. */
  readonly what: string;
  readonly authorized: boolean | 'unknown';
  readonly needsKey: boolean | 'unknown';
  /** Reached from a VPC only. */
  readonly isPrivate: boolean | 'unknown';
  /** The resource policy; undefined if there is none, `unknown` if its text is not known. */
  readonly policy: string | undefined | 'unknown';
}

/** A method that anyone may call; often that is what it is for, so it stays an entry of the inventory. */
export function judgeApiMethod(method: ApiMethod): Verdict {
  const { spot, what, authorized, needsKey, isPrivate } = method;
  const shared = { spot, audience: needsKey === true ? 'app-holder' : 'anyone', can: [] } as const;
  if (authorized === true) return { ...shared, state: 'closed', why: `${what} asks for authorization.` };
  if (authorized === 'unknown' || needsKey === 'unknown' || isPrivate === 'unknown')
    return { ...shared, state: 'unknown', why: `Whether ${what} asks for authorization is not known.` };
  if (isPrivate)
    return { ...shared, state: 'mitigated', why: `${what} asks for none, but the API is reached from a VPC only.` };
  const limits = limitsOfPolicy(method.policy);
  if (limits !== 'open')
    return {
      ...shared,
      state: limits === 'unknown' ? 'unknown' : 'conditional',
      why: `${what} asks for no authorization; the API’s resource policy decides who gets through.`,
    };
  const key = needsKey === true ? ' but an API key, which ships in the app' : '';
  return {
    ...shared,
    state: needsKey === true ? 'conditional' : 'open',
    why: `${what} asks for no authorization${key}.`,
  };
}

/** Without a policy every request passes; with one, those that a statement allows and none denies. */
function limitsOfPolicy(text: ApiMethod['policy']): 'open' | 'limited' | 'unknown' {
  if (text === undefined) return 'open';
  const policy = text === 'unknown' ? undefined : parsePolicy(text);
  if (policy?.type !== 'policy') return 'unknown';
  if (policy.statements.some(({ effect }) => effect !== 'Allow')) return 'limited';
  const open = policy.statements.some((one) => one.principal === 'everyone' && limitsOf(one) === 'open');
  return open ? 'open' : 'limited';
}
