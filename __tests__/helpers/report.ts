import type { Backend, Credential, Finding, Place, Report, Rule } from '../../src/model.ts';

/** Reports for the tests of reports/, github/ and the entries; every name is made up. */

export const APK: Place = {
  origin: 'artifact',
  path: 'app/build/outputs/apk/release/app-release.apk',
  entry: 'app-release.apk!/resources.arsc',
  offset: 4711,
  locator: 'string/upload_bucket',
};

export const SOURCE: Place = { origin: 'repo', path: 'app/src/main/res/values/config.xml', line: 12, column: 5 };

export function makeRule(changes: Partial<Rule> = {}): Rule {
  return {
    id: 's3-public-read',
    title: 'S3 bucket can be read by anyone on the internet',
    severity: 'high',
    precision: 'high',
    meaning: 'Whatever your app keeps there about its users can be copied by somebody who never opened the app.',
    knows: 'The bucket policy in the repository allows it, or an unsigned list request was answered.',
    remediation: ['Turn on Block Public Access.', 'Hand out files through short-lived signed URLs.'],
    prove: 'An unsigned request is answered with 403.',
    cwe: [732, 200, 79],
    mobileTop10: ['M8', 'M3'],
    masvs: ['MASVS-STORAGE', 'MASVS-AUTH'],
    references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html'],
    ...changes,
  };
}

export const RULES: readonly Rule[] = [
  makeRule(),
  makeRule({ id: 's3-public-erase', title: 'S3 bucket can be erased by anyone on the internet', severity: 'critical' }),
  makeRule({
    id: 'firebase-database-open-read-sensitive',
    title: 'Realtime Database can be read by anyone on the internet, and it looks like sensitive data',
    severity: 'critical',
  }),
  makeRule({ id: 'aws-access-key', title: 'AWS access key ships in the app', severity: 'critical', cwe: [798] }),
  makeRule({ id: 'gcs-any-account-create', title: 'Bucket can be filled by anyone who signs up', severity: 'medium' }),
];

export function makeBackend(changes: Partial<Backend> = {}): Backend {
  return {
    id: 's3:acme-prod-uploads',
    kind: 's3',
    name: 'acme-prod-uploads',
    provider: 'aws',
    owner: 'yours',
    ownerReason: 'its name stands in the repository',
    shipped: [APK],
    mentioned: [SOURCE],
    declared: [
      {
        path: 'infra/storage.tf',
        line: 31,
        audience: 'anyone',
        can: ['read', 'delete'],
        state: 'open',
        pattern: '/{key=**}',
        why: 'The bucket policy allows s3:GetObject and s3:DeleteObject to Principal "*".',
      },
    ],
    observed: [
      {
        probe: 's3-list',
        outcome: 'open',
        can: ['list'],
        audience: 'anyone',
        status: 200,
        why: 'An unsigned list request was answered.',
      },
    ],
    access: [{ audience: 'anyone', can: ['list', 'read', 'delete'], evidence: 'declared' }],
    sensitivity: ['photos'],
    paths: ['/uploads/'],
    details: { region: 'eu-west-1' },
    ...changes,
  };
}

export function makeCredential(changes: Partial<Credential> = {}): Credential {
  return {
    id: 'aws-access-key:1a2b3c4d',
    kind: 'aws-access-key',
    grade: 'administrative',
    why: 'A long-term key of an IAM user.',
    masked: 'AKIA…7Q(1a2b3c4d)',
    shipped: [{ ...APK, entry: 'app-release.apk!/classes.dex', locator: 'Lcom/acme/Api;-><clinit>' }],
    opens: [],
    owner: 'yours',
    ownerReason: 'it stands in the app’s own code',
    ...changes,
  };
}

export function makeFinding(changes: Partial<Finding> = {}): Finding {
  return {
    rule: 's3-public-read',
    severity: 'high',
    securitySeverity: '8.0',
    title: 'S3 bucket can be read by anyone on the internet',
    message:
      'Anyone on the internet can read `acme-prod-uploads` (S3). The bucket policy in infra/storage.tf allows it.',
    backend: 's3:acme-prod-uploads',
    access: [{ audience: 'anyone', can: ['list', 'read'], evidence: 'declared' }],
    evidence: 'declared',
    sensitivity: ['photos'],
    places: [SOURCE, APK],
    fingerprint: '5d41402abc4b2a76b9719d911017c592',
    state: 'new',
    remediation: 'Turn on Block Public Access for the bucket and hand out files through short-lived signed URLs.',
    docs: 'https://github.com/acme/ajar/blob/main/docs/rules/s3-public-read.md',
    ...changes,
  };
}

/** A finding about a credential alone. */
export function withoutBackend(changes: Partial<Finding>): Finding {
  const { backend: _, ...rest } = makeFinding();
  return { ...rest, ...changes };
}

