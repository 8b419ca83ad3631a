import { elf } from './elf.ts';
import type { Format } from './format.ts';
import { macho } from './macho.ts';
import { mobileprovision } from './mobileprovision.ts';
import { plist } from './plist.ts';
import { nib, raw, realm, sqlite } from './raw.ts';
import { strings } from './strings.ts';

/** Every format, most specific first: the first whose sniff says yes reads the entry. */
export const FORMATS: readonly Format[] = [plist, mobileprovision, strings, macho, elf, sqlite, realm, nib, raw];
