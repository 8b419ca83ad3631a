import { runsAround } from '../shared/runs.ts';
import type { Entry, Format, Reading } from './format.ts';
import { openArchive } from './unity/archive.ts';

const SIGNATURE = /^Unity(?:FS|Raw|Web|Archive)\0/;

export const unityArchive: Format = {
  id: 'unity-archive',
  title: 'Unity archive (asset bundle, data.unity3d)',
  docs: {
    reads: 'The files inside UnityFS archives, plain, LZ4 or LZMA, each read in its turn.',
    locator: 'the file’s path in the archive as an entry of its own',
    blind:
      'Archives that the game encrypts; those of Unity before 5.3 (UnityRaw, UnityWeb); more than 96 MiB of LZMA or 512 MiB in all.',
    source: ['https://docs.unity3d.com/Manual/AssetBundlesIntro.html', 'https://github.com/K0lb3/UnityPy'],
  },
  hint: { begins: ['Un'] },
  sniff: (head) => head[0] === 0x55 && SIGNATURE.test(head.toString('latin1', 0, 16)),
  when: 'always',
  read,
};

function* read(entry: Entry): Generator<Reading, void, undefined> {
  if (entry.bytes.toString('latin1', 0, 8) !== 'UnityFS\0') {
    yield { type: 'problem', kind: 'unsupported', reason: 'Unity archive of a form before UnityFS: not opened' };
    return;
  }
  const archive = openArchive(entry.bytes);
  if (archive.type !== 'files') {
    yield { type: 'problem', kind: archive.type, reason: archive.reason };
    if (archive.type === 'limit') yield* readRuns(entry);
    return;
  }
  for (const { path, bytes } of archive.files) yield { type: 'entry', name: path, bytes };
  if (archive.missing.length === 0) return;
  const reason = `Unity archive with blocks that cannot be unpacked: ${archive.missing.slice(0, 5).join(', ')} not wholly read`;
  yield { type: 'problem', kind: 'truncated', reason };
}

function* readRuns(entry: Entry): Generator<Reading, void, undefined> {
  for (const run of runsAround(entry.bytes, entry.hits)) {
    yield { type: 'text', text: { value: run.value, place: { ...entry.place, offset: entry.base + run.offset } } };
  }
}
