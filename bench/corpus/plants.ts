import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeZip, type ZipForm, type ZipItem } from '../../__tests__/helpers/zip.ts';
import { awsKey, type Payload } from './payloads.ts';

/** One backend or credential in one place, and how a report has to name the place. */
export interface Plant {
  /** What a reader of the table sees: `dex const-string/jumbo`. */
  readonly place: string;
  /** `s3:acme-…`; `finding:<rule>` where the file itself is what has to be reported. */
  readonly id: string;
  /** Path of the artifact below the corpus. */
  readonly artifact: string;
  /** Chain behind the artifact's own name, empty for a bare file. */
  readonly entry: string;
  readonly locator?: string | RegExp;
  readonly line?: number;
  /** Paths below the backend that calls name: these and no other. */
  readonly paths?: readonly string[];
  /** What a plain search has to look for in the bytes. */
  readonly needle: string;
  /** What the names were made of; empty for a file that is reported by itself. */
  readonly word: string;
}

/** Where artifacts are made, and what was planted in them so far. */
export interface Shelf {
  readonly root: string;
  /** For what toolchains leave behind. */
  readonly work: string;
  readonly hermes: string | undefined;
  readonly payload: Payload;
  /** Manifest, resource table and code of an app in which they are of no interest; some scanners refuse an APK without. */
  readonly shell: Files;
  readonly plants: Plant[];
}

/** Where toolchains work. */
export type Workshop = Pick<Shelf, 'work'>;

export type Where = Pick<Plant, 'place' | 'entry'> & Partial<Pick<Plant, 'locator' | 'line' | 'paths'>>;

/** Notes that what is carried of this word stands there. */
export function plant(shelf: Shelf, artifact: string, word: string, where: Where): void {
  const { payload } = shelf;
  shelf.plants.push({ ...where, artifact, id: payload.id(word), needle: payload.needle(word), word });
}

/** The same for what stands in the form of Cloud Storage for Firebase. */
export function plantStorage(shelf: Shelf, artifact: string, word: string, where: Where): void {
  const { payload } = shelf;
  shelf.plants.push({ ...where, artifact, id: payload.storageId(word), needle: payload.needle(word), word });
}

/** Notes an AWS key whose id and secret stand apart. */
export function plantKey(shelf: Shelf, artifact: string, word: string, where: Where): void {
  const { id, reported } = awsKey(word);
  shelf.plants.push({ ...where, artifact, id: reported, needle: id, word });
}

/** Notes a backend that is planted whatever the payload is. */
export function plantOther(shelf: Shelf, artifact: string, id: string, where: Where): void {
  shelf.plants.push({ ...where, artifact, id, needle: id.slice(id.indexOf(':') + 1), word: '' });
}

/** Notes a file that has to be reported by itself. */
export function plantFile(shelf: Shelf, artifact: string, rule: string, where: Where): void {
  shelf.plants.push({ ...where, artifact, id: `finding:${rule}`, needle: rule, word: '' });
}

export function write(shelf: Shelf, path: string, bytes: Buffer | string): void {
  const file = join(shelf.root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}

export function writeZip(shelf: Shelf, path: string, files: Files, form: ZipForm = {}): void {
  write(shelf, path, zipOf(files, form));
}

/** An app for Android that holds these files. */
export function writeApp(shelf: Shelf, path: string, files: Files): void {
  writeZip(shelf, path, { ...shelf.shell, ...files });
}

export type Files = Readonly<Record<string, Buffer | string>>;

export function zipOf(files: Files, form: ZipForm = {}): Buffer {
  return makeZip(itemsOf(files), form);
}

/** Deflated, but for resource tables, which Android wants as they are since version 11. */
export function itemsOf(files: Files): readonly ZipItem[] {
  return Object.entries(files).map(([name, data]) => ({
    ...{ name, data: Buffer.from(data) },
    method: name === 'resources.arsc' ? 0 : 8,
  }));
}

/** Runs a tool in the folder for leavings; throws with what it said. */
export function run(shelf: Workshop, command: string, ...args: readonly string[]): Buffer {
  return execFileSync(command, args, { cwd: shelf.work, maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Writes a file for a tool. */
export function leave(shelf: Workshop, name: string, content: Buffer | string): string {
  const file = join(shelf.work, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}
