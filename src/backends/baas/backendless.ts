import type { BackendMention, Text } from '../../model.ts';
import { accessRules } from '../../shared/access-rules.ts';
import type { BackendDefinition } from '../backend.ts';
import { HOST_END, HOST_START, literalPath, matches, plainText, withDetails, withPaths } from '../recognition.ts';
import { backendMention } from '../shared-mentions.ts';

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
    yield backendMention(
      text,
      { kind: 'backendless', name: (match[1] ?? '').toLowerCase() },
      withDetails({ host: match[0].toLowerCase() }),
    );
  }
}

const APP = '7B1E4F3A-52C8-4D9F-FF2A-6C0E9D1B8A00';
const REST = '9D2C6A41-0B7E-4C35-8F19-E3A5B7C9D100';

/** Inventory unless the repository says more: its keys for REST, Android and iOS are public by design. */
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
    knows: 'The app’s id stands in the app or the repository.',
    remediation: [
      'Deny `NotAuthenticatedUser` the operations on each table that the app does not need: Backendless console, Data, Permissions.',
      'Give records to their owners with the owner policy.',
    ],
    prove: 'Run `curl "https://api.backendless.com/<app id>/<REST key>/data/<table>/count"`: it must be refused.',
    references: ['https://backendless.com/docs/rest/'],
  }),
};
