import type { Backend, BackendMention, Text } from '../../model.ts';
import { accessRules } from '../../shared/access-rules.ts';
import type { BackendDefinition, ProbeAnswer, ProbeRequest, ProbeVerdict } from '../backend.ts';
import { isSampleName } from '../placeholders.ts';
import {
  HOST_END,
  HOST_START,
  isNamed,
  literalPath,
  matches,
  once,
  plainText,
  withDetails,
  withPaths,
} from '../recognition.ts';
import { backendMention } from '../shared-mentions.ts';
import { absent, closed, isStored, jsonObject, opened, undecided, unexpected } from '../verdicts.ts';
import { nodesAround } from './names-in-code.ts';

const INSTANCE = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
/** us-central1 lives under firebaseio.com, every other region under its own name in firebasedatabase.app. */
const HOST = new RegExp(
  `${HOST_START}(${INSTANCE})\\.(?:firebaseio\\.com|([a-z]{2,16}-[a-z]{2,16}\\d{1,2})\\.firebasedatabase\\.app)${HOST_END}`,
  'gi',
);
const WHOLE_HOST = new RegExp(
  `^(?!xn--)${INSTANCE}\\.(?:firebaseio\\.com|[a-z]{2,16}-[a-z]{2,16}\\d{1,2}\\.firebasedatabase\\.app)$`,
);
/** Servers behind the service, which the SDK is handed at run time: `s-usc1c-nss-239.firebaseio.com/.ws?ns=acme`. */
const SHARD = /^s-[a-z0-9]{2,16}-nss-\d{1,6}$/;
const NAMESPACE = new RegExp(`^[^\\s"'<>]{0,64}[?&]ns=(${INSTANCE})(?![A-Za-z0-9-])`, 'i');

/** Instances of Firebase's own documentation, tests and SDK messages. */
const DOCUMENTATION = new Set([
  'docs-examples',
  'dinosaur-facts',
  'samplechat',
  'sample-chat',
  'publicdata',
  'chat',
  'myapp',
  'my-app-default-rtdb',
]);

/** Instances that are public on purpose, and whose they are. */
function publisherOf(instance: string): string | undefined {
  if (instance === 'hacker-news') return 'Hacker News (a public API by design)';
  if (instance.startsWith('publicdata-')) return 'Firebase open data sets (public by design)';
  return undefined;
}

function* recognise(text: Text): Generator<BackendMention, void, undefined> {
  const nodes = once(() => (isNamed(text, CONFIG_KEYS) ? [] : nodesAround(text)));
  for (const match of matches(text.value, HOST)) {
    const rest = text.value.slice(match.index + match[0].length);
    const host = match[0].toLowerCase();
    const first = match[1]?.toLowerCase() ?? '';
    const instance = SHARD.test(first) ? NAMESPACE.exec(rest)?.[1]?.toLowerCase() : first;
    if (instance === undefined || isSampleName(instance) || DOCUMENTATION.has(instance)) continue;
    const publisher = publisherOf(instance);
    yield backendMention(
      text,
      { kind: 'firebase-database', name: instance },
      {
        ...withDetails({
          host: instance === first ? host : `${instance}.firebaseio.com`,
          region: match[2]?.toLowerCase(),
        }),
        ...withPaths([pathOf(rest), ...nodes()]),
        ...(publisher === undefined ? {} : { thirdParty: publisher }),
      },
    );
  }
}

/** In a resource table or a config file the strings beside the address are labels and settings, never nodes. */
const CONFIG_KEYS: readonly string[] = ['firebase_database_url', 'firebase_url'];

/** `/users.json?auth=…` names the node `/users`; `/.json`, `/.ws` and `/.settings` name none. */
function pathOf(rest: string): string | undefined {
  const path = literalPath(rest)?.replace(/\.json$/, '');
  return path === undefined || path === '/' || path.startsWith('/.') ? undefined : path;
}

function hostOf(backend: Backend): string | undefined {
  const { host, region } = backend.details;
  if (host !== undefined && WHOLE_HOST.test(host)) return host;
  const made =
    region === undefined ? `${backend.name}.firebaseio.com` : `${backend.name}.${region}.firebasedatabase.app`;
  return WHOLE_HOST.test(made) ? made : undefined;
}

