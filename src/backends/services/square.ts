import { sample } from '../samples.ts';
import { keyDefinition } from './key-definition.ts';

const DOCS = ['https://developer.squareup.com/docs/build-basics/access-tokens'];

export const square = keyDefinition({
  kind: 'square-token',
  title: 'Square access token',
  docs: DOCS,
  anchors: ['sq0atp-', 'sq0csp-'],
  form: 'sq0atp-[A-Za-z0-9_-]{22}|sq0csp-[A-Za-z0-9_-]{43}',
  // The newer access token begins like half of all base64, so its name has to say what it is.
  named: {
    names: ['square_access_token', 'square_token', 'square_api_key'],
    form: /^EAAA[A-Za-z0-9_-]{22,60}$/,
  },
  judge: () => ({
    grade: 'administrative',
    why: 'It opens the seller’s account: payments, customers, refunds.',
    rule: 'square-token',
  }),
  examples: [
    { text: `sq0atp-${sample('alnum', 22)}`, gives: ['square-token'], why: 'an access token' },
    { text: `sq0csp-${sample('alnum', 43)}`, gives: ['square-token'], why: 'an OAuth secret' },
    {
      text: `EAAA${sample('alnum', 60)}`,
      key: 'SQUARE_ACCESS_TOKEN',
      gives: ['square-token'],
      why: 'the newer form under its name',
    },
    { text: `EAAA${sample('alnum', 22)}`, key: 'squareToken', gives: ['square-token'], why: 'a shorter one' },
    { text: `EAAA${sample('alnum', 60)}`, gives: [], why: 'the newer form without a name could be anything' },
    { text: 'sq0atp-', gives: [], why: 'the prefix alone' },
    { text: `sq0atp-${'x'.repeat(22)}`, gives: [], why: 'a placeholder' },
  ],
  rules: [
    {
      id: 'square-token',
      title: 'Square access token ships with the app',
      severity: 'critical',
      precision: 'very-high',
      meaning: 'Whoever unpacks the app can read payments and customers, and refund or charge in your name.',
      knows: 'The value has the form that the service gives to this key.',
      revoke: 'Replace the token in the Square Developer Dashboard under Credentials.',
      instead: 'Use the In-App Payments SDK with the application id; charge on a server.',
      references: DOCS,
    },
  ],
});
