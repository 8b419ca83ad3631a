import { sample } from '../samples.ts';
import { keyDefinition } from './key-definition.ts';

const DOCS = ['https://openrouter.ai/docs/api-reference/authentication', 'https://console.groq.com/docs/quickstart'];

export const languageModels = keyDefinition({
  kind: 'language-model-key',
  title: 'Key of a language model service',
  docs: DOCS,
  anchors: ['sk-or-v1-', 'gsk_', 'xai-', 'pplx-'],
  form: 'sk-or-v1-[0-9a-f]{64}|gsk_[A-Za-z0-9]{52}|xai-[A-Za-z0-9_-]{80}|pplx-[A-Za-z0-9]{48}',
  judge: () => ({
    grade: 'privileged',
    why: 'It uses the service at the cost of whoever’s key it is.',
    rule: 'language-model-key',
  }),
  examples: [
    { text: `sk-or-v1-${sample('hex', 64)}`, gives: ['language-model-key'], why: 'OpenRouter' },
    { text: `gsk_${sample('alnum', 52)}`, gives: ['language-model-key'], why: 'Groq' },
    { text: `pplx-${sample('alnum', 48)}`, gives: ['language-model-key'], why: 'Perplexity' },
    { text: `xai-${sample('alnum', 80)}`, gives: ['language-model-key'], why: 'xAI' },
    {
      text: `xai-${sample('alnum', 40)}_${sample('alnum', 38)}_`,
      gives: ['language-model-key'],
      why: 'xAI, with underscores',
    },
    { text: 'gsk_', gives: [], why: 'the prefix alone' },
    { text: `gsk_${'x'.repeat(52)}`, gives: [], why: 'a placeholder' },
  ],
  rules: [
    {
      id: 'language-model-key',
      title: 'Key of a language model service ships with the app',
      severity: 'high',
      precision: 'very-high',
      meaning: 'Whoever unpacks the app can use the service at your cost.',
      knows: 'The value has the form that the service gives to this key.',
      revoke: 'Delete the key in the service’s console.',
      instead: 'Call the service from a server that knows its users and limits each of them.',
      references: DOCS,
    },
  ],
});
