import type { Segment, ServiceName } from './syntax.ts';

/** A match path below the service's root, and the database or bucket that its beginning names. */
export interface Pattern {
  readonly segments: readonly Segment[];
  /** Set where the path names one database or bucket instead of leaving it to a wildcard. */
  readonly instance?: string;
}

/** How the paths of each service begin; `undefined` is where the database or bucket stands. */
const ROOTS: Readonly<Record<ServiceName, readonly (string | undefined)[]>> = {
  'cloud.firestore': ['databases', undefined, 'documents'],
  'firebase.storage': ['b', undefined, 'o'],
};

/** Segments of the root, the same for both services. */
export const ROOT_LENGTH = 3;

/** Strips the service's root off a full path; undefined if no request can match the path. */
export function belowRoot(service: ServiceName, path: readonly Segment[]): Pattern | undefined {
  let instance: string | undefined;
  const root = ROOTS[service];
  for (const [index, wanted] of root.entries()) {
    const segment = path[index];
    if (segment === undefined) return undefined;
    if (segment.kind === 'rest') return { segments: path.slice(index) };
    if (segment.kind === 'one') continue;
    if (wanted === undefined) instance = segment.text;
    else if (segment.text !== wanted) return undefined;
  }
  const segments = path.slice(root.length);
  return instance === undefined ? { segments } : { segments, instance };
}

/** `/users/{uid}/{rest=**}` */
export function patternText(segments: readonly Segment[]): string {
  return `/${segments.map(segmentText).join('/')}`;
}

function segmentText(segment: Segment): string {
  if (segment.kind === 'literal') return segment.text;
  return segment.kind === 'one' ? `{${segment.name}}` : `{${segment.name}=**}`;
}

/** The same for all paths that match the same: wildcards without their names. */
export function patternKey(segments: readonly Segment[]): string {
  return patternText(segments.map((segment) => (segment.kind === 'literal' ? segment : { ...segment, name: '' })));
}

export function hasRest(segments: readonly Segment[]): boolean {
  return segments.some((segment) => segment.kind === 'rest');
}

/**
 * True if every path that `inner` matches is also matched by `outer`. `least` is what a recursive wildcard takes at least: one
 * segment in rules_version 1, none in version 2.
 */
export function covers(outer: readonly Segment[], inner: readonly Segment[], least: 0 | 1): boolean {
  // reach[j]: the segments of `outer` read so far can cover the first j of `inner`.
  let reach = Array.from({ length: inner.length + 1 }, (_, index) => index === 0);
  for (const segment of outer) {
    reach = segment.kind === 'rest' ? acrossRest(reach, inner, least) : acrossOne(reach, inner, segment);
  }
  return reach[inner.length] ?? false;
}

function acrossRest(reach: readonly boolean[], inner: readonly Segment[], least: 0 | 1): boolean[] {
  const next = Array.from(reach, (reached) => reached && least === 0);
  for (let index = 0; index < inner.length; index++) {
    if (reach[index] || next[index]) next[index + 1] = true;
  }
  return next;
}

function acrossOne(reach: readonly boolean[], inner: readonly Segment[], outer: Segment): boolean[] {
  const next = reach.map(() => false);
  for (const [index, segment] of inner.entries()) {
    const same = segment.kind === 'literal' && outer.kind === 'literal' && segment.text === outer.text;
    if (reach[index] && (same || (outer.kind === 'one' && segment.kind !== 'rest'))) next[index + 1] = true;
  }
  return next;
}
