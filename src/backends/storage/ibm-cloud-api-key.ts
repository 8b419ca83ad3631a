import { sample } from '../samples.ts';
import { keyDefinition } from '../services/key-definition.ts';

const DOCS = ['https://cloud.ibm.com/docs/account?topic=account-manapikey'];

export const ibmCloudApiKey = keyDefinition({
  kind: 'ibm-cloud-api-key',
  title: 'IBM Cloud API key',
  docs: DOCS,
  anchors: [],
  named: {
    names: [
      'ibm_cloud_api_key',
      'ibmcloud_api_key',
      'ibmcloud_apikey',
      'ibm_platform_key',
      'ibm_key',
      'ibm_token',
      'ibm_api_key',
      'ibm_cloud_iam_key',
      'ibm_cloud_iam_api_key',
      'ibm_cloud_key',
      'ibm_iam_api_key',
      'ibm_cos_api_key',
      'cloudant_apikey',
      'ic_api_key',
    ],
    form: /^[A-Za-z0-9_-]{44}$/,
  },
  judge: () => ({
    grade: 'privileged',
    why: 'It signs in as the user or the service id that made it, with all their access in the account.',
    rule: 'ibm-cloud-api-key',
  }),
  examples: [
    { text: sample('alnum', 44), key: 'IBM_CLOUD_API_KEY', gives: ['ibm-cloud-api-key'], why: 'the name says it' },
    { text: sample('alnum', 44, 2), key: 'ibmcloud_api_key', gives: ['ibm-cloud-api-key'], why: 'the CLI’s variable' },
    { text: `ibmCosApiKey = "${sample('alnum', 44, 3)}"`, gives: ['ibm-cloud-api-key'], why: 'an assignment' },
    { text: sample('alnum', 44), gives: [], why: 'nothing says whose it is' },
    { text: sample('alnum', 32), key: 'IBM_CLOUD_API_KEY', gives: [], why: 'not of the service’s length' },
    { text: '<your IBM Cloud API key>', key: 'IBM_CLOUD_API_KEY', gives: [], why: 'a placeholder' },
  ],
  rules: [
    {
      id: 'ibm-cloud-api-key',
      title: 'IBM Cloud API key ships with the app',
      severity: 'critical',
      meaning:
        'Whoever unpacks the app can use your account as the owner of the key does: read and erase buckets and databases, start machines at your cost.',
      knows: 'The value stands under the name of the key and has its form.',
      revoke: 'Delete the key: ibmcloud iam api-key-delete NAME, or service-api-key-delete.',
      instead: 'Let your server speak with the service, and hand out presigned addresses for single objects.',
      references: DOCS,
    },
  ],
});
