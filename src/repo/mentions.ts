import { compileRecogniser, keyTable, marksOf } from '../backends/recognise.ts';
import { BACKENDS } from '../backends/registry.ts';
import { readEntry } from '../formats/read-entry.ts';
import { FORMATS } from '../formats/registry.ts';
import type { Mention } from '../model.ts';
import { needlesForAll, searchForAll } from '../search.ts';
import { compileWanted } from '../shared/wanted.ts';
import type { RepoText } from './files.ts';

/** Tests, samples and documentation name keys and hosts that nobody ships. */
const QUIET =
  /(?:^|\/)(?:tests?|__tests__|spec|specs|fixtures?|samples?|examples?|docs?|mocks?|__mocks__|testdata|androidTest|[A-Za-z]*UITests|[A-Za-z]*Tests)\/|\.(?:md|mdx|rst|txt|adoc|svg|lock|snap|map)$|(?:^|\/)(?:package-lock\.json|yarn\.lock|pnpm-lock\.yaml|Podfile\.lock|pubspec\.lock)$/i;

/**
 * Backends and credentials that the repository's own config and source name. Mentions of backends help the join; a
 * credential counts only if it is more than public by design.
 */
export function readRepoMentions(files: readonly RepoText[]): readonly Mention[] {
  if (files.length === 0) return [];
  const search = searchForAll();
  const needles = needlesForAll();
  const keys = keyTable(BACKENDS);
  const recognise = compileRecogniser(BACKENDS, needles, keys);
  const reader = { formats: FORMATS, search, wanted: compileWanted(needles, keys, marksOf(BACKENDS)) };
  const mentions: Mention[] = [];
  for (const file of files) {
    if (QUIET.test(file.path)) continue;
    const bytes = Buffer.from(file.text);
    const hits = search.find(bytes);
    if (hits.length === 0) continue;
    const entry = { name: file.path, bytes, base: 0, hits, place: { origin: 'repo' as const, path: file.path } };
    for (const reading of readEntry(reader, entry)) {
      if (reading.type === 'text') mentions.push(...recognise(reading.text));
    }
  }
  return mentions.filter((mention) => mention.type === 'backend' || mention.grade !== 'public');
}

/** Calls that let anybody make an account; their place shows that `auth != null` means everybody. */
const SIGN_UP =
  /\b(?:signInAnonymously|createUserWithEmailAndPassword|createUserWithEmail|signInAnonymous|auth\.signUp|signUpWithEmail)\b/;

export function signUpIn(files: readonly RepoText[]): string | undefined {
  for (const file of files) {
    if (QUIET.test(file.path) || !/\.(?:kt|java|swift|m|dart|tsx?|jsx?|vue)$/.test(file.path)) continue;
    const match = SIGN_UP.exec(file.text);
    if (match !== null) return `${match[0]} in ${file.path}:${file.text.slice(0, match.index).split('\n').length}`;
  }
  return undefined;
}
