import type { BackendMention, BackendRef, CredentialMention, Mention, Text } from '../model.ts';

/** A mention of a backend at a text's place. */
export function backendMention(
  text: Text,
  ref: BackendRef,
  facts: Pick<BackendMention, 'details' | 'paths' | 'thirdParty'> = {},
): BackendMention {
  return { type: 'backend', ...ref, ...whereOf(text), ...facts };
}

/** A mention of a credential at a text's place. */
export function credentialMention(
  text: Text,
  credential: Omit<CredentialMention, 'type' | 'place' | 'holder'>,
): CredentialMention {
  return { type: 'credential', ...credential, ...whereOf(text) };
}

function whereOf(text: Text): Pick<Mention, 'place' | 'holder'> {
  return text.holder === undefined ? { place: text.place } : { place: text.place, holder: text.holder };
}

const MAX_PATHS = 50;
const MAX_PATH_LENGTH = 300;

/** One mention for each name: paths joined, details of the first that has them. */
export function mergedByName(mentions: Iterable<BackendMention>): BackendMention[] {
  const merged = new Map<string, BackendMention>();
  for (const mention of mentions) {
    const before = merged.get(mention.name);
    merged.set(mention.name, before === undefined ? mention : mergedPair(before, mention));
  }
  return [...merged.values()];
}

function mergedPair(left: BackendMention, right: BackendMention): BackendMention {
  const paths = [...new Set([...(left.paths ?? []), ...(right.paths ?? [])])].slice(0, MAX_PATHS);
  const details = { ...right.details, ...left.details };
  return {
    ...left,
    ...(paths.length > 0 ? { paths } : {}),
    ...(Object.keys(details).length > 0 ? { details } : {}),
  };
}

/** The path part of what follows a host or bucket, without query and fragment; empty list for the root or a template. */
export function pathsOf(rest: string): readonly string[] {
  const end = rest.search(/[?#"'\s\\<>{}%$|,;)\]]/);
  const path = rest.slice(0, Math.min(end === -1 ? rest.length : end, MAX_PATH_LENGTH));
  return path.startsWith('/') && path.length > 1 ? [path] : [];
}

/** Drops the undefined members, for objects whose optional members must be absent. */
export function defined(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''),
  );
}
