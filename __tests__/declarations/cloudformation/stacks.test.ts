import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cloudFormation } from '../../../src/declarations/cloudformation/index.ts';
import { brief, readWith } from '../read.ts';

async function read(text: string, path = 'template.yaml') {
  const { declarations } = await readWith(cloudFormation, { [path]: text });
  return declarations.map((one) => `${one.kind}:${one.name ?? '-'} ${brief(one)}`);
}

/** The state of a bucket whose ACL is an expression. */
async function aclState(expression: string, sections = '') {
  const text = `${sections}Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      AccessControl: ${expression}\n`;
  const { declarations } = await readWith(cloudFormation, { 'template.yaml': text });
  return declarations.map(({ declaration }) => declaration.state).join();
}

const SECTIONS = `Parameters:
  Public: { Type: String, Default: 'true' }
  Stage: { Type: String }
  Acl: { Type: String, Default: PublicRead }
  Stored: { Type: 'AWS::SSM::Parameter::Value<String>', Default: PublicRead }
  Names: { Type: CommaDelimitedList, Default: 'Private, PublicRead' }
Mappings:
  Acls: { prod: { Acl: PublicRead }, dev: { Acl: Private } }
Conditions:
  IsPublic: !Equals [!Ref Public, true]
  IsProd: !Equals [!Ref Stage, prod]
  Both: !And [!Condition IsPublic, !Not [!Equals [a, b]]]
  Either: !Or [!Condition IsProd, !Condition IsPublic]
  Loop: !Condition Loop
`;

describe('intrinsic functions', () => {
  it.each([
    ['!Ref Acl', 'open'],
    ['{ Ref: Acl }', 'open'],
    ['!If [IsPublic, PublicRead, Private]', 'open'],
    ['!If [Both, PublicRead, Private]', 'open'],
    ['!If [Either, PublicRead, Private]', 'open'],
    ['{ "Fn::If": [IsPublic, !Ref Acl, !Ref "AWS::NoValue"] }', 'open'],
    ['!FindInMap [Acls, prod, Acl]', 'open'],
    ['!Join ["", [Public, Read]]', 'open'],
    ['!Sub "Public${X}"', 'unknown'],
    ['!Sub ["Public${What}", { What: Read }]', 'open'],
    ['!Select [1, [Private, PublicRead]]', 'open'],
    ['!Select [1, !Ref Names]', 'open'],
    ['!Select [1, !Split ["/", "a/PublicRead"]]', 'open'],
    ['!If [IsPublic, !Ref "AWS::NoValue", PublicRead]', 'closed'],
    ['!FindInMap [Acls, dev, Acl]', 'closed'],
    ['!If [IsProd, PublicRead, Private]', 'unknown'],
    ['!If [IsProd, Private, Private]', 'closed'],
    ['!If [Loop, PublicRead, Private]', 'unknown'],
    ['!FindInMap [Acls, !Ref Stage, Acl]', 'unknown'],
    ['!Ref Stage', 'unknown'],
    ['!Ref Stored', 'unknown'],
    ['!ImportValue acl', 'unknown'],
    ['{ "Fn::Transform": { Name: x } }', 'unknown'],
    ['"{{resolve:ssm:acl}}"', 'unknown'],
  ])('%s is %s', async (expression, state) => {
    expect(await aclState(expression, SECTIONS)).toBe(state);
  });

  it('leaves out a resource whose condition is false, and does not know one whose condition is not known', async () => {
    const text = (condition: string) =>
      `Parameters: { Stage: { Type: String } }\nConditions: { Never: !Equals [a, b], Maybe: !Equals [!Ref Stage, prod] }\nResources:\n  B:\n    Type: AWS::S3::Bucket\n    Condition: ${condition}\n    Properties: { AccessControl: PublicRead }\n`;
    expect(await read(text('Never'))).toEqual([]);
    expect(await read(text('Maybe'))).toEqual(['s3:template.yaml#B 7 - anyone list unknown']);
  });

  it('follows anchors and merge keys', async () => {
    const text = `Base: &base\n  AccessControl: PublicRead\nResources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      <<: *base\n  C:\n    Type: AWS::S3::Bucket\n    Properties: *base\n`;
    expect(await read(text)).toEqual([
      's3:template.yaml#B 2 - anyone list open',
      's3:template.yaml#C 2 - anyone list open',
    ]);
  });
});

