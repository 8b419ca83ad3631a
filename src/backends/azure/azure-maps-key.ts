import type { Text } from '../../model.ts';
import { around } from '../recognition.ts';
import { sample } from '../samples.ts';
import { keyDefinition } from '../services/key-definition.ts';
import { annotated, sampleAnnotated } from './identifiable-keys.ts';

const DOCS = ['https://learn.microsoft.com/azure/azure-maps/azure-maps-authentication'];

const MARKED = annotated('AZMP', true);
const SERVICE = /atlas\.microsoft\.com|azure[-_. ]?maps/i;

function isForMaps(text: Text): boolean {
  return [
    text.key ?? '',
    text.value,
    ...around(text).map(({ key, value }) => `${key ?? ''} ${value.slice(0, 256)}`),
  ].some((one) => SERVICE.test(one));
}

export const azureMapsKey = keyDefinition({
  kind: 'azure-maps-key',
  title: 'Azure Maps subscription key',
  provider: 'azure',
  docs: DOCS,
  anchors: [MARKED.mark],
  form: '[A-Za-z0-9]{52}JQQJ99[A-Za-z0-9][A-L][A-Za-z0-9]{16}AZMP[A-Za-z0-9]{4}',
  // The parameter of every request; other services call theirs the same.
  named: {
    names: ['azure_maps_key', 'azure_maps_subscription_key', 'azure_maps_api_key', 'subscription_key'],
    form: /^(?:[A-Za-z0-9_-]{43}|[A-Za-z0-9]{84})$/,
  },
  judge: (secret, text) =>
    MARKED.keysIn(secret).length > 0 || isForMaps(text)
      ? {
          grade: 'restricted',
          why: 'The key counts requests and pays for them; it does not tell one user from another and does not end.',
          rule: 'azure-maps-key',
        }
      : undefined,
  examples: [
    { text: sampleAnnotated('AZMP'), gives: ['azure-maps-key'], why: 'the key’s own text says the service' },
    {
      text: `https://atlas.microsoft.com/search/address/json?subscription-key=${sample('alnum', 43)}`,
      gives: ['azure-maps-key'],
      why: 'an older key in a request',
    },
    {
      text: sample('alnum', 43, 2),
      key: 'AZURE_MAPS_KEY',
      gives: ['azure-maps-key'],
      why: 'an older key under its name',
    },
    {
      text: sample('alnum', 43, 3),
      key: 'subscriptionKey',
      around: [{ value: 'https://atlas.microsoft.com' }],
      gives: ['azure-maps-key'],
      why: 'a member of the SDK’s options, beside the service',
    },
    { text: sample('alnum', 43), key: 'subscriptionKey', gives: [], why: 'a key of anybody' },
    { text: sampleAnnotated('ACOG'), gives: [], why: 'a key of another service' },
    { text: 'https://atlas.microsoft.com/map/tile', gives: [], why: 'an address without a key' },
    { text: '{Your-Azure-Maps-Subscription-key}', key: 'subscription-key', gives: [], why: 'a placeholder' },
  ],
  rules: [
    {
      id: 'azure-maps-key',
      title: 'Azure Maps subscription key ships with the app',
      severity: 'medium',
      meaning: 'Whoever unpacks the app can use maps, search and routes at your cost.',
      knows: 'The key’s own text says that it is one of Azure Maps, or it stands under its name beside the service.',
      revoke: 'Regenerate the key: az maps account keys renew --key primary, then secondary.',
      instead: 'Let a server hand out SAS tokens with a rate limit and an end, or use Microsoft Entra ID.',
      references: DOCS,
    },
  ],
});
