import type { Evaluator, Substitute } from '../cloudformation/evaluate.ts';
import { type PlacedValue, textOf } from '../trees/placed.ts';
import { entryOf, type SourceNode, under } from '../trees/source.ts';
import { MAX_TEXT, UNKNOWN, UNKNOWN_PART } from '../values.ts';

/** What the variables of a service may speak of. */
export interface VariableSources {
  /** `serverless.yml`. */
  readonly service: SourceNode;
  /** The tree of a file that is written relative to the service. */
  readonly fileAt: (reference: string) => SourceNode | undefined;
}

/**
 * An innermost variable of the framework: `${self:custom.name}`, `${opt:stage, 'dev'}`. CloudFormation's own, `${AWS::Region}`
 * and `${Bucket}`, are none. serverless.com/framework/docs/guides/variables
 */
const VARIABLE =
  /\$\{((?:self|opt|env|sls|param|file|ssm|cf|s3|aws|git|strToBool|terraform|output|vault|custom)(?:\([^(){}$]{0,512}\))?[.:(@-][^{}$]{0,1024}|file\([^(){}$]{0,512}\)[^{}$]{0,512})\}/;
const MAX_ROUNDS = 50;

/** Fills in variables by the service's own values and by the defaults that stand behind the comma. */
export function variables(sources: VariableSources): Substitute {
  return (text, evaluate) => {
    if (!text.includes('${') && !text.includes('#{')) return undefined;
    // CloudFormation's pseudo parameters outside of Fn::Sub: left to an old plugin, or to nobody.
    let at = text.replace(/#\{[\w:.]{1,128}\}|\$\{AWS::\w{1,64}\}/g, UNKNOWN_PART);
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const found = VARIABLE.exec(at);
      if (found === null) break;
      const value = expressionValue(found[1] ?? '', sources, evaluate);
      if (found[0] === at) return value;
      at = `${at.slice(0, found.index)}${inText(value)}${at.slice(found.index + found[0].length)}`;
      if (at.length > MAX_TEXT) return UNKNOWN;
    }
    return at === text ? undefined : at;
  };
}

function inText(value: PlacedValue): string {
  return textOf({ spot: { path: '', line: 1 }, value }) ?? UNKNOWN_PART;
}

/** The first of the alternatives that has a value. */
function expressionValue(expression: string, sources: VariableSources, evaluate: Evaluator['evaluate']): PlacedValue {
  for (const alternative of alternativesOf(expression)) {
    const value = alternativeValue(alternative, sources, evaluate);
    if (value !== undefined) return value;
  }
  return UNKNOWN;
}

/** Parts between commas that are not in quotes or parentheses. */
function alternativesOf(expression: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  let quote = '';
  for (let index = 0; index < expression.length; index++) {
    const character = expression[index] ?? '';
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === ',') {
      parts.push(expression.slice(start, index));
      start = index + 1;
    }
  }
  return [...parts, expression.slice(start)].map((part) => part.trim());
}

/** Undefined where the next alternative counts: what the command line or the environment would give. */
function alternativeValue(
  alternative: string,
  { service, fileAt }: VariableSources,
  evaluate: Evaluator['evaluate'],
): PlacedValue | undefined {
  const literal = literalOf(alternative);
  if (literal !== undefined) return literal;
  const colon = alternative.indexOf(':');
  const source = colon === -1 ? alternative : alternative.slice(0, colon);
  const address = colon === -1 ? '' : alternative.slice(colon + 1);
  const nodeValue = (node: SourceNode | undefined) => (node === undefined ? undefined : evaluate(node)?.value);
  if (source === 'opt' || source === 'env') return undefined;
  if (source === 'self') return nodeValue(nodeAt(service, address));
  if (source === 'param') return nodeValue(under(service, 'params', 'default', address));
  // The stage is given on the command line, else by the provider, else `dev`.
  if (source === 'sls' && address === 'stage') return nodeValue(under(service, 'provider', 'stage')) ?? 'dev';
  const file = /^file\(\s*([^()]{1,512}?)\s*\)$/.exec(source)?.[1];
  if (file === undefined) return UNKNOWN;
  const root = fileAt(file);
  return root === undefined ? UNKNOWN : nodeValue(nodeAt(root, address));
}

function literalOf(text: string): PlacedValue | undefined {
  const quoted = /^(?:'([^']*)'|"([^"]*)")$/.exec(text);
  if (quoted !== null) return quoted[1] ?? quoted[2] ?? '';
  if (text === 'true' || text === 'false') return text === 'true';
  if (text === 'null' || text === '') return null;
  return /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** `custom.buckets.0.name`; the whole tree for an empty address. */
function nodeAt(root: SourceNode, address: string): SourceNode | undefined {
  if (address === '') return root;
  return address.split('.').reduce<SourceNode | undefined>((at, step) => {
    if (at?.type === 'list') return at.items[Number(step)];
    return entryOf(at, step)?.value;
  }, root);
}