describe('templates in JSON', () => {
  it('are read as those in YAML, with the construct of a CDK program', async () => {
    const text = JSON.stringify(
      {
        Resources: {
          Media8CDFE1: {
            Type: 'AWS::S3::Bucket',
            Properties: {
              AccessControl: 'PublicRead',
              OwnershipControls: { Rules: [{ ObjectOwnership: 'ObjectWriter' }] },
            },
            Metadata: { 'aws:cdk:path': 'AcmeStack/Media/Resource' },
          },
        },
      },
      null,
      1,
    );
    expect(await read(text, 'cdk.out/AcmeStack.template.json')).toEqual([
      's3:cdk.out/AcmeStack.template.json#Media8CDFE1 6 - anyone list open',
    ]);
    const { declarations } = await readWith(cloudFormation, { 'AcmeStack.template.json': text });
    expect(declarations[0]?.declaration.why).toContain('AcmeStack/Media/Resource');
  });
});

describe('identity pools in CloudFormation', () => {
  const pool = (guests: string, statement: string, role = '!GetAtt Guest.Arn') => `Resources:
  Pool:
    Type: AWS::Cognito::IdentityPool
    Properties:
      AllowUnauthenticatedIdentities: ${guests}
  Attachment:
    Type: AWS::Cognito::IdentityPoolRoleAttachment
    Properties:
      IdentityPoolId: !Ref Pool
      Roles: { unauthenticated: ${role} }
  Guest:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: data
          PolicyDocument:
            Statement:
              - ${statement}
`;
  const WIDE =
    "{ Effect: Allow, Action: ['s3:GetObject', 's3:ListBucket'], Resource: ['arn:aws:s3:::acme-media', 'arn:aws:s3:::acme-media/*'] }";

  it('open what the role of guests may do, and the bucket that it names', async () => {
    expect(await read(pool('true', WIDE))).toEqual([
      'cognito-identity-pool:- 18 - anyone list,read open',
      's3:acme-media 18 - anyone list,read open',
    ]);
  });

  it('are closed without guests, without data, and where everybody reaches only their own', async () => {
    expect(await read(pool('false', WIDE))).toEqual(['cognito-identity-pool:- 2 - anyone  closed']);
    const own =
      "{ Effect: Allow, Action: 's3:*', Resource: !Sub 'arn:aws:s3:::acme/${!cognito-identity.amazonaws.com:sub}/*' }";
    expect(await read(pool('true', own))).toEqual(['cognito-identity-pool:- 2 - anyone  closed']);
    const secrets = "{ Effect: Allow, Action: 'secretsmanager:GetSecretValue', Resource: '*' }";
    expect(await read(pool('true', secrets))).toEqual(['cognito-identity-pool:- 2 - anyone  closed']);
  });

  it('are unknown with a role of another stack, or an unknown switch', async () => {
    expect(await read(pool('true', WIDE, '!ImportValue guest'))).toEqual([
      'cognito-identity-pool:- 10 - anyone  unknown',
    ]);
    expect(await read(pool('!Ref Guests', WIDE))).toContain('cognito-identity-pool:- 18 - anyone list,read unknown');
  });

  it('see policies of their own, and those that AWS keeps', async () => {
    const text = `${pool('true', '{ Effect: Deny, Action: "*", Resource: "*" }')}      ManagedPolicyArns: [!Sub 'arn:\${AWS::Partition}:iam::aws:policy/AmazonDynamoDBReadOnlyAccess']
  Table: { Type: AWS::DynamoDB::Table, Properties: { TableName: acme-orders } }
  More:
    Type: AWS::IAM::Policy
    Properties:
      Roles: [!Ref Guest]
      PolicyDocument: { Statement: [{ Effect: Allow, Action: 'dynamodb:PutItem', Resource: !GetAtt Table.Arn }] }
`;
    expect(await read(text)).toEqual([
      'cognito-identity-pool:- 19 - anyone list,read open',
      'cognito-identity-pool:- 25 - anyone create,overwrite open',
      'dynamodb:acme-orders 25 - anyone create,overwrite open',
    ]);
  });
});

