import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awsAccessKey } from '../../src/backends/aws/access-key.ts';
import { azureStorageKey } from '../../src/backends/azure/azure-storage-key.ts';
import { likeliest, type Pairing, partnersOf } from '../../src/backends/pairing.ts';
import { sample } from '../../src/backends/samples.ts';
import { alibabaAccessKey } from '../../src/backends/storage/alibaba-access-key.ts';
import type { Format } from '../../src/formats/format.ts';
import { jsBundle } from '../../src/formats/js-bundle.ts';
import { json } from '../../src/formats/json.ts';
import { properties } from '../../src/formats/properties.ts';
import { compileAnchors } from '../../src/shared/anchors.ts';

/** Two accounts in one file: whatever is reported, no secret may go with the other account's id. */

const IDS = ['AKIA', 'AKIA'].map((prefix, index) => `${prefix}${sample('base32', 16, index + 3).toUpperCase()}`);
const SECRETS = [1, 2].map((seed) => `${sample('alnum', 38, seed)}/+`);
const [ID1 = '', ID2 = ''] = IDS;
const [S1 = '', S2 = ''] = SECRETS;
const TRUE_PAIRS = new Set([`${ID1} ${S1}`, `${ID2} ${S2}`]);

const search = compileAnchors(['AKIA']);

/** `id secret` for each pair that comes out of a file. */
function pairsIn(format: Format, name: string, text: string): string[] {
  const bytes = Buffer.from(text);
  const place = { origin: 'artifact', path: name } as const;
  const wanted = { text: (value: string) => value.includes('AKIA'), key: () => false };
  const readings = [...format.read({ name, bytes, base: 0, hits: search.find(bytes), place }, wanted)];
  return readings.flatMap((reading) => {
    if (reading.type !== 'text') return [];
    const own = IDS.filter((id) => reading.text.value.includes(id));
    return [...awsAccessKey.recognise(reading.text)].flatMap((mention) => {
      if (mention.type !== 'credential' || !SECRETS.includes(mention.secret)) return [];
      const id = own.find((one) => mention.details?.account === accountOf(one));
      return [`${id} ${mention.secret}`];
    });
  });
}

function accountOf(id: string): string | undefined {
  const text = { value: id, place: { origin: 'artifact', path: 'x' } as const };
  return [...awsAccessKey.recognise(text)][0]?.details?.account;
}

describe('two accounts in one file', () => {
  it.each([
    [
      'JSON, two objects',
      json,
      'a.json',
      `{"dev":{"id":"${ID1}","secret":"${S1}"},"prod":{"id":"${ID2}","secret":"${S2}"}}`,
    ],
    ['JSON, the secret first', json, 'a.json', `{"dev":{"s":"${S1}","i":"${ID1}"},"prod":{"s":"${S2}","i":"${ID2}"}}`],
    ['JSON, ends outwards', json, 'a.json', `{"dev":{"s":"${S1}","i":"${ID1}"},"prod":{"i":"${ID2}","s":"${S2}"}}`],
    ['JSON, one flat object', json, 'a.json', `{"a":"${ID1}","b":"${S1}","c":"${ID2}","d":"${S2}"}`],
    [
      'properties, grouped by role, names tell',
      properties,
      'a.properties',
      `ACCESS_KEY_DEV=${ID1}\nACCESS_KEY_PROD=${ID2}\nSECRET_KEY_DEV=${S1}\nSECRET_KEY_PROD=${S2}\n`,
    ],
    ['properties, one after the other', properties, '.env', `A=${ID1}\nB=${S1}\nC=${ID2}\nD=${S2}\n`],
    ['properties, the secret first', properties, '.env', `A=${S1}\nB=${ID1}\nC=${S2}\nD=${ID2}\n`],
    ['JavaScript', jsBundle, 'a.js', `var a={k:"${ID1}",s:"${S1}"},b={k:"${ID2}",s:"${S2}"};`],
    ['one string', jsBundle, 'a.js', `var a="${S1}:${ID1};${S2}:${ID2}";`],
  ] as const)('%s', (_, format, name, text) => {
    expect(new Set(pairsIn(format, name, text))).toEqual(TRUE_PAIRS);
  });

  it('is left alone where nothing tells which belongs to which', () => {
    expect(pairsIn(properties, '.env', `A=${ID1}\nB=${ID2}\nC=${S1}\nD=${S2}\n`)).toEqual([]);
    expect(pairsIn(json, 'a.json', `["${ID1}","${ID2}","${S2}","${S1}"]`)).toEqual([]);
  });

  it('is not crossed by the order in which other clouds write theirs', () => {
    const id = (seed: number) => `LTAI${sample('alnum', 20, seed)}`;
    const secret = (seed: number) => sample('alnum', 30, seed);
    const value = `${secret(1)},${id(2)};${secret(3)},${id(4)}`;
    const found = [...alibabaAccessKey.recognise({ value, place: { origin: 'artifact', path: 'x' } })];
    expect(found.map((mention) => (mention.type === 'credential' ? mention.secret : ''))).toEqual([
      secret(1),
      secret(3),
    ]);
  });
});

describe('two storage accounts in one class', () => {
  const key = (seed: number) => `${sample('alnum', 86, seed)}==`;
  const url = (account: string) => `https://${account}.blob.core.windows.net`;

  it('keep their own keys', () => {
    const row = [url('acmefirst'), key(1), url('acmesecond'), key(2)];
    const opened = [0, 2].map((self) => {
      const around = row.map((value, at) => ({ value, at: at - self })).filter(({ at }) => at !== 0);
      const text = { value: row[self] ?? '', place: { origin: 'artifact', path: 'x' } as const, around: () => around };
      return [...azureStorageKey.recognise(text)].map((mention) =>
        mention.type === 'credential' ? [mention.subject, mention.secret] : [],
      );
    });
    expect(opened).toEqual([[['acmefirst', key(1)]], [['acmesecond', key(2)]]]);
  });
});

describe('partners', () => {
  const pairing = (self: string): Pairing => ({
    self,
    same: ({ value }) => (value.startsWith('i') ? value : undefined),
    partner: ({ value }) => (value.startsWith('s') ? value : undefined),
  });

  it('takes a secret for the right id in any alternating row', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.nat(7), fc.boolean(), (count, which, secretFirst) => {
        const own = which % count;
        const row = Array.from({ length: count }, (_, index) => {
          const both = [`i${index}`, `s${index}`];
          return secretFirst ? both.reverse() : both;
        }).flat();
        const self = row.indexOf(`i${own}`);
        const neighbours = row
          .map((value, index) => ({ value, at: index - self }))
          .filter(({ at }) => at !== 0)
          .sort((left, right) => Math.abs(left.at) - Math.abs(right.at));
        expect(likeliest(partnersOf(undefined, neighbours, pairing(`i${own}`)))).toBe(`s${own}`);
      }),
    );
  });

  it('does not reach into another object while an id stands there', () => {
    expect(partnersOf(undefined, [{ value: 's1' }, { value: 'i2' }], pairing('i1'))).toEqual([]);
    expect(likeliest(partnersOf(undefined, [{ value: 's1' }], pairing('i1')))).toBe('s1');
  });
});
