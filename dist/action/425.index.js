// a2da6620f92e58d2626b3050e4487d2e
(function (__importMeta, require, keepCompiled) {
'use strict';
const { filename: __filename, dirname: __dirname } = __importMeta;
return { id: 425, ids: [425], modules: {

/***/ 2425:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  LANGUAGES: () => (/* binding */ LANGUAGES)
});

;// CONCATENATED MODULE: ./lib/declarations/lines.js
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

;// CONCATENATED MODULE: ./lib/declarations/paths.js
function directoryOf(path) {
    const slash = path.lastIndexOf('/');
    return slash === -1 ? '' : path.slice(0, slash);
}
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
function nearest(folder, byFolder) {
    for (let at = folder;; at = directoryOf(at)) {
        const found = byFolder.get(at);
        if (found !== undefined || at === '')
            return found;
    }
}
const SAMPLE_FOLDERS = /(?:^|\/)(?:tests?|__tests__|spec|specs|fixtures?|__fixtures__|examples?|samples?|testdata|test-data|mocks?|__mocks__)\//i;
function isSample(path) {
    return SAMPLE_FOLDERS.test(path);
}

;// CONCATENATED MODULE: ./lib/declarations/amplify/data-access.js
const NOTHING_KNOWN = { apiKey: undefined, guests: undefined, signUp: undefined };
const DATA_OPERATIONS = new Map([
    ['create', ['create']],
    ['update', ['overwrite']],
    ['delete', ['delete']],
    ['read', ['list', 'read']],
    ['get', ['read']],
    ['list', ['list', 'read']],
    ['sync', ['list', 'read']],
    ['search', ['list', 'read']],
    ['listen', ['read']],
]);
const ALL_DATA = ['list', 'read', 'create', 'overwrite', 'delete'];
function dataOperations(names) {
    const can = new Set(names.flatMap((name) => DATA_OPERATIONS.get(name) ?? []));
    return ALL_DATA.filter((operation) => can.has(operation));
}
function audienceOf(caller) {
    return caller === 'account' ? 'any-account' : 'anyone';
}
function gateOf(caller, backdrop) {
    switch (caller) {
        case 'api-key':
            return backdrop.apiKey === false
                ? { state: 'unknown', why: 'whoever has the API\u2019s key, but no API key is configured' }
                : { state: 'open', why: 'whoever has the API\u2019s key, which its clients ship' };
        case 'guest':
            if (backdrop.guests === false)
                return { state: 'mitigated', why: 'guests, but the identity pool gives them no credentials' };
            return backdrop.guests === true
                ? { state: 'open', why: 'guests, to whom the identity pool gives credentials' }
                : { state: 'unknown', why: 'guests; whether the identity pool gives them credentials is not known' };
        case 'account':
            return backdrop.signUp === false
                ? { state: 'mitigated', why: 'every signed-in account, but only administrators make accounts' }
                : { state: 'open', why: 'every signed-in account, and strangers can sign up by default' };
    }
}
function declareRule(rule, backdrop, folder) {
    const { state, why } = gateOf(rule.caller, backdrop);
    return {
        kind: 'appsync',
        folder,
        declaration: {
            ...rule.spot,
            pattern: `/${rule.model}`,
            audience: audienceOf(rule.caller),
            can: rule.can,
            state,
            why: `The model\u2019s authorization rule lets in ${why}.`,
        },
    };
}

;// CONCATENATED MODULE: ./lib/declarations/amplify/graphql.js
const TOKEN = /"""(?:[^"\\]|\\[\s\S]|"(?!""))*(?:"""|$)|"(?:[^"\\\r\n]|\\.)*"?|[A-Za-z_]\w*|-?\d[\w.+-]*|#[^\r\n]*|\.{3}|[\s,\ufeff]+|[\s\S]/y;
const MAX_TOKENS = 400_000;
const MAX_DEPTH = 60;
function tokenise(text) {
    const tokens = [];
    TOKEN.lastIndex = 0;
    while (TOKEN.lastIndex < text.length && tokens.length < MAX_TOKENS) {
        const at = TOKEN.lastIndex;
        const [value] = TOKEN.exec(text) ?? [''];
        if (value === '')
            break;
        if (/^[\s,\ufeff#]/.test(value))
            continue;
        if (value.startsWith('"'))
            tokens.push({ kind: 'text', value: unquoted(value), at });
        else if (/^[A-Za-z_]/.test(value))
            tokens.push({ kind: 'name', value, at });
        else
            tokens.push({ kind: /^-?\d/.test(value) ? 'number' : 'mark', value, at });
    }
    return tokens;
}
function unquoted(value) {
    return value.startsWith('"""') ? value.slice(3, -3) : value.slice(1, -1).replace(/\\(.)/g, '$1');
}
function parseGraphQl(text) {
    const tokens = tokenise(text);
    const types = [];
    let problem;
    let index = 0;
    const end = { kind: 'end', value: '', at: text.length };
    const peek = (ahead = 0) => tokens[index + ahead] ?? end;
    const next = () => tokens[index++] ?? end;
    const is = (value) => peek().kind !== 'text' && peek().value === value;
    const take = (value) => {
        if (!is(value))
            return false;
        index++;
        return true;
    };
    const fail = (reason) => {
        problem ??= { at: peek().at, reason };
    };
    while (peek().kind !== 'end') {
        const { kind, value } = peek();
        if (kind === 'name' && (value === 'type' || value === 'input' || value === 'interface'))
            readType(value);
        else if (kind === 'name' &&
            ['schema', 'enum', 'scalar', 'union', 'directive', 'extend', 'implements'].includes(value)) {
            next();
            if (value !== 'extend')
                passDefinition();
        }
        else
            next();
    }
    return { types, ...(problem === undefined ? {} : { problem }) };
    function passDefinition() {
        while (peek().kind !== 'end' && !is('type') && !is('input') && !is('interface') && !is('extend') && !is('enum')) {
            if (is('{') || is('('))
                passGroup();
            else
                next();
            if (peek(-1).value === '}')
                return;
        }
    }
    function passGroup() {
        let depth = 0;
        do {
            const { kind, value } = next();
            if (kind === 'end') {
                fail('a bracket is not closed');
                return;
            }
            if (kind !== 'mark')
                continue;
            if (value === '{' || value === '(' || value === '[')
                depth++;
            if (value === '}' || value === ')' || value === ']')
                depth--;
        } while (depth > 0);
    }
    function readType(keyword) {
        next();
        const name = next();
        if (name.kind !== 'name') {
            fail('a type has no name');
            return;
        }
        while (peek().kind !== 'end' && !is('@') && !is('{') && !startsDefinition())
            next();
        const directives = readDirectives();
        const fields = take('{') ? readFields() : [];
        types.push({ keyword, name: name.value, at: name.at, directives, fields });
    }
    function startsDefinition() {
        return is('type') || is('input') || is('enum') || is('extend') || is('scalar') || is('union');
    }
    function readFields() {
        const fields = [];
        while (!take('}')) {
            if (peek().kind === 'end') {
                fail('a type is not closed');
                return fields;
            }
            const name = next();
            if (name.kind !== 'name')
                continue;
            if (is('('))
                passGroup();
            if (!take(':'))
                continue;
            while (peek().kind === 'name' || is('[')) {
                if (next().kind === 'name')
                    break;
            }
            while (take(']') || take('!'))
                ;
            const value = take('=') ? readValue(0) : undefined;
            fields.push({
                name: name.value,
                at: name.at,
                directives: readDirectives(),
                ...(value === undefined ? {} : { value }),
            });
        }
        return fields;
    }
    function readDirectives() {
        const directives = [];
        while (is('@')) {
            const { at } = next();
            const name = next();
            const args = new Map();
            if (take('('))
                readMembers(')', args, 0);
            directives.push({ name: name.value, at, args });
        }
        return directives;
    }
    function readMembers(close, into, depth) {
        while (!take(close)) {
            if (peek().kind === 'end') {
                fail('a bracket is not closed');
                return;
            }
            const name = next();
            if (take(':'))
                into.set(name.value, readValue(depth + 1));
        }
    }
    function readValue(depth) {
        if (depth > MAX_DEPTH) {
            fail('is nested too deeply');
            index = tokens.length;
            return { type: 'text', value: '' };
        }
        if (take('[')) {
            const items = [];
            while (!take(']')) {
                if (peek().kind === 'end') {
                    fail('a list is not closed');
                    break;
                }
                items.push(readValue(depth + 1));
            }
            return { type: 'list', items };
        }
        if (take('{')) {
            const members = new Map();
            readMembers('}', members, depth + 1);
            return { type: 'object', members };
        }
        return { type: 'text', value: next().value };
    }
}
function textsOf(value) {
    if (value?.type === 'text')
        return [value.value];
    return value?.type === 'list' ? value.items.flatMap((item) => textsOf(item)) : [];
}

;// CONCATENATED MODULE: ./lib/declarations/amplify/schema-rules.js


function rulesIn(schema, facts, spotOf) {
    const global = globalCaller(schema);
    return schema.types.flatMap((type) => {
        const model = type.directives.find(({ name }) => name === 'model');
        if (type.keyword !== 'type' || model === undefined)
            return [];
        const auth = type.directives.filter(({ name }) => name === 'auth');
        const rule = (caller, can, at) => ({
            caller,
            can,
            model: type.name,
            spot: spotOf(at),
        });
        const left = uncovered(auth, global, facts);
        return [
            ...auth.flatMap((directive) => rulesOf(directive).flatMap(({ caller, can }) => caller === undefined ? [] : [rule(caller, can, directive.at)])),
            ...(left === undefined || left.can.length === 0 ? [] : [rule(left.caller, left.can, (auth[0] ?? type).at)]),
        ];
    });
}
function globalCaller({ types }) {
    const input = types.find(({ keyword, name }) => keyword === 'input' && name === 'AMPLIFY');
    const rule = input?.fields.find(({ name }) => name === 'globalAuthRule' || name === 'global_auth_rule')?.value;
    return rule === undefined ? undefined : callerOf(rule);
}
function uncovered(auth, global, facts) {
    if (auth.length === 0 && global !== undefined)
        return { caller: global, can: ALL_DATA };
    if (facts.version !== 1 || facts.defaultCaller === undefined)
        return undefined;
    const covered = new Set(auth.flatMap((directive) => rulesOf(directive).flatMap(({ can }) => can)));
    return { caller: facts.defaultCaller, can: ALL_DATA.filter((operation) => !covered.has(operation)) };
}
function rulesOf(directive) {
    const rules = directive.args.get('rules');
    const items = rules?.type === 'list' ? rules.items : rules === undefined ? [] : [rules];
    return items.flatMap((item) => {
        if (item.type !== 'object')
            return [];
        const names = textsOf(item.members.get('operations') ?? item.members.get('queries'));
        return [{ caller: callerOf(item), can: item.members.has('operations') ? dataOperations(names) : ALL_DATA }];
    });
}
function callerOf(rule) {
    if (rule.type !== 'object')
        return undefined;
    const [allow] = textsOf(rule.members.get('allow'));
    const [provider] = textsOf(rule.members.get('provider'));
    if (allow === 'public')
        return provider === 'iam' || provider === 'identityPool' ? 'guest' : 'api-key';
    return allow === 'private' ? 'account' : undefined;
}
function callerOfMode(mode) {
    if (mode === 'API_KEY')
        return 'api-key';
    return mode === 'AMAZON_COGNITO_USER_POOLS' ? 'account' : undefined;
}
function rootTypes({ types }) {
    return types.filter(({ keyword, name }) => keyword === 'type' && (name === 'Query' || name === 'Mutation'));
}

;// CONCATENATED MODULE: ./lib/declarations/amplify/appsync.js





function isAppSyncSchema(text) {
    return (/@aws_(?:api_key|cognito_user_pools|iam|oidc|lambda|auth)\b/.test(text) &&
        /\btype\s+(?:Query|Mutation)\b/.test(text));
}
function readAppSyncSchemas(files) {
    const problems = [];
    const declarations = files
        .filter(({ path }) => !isSample(path))
        .flatMap((file) => {
        const schema = parseGraphQl(file.text);
        const position = positionsOf(file.text);
        if (schema.problem !== undefined)
            problems.push({
                kind: 'malformed',
                path: file.path,
                line: position(schema.problem.at).line,
                reason: `The GraphQL schema is malformed: ${schema.problem.reason}.`,
            });
        return rootTypes(schema).flatMap((type) => type.fields.flatMap((field) => declareField(type, field, { path: file.path, ...position(field.at) })));
    });
    return { declarations, mentions: [], problems };
}
function declareField(type, field, spot) {
    const own = field.directives.filter(isMode);
    const modes = own.length > 0 ? own : type.directives.filter(isMode);
    const can = type.name === 'Query' ? ['list', 'read'] : operationsOf(field.name);
    return modes.flatMap((directive) => {
        const caller = appsync_callerOf(directive);
        if (caller === undefined)
            return [];
        const { state, why } = gateOf(caller, NOTHING_KNOWN);
        const known = can.length > 0;
        return [
            {
                kind: 'appsync',
                folder: directoryOf(spot.path) === '' ? spot.path : directoryOf(spot.path),
                declaration: {
                    ...spot,
                    pattern: `/${type.name}/${field.name}`,
                    audience: audienceOf(caller),
                    can: known ? can : ['overwrite'],
                    state: known ? state : 'conditional',
                    why: known
                        ? `The directive @${directive.name} lets in ${why}.`
                        : `The directive @${directive.name} lets in ${why}; what the mutation does is up to its resolver.`,
                },
            },
        ];
    });
}
function isMode({ name }) {
    return name.startsWith('aws_');
}
function appsync_callerOf({ name, args }) {
    if (name === 'aws_api_key')
        return 'api-key';
    if (name === 'aws_cognito_user_pools' || name === 'aws_auth')
        return args.has('cognito_groups') ? undefined : 'account';
    return undefined;
}
function operationsOf(mutation) {
    const [verb = ''] = /^[a-z]+/.exec(mutation) ?? [];
    if (['create', 'add', 'put', 'insert', 'save'].includes(verb))
        return ['create'];
    if (['update', 'edit', 'set', 'upsert'].includes(verb))
        return ['overwrite'];
    return ['delete', 'remove'].includes(verb) ? ['delete'] : [];
}

;// CONCATENATED MODULE: ./lib/declarations/json.js
const json_MAX_DEPTH = 100;
const MAX_LENGTH = 4 * 1024 * 1024;
async function parseJson(text) {
    if (text.length > MAX_LENGTH)
        return { problem: { at: 0, reason: 'is larger than 4 MiB' } };
    const flat = scanStrings(text);
    if (flat.depth > json_MAX_DEPTH)
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
function inWords(code) {
    return code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}
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
function commentEnd(text, start) {
    const line = text.startsWith('//', start);
    if (!line && !text.startsWith('/*', start))
        return start + 1;
    const end = line ? text.indexOf('\n', start) : text.indexOf('*/', start + 2);
    if (end === -1)
        return text.length;
    return line ? end : end + 2;
}
function membersOf(node) {
    if (node?.type !== 'object')
        return [];
    return (node.children ?? []).flatMap((property) => {
        const [keyNode, value] = property.children ?? [];
        return keyNode !== undefined && value !== undefined ? [{ key: String(keyNode.value), keyNode, value }] : [];
    });
}
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

;// CONCATENATED MODULE: ./lib/declarations/amplify/facts.js

const MAX_FACTS = 10_000;
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
function beside(fact, facts, names) {
    const parent = fact.path.slice(0, -1).join('\0');
    const found = facts.find((other) => other.path.slice(0, -1).join('\0') === parent && names.includes(other.path.at(-1) ?? ''));
    return found?.value;
}

;// CONCATENATED MODULE: ./lib/declarations/amplify/client-config.js



async function readClientFile(file) {
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
                                : `Amplify\u2019s storage access rules let ${group === 'guest' ? 'guests' : 'every signed-in account'} do this below ${key.slice(0, 100)}.`,
                        },
                    });
            }
    }
    return declarations;
}
function patternOf(path) {
    const plain = path.replace(/\$\{[^}]{0,100}\}/g, '{identity}').replace(/^\/+/, '');
    return `/${plain.replace(/\*$/, '{path=**}')}`;
}

;// CONCATENATED MODULE: ./lib/declarations/amplify/gen1.js





const FILE = /^((?:.*\/)?amplify\/)(?:cli\.json|backend\/(?:backend-config\.json|(auth|api|storage)\/([^/]+)\/(?:cli-inputs\.json|parameters\.json|storage-params\.json|override\.ts|schema\.graphql|schema\/(?:.*\/)?[^/]+\.graphql)))$/;
function isGen1File(path) {
    return FILE.test(path);
}
async function readGen1(files) {
    const problems = [];
    const parsed = [];
    for (const file of files) {
        const position = positionsOf(file.text);
        const { root, problem } = file.path.endsWith('.json') ? await parseJson(file.text) : {};
        if (problem !== undefined)
            problems.push({
                kind: 'malformed',
                path: file.path,
                line: position(problem.at).line,
                reason: `The Amplify config is malformed: ${problem.reason}.`,
            });
        parsed.push({ ...file, root, position });
    }
    const declarations = projectsOf(parsed).flatMap((project) => readProject(project, problems));
    return { declarations, mentions: [], problems };
}
function projectsOf(files) {
    const located = files.map((file) => {
        const [, folder = '', category = '', name = ''] = FILE.exec(file.path) ?? [];
        return { file, folder, category, name, resource: `${folder}backend/${category}/${name}` };
    });
    return [...new Set(located.map(({ folder }) => folder))].map((folder) => {
        const within = located.filter((one) => one.folder === folder);
        const resources = [...new Set(within.filter(({ name }) => name !== '').map(({ resource }) => resource))];
        return {
            own: within.filter(({ name }) => name === '').map(({ file }) => file),
            resources: resources.flatMap((resource) => {
                const members = within.filter((one) => one.resource === resource);
                const [first] = members;
                if (first === undefined)
                    return [];
                return [
                    { category: first.category, name: first.name, folder: resource, files: members.map(({ file }) => file) },
                ];
            }),
        };
    });
}
function readProject(project, problems) {
    const of = (category) => project.resources.filter((resource) => resource.category === category);
    const pools = of('auth').flatMap((resource) => guestSetting(resource) ?? []);
    const guests = pools.length === 0 ? undefined : pools.some(({ value }) => value.value === true);
    return [
        ...pools.map(declarePool),
        ...of('storage').flatMap((resource) => readStorage(resource, guests)),
        ...of('api').flatMap((resource) => readApi(project, resource, guests, problems)),
    ];
}
function fileOf({ files }, ...names) {
    for (const name of names) {
        const found = files.find(({ path, root }) => path.endsWith(`/${name}`) && root !== undefined);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
function guestSetting(resource) {
    const file = fileOf(resource, 'cli-inputs.json', 'parameters.json');
    const key = 'allowUnauthenticatedIdentities';
    const value = nodeAt(file?.root, 'cognitoConfig', key) ?? nodeAt(file?.root, key);
    return file === undefined || typeof value?.value !== 'boolean' ? undefined : { resource, file, value };
}
function declarePool({ resource, file, value }) {
    const open = value.value === true;
    return {
        kind: 'cognito-identity-pool',
        folder: resource.folder,
        declaration: {
            path: file.path,
            ...file.position(value.offset),
            audience: 'anyone',
            can: [],
            state: open ? 'open' : 'closed',
            why: open
                ? 'The pool gives AWS credentials to guests; what they may do is up to the role for guests.'
                : 'The pool gives no credentials to guests.',
        },
    };
}
const ACCESS = new Map([
    [
        'READ',
        [
            ['public', ['list', 'read']],
            ['protected', ['list', 'read']],
        ],
    ],
    [
        'CREATE_AND_UPDATE',
        [
            ['public', ['create', 'overwrite']],
            ['uploads', ['create', 'overwrite']],
        ],
    ],
    ['DELETE', [['public', ['delete']]]],
]);
function readStorage(resource, guests) {
    const file = fileOf(resource, 'cli-inputs.json', 'parameters.json', 'storage-params.json');
    if (file?.root === undefined)
        return [];
    const bucket = stringOf(nodeAt(file.root, 'bucketName'));
    const overridden = resource.files.some(({ path, text }) => path.endsWith('/override.ts') && /\bresources\s*\./.test(text));
    return grantsIn(file.root).map(({ audience, prefix, can, at }) => {
        const { state, why } = storageState(audience, guests, overridden);
        return {
            kind: 's3',
            stem: bucket === undefined || bucket === '' ? 'amplify' : bucket.toLowerCase(),
            folder: resource.folder,
            declaration: {
                path: file.path,
                ...file.position(at.offset),
                pattern: `/${prefix}/{path=**}`,
                audience,
                can,
                state,
                why,
            },
        };
    });
}
function storageState(audience, guests, overridden) {
    const who = audience === 'anyone' ? 'guests' : 'every signed-in account';
    if (overridden)
        return { state: 'conditional', why: `The storage lets ${who} do this, unless override.ts changes it.` };
    if (audience === 'anyone' && guests === false)
        return {
            state: 'mitigated',
            why: 'The storage is open to guests, but the identity pool gives them no credentials.',
        };
    return audience === 'anyone'
        ? { state: 'open', why: 'The storage lets guests do this, whom the identity pool gives credentials.' }
        : { state: 'open', why: 'The storage lets every signed-in account do this, and strangers can sign up by default.' };
}
function grantsIn(root) {
    const access = stringOf(nodeAt(root, 'storageAccess'));
    const listed = (key, audience) => itemsOf(nodeAt(root, key)).flatMap((at) => (ACCESS.get(stringOf(at) ?? '') ?? []).map(([prefix, can]) => ({ audience, prefix, can, at })));
    const older = (key, audience, prefix) => {
        const at = nodeAt(root, key);
        const can = actionsIn(stringOf(at) ?? '');
        return at === undefined || can.length === 0 ? [] : [{ audience, prefix, can, at }];
    };
    const all = [
        ...(access === 'authAndGuest' ? listed('guestAccess', 'anyone') : []),
        ...listed('authAccess', 'any-account'),
        ...older('s3PermissionsGuestPublic', 'anyone', 'public'),
        ...older('s3PermissionsGuestUploads', 'anyone', 'uploads'),
        ...older('s3PermissionsAuthenticatedPublic', 'any-account', 'public'),
    ];
    return all;
}
function actionsIn(text) {
    const can = [];
    if (text.includes('s3:GetObject'))
        can.push('list', 'read');
    if (text.includes('s3:PutObject'))
        can.push('create', 'overwrite');
    if (text.includes('s3:DeleteObject'))
        can.push('delete');
    return can;
}
function readApi(project, resource, guests, problems) {
    const modes = modesOf(project, resource);
    const facts = { version: transformerVersion(project), defaultCaller: callerOfMode(modes?.[0]) };
    const backdrop = { apiKey: modes?.includes('API_KEY'), guests, signUp: undefined };
    return resource.files
        .filter(({ path }) => path.endsWith('.graphql'))
        .flatMap((file) => {
        const schema = parseGraphQl(file.text);
        if (schema.problem !== undefined)
            problems.push({
                kind: 'malformed',
                path: file.path,
                line: file.position(schema.problem.at).line,
                reason: `The GraphQL schema is malformed: ${schema.problem.reason}.`,
            });
        const spotOf = (at) => ({ path: file.path, ...file.position(at) });
        return rulesIn(schema, facts, spotOf).map((rule) => declareRule(rule, backdrop, resource.folder));
    });
}
function modesOf(project, resource) {
    const inputs = nodeAt(fileOf(resource, 'cli-inputs.json')?.root, 'serviceConfiguration');
    const own = [nodeAt(inputs, 'defaultAuthType'), ...itemsOf(nodeAt(inputs, 'additionalAuthTypes'))];
    const modes = own.flatMap((node) => stringOf(nodeAt(node, 'mode')) ?? []);
    if (modes.length > 0)
        return modes;
    const [config] = project.own.filter(({ path }) => path.endsWith('/backend-config.json'));
    const output = nodeAt(config?.root, 'api', resource.name, 'output');
    const authentication = nodeAt(output, 'authConfig');
    const older = [
        nodeAt(authentication, 'defaultAuthentication'),
        ...itemsOf(nodeAt(authentication, 'additionalAuthenticationProviders')),
    ].flatMap((node) => stringOf(nodeAt(node, 'authenticationType')) ?? []);
    const oldest = stringOf(nodeAt(output, 'securityType'));
    if (older.length > 0)
        return older;
    return oldest === undefined ? undefined : [oldest];
}
function transformerVersion(project) {
    const [cli] = project.own.filter(({ path }) => path.endsWith('/cli.json'));
    if (cli !== undefined && cli.root === undefined)
        return undefined;
    const version = nodeAt(cli?.root, 'features', 'graphqltransformer', 'transformerversion')?.value;
    if (version === undefined)
        return 1;
    return version === 1 || version === 2 ? version : undefined;
}

// EXTERNAL MODULE: ./lib/shared/errors.js
var errors = __webpack_require__(2730);
;// CONCATENATED MODULE: ./lib/declarations/script.js

const script_MAX_LENGTH = 2 * 1024 * 1024;
const script_MAX_DEPTH = 200;
async function parseScript(text) {
    if (text.length > script_MAX_LENGTH)
        return { steps: [], problem: { at: 0, reason: 'is larger than 2 MiB' } };
    const { parse } = await __webpack_require__.e(/* import() */ 429).then(__webpack_require__.t.bind(__webpack_require__, 5429, 19));
    try {
        const file = parse(text, {
            sourceType: 'unambiguous',
            allowReturnOutsideFunction: true,
            errorRecovery: true,
            plugins: text.includes('@flow') ? ['flow'] : ['typescript', 'decorators'],
        });
        const [error] = file.errors ?? [];
        const steps = stepsOf(file.program.body, 0);
        if (error === undefined)
            return { steps };
        return { steps, problem: { at: positionOf(error), reason: error.reasonCode } };
    }
    catch (error) {
        const reason = error instanceof RangeError ? 'is nested too deeply' : (0,errors/* messageOf */.bD)(error).replace(/ \(\d+:\d+\)$/, '');
        return { steps: [], problem: { at: positionOf(error), reason } };
    }
}
function positionOf(error) {
    return typeof error === 'object' && error !== null && 'pos' in error && typeof error.pos === 'number' ? error.pos : 0;
}
function stepsOf(statements, depth) {
    return statements.flatMap((statement) => stepsIn(statement, depth));
}
function stepsIn(statement, depth) {
    if (depth > script_MAX_DEPTH)
        return [];
    const maybe = (...parts) => {
        const steps = parts.flatMap((part) => (part ? stepsIn(part, depth + 1) : []));
        return steps.length === 0 ? [] : [{ type: 'maybe', steps }];
    };
    switch (statement.type) {
        case 'VariableDeclaration':
            return statement.declarations.flatMap(({ id, init }) => id.type === 'Identifier' && init ? [{ type: 'let', name: id.name, value: valueIn(init, depth) }] : []);
        case 'ExportNamedDeclaration':
            return statement.declaration ? stepsIn(statement.declaration, depth) : [];
        case 'ExportDefaultDeclaration':
            return [{ type: 'return', value: valueIn(statement.declaration, depth) }];
        case 'FunctionDeclaration':
            return statement.id ? [{ type: 'let', name: statement.id.name, value: valueIn(statement, depth) }] : [];
        case 'ExpressionStatement':
            return expressionSteps(statement.expression, depth);
        case 'ReturnStatement':
            return statement.argument ? [{ type: 'return', value: valueIn(statement.argument, depth) }] : [];
        case 'BlockStatement':
            return stepsOf(statement.body, depth + 1);
        case 'IfStatement':
            return maybe(statement.consequent, statement.alternate);
        case 'TryStatement':
            return [...stepsIn(statement.block, depth + 1), ...maybe(statement.handler?.body, statement.finalizer)];
        case 'ForStatement':
        case 'ForOfStatement':
        case 'ForInStatement':
        case 'WhileStatement':
            return maybe(statement.body);
        default:
            return [];
    }
}
function expressionSteps(expression, depth) {
    const plain = bare(expression);
    if (plain.type !== 'AssignmentExpression')
        return [{ type: 'do', value: valueIn(plain, depth) }];
    const target = pathOf(plain.left, depth);
    const value = plain.operator === '=' ? valueIn(plain.right, depth) : unknownAt(plain);
    return target === undefined ? [] : [{ type: 'set', target, value, at: startOf(plain.left) }];
}
function bare(node) {
    let at = node;
    for (let step = 0; step < script_MAX_DEPTH; step++) {
        switch (at.type) {
            case 'TSAsExpression':
            case 'TSSatisfiesExpression':
            case 'TSNonNullExpression':
            case 'TSTypeAssertion':
            case 'ParenthesizedExpression':
                at = at.expression;
                break;
            case 'AwaitExpression':
                at = at.argument;
                break;
            default:
                return at;
        }
    }
    return at;
}
function startOf(node) {
    return node.start ?? 0;
}
function unknownAt(node) {
    return { type: 'unknown', at: startOf(node) };
}
function valueIn(wrapped, depth) {
    const node = bare(wrapped);
    const at = startOf(node);
    if (depth > script_MAX_DEPTH)
        return { type: 'unknown', at };
    switch (node.type) {
        case 'StringLiteral':
        case 'NumericLiteral':
        case 'BooleanLiteral':
            return { type: 'literal', value: node.value, at };
        case 'NullLiteral':
            return { type: 'literal', value: null, at };
        case 'TemplateLiteral': {
            const [only] = node.quasis;
            return node.expressions.length === 0 && only !== undefined
                ? { type: 'literal', value: only.value.cooked ?? only.value.raw, at }
                : { type: 'unknown', at };
        }
        case 'TaggedTemplateExpression':
            return valueIn(node.quasi, depth + 1);
        case 'ArrayExpression':
            return {
                type: 'list',
                items: node.elements.map((item) => (item ? valueIn(item, depth + 1) : unknownAt(node))),
                at,
            };
        case 'ObjectExpression':
            return objectOf(node.properties, at, depth + 1);
        case 'CallExpression':
        case 'OptionalCallExpression':
        case 'NewExpression':
            return callOf(node, depth + 1);
        case 'ArrowFunctionExpression':
        case 'FunctionExpression':
        case 'FunctionDeclaration':
        case 'ObjectMethod':
            return {
                type: 'function',
                parameters: node.params.map((parameter) => ('name' in parameter ? String(parameter.name) : '')),
                body: node.body.type === 'BlockStatement'
                    ? stepsOf(node.body.body, depth + 1)
                    : [{ type: 'return', value: valueIn(node.body, depth + 1) }],
                at,
            };
        default: {
            const path = pathOf(node, depth);
            return path === undefined ? { type: 'unknown', at } : { type: 'name', path, at };
        }
    }
}
function objectOf(properties, at, depth) {
    const members = [];
    let partial = false;
    for (const property of properties) {
        const key = property.type === 'SpreadElement' ? undefined : keyOf(property.key, property.computed);
        if (key === undefined || property.type === 'SpreadElement')
            partial = true;
        else
            members.push({
                key,
                at: startOf(property),
                value: valueIn(property.type === 'ObjectMethod' ? property : property.value, depth),
            });
    }
    return { type: 'object', members, at, partial };
}
function keyOf(key, computed) {
    if (key.type === 'StringLiteral')
        return key.value;
    if (key.type === 'NumericLiteral')
        return String(key.value);
    return key.type === 'Identifier' && !computed ? key.name : undefined;
}
function callOf(node, depth) {
    const args = node.arguments.map((argument) => valueIn(argument, depth));
    const callee = bare(node.callee);
    if (callee.type === 'Identifier')
        return { type: 'call', method: callee.name, args, at: startOf(callee) };
    if (callee.type !== 'MemberExpression' && callee.type !== 'OptionalMemberExpression')
        return { type: 'unknown', at: startOf(node) };
    const method = keyOf(callee.property, callee.computed);
    if (method === undefined)
        return { type: 'unknown', at: startOf(node) };
    return { type: 'call', target: valueIn(callee.object, depth), method, args, at: startOf(callee.property) };
}
function pathOf(wrapped, depth) {
    const node = bare(wrapped);
    if (depth > script_MAX_DEPTH)
        return undefined;
    if (node.type === 'Identifier')
        return node.name;
    if (node.type !== 'MemberExpression' && node.type !== 'OptionalMemberExpression')
        return undefined;
    const object = pathOf(node.object, depth + 1);
    const key = keyOf(node.property, node.computed);
    return object === undefined || key === undefined ? undefined : `${object}.${key}`;
}
function namesIn(steps) {
    return new Map(steps.flatMap((step) => (step.type === 'let' ? [[step.name, step.value]] : [])));
}
function resolved(value, names) {
    let at = value;
    for (let step = 0; at?.type === 'name' && step < 16; step++) {
        const next = names.get(at.path);
        if (next === undefined)
            return at;
        at = next;
    }
    return at;
}
function memberOf(value, key) {
    return value?.type === 'object' ? value.members.findLast((member) => member.key === key) : undefined;
}
function textOf(value) {
    return value?.type === 'literal' && typeof value.value === 'string' ? value.value : undefined;
}
function resultOf(value) {
    if (value?.type !== 'function')
        return undefined;
    const last = value.body.findLast((step) => step.type === 'return');
    return last?.type === 'return' ? last.value : undefined;
}

;// CONCATENATED MODULE: ./lib/declarations/amplify/gen2.js





const gen2_FILE = /^((?:.*\/)?amplify)\/(?!backend\/|#)(?:.*\/)?[^/]+\.(?:ts|js|mjs|cjs)$/;
function isGen2File(path) {
    return gen2_FILE.test(path);
}
function speaksOfBackends(text) {
    return /\bdefine(?:Storage|Data|Auth)\s*\(|\.schema\s*\(|\.model\s*\(|allowUnauthenticatedIdentities|allowAdminCreateUserOnly|AllowAdminCreateUserOnly/.test(text);
}
async function readGen2(files) {
    const problems = [];
    const sources = [];
    for (const file of files) {
        const tree = await parseScript(file.text);
        const position = positionsOf(file.text);
        if (tree.problem !== undefined)
            problems.push({
                kind: 'malformed',
                path: file.path,
                line: position(tree.problem.at).line,
                reason: `The Amplify backend definition is malformed: ${tree.problem.reason}.`,
            });
        sources.push({ ...file, folder: gen2_FILE.exec(file.path)?.[1] ?? '', position, tree });
    }
    const folders = [...new Set(sources.map(({ folder }) => folder))];
    const declarations = folders.flatMap((folder) => gen2_readProject(projectOf(folder, sources.filter((source) => source.folder === folder), problems)));
    return { declarations, mentions: [], problems };
}
function projectOf(folder, sources, problems) {
    const names = new Map();
    const home = new WeakMap();
    for (const source of sources)
        for (const [name, value] of namesIn(source.tree.steps)) {
            home.set(value, source);
            if (!names.has(name))
                names.set(name, value);
        }
    return { folder, sources, names, home, problems };
}
function gen2_readProject(project) {
    const found = project.sources.flatMap((source) => callsIn(source.tree.steps).map((call) => ({ call, source: project.home.get(call) ?? source })));
    const backdrop = backdropOf(project, found.map(({ call }) => call));
    const stores = found.filter(({ call }) => call.method === 'defineStorage');
    return [
        ...stores.flatMap(({ call, source }) => gen2_readStorage(project, source, call, backdrop, stores.length === 1)),
        ...found
            .filter(({ call }) => call.method === 'defineData')
            .flatMap(({ call, source }) => readTextSchema(project, source, call, backdrop)),
        ...readSchemas(project, found, backdrop),
    ];
}
function callsIn(steps) {
    const found = [];
    const visit = (value) => {
        if (value === undefined || found.length > 20_000)
            return;
        if (value.type === 'call') {
            found.push(value);
            visit(value.target);
            for (const argument of value.args)
                visit(argument);
        }
        else if (value.type === 'list')
            for (const item of value.items)
                visit(item);
        else if (value.type === 'object')
            for (const member of value.members)
                visit(member.value);
        else if (value.type === 'function')
            visitSteps(value.body);
    };
    const visitSteps = (own) => {
        for (const step of own) {
            if (step.type === 'maybe')
                visitSteps(step.steps);
            else
                visit(step.value);
        }
    };
    visitSteps(steps);
    return found;
}
function chainOf(value) {
    const links = [];
    let at = value;
    while (at?.type === 'call') {
        if (at.target === undefined || at.target.type === 'name')
            return { base: at, links };
        links.unshift(at);
        at = at.target;
    }
    return undefined;
}
function backdropOf(project, calls) {
    const sets = project.sources.flatMap(({ tree }) => setsIn(tree.steps));
    const isSet = (ending, value) => sets.some(({ target, value: given }) => ending.test(target) && given.type === 'literal' && given.value === value);
    const onlyAdministrators = isSet(/\.allowAdminCreateUserOnly$/, true) ||
        sets.some(({ target, value }) => {
            const own = memberOf(value, 'allowAdminCreateUserOnly')?.value;
            return target.endsWith('.adminCreateUserConfig') && own?.type === 'literal' && own.value === true;
        }) ||
        calls.some(({ method, args: [path, value] }) => method === 'addPropertyOverride' &&
            textOf(path) === 'AdminCreateUserConfig.AllowAdminCreateUserOnly' &&
            value?.type === 'literal' &&
            value.value === true);
    const hasAuth = calls.some(({ method }) => method === 'defineAuth');
    return {
        apiKey: apiKeyOf(project, calls),
        guests: isSet(/\.allowUnauthenticatedIdentities$/, false) ? false : hasAuth ? true : undefined,
        signUp: onlyAdministrators ? false : undefined,
    };
}
function setsIn(steps) {
    return steps.flatMap((step) => (step.type === 'set' ? [step] : step.type === 'maybe' ? setsIn(step.steps) : []));
}
function apiKeyOf(project, calls) {
    const data = calls.find(({ method }) => method === 'defineData');
    const modes = resolved(memberOf(resolved(data?.args[0], project.names), 'authorizationModes')?.value, project.names);
    if (modes?.type !== 'object' || modes.partial)
        return undefined;
    const standard = textOf(memberOf(modes, 'defaultAuthorizationMode')?.value);
    return memberOf(modes, 'apiKeyAuthorizationMode') !== undefined || standard === 'apiKey';
}
function spotIn(source, at) {
    return { path: source.path, ...source.position(at) };
}
function unresolved(project, source, at, what) {
    project.problems.push({
        kind: 'unresolved',
        path: source.path,
        line: source.position(at).line,
        reason: `${what} is put together in code; what it allows is not known.`,
    });
}
function readSchemas(project, found, backdrop) {
    const declarations = [];
    const seen = new Set();
    for (const { call, source } of found) {
        const chain = chainOf(call);
        if (chain === undefined ||
            chain.base.method !== 'schema' ||
            chain.base.target === undefined ||
            seen.has(chain.base))
            continue;
        seen.add(chain.base);
        const models = resolved(chain.base.args[0], project.names);
        if (models?.type !== 'object')
            continue;
        const common = chain.links.filter(({ method }) => method === 'authorization');
        for (const { key, at, value } of models.members) {
            const named = resolved(value, project.names);
            const home = (named === undefined ? undefined : project.home.get(named)) ?? source;
            const model = chainOf(named);
            if (model?.base.method !== 'model')
                continue;
            const own = model.links.filter(({ method }) => method === 'authorization');
            for (const rule of own.length > 0 ? own : common)
                declarations.push(...readRules(project, own.length > 0 ? home : source, key, rule, backdrop));
            if (own.length === 0 && common.length === 0 && value.type === 'unknown')
                unresolved(project, source, at, `The model ${key}`);
        }
    }
    return declarations;
}
function readRules(project, source, model, { args: [given], at }, backdrop) {
    const value = resolved(given, project.names);
    const rules = resultOf(value) ?? value;
    const items = rules?.type === 'list' ? rules.items : rules === undefined ? [] : [rules];
    return items.flatMap((item) => {
        const chain = chainOf(resolved(item, project.names));
        if (chain === undefined) {
            unresolved(project, source, at, `The authorization of ${model}`);
            return [];
        }
        const caller = gen2_callerOf(chain.base);
        if (caller === undefined)
            return [];
        const to = chain.links.find(({ method }) => method === 'to')?.args[0];
        const can = to === undefined ? ALL_DATA : dataOperations(textsIn(resolved(to, project.names)));
        if (can.length === 0)
            return [];
        return [declareRule({ caller, model, can, spot: spotIn(source, chain.base.at) }, backdrop, project.folder)];
    });
}
function gen2_callerOf({ method, args }) {
    switch (method) {
        case 'publicApiKey':
            return 'api-key';
        case 'guest':
            return 'guest';
        case 'public':
            return ['iam', 'identityPool'].includes(textOf(args[0]) ?? '') ? 'guest' : 'api-key';
        case 'authenticated':
        case 'private':
            return 'account';
        default:
            return undefined;
    }
}
function textsIn(value) {
    const items = value?.type === 'list' ? value.items : value === undefined ? [] : [value];
    return items.flatMap((item) => textOf(item) ?? []);
}
function readTextSchema(project, source, call, backdrop) {
    const schema = resolved(memberOf(resolved(call.args[0], project.names), 'schema')?.value, project.names);
    const text = textOf(schema);
    if (schema === undefined || text === undefined)
        return [];
    const home = project.home.get(schema) ?? source;
    const facts = { version: 2, defaultCaller: undefined };
    return rulesIn(parseGraphQl(text), facts, (at) => spotIn(home, schema.at + 1 + at)).map((rule) => declareRule(rule, backdrop, project.folder));
}
const gen2_ACTIONS = new Map([
    ['read', ['list', 'read']],
    ['get', ['read']],
    ['list', ['list']],
    ['write', ['create', 'overwrite']],
    ['delete', ['delete']],
]);
function gen2_readStorage(project, source, call, backdrop, only) {
    const settings = resolved(call.args[0], project.names);
    const access = resolved(memberOf(settings, 'access')?.value, project.names);
    const paths = resolved(resultOf(access), project.names);
    if (access !== undefined && paths?.type !== 'object')
        unresolved(project, source, access.at, 'The access to the storage');
    if (paths?.type !== 'object')
        return [];
    if (paths.partial)
        unresolved(project, source, paths.at, 'A path of the storage');
    const name = textOf(memberOf(settings, 'name')?.value)?.toLowerCase() ?? '';
    const stem = only || name === '' ? 'amplify-' : name.replace(/[^a-z0-9]/g, '').slice(0, 10);
    return paths.members.flatMap(({ key, value }) => {
        const rules = resolved(value, project.names);
        const items = rules?.type === 'list' ? rules.items : [];
        return items.flatMap((item) => {
            const rule = storageRule(item);
            if (rule === undefined)
                return [];
            const gate = gen2_gateOf(rule.audience, backdrop);
            return [
                {
                    kind: 's3',
                    stem,
                    folder: project.folder,
                    declaration: {
                        ...spotIn(source, rule.at),
                        pattern: `/${key.replace(/^\/+/, '').replace('{entity_id}', '{identity}').replace(/\*$/, '{path=**}')}`,
                        audience: rule.audience,
                        can: rule.can,
                        ...gate,
                    },
                },
            ];
        });
    });
}
function gen2_gateOf(audience, { guests, signUp }) {
    if (audience === 'any-account')
        return signUp === false
            ? {
                state: 'mitigated',
                why: 'The path is open to every account, but only administrators make accounts.',
            }
            : {
                state: 'open',
                why: 'The path is open to every signed-in account, and strangers can sign up by default.',
            };
    return guests === false
        ? {
            state: 'mitigated',
            why: 'The path is open to guests, but the identity pool gives guests no credentials.',
        }
        : {
            state: 'open',
            why: 'The path is open to guests, whom the identity pool gives credentials by default.',
        };
}
function storageRule(value) {
    if (value.type !== 'call' || value.method !== 'to' || value.target?.type !== 'name')
        return undefined;
    const { path, at } = value.target;
    const audience = path.endsWith('.guest') ? 'anyone' : path.endsWith('.authenticated') ? 'any-account' : undefined;
    const wanted = new Set(textsIn(value.args[0]).flatMap((action) => gen2_ACTIONS.get(action) ?? []));
    const can = ALL_DATA.filter((operation) => wanted.has(operation));
    return audience === undefined || can.length === 0 ? undefined : { audience, can, at };
}

;// CONCATENATED MODULE: ./lib/declarations/amplify/index.js




const amplify = {
    id: 'amplify',
    title: 'AWS Amplify backends and client config, AppSync schemas',
    docs: [
        'https://docs.amplify.aws/react/reference/amplify_outputs/',
        'https://docs.amplify.aws/gen1/javascript/tools/libraries/configure-categories/',
        'https://docs.amplify.aws/gen1/javascript/build-a-backend/graphqlapi/customize-authorization-rules/',
        'https://docs.amplify.aws/gen1/javascript/build-a-backend/storage/set-up-storage/',
        'https://docs.amplify.aws/react/build-a-backend/data/customize-authz/',
        'https://docs.amplify.aws/react/build-a-backend/storage/authorization/',
        'https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html',
    ],
    claims: (path) => isClientConfig(path) || isGen1File(path) || isGen2File(path) || path.endsWith('.graphql'),
    accepts: ({ path, text }) => isClientConfig(path) || isGen1File(path) || (isGen2File(path) ? speaksOfBackends(text) : isAppSyncSchema(text)),
    read: async (files) => {
        const client = files.filter(({ path }) => isClientConfig(path));
        const rest = files.filter((file) => !client.includes(file));
        const gen1 = rest.filter(({ path }) => isGen1File(path));
        const gen2 = rest.filter((file) => !gen1.includes(file) && isGen2File(file.path));
        const schemas = rest.filter((file) => !gen1.includes(file) && !gen2.includes(file));
        return merge([
            ...(await Promise.all(client.map(readClientFile))),
            await readGen1(gen1),
            await readGen2(gen2),
            readAppSyncSchemas(schemas),
        ]);
    },
};
function isClientConfig(path) {
    return /(?:^|\/)(?:amplifyconfiguration|amplify_outputs|awsconfiguration|aws-exports|aws_exports)\.(?:json|js|ts|mjs|dart)$/.test(path);
}
function merge(readings) {
    return {
        declarations: readings.flatMap((reading) => reading.declarations),
        mentions: readings.flatMap((reading) => reading.mentions),
        problems: readings.flatMap((reading) => reading.problems),
    };
}

// EXTERNAL MODULE: ./lib/model.js
var model = __webpack_require__(9814);
;// CONCATENATED MODULE: ./lib/declarations/appwrite/index.js




const appwriteConfig = {
    id: 'appwrite',
    title: 'Appwrite project config',
    docs: [
        'https://appwrite.io/docs/advanced/platform/permissions',
        'https://appwrite.io/docs/tooling/command-line/tables',
        'https://appwrite.io/docs/tooling/command-line/buckets',
    ],
    claims: (path) => /(?:^|\/)appwrite(?:\.config)?\.json$/.test(path),
    read: async (files) => {
        const readings = await Promise.all(files.map(readFile));
        return {
            declarations: readings.flatMap(({ declarations }) => declarations),
            mentions: [],
            problems: readings.flatMap(({ problems }) => problems),
        };
    },
};
async function readFile(file) {
    const { root, problem } = await parseJson(file.text);
    const position = positionsOf(file.text);
    const problems = problem === undefined
        ? []
        : [
            {
                kind: 'malformed',
                path: file.path,
                line: position(problem.at).line,
                reason: `The Appwrite config is malformed: ${problem.reason}.`,
            },
        ];
    const project = stringOf(nodeAt(root, 'projectId'));
    const signUp = signUpIn(root);
    const declare = (declaration, at) => ({
        kind: 'appwrite',
        ...(project === undefined || !/^[\w.-]{1,36}$/.test(project) ? {} : { name: project }),
        folder: directoryOf(file.path) === '' ? file.path : directoryOf(file.path),
        declaration: { path: file.path, ...position(at), ...declaration },
    });
    const declarations = STORES.flatMap(({ list, patternOf }) => itemsOf(nodeAt(root, list)).flatMap((store) => {
        const pattern = patternOf(store);
        const off = nodeAt(store, 'enabled')?.value === false;
        return appwrite_grantsIn(nodeAt(store, '$permissions')).map(({ audience, can, at }) => declare({ pattern, audience, can, ...verdictOf(audience, off, signUp) }, at));
    }));
    return { declarations, mentions: [], problems };
}
const idOf = (store, key = '$id') => stringOf(nodeAt(store, key)) ?? '{id}';
function labelOf(store) {
    const name = stringOf(nodeAt(store, 'name'));
    return name === undefined || name === '' ? idOf(store) : name.replace(/[^\w .-]/g, '_').slice(0, 100);
}
const STORES = [
    {
        list: 'collections',
        patternOf: (store) => `/databases/${idOf(store, 'databaseId')}/collections/${labelOf(store)}`,
    },
    { list: 'tables', patternOf: (store) => `/databases/${idOf(store, 'databaseId')}/tables/${labelOf(store)}` },
    { list: 'buckets', patternOf: (store) => `/storage/buckets/${labelOf(store)}` },
];
const appwrite_ACTIONS = new Map([
    ['read', ['list', 'read']],
    ['create', ['create']],
    ['update', ['overwrite']],
    ['delete', ['delete']],
    ['write', ['create', 'overwrite', 'delete']],
]);
const appwrite_AUDIENCES = new Map([
    ['any', 'anyone'],
    ['guests', 'anyone'],
    ['users', 'any-account'],
    ['users/verified', 'any-account'],
    ['users/unverified', 'any-account'],
    ['role:all', 'anyone'],
    ['role:guest', 'anyone'],
    ['role:member', 'any-account'],
]);
function appwrite_grantsIn(permissions) {
    const grants = new Map();
    for (const item of itemsOf(permissions)) {
        const [, action = '', role = ''] = /^\s*(\w{1,10})\(\s*["']([\w:/]{1,40})["']\s*\)\s*$/.exec(stringOf(item) ?? '') ?? [];
        const audience = appwrite_AUDIENCES.get(role);
        if (audience === undefined)
            continue;
        const grant = grants.get(audience) ?? { at: item.offset, can: new Set() };
        grants.set(audience, grant);
        for (const operation of appwrite_ACTIONS.get(action) ?? [])
            grant.can.add(operation);
    }
    return [...grants].flatMap(([audience, { at, can }]) => can.size === 0 ? [] : [{ audience, at, can: model/* OPERATIONS */.xb.filter((operation) => can.has(operation)) }]);
}
function signUpIn(root) {
    const methods = membersOf(nodeAt(root, 'settings', 'auth', 'methods')).filter(({ key }) => key !== 'jwt' && key !== 'invites');
    if (methods.length === 0)
        return undefined;
    return methods.some(({ value }) => value.value !== false);
}
function verdictOf(audience, off, signUp) {
    const who = audience === 'anyone' ? 'everybody, guests included' : 'every account';
    if (off)
        return { state: 'mitigated', why: `The permissions let in ${who}, but it is disabled for clients.` };
    if (audience === 'any-account' && signUp === false)
        return {
            state: 'mitigated',
            why: 'The permissions let in every account, but all sign-in methods are switched off.',
        };
    const how = audience === 'anyone' ? '' : ', and strangers can sign up by default';
    return { state: 'open', why: `The permissions let in ${who}${how}; they hold for all that lies in it.` };
}

;// CONCATENATED MODULE: ./lib/declarations/trees/source.js


function spotsOf(path, text) {
    const position = positionsOf(text);
    return (offset) => ({ path, ...position(offset) });
}
async function readJsonTree(path, text) {
    const spotAt = spotsOf(path, text);
    const { root, problem } = await parseJson(text);
    return {
        ...(root === undefined ? {} : { root: fromJson(root, spotAt) }),
        ...(problem === undefined ? {} : { problem: { line: spotAt(problem.at).line, reason: problem.reason } }),
    };
}
function fromJson(node, spotAt) {
    const spot = spotAt(node.offset);
    if (node.type === 'array')
        return { type: 'list', items: (node.children ?? []).map((child) => fromJson(child, spotAt)), spot };
    if (node.type === 'object') {
        const entries = membersOf(node).map(({ key, keyNode, value }) => ({
            key,
            spot: spotAt(keyNode.offset),
            value: fromJson(value, spotAt),
        }));
        return { type: 'map', entries, spot };
    }
    const { value } = node;
    return {
        type: 'scalar',
        value: typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null,
        spot,
    };
}
function entriesOf(node) {
    return node?.type === 'map' ? node.entries : [];
}
function entryOf(node, key) {
    return entriesOf(node).find((entry) => entry.key === key);
}
function under(node, ...keys) {
    return keys.reduce((at, key) => entryOf(at, key)?.value, node);
}
function scalarText(node) {
    return node?.type === 'scalar' && node.value !== null ? String(node.value) : undefined;
}
function wordsOf(node) {
    return JSON.stringify(plain(node));
}
function plain(node) {
    if (node.type === 'scalar')
        return node.value;
    if (node.type === 'list')
        return node.items.map(plain);
    return node.entries.map(({ key, value }) => [key, plain(value)]);
}

;// CONCATENATED MODULE: ./lib/declarations/unknown-note.js
function unknownNote(language, declarations) {
    const unknown = declarations.filter(({ declaration }) => declaration.state === 'unknown');
    const [first] = unknown;
    if (first === undefined)
        return [];
    const { path, line } = first.declaration;
    const reason = `${unknown.length} ${language} settings depend on values that the repository does not give; they raise no finding.`;
    return [{ kind: 'note', path, line, reason }];
}

;// CONCATENATED MODULE: ./lib/declarations/values.js
const UNKNOWN = Symbol('unknown');
const UNKNOWN_PART = '\ufdd0';
const ADDRESS_MARK = '\ufdd1';
const MAX_TEXT = 1 << 20;
const MAX_ITEMS = 10_000;
function isMap(value) {
    return value instanceof Map;
}
function isList(value) {
    return Array.isArray(value);
}
function isKnownText(value) {
    return typeof value === 'string' && !value.includes(UNKNOWN_PART) && !value.includes(ADDRESS_MARK);
}
function isKnown(value) {
    if (value === UNKNOWN)
        return false;
    if (typeof value === 'string')
        return isKnownText(value);
    if (isList(value))
        return value.every(isKnown);
    return isMap(value) ? [...value.values()].every(isKnown) : true;
}
function values_textOf(value) {
    if (value === UNKNOWN)
        return UNKNOWN_PART;
    if (typeof value === 'string')
        return value;
    if (typeof value === 'number' || typeof value === 'boolean')
        return String(value);
    return undefined;
}
function listOf(value) {
    if (value === undefined || value === null)
        return [];
    return isList(value) ? value : [value];
}
function truthOf(value) {
    if (typeof value === 'boolean')
        return value;
    if (value === 'true')
        return true;
    return value === 'false' ? false : undefined;
}
function toPlain(value) {
    if (value === UNKNOWN)
        return UNKNOWN_PART;
    if (isList(value))
        return value.map(toPlain);
    if (isMap(value))
        return Object.fromEntries([...value].map(([key, item]) => [key, toPlain(item)]));
    return value;
}
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

;// CONCATENATED MODULE: ./lib/declarations/trees/placed.js

function isPlacedMap(value) {
    return value instanceof Map;
}
function isPlacedList(value) {
    return Array.isArray(value);
}
function member(placed, ...keys) {
    let at = placed;
    for (const key of keys) {
        if (at === undefined || at.value === UNKNOWN)
            return at;
        at = isPlacedMap(at.value) ? at.value.get(key) : undefined;
    }
    return at;
}
function placed_itemsOf(placed) {
    if (placed === undefined || placed.value === null)
        return [];
    return isPlacedList(placed.value) ? placed.value : [placed];
}
function placed_membersOf(placed) {
    return isPlacedMap(placed?.value) ? [...placed.value] : [];
}
function placed_textOf(placed) {
    const value = placed?.value;
    if (value === UNKNOWN)
        return UNKNOWN_PART;
    if (typeof value === 'number' || typeof value === 'boolean')
        return String(value);
    return typeof value === 'string' ? value : undefined;
}
function knownText(placed) {
    const text = placed_textOf(placed);
    return isKnownText(text) ? text : undefined;
}
function settingOf(placed, fallback) {
    if (placed === undefined || placed.value === null)
        return fallback;
    const { value } = placed;
    if (typeof value === 'string')
        return truthOf(value.toLowerCase()) ?? 'unknown';
    return typeof value === 'boolean' ? value : 'unknown';
}
function plainOf({ value }) {
    if (value === UNKNOWN)
        return UNKNOWN_PART;
    if (isPlacedList(value))
        return value.map(plainOf);
    if (isPlacedMap(value))
        return Object.fromEntries([...value].map(([key, item]) => [key, plainOf(item)]));
    return value;
}

;// CONCATENATED MODULE: ./lib/declarations/arm/functions.js


const FUNCTIONS = {
    concat: (args) => args.every(({ value }) => isPlacedList(value)) && args.length > 0 ? listsOf(args) : joined(args, ''),
    format: ([template, ...args]) => {
        const text = template === undefined ? undefined : placed_textOf(template);
        if (text === undefined || args.some((one) => placed_textOf(one) === undefined))
            return undefined;
        return bounded(text.replace(/\{(\d{1,2})\}/g, (_, index) => placed_textOf(args[Number(index)]) ?? ''));
    },
    tolower: ([one]) => placed_textOf(one)?.toLowerCase(),
    toupper: ([one]) => placed_textOf(one)?.toUpperCase(),
    trim: ([one]) => placed_textOf(one)?.trim(),
    string: ([one]) => placed_textOf(one),
    replace: ([one, from, to]) => {
        const [text, old, fresh] = [placed_textOf(one), placed_textOf(from), placed_textOf(to)];
        if (text === undefined || old === undefined || fresh === undefined || old === '')
            return undefined;
        return bounded(text.split(old).join(fresh));
    },
    take: ([one, count]) => {
        const text = knownTextOf(one);
        return text === undefined || typeof count?.value !== 'number' ? undefined : text.slice(0, count.value);
    },
    split: ([one, separator]) => {
        const [text, between] = [knownTextOf(one), knownTextOf(separator)];
        if (one === undefined || text === undefined || between === undefined || between === '')
            return undefined;
        return text.split(between).map((value) => ({ spot: one.spot, value }));
    },
    join: ([list, separator]) => {
        const between = placed_textOf(separator);
        return isPlacedList(list?.value) && between !== undefined ? joined(list.value, between) : undefined;
    },
    bool: ([one]) => (typeof one?.value === 'boolean' ? one.value : placed_textOf(one)?.toLowerCase() === 'true'),
    int: ([one]) => (isKnownText(placed_textOf(one)) ? Number(placed_textOf(one)) : undefined),
    true: () => true,
    false: () => false,
    null: () => null,
    not: ([one]) => (typeof one?.value === 'boolean' ? !one.value : undefined),
    and: (args) => {
        if (args.some(({ value }) => value === false))
            return false;
        return args.every(({ value }) => value === true) ? true : undefined;
    },
    or: (args) => {
        if (args.some(({ value }) => value === true))
            return true;
        return args.every(({ value }) => value === false) ? false : undefined;
    },
    equals: ([left, right]) => left === undefined || right === undefined ? undefined : equal(fromPlain(plainOf(left)), fromPlain(plainOf(right))),
    coalesce: (args) => args.find(({ value }) => value !== null)?.value,
    empty: ([one]) => {
        if (one === undefined)
            return undefined;
        if (isPlacedList(one.value))
            return one.value.length === 0;
        if (isPlacedMap(one.value))
            return one.value.size === 0;
        return one.value === null ? true : isKnownText(one.value) ? one.value === '' : undefined;
    },
    length: ([one]) => {
        if (isPlacedList(one?.value))
            return one.value.length;
        return knownTextOf(one)?.length;
    },
    contains: ([container, item]) => {
        if (container === undefined || item === undefined || !isKnown(fromPlain(plainOf(item))))
            return undefined;
        const text = placed_textOf(item) ?? '';
        if (isPlacedList(container.value))
            return container.value.some((one) => placed_textOf(one) === text);
        if (isPlacedMap(container.value))
            return container.value.has(text);
        return knownTextOf(container)?.includes(text);
    },
    first: ([one]) => (isPlacedList(one?.value) ? one.value[0]?.value : undefined),
    last: ([one]) => (isPlacedList(one?.value) ? one.value.at(-1)?.value : undefined),
    createarray: (args) => args,
    array: ([one]) => (one === undefined ? undefined : isPlacedList(one.value) ? one.value : [one]),
    createobject: (args) => new Map(args.flatMap((key, index) => {
        const [name, value] = [placed_textOf(key), args[index + 1]];
        return index % 2 === 0 && name !== undefined && value !== undefined ? [[name, value]] : [];
    })),
    union: (args) => {
        if (args.every(({ value }) => isPlacedList(value)))
            return listsOf(args);
        const maps = args.map(({ value }) => value).filter(isPlacedMap);
        return maps.length === args.length ? new Map(maps.flatMap((map) => [...map])) : undefined;
    },
    range: ([start, count]) => {
        if (start === undefined || typeof start.value !== 'number' || typeof count?.value !== 'number')
            return undefined;
        const { spot, value: from } = start;
        const length = Math.max(0, Math.min(count.value, MAX_ITEMS));
        return Array.from({ length }, (_, index) => ({ spot, value: from + index }));
    },
    add: ([left, right]) => typeof left?.value === 'number' && typeof right?.value === 'number' ? left.value + right.value : undefined,
    sub: ([left, right]) => typeof left?.value === 'number' && typeof right?.value === 'number' ? left.value - right.value : undefined,
};
function callFunction(name, args) {
    const plain = name.toLowerCase();
    return Object.hasOwn(FUNCTIONS, plain) ? FUNCTIONS[plain]?.(args) : undefined;
}
function knownTextOf(placed) {
    const text = placed_textOf(placed);
    return isKnownText(text) ? text : undefined;
}
function joined(parts, between) {
    const texts = parts.map(placed_textOf);
    return texts.includes(undefined) ? undefined : bounded(texts.join(between));
}
function bounded(text) {
    return text.length > MAX_TEXT ? undefined : text;
}
function listsOf(args) {
    return args.flatMap(({ value }) => (isPlacedList(value) ? value : [])).slice(0, MAX_ITEMS);
}

;// CONCATENATED MODULE: ./lib/declarations/arm/evaluate.js



const MAX_STEPS = 200_000;
const evaluate_MAX_DEPTH = 100;
const MAX_ROUNDS = 500;
function unknownOf({ words }) {
    return `${ADDRESS_MARK}${words.replaceAll('/', '.').slice(0, 200)}`;
}
function evaluate(expression, scope) {
    const { budget } = scope;
    if (budget.steps-- <= 0 || budget.depth > evaluate_MAX_DEPTH)
        return { spot: expression.spot, value: unknownOf(expression) };
    budget.depth++;
    try {
        return { spot: expression.spot, value: worth(expression, scope) };
    }
    finally {
        budget.depth--;
    }
}
function worth(expression, scope) {
    const known = (value) => (value === undefined ? unknownOf(expression) : value);
    switch (expression.type) {
        case 'literal':
            return expression.value;
        case 'text':
            return known(joined(expression.parts.map((part) => evaluate(part, scope)), ''));
        case 'name':
            return known(named(expression.name, scope));
        case 'call':
            return known(call(expression.name, expression.args, scope));
        case 'member':
            return known(memberValue(evaluate(expression.of, scope), evaluate(expression.key, scope)));
        case 'list':
            return expression.items.map((item) => evaluate(item, scope));
        case 'loop':
            return known(rounds(expression.loop, scope)?.map((round) => evaluate(expression.body, round)));
        case 'object':
            return objectValue(expression.entries, scope);
        case 'opaque':
            return unknownOf(expression);
    }
}
function named(name, scope) {
    if (scope.locals.has(name))
        return scope.locals.get(name);
    const parameter = scope.parameter(name);
    return parameter === undefined ? (scope.variable(name) ?? scope.symbol(name)) : parameter;
}
function call(name, args, scope) {
    const plain = name.toLowerCase();
    if (plain === 'if') {
        const [condition, yes, no] = args;
        const truth = condition === undefined ? undefined : evaluate_truthOf(evaluate(condition, scope));
        const chosen = truth === true ? yes : truth === false ? no : undefined;
        return chosen === undefined ? undefined : evaluate(chosen, scope).value;
    }
    const values = args.map((arg) => evaluate(arg, scope));
    const [first] = values;
    if (plain === 'parameters')
        return scope.parameter(placed_textOf(first) ?? '');
    if (plain === 'variables')
        return scope.variable(placed_textOf(first) ?? '');
    if (plain === 'copyindex') {
        const index = scope.locals.get('copyIndex()');
        const offset = values.find(({ value }) => typeof value === 'number')?.value ?? 0;
        return typeof index === 'number' && typeof offset === 'number' ? index + offset : undefined;
    }
    return callFunction(name, values);
}
function memberValue(of, key) {
    if (isPlacedMap(of.value))
        return of.value.get(placed_textOf(key) ?? '')?.value ?? null;
    if (isPlacedList(of.value) && typeof key.value === 'number')
        return of.value[key.value]?.value;
    return undefined;
}
function objectValue(entries, scope) {
    const map = new Map();
    for (const { key, spot, value } of entries) {
        const name = placed_textOf(evaluate(key, scope));
        if (name !== undefined)
            map.set(name, { spot, value: evaluate(value, scope).value });
    }
    return map;
}
function evaluate_truthOf({ value }) {
    if (typeof value === 'boolean')
        return value;
    if (typeof value !== 'string' || !isKnownText(value))
        return undefined;
    return value.toLowerCase() === 'true' ? true : value.toLowerCase() === 'false' ? false : undefined;
}
function withLocals(scope, locals) {
    return { ...scope, locals: new Map([...scope.locals, ...locals]) };
}
function rounds(loop, scope) {
    const over = evaluate(loop.over, scope).value;
    if (!isPlacedList(over))
        return undefined;
    return over
        .slice(0, MAX_ROUNDS)
        .map(({ value }, index) => withLocals(scope, [[loop.item, value], ...(loop.index === undefined ? [] : [[loop.index, index]])]));
}

;// CONCATENATED MODULE: ./lib/declarations/arm/expression.js
function entry(object, key) {
    if (object?.type !== 'object')
        return undefined;
    return object.entries.find((one) => one.key.type === 'literal' && one.key.value === key)?.value;
}

;// CONCATENATED MODULE: ./lib/declarations/arm/deployment.js




const MAX_RESOURCES = 5_000;
function deploy(deployment, given, budget = { steps: MAX_STEPS, depth: 0 }) {
    const scope = scopeOf(deployment, given, budget);
    const resources = [];
    function visit(declaration, around, scoped) {
        const each = declaration.loop === undefined ? [scoped] : rounds(declaration.loop, scoped);
        const times = each ?? [withLocals(scoped, unknownLocals(declaration))];
        for (const round of times) {
            if (resources.length >= MAX_RESOURCES)
                return;
            const exists = declaration.condition === undefined || evaluate_truthOf(evaluate(declaration.condition, round));
            if (exists === false)
                continue;
            const resource = resourceOf(declaration, around, round, exists === undefined);
            resources.push(resource);
            for (const nested of declaration.nested)
                visit(nested, resource, round);
        }
    }
    for (const declaration of deployment.resources)
        visit(declaration, undefined, scope);
    return { resources, scope };
}
function unknownLocals({ loop }) {
    if (loop === undefined)
        return [];
    const names = loop.index === undefined ? [loop.item] : [loop.item, loop.index];
    return names.map((name) => [name, `${ADDRESS_MARK}${name}`]);
}
function scopeOf(deployment, given, budget) {
    const made = new Map();
    const symbols = new Map(symbolsOf(deployment.resources));
    const once = (key, make) => {
        if (made.has(key))
            return made.get(key);
        made.set(key, undefined);
        const value = make();
        made.set(key, value);
        return value;
    };
    const own = {
        budget,
        locals: new Map(),
        parameter: (name) => {
            const known = find(deployment.parameters, name);
            if (known === undefined)
                return undefined;
            const [written, initial] = known;
            if (initial === undefined)
                return given === undefined ? undefined : (given.get(written) ?? null);
            return given?.get(written) ?? once(`parameter ${written}`, () => evaluate(initial, own).value);
        },
        variable: (name) => {
            const known = find(deployment.variables, name);
            return known === undefined ? undefined : once(`variable ${known[0]}`, () => evaluate(known[1], own).value);
        },
        symbol: (name) => {
            const symbol = symbols.get(name);
            return symbol === undefined ? undefined : once(`symbol ${name}`, () => symbolValue(symbol, own));
        },
    };
    return own;
}
function find(map, name) {
    const plain = name.toLowerCase();
    return [...map].find(([key]) => key === name) ?? [...map].find(([key]) => key.toLowerCase() === plain);
}
function symbolsOf(declarations, around) {
    return declarations.flatMap((declaration) => {
        const own = { declaration, type: fullType(declaration, around?.type), around };
        const named = declaration.symbol === undefined ? [] : [[declaration.symbol, own]];
        return [...named, ...symbolsOf(declaration.nested, own)];
    });
}
const PATH = '#path';
function symbolValue(symbol, scope) {
    const { declaration } = symbol;
    const placed = (value) => ({ spot: declaration.spot, value });
    return new Map([
        ['name', placed(ownName(declaration, scope))],
        [PATH, placed(symbolPath(symbol, scope).join('/'))],
    ]);
}
function symbolPath({ declaration, type, around }, scope) {
    return deployment_pathOf(declaration, type, around === undefined ? undefined : symbolPath(around, scope), scope);
}
function ownName(declaration, scope) {
    const written = entry(declaration.body, 'name');
    if (written === undefined)
        return `${ADDRESS_MARK}${declaration.symbol ?? ''}`;
    return placed_textOf(evaluate(written, scope)) ?? unknownOf(written);
}
function deployment_pathOf(declaration, type, around, scope) {
    const own = ownName(declaration, scope).split('/');
    if (own.length >= type.split('/').length - 1)
        return own;
    if (around !== undefined)
        return [...around, ...own];
    const parent = entry(declaration.body, 'parent');
    if (parent === undefined)
        return own;
    const { value } = evaluate(parent, scope);
    const above = isPlacedMap(value) ? placed_textOf(value.get(PATH)) : undefined;
    return [...(above ?? unknownOf(parent)).split('/'), ...own];
}
function fullType({ type }, around) {
    const written = type.toLowerCase();
    return around === undefined || written.startsWith(`${around}/`) ? written : `${around}/${written}`;
}
function resourceOf(declaration, around, scope, uncertain) {
    const type = fullType(declaration, around?.type);
    return {
        type,
        name: deployment_pathOf(declaration, type, around?.name, scope),
        spot: declaration.spot,
        symbol: declaration.symbol,
        existing: declaration.existing,
        body: evaluate(declaration.body, scope),
        uncertain: uncertain || around?.uncertain === true,
    };
}

;// CONCATENATED MODULE: ./lib/declarations/services/azure-blob.js
const OPERATIONS_OF = {
    blob: ['read'],
    container: ['list', 'read'],
};
function judgeBlobContainer({ spot, access, account, uncertain }) {
    const verdict = { spot, audience: 'anyone' };
    if (access === 'private')
        return { ...verdict, can: [], state: 'closed', why: 'The container is private.' };
    if (access === 'unknown')
        return {
            ...verdict,
            can: [],
            state: 'unknown',
            why: 'The container\u2019s access level is not known from the configuration.',
        };
    const can = OPERATIONS_OF[access];
    const level = `The container\u2019s access level is \u201c${access}\u201d`;
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
        'default-on': 'and its storage account allows anonymous access by the provider\u2019s default',
        'default-unsure': 'and its storage account does not forbid it (accounts of earlier years allow it where nothing is said, newer ones have to be told)',
        undeclared: 'and nothing in this configuration forbids it for the storage account',
    }[String(account)];
    return { ...verdict, can, state: 'open', why: `${level}, ${flag}.` };
}

;// CONCATENATED MODULE: ./lib/declarations/arm/storage.js



const ACCOUNT = 'microsoft.storage/storageaccounts';
const CONTAINER = `${ACCOUNT}/blobservices/containers`;
function judgeStorage(resources) {
    const accounts = new Map(resources.filter(({ type }) => type === ACCOUNT).map((account) => [storage_keyOf(account), account]));
    const containers = resources.filter(({ type, existing }) => type === CONTAINER && !existing);
    const used = new Set(containers.map(storage_keyOf));
    return [
        ...containers.map((container) => {
            const account = accounts.get(storage_keyOf(container));
            const name = `${accountName(container, account)}/${containerName(container)}`;
            return declarationOf(name, judgeBlobContainer(modelOf(container, account)));
        }),
        ...[...accounts]
            .filter(([key, { existing }]) => !existing && !used.has(key))
            .map(([, account]) => declarationOf(accountName(account, account), emptyVerdict(account))),
    ];
}
function storage_keyOf({ name }) {
    return (name[0] ?? '').toLowerCase();
}
function accountName(container, account) {
    const [name] = container.name;
    return isKnownText(name) && name !== '' ? name : addressOf(account ?? container);
}
function containerName(container) {
    const name = container.name.at(-1);
    return isKnownText(name) && name !== '' ? name : `${container.symbol ?? 'container'}:${container.spot.line}`;
}
function addressOf({ spot, symbol, type }) {
    return `${spot.path.replaceAll('/', ':')}#${symbol ?? type.slice(type.lastIndexOf('/') + 1)}`;
}
function modelOf(container, account) {
    const level = member(container.body, 'properties', 'publicAccess');
    return {
        spot: level?.spot ?? container.spot,
        access: levelOf(level),
        account: account === undefined || account.existing ? 'undeclared' : accountFlag(account),
        uncertain: container.uncertain || account?.uncertain === true,
    };
}
function levelOf(placed) {
    if (placed === undefined || placed.value === null)
        return 'private';
    const level = knownText(placed)?.toLowerCase();
    if (level === 'none')
        return 'private';
    return level === 'blob' || level === 'container' ? level : 'unknown';
}
function accountFlag({ body }) {
    const flag = member(body, 'properties', 'allowBlobPublicAccess');
    return flag === undefined || flag.value === null ? 'default-unsure' : settingOf(flag, 'unknown');
}
function emptyVerdict({ spot }) {
    return {
        spot,
        audience: 'anyone',
        can: [],
        state: 'closed',
        why: 'No container of this template is open to anonymous readers.',
    };
}
function declarationOf(name, { spot, ...verdict }) {
    return { kind: 'azure-blob', name, declaration: { ...spot, ...verdict } };
}

;// CONCATENATED MODULE: ./lib/declarations/arm/brackets.js
const brackets_MAX_DEPTH = 60;
function parseBrackets(text, spot) {
    const literal = (value) => ({ type: 'literal', value, spot, words: value });
    if (!text.startsWith('[') || !text.endsWith(']'))
        return literal(text);
    if (text.startsWith('[['))
        return literal(text.slice(1));
    return parseInner(text.slice(1, -1), spot) ?? { type: 'opaque', spot, words: text };
}
function parseInner(source, spot) {
    let at = 0;
    let depth = 0;
    function skip() {
        while (/\s/.test(source[at] ?? ''))
            at++;
    }
    function eat(character) {
        skip();
        if (source[at] !== character)
            return false;
        at++;
        return true;
    }
    function made(start) {
        return { spot, words: source.slice(start, at).replace(/\s+/g, '') };
    }
    function value() {
        if (++depth > brackets_MAX_DEPTH)
            return undefined;
        skip();
        const start = at;
        let expression = primary(start);
        while (expression !== undefined) {
            const key = eat('.') ? property() : eat('[') ? index() : undefined;
            if (key === undefined)
                break;
            expression = { type: 'member', of: expression, key, ...made(start) };
        }
        depth--;
        return expression;
    }
    function property() {
        const start = at;
        const name = word();
        return name === undefined ? undefined : { type: 'literal', value: name, ...made(start) };
    }
    function index() {
        const key = value();
        return eat(']') ? key : undefined;
    }
    function word() {
        const found = /^[A-Za-z_][\w]*/.exec(source.slice(at, at + 256))?.[0];
        if (found !== undefined)
            at += found.length;
        return found;
    }
    function primary(start) {
        if (source[at] === "'")
            return text(start);
        const number = /^-?\d{1,15}/.exec(source.slice(at, at + 20))?.[0];
        if (number !== undefined) {
            at += number.length;
            return { type: 'literal', value: Number(number), ...made(start) };
        }
        let name = word();
        while (name !== undefined && source[at] === '.') {
            at++;
            const next = word();
            name = next === undefined ? undefined : `${name}.${next}`;
        }
        if (name === undefined || !eat('('))
            return undefined;
        const args = [];
        if (eat(')'))
            return { type: 'call', name, args, ...made(start) };
        for (;;) {
            const arg = value();
            if (arg === undefined)
                return undefined;
            args.push(arg);
            if (eat(')'))
                return { type: 'call', name, args, ...made(start) };
            if (!eat(','))
                return undefined;
        }
    }
    function text(start) {
        let value = '';
        for (at++; at < source.length; at++) {
            if (source[at] !== "'")
                value += source[at];
            else if (source[at + 1] === "'") {
                value += "'";
                at++;
            }
            else {
                at++;
                return { type: 'literal', value, ...made(start) };
            }
        }
        return undefined;
    }
    const expression = value();
    skip();
    return at === source.length ? expression : undefined;
}

;// CONCATENATED MODULE: ./lib/declarations/arm/template.js


const template_MAX_DEPTH = 80;
function deploymentOf(path, root) {
    return {
        path,
        parameters: new Map(entriesOf(under(root, 'parameters')).map(({ key, value }) => {
            const initial = entryOf(value, 'defaultValue')?.value;
            return [key, initial === undefined ? undefined : expressionOf(initial)];
        })),
        variables: new Map(entriesOf(under(root, 'variables')).map(({ key, value }) => [key, expressionOf(value)])),
        resources: resourcesIn(under(root, 'resources')),
    };
}
function expressionOf(node, depth = 0) {
    const { spot } = node;
    if (node.type === 'scalar') {
        if (typeof node.value === 'string')
            return parseBrackets(node.value, spot);
        return { type: 'literal', value: node.value, spot, words: String(node.value) };
    }
    if (depth > template_MAX_DEPTH)
        return { type: 'opaque', spot, words: '' };
    if (node.type === 'list')
        return { type: 'list', items: node.items.map((item) => expressionOf(item, depth + 1)), spot, words: '' };
    const entries = node.entries.map(({ key, spot: at, value }) => ({
        key: { type: 'literal', value: key, spot: at, words: key },
        spot: at,
        value: expressionOf(value, depth + 1),
    }));
    return { type: 'object', entries, spot, words: '' };
}
function resourcesIn(node, depth = 0) {
    if (node === undefined || depth > 10)
        return [];
    if (node.type === 'list')
        return node.items.flatMap((item) => template_resourceOf(item, undefined, depth));
    return entriesOf(node).flatMap(({ key, value }) => template_resourceOf(value, key, depth));
}
function template_resourceOf(node, symbol, depth) {
    const type = scalarText(under(node, 'type'));
    if (type === undefined)
        return [];
    const condition = under(node, 'condition');
    const loop = loopOf(under(node, 'copy'));
    return [
        {
            ...(symbol === undefined ? {} : { symbol }),
            spot: entryOf(node, 'type')?.spot ?? node.spot,
            type,
            existing: under(node, 'existing') !== undefined && scalarText(under(node, 'existing')) === 'true',
            ...(condition === undefined ? {} : { condition: expressionOf(condition) }),
            ...(loop === undefined ? {} : { loop }),
            body: expressionOf(node),
            nested: resourcesIn(under(node, 'resources'), depth + 1),
        },
    ];
}
function loopOf(copy) {
    const count = under(copy, 'count');
    if (count === undefined || copy === undefined)
        return undefined;
    const { spot } = count;
    const zero = { type: 'literal', value: 0, spot, words: '0' };
    const words = wordsOf(count);
    return { item: 'copyIndex()', over: { type: 'call', name: 'range', args: [zero, expressionOf(count)], spot, words } };
}

;// CONCATENATED MODULE: ./lib/declarations/arm/index.js





const arm = {
    id: 'arm',
    title: 'Azure Resource Manager templates',
    docs: [
        'https://learn.microsoft.com/azure/azure-resource-manager/templates/syntax',
        'https://learn.microsoft.com/azure/storage/blobs/anonymous-read-access-overview',
    ],
    claims: (path) => /\.jsonc?$/.test(path),
    accepts: ({ text }) => text.includes('deploymentTemplate.json') && /microsoft\.storage/i.test(text),
    read: async (files) => {
        const declarations = [];
        const problems = [];
        for (const file of files)
            await readTemplate(file, declarations, problems);
        return { declarations, mentions: [], problems: [...problems, ...unknownNote('ARM template', declarations)] };
    },
};
async function readTemplate(file, declarations, problems) {
    const { root, problem } = await readJsonTree(file.path, file.text);
    if (problem !== undefined)
        problems.push({
            kind: 'malformed',
            path: file.path,
            line: problem.line,
            reason: `The template ${problem.reason}; the rest of it was judged.`,
        });
    if (root === undefined)
        return;
    for (const template of [root, ...inlineTemplates(root, 0)]) {
        const { resources, scope } = deploy(deploymentOf(file.path, template));
        declarations.push(...judgeStorage(resources));
        if (scope.budget.steps <= 0)
            problems.push({
                kind: 'limit',
                path: file.path,
                reason: 'The template takes too many steps to work out; what was left is not judged.',
            });
    }
}
const MAX_INLINE_DEPTH = 5;
function inlineTemplates(root, depth) {
    const resources = under(root, 'resources');
    if (resources === undefined || depth > MAX_INLINE_DEPTH)
        return [];
    const items = resources.type === 'list'
        ? resources.items
        : resources.type === 'map'
            ? resources.entries.map(({ value }) => value)
            : [];
    return items.flatMap((item) => {
        const inner = under(item, 'properties', 'template');
        if (inner === undefined || scalarText(under(item, 'type'))?.toLowerCase() !== 'microsoft.resources/deployments')
            return [];
        return [inner, ...inlineTemplates(inner, depth + 1)];
    });
}

;// CONCATENATED MODULE: ./lib/declarations/bicep/cursor.js
class BicepError extends Error {
    at;
    constructor(at, reason) {
        super(reason);
        this.at = at;
    }
}
const cursor_MAX_DEPTH = 80;
const IDENTIFIER = /[A-Za-z_][A-Za-z0-9_]{0,255}/y;
const NUMBER = /\d{1,15}/y;
function cursorOf(text, spot) {
    let position = 0;
    let depth = 0;
    function blank(pattern) {
        for (;;) {
            pattern.lastIndex = position;
            position += pattern.exec(text)?.[0].length ?? 0;
            if (text.startsWith('//', position) || text.startsWith('#', position)) {
                const end = text.indexOf('\n', position);
                position = end === -1 ? text.length : end;
            }
            else if (text.startsWith('/*', position)) {
                const end = text.indexOf('*/', position + 2);
                position = end === -1 ? text.length : end + 2;
            }
            else
                return;
        }
    }
    function match(pattern) {
        pattern.lastIndex = position;
        const found = pattern.exec(text)?.[0];
        if (found !== undefined)
            position += found.length;
        return found;
    }
    const fail = (reason) => new BicepError(position, reason);
    const cursor = {
        text,
        at: () => position,
        moveTo: (offset) => {
            position = offset;
        },
        spot,
        words: (start) => text.slice(start, Math.min(position, start + 400)).replace(/\s+/g, ''),
        skip: () => blank(/\s*/y),
        skipLine: () => blank(/[^\S\r\n]*/y),
        peek: (token) => text.startsWith(token, position),
        eat: (token) => {
            if (!text.startsWith(token, position))
                return false;
            position += token.length;
            return true;
        },
        demand: (token) => {
            if (!cursor.eat(token))
                throw fail(`has no \u201c${token}\u201d where one belongs`);
        },
        identifier: () => match(IDENTIFIER),
        eatWord: (word) => {
            const start = position;
            if (match(IDENTIFIER) === word)
                return true;
            position = start;
            return false;
        },
        number: () => {
            const found = match(NUMBER);
            return found === undefined ? undefined : Number(found);
        },
        fail,
        nested: (read) => {
            if (++depth > cursor_MAX_DEPTH)
                throw fail('is nested too deeply');
            try {
                return read();
            }
            finally {
                depth--;
            }
        },
    };
    return cursor;
}

;// CONCATENATED MODULE: ./lib/declarations/bicep/strings.js
const ESCAPES = { n: '\n', r: '\r', t: '\t', "'": "'", '\\': '\\', $: '$' };
function stringExpression(cursor, inner) {
    const start = cursor.at();
    if (cursor.eat("'''")) {
        const from = cursor.at();
        const end = cursor.text.indexOf("'''", from);
        if (end === -1)
            throw cursor.fail('has a string without an end');
        cursor.moveTo(end + 3);
        return {
            type: 'literal',
            value: cursor.text.slice(from, end),
            spot: cursor.spot(start),
            words: cursor.words(start),
        };
    }
    cursor.demand("'");
    const parts = [];
    let text = '';
    const flush = () => {
        if (text !== '')
            parts.push({ type: 'literal', value: text, spot: cursor.spot(start), words: text });
        text = '';
    };
    for (;;) {
        const character = cursor.text[cursor.at()];
        if (character === undefined || character === '\n' || character === '\r')
            throw cursor.fail('has a string without an end');
        if (cursor.eat("'"))
            break;
        if (cursor.eat('${')) {
            flush();
            cursor.skip();
            parts.push(inner(cursor));
            cursor.skip();
            cursor.demand('}');
        }
        else if (cursor.eat('\\'))
            text += escaped(cursor);
        else {
            text += character;
            cursor.moveTo(cursor.at() + 1);
        }
    }
    flush();
    const shared = { spot: cursor.spot(start), words: cursor.words(start) };
    const [only] = parts;
    if (only === undefined)
        return { type: 'literal', value: '', ...shared };
    if (parts.length === 1 && only.type === 'literal')
        return { ...only, ...shared };
    return { type: 'text', parts, ...shared };
}
function escaped(cursor) {
    const at = cursor.at();
    const unicode = /^u\{([0-9A-Fa-f]{1,6})\}/.exec(cursor.text.slice(at, at + 10));
    if (unicode !== null) {
        cursor.moveTo(at + unicode[0].length);
        const code = Number.parseInt(unicode[1] ?? '', 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    }
    cursor.moveTo(at + 1);
    return ESCAPES[cursor.text[at] ?? ''] ?? '';
}

;// CONCATENATED MODULE: ./lib/declarations/bicep/expressions.js

const LEVELS = [
    { '??': 'coalesce' },
    { '||': 'or' },
    { '&&': 'and' },
    { '==': 'equals', '!=': 'notEquals', '=~': 'opaque', '!~': 'opaque' },
    { '<=': 'opaque', '>=': 'opaque', '<': 'opaque', '>': 'opaque' },
    { '+': 'add', '-': 'sub' },
    { '*': 'opaque', '/': 'opaque', '%': 'opaque' },
];
const ACROSS_LINES = new Set(['??', '||', '&&', '==', '!=']);
function expression(cursor) {
    return cursor.nested(() => {
        cursor.skipLine();
        const start = cursor.at();
        const condition = binary(cursor, 0);
        if (!eatAhead(cursor, '?'))
            return condition;
        cursor.skip();
        const yes = expression(cursor);
        cursor.skip();
        cursor.demand(':');
        cursor.skip();
        const no = expression(cursor);
        return made(cursor, start, { type: 'call', name: 'if', args: [condition, yes, no] });
    });
}
function made(cursor, start, bare) {
    return { ...bare, spot: cursor.spot(start), words: cursor.words(start) };
}
function eatAhead(cursor, token) {
    const before = cursor.at();
    cursor.skip();
    const found = cursor.peek(token) && !(token === '?' && (cursor.peek('?.') || cursor.peek('??') || cursor.peek('?[')));
    if (found && cursor.eat(token))
        return true;
    cursor.moveTo(before);
    return false;
}
function binary(cursor, level) {
    const operators = LEVELS[level];
    if (operators === undefined)
        return unary(cursor);
    const start = cursor.at();
    let left = binary(cursor, level + 1);
    for (;;) {
        const found = Object.keys(operators).find((token) => eatOperator(cursor, token));
        if (found === undefined)
            return left;
        cursor.skip();
        const right = binary(cursor, level + 1);
        left = made(cursor, start, operation(operators[found] ?? 'opaque', left, right));
    }
}
function eatOperator(cursor, token) {
    if (ACROSS_LINES.has(token))
        return eatAhead(cursor, token);
    cursor.skipLine();
    return cursor.eat(token);
}
function operation(name, left, right) {
    if (name === 'opaque')
        return { type: 'opaque' };
    if (name !== 'notEquals')
        return { type: 'call', name, args: [left, right] };
    const { spot, words } = left;
    return { type: 'call', name: 'not', args: [{ type: 'call', name: 'equals', args: [left, right], spot, words }] };
}
function unary(cursor) {
    return cursor.nested(() => {
        cursor.skipLine();
        const start = cursor.at();
        if (cursor.eat('!'))
            return made(cursor, start, { type: 'call', name: 'not', args: [unary(cursor)] });
        if (cursor.eat('-')) {
            unary(cursor);
            return made(cursor, start, { type: 'opaque' });
        }
        return postfix(cursor, start, primary(cursor));
    });
}
function postfix(cursor, start, first) {
    let at = first;
    for (;;) {
        if (cursor.eat('::')) {
            const name = cursor.identifier();
            if (name === undefined)
                throw cursor.fail('has no name behind \u201c::\u201d');
            at = made(cursor, start, { type: 'name', name });
        }
        else if (isAccess(cursor))
            at = access(cursor, start, at);
        else if (cursor.peek('['))
            at = index(cursor, start, at);
        else if (!cursor.peek('!=') && cursor.eat('!'))
            continue;
        else
            return at;
    }
}
function isAccess(cursor) {
    if (cursor.peek('.?') || cursor.peek('?.'))
        return true;
    return cursor.peek('.') && !cursor.peek('...');
}
function access(cursor, start, of) {
    if (!cursor.eat('.?') && !cursor.eat('?.'))
        cursor.demand('.');
    const from = cursor.at();
    const name = cursor.identifier();
    if (name === undefined)
        throw cursor.fail('has no name behind a dot');
    if (cursor.peek('(')) {
        const args = callArguments(cursor);
        return made(cursor, start, { type: 'call', name, args });
    }
    const key = made(cursor, from, { type: 'literal', value: name });
    return made(cursor, start, { type: 'member', of, key });
}
function index(cursor, start, of) {
    cursor.demand('[');
    cursor.eat('?');
    cursor.skip();
    const key = expression(cursor);
    cursor.skip();
    cursor.demand(']');
    return made(cursor, start, { type: 'member', of, key });
}
function primary(cursor) {
    const start = cursor.at();
    if (cursor.peek("'"))
        return stringExpression(cursor, expression);
    if (cursor.peek('{'))
        return objectBody(cursor, undefined).object;
    if (cursor.peek('['))
        return list(cursor);
    if (cursor.peek('('))
        return parenthesised(cursor, start);
    const number = cursor.number();
    if (number !== undefined)
        return made(cursor, start, { type: 'literal', value: number });
    const name = cursor.identifier();
    if (name === undefined)
        throw cursor.fail('has no value where one belongs');
    if (name === 'true' || name === 'false')
        return made(cursor, start, { type: 'literal', value: name === 'true' });
    if (name === 'null')
        return made(cursor, start, { type: 'literal', value: null });
    cursor.skipLine();
    if (cursor.peek('(')) {
        const args = callArguments(cursor);
        return made(cursor, start, { type: 'call', name, args });
    }
    if (eatAhead(cursor, '=>'))
        return lambda(cursor, start);
    return made(cursor, start, { type: 'name', name });
}
function parenthesised(cursor, start) {
    cursor.demand('(');
    cursor.skip();
    if (cursor.eat(')')) {
        if (eatAhead(cursor, '=>'))
            return lambda(cursor, start);
        throw cursor.fail('has nothing in its parentheses');
    }
    const inner = expression(cursor);
    cursor.skip();
    while (cursor.eat(',')) {
        cursor.skip();
        expression(cursor);
        cursor.skip();
    }
    cursor.demand(')');
    return eatAhead(cursor, '=>') ? lambda(cursor, start) : inner;
}
function lambda(cursor, start) {
    cursor.skip();
    expression(cursor);
    return made(cursor, start, { type: 'opaque' });
}
function callArguments(cursor) {
    cursor.demand('(');
    const args = [];
    for (;;) {
        cursor.skip();
        if (cursor.eat(')'))
            return args;
        args.push(expression(cursor));
        cursor.skip();
        cursor.eat(',');
    }
}
function list(cursor) {
    const start = cursor.at();
    cursor.demand('[');
    cursor.skip();
    if (cursor.eatWord('for')) {
        const loop = loopHead(cursor);
        const body = expression(cursor);
        cursor.skip();
        cursor.demand(']');
        return made(cursor, start, { type: 'loop', loop, body });
    }
    const items = [];
    for (;;) {
        cursor.skip();
        if (cursor.eat(']'))
            return made(cursor, start, { type: 'list', items });
        cursor.eat('...');
        items.push(expression(cursor));
        cursor.skip();
        cursor.eat(',');
    }
}
function loopHead(cursor) {
    cursor.skip();
    const paired = cursor.eat('(');
    cursor.skip();
    const item = cursor.identifier();
    let index;
    if (paired) {
        cursor.skip();
        cursor.demand(',');
        cursor.skip();
        index = cursor.identifier();
        cursor.skip();
        cursor.demand(')');
    }
    cursor.skip();
    if (item === undefined || !cursor.eatWord('in'))
        throw cursor.fail('has a loop without \u201cin\u201d');
    cursor.skip();
    const over = expression(cursor);
    cursor.skip();
    cursor.demand(':');
    cursor.skip();
    return { item, ...(index === undefined ? {} : { index }), over };
}
function objectBody(cursor, nested) {
    return cursor.nested(() => {
        const start = cursor.at();
        const entries = [];
        const resources = [];
        cursor.demand('{');
        for (;;) {
            cursor.skip();
            if (cursor.eat('}'))
                return { object: made(cursor, start, { type: 'object', entries }), nested: resources };
            if (cursor.eat(','))
                continue;
            if (cursor.eat('...'))
                expression(cursor);
            else if (cursor.eat('@'))
                expression(cursor);
            else if (nested !== undefined && isNestedResource(cursor))
                resources.push(nested(cursor));
            else
                entries.push(objectEntry(cursor));
        }
    });
}
function isNestedResource(cursor) {
    return /^resource\s+[A-Za-z_]/.test(cursor.text.slice(cursor.at(), cursor.at() + 32));
}
function objectEntry(cursor) {
    const start = cursor.at();
    const key = cursor.peek("'") ? stringExpression(cursor, expression) : keyName(cursor, start);
    cursor.skip();
    cursor.demand(':');
    cursor.skip();
    return { key, spot: cursor.spot(start), value: expression(cursor) };
}
function keyName(cursor, start) {
    const name = cursor.identifier();
    if (name === undefined)
        throw cursor.fail('has no key where one belongs');
    return made(cursor, start, { type: 'literal', value: name });
}

;// CONCATENATED MODULE: ./lib/declarations/bicep/parse.js



const MAX_PROBLEMS = 20;
const WORDS = new Set([
    'param',
    'var',
    'resource',
    'module',
    'output',
    'targetScope',
    'metadata',
    'type',
    'func',
    'import',
    'using',
    'extension',
    'provider',
    'assert',
]);
function parseBicep(path, text) {
    const cursor = cursorOf(text, spotsOf(path, text));
    const parameters = new Map();
    const variables = new Map();
    const resources = [];
    const modules = [];
    const problems = [];
    function statement() {
        if (cursor.eat('@')) {
            expression(cursor);
            return;
        }
        const word = cursor.identifier();
        cursor.skipLine();
        if (word === 'param')
            parameter();
        else if (word === 'var')
            variable();
        else if (word === 'resource')
            resources.push(resource(cursor));
        else if (word === 'module')
            modules.push(moduleCall(cursor));
        else if (word === undefined || !WORDS.has(word))
            throw cursor.fail('has a statement that is none of Bicep\u2019s');
        else
            passOver(cursor);
    }
    function parameter() {
        const name = cursor.identifier() ?? '';
        const equals = cursor.text.indexOf('=', cursor.at());
        if (equals === -1 || equals > lineEnd(cursor)) {
            parameters.set(name, undefined);
            passOver(cursor);
            return;
        }
        cursor.moveTo(equals + 1);
        cursor.skip();
        parameters.set(name, expression(cursor));
    }
    function variable() {
        const name = cursor.identifier() ?? '';
        const equals = cursor.text.indexOf('=', cursor.at());
        if (equals === -1)
            throw cursor.fail('has a variable without a value');
        cursor.moveTo(equals + 1);
        cursor.skip();
        variables.set(name, expression(cursor));
    }
    for (cursor.skip(); cursor.at() < text.length; cursor.skip()) {
        const start = cursor.at();
        try {
            statement();
        }
        catch (error) {
            if (!(error instanceof BicepError))
                throw error;
            if (problems.length < MAX_PROBLEMS)
                problems.push({ line: cursor.spot(error.at).line, reason: error.message });
            cursor.moveTo(nextStatement(text, Math.max(error.at, start + 1)));
        }
    }
    return { path, parameters, variables, resources, modules, problems };
}
function lineEnd(cursor) {
    const end = /\r?\n|\/\/|\/\*/g;
    end.lastIndex = cursor.at();
    return end.exec(cursor.text)?.index ?? cursor.text.length;
}
function nextStatement(text, from) {
    const start = /\r?\n(?=@|(?:param|var|resource|module|output|targetScope|metadata|type|func|import|using|extension)\b)/g;
    start.lastIndex = from - 1;
    const found = start.exec(text);
    return found === null ? text.length : found.index + found[0].length;
}
function passOver(cursor) {
    cursor.moveTo(nextStatement(cursor.text, cursor.at()));
}
function resource(cursor) {
    return cursor.nested(() => {
        cursor.skip();
        const start = cursor.at();
        const symbol = cursor.identifier();
        cursor.skip();
        const type = quoted(cursor).split('@', 1)[0] ?? '';
        cursor.skip();
        const existing = cursor.eatWord('existing');
        const { condition, loop, body, nested } = value(cursor);
        return {
            ...(symbol === undefined ? {} : { symbol }),
            spot: cursor.spot(start),
            type,
            existing,
            ...(condition === undefined ? {} : { condition }),
            ...(loop === undefined ? {} : { loop }),
            body,
            nested,
        };
    });
}
function moduleCall(cursor) {
    const symbol = cursor.identifier() ?? '';
    cursor.skip();
    const source = quoted(cursor);
    const { condition, loop, body } = value(cursor);
    return {
        symbol,
        source,
        ...(condition === undefined ? {} : { condition }),
        ...(loop === undefined ? {} : { loop }),
        body,
    };
}
function quoted(cursor) {
    const found = /^'([^'\r\n]{1,512})'/.exec(cursor.text.slice(cursor.at(), cursor.at() + 520));
    if (found === null)
        throw cursor.fail('has no type where one belongs');
    cursor.moveTo(cursor.at() + found[0].length);
    return found[1] ?? '';
}
function value(cursor) {
    cursor.skip();
    cursor.demand('=');
    cursor.skip();
    if (!cursor.eat('['))
        return conditioned(cursor);
    cursor.skip();
    if (!cursor.eatWord('for'))
        throw cursor.fail('has a list of resources without a loop');
    const loop = loopHead(cursor);
    const deployed = conditioned(cursor);
    cursor.skip();
    cursor.demand(']');
    return { ...deployed, loop };
}
function conditioned(cursor) {
    const nested = (at) => {
        at.identifier();
        return resource(at);
    };
    if (!cursor.eatWord('if')) {
        const { object, nested: resources } = objectBody(cursor, nested);
        return { body: object, nested: resources };
    }
    cursor.skip();
    cursor.demand('(');
    cursor.skip();
    const condition = expression(cursor);
    cursor.skip();
    cursor.demand(')');
    cursor.skip();
    const { object, nested: resources } = objectBody(cursor, nested);
    return { condition, body: object, nested: resources };
}

;// CONCATENATED MODULE: ./lib/declarations/bicep/index.js







const bicep = {
    id: 'bicep',
    title: 'Bicep',
    docs: [
        'https://learn.microsoft.com/azure/azure-resource-manager/bicep/file',
        'https://learn.microsoft.com/azure/storage/blobs/anonymous-read-access-overview',
    ],
    claims: (path) => path.endsWith('.bicep'),
    read: async (files) => {
        const parsed = new Map(files.map((file) => [file.path, parseBicep(file.path, file.text)]));
        const judged = judgeAll(parsed);
        const problems = [...parsed.values()].flatMap(parseProblems);
        const declarations = [...new Map(judged.declarations.map((one) => [JSON.stringify(one), one])).values()];
        return {
            declarations,
            mentions: [],
            problems: [...problems, ...judged.problems, ...unknownNote('Bicep', declarations)],
        };
    },
};
function parseProblems({ path, problems }) {
    return problems.map(({ line, reason }) => ({
        kind: 'malformed',
        path,
        line,
        reason: `The file ${reason}; the rest of it was judged.`,
    }));
}
const MAX_MODULE_DEPTH = 8;
function judgeAll(files) {
    const called = new Set([...files.values()].flatMap((file) => file.modules.flatMap((one) => targetOf(file, one) ?? [])));
    const roots = [...files.values()].filter(({ path }) => !called.has(path));
    const judged = { declarations: [], problems: [] };
    for (const root of roots.length > 0 ? roots : files.values()) {
        const budget = { steps: MAX_STEPS, depth: 0 };
        judgeFile(files, root, undefined, budget, 0, judged);
        if (budget.steps <= 0)
            judged.problems.push({
                kind: 'limit',
                path: root.path,
                reason: 'The deployment takes too many steps to work out; what was left is not judged.',
            });
    }
    return judged;
}
function targetOf(file, { source }) {
    const target = source.endsWith('.bicep') ? resolvePath(directoryOf(file.path), source) : undefined;
    return target === file.path ? undefined : target;
}
function judgeFile(files, file, given, budget, depth, judged) {
    const { resources, scope } = deploy(file, given, budget);
    judged.declarations.push(...judgeStorage(resources));
    if (depth >= MAX_MODULE_DEPTH)
        return;
    for (const call of file.modules) {
        const target = files.get(targetOf(file, call) ?? '');
        if (target === undefined)
            continue;
        for (const round of call.loop === undefined ? [scope] : (rounds(call.loop, scope) ?? [scope])) {
            if (budget.steps <= 0)
                return;
            if (call.condition !== undefined && evaluate_truthOf(evaluate(call.condition, round)) === false)
                continue;
            judgeFile(files, target, parametersOf(call, round), budget, depth + 1, judged);
        }
    }
}
function parametersOf({ body }, scope) {
    const params = member(evaluate(body, scope), 'params')?.value;
    return isPlacedMap(params) ? new Map([...params].map(([name, { value }]) => [name, value])) : new Map();
}

;// CONCATENATED MODULE: ./lib/declarations/serverless/files.js

function isServiceFile(path) {
    return /(?:^|\/)serverless(?:[.-][\w-]{1,64})?\.(?:ya?ml|json)$/.test(path);
}
function serviceFolders(paths) {
    return new Set(paths.filter(isServiceFile).map(directoryOf));
}
function serviceOf(path, folders) {
    for (let folder = directoryOf(path);; folder = directoryOf(folder)) {
        if (folders.has(folder))
            return folder;
        if (folder === '')
            return undefined;
    }
}
function isServicePart({ path, text }, folders) {
    if (isServiceFile(path) || serviceOf(path, folders) === undefined)
        return false;
    return !/^["']?(?:AWSTemplateFormatVersion|Transform)["']?\s*:|^\s*\{?\s*"AWSTemplateFormatVersion"/m.test(text);
}

;// CONCATENATED MODULE: ./lib/declarations/services/aws-managed-policies.js
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
const AWS_ARN = /^arn:[^:]{1,30}:iam::aws:policy\/(?:[\w-]{1,64}\/){0,4}([\w+=,.@-]{1,128})$/;
function isAwsManaged(arn) {
    return AWS_ARN.test(arn);
}
function awsManagedPolicy(arn) {
    const name = AWS_ARN.exec(arn)?.[1] ?? '';
    const actions = Object.hasOwn(AWS_MANAGED, name) ? AWS_MANAGED[name] : undefined;
    if (actions === undefined)
        return undefined;
    return JSON.stringify({ Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] });
}

;// CONCATENATED MODULE: ./lib/declarations/services/iam-policy.js

const UNKNOWN_MARK = UNKNOWN_PART;
const MAX_STATEMENTS = 1000;
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
function iam_policy_textsOf(value) {
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
        return { not: true, patterns: iam_policy_textsOf(inverted).map(fold) };
    return plain === undefined ? ANY : { not: false, patterns: iam_policy_textsOf(plain).map(fold) };
}
function principalOf(statement) {
    const { Principal: principal, NotPrincipal: others } = statement;
    if (principal === undefined)
        return others === undefined ? 'none' : 'everyone';
    if (!isRecord(principal))
        return ofIdentifiers(iam_policy_textsOf(principal));
    const kinds = Object.entries(principal).map(([type, value]) => ofType(type.toLowerCase(), iam_policy_textsOf(value)));
    return ORDER.find((kind) => kinds.includes(kind)) ?? 'fixed';
}
const ORDER = ['everyone', 'federated', 'unknown', 'fixed'];
function ofType(type, identifiers) {
    if (type === 'aws' || type === '*')
        return ofIdentifiers(identifiers);
    if (type !== 'federated')
        return identifiers.some((one) => one === UNKNOWN_MARK) ? 'unknown' : 'fixed';
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
            values: iam_policy_textsOf(values),
        }));
    });
}
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
    if (results.includes('open'))
        return 'open';
    return results.includes('unknown') ? 'unknown' : 'limited';
}
function fixedness(key, value) {
    if (key === 'aws:sourceip' || key === 'aws:vpcsourceip')
        return addressRange(value);
    if (key === 's3:dataaccesspointarn')
        return accountOf(value, /^s3$/) ?? unfixed(value);
    if (key === 'aws:userid')
        return /^[A-Z0-9]{16,32}:/.test(value) ? 'limited' : unfixed(value);
    if (key === 'aws:principalarn')
        return accountOf(value, /^(?:iam|sts)$/) ?? unfixed(value);
    if (key === 'aws:sourcearn')
        return accountOf(value, /^[^*?]+$/) ?? unfixed(value);
    return unfixed(value);
}
function accountOf(arn, service) {
    const [prefix, partition = '*', name = '', , account = '', ...rest] = arn.split(':');
    if (prefix !== 'arn' || /[*?]/.test(partition) || !service.test(name) || rest.length === 0)
        return undefined;
    if (account.includes(UNKNOWN_MARK))
        return 'unknown';
    return /^\d{12}$/.test(account) || account.startsWith(ADDRESS_MARK) ? 'limited' : undefined;
}
function unfixed(value) {
    if (/[*?]|\$\{/.test(value))
        return 'open';
    return value.includes(UNKNOWN_MARK) ? 'unknown' : 'limited';
}
function addressRange(value) {
    if (value.includes(UNKNOWN_MARK))
        return 'unknown';
    const [address, bits] = value.split('/');
    const prefix = bits === undefined ? Number.POSITIVE_INFINITY : Number(bits);
    if (address?.includes(':'))
        return prefix >= 32 ? 'limited' : 'open';
    return prefix >= 8 ? 'limited' : 'open';
}
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
function s3_actions_operationsOf(statement) {
    const { actions } = statement;
    if (actions.not)
        return inOrder(s3_actions_ACTIONS.filter((action) => matchesAny(actions, action.name) && fits(statement, action)));
    return inOrder(actions.patterns.flatMap((pattern) => {
        const named = s3_actions_ACTIONS.filter(({ name }) => globMatches(pattern, name));
        const fitting = named.filter((action) => fits(statement, action));
        return fitting.length > 0 ? fitting : named;
    }));
}
function inOrder(actions) {
    return model/* OPERATIONS */.xb.filter((operation) => actions.some(({ can }) => can.includes(operation)));
}
function fits({ resources }, { on }) {
    if (resources.not)
        return true;
    return resources.patterns.some((resource) => isOf(resource, on));
}
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
    return key.replace(/\*$/, '{key=**}').replace(new RegExp(`[^/]*${ADDRESS_MARK}[^/]*`, 'g'), '{name}');
}
function withoutDenied(operations, allow, denies) {
    return operations.filter((operation) => {
        const needed = s3_actions_ACTIONS.filter((action) => action.can.includes(operation) && matchesAny(allow.actions, action.name) && fits(allow, action));
        if (needed.length === 0)
            return true;
        return !needed.every((action) => denies.some((deny) => matchesAny(deny.actions, action.name) && covers(deny, allow, action)));
    });
}
function covers(deny, allow, action) {
    if (deny.resources.not || allow.resources.not)
        return deny.resources.patterns.includes('*') !== deny.resources.not;
    const wanted = allow.resources.patterns.filter((resource) => isOf(resource, action.on));
    return wanted.every((resource) => deny.resources.patterns.some((pattern) => pattern === resource || globMatches(pattern, resource)));
}

;// CONCATENATED MODULE: ./lib/declarations/services/verdict.js

function merged(verdicts) {
    const byKey = new Map();
    for (const verdict of verdicts) {
        const { spot, pattern, audience, state, why } = verdict;
        const key = JSON.stringify([spot.path, spot.line, spot.column, pattern, audience, state, why]);
        const can = new Set([...(byKey.get(key)?.can ?? []), ...verdict.can]);
        byKey.set(key, { ...verdict, can: model/* OPERATIONS */.xb.filter((operation) => can.has(operation)) });
    }
    return [...byKey.values()];
}
function verdict_closed(spot, why) {
    return { spot, audience: 'anyone', can: [], state: 'closed', why };
}
function spotOfStatement({ spot, statementSpots }, index) {
    return statementSpots?.[index] ?? spot;
}

;// CONCATENATED MODULE: ./lib/declarations/services/cognito.js




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
const CLASSIC_ACTIONS = [
    { name: 'secretsmanager:getsecretvalue', can: ['read'] },
    { name: 'ssm:getparameter', can: ['read'] },
    { name: 'iam:attachrolepolicy', can: ['administer'] },
    { name: 'iam:putrolepolicy', can: ['administer'] },
];
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
                why: `What the identity pool\u2019s role allows to ${who} is not known.`,
            },
        ];
    return parsed.statements.flatMap((statement, index) => {
        if (statement.effect !== 'Allow' || isOwnOnly(statement))
            return [];
        const limits = limitsOf(statement);
        if (limits === 'limited')
            return [];
        const s3 = s3_actions_operationsOf(statement);
        const other = otherOperations(statement, audience === 'anyone' && pool.classicFlow !== true);
        const can = model/* OPERATIONS */.xb.filter((operation) => s3.includes(operation) || other.includes(operation));
        if (can.length === 0)
            return [];
        const spot = spotOfStatement(policy, index);
        const uncertain = policy.uncertain || limits === 'unknown' || gate === 'unknown';
        const verdict = uncertain
            ? {
                spot,
                audience,
                can,
                state: 'unknown',
                why: `Whether the identity pool\u2019s role lets ${who} do this depends on values that are not known.`,
            }
            : {
                spot,
                audience,
                can,
                state: 'open',
                why: `The identity pool gives ${who} a role that allows this.`,
            };
        return [verdict, ...openedBy(statement, verdict, s3)];
    });
}
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
function ownVerdicts(verdicts) {
    return merged(verdicts.filter(({ opens }) => opens === undefined));
}

;// CONCATENATED MODULE: ./lib/declarations/cloudformation/names.js

const SOME = '-';
const bucketArn = (name) => `arn:aws:s3:::${name}`;
const policyArn = (name) => `arn:aws:iam::${SOME}:policy/${name}`;
const domain = {
    by: 'DomainName',
    attributes: (name) => {
        const arn = `arn:aws:es:${SOME}:${SOME}:domain/${name}`;
        return { Arn: arn, DomainArn: arn };
    },
};
const table = {
    by: 'TableName',
    attributes: (name) => ({ Arn: `arn:aws:dynamodb:${SOME}:${SOME}:table/${name}` }),
};
const NAMED = {
    'AWS::S3::Bucket': { by: 'BucketName', attributes: (name) => ({ Arn: bucketArn(name) }) },
    'AWS::S3::AccessPoint': {
        by: 'Name',
        attributes: (name) => ({ Arn: `arn:aws:s3:${SOME}:${SOME}:accesspoint/${name}`, Name: name }),
    },
    'AWS::IAM::Role': {
        by: 'RoleName',
        attributes: (name) => ({ Arn: `arn:aws:iam::${SOME}:role/${name}` }),
    },
    'AWS::IAM::ManagedPolicy': {
        by: 'ManagedPolicyName',
        ref: policyArn,
        attributes: (name) => ({ PolicyArn: policyArn(name) }),
    },
    'AWS::DynamoDB::Table': table,
    'AWS::DynamoDB::GlobalTable': table,
    'AWS::Serverless::SimpleTable': table,
    'AWS::OpenSearchService::Domain': domain,
    'AWS::Elasticsearch::Domain': domain,
};
function roleOfArn(arn) {
    const mark = arn.indexOf(ADDRESS_MARK);
    if (mark !== -1)
        return arn.slice(mark);
    const at = arn.lastIndexOf(':role/');
    return at === -1 ? arn : arn.slice(arn.lastIndexOf('/') + 1);
}

;// CONCATENATED MODULE: ./lib/declarations/cloudformation/evaluate.js




const evaluate_MAX_STEPS = 300_000;
const cloudformation_evaluate_MAX_DEPTH = 60;
const PSEUDO = new Set(['AccountId', 'Region', 'StackName', 'StackId', 'NotificationARNs']);
function standInOf(id) {
    return `${ADDRESS_MARK}${id}`;
}
function evaluatorOf(template, substitute = () => undefined) {
    const budget = { steps: evaluate_MAX_STEPS };
    let depth = 0;
    const conditions = new Map();
    const names = new Map();
    function evaluate(node) {
        if (depth > cloudformation_evaluate_MAX_DEPTH || budget.steps-- <= 0)
            return { spot: node.spot, value: UNKNOWN };
        depth++;
        try {
            const value = worth(node);
            return value === undefined ? undefined : { spot: node.spot, value };
        }
        finally {
            depth--;
        }
    }
    function worth(node) {
        if (node.type === 'scalar')
            return typeof node.value === 'string' ? textValue(node.value) : node.value;
        if (node.type === 'list')
            return node.items.flatMap((item) => evaluate(item) ?? []);
        const [only] = node.entries;
        if (only !== undefined && node.entries.length === 1 && isIntrinsic(only))
            return INTRINSICS[only.key]?.(only.value);
        const entries = node.entries.flatMap(({ key, spot, value }) => {
            if (key === 'Fn::Transform')
                return [];
            const placed = evaluate(value);
            return placed === undefined ? [] : [[key, { spot, value: placed.value }]];
        });
        return node.entries.some(({ key }) => key === 'Fn::Transform') ? UNKNOWN : new Map(entries);
    }
    function isIntrinsic({ key, value }) {
        return Object.hasOwn(INTRINSICS, key) && (key !== 'Condition' || value.type === 'scalar');
    }
    function textValue(text) {
        const substituted = substitute(text, evaluate);
        if (substituted !== undefined)
            return substituted;
        return text.includes('{{resolve:') ? text.replace(/\{\{resolve:[^{}]{0,2048}\}\}/g, UNKNOWN_PART) : text;
    }
    const argumentsOf = (node) => placed_itemsOf(evaluate(node));
    const INTRINSICS = {
        Ref: (node) => reference(scalarOf(node)),
        Condition: (node) => condition(scalarOf(node)) ?? UNKNOWN,
        'Fn::GetAtt': (node) => attribute(node),
        'Fn::Sub': (node) => substituted(node),
        'Fn::Join': (node) => join(argumentsOf(node)),
        'Fn::If': (node) => choose(node),
        'Fn::FindInMap': (node) => findInMap(node),
        'Fn::Select': (node) => select(argumentsOf(node)),
        'Fn::Split': (node) => split(argumentsOf(node)),
        'Fn::Equals': (node) => {
            const [left, right] = argumentsOf(node);
            if (left === undefined || right === undefined)
                return UNKNOWN;
            return equal(asText(left), asText(right)) ?? UNKNOWN;
        },
        'Fn::Not': (node) => {
            const [truth] = truths(node);
            return truth === undefined ? UNKNOWN : !truth;
        },
        'Fn::And': (node) => {
            const all = truths(node);
            if (all.includes(false))
                return false;
            return all.includes(undefined) ? UNKNOWN : true;
        },
        'Fn::Or': (node) => {
            const all = truths(node);
            if (all.includes(true))
                return true;
            return all.includes(undefined) ? UNKNOWN : false;
        },
        'Fn::ToJsonString': (node) => {
            const placed = evaluate(node);
            return placed === undefined ? UNKNOWN : JSON.stringify(plainOf(placed));
        },
        'Fn::Length': (node) => {
            const value = evaluate(node)?.value;
            return isPlacedList(value) ? value.length : UNKNOWN;
        },
        'Fn::ImportValue': () => UNKNOWN,
        'Fn::Transform': () => UNKNOWN,
        'Fn::GetAZs': () => UNKNOWN,
        'Fn::Cidr': () => UNKNOWN,
        'Fn::Base64': () => UNKNOWN,
    };
    function truths(node) {
        return argumentsOf(node).map(({ value }) => {
            if (typeof value === 'boolean')
                return value;
            return value === 'true' ? true : value === 'false' ? false : undefined;
        });
    }
    function condition(name) {
        if (conditions.has(name))
            return conditions.get(name);
        conditions.set(name, undefined);
        const node = template.conditions.get(name);
        const value = node === undefined ? undefined : evaluate(node)?.value;
        const truth = value === true || value === 'true' ? true : value === false || value === 'false' ? false : undefined;
        conditions.set(name, truth);
        return truth;
    }
    function reference(name) {
        if (name === 'AWS::NoValue')
            return undefined;
        return pseudo(name) ?? parameter(name) ?? resource(name) ?? UNKNOWN;
    }
    function pseudo(name) {
        if (!name.startsWith('AWS::'))
            return undefined;
        const short = name.slice('AWS::'.length);
        if (short === 'Partition')
            return 'aws';
        if (short === 'URLSuffix')
            return 'amazonaws.com';
        return PSEUDO.has(short) ? standInOf(`AWS.${short}`) : UNKNOWN;
    }
    function parameter(name) {
        const declared = template.parameters.get(name);
        if (declared === undefined)
            return undefined;
        const type = scalarOf(under(declared, 'Type'));
        if (type.startsWith('AWS::SSM::'))
            return UNKNOWN;
        const written = entryOf(declared, 'Default')?.value;
        const value = written === undefined ? UNKNOWN : (evaluate(written)?.value ?? UNKNOWN);
        if (typeof value !== 'string' || !/^(?:CommaDelimitedList|List<)/.test(type))
            return value;
        return value.split(',').map((item) => ({ spot: declared.spot, value: item.trim() }));
    }
    function resource(id) {
        const declared = template.resources.get(id);
        if (declared === undefined)
            return undefined;
        const named = Object.hasOwn(NAMED, declared.type) ? NAMED[declared.type] : undefined;
        const name = nameOf(declared);
        return named?.ref?.(name) ?? name;
    }
    function nameOf(declared) {
        const known = names.get(declared.id);
        if (known !== undefined)
            return known;
        const standIn = standInOf(declared.id);
        names.set(declared.id, standIn);
        const named = Object.hasOwn(NAMED, declared.type) ? NAMED[declared.type] : undefined;
        const written = named === undefined ? undefined : under(declared.body, 'Properties', named.by);
        const text = written === undefined ? undefined : placed_textOf(evaluate(written));
        const name = isKnownText(text) && text !== '' ? text : standIn;
        names.set(declared.id, name);
        return name;
    }
    function attribute(node) {
        const path = node.type === 'scalar' ? scalarOf(node).split('.') : argumentsOf(node).map((item) => placed_textOf(item) ?? '');
        const [id = '', ...rest] = path;
        return attributeOf(id, rest.join('.'));
    }
    function attributeOf(id, name) {
        const declared = template.resources.get(id);
        if (declared === undefined || name.includes(UNKNOWN_PART))
            return UNKNOWN;
        const named = Object.hasOwn(NAMED, declared.type) ? NAMED[declared.type] : undefined;
        const attributes = named?.attributes?.(nameOf(declared)) ?? {};
        if (Object.hasOwn(attributes, name))
            return attributes[name] ?? UNKNOWN;
        return standInOf(`${id}.${name}`);
    }
    function substituted(node) {
        const [text, variables] = node.type === 'list' ? [node.items[0], node.items[1]] : [node, undefined];
        if (text?.type !== 'scalar')
            return UNKNOWN;
        const filled = String(text.value ?? '').replace(/\$\{(!?)([^{}]{1,512})\}/g, (whole, escaped, name) => {
            if (escaped === '!')
                return `\${${name}}`;
            const own = entryOf(variables, name.trim())?.value;
            if (own !== undefined)
                return inText(evaluate(own));
            return subVariable(name.trim()) ?? whole;
        });
        if (filled.length > MAX_TEXT)
            return UNKNOWN;
        return textValue(filled) ?? UNKNOWN;
    }
    function subVariable(name) {
        const dot = name.indexOf('.');
        if (dot > 0 && template.resources.has(name.slice(0, dot)))
            return inText({ spot: NOWHERE, value: attributeOf(name.slice(0, dot), name.slice(dot + 1)) });
        if (name.includes(':') && !name.startsWith('AWS::'))
            return undefined;
        const value = reference(name);
        return value === undefined ? '' : inText({ spot: NOWHERE, value });
    }
    function join([separator, list]) {
        const between = separator === undefined ? undefined : placed_textOf(separator);
        if (between === undefined || list === undefined)
            return UNKNOWN;
        const text = placed_itemsOf(list).map(inText).join(between);
        return text.length > MAX_TEXT ? UNKNOWN : text;
    }
    function choose(node) {
        if (node.type !== 'list')
            return UNKNOWN;
        const [name, yes, no] = node.items;
        const truth = condition(scalarOf(name));
        const chosen = truth === true ? yes : truth === false ? no : undefined;
        if (chosen !== undefined)
            return evaluate(chosen)?.value;
        if (yes === undefined || no === undefined)
            return UNKNOWN;
        const [one, other] = [evaluate(yes), evaluate(no)];
        const same = one !== undefined && other !== undefined && isSame(one, other);
        return same ? one.value : UNKNOWN;
    }
    function findInMap(node) {
        if (node.type !== 'list')
            return UNKNOWN;
        const [map, first, second] = node.items.slice(0, 3).map((item) => placed_textOf(evaluate(item)));
        const found = map !== undefined && isKnownText(first) && isKnownText(second)
            ? under(template.mappings.get(map), first, second)
            : undefined;
        const fallback = under(node.items[3], 'DefaultValue');
        const chosen = found ?? (isKnownText(first) && isKnownText(second) ? fallback : undefined);
        if (chosen !== undefined)
            return evaluate(chosen)?.value ?? UNKNOWN;
        return isKnownText(second) ? oneOf(template.mappings.get(map ?? ''), second) : UNKNOWN;
    }
    function oneOf(mapping, key) {
        const candidates = entriesOf(mapping).map(({ value }) => scalarOf(under(value, key)));
        const fixed = candidates.length > 0 && candidates.every((text) => text !== '' && !/[*?$]/.test(text));
        return fixed ? standInOf('AWS.Mapping') : UNKNOWN;
    }
    function select([index, list]) {
        const at = Number(placed_textOf(index));
        if (!isPlacedList(list?.value) || !Number.isInteger(at))
            return UNKNOWN;
        return list.value[at]?.value ?? UNKNOWN;
    }
    function split([separator, text]) {
        const [between, whole] = [placed_textOf(separator), placed_textOf(text)];
        if (text === undefined || between === undefined || between === '' || !isKnownText(whole))
            return UNKNOWN;
        return whole
            .split(between)
            .slice(0, 1000)
            .map((value) => ({ spot: text.spot, value }));
    }
    return { evaluate, condition, nameOf, budget };
}
const NOWHERE = { path: '', line: 1 };
function scalarOf(node) {
    return node?.type === 'scalar' && node.value !== null ? String(node.value) : '';
}
function inText(placed) {
    return placed_textOf(placed) ?? UNKNOWN_PART;
}
function asText(placed) {
    return placed_textOf(placed) ?? fromPlain(plainOf(placed));
}
function isSame(one, other) {
    return equal(fromPlain(plainOf(one)), fromPlain(plainOf(other))) === true;
}

;// CONCATENATED MODULE: ./lib/declarations/cloudformation/stack.js




function stackOf(template, substitute) {
    const evaluator = evaluatorOf(template, substitute);
    const resources = [...template.resources.values()].flatMap((resource) => {
        const exists = resource.condition === undefined ? true : evaluator.condition(resource.condition);
        if (exists === false)
            return [];
        const properties = lazily(() => {
            const written = under(resource.body, 'Properties');
            const placed = written === undefined ? undefined : evaluator.evaluate(written);
            return placed ?? { spot: resource.spot, value: new Map() };
        });
        return [
            {
                id: resource.id,
                type: resource.type,
                spot: resource.spot,
                address: `${resource.spot.path}#${resource.id}`,
                name: evaluator.nameOf(resource),
                properties,
                wordsOf: (property) => {
                    const node = under(resource.body, 'Properties', property);
                    return node === undefined ? undefined : wordsOf(node);
                },
                uncertain: exists === undefined,
                constructPath: resource.constructPath,
            },
        ];
    });
    const globals = template.globals === undefined ? undefined : evaluator.evaluate(template.globals);
    return { resources, globals, budget: evaluator.budget };
}
function lazily(make) {
    let made;
    return () => {
        made ??= { value: make() };
        return made.value;
    };
}
function stack_ofType({ resources }, ...types) {
    return resources.filter(({ type }) => types.includes(type));
}
function property(resource, ...keys) {
    return member(resource.properties(), ...keys);
}
function spotOf(resource, ...keys) {
    const placed = property(resource, ...keys);
    return placed === undefined || placed === resource.properties() ? resource.spot : placed.spot;
}
function stack_keyOf(resource, name) {
    const text = placed_textOf(property(resource, name));
    if (text !== undefined && text !== '' && !text.includes(UNKNOWN_PART))
        return text;
    const words = resource.wordsOf(name);
    return words === undefined ? `${ADDRESS_MARK}${resource.id}` : `${UNKNOWN_PART}${words}`;
}
function shownName(stack, key, speaker) {
    if (isKnownText(key))
        return key;
    return (stack.resources.find(({ id }) => key === `${ADDRESS_MARK}${id}`) ?? speaker).address;
}
function policyOf(resource, placed) {
    if (placed === undefined || placed.value === null || placed.value === '')
        return [];
    const { spot, value } = placed;
    const shared = { spot, uncertain: resource.uncertain };
    if (isPlacedMap(value)) {
        const statementSpots = placed_itemsOf(member(placed, 'Statement')).map((statement) => statement.spot);
        return [{ ...shared, statementSpots, text: JSON.stringify(plainOf(placed)) }];
    }
    return [{ ...shared, text: value === UNKNOWN ? undefined : placed_textOf(placed) }];
}
function withConstruct(verdict, stack) {
    const owner = stack.resources
        .filter(({ spot }) => spot.path === verdict.spot.path && isBefore(spot, verdict.spot))
        .reduce((last, one) => (last && isBefore(one.spot, last.spot) ? last : one), undefined);
    if (owner?.constructPath === undefined)
        return verdict;
    return { ...verdict, why: `${verdict.why} The construct is ${owner.constructPath}.` };
}
function isBefore(one, other) {
    return one.line < other.line || (one.line === other.line && (one.column ?? 0) <= (other.column ?? 0));
}

;// CONCATENATED MODULE: ./lib/declarations/cloudformation/cognito.js






function findIdentityPools(stack) {
    const signUp = signUpOf(stack);
    return stack_ofType(stack, 'AWS::Cognito::IdentityPool').flatMap((pool) => {
        const verdicts = judgeIdentityPool(cognito_modelOf(stack, pool, signUp));
        const opened = verdicts.flatMap(({ opens, ...verdict }) => opens === undefined ? [] : [{ kind: opens.kind, name: shownName(stack, opens.name, pool), verdicts: [verdict] }]);
        return [{ kind: 'cognito-identity-pool', verdicts: ownVerdicts(verdicts) }, ...opened];
    });
}
function signUpOf(stack) {
    const settings = stack_ofType(stack, 'AWS::Cognito::UserPool').map((pool) => {
        const adminOnly = settingOf(property(pool, 'AdminCreateUserConfig', 'AllowAdminCreateUserOnly'), false);
        return adminOnly === 'unknown' ? 'unknown' : !adminOnly;
    });
    if (settings.includes(true))
        return true;
    return settings.includes('unknown') ? 'unknown' : false;
}
function cognito_modelOf(stack, pool, signUp) {
    const attachments = stack_ofType(stack, 'AWS::Cognito::IdentityPoolRoleAttachment').filter((one) => stack_keyOf(one, 'IdentityPoolId') === pool.name);
    const policiesFor = (kind) => attachments.flatMap((attachment) => {
        const role = property(attachment, 'Roles', kind);
        return role === undefined ? [] : policiesOfRole(stack, attachment, role);
    });
    return {
        spot: pool.spot,
        allowsGuests: pool.uncertain ? 'unknown' : settingOf(property(pool, 'AllowUnauthenticatedIdentities'), false),
        classicFlow: settingOf(property(pool, 'AllowClassicFlow'), false),
        guestPolicies: policiesFor('unauthenticated'),
        signUp,
        memberPolicies: policiesFor('authenticated'),
    };
}
function policiesOfRole(stack, attachment, arn) {
    const text = placed_textOf(arn) ?? UNKNOWN_PART;
    const name = roleOfArn(text);
    const roles = stack_ofType(stack, 'AWS::IAM::Role').filter((role) => role.name === name);
    if (roles.length === 0)
        return [{ spot: arn.spot, text: undefined, uncertain: attachment.uncertain }];
    const isOfRole = (one) => [...placed_itemsOf(property(one, 'Roles')), ...placed_itemsOf(property(one, 'RoleName'))].some((item) => placed_textOf(item) === name);
    const own = stack_ofType(stack, 'AWS::IAM::Policy', 'AWS::IAM::RolePolicy', 'AWS::IAM::ManagedPolicy')
        .filter(isOfRole)
        .flatMap((one) => policyOf(one, property(one, 'PolicyDocument')));
    return [...roles.flatMap((role) => [...inlineOf(role), ...managedOf(stack, role)]), ...own];
}
function inlineOf(role) {
    return placed_itemsOf(property(role, 'Policies')).flatMap((one) => policyOf(role, member(one, 'PolicyDocument')));
}
function managedOf(stack, role) {
    return placed_itemsOf(property(role, 'ManagedPolicyArns')).flatMap((item) => {
        const arn = knownText(item);
        if (arn !== undefined && isAwsManaged(arn)) {
            const text = awsManagedPolicy(arn);
            return text === undefined ? [] : [{ spot: item.spot, text, uncertain: role.uncertain }];
        }
        const written = placed_textOf(item) ?? '';
        const own = stack_ofType(stack, 'AWS::IAM::ManagedPolicy').filter(({ name }) => written.endsWith(`policy/${name}`));
        if (own.length === 0)
            return [{ spot: item.spot, text: undefined, uncertain: role.uncertain }];
        return own.flatMap((one) => policyOf(one, property(one, 'PolicyDocument')));
    });
}

;// CONCATENATED MODULE: ./lib/declarations/services/endpoint.js


function judgeEndpoint(endpoint) {
    const { spot, what, pattern, asks, guard, uncertain } = endpoint;
    const verdict = { spot, ...(pattern === undefined ? {} : { pattern }), audience: 'anyone', can: [] };
    if (asks === 'sign-in')
        return { ...verdict_closed(spot, `${what} asks its callers to sign in.`), ...verdict };
    if (asks === 'unknown' || uncertain || guard === 'unknown-policy')
        return {
            ...verdict,
            state: 'unknown',
            why: `Who may call ${inSentence(what)} depends on values that are not known.`,
        };
    if (guard === 'private-network')
        return { ...verdict, state: 'mitigated', why: `${what} asks for nothing, ${BUT[guard]}` };
    if (asks === 'api-key')
        return {
            ...verdict,
            audience: 'app-holder',
            state: 'conditional',
            why: `${what} asks for an API key alone, which ships in the app that calls it.`,
        };
    if (guard !== undefined)
        return { ...verdict, state: 'conditional', why: `${what} asks for nothing, ${BUT[guard]}` };
    return {
        ...verdict,
        state: 'open',
        why: `${what} can be called by anyone on the internet without signing in; what a call does is the code\u2019s matter.`,
    };
}
const BUT = {
    'private-network': 'but it is reachable from a private network only.',
    'resource-policy': 'but a resource policy decides who may call it.',
    'missing-permission': 'but nothing here permits everyone to call it.',
    'missing-second-permission': 'so anyone may call it if it was made before October 2025; a newer one needs a second permission, lambda:InvokeFunction, that is not granted here.',
};
function inSentence(what) {
    return what.charAt(0).toLowerCase() + what.slice(1);
}
function guardOfPolicy(text) {
    if (text === undefined)
        return {};
    const policy = text === 'unknown' ? undefined : parsePolicy(text);
    if (policy?.type !== 'policy')
        return { guard: 'unknown-policy' };
    const open = policy.statements.some((one) => one.principal === 'everyone' && limitsOf(one) === 'open');
    const denies = policy.statements.some(({ effect }) => effect !== 'Allow');
    return open && !denies ? {} : { guard: 'resource-policy' };
}
function routePattern(path) {
    const rooted = path.startsWith('/') ? path : `/${path}`;
    return rooted.replace(/\{([\w.-]{1,64})\+\}/g, '{$1=**}');
}
function judgeGraphQl(ways) {
    const open = ways.find(({ type }) => type === 'API_KEY');
    if (open === undefined)
        return undefined;
    const why = 'The API accepts an API key, which ships in the app; the schema decides what it opens.';
    return { spot: open.spot, audience: 'app-holder', can: [], state: 'conditional', why };
}

;// CONCATENATED MODULE: ./lib/declarations/cloudformation/endpoints.js




function findAppSync(stack) {
    return stack_ofType(stack, 'AWS::AppSync::GraphQLApi').flatMap((api) => {
        const additional = placed_itemsOf(property(api, 'AdditionalAuthenticationProviders'));
        const ways = [property(api, 'AuthenticationType'), ...additional.map((one) => member(one, 'AuthenticationType'))];
        const verdict = judgeGraphQl(ways.flatMap((way) => (way === undefined ? [] : { spot: way.spot, type: knownText(way) })));
        return verdict === undefined ? [] : [{ kind: 'appsync', verdicts: [verdict] }];
    });
}
function findFunctionUrls(stack) {
    const permissions = stack_ofType(stack, 'AWS::Lambda::Permission');
    const functionsWith = (action) => new Set(permissions.filter((one) => permitsEveryone(one, action)).map(functionOf));
    const byUrl = functionsWith('lambda:InvokeFunctionUrl');
    const itself = functionsWith('lambda:InvokeFunction');
    return stack_ofType(stack, 'AWS::Lambda::Url').map((url) => {
        const key = functionKey(url, 'TargetFunctionArn');
        const verdict = judgeEndpoint({
            spot: spotOf(url, 'AuthType'),
            what: 'The function URL',
            asks: authTypeOf(property(url, 'AuthType')),
            ...permissionGuard(byUrl.has(key), itself.has(key)),
            uncertain: url.uncertain,
        });
        return { kind: 'lambda-url', verdicts: [verdict] };
    });
}
function permissionGuard(byUrl, itself) {
    if (!byUrl)
        return { guard: 'missing-permission' };
    return itself ? {} : { guard: 'missing-second-permission' };
}
function authTypeOf(placed) {
    const type = knownText(placed);
    if (type === 'NONE')
        return 'nothing';
    return type === 'AWS_IAM' ? 'sign-in' : 'unknown';
}
function permitsEveryone(permission, wanted) {
    const action = knownText(property(permission, 'Action'));
    const limited = ['PrincipalOrgID', 'SourceAccount', 'SourceArn'].some((name) => property(permission, name) !== undefined);
    return ((action === wanted || action === 'lambda:*') &&
        knownText(property(permission, 'Principal')) === '*' &&
        knownText(property(permission, 'FunctionUrlAuthType')) !== 'AWS_IAM' &&
        !limited);
}
function functionOf(permission) {
    return functionKey(permission, 'FunctionName');
}
function functionKey(resource, name) {
    return stack_keyOf(resource, name).replace(/\.Arn$/, '');
}
function findRestApis(stack) {
    const methods = stack_ofType(stack, 'AWS::ApiGateway::Method').filter((method) => knownText(property(method, 'HttpMethod'))?.toUpperCase() !== 'OPTIONS');
    const apis = new Map(stack_ofType(stack, 'AWS::ApiGateway::RestApi').map((api) => [api.name, api]));
    return groupedVerdicts(methods, 'RestApiId', (method, key) => methodVerdict(stack, method, apis.get(key)));
}
function groupedVerdicts(parts, reference, judge) {
    const byApi = new Map();
    for (const part of parts) {
        const key = stack_keyOf(part, reference);
        const verdict = judge(part, key);
        if (verdict !== undefined)
            byApi.set(key, [...(byApi.get(key) ?? []), verdict]);
    }
    return [...byApi.values()].map((verdicts) => ({ kind: 'api-gateway', verdicts }));
}
function methodVerdict(stack, method, api) {
    const pattern = endpoints_pathOf(stack, placed_textOf(property(method, 'ResourceId')) ?? '');
    return judgeEndpoint({
        spot: spotOf(method, 'AuthorizationType'),
        what: 'The method',
        ...(pattern === undefined ? {} : { pattern }),
        asks: asksOf(property(method, 'AuthorizationType'), property(method, 'ApiKeyRequired')),
        ...restGuard(property(api ?? method, 'EndpointConfiguration'), property(api ?? method, 'Policy')),
        uncertain: method.uncertain || api?.uncertain === true,
    });
}
function restGuard(configuration, policy) {
    const types = [...placed_itemsOf(member(configuration, 'Types')), ...placed_itemsOf(member(configuration, 'Type'))].map(placed_textOf);
    if (types.includes('PRIVATE') || placed_textOf(configuration) === 'PRIVATE')
        return { guard: 'private-network' };
    return policy === undefined ? {} : { guard: 'resource-policy' };
}
function asksOf(type, apiKey) {
    if (type?.value === UNKNOWN)
        return 'unknown';
    if (type !== undefined && type.value !== null && placed_textOf(type)?.toUpperCase() !== 'NONE')
        return 'sign-in';
    const key = settingOf(apiKey, false);
    if (key === 'unknown')
        return 'unknown';
    return key ? 'api-key' : 'nothing';
}
const MAX_PATH = 30;
function endpoints_pathOf(stack, reference) {
    const parts = [];
    let at = reference;
    for (let step = 0; step < MAX_PATH && !at.endsWith('.RootResourceId'); step++) {
        const resource = stack_ofType(stack, 'AWS::ApiGateway::Resource').find(({ name }) => name === at);
        const part = resource === undefined ? undefined : knownText(property(resource, 'PathPart'));
        if (resource === undefined || part === undefined)
            return undefined;
        parts.unshift(part);
        at = placed_textOf(property(resource, 'ParentId')) ?? '';
    }
    return routePattern(parts.join('/'));
}
function findHttpApis(stack) {
    const apis = new Map(stack_ofType(stack, 'AWS::ApiGatewayV2::Api').map((api) => [api.name, api]));
    return groupedVerdicts(stack_ofType(stack, 'AWS::ApiGatewayV2::Route'), 'ApiId', (route, key) => routeVerdict(route, apis.get(key)));
}
function routeVerdict(route, api) {
    const key = knownText(property(route, 'RouteKey')) ?? '';
    const [verb = '', path] = key.split(' ');
    const isSocket = api !== undefined && knownText(property(api, 'ProtocolType')) === 'WEBSOCKET';
    if (verb === 'OPTIONS' || (isSocket && verb !== '$connect'))
        return undefined;
    return judgeEndpoint({
        spot: spotOf(route, 'AuthorizationType'),
        what: 'The route',
        ...(path === undefined ? {} : { pattern: routePattern(path) }),
        asks: asksOf(property(route, 'AuthorizationType'), property(route, 'ApiKeyRequired')),
        uncertain: route.uncertain || api?.uncertain === true,
    });
}

;// CONCATENATED MODULE: ./lib/declarations/services/opensearch.js


const opensearch_ACTIONS = [
    { name: 'es:eshttpget', can: ['list', 'read'] },
    { name: 'es:eshttppost', can: ['list', 'read', 'create', 'overwrite'] },
    { name: 'es:eshttpput', can: ['create', 'overwrite'] },
    { name: 'es:eshttppatch', can: ['overwrite'] },
    { name: 'es:eshttpdelete', can: ['delete'] },
    { name: 'es:updatedomainconfig', can: ['administer'] },
];
function judgeSearchDomain(domain) {
    const verdicts = merged(domain.policies.flatMap((policy) => judgePolicy(policy, domain)));
    if (verdicts.length > 0)
        return verdicts;
    return [verdict_closed(domain.spot, 'Nothing in the configuration opens this domain to strangers.')];
}
function judgePolicy(policy, { vpc, signIn }) {
    const parsed = policy.text === undefined ? undefined : parsePolicy(policy.text);
    const verdict = { spot: policy.spot, audience: 'anyone' };
    if (parsed?.type !== 'policy')
        return [{ ...verdict, can: [], state: 'unknown', why: 'The access policy is not known from the configuration.' }];
    const denies = parsed.statements.filter(deniesStrangers);
    return parsed.statements.flatMap((statement, index) => {
        if (statement.effect !== 'Allow' || (statement.principal !== 'everyone' && statement.principal !== 'unknown'))
            return [];
        const limits = limitsOf(statement);
        if (limits === 'limited')
            return [];
        const can = opensearch_ACTIONS.filter(({ name }) => matchesAny(statement.actions, name) && !denies.some((deny) => matchesAny(deny.actions, name))).flatMap((action) => action.can);
        if (can.length === 0)
            return [];
        const open = { ...verdict, spot: spotOfStatement(policy, index), can };
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
                why: 'The access policy allows this to everyone, and the domain\u2019s endpoint is public.',
            },
        ];
    });
}

;// CONCATENATED MODULE: ./lib/declarations/cloudformation/opensearch.js




function findOpenSearch(stack) {
    return stack_ofType(stack, 'AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain').map((domain) => {
        const vpc = property(domain, 'VPCOptions')?.value;
        const policies = policyOf(domain, property(domain, 'AccessPolicies'));
        const verdicts = judgeSearchDomain({
            spot: domain.spot,
            policies: policies.map((policy) => ({ ...policy, uncertain: policy.uncertain || vpc === UNKNOWN })),
            vpc: vpc !== undefined && vpc !== UNKNOWN,
            signIn: signInOf(domain),
        });
        return { kind: 'elasticsearch', name: shownName(stack, domain.name, domain), verdicts };
    });
}
function signInOf(domain) {
    const options = property(domain, 'AdvancedSecurityOptions');
    if (options === undefined)
        return false;
    const enabled = settingOf(property(domain, 'AdvancedSecurityOptions', 'Enabled'), false);
    const anonymous = settingOf(property(domain, 'AdvancedSecurityOptions', 'AnonymousAuthEnabled'), false);
    if (enabled === false || anonymous === true)
        return false;
    return enabled === true && anonymous === false ? true : 'unknown';
}

;// CONCATENATED MODULE: ./lib/declarations/services/s3.js



const ALL_USERS = 'http://acs.amazonaws.com/groups/global/AllUsers';
const AUTHENTICATED_USERS = 'http://acs.amazonaws.com/groups/global/AuthenticatedUsers';
function audienceOfGroup(uri) {
    const plain = uri.replace(/^https:/, 'http:');
    if (plain === ALL_USERS)
        return 'anyone';
    return plain === AUTHENTICATED_USERS ? 'any-account' : undefined;
}
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
function judgeS3(bucket) {
    const block = union(bucket.blocks);
    const verdicts = merged([
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
    return parsed.statements.flatMap((statement, index) => judgeStatement(statement, denies, { ...policy, spot: spotOfStatement(policy, index) }, block, what));
}
function judgeStatement(statement, denies, policy, block, what) {
    const { effect, principal } = statement;
    if (effect === 'Deny' || principal === 'fixed' || principal === 'none')
        return [];
    const limits = limitsOf(statement);
    const can = withoutDenied(s3_actions_operationsOf(statement), statement, denies);
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
function judgeAccessPoint(point, bucket, block) {
    if (point.vpc)
        return [];
    const verdicts = s3_judgePolicy(point.policy, union([block, point.block]), 'The access point\u2019s policy');
    if (bucket.policies.some(delegates))
        return verdicts;
    return verdicts.map((verdict) => verdict.state === 'open'
        ? {
            ...verdict,
            state: 'mitigated',
            why: 'The access point\u2019s policy is public, but the bucket\u2019s own policy does not let strangers pass.',
        }
        : verdict);
}
function delegates({ text }) {
    const policy = text === undefined ? undefined : parsePolicy(text);
    if (policy?.type !== 'policy')
        return true;
    return policy.statements.some(({ effect, principal, conditions }) => {
        if (effect !== 'Allow' || principal !== 'everyone')
            return false;
        return conditions.every(({ key }) => key === 's3:dataaccesspointaccount' || key === 's3:dataaccesspointarn');
    });
}

;// CONCATENATED MODULE: ./lib/declarations/cloudformation/s3.js




function findS3(stack) {
    const drafts = new Map();
    const aliases = new Map();
    const draftOf = (key, speaker) => {
        const name = aliases.get(key) ?? key;
        const known = drafts.get(name);
        if (known !== undefined)
            return known;
        const draft = {
            spot: speaker.spot,
            speaker,
            ownership: 'unset',
            blocks: [],
            acls: [],
            policies: [],
            accessPoints: [],
        };
        drafts.set(name, draft);
        return draft;
    };
    for (const bucket of stack_ofType(stack, 'AWS::S3::Bucket')) {
        if (bucket.wordsOf('BucketName') !== undefined)
            aliases.set(stack_keyOf(bucket, 'BucketName'), bucket.name);
        const draft = draftOf(bucket.name, bucket);
        draft.acls.push(...aclOf(bucket));
        draft.blocks.push(...blockOf(bucket, property(bucket, 'PublicAccessBlockConfiguration'), false));
        draft.ownership = ownershipOf(bucket);
    }
    for (const policy of stack_ofType(stack, 'AWS::S3::BucketPolicy'))
        draftOf(bucketKey(policy), policy).policies.push(...policyOf(policy, property(policy, 'PolicyDocument')));
    for (const point of stack_ofType(stack, 'AWS::S3::AccessPoint'))
        draftOf(bucketKey(point), point).accessPoints.push(...accessPointOf(point));
    return [...drafts].map(([key, draft]) => ({
        kind: 's3',
        name: shownName(stack, key, draft.speaker),
        verdicts: judgeS3(draft),
    }));
}
function bucketKey(resource) {
    const key = stack_keyOf(resource, 'Bucket');
    return key.startsWith('arn:aws:s3:::') ? key.slice('arn:aws:s3:::'.length) : key;
}
function aclOf(bucket) {
    const canned = property(bucket, 'AccessControl');
    if (canned === undefined || canned.value === null)
        return [];
    const { uncertain } = bucket;
    const acl = knownText(canned);
    if (acl === undefined)
        return [{ spot: canned.spot, grants: [], uncertain: true }];
    const grants = cannedGrants(acl);
    return grants.length === 0 ? [] : [{ spot: canned.spot, grants, uncertain }];
}
function ownershipOf(bucket) {
    const controls = property(bucket, 'OwnershipControls');
    if (controls === undefined || controls.value === null)
        return 'unset';
    const [rule] = placed_itemsOf(member(controls, 'Rules'));
    const value = knownText(member(rule, 'ObjectOwnership'));
    return value === 'BucketOwnerEnforced' || value === 'BucketOwnerPreferred' || value === 'ObjectWriter'
        ? value
        : 'unknown';
}
function blockOf({ uncertain }, configuration, fallback) {
    if (configuration === undefined && !fallback)
        return [];
    const setting = (name) => {
        const value = settingOf(member(configuration, name), fallback);
        return uncertain && value === true ? 'unknown' : value;
    };
    return [
        {
            blockPublicAcls: setting('BlockPublicAcls'),
            ignorePublicAcls: setting('IgnorePublicAcls'),
            blockPublicPolicy: setting('BlockPublicPolicy'),
            restrictPublicBuckets: setting('RestrictPublicBuckets'),
        },
    ];
}
function accessPointOf(point) {
    const [block] = blockOf(point, property(point, 'PublicAccessBlockConfiguration'), true);
    if (block === undefined)
        return [];
    const vpc = property(point, 'VpcConfiguration');
    return policyOf(point, property(point, 'Policy')).map((policy) => ({
        spot: policy.spot,
        vpc: vpc !== undefined && vpc.value !== UNKNOWN,
        block,
        policy: { ...policy, uncertain: policy.uncertain || vpc?.value === UNKNOWN },
    }));
}

;// CONCATENATED MODULE: ./lib/declarations/cloudformation/sam.js





function findSamEndpoints(stack) {
    const functions = stack_ofType(stack, 'AWS::Serverless::Function');
    const urls = functions.flatMap((one) => functionUrl(stack, one));
    const byApi = new Map();
    for (const one of functions)
        for (const [, event] of placed_membersOf(property(one, 'Events'))) {
            const route = routeOf(stack, one, event);
            if (route !== undefined)
                byApi.set(route.api, [...(byApi.get(route.api) ?? []), judgeEndpoint(route.endpoint)]);
        }
    return [
        ...urls.map((verdict) => ({ kind: 'lambda-url', verdicts: [verdict] })),
        ...[...byApi.values()].map((verdicts) => ({ kind: 'api-gateway', verdicts })),
        ...graphQlApis(stack),
    ];
}
function functionUrl(stack, one) {
    const own = property(one, 'FunctionUrlConfig');
    const global = member(stack.globals, 'Function', 'FunctionUrlConfig');
    const config = own ?? global;
    if (config === undefined || config.value === null)
        return [];
    const type = member(own, 'AuthType') ?? member(global, 'AuthType');
    const spot = (type ?? config).spot;
    return [judgeEndpoint({ spot, what: 'The function URL', asks: authTypeOf(type), uncertain: one.uncertain })];
}
const API_TYPES = {
    Api: { api: 'AWS::Serverless::Api', reference: 'RestApiId', global: 'Api' },
    HttpApi: { api: 'AWS::Serverless::HttpApi', reference: 'ApiId', global: 'HttpApi' },
};
function routeOf(stack, one, event) {
    const type = knownText(member(event, 'Type')) ?? '';
    const kind = Object.hasOwn(API_TYPES, type) ? API_TYPES[type] : undefined;
    const properties = member(event, 'Properties');
    if (kind === undefined || knownText(member(properties, 'Method'))?.toUpperCase() === 'OPTIONS')
        return undefined;
    const reference = placed_textOf(member(properties, kind.reference));
    const api = stack_ofType(stack, kind.api).find(({ name }) => name === reference);
    const global = member(stack.globals, kind.global);
    const path = knownText(member(properties, 'Path'));
    return {
        api: `${kind.api} ${reference ?? ''}`,
        endpoint: {
            spot: (member(properties, 'Auth') ?? event).spot,
            what: 'The route',
            ...(path === undefined ? {} : { pattern: routePattern(path) }),
            asks: sam_asksOf(properties, reference, api, global),
            ...guardOf(api, properties, global),
            uncertain: one.uncertain || api?.uncertain === true,
        },
    };
}
function sam_asksOf(event, reference, api, global) {
    const own = api === undefined ? undefined : property(api, 'Auth');
    const authorizer = member(event, 'Auth', 'Authorizer') ??
        member(own, 'DefaultAuthorizer') ??
        member(global, 'Auth', 'DefaultAuthorizer');
    if (authorizer?.value === UNKNOWN)
        return 'unknown';
    if (authorizer !== undefined && authorizer.value !== null && placed_textOf(authorizer) !== 'NONE')
        return 'sign-in';
    const key = settingOf(member(event, 'Auth', 'ApiKeyRequired') ??
        member(own, 'ApiKeyRequired') ??
        member(global, 'Auth', 'ApiKeyRequired'), false);
    if (key === true)
        return 'api-key';
    const elsewhere = reference !== undefined && (api === undefined || isWrittenElsewhere(api));
    return key === 'unknown' || (elsewhere && authorizer === undefined) ? 'unknown' : 'nothing';
}
function isWrittenElsewhere(api) {
    return property(api, 'DefinitionBody') !== undefined || property(api, 'DefinitionUri') !== undefined;
}
function guardOf(api, event, global) {
    const own = api?.properties();
    return restGuard(member(own, 'EndpointConfiguration') ?? member(global, 'EndpointConfiguration'), member(event, 'Auth', 'ResourcePolicy') ??
        member(own, 'Auth', 'ResourcePolicy') ??
        member(global, 'Auth', 'ResourcePolicy'));
}
function graphQlApis(stack) {
    return stack_ofType(stack, 'AWS::Serverless::GraphQLApi').flatMap((api) => {
        const additional = placed_itemsOf(property(api, 'Auth', 'Additional')).map((one) => member(one, 'Type'));
        const ways = [property(api, 'Auth', 'Type'), ...additional];
        const verdict = judgeGraphQl(ways.flatMap((way) => (way === undefined ? [] : { spot: way.spot, type: knownText(way) })));
        return verdict === undefined ? [] : [{ kind: 'appsync', verdicts: [verdict] }];
    });
}

;// CONCATENATED MODULE: ./lib/declarations/cloudformation/judge.js






const FINDERS = [
    findS3,
    findIdentityPools,
    findAppSync,
    findOpenSearch,
    findFunctionUrls,
    findRestApis,
    findHttpApis,
    findSamEndpoints,
];
function judgeStack(stack) {
    return judge_declarationsOf(FINDERS.flatMap((find) => find(stack)), stack);
}
function judge_declarationsOf(found, stack) {
    return found.flatMap(({ kind, name, verdicts }) => verdicts.map((verdict) => {
        const { spot, ...rest } = withConstruct(verdict, stack);
        return { kind, ...(name === undefined ? {} : { name }), declaration: { ...spot, ...rest } };
    }));
}

;// CONCATENATED MODULE: ./lib/declarations/cloudformation/template.js

const template_MAX_RESOURCES = 5_000;
function templateOf(path, root) {
    const section = (name) => new Map(entriesOf(under(root, name)).map(({ key, value }) => [key, value]));
    return {
        path,
        parameters: section('Parameters'),
        mappings: section('Mappings'),
        conditions: section('Conditions'),
        resources: resourcesOf(entriesOf(under(root, 'Resources'))),
        globals: under(root, 'Globals'),
    };
}
function resourcesOf(entries) {
    return new Map(entries.slice(0, template_MAX_RESOURCES).flatMap((entry) => {
        const resource = cloudformation_template_resourceOf(entry);
        return resource === undefined ? [] : [[entry.key, resource]];
    }));
}
function cloudformation_template_resourceOf({ key: id, spot, value: body }) {
    const type = scalarText(under(body, 'Type'));
    if (type === undefined)
        return undefined;
    return {
        id,
        type,
        spot,
        body,
        condition: scalarText(under(body, 'Condition')),
        constructPath: scalarText(under(body, 'Metadata', 'aws:cdk:path')),
    };
}
function isLoop({ key }) {
    return key.startsWith('Fn::ForEach::');
}
function isTemplate(root) {
    return entriesOf(under(root, 'Resources')).some((entry) => entryOf(entry.value, 'Type') !== undefined || isLoop(entry));
}

;// CONCATENATED MODULE: ./lib/declarations/trees/yaml.js


const yaml_MAX_LENGTH = 1 << 20;
const MAX_NODES = 200_000;
const yaml_MAX_DEPTH = 100;
async function readYamlTree(path, text, tags = {}) {
    if (text.length > yaml_MAX_LENGTH)
        return { problem: { line: 1, reason: 'is larger than 1 MiB' } };
    if (isTooDeep(text))
        return { problem: { line: 1, reason: 'is nested too deeply' } };
    const yaml = await __webpack_require__.e(/* import() */ 815).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
    try {
        return treeOf(yaml, path, text, tags);
    }
    catch (error) {
        return { problem: { line: 1, reason: `could not be read: ${(0,errors/* messageOf */.bD)(error)}` } };
    }
}
function isTooDeep(text) {
    let depth = 0;
    for (const line of text.split('\n')) {
        const indentation = /^[ ]*/.exec(line)?.[0].length ?? 0;
        if (indentation > yaml_MAX_DEPTH * 10)
            return true;
        let dashes = 0;
        for (let index = indentation; line[index] === '-' || line[index] === '?' || line[index] === ' '; index++)
            if (line[index] !== ' ')
                dashes++;
        if (dashes > yaml_MAX_DEPTH && !/^-{3,}\s*$/.test(line.trim()))
            return true;
        for (const character of line) {
            if (character === '[' || character === '{')
                depth++;
            else if (character === ']' || character === '}')
                depth = Math.max(0, depth - 1);
            else if (character === '#')
                break;
        }
        if (depth > yaml_MAX_DEPTH * 10)
            return true;
    }
    return false;
}
function treeOf(yaml, path, text, tags) {
    const [document] = yaml.parseAllDocuments(text, {
        version: '1.1',
        customTags: customTags(tags),
        uniqueKeys: false,
        prettyErrors: false,
        stringKeys: false,
        logLevel: 'silent',
    });
    if (document === undefined || !('contents' in document))
        return {};
    const spotAt = spotsOf(path, text);
    const [error] = document.errors;
    const root = document.contents === null ? undefined : convert(document.contents, { yaml, tags, spotAt });
    return {
        ...(root === undefined ? {} : { root }),
        ...(error === undefined ? {} : { problem: { line: spotAt(error.pos[0]).line, reason: problemOf(error) } }),
    };
}
function problemOf({ code }) {
    return `is no valid YAML (${code.toLowerCase().replaceAll('_', ' ')})`;
}
function customTags(tags) {
    return Object.keys(tags).flatMap((tag) => [
        { tag, resolve: (text) => text },
        { tag, collection: 'map' },
        { tag, collection: 'seq' },
    ]);
}
function convert(contents, conversion) {
    let nodes = 0;
    const { yaml, tags, spotAt } = conversion;
    const anchors = new Map();
    function visit(node, depth) {
        const spot = spotAt(yaml.isNode(node) ? (node.range?.[0] ?? 0) : 0);
        if (depth > yaml_MAX_DEPTH || ++nodes > MAX_NODES || !yaml.isNode(node))
            return { type: 'scalar', value: null, spot };
        if (yaml.isAlias(node))
            return visit(anchors.get(node.source), depth + 1);
        if (node.anchor !== undefined)
            anchors.set(node.anchor, node);
        const name = node.tag === undefined || !Object.hasOwn(tags, node.tag) ? undefined : tags[node.tag];
        const plain = visitUntagged(node, spot, depth);
        if (name === undefined)
            return plain;
        return { type: 'map', entries: [{ key: name, spot, value: plain }], spot };
    }
    function visitUntagged(node, spot, depth) {
        if (yaml.isSeq(node))
            return { type: 'list', items: node.items.map((item) => visit(item, depth + 1)), spot };
        if (yaml.isMap(node))
            return { type: 'map', entries: node.items.flatMap((pair) => entries(pair, depth)), spot };
        return { type: 'scalar', value: yaml.isScalar(node) ? yaml_scalarOf(node) : null, spot };
    }
    function entries({ key, value }, depth) {
        const name = yaml.isScalar(key) ? String(key.source ?? key.value) : '';
        if (name === '<<') {
            const merged = visit(value, depth + 1);
            const maps = merged.type === 'list' ? merged.items : [merged];
            return maps.flatMap((map) => (map.type === 'map' ? map.entries : []));
        }
        const spot = spotAt(yaml.isNode(key) ? (key.range?.[0] ?? 0) : 0);
        return [{ key: name, spot, value: visit(value, depth + 1) }];
    }
    return visit(contents, 0);
}
function yaml_scalarOf({ value, source }) {
    if (typeof value === 'string' || typeof value === 'boolean' || value === null)
        return value;
    if (typeof value === 'number' && /^-?\d/.test(String(source ?? value)) && !/^-?0\d|:/.test(source ?? ''))
        return value;
    return source ?? null;
}

;// CONCATENATED MODULE: ./lib/declarations/cloudformation/tags.js
const TAGS = {
    '!Ref': 'Ref',
    '!Condition': 'Condition',
    ...Object.fromEntries([
        'And',
        'Base64',
        'Cidr',
        'Equals',
        'FindInMap',
        'ForEach',
        'GetAtt',
        'GetAZs',
        'If',
        'ImportValue',
        'Join',
        'Length',
        'Not',
        'Or',
        'Select',
        'Split',
        'Sub',
        'ToJsonString',
        'Transform',
    ].map((name) => [`!${name}`, `Fn::${name}`])),
};

;// CONCATENATED MODULE: ./lib/declarations/cloudformation/text.js



const JUDGED = /AWS::(?:S3|Cognito|AppSync|ApiGateway|ApiGatewayV2|Lambda::Url|Serverless|OpenSearchService|Elasticsearch)\b/;
function isTemplateText(text) {
    return text.includes('AWS::') && JUDGED.test(text) && /^[\s{]*["']?Resources["']?\s*:|"Resources"\s*:/m.test(text);
}
async function readSource({ path, text }) {
    return /^\s*\{/.test(text) ? readJsonTree(path, text) : readYamlTree(path, text, TAGS);
}

;// CONCATENATED MODULE: ./lib/declarations/cloudformation/index.js







const cloudFormation = {
    id: 'cloudformation',
    title: 'AWS CloudFormation, SAM and CDK output',
    docs: [
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-guide.html',
        'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification.html',
        'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
    ],
    claims: (path) => /\.(?:ya?ml|json|template|cfn)$/.test(path),
    accepts: ({ text }) => isTemplateText(text),
    read: async (files, context) => {
        const readings = [];
        const folders = serviceFolders(context.paths);
        for (const file of files)
            if (!isServiceFile(file.path) && !isServicePart(file, folders))
                readings.push(await cloudformation_readTemplate(file));
        const declarations = readings.flatMap((reading) => reading.declarations);
        const problems = readings.flatMap((reading) => reading.problems);
        return { declarations, mentions: [], problems: [...problems, ...unknownNote('CloudFormation', declarations)] };
    },
};
async function cloudformation_readTemplate(file) {
    const { root, problem } = await readSource(file);
    const problems = [];
    const declarations = [];
    if (problem !== undefined)
        problems.push({
            kind: 'malformed',
            path: file.path,
            line: problem.line,
            reason: `The template ${problem.reason}; the rest of it was judged.`,
        });
    if (isTemplate(root)) {
        const stack = stackOf(templateOf(file.path, root));
        declarations.push(...judgeStack(stack));
        problems.push(...cloudformation_limitsOf(file.path, stack.budget.steps, entriesOf(under(root, 'Resources')).find(isLoop)?.spot.line));
    }
    return { declarations, mentions: [], problems };
}
function cloudformation_limitsOf(path, steps, loop) {
    const problems = [];
    if (steps <= 0)
        problems.push({
            kind: 'limit',
            path,
            reason: 'The template takes too many steps to work out; what was left is not judged.',
        });
    if (loop !== undefined)
        problems.push({
            kind: 'unresolved',
            path,
            line: loop,
            reason: 'Fn::ForEach is not worked out; the resources that it makes are not judged.',
        });
    return problems;
}

;// CONCATENATED MODULE: ./lib/declarations/services/gcs.js

function audienceOfMember(member) {
    const plain = member.trim();
    if (plain === 'allUsers')
        return 'anyone';
    return plain === 'allAuthenticatedUsers' ? 'any-account' : undefined;
}
const ALL = ['list', 'read', 'create', 'overwrite', 'delete', 'administer'];
const OBJECTS = ['list', 'read', 'create', 'overwrite', 'delete'];
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
function operationsOfRole(role) {
    const name = role.toLowerCase().replace(/^roles\//, '');
    if (Object.hasOwn(ROLES, name))
        return ROLES[name];
    return role.startsWith('roles/') ? [] : undefined;
}
function judgeGcs(bucket) {
    const verdicts = merged([
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

;// CONCATENATED MODULE: ./lib/declarations/deploy-commands/shell.js
const shell_UNKNOWN = '\0';
const shell_MAX_LENGTH = 1024 * 1024;
const shell_MAX_DEPTH = 40;
const PREFIXES = new Set([
    'if',
    'then',
    'elif',
    'else',
    'do',
    'while',
    'until',
    '!',
    '{',
    '}',
    'time',
    'sudo',
    'exec',
    'command',
    'nohup',
]);
function parseShell(text, variables = new Map()) {
    if (text.length > shell_MAX_LENGTH)
        return [];
    return new Scanner(text, variables).commands();
}
class Scanner {
    #text;
    #variables;
    #at = 0;
    #heredocs = [];
    constructor(text, variables) {
        this.#text = text;
        this.#variables = variables;
    }
    commands() {
        const commands = [];
        let words = [];
        const flush = () => {
            const command = this.#command(words);
            if (command !== undefined)
                commands.push(command);
            words = [];
        };
        while (this.#at < this.#text.length) {
            const character = this.#text[this.#at] ?? '';
            if (character === '\n') {
                flush();
                this.#at++;
                this.#passHeredocs();
            }
            else if (character === '\\' && /^\\\r?\n/.test(this.#text.slice(this.#at, this.#at + 3))) {
                this.#at += this.#text[this.#at + 1] === '\r' ? 3 : 2;
            }
            else if (/[ \t\r]/.test(character))
                this.#at++;
            else if (character === '#')
                this.#at = this.#endOfLine();
            else if (/[;&|()]/.test(character)) {
                flush();
                this.#at++;
            }
            else if (this.#isRedirection())
                this.#passRedirection();
            else
                words.push(this.#word());
        }
        flush();
        return commands;
    }
    #command(words) {
        let index = 0;
        const assigned = [];
        for (; index < words.length; index++) {
            const word = words[index];
            if (word === undefined)
                break;
            const [, name, value] = /^([A-Za-z_]\w*)=([\s\S]*)$/.exec(word.text) ?? [];
            if (name !== undefined)
                assigned.push([name, word.known ? value : undefined]);
            else if (!PREFIXES.has(word.text))
                break;
        }
        const rest = words.slice(index);
        const [first] = rest;
        if (first === undefined) {
            for (const [name, value] of assigned)
                this.#assign(name, value);
            return undefined;
        }
        if (['export', 'readonly', 'local', 'declare', 'set', 'ENV'].includes(first.text)) {
            for (const { text, known } of rest.slice(1)) {
                const [, name, value] = /^([A-Za-z_]\w*)=([\s\S]*)$/.exec(text) ?? [];
                if (name !== undefined)
                    this.#assign(name, known ? value : undefined);
            }
            return undefined;
        }
        if (first.text === 'read' || first.text === 'for')
            for (const { text } of rest.slice(1, 2))
                this.#assign(text, undefined);
        return { words: rest, at: first.at };
    }
    #assign(name, value) {
        const known = !this.#variables.has(name) || this.#variables.get(name) === value;
        this.#variables.set(name, known ? value : undefined);
    }
    #endOfLine() {
        const end = this.#text.indexOf('\n', this.#at);
        return end === -1 ? this.#text.length : end;
    }
    #isRedirection() {
        return /^\d?[<>]/.test(this.#text.slice(this.#at, this.#at + 2));
    }
    #passRedirection() {
        const [operator = '>'] = /^\d?(?:<<<|<<-?|>>|>&|<&|>\||<>|&>|[<>])/.exec(this.#text.slice(this.#at, this.#at + 5)) ?? [];
        this.#at += operator.length;
        while (/[ \t]/.test(this.#text[this.#at] ?? ''))
            this.#at++;
        if (this.#text[this.#at] === '(')
            return;
        if (!/[\n;&|]/.test(this.#text[this.#at] ?? '\n')) {
            const { text } = this.#word();
            if (operator.endsWith('<<') || operator.endsWith('<<-'))
                this.#heredocs.push({ mark: text, tabs: operator.endsWith('-') });
        }
    }
    #passHeredocs() {
        for (const { mark } of this.#heredocs) {
            while (this.#at < this.#text.length) {
                const end = this.#endOfLine();
                const line = this.#text.slice(this.#at, end).trim();
                this.#at = Math.min(this.#text.length, end + 1);
                if (line === mark)
                    break;
            }
        }
        this.#heredocs = [];
    }
    #word() {
        const start = this.#at;
        let text = '';
        while (this.#at < this.#text.length) {
            const character = this.#text[this.#at] ?? '';
            if (/[\s;&|()<>]/.test(character))
                break;
            if (character === "'")
                text += this.#single();
            else if (character === '"')
                text += this.#double();
            else if (character === '\\') {
                if (/^\\\r?\n/.test(this.#text.slice(this.#at, this.#at + 3))) {
                    this.#at += this.#text[this.#at + 1] === '\r' ? 3 : 2;
                    continue;
                }
                text += this.#text[this.#at + 1] ?? '';
                this.#at += 2;
            }
            else if (character === '$' || character === '`')
                text += this.#expansion(0);
            else {
                text += character;
                this.#at++;
            }
        }
        if (this.#at === start)
            this.#at++;
        return { text, known: !text.includes(shell_UNKNOWN), at: start };
    }
    #single() {
        const end = this.#text.indexOf("'", this.#at + 1);
        const stop = end === -1 ? this.#text.length : end;
        const text = this.#text.slice(this.#at + 1, stop);
        this.#at = Math.min(this.#text.length, stop + 1);
        return text;
    }
    #double() {
        let text = '';
        this.#at++;
        while (this.#at < this.#text.length && this.#text[this.#at] !== '"') {
            const character = this.#text[this.#at] ?? '';
            if (character === '\\') {
                const next = this.#text[this.#at + 1] ?? '';
                text += next === '\n' ? '' : /["\\$`]/.test(next) ? next : `\\${next}`;
                this.#at += 2;
            }
            else if (character === '$' || character === '`')
                text += this.#expansion(0);
            else {
                text += character;
                this.#at++;
            }
        }
        this.#at++;
        return text;
    }
    #expansion(depth) {
        const rest = this.#text.slice(this.#at, this.#at + 200);
        const github = /^\$\{\{\s{0,8}(?:env\.([A-Za-z_]\w*))?[^}]{0,180}\}\}/.exec(rest);
        if (github !== null)
            return this.#take(github[0].length, github[1]);
        const plain = /^\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/.exec(rest);
        if (plain !== null)
            return this.#take(plain[0].length, plain[1] ?? plain[2]);
        const make = /^\$\(([A-Za-z_]\w*)\)/.exec(rest);
        if (make !== null)
            return this.#take(make[0].length, make[1]);
        if (rest.startsWith('`')) {
            const end = this.#text.indexOf('`', this.#at + 1);
            return this.#take((end === -1 ? this.#text.length : end + 1) - this.#at, undefined);
        }
        if (rest.startsWith('$(') || rest.startsWith('${')) {
            this.#passBrackets(depth);
            return shell_UNKNOWN;
        }
        if (/^\$[\d@*#?!$-]/.test(rest))
            return this.#take(2, undefined);
        return this.#take(1, undefined, '$');
    }
    #take(length, name, otherwise = shell_UNKNOWN) {
        this.#at += length;
        return (name === undefined ? undefined : this.#variables.get(name)) ?? otherwise;
    }
    #passBrackets(depth) {
        const open = this.#text[this.#at + 1] ?? '(';
        const close = open === '(' ? ')' : '}';
        this.#at += 2;
        while (this.#at < this.#text.length && this.#text[this.#at] !== close) {
            const character = this.#text[this.#at] ?? '';
            if (character === "'" && open === '(')
                this.#single();
            else if (character === '\\')
                this.#at += 2;
            else if (character === open && depth < shell_MAX_DEPTH) {
                this.#at--;
                this.#passBrackets(depth + 1);
            }
            else
                this.#at++;
        }
        this.#at++;
    }
}
function argumentsOf(words, valued) {
    const options = new Map();
    const rest = [];
    for (let index = 0; index < words.length; index++) {
        const word = words[index];
        if (word === undefined)
            continue;
        const equals = word.text.startsWith('--') ? word.text.indexOf('=') : -1;
        if (equals !== -1) {
            const text = word.text.slice(equals + 1);
            options.set(word.text.slice(0, equals), { ...word, text, known: !text.includes(shell_UNKNOWN) });
        }
        else if (!/^-[A-Za-z-]/.test(word.text))
            rest.push(word);
        else if (valued(word.text)) {
            const value = words[++index];
            if (value !== undefined)
                options.set(word.text, value);
        }
        else
            options.set(word.text, { ...word, text: '' });
    }
    return { options, rest };
}

;// CONCATENATED MODULE: ./lib/declarations/deploy-commands/commands.js




function effectsOf({ words }) {
    const [program, ...rest] = words;
    switch (program?.text.split('/').at(-1)) {
        case 'gsutil':
            return gsutil(rest);
        case 'gcloud':
            return gcloud(rest);
        case 'aws':
            return aws(rest);
        case 'az':
            return az(rest);
        case 'psql':
            return psql(rest);
        default:
            return [];
    }
}
const BUCKET_NAME = /^[a-z0-9][a-z0-9._-]{1,220}$/;
function commands_targetOf(word, scheme) {
    const [, name = '', object = ''] = new RegExp(`^${scheme}://([^/]*)/?([\\s\\S]*)$`).exec(word?.text ?? '') ?? [];
    if (name === '')
        return word !== undefined && !word.known ? { name: undefined, object: '' } : undefined;
    return { name: BUCKET_NAME.test(name) ? name : undefined, object: object.includes('\0') ? '' : object };
}
function commands_patternOf(object) {
    const plain = object.replace(/\*+$/, '').replace(/\/+$/, '');
    return plain === ''
        ? '/{path=**}'
        : /[*?]/.test(plain)
            ? '/{path=**}'
            : `/${plain}${/\*$|\/$/.test(object) ? '/{path=**}' : ''}`;
}
function gcs(target, audience, can, why) {
    return { kind: 'gcs', name: target.name, pattern: commands_patternOf(target.object), audience, can, state: 'open', why };
}
const GSUTIL_VALUED = new Set(['-a', '-u', '-g', '-o', '-h', '-d', '-i', '-p']);
function gsutil(words) {
    let index = 0;
    while (/^-/.test(words[index]?.text ?? ''))
        index += ['-o', '-h', '-i', '-u'].includes(words[index]?.text ?? '') ? 2 : 1;
    const [command, action, ...rest] = words.slice(index);
    switch (command?.text) {
        case 'iam':
            return action?.text === 'ch' ? gsutilIam(rest) : [];
        case 'acl':
        case 'defacl':
            return gsutilAcl(command.text, action?.text ?? '', rest);
        case 'cp':
        case 'rsync':
        case 'mv':
            return gsutilCopy(words.slice(index + 1));
        case 'pap':
            return action?.text === 'set' && rest[0]?.text === 'enforced' ? takeBack('gcs', rest.slice(1), 'gs') : [];
        default:
            return [];
    }
}
function takeBack(kind, targets, scheme) {
    return targets.flatMap((word) => {
        const target = commands_targetOf(word, scheme);
        return target?.name === undefined
            ? []
            : [
                {
                    kind,
                    name: target.name,
                    audience: 'anyone',
                    can: [],
                    state: 'open',
                    takesBack: true,
                    why: '',
                },
            ];
    });
}
function gsutilIam(words) {
    const targets = words.filter(({ text, known }) => text.startsWith('gs://') || (!known && !text.includes(':')));
    const members = words.filter((word) => !targets.includes(word) && !word.text.startsWith('-'));
    const removing = words.some(({ text }) => text === '-d');
    if (removing && members.some(({ text }) => audienceOfMember(text.split(':')[0] ?? '') !== undefined))
        return takeBack('gcs', targets, 'gs');
    return members.flatMap(({ text }) => {
        const [member = '', roles = ''] = text.split(':');
        const audience = audienceOfMember(member);
        if (audience === undefined)
            return [];
        const can = rolesToOperations(roles.split(','));
        return can.length === 0 ? [] : granted(targets, audience, can, `gsutil iam ch gives ${member} ${roles}.`);
    });
}
function rolesToOperations(roles) {
    const can = new Set(roles.flatMap((role) => {
        const name = role.replace(/^roles\//, '');
        return (operationsOfRole(/^(?:admin|object|legacy|folder)/.test(name) ? `roles/storage.${name}` : `roles/${name}`) ?? []);
    }));
    return model/* OPERATIONS */.xb.filter((operation) => can.has(operation));
}
function granted(targets, audience, can, why) {
    return targets.flatMap((word) => {
        const target = commands_targetOf(word, 'gs');
        return target === undefined ? [] : [gcs(target, audience, can, why)];
    });
}
function aclOperations(permission, onBucket) {
    switch (permission.toUpperCase()) {
        case 'R':
        case 'READ':
        case 'READER':
            return onBucket ? ['list'] : ['read'];
        case 'W':
        case 'WRITE':
        case 'WRITER':
            return onBucket ? ['list', 'create', 'overwrite', 'delete'] : [];
        case 'O':
        case 'FC':
        case 'OWNER':
        case 'FULL_CONTROL':
            return onBucket ? ['list', 'create', 'overwrite', 'delete', 'administer'] : ['read', 'administer'];
        default:
            return [];
    }
}
function cannedOperations(acl, onBucket) {
    const grants = cannedGrants(acl);
    const [first] = grants;
    if (first === undefined)
        return undefined;
    const can = new Set(grants.flatMap(({ permission }) => aclOperations(permission, onBucket)));
    return { audience: first.audience, can: model/* OPERATIONS */.xb.filter((operation) => can.has(operation)) };
}
function gsutilAcl(command, action, words) {
    const { options, rest } = argumentsOf(words, (option) => ['-u', '-g', '-d', '-p'].includes(option));
    const onBucket = (target) => command === 'acl' && target.object === '';
    const [acl, ...targets] = rest;
    if (action === 'set' && acl !== undefined)
        return targets.flatMap((word) => {
            const target = commands_targetOf(word, 'gs');
            const canned = target === undefined ? undefined : cannedOperations(acl.text, onBucket(target));
            return target === undefined || canned === undefined || canned.can.length === 0
                ? []
                : [gcs(target, canned.audience, canned.can, `gsutil ${command} set gives the canned ACL ${acl.text}.`)];
        });
    const [, who = '', permission = ''] = /^(AllUsers|AllAuthenticatedUsers|all|allAuth):(\w+)$/i.exec(options.get('-u')?.text ?? options.get('-g')?.text ?? '') ?? [];
    if (action !== 'ch' || who === '')
        return [];
    const audience = /auth/i.test(who) ? 'any-account' : 'anyone';
    return rest.flatMap((word) => {
        const target = commands_targetOf(word, 'gs');
        const can = target === undefined ? [] : aclOperations(permission, onBucket(target));
        return target === undefined || can.length === 0
            ? []
            : [gcs(target, audience, can, `gsutil ${command} ch gives ${who} ${permission}.`)];
    });
}
function gsutilCopy(words) {
    const { options, rest } = argumentsOf(words, (option) => GSUTIL_VALUED.has(option));
    return copied(options.get('-a'), rest.at(-1), 'gs');
}
function copied(acl, to, scheme) {
    const target = commands_targetOf(to, scheme);
    const canned = acl === undefined ? undefined : cannedOperations(acl.text, false);
    if (target === undefined || acl === undefined || canned === undefined || canned.can.length === 0)
        return [];
    const object = target.object === '' || target.object.endsWith('/') ? target.object : `${target.object}/`;
    const why = `Objects are uploaded with the canned ACL ${acl.text}, which takes effect where the bucket allows ACLs.`;
    const effect = gcs({ ...target, object }, canned.audience, canned.can, why);
    return [scheme === 'gs' ? effect : { ...effect, kind: 's3' }];
}
function gcloud(words) {
    const { options, rest } = argumentsOf(words, (option) => /^--(?:member|role|project|condition|predefined-acl|predefined-default-object-acl|add-acl-grant|account|format|region|location)$/.test(option) || option === '-a');
    const names = rest.map(({ text }) => text);
    if (names[0] !== 'storage')
        return [];
    const targets = rest.filter((word) => commands_targetOf(word, 'gs') !== undefined);
    const member = options.get('--member')?.text ?? '';
    const audience = audienceOfMember(member);
    const role = options.get('--role');
    if (names.includes('remove-iam-policy-binding') && audience !== undefined)
        return takeBack('gcs', targets, 'gs');
    if (names.includes('add-iam-policy-binding') && audience !== undefined && role !== undefined) {
        const can = operationsOfRole(role.text) ?? [];
        const conditional = (options.get('--condition')?.text ?? 'None') !== 'None';
        return granted(targets, audience, can, `gcloud gives ${member} ${role.text}.`)
            .filter(() => can.length > 0)
            .map((effect) => (conditional ? { ...effect, state: 'conditional' } : effect));
    }
    if (options.has('--public-access-prevention') && names[1] === 'buckets')
        return takeBack('gcs', targets, 'gs');
    return gcloudAcl(names, options, targets);
}
function gcloudAcl(names, options, targets) {
    const onBucket = names[1] === 'buckets';
    const grant = options.get('--add-acl-grant')?.text ?? '';
    const who = /entity=(allUsers|allAuthenticatedUsers)/.exec(grant)?.[1];
    const permission = /role=(\w+)/.exec(grant)?.[1] ?? '';
    const canned = cannedOperations(options.get('--predefined-acl')?.text ?? options.get('-a')?.text ?? '', onBucket);
    const later = cannedOperations(options.get('--predefined-default-object-acl')?.text ?? '', false);
    const byGrant = who === undefined
        ? undefined
        : { audience: audienceOfMember(who) ?? 'anyone', can: aclOperations(permission, onBucket) };
    return [byGrant, canned, later].flatMap((found) => found === undefined || found.can.length === 0
        ? []
        : granted(targets.slice(-1), found.audience, found.can, 'gcloud storage gives strangers an ACL.'));
}
function aws(words) {
    const { options, rest } = argumentsOf(words, (option) => option.startsWith('--') && !AWS_FLAGS.has(option));
    const [service, operation, ...positional] = rest;
    if (service?.text === 's3' && ['cp', 'sync', 'mv'].includes(operation?.text ?? ''))
        return copied(options.get('--acl'), positional.at(-1), 's3');
    return service?.text === 's3api' ? s3api(operation?.text ?? '', options) : [];
}
const AWS_FLAGS = new Set([
    '--recursive',
    '--delete',
    '--quiet',
    '--dryrun',
    '--no-progress',
    '--only-show-errors',
    '--exact-timestamps',
    '--size-only',
    '--no-verify-ssl',
    '--no-sign-request',
    '--follow-symlinks',
    '--no-follow-symlinks',
    '--no-guess-mime-type',
    '--no-cli-pager',
    '--debug',
]);
function s3api(operation, options) {
    const bucket = options.get('--bucket');
    const name = bucket?.known === true && BUCKET_NAME.test(bucket.text) ? bucket.text : undefined;
    if (bucket === undefined)
        return [];
    const onBucket = operation === 'put-bucket-acl' || operation === 'create-bucket';
    if (operation === 'put-public-access-block')
        return /IgnorePublicAcls["']?\s*[=:]\s*true[\s\S]*RestrictPublicBuckets["']?\s*[=:]\s*true/i.test(options.get('--public-access-block-configuration')?.text ?? '') && name !== undefined
            ? [{ kind: 's3', name, audience: 'anyone', can: [], state: 'open', takesBack: true, why: '' }]
            : [];
    if (operation === 'put-bucket-policy')
        return byPolicy(name, options.get('--policy'));
    if (!onBucket && operation !== 'put-object-acl' && operation !== 'put-object' && operation !== 'copy-object')
        return [];
    const key = options.get('--key');
    const pattern = onBucket ? '/{path=**}' : key?.known === true ? `/${key.text}` : '/{path=**}';
    return commands_grantsIn(options, onBucket).map(({ audience, can, by }) => ({
        kind: 's3',
        name,
        pattern,
        audience,
        can,
        state: 'open',
        why: `aws s3api ${operation} gives strangers ${by}, which takes effect where the bucket allows ACLs.`,
    }));
}
function byPolicy(name, policy) {
    if (policy === undefined || !policy.text.trimStart().startsWith('{'))
        return [];
    const spot = { path: '', line: 1 };
    const bucket = {
        spot,
        blocks: [],
        ownership: 'unset',
        acls: [],
        policies: [{ spot, text: policy.text.replaceAll('\0', 'unknown'), uncertain: !policy.known }],
        accessPoints: [],
    };
    return judgeS3(bucket)
        .filter(({ state }) => state === 'open')
        .map(({ pattern, audience, can, why }) => ({
        kind: 's3',
        name,
        ...(pattern === undefined ? {} : { pattern }),
        audience,
        can,
        state: 'open',
        why,
    }));
}
function commands_grantsIn(options, onBucket) {
    const acl = options.get('--acl')?.text ?? '';
    const canned = cannedOperations(acl, onBucket);
    const uris = [
        ['--grant-read', 'READ'],
        ['--grant-write', 'WRITE'],
        ['--grant-full-control', 'FULL_CONTROL'],
    ].flatMap(([option = '', permission = '']) => {
        const [, group] = /groups\/global\/(AllUsers|AuthenticatedUsers)/.exec(options.get(option)?.text ?? '') ?? [];
        const audience = group === 'AllUsers' ? 'anyone' : 'any-account';
        return group === undefined ? [] : [{ audience, can: aclOperations(permission, onBucket), by: permission }];
    });
    return [...(canned === undefined ? [] : [{ ...canned, by: `the canned ACL ${acl}` }]), ...uris].filter(({ can }) => can.length > 0);
}
function az(words) {
    const { options, rest } = argumentsOf(words, (option) => option.startsWith('-') && !['--only-show-errors', '--fail-on-exist'].includes(option));
    const [group, of, operation] = rest.map(({ text }) => text);
    if (group !== 'storage')
        return [];
    const account = options.get('--account-name') ?? (of === 'account' ? (options.get('--name') ?? options.get('-n')) : undefined);
    if (of === 'account' && options.get('--allow-blob-public-access')?.text === 'false' && account?.known === true)
        return [
            {
                kind: 'azure-blob',
                name: `${account.text}/`,
                audience: 'anyone',
                can: [],
                state: 'open',
                takesBack: true,
                why: '',
            },
        ];
    const container = options.get('--name') ?? options.get('-n');
    const level = options.get('--public-access')?.text;
    if (of !== 'container' || (operation !== 'create' && operation !== 'set-permission') || container === undefined)
        return [];
    if (level !== 'blob' && level !== 'container')
        return [];
    const known = account?.known === true &&
        container.known &&
        /^[a-z0-9]{3,24}$/.test(account.text) &&
        /^[a-z0-9$-]{3,63}$/.test(container.text);
    return [
        {
            kind: 'azure-blob',
            name: known ? `${account.text}/${container.text}` : undefined,
            audience: 'anyone',
            can: level === 'container' ? ['list', 'read'] : ['read'],
            state: 'open',
            why: `az storage container ${operation} sets the access level \u201c${level}\u201d, which holds where the account allows it.`,
        },
    ];
}
const GRANT = /^\s*grant\s+([\w\s,]{1,80}?)\s+on\s+(?:table\s+)?(?:public\.)?"?(\w{1,63})"?\s+to\s+(anon|authenticated)\b/i;
function psql(words) {
    const { options } = argumentsOf(words, (option) => /^-[cfdhUpv]$|^--(?:command|file|dbname|host|username|port)$/.test(option));
    const [, privileges = '', table = '', role = ''] = GRANT.exec((options.get('-c') ?? options.get('--command'))?.text ?? '') ?? [];
    if (table === '')
        return [];
    const all = /\ball\b/i.test(privileges);
    const can = model/* OPERATIONS */.xb.filter((operation) => all ? operation !== 'administer' : SQL[operation]?.test(privileges) === true);
    return [
        {
            kind: 'supabase',
            name: undefined,
            pattern: `/rest/v1/${table}`,
            audience: role.toLowerCase() === 'anon' ? 'anyone' : 'any-account',
            can,
            state: 'conditional',
            why: `A grant lets ${role} in; row level security of the table decides what comes of it.`,
        },
    ];
}
const SQL = {
    list: /\bselect\b/i,
    read: /\bselect\b/i,
    create: /\binsert\b/i,
    overwrite: /\bupdate\b/i,
    delete: /\bdelete\b/i,
};

;// CONCATENATED MODULE: ./lib/declarations/yaml.js

const declarations_yaml_MAX_LENGTH = 4 * 1024 * 1024;
const yaml_MAX_NODES = 200_000;
const declarations_yaml_MAX_DEPTH = 100;
async function parseYaml(text) {
    const [first] = await parseYamlDocuments(text, 1);
    return first ?? {};
}
async function parseYamlDocuments(text, most = 100) {
    if (text.length > declarations_yaml_MAX_LENGTH)
        return [{ problem: { at: 0, reason: 'is larger than 4 MiB' } }];
    if (indentOf(text) > declarations_yaml_MAX_DEPTH * 8)
        return [{ problem: { at: 0, reason: 'is nested too deeply' } }];
    const yaml = await __webpack_require__.e(/* import() */ 815).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
    try {
        const documents = yaml.parseAllDocuments(text, { uniqueKeys: false, logLevel: 'silent', strict: false });
        const all = Array.isArray(documents) ? documents : [];
        return all.slice(0, most).map((document) => {
            const [error] = document.errors;
            const budget = { nodes: yaml_MAX_NODES };
            const root = document.contents === null
                ? undefined
                : nodeOf(document.contents, { yaml, budget, resolve: (alias) => alias.resolve(document) });
            const problem = budget.nodes < 0
                ? { at: 0, reason: 'its aliases make it too large' }
                : error === undefined
                    ? undefined
                    : { at: error.pos[0], reason: (error.message.split('\n')[0] ?? '').replace(/ at line \d+.*$/, '') };
            return { ...(root === undefined ? {} : { root }), ...(problem === undefined ? {} : { problem }) };
        });
    }
    catch (error) {
        return [{ problem: { at: 0, reason: (0,errors/* messageOf */.bD)(error) } }];
    }
}
function indentOf(text) {
    let depth = 0;
    let deepest = 0;
    for (const character of text) {
        if (character === '[' || character === '{')
            deepest = Math.max(deepest, ++depth);
        else if (character === ']' || character === '}')
            depth = Math.max(0, depth - 1);
    }
    return deepest * 8;
}
function nodeOf(node, walk, depth = 0) {
    if (node === null || node === undefined || depth > declarations_yaml_MAX_DEPTH || --walk.budget.nodes < 0)
        return undefined;
    const { yaml } = walk;
    if (yaml.isAlias(node))
        return nodeOf(walk.resolve(node), walk, depth + 1);
    const [offset, end] = node.range ?? [0, 0];
    const made = (type, more) => ({
        type,
        offset,
        length: Math.max(0, end - offset),
        ...more,
    });
    if (yaml.isSeq(node)) {
        const children = node.items.flatMap((item) => nodeOf(item, walk, depth + 1) ?? []);
        return made('array', { children });
    }
    if (yaml.isMap(node)) {
        const children = node.items.flatMap((pair) => propertyOf(pair, walk, depth + 1) ?? []);
        return made('object', { children });
    }
    if (!yaml.isScalar(node))
        return undefined;
    const { value } = node;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
        return made(typeof value, { value });
    return made('null', { value: null });
}
function propertyOf(pair, walk, depth) {
    const key = nodeOf(pair.key, walk, depth);
    if (key === undefined)
        return undefined;
    const empty = { type: 'null', offset: key.offset + key.length, length: 0, value: null };
    const value = nodeOf(pair.value, walk, depth) ?? empty;
    return { type: 'property', offset: key.offset, length: key.length, children: [key, value] };
}

;// CONCATENATED MODULE: ./lib/declarations/deploy-commands/scripts.js



const KINDS = [
    { path: /\.(?:sh|bash|zsh)$/, read: ({ text }) => [whole(text)] },
    { path: /(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$|(?:^|\/)action\.ya?ml$/, read: workflowScripts },
    {
        path: /(?:^|\/)(?:bitbucket-pipelines|\.gitlab-ci|codemagic|bitrise|cloudbuild)\.ya?ml$|(?:^|\/)\.circleci\/config\.ya?ml$/,
        read: pipelineScripts,
    },
    { path: /(?:^|\/)(?:GNUm|M|m)akefile$|\.mk$/, read: ({ text }) => makeScripts(text) },
    { path: /(?:^|\/)(?:Dockerfile|Containerfile)[\w.-]{0,40}$/, read: ({ text }) => dockerScripts(text) },
    { path: /(?:^|\/)package\.json$/, read: packageScripts },
    { path: /(?:^|\/)[Ff]astlane\/[\w-]{0,40}[Ff]astfile$|(?:^|\/)Fastfile$/, read: ({ text }) => rubyScripts(text) },
];
function holdsScripts(path) {
    return KINDS.some((kind) => kind.path.test(path));
}
async function scriptsIn(file, problems) {
    return (await KINDS.find(({ path }) => path.test(file.path))?.read(file, problems)) ?? [];
}
function whole(text) {
    return { text, offsetOf: (at) => at, variables: new Map() };
}
function malformed(file, at, reason) {
    const { line } = positionsOf(file.text)(at);
    return {
        kind: 'malformed',
        path: file.path,
        line,
        reason: `The file is malformed, its commands are not all read: ${reason}.`,
    };
}
async function workflowScripts(file, problems) {
    return yamlScripts(file, problems, (key) => key === 'run');
}
async function pipelineScripts(file, problems) {
    return yamlScripts(file, problems, (key) => /^(?:run|script|scripts|before_script|after_script|command|content|args)$/.test(key));
}
async function yamlScripts(file, problems, isScript) {
    const { root, problem } = await parseYaml(file.text);
    if (problem !== undefined)
        problems.push(malformed(file, problem.at, problem.reason));
    const scripts = [];
    const environment = new Map();
    const visit = (node, depth) => {
        if (node === undefined || depth > 60)
            return;
        for (const item of itemsOf(node))
            visit(item, depth + 1);
        for (const { key, value } of membersOf(node)) {
            if (key === 'env' || key === 'variables')
                gather(value, environment);
            if (isScript(key))
                scripts.push(...(value.type === 'string' ? [value] : itemsOf(value).filter(({ type }) => type === 'string')));
            visit(value, depth + 1);
        }
    };
    visit(root, 0);
    return scripts.map((node) => {
        const raw = file.text.slice(node.offset, node.offset + node.length);
        const header = /^[|>][^\n]*\n/.exec(raw)?.[0].length ?? 0;
        const quoted = /^["']/.test(raw);
        const text = quoted ? String(node.value) : raw.slice(header);
        const start = node.offset + header;
        return { text, offsetOf: (at) => (quoted ? start : start + at), variables: new Map(environment) };
    });
}
function gather(node, into) {
    for (const { key, value } of membersOf(node)) {
        const text = stringOf(value);
        const literal = text === undefined || text.includes('${{') ? undefined : text;
        into.set(key, !into.has(key) || into.get(key) === literal ? literal : undefined);
    }
}
function makeScripts(text) {
    const variables = new Map();
    for (const [, name = '', operator, value = ''] of text.matchAll(/^([A-Za-z_]\w{0,60})[ \t]*(\?|:{1,2})?=[ \t]*([^\n#]*)/gm)) {
        const literal = operator === '?' || /[$`]/.test(value) ? undefined : value.trim();
        variables.set(name, variables.has(name) ? undefined : literal);
    }
    const recipes = [];
    for (const match of text.matchAll(/^\t[@+-]*((?:[^\n\\]|\\[\s\S])*)/gm)) {
        const start = match.index + match[0].length - (match[1]?.length ?? 0);
        const body = (match[1] ?? '').replaceAll('$$', '$');
        recipes.push({ text: body, offsetOf: (at) => start + at, variables: new Map(variables) });
    }
    return recipes;
}
function dockerScripts(text) {
    const variables = new Map();
    for (const [, name = '', value = ''] of text.matchAll(/^ENV[ \t]+([A-Za-z_]\w{0,60})[= \t]["']?([^\s"']*)/gm))
        variables.set(name, /[$]/.test(value) ? undefined : value);
    return [...text.matchAll(/^(?:RUN|CMD|ENTRYPOINT)[ \t]+((?:[^\n\\]|\\[\s\S])*)/gim)].map((match) => {
        const start = match.index + match[0].length - (match[1]?.length ?? 0);
        return { text: match[1] ?? '', offsetOf: (at) => start + at, variables: new Map(variables) };
    });
}
async function packageScripts(file, problems) {
    const { root, problem } = await parseJson(file.text);
    if (problem !== undefined)
        problems.push(malformed(file, problem.at, problem.reason));
    return membersOf(nodeAt(root, 'scripts')).flatMap(({ value }) => {
        const text = stringOf(value);
        return text === undefined ? [] : [{ text, offsetOf: () => value.offset, variables: new Map() }];
    });
}
function rubyScripts(text) {
    return [
        ...text.matchAll(/^[^#\n]{0,200}?\bsh(?:\(|[ \t])[ \t]*(?:command:[ \t]*)?(?:"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)')/gm),
    ].map((match) => {
        const body = (match[1] ?? match[2] ?? '').replace(/#\{[^}]*\}/g, '$UNKNOWN_TO_AJAR').replace(/\\"/g, '"');
        return { text: body, offsetOf: () => match.index + match[0].search(/\bsh/), variables: new Map() };
    });
}

;// CONCATENATED MODULE: ./lib/declarations/deploy-commands/index.js





const deployCommands = {
    id: 'deploy-commands',
    title: 'Deploy commands in scripts and workflows',
    docs: [
        'https://cloud.google.com/storage/docs/access-control/making-data-public',
        'https://docs.aws.amazon.com/cli/latest/reference/s3api/put-bucket-acl.html',
        'https://learn.microsoft.com/cli/azure/storage/container',
    ],
    claims: holdsScripts,
    accepts: ({ path, text }) => !isSample(path) && HINT.test(text),
    read: readCommands,
};
const HINT = /\ball(?:Authenticated)?Users\b|public-?read|authenticated-read|put-bucket-policy|--public-access|--grant-(?:read|write|full)|\bpsql\b[^\n]{0,400}\bgrant\b/i;
async function readCommands(files) {
    const problems = [];
    const declarations = [];
    for (const file of files)
        declarations.push(...(await deploy_commands_readFile(file, problems)));
    return { declarations, mentions: [], problems };
}
async function deploy_commands_readFile(file, problems) {
    const position = positionsOf(file.text);
    const scripts = await scriptsIn(file, problems);
    const effects = scripts.flatMap(({ text, offsetOf, variables }) => parseShell(text, variables).flatMap((command) => effectsOf(command).map((effect) => ({ ...effect, ...position(offsetOf(command.at)) }))));
    return effects.flatMap(({ name, kind, takesBack, line, column, ...said }, index) => {
        if (takesBack === true)
            return [];
        if (name === undefined && kind !== 'supabase') {
            problems.push({
                kind: 'unresolved',
                path: file.path,
                line,
                reason: `A command opens a store (${kind}) to strangers, but its name is only known at run time.`,
            });
            return [];
        }
        const later = effects
            .slice(index + 1)
            .some((other) => other.takesBack === true && takesBackFrom(other, kind, name));
        return [
            {
                kind,
                ...(name === undefined ? {} : { name }),
                folder: file.path,
                declaration: {
                    path: file.path,
                    line,
                    column,
                    ...said,
                    ...(later ? { state: 'mitigated', why: 'A later command of the same file takes it back.' } : {}),
                },
            },
        ];
    });
}
function takesBackFrom(other, kind, name) {
    if (other.kind !== kind || other.name === undefined || name === undefined)
        return false;
    return other.name === name || (other.name.endsWith('/') && name.startsWith(other.name));
}

;// CONCATENATED MODULE: ./lib/declarations/google-services/facts.js

function isGoogleServicesPath(path) {
    return /\.(?:json|plist)$/i.test(path);
}
function isGoogleServices(file) {
    if (/\.json$/i.test(file.path))
        return file.text.includes('"project_info"') && file.text.includes('"mobilesdk_app_id"');
    return file.text.includes('GOOGLE_APP_ID') && file.text.includes('<plist');
}
async function readGoogleServices(file) {
    return /\.json$/i.test(file.path) ? readJson(file.text) : readPlist(file.text);
}
async function readJson(text) {
    const { root, problem } = await parseJson(text);
    const factAt = (...path) => {
        const node = nodeAt(root, ...path);
        const value = stringOf(node);
        return node === undefined || value === undefined || value === ''
            ? undefined
            : { value, at: node.offset + 1, locator: path.join('.') };
    };
    const clients = itemsOf(nodeAt(root, 'client'));
    const apiKeys = clients.flatMap((client, index) => itemsOf(nodeAt(client, 'api_key')).flatMap((_, key) => factAt('client', index, 'api_key', key, 'current_key') ?? []));
    const known = membersOf(root).length > 0;
    return {
        ...facts_named('project', factAt('project_info', 'project_id')),
        ...facts_named('databaseUrl', factAt('project_info', 'firebase_url')),
        ...facts_named('bucket', factAt('project_info', 'storage_bucket')),
        apiKeys,
        ...(problem === undefined && known ? {} : { problem: problem ?? { at: 0, reason: 'is not a JSON object' } }),
    };
}
function facts_named(key, fact) {
    return fact === undefined ? {} : { [key]: fact };
}
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
        ...facts_named('project', facts.get('PROJECT_ID')),
        ...facts_named('databaseUrl', facts.get('DATABASE_URL')),
        ...facts_named('bucket', facts.get('STORAGE_BUCKET')),
        apiKeys: apiKey === undefined ? [] : [apiKey],
        ...(facts.size === 0 ? { problem: { at: 0, reason: 'holds no keys with strings' } } : {}),
    };
}
function unescapeXml(text) {
    return text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name) => XML_ENTITIES[name] ?? '');
}
const XML_ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const DATABASE_HOST = /^https?:\/\/([a-z0-9][a-z0-9-]{0,62})\.(?:firebaseio\.com|([a-z]{1,20}-[a-z]{1,20}\d{1,2})\.firebasedatabase\.app)(?=[:/?#]|$)/i;
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
function bucketOf(text) {
    const name = text.replace(/^gs:\/\//i, '').replace(/\/$/, '');
    return facts_BUCKET.test(name) ? name : undefined;
}
function facts_projectOf(text) {
    return /^(?:[a-z0-9.-]{3,60}:)?[a-z][a-z0-9-]{3,29}$/.test(text) ? text : undefined;
}

;// CONCATENATED MODULE: ./lib/declarations/firebase-rules/values.js
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
function something(...origins) {
    return { type: 'unknown', origins, present: true, mayFail: false };
}
function anything(...origins) {
    return { type: 'unknown', origins, present: false, mayFail: true };
}
function maybe(origins) {
    return { type: 'unknown', origins, present: false, mayFail: false };
}
function chosen(origin, slot) {
    return { ...something(origin), slot };
}
function slotOf(value) {
    return value.type === 'unknown' || value.type === 'snapshot' ? value.slot : undefined;
}
function below(slot, ...keys) {
    return { root: slot.root, keys: [...slot.keys, ...keys] };
}
function sameSlot(left, right) {
    return left.root === right.root && left.keys.join('\0') === right.keys.join('\0');
}
function isConst(value, wanted) {
    return value.type === 'const' && value.value === wanted;
}
function isText(value) {
    if (value.type === 'own')
        return true;
    return value.type === 'unknown'
        ? value.slot?.root === 'path'
        : value.type === 'const' && typeof value.value === 'string';
}
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
        if (value.type === 'path')
            for (const origin of originsOf(...value.segments))
                origins.add(origin);
    }
    return [...origins];
}
function undetermined(...operands) {
    const origins = originsOf(...operands);
    const owner = operands.some((operand) => operand.type === 'own') ? ['owner'] : [];
    const all = [...origins, ...owner.filter((origin) => !origins.includes(origin))];
    return { ...anything(...(all.length === 0 ? ['undecided'] : all)) };
}

;// CONCATENATED MODULE: ./lib/declarations/firebase-rules/callers.js

const UID = { type: 'own', what: 'uid' };
const NOBODY = { audience: 'anyone', auth: NULL };
function strangersOf(signUp) {
    const known = signUp.state === 'open';
    const accounts = [];
    if (!known || signUp.anonymous)
        accounts.push(account('anonymous', {}));
    if (!known || signUp.password)
        accounts.push(passwordAccount());
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
function passwordAccount() {
    const withEmail = (email) => account('password', { email, email_verified: FALSE }).auth;
    return { audience: 'any-account', auth: withEmail(chosen('account', { root: 'email', keys: [] })), withEmail };
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

// EXTERNAL MODULE: ./lib/shared/assert.js
var assert = __webpack_require__(8427);
;// CONCATENATED MODULE: ./lib/declarations/firebase-rules/compare.js

function equals(left, right) {
    if (left.type === 'error' || right.type === 'error')
        return withError(left, right);
    if (isSameId(left, right))
        return TRUE;
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
    if (left.type === 'time' && right.type === 'time')
        return constant(left.offset === right.offset);
    if (left.type === 'path' || right.type === 'path')
        return undetermined(left, right);
    if (left.type === 'duration' && right.type === 'duration')
        return constant(left.ms === right.ms);
    if (left.type === 'list' && right.type === 'list')
        return equalsList(left.items, right.items);
    if (left.type === 'map' && right.type === 'map')
        return undetermined(left, right);
    return FALSE;
}
function isSameId(left, right) {
    const [one, other] = [slotOf(left), slotOf(right)];
    return one?.root === 'path' && other !== undefined && sameSlot(one, other);
}
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
function compare_all(values) {
    if (values.some((value) => value.type === 'error'))
        return ERROR;
    if (values.some((value) => isConst(value, false)))
        return FALSE;
    const open = values.filter((value) => !isConst(value, true));
    return open.length === 0 ? TRUE : undetermined(...open);
}
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
    if (value.type !== 'unknown')
        return ERROR;
    const { slot: _, ...rest } = value;
    return rest;
}
function compare_binary(operator, left, right, clock) {
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

;// CONCATENATED MODULE: ./lib/declarations/firebase-rules/regex.js
const MAX_PATTERN = 500;
const regex_MAX_DEPTH = 20;
const MAX_STATES = 600;
const regex_MAX_TEXT = 300;
function regexFrom(source, ignoreCase = false) {
    if (source.length > MAX_PATTERN)
        return undefined;
    const reader = { source, at: 0, depth: 0, ignoreCase };
    const node = readAlternatives(reader);
    if (node === undefined || reader.at < source.length)
        return undefined;
    const states = [];
    const accepts = compile(node, add(states, { kind: 'accept' }), states);
    if (accepts === undefined)
        return undefined;
    return { node, states: [...states, { kind: 'jump', to: [accepts] }] };
}
function readAlternatives(reader) {
    if (++reader.depth > regex_MAX_DEPTH)
        return undefined;
    const parts = [];
    for (;;) {
        const part = readSequence(reader);
        if (part === undefined)
            return undefined;
        parts.push(part);
        if (reader.source[reader.at] !== '|')
            break;
        reader.at++;
    }
    reader.depth--;
    return parts.length === 1 ? parts[0] : { kind: 'any', parts };
}
function readSequence(reader) {
    const parts = [];
    while (reader.at < reader.source.length && !'|)'.includes(reader.source[reader.at] ?? '')) {
        const atom = readAtom(reader);
        const part = atom === undefined ? undefined : readQuantifier(reader, atom);
        if (part === undefined)
            return undefined;
        parts.push(part);
    }
    return { kind: 'all', parts };
}
function readAtom(reader) {
    const { source } = reader;
    const character = source[reader.at++] ?? '';
    if (character === '(')
        return readGroup(reader);
    if (character === '[')
        return readClass(reader);
    if (character === '\\')
        return readEscape(reader);
    if (character === '.')
        return { kind: 'set', has: (code) => code !== 10, example: 'x' };
    if (character === '^')
        return { kind: 'start' };
    if (character === '$')
        return { kind: 'end' };
    if ('*+?'.includes(character))
        return undefined;
    return literal(character, reader.ignoreCase);
}
function literal(character, ignoreCase) {
    const cases = ignoreCase ? [character.toLowerCase(), character.toUpperCase()] : [character];
    const codes = cases.map((one) => one.charCodeAt(0));
    return { kind: 'set', has: (code) => codes.includes(code), example: character };
}
function readGroup(reader) {
    const { source } = reader;
    if (source.startsWith('?:', reader.at))
        reader.at += 2;
    else if (source[reader.at] === '?')
        return undefined;
    const inner = readAlternatives(reader);
    if (inner === undefined || source[reader.at] !== ')')
        return undefined;
    reader.at++;
    return inner;
}
const EXAMPLES = 'xabcdefghijklmnopqrstuvwyz1234567890ABCDEFGHIJKLMNOPQRSTUVWXYZ-_. @/:,;+#!?&=%()[]{}<>*~^$|\'"\\`';
function setOf(has) {
    const example = [...EXAMPLES].find((character) => has(character.charCodeAt(0)));
    return example === undefined ? undefined : { kind: 'set', has, example };
}
const isDigit = (code) => code >= 48 && code <= 57;
const isWord = (code) => isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;
const isBlank = (code) => code === 32 || (code >= 9 && code <= 13);
const CLASSES = {
    d: isDigit,
    D: (code) => !isDigit(code),
    w: isWord,
    W: (code) => !isWord(code),
    s: isBlank,
    S: (code) => !isBlank(code),
};
const CONTROLS = { n: '\n', r: '\r', t: '\t', f: '\f', v: '\v' };
function readEscape(reader) {
    const character = reader.source[reader.at++] ?? '';
    const has = CLASSES[character];
    if (has !== undefined)
        return setOf(has);
    const control = CONTROLS[character];
    if (control !== undefined)
        return literal(control, false);
    return character === '' || isWord(character.charCodeAt(0)) ? undefined : literal(character, false);
}
function readClass(reader) {
    const { source } = reader;
    const negated = source[reader.at] === '^';
    if (negated)
        reader.at++;
    const tests = [];
    for (let first = true;; first = false) {
        const character = source[reader.at];
        if (character === undefined)
            return undefined;
        if (character === ']' && !first)
            break;
        const test = readRange(reader);
        if (test === undefined)
            return undefined;
        tests.push(test);
    }
    reader.at++;
    const within = (code) => tests.some((test) => test(code));
    const folded = (code) => within(code) || (reader.ignoreCase && otherCase(code).some(within));
    return setOf((code) => folded(code) !== negated);
}
function otherCase(code) {
    const character = String.fromCharCode(code);
    return [character.toLowerCase(), character.toUpperCase()].map((one) => one.charCodeAt(0));
}
function readRange(reader) {
    const from = readMember(reader);
    if (typeof from !== 'number')
        return from;
    const { source } = reader;
    if (source[reader.at] !== '-' || source[reader.at + 1] === ']')
        return (code) => code === from;
    reader.at++;
    const to = readMember(reader);
    return typeof to === 'number' && to >= from ? (code) => code >= from && code <= to : undefined;
}
function readMember(reader) {
    const character = reader.source[reader.at++] ?? '';
    if (character === '[' && reader.source[reader.at] === ':')
        return undefined;
    if (character !== '\\')
        return character.charCodeAt(0);
    const escaped = reader.source[reader.at++] ?? '';
    const known = CLASSES[escaped] ?? CONTROLS[escaped]?.charCodeAt(0);
    if (known !== undefined)
        return known;
    return escaped === '' || isWord(escaped.charCodeAt(0)) ? undefined : escaped.charCodeAt(0);
}
const COUNT = /\{(\d{1,4})(,(\d{0,4}))?\}/y;
function readQuantifier(reader, part) {
    const { source } = reader;
    const character = source[reader.at];
    let range;
    if (character === '*')
        range = [0, Number.POSITIVE_INFINITY];
    else if (character === '+')
        range = [1, Number.POSITIVE_INFINITY];
    else if (character === '?')
        range = [0, 1];
    if (range !== undefined)
        reader.at++;
    else if (character === '{') {
        COUNT.lastIndex = reader.at;
        const found = COUNT.exec(source);
        if (found === null)
            return part;
        const least = Number(found[1]);
        range = [least, found[2] === undefined ? least : found[3] === '' ? Number.POSITIVE_INFINITY : Number(found[3])];
        reader.at = COUNT.lastIndex;
    }
    if (range === undefined)
        return part;
    if (source[reader.at] === '?')
        reader.at++;
    const [least, most] = range;
    return least <= most ? { kind: 'repeat', part, least, most } : undefined;
}
function add(states, state) {
    return states.push(state) - 1;
}
function compile(node, next, states) {
    if (states.length > MAX_STATES)
        return undefined;
    switch (node.kind) {
        case 'set':
            return add(states, { kind: 'set', has: node.has, to: next });
        case 'start':
        case 'end':
            return add(states, { kind: node.kind, to: next });
        case 'all':
            return node.parts.reduceRight((after, part) => (after === undefined ? undefined : compile(part, after, states)), next);
        case 'any': {
            const to = node.parts.flatMap((part) => compile(part, next, states) ?? []);
            return to.length < node.parts.length ? undefined : add(states, { kind: 'jump', to });
        }
        case 'repeat':
            return compileRepeat(node, next, states);
    }
}
function compileRepeat(node, next, states) {
    let first = next;
    if (node.most === Number.POSITIVE_INFINITY) {
        const to = [next];
        const loop = add(states, { kind: 'jump', to });
        const body = compile(node.part, loop, states);
        if (body === undefined)
            return undefined;
        to.push(body);
        first = loop;
    }
    else {
        for (let count = node.least; count < node.most && first !== undefined; count++) {
            const body = compile(node.part, first, states);
            first = body === undefined ? undefined : add(states, { kind: 'jump', to: [next, body] });
        }
    }
    for (let count = 0; count < node.least && first !== undefined; count++)
        first = compile(node.part, first, states);
    return first;
}
function matchesWhole(regex, text) {
    return run(regex, text, true);
}
function matchesPart(regex, text) {
    return run(regex, text, false);
}
function run({ states }, text, whole) {
    if (text.length > regex_MAX_TEXT)
        return undefined;
    const entry = states.length - 1;
    let active = closure(states, [entry], 0, text.length);
    for (let at = 0; at < text.length; at++) {
        if (!whole && active.accepted)
            return true;
        const code = text.charCodeAt(at);
        const next = active.sets.flatMap((state) => (state.has(code) ? [state.to] : []));
        active = closure(states, whole ? next : [...next, entry], at + 1, text.length);
    }
    return active.accepted;
}
function closure(states, from, at, length) {
    const seen = new Set();
    const sets = [];
    const waiting = [...from];
    let accepted = false;
    for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
        const state = states[index];
        if (state === undefined || seen.has(index))
            continue;
        seen.add(index);
        if (state.kind === 'accept')
            accepted = true;
        else if (state.kind === 'set')
            sets.push(state);
        else if (state.kind === 'jump')
            waiting.push(...state.to);
        else if (state.kind === 'start' ? at === 0 : at === length)
            waiting.push(state.to);
    }
    return { sets, accepted };
}
function exampleOf({ node }, times) {
    return exampleNode(node, times).slice(0, regex_MAX_TEXT);
}
function exampleNode(node, times) {
    switch (node.kind) {
        case 'set':
            return node.example;
        case 'all':
            return node.parts.map((part) => exampleNode(part, times)).join('');
        case 'any':
            return exampleNode(node.parts[0] ?? { kind: 'start' }, times);
        case 'repeat': {
            const count = Math.min(Math.max(times, node.least), node.most, MAX_STATES);
            const one = exampleNode(node.part, times).slice(0, regex_MAX_TEXT);
            return one.repeat(Math.min(count, Math.ceil(regex_MAX_TEXT / Math.max(one.length, 1))));
        }
        case 'start':
        case 'end':
            return '';
    }
}

;// CONCATENATED MODULE: ./lib/declarations/firebase-rules/methods.js



const DAY = 86_400_000;
const UNITS = {
    w: 7 * DAY,
    d: DAY,
    h: 3_600_000,
    m: 60_000,
    s: 1000,
    ms: 1,
    ns: 1e-6,
};
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
            if (method === 'size')
                return constant(receiver.entries.size);
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
        case 'path':
            return undetermined(receiver, ...parameters);
        case 'unknown':
            return ofUnknown(receiver, method, parameters);
        default:
            return ERROR;
    }
}
function ofUnknown(receiver, method, parameters) {
    const [first] = parameters;
    const { slot } = receiver;
    const known = method === 'get' && first?.type === 'const' && typeof first.value === 'string' ? first.value : undefined;
    const result = undetermined(receiver, ...parameters);
    return known === undefined || slot === undefined ? result : { ...result, slot: below(slot, known) };
}
function ofScalar(receiver, method) {
    return isConst(receiver, null) || method === '' ? ERROR : anything('undecided');
}
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
function matching(text, pattern, how) {
    const regex = regexFrom(pattern, how.ignoreCase);
    const result = regex === undefined ? undefined : how.whole ? matchesWhole(regex, text) : matchesPart(regex, text);
    return result === undefined ? anything('undecided') : constant(result);
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
    if (method === 'matches')
        return matching(text, other, { whole: true, ignoreCase: false });
    if (method === 'split' && /^[^\\^$.|?*+()[\]{}]+$/.test(other))
        return { type: 'list', items: text.split(other).map(constant) };
    if (method === 'contains')
        return constant(text.includes(other));
    if (method === 'beginsWith')
        return constant(text.startsWith(other));
    if (method === 'endsWith')
        return constant(text.endsWith(other));
    return anything('undecided');
}
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
const FREE_ADDRESSES = ['gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'yahoo.com', 'icloud.com'].map((domain) => `stranger@${domain}`);
function admitsStranger(pattern) {
    const bare = pattern.replace(/\\/g, '');
    if (/^[\^.*+$]*$/.test(bare) || /^[\^.*+]*@[.*+$]*$/.test(bare))
        return TRUE;
    const regex = regexFrom(pattern);
    if (regex !== undefined && FREE_ADDRESSES.some((address) => matchesWhole(regex, address) === true))
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
function ofSnapshot(snapshot, method, parameters) {
    const { state, origin, value } = snapshot;
    if (value !== undefined)
        return ofChosen(snapshot, value, method, parameters);
    const own = originsWith(snapshot, parameters);
    if (method === 'exists')
        return state === 'any' ? maybe([origin]) : constant(state === 'present');
    if (method === 'val') {
        if (state === 'absent')
            return NULL;
        const found = state === 'present' ? something(origin) : maybe([origin]);
        return snapshot.slot === undefined ? found : { ...found, slot: snapshot.slot };
    }
    if (method === 'getPriority')
        return state === 'absent' ? NULL : maybe([origin]);
    if (method === 'parent')
        return snapshot.parent ?? { type: 'snapshot', state: 'any', origin: 'record' };
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
function childOf(snapshot, key) {
    if (key === undefined || isNullKey(key))
        return ERROR;
    if (key.type === 'const' && typeof key.value !== 'string')
        return ERROR;
    if (snapshot.state === 'absent')
        return { type: 'snapshot', state: 'absent', origin: snapshot.origin };
    const { slot, origin } = snapshot;
    const child = { type: 'snapshot', state: 'any', origin };
    if (slot === undefined || key.type !== 'const')
        return child;
    return { ...child, slot: below(slot, ...locationKeys(String(key.value))) };
}
function locationKeys(path) {
    return path.split('/').filter((key) => key !== '');
}
function ofChosen(snapshot, value, method, parameters) {
    const [first] = parameters;
    const { origin } = snapshot;
    switch (method) {
        case 'exists':
            return TRUE;
        case 'val':
            return value.type === 'map' ? something(origin) : value;
        case 'getPriority':
            return NULL;
        case 'parent':
            return snapshot.parent ?? { type: 'snapshot', state: 'any', origin: 'record' };
        case 'isString':
            return constant(isText(value));
        case 'isNumber':
            return constant(value.type === 'time' || (value.type === 'const' && typeof value.value === 'number'));
        case 'isBoolean':
            return constant(value.type === 'const' && typeof value.value === 'boolean');
        case 'child':
        case 'hasChild':
            if (first?.type !== 'const' || typeof first.value !== 'string')
                return undetermined(snapshot, ...parameters);
            return method === 'child'
                ? chosenChild(snapshot, locationKeys(first.value))
                : constant(chosenChild(snapshot, locationKeys(first.value)).state === 'present');
        case 'hasChildren': {
            if (value.type !== 'map')
                return FALSE;
            if (first === undefined)
                return constant(value.entries.size > 0);
            if (first.type !== 'list' || first.items.length === 0)
                return ERROR;
            return compare_all(first.items.map((item) => contains(value, item)));
        }
        default:
            return ERROR;
    }
}
function childSnapshot(snapshot, key) {
    const { state, origin, slot, value } = snapshot;
    if (value !== undefined)
        return chosenChild(snapshot, [key]);
    if (state === 'absent')
        return { type: 'snapshot', state, origin, parent: snapshot };
    const child = { type: 'snapshot', state: origin === 'sent' ? 'present' : 'any', origin, parent: snapshot };
    return slot === undefined ? child : { ...child, slot: below(slot, key) };
}
function chosenChild(snapshot, keys) {
    return keys.reduce((parent, key) => {
        const value = parent.value?.type === 'map' ? parent.value.entries.get(key) : undefined;
        const { origin } = parent;
        if (value === undefined)
            return { type: 'snapshot', state: 'absent', origin, parent };
        return { type: 'snapshot', state: 'present', origin, value, parent };
    }, snapshot);
}
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
            return value.slot?.root === 'path' ? constant(type === 'string') : undetermined(value);
        case 'path':
            return constant(type === 'path');
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




const firebase_rules_evaluate_MAX_STEPS = 20_000;
const MAX_EVALUATION_DEPTH = 1_000;
const MAX_CALLS = 20;
const NO_DOCUMENTS = new Map();
function evaluationOf(dialect, now, documents = NO_DOCUMENTS) {
    return { dialect, clock: { now, instants: new Set() }, documents, steps: firebase_rules_evaluate_MAX_STEPS, depth: 0, calls: 0 };
}
function evaluate_evaluate(expression, scope, evaluation) {
    if (evaluation.steps <= 0 || evaluation.depth >= MAX_EVALUATION_DEPTH)
        return anything('undecided');
    evaluation.steps--;
    evaluation.depth++;
    const value = evaluateNode(expression, scope, evaluation);
    evaluation.depth--;
    return value;
}
function evaluateNode(expression, scope, evaluation) {
    const inner = (part) => evaluate_evaluate(part, scope, evaluation);
    switch (expression.kind) {
        case 'literal':
            return constant(expression.value);
        case 'regex':
            return constant(expression.pattern);
        case 'name':
            return (lookUp(expression.name, scope)?.value ??
                (isNamespace(expression.name, evaluation) ? namespace(expression.name) : ERROR));
        case 'member':
            return evaluate_memberOf(inner(expression.object), expression.name, evaluation);
        case 'index':
            return itemOf(inner(expression.object), inner(expression.index), evaluation);
        case 'slice':
            return strict([expression.object, expression.from, expression.to].map(inner));
        case 'call':
            return evaluate_call(expression.callee, expression.parameters, scope, evaluation);
        case 'list':
            return { type: 'list', items: expression.items.map(inner) };
        case 'map':
            return mapLiteral(expression.entries, inner);
        case 'path':
            return evaluate_pathOf(expression.segments.map(inner));
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
            return compare_binary(expression.operator, inner(expression.left), inner(expression.right), evaluation.clock);
        case 'conditional':
            return choice(inner(expression.test), expression.then, expression.otherwise, inner);
        default:
            return (0,assert/* assertNever */.x)(expression);
    }
}
function typeName(expression) {
    return expression.kind === 'name' ? expression.name : '';
}
function negative(value, evaluation) {
    return compare_binary('-', constant(0), value, evaluation.clock);
}
function strict(values) {
    return values.some((value) => value.type === 'error') ? ERROR : undetermined(...values);
}
function evaluate_pathOf(segments) {
    return segments.some((segment) => segment.type === 'error') ? ERROR : { type: 'path', segments };
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
function evaluate_memberOf(object, name, evaluation) {
    const absent = evaluation.dialect === 'rtdb' ? NULL : ERROR;
    if (object.type === 'map')
        return object.entries.get(name) ?? absent;
    if (object.type === 'unknown')
        return memberOfUnknown(object, name, evaluation.dialect);
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
function memberOfUnknown(object, name, dialect) {
    const { slot, origins } = object;
    const member = { type: 'unknown', origins, present: false, mayFail: dialect === 'rules' };
    return slot === undefined ? member : { ...member, slot: below(slot, name) };
}
function itemOf(object, index, evaluation) {
    if (object.type === 'error' || index.type === 'error')
        return ERROR;
    if (index.type === 'const' && typeof index.value === 'string')
        return evaluate_memberOf(object, index.value, evaluation);
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
    return open.length === 0 ? TRUE : evaluate_merged(open);
}
function unlessFailed(denial, before) {
    return before.some(mayFail) ? { type: 'error', orFalse: originsOf(...before) } : denial;
}
function mayFail(value) {
    return value.type === 'error' || (value.type === 'unknown' && value.mayFail);
}
function failedConjunction(value, open, rest, inner) {
    const later = rest.map(inner);
    if (later.some((other) => isConst(other, false)))
        return FALSE;
    const own = value.type === 'error' ? (value.orFalse ?? []) : [];
    const orFalse = [...new Set([...own, ...originsOf(...open, ...later)])];
    return orFalse.length === 0 ? ERROR : { type: 'error', orFalse };
}
function disjunction(operands, inner, dialect) {
    const open = [];
    const denials = [];
    let failed = false;
    for (const operand of operands) {
        const value = inner(operand);
        if (isConst(value, true)) {
            const sure = dialect === 'rules' || [...open, ...denials].every((left) => !left.mayFail);
            return sure ? TRUE : evaluate_merged([...open, ...denials]);
        }
        if (value.type === 'unknown')
            open.push(value);
        else if (value.type === 'error' && value.orFalse !== undefined)
            denials.push(anything(...value.orFalse));
        else if (!isConst(value, false)) {
            if (dialect === 'rtdb')
                return open.length === 0 ? ERROR : evaluate_merged([...open, ...denials, value]);
            failed = true;
        }
    }
    if (open.length > 0)
        return evaluate_merged([...open, ...denials]);
    if (denials.length > 0)
        return { type: 'error', orFalse: originsOf(...denials) };
    return failed ? ERROR : FALSE;
}
function evaluate_merged(values) {
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
    return evaluate_merged([test, one, other]);
}
function afterDenial(otherwise, orFalse) {
    const denies = otherwise.type === 'error' || isConst(otherwise, false);
    return denies ? { type: 'error', orFalse } : evaluate_merged([anything(...orFalse), otherwise]);
}
function evaluate_call(callee, parameters, scope, evaluation) {
    if (callee.kind === 'name')
        return evaluate_callFunction(callee.name, parameters, scope, evaluation);
    const values = parameters.map((parameter) => evaluate_evaluate(parameter, scope, evaluation));
    if (callee.kind !== 'member')
        return ERROR;
    const receiver = evaluate_evaluate(callee.object, scope, evaluation);
    if (receiver.type === 'error' || values.some((value) => value.type === 'error'))
        return ERROR;
    const [first] = parameters;
    if (first?.kind === 'regex')
        return callee.name === 'matches' ? callMatches(receiver, first) : ERROR;
    if (evaluation.dialect === 'rtdb' && callee.name === 'matches')
        return ERROR;
    return callMethod(receiver, callee.name, values, evaluation.clock);
}
function callMatches(receiver, regex) {
    if (receiver.type === 'own')
        return admitsStranger(regex.pattern);
    if (receiver.type === 'unknown')
        return undetermined(receiver);
    if (receiver.type !== 'const' || typeof receiver.value !== 'string')
        return ERROR;
    return matching(receiver.value, regex.pattern, { whole: false, ignoreCase: regex.ignoreCase });
}
function evaluate_callFunction(name, parameters, scope, evaluation) {
    const entered = enterFunction(name, parameters, scope, evaluation);
    if (entered === 'undecided')
        return anything('undecided');
    if (entered !== undefined) {
        const result = evaluate_evaluate(entered.expression, entered.scope, evaluation);
        evaluation.calls--;
        return result;
    }
    const values = parameters.map((parameter) => evaluate_evaluate(parameter, scope, evaluation));
    if (evaluation.dialect === 'rtdb')
        return ERROR;
    if (values.some((value) => value.type === 'error'))
        return ERROR;
    if (name === 'get' || name === 'exists')
        return lookUpDocument(name, values[0], evaluation.documents);
    if (name === 'getAfter' || name === 'existsAfter')
        return anything('record');
    if (name === 'debug')
        return values[0] ?? ERROR;
    return undetermined(...values);
}
function enterFunction(name, parameters, scope, evaluation) {
    for (let at = scope; at !== undefined; at = at.parent) {
        const declared = at.functions.get(name);
        if (declared === undefined)
            continue;
        if (evaluation.calls >= MAX_CALLS)
            return 'undecided';
        evaluation.calls++;
        return { expression: declared.result, scope: scopeOfCall(declared, parameters, scope, at, evaluation) };
    }
    return undefined;
}
function scopeOfCall(declared, parameters, caller, declaring, evaluation) {
    const names = new Map();
    const sources = new Map();
    const bind = (name, expression, scope) => {
        names.set(name, evaluate_evaluate(expression, scope, evaluation));
        sources.set(name, { expression, scope });
    };
    declared.parameters.forEach((parameter, index) => {
        const expression = parameters[index];
        if (expression === undefined)
            names.set(parameter, ERROR);
        else
            bind(parameter, expression, caller);
    });
    let scope = { parent: declaring, names, functions: new Map(), sources };
    for (const binding of declared.bindings) {
        const value = evaluate_evaluate(binding.value, scope, evaluation);
        scope = {
            parent: scope,
            names: new Map([[binding.name, value]]),
            functions: new Map(),
            sources: new Map([[binding.name, { expression: binding.value, scope }]]),
        };
    }
    return scope;
}
function lookUpDocument(name, path, documents) {
    const key = documentKey(path);
    const known = key === undefined ? undefined : documents.get(key);
    if (known !== undefined)
        return name === 'exists' ? TRUE : known;
    if (key === undefined)
        return anything('record');
    return { ...anything('record'), slot: { root: `document:${key}`, keys: [] } };
}
const OWN_UID = '{uid}';
function documentKey(path) {
    if (path?.type !== 'path')
        return undefined;
    const [databases, , documents, ...rest] = path.segments;
    if (databases === undefined || !isConst(databases, 'databases'))
        return undefined;
    if (documents === undefined || !isConst(documents, 'documents'))
        return undefined;
    const texts = rest.map((segment) => {
        if (segment.type === 'own')
            return segment.what === 'uid' ? OWN_UID : undefined;
        return segment.type === 'const' && typeof segment.value === 'string' ? segment.value : undefined;
    });
    return texts.includes(undefined) || texts.length === 0 ? undefined : texts.join('/');
}

;// CONCATENATED MODULE: ./lib/declarations/firebase-rules/pattern.js
const ROOTS = {
    'cloud.firestore': ['databases', undefined, 'documents'],
    'firebase.storage': ['b', undefined, 'o'],
};
const ROOT_LENGTH = 3;
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
function patternText(segments) {
    return `/${segments.map(segmentText).join('/')}`;
}
function segmentText(segment) {
    if (segment.kind === 'literal')
        return segment.text;
    return segment.kind === 'one' ? `{${segment.name}}` : `{${segment.name}=**}`;
}
function patternKey(segments) {
    return patternText(segments.map((segment) => (segment.kind === 'literal' ? segment : { ...segment, name: '' })));
}
function hasRest(segments) {
    return segments.some((segment) => segment.kind === 'rest');
}
function pattern_covers(outer, inner, least) {
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
const FIRESTORE = [
    { operation: 'list', method: 'list', ...READ },
    { operation: 'read', method: 'get', ...READ },
    { operation: 'create', method: 'create', exists: false, sends: true },
    { operation: 'overwrite', method: 'update', exists: true, sends: true },
    { operation: 'delete', method: 'delete', exists: true, sends: false },
];
const STORAGE = [
    ...FIRESTORE,
    { operation: 'overwrite', method: 'create', exists: true, sends: true },
];
const METHODS = {
    read: ['get', 'list'],
    write: ['create', 'update', 'delete'],
};
function requestsOf(service, version, methods) {
    const granted = methods.flatMap((method) => (method === 'read' || method === 'write' ? METHODS[method] : [method]));
    const kinds = service === 'cloud.firestore' ? FIRESTORE : STORAGE;
    const listable = service === 'cloud.firestore' || version === '2';
    return kinds.filter((kind) => granted.includes(kind.method) && (kind.operation !== 'list' || listable));
}
const FILE_FIELDS = [
    'size',
    'contentType',
    'metadata',
    'contentDisposition',
    'contentEncoding',
    'contentLanguage',
    'cacheControl',
];
function requestScope(kind, caller, functions, choice = FREE) {
    const time = { type: 'time', offset: 0, numeric: false };
    const request = mapOf({
        auth: choice.auth ?? caller.auth,
        method: constant(kind.method),
        path: something('path'),
        query: kind.method === 'list' ? (choice.query ?? chosen('sent', { root: 'query', keys: [] })) : mapOf({}),
        resource: kind.sends ? (choice.resource ?? chosen('sent', { root: 'sent', keys: [] })) : NULL,
        time,
        params: anything('sent'),
    });
    const names = new Map([
        ['request', request],
        ['resource', kind.exists ? something('record') : NULL],
    ]);
    return { names, functions };
}
const FREE = {};
function isSendable(field, value) {
    if (field === 'size')
        return isCount(value);
    return field === 'metadata' ? value.type === 'map' && [...value.entries.values()].every(isText) : isText(value);
}
function isCount(value) {
    return value.type === 'const' && typeof value.value === 'number' && Number.isInteger(value.value) && value.value >= 0;
}
function isQuery(query) {
    return query.type === 'map' && ['limit', 'offset'].every((key) => isCount(query.entries.get(key) ?? constant(0)));
}
function sentResource(service, kind, sent) {
    const fields = sent?.type === 'map' ? sent.entries : new Map();
    if (sent !== undefined && sent.type !== 'map')
        return undefined;
    const identity = { id: something('path'), __name__: something('path') };
    if (service === 'cloud.firestore') {
        if ([...fields.keys()].some((key) => key !== 'data'))
            return undefined;
        return mapOf({ ...identity, data: fields.get('data') ?? mapOf({}) });
    }
    const sendable = kind.method === 'create' ? FILE_FIELDS : FILE_FIELDS.filter((field) => field !== 'size');
    if ([...fields].some(([key, value]) => !sendable.includes(key) || !isSendable(key, value)))
        return undefined;
    const time = { type: 'time', offset: 0, numeric: false };
    return mapOf({
        name: something('path'),
        bucket: something('path'),
        generation: something('record'),
        metageneration: something('record'),
        timeCreated: kind.exists ? something('record') : time,
        updated: time,
        size: kind.method === 'create' ? constant(1) : something('record'),
        contentType: constant('application/octet-stream'),
        metadata: mapOf({}),
        ...Object.fromEntries(fields),
    });
}

;// CONCATENATED MODULE: ./lib/declarations/firebase-rules/choice-words.js

const MAX_TOLD = 4;
function choice_words_inWords(choice) {
    const parts = [
        ...addressIn(choice),
        ...[...choice.documents].map(([path, document]) => `first writes ${pathText(path)} itself${fieldsIn(document, choice, `document:${path}`)}`),
        ...sentIn(choice),
        ...[...choice.path].map(([name, id]) => `asks for a path where {${name.replace(/^\$/, '')}} is ${valueText(id)}`),
    ];
    return parts.length === 0 ? 'that sends no fields' : `that ${parts.join(' and ')}`;
}
function addressIn({ email }) {
    return email === undefined
        ? []
        : [`signs up with an address like ${valueText(email)}, which is not checked (no email_verified)`];
}
function pathText(path) {
    return `/${path.replaceAll(OWN_UID, '{its own uid}')}`;
}
function fieldsIn(document, choice, root) {
    const fields = told(choice, root, document, 1);
    return fields.length === 0 ? '' : ` with ${fields.join(', ')}`;
}
function sentIn(choice) {
    const fields = told(choice, 'sent', choice.sent, 0);
    const asked = told(choice, 'query', choice.query, 0);
    return [
        ...(fields.length === 0 ? [] : [`sends ${fields.join(', ')}`]),
        ...(asked.length === 0 ? [] : [`asks with ${asked.join(', ')}`]),
    ];
}
function told({ constraints }, root, value, skipped) {
    const paths = new Set(constraints.filter(({ slot }) => slot.root === root).map(({ slot }) => slot.keys.join('\0')));
    const fields = [...paths].flatMap((path) => {
        const keys = path === '' ? [] : path.split('\0');
        const at = keys.reduce((within, key) => (within?.type === 'map' ? within.entries.get(key) : undefined), value);
        const name = keys.slice(skipped).join('.');
        return at === undefined || at.type === 'map' ? [] : [name === '' ? valueText(at) : `${name} ${valueText(at)}`];
    });
    const more = fields.length - MAX_TOLD;
    return more > 0 ? [...fields.slice(0, MAX_TOLD), `${more} more fields`] : fields;
}
function valueText(value) {
    switch (value.type) {
        case 'const':
            return JSON.stringify(typeof value.value === 'string' ? value.value.slice(0, 40) : value.value);
        case 'own':
            return value.what === 'uid' ? 'its own uid' : 'its own address';
        case 'time':
            return 'the time of the request';
        case 'unknown':
            return 'the id in the path';
        default:
            return `a ${value.type}`;
    }
}

;// CONCATENATED MODULE: ./lib/declarations/firebase-rules/explain.js

const DEPENDS = {
    record: 'what is stored',
    sent: 'what the request sends, which the caller chooses',
    path: 'which path is asked for, which the caller chooses',
    account: 'a detail of the account that a stranger may be able to choose, such as an unverified e-mail address',
    owner: 'the caller\u2019s own uid standing in the path or the record',
    undecided: 'an expression that could not be evaluated',
};
function dateOf(ms) {
    const date = new Date(ms);
    return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 10);
}
function explain({ audience, verdict, rule }, signUp) {
    const who = audience === 'anyone' ? 'a caller who is not signed in' : 'any signed-in account';
    switch (verdict.state) {
        case 'open':
            return [
                `The ${rule} rule is true for ${who}`,
                ...(verdict.choices?.[0] === undefined ? [] : [choice_words_inWords(verdict.choices[0])]),
                ...(verdict.ends === undefined ? [] : [`until ${dateOf(verdict.ends)} (test mode)`]),
                ...(audience === 'any-account' ? [`; ${signUp.reason}`] : []),
            ]
                .join(' ')
                .replace(' ;', ';')
                .concat('.');
        case 'conditional':
            return `For ${who} the ${rule} rule depends on ${explain_listOf(verdict.origins.map((origin) => DEPENDS[origin]))}.`;
        case 'unknown':
            return `Whether the ${rule} rule lets ${who} in could not be decided: it holds an expression that Ajar does not evaluate.`;
        case 'closed':
            if (verdict.ended !== undefined)
                return `The ${rule} rule let ${who} in until ${dateOf(verdict.ended)} (test mode); since then it is closed.`;
            return `The ${rule} rule is not true for ${who}.`;
    }
}
function explain_listOf(parts) {
    if (parts.length < 2)
        return parts.join('');
    return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

;// CONCATENATED MODULE: ./lib/declarations/firebase-rules/choice.js


const MAX_KEYS = 32;
function choiceFor(constraints) {
    const roots = new Map();
    for (const { slot, demand } of constraints) {
        if (slot.keys.length > MAX_KEYS)
            return undefined;
        choice_nodeAt(roots, slot).demands.push(demand);
    }
    const values = new Map();
    const path = new Map();
    for (const [root, node] of roots) {
        if (root === 'path') {
            for (const [name, child] of node.children) {
                const id = built(child);
                if (id === undefined || !isId(id))
                    return undefined;
                path.set(name, id);
            }
            continue;
        }
        const value = built(node);
        if (value !== undefined)
            values.set(root, value);
        else if (!node.demands.some(({ is }) => is === 'absent'))
            return undefined;
    }
    const email = values.get('email');
    if (roots.has('email') && (email === undefined || !isAddress(email, constraints)))
        return undefined;
    return {
        sent: values.get('sent'),
        query: values.get('query'),
        path,
        email,
        documents: documentsIn(values),
        constraints,
    };
}
function documentsIn(values) {
    const documents = new Map();
    for (const [root, value] of values) {
        if (root.startsWith('document:'))
            documents.set(root.slice('document:'.length), value);
    }
    return documents;
}
function choice_nodeAt(roots, slot) {
    let at = childIn(roots, slot.root);
    for (const key of slot.keys)
        at = childIn(at.children, key);
    return at;
}
function childIn(nodes, key) {
    const known = nodes.get(key);
    if (known !== undefined)
        return known;
    const made = { demands: [], children: new Map() };
    nodes.set(key, made);
    return made;
}
function isId(value) {
    if (value.type !== 'const' || typeof value.value !== 'string')
        return false;
    return /^[^/]{1,200}$/.test(value.value) && !/^(?:\.{1,2}|__.*__)$/.test(value.value);
}
function isAddress(value, constraints) {
    const named = constraints.some(({ slot, demand }) => slot.root === 'email' && demand.is === 'equal');
    return (!named &&
        value.type === 'const' &&
        typeof value.value === 'string' &&
        /^[^@\s]+@[^@\s.]+\.[^@\s]+$/.test(value.value));
}
function built(node) {
    const { demands, children } = node;
    if (demands.some(({ is }) => is === 'absent'))
        return undefined;
    const equal = demands.find((demand) => demand.is === 'equal');
    if (equal !== undefined)
        return equal.value;
    const members = [...children].flatMap(([key, child]) => {
        const value = built(child);
        return value === undefined ? [] : [[key, value]];
    });
    const type = demands.find((demand) => demand.is === 'type')?.type;
    if (children.size > 0 || type === 'map')
        return mapOfSize(members, shortestOf(demands));
    return choice_scalarOf(type ?? typeImplied(demands), demands);
}
function shortestOf(demands) {
    return Math.max(0, ...demands.map((demand) => (demand.is === 'shortest' ? demand.size : 0)));
}
const MAX_SIZE = 200;
function mapOfSize(members, size) {
    const entries = new Map(members);
    for (let index = 1; entries.size < Math.min(size, MAX_SIZE); index++)
        entries.set(`x${index}`, constant('x'));
    return { type: 'map', entries };
}
function typeImplied(demands) {
    const bound = demands.find((demand) => demand.is === 'least' || demand.is === 'most');
    if (bound !== undefined)
        return boundType(bound.value);
    return 'string';
}
function boundType(value) {
    if (value.type === 'time' || value.type === 'timestamp')
        return 'timestamp';
    return value.type === 'const' && typeof value.value === 'string' ? 'string' : 'number';
}
function choice_scalarOf(type, demands) {
    switch (type) {
        case 'string':
            return choice_textOf(demands);
        case 'number':
        case 'int':
        case 'float':
            return numberOf(demands, type === 'float');
        case 'bool':
            return constant(!demands.some((demand) => demand.is === 'unequal' && isTrue(demand.value)));
        case 'timestamp':
            return timeOf(demands);
        case 'list':
        case 'set':
            return {
                type: 'list',
                items: Array.from({ length: Math.min(shortestOf(demands), MAX_SIZE) }, () => constant('x')),
            };
        default:
            return undefined;
    }
}
function isTrue(value) {
    return value.type === 'const' && value.value === true;
}
function choice_textOf(demands) {
    const texts = (is) => demands.flatMap((demand) => (demand.is === is && 'text' in demand ? [demand.text] : [])).join('');
    const shortest = Math.min(shortestOf(demands), MAX_SIZE);
    const pattern = demands.find((demand) => demand.is === 'matching');
    if (pattern !== undefined)
        return constant(exampleAtLeast(pattern.pattern, pattern.ignoreCase, shortest));
    const [start, middle, end] = [texts('starting'), texts('holding'), texts('ending')];
    const length = start.length + middle.length + end.length;
    const filler = 'x'.repeat(Math.max(shortest - length, end === '' && length > 0 ? 0 : 1));
    const longest = Math.min(...demands.map((demand) => (demand.is === 'longest' ? demand.size : MAX_SIZE)));
    const made = `${start}${filler}${middle}${end}`;
    const text = made.length > longest ? `${start}${middle}${end}` : made;
    const taken = demands.some((demand) => demand.is === 'unequal' && demand.value.type === 'const' && demand.value.value === text);
    return constant(taken ? `${text}x` : text);
}
function exampleAtLeast(pattern, ignoreCase, shortest) {
    const regex = regexFrom(pattern, ignoreCase);
    if (regex === undefined)
        return '';
    for (const times of [1, 2, 4, 16, 64]) {
        const text = exampleOf(regex, times);
        if (text.length >= shortest)
            return text;
    }
    return exampleOf(regex, MAX_SIZE);
}
function numberOf(demands, fraction) {
    let least = Number.NEGATIVE_INFINITY;
    let most = Number.POSITIVE_INFINITY;
    const step = fraction ? 0.5 : 1;
    for (const demand of demands) {
        if ((demand.is !== 'least' && demand.is !== 'most') || demand.value.type !== 'const')
            continue;
        const limit = Number(demand.value.value);
        const by = demand.strict ? step : 0;
        if (demand.is === 'least')
            least = Math.max(least, limit + by);
        else
            most = Math.min(most, limit - by);
    }
    const taken = demands.flatMap((demand) => demand.is === 'unequal' && demand.value.type === 'const' ? [demand.value.value] : []);
    const start = Number.isFinite(least) ? least : Math.min(most, 1);
    const number = fraction && Number.isInteger(start) ? start + step : start;
    for (let candidate = number; candidate <= number + taken.length; candidate += 1)
        if (!taken.includes(candidate))
            return constant(candidate);
    return constant(number);
}
function timeOf(demands) {
    const bound = demands.find((demand) => demand.is === 'least' || demand.is === 'most');
    const by = bound?.is === 'least' ? 1 : -1;
    if (bound?.value.type === 'time')
        return { ...bound.value, offset: bound.value.offset + (bound.strict ? by : 0) };
    if (bound?.value.type === 'timestamp')
        return { type: 'timestamp', ms: bound.value.ms + (bound.strict ? by : 0) };
    return { type: 'time', offset: 0, numeric: false };
}

;// CONCATENATED MODULE: ./lib/declarations/firebase-rules/constraints.js


const MAX_OPERANDS = 100;
const constraints_MAX_DEPTH = 150;
function* waysTo(question, evaluation, depth = 0) {
    const { expression, scope, want } = question;
    if (depth > constraints_MAX_DEPTH || evaluation.steps <= 0)
        return;
    const value = evaluate_evaluate(expression, scope, evaluation);
    if (isConst(value, want)) {
        yield [];
        return;
    }
    if (value.type !== 'unknown')
        return;
    const ask = (part, wanted, within = scope) => waysTo({ expression: part, scope: within, want: wanted }, evaluation, depth + 1);
    switch (expression.kind) {
        case 'unary':
            if (expression.operator === '!')
                yield* ask(expression.operand, !want);
            return;
        case 'logical':
            if ((expression.operator === '&&') === want)
                yield* waysToAll(expression.operands, 0, (part) => ask(part, want));
            else
                for (const operand of expression.operands.slice(0, MAX_OPERANDS))
                    yield* ask(operand, want);
            return;
        case 'conditional':
            for (const chosen of [true, false]) {
                const branch = chosen ? expression.then : expression.otherwise;
                yield* waysToAll([expression.test, branch], 0, (part) => ask(part, part === branch ? want : chosen));
            }
            return;
        case 'binary':
            yield* waysToCompare(expression, scope, want, evaluation);
            return;
        case 'name': {
            const source = sourceOf(expression.name, scope);
            if (source !== undefined)
                yield* ask(source.expression, want, source.scope);
            else
                yield* toHold(expression, scope, want, evaluation);
            return;
        }
        case 'call':
            yield* waysToCall(expression, scope, want, evaluation, ask);
            return;
        default:
            yield* toHold(expression, scope, want, evaluation);
    }
}
function* waysToAll(parts, from, ask) {
    const first = parts[from];
    if (first === undefined)
        yield [];
    else if (parts.length <= MAX_OPERANDS)
        for (const way of ask(first))
            for (const others of waysToAll(parts, from + 1, ask))
                yield [...way, ...others];
}
function sourceOf(name, scope) {
    for (let at = scope; at !== undefined; at = at.parent) {
        if (at.names.has(name))
            return at.sources?.get(name);
    }
    return undefined;
}
function* toHold(expression, scope, want, evaluation) {
    const slot = slotOf(evaluate_evaluate(expression, scope, evaluation));
    if (slot !== undefined)
        yield [{ slot, demand: { is: 'equal', value: { type: 'const', value: want } } }];
}
const PASSING = ['lower', 'upper', 'trim', 'toSet', 'toLowerCase', 'toUpperCase', 'val'];
function termOf(expression, scope, evaluation, depth = 0) {
    if (depth > constraints_MAX_DEPTH)
        return undefined;
    const inner = (part, within = scope) => termOf(part, within, evaluation, depth + 1);
    if (expression.kind === 'member' && expression.name === 'length' && evaluation.dialect === 'rtdb')
        return sizeOf(inner(expression.object));
    const slot = slotOf(evaluate_evaluate(expression, scope, evaluation));
    if (slot !== undefined)
        return { slot, aspect: 'value' };
    if (expression.kind === 'name') {
        const source = sourceOf(expression.name, scope);
        return source && inner(source.expression, source.scope);
    }
    if (expression.kind === 'index')
        return domainOf(expression, inner);
    if (expression.kind !== 'call')
        return undefined;
    const { callee, parameters } = expression;
    if (callee.kind === 'name') {
        const entered = enterFunction(callee.name, parameters, scope, evaluation);
        if (entered === undefined || entered === 'undecided')
            return undefined;
        const term = inner(entered.expression, entered.scope);
        evaluation.calls--;
        return term;
    }
    if (callee.kind !== 'member')
        return undefined;
    if (callee.name === 'size')
        return sizeOf(inner(callee.object));
    if (callee.name === 'keys')
        return keysOf(inner(callee.object));
    return PASSING.includes(callee.name) ? inner(callee.object) : undefined;
}
function sizeOf(term) {
    return term && { ...term, aspect: 'size' };
}
function keysOf(term) {
    return term?.aspect === 'value' ? { ...term, aspect: 'keys' } : undefined;
}
function domainOf({ object, index }, inner) {
    if (object.kind !== 'call' || object.callee.kind !== 'member' || object.callee.name !== 'split')
        return undefined;
    const [separator] = object.parameters;
    if (separator?.kind !== 'literal' || separator.value !== '@')
        return undefined;
    if (index.kind !== 'literal' || index.value !== 1)
        return undefined;
    const term = inner(object.callee.object);
    return term && { ...term, aspect: 'ending' };
}
const MIRRORED = {
    '<': '>',
    '<=': '>=',
    '>': '<',
    '>=': '<=',
};
const NEGATED = {
    '<': '>=',
    '<=': '>',
    '>': '<=',
    '>=': '<',
    '==': '!=',
    '!=': '==',
};
function* waysToCompare({ operator, left, right }, scope, want, evaluation) {
    if (operator === 'is') {
        const term = termOf(left, scope, evaluation);
        const type = right.kind === 'name' ? right.name : '';
        if (term?.aspect === 'value' && want)
            yield [{ slot: term.slot, demand: { is: 'type', type } }];
        return;
    }
    if (operator === 'in') {
        yield* waysToBeIn(left, right, scope, want, evaluation);
        return;
    }
    for (const [one, other, mirrored] of [
        [left, right, operator],
        [right, left, MIRRORED[operator] ?? operator],
    ]) {
        const term = termOf(one, scope, evaluation);
        const value = evaluate_evaluate(other, scope, evaluation);
        const effective = want ? mirrored : NEGATED[mirrored];
        if (term === undefined || effective === undefined || !isSettled(value))
            continue;
        const demand = demandOf(term, effective, value);
        if (demand !== undefined)
            yield [{ slot: term.slot, demand }];
    }
}
function isSettled(value) {
    if (value.type === 'unknown')
        return value.slot?.root === 'path' && value.present;
    return value.type !== 'error' && value.type !== 'snapshot' && value.type !== 'namespace';
}
function demandOf({ aspect }, operator, value) {
    if (aspect === 'size')
        return demandOfSize(operator, value);
    if (aspect === 'ending') {
        const known = operator === '==' && value.type === 'const' && typeof value.value === 'string';
        return known ? { is: 'ending', text: `@${value.value}` } : undefined;
    }
    if (aspect === 'keys')
        return undefined;
    if (operator === '==')
        return isConst(value, null) ? { is: 'absent' } : { is: 'equal', value };
    if (operator === '!=')
        return isConst(value, null) ? { is: 'present' } : { is: 'unequal', value };
    if (operator === '<' || operator === '<=')
        return { is: 'most', value, strict: operator === '<' };
    return operator === '>' || operator === '>=' ? { is: 'least', value, strict: operator === '>' } : undefined;
}
function demandOfSize(operator, value) {
    if (value.type !== 'const' || typeof value.value !== 'number')
        return undefined;
    const size = value.value;
    if (operator === '<' || operator === '<=')
        return { is: 'longest', size: operator === '<' ? size - 1 : size };
    if (operator === '>' || operator === '!=')
        return { is: 'shortest', size: size + 1 };
    return { is: 'shortest', size };
}
const constraints_MAX_ITEMS = 20;
function* waysToBeIn(left, right, scope, want, evaluation) {
    const collection = evaluate_evaluate(right, scope, evaluation);
    const term = termOf(left, scope, evaluation);
    if (collection.type === 'list' && term?.aspect === 'value') {
        const items = collection.items.filter(isSettled).slice(0, constraints_MAX_ITEMS);
        const demands = (value) => ({
            slot: term.slot,
            demand: { is: want ? 'equal' : 'unequal', value },
        });
        if (want)
            for (const item of items)
                yield [demands(item)];
        else
            yield items.map(demands);
    }
    const map = termOf(right, scope, evaluation);
    const key = evaluate_evaluate(left, scope, evaluation);
    if (map === undefined || key.type !== 'const' || typeof key.value !== 'string')
        return;
    yield [{ slot: below(map.slot, key.value), demand: { is: want ? 'present' : 'absent' } }];
}
function* waysToCall({ callee, parameters }, scope, want, evaluation, ask) {
    if (callee.kind === 'name') {
        const entered = enterFunction(callee.name, parameters, scope, evaluation);
        if (entered === 'undecided')
            return;
        if (entered !== undefined) {
            evaluation.calls--;
            yield* ask(entered.expression, want, entered.scope);
            return;
        }
        const document = slotOf(evaluate_evaluate({ kind: 'call', at: callee.at, callee, parameters }, scope, evaluation));
        if (callee.name === 'exists' && document !== undefined && want)
            yield [{ slot: below(document, 'data'), demand: { is: 'present' } }];
        return;
    }
    if (callee.kind !== 'member')
        return;
    const term = termOf(callee.object, scope, evaluation);
    if (term === undefined)
        return;
    const [first] = parameters;
    const value = first === undefined ? undefined : evaluate_evaluate(first, scope, evaluation);
    if (callee.name === 'get' && value?.type === 'const')
        yield [
            { slot: below(term.slot, String(value.value)), demand: { is: 'equal', value: { type: 'const', value: want } } },
        ];
    else
        yield* waysOfMethod(callee.name, term.slot, first, value, want);
}
const TYPES = { isString: 'string', isNumber: 'number', isBoolean: 'bool' };
function* waysOfMethod(method, slot, parameter, value, want) {
    const text = value?.type === 'const' && typeof value.value === 'string' ? value.value : undefined;
    const type = TYPES[method];
    if (type !== undefined) {
        if (want)
            yield [{ slot, demand: { is: 'type', type } }];
        return;
    }
    switch (method) {
        case 'exists':
            yield [{ slot, demand: { is: want ? 'present' : 'absent' } }];
            return;
        case 'hasChild':
            if (text !== undefined)
                yield [{ slot: below(slot, text), demand: { is: want ? 'present' : 'absent' } }];
            return;
        case 'hasChildren':
        case 'hasAll':
            yield* waysToHaveAll(slot, value, want);
            return;
        case 'hasOnly':
            if (want)
                yield [];
            return;
        case 'hasAny':
            if (value?.type === 'list')
                for (const key of constraints_textsOf(value.items))
                    yield [{ slot: below(slot, key), demand: { is: 'present' } }];
            return;
        case 'matches':
            if (!want)
                yield [{ slot, demand: { is: 'present' } }];
            else if (parameter?.kind === 'regex')
                yield [{ slot, demand: { is: 'matching', pattern: parameter.pattern, ignoreCase: parameter.ignoreCase } }];
            else if (text !== undefined)
                yield [{ slot, demand: { is: 'matching', pattern: text, ignoreCase: false } }];
            return;
        case 'beginsWith':
            if (text !== undefined && want)
                yield [{ slot, demand: { is: 'starting', text } }];
            return;
        case 'endsWith':
            if (text !== undefined && want)
                yield [{ slot, demand: { is: 'ending', text } }];
            return;
        case 'contains':
            if (text !== undefined && want)
                yield [{ slot, demand: { is: 'holding', text } }];
            return;
    }
}
function* waysToHaveAll(slot, value, want) {
    if (value === undefined) {
        yield want
            ? [{ slot: below(slot, 'x'), demand: { is: 'present' } }]
            : [{ slot, demand: { is: 'type', type: 'string' } }];
        return;
    }
    if (value.type !== 'list')
        return;
    const keys = constraints_textsOf(value.items);
    if (keys.length < value.items.length)
        return;
    if (want)
        yield keys.map((key) => ({ slot: below(slot, key), demand: { is: 'present' } }));
    else
        for (const key of keys)
            yield [{ slot: below(slot, key), demand: { is: 'absent' } }];
}
function constraints_textsOf(items) {
    return items.flatMap((item) => (item.type === 'const' && typeof item.value === 'string' ? [item.value] : []));
}

;// CONCATENATED MODULE: ./lib/declarations/firebase-rules/witness.js




function effortForFile() {
    return { left: 1_000_000 };
}
const MAX_TRIES = 40;
const witness_MAX_ROUNDS = 4;
const MAX_PATHS = 10;
function requestsThatPass(asked, dialect, now, wanted = []) {
    const { effort } = asked;
    if (effort.left <= 0)
        return [];
    const evaluation = evaluationOf(dialect, now);
    const steps = evaluation.steps;
    const found = search(asked, evaluation, wanted);
    effort.left -= steps - evaluation.steps + 1;
    return found;
}
function search(asked, evaluation, wanted) {
    const found = [];
    let tries = 0;
    for (const constraints of waysToAllOf(asked.free(undefined), evaluation)) {
        if (++tries > MAX_TRIES || asked.effort.left <= 0)
            break;
        const choice = completed(asked, [...wanted, ...constraints], evaluation);
        if (choice === undefined || !passes(asked, choice, evaluation))
            continue;
        found.push(choice);
        if (choice.path.size === 0)
            return [choice];
        if (found.length >= MAX_PATHS)
            break;
    }
    return found;
}
function completed(asked, constraints, evaluation) {
    let choice = choiceFor(constraints);
    const known = asked.free(undefined).length;
    for (let round = 0; round < witness_MAX_ROUNDS && choice !== undefined; round++) {
        const further = asked.free(choice).slice(known);
        if (further.length === 0)
            return choice;
        const [way] = waysToAllOf(further, evaluation);
        if (way === undefined)
            return undefined;
        const next = choiceFor([...constraints, ...way]);
        if (next !== undefined && asked.free(next).length === known + further.length)
            return next;
        choice = next;
    }
    return choice;
}
function* waysToAllOf(sources, evaluation, from = 0) {
    const first = sources[from];
    if (first === undefined)
        yield [];
    else
        for (const way of waysTo({ ...first, want: true }, evaluation))
            for (const others of waysToAllOf(sources, evaluation, from + 1))
                yield [...way, ...others];
}
function passes(asked, choice, { dialect, clock }) {
    const conditions = asked.bound(choice);
    if (conditions === undefined)
        return false;
    const isTrue = ({ expression, scope }) => {
        const evaluation = evaluationOf(dialect, clock.now, choice.documents);
        const steps = evaluation.steps;
        const value = evaluate_evaluate(expression, scope, evaluation);
        asked.effort.left -= steps - evaluation.steps;
        return isConst(value, true);
    };
    if (!conditions.every(isTrue))
        return false;
    return choice.documents.size === 0 || asked.canWrite?.(choice.documents, choice.constraints) === true;
}

;// CONCATENATED MODULE: ./lib/declarations/firebase-rules/verdict.js



const CLOSED = { state: 'closed', origins: [] };
function verdict_verdictOf(value) {
    if (isConst(value, true))
        return { state: 'open', origins: [] };
    if (value.type !== 'unknown')
        return CLOSED;
    return { state: value.origins.includes('undecided') ? 'unknown' : 'conditional', origins: value.origins };
}
function grantedTo(value, asked, evaluation) {
    const verdict = verdict_verdictOf(value);
    if (asked === undefined || (verdict.state !== 'conditional' && verdict.state !== 'unknown'))
        return verdict;
    const choices = requestsThatPass(asked, evaluation.dialect, evaluation.clock.now);
    return choices.length === 0 ? verdict : { state: 'open', origins: [], choices };
}
const RANK = { closed: 0, conditional: 1, unknown: 2, open: 3 };
function widest(verdicts) {
    let best = CLOSED;
    for (const verdict of verdicts) {
        if (!isAsWide(best, verdict))
            best = verdict;
    }
    return best;
}
function isAsWide(verdict, other) {
    const higher = RANK[verdict.state] - RANK[other.state];
    if (higher !== 0)
        return higher > 0;
    if (lasts(verdict) !== lasts(other))
        return lasts(verdict) > lasts(other);
    return verdict.choices === undefined || other.choices !== undefined;
}
function lasts(verdict) {
    if (verdict.state === 'open')
        return verdict.ends ?? Number.POSITIVE_INFINITY;
    return verdict.ended ?? 0;
}
const MAX_INSTANTS = 16;
function judgeOverTime(dialect, now, run, asked) {
    const evaluation = evaluationOf(dialect, now);
    const verdict = grantedTo(run(evaluation), asked, evaluation);
    const instants = [...evaluation.clock.instants].filter(Number.isFinite).slice(0, MAX_INSTANTS);
    const at = (time) => {
        const then = evaluationOf(dialect, time);
        return grantedTo(run(then), asked, then);
    };
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




function summarise(pattern, grants, signUp) {
    const anyone = bestOf(grants, 'anyone');
    const account = bestOf(grants, 'any-account').filter((best) => {
        const wider = anyone.find((other) => other.operation === best.operation);
        return wider === undefined || !isAsWide(wider.verdict, best.verdict);
    });
    const closed = [anyone, account].every((bests) => bests.every((best) => best.verdict.state === 'closed'));
    return [
        ...declare(pattern, anyone, signUp, closed || !summary_granted(anyone)),
        ...declare(pattern, closed ? bestOf(grants, 'any-account') : account, signUp, closed),
    ];
}
function summary_granted(bests) {
    return bests.some((best) => best.verdict.state !== 'closed');
}
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
        const key = [best.at, best.verdict.state, best.verdict.ends, wayIn(best.verdict)].join('\0');
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [best]);
        else
            group.push(best);
    }
    return [...groups.values()].flatMap((group) => summary_declarationsOf(pattern, group, signUp));
}
function wayIn({ choices }) {
    return (choices ?? []).map(choice_words_inWords).join('\0');
}
function summary_declarationsOf(pattern, group, signUp) {
    const first = group.reduce((best, next) => (next.at < best.at ? next : best));
    const verdict = {
        ...(group.find((best) => best.verdict.ended !== undefined)?.verdict ?? first.verdict),
        origins: [...new Set(group.flatMap((best) => best.verdict.origins))],
    };
    const { choices } = first.verdict;
    if (choices === undefined)
        return [summary_declarationOf(pattern, group, { ...first, verdict }, signUp)];
    const byPattern = new Map();
    for (const choice of choices) {
        const path = narrowed(pattern, choice);
        if (!byPattern.has(path))
            byPattern.set(path, choice);
    }
    return [...byPattern].map(([path, choice]) => summary_declarationOf(path, group, { ...first, verdict: { ...verdict, choices: [choice] } }, signUp));
}
function narrowed(pattern, { path, constraints }) {
    const named = constraints.filter(({ slot, demand }) => slot.root === 'path' && demand.is === 'equal');
    return named.reduce((text, { slot: { keys } }) => {
        const id = path.get(keys[0] ?? '');
        const wildcard = `{${keys[0]?.replace(/^\$/, '')}}`;
        return id?.type === 'const' ? text.replace(wildcard, () => String(id.value)) : text;
    }, pattern);
}
function summary_declarationOf(pattern, group, best, signUp) {
    const can = group.map(({ operation }) => operation);
    const { audience, rule, at, verdict } = best;
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








const MAX_COVERING = 64;
function judgeRules(file, signUp, now) {
    const problems = [];
    const effort = effortForFile();
    const declarations = file.services.flatMap((service) => judgeService(service, file, { signUp, now, effort }, problems));
    return { declarations, problems };
}
function judgeService(service, file, judging, problems) {
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
    const judge = judgeOf(service, file, judging, sites);
    const judged = [...groups.values()].map((group) => ({ pattern: patternIn(group), grants: group.flatMap(judge) }));
    if (judged.length === 0)
        return closedDeclarations(service.at, '/{path=**}', 'No rule allows anything, and what no rule allows is denied.').map((declaration) => ({ ...declaration, service: service.name }));
    const least = file.version === '2' ? 0 : 1;
    const wide = judged.filter(({ pattern }) => hasRest(pattern.segments)).slice(0, MAX_COVERING);
    return judged.flatMap(({ pattern, grants }) => {
        const others = wide.filter((other) => other.pattern !== pattern &&
            sameInstance(other.pattern, pattern) &&
            pattern_covers(other.pattern.segments, pattern.segments, least));
        const narrowed = withoutCovered(grants, others.flatMap((other) => other.grants));
        return summarise(patternText(pattern.segments), narrowed, judging.signUp).map((declaration) => ({
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
function judgeOf(service, file, { signUp, now, effort }, sites) {
    const callers = [NOBODY, ...strangersOf(signUp)];
    const functions = functionMaps(file);
    const rules = { service: service.name, sites, now, effort, functions, globals: functions(file) };
    return (site) => {
        const requests = requestsOf(service.name, file.version, site.allow.methods);
        return requests.flatMap((request) => {
            const verdictFor = (audience) => widestOf(callers.filter((caller) => caller.audience === audience), (caller) => judgeAllow(site, request, caller, rules));
            const anyone = verdictFor('anyone');
            const account = isForGood(anyone) ? anyone : verdictFor('any-account');
            return [grantOf(site, request, 'anyone', anyone), grantOf(site, request, 'any-account', account)];
        });
    };
}
function isForGood({ state, ends }) {
    return state === 'open' && ends === undefined;
}
function widestOf(callers, judge) {
    const verdicts = [];
    for (const caller of callers) {
        const verdict = judge(caller);
        if (isForGood(verdict))
            return verdict;
        verdicts.push(verdict);
    }
    return widest(verdicts);
}
function grantOf(site, request, audience, verdict) {
    return { at: site.allow.at, audience, operation: request.operation, verdict, rule: 'allow' };
}
function judgeAllow(site, request, caller, rules) {
    const { condition } = site.allow;
    if (condition === undefined)
        return judgeOverTime('rules', rules.now, () => TRUE);
    const scope = scopeIn(site.around, requestScope(request, caller, rules.globals), rules.functions, NO_IDS);
    const asked = {
        ...askedOf(site, request, caller, rules),
        canWrite: (documents, constraints) => rules.service === 'cloud.firestore' &&
            [...documents].every(([key, document]) => canWriteDocument(key, document, constraints, caller, rules)),
    };
    return judgeOverTime('rules', rules.now, (evaluation) => evaluate_evaluate(condition, scope, evaluation), asked);
}
function askedOf(site, request, caller, rules, ids = NO_IDS) {
    const { condition } = site.allow;
    if (condition === undefined)
        return { effort: rules.effort, free: () => [], bound: () => [] };
    const free = [
        {
            expression: condition,
            scope: scopeIn(site.around, requestScope(request, caller, rules.globals), rules.functions, ids),
        },
    ];
    return {
        effort: rules.effort,
        free: () => free,
        bound: (choice) => {
            const made = chosenFor(request, caller, rules.service, choice);
            if (made === undefined)
                return undefined;
            const top = requestScope(request, caller, rules.globals, made);
            return [
                { expression: condition, scope: scopeIn(site.around, top, rules.functions, new Map([...choice.path, ...ids])) },
            ];
        },
    };
}
const NO_IDS = new Map();
function chosenFor(request, caller, service, { sent, query, email }) {
    const resource = request.sends ? sentResource(service, request, sent) : NULL;
    if (resource === undefined || (query !== undefined && !isQuery(query)))
        return undefined;
    const auth = email === undefined ? caller.auth : caller.withEmail?.(email);
    if (auth === undefined)
        return undefined;
    return { auth, resource, query: query ?? mapOf({}) };
}
function canWriteDocument(key, document, constraints, caller, rules) {
    const data = document.type === 'map' ? document.entries.get('data') : undefined;
    if (data === undefined)
        return false;
    const root = `document:${key}`;
    const wanted = constraints.flatMap((constraint) => {
        if (constraint.slot.root === root)
            return [{ ...constraint, slot: { ...constraint.slot, root: 'sent' } }];
        return constraint.slot.root === 'email' ? [constraint] : [];
    });
    const ids = key.split('/').map((text) => (text === OWN_UID ? OWN_ID : constant(text)));
    return rules.sites.some((site) => {
        const path = bindings(site.pattern.segments, ids);
        if (path === undefined)
            return false;
        const writes = requestsOf(rules.service, '2', site.allow.methods).filter(({ sends }) => sends);
        return writes.some((request) => {
            const asked = askedOf(site, request, caller, rules, path);
            return requestsThatPass(asked, 'rules', rules.now, wanted).length > 0;
        });
    });
}
const OWN_ID = { type: 'own', what: 'uid' };
function bindings(segments, ids) {
    if (segments.length === 0)
        return undefined;
    const bound = new Map();
    for (const [index, segment] of segments.entries()) {
        if (segment.kind === 'rest')
            return index === segments.length - 1 ? bound : undefined;
        const id = ids[index];
        if (id === undefined)
            return undefined;
        if (segment.kind === 'one')
            bound.set(segment.name, id);
        else if (!isConst(id, segment.text))
            return undefined;
    }
    return segments.length === ids.length ? bound : undefined;
}
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
function scopeIn(around, top, functions, ids) {
    let depth = 0;
    return around.reduce((parent, block) => {
        const names = wildcardsOf(block, depth, ids);
        depth += segmentsOf(block).length;
        return { parent, names, functions: functions(block) };
    }, top);
}
function segmentsOf(block) {
    return block.segments ?? [];
}
function wildcardsOf(block, depth, ids) {
    return new Map(segmentsOf(block).flatMap((segment, index) => {
        if (segment.kind === 'literal')
            return [];
        const fixed = segment.kind === 'rest' || depth + index < ROOT_LENGTH;
        const free = fixed ? something('path') : chosen('path', { root: 'path', keys: [segment.name] });
        return [[segment.name, ids.get(segment.name) ?? free]];
    }));
}

;// CONCATENATED MODULE: ./lib/declarations/firebase-rules/cursor.js
const firebase_rules_cursor_MAX_DEPTH = 200;
class RulesSyntaxError extends Error {
    name = 'RulesSyntaxError';
    at;
    constructor(reason, at) {
        super(reason);
        this.at = at;
    }
}
function cursor_cursorOf(source) {
    return { source, position: 0, depth: 0 };
}
function skipBlank(source, from) {
    let position = from;
    for (;;) {
        const code = source.charCodeAt(position);
        if (code === 32 || (code >= 9 && code <= 13) || code === 0xfeff || code === 0xa0)
            position++;
        else if (source.startsWith('//', position))
            position = cursor_lineEnd(source, position);
        else if (source.startsWith('/*', position))
            position = cursor_commentEnd(source, position);
        else
            return position;
    }
}
function cursor_lineEnd(source, from) {
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
function moveTo(cursor, position) {
    cursor.position = position;
    cursor.ahead = undefined;
}
function isNext(cursor, text) {
    const token = peek(cursor);
    return token.text === text && (token.kind === 'symbol' || token.kind === 'name');
}
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
function nested(cursor, parse) {
    if (cursor.depth >= firebase_rules_cursor_MAX_DEPTH)
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
const cursor_NUMBER = /(?:0x[0-9a-fA-F]+|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/y;
function readToken(source, at) {
    const character = source[at];
    if (character === undefined)
        return { kind: 'end', at, end: at, text: '' };
    const name = matchAt(NAME, source, at);
    if (name !== undefined)
        return { kind: 'name', at, end: at + name.length, text: name };
    const number = matchAt(cursor_NUMBER, source, at);
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
const cursor_ESCAPES = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', '0': '\0' };
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
        parts.push(source.slice(start, position), cursor_escaped(source, position + 1));
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
function cursor_escaped(source, at) {
    const unicode = matchAt(UNICODE_ESCAPE, source, at);
    if (unicode !== undefined)
        return String.fromCharCode(Number.parseInt(unicode.slice(1), 16));
    const character = source[at] ?? '';
    return cursor_ESCAPES[character] ?? character;
}

;// CONCATENATED MODULE: ./lib/declarations/firebase-rules/expression.js

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
const MAX_CHAIN = 400;
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
function parsePath(cursor) {
    const { at } = peek(cursor);
    const segments = [];
    let position = at;
    while (cursor.source[position] === '/') {
        position++;
        if (cursor.source.startsWith('$(', position)) {
            moveTo(cursor, position + 2);
            segments.push(parseExpression(cursor, 'rules'));
            position = expect(cursor, ')').end;
            continue;
        }
        PATH_TEXT.lastIndex = position;
        const text = PATH_TEXT.exec(cursor.source)?.[0] ?? '';
        if (text !== '')
            segments.push({ kind: 'literal', at: position, value: text });
        position += text.length;
    }
    moveTo(cursor, position);
    if (position === at + 1)
        throw unexpected(cursor, 'a path');
    return { kind: 'path', at, segments };
}
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
            const ignoreCase = source[position + 1] === 'i';
            moveTo(cursor, ignoreCase ? position + 2 : position + 1);
            return { kind: 'regex', at, pattern: source.slice(at + 1, position), ignoreCase };
        }
    }
    throw new RulesSyntaxError('a regular expression is not closed', at);
}
function parseWholeExpression(cursor, dialect) {
    const expression = parseExpression(cursor, dialect);
    if (skipBlank(cursor.source, cursor.position) < cursor.source.length)
        throw unexpected(cursor, 'the end');
    return expression;
}

;// CONCATENATED MODULE: ./lib/declarations/firebase-rules/parse.js


const parse_MAX_PROBLEMS = 50;
const parse_METHODS = ['read', 'write', 'get', 'list', 'create', 'update', 'delete'];
function parseRules(source) {
    const cursor = cursor_cursorOf(source);
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
    if (problems.length < parse_MAX_PROBLEMS)
        problems.push({ at: error.at, reason: error.message });
}
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
    if (!accept(cursor, '}') && problems.length < parse_MAX_PROBLEMS)
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
        const signUp = project_signUpOf(nodeAt(root, 'auth', 'providers'), file.path);
        if (signUp !== undefined)
            signUps.set(folder, signUp);
        deployments.push(...deploymentsOf(root, file, rcs.get(folder), signUp));
    }
    const homes = new Set(files.map((file) => directoryOf(file.path)));
    return { deployments, projects, homes, signUps, problems };
}
function homeOf(path, { homes }) {
    return nearest(directoryOf(path), new Map([...homes].map((home) => [home, home])));
}
function isNested(home, config) {
    return home !== '' && homeOf(home, config) !== undefined;
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
function project_signUpOf(providers, path) {
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
function judgeDatabaseRules(rules, signUp, now) {
    const { root } = rules;
    if (root === undefined)
        return [];
    const declarations = [];
    const callers = [NOBODY, ...strangersOf(signUp)];
    const judging = { now, effort: effortForFile() };
    const visit = (node, above, inherited) => {
        const grants = grantsOf(node, above, callers, judging);
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
function rtdb_covers(above, below) {
    return above === below || (above === 'read' && below === 'list');
}
function locationOf(node) {
    return `/${node.path.map((key) => (key.startsWith('$') ? `{${key.slice(1)}}` : key)).join('/')}`;
}
function grantsOf(node, above, callers, judging) {
    return [...readGrants(node, above, callers, judging), ...writeGrants(node, above, callers, judging)];
}
function readGrants(node, above, callers, judging) {
    const rule = node.rules.get('.read');
    if (rule === undefined)
        return [];
    const operations = node.path.some((key) => key.startsWith('$')) ? ['read'] : ['list', 'read'];
    return byAudience(callers).flatMap(([audience, group]) => {
        const verdict = widest(group.map((caller) => judgeRead(rule, { node, above, caller }, judging)));
        return operations.map((operation) => ({ at: rule.at, audience, operation, verdict, rule: '.read' }));
    });
}
function writeGrants(node, above, callers, judging) {
    const rule = node.rules.get('.write');
    if (rule === undefined)
        return [];
    return byAudience(callers).flatMap(([audience, group]) => WRITES.map((write) => {
        const verdict = widest(group.map((caller) => judgeWrite(rule, write, { node, above, caller }, judging)));
        return { at: rule.at, audience, operation: write.operation, verdict, rule: '.write' };
    }));
}
function byAudience(callers) {
    return ['anyone', 'any-account'].map((audience) => [
        audience,
        callers.filter((caller) => caller.audience === audience),
    ]);
}
const READING = { operation: 'read', before: 'present', after: 'present' };
function judgeRead(rule, standing, { now, effort }) {
    const conditions = (choice) => sourcesOf([rule], rtdb_scopeOf(standing, READING, choice));
    return rtdb_judgeAll([rule], rtdb_scopeOf(standing, READING), now, {
        effort,
        free: () => conditions(),
        bound: conditions,
    });
}
function judgeWrite(rule, write, standing, judging) {
    const { now, effort } = judging;
    const { node, above } = standing;
    const erases = write.operation === 'delete';
    const rules = [rule, ...(erases ? [] : [node.rules.get('.validate') ?? []].flat())];
    const conditions = (choice) => sourcesOf(rules, rtdb_scopeOf(standing, write, choice));
    const asked = {
        effort,
        free: (choice) => [...conditions(), ...childConditions(standing, write, choice, 'free')],
        bound: (choice) => [...conditions(choice), ...childConditions(standing, write, choice, 'bound')],
    };
    const verdict = rtdb_judgeAll(rules, rtdb_scopeOf(standing, write), now, node.path.length === 0 ? undefined : asked);
    if (verdict.state === 'closed' || erases)
        return verdict;
    const ancestors = above.map((_, index) => ancestorValidation(standing, index, now));
    return ancestors.every((other) => other === PASSED) ? verdict : narrowest([verdict, ...ancestors]);
}
const PASSED = { state: 'open', origins: [] };
function childConditions({ node, above, caller }, write, choice, view) {
    if (choice?.sent === undefined || write.operation === 'delete')
        return [];
    const scope = rtdb_scopeOf({ node, above, caller }, write, view === 'bound' ? choice : undefined);
    return conditionsBelow(node, choice.sent, scope);
}
function conditionsBelow(node, sent, scope) {
    if (sent.type !== 'map')
        return [];
    return [...sent.entries].flatMap(([key, value]) => {
        const child = childRules(node, key);
        if (child === undefined)
            return [];
        const within = scopeBelow(scope, child, key);
        const validate = child.rules.get('.validate');
        const own = validate === undefined ? [] : sourcesOf([validate], within);
        return [...own, ...conditionsBelow(child, value, within)];
    });
}
function childRules(node, key) {
    const named = node.children.find((child) => child.path.at(-1) === key);
    return named ?? node.children.find((child) => child.path.at(-1)?.startsWith('$'));
}
function scopeBelow(scope, node, key) {
    const names = new Map(scope.names);
    for (const name of ['data', 'newData']) {
        const snapshot = scope.names.get(name);
        if (snapshot?.type === 'snapshot')
            names.set(name, childSnapshot(snapshot, key));
    }
    const wildcard = node.path.at(-1);
    if (wildcard?.startsWith('$'))
        names.set(wildcard, constant(key));
    return { names, functions: new Map() };
}
function ancestorValidation({ above, caller }, index, now) {
    const node = above[index];
    const rule = node?.rules.get('.validate');
    if (node === undefined || rule === undefined)
        return PASSED;
    const around = { node, above: above.slice(0, index), caller };
    const verdict = rtdb_judgeAll([rule], rtdb_scopeOf(around, { ...READING, before: 'any' }), now);
    return verdict.state === 'closed' ? { state: 'unknown', origins: ['undecided'] } : verdict;
}
function narrowest(verdicts) {
    const pending = verdicts.filter((verdict) => verdict.state !== 'open');
    if (pending.length > 0) {
        const origins = [...new Set(pending.flatMap((verdict) => verdict.origins))];
        return verdict_verdictOf({ type: 'unknown', origins, present: true, mayFail: false });
    }
    const ends = verdicts.flatMap((verdict) => verdict.ends ?? []);
    return ends.length === 0 ? PASSED : { ...PASSED, ends: Math.min(...ends) };
}
function rtdb_judgeAll(rules, scope, now, asked) {
    return judgeOverTime('rtdb', now, (evaluation) => allOf(rules.map((rule) => ruleValue(rule, scope, evaluation))), asked);
}
function ruleValue({ expression }, scope, evaluation) {
    return expression === undefined ? anything('undecided') : evaluate_evaluate(expression, scope, evaluation);
}
function allOf(values) {
    const pending = values.filter((value) => !isConst(value, true));
    if (pending.some((value) => value.type !== 'unknown'))
        return FALSE;
    return pending.length === 0 ? TRUE : anything(...originsOf(...pending));
}
function sourcesOf(rules, scope) {
    return rules.map((rule) => ({ expression: rule.expression ?? NEVER, scope }));
}
const NEVER = { kind: 'literal', at: 0, value: false };
function rtdb_scopeOf({ node, above, caller }, write, choice) {
    const record = (state) => ({ type: 'snapshot', state, origin: 'record' });
    const auth = choice?.email === undefined ? caller.auth : (caller.withEmail?.(choice.email) ?? caller.auth);
    const names = new Map([
        ['auth', auth],
        ['data', record(write.before)],
        ['newData', sentSnapshot(write, choice)],
        ['root', record('any')],
        ['now', { type: 'time', offset: 0, numeric: true }],
        ['query', choice?.query ?? chosen('sent', { root: 'query', keys: [] })],
    ]);
    for (const location of [...above, node]) {
        const key = location.path.at(-1);
        if (!key?.startsWith('$'))
            continue;
        names.set(key, choice?.path.get(key) ?? chosen('path', { root: 'path', keys: [key] }));
    }
    return { names, functions: new Map() };
}
function sentSnapshot({ operation, after }, choice) {
    if (operation === 'read')
        return { type: 'snapshot', state: after, origin: 'record' };
    const snapshot = { type: 'snapshot', state: after, origin: 'sent' };
    if (after !== 'present')
        return snapshot;
    if (choice === undefined)
        return { ...snapshot, slot: { root: 'sent', keys: [] } };
    return { ...snapshot, value: stored(choice.sent) ?? constant('x') };
}
function stored(value) {
    if (value?.type !== 'map')
        return value;
    const entries = [...value.entries].flatMap(([key, inner]) => {
        const kept = stored(inner);
        return kept === undefined ? [] : [[key, kept]];
    });
    return entries.length === 0 ? undefined : { type: 'map', entries: new Map(entries) };
}

;// CONCATENATED MODULE: ./lib/declarations/firebase-rules/rtdb-tree.js



const MAX_TREE_DEPTH = 32;
const rtdb_tree_KINDS = ['.read', '.write', '.validate'];
const OTHER_KEYS = ['.indexOn'];
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
        const kind = rtdb_tree_KINDS.find((candidate) => candidate === key);
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
        return { at, expression: parseWholeExpression(cursor_cursorOf(node.value), 'rtdb') };
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
async function readProjectFacts(files) {
    const read = await Promise.all(files.map(async (file) => ({ file, services: await readGoogleServices(file) })));
    return read.flatMap(({ file, services }) => {
        const project = services.project === undefined ? undefined : facts_projectOf(services.project.value);
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
function targetsOf(product, rulesPath, instance, config, facts) {
    const deployments = config.deployments.filter((deployment) => deployment.product === product && deployment.rulesPath === rulesPath);
    const used = deployments.length > 0 ? deployments : [undefined];
    const targets = used.flatMap((deployment) => {
        const home = homeOf(deployment?.config ?? rulesPath, config);
        const project = deployment?.project ?? projectIn(home, config, facts);
        const signUp = deployment?.signUp ?? nearest(directoryOf(rulesPath), config.signUps);
        const names = instance === undefined ? targets_namesOf(deployment) : [instance];
        if (project === undefined && home !== undefined && isNested(home, config))
            return names.map((name) => {
                const target = targets_targetOf(product, undefined, name, signUp, facts);
                return { ...target, name: target.name ?? rulesPath };
            });
        return names.map((name) => targets_targetOf(product, project, name, signUp, facts));
    });
    return targets.filter((target, index) => targets.findIndex((other) => sameTarget(other, target)) === index);
}
function projectIn(home, config, facts) {
    if (home === undefined)
        return onlyProject(facts);
    const own = config.projects.get(home) ?? onlyProject(facts.filter(({ path }) => homeOf(path, config) === home));
    return own ?? (isNested(home, config) ? undefined : onlyProject(facts));
}
function targets_namesOf(deployment) {
    return deployment === undefined || deployment.names.length === 0 ? [undefined] : deployment.names;
}
function sameTarget(left, right) {
    return left.name === right.name && left.project === right.project;
}
function onlyProject(facts) {
    const projects = new Set(facts.map((fact) => fact.project));
    return projects.size === 1 ? facts[0]?.project : undefined;
}
function targets_targetOf(product, project, given, signUp, facts) {
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









const firebase_rules_MAX_LENGTH = 1024 * 1024;
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
    read: firebase_rules_readRules,
};
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
async function firebase_rules_readRules(files, context) {
    const ofKind = (kind) => files.filter((file) => kindOf(file) === kind);
    const config = await readFirebaseConfig(ofKind('config'));
    const facts = await readProjectFacts(ofKind('facts'));
    const declarations = [];
    const problems = [...configProblems(config, context), ...ofKind('bolt').map(boltProblem)];
    const samples = [];
    for (const file of [...ofKind('rules'), ...ofKind('database')]) {
        const deployed = config.deployments.some((deployment) => deployment.rulesPath === file.path);
        if (deployed ? isExample(file.path, config) : isSample(file.path)) {
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
        const judged = await firebase_rules_judgeFile(file, kindOf(file) === 'database', config, facts, context);
        declarations.push(...judged.declarations);
        problems.push(...judged.problems);
    }
    return { declarations, mentions: [], problems: [...problems, ...sampleNotes(samples)] };
}
function isExample(path, config) {
    const home = homeOf(path, config);
    if (home === undefined || !isNested(home, config) || config.projects.has(home))
        return false;
    return isSample(path) || /(?:^|\/)templates?\//i.test(path);
}
function sampleNotes(samples) {
    const [first] = samples;
    if (first === undefined)
        return [];
    const more = samples.length > 1 ? ` (and ${samples.length - 1} more such files)` : '';
    return [
        note(first.path, `Rules in a folder of tests, examples or templates that the repository\u2019s own firebase.json does not deploy are left out${more}.`),
    ];
}
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
async function firebase_rules_judgeFile(file, database, config, facts, context) {
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
            return index > 0 ? [] : targets(product, instance).map((named) => place(named, declared));
        });
    }));
    return { declarations, problems: problems.map(problemOf) };
}
const PRODUCTS = { 'cloud.firestore': 'firestore', 'firebase.storage': 'storage' };
function productsOf(services) {
    return [...new Set(services.map((service) => PRODUCTS[service.name]))];
}
function firebase_rules_signUpOf(target, context) {
    if (target.signUp !== undefined)
        return target.signUp;
    const all = { anonymous: true, password: true, federated: true };
    if (context.signUp !== undefined)
        return { ...all, state: 'unknown', reason: `the app lets users sign up (${context.signUp})` };
    return { ...all, state: 'unknown', reason: 'whether strangers can sign up is not known from the repository' };
}

;// CONCATENATED MODULE: ./lib/declarations/google-services/index.js


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
    const project = services.project === undefined ? undefined : facts_projectOf(services.project.value);
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
    mentions.push(...services.apiKeys.flatMap((fact) => google_services_apiKeyOf(fact, project, placeOf)));
    return mentions;
}
function google_services_apiKeyOf(fact, project, placeOf) {
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

;// CONCATENATED MODULE: ./lib/declarations/hasura/settings.js

const ROLE = /(?:HASURA_GRAPHQL_UNAUTHORIZED_ROLE["']?[ \t]{0,4}[=: \t][ \t]{0,4}|--unauthorized-role[= ]["']?)(.{0,100})/;
const NEXT_VALUE = /^[ \t]{0,40}(?:- )?value:[ \t]{0,4}(.{0,100})/;
function unauthorizedRolesIn({ text }) {
    const lines = text.split(/\r?\n/);
    return lines.flatMap((line, index) => {
        if (/^\s*(?:#|\/\/|--)/.test(line))
            return [];
        const set = ROLE.exec(line)?.[1];
        const value = set ??
            (/name:\s{0,4}["']?HASURA_GRAPHQL_UNAUTHORIZED_ROLE\b/.test(line)
                ? NEXT_VALUE.exec(lines[index + 1] ?? '')?.[1]
                : undefined);
        const role = roleIn(value ?? '');
        return role === undefined ? [] : [role];
    });
}
function roleIn(value) {
    const plain = value.trim().replace(/^["']|["'].*$/g, '');
    return /^(?:\$\{\w{1,80}:?-)?([A-Za-z][\w-]{0,60})/.exec(plain)?.[1];
}
function unsecuredServices(root, path) {
    return membersOf(nodeAt(root, 'services')).flatMap(({ value: service }) => {
        const image = nodeAt(service, 'image');
        if (!/(?:^|\/)hasura\/graphql-engine(?::|$)/.test(stringOf(image) ?? ''))
            return [];
        const environment = nodeAt(service, 'environment');
        const names = [
            ...membersOf(environment).map(({ key }) => key),
            ...itemsOf(environment).map((item) => (stringOf(item) ?? '').split('=')[0] ?? ''),
        ];
        const secured = names.some((name) => /^HASURA_GRAPHQL_(?:ADMIN_SECRETS?|ACCESS_KEY|AUTH_HOOK)$/.test(name));
        const elsewhere = nodeAt(service, 'env_file') !== undefined ||
            membersOf(environment).some(({ key }) => key === '<<') ||
            /--admin-secret|--access-key/.test(JSON.stringify(nodeAt(service, 'command')?.value ?? itemsOf(nodeAt(service, 'command')).map(stringOf)) ?? '');
        if (secured || elsewhere || image === undefined)
            return [];
        const deployed = /prod|deploy|live/i.test(path);
        return [
            {
                at: image.offset,
                state: deployed ? 'open' : 'unknown',
                why: deployed
                    ? 'The engine runs without an admin secret, so every caller is its administrator.'
                    : 'The engine runs without an admin secret; whether this file serves more than development is not known.',
            },
        ];
    });
}

;// CONCATENATED MODULE: ./lib/declarations/hasura/index.js





const hasuraMetadata = {
    id: 'hasura',
    title: 'Hasura metadata',
    docs: [
        'https://hasura.io/docs/2.0/auth/authorization/permissions/',
        'https://hasura.io/docs/2.0/auth/authentication/unauthenticated-access/',
        'https://hasura.io/docs/3.0/recipes/authorization/public-access-role',
    ],
    claims: (path) => isMetadata(path) || isDeployment(path),
    accepts: ({ path, text }) => !isSample(path) &&
        (isMetadata(path)
            ? /_permissions["']?\s*:|kind:\s*(?:ModelPermissions|AuthConfig)/.test(text)
            : /HASURA_GRAPHQL_|hasura\/graphql-engine|--unauthorized-role/.test(text)),
    read: readHasura,
};
function isMetadata(path) {
    return /(?:^|\/)metadata\/(?:.*\/)?[^/]+\.ya?ml$|(?:^|\/)(?:hasura[\w.-]{0,40})?metadata[\w.-]{0,40}\.(?:json|ya?ml)$|\.hml$/.test(path);
}
function isDeployment(path) {
    return /(?:^|\/)(?:Dockerfile[\w.-]{0,40}|\.env[\w.-]{0,40}|[^/]+\.ya?ml|[^/]+\.sh)$/.test(path);
}
async function readHasura(files) {
    const problems = [];
    const declarations = [];
    const unauthorized = new Set(files.filter(({ path }) => !isMetadata(path)).flatMap(unauthorizedRolesIn));
    const metadata = [];
    for (const file of files) {
        const position = positionsOf(file.text);
        if (!isMetadata(file.path) && !/hasura\/graphql-engine/.test(file.text))
            continue;
        if (!isMetadata(file.path) && !/\.ya?ml$/.test(file.path))
            continue;
        const trees = file.path.endsWith('.json') ? [await parseJson(file.text)] : await parseYamlDocuments(file.text);
        for (const { problem } of trees)
            if (problem !== undefined)
                problems.push({
                    kind: 'malformed',
                    path: file.path,
                    line: position(problem.at).line,
                    reason: `The Hasura file is malformed: ${problem.reason}.`,
                });
        if (isMetadata(file.path))
            metadata.push({ file, trees });
        else
            declarations.push(...trees.flatMap(({ root }) => declareUnsecured(file, root)));
    }
    for (const { trees } of metadata)
        for (const { root } of trees) {
            const role = stringOf(nodeAt(root, 'definition', 'mode', 'noAuth', 'role'));
            if (stringOf(nodeAt(root, 'kind')) === 'AuthConfig' && role !== undefined)
                unauthorized.add(role);
        }
    for (const { file, trees } of metadata) {
        const engine = { unauthorized, nhost: /(?:^|\/)nhost\//.test(file.path) };
        for (const { root } of trees)
            declarations.push(...readMetadata(file, root, engine));
    }
    return { declarations, mentions: [], problems };
}
function folderOf(path) {
    const [, folder] = /^(.*?)(?:\/)?metadata\//.exec(path) ?? [];
    return folder === undefined || folder === ''
        ? path.split('/').length > 1
            ? (path.split('/')[0] ?? path)
            : path
        : folder;
}
function declareUnsecured(file, root) {
    const position = positionsOf(file.text);
    return unsecuredServices(root, file.path).map(({ at, state, why }) => ({
        kind: 'hasura',
        folder: file.path,
        declaration: {
            path: file.path,
            ...position(at),
            pattern: '/',
            audience: 'anyone',
            can: ['list', 'read', 'create', 'overwrite', 'delete', 'administer'],
            state,
            why,
        },
    }));
}
function readMetadata(file, root, engine) {
    const position = positionsOf(file.text);
    const declare = (found) => ({
        kind: 'hasura',
        folder: folderOf(file.path),
        declaration: { path: file.path, ...position(found.at), ...found.declaration },
    });
    return [...tablesIn(root).flatMap((table) => readTable(table, engine)), ...readModel(root, engine)].map(declare);
}
function tablesIn(root) {
    if (root === undefined)
        return [];
    if (root.type === 'array')
        return itemsOf(root);
    if (nodeAt(root, 'table') !== undefined)
        return [root];
    const metadata = nodeAt(root, 'metadata') ?? root;
    return [
        ...itemsOf(nodeAt(metadata, 'tables')),
        ...itemsOf(nodeAt(metadata, 'sources')).flatMap((source) => itemsOf(nodeAt(source, 'tables'))),
    ];
}
const hasura_KINDS = [
    { list: 'select_permissions', guard: 'filter', can: ['list', 'read'] },
    { list: 'insert_permissions', guard: 'check', can: ['create'] },
    { list: 'update_permissions', guard: 'filter', can: ['overwrite'] },
    { list: 'delete_permissions', guard: 'filter', can: ['delete'] },
];
function readTable(table, engine) {
    const named = nodeAt(table, 'table');
    const name = stringOf(nodeAt(named, 'name')) ?? stringOf(named);
    if (name === undefined)
        return [];
    const schema = stringOf(nodeAt(named, 'schema')) ?? 'public';
    const pattern = schema === 'public' ? `/${name}` : `/${schema}.${name}`;
    return hasura_KINDS.flatMap((kind) => itemsOf(nodeAt(table, kind.list)).flatMap((entry) => {
        const roleNode = nodeAt(entry, 'role');
        const role = roleOf(stringOf(roleNode), engine);
        const permission = nodeAt(entry, 'permission');
        if (role === undefined || roleNode === undefined)
            return [];
        const can = hasura_operationsOf(kind, permission);
        if (can.length === 0)
            return [];
        const verdict = hasura_verdictOf(role, nodeAt(permission, kind.guard), kind.guard);
        return [{ at: roleNode.offset, declaration: { pattern, audience: role.audience, can, ...verdict } }];
    }));
}
function hasura_operationsOf({ list, can }, permission) {
    if (permission === undefined || nodeAt(permission, 'backend_only')?.value === true)
        return [];
    const columns = nodeAt(permission, 'columns');
    if (list !== 'delete_permissions' &&
        list !== 'insert_permissions' &&
        columns?.type === 'array' &&
        itemsOf(columns).length === 0)
        return [];
    const fields = nodeAt(permission, 'query_root_fields');
    if (list !== 'select_permissions' || fields?.type !== 'array')
        return can;
    const names = itemsOf(fields).map(stringOf);
    if (names.includes('select'))
        return can;
    return names.includes('select_by_pk') ? ['read'] : [];
}
function roleOf(name, engine) {
    if (name === undefined || name === 'admin')
        return undefined;
    if (engine.unauthorized.has(name))
        return { audience: 'anyone', known: true, who: `callers without a token (role ${name})` };
    if (engine.nhost && name === 'public')
        return { audience: 'anyone', known: true, who: 'callers without a token (role public)' };
    if (engine.nhost && name === 'user')
        return {
            audience: 'any-account',
            known: true,
            who: 'every account (role user), and strangers can sign up by default',
        };
    if (/^(?:anonymous|anon|public|guest|unauthorized|unauthenticated)$/.test(name))
        return { audience: 'anyone', known: false, who: `the role ${name}` };
    return /^users?$/.test(name) ? { audience: 'any-account', known: false, who: `the role ${name}` } : undefined;
}
function hasura_verdictOf({ known, who }, guard, word) {
    const free = guard?.type === 'object' && membersOf(guard).length === 0;
    if (!free)
        return { state: 'conditional', why: `What ${who} may do depends on the row or on session variables.` };
    return known
        ? { state: 'open', why: `The ${word} of the permission is empty, so it holds for ${who} and every row.` }
        : { state: 'unknown', why: `The ${word} of the permission is empty for ${who}; who gets that role is not known.` };
}
function readModel(root, engine) {
    if (stringOf(nodeAt(root, 'kind')) !== 'ModelPermissions')
        return [];
    const model = stringOf(nodeAt(root, 'definition', 'modelName'));
    if (model === undefined)
        return [];
    return itemsOf(nodeAt(root, 'definition', 'permissions')).flatMap((entry) => {
        const roleNode = nodeAt(entry, 'role');
        const role = roleOf(stringOf(roleNode), engine);
        const select = nodeAt(entry, 'select');
        if (role === undefined || roleNode === undefined || select === undefined)
            return [];
        const filter = nodeAt(select, 'filter');
        const free = filter?.type === 'null' ? { type: 'object', offset: 0, length: 0, children: [] } : filter;
        return [
            {
                at: roleNode.offset,
                declaration: {
                    pattern: `/${model}`,
                    audience: role.audience,
                    can: ['list', 'read'],
                    ...hasura_verdictOf(role, free, 'filter'),
                },
            },
        ];
    });
}

;// CONCATENATED MODULE: ./lib/declarations/parse/index.js




const parseSchemas = {
    id: 'parse',
    title: 'Parse class-level permissions',
    docs: [
        'https://docs.parseplatform.org/defined-schema/guide/#class-level-permissions',
        'https://docs.parseplatform.org/rest/guide/#class-level-permissions',
    ],
    claims: (path) => /\.(?:json|[cm]?js|ts)$/.test(path) && !/(?:^|\/)(?:package(?:-lock)?|tsconfig)\.json$|\.d\.ts$/.test(path),
    accepts: ({ path, text }) => (/\bclassLevelPermissions\b/.test(text) && /\bclassName\b/.test(text) && !isSample(path) && !isMinified(text)) ||
        (!path.endsWith('.json') && SETS_ACL.test(text) && /\bParse\b/.test(text) && !isSample(path)),
    read: readParse,
};
function isMinified(text) {
    return text.length > 512 * 1024 || /^[^\n]{5000}/m.test(text);
}
const SETS_ACL = /\bnew\s+Parse\.ACL\b|\.setACL\s*\(|\bsetDefaultACL\b/;
async function readParse(files) {
    const problems = [];
    const classes = [];
    for (const file of files) {
        if (!file.text.includes('classLevelPermissions'))
            continue;
        classes.push(...(file.path.endsWith('.json') ? await inJson(file, problems) : await inScript(file, problems)));
    }
    const guarded = files.some(({ path, text }) => !path.endsWith('.json') && SETS_ACL.test(text));
    return { declarations: classes.flatMap((one) => declareClass(one, guarded)), mentions: [], problems };
}
function parse_malformed(file, line, reason) {
    return { kind: 'malformed', path: file.path, line, reason: `The Parse schema is malformed: ${reason}.` };
}
async function inJson(file, problems) {
    const { root, problem } = await parseJson(file.text);
    const position = positionsOf(file.text);
    if (problem !== undefined)
        problems.push(parse_malformed(file, position(problem.at).line, problem.reason));
    return schemasIn(root).flatMap((schema) => {
        const name = stringOf(nodeAt(schema, 'className'));
        const permissions = membersOf(nodeAt(schema, 'classLevelPermissions')).flatMap(({ key, keyNode, value }) => {
            const audience = parse_audienceOf((holder) => nodeAt(value, holder)?.value === true);
            return audience === undefined ? [] : [{ action: key, audience, ...position(keyNode.offset) }];
        });
        return name === undefined ? [] : [{ name, path: file.path, permissions }];
    });
}
function schemasIn(root) {
    if (root === undefined)
        return [];
    if (nodeAt(root, 'className') !== undefined)
        return [root];
    const list = root.type === 'array' ? root : (nodeAt(root, 'results') ?? nodeAt(root, 'schemas') ?? nodeAt(root, 'definitions'));
    return itemsOf(list);
}
async function inScript(file, problems) {
    const { steps, problem } = await parseScript(file.text);
    const position = positionsOf(file.text);
    if (problem !== undefined)
        problems.push(parse_malformed(file, position(problem.at).line, problem.reason));
    const names = namesIn(steps);
    return objectsIn(steps).flatMap((object) => {
        const name = textOf(memberOf(object, 'className')?.value);
        const member = memberOf(object, 'classLevelPermissions');
        if (name === undefined || member === undefined)
            return [];
        const given = resolved(member.value, names);
        if (given?.type !== 'object' || given.partial)
            problems.push({
                kind: 'unresolved',
                path: file.path,
                line: position(member.at).line,
                reason: `The permissions of ${name.slice(0, 60)} are put together in code; not all of them are known.`,
            });
        const permissions = (given?.type === 'object' ? given.members : []).flatMap(({ key, at, value }) => {
            const holders = resolved(value, names);
            const audience = parse_audienceOf((holder) => {
                const set = memberOf(holders, holder)?.value;
                return set?.type === 'literal' && set.value === true;
            });
            return audience === undefined ? [] : [{ action: key, audience, ...position(at) }];
        });
        return [{ name, path: file.path, permissions }];
    });
}
function objectsIn(steps) {
    const found = [];
    const visit = (value) => {
        if (value === undefined || found.length > 10_000)
            return;
        if (value.type === 'object') {
            found.push(value);
            for (const member of value.members)
                visit(member.value);
        }
        else if (value.type === 'list')
            value.items.forEach(visit);
        else if (value.type === 'call')
            [value.target, ...value.args].forEach(visit);
        else if (value.type === 'function')
            visitSteps(value.body);
    };
    const visitSteps = (own) => {
        for (const step of own)
            step.type === 'maybe' ? visitSteps(step.steps) : visit(step.value);
    };
    visitSteps(steps);
    return found;
}
function parse_audienceOf(isGranted) {
    if (isGranted('*'))
        return 'anyone';
    return isGranted('requiresAuthentication') ? 'any-account' : undefined;
}
const parse_ACTIONS = new Map([
    ['find', ['list', 'read']],
    ['get', ['read']],
    ['create', ['create']],
    ['update', ['overwrite']],
    ['delete', ['delete']],
]);
function declareClass({ name, path, permissions }, guarded) {
    return permissions.flatMap(({ action, audience, line, column }) => {
        const can = parse_ACTIONS.get(action);
        const intended = action === 'create' && /^_(?:User|Session|Installation)$/.test(name);
        if (can === undefined)
            return [];
        const verdict = stateOf(action, audience, guarded || name.startsWith('_'), intended);
        return [
            {
                kind: 'parse',
                folder: path,
                declaration: { path, line, column, pattern: `/classes/${name}`, audience, can, ...verdict },
            },
        ];
    });
}
function stateOf(action, audience, guarded, intended) {
    const who = audience === 'anyone' ? 'everybody' : 'every signed-in user, and strangers can sign up by default';
    if (intended)
        return { state: 'conditional', why: 'Everybody may make one, which is what signing up or in does.' };
    if (guarded && action !== 'create')
        return { state: 'conditional', why: `The class lets in ${who}; objects may have an access list of their own.` };
    return { state: 'open', why: `The class-level permission \u201c${action}\u201d lets in ${who}.` };
}

;// CONCATENATED MODULE: ./lib/declarations/pocketbase/collections.js

const RULES = ['listRule', 'viewRule', 'createRule', 'updateRule', 'deleteRule'];
function applyMigration(collections, steps, path) {
    const run = steps
        .flatMap((step) => (step.type === 'do' && step.value.type === 'call' ? [step.value] : []))
        .find(({ method }) => method === 'migrate');
    const up = run?.args[0];
    if (up?.type !== 'function')
        return;
    const names = new Map();
    for (const step of steps)
        if (step.type === 'let')
            names.set(step.name, step.value);
    follow(up.body, { collections, names, path });
}
function follow(steps, run) {
    for (const step of steps) {
        switch (step.type) {
            case 'let':
                run.names.set(step.name, bind(step.value, run));
                break;
            case 'set':
                collections_assign(step.target, step.value, step.at, run);
                break;
            case 'maybe':
                follow(step.steps, run);
                break;
            default:
                collections_call(step.value, run);
        }
    }
}
function valuesOf(run) {
    return new Map([...run.names].flatMap(([name, value]) => (value.type === 'collection' ? [] : [[name, value]])));
}
function bind(value, run) {
    const found = collectionOf(value, run);
    return found === undefined ? value : { type: 'collection', collection: found };
}
function collectionOf(value, run) {
    if (value?.type === 'name') {
        const bound = run.names.get(value.path);
        return bound?.type === 'collection' ? bound.collection : undefined;
    }
    if (value?.type !== 'call')
        return undefined;
    const [first] = value.args;
    if (value.method === 'Collection')
        return fromObject(resolved(first, valuesOf(run)), run);
    if (value.method !== 'findCollectionByNameOrId')
        return undefined;
    const wanted = textOf(first);
    return wanted === undefined
        ? undefined
        : [...run.collections.values()].find(({ id, name }) => id === wanted || name === wanted);
}
function fromObject(value, run) {
    const name = textOf(memberOf(value, 'name')?.value);
    if (value?.type !== 'object' || name === undefined)
        return undefined;
    const collection = {
        id: textOf(memberOf(value, 'id')?.value) ?? name,
        name,
        type: textOf(memberOf(value, 'type')?.value) ?? 'base',
        rules: new Map(),
    };
    setMembers(collection, value, run);
    return collection;
}
function setMembers(collection, value, run) {
    if (value.type !== 'object')
        return;
    for (const { key, value: member, at } of value.members)
        setMember(collection, key, member, at, run);
}
function setMember(collection, key, value, at, run) {
    const known = resolved(value, valuesOf(run));
    if (key === 'name')
        collection.name = textOf(known) ?? collection.name;
    else if (key === 'type')
        collection.type = textOf(known) ?? collection.type;
    else if (RULES.some((rule) => rule === key))
        collection.rules.set(key, { rule: ruleOf(known), path: run.path, at });
}
function ruleOf(value) {
    if (value?.type !== 'literal')
        return undefined;
    return typeof value.value === 'string' || value.value === null ? value.value : undefined;
}
function collections_assign(target, value, at, run) {
    const dot = target.indexOf('.');
    if (dot === -1) {
        run.names.set(target, bind(value, run));
        return;
    }
    const bound = run.names.get(target.slice(0, dot));
    if (bound?.type === 'collection')
        setMember(bound.collection, target.slice(dot + 1), value, at, run);
}
function collections_call(value, run) {
    if (value.type !== 'call')
        return;
    const [first, second] = value.args;
    switch (value.method) {
        case 'save':
        case 'saveCollection': {
            const saved = collectionOf(first, run);
            if (saved !== undefined)
                run.collections.set(saved.id, saved);
            break;
        }
        case 'delete':
        case 'deleteCollection': {
            const gone = collectionOf(first, run);
            if (gone !== undefined)
                run.collections.delete(gone.id);
            break;
        }
        case 'unmarshal': {
            const changed = collectionOf(second, run);
            const object = resolved(first, valuesOf(run));
            if (changed !== undefined && object !== undefined)
                setMembers(changed, object, run);
            break;
        }
        case 'importCollections':
        case 'importCollectionsByMarshaledJSON':
            importAll(first, second, run);
            break;
        default:
    }
}
function importAll(list, deleteMissing, run) {
    const given = resolved(list, valuesOf(run));
    const items = given?.type === 'call' && given.method === 'map' ? resolved(given.target, valuesOf(run)) : given;
    if (items?.type !== 'list')
        return;
    if (deleteMissing?.type === 'literal' && deleteMissing.value === true)
        run.collections.clear();
    for (const item of items.items) {
        const collection = collectionOf(item, run) ?? fromObject(resolved(item, valuesOf(run)), run);
        if (collection !== undefined)
            run.collections.set(collection.id, collection);
    }
}

;// CONCATENATED MODULE: ./lib/declarations/pocketbase/rule.js
const rule_TOKEN = /"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|\/\/[^\n]*|[@\w.:]+|\?(?:!=|!~|>=|<=|=|~|>|<)|!=|!~|>=|<=|&&|\|\||\s+|[\s\S]/g;
const rule_MAX_TOKENS = 5_000;
const rule_MAX_DEPTH = 50;
function judgeRule(rule) {
    if (rule === null)
        return 'nobody';
    const tokens = rule_tokenise(rule);
    if (tokens.length === 0)
        return 'anyone';
    if (holds(tokens, 'guest') === 'true')
        return 'anyone';
    return holds(tokens, 'account') === 'true' ? 'any-account' : 'depends';
}
function rule_tokenise(rule) {
    return [...rule.matchAll(rule_TOKEN)].slice(0, rule_MAX_TOKENS).flatMap(([value]) => {
        if (/^\s|^\/\//.test(value))
            return [];
        if (/^["']/.test(value))
            return [{ kind: 'text', value: value.slice(1, -1) }];
        return [{ kind: /^[@\w]/.test(value) ? 'word' : 'mark', value }];
    });
}
function holds(tokens, caller) {
    let index = 0;
    const peek = () => tokens[index] ?? { kind: 'end', value: '' };
    const take = (value) => peek().kind === 'mark' && peek().value === value && index++ >= 0;
    const truth = either(0);
    return index < tokens.length ? 'unknown' : truth;
    function either(depth) {
        let result = both(depth);
        while (take('||')) {
            const right = both(depth);
            result = result === 'true' || right === 'true' ? 'true' : result === 'false' ? right : result;
        }
        return result;
    }
    function both(depth) {
        let result = single(depth);
        while (take('&&')) {
            const right = single(depth);
            result = result === 'false' || right === 'false' ? 'false' : result === 'true' ? right : result;
        }
        return result;
    }
    function single(depth) {
        if (depth > rule_MAX_DEPTH) {
            index = tokens.length;
            return 'unknown';
        }
        if (take('(')) {
            const inner = either(depth + 1);
            take(')');
            return inner;
        }
        const left = tokens[index++] ?? peek();
        const operator = tokens[index++] ?? peek();
        const right = tokens[index++] ?? peek();
        return compare(operandOf(left, caller), operator.value.replace(/^\?/, ''), operandOf(right, caller));
    }
}
function operandOf({ kind, value }, caller) {
    if (kind === 'text')
        return { text: value };
    if (kind !== 'word')
        return undefined;
    if (/^@request\.auth\.(?:id|collectionId|collectionName)$/.test(value))
        return caller === 'guest' ? { text: '' } : 'some';
    if (value.startsWith('@request.auth.'))
        return caller === 'guest' ? { text: '' } : undefined;
    if (value === 'null')
        return { text: '' };
    return /^(?:true|false|\d+)$/.test(value) ? { text: value } : undefined;
}
function compare(left, operator, right) {
    if (operator !== '=' && operator !== '!=')
        return 'unknown';
    const same = rule_equal(left, right);
    if (same === 'unknown')
        return same;
    return (same === 'true') === (operator === '=') ? 'true' : 'false';
}
function rule_equal(left, right) {
    if (left === undefined || right === undefined)
        return 'unknown';
    if (left === 'some')
        return right !== 'some' && right.text === '' ? 'false' : 'unknown';
    if (right === 'some')
        return left.text === '' ? 'false' : 'unknown';
    return left.text === right.text ? 'true' : 'false';
}

;// CONCATENATED MODULE: ./lib/declarations/pocketbase/index.js






const pocketbaseSchemas = {
    id: 'pocketbase',
    title: 'PocketBase collections and migrations',
    docs: [
        'https://pocketbase.io/docs/api-rules-and-filters/',
        'https://pocketbase.io/docs/js-migrations/',
        'https://pocketbase.io/docs/collections/',
    ],
    claims: (path) => pocketbase_projectOf(path) !== undefined,
    accepts: ({ path }) => !isSample(path),
    read: readPocketBase,
};
function pocketbase_projectOf(path) {
    return /^((?:.*\/)?)(?:pb_migrations\/[^/]+\.js|pb_schema[\w.-]{0,40}\.json)$/.exec(path)?.[1];
}
async function readPocketBase(files) {
    const problems = [];
    const declarations = [];
    for (const folder of new Set(files.map(({ path }) => pocketbase_projectOf(path) ?? ''))) {
        const own = files
            .filter(({ path }) => pocketbase_projectOf(path) === folder)
            .sort((left, right) => (left.path < right.path ? -1 : 1));
        declarations.push(...(await pocketbase_readProject(folder, own, problems)));
    }
    return { declarations, mentions: [], problems };
}
async function pocketbase_readProject(folder, files, problems) {
    const collections = new Map();
    const migrations = files.filter(({ path }) => path.endsWith('.js'));
    for (const file of migrations) {
        const { steps, problem } = await parseScript(file.text);
        if (problem !== undefined)
            problems.push(pocketbase_malformed(file, problem.at, problem.reason));
        applyMigration(collections, steps, file.path);
    }
    const exports = migrations.length > 0 ? [] : files.filter(({ path }) => path.endsWith('.json'));
    for (const file of exports)
        await applyExport(collections, file, problems);
    const positions = new Map(files.map((file) => [file.path, positionsOf(file.text)]));
    const place = ({ path, at }) => ({ path, ...(positions.get(path)?.(at) ?? { line: 1, column: 1 }) });
    const signUp = pocketbase_signUpIn([...collections.values()]);
    return [...collections.values()]
        .filter(({ name }) => !name.startsWith('_'))
        .flatMap((collection) => RULES.flatMap((name) => pocketbase_declareRule(collection, name, signUp) ?? []))
        .map(({ rule, ...declaration }) => ({
        kind: 'pocketbase',
        folder: folder.replace(/\/$/, '') || (files[0]?.path ?? 'pb_schema.json'),
        declaration: { ...place(rule), ...declaration },
    }));
}
function pocketbase_malformed(file, at, reason) {
    const { line } = positionsOf(file.text)(at);
    return { kind: 'malformed', path: file.path, line, reason: `The PocketBase schema is malformed: ${reason}.` };
}
async function applyExport(collections, file, problems) {
    const { root, problem } = await parseJson(file.text);
    if (problem !== undefined)
        problems.push(pocketbase_malformed(file, problem.at, problem.reason));
    for (const item of itemsOf(root)) {
        const name = stringOf(nodeAt(item, 'name'));
        if (name === undefined)
            continue;
        const rules = new Map();
        for (const { key, keyNode, value } of membersOf(item)) {
            const rule = RULES.find((known) => known === key);
            const known = value.type === 'null' ? null : stringOf(value);
            if (rule !== undefined)
                rules.set(rule, { rule: known, path: file.path, at: keyNode.offset });
        }
        const id = stringOf(nodeAt(item, 'id')) ?? name;
        collections.set(id, { id, name, type: stringOf(nodeAt(item, 'type')) ?? 'base', rules });
    }
}
const OPERATIONS = {
    listRule: ['list', 'read'],
    viewRule: ['read'],
    createRule: ['create'],
    updateRule: ['overwrite'],
    deleteRule: ['delete'],
};
function pocketbase_signUpIn(collections) {
    const accounts = collections.filter(({ type, name }) => type === 'auth' && !name.startsWith('_'));
    const rules = accounts.map(({ rules: own }) => own.get('createRule')?.rule);
    if (accounts.length === 0 || rules.includes(undefined))
        return undefined;
    return rules.some((rule) => rule !== undefined && judgeRule(rule) === 'anyone');
}
function pocketbase_declareRule(collection, name, signUp) {
    const rule = collection.rules.get(name);
    if (rule === undefined || (collection.type === 'view' && name !== 'listRule' && name !== 'viewRule'))
        return undefined;
    const declare = (audience, state, why) => ({
        rule,
        pattern: `/${collection.name}`,
        audience,
        can: OPERATIONS[name],
        state,
        why,
    });
    if (rule.rule === undefined)
        return declare('anyone', 'unknown', `${name} is put together in code.`);
    const verdict = judgeRule(rule.rule);
    const registers = collection.type === 'auth' && name === 'createRule';
    switch (verdict) {
        case 'nobody':
            return declare('anyone', 'closed', `${name} is locked: only superusers pass.`);
        case 'anyone':
            return registers
                ? declare('anyone', 'conditional', 'Anybody may make an account, which is what signing up is.')
                : declare('anyone', 'open', `${name} ${rule.rule === '' ? 'is empty' : 'holds for everybody'}, which lets in callers without an account.`);
        case 'any-account':
            if (signUp === false)
                return declare('any-account', 'mitigated', `${name} lets in every account, but only superusers make accounts.`);
            return declare('any-account', 'open', `${name} lets in every account, and ${signUp === true ? 'anybody may make one' : 'strangers can sign up by default'}.`);
        case 'depends':
            return declare('anyone', 'conditional', `${name} depends on the record or on the account.`);
    }
}

;// CONCATENATED MODULE: ./lib/declarations/serverless/functions.js



function findFunctions(service) {
    const functions = placed_itemsOf(service.functions).flatMap((map) => placed_membersOf(map).map(([, one]) => one));
    const urls = functions.flatMap(functions_functionUrl);
    const events = functions.flatMap((one) => placed_itemsOf(member(one, 'events')));
    const routes = (type, judge) => {
        const verdicts = events.flatMap((event) => {
            const own = member(event, type);
            return (own === undefined || own.value === UNKNOWN ? undefined : judge(own)) ?? [];
        });
        return verdicts.length === 0 ? [] : [{ kind: 'api-gateway', verdicts }];
    };
    return [
        ...urls.map((verdict) => ({ kind: 'lambda-url', verdicts: [verdict] })),
        ...routes('http', (event) => httpRoute(event, functions_guardOf(service.provider))),
        ...routes('httpApi', (event) => httpRoute(event, {})),
        ...routes('websocket', socketRoute),
        ...appSync(service.appSync),
    ];
}
function functions_functionUrl(one) {
    const url = member(one, 'url');
    if (url === undefined || url.value === null || url.value === false)
        return [];
    const authorizer = member(url, 'authorizer');
    const asks = url.value === UNKNOWN ? 'unknown' : functions_asksOf(authorizer);
    return [judgeEndpoint({ spot: (authorizer ?? url).spot, what: 'The function URL', asks, uncertain: false })];
}
function functions_asksOf(authorizer) {
    if (authorizer?.value === UNKNOWN)
        return 'unknown';
    if (authorizer === undefined || authorizer.value === null)
        return 'nothing';
    return placed_textOf(authorizer)?.toUpperCase() === 'NONE' ? 'nothing' : 'sign-in';
}
function httpRoute(event, guard) {
    const text = isPlacedMap(event.value) ? undefined : placed_textOf(event);
    const [verb, written] = text === undefined ? [] : text.trim().split(/\s+/, 2);
    const method = verb ?? knownText(member(event, 'method'));
    const path = text === undefined ? knownText(member(event, 'path')) : written;
    if (method?.toUpperCase() === 'OPTIONS')
        return undefined;
    const authorizer = member(event, 'authorizer');
    const asks = functions_asksOf(authorizer);
    const keyed = member(event, 'private')?.value === true;
    return judgeEndpoint({
        spot: (authorizer ?? event).spot,
        what: 'The route',
        ...(path === undefined || path.includes('\ufdd0') ? {} : { pattern: routePattern(path) }),
        asks: asks === 'nothing' && keyed ? 'api-key' : asks,
        ...guard,
        uncertain: false,
    });
}
function socketRoute(event) {
    const route = isPlacedMap(event.value) ? knownText(member(event, 'route')) : placed_textOf(event);
    if (route !== '$connect')
        return undefined;
    return judgeEndpoint({
        spot: event.spot,
        what: 'The WebSocket route',
        asks: functions_asksOf(member(event, 'authorizer')),
        uncertain: false,
    });
}
function functions_guardOf(provider) {
    const type = placed_textOf(member(provider, 'endpointType') ?? member(provider, 'apiGateway', 'endpointType'));
    if (type?.toUpperCase() === 'PRIVATE')
        return { guard: 'private-network' };
    const policy = member(provider, 'apiGateway', 'resourcePolicy') ?? member(provider, 'resourcePolicy');
    return policy === undefined ? {} : { guard: 'resource-policy' };
}
function appSync(config) {
    const apis = isPlacedList(config?.value) ? config.value : config === undefined ? [] : [config];
    return apis.flatMap((api) => {
        const additional = [
            ...placed_itemsOf(member(api, 'additionalAuthentications')).map((one) => member(one, 'type')),
            ...placed_itemsOf(member(api, 'additionalAuthenticationProviders')).map((one) => member(one, 'authenticationType')),
        ];
        const ways = [member(api, 'authentication', 'type'), member(api, 'authenticationType'), ...additional];
        const verdict = judgeGraphQl(ways.flatMap((way) => (way === undefined ? [] : { spot: way.spot, type: knownText(way) })));
        return verdict === undefined ? [] : [{ kind: 'appsync', verdicts: [verdict] }];
    });
}

;// CONCATENATED MODULE: ./lib/declarations/serverless/variables.js



const VARIABLE = /\$\{((?:self|opt|env|sls|param|file|ssm|cf|s3|aws|git|strToBool|terraform|output|vault|custom)(?:\([^(){}$]{0,512}\))?[.:(@-][^{}$]{0,1024}|file\([^(){}$]{0,512}\)[^{}$]{0,512})\}/;
const variables_MAX_ROUNDS = 50;
function variables(sources) {
    return (text, evaluate) => {
        if (!text.includes('${') && !text.includes('#{'))
            return undefined;
        let at = text.replace(/#\{[\w:.]{1,128}\}|\$\{AWS::\w{1,64}\}/g, UNKNOWN_PART);
        for (let round = 0; round < variables_MAX_ROUNDS; round++) {
            const found = VARIABLE.exec(at);
            if (found === null)
                break;
            const value = expressionValue(found[1] ?? '', sources, evaluate);
            if (found[0] === at)
                return value;
            at = `${at.slice(0, found.index)}${variables_inText(value)}${at.slice(found.index + found[0].length)}`;
            if (at.length > MAX_TEXT)
                return UNKNOWN;
        }
        return at === text ? undefined : at;
    };
}
function variables_inText(value) {
    return placed_textOf({ spot: { path: '', line: 1 }, value }) ?? UNKNOWN_PART;
}
function expressionValue(expression, sources, evaluate) {
    for (const alternative of alternativesOf(expression)) {
        const value = alternativeValue(alternative, sources, evaluate);
        if (value !== undefined)
            return value;
    }
    return UNKNOWN;
}
function alternativesOf(expression) {
    const parts = [];
    let start = 0;
    let quote = '';
    for (let index = 0; index < expression.length; index++) {
        const character = expression[index] ?? '';
        if (quote !== '')
            quote = character === quote ? '' : quote;
        else if (character === '"' || character === "'")
            quote = character;
        else if (character === ',') {
            parts.push(expression.slice(start, index));
            start = index + 1;
        }
    }
    return [...parts, expression.slice(start)].map((part) => part.trim());
}
function alternativeValue(alternative, { service, fileAt }, evaluate) {
    const literal = literalOf(alternative);
    if (literal !== undefined)
        return literal;
    const colon = alternative.indexOf(':');
    const source = colon === -1 ? alternative : alternative.slice(0, colon);
    const address = colon === -1 ? '' : alternative.slice(colon + 1);
    const nodeValue = (node) => (node === undefined ? undefined : evaluate(node)?.value);
    if (source === 'opt' || source === 'env')
        return undefined;
    if (source === 'self')
        return nodeValue(variables_nodeAt(service, address));
    if (source === 'param')
        return nodeValue(under(service, 'params', 'default', address));
    if (source === 'sls' && address === 'stage')
        return nodeValue(under(service, 'provider', 'stage')) ?? 'dev';
    const file = /^file\(\s*([^()]{1,512}?)\s*\)$/.exec(source)?.[1];
    if (file === undefined)
        return UNKNOWN;
    const root = fileAt(file);
    return root === undefined ? UNKNOWN : nodeValue(variables_nodeAt(root, address));
}
function literalOf(text) {
    const quoted = /^(?:'([^']*)'|"([^"]*)")$/.exec(text);
    if (quoted !== null)
        return quoted[1] ?? quoted[2] ?? '';
    if (text === 'true' || text === 'false')
        return text === 'true';
    if (text === 'null' || text === '')
        return null;
    return /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
}
function variables_nodeAt(root, address) {
    if (address === '')
        return root;
    return address.split('.').reduce((at, step) => {
        if (at?.type === 'list')
            return at.items[Number(step)];
        return entryOf(at, step)?.value;
    }, root);
}

;// CONCATENATED MODULE: ./lib/declarations/serverless/index.js











const serverless = {
    id: 'serverless',
    title: 'Serverless Framework',
    docs: [
        'https://www.serverless.com/framework/docs/providers/aws/guide/serverless.yml',
        'https://www.serverless.com/framework/docs/guides/variables',
    ],
    claims: (path) => /\.(?:ya?ml|json)$/.test(path),
    accepts: ({ path, text }) => isServiceFile(path) ? /^\s*["']?(?:service|functions|resources)\b/m.test(text) : text.includes('AWS::'),
    read: async (files, context) => {
        const folders = serviceFolders(context.paths);
        const parsed = [];
        const problems = [];
        for (const file of files)
            if (isServiceFile(file.path) || isServicePart(file, folders))
                parsed.push(await parse(file, problems));
        const services = parsed.filter(({ path }) => isServiceFile(path));
        const readings = services.map((service) => readService(service, parsed, folders));
        const declarations = distinct(readings.flatMap((reading) => reading.declarations));
        return {
            declarations,
            mentions: [],
            problems: [
                ...problems,
                ...readings.flatMap((one) => one.problems),
                ...unknownNote('Serverless Framework', declarations),
            ],
        };
    },
};
async function parse(file, problems) {
    const { root, problem } = await readSource(file);
    if (problem !== undefined)
        problems.push({
            kind: 'malformed',
            path: file.path,
            line: problem.line,
            reason: `The file ${problem.reason}; the rest of it was judged.`,
        });
    return { path: file.path, root };
}
function readService(service, files, folders) {
    const { path, root } = service;
    if (root === undefined || isOtherProvider(root))
        return { declarations: [], mentions: [], problems: [] };
    const folder = directoryOf(path);
    const parts = files.filter((file) => !isServiceFile(file.path) && serviceOf(file.path, folders) === folder);
    const template = templateOfService(path, root, parts);
    const fileAt = (reference) => files.find((file) => file.path === resolvePath(folder, reference))?.root;
    const substitute = variables({ service: root, fileAt });
    const stack = stackOf(template, substitute);
    const { evaluate, budget } = evaluatorOf(template, substitute);
    const placed = (...keys) => {
        const node = under(root, ...keys);
        return node === undefined ? undefined : evaluate(node);
    };
    const found = findFunctions({
        functions: placed('functions'),
        provider: placed('provider'),
        appSync: placed('appSync') ?? placed('custom', 'appSync'),
    });
    const problems = [];
    if (stack.budget.steps <= 0 || budget.steps <= 0)
        problems.push({
            kind: 'limit',
            path,
            reason: 'The service takes too many steps to work out; what was left is not judged.',
        });
    return { declarations: [...judgeStack(stack), ...judge_declarationsOf(found, stack)], mentions: [], problems };
}
function isOtherProvider(root) {
    const provider = under(root, 'provider');
    const name = scalarText(provider) ?? scalarText(under(provider, 'name')) ?? 'aws';
    return name !== 'aws' && !name.includes('${');
}
function templateOfService(path, root, parts) {
    const written = under(root, 'resources');
    const sections = [...sectionsIn(written), ...parts.flatMap((part) => sectionsIn(part.root))];
    const section = (name) => new Map(sections
        .flatMap((one) => entriesOf(under(one, name)))
        .map(({ key, value }) => [key, value]));
    const bare = parts.flatMap((part) => bareResources(part));
    return {
        path,
        parameters: section('Parameters'),
        mappings: section('Mappings'),
        conditions: section('Conditions'),
        resources: resourcesOf([...sections.flatMap((one) => entriesOf(under(one, 'Resources'))), ...bare]),
        globals: undefined,
    };
}
function sectionsIn(node) {
    if (node?.type === 'list')
        return node.items.flatMap(sectionsIn);
    return node === undefined ? [] : [node];
}
function bareResources({ path, root }) {
    if (root === undefined)
        return [];
    if (isResource(root)) {
        const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
        return [{ key: name, spot: root.spot, value: root }];
    }
    return entriesOf(root).filter(({ value }) => isResource(value));
}
function isResource(node) {
    return scalarText(entryOf(node, 'Type')?.value)?.startsWith('AWS::') === true;
}
function distinct(declarations) {
    return [...new Map(declarations.map((one) => [JSON.stringify(one), one])).values()];
}

;// CONCATENATED MODULE: ./lib/declarations/supabase/tree.js
function isTree(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function child(tree, ...path) {
    let at = tree;
    for (const field of path)
        at = isTree(at) ? at[field] : undefined;
    return isTree(at) ? at : undefined;
}
function tree_text(tree, field) {
    const value = tree?.[field];
    return typeof value === 'string' ? value : '';
}
function flag(tree, field) {
    return tree?.[field] === true;
}
function tree_list(tree, field) {
    const value = tree?.[field];
    return Array.isArray(value) ? value.filter(isTree) : [];
}
function children(nodes, ...path) {
    return nodes.flatMap((node) => {
        const found = child(node, ...path);
        return found === undefined ? [] : [found];
    });
}
function tree_nodeOf(tree) {
    const [entry] = Object.entries(tree ?? {});
    if (entry === undefined)
        return ['', {}];
    const [type, content] = entry;
    return [type, isTree(content) ? content : {}];
}
function strings(nodes) {
    return nodes.flatMap((node) => {
        const value = child(node, 'String')?.sval;
        return typeof value === 'string' ? [value] : [];
    });
}
function nameParts(node) {
    const [type, content] = tree_nodeOf(node);
    if (type === 'List')
        return strings(tree_list(content, 'items'));
    if (type === 'TypeName')
        return strings(tree_list(content, 'names'));
    if (type === 'ObjectWithArgs')
        return strings(tree_list(content, 'objname'));
    return strings([node]);
}
function tree_scalarOf(node) {
    const [type, content] = tree_nodeOf(node);
    if (type === 'TypeCast')
        return tree_scalarOf(child(content, 'arg'));
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
function applyBucketInsert(catalogue, node, source) {
    if (!isBuckets(node))
        return;
    const columns = tree_list(node, 'cols').map((column) => tree_text(child(column, 'ResTarget'), 'name'));
    const query = child(node, 'selectStmt', 'SelectStmt');
    const rows = tree_list(query, 'valuesLists').map((row) => tree_list(child(row, 'List'), 'items'));
    const single = children(tree_list(query, 'targetList'), 'ResTarget', 'val');
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
            const assigned = assignedPublic(tree_list(conflict, 'targetList'));
            if (assigned === undefined)
                continue;
            const value = assigned === 'excluded' ? cell('public') : assigned.value;
            known.isPublic = visibility(value, true);
            known.source = source;
        }
    }
}
const COLUMNS = ['id', 'name', 'owner', 'created_at', 'updated_at', 'public'];
function cellOf(row, columns, column) {
    const index = (columns.length === 0 ? COLUMNS : columns).indexOf(column);
    return index === -1 ? undefined : tree_scalarOf(row[index]);
}
function visibility(value, given) {
    if (!given || value === null)
        return false;
    if (typeof value === 'boolean')
        return value;
    return value === undefined ? 'unknown' : ['t', 'true', 'on', 'yes', '1'].includes(String(value).toLowerCase());
}
function assignedPublic(targets) {
    const target = targets.map((entry) => child(entry, 'ResTarget')).find((entry) => tree_text(entry, 'name') === 'public');
    if (target === undefined)
        return undefined;
    const [type] = tree_nodeOf(child(target, 'val'));
    return type === 'ColumnRef' ? 'excluded' : { value: tree_scalarOf(child(target, 'val')) };
}
function applyBucketUpdate(catalogue, node, source) {
    const assigned = isBuckets(node) ? assignedPublic(tree_list(node, 'targetList')) : undefined;
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
function idsIn(where) {
    const expression = child(where, 'A_Expr');
    const column = tree_list(child(expression, 'lexpr', 'ColumnRef'), 'fields').at(-1);
    const name = tree_text(child(column, 'String'), 'sval');
    if (name !== 'id' && name !== 'name')
        return undefined;
    const right = child(expression, 'rexpr');
    const values = [right ?? {}, ...tree_list(child(right, 'List'), 'items')].map(tree_scalarOf);
    const ids = values.filter((value) => typeof value === 'string');
    return ids.length === 0 ? undefined : ids;
}

;// CONCATENATED MODULE: ./lib/declarations/supabase/catalogue.js
const PRIVILEGES = ['select', 'insert', 'update', 'delete'];
const PUBLIC_ROLE = 'public';
const API_ROLES = ['anon', 'authenticated'];
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
function catalogue_keyOf(catalogue, { schema, name }) {
    return `${schema === '' ? catalogue.searchPath : schema}.${name}`;
}
function addRelation(catalogue, made) {
    const key = catalogue_keyOf(catalogue, made);
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
function defaultsFor(catalogue, schema, object) {
    const granted = new Map();
    for (const entry of catalogue.defaults) {
        if (entry.object !== object || (entry.schema !== '' && entry.schema !== schema))
            continue;
        for (const privilege of entry.privileges) {
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
function rolesOf(catalogue, role) {
    const roles = new Set([role, PUBLIC_ROLE]);
    for (const known of roles)
        for (const inherited of catalogue.memberships.get(known) ?? [])
            roles.add(inherited);
    return roles;
}
function grantFor(catalogue, grants, role, privilege) {
    const found = [...rolesOf(catalogue, role)].flatMap((known) => grants.get(`${known} ${privilege}`) ?? []);
    return found.find((grant) => !grant.implicit) ?? found[0];
}

;// CONCATENATED MODULE: ./lib/declarations/supabase/statements.js


const MAX_NESTING = 300;
const statements_MAX_PROBLEMS = 20;
async function loadSqlParser() {
    const { loadModule, parseSync } = await __webpack_require__.e(/* import() */ 627).then(__webpack_require__.t.bind(__webpack_require__, 2627, 19));
    await loadModule();
    const trees = (sql) => tree_list(parseSync(sql), 'stmts');
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
                problems.push({ at, reason: withoutQuotes((0,errors/* messageOf */.bD)(error)) });
        }
    }
    return { statements, problems };
}
function withoutQuotes(message) {
    return message.replace(/"[^"]{0,1000}"?/g, '"\u2026"').slice(0, 200);
}
const DOLLAR_TAG = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]{0,62})?\$/y;
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
function skipQuoted(sql, at, quote, escapes) {
    for (let position = at + 1; position < sql.length; position++) {
        if (escapes && sql[position] === '\\')
            position++;
        else if (sql[position] === quote)
            return position + 1;
    }
    return sql.length;
}
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


const STATEMENT = /\b(?:create\s+(?:or\s+replace\s+)?(?:table|policy|view|function)|alter\s+(?:table|policy|view|default)|drop\s+(?:table|policy|view)|grant|revoke|insert\s+into\s+storage|update\s+storage)\b/i;
const EXECUTED_LITERAL = /\bexecute\s+'((?:[^']|''){1,10000})'\s*(?:;|$)/gi;
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
function privilegesOf(node) {
    const named = tree_list(node, 'privileges').map((privilege) => tree_text(child(privilege, 'AccessPriv'), 'priv_name'));
    return named.length === 0 ? [...PRIVILEGES, 'execute', 'usage'] : named;
}
function isPartialRevoke(node) {
    return (!flag(node, 'is_grant') &&
        tree_list(node, 'privileges').some((privilege) => tree_list(child(privilege, 'AccessPriv'), 'cols').length > 0));
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
    const objects = tree_list(node, 'objects');
    const schemas = new Set(strings(objects));
    const relations = tree_text(node, 'targtype') === 'ACL_TARGET_ALL_IN_SCHEMA'
        ? [...catalogue.relations.values()].filter((relation) => schemas.has(relation.schema))
        : objects.flatMap((object) => catalogue.relations.get(catalogue_keyOf(catalogue, relationName(child(object, 'RangeVar')))) ?? []);
    for (const relation of relations)
        for (const role of roleNames(tree_list(node, 'grantees')))
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
    for (const schema of strings(tree_list(node, 'objects')))
        for (const role of roleNames(tree_list(node, 'grantees'))) {
            if (flag(node, 'is_grant'))
                catalogue.usage.add(`${schema} ${role}`);
            else
                catalogue.usage.delete(`${schema} ${role}`);
        }
}
function grantFunctions(catalogue, node, source) {
    const objects = tree_list(node, 'objects');
    const schemas = new Set(strings(objects));
    const functions = tree_text(node, 'targtype') === 'ACL_TARGET_ALL_IN_SCHEMA'
        ? [...catalogue.functions.values()].filter((known) => schemas.has(known.schema))
        : objects.flatMap((object) => functionsNamed(catalogue, object, qualifiedName(nameParts(object))).map(([, known]) => known));
    if (!privilegesOf(node).includes('execute'))
        return;
    for (const known of functions)
        for (const role of roleNames(tree_list(node, 'grantees')))
            change(known.callers, `${role} execute`, node, source);
}
function applyRoleGrant(catalogue, node) {
    const granted = tree_list(node, 'granted_roles').map((role) => tree_text(child(role, 'AccessPriv'), 'priv_name'));
    for (const member of roleNames(tree_list(node, 'grantee_roles'))) {
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
    const schemas = tree_list(node, 'options').flatMap((option) => {
        const element = child(option, 'DefElem');
        return tree_text(element, 'defname') === 'schemas' ? strings(tree_list(child(element, 'arg', 'List'), 'items')) : [];
    });
    for (const schema of schemas.length === 0 ? [''] : schemas)
        for (const role of roleNames(tree_list(action, 'grantees')))
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





function applyStatement(catalogue, statement, source, parser) {
    const [type, node] = tree_nodeOf(statement);
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
            applyDynamic(catalogue, bodyOf(tree_list(node, 'args')), source, parser);
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
    const invoker = tree_list(node, 'options').some(isInvoker);
    addRelation(catalogue, {
        ...relationName(range),
        kind: 'view',
        source,
        invoker,
        ...(query === undefined ? {} : { query }),
    });
}
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
    const relation = catalogue.relations.get(catalogue_keyOf(catalogue, relationName(child(node, 'relation'))));
    if (relation === undefined)
        return;
    for (const command of tree_list(node, 'cmds')) {
        const change = child(command, 'AlterTableCmd');
        const options = tree_list(child(change, 'def', 'List'), 'items');
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
    const relation = catalogue.relations.get(catalogue_keyOf(catalogue, from));
    if (relation === undefined)
        return;
    catalogue.relations.delete(catalogue_keyOf(catalogue, relation));
    const moved = { ...relation, ...to };
    catalogue.relations.set(catalogue_keyOf(catalogue, moved), moved);
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
            const policies = catalogue.relations.get(catalogue_keyOf(catalogue, range))?.policies;
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
    for (const object of tree_list(node, 'objects')) {
        const parts = nameParts(object);
        switch (tree_text(node, 'removeType')) {
            case 'OBJECT_TABLE':
            case 'OBJECT_VIEW':
            case 'OBJECT_MATVIEW':
            case 'OBJECT_FOREIGN_TABLE':
                catalogue.relations.delete(catalogue_keyOf(catalogue, qualifiedName(parts)));
                break;
            case 'OBJECT_POLICY':
                catalogue.relations
                    .get(catalogue_keyOf(catalogue, qualifiedName(parts.slice(0, -1))))
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
function functionsNamed(catalogue, object, name) {
    const base = catalogue_keyOf(catalogue, name);
    const withTypes = child(object, 'ObjectWithArgs');
    const signature = tree_list(withTypes, 'objargs').map(typeText).join(',');
    return [...catalogue.functions].filter(([, known]) => catalogue_keyOf(catalogue, known) === base && (flag(withTypes, 'args_unspecified') || known.signature === signature));
}
function typeText(node) {
    const type = child(node, 'TypeName') ?? node;
    return `${strings(tree_list(type, 'names')).at(-1) ?? ''}${tree_list(type, 'arrayBounds').length > 0 ? '[]' : ''}`;
}
function createPolicy(catalogue, node, source) {
    const relation = catalogue.relations.get(catalogue_keyOf(catalogue, relationName(child(node, 'table'))));
    const name = tree_text(node, 'policy_name');
    if (relation === undefined)
        return;
    relation.policies.set(name, {
        name,
        command: commandOf(tree_text(node, 'cmd_name')),
        permissive: flag(node, 'permissive'),
        roles: policyRoles(tree_list(node, 'roles')),
        ...expressions(node),
        source,
    });
}
function commandOf(name) {
    return name === 'select' || name === 'insert' || name === 'update' || name === 'delete' ? name : 'all';
}
function policyRoles(nodes) {
    return nodes.length === 0 ? [PUBLIC_ROLE] : roleNames(nodes);
}
function expressions(node) {
    const using = child(node, 'qual');
    const check = child(node, 'with_check');
    return { ...(using === undefined ? {} : { using }), ...(check === undefined ? {} : { check }) };
}
function alterPolicy(catalogue, node, source) {
    const policies = catalogue.relations.get(catalogue_keyOf(catalogue, relationName(child(node, 'table'))))?.policies;
    const policy = policies?.get(tree_text(node, 'policy_name'));
    if (policy === undefined)
        return;
    const roles = tree_list(node, 'roles');
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
    const { schema, name } = qualifiedName(strings(tree_list(node, 'funcname')));
    const own = schema === '' ? catalogue.searchPath : schema;
    const parameters = children(tree_list(node, 'parameters'), 'FunctionParameter');
    const inputs = parameters.filter((parameter) => !['FUNC_PARAM_OUT', 'FUNC_PARAM_TABLE'].includes(tree_text(parameter, 'mode')));
    const signature = inputs.map((parameter) => typeText(child(parameter, 'argType') ?? {})).join(',');
    const options = children(tree_list(node, 'options'), 'DefElem');
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
        body: bodyOf(tree_list(node, 'options')),
        definer: flag(child(option('security'), 'arg', 'Boolean'), 'boolval'),
        returnsTrigger: /^(?:event_)?trigger$/.test(typeText(child(node, 'returnType') ?? {})),
        callers,
    });
}
function alterFunction(catalogue, node) {
    const object = { ObjectWithArgs: child(node, 'func') ?? {} };
    for (const action of tree_list(node, 'actions')) {
        const element = child(action, 'DefElem');
        if (tree_text(element, 'defname') !== 'security')
            continue;
        const definer = flag(child(element, 'arg', 'Boolean'), 'boolval');
        for (const [, known] of functionsNamed(catalogue, object, qualifiedName(nameParts(object))))
            known.definer = definer;
    }
}
function bodyOf(options) {
    const body = options.map((option) => child(option, 'DefElem')).find((element) => tree_text(element, 'defname') === 'as');
    const node = child(body, 'arg');
    return strings(node === undefined ? [] : [node, ...tree_list(child(node, 'List'), 'items')])[0] ?? '';
}
function setVariable(catalogue, node) {
    if (tree_text(node, 'name') !== 'search_path')
        return;
    const schemas = tree_list(node, 'args').map((value) => tree_text(child(value, 'A_Const', 'sval'), 'sval'));
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
function condition_isTrue(value) {
    return value.type === 'const' && (value.value === true || value.value === 't' || value.value === 'true');
}
function denies(value) {
    return value.type === 'const' && !condition_isTrue(value);
}
function condition_boolean(value) {
    return value ? condition_TRUE : condition_FALSE;
}
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
function evaluateSql(node, environment) {
    if (node === undefined)
        return condition_NULL;
    if (environment.depth >= condition_MAX_DEPTH || environment.budget.steps <= 0)
        return unknown('undecided');
    environment.budget.steps--;
    const deeper = { ...environment, depth: environment.depth + 1 };
    const raw = (part) => evaluateSql(part, deeper);
    const inner = (part) => settle(raw(part), environment.caller);
    const [type, content] = tree_nodeOf(node);
    switch (type) {
        case 'A_Const': {
            const value = tree_scalarOf(node);
            return value === undefined ? unknown('undecided') : { type: 'const', value };
        }
        case 'BoolExpr':
            return boolExpression(tree_text(content, 'boolop'), tree_list(content, 'args').map(inner));
        case 'A_Expr':
            return ACCESSORS.includes(operatorName(content))
                ? condition_member(operatorName(content), raw(child(content, 'lexpr')), inner(child(content, 'rexpr')), environment.caller)
                : operator(content, inner);
        case 'NullTest':
            return nullTest(inner(child(content, 'arg')), tree_text(content, 'nulltesttype') === 'IS_NULL');
        case 'BooleanTest':
            return booleanTest(inner(child(content, 'arg')), tree_text(content, 'booltesttype'));
        case 'TypeCast':
        case 'CollateClause':
            return raw(child(content, 'arg'));
        case 'ColumnRef':
            return environment.column(strings(tree_list(content, 'fields')));
        case 'FuncCall':
            return condition_call(content, deeper);
        case 'SubLink':
            return subquery(content, deeper);
        case 'SQLValueFunction':
            return valueFunction(tree_text(content, 'op'), environment.caller);
        case 'CoalesceExpr':
            return coalesce(tree_list(content, 'args').map(inner));
        case 'CaseExpr':
            return caseOf(content, inner);
        case 'A_ArrayExpr':
            return depends(...tree_list(content, 'elements').map(inner));
        case 'A_Indirection':
            return indirection(inner(child(content, 'arg')));
        case 'List':
            return depends(...tree_list(content, 'items').map(inner));
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
        return value.type === 'const' ? condition_boolean(!condition_isTrue(value)) : value;
    }
    const and = kind === 'AND_EXPR';
    const decisive = values.find((value) => value.type === 'const' && !isNull(value) && condition_isTrue(value) !== and);
    if (decisive !== undefined)
        return condition_boolean(!and);
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
    const matches = !isNull(value) && condition_isTrue(value) === wanted;
    return condition_boolean(test.startsWith('IS_NOT') ? !matches : matches);
}
function operatorName(content) {
    return strings(tree_list(content, 'name')).at(-1) ?? '';
}
function operator(content, inner) {
    const name = operatorName(content);
    const left = inner(child(content, 'lexpr'));
    const right = child(content, 'rexpr');
    switch (tree_text(content, 'kind')) {
        case 'AEXPR_IN':
            return inList(left, tree_list(child(right, 'List'), 'items').map(inner), name === '<>');
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
    const elements = tree_list(child(node, 'A_ArrayExpr'), 'elements');
    return elements.length > 0 || node === undefined ? elements : [node];
}
function inList(left, items, negated) {
    const results = items.map((item) => condition_binary('=', left, item));
    const found = boolExpression('OR_EXPR', results);
    return negated ? boolExpression('NOT_EXPR', [found]) : found;
}
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
const ACCESSORS = ['->', '->>', '#>', '#>>'];
function condition_member(name, object, key, caller) {
    if (isNull(object) || isNull(key))
        return condition_NULL;
    if (object.type !== 'claims' || key.type !== 'const')
        return depends(object, key);
    const path = [...object.path, ...String(key.value).replace(/[{}]/g, '').split(',')];
    return name.endsWith('>>') ? claim(path, caller) : { type: 'claims', path };
}
function settle(value, caller) {
    return value.type === 'claims' ? claim(value.path, caller) : value;
}
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
    const parts = strings(tree_list(content, 'funcname'));
    const name = parts.join('.');
    const { caller } = environment;
    const parameters = tree_list(content, 'args').map((parameter) => settle(evaluateSql(parameter, environment), caller));
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
    for (const branch of children(tree_list(content, 'args'), 'CaseWhen')) {
        const test = inner(child(branch, 'expr'));
        const holds = argument === undefined ? test : condition_binary('=', inner(argument), test);
        if (denies(holds))
            continue;
        const result = inner(child(branch, 'result'));
        if (condition_isTrue(holds))
            return open.length === 0 ? result : condition_merge([...open, result]);
        open.push(holds, result);
    }
    const otherwise = inner(child(content, 'defresult'));
    return open.length === 0 ? otherwise : condition_merge([...open, otherwise]);
}
function condition_merge(values) {
    return depends(...values.filter((value) => value.type !== 'const'));
}
function subquery(content, environment) {
    const query = child(content, 'subselect', 'SelectStmt');
    if (query === undefined)
        return unknown('undecided');
    const kind = tree_text(content, 'subLinkType');
    if (kind === 'EXPR_SUBLINK')
        return rowsOf(query, environment);
    const from = tree_list(query, 'fromClause').length > 0;
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
    const from = tree_list(query, 'fromClause').length > 0;
    if (where === undefined)
        return condition_TRUE;
    return evaluateSql(where, from ? { ...environment, column: rowColumn(environment) } : environment);
}
function rowColumn(environment) {
    return (path) => {
        const outer = environment.column(path);
        return outer.type === 'unknown' ? unknown('record') : outer;
    };
}
function rowsOf(query, environment) {
    const [target] = children(tree_list(query, 'targetList'), 'ResTarget', 'val');
    if (tree_list(query, 'fromClause').length === 0) {
        const where = whereOf(query, environment);
        if (denies(where))
            return condition_NULL;
        return evaluateSql(target, environment);
    }
    if (denies(whereOf(query, environment)))
        return aggregates(target) ? unknown('record') : condition_NULL;
    return depends(whereOf(query, environment), unknown('record'));
}
function aggregates(target) {
    return target !== undefined && tree_nodeOf(target)[0] !== 'ColumnRef' && tree_nodeOf(target)[0] !== 'A_Const';
}

;// CONCATENATED MODULE: ./lib/declarations/supabase/access.js



function callersOf(role) {
    if (role === 'anon')
        return [{ role, anonymous: false }];
    return [
        { role, anonymous: false },
        { role, anonymous: true },
    ];
}
function access_audienceOf(role) {
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
    const base = catalogue_keyOf(catalogue, { schema: schema ?? '', name: plain ?? '' });
    return [...catalogue.functions.values()].find((known) => `${known.schema}.${known.name}` === base && known.parameters.length === arity);
}
const access_RANK = { closed: 0, conditional: 1, unknown: 2, open: 3 };
function access_isAsWide(verdict, other) {
    return access_RANK[verdict.state] >= access_RANK[other.state];
}
function access_widest(verdicts, otherwise) {
    return verdicts.reduce((best, next) => (access_RANK[next.state] > access_RANK[best.state] ? next : best), otherwise);
}
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
    if (condition_isTrue(value))
        return { state: 'open', origins: [], source, because };
    if (denies(value))
        return { state: 'closed', origins: [], source, because };
    const origins = value.type === 'unknown' ? value.origins : ['owner'];
    if (origins.every((origin) => origin === 'self'))
        return { state: 'open', origins, source, because };
    return { state: origins.includes('undecided') ? 'unknown' : 'conditional', origins, source, because };
}
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
    const given = grant.implicit ? 'Supabase\u2019s default privileges let' : 'a grant lets';
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
function judgePolicies(judging, relation, caller, privilege, bindings) {
    const own = forCommand(judging, relation, caller, privilege, bindings);
    if (privilege === 'select' || privilege === 'insert')
        return own;
    return access_narrowest([own, forCommand(judging, relation, caller, 'select', bindings)]);
}
function forCommand(judging, relation, caller, privilege, bindings) {
    const roles = rolesOf(judging.catalogue, caller.role);
    const applying = [...relation.policies.values()].filter((policy) => (policy.command === privilege || policy.command === 'all') && policy.roles.some((role) => roles.has(role)));
    const judge = (policy) => access_judgePolicy(judging, policy, caller, privilege, bindings);
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
function access_judgePolicy(judging, policy, caller, privilege, bindings) {
    const because = `the policy \u201c${policy.name.slice(0, 80)}\u201d`;
    const evaluate = (expression, origin) => expression === undefined
        ? access_verdictOf({ type: 'const', value: !policy.permissive }, policy.source, because)
        : access_verdictOf(evaluateSql(expression, environmentFor(judging, caller, bindings, origin)), policy.source, because);
    const check = policy.check ?? policy.using;
    if (privilege === 'insert')
        return evaluate(check, 'sent');
    if (privilege !== 'update')
        return evaluate(policy.using, 'record');
    return access_narrowest([evaluate(policy.using, 'record'), evaluate(check, 'sent')]);
}
function judgeView(judging, view, role, privilege, grant, depth) {
    const { source } = view;
    const query = child(view.query, 'SelectStmt');
    const because = grant.implicit
        ? `the view runs with its owner\u2019s rights and Supabase\u2019s default privileges let ${role} in`
        : `the view runs with its owner\u2019s rights and a grant lets ${role} in`;
    const undecided = {
        state: 'unknown',
        origins: ['undecided'],
        source,
        because: 'a view that is not understood',
    };
    if (query === undefined || depth > 8)
        return undecided;
    const tables = access_tablesIn(query);
    if (privilege !== 'select' && !isUpdatable(query))
        return { state: 'closed', origins: [], source, because: 'the view is not updatable' };
    const where = callersOf(role).map((caller) => access_verdictOf(access_whereOf(judging, query, caller), source, because));
    const shown = access_widest(where, where[0] ?? undecided);
    if (!view.invoker)
        return shown;
    const below = tables.map((name) => {
        const relation = judging.catalogue.relations.get(catalogue_keyOf(judging.catalogue, name));
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
function access_tablesIn(query) {
    const found = [];
    const own = new Set(tree_list(child(query, 'withClause'), 'ctes').map((cte) => String(child(cte, 'CommonTableExpr')?.ctename)));
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
function isUpdatable(query) {
    const from = tree_list(query, 'fromClause');
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
    return tree_list(query, 'targetList').some((target) => {
        const name = tree_list(child(target, 'ResTarget', 'val', 'FuncCall'), 'funcname').at(-1);
        const text = child(name, 'String')?.sval;
        return typeof text === 'string' && AGGREGATES.includes(text);
    });
}

;// CONCATENATED MODULE: ./lib/declarations/supabase/judge.js


const judge_OPERATIONS = {
    select: ['list', 'read'],
    insert: ['create'],
    update: ['overwrite'],
    delete: ['delete'],
};
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
        return judge_OPERATIONS[privilege].map((operation) => ({ operation, verdict }));
    }));
}
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
    owner: 'the caller\u2019s own id standing in the row',
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
            audience: access_audienceOf(role),
            can: operationsIn(known.body),
            state: 'conditional',
            why: checks
                ? `The function runs with its owner\u2019s rights, ${role} may call it, and its body looks at who calls.`
                : `The function runs with its owner\u2019s rights, ${role} may call it, and its body does not look at who calls.`,
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
function declareBucket(judging, bucket, signUp) {
    const objects = judging.catalogue.relations.get('storage.objects');
    if (objects === undefined)
        return [];
    const bindings = { bucket_id: { type: 'const', value: bucket.id } };
    return declareAll(`/storage/v1/${bucket.id}`, bucket.source, signUp, (role) => PRIVILEGES.flatMap((privilege) => {
        const verdict = judgeRelation(judging, objects, role, privilege, bindings);
        return judge_OPERATIONS[privilege].map((operation) => ({
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
        readings.push(await supabase_readProject(project, own, name, context));
    return {
        declarations: readings.flatMap((reading) => reading.declarations),
        mentions: [],
        problems: readings.flatMap((reading) => reading.problems),
    };
}
async function supabase_readProject(folder, files, name, context) {
    const configFile = files.find((file) => file.path === `${folder}config.toml`);
    const config = configFile === undefined ? NO_CONFIG : await readConfig(configFile);
    const problems = [];
    if (configFile !== undefined && config.problem !== undefined)
        problems.push({ kind: 'malformed', path: configFile.path, ...config.problem });
    const scripts = supabase_inOrder(folder, files);
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
        folder: folder.replace(/\/$/, ''),
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
        const reason = `The SQL parser could not be loaded, so no migration was judged: ${(0,errors/* messageOf */.bD)(error)}`;
        problems.push({ kind: 'unreadable', path: folder.replace(/\/$/, ''), reason });
        return undefined;
    }
}
function supabase_inOrder(folder, files) {
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
function functionQuery(declared, parser) {
    if (declared.language.toLowerCase() !== 'sql' || declared.body.length > 20_000)
        return undefined;
    const { statements } = parser.parse(declared.body);
    return statements.length === 1 ? child(statements[0]?.tree, 'SelectStmt') : undefined;
}

;// CONCATENATED MODULE: ./lib/declarations/terraform/functions.js

const functions_FUNCTIONS = {
    abs: ([value]) => (typeof value === 'number' ? Math.abs(value) : UNKNOWN),
    alltrue: ([list]) => every(list, true),
    anytrue: ([list]) => every(list, false),
    base64encode: ([value]) => (isKnownText(value) ? Buffer.from(value).toString('base64') : UNKNOWN),
    can: ([value]) => (value === undefined || !isKnown(value) ? UNKNOWN : true),
    chomp: onText((text) => text.replace(/\n$/, '')),
    coalesce: (args) => args.find((value) => value !== null && value !== '') ?? UNKNOWN,
    coalescelist: (args) => args.find((value) => value === UNKNOWN || (isList(value) && value.length > 0)) ?? UNKNOWN,
    compact: ([list]) => (isList(list) ? list.filter((item) => item !== null && item !== '') : UNKNOWN),
    concat: (args) => (args.every(isList) ? functions_bounded(args.flat()) : UNKNOWN),
    contains: ([list, wanted]) => containsValue(list, wanted),
    distinct: ([list]) => (isList(list) ? functions_distinct(list) : UNKNOWN),
    element: ([list, index]) => isList(list) && typeof index === 'number' && list.length > 0 ? (list[index % list.length] ?? UNKNOWN) : UNKNOWN,
    endswith: ([text, end]) => (isKnownText(text) && isKnownText(end) ? text.endsWith(end) : UNKNOWN),
    flatten: ([list]) => (isList(list) ? functions_bounded(flatten(list)) : UNKNOWN),
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
    setunion: (args) => (args.every(isList) ? functions_distinct(args.flat()) : UNKNOWN),
    sort: ([list]) => (isList(list) && list.every(isKnownText) ? list.toSorted() : UNKNOWN),
    split: ([separator, text]) => isKnownText(separator) && separator !== '' && typeof text === 'string' ? functions_bounded(text.split(separator)) : UNKNOWN,
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
    toset: ([list]) => (isList(list) ? functions_distinct(list) : UNKNOWN),
    tostring: ([value]) => (value === undefined ? UNKNOWN : value === null ? null : (values_textOf(value) ?? UNKNOWN)),
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
function functions_callFunction(name, args) {
    return (Object.hasOwn(functions_FUNCTIONS, name) ? functions_FUNCTIONS[name]?.(args) : undefined) ?? UNKNOWN;
}
function onText(change) {
    return ([value]) => (typeof value === 'string' ? change(value) : UNKNOWN);
}
function functions_bounded(list) {
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
function functions_distinct(list) {
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
        const shown = value === undefined ? undefined : verb === 'v' || verb === 'q' ? shownAsIs(value, verb) : values_textOf(value);
        if (shown === undefined)
            refused = true;
        return width?.startsWith('0')
            ? (shown ?? '').padStart(Number(width), '0')
            : (shown ?? '').padStart(Number(width ?? 0));
    });
    return refused || text.length > MAX_TEXT ? UNKNOWN : text;
}
function shownAsIs(value, verb) {
    const text = values_textOf(value);
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
    const texts = list.map((item) => values_textOf(item) ?? UNKNOWN_PART);
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
const SPLAT_ELEMENT = '*';

;// CONCATENATED MODULE: ./lib/declarations/terraform/evaluate.js



const terraform_evaluate_MAX_STEPS = 2_000_000;
const terraform_evaluate_MAX_DEPTH = 600;
function terraform_evaluate_evaluate(expression, scope) {
    const { budget } = scope;
    if (budget.depth >= terraform_evaluate_MAX_DEPTH || budget.steps <= 0)
        return UNKNOWN;
    budget.steps--;
    budget.depth++;
    try {
        return evaluate_valueIn(expression, scope);
    }
    finally {
        budget.depth--;
    }
}
function evaluate_valueIn(expression, scope) {
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
            return splatOf(terraform_evaluate_evaluate(expression.of, scope), expression.each, scope);
        case 'tuple':
            return expression.items.map((item) => terraform_evaluate_evaluate(item, scope));
        case 'object':
            return evaluate_objectOf(expression.entries, scope);
        case 'for':
            return evaluate_loopOf(expression, scope);
        case 'conditional':
            return evaluate_chosen(expression, scope);
        case 'unary':
            return evaluate_unary(expression.operator, terraform_evaluate_evaluate(expression.of, scope));
        case 'binary':
            return evaluate_binary(expression.operator, terraform_evaluate_evaluate(expression.left, scope), terraform_evaluate_evaluate(expression.right, scope));
        case 'call':
            return evaluate_callOf(expression, scope);
        case 'unreadable':
            return UNKNOWN;
    }
}
function templateText(parts, scope) {
    let text = '';
    for (const part of parts) {
        const piece = values_textOf(terraform_evaluate_evaluate(part, scope));
        if (piece === undefined || text.length + piece.length > MAX_TEXT)
            return UNKNOWN;
        text += piece;
    }
    return text;
}
function referenceTo(expression, scope) {
    const steps = [];
    let root = expression;
    while (root.type === 'index') {
        steps.push(root.index);
        root = root.of;
    }
    steps.reverse();
    if (root.type !== 'name')
        return steps.reduce((value, step) => evaluate_itemOf(value, terraform_evaluate_evaluate(step, scope)), terraform_evaluate_evaluate(root, scope));
    const own = scope.locals.get(root.name);
    if (own !== undefined)
        return steps.reduce((value, step) => evaluate_itemOf(value, terraform_evaluate_evaluate(step, scope)), own);
    const path = [];
    for (const step of steps.slice(0, 2)) {
        if (step.type !== 'literal' || typeof step.value !== 'string')
            break;
        path.push(step.value);
    }
    const { value, used } = scope.refer(root.name, path);
    return steps.slice(used).reduce((inner, step) => evaluate_itemOf(inner, terraform_evaluate_evaluate(step, scope)), value);
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
    return items.slice(0, MAX_ITEMS).map((item) => terraform_evaluate_evaluate(each, evaluate_withLocals(scope, [[SPLAT_ELEMENT, item]])));
}
function evaluate_withLocals(scope, added) {
    return { ...scope, locals: new Map([...scope.locals, ...added]) };
}
function evaluate_objectOf(entries, scope) {
    const object = new Map();
    for (const [name, expression] of entries) {
        const key = values_textOf(terraform_evaluate_evaluate(name, scope));
        if (key === undefined)
            return UNKNOWN;
        object.set(key, terraform_evaluate_evaluate(expression, scope));
    }
    return object;
}
function evaluate_loopOf(loop, scope) {
    const over = terraform_evaluate_evaluate(loop.over, scope);
    const entries = evaluate_entriesOf(over);
    if (entries === undefined || entries.length > MAX_ITEMS)
        return UNKNOWN;
    const items = [];
    const object = new Map();
    for (const [key, item] of entries) {
        const inner = evaluate_withLocals(scope, [...(loop.key === undefined ? [] : [[loop.key, key]]), [loop.item, item]]);
        const wanted = loop.condition === undefined ? true : truthOf(terraform_evaluate_evaluate(loop.condition, inner));
        if (wanted === undefined)
            return UNKNOWN;
        if (!wanted)
            continue;
        const element = terraform_evaluate_evaluate(loop.element, inner);
        if (loop.elementKey === undefined) {
            items.push(element);
            continue;
        }
        const name = values_textOf(terraform_evaluate_evaluate(loop.elementKey, inner));
        if (name === undefined)
            return UNKNOWN;
        const known = object.get(name);
        object.set(name, loop.groups ? [...(isList(known) ? known : []), element] : element);
    }
    return loop.elementKey === undefined ? items : object;
}
function evaluate_entriesOf(value) {
    if (isList(value))
        return value.map((item, index) => [index, item]);
    return isMap(value) ? [...value] : undefined;
}
function evaluate_chosen(expression, scope) {
    const condition = truthOf(terraform_evaluate_evaluate(expression.condition, scope));
    if (condition !== undefined)
        return terraform_evaluate_evaluate(condition ? expression.yes : expression.no, scope);
    const yes = terraform_evaluate_evaluate(expression.yes, scope);
    return equal(yes, terraform_evaluate_evaluate(expression.no, scope)) === true ? yes : UNKNOWN;
}
function evaluate_unary(operator, value) {
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
function evaluate_callOf(call, scope) {
    const args = [];
    for (const [index, expression] of call.args.entries()) {
        const value = terraform_evaluate_evaluate(expression, scope);
        if (!call.expands || index < call.args.length - 1)
            args.push(value);
        else if (isList(value))
            args.push(...value.slice(0, MAX_ITEMS));
        else
            return UNKNOWN;
    }
    if (call.name === 'file' || call.name === 'templatefile')
        return scope.readFile(call.name, args);
    if (call.name === 'try')
        return args.find((value) => isKnown(value) || isAddressed(value)) ?? args[0] ?? UNKNOWN;
    return functions_callFunction(call.name, args);
}
function isAddressed(value) {
    return typeof value === 'string' && !isKnownText(value);
}

;// CONCATENATED MODULE: ./lib/declarations/terraform/resources.js


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
            attributes.set(name, { value: terraform_evaluate_evaluate(value, scope), source, at });
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
function instancesOf(body, scope, name) {
    const each = body.attributes.get('for_each');
    const count = body.attributes.get('count');
    const scoped = (key, value) => evaluate_withLocals(scope, [
        [
            name,
            new Map([
                ['key', key],
                ['value', value],
            ]),
        ],
    ]);
    if (each !== undefined) {
        const entries = resources_entriesOf(terraform_evaluate_evaluate(each.value, scope));
        if (entries === undefined)
            return [{ scope: scoped(UNKNOWN, UNKNOWN), uncertain: true }];
        return entries
            .slice(0, MAX_INSTANCES)
            .map(([key, value]) => ({ scope: scoped(key, value), key, uncertain: false }));
    }
    if (count === undefined)
        return [{ scope, uncertain: false }];
    const times = terraform_evaluate_evaluate(count.value, scope);
    const counted = (index) => evaluate_withLocals(scope, [['count', new Map([['index', index]])]]);
    if (typeof times !== 'number')
        return [{ scope: counted(UNKNOWN), uncertain: true }];
    return Array.from({ length: Math.max(0, Math.min(times, MAX_INSTANCES)) }, (_, index) => ({
        scope: counted(index),
        key: index,
        uncertain: false,
    }));
}
function resources_entriesOf(value) {
    if (isMap(value))
        return [...value];
    if (!isList(value))
        return undefined;
    return value.map((item, index) => [values_textOf(item) ?? String(index), item]);
}
function keyed(address, key) {
    if (key === undefined)
        return address;
    return typeof key === 'number' ? `${address}[${key}]` : `${address}["${key}"]`;
}

;// CONCATENATED MODULE: ./lib/declarations/terraform/world.js


function world_ofType(world, ...types) {
    return world.resources.filter(({ mode, resourceType }) => mode === 'managed' && types.includes(resourceType));
}
function spotOfAttribute(world, resource, block, name) {
    return world.spotOf(resource.file, block.attributes.get(name)?.at ?? block.at);
}
function world_settingOf(block, name, fallback) {
    const value = attributeValue(block, name);
    if (value === undefined || value === null)
        return block.uncertain ? 'unknown' : fallback;
    return truthOf(value) ?? 'unknown';
}
function textAttribute(block, name) {
    const value = attributeValue(block, name);
    if (value === UNKNOWN)
        return UNKNOWN_PART;
    return typeof value === 'string' ? value : undefined;
}
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
function world_shownName(key, address) {
    if (key.startsWith(ADDRESS_MARK))
        return key.slice(ADDRESS_MARK.length);
    return isKnownText(key) ? key : address;
}

;// CONCATENATED MODULE: ./lib/declarations/terraform/aws-cognito.js






function aws_cognito_findIdentityPools(world) {
    const signUp = aws_cognito_signUpOf(world);
    return world_ofType(world, 'aws_cognito_identity_pool').flatMap((pool) => {
        const verdicts = judgeIdentityPool(aws_cognito_modelOf(world, pool, signUp));
        const opened = verdicts.flatMap(({ opens, ...verdict }) => opens === undefined ? [] : [{ kind: opens.kind, name: world_shownName(opens.name, pool.address), verdicts: [verdict] }]);
        return [{ kind: 'cognito-identity-pool', verdicts: ownVerdicts(verdicts) }, ...opened];
    });
}
function aws_cognito_signUpOf(world) {
    const settings = world_ofType(world, 'aws_cognito_user_pool').map((pool) => {
        const [config] = blocksOf(pool, 'admin_create_user_config');
        const adminOnly = config === undefined ? false : world_settingOf(config, 'allow_admin_create_user_only', false);
        return adminOnly === 'unknown' ? 'unknown' : !adminOnly;
    });
    if (settings.includes(true))
        return true;
    return settings.includes('unknown') ? 'unknown' : false;
}
function aws_cognito_modelOf(world, pool, signUp) {
    const attachments = world_ofType(world, 'aws_cognito_identity_pool_roles_attachment').filter((one) => world_keyOf(one, 'identity_pool_id') === `${ADDRESS_MARK}${pool.address}`);
    const policiesFor = (kind) => attachments.flatMap((attachment) => {
        const roles = attributeValue(attachment, 'roles');
        const role = isMap(roles) ? roles.get(kind) : undefined;
        return role === undefined ? [] : aws_cognito_policiesOfRole(world, role);
    });
    return {
        spot: world.spotOf(pool.file, pool.at),
        allowsGuests: pool.uncertain ? 'unknown' : world_settingOf(pool, 'allow_unauthenticated_identities', false),
        classicFlow: world_settingOf(pool, 'allow_classic_flow', false),
        guestPolicies: policiesFor('unauthenticated'),
        signUp,
        memberPolicies: policiesFor('authenticated'),
    };
}
function aws_cognito_policiesOfRole(world, roleArn) {
    if (typeof roleArn !== 'string')
        return [];
    const name = roleArn.slice(roleArn.lastIndexOf('role/') + (roleArn.includes('role/') ? 5 : 0));
    const isOfRole = (one) => listOf(attributeValue(one, 'role')).includes(name) || listOf(attributeValue(one, 'roles')).includes(name);
    const role = world_ofType(world, 'aws_iam_role').filter((one) => shownRole(one) === name);
    const inline = role.flatMap((one) => blocksOf(one, 'inline_policy').map((block) => aws_cognito_policyOf(world, one, attributeValue(block, 'policy'), 'policy', block)));
    const own = world_ofType(world, 'aws_iam_role_policy')
        .filter(isOfRole)
        .map((one) => aws_cognito_policyOf(world, one, attributeValue(one, 'policy'), 'policy', one));
    const attached = world_ofType(world, 'aws_iam_role_policy_attachment', 'aws_iam_policy_attachment').filter(isOfRole);
    const managed = attached.flatMap((one) => managedPolicy(world, one));
    return [...inline, ...own, ...managed];
}
function shownRole(role) {
    const name = attributeValue(role, 'name');
    return isKnownText(name) ? name : `${ADDRESS_MARK}${role.address}`;
}
function aws_cognito_policyOf(world, resource, value, name, block) {
    const text = typeof value === 'string' ? value : undefined;
    return {
        spot: spotOfAttribute(world, resource, block, name),
        text,
        uncertain: resource.uncertain || block.uncertain,
    };
}
function managedPolicy(world, attachment) {
    const arn = attributeValue(attachment, 'policy_arn');
    if (typeof arn !== 'string')
        return [aws_cognito_policyOf(world, attachment, undefined, 'policy_arn', attachment)];
    const name = arn.slice(arn.lastIndexOf('/') + 1);
    if (isAwsManaged(arn)) {
        const text = awsManagedPolicy(arn);
        return text === undefined ? [] : [aws_cognito_policyOf(world, attachment, text, 'policy_arn', attachment)];
    }
    return world_ofType(world, 'aws_iam_policy')
        .filter((one) => world_keyOf(one, 'name') === name)
        .map((one) => aws_cognito_policyOf(world, one, attributeValue(one, 'policy'), 'policy', one));
}
function aws_cognito_findAppSync(world) {
    return world_ofType(world, 'aws_appsync_graphql_api').flatMap((api) => {
        const ways = [api, ...blocksOf(api, 'additional_authentication_provider')].map((block) => ({
            spot: spotOfAttribute(world, api, block, 'authentication_type'),
            type: textAttribute(block, 'authentication_type'),
        }));
        const verdict = judgeGraphQl(ways);
        return verdict === undefined ? [] : [{ kind: 'appsync', verdicts: [verdict] }];
    });
}

;// CONCATENATED MODULE: ./lib/declarations/terraform/aws-endpoints.js




function aws_endpoints_findFunctionUrls(world) {
    const permissions = world_ofType(world, 'aws_lambda_permission');
    return world_ofType(world, 'aws_lambda_function_url').map((url) => {
        const key = aws_endpoints_functionKey(url);
        const grants = permissions.filter((one) => aws_endpoints_functionKey(one) === key && attributeValue(one, 'principal') === '*' && !isNarrowed(one));
        const type = attributeValue(url, 'authorization_type');
        const verdict = judgeEndpoint({
            spot: spotOfAttribute(world, url, url, 'authorization_type'),
            what: 'The function URL',
            asks: type === 'NONE' ? 'nothing' : type === 'AWS_IAM' ? 'sign-in' : 'unknown',
            ...(grants.some((one) => allows(one, 'lambda:InvokeFunction')) ? {} : { guard: 'missing-second-permission' }),
            uncertain: url.uncertain,
        });
        return { kind: 'lambda-url', verdicts: [verdict] };
    });
}
function aws_endpoints_functionKey(resource) {
    return world_keyOf(resource, 'function_name');
}
function allows(permission, action) {
    const value = attributeValue(permission, 'action');
    return value === action || value === 'lambda:*';
}
function isNarrowed(permission) {
    return ['source_account', 'source_arn', 'principal_org_id'].some((name) => {
        const value = attributeValue(permission, name);
        return value !== undefined && value !== null;
    });
}
function findApis(world) {
    const methods = [...restMethods(world), ...httpRoutes(world)];
    return methods.map((method) => ({ kind: 'api-gateway', verdicts: [judgeEndpoint(method)] }));
}
function restMethods(world) {
    const apis = world_ofType(world, 'aws_api_gateway_rest_api');
    const policies = world_ofType(world, 'aws_api_gateway_rest_api_policy');
    const methods = world_ofType(world, 'aws_api_gateway_method').filter((method) => attributeValue(method, 'http_method') !== 'OPTIONS');
    return methods.map((method) => {
        const key = world_keyOf(method, 'rest_api_id');
        const api = apis.find((one) => aws_endpoints_idOf(one) === key);
        const authorization = attributeValue(method, 'authorization');
        return {
            spot: spotOfAttribute(world, method, method, 'authorization'),
            what: `The method ${nameIn(method, 'http_method')}`,
            asks: aws_endpoints_asksOf(method, authorization === UNKNOWN ? 'unknown' : authorization !== 'NONE'),
            ...aws_endpoints_guardOf(api, policies.filter((one) => world_keyOf(one, 'rest_api_id') === key)),
            uncertain: method.uncertain,
        };
    });
}
function aws_endpoints_asksOf(method, signIn) {
    if (signIn !== false)
        return signIn === 'unknown' ? 'unknown' : 'sign-in';
    const key = world_settingOf(method, 'api_key_required', false);
    if (key === 'unknown')
        return 'unknown';
    return key ? 'api-key' : 'nothing';
}
function aws_endpoints_guardOf(api, policies) {
    const inNetwork = api === undefined ? false : isPrivate(api);
    if (inNetwork === true)
        return { guard: 'private-network' };
    if (inNetwork === 'unknown')
        return { guard: 'unknown-policy' };
    return guardOfPolicy(aws_endpoints_policyOf([...(api === undefined ? [] : [api]), ...policies], api === undefined));
}
function aws_endpoints_idOf(api) {
    return `${ADDRESS_MARK}${api.address}`;
}
function nameIn(resource, attribute) {
    const text = textAttribute(resource, attribute);
    return isKnownText(text) ? text : resource.address;
}
function isPrivate(api) {
    const types = blocksOf(api, 'endpoint_configuration').flatMap((block) => listOf(attributeValue(block, 'types')));
    if (types.includes('PRIVATE'))
        return true;
    return types.includes(UNKNOWN) ? 'unknown' : false;
}
function aws_endpoints_policyOf(holders, undeclared) {
    const values = holders
        .map((one) => attributeValue(one, 'policy'))
        .filter((value) => value !== undefined && value !== null);
    const [value] = values;
    if (value === undefined)
        return undeclared ? 'unknown' : undefined;
    return typeof value === 'string' && values.length === 1 ? value : 'unknown';
}
function httpRoutes(world) {
    return world_ofType(world, 'aws_apigatewayv2_route').map((route) => {
        const type = attributeValue(route, 'authorization_type');
        const signIn = type === UNKNOWN ? 'unknown' : typeof type === 'string' && type !== 'NONE';
        return {
            spot: spotOfAttribute(world, route, route, 'authorization_type'),
            what: `The route ${nameIn(route, 'route_key')}`,
            asks: aws_endpoints_asksOf(route, signIn),
            uncertain: route.uncertain,
        };
    });
}

;// CONCATENATED MODULE: ./lib/declarations/terraform/aws-opensearch.js



const DOMAINS = ['aws_opensearch_domain', 'aws_elasticsearch_domain'];
function aws_opensearch_findOpenSearch(world) {
    const attached = world_ofType(world, ...DOMAINS.map((type) => `${type}_policy`));
    const domains = world_ofType(world, ...DOMAINS);
    const found = domains.map((domain) => {
        const key = world_keyOf(domain, 'domain_name');
        const own = attached.filter((one) => world_keyOf(one, 'domain_name') === key);
        const model = {
            spot: world.spotOf(domain.file, domain.at),
            policies: [domain, ...own].flatMap((one) => policiesIn(world, one)),
            vpc: blocksOf(domain, 'vpc_options').length > 0,
            signIn: aws_opensearch_signInOf(domain),
        };
        return { kind: 'elasticsearch', name: world_shownName(key, domain.address), verdicts: judgeSearchDomain(model) };
    });
    const known = new Set(domains.map((domain) => world_keyOf(domain, 'domain_name')));
    const foreign = attached.filter((one) => !known.has(world_keyOf(one, 'domain_name')));
    return [
        ...found,
        ...foreign.map((one) => {
            const spot = world.spotOf(one.file, one.at);
            const verdicts = judgeSearchDomain({ spot, policies: policiesIn(world, one), vpc: false, signIn: 'unknown' });
            return { kind: 'elasticsearch', name: world_shownName(world_keyOf(one, 'domain_name'), one.address), verdicts };
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
function aws_opensearch_signInOf(domain) {
    const [options] = blocksOf(domain, 'advanced_security_options');
    if (options === undefined)
        return domain.uncertain ? 'unknown' : false;
    const enabled = world_settingOf(options, 'enabled', false);
    const anonymous = world_settingOf(options, 'anonymous_auth_enabled', false);
    if (enabled === false || anonymous === true)
        return false;
    return enabled === true && anonymous === false ? true : 'unknown';
}

;// CONCATENATED MODULE: ./lib/declarations/terraform/aws-s3-module.js




const SOURCE = /(?:^|\/)terraform-aws-modules\/(?:s3-bucket\/aws$|terraform-aws-s3-bucket(?:\.git)?(?:\?|$|\/\/))/;
function s3BucketModules(world) {
    return world.calls
        .filter((call) => SOURCE.test(call.source) && world_settingOf(call, 'create_bucket', true) !== false)
        .map((call) => ({ call, model: aws_s3_module_modelOf(call) }));
}
function aws_s3_module_modelOf(call) {
    const blocksByDefault = blocksPublicAccess(call);
    const controlsOwnership = world_settingOf(call, 'control_object_ownership', false);
    const ownership = attributeValue(call, 'object_ownership');
    return {
        block: aws_s3_blockOf(call, blocksByDefault, call.uncertain),
        ownership: controlsOwnership === true ? aws_s3_module_ownershipOf(ownership) : controlsOwnership === false ? 'unset' : 'unknown',
        attachesPolicy: world_settingOf(call, 'attach_policy', false),
    };
}
function aws_s3_module_ownershipOf(value) {
    if (value === undefined)
        return 'BucketOwnerEnforced';
    if (value === UNKNOWN)
        return 'unknown';
    return value === 'ObjectWriter' || value === 'BucketOwnerPreferred' || value === 'BucketOwnerEnforced'
        ? value
        : 'unknown';
}
function blocksPublicAccess({ version, source }) {
    const written = version ?? /[?&]ref=v?([\d.]+)/.exec(source)?.[1];
    const [, major, minor] = /(\d{1,4})(?:\.(\d{1,4}))?/.exec(written ?? '') ?? [];
    if (major === undefined)
        return true;
    if (/^\s*(?:>|~>\s*\d+(?:\.\d+)?\s*$)/.test(written ?? ''))
        return Number(major) >= 3;
    return Number(major) > 3 || (Number(major) === 3 && Number(minor ?? 0) >= 9);
}

;// CONCATENATED MODULE: ./lib/declarations/terraform/aws-s3.js





function aws_s3_findS3(world) {
    const drafts = new Map();
    const aliases = new Map();
    const draftOf = (key, resource) => {
        const name = aws_s3_bucketKey(aliases.get(key) ?? key);
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
        draftOf(world_keyOf(block, 'bucket'), block).blocks.push(aws_s3_blockOf(block, false, block.uncertain));
    for (const object of world_ofType(world, 'aws_s3_object', 'aws_s3_bucket_object', 'aws_s3_object_copy')) {
        const acls = aclsIn(world, object, object).filter(({ grants }) => grants.length > 0);
        if (acls.length > 0)
            draftOf(world_keyOf(object, 'bucket'), object).acls.push(...acls.map((acl) => ({ ...acl, key: objectKey(object) })));
    }
    for (const point of world_ofType(world, 'aws_s3_access_point'))
        draftOf(world_keyOf(point, 'bucket'), point).accessPoints.push(...aws_s3_accessPointOf(world, point));
    for (const { call, model } of s3BucketModules(world)) {
        const draft = draftOf(world_keyOf(call, 'bucket'), call);
        draft.acls.push(...aclsIn(world, call, call));
        draft.policies.push(...policyIn(world, call, 'policy').map((one) => withAttachment(one, model.attachesPolicy)));
        draft.blocks.push(model.block);
        draft.ownership = model.ownership;
    }
    const account = world_ofType(world, 'aws_s3_account_public_access_block').map((block) => aws_s3_blockOf(block, false, block.uncertain));
    return [...drafts].map(([key, draft]) => ({
        kind: 's3',
        name: world_shownName(key, draft.address),
        verdicts: judgeS3({ ...draft, blocks: [...account, ...draft.blocks] }),
    }));
}
function aws_s3_bucketKey(key) {
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
function aws_s3_blockOf(block, fallback, uncertain) {
    const setting = (name) => {
        const value = world_settingOf(block, name, fallback);
        return uncertain && value === true ? 'unknown' : value;
    };
    return {
        blockPublicAcls: setting('block_public_acls'),
        ignorePublicAcls: setting('ignore_public_acls'),
        blockPublicPolicy: setting('block_public_policy'),
        restrictPublicBuckets: setting('restrict_public_buckets'),
    };
}
function aws_s3_accessPointOf(world, point) {
    const attached = world_ofType(world, 'aws_s3control_access_point_policy').filter((one) => {
        const target = attributeValue(one, 'access_point_arn');
        return target !== UNKNOWN && target === `arn:aws:s3:-:-:accesspoint/${world_keyOf(point, 'name')}`;
    });
    const policies = [...policyIn(world, point, 'policy'), ...attached.flatMap((one) => policyIn(world, one, 'policy'))];
    const [configuration] = blocksOf(point, 'public_access_block_configuration');
    const block = aws_s3_blockOf(configuration ?? { ...point, attributes: new Map() }, true, point.uncertain);
    const vpc = blocksOf(point, 'vpc_configuration').length > 0;
    return policies.map((policy) => ({ spot: policy.spot, vpc, block, policy }));
}

;// CONCATENATED MODULE: ./lib/declarations/terraform/azure-sas.js



const azure_sas_PERMISSIONS = [
    ['list', 'list'],
    ['read', 'read'],
    ['create', 'create'],
    ['add', 'create'],
    ['write', 'overwrite'],
    ['delete', 'delete'],
];
const SIGNATURES = ['azurerm_storage_account_sas', 'azurerm_storage_account_blob_container_sas'];
function findSas(world) {
    return world.resources
        .filter(({ mode, resourceType }) => mode === 'data' && SIGNATURES.includes(resourceType))
        .flatMap((signature) => {
        const can = azure_sas_operationsOf(signature);
        if (can.length === 0)
            return [];
        const name = azure_sas_accountOf(signature);
        const expiry = attributeValue(signature, 'expiry');
        const until = isKnownText(expiry) ? ` until ${expiry.slice(0, 40)}` : '';
        const verdict = {
            spot: spotOfAttribute(world, signature, signature, 'permissions'),
            audience: 'app-holder',
            can,
            state: 'conditional',
            why: `A shared access signature is made here; whoever is handed it has these permissions${until}.`,
        };
        return [{ kind: 'azure-blob', ...(name === undefined ? {} : { name }), verdicts: [verdict] }];
    });
}
function azure_sas_operationsOf(signature) {
    const permissions = blocksOf(signature, 'permissions');
    const granted = azure_sas_PERMISSIONS.filter(([name]) => permissions.some((block) => world_settingOf(block, name, false) === true));
    return [...new Set(granted.map(([, operation]) => operation))];
}
function azure_sas_accountOf(signature) {
    const connection = attributeValue(signature, 'connection_string');
    const account = typeof connection === 'string' ? /AccountName=([a-z0-9]{3,24})\b/.exec(connection)?.[1] : undefined;
    const container = attributeValue(signature, 'container_name');
    return account !== undefined && isKnownText(container) ? `${account}/${container}` : account;
}

;// CONCATENATED MODULE: ./lib/declarations/terraform/azure-storage.js




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
        const accountName = world_shownName(key, account?.address ?? container.address);
        const name = world_shownName(world_keyOf(container, 'name'), container.address);
        return { key, found: { kind: 'azure-blob', name: `${accountName}/${name}`, verdicts: [verdict] } };
    });
    const empty = [...accounts].filter(([key]) => !containers.some((container) => container.key === key));
    return [
        ...containers.map(({ found }) => found),
        ...empty.map(([key, account]) => ({
            kind: 'azure-blob',
            name: world_shownName(key, account.address),
            verdicts: [accountVerdict(world, account)],
        })),
    ];
}
function accountKey(container) {
    const byName = container.attributes.has('storage_account_name');
    const key = world_keyOf(container, byName ? 'storage_account_name' : 'storage_account_id');
    const slash = key.lastIndexOf('/storageAccounts/');
    return slash === -1 ? key : (key.slice(slash + '/storageAccounts/'.length).split('/', 1)[0] ?? key);
}
function azure_storage_modelOf(world, container, account) {
    const value = attributeValue(container, 'container_access_type');
    const access = value === undefined || value === null ? (container.uncertain ? 'unknown' : 'private') : azure_storage_levelOf(value);
    return {
        spot: spotOfAttribute(world, container, container, 'container_access_type'),
        access,
        account: account === undefined ? 'undeclared' : azure_storage_accountFlag(world, account),
        uncertain: container.uncertain || account?.uncertain === true,
    };
}
function azure_storage_levelOf(value) {
    const level = typeof value === 'string' ? value.toLowerCase() : UNKNOWN;
    return level === 'private' || level === 'blob' || level === 'container' ? level : 'unknown';
}
function azure_storage_accountFlag(world, account) {
    for (const name of ['allow_nested_items_to_be_public', 'allow_blob_public_access'])
        if (account.attributes.has(name))
            return world_settingOf(account, name, false);
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

;// CONCATENATED MODULE: ./lib/declarations/services/google-endpoints.js

function judgeInvocable({ bindings, unchecked, internal }) {
    const granted = bindings.flatMap((binding) => {
        const { spot, uncertain, conditional } = binding;
        return binding.audiences.map((audience) => {
            const who = audience === 'anyone' ? 'allUsers' : 'allAuthenticatedUsers';
            const state = uncertain ? 'unknown' : conditional ? 'conditional' : 'open';
            return { spot, audience, can: [], state, why: `IAM lets ${who} call it.` };
        });
    });
    const open = unchecked !== undefined && unchecked.value !== false ? [uncheckedVerdict(unchecked)] : [];
    return merged([...granted, ...open].map((verdict) => within(verdict, internal)));
}
function uncheckedVerdict({ value, spot }) {
    const state = value === true ? 'open' : 'unknown';
    return { spot, audience: 'anyone', can: [], state, why: 'Callers are not checked (invoker_iam_disabled).' };
}
function within(verdict, internal) {
    if (internal === false)
        return verdict;
    if (internal === 'unknown')
        return verdict.state === 'open' ? { ...verdict, state: 'unknown' } : verdict;
    return { ...verdict, state: 'mitigated', why: `${verdict.why} But only internal traffic reaches it.` };
}

;// CONCATENATED MODULE: ./lib/declarations/terraform/gcp-storage.js




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
        name: world_shownName(key, draft.address),
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
function uniformAccessOf(bucket) {
    const name = bucket.attributes.has('bucket_policy_only') ? 'bucket_policy_only' : 'uniform_bucket_level_access';
    return world_settingOf(bucket, name, false);
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
    const name = grant.attributes.has('members') ? 'members' : 'member';
    const spot = spotOfAttribute(world, grant, grant, name);
    const conditional = blocksOf(grant, 'condition').length > 0;
    return [{ ...shared, ...gcp_storage_membersOf(attributeValue(grant, name)), role: gcp_storage_roleOf(grant), conditional, spot }];
}
function gcp_storage_roleOf(grant) {
    const role = attributeValue(grant, 'role');
    return isKnownText(role) ? role : undefined;
}
function gcp_storage_membersOf(value) {
    const members = listOf(value);
    const audiences = members.flatMap((member) => {
        const audience = typeof member === 'string' ? audienceOfMember(member) : undefined;
        return audience === undefined ? [] : [audience];
    });
    return { audiences, unknownMembers: members.some((member) => member === UNKNOWN || member === UNKNOWN_PART) };
}
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
    const entities = listOf(attributeValue(resource, 'role_entity')).flatMap((entry) => {
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

;// CONCATENATED MODULE: ./lib/declarations/terraform/gcp-endpoints.js





const gcp_endpoints_PRODUCTS = [
    {
        kind: 'cloud-run',
        resource: 'google_cloud_run_service',
        iam: 'google_cloud_run_service_iam',
        by: 'service',
        roles: ['roles/run.invoker', 'roles/run.servicesinvoker', 'roles/run.admin'],
    },
    {
        kind: 'cloud-run',
        resource: 'google_cloud_run_v2_service',
        iam: 'google_cloud_run_v2_service_iam',
        by: 'name',
        roles: ['roles/run.invoker', 'roles/run.servicesinvoker', 'roles/run.admin'],
    },
    {
        kind: 'cloud-functions',
        resource: 'google_cloudfunctions_function',
        iam: 'google_cloudfunctions_function_iam',
        by: 'cloud_function',
        roles: ['roles/cloudfunctions.invoker', 'roles/cloudfunctions.admin'],
    },
    {
        kind: 'cloud-functions',
        resource: 'google_cloudfunctions2_function',
        iam: 'google_cloudfunctions2_function_iam',
        by: 'cloud_function',
        roles: ['roles/cloudfunctions.invoker', 'roles/cloudfunctions.admin'],
    },
];
function findInvocables(world) {
    return gcp_endpoints_PRODUCTS.flatMap((product) => {
        const services = new Map(world_ofType(world, product.resource).map((one) => [world_keyOf(one, 'name'), one]));
        const grants = world_ofType(world, ...['member', 'binding', 'policy'].map((how) => `${product.iam}_${how}`));
        const keys = new Set([...services.keys(), ...grants.map((grant) => world_keyOf(grant, product.by))]);
        return [...keys].flatMap((key) => {
            const service = services.get(key);
            const own = grants.filter((grant) => world_keyOf(grant, product.by) === key);
            const bindings = own.flatMap((grant) => bindingsOf(world, grant)).filter(({ role }) => invokes(product, role));
            const verdicts = judgeInvocable({
                bindings,
                unchecked: service?.attributes.has('invoker_iam_disabled')
                    ? {
                        value: world_settingOf(service, 'invoker_iam_disabled', false),
                        spot: spotOfAttribute(world, service, service, 'invoker_iam_disabled'),
                    }
                    : undefined,
                internal: service === undefined ? false : isInternal(service),
            });
            return verdicts.length === 0 ? [] : [{ kind: product.kind, verdicts }];
        });
    });
}
function invokes({ roles }, role) {
    return role === undefined || roles.includes(role.toLowerCase());
}
function isInternal(service) {
    const settings = [
        attributeValue(service, 'ingress'),
        attributeValue(service, 'ingress_settings'),
        ...blocksOf(service, 'service_config').map((block) => attributeValue(block, 'ingress_settings')),
    ].filter((value) => value !== undefined && value !== null);
    if (settings.includes(UNKNOWN))
        return 'unknown';
    return settings.some((value) => typeof value === 'string' && /INTERNAL_(?:ONLY|LOAD_BALANCER)|INTERNAL_AND_GCLB/.test(value));
}

;// CONCATENATED MODULE: ./lib/declarations/terraform/gcp-firebase-rules.js





function findFirebaseRules(world) {
    const rulesets = world_ofType(world, 'google_firebaserules_ruleset');
    return world_ofType(world, 'google_firebaserules_release').flatMap((release) => {
        const service = gcp_firebase_rules_serviceOf(release);
        const named = textAttribute(release, 'ruleset_name') ?? '';
        const ruleset = rulesets.find(({ address }) => named.endsWith(`${ADDRESS_MARK}${address}`));
        if (service === undefined || ruleset === undefined)
            return [];
        const files = blocksOf(ruleset, 'source').flatMap((source) => blocksOf(source, 'files'));
        const verdicts = files.flatMap((file) => verdictsOn(world, ruleset, file, service.name, release.uncertain));
        return [{ kind: service.kind, ...gcp_firebase_rules_backendName(service, release, ruleset), verdicts }];
    });
}
function gcp_firebase_rules_serviceOf(release) {
    const name = textAttribute(release, 'name') ?? '';
    const slash = name.indexOf('/');
    const service = slash === -1 ? name : name.slice(0, slash);
    const instance = slash === -1 ? {} : { instance: name.slice(slash + 1) };
    if (service === 'cloud.firestore')
        return { name: service, kind: 'firestore', ...instance };
    return service === 'firebase.storage' ? { name: service, kind: 'gcs', ...instance } : undefined;
}
function gcp_firebase_rules_backendName(service, release, ruleset) {
    const project = [release, ruleset].map((one) => attributeValue(one, 'project')).find(isKnownText);
    const { kind, instance } = service;
    if (instance !== undefined && !isKnownText(instance))
        return {};
    if (kind === 'gcs')
        return instance === undefined ? {} : { name: instance };
    if (project === undefined)
        return {};
    return { name: instance === undefined || instance === '(default)' ? project : `${project}/${instance}` };
}
function verdictsOn(world, ruleset, file, service, uncertain) {
    const content = attributeValue(file, 'content');
    const spot = spotOfAttribute(world, ruleset, file, 'content');
    if (!isKnownText(content)) {
        const why = 'The rules are not known from the configuration.';
        return [{ spot, audience: 'anyone', can: [], state: 'unknown', why }];
    }
    const rules = parseRules(content);
    const own = { ...rules, services: rules.services.filter(({ name }) => name === service) };
    const { declarations } = judgeRules(own, gcp_firebase_rules_signUpOf(world), world.now.getTime());
    return declarations.map(({ at: _, service: _service, instance: _instance, ...declared }) => ({
        spot,
        ...declared,
        state: uncertain && declared.state === 'open' ? 'unknown' : declared.state,
    }));
}
function gcp_firebase_rules_signUpOf(world) {
    const signIn = world_ofType(world, 'google_identity_platform_config').flatMap((config) => blocksOf(config, 'sign_in'));
    const isOn = (method) => signIn.some((block) => blocksOf(block, method).some((one) => world_settingOf(one, 'enabled', false) === true));
    const on = [isOn('anonymous') && 'anonymously', isOn('email') && 'with e-mail and password'].filter(Boolean);
    const all = { anonymous: true, password: true, federated: true };
    if (on.length > 0)
        return {
            ...all,
            state: 'unknown',
            reason: `google_identity_platform_config lets users sign in ${on.join(' and ')}`,
        };
    return { ...all, state: 'unknown', reason: 'whether strangers can sign up is not known from the configuration' };
}

;// CONCATENATED MODULE: ./lib/declarations/terraform/templates.js
const templates_ESCAPES = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };
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
function unmarked(raw) {
    return raw.replaceAll('$${', '${').replaceAll('%%{', '%{');
}
function quotedOf(node, text, read) {
    const end = node.endIndex - (text[node.endIndex - 1] === '"' ? 1 : 0);
    return templates_templateOf(node.children, { text, start: node.startIndex + 1, end }, read, unescaped);
}
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
    return templates_templateOf(node.children, { text, start, end }, read, dedented);
}
function indentation(content) {
    const lines = content.split('\n').filter((line) => line.trim() !== '');
    return lines.reduce((least, line) => Math.min(least, line.length - line.trimStart().length), lines.length > 0 ? 1000 : 0);
}
function templates_templateOf(children, { text, start, end }, read, plain) {
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
        return templates_templateOf(children, { text, start, end }, read, unmarked);
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


const expressions_MAX_DEPTH = 200;
const BINARY = new Set(['==', '!=', '<', '>', '<=', '>=', '+', '-', '*', '/', '%', '&&', '||']);
function identifierText(node, text) {
    const raw = text.slice(node.startIndex, node.endIndex);
    return raw.startsWith('"') ? unescaped(raw.slice(1, raw.endsWith('"') && raw.length > 1 ? -1 : undefined)) : raw;
}
function expressions_expressionOf(node, text, depth) {
    const at = node.startIndex;
    if (depth > expressions_MAX_DEPTH || node.isError)
        return { type: 'unreadable', at };
    const read = (child) => expressions_expressionOf(child, text, depth + 1);
    const children = presentChildren(node);
    const [first, second] = children;
    switch (node.type) {
        case 'expression':
            return expressions_termOf(children, text, depth + 1, at);
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
            return expressions_literal(Number(text.slice(node.startIndex, node.endIndex)), at);
        case 'bool_lit':
            return expressions_literal(text.startsWith('true', at), at);
        case 'null_lit':
            return expressions_literal(null, at);
        case 'variable_expr':
            return { type: 'name', name: text.slice(node.startIndex, node.endIndex), at };
        case 'tuple':
            return { type: 'tuple', items: children.filter(({ type }) => type === 'expression').map(read), at };
        case 'object':
            return { type: 'object', entries: children.flatMap((child) => expressions_entryOf(child, read)), at };
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
            return { type: 'unary', operator: first.type, of: expressions_termOf(children.slice(1), text, depth + 1, at), at };
        case 'binary_operation': {
            const middle = children.findIndex(({ type }) => BINARY.has(type));
            const operator = children[middle];
            if (middle < 1 || operator === undefined)
                return { type: 'unreadable', at };
            const left = expressions_termOf(children.slice(0, middle), text, depth + 1, at);
            return {
                type: 'binary',
                operator: operator.type,
                left,
                right: expressions_termOf(children.slice(middle + 1), text, depth + 1, at),
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
function expressions_literal(value, at) {
    return { type: 'literal', value, at };
}
function expressions_termOf(nodes, text, depth, at) {
    const [first, inner] = nodes;
    if (first === undefined || nodes.some(({ isError }) => isError))
        return { type: 'unreadable', at };
    if (first.type === '(') {
        if (inner === undefined)
            return { type: 'unreadable', at };
        return applied(expressions_expressionOf(inner, text, depth + 1), nodes.slice(3), text, depth + 1);
    }
    return applied(expressions_expressionOf(first, text, depth + 1), nodes.slice(1), text, depth + 1);
}
function applied(start, suffixes, text, depth) {
    let result = start;
    for (const suffix of suffixes) {
        const at = suffix.startIndex;
        const [kind] = presentChildren(suffix);
        if (suffix.type === 'get_attr')
            result = { type: 'index', of: result, index: expressions_literal(text.slice(at + 1, suffix.endIndex).trim(), at), at };
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
        return expressions_literal(Number(text.slice(node.startIndex + 1, node.endIndex)), node.startIndex);
    const [, inner] = presentChildren(node);
    return inner === undefined ? { type: 'unreadable', at: node.startIndex } : expressions_expressionOf(inner, text, depth + 1);
}
function expressions_entryOf(node, read) {
    if (node.type !== 'object_elem')
        return [];
    const [key, , value] = presentChildren(node);
    if (key === undefined || value === undefined)
        return [];
    const name = read(key);
    return [[name.type === 'name' ? expressions_literal(name.name, name.at) : name, read(value)]];
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



const FILES = {
    'web-tree-sitter.cjs': 'web-tree-sitter',
    'web-tree-sitter.wasm': 'web-tree-sitter/web-tree-sitter.wasm',
    'tree-sitter-terraform.wasm': '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm',
};
let loaded;
function loadTreeSitter() {
    loaded ??= load_parser_load();
    return loaded;
}
async function load_parser_load() {
    const require = (0,external_node_module_.createRequire)(__importMeta.url);
    const locate = (name) => {
        const beside = external_node_path_.join(__importMeta.dirname, name);
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
const terraform_parse_MAX_PROBLEMS = 5;
const NOTHING = { attributes: new Map(), blocks: [], broken: true };
async function loadHclParser() {
    const parser = await loadTreeSitter();
    return {
        parse: (text) => {
            if (text.length > parse_MAX_LENGTH)
                return { body: NOTHING, problems: [{ at: 0, reason: 'is larger than 2 MiB' }] };
            if (parse_nestingOf(text) > parse_MAX_NESTING)
                return { body: NOTHING, problems: [{ at: 0, reason: 'is nested too deeply' }] };
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
    return { name: identifierText(name, text), value: expressions_expressionOf(value, text, 0), source, at: node.startIndex };
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
    for (let node = pending.pop(); node !== undefined && problems.length < terraform_parse_MAX_PROBLEMS; node = pending.pop()) {
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


function iamPolicyDocument(document) {
    const own = blocksOf(document, 'statement').map(policy_data_statementOf);
    const base = policy_data_documentsIn(document, ['source_json', 'source_policy_documents']);
    const over = policy_data_documentsIn(document, ['override_json', 'override_policy_documents']);
    if (base === undefined || over === undefined) {
        return JSON.stringify({ Statement: [...own, { Effect: UNKNOWN_PART }] });
    }
    const statements = new Map();
    for (const [index, statement] of [...base, ...own, ...over].entries()) {
        const sid = sidOf(statement);
        statements.set(sid === '' ? `#${index}` : sid, statement);
    }
    return JSON.stringify({ Version: '2012-10-17', Statement: [...statements.values()] }).replaceAll('&{', '${');
}
function sidOf(statement) {
    if (typeof statement !== 'object' || statement === null || !('Sid' in statement))
        return '';
    return typeof statement.Sid === 'string' ? statement.Sid : '';
}
function policy_data_documentsIn(document, names) {
    const statements = [];
    for (const value of names.flatMap((name) => listOf(attributeValue(document, name)))) {
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
function googlePolicyData(document) {
    const bindings = blocksOf(document, 'binding').map((binding) => ({
        role: binding.uncertain ? UNKNOWN_PART : toPlain(attributeValue(binding, 'role') ?? UNKNOWN),
        members: toPlain(attributeValue(binding, 'members') ?? UNKNOWN),
        ...(blocksOf(binding, 'condition').length > 0 ? { condition: {} } : {}),
    }));
    return JSON.stringify({ bindings });
}

;// CONCATENATED MODULE: ./lib/declarations/terraform/computed.js



const computed_NAMED = {
    aws_s3_bucket: { by: 'bucket', computed: bucketAttributes },
    aws_s3_access_point: {
        by: 'name',
        computed: (name) => ({ id: name, name, arn: `arn:aws:s3:-:-:accesspoint/${name}` }),
    },
    aws_lambda_function: { by: 'function_name', computed: (name) => ({ function_name: name, arn: name, id: name }) },
    aws_iam_role: { by: 'name', computed: (name) => ({ id: name, name, arn: `arn:aws:iam::-:role/${name}` }) },
    aws_iam_policy: { by: 'name', computed: (name) => ({ id: name, arn: `arn:aws:iam::-:policy/${name}` }) },
    google_storage_bucket: { by: 'name', computed: (name) => ({ id: name, name, url: `gs://${name}` }) },
    google_cloud_run_service: { by: 'name', computed: (name) => ({ id: name, name }) },
    google_cloud_run_v2_service: { by: 'name', computed: (name) => ({ id: name, name }) },
    google_cloudfunctions_function: { by: 'name', computed: (name) => ({ id: name, name }) },
    google_cloudfunctions2_function: { by: 'name', computed: (name) => ({ id: name, name }) },
    azurerm_storage_account: { by: 'name', computed: accountAttributes },
    azurerm_storage_container: { by: 'name', computed: (name) => ({ name }) },
};
const BY_ADDRESS = new Set([
    'aws_cognito_identity_pool',
    'aws_appsync_graphql_api',
    'aws_opensearch_domain',
    'aws_elasticsearch_domain',
    'google_firebaserules_ruleset',
    'aws_api_gateway_rest_api',
]);
function accountAttributes(name) {
    const connection = isKnownText(name) ? `AccountName=${name};AccountKey=${UNKNOWN_PART}` : UNKNOWN;
    return { id: `/storageAccounts/${name}`, name, primary_connection_string: connection };
}
function bucketAttributes(name) {
    return { id: name, bucket: name, arn: `arn:aws:s3:::${name}` };
}
function computed_completed(resource, type, address) {
    const own = resource === undefined ? new Map() : plainBlock(resource, 0);
    if (type === 'aws_iam_policy_document' && resource !== undefined)
        own.set('json', iamPolicyDocument(resource));
    if (type === 'google_iam_policy' && resource !== undefined)
        own.set('policy_data', googlePolicyData(resource));
    if (type === 'module' && resource !== undefined) {
        const name = nameOf(attributeValue(resource, 'bucket'), address);
        return new Map([...own, ['s3_bucket_id', name], ['s3_bucket_arn', `arn:aws:s3:::${name}`]]);
    }
    const named = Object.hasOwn(computed_NAMED, type) ? computed_NAMED[type] : undefined;
    if (named !== undefined) {
        const computed = named.computed(nameOf(own.get(named.by), address), resource);
        return new Map([...own, ...Object.entries(computed)]);
    }
    if (BY_ADDRESS.has(type))
        own.set('id', `${ADDRESS_MARK}${address}`);
    if (type === 'google_firebaserules_ruleset')
        own.set('name', `${ADDRESS_MARK}${address}`);
    return own;
}
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




const module_MAX_MODULE_DEPTH = 8;
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
        if (given !== undefined && (given !== null || fallback === undefined))
            return given;
        return fallback === undefined ? UNKNOWN : terraform_evaluate_evaluate(fallback.value, scope);
    };
    const local = (name) => {
        const attribute = locals.get(name);
        return attribute === undefined ? UNKNOWN : terraform_evaluate_evaluate(attribute.value, scope);
    };
    const instancesOfResource = (name) => {
        const found = all.get(name);
        if (found === undefined)
            return [];
        return once.list(`resource ${name}`, () => instancesOf(found.declared.block.body, scope, 'each').map((instance) => ({
            ...(instance.key === undefined ? {} : { key: instance.key }),
            resource: module_resourceOf(found.declared, found.mode, instance, `${address}${name}`, folder.path, address),
        })));
    };
    const resourceValue = (name, type) => {
        const found = all.get(name);
        if (found === undefined)
            return computed_completed(undefined, type, `${address}${name}`);
        const { attributes } = found.declared.block.body;
        return once.value(`value ${name}`, () => gathered(instancesOfResource(name).map(({ key, resource }) => ({
            key,
            value: computed_completed(resource, type, resource.address),
        })), attributes.has('count') ? 'count' : attributes.has('for_each') ? 'for_each' : 'single'));
    };
    const instancesOfCall = (name) => {
        const declared = calls.get(name);
        if (declared === undefined)
            return [];
        return once.list(`call ${name}`, () => instancesOf(declared.block.body, scope, 'each').map((instance) => {
            const callAddress = keyed(`${address}module.${name}`, instance.key);
            const call = module_resourceOf(declared, 'managed', instance, `${address}module.${name}`, folder.path, address);
            const source = call.attributes.get('source')?.value;
            const target = typeof source === 'string' && depth < module_MAX_MODULE_DEPTH ? around.folderAt(folder.path, source) : undefined;
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
            value: module?.outputs() ?? computed_completed(call, 'module', call.address),
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
                return [name, value === undefined ? UNKNOWN : terraform_evaluate_evaluate(value.value, scope)];
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
function module_resourceOf({ block, file }, mode, instance, address, folder, module) {
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
function environmentsOf(project, root) {
    const own = project.variables.filter(({ path }) => belongsTo(path, root.path, project.folders));
    const always = own.filter(({ path }) => directoryOf(path) === root.path && isAutomatic(path)).toSorted(inLoadOrder);
    const chosen = own.filter((file) => !always.includes(file)).slice(0, MAX_ENVIRONMENTS);
    const sets = chosen.length === 0 ? [always] : chosen.map((file) => [...always, file]);
    return sets.map((files) => environmentOf(project, root, files));
}
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
    const budget = { steps: terraform_evaluate_MAX_STEPS, depth: 0 };
    const values = new Map();
    const scope = constantScope(budget, new Map());
    for (const { parsed } of files)
        for (const { name, value } of parsed.body.attributes.values())
            values.set(name, terraform_evaluate_evaluate(value, scope));
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
function project_readFile(project, budget, folder, name, args) {
    const [written, variables] = args;
    const reference = written === undefined ? undefined : values_textOf(written);
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
    return template === undefined ? UNKNOWN : terraform_evaluate_evaluate(template.value, constantScope(budget, variables));
}
const END = 'AJAR_END_OF_TEMPLATE';
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
function majorOf(constraint) {
    if (constraint === undefined)
        return undefined;
    const parts = constraint.split(',').map((part) => /^\s*(=|~>|<=?|>=?|!=)?\s*v?(\d{1,4})((?:\.\d{1,6})*)/.exec(part));
    for (const part of parts) {
        const [, operator, major, rest] = part ?? [];
        if (major === undefined || operator === '!=' || operator?.startsWith('>'))
            continue;
        if (operator === '~>' && rest === '')
            continue;
        return operator === '<' && !/[1-9]/.test(rest ?? '') ? Number(major) - 1 : Number(major);
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/declarations/terraform/index.js















const terraform = {
    id: 'terraform',
    title: 'Terraform',
    docs: [
        'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
        'https://cloud.google.com/storage/docs/access-control/making-data-public',
        'https://learn.microsoft.com/azure/storage/blobs/anonymous-read-access-overview',
    ],
    claims: (path) => isConfiguration(path) || isVariables(path) || isLockFile(path) || terraform_isText(path),
    accepts: (file) => !terraform_isText(file.path) ||
        /"(?:Statement|bindings)"|\bservice\s+(?:firebase\.storage|cloud\.firestore)\b/.test(file.text),
    read: readTerraform,
};
const terraform_FINDERS = [
    aws_s3_findS3,
    findGcs,
    findAzureBlob,
    aws_cognito_findIdentityPools,
    aws_cognito_findAppSync,
    aws_opensearch_findOpenSearch,
    aws_endpoints_findFunctionUrls,
    findApis,
    findFirebaseRules,
    findInvocables,
    findSas,
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
function terraform_isText(path) {
    return /\.(?:json|tpl|tftpl|rules)$/.test(path) && !/\.tf\.json$/.test(path);
}
async function readTerraform(files, { now }) {
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
    const positions = terraform_lazily(new Map(files.map(({ path, text }) => [path, text])));
    for (const file of [...parsed, ...variables])
        problems.push(...terraform_parseProblems(file, positions));
    const project = {
        folders: foldersOf(parsed),
        variables,
        texts: new Map(files.filter(({ path }) => terraform_isText(path)).map(({ path, text }) => [path, text])),
        parser,
    };
    const locks = new Map(files.filter(({ path }) => isLockFile(path)).map((file) => [file.path, parser.parse(file.text).body]));
    const declarations = new Map();
    for (const root of rootsOf(project.folders))
        for (const environment of environmentsOf(project, root)) {
            const world = worldOf(environment, positions, majorVersions(root, locks), now);
            for (const found of terraform_FINDERS.flatMap((find) => find(world)))
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
    return { declarations: all, mentions: [], problems: [...problems, ...unknownNote('Terraform', all)] };
}
async function terraform_load(files, problems) {
    try {
        return await loadHclParser();
    }
    catch (error) {
        const reason = `The Terraform parser could not be loaded, so no configuration was judged: ${(0,errors/* messageOf */.bD)(error)}`;
        problems.push({ kind: 'unreadable', path: files[0]?.path ?? '.', reason });
        return undefined;
    }
}
function terraform_lazily(texts) {
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
function terraform_parseProblems({ path, parsed }, positions) {
    return parsed.problems.map(({ at, reason }) => ({
        kind: 'malformed',
        path,
        line: positions(path)(at).line,
        reason: `The file ${reason}; the rest of it was judged.`,
    }));
}
function worldOf({ module }, positions, majors, now) {
    const modules = allModules(module);
    return {
        resources: modules.flatMap((one) => one.resources()),
        calls: modules.flatMap((one) => one.calls()),
        now,
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

;// CONCATENATED MODULE: ./lib/declarations/registry.js














const LANGUAGES = [
    firebaseRules,
    googleServices,
    amplify,
    supabase,
    terraform,
    cloudFormation,
    serverless,
    arm,
    bicep,
    hasuraMetadata,
    appwriteConfig,
    pocketbaseSchemas,
    parseSchemas,
    deployCommands,
];


/***/ })

} };
})
