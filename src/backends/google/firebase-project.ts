import type { Backend, BackendMention, Rule, Text } from '../../model.ts';
import type { BackendDefinition, ProbeAnswer, ProbeRequest, ProbeVerdict } from '../backend.ts';
import { matches, withDetails } from '../recognition.ts';
import { sample } from '../samples.ts';
import { backendMention } from '../shared-mentions.ts';
import { closed, jsonObject, opened, undecided, unexpected } from '../verdicts.ts';
import { APP_ID, apiKeyOfNumber, projectOfNumber } from './firebase-evidence.ts';

/** App ids of the documentation and of the SDK's tests: numbers that count up or repeat. */
const DOCUMENTATION = /^(?:1234567890(?:12)?|123456789(?:012)?|123456|000000\d*|(\d)\1{5,})$/;

function* recognise(text: Text): Generator<BackendMention, void, undefined> {
  for (const match of matches(text.value, APP_ID)) {
    const number = match[1] ?? '';
    if (DOCUMENTATION.test(number)) continue;
    const project = projectOfNumber(text, number);
    yield backendMention(
      text,
      { kind: 'firebase-project', name: project ?? number },
      withDetails({ appId: match[0], project, projectNumber: number, apiKey: apiKeyOfNumber(text, number) }),
    );
  }
}

function plan(backend: Backend): readonly ProbeRequest[] {
  const { apiKey, appId, projectNumber } = backend.details;
  if (apiKey === undefined || !/^AIza[A-Za-z0-9_-]{35}$/.test(apiKey)) return [];
  const byKey = [projectConfig(apiKey), gemini(apiKey), passwordSignUp(apiKey), anonymousSignUp(apiKey)];
  const known = appId !== undefined && projectNumber !== undefined && /^\d{6,15}$/.test(projectNumber);
  return known ? [remoteConfig(apiKey, appId, projectNumber), ...byKey] : byKey;
}

/** What has no place in values that every installation downloads. Looked at here, never kept. */
const SECRETS =
  /-----BEGIN [A-Z ]{0,16}PRIVATE KEY|(?<![A-Z0-9])AKIA[A-Z2-7]{16}(?![A-Z0-9])|sk_live_[A-Za-z0-9]{16}|sb_secret_[A-Za-z0-9_-]{20}|AccountKey=[A-Za-z0-9+/]{40}|mongodb(?:\+srv)?:\/\/[^:@\s"]{1,64}:[^@\s"]{1,64}@/;

