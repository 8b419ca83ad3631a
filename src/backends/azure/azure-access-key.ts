import { credentialRule } from '../shared-rules.ts';
import { connectionKey, type Verdict } from './connection-key.ts';
import { annotated, sampleAnnotated } from './identifiable-keys.ts';
import { key43, key86 } from './sample-keys.ts';

const SIGNALR = 'https://learn.microsoft.com/azure/azure-signalr/concept-connection-string';

const VERDICT: Verdict = {
  grade: 'privileged',
  why: 'The access key may send as anybody and make tokens for any user of the service.',
  rule: 'azure-access-key',
};

export const azureAccessKey = connectionKey({
  kind: 'azure-access-key',
  title: 'Azure SignalR, Web PubSub or Communication Services key',
  docs: SIGNALR,
  literal: 'AccessKey=',
  hostMembers: ['endpoint'],
  host: /\.(?:service\.signalr\.net|webpubsub\.azure\.com|communication\.azure\.com)$/,
  secret: /^[A-Za-z0-9+/]{43}=$|^[A-Za-z0-9+/=]{80,90}$/,
  marked: [annotated('AZCS', VERDICT)],
  judge: () => VERDICT,
  rules: [
    credentialRule({
      id: 'azure-access-key',
      title: 'Access key of an Azure messaging service ships in the app',
      severity: 'critical',
      meaning:
        'Whoever unpacks the app can listen to and send messages, calls or SMS as any of your users, at your cost.',
      remediation: [
        'Regenerate both keys of the service.',
        'Let your server make a token for each user; ship the endpoint only.',
      ],
      references: [SIGNALR, 'https://learn.microsoft.com/azure/communication-services/concepts/authentication'],
    }),
  ],
  examples: [
    {
      text: sampleAnnotated('AZCS'),
      gives: ['azure-access-key'],
      why: 'a key of Communication Services says so itself',
    },
    {
      text: `Endpoint=https://acme.service.signalr.net;AccessKey=${key43};Version=1.0;`,
      gives: ['azure-access-key'],
      why: 'SignalR',
    },
    {
      text: `endpoint=https://acme.communication.azure.com/;accesskey=${key86}`,
      gives: ['azure-access-key'],
      why: 'Communication Services',
    },
    {
      text: 'Endpoint=https://acme.service.signalr.net;AccessKey=<access-key>;Version=1.0;',
      gives: [],
      why: 'placeholder',
    },
    { text: `Endpoint=http://localhost;AccessKey=${key43};`, gives: [], why: 'the emulator' },
  ],
});
