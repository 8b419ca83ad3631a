import { matches } from '../recognition.ts';

/**
 * Elastic's clients take a deployment's address as one word, `name:base64(domain[:port]$elasticsearch$kibana)`; the cluster
 * answers at `<elasticsearch>.<domain>` (elastic.co/docs/deploy-manage/deploy/elastic-cloud/find-cloud-id).
 */
const CLOUD_ID = /(?<![A-Za-z0-9_.-])[A-Za-z0-9_.-]{1,64}:([A-Za-z0-9+/]{40,400}={0,2})(?![A-Za-z0-9+/=])/g;
const DECODED =
  /^([a-z0-9][a-z0-9.-]{3,100}\.(?:found\.io|elastic-cloud\.com|cloud\.es\.io))(?::\d{1,5})?\$([0-9a-z][0-9a-z-]{5,62})(?:\$|$)/;

/** The domain in base64, which looks different by its place among groups of three bytes. */
export const CLOUD_ID_ANCHORS: readonly string[] = ['.found.io', 'elastic-cloud.com', '.cloud.es.io'].flatMap(
  (domain) => [0, 1, 2].map((offset) => coreOf(domain, offset)),
);

/** What of a text's base64 does not depend on the characters around it. */
function coreOf(text: string, offset: number): string {
  const encoded = Buffer.from(' '.repeat(offset) + text).toString('base64url');
  const start = Math.ceil((offset * 8) / 6);
  const end = Math.floor(((offset + text.length) * 8) / 6);
  return encoded.slice(start, end);
}

/** The hosts of the clusters that the cloud ids in a value lead to. */
export function hostsOfCloudIds(value: string): readonly string[] {
  return Array.from(matches(value, CLOUD_ID), ([, encoded = '']) => {
    const [, domain, cluster] = DECODED.exec(Buffer.from(encoded, 'base64').toString('latin1')) ?? [];
    return domain === undefined || cluster === undefined ? [] : [`${cluster}.${domain}`];
  }).flat();
}

/** A well-formed one that belongs to nobody. */
export function sampleCloudId(domain: string, cluster: string): string {
  return `acme-prod:${Buffer.from(`${domain}$${cluster}$`).toString('base64')}`;
}
