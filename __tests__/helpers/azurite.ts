import { fileURLToPath } from 'node:url';
import { type Running, startProgram } from './server-process.ts';

const MAIN = fileURLToPath(new URL('../../node_modules/azurite/dist/src/blob/main.js', import.meta.url));
const OPTIONS = ['--inMemoryPersistence', '--skipApiVersionCheck', '--disableTelemetry', '--silent'];

/** Microsoft's emulator of Blob Storage with one account, in memory, on a loopback port over plain HTTP. */
export function startAzurite(account: string, key: string): Promise<Running> {
  return startProgram(process.execPath, (port) => [MAIN, '--blobPort', String(port), ...OPTIONS], {
    AZURITE_ACCOUNTS: `${account}:${key}`,
  });
}
