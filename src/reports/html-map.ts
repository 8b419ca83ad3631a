import type { Report, Severity } from '../model.ts';
import { html, visibleLine } from './escape.ts';
import { groupBySubject, highestSeverity, inventory, openFindings } from './view.ts';
import { AUDIENCE_WORDS, kindInWords, operationsInWords, widestAccess } from './words.ts';

/** The picture: apps on the left, what they talk to in the middle, who can do what on the right. */

const WIDTH = 760;
const ROW = 56;
const BOX = 44;
const MAX_ROWS = 24;
const MAX_APPS = 6;
const APP = { x: 8, width: 160 };
const BACKEND = { x: 226, width: 208 };
const ACCESS = { x: 490, width: 262 };

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

/** Two `<svg>` elements, of which the style shows one: columns on a wide page, a tree on a phone; empty if there is nothing. */
export function mapSvg(report: Report): string {
  const all = rowsOf(report);
  const rows = all.slice(0, MAX_ROWS);
  if (rows.length === 0) return '';
  const picture: Picture = { rows, apps: appsOf(report), more: all.length - rows.length, label: label(report, all) };
  return `${wide(picture)}\n${narrow(picture)}`;
}

interface Picture {
  readonly rows: readonly Row[];
  readonly apps: readonly App[];
  /** Rows that are left out. */
  readonly more: number;
  readonly label: string;
}

function svg(layout: 'wide' | 'narrow', picture: Picture, height: number, parts: readonly string[]): string {
  const width = layout === 'wide' ? WIDTH : NARROW_WIDTH;
  const x = layout === 'wide' ? BACKEND.x : 8;
  const more =
    picture.more > 0 ? [`<text class="small" x="${x}" y="${height - 8}">and ${picture.more} more, below</text>`] : [];
  return [
    `<svg class="${layout}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${html(picture.label)}">`,
    ...parts,
    ...more,
    '</svg>',
  ].join('\n');
}

function wide(picture: Picture): string {
  const { rows, apps, more } = picture;
  const height = Math.max(rows.length, apps.length) * ROW + (more > 0 ? 28 : 8);
  const appTop = (index: number) => 4 + (height / apps.length) * (index + 0.5) - BOX / 2;
  const rowTop = (index: number) => 4 + index * ROW;
  return svg('wide', picture, height, [
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
  ]);
}

const NARROW_WIDTH = 360;
/** From one app's line to the next. */
const LINE = 8;

/** Apps on top, a line down from each, what it talks to along the lines, and who can do what below each of these. */
function narrow(picture: Picture): string {
  const { rows, apps, more } = picture;
  const backend = columnFrom(apps.length * LINE + 16);
  const access = columnFrom(backend.x + 28);
  const first = apps.length * ROW + 8;
  const heights = rows.map(({ severity }) => (severity === undefined ? ROW : 2 * ROW));
  const tops = heights.map((_, index) => first + heights.slice(0, index).reduce((sum, height) => sum + height, 0));
  const height = first + heights.reduce((sum, one) => sum + one, 0) + (more > 0 ? 28 : 0);
  return svg('narrow', picture, height, [
    ...apps.flatMap((app, at) =>
      rows.flatMap((row, index) =>
        app.ships(row) ? [bend(LINE * (at + 1), at * ROW + 4 + BOX, tops[index] ?? 0, backend.x, 'note')] : [],
      ),
    ),
    ...apps.map(({ name, detail }, at) => box(columnFrom(LINE * at + 4), at * ROW + 4, name, detail, 'note')),
    ...rows.flatMap(({ name, kind, severity, who, can }, index) => {
      const top = tops[index] ?? 0;
      const own = box(backend, top, name, kind, severity ?? 'note');
      if (severity === undefined) return [own];
      return [
        bend(backend.x + 14, top + BOX, top + ROW, access.x, severity),
        own,
        box(access, top + ROW, who, can, severity),
      ];
    }),
  ]);
}

/** To the right edge. */
function columnFrom(x: number): { readonly x: number; readonly width: number } {
  return { x, width: NARROW_WIDTH - 8 - x };
}

/** Down and to the right, to the middle of a box. */
function bend(x: number, top: number, boxTop: number, toX: number, severity: Severity): string {
  return `<path class="s-${severity}" d="M${x} ${top}V${boxTop + BOX / 2}H${toX}"/>`;
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
      can: widest === undefined ? 'can use it' : `can ${operationsInWords(widest.can)} it`,
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

/** About 7.8 units a wide character at 13 px; what is longer is cut, and whole in the tooltip. */
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
    `<text x="${column.x + 10}" y="${top + 19}">${html(visibleLine(name, fits(7.8)))}</text>`,
    `<text class="small" x="${column.x + 10}" y="${top + 35}">${html(visibleLine(detail, fits(6)))}</text></g>`,
  ].join('');
}
