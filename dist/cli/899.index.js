// 946e54ebc498da77756fab89728bc450
(function (__importMeta, require, keepCompiled) {
'use strict';
const { filename: __filename, dirname: __dirname } = __importMeta;
return { id: 899, ids: [899], modules: {

/***/ 8899:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runProbes: () => (/* binding */ runProbes)
});

// UNUSED EXPORTS: FIRST_LINE

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./lib/shared/glob.js
var glob = __webpack_require__(979);
// EXTERNAL MODULE: external "node:dns/promises"
var external_node_dns_promises_ = __webpack_require__(1553);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
// EXTERNAL MODULE: ./lib/shared/errors.js
var errors = __webpack_require__(2730);
// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(3411);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./lib/probes/guard.js

function refusal(url, hosts) {
    const parsed = URL.canParse(url) ? new URL(url) : undefined;
    if (parsed === undefined)
        return 'not a URL';
    if (parsed.protocol !== 'https:')
        return `only HTTPS is asked, not ${parsed.protocol}`;
    if (parsed.username !== '' || parsed.password !== '')
        return 'a URL with credentials in it is never asked';
    if (parsed.port !== '')
        return `only port 443 is asked, not ${parsed.port}`;
    const host = parsed.hostname;
    if (!isHostName(host))
        return `${host} is no host name`;
    if (!hosts.some((suffix) => host === suffix || host.endsWith(`.${suffix}`)))
        return `${host} is not a host of this backend`;
    return undefined;
}
function isHostName(host) {
    if (host.length > 253 || (0,external_node_net_.isIPv4)(host) || host.startsWith('['))
        return false;
    const labels = host.split('.');
    return labels.length >= 2 && labels.every((label) => /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/.test(label));
}
function isPublicAddress(address) {
    if ((0,external_node_net_.isIPv4)(address))
        return isPublicIPv4(address);
    if (!(0,external_node_net_.isIPv6)(address))
        return false;
    const groups = expandIPv6(address);
    const mapped = embeddedIPv4(groups);
    if (mapped !== undefined)
        return isPublicIPv4(mapped);
    const first = groups[0] ?? 0;
    if ((first & 0xe000) !== 0x2000)
        return false;
    if (first === 0x2001 && ((groups[1] ?? 0) < 0x0200 || groups[1] === 0x0db8))
        return false;
    return first !== 0x2002 && first !== 0x3fff;
}
const SPECIAL_IPV4 = [
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
];
function isPublicIPv4(address) {
    const value = ipv4Value(address);
    return SPECIAL_IPV4.every(([network, length]) => Math.floor(value / 2 ** (32 - length)) !== Math.floor(ipv4Value(network) / 2 ** (32 - length)));
}
function ipv4Value(address) {
    return address.split('.').reduce((value, octet) => value * 256 + Number(octet), 0);
}
function expandIPv6(address) {
    const plain = (address.split('%', 1)[0] ?? address).replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, a, b, c, d) => {
        return `${(Number(a) * 256 + Number(b)).toString(16)}:${(Number(c) * 256 + Number(d)).toString(16)}`;
    });
    const [head = '', tail] = plain.split('::');
    const left = head === '' ? [] : head.split(':');
    const right = tail === undefined || tail === '' ? [] : tail.split(':');
    const missing = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
    return [...left, ...Array(missing).fill('0'), ...right].map((group) => Number.parseInt(group, 16));
}
function embeddedIPv4(groups) {
    const zeros = (from, to) => groups.slice(from, to).every((group) => group === 0);
    const mapped = zeros(0, 5) && groups[5] === 0xffff;
    const nat64 = groups[0] === 0x64 && groups[1] === 0xff9b && zeros(2, 6);
    if (!mapped && !nat64)
        return undefined;
    const [high = 0, low = 0] = groups.slice(6);
    return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

;// CONCATENATED MODULE: ./lib/probes/client.js





const MAX_BODY = 8 * 1024;
const MAX_HEADER = 16 * 1024;
const TIMEOUT_MS = 10_000;
function createTransport(options = {}) {
    const resolveName = options.resolve ?? ((hostname) => (0,external_node_dns_promises_.lookup)(hostname, { all: true }));
    const checked = guardedLookup(resolveName, options.isAllowedAddress ?? isPublicAddress);
    return (sendable) => new Promise((resolve) => {
        const url = new URL(sendable.url);
        const body = sendable.body === undefined ? undefined : Buffer.from(sendable.body);
        const outgoing = (0,external_node_https_.request)({
            method: sendable.method,
            hostname: url.hostname,
            servername: url.hostname,
            path: `${url.pathname}${url.search}`,
            headers: {
                'user-agent': `ajar/${version/* VERSION */.x} (exposure check)`,
                accept: '*/*',
                host: url.hostname,
                ...(body === undefined ? {} : { 'content-length': String(body.length) }),
                ...sendable.headers,
            },
            agent: false,
            lookup: checked,
            maxHeaderSize: MAX_HEADER,
            ...(options.port === undefined ? {} : { port: options.port }),
            ...(options.ca === undefined ? {} : { ca: options.ca }),
        });
        const settle = (sent) => {
            clearTimeout(timer);
            resolve(sent);
            outgoing.destroy();
        };
        const timeout = options.timeoutMs ?? TIMEOUT_MS;
        const timer = setTimeout(() => settle({ type: 'failed', why: `no whole answer within ${timeout} ms` }), timeout);
        outgoing.on('error', (error) => settle(failureOf(error)));
        outgoing.on('response', (incoming) => {
            const chunks = [];
            let bytes = 0;
            const finish = () => {
                const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
                const text = Buffer.concat(chunks).subarray(0, MAX_BODY).toString('utf8');
                settle({ type: 'answer', answer: { status: incoming.statusCode ?? 0, headers, body: text }, bytes });
            };
            incoming.on('data', (chunk) => {
                chunks.push(chunk);
                bytes += chunk.length;
                if (bytes >= MAX_BODY)
                    finish();
            });
            incoming.on('end', finish);
            incoming.on('error', (error) => settle(failureOf(error)));
        });
        outgoing.end(body);
    }).catch((error) => failureOf(error));
}
function failureOf(error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOTFOUND')
        return { type: 'absent', why: 'the host name does not exist' };
    return { type: 'failed', why: (0,errors/* messageOf */.bD)(error) };
}
function guardedLookup(resolve, isAllowed) {
    return (hostname, options, callback) => {
        resolve(hostname).then((addresses) => {
            const refused = addresses.find(({ address }) => !isAllowed(address));
            const first = addresses[0];
            if (refused !== undefined || first === undefined) {
                callback(new Error(`${hostname} resolves to ${refused?.address ?? 'nothing'}, which is no public address`), '', 4);
            }
            else if (options.all === true) {
                callback(null, [...addresses]);
            }
            else {
                callback(null, first.address, first.family);
            }
        }, (error) => callback(error, '', 4));
    };
}

;// CONCATENATED MODULE: ./lib/probes/run.js





const MAX_REQUESTS_PER_BACKEND = 24;
const MAX_REQUESTS = 500;
const MAX_TOTAL_MS = 240_000;
const PAUSE_MS = 250;
const LANES = 4;
const FIRST_LINE = 'Live checks are on. Ajar is for apps and backends that you own or are allowed to test.';
async function runProbes(backends, settings) {
    settings.log.warning(FIRST_LINE);
    const run = {
        settings,
        transport: settings.transport ?? createTransport(),
        ledger: [],
        observations: new Map(),
        problems: [],
        deadline: Date.now() + MAX_TOTAL_MS,
    };
    const queue = backends.filter((backend) => backend.owner !== 'third-party' && settings.probingOf(backend.kind) !== undefined);
    await Promise.all(Array.from({ length: LANES }, () => drain(queue, run)));
    return run;
}
async function drain(queue, run) {
    for (let backend = queue.shift(); backend !== undefined; backend = queue.shift())
        await probeBackend(backend, run);
}
async function probeBackend(backend, run) {
    const probing = run.settings.probingOf(backend.kind);
    if (probing === undefined)
        return;
    const pending = [...probing.plan(backend, `ajar-probe-${(0,external_node_crypto_.randomUUID)()}`, run.settings.keysOf?.(backend) ?? [])];
    const observations = [];
    const asked = new Set();
    let sent = 0;
    for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
        const spec = specOf(next, probing);
        if (spec === undefined) {
            refuse(next, backend, 'nothing says how safe it is', run);
            continue;
        }
        if (!isAllowed(spec, backend, run.settings))
            continue;
        if (sent >= MAX_REQUESTS_PER_BACKEND || run.ledger.length >= MAX_REQUESTS || Date.now() > run.deadline) {
            run.problems.push({
                kind: 'limit',
                path: backend.id,
                reason: `${pending.length + 1} live checks were not made: the budget of requests or time was used up`,
            });
            break;
        }
        if (sent > 0 && !run.settings.dryRun)
            await (0,promises_.setTimeout)(run.settings.pauseMs ?? PAUSE_MS);
        sent += 1;
        asked.add(next.id);
        const answered = await ask(next, backend, probing, run);
        if (answered === undefined)
            continue;
        observations.push(answered.observation);
        pending.unshift(...answered.follow);
    }
    if (observations.length > 0)
        run.observations.set(backend.id, observations);
    if (run.settings.dryRun && sent > 0)
        noteFollowUps(asked, backend, probing, run);
}
function noteFollowUps(asked, backend, probing, run) {
    const more = probing.specs.filter((spec) => !asked.has(spec.id) && isAllowed(spec, backend, run.settings));
    if (more.length === 0)
        return;
    const ids = more.map(({ id }) => id).join(', ');
    const reason = `depending on the answers, also asked would be: ${ids} (docs/probes.md)`;
    run.problems.push({ kind: 'note', path: backend.id, reason });
}
function specOf({ id }, probing) {
    return probing.specs.find((spec) => spec.id === id);
}
function refuse(request, backend, why, run) {
    run.problems.push({ kind: 'note', path: backend.id, reason: `${request.id} was not sent: ${why}` });
    run.ledger.push(ledgerLine(request, backend, { status: 0, bytes: 0, ms: 0, outcome: 'refused' }));
}
function isAllowed({ mode, consent }, backend, settings) {
    if (consent === 'create-record' && !settings.policy.probe.createRecord)
        return false;
    if (consent === 'use-credential' && !settings.policy.probe.useCredential)
        return false;
    if (mode === 'read')
        return true;
    return settings.mode === 'write' && settings.policy.owned.some((pattern) => (0,glob/* matchesGlob */.k)(pattern, backend.id));
}
async function ask(request, backend, probing, run) {
    const refused = refusal(request.url, probing.hosts);
    if (refused !== undefined) {
        refuse(request, backend, refused, run);
        return undefined;
    }
    if (run.settings.dryRun) {
        run.ledger.push(ledgerLine(request, backend, { status: 0, bytes: 0, ms: 0, outcome: 'planned' }));
        return undefined;
    }
    const started = performance.now();
    const sent = await run.transport(request);
    const ms = Math.round(performance.now() - started);
    const base = { probe: request.id, audience: request.audience };
    if (sent.type !== 'answer') {
        const outcome = sent.type === 'absent' ? 'absent' : 'undecided';
        run.ledger.push(ledgerLine(request, backend, { status: 0, bytes: 0, ms, outcome }));
        return { observation: { ...base, outcome, can: [], status: 0, why: sent.why }, follow: [] };
    }
    const { status } = sent.answer;
    const { outcome, can, why, follow } = request.read(sent.answer);
    run.ledger.push(ledgerLine(request, backend, { status, bytes: sent.bytes, ms, outcome }));
    return { observation: { ...base, outcome, can, status, why }, follow: follow ?? [] };
}
function ledgerLine(request, backend, result) {
    const url = URL.canParse(request.url) ? new URL(request.url) : undefined;
    const path = url === undefined ? '' : `${url.pathname}${url.search}`;
    return {
        backend: backend.id,
        probe: request.id,
        method: request.method,
        host: url?.hostname ?? '',
        path: request.hides === undefined ? path : path.replaceAll(request.hides, '\u2026'),
        ...result,
    };
}


/***/ })

} };
})
