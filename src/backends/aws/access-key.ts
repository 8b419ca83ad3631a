import type { Text } from '../../model.ts';
import { entropy, matchesOf, percentDecoded, plainJson } from '../../shared/grammar.ts';
import type { BackendDefinition, Mention } from '../backend.ts';
import { compileNames, valuesUnder } from '../names.ts';
import { likeliest, type Pairing, partnersAt } from '../pairing.ts';
import { around } from '../recognition.ts';
import { pieces } from '../shared-examples.ts';
import { credentialMention } from '../shared-mentions.ts';
import { credentialRule } from '../shared-rules.ts';

/**
 * Ids are base32 (docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html lists the prefixes). An id inside a
 * presigned URL belongs to that URL.
 */
const ID = /(?<![A-Za-z0-9]|X-Amz-Credential=|AWSAccessKeyId=)(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Za-z0-9])/g;
const ID_ALONE = /^(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}$/;
const ID_OR_SECRET = new RegExp(`${ID.source}|(?<![A-Za-z0-9/+])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])`, 'g');
/** Where literals stand side by side: by their lengths. */
const ID_WITHIN = /(?<!X-Amz-Credential=|AWSAccessKeyId=)(?:AKIA|ASIA)[A-Z2-7]{16}/g;
const ID_OR_SECRET_WITHIN = new RegExp(`${ID_WITHIN.source}|(?<![A-Za-z0-9/+])[A-Za-z0-9/+]{40}`, 'g');
const SECRET_ALONE = /^[A-Za-z0-9/+]{40}$/;

/** Names that say AWS themselves: a secret under one of them is one, wherever its id may be. */
const SECRET_NAMES = compileNames(
  [
    'aws_secret_access_key',
    'aws_secret_key',
    'aws_secret',
    'aws_s3_secret_key',
    's3_secret_access_key',
    's3_secret_key',
  ],
  SECRET_ALONE,
);

function isId(id: string): boolean {
  return entropy(id) >= 2 && !/EXAMPLE|FAKE|DUMMY|SAMPLE|XXXX/.test(id);
}

/** Words begin with ASIA and with ACCA, and 3 % of all ids hold no digit. */
function isWord(id: string): boolean {
  return /^(?:ASIA|ACCA)[A-Z]+$/.test(id);
}

/** Of all ids 1 in 4,000 repeats letters as often as a made-up one does: a secret beside it tells them apart, and an id from a word. */
function isToldAlone(id: string): boolean {
  return !isWord(id) && entropy(id) >= 3;
}

/** Random base64 of 30 bytes: no hash in hexadecimal, no class name, no path. */
function isSecret(value: string): boolean {
  if (/EXAMPLE|example|^[a-f0-9]{40}$|^[A-F0-9]{40}$/.test(value)) return false;
  return /[A-Z]/.test(value) && /[a-z]/.test(value) && /\d/.test(value) && entropy(value) >= 4.25;
}

