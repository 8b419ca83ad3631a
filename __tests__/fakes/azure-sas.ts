import { createHmac } from 'node:crypto';

const VERSION = '2021-10-04';
const EXPIRES = '2099-01-01T00:00:00Z';

/** An account SAS for blobs, signed as learn.microsoft.com/rest/api/storageservices/create-account-sas says. */
export function accountSas(account: string, key: string, permissions: string): URLSearchParams {
  const signed = [account, permissions, 'b', 'sco', '', EXPIRES, '', 'https,http', VERSION, '', ''].join('\n');
  const sig = createHmac('sha256', Buffer.from(key, 'base64')).update(signed).digest('base64');
  return new URLSearchParams({
    sv: VERSION,
    ss: 'b',
    srt: 'sco',
    sp: permissions,
    se: EXPIRES,
    spr: 'https,http',
    sig,
  });
}

/** A service SAS for a container (`c`), a blob (`b`) or a directory (`d`), signed as its page create-service-sas says. */
export function serviceSas(account: string, key: string, path: string, resource: 'b' | 'c' | 'd', permissions: string) {
  const canonical = `/blob/${account}/${path}`;
  const parts = [
    permissions,
    '',
    EXPIRES,
    canonical,
    '',
    '',
    'https,http',
    VERSION,
    resource,
    '',
    '',
    '',
    '',
    '',
    '',
    '',
  ];
  const sig = createHmac('sha256', Buffer.from(key, 'base64')).update(parts.join('\n')).digest('base64');
  return new URLSearchParams({ sv: VERSION, sr: resource, sp: permissions, se: EXPIRES, spr: 'https,http', sig });
}
