import type { AppInfo } from '../../model.ts';
import type { Entry, Reading, Wanted } from '../format.ts';
import { packerOfStub } from './packers.ts';
import { attributeOf, type XmlDocument, type XmlElement, xmlTexts } from './xml.ts';

/** App, texts and problems of an Android manifest, whichever form it was compiled to. */
export function* manifestReadings(
  entry: Entry,
  wanted: Wanted,
  document: XmlDocument,
): Generator<Reading, void, undefined> {
  const app = appOf(document.elements);
  if (app !== undefined) yield { type: 'app', app };
  for (const reason of document.problems) {
    const tampered = app === undefined ? '' : '; the rest of the manifest was read';
    yield { type: 'problem', kind: app === undefined ? 'malformed' : 'note', reason: `${reason}${tampered}` };
  }
  yield* packerProblems(document.elements);
  yield* xmlTexts(entry, wanted, document);
}

function appOf(elements: readonly XmlElement[]): AppInfo | undefined {
  const manifest = elements.find((element) => element.name === 'manifest') ?? elements[0];
  if (manifest === undefined) return undefined;
  const id = plain(attributeOf(manifest, 'package')?.value);
  const version = plain(attributeOf(manifest, 'versionName')?.value ?? attributeOf(manifest, 'versionCode')?.value);
  return {
    platform: 'android',
    ...(id === undefined ? {} : { id }),
    ...(version === undefined ? {} : { version }),
  };
}

/** Up to the first NUL, where Android's own reading of a package name ends. */
function plain(value: string | undefined): string | undefined {
  const end = value?.indexOf('\0') ?? -1;
  const cut = end === -1 ? value : value?.slice(0, end);
  return cut === '' ? undefined : cut;
}

/** A packer puts its own application class in place of the app's, whose code it decrypts on the device. */
function* packerProblems(elements: readonly XmlElement[]): Generator<Reading, void, undefined> {
  for (const element of elements) {
    if (element.name !== 'application') continue;
    const names = ['name', 'appComponentFactory'].map((name) => attributeOf(element, name)?.value);
    const packer = names.map((name) => (name === undefined ? undefined : packerOfStub(name))).find(Boolean);
    if (packer === undefined) continue;
    yield {
      type: 'problem',
      kind: 'encrypted',
      reason: `the app is packed with ${packer}, so its own code is not in the dex files; scan the build before it is packed`,
    };
  }
}
