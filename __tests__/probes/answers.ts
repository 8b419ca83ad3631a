import type { Operation, Outcome } from '../../src/model.ts';

/** One answer of a provider, what it means, and why. */
export interface Row {
  readonly probe: string;
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly outcome: Outcome;
  readonly can?: readonly Operation[];
  readonly why: string;
}

const row = (
  probe: string,
  status: number,
  body: unknown,
  outcome: Outcome,
  why: string,
  can: readonly Operation[] = [],
  headers: Readonly<Record<string, string>> = {},
): Row => ({ probe, status, body, headers, outcome, can, why });

const xmlError = (code: string, more = '') => `<?xml version="1.0"?><Error><Code>${code}</Code>${more}</Error>`;
const LISTING = '<ListBucketResult><KeyCount>0</KeyCount></ListBucketResult>';
const grant = (group: string, permission: string) =>
  `<AccessControlPolicy><AccessControlList><Grant><Grantee><URI>http://acs.amazonaws.com/groups/global/${group}</URI></Grantee><Permission>${permission}</Permission></Grant></AccessControlList></AccessControlPolicy>`;
const HERE = { 'x-amz-bucket-region': 'eu-west-1' };
const policy = (statement: object) => ({
  Statement: [{ Effect: 'Allow', Principal: '*', Resource: '*', ...statement }],
});

/** docs.aws.amazon.com/AmazonS3/latest/API: HeadBucket, ListObjectsV2, GetBucketAcl, GetBucketPolicyStatus, PutObject; ErrorResponses. */
const S3: readonly Row[] = [
  row('s3-head', 200, '', 'open', 'only who may list gets 200', ['list'], HERE),
  row('s3-head', 403, '', 'closed', 'it exists, and does not list; requester-pays buckets answer the same', [], HERE),
  row('s3-head', 404, '', 'undecided', 'HEAD has no body that could say what is missing'),
  row('s3-head', 301, '', 'undecided', 'another region', [], { 'x-amz-bucket-region': 'ap-south-1' }),
  row('s3-head', 307, '', 'undecided', 'the global endpoint sends on', [], { 'x-amz-bucket-region': 'ap-south-1' }),
  row('s3-head', 400, '', 'undecided', 'newer regions over the global endpoint', [], {
    'x-amz-bucket-region': 'me-south-1',
  }),
  row('s3-head', 200, '', 'undecided', 'what names no region is not S3'),
  row('s3-head', 403, '', 'undecided', 'a proxy’s refusal names no region'),
  row('s3-list', 200, LISTING, 'open', 'a listing, even if empty', ['list']),
  row('s3-list', 200, '<html></html>', 'undecided', 'a website answers 200 to everything'),
  row('s3-list', 403, xmlError('AccessDenied'), 'closed', 'listing is refused'),
  row('s3-list', 403, xmlError('AllAccessDisabled'), 'undecided', 'the bucket is disabled, so nobody is answered'),
  row('s3-list', 403, xmlError('AccountProblem'), 'undecided', 'the account has a problem'),
  row('s3-list', 404, xmlError('NoSuchBucket'), 'absent', 'the name is free'),
  row('s3-list', 404, '<html></html>', 'undecided', 'not S3’s own 404'),
  row('s3-list', 301, xmlError('PermanentRedirect'), 'undecided', 'another region'),
  row('s3-list', 503, xmlError('SlowDown'), 'undecided', 'throttled'),
  row('s3-acl', 200, grant('AllUsers', 'READ'), 'open', 'READ on a bucket lists', ['list']),
  row('s3-acl', 200, grant('AllUsers', 'WRITE'), 'open', 'WRITE adds, and replaces nothing of others', ['create']),
  row('s3-acl', 200, grant('AllUsers', 'WRITE_ACP'), 'open', 'who writes the ACL has all', ['administer']),
  row('s3-acl', 200, grant('AllUsers', 'FULL_CONTROL'), 'open', 'all of them', ['list', 'create', 'administer']),
  row('s3-acl', 200, grant('AllUsers', 'READ_ACP'), 'closed', 'the ACL is shown, and nothing else is granted'),
  row('s3-acl', 200, grant('AuthenticatedUsers', 'READ'), 'closed', 'every AWS account is another audience'),
  row('s3-acl', 403, xmlError('AccessDenied'), 'closed', 'not shown'),
  row('s3-acl', 404, xmlError('NoSuchBucket'), 'absent', 'the name is free'),
  row(
    's3-policy-status',
    200,
    '<PolicyStatus><IsPublic>true</IsPublic></PolicyStatus>',
    'undecided',
    'what it allows is in the policy',
  ),
  row('s3-policy-status', 200, '<PolicyStatus><IsPublic>false</IsPublic></PolicyStatus>', 'closed', 'not public'),
  row('s3-policy-status', 403, xmlError('AccessDenied'), 'closed', 'the usual answer to strangers'),
  row('s3-policy', 200, policy({ Action: 's3:GetObject' }), 'open', 'everybody reads', ['read']),
  row(
    's3-policy',
    200,
    policy({ Action: 's3:*', Condition: { IpAddress: {} } }),
    'closed',
    'a condition keeps strangers out',
  ),
  row('s3-policy', 200, '{"Statement":[{"Effect":"Al', 'undecided', 'cut off'),
  row('s3-policy', 403, xmlError('AccessDenied'), 'closed', 'not shown'),
  row('s3-policy', 405, xmlError('MethodNotAllowed'), 'undecided', 'a hint at s3:* for everybody, and no proof'),
  row('s3-website', 200, '<WebsiteConfiguration></WebsiteConfiguration>', 'undecided', 'public on purpose'),
  row('s3-website', 404, xmlError('NoSuchWebsiteConfiguration'), 'closed', 'no website'),
  row('s3-website', 404, xmlError('NoSuchBucket'), 'absent', 'the name is free'),
  row('s3-website', 403, xmlError('AccessDenied'), 'closed', 'not shown'),
  row('s3-write', 403, xmlError('AccessDenied'), 'closed', 'the permission is asked first'),
  row('s3-write', 412, xmlError('PreconditionFailed'), 'open', 'only the condition failed', ['create', 'overwrite']),
  row('s3-write', 404, xmlError('NoSuchKey'), 'open', 'If-Match on a missing key', ['create', 'overwrite']),
  row('s3-write', 404, xmlError('NoSuchBucket'), 'absent', 'the name is free'),
  row('s3-write', 400, xmlError('BadDigest'), 'undecided', 'a digest may be looked at before the permission'),
  row('s3-write', 200, '', 'open', 'it was stored: to be told at once', ['create', 'overwrite']),
  row('s3-write', 200, '<html></html>', 'undecided', 'a page is nobody’s upload'),
];

