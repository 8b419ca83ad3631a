import { sample } from '../samples.ts';
import { keyDefinition } from './key-definition.ts';

const DOCS = ['https://docs.mapbox.com/help/troubleshooting/how-to-use-mapbox-securely/'];

export const mapbox = keyDefinition({
  kind: 'mapbox-token',
  title: 'Mapbox access token',
  docs: DOCS,
  anchors: ['sk.eyJ1', 'pk.eyJ1'],
  form: '(?:sk|pk)\\.eyJ1[A-Za-z0-9_-]{20,200}\\.[A-Za-z0-9_-]{20,24}',
  // Tokens of accounts whose claims begin otherwise, told by the name.
  named: {
    names: ['mapbox_token', 'mapbox_access_token', 'mapbox_api_token', 'mapbox_secret_token', 'mapbox_downloads_token'],
    form: /^(?:sk|pk)\.[A-Za-z0-9_-]{60,200}\.[A-Za-z0-9_-]{20,24}$/,
  },
  judge: (secret) =>
    secret.startsWith('pk.')
      ? { grade: 'public', why: 'A public token is meant to ship.' }
      : {
          grade: 'privileged',
          why: 'A secret token has scopes beyond reading public maps; which ones cannot be read from it.',
          rule: 'mapbox-secret-token',
        },
  examples: [
    { text: `sk.eyJ1${sample('alnum', 60)}.${sample('alnum', 22)}`, gives: ['mapbox-token'], why: 'a secret token' },
    {
      text: `MAPBOX_DOWNLOADS_TOKEN=sk.eyJ1${sample('alnum', 60)}.${sample('alnum', 22)}`,
      gives: ['mapbox-token'],
      why: 'the token that downloads the SDK, in a properties file',
    },
    {
      text: `pk.eyJ1${sample('alnum', 60)}.${sample('alnum', 22)}`,
      key: 'mapbox_access_token',
      gives: ['mapbox-token'],
      why: 'a public token: inventory',
    },
    {
      text: `pk.${sample('alnum', 60, 2)}.${sample('alnum', 22)}`,
      key: 'mapboxToken',
      gives: ['mapbox-token'],
      why: 'told by the name: inventory',
    },
    { text: `pk.${sample('alnum', 60, 2)}.${sample('alnum', 22)}`, gives: [], why: 'any three parts' },
    { text: 'sk.eyJ1', gives: [], why: 'the prefix alone' },
    { text: `sk.eyJ1${'x'.repeat(60)}.${'x'.repeat(22)}`, gives: [], why: 'a placeholder' },
    { text: `task.eyJ1${sample('alnum', 60)}.${sample('alnum', 22)}`, gives: [], why: 'the middle of a longer word' },
  ],
  rules: [
    {
      id: 'mapbox-secret-token',
      title: 'Mapbox secret token ships with the app',
      severity: 'medium',
      precision: 'very-high',
      meaning:
        'Whoever unpacks the app can use the scopes that the token was given: download what is private, change styles and tilesets, or make tokens.',
      knows: 'The value has the form that the service gives to this key.',
      revoke: 'Delete the token in the Mapbox account under Access tokens.',
      instead:
        'Ship a public token; keep the downloads token in the Gradle properties or the .netrc of the build machine.',
      references: DOCS,
    },
  ],
});
