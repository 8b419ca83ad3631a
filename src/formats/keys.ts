/**
 * The name that a value is assigned to, read backwards from the value by hand: on a bundle in one line a pattern that
 * looks for a name tries every character before it, once for each of a hundred thousand values.
 */
const MAX_NAME = 100;
const MAX_SPACES = 20;
const MAX_TYPE = 60;

const NAME = /[\w$.-]/;
const TYPE = /[\w$.<>?&[\]! ]/;

/** The name before `at`: `name: "…"`, `name = "…"`, `"name" => "…"`, `name: Type = "…"`, `buildConfigField "String", "name", "…"`. */
export function keyBefore(text: string, at: number): string | undefined {
  const operator = skipSpaces(text, skipPrefix(text, at));
  switch (text[operator - 1]) {
    case ':':
      return nameBefore(text, operator - 1);
    case '>':
      return text[operator - 2] === '=' ? nameBefore(text, operator - 2) : undefined;
    case '=':
      return assignedName(text, operator - 1);
    case ',':
    case '"':
    case "'":
      return gradleField(text, at);
    default:
      return undefined;
  }
}

/** Letters that some languages write before a literal: r"", f"", @"", #""#. */
function skipPrefix(text: string, at: number): number {
  let from = at;
  while (at - from < 2 && isOneOf('@#$rRbBfFuUL', text[from - 1])) from -= 1;
  return from === at || !isOneOf('=:> ', text[from - 1]) ? at : from;
}

function isOneOf(characters: string, character: string | undefined): boolean {
  return character !== undefined && characters.includes(character);
}

function skipSpaces(text: string, at: number): number {
  let from = at;
  while (at - from < MAX_SPACES && isOneOf(' \t\r\n', text[from - 1])) from -= 1;
  return from;
}

/** `at` is the index of `=`; comparisons are no assignment, `:=`, `??=` and `||=` are. */
function assignedName(text: string, at: number): string | undefined {
  if (isOneOf('=!<>', text[at - 1])) return undefined;
  let operator = at;
  while (at - operator < 2 && isOneOf(':?|', text[operator - 1])) operator -= 1;
  return typedName(text, operator) ?? nameBefore(text, operator);
}

/** `name: Type` as Kotlin, Swift, TypeScript and Rust write it: the type is not the name. */
function typedName(text: string, at: number): string | undefined {
  let from = at;
  while (from > 0 && at - from < MAX_TYPE && TYPE.test(text[from - 1] ?? '')) from -= 1;
  if (from === at || text[from - 1] !== ':' || text[from - 2] === ':') return undefined;
  return text.slice(from, at).trim() === '' ? undefined : nameBefore(text, from - 1);
}

/** The name that ends before `at`, spaces, quotes and a closing bracket between them left out. */
function nameBefore(text: string, at: number): string | undefined {
  let end = skipSpaces(text, at);
  for (let count = 0; count < 3 && isOneOf('"\'`]\\', text[end - 1]); count += 1) end -= 1;
  let start = end;
  while (start > 0 && end - start < MAX_NAME && NAME.test(text[start - 1] ?? '')) start -= 1;
  return start === end ? undefined : text.slice(start, end);
}

const FIELD =
  /(?:buildConfigField|resValue)\s{0,4}\(?\s{0,4}["']\w{1,40}["']\s{0,4},\s{0,4}["'](\w{1,100})["']\s{0,4},\s{0,4}["']?$/;

/** Android’s Gradle plugin: `buildConfigField "String", "NAME", "\"value\""`. */
function gradleField(text: string, at: number): string | undefined {
  const before = text.slice(Math.max(0, at - 2 * MAX_NAME), at);
  const call = Math.max(before.lastIndexOf('buildConfigField'), before.lastIndexOf('resValue'));
  return call === -1 ? undefined : FIELD.exec(before.slice(call))?.[1];
}