function plan(backend: Backend, nonce: string): readonly ProbeRequest[] {
  const host = hostOf(backend);
  if (host === undefined) return [];
  return [
    readRequest(host, nonce, true),
    ...nodesOf(backend).map((node) => nodeRequest(host, node, nonce)),
    eraseRequest(host, nonce),
    ...nodesOf(backend).map((node) => eraseNodeRequest(host, node, nonce)),
  ];
}

/** The first two nodes that the app or its rules name literally: rules may open a subtree and close the root. */
function nodesOf(backend: Backend): readonly string[] {
  return backend.paths.filter((path) => /^(?:\/[A-Za-z0-9_-]{1,64}){1,4}$/.test(path)).slice(0, 2);
}

function readRequest(host: string, nonce: string, follow: boolean): ProbeRequest {
  return {
    id: 'firebase-database-read',
    method: 'GET',
    url: `https://${host}/${nonce}.json`,
    audience: 'anyone',
    read: (answer) => {
      if (isNull(answer)) {
        return opened(
          'The rules let anybody read a path that nobody has ever used.',
          ['read'],
          [listRequest(host, nonce)],
        );
      }
      return follow ? notRead(answer, (other) => readRequest(other, nonce, false)) : notRead(answer);
    },
  };
}

/** Asks the root for the one child that cannot be there: the rules have to allow reading all, and nothing is shown. */
function listRequest(host: string, nonce: string): ProbeRequest {
  return {
    id: 'firebase-database-list',
    method: 'GET',
    url: `https://${host}/.json?orderBy=%22%24key%22&equalTo=%22${nonce}%22`,
    audience: 'anyone',
    read: (answer) => {
      if (answer.status !== 200) return notRead(answer);
      if (!/^(?:\{\s*\}|null)$/.test(answer.body.trim())) return undecided('The answer is not that of an empty query.');
      return opened('Anybody can read the database from its root.', ['list', 'read']);
    },
  };
}

function nodeRequest(host: string, node: string, nonce: string): ProbeRequest {
  return {
    id: 'firebase-database-read-node',
    method: 'GET',
    url: `https://${host}${node}/${nonce}.json`,
    audience: 'anyone',
    read: (answer) =>
      isNull(answer)
        ? opened(`Anybody can read below ${node}: a child that does not exist was answered.`, ['read'])
        : notRead(answer),
  };
}

/** A removed path that was never there stays as it was: nothing is written, and the answer still comes from the rules. */
function eraseRequest(host: string, nonce: string): ProbeRequest {
  return {
    id: 'firebase-database-erase',
    method: 'DELETE',
    url: `https://${host}/${nonce}.json?print=silent`,
    headers: { 'if-match': 'null_etag' },
    audience: 'anyone',
    read: (answer) => {
      if (isNull(answer) || answer.status === 204) {
        return opened(
          'The rules let anybody remove a path; it did not exist, so nothing changed. (A rule that only asks `!data.exists()` answers the same, and lets anybody create.)',
          ['overwrite', 'delete'],
        );
      }
      if (answer.status === 412) return undecided('The random path held data, which cannot be; nothing was changed.');
      if (isDenied(answer)) {
        return closed('Removing is denied; a rule that asks for new data may still let anybody write.', [
          createRequest(host, nonce),
        ]);
      }
      return notRead(answer);
    },
  };
}

/** The same below a node that the app names: rules may open a subtree and close the root. */
function eraseNodeRequest(host: string, node: string, nonce: string): ProbeRequest {
  return {
    ...eraseRequest(host, nonce),
    id: 'firebase-database-erase-node',
    url: `https://${host}${node}/${nonce}.json?print=silent`,
    read: (answer) => {
      if (isNull(answer) || answer.status === 204) {
        const why = `The rules let anybody remove what lies below ${node}; the child asked for did not exist, so nothing changed.`;
        return opened(why, ['overwrite', 'delete']);
      }
      if (answer.status === 412) return undecided('The random path held data, which cannot be; nothing was changed.');
      return notRead(answer);
    },
  };
}

