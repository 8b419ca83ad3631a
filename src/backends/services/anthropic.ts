import { sample } from '../samples.ts';
import { keyDefinition } from './key-definition.ts';

const DOCS = ['https://docs.anthropic.com/en/api/overview'];

export const anthropic = keyDefinition({
  kind: 'anthropic-key',
  title: 'Anthropic API key',
  docs: DOCS,
  anchors: ['sk-ant-'],
  form: 'sk-ant-(?:api|admin)\\d{2}-[A-Za-z0-9_-]{93}AA',
  judge: (secret) =>
    secret.startsWith('sk-ant-admin')
      ? {
          grade: 'administrative',
          why: 'An administrator’s key manages the organization: its keys, workspaces and members.',
          rule: 'anthropic-admin-key',
        }
      : { grade: 'privileged', why: 'It uses the API at the cost of whoever’s key it is.', rule: 'anthropic-key' },
  examples: [
    { text: `sk-ant-api03-${sample('alnum', 93)}AA`, gives: ['anthropic-key'], why: 'an API key' },
    { text: `x-api-key: sk-ant-api03-${sample('alnum', 93, 2)}AA`, gives: ['anthropic-key'], why: 'in a header' },
    { text: `sk-ant-admin01-${sample('alnum', 93)}AA`, gives: ['anthropic-key'], why: 'an administrator’s key' },
    { text: `sk-ant-api03-${sample('alnum', 93)}BB`, gives: [], why: 'keys end with AA' },
    { text: 'sk-ant-api03-...', gives: [], why: 'the prefix in a message' },
    { text: `sk-ant-api03-${'x'.repeat(93)}AA`, gives: [], why: 'a placeholder' },
  ],
  rules: [
    {
      id: 'anthropic-key',
      title: 'Anthropic API key ships with the app',
      severity: 'high',
      precision: 'very-high',
      meaning: 'Whoever unpacks the app can use the API at your cost, and the files of its workspace.',
      knows: 'The value has the form that the service gives to this key.',
      revoke: 'Delete the key in the Anthropic Console under API keys.',
      instead: 'Call the API from a server that knows its users and limits each of them.',
      references: DOCS,
    },
    {
      id: 'anthropic-admin-key',
      title: 'Anthropic administrator key ships with the app',
      severity: 'critical',
      precision: 'very-high',
      meaning: 'Whoever unpacks the app can manage the organization: its keys, workspaces and members.',
      knows: 'The value has the form of an administrator’s key.',
      revoke: 'Delete the key in the Anthropic Console under Admin keys.',
      instead: 'Administrator keys are for tools of yours; an app has no use for one.',
      references: DOCS,
    },
  ],
});
