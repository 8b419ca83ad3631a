import { isIPv4, isIPv6 } from 'node:net';

/** Why a request must not be sent; undefined if it may. */
export function refusal(url: string, hosts: readonly string[]): string | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined) return 'not a URL';
  if (parsed.protocol !== 'https:') return `only HTTPS is asked, not ${parsed.protocol}`;
  if (parsed.username !== '' || parsed.password !== '') return 'a URL with credentials in it is never asked';
  if (parsed.port !== '') return `only port 443 is asked, not ${parsed.port}`;
  const host = parsed.hostname;
  if (!isHostName(host)) return `${host} is no host name`;
  if (!hosts.some((suffix) => host === suffix || host.endsWith(`.${suffix}`)))
    return `${host} is not a host of this backend`;
  return undefined;
}

/** Letters, digits, `-` and (in S3 and Azure labels) `_`, in labels of at most 63; no address in any notation. */
function isHostName(host: string): boolean {
  if (host.length > 253 || isIPv4(host) || host.startsWith('[')) return false;
  const labels = host.split('.');
  return labels.length >= 2 && labels.every((label) => /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/.test(label));
}

/** True for an address on the public internet: everything in IANA's special-purpose registries is refused. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return isPublicIPv4(address);
  if (!isIPv6(address)) return false;
  const groups = expandIPv6(address);
  const mapped = embeddedIPv4(groups);
  if (mapped !== undefined) return isPublicIPv4(mapped);
  const first = groups[0] ?? 0;
  // Only 2000::/3 is assigned to global unicast; inside it documentation, benchmarking, Teredo and 6to4 are not hosts.
  if ((first & 0xe000) !== 0x2000) return false;
  if (first === 0x2001 && ((groups[1] ?? 0) < 0x0200 || groups[1] === 0x0db8)) return false;
  return first !== 0x2002 && first !== 0x3fff;
}

/** rfc6890 and its successors: [first octets, prefix length]. */
const SPECIAL_IPV4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

function isPublicIPv4(address: string): boolean {
  const value = ipv4Value(address);
  return SPECIAL_IPV4.every(
    ([network, length]) =>
      Math.floor(value / 2 ** (32 - length)) !== Math.floor(ipv4Value(network) / 2 ** (32 - length)),
  );
}

function ipv4Value(address: string): number {
  return address.split('.').reduce((value, octet) => value * 256 + Number(octet), 0);
}

function expandIPv6(address: string): readonly number[] {
  const plain = (address.split('%', 1)[0] ?? address).replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, a, b, c, d) => {
    return `${(Number(a) * 256 + Number(b)).toString(16)}:${(Number(c) * 256 + Number(d)).toString(16)}`;
  });
  const [head = '', tail] = plain.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  return [...left, ...Array<string>(missing).fill('0'), ...right].map((group) => Number.parseInt(group, 16));
}

/** ::ffff:a.b.c.d (mapped) and 64:ff9b::a.b.c.d (NAT64) carry an IPv4 address that decides. */
function embeddedIPv4(groups: readonly number[]): string | undefined {
  const zeros = (from: number, to: number) => groups.slice(from, to).every((group) => group === 0);
  const mapped = zeros(0, 5) && groups[5] === 0xffff;
  const nat64 = groups[0] === 0x64 && groups[1] === 0xff9b && zeros(2, 6);
  if (!mapped && !nat64) return undefined;
  const [high = 0, low = 0] = groups.slice(6);
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}
