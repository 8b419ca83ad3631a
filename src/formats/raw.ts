import { runsAround, stringsNear } from '../shared/runs.ts';
import type { Entry, Format, FormatDocs, Reading } from './format.ts';

/**
 * Bytes of whatever format, read as the 8-bit or UTF-16 run around each hit. Literals that a compiler runs together (Rust,
 * Go) come as one run; the backends' grammars find the names in it.
 */
function rawFormat(
  id: string,
  title: string,
  docs: Partial<FormatDocs>,
  sniff: Format['sniff'],
  hint: Pick<Format, 'hint'> = {},
): Format {
  return {
    id,
    title,
    docs: {
      reads:
        'The run of printable characters, 8-bit (UTF-8) or UTF-16LE, around each anchor, at most 2 KB on either side.',
      locator: 'none; the byte offset is the place',
      blind: 'What is compressed, encrypted or encoded.',
      source: [],
      ...docs,
    },
    ...hint,
    sniff,
    when: 'hits',
    read: readRuns,
  };
}

function* readRuns(entry: Entry): Generator<Reading, void, undefined> {
  // Hits of a piece are counted in the piece's own bytes.
  for (const run of runsAround(entry.bytes, entry.hits)) {
    const place = { ...entry.place, offset: entry.base + run.offset };
    const around = () => stringsNear(entry.bytes, run).map(({ value, offset }) => ({ value, at: offset - run.offset }));
    yield { type: 'text', text: { value: run.value, place, around } };
  }
}

export const realm = rawFormat(
  'realm',
  'Realm database',
  { blind: 'Encrypted files.', source: ['https://github.com/realm/realm-core'] },
  // The first of the four as a byte: every entry of every app is asked.
  (head) => head[16] === 0x54 && head.toString('latin1', 16, 20) === 'T-DB',
);

export const nib = rawFormat(
  'nib',
  'Compiled interface (nib)',
  {
    source: [
      'https://developer.apple.com/library/archive/documentation/Cocoa/Conceptual/LoadingResources/CocoaNibs/CocoaNibs.html',
    ],
  },
  (head) => head.toString('latin1', 0, 10) === 'NIBArchive',
  { hint: { begins: ['NI'] } },
);

/** Reads everything that no other format does: last in the registry. */
export const raw = rawFormat(
  'raw',
  'Any other bytes',
  { blind: 'What is compressed (gzip, Brotli, data in Assets.car), encrypted or encoded in another way than base64.' },
  () => true,
);
