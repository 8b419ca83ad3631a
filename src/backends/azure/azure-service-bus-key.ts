import type { Text } from '../../model.ts';
import { entropy } from '../../shared/grammar.ts';
import type { BackendDefinition, Mention } from '../backend.ts';
import { pieces } from '../shared-examples.ts';
import { credentialMention } from '../shared-mentions.ts';
import { credentialRule } from '../shared-rules.ts';
import type { Verdict } from './connection-key.ts';
import { connectionStringsIn, type Fields, hostOf } from './connection-strings.ts';
import { keyOf32, marked, sampleKey } from './identifiable-keys.ts';

const SECURITY = 'https://learn.microsoft.com/azure/notification-hubs/notification-hubs-push-notification-security';
const SHARED_ACCESS = 'https://learn.microsoft.com/azure/service-bus-messaging/service-bus-sas';

const KEY = /^[A-Za-z0-9+/]{43}=$/;

/** The name of the access rule is all that the string shows of its rights. */
function verdictOf(rule: string, hasEntity: boolean): Verdict {
  const reach = hasEntity ? 'one entity' : 'the whole namespace';
  if (/^DefaultListen/i.test(rule)) {
    return {
      grade: 'public',
      why: 'The listen rule of a notification hub is made to ship in clients: it registers a device and sends nothing.',
    };
  }
  if (/^DefaultFull|^RootManage/i.test(rule)) {
    return {
      grade: 'administrative',
      why: `The rule “${rule}” may listen, send and manage in ${reach}.`,
      rule: 'azure-service-bus-key',
    };
  }
  if (/listen|read|receive|subscri/i.test(rule) && !/send|manage|full|write/i.test(rule)) {
    return {
      grade: 'restricted',
      why: `By its name, the rule “${rule}” only listens in ${reach}; whoever has it can take messages that are meant for others.`,
      rule: 'azure-service-bus-key-custom',
    };
  }
  return {
    grade: 'privileged',
    why: `The name of the rule “${rule}” does not say what it may do in ${reach}.`,
    rule: 'azure-service-bus-key-custom',
  };
}

/** The checksum of a key of Service Bus, Event Hubs or Relay shows which right the key was made for. */
const BY_SEED: Readonly<Record<string, Verdict>> = {
  Manage00: {
    grade: 'administrative',
    why: 'Its checksum says that the key may manage: listen, send, and change the entities.',
    rule: 'azure-service-bus-key',
  },
  System00: {
    grade: 'administrative',
    why: 'Its checksum says that it is a key of the system’s own.',
    rule: 'azure-service-bus-key',
  },
  Send0000: {
    grade: 'privileged',
    why: 'Its checksum says that the key was made to send.',
    rule: 'azure-service-bus-key-custom',
  },
  Listen00: {
    grade: 'restricted',
    why: 'Its checksum says that the key was made to listen; whoever has it can take messages that are meant for others.',
    rule: 'azure-service-bus-key-custom',
  },
};

const SERVICE_BUS = keyOf32('+ASb');
const MARKED = [SERVICE_BUS, keyOf32('+AEh'), keyOf32('+ARm')].map((form) => marked(form, BY_SEED));

function markedIn(value: string): readonly { readonly secret: string; readonly says: Verdict }[] {
  return MARKED.flatMap(({ keysIn }) => keysIn(value));
}

function* recognise(text: Text): Generator<Mention> {
  const seen = new Set<string>();
  for (const fields of connectionStringsIn(text.value, 'SharedAccessKey=')) {
    const secret = fields.get('sharedaccesskey') ?? '';
    if (!KEY.test(secret) || seen.has(secret) || entropy(secret) < 4 || !isServiceBus(fields)) continue;
    seen.add(secret);
    yield mentionOf(text, secret, fields);
  }
  for (const { secret, says } of markedIn(text.value)) {
    if (seen.has(secret)) continue;
    seen.add(secret);
    yield credentialMention(text, { kind: 'azure-service-bus-key', secret, ...says });
  }
}

function isServiceBus(fields: Fields): boolean {
  return /(?:^|\.)servicebus\.(?:windows\.net|chinacloudapi\.cn|usgovcloudapi\.net)$/.test(
    hostOf(fields.get('endpoint')),
  );
}

