#!/usr/bin/env node
/**
 * Reads the labelled cases of other scanners' test suites out of local copies, and prints them, one JSON object a line:
 * `{suite, rule, label, text, path?}`; `label` is what the suite's own test says.
 *
 *     node bench/recognition/lines.mjs WORK gitleaks=DIR betterleaks=DIR trufflehog=DIR secretlint=DIR detect-secrets=DIR
 *
 * The Go suites compute their samples, so they are run: copies in WORK are changed to print their cases instead of
 * checking them. No case is executed by the scanner itself and nothing goes over the network.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** TruffleHog's detectors for services that Ajar covers, and their neighbours; each is a Go package to compile. */
const DETECTORS =
  /^(?:alibaba|algoliaadminkey|anthropic|azure|aws|appsync|access_keys|session_keys|braintreepayments|cloudinary|deepseek|digitaloceantoken|digitaloceanv2|discordwebhook|elastic|facebookoauth|github|gitlab|googlegemini|googleoauth2|gcp|groq|hasura|huggingface|ibmclouduserkey|mailchimp|mailgun|mapbox|mongodb|onesignal|openai|openrouter|postgres|pusherchannelkey|rabbitmq|razorpay|redis|replicate|scalewaykey|sendgrid|sentry|shopify|slack|sqlserver|square|stripe|supabasetoken|telegrambottoken|twilio|uri|xai|yandex)/;

const READERS = {
  gitleaks: readGitleaks,
  betterleaks: readGitleaks,
  trufflehog: readTruffleHog,
  secretlint: readSecretlint,
  'detect-secrets': readDetectSecrets,
};

const [work, ...suites] = process.argv.slice(2);
if (work === undefined || suites.length === 0) throw new Error('usage: lines.mjs WORK SUITE=DIR...');
mkdirSync(work, { recursive: true });
for (const suite of suites) {
  const [name = '', dir = ''] = suite.split('=');
  const read = READERS[name];
  if (read === undefined || !existsSync(dir)) throw new Error(`not a suite and its folder: ${suite}`);
  const cases = read(dir, work, name).map((one) => JSON.stringify({ suite: name, ...one }));
  // Go's maps give another order each time.
  for (const line of [...new Set(cases)].sort()) process.stdout.write(`${line}\n`);
}

/** Each rule hands its true and false positives to `utils.Validate`. Generated secrets get a fixed seed. */
function readGitleaks(dir, into, name) {
  const copy = join(into, name);
  copyOf(dir, copy);
  const module = /^module (\S+)/m.exec(readFileSync(join(copy, 'go.mod'), 'utf8'))?.[1];
  writeFileSync(join(copy, 'cmd/generate/config/utils/validate.go'), printingValidate(module));
  const secrets = join(copy, 'cmd/generate/secrets');
  for (const file of readdirSync(secrets)) {
    const source = readFileSync(join(secrets, file), 'utf8')
      .replace('func NewSecret(', 'var seed int64\n\nfunc NewSecret(')
      .replace('return g.Generate(1)', 'seed++\n\tg.SetSeed(seed)\n\treturn g.Generate(1)');
    writeFileSync(join(secrets, file), source);
  }
  return jsonLines(run('go', ['run', '.', join(into, `${name}.toml`)], join(copy, 'cmd/generate/config')));
}

function printingValidate(module) {
  return `package utils

import (
	"encoding/json"
	"os"

	"${module}/config"
)

func emit(rule string, label bool, text string, path string) {
	line, _ := json.Marshal(map[string]any{"rule": rule, "label": label, "text": text, "path": path})
	os.Stdout.Write(append(line, '\\n'))
}

func Validate(rule config.Rule, tps []string, fps []string) *config.Rule {
	for _, text := range tps {
		emit(rule.RuleID, true, text, "")
	}
	for _, text := range fps {
		emit(rule.RuleID, false, text, "")
	}
	return &rule
}

func ValidateWithPaths(rule config.Rule, tps map[string]string, fps map[string]string) *config.Rule {
	for path, text := range tps {
		emit(rule.RuleID, true, text, path)
	}
	for path, text := range fps {
		emit(rule.RuleID, false, text, path)
	}
	return &rule
}
`;
}

