import type { Text } from '../../model.ts';
import { entropy, matchesOf, percentDecoded } from '../../shared/grammar.ts';
import type { BackendDefinition, Mention } from '../backend.ts';
import { sample } from '../samples.ts';
import { credentialMention } from '../shared-mentions.ts';

const PERMISSIONS = 'https://learn.microsoft.com/rest/api/cosmos-db/permissions';

/** The token that stands for a user's permission on one resource; `type=master` is the signature of a single request. */
const TOKEN = /(?<![A-Za-z0-9])type=resource&ver=1(?:\.0)?&sig=([A-Za-z0-9+/=]{20,64};[A-Za-z0-9+/=]{20,1024});?/g;

function* recognise(text: Text): Generator<Mention> {
  const seen = new Set<string>();
  for (const value of new Set([text.value, percentDecoded(text.value)])) {
    for (const [, secret = ''] of matchesOf(TOKEN, value)) {
      if (seen.has(secret) || entropy(secret) < 4) continue;
      seen.add(secret);
      yield credentialMention(text, {
        kind: 'azure-cosmos-resource-token',
        secret,
        grade: 'restricted',
        why: 'A resource token opens one resource for one user and ends within 24 hours; that one ships shows that a session was copied.',
      });
    }
  }
}

const token = `type=resource&ver=1&sig=${sample('alnum', 22)}==;${sample('alnum', 86, 2)}==;`;

/** Inventory: what a build keeps of it is over before anybody unpacks the app. */
export const azureCosmosResourceToken: BackendDefinition = {
  kind: 'azure-cosmos-resource-token',
  title: 'Azure Cosmos DB resource token',
  provider: 'azure',
  type: 'credential',
  docs: [PERMISSIONS],
  anchors: ['type=resource&ver=', 'type%3Dresource%26ver%3D'],
  examples: [
    { text: token, gives: ['azure-cosmos-resource-token'], why: 'as the service hands it out' },
    {
      text: `authorization: ${encodeURIComponent(token)}`,
      gives: ['azure-cosmos-resource-token'],
      why: 'percent-encoded, as a header takes it',
    },
    { text: 'type=resource&ver=1&sig=', gives: [], why: 'the program appends the signature' },
    { text: 'type=master&ver=1.0&sig=', gives: [], why: 'how the SDK signs a request with the account’s key' },
    { text: `type=resource&ver=1&sig=${'A'.repeat(24)};${'A'.repeat(86)}`, gives: [], why: 'not random' },
  ],
  recognise,
  rules: [],
};
