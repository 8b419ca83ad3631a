/** A configuration as plain data, independent of the parser that made it. `at` is a UTF-16 offset into the file. */
export type Expression =
  | { readonly type: 'literal'; readonly value: string | number | boolean | null; readonly at: number }
  | { readonly type: 'template'; readonly parts: readonly Expression[]; readonly at: number }
  | { readonly type: 'name'; readonly name: string; readonly at: number }
  | { readonly type: 'index'; readonly of: Expression; readonly index: Expression; readonly at: number }
  | { readonly type: 'splat'; readonly of: Expression; readonly each: Expression; readonly at: number }
  | { readonly type: 'tuple'; readonly items: readonly Expression[]; readonly at: number }
  | { readonly type: 'object'; readonly entries: readonly (readonly [Expression, Expression])[]; readonly at: number }
  | ForExpression
  | {
      readonly type: 'conditional';
      readonly condition: Expression;
      readonly yes: Expression;
      readonly no: Expression;
      readonly at: number;
    }
  | { readonly type: 'unary'; readonly operator: string; readonly of: Expression; readonly at: number }
  | {
      readonly type: 'binary';
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
      readonly at: number;
    }
  | {
      readonly type: 'call';
      readonly name: string;
      readonly args: readonly Expression[];
      /** The last argument is a list of arguments: `merge(local.all...)`. */
      readonly expands: boolean;
      readonly at: number;
    }
  /** Something that could not be read; its value is not known. */
  | { readonly type: 'unreadable'; readonly at: number };

export interface ForExpression {
  readonly type: 'for';
  readonly key?: string;
  readonly item: string;
  readonly over: Expression;
  /** Present in `{for …}`: the key of each element. */
  readonly elementKey?: Expression;
  readonly element: Expression;
  readonly condition?: Expression;
  /** `{for … => v...}`: elements of one key are gathered in a list. */
  readonly groups: boolean;
  readonly at: number;
}

export interface Attribute {
  readonly name: string;
  readonly value: Expression;
  /** The value as it is written, cut after 200 characters: tells whether two unknown values are the same one. */
  readonly source: string;
  readonly at: number;
}

export interface Block {
  readonly type: string;
  readonly labels: readonly string[];
  readonly body: Body;
  readonly at: number;
}

export interface Body {
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly blocks: readonly Block[];
  /** Part of it could not be read, so what is absent may only have been lost. */
  readonly broken: boolean;
}

/** The element of a splat, as a name that no configuration can contain. */
export const SPLAT_ELEMENT = '*';
