import { MAX_NEIGHBOURS, MAX_TEXT_LENGTH, type Neighbour, type Text } from '../model.ts';
import { BLANK_BYTES, type Entry, type Format, type Hit, type Reading, type Wanted } from './format.ts';
import { type JsonEnd, type JsonMember, jsonMembers } from './json-members.ts';
import { firstSign, looksLikeText, placeAt, type SourceText, sourceText } from './source-text.ts';
import { literalSpan, readSpans, windowSpan } from './spans.ts';

const NAMES =
  /(?:\.(?:json[c5]?|webmanifest|map|geojson|arb|har|tfstate)|(?:^|\/)app\.(?:config|manifest)|(?:^|\/)\.firebaserc)$/i;
/** Scripts begin with brackets too. */
const SCRIPTS =
  /\.(?:[cm]?[jt]sx?|jsbundle|bundle|vue|svelte|html?|md|ya?ml|plist|strings|gradle|kts?|swift|dart|tf|rules|sql|txt|log|sh|py|rb|css|toml|ini)$/i;

/** `{`, `[`, `/` of a comment, `"`. */
const SIGNS: readonly number[] = [0x7b, 0x5b, 0x2f, 0x22];

/** Beyond this a file without a hit is not walked through for its keys. */
const MAX_WITHOUT_HITS = 4 * 1024 * 1024;
/** Members kept for asking what stands around one. */
const MAX_MEMBERS = 200_000;
const NEIGHBOUR_REACH = 256;
const NEIGHBOUR_MAX_LENGTH = 4_096;

export const json: Format = {
  id: 'json',
  title: 'JSON',
  docs: {
    reads:
      'String values with their key path; comments, trailing commas and broken files are borne. A source map’s sources are read as files of their own.',
    locator: 'json project_info.storage_bucket',
    blind: 'Values under a known key but without an anchor in files of more than 4 MiB.',
    source: ['https://www.rfc-editor.org/rfc/rfc8259'],
  },
  hint: { begins: BLANK_BYTES, signs: SIGNS },
  sniff: (head, name) => looksLikeJson(head, name) && looksLikeText(head),
  when: 'always',
  read,
};

