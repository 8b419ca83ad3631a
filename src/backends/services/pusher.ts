import { sample } from '../samples.ts';
import { keyDefinition } from './key-definition.ts';

const DOCS = ['https://pusher.com/docs/channels/server_api/authorizing-users/'];

export const pusher = keyDefinition({
  kind: 'pusher-secret',
  title: 'Pusher Channels secret',
  docs: DOCS,
  anchors: ['.pusher.com/apps/', '.pusherapp.com/apps/'],
  // PUSHER_URL: the key and the secret before the host.
  form: '[0-9a-f]{20}(?=@api(?:-[a-z0-9]{2,12})?\\.pusher(?:app)?\\.com/apps/\\d)',
  named: { names: ['pusher_app_secret', 'pusher_secret'], form: /^[0-9a-f]{20}$/ },
  owner: { named: { names: ['pusher_app_id', 'pusher_appid'], form: /^\d{3,12}$/ } },
  judge: () => ({
    grade: 'privileged',
    why: 'The secret signs events and lets its holder into every private channel.',
    rule: 'pusher-secret',
  }),
  examples: [
    { text: `${sample('hex', 20)}`, key: 'PUSHER_APP_SECRET', gives: ['pusher-secret'], why: 'the name says it' },
    { text: `${sample('hex', 20, 2)}`, key: 'pusherSecret', gives: ['pusher-secret'], why: 'camel case' },
    { text: `${sample('hex', 20)}`, key: 'PUSHER_APP_KEY', gives: [], why: 'the key, which is public' },
    {
      text: `https://${sample('hex', 20)}:${sample('hex', 20, 2)}@api-eu.pusher.com/apps/1234567`,
      gives: ['pusher-secret'],
      why: 'the address that the service shows for servers',
    },
    { text: 'https://api-eu.pusher.com/apps/1234567/events', gives: [], why: 'an address without a secret' },
    { text: 'YOUR_APP_SECRET', key: 'PUSHER_APP_SECRET', gives: [], why: 'a placeholder' },
  ],
  rules: [
    {
      id: 'pusher-secret',
      title: 'Pusher secret ships with the app',
      severity: 'high',
      precision: 'high',
      meaning:
        'Whoever unpacks the app can listen to the private channels of other users and send events to all of them.',
      knows: 'The value stands under the name of the secret and has its form.',
      revoke: 'Reset the app’s keys in the Pusher dashboard under App Keys.',
      instead: 'Ship the key only; let a server authorize private channels.',
      references: DOCS,
    },
  ],
});
