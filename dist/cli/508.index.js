export const id = 508;
export const ids = [508];
export const modules = {

/***/ 2508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  LANGUAGES: () => (/* binding */ LANGUAGES)
});

;// CONCATENATED MODULE: ./lib/declarations/json.js
/** Deeper texts are refused before the recursive parser sees them. */
const MAX_DEPTH = 100;
const MAX_LENGTH = 4 * 1024 * 1024;
/** Reads JSON with comments, trailing commas and raw line ends within strings, as Firebase's own tools do. Never throws. */
async function parseJson(text) {
    if (text.length > MAX_LENGTH)
        return { problem: { at: 0, reason: 'is larger than 4 MiB' } };
    const flat = scanStrings(text);
    if (flat.depth > MAX_DEPTH)
        return { problem: { at: 0, reason: 'is nested too deeply' } };
    const { parseTree, printParseErrorCode } = await __webpack_require__.e(/* import() */ 547).then(__webpack_require__.t.bind(__webpack_require__, 9547, 19));
    const errors = [];
    const root = parseTree(flat.text, errors, { allowTrailingComma: true, disallowComments: false });
    const [first] = errors;
    return {
        ...(root === undefined ? {} : { root }),
        ...(first === undefined
            ? {}
            : { problem: { at: first.offset, reason: inWords(printParseErrorCode(first.error)) } }),
    };
}
/** `ValueExpected` → `value expected`: the parser's names of errors say enough once they are words. */
function inWords(code) {
    return code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}
/** Line ends within strings become spaces of the same length, and the depth of nesting is measured. */
function scanStrings(text) {
    const parts = [];
    let copied = 0;
    let depth = 0;
    let deepest = 0;
    let position = 0;
    while (position < text.length) {
        const character = text[position];
        if (character === '"') {
            const end = stringEnd(text, position);
            parts.push(text.slice(copied, position), text.slice(position, end).replace(/[\r\n\u2028\u2029]/g, ' '));
            copied = end;
            position = end;
        }
        else if (character === '/')
            position = commentEnd(text, position);
        else {
            if (character === '[' || character === '{')
                deepest = Math.max(deepest, ++depth);
            if (character === ']' || character === '}')
                depth--;
            position++;
        }
    }
    parts.push(text.slice(copied));
    const flat = parts.join('');
    return { text: flat.charCodeAt(0) === 0xfeff ? ` ${flat.slice(1)}` : flat, depth: deepest };
}
function stringEnd(text, start) {
    for (let position = start + 1; position < text.length; position++) {
        if (text[position] === '\\')
            position++;
        else if (text[position] === '"')
            return position + 1;
    }
    return text.length;
}
/** Offset behind a comment, or behind the slash that begins none. */
function commentEnd(text, start) {
    const line = text.startsWith('//', start);
    if (!line && !text.startsWith('/*', start))
        return start + 1;
    const end = line ? text.indexOf('\n', start) : text.indexOf('*/', start + 2);
    if (end === -1)
        return text.length;
    return line ? end : end + 2;
}
/** Members of an object in order; none if it is something else. */
function membersOf(node) {
    if (node?.type !== 'object')
        return [];
    return (node.children ?? []).flatMap((property) => {
        const [keyNode, value] = property.children ?? [];
        return keyNode !== undefined && value !== undefined ? [{ key: String(keyNode.value), keyNode, value }] : [];
    });
}
/** The node under a chain of keys and indexes. */
function nodeAt(node, ...path) {
    let at = node;
    for (const step of path) {
        at = typeof step === 'number' ? itemsOf(at)[step] : membersOf(at).find((member) => member.key === step)?.value;
    }
    return at;
}
function itemsOf(node) {
    return node?.type === 'array' ? (node.children ?? []) : [];
}
function stringOf(node) {
    return node?.type === 'string' && typeof node.value === 'string' ? node.value : undefined;
}

;// CONCATENATED MODULE: ./lib/declarations/lines.js
/** Turns UTF-16 offsets of one text into positions. LF, CRLF and lone CR end a line. */
function positionsOf(text) {
    const starts = [0];
    for (let index = 0; index < text.length; index++) {
        const code = text.charCodeAt(index);
        if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10))
            starts.push(index + 1);
    }
    return (offset) => {
        let low = 0;
        let high = starts.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if ((starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
    };
}

;// CONCATENATED MODULE: ./lib/declarations/amplify/facts.js

const MAX_FACTS = 10_000;
/**
 * Reads the client config of Amplify: JSON, or the one JSON object in a JavaScript or Dart file, whatever stands around it. Offsets
 * stay those of the file.
 */
async function readClientConfig(file) {
    const start = file.text.indexOf('{');
    const end = file.text.lastIndexOf('}');
    if (start === -1 || end < start)
        return { facts: [], problem: { at: 0, reason: 'holds no object' } };
    const { root, problem } = await parseJson(' '.repeat(start) + file.text.slice(start, end + 1));
    const facts = [];
    if (root !== undefined)
        collect(root, [], facts);
    return { ...(root === undefined ? {} : { root }), facts, ...(problem === undefined ? {} : { problem }) };
}
function collect(node, path, facts) {
    if (facts.length >= MAX_FACTS)
        return;
    if (typeof node.value === 'string')
        facts.push({ path, value: node.value, at: node.offset + 1 });
    for (const member of membersOf(node))
        collect(member.value, [...path, member.key], facts);
    for (const item of itemsOf(node))
        collect(item, path, facts);
}
/** The value beside a fact under one of these names. */
function beside(fact, facts, names) {
    const parent = fact.path.slice(0, -1).join('\0');
    const found = facts.find((other) => other.path.slice(0, -1).join('\0') === parent && names.includes(other.path.at(-1) ?? ''));
    return found?.value;
}

;// CONCATENATED MODULE: ./lib/declarations/amplify/index.js



/** The client config that Amplify writes into an app: it names the backends, and what guests may do. */
const amplify = {
    id: 'amplify',
    title: 'AWS Amplify client config',
    docs: [
        'https://docs.amplify.aws/react/reference/amplify_outputs/',
        'https://docs.amplify.aws/gen1/javascript/tools/libraries/configure-categories/',
    ],
    claims: (path) => /(?:^|\/)(?:amplifyconfiguration|amplify_outputs|awsconfiguration|aws-exports|aws_exports)\.(?:json|js|ts|mjs|dart)$/.test(path),
    read: async (files) => merge(await Promise.all(files.map(readFile))),
};
function merge(readings) {
    return {
        declarations: readings.flatMap((reading) => reading.declarations),
        mentions: readings.flatMap((reading) => reading.mentions),
        problems: readings.flatMap((reading) => reading.problems),
    };
}
async function readFile(file) {
    const config = await readClientConfig(file);
    const position = positionsOf(file.text);
    const placeOf = (fact) => ({
        origin: 'repo',
        path: file.path,
        locator: fact.path.join('.'),
        ...position(fact.at),
    });
    const problems = [];
    if (config.problem !== undefined)
        problems.push({
            kind: 'malformed',
            path: file.path,
            line: position(config.problem.at).line,
            reason: `The Amplify config is malformed: ${config.problem.reason}.`,
        });
    return {
        declarations: declarationsOf(config, file, position),
        mentions: config.facts.flatMap((fact) => mentionsOf(fact, config.facts, placeOf)),
        problems,
    };
}
const REGION = '[a-z]{2}(?:-[a-z]{2,9}){1,3}-\\d{1,2}';
const IDENTITY_POOL = new RegExp(`^(${REGION}):[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$`);
const USER_POOL = new RegExp(`^(${REGION})_[A-Za-z0-9]{1,55}$`);
const APPSYNC = new RegExp(`^https://([a-z0-9]{26})\\.appsync-api\\.(${REGION})\\.amazonaws\\.com/graphql/?$`);
const APPSYNC_KEY = /^da2-[a-z0-9]{26}$/;
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const BUCKET_NAMES = ['aws_user_files_s3_bucket', 'bucket_name', 'bucket', 'Bucket'];
const REGION_NAMES = ['aws_user_files_s3_bucket_region', 'aws_region', 'region', 'Region'];
const KEY_NAMES = ['aws_appsync_apiKey', 'api_key', 'apiKey', 'ApiKey'];
function mentionsOf(fact, facts, placeOf) {
    const { value } = fact;
    const place = placeOf(fact);
    const backend = (kind, name, details) => [
        { type: 'backend', kind, name, place, details },
    ];
    const identityPool = IDENTITY_POOL.exec(value);
    if (identityPool !== null)
        return backend('cognito-identity-pool', value, { region: identityPool[1] ?? '' });
    const userPool = USER_POOL.exec(value);
    if (userPool !== null)
        return backend('cognito-user-pool', value, { region: userPool[1] ?? '' });
    const api = APPSYNC.exec(value);
    if (api !== null) {
        const apiKey = beside(fact, facts, KEY_NAMES);
        return backend('appsync', api[1] ?? '', { region: api[2] ?? '', ...(apiKey === undefined ? {} : { apiKey }) });
    }
    if (APPSYNC_KEY.test(value))
        return [
            {
                type: 'credential',
                kind: 'appsync-api-key',
                secret: value,
                grade: 'restricted',
                why: 'An AppSync API key ships in the client by design; it opens what the schema allows to API keys.',
                place,
            },
        ];
    if (BUCKET_NAMES.includes(fact.path.at(-1) ?? '') && BUCKET.test(value)) {
        const region = beside(fact, facts, REGION_NAMES);
        return backend('s3', value, region === undefined ? {} : { region });
    }
    return [];
}
const ACTIONS = {
    get: ['read'],
    list: ['list'],
    read: ['list', 'read'],
    write: ['create', 'overwrite'],
    delete: ['delete'],
};
const AUDIENCES = [
    ['guest', 'anyone'],
    ['authenticated', 'any-account'],
];
/** What `amplify_outputs.json` says of guests (schema: aws-amplify/amplify-backend client-config). */
function declarationsOf({ root }, file, position) {
    const guests = nodeAt(root, 'auth', 'unauthenticated_identities_enabled');
    const pool = stringOf(nodeAt(root, 'auth', 'identity_pool_id'));
    const declarations = [];
    if (typeof guests?.value === 'boolean' && pool !== undefined && IDENTITY_POOL.test(pool))
        declarations.push({
            kind: 'cognito-identity-pool',
            name: pool,
            declaration: {
                path: file.path,
                ...position(guests.offset),
                audience: 'anyone',
                can: [],
                state: guests.value ? 'open' : 'closed',
                why: guests.value
                    ? 'The pool gives AWS credentials to guests; what they may do is up to the role for guests.'
                    : 'The pool gives no credentials to guests.',
            },
        });
    for (const bucket of itemsOf(nodeAt(root, 'storage', 'buckets'))) {
        const name = stringOf(nodeAt(bucket, 'bucket_name'));
        if (name === undefined || !BUCKET.test(name))
            continue;
        for (const { key, keyNode, value } of membersOf(nodeAt(bucket, 'paths')))
            for (const [group, audience] of AUDIENCES) {
                const actions = itemsOf(nodeAt(value, group)).flatMap((item) => stringOf(item) ?? []);
                const can = [
                    ...new Set(actions.flatMap((action) => (Object.hasOwn(ACTIONS, action) ? (ACTIONS[action] ?? []) : []))),
                ];
                const off = audience === 'anyone' && guests?.value === false;
                if (can.length > 0)
                    declarations.push({
                        kind: 's3',
                        name,
                        declaration: {
                            path: file.path,
                            ...position(keyNode.offset),
                            pattern: patternOf(key),
                            audience,
                            can,
                            state: off ? 'mitigated' : key.includes('${') ? 'conditional' : 'open',
                            why: off
                                ? 'The path is open to guests, but the identity pool gives guests no credentials.'
                                : `Amplify’s storage access rules let ${group === 'guest' ? 'guests' : 'every signed-in account'} do this below ${key.slice(0, 100)}.`,
                        },
                    });
            }
    }
    return declarations;
}
/** `public/*` → `/public/{path=**}` */
function patternOf(path) {
    const plain = path.replace(/\$\{[^}]{0,100}\}/g, '{identity}').replace(/^\/+/, '');
    return `/${plain.replace(/\*$/, '{path=**}')}`;
}

;// CONCATENATED MODULE: ./lib/declarations/google-services/facts.js

/** By path alone: both kinds of file, under any name. */
function isGoogleServicesPath(path) {
    return /\.(?:json|plist)$/i.test(path);
}
function isGoogleServices(file) {
    if (/\.json$/i.test(file.path))
        return file.text.includes('"project_info"') && file.text.includes('"mobilesdk_app_id"');
    return file.text.includes('GOOGLE_APP_ID') && file.text.includes('<plist');
}
/** Reads either kind of file. Never throws. */
async function readGoogleServices(file) {
    return /\.json$/i.test(file.path) ? readJson(file.text) : readPlist(file.text);
}
async function readJson(text) {
    const { root, problem } = await parseJson(text);
    const factAt = (...path) => {
        const node = nodeAt(root, ...path);
        const value = stringOf(node);
        // The node begins with its quote.
        return node === undefined || value === undefined || value === ''
            ? undefined
            : { value, at: node.offset + 1, locator: path.join('.') };
    };
    const clients = itemsOf(nodeAt(root, 'client'));
    const apiKeys = clients.flatMap((client, index) => itemsOf(nodeAt(client, 'api_key')).flatMap((_, key) => factAt('client', index, 'api_key', key, 'current_key') ?? []));
    const known = membersOf(root).length > 0;
    return {
        ...named('project', factAt('project_info', 'project_id')),
        ...named('databaseUrl', factAt('project_info', 'firebase_url')),
        ...named('bucket', factAt('project_info', 'storage_bucket')),
        apiKeys,
        ...(problem === undefined && known ? {} : { problem: problem ?? { at: 0, reason: 'is not a JSON object' } }),
    };
}
function named(key, fact) {
    return fact === undefined ? {} : { [key]: fact };
}
/** One `<key>` with its `<string>`; each part is bounded and none can be read two ways. */
const PLIST_STRING = /<key>([A-Z_]{1,40})<\/key>\s{0,200}<string>([^<]{1,2000})<\/string>/g;
function readPlist(text) {
    const facts = new Map();
    for (const found of text.matchAll(PLIST_STRING)) {
        const [all, key = '', raw = ''] = found;
        const value = unescapeXml(raw.trim());
        const at = found.index + all.lastIndexOf(raw) + (raw.length - raw.trimStart().length);
        if (value !== '' && !facts.has(key))
            facts.set(key, { value, at, locator: `plist ${key}` });
    }
    const apiKey = facts.get('API_KEY');
    return {
        ...named('project', facts.get('PROJECT_ID')),
        ...named('databaseUrl', facts.get('DATABASE_URL')),
        ...named('bucket', facts.get('STORAGE_BUCKET')),
        apiKeys: apiKey === undefined ? [] : [apiKey],
        ...(facts.size === 0 ? { problem: { at: 0, reason: 'holds no keys with strings' } } : {}),
    };
}
function unescapeXml(text) {
    return text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name) => XML_ENTITIES[name] ?? '');
}
const XML_ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const DATABASE_HOST = /^https?:\/\/([a-z0-9][a-z0-9-]{0,62})\.(?:firebaseio\.com|([a-z]{1,20}-[a-z]{1,20}\d{1,2})\.firebasedatabase\.app)(?=[:/?#]|$)/i;
/** Instance, host and region that a database URL names; undefined if it is none. */
function databaseOf(url) {
    const found = DATABASE_HOST.exec(url);
    const instance = found?.[1]?.toLowerCase();
    if (found === null || instance === undefined)
        return undefined;
    const region = found[2]?.toLowerCase() ?? 'us-central1';
    const host = found[2] === undefined ? `${instance}.firebaseio.com` : `${instance}.${region}.firebasedatabase.app`;
    return { instance, host, region };
}
const facts_BUCKET = /^[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]$/;
/** A bucket's name, with or without `gs://`; undefined if the text cannot be one. */
function bucketOf(text) {
    const name = text.replace(/^gs:\/\//i, '').replace(/\/$/, '');
    return facts_BUCKET.test(name) ? name : undefined;
}
/** Google's rule for project ids: 6 to 30 of these, some old ones with a domain before a colon. */
function projectOf(text) {
    return /^(?:[a-z0-9.-]{3,60}:)?[a-z][a-z0-9-]{3,29}$/.test(text) ? text : undefined;
}

;// CONCATENATED MODULE: ./lib/declarations/paths.js
/** Paths of repo files: relative to the repo root, with `/`. */
/** The folder a file lies in; empty for the root. */
function directoryOf(path) {
    const slash = path.lastIndexOf('/');
    return slash === -1 ? '' : path.slice(0, slash);
}
/** A reference in a file of `folder`; undefined if it leads out of the repo. */
function resolvePath(folder, reference) {
    const parts = reference.startsWith('/') ? [] : folder.split('/').filter((part) => part !== '');
    for (const part of reference.replaceAll('\\', '/').split('/')) {
        if (part === '' || part === '.')
            continue;
        if (part !== '..')
            parts.push(part);
        else if (parts.pop() === undefined)
            return undefined;
    }
    return parts.join('/');
}
/** What the nearest folder at or above `folder` has; undefined if none has any. */
function nearest(folder, byFolder) {
    for (let at = folder;; at = directoryOf(at)) {
        const found = byFolder.get(at);
        if (found !== undefined || at === '')
            return found;
    }
}
const SAMPLE_FOLDERS = /(?:^|\/)(?:tests?|__tests__|spec|specs|fixtures?|__fixtures__|examples?|samples?|testdata|test-data|mocks?|__mocks__)\//i;
/** True for files in folders that hold examples and fixtures rather than what is deployed. */
function isSample(path) {
    return SAMPLE_FOLDERS.test(path);
}

;// CONCATENATED MODULE: ./lib/declarations/firebase-rules/values.js
/** What an expression of rules can stand for while nothing is known of the stored data and of what a request will send. */
const ERROR = { type: 'error' };
const NULL = { type: 'const', value: null };
const TRUE = { type: 'const', value: true };
const FALSE = { type: 'const', value: false };
function constant(value) {
    return { type: 'const', value };
}
function mapOf(entries) {
    return { type: 'map', entries: new Map(Object.entries(entries)) };
}
/** Some value that is there. */
function something(...origins) {
    return { type: 'unknown', origins, present: true, mayFail: false };
}
/** Some value or null, or an error. */
function anything(...origins) {
    return { type: 'unknown', origins, present: false, mayFail: true };
}
/** Some value or null, never an error. */
function maybe(origins) {
    return { type: 'unknown', origins, present: false, mayFail: false };
}
function isConst(value, wanted) {
    return value.type === 'const' && value.value === wanted;
}
/** What the values hang on, each origin once. */
function originsOf(...values) {
    const origins = new Set();
    for (const value of values) {
        if (value.type === 'unknown')
            for (const origin of value.origins)
                origins.add(origin);
        if (value.type === 'snapshot')
            origins.add(value.origin);
        if (value.type === 'list')
            for (const origin of originsOf(...value.items))
                origins.add(origin);
    }
    return [...origins];
}
/** The result of an operation whose outcome cannot be worked out from these operands. */
function undetermined(...operands) {
    const origins = originsOf(...operands);
    const owner = operands.some((operand) => operand.type === 'own') ? ['owner'] : [];
    const all = [...origins, ...owner.filter((origin) => !origins.includes(origin))];
    return { ...anything(...(all.length === 0 ? ['undecided'] : all)) };
}

;// CONCATENATED MODULE: ./lib/declarations/firebase-rules/callers.js

const UID = { type: 'own', what: 'uid' };
const NOBODY = { audience: 'anyone', auth: NULL };
/**
 * The accounts that a stranger can make. Custom claims are absent from all of them: only a server sets those. An address given with a
 * password is unchecked and so can be any; one that is verified is the stranger's own.
 */
function strangersOf(signUp) {
    const known = signUp.state === 'open';
    const accounts = [];
    if (!known || signUp.anonymous)
        accounts.push(account('anonymous', {}));
    if (!known || signUp.password)
        accounts.push(account('password', { email: anything('account'), email_verified: FALSE }));
    if (!known || signUp.password || signUp.federated)
        accounts.push(account(undefined, {
            email: { type: 'own', what: 'email' },
            email_verified: TRUE,
            name: anything('account'),
            picture: anything('account'),
            phone_number: anything('account'),
        }));
    return accounts;
}
function account(provider, token) {
    const method = provider === undefined ? something('account') : constant(provider);
    const claims = mapOf({
        ...token,
        sub: UID,
        user_id: UID,
        uid: UID,
        aud: something('account'),
        iss: something('account'),
        iat: something('account'),
        exp: something('account'),
        auth_time: something('account'),
        provider_id: method,
        firebase: mapOf({ sign_in_provider: method, identities: something('account') }),
    });
    return { audience: 'any-account', auth: mapOf({ uid: UID, provider: method, token: claims }) };
}

;// CONCATENATED MODULE: ./lib/shared/assert.js
/** Closes a union: the compiler refuses a case that was forgotten. */
function assertNever(value) {
    throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}

;// CONCATENATED MODULE: ./lib/declarations/firebase-rules/compare.js

/** Equality in three values. Different types are unequal, never an error. */
function equals(left, right) {
    if (left.type === 'error' || right.type === 'error')
        return withError(left, right);
    if (left.type === 'unknown' || right.type === 'unknown')
        return equalsUnknown(left, right);
    if (left.type === 'snapshot' || right.type === 'snapshot')
        return undetermined(left, right);
    if (left.type === 'own' && right.type === 'own')
        return constant(left.what === right.what);
    if (left.type === 'const' && right.type === 'const')
        return constant(left.value === right.value);
    if (left.type === 'timestamp' && right.type === 'timestamp')
        return constant(left.ms === right.ms);
    if (left.type === 'duration' && right.type === 'duration')
        return constant(left.ms === right.ms);
    if (left.type === 'list' && right.type === 'list')
        return equalsList(left.items, right.items);
    if (left.type === 'map' && right.type === 'map')
        return undetermined(left, right);
    return FALSE;
}
/** An error, unless what may be an error may be false as well: `(error or false) == false`. */
function withError(left, right) {
    if ((left.type === 'error' && !left.orFalse) || (right.type === 'error' && !right.orFalse))
        return ERROR;
    const orFalse = (value) => (value.type === 'error' ? (value.orFalse ?? []) : originsOf(value));
    return anything(...new Set([...orFalse(left), ...orFalse(right)]));
}
function equalsUnknown(left, right) {
    const never = (one, other) => one.type === 'unknown' && one.present && isConst(other, null);
    if (never(left, right) || never(right, left))
        return FALSE;
    const result = undetermined(left, right);
    const mayFail = (left.type === 'unknown' && left.mayFail) || (right.type === 'unknown' && right.mayFail);
    return { ...result, mayFail };
}
function equalsList(left, right) {
    if (left.length !== right.length)
        return FALSE;
    return compare_all(left.map((item, index) => equals(item, right[index] ?? ERROR)));
}
/** True if all are, false if one surely is not. */
function compare_all(values) {
    if (values.some((value) => value.type === 'error'))
        return ERROR;
    if (values.some((value) => isConst(value, false)))
        return FALSE;
    const open = values.filter((value) => !isConst(value, true));
    return open.length === 0 ? TRUE : undetermined(...open);
}
/** True if one surely is, false if none can be. */
function any(values) {
    if (values.some((value) => isConst(value, true)))
        return TRUE;
    const open = values.filter((value) => !isConst(value, false));
    if (open.some((value) => value.type === 'error'))
        return ERROR;
    return open.length === 0 ? FALSE : undetermined(...open);
}
function not(value) {
    if (value.type === 'const')
        return typeof value.value === 'boolean' ? constant(!value.value) : ERROR;
    if (value.type === 'error' && value.orFalse !== undefined)
        return anything(...value.orFalse);
    return value.type === 'unknown' ? value : ERROR;
}
function binary(operator, left, right, clock) {
    if (left.type === 'error' || right.type === 'error')
        return failedComparison(operator, left, right);
    switch (operator) {
        case '==':
            return equals(left, right);
        case '!=':
            return not(equals(left, right));
        case '<':
        case '<=':
        case '>':
        case '>=':
            return order(operator, left, right, clock);
        case 'in':
            return contains(right, left);
        case '+':
        case '-':
            return addOrSubtract(operator, left, right);
        case '*':
        case '/':
        case '%':
            return arithmetic(operator, left, right);
        default:
            return ERROR;
    }
}
/** Only equality takes a boolean, so only it can come of what is an error or false. */
function failedComparison(operator, left, right) {
    const result = withError(left, right);
    return operator === '==' || operator === '!=' ? result : ERROR;
}
function order(operator, left, right, clock) {
    noteInstant(left, right, clock);
    noteInstant(right, left, clock);
    const one = ordered(left, clock);
    const other = ordered(right, clock);
    if (one !== undefined && other !== undefined && typeof one === typeof other) {
        if (operator === '<')
            return constant(one < other);
        if (operator === '<=')
            return constant(one <= other);
        return constant(operator === '>' ? one > other : one >= other);
    }
    const open = (value) => value.type === 'unknown' || value.type === 'own';
    return open(left) || open(right) ? undetermined(left, right) : ERROR;
}
function noteInstant(time, limit, clock) {
    if (time.type !== 'time')
        return;
    if (limit.type === 'timestamp')
        clock.instants.add(limit.ms - time.offset);
    if (limit.type === 'const' && typeof limit.value === 'number')
        clock.instants.add(limit.value - time.offset);
}
function ordered(value, clock) {
    if (value.type === 'time')
        return clock.now + value.offset;
    if (value.type === 'timestamp' || value.type === 'duration')
        return value.ms;
    if (value.type === 'const' && (typeof value.value === 'number' || typeof value.value === 'string'))
        return value.value;
    return undefined;
}
/** `item in collection`: a list's items, a map's keys. */
function contains(collection, item) {
    if (collection.type === 'list')
        return any(collection.items.map((candidate) => equals(candidate, item)));
    if (collection.type === 'map') {
        if (item.type === 'const' && typeof item.value === 'string')
            return constant(collection.entries.has(item.value));
        return item.type === 'own' ? FALSE : undetermined(item);
    }
    return collection.type === 'unknown' ? undetermined(collection, item) : ERROR;
}
function millisOf(value) {
    if (value.type === 'duration' || value.type === 'timestamp')
        return value.ms;
    return value.type === 'const' && typeof value.value === 'number' ? value.value : undefined;
}
function addOrSubtract(operator, left, right) {
    const sign = operator === '+' ? 1 : -1;
    const by = millisOf(right);
    if (left.type === 'time' && by !== undefined && right.type !== 'timestamp')
        return { ...left, offset: left.offset + sign * by };
    if (left.type === 'timestamp' && right.type === 'duration')
        return { ...left, ms: left.ms + sign * right.ms };
    if (left.type === 'duration' && right.type === 'timestamp')
        return { ...right, ms: right.ms + left.ms };
    if (left.type === 'duration' && right.type === 'duration')
        return { ...left, ms: left.ms + sign * right.ms };
    if (left.type === 'timestamp' && right.type === 'timestamp')
        return { type: 'duration', ms: left.ms - right.ms };
    return arithmetic(operator, left, right);
}
function arithmetic(operator, left, right) {
    if (left.type !== 'const' || right.type !== 'const')
        return undetermined(left, right);
    if (typeof left.value === 'number' && typeof right.value === 'number')
        return constant(calculate(operator, left.value, right.value));
    const text = typeof left.value === 'string' || typeof right.value === 'string';
    return operator === '+' && text ? constant(`${left.value}${right.value}`) : ERROR;
}
function calculate(operator, left, right) {
    if (operator === '+')
        return left + right;
    if (operator === '-')
        return left - right;
    if (operator === '*')
        return left * right;
    return operator === '/' ? left / right : left % right;
}

;// CONCATENATED MODULE: ./lib/declarations/firebase-rules/methods.js


const DAY = 86_400_000;
/** firebase.google.com/docs/reference/rules/rules.duration_ */
const UNITS = {
    w: 7 * DAY,
    d: DAY,
    h: 3_600_000,
    m: 60_000,
    s: 1000,
    ms: 1,
    ns: 1e-6,
};
/** `timestamp.date(2026, 1, 31)`, `duration.value(30, 'd')`, `firestore.get(…)`; parameters are free of errors. */
function callNamespace(name, method, parameters) {
    const numbers = parameters.map((parameter) => parameter.type === 'const' && typeof parameter.value === 'number' ? parameter.value : Number.NaN);
    const [first = Number.NaN, second = Number.NaN, third = Number.NaN, fourth = 0] = numbers;
    if (name === 'timestamp' && method === 'date')
        return timestamp(Date.UTC(first, second - 1, third));
    if (name === 'timestamp' && method === 'value')
        return timestamp(first);
    if (name === 'duration' && method === 'value')
        return duration(first * unitOf(parameters[1]));
    if (name === 'duration' && method === 'time')
        return duration(first * 3_600_000 + second * 60_000 + third * 1000 + fourth * 1e-6);
    if (name === 'firestore')
        return anything('record');
    return undetermined(...parameters);
}
function unitOf(value) {
    if (value?.type !== 'const' || typeof value.value !== 'string')
        return Number.NaN;
    return UNITS[value.value] ?? Number.NaN;
}
function timestamp(ms) {
    return Number.isFinite(ms) ? { type: 'timestamp', ms } : anything('undecided');
}
function duration(ms) {
    return Number.isFinite(ms) ? { type: 'duration', ms } : anything('undecided');
}
/** A method of a value; receiver and parameters are free of errors. */
function callMethod(receiver, method, parameters, clock) {
    const first = parameters[0];
    switch (receiver.type) {
        case 'const':
            return typeof receiver.value === 'string'
                ? ofString(receiver.value, method, parameters)
                : ofScalar(receiver, method);
        case 'own':
            return ofOwn(receiver.what, method, parameters);
        case 'list':
            return ofList(receiver.items, method, parameters);
        case 'map':
            if (method === 'get' && first !== undefined)
                return mapGet(receiver.entries, first, parameters[1]);
            if (method === 'keys')
                return { type: 'list', items: [...receiver.entries.keys()].map(constant) };
            return undetermined(receiver, ...parameters);
        case 'snapshot':
            return ofSnapshot(receiver, method, parameters);
        case 'time':
            if (method === 'toMillis')
                return { ...receiver, numeric: true };
            if (method === 'year')
                return constant(new Date(clock.now + receiver.offset).getUTCFullYear());
            return anything('undecided');
        case 'timestamp':
            return method === 'toMillis' ? constant(receiver.ms) : anything('undecided');
        case 'duration':
            return anything('undecided');
        case 'namespace':
            return callNamespace(receiver.name, method, parameters);
        case 'unknown':
            return undetermined(receiver, ...parameters);
        default:
            return ERROR;
    }
}
function ofScalar(receiver, method) {
    return isConst(receiver, null) || method === '' ? ERROR : anything('undecided');
}
/** A map's member under a key, or under a chain of keys (`token.get(['a', 'b'], false)`). */
function mapGet(entries, key, otherwise) {
    if (key.type === 'const' && typeof key.value === 'string')
        return entries.get(key.value) ?? otherwise ?? ERROR;
    if (key.type !== 'list')
        return undetermined(key);
    const [first, ...rest] = key.items;
    if (first?.type !== 'const' || typeof first.value !== 'string')
        return undetermined(key);
    const member = entries.get(first.value);
    if (member === undefined)
        return otherwise ?? ERROR;
    if (rest.length === 0)
        return member;
    if (member.type === 'map')
        return mapGet(member.entries, { type: 'list', items: rest }, otherwise);
    return undetermined(member, key);
}
function ofString(text, method, parameters) {
    const [first] = parameters;
    const other = first?.type === 'const' && typeof first.value === 'string' ? first.value : undefined;
    if (method === 'size')
        return constant(text.length);
    if (method === 'lower' || method === 'toLowerCase')
        return constant(text.toLowerCase());
    if (method === 'upper' || method === 'toUpperCase')
        return constant(text.toUpperCase());
    if (method === 'trim')
        return constant(text.trim());
    if (other === undefined)
        return undetermined(...parameters);
    if (method === 'contains')
        return constant(text.includes(other));
    if (method === 'beginsWith')
        return constant(text.startsWith(other));
    if (method === 'endsWith')
        return constant(text.endsWith(other));
    return anything('undecided');
}
/** A uid or an address that the file cannot know: no literal is part of it, and only a pattern for everything matches. */
function ofOwn(what, method, parameters) {
    const [first] = parameters;
    const literal = first?.type === 'const' && typeof first.value === 'string' ? first.value : undefined;
    if (['lower', 'upper', 'trim', 'toLowerCase', 'toUpperCase'].includes(method))
        return { type: 'own', what };
    if (literal === undefined)
        return undetermined({ type: 'own', what }, ...parameters);
    if (method === 'matches')
        return admitsStranger(literal);
    if (method === 'endsWith' && what === 'email')
        return literal.length > 4 ? FALSE : anything('account');
    return anything('account');
}
/**
 * Does a pattern let a stranger's address through? `.*` does, `.*@acme[.]com` does not, others stay unknown. The pattern is
 * never run: it may be built to run for ever.
 */
function admitsStranger(pattern) {
    const bare = pattern.replace(/\\/g, '');
    if (/^[\^.*+$]*$/.test(bare) || /^[\^.*+]*@[.*+$]*$/.test(bare))
        return TRUE;
    return /@(?:[(\w-]|\[)/.test(bare) ? FALSE : anything('account');
}
function ofList(items, method, parameters) {
    const [first] = parameters;
    const others = first?.type === 'list' ? first.items : undefined;
    const has = (list) => (item) => any(list.map((candidate) => equals(candidate, item)));
    if (method === 'size')
        return constant(items.length);
    if (method === 'toSet')
        return { type: 'list', items };
    if (others === undefined)
        return undetermined({ type: 'list', items }, ...parameters);
    if (method === 'hasAny')
        return any(others.map(has(items)));
    if (method === 'hasAll')
        return compare_all(others.map(has(items)));
    if (method === 'hasOnly')
        return compare_all(items.map(has(others)));
    if (method === 'concat' || method === 'union')
        return { type: 'list', items: [...items, ...others] };
    return undetermined({ type: 'list', items }, ...parameters);
}
const TYPE_TESTS = ['isString', 'isNumber', 'isBoolean'];
/** firebase.google.com/docs/reference/security/database#ruledatasnapshot-methods */
function ofSnapshot(snapshot, method, parameters) {
    const { state, origin } = snapshot;
    const own = originsWith(snapshot, parameters);
    if (method === 'exists')
        return state === 'any' ? maybe([origin]) : constant(state === 'present');
    if (method === 'val') {
        if (state === 'absent')
            return NULL;
        return state === 'present' ? something(origin) : maybe([origin]);
    }
    if (method === 'getPriority')
        return state === 'absent' ? NULL : maybe([origin]);
    if (method === 'parent')
        return { type: 'snapshot', state: 'any', origin: 'record' };
    if (method === 'child')
        return childOf(snapshot, parameters[0]);
    if (TYPE_TESTS.includes(method))
        return state === 'absent' ? FALSE : maybe([origin]);
    if (method === 'hasChild' || method === 'hasChildren')
        return state === 'absent' ? FALSE : isNullKey(parameters[0]) ? ERROR : maybe(own);
    return ERROR;
}
function originsWith(snapshot, parameters) {
    return undetermined(snapshot, ...parameters).origins;
}
function isNullKey(key) {
    return key !== undefined && isConst(key, null);
}
/** `child(null)` is an error: `root.child('users').child(auth.uid)` denies whoever is not signed in. */
function childOf(snapshot, key) {
    if (key === undefined || isNullKey(key))
        return ERROR;
    if (key.type === 'const' && typeof key.value !== 'string')
        return ERROR;
    return snapshot.state === 'absent' ? snapshot : { ...snapshot, state: 'any' };
}
/** `value is type`, for the types whose answer is known without data. */
function isOfType(value, type) {
    switch (value.type) {
        case 'const':
            return constant(value.value !== null && scalarTypes(value.value).includes(type));
        case 'own':
            return constant(type === 'string');
        case 'list':
            return constant(type === 'list' || type === 'set');
        case 'map':
            return constant(type === 'map');
        case 'time':
        case 'timestamp':
            return constant(type === 'timestamp');
        case 'duration':
            return constant(type === 'duration');
        case 'unknown':
            return undetermined(value);
        default:
            return ERROR;
    }
}
function scalarTypes(value) {
    if (typeof value === 'boolean')
        return ['bool'];
    if (typeof value === 'string')
        return ['string'];
    return Number.isInteger(value) ? ['int', 'number', 'float'] : ['float', 'number'];
}

;// CONCATENATED MODULE: ./lib/declarations/firebase-rules/evaluate.js




/** Far above what the service itself evaluates: 1,000 expressions a request (firebase.google.com/docs/rules/rules-language). */
const MAX_STEPS = 20_000;
const MAX_EVALUATION_DEPTH = 1_000;
/** The service refuses deeper call stacks. */
const MAX_CALLS = 20;
function evaluationOf(dialect, now) {
    return { dialect, clock: { now, instants: new Set() }, steps: MAX_STEPS, depth: 0, calls: 0 };
}
/** The value of an expression in three-valued logic; errors are absorbed as the service does. Never throws. */
function evaluate(expression, scope, evaluation) {
    if (evaluation.steps <= 0 || evaluation.depth >= MAX_EVALUATION_DEPTH)
        return anything('undecided');
    evaluation.steps--;
    evaluation.depth++;
    const value = evaluateNode(expression, scope, evaluation);
    evaluation.depth--;
    return value;
}
function evaluateNode(expression, scope, evaluation) {
    const inner = (part) => evaluate(part, scope, evaluation);
    switch (expression.kind) {
        case 'literal':
            return constant(expression.value);
        case 'regex':
            return constant(expression.pattern);
        case 'name':
            return (lookUp(expression.name, scope)?.value ??
                (isNamespace(expression.name, evaluation) ? namespace(expression.name) : ERROR));
        case 'member':
            return memberOf(inner(expression.object), expression.name, evaluation);
        case 'index':
            return itemOf(inner(expression.object), inner(expression.index), evaluation);
        case 'slice':
            return strict([expression.object, expression.from, expression.to].map(inner));
        case 'call':
            return call(expression.callee, expression.parameters, scope, evaluation);
        case 'list':
            return { type: 'list', items: expression.items.map(inner) };
        case 'map':
            return mapLiteral(expression.entries, inner);
        case 'path':
            return strict(expression.computed.map(inner));
        case 'unary':
            return expression.operator === '!'
                ? not(inner(expression.operand))
                : negative(inner(expression.operand), evaluation);
        case 'logical':
            return expression.operator === '&&'
                ? conjunction(expression.operands, inner, evaluation.dialect)
                : disjunction(expression.operands, inner, evaluation.dialect);
        case 'binary':
            if (expression.operator === 'is')
                return isOfType(inner(expression.left), typeName(expression.right));
            return binary(expression.operator, inner(expression.left), inner(expression.right), evaluation.clock);
        case 'conditional':
            return choice(inner(expression.test), expression.then, expression.otherwise, inner);
        default:
            return assertNever(expression);
    }
}
function typeName(expression) {
    return expression.kind === 'name' ? expression.name : '';
}
function negative(value, evaluation) {
    return binary('-', constant(0), value, evaluation.clock);
}
/** An error if one of them is, else something that hangs on all of them. */
function strict(values) {
    return values.some((value) => value.type === 'error') ? ERROR : undetermined(...values);
}
function mapLiteral(entries, inner) {
    const members = new Map();
    for (const [key, value] of entries) {
        const name = inner(key);
        if (name.type !== 'const' || typeof name.value !== 'string')
            return anything('undecided');
        members.set(name.value, inner(value));
    }
    return { type: 'map', entries: members };
}
function lookUp(name, scope) {
    for (let at = scope; at !== undefined; at = at.parent) {
        const value = at.names.get(name);
        if (value !== undefined)
            return { value };
    }
    return undefined;
}
const NAMESPACES = ['timestamp', 'duration', 'math', 'latlng', 'hashing', 'firestore'];
function isNamespace(name, evaluation) {
    return evaluation.dialect === 'rules' && NAMESPACES.includes(name);
}
function namespace(name) {
    return { type: 'namespace', name };
}
/** An absent member is an error in Firestore and Storage rules, null in the Realtime Database. */
function memberOf(object, name, evaluation) {
    const absent = evaluation.dialect === 'rtdb' ? NULL : ERROR;
    if (object.type === 'map')
        return object.entries.get(name) ?? absent;
    if (object.type === 'unknown')
        return { ...object, present: false, mayFail: evaluation.dialect === 'rules' };
    if (evaluation.dialect === 'rules')
        return ERROR;
    if (isConst(object, null))
        return NULL;
    if (name === 'length' && object.type === 'own')
        return anything('account');
    if (name === 'length' && object.type === 'const' && typeof object.value === 'string')
        return constant(object.value.length);
    return ERROR;
}
function itemOf(object, index, evaluation) {
    if (object.type === 'error' || index.type === 'error')
        return ERROR;
    if (index.type === 'const' && typeof index.value === 'string')
        return memberOf(object, index.value, evaluation);
    if (object.type === 'map' && index.type === 'own')
        return evaluation.dialect === 'rtdb' ? NULL : ERROR;
    if (object.type === 'list' && index.type === 'const' && typeof index.value === 'number')
        return object.items[index.value] ?? ERROR;
    return undetermined(object, index);
}
function conjunction(operands, inner, dialect) {
    const open = [];
    for (const [index, operand] of operands.entries()) {
        const value = inner(operand);
        if (isConst(value, false))
            return dialect === 'rules' ? FALSE : unlessFailed(FALSE, open);
        if (value.type === 'unknown')
            open.push(value);
        else if (!isConst(value, true)) {
            const rest = dialect === 'rules' ? operands.slice(index + 1) : [];
            return failedConjunction(value, open, rest, inner);
        }
    }
    return open.length === 0 ? TRUE : merged(open);
}
/** A denial that an error on the way to it turns into an error: negated, the one grants and the other does not. */
function unlessFailed(denial, before) {
    return before.some(mayFail) ? { type: 'error', orFalse: originsOf(...before) } : denial;
}
function mayFail(value) {
    return value.type === 'error' || (value.type === 'unknown' && value.mayFail);
}
/**
 * An operand before the error may be false, and in Firestore and Storage rules a later false absorbs the error:
 * `!(error && false)` is true.
 */
function failedConjunction(value, open, rest, inner) {
    const later = rest.map(inner);
    if (later.some((other) => isConst(other, false)))
        return FALSE;
    const own = value.type === 'error' ? (value.orFalse ?? []) : [];
    const orFalse = [...new Set([...own, ...originsOf(...open, ...later)])];
    return orFalse.length === 0 ? ERROR : { type: 'error', orFalse };
}
/**
 * Firestore and Storage absorb an error beside a true operand, whatever the order. The Realtime Database goes from left to
 * right, and an error ends the rule.
 */
function disjunction(operands, inner, dialect) {
    const open = [];
    const denials = [];
    let failed = false;
    for (const operand of operands) {
        const value = inner(operand);
        if (isConst(value, true)) {
            const sure = dialect === 'rules' || [...open, ...denials].every((left) => !left.mayFail);
            return sure ? TRUE : merged([...open, ...denials]);
        }
        if (value.type === 'unknown')
            open.push(value);
        else if (value.type === 'error' && value.orFalse !== undefined)
            denials.push(anything(...value.orFalse));
        else if (!isConst(value, false)) {
            if (dialect === 'rtdb')
                return open.length === 0 ? ERROR : merged([...open, ...denials, value]);
            failed = true;
        }
    }
    if (open.length > 0)
        return merged([...open, ...denials]);
    if (denials.length > 0)
        return { type: 'error', orFalse: originsOf(...denials) };
    return failed ? ERROR : FALSE;
}
function merged(values) {
    const origins = originsOf(...values);
    return { type: 'unknown', origins, present: true, mayFail: values.some(mayFail) };
}
function choice(test, then, otherwise, inner) {
    if (isConst(test, true))
        return inner(then);
    if (isConst(test, false))
        return inner(otherwise);
    if (test.type === 'error' && test.orFalse !== undefined)
        return afterDenial(inner(otherwise), test.orFalse);
    if (test.type !== 'unknown')
        return ERROR;
    const [one, other] = [inner(then), inner(otherwise)];
    const bothTrue = isConst(one, true) && isConst(other, true);
    const denies = (value) => value.type === 'error' || isConst(value, false);
    if (bothTrue && !test.mayFail)
        return TRUE;
    if (denies(one) && denies(other))
        return unlessFailed(FALSE, [test, one, other]);
    return merged([test, one, other]);
}
/** The other branch, if the test was false rather than an error. */
function afterDenial(otherwise, orFalse) {
    const denies = otherwise.type === 'error' || isConst(otherwise, false);
    return denies ? { type: 'error', orFalse } : merged([anything(...orFalse), otherwise]);
}
function call(callee, parameters, scope, evaluation) {
    const values = parameters.map((parameter) => evaluate(parameter, scope, evaluation));
    if (callee.kind === 'name')
        return callFunction(callee.name, values, scope, evaluation);
    if (callee.kind !== 'member')
        return ERROR;
    const receiver = evaluate(callee.object, scope, evaluation);
    if (receiver.type === 'error' || values.some((value) => value.type === 'error'))
        return ERROR;
    if (evaluation.dialect === 'rtdb' && callee.name === 'matches' && receiver.type === 'own')
        return evaluate_patternOf(parameters[0]);
    return callMethod(receiver, callee.name, values, evaluation.clock);
}
function evaluate_patternOf(pattern) {
    return pattern?.kind === 'regex' ? admitsStranger(pattern.pattern) : ERROR;
}
function callFunction(name, values, scope, evaluation) {
    for (let at = scope; at !== undefined; at = at.parent) {
        const declared = at.functions.get(name);
        if (declared !== undefined)
            return callDeclared(declared, values, at, evaluation);
    }
    if (evaluation.dialect === 'rtdb')
        return ERROR;
    if (values.some((value) => value.type === 'error'))
        return ERROR;
    if (name === 'get' || name === 'exists' || name === 'getAfter' || name === 'existsAfter')
        return anything('record');
    if (name === 'debug')
        return values[0] ?? ERROR;
    return undetermined(...values);
}
function callDeclared(declared, values, declaring, evaluation) {
    if (evaluation.calls >= MAX_CALLS)
        return anything('undecided');
    evaluation.calls++;
    const names = new Map();
    declared.parameters.forEach((parameter, index) => {
        names.set(parameter, values[index] ?? ERROR);
    });
    const scope = { parent: declaring, names, functions: new Map() };
    for (const binding of declared.bindings)
        names.set(binding.name, evaluate(binding.value, scope, evaluation));
    const result = evaluate(declared.result, scope, evaluation);
    evaluation.calls--;
    return result;
}

;// CONCATENATED MODULE: ./lib/declarations/firebase-rules/pattern.js
/** How the paths of each service begin; `undefined` is where the database or bucket stands. */
const ROOTS = {
    'cloud.firestore': ['databases', undefined, 'documents'],
    'firebase.storage': ['b', undefined, 'o'],
};
/** Strips the service's root off a full path; undefined if no request can match the path. */
function belowRoot(service, path) {
    let instance;
    const root = ROOTS[service];
    for (const [index, wanted] of root.entries()) {
        const segment = path[index];
        if (segment === undefined)
            return undefined;
        if (segment.kind === 'rest')
            return { segments: path.slice(index) };
        if (segment.kind === 'one')
            continue;
        if (wanted === undefined)
            instance = segment.text;
        else if (segment.text !== wanted)
            return undefined;
    }
    const segments = path.slice(root.length);
    return instance === undefined ? { segments } : { segments, instance };
}
/** `/users/{uid}/{rest=**}` */
function patternText(segments) {
    return `/${segments.map(segmentText).join('/')}`;
}
function segmentText(segment) {
    if (segment.kind === 'literal')
        return segment.text;
    return segment.kind === 'one' ? `{${segment.name}}` : `{${segment.name}=**}`;
}
/** The same for all paths that match the same: wildcards without their names. */
function patternKey(segments) {
    return patternText(segments.map((segment) => (segment.kind === 'literal' ? segment : { ...segment, name: '' })));
}
function hasRest(segments) {
    return segments.some((segment) => segment.kind === 'rest');
}
/**
 * True if every path that `inner` matches is also matched by `outer`. `least` is what a recursive wildcard takes at least: one
 * segment in rules_version 1, none in version 2.
 */
function covers(outer, inner, least) {
    // reach[j]: the segments of `outer` read so far can cover the first j of `inner`.
    let reach = Array.from({ length: inner.length + 1 }, (_, index) => index === 0);
    for (const segment of outer) {
        reach = segment.kind === 'rest' ? acrossRest(reach, inner, least) : acrossOne(reach, inner, segment);
    }
    return reach[inner.length] ?? false;
}
function acrossRest(reach, inner, least) {
    const next = Array.from(reach, (reached) => reached && least === 0);
    for (let index = 0; index < inner.length; index++) {
        if (reach[index] || next[index])
            next[index + 1] = true;
    }
    return next;
}
function acrossOne(reach, inner, outer) {
    const next = reach.map(() => false);
    for (const [index, segment] of inner.entries()) {
        const same = segment.kind === 'literal' && outer.kind === 'literal' && segment.text === outer.text;
        if (reach[index] && (same || (outer.kind === 'one' && segment.kind !== 'rest')))
            next[index + 1] = true;
    }
    return next;
}

;// CONCATENATED MODULE: ./lib/declarations/firebase-rules/requests.js

const READ = { exists: true, sends: false };
/** Firestore: the methods are the operations. */
const FIRESTORE = [
    { operation: 'list', method: 'list', ...READ },
    { operation: 'read', method: 'get', ...READ },
    { operation: 'create', method: 'create', exists: false, sends: true },
    { operation: 'overwrite', method: 'update', exists: true, sends: true },
    { operation: 'delete', method: 'delete', exists: true, sends: false },
];
/**
 * Cloud Storage: every upload is a `create`, also one over a file that is there (then `resource` is that file); `update` is a change of
 * metadata alone (firebase.google.com/docs/storage/security/core-syntax#granular_operations).
 */
const STORAGE = [
    ...FIRESTORE,
    { operation: 'overwrite', method: 'create', exists: true, sends: true },
];
const METHODS = {
    read: ['get', 'list'],
    write: ['create', 'update', 'delete'],
};
/** The requests that an `allow` with these methods speaks of. Storage cannot list under rules_version 1. */
function requestsOf(service, version, methods) {
    const granted = methods.flatMap((method) => (method === 'read' || method === 'write' ? METHODS[method] : [method]));
    const kinds = service === 'cloud.firestore' ? FIRESTORE : STORAGE;
    const listable = service === 'cloud.firestore' || version === '2';
    return kinds.filter((kind) => granted.includes(kind.method) && (kind.operation !== 'list' || listable));
}
/** `request` and `resource` as an expression sees them (firebase.google.com/docs/reference/rules/rules.firestore.Request). */
function requestScope(kind, caller, functions) {
    const time = { type: 'time', offset: 0, numeric: false };
    const request = mapOf({
        auth: caller.auth,
        method: constant(kind.method),
        path: something('path'),
        query: kind.method === 'list' ? something('sent') : mapOf({}),
        resource: kind.sends ? something('sent') : NULL,
        time,
        params: anything('sent'),
    });
    const names = new Map([
        ['request', request],
        ['resource', kind.exists ? something('record') : NULL],
    ]);
    return { names, functions };
}

// EXTERNAL MODULE: ./lib/model.js
var model = __webpack_require__(9814);
;// CONCATENATED MODULE: ./lib/declarations/firebase-rules/explain.js
const DEPENDS = {
    record: 'what is stored',
    sent: 'what the request sends, which the caller chooses',
    path: 'which path is asked for, which the caller chooses',
    account: 'a detail of the account that a stranger may be able to choose, such as an unverified e-mail address',
    owner: 'the caller’s own uid standing in the path or the record',
    undecided: 'an expression that could not be evaluated',
};
/** The day in UTC, `2026-12-31`. */
function dateOf(ms) {
    const date = new Date(ms);
    return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 10);
}
/** How it follows from the rules that this audience may (not) do this. */
function explain({ audience, verdict, rule }, signUp) {
    const who = audience === 'anyone' ? 'a caller who is not signed in' : 'any signed-in account';
    switch (verdict.state) {
        case 'open':
            return [
                `The ${rule} rule is true for ${who}`,
                ...(verdict.ends === undefined ? [] : [`until ${dateOf(verdict.ends)} (test mode)`]),
                ...(audience === 'any-account' ? [`; ${signUp.reason}`] : []),
            ]
                .join(' ')
                .replace(' ;', ';')
                .concat('.');
        case 'conditional':
            return `For ${who} the ${rule} rule depends on ${listOf(verdict.origins.map((origin) => DEPENDS[origin]))}.`;
        case 'unknown':
            return `Whether the ${rule} rule lets ${who} in could not be decided: it holds an expression that Ajar does not evaluate.`;
        case 'closed':
            if (verdict.ended !== undefined)
                return `The ${rule} rule let ${who} in until ${dateOf(verdict.ended)} (test mode); since then it is closed.`;
            return `The ${rule} rule is not true for ${who}.`;
    }
}
function listOf(parts) {
    if (parts.length < 2)
        return parts.join('');
    return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

;// CONCATENATED MODULE: ./lib/declarations/firebase-rules/verdict.js


const CLOSED = { state: 'closed', origins: [] };
/** What a rule's value means: only `true` grants; an error denies. */
function verdictOf(value) {
    if (isConst(value, true))
        return { state: 'open', origins: [] };
    if (value.type !== 'unknown')
        return CLOSED;
    return { state: value.origins.includes('undecided') ? 'unknown' : 'conditional', origins: value.origins };
}
const RANK = { closed: 0, conditional: 1, unknown: 2, open: 3 };
/** The widest of several grants of the same thing: one that allows is enough. An open rule that does not end beats one that does. */
function widest(verdicts) {
    let best = CLOSED;
    for (const verdict of verdicts) {
        if (!isAsWide(best, verdict))
            best = verdict;
    }
    return best;
}
/** True if whoever has `verdict` has no less than with `other`, and for no shorter. */
function isAsWide(verdict, other) {
    const higher = RANK[verdict.state] - RANK[other.state];
    return higher > 0 || (higher === 0 && lasts(verdict) >= lasts(other));
}
function lasts(verdict) {
    if (verdict.state === 'open')
        return verdict.ends ?? Number.POSITIVE_INFINITY;
    return verdict.ended ?? 0;
}
/** At most this many turning points of a rule's clock are tried. */
const MAX_INSTANTS = 16;
/**
 * Judges a rule now and, where it looks at the clock, at the instants where the answer can turn: when does what is open end, was what is
 * closed open once?
 */
function judgeOverTime(dialect, now, run) {
    const evaluation = evaluationOf(dialect, now);
    const verdict = verdictOf(run(evaluation));
    const instants = [...evaluation.clock.instants].filter(Number.isFinite).slice(0, MAX_INSTANTS);
    const at = (time) => verdictOf(run(evaluationOf(dialect, time)));
    if (verdict.state === 'open') {
        const later = instants.filter((instant) => instant >= now).sort((left, right) => left - right);
        const ends = later.find((instant) => at(instant + 1).state !== 'open');
        return ends === undefined ? verdict : { ...verdict, ends };
    }
    if (verdict.state !== 'closed')
        return verdict;
    const earlier = instants.filter((instant) => instant < now).sort((left, right) => right - left);
    const ended = earlier.find((instant) => at(instant - 1).state === 'open');
    return ended === undefined ? verdict : { ...verdict, ended };
}

;// CONCATENATED MODULE: ./lib/declarations/firebase-rules/summary.js



/**
 * Merges what the rules of one path pattern grant into declarations: for each audience and each statement that grants something one
 * for what is open, one for what is conditional and so on, or closed ones if nothing is granted. What anyone may do is not said
 * again of any account.
 */
function summarise(pattern, grants, signUp) {
    const anyone = bestOf(grants, 'anyone');
    const account = bestOf(grants, 'any-account').filter((best) => {
        const wider = anyone.find((other) => other.operation === best.operation);
        return wider === undefined || !isAsWide(wider.verdict, best.verdict);
    });
    const closed = [anyone, account].every((bests) => bests.every((best) => best.verdict.state === 'closed'));
    return [
        ...declare(pattern, anyone, signUp, closed || !granted(anyone)),
        ...declare(pattern, closed ? bestOf(grants, 'any-account') : account, signUp, closed),
    ];
}
function granted(bests) {
    return bests.some((best) => best.verdict.state !== 'closed');
}
/** The widest grant of each operation. */
function bestOf(grants, audience) {
    return model/* OPERATIONS */.xb.flatMap((operation) => {
        const own = grants.filter((grant) => grant.audience === audience && grant.operation === operation);
        const verdict = widest(own.map((grant) => grant.verdict));
        const best = own.find((grant) => grant.verdict === verdict) ?? own[0];
        return best === undefined ? [] : [{ ...best, verdict }];
    });
}
function declare(pattern, bests, signUp, withClosed) {
    const groups = new Map();
    for (const best of bests) {
        if (best.verdict.state === 'closed' && !withClosed)
            continue;
        const key = `${best.at} ${best.verdict.state} ${best.verdict.ends ?? ''}`;
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [best]);
        else
            group.push(best);
    }
    return [...groups.values()].map((group) => declarationOf(pattern, group, signUp));
}
function declarationOf(pattern, group, signUp) {
    const first = group.reduce((best, next) => (next.at < best.at ? next : best));
    const verdict = {
        ...(group.find((best) => best.verdict.ended !== undefined)?.verdict ?? first.verdict),
        origins: [...new Set(group.flatMap((best) => best.verdict.origins))],
    };
    const can = group.map((best) => best.operation);
    const { audience, rule, at } = first;
    const expires = verdict.ends === undefined ? undefined : dateOf(verdict.ends);
    const barred = verdict.state === 'open' && audience === 'any-account' && signUp.state === 'closed';
    return {
        at,
        pattern,
        audience,
        can,
        state: barred ? 'mitigated' : verdict.state,
        why: explain({ audience, verdict, can, rule }, signUp),
        ...(expires === undefined ? {} : { expires }),
    };
}
/** A path that no rule grants anything on: closed for everybody. */
function closedDeclarations(at, pattern, why) {
    const can = model/* OPERATIONS */.xb.filter((operation) => operation !== 'administer');
    return ['anyone', 'any-account'].map((audience) => ({
        at,
        pattern,
        audience,
        can,
        state: CLOSED.state,
        why,
    }));
}

;// CONCATENATED MODULE: ./lib/declarations/firebase-rules/judge.js







/** Patterns that open others are looked for among this many at most. */
const MAX_COVERING = 64;
/** Who may do what at which path, from parsed Firestore or Storage rules. */
function judgeRules(file, signUp, now) {
    const problems = [];
    const declarations = file.services.flatMap((service) => judgeService(service, file, signUp, now, problems));
    return { declarations, problems };
}
function judgeService(service, file, signUp, now, problems) {
    const sites = [];
    judge_collect(service, [], [service], service, sites, problems);
    const groups = new Map();
    for (const site of sites) {
        const key = `${site.pattern.instance ?? ''} ${patternKey(site.pattern.segments)}`;
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [site]);
        else
            group.push(site);
    }
    const judge = judgeOf(service, file, signUp, now);
    const judged = [...groups.values()].map((group) => ({ pattern: patternIn(group), grants: group.flatMap(judge) }));
    if (judged.length === 0)
        return closedDeclarations(service.at, '/{path=**}', 'No rule allows anything, and what no rule allows is denied.').map((declaration) => ({ ...declaration, service: service.name }));
    const least = file.version === '2' ? 0 : 1;
    const wide = judged.filter(({ pattern }) => hasRest(pattern.segments)).slice(0, MAX_COVERING);
    return judged.flatMap(({ pattern, grants }) => {
        const others = wide.filter((other) => other.pattern !== pattern &&
            sameInstance(other.pattern, pattern) &&
            covers(other.pattern.segments, pattern.segments, least));
        const narrowed = withoutCovered(grants, others.flatMap((other) => other.grants));
        return summarise(patternText(pattern.segments), narrowed, signUp).map((declaration) => ({
            ...declaration,
            service: service.name,
            ...(pattern.instance === undefined ? {} : { instance: pattern.instance }),
        }));
    });
}
function patternIn(group) {
    return group[0]?.pattern ?? { segments: [] };
}
function sameInstance(outer, inner) {
    return outer.instance === undefined || outer.instance === inner.instance;
}
/**
 * A narrower rule takes nothing back: what a covering pattern grants as widely is said there, so a `false` below an open
 * `{path=**}` does not appear as closed.
 */
function withoutCovered(grants, covering) {
    return grants.filter((grant) => {
        const wider = covering.filter((other) => other.audience === grant.audience && other.operation === grant.operation);
        const best = widest(wider.map((other) => other.verdict));
        return best.state === 'closed' || !isAsWide(best, grant.verdict);
    });
}
function judge_collect(block, path, around, service, sites, problems) {
    const pattern = belowRoot(service.name, path);
    for (const allow of block.allows) {
        if (pattern !== undefined)
            sites.push({ allow, pattern, around });
        else
            problems.push({ at: allow.at, reason: 'no request can match the path of this rule, so it grants nothing' });
    }
    for (const match of block.matches)
        judge_collect(match, [...path, ...match.segments], [...around, match], service, sites, problems);
}
function judgeOf(service, file, signUp, now) {
    const callers = [NOBODY, ...strangersOf(signUp)];
    const functions = functionMaps(file);
    return (site) => {
        const requests = requestsOf(service.name, file.version, site.allow.methods);
        return requests.flatMap((request) => ['anyone', 'any-account'].map((audience) => {
            const verdicts = callers
                .filter((caller) => caller.audience === audience)
                .map((caller) => {
                const top = requestScope(request, caller, functions(file));
                const scope = scopeIn(site.around, top, functions);
                return judgeAllow(site.allow, scope, now);
            });
            return grantOf(site, request, audience, widest(verdicts));
        }));
    };
}
function grantOf(site, request, audience, verdict) {
    return { at: site.allow.at, audience, operation: request.operation, verdict, rule: 'allow' };
}
function judgeAllow(allow, scope, now) {
    const { condition } = allow;
    return judgeOverTime('rules', now, (evaluation) => condition === undefined ? TRUE : evaluate(condition, scope, evaluation));
}
/** Functions of a block by name, each map made once. */
function functionMaps(file) {
    const made = new Map([[file, byName(file.functions)]]);
    return (owner) => {
        const known = made.get(owner) ?? byName(owner.functions);
        made.set(owner, known);
        return known;
    };
}
function byName(functions) {
    return new Map(functions.map((declared) => [declared.name, declared]));
}
function scopeIn(around, top, functions) {
    return around.reduce((parent, block) => ({ parent, names: wildcardsOf(block), functions: functions(block) }), top);
}
const WILDCARD = something('path');
function wildcardsOf(block) {
    const segments = block.segments ?? [];
    return new Map(segments.flatMap((segment) => (segment.kind === 'literal' ? [] : [[segment.name, WILDCARD]])));
}

;// CONCATENATED MODULE: ./lib/declarations/firebase-rules/cursor.js
/** Where a parser stands in a source text, and its tokens. Each parser reads tokens on demand, because `/` means three things. */
/** Deeper nesting is refused: rules in the wild stay below 20. */
const cursor_MAX_DEPTH = 200;
/** A statement that does not follow the grammar; the parser recovers after it. */
class RulesSyntaxError extends Error {
    name = 'RulesSyntaxError';
    at;
    constructor(reason, at) {
        super(reason);
        this.at = at;
    }
}
function cursorOf(source) {
    return { source, position: 0, depth: 0 };
}
/** Offset of the next character that is neither white space nor comment. */
function skipBlank(source, from) {
    let position = from;
    for (;;) {
        const code = source.charCodeAt(position);
        if (code === 32 || (code >= 9 && code <= 13) || code === 0xfeff || code === 0xa0)
            position++;
        else if (source.startsWith('//', position))
            position = lineEnd(source, position);
        else if (source.startsWith('/*', position))
            position = cursor_commentEnd(source, position);
        else
            return position;
    }
}
function lineEnd(source, from) {
    for (let position = from; position < source.length; position++) {
        const code = source.charCodeAt(position);
        if (code === 10 || code === 13)
            return position;
    }
    return source.length;
}
function cursor_commentEnd(source, from) {
    const end = source.indexOf('*/', from + 2);
    return end === -1 ? source.length : end + 2;
}
function peek(cursor) {
    if (cursor.ahead?.at !== undefined)
        return cursor.ahead;
    cursor.ahead = readToken(cursor.source, skipBlank(cursor.source, cursor.position));
    return cursor.ahead;
}
function take(cursor) {
    const token = peek(cursor);
    moveTo(cursor, token.end);
    return token;
}
/** Goes on from an offset; whatever was looked at ahead is read anew. */
function moveTo(cursor, position) {
    cursor.position = position;
    cursor.ahead = undefined;
}
function isNext(cursor, text) {
    const token = peek(cursor);
    return token.text === text && (token.kind === 'symbol' || token.kind === 'name');
}
/** Takes the token if it is the next one. */
function accept(cursor, text) {
    if (!isNext(cursor, text))
        return false;
    take(cursor);
    return true;
}
function expect(cursor, text) {
    if (!isNext(cursor, text))
        throw unexpected(cursor, `'${text}'`);
    return take(cursor);
}
function expectName(cursor) {
    if (peek(cursor).kind !== 'name')
        throw unexpected(cursor, 'a name');
    return take(cursor);
}
function unexpected(cursor, wanted) {
    const token = peek(cursor);
    const found = token.kind === 'end' ? 'the end of the text' : `'${token.text.slice(0, 20)}'`;
    return new RulesSyntaxError(`expected ${wanted}, found ${found}`, token.at);
}
/** Runs `parse` one level deeper. */
function nested(cursor, parse) {
    if (cursor.depth >= cursor_MAX_DEPTH)
        throw new RulesSyntaxError('nested too deeply', cursor.position);
    cursor.depth++;
    try {
        return parse();
    }
    finally {
        cursor.depth--;
    }
}
const SYMBOLS = ['===', '!==', '==', '!=', '<=', '>=', '&&', '||'];
const NAME = /[A-Za-z_$][A-Za-z0-9_$]*/y;
const NUMBER = /(?:0x[0-9a-fA-F]+|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/y;
function readToken(source, at) {
    const character = source[at];
    if (character === undefined)
        return { kind: 'end', at, end: at, text: '' };
    const name = matchAt(NAME, source, at);
    if (name !== undefined)
        return { kind: 'name', at, end: at + name.length, text: name };
    const number = matchAt(NUMBER, source, at);
    if (number !== undefined)
        return { kind: 'number', at, end: at + number.length, text: number };
    if (character === '"' || character === "'")
        return readString(source, at);
    const symbol = SYMBOLS.find((candidate) => source.startsWith(candidate, at)) ?? character;
    return { kind: 'symbol', at, end: at + symbol.length, text: symbol };
}
function matchAt(pattern, source, at) {
    pattern.lastIndex = at;
    return pattern.exec(source)?.[0];
}
const ESCAPES = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', '0': '\0' };
function readString(source, at) {
    const quote = source[at];
    const parts = [];
    let position = at + 1;
    let start = position;
    while (position < source.length && source[position] !== quote) {
        if (source[position] !== '\\') {
            position++;
            continue;
        }
        parts.push(source.slice(start, position), escaped(source, position + 1));
        position += escapeLength(source, position + 1) + 1;
        start = position;
    }
    if (position >= source.length)
        throw new RulesSyntaxError('a string is not closed', at);
    parts.push(source.slice(start, position));
    return { kind: 'string', at, end: position + 1, text: parts.join('') };
}
const UNICODE_ESCAPE = /u([0-9a-fA-F]{4})/y;
function escapeLength(source, at) {
    return matchAt(UNICODE_ESCAPE, source, at)?.length ?? 1;
}
function escaped(source, at) {
    const unicode = matchAt(UNICODE_ESCAPE, source, at);
    if (unicode !== undefined)
        return String.fromCharCode(Number.parseInt(unicode.slice(1), 16));
    const character = source[at] ?? '';
    return ESCAPES[character] ?? character;
}

;// CONCATENATED MODULE: ./lib/declarations/firebase-rules/expression.js

/** Operators after which binary parsing goes on, by how tightly they bind. */
const BINDING = {
    '==': { power: 1, operator: '==' },
    '===': { power: 1, operator: '==' },
    '!=': { power: 1, operator: '!=' },
    '!==': { power: 1, operator: '!=' },
    in: { power: 2, operator: 'in' },
    is: { power: 2, operator: 'is' },
    '<': { power: 3, operator: '<' },
    '<=': { power: 3, operator: '<=' },
    '>': { power: 3, operator: '>' },
    '>=': { power: 3, operator: '>=' },
    '+': { power: 4, operator: '+' },
    '-': { power: 4, operator: '-' },
    '*': { power: 5, operator: '*' },
    '/': { power: 5, operator: '/' },
    '%': { power: 5, operator: '%' },
};
/** Chains of binary operators and of `.name` are trees to the left; longer ones are refused. */
const MAX_CHAIN = 400;
/** @throws RulesSyntaxError */
function parseExpression(cursor, dialect) {
    return nested(cursor, () => {
        const test = parseLogical(cursor, dialect, '||');
        if (!accept(cursor, '?'))
            return test;
        const then = parseExpression(cursor, dialect);
        expect(cursor, ':');
        const otherwise = parseExpression(cursor, dialect);
        return { kind: 'conditional', at: test.at, test, then, otherwise };
    });
}
function parseLogical(cursor, dialect, operator) {
    const operand = () => (operator === '||' ? parseLogical(cursor, dialect, '&&') : parseBinary(cursor, dialect, 1));
    const first = operand();
    const operands = [first];
    while (accept(cursor, operator))
        operands.push(operand());
    return operands.length === 1 ? first : { kind: 'logical', at: first.at, operator, operands };
}
function parseBinary(cursor, dialect, least) {
    let left = parseUnary(cursor, dialect);
    for (let length = 0; length < MAX_CHAIN; length++) {
        const token = peek(cursor);
        const binding = token.kind === 'symbol' || token.kind === 'name' ? bindingOf(token.text) : undefined;
        if (binding === undefined || binding.power < least)
            return left;
        take(cursor);
        const right = parseBinary(cursor, dialect, binding.power + 1);
        left = { kind: 'binary', at: left.at, operator: binding.operator, left, right };
    }
    throw new RulesSyntaxError('an expression is too long', cursor.position);
}
function bindingOf(text) {
    return Object.hasOwn(BINDING, text) ? BINDING[text] : undefined;
}
function parseUnary(cursor, dialect) {
    const { at, kind, text } = peek(cursor);
    if (kind !== 'symbol' || (text !== '!' && text !== '-'))
        return parsePostfix(cursor, dialect);
    take(cursor);
    const operand = nested(cursor, () => parseUnary(cursor, dialect));
    return { kind: 'unary', at, operator: text, operand };
}
function parsePostfix(cursor, dialect) {
    let expression = parsePrimary(cursor, dialect);
    for (let length = 0; length < MAX_CHAIN; length++) {
        const at = expression.at;
        if (accept(cursor, '.')) {
            expression = { kind: 'member', at, object: expression, name: expectName(cursor).text };
        }
        else if (isNext(cursor, '(')) {
            expression = { kind: 'call', at, callee: expression, parameters: parseItems(cursor, dialect, '(', ')') };
        }
        else if (accept(cursor, '[')) {
            expression = parseIndex(cursor, dialect, expression);
        }
        else {
            return expression;
        }
    }
    throw new RulesSyntaxError('an expression is too long', cursor.position);
}
function parseIndex(cursor, dialect, object) {
    const index = parseExpression(cursor, dialect);
    if (!accept(cursor, ':')) {
        expect(cursor, ']');
        return { kind: 'index', at: object.at, object, index };
    }
    const to = parseExpression(cursor, dialect);
    expect(cursor, ']');
    return { kind: 'slice', at: object.at, object, from: index, to };
}
/** A list in brackets; a comma before the closing one is let through. */
function parseItems(cursor, dialect, open, close) {
    expect(cursor, open);
    const items = [];
    while (!isNext(cursor, close)) {
        items.push(parseExpression(cursor, dialect));
        if (!accept(cursor, ','))
            break;
    }
    expect(cursor, close);
    return items;
}
function parsePrimary(cursor, dialect) {
    const token = peek(cursor);
    const { at } = token;
    if (token.kind === 'string')
        return { kind: 'literal', at, value: take(cursor).text };
    if (token.kind === 'number')
        return { kind: 'literal', at, value: Number(take(cursor).text) };
    if (token.kind === 'name')
        return parseWord(cursor);
    if (accept(cursor, '(')) {
        const inner = parseExpression(cursor, dialect);
        expect(cursor, ')');
        return inner;
    }
    if (token.text === '[')
        return { kind: 'list', at, items: parseItems(cursor, dialect, '[', ']') };
    if (dialect === 'rules' && token.text === '{')
        return parseMap(cursor);
    if (token.text === '/')
        return dialect === 'rules' ? parsePath(cursor) : parseRegex(cursor);
    throw unexpected(cursor, 'an expression');
}
function parseWord(cursor) {
    const { at, text } = take(cursor);
    if (text === 'true' || text === 'false')
        return { kind: 'literal', at, value: text === 'true' };
    if (text === 'null')
        return { kind: 'literal', at, value: null };
    return { kind: 'name', at, name: text };
}
function parseMap(cursor) {
    const { at } = expect(cursor, '{');
    const entries = [];
    while (!isNext(cursor, '}')) {
        const key = parseExpression(cursor, 'rules');
        expect(cursor, ':');
        entries.push([key, parseExpression(cursor, 'rules')]);
        if (!accept(cursor, ','))
            break;
    }
    expect(cursor, '}');
    return { kind: 'map', at, entries };
}
const PATH_TEXT = /[^\s/()[\]{},;:'"$!&|=<>?+*]+|\(default\)/y;
/** `/databases/$(database)/documents/users/$(request.auth.uid)`: literal segments are raw text, `$(…)` is computed. */
function parsePath(cursor) {
    const { at } = peek(cursor);
    const computed = [];
    let position = at;
    while (cursor.source[position] === '/') {
        position++;
        if (cursor.source.startsWith('$(', position)) {
            moveTo(cursor, position + 2);
            computed.push(parseExpression(cursor, 'rules'));
            position = expect(cursor, ')').end;
            continue;
        }
        PATH_TEXT.lastIndex = position;
        position += PATH_TEXT.exec(cursor.source)?.[0].length ?? 0;
    }
    moveTo(cursor, position);
    if (position === at + 1)
        throw unexpected(cursor, 'a path');
    return { kind: 'path', at, computed };
}
/** `/^a[/]b$/i`; a slash inside a class does not end it. */
function parseRegex(cursor) {
    const { at } = peek(cursor);
    const { source } = cursor;
    let inClass = false;
    for (let position = at + 1; position < source.length; position++) {
        const character = source[position];
        if (character === '\\')
            position++;
        else if (character === '[')
            inClass = true;
        else if (character === ']')
            inClass = false;
        else if (character === '/' && !inClass) {
            moveTo(cursor, source[position + 1] === 'i' ? position + 2 : position + 1);
            return { kind: 'regex', at, pattern: source.slice(at + 1, position) };
        }
    }
    throw new RulesSyntaxError('a regular expression is not closed', at);
}
/** A whole text that is one expression. @throws RulesSyntaxError */
function parseWholeExpression(cursor, dialect) {
    const expression = parseExpression(cursor, dialect);
    if (skipBlank(cursor.source, cursor.position) < cursor.source.length)
        throw unexpected(cursor, 'the end');
    return expression;
}

;// CONCATENATED MODULE: ./lib/declarations/firebase-rules/parse.js


/** Later problems of one file are counted, not told. */
const MAX_PROBLEMS = 50;
const parse_METHODS = ['read', 'write', 'get', 'list', 'create', 'update', 'delete'];
/**
 * Parses Firestore or Storage rules (grammar: firebase.google.com/docs/rules/rules-language). Lenient as the wild needs: any order, a condition or
 * `;` left out. Never throws: what does not follow the grammar becomes a problem and is skipped, statement by statement.
 */
function parseRules(source) {
    const cursor = cursorOf(source);
    const problems = [];
    const functions = [];
    const services = [];
    let version = '1';
    while (!atEnd(cursor, problems)) {
        recovering(cursor, problems, () => {
            if (isNext(cursor, 'rules_version'))
                version = parseVersion(cursor);
            else if (isNext(cursor, 'service'))
                services.push(parseService(cursor, problems));
            else if (isNext(cursor, 'import'))
                skipStatement(cursor);
            else
                functions.push(parseFunction(cursor));
        });
    }
    return { version, functions, services, problems };
}
function atEnd(cursor, problems) {
    try {
        return peek(cursor).kind === 'end';
    }
    catch (error) {
        report(error, problems);
        moveTo(cursor, cursor.source.length);
        return true;
    }
}
/** Runs a statement's parser; after a syntax error goes on behind the statement, always at least one character further. */
function recovering(cursor, problems, parse) {
    const start = skipBlank(cursor.source, cursor.position);
    const depth = cursor.depth;
    try {
        parse();
    }
    catch (error) {
        report(error, problems);
        cursor.depth = depth;
        if (cursor.position <= start)
            moveTo(cursor, start);
        skipStatement(cursor);
        if (cursor.position <= start)
            moveTo(cursor, start + 1);
    }
}
function report(error, problems) {
    if (!(error instanceof RulesSyntaxError))
        throw error;
    if (problems.length < MAX_PROBLEMS)
        problems.push({ at: error.at, reason: error.message });
}
/** Goes behind the next `;`, or behind the block that opens before it; stops before a `}` that closes the block around. */
function skipStatement(cursor) {
    const { source } = cursor;
    let depth = 0;
    let position = cursor.position;
    while (position < source.length) {
        position = skipBlank(source, position);
        const character = source[position];
        if (character === '"' || character === "'") {
            const end = source.indexOf(character, position + 1);
            position = end === -1 ? position + 1 : end + 1;
            continue;
        }
        if (character === '}' && depth === 0)
            break;
        position++;
        if (character === '{')
            depth++;
        if (character === '}')
            depth--;
        if (depth === 0 && (character === ';' || character === '}'))
            break;
    }
    moveTo(cursor, position);
}
function parseVersion(cursor) {
    expect(cursor, 'rules_version');
    expect(cursor, '=');
    const { kind, text } = take(cursor);
    accept(cursor, ';');
    return (kind === 'string' || kind === 'number') && text === '2' ? '2' : '1';
}
function parseService(cursor, problems) {
    const { at } = expect(cursor, 'service');
    const first = expectName(cursor);
    expect(cursor, '.');
    const name = serviceName(`${first.text}.${expectName(cursor).text}`, first.at);
    return { ...parseBlock(cursor, problems, at), name };
}
function serviceName(name, at) {
    if (name === 'cloud.firestore' || name === 'firebase.storage')
        return name;
    throw new RulesSyntaxError(`unknown service '${name.slice(0, 40)}'`, at);
}
function parseBlock(cursor, problems, at) {
    expect(cursor, '{');
    const allows = [];
    const functions = [];
    const matches = [];
    while (!atEnd(cursor, problems) && !isNext(cursor, '}')) {
        recovering(cursor, problems, () => {
            if (isNext(cursor, 'allow'))
                allows.push(parseAllow(cursor));
            else if (isNext(cursor, 'match'))
                matches.push(nested(cursor, () => parseMatch(cursor, problems)));
            else if (!accept(cursor, ';'))
                functions.push(parseFunction(cursor));
        });
    }
    if (!accept(cursor, '}') && problems.length < MAX_PROBLEMS)
        problems.push({ at, reason: 'a block is not closed' });
    return { at, allows, functions, matches };
}
function parseMatch(cursor, problems) {
    const { at } = expect(cursor, 'match');
    const segments = parsePattern(cursor);
    return { ...parseBlock(cursor, problems, at), segments };
}
const SEGMENT = /\{\s*([A-Za-z_]\w*)\s*(=\s*\*\*)?\s*\}|[^\s/{}'";]+/y;
function parsePattern(cursor) {
    const { source } = cursor;
    const segments = [];
    let position = skipBlank(source, cursor.position);
    const start = position;
    if (source[position] === '/')
        position++;
    for (;;) {
        SEGMENT.lastIndex = position;
        const found = SEGMENT.exec(source);
        if (found === null)
            break;
        segments.push(segmentOf(found));
        position = SEGMENT.lastIndex;
        if (source[position] !== '/')
            break;
        position++;
    }
    moveTo(cursor, position);
    if (segments.length === 0 && position === start)
        throw unexpected(cursor, 'a path');
    if (!isNext(cursor, '{'))
        throw unexpected(cursor, "'{' after the path");
    return segments;
}
function segmentOf([text, name, rest]) {
    if (name === undefined)
        return { kind: 'literal', text };
    return rest === undefined ? { kind: 'one', name } : { kind: 'rest', name };
}
function parseAllow(cursor) {
    const { at } = expect(cursor, 'allow');
    const methods = [parseMethod(cursor)];
    while (accept(cursor, ','))
        methods.push(parseMethod(cursor));
    const condition = accept(cursor, ':') ? parseCondition(cursor) : undefined;
    if (condition === undefined && !isNext(cursor, ';') && !startsStatement(cursor))
        throw unexpected(cursor, "':' or ';'");
    if (!accept(cursor, ';') && !startsStatement(cursor))
        throw unexpected(cursor, "';'");
    return condition === undefined ? { at, methods } : { at, methods, condition };
}
/** True where a `;` was left out: what follows begins or ends a statement of its own. */
function startsStatement(cursor) {
    return ['}', 'allow', 'match', 'function', 'export'].some((word) => isNext(cursor, word));
}
function parseCondition(cursor) {
    expect(cursor, 'if');
    return parseExpression(cursor, 'rules');
}
function parseMethod(cursor) {
    const token = expectName(cursor);
    const method = parse_METHODS.find((candidate) => candidate === token.text);
    if (method === undefined)
        throw new RulesSyntaxError(`unknown method '${token.text.slice(0, 40)}'`, token.at);
    return method;
}
function parseFunction(cursor) {
    accept(cursor, 'export');
    const { at } = expect(cursor, 'function');
    const name = expectName(cursor).text;
    const parameters = parseParameters(cursor);
    expect(cursor, '{');
    const bindings = [];
    while (accept(cursor, 'let')) {
        const binding = expectName(cursor).text;
        expect(cursor, '=');
        bindings.push({ name: binding, value: parseExpression(cursor, 'rules') });
        accept(cursor, ';');
    }
    expect(cursor, 'return');
    const result = parseExpression(cursor, 'rules');
    accept(cursor, ';');
    expect(cursor, '}');
    return { at, name, parameters, bindings, result };
}
function parseParameters(cursor) {
    expect(cursor, '(');
    const names = [];
    while (!isNext(cursor, ')')) {
        names.push(expectName(cursor).text);
        if (!accept(cursor, ','))
            break;
    }
    expect(cursor, ')');
    return names;
}

;// CONCATENATED MODULE: ./lib/declarations/firebase-rules/project.js



/** Reads every `firebase.json` with its `.firebaserc` (schema: firebase-tools schema/firebase-config.json). */
async function readFirebaseConfig(files) {
    const deployments = [];
    const problems = [];
    const projects = new Map();
    const signUps = new Map();
    const rcs = new Map();
    for (const file of files.filter((candidate) => isNamed(candidate, '.firebaserc'))) {
        const { root, problem } = await parseJson(file.text);
        if (problem !== undefined)
            problems.push(problemAt(file, problem));
        const rc = firebasercOf(root);
        rcs.set(directoryOf(file.path), rc);
        if (rc.project !== undefined)
            projects.set(directoryOf(file.path), rc.project);
    }
    for (const file of files.filter((candidate) => isFirebaseJson(candidate.path))) {
        const { root, problem } = await parseJson(file.text);
        if (problem !== undefined)
            problems.push(problemAt(file, problem));
        const folder = directoryOf(file.path);
        const signUp = signUpOf(nodeAt(root, 'auth', 'providers'), file.path);
        if (signUp !== undefined)
            signUps.set(folder, signUp);
        deployments.push(...deploymentsOf(root, file, rcs.get(folder), signUp));
    }
    return { deployments, projects, signUps, problems };
}
function isFirebaseJson(path) {
    return /(?:^|\/)firebase(?:\.[\w-]+)?\.json$/.test(path);
}
function isNamed(file, name) {
    return file.path === name || file.path.endsWith(`/${name}`);
}
function problemAt(file, problem) {
    const { line } = positionsOf(file.text)(problem.at);
    return { path: file.path, line, reason: `not well-formed JSON: ${problem.reason}` };
}
/** The project under the alias `default`, or the only one there is. */
function firebasercOf(root) {
    const aliases = membersOf(nodeAt(root, 'projects'));
    const chosen = aliases.find((alias) => alias.key === 'default') ?? (aliases.length === 1 ? aliases[0] : undefined);
    const project = stringOf(chosen?.value);
    return { ...(project === undefined ? {} : { project }), targets: nodeAt(root, 'targets') };
}
const NAME_KEYS = { database: 'instance', storage: 'bucket', firestore: 'database' };
function deploymentsOf(root, file, rc, signUp) {
    const position = positionsOf(file.text);
    const products = ['database', 'firestore', 'storage'];
    return products.flatMap((product) => {
        const node = nodeAt(root, product);
        const entries = node?.type === 'array' ? itemsOf(node) : node === undefined ? [] : [node];
        return entries.flatMap((entry) => {
            const rules = nodeAt(entry, 'rules');
            const path = stringOf(rules);
            const rulesPath = path === undefined ? undefined : resolvePath(directoryOf(file.path), path);
            if (rules === undefined || rulesPath === undefined)
                return [];
            return [
                {
                    product,
                    rulesPath,
                    names: namesOf(entry, product, rc),
                    ...(rc?.project === undefined ? {} : { project: rc.project }),
                    ...(signUp === undefined ? {} : { signUp }),
                    config: file.path,
                    line: position(rules.offset).line,
                },
            ];
        });
    });
}
function namesOf(entry, product, rc) {
    const name = stringOf(nodeAt(entry, NAME_KEYS[product]));
    if (name !== undefined)
        return [name];
    const target = stringOf(nodeAt(entry, 'target'));
    if (target === undefined || rc?.project === undefined)
        return [];
    return itemsOf(nodeAt(rc.targets, rc.project, product, target)).flatMap((item) => stringOf(item) ?? []);
}
/** `auth.providers` of firebase.json tells which sign-in methods are on. */
function signUpOf(providers, path) {
    const members = membersOf(providers);
    if (members.length === 0)
        return undefined;
    const isOn = (key) => {
        const node = members.find((member) => member.key === key)?.value;
        return node !== undefined && (node.type === 'object' || node.value === true);
    };
    const [anonymous, password, federated] = [isOn('anonymous'), isOn('emailPassword'), isOn('googleSignIn')];
    const on = [anonymous && 'anonymous', password && 'e-mail and password', federated && 'Google'].filter(Boolean);
    const open = on.length > 0;
    const reason = open ? `${path} turns on sign-in with ${on.join(', ')}` : `${path} turns every sign-in method off`;
    return { state: open ? 'open' : 'closed', anonymous, password, federated, reason };
}

;// CONCATENATED MODULE: ./lib/declarations/firebase-rules/rtdb.js





const WRITES = [
    { operation: 'create', before: 'absent', after: 'present' },
    { operation: 'overwrite', before: 'present', after: 'present' },
    { operation: 'delete', before: 'present', after: 'absent' },
];
/**
 * Who may do what at which location (firebase.google.com/docs/database/security/core-syntax). A grant holds for all that lies below
 * and cannot be taken back there, so a location is declared where it grants more than those above it.
 */
function judgeDatabaseRules(rules, signUp, now) {
    const { root } = rules;
    if (root === undefined)
        return [];
    const declarations = [];
    const callers = [NOBODY, ...strangersOf(signUp)];
    const visit = (node, above, inherited) => {
        const grants = grantsOf(node, above, callers, now);
        const more = grants.filter((grant) => grantsMore(grant, inherited));
        if (more.length > 0)
            declarations.push(...summarise(locationOf(node), more, signUp));
        for (const child of node.children)
            visit(child, [...above, node], [...inherited, ...more.filter(isGranted)]);
    };
    visit(root, [], []);
    if (declarations.length > 0)
        return declarations;
    return closedDeclarations(root.at, '/', 'No rule grants anything, and what no rule grants is denied.');
}
function isGranted(grant) {
    return grant.verdict.state !== 'closed';
}
function grantsMore(grant, inherited) {
    const wider = inherited.filter((other) => other.audience === grant.audience && rtdb_covers(other.operation, grant.operation));
    const best = widest(wider.map((other) => other.verdict));
    return best.state === 'closed' || !isAsWide(best, grant.verdict);
}
/** Whoever may read a location may read and list all below it. */
function rtdb_covers(above, below) {
    return above === below || (above === 'read' && below === 'list');
}
/** `/users/{uid}` */
function locationOf(node) {
    return `/${node.path.map((key) => (key.startsWith('$') ? `{${key.slice(1)}}` : key)).join('/')}`;
}
function grantsOf(node, above, callers, now) {
    return [...readGrants(node, above, callers, now), ...writeGrants(node, above, callers, now)];
}
/**
 * Reading a location gives all that is in it. Below a `$wildcard` the key has to be known first, so that is no listing.
 */
function readGrants(node, above, callers, now) {
    const rule = node.rules.get('.read');
    if (rule === undefined)
        return [];
    const operations = node.path.some((key) => key.startsWith('$')) ? ['read'] : ['list', 'read'];
    return byAudience(callers).flatMap(([audience, group]) => {
        const verdict = widest(group.map((caller) => judgeRule(rule, scopeOf(node, above, caller, 'present', 'present'), now)));
        return operations.map((operation) => ({ at: rule.at, audience, operation, verdict, rule: '.read' }));
    });
}
function writeGrants(node, above, callers, now) {
    const rule = node.rules.get('.write');
    if (rule === undefined)
        return [];
    return byAudience(callers).flatMap(([audience, group]) => WRITES.map((write) => {
        const verdict = widest(group.map((caller) => judgeWrite(rule, write, node, above, caller, now)));
        return { at: rule.at, audience, operation: write.operation, verdict, rule: '.write' };
    }));
}
function byAudience(callers) {
    return ['anyone', 'any-account'].map((audience) => [
        audience,
        callers.filter((caller) => caller.audience === audience),
    ]);
}
/** `.validate` is asked only for data that comes, so it never guards erasing. */
function judgeWrite(rule, write, node, above, caller, now) {
    const granted = judgeRule(rule, scopeOf(node, above, caller, write.before, write.after), now);
    if (write.operation === 'delete' || granted.state === 'closed')
        return granted;
    const own = validation(node, above, caller, write, now);
    if (own.state === 'closed')
        return CLOSED;
    const ancestors = above.map((ancestor, index) => ancestorValidation(ancestor, above.slice(0, index), caller, now));
    return narrowest([granted, own, ...ancestors]);
}
const PASSED = { state: 'open', origins: [] };
function validation(node, above, caller, write, now) {
    const rule = node.rules.get('.validate');
    if (rule === undefined)
        return PASSED;
    return judgeRule(rule, scopeOf(node, above, caller, write.before, write.after), now);
}
/**
 * Whether a write below an ancestor's `.validate` has to pass it is not documented; one that surely fails leaves the
 * write undecided.
 */
function ancestorValidation(node, above, caller, now) {
    const rule = node.rules.get('.validate');
    if (rule === undefined)
        return PASSED;
    const verdict = judgeRule(rule, scopeOf(node, above, caller, 'any', 'present'), now);
    return verdict.state === 'closed' ? { state: 'unknown', origins: ['undecided'] } : verdict;
}
/** All of them have to allow. */
function narrowest(verdicts) {
    const pending = verdicts.filter((verdict) => verdict.state !== 'open');
    if (pending.length > 0) {
        const origins = [...new Set(pending.flatMap((verdict) => verdict.origins))];
        return verdictOf({ type: 'unknown', origins, present: true, mayFail: false });
    }
    const ends = verdicts.flatMap((verdict) => verdict.ends ?? []);
    return ends.length === 0 ? PASSED : { ...PASSED, ends: Math.min(...ends) };
}
function judgeRule(rule, scope, now) {
    const { expression } = rule;
    if (expression === undefined)
        return { state: 'unknown', origins: ['undecided'] };
    return judgeOverTime('rtdb', now, (evaluation) => {
        const value = evaluate(expression, scope, evaluation);
        return isConst(value, null) ? { type: 'error' } : value;
    });
}
/** The variables of a rule (firebase.google.com/docs/reference/security/database#variables). */
function scopeOf(node, above, caller, before, after) {
    const snapshot = (state, origin) => ({ type: 'snapshot', state, origin });
    const names = new Map([
        ['auth', caller.auth],
        ['data', snapshot(before, 'record')],
        ['newData', snapshot(after, 'sent')],
        ['root', snapshot('any', 'record')],
        ['now', { type: 'time', offset: 0, numeric: true }],
        ['query', anything('sent')],
    ]);
    for (const location of [...above, node]) {
        const key = location.path.at(-1);
        if (key?.startsWith('$'))
            names.set(key, something('path'));
    }
    return { names, functions: new Map() };
}

;// CONCATENATED MODULE: ./lib/declarations/firebase-rules/rtdb-tree.js



/** The database itself goes no deeper (firebase.google.com/docs/database/usage/limits). */
const MAX_TREE_DEPTH = 32;
const KINDS = ['.read', '.write', '.validate'];
const OTHER_KEYS = ['.indexOn'];
/** Reads Realtime Database rules. Never throws; what is wrong becomes a problem and the rest is read. */
async function parseDatabaseRules(text) {
    const { root, problem } = await parseJson(text);
    const problems = [];
    if (problem !== undefined)
        problems.push({ at: problem.at, reason: `not well-formed JSON: ${problem.reason}` });
    const rules = membersOf(root).find((member) => member.key === 'rules');
    if (rules === undefined) {
        problems.push({ at: 0, reason: 'holds no "rules" object' });
        return { problems };
    }
    return { root: readNode(rules.value, rules.keyNode.offset, [], problems), problems };
}
function readNode(node, at, path, problems) {
    const rules = new Map();
    const children = [];
    if (node.type !== 'object')
        problems.push({ at: node.offset, reason: 'a location must be an object of rules' });
    const seen = new Set();
    for (const { key, keyNode, value } of membersOf(node)) {
        if (seen.has(key))
            problems.push({ at: keyNode.offset, reason: `"${key.slice(0, 40)}" stands twice` });
        seen.add(key);
        const kind = KINDS.find((candidate) => candidate === key);
        if (kind !== undefined)
            rules.set(kind, readRule(value, keyNode.offset, problems));
        else if (key.startsWith('.')) {
            if (!OTHER_KEYS.includes(key))
                problems.push({ at: keyNode.offset, reason: `unknown rule "${key.slice(0, 40)}"` });
        }
        else if (path.length >= MAX_TREE_DEPTH)
            problems.push({ at: keyNode.offset, reason: 'nested too deeply' });
        else
            children.push(readNode(value, keyNode.offset, [...path, key], problems));
    }
    return { at, path, rules, children };
}
function readRule(node, at, problems) {
    if (typeof node.value === 'boolean')
        return { at, expression: { kind: 'literal', at, value: node.value } };
    if (typeof node.value !== 'string') {
        problems.push({ at, reason: 'a rule must be an expression in quotes, true or false' });
        return { at };
    }
    try {
        return { at, expression: parseWholeExpression(cursorOf(node.value), 'rtdb') };
    }
    catch (error) {
        if (!(error instanceof RulesSyntaxError))
            throw error;
        problems.push({ at, reason: error.message });
        return { at };
    }
}

;// CONCATENATED MODULE: ./lib/declarations/firebase-rules/targets.js


const targets_KINDS = {
    database: 'firebase-database',
    firestore: 'firestore',
    storage: 'gcs',
};
/** What the mobile config files of the repo say of their projects. */
async function readProjectFacts(files) {
    const read = await Promise.all(files.map(async (file) => ({ file, services: await readGoogleServices(file) })));
    return read.flatMap(({ file, services }) => {
        const project = services.project === undefined ? undefined : projectOf(services.project.value);
        if (project === undefined)
            return [];
        const instance = databaseOf(services.databaseUrl?.value ?? '')?.instance;
        const bucket = bucketOf(services.bucket?.value ?? '');
        return [
            {
                path: file.path,
                project,
                ...(instance === undefined ? {} : { instance }),
                ...(bucket === undefined ? {} : { bucket }),
            },
        ];
    });
}
/**
 * What a rules file rules: where a `firebase.json` deploys it, each database or bucket named there; else the default one of the nearest
 * project. `instance` is what the match path itself names.
 */
function targetsOf(product, rulesPath, instance, config, facts) {
    const deployments = config.deployments.filter((deployment) => deployment.product === product && deployment.rulesPath === rulesPath);
    const folder = directoryOf(rulesPath);
    const unreferenced = { project: nearest(folder, config.projects), signUp: nearest(folder, config.signUps) };
    const used = deployments.length > 0 ? deployments : [undefined];
    const targets = used.flatMap((deployment) => {
        const project = deployment?.project ?? unreferenced.project ?? onlyProject(facts);
        const signUp = deployment?.signUp ?? unreferenced.signUp;
        const names = instance === undefined ? targets_namesOf(deployment) : [instance];
        return names.map((name) => targetOf(product, project, name, signUp, facts));
    });
    return targets.filter((target, index) => targets.findIndex((other) => sameTarget(other, target)) === index);
}
function targets_namesOf(deployment) {
    return deployment === undefined || deployment.names.length === 0 ? [undefined] : deployment.names;
}
function sameTarget(left, right) {
    return left.name === right.name && left.project === right.project;
}
/** The project that all config files of the repo agree on. */
function onlyProject(facts) {
    const projects = new Set(facts.map((fact) => fact.project));
    return projects.size === 1 ? facts[0]?.project : undefined;
}
function targetOf(product, project, given, signUp, facts) {
    const name = backendName(product, project, given, facts);
    return {
        kind: targets_KINDS[product],
        ...(name === undefined ? {} : { name }),
        ...(project === undefined ? {} : { project }),
        ...(signUp === undefined ? {} : { signUp }),
    };
}
function backendName(product, project, given, facts) {
    if (product === 'firestore') {
        if (project === undefined)
            return undefined;
        return given === undefined || given === '(default)' ? project : `${project}/${given}`;
    }
    if (given !== undefined)
        return product === 'storage' ? bucketOf(given) : given;
    const own = facts.filter((fact) => fact.project === project);
    return own.map((fact) => (product === 'database' ? fact.instance : fact.bucket)).find((name) => name !== undefined);
}

;// CONCATENATED MODULE: ./lib/declarations/firebase-rules/index.js









/** Firebase refuses larger sources itself (256 KB); what is much larger is not one. */
const firebase_rules_MAX_LENGTH = 1024 * 1024;
/** Security rules of Firestore, Cloud Storage for Firebase and the Realtime Database. */
const firebaseRules = {
    id: 'firebase-rules',
    title: 'Firebase Security Rules',
    docs: [
        'https://firebase.google.com/docs/rules/rules-language',
        'https://firebase.google.com/docs/rules/rules-behavior',
        'https://firebase.google.com/docs/database/security/core-syntax',
        'https://firebase.google.com/docs/rules/insecure-rules',
    ],
    claims: (path) => /\.(?:rules|bolt|json|plist)$/i.test(path) ||
        /(?:^|\/)\.firebaserc$/.test(path) ||
        /(?:^|\/)[^/]*(?:firestore|storage|rules)[^/]*\.txt$/i.test(path),
    accepts: (file) => kindOf(file) !== undefined,
    read: readRules,
};
/** What a claimed file is, by its name and a cheap look at its text. */
function kindOf(file) {
    if (isFirebaseJson(file.path) || /(?:^|\/)\.firebaserc$/.test(file.path))
        return 'config';
    if (/\.bolt$/i.test(file.path))
        return /^\s*(?:path|type|isMember)\b|\bread\(\)|\bwrite\(\)/m.test(file.text) ? 'bolt' : undefined;
    if (/\bservice\s{1,20}(?:cloud\.firestore|firebase\.storage)\b/.test(file.text))
        return 'rules';
    if (/"rules"\s{0,20}:/.test(file.text) && /"\.(?:read|write|validate|indexOn)"/.test(file.text))
        return 'database';
    if (/(?:^|\/)(?:database\.rules\.json|(?:firestore|storage)\.rules)$/.test(file.path))
        return file.path.endsWith('.json') ? 'database' : 'rules';
    return isGoogleServices(file) ? 'facts' : undefined;
}
async function readRules(files, context) {
    const ofKind = (kind) => files.filter((file) => kindOf(file) === kind);
    const config = await readFirebaseConfig(ofKind('config'));
    const facts = await readProjectFacts(ofKind('facts'));
    const declarations = [];
    const problems = [...configProblems(config, context), ...ofKind('bolt').map(boltProblem)];
    const samples = [];
    for (const file of [...ofKind('rules'), ...ofKind('database')]) {
        const deployed = config.deployments.some((deployment) => deployment.rulesPath === file.path);
        if (!deployed && isSample(file.path)) {
            samples.push(file);
            continue;
        }
        const instead = deployed ? undefined : deployedInstead(file, config, context);
        if (instead !== undefined) {
            problems.push(note(file.path, `These rules are left out: ${instead.config} deploys ${instead.rulesPath}.`));
            continue;
        }
        if (file.text.length > firebase_rules_MAX_LENGTH) {
            problems.push({
                kind: 'limit',
                path: file.path,
                reason: 'The rules file is larger than 1 MiB and was not read.',
            });
            continue;
        }
        const judged = await judgeFile(file, kindOf(file) === 'database', config, facts, context);
        declarations.push(...judged.declarations);
        problems.push(...judged.problems);
    }
    return { declarations, mentions: [], problems: [...problems, ...sampleNotes(samples)] };
}
/** One note for all: a repository of tools can hold hundreds of them. */
function sampleNotes(samples) {
    const [first] = samples;
    if (first === undefined)
        return [];
    const more = samples.length > 1 ? ` (and ${samples.length - 1} more such files)` : '';
    return [
        note(first.path, `Rules in a folder of tests or examples that no firebase.json deploys are left out${more}.`),
    ];
}
/**
 * What is deployed in the place of a rules file that is not: a draft or a former version beside the rules of the same
 * products says nothing of what is live.
 */
function deployedInstead(file, config, context) {
    const rivals = productsIn(file).map((product) => config.deployments.find((deployment) => deployment.product === product &&
        context.paths.includes(deployment.rulesPath) &&
        isBelow(file.path, directoryOf(deployment.config))));
    return rivals.includes(undefined) ? undefined : rivals[0];
}
function productsIn(file) {
    if (kindOf(file) === 'database')
        return ['database'];
    const firestore = /\bservice\s{1,20}cloud\.firestore\b/.test(file.text);
    const storage = /\bservice\s{1,20}firebase\.storage\b/.test(file.text);
    return [...(firestore ? ['firestore'] : []), ...(storage ? ['storage'] : [])];
}
function isBelow(path, folder) {
    return folder === '' || path.startsWith(`${folder}/`);
}
function note(path, reason) {
    return { kind: 'note', path, reason };
}
function boltProblem(file) {
    const reason = 'Bolt sources are not read; commit the JSON that firebase-bolt makes of them.';
    return { kind: 'unsupported', path: file.path, reason };
}
function configProblems(config, context) {
    const known = new Set(context.paths);
    const missing = config.deployments
        .filter((deployment) => known.size > 0 && !known.has(deployment.rulesPath))
        .map((deployment) => {
        const reason = `The rules file ${deployment.rulesPath} that it deploys is not in the repository.`;
        return { kind: 'not-found', path: deployment.config, line: deployment.line, reason };
    });
    return [...config.problems.map((problem) => ({ kind: 'malformed', ...problem })), ...missing];
}
async function judgeFile(file, database, config, facts, context) {
    const position = positionsOf(file.text);
    const now = context.now.getTime();
    const targets = (product, instance) => targetsOf(product, file.path, instance, config, facts);
    const problemOf = (problem) => ({
        kind: 'malformed',
        path: file.path,
        line: position(problem.at).line,
        reason: `Security rules: ${problem.reason}.`,
    });
    const place = (target, declared) => {
        const { at, ...rest } = declared;
        const declaration = { path: file.path, ...position(at), ...rest };
        return {
            kind: target.kind,
            ...(target.name === undefined ? {} : { name: target.name }),
            ...(target.project === undefined ? {} : { project: target.project }),
            declaration,
        };
    };
    if (database) {
        const rules = await parseDatabaseRules(file.text);
        const declarations = targets('database', undefined).flatMap((target) => judgeDatabaseRules(rules, firebase_rules_signUpOf(target, context), now).map((declared) => place(target, declared)));
        return { declarations, problems: rules.problems.map(problemOf) };
    }
    const rules = parseRules(file.text);
    const problems = [...rules.problems];
    const told = new Set();
    const declarations = productsOf(rules.services).flatMap((product) => targets(product, undefined).flatMap((target, index) => {
        const own = { ...rules, services: rules.services.filter((service) => PRODUCTS[service.name] === product) };
        const judged = judgeRules(own, firebase_rules_signUpOf(target, context), now);
        for (const problem of judged.problems)
            if (!told.has(problem.at))
                problems.push(problem);
        for (const problem of judged.problems)
            told.add(problem.at);
        return judged.declarations.flatMap(({ service: _, instance, ...declared }) => {
            if (instance === undefined)
                return [place(target, declared)];
            // A path that names its own bucket or database means that one, however many the file is deployed to.
            return index > 0 ? [] : targets(product, instance).map((named) => place(named, declared));
        });
    }));
    return { declarations, problems: problems.map(problemOf) };
}
const PRODUCTS = { 'cloud.firestore': 'firestore', 'firebase.storage': 'storage' };
function productsOf(services) {
    return [...new Set(services.map((service) => PRODUCTS[service.name]))];
}
/** Who can sign up: as firebase.json declares it, else as the app or the repo shows by calling a sign-up API. */
function firebase_rules_signUpOf(target, context) {
    if (target.signUp !== undefined)
        return target.signUp;
    const all = { anonymous: true, password: true, federated: true };
    if (context.signUp !== undefined)
        return { ...all, state: 'unknown', reason: `the app lets users sign up (${context.signUp})` };
    return { ...all, state: 'unknown', reason: 'whether strangers can sign up is not known from the repository' };
}

;// CONCATENATED MODULE: ./lib/declarations/google-services/index.js


/** `google-services.json` and `GoogleService-Info.plist`: they name the Firebase project that the app talks to. */
const googleServices = {
    id: 'google-services',
    title: 'Firebase config of mobile apps',
    docs: [
        'https://firebase.google.com/docs/projects/learn-more#config-files-objects',
        'https://firebase.google.com/docs/projects/api-keys',
    ],
    claims: isGoogleServicesPath,
    accepts: isGoogleServices,
    read: async (files) => google_services_merge(await Promise.all(files.map(google_services_readFile))),
};
function google_services_merge(reads) {
    return {
        declarations: [],
        mentions: reads.flatMap((read) => read.mentions),
        problems: reads.flatMap((read) => read.problems),
    };
}
async function google_services_readFile(file) {
    const services = await readGoogleServices(file);
    const position = positionsOf(file.text);
    const placeOf = (fact) => ({
        origin: 'repo',
        path: file.path,
        locator: fact.locator,
        ...position(fact.at),
    });
    return { mentions: google_services_mentionsOf(services, placeOf), problems: problemsOf(services, file, position) };
}
function problemsOf({ problem }, file, position) {
    if (problem === undefined)
        return [];
    const reason = `The Firebase config is malformed: ${problem.reason}.`;
    return [{ kind: 'malformed', path: file.path, line: position(problem.at).line, reason }];
}
function google_services_mentionsOf(services, placeOf) {
    const project = services.project === undefined ? undefined : projectOf(services.project.value);
    const apiKey = services.apiKeys[0]?.value;
    const details = {
        ...(project === undefined ? {} : { project }),
        ...(apiKey === undefined ? {} : { apiKey }),
    };
    const mentions = [];
    const { databaseUrl, bucket } = services;
    const database = databaseUrl === undefined ? undefined : databaseOf(databaseUrl.value);
    if (databaseUrl !== undefined && database !== undefined) {
        const { instance, host, region } = database;
        mentions.push({
            type: 'backend',
            kind: 'firebase-database',
            name: instance,
            place: placeOf(databaseUrl),
            details: { ...details, host, region },
        });
    }
    const bucketName = bucket === undefined ? undefined : bucketOf(bucket.value);
    if (bucket !== undefined && bucketName !== undefined)
        mentions.push({ type: 'backend', kind: 'gcs', name: bucketName, place: placeOf(bucket), details });
    if (services.project !== undefined && project !== undefined)
        mentions.push({ type: 'backend', kind: 'firestore', name: project, place: placeOf(services.project), details });
    mentions.push(...services.apiKeys.flatMap((fact) => apiKeyOf(fact, project, placeOf)));
    return mentions;
}
function apiKeyOf(fact, project, placeOf) {
    if (!/^AIza[\w-]{35}$/.test(fact.value))
        return [];
    return [
        {
            type: 'credential',
            kind: 'google-api-key',
            secret: fact.value,
            ...(project === undefined ? {} : { subject: project }),
            grade: 'public',
            why: 'A Firebase API key only names the project; security rules and App Check decide about access.',
            place: placeOf(fact),
        },
    ];
}

// EXTERNAL MODULE: ./lib/shared/errors.js
var errors = __webpack_require__(2730);
;// CONCATENATED MODULE: ./lib/declarations/supabase/tree.js
/** Reads the parse trees of libpg-query, whose nodes are plain objects `{ NodeType: { field: … } }`. */
function isTree(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The object under a chain of fields; undefined if one of them is missing. */
function child(tree, ...path) {
    let at = tree;
    for (const field of path)
        at = isTree(at) ? at[field] : undefined;
    return isTree(at) ? at : undefined;
}
/** The text of a field; empty if there is none. */
function tree_text(tree, field) {
    const value = tree?.[field];
    return typeof value === 'string' ? value : '';
}
function flag(tree, field) {
    return tree?.[field] === true;
}
function list(tree, field) {
    const value = tree?.[field];
    return Array.isArray(value) ? value.filter(isTree) : [];
}
/** What lies at the same path in each of several nodes, where there is something. */
function children(nodes, ...path) {
    return nodes.flatMap((node) => {
        const found = child(node, ...path);
        return found === undefined ? [] : [found];
    });
}
/** Type and content of a node. */
function nodeOf(tree) {
    const [entry] = Object.entries(tree ?? {});
    if (entry === undefined)
        return ['', {}];
    const [type, content] = entry;
    return [type, isTree(content) ? content : {}];
}
/** The texts of a list of `String` nodes: the parts of a dotted name. */
function strings(nodes) {
    return nodes.flatMap((node) => {
        const value = child(node, 'String')?.sval;
        return typeof value === 'string' ? [value] : [];
    });
}
/** The parts of a name that stands as `List` of strings, as `TypeName`, or as one string. */
function nameParts(node) {
    const [type, content] = nodeOf(node);
    if (type === 'List')
        return strings(list(content, 'items'));
    if (type === 'TypeName')
        return strings(list(content, 'names'));
    if (type === 'ObjectWithArgs')
        return strings(list(content, 'objname'));
    return strings([node]);
}
/** The value of a constant; undefined for any other node. Casts of constants are looked through. */
function scalarOf(node) {
    const [type, content] = nodeOf(node);
    if (type === 'TypeCast')
        return scalarOf(child(content, 'arg'));
    if (type !== 'A_Const')
        return undefined;
    if (flag(content, 'isnull'))
        return null;
    if ('boolval' in content)
        return flag(child(content, 'boolval'), 'boolval');
    if ('sval' in content)
        return tree_text(child(content, 'sval'), 'sval');
    if ('ival' in content)
        return Number(child(content, 'ival')?.ival ?? 0);
    if ('fval' in content)
        return Number(tree_text(child(content, 'fval'), 'fval'));
    return undefined;
}
/** `schema` is empty where the statement leaves it to the search path. */
function relationName(range) {
    return { schema: tree_text(range, 'schemaname'), name: tree_text(range, 'relname') };
}
function qualifiedName(parts) {
    return { schema: parts.at(-2) ?? '', name: parts.at(-1) ?? '' };
}

;// CONCATENATED MODULE: ./lib/declarations/supabase/buckets.js

function isBuckets(node) {
    const { schema, name } = relationName(child(node, 'relation'));
    return schema === 'storage' && name === 'buckets';
}
/** `insert into storage.buckets (id, name, public) values (…)`, with what happens on a conflict. */
function applyBucketInsert(catalogue, node, source) {
    if (!isBuckets(node))
        return;
    const columns = list(node, 'cols').map((column) => tree_text(child(column, 'ResTarget'), 'name'));
    const query = child(node, 'selectStmt', 'SelectStmt');
    const rows = list(query, 'valuesLists').map((row) => list(child(row, 'List'), 'items'));
    const single = children(list(query, 'targetList'), 'ResTarget', 'val');
    const conflict = child(node, 'onConflictClause');
    for (const row of rows.length > 0 ? rows : [single]) {
        const cell = (column) => cellOf(row, columns, column);
        const id = cell('id') ?? cell('name');
        if (typeof id !== 'string')
            continue;
        const known = catalogue.buckets.get(id);
        if (known === undefined) {
            catalogue.buckets.set(id, { id, isPublic: visibility(cell('public'), columns.includes('public')), source });
        }
        else if (tree_text(conflict, 'action') === 'ONCONFLICT_UPDATE') {
            const assigned = assignedPublic(list(conflict, 'targetList'));
            if (assigned === undefined)
                continue;
            const value = assigned === 'excluded' ? cell('public') : assigned.value;
            known.isPublic = visibility(value, true);
            known.source = source;
        }
    }
}
/** Order of the columns in storage.buckets, for inserts that do not name them. */
const COLUMNS = ['id', 'name', 'owner', 'created_at', 'updated_at', 'public'];
function cellOf(row, columns, column) {
    const index = (columns.length === 0 ? COLUMNS : columns).indexOf(column);
    return index === -1 ? undefined : scalarOf(row[index]);
}
function visibility(value, given) {
    if (!given || value === null)
        return false;
    if (typeof value === 'boolean')
        return value;
    return value === undefined ? 'unknown' : ['t', 'true', 'on', 'yes', '1'].includes(String(value).toLowerCase());
}
/** What `public` is set to; `excluded` if it is `excluded.public`. */
function assignedPublic(targets) {
    const target = targets.map((entry) => child(entry, 'ResTarget')).find((entry) => tree_text(entry, 'name') === 'public');
    if (target === undefined)
        return undefined;
    const [type] = nodeOf(child(target, 'val'));
    return type === 'ColumnRef' ? 'excluded' : { value: scalarOf(child(target, 'val')) };
}
/** `update storage.buckets set public = … where id = …`; another condition than on the id may mean every bucket. */
function applyBucketUpdate(catalogue, node, source) {
    const assigned = isBuckets(node) ? assignedPublic(list(node, 'targetList')) : undefined;
    if (assigned === undefined || assigned === 'excluded')
        return;
    const where = child(node, 'whereClause');
    const ids = where === undefined ? [...catalogue.buckets.keys()] : idsIn(where);
    for (const id of ids ?? catalogue.buckets.keys()) {
        const bucket = catalogue.buckets.get(id) ?? { id, isPublic: false, source };
        catalogue.buckets.set(id, bucket);
        bucket.isPublic = ids === undefined ? 'unknown' : visibility(assigned.value, true);
        bucket.source = source;
    }
}
/** The bucket ids that a condition names, `id = 'a'` or `id in ('a', 'b')`; undefined if it is another one. */
function idsIn(where) {
    const expression = child(where, 'A_Expr');
    const column = list(child(expression, 'lexpr', 'ColumnRef'), 'fields').at(-1);
    const name = tree_text(child(column, 'String'), 'sval');
    if (name !== 'id' && name !== 'name')
        return undefined;
    const right = child(expression, 'rexpr');
    const values = [right ?? {}, ...list(child(right, 'List'), 'items')].map(scalarOf);
    const ids = values.filter((value) => typeof value === 'string');
    return ids.length === 0 ? undefined : ids;
}

;// CONCATENATED MODULE: ./lib/declarations/supabase/catalogue.js
const PRIVILEGES = ['select', 'insert', 'update', 'delete'];
const PUBLIC_ROLE = 'public';
const API_ROLES = ['anon', 'authenticated'];
/**
 * A new project: schemas open to the API's roles, Supabase's default privileges on what is made in `public`, and the storage
 * tables with row level security on. `exposes`: new tables are granted to the API's roles by default.
 */
function newCatalogue(exposes) {
    const catalogue = {
        searchPath: 'public',
        unsure: false,
        relations: new Map(),
        functions: new Map(),
        buckets: new Map(),
        defaults: [{ schema: '', object: 'function', role: PUBLIC_ROLE, privileges: ['execute'], grant: true }],
        usage: new Set(['public', 'graphql_public', 'storage', 'auth'].flatMap((schema) => API_ROLES.map((role) => `${schema} ${role}`))),
        memberships: new Map(),
        dynamic: [],
    };
    for (const role of API_ROLES) {
        catalogue.defaults.push({ schema: 'public', object: 'function', role, privileges: ['execute'], grant: true });
        if (exposes)
            catalogue.defaults.push({ schema: 'public', object: 'table', role, privileges: PRIVILEGES, grant: true });
    }
    for (const name of ['objects', 'buckets'])
        addStorageTable(catalogue, name);
    return catalogue;
}
function addStorageTable(catalogue, name) {
    const grants = API_ROLES.flatMap((role) => PRIVILEGES.map((privilege) => [`${role} ${privilege}`, { implicit: true }]));
    catalogue.relations.set(`storage.${name}`, {
        schema: 'storage',
        name,
        kind: 'table',
        source: { path: '', at: 0 },
        rls: 'on',
        grants: new Map(grants),
        policies: new Map(),
        invoker: false,
    });
}
function keyOf(catalogue, { schema, name }) {
    return `${schema === '' ? catalogue.searchPath : schema}.${name}`;
}
/** Makes a relation with what the default privileges of the moment grant on it; one that exists already stays. */
function addRelation(catalogue, made) {
    const key = keyOf(catalogue, made);
    const known = catalogue.relations.get(key);
    if (known !== undefined && made.kind !== 'view')
        return;
    const grants = known?.grants ?? new Map();
    const schema = key.slice(0, key.length - made.name.length - 1);
    if (known === undefined)
        for (const [role, privilege, grant] of defaultsFor(catalogue, schema, 'table'))
            grants.set(`${role} ${privilege}`, grant.implicit && catalogue.unsure ? { ...grant, unsure: true } : grant);
    catalogue.relations.set(key, { ...made, schema, rls: 'off', grants, policies: known?.policies ?? new Map() });
}
/** What the default privileges, applied in order, grant on a new object. */
function defaultsFor(catalogue, schema, object) {
    const granted = new Map();
    for (const entry of catalogue.defaults) {
        if (entry.object !== object || (entry.schema !== '' && entry.schema !== schema))
            continue;
        for (const privilege of entry.privileges) {
            // A default of one schema only adds to those of every schema, so it cannot take theirs back.
            const key = `${entry.schema} ${entry.role} ${privilege}`;
            const grant = {
                implicit: entry.source === undefined,
                ...(entry.source === undefined ? {} : { source: entry.source }),
            };
            if (entry.grant)
                granted.set(key, [entry.role, privilege, grant]);
            else
                granted.delete(key);
        }
    }
    return [...granted.values()];
}
/** A role with everything it is a member of, `public` included. */
function rolesOf(catalogue, role) {
    const roles = new Set([role, PUBLIC_ROLE]);
    for (const known of roles)
        for (const inherited of catalogue.memberships.get(known) ?? [])
            roles.add(inherited);
    return roles;
}
/** The grant by which a role may do this; an explicit one before one that Supabase makes by default. */
function grantFor(catalogue, grants, role, privilege) {
    const found = [...rolesOf(catalogue, role)].flatMap((known) => grants.get(`${known} ${privilege}`) ?? []);
    return found.find((grant) => !grant.implicit) ?? found[0];
}

;// CONCATENATED MODULE: ./lib/declarations/supabase/statements.js


/** Nested deeper, a text could exhaust the stack of the compiled parser. */
const MAX_NESTING = 300;
const statements_MAX_PROBLEMS = 20;
/** Loads PostgreSQL's own parser, compiled to WebAssembly. */
async function loadSqlParser() {
    const { loadModule, parseSync } = await __webpack_require__.e(/* import() */ 627).then(__webpack_require__.t.bind(__webpack_require__, 2627, 19));
    await loadModule();
    const trees = (sql) => list(parseSync(sql), 'stmts');
    return { parse: (sql) => parseSql(sql, trees) };
}
function parseSql(source, trees) {
    const { sql, unclosed } = withoutComments(withoutMetaCommands(source));
    const problems = unclosed === undefined ? [] : [{ at: unclosed, reason: 'a comment is not closed' }];
    if (nestingOf(sql) > MAX_NESTING)
        return { statements: [], problems: [{ at: 0, reason: 'nested too deeply' }] };
    try {
        return { statements: located(sql, trees(sql)), problems };
    }
    catch {
        const each = parseEach(sql, trees);
        return { statements: each.statements, problems: [...problems, ...each.problems] };
    }
}
/**
 * Blanks in place of comments. PostgreSQL's scanner takes time that grows with the square of a comment's length where slashes and stars
 * follow each other.
 */
function withoutComments(source) {
    const parts = [];
    let copied = 0;
    let position = 0;
    let unclosed;
    while (position < source.length) {
        const end = skipComment(source, position);
        if (end === position) {
            position = skipLexeme(source, position);
            continue;
        }
        if (end === source.length && source[position] === '/' && !source.endsWith('*/'))
            unclosed = position;
        parts.push(source.slice(copied, position), ' '.repeat(end - position));
        position = end;
        copied = end;
    }
    parts.push(source.slice(copied));
    return { sql: parts.join(''), ...(unclosed === undefined ? {} : { unclosed }) };
}
/** `\connect`, `\restrict` and the like of psql are no SQL; blanks of the same length take their place. */
function withoutMetaCommands(source) {
    if (!source.includes('\\'))
        return source;
    return source.replace(/^\\[^\r\n]*/gm, (line) => ' '.repeat(line.length));
}
function nestingOf(sql) {
    let depth = 0;
    let deepest = 0;
    for (let index = 0; index < sql.length; index++) {
        const code = sql.charCodeAt(index);
        if (code === 40 || code === 91)
            deepest = Math.max(deepest, ++depth);
        if (code === 41 || code === 93)
            depth = Math.max(0, depth - 1);
    }
    return deepest;
}
/** Statement offsets are UTF-8 bytes and ascend; one pass turns them into UTF-16. */
function located(sql, trees) {
    let index = 0;
    let bytes = 0;
    return trees.flatMap((entry) => {
        const start = Number(entry.stmt_location ?? 0);
        while (bytes < start && index < sql.length) {
            const code = sql.codePointAt(index) ?? 0;
            bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
            index += code < 0x10000 ? 1 : 2;
        }
        const tree = child(entry, 'stmt');
        return tree === undefined ? [] : [{ at: statements_skipBlank(sql, index), tree }];
    });
}
/** Statement by statement, so that one error does not hide the rest. */
function parseEach(sql, trees) {
    const statements = [];
    const problems = [];
    for (const { start, end } of splitStatements(sql)) {
        const at = statements_skipBlank(sql, start);
        if (at >= end)
            continue;
        try {
            for (const entry of trees(sql.slice(at, end))) {
                const tree = child(entry, 'stmt');
                if (tree !== undefined)
                    statements.push({ at, tree });
            }
        }
        catch (error) {
            if (problems.length < statements_MAX_PROBLEMS)
                problems.push({ at, reason: withoutQuotes((0,errors/* messageOf */.b)(error)) });
        }
    }
    return { statements, problems };
}
/** PostgreSQL quotes the text it stumbles over, which may be a secret. */
function withoutQuotes(message) {
    return message.replace(/"[^"]{0,1000}"?/g, '"…"').slice(0, 200);
}
const DOLLAR_TAG = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]{0,62})?\$/y;
/** Spans between semicolons that stand outside strings, quoted names and comments. */
function splitStatements(sql) {
    const spans = [];
    let start = 0;
    let position = 0;
    while (position < sql.length) {
        if (sql[position] === ';') {
            spans.push({ start, end: position });
            start = position + 1;
        }
        position = skipLexeme(sql, position);
    }
    if (start < sql.length)
        spans.push({ start, end: sql.length });
    return spans;
}
/** Offset behind the string, quoted name or comment that begins here, else behind the character. */
function skipLexeme(sql, at) {
    const character = sql[at];
    if (character === "'")
        return skipQuoted(sql, at, "'", /[eE]/.test(sql[at - 1] ?? ''));
    if (character === '"')
        return skipQuoted(sql, at, '"', false);
    if (character === '-' || character === '/')
        return Math.max(at + 1, skipComment(sql, at));
    if (character !== '$')
        return at + 1;
    DOLLAR_TAG.lastIndex = at;
    const tag = DOLLAR_TAG.exec(sql)?.[0];
    if (tag === undefined)
        return at + 1;
    const end = sql.indexOf(tag, at + tag.length);
    return end === -1 ? sql.length : end + tag.length;
}
/** A doubled quote ends one string and begins the next, which is the same to us. */
function skipQuoted(sql, at, quote, escapes) {
    for (let position = at + 1; position < sql.length; position++) {
        if (escapes && sql[position] === '\\')
            position++;
        else if (sql[position] === quote)
            return position + 1;
    }
    return sql.length;
}
/** Behind the comment that begins here; `at` itself if none does. Block comments nest in PostgreSQL. */
function skipComment(sql, at) {
    if (sql.startsWith('--', at)) {
        const end = sql.indexOf('\n', at);
        return end === -1 ? sql.length : end + 1;
    }
    if (!sql.startsWith('/*', at))
        return at;
    let depth = 0;
    for (let position = at; position < sql.length; position++) {
        if (sql.startsWith('/*', position))
            depth++;
        else if (sql.startsWith('*/', position))
            depth--;
        else
            continue;
        position++;
        if (depth === 0)
            return position + 1;
    }
    return sql.length;
}
function statements_skipBlank(sql, from) {
    let position = from;
    for (;;) {
        while (/\s/.test(sql[position] ?? ''))
            position++;
        if (sql[position] === ';') {
            position++;
            continue;
        }
        const next = skipComment(sql, position);
        if (next === position)
            return position;
        position = next;
    }
}

;// CONCATENATED MODULE: ./lib/declarations/supabase/dynamic.js


/** Where in a piece of PL/pgSQL a statement that touches access begins. */
const STATEMENT = /\b(?:create\s+(?:or\s+replace\s+)?(?:table|policy|view|function)|alter\s+(?:table|policy|view|default)|drop\s+(?:table|policy|view)|grant|revoke|insert\s+into\s+storage|update\s+storage)\b/i;
/** A literal that is executed as it stands: `execute 'alter table …'`. */
const EXECUTED_LITERAL = /\bexecute\s+'((?:[^']|''){1,10000})'\s*(?:;|$)/gi;
/**
 * The body of a `DO` block. Statements that stand in it are taken as executed, whatever the branch around them; one that is put together
 * at run time could change any table that has no row level security yet, so those become unknown.
 */
function applyDynamic(catalogue, body, source, parser) {
    const literals = [...body.matchAll(EXECUTED_LITERAL)].map(([, sql = '']) => sql.replaceAll("''", "'"));
    const rest = body.replace(EXECUTED_LITERAL, ';');
    const standing = splitStatements(rest).flatMap(({ start, end }) => {
        const piece = rest.slice(start, end);
        const found = /\bexecute\b/i.test(piece) ? null : STATEMENT.exec(piece);
        return found === null ? [] : [piece.slice(found.index)];
    });
    for (const sql of [...literals, ...standing])
        for (const { tree } of parser.parse(sql).statements)
            applyStatement(catalogue, tree, source, parser);
    if (/\bexecute\b/i.test(rest) && /row\s+level\s+security|policy|grant|revoke/i.test(rest))
        markUnknown(catalogue, rest, source);
}
function markUnknown(catalogue, body, source) {
    catalogue.dynamic.push(source);
    if (!/row\s+level\s+security/i.test(body))
        return;
    for (const relation of catalogue.relations.values())
        if (relation.kind === 'table' && relation.rls === 'off')
            relation.rls = 'unknown';
}

;// CONCATENATED MODULE: ./lib/declarations/supabase/grants.js



/** Names of roles; `PUBLIC` as `public`, the current user as nobody. */
function roleNames(nodes) {
    return nodes.flatMap((node) => {
        const role = child(node, 'RoleSpec');
        if (tree_text(role, 'roletype') === 'ROLESPEC_PUBLIC')
            return [PUBLIC_ROLE];
        const name = tree_text(role, 'rolename');
        return name === '' ? [] : [name];
    });
}
function isPrivilege(name) {
    return PRIVILEGES.some((privilege) => privilege === name);
}
/** What a statement grants of what matters here; no list means all. A grant on some columns counts for the table. */
function privilegesOf(node) {
    const named = list(node, 'privileges').map((privilege) => tree_text(child(privilege, 'AccessPriv'), 'priv_name'));
    return named.length === 0 ? [...PRIVILEGES, 'execute', 'usage'] : named;
}
/** Revoking columns leaves the grant on the others. */
function isPartialRevoke(node) {
    return (!flag(node, 'is_grant') &&
        list(node, 'privileges').some((privilege) => list(child(privilege, 'AccessPriv'), 'cols').length > 0));
}
function applyGrant(catalogue, node, source) {
    if (flag(node, 'grant_option') && !flag(node, 'is_grant'))
        return;
    switch (tree_text(node, 'objtype')) {
        case 'OBJECT_TABLE':
            grantTables(catalogue, node, source);
            break;
        case 'OBJECT_SCHEMA':
            grantSchemas(catalogue, node);
            break;
        case 'OBJECT_FUNCTION':
        case 'OBJECT_ROUTINE':
            grantFunctions(catalogue, node, source);
            break;
        default:
    }
}
function grantTables(catalogue, node, source) {
    if (isPartialRevoke(node))
        return;
    const objects = list(node, 'objects');
    const schemas = new Set(strings(objects));
    const relations = tree_text(node, 'targtype') === 'ACL_TARGET_ALL_IN_SCHEMA'
        ? [...catalogue.relations.values()].filter((relation) => schemas.has(relation.schema))
        : objects.flatMap((object) => catalogue.relations.get(keyOf(catalogue, relationName(child(object, 'RangeVar')))) ?? []);
    for (const relation of relations)
        for (const role of roleNames(list(node, 'grantees')))
            for (const privilege of privilegesOf(node).filter(isPrivilege))
                change(relation.grants, `${role} ${privilege}`, node, source);
}
function change(grants, key, node, source) {
    if (flag(node, 'is_grant'))
        grants.set(key, { source, implicit: false });
    else
        grants.delete(key);
}
function grantSchemas(catalogue, node) {
    if (!privilegesOf(node).includes('usage'))
        return;
    for (const schema of strings(list(node, 'objects')))
        for (const role of roleNames(list(node, 'grantees'))) {
            if (flag(node, 'is_grant'))
                catalogue.usage.add(`${schema} ${role}`);
            else
                catalogue.usage.delete(`${schema} ${role}`);
        }
}
function grantFunctions(catalogue, node, source) {
    const objects = list(node, 'objects');
    const schemas = new Set(strings(objects));
    const functions = tree_text(node, 'targtype') === 'ACL_TARGET_ALL_IN_SCHEMA'
        ? [...catalogue.functions.values()].filter((known) => schemas.has(known.schema))
        : objects.flatMap((object) => functionsNamed(catalogue, object, qualifiedName(nameParts(object))).map(([, known]) => known));
    if (!privilegesOf(node).includes('execute'))
        return;
    for (const known of functions)
        for (const role of roleNames(list(node, 'grantees')))
            change(known.callers, `${role} execute`, node, source);
}
/** `GRANT app_user TO anon` */
function applyRoleGrant(catalogue, node) {
    const granted = list(node, 'granted_roles').map((role) => tree_text(child(role, 'AccessPriv'), 'priv_name'));
    for (const member of roleNames(list(node, 'grantee_roles'))) {
        const roles = catalogue.memberships.get(member) ?? new Set();
        catalogue.memberships.set(member, roles);
        for (const role of granted) {
            if (flag(node, 'is_grant'))
                roles.add(role);
            else
                roles.delete(role);
        }
    }
}
function applyDefaultPrivileges(catalogue, node, source) {
    const action = child(node, 'action');
    const object = DEFAULT_OBJECTS[tree_text(action, 'objtype')];
    if (object === undefined)
        return;
    const schemas = list(node, 'options').flatMap((option) => {
        const element = child(option, 'DefElem');
        return tree_text(element, 'defname') === 'schemas' ? strings(list(child(element, 'arg', 'List'), 'items')) : [];
    });
    for (const schema of schemas.length === 0 ? [''] : schemas)
        for (const role of roleNames(list(action, 'grantees')))
            catalogue.defaults.push({
                schema,
                object,
                role,
                privileges: privilegesOf(action ?? {}).filter((privilege) => object === 'function' || isPrivilege(privilege)),
                grant: flag(action, 'is_grant'),
                source,
            });
}
const DEFAULT_OBJECTS = {
    OBJECT_TABLE: 'table',
    OBJECT_FUNCTION: 'function',
    OBJECT_ROUTINE: 'function',
};

;// CONCATENATED MODULE: ./lib/declarations/supabase/apply.js





/** Brings one statement's effect into the catalogue. What does not touch access is passed over. */
function applyStatement(catalogue, statement, source, parser) {
    const [type, node] = nodeOf(statement);
    switch (type) {
        case 'CreateStmt':
            addTable(catalogue, child(node, 'relation'), 'table', source);
            break;
        case 'CreateForeignTableStmt':
            addTable(catalogue, child(node, 'base', 'relation'), 'foreign table', source);
            break;
        case 'CreateTableAsStmt':
            addTableAs(catalogue, node, source);
            break;
        case 'ViewStmt':
            addView(catalogue, node, source);
            break;
        case 'AlterTableStmt':
            alterTable(catalogue, node, source);
            break;
        case 'AlterObjectSchemaStmt':
            moveRelation(catalogue, relationName(child(node, 'relation')), { schema: tree_text(node, 'newschema') });
            break;
        case 'RenameStmt':
            rename(catalogue, node);
            break;
        case 'DropStmt':
            drop(catalogue, node);
            break;
        case 'CreatePolicyStmt':
            createPolicy(catalogue, node, source);
            break;
        case 'AlterPolicyStmt':
            alterPolicy(catalogue, node, source);
            break;
        case 'GrantStmt':
            applyGrant(catalogue, node, source);
            break;
        case 'GrantRoleStmt':
            applyRoleGrant(catalogue, node);
            break;
        case 'AlterDefaultPrivilegesStmt':
            applyDefaultPrivileges(catalogue, node, source);
            break;
        case 'CreateFunctionStmt':
            createFunction(catalogue, node, source);
            break;
        case 'AlterFunctionStmt':
            alterFunction(catalogue, node);
            break;
        case 'InsertStmt':
            applyBucketInsert(catalogue, node, source);
            break;
        case 'UpdateStmt':
            applyBucketUpdate(catalogue, node, source);
            break;
        case 'VariableSetStmt':
            setVariable(catalogue, node);
            break;
        case 'DoStmt':
            applyDynamic(catalogue, bodyOf(list(node, 'args')), source, parser);
            break;
        default:
    }
}
function addTable(catalogue, range, kind, source) {
    if (range === undefined || tree_text(range, 'relpersistence') === 't')
        return;
    addRelation(catalogue, { ...relationName(range), kind, source, invoker: false });
}
function addTableAs(catalogue, node, source) {
    const kind = tree_text(node, 'objtype') === 'OBJECT_MATVIEW' ? 'materialized view' : 'table';
    const query = child(node, 'query');
    const range = child(node, 'into', 'rel');
    if (range === undefined || tree_text(range, 'relpersistence') === 't')
        return;
    addRelation(catalogue, {
        ...relationName(range),
        kind,
        source,
        invoker: false,
        ...(query === undefined ? {} : { query }),
    });
}
function addView(catalogue, node, source) {
    const query = child(node, 'query');
    const range = child(node, 'view');
    if (range === undefined || tree_text(range, 'relpersistence') === 't')
        return;
    const invoker = list(node, 'options').some(isInvoker);
    addRelation(catalogue, {
        ...relationName(range),
        kind: 'view',
        source,
        invoker,
        ...(query === undefined ? {} : { query }),
    });
}
/** `security_invoker`, `security_invoker = on` and the like. */
function isInvoker(option) {
    const element = child(option, 'DefElem');
    if (tree_text(element, 'defname') !== 'security_invoker')
        return false;
    const value = child(element, 'arg');
    if (value === undefined)
        return true;
    const [word = ''] = strings([value]);
    return (['on', 'true', 'yes', '1'].includes(word.toLowerCase()) ||
        flag(child(value, 'Boolean'), 'boolval') ||
        child(value, 'Integer')?.ival === 1);
}
function alterTable(catalogue, node, source) {
    const relation = catalogue.relations.get(keyOf(catalogue, relationName(child(node, 'relation'))));
    if (relation === undefined)
        return;
    for (const command of list(node, 'cmds')) {
        const change = child(command, 'AlterTableCmd');
        const options = list(child(change, 'def', 'List'), 'items');
        switch (tree_text(change, 'subtype')) {
            case 'AT_EnableRowSecurity':
                relation.rls = 'on';
                break;
            case 'AT_DisableRowSecurity':
                relation.rls = 'off';
                relation.source = source;
                break;
            case 'AT_SetRelOptions':
                if (options.some((option) => tree_text(child(option, 'DefElem'), 'defname') === 'security_invoker'))
                    relation.invoker = options.some(isInvoker);
                break;
            case 'AT_ResetRelOptions':
                if (options.some((option) => tree_text(child(option, 'DefElem'), 'defname') === 'security_invoker'))
                    relation.invoker = false;
                break;
            default:
        }
    }
}
function moveRelation(catalogue, from, to) {
    const relation = catalogue.relations.get(keyOf(catalogue, from));
    if (relation === undefined)
        return;
    catalogue.relations.delete(keyOf(catalogue, relation));
    const moved = { ...relation, ...to };
    catalogue.relations.set(keyOf(catalogue, moved), moved);
}
function rename(catalogue, node) {
    const newname = tree_text(node, 'newname');
    const range = relationName(child(node, 'relation'));
    switch (tree_text(node, 'renameType')) {
        case 'OBJECT_TABLE':
        case 'OBJECT_VIEW':
        case 'OBJECT_MATVIEW':
        case 'OBJECT_FOREIGN_TABLE':
            moveRelation(catalogue, range, { name: newname });
            break;
        case 'OBJECT_POLICY': {
            const policies = catalogue.relations.get(keyOf(catalogue, range))?.policies;
            const policy = policies?.get(tree_text(node, 'subname'));
            if (policy === undefined)
                return;
            policies?.delete(policy.name);
            policies?.set(newname, { ...policy, name: newname });
            return;
        }
        default:
    }
}
function drop(catalogue, node) {
    for (const object of list(node, 'objects')) {
        const parts = nameParts(object);
        switch (tree_text(node, 'removeType')) {
            case 'OBJECT_TABLE':
            case 'OBJECT_VIEW':
            case 'OBJECT_MATVIEW':
            case 'OBJECT_FOREIGN_TABLE':
                catalogue.relations.delete(keyOf(catalogue, qualifiedName(parts)));
                break;
            case 'OBJECT_POLICY':
                catalogue.relations
                    .get(keyOf(catalogue, qualifiedName(parts.slice(0, -1))))
                    ?.policies.delete(parts.at(-1) ?? '');
                break;
            case 'OBJECT_FUNCTION':
                dropFunction(catalogue, object, qualifiedName(parts));
                break;
            case 'OBJECT_SCHEMA':
                for (const [key, relation] of catalogue.relations)
                    if (relation.schema === parts[0])
                        catalogue.relations.delete(key);
                break;
            default:
        }
    }
}
function dropFunction(catalogue, object, name) {
    for (const [key] of functionsNamed(catalogue, object, name))
        catalogue.functions.delete(key);
}
/** The functions that `name(types)`, or `name` alone, stands for. */
function functionsNamed(catalogue, object, name) {
    const base = keyOf(catalogue, name);
    const withTypes = child(object, 'ObjectWithArgs');
    const signature = list(withTypes, 'objargs').map(typeText).join(',');
    return [...catalogue.functions].filter(([, known]) => keyOf(catalogue, known) === base && (flag(withTypes, 'args_unspecified') || known.signature === signature));
}
function typeText(node) {
    const type = child(node, 'TypeName') ?? node;
    return `${strings(list(type, 'names')).at(-1) ?? ''}${list(type, 'arrayBounds').length > 0 ? '[]' : ''}`;
}
function createPolicy(catalogue, node, source) {
    const relation = catalogue.relations.get(keyOf(catalogue, relationName(child(node, 'table'))));
    const name = tree_text(node, 'policy_name');
    if (relation === undefined)
        return;
    relation.policies.set(name, {
        name,
        command: commandOf(tree_text(node, 'cmd_name')),
        permissive: flag(node, 'permissive'),
        roles: policyRoles(list(node, 'roles')),
        ...expressions(node),
        source,
    });
}
function commandOf(name) {
    return name === 'select' || name === 'insert' || name === 'update' || name === 'delete' ? name : 'all';
}
/** Without a `TO` clause a policy is for everybody. */
function policyRoles(nodes) {
    return nodes.length === 0 ? [PUBLIC_ROLE] : roleNames(nodes);
}
function expressions(node) {
    const using = child(node, 'qual');
    const check = child(node, 'with_check');
    return { ...(using === undefined ? {} : { using }), ...(check === undefined ? {} : { check }) };
}
function alterPolicy(catalogue, node, source) {
    const policies = catalogue.relations.get(keyOf(catalogue, relationName(child(node, 'table'))))?.policies;
    const policy = policies?.get(tree_text(node, 'policy_name'));
    if (policy === undefined)
        return;
    const roles = list(node, 'roles');
    policies?.set(policy.name, {
        ...policy,
        ...(roles.length === 0 ? {} : { roles: roleNames(roles) }),
        ...expressions(node),
        source,
    });
}
function createFunction(catalogue, node, source) {
    if (flag(node, 'is_procedure'))
        return;
    const { schema, name } = qualifiedName(strings(list(node, 'funcname')));
    const own = schema === '' ? catalogue.searchPath : schema;
    const parameters = children(list(node, 'parameters'), 'FunctionParameter');
    const inputs = parameters.filter((parameter) => !['FUNC_PARAM_OUT', 'FUNC_PARAM_TABLE'].includes(tree_text(parameter, 'mode')));
    const signature = inputs.map((parameter) => typeText(child(parameter, 'argType') ?? {})).join(',');
    const options = children(list(node, 'options'), 'DefElem');
    const option = (wanted) => options.find((element) => tree_text(element, 'defname') === wanted);
    const key = `${own}.${name}(${signature})`;
    const callers = catalogue.functions.get(key)?.callers ?? new Map();
    if (!catalogue.functions.has(key))
        for (const [role, privilege, grant] of defaultsFor(catalogue, own, 'function'))
            callers.set(`${role} ${privilege}`, grant);
    catalogue.functions.set(key, {
        schema: own,
        name,
        source,
        signature,
        parameters: inputs.map((parameter) => tree_text(parameter, 'name')),
        language: strings([child(option('language'), 'arg') ?? {}])[0] ?? '',
        body: bodyOf(list(node, 'options')),
        definer: flag(child(option('security'), 'arg', 'Boolean'), 'boolval'),
        returnsTrigger: /^(?:event_)?trigger$/.test(typeText(child(node, 'returnType') ?? {})),
        callers,
    });
}
function alterFunction(catalogue, node) {
    const object = { ObjectWithArgs: child(node, 'func') ?? {} };
    for (const action of list(node, 'actions')) {
        const element = child(action, 'DefElem');
        if (tree_text(element, 'defname') !== 'security')
            continue;
        const definer = flag(child(element, 'arg', 'Boolean'), 'boolval');
        for (const [, known] of functionsNamed(catalogue, object, qualifiedName(nameParts(object))))
            known.definer = definer;
    }
}
/** The text between the quotes after `AS` or `DO`. */
function bodyOf(options) {
    const body = options.map((option) => child(option, 'DefElem')).find((element) => tree_text(element, 'defname') === 'as');
    const node = child(body, 'arg');
    return strings(node === undefined ? [] : [node, ...list(child(node, 'List'), 'items')])[0] ?? '';
}
function setVariable(catalogue, node) {
    if (tree_text(node, 'name') !== 'search_path')
        return;
    const schemas = list(node, 'args').map((value) => tree_text(child(value, 'A_Const', 'sval'), 'sval'));
    const [first] = schemas.filter((schema) => schema !== '' && schema !== '$user');
    catalogue.searchPath = first ?? 'public';
}

;// CONCATENATED MODULE: ./lib/declarations/supabase/config.js
const DEFAULT_SCHEMAS = ['public', 'graphql_public'];
const NO_CONFIG = {
    schemas: DEFAULT_SCHEMAS,
    exposes: undefined,
    signUp: { state: 'unknown', reason: 'whether strangers can sign up is not known from the repository' },
    buckets: [],
};
function tableIn(value, key) {
    const inner = typeof value === 'object' && value !== null ? value[key] : undefined;
    return typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? inner : {};
}
/** Never throws: a broken file is a problem and the defaults hold. */
async function readConfig(file) {
    const { parse, TomlError } = await __webpack_require__.e(/* import() */ 292).then(__webpack_require__.bind(__webpack_require__, 3292));
    try {
        return configOf(parse(file.text), file);
    }
    catch (error) {
        const line = error instanceof TomlError ? error.line : 1;
        return { ...NO_CONFIG, problem: { line, reason: 'The Supabase config is not well-formed TOML.' } };
    }
}
function configOf(root, file) {
    const api = tableIn(root, 'api');
    const schemas = Array.isArray(api.schemas) ? api.schemas.filter((name) => typeof name === 'string') : DEFAULT_SCHEMAS;
    const exposes = api.auto_expose_new_tables;
    const buckets = Object.entries(tableIn(tableIn(root, 'storage'), 'buckets')).map(([id, bucket]) => ({
        id,
        isPublic: typeof bucket === 'object' && bucket !== null && bucket.public === true,
        at: Math.max(0, file.text.search(new RegExp(`^\\[storage\\.buckets\\."?${escapePattern(id)}"?\\]`, 'm'))),
    }));
    return {
        schemas,
        exposes: typeof exposes === 'boolean' ? exposes : undefined,
        signUp: config_signUpOf(tableIn(root, 'auth'), file.path),
        buckets,
    };
}
function escapePattern(text) {
    return text.replace(/[^\w]/g, '\\$&');
}
function config_signUpOf(auth, path) {
    if (auth.enable_anonymous_sign_ins === true && auth.enable_signup !== false)
        return { state: 'open', reason: `${path} turns on anonymous sign-ins` };
    if (auth.enable_signup === false)
        return { state: 'closed', reason: `${path} turns sign-up off` };
    if (auth.enable_signup === true)
        return { state: 'open', reason: `${path} lets strangers sign up` };
    return { state: 'unknown', reason: 'strangers can sign up by default' };
}
const ENV_URL = /^\s{0,20}(?:export\s{1,10})?\w{0,40}SUPABASE_URL\s{0,10}=\s{0,10}["']?https:\/\/([a-z]{20})\.supabase\.(?:co|in)\b/m;
/** The project ref that an environment file names. */
function projectRefIn(text) {
    return ENV_URL.exec(text)?.[1];
}

;// CONCATENATED MODULE: ./lib/declarations/supabase/condition.js

const condition_NULL = { type: 'const', value: null };
const condition_TRUE = { type: 'const', value: true };
const condition_FALSE = { type: 'const', value: false };
const condition_MAX_DEPTH = 150;
function unknown(...origins) {
    return { type: 'unknown', origins, nullable: true };
}
function present(...origins) {
    return { type: 'unknown', origins, nullable: false };
}
function isNull(value) {
    return value.type === 'const' && value.value === null;
}
function isTrue(value) {
    return value.type === 'const' && (value.value === true || value.value === 't' || value.value === 'true');
}
/** False or null: a policy lets no row through. */
function denies(value) {
    return value.type === 'const' && !isTrue(value);
}
function condition_boolean(value) {
    return value ? condition_TRUE : condition_FALSE;
}
/** What a result hangs on that cannot be worked out from these values. */
function depends(...values) {
    const origins = new Set();
    for (const value of values) {
        if (value.type === 'unknown')
            for (const origin of value.origins)
                origins.add(origin);
        if (value.type === 'own')
            origins.add('owner');
        if (value.type === 'claims')
            origins.add('account');
    }
    return unknown(...(origins.size === 0 ? ['undecided'] : origins));
}
/** The value of an expression for a caller, in SQL's own three-valued logic where it is known. Never throws. */
function evaluateSql(node, environment) {
    if (node === undefined)
        return condition_NULL;
    if (environment.depth >= condition_MAX_DEPTH || environment.budget.steps <= 0)
        return unknown('undecided');
    environment.budget.steps--;
    const deeper = { ...environment, depth: environment.depth + 1 };
    const raw = (part) => evaluateSql(part, deeper);
    const inner = (part) => settle(raw(part), environment.caller);
    const [type, content] = nodeOf(node);
    switch (type) {
        case 'A_Const': {
            const value = scalarOf(node);
            return value === undefined ? unknown('undecided') : { type: 'const', value };
        }
        case 'BoolExpr':
            return boolExpression(tree_text(content, 'boolop'), list(content, 'args').map(inner));
        case 'A_Expr':
            return ACCESSORS.includes(operatorName(content))
                ? member(operatorName(content), raw(child(content, 'lexpr')), inner(child(content, 'rexpr')), environment.caller)
                : operator(content, inner);
        case 'NullTest':
            return nullTest(inner(child(content, 'arg')), tree_text(content, 'nulltesttype') === 'IS_NULL');
        case 'BooleanTest':
            return booleanTest(inner(child(content, 'arg')), tree_text(content, 'booltesttype'));
        case 'TypeCast':
        case 'CollateClause':
            return raw(child(content, 'arg'));
        case 'ColumnRef':
            return environment.column(strings(list(content, 'fields')));
        case 'FuncCall':
            return condition_call(content, deeper);
        case 'SubLink':
            return subquery(content, deeper);
        case 'SQLValueFunction':
            return valueFunction(tree_text(content, 'op'), environment.caller);
        case 'CoalesceExpr':
            return coalesce(list(content, 'args').map(inner));
        case 'CaseExpr':
            return caseOf(content, inner);
        case 'A_ArrayExpr':
            return depends(...list(content, 'elements').map(inner));
        case 'A_Indirection':
            return indirection(inner(child(content, 'arg')));
        case 'List':
            return depends(...list(content, 'items').map(inner));
        default:
            return unknown('undecided');
    }
}
function indirection(value) {
    return isNull(value) ? condition_NULL : depends(value);
}
function boolExpression(kind, values) {
    const open = values.filter((value) => value.type !== 'const');
    if (kind === 'NOT_EXPR') {
        const [value = condition_NULL] = values;
        if (isNull(value))
            return condition_NULL;
        return value.type === 'const' ? condition_boolean(!isTrue(value)) : value;
    }
    const and = kind === 'AND_EXPR';
    const decisive = values.find((value) => value.type === 'const' && !isNull(value) && isTrue(value) !== and);
    if (decisive !== undefined)
        return condition_boolean(!and);
    // `null and x` is null or false, `null or x` is true only if x is.
    if (values.some(isNull))
        return and || open.length === 0 ? condition_NULL : depends(...open);
    return open.length === 0 ? condition_boolean(and) : depends(...open);
}
function nullTest(value, wantsNull) {
    if (value.type === 'const')
        return condition_boolean((value.value === null) === wantsNull);
    if (value.type === 'own' || (value.type === 'unknown' && !value.nullable))
        return condition_boolean(!wantsNull);
    return depends(value);
}
function booleanTest(value, test) {
    if (value.type !== 'const')
        return depends(value);
    if (test.endsWith('UNKNOWN'))
        return condition_boolean(isNull(value) === (test === 'IS_UNKNOWN'));
    const wanted = test.endsWith('TRUE');
    const matches = !isNull(value) && isTrue(value) === wanted;
    return condition_boolean(test.startsWith('IS_NOT') ? !matches : matches);
}
function operatorName(content) {
    return strings(list(content, 'name')).at(-1) ?? '';
}
function operator(content, inner) {
    const name = operatorName(content);
    const left = inner(child(content, 'lexpr'));
    const right = child(content, 'rexpr');
    switch (tree_text(content, 'kind')) {
        case 'AEXPR_IN':
            return inList(left, list(child(right, 'List'), 'items').map(inner), name === '<>');
        case 'AEXPR_OP_ANY':
            return isNull(left) ? condition_NULL : inList(left, elementsOf(right).map(inner), false);
        case 'AEXPR_DISTINCT':
        case 'AEXPR_NOT_DISTINCT': {
            const same = sameness(left, inner(right));
            const wantsSame = tree_text(content, 'kind') === 'AEXPR_NOT_DISTINCT';
            return same === undefined ? depends(left, inner(right)) : condition_boolean(same === wantsSame);
        }
        case 'AEXPR_OP':
            return condition_binary(name, left, inner(right));
        default:
            return isNull(left) ? condition_NULL : depends(left, inner(right));
    }
}
function elementsOf(node) {
    const elements = list(child(node, 'A_ArrayExpr'), 'elements');
    return elements.length > 0 || node === undefined ? elements : [node];
}
function inList(left, items, negated) {
    const results = items.map((item) => condition_binary('=', left, item));
    const found = boolExpression('OR_EXPR', results);
    return negated ? boolExpression('NOT_EXPR', [found]) : found;
}
/** True or false where both sides are known well enough. */
function sameness(left, right) {
    if (left.type === 'const' && right.type === 'const')
        return String(left.value) === String(right.value);
    if (left.type === 'own' && right.type === 'own')
        return true;
    const ownAndConst = (one, other) => one.type === 'own' && other.type === 'const';
    return ownAndConst(left, right) || ownAndConst(right, left) ? false : undefined;
}
function condition_binary(name, left, right) {
    if (isNull(left) || isNull(right))
        return condition_NULL;
    if (name === '=' || name === '<>' || name === '!=') {
        const same = sameness(left, right);
        return same === undefined ? depends(left, right) : condition_boolean(same === (name === '='));
    }
    if (left.type === 'const' &&
        right.type === 'const' &&
        typeof left.value === 'number' &&
        typeof right.value === 'number')
        return ordering(name, left.value, right.value);
    return depends(left, right);
}
function ordering(name, left, right) {
    if (name === '<')
        return condition_boolean(left < right);
    if (name === '<=')
        return condition_boolean(left <= right);
    if (name === '>')
        return condition_boolean(left > right);
    return name === '>=' ? condition_boolean(left >= right) : unknown('undecided');
}
/** Operators that reach into JSON; those that end in `>>` give text. */
const ACCESSORS = ['->', '->>', '#>', '#>>'];
function member(name, object, key, caller) {
    if (isNull(object) || isNull(key))
        return condition_NULL;
    if (object.type !== 'claims' || key.type !== 'const')
        return depends(object, key);
    const path = [...object.path, ...String(key.value).replace(/[{}]/g, '').split(',')];
    return name.endsWith('>>') ? claim(path, caller) : { type: 'claims', path };
}
/** A part of the token that is used as it is becomes what it holds. */
function settle(value, caller) {
    return value.type === 'claims' ? claim(value.path, caller) : value;
}
/**
 * One claim of the caller's token (supabase.com/docs/guides/auth/jwt-fields). A user edits `user_metadata` at will; `app_metadata` is
 * written by the server alone, and beside the sign-in method a fresh account has none.
 */
function claim(path, caller) {
    const [first, second] = path;
    if (first === 'role')
        return { type: 'const', value: caller.role };
    if (caller.role === 'anon')
        return first === 'iss' || first === 'exp' || first === 'ref' ? present('account') : condition_NULL;
    if (first === 'sub')
        return { type: 'own' };
    if (first === 'is_anonymous')
        return condition_boolean(caller.anonymous);
    if (first === 'aal')
        return { type: 'const', value: 'aal1' };
    if (first === 'app_metadata')
        return second === 'provider' || second === 'providers' ? present('account') : condition_NULL;
    if (first === 'user_metadata')
        return unknown('self');
    if (first === 'email' || first === 'phone')
        return unknown('account');
    return first === undefined || ['aud', 'iss', 'exp', 'iat', 'session_id', 'amr'].includes(first)
        ? present('account')
        : condition_NULL;
}
function condition_call(content, environment) {
    const parts = strings(list(content, 'funcname'));
    const name = parts.join('.');
    const { caller } = environment;
    const parameters = list(content, 'args').map((parameter) => settle(evaluateSql(parameter, environment), caller));
    const anonymous = caller.role === 'anon';
    switch (name) {
        case 'auth.uid':
            return anonymous ? condition_NULL : { type: 'own' };
        case 'auth.role':
            return { type: 'const', value: caller.role };
        case 'auth.email':
            return anonymous || caller.anonymous ? condition_NULL : unknown('account');
        case 'auth.jwt':
            return { type: 'claims', path: [] };
        case 'current_setting':
        case 'pg_catalog.current_setting':
            return setting(parameters[0]);
        case 'lower':
        case 'upper':
        case 'trim':
        case 'btrim':
            return parameters[0] ?? condition_NULL;
        default:
            return declared(name, parameters, environment);
    }
}
function setting(name) {
    const text = name?.type === 'const' ? String(name.value) : '';
    if (text === 'request.jwt.claims')
        return { type: 'claims', path: [] };
    if (text.startsWith('request.jwt.claim.'))
        return { type: 'claims', path: [text.slice('request.jwt.claim.'.length)] };
    return unknown('undecided');
}
/** A function of the project: its query if that is known, else something that hangs on the data it looks at. */
function declared(name, parameters, environment) {
    const inlined = environment.inline(name, parameters);
    if (inlined === undefined) {
        const known = parameters.filter((value) => value.type !== 'const');
        return depends(...known, unknown('record'));
    }
    const column = (path) => inlined.column(path) ?? unknown('record');
    return rowsOf(inlined.query, { ...environment, column });
}
function valueFunction(op, caller) {
    return /_(?:ROLE|USER)$/.test(op) ? { type: 'const', value: caller.role } : unknown('undecided');
}
function coalesce(values) {
    const rest = values.filter((value) => !isNull(value));
    const [first = condition_NULL] = rest;
    const sure = first.type === 'const' || first.type === 'own' || (first.type === 'unknown' && !first.nullable);
    return sure ? first : depends(...rest);
}
function caseOf(content, inner) {
    const argument = child(content, 'arg');
    const open = [];
    for (const branch of children(list(content, 'args'), 'CaseWhen')) {
        const test = inner(child(branch, 'expr'));
        const holds = argument === undefined ? test : condition_binary('=', inner(argument), test);
        if (denies(holds))
            continue;
        const result = inner(child(branch, 'result'));
        if (isTrue(holds))
            return open.length === 0 ? result : condition_merge([...open, result]);
        open.push(holds, result);
    }
    const otherwise = inner(child(content, 'defresult'));
    return open.length === 0 ? otherwise : condition_merge([...open, otherwise]);
}
function condition_merge(values) {
    return depends(...values.filter((value) => value.type !== 'const'));
}
/** `exists (…)`, `(select …)`, `x in (select …)` */
function subquery(content, environment) {
    const query = child(content, 'subselect', 'SelectStmt');
    if (query === undefined)
        return unknown('undecided');
    const kind = tree_text(content, 'subLinkType');
    if (kind === 'EXPR_SUBLINK')
        return rowsOf(query, environment);
    const from = list(query, 'fromClause').length > 0;
    const where = whereOf(query, environment);
    if (denies(where))
        return condition_FALSE;
    if (kind === 'EXISTS_SUBLINK')
        return from ? depends(where, unknown('record')) : where;
    if (kind !== 'ANY_SUBLINK')
        return unknown('record');
    const tested = settle(evaluateSql(child(content, 'testexpr'), environment), environment.caller);
    if (isNull(tested))
        return condition_NULL;
    return depends(tested, rowsOf(query, environment), unknown('record'));
}
function whereOf(query, environment) {
    const where = child(query, 'whereClause');
    const from = list(query, 'fromClause').length > 0;
    if (where === undefined)
        return condition_TRUE;
    return evaluateSql(where, from ? { ...environment, column: rowColumn(environment) } : environment);
}
/** Columns within a subquery are columns of its tables, unless the outside knows the name better. */
function rowColumn(environment) {
    return (path) => {
        const outer = environment.column(path);
        return outer.type === 'unknown' ? unknown('record') : outer;
    };
}
/** The one value of a query: null if no row can match, unknown if it comes out of a table. */
function rowsOf(query, environment) {
    const [target] = children(list(query, 'targetList'), 'ResTarget', 'val');
    if (list(query, 'fromClause').length === 0) {
        const where = whereOf(query, environment);
        if (denies(where))
            return condition_NULL;
        return evaluateSql(target, environment);
    }
    if (denies(whereOf(query, environment)))
        return aggregates(target) ? unknown('record') : condition_NULL;
    return depends(whereOf(query, environment), unknown('record'));
}
/** An aggregate gives a row even where none matches. */
function aggregates(target) {
    return target !== undefined && nodeOf(target)[0] !== 'ColumnRef' && nodeOf(target)[0] !== 'A_Const';
}

;// CONCATENATED MODULE: ./lib/declarations/supabase/access.js



/** Callers of a role: a fresh account may come from an anonymous sign-in or not. */
function callersOf(role) {
    if (role === 'anon')
        return [{ role, anonymous: false }];
    return [
        { role, anonymous: false },
        { role, anonymous: true },
    ];
}
function audienceOf(role) {
    return role === 'anon' ? 'anyone' : 'any-account';
}
const access_MAX_STEPS = 5_000;
const MAX_INLINING = 8;
function environmentFor(judging, caller, bindings, origin) {
    let inlinings = 0;
    const inline = (name, parameters) => {
        const declared = functionNamed(judging.catalogue, name, parameters.length);
        const query = declared === undefined || inlinings >= MAX_INLINING ? undefined : judging.queryOf(declared);
        if (declared === undefined || query === undefined)
            return undefined;
        inlinings++;
        return {
            query,
            column: (path) => {
                const index = declared.parameters.indexOf(path.at(-1) ?? '');
                return index === -1 ? undefined : parameters[index];
            },
        };
    };
    return {
        caller,
        column: (path) => bindings[path.at(-1) ?? ''] ?? unknown(origin),
        inline,
        budget: { steps: access_MAX_STEPS },
        depth: 0,
    };
}
function functionNamed(catalogue, name, arity) {
    const [schema, plain] = name.includes('.') ? name.split('.') : ['', name];
    const base = keyOf(catalogue, { schema: schema ?? '', name: plain ?? '' });
    return [...catalogue.functions.values()].find((known) => `${known.schema}.${known.name}` === base && known.parameters.length === arity);
}
const access_RANK = { closed: 0, conditional: 1, unknown: 2, open: 3 };
/** True if whoever has `verdict` has no less than with `other`. */
function access_isAsWide(verdict, other) {
    return access_RANK[verdict.state] >= access_RANK[other.state];
}
function access_widest(verdicts, otherwise) {
    return verdicts.reduce((best, next) => (access_RANK[next.state] > access_RANK[best.state] ? next : best), otherwise);
}
/** All have to let the row through. */
function access_narrowest(verdicts) {
    const [first] = verdicts;
    const closed = verdicts.find((verdict) => verdict.state === 'closed');
    if (closed !== undefined)
        return closed;
    const pending = verdicts.filter((verdict) => verdict.state !== 'open');
    const [one] = pending;
    if (one === undefined)
        return first;
    const state = pending.some((verdict) => verdict.state === 'unknown') ? 'unknown' : 'conditional';
    return { ...one, state, origins: [...new Set(pending.flatMap((verdict) => verdict.origins))] };
}
function access_verdictOf(value, source, because) {
    if (isTrue(value))
        return { state: 'open', origins: [], source, because };
    if (denies(value))
        return { state: 'closed', origins: [], source, because };
    const origins = value.type === 'unknown' ? value.origins : ['owner'];
    // What an account says of itself it can say at will.
    if (origins.every((origin) => origin === 'self'))
        return { state: 'open', origins, source, because };
    return { state: origins.includes('undecided') ? 'unknown' : 'conditional', origins, source, because };
}
/** Whether a role of the API may do this with a table or view, rows included. */
function judgeRelation(judging, relation, role, privilege, bindings = {}, depth = 0) {
    const { catalogue } = judging;
    const grant = grantFor(catalogue, relation.grants, role, privilege);
    const closed = (because) => ({ state: 'closed', origins: [], source: relation.source, because });
    if (!mayUse(catalogue, relation.schema, role))
        return closed(`${role} may not use the schema ${relation.schema}`);
    if (grant === undefined)
        return closed(`${role} is not granted ${privilege}`);
    return ifGranted(grant, judgeGranted(judging, relation, role, privilege, bindings, grant, depth));
}
/** A grant that Supabase makes by default in some projects only leaves open what it would open. */
function ifGranted(grant, verdict) {
    if (grant.unsure !== true || verdict.state === 'closed')
        return verdict;
    const because = `${verdict.because}, but no statement grants access, and projects made since 2026-05-30 grant none by default`;
    return { ...verdict, state: 'unknown', because };
}
function judgeGranted(judging, relation, role, privilege, bindings, grant, depth) {
    const { source, kind } = relation;
    if (kind === 'table')
        return judgeRows(judging, relation, role, privilege, bindings, grant);
    if (kind === 'view')
        return judgeView(judging, relation, role, privilege, grant, depth);
    if (privilege !== 'select')
        return { state: 'closed', origins: [], source, because: `a ${kind} is not written through the API` };
    return { state: 'open', origins: [], source, because: `a ${kind} has no row level security` };
}
function mayUse(catalogue, schema, role) {
    return [...rolesOf(catalogue, role)].some((known) => catalogue.usage.has(`${schema} ${known}`));
}
function judgeRows(judging, relation, role, privilege, bindings, grant) {
    const { source } = relation;
    const given = grant.implicit ? 'Supabase’s default privileges let' : 'a grant lets';
    if (relation.rls === 'off')
        return { state: 'open', origins: [], source, because: `row level security is off and ${given} ${role} in` };
    if (relation.rls === 'unknown')
        return {
            state: 'unknown',
            origins: ['undecided'],
            source,
            because: 'a statement built at run time may switch its row level security on',
        };
    const verdicts = callersOf(role).map((caller) => judgePolicies(judging, relation, caller, privilege, bindings));
    return access_widest(verdicts, verdicts[0] ?? { state: 'closed', origins: [], source, because: 'no policy' });
}
/**
 * PostgreSQL's own combination: one permissive policy and every restrictive one. To change or erase the rows that a filter names,
 * they must be visible too (postgresql.org/docs/current/ddl-rowsecurity.html), and the API always filters.
 */
function judgePolicies(judging, relation, caller, privilege, bindings) {
    const own = forCommand(judging, relation, caller, privilege, bindings);
    if (privilege === 'select' || privilege === 'insert')
        return own;
    return access_narrowest([own, forCommand(judging, relation, caller, 'select', bindings)]);
}
function forCommand(judging, relation, caller, privilege, bindings) {
    const roles = rolesOf(judging.catalogue, caller.role);
    const applying = [...relation.policies.values()].filter((policy) => (policy.command === privilege || policy.command === 'all') && policy.roles.some((role) => roles.has(role)));
    const judge = (policy) => judgePolicy(judging, policy, caller, privilege, bindings);
    const permissive = applying.filter((policy) => policy.permissive).map(judge);
    const none = {
        state: 'closed',
        origins: [],
        source: relation.source,
        because: `row level security is on and no policy lets ${caller.role} ${privilege}`,
    };
    const restrictive = applying.filter((policy) => !policy.permissive).map(judge);
    return access_narrowest([access_widest(permissive, permissive[0] ?? none), ...restrictive]);
}
function judgePolicy(judging, policy, caller, privilege, bindings) {
    const because = `the policy “${policy.name.slice(0, 80)}”`;
    const evaluate = (expression, origin) => expression === undefined
        ? access_verdictOf({ type: 'const', value: true }, policy.source, because)
        : access_verdictOf(evaluateSql(expression, environmentFor(judging, caller, bindings, origin)), policy.source, because);
    const check = policy.check ?? policy.using;
    if (privilege === 'insert')
        return evaluate(check, 'sent');
    if (privilege !== 'update')
        return evaluate(policy.using, 'record');
    return access_narrowest([evaluate(policy.using, 'record'), evaluate(check, 'sent')]);
}
/** A view shows what its owner sees, past all row level security, unless it is an invoker's. */
function judgeView(judging, view, role, privilege, grant, depth) {
    const { source } = view;
    const query = child(view.query, 'SelectStmt');
    const because = grant.implicit
        ? `the view runs with its owner’s rights and Supabase’s default privileges let ${role} in`
        : `the view runs with its owner’s rights and a grant lets ${role} in`;
    const undecided = {
        state: 'unknown',
        origins: ['undecided'],
        source,
        because: 'a view that is not understood',
    };
    if (query === undefined || depth > 8)
        return undecided;
    const tables = tablesIn(query);
    if (privilege !== 'select' && !isUpdatable(query))
        return { state: 'closed', origins: [], source, because: 'the view is not updatable' };
    const where = callersOf(role).map((caller) => access_verdictOf(access_whereOf(judging, query, caller), source, because));
    const shown = access_widest(where, where[0] ?? undecided);
    if (!view.invoker)
        return shown;
    const below = tables.map((name) => {
        const relation = judging.catalogue.relations.get(keyOf(judging.catalogue, name));
        return relation === undefined ? undecided : judgeRelation(judging, relation, role, privilege, {}, depth + 1);
    });
    return access_narrowest([shown, ...below]);
}
function access_whereOf(judging, query, caller) {
    const where = child(query, 'whereClause');
    if (where === undefined)
        return { type: 'const', value: true };
    return evaluateSql(where, environmentFor(judging, caller, {}, 'record'));
}
/** The tables and views of a FROM clause, joins and subqueries in it included. */
function tablesIn(query) {
    const found = [];
    const own = new Set(list(child(query, 'withClause'), 'ctes').map((cte) => String(child(cte, 'CommonTableExpr')?.ctename)));
    const visit = (value, depth) => {
        if (typeof value !== 'object' || value === null || depth > 200 || found.length > 200)
            return;
        for (const [key, part] of Object.entries(value)) {
            if (key !== 'RangeVar')
                visit(part, depth + 1);
            else {
                const name = relationName(part);
                if (name.schema !== '' || !own.has(name.name))
                    found.push(name);
            }
        }
    };
    visit(query, 0);
    return found;
}
/** postgresql.org/docs/current/sql-createview.html#SQL-CREATEVIEW-UPDATABLE-VIEWS */
function isUpdatable(query) {
    const from = list(query, 'fromClause');
    const [only] = from;
    const plain = [
        'groupClause',
        'havingClause',
        'distinctClause',
        'limitCount',
        'limitOffset',
        'withClause',
        'windowClause',
    ];
    return (from.length === 1 &&
        child(only, 'RangeVar') !== undefined &&
        plain.every((field) => query[field] === undefined) &&
        !hasAggregate(query) &&
        query.op === 'SETOP_NONE');
}
const AGGREGATES = [
    'count',
    'sum',
    'avg',
    'min',
    'max',
    'array_agg',
    'string_agg',
    'json_agg',
    'jsonb_agg',
    'bool_or',
    'bool_and',
];
function hasAggregate(query) {
    return list(query, 'targetList').some((target) => {
        const name = list(child(target, 'ResTarget', 'val', 'FuncCall'), 'funcname').at(-1);
        const text = child(name, 'String')?.sval;
        return typeof text === 'string' && AGGREGATES.includes(text);
    });
}

;// CONCATENATED MODULE: ./lib/declarations/supabase/judge.js


const OPERATIONS = {
    select: ['list', 'read'],
    insert: ['create'],
    update: ['overwrite'],
    delete: ['delete'],
};
/** What anyone with the project's public key, and any account, can do through the REST and storage APIs. */
function judgeCatalogue(judging, config) {
    const { catalogue } = judging;
    const exposed = [...catalogue.relations.values()].filter((relation) => config.schemas.includes(relation.schema));
    return [
        ...exposed.flatMap((relation) => declareRelation(judging, relation, config.signUp)),
        ...[...catalogue.functions.values()]
            .filter((known) => config.schemas.includes(known.schema))
            .flatMap((known) => declareFunction(judging, known)),
        ...bucketsOf(judging).flatMap((bucket) => declareBucket(judging, bucket, config.signUp)),
    ];
}
function declareRelation(judging, relation, signUp) {
    const pattern = `/rest/v1/${relation.name}`;
    return declareAll(pattern, relation.source, signUp, (role) => PRIVILEGES.flatMap((privilege) => {
        const verdict = judgeRelation(judging, relation, role, privilege);
        return OPERATIONS[privilege].map((operation) => ({ operation, verdict }));
    }));
}
/** For each audience one declaration a state and statement; what the public key allows is not said again of accounts. */
function declareAll(pattern, made, signUp, judge) {
    const [anon, account] = [judge('anon'), judge('authenticated')];
    const more = account.filter((own) => !anon.some((other) => other.operation === own.operation && access_isAsWide(other.verdict, own.verdict)));
    const open = (judged) => judged.filter(({ verdict }) => verdict.state !== 'closed');
    const closed = open(anon).length === 0 && open(account).length === 0;
    return [
        ...judge_declare(pattern, 'anyone', open(anon).length === 0 ? anon : open(anon), made, signUp),
        ...judge_declare(pattern, 'any-account', closed ? account : open(more), made, signUp),
    ];
}
function judge_declare(pattern, audience, judged, made, signUp) {
    const groups = new Map();
    for (const entry of judged) {
        const { state, source } = entry.verdict;
        const key = state === 'closed' ? state : `${state} ${source.path} ${source.at}`;
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [entry]);
        else
            group.push(entry);
    }
    return [...groups.values()].flatMap((group) => {
        const [first] = group;
        if (first === undefined)
            return [];
        const { state, source } = first.verdict;
        const barred = state === 'open' && audience === 'any-account' && signUp.state === 'closed';
        return [
            {
                source: source.path === '' || state === 'closed' ? made : source,
                pattern,
                audience,
                can: group.map(({ operation }) => operation),
                state: barred ? 'mitigated' : state,
                why: judge_explain(audience, group.map(({ verdict }) => verdict), signUp),
            },
        ];
    });
}
const judge_DEPENDS = {
    record: 'the stored row',
    sent: 'the row that is sent, which the caller chooses',
    owner: 'the caller’s own id standing in the row',
    account: 'a detail of the account, such as its e-mail address',
    self: 'user_metadata, which an account writes itself',
    undecided: 'something that could not be evaluated',
};
function judge_explain(audience, verdicts, signUp) {
    const because = [...new Set(verdicts.map((verdict) => verdict.because))].slice(0, 3).join('; ');
    const origins = [...new Set(verdicts.flatMap((verdict) => verdict.origins))];
    const hangs = origins.length === 0 ? '' : ` (it depends on ${origins.map((origin) => judge_DEPENDS[origin]).join(' and ')})`;
    const isOpen = verdicts.some((verdict) => verdict.state === 'open');
    const account = isOpen && audience === 'any-account' ? `; ${signUp.reason}` : '';
    return `${because.charAt(0).toUpperCase()}${because.slice(1)}${hangs}${account}.`;
}
/**
 * A function that runs with its owner's rights is called past row level security by whoever may execute it
 * (`/rest/v1/rpc/<name>`); what it gives or changes is up to its body.
 */
function declareFunction(judging, known) {
    if (!known.definer || known.returnsTrigger)
        return [];
    const role = API_ROLES.find((candidate) => grantFor(judging.catalogue, known.callers, candidate, 'execute') !== undefined &&
        mayUse(judging.catalogue, known.schema, candidate));
    if (role === undefined)
        return [];
    const checks = /\bauth\.(?:uid|jwt|role|email)\b|request\.jwt/i.test(known.body);
    return [
        {
            source: known.source,
            pattern: `/rest/v1/rpc/${known.name}`,
            audience: audienceOf(role),
            can: operationsIn(known.body),
            state: 'conditional',
            why: checks
                ? `The function runs with its owner’s rights, ${role} may call it, and its body looks at who calls.`
                : `The function runs with its owner’s rights, ${role} may call it, and its body does not look at who calls.`,
        },
    ];
}
function operationsIn(body) {
    const found = [];
    if (/\bselect\b|\breturn\s+query\b/i.test(body))
        found.push('read');
    if (/\binsert\s+into\b/i.test(body))
        found.push('create');
    if (/\bupdate\s+[\w."]+\s+(?:as\s+)?(?:\w+\s+)?set\b/i.test(body))
        found.push('overwrite');
    if (/\bdelete\s+from\b|\btruncate\b/i.test(body))
        found.push('delete');
    return found.length === 0 ? ['read'] : found;
}
/** The buckets that statements make, and those that only policies name. */
function bucketsOf(judging) {
    const buckets = new Map(judging.catalogue.buckets);
    const objects = judging.catalogue.relations.get('storage.objects');
    for (const policy of objects?.policies.values() ?? []) {
        for (const id of bucketIdsIn([policy.using, policy.check]))
            if (!buckets.has(id))
                buckets.set(id, { id, isPublic: false, source: policy.source });
    }
    return [...buckets.values()];
}
/** Text constants that are compared with `bucket_id`. */
function bucketIdsIn(expression) {
    const text = JSON.stringify(expression) ?? '';
    if (!text.includes('"bucket_id"'))
        return [];
    const ids = [];
    const visit = (value, depth) => {
        if (typeof value !== 'object' || value === null || depth > 300)
            return;
        const node = value;
        if ('A_Expr' in node) {
            const sides = JSON.stringify(node.A_Expr);
            if (/"sval":"bucket_id"/.test(sides) && sides.length < 2000)
                for (const [, id = ''] of sides.matchAll(/"A_Const":\{"sval":\{"sval":"([\w.-]{1,100})"\}/g))
                    ids.push(id);
        }
        for (const part of Object.values(node))
            visit(part, depth + 1);
    };
    visit(expression, 0);
    return ids;
}
/** Files of a public bucket are served to whoever knows their names, past all policies; listing and writing need one. */
function declareBucket(judging, bucket, signUp) {
    const objects = judging.catalogue.relations.get('storage.objects');
    if (objects === undefined)
        return [];
    const bindings = { bucket_id: { type: 'const', value: bucket.id } };
    return declareAll(`/storage/v1/${bucket.id}`, bucket.source, signUp, (role) => PRIVILEGES.flatMap((privilege) => {
        const verdict = judgeRelation(judging, objects, role, privilege, bindings);
        return OPERATIONS[privilege].map((operation) => ({
            operation,
            verdict: operation === 'read' ? publicRead(bucket, verdict) : verdict,
        }));
    }));
}
function publicRead(bucket, byPolicy) {
    const { source } = bucket;
    if (bucket.isPublic === true)
        return { state: 'open', origins: [], source, because: 'the bucket is public' };
    if (bucket.isPublic === false || byPolicy.state === 'open')
        return byPolicy;
    return {
        state: 'unknown',
        origins: ['undecided'],
        source,
        because: 'whether the bucket is public is set at run time',
    };
}

;// CONCATENATED MODULE: ./lib/declarations/supabase/index.js








const MAX_FILE = 4 * 1024 * 1024;
const MAX_TOTAL = 32 * 1024 * 1024;
/** Supabase projects: migrations, schemas and seeds as PostgreSQL would run them, and config.toml. */
const supabase = {
    id: 'supabase',
    title: 'Supabase migrations and config',
    docs: [
        'https://supabase.com/docs/guides/database/postgres/row-level-security',
        'https://supabase.com/docs/guides/storage/security/access-control',
        'https://supabase.com/docs/guides/api/securing-your-api',
    ],
    claims: (path) => supabase_projectOf(path) !== undefined || isEnvironment(path),
    accepts: (file) => !isEnvironment(file.path) || projectRefIn(file.text) !== undefined,
    read: readSupabase,
};
const PROJECT_FILE = /^((?:.*\/)?supabase\/)(?:migrations\/(?:.*\/)?[^/]+\.sql|schemas\/.*\.sql|seeds?\/.*\.sql|seed[^/]*\.sql|schema\.sql|config\.toml)$/;
/** The `supabase/` folder that a file belongs to. */
function supabase_projectOf(path) {
    if (/\.down\.sql$|(?:^|\/)node_modules\//.test(path))
        return undefined;
    return PROJECT_FILE.exec(path)?.[1];
}
function isEnvironment(path) {
    return /(?:^|\/)\.env(?:\.[\w.-]+)?$/.test(path);
}
async function readSupabase(files, context) {
    const projects = new Map();
    for (const file of files) {
        const project = supabase_projectOf(file.path);
        if (project === undefined)
            continue;
        const known = projects.get(project);
        if (known === undefined)
            projects.set(project, [file]);
        else
            known.push(file);
    }
    const environments = files.filter((file) => isEnvironment(file.path));
    const refs = new Set(environments.flatMap((file) => projectRefIn(file.text) ?? []));
    const [ref] = refs;
    const name = refs.size === 1 && projects.size === 1 ? ref : undefined;
    const readings = [];
    for (const [project, own] of projects)
        readings.push(await readProject(project, own, name, context));
    return {
        declarations: readings.flatMap((reading) => reading.declarations),
        mentions: [],
        problems: readings.flatMap((reading) => reading.problems),
    };
}
async function readProject(folder, files, name, context) {
    const configFile = files.find((file) => file.path === `${folder}config.toml`);
    const config = configFile === undefined ? NO_CONFIG : await readConfig(configFile);
    const problems = [];
    if (configFile !== undefined && config.problem !== undefined)
        problems.push({ kind: 'malformed', path: configFile.path, ...config.problem });
    const scripts = inOrder(folder, files);
    if (scripts.length === 0 && config.buckets.length === 0)
        return { declarations: [], mentions: [], problems };
    const loaded = await load(folder, problems);
    if (loaded === undefined)
        return { declarations: [], mentions: [], problems };
    const catalogue = newCatalogue(config.exposes ?? true);
    addConfigBuckets(catalogue, config, configFile);
    runScripts(catalogue, scripts, loaded, config.exposes === undefined, problems);
    const queries = new Map();
    const queryOf = (declared) => {
        if (!queries.has(declared))
            queries.set(declared, functionQuery(declared, loaded));
        return queries.get(declared);
    };
    const positions = new Map(files.map((file) => [file.path, positionsOf(file.text)]));
    const signUp = config.signUp.state === 'unknown' && context.signUp !== undefined
        ? { state: 'open', reason: `the app lets users sign up (${context.signUp})` }
        : config.signUp;
    const declarations = judgeCatalogue({ catalogue, queryOf }, { ...config, signUp }).map(({ source, ...declared }) => ({
        kind: 'supabase',
        ...(name === undefined ? {} : { name }),
        declaration: { path: source.path, ...(positions.get(source.path)?.(source.at) ?? { line: 1 }), ...declared },
    }));
    for (const source of catalogue.dynamic)
        problems.push({
            kind: 'unresolved',
            path: source.path,
            ...lineOf(positions.get(source.path)?.(source.at)),
            reason: 'A statement put together at run time may change access; what it does is not known.',
        });
    return { declarations, mentions: [], problems };
}
function lineOf(position) {
    return position === undefined ? {} : { line: position.line };
}
async function load(folder, problems) {
    try {
        return await loadSqlParser();
    }
    catch (error) {
        const reason = `The SQL parser could not be loaded, so no migration was judged: ${(0,errors/* messageOf */.b)(error)}`;
        problems.push({ kind: 'unreadable', path: folder.replace(/\/$/, ''), reason });
        return undefined;
    }
}
/** Migrations by name as the CLI runs them; the declarative schemas only where there are none; seeds last. */
function inOrder(folder, files) {
    const sql = files
        .filter((file) => file.path.endsWith('.sql'))
        .sort((left, right) => (left.path < right.path ? -1 : 1));
    const within = (kind) => sql.filter((file) => file.path.startsWith(`${folder}${kind}`));
    const migrations = within('migrations/');
    const schemas = within('schema');
    return [...(migrations.length > 0 ? migrations : schemas), ...within('seed')];
}
function addConfigBuckets(catalogue, config, file) {
    if (file === undefined)
        return;
    for (const { id, isPublic, at } of config.buckets)
        catalogue.buckets.set(id, { id, isPublic, source: { path: file.path, at } });
}
/**
 * Since this day new projects grant new tables to nobody (supabase.com/docs/guides/api/securing-your-api); a migration's name tells when
 * it was written.
 */
const GRANTS_NONE_SINCE = '20260530';
function isRecent(path) {
    const [, day] = /\/(\d{8})\d{0,6}_[^/]*\.sql$/.exec(path) ?? [];
    return day !== undefined && day >= GRANTS_NONE_SINCE;
}
function runScripts(catalogue, scripts, parser, byAge, problems) {
    let total = 0;
    for (const file of scripts) {
        total += file.text.length;
        if (file.text.length > MAX_FILE || total > MAX_TOTAL) {
            problems.push({ kind: 'limit', path: file.path, reason: 'Too much SQL: the file was not read.' });
            continue;
        }
        catalogue.searchPath = 'public';
        catalogue.unsure = byAge && isRecent(file.path);
        const parsed = parser.parse(file.text);
        const position = positionsOf(file.text);
        for (const { at, reason } of parsed.problems)
            problems.push({ kind: 'malformed', path: file.path, line: position(at).line, reason: `SQL: ${reason}` });
        for (const { at, tree } of parsed.statements)
            applyStatement(catalogue, tree, { path: file.path, at }, parser);
    }
}
/** The one query that a SQL function consists of. */
function functionQuery(declared, parser) {
    if (declared.language.toLowerCase() !== 'sql' || declared.body.length > 20_000)
        return undefined;
    const { statements } = parser.parse(declared.body);
    return statements.length === 1 ? child(statements[0]?.tree, 'SelectStmt') : undefined;
}

;// CONCATENATED MODULE: ./lib/declarations/services/iam-policy.js
/** AWS policy documents: who a statement speaks of, and whether its conditions keep strangers out. */
/** A text that stands for something unknown holds this character; see the languages that fill it in. */
const UNKNOWN_MARK = '\ufdd0';
const MAX_STATEMENTS = 1000;
/** Reads a policy document's text; unreadable if it is no JSON object. */
function parsePolicy(text) {
    try {
        const document = JSON.parse(text);
        if (!isRecord(document))
            return { type: 'unreadable' };
        const statements = iam_policy_listOf(document.Statement).slice(0, MAX_STATEMENTS);
        return { type: 'policy', statements: statements.map(statementOf) };
    }
    catch {
        return { type: 'unreadable' };
    }
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function iam_policy_listOf(value) {
    if (value === undefined || value === null)
        return [];
    return Array.isArray(value) ? value : [value];
}
function textsOf(value) {
    return iam_policy_listOf(value).map((item) => (typeof item === 'object' ? UNKNOWN_MARK : String(item)));
}
function statementOf(raw) {
    if (!isRecord(raw))
        return { effect: 'unknown', principal: 'unknown', actions: ANY, resources: ANY, conditions: [] };
    return {
        effect: effectOf(raw.Effect),
        principal: principalOf(raw),
        actions: patternsOf(raw.Action, raw.NotAction, (text) => text.toLowerCase()),
        resources: patternsOf(raw.Resource, raw.NotResource, (text) => text),
        conditions: conditionsOf(raw.Condition),
    };
}
const ANY = { not: false, patterns: ['*'] };
function effectOf(value) {
    const effect = String(value).toLowerCase();
    if (effect === 'allow')
        return 'Allow';
    return effect === 'deny' ? 'Deny' : 'unknown';
}
function patternsOf(plain, inverted, fold) {
    if (plain === undefined && inverted !== undefined)
        return { not: true, patterns: textsOf(inverted).map(fold) };
    return plain === undefined ? ANY : { not: false, patterns: textsOf(plain).map(fold) };
}
function principalOf(statement) {
    const { Principal: principal, NotPrincipal: others } = statement;
    // With Allow, everybody but those named: anonymous callers too (IAM user guide, "NotPrincipal").
    if (principal === undefined)
        return others === undefined ? 'none' : 'everyone';
    if (!isRecord(principal))
        return ofIdentifiers(textsOf(principal));
    const kinds = Object.entries(principal).map(([type, value]) => ofType(type.toLowerCase(), textsOf(value)));
    return ORDER.find((kind) => kinds.includes(kind)) ?? 'fixed';
}
const ORDER = ['everyone', 'federated', 'unknown', 'fixed'];
function ofType(type, identifiers) {
    if (type === 'aws' || type === '*')
        return ofIdentifiers(identifiers);
    if (type !== 'federated')
        return identifiers.some((one) => one === UNKNOWN_MARK) ? 'unknown' : 'fixed';
    // Providers where anybody can make an account; SAML and OIDC providers of an own account are ARNs.
    return identifiers.some((one) => PUBLIC_PROVIDERS.has(one)) ? 'federated' : 'fixed';
}
const PUBLIC_PROVIDERS = new Set([
    'graph.facebook.com',
    'accounts.google.com',
    'www.amazon.com',
    'cognito-identity.amazonaws.com',
    'api.twitter.com',
]);
function ofIdentifiers(identifiers) {
    if (identifiers.includes('*'))
        return 'everyone';
    return identifiers.includes(UNKNOWN_MARK) ? 'unknown' : 'fixed';
}
function conditionsOf(raw) {
    if (raw === undefined || raw === null)
        return [];
    if (!isRecord(raw))
        return [{ operator: UNKNOWN_MARK, key: UNKNOWN_MARK, values: [], holdsWithoutKey: false }];
    return Object.entries(raw).flatMap(([name, keys]) => {
        const operator = name.toLowerCase();
        const shared = {
            operator: operator.replace(/^for(?:any|all)values?:/, '').replace(/ifexists$/, ''),
            holdsWithoutKey: operator.endsWith('ifexists') || operator.startsWith('forallvalue'),
        };
        if (!isRecord(keys))
            return [{ ...shared, key: UNKNOWN_MARK, values: [] }];
        return Object.entries(keys).map(([key, values]) => ({
            ...shared,
            key: key.toLowerCase(),
            values: textsOf(values),
        }));
    });
}
/**
 * Keys whose fixed values make a statement non-public (Amazon S3 user guide, "The meaning of public"), and those that name
 * the caller's account or role, which are principals by another way.
 */
const LIMITING_KEYS = new Set([
    'aws:sourceip',
    'aws:vpcsourceip',
    'aws:sourcearn',
    'aws:sourcevpc',
    'aws:sourcevpce',
    'aws:vpceaccount',
    'aws:vpceorgid',
    'aws:vpceorgpaths',
    'aws:sourceowner',
    'aws:sourceaccount',
    'aws:sourceorgid',
    'aws:sourceorgpaths',
    'aws:userid',
    'aws:username',
    'aws:principalorgid',
    'aws:principalorgpaths',
    'aws:principalaccount',
    'aws:principalarn',
    'aws:principalservicename',
    's3:x-amz-server-side-encryption-aws-kms-key-id',
    's3:dataaccesspointarn',
    's3:dataaccesspointaccount',
    'kms:calleraccount',
    'lambda:functionurlauthtype',
]);
const POSITIVE = new Set(['stringequals', 'stringequalsignorecase', 'stringlike', 'arnequals', 'arnlike', 'ipaddress']);
const NEGATIVE = new Set([
    'stringnotequals',
    'stringnotequalsignorecase',
    'stringnotlike',
    'arnnotequals',
    'arnnotlike',
    'notipaddress',
]);
/** Whether the conditions of an Allow keep all but fixed callers out. All of them have to hold, so one that limits is enough. */
function limitsOf(statement) {
    const results = statement.conditions.map(limitOf);
    if (results.includes('limited'))
        return 'limited';
    return results.includes('unknown') ? 'unknown' : 'open';
}
function limitOf(condition) {
    const { operator, key, values, holdsWithoutKey } = condition;
    if (operator.includes(UNKNOWN_MARK) || key.includes(UNKNOWN_MARK))
        return 'unknown';
    if (operator === 'bool' && (key === 'aws:principalisawsservice' || key === 'aws:viaawsservice'))
        return values.every((value) => value.toLowerCase() === 'true') ? 'limited' : 'open';
    if (!POSITIVE.has(operator) || !LIMITING_KEYS.has(key) || holdsWithoutKey || values.length === 0)
        return 'open';
    const results = values.map((value) => fixedness(key, value));
    // The values are alternatives: one broad one is enough to let everybody in.
    if (results.includes('open'))
        return 'open';
    return results.includes('unknown') ? 'unknown' : 'limited';
}
function fixedness(key, value) {
    if (key === 'aws:sourceip' || key === 'aws:vpcsourceip')
        return addressRange(value);
    // A wildcard for the access point's name does no harm while its account is fixed (same page).
    if (key === 's3:dataaccesspointarn')
        return /^arn:[^:*?]+:s3:[^:]*:\d{12}:/.test(value) ? 'limited' : unfixed(value);
    // `AROAEXAMPLE:*`: any session of one role, but the id is of a role, and that is fixed.
    if (key === 'aws:userid')
        return /^[A-Z0-9]{16,32}:/.test(value) ? 'limited' : unfixed(value);
    if (key === 'aws:principalarn' && /^arn:[^:*?]+:(?:iam|sts)::\d{12}:/.test(value))
        return 'limited';
    // Amazon's check for public policies wants no wildcard here at all; but no stranger can act as a resource of that account.
    if (key === 'aws:sourcearn' && /^arn:[^:*?]+:[^:*?]+:[^:]*:\d{12}:/.test(value))
        return 'limited';
    return unfixed(value);
}
function unfixed(value) {
    if (/[*?]|\$\{/.test(value))
        return 'open';
    return value.includes(UNKNOWN_MARK) ? 'unknown' : 'limited';
}
/** Ranges wider than /8 (IPv6: /32) are public (same page). Private ranges never match a caller from the internet. */
function addressRange(value) {
    if (value.includes(UNKNOWN_MARK))
        return 'unknown';
    const [address, bits] = value.split('/');
    const prefix = bits === undefined ? Number.POSITIVE_INFINITY : Number(bits);
    if (address?.includes(':'))
        return prefix >= 32 ? 'limited' : 'open';
    return prefix >= 8 ? 'limited' : 'open';
}
/** True for a Deny that hits every stranger: of everyone, without a condition or only for who is not among fixed callers. */
function deniesStrangers(statement) {
    if (statement.effect !== 'Deny' || statement.principal !== 'everyone')
        return false;
    return statement.conditions.every(({ operator, key, values }) => NEGATIVE.has(operator) &&
        LIMITING_KEYS.has(key) &&
        values.length > 0 &&
        values.every((value) => fixedness(key, value) !== 'open'));
}
function matchesAny(patterns, text) {
    return patterns.patterns.some((pattern) => globMatches(pattern, text)) !== patterns.not;
}
/** `*` and `?` as in IAM; walks back to the last `*` only, so the time is bounded by the product of the lengths. */
function globMatches(pattern, text) {
    let at = 0;
    let place = 0;
    let star = -1;
    let resume = 0;
    while (at < text.length) {
        const wanted = pattern[place];
        if (wanted === '*') {
            star = place++;
            resume = at;
        }
        else if (wanted !== undefined && (wanted === '?' || wanted === text[at])) {
            place++;
            at++;
        }
        else if (star >= 0) {
            place = star + 1;
            at = ++resume;
        }
        else
            return false;
    }
    while (pattern[place] === '*')
        place++;
    return place === pattern.length;
}

;// CONCATENATED MODULE: ./lib/declarations/services/s3-actions.js


/**
 * The actions that open a bucket's contents or hand over the bucket. `ListObjects` and `ListObjectsV2` are names of API calls, not
 * of actions; they are often written and mean ListBucket.
 */
const s3_actions_ACTIONS = [
    { name: 's3:listbucket', can: ['list'], on: 'bucket' },
    { name: 's3:listbucketversions', can: ['list'], on: 'bucket' },
    { name: 's3:listobjects', can: ['list'], on: 'bucket' },
    { name: 's3:listobjectsv2', can: ['list'], on: 'bucket' },
    { name: 's3:getobject', can: ['read'], on: 'object' },
    { name: 's3:getobjectversion', can: ['read'], on: 'object' },
    { name: 's3:putobject', can: ['create', 'overwrite'], on: 'object' },
    { name: 's3:replicateobject', can: ['create', 'overwrite'], on: 'object' },
    { name: 's3:deleteobject', can: ['delete'], on: 'object' },
    { name: 's3:deleteobjectversion', can: ['delete'], on: 'object' },
    { name: 's3:putlifecycleconfiguration', can: ['delete'], on: 'bucket' },
    { name: 's3:deletebucket', can: ['delete'], on: 'bucket' },
    { name: 's3:putobjectacl', can: ['administer'], on: 'object' },
    { name: 's3:putobjectversionacl', can: ['administer'], on: 'object' },
    { name: 's3:putbucketacl', can: ['administer'], on: 'bucket' },
    { name: 's3:putbucketpolicy', can: ['administer'], on: 'bucket' },
    { name: 's3:deletebucketpolicy', can: ['administer'], on: 'bucket' },
    { name: 's3:putbucketpublicaccessblock', can: ['administer'], on: 'bucket' },
    { name: 's3:putbucketownershipcontrols', can: ['administer'], on: 'bucket' },
];
/** What the actions of an Allow, on its resources, let a caller do. */
function operationsOf(statement) {
    const { actions } = statement;
    if (actions.not)
        return s3_actions_inOrder(s3_actions_ACTIONS.filter((action) => matchesAny(actions, action.name) && fits(statement, action)));
    return s3_actions_inOrder(actions.patterns.flatMap((pattern) => {
        const named = s3_actions_ACTIONS.filter(({ name }) => globMatches(pattern, name));
        const fitting = named.filter((action) => fits(statement, action));
        // S3 refuses a statement whose action fits none of its resources; it is judged by what it was meant to allow.
        return fitting.length > 0 ? fitting : named;
    }));
}
function s3_actions_inOrder(actions) {
    return model/* OPERATIONS */.xb.filter((operation) => actions.some(({ can }) => can.includes(operation)));
}
function fits({ resources }, { on }) {
    if (resources.not)
        return true;
    return resources.patterns.some((resource) => isOf(resource, on));
}
/** Objects are `bucket/key`; a wildcard without a slash before it covers both. */
function isOf(resource, on) {
    const path = resource.slice(resource.lastIndexOf(':::') + 1);
    const slash = path.indexOf('/');
    if (path.includes(UNKNOWN_MARK) && slash === -1)
        return true;
    const star = path.indexOf('*');
    if (on === 'object')
        return slash !== -1 || star !== -1;
    return slash === -1 || (star !== -1 && star < slash);
}
/** The key pattern below the bucket that a statement is limited to; undefined if it covers all keys, or several. */
function keyPatternOf({ resources }) {
    if (resources.not)
        return undefined;
    const keys = resources.patterns
        .filter((resource) => resource.includes('/'))
        .map((one) => one.slice(one.indexOf('/')));
    const [key] = keys;
    if (keys.length !== 1 || resources.patterns.length !== 1 || key === undefined)
        return undefined;
    if (key === '/*' || key.includes(UNKNOWN_MARK))
        return undefined;
    return key.replace(/\*$/, '{key=**}');
}
/** What unconditional Deny statements for everyone take away from an Allow. */
function withoutDenied(operations, allow, denies) {
    return operations.filter((operation) => {
        const needed = s3_actions_ACTIONS.filter((action) => action.can.includes(operation) && matchesAny(allow.actions, action.name) && fits(allow, action));
        if (needed.length === 0)
            return true;
        return !needed.every((action) => denies.some((deny) => matchesAny(deny.actions, action.name) && s3_actions_covers(deny, allow, action)));
    });
}
function s3_actions_covers(deny, allow, action) {
    if (deny.resources.not || allow.resources.not)
        return deny.resources.patterns.includes('*') !== deny.resources.not;
    const wanted = allow.resources.patterns.filter((resource) => isOf(resource, action.on));
    return wanted.every((resource) => deny.resources.patterns.some((pattern) => pattern === resource || globMatches(pattern, resource)));
}

;// CONCATENATED MODULE: ./lib/declarations/services/verdict.js

/** One verdict for each place, pattern, audience, state and reason; operations in the order of the vocabulary. */
function verdict_merged(verdicts) {
    const byKey = new Map();
    for (const verdict of verdicts) {
        const { spot, pattern, audience, state, why } = verdict;
        const key = JSON.stringify([spot.path, spot.line, spot.column, pattern, audience, state, why]);
        const can = new Set([...(byKey.get(key)?.can ?? []), ...verdict.can]);
        byKey.set(key, { ...verdict, can: model/* OPERATIONS */.xb.filter((operation) => can.has(operation)) });
    }
    return [...byKey.values()];
}
/** Closed, for a resource that nothing opens. */
function verdict_closed(spot, why) {
    return { spot, audience: 'anyone', can: [], state: 'closed', why };
}

;// CONCATENATED MODULE: ./lib/declarations/services/cognito.js




/**
 * Actions on data, other than S3's, of services that a guest's session may use in the enhanced flow (Amazon Cognito developer
 * guide, "IAM roles", access policies for unauthenticated identities).
 */
const DATA_ACTIONS = [
    { name: 'dynamodb:scan', can: ['list', 'read'] },
    { name: 'dynamodb:query', can: ['list', 'read'] },
    { name: 'dynamodb:getitem', can: ['read'] },
    { name: 'dynamodb:batchgetitem', can: ['read'] },
    { name: 'dynamodb:putitem', can: ['create', 'overwrite'] },
    { name: 'dynamodb:updateitem', can: ['create', 'overwrite'] },
    { name: 'dynamodb:batchwriteitem', can: ['create', 'overwrite', 'delete'] },
    { name: 'dynamodb:deleteitem', can: ['delete'] },
    { name: 'dynamodb:deletetable', can: ['delete'] },
    { name: 'sqs:receivemessage', can: ['read'] },
    { name: 'sqs:sendmessage', can: ['create'] },
    { name: 'sqs:deletemessage', can: ['delete'] },
    { name: 'sqs:purgequeue', can: ['delete'] },
    { name: 'sdb:select', can: ['list', 'read'] },
    { name: 'sdb:getattributes', can: ['read'] },
    { name: 'sdb:putattributes', can: ['create', 'overwrite'] },
    { name: 'sdb:deleteattributes', can: ['delete'] },
    { name: 'logs:filterlogevents', can: ['list', 'read'] },
];
/** Out of a guest's reach in the enhanced flow, so only a classic flow opens them (same page). */
const CLASSIC_ACTIONS = [
    { name: 'secretsmanager:getsecretvalue', can: ['read'] },
    { name: 'ssm:getparameter', can: ['read'] },
    { name: 'iam:attachrolepolicy', can: ['administer'] },
    { name: 'iam:putrolepolicy', can: ['administer'] },
];
/** Who can do what with the credentials that the pool gives to guests, and to whoever signs up. */
function judgeIdentityPool(pool) {
    const guests = pool.allowsGuests === false ? [] : pool.guestPolicies.flatMap((one) => judgeRole(one, pool, 'anyone'));
    const members = pool.signUp === false ? [] : pool.memberPolicies.flatMap((one) => judgeRole(one, pool, 'any-account'));
    const verdicts = [...guests, ...members];
    if (verdicts.length > 0)
        return verdicts;
    return [verdict_closed(pool.spot, 'No role that this pool gives to strangers opens data to them.')];
}
function judgeRole(policy, pool, audience) {
    const gate = audience === 'anyone' ? pool.allowsGuests : pool.signUp;
    const who = audience === 'anyone' ? 'its guests' : 'whoever signs up';
    const parsed = policy.text === undefined ? undefined : parsePolicy(policy.text);
    if (parsed?.type !== 'policy')
        return [
            {
                spot: policy.spot,
                audience,
                can: [],
                state: 'unknown',
                why: `What the identity pool’s role allows to ${who} is not known.`,
            },
        ];
    return parsed.statements.flatMap((statement) => {
        if (statement.effect !== 'Allow' || isOwnOnly(statement))
            return [];
        const limits = limitsOf(statement);
        if (limits === 'limited')
            return [];
        const s3 = operationsOf(statement);
        const other = otherOperations(statement, audience === 'anyone' && pool.classicFlow !== true);
        const can = model/* OPERATIONS */.xb.filter((operation) => s3.includes(operation) || other.includes(operation));
        if (can.length === 0)
            return [];
        const uncertain = policy.uncertain || limits === 'unknown' || gate === 'unknown';
        const verdict = uncertain
            ? {
                spot: policy.spot,
                audience,
                can,
                state: 'unknown',
                why: `Whether the identity pool’s role lets ${who} do this depends on values that are not known.`,
            }
            : {
                spot: policy.spot,
                audience,
                can,
                state: 'open',
                why: `The identity pool gives ${who} a role that allows this.`,
            };
        return [verdict, ...openedBy(statement, verdict, s3)];
    });
}
/** `${cognito-identity.amazonaws.com:sub}` in every resource: each identity reaches its own part only. */
function isOwnOnly({ resources, conditions }) {
    const own = (text) => text.includes('${cognito-identity.amazonaws.com:');
    if (!resources.not && resources.patterns.length > 0 && resources.patterns.every(own))
        return true;
    return conditions.some(({ values }) => values.length > 0 && values.every(own));
}
function otherOperations({ actions }, scopedDown) {
    const known = scopedDown ? DATA_ACTIONS : [...DATA_ACTIONS, ...CLASSIC_ACTIONS];
    return known.filter(({ name }) => matchesAny(actions, name)).flatMap(({ can }) => can);
}
/** The buckets and tables that a statement names, so that each shows up as a backend of its own. */
function openedBy({ actions, resources }, verdict, s3) {
    if (resources.not)
        return [];
    const buckets = new Set(resources.patterns.flatMap((one) => /^arn:aws[\w-]{0,10}:s3:::([^/*?]+)/.exec(one)?.[1] ?? []));
    const tables = new Set(resources.patterns.flatMap((one) => /^arn:aws[\w-]{0,10}:dynamodb:[^:]*:[^:]*:table\/([^/*?]+)/.exec(one)?.[1] ?? []));
    const dynamo = DATA_ACTIONS.filter(({ name }) => name.startsWith('dynamodb:') && matchesAny(actions, name));
    const onTables = model/* OPERATIONS */.xb.filter((operation) => dynamo.some(({ can }) => can.includes(operation)));
    return [
        ...(s3.length === 0
            ? []
            : [...buckets].map((name) => ({ ...verdict, can: s3, opens: { kind: 's3', name } }))),
        ...(onTables.length === 0
            ? []
            : [...tables].map((name) => ({ ...verdict, can: onTables, opens: { kind: 'dynamodb', name } }))),
    ];
}
/** The verdicts on the pool itself. */
function ownVerdicts(verdicts) {
    return verdict_merged(verdicts.filter(({ opens }) => opens === undefined));
}

;// CONCATENATED MODULE: ./lib/declarations/terraform/values.js
/** Not to be known from the configuration alone: a variable without a value, what a provider fills in, a data source. */
const UNKNOWN = Symbol('unknown');
/**
 * Stands in a text for a part that is not known, so that the rest of a policy document can be judged. A noncharacter of
 * Unicode: no configuration holds it.
 */
const UNKNOWN_PART = '\ufdd0';
/**
 * Begins a text that stands for what a provider will give a resource: the resource's address follows. Such a text tells
 * two resources apart, but it is nobody's name.
 */
const ADDRESS_MARK = '\ufdd1';
/** Longer texts and lists are not built: a configuration can double its own size in every local. */
const MAX_TEXT = 1 << 20;
const MAX_ITEMS = 10_000;
function isMap(value) {
    return value instanceof Map;
}
function isList(value) {
    return Array.isArray(value);
}
/** False for a text of which a part is unknown. */
function isKnownText(value) {
    return typeof value === 'string' && !value.includes(UNKNOWN_PART) && !value.includes(ADDRESS_MARK);
}
/** Wholly known: no unknown part at any depth. */
function isKnown(value) {
    if (value === UNKNOWN)
        return false;
    if (typeof value === 'string')
        return isKnownText(value);
    if (isList(value))
        return value.every(isKnown);
    return isMap(value) ? [...value.values()].every(isKnown) : true;
}
/** As Terraform converts it into a text; undefined for what it would refuse. */
function textOf(value) {
    if (value === UNKNOWN)
        return UNKNOWN_PART;
    if (typeof value === 'string')
        return value;
    if (typeof value === 'number' || typeof value === 'boolean')
        return String(value);
    return undefined;
}
function values_listOf(value) {
    if (value === undefined || value === null)
        return [];
    return isList(value) ? value : [value];
}
/** True, false or unknown; `"true"` is true (Terraform converts). */
function truthOf(value) {
    if (typeof value === 'boolean')
        return value;
    if (value === 'true')
        return true;
    return value === 'false' ? false : undefined;
}
/** What JSON.stringify takes; an unknown value becomes the mark of an unknown part. */
function toPlain(value) {
    if (value === UNKNOWN)
        return UNKNOWN_PART;
    if (isList(value))
        return value.map(toPlain);
    if (isMap(value))
        return Object.fromEntries([...value].map(([key, item]) => [key, toPlain(item)]));
    return value;
}
/** The inverse of toPlain for parsed JSON. */
function fromPlain(plain, depth = 0) {
    if (depth > 100)
        return UNKNOWN;
    if (plain === UNKNOWN_PART)
        return UNKNOWN;
    if (typeof plain === 'string' || typeof plain === 'number' || typeof plain === 'boolean' || plain === null)
        return plain;
    if (Array.isArray(plain))
        return plain.map((item) => fromPlain(item, depth + 1));
    if (typeof plain !== 'object')
        return UNKNOWN;
    return new Map(Object.entries(plain).map(([key, item]) => [key, fromPlain(item, depth + 1)]));
}
/** Undefined where unknown parts leave it open. */
function equal(left, right) {
    if (left === UNKNOWN || right === UNKNOWN)
        return undefined;
    if (typeof left === 'string' || typeof right === 'string') {
        if (left === right)
            return isKnownText(left) ? true : undefined;
        return isKnown(left) && isKnown(right) ? false : undefined;
    }
    if (!isList(left) && !isMap(left))
        return left === right;
    const [one, other] = [toPlain(left), toPlain(right)];
    if (!isKnown(left) || !isKnown(right))
        return undefined;
    return JSON.stringify(one) === JSON.stringify(other);
}

;// CONCATENATED MODULE: ./lib/declarations/terraform/functions.js

/**
 * The functions that configurations of access are built with (developer.hashicorp.com/terraform/language/functions).
 * Whatever is not here, or is called as Terraform would refuse it, is unknown.
 */
const FUNCTIONS = {
    abs: ([value]) => (typeof value === 'number' ? Math.abs(value) : UNKNOWN),
    alltrue: ([list]) => every(list, true),
    anytrue: ([list]) => every(list, false),
    base64encode: ([value]) => (isKnownText(value) ? Buffer.from(value).toString('base64') : UNKNOWN),
    can: ([value]) => (value === undefined || !isKnown(value) ? UNKNOWN : true),
    chomp: onText((text) => text.replace(/\n$/, '')),
    coalesce: (args) => args.find((value) => value !== null && value !== '') ?? UNKNOWN,
    coalescelist: (args) => args.find((value) => value === UNKNOWN || (isList(value) && value.length > 0)) ?? UNKNOWN,
    compact: ([list]) => (isList(list) ? list.filter((item) => item !== null && item !== '') : UNKNOWN),
    concat: (args) => (args.every(isList) ? bounded(args.flat()) : UNKNOWN),
    contains: ([list, wanted]) => containsValue(list, wanted),
    distinct: ([list]) => (isList(list) ? distinct(list) : UNKNOWN),
    element: ([list, index]) => isList(list) && typeof index === 'number' && list.length > 0 ? (list[index % list.length] ?? UNKNOWN) : UNKNOWN,
    endswith: ([text, end]) => (isKnownText(text) && isKnownText(end) ? text.endsWith(end) : UNKNOWN),
    flatten: ([list]) => (isList(list) ? bounded(flatten(list)) : UNKNOWN),
    format: ([pattern, ...args]) => format(pattern, args),
    formatlist: ([pattern, ...args]) => formatList(pattern, args),
    join: ([separator, list]) => joinTexts(separator, list),
    jsondecode: ([text]) => decodeJson(text),
    jsonencode: ([value]) => (value === undefined ? UNKNOWN : JSON.stringify(toPlain(value))),
    keys: ([map]) => (isMap(map) ? [...map.keys()].sort() : UNKNOWN),
    length: ([value]) => lengthOf(value),
    lookup: ([map, key, fallback]) => lookup(map, key, fallback),
    lower: onText((text) => text.toLowerCase()),
    max: (args) => (args.every((value) => typeof value === 'number') ? Math.max(...args) : UNKNOWN),
    merge: (args) => mergeMaps(args),
    min: (args) => (args.every((value) => typeof value === 'number') ? Math.min(...args) : UNKNOWN),
    nonsensitive: ([value]) => value ?? UNKNOWN,
    one: ([list]) => (isList(list) && list.length < 2 ? (list[0] ?? null) : UNKNOWN),
    range: ([from, to]) => rangeOf(from, to),
    replace: ([text, from, to]) => isKnownText(text) && isKnownText(from) && isKnownText(to) && !/^\/.*\/$/s.test(from) && from !== ''
        ? text.replaceAll(from, () => to).slice(0, MAX_TEXT)
        : UNKNOWN,
    reverse: ([list]) => (isList(list) ? list.toReversed() : UNKNOWN),
    sensitive: ([value]) => value ?? UNKNOWN,
    setunion: (args) => (args.every(isList) ? distinct(args.flat()) : UNKNOWN),
    sort: ([list]) => (isList(list) && list.every(isKnownText) ? list.toSorted() : UNKNOWN),
    split: ([separator, text]) => isKnownText(separator) && separator !== '' && typeof text === 'string' ? bounded(text.split(separator)) : UNKNOWN,
    startswith: ([text, start]) => (isKnownText(text) && isKnownText(start) ? text.startsWith(start) : UNKNOWN),
    strcontains: ([text, part]) => (isKnownText(text) && isKnownText(part) ? text.includes(part) : UNKNOWN),
    substr: ([text, from, length]) => isKnownText(text) && typeof from === 'number' && typeof length === 'number' && from >= 0
        ? text.slice(from, length < 0 ? undefined : from + length)
        : UNKNOWN,
    title: onText((text) => text.replace(/(^|\s)(\S)/g, (_, before, letter) => before + letter.toUpperCase())),
    tobool: ([value]) => (value === null ? null : (truthOf(value) ?? UNKNOWN)),
    tolist: ([value]) => (isList(value) ? value : UNKNOWN),
    tomap: ([value]) => (isMap(value) ? value : UNKNOWN),
    tonumber: ([value]) => isKnownText(value) && value !== '' && Number.isFinite(Number(value))
        ? Number(value)
        : typeof value === 'number'
            ? value
            : UNKNOWN,
    toset: ([list]) => (isList(list) ? distinct(list) : UNKNOWN),
    tostring: ([value]) => (value === undefined ? UNKNOWN : value === null ? null : (textOf(value) ?? UNKNOWN)),
    trim: ([text, cut]) => (isKnownText(text) && isKnownText(cut) ? trimmed(text, cut) : UNKNOWN),
    trimprefix: ([text, start]) => isKnownText(text) && isKnownText(start) ? (text.startsWith(start) ? text.slice(start.length) : text) : UNKNOWN,
    trimspace: onText((text) => text.trim()),
    trimsuffix: ([text, end]) => isKnownText(text) && isKnownText(end) && end !== ''
        ? text.endsWith(end)
            ? text.slice(0, -end.length)
            : text
        : UNKNOWN,
    upper: onText((text) => text.toUpperCase()),
    values: ([map]) => isMap(map) ? [...map].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, item]) => item) : UNKNOWN,
    zipmap: ([keys, items]) => zip(keys, items),
};
/** The value of a call; `try` and what needs files is the evaluator's own matter. */
function functions_callFunction(name, args) {
    return (Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name]?.(args) : undefined) ?? UNKNOWN;
}
function onText(change) {
    // A change of case leaves the mark of an unknown part as it is.
    return ([value]) => (typeof value === 'string' ? change(value) : UNKNOWN);
}
function bounded(list) {
    return list.length > MAX_ITEMS ? UNKNOWN : list;
}
function every(list, wanted) {
    if (!isList(list))
        return UNKNOWN;
    const truths = list.map(truthOf);
    if (truths.includes(!wanted))
        return !wanted;
    return truths.includes(undefined) ? UNKNOWN : wanted;
}
function containsValue(list, wanted) {
    if (!isList(list) || wanted === undefined)
        return UNKNOWN;
    const results = list.map((item) => equal(item, wanted));
    if (results.includes(true))
        return true;
    return results.includes(undefined) ? UNKNOWN : false;
}
function distinct(list) {
    const seen = new Map();
    for (const item of list.slice(0, MAX_ITEMS)) {
        const key = item === UNKNOWN ? `unknown ${seen.size}` : JSON.stringify(toPlain(item));
        if (!seen.has(key))
            seen.set(key, item);
    }
    return [...seen.values()];
}
function flatten(list, depth = 0) {
    return list.flatMap((item) => (isList(item) && depth < 50 ? flatten(item, depth + 1) : [item]));
}
function format(pattern, args) {
    if (typeof pattern !== 'string')
        return UNKNOWN;
    let next = 0;
    let refused = false;
    const text = pattern.replace(/%(?:%|(\d{0,3})([sdvqt]))/g, (_whole, width, verb) => {
        if (verb === undefined)
            return '%';
        const value = args[next++];
        const shown = value === undefined ? undefined : verb === 'v' || verb === 'q' ? shownAsIs(value, verb) : textOf(value);
        if (shown === undefined)
            refused = true;
        return width?.startsWith('0')
            ? (shown ?? '').padStart(Number(width), '0')
            : (shown ?? '').padStart(Number(width ?? 0));
    });
    return refused || text.length > MAX_TEXT ? UNKNOWN : text;
}
function shownAsIs(value, verb) {
    const text = textOf(value);
    return verb === 'q' || text === undefined ? JSON.stringify(toPlain(value)) : text;
}
function formatList(pattern, args) {
    const lists = args.filter(isList);
    const length = Math.max(0, ...lists.map((list) => list.length));
    if (lists.length === 0 || length > MAX_ITEMS || lists.some((list) => list.length !== length))
        return UNKNOWN;
    return Array.from({ length }, (_, index) => format(pattern, args.map((arg) => (isList(arg) ? (arg[index] ?? UNKNOWN) : arg))));
}
function joinTexts(separator, list) {
    if (typeof separator !== 'string' || !isList(list))
        return UNKNOWN;
    const texts = list.map((item) => textOf(item) ?? UNKNOWN_PART);
    const length = texts.reduce((sum, text) => sum + text.length + separator.length, 0);
    return length > MAX_TEXT ? UNKNOWN : texts.join(separator);
}
function decodeJson(text) {
    if (typeof text !== 'string')
        return UNKNOWN;
    try {
        return fromPlain(JSON.parse(text));
    }
    catch {
        return UNKNOWN;
    }
}
function lengthOf(value) {
    if (isList(value))
        return value.length;
    if (isMap(value))
        return value.size;
    return isKnownText(value) ? [...value].length : UNKNOWN;
}
function lookup(map, key, fallback) {
    if (!isMap(map) || !isKnownText(key))
        return UNKNOWN;
    return map.get(key) ?? fallback ?? UNKNOWN;
}
function mergeMaps(args) {
    const maps = args.filter((value) => value !== null);
    if (!maps.every(isMap))
        return UNKNOWN;
    const merged = new Map(maps.flatMap((map) => [...map]));
    return merged.size > MAX_ITEMS ? UNKNOWN : merged;
}
function rangeOf(from, to) {
    if (typeof from !== 'number')
        return UNKNOWN;
    const [start, end] = typeof to === 'number' ? [from, to] : [0, from];
    const length = Math.max(0, end - start);
    return length > MAX_ITEMS ? UNKNOWN : Array.from({ length }, (_, index) => start + index);
}
function trimmed(text, cut) {
    let start = 0;
    let end = text.length;
    while (start < end && cut.includes(text.charAt(start)))
        start++;
    while (end > start && cut.includes(text.charAt(end - 1)))
        end--;
    return text.slice(start, end);
}
function zip(keys, items) {
    if (!isList(keys) || !isList(items) || keys.length !== items.length)
        return UNKNOWN;
    const zipped = new Map();
    for (const [index, key] of keys.entries()) {
        if (!isKnownText(key))
            return UNKNOWN;
        zipped.set(key, items[index] ?? UNKNOWN);
    }
    return zipped;
}

;// CONCATENATED MODULE: ./lib/declarations/terraform/syntax.js
/** The element of a splat, as a name that no configuration can contain. */
const SPLAT_ELEMENT = '*';

;// CONCATENATED MODULE: ./lib/declarations/terraform/evaluate.js



const evaluate_MAX_STEPS = 2_000_000;
/** Nested expressions and references together; each level takes a few stack frames. */
const evaluate_MAX_DEPTH = 600;
/** The value of an expression; unknown where the configuration alone does not tell, or Terraform would refuse it. */
function evaluate_evaluate(expression, scope) {
    const { budget } = scope;
    if (budget.depth >= evaluate_MAX_DEPTH || budget.steps <= 0)
        return UNKNOWN;
    budget.steps--;
    budget.depth++;
    try {
        return valueIn(expression, scope);
    }
    finally {
        budget.depth--;
    }
}
function valueIn(expression, scope) {
    switch (expression.type) {
        case 'literal':
            return expression.value;
        case 'template':
            return templateText(expression.parts, scope);
        case 'name':
            return referenceTo(expression, scope);
        case 'index':
            return referenceTo(expression, scope);
        case 'splat':
            return splatOf(evaluate_evaluate(expression.of, scope), expression.each, scope);
        case 'tuple':
            return expression.items.map((item) => evaluate_evaluate(item, scope));
        case 'object':
            return objectOf(expression.entries, scope);
        case 'for':
            return loopOf(expression, scope);
        case 'conditional':
            return chosen(expression, scope);
        case 'unary':
            return unary(expression.operator, evaluate_evaluate(expression.of, scope));
        case 'binary':
            return evaluate_binary(expression.operator, evaluate_evaluate(expression.left, scope), evaluate_evaluate(expression.right, scope));
        case 'call':
            return callOf(expression, scope);
        case 'unreadable':
            return UNKNOWN;
    }
}
function templateText(parts, scope) {
    let text = '';
    for (const part of parts) {
        const piece = textOf(evaluate_evaluate(part, scope));
        if (piece === undefined || text.length + piece.length > MAX_TEXT)
            return UNKNOWN;
        text += piece;
    }
    return text;
}
/** `a.b["c"].d`: the name with as many of its steps as it takes up, then the rest of the steps one by one. */
function referenceTo(expression, scope) {
    const steps = [];
    let root = expression;
    while (root.type === 'index') {
        steps.push(root.index);
        root = root.of;
    }
    steps.reverse();
    if (root.type !== 'name')
        return steps.reduce((value, step) => evaluate_itemOf(value, evaluate_evaluate(step, scope)), evaluate_evaluate(root, scope));
    const own = scope.locals.get(root.name);
    if (own !== undefined)
        return steps.reduce((value, step) => evaluate_itemOf(value, evaluate_evaluate(step, scope)), own);
    const path = [];
    for (const step of steps.slice(0, 2)) {
        if (step.type !== 'literal' || typeof step.value !== 'string')
            break;
        path.push(step.value);
    }
    const { value, used } = scope.refer(root.name, path);
    return steps.slice(used).reduce((inner, step) => evaluate_itemOf(inner, evaluate_evaluate(step, scope)), value);
}
function evaluate_itemOf(value, index) {
    if (isList(value)) {
        const place = typeof index === 'string' && /^\d{1,6}$/.test(index) ? Number(index) : index;
        return typeof place === 'number' ? (value[place] ?? UNKNOWN) : UNKNOWN;
    }
    if (!isMap(value))
        return UNKNOWN;
    const key = typeof index === 'number' ? String(index) : index;
    return typeof key === 'string' ? (value.get(key) ?? UNKNOWN) : UNKNOWN;
}
function splatOf(value, each, scope) {
    if (value === UNKNOWN)
        return UNKNOWN;
    const items = value === null ? [] : isList(value) ? value : [value];
    return items.slice(0, MAX_ITEMS).map((item) => evaluate_evaluate(each, withLocals(scope, [[SPLAT_ELEMENT, item]])));
}
function withLocals(scope, added) {
    return { ...scope, locals: new Map([...scope.locals, ...added]) };
}
function objectOf(entries, scope) {
    const object = new Map();
    for (const [name, expression] of entries) {
        const key = textOf(evaluate_evaluate(name, scope));
        if (key === undefined)
            return UNKNOWN;
        object.set(key, evaluate_evaluate(expression, scope));
    }
    return object;
}
function loopOf(loop, scope) {
    const over = evaluate_evaluate(loop.over, scope);
    const entries = entriesOf(over);
    if (entries === undefined || entries.length > MAX_ITEMS)
        return UNKNOWN;
    const items = [];
    const object = new Map();
    for (const [key, item] of entries) {
        const inner = withLocals(scope, [...(loop.key === undefined ? [] : [[loop.key, key]]), [loop.item, item]]);
        const wanted = loop.condition === undefined ? true : truthOf(evaluate_evaluate(loop.condition, inner));
        if (wanted === undefined)
            return UNKNOWN;
        if (!wanted)
            continue;
        const element = evaluate_evaluate(loop.element, inner);
        if (loop.elementKey === undefined) {
            items.push(element);
            continue;
        }
        const name = textOf(evaluate_evaluate(loop.elementKey, inner));
        if (name === undefined)
            return UNKNOWN;
        const known = object.get(name);
        object.set(name, loop.groups ? [...(isList(known) ? known : []), element] : element);
    }
    return loop.elementKey === undefined ? items : object;
}
function entriesOf(value) {
    if (isList(value))
        return value.map((item, index) => [index, item]);
    return isMap(value) ? [...value] : undefined;
}
function chosen(expression, scope) {
    const condition = truthOf(evaluate_evaluate(expression.condition, scope));
    if (condition !== undefined)
        return evaluate_evaluate(condition ? expression.yes : expression.no, scope);
    const yes = evaluate_evaluate(expression.yes, scope);
    return equal(yes, evaluate_evaluate(expression.no, scope)) === true ? yes : UNKNOWN;
}
function unary(operator, value) {
    if (operator === '-')
        return typeof value === 'number' ? -value : UNKNOWN;
    const truth = truthOf(value);
    return truth === undefined ? UNKNOWN : !truth;
}
function evaluate_binary(operator, left, right) {
    switch (operator) {
        case '==':
            return equal(left, right) ?? UNKNOWN;
        case '!=': {
            const same = equal(left, right);
            return same === undefined ? UNKNOWN : !same;
        }
        case '&&':
        case '||': {
            const decisive = operator === '||';
            const truths = [truthOf(left), truthOf(right)];
            if (truths.includes(decisive))
                return decisive;
            return truths.includes(undefined) ? UNKNOWN : !decisive;
        }
        default:
            return typeof left === 'number' && typeof right === 'number' ? evaluate_arithmetic(operator, left, right) : UNKNOWN;
    }
}
function evaluate_arithmetic(operator, left, right) {
    switch (operator) {
        case '+':
            return left + right;
        case '-':
            return left - right;
        case '*':
            return left * right;
        case '/':
            return right === 0 ? UNKNOWN : left / right;
        case '%':
            return right === 0 ? UNKNOWN : left % right;
        case '<':
            return left < right;
        case '>':
            return left > right;
        case '<=':
            return left <= right;
        case '>=':
            return left >= right;
        default:
            return UNKNOWN;
    }
}
function callOf(call, scope) {
    const args = [];
    for (const [index, expression] of call.args.entries()) {
        const value = evaluate_evaluate(expression, scope);
        if (!call.expands || index < call.args.length - 1)
            args.push(value);
        else if (isList(value))
            args.push(...value.slice(0, MAX_ITEMS));
        else
            return UNKNOWN;
    }
    if (call.name === 'file' || call.name === 'templatefile')
        return scope.readFile(call.name, args);
    // What fails in Terraform is unknown here, and so is what merely cannot be known: the first known one is the likeliest.
    if (call.name === 'try')
        return args.find((value) => isKnown(value) || isAddressed(value)) ?? args[0] ?? UNKNOWN;
    return functions_callFunction(call.name, args);
}
function isAddressed(value) {
    return typeof value === 'string' && !isKnownText(value);
}

;// CONCATENATED MODULE: ./lib/declarations/terraform/resources.js


/** Names that Terraform itself reads in a resource. */
const META = new Set(['count', 'for_each', 'depends_on', 'provider', 'lifecycle', 'connection', 'provisioner']);
const MAX_INSTANCES = 500;
const MAX_BLOCK_DEPTH = 20;
function attributeValue(block, name) {
    return block.attributes.get(name)?.value;
}
function blocksOf(block, type) {
    return block.blocks.filter((inner) => inner.type === type);
}
function evaluateBlock(block, scope, uncertain = false, depth = 0) {
    const attributes = new Map();
    for (const [name, { value, source, at }] of block.body.attributes)
        if (!META.has(name))
            attributes.set(name, { value: evaluate_evaluate(value, scope), source, at });
    const blocks = depth > MAX_BLOCK_DEPTH
        ? []
        : block.body.blocks.filter(({ type }) => !META.has(type)).flatMap((inner) => innerBlocks(inner, scope, depth));
    return { type: block.type, at: block.at, attributes, blocks, uncertain: uncertain || block.body.broken };
}
function innerBlocks(block, scope, depth) {
    const [type] = block.labels;
    if (block.type !== 'dynamic' || type === undefined)
        return [evaluateBlock(block, scope, false, depth + 1)];
    const content = block.body.blocks.find((inner) => inner.type === 'content');
    if (content === undefined)
        return [];
    const iterator = block.body.attributes.get('iterator')?.value;
    const name = iterator?.type === 'name' ? iterator.name : type;
    return instancesOf(block.body, scope, name).map((instance) => evaluateBlock({ ...content, type }, instance.scope, instance.uncertain, depth + 1));
}
/** What `count` or `for_each` makes of a block; `name` is the iterator: `each`, or the label of a dynamic block. */
function instancesOf(body, scope, name) {
    const each = body.attributes.get('for_each');
    const count = body.attributes.get('count');
    const scoped = (key, value) => withLocals(scope, [
        [
            name,
            new Map([
                ['key', key],
                ['value', value],
            ]),
        ],
    ]);
    if (each !== undefined) {
        const entries = resources_entriesOf(evaluate_evaluate(each.value, scope));
        if (entries === undefined)
            return [{ scope: scoped(UNKNOWN, UNKNOWN), uncertain: true }];
        return entries
            .slice(0, MAX_INSTANCES)
            .map(([key, value]) => ({ scope: scoped(key, value), key, uncertain: false }));
    }
    if (count === undefined)
        return [{ scope, uncertain: false }];
    const times = evaluate_evaluate(count.value, scope);
    const counted = (index) => withLocals(scope, [['count', new Map([['index', index]])]]);
    if (typeof times !== 'number')
        return [{ scope: counted(UNKNOWN), uncertain: true }];
    return Array.from({ length: Math.max(0, Math.min(times, MAX_INSTANCES)) }, (_, index) => ({
        scope: counted(index),
        key: index,
        uncertain: false,
    }));
}
/** A set of texts is keyed by its elements. */
function resources_entriesOf(value) {
    if (isMap(value))
        return [...value];
    if (!isList(value))
        return undefined;
    return value.map((item, index) => [textOf(item) ?? String(index), item]);
}
/** The address of an instance: `…["eu"]`, `…[0]`. */
function keyed(address, key) {
    if (key === undefined)
        return address;
    return typeof key === 'number' ? `${address}[${key}]` : `${address}["${key}"]`;
}

;// CONCATENATED MODULE: ./lib/declarations/terraform/world.js


function world_ofType(world, ...types) {
    return world.resources.filter(({ mode, resourceType }) => mode === 'managed' && types.includes(resourceType));
}
/** The line of the attribute, or of the block that would hold it. */
function spotOfAttribute(world, resource, block, name) {
    return world.spotOf(resource.file, block.attributes.get(name)?.at ?? block.at);
}
/** A switch with the provider's default for where it is left out. */
function settingOf(block, name, fallback) {
    const value = attributeValue(block, name);
    if (value === undefined || value === null)
        return block.uncertain ? 'unknown' : fallback;
    return truthOf(value) ?? 'unknown';
}
/** The text of an attribute with its unknown parts marked; undefined if it is left out, or null. */
function textAttribute(block, name) {
    const value = attributeValue(block, name);
    if (value === UNKNOWN)
        return UNKNOWN_PART;
    return typeof value === 'string' ? value : undefined;
}
/**
 * What tells resources of one backend apart from others: its name; where a provider makes the name, the address of the
 * resource that holds it; where it is not known, the module and the words of the expression.
 */
function world_keyOf(resource, attribute) {
    const { value, source } = resource.attributes.get(attribute) ?? {};
    const written = textKey(value);
    if (written !== undefined)
        return written;
    return source === undefined ? `${ADDRESS_MARK}${resource.address}` : expressionKey(resource, source);
}
function expressionKey(resource, source) {
    return `${UNKNOWN_PART}${resource.module}${source.replace(/\s+/g, '')}`;
}
function textKey(value) {
    if (typeof value !== 'string')
        return undefined;
    if (value === '' || value.includes(UNKNOWN_PART))
        return undefined;
    return value.lastIndexOf(ADDRESS_MARK) <= 0 ? value : undefined;
}
/** The name that is shown for a key: itself, or the address of a resource that speaks of it. */
function shownName(key, address) {
    if (key.startsWith(ADDRESS_MARK))
        return key.slice(ADDRESS_MARK.length);
    return isKnownText(key) ? key : address;
}

;// CONCATENATED MODULE: ./lib/declarations/terraform/aws-cognito.js




/** Identity pools, with the roles they give to guests and to whoever signs up. Their ids are made by AWS, so they have no name. */
function findIdentityPools(world) {
    const signUp = aws_cognito_signUpOf(world);
    return world_ofType(world, 'aws_cognito_identity_pool').flatMap((pool) => {
        const verdicts = judgeIdentityPool(modelOf(world, pool, signUp));
        const opened = verdicts.flatMap(({ opens, ...verdict }) => opens === undefined ? [] : [{ kind: opens.kind, name: shownName(opens.name, pool.address), verdicts: [verdict] }]);
        return [{ kind: 'cognito-identity-pool', verdicts: ownVerdicts(verdicts) }, ...opened];
    });
}
/** Anybody may sign up unless only administrators may (aws_cognito_user_pool, `admin_create_user_config`). */
function aws_cognito_signUpOf(world) {
    const settings = world_ofType(world, 'aws_cognito_user_pool').map((pool) => {
        const [config] = blocksOf(pool, 'admin_create_user_config');
        const adminOnly = config === undefined ? false : settingOf(config, 'allow_admin_create_user_only', false);
        return adminOnly === 'unknown' ? 'unknown' : !adminOnly;
    });
    if (settings.includes(true))
        return true;
    return settings.includes('unknown') ? 'unknown' : false;
}
function modelOf(world, pool, signUp) {
    const attachments = world_ofType(world, 'aws_cognito_identity_pool_roles_attachment').filter((one) => world_keyOf(one, 'identity_pool_id') === `${ADDRESS_MARK}${pool.address}`);
    const policiesFor = (kind) => attachments.flatMap((attachment) => {
        const roles = attributeValue(attachment, 'roles');
        const role = isMap(roles) ? roles.get(kind) : undefined;
        return role === undefined ? [] : policiesOfRole(world, role);
    });
    return {
        spot: world.spotOf(pool.file, pool.at),
        allowsGuests: pool.uncertain ? 'unknown' : settingOf(pool, 'allow_unauthenticated_identities', false),
        classicFlow: settingOf(pool, 'allow_classic_flow', false),
        guestPolicies: policiesFor('unauthenticated'),
        signUp,
        memberPolicies: policiesFor('authenticated'),
    };
}
/** Policies of a role, given by its ARN: inline, of their own, attached. */
function policiesOfRole(world, roleArn) {
    if (typeof roleArn !== 'string')
        return [];
    const name = roleArn.slice(roleArn.lastIndexOf('role/') + (roleArn.includes('role/') ? 5 : 0));
    const isOfRole = (one) => values_listOf(attributeValue(one, 'role')).includes(name) || values_listOf(attributeValue(one, 'roles')).includes(name);
    const role = world_ofType(world, 'aws_iam_role').filter((one) => shownRole(one) === name);
    const inline = role.flatMap((one) => blocksOf(one, 'inline_policy').map((block) => policyOf(world, one, attributeValue(block, 'policy'), 'policy', block)));
    const own = world_ofType(world, 'aws_iam_role_policy')
        .filter(isOfRole)
        .map((one) => policyOf(world, one, attributeValue(one, 'policy'), 'policy', one));
    const attached = world_ofType(world, 'aws_iam_role_policy_attachment', 'aws_iam_policy_attachment').filter(isOfRole);
    const managed = attached.flatMap((one) => managedPolicy(world, one));
    return [...inline, ...own, ...managed];
}
function shownRole(role) {
    const name = attributeValue(role, 'name');
    return isKnownText(name) ? name : `${ADDRESS_MARK}${role.address}`;
}
function policyOf(world, resource, value, name, block) {
    const text = typeof value === 'string' ? value : undefined;
    return {
        spot: spotOfAttribute(world, resource, block, name),
        text,
        uncertain: resource.uncertain || block.uncertain,
    };
}
/** AWS's own policies that grant data to whoever holds them, by the end of their ARN. */
const AWS_MANAGED = {
    AdministratorAccess: ['*'],
    PowerUserAccess: ['s3:*', 'dynamodb:*', 'sqs:*', 'sdb:*', 'logs:*'],
    ReadOnlyAccess: ['s3:Get*', 's3:List*', 'dynamodb:Get*', 'dynamodb:BatchGet*', 'dynamodb:Query', 'dynamodb:Scan'],
    AmazonS3FullAccess: ['s3:*'],
    AmazonS3ReadOnlyAccess: ['s3:Get*', 's3:List*'],
    AmazonDynamoDBFullAccess: ['dynamodb:*'],
    AmazonDynamoDBReadOnlyAccess: ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query', 'dynamodb:Scan'],
    AmazonSQSFullAccess: ['sqs:*'],
};
function managedPolicy(world, attachment) {
    const arn = attributeValue(attachment, 'policy_arn');
    if (typeof arn !== 'string')
        return [policyOf(world, attachment, undefined, 'policy_arn', attachment)];
    const name = arn.slice(arn.lastIndexOf('/') + 1);
    if (arn.startsWith('arn:aws:iam::aws:policy/')) {
        const actions = Object.hasOwn(AWS_MANAGED, name) ? AWS_MANAGED[name] : undefined;
        if (actions === undefined)
            return [];
        const text = JSON.stringify({ Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] });
        return [policyOf(world, attachment, text, 'policy_arn', attachment)];
    }
    return world_ofType(world, 'aws_iam_policy')
        .filter((one) => world_keyOf(one, 'name') === name)
        .map((one) => policyOf(world, one, attributeValue(one, 'policy'), 'policy', one));
}
/** An API key ships in the app: who holds the app holds it. What it opens is the schema's matter. */
function findAppSync(world) {
    return world_ofType(world, 'aws_appsync_graphql_api').flatMap((api) => {
        const additional = blocksOf(api, 'additional_authentication_provider');
        const open = [api, ...additional].find((block) => attributeValue(block, 'authentication_type') === 'API_KEY');
        const spot = spotOfAttribute(world, api, open ?? api, 'authentication_type');
        const why = 'The API accepts an API key, which ships in the app; the schema decides what it opens.';
        if (open === undefined)
            return [];
        return [{ kind: 'appsync', verdicts: [{ spot, audience: 'app-holder', can: [], state: 'conditional', why }] }];
    });
}

;// CONCATENATED MODULE: ./lib/declarations/services/opensearch.js


/** HTTP methods are what the policy rules (Amazon OpenSearch Service developer guide, "Identity and Access Management"). */
const opensearch_ACTIONS = [
    { name: 'es:eshttpget', can: ['list', 'read'] },
    { name: 'es:eshttppost', can: ['list', 'read', 'create', 'overwrite'] },
    { name: 'es:eshttpput', can: ['create', 'overwrite'] },
    { name: 'es:eshttppatch', can: ['overwrite'] },
    { name: 'es:eshttpdelete', can: ['delete'] },
    { name: 'es:updatedomainconfig', can: ['administer'] },
];
function judgeSearchDomain(domain) {
    const verdicts = verdict_merged(domain.policies.flatMap((policy) => opensearch_judgePolicy(policy, domain)));
    if (verdicts.length > 0)
        return verdicts;
    return [verdict_closed(domain.spot, 'Nothing in the configuration opens this domain to strangers.')];
}
function opensearch_judgePolicy(policy, { vpc, signIn }) {
    const parsed = policy.text === undefined ? undefined : parsePolicy(policy.text);
    const verdict = { spot: policy.spot, audience: 'anyone' };
    if (parsed?.type !== 'policy')
        return [{ ...verdict, can: [], state: 'unknown', why: 'The access policy is not known from the configuration.' }];
    const denies = parsed.statements.filter(deniesStrangers);
    return parsed.statements.flatMap((statement) => {
        if (statement.effect !== 'Allow' || (statement.principal !== 'everyone' && statement.principal !== 'unknown'))
            return [];
        const limits = limitsOf(statement);
        if (limits === 'limited')
            return [];
        const can = opensearch_ACTIONS.filter(({ name }) => matchesAny(statement.actions, name) && !denies.some((deny) => matchesAny(deny.actions, name))).flatMap((action) => action.can);
        if (can.length === 0)
            return [];
        const open = { ...verdict, can };
        if (vpc)
            return [
                {
                    ...open,
                    state: 'mitigated',
                    why: 'The access policy allows everyone, but the domain is reachable from its VPC only.',
                },
            ];
        if (signIn === true)
            return [
                {
                    ...open,
                    state: 'mitigated',
                    why: 'The access policy allows everyone, but fine-grained access control asks them to sign in.',
                },
            ];
        if (policy.uncertain || limits === 'unknown' || signIn === 'unknown' || statement.principal === 'unknown')
            return [
                {
                    ...open,
                    state: 'unknown',
                    why: 'Whether the access policy lets strangers in depends on values that are not known.',
                },
            ];
        return [
            {
                ...open,
                state: 'open',
                why: 'The access policy allows this to everyone, and the domain’s endpoint is public.',
            },
        ];
    });
}

;// CONCATENATED MODULE: ./lib/declarations/terraform/aws-opensearch.js



const DOMAINS = ['aws_opensearch_domain', 'aws_elasticsearch_domain'];
/** OpenSearch and Elasticsearch domains by their access policies. */
function findOpenSearch(world) {
    const attached = world_ofType(world, ...DOMAINS.map((type) => `${type}_policy`));
    const domains = world_ofType(world, ...DOMAINS);
    const found = domains.map((domain) => {
        const key = world_keyOf(domain, 'domain_name');
        const own = attached.filter((one) => world_keyOf(one, 'domain_name') === key);
        const model = {
            spot: world.spotOf(domain.file, domain.at),
            policies: [domain, ...own].flatMap((one) => policiesIn(world, one)),
            vpc: blocksOf(domain, 'vpc_options').length > 0,
            signIn: signInOf(domain),
        };
        return { kind: 'elasticsearch', name: shownName(key, domain.address), verdicts: judgeSearchDomain(model) };
    });
    const known = new Set(domains.map((domain) => world_keyOf(domain, 'domain_name')));
    const foreign = attached.filter((one) => !known.has(world_keyOf(one, 'domain_name')));
    return [
        ...found,
        ...foreign.map((one) => {
            const spot = world.spotOf(one.file, one.at);
            const verdicts = judgeSearchDomain({ spot, policies: policiesIn(world, one), vpc: false, signIn: 'unknown' });
            return { kind: 'elasticsearch', name: shownName(world_keyOf(one, 'domain_name'), one.address), verdicts };
        }),
    ];
}
function policiesIn(world, resource) {
    const value = attributeValue(resource, 'access_policies');
    if (value === undefined || value === null)
        return [];
    const spot = spotOfAttribute(world, resource, resource, 'access_policies');
    return [{ spot, text: typeof value === 'string' ? value : undefined, uncertain: resource.uncertain }];
}
/** `advanced_security_options`: enabled, and without anonymous access for a transition. */
function signInOf(domain) {
    const [options] = blocksOf(domain, 'advanced_security_options');
    if (options === undefined)
        return domain.uncertain ? 'unknown' : false;
    const enabled = settingOf(options, 'enabled', false);
    const anonymous = settingOf(options, 'anonymous_auth_enabled', false);
    if (enabled === false || anonymous === true)
        return false;
    return enabled === true && anonymous === false ? true : 'unknown';
}

;// CONCATENATED MODULE: ./lib/declarations/services/s3.js



const ALL_USERS = 'http://acs.amazonaws.com/groups/global/AllUsers';
const AUTHENTICATED_USERS = 'http://acs.amazonaws.com/groups/global/AuthenticatedUsers';
/** The group that a grantee's URI names, if it holds strangers (Amazon S3 user guide, "Predefined groups"). */
function audienceOfGroup(uri) {
    const plain = uri.replace(/^https:/, 'http:');
    if (plain === ALL_USERS)
        return 'anyone';
    return plain === AUTHENTICATED_USERS ? 'any-account' : undefined;
}
/** What a canned ACL grants to strangers (Amazon S3 user guide, "Canned ACL"). */
function cannedGrants(acl) {
    switch (acl.toLowerCase().replaceAll('-', '')) {
        case 'publicread':
            return [{ audience: 'anyone', permission: 'READ' }];
        case 'publicreadwrite':
            return [
                { audience: 'anyone', permission: 'READ' },
                { audience: 'anyone', permission: 'WRITE' },
            ];
        case 'authenticatedread':
            return [{ audience: 'any-account', permission: 'READ' }];
        default:
            return [];
    }
}
/** On a bucket READ lists its keys and WRITE writes any object; on an object READ reads it, and WRITE does nothing. */
function operationsOfGrant({ permission }, onObject) {
    switch (permission) {
        case 'READ':
            return onObject ? ['read'] : ['list'];
        case 'WRITE':
            return onObject ? [] : ['create', 'overwrite', 'delete'];
        case 'WRITE_ACP':
            return ['administer'];
        case 'FULL_CONTROL':
            return onObject ? ['read', 'administer'] : ['list', 'create', 'overwrite', 'delete', 'administer'];
        case 'READ_ACP':
            return [];
    }
}
/** Who can do what to a bucket: its ACLs, policies and access points, less what ownership and the public access blocks void. */
function judgeS3(bucket) {
    const block = union(bucket.blocks);
    const verdicts = verdict_merged([
        ...bucket.acls.flatMap((acl) => judgeAcl(acl, bucket.ownership, block)),
        ...bucket.policies.flatMap((policy) => s3_judgePolicy(policy, block, 'The bucket policy')),
        ...bucket.accessPoints.flatMap((point) => judgeAccessPoint(point, bucket, block)),
    ]);
    if (verdicts.length > 0)
        return verdicts;
    return [verdict_closed(bucket.spot, 'Nothing in the configuration opens this bucket to strangers.')];
}
const OFF = {
    blockPublicAcls: false,
    ignorePublicAcls: false,
    blockPublicPolicy: false,
    restrictPublicBuckets: false,
};
function union(blocks) {
    return blocks.reduce((all, one) => ({
        blockPublicAcls: either(all.blockPublicAcls, one.blockPublicAcls),
        ignorePublicAcls: either(all.ignorePublicAcls, one.ignorePublicAcls),
        blockPublicPolicy: either(all.blockPublicPolicy, one.blockPublicPolicy),
        restrictPublicBuckets: either(all.restrictPublicBuckets, one.restrictPublicBuckets),
    }), OFF);
}
function either(left, right) {
    if (left === true || right === true)
        return true;
    return left === 'unknown' || right === 'unknown' ? 'unknown' : false;
}
function judgeAcl(acl, ownership, block) {
    const { state, why } = aclState(acl, ownership, block);
    if (acl.grants.length === 0) {
        if (!acl.uncertain || state === 'mitigated')
            return [];
        return [
            {
                spot: acl.spot,
                audience: 'anyone',
                can: [],
                state: 'unknown',
                why: 'The ACL is not known from the configuration.',
            },
        ];
    }
    return acl.grants.flatMap((grant) => {
        const can = operationsOfGrant(grant, acl.key !== undefined);
        if (can.length === 0)
            return [];
        const pattern = acl.key === undefined ? {} : { pattern: `/${acl.key}` };
        return [{ spot: acl.spot, ...pattern, audience: grant.audience, can, state, why }];
    });
}
function aclState(acl, ownership, block) {
    if (ownership === 'BucketOwnerEnforced')
        return { state: 'mitigated', why: 'The ACL is public, but BucketOwnerEnforced ownership turns all ACLs off.' };
    if (block.ignorePublicAcls === true)
        return { state: 'mitigated', why: 'The ACL is public, but Block Public Access ignores public ACLs.' };
    if (block.blockPublicAcls === true)
        return { state: 'mitigated', why: 'The ACL is public, but Block Public Access refuses public ACLs.' };
    if (acl.uncertain || ownership === 'unknown' || either(block.ignorePublicAcls, block.blockPublicAcls) === 'unknown')
        return {
            state: 'unknown',
            why: 'The ACL is public, but whether it takes effect depends on values that are not known.',
        };
    const groups = new Set(acl.grants.map(({ audience }) => audience));
    const group = groups.has('anyone') ? 'all users' : 'every AWS account';
    const since = ownership === 'unset'
        ? ' (S3 refuses it on buckets made since April 2023, unless their ownership allows ACLs)'
        : '';
    return { state: 'open', why: `The ACL grants access to ${group}, and no public access block voids it${since}.` };
}
/** The verdicts on one policy; a statement for named principals gives none. */
function s3_judgePolicy(policy, block, what) {
    const parsed = policy.text === undefined ? { type: 'unreadable' } : parsePolicy(policy.text);
    if (parsed.type === 'unreadable')
        return [
            {
                spot: policy.spot,
                audience: 'anyone',
                can: [],
                state: 'unknown',
                why: `${what} is not known from the configuration.`,
            },
        ];
    const denies = parsed.statements.filter(deniesStrangers);
    return parsed.statements.flatMap((statement) => judgeStatement(statement, denies, policy, block, what));
}
function judgeStatement(statement, denies, policy, block, what) {
    const { effect, principal } = statement;
    if (effect === 'Deny' || principal === 'fixed' || principal === 'none')
        return [];
    const limits = limitsOf(statement);
    const can = withoutDenied(operationsOf(statement), statement, denies);
    if (can.length === 0)
        return [];
    const pattern = keyPatternOf(statement);
    const shared = {
        spot: policy.spot,
        ...(pattern === undefined ? {} : { pattern }),
        audience: principal === 'federated' ? 'any-account' : 'anyone',
        can,
    };
    if (limits === 'limited')
        return [
            {
                ...shared,
                state: 'conditional',
                why: `${what} names every principal, but a condition limits it to fixed callers.`,
            },
        ];
    if (policy.detached === true)
        return [{ ...shared, state: 'mitigated', why: `${what} is public, but it is not attached.` }];
    const { state, why } = policyState(policy.uncertain || effect === 'unknown' || principal === 'unknown' || limits === 'unknown', block, what);
    return [{ ...shared, state, why }];
}
function policyState(uncertain, block, what) {
    if (uncertain)
        return { state: 'unknown', why: `Whether ${lower(what)} lets strangers in depends on values that are not known.` };
    if (block.restrictPublicBuckets === true)
        return {
            state: 'mitigated',
            why: `${what} is public, but Block Public Access restricts public buckets to the account.`,
        };
    if (block.blockPublicPolicy === true)
        return { state: 'mitigated', why: `${what} is public, but Block Public Access refuses public policies.` };
    if (either(block.restrictPublicBuckets, block.blockPublicPolicy) === 'unknown')
        return { state: 'unknown', why: `${what} is public, but whether Block Public Access voids it is not known.` };
    return { state: 'open', why: `${what} allows this to every principal, and no condition limits it to fixed callers.` };
}
function lower(text) {
    return text.charAt(0).toLowerCase() + text.slice(1);
}
/** An access point with a VPC origin is never public; through any other, the bucket's own policy has to let the request pass. */
function judgeAccessPoint(point, bucket, block) {
    if (point.vpc)
        return [];
    const verdicts = s3_judgePolicy(point.policy, union([block, point.block]), 'The access point’s policy');
    if (bucket.policies.some(delegates))
        return verdicts;
    return verdicts.map((verdict) => verdict.state === 'open'
        ? {
            ...verdict,
            state: 'mitigated',
            why: 'The access point’s policy is public, but the bucket’s own policy does not let strangers pass.',
        }
        : verdict);
}
/** The bucket's policy allows everyone, at most on the condition that they come through an access point. */
function delegates({ text }) {
    const policy = text === undefined ? undefined : parsePolicy(text);
    // What the bucket's policy says is not known: it may delegate.
    if (policy?.type !== 'policy')
        return true;
    return policy.statements.some(({ effect, principal, conditions }) => {
        if (effect !== 'Allow' || principal !== 'everyone')
            return false;
        return conditions.every(({ key }) => key === 's3:dataaccesspointaccount' || key === 's3:dataaccesspointarn');
    });
}

;// CONCATENATED MODULE: ./lib/declarations/terraform/aws-s3-module.js




/** terraform-aws-modules/s3-bucket, from the registry or from its repository. */
const SOURCE = /(?:^|\/)terraform-aws-modules\/(?:s3-bucket\/aws$|terraform-aws-s3-bucket(?:\.git)?(?:\?|$|\/\/))/;
/** Calls of the public S3 bucket module, with its defaults for the version that is asked for. */
function s3BucketModules(world) {
    return world.calls
        .filter((call) => SOURCE.test(call.source) && settingOf(call, 'create_bucket', true) !== false)
        .map((call) => ({ call, model: aws_s3_module_modelOf(call) }));
}
function aws_s3_module_modelOf(call) {
    const blocksByDefault = blocksPublicAccess(call);
    const controlsOwnership = settingOf(call, 'control_object_ownership', false);
    const ownership = attributeValue(call, 'object_ownership');
    return {
        block: blockOf(call, blocksByDefault, call.uncertain),
        ownership: controlsOwnership === true ? ownershipOf(ownership) : controlsOwnership === false ? 'unset' : 'unknown',
        // The policy input counts only when `attach_policy` is set.
        attachesPolicy: settingOf(call, 'attach_policy', false),
    };
}
function ownershipOf(value) {
    if (value === undefined)
        return 'BucketOwnerEnforced';
    if (value === UNKNOWN)
        return 'unknown';
    return value === 'ObjectWriter' || value === 'BucketOwnerPreferred' || value === 'BucketOwnerEnforced'
        ? value
        : 'unknown';
}
/** 3.9.0 (26 April 2023) turned the four switches on by default; its changelog says so. Without a version the newest is taken. */
function blocksPublicAccess({ version, source }) {
    const written = version ?? /[?&]ref=v?([\d.]+)/.exec(source)?.[1];
    const [, major, minor] = /(\d{1,4})(?:\.(\d{1,4}))?/.exec(written ?? '') ?? [];
    if (major === undefined)
        return true;
    // `~> 3.0` and `>= 3.0` take the newest of that line.
    if (/^\s*(?:>|~>\s*\d+(?:\.\d+)?\s*$)/.test(written ?? ''))
        return Number(major) >= 3;
    return Number(major) > 3 || (Number(major) === 3 && Number(minor ?? 0) >= 9);
}

;// CONCATENATED MODULE: ./lib/declarations/terraform/aws-s3.js





/** Every bucket that the configuration makes or speaks of, judged by all resources that rule it. */
function findS3(world) {
    const drafts = new Map();
    const aliases = new Map();
    const draftOf = (key, resource) => {
        const name = bucketKey(aliases.get(key) ?? key);
        const known = drafts.get(name);
        if (known !== undefined)
            return known;
        const spot = world.spotOf(resource.file, resource.at);
        const draft = {
            address: resource.address,
            spot,
            ownership: 'unset',
            blocks: [],
            acls: [],
            policies: [],
            accessPoints: [],
        };
        drafts.set(name, draft);
        return draft;
    };
    for (const bucket of world_ofType(world, 'aws_s3_bucket', 'aws_s3_directory_bucket')) {
        const { value, source } = bucket.attributes.get('bucket') ?? {};
        const key = isKnownText(value) ? world_keyOf(bucket, 'bucket') : `${ADDRESS_MARK}${bucket.address}`;
        // Other resources may name the bucket by the same unknown expression.
        if (key !== value && source !== undefined)
            aliases.set(expressionKey(bucket, source), key);
        const draft = draftOf(key, bucket);
        draft.acls.push(...aclsIn(world, bucket, bucket));
        draft.policies.push(...policyIn(world, bucket, 'policy'));
    }
    for (const acl of world_ofType(world, 'aws_s3_bucket_acl'))
        draftOf(world_keyOf(acl, 'bucket'), acl).acls.push(...aclsIn(world, acl, acl));
    for (const policy of world_ofType(world, 'aws_s3_bucket_policy'))
        draftOf(world_keyOf(policy, 'bucket'), policy).policies.push(...policyIn(world, policy, 'policy'));
    for (const controls of world_ofType(world, 'aws_s3_bucket_ownership_controls')) {
        const [rule] = blocksOf(controls, 'rule');
        draftOf(world_keyOf(controls, 'bucket'), controls).ownership = aws_s3_ownershipOf(rule, controls.uncertain);
    }
    for (const block of world_ofType(world, 'aws_s3_bucket_public_access_block'))
        draftOf(world_keyOf(block, 'bucket'), block).blocks.push(blockOf(block, false, block.uncertain));
    for (const object of world_ofType(world, 'aws_s3_object', 'aws_s3_bucket_object', 'aws_s3_object_copy')) {
        const acls = aclsIn(world, object, object).filter(({ grants }) => grants.length > 0);
        if (acls.length > 0)
            draftOf(world_keyOf(object, 'bucket'), object).acls.push(...acls.map((acl) => ({ ...acl, key: objectKey(object) })));
    }
    for (const point of world_ofType(world, 'aws_s3_access_point'))
        draftOf(world_keyOf(point, 'bucket'), point).accessPoints.push(...accessPointOf(world, point));
    for (const { call, model } of s3BucketModules(world)) {
        const draft = draftOf(world_keyOf(call, 'bucket'), call);
        draft.acls.push(...aclsIn(world, call, call));
        draft.policies.push(...policyIn(world, call, 'policy').map((one) => withAttachment(one, model.attachesPolicy)));
        draft.blocks.push(model.block);
        draft.ownership = model.ownership;
    }
    const account = world_ofType(world, 'aws_s3_account_public_access_block').map((block) => blockOf(block, false, block.uncertain));
    return [...drafts].map(([key, draft]) => ({
        kind: 's3',
        name: shownName(key, draft.address),
        verdicts: judgeS3({ ...draft, blocks: [...account, ...draft.blocks] }),
    }));
}
/** A bucket is also named by its ARN. */
function bucketKey(key) {
    return key.startsWith('arn:aws:s3:::') ? key.slice('arn:aws:s3:::'.length) : key;
}
function objectKey(object) {
    const key = textAttribute(object, 'key');
    return isKnownText(key) ? key.replace(/^\//, '') : '{key=**}';
}
function aclsIn(world, resource, block) {
    const canned = attributeValue(block, 'acl');
    const { uncertain } = resource;
    const acls = [];
    if (canned !== undefined && canned !== null && !isKnownText(canned))
        acls.push({ spot: spotOfAttribute(world, resource, block, 'acl'), grants: [], uncertain: true });
    if (typeof canned === 'string' && cannedGrants(canned).length > 0)
        acls.push({ spot: spotOfAttribute(world, resource, block, 'acl'), grants: cannedGrants(canned), uncertain });
    const own = blocksOf(block, 'grant');
    const nested = blocksOf(block, 'access_control_policy').flatMap((inner) => blocksOf(inner, 'grant'));
    return [...acls, ...[...own, ...nested].flatMap((grant) => grantAcl(world, resource, grant))];
}
/** `grant { uri, permissions }` of the bucket, `grant { grantee { uri }, permission }` of the ACL resource. */
function grantAcl(world, resource, grant) {
    const grantee = blocksOf(grant, 'grantee')[0] ?? grant;
    const audience = audienceOfGroup(textAttribute(grantee, 'uri') ?? '');
    if (audience === undefined)
        return [];
    const permissions = [attributeValue(grant, 'permission'), attributeValue(grant, 'permissions')].flatMap((value) => Array.isArray(value) ? value : [value]);
    const grants = permissions.filter(isPermission).map((permission) => ({ audience, permission }));
    const name = grant.attributes.has('permissions') ? 'permissions' : 'permission';
    const spot = spotOfAttribute(world, resource, grant, name);
    return grants.length === 0 ? [] : [{ spot, grants, uncertain: resource.uncertain || grant.uncertain }];
}
const PERMISSIONS = ['READ', 'WRITE', 'READ_ACP', 'WRITE_ACP', 'FULL_CONTROL'];
function isPermission(value) {
    return typeof value === 'string' && PERMISSIONS.includes(value);
}
function policyIn(world, resource, name) {
    const value = attributeValue(resource, name);
    if (value === undefined || value === null || value === '')
        return [];
    const text = typeof value === 'string' ? value : undefined;
    return [{ spot: spotOfAttribute(world, resource, resource, name), text, uncertain: resource.uncertain }];
}
function withAttachment(policy, attaches) {
    return { ...policy, detached: attaches === false, uncertain: policy.uncertain || attaches === 'unknown' };
}
function aws_s3_ownershipOf(rule, uncertain) {
    const value = rule === undefined ? UNKNOWN : attributeValue(rule, 'object_ownership');
    if (uncertain || rule?.uncertain === true)
        return 'unknown';
    return value === 'BucketOwnerEnforced' || value === 'BucketOwnerPreferred' || value === 'ObjectWriter'
        ? value
        : 'unknown';
}
/** `fallback`: what the provider takes for a switch that is left out. */
function blockOf(block, fallback, uncertain) {
    const setting = (name) => {
        const value = settingOf(block, name, fallback);
        return uncertain && value === true ? 'unknown' : value;
    };
    return {
        blockPublicAcls: setting('block_public_acls'),
        ignorePublicAcls: setting('ignore_public_acls'),
        blockPublicPolicy: setting('block_public_policy'),
        restrictPublicBuckets: setting('restrict_public_buckets'),
    };
}
function accessPointOf(world, point) {
    const attached = world_ofType(world, 'aws_s3control_access_point_policy').filter((one) => {
        const target = attributeValue(one, 'access_point_arn');
        return target !== UNKNOWN && target === `arn:aws:s3:-:-:accesspoint/${world_keyOf(point, 'name')}`;
    });
    const policies = [...policyIn(world, point, 'policy'), ...attached.flatMap((one) => policyIn(world, one, 'policy'))];
    const [configuration] = blocksOf(point, 'public_access_block_configuration');
    // The provider's default is that all four are on.
    const block = blockOf(configuration ?? { ...point, attributes: new Map() }, true, point.uncertain);
    const vpc = blocksOf(point, 'vpc_configuration').length > 0;
    return policies.map((policy) => ({ spot: policy.spot, vpc, block, policy }));
}

;// CONCATENATED MODULE: ./lib/declarations/services/azure-blob.js
const OPERATIONS_OF = {
    blob: ['read'],
    container: ['list', 'read'],
};
/** Anonymous access needs both the account's flag and the container's level (learn.microsoft.com, "anonymous read access"). */
function judgeBlobContainer({ spot, access, account, uncertain }) {
    const verdict = { spot, audience: 'anyone' };
    if (access === 'private')
        return { ...verdict, can: [], state: 'closed', why: 'The container is private.' };
    if (access === 'unknown')
        return {
            ...verdict,
            can: [],
            state: 'unknown',
            why: 'The container’s access level is not known from the configuration.',
        };
    const can = OPERATIONS_OF[access];
    const level = `The container’s access level is “${access}”`;
    if (account === false)
        return { ...verdict, can, state: 'mitigated', why: `${level}, but its storage account forbids anonymous access.` };
    if (account === 'unknown' || uncertain)
        return {
            ...verdict,
            can,
            state: 'unknown',
            why: `${level}, but whether it takes effect depends on values that are not known.`,
        };
    const flag = {
        true: 'and its storage account allows anonymous access',
        'default-on': 'and its storage account allows anonymous access by the provider’s default',
        undeclared: 'and nothing in this configuration forbids it for the storage account',
    }[String(account)];
    return { ...verdict, can, state: 'open', why: `${level}, ${flag}.` };
}

;// CONCATENATED MODULE: ./lib/declarations/terraform/azure-storage.js




/** Every blob container, judged together with its storage account. */
function findAzureBlob(world) {
    const accounts = new Map();
    const aliases = new Map();
    for (const account of world_ofType(world, 'azurerm_storage_account')) {
        const { value, source } = account.attributes.get('name') ?? {};
        const key = isKnownText(value) ? world_keyOf(account, 'name') : `${ADDRESS_MARK}${account.address}`;
        if (key !== value && source !== undefined)
            aliases.set(expressionKey(account, source), key);
        accounts.set(key, account);
    }
    const containers = world_ofType(world, 'azurerm_storage_container').map((container) => {
        const written = accountKey(container);
        const key = aliases.get(written) ?? written;
        const account = accounts.get(key);
        const verdict = judgeBlobContainer(azure_storage_modelOf(world, container, account));
        const accountName = shownName(key, account?.address ?? container.address);
        const name = shownName(world_keyOf(container, 'name'), container.address);
        return { key, found: { kind: 'azure-blob', name: `${accountName}/${name}`, verdicts: [verdict] } };
    });
    const empty = [...accounts].filter(([key]) => !containers.some((container) => container.key === key));
    return [
        ...containers.map(({ found }) => found),
        ...empty.map(([key, account]) => ({
            kind: 'azure-blob',
            name: shownName(key, account.address),
            verdicts: [accountVerdict(world, account)],
        })),
    ];
}
/** `storage_account_name`, or the last part of `storage_account_id`. */
function accountKey(container) {
    const byName = container.attributes.has('storage_account_name');
    const key = world_keyOf(container, byName ? 'storage_account_name' : 'storage_account_id');
    const slash = key.lastIndexOf('/storageAccounts/');
    return slash === -1 ? key : (key.slice(slash + '/storageAccounts/'.length).split('/', 1)[0] ?? key);
}
function azure_storage_modelOf(world, container, account) {
    const value = attributeValue(container, 'container_access_type');
    const access = value === undefined || value === null ? (container.uncertain ? 'unknown' : 'private') : levelOf(value);
    return {
        spot: spotOfAttribute(world, container, container, 'container_access_type'),
        access,
        account: account === undefined ? 'undeclared' : accountFlag(world, account),
        uncertain: container.uncertain || account?.uncertain === true,
    };
}
function levelOf(value) {
    const level = typeof value === 'string' ? value.toLowerCase() : UNKNOWN;
    return level === 'private' || level === 'blob' || level === 'container' ? level : 'unknown';
}
/**
 * `allow_nested_items_to_be_public`: on by default from 3.0 on, off from 5.0 on (5.0 upgrade guide); before 3.0 it was
 * `allow_blob_public_access`, off by default.
 */
function accountFlag(world, account) {
    for (const name of ['allow_nested_items_to_be_public', 'allow_blob_public_access'])
        if (account.attributes.has(name))
            return settingOf(account, name, false);
    const major = world.majorOf('azurerm');
    if (major !== undefined && (major < 3 || major >= 5))
        return false;
    return account.uncertain ? 'unknown' : 'default-on';
}
function accountVerdict(world, account) {
    return {
        spot: world.spotOf(account.file, account.at),
        audience: 'anyone',
        can: [],
        state: 'closed',
        why: 'No container of this configuration is open to anonymous readers.',
    };
}

;// CONCATENATED MODULE: ./lib/declarations/services/gcs.js

/** The two principals that hold strangers (cloud.google.com/storage/docs/access-control/iam). */
function audienceOfMember(member) {
    const plain = member.trim();
    if (plain === 'allUsers')
        return 'anyone';
    return plain === 'allAuthenticatedUsers' ? 'any-account' : undefined;
}
const ALL = ['list', 'read', 'create', 'overwrite', 'delete', 'administer'];
const OBJECTS = ['list', 'read', 'create', 'overwrite', 'delete'];
/** cloud.google.com/storage/docs/access-control/iam-roles, lower case, without `roles/`. */
const ROLES = {
    'storage.objectviewer': ['list', 'read'],
    'storage.legacyobjectreader': ['read'],
    'storage.legacybucketreader': ['list'],
    'storage.objectcreator': ['create'],
    'storage.objectuser': OBJECTS,
    'storage.objectadmin': [...OBJECTS, 'administer'],
    'storage.folderadmin': OBJECTS,
    'storage.legacyobjectowner': ['read', 'administer'],
    'storage.legacybucketwriter': ['list', 'create', 'overwrite', 'delete'],
    'storage.legacybucketowner': ['list', 'create', 'overwrite', 'delete', 'administer'],
    'storage.admin': ALL,
    viewer: ['list', 'read'],
    reader: ['list', 'read'],
    editor: OBJECTS,
    owner: ALL,
};
/** What a role lets its members do with a bucket's contents; undefined for a role whose permissions are not known. */
function operationsOfRole(role) {
    const name = role.toLowerCase().replace(/^roles\//, '');
    if (Object.hasOwn(ROLES, name))
        return ROLES[name];
    // Predefined roles of other services, or ones that only look at the bucket, open no contents; custom roles are not known.
    return role.startsWith('roles/') ? [] : undefined;
}
/** Who can do what to a bucket by its IAM bindings and ACLs. */
function judgeGcs(bucket) {
    const verdicts = verdict_merged([
        ...bucket.bindings.flatMap((binding) => judgeBinding(binding, bucket)),
        ...bucket.acls.flatMap((acl) => gcs_judgeAcl(acl, bucket)),
    ]);
    if (verdicts.length > 0)
        return verdicts;
    return [verdict_closed(bucket.spot, 'Nothing in the configuration opens this bucket to strangers.')];
}
function judgeBinding(binding, bucket) {
    const can = binding.role === undefined ? undefined : operationsOfRole(binding.role);
    const pattern = binding.folder === undefined ? {} : { pattern: `/${binding.folder.replace(/\/$/, '')}/{object=**}` };
    if (can?.length === 0)
        return [];
    const known = binding.audiences.map((audience) => {
        const uncertain = binding.uncertain || can === undefined;
        return {
            spot: binding.spot,
            ...pattern,
            audience,
            can: can ?? [],
            ...stateOfGrant('IAM', audience, bucket, uncertain, binding),
        };
    });
    if (known.length > 0 || !binding.unknownMembers)
        return known;
    const why = 'Who is granted this role is not known from the configuration.';
    return [{ spot: binding.spot, ...pattern, audience: 'anyone', can: [], state: 'unknown', why }];
}
function stateOfGrant(what, audience, bucket, uncertain, binding) {
    const who = audience === 'anyone' ? 'allUsers' : 'allAuthenticatedUsers';
    if (bucket.publicAccessPrevention === true)
        return { state: 'mitigated', why: `${what} grants this to ${who}, but public access prevention is enforced.` };
    if (uncertain || bucket.publicAccessPrevention === 'unknown')
        return {
            state: 'unknown',
            why: `${what} grants something to ${who}, but what takes effect depends on values that are not known.`,
        };
    if (binding?.conditional === true)
        return { state: 'conditional', why: `${what} grants this to ${who} on a condition.` };
    return { state: 'open', why: `${what} grants ${binding?.role ?? 'access'} to ${who}.` };
}
/** cloud.google.com/storage/docs/access-control/lists, "Permissions". */
function operationsOfAcl({ role, on }) {
    if (on === 'bucket') {
        if (role === 'READER')
            return ['list'];
        return role === 'WRITER'
            ? ['list', 'create', 'overwrite', 'delete']
            : ['list', 'create', 'overwrite', 'delete', 'administer'];
    }
    return role === 'OWNER' ? ['read', 'administer'] : ['read'];
}
function gcs_judgeAcl(acl, bucket) {
    const shared = {
        spot: acl.spot,
        ...(acl.object === undefined ? {} : { pattern: `/${acl.object}` }),
        audience: acl.audience,
        can: operationsOfAcl(acl),
    };
    if (bucket.uniformAccess === true)
        return [
            { ...shared, state: 'mitigated', why: 'The ACL is public, but uniform bucket-level access turns all ACLs off.' },
        ];
    const uncertain = acl.uncertain || bucket.uniformAccess === 'unknown';
    return [{ ...shared, ...stateOfGrant('The ACL', acl.audience, bucket, uncertain) }];
}

;// CONCATENATED MODULE: ./lib/declarations/terraform/gcp-storage.js




/** Every Cloud Storage bucket that the configuration makes or speaks of, judged by all resources that rule it. */
function findGcs(world) {
    const drafts = new Map();
    const aliases = new Map();
    const draftOf = (key, resource) => {
        const name = gcp_storage_bucketKey(aliases.get(key) ?? key);
        const known = drafts.get(name);
        if (known !== undefined)
            return known;
        const draft = {
            address: resource.address,
            spot: world.spotOf(resource.file, resource.at),
            publicAccessPrevention: false,
            uniformAccess: false,
            bindings: [],
            acls: [],
        };
        drafts.set(name, draft);
        return draft;
    };
    for (const bucket of world_ofType(world, 'google_storage_bucket')) {
        const { value, source } = bucket.attributes.get('name') ?? {};
        const key = isKnownText(value) ? world_keyOf(bucket, 'name') : `${ADDRESS_MARK}${bucket.address}`;
        if (key !== value && source !== undefined)
            aliases.set(expressionKey(bucket, source), key);
        const draft = draftOf(key, bucket);
        draft.publicAccessPrevention = preventionOf(bucket);
        draft.uniformAccess = uniformAccessOf(bucket);
    }
    for (const grant of world_ofType(world, ...BINDINGS))
        draftOf(world_keyOf(grant, 'bucket'), grant).bindings.push(...bindingsOf(world, grant));
    for (const acl of world_ofType(world, ...ACLS))
        draftOf(world_keyOf(acl, 'bucket'), acl).acls.push(...aclsOf(world, acl));
    return [...drafts].map(([key, draft]) => ({
        kind: 'gcs',
        name: shownName(key, draft.address),
        verdicts: judgeGcs(draft),
    }));
}
const BINDINGS = ['bucket', 'managed_folder'].flatMap((of) => ['iam_member', 'iam_binding', 'iam_policy'].map((how) => `google_storage_${of}_${how}`));
const ACLS = [
    'google_storage_bucket_acl',
    'google_storage_default_object_acl',
    'google_storage_object_acl',
    'google_storage_bucket_access_control',
    'google_storage_default_object_access_control',
    'google_storage_object_access_control',
];
function gcp_storage_bucketKey(key) {
    return key.replace(/^(?:gs:\/\/|b\/|projects\/_\/buckets\/)/, '');
}
function preventionOf(bucket) {
    const value = attributeValue(bucket, 'public_access_prevention');
    if (value === undefined || value === null)
        return bucket.uncertain ? 'unknown' : false;
    return typeof value === 'string' && isKnownText(value) ? value === 'enforced' : 'unknown';
}
/** `bucket_policy_only` was its name until version 4 of the provider. */
function uniformAccessOf(bucket) {
    const name = bucket.attributes.has('bucket_policy_only') ? 'bucket_policy_only' : 'uniform_bucket_level_access';
    return settingOf(bucket, name, false);
}
function bindingsOf(world, grant) {
    const folder = textAttribute(grant, 'managed_folder');
    const shared = {
        ...(isKnownText(folder) ? { folder } : {}),
        uncertain: grant.uncertain,
    };
    if (grant.resourceType.endsWith('_iam_policy')) {
        const spot = spotOfAttribute(world, grant, grant, 'policy_data');
        return policyBindings(attributeValue(grant, 'policy_data')).map((binding) => ({ ...shared, ...binding, spot }));
    }
    // The one of them that the resource does not have is refused by the provider; it is judged by what it was meant to grant.
    const name = grant.attributes.has('members') ? 'members' : 'member';
    const spot = spotOfAttribute(world, grant, grant, name);
    const conditional = blocksOf(grant, 'condition').length > 0;
    return [{ ...shared, ...gcp_storage_membersOf(attributeValue(grant, name)), role: roleOf(grant), conditional, spot }];
}
function roleOf(grant) {
    const role = attributeValue(grant, 'role');
    return isKnownText(role) ? role : undefined;
}
function gcp_storage_membersOf(value) {
    const members = values_listOf(value);
    const audiences = members.flatMap((member) => {
        const audience = typeof member === 'string' ? audienceOfMember(member) : undefined;
        return audience === undefined ? [] : [audience];
    });
    return { audiences, unknownMembers: members.some((member) => member === UNKNOWN || member === UNKNOWN_PART) };
}
/** The bindings of an IAM policy document (`policy_data`). */
function policyBindings(value) {
    const unknown = { role: undefined, audiences: [], unknownMembers: true, conditional: false };
    if (typeof value !== 'string')
        return value === undefined || value === null ? [] : [unknown];
    try {
        const document = JSON.parse(value);
        if (typeof document !== 'object' || document === null || !('bindings' in document))
            return [];
        if (!Array.isArray(document.bindings))
            return [];
        return document.bindings.slice(0, 1000).flatMap((binding) => {
            if (typeof binding !== 'object' || binding === null)
                return [];
            const { role, members, condition } = binding;
            const names = Array.isArray(members)
                ? members.filter((member) => typeof member === 'string')
                : [UNKNOWN];
            const known = isKnownText(typeof role === 'string' ? role : undefined) ? String(role) : undefined;
            return [{ role: known, ...gcp_storage_membersOf(names), conditional: condition !== undefined }];
        });
    }
    catch {
        return [unknown];
    }
}
/** cloud.google.com/storage/docs/access-control/lists, "Predefined ACLs", as the provider spells them. */
const PREDEFINED = {
    publicread: [['anyone', 'READER']],
    publicreadwrite: [['anyone', 'WRITER']],
    authenticatedread: [['any-account', 'READER']],
};
function aclsOf(world, resource) {
    const on = resource.resourceType.includes('default_object')
        ? 'default-object'
        : resource.resourceType.includes('object')
            ? 'object'
            : 'bucket';
    const object = textAttribute(resource, 'object');
    const shared = {
        on,
        ...(on === 'object' && isKnownText(object) ? { object } : {}),
        uncertain: resource.uncertain,
    };
    const found = (name, audience, role) => ({
        ...shared,
        audience,
        role,
        spot: spotOfAttribute(world, resource, resource, name),
    });
    const predefined = predefinedOf(attributeValue(resource, 'predefined_acl'));
    const entities = values_listOf(attributeValue(resource, 'role_entity')).flatMap((entry) => {
        const [role, entity] = typeof entry === 'string' ? entry.split(':') : [];
        const audience = audienceOfMember(entity ?? '');
        return audience !== undefined && isRole(role) ? [found('role_entity', audience, role)] : [];
    });
    const audience = audienceOfMember(textAttribute(resource, 'entity') ?? '');
    const role = attributeValue(resource, 'role');
    return [
        ...predefined.map(([who, what]) => found('predefined_acl', who, what)),
        ...entities,
        ...(audience !== undefined && isRole(role) ? [found('entity', audience, role)] : []),
    ];
}
function predefinedOf(value) {
    const name = typeof value === 'string' ? value.toLowerCase() : '';
    return Object.hasOwn(PREDEFINED, name) ? (PREDEFINED[name] ?? []) : [];
}
function isRole(value) {
    return value === 'READER' || value === 'WRITER' || value === 'OWNER';
}

;// CONCATENATED MODULE: ./lib/declarations/terraform/templates.js
const templates_ESCAPES = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };
/** Escapes of a quoted string (HCL syntax specification, "Template Literals"). */
function unescaped(raw) {
    if (!raw.includes('\\'))
        return unmarked(raw);
    const plain = raw.replace(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([nrt"\\]))/g, (whole, short, long, simple) => {
        if (simple !== undefined)
            return templates_ESCAPES[simple] ?? whole;
        const code = Number.parseInt(short ?? long ?? '', 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    });
    return unmarked(plain);
}
/** `$${` and `%%{` stand for `${` and `%{`. */
function unmarked(raw) {
    return raw.replaceAll('$${', '${').replaceAll('%%{', '%{');
}
/** `"…"`: the parser leaves out blanks between parts, so the text is taken from between their offsets. */
function quotedOf(node, text, read) {
    const end = node.endIndex - (text[node.endIndex - 1] === '"' ? 1 : 0);
    return templateOf(node.children, { text, start: node.startIndex + 1, end }, read, unescaped);
}
/** `<<EOT … EOT`: no escapes but `$${`; with `<<-` the indentation that all lines share goes. */
function heredocOf(node, text, read) {
    const names = node.children.filter((child) => child?.type === 'heredoc_identifier');
    const opening = names[0];
    const closing = names.at(-1);
    if (!opening || !closing || opening.startIndex === closing.startIndex)
        return { type: 'unreadable', at: node.startIndex };
    const start = text.indexOf('\n', opening.endIndex) + 1;
    const end = Math.max(start, text.lastIndexOf('\n', closing.startIndex) + 1);
    const shared = text.startsWith('<<-', node.startIndex) ? indentation(text.slice(start, end)) : 0;
    const dedented = (piece, at) => {
        const inner = piece.replace(/\n[ \t]{0,1000}/g, (run) => `\n${run.slice(1 + shared)}`);
        return unmarked(at === start ? inner.slice(Math.min(shared, inner.length)) : inner);
    };
    return templateOf(node.children, { text, start, end }, read, dedented);
}
function indentation(content) {
    const lines = content.split('\n').filter((line) => line.trim() !== '');
    return lines.reduce((least, line) => Math.min(least, line.length - line.trimStart().length), lines.length > 0 ? 1000 : 0);
}
function templateOf(children, { text, start, end }, read, plain) {
    const parts = [];
    let at = start;
    for (const child of children) {
        if (child?.type !== 'template_interpolation' && child?.type !== 'template_directive' && !child?.isError)
            continue;
        if (child.startIndex > at)
            parts.push(piece(plain(text.slice(at, child.startIndex), at), at));
        parts.push(partOf(child, text, read));
        at = child.endIndex;
    }
    if (end > at)
        parts.push(piece(plain(text.slice(at, end), at), at));
    const [only] = parts;
    if (only === undefined)
        return piece('', start);
    // `"${x}"` is x itself, whatever its type (HCL syntax specification, "Template Interpolation Unwrapping").
    return parts.length === 1 ? only : { type: 'template', parts, at: start };
}
function piece(value, at) {
    return { type: 'literal', value, at };
}
function partOf(node, text, read) {
    const at = node.startIndex;
    if (node.type === 'template_interpolation') {
        const inner = node.children.find((child) => child?.type === 'expression');
        return inner ? read(inner) : { type: 'unreadable', at };
    }
    const [directive] = node.namedChildren;
    if (directive?.type !== 'template_if')
        return { type: 'unreadable', at };
    const intro = directive.children.find((child) => child?.type === 'template_if_intro');
    const otherwise = directive.children.find((child) => child?.type === 'template_else_intro');
    const last = directive.children.find((child) => child?.type === 'template_if_end');
    const condition = intro?.children.find((child) => child?.type === 'expression');
    if (!intro || !condition || !last)
        return { type: 'unreadable', at };
    const within = (start, end) => {
        const children = directive.children.filter((child) => child && child.startIndex >= start && child.endIndex <= end);
        return templateOf(children, { text, start, end }, read, unmarked);
    };
    return {
        type: 'conditional',
        condition: read(condition),
        yes: within(intro.endIndex, otherwise?.startIndex ?? last.startIndex),
        no: otherwise ? within(otherwise.endIndex, last.startIndex) : piece('', at),
        at,
    };
}

;// CONCATENATED MODULE: ./lib/declarations/terraform/expressions.js


/** Deeper expressions (`a + b + c …` nests to the left) are not followed. */
const expressions_MAX_DEPTH = 200;
const BINARY = new Set(['==', '!=', '<', '>', '<=', '>=', '+', '-', '*', '/', '%', '&&', '||']);
/** The text of an identifier or of a quoted label. */
function identifierText(node, text) {
    const raw = text.slice(node.startIndex, node.endIndex);
    return raw.startsWith('"') ? unescaped(raw.slice(1, raw.endsWith('"') && raw.length > 1 ? -1 : undefined)) : raw;
}
/** An `expression` node, or any node that can stand for one, as plain data. */
function expressionOf(node, text, depth) {
    const at = node.startIndex;
    if (depth > expressions_MAX_DEPTH || node.isError)
        return { type: 'unreadable', at };
    const read = (child) => expressionOf(child, text, depth + 1);
    const children = presentChildren(node);
    const [first, second] = children;
    switch (node.type) {
        case 'expression':
            return termOf(children, text, depth + 1, at);
        case 'literal_value':
        case 'template_expr':
        case 'collection_value':
        case 'for_expr':
        case 'operation':
            return first === undefined ? { type: 'unreadable', at } : read(first);
        case 'string_lit':
        case 'quoted_template':
            return quotedOf(node, text, read);
        case 'heredoc_template':
            return heredocOf(node, text, read);
        case 'numeric_lit':
            return literal(Number(text.slice(node.startIndex, node.endIndex)), at);
        case 'bool_lit':
            return literal(text.startsWith('true', at), at);
        case 'null_lit':
            return literal(null, at);
        case 'variable_expr':
            return { type: 'name', name: text.slice(node.startIndex, node.endIndex), at };
        case 'tuple':
            return { type: 'tuple', items: children.filter(({ type }) => type === 'expression').map(read), at };
        case 'object':
            return { type: 'object', entries: children.flatMap((child) => entryOf(child, read)), at };
        case 'for_tuple_expr':
        case 'for_object_expr':
            return forOf(node, children, text, read);
        case 'conditional': {
            const [condition, yes, no] = children.filter(({ type }) => type !== '?' && type !== ':');
            if (!condition || !yes || !no)
                return { type: 'unreadable', at };
            return { type: 'conditional', condition: read(condition), yes: read(yes), no: read(no), at };
        }
        case 'unary_operation':
            if (!first)
                return { type: 'unreadable', at };
            return { type: 'unary', operator: first.type, of: termOf(children.slice(1), text, depth + 1, at), at };
        case 'binary_operation': {
            const middle = children.findIndex(({ type }) => BINARY.has(type));
            const operator = children[middle];
            if (middle < 1 || operator === undefined)
                return { type: 'unreadable', at };
            const left = termOf(children.slice(0, middle), text, depth + 1, at);
            return {
                type: 'binary',
                operator: operator.type,
                left,
                right: termOf(children.slice(middle + 1), text, depth + 1, at),
                at,
            };
        }
        case 'function_call': {
            const args = presentChildren(children.find(({ type }) => type === 'function_arguments'));
            const name = first === undefined ? '' : text.slice(first.startIndex, first.endIndex);
            const provided = second?.type === '(' ? name : '';
            return {
                type: 'call',
                name: provided,
                args: args.filter(({ type }) => type === 'expression').map(read),
                expands: args.some(({ type }) => type === 'ellipsis'),
                at,
            };
        }
        default:
            return { type: 'unreadable', at };
    }
}
function presentChildren(node) {
    return (node?.children ?? []).filter((child) => child !== null && child.type !== 'comment');
}
function literal(value, at) {
    return { type: 'literal', value, at };
}
/** A term and what is applied to it: `(x)`, `a.b[0].c`, `a[*].b`. */
function termOf(nodes, text, depth, at) {
    const [first, inner] = nodes;
    if (first === undefined || nodes.some(({ isError }) => isError))
        return { type: 'unreadable', at };
    if (first.type === '(') {
        if (inner === undefined)
            return { type: 'unreadable', at };
        return applied(expressionOf(inner, text, depth + 1), nodes.slice(3), text, depth + 1);
    }
    return applied(expressionOf(first, text, depth + 1), nodes.slice(1), text, depth + 1);
}
function applied(start, suffixes, text, depth) {
    let result = start;
    for (const suffix of suffixes) {
        const at = suffix.startIndex;
        const [kind] = presentChildren(suffix);
        if (suffix.type === 'get_attr')
            result = { type: 'index', of: result, index: literal(text.slice(at + 1, suffix.endIndex).trim(), at), at };
        else if (suffix.type === 'index' && kind !== undefined)
            result = { type: 'index', of: result, index: indexOf(kind, text, depth), at };
        else if (suffix.type === 'splat' && kind !== undefined)
            result = {
                type: 'splat',
                of: result,
                each: applied({ type: 'name', name: SPLAT_ELEMENT, at }, presentChildren(kind).slice(1), text, depth),
                at,
            };
        else
            return { type: 'unreadable', at };
    }
    return result;
}
function indexOf(node, text, depth) {
    if (node.type === 'legacy_index')
        return literal(Number(text.slice(node.startIndex + 1, node.endIndex)), node.startIndex);
    const [, inner] = presentChildren(node);
    return inner === undefined ? { type: 'unreadable', at: node.startIndex } : expressionOf(inner, text, depth + 1);
}
/** A bare word as a key is its own name; in parentheses it is an expression. */
function entryOf(node, read) {
    if (node.type !== 'object_elem')
        return [];
    const [key, , value] = presentChildren(node);
    if (key === undefined || value === undefined)
        return [];
    const name = read(key);
    return [[name.type === 'name' ? literal(name.name, name.at) : name, read(value)]];
}
function forOf(node, children, text, read) {
    const at = node.startIndex;
    const intro = presentChildren(children.find(({ type }) => type === 'for_intro'));
    const names = intro
        .filter(({ type }) => type === 'identifier')
        .map((name) => text.slice(name.startIndex, name.endIndex));
    const over = intro.find(({ type }) => type === 'expression');
    const values = children.filter(({ type }) => type === 'expression');
    const element = values.at(-1);
    const item = names.at(-1);
    if (over === undefined || element === undefined || item === undefined)
        return { type: 'unreadable', at };
    const condition = presentChildren(children.find(({ type }) => type === 'for_cond')).find(({ type }) => type === 'expression');
    const [first] = values;
    const loop = {
        type: 'for',
        item,
        over: read(over),
        element: read(element),
        groups: children.some(({ type }) => type === 'ellipsis'),
        at,
        ...(names.length > 1 && names[0] !== undefined ? { key: names[0] } : {}),
        ...(node.type === 'for_object_expr' && first !== undefined ? { elementKey: read(first) } : {}),
        ...(condition === undefined ? {} : { condition: read(condition) }),
    };
    return loop;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:module"
var external_node_module_ = __webpack_require__(8995);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/declarations/terraform/load-parser.js



/**
 * The files of the parser, unbundled: the bundler breaks web-tree-sitter's own way of finding `module`, and it would not carry
 * the grammar. scripts/build.mjs lays them beside the bundle.
 */
const FILES = {
    'web-tree-sitter.cjs': 'web-tree-sitter',
    'web-tree-sitter.wasm': 'web-tree-sitter/web-tree-sitter.wasm',
    'tree-sitter-terraform.wasm': '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm',
};
let loaded;
/** The tree-sitter parser for Terraform's HCL. Rejects if its files are missing. */
function loadTreeSitter() {
    loaded ??= load_parser_load();
    return loaded;
}
async function load_parser_load() {
    const require = (0,external_node_module_.createRequire)(import.meta.url);
    const locate = (name) => {
        const beside = external_node_path_.join(import.meta.dirname, name);
        return (0,external_node_fs_.existsSync)(beside) ? beside : require.resolve(FILES[name]);
    };
    const { Parser, Language } = require(locate('web-tree-sitter.cjs'));
    await Parser.init({ wasmBinary: (0,external_node_fs_.readFileSync)(locate('web-tree-sitter.wasm')) });
    const grammar = await Language.load(new Uint8Array((0,external_node_fs_.readFileSync)(locate('tree-sitter-terraform.wasm'))));
    const parser = new Parser();
    parser.setLanguage(grammar);
    return parser;
}

;// CONCATENATED MODULE: ./lib/declarations/terraform/parse.js


const parse_MAX_NESTING = 100;
const parse_MAX_LENGTH = 2 * 1024 * 1024;
const parse_MAX_PROBLEMS = 5;
const NOTHING = { attributes: new Map(), blocks: [], broken: true };
async function loadHclParser() {
    const parser = await loadTreeSitter();
    return {
        parse: (text) => {
            if (text.length > parse_MAX_LENGTH)
                return { body: NOTHING, problems: [{ at: 0, reason: 'is larger than 2 MiB' }] };
            if (parse_nestingOf(text) > parse_MAX_NESTING)
                return { body: NOTHING, problems: [{ at: 0, reason: 'is nested too deeply' }] };
            // A byte order mark is no part of the language; a blank keeps the offsets.
            const tree = parser.parse(text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text);
            if (tree === null)
                return { body: NOTHING, problems: [{ at: 0, reason: 'could not be parsed' }] };
            try {
                return { body: rootBody(tree.rootNode, text), problems: problemsIn(tree.rootNode) };
            }
            finally {
                tree.delete();
            }
        },
    };
}
/** How deep brackets go, strings and comments included: an upper bound that needs no lexer. */
function parse_nestingOf(text) {
    let depth = 0;
    let deepest = 0;
    for (let index = 0; index < text.length; index++) {
        const code = text.charCodeAt(index);
        if (code === 40 || code === 91 || code === 123)
            deepest = Math.max(deepest, ++depth);
        if (code === 41 || code === 93 || code === 125)
            depth = Math.max(0, depth - 1);
    }
    return deepest;
}
function rootBody(root, text) {
    const body = root.namedChildren.find((child) => child?.type === 'body');
    const broken = root.namedChildren.some((child) => child?.type === 'ERROR');
    if (!body)
        return { attributes: new Map(), blocks: [], broken };
    const read = parse_bodyOf(body, text);
    // An unclosed block swallows the file; its neighbours then stand in the ERROR node.
    const lost = root.namedChildren
        .filter((child) => child?.type === 'ERROR')
        .flatMap((child) => blocksWithin(child, text));
    return { ...read, blocks: [...read.blocks, ...lost], broken: read.broken || broken };
}
function blocksWithin(node, text) {
    if (node === null)
        return [];
    return node.namedChildren.flatMap((child) => {
        if (child?.type === 'block')
            return [parse_blockOf(child, text)];
        return child?.type === 'body' ? parse_bodyOf(child, text).blocks : [];
    });
}
function parse_bodyOf(node, text) {
    const attributes = new Map();
    const blocks = [];
    let broken = false;
    for (const child of node?.namedChildren ?? []) {
        if (child === null)
            continue;
        if (child.type === 'attribute') {
            const attribute = attributeOf(child, text);
            if (attribute === undefined)
                broken = true;
            else if (!attributes.has(attribute.name))
                attributes.set(attribute.name, attribute);
        }
        else if (child.type === 'block')
            blocks.push(parse_blockOf(child, text));
        else if (child.type === 'ERROR') {
            broken = true;
            blocks.push(...blocksWithin(child, text));
        }
    }
    return { attributes, blocks, broken };
}
function attributeOf(node, text) {
    const [name, , value] = node.children;
    if (!name || !value)
        return undefined;
    const source = text.slice(value.startIndex, Math.min(value.endIndex, value.startIndex + 200));
    return { name: identifierText(name, text), value: expressionOf(value, text, 0), source, at: node.startIndex };
}
function parse_blockOf(node, text) {
    const names = node.namedChildren.filter((child) => child?.type === 'identifier' || child?.type === 'string_lit');
    const [type, ...labels] = names.map((child) => (child ? identifierText(child, text) : ''));
    const body = node.namedChildren.find((child) => child?.type === 'body');
    const read = body ? parse_bodyOf(body, text) : { attributes: new Map(), blocks: [], broken: false };
    const broken = read.broken || node.namedChildren.some((child) => child?.type === 'ERROR' || child?.isMissing === true);
    return { type: type ?? '', labels, body: { ...read, broken }, at: node.startIndex };
}
function problemsIn(root) {
    const problems = [];
    const pending = [root];
    for (let node = pending.pop(); node !== undefined && problems.length < parse_MAX_PROBLEMS; node = pending.pop()) {
        if (!node.hasError)
            continue;
        if (node.isError)
            problems.push({ at: node.startIndex, reason: 'is no valid HCL here' });
        else if (node.isMissing)
            problems.push({ at: node.startIndex, reason: `lacks ${node.type} here` });
        else
            for (const child of node.children.toReversed())
                if (child)
                    pending.push(child);
    }
    return problems;
}

;// CONCATENATED MODULE: ./lib/declarations/terraform/policy-data.js


/** The document that `data "aws_iam_policy_document"` makes (registry.terraform.io/providers/hashicorp/aws, data source of that name). */
function iamPolicyDocument(document) {
    const own = blocksOf(document, 'statement').map(policy_data_statementOf);
    const base = documentsIn(document, ['source_json', 'source_policy_documents']);
    const over = documentsIn(document, ['override_json', 'override_policy_documents']);
    if (base === undefined || over === undefined) {
        // What the other documents say is not known; that they may say more must not be lost.
        return JSON.stringify({ Statement: [...own, { Effect: UNKNOWN_PART }] });
    }
    const statements = new Map();
    for (const [index, statement] of [...base, ...own, ...over].entries()) {
        const sid = sidOf(statement);
        statements.set(sid === '' ? `#${index}` : sid, statement);
    }
    // `&{…}` is how the data source spells a policy variable that Terraform would take for its own.
    return JSON.stringify({ Version: '2012-10-17', Statement: [...statements.values()] }).replaceAll('&{', '${');
}
function sidOf(statement) {
    if (typeof statement !== 'object' || statement === null || !('Sid' in statement))
        return '';
    return typeof statement.Sid === 'string' ? statement.Sid : '';
}
function documentsIn(document, names) {
    const statements = [];
    for (const value of names.flatMap((name) => values_listOf(attributeValue(document, name)))) {
        if (typeof value !== 'string')
            return undefined;
        if (value === '')
            continue;
        const parsed = parsedDocument(value);
        if (parsed === undefined)
            return undefined;
        statements.push(...parsed);
    }
    return statements;
}
function parsedDocument(text) {
    try {
        const document = JSON.parse(text);
        if (typeof document !== 'object' || document === null || !('Statement' in document))
            return [];
        return Array.isArray(document.Statement) ? document.Statement : [document.Statement];
    }
    catch {
        return undefined;
    }
}
function policy_data_statementOf(block) {
    if (block.uncertain)
        return { Effect: UNKNOWN_PART };
    const plain = (name) => toPlain(attributeValue(block, name) ?? UNKNOWN);
    const optional = (key, name) => (block.attributes.has(name) ? { [key]: plain(name) } : {});
    return {
        ...optional('Sid', 'sid'),
        Effect: block.attributes.has('effect') ? plain('effect') : 'Allow',
        ...optional('Action', 'actions'),
        ...optional('NotAction', 'not_actions'),
        ...optional('Resource', 'resources'),
        ...optional('NotResource', 'not_resources'),
        ...principalsOf('Principal', blocksOf(block, 'principals')),
        ...principalsOf('NotPrincipal', blocksOf(block, 'not_principals')),
        ...policy_data_conditionsOf(blocksOf(block, 'condition')),
    };
}
function principalsOf(key, blocks) {
    if (blocks.length === 0)
        return {};
    const byType = {};
    for (const block of blocks) {
        const type = attributeValue(block, 'type');
        const identifiers = attributeValue(block, 'identifiers');
        if (block.uncertain || typeof type !== 'string' || !isList(identifiers))
            return { [key]: UNKNOWN_PART };
        if (type === '*' && identifiers.includes('*'))
            return { [key]: '*' };
        byType[type] = [...(byType[type] ?? []), ...identifiers.map(toPlain)];
    }
    return { [key]: byType };
}
function policy_data_conditionsOf(blocks) {
    if (blocks.length === 0)
        return {};
    const conditions = {};
    for (const block of blocks) {
        const [test, variable] = [attributeValue(block, 'test'), attributeValue(block, 'variable')];
        const operator = typeof test === 'string' && !block.uncertain ? test : UNKNOWN_PART;
        const name = typeof variable === 'string' ? variable : UNKNOWN_PART;
        conditions[operator] = { ...conditions[operator], [name]: toPlain(attributeValue(block, 'values') ?? UNKNOWN) };
    }
    return { Condition: conditions };
}
/** The document that `data "google_iam_policy"` makes: `{bindings: [{role, members}]}`. */
function googlePolicyData(document) {
    const bindings = blocksOf(document, 'binding').map((binding) => ({
        role: binding.uncertain ? UNKNOWN_PART : toPlain(attributeValue(binding, 'role') ?? UNKNOWN),
        members: toPlain(attributeValue(binding, 'members') ?? UNKNOWN),
        ...(blocksOf(binding, 'condition').length > 0 ? { condition: {} } : {}),
    }));
    return JSON.stringify({ bindings });
}

;// CONCATENATED MODULE: ./lib/declarations/terraform/computed.js



/** The attribute that names a resource, and what follows from it. Only what one configuration uses to point at another. */
const NAMED = {
    aws_s3_bucket: { by: 'bucket', computed: bucketAttributes },
    aws_s3_access_point: {
        by: 'name',
        computed: (name) => ({ id: name, name, arn: `arn:aws:s3:-:-:accesspoint/${name}` }),
    },
    aws_iam_role: { by: 'name', computed: (name) => ({ id: name, name, arn: `arn:aws:iam::-:role/${name}` }) },
    aws_iam_policy: { by: 'name', computed: (name) => ({ id: name, arn: `arn:aws:iam::-:policy/${name}` }) },
    google_storage_bucket: { by: 'name', computed: (name) => ({ id: name, name, url: `gs://${name}` }) },
    azurerm_storage_account: { by: 'name', computed: (name) => ({ id: `/storageAccounts/${name}`, name }) },
    azurerm_storage_container: { by: 'name', computed: (name) => ({ name }) },
};
/** Resources that are known by their address alone. */
const BY_ADDRESS = new Set([
    'aws_cognito_identity_pool',
    'aws_appsync_graphql_api',
    'aws_opensearch_domain',
    'aws_elasticsearch_domain',
    'google_firebaserules_ruleset',
]);
function bucketAttributes(name) {
    return { id: name, bucket: name, arn: `arn:aws:s3:::${name}` };
}
/** What other expressions see of a resource. An undeclared one is known by its address only. */
function completed(resource, type, address) {
    const own = resource === undefined ? new Map() : plainBlock(resource, 0);
    if (type === 'aws_iam_policy_document' && resource !== undefined)
        own.set('json', iamPolicyDocument(resource));
    if (type === 'google_iam_policy' && resource !== undefined)
        own.set('policy_data', googlePolicyData(resource));
    if (type === 'module' && resource !== undefined) {
        const name = nameOf(attributeValue(resource, 'bucket'), address);
        return new Map([...own, ['s3_bucket_id', name], ['s3_bucket_arn', `arn:aws:s3:::${name}`]]);
    }
    const named = Object.hasOwn(NAMED, type) ? NAMED[type] : undefined;
    if (named !== undefined) {
        const computed = named.computed(nameOf(own.get(named.by), address), resource);
        return new Map([...own, ...Object.entries(computed)]);
    }
    if (BY_ADDRESS.has(type))
        own.set('id', `${ADDRESS_MARK}${address}`);
    return own;
}
/** The configured name, or what stands for one that a provider chooses. */
function nameOf(name, address) {
    return isKnownText(name) && name !== '' ? name : `${ADDRESS_MARK}${address}`;
}
const computed_MAX_BLOCK_DEPTH = 10;
function plainBlock(block, depth) {
    const plain = new Map();
    for (const [name, { value }] of block.attributes)
        plain.set(name, value === null ? UNKNOWN : value);
    if (depth > computed_MAX_BLOCK_DEPTH)
        return plain;
    for (const inner of block.blocks) {
        const known = plain.get(inner.type);
        plain.set(inner.type, [...(Array.isArray(known) ? known : []), plainBlock(inner, depth + 1)]);
    }
    return plain;
}

;// CONCATENATED MODULE: ./lib/declarations/terraform/module.js




const MAX_MODULE_DEPTH = 8;
function openModule(folder, address, inputs, around, depth = 0) {
    const named = (type, label) => {
        const byName = new Map();
        for (const declared of folder.blocks) {
            const name = declared.block.labels.slice(0, label).join('.');
            if (declared.block.type === type && !byName.has(name))
                byName.set(name, declared);
        }
        return byName;
    };
    const variables = named('variable', 1);
    const outputs = named('output', 1);
    const calls = named('module', 1);
    const resources = new Map([...named('resource', 2)].map(([name, declared]) => [name, { declared, mode: 'managed' }]));
    const data = new Map([...named('data', 2)].map(([name, declared]) => [`data.${name}`, { declared, mode: 'data' }]));
    const all = new Map([
        ...resources,
        ...data,
    ]);
    const locals = new Map(folder.blocks
        .filter(({ block }) => block.type === 'locals')
        .flatMap(({ block }) => [...block.body.attributes.values()].map((attribute) => [attribute.name, attribute])));
    const once = memo();
    const variable = (name) => {
        const given = inputs(name);
        const fallback = variables.get(name)?.block.body.attributes.get('default');
        // null means "not given" unless the variable says otherwise; its default is null then.
        if (given !== undefined && (given !== null || fallback === undefined))
            return given;
        return fallback === undefined ? UNKNOWN : evaluate_evaluate(fallback.value, scope);
    };
    const local = (name) => {
        const attribute = locals.get(name);
        return attribute === undefined ? UNKNOWN : evaluate_evaluate(attribute.value, scope);
    };
    const instancesOfResource = (name) => {
        const found = all.get(name);
        if (found === undefined)
            return [];
        return once.list(`resource ${name}`, () => instancesOf(found.declared.block.body, scope, 'each').map((instance) => ({
            ...(instance.key === undefined ? {} : { key: instance.key }),
            resource: resourceOf(found.declared, found.mode, instance, `${address}${name}`, folder.path, address),
        })));
    };
    const resourceValue = (name, type) => {
        const found = all.get(name);
        if (found === undefined)
            return completed(undefined, type, `${address}${name}`);
        const { attributes } = found.declared.block.body;
        return once.value(`value ${name}`, () => gathered(instancesOfResource(name).map(({ key, resource }) => ({
            key,
            value: completed(resource, type, resource.address),
        })), attributes.has('count') ? 'count' : attributes.has('for_each') ? 'for_each' : 'single'));
    };
    const instancesOfCall = (name) => {
        const declared = calls.get(name);
        if (declared === undefined)
            return [];
        return once.list(`call ${name}`, () => instancesOf(declared.block.body, scope, 'each').map((instance) => {
            const callAddress = keyed(`${address}module.${name}`, instance.key);
            const call = resourceOf(declared, 'managed', instance, `${address}module.${name}`, folder.path, address);
            const source = call.attributes.get('source')?.value;
            const target = typeof source === 'string' && depth < MAX_MODULE_DEPTH ? around.folderAt(folder.path, source) : undefined;
            const key = instance.key === undefined ? {} : { key: instance.key };
            if (target === undefined)
                return { ...key, call };
            const given = (input) => call.attributes.get(input)?.value;
            return { ...key, call, module: openModule(target, `${callAddress}.`, given, around, depth + 1) };
        }));
    };
    const moduleValue = (name) => {
        const attributes = calls.get(name)?.block.body.attributes;
        return once.value(`module ${name}`, () => gathered(instancesOfCall(name).map(({ key, module, call }) => ({
            key,
            value: module?.outputs() ?? completed(call, 'module', call.address),
        })), attributes?.has('count') ? 'count' : attributes?.has('for_each') ? 'for_each' : 'single'));
    };
    const scope = {
        budget: around.budget,
        locals: new Map(),
        refer: (root, path) => {
            const [first, second] = path;
            if (first === undefined)
                return { value: UNKNOWN, used: 0 };
            if (root === 'var')
                return { value: once.value(`var ${first}`, () => variable(first)), used: 1 };
            if (root === 'local')
                return { value: once.value(`local ${first}`, () => local(first)), used: 1 };
            if (root === 'module')
                return { value: moduleValue(first), used: 1 };
            if (root === 'path')
                return { value: first === 'module' ? `/${folder.path}` : UNKNOWN, used: 1 };
            if (root === 'data')
                return { value: second === undefined ? UNKNOWN : resourceValue(`data.${first}.${second}`, first), used: 2 };
            return { value: resourceValue(`${root}.${first}`, root), used: 1 };
        },
        readFile: (name, args) => around.readFile(folder.path, name, args),
    };
    return {
        address,
        folder: folder.path,
        resources: () => [...all.keys()].flatMap((name) => instancesOfResource(name).map(({ resource }) => resource)),
        outputs: () => once.value('outputs', () => {
            const entries = [...outputs].map(([name, { block }]) => {
                const value = block.body.attributes.get('value');
                return [name, value === undefined ? UNKNOWN : evaluate_evaluate(value.value, scope)];
            });
            return new Map(entries);
        }),
        children: () => [...calls.keys()].flatMap((name) => instancesOfCall(name).flatMap(({ module }) => module ?? [])),
        calls: () => [...calls.keys()].flatMap((name) => instancesOfCall(name).flatMap(({ module, call }) => (module === undefined ? module_callOf(call) : []))),
    };
}
function module_callOf(call) {
    const source = call.attributes.get('source')?.value;
    const version = call.attributes.get('version')?.value;
    if (typeof source !== 'string')
        return [];
    return [{ ...call, source, ...(typeof version === 'string' ? { version } : {}) }];
}
function resourceOf({ block, file }, mode, instance, address, folder, module) {
    return {
        ...evaluateBlock(block, instance.scope, instance.uncertain),
        mode,
        resourceType: block.labels[0] ?? '',
        address: keyed(address, instance.key),
        module,
        folder,
        file,
    };
}
/** One instance is itself; `count` makes a list of them and `for_each` a map, which is unknown when they are. */
function gathered(instances, how) {
    const [first] = instances;
    if (how === 'single')
        return first?.value ?? UNKNOWN;
    if (how === 'count')
        return instances.map(({ value }) => value);
    if (first !== undefined && first.key === undefined)
        return UNKNOWN;
    return new Map(instances.map(({ key, value }) => [String(key), value]));
}
/** Remembers values by name; a value that is asked for while it is being worked out (a cycle) is unknown. */
function memo() {
    const values = new Map();
    const lists = new Map();
    return {
        value: (name, work) => {
            const known = values.get(name);
            if (known !== undefined)
                return known;
            values.set(name, UNKNOWN);
            const value = work();
            values.set(name, value);
            return value;
        },
        list: (name, work) => {
            const known = lists.get(name);
            // Each name is only ever used for one kind of item.
            if (known !== undefined)
                return known;
            lists.set(name, []);
            const items = work();
            lists.set(name, items);
            return items;
        },
    };
}

;// CONCATENATED MODULE: ./lib/declarations/terraform/project.js




const MAX_ENVIRONMENTS = 8;
function foldersOf(files) {
    const blocks = new Map();
    for (const { path, parsed } of files) {
        const folder = directoryOf(path);
        const known = blocks.get(folder) ?? [];
        blocks.set(folder, known);
        for (const block of parsed.body.blocks)
            known.push({ block, file: path });
    }
    return new Map([...blocks].map(([path, own]) => [path, { path, blocks: own }]));
}
/** Folders that no other folder calls as a module. Where all call each other, all are roots. */
function rootsOf(folders) {
    const called = new Set();
    for (const folder of folders.values())
        for (const { block } of folder.blocks) {
            const source = block.type === 'module' ? block.body.attributes.get('source')?.value : undefined;
            const target = source?.type === 'literal' && typeof source.value === 'string'
                ? localFolder(folder.path, source.value)
                : undefined;
            if (target !== undefined && target !== folder.path)
                called.add(target);
        }
    const roots = [...folders.values()].filter(({ path }) => !called.has(path));
    return roots.length > 0 ? roots : [...folders.values()];
}
function localFolder(from, source) {
    return /^\.{1,2}(?:\/|$)/.test(source) ? resolvePath(from, source) : undefined;
}
/**
 * A root once for each set of values that it is meant to be used with: `terraform.tfvars` and `*.auto.tfvars` always apply,
 * every other variable file is one environment (developer.hashicorp.com/terraform/language/values/variables).
 */
function environmentsOf(project, root) {
    const own = project.variables.filter(({ path }) => belongsTo(path, root.path, project.folders));
    const always = own.filter(({ path }) => directoryOf(path) === root.path && isAutomatic(path)).toSorted(inLoadOrder);
    const chosen = own.filter((file) => !always.includes(file)).slice(0, MAX_ENVIRONMENTS);
    const sets = chosen.length === 0 ? [always] : chosen.map((file) => [...always, file]);
    return sets.map((files) => environmentOf(project, root, files));
}
/** A variable file serves the nearest configuration: beside it, or above its folder of environments (`envs/prod.tfvars`). */
function belongsTo(path, root, folders) {
    const folder = directoryOf(path);
    let owner = folder;
    while (owner !== '' && !folders.has(owner))
        owner = directoryOf(owner);
    if (owner !== root)
        return false;
    return folder === root || /(?:^|\/)(?:env|var|tfvar)[\w-]{0,20}(?:\/|$)/i.test(folder.slice(root.length));
}
function isAutomatic(path) {
    return /(?:^|\/)terraform\.tfvars$|\.auto\.tfvars$/.test(path);
}
function inLoadOrder(left, right) {
    const first = (path) => (path.endsWith('terraform.tfvars') ? 0 : 1);
    return first(left.path) - first(right.path) || (left.path < right.path ? -1 : 1);
}
function environmentOf(project, root, files) {
    const budget = { steps: evaluate_MAX_STEPS, depth: 0 };
    const values = new Map();
    const scope = constantScope(budget, new Map());
    for (const { parsed } of files)
        for (const { name, value } of parsed.body.attributes.values())
            values.set(name, evaluate_evaluate(value, scope));
    const around = {
        budget,
        folderAt: (from, source) => project.folders.get(localFolder(from, source) ?? '\0'),
        readFile: (folder, name, args) => project_readFile(project, budget, folder, name, args),
    };
    return { root, budget, module: openModule(root, '', (name) => values.get(name), around) };
}
function constantScope(budget, locals) {
    return { budget, locals, refer: () => ({ value: UNKNOWN, used: 0 }), readFile: () => UNKNOWN };
}
/** `file(path)` and `templatefile(path, vars)`; paths begin with `/` where they were made of `path.module`. */
function project_readFile(project, budget, folder, name, args) {
    const [written, variables] = args;
    const reference = written === undefined ? undefined : textOf(written);
    const path = reference === undefined ? undefined : resolvePath(folder, reference);
    const text = path === undefined ? undefined : project.texts.get(path);
    if (text === undefined)
        return UNKNOWN;
    if (name === 'file')
        return text;
    if (!isMap(variables))
        return UNKNOWN;
    const parsed = project.parser.parse(`template = <<${END}\n${text}\n${END}\n`);
    const template = parsed.body.attributes.get('template');
    return template === undefined ? UNKNOWN : evaluate_evaluate(template.value, constantScope(budget, variables));
}
const END = 'AJAR_END_OF_TEMPLATE';
/** A module with all modules that it calls. */
function allModules(module) {
    const found = [];
    const pending = [module];
    for (let next = pending.pop(); next !== undefined && found.length < 1000; next = pending.pop()) {
        found.push(next);
        pending.push(...next.children());
    }
    return found;
}

;// CONCATENATED MODULE: ./lib/declarations/terraform/providers.js

/**
 * The major version of each provider that a configuration is used with: from the lock file beside it, else the one its
 * constraint asks for. By the provider's local name.
 */
function majorVersions(root, locks) {
    const majors = new Map();
    for (const { block } of root.blocks.filter(({ block }) => block.type === 'terraform'))
        for (const required of block.body.blocks.filter(({ type }) => type === 'required_providers'))
            for (const { name, value } of required.body.attributes.values()) {
                const major = majorOf(constraintIn(value));
                if (major !== undefined)
                    majors.set(name, major);
            }
    for (const { block } of root.blocks.filter(({ block }) => block.type === 'provider')) {
        const [name] = block.labels;
        const major = majorOf(literalText(block.body.attributes.get('version')?.value));
        if (name !== undefined && major !== undefined)
            majors.set(name, major);
    }
    for (const [path, body] of locks) {
        if (directoryOf(path) !== root.path)
            continue;
        for (const block of body.blocks.filter(({ type }) => type === 'provider')) {
            const major = majorOf(literalText(block.body.attributes.get('version')?.value));
            const name = block.labels[0]?.split('/').at(-1);
            if (name !== undefined && major !== undefined)
                majors.set(name, major);
        }
    }
    return majors;
}
function constraintIn(value) {
    if (value.type !== 'object')
        return literalText(value);
    const entry = value.entries.find(([key]) => literalText(key) === 'version');
    return literalText(entry?.[1]);
}
function literalText(value) {
    return value?.type === 'literal' && typeof value.value === 'string' ? value.value : undefined;
}
/** The newest line that a constraint allows as far as it says: `~> 3.0`, `>= 3.0, < 5.0`, `= 4.1`. `>= 3` alone says too little. */
function majorOf(constraint) {
    if (constraint === undefined)
        return undefined;
    const parts = constraint.split(',').map((part) => /^\s*(=|~>|<=?|>=?|!=)?\s*v?(\d{1,4})((?:\.\d{1,6})*)/.exec(part));
    for (const part of parts) {
        const [, operator, major, rest] = part ?? [];
        if (major === undefined || operator === '!=' || operator?.startsWith('>'))
            continue;
        // `~> 3` alone allows every later major version; `< 5.0` ends with the one before.
        if (operator === '~>' && rest === '')
            continue;
        return operator === '<' && !/[1-9]/.test(rest ?? '') ? Number(major) - 1 : Number(major);
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/declarations/terraform/index.js










/** Terraform and OpenTofu configurations: the storage, identities and endpoints that they open to strangers. */
const terraform = {
    id: 'terraform',
    title: 'Terraform',
    docs: [
        'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
        'https://cloud.google.com/storage/docs/access-control/making-data-public',
        'https://learn.microsoft.com/azure/storage/blobs/anonymous-read-access-overview',
    ],
    claims: (path) => isConfiguration(path) || isVariables(path) || isLockFile(path) || isText(path),
    accepts: (file) => !isText(file.path) ||
        /"(?:Statement|bindings)"|\bservice\s+(?:firebase\.storage|cloud\.firestore)\b/.test(file.text),
    read: readTerraform,
};
const FINDERS = [
    findS3,
    findGcs,
    findAzureBlob,
    findIdentityPools,
    findAppSync,
    findOpenSearch,
];
function isConfiguration(path) {
    return /\.(?:tf|tofu)$/.test(path);
}
function isVariables(path) {
    return path.endsWith('.tfvars');
}
function isLockFile(path) {
    return /(?:^|\/)\.terraform\.lock\.hcl$/.test(path);
}
/** What `file()` and `templatefile()` may read a policy from. */
function isText(path) {
    return /\.(?:json|tpl|tftpl|rules)$/.test(path) && !/\.tf\.json$/.test(path);
}
async function readTerraform(files) {
    const configuration = files.filter(({ path }) => isConfiguration(path));
    if (configuration.length === 0)
        return { declarations: [], mentions: [], problems: [] };
    const problems = [];
    const parser = await terraform_load(configuration, problems);
    if (parser === undefined)
        return { declarations: [], mentions: [], problems };
    const parse = (file) => ({ path: file.path, parsed: parser.parse(file.text) });
    const parsed = configuration.map(parse);
    const variables = files.filter(({ path }) => isVariables(path)).map(parse);
    const positions = lazily(new Map(files.map(({ path, text }) => [path, text])));
    for (const file of [...parsed, ...variables])
        problems.push(...parseProblems(file, positions));
    const project = {
        folders: foldersOf(parsed),
        variables,
        texts: new Map(files.filter(({ path }) => isText(path)).map(({ path, text }) => [path, text])),
        parser,
    };
    const locks = new Map(files.filter(({ path }) => isLockFile(path)).map((file) => [file.path, parser.parse(file.text).body]));
    const declarations = new Map();
    for (const root of rootsOf(project.folders))
        for (const environment of environmentsOf(project, root)) {
            const world = worldOf(environment, positions, majorVersions(root, locks));
            for (const found of FINDERS.flatMap((find) => find(world)))
                for (const declaration of terraform_declarationsOf(found))
                    declarations.set(JSON.stringify(declaration), declaration);
            if (environment.budget.steps <= 0)
                problems.push({
                    kind: 'limit',
                    path: root.path || '.',
                    reason: 'The Terraform configuration takes too many steps to work out; what was left is not judged.',
                });
        }
    const all = [...declarations.values()];
    return { declarations: all, mentions: [], problems: [...problems, ...unknownNote(all)] };
}
async function terraform_load(files, problems) {
    try {
        return await loadHclParser();
    }
    catch (error) {
        const reason = `The Terraform parser could not be loaded, so no configuration was judged: ${(0,errors/* messageOf */.b)(error)}`;
        problems.push({ kind: 'unreadable', path: files[0]?.path ?? '.', reason });
        return undefined;
    }
}
/** Line tables are made for the files that need one. */
function lazily(texts) {
    const made = new Map();
    return (path) => {
        const known = made.get(path);
        if (known !== undefined)
            return known;
        const table = positionsOf(texts.get(path) ?? '');
        made.set(path, table);
        return table;
    };
}
function parseProblems({ path, parsed }, positions) {
    return parsed.problems.map(({ at, reason }) => ({
        kind: 'malformed',
        path,
        line: positions(path)(at).line,
        reason: `The file ${reason}; the rest of it was judged.`,
    }));
}
function worldOf({ module }, positions, majors) {
    const modules = allModules(module);
    return {
        resources: modules.flatMap((one) => one.resources()),
        calls: modules.flatMap((one) => one.calls()),
        spotOf: (file, at) => ({ path: file, ...positions(file)(at) }),
        majorOf: (provider) => majors.get(provider),
    };
}
function terraform_declarationsOf({ kind, name, verdicts }) {
    return verdicts.map(({ spot, ...verdict }) => ({
        kind,
        ...(name === undefined ? {} : { name }),
        declaration: { ...spot, ...verdict },
    }));
}
/** One note for all that could not be decided; each of them is listed with its backend. */
function unknownNote(declarations) {
    const unknown = declarations.filter(({ declaration }) => declaration.state === 'unknown');
    const [first] = unknown;
    if (first === undefined)
        return [];
    const { path, line } = first.declaration;
    const reason = `${unknown.length} Terraform settings depend on values that the repository does not give; they raise no finding.`;
    return [{ kind: 'note', path, line, reason }];
}

;// CONCATENATED MODULE: ./lib/declarations/registry.js





/** Every config language that says who may do what, or names backends. Their parsers are loaded when a file needs them. */
const LANGUAGES = [firebaseRules, googleServices, amplify, supabase, terraform];


/***/ })

};