describe('search domains in CloudFormation', () => {
  const domain = (more: string) => `Resources:
  Search:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: acme-search
      AccessPolicies:
        Statement:
          - { Effect: Allow, Principal: { AWS: '*' }, Action: 'es:ESHttpGet', Resource: '*' }
      ${more}
`;

  it('are open where everybody may pass and the endpoint is public', async () => {
    expect(await read(domain(''))).toEqual(['elasticsearch:acme-search 8 - anyone list,read open']);
    expect(await read(domain('VPCOptions: { SubnetIds: [a] }'))).toEqual([
      'elasticsearch:acme-search 8 - anyone list,read mitigated',
    ]);
    expect(await read(domain('AdvancedSecurityOptions: { Enabled: true }'))).toEqual([
      'elasticsearch:acme-search 8 - anyone list,read mitigated',
    ]);
    expect(await read(domain('VPCOptions: !If [InVpc, { SubnetIds: [a] }, !Ref AWS::NoValue]'))).toEqual([
      'elasticsearch:acme-search 8 - anyone list,read unknown',
    ]);
  });
});

describe('endpoints in CloudFormation', () => {
  it('say that a GraphQL API takes a key which ships in the app', async () => {
    const api = (type: string, more = '') =>
      `Resources:\n  A:\n    Type: AWS::AppSync::GraphQLApi\n    Properties:\n      AuthenticationType: ${type}\n${more}`;
    expect(await read(api('API_KEY'))).toEqual(['appsync:- 5 - app-holder  conditional']);
    expect(
      await read(api('AWS_IAM', '      AdditionalAuthenticationProviders:\n        - AuthenticationType: API_KEY\n')),
    ).toEqual(['appsync:- 7 - app-holder  conditional']);
    expect(await read(api('AWS_IAM'))).toEqual([]);
  });

  it('are function URLs that ask for nothing, with both permissions for everyone', async () => {
    const second = (principal: string) => `  P2:
    Type: AWS::Lambda::Permission
    Properties: { Action: 'lambda:InvokeFunction', Principal: '${principal}', FunctionName: !Ref F, InvokedViaFunctionUrl: true }
`;
    const url = (type: string, principal: string) => `Resources:
  F: { Type: AWS::Lambda::Function }
  Url:
    Type: AWS::Lambda::Url
    Properties:
      AuthType: ${type}
      TargetFunctionArn: !GetAtt F.Arn
  P:
    Type: AWS::Lambda::Permission
    Properties: { Action: 'lambda:InvokeFunctionUrl', Principal: '${principal}', FunctionName: !Ref F, FunctionUrlAuthType: NONE }
`;
    expect(await read(url('NONE', '*') + second('*'))).toEqual(['lambda-url:- 6 - anyone  open']);
    expect(await read(url('NONE', '*') + second('123456789012'))).toEqual(['lambda-url:- 6 - anyone  conditional']);
    // Open if it was made before October 2025.
    expect(await read(url('NONE', '*'))).toEqual(['lambda-url:- 6 - anyone  conditional']);
    expect(await read(url('NONE', '123456789012'))).toEqual(['lambda-url:- 6 - anyone  conditional']);
    expect(await read(url('AWS_IAM', '*'))).toEqual(['lambda-url:- 6 - anyone  closed']);
    expect(await read(url('!Ref Type', '*'))).toEqual(['lambda-url:- 6 - anyone  unknown']);
  });

  it('are methods of a REST API', async () => {
    const api = (method: string, more = '') => `Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a ${more} } }
  Users: { Type: AWS::ApiGateway::Resource, Properties: { RestApiId: !Ref Api, ParentId: !GetAtt Api.RootResourceId, PathPart: users } }
  User: { Type: AWS::ApiGateway::Resource, Properties: { RestApiId: !Ref Api, ParentId: !Ref Users, PathPart: '{proxy+}' } }
  M: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, ResourceId: !Ref User, ${method} } }
`;
    expect(await read(api('HttpMethod: GET, AuthorizationType: NONE'))).toEqual([
      'api-gateway:- 5 /users/{proxy=**} anyone  open',
    ]);
    expect(await read(api('HttpMethod: GET'))).toEqual(['api-gateway:- 5 /users/{proxy=**} anyone  open']);
    expect(await read(api('HttpMethod: GET, AuthorizationType: AWS_IAM'))).toEqual([
      'api-gateway:- 5 /users/{proxy=**} anyone  closed',
    ]);
    expect(await read(api('HttpMethod: GET, ApiKeyRequired: true'))).toEqual([
      'api-gateway:- 5 /users/{proxy=**} app-holder  conditional',
    ]);
    expect(await read(api('HttpMethod: GET', ', EndpointConfiguration: { Types: [PRIVATE] }'))).toEqual([
      'api-gateway:- 5 /users/{proxy=**} anyone  mitigated',
    ]);
    expect(await read(api('HttpMethod: GET', ', Policy: { Statement: [] }'))).toEqual([
      'api-gateway:- 5 /users/{proxy=**} anyone  conditional',
    ]);
    expect(await read(api('HttpMethod: OPTIONS'))).toEqual([]);
  });

  it('are routes of an HTTP or WebSocket API', async () => {
    const api = (route: string, protocol = 'HTTP') => `Resources:
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { ProtocolType: ${protocol} } }
  R: { Type: AWS::ApiGatewayV2::Route, Properties: { ApiId: !Ref Api, ${route} } }
`;
    expect(await read(api("RouteKey: 'GET /users'"))).toEqual(['api-gateway:- 3 /users anyone  open']);
    expect(await read(api("RouteKey: 'GET /users', AuthorizationType: JWT"))).toEqual([
      'api-gateway:- 3 /users anyone  closed',
    ]);
    expect(await read(api('RouteKey: $connect', 'WEBSOCKET'))).toEqual(['api-gateway:- 3 - anyone  open']);
    expect(await read(api('RouteKey: send', 'WEBSOCKET'))).toEqual([]);
  });
});

