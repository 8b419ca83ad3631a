import type { Entry, Format, Reading } from './format.ts';
import { stretchTexts } from './section-texts.ts';

const SNAPSHOT_MAGIC = 0xf5f5dcdc;

/** Dart snapshots that lie in a file of their own: `vm_snapshot_data`, `isolate_snapshot_data` of debug builds. */
export const dartSnapshot: Format = {
  id: 'dart-snapshot',
  title: 'Dart snapshot',
  docs: {
    reads:
      'Strings around anchors, exactly, by the length before them. The same is done for snapshots inside `libapp.so` and `App.framework/App`.',
    locator: '`Dart string`',
    blind:
      'Strings built at run time. Which code uses a string: machine code loads it by its place in a pool of objects, so the names of collections and tables in calls of release builds are not told from other words.',
    source: ['https://github.com/dart-lang/sdk/blob/main/runtime/vm/app_snapshot.cc'],
  },
  hint: { begins: ['\xf5\xf5'] },
  sniff: (head) => head.length >= 4 && head.readUInt32BE(0) === SNAPSHOT_MAGIC,
  when: 'hits',
  read: readSnapshot,
};

function* readSnapshot(entry: Entry): Generator<Reading, void, undefined> {
  const whole = { start: 0, end: entry.bytes.length, name: '', literals: false };
  for (const text of stretchTexts(entry, whole)) yield { type: 'text', text };
}
