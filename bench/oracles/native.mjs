// Holds the native readers against the tools of LLVM and libplist, on files at hand.
//
//   node_modules/.bin/tsc -p tsconfig.build.json --outDir OUT && node bench/oracles/native.mjs OUT FILE...
//
// For each file: Mach-O and ELF sections (name, offset, size) against llvm-readobj; every string of a property list against
// plistutil; every literal of the string sections, as the reader gives it around a hit on it, against the bytes themselves;
// and, where a Dart snapshot lies in it, how many `package:….dart` strings come out exactly. Exit 1 if anything differs.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [out, ...files] = process.argv.slice(2);
if (out === undefined || files.length === 0) {
  console.error('usage: node bench/oracles/native.mjs COMPILED_DIR FILE...');
  process.exit(2);
}
const load = (path) => import(pathToFileURL(resolve(out, path)).href);
const { slicesOf, isMachO } = await load('formats/apple/macho-layout.js');
const { stretchesOf, elf } = await load('formats/elf.js');
const { macho } = await load('formats/macho.js');
const { plist } = await load('formats/plist.js');
const { dartLayoutOf, dartStrings } = await load('formats/dart-strings.js');

const READOBJ = process.env.LLVM_READOBJ ?? 'llvm-readobj';
const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** How plistutil writes a reference of a keyed archive, which is one object and no text. */
const UID = /<dict>\s*<key>CF\$UID<\/key>\s*<integer>\d+<\/integer>\s*<\/dict>/g;
let failed = false;

for (const file of files) {
  const bytes = readFileSync(file);
  const head = bytes.subarray(0, 64);
  const facts = [];
  if (isMachO(head)) facts.push(machoSections(file, bytes), literals(bytes));
  else if (elf.sniff(head, file)) facts.push(elfSections(file, bytes));
  else if (plist.sniff(bytes.subarray(0, 1024), file)) facts.push(plistStrings(file, bytes));
  facts.push(dart(bytes));
  const said = facts.filter((fact) => fact !== undefined);
  if (said.some((fact) => !fact.same)) failed = true;
  console.log(
    `${said.every((fact) => fact.same) ? 'same' : 'DIFFERS'}  ${basename(file)}  ${said.map((fact) => fact.text).join('; ')}`,
  );
}
process.exit(failed ? 1 : 0);

function run(command, args) {
  return execFileSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });
}

function compare(what, mine, theirs) {
  const left = [...mine].sort();
  const right = [...theirs].sort();
  const same = left.length === right.length && left.every((line, index) => line === right[index]);
  const odd = same
    ? ''
    : ` (first: ${left.find((line) => !right.includes(line)) ?? right.find((line) => !left.includes(line))})`;
  return { same, text: `${what} ${left.length}/${right.length}${odd}` };
}

function machoSections(file, bytes) {
  const theirs = [];
  let arch = '';
  for (const line of run(READOBJ, ['--sections', file]).split('\n')) {
    const [, name, value] = /^\s*(Arch|Name|Segment|Size|Offset|Type): (\S+)/.exec(line) ?? [];
    if (name === 'Arch') arch = value;
    else if (name === 'Name') theirs.push({ arch, name: value });
    else if (name !== undefined) theirs[theirs.length - 1][name] = value;
  }
  const lines = theirs
    .filter((section) => !/ZeroFill/i.test(section.Type) && Number(section.Size) > 0)
    .map((section) => `${section.Segment},${section.name} ${Number(section.Offset)}+${Number(section.Size)}`);
  const mine = slicesOf(bytes).flatMap((slice) =>
    slice.sections
      .filter((section) => section.end > section.start)
      .map(
        (section) => `${section.segment},${section.name} ${section.start - slice.start}+${section.end - section.start}`,
      ),
  );
  return compare('sections', mine, lines);
}

