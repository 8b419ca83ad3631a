import { credentialRule } from '../shared-rules.ts';
import { connectionKey, type Verdict } from './connection-key.ts';
import { keyOf64, marked, sampleKey } from './identifiable-keys.ts';
import { key86 } from './sample-keys.ts';

const DIRECT =
  'https://learn.microsoft.com/rest/api/apimanagement/apimanagementrest/azure-api-management-rest-api-authentication';

const FORM = keyOf64('APIM');
const MANAGEMENT: Verdict = {
  grade: 'administrative',
  why: 'It signs tokens for the direct management interface of the gateway: its APIs, policies, users and secrets.',
  rule: 'azure-api-management-key',
};

export const azureApiManagementKey = connectionKey({
  kind: 'azure-api-management-key',
  title: 'Azure API Management direct management key',
  docs: DIRECT,
  host: /\.management\.azure-api\.(?:net|cn|us)$/,
  secret: /^[A-Za-z0-9+/]{86}==$/,
  besideHost: ['.management.azure-api.'],
  marked: [
    marked(FORM, {
      Tenant00: MANAGEMENT,
      GitKey00: {
        ...MANAGEMENT,
        why: 'It opens the Git repository that holds the whole configuration of the gateway.',
      },
      Gatewy00: {
        ...MANAGEMENT,
        grade: 'privileged',
        why: 'It registers self-hosted gateways, which receive the policies.',
      },
    }),
  ],
  judge: () => MANAGEMENT,
  rules: [
    credentialRule({
      id: 'azure-api-management-key',
      title: 'Azure API Management management key ships in the app',
      severity: 'critical',
      meaning:
        'Whoever unpacks the app can read and change the gateway in front of your servers: the addresses behind it, its policies and the secrets in them.',
      remediation: [
        'Regenerate both keys under Management API, and turn the direct management interface off.',
        'Use Azure Resource Manager with managed identities from your own servers.',
      ],
      references: [DIRECT],
    }),
  ],
  examples: [
    {
      text: sampleKey(FORM, 'Tenant00', 88),
      gives: ['azure-api-management-key'],
      why: 'the mark of the service and its checksum',
    },
    {
      text: 'https://acme-gateway.management.azure-api.net',
      around: [{ key: 'key', value: key86 }],
      gives: ['azure-api-management-key'],
      why: 'the interface’s address beside an older key',
    },
    { text: 'https://acme-gateway.management.azure-api.net', gives: [], why: 'an address without a key' },
    { text: sampleKey(FORM, 'Default0', 88), gives: [], why: 'the checksum of nothing that the service hands out' },
    { text: key86, gives: [], why: 'nothing says whose key it is' },
  ],
});
