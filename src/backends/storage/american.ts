import type { BackendDefinition } from '../backend.ts';
import { hostPattern, pathStylePattern } from '../shared-hosts.ts';
import { falseExamples, labelOf, NAME, objectStore, rootUrl } from './s3-compatible.ts';

const SPACES_REGION = '(?<region>[a-z]{3}\\d)';

export const digitaloceanSpaces: BackendDefinition = objectStore({
  kind: 'digitalocean-spaces',
  canBeTaken: true,
  title: 'DigitalOcean Space',
  noun: 'DigitalOcean Space',
  provider: 'digitalocean',
  docs: ['https://docs.digitalocean.com/products/spaces/how-to/set-file-permissions/'],
  anchors: ['.digitaloceanspaces.com'],
  patterns: [
    hostPattern(`${NAME}\\.${SPACES_REGION}(?:\\.cdn)?\\.digitaloceanspaces\\.com`),
    pathStylePattern(`${SPACES_REGION}\\.digitaloceanspaces\\.com`),
  ],
  reserved: /^(?:cdn|www)$/,
  remediation: [
    'Set “File Listing” of the Space to “Restrict File Listing”: s3cmd setacl s3://SPACE --acl-private',
    'Set the ACL of objects that are not for everyone to private.',
  ],
  prove: 'curl -I https://SPACE.REGION.digitaloceanspaces.com/ answers 403.',
  examples: [
    {
      text: 'https://acme-media.nyc3.digitaloceanspaces.com/a.png',
      gives: ['digitalocean-spaces:acme-media'],
      why: 'origin',
    },
    {
      text: 'https://acme-media.fra1.cdn.digitaloceanspaces.com/a.png',
      gives: ['digitalocean-spaces:acme-media'],
      why: 'CDN of the same Space',
    },
    {
      text: 'https://sgp1.digitaloceanspaces.com/acme-media/a.png',
      gives: ['digitalocean-spaces:acme-media'],
      why: 'path-style',
    },
    { text: 'acme-media.ams3.digitaloceanspaces.com', gives: ['digitalocean-spaces:acme-media'], why: 'host alone' },
    ...falseExamples('nyc3.digitaloceanspaces.com'),
  ],
  probe: {
    hosts: ['digitaloceanspaces.com'],
    // Asked at the origin: the CDN caches and does not list.
    root: ({ name, details }) => {
      const region = labelOf(details.region);
      return region === undefined ? undefined : rootUrl(name, `${region}.digitaloceanspaces.com`);
    },
    hasAcl: true,
  },
});

const WASABI = 's3(?:\\.(?<region>[a-z]{2}-[a-z]{2,12}(?:-\\d)?))?\\.wasabisys\\.com';

export const wasabi: BackendDefinition = objectStore({
  kind: 'wasabi',
  canBeTaken: true,
  title: 'Wasabi bucket',
  noun: 'Wasabi bucket',
  provider: 'other',
  docs: ['https://docs.wasabi.com/docs/what-are-the-service-urls-for-wasabis-different-storage-regions'],
  anchors: ['.wasabisys.com'],
  patterns: [hostPattern(`${NAME}\\.${WASABI}`), pathStylePattern(WASABI)],
  remediation: ['Turn the bucket’s public access off and remove statements with Principal "*" from its policy.'],
  prove: 'curl -I https://s3.REGION.wasabisys.com/BUCKET answers 403.',
  examples: [
    { text: 'https://s3.eu-central-1.wasabisys.com/acme-media/a.png', gives: ['wasabi:acme-media'], why: 'path-style' },
    { text: 'https://acme-media.s3.us-east-2.wasabisys.com/', gives: ['wasabi:acme-media'], why: 'virtual-hosted' },
    { text: 'https://s3.wasabisys.com/acme-media', gives: ['wasabi:acme-media'], why: 'default region' },
    ...falseExamples('s3.us-east-2.wasabisys.com'),
  ],
  probe: {
    hosts: ['wasabisys.com'],
    root: ({ name, details }) => {
      const region = labelOf(details.region);
      return rootUrl(name, region === undefined ? 's3.wasabisys.com' : `s3.${region}.wasabisys.com`);
    },
    hasAcl: true,
  },
});

