import { sample } from '../samples.ts';
import { keyDefinition } from './key-definition.ts';

const DOCS = ['https://docs.gitlab.com/security/tokens/'];

export const gitlabToken = keyDefinition({
  kind: 'gitlab-token',
  title: 'GitLab token',
  docs: DOCS,
  anchors: ['glpat-', 'gldt-', 'glptt-', 'glrt-', 'gloas-', 'glsoat-'],
  // gloas is the secret of an OAuth application, glsoat a single sign-on’s, glptt starts pipelines.
  form: '(?:glpat|gldt|glrt|glsoat)-[A-Za-z0-9_-]{20,64}(?:\\.[A-Za-z0-9_]{2,12}\\.[A-Za-z0-9_]{6,12})?|glptt-[0-9a-f]{40}|gloas-[A-Za-z0-9_-]{64}',
  judge: () => ({
    grade: 'privileged',
    why: 'It acts as the account or project that made it, with the scopes it was given, which cannot be read from it.',
    rule: 'gitlab-token',
  }),
  examples: [
    { text: `gloas-${sample('hex', 64)}`, gives: ['gitlab-token'], why: 'the secret of an OAuth application' },
    { text: `glptt-${sample('hex', 40)}`, gives: ['gitlab-token'], why: 'starts pipelines' },
    { text: `glptt-${sample('alnum', 20)}`, gives: [], why: 'cut short' },
    { text: `glpat-${sample('alnum', 20)}`, gives: ['gitlab-token'], why: 'a personal access token' },
    { text: `PRIVATE-TOKEN: glpat-${sample('alnum', 20, 2)}`, gives: ['gitlab-token'], why: 'in a header' },
    { text: 'glpat-', gives: [], why: 'the prefix alone' },
    { text: `glpat-${'x'.repeat(20)}`, gives: [], why: 'a placeholder' },
  ],
  rules: [
    {
      id: 'gitlab-token',
      title: 'GitLab token ships with the app',
      severity: 'critical',
      precision: 'very-high',
      meaning: 'Whoever unpacks the app can act on GitLab as the account or project that made the token.',
      knows: 'The value has the form that the service gives to this key.',
      revoke: 'Revoke the token under User settings, Access tokens, or in the project’s settings.',
      instead: 'A build reads its token from the environment of the runner; an app has no use for one.',
      references: DOCS,
    },
  ],
});
