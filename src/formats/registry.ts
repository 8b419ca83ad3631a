import { bundleManifest, bundleTable, bundleXml } from './aab.ts';
import { arsc } from './arsc.ts';
import { androidManifest, binaryXml } from './axml.ts';
import { dex } from './dex.ts';
import { dotnetAssembly } from './dotnet-assembly.ts';
import { dotnetStore } from './dotnet-store.ts';
import type { Format } from './format.ts';
import { hermes } from './hermes.ts';
import { javaClass } from './java-class.ts';
import { jsBundle } from './js-bundle.ts';
import { json } from './json.ts';
import { properties } from './properties.ts';
import { text } from './text.ts';
import { unityBundle, unityMetadata } from './unity.ts';
import { xmlText } from './xml-text.ts';

/** Every format, most specific first: the first whose sniff says yes reads the entry. */
export const FORMATS: readonly Format[] = [
  ...[androidManifest, binaryXml, arsc, dex, bundleManifest, bundleXml, bundleTable, javaClass],
  ...[hermes, dotnetStore, dotnetAssembly, unityMetadata, unityBundle],
  ...[json, xmlText, properties, jsBundle, text],
];
