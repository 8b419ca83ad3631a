import type { Backend, BackendMention, CredentialMention, Text } from '../../model.ts';
import { accessRules } from '../../shared/access-rules.ts';
import { isLocalHost } from '../../shared/grammar.ts';
import type { BackendDefinition, ProbeRequest } from '../backend.ts';
import { isPlaceholderSecret, isSampleName } from '../placeholders.ts';
import {
  HOST_END,
  HOST_START,
  isNamed,
  literalPath,
  matches,
  plainText,
  spellings,
  withDetails,
  withPaths,
} from '../recognition.ts';
import { sample } from '../samples.ts';
import { backendMention, credentialMention } from '../shared-mentions.ts';
import { credentialRule } from '../shared-rules.ts';
import { absent, closed, jsonObject, opened, undecided, unexpected } from '../verdicts.ts';
import { CLOUD_ID_ANCHORS, hostsOfCloudIds, sampleCloudId } from './elastic-cloud-id.ts';

const MANAGED = new RegExp(
  `${HOST_START}((?:[a-z0-9][a-z0-9-]{0,62}\\.){1,2}[a-z0-9-]{4,32}\\.(?:aws|gcp|azure)\\.(?:elastic-cloud|found)\\.(?:com|io)|[a-z0-9][a-z0-9-]{0,62}\\.[a-z0-9-]{6,24}\\.(?:es|aoss)\\.amazonaws\\.com)${HOST_END}`,
  'gi',
);
const SELF_HOSTED =
  /(?<=https?:\/\/(?:[^\s:@/"']{1,64}:[^\s:@/"']{1,128}@)?)([a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,63}){1,5}):9200(?!\d)/gi;

function* recognise(text: Text): Generator<BackendMention, void, undefined> {
  for (const pattern of [MANAGED, SELF_HOSTED]) {
    for (const match of matches(text.value, pattern)) {
      const host = (match[1] ?? '').toLowerCase();
      if (isLocalHost(host) || isSampleName(host.split('.')[0] ?? '') || /^elasticsearch$|\.svc$/.test(host)) continue;
      const index = /^\/([a-z0-9][a-z0-9_.-]{0,127})/.exec(
        literalPath(text.value.slice(match.index + match[0].length)) ?? '',
      )?.[0];
      yield backendMention(
        text,
        { kind: 'elasticsearch', name: host },
        { ...withDetails({ host }), ...withPaths([index]) },
      );
    }
  }
}

function* clustersOfCloudIds(text: Text): Generator<BackendMention, void, undefined> {
  for (const host of new Set(hostsOfCloudIds(text.value))) {
    yield backendMention(text, { kind: 'elasticsearch', name: host }, withDetails({ host }));
  }
}

const PROBED =
  /^(?!.{0,200}xn--)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,6}(?:elastic-cloud\.com|found\.io|es\.amazonaws\.com)$/;

function plan(backend: Backend): readonly ProbeRequest[] {
  return PROBED.test(backend.name) ? [countRequest(backend.name)] : [];
}

/** Says how many documents there are, and none of them. */
function countRequest(host: string): ProbeRequest {
  return {
    id: 'elasticsearch-count',
    method: 'GET',
    url: `https://${host}/_count`,
    audience: 'anyone',
    read: (answer) => {
      if (answer.status === 401 || answer.status === 403) return closed('Requests without credentials are refused.');
      if (answer.status === 404 && jsonObject(answer.body) !== undefined) return absent('There is no such deployment.');
      if (answer.status !== 200) return unexpected(answer);
      const count = jsonObject(answer.body)?.count;
      return typeof count === 'number'
        ? opened(`Anybody can search the cluster; it holds ${count === 0 ? 'no documents' : 'documents'}.`, [
            'list',
            'read',
          ])
        : undecided('The answer holds no count.');
    },
  };
}

export const elasticsearch: BackendDefinition = {
  kind: 'elasticsearch',
  title: 'Elasticsearch or OpenSearch cluster',
  provider: 'other',
  type: 'backend',
  docs: ['https://www.elastic.co/guide/en/elasticsearch/reference/current/secure-cluster.html'],
  anchors: [
    '.elastic-cloud.com',
    '.found.io',
    '.es.amazonaws.com',
    '.aoss.amazonaws.com',
    ':9200',
    ...CLOUD_ID_ANCHORS,
  ],
  examples: [
    {
      text: sampleCloudId('eu-west-1.aws.found.io', '0123abcd4567ef890123abcd4567ef89'),
      gives: ['elasticsearch:0123abcd4567ef890123abcd4567ef89.eu-west-1.aws.found.io'],
      why: 'a cloud id, which holds the address in base64',
    },
    {
      text: `cloud.id=${sampleCloudId('europe-west1.gcp.elastic-cloud.com:443', 'a1b2c3d4e5f6')}`,
      gives: ['elasticsearch:a1b2c3d4e5f6.europe-west1.gcp.elastic-cloud.com'],
      why: 'with a port, under its name',
    },
    {
      text: sampleCloudId('found.io.attacker.example', 'a1b2c3d4e5f6'),
      gives: [],
      why: 'another domain in base64',
    },
    {
      text: 'https://acme-prod.es.us-east-1.aws.elastic-cloud.com:443',
      gives: ['elasticsearch:acme-prod.es.us-east-1.aws.elastic-cloud.com'],
      why: 'Elastic Cloud',
    },
    {
      text: 'https://0123abcd4567ef.eu-west-1.aws.found.io:9243/orders/_search',
      gives: ['elasticsearch:0123abcd4567ef.eu-west-1.aws.found.io'],
      why: 'the older domain of Elastic Cloud',
    },
    {
      text: 'https://search-acme-prod-abcdefghij.us-east-1.es.amazonaws.com/orders/_search',
      gives: ['elasticsearch:search-acme-prod-abcdefghij.us-east-1.es.amazonaws.com'],
      why: 'Amazon OpenSearch Service',
    },
    {
      text: 'https://a1b2c3d4e5.eu-west-1.aoss.amazonaws.com',
      gives: ['elasticsearch:a1b2c3d4e5.eu-west-1.aoss.amazonaws.com'],
      why: 'OpenSearch Serverless',
    },
    {
      text: 'http://search.acme-shop.io:9200/products/_search',
      gives: ['elasticsearch:search.acme-shop.io'],
      why: 'a cluster of its own, on the usual port',
    },
    {
      text: 'https://acme.es.europe-west1.gcp.elastic-cloud.com',
      gives: ['elasticsearch:acme.es.europe-west1.gcp.elastic-cloud.com'],
      why: 'on Google Cloud',
    },
    { text: 'http://localhost:9200', gives: [], why: 'a developer’s own machine' },
    { text: 'http://elasticsearch:9200', gives: [], why: 'a name inside a container network' },
    { text: 'http://10.0.2.2:9200/', gives: [], why: 'the emulator’s host' },
    { text: 'https://cloud.elastic.co', gives: [], why: 'the vendor’s console' },
    { text: 'https://your-domain.us-east-1.es.amazonaws.com', gives: [], why: 'a placeholder' },
    { text: '12:9200', gives: [], why: 'a number' },
  ],
  recognise: (text) => [...recognise(plainText(text)), ...clustersOfCloudIds(text)],
  rules: accessRules({
    kind: 'elasticsearch',
    word: 'open',
    noun: 'Elasticsearch cluster',
    knows:
      'The cluster’s address stands in the app; it told a caller without credentials how many documents it holds, or its access policy in the repository lets anybody in.',
    remediation: [
      'Turn security on and give every caller a role; on Amazon OpenSearch replace the `*` principal of the access policy.',
      'Put the cluster behind a server of yours: an app never needs to reach it directly.',
    ],
    prove: 'Run `curl https://<cluster>/_count`: it must answer 401 or 403.',
    references: [
      'https://www.elastic.co/guide/en/elasticsearch/reference/current/secure-cluster.html',
      'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html',
    ],
  }),
  probing: {
    hosts: ['elastic-cloud.com', 'found.io', 'es.amazonaws.com'],
    specs: [
      {
        id: 'elasticsearch-count',
        mode: 'read',
        request: 'GET /_count',
        proves: 'that anybody can search',
        sideEffects: 'none: the answer is a number',
        reference: 'https://www.elastic.co/guide/en/elasticsearch/reference/current/search-count.html',
      },
    ],
    plan,
  },
};

/** User and password in the address of a cluster, or an API key in its header. */
const IN_URL =
  /https?:\/\/([A-Za-z0-9._-]{1,64}):([^\s:@/"'<>{}$]{6,128})@([a-z0-9.-]{1,200}(?:\.elastic-cloud\.com|\.found\.io|\.es\.amazonaws\.com)(?![A-Za-z0-9-])|[a-z0-9.-]{1,200}:9200(?!\d))/gi;
const KEY_NAMES = ['elasticsearch_api_key', 'elastic_api_key', 'elasticsearch_password', 'elastic_password'].flatMap(
  spellings,
);

/** `Authorization: ApiKey base64(id:key)`, 20 and 22 characters of base64url. */
const IN_HEADER = /(?<![A-Za-z0-9_-])ApiKey ([A-Za-z0-9+/]{57,60}={0,2})(?![A-Za-z0-9+/=])/gi;

/** A key of Elastic Cloud itself (elastic.co/docs/api/doc/elastic-cloud-serverless/authentication). */
const CLOUD_KEY = /(?<![A-Za-z0-9_-])essu_[A-Za-z0-9_-]{60,200}={0,2}(?![A-Za-z0-9_=-])/g;

function isApiKey(encoded: string): boolean {
  return /^[A-Za-z0-9_-]{20}:[A-Za-z0-9_-]{22}$/.test(Buffer.from(encoded, 'base64').toString('latin1'));
}

function* recogniseCredential(text: Text): Generator<CredentialMention, void, undefined> {
  for (const [address, user = '', password = '', host = ''] of matches(text.value, IN_URL)) {
    if (
      isPlaceholderSecret(password) ||
      /^(?:password|changeme|elastic|pass)$/i.test(password) ||
      isLocalHost(host.split(':')[0] ?? '')
    )
      continue;
    yield clusterKey(text, address, `${user}@${host.toLowerCase()}`);
  }
  for (const [secret] of matches(text.value, CLOUD_KEY)) {
    if (!isPlaceholderSecret(secret)) yield clusterKey(text, secret);
  }
  for (const [, secret = ''] of matches(text.value, IN_HEADER)) {
    if (isApiKey(secret)) yield clusterKey(text, secret);
  }
  if (isNamed(text, KEY_NAMES) && /^[A-Za-z0-9+/=_-]{20,256}$/.test(text.value) && !isPlaceholderSecret(text.value)) {
    yield clusterKey(text, text.value);
  }
}

function clusterKey(text: Text, secret: string, subject?: string): CredentialMention {
  return credentialMention(text, {
    kind: 'elasticsearch-credential',
    secret,
    grade: 'privileged',
    why: 'It opens the cluster with the rights of its user or key, which cannot be read from it.',
    rule: 'elasticsearch-credential',
    ...(subject === undefined ? {} : { subject }),
  });
}

export const elasticsearchCredential: BackendDefinition = {
  kind: 'elasticsearch-credential',
  title: 'Elasticsearch password or API key',
  provider: 'other',
  type: 'credential',
  docs: ['https://www.elastic.co/guide/en/elasticsearch/reference/current/security-api-create-api-key.html'],
  anchors: ['.elastic-cloud.com', '.found.io', '.es.amazonaws.com', ':9200', 'ApiKey ', 'essu_'],
  keys: KEY_NAMES,
  examples: [
    {
      text: `essu_${sample('alnum', 80)}==`,
      gives: ['elasticsearch-credential'],
      why: 'a key of Elastic Cloud',
    },
    { text: 'essu_...', gives: [], why: 'the documentation’s' },
    {
      text: `Authorization: ApiKey ${Buffer.from(`${sample('alnum', 20)}:${sample('alnum', 22, 2)}`).toString('base64')}`,
      gives: ['elasticsearch-credential'],
      why: 'in a header: id and key in base64',
    },
    { text: `ApiKey ${sample('alnum', 60)}`, gives: [], why: 'a key of another service' },
    {
      text: `https://elastic:${sample('alnum', 24)}@acme-prod.es.us-east-1.aws.elastic-cloud.com:9243`,
      gives: ['elasticsearch-credential'],
      why: 'user and password in the address',
    },
    {
      text: `http://app:${sample('alnum', 16)}@search.acme-shop.io:9200`,
      gives: ['elasticsearch-credential'],
      why: 'a cluster of its own',
    },
    {
      text: sample('alnum', 60),
      key: 'ELASTICSEARCH_API_KEY',
      gives: ['elasticsearch-credential'],
      why: 'the name says it',
    },
    { text: 'http://elastic:changeme@search.acme-shop.io:9200', gives: [], why: 'the documentation’s password' },
    { text: 'http://user:password@localhost:9200', gives: [], why: 'a developer’s own machine' },
    { text: 'https://search.acme-shop.io:9200', gives: [], why: 'no credential' },
  ],
  recognise: recogniseCredential,
  rules: [
    credentialRule({
      id: 'elasticsearch-credential',
      title: 'Elasticsearch credential ships with the app',
      severity: 'critical',
      meaning: 'Whoever unpacks the app can search the cluster, and change or erase it if the user or key may.',
      knows: 'The credential stands in the cluster’s address or under its name.',
      revoke: 'Change the user’s password, or invalidate the API key.',
      instead: 'Let the app ask a server of yours, which searches for it.',
      references: ['https://www.elastic.co/guide/en/elasticsearch/reference/current/security-api-create-api-key.html'],
    }),
  ],
};
