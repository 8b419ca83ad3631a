import type { CodeCall, WantedCall } from '../format.ts';
import { bitsFor, hasBit, setBit } from './bytes.ts';
import { argumentsIn, codeEnd, codeStart, INVOKES, mayUse, type WantedMethod } from './dex-code.ts';
import {
  classAt,
  type DexFile,
  dottedName,
  methodNameAt,
  methodsNamed,
  NO_INDEX,
  parametersAt,
  stringNamed,
  typeAt,
  typeNamed,
} from './dex-file.ts';
import { type Budget, membersOf, nextMember } from './dex-members.ts';
import type { Use, Uses } from './dex-uses.ts';

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
  const isTarget = new Uint8Array(dex.methods.count);
  for (const method of targets.keys()) isTarget[method] = 1;
  const budget: Budget = { left: 4 * dex.bytes.length + 4096 };
  const found: CallArgument[] = [];
  const seenCode = bitsFor(dex.bytes);
  for (let classIndex = 0; classIndex < dex.classes.count && budget.left > 0; classIndex += 1) {
    const definition = classAt(dex, classIndex);
    const members = membersOf(dex, definition);
    while (nextMember(members, budget) && found.length < MAX_ARGUMENTS) {
      const { code, index } = members;
      if (code === 0 || hasBit(seenCode, code)) continue;
      const start = codeStart(code);
      const end = codeEnd(dex, code, budget);
      const mayCall = mayUse(dex.bytes, start, end, INVOKES, isTarget);
      const type = mayCall ? typeAt(dex, definition.type) : '';
      // No other method of an SDK's own class says more; code that the app shares with it is looked at there.
      if (SDKS.test(dottedName(type))) break;
      setBit(seenCode, code);
      if (!mayCall) continue;
      for (const { method, string, at } of argumentsIn(dex.bytes, start, end, targets)) {
        const key = targets.get(method)?.key;
        if (key === undefined) continue;
        const use = { classIndex, type, member: methodNameAt(dex, index), code, pc: (at - start) / 2 };
        found.push({ key, string, use });
      }
    }
  }
  return found.slice(0, MAX_ARGUMENTS);
}

/** Wanted methods of this file, by index. */
function targetsOf(dex: DexFile, calls: readonly WantedCall[], uses: Uses): ReadonlyMap<number, Target> {
  const targets = new Map<number, Target>();
  for (const { key, code } of calls) {
    if (code === undefined) continue;
    for (const method of [...named(dex, code), ...renamed(dex, code, uses)]) {
      const register = stringRegister(parametersAt(dex, method), code.parameters ?? '');
      if (register !== undefined && !targets.has(method))
        targets.set(method, { key, register, nests: code.nests ?? false });
    }
  }
  return targets;
}

function named(dex: DexFile, { owner, method }: CodeCall): readonly number[] {
  const type = typeNamed(dex, owner);
  return type === NO_INDEX ? [] : [...methodsNamed(dex, type, method)];
}

/** The methods that load the telltale; where R8 put one into its caller, no call is left to be seen. */
function renamed(dex: DexFile, { telltale }: CodeCall, uses: Uses): readonly number[] {
  const string = telltale === undefined ? NO_INDEX : stringNamed(dex, telltale);
  if (string === NO_INDEX) return [];
  return uses.of(string).flatMap(({ classIndex, code }) => {
    if (code === undefined) return [];
    const members = membersOf(dex, classAt(dex, classIndex));
    const budget: Budget = { left: 65_536 };
    while (nextMember(members, budget)) if (members.code === code) return [members.index];
    return [];
  });
}

const STRING = 'Ljava/lang/String;';

/** Place of the first string among the registers of the parameters; longs and doubles take two. */
function stringRegister(parameters: readonly string[], beginning: string): number | undefined {
  const index = parameters.indexOf(STRING);
  if (index === -1 || !parameters.join('').startsWith(beginning)) return undefined;
  return parameters.slice(0, index).reduce((sum, type) => sum + (type === 'J' || type === 'D' ? 2 : 1), 0);
}