const B2_REGION = '(?<region>[a-z]{2}-[a-z]{2,10}-\\d{3})';

export const backblazeB2: BackendDefinition = objectStore({
  kind: 'backblaze-b2',
  canBeTaken: true,
  title: 'Backblaze B2 bucket',
  noun: 'Backblaze B2 bucket',
  provider: 'other',
  docs: ['https://www.backblaze.com/docs/cloud-storage-buckets'],
  anchors: ['.backblazeb2.com'],
  patterns: [
    hostPattern(`${NAME}\\.s3\\.${B2_REGION}\\.backblazeb2\\.com`),
    pathStylePattern(`s3\\.${B2_REGION}\\.backblazeb2\\.com`),
    pathStylePattern('(?<cluster>f\\d{3})\\.backblazeb2\\.com', 'file/'),
  ],
  remediation: [
    'Set the bucket to private: b2 bucket update BUCKET allPrivate',
    'Let your server hand out download authorizations that end.',
  ],
  prove: 'curl -I on a file’s friendly URL answers 401.',
  examples: [
    {
      text: 'https://f004.backblazeb2.com/file/acme-media/a.png',
      gives: ['backblaze-b2:acme-media'],
      why: 'friendly URL',
    },
    {
      text: 'https://acme-media.s3.us-west-004.backblazeb2.com/',
      gives: ['backblaze-b2:acme-media'],
      why: 'S3 endpoint',
    },
    {
      text: 'https://s3.eu-central-003.backblazeb2.com/acme-media/a',
      gives: ['backblaze-b2:acme-media'],
      why: 'S3 endpoint, path-style',
    },
    { text: 'https://api.backblazeb2.com/b2api/v2/b2_authorize_account', gives: [], why: 'the control plane' },
    ...falseExamples('s3.us-west-004.backblazeb2.com'),
  ],
  probe: {
    hosts: ['backblazeb2.com'],
    root: ({ name, details }) => {
      const region = labelOf(details.region);
      return region === undefined ? undefined : rootUrl(name, `s3.${region}.backblazeb2.com`);
    },
    hasAcl: false,
  },
});

/**
 * The S3 endpoint takes signed requests only, and a public r2.dev host neither lists nor says more than that an object
 * is there (developers.cloudflare.com/r2/buckets/public-buckets/), so nothing is asked.
 */
export const cloudflareR2: BackendDefinition = objectStore({
  kind: 'cloudflare-r2',
  canBeTaken: false,
  title: 'Cloudflare R2 bucket',
  noun: 'Cloudflare R2 bucket',
  provider: 'cloudflare',
  docs: ['https://developers.cloudflare.com/r2/buckets/public-buckets/'],
  anchors: ['.r2.dev', '.r2.cloudflarestorage.com'],
  patterns: [
    hostPattern('(?<name>pub-[0-9a-f]{32})\\.r2\\.dev'),
    pathStylePattern('(?<account>[0-9a-f]{32})(?:\\.(?:eu|fedramp))?\\.r2\\.cloudflarestorage\\.com'),
    hostPattern(`${NAME}\\.(?<account>[0-9a-f]{32})(?:\\.(?:eu|fedramp))?\\.r2\\.cloudflarestorage\\.com`),
  ],
  remediation: [
    'Turn the bucket’s public development URL (r2.dev) off and disconnect custom domains that it does not need.',
    'Let a Worker of yours decide who gets which object, or hand out presigned URLs.',
  ],
  prove: 'curl -I on an object’s r2.dev URL answers 401 or 404.',
  examples: [
    {
      text: 'https://pub-0a1b2c3d4e5f60718293a4b5c6d7e8f9.r2.dev/logo.png',
      gives: ['cloudflare-r2:pub-0a1b2c3d4e5f60718293a4b5c6d7e8f9'],
      why: 'public development URL',
    },
    {
      text: 'https://0a1b2c3d4e5f60718293a4b5c6d7e8f9.r2.cloudflarestorage.com/acme-media/x',
      gives: ['cloudflare-r2:acme-media'],
      why: 'S3 endpoint, path-style',
    },
    {
      text: 'https://acme-media.0a1b2c3d4e5f60718293a4b5c6d7e8f9.eu.r2.cloudflarestorage.com/',
      gives: ['cloudflare-r2:acme-media'],
      why: 'S3 endpoint of the EU jurisdiction',
    },
    { text: 'https://pub-abc.r2.dev/', gives: [], why: 'the id has 32 digits' },
    ...falseExamples('r2.dev'),
  ],
});

