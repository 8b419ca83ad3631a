import type { BackendMention, Text } from '../model.ts';
import { HOST_AFTER, HOST_BEFORE, isPlaceholderName, matchesOf, plainJson } from '../shared/grammar.ts';
import { backendMention, defined, mergedByName, pathsOf } from './shared-mentions.ts';

/** What may follow a host: a port nobody needs to know, then a path. Group `path`. */
export const PATH = '(?::443)?(?<path>/[^\\s"\'<>]{0,300})?';

/** A pattern for a whole host, from boundary to boundary, and the path after it. */
export function hostPattern(host: string): RegExp {
  return new RegExp(`${HOST_BEFORE}${host}${HOST_AFTER}${PATH}`, 'gi');
}

/** A pattern for a host and the bucket that its first path segment names. Groups `exact` and `path`. */
export function pathStylePattern(host: string, before = ''): RegExp {
  return new RegExp(
    `${HOST_BEFORE}${host}(?::443)?/${before}(?<exact>[A-Za-z0-9][A-Za-z0-9._-]{1,253})(?=[/?#"'\\s\\\\<>),;&]|$)(?<path>/[^\\s"'<>]{0,300})?`,
    'gi',
  );
}

/**
 * Mentions of all matches of patterns with a group `name` (case does not matter) or `exact` (it does). Group `path`
 * becomes the mention's path, every other group a detail. Names that are placeholders, or that `accepts` refuses, give nothing.
 */
export function mentionsByPattern(
  text: Text,
  kind: string,
  patterns: readonly RegExp[],
  accepts: (name: string, groups: Readonly<Record<string, string | undefined>>) => boolean = () => true,
): BackendMention[] {
  const value = plainJson(text.value);
  const mentions: BackendMention[] = [];
  for (const pattern of patterns) {
    for (const { groups = {} } of matchesOf(pattern, value)) {
      const { name: folded = '', exact = '', path = '', ...rest } = groups as Record<string, string | undefined>;
      const name = exact || folded.toLowerCase();
      if (name === '' || isPlaceholderName(name) || !accepts(name, rest)) continue;
      mentions.push(mentionOf(text, kind, name, defined(rest), path));
    }
  }
  return mergedByName(mentions);
}

function mentionOf(
  text: Text,
  kind: string,
  name: string,
  details: Readonly<Record<string, string>>,
  path: string,
): BackendMention {
  const paths = pathsOf(path);
  return backendMention(
    text,
    { kind, name },
    {
      ...(Object.keys(details).length > 0 ? { details } : {}),
      ...(paths.length > 0 ? { paths } : {}),
    },
  );
}
