import { copyFile, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/model.ts';
import { scan } from '../../src/scan.ts';
import { makeZip } from '../helpers/zip.ts';

const DEMO = path.resolve(import.meta.dirname, '../../examples/demo');
const FIRST = path.join(DEMO, 'app/acme-clinic.apk');
const SECOND = path.join(import.meta.dirname, 'fixtures/acme-clinic-2.0.0.apk');
const MAPPING = path.join(import.meta.dirname, 'fixtures/mapping.txt');
const DEPS = { log: { debug: () => {}, info: () => {}, warning: () => {} }, now: new Date('2026-11-22T12:00:00Z') };

/** The demo's repository with an app in it, and its source in Kotlin as far as it names backends. */
async function projectWith(app: string | Buffer, name: string, more: Readonly<Record<string, string>> = {}) {
  const root = await mkdtemp(path.join(tmpdir(), 'ajar-rebuilt-'));
  const files: Record<string, string> = { ...more };
  for (const file of [
    'database.rules.json',
    'firebase.json',
    'firestore.rules',
    'storage.rules',
    'google-services.json',
  ]) {
    files[file] = await readFile(path.join(DEMO, file), 'utf8');
  }
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), text);
  }
  if (typeof app === 'string') await copyFile(app, path.join(root, name));
  else await writeFile(path.join(root, name), app);
  const settings = { root, repo: '.', artifacts: [name], artifactsWanted: true, probe: 'off', failOn: 'high' } as const;
  return (await scan(settings, DEPS)).report;
}

const fingerprints = (report: Report) =>
  report.findings.map(({ rule, fingerprint }) => `${rule} ${fingerprint}`).sort();

const UPLOADS = [
  'package com.acme.clinic',
  ...Array.from({ length: 9 }, () => ''),
  'object Uploads {',
  '  fun bucket() = "https://" + name + ".s3.eu-central-1.amazonaws.com/patients/"',
  '}',
].join('\n');

const SOURCE = { 'app/src/main/java/com/acme/clinic/Uploads.kt': UPLOADS };

function bucket(report: Report) {
  const found = report.backends.find(({ id }) => id === 's3:acme-clinic-uploads');
  return {
    owner: found?.ownerReason,
    shipped: found?.shipped.map(({ locator, source }) => `${locator} ${source}`),
    mentioned: found?.mentioned.map((place) => `${place.path}:${place.line}`),
  };
}

const TRACED = {
  owner: 'com.acme.clinic.Uploads is the app’s own code',
  shipped: ['Lcom/acme/clinic/Uploads;->bucket Uploads.kt'],
  mentioned: ['app/src/main/java/com/acme/clinic/Uploads.kt:11'],
};

describe('two builds of one app', () => {
  let first: Report;
  let second: Report;
  beforeAll(async () => {
    first = await projectWith(FIRST, 'app.apk');
    second = await projectWith(SECOND, 'app-release-57.apk');
  });

  it('are two: another version, other resource ids, other classes', () => {
    expect(second.artifacts[0]?.app.version).not.toBe(first.artifacts[0]?.app.version);
    expect(bucket(first).shipped).toEqual(['Lcom/acme/clinic/Uploads;->bucket Uploads.kt:12']);
    expect(bucket(second).shipped).toEqual(['La/b;->a undefined']);
  });

  it('have the same findings with the same fingerprints', () => {
    expect(first.findings.length).toBeGreaterThan(3);
    expect(fingerprints(second)).toEqual(fingerprints(first));
  });

  it('name the same backends and credentials', () => {
    const ids = (report: Report) => [...report.backends, ...report.credentials].map(({ id }) => id);
    expect(ids(second)).toEqual(ids(first));
  });
});

describe('names that R8 shortened', () => {
  it('lead to the line that the compiler recorded where nothing was renamed', async () => {
    const report = await projectWith(FIRST, 'app.apk', SOURCE);
    expect(bucket(report).mentioned).toEqual(['app/src/main/java/com/acme/clinic/Uploads.kt:12']);
  });

  it('stay without a mapping', async () => {
    const report = await projectWith(SECOND, 'app.apk', SOURCE);
    expect(bucket(report).mentioned).toEqual([]);
  });

  it('are given back by the mapping of the same build in the build output, of several', async () => {
    const mapping = await readFile(MAPPING, 'utf8');
    const report = await projectWith(SECOND, 'app.apk', {
      ...SOURCE,
      '.gitignore': 'build/',
      'app/build/outputs/mapping/release/mapping.txt': mapping,
      'app/build/outputs/mapping/free/release/mapping.txt': mapping
        .replaceAll('5c1d2e3', 'fffffff')
        .replace('Uploads', 'X'),
    });
    expect(bucket(report)).toEqual(TRACED);
  });

  it('stay where the only mapping is of another build, and it is said', async () => {
    const mapping = (await readFile(MAPPING, 'utf8')).replaceAll('5c1d2e3', 'fffffff');
    const report = await projectWith(SECOND, 'app.apk', {
      ...SOURCE,
      'app/build/outputs/mapping/release/mapping.txt': mapping,
    });
    expect(bucket(report).shipped).toEqual(['La/b;->a undefined']);
    expect(report.coverage.problems.map(({ reason }) => reason)).toContainEqual(
      expect.stringContaining('of another build (pg_map_id fffffff)'),
    );
  });

  it('are given back by the mapping inside an app bundle', async () => {
    const { default: JSZip } = await import('jszip');
    const apk = await JSZip.loadAsync(await readFile(SECOND));
    const dex = await apk.file('classes.dex')?.async('nodebuffer');
    const bundle = makeZip([
      { name: 'BundleConfig.pb', data: Buffer.from([0x0a, 0x00]) },
      { name: 'base/dex/classes.dex', data: dex ?? Buffer.alloc(0) },
      {
        name: 'BUNDLE-METADATA/com.android.tools.build.obfuscation/proguard.map',
        data: await readFile(MAPPING),
      },
    ]);
    const report = await projectWith(bundle, 'app.aab', SOURCE);
    // Without a manifest the app has no id, so nothing says that the class is its own.
    expect(bucket(report)).toEqual({ ...TRACED, owner: expect.any(String) });
  });
});
