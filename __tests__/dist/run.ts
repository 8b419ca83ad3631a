import { spawn } from 'node:child_process';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a built bundle as a process of its own; `AJAR_NODE` names the Node to run it with. */
export function runDist(
  entry: 'cli' | 'action',
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Ran> {
  const node = process.env.AJAR_NODE ?? process.execPath;
  return new Promise((resolve, reject) => {
    const child = spawn(node, [path.join(ROOT, 'dist', entry, 'index.js'), ...args], {
      cwd: options.cwd ?? ROOT,
      // Nothing of a test is to lie in the cache folder of whoever runs it.
      env: { PATH: process.env.PATH, NODE_DISABLE_COMPILE_CACHE: '1', ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk) => {
      output.stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      output.stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...output }));
  });
}
