import { describe, expect, it } from 'vitest';
import type { Format } from '../../src/formats/format.ts';
import { readEntry } from '../../src/formats/read-entry.ts';
import { compileAnchors } from '../../src/shared/anchors.ts';

const place = { origin: 'artifact', path: 'app.apk', entry: 'app.apk!/a' } as const;
const entry = { name: 'a', bytes: Buffer.from('a'), base: 0, hits: [], place };

describe('an entry of nothing but keys', () => {
  it('is not searched for what stands around each of them without end', () => {
    let searches = 0;
    const around = () => {
      searches += 1;
      return [{ value: 'beside' }];
    };
    const format: Format = {
      id: 'keys',
      title: 'Keys',
      docs: { reads: '', locator: '', blind: '', source: [] },
      when: 'always',
      sniff: () => true,
      *read() {
        for (let index = 0; index < 6_000; index += 1)
          yield { type: 'text', text: { value: `${index}`, place, around } };
      },
    };
    const reader = {
      formats: [format],
      search: compileAnchors(['http']),
      wanted: { text: () => true, key: () => false },
    };
    const answers = [];
    const problems = [];
    for (const reading of readEntry(reader, entry)) {
      if (reading.type === 'text') answers.push(reading.text.around?.().length);
      if (reading.type === 'problem') problems.push(reading.problem);
    }
    expect(searches).toBe(5_000);
    expect([answers[4_999], answers[5_000], answers.length]).toEqual([1, 0, 6_000]);
    expect(problems).toMatchObject([{ kind: 'limit', entry: 'app.apk!/a' }]);
  });
});
