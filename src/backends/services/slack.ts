import { sample } from '../samples.ts';
import { keyDefinition } from './key-definition.ts';

const DOCS = ['https://docs.slack.dev/authentication/tokens'];

export const slack = keyDefinition({
  kind: 'slack-token',
  title: 'Slack token',
  docs: DOCS,
  anchors: ['xoxb-', 'xoxp-', 'xoxa-', 'xoxc-', 'xoxo-', 'xoxr-', 'xoxs-', 'xapp-', 'xoxe'],
  // Numbers of workspace and user come first, except in configuration tokens (xoxe) and those of apps (xapp).
  form: '(?:xox[abceoprs]-(?:\\d-)?\\d{6,15}-[A-Za-z0-9-]{10,250}|xoxe(?:\\.xox[bp])?-\\d-[A-Za-z0-9]{100,250}|xapp-\\d-[A-Za-z0-9-]{20,250})(?<!-)',
  judge: () => ({
    grade: 'privileged',
    why: 'It acts in a workspace with the scopes it was given, which cannot be read from it.',
    rule: 'slack-token',
  }),
  examples: [
    {
      text: `xoxb-123412341234-567856785678-${sample('alnum', 24)}`,
      gives: ['slack-token'],
      why: 'the token of a bot',
    },
    {
      text: `xoxp-123412341234-567856785678-901290129012-${sample('hex', 32)}`,
      gives: ['slack-token'],
      why: 'the token of a user',
    },
    {
      text: `xapp-1-A012B3CD4EF-123412341234-${sample('hex', 64)}`,
      gives: ['slack-token'],
      why: 'the token of an app',
    },
    {
      text: `xoxc-822153013648-703901033260-172271838222-${sample('hex', 64)}`,
      gives: ['slack-token'],
      why: 'the session of a browser',
    },
    { text: `xoxe.xoxp-1-${sample('alnum', 163)}`, gives: ['slack-token'], why: 'a configuration token' },
    { text: 'xoxe.xoxp-1-SlackAppConfigurationAccessTokenHere', gives: [], why: 'words in place of a token' },
    { text: 'xoxp-572370529330-573807301142-572331691188-####', gives: [], why: 'a mask' },
    { text: 'xoxb-your-token', gives: [], why: 'a placeholder' },
    { text: 'xoxb-', gives: [], why: 'the prefix alone' },
    { text: `xoxb-${'x'.repeat(40)}`, gives: [], why: 'a placeholder' },
  ],
  rules: [
    {
      id: 'slack-token',
      title: 'Slack token ships with the app',
      severity: 'high',
      precision: 'very-high',
      meaning:
        'Whoever unpacks the app can act in your Slack workspace: as a rule post in channels, and read messages, files and members.',
      knows: 'The value has the form that the service gives to this key.',
      revoke: 'Revoke it with `auth.revoke`, or under the app’s OAuth & Permissions page.',
      instead: 'Post to Slack from a server.',
      references: DOCS,
    },
  ],
});
