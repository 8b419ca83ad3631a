import type { Backend, BackendMention, CredentialMention, Neighbour, Text } from '../../model.ts';
import { accessRules } from '../../shared/access-rules.ts';
import type { BackendDefinition, ProbeRequest, ProbeVerdict } from '../backend.ts';
import { likeliest, type Pairing, partnersOf, partnersOfFound } from '../pairing.ts';
import { isPlaceholderSecret, isSampleName } from '../placeholders.ts';
import {
  around,
  HOST_END,
  HOST_START,
  isNamed,
  matches,
  plainText,
  spellings,
  withDetails,
  withPaths,
} from '../recognition.ts';
import { sample } from '../samples.ts';
import { backendMention, credentialMention } from '../shared-mentions.ts';
import { credentialRule } from '../shared-rules.ts';
import { closed, jsonObject, opened, undecided, unexpected } from '../verdicts.ts';

const BACK4APP = new RegExp(
  `${HOST_START}(?:parseapi\\.back4app\\.com|([a-z0-9][a-z0-9-]{0,62})\\.b4a\\.(?:io|app))${HOST_END}`,
  'gi',
);
const CLASSES = /\/classes\/([A-Za-z_][A-Za-z0-9_]{0,127})/g;
const APP_ID = /^[A-Za-z0-9]{40}$/;
const APP_NAMES = [
  'parse_app_id',
  'parse_application_id',
  'back4app_app_id',
  'back4app_application_id',
  'application_id',
  'app_id',
  'x-parse-application-id',
].flatMap(spellings);
const CLIENT_NAMES = ['parse_client_key', 'back4app_client_key', 'client_key', 'x-parse-client-key'].flatMap(spellings);

function* recognise(text: Text): Generator<BackendMention, void, undefined> {
  for (const match of matches(text.value, BACK4APP)) {
    const host = match[0].toLowerCase();
    const apps = appsAt(text, host, match[1]?.toLowerCase()).filter(({ name }) => !isSampleName(name));
    // Of several apps on the shared host nothing tells whose the class is.
    const classes = apps.length === 1 ? Array.from(matches(text.value, CLASSES), (one) => `/classes/${one[1]}`) : [];
    for (const { name, ...keys } of apps) {
      yield backendMention(text, { kind: 'parse', name }, { ...withDetails({ host, ...keys }), ...withPaths(classes) });
    }
  }
}

interface App {
  readonly name: string;
  readonly appId: string | undefined;
  readonly clientKey: string | undefined;
}

/** Back4App's shared host serves everybody: the application ids beside it say which apps. */
function appsAt(text: Text, host: string, subdomain: string | undefined): readonly App[] {
  if (subdomain !== undefined) {
    const ask = (partner: Pairing['partner']): string | undefined =>
      likeliest(partnersOf(text.key, around(text), { self: host, same: hostIn, partner }), /./);
    return [{ name: subdomain, appId: ask(appIdIn), clientKey: ask(clientKeyIn) }];
  }
  return appIdsAround(text).map((appId) => {
    const pairing = { self: appId, same: appIdIn, partner: clientKeyIn };
    return { name: appId, appId, clientKey: likeliest(partnersOfFound(text, NOTHING, pairing)) };
  });
}

const NOTHING = /(?!)/g;

/** Those that stand under their name; without any the nearest of their form. */
function appIdsAround(text: Text): readonly string[] {
  const found = around(text).filter((one) => appIdIn(one) !== undefined);
  const named = found.filter(({ key }) => key !== undefined);
  return [...new Set((named.length > 0 ? named : found.slice(0, 1)).map(({ value }) => value))];
}

function hostIn({ value }: Neighbour): string | undefined {
  const hosts = new Set(Array.from(matches(value, BACK4APP), (match) => match[0].toLowerCase()));
  return hosts.size === 1 ? [...hosts][0] : undefined;
}

function appIdIn({ key, value }: Neighbour): string | undefined {
  if (!APP_ID.test(value)) return undefined;
  const shown = key === undefined ? /\d/.test(value) && /[A-Z]/.test(value) : APP_NAMES.includes(key.toLowerCase());
  return shown ? value : undefined;
}

function clientKeyIn({ key, value }: Neighbour): string | undefined {
  return key !== undefined && CLIENT_NAMES.includes(key.toLowerCase()) ? value : undefined;
}

