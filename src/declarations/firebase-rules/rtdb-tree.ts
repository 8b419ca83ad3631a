import type { Node } from 'jsonc-parser';
import { membersOf, parseJson } from '../json.ts';
import { cursorOf, RulesSyntaxError } from './cursor.ts';
import { parseWholeExpression } from './expression.ts';
import type { Expression } from './syntax.ts';

export type RuleKind = '.read' | '.write' | '.validate';

export interface DatabaseRule {
  /** Offset of the rule's key. */
  readonly at: number;
  /** Absent where the rule could not be parsed; that is told as a problem. */
  readonly expression?: Expression;
}

/** One location of the rules tree. */
export interface RuleNode {
  readonly at: number;
  readonly path: readonly string[];
  readonly rules: ReadonlyMap<RuleKind, DatabaseRule>;
  readonly children: readonly RuleNode[];
}

export interface DatabaseRules {
  readonly root?: RuleNode;
  readonly problems: readonly { readonly at: number; readonly reason: string }[];
}

/** The database itself goes no deeper (firebase.google.com/docs/database/usage/limits). */
const MAX_TREE_DEPTH = 32;
const KINDS: readonly RuleKind[] = ['.read', '.write', '.validate'];
const OTHER_KEYS: readonly string[] = ['.indexOn'];

/** Reads Realtime Database rules. Never throws; what is wrong becomes a problem and the rest is read. */
export async function parseDatabaseRules(text: string): Promise<DatabaseRules> {
  const { root, problem } = await parseJson(text);
  const problems: { at: number; reason: string }[] = [];
  if (problem !== undefined) problems.push({ at: problem.at, reason: `not well-formed JSON: ${problem.reason}` });
  const rules = membersOf(root).find((member) => member.key === 'rules');
  if (rules === undefined) {
    problems.push({ at: 0, reason: 'holds no "rules" object' });
    return { problems };
  }
  return { root: readNode(rules.value, rules.keyNode.offset, [], problems), problems };
}

function readNode(
  node: Node,
  at: number,
  path: readonly string[],
  problems: { at: number; reason: string }[],
): RuleNode {
  const rules = new Map<RuleKind, DatabaseRule>();
  const children: RuleNode[] = [];
  if (node.type !== 'object') problems.push({ at: node.offset, reason: 'a location must be an object of rules' });
  const seen = new Set<string>();
  for (const { key, keyNode, value } of membersOf(node)) {
    if (seen.has(key)) problems.push({ at: keyNode.offset, reason: `"${key.slice(0, 40)}" stands twice` });
    seen.add(key);
    const kind = KINDS.find((candidate) => candidate === key);
    if (kind !== undefined) rules.set(kind, readRule(value, keyNode.offset, problems));
    else if (key.startsWith('.')) {
      if (!OTHER_KEYS.includes(key))
        problems.push({ at: keyNode.offset, reason: `unknown rule "${key.slice(0, 40)}"` });
    } else if (path.length >= MAX_TREE_DEPTH) problems.push({ at: keyNode.offset, reason: 'nested too deeply' });
    else children.push(readNode(value, keyNode.offset, [...path, key], problems));
  }
  return { at, path, rules, children };
}

function readRule(node: Node, at: number, problems: { at: number; reason: string }[]): DatabaseRule {
  if (typeof node.value === 'boolean') return { at, expression: { kind: 'literal', at, value: node.value } };
  if (typeof node.value !== 'string') {
    problems.push({ at, reason: 'a rule must be an expression in quotes, true or false' });
    return { at };
  }
  try {
    return { at, expression: parseWholeExpression(cursorOf(node.value), 'rtdb') };
  } catch (error) {
    if (!(error instanceof RulesSyntaxError)) throw error;
    problems.push({ at, reason: error.message });
    return { at };
  }
}
