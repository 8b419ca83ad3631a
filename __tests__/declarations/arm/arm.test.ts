import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arm } from '../../../src/declarations/arm/index.ts';
import { brief, readWith } from '../read.ts';

const SCHEMA = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';

function template(resources: unknown, more: object = {}): string {
  return JSON.stringify({ $schema: SCHEMA, contentVersion: '1.0.0.0', ...more, resources }, null, 2);
}

async function read(text: string) {
  const { declarations } = await readWith(arm, { 'azuredeploy.json': text });
  return declarations.map((one) => `${one.kind}:${one.name} ${brief(one).replace(/^\d+ /, '')}`);
}

const account = (name: string, properties: object, more: object = {}) => ({
  type: 'Microsoft.Storage/storageAccounts',
  apiVersion: '2023-01-01',
  name,
  properties,
  ...more,
});
const container = (name: string, properties?: object, more: object = {}) => ({
  type: 'Microsoft.Storage/storageAccounts/blobServices/containers',
  apiVersion: '2023-01-01',
  name,
  ...(properties === undefined ? {} : { properties }),
  ...more,
});

describe('blob containers in ARM templates', () => {
  it.each([
    ['Blob', 'anyone read open'],
    ['Container', 'anyone list,read open'],
    ['None', 'anyone  closed'],
    ["[parameters('level')]", 'anyone  unknown'],
    ["[if(parameters('prod'), 'None', 'Blob')]", 'anyone  closed'],
    ["[if(not(parameters('prod')), 'None', toLower('BLOB'))]", 'anyone read open'],
    ['[not an expression]', 'anyone  unknown'],
  ])('reads the access level %s', async (publicAccess, expected) => {
    const text = template(
      [account('acmeprod', { allowBlobPublicAccess: true }), container('acmeprod/default/photos', { publicAccess })],
      { parameters: { level: { type: 'string' }, prod: { type: 'bool', defaultValue: true } } },
    );
    expect(await read(text)).toEqual([`azure-blob:acmeprod/photos - ${expected}`]);
  });

  it('points at the line of the level', async () => {
    const text = template([container('acmeprod/default/photos', { publicAccess: 'Blob' })]);
    const { declarations } = await readWith(arm, { 'azuredeploy.json': text });
    expect(declarations[0]?.declaration.line).toBe(
      1 + text.split('\n').findIndex((line) => line.includes('publicAccess')),
    );
  });

  it('lets the account overrule the container', async () => {
    const both = (properties: object) =>
      template([account('acmeprod', properties), container('acmeprod/default/photos', { publicAccess: 'Blob' })]);
    expect(await read(both({ allowBlobPublicAccess: false }))).toEqual([
      'azure-blob:acmeprod/photos - anyone read mitigated',
    ]);
    expect(await read(both({ allowBlobPublicAccess: "[parameters('x')]" }))).toEqual([
      'azure-blob:acmeprod/photos - anyone read unknown',
    ]);
    expect(await read(both({}))).toEqual(['azure-blob:acmeprod/photos - anyone read open']);
  });

  it('does not call an omitted level public', async () => {
    expect(await read(template([container('acmeprod/default/photos')]))).toEqual([
      'azure-blob:acmeprod/photos - anyone  closed',
    ]);
    expect(await read(template([container('acmeprod/default/photos', {})]))).toEqual([
      'azure-blob:acmeprod/photos - anyone  closed',
    ]);
  });

  it('works out names of account and container', async () => {
    const more = {
      parameters: { prefix: { type: 'string', defaultValue: 'acme' }, region: { type: 'string' } },
      variables: {
        storage: "[concat(parameters('prefix'), 'prod')]",
        odd: "[format('{0}{1}', variables('storage'), uniqueString(resourceGroup().id))]",
      },
    };
    const known = [
      account("[variables('storage')]", { allowBlobPublicAccess: false }),
      container("[concat(variables('storage'), '/default/', 'photos')]", { publicAccess: 'Blob' }),
    ];
    expect(await read(template(known, more))).toEqual(['azure-blob:acmeprod/photos - anyone read mitigated']);
    const unknown = [
      account("[variables('odd')]", { allowBlobPublicAccess: false }),
      container("[concat(variables('odd'), '/default/photos')]", { publicAccess: 'Blob' }),
    ];
    expect(await read(template(unknown, more))).toEqual([
      'azure-blob:azuredeploy.json#storageaccounts/photos - anyone read mitigated',
    ]);
  });

  it('finds nested resources, copies, symbols, nested deployments', async () => {
    const nested = account(
      'acmeprod',
      { allowBlobPublicAccess: true },
      {
        resources: [{ type: 'blobServices/containers', name: 'default/photos', properties: { publicAccess: 'Blob' } }],
      },
    );
    expect(await read(template([nested]))).toEqual(['azure-blob:acmeprod/photos - anyone read open']);
    const copied = container(
      "[concat('acmeprod/default/c', copyIndex(1))]",
      { publicAccess: 'Blob' },
      { copy: { name: 'c', count: 2 } },
    );
    expect(await read(template([copied]))).toEqual([
      'azure-blob:acmeprod/c1 - anyone read open',
      'azure-blob:acmeprod/c2 - anyone read open',
    ]);
    expect(await read(template({ photos: container('acmeprod/default/photos', { publicAccess: 'Blob' }) }))).toEqual([
      'azure-blob:acmeprod/photos - anyone read open',
    ]);
    const deployment = {
      type: 'Microsoft.Resources/deployments',
      name: 'd',
      properties: { template: { resources: [container('acmeprod/default/photos', { publicAccess: 'Blob' })] } },
    };
    expect(await read(template([deployment]))).toEqual(['azure-blob:acmeprod/photos - anyone read open']);
  });

  it('leaves out what is not deployed, and does not know what may be', async () => {
    const conditioned = (condition: unknown) =>
      template([container('acmeprod/default/photos', { publicAccess: 'Blob' }, { condition })]);
    expect(await read(conditioned(false))).toEqual([]);
    expect(await read(conditioned("[equals(parameters('stage'), 'prod')]"))).toEqual([
      'azure-blob:acmeprod/photos - anyone read unknown',
    ]);
  });

  it('says where a template is broken, and judges the rest', async () => {
    const text = template([container('acmeprod/default/photos', { publicAccess: 'Blob' })]).replace(
      '"contentVersion": "1.0.0.0",',
      '"contentVersion": ,',
    );
    const { declarations, problems } = await readWith(arm, { 'azuredeploy.json': text });
    expect(problems.map(({ kind, line }) => `${kind} ${line}`)).toEqual(['malformed 3']);
    expect(declarations).toHaveLength(1);
  });

  it('never throws', async () => {
    const pieces = [
      "parameters('x')",
      'concat(',
      ')',
      ',',
      "'",
      '[',
      ']',
      '.',
      '1',
      'variables("x")',
      "variables('v')",
      'if(',
      'true()',
      'copyIndex()',
      '(',
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), async (parts) => {
        const text = template([container('a/default/b', { publicAccess: `[${parts.join('')}]` })], {
          variables: { v: `[${parts.join('')}]` },
        });
        await expect(readWith(arm, { 'a.json': text })).resolves.toBeDefined();
      }),
      { numRuns: 200 },
    );
    const whole = template([account('a', {}), container('a/default/b', { publicAccess: 'Blob' })]);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), async (end) => {
        await expect(readWith(arm, { 'a.json': whole.slice(0, end) })).resolves.toBeDefined();
      }),
      { numRuns: 100 },
    );
  });
});
