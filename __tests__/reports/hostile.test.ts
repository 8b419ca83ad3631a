import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotationsOf } from '../../src/reports/annotations.ts';
import { commentMarkdown, MAX_COMMENT } from '../../src/reports/comment.ts';
import { htmlPage } from '../../src/reports/html.ts';
import { summaryMarkdown } from '../../src/reports/summary.ts';
import { terminalText } from '../../src/reports/terminal.ts';
import { hostileReport } from '../helpers/hostile-report.ts';
import { makeReport } from '../helpers/report.ts';

const OPTIONS = {
  failed: false,
  blob: 'https://github.com/acme/app/blob/0123456789012345678901234567890123456789',
  run: 'https://github.com/acme/app/actions/runs/1',
};

/** Our own tags; whatever else stands between angle brackets came from the artifact. */
const OWN_TAGS = /<\/?(?:code|sub|details|summary)>|<br>|<!-- -->/g;
const OWN_LINKS = /\]\(https:\/\/github\.com\/acme\/[A-Za-z0-9._~!%#/-]*\)/g;

/** What is left of the Markdown once everything of ours is taken out. */
function foreign(markdown: string): string {
  return markdown
    .replace(/^<!-- ajar:app -->\n/, '')
    .replace(OWN_LINKS, ']')
    .replace(OWN_TAGS, '')
    .replace(/&#\d+;|&nbsp;/g, '')
    .replace(/^## /gm, '')
    .replace(/^- /gm, '')
    .replace(/\*\*(?:\d+ (?:new|closed)|new|\d+ findings?)\*\*/g, '')
    .replace(/^\|[ :|-]+\|$/gm, '');
}

describe('Markdown of a hostile report', () => {
  it('holds no markup, mention, reference or link but ours', () => {
    fc.assert(
      fc.property(hostileReport(), (report) => {
        const rest = foreign(commentMarkdown(report, { ...OPTIONS, category: 'app' }));
        expect(rest).not.toMatch(/[<>`@#\\$^{}_]|\]\(|https?:|www\./);
      }),
    );
  });

  it('keeps every table row whole', () => {
    fc.assert(
      fc.property(hostileReport(), (report) => {
        const rows = summaryMarkdown(report, OPTIONS)
          .split('\n')
          .filter((line) => line.startsWith('|'));
        expect(rows.length).toBeGreaterThan(4);
        for (const row of rows) expect(row.split('|')).toHaveLength(6);
      }),
    );
  });

  it('has as many sections as that of a harmless one', () => {
    const skeleton = (markdown: string) => markdown.match(/<\/?details>|<\/?summary>|^## /gm);
    fc.assert(
      fc.property(hostileReport(), (report) => {
        expect(skeleton(summaryMarkdown(report, OPTIONS))).toEqual(skeleton(summaryMarkdown(makeReport(), OPTIONS)));
      }),
    );
  });

  it('fits whatever the texts are', () => {
    fc.assert(
      fc.property(hostileReport(), (report) => {
        expect(commentMarkdown(report, { ...OPTIONS, category: 'app' }).length).toBeLessThanOrEqual(MAX_COMMENT);
      }),
    );
  });
});

describe('HTML of a hostile report', () => {
  const TAGS =
    /^<(?:!DOCTYPE html|\/?(?:html|head|body|main|h[1-4]|p|b|span|code|section|div|ol|ul|li|details|summary|table|thead|tbody|tr|th|td|a|br|footer|title|style|meta|svg|g|rect|path|text)(?: [a-zA-Z-]+="[^"<>]*")*)\/?>$/;

  it('holds no tag, attribute or script but ours', () => {
    fc.assert(
      fc.property(hostileReport(), (report) => {
        const tags = htmlPage(report, { failed: false }).match(/<[^>]*>?/g) ?? [];
        for (const tag of tags) {
          expect(tag).toMatch(TAGS);
          expect(tag).not.toMatch(/ on[a-z]+=|javascript:| src=| style=/i);
        }
      }),
    );
  });

  it('asks nobody for anything', () => {
    const page = htmlPage(makeReport(), { failed: false });
    expect(page).toMatch(/Content-Security-Policy" content="default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]{44}'/);
    expect(page).not.toMatch(/<(?:script|link|img|iframe|object|embed|form|base)\b|url\(|@import/i);
  });

  it('hides nothing', () => {
    fc.assert(
      fc.property(hostileReport(), (report) => {
        expect(htmlPage(report, { failed: false }).replaceAll('\n', '')).not.toMatch(
          /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u,
        );
      }),
    );
  });
});

describe('the terminal report of a hostile report', () => {
  it('holds no control character but line feeds', () => {
    fc.assert(
      fc.property(hostileReport(), (report) => {
        const text = terminalText(report, { failed: false, colour: false });
        expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u);
      }),
    );
  });

  it('holds no escape sequence but our colours', () => {
    fc.assert(
      fc.property(hostileReport(), (report) => {
        const text = terminalText(report, { failed: false, colour: true });
        expect(text).toContain('\u001b[1m');
        // biome-ignore lint/complexity/useRegexLiterals: reads better than a literal full of escapes
        const own = new RegExp('\\u001b\\[(?:1|2|3[0-9]|22|39)m', 'g');
        expect(text.replace(own, '').replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
      }),
    );
  });
});

describe('annotations of a hostile report', () => {
  it('are one line each, with nothing hidden', () => {
    fc.assert(
      fc.property(hostileReport(), (report) => {
        for (const { title, message, file } of annotationsOf(report)) {
          expect(`${title}${message}${file ?? ''}`).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
        }
      }),
    );
  });
});
