import { TOKEN_END, TOKEN_START } from './recognition.ts';

/** Base64 of `{"alg":`, `{"typ":`, `{"kid":` and of `{` before a line break: how a JWT begins. */
export const JWT_ANCHORS: readonly string[] = ['eyJhbGci', 'eyJ0eXAi', 'eyJraWQi', 'ewogICJhbGci', 'ewogICJ0eXAi'];

/** Header, payload and signature of a compact JWS (RFC 7515, section 7.1). */
export const JWT_PATTERN = new RegExp(
  `${TOKEN_START}((?:eyJ|ewog)[A-Za-z0-9_-]{8,512})\\.([A-Za-z0-9_-]{16,4096})\\.([A-Za-z0-9_-]{16,1024})${TOKEN_END}`,
  'g',
);

/** The claims of a JWT's payload; undefined if it is not JSON. The signature is not checked: nobody here has its key. */
export function claimsOf(payload: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