function plan(backend: Backend, nonce: string): readonly ProbeRequest[] {
  const { host, appId, clientKey } = backend.details;
  if (host === undefined || appId === undefined || !APP_ID.test(appId)) return [];
  if (!/^(?:parseapi\.back4app\.com|(?!xn--)[a-z0-9-]{1,63}\.b4a\.(?:io|app))$/.test(host)) return [];
  const base = host === 'parseapi.back4app.com' ? `https://${host}` : `https://${host}/parse`;
  const headers = {
    'x-parse-application-id': appId,
    ...(clientKey !== undefined && /^[A-Za-z0-9]{20,64}$/.test(clientKey) ? { 'x-parse-client-key': clientKey } : {}),
  };
  const named = backend.paths.map((path) => /^\/classes\/([A-Za-z_][A-Za-z0-9_]{0,127})$/.exec(path)?.[1]);
  const classes = [...new Set(['_User', ...named.filter((name) => name !== undefined)])].slice(0, 4);
  // Users are deleted by their own session alone.
  const deletable = classes.filter((name) => !name.startsWith('_'));
  return [
    ...classes.map((name) => countRequest(base, headers, name)),
    ...deletable.map((name) => deleteRequest(base, headers, name, nonce)),
  ];
}

/**
 * Class-level permissions are asked before the object is looked for (parse-server, src/rest.js and
 * DatabaseController), so 119 is a refusal; that the object is missing says nothing of the ACLs of those that are there.
 */
function deleteRequest(
  base: string,
  headers: Readonly<Record<string, string>>,
  name: string,
  nonce: string,
): ProbeRequest {
  return {
    id: 'parse-delete',
    method: 'DELETE',
    url: `${base}/classes/${name}/${nonce}`,
    headers,
    audience: 'anyone',
    read: (answer) => {
      const code = jsonObject(answer.body)?.code;
      if (code === 119) return closed(`Strangers may not delete objects of ${name}.`);
      if (answer.status === 401 || answer.status === 403) return closed('The app’s keys are refused.');
      if (code === 101)
        return undecided(
          `The class-level permissions of ${name} do not forbid strangers to delete; its objects’ ACLs may.`,
        );
      return unexpected(answer);
    },
  };
}

function countRequest(base: string, headers: Readonly<Record<string, string>>, name: string): ProbeRequest {
  return {
    id: 'parse-count',
    method: 'GET',
    url: `${base}/classes/${name}?limit=0&count=1`,
    headers,
    audience: 'anyone',
    read: (answer): ProbeVerdict => {
      const body = jsonObject(answer.body);
      if (answer.status === 401 || answer.status === 403 || body?.code === 119)
        return closed(`Strangers may not query ${name}, or the keys are refused.`);
      if (answer.status !== 200) return unexpected(answer);
      const count = body?.count;
      return typeof count === 'number' && count > 0
        ? opened(`Anybody can query ${name}: ${count} objects are visible.`, ['list', 'read'])
        : undecided(`No object of ${name} is visible: there is none, or their ACLs hide them all.`);
    },
  };
}

const APP_EXAMPLE = sample('alnum', 40);
const SERVER = 'https://parseapi.back4app.com/';

export const parse: BackendDefinition = {
  kind: 'parse',
  title: 'Parse app (Back4App)',
  provider: 'other',
  type: 'backend',
  docs: [
    'https://docs.parseplatform.org/rest/guide/#security',
    'https://www.back4app.com/docs/security/parse-security',
  ],
  anchors: ['back4app.com', '.b4a.io', '.b4a.app'],
  examples: [
    {
      text: SERVER,
      around: [{ key: 'applicationId', value: APP_EXAMPLE }],
      gives: [`parse:${APP_EXAMPLE}`],
      why: 'the shared host, with the application id beside it',
    },
    {
      text: SERVER,
      around: [{ value: APP_EXAMPLE }],
      gives: [`parse:${APP_EXAMPLE}`],
      why: 'strings in code, without names',
    },
    { text: 'https://acmeprod.b4a.io', gives: ['parse:acmeprod'], why: 'an app’s own subdomain' },
    { text: 'https://acmeprod.b4a.app/parse/classes/Orders', gives: ['parse:acmeprod'], why: 'with a class' },
    {
      text: `${SERVER}classes/_User`,
      around: [{ key: 'PARSE_APP_ID', value: APP_EXAMPLE }],
      gives: [`parse:${APP_EXAMPLE}`],
      why: 'the class of the users',
    },
    { text: 'wss://acmeprod.b4a.io', gives: ['parse:acmeprod'], why: 'live queries' },
    { text: SERVER, gives: [], why: 'a constant: no app' },
    { text: SERVER, around: [{ key: 'applicationId', value: 'YOUR_APP_ID_HERE' }], gives: [], why: 'a placeholder' },
    { text: 'https://www.back4app.com/docs', gives: [], why: 'the vendor’s site' },
    { text: 'https://b4a.io', gives: [], why: 'the bare domain' },
    { text: 'https://your-app.b4a.io', gives: [], why: 'a placeholder' },
    { text: SERVER, around: [{ value: sample('hex', 40) }], gives: [], why: 'a hash, not an id' },
  ],
  recognise: (text) => recognise(plainText(text)),
  rules: accessRules({
    kind: 'parse',
    word: 'open',
    noun: 'Parse app',
    knows:
      'The app’s id stands in the app; a class that it names showed objects to a caller with nothing but what ships.',
    remediation: [
      'Set class-level permissions for every class: no public `find`, `get`, `create`, `update` or `delete` that the app does not need.',
      'Give each object an ACL of its owner, and turn off client class creation.',
      'Do not let `_User` be queried: only the user’s own object.',
    ],
    prove:
      'Run `curl -H "X-Parse-Application-Id: <id>" "https://parseapi.back4app.com/classes/_User?limit=0&count=1"`: it must answer with code 119 or a count of 0.',
    references: [
      'https://docs.parseplatform.org/rest/guide/#class-level-permissions',
      'https://docs.parseplatform.org/rest/guide/#security',
    ],
  }),
  probing: {
    hosts: ['back4app.com', 'b4a.io', 'b4a.app'],
    specs: [
      {
        id: 'parse-count',
        mode: 'read',
        request: 'GET /classes/<class>?limit=0&count=1 with the app’s public keys',
        proves: 'how many objects anybody sees; none proves nothing',
        sideEffects: 'none: the answer holds no object',
        reference: 'https://docs.parseplatform.org/rest/guide/#counting-objects',
      },
      {
        id: 'parse-delete',
        mode: 'write',
        request: 'DELETE /classes/<class>/<nonce> with the app’s public keys',
        proves: 'that the class-level permissions forbid strangers to delete; anything else stays undecided',
        sideEffects: 'none: the object does not exist',
        reference: 'https://docs.parseplatform.org/rest/guide/#class-level-permissions',
      },
    ],
    plan,
  },
};

