import type { Searching } from './search-thread.ts';

export interface Early<Work, Result> {
  /** The result of a piece of work, which may have been started before its turn. */
  readonly run: (piece: Work) => Promise<Result>;
  /** Starts nothing further. */
  readonly stop: () => void;
}

/** Pieces that wait for their turn at most: each may hold a few windows. */
export const MOST_WAITING = 8;

/**
 * Starts with the pieces that another thread searches as soon as it has nothing to do, in their order, since they take the
 * longest; two at once only took memory when measured. A piece that turns out not to be searched there, but to be held in
 * memory, is the last one until its turn has come. `run` must not reject.
 */
export function startEarly<Work, Result extends { readonly searching?: Searching | undefined }>(
  pieces: readonly Work[],
  run: (piece: Work) => Promise<Result>,
): Early<Work, Result> {
  const left = new Set(pieces);
  const waiting = new Map<Work, Promise<Result>>();
  let stopped = false;
  let wake: () => void = () => undefined;
  const nextTurn = () =>
    new Promise<void>((resolve) => {
      wake = resolve;
    });
  const startAll = async () => {
    for (const piece of left) {
      while (waiting.size >= MOST_WAITING && !stopped) await nextTurn();
      if (stopped) return;
      if (!left.delete(piece)) continue;
      const result = run(piece);
      waiting.set(piece, result);
      const { searching } = await result;
      await searching?.searched;
      while (searching === undefined && waiting.has(piece) && !stopped) await nextTurn();
    }
  };
  void startAll();
  return {
    run: (piece) => {
      const known = waiting.get(piece);
      waiting.delete(piece);
      left.delete(piece);
      wake();
      return known ?? run(piece);
    },
    stop: () => {
      stopped = true;
      wake();
    },
  };
}
