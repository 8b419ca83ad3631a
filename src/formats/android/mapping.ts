/** A mapping.txt of R8 or ProGuard: from the names in the dex back to those in the source. */
export interface Mapping {
  /** Equals the `pg-map-id` of the dex files it belongs to. */
  readonly mapId?: string;
  /** By the dotted name that the class has in the dex. */
  readonly classes: ReadonlyMap<string, OriginalClass>;
}

export interface OriginalClass {
  /** Dotted name in the source: `com.acme.Api$Companion`. */
  readonly name: string;
  /** `Api.kt`, if the compiler recorded it. */
  readonly sourceFile?: string;
  /** Original method and field names by the name in the dex; several where overloads or inlined frames share it. */
  readonly members: ReadonlyMap<string, readonly string[]>;
}

const CLASS_LINE = /^(\S{1,1000}) -> (\S{1,1000}):$/;
const SOURCE_FILE = /"fileName"\s{0,4}:\s{0,4}"([^"/\\]{1,200})"/;
/** `[first:last:]type [class.]name[(arguments)][:lines] -> new`; lines and arguments do not matter here. */
const MEMBER_LINE =
  /^\s{1,8}(?:\d{1,9}:\d{1,9}:)?\S{1,1000} ([^\s(:]{1,1000})(?:\([^)]{0,4000}\))?[:\d]{0,40} -> (\S{1,1000})$/;

/** Never fails: lines that are none of the format are passed over. */
export function parseMapping(text: string): Mapping {
  const classes = new Map<string, OriginalClass>();
  let mapId: string | undefined;
  let members = new Map<string, string[]>();
  let current: { readonly key: string; readonly name: string } | undefined;

  for (const line of linesOf(text)) {
    const trimmed = line.trimStart();
    if (trimmed.startsWith('#')) {
      mapId ??= /^#\s{0,4}pg_map_id:\s{0,4}(\S{1,200})/.exec(trimmed)?.[1];
      const sourceFile = isSourceFile(trimmed) ? SOURCE_FILE.exec(trimmed)?.[1] : undefined;
      if (sourceFile !== undefined && current !== undefined) {
        classes.set(current.key, { name: current.name, sourceFile, members });
      }
      continue;
    }
    if (line.length > 0 && line === trimmed) {
      const [, name, key] = CLASS_LINE.exec(line) ?? [];
      if (name === undefined || key === undefined) continue;
      members = new Map();
      current = { key, name };
      classes.set(key, { name, members });
      continue;
    }
    const [, original, renamed] = MEMBER_LINE.exec(line) ?? [];
    if (current === undefined || original === undefined || renamed === undefined) continue;
    // An inlined frame carries its own class: `com.acme.Other.helper`.
    const names = members.get(renamed) ?? [];
    if (!names.includes(original) && names.length < 64) members.set(renamed, [...names, original]);
  }
  return { ...(mapId === undefined ? {} : { mapId }), classes };
}

function isSourceFile(comment: string): boolean {
  return /"id"\s{0,4}:\s{0,4}"sourceFile"/.test(comment);
}

const MAX_LINE = 16_384;

/** Lines without their ends; a line too long to be one of the format is left out. */
function* linesOf(text: string): Generator<string, void, undefined> {
  let start = 0;
  while (start < text.length) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    if (end - start <= MAX_LINE) yield text.slice(start, end).replace(/\r$/, '');
    start = end + 1;
  }
}
