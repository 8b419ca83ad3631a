import { isWide } from './source-text.ts';

/** Backslash escapes as JavaScript, JSON, Kotlin, Swift, Dart, Go and .properties files write them. Of octal ones those of printable characters. */
const SIMPLE: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  '0': '\0',
  '\n': '',
};

const ESCAPE = /\\(?:u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|(0[4-7][0-7]|1[0-7]{2})|([\s\S]))/g;

/** The text without its escapes; what is no escape stays as it is. Linear. */
export function unescapeText(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(
    ESCAPE,
    (
      whole: string,
      braced: string | undefined,
      four: string | undefined,
      two: string | undefined,
      octal: string | undefined,
      one: string | undefined,
    ) => {
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
      if (one !== undefined) return SIMPLE[one] ?? one;
      const code = Number.parseInt(braced ?? four ?? two ?? '', 16);
      return code <= 0x10_ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/**
 * True if a text may hold an anchor or a name that no search of its bytes has seen: behind a backslash that is left out, joins two lines
 * or stands for a printable character, as a character reference, or with a percent sign. The search knows most of these, too
 * (shared/escapes.ts), but not where they stand in the text around an anchor that tells whether it is one.
 */
export function mayHide(bytes: Buffer): boolean {
  // Of UTF-16 that is big-endian the search sees nothing, of the other not all escapes.
  if (isWide(bytes)) return true;
  for (let from = 0; from < bytes.length; from += WINDOW) {
    if (HIDING.test(bytes.toString('latin1', from, from + WINDOW + LONGEST))) return true;
  }
  return false;
}

/** What is looked at in one go: an entry may be as large as memory allows. What hides something is not longer than the other. */
const WINDOW = 1024 * 1024;
const LONGEST = 16;

const HIDING =
  /\\(?!["'\\nrtbfv]|0(?![4-7][0-7])|u(?!00[2-7])[\dA-Fa-f]{4})|%[2-7][\dA-Fa-f]|\$\(\)|&#(?:x0{0,4}[2-7][\dA-Fa-f]|0{0,5}(?:3[2-9]|[4-9]\d|1[01]\d|12[0-6]));/;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** XML's predefined entities and character references (XML 1.0, section 4.1 and 4.6). */
export function unescapeXml(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(
    /&(?:#x([0-9A-Fa-f]{1,6})|#([0-9]{1,7})|([a-z]{2,4}));/g,
    (whole: string, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      const code = hex === undefined ? Number.parseInt(decimal ?? '', 10) : Number.parseInt(hex, 16);
      return code <= 0x10_ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
