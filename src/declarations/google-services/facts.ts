import { itemsOf, membersOf, nodeAt, parseJson, stringOf } from '../json.ts';
import type { RepoFile } from '../language.ts';

/** A value in a Firebase config file. */
export interface Fact {
  readonly value: string;
  /** UTF-16 offset of the value. */
  readonly at: number;
  /** `project_info.storage_bucket`, `plist STORAGE_BUCKET`. */
  readonly locator: string;
}

/** What `google-services.json` or `GoogleService-Info.plist` tells of a Firebase project. */
export interface GoogleServices {
  readonly project?: Fact;
  readonly databaseUrl?: Fact;
  readonly bucket?: Fact;
  readonly apiKeys: readonly Fact[];
  readonly problem?: { readonly at: number; readonly reason: string };
}

/** By path alone: both kinds of file, under any name. */
export function isGoogleServicesPath(path: string): boolean {
  return /\.(?:json|plist)$/i.test(path);
}

export function isGoogleServices(file: RepoFile): boolean {
  if (/\.json$/i.test(file.path))
    return file.text.includes('"project_info"') && file.text.includes('"mobilesdk_app_id"');
  return file.text.includes('GOOGLE_APP_ID') && file.text.includes('<plist');
}

/** Reads either kind of file. Never throws. */
export async function readGoogleServices(file: RepoFile): Promise<GoogleServices> {
  return /\.json$/i.test(file.path) ? readJson(file.text) : readPlist(file.text);
}

async function readJson(text: string): Promise<GoogleServices> {
  const { root, problem } = await parseJson(text);
  const factAt = (...path: readonly (string | number)[]): Fact | undefined => {
    const node = nodeAt(root, ...path);
    const value = stringOf(node);
    // The node begins with its quote.
    return node === undefined || value === undefined || value === ''
      ? undefined
      : { value, at: node.offset + 1, locator: path.join('.') };
  };
  const clients = itemsOf(nodeAt(root, 'client'));
  const apiKeys = clients.flatMap((client, index) =>
    itemsOf(nodeAt(client, 'api_key')).flatMap(
      (_, key) => factAt('client', index, 'api_key', key, 'current_key') ?? [],
    ),
  );
  const known = membersOf(root).length > 0;
  return {
    ...named('project', factAt('project_info', 'project_id')),
    ...named('databaseUrl', factAt('project_info', 'firebase_url')),
    ...named('bucket', factAt('project_info', 'storage_bucket')),
    apiKeys,
    ...(problem === undefined && known ? {} : { problem: problem ?? { at: 0, reason: 'is not a JSON object' } }),
  };
}

function named<Key extends string>(key: Key, fact: Fact | undefined): { readonly [Name in Key]?: Fact } {
  return fact === undefined ? {} : ({ [key]: fact } as { readonly [Name in Key]?: Fact });
}

/** One `<key>` with its `<string>`; each part is bounded and none can be read two ways. */
const PLIST_STRING = /<key>([A-Z_]{1,40})<\/key>\s{0,200}<string>([^<]{1,2000})<\/string>/g;

function readPlist(text: string): GoogleServices {
  const facts = new Map<string, Fact>();
  for (const found of text.matchAll(PLIST_STRING)) {
    const [all, key = '', raw = ''] = found;
    const value = unescapeXml(raw.trim());
    const at = found.index + all.lastIndexOf(raw) + (raw.length - raw.trimStart().length);
    if (value !== '' && !facts.has(key)) facts.set(key, { value, at, locator: `plist ${key}` });
  }
  const apiKey = facts.get('API_KEY');
  return {
    ...named('project', facts.get('PROJECT_ID')),
    ...named('databaseUrl', facts.get('DATABASE_URL')),
    ...named('bucket', facts.get('STORAGE_BUCKET')),
    apiKeys: apiKey === undefined ? [] : [apiKey],
    ...(facts.size === 0 ? { problem: { at: 0, reason: 'holds no keys with strings' } } : {}),
  };
}

function unescapeXml(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => XML_ENTITIES[name] ?? '');
}

const XML_ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const DATABASE_HOST =
  /^https?:\/\/([a-z0-9][a-z0-9-]{0,62})\.(?:firebaseio\.com|([a-z]{1,20}-[a-z]{1,20}\d{1,2})\.firebasedatabase\.app)(?=[:/?#]|$)/i;

/** Instance, host and region that a database URL names; undefined if it is none. */
export function databaseOf(
  url: string,
): { readonly instance: string; readonly host: string; readonly region: string } | undefined {
  const found = DATABASE_HOST.exec(url);
  const instance = found?.[1]?.toLowerCase();
  if (found === null || instance === undefined) return undefined;
  const region = found[2]?.toLowerCase() ?? 'us-central1';
  const host = found[2] === undefined ? `${instance}.firebaseio.com` : `${instance}.${region}.firebasedatabase.app`;
  return { instance, host, region };
}

const BUCKET = /^[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]$/;

/** A bucket's name, with or without `gs://`; undefined if the text cannot be one. */
export function bucketOf(text: string): string | undefined {
  const name = text.replace(/^gs:\/\//i, '').replace(/\/$/, '');
  return BUCKET.test(name) ? name : undefined;
}

/** Google's rule for project ids: 6 to 30 of these, some old ones with a domain before a colon. */
export function projectOf(text: string): string | undefined {
  return /^(?:[a-z0-9.-]{3,60}:)?[a-z][a-z0-9-]{3,29}$/.test(text) ? text : undefined;
}
