import { describe, expect, it } from 'vitest';
import { MOST_WAITING, startEarly } from '../../src/artifacts/early.ts';
import type { Searching } from '../../src/artifacts/search-thread.ts';

const PIECES = Array.from({ length: 100 }, (_, index) => index);
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** A piece whose search is over when `end` is called. */
function searching(): { readonly searching: Searching; readonly end: () => void } {
  let end: () => void = () => undefined;
  const searched = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { searching: { windows: (async function* () {})() as unknown as Searching['windows'], searched }, end };
}

describe('startEarly', () => {
  it('starts each piece once, whoever comes first', async () => {
    const started: number[] = [];
    const early = startEarly(PIECES, async (piece) => {
      started.push(piece);
      return { searching: undefined, piece };
    });
    for (const piece of PIECES) expect((await early.run(piece)).piece).toBe(piece);
    await settled();
    expect(started).toEqual(PIECES);
  });

  it('searches one piece after the other, and lets only so many wait for their turn', async () => {
    const jobs = PIECES.map(searching);
    const started: number[] = [];
    const early = startEarly(PIECES, async (piece) => {
      started.push(piece);
      return { searching: jobs[piece]?.searching };
    });
    await settled();
    expect(started).toEqual([0]);
    for (const { end } of jobs) end();
    await settled();
    expect(started).toHaveLength(MOST_WAITING);
    await early.run(0);
    await settled();
    expect(started).toHaveLength(MOST_WAITING + 1);
  });

  it('holds no more than one piece that is not searched elsewhere: a directory may lie about thousands', async () => {
    const started: number[] = [];
    const early = startEarly(PIECES, async (piece) => {
      started.push(piece);
      return {};
    });
    await settled();
    expect(started).toEqual([0]);
    await early.run(0);
    await settled();
    expect(started).toEqual([0, 1]);
  });

  it('starts nothing after it is stopped', async () => {
    const started: number[] = [];
    const early = startEarly(PIECES, async (piece) => {
      started.push(piece);
      return {};
    });
    early.stop();
    await settled();
    expect(started).toEqual([0]);
  });
});
