import { sample } from '../samples.ts';
import { keyDefinition } from './key-definition.ts';

const DOCS = ['https://documentation.mailgun.com/docs/mailgun/user-manual/api-key-mgmt/rbac-mgmt'];

export const mailgun = keyDefinition({
  kind: 'mailgun-key',
  title: 'Mailgun API key',
  docs: DOCS,
  anchors: ['mailgun'],
  form: 'key-[0-9a-f]{32}|[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8}',
  beside: true,
  named: {
    names: [
      'mailgun_api_key',
      'mailgun_key',
      'mailgun_private_key',
      'mailgun_token',
      'mailgun_api_token',
      'mailgun_private_api_token',
    ],
    form: /^(?:key-[0-9a-f]{32}|[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8})$/,
  },
  owner: {
    form: /api\.(?:eu\.)?mailgun\.net\/v\d\/([a-z0-9][a-z0-9.-]{3,200}\.[a-z]{2,24})(?=\/|$)/g,
    named: { names: ['mailgun_domain'], form: /^[a-z0-9][a-z0-9.-]{3,200}\.[a-z]{2,24}$/ },
  },
  judge: () => ({
    grade: 'privileged',
    why: 'It sends mail in your name, and reads logs and recipients.',
    rule: 'mailgun-key',
  }),
  examples: [
    {
      text: `key-${sample('hex', 32)}`,
      key: 'MAILGUN_API_KEY',
      gives: ['mailgun-key'],
      why: 'the older form, under its name',
    },
    {
      text: `${sample('hex', 32)}-${sample('hex', 8)}-${sample('hex', 8, 2)}`,
      key: 'MAILGUN_API_KEY',
      gives: ['mailgun-key'],
      why: 'the newer form',
    },
    {
      text: `https://api:key-${sample('hex', 32)}@api.mailgun.net/v3/mg.acme-shop.io/messages`,
      gives: ['mailgun-key'],
      why: 'in an address',
    },
    {
      text: 'https://api.mailgun.net/v3/mg.acme-shop.io/messages',
      around: [{ value: `key-${sample('hex', 32)}` }],
      gives: ['mailgun-key'],
      why: 'beside the address',
    },
    { text: 'https://api.mailgun.net/v3/', gives: [], why: 'the address alone' },
    { text: `key-${sample('hex', 32)}`, gives: [], why: 'nothing says whose it is' },
    { text: 'key-yourkeyhere', key: 'MAILGUN_API_KEY', gives: [], why: 'a placeholder' },
  ],
  rules: [
    {
      id: 'mailgun-key',
      title: 'Mailgun API key ships with the app',
      severity: 'high',
      precision: 'very-high',
      meaning: 'Whoever unpacks the app can send mail that passes as yours, and read to whom you wrote.',
      knows: 'The value has the form that the service gives to this key.',
      revoke: 'Delete the key in the Mailgun dashboard under API Security.',
      instead: 'Send mail from a server.',
      references: DOCS,
    },
  ],
});
