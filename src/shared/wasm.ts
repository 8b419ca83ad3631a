/** What is used of it: the types of Node leave it out, those of the browser bring a thousand other globals. */
declare const WebAssembly: {
  readonly Module: new (code: Uint8Array) => object;
  readonly Memory: new (size: { readonly initial: number }) => Memory;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
};

interface Memory {
  readonly buffer: ArrayBuffer;
  readonly grow: (pages: number) => void;
}

export interface Instance<Exports> {
  readonly code: Exports;
  readonly memory: ArrayBuffer;
  /** The memory, at least that large; what was got before is of no length then. */
  readonly grown: (bytes: number) => ArrayBuffer;
}

export const PAGE = 64 * 1024;

/** Instances of a program that scripts/wasm.mjs made, each with memory of its own. It is compiled with the first. */
export function instances<Exports>(base64: string): (pages: number) => Instance<Exports> {
  let compiled: object | undefined;
  return (pages) => {
    compiled ??= new WebAssembly.Module(Buffer.from(base64, 'base64'));
    const memory = new WebAssembly.Memory({ initial: pages });
    const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
    const grown = (bytes: number) => {
      const missing = Math.ceil((bytes - memory.buffer.byteLength) / PAGE);
      if (missing > 0) memory.grow(missing);
      return memory.buffer;
    };
    return { code: exports as Exports, memory: memory.buffer, grown };
  };
}