export function makeReport(changes: Partial<Report> = {}): Report {
  return {
    schema: 'ajar-report/1',
    tool: { name: 'ajar', version: '0.1.0' },
    artifacts: [
      {
        path: APK.path,
        kind: 'apk',
        sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
        size: 23_456_789,
        app: { platform: 'android', id: 'com.acme.photos', version: '3.2.1' },
        coverage: { entries: 1204, read: 1201, skipped: [{ entry: 'assets/video.mp4', reason: 'media', count: 3 }] },
      },
    ],
    backends: [
      makeBackend(),
      makeBackend({
        id: 'firebase-database:acme-default-rtdb',
        kind: 'firebase-database',
        name: 'acme-default-rtdb',
        provider: 'google',
        declared: [],
        mentioned: [],
      }),
      makeBackend({
        id: 'gcs:acme.appspot.com',
        kind: 'gcs',
        name: 'acme.appspot.com',
        provider: 'google',
        declared: [],
        observed: [],
        access: [],
      }),
      makeBackend({
        id: 'firebase-database:admob-app-id-1',
        kind: 'firebase-database',
        name: 'admob-app-id-1',
        provider: 'google',
        owner: 'third-party',
        declared: [],
        observed: [],
        access: [],
      }),
    ],
    credentials: [
      makeCredential(),
      makeCredential({
        id: 'google-api-key:99aa88bb',
        kind: 'google-api-key',
        grade: 'public',
        why: 'Firebase API keys are public by design.',
        masked: 'AIza…xQ(99aa88bb)',
      }),
    ],
    findings: [
      makeFinding(),
      makeFinding({
        rule: 's3-public-erase',
        severity: 'critical',
        securitySeverity: '9.5',
        title: 'S3 bucket can be erased by anyone on the internet',
        message: 'Anyone on the internet can erase `acme-prod-uploads` (S3). No copy of the data may be left.',
        access: [{ audience: 'anyone', can: ['delete'], evidence: 'declared' }],
        fingerprint: '7d793037a0760186574b0282f2f435e7',
        remediation: 'Remove s3:DeleteObject from the statement whose Principal is "*".',
      }),
      makeFinding({
        rule: 'firebase-database-open-read-sensitive',
        severity: 'critical',
        securitySeverity: '9.5',
        title: 'Realtime Database can be read by anyone on the internet, and it looks like sensitive data',
        message: 'Anyone on the internet can read `acme-default-rtdb` (Firebase Realtime Database).',
        backend: 'firebase-database:acme-default-rtdb',
        evidence: 'observed',
        access: [{ audience: 'anyone', can: ['read'], evidence: 'observed' }],
        sensitivity: ['identity', 'messages'],
        places: [APK],
        fingerprint: '9e107d9d372bb6826bd81d3542a419d6',
        state: 'unchanged',
        remediation: 'Set ".read": false at the root of database.rules.json, then allow each path for its owner.',
      }),
      withoutBackend({
        rule: 'aws-access-key',
        severity: 'critical',
        securitySeverity: '9.5',
        title: 'AWS access key ships in the app',
        message: 'The app ships the AWS access key AKIA…7Q(1a2b3c4d). Whoever unpacks the app can use it.',
        credential: 'aws-access-key:1a2b3c4d',
        access: [],
        evidence: 'implied',
        sensitivity: [],
        places: [{ ...APK, entry: 'app-release.apk!/classes.dex', locator: 'Lcom/acme/Api;-><clinit>' }],
        fingerprint: 'e4d909c290d0fb1ca068ffaddf22cbd0',
        state: 'unchanged',
        remediation: 'Delete the key in IAM, then let the app ask Cognito for temporary credentials.',
      }),
      makeFinding({
        rule: 'gcs-any-account-create',
        severity: 'medium',
        securitySeverity: '5.5',
        title: 'Bucket can be filled by anyone who signs up',
        message: 'Anyone who signs up could add to `acme-old.appspot.com` (Cloud Storage).',
        backend: 'gcs:acme-old.appspot.com',
        access: [{ audience: 'any-account', can: ['create'], evidence: 'declared' }],
        places: [{ origin: 'repo', path: 'storage.rules', line: 9 }],
        fingerprint: 'c3fcd3d76192e4007dfb496cca67e13b',
        state: 'fixed',
      }),
    ],
    probes: [
      {
        backend: 's3:acme-prod-uploads',
        probe: 's3-list',
        method: 'GET',
        host: 'acme-prod-uploads.s3.eu-west-1.amazonaws.com',
        path: '/?list-type=2&max-keys=1',
        status: 200,
        bytes: 412,
        ms: 83,
        outcome: 'open',
      },
    ],
    coverage: { complete: true, problems: [] },
    comparison: { gone: [] },
    ...changes,
  };
}

/** The same without a base: then `new` means nothing. */
export function withoutComparison(report: Report): Report {
  const { comparison: _, ...rest } = report;
  return rest;
}
