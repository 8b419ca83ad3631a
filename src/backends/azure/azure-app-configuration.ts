import { credentialRule } from '../shared-rules.ts';
import { connectionKey, type Verdict } from './connection-key.ts';
import { annotated, sampleAnnotated } from './identifiable-keys.ts';
import { key43 } from './sample-keys.ts';

const APP_CONFIGURATION = 'https://learn.microsoft.com/azure/azure-app-configuration/concept-enable-rbac';

const VERDICT: Verdict = {
  grade: 'privileged',
  why: 'The access key reads all settings of the store, and writes them unless it is a read-only key.',
  rule: 'azure-app-configuration',
};

export const azureAppConfiguration = connectionKey({
  kind: 'azure-app-configuration',
  title: 'Azure App Configuration access key',
  docs: APP_CONFIGURATION,
  literal: 'Secret=',
  hostMembers: ['endpoint'],
  host: /\.azconfig\.io$/,
  secret: /^[A-Za-z0-9+/=_-]{36,100}(?![A-Za-z0-9+/=_-])/,
  accepts: (fields) => fields.has('id'),
  marked: [annotated('AZAC', VERDICT)],
  judge: () => VERDICT,
  rules: [
    credentialRule({
      id: 'azure-app-configuration',
      title: 'Azure App Configuration access key ships in the app',
      severity: 'high',
      meaning:
        'Whoever unpacks the app can read the settings of your servers, often with further credentials among them, and may be able to change them.',
      remediation: [
        'Regenerate the access keys: az appconfig credential regenerate.',
        'Turn access keys off and give your servers managed identities; send the app what it needs from an API of yours.',
      ],
      references: [APP_CONFIGURATION],
    }),
  ],
  examples: [
    { text: sampleAnnotated('AZAC'), gives: ['azure-app-configuration'], why: 'the key’s own text says the service' },
    { text: sampleAnnotated('AZDO'), gives: [], why: 'a key of another service' },
    {
      text: `Endpoint=https://acme-config.azconfig.io;Id=a1-l0-s0:Xk29;Secret=${key43}`,
      gives: ['azure-app-configuration'],
      why: 'connection string',
    },
    {
      text: `"Endpoint=https://acme-config.azconfig.io;Id=a1;Secret=${key43}"`,
      gives: ['azure-app-configuration'],
      why: 'inside code',
    },
    {
      text: `https://acme-config.azconfig.io;Id=a1-l0-s0:Xk29;Secret=${key43}`,
      key: 'Endpoint',
      gives: ['azure-app-configuration'],
      why: 'its first member was read as a name',
    },
    { text: `Endpoint=https://acme-config.azconfig.io;Secret=${key43}`, gives: [], why: 'without the id of the key' },
    { text: 'Endpoint=https://acme-config.azconfig.io;Id={0};Secret={1}', gives: [], why: 'template' },
    { text: `client_id=x;Secret=${key43}`, gives: [], why: 'another service’s' },
  ],
});
