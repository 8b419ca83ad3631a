import { createHash } from 'node:crypto';

/** Writes dex files as no compiler at hand does: containers of version 041, very many users of one string. */

export interface DexMethod {
  readonly name: string;
  /** Loaded one after the other; the method returns the last. */
  readonly strings: readonly string[];
  /** It has the code of the method before it. */
  readonly shared?: true;
  /** Its code stands at an odd offset, which no compiler does and the runtime refuses. */
  readonly odd?: true;
}

export interface DexClass {
  /** `Lcom/acme/Api;` */
  readonly type: string;
  readonly methods: readonly DexMethod[];
}

function uleb(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  do {
    bytes.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
    rest >>>= 7;
  } while (rest > 0);
  return Buffer.from(bytes);
}

function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value >>> 0, 4 * index);
  return bytes;
}

function halves(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(2 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt16LE(value, 2 * index);
  return bytes;
}

function compared(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

const OBJECT = 'Ljava/lang/Object;';
const STRING = 'Ljava/lang/String;';

/** One dex file at `base` of its container; its offsets count from the container's start. */
function writeAt(base: number, version: string, classes: readonly DexClass[], container: boolean): Buffer {
  const methods = classes
    .flatMap((owner) => owner.methods.map((method) => ({ owner, method })))
    .sort((one, other) => compared(one.owner.type, other.owner.type) || compared(one.method.name, other.method.name));
  const types = [OBJECT, STRING, ...classes.map((owner) => owner.type)].sort();
  const names = new Set(['L', ...types]);
  for (const { method } of methods) for (const name of [method.name, ...method.strings]) names.add(name);
  const strings = [...names].sort();
  const stringOf = (value: string): number => strings.indexOf(value);
  const typeOf = (value: string): number => types.indexOf(value);

  const headerSize = container ? 0x78 : 0x70;
  const at = { strings: base + headerSize, types: 0, protos: 0, methods: 0, classes: 0, data: 0 };
  at.types = at.strings + 4 * strings.length;
  at.protos = at.types + 4 * types.length;
  at.methods = at.protos + 12;
  at.classes = at.methods + 8 * methods.length;
  at.data = at.classes + 32 * classes.length;

  const data: Buffer[] = [];
  let end = at.data;
  const put = (bytes: Buffer): number => {
    const start = end;
    data.push(bytes);
    end += bytes.length;
    return start;
  };
  let code = 0;
  const codes = methods.map(({ method }) => {
    if (method.shared) return code;
    // const-string v0 for each, return-object v0.
    const loads = method.strings.map((value) => halves(0x001a, stringOf(value)));
    const instructions = Buffer.concat([...loads, halves(0x0011)]);
    const item = Buffer.concat([halves(1, 0, 0, 0), words(0, instructions.length / 2), instructions]);
    if (method.odd) put(Buffer.alloc(1));
    code = put(item);
    put(Buffer.alloc((4 - (end % 4)) % 4));
    return code;
  });
  const classData = classes.map((owner) => {
    const own = [...methods.keys()].filter((index) => methods[index]?.owner === owner);
    const members = own.map((index, place) => {
      const step = index - (place === 0 ? 0 : (own[place - 1] ?? 0));
      return Buffer.concat([uleb(step), uleb(9), uleb(codes[index] ?? 0)]);
    });
    return put(Buffer.concat([uleb(0), uleb(0), uleb(own.length), uleb(0), ...members]));
  });
  const stringData = strings.map((value) =>
    put(Buffer.concat([uleb(value.length), Buffer.from(value, 'latin1'), Buffer.from([0])])),
  );
  put(Buffer.alloc((4 - (end % 4)) % 4));
  const sections = [
    [0x0000, 1, base],
    [0x0001, strings.length, at.strings],
    [0x0002, types.length, at.types],
    [0x0003, 1, at.protos],
    [0x0005, methods.length, at.methods],
    [0x0006, classes.length, at.classes],
    [0x2001, codes.length, at.data],
    [0x2000, classData.length, classData[0] ?? end],
    [0x2002, strings.length, stringData[0] ?? end],
    [0x1000, 1, end],
  ] as const;
  const map = put(Buffer.concat([words(sections.length), ...sections.map((row) => words(...row))]));

  const header = Buffer.alloc(headerSize);
  header.write(`dex\n${version}\0`, 'latin1');
  const size = end - base;
  words(size, headerSize, 0x12345678, 0, 0, map, strings.length, at.strings, types.length, at.types).copy(header, 32);
  words(1, at.protos, 0, 0, methods.length, at.methods, classes.length, at.classes).copy(header, 72);
  words(...(container ? [0, 0, 0, base] : [end - at.data, at.data])).copy(header, 104);
  return Buffer.concat([
    header,
    words(...stringData),
    words(...types.map(stringOf)),
    words(stringOf('L'), typeOf(STRING), 0),
    ...methods.map(({ owner, method }) => Buffer.concat([halves(typeOf(owner.type), 0), words(stringOf(method.name))])),
    ...classes.map((owner, index) =>
      words(typeOf(owner.type), 1, typeOf(OBJECT), 0, 0xffffffff, 0, classData[index] ?? 0, 0),
    ),
    ...data,
  ]);
}

/** RFC 1950, section 8.2. */
function adler32(bytes: Buffer): number {
  let [low, high] = [1, 0];
  for (const byte of bytes) {
    low = (low + byte) % 65_521;
    high = (high + low) % 65_521;
  }
  return high * 65_536 + low;
}

/** Signature and checksum over what is behind each of them. */
function seal(dex: Buffer): void {
  createHash('sha1').update(dex.subarray(32)).digest().copy(dex, 12);
  dex.writeUInt32LE(adler32(dex.subarray(12)), 8);
}

export function writeDex(classes: readonly DexClass[]): Buffer {
  const dex = writeAt(0, '039', classes, false);
  seal(dex);
  return dex;
}

/** A container of version 041 with one dex file for each list of classes. */
export function writeDexContainer(files: readonly (readonly DexClass[])[]): Buffer {
  const written: Buffer[] = [];
  for (const classes of files) {
    const base = written.reduce((sum, file) => sum + file.length, 0);
    written.push(writeAt(base, '041', classes, true));
  }
  const container = Buffer.concat(written);
  let base = 0;
  for (const file of written) {
    container.writeUInt32LE(container.length, base + 112);
    seal(container.subarray(base, base + file.length));
    base += file.length;
  }
  return container;
}
