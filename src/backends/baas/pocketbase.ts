import type { Backend, BackendMention, Text } from '../../model.ts';
import { accessRules } from '../../shared/access-rules.ts';
import { isLocalHost } from '../../shared/grammar.ts';
import type { BackendDefinition, ProbeRequest } from '../backend.ts';
import { isSampleName } from '../placeholders.ts';
import { HOST_END, HOST_START, matches, plainText, withDetails, withPaths } from '../recognition.ts';
import { backendMention } from '../shared-mentions.ts';
import { absent, closed, jsonObject, opened, undecided, unexpected } from '../verdicts.ts';

const NAME = '[A-Za-z_][A-Za-z0-9_]{0,99}';
const HOSTED = new RegExp(
  `${HOST_START}([a-z0-9][a-z0-9-]{0,62})\\.(?:pockethost\\.io|pocketbase\\.io)${HOST_END}(?:\\/api\\/collections\\/(${NAME})\\/)?`,
  'gi',
);
const SELF_HOSTED = new RegExp(
  `(?<=https?:\\/\\/)([a-z0-9][a-z0-9-]{0,62}(?:\\.[a-z0-9-]{1,63}){1,5})(?::\\d{1,5})?\\/api\\/collections\\/(${NAME})\\/(?:records|auth-with-password)`,
  'gi',
);
/** `new PocketBase("https://…")`, `PocketBase('https://…')` */
const CLIENT = /\bPocketBase\(\s{0,4}["'`]https?:\/\/([a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,63}){1,5})(?=[/:"'`])/gi;

function* recognise(text: Text): Generator<BackendMention, void, undefined> {
  for (const pattern of [HOSTED, SELF_HOSTED, CLIENT]) {
    for (const match of matches(text.value, pattern)) {
      const host = (pattern === HOSTED ? (match[0].split('/')[0] ?? '') : (match[1] ?? '')).toLowerCase();
      if (isLocalHost(host) || isSampleName(host.split('.')[0] ?? '') || VENDOR.test(host)) continue;
      const collection = pattern === CLIENT ? undefined : match[2];
      yield backendMention(
        text,
        { kind: 'pocketbase', name: host },
        { ...withDetails({ host }), ...withPaths([collection === undefined ? undefined : `/${collection}`]) },
      );
    }
  }
}

const VENDOR = /^(?:www|docs|demo|app|api|status)\.(?:pocketbase|pockethost)\.io$|\.example$|^example\./;

function plan(backend: Backend, nonce: string): readonly ProbeRequest[] {
  if (!/^(?!xn--)[a-z0-9][a-z0-9-]{0,62}\.pockethost\.io$/.test(backend.name)) return [];
  return backend.paths
    .filter((path) => /^\/[A-Za-z_][A-Za-z0-9_]{0,99}$/.test(path))
    .slice(0, 2)
    .flatMap((path) => {
      const records = `https://${backend.name}/api/collections${path}/records`;
      return [listRequest(records, path), deleteRequest(records, path, nonce)];
    });
}

function listRequest(records: string, path: string): ProbeRequest {
  return {
    id: 'pocketbase-records',
    method: 'GET',
    url: `${records}?perPage=1&skipTotal=0&fields=id`,
    audience: 'anyone',
    read: (answer) => {
      if (answer.status === 403) return closed('Only superusers may list the collection.');
      if (answer.status === 404 && jsonObject(answer.body) !== undefined) return absent('There is no such collection.');
      if (answer.status !== 200) return unexpected(answer);
      const total = jsonObject(answer.body)?.totalItems;
      return typeof total === 'number' && total > 0
        ? opened(`Anybody can read records of ${path}.`, ['list', 'read'])
        : undecided('No record is visible: the collection is empty, or its rule hides them all.');
    },
  };
}

/** A rule that is null answers 403 before anything is looked for; 404 says only that there is a rule. */
function deleteRequest(records: string, path: string, nonce: string): ProbeRequest {
  return {
    id: 'pocketbase-delete',
    method: 'DELETE',
    url: `${records}/${nonce}`,
    audience: 'anyone',
    read: (answer) => {
      if (answer.status === 403) return closed(`Only superusers may delete records of ${path}.`);
      if (answer.status === 404)
        return undecided(`${path} has a rule for deleting, which may be open or may ask for the owner.`);
      return unexpected(answer);
    },
  };
}

export const pocketbase: BackendDefinition = {
  kind: 'pocketbase',
  title: 'PocketBase server',
  provider: 'other',
  type: 'backend',
  docs: ['https://pocketbase.io/docs/api-rules-and-filters/'],
  anchors: ['/api/collections/', 'pockethost.io', 'PocketBase('],
  examples: [
    { text: 'https://acme-prod.pockethost.io', gives: ['pocketbase:acme-prod.pockethost.io'], why: 'a hosted server' },
    {
      text: 'https://acme-prod.pockethost.io/api/collections/posts/records?page=1',
      gives: ['pocketbase:acme-prod.pockethost.io'],
      why: 'with a collection',
    },
    {
      text: 'https://pb.acme-shop.io/api/collections/users/auth-with-password',
      gives: ['pocketbase:pb.acme-shop.io'],
      why: 'a server of its own',
    },
    {
      text: `new PocketBase('https://pb.acme-shop.io')`,
      gives: ['pocketbase:pb.acme-shop.io'],
      why: 'the SDK’s constructor',
    },
    {
      text: `PocketBase("https://pb.acme-shop.io/")`,
      gives: ['pocketbase:pb.acme-shop.io'],
      why: 'the Dart SDK’s constructor',
    },
    {
      text: 'https://pb.acme-shop.io/api/collections/orders/records/abc123',
      gives: ['pocketbase:pb.acme-shop.io'],
      why: 'one record',
    },
    { text: 'http://127.0.0.1:8090/api/collections/users/records', gives: [], why: 'a developer’s own machine' },
    { text: '/api/collections/users/records', gives: [], why: 'no host' },
    { text: 'https://pocketbase.io/docs', gives: [], why: 'the vendor’s site' },
    { text: `new PocketBase('http://localhost:8090')`, gives: [], why: 'a developer’s own machine' },
    { text: 'https://example.com/api/collections/users/records', gives: [], why: 'a documentation host' },
    { text: 'https://api.acme-shop.io/api/collections/spring', gives: [], why: 'another interface with such a path' },
  ],
  recognise: (text) => recognise(plainText(text)),
  rules: accessRules({
    kind: 'pocketbase',
    word: 'open',
    noun: 'PocketBase server',
    knows:
      'The server’s address stands in the app; a collection that the app names showed records to a caller without credentials, or the repository’s migrations leave its rule empty.',
    remediation: [
      'Give each API rule of the collection a condition: `@request.auth.id != "" && user = @request.auth.id`. An empty rule lets anybody in; only a locked rule lets nobody.',
      'Lock what the app does not use.',
      'Look through the rules of file fields too: mark private files as protected.',
    ],
    prove:
      'Run `curl "https://<server>/api/collections/<collection>/records?perPage=1"`: it must answer 403, or no items.',
    references: ['https://pocketbase.io/docs/api-rules-and-filters/'],
  }),
  probing: {
    hosts: ['pockethost.io'],
    specs: [
      {
        id: 'pocketbase-records',
        mode: 'read',
        request: 'GET /api/collections/<collection>/records?perPage=1&fields=id',
        proves: 'that records are visible to anybody; none proves nothing',
        sideEffects: 'none: at most one id, which is not kept',
        reference: 'https://pocketbase.io/docs/api-records/',
      },
      {
        id: 'pocketbase-delete',
        mode: 'write',
        request: 'DELETE /api/collections/<collection>/records/<random>',
        proves: 'that deleting is locked; anything else stays undecided',
        sideEffects: 'none: the record does not exist',
        reference: 'https://pocketbase.io/docs/api-records/',
      },
    ],
    plan,
  },
};