describe('the Serverless Application Model', () => {
  const app = (more: string, event = '', globals = '') => `Transform: AWS::Serverless-2016-10-31
${globals}Resources:
  Api: { Type: AWS::Serverless::Api, Properties: { StageName: prod, Auth: { DefaultAuthorizer: Cognito } } }
  F:
    Type: AWS::Serverless::Function
    Properties:
      ${more}
      Events:
        Get: { Type: Api, Properties: { Path: '/users/{id}', Method: get ${event} } }
`;

  it('opens function URLs without authentication', async () => {
    const authorizer = ', Auth: { Authorizer: Mine }';
    expect(await read(app('FunctionUrlConfig: { AuthType: NONE }', authorizer))).toContain(
      'lambda-url:- 7 - anyone  open',
    );
    expect(await read(app('FunctionUrlConfig: { AuthType: AWS_IAM }', authorizer))).toContain(
      'lambda-url:- 7 - anyone  closed',
    );
    const globals = 'Globals: { Function: { FunctionUrlConfig: { AuthType: NONE } } }\n';
    expect(await read(app('Handler: x', authorizer, globals))).toContain('lambda-url:- 2 - anyone  open');
  });

  it('takes the authorizer of the route, of the API, of all APIs', async () => {
    const route = async (event: string, globals = '') => (await read(app('Handler: x', event, globals))).join();
    expect(await route('')).toBe('api-gateway:- 9 /users/{id} anyone  open'.replace(' 9 ', ' 9 '));
    expect(await route(', RestApiId: !Ref Api')).toBe('api-gateway:- 9 /users/{id} anyone  closed');
    expect(await route(', RestApiId: !Ref Api, Auth: { Authorizer: NONE }')).toBe(
      'api-gateway:- 9 /users/{id} anyone  open',
    );
    expect(await route(', Auth: { ApiKeyRequired: true }')).toBe('api-gateway:- 9 /users/{id} app-holder  conditional');
    expect(await route(', RestApiId: !ImportValue api')).toBe('api-gateway:- 9 /users/{id} anyone  unknown');
    expect(await route('', 'Globals: { Api: { Auth: { DefaultAuthorizer: AWS_IAM } } }\n')).toBe(
      'api-gateway:- 10 /users/{id} anyone  closed',
    );
  });
});

