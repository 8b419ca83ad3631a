/** Writes what a Dart AOT snapshot has around its strings: magic, features, and the strings in one of its forms. */
export type DartForm = 'cluster' | 'rodata64' | 'rodata32' | 'rodata32-hash-last';

const FEATURES: Readonly<Record<DartForm, string>> = {
  cluster: 'product no-code_comments dedup_instructions arm64 android compressed-pointers null-safety',
  rodata64: 'product no-code_comments dedup_instructions arm64-sysv no-compressed-pointers null-safety',
  rodata32: 'product no-code_comments dedup_instructions arm android no-compressed-pointers',
  'rodata32-hash-last':
    'product use_bare_instructions dedup_instructions no-"asserts" arm-eabi softfp no-"null_safety"',
};

export function dartSnapshot(form: DartForm, strings: readonly string[]): Buffer {
  const header = Buffer.alloc(52);
  header.writeUInt32BE(0xf5f5dcdc, 0);
  header.write('f956f595844a2f845a55707faaaa51e4', 20, 'latin1');
  const start = Buffer.concat([header, Buffer.from(`${FEATURES[form]}\0`)]);
  const padded = Buffer.concat([start, Buffer.alloc(16 - (start.length % 16))]);
  return Buffer.concat([padded, ...strings.map((text) => dartString(form, text)), Buffer.alloc(16)]);
}

function dartString(form: DartForm, text: string): Buffer {
  const wide = [...text].some((character) => character > '\u00ff');
  const characters = Buffer.from(text, wide ? 'utf16le' : 'latin1');
  if (form === 'cluster') return Buffer.concat([writeUnsigned(text.length * 2 + (wide ? 1 : 0)), characters]);
  const header = Buffer.alloc(form === 'rodata64' ? 16 : 12, 0x5a);
  if (form === 'rodata64') header.writeBigUInt64LE(BigInt(text.length * 2), 8);
  else header.writeUInt32LE(text.length * 2, form === 'rodata32' ? 8 : 4);
  const align = form === 'rodata64' ? 16 : 8;
  const length = header.length + characters.length;
  return Buffer.concat([header, characters, Buffer.alloc((align - (length % align)) % align)]);
}

/** runtime/vm/datastream.h, WriteUnsigned. */
export function writeUnsigned(value: number): Buffer {
  const groups: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) groups.push(rest % 128);
  return Buffer.from([...groups, rest + 128]);
}
