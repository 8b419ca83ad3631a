import { assertNever } from '../../shared/assert.ts';
import {
  classAt,
  type DexFile,
  dottedName,
  fieldNameAt,
  fieldNameIndex,
  methodNameAt,
  NO_INDEX,
  typeAt,
} from './dex-file.ts';
import { type Budget, budgetFor, type Found, stringsOf, walkUses } from './dex-walk/walk.ts';
import { isLibraryClass } from './libraries.ts';

/** A place of the dex where a string is used. */
export interface Use {
  readonly classIndex: number;
  /** Descriptor of the class: `Lcom/acme/Api;`. */
  readonly type: string;
  /** Name of method or field; undefined where the class itself carries the string (its annotation). */
  readonly member?: string;
  /** Index of the method whose code uses the string. */
  readonly method?: number;
  /** Offset of the method's code and address in it, where code uses the string. */
  readonly code?: number;
  readonly pc?: number;
  /** Field that the string is the value of, or is put into. */
  readonly field?: string;
}

/** Places kept for one string, the app's own before those of libraries. */
const MAX_USES = 8;

export interface Uses {
  /** By index of the string, the app's own first. */
  readonly of: (string: number) => readonly Use[];
  /** Strings wanted for the name of the static field that holds them. */
  readonly named: readonly number[];
  /** False if the file claims more than it can hold, so that not all of it was looked at. */
  readonly complete: boolean;
}

interface Kept {
  readonly own: Use[];
  readonly library: Use[];
}

/**
 * The uses of the given strings in code, static values and annotations, and the strings held by static fields with one of the names,
 * given as strings, too.
 */
export function findUses(dex: DexFile, strings: Iterable<number>, names: ReadonlySet<number>): Uses {
  const budget = budgetFor(dex);
  const kept = new Map<number, Kept>([...strings].map((string) => [string, { own: [], library: [] }]));
  const named = new Set<number>();
  const isNamed = ({ kind, member }: Found) => kind === 'static value' && names.has(fieldNameIndex(dex, member));
  if (kept.size > 0 || names.size > 0) {
    walkUses(dex, kept.keys(), names, budget, (found) => {
      if (isNamed(found)) named.add(found.string);
      const lists = kept.get(found.string) ?? { own: [], library: [] };
      kept.set(found.string, lists);
      keep(lists, found, dex);
    });
  }
  return {
    of: (string) => {
      const lists = kept.get(string);
      return lists === undefined ? [] : [...lists.own, ...lists.library].slice(0, MAX_USES);
    },
    named: [...named],
    complete: budget.left > 0,
  };
}

function keep({ own, library }: Kept, found: Found, dex: DexFile): void {
  if (own.length >= MAX_USES) return;
  const type = typeAt(dex, classAt(dex, found.type).type);
  const list = isLibraryClass(dottedName(type)) ? library : own;
  if (list.length >= MAX_USES) return;
  const use = { classIndex: found.type, type, ...placeOf(dex, found) };
  const last = list.at(-1);
  const again = last?.classIndex === use.classIndex && last.member === use.member && last.field === use.field;
  if (!again) list.push(use);
}

/** Where in its class a string is. */
export function placeOf(dex: DexFile, { kind, member, code, pc, other }: Found): Omit<Use, 'classIndex' | 'type'> {
  switch (kind) {
    case 'loaded':
    case 'argument': {
      const field = kind === 'loaded' && other !== NO_INDEX ? { field: fieldNameAt(dex, other) } : {};
      return { member: methodNameAt(dex, member), method: member, code, pc, ...field };
    }
    case 'static value': {
      const name = fieldNameAt(dex, member);
      return { member: name, field: name };
    }
    case 'field annotation':
      return { member: fieldNameAt(dex, member) };
    case 'method annotation':
      return { member: methodNameAt(dex, member) };
    case 'class annotation':
      return {};
    default:
      return assertNever(kind);
  }
}

/** A string of a class, for what stands around a use. */
export type ClassString = Pick<Use, 'code' | 'pc' | 'field'> & { readonly string: number };

const MAX_CLASS_STRINGS = 4096;

/** Strings of a class in the order of its members, static values last. Bounded. */
export function stringsOfClass(dex: DexFile, classIndex: number, budget: Budget): readonly ClassString[] {
  const found = stringsOf(dex, classIndex, budget).slice(0, MAX_CLASS_STRINGS);
  return found.map((one) => ({ string: one.string, ...placeOf(dex, one) }));
}
