import type { Backend, BackendMention, Rule, Text } from '../../model.ts';
import type { BackendDefinition, ProbeAnswer, ProbeRequest, ProbeVerdict } from '../backend.ts';
import { matches, withDetails } from '../recognition.ts';
import { sample } from '../samples.ts';
import { backendMention } from '../shared-mentions.ts';
import { closed, jsonObject, opened, undecided, unexpected } from '../verdicts.ts';
import { apiKeyAround, projectAround } from './firebase-evidence.ts';

/** `1:<project number>:<platform>:<hash>` */
const APP_ID = /(?<![A-Za-z0-9:])1:(\d{6,15}):(?:android|ios|web):[0-9a-f]{12,40}(?![A-Za-z0-9])/g;
/** App ids of the documentation and of the SDK's tests: numbers that count up or repeat. */
const DOCUMENTATION = /^(?:1234567890(?:12)?|123456789(?:012)?|123456|000000\d*|(\d)\1{5,})$/;

function* recognise(text: Text): Generator<BackendMention, void, undefined> {
  for (const match of matches(text.value, APP_ID)) {
    const number = match[1] ?? '';
    if (DOCUMENTATION.test(number)) continue;
    const project = projectAround(text);
    yield backendMention(
      text,
      { kind: 'firebase-project', name: project ?? number },
      withDetails({ appId: match[0], project, projectNumber: number, apiKey: apiKeyAround(text) }),
    );
  }
}

function plan(backend: Backend): readonly ProbeRequest[] {
  const { apiKey, appId, projectNumber } = backend.details;
  if (apiKey === undefined || !/^AIza[A-Za-z0-9_-]{35}$/.test(apiKey)) return [];
  const signUps = [passwordSignUp(apiKey), anonymousSignUp(apiKey)];
  const known = appId !== undefined && projectNumber !== undefined && /^\d{6,15}$/.test(projectNumber);
  return known ? [remoteConfig(apiKey, appId, projectNumber), ...signUps] : signUps;
}

/** What has no place in values that every installation downloads. Looked at here, never kept. */
const SECRETS =
  /-----BEGIN [A-Z ]{0,16}PRIVATE KEY|(?<![A-Z0-9])AKIA[A-Z2-7]{16}(?![A-Z0-9])|sk_live_[A-Za-z0-9]{16}|sb_secret_[A-Za-z0-9_-]{20}|AccountKey=[A-Za-z0-9+/]{40}|mongodb(?:\+srv)?:\/\/[^:@\s"]{1,64}:[^@\s"]{1,64}@/;

function remoteConfig(apiKey: string, appId: string, projectNumber: string): ProbeRequest {
  return {
    id: 'firebase-remote-config',
    method: 'POST',
    url: `https://firebaseremoteconfig.googleapis.com/v1/projects/${projectNumber}/namespaces/firebase:fetch?key=${apiKey}`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ appId, appInstanceId: 'ajar' }),
    audience: 'app-holder',
    read: (answer) => {
      if (answer.status !== 200) return keyRefused(answer);
      if (SECRETS.test(answer.body))
        return opened('Remote Config hands what looks like a secret to everybody who has the app.', []);
      return undecided(
        answer.body.includes('NO_TEMPLATE')
          ? 'The project has no Remote Config values.'
          : 'Remote Config values can be read by everybody who has the app, as designed; none that was seen looks like a secret.',
      );
    },
  };
}

/** An address that no account can have: nothing is created, whatever the project allows. */
function passwordSignUp(apiKey: string): ProbeRequest {
  return {
    id: 'firebase-sign-up-password',
    method: 'POST',
    url: `https://identitytoolkit.googleapis.com/v1/accounts:signUp?key=${apiKey}`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'ajar', password: 'x1y2z3' }),
    audience: 'app-holder',
    read: (answer) => {
      const reason = reasonOf(answer);
      if (reason.startsWith('OPERATION_NOT_ALLOWED')) return closed('Sign-up with e-mail and password is off.');
      if (reason.startsWith('INVALID_EMAIL')) {
        return undecided(
          'The service looked at the address, so sign-up with e-mail and password seems to be on; the order of its checks is not documented.',
        );
      }
      return keyRefused(answer);
    },
  };
}

function anonymousSignUp(apiKey: string): ProbeRequest {
  return {
    id: 'firebase-sign-up-anonymous',
    method: 'POST',
    url: `https://identitytoolkit.googleapis.com/v1/accounts:signUp?key=${apiKey}`,
    headers: { 'content-type': 'application/json' },
    body: '{}',
    audience: 'app-holder',
    read: (answer) => {
      if (typeof jsonObject(answer.body)?.idToken === 'string')
        return opened(
          'Anybody can sign in anonymously, and so passes every rule that only asks for a signed-in user.',
          [],
        );
      const reason = reasonOf(answer);
      if (reason.startsWith('ADMIN_ONLY_OPERATION') || reason.startsWith('OPERATION_NOT_ALLOWED'))
        return closed('Anonymous sign-in is off.');
      return keyRefused(answer);
    },
  };
}

/** `{"error":{"code":400,"message":"ADMIN_ONLY_OPERATION","errors":[…]}}` */
function reasonOf(answer: ProbeAnswer): string {
  const error = jsonObject(answer.body)?.error;
  const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : undefined;
  return typeof message === 'string' ? message : '';
}

function keyRefused(answer: ProbeAnswer): ProbeVerdict {
  if (/API_KEY_(?:SERVICE|HTTP_REFERRER|IP_ADDRESS|ANDROID_APP|IOS_APP)_BLOCKED|are blocked/.test(answer.body)) {
    return undecided(
      'The API key is restricted to other callers or other APIs, so the service did not look at the request.',
    );
  }
  return unexpected(answer);
}

