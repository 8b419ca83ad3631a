/**
 * Makes the artifacts that the benchmark reads, from what is on every machine with this repository: the node binary as
 * native libraries, the installed packages as bundles and resources, and noise as media. Each is the same on every run
 * on one machine.
 */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';

const MB = 1_000_000;
const deflate = promisify(deflateRaw);
const URLS = ['https://acme-prod-uploads.s3.amazonaws.com/a', 'https://acme-default-rtdb.firebaseio.com/users.json'];

/** Writes entries one after the other; sizes are those of the file so far. */
class ZipFile {
  #file;
  #central = [];
  size = 0;
  entries = 0;

  constructor(path) {
    this.#file = openSync(path, 'w');
  }

  async add(name, data, { store = false } = {}) {
    const packed = store ? data : await deflate(data, { level: 6 });
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(store ? 0 : 8, 4);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(data.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const central = Buffer.alloc(46 + name.length);
    central.write('PK\x01\x02', 'latin1');
    central.writeUInt16LE(20, 4);
    fields.copy(central, 6, 0, 26);
    central.writeUInt32LE(this.size, 42);
    central.write(name, 46);
    this.#central.push(central);
    this.#write(Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name)]));
    this.#write(packed);
    this.entries++;
  }

  close() {
    const directory = Buffer.concat(this.#central);
    const end = Buffer.alloc(22);
    end.write('PK\x05\x06', 'latin1');
    end.writeUInt16LE(this.entries, 8);
    end.writeUInt16LE(this.entries, 10);
    end.writeUInt32LE(directory.length, 12);
    end.writeUInt32LE(this.size, 16);
    this.#write(directory);
    this.#write(end);
    closeSync(this.#file);
  }

  #write(bytes) {
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at);
    this.size += bytes.length;
  }
}

/** Bytes that do not compress: SHA-512 over a counter would be slow, so one block of it is shifted about. */
function noise(length, seed) {
  const block = Buffer.alloc(1 << 16);
  for (let at = 0; at < block.length; at += 64) createHash('sha512').update(`${seed}:${at}`).digest().copy(block, at);
  const bytes = Buffer.alloc(length);
  for (let at = 0, turn = 0; at < length; at += block.length, turn++) {
    for (let index = 0; index < 8; index++) block[(turn * 8191 + index * 7919) % block.length] ^= turn + index;
    block.copy(bytes, at);
  }
  return bytes;
}

/** All JavaScript of the installed packages, up to so many bytes. */
function installedText(most) {
  const parts = [];
  let size = 0;
  const root = new URL('../node_modules', import.meta.url).pathname;
  const queue = [root];
  for (let folder = queue.shift(); folder && size < most; folder = queue.shift()) {
    for (const child of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, child.name);
      if (child.isDirectory()) queue.push(path);
      if (!child.isFile() || !/\.(js|cjs|mjs|json)$/.test(child.name) || size >= most) continue;
      const bytes = readFileSync(path);
      parts.push(bytes);
      size += bytes.length;
    }
  }
  return Buffer.concat(parts).subarray(0, most);
}

/** The parts of which all artifacts are cut. */
function materials() {
  return { binary: readFileSync(process.execPath), text: installedText(24 * MB) };
}

/** A slice with a URL in it; `turn` makes each one another. */
function slice(bytes, length, turn) {
  const start = (turn * 1_234_567) % Math.max(1, bytes.length - length);
  const copy = Buffer.from(bytes.subarray(start, start + length));
  copy.write(URLS[turn % URLS.length], Math.floor(copy.length / 2), turn % 3 === 0 ? 'utf16le' : 'latin1');
  return copy;
}

/**
 * An app of about so many megabytes: somewhat less than half of the file stored media, the rest deflated libraries,
 * a JavaScript bundle, dex-sized pieces and small resources, as real apps of that size are made.
 */
async function makeApp(path, megabytes) {
  const { binary, text } = materials();
  const zip = new ZipFile(path);
  const target = megabytes * MB;
  for (let turn = 0; turn < 400; turn++)
    await zip.add(`res/xml/r${turn}.xml`, slice(text, 300 + ((turn * 37) % 7000), turn));
  await zip.add('assets/index.android.bundle', slice(text, Math.min(12 * MB, target / 8), 1));
  const deflatedUntil = zip.size + 0.55 * (target - zip.size);
  for (let turn = 0; zip.size < deflatedUntil; turn++) {
    const large = megabytes >= 100 && turn % 9 === 0;
    const length = large ? Math.min(62 * MB, binary.length - turn) : Math.min(target / 10, (1 + (turn % 8)) * MB);
    await zip.add(`lib/arm64-v8a/lib${turn}.so`, slice(binary, length, turn));
  }
  for (let turn = 0; zip.size < target; turn++) {
    const length = turn % 50 === 0 ? Math.min(6 * MB, target / 10) : 20_000 + ((turn * 7_331) % 180_000);
    await zip.add(`res/raw/m${turn}.${turn % 50 === 0 ? 'mp4' : 'png'}`, noise(length, turn), { store: true });
  }
  zip.close();
}

/** 20,000 resources of 0.3 to 8 KB. */
async function makeSmallEntries(path) {
  const { text } = materials();
  const zip = new ZipFile(path);
  for (let turn = 0; turn < 20_000; turn++) {
    await zip.add(
      `res/xml/r${turn}.xml`,
      text.subarray((turn * 1009) % (text.length - 9000)).subarray(0, 300 + ((turn * 37) % 1600)),
    );
  }
  zip.close();
}

/** Name and maker of each artifact. */
export const ARTIFACTS = {
  app10: (path) => makeApp(path, 10),
  app100: (path) => makeApp(path, 100),
  app500: (path) => makeApp(path, 500),
  small20k: makeSmallEntries,
};

export async function makeArtifact(name, folder) {
  const path = join(folder, `${name}.apk`);
  await ARTIFACTS[name](path);
  return { name, path, size: statSync(path).size };
}
