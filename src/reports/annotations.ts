import type { Finding, Report } from '../model.ts';
import { visibleLine } from './escape.ts';
import { openFindings, placeInWords } from './view.ts';
import { counted } from './words.ts';

export type AnnotationLevel = 'error' | 'warning' | 'notice';

export interface Annotation {
  readonly level: AnnotationLevel;
  readonly title: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/**
 * The runner shows 10 of each level per step (and 50 per job). One of each is left for what the run itself has to say: why it
 * failed, that the comment could not be written.
 * https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md
 */
const MAX_PER_LEVEL = 9;

function levelOf(finding: Finding): AnnotationLevel {
  if (finding.severity === 'critical' || finding.severity === 'high') return 'error';
  return finding.severity === 'medium' ? 'warning' : 'notice';
}

/**
 * The worst findings as annotations, new ones first among equals; where there are more than the runner shows, the last of
 * its level says how many.
 */
export function annotationsOf(report: Report): Annotation[] {
  const open = openFindings(report);
  const isNew = ({ state }: Finding) => state === 'new';
  const findings = [...open.filter(isNew), ...open.filter((finding) => !isNew(finding))];
  const levels: readonly AnnotationLevel[] = ['error', 'warning', 'notice'];
  return levels.flatMap((level) =>
    cut(
      level,
      findings.filter((finding) => levelOf(finding) === level),
    ),
  );
}

function cut(level: AnnotationLevel, findings: readonly Finding[]): Annotation[] {
  if (findings.length <= MAX_PER_LEVEL) return findings.map((finding) => annotationOf(level, finding));
  const more = findings.length - MAX_PER_LEVEL + 1;
  return [
    ...findings.slice(0, MAX_PER_LEVEL - 1).map((finding) => annotationOf(level, finding)),
    { level, title: 'Ajar', message: `${counted(more, 'more finding')} of this level: see the job summary.` },
  ];
}

function annotationOf(level: AnnotationLevel, finding: Finding): Annotation {
  const title = `${finding.severity}: ${plain(finding.title, 150)}`;
  const [place] = finding.places;
  const message = plain(finding.message, 1000);
  if (place === undefined) return { level, title, message };
  if (place.origin === 'artifact') {
    return {
      level,
      title,
      message: `${message} (${visibleLine(placeInWords(place), 200)})`,
      file: visibleLine(place.path),
    };
  }
  return {
    level,
    title,
    message,
    file: visibleLine(place.path),
    ...(place.line === undefined ? {} : { line: place.line }),
    ...(place.column === undefined ? {} : { column: place.column }),
  };
}

/** Annotations are plain text; the backticks around names are Markdown. */
function plain(text: string, max: number): string {
  return visibleLine(text.replaceAll('`', ''), max);
}
