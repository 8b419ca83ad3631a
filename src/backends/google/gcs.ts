import type { BackendMention, Text } from '../../model.ts';
import { accessRules } from '../../shared/access-rules.ts';
import type { BackendDefinition } from '../backend.ts';
import { isSampleName } from '../placeholders.ts';
import {
  HOST_END,
  HOST_START,
  isNamed,
  literalPath,
  matches,
  plainText,
  withDetails,
  withPaths,
} from '../recognition.ts';
import { backendMention } from '../shared-mentions.ts';
import { backendRule } from '../shared-rules.ts';
import { isNowhere } from '../verdicts.ts';
import { standsBesideFirebase } from './firebase-evidence.ts';
import { BUCKET, DEFAULT_BUCKET, isBucket, WHOLE_BUCKET } from './gcs-names.ts';
import { gcsProbing } from './gcs-probes.ts';

/** The name is whole: no template and no further letter follows. */
const AFTER_NAME = '(?![A-Za-z0-9_{$%-]|\\.[A-Za-z0-9_{$%-])';

/** Where a bucket's name stands in the texts that carry one. */
const FORMS: readonly RegExp[] = [
  // gs://bucket/object
  new RegExp(`(?<![A-Za-z0-9])gs:\\/\\/(${BUCKET})${AFTER_NAME}`, 'g'),
  // Cloud Storage for Firebase: firebasestorage.googleapis.com/v0/b/bucket/o/object
  new RegExp(`firebasestorage\\.googleapis\\.com(?::443)?\\/v0\\/b\\/(${BUCKET})${AFTER_NAME}`, 'gi'),
  // JSON API: storage.googleapis.com/[upload/|download/]storage/v1/b/bucket/o, www.googleapis.com/storage/v1/b/bucket
  new RegExp(`googleapis\\.com\\/(?:upload\\/|download\\/)?storage\\/v1\\/b\\/(${BUCKET})${AFTER_NAME}`, 'gi'),
  // XML API and browser, bucket in the path
  new RegExp(
    `${HOST_START}(?:storage|commondatastorage|storage\\.cloud|storage-download)\\.(?:googleapis|google)\\.com\\/(?!(?:storage|upload|download|batch|v\\d)\\/)(${BUCKET})${AFTER_NAME}`,
    'gi',
  ),
  // XML API, bucket in the host
  new RegExp(`${HOST_START}(${BUCKET})\\.(?:storage|commondatastorage)\\.googleapis\\.com${HOST_END}`, 'gi'),
  // storageBucket: "acme.appspot.com"
  new RegExp(
    `storage_?bucket[\\\\"']{0,3}\\s{0,8}[:=]\\s{0,8}[\\\\"']{1,3}(?:gs:\\/\\/)?(${DEFAULT_BUCKET})${AFTER_NAME}`,
    'gi',
  ),
  // <key>STORAGE_BUCKET</key><string>acme.appspot.com, <string name="google_storage_bucket">acme.appspot.com
  new RegExp(
    `storage_?bucket(?:"[^<>]{0,64}>|<\\/key>\\s{0,64}<string>)\\s{0,64}(${DEFAULT_BUCKET})${AFTER_NAME}`,
    'gi',
  ),
  // The newer default bucket of Firebase names itself
  new RegExp(`${HOST_START}([a-z][a-z0-9-]{4,28}[a-z0-9]\\.firebasestorage\\.app)${HOST_END}`, 'gi'),
];

const KEYS: readonly string[] = [
  'google_storage_bucket',
  'storage_bucket',
  'storagebucket',
  'firebase_storage_bucket',
  'firebasestoragebucket',
  'expo_public_firebase_storage_bucket',
  'react_app_firebase_storage_bucket',
  'vite_firebase_storage_bucket',
  'next_public_firebase_storage_bucket',
  'gcs_bucket',
  'gcs_bucket_name',
  'gcsbucket',
  'gcsbucketname',
];
/** Under these a value need not look like Google's: the name says whose it is. */
const OWN_KEYS = new Set(['google_storage_bucket', 'gcs_bucket', 'gcs_bucket_name', 'gcsbucket', 'gcsbucketname']);

