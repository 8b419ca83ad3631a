/**
 * Makes the artifacts that the benchmark reads, from what is on every machine with this repository: the node binary as
 * native libraries, the installed packages as bundles and resources, and noise as media. Each is the same on every run
 * on one machine.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';

const MB = 1_000_000;
const deflate = promisify(deflateRaw);
const URLS = ['https://acme-prod-uploads.s3.amazonaws.com/a', 'https://acme-default-rtdb.firebaseio.com/users.json'];

const FULL = 0xffffffff;

/** Writes entries one after the other, with Zip64 fields (APPNOTE 4.3.14, 4.5.3) where the others are too narrow. */
class ZipFile {
  #file;
  #central = [];
  size = 0;

  constructor(path) {
    this.#file = openSync(path, 'w');
  }

  async add(name, data, { store = false } = {}) {
    const packed = store ? data : await deflate(data, { level: 6 });
    this.#entry(name, store ? 0 : 8, crc32(data), packed.length, data.length, () => this.#write(packed));
  }

  /** A stored entry of so many copies of a piece, each with its number in it. */
  addPieces(name, piece, count) {
    const numbered = () => Array.from({ length: count }, (_, turn) => () => piece.writeUInt32LE(turn, 0) && piece);
    const check = numbered().reduce((sum, next) => crc32(next(), sum), 0);
    const length = piece.length * count;
    this.#entry(name, 0, check, length, length, () => {
      for (const next of numbered()) this.#write(next());
    });
  }

  #entry(name, method, check, packedLength, length, writeData) {
    const narrow = (value) => Math.min(value, FULL);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(45, 0);
    fields.writeUInt16LE(method, 4);
    fields.writeUInt32LE(check, 10);
    fields.writeUInt32LE(narrow(packedLength), 14);
    fields.writeUInt32LE(narrow(length), 18);
    fields.writeUInt16LE(name.length, 22);
    const wide = (values) => {
      const kept = values.filter((value) => value >= FULL);
      const extra = Buffer.alloc(kept.length === 0 ? 0 : 4 + 8 * kept.length);
      if (kept.length > 0) extra.writeUInt16LE(1, 0);
      if (kept.length > 0) extra.writeUInt16LE(8 * kept.length, 2);
      for (const [index, value] of kept.entries()) extra.writeBigUInt64LE(BigInt(value), 4 + 8 * index);
      return extra;
    };
    const localExtra = wide([length, packedLength]);
    const centralExtra = wide([length, packedLength, this.size]);
    const central = Buffer.alloc(46);
    central.write('PK\x01\x02', 'latin1');
    central.writeUInt16LE(45, 4);
    fields.copy(central, 6);
    central.writeUInt16LE(centralExtra.length, 30);
    central.writeUInt32LE(narrow(this.size), 42);
    this.#central.push(central, Buffer.from(name), centralExtra);
    fields.writeUInt16LE(localExtra.length, 24);
    this.#write(Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name), localExtra]));
    writeData();
  }

  close() {
    const directory = Buffer.concat(this.#central);
    const count = this.#central.length / 3;
    const at = this.size;
    this.#write(directory);
    if (at >= FULL) this.#writeWideEnd(count, directory.length, at);
    const end = Buffer.alloc(22);
    end.write('PK\x05\x06', 'latin1');
    end.writeUInt16LE(count, 8);
    end.writeUInt16LE(count, 10);
    end.writeUInt32LE(directory.length, 12);
    end.writeUInt32LE(Math.min(at, FULL), 16);
    this.#write(end);
    closeSync(this.#file);
  }

  #writeWideEnd(count, length, at) {
    const record = Buffer.alloc(76);
    record.write('PK\x06\x06', 'latin1');
    record.writeBigUInt64LE(44n, 4);
    record.writeUInt16LE(45, 12);
    record.writeUInt16LE(45, 14);
    for (const [index, value] of [count, count, length, at].entries())
      record.writeBigUInt64LE(BigInt(value), 24 + 8 * index);
    record.write('PK\x06\x07', 56, 'latin1');
    record.writeBigUInt64LE(BigInt(at + length), 64);
    record.writeUInt32LE(1, 72);
    this.#write(record);
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

/** Stored media alone, in entries of up to so many megabytes, with one small text: what the size of a file costs. */
async function makeStored(path, megabytes, entryMegabytes) {
  const zip = new ZipFile(path);
  const piece = noise(4 * MB, megabytes);
  for (let left = megabytes, turn = 0; left > 0; left -= entryMegabytes, turn++)
    zip.addPieces(`assets/media${turn}.bin`, piece, Math.ceil(Math.min(left, entryMegabytes) / 4));
  await zip.add('assets/config.json', Buffer.from(JSON.stringify({ url: URLS[0] })));
  zip.close();
}

/** A real app of 18 MB with some 3,800 resources and 16 dex files, as its makers publish it. */
async function fetchReal(path, folder) {
  const packed = execFileSync('npm', ['pack', '--silent', 'appium-uiautomator2-server@10.6.6'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const apk = 'package/apks/appium-uiautomator2-server-v10.6.6.apk';
  execFileSync('tar', ['xzf', packed.trim(), apk], { cwd: folder });
  renameSync(join(folder, apk), path);
  rmSync(join(folder, packed.trim()));
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
  real18: fetchReal,
  app50: (path) => makeApp(path, 50),
  app100: (path) => makeApp(path, 100),
  app500: (path) => makeApp(path, 500),
  small20k: makeSmallEntries,
  stored50: (path) => makeStored(path, 50, 50),
  stored500: (path) => makeStored(path, 500, 500),
  stored2300: (path) => makeStored(path, 2_360, 2_356),
  zip64: (path) => makeStored(path, 4_720, 800),
};

export async function makeArtifact(name, folder) {
  const path = join(folder, `${name}.apk`);
  await ARTIFACTS[name](path, folder);
  return { name, path, size: statSync(path).size };
}
