import { keyPair } from '../key-pair.ts';
import { sample } from '../samples.ts';

const DOCS = 'https://cloud.google.com/storage/docs/authentication/hmackeys';

const ID = `GOOG1E${sample('base32', 55).toUpperCase()}`;
const SECRET = `${sample('alnum', 38, 2)}/+`;

/** 61 characters for a service account, 24 for a user (the page above). */
export const googleHmacKey = keyPair({
  kind: 'google-hmac-key',
  title: 'Cloud Storage HMAC key',
  provider: 'google',
  docs: DOCS,
  anchors: ['GOOG1', 'GOOGT', 'GOOG4'],
  id: /(?<![A-Za-z0-9]|X-Goog-Credential=|GoogleAccessId=)GOOG(?:[A-Z0-9]{57}|[A-Z0-9]{20})(?![A-Za-z0-9])/g,
  secret: /(?<![A-Za-z0-9/+])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])/g,
  meaning:
    'Whoever unpacks the app can use Cloud Storage with all rights of the service account or of the person whose key it is: read, replace and erase every bucket that they reach.',
  remediation: [
    'Deactivate and delete the key: gcloud storage hmac update ID --deactivate, then gcloud storage hmac delete ID.',
    'Let your server sign addresses for single objects, or use Firebase’s SDK with rules.',
  ],
  examples: [
    {
      text: ID,
      around: [{ key: 'secret', value: SECRET }],
      gives: ['google-hmac-key'],
      why: 'the secret stands beside it',
    },
    { text: `${ID}:${SECRET}`, gives: ['google-hmac-key'], why: 'both in one string' },
    {
      text: `GOOG1${sample('upper', 19)}`,
      around: [{ value: SECRET, at: 1 }],
      gives: ['google-hmac-key'],
      why: 'the shorter id of a person’s key',
    },
    { text: ID, gives: [], why: 'an id alone opens nothing' },
    { text: 'GOOG1EXAMPLEAEU', gives: [], why: 'the documentation’s' },
    { text: ID, around: [{ value: sample('hex', 40) }], gives: [], why: 'a hash, not a secret' },
  ],
});
