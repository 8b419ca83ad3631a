import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The first bytes of every fixture of the formats. */
export function fileHeads(): readonly Buffer[] {
  const folder = join(import.meta.dirname);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && file.parentPath.includes('fixtures'))
    .map((file) => readFileSync(join(file.parentPath, file.name)).subarray(0, 4_096));
}
