import { codeOf } from '../shared/errors.ts';
import type { ArtifactEvent } from './artifact.ts';
import { exhausted } from './limits.ts';
import { metered } from './meter.ts';
import { type FileSource, openFile } from './source.ts';
import { problemEvent, type Run, skip } from './tally.ts';
import { type Found, visit } from './visit.ts';
import type { Walked, WalkedFile } from './walk.ts';

type Events = AsyncGenerator<ArtifactEvent, void, undefined>;

/** Reads every file of a folder that is one artifact; `chain` is its own name. */
export async function* readFolder(run: Run, walked: Walked, chain: string): Events {
  for (const { name, code } of walked.failed) {
    yield problemEvent(run, `${chain}!/${name}`, 'unreadable', `folder could not be listed (${code})`);
  }
  for (const link of walked.links) skip(run, `${chain}!/${link}`, 'symbolic link; links are not followed');
  for (const [index, file] of walked.files.entries()) {
    const reason = exhausted(run.budget);
    if (reason !== undefined) {
      yield problemEvent(run, `${chain}!/${file.name}`, 'limit', `stopped here: ${reason}`);
      for (const left of walked.files.slice(index)) skip(run, `${chain}!/${left.name}`, 'a limit was reached');
      break;
    }
    run.budget.entries++;
    yield* readFile(run, file, `${chain}!/${file.name}`);
  }
  if (walked.cut) {
    const reason = `more than ${run.budget.limits.entries} files (entry count limit); the rest was not read`;
    yield problemEvent(run, chain, 'limit', reason);
  }
}

/** Reads one file on the disk, which may be an archive. */
export async function* readFile(run: Run, file: WalkedFile, chain: string): Events {
  let source: FileSource;
  try {
    source = metered(await openFile(file.location), run.options.meter);
  } catch (error) {
    yield problemEvent(run, chain, 'unreadable', `could not be opened (${codeOf(error)})`);
    return;
  }
  try {
    yield* visit(run, await foundIn(run, source, file.name, chain));
  } finally {
    await source.close();
  }
}

async function foundIn(run: Run, source: FileSource, name: string, chain: string): Promise<Found> {
  const found = { name, chain, encrypted: false, depth: 0, crc32: undefined };
  if (source.size > run.budget.limits.wholeBytes) return { ...found, content: { type: 'stored', source } };
  return { ...found, content: { type: 'whole', bytes: await source.read(0, source.size) } };
}
