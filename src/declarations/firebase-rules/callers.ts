import type { Audience } from '../../model.ts';
import { anything, chosen, constant, FALSE, mapOf, NULL, something, TRUE, type Value } from './values.ts';

/** What is known of who can get an account. */
export interface SignUp {
  /** `unknown`: nothing in the repo says which sign-in methods are on. */
  readonly state: 'open' | 'closed' | 'unknown';
  readonly anonymous: boolean;
  readonly password: boolean;
  readonly federated: boolean;
  /** Half a sentence: how it is known. */
  readonly reason: string;
}

/** Somebody who asks: nobody in particular, or an account that a stranger can make. */
export interface Caller {
  readonly audience: Audience;
  readonly auth: Value;
  /** The same with an address of its choice; absent where it has none that nobody checks. */
  readonly withEmail?: (email: Value) => Value;
}

const UID: Value = { type: 'own', what: 'uid' };

export const NOBODY: Caller = { audience: 'anyone', auth: NULL };

/**
 * The accounts that a stranger can make. Custom claims are absent from all of them: only a server sets those. An address given with a
 * password is unchecked and so can be any; one that is verified is the stranger's own.
 */
export function strangersOf(signUp: SignUp): readonly Caller[] {
  const known = signUp.state === 'open';
  const accounts: Caller[] = [];
  if (!known || signUp.anonymous) accounts.push(account('anonymous', {}));
  if (!known || signUp.password) accounts.push(passwordAccount());
  if (!known || signUp.password || signUp.federated)
    accounts.push(
      account(undefined, {
        email: { type: 'own', what: 'email' },
        email_verified: TRUE,
        name: anything('account'),
        picture: anything('account'),
        phone_number: anything('account'),
      }),
    );
  return accounts;
}

function passwordAccount(): Caller {
  const withEmail = (email: Value) => account('password', { email, email_verified: FALSE }).auth;
  return { audience: 'any-account', auth: withEmail(chosen('account', { root: 'email', keys: [] })), withEmail };
}

function account(provider: string | undefined, token: Readonly<Record<string, Value>>): Caller {
  const method = provider === undefined ? something('account') : constant(provider);
  const claims = mapOf({
    ...token,
    sub: UID,
    user_id: UID,
    uid: UID,
    aud: something('account'),
    iss: something('account'),
    iat: something('account'),
    exp: something('account'),
    auth_time: something('account'),
    provider_id: method,
    firebase: mapOf({ sign_in_provider: method, identities: something('account') }),
  });
  return { audience: 'any-account', auth: mapOf({ uid: UID, provider: method, token: claims }) };
}