/** The account that a key id belongs to; undefined for ids of the old form, whose fifth character is I or J. */
export function accountOf(id: string): string | undefined {
  const encoded = id.slice(4);
  if (/^[IJ]/.test(encoded)) return undefined;
  let bits = 0n;
  for (const character of encoded) bits = bits * 32n + BigInt('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(character));
  const first48 = bits >> 32n;
  return ((first48 & 0x7fffffffff80n) >> 7n).toString().padStart(12, '0');
}

function* recognise(given: Text): Generator<Mention> {
  const text = { ...given, value: percentDecoded(plainJson(given.value)) };
  const seen = new Set<string>();
  const [ids, tokens] = text.runTogether === true ? [ID_WITHIN, ID_OR_SECRET_WITHIN] : [ID, ID_OR_SECRET];
  for (const match of matchesOf(ids, text.value)) {
    const id = match[0];
    if (seen.has(id) || !isId(id)) continue;
    // Among literals without a border much looks like a secret.
    if (text.runTogether === true && isWord(id)) continue;
    const secret = likeliest(partnersAt(text, match.index, tokens, pairingOf(id)));
    if (secret === undefined && !isToldAlone(id)) continue;
    seen.add(id);
    yield secret === undefined ? alone(text, id) : pair(text, id, secret);
  }
  if (seen.size > 0) return;
  const secrets = new Set(valuesUnder(SECRET_NAMES, text).filter(isSecret));
  // Asked last: what looks like the beginning of an id stands in every large piece of base64.
  if (secrets.size === 0 || standsBesideId(text)) return;
  for (const secret of secrets) yield secretAlone(text, secret);
}

function pairingOf(id: string): Pairing {
  return {
    self: id,
    same: ({ value }) => (ID_ALONE.test(value) && isId(value) ? value : undefined),
    partner: ({ value }) => (SECRET_ALONE.test(value) && isSecret(value) ? value : undefined),
  };
}

/** The pair is told where its id stands. */
function standsBesideId(text: Text): boolean {
  return around(text).some(({ value }) => ID_ALONE.test(value) && isId(value));
}

function identity(id: string): { subject?: string; details: Record<string, string> } {
  const account = accountOf(id);
  return account === undefined ? { details: {} } : { subject: `account ${account}`, details: { account } };
}

function pair(text: Text, id: string, secret: string): Mention {
  const temporary = id.startsWith('ASIA');
  return credentialMention(text, {
    kind: 'aws-access-key',
    secret,
    ...identity(id),
    grade: temporary ? 'restricted' : 'privileged',
    why: temporary
      ? 'The id (ASIA…) marks temporary credentials: they end by themselves after hours, and need a session token.'
      : 'Id and secret stand together, so whoever unpacks the app is this IAM user or, if it is the account’s root key, the whole account.',
    rule: temporary ? 'aws-access-key-temporary' : 'aws-access-key',
  });
}

/** An id without a secret opens nothing; that of a long-term key only says that one is or was used. */
function alone(text: Text, id: string): Mention {
  const isLongTerm = id.startsWith('AKIA');
  return credentialMention(text, {
    kind: 'aws-access-key',
    secret: id,
    ...identity(id),
    grade: 'restricted',
    why: isLongTerm
      ? 'Only the key’s id was found; without its secret it opens nothing.'
      : 'Only the id of credentials that end by themselves was found; it opens nothing.',
    ...(isLongTerm ? { rule: 'aws-access-key-id' } : {}),
  });
}

function secretAlone(text: Text, secret: string): Mention {
  return credentialMention(text, {
    kind: 'aws-access-key',
    secret,
    grade: 'privileged',
    why: 'The secret stands under its name; its id was not found beside it, but no secret ships without one.',
    rule: 'aws-secret-access-key',
  });
}

const KEYS_GUIDE = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html';
const exampleId = pieces('AKIA', 'QNZGKIQY56JQ7WML');
const exampleSecret = pieces('x9Tq2Lw7Vb4Nz8', 'Kc1Rf6Yh3Jd5Gm0Ps', '/aQ+eUiOv');
/** As a random one may be. */
const repetitiveId = pieces('AKIA', 'Q2QKQ2QAQ4KQIK2Q');
const sessionId = pieces('ASIA', 'QNZGKIQY56JQ7WML');
/** 3 % of all ids hold no digit. */
const lettersAlone = pieces('ASIA', 'QNZGKIQYWXJQHWML');

export const awsAccessKey: BackendDefinition = {
  kind: 'aws-access-key',
  title: 'AWS access key',
  provider: 'aws',
  type: 'credential',
  docs: [KEYS_GUIDE, 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html'],
  anchors: ['AKIA', 'ASIA', 'ABIA', 'ACCA', ...SECRET_NAMES.anchors],
  keys: SECRET_NAMES.keys,
  examples: [
    { text: `${exampleId}:${exampleSecret}`, gives: ['aws-access-key'], why: 'id and secret in one string' },
    {
      text: `${repetitiveId}:${exampleSecret}`,
      gives: ['aws-access-key'],
      why: 'letters that repeat, but a secret beside them',
    },
    {
      text: exampleId,
      around: [{ key: 'secretKey', value: exampleSecret }],
      gives: ['aws-access-key'],
      why: 'the secret stands beside it',
    },
    {
      text: exampleId,
      around: [{ value: 'upload' }, { value: exampleSecret }],
      gives: ['aws-access-key'],
      why: 'the secret is a neighbour without a name',
    },
    {
      text: `aws_access_key_id = ${exampleId}\naws_secret_access_key = ${exampleSecret}`,
      gives: ['aws-access-key'],
      why: 'credentials file',
    },
    {
      text: `{"accessKeyId":"${exampleId}","secretAccessKey":"${exampleSecret}"}`,
      gives: ['aws-access-key'],
      why: 'JSON in one string',
    },
    {
      text: `key=${exampleId}&secret=${exampleSecret.replace('/', '%2F').replace('+', '%2B')}`,
      gives: ['aws-access-key'],
      why: 'percent-encoded secret',
    },
    {
      text: sessionId,
      around: [{ key: 'secretKey', value: exampleSecret }],
      gives: ['aws-access-key'],
      why: 'temporary credentials',
    },
    {
      text: `${lettersAlone}:${exampleSecret}`,
      gives: ['aws-access-key'],
      why: 'an id of a session without a digit, but a secret beside it',
    },
    {
      text: `upload${exampleId}:${exampleSecret}download`,
      runTogether: true,
      gives: ['aws-access-key'],
      why: 'between two literals of Go or Rust',
    },
    { text: exampleId, gives: ['aws-access-key'], why: 'an id alone is listed as low' },
    { text: sessionId, gives: ['aws-access-key'], why: 'the id of a session alone: inventory' },
    {
      text: pieces('ABIA', 'QNZGKIQYWXJQHWML'),
      gives: ['aws-access-key'],
      why: 'the id of a bearer token without a digit: no word begins so',
    },
    {
      text: exampleSecret,
      key: 'AWS_SECRET_ACCESS_KEY',
      gives: ['aws-access-key'],
      why: 'a secret under its name, its id elsewhere',
    },
    {
      text: 'AKIAIOSFODNN7EXAMPLE:wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
      gives: [],
      why: 'the documentation’s key',
    },
    { text: 'AKIAI44QH8DHBEXAMPLE', gives: [], why: 'the documentation’s other key' },
    { text: pieces('AKIA', 'AAAAAAAAAAAAAAAA'), gives: [], why: 'not random' },
    { text: repetitiveId, gives: [], why: 'not random enough to stand alone' },
    { text: `${pieces('AKIA', 'AAAAAAAAAAAAAAAA')}:${exampleSecret}`, gives: [], why: 'a placeholder before a secret' },
    { text: `X${exampleId}`, gives: [], why: 'end of a longer word' },
    { text: `${exampleId}Q2`, gives: [], why: 'too long' },
    { text: pieces('AROA', 'QNZGKIQY56JQ7WML'), gives: [], why: 'id of a role, not a key' },
    { text: 'ASIAPACIFICSOUTHEAST', gives: [], why: 'words in capitals' },
    {
      text: `ASIAPACIFICSOUTHEAST, ${exampleSecret}`,
      runTogether: true,
      gives: [],
      why: 'words in capitals among the literals of Go or Rust, where much looks like a secret',
    },
    {
      text: exampleSecret,
      key: 'AWS_SECRET_ACCESS_KEY',
      around: [{ value: exampleId, key: 'AWS_ACCESS_KEY_ID' }],
      gives: [],
      why: 'the pair is told where its id stands',
    },
    {
      text: pieces('0123456789abcdef01234567', '89abcdef01234567'),
      key: 'AWS_SECRET_ACCESS_KEY',
      gives: [],
      why: 'hexadecimal',
    },
    { text: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', key: 'aws_secret_key', gives: [], why: 'the documentation’s' },
    { text: 'AKIAB2C8D1E0F9GHIJKL', gives: [], why: 'base32 has no 0, 1, 8 and 9' },
    {
      text: `https://acme.s3.amazonaws.com/a?X-Amz-Credential=${exampleId}%2F20260101`,
      gives: [],
      why: 'belongs to a presigned URL',
    },
  ],
  recognise,
  rules: [
    credentialRule({
      id: 'aws-access-key',
      title: 'AWS access key with its secret ships in the app',
      severity: 'critical',
      meaning:
        'Whoever unpacks the app can act in your AWS account with all the rights of this key: read and erase buckets and tables, start machines at your cost, go further from there.',
      remediation: [
        'Deactivate and delete the key now: aws iam update-access-key --access-key-id ID --status Inactive, then delete-access-key. Shipped versions of the app stop working; that is the point.',
        'Look in CloudTrail for what was done with it, from when the first version shipped.',
        'Give the app short-lived credentials through a Cognito identity pool with a narrow role, or let your server sign what the app needs.',
      ],
      references: [KEYS_GUIDE, 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html'],
    }),
    credentialRule({
      id: 'aws-secret-access-key',
      title: 'Secret of an AWS access key ships in the app',
      severity: 'high',
      meaning:
        'Together with the key’s id, which the app needs as well, it lets whoever unpacks the app act in your AWS account with all the rights of the key.',
      remediation: [
        'Find the key that the secret belongs to, deactivate and delete it.',
        'Look in CloudTrail for what was done with it, from when the first version shipped.',
        'Give the app short-lived credentials through a Cognito identity pool with a narrow role, or let your server sign what the app needs.',
      ],
      references: [KEYS_GUIDE],
    }),
    credentialRule({
      id: 'aws-access-key-temporary',
      title: 'Temporary AWS credentials ship in the app',
      severity: 'low',
      meaning:
        'These credentials end after at most 36 hours, so they are likely dead; that they were built in shows that somebody’s session was copied into the app.',
      remediation: [
        'Remove them and find out how they came into the build.',
        'Revoke the role’s active sessions if they may still be valid.',
      ],
      references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp.html'],
    }),
    credentialRule({
      id: 'aws-access-key-id',
      title: 'Id of a long-term AWS access key ships in the app',
      severity: 'low',
      precision: 'medium',
      meaning:
        'An id alone opens nothing. Long-term keys do not belong in an app, though, and the secret may be put together at run time or lie where Ajar could not read.',
      remediation: [
        'Find where the app gets the secret from, and treat it as known if it is in the app in any form.',
        'Delete the key and use Cognito or your server.',
      ],
      references: [KEYS_GUIDE],
    }),
  ],
};
