import { keyPair } from '../key-pair.ts';
import { pieces } from '../shared-examples.ts';

const ALIBABA = 'https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair';
const alibabaId = pieces('LTAI', '5tQx7Zb9Lm4Kt8Wc1Rf6Yh');
const alibabaSecret = pieces('q7Zx2Vb9Lm4Kt8', 'Wc1Rf6Yh3Jd5Gm0P');

export const alibabaAccessKey = keyPair({
  kind: 'alibaba-access-key',
  title: 'Alibaba Cloud AccessKey',
  provider: 'alibaba',
  docs: ALIBABA,
  anchors: ['LTAI'],
  id: /(?<![A-Za-z0-9])LTAI[A-Za-z0-9]{12,24}(?![A-Za-z0-9])/g,
  secret: /(?<![A-Za-z0-9])[A-Za-z0-9]{30}(?![A-Za-z0-9])/g,
  remediation: [
    'Disable and delete the AccessKey in the RAM console, and look through ActionTrail for what was done with it.',
    'Let your server hand out STS tokens that are limited to one prefix and end within minutes.',
  ],
  examples: [
    {
      text: alibabaId,
      around: [{ key: 'accessKeySecret', value: alibabaSecret }],
      gives: ['alibaba-access-key'],
      why: 'the secret stands beside it',
    },
    {
      text: `{"accessKeyId":"${alibabaId}","accessKeySecret":"${alibabaSecret}"}`,
      gives: ['alibaba-access-key'],
      why: 'JSON in one string',
    },
    { text: `${alibabaId}:${alibabaSecret}`, gives: ['alibaba-access-key'], why: 'both in one string' },
    { text: alibabaId, gives: [], why: 'an id alone opens nothing' },
    { text: 'LTAI', gives: [], why: 'prefix alone' },
    {
      text: alibabaId,
      around: [{ value: 'com_acme_app_feature_upload_ab' }],
      gives: [],
      why: 'the neighbour is a name, not a secret',
    },
  ],
});
