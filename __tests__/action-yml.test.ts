import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ACTION_INPUTS, ACTION_OUTPUTS } from '../src/settings/action-inputs.ts';

interface Described {
  readonly description: string;
  readonly default?: string;
  readonly required?: boolean;
}

interface ActionYml {
  readonly name: string;
  readonly description: string;
  readonly branding: { readonly icon: string; readonly color: string };
  readonly inputs: Readonly<Record<string, Described>>;
  readonly outputs: Readonly<Record<string, Described>>;
  readonly runs: { readonly using: string; readonly main: string };
}

const file = (name: string) => new URL(`../${name}`, import.meta.url);
const action: ActionYml = parse(readFileSync(file('action.yml'), 'utf8'));

describe('action.yml', () => {
  it('runs on the only Node that GitHub’s runners have', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/action/index.js' });
  });

  it('has the inputs that the code reads, with the same defaults', () => {
    const defaults = Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, input.default]));
    expect(defaults).toEqual(ACTION_INPUTS);
  });

  it('has the outputs that the code sets', () => {
    expect(Object.keys(action.outputs)).toEqual([...ACTION_OUTPUTS]);
  });

  it('describes all of them, and can be published', () => {
    const all = [...Object.values(action.inputs), ...Object.values(action.outputs)];
    for (const { description } of all) expect(description.length).toBeGreaterThan(20);
    expect(action.description.length).toBeLessThanOrEqual(125);
    // https://docs.github.com/actions/reference/workflows-and-actions/metadata-syntax#branding
    expect(['white', 'black', 'yellow', 'blue', 'green', 'orange', 'red', 'purple', 'gray-dark']).toContain(
      action.branding.color,
    );
  });
});

describe.runIf(existsSync(file('README.md')))('the README', () => {
  const readme = existsSync(file('README.md')) ? readFileSync(file('README.md'), 'utf8') : '';

  /** First cells of the tables of a section: `| \`probe\` | …`. */
  function names(heading: string): string[] {
    const section = readme.split(/^#+ /m).find((part) => part.startsWith(heading)) ?? '';
    return [...section.matchAll(/^\| `([a-z-]+)`/gm)].map(([, name]) => name ?? '');
  }

  it('has a table of the inputs and one of the outputs', () => {
    expect(names('Inputs')).toEqual(Object.keys(ACTION_INPUTS));
    expect(names('Outputs')).toEqual([...ACTION_OUTPUTS]);
  });
});
