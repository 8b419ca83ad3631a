import type { Usage } from '../backends/calls.ts';
import type { BackendMention, Mention } from '../model.ts';

const MAX_PATHS = 50;

/**
 * Gives each usage to the one backend of its kind that the artifact names; where it names several, the call does not tell
 * which is meant.
 */
export function withUsages(mentions: readonly Mention[], usages: readonly Usage[]): readonly Mention[] {
  const given = new Map<BackendMention, Set<string>>();
  const known = new Map<string, BackendMention | undefined>();
  for (const usage of usages) {
    // Many calls, few backends: each question is asked once.
    const question = `${usage.kind}\0${usage.sameEntry ? usage.place.entry : ''}`;
    if (!known.has(question)) known.set(question, meantBy(usage, mentions));
    const meant = known.get(question);
    if (meant === undefined) continue;
    const paths = given.get(meant) ?? new Set(meant.paths);
    if (paths.size < MAX_PATHS) paths.add(usage.path);
    given.set(meant, paths);
  }
  return mentions.map((mention) => {
    const paths = mention.type === 'backend' ? given.get(mention) : undefined;
    return paths === undefined ? mention : { ...mention, paths: [...paths] };
  });
}

/** Default buckets of Firebase: the SDK's calls mean them unless they are told another. */
const FIREBASE_BUCKET = /\.(?:appspot\.com|firebasestorage\.app)$/;

function meantBy({ kind, place, sameEntry }: Usage, mentions: readonly Mention[]): BackendMention | undefined {
  const candidates = mentions
    .filter((mention) => mention.type === 'backend')
    .filter((mention) => mention.kind === kind && mention.thirdParty === undefined)
    .filter((mention) => !sameEntry || mention.place.entry === place.entry);
  const buckets = candidates.filter(({ name }) => kind !== 'gcs' || FIREBASE_BUCKET.test(name));
  return new Set(buckets.map(({ name }) => name)).size === 1 ? buckets[0] : undefined;
}
