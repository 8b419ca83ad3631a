/** Work that is started ahead of the consumer. */
export interface Ahead {
  /** Pieces of work under way at once. */
  readonly lanes: number;
  /** Bytes that all results waiting for the consumer may hold; one piece of work alone may exceed it. */
  readonly room: number;
}

/** Runs the work a few pieces ahead and gives the results in the order of the work. `run` must not reject. */
export async function* inOrder<Work, Result>(
  work: Iterable<Work>,
  run: (piece: Work) => Promise<Result>,
  weigh: (piece: Work) => number,
  { lanes, room }: Ahead,
): AsyncGenerator<Result, void, undefined> {
  const waiting: { readonly result: Promise<Result>; readonly weight: number }[] = [];
  const pieces = work[Symbol.iterator]();
  let next = pieces.next();
  let held = 0;
  try {
    for (;;) {
      while (!next.done && waiting.length < lanes) {
        const weight = weigh(next.value);
        if (waiting.length > 0 && held + weight > room) break;
        waiting.push({ result: run(next.value), weight });
        held += weight;
        next = pieces.next();
      }
      const first = waiting.shift();
      if (!first) return;
      yield await first.result;
      held -= first.weight;
    }
  } finally {
    await Promise.all(waiting.map(({ result }) => result));
  }
}
