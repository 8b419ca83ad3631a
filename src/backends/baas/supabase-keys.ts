import { type CredentialMention, OPERATIONS, type Text } from '../../model.ts';
import type { BackendDefinition } from '../backend.ts';
import { JWT_ANCHORS } from '../jwt.ts';
import { onlyIn, onlyOne, type Pairing, partnersOfFound } from '../pairing.ts';
import { isPlaceholderSecret } from '../placeholders.ts';
import { matches } from '../recognition.ts';
import { sample, sampleJwt } from '../samples.ts';
import { credentialMention } from '../shared-mentions.ts';
import { credentialRule } from '../shared-rules.ts';
import { ACCESS_TOKEN, PUBLISHABLE, REF, SECRET, type SupabaseJwt, supabaseJwts } from './supabase-tokens.ts';

const KEYS_GUIDE = 'https://supabase.com/docs/guides/api/api-keys';

/** Subject, details and the project that a legacy key opens. */
function projectOf(token: SupabaseJwt): Pick<CredentialMention, 'subject' | 'details'> {
  return {
    ...(token.ref === undefined ? {} : { subject: token.ref }),
    details: {
      role: token.role,
      ...(token.ref === undefined ? {} : { project: token.ref }),
      ...(token.expires === undefined ? {} : { expires: new Date(token.expires * 1000).toISOString().slice(0, 10) }),
    },
  };
}

function* recogniseAnon(text: Text): Generator<CredentialMention, void, undefined> {
  for (const token of supabaseJwts(text)) {
    if (token.role !== 'anon') continue;
    yield credentialMention(text, {
      kind: 'supabase-anon-key',
      secret: token.secret,
      grade: 'public',
      why: 'The anonymous key is meant to ship: row-level security decides what it opens.',
      ...projectOf(token),
    });
  }
}

function* recogniseServiceRole(text: Text): Generator<CredentialMention, void, undefined> {
  for (const token of supabaseJwts(text)) {
    if (token.role !== 'service_role') continue;
    yield credentialMention(text, {
      kind: 'supabase-service-role-key',
      secret: token.secret,
      grade: 'administrative',
      why: 'Its own text says `role: service_role`: it passes every row-level security policy.',
      rule: 'supabase-service-role-key',
      ...projectOf(token),
      ...opensProject(token.ref),
    });
  }
}

function opensProject(ref: string | undefined): Pick<CredentialMention, 'opens'> {
  if (ref === undefined) return {};
  const access = { audience: 'app-holder', can: OPERATIONS, evidence: 'implied' } as const;
  return { opens: [{ backend: { kind: 'supabase', name: ref }, access }] };
}

const HOST = new RegExp(`(?<![A-Za-z0-9.-])(${REF})\\.supabase\\.(?:co|in|net)(?![A-Za-z0-9-])`, 'g');

/** The project beside a key that names none. */
function refBeside(text: Text, secret: string, form: RegExp): string | undefined {
  const pairing: Pairing = {
    self: secret,
    same: ({ value }) => onlyIn(value, form),
    partner: ({ value }) => onlyIn(value, HOST),
  };
  return onlyOne(partnersOfFound(text, new RegExp(`${HOST.source}|${form.source}`, 'g'), pairing));
}

/** Keys of the local stack that `supabase start` runs, the same on every machine. */
const LOCAL = /_(?:ACJWlzQHlZjBrEguHvfOxg_|N7UND0UgjKTVK-Uodkm0Hg_)/;

function isNobodys(secret: string): boolean {
  return LOCAL.test(secret) || isPlaceholderSecret(secret);
}

function* recognisePublishable(text: Text): Generator<CredentialMention, void, undefined> {
  for (const match of matches(text.value, PUBLISHABLE)) {
    if (isNobodys(match[0])) continue;
    yield credentialMention(text, {
      kind: 'supabase-publishable-key',
      secret: match[0],
      grade: 'public',
      why: 'A publishable key is meant to ship: row-level security decides what it opens.',
      ...subjectOf(refBeside(text, match[0], PUBLISHABLE)),
    });
  }
}

function* recogniseSecret(text: Text): Generator<CredentialMention, void, undefined> {
  for (const match of matches(text.value, SECRET)) {
    if (isNobodys(match[0])) continue;
    const ref = refBeside(text, match[0], SECRET);
    yield credentialMention(text, {
      kind: 'supabase-secret-key',
      secret: match[0],
      grade: 'administrative',
      why: 'A secret key takes the role `service_role`: it passes every row-level security policy.',
      rule: 'supabase-secret-key',
      ...subjectOf(ref),
      ...opensProject(ref),
    });
  }
}

function subjectOf(ref: string | undefined): Pick<CredentialMention, 'subject'> {
  return ref === undefined ? {} : { subject: ref };
}