/** docs.aws.amazon.com: cognitoidentity APIReference, appsync devguide, CloudFront DeveloperGuide. */
const REST_OF_AWS: readonly Row[] = [
  row('cognito-get-id', 200, { IdentityId: 'eu-west-1:7d3f0c52-91be-4c0a-8e55-2b6a4f9d1e03' }, 'open', 'a guest'),
  row('cognito-get-id', 200, { IdentityId: 'evil' }, 'undecided', 'no identity’s form'),
  row('cognito-get-id', 400, { __type: 'NotAuthorizedException' }, 'closed', 'no guests; nothing was made'),
  row('cognito-get-id', 400, { __type: 'ResourceNotFoundException' }, 'absent', 'no such pool'),
  row('cognito-get-id', 400, { __type: 'TooManyRequestsException' }, 'undecided', 'throttled'),
  row(
    'cognito-guest-credentials',
    200,
    { Credentials: { AccessKeyId: 'ASIAQNZGKIQY56JQ7WML' } },
    'open',
    'temporary credentials',
  ),
  row(
    'cognito-guest-credentials',
    400,
    { __type: 'InvalidIdentityPoolConfigurationException' },
    'closed',
    'no role for guests',
  ),
  row('cognito-guest-credentials', 400, { __type: 'NotAuthorizedException' }, 'closed', 'refused'),
  row('appsync-typename', 200, { data: { __typename: 'Query' } }, 'open', 'the key is live'),
  row('appsync-typename', 401, { errors: [{ errorType: 'UnauthorizedException' }] }, 'closed', 'the key is refused'),
  row('appsync-typename', 403, { errors: [] }, 'closed', 'the key was deleted'),
  row(
    'appsync-typename',
    502,
    { errors: [{ message: 'No schema definition exists' }] },
    'undecided',
    'the key is live, the API empty',
  ),
  row('appsync-typename', 404, { errors: [] }, 'absent', 'no such API'),
  row('appsync-typename', 404, '<html></html>', 'undecided', 'a proxy’s 404'),
  row(
    'appsync-introspection',
    200,
    { data: { __schema: { mutationType: { name: 'Mutation' } } } },
    'open',
    'mutations are shown',
  ),
  row('appsync-introspection', 200, { data: { __schema: { mutationType: null } } }, 'undecided', 'nothing to change'),
  row('appsync-introspection', 200, { data: null, errors: [] }, 'closed', 'introspection is off'),
  row('appsync-introspection', 401, '', 'closed', 'refused'),
  row('cloudfront-list', 200, LISTING, 'open', 'the origin’s listing is passed on', ['list']),
  row('cloudfront-list', 200, '<html></html>', 'closed', 'a default root object stands before it'),
  row('cloudfront-list', 403, xmlError('AccessDenied'), 'closed', 'the origin refuses'),
  row(
    'cloudfront-list',
    404,
    xmlError('NoSuchBucket', '<BucketName>acme-media</BucketName>'),
    'absent',
    'the origin is free to be taken',
  ),
  row(
    'cloudfront-list',
    404,
    xmlError('NoSuchBucket', '<BucketName>acme-210987654321-eu-west-1-an</BucketName>'),
    'undecided',
    'only its own account can make it again',
  ),
  row('cloudfront-list', 404, '', 'undecided', 'nothing at the root'),
];

