import { directoryOf } from '../paths.ts';
import type { Folder } from './module.ts';
import type { Body, Expression } from './syntax.ts';

/**
 * The major version of each provider that a configuration is used with: from the lock file beside it, else the one its
 * constraint asks for. By the provider's local name.
 */
export function majorVersions(root: Folder, locks: ReadonlyMap<string, Body>): ReadonlyMap<string, number> {
  const majors = new Map<string, number>();
  for (const { block } of root.blocks.filter(({ block }) => block.type === 'terraform'))
    for (const required of block.body.blocks.filter(({ type }) => type === 'required_providers'))
      for (const { name, value } of required.body.attributes.values()) {
        const major = majorOf(constraintIn(value));
        if (major !== undefined) majors.set(name, major);
      }
  for (const { block } of root.blocks.filter(({ block }) => block.type === 'provider')) {
    const [name] = block.labels;
    const major = majorOf(literalText(block.body.attributes.get('version')?.value));
    if (name !== undefined && major !== undefined) majors.set(name, major);
  }
  for (const [path, body] of locks) {
    if (directoryOf(path) !== root.path) continue;
    for (const block of body.blocks.filter(({ type }) => type === 'provider')) {
      const major = majorOf(literalText(block.body.attributes.get('version')?.value));
      const name = block.labels[0]?.split('/').at(-1);
      if (name !== undefined && major !== undefined) majors.set(name, major);
    }
  }
  return majors;
}

function constraintIn(value: Expression): string | undefined {
  if (value.type !== 'object') return literalText(value);
  const entry = value.entries.find(([key]) => literalText(key) === 'version');
  return literalText(entry?.[1]);
}

function literalText(value: Expression | undefined): string | undefined {
  return value?.type === 'literal' && typeof value.value === 'string' ? value.value : undefined;
}

/** The newest line that a constraint allows as far as it says: `~> 3.0`, `>= 3.0, < 5.0`, `= 4.1`. `>= 3` alone says too little. */
function majorOf(constraint: string | undefined): number | undefined {
  if (constraint === undefined) return undefined;
  const parts = constraint.split(',').map((part) => /^\s*(=|~>|<=?|>=?|!=)?\s*v?(\d{1,4})((?:\.\d{1,6})*)/.exec(part));
  for (const part of parts) {
    const [, operator, major, rest] = part ?? [];
    if (major === undefined || operator === '!=' || operator?.startsWith('>')) continue;
    // `~> 3` alone allows every later major version; `< 5.0` ends with the one before.
    if (operator === '~>' && rest === '') continue;
    return operator === '<' && !/[1-9]/.test(rest ?? '') ? Number(major) - 1 : Number(major);
  }
  return undefined;
}
