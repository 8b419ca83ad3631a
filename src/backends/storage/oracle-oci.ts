import type { Backend, Text } from '../../model.ts';
import { accessRules } from '../../shared/access-rules.ts';
import { HOST_BEFORE, isPlaceholderName, matchesOf, percentDecoded, plainJson } from '../../shared/grammar.ts';
import type {
  BackendDefinition,
  BackendRef,
  Mention,
  ProbeAnswer,
  ProbeRequest,
  ProbeVerdict,
  ShippedKey,
} from '../backend.ts';
import { pieces } from '../shared-examples.ts';
import { backendMention, credentialMention, mergedByName, pathsOf } from '../shared-mentions.ts';
import { credentialRule } from '../shared-rules.ts';
import { absent, closed, opened, undecided, unexpected } from '../verdicts.ts';

const PUBLIC = 'https://docs.oracle.com/iaas/Content/Object/Tasks/managingbuckets.htm';
const PAR = 'https://docs.oracle.com/iaas/Content/Object/Tasks/usingpreauthenticatedrequests.htm';

const REGION = '[a-z]{2}-[a-z]{2,14}-\\d';
const HOST = `${HOST_BEFORE}(?:[a-z0-9]{4,24}\\.)?(?:swiftobjectstorage|objectstorage)\\.(?<region>${REGION})\\.(?:oci\\.customer-oci|oraclecloud)\\.com(?::443)?`;
const BUCKET = '/n/(?<namespace>[a-zA-Z0-9_-]{2,40})/b/(?<bucket>[A-Za-z0-9_.%-]{1,256})';

const NATIVE = new RegExp(`${HOST}${BUCKET}(?=[/?#"'\\s\\\\<>),;]|$)(?:/o(?<path>/[^\\s"'<>]{0,300})?)?`, 'gi');
const WITH_TOKEN = new RegExp(
  `${HOST}/p/(?<token>[A-Za-z0-9_-]{40,120})${BUCKET}/o/(?<object>[^\\s"'<>?\\\\]{0,300})`,
  'gi',
);

/** Namespace and bucket, which is how OCI itself names a bucket across tenancies. */
function nameOf(groups: Readonly<Record<string, string | undefined>>): string | undefined {
  const bucket = percentDecoded(groups.bucket ?? '');
  const namespace = groups.namespace ?? '';
  if (isPlaceholderName(bucket) || isPlaceholderName(namespace) || /namespace|example/i.test(namespace))
    return undefined;
  return `${namespace}/${bucket}`;
}

function* recognise(text: Text): Generator<Mention> {
  const mentions = [NATIVE, WITH_TOKEN].flatMap((pattern) =>
    [...matchesOf(pattern, plainJson(text.value))].flatMap(({ groups = {} }) => {
      const name = nameOf(groups);
      const region = groups.region?.toLowerCase() ?? '';
      const paths = pathsOf(groups.path ?? '');
      if (name === undefined) return [];
      return [
        backendMention(
          text,
          { kind: 'oracle-oci', name },
          { details: { region }, ...(paths.length > 0 ? { paths } : {}) },
        ),
      ];
    }),
  );
  yield* mergedByName(mentions);
}

function plan(backend: Backend, nonce: string, keys: readonly ShippedKey[] = []): readonly ProbeRequest[] {
  const [namespace = '', bucket = ''] = backend.name.split('/');
  const region = backend.details.region ?? '';
  if (!new RegExp(`^${REGION}$`).test(region) || !/^[A-Za-z0-9_-]{2,40}$/.test(namespace)) return [];
  if (!/^[A-Za-z0-9_.-]{1,256}$/.test(bucket) || /^\.+$/.test(bucket)) return [];
  const host = `https://objectstorage.${region}.oraclecloud.com`;
  const objects = `/n/${namespace}/b/${bucket}/o`;
  const list: ProbeRequest = {
    id: 'oracle-oci-list',
    method: 'GET',
    url: `${host}${objects}?limit=1&fields=name&prefix=${nonce}`,
    audience: 'anyone',
    read: readList,
  };
  const par = keys.find(({ kind, secret, details }) => {
    return kind === 'oracle-par' && details.scope === 'bucket' && /^[A-Za-z0-9_-]{40,120}$/.test(secret);
  });
  return par === undefined ? [list] : [list, parRequest(`${host}/p/${par.secret}${objects}`, nonce)];
}

