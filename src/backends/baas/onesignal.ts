import type { CredentialMention, Text } from '../../model.ts';
import type { BackendDefinition } from '../backend.ts';
import { isPlaceholderSecret } from '../placeholders.ts';
import { isNamed, matches, spellings, TOKEN_END, TOKEN_START } from '../recognition.ts';
import { sample } from '../samples.ts';
import { credentialMention } from '../shared-mentions.ts';
import { credentialRule } from '../shared-rules.ts';

const KEY = new RegExp(`${TOKEN_START}os_v2_(app|org)_[a-z2-7]{80,120}${TOKEN_END}`, 'g');
/** The legacy key: 36 bytes in base64, told only by the name it stands under. */
const LEGACY = /^[A-Za-z0-9+/]{48}$/;
const NAMES = [
  'onesignal_rest_api_key',
  'onesignal_api_key',
  'onesignal_rest_key',
  'onesignal_auth_key',
  'one_signal_rest_api_key',
  'one_signal_api_key',
].flatMap(spellings);

function* recognise(text: Text): Generator<CredentialMention, void, undefined> {
  for (const match of matches(text.value, KEY)) {
    if (!isPlaceholderSecret(match[0])) yield mention(text, match[0], match[1] === 'org');
  }
  if (isNamed(text, NAMES) && LEGACY.test(text.value) && !isPlaceholderSecret(text.value))
    yield mention(text, text.value, false);
}

function mention(text: Text, secret: string, organization: boolean): CredentialMention {
  return credentialMention(text, {
    kind: 'onesignal-key',
    secret,
    grade: organization ? 'administrative' : 'privileged',
    why: organization
      ? 'The key of an organization manages all its apps.'
      : 'The REST key sends messages to all users of the app, and reads and deletes their records.',
    rule: 'onesignal-rest-key',
  });
}

export const onesignal: BackendDefinition = {
  kind: 'onesignal-key',
  title: 'OneSignal REST API key',
  provider: 'other',
  type: 'credential',
  docs: ['https://documentation.onesignal.com/docs/keys-and-ids'],
  anchors: ['os_v2_app_', 'os_v2_org_'],
  keys: NAMES,
  examples: [
    { text: `os_v2_app_${sample('base32', 103)}`, gives: ['onesignal-key'], why: 'the key of an app' },
    {
      text: `Authorization: Key os_v2_org_${sample('base32', 103)}`,
      gives: ['onesignal-key'],
      why: 'the key of an organization, in a header',
    },
    {
      text: sample('alnum', 48),
      key: 'ONESIGNAL_REST_API_KEY',
      gives: ['onesignal-key'],
      why: 'a legacy key under its name',
    },
    {
      text: 'b2f7f966-d8cc-11e4-bed1-df8f05be55ba',
      key: 'ONESIGNAL_APP_ID',
      gives: [],
      why: 'an app id, which is public',
    },
    { text: 'YOUR_REST_API_KEY', key: 'ONESIGNAL_REST_API_KEY', gives: [], why: 'a placeholder' },
    { text: `os_v2_app_${'x'.repeat(103)}`, gives: [], why: 'a placeholder' },
  ],
  recognise,
  rules: [
    credentialRule({
      id: 'onesignal-rest-key',
      title: 'OneSignal REST API key ships with the app',
      severity: 'high',
      meaning:
        'Whoever unpacks the app can send push messages to all its users in your name, and read or delete the records of their devices.',
      knows: 'The value has the form of OneSignal’s keys, or stands under the name of one.',
      revoke: 'Rotate the key: OneSignal dashboard, Settings, Keys & IDs.',
      instead: 'Ship the app id only; send from a server.',
      references: ['https://documentation.onesignal.com/docs/keys-and-ids'],
    }),
  ],
};
