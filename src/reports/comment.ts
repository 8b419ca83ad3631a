import type { Report } from '../model.ts';
import { fittingMarkdown, type MarkdownOptions } from './markdown.ts';

/** GitHub's limit for the body of a comment, in characters. */
export const MAX_COMMENT = 65_536;

/** Hidden first line by which the comment is found again. `category` is checked by the settings: letters, digits, `._/-`. */
export function commentMarker(category: string): string {
  return `<!-- ajar:${category} -->`;
}

export function commentMarkdown(report: Report, options: MarkdownOptions & { readonly category: string }): string {
  const marker = `${commentMarker(options.category)}\n`;
  return marker + fittingMarkdown(report, options, (text) => marker.length + text.length <= MAX_COMMENT);
}