export const linodeObjects: BackendDefinition = objectStore({
  kind: 'linode-objects',
  canBeTaken: true,
  title: 'Linode (Akamai) Object Storage bucket',
  noun: 'Linode Object Storage bucket',
  provider: 'other',
  docs: ['https://techdocs.akamai.com/cloud-computing/docs/object-storage'],
  anchors: ['.linodeobjects.com'],
  patterns: [
    hostPattern(`${NAME}\\.(?:website-)?(?<region>[a-z]{2}-[a-z]{2,12}(?:-\\d{1,2})?)\\.linodeobjects\\.com`),
    pathStylePattern('(?<region>[a-z]{2}-[a-z]{2,12}(?:-\\d{1,2})?)\\.linodeobjects\\.com'),
  ],
  remediation: ['Set the bucket’s ACL to private: s3cmd setacl s3://BUCKET --acl-private --recursive'],
  prove: 'curl -I https://BUCKET.REGION.linodeobjects.com/ answers 403.',
  examples: [
    {
      text: 'https://acme-media.us-east-1.linodeobjects.com/a.png',
      gives: ['linode-objects:acme-media'],
      why: 'virtual-hosted',
    },
    {
      text: 'https://us-ord-1.linodeobjects.com/acme-media/a.png',
      gives: ['linode-objects:acme-media'],
      why: 'path-style',
    },
    {
      text: 'http://acme-media.website-eu-central-1.linodeobjects.com',
      gives: ['linode-objects:acme-media'],
      why: 'website endpoint',
    },
    ...falseExamples('us-east-1.linodeobjects.com'),
  ],
  probe: {
    hosts: ['linodeobjects.com'],
    root: ({ name, details }) => {
      const region = labelOf(details.region);
      return region === undefined ? undefined : rootUrl(name, `${region}.linodeobjects.com`);
    },
    hasAcl: true,
  },
});

export const ibmCos: BackendDefinition = objectStore({
  kind: 'ibm-cos',
  canBeTaken: true,
  title: 'IBM Cloud Object Storage bucket',
  noun: 'IBM Cloud Object Storage bucket',
  provider: 'other',
  docs: ['https://cloud.ibm.com/docs/cloud-object-storage?topic=cloud-object-storage-iam-public-access'],
  anchors: ['.cloud-object-storage.appdomain.cloud', '.objectstorage.softlayer.net'],
  patterns: [
    hostPattern(`${NAME}\\.s3(?:-web)?\\.(?<region>[a-z0-9-]{2,20})\\.cloud-object-storage\\.appdomain\\.cloud`),
    pathStylePattern('s3\\.(?<region>[a-z0-9-]{2,20})\\.cloud-object-storage\\.appdomain\\.cloud'),
    pathStylePattern('s3\\.(?<region>[a-z0-9-]{2,20})\\.objectstorage\\.softlayer\\.net'),
  ],
  remediation: ['Remove the IAM policy that gives the Public Access group a role on the bucket.'],
  prove: 'curl -I https://BUCKET.s3.REGION.cloud-object-storage.appdomain.cloud/ answers 403.',
  examples: [
    {
      text: 'https://acme-media.s3.us-south.cloud-object-storage.appdomain.cloud/a',
      gives: ['ibm-cos:acme-media'],
      why: 'virtual-hosted',
    },
    {
      text: 'https://s3.eu-de.cloud-object-storage.appdomain.cloud/acme-media/a',
      gives: ['ibm-cos:acme-media'],
      why: 'path-style',
    },
    ...falseExamples('s3.us-south.cloud-object-storage.appdomain.cloud'),
  ],
  probe: {
    hosts: ['cloud-object-storage.appdomain.cloud'],
    root: ({ name, details }) => {
      const region = labelOf(details.region);
      return region === undefined ? undefined : rootUrl(name, `s3.${region}.cloud-object-storage.appdomain.cloud`);
    },
    hasAcl: true,
  },
});
