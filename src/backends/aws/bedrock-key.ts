import type { Text } from '../../model.ts';
import { entropy, matchesOf } from '../../shared/grammar.ts';
import type { BackendDefinition, Mention } from '../backend.ts';
import { pieces } from '../shared-examples.ts';
import { credentialMention } from '../shared-mentions.ts';
import { credentialRule } from '../shared-rules.ts';

const API_KEYS = 'https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html';

/** A long-term key is base64 behind ABSK; a short-term key is a presigned URL in base64 behind its prefix. */
const LONG_TERM = /(?<![A-Za-z0-9+/])ABSK[A-Za-z0-9+/]{109,269}={0,2}(?![A-Za-z0-9+/=])/g;
const SHORT_TERM = /(?<![A-Za-z0-9-])bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t[A-Za-z0-9+/=]{40,4000}/g;

function* recognise(text: Text): Generator<Mention> {
  for (const secret of new Set([...matchesOf(LONG_TERM, text.value)].map((match) => match[0]))) {
    if (entropy(secret) < 4) continue;
    yield credentialMention(text, {
      kind: 'aws-bedrock-key',
      secret,
      grade: 'privileged',
      why: 'A long-term Bedrock key lets its holder run models at the account’s cost until it is deleted.',
      rule: 'aws-bedrock-key',
    });
  }
  for (const secret of new Set([...matchesOf(SHORT_TERM, text.value)].map((match) => match[0]))) {
    if (entropy(secret) < 4) continue;
    yield credentialMention(text, {
      kind: 'aws-bedrock-key',
      secret,
      grade: 'public',
      why: 'A short-term Bedrock key ends after at most twelve hours, so this one is dead by the time the app ships.',
    });
  }
}

const tail = 'QmVkcm9ja0FQSUtleS1hY21lLTg3NjU0MzIxMDk4Nzo4Zkx3UXp0Tm9WcEhzUmpCYUtkWHVZZ0llTXZDcFdxVG5Tb0xiRmhKazJFeDl';

export const awsBedrockKey: BackendDefinition = {
  kind: 'aws-bedrock-key',
  title: 'Amazon Bedrock API key',
  provider: 'aws',
  type: 'credential',
  docs: [API_KEYS],
  anchors: ['ABSK', 'bedrock-api-key-'],
  examples: [
    { text: pieces('ABSK', tail, 'pWqZ7tYv3nRb4='), gives: ['aws-bedrock-key'], why: 'long-term key' },
    {
      text: `Authorization: Bearer ${pieces('ABSK', tail, 'pWqZ7tYv3nRb4=')}`,
      gives: ['aws-bedrock-key'],
      why: 'in a header',
    },
    {
      text: pieces('bedrock-api-key-', 'YmVkcm9jay5hbWF6b25hd3MuY29t', tail),
      gives: ['aws-bedrock-key'],
      why: 'short-term key, listed only',
    },
    { text: pieces('ABSK', 'A'.repeat(120)), gives: [], why: 'not random' },
    { text: 'ABSK', gives: [], why: 'prefix alone' },
    { text: 'bedrock-api-key-', gives: [], why: 'SDK constant' },
  ],
  recognise,
  rules: [
    credentialRule({
      id: 'aws-bedrock-key',
      title: 'Amazon Bedrock API key ships in the app',
      severity: 'high',
      meaning:
        'Whoever unpacks the app can run models in your AWS account at your cost, and reach what the key’s user may besides.',
      remediation: [
        'Delete the key in the Bedrock console or with aws iam delete-service-specific-credential.',
        'Call the model from your server, with a quota for each user.',
      ],
      references: [API_KEYS],
    }),
  ],
};
