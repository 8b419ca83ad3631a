import { sample } from '../samples.ts';
import { keyDefinition } from './key-definition.ts';

const DOCS = ['https://mailchimp.com/help/about-api-keys/'];

export const mailchimp = keyDefinition({
  kind: 'mailchimp-key',
  title: 'Mailchimp API key',
  docs: DOCS,
  anchors: ['mailchimp'],
  form: '[0-9a-f]{32}-us\\d{1,2}',
  beside: true,
  named: {
    names: ['mailchimp_api_key', 'mailchimp_key', 'mailchimp_token', 'mailchimp_api_token'],
    form: /^[0-9a-f]{32}-us\d{1,2}$/,
  },
  judge: () => ({
    grade: 'administrative',
    why: 'It opens the whole account: audiences with their addresses, campaigns, reports.',
    rule: 'mailchimp-key',
  }),
  examples: [
    {
      text: `${sample('hex', 32)}-us14`,
      key: 'MAILCHIMP_API_KEY',
      gives: ['mailchimp-key'],
      why: 'the name says whose it is',
    },
    {
      text: 'https://us14.api.mailchimp.com/3.0/lists',
      around: [{ value: `${sample('hex', 32)}-us14` }],
      gives: ['mailchimp-key'],
      why: 'beside the address',
    },
    {
      text: `https://user:${sample('hex', 32)}-us2@us2.api.mailchimp.com/3.0/`,
      gives: ['mailchimp-key'],
      why: 'in an address',
    },
    { text: 'https://us14.api.mailchimp.com/3.0/lists', gives: [], why: 'the address alone' },
    { text: `${sample('hex', 32)}-us14`, gives: [], why: 'nothing says whose it is' },
    { text: 'your-api-key-us1', key: 'MAILCHIMP_API_KEY', gives: [], why: 'a placeholder' },
  ],
  rules: [
    {
      id: 'mailchimp-key',
      title: 'Mailchimp API key ships with the app',
      severity: 'critical',
      precision: 'very-high',
      meaning:
        'Whoever unpacks the app can read the addresses of everybody on your lists, write to them in your name, and delete them.',
      knows: 'The value has the form that the service gives to this key.',
      revoke: 'Revoke the key under Profile, Extras, API keys.',
      instead: 'Subscribe users through a server of yours.',
      references: DOCS,
    },
  ],
});
