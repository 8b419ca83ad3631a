import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = path.resolve(import.meta.dirname, '../../src');

/** Room of a file: its first folder below src, or the file itself. */
function roomOf(file: string): string {
  return file.split('/')[0] ?? file;
}

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(path.join(SRC, file), 'utf8');
  const found = text.matchAll(/^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s)?'([^']+)';|import\('([^']+)'\)/gm);
  return [...found].map(([, type, fixed, dynamic]) => {
    const target = fixed ?? dynamic ?? '';
    const to = target.startsWith('.')
      ? path
          .relative(SRC, path.resolve(SRC, path.dirname(file), target))
          .split(path.sep)
          .join('/')
      : target;
    return { from: file, to, typeOnly: type !== undefined };
  });
}

const FILES = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => file.endsWith('.ts'));
const IMPORTS = FILES.flatMap(importsOf);

/** Rooms that a room may import beside itself; `model.ts` and `shared` are open to all. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'model.ts': [],
  shared: [],
  formats: [],
  backends: [],
  declarations: [],
  artifacts: [],
  reports: [],
};

/** `artifacts` hands entries to formats, so it knows their shape; nothing of it remains after compiling. */
const TYPES_ALLOWED: Readonly<Record<string, readonly string[]>> = { artifacts: ['formats/format.ts'] };

describe('who imports whom', () => {
  it('finds the imports at all', () => {
    expect(IMPORTS.length).toBeGreaterThan(100);
  });

  it.each(Object.keys(ALLOWED))('%s keeps to itself, the model and the shared helpers', (room) => {
    const strangers = IMPORTS.filter(({ from }) => roomOf(from) === room)
      .filter(({ to }) => FILES.includes(to))
      .filter(
        ({ to }) =>
          roomOf(to) !== room && !['model.ts', ...(room === 'model.ts' ? [] : ['shared'])].includes(roomOf(to)),
      )
      .filter(({ to, typeOnly }) => !(typeOnly && TYPES_ALLOWED[room]?.includes(to)));
    expect(strangers).toEqual([]);
  });

  it('leaves @actions/* to the action, its settings and github', () => {
    const elsewhere = IMPORTS.filter(({ to }) => to.startsWith('@actions/')).filter(
      ({ from }) => !['action.ts', 'settings', 'github'].includes(roomOf(from)),
    );
    expect(elsewhere).toEqual([]);
  });

  it('lets only probes and github speak to the network', () => {
    const network = ['node:http', 'node:https', 'node:net', 'node:tls', 'node:dns', 'node:dns/promises', 'node:dgram'];
    const elsewhere = IMPORTS.filter(({ to }) => network.includes(to)).filter(
      ({ from }) => !['probes', 'github'].includes(roomOf(from)),
    );
    expect(elsewhere).toEqual([]);
    const fetching = FILES.filter(
      (file) =>
        !['probes', 'github'].includes(roomOf(file)) && /\bfetch\(/.test(readFileSync(path.join(SRC, file), 'utf8')),
    );
    expect(fetching).toEqual([]);
  });

  it('loads heavy libraries only when they are needed', () => {
    const heavy = [
      'fast-xml-parser',
      'yaml',
      'web-tree-sitter',
      'libpg-query',
      '@babel/parser',
      'jszip',
      'valibot',
      '@actions/github',
    ];
    const eager = IMPORTS.filter(
      ({ from, to, typeOnly }) => from !== 'action.ts' && heavy.includes(to) && !typeOnly,
    ).filter(({ from, to }) => {
      return new RegExp(`^import(?!\\s+type)[^;]*'${to}'`, 'm').test(readFileSync(path.join(SRC, from), 'utf8'));
    });
    expect(eager).toEqual([]);
  });
});
