import type { ArtifactEvent, Candidate, OwnOptions } from './artifacts/artifact.ts';
import { createClaim } from './artifacts/claim.ts';
import type { FoundArtifacts } from './artifacts/find.ts';
import { createMeter, type Meter } from './artifacts/meter.ts';
import type { ReadingThread } from './artifacts/reading-thread.ts';
import type { Settings } from './settings/settings.ts';

/** What a thread has begun to read. */
export interface ThreadReading {
  readonly thread: ReadingThread;
  readonly events: AsyncGenerator<ArtifactEvent, void, undefined>;
}

/** The artifacts of a scan and a thread, which has begun to read the first of them. */
export interface Begun {
  readonly found: FoundArtifacts;
  readonly thread: ReadingThread;
  readonly first?: ThreadReading & { readonly candidate: Candidate; readonly own: MeteredOptions };
}

export type MeteredOptions = OwnOptions & { readonly meter: Meter };

/** Gives the thread, if there is one, the first of the artifacts, so that it is read while the rest of the program is loaded. */
export async function beginReading(settings: Settings, thread: ReadingThread | undefined): Promise<Begun | undefined> {
  if (thread === undefined) return undefined;
  thread.setUp({ once: lanesOf(settings) === 1 });
  const { findArtifacts } = await import('./artifacts/find.ts');
  const found = await findArtifacts(settings.artifacts, settings.root);
  const [candidate] = found.candidates;
  if (candidate === undefined) return { found, thread };
  const own = ownOptions(candidate, found.candidates.length);
  return { found, thread, first: { candidate, own, thread, events: thread.read(candidate, own) } };
}

/** Artifacts that are read at a time. */
export function lanesOf({ jobs = 1 }: Settings): number {
  return jobs;
}

/** With which an artifact, one of `count`, is read in a thread. */
export function ownOptions(candidate: Candidate, count: number): MeteredOptions {
  const own = { meter: createMeter(), alone: count === 1 };
  return isShared(candidate) ? { ...own, part: 'kept', digest: createClaim() } : own;
}

/** Some entries of an archive are read by the main thread (artifacts/lending.ts). */
export function isShared({ form }: Candidate): boolean {
  return form === 'archive';
}
