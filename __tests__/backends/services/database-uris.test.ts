import { describe, expect, it } from 'vitest';
import { sample } from '../../../src/backends/samples.ts';
import { mongodbUri, postgresUri, redisUri } from '../../../src/backends/services/database-uris.ts';
import { credentialsIn, textOf } from '../../helpers/backends.ts';

const PASSWORD = sample('alnum', 16);

describe('an address with a password', () => {
  it('is named by user, host and database, never by the password', () => {
    const [found] = credentialsIn(mongodbUri, textOf(`mongodb+srv://app:${PASSWORD}@acme.ab1cd.mongodb.net/shop?w=1`));
    expect(found).toMatchObject({
      subject: 'app@acme.ab1cd.mongodb.net/shop',
      details: { host: 'acme.ab1cd.mongodb.net', user: 'app', database: 'shop' },
    });
    expect(found?.subject).not.toContain(PASSWORD);
  });

  it('names the first host of a replica set', () => {
    const [found] = credentialsIn(
      mongodbUri,
      textOf(`mongodb://app:${PASSWORD}@db1.acme-shop.io:27017,db2.acme-shop.io:27017/shop`),
    );
    expect(found?.subject).toBe('app@db1.acme-shop.io/shop');
  });

  it('opens the Supabase project that it names, directly or through the pooler', () => {
    const direct = `postgresql://postgres:${PASSWORD}@db.qzrtvwxkplmnbhgfdsja.supabase.co:5432/postgres`;
    const pooled = `postgresql://postgres.qzrtvwxkplmnbhgfdsja:${PASSWORD}@aws-0-eu-west-1.pooler.supabase.com:6543/postgres`;
    for (const address of [direct, pooled]) {
      expect(credentialsIn(postgresUri, textOf(address))[0]?.opens?.[0]?.backend).toEqual({
        kind: 'supabase',
        name: 'qzrtvwxkplmnbhgfdsja',
      });
    }
    expect(credentialsIn(postgresUri, textOf(`postgres://a:${PASSWORD}@db.acme-shop.io/x`))[0]).not.toHaveProperty(
      'opens',
    );
  });

  it.each([
    'localhost',
    '127.0.0.1',
    '10.0.2.2',
    '192.168.1.7',
    '172.20.0.3',
    'redis',
    'host.docker.internal',
    'db.local',
    'cache.example.com',
    'your-host.com',
  ])('is nobody’s on the host %s', (host) => {
    expect(credentialsIn(redisUri, textOf(`redis://:${PASSWORD}@${host}:6379`))).toEqual([]);
  });

  it.each([
    'password',
    '<password>',
    '${PASSWORD}',
    '$PASSWORD',
    '%s',
    '{{password}}',
    '[YOUR-PASSWORD]',
    '****',
    'xxxx',
    'REDIS_PASSWORD',
    'changeme',
    'your-password',
  ])('is none with the stand-in %s', (password) => {
    expect(credentialsIn(redisUri, textOf(`redis://:${password}@cache.acme-shop.io:6379`))).toEqual([]);
  });

  it('takes an unusual password as it is', () => {
    for (const password of ['p%40ss%3Aword9', 'a!b*c$d', 'Tr0ub4dor&3', '-_-~7-8', '123456', 'admin123']) {
      expect(credentialsIn(redisUri, textOf(`redis://:${password}@cache.acme-shop.io:6379`))).toHaveLength(1);
    }
  });
});