const azure = (
  probe: string,
  status: number,
  code: string,
  outcome: Outcome,
  why: string,
  can: readonly Operation[] = [],
) => row(probe, status, xmlError(code), outcome, why, can, { 'x-ms-error-code': code });

/** learn.microsoft.com/rest/api/storageservices: common-rest-api-error-codes, get-container-acl, list-blobs. */
const AZURE: readonly Row[] = [
  azure('azure-blob-account', 409, 'PublicAccessNotPermitted', 'closed', 'the account is there, and permits nothing'),
  azure('azure-blob-account', 401, 'NoAuthenticationInformation', 'closed', 'the account is there'),
  azure('azure-blob-account', 404, 'ResourceNotFound', 'undecided', 'an account that is missing has no host to say so'),
  row('azure-blob-container', 200, '', 'open', 'public access level “container”', ['list', 'read'], {
    'x-ms-blob-public-access': 'container',
  }),
  row('azure-blob-container', 200, '', 'undecided', 'no level is told'),
  row('azure-blob-container', 404, '', 'undecided', 'Azure names a code in every refusal'),
  azure('azure-blob-container', 404, 'ResourceNotFound', 'closed', 'private, blob-only or missing: by design alike'),
  azure('azure-blob-container', 409, 'PublicAccessNotPermitted', 'closed', 'the good state'),
  azure('azure-blob-container', 401, 'NoAuthenticationInformation', 'closed', 'newer versions'),
  azure('azure-blob-container', 403, 'AuthorizationFailure', 'closed', 'a firewall'),
  azure('azure-blob-container', 403, 'AccountIsDisabled', 'undecided', 'nobody is answered'),
  azure('azure-blob-container', 404, 'AccountNotFound', 'absent', 'no such account'),
  azure('azure-blob-container', 503, 'ServerBusy', 'undecided', 'throttled'),
  row('azure-blob-list', 200, '<EnumerationResults></EnumerationResults>', 'open', 'a listing', ['list', 'read']),
  row('azure-blob-list', 200, '<html></html>', 'undecided', 'no listing'),
  azure('azure-blob-list', 404, 'ResourceNotFound', 'closed', 'not listed'),
  azure(
    'azure-blob-absent',
    404,
    'BlobNotFound',
    'open',
    'only a container whose blobs are public says what is missing',
    ['read'],
  ),
  azure('azure-blob-absent', 404, 'ResourceNotFound', 'closed', 'private or missing'),
  row('azure-blob-known', 200, '', 'open', 'the blob can be read', ['read'], { 'x-ms-blob-type': 'BlockBlob' }),
  row('azure-blob-known', 200, '', 'undecided', 'not Blob Storage’s own 200'),
  azure('azure-blob-known', 404, 'BlobNotFound', 'undecided', 'the blob is gone'),
  azure('azure-blob-known', 404, 'ResourceNotFound', 'closed', 'private or missing'),
  row('azure-blob-sas-list', 200, '<EnumerationResults></EnumerationResults>', 'open', 'valid, and lists', ['list']),
  azure('azure-blob-sas-list', 403, 'AuthenticationFailed', 'closed', 'ended, revoked, or signed by another key'),
  azure('azure-blob-sas-list', 403, 'AuthorizationPermissionMismatch', 'closed', 'valid, without this letter'),
  azure('azure-blob-sas-list', 403, 'AuthorizationSourceIPMismatch', 'undecided', 'tied to other addresses'),
  azure('azure-blob-sas-list', 403, 'AccountIsDisabled', 'undecided', 'nobody is answered'),
  azure('azure-blob-sas-list', 404, 'ContainerNotFound', 'undecided', 'the container is gone'),
  azure('azure-blob-sas-write', 412, 'ConditionNotMet', 'open', 'only the condition failed', ['create', 'overwrite']),
  azure('azure-blob-sas-write', 403, 'AuthorizationPermissionMismatch', 'closed', 'neither w nor c'),
  row('azure-blob-sas-write', 201, '', 'open', 'it was stored: to be told at once', ['create', 'overwrite']),
  azure('azure-blob-sas-delete', 412, 'ConditionNotMet', 'open', 'only the condition failed', ['delete']),
  azure('azure-blob-sas-delete', 403, 'AuthorizationPermissionMismatch', 'closed', 'no d'),
];