function elfSections(file, bytes) {
  const theirs = [];
  for (const line of run(READOBJ, ['--sections', file]).split('\n')) {
    const [, name, value] = /^\s*(Name|Type|Size|Offset): (\S+)/.exec(line) ?? [];
    if (name === 'Name') theirs.push({ name: value });
    else if (name !== undefined && theirs.length > 0) theirs[theirs.length - 1][name] = value;
  }
  const lines = theirs
    .filter((section) => !['SHT_NULL', 'SHT_NOBITS'].includes(section.Type) && Number(section.Size) > 0)
    .map((section) => `${section.name} ${Number(section.Offset)}+${Number(section.Size)}`);
  return compare(
    'sections',
    stretchesOf(bytes).map((part) => `${part.name} ${part.start}+${part.end - part.start}`),
    lines,
  );
}

/** Every literal of __cstring with 8 or more bytes, asked for by a hit on its first four. */
function literals(bytes) {
  const wanted = [];
  const hits = [];
  for (const slice of slicesOf(bytes)) {
    for (const section of slice.sections.filter((candidate) => candidate.name === '__cstring')) {
      let at = section.start;
      for (const value of bytes.toString('latin1', section.start, section.end).split('\0')) {
        if (value.length >= 8 && value.length < 16_000) {
          wanted.push(Buffer.from(value, 'latin1').toString('utf8'));
          hits.push({ offset: at, length: 4, encoding: 'latin1' });
        }
        at += value.length + 1;
      }
    }
  }
  const entry = { name: 'x', bytes, base: 0, hits, place: { origin: 'artifact', path: 'x' } };
  const given = [...macho.read(entry, { text: () => false, key: () => false })].filter(({ type }) => type === 'text');
  return compare(
    'literals',
    given.map(({ text }) => text.value),
    new Set(wanted),
  );
}

function plistStrings(file, bytes) {
  const xml = run('plistutil', ['-i', file, '-f', 'xml']).replace(UID, '');
  const theirs = Array.from(xml.matchAll(/<string>([^<]*)<\/string>|<(string)\/>/g), ([, value]) =>
    (value ?? '').replace(/&(amp|lt|gt|quot|apos);/g, (_, name) => ENTITIES[name]),
  );
  const entry = { name: 'x', bytes, base: 0, hits: [], place: { origin: 'artifact', path: 'x' } };
  const everything = { text: (value) => typeof value === 'string', key: () => true };
  const texts = [...plist.read(entry, everything)].flatMap((reading) =>
    reading.type === 'text' ? [reading.text] : [],
  );
  const names = Array.from(xml.matchAll(/<key>([^<]*)<\/key>/g)).length;
  const other = Array.from(xml.matchAll(/<(?:true|false|integer)\b/g)).length;
  const counted = {
    same: texts.length === theirs.length + names + other,
    text: `values ${texts.length}/${theirs.length + names + other}`,
  };
  const values = texts.map((text) => text.value);
  const missing = theirs.filter((value) => !values.includes(value));
  return {
    same: counted.same && missing.length === 0,
    text: `${counted.text}, strings ${theirs.length - missing.length}/${theirs.length}`,
  };
}

function dart(bytes) {
  const bounds = { start: 0, end: bytes.length };
  const layout = dartLayoutOf(bytes, bounds);
  if (layout === undefined) return undefined;
  const hits = [];
  for (let at = bytes.indexOf('package:'); at !== -1; at = bytes.indexOf('package:', at + 1)) {
    const [path] = /^package:[\w/.]{1,200}?\.dart/.exec(bytes.toString('latin1', at, at + 256)) ?? [];
    if (path !== undefined) hits.push({ offset: at, length: 8, encoding: 'latin1', path });
  }
  const exact = hits.filter((hit) => {
    const [reading] = dartStrings(bytes, [hit], bounds, layout);
    return reading?.type === 'string' && reading.run.value === hit.path;
  });
  return { same: exact.length === hits.length, text: `Dart ${layout[0]} ${exact.length}/${hits.length}` };
}
