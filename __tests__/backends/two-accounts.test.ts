import { describe, expect, it } from 'vitest';
import { keyOf39, keyOf64, sampleKey } from '../../src/backends/azure/identifiable-keys.ts';
import { BACKENDS } from '../../src/backends/registry.ts';
import { sample } from '../../src/backends/samples.ts';
import type { Mention, Neighbour, Text } from '../../src/model.ts';

/**
 * Two accounts side by side in one object, for every kind that needs two values. Whatever is reported, no mention may hold
 * the id of one account and the secret of the other.
 */
interface Account {
  readonly id: Neighbour;
  readonly secret: Neighbour;
  /** Text by which a mention shows the account; the id's value if absent. */
  readonly shows?: string;
}

interface Kind {
  /** Kinds that are asked. */
  readonly kinds: readonly string[];
  readonly account: (seed: number) => Account;
  /** False where a mention cannot show which account it means: the text that it stands in does. */
  readonly linked?: boolean;
}

const pem = (seed: number) =>
  `${'-----BEGIN PRIVATE'} KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC${sample('alnum', 600, seed)}==\n${'-----END PRIVATE'} KEY-----`;
const name = (seed: number) => `acme${sample('lower', 12, seed)}`;
const uuid = (seed: number) => sample('hex', 32, seed).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

