import type { Access, Audience, Evidence, Grade, Operation, Owner, Sensitivity, Severity } from '../model.ts';

/** The words in which every report speaks, so that comment, page and terminal say the same. */

export const AUDIENCES: readonly Audience[] = ['anyone', 'any-account', 'app-holder'];

export const AUDIENCE_WORDS: Readonly<Record<Audience, string>> = {
  anyone: 'Anyone on the internet',
  'any-account': 'Anyone who signs up',
  'app-holder': 'Anyone who unpacks the app',
};

export const EVIDENCE_WORDS: Readonly<Record<Evidence, string>> = {
  observed: 'a live request saw it',
  declared: 'the repository’s config says it',
  implied: 'a shipped credential grants it',
  shipped: 'the app names it',
};

export const SEVERITY_MARKS: Readonly<Record<Severity, string>> = {
  critical: '🔴',
  high: '🟠',
  medium: '🟡',
  low: '🔵',
  note: '⚪',
};

export const OWNER_WORDS: Readonly<Record<Owner, string>> = {
  yours: 'yours',
  'third-party': 'third party',
  unknown: 'owner unknown',
};

export const GRADE_WORDS: Readonly<Record<Grade, string>> = {
  public: 'public by design',
  restricted: 'restricted',
  privileged: 'privileged',
  administrative: 'administrative',
};

export const SENSITIVITY_WORDS: Readonly<Record<Sensitivity, string>> = {
  identity: 'personal data',
  credentials: 'credentials',
  health: 'health data',
  payment: 'payment data',
  photos: 'photos',
  location: 'locations',
  messages: 'messages',
  'server-config': 'server configuration',
  unknown: 'unknown data',
};

const VERBS: Readonly<Record<Operation, string>> = {
  list: 'list',
  read: 'read',
  create: 'add to',
  overwrite: 'overwrite',
  delete: 'erase',
  administer: 'administer',
};

/** What makes a weaker word needless. */
const COVERED_BY: Readonly<Partial<Record<Operation, Operation>>> = { list: 'read', create: 'overwrite' };

/** `read, overwrite and erase`. */
export function operationsInWords(can: readonly Operation[]): string {
  const order: readonly Operation[] = ['list', 'read', 'create', 'overwrite', 'delete', 'administer'];
  const told = order.filter((operation) => {
    const stronger = COVERED_BY[operation];
    return can.includes(operation) && (stronger === undefined || !can.includes(stronger));
  });
  return joinWords(told.map((operation) => VERBS[operation]));
}

/** `a, b and c`. */
export function joinWords(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** `1 finding`, `3 findings`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** The widest audience among accesses and all it can do; undefined if there is no access. */
export function widestAccess(accesses: readonly Access[]): { audience: Audience; can: Operation[] } | undefined {
  const audience = AUDIENCES.find((candidate) => accesses.some((access) => access.audience === candidate));
  if (audience === undefined) return undefined;
  const can = new Set(accesses.filter((access) => access.audience === audience).flatMap((access) => access.can));
  return can.size === 0 ? undefined : { audience, can: [...can] };
}

/** `Anyone on the internet can read and erase`. */
export function accessInWords(accesses: readonly Access[]): string | undefined {
  const widest = widestAccess(accesses);
  if (widest === undefined) return undefined;
  return `${AUDIENCE_WORDS[widest.audience]} can ${operationsInWords(widest.can)}`;
}

const KINDS: Readonly<Record<string, string>> = {
  s3: 'S3',
  gcs: 'Cloud Storage',
  appsync: 'AppSync',
  dynamodb: 'DynamoDB',
  firestore: 'Firestore',
  supabase: 'Supabase',
  'firebase-database': 'Firebase Realtime Database',
  'azure-blob': 'Azure Blob Storage',
  'azure-sas': 'Azure shared access signature',
  'cognito-identity-pool': 'Cognito identity pool',
  'cognito-user-pool': 'Cognito user pool',
  'cloud-functions': 'Cloud Functions',
  'cloud-run': 'Cloud Run',
  'firebase-hosting': 'Firebase Hosting',
  'lambda-url': 'Lambda function URL',
};

const NAMES: Readonly<Record<string, string>> = {
  aws: 'AWS',
  gcp: 'GCP',
  api: 'API',
  appsync: 'AppSync',
  fcm: 'FCM',
  url: 'URL',
  oauth: 'OAuth',
  oci: 'OCI',
  openai: 'OpenAI',
  github: 'GitHub',
  gitlab: 'GitLab',
  sendgrid: 'SendGrid',
  onesignal: 'OneSignal',
  sas: 'SAS',
  sql: 'SQL',
  google: 'Google',
  azure: 'Azure',
  firebase: 'Firebase',
  supabase: 'Supabase',
  cloudflare: 'Cloudflare',
  digitalocean: 'DigitalOcean',
  alibaba: 'Alibaba',
  tencent: 'Tencent',
  oracle: 'Oracle',
  mongodb: 'MongoDB',
  r2: 'R2',
  s3: 'S3',
};

/** A kind as a reader knows it: `s3` → `S3`, `azure-storage-key` → `Azure storage key`. */
export function kindInWords(kind: string): string {
  const known = KINDS[kind];
  if (known !== undefined) return known;
  const words = kind.split('-').map((word) => NAMES[word] ?? word);
  const sentence = words.join(' ');
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** The first sentence, without its full stop. */
export function firstSentence(text: string): string {
  const end = text.search(/[.!?](?:\s|$)/);
  return end === -1 ? text : text.slice(0, end);
}

/** `12.3 MB`; decimal units. */
export function bytesInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(1)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
