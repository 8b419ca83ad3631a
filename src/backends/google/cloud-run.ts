import type { BackendMention, Text } from '../../model.ts';
import type { BackendDefinition } from '../backend.ts';
import { openEndpoint } from '../open-endpoint.ts';
import { isSampleName } from '../placeholders.ts';
import { HOST_END, HOST_START, literalPath, matches, plainText, withDetails, withPaths } from '../recognition.ts';
import { backendMention } from '../shared-mentions.ts';

/** `<service>-<hash>-<region code>.a.run.app`, or `<service>-<project number>.<region>.run.app`. */
const HOST = new RegExp(
  `${HOST_START}([a-z][a-z0-9-]{0,48}-(?:[a-z0-9]{10}-[a-z]{2}\\.a|\\d{6,15}\\.[a-z]{2,16}-[a-z]{2,16}\\d{1,2}))\\.run\\.app${HOST_END}`,
  'gi',
);

function* recognise(text: Text): Generator<BackendMention, void, undefined> {
  for (const match of matches(text.value, HOST)) {
    const name = (match[1] ?? '').toLowerCase();
    const service = name.replace(/-(?:[a-z0-9]{10}-[a-z]{2}\.a|\d{6,15}\.[a-z0-9-]{1,40})$/, '');
    if (isSampleName(service)) continue;
    yield backendMention(
      text,
      { kind: 'cloud-run', name },
      {
        ...withDetails({ host: match[0].toLowerCase(), service }),
        ...withPaths([literalPath(text.value.slice(match.index + match[0].length))]),
      },
    );
  }
}

/** Inventory: calling a service runs its code, so none is ever called. */
export const cloudRun: BackendDefinition = {
  kind: 'cloud-run',
  title: 'Cloud Run service',
  provider: 'google',
  type: 'backend',
  docs: ['https://cloud.google.com/run/docs/authenticating/overview'],
  anchors: ['.run.app'],
  examples: [
    {
      text: 'https://orders-api-ab12cd34ef-uc.a.run.app/v1/orders',
      gives: ['cloud-run:orders-api-ab12cd34ef-uc.a'],
      why: 'the address with a hash',
    },
    {
      text: 'https://orders-api-932398433474.europe-west1.run.app',
      gives: ['cloud-run:orders-api-932398433474.europe-west1'],
      why: 'the address with the project number',
    },
    { text: 'https://a.run.app', gives: [], why: 'the bare domain' },
    { text: 'https://acme.running.app', gives: [], why: 'another domain' },
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the template is what must not be recognised
    { text: 'https://${service}-ab12cd34ef-uc.a.run.app', gives: [], why: 'the name is made at run time' },
  ],
  recognise: (text) => recognise(plainText(text)),
  ...openEndpoint({
    kind: 'cloud-run',
    what: 'The Cloud Run service',
    close:
      'Take the invoker role away from allUsers and allAuthenticatedUsers, and let a gateway or the code check who calls.',
    reference: 'https://cloud.google.com/run/docs/authenticating/public',
  }),
};
