/** Milliseconds since some time or other. Of `performance` Node loads all else with it, in each thread anew. */
export function milliseconds(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
