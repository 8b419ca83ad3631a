import { sample } from '../samples.ts';
import { keyDefinition } from './key-definition.ts';

const DOCS = ['https://www.twilio.com/docs/iam/api-keys'];

const SID = /(?<![A-Za-z0-9])SK[0-9a-f]{32}(?![A-Za-z0-9])/g;

export const twilioApiKey = keyDefinition({
  kind: 'twilio-api-key-secret',
  title: 'Secret of a Twilio API key',
  docs: DOCS,
  anchors: ['twilio', 'Twilio', 'TWILIO'],
  // 32 letters and digits are any identifier: they count beside Twilio's name and the key's id only.
  form: '[A-Za-z0-9]{32}',
  beside: true,
  named: { names: ['twilio_api_secret', 'twilio_api_key_secret', 'twilio_key_secret'], form: /^[A-Za-z0-9]{32}$/ },
  owner: { form: SID },
  judge: (secret, text, id) => {
    const isMixed = /[A-Z]/.test(secret) && /[a-z]/.test(secret) && /\d/.test(secret);
    if (!isMixed || (id === undefined && !/twilio/i.test(text.key ?? ''))) return undefined;
    return {
      grade: 'privileged',
      why: 'A standard API key does all that the account does, but for managing keys and the account; a main key does that, too.',
      rule: 'twilio-api-key-secret',
    };
  },
  examples: [
    {
      text: sample('alnum', 32),
      key: 'TWILIO_API_SECRET',
      around: [{ key: 'TWILIO_API_KEY', value: `SK${sample('hex', 32)}`, at: -1 }],
      gives: ['twilio-api-key-secret'],
      why: 'id and secret under their names',
    },
    {
      text: 'https://conversations.twilio.com/v1/Conversations',
      around: [
        { value: `SK${sample('hex', 32)}`, at: 1 },
        { value: sample('alnum', 32, 2), at: 2 },
      ],
      gives: ['twilio-api-key-secret'],
      why: 'id and secret beside the address',
    },
    { text: `SK${sample('hex', 32)}`, key: 'TWILIO_API_KEY', gives: [], why: 'an id alone opens nothing' },
    {
      text: 'https://conversations.twilio.com/v1/Conversations',
      around: [{ value: sample('alnum', 32) }],
      gives: [],
      why: 'an identifier of anything: no key’s id beside it',
    },
    { text: 'your_api_key_secret', key: 'TWILIO_API_SECRET', gives: [], why: 'a placeholder' },
    { text: 'com.twilio.conversations', gives: [], why: 'a package of the SDK' },
  ],
  rules: [
    {
      id: 'twilio-api-key-secret',
      title: 'Secret of a Twilio API key ships with the app',
      severity: 'critical',
      meaning:
        'Whoever unpacks the app can read messages and recordings, send messages and make calls at your cost, and make access tokens for any user.',
      knows: 'The value stands under the name of the secret, or beside the key’s id and Twilio’s address.',
      revoke: 'Delete the API key in the Twilio Console under API keys & tokens.',
      instead: 'Give the app an access token that a server makes for each user.',
      references: DOCS,
    },
  ],
});
