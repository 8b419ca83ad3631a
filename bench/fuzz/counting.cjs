// Makes an execution cheap. As the fuzzer's hooks come, a branch costs two checked accesses to a buffer, and a comparison with a
// literal a call into the addon, several in each turn of a loop over characters: that was most of the time of the text
// formats. Here every branch is counted as before. Of comparisons the fuzzer, which takes values for its mutations from there, is
// told what the change of a single byte would not find anyway, and of each one only the first few of an execution.
const { readFileSync, readdirSync } = require('node:fs');
const path = require('node:path');

const TELLS = 4;
/** The instrumentor numbers comparisons below this. */
const SITES = 512;

const { coverageTracker, tracer } = globalThis.Fuzzer;
const { coverageMap } = coverageTracker;
const counters = new Uint8Array(coverageMap.buffer, coverageMap.byteOffset, coverageMap.length);
const told = new Uint8Array(SITES);
const { traceNumberCmp, traceStrCmp, traceAndReturn } = tracer;

/** Never back to zero, as in the original: after 255 comes 1. */
function incrementCounter(edge) {
  const next = counters[edge] + 1;
  counters[edge] = next | (next >> 8);
}

const isLong = (value) => (typeof value === 'string' ? value.length > 1 : typeof value === 'number' && value > 0xff);
const tells = (left, right, site) => (isLong(left) || isLong(right)) && told[site] < TELLS && ++told[site] > 0;

function compare(left, right, operator) {
  switch (operator) {
    case '===':
      return left === right;
    case '!==':
      return left !== right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    default:
      throw new Error(`unexpected operator ${operator}`);
  }
}

function replaceHooks() {
  coverageTracker.incrementCounter = incrementCounter;
  tracer.traceNumberCmp = (left, right, operator, site) =>
    tells(left, right, site) ? traceNumberCmp(left, right, operator, site) : compare(left, right, operator);
  tracer.traceStrCmp = (left, right, operator, site) =>
    tells(left, right, site) ? traceStrCmp(left, right, operator, site) : compare(left, right, operator);
  tracer.traceAndReturn = (value, label, site) => {
    if (tells(value, label, site)) traceAndReturn(value, label, site);
    return label;
  };
}

/** What a promise comes to that waits for nothing but other promises, at once; process._tickCallback is what runs them. */
function settled(promise) {
  let outcome;
  promise.then(
    (value) => (outcome = { value }),
    (error) => (outcome = { error }),
  );
  process._tickCallback();
  if (outcome === undefined) throw new Error('the promise is still pending');
  if ('error' in outcome) throw outcome.error;
  return outcome.value;
}

/** Parsers make errors by the dozen of what is no file of theirs; to write down where took a fifth of the time of YAML. */
function withoutTraces(run) {
  return (data) => {
    Error.stackTraceLimit = 0;
    try {
      return run(data);
    } catch {
      Error.stackTraceLimit = 30;
      return run(data);
    }
  };
}

/**
 * The target with its promises settled, for the fuzzer's synchronous mode; in the other one each execution goes through two
 * threads. Its seeds are read beforehand: what is loaded when first needed is there from then on. Promises are not run
 * while others are, so the fuzzer is started from outside of one.
 */
function cheap(target, seeds) {
  replaceHooks();
  const { startFuzzing } = globalThis.Fuzzer;
  globalThis.Fuzzer.startFuzzing = async (...args) => {
    for (const name of readdirSync(seeds).filter((one) => one.startsWith('seed-'))) {
      await target(readFileSync(path.join(seeds, name)));
    }
    return new Promise((resolve, reject) => setImmediate(() => startFuzzing(...args).then(resolve, reject)));
  };
  const isSync = globalThis.options.get('sync');
  return withoutTraces((data) => {
    told.fill(0);
    const result = target(data);
    return isSync && result !== undefined ? settled(result) : result;
  });
}

module.exports = { cheap };
