import { spawn } from 'node:child_process';
import { connect, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../node_modules/azurite/dist/src/blob/main.js', import.meta.url));
const OPTIONS = ['--inMemoryPersistence', '--skipApiVersionCheck', '--disableTelemetry', '--silent'];

/** Microsoft's emulator of Blob Storage with one account, in memory, on a loopback port over plain HTTP. */
export async function startAzurite(
  account: string,
  key: string,
): Promise<{ readonly port: number; readonly stop: () => void }> {
  const port = await freePort();
  const emulator = spawn(process.execPath, [MAIN, '--blobPort', String(port), ...OPTIONS], {
    env: { ...process.env, AZURITE_ACCOUNTS: `${account}:${key}` },
    stdio: 'ignore',
  });
  const stop = () => void emulator.kill();
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (await isListening(port)) return { port, stop };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  stop();
  throw new Error('Azurite did not start');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const settle = (result: boolean) => {
      socket.destroy();
      resolve(result);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
  });
}
