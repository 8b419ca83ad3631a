/**
 * The column names in a CREATE TABLE statement, in the order of the record. Empty where the record may hold them in another
 * order or number: tables without row ids put the primary key first, generated columns need not be stored.
 */
export function columnNames(sql: string): readonly string[] {
  const open = sql.indexOf('(');
  if (open === -1 || /\bwithout\s{1,20}rowid\b/i.test(sql.slice(-200)) || /\bas\s{0,20}\(/i.test(sql)) return [];
  const names: string[] = [];
  for (const definition of definitionsIn(sql, open + 1)) {
    const name = nameOf(definition);
    if (/^(?:constraint|primary|unique|check|foreign)$/i.test(name) && !/^["`[]/.test(definition)) break;
    names.push(name);
  }
  return names;
}

/** What stands between the commas of the outermost parentheses. */
function* definitionsIn(sql: string, from: number): Generator<string, void, undefined> {
  let depth = 0;
  let start = from;
  for (let at = from; at < sql.length; at += 1) {
    const character = sql[at] ?? '';
    if ('"\'`['.includes(character)) {
      const close = sql.indexOf(character === '[' ? ']' : character, at + 1);
      if (close === -1) return;
      at = close;
    } else if (character === '(') {
      depth += 1;
    } else if (character === ')' && depth > 0) {
      depth -= 1;
    } else if (depth === 0 && (character === ',' || character === ')')) {
      yield sql.slice(start, at).trim();
      if (character === ')') return;
      start = at + 1;
    }
  }
}

function nameOf(definition: string): string {
  const quote = definition[0] ?? '';
  if ('"\'`['.includes(quote) && quote !== '') {
    const close = definition.indexOf(quote === '[' ? ']' : quote, 1);
    return definition.slice(1, close === -1 ? undefined : close);
  }
  return /^\S{0,200}/.exec(definition)?.[0] ?? '';
}
