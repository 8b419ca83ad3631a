import { keyPair } from '../key-pair.ts';
import { sample } from '../samples.ts';

const DOCS = 'https://yandex.cloud/en/docs/iam/concepts/authorization/access-key';

const ID = `YCAJE${sample('alnum', 20)}`;
const SECRET = `YC${sample('alnum', 38, 2)}`;

export const yandexAccessKey = keyPair({
  kind: 'yandex-access-key',
  title: 'Yandex Cloud static access key',
  provider: 'other',
  docs: DOCS,
  anchors: ['YCAJE'],
  id: /(?<![A-Za-z0-9_-])YCAJE[A-Za-z0-9_-]{20}(?![A-Za-z0-9_-])/g,
  secret: /(?<![A-Za-z0-9_-])YC[A-Za-z0-9_-]{38}(?![A-Za-z0-9_-])/g,
  names: [
    'yandex_secret_key',
    'yandex_secret_access_key',
    'yandex_secret',
    'yandex_token',
    'yandex_key',
    'yandex_access_token',
    'yc_secret_key',
    'yandex_cloud_secret_key',
  ],
  meaning:
    'Whoever unpacks the app can use Object Storage, queues and databases of your cloud with all roles of the service account: read, replace and erase every bucket that it reaches.',
  remediation: [
    'Delete the key: yc iam access-key delete ID, and look through Audit Trails for what was done with it.',
    'Let your server sign addresses for single objects, or hand out ephemeral keys.',
  ],
  examples: [
    {
      text: ID,
      around: [{ key: 'secretAccessKey', value: SECRET }],
      gives: ['yandex-access-key'],
      why: 'the secret stands beside it',
    },
    { text: `${ID}:${SECRET}`, gives: ['yandex-access-key'], why: 'both in one string' },
    { text: SECRET, key: 'YANDEX_SECRET_KEY', gives: ['yandex-access-key'], why: 'the secret under its name' },
    { text: ID, gives: [], why: 'an id alone opens nothing' },
    {
      text: `https://storage.yandexcloud.net/acme/a.bin?X-Amz-Credential=${ID}%2F20260405%2Fru-central1`,
      gives: [],
      why: 'belongs to a presigned address',
    },
    { text: SECRET, gives: [], why: 'nothing says that it is a secret' },
  ],
});
