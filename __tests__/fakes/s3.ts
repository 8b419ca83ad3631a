import {
  type Fake,
  type FakeRequest,
  mutationsOf,
  type Reply,
  type Store,
  storeOf,
  USER_DATA,
  USER_NAME,
  xml,
} from './fake.ts';

/**
 * Amazon S3 for callers without a signature: docs.aws.amazon.com/AmazonS3/latest/userguide, pages acl-overview,
 * conditional-writes, VirtualHosting; API pages HeadBucket, GetBucketPolicy, PutObject.
 */
export interface FakeBucket {
  /** Imitators have endpoints that lead to one region only, and name none. */
  readonly region?: string;
  /** Grants of the bucket's ACL, by group. */
  readonly acl?: readonly { readonly group: 'AllUsers' | 'AuthenticatedUsers'; readonly permission: string }[];
  /** Actions that the bucket policy allows to everybody: `s3:ListBucket`, `s3:*`. */
  readonly policy?: readonly string[];
  readonly objects?: Readonly<Record<string, string>>;
  readonly website?: boolean;
}

export interface S3Options {
  /** Domain of the endpoints: `amazonaws.com`, or an imitator's. */
  readonly host: RegExp;
  /** An imitator that looks at neither signature, nor condition, nor digest; such were seen. */
  readonly isDangerousClone?: boolean;
}

export const FILLED: Readonly<Record<string, string>> = { [`${USER_NAME}.jpg`]: USER_DATA };

const AWS = /^(?:(?<bucket>[a-z0-9.-]+)\.)?s3(?:\.(?<region>[a-z0-9-]+))?\.amazonaws\.com$/;

export function createS3(buckets: Readonly<Record<string, FakeBucket>>, options: S3Options = { host: AWS }): Fake {
  const stores = new Map(Object.entries(buckets).map(([name, bucket]) => [name, storeOf(bucket.objects ?? FILLED)]));
  const mutations = () => mutationsOf(stores);
  const answer = (request: FakeRequest): Reply => {
    const { bucket: inHost, region: endpoint } = options.host.exec(request.host)?.groups ?? {};
    const [inPath = '', ...rest] = request.path.slice(1).split('/');
    const name = inHost ?? inPath;
    const key = inHost === undefined ? rest.join('/') : request.path.slice(1);
    const bucket = buckets[name];
    const objects = stores.get(name);
    if (bucket === undefined || objects === undefined) return error(404, 'NoSuchBucket');
    const region = bucket.region === undefined ? {} : { 'x-amz-bucket-region': bucket.region };
    if (options.isDangerousClone === true) return answerAnyone(request, key, objects);
    // Older regions are redirected from the global endpoint by 307, a wrong region by 301.
    if (endpoint !== bucket.region) {
      const code = endpoint === undefined ? 'TemporaryRedirect' : 'PermanentRedirect';
      return error(endpoint === undefined ? 307 : 301, code, {
        ...region,
        location: 'https://127.0.0.1/latest/meta-data/',
      });
    }
    if (!isAllowed(bucket, actionOf(request, key))) return error(403, 'AccessDenied', region);
    // Policies are shown to the owner's account only, whoever else may ask.
    if (request.query.has('policy')) return error(405, 'MethodNotAllowed', region);
    if (request.query.has('policyStatus')) {
      return xml(200, `<PolicyStatus><IsPublic>${(bucket.policy ?? []).length > 0}</IsPublic></PolicyStatus>`);
    }
    if (request.query.has('acl')) return xml(200, aclDocument(bucket));
    if (request.query.has('website')) {
      return bucket.website === true
        ? xml(
            200,
            '<WebsiteConfiguration><IndexDocument><Suffix>index.html</Suffix></IndexDocument></WebsiteConfiguration>',
          )
        : error(404, 'NoSuchWebsiteConfiguration', region);
    }
    if (key === '')
      return request.method === 'HEAD' ? { status: 200, headers: region } : list(request, objects, region);
    return onObject(request, key, objects);
  };
  return { answer, mutations };
}

