import { describe, expect, it } from 'vitest';
import { isPublicAddress, refusal } from '../../src/probes/guard.ts';

const HOSTS = ['amazonaws.com', 'firebaseio.com'];

describe('refusal', () => {
  it.each([
    'https://acme.s3.amazonaws.com/?acl',
    'https://amazonaws.com/',
    'https://acme-default-rtdb.firebaseio.com/x.json',
  ])('lets %s pass', (url) => {
    expect(refusal(url, HOSTS)).toBeUndefined();
  });

  it.each([
    ['http://acme.s3.amazonaws.com/', /only HTTPS/],
    ['https://acme.s3.amazonaws.com:8443/', /port 443/],
    ['https://user:pw@acme.s3.amazonaws.com/', /credentials/],
    ['https://evil.example/', /not a host/],
    ['https://evilamazonaws.com/', /not a host/],
    ['https://amazonaws.com.evil.example/', /not a host/],
    ['https://acme.s3.amazonaws.com@evil.example/', /credentials|not a host/],
    ['https://evil.example/.s3.amazonaws.com', /not a host/],
    ['https://evil.example\\.s3.amazonaws.com/', /not a host/],
    ['https://evil.example#.s3.amazonaws.com/', /not a host/],
    ['https://127.0.0.1/', /no host name/],
    ['https://0x7f000001/', /no host name/],
    ['https://2130706433/', /no host name/],
    ['https://[::1]/', /no host name/],
    ['https://localhost/', /no host name/],
    ['https://-a.amazonaws.com/', /no host name/],
    ['file:///etc/passwd', /only HTTPS/],
    ['not a url', /not a URL/],
  ])('refuses %s', (url, why) => {
    expect(refusal(url, HOSTS)).toMatch(why);
  });
});

describe('isPublicAddress', () => {
  it.each(['8.8.8.8', '52.218.0.1', '172.32.0.1', '2600:9000::1', '2a00:1450:4001::200e', '::ffff:8.8.8.8'])(
    '%s is public',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '192.0.2.7',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.9',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:169.254.169.254',
    '::ffff:7f00:1',
    '64:ff9b::7f00:1',
    'fe80::1',
    'fc00::1',
    'fd12:3456::1',
    'ff02::1',
    '2001:db8::1',
    '2001::1',
    '2002:7f00:1::',
    'no address',
  ])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
