import type { Rule } from '../model.ts';
import type { Backend, BackendDefinition } from './backend.ts';
import { backendRule } from './shared-rules.ts';

interface EndpointKind {
  readonly kind: string;
  /** Begins a sentence: `The Lambda function URL`. */
  readonly what: string;
  /** How callers are made to sign in. */
  readonly close: string;
  readonly reference: string;
}

/**
 * An endpoint that runs the developer's own code and whose configuration lets everyone call it. What a call does is in the code, which
 * nobody here reads, and many are meant to be called by everyone: a note, to be looked at.
 */
export function openEndpoint({
  kind,
  what,
  close,
  reference,
}: EndpointKind): Pick<BackendDefinition, 'rules' | 'extra'> {
  const rule: Rule = backendRule({
    id: `${kind}-no-sign-in`,
    title: `${what.replace(/^The /, '')} can be called by anyone without signing in`,
    severity: 'note',
    meaning:
      'Anyone who learns the address, and it ships in the app, can run this code as often as they like. What they get or change depends on what the code itself checks.',
    knows:
      'The repository’s configuration asks callers for nothing at the named line, and nothing else in it keeps them out.',
    remediation: [
      close,
      'If it is meant for everyone, let the code check every input, limit the rate, and say so in .ajar.yml (ignore, with a reason).',
    ],
    prove: 'Call it without credentials: the answer has to be 401 or 403.',
    cwe: [306],
    references: [reference],
  });
  return { rules: [rule], extra: (backend) => findings(backend, rule, what) };
}

function findings(backend: Backend, rule: Rule, what: string): ReturnType<NonNullable<BackendDefinition['extra']>> {
  const open = backend.declared.filter(({ state, audience }) => state === 'open' && audience === 'anyone');
  const [first] = open;
  if (first === undefined) return [];
  const message = `${what} ${backend.name} can be called by anyone on the internet without signing in, as ${first.path}:${first.line} declares. What a call does is in the code behind it.`;
  return [{ rule: rule.id, message, declarations: open }];
}