const google = (code: number, message: string, status = '') => ({ error: { code, message, status } });
const keyError = (code: number, reason: string) => ({
  error: {
    code,
    message: reason,
    status: 'X',
    details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason }],
  },
});
const ELSEWHERE = {
  correctUrl: 'https://acme-eu.europe-west1.firebasedatabase.app',
  error: 'Database lives in a different region. Please change your database URL',
};
const DENIED = google(403, 'Missing or insufficient permissions.', 'PERMISSION_DENIED');
const NO_DATABASE = google(404, 'The database (default) does not exist for project acme-prod', 'NOT_FOUND');
const UNUSED = google(
  403,
  'Cloud Firestore API has not been used in project 1 before or it is disabled.',
  'PERMISSION_DENIED',
);
const DATASTORE = google(
  400,
  'The Cloud Firestore API is not available for Firestore in Datastore Mode database',
  'FAILED_PRECONDITION',
);
const COUNTED = [{ result: { aggregateFields: { n: { integerValue: '0' } } } }];

const ofDatabase = (probe: string): readonly Row[] => [
  row(probe, 401, { error: 'Permission denied' }, 'closed', 'for this path alone'),
  row(probe, 402, '', 'undecided', 'over its quota, or billing is off'),
  row(probe, 423, '', 'undecided', 'locked or deactivated'),
  row(probe, 404, { error: 'Firebase error. The database has been deactivated.' }, 'undecided', 'deactivated'),
  row(probe, 404, { error: '404 Not Found' }, 'absent', 'no such database'),
  row(probe, 404, ELSEWHERE, 'undecided', 'it lives in another region'),
  row(probe, 404, '<html></html>', 'undecided', 'not the service’s own 404'),
];
const ofFirestore = (probe: string): readonly Row[] => [
  row(probe, 403, DENIED, 'closed', 'denied, or no such project'),
  row(probe, 403, UNUSED, 'undecided', 'the project does not use Firestore'),
  row(probe, 400, DATASTORE, 'absent', 'Datastore mode has no rules'),
  row(probe, 404, NO_DATABASE, 'absent', 'no such database'),
  row(probe, 429, google(429, 'Quota exceeded.', 'RESOURCE_EXHAUSTED'), 'undecided', 'over its quota'),
];