function remoteConfig(apiKey: string, appId: string, projectNumber: string): ProbeRequest {
  return {
    id: 'firebase-remote-config',
    method: 'POST',
    url: `https://firebaseremoteconfig.googleapis.com/v1/projects/${projectNumber}/namespaces/firebase:fetch?key=${apiKey}`,
    hides: apiKey,
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

/** The public part of the project's sign-in settings, which the web SDK reads before it opens a sign-in window. */
function projectConfig(apiKey: string): ProbeRequest {
  return {
    id: 'firebase-project-config',
    method: 'GET',
    url: 'https://identitytoolkit.googleapis.com/v1/projects',
    headers: { 'x-goog-api-key': apiKey },
    audience: 'app-holder',
    read: (answer) => {
      if (answer.status !== 200) return keyRefused(answer);
      const config = jsonObject(answer.body);
      if (config?.projectId === undefined) return undecided('The answer is no project’s configuration.');
      if (config.enableAnonymousUser === true) {
        return opened('The project’s configuration says that anybody can sign in anonymously.', []);
      }
      const password = config.allowPasswordUser === true ? ' Sign-up with e-mail and password is on.' : '';
      return undecided(`The key is live, and whoever has it may use the sign-in service.${password}`);
    },
  };
}

/**
 * A key without API restrictions opens the Gemini API as soon as the project turns that API on
 * (firebase.google.com/docs/projects/api-keys). The list of models costs nothing and is the same for every caller.
 */
function gemini(apiKey: string): ProbeRequest {
  return {
    id: 'firebase-key-gemini',
    method: 'GET',
    url: 'https://generativelanguage.googleapis.com/v1beta/models?pageSize=1',
    headers: { 'x-goog-api-key': apiKey },
    audience: 'app-holder',
    read: (answer) => {
      if (answer.status === 200 && Array.isArray(jsonObject(answer.body)?.models)) {
        return opened('The API key that ships opens the Gemini API.', []);
      }
      if (answer.status !== 200 && answer.body.includes('API_KEY_SERVICE_BLOCKED')) {
        return closed('The API key is restricted to other APIs than Gemini.');
      }
      if (answer.status !== 200 && answer.body.includes('SERVICE_DISABLED')) {
        return closed('The project has not turned the Gemini API on.');
      }
      return keyRefused(answer);
    },
  };
}

/** An address that no account can have: nothing is created, whatever the project allows. */
function passwordSignUp(apiKey: string): ProbeRequest {
  return {
    id: 'firebase-sign-up-password',
    method: 'POST',
    url: `https://identitytoolkit.googleapis.com/v1/accounts:signUp?key=${apiKey}`,
    hides: apiKey,
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
    hides: apiKey,
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

/** `google.api.ErrorReason` (googleapis, google/api/error_reason.proto): why the infrastructure refuses a key. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ['API_KEY_SERVICE_BLOCKED', 'The API key is restricted to other APIs, so the service did not look at the request.'],
  ['API_KEY_HTTP_REFERRER_BLOCKED', 'The API key is restricted to websites; whoever copies their address passes.'],
  ['API_KEY_IP_ADDRESS_BLOCKED', 'The API key is restricted to IP addresses.'],
  [
    'API_KEY_ANDROID_APP_BLOCKED',
    'The API key is restricted to Android apps; whoever copies the app’s name and certificate hash passes.',
  ],
  ['API_KEY_IOS_APP_BLOCKED', 'The API key is restricted to iOS apps; whoever copies the app’s bundle id passes.'],
  ['SERVICE_DISABLED', 'The project has not turned this API on.'],
  ['BILLING_DISABLED', 'The project’s billing is off.'],
  ['CONSUMER_SUSPENDED', 'The project is suspended.'],
  ['RATE_LIMIT_EXCEEDED', 'The service limits the rate of requests.'],
]);

function keyRefused(answer: ProbeAnswer): ProbeVerdict {
  if (answer.status === 400 && /API_KEY_INVALID|API key not valid/.test(answer.body)) {
    return closed('The API key is not valid any more.');
  }
  const reason = answer.status === 200 ? undefined : [...REASONS].find(([name]) => answer.body.includes(name));
  if (reason !== undefined) return undecided(reason[1]);
  if (answer.status === 403 && answer.body.includes('are blocked')) {
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
  knows:
    'The project’s public configuration says so, or a request to create an anonymous user succeeded, with the consent given in `.ajar.yml`.',
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

const GEMINI: Rule = {
  id: 'firebase-project-gemini-key',
  title: 'The API key that ships opens the Gemini API',
  severity: 'high',
  precision: 'very-high',
  meaning:
    'The key was meant to name the Firebase project and no more. It has no API restriction and the project uses Gemini, so whoever unpacks the app can call Gemini at your cost and within your quota, and reach the files and caches that the project keeps there.',
  knows: 'The list of Gemini’s models was answered to the key, with the consent given in `.ajar.yml`.',
  remediation: [
    'Restrict the key to the APIs that the app calls, without the Generative Language API: Cloud console, APIs & Services, Credentials.',
    'Give Gemini a key of its own that stays on a server, or call it through Firebase AI Logic with App Check.',
    'Look through the project’s billing for calls that are not yours.',
  ],
  prove:
    'Run `curl -H "x-goog-api-key: <key>" "https://generativelanguage.googleapis.com/v1beta/models?pageSize=1"`: it must answer 403 `API_KEY_SERVICE_BLOCKED`.',
  cwe: [732, 770],
  mobileTop10: ['M1', 'M8'],
  masvs: ['MASVS-AUTH'],
  references: ['https://firebase.google.com/docs/projects/api-keys', 'https://ai.google.dev/gemini-api/docs/api-key'],
};

function extra(backend: Backend): readonly { readonly rule: string; readonly message: string }[] {
  const isOpen = (probe: string) =>
    backend.observed.some((observation) => observation.probe === probe && observation.outcome === 'open');
  return [
    ...(isOpen('firebase-remote-config')
      ? [
          {
            rule: REMOTE_CONFIG.id,
            message: `Everybody who has the app can read a secret in the Remote Config values of ${backend.name}.`,
          },
        ]
      : []),
    ...(isOpen('firebase-key-gemini')
      ? [
          {
            rule: GEMINI.id,
            message: `Everybody who has the app can call the Gemini API with the key of ${backend.name}.`,
          },
        ]
      : []),
    ...(isOpen('firebase-sign-up-anonymous') || isOpen('firebase-project-config')
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
  rules: [REMOTE_CONFIG, ANONYMOUS, GEMINI],
  probing: {
    hosts: [
      'firebaseremoteconfig.googleapis.com',
      'identitytoolkit.googleapis.com',
      'generativelanguage.googleapis.com',
    ],
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
        id: 'firebase-project-config',
        mode: 'read',
        request: 'GET /v1/projects with the app’s key in X-Goog-Api-Key',
        proves:
          'whether the key is live, what it is restricted to, and that anonymous sign-in is on where the answer says so',
        sideEffects: 'none: what the web SDK reads before it opens a sign-in window',
        reference: 'https://cloud.google.com/identity-platform/docs/reference/rest/v1/v1/getProjects',
      },
      {
        id: 'firebase-key-gemini',
        mode: 'read',
        consent: 'use-credential',
        request: 'GET /v1beta/models?pageSize=1 with the app’s key in X-Goog-Api-Key',
        proves: 'that the key opens the Gemini API; 403 API_KEY_SERVICE_BLOCKED is the good state',
        sideEffects: 'none: the list of models is free and the same for everybody',
        reference: 'https://ai.google.dev/api/models',
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
