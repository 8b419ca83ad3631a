import type { BackendDefinition } from '../backend.ts';
import { hostPattern, pathStylePattern } from '../shared-hosts.ts';
import { falseExamples, labelOf, NAME, objectStore, rootUrl } from './s3-compatible.ts';

const OSS_REGION = 'oss-(?<region>[a-z]{2}-[a-z]{2,14}(?:-[a-z0-9]{1,12})?)';

export const alibabaOss: BackendDefinition = objectStore({
  kind: 'alibaba-oss',
  canBeTaken: true,
  title: 'Alibaba Cloud OSS bucket',
  noun: 'Alibaba OSS bucket',
  provider: 'alibaba',
  docs: [
    'https://www.alibabacloud.com/help/en/oss/user-guide/block-public-access',
    'https://www.alibabacloud.com/help/en/oss/user-guide/regions-and-endpoints',
  ],
  anchors: ['.aliyuncs.com', 'oss://'],
  patterns: [
    hostPattern(`${NAME}\\.(?:${OSS_REGION}(?:-internal)?|oss-accelerate(?:-overseas)?|oss)\\.aliyuncs\\.com`),
    /(?<![a-z])oss:\/\/(?<name>[a-z0-9][a-z0-9-]{1,61}[a-z0-9])(?=[/?"'\s<>,;)]|$)(?<path>\/[^\s"'<>]{0,300})?/g,
  ],
  reserved: /^(?:www|oss|sts|img)$/,
  remediation: [
    'Turn Block Public Access for the bucket on, and set its ACL to private.',
    'Let your server hand out STS tokens or signed URLs that end within minutes.',
  ],
  prove: 'curl -I https://BUCKET.oss-REGION.aliyuncs.com/ answers 403.',
  examples: [
    {
      text: 'https://acme-media.oss-cn-hangzhou.aliyuncs.com/a.png',
      gives: ['alibaba-oss:acme-media'],
      why: 'regional endpoint',
    },
    { text: 'acme-media.oss-ap-southeast-1.aliyuncs.com', gives: ['alibaba-oss:acme-media'], why: 'host alone' },
    {
      text: 'https://acme-media.oss-cn-shanghai-internal.aliyuncs.com/a',
      gives: ['alibaba-oss:acme-media'],
      why: 'internal endpoint',
    },
    {
      text: 'https://acme-media.oss-accelerate.aliyuncs.com/a',
      gives: ['alibaba-oss:acme-media'],
      why: 'transfer acceleration',
    },
    { text: 'oss://acme-media/config.json', gives: ['alibaba-oss:acme-media'], why: 'OSS URI' },
    { text: 'https://sts.aliyuncs.com', gives: [], why: 'another service' },
    ...falseExamples('oss-cn-hangzhou.aliyuncs.com'),
  ],
  probe: {
    hosts: ['aliyuncs.com'],
    root: ({ name, details }) => {
      const region = labelOf(details.region)?.replace(/-internal$/, '');
      return region === undefined ? undefined : rootUrl(name, `oss-${region}.aliyuncs.com`);
    },
    hasAcl: true,
  },
});

export const tencentCos: BackendDefinition = objectStore({
  kind: 'tencent-cos',
  canBeTaken: false,
  title: 'Tencent Cloud COS bucket',
  noun: 'Tencent COS bucket',
  provider: 'tencent',
  docs: ['https://www.tencentcloud.com/document/product/436/6224'],
  anchors: ['.myqcloud.com', '.tencentcos.cn'],
  patterns: [
    hostPattern(
      '(?<name>[a-z0-9](?:-?[a-z0-9]){0,48}-1\\d{9})\\.(?:cos|cos-website|picgz|file)\\.(?<region>[a-z]{2}-[a-z0-9-]{2,20}|accelerate)\\.(?:myqcloud\\.com|tencentcos\\.cn)',
    ),
    hostPattern('(?<name>[a-z0-9](?:-?[a-z0-9]){0,48}-1\\d{9})\\.cos(?<region>[a-z]{2})\\.myqcloud\\.com'),
  ],
  reserved: /^examplebucket-|-1250000000$/,
  remediation: [
    'Set the bucket to “private read/write” and remove policies for all users (*).',
    'Let your server hand out temporary keys (STS) that are limited to one prefix.',
  ],
  prove: 'curl -I https://BUCKET.cos.REGION.myqcloud.com/ answers 403.',
  examples: [
    {
      text: 'https://acme-media-1301234567.cos.ap-guangzhou.myqcloud.com/a.png',
      gives: ['tencent-cos:acme-media-1301234567'],
      why: 'the name ends with the owner’s app id',
    },
    {
      text: 'acme-media-1301234567.cos.accelerate.myqcloud.com',
      gives: ['tencent-cos:acme-media-1301234567'],
      why: 'global acceleration',
    },
    {
      text: 'https://examplebucket-1250000000.cos.ap-beijing.myqcloud.com/',
      gives: [],
      why: 'sample of the documentation',
    },
    { text: 'https://cos.ap-beijing.myqcloud.com', gives: [], why: 'endpoint without a bucket' },
    { text: 'https://acme.cos.ap-beijing.myqcloud.com', gives: [], why: 'a bucket’s name ends with the app id' },
    ...falseExamples('cos.ap-guangzhou.myqcloud.com'),
  ],
  probe: {
    hosts: ['myqcloud.com'],
    root: ({ name, details }) => {
      const region = labelOf(details.region);
      return region === undefined ? undefined : rootUrl(name, `cos.${region}.myqcloud.com`);
    },
    hasAcl: true,
  },
});

export const huaweiObs: BackendDefinition = objectStore({
  kind: 'huawei-obs',
  canBeTaken: true,
  title: 'Huawei Cloud OBS bucket',
  noun: 'Huawei OBS bucket',
  provider: 'other',
  docs: ['https://support.huaweicloud.com/intl/en-us/usermanual-obs/obs_03_0088.html'],
  anchors: ['.myhuaweicloud.'],
  patterns: [
    hostPattern(
      `${NAME}\\.obs(?:-website)?\\.(?<region>[a-z]{2}-[a-z]{2,14}-\\d{1,3})\\.myhuaweicloud\\.(?:com|eu|cn)`,
    ),
    pathStylePattern('obs\\.(?<region>[a-z]{2}-[a-z]{2,14}-\\d{1,3})\\.myhuaweicloud\\.(?:com|eu|cn)'),
  ],
  remediation: ['Set the bucket’s ACL and policy to private.', 'Let your server hand out temporary URLs.'],
  prove: 'curl -I https://BUCKET.obs.REGION.myhuaweicloud.com/ answers 403.',
  examples: [
    {
      text: 'https://acme-media.obs.cn-north-4.myhuaweicloud.com/a',
      gives: ['huawei-obs:acme-media'],
      why: 'virtual-hosted',
    },
    {
      text: 'https://obs.ap-southeast-1.myhuaweicloud.com/acme-media/a',
      gives: ['huawei-obs:acme-media'],
      why: 'path-style',
    },
    ...falseExamples('obs.cn-north-4.myhuaweicloud.com'),
  ],
  probe: {
    hosts: ['myhuaweicloud.com'],
    root: ({ name, details }) => {
      const region = labelOf(details.region);
      return region === undefined ? undefined : rootUrl(name, `obs.${region}.myhuaweicloud.com`);
    },
    hasAcl: true,
  },
});
