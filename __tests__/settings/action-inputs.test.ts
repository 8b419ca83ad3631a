import { describe, expect, it } from 'vitest';
import { ACTION_INPUTS, type ActionInputName, readActionInputs } from '../../src/settings/action-inputs.ts';
import { UsageError } from '../../src/shared/errors.ts';

const RUN = { workspace: '/work', fork: false, change: false };

function read(inputs: Partial<Record<ActionInputName, string>>, run = RUN) {
  return readActionInputs((name) => inputs[name] ?? ACTION_INPUTS[name], run);
}

describe('readActionInputs', () => {
  it('takes the defaults', () => {
    expect(read({ token: 't' })).toEqual({
      settings: {
        root: '/work',
        artifacts: [],
        artifactsWanted: true,
        repo: '.',
        probe: 'off',
        failOn: 'high',
        failOnState: 'all',
        fork: false,
        probeForks: false,
      },
      reports: [],
      files: { sarif: 'ajar.sarif' },
      comment: 'always',
      baseline: { from: 'auto' },
      category: 'app',
      token: 't',
    });
  });

  it('takes an empty input, as an unset expression gives, for the default', () => {
    const empty = readActionInputs(() => '', RUN);
    expect(empty.settings).toEqual(read({}).settings);
    expect(empty.comment).toBe('always');
    expect(empty.files).toEqual({});
  });

  it.each([
    ['auto', true, 'new'],
    ['auto', false, 'all'],
    ['all', true, 'all'],
    ['new', false, 'new'],
  ])('fail-on-state %s, where a change is checked: %s, is %s', (value, change, state) => {
    expect(read({ 'fail-on-state': value }, { ...RUN, change }).settings.failOnState).toBe(state);
  });

  it('reads reports line by line', () => {
    expect(read({ report: 'a.json\n reports/*.json \n' }).reports).toEqual(['a.json', 'reports/*.json']);
  });

  it('reads artifacts line by line', () => {
    expect(read({ artifacts: ' app/**/*.apk \r\n\n  ios/out dir/*.ipa\n' }).settings.artifacts).toEqual([
      'app/**/*.apk',
      'ios/out dir/*.ipa',
    ]);
  });

  it('scans the repository alone where artifacts is none', () => {
    expect(read({ artifacts: 'none' }).settings).toMatchObject({ artifacts: [], artifactsWanted: false });
  });

  it('reads everything that can be said', () => {
    const inputs = read({
      probe: 'read',
      'fail-on': 'never',
      config: 'ci/.ajar.yml',
      'sarif-file': '',
      'json-file': 'out/a.json',
      'html-file': 'out/a.html',
      comment: 'always',
      baseline: 'base.json',
      category: 'ios/store',
    });
    expect(inputs.settings).toMatchObject({ probe: 'read', failOn: 'never', config: 'ci/.ajar.yml' });
    expect(inputs.files).toEqual({ json: 'out/a.json', html: 'out/a.html' });
    expect(inputs).toMatchObject({
      comment: 'always',
      baseline: { from: 'file', file: 'base.json' },
      category: 'ios/store',
    });
  });

  it('says that the run is a fork’s', () => {
    expect(read({ probe: 'read' }, { ...RUN, fork: true, change: true }).settings).toMatchObject({
      probe: 'read',
      fork: true,
    });
  });

  it.each<[ActionInputName, string, RegExp]>([
    ['probe', 'yes', /input “probe” must be one of off, read, write, not “yes”/],
    ['probe', 'false', /put off in quotes/],
    ['fail-on', 'hgh', /did you mean “high”/],
    ['comment', 'on-finding', /did you mean “on-findings”/],
    ['category', 'a-->b', /letters, digits/],
    ['category', 'a--b', /letters, digits/],
    ['category', 'a/', /letters, digits/],
    ['category', 'x'.repeat(101), /at most 100/],
    ['category', 'new\nline', /letters, digits/],
  ])('refuses %s %j and says what is allowed', (name, value, message) => {
    expect(() => read({ [name]: value })).toThrow(UsageError);
    expect(() => read({ [name]: value })).toThrow(message);
  });
});