const MASTER_NAMES = ['parse_master_key', 'back4app_master_key', 'x-parse-master-key', 'master_key'].flatMap(spellings);
const PARSE_EVIDENCE = /parse|back4app|b4a\.(?:io|app)/i;
const IN_HEADER = /X-Parse-Master-Key["']?\s{0,4}[:=,]\s{0,4}["']?([A-Za-z0-9_-]{16,128})(?![A-Za-z0-9_-])/gi;

function* recogniseMasterKey(text: Text): Generator<CredentialMention, void, undefined> {
  for (const match of matches(text.value, IN_HEADER)) {
    if (match[1] !== undefined && !isPlaceholderSecret(match[1])) yield masterKey(text, match[1]);
  }
  if (!isNamed(text, MASTER_NAMES) || !/^[A-Za-z0-9_-]{16,128}$/.test(text.value) || isPlaceholderSecret(text.value))
    return;
  const shown =
    PARSE_EVIDENCE.test(text.key ?? '') ||
    around(text).some((one) => PARSE_EVIDENCE.test(`${one.key ?? ''} ${one.value.slice(0, 256)}`));
  if (shown) yield masterKey(text, text.value);
}

function masterKey(text: Text, secret: string): CredentialMention {
  return credentialMention(text, {
    kind: 'parse-master-key',
    secret,
    grade: 'administrative',
    why: 'The master key passes every ACL and class-level permission, wherever the server takes it from any address.',
    rule: 'parse-master-key',
  });
}

export const parseMasterKey: BackendDefinition = {
  kind: 'parse-master-key',
  title: 'Parse master key',
  provider: 'other',
  type: 'credential',
  docs: ['https://docs.parseplatform.org/rest/guide/#security'],
  anchors: ['X-Parse-Master-Key'],
  keys: MASTER_NAMES,
  examples: [
    { text: sample('alnum', 40, 7), key: 'PARSE_MASTER_KEY', gives: ['parse-master-key'], why: 'the name says it' },
    {
      text: sample('alnum', 40, 7),
      key: 'masterKey',
      around: [{ key: 'serverURL', value: SERVER }],
      gives: ['parse-master-key'],
      why: 'a Parse server beside it',
    },
    { text: `"X-Parse-Master-Key": "${sample('alnum', 40, 7)}"`, gives: ['parse-master-key'], why: 'in a header' },
    { text: sample('alnum', 40, 7), key: 'masterKey', gives: [], why: 'nothing says that it is Parse’s' },
    { text: 'YOUR_MASTER_KEY_HERE', key: 'PARSE_MASTER_KEY', gives: [], why: 'a placeholder' },
    { text: 'X-Parse-Master-Key', gives: [], why: 'a constant of the SDK' },
  ],
  recognise: recogniseMasterKey,
  rules: [
    credentialRule({
      id: 'parse-master-key',
      title: 'Parse master key ships with the app',
      severity: 'critical',
      meaning:
        'Whoever unpacks the app can read, change and erase every object and every user of the Parse app, unless the server takes the key from certain addresses only.',
      knows: 'The value stands under the name, or in the header, of the master key.',
      revoke:
        'Change the master key: on Back4App under App Settings, Security & Keys; on a server of your own in its configuration, with `masterKeyIps` set.',
      instead: 'Ship the application id and the client key only; what needs the master key belongs into Cloud Code.',
      references: ['https://docs.parseplatform.org/rest/guide/#security'],
    }),
  ],
};
