import { execFileSync, spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commentMarkdown } from '../../src/reports/comment.ts';
import { hostileReport } from '../helpers/hostile-report.ts';

/** GitHub's own Markdown reader, where the machine has it (Debian: cmark-gfm). */
const here = spawnSync('cmark-gfm', ['--version']).status === 0;
const EXTENSIONS = ['table', 'strikethrough', 'autolink', 'tasklist', 'footnotes'].flatMap((name) => ['-e', name]);

const ELEMENTS =
  /^<(?:!-- (?:ajar:app )?--|\/?(?:h2|p|code|strong|table|thead|tbody|tr|sub|details|summary|ul|li|a)|t[hd] align="left"|\/t[hd]|br ?\/?|a href="https:\/\/github\.com\/acme\/[^"]*")>$/;

describe.runIf(here)('the comment as GitHub’s Markdown reader sees it', () => {
  it('holds no element but ours, whatever stands in an artifact', () => {
    fc.assert(
      fc.property(hostileReport(), (report) => {
        const markdown = commentMarkdown(report, {
          failed: false,
          category: 'app',
          blob: 'https://github.com/acme/app/blob/abc',
          run: 'https://github.com/acme/app/actions/runs/1',
        });
        const html = execFileSync('cmark-gfm', ['--unsafe', ...EXTENSIONS], { input: markdown }).toString();
        for (const element of html.match(/<[^>]*>/g) ?? []) expect(element).toMatch(ELEMENTS);
      }),
      { numRuns: 60 },
    );
  });
});
