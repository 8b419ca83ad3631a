import { bundleManifest, bundleTable, bundleXml } from './aab.ts';
import { arsc } from './arsc.ts';
import { androidManifest, binaryXml } from './axml.ts';
import { dartKernel } from './dart-kernel.ts';
import { dartSnapshot } from './dart-snapshot.ts';
import { dex } from './dex.ts';
import { dotnetAssembly } from './dotnet-assembly.ts';
import { dotnetStore } from './dotnet-store.ts';
import { elf } from './elf.ts';
import type { Format } from './format.ts';
import { hermes } from './hermes.ts';
import { javaClass } from './java-class.ts';
import { jsBundle } from './js-bundle.ts';
import { json } from './json.ts';
import { macho } from './macho.ts';
import { mobileprovision } from './mobileprovision.ts';
import { plist } from './plist.ts';
import { properties } from './properties.ts';
import { r8Mapping } from './r8-mapping.ts';
import { nib, raw, realm } from './raw.ts';
import { sqlite } from './sqlite.ts';
import { strings } from './strings.ts';
import { text } from './text.ts';
import { unityArchive } from './unity-archive.ts';
import { unityAssets } from './unity-assets.ts';
import { unityMetadata } from './unity-metadata.ts';
import { xmlText } from './xml-text.ts';

/** Every format, most specific first: the first whose sniff says yes reads the entry. The last reads any bytes. */
export const FORMATS: readonly Format[] = [
  ...[androidManifest, binaryXml, arsc, dex, bundleManifest, bundleXml, bundleTable, r8Mapping, javaClass],
  ...[plist, mobileprovision, strings, nib],
  ...[hermes, dotnetStore, dotnetAssembly, unityMetadata, unityArchive, unityAssets],
  ...[macho, elf, dartSnapshot, dartKernel, sqlite, realm],
  ...[json, xmlText, properties, jsBundle, text],
  raw,
];
