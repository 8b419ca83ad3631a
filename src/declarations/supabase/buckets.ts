import type { Catalogue, Source } from './catalogue.ts';
import { child, children, list, nodeOf, relationName, type Scalar, scalarOf, type Tree, text } from './tree.ts';

function isBuckets(node: Tree): boolean {
  const { schema, name } = relationName(child(node, 'relation'));
  return schema === 'storage' && name === 'buckets';
}

/** `insert into storage.buckets (id, name, public) values (…)`, with what happens on a conflict. */
export function applyBucketInsert(catalogue: Catalogue, node: Tree, source: Source): void {
  if (!isBuckets(node)) return;
  const columns = list(node, 'cols').map((column) => text(child(column, 'ResTarget'), 'name'));
  const query = child(node, 'selectStmt', 'SelectStmt');
  const rows = list(query, 'valuesLists').map((row) => list(child(row, 'List'), 'items'));
  const single = children(list(query, 'targetList'), 'ResTarget', 'val');
  const conflict = child(node, 'onConflictClause');
  for (const row of rows.length > 0 ? rows : [single]) {
    const cell = (column: string) => cellOf(row, columns, column);
    const id = cell('id') ?? cell('name');
    if (typeof id !== 'string') continue;
    const known = catalogue.buckets.get(id);
    if (known === undefined) {
      catalogue.buckets.set(id, { id, isPublic: visibility(cell('public'), columns.includes('public')), source });
    } else if (text(conflict, 'action') === 'ONCONFLICT_UPDATE') {
      const assigned = assignedPublic(list(conflict, 'targetList'));
      if (assigned === undefined) continue;
      const value = assigned === 'excluded' ? cell('public') : assigned.value;
      known.isPublic = visibility(value, true);
      known.source = source;
    }
  }
}

/** Order of the columns in storage.buckets, for inserts that do not name them. */
const COLUMNS: readonly string[] = ['id', 'name', 'owner', 'created_at', 'updated_at', 'public'];

function cellOf(row: readonly Tree[], columns: readonly string[], column: string): Scalar | undefined {
  const index = (columns.length === 0 ? COLUMNS : columns).indexOf(column);
  return index === -1 ? undefined : scalarOf(row[index]);
}

function visibility(value: Scalar | undefined, given: boolean): boolean | 'unknown' {
  if (!given || value === null) return false;
  if (typeof value === 'boolean') return value;
  return value === undefined ? 'unknown' : ['t', 'true', 'on', 'yes', '1'].includes(String(value).toLowerCase());
}

/** What `public` is set to; `excluded` if it is `excluded.public`. */
function assignedPublic(targets: readonly Tree[]): 'excluded' | { readonly value: Scalar | undefined } | undefined {
  const target = targets.map((entry) => child(entry, 'ResTarget')).find((entry) => text(entry, 'name') === 'public');
  if (target === undefined) return undefined;
  const [type] = nodeOf(child(target, 'val'));
  return type === 'ColumnRef' ? 'excluded' : { value: scalarOf(child(target, 'val')) };
}

/** `update storage.buckets set public = … where id = …`; another condition than on the id may mean every bucket. */
export function applyBucketUpdate(catalogue: Catalogue, node: Tree, source: Source): void {
  const assigned = isBuckets(node) ? assignedPublic(list(node, 'targetList')) : undefined;
  if (assigned === undefined || assigned === 'excluded') return;
  const where = child(node, 'whereClause');
  const ids = where === undefined ? [...catalogue.buckets.keys()] : idsIn(where);
  for (const id of ids ?? catalogue.buckets.keys()) {
    const bucket = catalogue.buckets.get(id) ?? { id, isPublic: false, source };
    catalogue.buckets.set(id, bucket);
    bucket.isPublic = ids === undefined ? 'unknown' : visibility(assigned.value, true);
    bucket.source = source;
  }
}

/** The bucket ids that a condition names, `id = 'a'` or `id in ('a', 'b')`; undefined if it is another one. */
function idsIn(where: Tree): readonly string[] | undefined {
  const expression = child(where, 'A_Expr');
  const column = list(child(expression, 'lexpr', 'ColumnRef'), 'fields').at(-1);
  const name = text(child(column, 'String'), 'sval');
  if (name !== 'id' && name !== 'name') return undefined;
  const right = child(expression, 'rexpr');
  const values = [right ?? {}, ...list(child(right, 'List'), 'items')].map(scalarOf);
  const ids = values.filter((value) => typeof value === 'string');
  return ids.length === 0 ? undefined : ids;
}
