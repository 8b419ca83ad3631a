import type { BackendDefinition } from '../backend.ts';
import { hostPattern, pathStylePattern } from '../shared-hosts.ts';
import { falseExamples, labelOf, NAME, objectStore, rootUrl } from './s3-compatible.ts';

const PRIVATE_ACL = 'Set the bucket’s ACL to private and remove statements with Principal "*" from its policy.';

export const scaleway: BackendDefinition = objectStore({
  kind: 'scaleway',
  canBeTaken: true,
  title: 'Scaleway Object Storage bucket',
  noun: 'Scaleway bucket',
  provider: 'other',
  docs: ['https://www.scaleway.com/en/docs/object-storage/'],
  anchors: ['.scw.cloud'],
  patterns: [
    hostPattern(`${NAME}\\.s3(?:-website)?\\.(?<region>[a-z]{2}-[a-z]{3})\\.scw\\.cloud`),
    pathStylePattern('s3\\.(?<region>[a-z]{2}-[a-z]{3})\\.scw\\.cloud'),
  ],
  remediation: [PRIVATE_ACL],
  prove: 'curl -I https://BUCKET.s3.REGION.scw.cloud/ answers 403.',
  examples: [
    { text: 'https://acme-media.s3.fr-par.scw.cloud/a.png', gives: ['scaleway:acme-media'], why: 'virtual-hosted' },
    { text: 'https://s3.nl-ams.scw.cloud/acme-media/a.png', gives: ['scaleway:acme-media'], why: 'path-style' },
    ...falseExamples('s3.fr-par.scw.cloud'),
  ],
  probe: {
    hosts: ['scw.cloud'],
    root: ({ name, details }) => {
      const region = labelOf(details.region);
      return region === undefined ? undefined : rootUrl(name, `s3.${region}.scw.cloud`);
    },
    hasAcl: true,
  },
});

export const ovhObjects: BackendDefinition = objectStore({
  kind: 'ovh-objects',
  canBeTaken: true,
  title: 'OVHcloud Object Storage bucket',
  noun: 'OVHcloud bucket',
  provider: 'other',
  docs: [
    'https://help.ovhcloud.com/csm/en-public-cloud-storage-s3-location?id=kb_article_view&sysparm_article=KB0047384',
  ],
  anchors: ['.cloud.ovh.net', '.cloud.ovh.us'],
  patterns: [
    hostPattern(`${NAME}\\.s3\\.(?<region>[a-z0-9-]{2,20})\\.(?:io|perf)\\.cloud\\.ovh\\.(?:net|us)`),
    pathStylePattern('s3\\.(?<region>[a-z0-9-]{2,20})\\.(?:io|perf)\\.cloud\\.ovh\\.(?:net|us)'),
  ],
  remediation: [PRIVATE_ACL],
  prove: 'curl -I https://BUCKET.s3.REGION.io.cloud.ovh.net/ answers 403.',
  examples: [
    { text: 'https://acme-media.s3.gra.io.cloud.ovh.net/a', gives: ['ovh-objects:acme-media'], why: 'virtual-hosted' },
    {
      text: 'https://s3.eu-west-par.io.cloud.ovh.net/acme-media/a',
      gives: ['ovh-objects:acme-media'],
      why: 'path-style',
    },
    ...falseExamples('s3.gra.io.cloud.ovh.net'),
  ],
  probe: {
    hosts: ['cloud.ovh.net'],
    root: ({ name, details }) => {
      const region = labelOf(details.region);
      return region === undefined ? undefined : rootUrl(name, `s3.${region}.io.cloud.ovh.net`);
    },
    hasAcl: true,
  },
});

export const hetznerObjects: BackendDefinition = objectStore({
  kind: 'hetzner-objects',
  canBeTaken: true,
  title: 'Hetzner Object Storage bucket',
  noun: 'Hetzner bucket',
  provider: 'other',
  docs: ['https://docs.hetzner.com/storage/object-storage/overview'],
  anchors: ['.your-objectstorage.com'],
  patterns: [
    hostPattern(`${NAME}\\.(?<region>hel1|fsn1|nbg1)\\.your-objectstorage\\.com`),
    pathStylePattern('(?<region>hel1|fsn1|nbg1)\\.your-objectstorage\\.com'),
  ],
  remediation: ['Set the bucket’s visibility to private.'],
  prove: 'curl -I https://BUCKET.REGION.your-objectstorage.com/ answers 403.',
  examples: [
    {
      text: 'https://acme-media.fsn1.your-objectstorage.com/a',
      gives: ['hetzner-objects:acme-media'],
      why: 'virtual-hosted',
    },
    {
      text: 'https://nbg1.your-objectstorage.com/acme-media/a',
      gives: ['hetzner-objects:acme-media'],
      why: 'path-style',
    },
    ...falseExamples('hel1.your-objectstorage.com'),
  ],
  probe: {
    hosts: ['your-objectstorage.com'],
    root: ({ name, details }) => {
      const region = labelOf(details.region);
      return region === undefined ? undefined : rootUrl(name, `${region}.your-objectstorage.com`);
    },
    hasAcl: true,
  },
});

export const yandexStorage: BackendDefinition = objectStore({
  kind: 'yandex-storage',
  canBeTaken: true,
  title: 'Yandex Object Storage bucket',
  noun: 'Yandex Object Storage bucket',
  provider: 'other',
  docs: ['https://yandex.cloud/en/docs/storage/security/public-access'],
  anchors: ['storage.yandexcloud.net', '.website.yandexcloud.net'],
  patterns: [
    hostPattern(`${NAME}\\.(?:storage|website)\\.yandexcloud\\.net`),
    pathStylePattern('storage\\.yandexcloud\\.net'),
  ],
  remediation: ['Turn public access to objects, to the list of objects and to the settings off.'],
  prove: 'curl -I https://BUCKET.storage.yandexcloud.net/ answers 403.',
  examples: [
    {
      text: 'https://storage.yandexcloud.net/acme-media/a.png',
      gives: ['yandex-storage:acme-media'],
      why: 'path-style',
    },
    {
      text: 'https://acme-media.storage.yandexcloud.net/a.png',
      gives: ['yandex-storage:acme-media'],
      why: 'virtual-hosted',
    },
    { text: 'http://acme-shop.website.yandexcloud.net', gives: ['yandex-storage:acme-shop'], why: 'website endpoint' },
    ...falseExamples('storage.yandexcloud.net'),
  ],
  probe: {
    hosts: ['storage.yandexcloud.net'],
    root: ({ name }) => rootUrl(name, 'storage.yandexcloud.net'),
    hasAcl: true,
  },
});
