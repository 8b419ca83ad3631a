import { entriesOf, entryOf, type SourceEntry, type SourceNode, scalarText, under, wordsOf } from '../trees/source.ts';
import { parseBrackets } from './brackets.ts';
import type { Deployment } from './deployment.ts';
import type { Expression, Loop, ResourceDeclaration } from './expression.ts';

const MAX_DEPTH = 80;

/** Reads the sections of a JSON template (learn.microsoft.com/azure/azure-resource-manager/templates/syntax). */
export function deploymentOf(path: string, root: SourceNode): Deployment {
  return {
    path,
    parameters: new Map(
      entriesOf(under(root, 'parameters')).map(({ key, value }) => {
        const initial = entryOf(value, 'defaultValue')?.value;
        return [key, initial === undefined ? undefined : expressionOf(initial)];
      }),
    ),
    variables: new Map(entriesOf(under(root, 'variables')).map(({ key, value }) => [key, expressionOf(value)])),
    resources: resourcesIn(under(root, 'resources')),
  };
}

function expressionOf(node: SourceNode, depth = 0): Expression {
  const { spot } = node;
  if (node.type === 'scalar') {
    if (typeof node.value === 'string') return parseBrackets(node.value, spot);
    return { type: 'literal', value: node.value, spot, words: String(node.value) };
  }
  if (depth > MAX_DEPTH) return { type: 'opaque', spot, words: '' };
  if (node.type === 'list')
    return { type: 'list', items: node.items.map((item) => expressionOf(item, depth + 1)), spot, words: '' };
  const entries = node.entries.map(({ key, spot: at, value }) => ({
    key: { type: 'literal' as const, value: key, spot: at, words: key },
    spot: at,
    value: expressionOf(value, depth + 1),
  }));
  return { type: 'object', entries, spot, words: '' };
}

/** A list, or in languageVersion 2.0 a map from symbols to resources. */
function resourcesIn(node: SourceNode | undefined, depth = 0): readonly ResourceDeclaration[] {
  if (node === undefined || depth > 10) return [];
  if (node.type === 'list') return node.items.flatMap((item) => resourceOf(item, undefined, depth));
  return entriesOf(node).flatMap(({ key, value }: SourceEntry) => resourceOf(value, key, depth));
}

function resourceOf(node: SourceNode, symbol: string | undefined, depth: number): readonly ResourceDeclaration[] {
  const type = scalarText(under(node, 'type'));
  if (type === undefined) return [];
  const condition = under(node, 'condition');
  const loop = loopOf(under(node, 'copy'));
  return [
    {
      ...(symbol === undefined ? {} : { symbol }),
      spot: entryOf(node, 'type')?.spot ?? node.spot,
      type,
      existing: under(node, 'existing') !== undefined && scalarText(under(node, 'existing')) === 'true',
      ...(condition === undefined ? {} : { condition: expressionOf(condition) }),
      ...(loop === undefined ? {} : { loop }),
      body: expressionOf(node),
      nested: resourcesIn(under(node, 'resources'), depth + 1),
    },
  ];
}

/** `copy: {name, count}` makes a resource several times; `copyIndex()` is the number of the time. */
function loopOf(copy: SourceNode | undefined): Loop | undefined {
  const count = under(copy, 'count');
  if (count === undefined || copy === undefined) return undefined;
  const { spot } = count;
  const zero: Expression = { type: 'literal', value: 0, spot, words: '0' };
  const words = wordsOf(count);
  return { item: 'copyIndex()', over: { type: 'call', name: 'range', args: [zero, expressionOf(count)], spot, words } };
}
