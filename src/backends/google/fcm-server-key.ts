import type { CredentialMention, Text } from '../../model.ts';
import type { BackendDefinition } from '../backend.ts';
import { isPlaceholderSecret } from '../placeholders.ts';
import { matches, TOKEN_END, TOKEN_START } from '../recognition.ts';
import { sample } from '../samples.ts';
import { credentialMention } from '../shared-mentions.ts';
import { credentialRule } from '../shared-rules.ts';

/** A device's registration token has the same second half; only a server key begins with `AAAA`. */
const KEY = new RegExp(`${TOKEN_START}AAAA[A-Za-z0-9_-]{7}:APA91b[A-Za-z0-9_-]{120,160}${TOKEN_END}`, 'g');
const REFERENCES = ['https://firebase.google.com/docs/cloud-messaging/migrate-v1'];

function* recognise(text: Text): Generator<CredentialMention, void, undefined> {
  for (const match of matches(text.value, KEY)) {
    if (isPlaceholderSecret(match[0])) continue;
    yield credentialMention(text, {
      kind: 'fcm-server-key',
      secret: match[0],
      grade: 'restricted',
      why: 'The API that took this key was shut down from 22 July 2024 on; it shows that a server’s key was put into the app.',
      rule: 'fcm-server-key',
    });
  }
}

export const fcmServerKey: BackendDefinition = {
  kind: 'fcm-server-key',
  title: 'Firebase Cloud Messaging server key (legacy)',
  provider: 'google',
  type: 'credential',
  docs: REFERENCES,
  anchors: [':APA91b'],
  examples: [
    {
      text: `AAAA${sample('alnum', 7)}:APA91b${sample('alnum', 134)}`,
      gives: ['fcm-server-key'],
      why: 'the legacy server key',
    },
    {
      text: `Authorization: key=AAAA${sample('alnum', 7)}:APA91b${sample('alnum', 134, 3)}`,
      gives: ['fcm-server-key'],
      why: 'in a header',
    },
    {
      text: `${sample('alnum', 22)}:APA91b${sample('alnum', 134)}`,
      gives: [],
      why: 'the registration token of a device',
    },
    { text: ':APA91b', gives: [], why: 'a constant' },
    { text: `AAAA${sample('alnum', 7)}:APA91b${'x'.repeat(134)}`, gives: [], why: 'a placeholder' },
  ],
  recognise,
  rules: [
    credentialRule({
      id: 'fcm-server-key',
      title: 'Legacy Cloud Messaging server key ships with the app',
      severity: 'low',
      meaning:
        'With this key anybody could send messages to all users of the app. The API that takes it has been shut down, so it should open nothing any more.',
      knows: 'The value has the form of a legacy server key.',
      revoke: 'Delete the key in the Cloud console under APIs & Services, Credentials.',
      instead: 'Send from a server with the HTTP v1 API and a service account.',
      references: REFERENCES,
    }),
  ],
};
