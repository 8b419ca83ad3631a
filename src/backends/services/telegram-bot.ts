import { sample } from '../samples.ts';
import { keyDefinition } from './key-definition.ts';

const DOCS = ['https://core.telegram.org/bots/api#authorizing-your-bot'];

export const telegramBot = keyDefinition({
  kind: 'telegram-bot-token',
  title: 'Telegram bot token',
  docs: DOCS,
  anchors: [':AAE', ':AAF', ':AAG', ':AAH'],
  form: '\\d{8,10}:AA[EFGH][A-Za-z0-9_-]{32}',
  judge: () => ({
    grade: 'administrative',
    why: 'It is the bot: it reads what users write to it and answers in its name.',
    rule: 'telegram-bot-token',
  }),
  examples: [
    { text: `1234512345:AAF${sample('alnum', 32)}`, gives: ['telegram-bot-token'], why: 'a token' },
    {
      text: `1234512345:AAG${sample('alnum', 32, 2)}`,
      key: 'TELEGRAM_BOT_TOKEN',
      gives: ['telegram-bot-token'],
      why: 'under its usual name',
    },
    { text: 'id:AAF', gives: [], why: 'no token' },
    { text: `123456789:AAF${'x'.repeat(32)}`, gives: [], why: 'a placeholder' },
  ],
  rules: [
    {
      id: 'telegram-bot-token',
      title: 'Telegram bot token ships with the app',
      severity: 'high',
      precision: 'very-high',
      meaning:
        'Whoever unpacks the app can read the messages that users send to the bot, and write to all of them in its name.',
      knows: 'The value has the form that the service gives to this key.',
      revoke: 'Revoke the token with @BotFather, command /revoke.',
      instead: 'Let a server talk to Telegram.',
      references: DOCS,
    },
  ],
});
