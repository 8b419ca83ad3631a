import { sample } from '../samples.ts';
import { keyDefinition } from './key-definition.ts';

const DOCS = ['https://docs.digitalocean.com/reference/api/create-personal-access-token/'];

export const digitaloceanToken = keyDefinition({
  kind: 'digitalocean-token',
  title: 'DigitalOcean token',
  docs: DOCS,
  anchors: ['dop_v1_', 'doo_v1_', 'dor_v1_'],
  form: 'do[opr]_v1_[0-9a-f]{64}',
  judge: () => ({
    grade: 'administrative',
    why: 'It acts as the account or team that made it: servers, databases, Spaces keys.',
    rule: 'digitalocean-token',
  }),
  examples: [
    { text: `dop_v1_${sample('hex', 64)}`, gives: ['digitalocean-token'], why: 'a personal access token' },
    {
      text: `Authorization: Bearer doo_v1_${sample('hex', 64)}`,
      gives: ['digitalocean-token'],
      why: 'an OAuth token, in a header',
    },
    { text: 'dop_v1_', gives: [], why: 'the prefix alone' },
    { text: `dop_v1_${'0'.repeat(64)}`, gives: [], why: 'a placeholder' },
  ],
  rules: [
    {
      id: 'digitalocean-token',
      title: 'DigitalOcean token ships with the app',
      severity: 'critical',
      precision: 'very-high',
      meaning: 'Whoever unpacks the app can manage the account’s servers and databases, within the token’s scopes.',
      knows: 'The value has the form that the service gives to this key.',
      revoke: 'Delete the token in the control panel under API, Tokens.',
      instead: 'The management API is for tools of yours; an app has no use for it.',
      references: DOCS,
    },
  ],
});
