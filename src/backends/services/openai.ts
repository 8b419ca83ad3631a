import { sample } from '../samples.ts';
import { keyDefinition } from './key-definition.ts';

const DOCS = ['https://help.openai.com/en/articles/5112595-best-practices-for-api-key-safety'];

export const openai = keyDefinition({
  kind: 'openai-key',
  title: 'OpenAI API key',
  docs: DOCS,
  anchors: ['T3BlbkFJ'],
  form: 'sk-(?:(?:proj|svcacct|admin|None)-)?[A-Za-z0-9_-]{16,80}T3BlbkFJ[A-Za-z0-9_-]{16,80}',
  judge: (secret) =>
    secret.startsWith('sk-admin-')
      ? {
          grade: 'administrative',
          why: 'An administrator’s key manages the organization: its keys, projects and members.',
          rule: 'openai-admin-key',
        }
      : {
          grade: 'privileged',
          why: 'It uses the API at the cost of whoever’s key it is, with the files of its project.',
          rule: 'openai-key',
        },
  examples: [
    { text: `sk-${sample('alnum', 20)}T3BlbkFJ${sample('alnum', 20)}`, gives: ['openai-key'], why: 'the older form' },
    {
      text: `sk-proj-${sample('alnum', 74)}T3BlbkFJ${sample('alnum', 74, 2)}`,
      gives: ['openai-key'],
      why: 'the key of a project',
    },
    {
      text: `Authorization: Bearer sk-svcacct-${sample('alnum', 58)}T3BlbkFJ${sample('alnum', 58, 2)}`,
      gives: ['openai-key'],
      why: 'the key of a service account, in a header',
    },
    {
      text: `sk-admin-${sample('alnum', 58)}T3BlbkFJ${sample('alnum', 58, 2)}`,
      key: 'OPENAI_ADMIN_KEY',
      gives: ['openai-key'],
      why: 'an administrator’s key',
    },
    { text: 'T3BlbkFJ', gives: [], why: 'the mark alone' },
    { text: 'sk-xxxxxxxxxxxxxxxxxxxxT3BlbkFJxxxxxxxxxxxxxxxxxxxx', gives: [], why: 'a placeholder' },
    {
      text: `desk-${sample('alnum', 20)}T3BlbkFJ${sample('alnum', 20)}`,
      gives: [],
      why: 'the middle of a longer word',
    },
  ],
  rules: [
    {
      id: 'openai-key',
      title: 'OpenAI API key ships with the app',
      severity: 'high',
      precision: 'very-high',
      meaning:
        'Whoever unpacks the app can use the API at your cost, and read the files, assistants and threads of the project.',
      knows: 'The value has the form that the service gives to this key.',
      revoke: 'Delete the key under platform.openai.com, API keys.',
      instead: 'Call the API from a server that knows its users and limits each of them.',
      references: DOCS,
    },
    {
      id: 'openai-admin-key',
      title: 'OpenAI administrator key ships with the app',
      severity: 'critical',
      precision: 'very-high',
      meaning:
        'Whoever unpacks the app can manage the organization: make keys, and add or remove members and projects.',
      knows: 'The value has the form of an administrator’s key.',
      revoke: 'Delete the key under platform.openai.com, Organization, Admin keys.',
      instead: 'Administrator keys are for tools of yours; an app has no use for one.',
      references: DOCS,
    },
  ],
});
