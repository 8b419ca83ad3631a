import { sample } from '../samples.ts';
import { keyDefinition } from './key-definition.ts';

const DOCS = ['https://cloudinary.com/documentation/product_environment_settings'];

export const cloudinary = keyDefinition({
  kind: 'cloudinary-url',
  title: 'Cloudinary address with secret',
  docs: DOCS,
  anchors: ['cloudinary://'],
  named: { names: ['cloudinary_api_secret', 'cloudinary_secret'], form: /^[A-Za-z0-9_-]{27}$/ },
  owner: {
    named: {
      names: ['cloudinary_cloud_name', 'cloudinary_name', 'cloudinary_cloud'],
      form: /^[A-Za-z0-9_-]{2,64}$/,
    },
  },
  form: 'cloudinary:\\/\\/\\d{12,18}:[A-Za-z0-9_-]{20,40}@[A-Za-z0-9_-]{2,64}',
  judge: () => ({
    grade: 'administrative',
    why: 'Key and secret manage the whole product environment: upload, overwrite and delete.',
    rule: 'cloudinary-url',
  }),
  examples: [
    {
      text: `cloudinary://123451234512345:${sample('alnum', 27)}@acme-prod`,
      gives: ['cloudinary-url'],
      why: 'the environment variable’s form',
    },
    {
      text: `CLOUDINARY_URL=cloudinary://123451234512345:${sample('alnum', 27, 2)}@acme-prod`,
      gives: ['cloudinary-url'],
      why: 'in an environment file',
    },
    {
      text: sample('alnum', 27, 3),
      key: 'CLOUDINARY_API_SECRET',
      around: [{ key: 'CLOUDINARY_CLOUD_NAME', value: 'acme-prod', at: -2 }],
      gives: ['cloudinary-url'],
      why: 'the secret by itself, under its name',
    },
    {
      text: `[DEBUG] Using cloudinary_apiSecret=${sample('alnum', 27, 4)}`,
      gives: ['cloudinary-url'],
      why: 'a name in snake and in camel case, in a line of a log',
    },
    {
      text: sample('alnum', 27, 5),
      key: 'CLOUDINARY_APISECRET',
      gives: ['cloudinary-url'],
      why: 'a name as environment variables often have it',
    },
    { text: '123451234512345', key: 'CLOUDINARY_API_KEY', gives: [], why: 'the key’s id, which is public' },
    { text: 'your_api_secret', key: 'CLOUDINARY_API_SECRET', gives: [], why: 'a placeholder' },
    { text: 'cloudinary://<api_key>:<api_secret>@<cloud_name>', gives: [], why: 'a template' },
    { text: 'cloudinary://', gives: [], why: 'the scheme alone' },
  ],
  rules: [
    {
      id: 'cloudinary-url',
      title: 'Cloudinary secret ships with the app',
      severity: 'critical',
      precision: 'very-high',
      meaning: 'Whoever unpacks the app can list, overwrite and delete every image and video that your users uploaded.',
      knows: 'The value has the form that the service gives to this key.',
      revoke: 'Make a new pair and delete this one under Settings, API Keys.',
      instead: 'Upload with an unsigned preset, or with signatures that a server makes.',
      references: DOCS,
    },
  ],
});
