import { keyPair } from '../key-pair.ts';
import { pieces } from '../shared-examples.ts';

const TENCENT = 'https://www.tencentcloud.com/document/product/598/32675';
const tencentId = pieces('AKID', 'z8krbsJ5yKBZQpn74WFkmLPx3gnPhESA');
const tencentSecret = pieces('Gu5t9xGARNpq86', 'cd98joQYCN3Cozk1qA');

export const tencentSecretKey = keyPair({
  kind: 'tencent-secret-key',
  title: 'Tencent Cloud API key',
  provider: 'tencent',
  docs: TENCENT,
  anchors: ['AKID'],
  id: /(?<![A-Za-z0-9])AKID[A-Za-z0-9]{32}(?![A-Za-z0-9])/g,
  secret: /(?<![A-Za-z0-9])[A-Za-z0-9]{32}(?![A-Za-z0-9])/g,
  remediation: [
    'Disable and delete the key in the CAM console, and look through CloudAudit for what was done with it.',
    'Let your server hand out temporary keys (STS) that are limited to one prefix.',
  ],
  examples: [
    {
      text: tencentId,
      around: [{ key: 'secretKey', value: `${tencentSecret.slice(0, 32)}` }],
      gives: ['tencent-secret-key'],
      why: 'the secret stands beside it',
    },
    {
      text: `secretId=${tencentId}&secretKey=${tencentSecret.slice(0, 32)}`,
      gives: ['tencent-secret-key'],
      why: 'both in one string',
    },
    { text: tencentId, gives: [], why: 'an id alone opens nothing' },
    { text: 'AKIDEXAMPLE', gives: [], why: 'sample of the documentation' },
  ],
});
