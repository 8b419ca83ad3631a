// What is fuzzed: one function a reader, by name. A target throws where the reader broke a promise: it must not throw itself, must
// not hand on texts beyond their limits, and must stay within the fuzzer's time and memory. AJAR_TARGET names it. Each target runs
// one parser alone; the recognisers have their own. The first byte of an input says which of the target's names it goes by.
const { inflateRawSync } = require('node:zlib');
const { BACKENDS } = require('./src/backends/registry.js');
const { anchorsOf, compileRecogniser, keysOf } = require('./src/backends/recognise.js');
const { parseMapping } = require('./src/formats/android/mapping.js');
const { FORMATS } = require('./src/formats/registry.js');
const { LANGUAGES } = require('./src/declarations/registry.js');
const { MAX_NEIGHBOURS, MAX_TEXT_LENGTH } = require('./src/model.js');
const { compileAnchors } = require('./src/shared/anchors.js');
const { compileNeedles, compileWanted } = require('./src/shared/wanted.js');
const { UsageError } = require('./src/shared/errors.js');

const NOW = new Date('2026-11-01T00:00:00Z');
/** Texts of one input that are asked for what stands around them. */
const ASKED = 2;

const search = compileAnchors(anchorsOf(BACKENDS));
/** Whatever a reader can tell is handed on, not only what holds an anchor. */
const wanted = {
  ...compileWanted(compileNeedles(anchorsOf(BACKENDS)), keysOf(BACKENDS)),
  text: () => true,
  key: () => true,
};

function promise(kept, what) {
  if (!kept) throw new Error(`broken promise: ${what}`);
}

function look(text, isAsked) {
  promise(text.value.length <= MAX_TEXT_LENGTH, `a text of ${text.value.length} characters`);
  const around = isAsked ? (text.around?.() ?? []) : [];
  promise(around.length <= MAX_NEIGHBOURS, `${around.length} neighbours`);
}

function named(names, input) {
  return [names[(input[0] ?? 0) % names.length], input.subarray(1)];
}

/** An entry's bytes read as this format, whatever its sniff says. */
function formatTarget(format, names) {
  return (input) => {
    const [name, bytes] = named(names, input);
    format.sniff(bytes.subarray(0, 4096), name);
    const place = { origin: 'artifact', path: 'app.apk', entry: `app.apk!/${name}` };
    const entry = { name, bytes, base: 0, hits: search.find(bytes), place };
    let texts = 0;
    for (const reading of format.read(entry, wanted)) {
      if (reading.type === 'text') look(reading.text, texts++ < ASKED);
      if (reading.type === 'mapping') parseMapping(reading.text);
      if (reading.type === 'problem') promise(reading.reason.length < 2000, 'a reason that goes on and on');
    }
  };
}

/** A file read as this language, whether or not it would be taken for one. */
function languageTarget(language, names) {
  return async (input) => {
    const [name, bytes] = named(names, input);
    const files = [{ path: name, text: bytes.toString('utf8') }];
    language.accepts?.(files[0]);
    const { problems } = await language.read(files, { now: NOW, paths: [name] });
    for (const { reason } of problems) promise(!reason.includes('could not be loaded'), reason);
  };
}

async function archiveTarget(bytes) {
  const { readArchive } = require('./src/artifacts/archive.js');
  const { bufferSource } = require('./src/artifacts/source.js');
  const { DEFAULT_LIMITS, startBudget } = require('./src/artifacts/limits.js');
  const { startRun } = require('./src/artifacts/tally.js');
  const limits = { ...DEFAULT_LIMITS };
  const run = startRun('app.apk', { search, always: () => true }, startBudget(limits, bytes.length));
  for await (const event of readArchive(run, bufferSource(bytes), 'app.apk', 0)) {
    if (event.type === 'entry') promise(event.entry.bytes.length <= 1 << 30, 'an entry beyond every limit');
  }
}

/** More than any input of the fuzzer's length that is no bomb. */
const MOST_INFLATED = 1 << 20;

/** Taken or refused as zlib does, and with what zlib gives. */
function inflateTarget(bytes) {
  const { inflateWhole } = require('./src/artifacts/inflate.js');
  const found = inflateWhole(bytes, MOST_INFLATED);
  let wanted;
  try {
    // Small chunks: what zlib holds when it fails is only given back by the garbage collector.
    wanted = inflateRawSync(bytes, { maxOutputLength: MOST_INFLATED, chunkSize: 512 });
  } catch {
    promise(found?.ended !== true, 'zlib does not take it');
    return;
  }
  promise(found?.ended === true && found.bytes.equals(wanted), 'zlib gives something else');
}

async function policyTarget(bytes) {
  const { parsePolicy } = require('./src/settings/policy.js');
  try {
    await parsePolicy(bytes.toString('utf8'), '.ajar.yml', ['s3-public-read']);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
  }
}

const WORDS = [
  ...[
    'schema',
    'ajar-report/1',
    'findings',
    'rule',
    'fingerprint',
    'severity',
    'high',
    'state',
    'fixed',
    'backends',
    'id',
  ],
  ...[
    'runs',
    'results',
    'properties',
    'ruleId',
    'partialFingerprints',
    'primaryLocationLineHash',
    'message',
    'text',
    'a:1',
  ],
];

/** Bytes that are no JSON as a value nonetheless: one byte says what follows, in objects one more the name. */
function inventedFrom(bytes) {
  let at = 0;
  const next = () => bytes[at++] ?? 0;
  const word = () => WORDS[next() % WORDS.length];
  const many = (make) => Array.from({ length: next() % 8 }, make);
  const value = () => {
    const kind = at < bytes.length ? next() % 8 : 0;
    if (kind < 2) return [null, next()][kind];
    if (kind < 4) return word();
    if (kind < 5) return many(value);
    return Object.fromEntries(many(() => [word(), value()]));
  };
  return value();
}

function baselineTarget(bytes) {
  const { parseBaseline } = require('./src/join/baseline.js');
  let value;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch {
    value = inventedFrom(bytes);
  }
  parseBaseline(value);
}

function recogniseTarget() {
  const recognise = compileRecogniser(BACKENDS);
  const place = { origin: 'artifact', path: 'app.apk' };
  return (bytes) => {
    const [key, ...values] = bytes.toString('latin1').split('\n');
    const around = () => values.map((value) => ({ value, key }));
    for (const value of values) recognise({ value, key, place, around });
  };
}

/** Every target with the names that its input can go by; a name may decide how a text is read. */
function targets(names) {
  const namesOf = (id, fallback) => names[id] ?? [fallback];
  return {
    ...Object.fromEntries(
      FORMATS.map((format) => [`format-${format.id}`, formatTarget(format, namesOf(`format-${format.id}`, 'entry'))]),
    ),
    ...Object.fromEntries(
      LANGUAGES.map((language) => [
        `language-${language.id}`,
        languageTarget(language, namesOf(`language-${language.id}`, 'file')),
      ]),
    ),
    archive: archiveTarget,
    inflate: inflateTarget,
    policy: policyTarget,
    baseline: baselineTarget,
    recognise: recogniseTarget(),
  };
}

exports.targets = targets;
exports.FORMATS = FORMATS;
exports.LANGUAGES = LANGUAGES;
if (process.env.AJAR_TARGET !== undefined) {
  const fuzz = targets(JSON.parse(process.env.AJAR_NAMES ?? '{}'))[process.env.AJAR_TARGET];
  if (fuzz === undefined) throw new Error(`no target ${process.env.AJAR_TARGET}`);
  const { cheap } = require('./counting.cjs');
  exports.fuzz = cheap(fuzz, process.env.AJAR_SEEDS);
}