const KINDS: readonly (readonly [string, Kind])[] = [
  [
    'AWS access key',
    {
      kinds: ['aws-access-key'],
      linked: false,
      account: (seed) => ({
        id: { value: `AKIA${sample('base32', 16, seed).toUpperCase()}` },
        secret: { value: `${sample('alnum', 38, seed)}/+` },
      }),
    },
  ],
  [
    'Alibaba Cloud',
    {
      kinds: ['alibaba-access-key'],
      linked: false,
      account: (seed) => ({
        id: { value: `LTAI${sample('alnum', 20, seed)}` },
        secret: { value: sample('alnum', 30, seed) },
      }),
    },
  ],
  [
    'Tencent Cloud',
    {
      kinds: ['tencent-secret-key'],
      linked: false,
      account: (seed) => ({
        id: { value: `AKID${sample('alnum', 32, seed)}` },
        secret: { value: sample('alnum', 32, seed + 50) },
      }),
    },
  ],
  [
    'DigitalOcean Spaces',
    {
      kinds: ['digitalocean-spaces-key'],
      linked: false,
      account: (seed) => ({
        id: { value: `DO00${sample('upper', 16, seed)}` },
        secret: { value: sample('alnum', 43, seed) },
      }),
    },
  ],
  [
    'Yandex Cloud',
    {
      kinds: ['yandex-access-key'],
      linked: false,
      account: (seed) => ({
        id: { value: `YCAJE${sample('alnum', 20, seed)}` },
        secret: { value: `YC${sample('alnum', 38, seed)}` },
      }),
    },
  ],
  [
    'Cloud Storage HMAC key',
    {
      kinds: ['google-hmac-key'],
      linked: false,
      account: (seed) => ({
        id: { value: `GOOG1E${sample('base32', 55, seed).toUpperCase()}` },
        secret: { value: `${sample('alnum', 38, seed)}/+` },
      }),
    },
  ],
  [
    'Razorpay',
    {
      kinds: ['razorpay-secret'],
      linked: false,
      account: (seed) => ({
        id: { value: `rzp_live_${sample('alnum', 14, seed)}` },
        secret: { value: sample('alnum', 24, seed) },
      }),
    },
  ],
  [
    'Twilio',
    {
      kinds: ['twilio-auth-token'],
      account: (seed) => ({
        id: { key: 'accountSid', value: `AC${sample('hex', 32, seed)}` },
        secret: { key: 'twilioAuthToken', value: sample('hex', 32, seed + 50) },
      }),
    },
  ],
  [
    'Twilio API key',
    {
      kinds: ['twilio-api-key-secret'],
      account: (seed) => ({
        id: { value: `SK${sample('hex', 32, seed)}` },
        secret: { key: 'TWILIO_API_SECRET', value: sample('alnum', 32, seed) },
      }),
    },
  ],
  [
    'Backblaze B2',
    {
      kinds: ['backblaze-key'],
      account: (seed) => ({
        id: { value: `005${sample('hex', 22, seed)}` },
        secret: { key: 'applicationKey', value: `K005${sample('alnum', 27, seed)}` },
      }),
    },
  ],
  [
    'Cloudflare R2',
    {
      kinds: ['cloudflare-r2-key'],
      account: (seed) => ({
        id: { key: 'accessKeyId', value: sample('hex', 32, seed) },
        secret: { key: 'r2SecretAccessKey', value: sample('hex', 64, seed) },
      }),
    },
  ],
  [
    'Pusher',
    {
      kinds: ['pusher-secret'],
      account: (seed) => ({
        id: { key: 'PUSHER_APP_ID', value: `1${seed}34567` },
        secret: { key: 'PUSHER_APP_SECRET', value: sample('hex', 20, seed) },
      }),
    },
  ],
  [
    'Mailgun',
    {
      kinds: ['mailgun-key'],
      account: (seed) => ({
        id: { key: 'MAILGUN_DOMAIN', value: `mg.${name(seed)}.io` },
        secret: { key: 'MAILGUN_API_KEY', value: `key-${sample('hex', 32, seed)}` },
      }),
    },
  ],
  [
    'Cloudinary',
    {
      kinds: ['cloudinary-url'],
      account: (seed) => ({
        id: { key: 'cloudinaryCloudName', value: name(seed) },
        secret: { key: 'cloudinaryApiSecret', value: sample('alnum', 27, seed) },
      }),
    },
  ],
  [
    'Algolia',
    {
      kinds: ['algolia', 'algolia-key'],
      account: (seed) => ({
        id: { key: 'algoliaAppId', value: sample('upper', 10, seed) },
        secret: { key: 'algoliaApiKey', value: sample('hex', 32, seed) },
      }),
    },
  ],
  [
    'Azure AI Search',
    {
      kinds: ['azure-search-key'],
      account: (seed) => ({
        id: { value: `https://${name(seed)}.search.windows.net` },
        secret: { value: sampleKey(keyOf39('AzSe'), 'PAdmin00', 52, seed) },
        shows: name(seed),
      }),
    },
  ],
  [
    'Azure AI Search, older keys',
    {
      kinds: ['azure-search-key'],
      account: (seed) => ({
        id: { value: `https://${name(seed)}.search.windows.net` },
        secret: { value: sample('hex', 32, seed).toUpperCase() },
        shows: name(seed),
      }),
    },
  ],
  [
    'Azure Cosmos DB',
    {
      kinds: ['azure-cosmos-key'],
      account: (seed) => ({
        id: { value: `https://${name(seed)}.documents.azure.com:443/` },
        secret: { value: sampleKey(keyOf64('ACDb'), 'MastRW00', 88, seed) },
        shows: name(seed),
      }),
    },
  ],
  [
    'Azure Cosmos DB, older keys',
    {
      kinds: ['azure-cosmos-key'],
      account: (seed) => ({
        id: { value: `https://${name(seed)}.documents.azure.com:443/` },
        secret: { value: `${sample('alnum', 86, seed)}==` },
        shows: name(seed),
      }),
    },
  ],
  [
    'Azure Batch',
    {
      kinds: ['azure-batch-key'],
      account: (seed) => ({
        id: { value: `https://${name(seed)}.westeurope.batch.azure.com` },
        secret: { value: `${sample('alnum', 86, seed)}==` },
        shows: name(seed),
      }),
    },
  ],
  [
    'Azure Storage',
    {
      kinds: ['azure-storage-key'],
      account: (seed) => ({
        id: { value: `https://${name(seed)}.blob.core.windows.net` },
        secret: { value: `${sample('alnum', 86, seed)}==` },
        shows: name(seed),
      }),
    },
  ],
  [
    'Azure Storage, keys by name',
    {
      kinds: ['azure-storage-key'],
      account: (seed) => ({
        id: { key: 'accountName', value: name(seed) },
        secret: { key: 'accountKey', value: `${sample('alnum', 86, seed)}==` },
      }),
    },
  ],
  [
    'Azure shared access signature',
    {
      kinds: ['azure-sas'],
      account: (seed) => ({
        id: { value: `https://${name(seed)}.blob.core.windows.net/photos` },
        secret: {
          value: `sv=2023-01-03&ss=b&srt=sco&sp=rwdl&se=2099-01-01T00:00:00Z&sig=${encodeURIComponent(`${sample('alnum', 43, seed)}=`)}`,
        },
        shows: name(seed),
      }),
    },
  ],
  [
    'Microsoft Entra ID',
    {
      kinds: ['azure-ad-client-secret'],
      account: (seed) => ({
        id: { value: `https://login.microsoftonline.com/${uuid(seed)}/oauth2/v2.0/token` },
        secret: { key: 'clientSecret', value: `xT${seed % 10}8Q~${sample('alnum', 34, seed)}` },
        shows: uuid(seed),
      }),
    },
  ],
  [
    'AppSync',
    {
      kinds: ['appsync'],
      account: (seed) => ({
        id: { value: `https://${sample('lower', 26, seed)}.appsync-api.eu-west-1.amazonaws.com/graphql` },
        secret: { value: `da2-${sample('lower', 26, seed + 50)}` },
        shows: sample('lower', 26, seed),
      }),
    },
  ],
  [
    'Cognito user pool',
    {
      kinds: ['cognito-user-pool'],
      account: (seed) => ({
        id: { value: `eu-west-1_${sample('alnum', 9, seed)}` },
        secret: { key: 'clientId', value: sample('base32', 26, seed) },
      }),
    },
  ],
  [
    'Supabase',
    {
      kinds: ['supabase', 'supabase-secret-key'],
      account: (seed) => ({
        id: { value: `https://${sample('lower', 20, seed)}.supabase.co` },
        secret: { value: `sb_secret_${sample('alnum', 31, seed)}` },
        shows: sample('lower', 20, seed),
      }),
    },
  ],
  [
    'Supabase, publishable keys',
    {
      kinds: ['supabase', 'supabase-publishable-key'],
      account: (seed) => ({
        id: { value: `https://${sample('lower', 20, seed)}.supabase.co` },
        secret: { value: `sb_publishable_${sample('alnum', 31, seed)}` },
        shows: sample('lower', 20, seed),
      }),
    },
  ],
  [
    'Parse',
    {
      kinds: ['parse'],
      account: (seed) => ({
        id: { value: `https://${name(seed)}.b4a.io` },
        secret: { key: 'clientKey', value: sample('alnum', 40, seed) },
        shows: name(seed),
      }),
    },
  ],
  [
    'Google service account',
    {
      kinds: ['google-service-account'],
      account: (seed) => ({
        id: { value: `worker@${name(seed)}.iam.gserviceaccount.com` },
        secret: { value: pem(seed) },
      }),
    },
  ],
  [
    'Firebase project',
    {
      kinds: ['firebase-project'],
      account: (seed) => ({
        id: { value: `1:${90_000_000 + seed}123:android:${sample('hex', 22, seed)}` },
        secret: { value: `AIza${sample('alnum', 35, seed)}` },
        shows: `${90_000_000 + seed}123`,
      }),
    },
  ],
];

