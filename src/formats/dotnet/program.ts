import type { AssemblyCall, WantedCall } from '../format.ts';
import { codeAt, visitCode } from './il.ts';
import {
  attributeAt,
  firstArgument,
  type Metadata,
  type Method,
  methodDefinition,
  rowsOf,
  typeDefinition,
  typeOfMethod,
  typeReference,
} from './metadata.ts';
import type { Range } from './pe.ts';

/** What the code of an assembly does with its strings. */

/** A string that a method loads. */
export interface Loaded {
  /** Offset in the heap of user strings. */
  readonly index: number;
  readonly pc: number;
}

export interface AssemblyUse extends Loaded {
  readonly method: number;
}

export interface AssemblyProgram {
  readonly usesOf: (index: number) => readonly AssemblyUse[];
  /** Strings that wanted calls are given. */
  readonly calls: readonly (AssemblyUse & { readonly key: string })[];
  /** Strings that wanted attributes are given; they stand in the heap of blobs. */
  readonly attributes: readonly { readonly key: string; readonly type: string; readonly range: Range }[];
  readonly loadedBy: (method: number) => readonly Loaded[];
}

const MAX_USES = 8;
const MAX_CALLS = 10_000;
/** Of other assemblies; thousands in the largest. */
const MAX_TYPES = 200_000;

type Wanted = ReadonlyMap<string, { readonly key: string; readonly parameter: number }>;

export function assemblyProgram(
  metadata: Metadata,
  sought: ReadonlySet<number>,
  calls: readonly WantedCall[],
): AssemblyProgram {
  const wanted = wantedIn(metadata, calls);
  const uses = new Map<number, AssemblyUse[]>();
  const found: (AssemblyUse & { readonly key: string })[] = [];
  visitMethods(metadata, (method, code) => {
    visitCode(metadata, code, {
      string: (pc, index) => {
        if (!sought.has(index)) return;
        const others = uses.get(index) ?? [];
        if (others.length < MAX_USES) uses.set(index, [...others, { index, pc, method }]);
      },
      call: (pc, called, strings) => {
        const call = wanted.get(nameOf(called));
        const index = call === undefined ? undefined : strings[call.parameter];
        if (call === undefined || index === undefined || found.length >= MAX_CALLS) return;
        found.push({ key: call.key, index, pc, method });
      },
    });
  });
  return {
    usesOf: (index) => uses.get(index) ?? [],
    calls: found,
    attributes: wanted.size === 0 ? [] : attributesIn(metadata, wanted),
    loadedBy: onceEach((method) => loadedIn(metadata, method)),
  };
}

function loadedIn(metadata: Metadata, method: number): readonly Loaded[] {
  const loaded: Loaded[] = [];
  const code = codeAt(metadata.bytes, methodDefinition(metadata, method).address);
  if (code !== undefined) {
    visitCode(metadata, code, { string: (pc, index) => loaded.push({ index, pc }), call: () => {} });
  }
  return loaded;
}

/** Around each of thousands of strings of one long method the whole of it would be walked over. */
function onceEach<T>(work: (method: number) => T): (method: number) => T {
  const known = new Map<number, T>();
  return (method) => {
    const before = known.get(method);
    if (before !== undefined) return before;
    const result = work(method);
    known.set(method, result);
    return result;
  };
}

function nameOf({ type, name }: Pick<Method, 'type' | 'name'>): string {
  return `${type}::${name}`;
}

/** True if the assembly refers to the types of wanted calls: it may make some. */
export function mayCall(metadata: Metadata, calls: readonly WantedCall[]): boolean {
  return wantedIn(metadata, calls).size > 0;
}

/** The wanted calls of types that this assembly refers to. */
function wantedIn(metadata: Metadata, calls: readonly WantedCall[]): Wanted {
  const byType = new Map<string, { readonly key: string; readonly call: AssemblyCall }[]>();
  for (const { key, assembly } of calls) {
    if (assembly !== undefined)
      byType.set(assembly.type, [...(byType.get(assembly.type) ?? []), { key, call: assembly }]);
  }
  const wanted = new Map<string, { key: string; parameter: number }>();
  if (byType.size === 0) return wanted;
  const rows = Math.min(MAX_TYPES, rowsOf(metadata, 'type references'));
  for (let row = 1; row <= rows; row += 1) {
    const type = typeReference(metadata, row);
    for (const { key, call } of byType.get(type) ?? []) {
      wanted.set(nameOf({ type, name: call.method }), { key, parameter: call.parameter ?? 0 });
    }
  }
  return wanted;
}

/** Every body once; methods share one only in a file that wants to be read for ever. */
function visitMethods(metadata: Metadata, visit: (method: number, code: Range) => void): void {
  let left = 2 * metadata.bytes.length;
  const seen = new Set<number>();
  for (let method = 1; method <= rowsOf(metadata, 'methods'); method += 1) {
    const { address } = methodDefinition(metadata, method);
    if (address === 0 || seen.has(address)) continue;
    seen.add(address);
    const code = codeAt(metadata.bytes, address);
    left -= code === undefined ? 0 : code.end - code.start;
    if (left < 0) return;
    if (code !== undefined) visit(method, code);
  }
}

function attributesIn(metadata: Metadata, wanted: Wanted): AssemblyProgram['attributes'] {
  const found: { key: string; type: string; range: Range }[] = [];
  for (let row = 1; row <= rowsOf(metadata, 'attributes') && found.length < MAX_CALLS; row += 1) {
    const attribute = attributeAt(metadata, row);
    const call = attribute === undefined ? undefined : wanted.get(nameOf(attribute.method));
    const range = attribute === undefined ? undefined : firstArgument(metadata, attribute.blob);
    if (attribute === undefined || call === undefined || range === undefined) continue;
    found.push({ key: call.key, type: attribute.method.type, range });
  }
  return found;
}

/** `Acme.Api::Upload` and the type by itself. */
export function userOf(metadata: Metadata, method: number): { readonly type: string; readonly member: string } {
  const type = typeDefinition(metadata, typeOfMethod(metadata, method));
  return { type, member: `${type}::${methodDefinition(metadata, method).name}` };
}
