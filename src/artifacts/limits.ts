import { milliseconds } from '../shared/clock.ts';

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

/** Entries, and bytes that came out of them. */
export interface Amount {
  readonly entries: number;
  readonly bytes: number;
}

/** What an artifact, or the part of it that is read, has used of its limits, archives within it included. */
export interface Budget {
  readonly limits: Limits;
  readonly deadline: number;
  /** Size of the artifact as it lies on disk. */
  readonly fileBytes: number;
  /** Where it ends: with the artifact's limits, or with what a part may use of them. */
  most: Amount;
  entries: number;
  bytes: number;
}

export function startBudget(limits: Limits, fileBytes: number): Budget {
  const deadline = milliseconds() + limits.milliseconds;
  return { limits, deadline, fileBytes, most: mostOf(limits, fileBytes), entries: 0, bytes: 0 };
}

function mostOf(limits: Limits, fileBytes: number): Amount {
  return { entries: limits.entries, bytes: Math.min(limits.totalBytes, ratioBytes(limits, fileBytes)) };
}

/**
 * What one of two parts may use: what is declared of it and half of what is then left, so that both together keep to what
 * the artifact may. Where more is declared than that, which may be a lie, half of all. The whole where the other part has no
 * entries: nothing has to be left for it.
 */
export function shareOf(most: Amount, part: Amount, all: Amount): Amount {
  if (part.entries === all.entries) return most;
  const share = (what: keyof Amount) =>
    all[what] <= most[what] ? part[what] + Math.floor((most[what] - all[what]) / 2) : Math.floor(most[what] / 2);
  return { entries: share('entries'), bytes: share('bytes') };
}

/** The limit that the artifact as a whole has run into, as a sentence; undefined while there is room. */
export function exhausted(budget: Budget): string | undefined {
  const { limits, most } = budget;
  if (budget.entries > most.entries) return `more than ${most.entries} entries (${ownLimit(budget, 'entry count')})`;
  if (budget.bytes > most.bytes) return bytesReason(budget);
  if (milliseconds() > budget.deadline) return timeReason(limits);
  return undefined;
}

/** False if with so much more it may be exhausted. */
export function hasRoomFor({ most, entries, bytes }: Budget, moreEntries: number, moreBytes: number): boolean {
  return entries + moreEntries <= most.entries && bytes + moreBytes <= most.bytes;
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

function isShared({ limits, fileBytes, most }: Budget): boolean {
  return most.bytes < mostOf(limits, fileBytes).bytes;
}

function ownLimit(budget: Budget, limit: string): string {
  return isShared(budget) ? `its share of the ${limit} limit` : `${limit} limit`;
}

function bytesReason(budget: Budget): string {
  const { limits, fileBytes, most } = budget;
  const byRatio = ratioBytes(limits, fileBytes) < limits.totalBytes;
  if (byRatio && !isShared(budget)) {
    return `the artifact inflates to more than ${2 * limits.ratio} times its size (ratio limit)`;
  }
  return `more than ${megabytes(most.bytes)} inflated (${ownLimit(budget, byRatio ? 'ratio' : 'total size')})`;
}

function timeReason(limits: Limits): string {
  return `took longer than ${limits.milliseconds / 1000} s (time limit)`;
}

export function megabytes(bytes: number): string {
  return bytes >= MiB ? `${Math.round(bytes / MiB)} MiB` : `${bytes} bytes`;
}
