import type { BackendMention, Rule, Text } from '../../model.ts';
import type { BackendDefinition } from '../backend.ts';
import { isSampleName } from '../placeholders.ts';
import { matches, withDetails } from '../recognition.ts';
import { backendMention } from '../shared-mentions.ts';

const APP = '([a-z0-9][a-z0-9-]{1,58}-[a-z]{5})';
const FORMS: readonly RegExp[] = [
  new RegExp(
    `(?:data\\.mongodb-api\\.com|realm\\.mongodb\\.com|services\\.cloud\\.mongodb\\.com)\\/(?:api\\/client\\/v2\\.0\\/)?app\\/${APP}(?![A-Za-z0-9-])`,
    'g',
  ),
  new RegExp(`stitch\\.mongodb\\.com\\/api\\/client\\/v2\\.0\\/app\\/${APP}(?![A-Za-z0-9-])`, 'g'),
];

function* recognise(text: Text): Generator<BackendMention, void, undefined> {
  for (const form of FORMS) {
    for (const match of matches(text.value, form)) {
      const name = match[1] ?? '';
      if (isSampleName(name.replace(/-[a-z]{5}$/, ''))) continue;
      yield backendMention(text, { kind: 'atlas-app-services', name }, withDetails({ host: match[0].split('/')[0] }));
    }
  }
}

const RETIRED: Rule = {
  id: 'atlas-app-services-retired',
  title: 'The app calls a MongoDB service that has been shut down',
  severity: 'note',
  precision: 'very-high',
  meaning:
    'Atlas Data API, Device Sync and App Services reached their end of life on 30 September 2025: requests fail, so a part of the app does not work.',
  knows: 'The address of the service stands in the app.',
  remediation: [
    'Take the calls out, or move them to an interface of your own.',
    'Delete what is left of the App Services project, with its keys and users.',
  ],
  prove: 'Scan the new build: the address is gone.',
  cwe: [672],
  mobileTop10: ['M8'],
  masvs: ['MASVS-CODE'],
  references: ['https://www.mongodb.com/docs/atlas/app-services/deprecation/'],
};

export const atlasAppServices: BackendDefinition = {
  kind: 'atlas-app-services',
  title: 'MongoDB Atlas App Services (Realm, Data API)',
  provider: 'other',
  type: 'backend',
  docs: ['https://www.mongodb.com/docs/atlas/app-services/deprecation/'],
  anchors: ['data.mongodb-api.com', 'realm.mongodb.com', 'services.cloud.mongodb.com', 'stitch.mongodb.com'],
  examples: [
    {
      text: 'https://data.mongodb-api.com/app/data-abcde/endpoint/data/v1/action/find',
      gives: ['atlas-app-services:data-abcde'],
      why: 'the Data API',
    },
    {
      text: 'https://realm.mongodb.com/api/client/v2.0/app/acme-prod-qwert/location',
      gives: ['atlas-app-services:acme-prod-qwert'],
      why: 'the client API of Realm',
    },
    {
      text: 'https://services.cloud.mongodb.com/api/client/v2.0/app/acme-prod-qwert/auth',
      gives: ['atlas-app-services:acme-prod-qwert'],
      why: 'its newer host',
    },
    { text: 'https://realm.mongodb.com', gives: [], why: 'a constant of the SDK' },
    { text: 'https://data.mongodb-api.com/app/<App ID>/endpoint/data/v1', gives: [], why: 'a template' },
    { text: 'https://cloud.mongodb.com', gives: [], why: 'the vendor’s console' },
  ],
  recognise,
  rules: [RETIRED],
  extra: (backend) =>
    backend.shipped.length > 0
      ? [
          {
            rule: RETIRED.id,
            message: `The app calls ${backend.name}, an Atlas App Services app; the service was shut down on 30 September 2025.`,
          },
        ]
      : [],
};