const REMOTE_CONFIG: Rule = {
  id: 'firebase-remote-config-secret',
  title: 'Remote Config hands a secret to everybody who has the app',
  severity: 'high',
  precision: 'high',
  meaning:
    'Remote Config values are downloaded by every installation. A secret among them is known to whoever asks, without a rule that could forbid it.',
  knows: 'The values were fetched as any installation does, and one has the form of a provider’s secret.',
  remediation: [
    'Revoke the secret at its provider.',
    'Remove the parameter from the Remote Config template and publish it.',
    'Move the call that needs the secret to a server or a function of yours.',
  ],
  prove: 'Scan again with probes on: the finding is gone.',
  cwe: [200, 522],
  mobileTop10: ['M1'],
  masvs: ['MASVS-STORAGE'],
  references: ['https://firebase.google.com/docs/remote-config'],
};

const ANONYMOUS: Rule = {
  id: 'firebase-project-anonymous-sign-in',
  title: 'Anyone can sign in to the Firebase project anonymously',
  severity: 'low',
  precision: 'very-high',
  meaning: 'Rules that only ask `request.auth != null` let everybody in: one request makes a signed-in user.',
  knows: 'A request to create an anonymous user succeeded, with the consent given in `.ajar.yml`.',
  remediation: [
    'If the app does not need anonymous users, turn the provider off: Firebase console, Authentication, Sign-in method.',
    'If it does, let rules ask who the user is: `request.auth.uid == userId`, or `request.auth.token.firebase.sign_in_provider != "anonymous"`.',
    'Turn on App Check for the services that the app uses.',
  ],
  prove:
    'POST `{}` to `identitytoolkit.googleapis.com/v1/accounts:signUp` with the app’s key: it must answer `ADMIN_ONLY_OPERATION`.',
  cwe: [287, 862],
  mobileTop10: ['M3'],
  masvs: ['MASVS-AUTH'],
  references: ['https://firebase.google.com/docs/auth/web/anonymous-auth'],
};

function extra(backend: Backend): readonly { readonly rule: string; readonly message: string }[] {
  const opened = (probe: string) =>
    backend.observed.some((observation) => observation.probe === probe && observation.outcome === 'open');
  return [
    ...(opened('firebase-remote-config')
      ? [
          {
            rule: REMOTE_CONFIG.id,
            message: `Everybody who has the app can read a secret in the Remote Config values of ${backend.name}.`,
          },
        ]
      : []),
    ...(opened('firebase-sign-up-anonymous')
      ? [
          {
            rule: ANONYMOUS.id,
            message: `Anyone on the internet can become a signed-in user of ${backend.name} with one request.`,
          },
        ]
      : []),
  ];
}

export const firebaseProject: BackendDefinition = {
  kind: 'firebase-project',
  title: 'Firebase project',
  provider: 'google',
  type: 'backend',
  docs: ['https://firebase.google.com/docs/projects/learn-more', 'https://firebase.google.com/docs/projects/api-keys'],
  anchors: [':android:', ':ios:', ':web:'],
  examples: [
    {
      text: '1:932398433474:android:64f0aa11bb22cc33',
      gives: ['firebase-project:932398433474'],
      why: 'an app id; nothing around it names the project',
    },
    {
      text: '1:932398433474:ios:64f0aa11bb22cc33',
      key: 'GOOGLE_APP_ID',
      around: [{ key: 'PROJECT_ID', value: 'acme-prod' }],
      gives: ['firebase-project:acme-prod'],
      why: 'GoogleService-Info.plist',
    },
    {
      text: '1:932398433474:web:64f0aa11bb22cc33dd44ee',
      key: 'appId',
      around: [
        { key: 'projectId', value: 'acme-prod' },
        { key: 'apiKey', value: `AIzaSy${sample('alnum', 33)}` },
      ],
      gives: ['firebase-project:acme-prod'],
      why: 'the web configuration object',
    },
    { text: '1:1234567890:android:321abc456def7890', gives: [], why: 'the app id of the documentation' },
    { text: 'urn:android:1', gives: [], why: 'no app id' },
    { text: '2021:932398433474:android:64f0aa11bb22cc33', gives: [], why: 'a longer number before it' },
  ],
  recognise,
  rules: [REMOTE_CONFIG, ANONYMOUS],
  probing: {
    hosts: ['firebaseremoteconfig.googleapis.com', 'identitytoolkit.googleapis.com'],
    specs: [
      {
        id: 'firebase-remote-config',
        mode: 'read',
        request: 'POST /v1/projects/<number>/namespaces/firebase:fetch',
        proves: 'that a value everybody can download has the form of a secret',
        sideEffects: 'none: what every installation fetches at its start',
        reference: 'https://firebase.google.com/docs/remote-config',
      },
      {
        id: 'firebase-sign-up-password',
        mode: 'write',
        request: 'POST /v1/accounts:signUp with an address that is none',
        proves: 'that sign-up with e-mail is off; anything else stays undecided',
        sideEffects: 'none: the address can never have an account',
        reference: 'https://firebase.google.com/docs/reference/rest/auth',
      },
      {
        id: 'firebase-sign-up-anonymous',
        mode: 'write',
        consent: 'create-record',
        request: 'POST /v1/accounts:signUp with an empty body',
        proves: 'that anybody can sign in anonymously',
        sideEffects: 'creates one anonymous user: only with the consent `create-record`',
        reference: 'https://firebase.google.com/docs/reference/rest/auth',
      },
    ],
    plan,
  },
  extra,
};