describe('files that are no templates, or broken ones', () => {
  it('are let go by their bytes', () => {
    const accepts = (text: string) => cloudFormation.accepts?.({ path: 'a.yaml', text }) ?? false;
    expect(accepts('apiVersion: v1\nkind: Service\nresources: {}\n')).toBe(false);
    expect(accepts('{{- if .Values.enabled }}\nResources: {{ .Values.x }}\n{{- end }}')).toBe(false);
    expect(accepts('# uses AWS::S3::Bucket\nkind: Bucket\n')).toBe(false);
    expect(accepts('Resources:\n  B:\n    Type: AWS::S3::Bucket\n')).toBe(true);
    expect(accepts('{"Resources":{"B":{"Type":"AWS::S3::Bucket"}}}')).toBe(true);
  });

  it('say where they are broken, and the rest is judged', async () => {
    const text =
      'Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      AccessControl: PublicRead\n  C: [\n';
    const { declarations, problems } = await readWith(cloudFormation, { 'a.yaml': text });
    expect(declarations.map(brief)).toEqual(['5 - anyone list open']);
    expect(problems.map(({ kind, line }) => `${kind} ${line}`)).toEqual(['malformed 7']);
  });

  it('say what is not worked out', async () => {
    const text =
      "Resources:\n  'Fn::ForEach::Buckets':\n    - Name\n    - [a, b]\n    - 'B${Name}': { Type: AWS::S3::Bucket }\n";
    const { problems } = await readWith(cloudFormation, { 'a.yaml': text });
    expect(problems.map(({ kind, line }) => `${kind} ${line}`)).toEqual(['unresolved 2']);
  });

  it.each([
    ['nested flow collections', `Resources: {A: {Type: AWS::S3::Bucket, P: ${'['.repeat(200_000)}`],
    ['nested block collections', `Resources:\n  A: { Type: AWS::S3::Bucket }\n  B:\n    ${'- '.repeat(50_000)}x`],
    [
      'deep indentation',
      `Resources:\n  A: { Type: AWS::S3::Bucket }\n${Array.from({ length: 3000 }, (_, index) => `${' '.repeat(index)}a:`).join('\n')}`,
    ],
  ])('are refused for %s', async (_, text) => {
    const { problems } = await readWith(cloudFormation, { 'a.yaml': text });
    expect(problems.map(({ kind }) => kind)).toContain('malformed');
  });

  it('do not grow by their aliases', async () => {
    const levels = Array.from(
      { length: 30 },
      (_, index) => `L${index + 1}: &l${index + 1} [${`*l${index},`.repeat(9)}*l${index}]`,
    );
    const text = `L0: &l0 [AWS::x]\n${levels.join('\n')}\nResources:\n  B: { Type: AWS::S3::Bucket, Properties: { AccessControl: PublicRead, X: *l30 } }\n`;
    await expect(readWith(cloudFormation, { 'a.yaml': text })).resolves.toBeDefined();
  });

  it('do not grow by names that name each other', async () => {
    const buckets = Array.from(
      { length: 40 },
      (_, index) =>
        `  B${index}: { Type: AWS::S3::Bucket, Properties: { BucketName: !Join ['', [!Ref B${index + 1}, !Ref B${index + 1}]] } }`,
    );
    const text = `Resources:\n${buckets.join('\n')}\n  B40: { Type: AWS::S3::Bucket, Properties: { BucketName: !Ref B0 } }\n`;
    const { declarations } = await readWith(cloudFormation, { 'a.yaml': text });
    expect(declarations.length).toBeGreaterThan(0);
  });

  it('never make the reader throw', async () => {
    const words = [
      'Resources:\n',
      '  B:\n',
      '    Type: AWS::S3::Bucket\n',
      '    Properties:\n',
      '      AccessControl: ',
      '!Ref ',
      '!Sub "${B}"',
      '!If [',
      ']',
      '!GetAtt B.Arn',
      '&a ',
      '*a',
      '<<: *a\n',
      '- ',
      '? ',
      ': ',
      '{{ x }}',
      '|\n',
      '"',
      "'",
      '\t',
      '\n',
      'Fn::If:',
      'Conditions:\n',
      '%YAML 9\n',
      '--- \n',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 3 })), { maxLength: 40 }),
        async (parts) => {
          await expect(
            cloudFormation.read([{ path: 'a.yaml', text: parts.join('') }], { now: new Date(), paths: [] }),
          ).resolves.toBeDefined();
        },
      ),
      { numRuns: 300 },
    );
    const whole = `Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      AccessControl: !If [X, !Ref Y, {"Fn::Sub": "\${Z}"}]\n`;
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), fc.string({ maxLength: 2 }), async (end, junk) => {
        const text = whole.slice(0, end) + junk + whole.slice(end + 1);
        await expect(
          cloudFormation.read([{ path: 'a.yaml', text }], { now: new Date(), paths: [] }),
        ).resolves.toBeDefined();
      }),
      { numRuns: 150 },
    );
  });
});
