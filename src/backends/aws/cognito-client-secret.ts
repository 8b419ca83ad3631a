import type { Text } from '../../model.ts';
import { around } from '../recognition.ts';
import { sample } from '../samples.ts';
import { keyDefinition } from '../services/key-definition.ts';

const DOCS = ['https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html'];

/** A pool's id (`eu-west-1_aBc4Xy9Qz`) or the word beside it: other services have app client secrets as well. */
const POOL = /cognito|\b[a-z]{2}(?:-[a-z]{2,9}){1,3}-\d_[0-9A-Za-z]{9}\b/i;

function standsBesidePool(text: Text): boolean {
  return [
    text.key ?? '',
    text.value,
    ...around(text).map(({ key, value }) => `${key ?? ''} ${value.slice(0, 256)}`),
  ].some((value) => POOL.test(value));
}

export const cognitoClientSecret = keyDefinition({
  kind: 'cognito-client-secret',
  title: 'Secret of an Amazon Cognito app client',
  provider: 'aws',
  docs: DOCS,
  anchors: [],
  named: {
    names: ['app_client_secret', 'cognito_client_secret', 'cognito_app_client_secret', 'user_pool_client_secret'],
    form: /^[a-z0-9]{40,64}$/,
  },
  judge: (_, text) =>
    standsBesidePool(text)
      ? {
          grade: 'restricted',
          why: 'It shows only that a request comes from the app client; in an app it shows nothing.',
          rule: 'cognito-client-secret',
        }
      : undefined,
  examples: [
    {
      text: sample('base32', 52),
      key: 'AppClientSecret',
      around: [{ key: 'PoolId', value: 'eu-west-1_aBc4Xy9Qz', at: -2 }],
      gives: ['cognito-client-secret'],
      why: 'awsconfiguration.json',
    },
    {
      text: sample('base32', 51, 2),
      key: 'COGNITO_CLIENT_SECRET',
      gives: ['cognito-client-secret'],
      why: 'the name says whose it is',
    },
    { text: sample('base32', 52), key: 'AppClientSecret', gives: [], why: 'an app client of anybody' },
    { text: sample('base32', 26), key: 'cognito_client_secret', gives: [], why: 'as long as an id' },
    { text: 'your-app-client-secret', key: 'cognito_client_secret', gives: [], why: 'a placeholder' },
  ],
  rules: [
    {
      id: 'cognito-client-secret',
      title: 'Secret of a Cognito app client ships with the app',
      severity: 'medium',
      precision: 'high',
      meaning:
        'Whoever unpacks the app can ask the user pool as the app client does; a server that takes the secret for proof of itself (client credentials, admin flows) is open to them.',
      knows: 'The value stands under the name of the secret, beside the pool.',
      revoke: 'Make a new app client without a secret for the app, and delete the old one once no release uses it.',
      instead: 'Public clients have no secret: use the authorization code flow with PKCE, or SRP.',
      references: DOCS,
    },
  ],
});
