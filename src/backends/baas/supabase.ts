import type { Backend, BackendMention, Text } from '../../model.ts';
import { accessRules } from '../../shared/access-rules.ts';
import type { BackendDefinition, ProbeAnswer, ProbeRequest, ProbeVerdict } from '../backend.ts';
import { JWT_ANCHORS, JWT_PATTERN } from '../jwt.ts';
import { likeliest, onlyIn, onlyOne, type Pairing, partnersOfFound } from '../pairing.ts';
import { isSampleName } from '../placeholders.ts';
import {
  around,
  HOST_END,
  HOST_START,
  literalPath,
  matches,
  once,
  plainText,
  withDetails,
  withPaths,
} from '../recognition.ts';
import { sampleJwt } from '../samples.ts';
import { backendMention } from '../shared-mentions.ts';
import { closed, jsonOf, opened, undecided, unexpected } from '../verdicts.ts';
import { PUBLISHABLE, REF, supabaseJwts } from './supabase-tokens.ts';

const HOST = new RegExp(
  `${HOST_START}(?:db\\.)?(${REF})\\.(?:storage\\.|functions\\.)?supabase\\.(?:co|in|net)${HOST_END}`,
  'gi',
);
const WHOLE_HOST = new RegExp(`^${REF}\\.supabase\\.(?:co|in|net)$`);
/** A project behind a domain of its own is told by the paths that only Supabase's gateway has. */
const CUSTOM =
  /https:\/\/([a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,63}){1,4})\/(?:rest|auth|storage|functions|realtime)\/v1(?=\/|$|["'\s?])/gi;
/** `.from("profiles")`, `.rpc('leaderboard')`, `.storage.from("avatars")` */
const CALL = /\.(storage\.from|from|rpc)\(\s{0,4}["'`]([A-Za-z_][A-Za-z0-9_-]{0,62})["'`]/g;
const SITES = new Set([
  'www',
  'api',
  'app',
  'docs',
  'status',
  'db',
  'storage',
  'functions',
  'xyzcompany',
  'projectref',
  'abcdefghijklmnopqrst',
]);
const MAX_PATHS = 24;

interface Context {
  readonly text: Text;
  readonly keys: () => readonly PublicKey[];
  readonly paths: () => readonly string[];
}

function* recognise(text: Text): Generator<BackendMention, void, undefined> {
  const context: Context = { text, keys: once(() => keysOf(text)), paths: once(() => calledPaths(text)) };
  for (const match of matches(text.value, HOST)) {
    const ref = (match[1] ?? '').toLowerCase();
    if (isDocumentation(ref)) continue;
    yield mentionOf(
      context,
      ref,
      match[0].toLowerCase().replace(/^db\./, ''),
      text.value.slice(match.index + match[0].length),
    );
  }
  for (const match of matches(text.value, CUSTOM)) {
    const host = (match[1] ?? '').toLowerCase();
    if (/\.supabase\.(?:co|in|net)$/.test(host) || isSampleName(host.split('.')[0] ?? '')) continue;
    // A path like /rest/v1/ could be anybody's: only a key of Supabase beside it says whose it is.
    const ref = projectBehind(text, match[1] ?? '');
    if (ref === undefined) continue;
    yield mentionOf(context, ref, host, text.value.slice(match.index + 'https://'.length + host.length));
  }
  for (const { ref } of supabaseJwts(text)) {
    if (ref !== undefined && !isDocumentation(ref)) yield mentionOf(context, ref, `${ref}.supabase.co`, '');
  }
}

function isDocumentation(ref: string): boolean {
  return SITES.has(ref) || isSampleName(ref) || new Set(ref).size < 5;
}

function mentionOf(context: Context, ref: string, host: string, rest: string): BackendMention {
  const key = context.keys().find((one) => one.ref === ref)?.key ?? keyBeside(context.text, ref);
  return backendMention(
    context.text,
    { kind: 'supabase', name: ref },
    { ...withDetails({ host, apiKey: key }), ...withPaths([pathOf(rest), ...context.paths()].slice(0, MAX_PATHS)) },
  );
}

const JWT_TOKEN = new RegExp(JWT_PATTERN.source, 'g');
const CUSTOM_OR_KEY = new RegExp(`${CUSTOM.source}|${JWT_TOKEN.source}`, 'gi');
const HOST_OR_KEY = new RegExp(`${HOST.source}|${PUBLISHABLE.source}|${JWT_TOKEN.source}`, 'gi');

/** The project that a domain of its own leads to, by the key beside it. */
function projectBehind(text: Text, host: string): string | undefined {
  const pairing: Pairing = {
    self: host,
    same: ({ value }) => onlyIn(value, CUSTOM),
    partner: ({ value }) => keysIn(value)[0]?.ref,
  };
  return onlyOne(partnersOfFound(text, CUSTOM_OR_KEY, pairing));
}

/** The public key of a project, where the key does not say itself which project it is for. */
function keyBeside(text: Text, ref: string): string | undefined {
  const pairing: Pairing = {
    self: ref,
    same: ({ value }) => onlyIn(value, HOST)?.toLowerCase(),
    partner: ({ value }) => keysIn(value).find((one) => one.ref === undefined)?.key,
  };
  return likeliest(partnersOfFound(text, HOST_OR_KEY, pairing));
}

interface PublicKey {
  readonly key: string;
  /** The project that it names; publishable keys name none. */
  readonly ref?: string;
}

/** The public keys in a text and around it, with which the app itself asks the project. */
function keysOf(text: Text): readonly PublicKey[] {
  return [text.value, ...around(text).map((neighbour) => neighbour.value)].flatMap(keysIn);
}

function keysIn(value: string): readonly PublicKey[] {
  return [
    ...supabaseJwts({ value })
      .filter((token) => token.role === 'anon')
      .map((token) => (token.ref === undefined ? { key: token.secret } : { key: token.secret, ref: token.ref })),
    ...Array.from(matches(value, PUBLISHABLE), (match) => ({ key: match[0] })),
  ];
}

/** `/rest/v1/users?select=*` → `/rest/v1/users`; `/storage/v1/object/public/avatars/1.png` → `/storage/v1/avatars`. */
function pathOf(rest: string): string | undefined {
  const path = literalPath(rest);
  if (path === undefined) return undefined;
  const bucket =
    /^\/storage\/v1\/(?:object|render\/image)\/(?:public\/|sign\/|authenticated\/|list\/)?([A-Za-z0-9_-]{1,63})/.exec(
      path,
    )?.[1];
  if (bucket !== undefined) return `/storage/v1/${bucket}`;
  return /^\/rest\/v1\/(?:rpc\/)?[A-Za-z_][A-Za-z0-9_]{0,62}$|^\/functions\/v1\/[A-Za-z0-9_-]{1,63}/.exec(path)?.[0];
}

/** Tables, functions and buckets that the code around a text names. */
function calledPaths(text: Text): readonly string[] {
  const paths = new Set<string>();
  for (const value of [text.value, ...around(text).map((neighbour) => neighbour.value)]) {
    if (!value.includes('(')) continue;
    for (const [, call, name = ''] of matches(value, CALL)) {
      paths.add(call === 'rpc' ? `/rest/v1/rpc/${name}` : call === 'from' ? `/rest/v1/${name}` : `/storage/v1/${name}`);
      if (paths.size >= MAX_PATHS) return [...paths];
    }
  }
  return [...paths];
}

function plan(backend: Backend): readonly ProbeRequest[] {
  const { host = `${backend.name}.supabase.co`, apiKey } = backend.details;
  if (apiKey === undefined || !/^[A-Za-z0-9._-]{20,4096}$/.test(apiKey)) return [];
  // Domains of the project's own are not on the list of hosts; the project answers under its own name as well.
  const known = WHOLE_HOST.test(host) ? host : `${backend.name}.supabase.co`;
  if (!WHOLE_HOST.test(known)) return [];
  const asked = { host: known, headers: headersOf(apiKey) };
  return [
    ...namesBelow(backend, /^\/rest\/v1\/(?!rpc(?:\/|$))([A-Za-z_][A-Za-z0-9_]{0,62})$/).map((table) =>
      tableRequest(asked, table),
    ),
    ...namesBelow(backend, /^\/storage\/v1\/([A-Za-z0-9_-]{1,63})$/).map((bucket) => objectsRequest(asked, bucket)),
    bucketsRequest(asked),
    settingsRequest(asked),
  ];
}

const MAX_NAMES = 4;

function namesBelow(backend: Backend, pattern: RegExp): readonly string[] {
  const names = backend.paths.map((path) => pattern.exec(path)?.[1]).filter((name) => name !== undefined);
  return [...new Set(names)].slice(0, MAX_NAMES);
}

/** Only a JWT goes into `Authorization`; the newer keys are refused there. */
function headersOf(apiKey: string): Readonly<Record<string, string>> {
  return apiKey.startsWith('sb_') ? { apikey: apiKey } : { apikey: apiKey, authorization: `Bearer ${apiKey}` };
}

interface Asked {
  readonly host: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The number of rows that the anonymous role sees, without a row: HEAD has no body. */
function tableRequest({ host, headers }: Asked, table: string): ProbeRequest {
  return {
    id: 'supabase-table-count',
    method: 'HEAD',
    url: `https://${host}/rest/v1/${table}?select=*&limit=1`,
    headers: { ...headers, prefer: 'count=exact' },
    audience: 'anyone',
    read: (answer) => {
      // HEAD has no body that could say whose 404 it is, and a missing table is no missing project.
      if (answer.status === 404) return undecided(`The API exposes no table ${table}.`);
      if (answer.status !== 200 && answer.status !== 206) return refused(answer);
      const total = /\/(\d{1,18})$/.exec(answer.headers['content-range'] ?? '')?.[1];
      if (total === undefined) return undecided('The answer holds no count.');
      return Number(total) > 0
        ? opened(`Anybody can read rows of ${table}: ${total} are visible to the anonymous role.`, ['list', 'read'])
        : undecided(`No row of ${table} is visible: it is empty, or row-level security hides them all.`);
    },
  };
}

function objectsRequest({ host, headers }: Asked, bucket: string): ProbeRequest {
  return {
    id: 'supabase-objects-list',
    method: 'POST',
    url: `https://${host}/storage/v1/object/list/${bucket}`,
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ prefix: '', limit: 1 }),
    audience: 'anyone',
    read: (answer) => {
      if (answer.status !== 200) return refused(answer);
      const rows = jsonOf(answer.body);
      if (!Array.isArray(rows)) return undecided('The answer is no list.');
      return rows.length > 0
        ? opened(`Anybody can list the objects of the bucket ${bucket}.`, ['list'])
        : undecided(`No object of ${bucket} is visible: it is empty, or its policies hide them all.`);
    },
  };
}

function bucketsRequest({ host, headers }: Asked): ProbeRequest {
  return {
    id: 'supabase-buckets',
    method: 'GET',
    url: `https://${host}/storage/v1/bucket`,
    headers,
    audience: 'anyone',
    read: (answer) => {
      if (answer.status !== 200) return refused(answer);
      const rows = jsonOf(answer.body);
      return undecided(
        Array.isArray(rows) && rows.length > 0
          ? `${rows.length} storage buckets are visible to the anonymous role; what they hold was not asked.`
          : 'No storage bucket is visible to the anonymous role.',
      );
    },
  };
}

/** Says who can become `authenticated`; that alone opens nothing. */
function settingsRequest({ host, headers }: Asked): ProbeRequest {
  return {
    id: 'supabase-auth-settings',
    method: 'GET',
    url: `https://${host}/auth/v1/settings`,
    headers,
    audience: 'anyone',
    read: (answer) => {
      if (answer.status !== 200) return refused(answer);
      const off = /"disable_signup":\s{0,4}true/.test(answer.body);
      const anonymous = /"anonymous_users":\s{0,4}true/.test(answer.body);
      return undecided(`Sign-up is ${off ? 'off' : 'not off'}, anonymous sign-in ${anonymous ? 'on' : 'not on'}.`);
    },
  };
}

function refused(answer: ProbeAnswer): ProbeVerdict {
  if (answer.status === 401 || answer.status === 403) {
    return closed('The anonymous role is refused, or the key is no longer valid.');
  }
  return unexpected(answer);
}

const REF_EXAMPLE = 'qzrtvwxkplmnbhgfdsja';
const ANON_EXAMPLE = sampleJwt({
  iss: 'supabase',
  ref: REF_EXAMPLE,
  role: 'anon',
  iat: 1_700_000_000,
  exp: 2_015_000_000,
});

export const supabase: BackendDefinition = {
  kind: 'supabase',
  title: 'Supabase project',
  provider: 'supabase',
  type: 'backend',
  docs: [
    'https://supabase.com/docs/guides/api/securing-your-api',
    'https://supabase.com/docs/guides/database/postgres/row-level-security',
  ],
  anchors: ['.supabase.', '/rest/v1', '/auth/v1', '/storage/v1', '/functions/v1', '/realtime/v1', ...JWT_ANCHORS],
  examples: [
    { text: `https://${REF_EXAMPLE}.supabase.co`, gives: [`supabase:${REF_EXAMPLE}`], why: 'the project’s address' },
    {
      text: `https://${REF_EXAMPLE}.supabase.co/rest/v1/profiles?select=*`,
      gives: [`supabase:${REF_EXAMPLE}`],
      why: 'the address with a table',
    },
    {
      text: `wss://${REF_EXAMPLE}.supabase.co/realtime/v1/websocket`,
      gives: [`supabase:${REF_EXAMPLE}`],
      why: 'the realtime socket',
    },
    {
      text: `postgresql://postgres@db.${REF_EXAMPLE}.supabase.co:5432/postgres`,
      gives: [`supabase:${REF_EXAMPLE}`],
      why: 'the database’s own host',
    },
    {
      text: `https://${REF_EXAMPLE}.supabase.in/storage/v1/object/public/avatars/1.png`,
      gives: [`supabase:${REF_EXAMPLE}`],
      why: 'the older domain, with a bucket',
    },
    { text: ANON_EXAMPLE, gives: [`supabase:${REF_EXAMPLE}`], why: 'the anonymous key names its project' },
    {
      text: 'https://api.acme-shop.io/rest/v1/orders',
      around: [{ value: ANON_EXAMPLE }],
      gives: [`supabase:${REF_EXAMPLE}`],
      why: 'a domain of its own, with a key of Supabase beside it',
    },
    { text: 'https://api.acme-shop.io/rest/v1/orders', gives: [], why: 'such a path could be anybody’s' },
    { text: 'https://xyzcompany.supabase.co', gives: [], why: 'the example of the SDK’s documentation' },
    { text: 'https://your-project-ref.supabase.co', gives: [], why: 'a placeholder' },
    { text: 'https://supabase.co/docs', gives: [], why: 'the vendor’s site' },
    { text: 'https://api.supabase.com/v1/projects', gives: [], why: 'the management API' },
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the template is what must not be recognised
    { text: 'https://${ref}.supabase.co', gives: [], why: 'the name is made at run time' },
    { text: 'http://127.0.0.1:54321/rest/v1/orders', gives: [], why: 'the local stack' },
    {
      text: sampleJwt({ iss: 'supabase-demo', role: 'anon', exp: 1_983_812_996 }),
      gives: [],
      why: 'the key of every local stack',
    },
  ],
  recognise: (text) => recognise(plainText(text)),
  rules: accessRules({
    kind: 'supabase',
    word: 'open',
    noun: 'Supabase project',
    knows:
      'The project’s address or its anonymous key stands in the app or the repository; what the anonymous role may do was read in the migrations, or seen in the number of rows that it was shown.',
    remediation: [
      'In a new migration, replace the policy, grant or public bucket that the finding names: tie each policy to the user, as with `using (auth.uid() = user_id)`; `using (true)` is no protection.',
      'Turn on row-level security for every table in an exposed schema: `alter table public.<table> enable row level security;`.',
      'Take back what the anonymous role does not need: `revoke all on public.<table> from anon;`.',
      'For storage buckets, write policies on `storage.objects` that ask for the owner’s folder.',
    ],
    prove:
      'Run `curl -I -H "apikey: <anon key>" -H "Prefer: count=exact" "https://<ref>.supabase.co/rest/v1/<table>?select=*&limit=1"`: the count must be 0, or the answer 401.',
    references: [
      'https://supabase.com/docs/guides/database/postgres/row-level-security',
      'https://supabase.com/docs/guides/api/securing-your-api',
    ],
  }),
  probing: {
    hosts: ['supabase.co', 'supabase.in', 'supabase.net'],
    specs: [
      {
        id: 'supabase-table-count',
        mode: 'read',
        request: 'HEAD /rest/v1/<table>?select=*&limit=1 with `Prefer: count=exact` and the app’s public key',
        proves: 'how many rows the anonymous role sees; none proves nothing',
        sideEffects: 'none: HEAD has no body',
        reference: 'https://docs.postgrest.org/en/stable/references/api/pagination_count.html',
      },
      {
        id: 'supabase-objects-list',
        mode: 'read',
        request: 'POST /storage/v1/object/list/<bucket> with limit 1',
        proves: 'that anybody can list the bucket',
        sideEffects: 'none: at most one name, which is not kept',
        reference: 'https://supabase.com/docs/guides/storage/security/access-control',
      },
      {
        id: 'supabase-buckets',
        mode: 'read',
        request: 'GET /storage/v1/bucket',
        proves: 'nothing by itself; says how many buckets are visible',
        sideEffects: 'none',
        reference: 'https://supabase.com/docs/guides/storage/security/access-control',
      },
      {
        id: 'supabase-auth-settings',
        mode: 'read',
        request: 'GET /auth/v1/settings',
        proves: 'nothing by itself; says whether strangers can sign up',
        sideEffects: 'none',
        reference: 'https://supabase.com/docs/guides/auth/general-configuration',
      },
    ],
    plan,
  },
};
