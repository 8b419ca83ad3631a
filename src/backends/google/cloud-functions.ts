import type { BackendMention, Text } from '../../model.ts';
import type { BackendDefinition } from '../backend.ts';
import { openEndpoint } from '../open-endpoint.ts';
import { isSampleName } from '../placeholders.ts';
import { HOST_END, HOST_START, literalPath, matches, plainText, withDetails, withPaths } from '../recognition.ts';
import { backendMention } from '../shared-mentions.ts';

const HOST = new RegExp(
  `${HOST_START}([a-z]{2,16}-[a-z]{2,16}\\d{1,2})-([a-z][a-z0-9-]{4,28}[a-z0-9])\\.cloudfunctions\\.net${HOST_END}`,
  'gi',
);

function* recognise(text: Text): Generator<BackendMention, void, undefined> {
  for (const match of matches(text.value, HOST)) {
    const region = (match[1] ?? '').toLowerCase();
    const project = (match[2] ?? '').toLowerCase();
    if (isSampleName(project)) continue;
    yield backendMention(
      text,
      { kind: 'cloud-functions', name: `${region}-${project}` },
      {
        ...withDetails({ host: match[0].toLowerCase(), region, project }),
        ...withPaths([literalPath(text.value.slice(match.index + match[0].length))]),
      },
    );
  }
}

/** Inventory: calling a function runs its code, so none is ever called. */
export const cloudFunctions: BackendDefinition = {
  kind: 'cloud-functions',
  title: 'Cloud Functions',
  provider: 'google',
  type: 'backend',
  docs: ['https://cloud.google.com/functions/docs/securing/authenticating'],
  anchors: ['cloudfunctions.net'],
  examples: [
    {
      text: 'https://us-central1-acme-prod.cloudfunctions.net/createOrder',
      gives: ['cloud-functions:us-central1-acme-prod'],
      why: 'an HTTP function',
    },
    {
      text: 'europe-west1-acme-prod.cloudfunctions.net',
      gives: ['cloud-functions:europe-west1-acme-prod'],
      why: 'the host without a function',
    },
    { text: 'https://us-central1-your-project-id.cloudfunctions.net/hello', gives: [], why: 'a placeholder' },
    { text: 'https://%s-%s.cloudfunctions.net/%s', gives: [], why: 'the SDK’s template' },
    { text: 'cloudfunctions.net', gives: [], why: 'the bare domain' },
  ],
  recognise: (text) => recognise(plainText(text)),
  ...openEndpoint({
    kind: 'cloud-functions',
    what: 'The Cloud Function',
    close:
      'Take the invoker role away from allUsers and allAuthenticatedUsers, and let a gateway or the code check who calls.',
    reference: 'https://cloud.google.com/functions/docs/securing/managing-access-iam',
  }),
};
