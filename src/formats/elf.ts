import type { Entry, Format, Reading } from './format.ts';
import { disjoint, hitsOutside, type Stretch, stretchTexts } from './section-texts.ts';

const ELF_MAGIC = 0x7f454c46;
const MAX_SECTIONS = 4_096;
const SHT_NOBITS = 8;
const SHF_STRINGS = 0x20;
const PT_LOAD = 1;

/** Shared libraries of Android apps, Flutter's libapp.so among them. */
export const elf: Format = {
  id: 'elf',
  title: 'ELF shared library',
  docs: {
    reads:
      'Strings around anchors, by section (by segment where the section headers are stripped); Dart strings exactly.',
    locator: '`.rodata`, `.rodata Dart string`, `segment 1`',
    blind:
      'Strings built at run time or encrypted; compressed debug sections; big-endian files are read without sections. Which code uses a string: names in calls are not told from other words.',
    source: ['https://refspecs.linuxfoundation.org/elf/gabi4+/contents.html'],
  },
  hint: { begins: ['\x7fE'] },
  sniff: (head) => head.length >= 52 && head.readUInt32BE(0) === ELF_MAGIC,
  when: 'hits',
  read: readElf,
};

function* readElf(entry: Entry): Generator<Reading, void, undefined> {
  const stretches = disjoint(stretchesOf(entry.bytes));
  for (const stretch of stretches) {
    for (const text of stretchTexts(entry, stretch)) yield { type: 'text', text };
  }
  const rest = { ...entry, hits: hitsOutside(entry.hits, stretches) };
  const whole = { start: 0, end: entry.bytes.length, name: 'outside sections', literals: false };
  for (const text of stretchTexts(rest, whole)) yield { type: 'text', text };
}

/** Offsets of the header fields that are needed, by class. */
interface ElfForm {
  readonly wide: boolean;
  readonly bytes: Buffer;
}

/** Sections with bytes in the file, else loaded segments; none of a file that is neither. */
export function stretchesOf(bytes: Buffer): Stretch[] {
  const little = bytes[5] === 1;
  const form: ElfForm = { wide: bytes[4] === 2, bytes };
  if (!little || bytes.length < (form.wide ? 64 : 52)) return [];
  const sections = sectionsOf(form);
  return sections.length > 0 ? sections : segmentsOf(form);
}

/** A field of the file: 64-bit in 64-bit files; 0 beyond the end. */
function wordAt({ wide, bytes }: ElfForm, at: number): number {
  if (at + (wide ? 8 : 4) > bytes.length) return 0;
  const low = bytes.readUInt32LE(at);
  return wide ? bytes.readUInt32LE(at + 4) * 0x1_0000_0000 + low : low;
}

function intAt({ bytes }: ElfForm, at: number): number {
  return at + 4 <= bytes.length ? bytes.readUInt32LE(at) : 0;
}

function sectionsOf(form: ElfForm): Stretch[] {
  const { wide, bytes } = form;
  const table = wordAt(form, wide ? 40 : 32);
  const size = bytes.readUInt16LE(wide ? 58 : 46);
  const count = Math.min(bytes.readUInt16LE(wide ? 60 : 48), MAX_SECTIONS);
  const names = table + bytes.readUInt16LE(wide ? 62 : 50) * size;
  if (table === 0 || size < (wide ? 64 : 40) || table + count * size > bytes.length) return [];
  const nameTable = wordAt(form, names + (wide ? 24 : 16));
  const stretches: Stretch[] = [];
  for (let at = table; at < table + count * size; at += size) {
    const start = wordAt(form, at + (wide ? 24 : 16));
    const end = Math.min(start + wordAt(form, at + (wide ? 32 : 20)), bytes.length);
    if (start >= end || intAt(form, at + 4) === SHT_NOBITS || start === 0) continue;
    const flags = wordAt(form, at + 8);
    const name = nameAt(bytes, nameTable + intAt(form, at)) || `section ${(at - table) / size}`;
    stretches.push({ start, end, name, literals: Math.floor(flags / SHF_STRINGS) % 2 === 1 });
  }
  return stretches.sort((left, right) => left.start - right.start);
}

function segmentsOf(form: ElfForm): Stretch[] {
  const { wide, bytes } = form;
  const table = wordAt(form, wide ? 32 : 28);
  const size = bytes.readUInt16LE(wide ? 54 : 42);
  const count = Math.min(bytes.readUInt16LE(wide ? 56 : 44), MAX_SECTIONS);
  if (size < (wide ? 56 : 32) || table + count * size > bytes.length) return [];
  const stretches: Stretch[] = [];
  for (let index = 0; index < count; index += 1) {
    const at = table + index * size;
    const start = wordAt(form, at + (wide ? 8 : 4));
    const end = Math.min(start + wordAt(form, at + (wide ? 32 : 16)), bytes.length);
    if (intAt(form, at) !== PT_LOAD || start >= end) continue;
    stretches.push({ start, end, name: `segment ${index}`, literals: false });
  }
  return stretches;
}

function nameAt(bytes: Buffer, at: number): string {
  const raw = bytes.toString('latin1', at, Math.min(at + 64, bytes.length));
  return raw.replace(/\0.*$/s, '').replace(/[^\x21-\x7e]/g, '?');
}
