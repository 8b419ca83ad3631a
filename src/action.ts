import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as core from '@actions/core';
import { getOctokit } from '@actions/github';
import { runContext } from './github/context.ts';
import { runAction } from './github/run.ts';
import { readHandedOver } from './handed-over.ts';
import { RULES, scan } from './scan.ts';

/** The event that started the run; the runner writes it as JSON. */
function eventPayload(): unknown {
  const file = process.env.GITHUB_EVENT_PATH;
  return file === undefined || file === '' ? {} : JSON.parse(readFileSync(file, 'utf8'));
}

await runAction({
  toolkit: {
    ...core,
    // Outside a runner nothing takes the command off the output again, and the secret would stand in the log.
    setSecret: (secret) => process.env.GITHUB_ACTIONS === 'true' && core.setSecret(secret),
    writeSummary: async (markdown) => {
      await core.summary.addRaw(markdown).write();
    },
  },
  context: runContext(process.env, eventPayload(), process.cwd(), tmpdir()),
  scan,
  merge: async (wanted) => ({ ...(await readHandedOver({ ...wanted, rules: RULES })), rules: RULES, secrets: [] }),
  api: (token) => getOctokit(token),
  now: new Date(),
});
