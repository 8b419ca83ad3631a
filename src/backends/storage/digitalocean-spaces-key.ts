import { keyPair } from '../key-pair.ts';
import { sample } from '../samples.ts';

const DOCS = 'https://docs.digitalocean.com/products/spaces/how-to/manage-access/';

const ID = `DO00${sample('upper', 16)}`;
const SECRET = sample('alnum', 43, 2);

export const digitaloceanSpacesKey = keyPair({
  kind: 'digitalocean-spaces-key',
  title: 'DigitalOcean Spaces access key',
  provider: 'digitalocean',
  docs: DOCS,
  anchors: ['DO00', 'DO801'],
  id: /(?<![A-Za-z0-9]|X-Amz-Credential=)(?:DO00[A-Z0-9]{16}|DO801[A-Z0-9]{15})(?![A-Za-z0-9])/g,
  secret: /(?<![A-Za-z0-9/+])[A-Za-z0-9/+]{43}(?![A-Za-z0-9/+=])/g,
  names: [
    'spaces_secret_key',
    'spaces_secret_access_key',
    'do_spaces_secret',
    'do_spaces_secret_key',
    'do_spaces_secret_access_key',
  ],
  meaning:
    'Whoever unpacks the app can read, replace and erase everything in the Spaces that the key opens, uploads of all your users included.',
  remediation: [
    'Delete the key in the control panel under Spaces Object Storage, Access Keys.',
    'Let your server sign addresses for single objects; make its key for one bucket only.',
  ],
  examples: [
    {
      text: ID,
      around: [{ key: 'secretAccessKey', value: SECRET }],
      gives: ['digitalocean-spaces-key'],
      why: 'the secret stands beside it',
    },
    {
      text: `DO801${sample('upper', 15)}:${SECRET}`,
      gives: ['digitalocean-spaces-key'],
      why: 'a newer id, both in one string',
    },
    { text: SECRET, key: 'DO_SPACES_SECRET', gives: ['digitalocean-spaces-key'], why: 'the secret under its name' },
    { text: ID, gives: [], why: 'an id alone opens nothing' },
    { text: 'DO00', gives: [], why: 'prefix alone' },
    {
      text: ID,
      around: [{ value: 'com/acme/app/feature/upload/service/uploadr' }],
      gives: [],
      why: 'a path, not a secret',
    },
  ],
});
