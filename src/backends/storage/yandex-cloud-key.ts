import { sample } from '../samples.ts';
import { keyDefinition } from '../services/key-definition.ts';

const DOCS = ['https://yandex.cloud/en/docs/iam/concepts/authorization/api-key'];

export const yandexCloudKey = keyDefinition({
  kind: 'yandex-cloud-key',
  title: 'Yandex Cloud API key',
  docs: DOCS,
  anchors: ['AQVN'],
  form: 'AQVN[A-Za-z0-9_-]{35,38}',
  judge: () => ({
    grade: 'privileged',
    why: 'It acts as a service account in the services that take API keys, within the scopes it was given.',
    rule: 'yandex-cloud-key',
  }),
  examples: [
    { text: `AQVN${sample('alnum', 36)}`, gives: ['yandex-cloud-key'], why: 'the key by itself' },
    { text: `Authorization: Api-Key AQVN${sample('alnum', 35, 2)}`, gives: ['yandex-cloud-key'], why: 'in a header' },
    { text: 'AQVN', gives: [], why: 'the prefix alone' },
    { text: `AQVN${'x'.repeat(36)}`, gives: [], why: 'a placeholder' },
    { text: `AQVN${sample('alnum', 60)}`, gives: [], why: 'too long: base64 of anything' },
  ],
  rules: [
    {
      id: 'yandex-cloud-key',
      title: 'Yandex Cloud API key ships with the app',
      severity: 'high',
      meaning:
        'Whoever unpacks the app can use speech, translation, models and whatever else the key’s scopes open, at your cost.',
      knows: 'The value has the form that the service gives to this key; its scopes are not in it.',
      revoke: 'Delete the key: yc iam api-key delete ID.',
      instead: 'Call the service from a server that knows its users and limits each of them.',
      references: DOCS,
    },
  ],
});
