import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cloudFormation } from '../../../src/declarations/cloudformation/index.ts';
import { serverless } from '../../../src/declarations/serverless/index.ts';
import { brief, readWith } from '../read.ts';

async function read(files: string | Readonly<Record<string, string>>, language = serverless) {
  const { declarations } = await readWith(language, typeof files === 'string' ? { 'serverless.yml': files } : files);
  return declarations.map((one) => `${one.kind}:${one.name ?? '-'} ${brief(one)}`);
}

const HEAD = 'service: acme\nprovider: { name: aws, stage: "${opt:stage, \'dev\'}" }\n';

describe('resources of a service', () => {
  const bucket = (name: string, custom = '') => `${HEAD}${custom}resources:
  Resources:
    Media:
      Type: AWS::S3::Bucket
      Properties:
        BucketName: ${name}
        AccessControl: PublicRead
`;

  it.each([
    ['acme-media', 'acme-media'],
    ['${self:service}-media', 'acme-media'],
    ['${self:provider.stage}-media', 'dev-media'],
    ['${sls:stage}-media', 'dev-media'],
    ["${opt:bucket, self:custom.names.0, 'x'}", 'first'],
    ['${self:custom.byStage.${self:provider.stage}}', 'acme-dev'],
    ["${env:BUCKET, 'fallback'}", 'fallback'],
    ['${param:bucket}', 'from-param'],
    ['${opt:bucket}', 'serverless.yml#Media'],
    ['${env:BUCKET}-media', 'serverless.yml#Media'],
    ['${ssm:/acme/bucket}', 'serverless.yml#Media'],
    ['${self:custom.loop}', 'serverless.yml#Media'],
    ['acme-${AWS::AccountId}', 'serverless.yml#Media'],
    ['!Sub "acme-${AWS::AccountId}"', 'serverless.yml#Media'],
    ['acme-#{AWS::AccountId}', 'serverless.yml#Media'],
  ])('%s is %s', async (expression, name) => {
    const custom =
      'custom: { names: [first], byStage: { dev: acme-dev }, loop: "${self:custom.loop}" }\nparams: { default: { bucket: from-param } }\n';
    expect(await read(bucket(expression, custom))).toEqual([`s3:${name} 11 - anyone list open`]);
  });

  it('are taken out of lists and of the files around it, which are no templates of their own', async () => {
    const part = `Resources:
  Media:
    Type: AWS::S3::Bucket
    Properties: { BucketName: '\${self:service}-media', AccessControl: PublicRead }
`;
    const files = {
      'app/serverless.yml': `${HEAD}resources:\n  - \${file(resources/media.yml)}\n  - Conditions: { Never: !Equals [a, b] }\n  - Resources:\n      Off: { Type: AWS::S3::Bucket, Condition: Never, Properties: { AccessControl: PublicRead } }\n`,
      'app/resources/media.yml': part,
      'app/resources/bare.yml': 'Bare:\n  Type: AWS::S3::Bucket\n  Properties: { AccessControl: PublicRead }\n',
    };
    expect(await read(files)).toEqual([
      's3:acme-media 4 - anyone list open',
      's3:app/resources/bare.yml#Bare 3 - anyone list open',
    ]);
    expect(await read(files, cloudFormation)).toEqual([]);
    expect(await read({ 'media.yml': part.replaceAll('${self:service}', 'acme') }, cloudFormation)).toEqual([
      's3:acme-media 4 - anyone list open',
    ]);
    expect(await read({ 'media.yml': part })).toEqual([]);
  });
});

describe('functions of a service', () => {
  const one = (lines: string, provider = '') =>
    `service: acme\nprovider:\n  name: aws\n${provider}functions:\n  api:\n    handler: a.b\n${lines}`;

  it.each([
    ['    url: true\n', 'lambda-url:- 7 - anyone  open'],
    ['    url: { authorizer: aws_iam }\n', 'lambda-url:- 7 - anyone  closed'],
    ['    url: { cors: true }\n', 'lambda-url:- 7 - anyone  open'],
    ['    url: ${opt:url}\n', 'lambda-url:- 7 - anyone  unknown'],
    ['    events:\n      - http: GET users/{id}\n', 'api-gateway:- 8 /users/{id} anyone  open'],
    [
      '    events:\n      - http:\n          path: users\n          method: get\n          authorizer: aws_iam\n',
      'api-gateway:- 11 /users anyone  closed',
    ],
    [
      '    events:\n      - http: { path: users, method: get, private: true }\n',
      'api-gateway:- 8 /users app-holder  conditional',
    ],
    ["    events:\n      - httpApi: 'GET /users/{proxy+}'\n", 'api-gateway:- 8 /users/{proxy=**} anyone  open'],
    ["    events:\n      - httpApi: '*'\n", 'api-gateway:- 8 - anyone  open'],
    [
      '    events:\n      - httpApi: { path: /users, method: get, authorizer: { name: jwt } }\n',
      'api-gateway:- 8 /users anyone  closed',
    ],
    ['    events:\n      - websocket: $connect\n      - websocket: send\n', 'api-gateway:- 8 - anyone  open'],
  ])('%j', async (lines, expected) => {
    expect(
      (await read(one(lines))).map((text) => text.replace(/^(\S+) (\d+)/, (_, id, line) => `${id} ${line}`)),
    ).toEqual([expected]);
  });

  it('that have none, or are kept in, are not open', async () => {
    expect(
      await read(one('    events:\n      - s3: bucket\n      - schedule: rate(1 day)\n      - http: OPTIONS x\n')),
    ).toEqual([]);
    expect(await read(one('    events:\n      - http: GET x\n', '  endpointType: PRIVATE\n'))).toEqual([
      'api-gateway:- 9 /x anyone  mitigated',
    ]);
    expect(await read(one('    events:\n      - http: GET x\n', '  apiGateway: { resourcePolicy: [] }\n'))).toEqual([
      'api-gateway:- 9 /x anyone  conditional',
    ]);
    expect(await read(one('    url: true\n').replace('name: aws', 'name: google'))).toEqual([]);
  });

  it('may stand beside a GraphQL API', async () => {
    expect(await read(`${one('')}appSync:\n  authentication: { type: API_KEY }\n`)).toEqual([
      'appsync:- 8 - app-holder  conditional',
    ]);
  });
});

describe('services that are broken', () => {
  it('say where, and the rest is judged', async () => {
    const text = 'service: acme\nfunctions:\n  api:\n    url: true\ncustom: [\n';
    const { declarations, problems } = await readWith(serverless, { 'serverless.yml': text });
    expect(declarations.map(brief)).toEqual(['4 - anyone  open']);
    expect(problems.map(({ kind, line }) => `${kind} ${line}`)).toEqual(['malformed 6']);
  });

  it('never make the reader throw', async () => {
    const words = [
      '${self:',
      '${opt:',
      '${file(',
      ')',
      '}',
      'custom.a',
      ', ',
      "'x'",
      '${',
      'a: ',
      '\n',
      '  ',
      '- ',
      'functions:\n',
      'resources:\n',
      'Resources: ',
      'events:\n',
      '*',
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...words), { maxLength: 40 }), async (parts) => {
        await expect(
          readWith(serverless, { 'serverless.yml': `service: a\n${parts.join('')}` }),
        ).resolves.toBeDefined();
      }),
      { numRuns: 200 },
    );
  });
});
