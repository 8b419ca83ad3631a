import type { BackendDefinition } from '../backend.ts';
import { hostPattern, pathStylePattern } from '../shared-hosts.ts';
import { falseExamples, labelOf, NAME, objectStore, rootUrl } from './s3-compatible.ts';

const PRIVATE_ACL = 'Set the bucket’s ACL to private and remove statements with Principal "*" from its policy.';

export const dreamhostObjects: BackendDefinition = objectStore({
  kind: 'dreamhost-objects',
  canBeTaken: true,
  title: 'DreamHost DreamObjects bucket',
  noun: 'DreamObjects bucket',
  provider: 'other',
  docs: ['https://help.dreamhost.com/hc/en-us/sections/203272048-DreamObjects'],
  anchors: ['.dream.io', '.dreamhost.com'],
  patterns: [
    hostPattern(`${NAME}\\.(?:s3|objects)-(?<region>[a-z]{2}-[a-z]{4,9}-\\d)\\.dream\\.io`),
    pathStylePattern('(?:s3|objects)-(?<region>[a-z]{2}-[a-z]{4,9}-\\d)\\.dream\\.io'),
    hostPattern(`${NAME}\\.objects\\.dreamhost\\.com`),
  ],
  remediation: [PRIVATE_ACL],
  prove: 'curl -I https://objects-us-east-1.dream.io/BUCKET answers 403.',
  examples: [
    {
      text: 'https://acme-media.objects-us-east-1.dream.io/a',
      gives: ['dreamhost-objects:acme-media'],
      why: 'virtual-hosted',
    },
    {
      text: 'https://objects-us-east-1.dream.io/acme-media/a',
      gives: ['dreamhost-objects:acme-media'],
      why: 'path-style',
    },
    ...falseExamples('objects-us-east-1.dream.io'),
  ],
  probe: {
    hosts: ['dream.io'],
    root: ({ name, details }) => {
      const region = labelOf(details.region);
      return region === undefined ? undefined : rootUrl(name, `objects-${region}.dream.io`);
    },
    hasAcl: true,
  },
});

export const vultrObjects: BackendDefinition = objectStore({
  kind: 'vultr-objects',
  canBeTaken: true,
  title: 'Vultr Object Storage bucket',
  noun: 'Vultr bucket',
  provider: 'other',
  docs: ['https://docs.vultr.com/products/cloud-storage/object-storage'],
  anchors: ['.vultrobjects.com'],
  patterns: [
    hostPattern(`${NAME}\\.(?<region>[a-z]{3}\\d)\\.vultrobjects\\.com`),
    pathStylePattern('(?<region>[a-z]{3}\\d)\\.vultrobjects\\.com'),
  ],
  remediation: [PRIVATE_ACL],
  prove: 'curl -I https://BUCKET.REGION.vultrobjects.com/ answers 403.',
  examples: [
    { text: 'https://acme-media.ewr1.vultrobjects.com/a', gives: ['vultr-objects:acme-media'], why: 'virtual-hosted' },
    { text: 'https://ams1.vultrobjects.com/acme-media/a', gives: ['vultr-objects:acme-media'], why: 'path-style' },
    ...falseExamples('ewr1.vultrobjects.com'),
  ],
  probe: {
    hosts: ['vultrobjects.com'],
    root: ({ name, details }) => {
      const region = labelOf(details.region);
      return region === undefined ? undefined : rootUrl(name, `${region}.vultrobjects.com`);
    },
    hasAcl: true,
  },
});

