import { ADDRESS_MARK, isKnownText, UNKNOWN, UNKNOWN_PART, type Value } from '../values.ts';
import { googlePolicyData, iamPolicyDocument } from './policy-data.ts';
import { attributeValue, type EvaluatedBlock, type Resource } from './resources.ts';

/** Attributes that a provider fills in, from the name of the resource. */
type Computed = (name: string, resource: Resource | undefined) => Readonly<Record<string, Value>>;

/** The attribute that names a resource, and what follows from it. Only what one configuration uses to point at another. */
const NAMED: Readonly<Record<string, { readonly by: string; readonly computed: Computed }>> = {
  aws_s3_bucket: { by: 'bucket', computed: bucketAttributes },
  aws_s3_access_point: {
    by: 'name',
    computed: (name) => ({ id: name, name, arn: `arn:aws:s3:-:-:accesspoint/${name}` }),
  },
  aws_lambda_function: { by: 'function_name', computed: (name) => ({ function_name: name, arn: name, id: name }) },
  aws_iam_role: { by: 'name', computed: (name) => ({ id: name, name, arn: `arn:aws:iam::-:role/${name}` }) },
  aws_iam_policy: { by: 'name', computed: (name) => ({ id: name, arn: `arn:aws:iam::-:policy/${name}` }) },
  google_storage_bucket: { by: 'name', computed: (name) => ({ id: name, name, url: `gs://${name}` }) },
  google_cloud_run_service: { by: 'name', computed: (name) => ({ id: name, name }) },
  google_cloud_run_v2_service: { by: 'name', computed: (name) => ({ id: name, name }) },
  google_cloudfunctions_function: { by: 'name', computed: (name) => ({ id: name, name }) },
  google_cloudfunctions2_function: { by: 'name', computed: (name) => ({ id: name, name }) },
  azurerm_storage_account: { by: 'name', computed: accountAttributes },
  azurerm_storage_container: { by: 'name', computed: (name) => ({ name }) },
};

/** Resources that are known by their address alone. */
const BY_ADDRESS = new Set([
  'aws_cognito_identity_pool',
  'aws_appsync_graphql_api',
  'aws_opensearch_domain',
  'aws_elasticsearch_domain',
  'google_firebaserules_ruleset',
  'aws_api_gateway_rest_api',
]);

/** Connection strings hold the account's name, and a key that only Azure knows. */
function accountAttributes(name: string): Readonly<Record<string, Value>> {
  const connection = isKnownText(name) ? `AccountName=${name};AccountKey=${UNKNOWN_PART}` : UNKNOWN;
  return { id: `/storageAccounts/${name}`, name, primary_connection_string: connection };
}

function bucketAttributes(name: string): Readonly<Record<string, Value>> {
  return { id: name, bucket: name, arn: `arn:aws:s3:::${name}` };
}

/** What other expressions see of a resource. An undeclared one is known by its address only. */
export function completed(resource: Resource | undefined, type: string, address: string): Value {
  const own = resource === undefined ? new Map<string, Value>() : plainBlock(resource, 0);
  if (type === 'aws_iam_policy_document' && resource !== undefined) own.set('json', iamPolicyDocument(resource));
  if (type === 'google_iam_policy' && resource !== undefined) own.set('policy_data', googlePolicyData(resource));
  if (type === 'module' && resource !== undefined) {
    const name = nameOf(attributeValue(resource, 'bucket'), address);
    return new Map<string, Value>([...own, ['s3_bucket_id', name], ['s3_bucket_arn', `arn:aws:s3:::${name}`]]);
  }
  const named = Object.hasOwn(NAMED, type) ? NAMED[type] : undefined;
  if (named !== undefined) {
    const computed = named.computed(nameOf(own.get(named.by), address), resource);
    return new Map([...own, ...Object.entries(computed)]);
  }
  if (BY_ADDRESS.has(type)) own.set('id', `${ADDRESS_MARK}${address}`);
  // Google names a ruleset itself.
  if (type === 'google_firebaserules_ruleset') own.set('name', `${ADDRESS_MARK}${address}`);
  return own;
}

/** The configured name, or what stands for one that a provider chooses. */
export function nameOf(name: Value | undefined, address: string): string {
  return isKnownText(name) && name !== '' ? name : `${ADDRESS_MARK}${address}`;
}

const MAX_BLOCK_DEPTH = 10;

function plainBlock(block: EvaluatedBlock, depth: number): Map<string, Value> {
  const plain = new Map<string, Value>();
  for (const [name, { value }] of block.attributes) plain.set(name, value === null ? UNKNOWN : value);
  if (depth > MAX_BLOCK_DEPTH) return plain;
  for (const inner of block.blocks) {
    const known = plain.get(inner.type);
    plain.set(inner.type, [...(Array.isArray(known) ? known : []), plainBlock(inner, depth + 1)]);
  }
  return plain;
}
