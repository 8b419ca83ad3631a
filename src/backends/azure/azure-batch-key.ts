import { credentialRule } from '../shared-rules.ts';
import { connectionKey, type Verdict } from './connection-key.ts';
import { keyOf64, marked, sampleKey } from './identifiable-keys.ts';
import { key86 } from './sample-keys.ts';

const ACCOUNTS = 'https://learn.microsoft.com/azure/batch/security-best-practices';

const FORM = keyOf64('+ABa');
const VERDICT: Verdict = {
  grade: 'administrative',
  why: 'A shared key of a Batch account makes pools of machines and runs anything on them.',
  rule: 'azure-batch-key',
};

export const azureBatchKey = connectionKey({
  kind: 'azure-batch-key',
  title: 'Azure Batch account key',
  docs: ACCOUNTS,
  host: /\.[a-z0-9]{4,24}\.batch\.azure\.(?:com|cn|us)$/,
  secret: /^[A-Za-z0-9+/]{86}==$/,
  names: ['batch_account_key', 'azure_batch_key', 'azure_batch_account_key', 'azure_batch_access_key'],
  besideHost: ['.batch.azure.'],
  marked: [marked(FORM, { AbAcct00: VERDICT })],
  judge: () => VERDICT,
  rules: [
    credentialRule({
      id: 'azure-batch-key',
      title: 'Azure Batch account key ships in the app',
      severity: 'critical',
      meaning:
        'Whoever unpacks the app can start machines at your cost, run programs on them, and read what your jobs work with.',
      remediation: [
        'Regenerate both keys: az batch account keys renew --key-name primary, then secondary.',
        'Turn shared keys off (allowedAuthenticationModes: AAD) and give your servers managed identities.',
      ],
      references: [ACCOUNTS],
    }),
  ],
  examples: [
    {
      text: sampleKey(FORM, 'AbAcct00', 88),
      gives: ['azure-batch-key'],
      why: 'the mark of the service and its checksum',
    },
    { text: key86, key: 'BatchAccountKey', gives: ['azure-batch-key'], why: 'an older key under its name' },
    {
      text: 'https://acmejobs.westeurope.batch.azure.com',
      around: [{ key: 'key', value: key86 }],
      gives: ['azure-batch-key'],
      why: 'the account’s address beside an older key',
    },
    { text: 'https://acmejobs.westeurope.batch.azure.com', gives: [], why: 'an address without a key' },
    { text: key86, gives: [], why: 'nothing says whose key it is' },
    { text: sampleKey(FORM, 'Default0', 88), gives: [], why: 'the checksum of nothing that the service hands out' },
    { text: '<account-key>', key: 'BatchAccountKey', gives: [], why: 'a placeholder' },
  ],
});