/** A request for the whole bucket lists it only if it was made with that right, which goes with reading alone. */
function parRequest(objects: string, nonce: string): ProbeRequest {
  return {
    id: 'oracle-oci-par-list',
    method: 'GET',
    url: `${objects}/?limit=1&fields=name&prefix=${nonce}`,
    audience: 'app-holder',
    read: (answer) => {
      if (answer.status === 200 && isListing(answer)) {
        return opened('the pre-authenticated request that ships is valid, and lists and reads the bucket', [
          'list',
          'read',
        ]);
      }
      if (answer.status === 200) return undecided('the answer is not a bucket listing');
      if ([401, 403, 404].includes(answer.status))
        return undecided('the pre-authenticated request has ended, or does not list; Oracle does not tell which');
      return unexpected(answer);
    },
  };
}

function isListing(answer: ProbeAnswer): boolean {
  return /"objects"\s*:\s*\[/.test(answer.body);
}

/** Oracle answers 404 BucketNotFound for a private bucket as for a missing one. */
function readList(answer: ProbeAnswer): ProbeVerdict {
  if (answer.status === 200 && isListing(answer)) {
    return opened('the bucket lists its objects to anyone', ['list', 'read']);
  }
  if (answer.status === 200) return undecided('the answer is not a bucket listing');
  if (answer.status === 401 || answer.status === 403) return closed('listing is refused');
  if (answer.status === 404 && answer.body.includes('NamespaceNotFound')) return absent('there is no such namespace');
  if (answer.status === 404) return undecided('the bucket is private or does not exist; Oracle does not tell which');
  return unexpected(answer);
}

const host = 'https://objectstorage.eu-frankfurt-1.oraclecloud.com';

export const oracleOci: BackendDefinition = {
  kind: 'oracle-oci',
  title: 'Oracle Cloud Object Storage bucket',
  provider: 'oracle',
  type: 'backend',
  docs: [PUBLIC],
  anchors: ['objectstorage.'],
  examples: [
    {
      text: `${host}/n/axk3mq9zt7vb/b/acme-media/o/a.png`,
      gives: ['oracle-oci:axk3mq9zt7vb/acme-media'],
      why: 'object URL',
    },
    { text: `${host}/n/axk3mq9zt7vb/b/acme-media`, gives: ['oracle-oci:axk3mq9zt7vb/acme-media'], why: 'bucket URL' },
    {
      text: 'https://axk3mq9zt7vb.objectstorage.us-ashburn-1.oci.customer-oci.com/n/axk3mq9zt7vb/b/Acme_Media/o/a',
      gives: ['oracle-oci:axk3mq9zt7vb/Acme_Media'],
      why: 'dedicated host of the namespace; names keep their case',
    },
    { text: host, gives: [], why: 'endpoint without a bucket' },
    { text: `${host}/n/{namespace}/b/{bucket}/o/`, gives: [], why: 'template' },
    { text: `${host}/n/namespace-string/b/my-bucket/o/a`, gives: [], why: 'sample of the documentation' },
    { text: `${host}/n/%s/b/%s/o/%s`, gives: [], why: 'template' },
  ],
  recognise,
  rules: accessRules({
    kind: 'oracle-oci',
    word: 'public',
    noun: 'Oracle Cloud bucket',
    knows:
      'The app or the repository names the bucket. That anyone may use it comes from its visibility in the repository, or from an unsigned request that it answered.',
    remediation: [
      'Set the visibility to private: oci os bucket update --name BUCKET --public-access-type NoPublicAccess',
    ],
    prove: 'curl on the bucket’s /o address answers 404 BucketNotFound.',
    references: [PUBLIC],
  }),
  probing: {
    hosts: ['oraclecloud.com'],
    plan,
    specs: [
      {
        id: 'oracle-oci-list',
        mode: 'read',
        request: 'GET /n/NAMESPACE/b/BUCKET/o?limit=1&fields=name&prefix=<nonce> without a signature',
        proves: 'anyone can list the bucket',
        sideEffects: 'none; no object has the prefix, so no name is received',
        reference: PUBLIC,
      },
      {
        id: 'oracle-oci-par-list',
        mode: 'read',
        consent: 'use-credential',
        request: 'GET /p/TOKEN/n/NAMESPACE/b/BUCKET/o/?limit=1&fields=name&prefix=<nonce>',
        proves: 'the pre-authenticated request that ships is valid and lists the bucket; anything else stays undecided',
        sideEffects: 'none; no object has the prefix, so no name is received',
        reference: PAR,
      },
    ],
  },
};

function* recogniseToken(text: Text): Generator<Mention> {
  const seen = new Set<string>();
  for (const { groups = {} } of matchesOf(WITH_TOKEN, plainJson(text.value))) {
    const name = nameOf(groups);
    const { token = '', object = '' } = groups;
    if (name === undefined || seen.has(token)) continue;
    seen.add(token);
    yield tokenMention(text, token, object, { kind: 'oracle-oci', name });
  }
}

/** A token for one object stands before its name; one for the whole bucket or a prefix ends with a slash. */
function tokenMention(text: Text, token: string, object: string, backend: BackendRef): Mention {
  const isWide = object === '' || object.endsWith('/');
  return credentialMention(text, {
    kind: 'oracle-par',
    secret: token,
    subject: backend.name,
    details: { scope: object === '' ? 'bucket' : isWide ? 'prefix' : 'object' },
    grade: isWide ? 'privileged' : 'restricted',
    why: isWide
      ? 'The request is authenticated beforehand for the whole bucket or a prefix; whether it reads or writes, and its end, stand on the server.'
      : 'The request is authenticated beforehand for one object; whether it may also write, and its end, stand on the server.',
    rule: isWide ? 'oracle-par-bucket' : 'oracle-par-object',
    opens: [{ backend, access: { audience: 'app-holder', can: ['read'], evidence: 'implied' } }],
  });
}

const token = pieces('q7Zx2Vb9Lm4Kt8Wc1Rf6Yh3', 'Jd5Gm0PsNaEuIoQwErTyBk29XzCvDfGhJk');

export const oraclePar: BackendDefinition = {
  kind: 'oracle-par',
  title: 'Oracle Cloud pre-authenticated request',
  provider: 'oracle',
  type: 'credential',
  docs: [PAR],
  anchors: ['.oraclecloud.com', '.customer-oci.com'],
  examples: [
    { text: `${host}/p/${token}/n/axk3mq9zt7vb/b/acme-media/o/`, gives: ['oracle-par'], why: 'whole bucket' },
    { text: `${host}/p/${token}/n/axk3mq9zt7vb/b/acme-media/o/a.png`, gives: ['oracle-par'], why: 'one object' },
    { text: `"${host}/p/${token}/n/axk3mq9zt7vb/b/acme-media/o/uploads/"`, gives: ['oracle-par'], why: 'a prefix' },
    { text: `${host}/n/axk3mq9zt7vb/b/acme-media/o/a.png`, gives: [], why: 'no token' },
    { text: `${host}/p/%s/n/%s/b/%s/o/`, gives: [], why: 'template' },
    { text: `${host}/p/${token}/n/namespace-string/b/bucket/o/`, gives: [], why: 'sample of the documentation' },
  ],
  recognise: recogniseToken,
  rules: [
    credentialRule({
      id: 'oracle-par-bucket',
      title: 'Pre-authenticated request for a whole Oracle Cloud bucket ships in the app',
      severity: 'high',
      meaning:
        'Whoever unpacks the app can use every object of the bucket or prefix as the request allows: read, and perhaps write and list.',
      remediation: [
        'Delete the request: oci os preauth-request delete. Find it by its bucket and end date with oci os preauth-request list.',
        'Let your server make a request for one object that ends within minutes.',
      ],
      cwe: [613, 732, 798],
      references: [PAR],
    }),
    credentialRule({
      id: 'oracle-par-object',
      title: 'Pre-authenticated request for one Oracle Cloud object ships in the app',
      severity: 'low',
      meaning: 'Whoever unpacks the app can use this object as the request allows: read it, or replace it.',
      remediation: ['Check with oci os preauth-request list that it is of type ObjectRead, and give it an early end.'],
      cwe: [613, 732],
      references: [PAR],
    }),
  ],
};
