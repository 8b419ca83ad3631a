import { describe, expect, it } from 'vitest';
import { azureCosmosKey } from '../../../src/backends/azure/azure-cosmos-key.ts';
import { azureFunctionsKey } from '../../../src/backends/azure/azure-functions-key.ts';
import { azureSearchKey } from '../../../src/backends/azure/azure-search-key.ts';
import { azureServiceBusKey } from '../../../src/backends/azure/azure-service-bus-key.ts';
import {
  type KeyForm,
  keyOf32,
  keyOf39,
  keyOf40,
  keyOf64,
  marvin32,
  sampleKey,
  seedOf,
} from '../../../src/backends/azure/identifiable-keys.ts';
import type { BackendDefinition } from '../../../src/backends/backend.ts';
import type { CredentialMention, Neighbour } from '../../../src/model.ts';

function seedFrom(hex: string): string {
  return Buffer.from(hex, 'hex').toString('latin1');
}

function found(definition: BackendDefinition, value: string, around: readonly Neighbour[] = []): CredentialMention[] {
  const text = { value, place: { origin: 'artifact', path: 'a.apk' } as const, around: () => around };
  return [...definition.recognise(text)].flatMap((mention) => (mention.type === 'credential' ? [mention] : []));
}

describe('Marvin32', () => {
  // Vectors of microsoft/security-utilities, src/security-utilities-node/tests/marvin.spec.ts, and of SymCrypt.
  it.each([
    ['d53cd9cecd0893b7', [97, 98, 99], 0x6be02a86],
    ['0ddddeeeeffff000', [...Buffer.from('abcdefghijklmnopqrstuvwxyz')], 0xd34847dc],
    ['004fb61a001bdbcc', [], 0x302009bc],
    ['004fb61a001bdbcc', [175], 0x3592e206],
    ['004fb61a001bdbcc', [231, 15], 0xfdab5e04],
    ['004fb61a001bdbcc', [55, 244, 149], 0x6b3c8b90],
  ] as const)('seed %s of %s', (seed, data, checksum) => {
    expect(marvin32(Uint8Array.from(data), seedFrom(seed))).toBe(checksum);
  });
});

describe('a marked key', () => {
  const forms: readonly (readonly [KeyForm, number])[] = [
    [keyOf32('+ASb'), 44],
    [keyOf39('AzSe'), 52],
    [keyOf40('AzFu'), 56],
    [keyOf64('ACDb'), 88],
  ];

  it.each(forms)('of the form %j shows its seed, and a changed character shows none', (form, length) => {
    const key = sampleKey(form, 'Master00', length);
    expect(key).toHaveLength(length);
    expect(seedOf(key, ['Other000', 'Master00'])).toBe('Master00');
    const changed = `${key.startsWith('B') ? 'C' : 'B'}${key.slice(1)}`;
    expect(seedOf(changed, ['Other000', 'Master00'])).toBeUndefined();
  });

  it('says what it may, whatever stands around it', () => {
    const rights = (definition: BackendDefinition, form: KeyForm, length: number, seed: string) =>
      found(definition, sampleKey(form, seed, length)).map(({ grade, rule }) => [grade, rule]);
    expect(rights(azureSearchKey, keyOf39('AzSe'), 52, 'PAdmin00')).toEqual([
      ['administrative', 'azure-search-admin-key'],
    ]);
    expect(rights(azureSearchKey, keyOf39('AzSe'), 52, 'Query000')).toEqual([['restricted', undefined]]);
    expect(rights(azureCosmosKey, keyOf64('ACDb'), 88, 'MastRW00')).toEqual([['administrative', 'azure-cosmos-key']]);
    expect(rights(azureCosmosKey, keyOf64('ACDb'), 88, 'MastRO00')).toEqual([
      ['privileged', 'azure-cosmos-read-only-key'],
    ]);
    expect(rights(azureFunctionsKey, keyOf40('AzFu'), 56, 'Master00')).toEqual([
      ['administrative', 'azure-functions-master-key'],
    ]);
  });

  it('outweighs the name of its rule', () => {
    const connection = (rule: string, key: string) =>
      `Endpoint=sb://acme.servicebus.windows.net/;SharedAccessKeyName=${rule};SharedAccessKey=${key}`;
    const grades = (rule: string, seed: string) =>
      found(azureServiceBusKey, connection(rule, sampleKey(keyOf32('+ASb'), seed, 44))).map(({ grade }) => grade);
    expect(grades('TelemetryReader', 'Manage00')).toEqual(['administrative']);
    expect(grades('everything', 'Listen00')).toEqual(['restricted']);
  });

  it('is given the account beside it', () => {
    const key = sampleKey(keyOf64('ACDb'), 'MastRW00', 88);
    const [mention] = found(azureCosmosKey, key, [{ value: 'https://acme-prod.documents.azure.com:443/', at: -1 }]);
    expect(mention?.subject).toBe('acme-prod');
  });
});