function mentionsIn(row: readonly Neighbour[], kinds: readonly string[]): readonly Found[] {
  const definitions = BACKENDS.filter(({ kind }) => kinds.includes(kind));
  return row.flatMap((one, self) => {
    const around = row
      .map((other, index) => ({ ...other, at: index - self }))
      .filter(({ at }) => at !== 0)
      .sort((left, right) => Math.abs(left.at) - Math.abs(right.at));
    const text: Text = { ...one, place: { origin: 'artifact', path: 'x' }, around: () => around };
    return definitions.flatMap(({ recognise }) => [...recognise(text)].map((mention) => [one, mention] as const));
  });
}

type Found = readonly [Neighbour, Mention];

/** A mention is of an account if it holds a mark of its id or secret; one without the id if it stands in the id's text. */
function holds([text, mention]: Found, { id, secret, shows = id.value }: Account, linked: boolean): boolean {
  const said = JSON.stringify(mention);
  return said.includes(shows) || said.includes(secretMark(secret.value)) || (!linked && text.value === id.value);
}

/** A part that escapes and encodings leave alone. */
function secretMark(value: string): string {
  return /[A-Za-z0-9]{16,}/g.exec(value.replace(/^-----[A-Z ]+-----\s|^sv=.*sig=/, ''))?.[0] ?? value;
}

describe.each(KINDS)('two accounts of %s', (_, { kinds, account, linked = true }) => {
  const [one, two] = [account(1), account(2)];
  const crosses = (found: Found) => holds(found, one, linked) && holds(found, two, linked);

  it.each([
    ['id first', [one.id, one.secret, two.id, two.secret]],
    ['secret first', [one.secret, one.id, two.secret, two.id]],
    ['with other strings between', [{ value: 'a' }, one.id, one.secret, { value: 'b' }, two.id, two.secret]],
  ])('%s: each keeps its own', (_order, row) => {
    const found = mentionsIn(row, kinds);
    expect(found.filter(crosses)).toEqual([]);
    for (const { id, secret, shows = id.value } of [one, two]) {
      const own = found.filter(
        ([text, mention]) =>
          JSON.stringify(mention).includes(secretMark(secret.value)) &&
          (linked ? JSON.stringify(mention).includes(shows) : text.value === id.value),
      );
      expect(own.length).toBeGreaterThan(0);
    }
  });

  it.each([
    ['ids first', [one.id, two.id, one.secret, two.secret]],
    ['ids first, secrets the other way round', [one.id, two.id, two.secret, one.secret]],
    ['ends outwards', [one.secret, one.id, two.id, two.secret]],
    ['one without a secret', [one.id, two.id, two.secret]],
  ])('%s: none gets the other’s', (_order, row) => {
    expect(mentionsIn(row, kinds).filter(crosses)).toEqual([]);
  });
});
