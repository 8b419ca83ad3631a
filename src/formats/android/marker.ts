/** What R8 and D8 write of themselves into the string pool: `~~R8{"compilation-mode":"release",…}`. */
export interface CompilerMarker {
  readonly compiler: string;
  readonly version?: string;
  /** Joins the dex to the mapping.txt with the same `# pg_map_id`; only R8 has it. */
  readonly mapId?: string;
}

export function compilerMarker(value: string): CompilerMarker | undefined {
  const match = /^~~(R8|D8|L8)(\{.{1,2000}\})$/.exec(value);
  const [, compiler, json] = match ?? [];
  if (compiler === undefined || json === undefined) return undefined;
  const version = memberOf(json, 'version');
  const mapId = memberOf(json, 'pg-map-id');
  return { compiler, ...(version === undefined ? {} : { version }), ...(mapId === undefined ? {} : { mapId }) };
}

/** A short string member of the marker; only what is safe to print. */
function memberOf(json: string, name: string): string | undefined {
  return new RegExp(`"${name}":"([\\w.+-]{1,80})"`).exec(json)?.[1];
}