function* recogniseAccessToken(text: Text): Generator<CredentialMention, void, undefined> {
  for (const match of matches(text.value, ACCESS_TOKEN)) {
    if (isPlaceholderSecret(match[0])) continue;
    yield credentialMention(text, {
      kind: 'supabase-access-token',
      secret: match[0],
      grade: 'administrative',
      why: 'A personal access token manages every project of the account that made it.',
      rule: 'supabase-access-token',
    });
  }
}

const REF_EXAMPLE = 'qzrtvwxkplmnbhgfdsja';
const jwt = (role: string, iss = 'supabase') =>
  sampleJwt({ iss, ref: REF_EXAMPLE, role, iat: 1_700_000_000, exp: 2_015_000_000 });
const COMMON = { provider: 'supabase', type: 'credential', docs: [KEYS_GUIDE] } as const;

export const supabaseAnonKey: BackendDefinition = {
  ...COMMON,
  kind: 'supabase-anon-key',
  title: 'Supabase anonymous key',
  anchors: JWT_ANCHORS,
  examples: [
    { text: jwt('anon'), gives: ['supabase-anon-key'], why: 'the payload says `role: anon`' },
    { text: jwt('anon'), key: 'SUPABASE_ANON_KEY', gives: ['supabase-anon-key'], why: 'under its usual name' },
    {
      text: jwt('anon'),
      key: 'SUPABASE_SERVICE_ROLE_KEY',
      gives: ['supabase-anon-key'],
      why: 'the payload decides, not the name',
    },
    {
      text: `{"url":"https://${REF_EXAMPLE}.supabase.co","key":"${jwt('anon')}"}`,
      gives: ['supabase-anon-key'],
      why: 'in a configuration object',
    },
    { text: `apikey=${jwt('anon')}&limit=1`, gives: ['supabase-anon-key'], why: 'in a query' },
    {
      text: sampleJwt({ role: 'anon', iss: 'supabase', iat: 1_700_000_000 }),
      gives: ['supabase-anon-key'],
      why: 'a self-hosted project, which has no reference',
    },
    { text: jwt('service_role'), gives: [], why: 'another role' },
    { text: jwt('anon', 'supabase-demo'), gives: [], why: 'the key of every local stack' },
    { text: jwt('anon', 'https://acme.example/auth'), gives: [], why: 'a token of somebody else' },
    { text: jwt('anon').slice(0, 80), gives: [], why: 'cut off' },
    { text: 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9', gives: [], why: 'a header alone' },
    {
      text: `${jwt('anon').split('.')[0]}.bm90IGpzb24gYXQgYWxsIQ.${sample('alnum', 43)}`,
      gives: [],
      why: 'the payload is no JSON',
    },
  ],
  recognise: recogniseAnon,
  rules: [],
};

export const supabaseServiceRoleKey: BackendDefinition = {
  ...COMMON,
  kind: 'supabase-service-role-key',
  title: 'Supabase service role key',
  anchors: JWT_ANCHORS,
  examples: [
    { text: jwt('service_role'), gives: ['supabase-service-role-key'], why: 'the payload says `role: service_role`' },
    {
      text: jwt('service_role'),
      key: 'SUPABASE_ANON_KEY',
      gives: ['supabase-service-role-key'],
      why: 'the payload decides, not the name',
    },
    {
      text: `const admin = createClient(url, "${jwt('service_role')}")`,
      gives: ['supabase-service-role-key'],
      why: 'in code',
    },
    {
      text: `upload${jwt('service_role')}download`,
      runTogether: true,
      gives: ['supabase-service-role-key'],
      why: 'between two literals of Go or Rust, by the length of its signature',
    },
    { text: `upload${jwt('service_role')}`, gives: [], why: 'the end of a longer word' },
    { text: `Bearer ${jwt('service_role')}`, gives: ['supabase-service-role-key'], why: 'in a header' },
    {
      text: sampleJwt({ role: 'service_role', iss: 'supabase' }),
      gives: ['supabase-service-role-key'],
      why: 'a self-hosted project',
    },
    {
      text: `"${jwt('service_role')}","${jwt('anon')}"`,
      gives: ['supabase-service-role-key'],
      why: 'beside the anonymous key',
    },
    { text: jwt('anon'), gives: [], why: 'the anonymous key' },
    { text: jwt('service_role', 'supabase-demo'), gives: [], why: 'the key of every local stack' },
    { text: jwt('authenticated'), gives: [], why: 'a user’s session' },
    { text: sampleJwt({ role: 'service_role', iss: 'acme' }), gives: [], why: 'a token of somebody else' },
    { text: 'service_role', gives: [], why: 'the role’s name' },
    { text: sampleJwt({ iss: 'supabase', ref: REF_EXAMPLE }), gives: [], why: 'no role' },
  ],
  recognise: recogniseServiceRole,
  rules: [
    credentialRule({
      id: 'supabase-service-role-key',
      title: 'Supabase service role key ships with the app',
      severity: 'critical',
      precision: 'very-high',
      meaning:
        'Whoever unpacks the app can read, change and erase every table and every file of the project, and its users’ accounts: no row-level security policy applies to this key.',
      knows:
        'The key is a token whose own payload names the project and the role `service_role`; no request was needed.',
      revoke:
        'Switch the project to the newer API keys and disable the legacy keys in the dashboard under Project Settings, API Keys; rotating the JWT secret also ends this key, and every session with it.',
      instead:
        'Ship the publishable (or anonymous) key with row-level security; put what needs more into an Edge Function.',
      references: [KEYS_GUIDE, 'https://supabase.com/docs/guides/database/postgres/row-level-security'],
    }),
  ],
};

export const supabasePublishableKey: BackendDefinition = {
  ...COMMON,
  kind: 'supabase-publishable-key',
  title: 'Supabase publishable key',
  anchors: ['sb_publishable_'],
  examples: [
    {
      text: `sb_publishable_${sample('alnum', 22)}_${sample('alnum', 8)}`,
      gives: ['supabase-publishable-key'],
      why: 'the newer public key',
    },
    { text: `apikey: sb_publishable_${sample('alnum', 31)}`, gives: ['supabase-publishable-key'], why: 'in a header' },
    { text: 'sb_publishable_...', gives: [], why: 'the prefix in a message' },
    { text: `sb_publishable_${'x'.repeat(31)}`, gives: [], why: 'a placeholder' },
  ],
  recognise: recognisePublishable,
  rules: [],
};

export const supabaseSecretKey: BackendDefinition = {
  ...COMMON,
  kind: 'supabase-secret-key',
  title: 'Supabase secret key',
  anchors: ['sb_secret_'],
  examples: [
    {
      text: `sb_secret_${sample('alnum', 22)}_${sample('alnum', 8)}`,
      gives: ['supabase-secret-key'],
      why: 'the newer key with all rights',
    },
    {
      text: `sb_secret_${sample('alnum', 31)}`,
      key: 'SUPABASE_SECRET_KEY',
      gives: ['supabase-secret-key'],
      why: 'under its usual name',
    },
    {
      text: `createClient("https://${REF_EXAMPLE}.supabase.co","sb_secret_${sample('alnum', 31)}")`,
      gives: ['supabase-secret-key'],
      why: 'in code, with its project',
    },
    { text: 'sb_secret_...', gives: [], why: 'the prefix in a message' },
    { text: `sb_secret_${'x'.repeat(31)}`, gives: [], why: 'a placeholder' },
    { text: `sb_publishable_${sample('alnum', 31)}`, gives: [], why: 'the public key' },
  ],
  recognise: recogniseSecret,
  rules: [
    credentialRule({
      id: 'supabase-secret-key',
      title: 'Supabase secret key ships with the app',
      severity: 'critical',
      precision: 'very-high',
      meaning:
        'Whoever unpacks the app can read, change and erase every table and every file of the project: no row-level security policy applies to this key.',
      knows: 'The value has the form of Supabase’s secret keys; no request was needed.',
      revoke: 'Delete the key in the dashboard under Project Settings, API Keys.',
      instead: 'Ship the publishable key with row-level security; put what needs more into an Edge Function.',
      references: [KEYS_GUIDE],
    }),
  ],
};

export const supabaseAccessToken: BackendDefinition = {
  ...COMMON,
  kind: 'supabase-access-token',
  title: 'Supabase personal access token',
  docs: ['https://supabase.com/docs/reference/api/introduction'],
  anchors: ['sbp_'],
  examples: [
    { text: `sbp_${sample('hex', 40)}`, gives: ['supabase-access-token'], why: 'a token for the management API' },
    {
      text: `SUPABASE_ACCESS_TOKEN=sbp_${sample('hex', 40, 3)}`,
      gives: ['supabase-access-token'],
      why: 'in an environment file',
    },
    { text: `sbp_${sample('hex', 39)}`, gives: [], why: 'too short' },
    { text: `sbp_${'0'.repeat(40)}`, gives: [], why: 'a placeholder' },
    { text: `lsbp_${sample('hex', 40)}`, gives: [], why: 'the middle of a longer token' },
  ],
  recognise: recogniseAccessToken,
  rules: [
    credentialRule({
      id: 'supabase-access-token',
      title: 'Supabase personal access token ships with the app',
      severity: 'critical',
      precision: 'very-high',
      meaning: 'Whoever has it can manage every project of the account: read its keys, run SQL, pause or delete it.',
      knows: 'The value has the form of Supabase’s personal access tokens.',
      revoke: 'Delete the token in the dashboard under Account, Access Tokens.',
      instead: 'The management API is for tools of yours; an app has no use for it.',
      references: ['https://supabase.com/docs/reference/api/introduction'],
    }),
  ],
};