export const idriveE2: BackendDefinition = objectStore({
  kind: 'idrive-e2',
  canBeTaken: false,
  title: 'IDrive e2 bucket',
  noun: 'IDrive e2 bucket',
  provider: 'other',
  docs: ['https://www.idrive.com/s3-storage-e2/'],
  anchors: ['.idrivee2-'],
  patterns: [
    hostPattern(`${NAME}\\.(?<cluster>[a-z0-9]{4}\\.[a-z]{2,4}\\d{0,2}\\.idrivee2-\\d{1,3})\\.com`),
    pathStylePattern('(?<cluster>[a-z0-9]{4}\\.[a-z]{2,4}\\d{0,2}\\.idrivee2-\\d{1,3})\\.com'),
  ],
  remediation: ['Turn the bucket’s public access off in the console.'],
  prove: 'curl -I on the bucket’s address answers 403.',
  examples: [
    { text: 'https://acme-media.k3x9.la.idrivee2-12.com/a', gives: ['idrive-e2:acme-media'], why: 'virtual-hosted' },
    { text: 'https://k3x9.fra.idrivee2-41.com/acme-media/a', gives: ['idrive-e2:acme-media'], why: 'path-style' },
    ...falseExamples('k3x9.la.idrivee2-12.com'),
  ],
});

export const qiniuKodo: BackendDefinition = objectStore({
  kind: 'qiniu-kodo',
  canBeTaken: true,
  title: 'Qiniu Kodo bucket',
  noun: 'Qiniu Kodo bucket',
  provider: 'other',
  docs: ['https://developer.qiniu.com/kodo/4088/s3-access-domainname'],
  anchors: ['.qiniucs.com'],
  patterns: [
    hostPattern(`${NAME}\\.s3[.-](?<region>[a-z]{2}-[a-z]{2,12}-\\d)\\.qiniucs\\.com`),
    pathStylePattern('s3[.-](?<region>[a-z]{2}-[a-z]{2,12}-\\d)\\.qiniucs\\.com'),
  ],
  remediation: ['Set the bucket to private and hand out signed download addresses.'],
  prove: 'curl -I https://BUCKET.s3.REGION.qiniucs.com/ answers 403.',
  examples: [
    { text: 'https://acme-media.s3.cn-east-1.qiniucs.com/a', gives: ['qiniu-kodo:acme-media'], why: 'virtual-hosted' },
    { text: 'https://s3-cn-south-1.qiniucs.com/acme-media/a', gives: ['qiniu-kodo:acme-media'], why: 'path-style' },
    ...falseExamples('s3.cn-east-1.qiniucs.com'),
  ],
  probe: {
    hosts: ['qiniucs.com'],
    root: ({ name, details }) => {
      const region = labelOf(details.region);
      return region === undefined ? undefined : rootUrl(name, `s3.${region}.qiniucs.com`);
    },
    hasAcl: false,
  },
});

/** A share link carries its own access grant; what it opens is meant to be open to whoever has the link. */
export const storj: BackendDefinition = objectStore({
  kind: 'storj',
  canBeTaken: false,
  title: 'Storj bucket',
  noun: 'Storj bucket',
  provider: 'other',
  docs: ['https://storj.dev/dcs/api/s3/object-access'],
  anchors: ['.storjshare.io'],
  patterns: [
    pathStylePattern('link\\.(?:(?<region>us1|eu1|ap1)\\.)?storjshare\\.io', '(?:raw|s)/[a-z0-9]{20,40}/'),
    pathStylePattern('gateway\\.(?:(?<region>us1|eu1|ap1)\\.)?storjshare\\.io'),
    hostPattern(`${NAME}\\.gateway\\.(?:(?<region>us1|eu1|ap1)\\.)?storjshare\\.io`),
  ],
  remediation: [
    'Revoke the access grant of the link, and share single objects with an end date instead of whole buckets.',
  ],
  prove: 'The link answers 403.',
  examples: [
    {
      text: 'https://link.storjshare.io/raw/jw7kq2mzx5v8ytr4hnb6cdejupaq/acme-media/a.png',
      gives: ['storj:acme-media'],
      why: 'share link',
    },
    { text: 'https://gateway.storjshare.io/acme-media/a.png', gives: ['storj:acme-media'], why: 'S3 gateway' },
    ...falseExamples('gateway.storjshare.io'),
  ],
});
