import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { codeOf } from '../shared/errors.ts';
import { readArchive } from './archive.ts';
import type { ArtifactEvent, ArtifactSummary, Candidate, ReadOptions } from './artifact.ts';
import { claimed } from './claim.ts';
import { readFile, readFolder } from './folder.ts';
import { hashFile, hashFolder } from './hash.ts';
import { DEFAULT_LIMITS, startBudget } from './limits.ts';
import { addSize, metered } from './meter.ts';
import { openFile } from './source.ts';
import { problemEvent, type Run, skippedOf, startRun } from './tally.ts';
import { walkFolder } from './walk.ts';

type Events = AsyncGenerator<ArtifactEvent, void, undefined>;

/**
 * Reads one artifact: every entry is inflated and searched, and those with an anchor in them, or which some reader
 * always wants, are handed on. Never throws for what the artifact holds; the summary is the last event.
 */
export async function* readArtifact(candidate: Candidate, options: ReadOptions): Events {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  try {
    if (candidate.form === 'folder') {
      const walked = walkFolder(candidate.location, limits.entries);
      const size = walked.files.reduce((sum, file) => sum + file.size, 0);
      addSize(options.meter, size);
      const run = startRun(candidate.path, options, startBudget(limits, size));
      const name = nameOf(candidate);
      yield* summed(run, size, readFolder(run, walked, name), () => hashFolder(walked.files));
      return;
    }
    const { size } = statSync(candidate.location);
    const run = startRun(candidate.path, options, startBudget(limits, size));
    const events = candidate.form === 'archive' ? archiveEvents(run, candidate) : fileEvents(run, candidate, size);
    // The artifact is counted once, not for each part.
    if (options.part !== 'lent') addSize(options.meter, size);
    const { digest } = options;
    const isOurs = () => digest === undefined || claimed(digest);
    yield* summed(run, size, events, async () => (isOurs() ? hashFile(candidate.location) : ''));
  } catch (error) {
    const run = startRun(candidate.path, options, startBudget(limits, 0));
    yield problemEvent(run, undefined, 'unreadable', `artifact could not be read (${codeOf(error)})`);
    yield summaryOf(run, 0, '');
  }
}

function nameOf(candidate: Candidate): string {
  return basename(candidate.location);
}

async function* archiveEvents(run: Run, candidate: Candidate): Events {
  const source = metered(await openFile(candidate.location), run.options.meter);
  try {
    yield* readArchive(run, source, nameOf(candidate), 0);
  } finally {
    await source.close();
  }
}

async function* fileEvents(run: Run, candidate: Candidate, size: number): Events {
  const name = nameOf(candidate);
  run.budget.entries++;
  if (size === 0) yield problemEvent(run, name, 'malformed', 'the file is empty');
  yield* readFile(run, { name, location: candidate.location, size }, name);
}

/** The events and the summary. The digest is made last: whoever looks at what was found has no need of it before. */
async function* summed(run: Run, size: number, events: Events, digest: () => Promise<string>): Events {
  yield* events;
  yield summaryOf(run, size, await digest());
}

function summaryOf(run: Run, size: number, sha256: string): ArtifactSummary {
  return {
    type: 'summary',
    sha256,
    size,
    entries: run.budget.entries,
    read: run.read,
    skipped: skippedOf(run),
  };
}
