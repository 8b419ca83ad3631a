import type { Audience, Operation } from '../../model.ts';
import type { SignUp } from './callers.ts';
import { inWords } from './choice-words.ts';
import type { Origin } from './values.ts';
import type { Verdict } from './verdict.ts';

/** What is to be explained in one sentence. */
export interface Explained {
  readonly audience: Audience;
  readonly verdict: Verdict;
  readonly can: readonly Operation[];
  /** The rule as it is called there: `allow`, `.write`. */
  readonly rule: string;
}

const DEPENDS: Readonly<Record<Origin, string>> = {
  record: 'what is stored',
  sent: 'what the request sends, which the caller chooses',
  path: 'which path is asked for, which the caller chooses',
  account: 'a detail of the account that a stranger may be able to choose, such as an unverified e-mail address',
  owner: 'the caller’s own uid standing in the path or the record',
  undecided: 'an expression that could not be evaluated',
};

/** The day in UTC, `2026-12-31`. */
export function dateOf(ms: number): string | undefined {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 10);
}

/** How it follows from the rules that this audience may (not) do this. */
export function explain({ audience, verdict, rule }: Explained, signUp: SignUp): string {
  const who = audience === 'anyone' ? 'a caller who is not signed in' : 'any signed-in account';
  switch (verdict.state) {
    case 'open':
      return [
        `The ${rule} rule is true for ${who}`,
        ...(verdict.choices?.[0] === undefined ? [] : [inWords(verdict.choices[0])]),
        ...(verdict.ends === undefined ? [] : [`until ${dateOf(verdict.ends)} (test mode)`]),
        ...(audience === 'any-account' ? [`; ${signUp.reason}`] : []),
      ]
        .join(' ')
        .replace(' ;', ';')
        .concat('.');
    case 'conditional':
      return `For ${who} the ${rule} rule depends on ${listOf(verdict.origins.map((origin) => DEPENDS[origin]))}.`;
    case 'unknown':
      return `Whether the ${rule} rule lets ${who} in could not be decided: it holds an expression that Ajar does not evaluate.`;
    case 'closed':
      if (verdict.ended !== undefined)
        return `The ${rule} rule let ${who} in until ${dateOf(verdict.ended)} (test mode); since then it is closed.`;
      return `The ${rule} rule is not true for ${who}.`;
  }
}

function listOf(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
