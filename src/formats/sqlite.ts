import { MAX_NEIGHBOURS, MAX_TEXT_LENGTH, type Neighbour } from '../model.ts';
import { hitsWithin, runsAround } from '../shared/runs.ts';
import type { Entry, Format, Hit, Reading, Wanted } from './format.ts';
import { columnNames } from './sqlite/columns.ts';
import {
  type Cell,
  cellsBeside,
  cellsOf,
  type Database,
  fileOffset,
  openDatabase,
  payloadOf,
  textOf,
  type Value,
  valuesOf,
} from './sqlite/database.ts';

const MAX_TABLES = 10_000;
const NEIGHBOUR_MAX_LENGTH = 4_096;
/** Columns of a table of settings: a number of the row beside name and value. */
const NAME_AND_VALUE = 3;

export const sqlite: Format = {
  id: 'sqlite',
  title: 'SQLite database',
  docs: {
    reads:
      'Texts and blobs of every row, those on overflow pages too, by table, column and row id; blobs as entries of their own. Deleted rows and other free space as the run of printable characters around each anchor.',
    locator: '`sqlite settings.api_url row 7`, `sqlite free space`',
    blind: 'Encrypted databases. The write-ahead log beside a database is read as bytes.',
    source: ['https://www.sqlite.org/fileformat2.html'],
  },
  hint: { begins: ['SQ'] },
  sniff: (head) => head.toString('latin1', 0, 16) === 'SQLite format 3\0',
  when: 'always',
  read,
};

interface Table {
  readonly name: string;
  readonly root: number;
  readonly columns: readonly string[];
}

function* read(entry: Entry, wanted: Wanted): Generator<Reading, void, undefined> {
  const database = openDatabase(entry.bytes);
  if (database === undefined) {
    yield { type: 'problem', kind: 'malformed', reason: 'SQLite database with a header that does not add up' };
    return;
  }
  const live = new Set<Hit>();
  const schema = { name: 'sqlite_schema', root: 1, columns: ['type', 'name', 'tbl_name', 'rootpage', 'sql'] };
  const trees: Table[] = [];
  const indexes: number[] = [];
  for (const cell of cellsOf(database, schema.root)) {
    const object = objectOf(database, cell);
    if (object?.type === 'table' && trees.length < MAX_TABLES) trees.push(object.table);
    if (object?.type === 'index') indexes.push(object.table.root);
    yield* readRow(entry, database, schema, cell, wanted, live);
  }
  for (const table of trees) {
    for (const cell of cellsOf(database, table.root)) yield* readRow(entry, database, table, cell, wanted, live);
  }
  // An index says again what its table says.
  for (const root of indexes) for (const cell of cellsOf(database, root)) markHits(entry, cell, live);
  if (database.broken.size > 0) {
    const reason = `SQLite database with ${database.broken.size} pages that do not add up; their rows were read as bytes`;
    yield { type: 'problem', kind: 'truncated', reason };
  }
  const free = entry.hits.filter((hit) => !live.has(hit));
  for (const run of runsAround(entry.bytes, free)) {
    const place = { ...entry.place, offset: entry.base + run.offset, locator: 'sqlite free space' };
    yield { type: 'text', text: { value: run.value, place } };
  }
}

/** A row of the schema table: type, name, tbl_name, rootpage, sql (section 2.6). */
function objectOf(database: Database, cell: Cell): { readonly type: string; readonly table: Table } | undefined {
  const payload = payloadOf(database, cell);
  const [type, name, , rootPage, sql] = valuesOf(payload) ?? [];
  if (type === undefined || name === undefined || rootPage?.type !== 'number' || sql === undefined) return undefined;
  const size = rootPage.end - rootPage.start;
  const root = size === 0 || size > 6 ? 0 : payload.readUIntBE(rootPage.start, size);
  // A view or a virtual table has no tree.
  if (root === 0) return undefined;
  const columns = columnNames(textOf(database, payload, sql));
  return { type: textOf(database, payload, type), table: { name: textOf(database, payload, name), root, columns } };
}

