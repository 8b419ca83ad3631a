import type { Searching } from './search-thread.ts';

export interface Early<Work, Result> {
  /** The result of a piece of work, which may have been started before its turn. */
  readonly run: (piece: Work) => Promise<Result>;
  /** Starts nothing further. */
  readonly stop: () => void;
}

/**
 * Starts with the pieces that another thread searches as soon as it has nothing to do, in their order: they take the longest,
 * and until their turn comes they hold no more than a few windows. Two at once only took memory when measured. `run` must not
 * reject.
 */
export function startEarly<Work, Result extends { readonly searching?: Searching | undefined }>(
  pieces: readonly Work[],
  run: (piece: Work) => Promise<Result>,
): Early<Work, Result> {
  const waiting = new Set(pieces);
  const started = new Map<Work, Promise<Result>>();
  let stopped = false;
  const startAll = async () => {
    for (const piece of waiting) {
      if (stopped) return;
      waiting.delete(piece);
      const result = run(piece);
      started.set(piece, result);
      await (await result).searching?.searched;
    }
  };
  void startAll();
  return {
    run: (piece) => {
      const known = started.get(piece);
      started.delete(piece);
      waiting.delete(piece);
      return known ?? run(piece);
    },
    stop: () => {
      stopped = true;
    },
  };
}
