import { describe, expect, it } from 'vitest';
import { anchorsOf, keysOf } from '../../src/backends/recognise.ts';
import { BACKENDS } from '../../src/backends/registry.ts';

describe('anchorsOf', () => {
  const anchors = anchorsOf(BACKENDS);

  it('finds each anchor and key of every definition, if only by a shorter one within it', () => {
    const names = [...BACKENDS.flatMap((definition) => definition.anchors), ...keysOf(BACKENDS)];
    const unseen = names.filter((name) => !anchors.some((anchor) => name.toLowerCase().includes(anchor)));
    expect(unseen).toEqual([]);
  });

  it('seeks nothing twice', () => {
    const doubled = anchors.filter((one) => anchors.some((other) => other !== one && one.includes(other)));
    expect(doubled).toEqual([]);
  });
});
