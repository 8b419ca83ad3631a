import { mayHide, unescapeText } from './escapes.ts';
import type { Entry, Format, Reading, Wanted } from './format.ts';
import { hitsOutside, type Pair, readPairs } from './pairs.ts';
import { looksLikeText, placeAt, sourceText } from './source-text.ts';
import { readSpans } from './spans.ts';
import { lineSpan } from './text.ts';

const NAMES = /(?:^|\/)\.?env(?:\.[\w.-]{1,60})?$|\.(?:properties|env|xcconfig|ini|cfg|conf|toml|prefs)$/i;
const MAX_PAIRS = 100_000;

export const properties: Format = {
  id: 'properties',
  title: 'Properties, .env, .xcconfig, INI and TOML files',
  docs: {
    reads: 'Named values, quotes, escapes and comments taken off.',
    locator: 'line, and the name with its section',
    blind: 'References to other names are not followed.',
    source: [
      'https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/Properties.html#load(java.io.Reader)',
    ],
  },
  hint: { names: NAMES },
  sniff: (head, name) => NAMES.test(name) && (head.length === 0 || looksLikeText(head)),
  when: 'always',
  mayHide,
  read,
};

function* read(entry: Entry, wanted: Wanted): Generator<Reading, void, undefined> {
  const source = sourceText(entry.bytes);
  const pairs = [...pairsOf(source.text, entry.name)];
  yield* readPairs(entry, source, pairs, wanted);
  const rest = hitsOutside(source, entry.hits, pairs);
  yield* readSpans(entry, rest, lineSpan, (from, index) => placeAt(entry, from, index));
}

const SECTION = /^\s{0,200}\[{1,2}\s{0,20}["']?([^\]"'\n]{1,200})["']?\s{0,20}\]/;
const PAIR = /^[ \t]{0,200}(?:export[ \t]{1,20})?["']?([A-Za-z_][\w.\-$/[\]]{0,200})["']?[ \t]{0,40}[=:][ \t]{0,40}/;

function* pairsOf(text: string, name: string): Generator<Pair, void, undefined> {
  const resolve = /\.xcconfig$/i.test(name) ? withoutEmptyReference : unescapeText;
  let section = '';
  let count = 0;
  for (let at = 0; at < text.length && count < MAX_PAIRS; ) {
    const end = lineEnd(text, at);
    const head = text.slice(at, Math.min(end, at + 1_024));
    const next = end + 1;
    const heading = SECTION.exec(head);
    const match = heading === null ? PAIR.exec(head) : null;
    if (heading !== null) section = `${heading[1] ?? ''}.`;
    const pair = match === null ? undefined : pairOf(text, match, at, end, section, resolve);
    if (pair !== undefined) {
      yield pair;
      count += 1;
    }
    at = next;
  }
}

/** Arrays and objects are no single value: hits in them are read as literals. */
function pairOf(
  text: string,
  match: RegExpExecArray,
  at: number,
  end: number,
  section: string,
  resolve: (raw: string) => string,
): Pair | undefined {
  const { start, end: stop } = rawValue(text, at + match[0].length, end);
  const raw = text.slice(start, stop);
  const key = match[1] ?? '';
  if (raw.startsWith('[') || raw.startsWith('{')) return undefined;
  return { key, value: resolve(raw), start, end: stop, locator: `${section}${key}` };
}

/** `//` begins a comment in an .xcconfig, so that URLs are written with an empty reference between the slashes. */
function withoutEmptyReference(raw: string): string {
  return raw.replaceAll('$()', '');
}

/** End of the line; a backslash right before it joins the next line to it. */
function lineEnd(text: string, from: number): number {
  let end = text.indexOf('\n', from);
  while (end !== -1 && text[end - 1] === '\\') end = text.indexOf('\n', end + 1);
  return end === -1 ? text.length : end;
}

/** The value without quotes, or up to a comment. */
function rawValue(text: string, start: number, end: number): { readonly start: number; readonly end: number } {
  const quote = text[start];
  if (quote === '"' || quote === "'" || quote === '`') {
    let close = text.indexOf(quote, start + 1);
    while (close !== -1 && close < end && text[close - 1] === '\\') close = text.indexOf(quote, close + 1);
    if (close !== -1 && close < end) return { start: start + 1, end: close };
  }
  const raw = text.slice(start, end);
  const comment = raw.search(/[ \t](?:[#;]|\/\/)/);
  const value = (comment === -1 ? raw : raw.slice(0, comment)).trimEnd();
  return { start, end: start + value.length };
}
