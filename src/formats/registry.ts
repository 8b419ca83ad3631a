import { bundleManifest, bundleTable, bundleXml } from './aab.ts';
import { arsc } from './arsc.ts';
import { androidManifest, binaryXml } from './axml.ts';
import { dex } from './dex.ts';
import type { Format } from './format.ts';
import { javaClass } from './java-class.ts';

/** Every format, most specific first: the first whose sniff says yes reads the entry. */
export const FORMATS: readonly Format[] = [
  ...[androidManifest, binaryXml, arsc, dex, bundleManifest, bundleXml, bundleTable, javaClass],
];
