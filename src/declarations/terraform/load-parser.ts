import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Parser } from 'web-tree-sitter';

type TreeSitter = typeof import('web-tree-sitter');

/**
 * The files of the parser, unbundled: the bundler breaks web-tree-sitter's own way of finding `module`, and it would not carry
 * the grammar. scripts/build.mjs lays them beside the bundle.
 */
const FILES = {
  'web-tree-sitter.cjs': 'web-tree-sitter',
  'web-tree-sitter.wasm': 'web-tree-sitter/web-tree-sitter.wasm',
  'tree-sitter-terraform.wasm': '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm',
} as const;

let loaded: Promise<Parser> | undefined;

/** The tree-sitter parser for Terraform's HCL. Rejects if its files are missing. */
export function loadTreeSitter(): Promise<Parser> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Parser> {
  const require = createRequire(import.meta.url);
  const locate = (name: keyof typeof FILES) => {
    const beside = path.join(import.meta.dirname, name);
    return existsSync(beside) ? beside : require.resolve(FILES[name]);
  };
  const { Parser, Language } = require(locate('web-tree-sitter.cjs')) as TreeSitter;
  await Parser.init({ wasmBinary: readFileSync(locate('web-tree-sitter.wasm')) });
  const grammar = await Language.load(new Uint8Array(readFileSync(locate('tree-sitter-terraform.wasm'))));
  const parser = new Parser();
  parser.setLanguage(grammar);
  return parser;
}
