import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addSize, createMeter } from '../src/artifacts/meter.ts';
import { isWatched, type Progress, progressInWords, statusLine } from '../src/progress.ts';
import { scan } from '../src/scan.ts';

/** What a terminal shows of what was written to it: `\r` and the erasing of a line are all that is used. */
function fakeTerminal(columns: number) {
  const lines = [''];
  const seen: string[] = [];
  const write = (text: string) => {
    for (const part of text.split(/(\r|\n|\x1b\[K)/)) {
      if (part === '\n') lines.push('');
      else if (part === '\r' || part === '\x1b[K') lines[lines.length - 1] = '';
      else lines[lines.length - 1] += part;
    }
    expect(lines.at(-1)?.length).toBeLessThan(columns);
    seen.push(lines.at(-1) ?? '');
  };
  return { columns, write, lines, seen };
}

describe('the status line', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is written again as the reading goes on, and is gone at the end', () => {
    const terminal = fakeTerminal(80);
    const status = statusLine(terminal);
    status.above('reading build/app.apk');
    const meter = createMeter();
    const end = status.begin('build/app.apk', meter);
    addSize(meter, 500_000_000);
    vi.advanceTimersByTime(1000);
    expect(terminal.lines).toEqual(['reading build/app.apk', '  0 % of 500.0 MB  app.apk']);
    meter[0] = 225_000_000n;
    vi.advanceTimersByTime(1000);
    expect(terminal.lines.at(-1)).toBe(' 45 % of 500.0 MB  app.apk');
    end();
    expect(terminal.lines).toEqual(['reading build/app.apk', '']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('writes nothing where nothing has changed, nor for what is read at once', () => {
    const terminal = fakeTerminal(80);
    const status = statusLine(terminal);
    const end = status.begin('a.apk', createMeter());
    vi.advanceTimersByTime(10_000);
    expect(terminal.seen).toEqual(['a.apk']);
    end();
    terminal.seen.length = 0;
    status.begin('b.apk', createMeter())();
    vi.advanceTimersByTime(10_000);
    expect(terminal.seen).toEqual([]);
  });

  it('stays below other lines', () => {
    const terminal = fakeTerminal(80);
    const status = statusLine(terminal);
    const first = status.begin('a.apk', createMeter());
    vi.advanceTimersByTime(1000);
    status.above('reading b.apk (2 of 2)');
    const second = status.begin('b.apk', createMeter());
    vi.advanceTimersByTime(1000);
    expect(terminal.lines).toEqual(['reading b.apk (2 of 2)', 'a.apk · b.apk']);
    first();
    vi.advanceTimersByTime(1000);
    expect(terminal.lines.at(-1)).toBe('b.apk');
    second();
    expect(terminal.lines.at(-1)).toBe('');
  });
});

describe('progress in words', () => {
  const MB = 1_000_000;
  it.each([
    ['one artifact', [{ name: 'app.apk', read: 225 * MB, size: 500 * MB }], 80, ' 45 % of 500.0 MB  app.apk'],
    ['nothing but a name', [{ name: 'Shop.app', read: 0, size: 0 }], 80, 'Shop.app'],
    ['never more than all', [{ name: 'a', read: 7, size: 7 }], 80, '100 % of 7 B  a'],
    [
      'several at once',
      [
        { name: 'a.apk', read: 1 * MB, size: 2 * MB },
        { name: 'b.ipa', read: 0, size: 90_000 },
      ],
      80,
      ' 50 % of 2.0 MB  a.apk ·   0 % of 90.0 kB  b.ipa',
    ],
    ['cut to the line', [{ name: 'application-release.apk', read: 0, size: MB }], 24, '  0 % of 1.0 MB  appli…'],
    ['wide characters take two columns', [{ name: '应用应用应用', read: 0, size: 0 }], 10, '应用应…'],
    [
      'a name without what a terminal would do',
      [{ name: 'a\x1b[2Jb\r\n.apk', read: 0, size: 0 }],
      80,
      'a\\u{1b}[2Jb .apk',
    ],
    ['no room', [{ name: 'app.apk', read: 0, size: 0 }], 1, ''],
  ])('%s', (_what, states, columns, words) => {
    expect(progressInWords(states, columns)).toBe(words);
  });
});

describe('who watches', () => {
  it.each([
    ['a terminal', { isTTY: true }, { TERM: 'xterm-256color' }, true],
    ['one without colours', { isTTY: true }, { TERM: 'xterm', NO_COLOR: '1' }, true],
    ['Windows, which names none', { isTTY: true }, {}, true],
    ['a file or a pipe', {}, { TERM: 'xterm' }, false],
    ['one that cannot erase', { isTTY: true }, { TERM: 'dumb' }, false],
    ['a CI job', { isTTY: true }, { TERM: 'xterm', CI: 'true' }, false],
  ])('%s', (_what, stream, env, expected) => {
    expect(isWatched(stream, env)).toBe(expected);
  });
});

describe('a scan', () => {
  it('tells of each artifact how far it is, and when it is done', async () => {
    const root = mkdtempSync(path.join(tmpdir(), 'ajar-progress-'));
    const artifacts = ['a.jsbundle', 'b.jsbundle', 'c.jsbundle'];
    for (const [index, name] of artifacts.entries()) writeFileSync(path.join(root, name), 'x'.repeat(1000 + index));
    const told: string[] = [];
    const progress: Progress = {
      begin: (artifact, meter) => {
        told.push(`begin ${artifact}`);
        return () => told.push(`end ${artifact} ${meter.join(' of ')}`);
      },
    };
    const settings = { root, artifacts, artifactsWanted: true, probe: 'off', failOn: 'high', jobs: 2 } as const;
    const log = { debug: () => {}, info: () => {}, warning: () => {} };
    await scan(settings, { log, now: new Date('2026-01-01'), progress });
    expect(told.sort()).toEqual([
      'begin a.jsbundle',
      'begin b.jsbundle',
      'begin c.jsbundle',
      'end a.jsbundle 1000 of 1000',
      'end b.jsbundle 1001 of 1001',
      'end c.jsbundle 1002 of 1002',
    ]);
  });
});
