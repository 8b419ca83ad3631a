import type { Text } from '../../model.ts';
import { matchesOf, plainJson } from '../../shared/grammar.ts';
import type { BackendDefinition, Mention } from '../backend.ts';
import { pieces } from '../shared-examples.ts';
import { credentialMention } from '../shared-mentions.ts';
import { credentialRule } from '../shared-rules.ts';
import { recogniseBuckets } from './s3-grammar.ts';

const PRESIGN = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-presigned-url.html';

const URL_WITH_QUERY = /https?:\/\/[^\s"'<>\\?]{4,1500}\?[^\s"'<>\\]{20,3000}/gi;

interface Signed {
  readonly signature: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

/** Signature V4: a date and seconds from it, at most a week. Signature V2: the second at which it ends, any year. */
function signedBy(query: URLSearchParams): Signed | undefined {
  const folded = new Map([...query].map(([name, value]) => [name.toLowerCase(), value]));
  const v4 = folded.get('x-amz-signature') ?? '';
  const date = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(folded.get('x-amz-date') ?? '');
  if (/^[0-9a-f]{64}$/i.test(v4) && date !== null) {
    const [, year, month, day, hour, minute, second] = date;
    const start = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
    return { signature: v4, expires: start + 1000 * Number(folded.get('x-amz-expires') ?? 0) };
  }
  const v2 = folded.get('signature') ?? '';
  const ends = folded.get('expires') ?? '';
  if (!folded.has('awsaccesskeyid') || !/^[A-Za-z0-9+/ ]{27}=$/.test(v2) || !/^\d{9,12}$/.test(ends)) return undefined;
  return { signature: v2, expires: 1000 * Number(ends) };
}

function* recognise(text: Text): Generator<Mention> {
  const seen = new Set<string>();
  for (const [url] of matchesOf(URL_WITH_QUERY, plainJson(text.value))) {
    if (!/[?&](?:x-amz-signature|signature)=/i.test(url)) continue;
    const signed = signedBy(new URLSearchParams(url.slice(url.indexOf('?') + 1)));
    const bucket = recogniseBuckets({ value: url, place: text.place })[0];
    if (signed === undefined || bucket === undefined || seen.has(signed.signature)) continue;
    if (Number.isNaN(signed.expires) || /example/i.test(signed.signature)) continue;
    seen.add(signed.signature);
    yield mentionOf(text, signed, bucket.name);
  }
}

function mentionOf(text: Text, signed: Signed, bucket: string): Mention {
  const expired = signed.expires <= Date.now();
  const end = new Date(Math.min(signed.expires, 8.64e15)).toISOString().slice(0, 10);
  const common = { kind: 'aws-presigned-url', secret: signed.signature, subject: bucket, details: { expires: end } };
  if (expired) {
    return credentialMention(text, {
      ...common,
      grade: 'public',
      why: `The URL’s signature ended on ${end}, so it opens nothing any more.`,
    });
  }
  return credentialMention(text, {
    ...common,
    grade: 'restricted',
    why: `The URL lets whoever holds it use one object of the bucket until ${end}, or until the key that signed it is deleted.`,
    rule: 'aws-presigned-url',
    opens: [
      { backend: { kind: 's3', name: bucket }, access: { audience: 'app-holder', can: ['read'], evidence: 'implied' } },
    ],
  });
}

const id = pieces('AKIA', 'QNZGKIQY56JQ7WML');
const v4 = (date: string): string =>
  `https://acme-media.s3.eu-west-1.amazonaws.com/clip.mp4?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=${id}%2F${date.slice(0, 8)}%2Feu-west-1%2Fs3%2Faws4_request&X-Amz-Date=${date}&X-Amz-Expires=604800&X-Amz-SignedHeaders=host&X-Amz-Signature=${'0a9f3c'.repeat(10)}7be1`;

export const awsPresignedUrl: BackendDefinition = {
  kind: 'aws-presigned-url',
  title: 'Presigned S3 URL',
  provider: 'aws',
  type: 'credential',
  docs: [PRESIGN],
  anchors: ['X-Amz-Signature=', 'AWSAccessKeyId='],
  examples: [
    {
      text: v4('20240501T101500Z'),
      gives: ['aws-presigned-url'],
      why: 'Signature V4; it ended long ago, so it is only listed',
    },
    {
      text: `https://acme-media.s3.amazonaws.com/clip.mp4?AWSAccessKeyId=${id}&Expires=4070908800&Signature=vjbyPxybdZaNmGa%2ByT272YEAiv4%3D`,
      gives: ['aws-presigned-url'],
      why: 'Signature V2 that ends in 2099',
    },
    {
      text: `https://s3.amazonaws.com/acme-media/clip.mp4?AWSAccessKeyId=${id}&Expires=1300000000&Signature=vjbyPxybdZaNmGa%2ByT272YEAiv4%3D`,
      gives: ['aws-presigned-url'],
      why: 'Signature V2 that ended in 2011',
    },
    { text: 'X-Amz-Signature=', gives: [], why: 'SDK constant' },
    {
      text: 'https://acme-media.s3.amazonaws.com/clip.mp4?AWSAccessKeyId=%s&Expires=%d&Signature=%s',
      gives: [],
      why: 'template',
    },
    { text: 'https://acme-media.s3.amazonaws.com/clip.mp4?versionId=1', gives: [], why: 'a query without a signature' },
    {
      text: v4('20240501T101500Z').replace('acme-media', 'amzn-s3-demo-bucket'),
      gives: [],
      why: 'bucket of the documentation',
    },
  ],
  recognise,
  rules: [
    credentialRule({
      id: 'aws-presigned-url',
      title: 'Presigned S3 URL that is still valid ships in the app',
      severity: 'medium',
      meaning:
        'Whoever unpacks the app can use this object until the URL ends. The URL does not show whether it reads or writes, so it may also replace the object.',
      remediation: [
        'Let your server make presigned URLs when they are needed, valid for minutes.',
        'Delete the access key that signed it if the URL lasts for long: that ends all URLs it signed.',
        'Use Signature Version 4, which cannot be valid for more than seven days.',
      ],
      cwe: [613, 522],
      references: [PRESIGN],
    }),
  ],
};
