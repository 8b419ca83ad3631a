/**
 * Text out of an artifact or a pull request is hostile. Each function here makes it inert for one medium; nothing else in
 * this room may put such text anywhere.
 */

/**
 * What a reader cannot see or what changes the order of what he sees: controls, format characters (bidi, zero-width, soft
 * hyphen, tags), line and paragraph separators, lone surrogates, non-characters, everything that Unicode lets a renderer
 * ignore (fillers, variation selectors), and the blank Braille pattern.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}\u2800]/gu;

function codePointEscape(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** One line with nothing hidden in it: white space runs become one space, what cannot be seen is written as `\u{202e}`. */
export function visible(text: string): string {
  return text.replace(/[\t\n\v\f\r ]+/g, ' ').replace(UNSEEN, codePointEscape);
}

/** `visible`, cut to at most `max` UTF-16 units; the cut shows as `…`. */
export function visibleLine(text: string, max = 300): string {
  // What is thrown away need not be looked at; an escape is never shorter than what it stands for.
  const line = visible(text.length > 4 * max ? text.slice(0, 4 * max) : text).trim();
  return shorten(line, max);
}

/** Cuts between code points. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  const end = max - 1;
  const last = text.charCodeAt(end - 1);
  const splits = last >= 0xd800 && last <= 0xdbff;
  return `${text.slice(0, splits ? end - 1 : end)}…`;
}

/** For HTML text and double-quoted attributes. */
export function html(text: string): string {
  return text.replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/**
 * Inline code for GitHub's Markdown, safe in a table cell, a heading, a link text and a `<summary>`. `<code>` rather than
 * backticks: GitHub looks for @mentions, #references, commit ids and emoji in the rendered page after entities are decoded,
 * but never inside `<code>`; and each ASCII mark that Markdown, its tables, autolinks or math give a meaning is an entity.
 */
export function code(text: string, max?: number): string {
  return `<code>${entities(visibleLine(text, max))}</code>`;
}

function entities(text: string): string {
  return text.replace(/[^\p{L}\p{N} ,/…-]/gu, (character) => `&#${character.codePointAt(0) ?? 0};`);
}

/**
 * A sentence for GitHub's Markdown. Pairs of backticks become code; the rest is inert: marks are entities, and a zero-width
 * space (ours, the only one that passes) parts `@`, `#` and `GH-` from what follows, which GitHub would otherwise link.
 */
export function prose(text: string, max?: number): string {
  const parts = visibleLine(text, max).split('`');
  const pairs = parts.length % 2 === 1 ? parts : [...parts.slice(0, -2), parts.slice(-2).join('`')];
  return pairs.map((part, index) => (index % 2 === 1 ? code(part) : inertProse(part))).join('');
}

function inertProse(text: string): string {
  return text
    .replace(/[^\p{L}\p{N} ,/…“”’()-]/gu, (character) => {
      const entity = `&#${character.codePointAt(0) ?? 0};`;
      return character === '@' || character === '#' ? `${entity}&#8203;` : entity;
    })
    .replace(/\b(gh-)(?=\d)/gi, '$1&#8203;');
}

/**
 * A line for a log that GitHub's runner reads: commands start with `::` (after white space) or hold `##[`.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function logLine(text: string): string {
  return visible(text)
    .replace(/^(\s*):(?=:)/, '$1: ')
    .replace(/##(?=\[)/g, '## ');
}

/** A path as a relative URI reference: no scheme, no root, no way up, each segment percent-encoded; never empty. */
export function relativeUri(path: string): string {
  const segments = path
    .replace(/\\/g, '/')
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.' && segment !== '..')
    .map(encodeSegment);
  return segments.length === 0 ? 'unknown' : segments.join('/');
}

/** encodeURIComponent throws on a lone surrogate, and leaves `'()*!`, of which parentheses would end a Markdown link. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Cs}/gu, '\ufffd')).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** An address that may stand in a link: https only, nothing hidden in it. */
export function safeLink(address: string): string | undefined {
  if (!/^https:\/\/[^\s<>"'`\\()|]{1,2000}$/.test(address)) return undefined;
  return URL.canParse(address) ? address : undefined;
}
