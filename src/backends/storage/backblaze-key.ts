import { sample } from '../samples.ts';
import { keyDefinition } from '../services/key-definition.ts';

const DOCS = ['https://www.backblaze.com/docs/cloud-storage-application-keys'];

const ID = `005${sample('hex', 22)}`;
const KEY = `K005${sample('alnum', 27)}`;

export const backblazeKey = keyDefinition({
  kind: 'backblaze-key',
  title: 'Backblaze B2 application key',
  docs: DOCS,
  anchors: ['backblazeb2.com'],
  form: 'K00\\d[A-Za-z0-9+/]{27}',
  beside: true,
  named: {
    names: [
      'application_key',
      'b2_application_key',
      'b2_app_key',
      'b2_key',
      'b2_secret_key',
      'b2_secret_access_key',
      'backblaze_key',
      'backblaze_api_key',
      'backblaze_application_key',
      'backblaze_secret_key',
    ],
    form: /^K00\d[A-Za-z0-9+/]{27}$/,
  },
  owner: { form: /(?<![A-Za-z0-9])00\d[0-9a-f]{22}(?![A-Za-z0-9])/g },
  judge: () => ({
    grade: 'privileged',
    why: 'It opens the buckets it was made for, or all of the account; which and for what is not in its text.',
    rule: 'backblaze-key',
  }),
  examples: [
    {
      text: KEY,
      key: 'applicationKey',
      around: [{ key: 'applicationKeyId', value: ID, at: -1 }],
      gives: ['backblaze-key'],
      why: 'options of the SDK',
    },
    { text: KEY, key: 'B2_APPLICATION_KEY', gives: ['backblaze-key'], why: 'the variable of the CLI' },
    {
      text: 'https://s3.us-west-004.backblazeb2.com',
      around: [
        { value: ID, at: 1 },
        { value: KEY, at: 2 },
      ],
      gives: ['backblaze-key'],
      why: 'beside the S3 endpoint, without names',
    },
    { text: KEY, gives: [], why: 'nothing says whose it is' },
    { text: ID, key: 'applicationKeyId', gives: [], why: 'an id alone opens nothing' },
    { text: 'https://f004.backblazeb2.com/file/acme/a.png', gives: [], why: 'an address' },
    { text: 'K00yourapplicationkeyhere', key: 'applicationKey', gives: [], why: 'a placeholder' },
  ],
  rules: [
    {
      id: 'backblaze-key',
      title: 'Backblaze B2 application key ships with the app',
      severity: 'critical',
      meaning:
        'Whoever unpacks the app can read, replace and erase the files of the buckets that the key was made for, or of all of them.',
      knows: 'The value has the form of an application key and stands under its name, or beside Backblaze’s address.',
      revoke: 'Delete the key: b2 key delete KEYID. Generate a new master application key if it is that one.',
      instead: 'Let your server hand out upload addresses and download authorizations that end.',
      references: DOCS,
    },
  ],
});
