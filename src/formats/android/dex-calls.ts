import type { CodeCall, WantedCall } from '../format.ts';
import {
  classAt,
  type DexFile,
  dottedName,
  methodsNamed,
  NO_INDEX,
  parametersAt,
  stringNamed,
  typeAt,
  typeNamed,
} from './dex-file.ts';
import { placeOf, type Use, type Uses } from './dex-uses.ts';
import { budgetFor, type WantedMethod, walkCalls } from './dex-walk/walk.ts';

/** A string that a wanted call is given, and where. */
export interface CallArgument {
  readonly key: string;
  readonly string: number;
  readonly use: Use;
}

interface Target extends WantedMethod {
  readonly key: string;
}

const MAX_ARGUMENTS = 512;

/** Own classes of the SDKs: what they call among themselves says nothing of the app. */
const SDKS =
  /^(?:com\.google\.firebase\.(?!example|codelab|quickstart)|com\.firebase\.ui\.|com\.amazonaws\.|com\.amplifyframework\.|io\.github\.jan\.|com\.parse\.)/;

/** Strings by which renamed methods are told; they have to be among those that are looked for. */
export function telltalesOf(dex: DexFile, calls: readonly WantedCall[]): readonly number[] {
  return calls.flatMap(({ code }) => {
    const string = code?.telltale === undefined ? NO_INDEX : stringNamed(dex, code.telltale);
    return string === NO_INDEX ? [] : [string];
  });
}

/** Strings that the app's own code hands to the wanted calls. */
export function findArguments(dex: DexFile, calls: readonly WantedCall[], uses: Uses): readonly CallArgument[] {
  const targets = targetsOf(dex, calls, uses);
  if (targets.size === 0) return [];
  const found: CallArgument[] = [];
  /** Which method has the code, of several that share it. */
  const holders = new Map<number, number>();
  walkCalls(dex, targets, budgetFor(dex), (call) => {
    const target = targets.get(call.other);
    if (target === undefined || found.length >= MAX_ARGUMENTS) return;
    const type = typeAt(dex, classAt(dex, call.type).type);
    const holder = holders.get(call.code) ?? call.member;
    if (holder !== call.member || SDKS.test(dottedName(type))) return;
    holders.set(call.code, holder);
    found.push({ key: target.key, string: call.string, use: { classIndex: call.type, type, ...placeOf(dex, call) } });
  });
  return found;
}

/** Wanted methods of this file, by index. */
function targetsOf(dex: DexFile, calls: readonly WantedCall[], uses: Uses): ReadonlyMap<number, Target> {
  const targets = new Map<number, Target>();
  const types = new Map<string, number>();
  for (const { key, code } of calls) {
    if (code === undefined) continue;
    const type = types.get(code.owner) ?? typeNamed(dex, code.owner);
    types.set(code.owner, type);
    for (const method of [...named(dex, type, code), ...renamed(dex, code, uses)]) {
      const register = stringRegister(parametersAt(dex, method), code.parameters ?? '');
      if (register !== undefined && !targets.has(method))
        targets.set(method, { key, register, nests: code.nests ?? false });
    }
  }
  return targets;
}

function named(dex: DexFile, type: number, { method }: CodeCall): readonly number[] {
  return type === NO_INDEX ? [] : [...methodsNamed(dex, type, method)];
}

/** The methods that load the telltale; where R8 put one into its caller, no call is left to be seen. */
function renamed(dex: DexFile, { telltale }: CodeCall, uses: Uses): readonly number[] {
  const string = telltale === undefined ? NO_INDEX : stringNamed(dex, telltale);
  if (string === NO_INDEX) return [];
  return uses.of(string).flatMap(({ method }) => (method === undefined ? [] : [method]));
}

const STRING = 'Ljava/lang/String;';

/** Place of the first string among the registers of the parameters; longs and doubles take two. */
function stringRegister(parameters: readonly string[], beginning: string): number | undefined {
  const index = parameters.indexOf(STRING);
  if (index === -1 || !parameters.join('').startsWith(beginning)) return undefined;
  return parameters.slice(0, index).reduce((sum, type) => sum + (type === 'J' || type === 'D' ? 2 : 1), 0);
}
