import { credentialRule } from '../shared-rules.ts';
import { connectionKey, type Verdict } from './connection-key.ts';
import { keyOf32, marked, sampleKey } from './identifiable-keys.ts';
import { key43 } from './sample-keys.ts';

const IOT = 'https://learn.microsoft.com/azure/iot-hub/authenticate-authorize-sas';

const FORM = keyOf32('AIoT');
const HUB: Verdict = {
  grade: 'administrative',
  why: 'Its checksum says that it belongs to a policy of the hub, not to a device.',
  rule: 'azure-iot-hub-key',
};
const PROVISIONING: Verdict = {
  grade: 'administrative',
  why: 'Its checksum says that it belongs to a Device Provisioning Service: whoever has it can enrol devices.',
  rule: 'azure-iot-hub-key',
};
const DEVICE: Verdict = {
  grade: 'restricted',
  why: 'The key speaks as one device; if every copy of the app ships it, every copy is that device.',
  rule: 'azure-iot-hub-device-key',
};

export const azureIotHubKey = connectionKey({
  kind: 'azure-iot-hub-key',
  title: 'Azure IoT Hub key',
  docs: IOT,
  literal: 'SharedAccessKey=',
  hostMembers: ['hostname'],
  host: /\.azure-devices\.(?:net|cn|us)$/,
  secret: /^[A-Za-z0-9+/]{43}=$|^[A-Za-z0-9+/]{86}==$/,
  marked: [marked(FORM, { IoTHub00: HUB, DpsKey00: PROVISIONING, Device00: DEVICE })],
  judge: (fields) =>
    fields.has('deviceid')
      ? DEVICE
      : {
          grade: 'administrative',
          why: `The key belongs to the hub’s policy “${(fields.get('sharedaccesskeyname') ?? '').slice(0, 60)}”, not to a device.`,
          rule: 'azure-iot-hub-key',
        },
  rules: [
    credentialRule({
      id: 'azure-iot-hub-key',
      title: 'Key of an Azure IoT Hub policy ships in the app',
      severity: 'critical',
      meaning: 'Whoever unpacks the app can read what all devices send, command them, and add or remove devices.',
      remediation: [
        'Regenerate the policy’s keys.',
        'Let your server speak with the hub, and give each device a key of its own.',
      ],
      references: [IOT],
    }),
    credentialRule({
      id: 'azure-iot-hub-device-key',
      title: 'Key of an Azure IoT Hub device ships in the app',
      severity: 'medium',
      meaning: 'Whoever unpacks the app can send and receive as this device.',
      remediation: ['Give each installation an identity of its own through the Device Provisioning Service.'],
      references: [IOT],
    }),
  ],
  examples: [
    {
      text: sampleKey(FORM, 'IoTHub00', 44),
      gives: ['azure-iot-hub-key'],
      why: 'the mark of the service and its checksum',
    },
    { text: sampleKey(FORM, 'Device00', 44), gives: ['azure-iot-hub-key'], why: 'the key of a device' },
    { text: sampleKey(FORM, 'Default0', 44), gives: [], why: 'the checksum of nothing that the service hands out' },
    {
      text: `HostName=acme-hub.azure-devices.net;SharedAccessKeyName=iothubowner;SharedAccessKey=${key43}`,
      gives: ['azure-iot-hub-key'],
      why: 'policy of the hub',
    },
    {
      text: `HostName=acme-hub.azure-devices.net;DeviceId=phone-1;SharedAccessKey=${key43}`,
      gives: ['azure-iot-hub-key'],
      why: 'one device',
    },
    { text: 'HostName=%s;DeviceId=%s;SharedAccessKey=%s', gives: [], why: 'template' },
    {
      text: `Endpoint=sb://acme.servicebus.windows.net/;SharedAccessKeyName=a;SharedAccessKey=${key43}`,
      gives: [],
      why: 'Service Bus, another credential',
    },
  ],
});
