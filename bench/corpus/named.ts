import { activityOf, assembled, linked, manifestOf } from './apps.ts';
import { infoOf, pair, plainExecutable } from './ios.ts';
import type { Payload } from './payloads.ts';
import { type Files, leave, plant, run, type Shelf, type Where, writeApp, writeZip } from './plants.ts';

type Spot = Pick<Where, 'locator' | 'line'>;

/** The same under the names that documentation gives them: some scanners ask for a name beside the value. */
export function plantNamed(shelf: Shelf): void {
  const { payload } = shelf;
  const android = 'named/app.apk';
  const put = (artifact: string, place: string, entry: string, where: (name: string) => Spot) => {
    const word = wordOf(place);
    const [name = ''] = Object.keys(payload.named(word));
    plant(shelf, artifact, word, { place: `named: ${place}`, entry, ...where(name) });
  };
  const json = (word: string) => JSON.stringify({ keys: payload.named(word) });
  writeApp(shelf, android, {
    ...resources(shelf),
    'classes.dex': buildConfig(shelf),
    'assets/config.json': json(wordOf('JSON')),
    'assets/app.properties': lines(payload, wordOf('properties'), (name, value) => `${name}=${value}`),
    'assets/app.yaml': lines(payload, wordOf('YAML'), (name, value) => `${name}: "${value}"`),
    'assets/config.js': `window.config={${lines(payload, wordOf('JavaScript'), (name, value) => `${name}:"${value}",`)}};`,
  });
  put(android, 'string resource', 'resources.arsc', (name) => ({ locator: `string/${name}` }));
  put(android, 'BuildConfig', 'classes.dex', (name) => ({
    locator: `Lcom/acme/shop/BuildConfig;->${name.toUpperCase()}`,
  }));
  put(android, 'JSON', 'assets/config.json', (name) => ({ locator: `json keys.${name}` }));
  put(android, 'properties', 'assets/app.properties', (name) => ({ locator: name }));
  put(android, 'YAML', 'assets/app.yaml', () => ({ line: 1 }));
  put(android, 'JavaScript', 'assets/config.js', () => ({ locator: /^js line 1 column \d+$/ }));
  const ios = 'named/app.ipa';
  const word = wordOf('Info.plist');
  const folder = 'Payload/Acme.app/';
  const info = Object.entries(payload.named(word)).map(([name, value]) => pair(name, value));
  writeZip(shelf, ios, {
    [`${folder}Info.plist`]: infoOf(shelf, 'Named', {}, info.join('')),
    [`${folder}Acme`]: plainExecutable(shelf),
    [`${folder}config.json`]: json(wordOf('JSON of iOS')),
  });
  put(ios, 'Info.plist', `${folder}Info.plist`, (name) => ({ locator: `plist ${name}` }));
  put(ios, 'JSON of iOS', `${folder}config.json`, (name) => ({ locator: `json keys.${name}` }));
}

/** Names of buckets hold neither spaces nor capitals. */
function wordOf(place: string): string {
  return `named-${place.toLowerCase().replaceAll(/[^a-z]/g, '-')}`;
}

function lines(payload: Payload, word: string, line: (name: string, value: string) => string): string {
  return Object.entries(payload.named(word))
    .map(([name, value]) => line(name, value))
    .join('\n');
}

function resources(shelf: Shelf): Files {
  const strings = lines(
    shelf.payload,
    wordOf('string resource'),
    (name, value) => `<string name="${name}">${value}</string>`,
  );
  leave(shelf, 'named/values/strings.xml', `<resources><string name="app_name">Acme</string>${strings}</resources>`);
  run(shelf, 'aapt2', 'compile', '--dir', 'named', '-o', 'named.zip');
  const application =
    '<application android:label="@string/app_name"><activity android:name=".Main" android:exported="true"/></application>';
  return linked(shelf, 'named-linked', manifestOf(application), { resources: ['named.zip'] });
}

/** As Gradle's `buildConfigField` makes it; what reads the fields has them inlined or not, here not. */
function buildConfig(shelf: Shelf): Buffer {
  const type = 'Lcom/acme/shop/BuildConfig;';
  const member = (name: string) => `${name.toUpperCase()}:Ljava/lang/String;`;
  const fields = lines(
    shelf.payload,
    wordOf('BuildConfig'),
    (name, value) => `.field public static final ${member(name)} = "${value}"`,
  );
  const use = lines(
    shelf.payload,
    wordOf('BuildConfig'),
    (name) => `    sget-object v0, ${type}->${member(name)}
    invoke-static {v0, v0}, Landroid/util/Log;->i(Ljava/lang/String;Ljava/lang/String;)I`,
  );
  const classes = { [type]: `.class public final ${type}\n.super Ljava/lang/Object;\n${fields}\n` };
  return assembled(shelf, 'named-smali', { ...classes, ...activityOf(use) });
}
