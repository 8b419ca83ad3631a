const MiB = 1024 * 1024;

/** Contents are compared with those read before; smaller ones cost nothing, and an app's own manifest has to be read in each of its artifacts. */
export const DEDUPE_FROM = 64 * 1024;

/** What one artifact may cost. Sizes in bytes, inflated. */
export interface Limits {
  /** Entries of one artifact, those of nested archives included. */
  readonly entries: number;
  /** One entry; what is longer is read so far. */
  readonly entryBytes: number;
  /** Inflated by compressed size of one entry, where more than `ratioFloor` comes out; twice that for the artifact. */
  readonly ratio: number;
  readonly ratioFloor: number;
  /** All entries of the artifact together. */
  readonly totalBytes: number;
  /** Archives within each other: 1 allows an archive inside of the artifact. */
  readonly depth: number;
  /** Wall-clock time of the artifact in milliseconds. */
  readonly milliseconds: number;
  /** Entries up to this size are held whole; larger ones come in pieces. */
  readonly wholeBytes: number;
  /** Larger ones that a reader always wants are held whole up to this size. */
  readonly alwaysBytes: number;
  /** A compressed archive inside of an archive is held in memory up to this size. */
  readonly nestedBytes: number;
  /** Central directory of one archive. */
  readonly directoryBytes: number;
}

/**
 * Deflate cannot do better than 1032:1, and real entries beyond 200:1 are runs of zeros; the largest real artifacts
 * (game data in OBB files) hold some GiB.
 */
export const DEFAULT_LIMITS: Limits = {
  entries: 500_000,
  entryBytes: 8192 * MiB,
  ratio: 200,
  ratioFloor: 64 * MiB,
  totalBytes: 16_384 * MiB,
  depth: 4,
  milliseconds: 15 * 60_000,
  wholeBytes: 16 * MiB,
  alwaysBytes: 64 * MiB,
  nestedBytes: 128 * MiB,
  directoryBytes: 128 * MiB,
};

/** What an artifact has used of its limits, archives within it included. */
export interface Budget {
  readonly limits: Limits;
  readonly deadline: number;
  /** Size of the artifact as it lies on disk. */
  readonly fileBytes: number;
  entries: number;
  bytes: number;
}

export function startBudget(limits: Limits, fileBytes: number): Budget {
  return { limits, deadline: performance.now() + limits.milliseconds, fileBytes, entries: 0, bytes: 0 };
}

/** The limit that the artifact as a whole has run into, as a sentence; undefined while there is room. */
export function exhausted(budget: Budget): string | undefined {
  const { limits } = budget;
  if (budget.entries > limits.entries) return `more than ${limits.entries} entries (entry count limit)`;
  if (budget.bytes > limits.totalBytes) return totalReason(limits);
  if (budget.bytes > ratioBytes(limits, budget.fileBytes)) return ratioReason(limits);
  if (performance.now() > budget.deadline) return timeReason(limits);
  return undefined;
}

/** How far one entry may be inflated, and the sentence to give where it goes beyond. */
export function entryAllowance(limits: Limits, compressedSize: number): { bytes: number; reason: string } {
  const byRatio = Math.max(limits.ratioFloor, limits.ratio * compressedSize);
  if (byRatio < limits.entryBytes) {
    return { bytes: byRatio, reason: `inflates to more than ${limits.ratio} times its size (ratio limit)` };
  }
  return { bytes: limits.entryBytes, reason: `larger than ${megabytes(limits.entryBytes)} (entry size limit)` };
}

/** Wide enough that one entry that was cut at its own limit does not take the others with it. */
function ratioBytes(limits: Limits, fileBytes: number): number {
  return 8 * limits.ratioFloor + 2 * limits.ratio * fileBytes;
}

function ratioReason(limits: Limits): string {
  return `the artifact inflates to more than ${2 * limits.ratio} times its size (ratio limit)`;
}

function totalReason(limits: Limits): string {
  return `more than ${megabytes(limits.totalBytes)} inflated (total size limit)`;
}

function timeReason(limits: Limits): string {
  return `took longer than ${limits.milliseconds / 1000} s (time limit)`;
}

export function megabytes(bytes: number): string {
  return bytes >= MiB ? `${Math.round(bytes / MiB)} MiB` : `${bytes} bytes`;
}
