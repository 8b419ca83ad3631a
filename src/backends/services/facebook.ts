import { spellings } from '../recognition.ts';
import { sample } from '../samples.ts';
import { keyDefinition } from './key-definition.ts';

const DOCS = ['https://developers.facebook.com/docs/facebook-login/security/'];

export const facebook = keyDefinition({
  kind: 'facebook-app-secret',
  title: 'Facebook app secret',
  docs: DOCS,
  anchors: [],
  named: {
    keys: ['facebook_app_secret', 'fb_app_secret', 'facebook_secret', 'facebook_client_secret'].flatMap(spellings),
    form: /^[0-9a-f]{32}$/,
  },
  judge: () => ({
    grade: 'privileged',
    why: 'With it anybody can pose as the app’s server towards Facebook.',
    rule: 'facebook-app-secret',
  }),
  examples: [
    {
      text: `${sample('hex', 32)}`,
      key: 'facebook_app_secret',
      gives: ['facebook-app-secret'],
      why: 'the name says it',
    },
    { text: `${sample('hex', 32, 2)}`, key: 'FB_APP_SECRET', gives: ['facebook-app-secret'], why: 'the short name' },
    { text: `${sample('hex', 32)}`, key: 'facebook_client_token', gives: [], why: 'the client token, which is public' },
    { text: '{app-secret}', key: 'facebook_app_secret', gives: [], why: 'a template' },
  ],
  rules: [
    {
      id: 'facebook-app-secret',
      title: 'Facebook app secret ships with the app',
      severity: 'high',
      precision: 'high',
      meaning:
        'Whoever unpacks the app can make app access tokens: read and change the settings and the insights of the app, and check or exchange tokens of its users.',
      knows: 'The value stands under the name of the secret and has its form.',
      revoke: 'Reset the secret in the app dashboard under Settings, Basic.',
      instead: 'Ship the app id and the client token; keep the secret on a server.',
      references: DOCS,
    },
  ],
});