/** firebase.google.com/docs/reference/rest/database; cloud.google.com/firestore/docs/reference/rest; cloud.google.com/storage/docs/json_api. */
const GOOGLE: readonly Row[] = [
  row('firebase-database-read', 200, 'null', 'open', 'a path that nobody ever used may be read', ['read']),
  row('firebase-database-read', 200, '{"users":true}', 'undecided', 'the random path cannot hold data'),
  ...ofDatabase('firebase-database-read'),
  row('firebase-database-list', 200, '{}', 'open', 'the root may be read', ['list', 'read']),
  row('firebase-database-list', 200, '{"a":1}', 'undecided', 'no answer to that query'),
  ...ofDatabase('firebase-database-list'),
  row('firebase-database-read-node', 200, 'null', 'open', 'below the node', ['read']),
  ...ofDatabase('firebase-database-read-node'),
  row('firebase-database-erase', 204, '', 'open', 'removing what is not there was let pass', ['overwrite', 'delete']),
  row('firebase-database-erase', 200, 'null', 'open', 'the same, not silent', ['overwrite', 'delete']),
  row('firebase-database-erase', 412, '{"x":1}', 'undecided', 'data where none can be; nothing was changed'),
  ...ofDatabase('firebase-database-erase'),
  row('firebase-database-erase-node', 204, '', 'open', 'below the node', ['overwrite', 'delete']),
  row('firebase-database-erase-node', 412, '{"x":1}', 'undecided', 'data where none can be; nothing was changed'),
  ...ofDatabase('firebase-database-erase-node'),
  row('firebase-database-create', 412, 'null', 'undecided', 'whether rules come before ETags is not documented'),
  row('firebase-database-create', 204, '', 'open', 'it was stored: to be told at once', ['create']),
  row('firebase-database-create', 200, '', 'open', 'the same, not quite silent', ['create']),
  row('firebase-database-create', 200, '{"error":"x"}', 'undecided', 'not what was sent'),
  ...ofDatabase('firebase-database-create'),
  row('firestore-count', 200, COUNTED, 'open', 'a count, even of none', ['list', 'read']),
  row('firestore-count', 200, '[{}]', 'undecided', 'no count'),
  ...ofFirestore('firestore-count'),
  row('firestore-get', 404, google(404, 'Document "x" not found.', 'NOT_FOUND'), 'open', 'rules come first', ['read']),
  ...ofFirestore('firestore-get'),
  row('firestore-update', 404, google(404, 'No document to update: x', 'NOT_FOUND'), 'open', 'rules come first', [
    'overwrite',
  ]),
  row('firestore-update', 200, { writeResults: [{}] }, 'open', 'carried out in spite of its precondition', [
    'overwrite',
  ]),
  ...ofFirestore('firestore-update'),
  row('firestore-delete', 404, google(404, 'No document to update: x', 'NOT_FOUND'), 'open', 'rules come first', [
    'delete',
  ]),
  row('firestore-delete', 200, { writeResults: [{}] }, 'open', 'carried out in spite of its precondition', ['delete']),
  ...ofFirestore('firestore-delete'),
  row('gcs-permissions', 200, { kind: 'storage#testIamPermissionsResponse' }, 'closed', 'none of those asked for'),
  row(
    'gcs-permissions',
    200,
    { kind: 'storage#testIamPermissionsResponse', permissions: ['storage.objects.create', 'storage.objects.delete'] },
    'open',
    'both together overwrite',
    ['create', 'delete', 'overwrite'],
  ),
  row('gcs-permissions', 200, { permissions: ['storage.objects.list'] }, 'undecided', 'not that document'),
  row('gcs-permissions', 404, google(404, 'The specified bucket does not exist.'), 'absent', 'no such bucket'),
  row(
    'gcs-permissions',
    403,
    google(403, 'The project to be billed is associated with a closed billing account.'),
    'undecided',
    'billing is off',
  ),
  row('gcs-list', 200, { kind: 'storage#objects' }, 'open', 'a listing without a name', ['list']),
  row('gcs-list', 401, google(401, 'Anonymous caller does not have storage.objects.list access'), 'closed', 'refused'),
  row('gcs-list', 403, google(403, 'Forbidden'), 'closed', 'refused'),
  row('gcs-list', 403, google(403, 'accountDisabled'), 'undecided', 'billing is off'),
  row('gcs-list', 400, google(400, 'UserProjectMissing'), 'undecided', 'Requester Pays'),
  row('gcs-list', 404, google(404, 'The specified bucket does not exist.'), 'absent', 'no such bucket'),
  row('gcs-list', 404, '<html></html>', 'undecided', 'a proxy’s 404'),
  row('gcs-firebase-list', 200, { prefixes: [], items: [] }, 'open', 'a listing of nothing', ['list']),
  row('gcs-firebase-list', 403, google(403, 'Permission denied.'), 'closed', 'the rules deny it'),
  row(
    'gcs-firebase-list',
    400,
    google(400, 'Listing objects in a bucket is disallowed for rules_version = "1".'),
    'undecided',
    'reading may be open',
  ),
  row('gcs-firebase-list', 402, google(402, 'billing'), 'undecided', 'buckets without billing answer nobody'),
  row('gcs-firebase-list', 404, google(404, 'Not Found.'), 'absent', 'no such bucket'),
  row(
    'gcs-firebase-list',
    412,
    google(412, 'A required service account is missing necessary permissions.'),
    'undecided',
    'not linked',
  ),
  row('gcs-firebase-exists', 403, google(403, 'Permission denied.'), 'undecided', 'it exists, and that is all'),
  row('gcs-firebase-exists', 404, google(404, 'Not Found.'), 'absent', 'no such bucket'),
  row('gcs-firebase-get', 404, google(404, 'Not Found.'), 'open', 'rules come before existence', ['read']),
  row('gcs-firebase-get', 403, google(403, 'Permission denied.'), 'closed', 'the rules deny it'),
  row('gcs-firebase-get', 404, '<html></html>', 'undecided', 'a proxy’s 404'),
  row('gcs-firebase-delete', 404, google(404, 'Not Found.'), 'open', 'rules come before existence', ['delete']),
  row('gcs-firebase-delete', 403, google(403, 'Permission denied.'), 'closed', 'the rules deny it'),
  row('gcs-firebase-update', 404, google(404, 'Not Found.'), 'open', 'rules come before existence', ['overwrite']),
  row('gcs-firebase-update', 403, google(403, 'Permission denied.'), 'closed', 'the rules deny it'),
  row('firebase-remote-config', 200, { state: 'NO_TEMPLATE' }, 'undecided', 'no values'),
  row(
    'firebase-remote-config',
    200,
    { entries: { colour: 'blue' } },
    'undecided',
    'readable by everybody, as designed',
  ),
  row('firebase-remote-config', 200, { entries: { key: `AKIA${'QNZGKIQY56JQ7WML'}` } }, 'open', 'a secret among them'),
  row('firebase-remote-config', 403, keyError(403, 'API_KEY_SERVICE_BLOCKED'), 'undecided', 'the key is restricted'),
  row('firebase-project-config', 200, { projectId: '1' }, 'undecided', 'the key is live'),
  row('firebase-project-config', 200, { projectId: '1', enableAnonymousUser: true }, 'open', 'it says so itself'),
  row('firebase-project-config', 400, keyError(400, 'API_KEY_INVALID'), 'closed', 'the key is dead'),
  row(
    'firebase-project-config',
    403,
    keyError(403, 'API_KEY_ANDROID_APP_BLOCKED'),
    'undecided',
    'tied to the app, which can be copied',
  ),
  row(
    'firebase-project-config',
    403,
    keyError(403, 'API_KEY_IOS_APP_BLOCKED'),
    'undecided',
    'tied to the app, which can be copied',
  ),
  row('firebase-project-config', 403, keyError(403, 'API_KEY_HTTP_REFERRER_BLOCKED'), 'undecided', 'tied to a site'),
  row('firebase-project-config', 403, keyError(403, 'API_KEY_IP_ADDRESS_BLOCKED'), 'undecided', 'tied to addresses'),
  row('firebase-key-gemini', 200, { models: [] }, 'open', 'the key opens Gemini'),
  row('firebase-key-gemini', 403, keyError(403, 'API_KEY_SERVICE_BLOCKED'), 'closed', 'the good state'),
  row('firebase-key-gemini', 403, keyError(403, 'SERVICE_DISABLED'), 'closed', 'the project has not turned it on'),
  row('firebase-key-gemini', 400, keyError(400, 'API_KEY_INVALID'), 'closed', 'the key is dead'),
  row('firebase-sign-up-password', 400, google(400, 'OPERATION_NOT_ALLOWED'), 'closed', 'asserted before the address'),
  row(
    'firebase-sign-up-password',
    400,
    google(400, 'INVALID_EMAIL'),
    'undecided',
    'production’s order is not documented',
  ),
  row('firebase-sign-up-anonymous', 200, { idToken: 'x' }, 'open', 'a user was made'),
  row('firebase-sign-up-anonymous', 400, google(400, 'ADMIN_ONLY_OPERATION'), 'closed', 'off'),
];

