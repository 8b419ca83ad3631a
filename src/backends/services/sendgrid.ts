import { sample } from '../samples.ts';
import { keyDefinition } from './key-definition.ts';

const DOCS = ['https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys'];

export const sendgrid = keyDefinition({
  kind: 'sendgrid-key',
  title: 'SendGrid API key',
  docs: DOCS,
  anchors: ['sendgrid'],
  form: 'SG\\.[A-Za-z0-9_-]{20,24}\\.[A-Za-z0-9_-]{39,50}',
  beside: true,
  // All keys are of these lengths; beside the name of the service others are taken, too.
  marks: [
    { literal: 'SG.', context: { before: 0, pattern: /^SG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])/ } },
  ],
  named: {
    names: ['sendgrid_api_key', 'sendgrid_key', 'sendgrid_token'],
    form: /^SG\.[A-Za-z0-9_-]{20,24}\.[A-Za-z0-9_-]{39,50}$/,
  },
  judge: () => ({
    grade: 'privileged',
    why: 'It sends mail in your name with the scopes it was given, which cannot be read from it.',
    rule: 'sendgrid-key',
  }),
  examples: [
    {
      text: `SG.${sample('alnum', 22)}.${sample('alnum', 43)}`,
      key: 'SENDGRID_API_KEY',
      gives: ['sendgrid-key'],
      why: 'the name says whose it is',
    },
    {
      text: `curl https://api.sendgrid.com/v3/mail/send -H "Authorization: Bearer SG.${sample('alnum', 22)}.${sample('alnum', 43)}"`,
      gives: ['sendgrid-key'],
      why: 'in a request',
    },
    {
      text: 'https://api.sendgrid.com/v3/mail/send',
      around: [{ value: `SG.${sample('alnum', 22)}.${sample('alnum', 43)}` }],
      gives: ['sendgrid-key'],
      why: 'beside the address',
    },
    { text: 'https://api.sendgrid.com/v3/mail/send', gives: [], why: 'the address alone' },
    { text: `SG.${sample('alnum', 22)}.${sample('alnum', 43)}`, gives: ['sendgrid-key'], why: 'its form alone' },
    {
      text: `SG.${sample('alnum', 21)}.${sample('alnum', 43)}`,
      gives: [],
      why: 'of another length, and nothing says whose it is',
    },
    { text: 'MSG.title.body', gives: [], why: 'a constant' },
    {
      text: 'SG.xxxxxxxxxxxxxxxxxxxxxx.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
      key: 'SENDGRID_API_KEY',
      gives: [],
      why: 'a placeholder',
    },
  ],
  rules: [
    {
      id: 'sendgrid-key',
      title: 'SendGrid API key ships with the app',
      severity: 'high',
      precision: 'very-high',
      meaning:
        'Whoever unpacks the app can send mail that passes as yours to anybody, and may read your contacts and templates.',
      knows: 'The value has the form that the service gives to this key.',
      revoke: 'Delete the key under Settings, API Keys.',
      instead: 'Send mail from a server.',
      references: DOCS,
    },
  ],
});
