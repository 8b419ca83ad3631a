import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Files, leave, run, type Workshop } from './plants.ts';

const FRAMEWORK = '/usr/share/android-framework-res/framework-res.apk';

/** Of every manifest: the build writes its `uses-sdk` into it, as Gradle's plugin does. */
const SDKS = ['--min-sdk-version', '24', '--target-sdk-version', '34'];

export const PACKAGE = 'com.acme.shop';
export const VERSION = { code: 42, name: '1.4.2' };

/** A manifest as the merger leaves it; `attributes` are those of a split. */
export function manifestOf(content: string, attributes = ''): string {
  return `<manifest xmlns:android="http://schemas.android.com/apk/res/android" xmlns:dist="http://schemas.android.com/apk/distribution" package="${PACKAGE}" android:versionCode="${VERSION.code}" android:versionName="${VERSION.name}"${attributes}>${content}</manifest>`;
}

/** What aapt2 links of a manifest and of what it compiled. */
export function linked(
  workshop: Workshop,
  folder: string,
  manifest: string,
  { resources = [], proto = false }: { readonly resources?: readonly string[]; readonly proto?: boolean } = {},
): Files {
  const path = leave(workshop, `${folder}/AndroidManifest.xml`, manifest);
  const form = proto ? ['--proto-format'] : [];
  const archive = `${folder}/out.apk`;
  const what = ['-o', archive, '-I', FRAMEWORK, '--manifest', path, '--auto-add-overlay', ...resources];
  run(workshop, 'aapt2', 'link', ...form, ...SDKS, ...what);
  run(workshop, 'unzip', '-qo', archive, '-d', `${folder}/out`);
  const names = run(workshop, 'unzip', '-Z1', archive).toString().trim().split('\n');
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(workshop.work, folder, 'out', name))]));
}

/** A dex file of these classes, by descriptor, for this API level. */
export function assembled(
  workshop: Workshop,
  folder: string,
  classes: Readonly<Record<string, string>>,
  api = 29,
): Buffer {
  for (const [type, code] of Object.entries(classes)) leave(workshop, `${folder}/${type.slice(1, -1)}.smali`, code);
  run(workshop, 'smali', 'assemble', '--api', String(api), '-o', `${folder}.dex`, folder);
  return readFileSync(join(workshop.work, `${folder}.dex`));
}

/** Activity of the manifest; the code runs when it is opened. */
export function activityOf(code: string): Readonly<Record<string, string>> {
  return {
    'Lcom/acme/shop/Main;': `.class public Lcom/acme/shop/Main;
.super Landroid/app/Activity;
.source "Main.kt"
.method public constructor <init>()V
    .registers 1
    invoke-direct {p0}, Landroid/app/Activity;-><init>()V
    return-void
.end method
.method protected onCreate(Landroid/os/Bundle;)V
    .registers 5
    invoke-super {p0, p1}, Landroid/app/Activity;->onCreate(Landroid/os/Bundle;)V
${code}
    return-void
.end method
`,
  };
}

/** An app with nothing in it, as aapt2 and smali make it. */
export function shellOf(workshop: Workshop): Files {
  leave(workshop, 'shell/values/strings.xml', '<resources><string name="app_name">Acme</string></resources>');
  // A type behind the strings: TruffleHog counts on up to one, for minutes if there is none.
  leave(workshop, 'shell/xml/empty.xml', '<empty/>');
  run(workshop, 'aapt2', 'compile', '--dir', 'shell', '-o', 'shell.zip');
  const manifest = manifestOf(
    '<application android:label="@string/app_name"><activity android:name=".Main" android:exported="true"/></application>',
  );
  return {
    ...linked(workshop, 'shell-linked', manifest, { resources: ['shell.zip'] }),
    'classes.dex': assembled(workshop, 'shell-smali', activityOf('')),
  };
}
