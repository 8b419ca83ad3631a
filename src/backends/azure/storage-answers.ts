import type { ProbeAnswer } from '../backend.ts';

/** 2021-10-04 answers anonymous requests as docs/probes.md says. */
export const VERSION = { 'x-ms-version': '2021-10-04' };

/** `BlobNotFound`, from the header, which HEAD has too, or the body. */
export function errorCodeOf(answer: ProbeAnswer): string {
  return answer.headers['x-ms-error-code'] ?? /<Code>([A-Za-z]{1,60})<\/Code>/.exec(answer.body)?.[1] ?? '';
}
