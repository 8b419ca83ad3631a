#!/usr/bin/env node
import { beginReading } from './beginning.ts';
import { HELP } from './help.ts';
import { parseFlags } from './settings/flags.ts';
import { artifactLocations } from './settings/settings.ts';
import { messageOf, UsageError } from './shared/errors.ts';
import { beginThread } from './thread.ts';
import { VERSION } from './version.ts';

/** Runs one command; the exit code is the result. Everything heavy is loaded only by the command that needs it. */
async function main(args: readonly string[]): Promise<number> {
  const command = parseFlags(args, process.cwd());
  const settings = command.name === 'scan' && !command.stream ? command.settings : undefined;
  // First of all: it takes longer to start than all that is loaded here.
  const thread = settings === undefined ? undefined : beginThread(artifactLocations(settings));
  // A closed pipe (ajar … | head) is no error of ours.
  process.stdout.on('error', () => process.exit(0));
  switch (command.name) {
    case 'help':
      process.stdout.write(HELP);
      return 0;
    case 'version':
      process.stdout.write(`${VERSION}\n`);
      return 0;
    default: {
      const begun = settings === undefined ? undefined : await beginReading(settings, thread);
      const { runCommand } = await import('./commands.ts');
      return runCommand(command, begun);
    }
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
  // Node would take everything apart that is in memory; what is still being written has its time.
  if (process.stdout.writableLength + process.stderr.writableLength === 0) process.exit();
} catch (error) {
  const hint = error instanceof UsageError ? '' : ' (please report this; it is a defect of ajar)';
  process.stderr.write(`ajar: ${messageOf(error)}${hint}\n`);
  process.exitCode = 2;
}
