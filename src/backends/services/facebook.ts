import { sample } from '../samples.ts';
import { keyDefinition } from './key-definition.ts';

const DOCS = ['https://developers.facebook.com/docs/facebook-login/security/'];

const SECRET_NAME = /secret/i;

export const facebook = keyDefinition({
  kind: 'facebook-app-secret',
  title: 'Facebook app secret',
  docs: DOCS,
  anchors: [],
  named: {
    names: [
      'facebook_app_secret',
      'fb_app_secret',
      'facebook_secret',
      'facebook_client_secret',
      'facebook_token',
      'facebook_access_token',
      'facebook_client_access_token',
      'facebook_api_token',
      'facebook_api_key',
    ],
    form: /^[0-9a-f]{32}$/,
  },
  judge: (_, text) =>
    SECRET_NAME.test(text.key ?? text.value)
      ? {
          grade: 'privileged',
          why: 'With it anybody can pose as the app’s server towards Facebook.',
          rule: 'facebook-app-secret',
        }
      : {
          grade: 'restricted',
          why: 'Its name does not tell the app’s secret from the client token, which has the same form and is meant to ship.',
        },
  examples: [
    {
      text: `${sample('hex', 32)}`,
      key: 'facebook_app_secret',
      gives: ['facebook-app-secret'],
      why: 'the name says it',
    },
    { text: `${sample('hex', 32, 2)}`, key: 'FB_APP_SECRET', gives: ['facebook-app-secret'], why: 'the short name' },
    {
      text: sample('hex', 32, 3),
      key: 'facebookToken',
      gives: ['facebook-app-secret'],
      why: 'secret or client token: inventory',
    },
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