/** The etag never matches, so the service must not write; whether it asks the rules before that is not documented. */
function createRequest(host: string, nonce: string): ProbeRequest {
  return {
    id: 'firebase-database-create',
    method: 'PUT',
    url: `https://${host}/${nonce}.json?print=silent`,
    headers: { 'if-match': 'ajar-never', 'content-type': 'application/json' },
    body: 'true',
    audience: 'anyone',
    read: (answer) => {
      if (isStored(answer) || (answer.status === 200 && answer.body.trim() === 'true')) {
        return opened(`The service ignored the precondition and wrote \`true\` to /${nonce}: remove it.`, ['create']);
      }
      if (answer.status === 412) {
        return undecided(
          'The precondition failed before anything was written; whether the rules were asked first is not documented.',
        );
      }
      return isDenied(answer) ? closed('Writing is denied.') : notRead(answer);
    },
  };
}

/** What the service answers for a path that holds nothing and may be read. */
function isNull(answer: ProbeAnswer): boolean {
  return answer.status === 200 && answer.body.trim() === 'null';
}

function isDenied(answer: ProbeAnswer): boolean {
  return answer.status === 401 || answer.status === 403;
}

/** Every answer that is no success. `elsewhere` asks the region that the answer names. */
function notRead(answer: ProbeAnswer, elsewhere?: (host: string) => ProbeRequest): ProbeVerdict {
  if (isDenied(answer)) return closed('Denied for this path; other paths may have rules of their own.');
  if (answer.status !== 404) return unexpected(answer);
  const other = otherRegion(answer.body);
  if (other !== undefined && elsewhere !== undefined) {
    return undecided('The database lives in another region, which is asked next.', [elsewhere(other)]);
  }
  if (other !== undefined) return undecided('The database lives in another region.');
  if (/deactivated|disabled/i.test(answer.body))
    return undecided('The database is deactivated, so nobody is answered.');
  if (jsonObject(answer.body)?.error === undefined && !/firebase/i.test(answer.body)) return unexpected(answer);
  return absent('There is no database of this name.');
}

/** `{"correctUrl":"https://acme.europe-west1.firebasedatabase.app","error":"Database lives in a different region…"}` */
function otherRegion(body: string): string | undefined {
  const named = Object.values(jsonObject(body) ?? {}).find(
    (value): value is string => typeof value === 'string' && value.includes('.firebasedatabase.app'),
  );
  const host = named === undefined ? undefined : /https:\/\/([a-z0-9.-]{1,128})/.exec(named)?.[1];
  return host !== undefined && WHOLE_HOST.test(host) ? host : undefined;
}

