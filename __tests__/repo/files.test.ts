import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { REPO_LIMITS, readRepo } from '../../src/repo/files.ts';
import { signUpIn } from '../../src/repo/mentions.ts';

function folderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const root = mkdtempSync(path.join(tmpdir(), 'ajar-repo-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), content);
  }
  return root;
}

const names = async (root: string, exclude: string[] = []) =>
  (await readRepo(root, '.', exclude)).files.map((file) => file.path);

describe('readRepo', () => {
  it('reads what git tracks or would track, and nothing that it ignores', async () => {
    const root = folderWith({
      '.gitignore': 'secret.txt\n',
      'a.tf': 'x',
      'secret.txt': 'y',
      'node_modules/b.json': '{}',
    });
    execFileSync('git', ['init', '-q'], { cwd: root });
    execFileSync('git', ['add', 'a.tf'], { cwd: root });
    expect(await names(root)).toEqual(['.gitignore', 'a.tf']);
  });

  it('leaves out build output and dependencies where there is no git', async () => {
    const root = folderWith({ 'a.tf': 'x', 'node_modules/b.json': '{}', 'build/c.json': '{}', 'app/src/d.kt': 'd' });
    expect(await names(root)).toEqual(['a.tf', 'app/src/d.kt']);
  });

  it('runs nothing that a repository’s own config names', async () => {
    const root = folderWith({ 'a.tf': 'x' });
    execFileSync('git', ['init', '-q'], { cwd: root });
    const mark = path.join(root, 'ran');
    writeFileSync(path.join(root, '.git', 'hook.sh'), `#!/bin/sh\ntouch ${mark}\n`, { mode: 0o755 });
    execFileSync('git', ['config', 'core.fsmonitor', path.join(root, '.git', 'hook.sh')], { cwd: root });
    expect(await names(root)).toEqual(['a.tf']);
  });

  it('follows no link, passes binary files over, and takes a byte order mark off', async () => {
    const root = folderWith({ 'a.json': '\ufeff{}', 'b.bin2': Buffer.from([1, 0, 2]) });
    symlinkSync('/etc/passwd', path.join(root, 'c.txt'));
    const repo = await readRepo(root, '.', []);
    expect(repo.files).toEqual([{ path: 'a.json', text: '{}' }]);
  });

  it('says what it left out', async () => {
    const root = folderWith({ 'a.tf': 'x', 'big.json': 'x'.repeat(100), 'samples/s.tf': 'x' });
    const repo = await readRepo(root, '.', ['samples/**'], { ...REPO_LIMITS, fileBytes: 50 });
    expect(repo.files.map((file) => file.path)).toEqual(['a.tf']);
    expect(repo.problems.map(({ kind, path: file }) => [kind, file])).toEqual([
      ['note', '.'],
      ['limit', 'big.json'],
    ]);
  });

  it('shows paths from the root of the scan', async () => {
    const root = folderWith({ 'mobile/a.tf': 'x' });
    expect((await readRepo(root, 'mobile', [])).files.map((file) => file.path)).toEqual(['mobile/a.tf']);
    expect((await readRepo(path.join(root, 'mobile'), root, [])).files.map((file) => file.path)).toEqual([
      'mobile/a.tf',
    ]);
  });
});

describe('signUpIn', () => {
  it('finds the call that lets anybody make an account', () => {
    expect(signUpIn([{ path: 'lib/auth.dart', text: 'a\nawait auth.signInAnonymously();' }])).toBe(
      'signInAnonymously in lib/auth.dart:2',
    );
    expect(signUpIn([{ path: 'test/auth.dart', text: 'auth.signInAnonymously()' }])).toBeUndefined();
    expect(signUpIn([{ path: 'README.md', text: 'signInAnonymously' }])).toBeUndefined();
  });
});
