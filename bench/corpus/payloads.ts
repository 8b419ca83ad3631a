import { createHash } from 'node:crypto';

/** What is planted: a backend or a credential, distinct for each word. */
export interface Payload {
  /** What stands in a place. */
  text(word: string): string;
  /** The same under the names that documentation gives it, the first the one that is reported. */
  named(word: string): Readonly<Record<string, string>>;
  /** Where a host alone may stand. */
  host(word: string): string;
  /** Where the name of a bucket alone may stand. */
  name(word: string): string;
  /** As path behind a host, where the service has that form. */
  path(word: string): string;
  /** The same in the form of Cloud Storage for Firebase. */
  storage(word: string): string;
  /** What stands in exactly so many bytes. */
  fit(word: string, length: number): string;
  /** Id in the report, and that of `storage`. */
  id(word: string): string;
  storageId(word: string): string;
  /** What a plain search has to look for in the bytes. */
  needle(word: string): string;
  /** Backends that a credential names beside itself. */
  also(word: string): readonly string[];
}

const bucket = (word: string) => `acme-${word}`;

const BUCKET: Payload = {
  text: (word) => `https://${BUCKET.host(word)}/`,
  named: (word) => ({ s3_bucket_url: BUCKET.text(word) }),
  host: (word) => `${bucket(word)}.s3.eu-west-1.amazonaws.com`,
  name: bucket,
  path: (word) => `https://s3.eu-west-1.amazonaws.com/${bucket(word)}/a`,
  storage: (word) => `${bucket(word)}.appspot.com`,
  fit: (word, length) => `https://${bucket(word)}.s3.amazonaws.com/`.padEnd(length, 'x'),
  id: (word) => `s3:${bucket(word)}`,
  storageId: (word) => `gcs:${bucket(word)}.appspot.com`,
  needle: bucket,
  also: () => [],
};

interface Secret {
  readonly text: string;
  readonly kind: string;
  readonly named: Readonly<Record<string, string>>;
  /** By which the report tells one credential from another. */
  readonly secret: string;
  /** The part that a scanner has to print; the text if absent. */
  readonly needle?: string;
  readonly also?: readonly string[];
}

/** As the report names it. */
function credentialId({ kind, secret }: Pick<Secret, 'kind' | 'secret'>): string {
  return `${kind}:${createHash('sha256').update(secret).digest('hex').slice(0, 12)}`;
}

/** A credential stands everywhere as it is; all of one kind have the same length. */
function credential(make: (word: string) => Secret): Payload {
  const text = (word: string) => make(word).text;
  const id = (word: string) => credentialId(make(word));
  const fit = (word: string, length: number) => {
    if (text(word).length !== length) throw new Error(`a credential of another length than ${length}: ${word}`);
    return text(word);
  };
  const needle = (word: string) => make(word).needle ?? text(word);
  const also = (word: string) => make(word).also ?? [];
  const named = (word: string) => make(word).named;
  return { text, named, host: text, name: text, path: text, storage: text, fit, id, storageId: id, needle, also };
}

const DIGITS = '0123456789';
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const ALPHANUMERIC = `${LOWER}${LOWER.toUpperCase()}${DIGITS}`;

/** So many letters that look random and are the same on every run. */
function letters(seed: string, alphabet: string, count: number): string {
  const bytes = Array.from({ length: Math.ceil(count / 32) }, (_, turn) =>
    createHash('sha256').update(`${seed} ${turn}`).digest(),
  );
  return [...Buffer.concat(bytes).subarray(0, count)].map((byte) => alphabet[byte % alphabet.length]).join('');
}

function base64url(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

export interface AwsKey {
  readonly id: string;
  readonly secret: string;
  /** In the report. */
  readonly reported: string;
}

export function awsKey(word: string): AwsKey {
  const secret = letters(`${word} secret`, `${ALPHANUMERIC}/+`, 40);
  return {
    id: `AKIA${letters(`${word} id`, `${LOWER.toUpperCase()}234567`, 16)}`,
    secret,
    reported: credentialId({ kind: 'aws-access-key', secret }),
  };
}

const CREDENTIALS = {
  /** Id and secret in one string. */
  aws: credential((word) => {
    const { id, secret } = awsKey(word);
    const named = { aws_access_key_id: id, aws_secret_access_key: secret };
    return { text: `${id}:${secret}`, kind: 'aws-access-key', named, secret, needle: id };
  }),
  google: credential((word) => {
    const text = `AIzaSy${letters(word, `${ALPHANUMERIC}_-`, 33)}`;
    return { text, kind: 'google-api-key', named: { google_maps_api_key: text }, secret: text };
  }),
  stripe: credential((word) => {
    const text = ['sk', 'live', letters(word, ALPHANUMERIC, 24)].join('_');
    return { text, kind: 'stripe-key', named: { stripe_secret_key: text }, secret: text };
  }),
  azure: credential((word) => {
    const account = `acme${letters(`${word} account`, `${LOWER}${DIGITS}`, 12)}`;
    const key = Buffer.from(letters(word, ALPHANUMERIC, 64)).toString('base64');
    const text = `DefaultEndpointsProtocol=https;AccountName=${account};AccountKey=${key};EndpointSuffix=core.windows.net`;
    const named = { azure_storage_connection_string: text };
    return { text, kind: 'azure-storage-key', named, secret: key, needle: key, also: [`azure-blob:${account}`] };
  }),
  supabase: credential((word) => {
    const ref = letters(word, LOWER, 20);
    const facts = { iss: 'supabase', ref, role: 'service_role', iat: 1_700_000_000, exp: 2_015_576_000 };
    const signature = `${letters(`${word} signature`, ALPHANUMERIC, 42)}A`;
    const text = `${base64url({ alg: 'HS256', typ: 'JWT' })}.${base64url(facts)}.${signature}`;
    const named = { supabase_service_role_key: text };
    return { text, kind: 'supabase-service-role-key', named, secret: text, also: [`supabase:${ref}`] };
  }),
};

export const PAYLOADS: Readonly<Record<string, Payload>> = { bucket: BUCKET, ...CREDENTIALS };
