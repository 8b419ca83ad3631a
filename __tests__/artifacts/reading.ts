import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArtifactSummary, Candidate, ReadOptions } from '../../src/artifacts/artifact.ts';
import { readArtifact } from '../../src/artifacts/read.ts';
import type { Problem } from '../../src/model.ts';
import { compileAnchors } from '../../src/shared/anchors.ts';

export const ANCHORS = ['amazonaws.com', 'firebaseio.com', 's3://'];
export const search = compileAnchors(ANCHORS);

/** What came out of an artifact, with copies of the bytes. */
export interface Outcome {
  readonly entries: readonly {
    readonly chain: string;
    readonly name: string;
    readonly bytes: Buffer;
    readonly base: number;
    readonly piece: boolean;
    /** Offsets in the entry. */
    readonly hits: readonly number[];
  }[];
  readonly problems: readonly Problem[];
  readonly summary: ArtifactSummary;
}

export async function collect(candidate: Candidate, options: Partial<ReadOptions> = {}): Promise<Outcome> {
  const entries: Outcome['entries'][number][] = [];
  const problems: Problem[] = [];
  let summary: ArtifactSummary | undefined;
  for await (const event of readArtifact(candidate, { search, always: () => false, ...options })) {
    if (event.type === 'problem') problems.push(event.problem);
    if (event.type === 'summary') summary = event;
    if (event.type !== 'entry') continue;
    const { name, bytes, base, hits, place, piece = false } = event.entry;
    const offsets = hits.map((hit) => base + hit.offset);
    entries.push({ chain: place.entry ?? '', name, bytes: Buffer.from(bytes), base, piece, hits: offsets });
  }
  if (!summary) throw new Error('no summary came');
  return { entries, problems, summary };
}

/** Reads bytes as an archive named `app.apk`. */
export async function collectArchive(bytes: Buffer, options: Partial<ReadOptions> = {}): Promise<Outcome> {
  return inFolder(async (folder) => {
    const location = join(folder, 'app.apk');
    await writeFile(location, bytes);
    return collect({ path: 'build/app.apk', location, kind: 'apk', form: 'archive' }, options);
  });
}

/** A folder of its own for the test, gone afterwards. */
export async function inFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'ajar-test-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
