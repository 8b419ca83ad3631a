import { sample } from '../samples.ts';
import { keyDefinition } from './key-definition.ts';

const DOCS = ['https://developer.paypal.com/braintree/docs/guides/authorization/overview'];

export const braintree = keyDefinition({
  kind: 'braintree-token',
  title: 'Braintree or PayPal access token',
  docs: DOCS,
  anchors: ['access_token$production$'],
  form: 'access_token\\$production\\$[0-9a-z]{16}\\$[0-9a-f]{32}',
  judge: () => ({
    grade: 'administrative',
    why: 'It opens the merchant’s account: transactions, customers, refunds.',
    rule: 'braintree-token',
  }),
  examples: [
    {
      text: `access_token$production$${sample('alnum', 16).toLowerCase()}$${sample('hex', 32)}`,
      gives: ['braintree-token'],
      why: 'a token of the production environment',
    },
    {
      text: `"access_token$production$${sample('alnum', 16, 2).toLowerCase()}$${sample('hex', 32, 2)}"`,
      gives: ['braintree-token'],
      why: 'in a configuration',
    },
    { text: 'access_token$production$', gives: [], why: 'the prefix alone' },
    {
      text: `access_token$sandbox$${sample('alnum', 16).toLowerCase()}$${sample('hex', 32)}`,
      gives: [],
      why: 'the sandbox moves no money',
    },
  ],
  rules: [
    {
      id: 'braintree-token',
      title: 'Braintree access token ships with the app',
      severity: 'critical',
      precision: 'very-high',
      meaning: 'Whoever unpacks the app can read transactions and customers, refund, and charge saved cards.',
      knows: 'The value has the form that the service gives to this key.',
      revoke: 'Revoke the token in the PayPal developer dashboard.',
      instead: 'Ship a tokenization key; create transactions on a server.',
      references: DOCS,
    },
  ],
});
