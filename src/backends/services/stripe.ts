import { sample } from '../samples.ts';
import { keyDefinition } from './key-definition.ts';

const DOCS = ['https://docs.stripe.com/keys', 'https://docs.stripe.com/keys-best-practices'];

/** Others took over the prefix: WorkOS writes base64 of `key_` behind it, Clerk and Highnote are told by the name alone. */
function isOthers(secret: string, key: string | undefined): boolean {
  return secret.includes('_live_a2V5X') || /clerk|workos|highnote/i.test(key ?? '');
}

export const stripe = keyDefinition({
  kind: 'stripe-key',
  title: 'Stripe key',
  docs: DOCS,
  anchors: ['sk_live_', 'rk_live_', 'sk_test_', 'rk_test_', 'pk_live_'],
  form: '(?:(?:sk|rk)_(?:live|test)|pk_live)_[A-Za-z0-9]{20,247}',
  // The two lengths in use: the longer begins with the account's number, which begins with 51.
  within: '(?:sk|rk)_live_(?:51[A-Za-z0-9]{97}|[A-Za-z0-9]{24})',
  judge: (secret, { key }) => {
    if (isOthers(secret, key)) return undefined;
    if (secret.startsWith('pk_'))
      return { grade: 'public', why: 'A publishable key is meant to ship: it can only begin payments.' };
    if (secret.includes('_test_'))
      return { grade: 'restricted', why: 'A key of the test mode moves no money.', rule: 'stripe-test-key' };
    return secret.startsWith('rk_')
      ? {
          grade: 'privileged',
          why: 'A restricted key of the live mode; which resources it opens cannot be read from it.',
          rule: 'stripe-restricted-key',
        }
      : {
          grade: 'administrative',
          why: 'The secret key of the live mode can do everything in the account.',
          rule: 'stripe-secret-key',
        };
  },
  examples: [
    { text: `sk_live_${sample('alnum', 24)}`, gives: ['stripe-key'], why: 'the secret key of the live mode' },
    { text: `sk_live_51${sample('alnum', 97)}`, gives: ['stripe-key'], why: 'the longer form' },
    { text: `rk_live_${sample('alnum', 99)}`, gives: ['stripe-key'], why: 'a restricted key' },
    {
      text: `Authorization: Bearer sk_test_${sample('alnum', 24)}`,
      gives: ['stripe-key'],
      why: 'the test mode, in a header',
    },
    { text: `pk_live_${sample('alnum', 24)}`, gives: ['stripe-key'], why: 'the publishable key: inventory' },
    { text: `{"stripeKey":"sk_live_${sample('alnum', 24, 4)}"}`, gives: ['stripe-key'], why: 'in a configuration' },
    {
      text: `uploadsk_live_${sample('alnum', 24)}download`,
      runTogether: true,
      gives: ['stripe-key'],
      why: 'between two literals of Go or Rust',
    },
    { text: `sk_live_a2V5X${sample('alnum', 60)}`, gives: [], why: 'a key of WorkOS' },
    { text: `sk_live_${sample('alnum', 32)}`, key: 'CLERK_SECRET_KEY', gives: [], why: 'a key of Clerk' },
    { text: `pk_live_${'A'.repeat(24)}`, gives: [], why: 'no randomness' },
    { text: 'sk_live_', gives: [], why: 'the prefix alone' },
    { text: `sk_live_${'x'.repeat(24)}`, gives: [], why: 'a placeholder' },
    { text: `task_live_${sample('alnum', 24)}`, gives: [], why: 'the middle of a longer word' },
    { text: `sk_live_${sample('alnum', 8)}`, gives: [], why: 'too short' },
    { text: 'sk_live_YOUR_SECRET_KEY_HERE_1234', gives: [], why: 'a placeholder' },
    { text: `sk_live_...${sample('alnum', 4)}`, gives: [], why: 'a mask' },
  ],
  rules: [
    {
      id: 'stripe-secret-key',
      title: 'Stripe secret key ships with the app',
      severity: 'critical',
      precision: 'very-high',
      meaning:
        'Whoever unpacks the app can read all customers and payments, refund, charge saved cards, and pay money out.',
      knows: 'The value has the form of a secret key of the live mode.',
      revoke: 'Roll the key in the Stripe Dashboard under Developers, API keys, with no grace period.',
      instead: 'Ship the publishable key; create payments on a server of yours.',
      references: DOCS,
    },
    {
      id: 'stripe-restricted-key',
      title: 'Stripe restricted key ships with the app',
      severity: 'high',
      precision: 'very-high',
      meaning: 'Whoever unpacks the app can use whatever the key was given, as a rule customers’ data or payments.',
      knows: 'The value has the form of a restricted key of the live mode.',
      revoke: 'Delete the key in the Stripe Dashboard under Developers, API keys.',
      instead: 'Ship the publishable key; use restricted keys on a server only.',
      references: DOCS,
    },
    {
      id: 'stripe-test-key',
      title: 'Stripe test key ships with the app',
      severity: 'low',
      meaning:
        'No money moves in test mode, but the code that uses a secret key in the app may do so with the live key too.',
      knows: 'The value has the form of a secret key of the test mode.',
      revoke: 'Roll the test key in the Stripe Dashboard.',
      instead: 'Ship the publishable key; create payments on a server of yours.',
      references: DOCS,
    },
  ],
});
