/**
 * Patterns for names and paths: `**` any number of folders, `*` any run without `/`, `?` one character but `/`.
 * Everything else is literal. Our own, because patterns come from files that a pull request brings: the work is bounded by
 * pattern × value, where the common libraries compile to backtracking regular expressions.
 */
export function matchesGlob(pattern: string, value: string): boolean {
  const segments = value.split('/');
  const parts = pattern.split('/');
  // reachable[i]: the parts so far can match the first i segments.
  let reachable = [true, ...segments.map(() => false)];
  parts.forEach((part, index) => {
    reachable = part === '**' ? anyDepth(reachable, index === parts.length - 1) : oneSegment(reachable, part, segments);
  });
  return reachable[segments.length] === true;
}

/** `**` takes any number of segments; at the end of a pattern at least one, so that `a/**` is not `a` itself. */
function anyDepth(reachable: readonly boolean[], last: boolean): boolean[] {
  let before = false;
  return reachable.map((here) => {
    const result = last ? before : before || here;
    before ||= here;
    return result;
  });
}

function oneSegment(reachable: readonly boolean[], part: string, segments: readonly string[]): boolean[] {
  return reachable.map((_, i) => i > 0 && reachable[i - 1] === true && matchesSegment(part, segments[i - 1] ?? ''));
}

/** `*` and `?` within one segment: greedy, with one point of return. */
function matchesSegment(pattern: string, value: string): boolean {
  let p = 0;
  let v = 0;
  let star = -1;
  let resume = 0;
  while (v < value.length) {
    if (pattern[p] === '*') {
      star = p;
      resume = v;
      p += 1;
    } else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === value[v])) {
      p += 1;
      v += 1;
    } else if (star !== -1) {
      resume += 1;
      p = star + 1;
      v = resume;
    } else {
      return false;
    }
  }
  while (pattern[p] === '*') p += 1;
  return p === pattern.length;
}