function markHits(entry: Entry, cell: Cell, live: Set<Hit>): boolean {
  let any = false;
  for (const { start, end } of cell.parts) {
    for (const hit of hitsWithin(entry.hits, start, end)) {
      live.add(hit);
      any = true;
    }
  }
  return any;
}

function* readRow(
  entry: Entry,
  database: Database,
  table: Table,
  cell: Cell,
  wanted: Wanted,
  live: Set<Hit>,
): Generator<Reading, void, undefined> {
  const hit = markHits(entry, cell, live);
  // The search sees what stands in one piece, but for UTF-16 of the other byte order.
  const plain = cell.parts.length === 1 && database.encoding !== 'utf16be';
  if (!hit && plain && !table.columns.some((name) => wanted.key(name))) return;
  const payload = payloadOf(database, cell);
  const values = valuesOf(payload) ?? [];
  for (const [index, value] of values.entries()) {
    const locator = locatorOf(table, index, cell);
    if (value.type === 'text') {
      yield* readText(entry, { database, table, cell, payload, values }, index, wanted, locator);
    } else if (value.type === 'blob' && (cell.parts.length > 1 || hit)) {
      const name = locator.replace(/^sqlite /, '');
      yield { type: 'entry', name, bytes: payload.subarray(value.start, value.end) };
    }
  }
}

interface Row {
  readonly database: Database;
  readonly table: Table;
  readonly cell: Cell;
  readonly payload: Buffer;
  readonly values: readonly Value[];
}

function* readText(
  entry: Entry,
  row: Row,
  index: number,
  wanted: Wanted,
  locator: string,
): Generator<Reading, void, undefined> {
  const column = row.values[index];
  if (column === undefined) return;
  const value = textOf(row.database, row.payload, column);
  const key = row.table.columns[index];
  if (!wanted.text(value) && !(key !== undefined && value !== '' && wanted.key(key))) return;
  if (value.length > MAX_TEXT_LENGTH) {
    yield { type: 'entry', name: locator.replace(/^sqlite /, ''), bytes: Buffer.from(value) };
    return;
  }
  const place = { ...entry.place, offset: entry.base + fileOffset(row.cell, column.start), locator };
  const text = {
    value,
    place,
    around: () => [...neighbours(row, index), ...rowsBeside(row, index)].slice(0, MAX_NEIGHBOURS),
  };
  yield { type: 'text', text: key === undefined ? text : { ...text, key } };
}

/** The other columns of the row. */
function neighbours(row: Row, index: number): readonly Neighbour[] {
  const found: Neighbour[] = [];
  for (const [other, value] of row.values.entries()) {
    if (other === index || value.type !== 'text' || value.end - value.start > NEIGHBOUR_MAX_LENGTH) continue;
    const key = row.table.columns[other];
    const text = textOf(row.database, row.payload, value);
    found.push(key === undefined ? { value: text } : { value: text, key });
    if (found.length >= MAX_NEIGHBOURS) break;
  }
  return found;
}

/** The same column in the rows on the same page, each under what its first other text says: `secret_key | …`. */
function rowsBeside({ database, cell, values }: Row, index: number): readonly Neighbour[] {
  if (values.length > NAME_AND_VALUE) return [];
  return cellsBeside(database, cell).flatMap((other) => {
    const payload = payloadOf(database, other);
    const texts = (valuesOf(payload) ?? []).map((value) =>
      value.type === 'text' && value.end - value.start <= NEIGHBOUR_MAX_LENGTH
        ? textOf(database, payload, value)
        : undefined,
    );
    const value = texts[index];
    const key = texts.find((text, column) => column !== index && text !== undefined);
    if (value === undefined) return [];
    return [key === undefined ? { value } : { value, key }];
  });
}

function locatorOf(table: Table, index: number, cell: Cell): string {
  const column = table.columns[index] ?? `column ${index + 1}`;
  const row = cell.rowid === undefined ? '' : ` row ${cell.rowid}`;
  return `sqlite ${table.name.slice(0, 128)}.${column.slice(0, 128)}${row}`;
}
