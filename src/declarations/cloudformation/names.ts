import { ADDRESS_MARK } from '../values.ts';

/** What `Ref` and `Fn::GetAtt` give for a resource, from its physical name (AWS resource reference, "Return values"). */
export interface Named {
  /** The property that names it. */
  readonly by: string;
  /** What `Ref` gives; the name itself if it is left out. */
  readonly ref?: (name: string) => string;
  readonly attributes?: (name: string) => Readonly<Record<string, string>>;
}

/** Stands in an ARN for the account and the region of a stack, which no template knows; see ADDRESS_MARK. */
const SOME = '-';

const bucketArn = (name: string) => `arn:aws:s3:::${name}`;
const policyArn = (name: string) => `arn:aws:iam::${SOME}:policy/${name}`;
const domain: Named = {
  by: 'DomainName',
  attributes: (name) => {
    const arn = `arn:aws:es:${SOME}:${SOME}:domain/${name}`;
    return { Arn: arn, DomainArn: arn };
  },
};
const table: Named = {
  by: 'TableName',
  attributes: (name) => ({ Arn: `arn:aws:dynamodb:${SOME}:${SOME}:table/${name}` }),
};

/** The resources by whose names others point at them. */
export const NAMED: Readonly<Record<string, Named>> = {
  'AWS::S3::Bucket': { by: 'BucketName', attributes: (name) => ({ Arn: bucketArn(name) }) },
  'AWS::S3::AccessPoint': {
    by: 'Name',
    attributes: (name) => ({ Arn: `arn:aws:s3:${SOME}:${SOME}:accesspoint/${name}`, Name: name }),
  },
  'AWS::IAM::Role': {
    by: 'RoleName',
    attributes: (name) => ({ Arn: `arn:aws:iam::${SOME}:role/${name}` }),
  },
  'AWS::IAM::ManagedPolicy': {
    by: 'ManagedPolicyName',
    ref: policyArn,
    attributes: (name) => ({ PolicyArn: policyArn(name) }),
  },
  'AWS::DynamoDB::Table': table,
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::Serverless::SimpleTable': table,
  'AWS::OpenSearchService::Domain': domain,
  'AWS::Elasticsearch::Domain': domain,
};

/** The name of a role in its ARN, which may hold a path before it; a name alone is itself. */
export function roleOfArn(arn: string): string {
  const mark = arn.indexOf(ADDRESS_MARK);
  if (mark !== -1) return arn.slice(mark);
  const at = arn.lastIndexOf(':role/');
  return at === -1 ? arn : arn.slice(arn.lastIndexOf('/') + 1);
}
