/** Syntax trees of Firebase Security Rules. `at` is a UTF-16 offset in the source. */

export type BinaryOperator = '==' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '%' | 'in' | 'is';

export type Expression =
  | { readonly kind: 'literal'; readonly at: number; readonly value: string | number | boolean | null }
  | { readonly kind: 'regex'; readonly at: number; readonly pattern: string; readonly ignoreCase: boolean }
  | { readonly kind: 'name'; readonly at: number; readonly name: string }
  | { readonly kind: 'member'; readonly at: number; readonly object: Expression; readonly name: string }
  | { readonly kind: 'index'; readonly at: number; readonly object: Expression; readonly index: Expression }
  | {
      readonly kind: 'slice';
      readonly at: number;
      readonly object: Expression;
      readonly from: Expression;
      readonly to: Expression;
    }
  | {
      readonly kind: 'call';
      readonly at: number;
      readonly callee: Expression;
      readonly parameters: readonly Expression[];
    }
  | { readonly kind: 'list'; readonly at: number; readonly items: readonly Expression[] }
  | { readonly kind: 'map'; readonly at: number; readonly entries: readonly (readonly [Expression, Expression])[] }
  /** `/databases/$(database)/documents`; literal segments are literals. */
  | { readonly kind: 'path'; readonly at: number; readonly segments: readonly Expression[] }
  | { readonly kind: 'unary'; readonly at: number; readonly operator: '!' | '-'; readonly operand: Expression }
  /** `a && b && c` is one node, so that a long chain is not a deep tree. */
  | {
      readonly kind: 'logical';
      readonly at: number;
      readonly operator: '&&' | '||';
      readonly operands: readonly Expression[];
    }
  | {
      readonly kind: 'binary';
      readonly at: number;
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'conditional';
      readonly at: number;
      readonly test: Expression;
      readonly then: Expression;
      readonly otherwise: Expression;
    };

export type Method = 'read' | 'write' | 'get' | 'list' | 'create' | 'update' | 'delete';

export type Segment =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'one'; readonly name: string }
  | { readonly kind: 'rest'; readonly name: string };

export interface Allow {
  readonly at: number;
  readonly methods: readonly Method[];
  /** Absent: the statement allows without a condition. */
  readonly condition?: Expression;
}

export interface FunctionDeclaration {
  readonly at: number;
  readonly name: string;
  readonly parameters: readonly string[];
  readonly bindings: readonly { readonly name: string; readonly value: Expression }[];
  readonly result: Expression;
}

/** What may stand in a service or a match block. */
export interface Block {
  readonly at: number;
  readonly allows: readonly Allow[];
  readonly functions: readonly FunctionDeclaration[];
  readonly matches: readonly Match[];
}

export interface Match extends Block {
  readonly segments: readonly Segment[];
}

export type ServiceName = 'cloud.firestore' | 'firebase.storage';

export interface Service extends Block {
  readonly name: ServiceName;
}

export interface SyntaxProblem {
  readonly at: number;
  readonly reason: string;
}

export interface RulesFile {
  readonly version: '1' | '2';
  readonly functions: readonly FunctionDeclaration[];
  readonly services: readonly Service[];
  readonly problems: readonly SyntaxProblem[];
}
