import { sample } from '../samples.ts';
import { keyDefinition } from './key-definition.ts';

const DOCS = ['https://developers.cloudflare.com/fundamentals/api/get-started/create-token/'];

export const cloudflareToken = keyDefinition({
  kind: 'cloudflare-token',
  title: 'Cloudflare API token or key',
  provider: 'cloudflare',
  docs: DOCS,
  anchors: [],
  // 40 characters are many things; 37 hexadecimal digits are the global key of an account.
  named: {
    names: [
      'cloudflare_api_token',
      'cloudflare_token',
      'cloudflare_api_key',
      'cloudflare_key',
      'cloudflare_global_api_key',
      'cf_api_token',
      'cf_api_key',
    ],
    form: /^(?:cf(?:at|ut|k)_[A-Za-z0-9]{40,56}|[A-Za-z0-9_-]{40}|[0-9a-f]{37})$/,
  },
  judge: (secret) =>
    /^[0-9a-f]{37}$/.test(secret)
      ? {
          grade: 'administrative',
          why: 'A global key does everything that its user may do in all of the user’s accounts.',
          rule: 'cloudflare-token',
        }
      : {
          grade: 'privileged',
          why: 'A token acts with the permissions it was given, which cannot be read from it.',
          rule: 'cloudflare-token',
        },
  examples: [
    {
      text: sample('alnum', 40),
      key: 'CLOUDFLARE_API_TOKEN',
      gives: ['cloudflare-token'],
      why: 'a token under its usual name',
    },
    { text: sample('hex', 37), key: 'cloudflareApiKey', gives: ['cloudflare-token'], why: 'a global key' },
    {
      text: `cloudflare_token = "${sample('alnum', 40, 2)}"`,
      gives: ['cloudflare-token'],
      why: 'assigned inside a text',
    },
    {
      text: `cfut_${sample('alnum', 48)}`,
      key: 'cf_api_token',
      gives: ['cloudflare-token'],
      why: 'the newer form, of a user',
    },
    { text: sample('alnum', 40), gives: [], why: 'nothing says whose it is' },
    { text: sample('hex', 32), key: 'CLOUDFLARE_ACCOUNT_ID', gives: [], why: 'the id of an account' },
    { text: 'your-cloudflare-api-token-goes-right-here', key: 'cloudflare_api_token', gives: [], why: 'a placeholder' },
  ],
  rules: [
    {
      id: 'cloudflare-token',
      title: 'Cloudflare API token ships with the app',
      severity: 'high',
      precision: 'high',
      meaning:
        'Whoever unpacks the app can do what the token allows: change DNS records, read and write R2 and KV, replace Workers that your users’ requests pass through.',
      knows: 'The value stands under the name of the token and has its form.',
      revoke: 'Roll or delete it under My Profile, API Tokens.',
      instead: 'Let a Worker or a server of yours do what the app needs.',
      references: DOCS,
    },
  ],
});