function mentionOf(text: Text, secret: string, fields: Fields): Mention {
  const rule = (fields.get('sharedaccesskeyname') ?? '').slice(0, 80);
  const namespace = hostOf(fields.get('endpoint')).split('.', 1)[0] ?? '';
  const entity = fields.get('entitypath');
  return credentialMention(text, {
    kind: 'azure-service-bus-key',
    secret,
    subject: `${entity === undefined ? namespace : `${namespace}/${entity}`} ${rule}`.slice(0, 160),
    ...(markedIn(secret)[0]?.says ?? verdictOf(rule, entity !== undefined)),
  });
}

const key = pieces('q7Zx2Vb9Lm4Kt8Wc1Rf6', 'Yh3Jd5Gm0PsNaEuIoQ', 'wErTy', '=');
const connection = (rule: string, tail = ''): string =>
  `Endpoint=sb://acme-push.servicebus.windows.net/;SharedAccessKeyName=${rule};SharedAccessKey=${key}${tail}`;

export const azureServiceBusKey: BackendDefinition = {
  kind: 'azure-service-bus-key',
  title: 'Azure Service Bus, Event Hubs or Notification Hubs key',
  provider: 'azure',
  type: 'credential',
  docs: [SHARED_ACCESS, SECURITY],
  anchors: ['SharedAccessKey=', ...MARKED.map(({ mark }) => mark)],
  examples: [
    {
      text: sampleKey(SERVICE_BUS, 'Manage00', 44),
      gives: ['azure-service-bus-key'],
      why: 'a key by itself: the mark of the service and its checksum',
    },
    {
      text: sampleKey(SERVICE_BUS, 'Default0', 44),
      gives: [],
      why: 'the checksum of nothing that the service hands out',
    },
    {
      text: connection('DefaultFullSharedAccessSignature'),
      gives: ['azure-service-bus-key'],
      why: 'full rights on a notification hub',
    },
    { text: connection('RootManageSharedAccessKey'), gives: ['azure-service-bus-key'], why: 'manages the namespace' },
    {
      text: connection('DefaultListenSharedAccessSignature'),
      gives: ['azure-service-bus-key'],
      why: 'made for clients: listed only',
    },
    {
      text: connection('orders-sender', ';EntityPath=orders'),
      gives: ['azure-service-bus-key'],
      why: 'rule of the developer’s own on one queue',
    },
    {
      text: `{"hub":"${connection('RootManageSharedAccessKey')}"}`,
      gives: ['azure-service-bus-key'],
      why: 'inside JSON',
    },
    { text: `"${connection('TelemetryReader')}" + x`, gives: ['azure-service-bus-key'], why: 'inside code' },
    { text: 'SharedAccessKey=', gives: [], why: 'SDK constant' },
    {
      text: 'Endpoint=sb://%s.servicebus.windows.net/;SharedAccessKeyName=%s;SharedAccessKey=%s',
      gives: [],
      why: 'template',
    },
    {
      text: 'Endpoint=sb://<namespace>.servicebus.windows.net/;SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey=<key>',
      gives: [],
      why: 'placeholder',
    },
    {
      text: pieces(
        'Endpoint=sb://acme.servicebus.windows.net/;SharedAccessKeyName=a;SharedAccessKey=',
        'A'.repeat(43),
        '=',
      ),
      gives: [],
      why: 'not random',
    },
    {
      text: `HostName=acme.azure-devices.net;SharedAccessKeyName=iothubowner;SharedAccessKey=${key}`,
      gives: [],
      why: 'IoT Hub, another credential',
    },
    {
      text: `Endpoint=sb://localhost;SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey=${key}`,
      gives: [],
      why: 'the emulator',
    },
  ],
  recognise,
  rules: [
    credentialRule({
      id: 'azure-service-bus-key',
      title: 'Managing key of an Azure messaging namespace ships in the app',
      severity: 'critical',
      meaning:
        'Whoever unpacks the app can send push messages or events to all your users in your name, read what passes through, and change or delete hubs and queues.',
      remediation: [
        'Regenerate the keys of the rule in the portal or with az servicebus namespace authorization-rule keys renew.',
        'Ship DefaultListenSharedAccessSignature at most; send and manage from your server.',
      ],
      references: [SECURITY, SHARED_ACCESS],
    }),
    credentialRule({
      id: 'azure-service-bus-key-custom',
      title: 'Key of an Azure messaging rule ships in the app',
      severity: 'medium',
      precision: 'medium',
      meaning:
        'Whoever unpacks the app can do what the rule allows: listen to messages of others, or send in your name. Only the portal shows which.',
      remediation: [
        'Look the rule up; if it may send or manage, or listens to what is not for everyone, regenerate its keys.',
        'Let your server stand between app and messages.',
      ],
      references: [SHARED_ACCESS],
    }),
  ],
};
