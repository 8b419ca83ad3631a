import { keyPair } from '../key-pair.ts';
import { sample } from '../samples.ts';

const DOCS = 'https://razorpay.com/docs/payments/dashboard/account-settings/api-keys/';

const ID = `rzp_live_${sample('alnum', 14)}`;
const SECRET = sample('alnum', 24, 2);

export const razorpay = keyPair({
  kind: 'razorpay-secret',
  title: 'Razorpay key',
  provider: 'other',
  docs: DOCS,
  // Test keys (`rzp_test_`) move no money.
  anchors: ['rzp_live_'],
  id: /(?<![A-Za-z0-9_])rzp_live_[A-Za-z0-9]{14}(?![A-Za-z0-9])/g,
  secret: /(?<![A-Za-z0-9])[A-Za-z0-9]{24}(?![A-Za-z0-9])/g,
  names: ['razorpay_key_secret', 'razorpay_secret', 'razorpay_secret_key'],
  grade: 'administrative',
  meaning: 'Whoever unpacks the app can read payments and customers, and refund in your name.',
  remediation: [
    'Regenerate the key in the Razorpay dashboard under Account & Settings, API Keys.',
    'Ship the key id only; create orders on a server.',
    'Look through the payments and refunds since the first release that shipped it.',
  ],
  examples: [
    { text: SECRET, key: 'RAZORPAY_KEY_SECRET', gives: ['razorpay-secret'], why: 'the name says it' },
    { text: SECRET, key: 'razorpaySecret', gives: ['razorpay-secret'], why: 'camel case' },
    {
      text: ID,
      key: 'key_id',
      around: [{ key: 'key_secret', value: SECRET, at: 1 }],
      gives: ['razorpay-secret'],
      why: 'the options of the SDK: id and secret beside each other',
    },
    { text: `curl -u ${ID}:${SECRET}`, gives: ['razorpay-secret'], why: 'both in one string' },
    { text: ID, key: 'RAZORPAY_KEY_ID', gives: [], why: 'the key’s id, which is public' },
    {
      text: ID,
      around: [{ value: 'com.acme.checkout.payment' }, { value: 'androidappcheckoutpayment' }],
      gives: [],
      why: 'the neighbours are names, not secrets',
    },
    { text: 'your_key_secret_goes_here', key: 'RAZORPAY_KEY_SECRET', gives: [], why: 'a placeholder' },
  ],
});
