import type { Provider } from '../../model.ts';
import type { BackendDefinition, Example } from '../backend.ts';
import { sample } from '../samples.ts';
import { keyDefinition } from '../services/key-definition.ts';

const SECRET_NAMES = ['secret_access_key', 'secret_key', 'access_key_secret'];
const ID_NAMES = ['access_key_id', 'access_key'];

/**
 * S3 keys in hexadecimal digits: neither id nor secret shows whose it is, so they count beside the store's address, the
 * secret with an id of 32 digits near it, and under names that say the store.
 */
function hmacKey(given: {
  readonly kind: string;
  readonly title: string;
  readonly provider: Provider;
  readonly docs: string;
  readonly host: string;
  readonly prefixes: readonly string[];
  readonly digits: number;
  readonly revoke: string;
  readonly examples: readonly Example[];
}): BackendDefinition {
  const withPrefix = (names: readonly string[]) => given.prefixes.flatMap((prefix) => names.map((one) => prefix + one));
  const says = new RegExp(`^(?:${given.prefixes.join('|')})`, 'i');
  return keyDefinition({
    kind: given.kind,
    title: given.title,
    provider: given.provider,
    docs: [given.docs],
    anchors: [given.host],
    form: `[0-9a-f]{${given.digits}}`,
    beside: true,
    named: { names: withPrefix(SECRET_NAMES), form: new RegExp(`^[0-9a-f]{${given.digits}}$`) },
    owner: {
      // Not the account in the store's own address.
      form: /(?<![A-Za-z0-9])[0-9a-f]{32}(?![A-Za-z0-9.])/g,
      named: { names: [...ID_NAMES, ...withPrefix(ID_NAMES)], form: /^[0-9a-f]{32}$/ },
    },
    judge: (_, text, id) =>
      id === undefined && !says.test(text.key ?? '')
        ? undefined
        : {
            grade: 'privileged',
            why: 'It signs requests with all rights of the key: as a rule to read and to erase every object of a bucket.',
            rule: given.kind,
          },
    examples: given.examples,
    rules: [
      {
        id: given.kind,
        title: `${given.title} ships with the app`,
        severity: 'critical',
        meaning:
          'Whoever unpacks the app can read, replace and erase what is in the buckets that the key opens, uploads of all your users included.',
        knows: 'Id and secret stand beside the store’s address, or the secret under a name that says the store.',
        revoke: given.revoke,
        instead: 'Let your server sign addresses for single objects that end within minutes.',
        references: [given.docs],
      },
    ],
  });
}

function examplesOf(kind: string, digits: number, host: string, name: string): readonly Example[] {
  const id = sample('hex', 32);
  const secret = sample('hex', digits, 2);
  const address = `https://${host}`;
  return [
    {
      text: address,
      key: 'endpoint',
      around: [
        { key: 'accessKeyId', value: id, at: 1 },
        { key: 'secretAccessKey', value: secret, at: 2 },
      ],
      gives: [kind],
      why: 'options of an S3 client',
    },
    {
      text: address,
      around: [
        { value: id, at: 1 },
        { value: secret, at: 2 },
      ],
      gives: [kind],
      why: 'strings in code, without names',
    },
    { text: secret, key: name, gives: [kind], why: 'the name says the store' },
    { text: address, around: [{ value: secret, at: 1 }], gives: [], why: 'a hash of anything: no id beside it' },
    { text: secret, key: 'secretAccessKey', gives: [], why: 'a key of any store' },
    { text: address, gives: [], why: 'an address without a key' },
    { text: 'YOUR_SECRET_ACCESS_KEY', key: name, gives: [], why: 'a placeholder' },
  ];
}

export const ibmCosKey = hmacKey({
  kind: 'ibm-cos-key',
  title: 'IBM Cloud Object Storage HMAC key',
  provider: 'other',
  docs: 'https://cloud.ibm.com/docs/cloud-object-storage?topic=cloud-object-storage-uhc-hmac-credentials-main',
  host: '.cloud-object-storage.',
  prefixes: ['ibm_', 'cos_', 'ibm_cos_', 'cos_hmac_'],
  digits: 48,
  revoke: 'Delete the service credential that holds the key: ibmcloud resource service-key-delete NAME.',
  examples: examplesOf('ibm-cos-key', 48, 's3.eu-de.cloud-object-storage.appdomain.cloud', 'COS_SECRET_ACCESS_KEY'),
});

/** The secret is the SHA-256 of an API token, the id that of the token (the page below). */
export const cloudflareR2Key = hmacKey({
  kind: 'cloudflare-r2-key',
  title: 'Cloudflare R2 access key',
  provider: 'cloudflare',
  docs: 'https://developers.cloudflare.com/r2/api/tokens/',
  host: '.r2.cloudflarestorage.com',
  prefixes: ['r2_', 'cloudflare_', 'cloudflare_r2_', 'cf_r2_'],
  digits: 64,
  revoke: 'Delete the API token in the Cloudflare dashboard under R2, Manage API tokens.',
  examples: examplesOf(
    'cloudflare-r2-key',
    64,
    '0a1b2c3d4e5f60718293a4b5c6d7e8f9.r2.cloudflarestorage.com',
    'R2_SECRET_ACCESS_KEY',
  ),
});
