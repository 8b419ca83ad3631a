import { sample } from '../samples.ts';
import { keyDefinition } from './key-definition.ts';

const DOCS = ['https://discord.com/developers/docs/resources/webhook'];

export const discordWebhook = keyDefinition({
  kind: 'discord-webhook',
  title: 'Discord webhook',
  docs: DOCS,
  anchors: ['discord.com/api/', 'discordapp.com/api/'],
  form: 'discord(?:app)?\\.com\\/api\\/(?:v\\d{1,2}\\/)?webhooks\\/\\d{17,20}\\/[A-Za-z0-9_-]{60,80}',
  judge: () => ({
    grade: 'restricted',
    why: 'It posts into one channel, and can change or delete itself.',
    rule: 'discord-webhook',
  }),
  examples: [
    {
      text: `https://discord.com/api/webhooks/123451234512345123/${sample('alnum', 68)}`,
      gives: ['discord-webhook'],
      why: 'a webhook',
    },
    {
      text: `https://discordapp.com/api/v10/webhooks/123451234512345123/${sample('alnum', 68)}`,
      gives: ['discord-webhook'],
      why: 'the older host',
    },
    { text: 'https://discord.com/api/webhooks/', gives: [], why: 'the address alone' },
    { text: 'https://discord.com/api/webhooks/<id>/<token>', gives: [], why: 'a template' },
  ],
  rules: [
    {
      id: 'discord-webhook',
      title: 'Discord webhook ships with the app',
      severity: 'low',
      precision: 'very-high',
      meaning: 'Whoever unpacks the app can post messages into one channel of your server.',
      knows: 'The value has the form that the service gives to this key.',
      revoke: 'Delete the webhook in the channel’s settings under Integrations.',
      instead: 'Post to Discord from a server.',
      references: DOCS,
    },
  ],
});
