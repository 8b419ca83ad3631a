import { sample } from '../samples.ts';
import { keyDefinition } from './key-definition.ts';

const DOCS = ['https://www.twilio.com/docs/iam/api-keys', 'https://www.twilio.com/docs/usage/requests-to-twilio'];
const ACCOUNT = /(?<![A-Za-z0-9])AC[0-9a-f]{32}(?![A-Za-z0-9])/g;

export const twilio = keyDefinition({
  kind: 'twilio-auth-token',
  title: 'Twilio Auth Token',
  docs: DOCS,
  anchors: ['twilio', 'Twilio', 'TWILIO'],
  // 32 hexadecimal digits are any hash: they count beside Twilio's name and an account only.
  form: '[0-9a-f]{32}',
  beside: true,
  named: {
    names: ['twilio_auth_token', 'twilio_token', 'twilio_authtoken', 'twilio_secret'],
    form: /^[0-9a-f]{32}$/,
  },
  owner: { form: ACCOUNT },
  judge: (_, text, account) =>
    account === undefined && !/twilio/i.test(text.key ?? '')
      ? undefined
      : {
          grade: 'administrative',
          why: 'The Auth Token opens the whole account: its messages, recordings, numbers and money.',
          rule: 'twilio-auth-token',
        },
  examples: [
    { text: sample('hex', 32), key: 'TWILIO_AUTH_TOKEN', gives: ['twilio-auth-token'], why: 'the name says it' },
    {
      text: `https://AC${sample('hex', 32)}:${sample('hex', 32, 2)}@api.twilio.com/2010-04-01/Accounts`,
      gives: ['twilio-auth-token'],
      why: 'account and token in the address',
    },
    {
      text: 'https://api.twilio.com/2010-04-01/Accounts',
      around: [{ value: `AC${sample('hex', 32)}` }, { value: sample('hex', 32, 2) }],
      gives: ['twilio-auth-token'],
      why: 'account and token beside the address',
    },
    {
      text: `twilio("AC${sample('hex', 32)}", "${sample('hex', 32, 2)}")`,
      gives: ['twilio-auth-token'],
      why: 'the SDK’s constructor',
    },
    { text: sample('hex', 32), key: 'twilioAuthToken', gives: ['twilio-auth-token'], why: 'camel case' },
    {
      text: sample('hex', 32),
      key: 'twilio.auth.token',
      around: [{ value: `AC${sample('hex', 32, 3)}` }],
      gives: ['twilio-auth-token'],
      why: 'in a properties file, with its account',
    },
    { text: `AC${sample('hex', 32)}`, key: 'TWILIO_ACCOUNT_SID', gives: [], why: 'an account’s id opens nothing' },
    {
      text: 'https://api.twilio.com/2010-04-01/Accounts',
      around: [{ value: sample('hex', 32) }],
      gives: [],
      why: 'a hash without an account',
    },
    { text: sample('hex', 32), gives: [], why: 'a hash of anything' },
    { text: 'your_auth_token', key: 'TWILIO_AUTH_TOKEN', gives: [], why: 'a placeholder' },
    { text: '[AuthToken]', key: 'TWILIO_AUTH_TOKEN', gives: [], why: 'a template' },
    { text: 'com.twilio.voice', gives: [], why: 'a package of the SDK' },
  ],
  rules: [
    {
      id: 'twilio-auth-token',
      title: 'Twilio Auth Token ships with the app',
      severity: 'critical',
      meaning:
        'Whoever unpacks the app can read the messages and recordings of your users, send messages and make calls at your cost, and change the account.',
      knows: 'The token stands under its name, or together with an account’s id beside Twilio’s address.',
      revoke: 'Create a secondary Auth Token in the Twilio Console, move to it, and promote it: the old one ends.',
      instead: 'Call Twilio from a server; give the app an access token that a server makes for each user.',
      references: DOCS,
    },
  ],
});
