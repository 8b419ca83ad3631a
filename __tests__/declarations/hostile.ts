import fc from 'fast-check';
import { expect } from 'vitest';
import type { DeclarationLanguage } from '../../src/declarations/language.ts';
import { NOW } from './read.ts';

/** Whatever stands in a file: the reader gives a reading, every problem names the file, and every place lies in it. */
export async function demandTotal(language: DeclarationLanguage, paths: readonly string[], seeds: readonly string[]) {
  const piece = fc.constantFrom(...seeds.flatMap((seed) => seed.split(/(?<=[\n{}()[\],:;"' ])/)));
  const text = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 80 }).map((pieces) => pieces.join('')),
    fc.tuple(fc.constantFrom(...seeds), fc.nat(), fc.string({ maxLength: 4 })).map(([seed, at, noise]) => {
      const cut = at % (seed.length + 1);
      return `${seed.slice(0, cut)}${noise}${seed.slice(cut + noise.length)}`;
    }),
    fc.tuple(fc.constantFrom(...seeds), fc.nat()).map(([seed, at]) => seed.slice(0, at % (seed.length + 1))),
    fc
      .integer({ min: 1, max: 30_000 })
      .chain((depth) => fc.constantFrom('[', '{"a":', '(', '${', 'f(').map((open) => open.repeat(depth))),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), text, async (path, body) => {
      const { declarations, problems } = await language.read([{ path, text: body }], { now: NOW, paths: [path] });
      const lines = body.split(/\r\n|\r|\n/).length;
      for (const problem of problems) {
        expect(problem.path).toBe(path);
        expect(problem.line ?? 1).toBeLessThanOrEqual(lines);
      }
      for (const { declaration } of declarations) {
        expect(declaration.path).toBe(path);
        expect(declaration.line).toBeGreaterThanOrEqual(1);
        expect(declaration.line).toBeLessThanOrEqual(lines);
      }
    }),
    { numRuns: 120 },
  );
}
