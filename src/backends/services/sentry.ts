import { sample } from '../samples.ts';
import { keyDefinition } from './key-definition.ts';

const DOCS = ['https://docs.sentry.io/account/auth-tokens/'];

export const sentryToken = keyDefinition({
  kind: 'sentry-token',
  title: 'Sentry auth token',
  docs: DOCS,
  // An organization's token is `sntrys_`, facts of the organization as base64, `_`, 32 random bytes as base64.
  anchors: ['sntrys_', 'sntryu_'],
  form: 'sntrys_eyJ[A-Za-z0-9+/_-]{60,400}={0,2}_[A-Za-z0-9+/]{43}|sntryu_[0-9a-f]{64}',
  judge: () => ({
    grade: 'privileged',
    why: 'It acts in the organization with the scopes it was given: an organization’s token uploads source maps, a user’s reads events.',
    rule: 'sentry-token',
  }),
  examples: [
    {
      text: `sntrys_eyJ${sample('alnum', 120)}_${sample('alnum', 43)}`,
      gives: ['sentry-token'],
      why: 'the token of an organization',
    },
    {
      text: `auth.token=sntryu_${sample('hex', 64)}`,
      gives: ['sentry-token'],
      why: 'the token of a user, in sentry.properties',
    },
    { text: `sntrys_eyJ${sample('alnum', 120)}_${sample('alnum', 30)}`, gives: [], why: 'cut short' },
    { text: `sntryu_${'a'.repeat(64)}`, gives: [], why: 'no randomness' },
    { text: 'sntrys_', gives: [], why: 'the prefix alone' },
    { text: `sntryu_${'0'.repeat(64)}`, gives: [], why: 'a placeholder' },
  ],
  rules: [
    {
      id: 'sentry-token',
      title: 'Sentry auth token ships with the app',
      severity: 'medium',
      precision: 'very-high',
      meaning:
        'Whoever unpacks the app can use your Sentry organization within the token’s scopes: upload files to releases, or read crashes with your users’ data.',
      knows: 'The value has the form that the service gives to this key.',
      revoke: 'Revoke the token in Sentry under Auth Tokens.',
      instead: 'Ship the DSN only; give the token to the build through its environment.',
      references: DOCS,
    },
  ],
});
