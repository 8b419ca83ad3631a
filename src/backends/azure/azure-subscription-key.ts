import { sample } from '../samples.ts';
import { keyDefinition } from '../services/key-definition.ts';
import { annotated, sampleAnnotated } from './identifiable-keys.ts';

const ANNOTATED = annotated('ACOG', true);

const DOCS = [
  'https://learn.microsoft.com/azure/api-management/api-management-subscriptions',
  'https://learn.microsoft.com/azure/ai-services/authentication',
];

export const azureSubscriptionKey = keyDefinition({
  kind: 'azure-subscription-key',
  title: 'Subscription key of Azure API Management or AI services',
  provider: 'azure',
  docs: DOCS,
  anchors: [ANNOTATED.mark],
  form: '[A-Za-z0-9]{52}JQQJ99[A-Za-z0-9][A-L][A-Za-z0-9]{16}ACOG[A-Za-z0-9]{4}',
  // The header that both services read; 84 characters since 2024.
  named: { names: ['ocp_apim_subscription_key'], form: /^(?:[0-9a-fA-F]{32}|[A-Za-z0-9]{84})$/ },
  judge: () => ({
    grade: 'restricted',
    why: 'The key counts calls and pays for them; who the user is, it does not say.',
    rule: 'azure-subscription-key',
  }),
  examples: [
    { text: sampleAnnotated('ACOG'), gives: ['azure-subscription-key'], why: 'a key of AI services says so itself' },
    { text: sampleAnnotated('AZMP'), gives: [], why: 'a key of another service' },
    {
      text: sample('hex', 32),
      key: 'Ocp-Apim-Subscription-Key',
      gives: ['azure-subscription-key'],
      why: 'a header of a request',
    },
    {
      text: `Ocp-Apim-Subscription-Key: ${sample('hex', 32, 2)}`,
      gives: ['azure-subscription-key'],
      why: 'name and value in one string, as Retrofit’s @Headers has it',
    },
    {
      text: 'Ocp-Apim-Subscription-Key',
      key: 'name',
      around: [{ value: sample('hex', 32), at: 3 }],
      gives: ['azure-subscription-key'],
      why: 'addHeader("name", "value")',
    },
    { text: 'Ocp-Apim-Subscription-Key', gives: [], why: 'the name of the header' },
    { text: sample('hex', 32), gives: [], why: 'a hash of anything' },
    { text: 'YOUR_SUBSCRIPTION_KEY', key: 'Ocp-Apim-Subscription-Key', gives: [], why: 'a placeholder' },
  ],
  rules: [
    {
      id: 'azure-subscription-key',
      title: 'Azure subscription key ships with the app',
      severity: 'medium',
      precision: 'high',
      meaning:
        'Whoever unpacks the app can call the service as the app does: an AI service at your cost, or an API that may take the key for all the proof it needs.',
      knows: 'The value stands under the name of the header that the services read, or its own text says the service.',
      revoke: 'Regenerate both keys of the subscription or of the AI resource.',
      instead: 'Ask for a user’s token in the API’s policy (`validate-jwt`), and let a server call the AI service.',
      references: DOCS,
    },
  ],
});
