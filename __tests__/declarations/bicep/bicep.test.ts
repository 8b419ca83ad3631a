import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bicep } from '../../../src/declarations/bicep/index.ts';
import { brief, readWith } from '../read.ts';

async function read(files: string | Readonly<Record<string, string>>) {
  const { declarations } = await readWith(bicep, typeof files === 'string' ? { 'infra/main.bicep': files } : files);
  return declarations.map((one) => `${one.kind}:${one.name} ${brief(one)}`);
}

const account = (properties: string) => `resource storage 'Microsoft.Storage/storageAccounts@2023-01-01' = {
  name: 'acmeprod'
  properties: {${properties === '' ? '' : ` ${properties} `}}
}
resource service 'Microsoft.Storage/storageAccounts/blobServices@2023-01-01' = {
  parent: storage
  name: 'default'
}
`;
const container = (
  level: string,
) => `resource photos 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-01-01' = {
  parent: service
  name: 'photos'
  properties: {
    publicAccess: ${level}
  }
}
`;

describe('blob containers in Bicep', () => {
  it.each([
    ["'Blob'", 'anyone read open'],
    ["'Container'", 'anyone list,read open'],
    ["'container'", 'anyone list,read open'],
    ["'None'", 'anyone  closed'],
    ['null', 'anyone  closed'],
    ['level', 'anyone  unknown'],
  ])('reads the access level %s at its own line', async (level, expected) => {
    const text = `${account('allowBlobPublicAccess: true')}${container(level)}param level string\n`;
    expect(await read(text)).toEqual([`azure-blob:acmeprod/photos 13 - ${expected}`]);
  });

  it('lets the account overrule the container, and says where its default is in doubt', async () => {
    const forbidden = account('allowBlobPublicAccess: false') + container("'Blob'");
    expect(await read(forbidden)).toEqual(['azure-blob:acmeprod/photos 13 - anyone read mitigated']);
    const { declarations } = await readWith(bicep, { 'main.bicep': account('') + container("'Blob'") });
    expect(declarations.map(({ declaration }) => declaration.state)).toEqual(['open']);
    expect(declarations[0]?.declaration.why).toContain('earlier years');
    const unknown = `param open bool\n${account('allowBlobPublicAccess: open')}${container("'Blob'")}`;
    expect(await read(unknown)).toEqual(['azure-blob:acmeprod/photos 14 - anyone read unknown']);
  });

  it('does not call an omitted level public', async () => {
    const text = `${account('allowBlobPublicAccess: true')}resource c 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-01-01' = {
  parent: service
  name: 'logs'
}`;
    expect(await read(text)).toEqual(['azure-blob:acmeprod/logs 9 - anyone  closed']);
    expect(await read(account('allowBlobPublicAccess: true'))).toEqual(['azure-blob:acmeprod 1 - anyone  closed']);
  });

  it('finds nested resources, and names of several parts', async () => {
    const nested = `resource storage 'Microsoft.Storage/storageAccounts@2023-01-01' = {
  name: 'acmeprod'
  properties: { allowBlobPublicAccess: true }
  resource service 'blobServices' = {
    name: 'default'
    @description('nested')
    resource photos 'containers' = {
      name: 'photos'
      properties: { publicAccess: 'Blob' }
    }
  }
}
resource other 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-01-01' = {
  name: '\${storage.name}/default/other'
  properties: { publicAccess: 'Container' }
}
resource third 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-01-01' = {
  parent: storage::service
  name: 'third'
}`;
    expect(await read(nested)).toEqual([
      'azure-blob:acmeprod/photos 9 - anyone read open',
      'azure-blob:acmeprod/other 15 - anyone list,read open',
      'azure-blob:acmeprod/third 17 - anyone  closed',
    ]);
  });

  it('works out parameters, variables, conditions and loops', async () => {
    const text = `@allowed([ 'Blob', 'None' ])
param level string = 'Blob' // not = this
param prod bool = true
param stage string
var settings = {
  level: prod ? level : 'None'
}
${account('allowBlobPublicAccess: !false && true')}
resource many 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-01-01' = [for (name, i) in [ 'a', 'b' ]: {
  parent: service
  name: '\${name}\${i}'
  properties: { publicAccess: settings.level }
}]
resource off 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-01-01' = if (!prod) {
  parent: service
  name: 'off'
  properties: { publicAccess: 'Blob' }
}
resource maybe 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-01-01' = if (stage == 'prod') {
  parent: service
  name: 'maybe'
  properties: { publicAccess: 'Blob' }
}`;
    expect(await read(text)).toEqual([
      'azure-blob:acmeprod/a0 20 - anyone read open',
      'azure-blob:acmeprod/b1 20 - anyone read open',
      'azure-blob:acmeprod/maybe 30 - anyone read unknown',
    ]);
  });

  it('joins container and account by the same unknown name', async () => {
    const text = `param name string
resource storage 'Microsoft.Storage/storageAccounts@2023-01-01' = {
  name: 'st\${uniqueString(resourceGroup().id)}'
  properties: { allowBlobPublicAccess: false }
}
resource photos 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-01-01' = {
  name: 'st\${uniqueString(resourceGroup().id)}/default/photos'
  properties: { publicAccess: 'Blob' }
}
resource elsewhere 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-01-01' = {
  name: '\${name}/default/photos'
  properties: { publicAccess: 'Blob' }
}`;
    expect(await read(text)).toEqual([
      'azure-blob:infra:main.bicep#storage/photos 8 - anyone read mitigated',
      'azure-blob:infra:main.bicep#elsewhere/photos 12 - anyone read open',
    ]);
  });

  it('judges a module with the values that it is called with', async () => {
    const files = {
      'main.bicep':
        "module data 'modules/data.bicep' = {\n  name: 'data'\n  params: { level: 'Container', allow: null }\n}\n",
      'modules/data.bicep': `param level string\nparam allow bool = true\n${account('allowBlobPublicAccess: allow')}${container('level')}`,
    };
    expect(await read(files)).toEqual(['azure-blob:acmeprod/photos 15 - anyone list,read open']);
    expect(await read({ 'modules/data.bicep': files['modules/data.bicep'] })).toEqual([
      'azure-blob:acmeprod/photos 15 - anyone  unknown',
    ]);
  });

  it('takes null for what a module is not given, and for what an object does not have', async () => {
    const files = {
      'main.bicep':
        "module data 'data.bicep' = {\n  name: 'data'\n  params: { containers: [ { name: 'a' }, { name: 'b', level: 'Blob' } ] }\n}\n",
      'data.bicep': `param containers array?
param other array?
param level string?
${account('allowBlobPublicAccess: true')}resource all 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-01-01' = [for one in (containers ?? []): {
  parent: service
  name: one.name
  properties: { publicAccess: one.?level }
}]
resource none 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-01-01' = [for one in (other ?? []): {
  parent: service
  name: one.name
  properties: { publicAccess: 'Blob' }
}]
resource c 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-01-01' = {
  parent: service
  name: 'c'
  properties: { publicAccess: level ?? 'None' }
}
`,
    };
    expect(await read(files)).toEqual([
      'azure-blob:acmeprod/a 15 - anyone  closed',
      'azure-blob:acmeprod/b 15 - anyone read open',
      'azure-blob:acmeprod/c 25 - anyone  closed',
    ]);
  });

  it('says where a file is broken, and judges the rest', async () => {
    const text = `var x = {\n  a: ]\n}\nthis is not bicep\n#disable-next-line some-rule\n${account('allowBlobPublicAccess: true')}${container("'Blob'")}`;
    const { declarations, problems } = await readWith(bicep, { 'main.bicep': text });
    expect(problems.map(({ kind, line }) => `${kind} ${line}`)).toEqual(['malformed 2']);
    expect(declarations.map(brief)).toEqual(['18 - anyone read open']);
  });

  it('refuses nesting that would exhaust the stack', async () => {
    const { problems } = await readWith(bicep, { 'main.bicep': `var x = ${'['.repeat(50_000)}\n` });
    expect(problems[0]?.reason).toContain('nested too deeply');
  });

  it('never throws', async () => {
    const words = [
      'resource a ',
      "'Microsoft.Storage/storageAccounts@1'",
      ' = ',
      '{',
      '}',
      '[',
      ']',
      '(',
      ')',
      "'",
      "'''",
      '${',
      '\n',
      'for x in ',
      ': ',
      'if ',
      'param p string',
      'var v',
      '@d()',
      '??',
      '?',
      '.',
      '::',
      '=>',
      '//',
      '/*',
      'parent: a',
      'name: v',
      '#',
      '...',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 3 })), { maxLength: 40 }),
        async (parts) => {
          await expect(readWith(bicep, { 'a.bicep': parts.join('') })).resolves.toBeDefined();
        },
      ),
      { numRuns: 300 },
    );
    const whole = account('allowBlobPublicAccess: true') + container("'Blob'");
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), async (end) => {
        await expect(readWith(bicep, { 'a.bicep': whole.slice(0, end) })).resolves.toBeDefined();
      }),
      { numRuns: 100 },
    );
  });
});
