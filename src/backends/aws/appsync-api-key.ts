import type { Text } from '../../model.ts';
import { matchesOf } from '../../shared/grammar.ts';
import type { BackendDefinition } from '../backend.ts';
import { pieces } from '../shared-examples.ts';
import { credentialMention } from '../shared-mentions.ts';

/** The key's form, without boundaries. */
export const API_KEY = 'da2-[a-z0-9]{26}';

const PATTERN = new RegExp(`(?<![A-Za-z0-9_-])${API_KEY}(?![A-Za-z0-9_-])`, 'g');

function* recognise(text: Text) {
  const keys = [...matchesOf(PATTERN, text.value)].map((match) => match[0]);
  for (const secret of new Set(keys)) {
    if (/^da2-(.)\1{5}|example|abcdefghij|1234567890/.test(secret)) continue;
    yield credentialMention(text, {
      kind: 'appsync-api-key',
      secret,
      grade: 'restricted',
      why: 'AppSync API keys are made to ship in clients; what they open is decided by the authorization rules of the schema.',
    });
  }
}

const key = pieces('da2', '-', 'h4nq7zk2vx5w8ytr3fmb6cdeju');

export const appsyncApiKey: BackendDefinition = {
  kind: 'appsync-api-key',
  title: 'AWS AppSync API key',
  provider: 'aws',
  type: 'credential',
  docs: ['https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html#api-key-authorization'],
  anchors: ['da2-'],
  examples: [
    { text: key, gives: ['appsync-api-key'], why: 'the key' },
    { text: `x-api-key: ${key}`, gives: ['appsync-api-key'], why: 'in a header' },
    { text: `{"ApiKey":"${key}"}`, gives: ['appsync-api-key'], why: 'in a config' },
    { text: pieces('da2-', 'x'.repeat(26)), gives: [], why: 'placeholder' },
    { text: 'da2-short', gives: [], why: 'too short' },
    { text: 'lambda2-h4nq7zk2vx5w8ytr3fmb6cdeju', gives: [], why: 'end of another word' },
    { text: `${key}0a1b`, gives: [], why: 'too long' },
  ],
  recognise,
  rules: [],
};