/** docs.postgrest.org errors; supabase.com status codes; each service’s own sources and pages as its fake names them. */
const BAAS: readonly Row[] = [
  row('supabase-table-count', 206, '', 'open', 'rows are visible', ['list', 'read'], { 'content-range': '0-0/3' }),
  row('supabase-table-count', 200, '', 'open', 'the only row', ['list', 'read'], { 'content-range': '0-0/1' }),
  row('supabase-table-count', 200, '', 'undecided', 'hidden by row-level security, or empty', [], {
    'content-range': '*/0',
  }),
  row('supabase-table-count', 401, '', 'closed', '42501, or the key is dead (PGRST301)'),
  row('supabase-table-count', 403, '', 'closed', '42501 for a role'),
  row('supabase-table-count', 404, '', 'undecided', '42P01 or PGRST205: a table, not a project'),
  row('supabase-table-count', 540, '', 'undecided', 'the project is paused'),
  row('supabase-objects-list', 200, [{ name: 'x' }], 'open', 'objects are visible', ['list']),
  row('supabase-objects-list', 200, [], 'undecided', 'hidden, or empty'),
  row('supabase-objects-list', 400, { error: 'Bucket not found' }, 'undecided', 'private or missing'),
  row('supabase-buckets', 200, [{ id: 'avatars' }], 'undecided', 'a bucket’s name opens nothing'),
  row('supabase-buckets', 401, '', 'closed', 'refused'),
  row('supabase-auth-settings', 200, { disable_signup: false }, 'undecided', 'who may sign up opens nothing by itself'),
  row('supabase-auth-settings', 401, { message: 'Invalid API key' }, 'closed', 'the key is dead'),
  row('appwrite-documents', 200, { total: 2, documents: [{}] }, 'open', 'guests read', ['list', 'read']),
  row('appwrite-documents', 200, { total: 0, documents: [] }, 'undecided', 'empty, or each document has its own'),
  row('appwrite-documents', 401, { type: 'user_unauthorized' }, 'closed', 'guests may not'),
  row('appwrite-documents', 403, { type: 'general_service_disabled' }, 'undecided', 'turned off for everybody'),
  row('appwrite-documents', 403, { type: 'general_resource_blocked' }, 'undecided', 'blocked for everybody'),
  row('appwrite-documents', 404, { type: 'collection_not_found' }, 'absent', 'no such collection'),
  row('appwrite-documents', 404, '<html></html>', 'undecided', 'a proxy’s 404'),
  row('pocketbase-records', 200, { totalItems: 3, items: [{}] }, 'open', 'records are visible', ['list', 'read']),
  row('pocketbase-records', 200, { totalItems: 0, items: [] }, 'undecided', 'a rule filters, or it is empty'),
  row('pocketbase-records', 403, { message: 'Only superusers can perform this action.' }, 'closed', 'locked'),
  row('pocketbase-records', 404, { message: 'Missing collection context.' }, 'absent', 'no such collection'),
  row('pocketbase-delete', 403, { message: 'Only superusers can perform this action.' }, 'closed', 'locked'),
  row('pocketbase-delete', 404, { message: "The requested resource wasn't found." }, 'undecided', 'there is a rule'),
  row('parse-count', 200, { results: [], count: 4 }, 'open', 'objects are visible', ['list', 'read']),
  row('parse-count', 200, { results: [], count: 0 }, 'undecided', 'hidden by ACLs, or none'),
  row('parse-count', 400, { code: 119, error: 'Permission denied' }, 'closed', 'class-level permissions'),
  row('parse-count', 403, { error: 'unauthorized' }, 'closed', 'the keys are refused'),
  row('parse-delete', 400, { code: 119, error: 'Permission denied' }, 'closed', 'class-level permissions'),
  row('parse-delete', 404, { code: 101, error: 'Object not found.' }, 'undecided', 'ACLs may still forbid it'),
  row('parse-delete', 403, { error: 'unauthorized' }, 'closed', 'the keys are refused'),
  row('backendless-count', 200, '12', 'open', 'records are visible', ['list', 'read']),
  row('backendless-count', 200, '0', 'undecided', 'hidden, or none'),
  row('backendless-count', 400, { code: 1009, message: 'no table' }, 'undecided', 'codes are not documented'),
  row('backendless-count', 401, '', 'closed', 'refused'),
  row(
    'hasura-schema',
    200,
    { errors: [{ message: 'x-hasura-admin-secret/x-hasura-access-key required, but not found' }] },
    'closed',
    'an admin secret, and no role for strangers',
  ),
  row('hasura-schema', 200, { errors: [{ extensions: { code: 'invalid-jwt' } }] }, 'closed', 'a token is wanted'),
  row(
    'hasura-schema',
    200,
    { errors: [{ extensions: { code: 'validation-failed' } }] },
    'undecided',
    'introspection is off',
  ),
  row('hasura-schema', 500, { error: 'Project not reachable' }, 'undecided', 'paused'),
  row(
    'hasura-schema',
    200,
    {
      data: {
        __schema: { mutationType: { fields: [{ name: 'insert_a' }, { name: 'update_a' }, { name: 'delete_a' }] } },
      },
    },
    'open',
    'an administrator’s mutations',
    ['list', 'read', 'create', 'overwrite', 'delete'],
  ),
  row(
    'hasura-schema',
    200,
    { data: { __schema: { mutationType: { fields: [{ name: 'insert_a' }] } } } },
    'undecided',
    'a role with its own conditions',
  ),
  row('elasticsearch-count', 200, { count: 0, _shards: {} }, 'open', 'open, and empty', ['list', 'read']),
  row('elasticsearch-count', 200, { tagline: 'x' }, 'undecided', 'no count'),
  row('elasticsearch-count', 401, { error: { type: 'security_exception' } }, 'closed', 'security is on'),
  row(
    'elasticsearch-count',
    403,
    { Message: 'User: anonymous is not authorized' },
    'closed',
    'the access policy of AWS',
  ),
  row('elasticsearch-count', 404, { ok: false, message: 'Unknown resource.' }, 'absent', 'no such deployment'),
  row('elasticsearch-count', 404, '<html></html>', 'undecided', 'a proxy’s 404'),
  row('algolia-key-rights', 200, { acl: ['search', 'listIndexes', 'settings'] }, 'closed', 'a key that ships'),
  row('algolia-key-rights', 200, { acl: ['search', 'browse'] }, 'open', 'all records', ['list', 'read']),
  row('algolia-key-rights', 200, { acl: ['addObject'] }, 'open', 'adds and replaces', ['create', 'overwrite']),
  row('algolia-key-rights', 200, { acl: ['deleteIndex'] }, 'open', 'erases', ['delete']),
  row('algolia-key-rights', 200, { acl: ['editSettings'] }, 'open', 'configures', ['administer']),
  row('algolia-key-rights', 200, { value: 'x' }, 'undecided', 'no rights are told'),
  row('algolia-key-rights', 403, { message: 'Invalid Application-ID or API key' }, 'closed', 'revoked'),
  row('algolia-key-rights', 404, '<html></html>', 'undecided', 'a proxy’s 404'),
  row('algolia-key-rights', 404, { message: 'Key does not exist' }, 'closed', 'deleted'),
  row('oracle-oci-list', 200, { objects: [] }, 'open', 'a listing of nothing', ['list', 'read']),
  row('oracle-oci-list', 200, '<html></html>', 'undecided', 'no listing'),
  row('oracle-oci-list', 404, { code: 'BucketNotFound' }, 'undecided', 'private or missing: by design alike'),
  row('oracle-oci-list', 404, { code: 'NamespaceNotFound' }, 'absent', 'no such namespace'),
  row('oracle-oci-list', 401, '', 'closed', 'refused'),
  row('oracle-oci-par-list', 200, { objects: [] }, 'open', 'valid, and lists', ['list', 'read']),
  row('oracle-oci-par-list', 404, { code: 'BucketNotFound' }, 'undecided', 'ended, or made without listing'),
];

