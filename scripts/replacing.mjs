import ts from 'typescript';

/**
 * Code with some of its nodes replaced: `textFor` gives, for a node, the one to be replaced (itself or a part of it) and by what; nothing
 * where the nodes within it are to be asked.
 */
export function replacing(code, textFor) {
  const source = ts.createSourceFile('code.js', code, ts.ScriptTarget.Latest);
  const parts = [];
  let from = 0;
  const visit = (node) => {
    const found = textFor(node, source);
    if (found === undefined) {
      ts.forEachChild(node, visit);
      return;
    }
    const [replaced, text] = found;
    parts.push(code.slice(from, replaced.getStart(source)), text);
    from = replaced.end;
  };
  visit(source);
  return [...parts, code.slice(from)].join('');
}
