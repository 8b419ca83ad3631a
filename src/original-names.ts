import { type Mapping, parseMapping } from './formats/android/mapping.ts';
import { deobfuscate } from './join/deobfuscate.ts';
import type { Mention, Problem } from './model.ts';
import type { MappingFile } from './repo/mappings.ts';
import type { Shipped } from './shipped.ts';

export interface Renamed {
  readonly mentions: readonly Mention[];
  readonly problems: readonly Problem[];
}

/**
 * The shipped mentions under the names of the source, where R8 shortened them and the mapping is at hand: in the app
 * bundle itself, else in the repository's build output by the `pg_map_id` that the dex files carry, else the only one
 * that there is.
 */
export async function withOriginalNames(shipped: Shipped, folder: string | undefined): Promise<Renamed> {
  const nothing = { mentions: shipped.mentions, problems: [] };
  const held = shipped.mentions.filter(({ holder, place }) => holder !== undefined && place.entry !== undefined);
  const obfuscated = shipped.artifacts.filter(
    ({ path, app }) => app.platform !== 'ios' && held.some(({ place }) => place.path === path),
  );
  if (obfuscated.length === 0) return nothing;
  const inRepo = folder === undefined ? [] : await mappingsIn(folder);
  const mappings = new Map<string, Mapping>();
  const problems: Problem[] = [];
  for (const { path } of obfuscated) {
    const mapIds = shipped.mapIds.get(path) ?? new Set();
    const text = shipped.mappings.get(path) ?? (await textOf(chosen(inRepo, mapIds)));
    if (text === undefined) continue;
    const mapping = parseMapping(text);
    if (mapping.mapId !== undefined && mapIds.size > 0 && !mapIds.has(mapping.mapId)) {
      const reason = `the R8 mapping at hand is of another build (pg_map_id ${mapping.mapId}); shortened names stay`;
      problems.push({ kind: 'note', path, reason });
      continue;
    }
    mappings.set(path, mapping);
  }
  return { mentions: shipped.mentions.map((mention) => renamed(mention, mappings)), problems };
}

function renamed(mention: Mention, mappings: ReadonlyMap<string, Mapping>): Mention {
  const mapping = mention.place.origin === 'artifact' ? mappings.get(mention.place.path) : undefined;
  return mapping === undefined ? mention : deobfuscate(mention, mapping);
}

async function mappingsIn(folder: string): Promise<readonly MappingFile[]> {
  const { findMappings } = await import('./repo/mappings.ts');
  return findMappings(folder);
}

/** The mapping of the same build; one that does not say its build only if there is no other. */
function chosen(files: readonly MappingFile[], mapIds: ReadonlySet<string>): MappingFile | undefined {
  const same = files.find(({ mapId }) => mapId !== undefined && mapIds.has(mapId));
  return same ?? (files.length === 1 ? files[0] : undefined);
}

async function textOf(file: MappingFile | undefined): Promise<string | undefined> {
  if (file === undefined) return undefined;
  const { readMapping } = await import('./repo/mappings.ts');
  return readMapping(file);
}
