import { sample, sampleJwt } from '../samples.ts';
import { keyDefinition } from './key-definition.ts';

const DOCS = [
  'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github',
];

export const githubToken = keyDefinition({
  kind: 'github-token',
  title: 'GitHub token',
  docs: DOCS,
  // Tokens of installations are becoming `ghs_<app id>_<JWT>`: github.blog/changelog, 2026-04-24.
  anchors: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'github_pat_'],
  form: 'gh[pousr]_[A-Za-z0-9]{36,255}|ghs_\\d{1,20}_eyJ[A-Za-z0-9_-]{1,1000}\\.eyJ[A-Za-z0-9_-]{1,4000}\\.[A-Za-z0-9_-]{20,1000}|github_pat_[A-Za-z0-9_]{82}',
  // Documentation writes what a token is into its own text: `ghp_PersonalAccessToken…`.
  judge: (secret) =>
    /token/i.test(secret)
      ? undefined
      : {
          grade: 'privileged',
          why: 'It acts as the account or app that made it, with the scopes it was given, which cannot be read from it.',
          rule: 'github-token',
        },
  examples: [
    { text: `ghp_${sample('alnum', 36)}`, gives: ['github-token'], why: 'a classic personal access token' },
    {
      text: `github_pat_${sample('alnum', 22)}_${sample('alnum', 59)}`,
      gives: ['github-token'],
      why: 'a fine-grained personal access token',
    },
    {
      text: `https://x-access-token:ghs_${sample('alnum', 36)}@github.com/acme/shop.git`,
      gives: ['github-token'],
      why: 'the token of an installation, in an address',
    },
    {
      text: `ghs_12345_${sampleJwt({ iss: '12345', iat: 1745568000 })}`,
      gives: ['github-token'],
      why: 'the newer token of an installation',
    },
    { text: 'ghp_', gives: [], why: 'the prefix alone' },
    { text: 'ghp_PersonalAccessToken01245678900000009', gives: [], why: 'a sample of documentation' },
    { text: `ghp_${'x'.repeat(36)}`, gives: [], why: 'a placeholder' },
    { text: `weighp_${sample('alnum', 36)}`, gives: [], why: 'the middle of a longer word' },
  ],
  rules: [
    {
      id: 'github-token',
      title: 'GitHub token ships with the app',
      severity: 'critical',
      precision: 'very-high',
      meaning:
        'Whoever unpacks the app can act on GitHub as the account that made the token: read private source, and often write to it.',
      knows: 'The value has the form that the service gives to this key.',
      revoke: 'Delete the token under Settings, Developer settings.',
      instead: 'A build reads its token from the environment of the runner; an app has no use for one.',
      references: DOCS,
    },
  ],
});