/** What stores that speak the S3 API answer; Alibaba’s codes are its own (help.aliyun.com, OSS error codes). */
export const IMITATOR: readonly Row[] = [
  row('list', 200, LISTING, 'open', 'a listing', ['list']),
  row('list', 200, '<html></html>', 'undecided', 'no listing'),
  row('list', 403, xmlError('AccessDenied'), 'closed', 'refused'),
  row('list', 403, xmlError('UserDisable'), 'undecided', 'the account is overdue'),
  row('list', 404, xmlError('NoSuchBucket'), 'absent', 'the name is free'),
  row('list', 404, '', 'undecided', 'not the API’s own 404'),
  row('list', 301, xmlError('PermanentRedirect'), 'undecided', 'another region'),
  row('acl', 200, grant('AllUsers', 'FULL_CONTROL'), 'open', 'everybody’s', ['list', 'create', 'administer']),
  row('acl', 200, '<AccessControlPolicy></AccessControlPolicy>', 'closed', 'nothing is granted'),
  row('acl', 403, xmlError('AccessDenied'), 'closed', 'not shown'),
  row('acl', 404, xmlError('NoSuchBucket'), 'absent', 'the name is free'),
  row('acl', 501, xmlError('NotImplemented'), 'undecided', 'the store has no ACLs'),
];

