import type { Report, Severity } from '../model.ts';
import { html, visibleLine } from './escape.ts';
import { groupBySubject, highestSeverity, inventory, openFindings } from './view.ts';
import { AUDIENCE_WORDS, kindInWords, operationsInWords, widestAccess } from './words.ts';

/** The picture: apps on the left, what they talk to in the middle, who can do what on the right. */

const WIDTH = 720;
const ROW = 56;
const BOX = 44;
const MAX_ROWS = 24;
const MAX_APPS = 6;
const APP = { x: 8, width: 168 };
const BACKEND = { x: 240, width: 208 };
const ACCESS = { x: 512, width: 200 };

interface Row {
  readonly name: string;
  readonly kind: string;
  readonly severity: Severity | undefined;
  readonly who: string;
  readonly can: string;
  /** Artifacts that name it. */
  readonly shippedIn: readonly string[];
}

interface App {
  readonly name: string;
  readonly detail: string;
  readonly ships: (row: Row) => boolean;
}

/** An `<svg>` element; empty if there is nothing to draw. */
export function mapSvg(report: Report): string {
  const all = rowsOf(report);
  const rows = all.slice(0, MAX_ROWS);
  if (rows.length === 0) return '';
  const apps = appsOf(report);
  const height = Math.max(rows.length, apps.length) * ROW + (all.length > rows.length ? 28 : 8);
  const appTop = (index: number) => 4 + (height / apps.length) * (index + 0.5) - BOX / 2;
  const rowTop = (index: number) => 4 + index * ROW;
  const more = all.length - rows.length;
  return [
    `<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${html(label(report, all))}">`,
    ...rows.flatMap((row, index) => [
      ...apps.flatMap((app, at) =>
        app.ships(row) ? [edge(APP.x + APP.width, appTop(at), BACKEND.x, rowTop(index), 'note')] : [],
      ),
      ...(row.severity === undefined
        ? []
        : [edge(BACKEND.x + BACKEND.width, rowTop(index), ACCESS.x, rowTop(index), row.severity)]),
    ]),
    ...apps.map(({ name, detail }, index) => box(APP, appTop(index), name, detail, 'note')),
    ...rows.map((row, index) => box(BACKEND, rowTop(index), row.name, row.kind, row.severity ?? 'note')),
    ...rows.flatMap((row, index) =>
      row.severity === undefined ? [] : [box(ACCESS, rowTop(index), row.who, row.can, row.severity)],
    ),
    ...(more > 0 ? [`<text class="small" x="${BACKEND.x}" y="${height - 8}">and ${more} more, below</text>`] : []),
    '</svg>',
  ].join('\n');
}

/** What is open first, then the inventory. */
function rowsOf(report: Report): Row[] {
  const open = groupBySubject(report, openFindings(report)).map(({ subject, findings }) => {
    const widest = widestAccess(findings.flatMap(({ access }) => access));
    return {
      name: subject.name || subject.id,
      kind: kindInWords(subject.kind),
      severity: highestSeverity(findings),
      who: widest === undefined ? AUDIENCE_WORDS['app-holder'] : AUDIENCE_WORDS[widest.audience],
      can: widest === undefined ? 'can use it' : `can ${operationsInWords(widest.can)}`,
      shippedIn: shippedIn(report, subject.id),
    };
  });
  const rest = inventory(report).backends.map(({ id, name, kind }) => {
    return { name, kind: kindInWords(kind), severity: undefined, who: '', can: '', shippedIn: shippedIn(report, id) };
  });
  return [...open, ...rest];
}

function shippedIn(report: Report, id: string): string[] {
  const holders = [...report.backends, ...report.credentials].filter((holder) => holder.id === id);
  return holders.flatMap(({ shipped }) => shipped.map(({ path }) => path));
}

function appsOf(report: Report): App[] {
  if (report.artifacts.length === 0) return [{ name: 'Repository', detail: 'its configuration', ships: () => true }];
  const apps = report.artifacts.map(({ path, app }) => {
    const file = path.slice(path.lastIndexOf('/') + 1);
    const ships = (row: Row) => row.shippedIn.includes(path);
    return app.id === undefined ? { name: file, detail: app.platform, ships } : { name: app.id, detail: file, ships };
  });
  if (apps.length <= MAX_APPS) return apps;
  const others = apps.slice(MAX_APPS - 1);
  const ships = (row: Row) => others.some((app) => app.ships(row));
  return [...apps.slice(0, MAX_APPS - 1), { name: `${others.length} more apps`, detail: '', ships }];
}

function label(report: Report, rows: readonly Row[]): string {
  const open = rows.filter(({ severity }) => severity !== undefined).length;
  return `${report.artifacts.length} scanned artifacts, ${rows.length} backends and keys, ${open} of them open`;
}

function edge(fromX: number, fromTop: number, toX: number, toTop: number, severity: Severity): string {
  const [y1, y2] = [fromTop + BOX / 2, toTop + BOX / 2];
  const middle = (fromX + toX) / 2;
  return `<path class="s-${severity}" d="M${fromX} ${y1}C${middle} ${y1} ${middle} ${y2} ${toX} ${y2}"/>`;
}

/** About 7 units a character at 13 px; what is longer is cut, and whole in the tooltip. */
function box(
  column: { readonly x: number; readonly width: number },
  top: number,
  name: string,
  detail: string,
  severity: Severity,
): string {
  const fits = (unit: number) => Math.floor((column.width - 20) / unit);
  return [
    `<g><title>${html(visibleLine(`${name} ${detail}`, 500))}</title>`,
    `<rect class="s-${severity}" x="${column.x}" y="${top}" width="${column.width}" height="${BOX}" rx="8"/>`,
    `<text x="${column.x + 10}" y="${top + 19}">${html(visibleLine(name, fits(6.8)))}</text>`,
    `<text class="small" x="${column.x + 10}" y="${top + 35}">${html(visibleLine(detail, fits(6)))}</text></g>`,
  ].join('');
}