export const firebaseDatabase: BackendDefinition = {
  kind: 'firebase-database',
  title: 'Firebase Realtime Database',
  provider: 'google',
  type: 'backend',
  docs: ['https://firebase.google.com/docs/database/security', 'https://firebase.google.com/docs/rules/insecure-rules'],
  anchors: ['firebaseio.com', 'firebasedatabase.app'],
  examples: [
    {
      text: 'https://acme-default-rtdb.firebaseio.com',
      gives: ['firebase-database:acme-default-rtdb'],
      why: 'the default instance of a newer project',
    },
    {
      text: 'https://acme-prod.firebaseio.com/users.json',
      gives: ['firebase-database:acme-prod'],
      why: 'an older instance, with a node of its REST interface',
    },
    {
      text: 'https://acme-eu.europe-west1.firebasedatabase.app',
      gives: ['firebase-database:acme-eu'],
      why: 'an instance outside us-central1',
    },
    {
      text: 'https://acme-sg.asia-southeast1.firebasedatabase.app/',
      key: 'DATABASE_URL',
      gives: ['firebase-database:acme-sg'],
      why: 'GoogleService-Info.plist',
    },
    { text: 'ACME-Prod.FirebaseIO.com', gives: ['firebase-database:acme-prod'], why: 'host names have no case' },
    {
      text: 'wss://s-usc1c-nss-239.firebaseio.com/.ws?v=5&ns=acme-default-rtdb',
      gives: ['firebase-database:acme-default-rtdb'],
      why: 'a server of the service; the instance is its namespace',
    },
    {
      text: 'https://acme-prod.firebaseio.comhttps://other.invalid/',
      gives: ['firebase-database:acme-prod'],
      why: 'Go and Rust keep literals without a terminator',
    },
    {
      text: 'https://hacker-news.firebaseio.com/v0/',
      gives: ['firebase-database:hacker-news'],
      why: 'recognised, and marked as the public API of another publisher',
    },
    {
      text: '{"url":"https:\\/\\/acme-prod.firebaseio.com\\/users.json"}',
      gives: ['firebase-database:acme-prod'],
      why: 'JSON that escapes its slashes',
    },
    { text: 'https://docs-examples.firebaseio.com', gives: [], why: 'an instance of the documentation' },
    { text: 'https://undefined.firebaseio.com', gives: [], why: 'an unset variable' },
    { text: 'https://<YOUR-FIREBASE>.firebaseio.com', gives: [], why: 'a template' },
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the template is what must not be recognised
    { text: 'https://${project}.firebaseio.com', gives: [], why: 'the name is made at run time' },
    { text: 'https://%s-default-rtdb.firebaseio.com', gives: [], why: 'the name is made at run time' },
    { text: 'firebaseio.com', gives: [], why: 'the bare domain, a constant of the SDK' },
    { text: 'https://your-project-id.firebaseio.com', gives: [], why: 'a documentation placeholder' },
    { text: 'https://acme.firebaseio.com.attacker.example/', gives: [], why: 'a longer host of somebody else' },
    { text: 'https://samplechat.firebaseio-demo.com', gives: [], why: 'the demo domain of the documentation' },
  ],
  recognise: (text) => recognise(plainText(text)),
  rules: accessRules({
    kind: 'firebase-database',
    word: 'open',
    noun: 'Realtime Database',
    knows:
      'The database’s address stands in the app or the repository; what its rules allow was read in the repository’s rules file or seen in the answer to a request without credentials.',
    remediation: [
      'Write rules that close the root: `{ "rules": { ".read": false, ".write": false } }`, then open only the paths that each signed-in user owns, as with `"$uid": { ".read": "auth.uid === $uid" }`.',
      'Remember that rules cascade: a `.read` or `.write` that is true at a node cannot be taken back below it.',
      'Deploy them with `firebase deploy --only database`, and keep the rules file in the repository.',
      'If strangers could write, compare the data with a backup; if they could read, treat it as disclosed.',
    ],
    prove:
      'Run `curl https://<instance>.firebaseio.com/ajar-probe-none.json`: it must answer `Permission denied` with status 401.',
    references: [
      'https://firebase.google.com/docs/database/security',
      'https://firebase.google.com/docs/rules/insecure-rules',
    ],
  }),
  probing: {
    hosts: ['firebaseio.com', 'firebasedatabase.app'],
    specs: [
      {
        id: 'firebase-database-read',
        mode: 'read',
        request: 'GET /<random>.json',
        proves: 'read access at the root or at any first-level child',
        sideEffects: 'none: the path does not exist, so the body can only be `null`',
        reference: 'https://firebase.google.com/docs/reference/rest/database',
      },
      {
        id: 'firebase-database-list',
        mode: 'read',
        request: 'GET /.json?orderBy="$key"&equalTo="<random>", only if the first was answered',
        proves: 'read access from the root',
        sideEffects: 'none: no child has that name, so the answer is `{}`',
        reference: 'https://firebase.google.com/docs/database/rest/retrieve-data',
      },
      {
        id: 'firebase-database-read-node',
        mode: 'read',
        request: 'GET /<node>/<random>.json for at most two nodes that the app names',
        proves: 'read access below a node',
        sideEffects: 'none: the path does not exist',
        reference: 'https://firebase.google.com/docs/database/security/core-syntax',
      },
      {
        id: 'firebase-database-erase',
        mode: 'write',
        request: 'DELETE /<random>.json?print=silent with `if-match: null_etag`',
        proves: 'that the rules let anybody remove',
        sideEffects: 'none: removing what is not there changes nothing',
        reference: 'https://firebase.google.com/docs/database/rest/save-data',
      },
      {
        id: 'firebase-database-erase-node',
        mode: 'write',
        request:
          'DELETE /<node>/<random>.json?print=silent with `if-match: null_etag` for at most two nodes that the app names',
        proves: 'that the rules let anybody remove below a node',
        sideEffects: 'none: removing what is not there changes nothing',
        reference: 'https://firebase.google.com/docs/database/rest/save-data',
      },
      {
        id: 'firebase-database-create',
        mode: 'write',
        request: 'PUT /<random>.json?print=silent with an etag that never matches, only if removing was denied',
        proves: 'that writing is denied; anything else stays undecided',
        sideEffects: 'none where the precondition is honoured, as documented',
        reference: 'https://firebase.blog/posts/2017/07/introducing-conditional-rest-requests/',
      },
    ],
    plan,
  },
};
