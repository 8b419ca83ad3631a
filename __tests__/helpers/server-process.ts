import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { homedir } from 'node:os';
import path from 'node:path';

/** A server program that is no npm package: the one that the environment variable names, or the one that Go installed. */
export function findProgram(name: string, variable: string): string | undefined {
  const named = process.env[variable];
  const installed = path.join(process.env.GOBIN ?? path.join(homedir(), 'go', 'bin'), name);
  return [named, installed].find((file) => file !== undefined && existsSync(file));
}

export interface Running {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/** Starts a server on a free loopback port and waits until it listens. */
export async function startProgram(
  program: string,
  argumentsFor: (port: number) => readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Running> {
  const port = await freePort();
  const child = spawn(program, argumentsFor(port), { env: { ...process.env, ...environment }, stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = () => {
    child.kill();
    return ended;
  };
  for (let attempt = 0; attempt < 1_200; attempt += 1) {
    if (await isListening(port)) return { port, stop };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await stop();
  throw new Error(`${path.basename(program)} did not start`);
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
