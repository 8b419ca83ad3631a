import { applyStatement } from './apply.ts';
import type { Catalogue, Source } from './catalogue.ts';
import { type SqlParser, splitStatements } from './statements.ts';

/** Where in a piece of PL/pgSQL a statement that touches access begins. */
const STATEMENT =
  /\b(?:create\s+(?:or\s+replace\s+)?(?:table|policy|view|function)|alter\s+(?:table|policy|view|default)|drop\s+(?:table|policy|view)|grant|revoke|insert\s+into\s+storage|update\s+storage)\b/i;

/** A literal that is executed as it stands: `execute 'alter table …'`. */
const EXECUTED_LITERAL = /\bexecute\s+'((?:[^']|''){1,10000})'\s*(?:;|$)/gi;

/**
 * The body of a `DO` block. Statements that stand in it are taken as executed, whatever the branch around them; one that is put together
 * at run time could change any table that has no row level security yet, so those become unknown.
 */
export function applyDynamic(catalogue: Catalogue, body: string, source: Source, parser: SqlParser): void {
  const literals = [...body.matchAll(EXECUTED_LITERAL)].map(([, sql = '']) => sql.replaceAll("''", "'"));
  const rest = body.replace(EXECUTED_LITERAL, ';');
  const standing = splitStatements(rest).flatMap(({ start, end }) => {
    const piece = rest.slice(start, end);
    const found = /\bexecute\b/i.test(piece) ? null : STATEMENT.exec(piece);
    return found === null ? [] : [piece.slice(found.index)];
  });
  for (const sql of [...literals, ...standing])
    for (const { tree } of parser.parse(sql).statements) applyStatement(catalogue, tree, source, parser);
  if (/\bexecute\b/i.test(rest) && /row\s+level\s+security|policy|grant|revoke/i.test(rest))
    markUnknown(catalogue, rest, source);
}

function markUnknown(catalogue: Catalogue, body: string, source: Source): void {
  catalogue.dynamic.push(source);
  if (!/row\s+level\s+security/i.test(body)) return;
  for (const relation of catalogue.relations.values())
    if (relation.kind === 'table' && relation.rls === 'off') relation.rls = 'unknown';
}
