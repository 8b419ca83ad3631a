import { sample } from '../samples.ts';
import { keyDefinition } from './key-definition.ts';

const DOCS = ['https://razorpay.com/docs/payments/dashboard/account-settings/api-keys/'];

export const razorpay = keyDefinition({
  kind: 'razorpay-secret',
  title: 'Razorpay key secret',
  docs: DOCS,
  anchors: [],
  named: {
    names: ['razorpay_key_secret', 'razorpay_secret', 'razorpay_secret_key'],
    form: /^[A-Za-z0-9]{24}$/,
  },
  judge: () => ({
    grade: 'administrative',
    why: 'Id and secret together open the merchant’s account: payments, refunds, customers.',
    rule: 'razorpay-secret',
  }),
  examples: [
    { text: `${sample('alnum', 24)}`, key: 'RAZORPAY_KEY_SECRET', gives: ['razorpay-secret'], why: 'the name says it' },
    { text: `${sample('alnum', 24, 2)}`, key: 'razorpaySecret', gives: ['razorpay-secret'], why: 'camel case' },
    {
      text: `rzp_live_${sample('alnum', 14)}`,
      key: 'RAZORPAY_KEY_ID',
      gives: [],
      why: 'the key’s id, which is public',
    },
    { text: 'your_key_secret_goes_here', key: 'RAZORPAY_KEY_SECRET', gives: [], why: 'a placeholder' },
  ],
  rules: [
    {
      id: 'razorpay-secret',
      title: 'Razorpay key secret ships with the app',
      severity: 'critical',
      precision: 'high',
      meaning: 'Whoever unpacks the app can read payments and customers, and refund in your name.',
      knows: 'The value stands under the name of the secret and has its form.',
      revoke: 'Regenerate the key in the Razorpay dashboard under Account & Settings, API Keys.',
      instead: 'Ship the key id only; create orders on a server.',
      references: DOCS,
    },
  ],
});
