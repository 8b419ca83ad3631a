import type { Backend, BackendMention, Text } from '../../model.ts';
import { accessRules } from '../../shared/access-rules.ts';
import type { BackendDefinition, ProbeRequest } from '../backend.ts';
import { HOST_END, HOST_START, literalPath, matches, plainText, withDetails, withPaths } from '../recognition.ts';
import { backendMention } from '../shared-mentions.ts';
import { closed, jsonObject, opened, undecided, unexpected } from '../verdicts.ts';

const ID = '[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}';
/** `<region>api.backendless.com/<application id>/<API key>/data/<table>` */
const URL_FORM = new RegExp(
  `${HOST_START}(?:eu-|us-|sa-)?api\\.backendless\\.com\\/(?:v\\d\\/)?(${ID})\\/(${ID})(?![0-9A-Za-z-])`,
  'gi',
);
const SUBDOMAIN = new RegExp(`${HOST_START}([a-z0-9][a-z0-9-]{2,62})\\.backendless\\.app${HOST_END}`, 'gi');

function* recognise(text: Text): Generator<BackendMention, void, undefined> {
  for (const match of matches(text.value, URL_FORM)) {
    const path = literalPath(text.value.slice(match.index + match[0].length));
    const table = /^\/data\/([A-Za-z_][A-Za-z0-9_]{0,62})/.exec(path ?? '')?.[0];
    yield backendMention(
      text,
      { kind: 'backendless', name: (match[1] ?? '').toUpperCase() },
      { ...withDetails({ host: match[0].split('/')[0]?.toLowerCase(), apiKey: match[2] }), ...withPaths([table]) },
    );
  }
  for (const match of matches(text.value, SUBDOMAIN)) {
    const path = literalPath(text.value.slice(match.index + match[0].length));
    const table = /^\/api(\/data\/[A-Za-z_][A-Za-z0-9_]{0,62})/.exec(path ?? '')?.[1];
    yield backendMention(
      text,
      { kind: 'backendless', name: (match[1] ?? '').toLowerCase() },
      { ...withDetails({ host: match[0].toLowerCase() }), ...withPaths([table]) },
    );
  }
}

const WHOLE_ID = new RegExp(`^${ID}$`);
const MAX_TABLES = 4;

function plan(backend: Backend): readonly ProbeRequest[] {
  const root = rootOf(backend);
  if (root === undefined) return [];
  const named = backend.paths.map((path) => /^\/data\/([A-Za-z_][A-Za-z0-9_]{0,62})$/.exec(path)?.[1]);
  // Every app has the table of its users.
  const tables = [...new Set(['Users', ...named.filter((name) => name !== undefined)])].slice(0, MAX_TABLES);
  return tables.map((table) => ({ ...countRequest(root, table), ...hidden(backend) }));
}

/** The interface of the app: on its own subdomain, or on its cluster’s host below the ids of the app and of its key. */
function rootOf({ name, details }: Backend): string | undefined {
  const { host = '', apiKey = '' } = details;
  if (host === `${name}.backendless.app` && /^(?!xn--)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/.test(name))
    return `https://${host}/api`;
  if (!/^(?:eu-|us-|sa-)?api\.backendless\.com$/.test(host)) return undefined;
  return WHOLE_ID.test(name) && WHOLE_ID.test(apiKey) ? `https://${host}/${name}/${apiKey}` : undefined;
}

/** The key is public by design; it stays out of the ledger all the same, since it is no credential that would be masked. */
function hidden({ details: { apiKey } }: Backend): Pick<ProbeRequest, 'hides'> {
  return apiKey === undefined ? {} : { hides: apiKey };
}

/** The answer is the number alone; records that the caller may not find are not counted. */
function countRequest(root: string, table: string): ProbeRequest {
  return {
    id: 'backendless-count',
    method: 'GET',
    url: `${root}/data/${table}/count`,
    audience: 'anyone',
    read: (answer) => {
      if (answer.status === 401 || answer.status === 403) return closed(`Strangers may not count ${table}.`);
      const code = jsonObject(answer.body)?.code;
      if (answer.status === 400 && typeof code === 'number') {
        return undecided(
          `The service refused to count ${table} (code ${code}): there is no such table, or it may not be read.`,
        );
      }
      if (answer.status !== 200) return unexpected(answer);
      const count = /^\s*(\d{1,18})\s*$/.exec(answer.body)?.[1];
      if (count === undefined) return undecided('The answer is no number.');
      return Number(count) > 0
        ? opened(`Anybody can find records of ${table}: ${count} are visible.`, ['list', 'read'])
        : undecided(`No record of ${table} is visible: it is empty, or its permissions hide them all.`);
    },
  };
}

const APP = '7B1E4F3A-52C8-4D9F-FF2A-6C0E9D1B8A00';
const REST = '9D2C6A41-0B7E-4C35-8F19-E3A5B7C9D100';

/** Inventory unless the repository or a probe says more: its keys for REST, Android and iOS are public by design. */
export const backendless: BackendDefinition = {
  kind: 'backendless',
  title: 'Backendless app',
  provider: 'other',
  type: 'backend',
  docs: ['https://backendless.com/docs/rest/'],
  anchors: ['api.backendless.com', '.backendless.app'],
  examples: [
    {
      text: `https://api.backendless.com/${APP}/${REST}/data/Orders`,
      gives: [`backendless:${APP}`],
      why: 'the REST interface',
    },
    {
      text: `https://eu-api.backendless.com/${APP}/${REST}/users/login`,
      gives: [`backendless:${APP}`],
      why: 'the European cluster',
    },
    {
      text: 'https://acmeprod.backendless.app/api/data/Orders',
      gives: ['backendless:acmeprod'],
      why: 'the app’s own subdomain',
    },
    { text: 'https://api.backendless.com', gives: [], why: 'a constant of the SDK' },
    { text: 'https://api.backendless.com/<APP-ID>/<REST-KEY>/data/Orders', gives: [], why: 'a template' },
    { text: APP, gives: [], why: 'an id alone could be anything’s' },
  ],
  recognise: (text) => recognise(plainText(text)),
  rules: accessRules({
    kind: 'backendless',
    word: 'open',
    noun: 'Backendless app',
    knows:
      'The app’s id stands in the app or the repository; a table that the app names told a caller who is not signed in how many records it may find.',
    remediation: [
      'Deny `NotAuthenticatedUser` the operations on each table that the app does not need: Backendless console, Data, Permissions.',
      'Give records to their owners with the owner policy.',
    ],
    prove: 'Run `curl "https://api.backendless.com/<app id>/<REST key>/data/<table>/count"`: it must be refused.',
    references: ['https://backendless.com/docs/rest/'],
  }),
  probing: {
    hosts: ['backendless.com', 'backendless.app'],
    specs: [
      {
        id: 'backendless-count',
        mode: 'read',
        request: 'GET /data/<table>/count with the app’s public key in the path',
        proves: 'how many records anybody may find; none proves nothing',
        sideEffects: 'none: the answer is a number',
        reference: 'https://backendless.com/docs/rest/data_get_object_count.html',
      },
    ],
    plan,
  },
};
