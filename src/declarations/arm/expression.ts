import type { Spot } from '../services/verdict.ts';

/** What stands for a value in an ARM template's brackets or in Bicep. */
export type Expression = {
  readonly spot: Spot;
  /** The source's words without spaces: the same unknown expression means the same value. */
  readonly words: string;
} & (
  | { readonly type: 'literal'; readonly value: string | number | boolean | null }
  | { readonly type: 'text'; readonly parts: readonly Expression[] }
  | { readonly type: 'name'; readonly name: string }
  | { readonly type: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly type: 'member'; readonly of: Expression; readonly key: Expression }
  | { readonly type: 'list'; readonly items: readonly Expression[] }
  | { readonly type: 'loop'; readonly loop: Loop; readonly body: Expression }
  | { readonly type: 'object'; readonly entries: readonly ObjectEntry[] }
  /** A construct that is not worked out. */
  | { readonly type: 'opaque' }
);

export interface ObjectEntry {
  readonly key: Expression;
  readonly spot: Spot;
  readonly value: Expression;
}

/** `for item in over`, `for (item, index) in over`. */
export interface Loop {
  readonly item: string;
  readonly index?: string;
  readonly over: Expression;
}

/** A resource as a template declares it; names and types of nested ones are relative to the one around them. */
export interface ResourceDeclaration {
  /** The symbol that other resources know it by. */
  readonly symbol?: string;
  readonly spot: Spot;
  readonly type: string;
  /** Named to be pointed at, but not deployed by this template. */
  readonly existing: boolean;
  readonly condition?: Expression;
  readonly loop?: Loop;
  readonly body: Expression;
  readonly nested: readonly ResourceDeclaration[];
}

/** The value of an object's entry by its written key. */
export function entry(object: Expression | undefined, key: string): Expression | undefined {
  if (object?.type !== 'object') return undefined;
  return object.entries.find((one) => one.key.type === 'literal' && one.key.value === key)?.value;
}
