import type { Finding, Owner, Problem } from '../model.ts';
import type { IgnoreRule, Policy } from '../settings/policy.ts';
import { matchesGlob } from '../shared/glob.ts';

export interface Kept {
  readonly findings: readonly Finding[];
  /** What was left out by the user's own word, and which of these words have run out. */
  readonly notes: readonly Problem[];
}

export interface PolicyContext {
  readonly now: Date;
  /** Of the policy, for the notes. */
  readonly file: string;
  readonly ownerOf: (finding: Finding) => Owner | undefined;
}

/** Leaves out what `.ajar.yml` accepts. Nothing goes silently: every entry that took something away is told. */
export function applyPolicy(findings: readonly Finding[], policy: Policy, { now, file, ownerOf }: PolicyContext): Kept {
  const notes: Problem[] = [];
  const today = now.toISOString().slice(0, 10);
  const note = (reason: string) => notes.push({ kind: 'note', path: file, reason });
  const kept = findings.filter((finding) => {
    const accepted = policy.public.find(
      (entry) => isPublicRead(finding) && matchesGlob(entry.backend, finding.backend ?? ''),
    );
    if (accepted !== undefined) {
      note(`${finding.rule} on ${finding.backend} accepted as public: ${accepted.reason}`);
      return false;
    }
    const entries = policy.ignore.filter((entry) => matchesIgnore(entry, finding, ownerOf));
    const ignored = entries.find(({ expires }) => expires === undefined || expires >= today);
    if (ignored === undefined) {
      const ended = entries
        .map(({ expires }) => expires ?? '')
        .sort()
        .at(-1);
      if (ended !== undefined) note(`the ignore entry for ${finding.rule} ended on ${ended}; it is reported again`);
      return true;
    }
    note(`${finding.rule} on ${finding.backend ?? finding.credential} ignored: ${ignored.reason}`);
    return false;
  });
  return { findings: kept, notes };
}

/** A finding without an access is about something else: a key, a name that anybody can claim. */
function isPublicRead(finding: Finding): boolean {
  if (finding.access.length === 0) return false;
  return finding.access.every(({ can }) => can.every((operation) => operation === 'read' || operation === 'list'));
}

function matchesIgnore(entry: IgnoreRule, finding: Finding, ownerOf: PolicyContext['ownerOf']): boolean {
  if (entry.owner !== undefined && entry.owner !== ownerOf(finding)) return false;
  if (entry.rule !== undefined && !matchesGlob(entry.rule, finding.rule)) return false;
  if (entry.backend !== undefined && !matchesGlob(entry.backend, finding.backend ?? finding.credential ?? ''))
    return false;
  const { path } = entry;
  return path === undefined || finding.places.some((place) => matchesGlob(path, place.path));
}
