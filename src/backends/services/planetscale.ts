import { sample } from '../samples.ts';
import { keyDefinition } from './key-definition.ts';

const DOCS = [
  'https://planetscale.com/docs/security/connection-strings',
  'https://planetscale.com/docs/api/reference/service-tokens',
];

export const planetscale = keyDefinition({
  kind: 'planetscale-token',
  title: 'PlanetScale password or token',
  docs: DOCS,
  anchors: ['pscale_pw_', 'pscale_tkn_', 'pscale_oauth_'],
  form: 'pscale_(?:pw|tkn|oauth)_[A-Za-z0-9=_.-]{32,64}',
  judge: (secret, text) => {
    // Inside a database's address it is told as that.
    if (/mysql\w{0,2}:\/\//i.test(text.value)) return undefined;
    return {
      grade: 'administrative',
      why: secret.startsWith('pscale_pw_')
        ? 'The password opens a branch of the database, with the role that it was made for.'
        : 'The token acts in the organization with the accesses it was given, which cannot be read from it.',
      rule: 'planetscale-token',
    };
  },
  examples: [
    { text: `pscale_pw_${sample('alnum', 43)}`, gives: ['planetscale-token'], why: 'the password of a branch' },
    { text: `pscale_tkn_${sample('alnum', 43)}`, gives: ['planetscale-token'], why: 'a service token' },
    { text: `PLANETSCALE=pscale_oauth_${sample('alnum', 32)}`, gives: ['planetscale-token'], why: 'an OAuth token' },
    {
      text: `mysql://abcd1234:pscale_pw_${sample('alnum', 43)}@aws.connect.psdb.cloud/shop`,
      gives: [],
      why: 'told as the database’s address',
    },
    { text: 'pscale_pw_', gives: [], why: 'the prefix alone' },
    { text: `pscale_tkn_${'x'.repeat(43)}`, gives: [], why: 'a placeholder' },
    { text: `pscale_pw_${sample('alnum', 12)}`, gives: [], why: 'too short' },
  ],
  rules: [
    {
      id: 'planetscale-token',
      title: 'PlanetScale password or token ships with the app',
      severity: 'critical',
      precision: 'very-high',
      meaning:
        'Whoever unpacks the app can read and change the database, or manage databases and branches of your organization.',
      knows: 'The value has the form that the service gives to this key.',
      revoke:
        'Delete the password of the branch, or the service token of the organization, in PlanetScale’s dashboard.',
      instead: 'Put an API of yours between app and database.',
      references: DOCS,
    },
  ],
});
