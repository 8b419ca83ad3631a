import type { Report } from '../model.ts';
import { fittingMarkdown, type MarkdownOptions } from './markdown.ts';

/** A step's job summary; above it GitHub drops all of it. https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands */
export const MAX_SUMMARY_BYTES = 1024 * 1024;

export function summaryMarkdown(report: Report, options: MarkdownOptions): string {
  return fittingMarkdown(report, options, (text) => Buffer.byteLength(text) < MAX_SUMMARY_BYTES);
}