/** Pattern tests are tables of `input` and `want`; nothing wanted makes a false case. */
function readTruffleHog(dir, into, name) {
  const copy = join(into, name);
  copyOf(dir, copy);
  const out = join(into, 'trufflehog.jsonl');
  rmSync(out, { force: true });
  const root = join(copy, 'pkg/detectors');
  const packages = new Set();
  for (const file of readdirSync(root, { recursive: true }).map(String)) {
    if (
      !/^(?!.*integration).*_test\.go$/.test(file) ||
      !dirname(file)
        .split('/')
        .some((part) => DETECTORS.test(part))
    )
      continue;
    const source = readFileSync(join(root, file), 'utf8');
    const printing = source.includes('//go:build') ? undefined : printingTable(source);
    if (printing === undefined) continue;
    writeFileSync(join(root, file), printing);
    const rule = dirname(file);
    const helper = printingCase(/^package (\w+)/m.exec(source)?.[1], rule, out);
    writeFileSync(join(root, rule, 'zz_corpus_test.go'), helper);
    packages.add(`./pkg/detectors/${rule}`);
  }
  // A package that does not compile so costs its own cases only.
  spawnSync('go', ['test', '-vet=off', '-count=1', ...packages], { cwd: copy, stdio: ['ignore', 'ignore', 'ignore'] });
  return jsonLines(readFileSync(out, 'utf8')).map(labelledByWant);
}

/** The first loop over rows that have an `input` and a `want` prints them, and does nothing else. */
function printingTable(source) {
  const loops = [...source.matchAll(/t\.Run\((\w+)\.name, func\(t \*testing\.T\) \{\n/g)];
  const found = loops.find(({ index, 1: row }, at) => {
    const body = source.slice(index, loops[at + 1]?.index);
    return body.includes(`${row}.input`) && new RegExp(`\\b${row}\\.want\\b`).test(body);
  });
  if (found === undefined) return undefined;
  const end = found.index + found[0].length;
  return `${source.slice(0, end)}corpusCase(${found[1]}.input, ${found[1]}.want)\nreturn\n${source.slice(end)}`;
}

function printingCase(name, rule, out) {
  return `package ${name}

import (
	"encoding/json"
	"os"
)

func corpusCase(input string, want any) {
	file, _ := os.OpenFile(${JSON.stringify(out)}, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	defer file.Close()
	line, _ := json.Marshal(map[string]any{"rule": "${rule}", "text": input, "want": want})
	file.Write(append(line, '\\n'))
}
`;
}

function labelledByWant({ rule, text, want }) {
  return { rule, label: Array.isArray(want) ? want.length > 0 : Boolean(want), text };
}

/** `ng.*` snapshots are reported, `ok.*` are not. The rules' presets repeat them. */
function readSecretlint(dir) {
  const rules = join(dir, 'packages/@secretlint');
  return readdirSync(rules)
    .filter((rule) => rule.startsWith('secretlint-rule-') && !rule.includes('preset'))
    .flatMap((rule) => {
      const snapshots = join(rules, rule, 'test/snapshots');
      if (!existsSync(snapshots)) return [];
      return readdirSync(snapshots)
        .filter((name) => /^(?:ok|ng)\./.test(name) && !existsSync(join(snapshots, name, '.secretlintrc.json')))
        .flatMap((name) => {
          const input = readdirSync(join(snapshots, name)).find((file) => file.startsWith('input'));
          if (input === undefined || input.endsWith('.p12')) return [];
          const text = readFileSync(join(snapshots, name, input), 'utf8');
          return [{ rule: rule.slice('secretlint-rule-'.length), label: name.startsWith('ng.'), text, path: input }];
        });
    });
}

function readDetectSecrets(dir) {
  return jsonLines(run(process.env.PYTHON ?? 'python3', [join(here, 'detect-secrets.py'), resolve(dir)], dir));
}

function copyOf(dir, copy) {
  rmSync(copy, { recursive: true, force: true });
  cpSync(dir, copy, { recursive: true, filter: (source) => basename(relative(dir, source)) !== '.git' });
}

function run(command, args, cwd) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${command} ${args[0]}: ${stderr.slice(-500)}`);
  return stdout;
}

function jsonLines(text) {
  return text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
}
