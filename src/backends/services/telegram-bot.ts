import { sample } from '../samples.ts';
import { keyDefinition } from './key-definition.ts';

const DOCS = ['https://core.telegram.org/bots/api#authorizing-your-bot'];

export const telegramBot = keyDefinition({
  kind: 'telegram-bot-token',
  title: 'Telegram bot token',
  docs: DOCS,
  anchors: [':AAE', ':AAF', ':AAG', ':AAH', 'telegram bot'],
  form: '\\d{8,10}:AA[EFGH][A-Za-z0-9_-]{32}',
  // Where the name says it, the letters behind `:A` and the length of the bot's number need not be those of today.
  named: {
    names: [
      'telegram_bot_token',
      'telegram_bot_api_token',
      'telegram_bot_api_key',
      'telegram_bot_key',
      'telegram_bot',
      'telegram_token',
      'telegram_api_token',
      'telegram_api_key',
      'telegram_access_token',
    ],
    form: /^\d{5,16}:A[A-Za-z0-9_-]{34}$/,
  },
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
    {
      text: `12345678:ACx${sample('alnum', 32, 3)}`,
      key: 'telegramToken',
      gives: ['telegram-bot-token'],
      why: 'letters of another time, told by the name',
    },
    {
      text: `TELEGRAM_TOKEN=1234512345:AB${sample('alnum', 33)}\nBACKUP=true`,
      gives: ['telegram-bot-token'],
      why: 'an .env file inside a string',
    },
    { text: `1234512345:ACx${sample('alnum', 32)}`, gives: [], why: 'nothing says whose it is' },
    { text: `12345678901234567:A${sample('alnum', 34)}`, key: 'telegram_token', gives: [], why: 'a number too long' },
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
