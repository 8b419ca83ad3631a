/** Reads the parse trees of libpg-query, whose nodes are plain objects `{ NodeType: { field: … } }`. */

export type Tree = Readonly<Record<string, unknown>>;

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object under a chain of fields; undefined if one of them is missing. */
export function child(tree: Tree | undefined, ...path: readonly string[]): Tree | undefined {
  let at: unknown = tree;
  for (const field of path) at = isTree(at) ? at[field] : undefined;
  return isTree(at) ? at : undefined;
}

/** The text of a field; empty if there is none. */
export function text(tree: Tree | undefined, field: string): string {
  const value = tree?.[field];
  return typeof value === 'string' ? value : '';
}

export function flag(tree: Tree | undefined, field: string): boolean {
  return tree?.[field] === true;
}

export function list(tree: Tree | undefined, field: string): readonly Tree[] {
  const value = tree?.[field];
  return Array.isArray(value) ? value.filter(isTree) : [];
}

/** What lies at the same path in each of several nodes, where there is something. */
export function children(nodes: readonly Tree[], ...path: readonly string[]): readonly Tree[] {
  return nodes.flatMap((node) => {
    const found = child(node, ...path);
    return found === undefined ? [] : [found];
  });
}

/** Type and content of a node. */
export function nodeOf(tree: Tree | undefined): readonly [string, Tree] {
  const [entry] = Object.entries(tree ?? {});
  if (entry === undefined) return ['', {}];
  const [type, content] = entry;
  return [type, isTree(content) ? content : {}];
}

/** The texts of a list of `String` nodes: the parts of a dotted name. */
export function strings(nodes: readonly Tree[]): readonly string[] {
  return nodes.flatMap((node) => {
    const value = child(node, 'String')?.sval;
    return typeof value === 'string' ? [value] : [];
  });
}

/** The parts of a name that stands as `List` of strings, as `TypeName`, or as one string. */
export function nameParts(node: Tree): readonly string[] {
  const [type, content] = nodeOf(node);
  if (type === 'List') return strings(list(content, 'items'));
  if (type === 'TypeName') return strings(list(content, 'names'));
  if (type === 'ObjectWithArgs') return strings(list(content, 'objname'));
  return strings([node]);
}

export type Scalar = null | boolean | number | string;

/** The value of a constant; undefined for any other node. Casts of constants are looked through. */
export function scalarOf(node: Tree | undefined): Scalar | undefined {
  const [type, content] = nodeOf(node);
  if (type === 'TypeCast') return scalarOf(child(content, 'arg'));
  if (type !== 'A_Const') return undefined;
  if (flag(content, 'isnull')) return null;
  if ('boolval' in content) return flag(child(content, 'boolval'), 'boolval');
  if ('sval' in content) return text(child(content, 'sval'), 'sval');
  if ('ival' in content) return Number(child(content, 'ival')?.ival ?? 0);
  if ('fval' in content) return Number(text(child(content, 'fval'), 'fval'));
  return undefined;
}

/** A name as libpg-query gives it for a relation. */
export interface QualifiedName {
  readonly schema: string;
  readonly name: string;
}

/** `schema` is empty where the statement leaves it to the search path. */
export function relationName(range: Tree | undefined): QualifiedName {
  return { schema: text(range, 'schemaname'), name: text(range, 'relname') };
}

export function qualifiedName(parts: readonly string[]): QualifiedName {
  return { schema: parts.at(-2) ?? '', name: parts.at(-1) ?? '' };
}
