import { matchesOf } from '../../shared/grammar.ts';
import { sample } from '../samples.ts';

/**
 * Keys that Azure's services mark: base64 of random bytes, the mark of the service, and a Marvin32 checksum. The checksum is
 * seeded with what the key is for, so a key's own text tells its service, that it is no sample, and often its rights.
 * Facts: github.com/microsoft/security-utilities, IdentifiableMetadata.cs, IdentifiableSecrets.cs, Marvin.Net5.cs (MIT).
 */
export interface KeyForm {
  readonly mark: string;
  /** Global; matches one key from boundary to boundary. */
  readonly pattern: RegExp;
}

const BEFORE = '(?<![A-Za-z0-9+/_-])';
const AFTER = '(?![A-Za-z0-9+/_=-])';

/** 32 bytes, 44 characters. */
export function keyOf32(mark: string): KeyForm {
  return formOf(mark, (literal) => `[A-Za-z0-9+/]{33}${literal}[A-P][A-Za-z0-9+/]{5}=`);
}

/** 64 bytes, 88 characters. */
export function keyOf64(mark: string): KeyForm {
  return formOf(mark, (literal) => `[A-Za-z0-9+/]{76}${literal}[A-Za-z0-9+/]{5}[AQgw]==`);
}

/** 39 bytes, 52 letters and digits. */
export function keyOf39(mark: string): KeyForm {
  return formOf(mark, (literal) => `[A-Za-z0-9]{42}${literal}[A-D][A-Za-z0-9]{5}`);
}

/** 40 bytes, 56 characters of base64url. */
export function keyOf40(mark: string): KeyForm {
  return formOf(mark, (literal) => `[A-Za-z0-9_-]{44}${literal}[A-Za-z0-9_-]{5}[AQgw]==`);
}

function formOf(mark: string, bodyOf: (literal: string) => string): KeyForm {
  return { mark, pattern: new RegExp(`${BEFORE}${bodyOf(mark.replace('+', '\\+'))}${AFTER}`, 'g') };
}

/** A way in which keys show by their own text whose they are; what they may is told by `says`. */
export interface Marked<T> {
  /** A literal that stands in every one. */
  readonly mark: string;
  readonly keysIn: (value: string) => readonly { readonly secret: string; readonly says: T }[];
}

/** Keys with a checksum that is right for one of the seeds; anything else is a sample or a coincidence. */
export function marked<T>(form: KeyForm, bySeed: Readonly<Record<string, T>>): Marked<T> {
  const seeds = Object.keys(bySeed);
  return {
    mark: form.mark,
    keysIn: (value) => {
      if (!value.includes(form.mark)) return [];
      return [...matchesOf(form.pattern, value)].flatMap(([secret]) => {
        const says = bySeed[seedOf(secret, seeds) ?? ''];
        return says === undefined ? [] : [{ secret, says }];
      });
    },
  };
}

/** Which of the seeds, each eight characters long, gives the checksum in a key's last four bytes. */
export function seedOf(key: string, seeds: readonly string[]): string | undefined {
  const bytes = Buffer.from(key, 'base64');
  if (bytes.length < 8) return undefined;
  const checksum = bytes.readUInt32LE(bytes.length - 4);
  return seeds.find((seed) => marvin32(bytes.subarray(0, -4), seed) === checksum);
}

/** Marvin32 with the seed's eight ASCII characters read as one big-endian number. */
export function marvin32(data: Uint8Array, seed: string): number {
  const start = Buffer.from(seed, 'latin1');
  let state: State = [start.readUInt32BE(4), start.readUInt32BE(0)];
  const whole = data.length - (data.length % 4);
  const view = Buffer.from(data.buffer, data.byteOffset, data.length);
  for (let at = 0; at < whole; at += 4) state = mixed(state, view.readUInt32LE(at));
  const rest = Buffer.alloc(4);
  view.copy(rest, 0, whole);
  rest[data.length - whole] = 0x80;
  const [low, high] = mixed(mixed(state, rest.readUInt32LE()), 0);
  return (low ^ high) >>> 0;
}

type State = readonly [low: number, high: number];

function mixed([low, high]: State, word: number): State {
  let p0 = (low + word) >>> 0;
  let p1 = (high ^ p0) >>> 0;
  p0 = (rotated(p0, 20) + p1) >>> 0;
  p1 = (rotated(p1, 9) ^ p0) >>> 0;
  p0 = (rotated(p0, 27) + p1) >>> 0;
  p1 = rotated(p1, 19);
  return [p0, p1];
}

function rotated(word: number, by: number): number {
  return ((word << by) | (word >>> (32 - by))) >>> 0;
}

/** A well-formed key that belongs to nobody, for examples: computed, so that no scanner takes this text for a leak. */
export function sampleKey(form: KeyForm, seed: string, length: number, variant = 1): string {
  const whole = new RegExp(`^${form.pattern.source}$`);
  for (let attempt = variant * 1000; ; attempt += 1) {
    const padding = length === 44 ? 1 : length === 52 ? 0 : 2;
    const body = sample('alnum', length - padding - 10, attempt);
    const bytes = Buffer.from(`${body}${form.mark}AAAAAA`, 'base64');
    bytes.writeUInt32LE(marvin32(bytes.subarray(0, -4), seed), bytes.length - 4);
    const key = bytes.toString('base64');
    if (whole.test(key)) return key;
  }
}

const ANNOTATED = 'JQQJ99';

/**
 * The longer form, “common annotated security key”: a part that says that it is one, when it was made, and whose it is
 * (LegacyCommonAnnotatedSecurityKey.cs). So many characters are fixed that there is no room for coincidence.
 */
export function annotated<T>(service: string, says: T): Marked<T> {
  const text = '[A-Za-z0-9]';
  const pattern = new RegExp(
    `(?<!${text})${text}{52}${ANNOTATED}${text}[A-L]${text}{16}${service}${text}{4}(?:${text}{2}==)?(?!${text})`,
    'g',
  );
  return {
    mark: ANNOTATED,
    keysIn: (value) =>
      value.includes(ANNOTATED) ? [...matchesOf(pattern, value)].map(([secret]) => ({ secret, says })) : [],
  };
}

/** A well-formed one that belongs to nobody. */
export function sampleAnnotated(service: string): string {
  return `${sample('alnum', 52, 7)}${ANNOTATED}BFACYeBjFXJ3w3AAAA${service}${sample('alnum', 4, 9)}`;
}
