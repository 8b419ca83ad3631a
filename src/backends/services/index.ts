import type { BackendDefinition } from '../backend.ts';
import { anthropic } from './anthropic.ts';
import { braintree } from './braintree.ts';
import { cloudflareToken } from './cloudflare-token.ts';
import { cloudinary } from './cloudinary.ts';
import { amqpUri, mongodbUri, mysqlUri, postgresUri, redisUri } from './database-uris.ts';
import { digitaloceanToken } from './digitalocean-token.ts';
import { discordWebhook } from './discord-webhook.ts';
import { facebook } from './facebook.ts';
import { githubToken } from './github-token.ts';
import { gitlabToken } from './gitlab-token.ts';
import { languageModels } from './language-models.ts';
import { mailchimp } from './mailchimp.ts';
import { mailgun } from './mailgun.ts';
import { mapbox } from './mapbox.ts';
import { misplacedFile } from './misplaced-file.ts';
import { openai } from './openai.ts';
import { planetscale } from './planetscale.ts';
import { pusher } from './pusher.ts';
import { razorpay } from './razorpay.ts';
import { sendgrid } from './sendgrid.ts';
import { sentryToken } from './sentry.ts';
import { shopify } from './shopify.ts';
import { slack } from './slack.ts';
import { slackWebhook } from './slack-webhook.ts';
import { square } from './square.ts';
import { stripe } from './stripe.ts';
import { telegramBot } from './telegram-bot.ts';
import { twilio } from './twilio.ts';
import { twilioApiKey } from './twilio-api-key.ts';

export const services: readonly BackendDefinition[] = [
  mongodbUri,
  postgresUri,
  mysqlUri,
  redisUri,
  amqpUri,
  stripe,
  square,
  braintree,
  razorpay,
  shopify,
  twilio,
  twilioApiKey,
  sendgrid,
  mailgun,
  mailchimp,
  pusher,
  telegramBot,
  slack,
  slackWebhook,
  discordWebhook,
  facebook,
  openai,
  anthropic,
  languageModels,
  mapbox,
  cloudinary,
  cloudflareToken,
  planetscale,
  sentryToken,
  digitaloceanToken,
  githubToken,
  gitlabToken,
  misplacedFile,
];
