import type { Report } from '../model.ts';

/** `ajar-report/1` as text, ending in a line feed. Lone surrogates are escaped by JSON.stringify, so it is always UTF-8. */
export function jsonText(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