function looksLikeJson(head: Buffer, name: string): boolean {
  const sign = firstSign(head);
  if (sign !== undefined && !SIGNS.includes(sign)) return false;
  const start = head
    .toString('utf8', 0, 256)
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (NAMES.test(name)) return /^[{[/"]/.test(start) || start === '' || head[0] === 0xff || head[0] === 0xfe;
  return !SCRIPTS.test(name) && /^(?:\{\s{0,100}(?:"|\})|\[\s{0,100}[[{"\]])/.test(start);
}

function* read(entry: Entry, wanted: Wanted): Generator<Reading, void, undefined> {
  if (entry.hits.length === 0 && entry.bytes.length > MAX_WITHOUT_HITS) return;
  const source = sourceText(entry.bytes);
  const document = documentOf(source.text);
  const track = hitTrack(entry.hits, source);
  const members = jsonMembers(source.text);
  let next = members.next();
  for (; !next.done; next = members.next()) {
    const member = next.value;
    const hit = track.within(member);
    if (!member.quoted || !isWanted(member, hit, source.text, wanted)) continue;
    yield* readingsOf(entry, source, document, member, wanted);
  }
  // By its name alone: much begins like JSON and is a template, a log, a script.
  if (NAMES.test(entry.name)) yield* faultReadings(source, next.value);
  yield* readOutside(entry, track.outside());
}

/** Keys behind a fault are not seen, and a value may be worth reading for its key alone. */
function* faultReadings(source: SourceText, { at, open }: JsonEnd): Generator<Reading, void, undefined> {
  const kind = 'truncated';
  if (at < source.text.length) {
    const reason = `no longer JSON from line ${source.positionAt(at).line} on: behind it only addresses were looked for`;
    yield { type: 'problem', kind, reason };
  } else if (open) {
    yield { type: 'problem', kind, reason: 'the JSON ends inside an object or array' };
  }
}

interface HitTrack {
  /** True if a hit begins in the member. Members must be asked in their order. */
  readonly within: (member: JsonMember) => boolean;
  /** The hits that began in none: in names, or where the file stops to be JSON. */
  readonly outside: () => readonly Hit[];
}

function hitTrack(hits: readonly Hit[], source: SourceText): HitTrack {
  const missed: Hit[] = [];
  let next = 0;
  let readTo = 0;
  let from = startOf(hits, source, next);
  const passTo = (index: number): void => {
    while (from < index) {
      const hit = hits[next];
      if (hit !== undefined && from >= readTo) missed.push(hit);
      next += 1;
      from = startOf(hits, source, next);
    }
  };
  return {
    within: (member) => {
      passTo(member.start);
      readTo = member.end;
      return from < member.end;
    },
    outside: () => {
      passTo(Number.POSITIVE_INFINITY);
      return missed;
    },
  };
}

function startOf(hits: readonly Hit[], source: SourceText, index: number): number {
  const hit = hits[index];
  return hit === undefined ? Number.POSITIVE_INFINITY : source.indexAt(hit.offset);
}

/** Where the bytes show no anchor, a value can hold one only behind escapes. */
function isWanted(member: JsonMember, hit: boolean, text: string, wanted: Wanted): boolean {
  if (member.key !== undefined && wanted.key(member.key)) return true;
  if (!hit && !text.slice(member.start, member.end).includes('\\')) return false;
  return wanted.text(member.value());
}

function* readingsOf(
  entry: Entry,
  source: SourceText,
  document: Document,
  member: JsonMember,
  wanted: Wanted,
): Generator<Reading, void, undefined> {
  const value = member.value();
  if (value === '') return;
  if (value.length > MAX_TEXT_LENGTH) {
    if (wanted.text(value)) yield { type: 'entry', name: sourceNameOf(document, member), bytes: Buffer.from(value) };
    return;
  }
  const place = placeAt(entry, source, member.start, `json ${member.path()}`);
  const text: Text = { value, place, around: () => neighbours(document.members(), member) };
  yield { type: 'text', text: member.key === undefined ? text : { ...text, key: member.key } };
}

/** What is asked of the whole document, gathered when first needed. */
interface Document {
  readonly members: () => readonly JsonMember[];
  /** Names of a source map's sources (ECMA-426), by index. */
  readonly sources: () => ReadonlyMap<string, string>;
}

function documentOf(text: string): Document {
  let members: readonly JsonMember[] | undefined;
  let sources: ReadonlyMap<string, string> | undefined;
  return {
    members: () => {
      members ??= gathered(text);
      return members;
    },
    sources: () => {
      sources ??= sourceNames(text);
      return sources;
    },
  };
}

function gathered(text: string): readonly JsonMember[] {
  const members: JsonMember[] = [];
  for (const member of jsonMembers(text)) {
    members.push(member);
    if (members.length >= MAX_MEMBERS) break;
  }
  return members;
}

function sourceNames(text: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const member of jsonMembers(text)) {
    if (member.key === 'sources') names.set(member.path(), member.value());
    if (names.size >= MAX_MEMBERS) break;
  }
  return names;
}

/** A source map keeps each source under the index of its name. */
function sourceNameOf(document: Document, member: JsonMember): string {
  const path = member.path();
  const index = /^sourcesContent\[(\d+)\]$/.exec(path)?.[1];
  const name = index === undefined ? undefined : document.sources().get(`sources[${index}]`);
  return name === undefined ? path : name.replace(/^[a-z]{1,20}:\/{2,3}/, '').replaceAll('../', '');
}

/** Members of the same object first, then the others, both by distance. */
function neighbours(members: readonly JsonMember[], member: JsonMember): readonly Neighbour[] {
  const together: Neighbour[] = [];
  const near: Neighbour[] = [];
  for (let distance = 1; distance <= NEIGHBOUR_REACH; distance += 1) {
    for (const other of [members[member.index - distance], members[member.index + distance]]) {
      if (other === undefined || other.end - other.start > NEIGHBOUR_MAX_LENGTH) continue;
      const neighbour = other.key === undefined ? { value: other.value() } : { value: other.value(), key: other.key };
      if (other.parent === member.parent) together.push({ ...neighbour, at: other.index - member.index });
      else near.push(neighbour);
    }
  }
  return [...together, ...near].slice(0, MAX_NEIGHBOURS);
}

function* readOutside(entry: Entry, hits: readonly Hit[]): Generator<Reading, void, undefined> {
  yield* readSpans(
    entry,
    hits,
    (text, from, to, low) => literalSpan(text, from, to, low, text.length) ?? windowSpan(text, from, to),
    (source, index) => placeAt(entry, source, index, 'json'),
  );
}
