import type { Node } from 'jsonc-parser';
import { itemsOf, membersOf, parseJson } from '../json.ts';
import type { RepoFile } from '../language.ts';

/** A text value of a client config with the names that lead to it. */
export interface ClientFact {
  readonly path: readonly string[];
  readonly value: string;
  /** UTF-16 offset. */
  readonly at: number;
}

export interface ClientConfig {
  readonly root?: Node;
  readonly facts: readonly ClientFact[];
  readonly problem?: { readonly at: number; readonly reason: string };
}

const MAX_FACTS = 10_000;

/**
 * Reads the client config of Amplify: JSON, or the one JSON object in a JavaScript or Dart file, whatever stands around it. Offsets
 * stay those of the file.
 */
export async function readClientConfig(file: RepoFile): Promise<ClientConfig> {
  const start = file.text.indexOf('{');
  const end = file.text.lastIndexOf('}');
  if (start === -1 || end < start) return { facts: [], problem: { at: 0, reason: 'holds no object' } };
  const { root, problem } = await parseJson(' '.repeat(start) + file.text.slice(start, end + 1));
  const facts: ClientFact[] = [];
  if (root !== undefined) collect(root, [], facts);
  return { ...(root === undefined ? {} : { root }), facts, ...(problem === undefined ? {} : { problem }) };
}

function collect(node: Node, path: readonly string[], facts: ClientFact[]): void {
  if (facts.length >= MAX_FACTS) return;
  if (typeof node.value === 'string') facts.push({ path, value: node.value, at: node.offset + 1 });
  for (const member of membersOf(node)) collect(member.value, [...path, member.key], facts);
  for (const item of itemsOf(node)) collect(item, path, facts);
}

/** The value beside a fact under one of these names. */
export function beside(fact: ClientFact, facts: readonly ClientFact[], names: readonly string[]): string | undefined {
  const parent = fact.path.slice(0, -1).join('\0');
  const found = facts.find(
    (other) => other.path.slice(0, -1).join('\0') === parent && names.includes(other.path.at(-1) ?? ''),
  );
  return found?.value;
}
