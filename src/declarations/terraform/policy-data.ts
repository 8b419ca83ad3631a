import { isList, listOf, toPlain, UNKNOWN, UNKNOWN_PART, type Value } from '../values.ts';
import { attributeValue, blocksOf, type EvaluatedBlock } from './resources.ts';

/** The document that `data "aws_iam_policy_document"` makes (registry.terraform.io/providers/hashicorp/aws, data source of that name). */
export function iamPolicyDocument(document: EvaluatedBlock): Value {
  const own = blocksOf(document, 'statement').map(statementOf);
  const base = documentsIn(document, ['source_json', 'source_policy_documents']);
  const over = documentsIn(document, ['override_json', 'override_policy_documents']);
  if (base === undefined || over === undefined) {
    // What the other documents say is not known; that they may say more must not be lost.
    return JSON.stringify({ Statement: [...own, { Effect: UNKNOWN_PART }] });
  }
  const statements = new Map<string, unknown>();
  for (const [index, statement] of [...base, ...own, ...over].entries()) {
    const sid = sidOf(statement);
    statements.set(sid === '' ? `#${index}` : sid, statement);
  }
  // `&{…}` is how the data source spells a policy variable that Terraform would take for its own.
  return JSON.stringify({ Version: '2012-10-17', Statement: [...statements.values()] }).replaceAll('&{', '${');
}

function sidOf(statement: unknown): string {
  if (typeof statement !== 'object' || statement === null || !('Sid' in statement)) return '';
  return typeof statement.Sid === 'string' ? statement.Sid : '';
}

function documentsIn(document: EvaluatedBlock, names: readonly string[]): readonly unknown[] | undefined {
  const statements: unknown[] = [];
  for (const value of names.flatMap((name) => listOf(attributeValue(document, name)))) {
    if (typeof value !== 'string') return undefined;
    if (value === '') continue;
    const parsed = parsedDocument(value);
    if (parsed === undefined) return undefined;
    statements.push(...parsed);
  }
  return statements;
}

function parsedDocument(text: string): readonly unknown[] | undefined {
  try {
    const document: unknown = JSON.parse(text);
    if (typeof document !== 'object' || document === null || !('Statement' in document)) return [];
    return Array.isArray(document.Statement) ? document.Statement : [document.Statement];
  } catch {
    return undefined;
  }
}

function statementOf(block: EvaluatedBlock): unknown {
  if (block.uncertain) return { Effect: UNKNOWN_PART };
  const plain = (name: string) => toPlain(attributeValue(block, name) ?? UNKNOWN);
  const optional = (key: string, name: string) => (block.attributes.has(name) ? { [key]: plain(name) } : {});
  return {
    ...optional('Sid', 'sid'),
    Effect: block.attributes.has('effect') ? plain('effect') : 'Allow',
    ...optional('Action', 'actions'),
    ...optional('NotAction', 'not_actions'),
    ...optional('Resource', 'resources'),
    ...optional('NotResource', 'not_resources'),
    ...principalsOf('Principal', blocksOf(block, 'principals')),
    ...principalsOf('NotPrincipal', blocksOf(block, 'not_principals')),
    ...conditionsOf(blocksOf(block, 'condition')),
  };
}

function principalsOf(key: string, blocks: readonly EvaluatedBlock[]): object {
  if (blocks.length === 0) return {};
  const byType: Record<string, unknown[]> = {};
  for (const block of blocks) {
    const type = attributeValue(block, 'type');
    const identifiers = attributeValue(block, 'identifiers');
    if (block.uncertain || typeof type !== 'string' || !isList(identifiers)) return { [key]: UNKNOWN_PART };
    if (type === '*' && identifiers.includes('*')) return { [key]: '*' };
    byType[type] = [...(byType[type] ?? []), ...identifiers.map(toPlain)];
  }
  return { [key]: byType };
}

function conditionsOf(blocks: readonly EvaluatedBlock[]): object {
  if (blocks.length === 0) return {};
  const conditions: Record<string, Record<string, unknown>> = {};
  for (const block of blocks) {
    const [test, variable] = [attributeValue(block, 'test'), attributeValue(block, 'variable')];
    const operator = typeof test === 'string' && !block.uncertain ? test : UNKNOWN_PART;
    const name = typeof variable === 'string' ? variable : UNKNOWN_PART;
    conditions[operator] = { ...conditions[operator], [name]: toPlain(attributeValue(block, 'values') ?? UNKNOWN) };
  }
  return { Condition: conditions };
}

/** The document that `data "google_iam_policy"` makes: `{bindings: [{role, members}]}`. */
export function googlePolicyData(document: EvaluatedBlock): Value {
  const bindings = blocksOf(document, 'binding').map((binding) => ({
    role: binding.uncertain ? UNKNOWN_PART : toPlain(attributeValue(binding, 'role') ?? UNKNOWN),
    members: toPlain(attributeValue(binding, 'members') ?? UNKNOWN),
    ...(blocksOf(binding, 'condition').length > 0 ? { condition: {} } : {}),
  }));
  return JSON.stringify({ bindings });
}
