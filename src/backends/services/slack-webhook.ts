import { sample } from '../samples.ts';
import { keyDefinition } from './key-definition.ts';

const DOCS = ['https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks'];

export const slackWebhook = keyDefinition({
  kind: 'slack-webhook',
  title: 'Slack incoming webhook',
  docs: DOCS,
  anchors: ['hooks.slack.com/'],
  form: 'hooks\\.slack\\.com\\/(?:services|workflows|triggers)\\/[A-Z0-9]{8,12}\\/[A-Z0-9]{8,24}\\/[A-Za-z0-9]{20,40}',
  judge: () => ({ grade: 'restricted', why: 'It posts into one channel, and nothing else.', rule: 'slack-webhook' }),
  examples: [
    {
      text: `https://hooks.slack.com/services/T0ABCDEF1/B0ABCDEF2/${sample('alnum', 24)}`,
      gives: ['slack-webhook'],
      why: 'a webhook',
    },
    {
      text: `"webhook":"https://hooks.slack.com/services/T0ABCDEF1/B0ABCDEF2/${sample('alnum', 24, 2)}"`,
      gives: ['slack-webhook'],
      why: 'in a configuration',
    },
    {
      text: 'https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX',
      gives: [],
      why: 'the documentation’s own example',
    },
    { text: 'https://hooks.slack.com/services/', gives: [], why: 'the address alone' },
  ],
  rules: [
    {
      id: 'slack-webhook',
      title: 'Slack webhook ships with the app',
      severity: 'low',
      precision: 'very-high',
      meaning: 'Whoever unpacks the app can post messages into one channel of your workspace.',
      knows: 'The value has the form that the service gives to this key.',
      revoke: 'Remove the webhook on the app’s Incoming Webhooks page.',
      instead: 'Post to Slack from a server.',
      references: DOCS,
    },
  ],
});
