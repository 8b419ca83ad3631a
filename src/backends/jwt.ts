import { fixedTokens, TOKEN_END, TOKEN_START } from './recognition.ts';

/** Base64 of `{"alg":`, `{"typ":`, `{"kid":` and of `{` before a line break: how a JWT begins. */
export const JWT_ANCHORS: readonly string[] = ['eyJhbGci', 'eyJ0eXAi', 'eyJraWQi', 'ewogICJhbGci', 'ewogICJ0eXAi'];

const HEAD = '((?:eyJ|ewog)[A-Za-z0-9_-]{8,512})\\.([A-Za-z0-9_-]{16,4096})\\.';
/** Header, payload and signature of a compact JWS (RFC 7515, section 7.1). */
const FORM = `${HEAD}([A-Za-z0-9_-]{16,1024})`;
export const JWT_PATTERN = new RegExp(`${TOKEN_START}${FORM}${TOKEN_END}`, 'g');

/** Without a border those signed with HS256: 32 bytes (RFC 7518, section 3.2) are 43 characters. */
export const jwtsIn = fixedTokens(FORM, `${HEAD}([A-Za-z0-9_-]{43})`);

/** The claims of a JWT's payload; undefined if it is not JSON. The signature is not checked: nobody here has its key. */
export function claimsOf(payload: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
