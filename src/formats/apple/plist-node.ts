/** A property list as a tree, whichever form it was written in. */
export type PlistNode =
  | PlistText
  | { readonly type: 'dict'; readonly members: PlistMember[] }
  | { readonly type: 'array'; readonly items: PlistNode[] }
  | { readonly type: 'data'; readonly bytes: Buffer; readonly offset: number }
  | { readonly type: 'other' };

/** A string, an integer or a boolean. */
export interface PlistText {
  readonly type: 'text';
  readonly value: string;
  /** Byte offset of its first character. */
  readonly offset: number;
}

export interface PlistMember {
  readonly name: PlistText;
  readonly value: PlistNode;
}

export interface PlistReading {
  readonly root: PlistNode;
  /** Why something is missing from the tree; the rest of it is good. */
  readonly problem?: { readonly kind: 'truncated' | 'malformed' | 'limit'; readonly reason: string };
}

export const MAX_DEPTH = 128;
export const MAX_NODES = 500_000;

/** The value under a name, if the node is a dictionary that has it. */
export function member(node: PlistNode | undefined, name: string): PlistNode | undefined {
  return node?.type === 'dict' ? node.members.find((candidate) => candidate.name.value === name)?.value : undefined;
}
