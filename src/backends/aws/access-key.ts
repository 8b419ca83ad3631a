import type { Text } from '../../model.ts';
import { entropy, matchesOf, percentDecoded, plainJson } from '../../shared/grammar.ts';
import type { BackendDefinition, Mention } from '../backend.ts';
import { pieces } from '../shared-examples.ts';
import { credentialMention } from '../shared-mentions.ts';
import { credentialRule } from '../shared-rules.ts';

/**
 * Ids are base32 (docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html lists the prefixes). An id inside a
 * presigned URL belongs to that URL.
 */
const ID = /(?<![A-Za-z0-9]|X-Amz-Credential=|AWSAccessKeyId=)(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Za-z0-9])/g;
const SECRET = /(?<![A-Za-z0-9/+])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])/g;
const SECRET_ALONE = /^[A-Za-z0-9/+]{40}$/;

/** How far from its id a secret may stand in one text, in characters: five lines of a config file. */
const REACH = 500;

function isId(id: string): boolean {
  return entropy(id) >= 3 && !/EXAMPLE|FAKE|DUMMY|SAMPLE|XXXX/.test(id);
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

function* recognise(text: Text): Generator<Mention> {
  const value = plainJson(text.value);
  const seen = new Set<string>();
  for (const match of matchesOf(ID, value)) {
    const id = match[0];
    if (seen.has(id) || !isId(id)) continue;
    seen.add(id);
    const secret = secretNear(value, match.index) ?? secretAround(text);
    const mention = secret === undefined ? alone(text, id) : pair(text, id, secret);
    if (mention !== undefined) yield mention;
  }
}

function secretNear(value: string, at: number): string | undefined {
  const start = Math.max(0, at - REACH);
  const window = percentDecoded(value.slice(start, at + REACH));
  const found = [...window.matchAll(SECRET)].filter((match) => isSecret(match[0]));
  const middle = at - start;
  return found.sort((left, right) => Math.abs(left.index - middle) - Math.abs(right.index - middle))[0]?.[0];
}

/** A neighbour that is named a secret, else the nearest that looks like one. */
function secretAround(text: Text): string | undefined {
  const candidates = (text.around?.() ?? []).filter((one) => SECRET_ALONE.test(one.value) && isSecret(one.value));
  const named = candidates.find((one) => /secret/i.test(one.key ?? ''));
  return (named ?? candidates[0])?.value;
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

/** An id without a secret opens nothing; it only says that a long-term key is or was used. */
function alone(text: Text, id: string): Mention | undefined {
  if (!id.startsWith('AKIA')) return undefined;
  return credentialMention(text, {
    kind: 'aws-access-key',
    secret: id,
    ...identity(id),
    grade: 'restricted',
    why: 'Only the key’s id was found; without its secret it opens nothing.',
    rule: 'aws-access-key-id',
  });
}

const KEYS_GUIDE = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html';
const exampleId = pieces('AKIA', 'QNZGKIQY56JQ7WML');
const exampleSecret = pieces('x9Tq2Lw7Vb4Nz8', 'Kc1Rf6Yh3Jd5Gm0Ps', '/aQ+eUiOv');
const sessionId = pieces('ASIA', 'QNZGKIQY56JQ7WML');

export const awsAccessKey: BackendDefinition = {
  kind: 'aws-access-key',
  title: 'AWS access key',
  provider: 'aws',
  type: 'credential',
  docs: [KEYS_GUIDE, 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html'],
  anchors: ['AKIA', 'ASIA', 'ABIA', 'ACCA'],
  examples: [
    { text: `${exampleId}:${exampleSecret}`, gives: ['aws-access-key'], why: 'id and secret in one string' },
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
    { text: exampleId, gives: ['aws-access-key'], why: 'an id alone is listed as low' },
    {
      text: 'AKIAIOSFODNN7EXAMPLE:wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
      gives: [],
      why: 'the documentation’s key',
    },
    { text: 'AKIAI44QH8DHBEXAMPLE', gives: [], why: 'the documentation’s other key' },
    { text: pieces('AKIA', 'AAAAAAAAAAAAAAAA'), gives: [], why: 'not random' },
    { text: `X${exampleId}`, gives: [], why: 'end of a longer word' },
    { text: `${exampleId}Q2`, gives: [], why: 'too long' },
    { text: pieces('AROA', 'QNZGKIQY56JQ7WML'), gives: [], why: 'id of a role, not a key' },
    { text: sessionId, gives: [], why: 'a temporary id without its secret is worth nothing' },
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
