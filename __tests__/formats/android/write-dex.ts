/** Writes dex files as no compiler at hand does: containers of version 041, very many users of one string. */

export interface DexMethod {
  readonly name: string;
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

/** One dex file at `base` of its container; its offsets count from the container's start. */
function writeAt(base: number, version: string, classes: readonly DexClass[], container: boolean): Buffer {
  const methods = classes.flatMap((owner) => owner.methods.map((method) => ({ owner, method })));
  const names = new Set(['V', ...classes.map((owner) => owner.type)]);
  for (const { method } of methods) for (const name of [method.name, ...method.strings]) names.add(name);
  const strings = [...names].sort();
  const types = ['V', ...classes.map((owner) => owner.type)].sort();
  const stringOf = (value: string): number => strings.indexOf(value);

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
    const loads = method.strings.map((value) => halves(0x001a, stringOf(value)));
    const instructions = Buffer.concat([...loads, halves(0x000e)]);
    const item = Buffer.concat([halves(1, 0, 0, 0), words(0, instructions.length / 2), instructions]);
    if (method.odd) put(Buffer.alloc(1));
    code = put(item);
    put(Buffer.alloc((4 - (end % 4)) % 4));
    return code;
  });
  let first = 0;
  const classData = classes.map((owner) => {
    const members = owner.methods.map((_, index) =>
      Buffer.concat([uleb(index === 0 ? first : 1), uleb(9), uleb(codes[first + index] ?? 0)]),
    );
    first += owner.methods.length;
    return put(Buffer.concat([uleb(0), uleb(0), uleb(owner.methods.length), uleb(0), ...members]));
  });
  const stringData = strings.map((value) =>
    put(Buffer.concat([uleb(value.length), Buffer.from(value, 'latin1'), Buffer.from([0])])),
  );

  const header = Buffer.alloc(headerSize);
  header.write(`dex\n${version}\0`, 'latin1');
  const size = end - base;
  words(size, headerSize, 0x12345678, 0, 0, 0, strings.length, at.strings, types.length, at.types).copy(header, 32);
  words(1, at.protos, 0, 0, methods.length, at.methods, classes.length, at.classes, 0, 0).copy(header, 72);
  if (container) words(0, base).copy(header, 112);
  return Buffer.concat([
    header,
    words(...stringData),
    words(...types.map(stringOf)),
    words(stringOf('V'), types.indexOf('V'), 0),
    ...methods.map(({ owner, method }) =>
      Buffer.concat([halves(types.indexOf(owner.type), 0), words(stringOf(method.name))]),
    ),
    ...classes.map((owner, index) =>
      words(types.indexOf(owner.type), 1, 0xffffffff, 0, 0xffffffff, 0, classData[index] ?? 0, 0),
    ),
    ...data,
  ]);
}

export function writeDex(classes: readonly DexClass[]): Buffer {
  return writeAt(0, '039', classes, false);
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
    base += file.length;
  }
  return container;
}
