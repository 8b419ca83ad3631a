/** What is used of it: the types of Node leave it out, those of the browser bring a thousand other globals. */
declare const WebAssembly: {
  readonly Module: new (code: Uint8Array) => object;
  readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
};

export interface Instance<Exports> {
  readonly code: Exports;
  readonly memory: ArrayBuffer;
}

export const PAGE = 64 * 1024;

/** Instances of a program that scripts/wasm.mjs made, each with memory of its own. It is compiled with the first. */
export function instances<Exports>(base64: string): (pages: number) => Instance<Exports> {
  let compiled: object | undefined;
  return (pages) => {
    compiled ??= new WebAssembly.Module(Buffer.from(base64, 'base64'));
    const memory = new WebAssembly.Memory({ initial: pages });
    const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
    return { code: exports as Exports, memory: memory.buffer };
  };
}
