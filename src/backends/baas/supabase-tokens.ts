import type { Text } from '../../model.ts';
import { claimsOf, jwtsIn } from '../jwt.ts';
import { TOKEN_END, TOKEN_START } from '../recognition.ts';

/** A project's reference: 20 lower-case letters today; some tools write digits as well. */
export const REF = '[a-z0-9]{16,32}';

/** Newer keys: 31 characters behind the prefix, a checksum among them. */
export const PUBLISHABLE = new RegExp(`${TOKEN_START}sb_publishable_[A-Za-z0-9_-]{31}${TOKEN_END}`, 'g');
export const SECRET = new RegExp(`${TOKEN_START}sb_secret_[A-Za-z0-9_-]{31}${TOKEN_END}`, 'g');
/** A developer's own token for the management API. */
export const ACCESS_TOKEN = new RegExp(`${TOKEN_START}sbp_(?:[a-z]{1,8}_)?[0-9a-f]{40}${TOKEN_END}`, 'g');

/** A legacy key: a JWT whose payload says which project it is for and which role of the database it takes. */
export interface SupabaseJwt {
  readonly secret: string;
  readonly role: string;
  readonly ref?: string;
  /** Seconds since 1970. */
  readonly expires?: number;
}

/**
 * The legacy keys in a text. Those of the local stack (`iss: supabase-demo`) are the same everywhere and left out, as
 * are tokens of signed-in users: their issuer is an address.
 */
export function supabaseJwts(text: Pick<Text, 'value' | 'runTogether'>): readonly SupabaseJwt[] {
  if (!text.value.includes('.')) return [];
  const found: SupabaseJwt[] = [];
  for (const match of jwtsIn(text)) {
    const claims = claimsOf(match[2] ?? '');
    if (claims?.iss !== 'supabase' || typeof claims.role !== 'string') continue;
    const ref = typeof claims.ref === 'string' && new RegExp(`^${REF}$`).test(claims.ref) ? claims.ref : undefined;
    found.push({
      secret: match[0],
      role: claims.role,
      ...(ref === undefined ? {} : { ref }),
      ...(typeof claims.exp === 'number' ? { expires: claims.exp } : {}),
    });
  }
  return found;
}