function answerAnyone(request: FakeRequest, key: string, objects: Store<string>): Reply {
  if (request.query.has('acl')) return error(501, 'NotImplemented');
  if (key === '') return list(request, objects, {});
  if (request.method === 'PUT') objects.set(key, request.body);
  if (request.method === 'DELETE') objects.remove(key);
  return { status: request.method === 'DELETE' ? 204 : 200 };
}

function actionOf({ method, query }: FakeRequest, key: string): string {
  if (query.has('acl')) return 's3:GetBucketAcl';
  if (query.has('policyStatus')) return 's3:GetBucketPolicyStatus';
  if (query.has('policy')) return 's3:GetBucketPolicy';
  if (query.has('website')) return 's3:GetBucketWebsite';
  if (key === '') return method === 'GET' || method === 'HEAD' ? 's3:ListBucket' : 's3:PutBucketPolicy';
  return method === 'PUT' ? 's3:PutObject' : method === 'DELETE' ? 's3:DeleteObject' : 's3:GetObject';
}

const GRANTED: Readonly<Record<string, readonly string[]>> = {
  READ: ['s3:ListBucket'],
  WRITE: ['s3:PutObject'],
  READ_ACP: ['s3:GetBucketAcl'],
  WRITE_ACP: ['s3:PutBucketAcl'],
  FULL_CONTROL: ['s3:ListBucket', 's3:PutObject', 's3:GetBucketAcl', 's3:PutBucketAcl'],
};

function isAllowed(bucket: FakeBucket, action: string): boolean {
  const byPolicy = (bucket.policy ?? []).some((allowed) =>
    allowed.endsWith('*') ? action.startsWith(allowed.slice(0, -1)) : action === allowed,
  );
  const byAcl = (bucket.acl ?? []).some(
    ({ group, permission }) => group === 'AllUsers' && GRANTED[permission]?.includes(action) === true,
  );
  return byPolicy || byAcl;
}

function aclDocument(bucket: FakeBucket): string {
  const owner = '<Grant><Grantee><ID>0c1d</ID></Grantee><Permission>FULL_CONTROL</Permission></Grant>';
  const grants = (bucket.acl ?? []).map(
    ({ group, permission }) =>
      `<Grant><Grantee><URI>http://acs.amazonaws.com/groups/global/${group}</URI></Grantee><Permission>${permission}</Permission></Grant>`,
  );
  return `<AccessControlPolicy><Owner><ID>0c1d</ID></Owner><AccessControlList>${owner}${grants.join('')}</AccessControlList></AccessControlPolicy>`;
}

function list(request: FakeRequest, objects: Store<string>, headers: Readonly<Record<string, string>>): Reply {
  const prefix = request.query.get('prefix') ?? '';
  const most = Number(request.query.get('max-keys') ?? '1000');
  const keys = objects
    .keys()
    .filter((key) => key.startsWith(prefix))
    .slice(0, most);
  const contents = keys.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('');
  return xml(
    200,
    `<ListBucketResult><Prefix>${prefix}</Prefix><KeyCount>${keys.length}</KeyCount><MaxKeys>${most}</MaxKeys>${contents}</ListBucketResult>`,
    headers,
  );
}

/** Permission, then condition, then digest. */
function onObject({ method, headers, body }: FakeRequest, key: string, objects: Store<string>): Reply {
  const stored = objects.get(key);
  if (method === 'DELETE') {
    objects.remove(key);
    return { status: 204 };
  }
  if (method !== 'PUT') return stored === undefined ? error(404, 'NoSuchKey') : { status: 200, body: stored };
  if (headers['if-match'] !== undefined) {
    return stored === undefined ? error(404, 'NoSuchKey') : error(412, 'PreconditionFailed');
  }
  if (headers['content-md5'] !== undefined) return error(400, 'BadDigest');
  objects.set(key, body);
  return { status: 200 };
}

function error(status: number, code: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return xml(status, `<Error><Code>${code}</Code><Message>${code}</Message></Error>`, headers);
}
