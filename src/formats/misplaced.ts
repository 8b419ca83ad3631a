/** A kind of file that has no place in an app. What it means to ship one is said by the rule of the same name. */
export type Misplaced =
  | 'terraform-state'
  | 'service-account-key'
  | 'private-key'
  | 'keystore'
  | 'source-map'
  | 'env-file'
  | 'cloud-credentials'
  | 'database-dump';

const HEAD = 4_096;
const PRIVATE_KEY = /-----BEGIN (?:RSA |EC |DSA |OPENSSH |ENCRYPTED |PGP )?PRIVATE KEY(?: BLOCK)?-----/;
/** DER of a PKCS #12 file: SEQUENCE of version 3 and a ContentInfo (RFC 7292, section 4). */
const PKCS12 = /^\x30[\x80-\x84][\s\S]{0,4}\x02\x01\x03\x30/;

/** One of them stands in every content that tells by itself, without name or first bytes, what it is; case is ignored. */
export const CONTENT_ANCHORS: readonly string[] = [
  '"terraform_version"',
  '"service_account"',
  'PRIVATE KEY-----',
  'PRIVATE KEY BLOCK',
  'aws_secret_access_key',
  '"authorized_user"',
];

const NAMES =
  /(?:\.(?:tfstate(?:\.backup)?|p12|pfx|jks|keystore|bks|map|json|sql)|(?:^|\/)\.env(?:\.[\w-]{1,40})?|(?:^|\/)\.aws\/credentials)$/i;

/** False for most files: neither name nor first bytes are of a misplaced one; its content may still hold an anchor. */
export function mayBeMisplaced(name: string, head: Buffer): boolean {
  const first = head.length < 2 ? 0 : head.readUInt16BE(0);
  return first === JAVA_KEYSTORE || first === JAVA_KEYSTORE_EXTENDED || first === POSTGRES_DUMP || NAMES.test(name);
}

/** What spares most files even that question. */
export const MISPLACED_HINT = { begins: ['\xfe\xed', '\xce\xce', 'PG'], names: NAMES };

/** First two bytes of FE ED FE ED (JKS), CE CE CE CE (JCEKS) and PGDMP. */
const JAVA_KEYSTORE = 0xfeed;
const JAVA_KEYSTORE_EXTENDED = 0xcece;
const POSTGRES_DUMP = 0x5047;

/**
 * `name` is the entry's path, `head` its first bytes (some 4 KiB, if there are). Pure; undefined for what may ship. Public
 * parts, such as certificates and trust stores that hold nothing else, are let go where the content tells.
 */
export function misplaced(name: string, head: Buffer): Misplaced | undefined {
  return kindOf(name.toLowerCase(), head.subarray(0, HEAD).toString('latin1'));
}

function kindOf(name: string, content: string): Misplaced | undefined {
  const file = name.slice(name.lastIndexOf('/') + 1);
  if (isTerraformState(file, content)) return 'terraform-state';
  if (isServiceAccount(content)) return 'service-account-key';
  if (PRIVATE_KEY.test(content)) return 'private-key';
  if (isKeystore(file, content)) return 'keystore';
  if (isSourceMap(file, content)) return 'source-map';
  if (isEnvFile(file, content)) return 'env-file';
  if (isCloudCredentials(name, content)) return 'cloud-credentials';
  return isDump(file, content) ? 'database-dump' : undefined;
}

function isTerraformState(file: string, content: string): boolean {
  const named = /\.tfstate(?:\.backup)?$/.test(file);
  return (
    (named && content.trimStart().startsWith('{')) ||
    (content.includes('"terraform_version"') && content.includes('"lineage"'))
  );
}

/** Google's key files, also with the members in another order. */
function isServiceAccount(content: string): boolean {
  return content.includes('"private_key"') && /"type"\s{0,10}:\s{0,10}"service_account"/.test(content);
}

function isKeystore(file: string, content: string): boolean {
  const java = content.startsWith('\xfe\xed\xfe\xed') || content.startsWith('\xce\xce\xce\xce');
  if (java) return holdsJavaKey(content);
  return /\.(?:p12|pfx|jks|keystore|bks)$/.test(file) && PKCS12.test(content);
}

/** JKS: magic, version, count, then entries; tag 1 is a private key, 2 a certificate, 3 a secret key. A trust store has only 2. */
function holdsJavaKey(content: string): boolean {
  return content.length >= 16 && content.charCodeAt(15) !== 2;
}

function isSourceMap(file: string, content: string): boolean {
  if (!/\.(?:map|json)$/.test(file)) return false;
  return /"version"\s{0,10}:\s{0,10}3\b/.test(content) && /"(?:mappings|sources|sections|file)"/.test(content);
}

function isEnvFile(file: string, content: string): boolean {
  const named = /^\.env(?:\.[\w-]{1,40})?$/.test(file) && !/\.(?:example|sample|template|dist)$/.test(file);
  return named && /^\s{0,100}(?:export\s{1,10})?\w{1,100}\s{0,10}=/m.test(content);
}

function isCloudCredentials(name: string, content: string): boolean {
  if (/(?:^|\/)\.aws\/credentials$/.test(name)) return true;
  if (/aws_secret_access_key\s{0,10}=/.test(content) && /^\s{0,100}\[[^\]\n]{1,100}\]/m.test(content)) return true;
  return content.includes('"refresh_token"') && /"type"\s{0,10}:\s{0,10}"authorized_user"/.test(content);
}

function isDump(file: string, content: string): boolean {
  if (content.startsWith('PGDMP')) return true;
  return file.endsWith('.sql') && /^-- (?:MySQL dump|PostgreSQL database dump|MariaDB dump)/m.test(content);
}
