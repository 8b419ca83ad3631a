import { u8, u16, u32 } from './bytes.ts';
import { fieldsOf, textOf } from './proto.ts';
import type { Range } from './texts.ts';

/**
 * The qualifiers of a resource configuration as the folder names of the source have them (`values-de-rDE-v21`), in the
 * order of developer.android.com/guide/topics/resources/providing-resources. Empty for the default configuration.
 */
interface Configuration {
  readonly mcc: number;
  readonly mnc: number;
  /** BCP 47: `de`, `de-DE`, `sr-Latn`. */
  readonly locale: string;
  readonly layoutDirection: number;
  readonly smallestWidth: number;
  readonly width: number;
  readonly height: number;
  readonly screenSize: number;
  readonly orientation: number;
  readonly mode: number;
  readonly night: number;
  readonly density: number;
  readonly sdk: number;
}

const SCREEN_SIZES = ['', 'small', 'normal', 'large', 'xlarge'];
const ORIENTATIONS = ['', 'port', 'land', 'square'];
const MODES = ['', '', 'desk', 'car', 'television', 'appliance', 'watch', 'vrheadset'];
const DIRECTIONS = ['', 'ldltr', 'ldrtl'];
/** As in the proto form; the binary form has them the other way round. */
const NIGHTS = ['', 'night', 'notnight'];
const DENSITIES: ReadonlyMap<number, string> = new Map([
  [120, 'ldpi'],
  [160, 'mdpi'],
  [213, 'tvdpi'],
  [240, 'hdpi'],
  [320, 'xhdpi'],
  [480, 'xxhdpi'],
  [640, 'xxxhdpi'],
  [0xfffe, 'anydpi'],
  [0xffff, 'nodpi'],
]);

function qualifierOf(config: Configuration): string {
  const number = (prefix: string, value: number, suffix = ''): string =>
    value === 0 ? '' : `${prefix}${value}${suffix}`;
  const parts = [
    number('mcc', config.mcc),
    number('mnc', config.mnc === 0xffff ? 0 : config.mnc),
    localeQualifier(config.locale),
    DIRECTIONS[config.layoutDirection] ?? '',
    number('sw', config.smallestWidth, 'dp'),
    number('w', config.width, 'dp'),
    number('h', config.height, 'dp'),
    SCREEN_SIZES[config.screenSize] ?? '',
    ORIENTATIONS[config.orientation] ?? '',
    MODES[config.mode] ?? '',
    NIGHTS[config.night] ?? '',
    config.density === 0 ? '' : (DENSITIES.get(config.density) ?? `${config.density}dpi`),
    number('v', config.sdk),
  ];
  return parts.filter((part) => part !== '').join('-');
}

/** `de-DE` is `de-rDE` in folder names; with a script or variant it is `b+sr+Latn`. */
function localeQualifier(locale: string): string {
  const [language = '', ...rest] = locale.split('-');
  const [region] = rest;
  if (region === undefined) return language;
  const plain = rest.length === 1 && /^(?:[A-Z]{2}|\d{3})$/.test(region);
  return plain ? `${language}-r${region}` : `b+${[language, ...rest].join('+')}`;
}

/** Qualifier of a binary `ResTable_config`. Its size tells how much of it there is. */
export function binaryQualifier(bytes: Buffer, at: number): string {
  const size = u32(bytes, at);
  const has = (end: number): boolean => size >= end;
  const layout = u8(bytes, at + 28);
  const mode = u8(bytes, at + 29);
  return qualifierOf({
    mcc: u16(bytes, at + 4),
    mnc: u16(bytes, at + 6),
    locale: binaryLocale(bytes, at, size),
    orientation: u8(bytes, at + 12),
    density: u16(bytes, at + 14),
    sdk: u16(bytes, at + 24),
    screenSize: has(32) ? layout & 0x0f : 0,
    layoutDirection: has(32) ? (layout >>> 6) & 3 : 0,
    mode: has(32) ? mode & 0x0f : 0,
    night: has(32) ? ([0, 2, 1][(mode >>> 4) & 3] ?? 0) : 0,
    smallestWidth: has(32) ? u16(bytes, at + 30) : 0,
    width: has(36) ? u16(bytes, at + 32) : 0,
    height: has(36) ? u16(bytes, at + 34) : 0,
  });
}

function binaryLocale(bytes: Buffer, at: number, size: number): string {
  const language = subtag(bytes, at + 8, 0x61);
  if (language === '') return '';
  const region = subtag(bytes, at + 10, 0x30);
  // localeScriptWasComputed: the platform guessed the script, the resource does not name it.
  const computed = size >= 52 + 4 && u8(bytes, at + 52) !== 0;
  const script = size >= 40 && !computed ? ascii(bytes, at + 36, 4) : '';
  const variant = size >= 48 ? ascii(bytes, at + 40, 8) : '';
  return [language, script, region, variant].filter((part) => part !== '').join('-');
}

/** Two letters, or three packed into fifteen bits, which the highest bit tells. */
function subtag(bytes: Buffer, at: number, base: number): string {
  const first = u8(bytes, at);
  const second = u8(bytes, at + 1);
  if (first === 0) return '';
  if ((first & 0x80) === 0) return ascii(bytes, at, 2);
  const letters = [second & 0x1f, ((second & 0xe0) >>> 5) + ((first & 0x03) << 3), (first & 0x7c) >>> 2];
  return String.fromCharCode(...letters.map((letter) => base + letter));
}

/** Letters and digits up to the first NUL; empty if anything else stands there. */
function ascii(bytes: Buffer, at: number, length: number): string {
  const text = bytes.toString('latin1', at, at + length).replace(/\0.*$/s, '');
  return /^[A-Za-z0-9]*$/.test(text) ? text : '';
}

/** Qualifier of a `Configuration` message (aapt2's Configuration.proto). */
export function protoQualifier(bytes: Buffer, message: Range | undefined): string {
  if (message === undefined || message.start === message.end) return '';
  const numbers = new Map<number, number>();
  let locale = '';
  for (const field of fieldsOf(bytes, message.start, message.end)) {
    if (field.number === 3) locale = textOf(bytes, field).slice(0, 64);
    else numbers.set(field.number, field.value);
  }
  const of = (number: number): number => numbers.get(number) ?? 0;
  return qualifierOf({
    mcc: of(1),
    mnc: of(2),
    locale: locale.replace(/[^A-Za-z0-9-]/g, ''),
    layoutDirection: of(4),
    width: of(7),
    height: of(8),
    smallestWidth: of(9),
    screenSize: of(10),
    orientation: of(15),
    mode: of(16),
    night: of(17),
    density: of(18),
    sdk: of(24),
  });
}