/** Buckets that Google and the makers of SDKs publish for everybody. */
const PUBLISHED: readonly (readonly [RegExp, string])[] = [
  [/^gtv-videos-bucket$/, 'Google’s sample videos'],
  [/^exoplayer-test-media-\d$/, 'ExoPlayer’s test media'],
  [/^(?:wvmedia|widevine)/, 'Widevine’s test media'],
  [/^mediapipe-/, 'MediaPipe’s models'],
  [/^(?:download\.)?tensorflow(?:\.org)?(?:-|$)|^tfhub-|^tfjs-|^mlkit-/, 'TensorFlow’s models'],
  [/^gcp-public-data-/, 'Google’s public data sets'],
  [/^(?:gweb|android|chrome|chromium|chromeos|google|firebase-preview|flutter|dart|dartlang|cros)-/, 'Google'],
  [
    /^(?:flutter_infra|flutter_infra_release|firebase-preview-drop|cloud-samples-data|shaka-demo-assets|shaka-asset-icons|uxtesting-|gradio-|webfundamentals-assets|maps-solutions-|interactive-examples)/,
    'a published sample',
  ],
];

function* recognise(text: Text): Generator<BackendMention, void, undefined> {
  const named = namedBucket(text);
  if (named !== undefined) yield* mentionOf(text, named, '');
  for (const bucket of defaultBuckets(text)) yield* mentionOf(text, bucket, '');
  for (const form of FORMS) {
    for (const match of matches(text.value, form)) {
      const name = (match[1] ?? '').toLowerCase();
      if (name !== named) yield* mentionOf(text, name, text.value.slice(match.index + match[0].length));
    }
  }
}