export const ROWS: readonly Row[] = [...S3, ...REST_OF_AWS, ...AZURE, ...GOOGLE, ...BAAS];

/** States of a project, of the load or of the way to it: they speak of no access, whatever the service. */
export const STATES: readonly (readonly [status: number, body: string, why: string])[] = [
  [0, '', 'no answer came'],
  [402, '', 'billing is off'],
  [407, '', 'a proxy asks for credentials'],
  [423, '', 'locked'],
  [429, '{"error":"rate limit exceeded"}', 'throttled'],
  [451, '', 'withheld for legal reasons'],
  [500, xmlError('InternalError'), 'the service failed'],
  [502, '<html>Bad Gateway</html>', 'a gateway failed'],
  [503, '{"message":"Service Unavailable"}', 'overloaded'],
  [504, '', 'a gateway timed out'],
  [511, '<html>Sign in to the Wi-Fi</html>', 'a captive portal'],
  [540, '{"message":"project paused"}', 'paused'],
  [302, '', 'it leads elsewhere'],
  [308, '', 'it leads elsewhere'],
];

/** What is not the provider’s document, as a portal or a half answer is: it opens nothing, and frees no name. */
export const STRANGE: readonly (readonly [status: number, body: string])[] = [
  [200, ''],
  [200, '<!doctype html><html><body>Please sign in</body></html>'],
  [200, '{'],
  [200, '[]'],
  [200, '{"error":"Permission denied"}'],
  [404, '<!doctype html><html><body>Not found</body></html>'],
  [404, ''],
];
