import type { Mapping, OriginalClass } from '../formats/android/mapping.ts';
import type { Mention, Place } from '../model.ts';

/** The mention with the names of the source instead of those that R8 gave: holder, locator and source file. */
export function deobfuscate(mention: Mention, mapping: Mapping): Mention {
  const original = mention.holder === undefined ? undefined : mapping.classes.get(mention.holder);
  if (original === undefined) return mention;
  return { ...mention, holder: original.name, place: originalPlace(mention.place, original) };
}

function originalPlace(place: Place, original: OriginalClass): Place {
  const renamed = place.locator?.split('->')[1];
  // An inlined frame carries its own class; what is left of several is an overload, whose name is the same.
  const names =
    renamed === undefined ? [] : (original.members.get(renamed) ?? []).filter((name) => !name.includes('.'));
  const member = renamed === undefined ? '' : `->${names.length === 1 ? names[0] : renamed}`;
  const { source: recorded, ...rest } = place;
  const source = sourceOf(recorded, original);
  return {
    ...rest,
    locator: `L${original.name.replaceAll('.', '/')};${member}`,
    ...(source === undefined ? {} : { source }),
  };
}

/**
 * R8 puts `SourceFile` or `r8-map-id-…` for the file's name, and its own numbering for the lines unless they were kept:
 * only the file that the mapping names is believed.
 */
function sourceOf(recorded: string | undefined, original: OriginalClass): string | undefined {
  if (original.sourceFile === undefined)
    return /\.(?:kt|java)(?::\d{1,7})?$/.test(recorded ?? '') ? recorded : undefined;
  return recorded?.startsWith(`${original.sourceFile}:`) ? recorded : original.sourceFile;
}