/** The whole value, if its key asks for a bucket: `acme.appspot.com`, with or without `gs://`. */
function namedBucket(text: Text): string | undefined {
  if (!isNamed(text, KEYS)) return undefined;
  const value = text.value.replace(/^gs:\/\//, '').replace(/\/$/, '');
  if (!WHOLE_BUCKET.test(value)) return undefined;
  const ofGoogle = /\.(?:appspot\.com|firebasestorage\.app)$/.test(value);
  return ofGoogle ||
    OWN_KEYS.has(text.key?.toLowerCase() ?? '') ||
    text.key?.toLowerCase().includes('firebase') === true
    ? value
    : undefined;
}

/** A bare `acme.appspot.com`, not part of a URL. */
const BARE_DEFAULT = new RegExp(`${HOST_START}(?<!/)(${DEFAULT_BUCKET})${HOST_END}(?![/:])`, 'g');

/** The default bucket beside the rest of a Firebase configuration, in formats that keep no names. */
function defaultBuckets(text: Text): readonly string[] {
  if (text.key !== undefined) return [];
  const names = Array.from(matches(text.value, BARE_DEFAULT), (match) => match[1] ?? '');
  return names.length > 0 && standsBesideFirebase(text) ? [...new Set(names)] : [];
}

function* mentionOf(text: Text, name: string, rest: string): Generator<BackendMention, void, undefined> {
  const project = /^(?:staging\.)?([a-z][a-z0-9-]{4,28}[a-z0-9])\.(?:appspot\.com|firebasestorage\.app)$/.exec(
    name,
  )?.[1];
  if (!isBucket(name) || isSampleName(project ?? name)) return;
  const publisher = PUBLISHED.find(([pattern]) => pattern.test(name))?.[1];
  const firebase = project !== undefined || /firebasestorage/i.test(text.value.slice(0, 512));
  yield backendMention(
    text,
    { kind: 'gcs', name },
    {
      ...withDetails({ project, service: firebase ? 'firebase' : undefined }),
      ...withPaths([objectPath(rest)]),
      ...(publisher === undefined ? {} : { thirdParty: publisher }),
    },
  );
}

/** The object's folder: `/o/uploads%2Fa.jpg?alt=media` → `/uploads`; of `/uploads/a.jpg` the same. */
function objectPath(rest: string): string | undefined {
  const encoded = /^\/o\/([A-Za-z0-9_.~%-]{1,256})/.exec(rest)?.[1];
  const path = literalPath(encoded === undefined ? rest : `/${encoded.replaceAll(/%2f/gi, '/')}`);
  if (path === undefined || path === '/o') return undefined;
  const folder = /\.[A-Za-z0-9]{1,5}$/.test(path) ? path.slice(0, path.lastIndexOf('/')) : path;
  return folder === '' ? undefined : folder;
}

export const gcs: BackendDefinition = {
  kind: 'gcs',
  title: 'Google Cloud Storage bucket',
  provider: 'google',
  type: 'backend',
  docs: ['https://cloud.google.com/storage/docs/access-control', 'https://firebase.google.com/docs/storage/security'],
  anchors: [
    'storage.googleapis.com',
    'firebasestorage',
    'googleapis.com/storage',
    'googleapis.com/upload/storage',
    'googleapis.com/download/storage',
    'storage.cloud.google.com',
    'gs://',
    'appspot.com',
  ],
  keys: KEYS,
  examples: [
    {
      text: 'acme.appspot.com',
      key: 'google_storage_bucket',
      gives: ['gcs:acme.appspot.com'],
      why: 'the resource that the google-services plugin writes',
    },
    {
      text: 'acme.appspot.com',
      key: 'STORAGE_BUCKET',
      gives: ['gcs:acme.appspot.com'],
      why: 'GoogleService-Info.plist',
    },
    {
      text: 'acme-prod.firebasestorage.app',
      key: 'storageBucket',
      gives: ['gcs:acme-prod.firebasestorage.app'],
      why: 'the web configuration object, newer default bucket',
    },
    {
      text: 'gs://acme-prod-uploads/photos',
      gives: ['gcs:acme-prod-uploads'],
      why: 'the URI of gsutil and of the Firebase SDK',
    },
    {
      text: 'https://firebasestorage.googleapis.com/v0/b/acme.appspot.com/o/avatars%2Fdefault.png?alt=media',
      gives: ['gcs:acme.appspot.com'],
      why: 'a download URL of Cloud Storage for Firebase',
    },
    {
      text: 'https://storage.googleapis.com/acme-prod-uploads/logo.png',
      gives: ['gcs:acme-prod-uploads'],
      why: 'XML API, bucket in the path',
    },
    {
      text: 'https://acme-prod-uploads.storage.googleapis.com/logo.png',
      gives: ['gcs:acme-prod-uploads'],
      why: 'XML API, bucket in the host',
    },
    {
      text: 'https://storage.googleapis.com/storage/v1/b/acme-prod-uploads/o',
      gives: ['gcs:acme-prod-uploads'],
      why: 'JSON API',
    },
    {
      text: 'https://www.googleapis.com/upload/storage/v1/b/acme-prod-uploads/o?uploadType=media',
      gives: ['gcs:acme-prod-uploads'],
      why: 'JSON API, upload',
    },
    {
      text: 'https://storage.cloud.google.com/acme-prod-uploads/report.pdf',
      gives: ['gcs:acme-prod-uploads'],
      why: 'the browser’s address',
    },
    {
      text: 'https://commondatastorage.googleapis.com/gtv-videos-bucket/sample/BigBuckBunny.mp4',
      gives: ['gcs:gtv-videos-bucket'],
      why: 'recognised, and marked as Google’s sample videos',
    },
    {
      text: 'acme-prod.appspot.com',
      around: [{ value: 'acme-prod.firebaseapp.com' }, { value: '1:932398433474:web:64f0aa11bb22cc33' }],
      gives: ['gcs:acme-prod.appspot.com'],
      why: 'a Firebase configuration in a bundle that keeps no names',
    },
    {
      text: '{projectId:"acme-prod",storageBucket:"acme-prod.appspot.com"}',
      gives: ['gcs:acme-prod.appspot.com'],
      why: 'the web configuration as a piece of code',
    },
    {
      text: '<key>STORAGE_BUCKET</key>\n\t<string>acme-prod.appspot.com</string>',
      gives: ['gcs:acme-prod.appspot.com'],
      why: 'a property list as text',
    },
    {
      text: '<string name="google_storage_bucket" translatable="false">acme-prod.appspot.com</string>',
      gives: ['gcs:acme-prod.appspot.com'],
      why: 'a resource file as text',
    },
    { text: 'acme-prod.appspot.com', gives: [], why: 'an App Engine host: nothing says that it is a bucket' },
    { text: 'https://acme.appspot.com/api', gives: [], why: 'App Engine: the host alone names no bucket' },
    {
      text: '"https:\\/\\/storage.googleapis.com\\/acme-prod-uploads\\/logo.png"',
      gives: ['gcs:acme-prod-uploads'],
      why: 'JSON that escapes its slashes',
    },
    { text: 'https://firebasestorage.googleapis.com', gives: [], why: 'a constant of the SDK' },
    { text: 'https://storage.googleapis.com/', gives: [], why: 'a constant of the SDK' },
    { text: 'gs://your-bucket-name/', gives: [], why: 'a placeholder' },
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the template is what must not be recognised
    { text: 'gs://${bucket}/photos', gives: [], why: 'the name is made at run time' },
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the template is what must not be recognised
    { text: 'https://storage.googleapis.com/acme-${env}/logo.png', gives: [], why: 'only a part of the name is known' },
    { text: 'acme-uploads', key: 'storage_bucket', gives: [], why: 'a bucket, but nothing says that it is Google’s' },
    {
      text: 'https://ajax.googleapis.com/ajax/libs/jquery/3.7.1/jquery.min.js',
      gives: [],
      why: 'another service of Google',
    },
  ],
  recognise: (text) => recognise(plainText(text)),
  rules: [
    ...accessRules({
      kind: 'gcs',
      word: 'public',
      noun: 'Cloud Storage bucket',
      knows:
        'The bucket’s name stands in the app or the repository; what it allows was read in rules, IAM bindings or ACLs of the repository, or in the service’s own answer about the permissions of a caller without credentials.',
      remediation: [
        'Where the finding names a line of storage.rules, close it there: `allow read, write: if request.auth.uid == userId` below a path that holds the user’s id, then `firebase deploy --only storage`.',
        'Take `allUsers` and `allAuthenticatedUsers` out of the bucket’s IAM policy and ACLs: `gcloud storage buckets remove-iam-policy-binding gs://<bucket> --member=allUsers --role=<role>`.',
        'Turn on public access prevention: `gcloud storage buckets update gs://<bucket> --public-access-prevention`.',
        'Serve what has to be public from a bucket of its own that holds nothing else.',
      ],
      prove:
        'Run `curl "https://storage.googleapis.com/storage/v1/b/<bucket>/o?maxResults=1&fields=kind"`: it must answer 401.',
      references: [
        'https://cloud.google.com/storage/docs/public-access-prevention',
        'https://firebase.google.com/docs/storage/security',
        'https://firebase.google.com/docs/rules/insecure-rules',
      ],
    }),
    backendRule({
      id: 'gcs-dangling',
      title: 'The app names a Cloud Storage bucket that does not exist and that anyone can register',
      severity: 'high',
      meaning:
        'Whoever creates a bucket of that name serves your users whatever they like from the address that your app trusts, and receives what the app uploads.',
      knows:
        'Unsigned requests for the bucket were answered that it does not exist, and its name can be had by whoever asks first.',
      remediation: [
        'Create the bucket again in your own project, empty and private, as long as shipped versions of the app ask for it.',
        'Remove the reference from the app.',
      ],
      prove:
        'curl "https://storage.googleapis.com/storage/v1/b/BUCKET" answers 401 from your own bucket, and the next build no longer names it.',
      cwe: [610, 672],
      mobileTop10: ['M8', 'M2'],
      references: [
        'https://cloud.google.com/storage/docs/buckets#naming',
        'https://cloud.google.com/storage/docs/domain-name-verification',
      ],
    }),
  ],
  probing: gcsProbing,
  extra: (backend) =>
    isNowhere(backend) && isForAnyone(backend.name)
      ? [
          {
            rule: 'gcs-dangling',
            message: `Anyone can register the Cloud Storage bucket ${backend.name}, which the app names and which does not exist.`,
          },
        ]
      : [],
};

/** A name with a dot is a domain, whose owner alone can take it; Google keeps its own name and the prefix `goog`. */
function isForAnyone(bucket: string): boolean {
  return !/\.|^goog|g[o0]{2}g[l1]e/.test(bucket);
}
