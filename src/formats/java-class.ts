import { type ClassFile, holdersOf, readClassFile } from './android/class-file.ts';
import { bounded, type Range, rawTexts, stringsHit, textReadings } from './android/texts.ts';
import type { Entry, Format, Reading, Wanted } from './format.ts';

/** Java bytecode, as it lies in the classes.jar of an AAR. */
export const javaClass: Format = {
  id: 'java-class',
  title: 'Java class file',
  docs: {
    reads: 'string constants with the class, and the field or method that uses them',
    locator: '`Lcom/acme/Api;->upload`, `Lcom/acme/Api;` for a constant that no member uses',
    blind: 'strings put together at run time',
    source: ['https://docs.oracle.com/javase/specs/jvms/se21/html/jvms-4.html'],
  },
  when: 'hits',
  // A fat Mach-O has the same magic, but then a count of slices where a class has its major version: 45 for JDK 1.1.
  hint: { begins: ['\xca\xfe'] },
  sniff: (head) => head.length >= 10 && head.readUInt32BE(0) === 0xcafebabe && isMajorVersion(head.readUInt16BE(6)),
  read: (entry, wanted) => bounded(entry, readClass(entry, wanted)),
};

function isMajorVersion(major: number): boolean {
  return major >= 45 && major < 256;
}

function* readClass(entry: Entry, wanted: Wanted): Generator<Reading, void, undefined> {
  const file = readClassFile(entry.bytes);
  if (file === undefined) {
    yield { type: 'problem', kind: 'malformed', reason: 'the constant pool of the class file cannot be read' };
    yield* rawTexts(entry, wanted);
    return;
  }
  const texts = file.constants.flatMap(({ text }, index) => (text === undefined ? [] : [{ text, index }]));
  const rangeOf = (rank: number): Range | undefined => texts[rank]?.text;
  const { strings, loose } = stringsHit(entry.hits, () => texts.map((_, rank) => rangeOf(rank)?.start ?? 0), rangeOf);
  for (const rank of strings) {
    const index = texts[rank]?.index;
    if (index !== undefined) yield* constantReadings(entry, wanted, file, index);
  }
  // What stands in no constant: in an attribute of some tool, or behind a pool that lies about its size.
  yield* rawTexts({ ...entry, hits: loose }, wanted);
}

function* constantReadings(
  entry: Entry,
  wanted: Wanted,
  file: ClassFile,
  index: number,
): Generator<Reading, void, undefined> {
  const value = file.textAt(index);
  const offset = file.constants[index]?.text?.start;
  if (value === undefined || offset === undefined) return;
  const type = `L${file.name};`;
  const holder = file.name.replaceAll('/', '.');
  const around = () => file.strings().filter((string) => string.value !== value);
  const holders = holdersOf(file, index);
  if (holders.length === 0) yield* textReadings(entry, wanted, { value, offset, holder, locator: type, around });
  for (const member of holders) {
    const key = member.field === undefined ? {} : { key: member.field };
    yield* textReadings(entry, wanted, { value, offset, holder, locator: `${type}->${member.name}`, around, ...key });
  }
}
