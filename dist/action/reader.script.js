// 3ceb26f951b5e242c0adf7782c4fd0c3
(function (__importMeta, require, keepCompiled) {
'use strict';
const { filename: __filename, dirname: __dirname } = __importMeta;
/******/ var __webpack_modules__ = ({

/***/ 598:
/***/ ((module) => {

module.exports = require("node:crypto");

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', __importMeta.url).pathname).slice(__importMeta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

;// CONCATENATED MODULE: external "node:worker_threads"
const external_node_worker_threads_namespaceObject = require("node:worker_threads");
;// CONCATENATED MODULE: ./lib/artifacts/parcels.js
const ROOM = 1024 * 1024;
const MOST_EVENTS = 256;
const NUMBERS = 3;
function createPacker(rooms) {
    const isGiven = ({ buffer, byteOffset, length }) => length >= ROOM && byteOffset === 0 && rooms.owns(buffer);
    let events = [];
    let hits = [];
    let room;
    let filled = 0;
    return {
        isEmpty: () => events.length === 0,
        isFull: () => filled >= ROOM,
        fits: (event) => {
            if (events.length >= MOST_EVENTS)
                return false;
            return event.type !== 'entry' || room === undefined || filled + event.entry.bytes.length <= room.length;
        },
        add: (event) => {
            if (event.type !== 'entry') {
                events.push(event);
                return;
            }
            const { bytes, hits: found, ...entry } = event.entry;
            if (room === undefined && isGiven(bytes)) {
                room = Buffer.from(bytes.buffer);
                filled = bytes.length;
            }
            else {
                room ??= Buffer.from(rooms.take(bytes.length));
                filled += bytes.copy(room, filled);
            }
            for (const { offset, length, encoding } of found)
                hits.push(offset, length, encoding === 'utf16le' ? 1 : 0);
            events.push({ type: 'packed', entry, bytesEnd: filled, hitsEnd: hits.length });
        },
        take: () => {
            const parcel = { events, hits, room: (room?.buffer ?? new ArrayBuffer(0)) };
            events = [];
            hits = [];
            room = undefined;
            filled = 0;
            return parcel;
        },
    };
}
function* unpacked({ events, room, hits }) {
    let bytesStart = 0;
    let hitsStart = 0;
    for (const event of events) {
        if (event.type !== 'packed') {
            yield event;
            continue;
        }
        const { entry, bytesEnd, hitsEnd } = event;
        const bytes = Buffer.from(room, bytesStart, bytesEnd - bytesStart);
        yield { type: 'entry', entry: { ...entry, bytes, hits: hitsFrom(hits.slice(hitsStart, hitsEnd)) } };
        bytesStart = bytesEnd;
        hitsStart = hitsEnd;
    }
}
function hitsFrom(numbers) {
    return Array.from({ length: numbers.length / NUMBERS }, (_, index) => {
        const [offset = 0, length = 0, isWide = 0] = numbers.slice(NUMBERS * index, NUMBERS * (index + 1));
        return { offset, length, encoding: isWide === 1 ? 'utf16le' : 'latin1' };
    });
}

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = require("node:fs");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = require("node:path");
;// CONCATENATED MODULE: ./lib/shared/errors.js
class UsageError extends (/* unused pure expression or super */ null && (Error)) {
    name = 'UsageError';
}
const FILE_ERRORS = {
    EACCES: 'no permission',
    EISDIR: 'it is a folder',
    ENOENT: 'there is no such file or folder',
    ENOSPC: 'the disk is full',
    ENOTDIR: 'a part of its path is a file, not a folder',
    EPERM: 'no permission',
    EROFS: 'the disk is read-only',
};
function errors_messageOf(error) {
    if (!(error instanceof Error))
        return String(error);
    return ('code' in error ? FILE_ERRORS[String(error.code)] : undefined) ?? error.message;
}
function codeOf(error) {
    const code = error?.code;
    return typeof code === 'string' ? code : errors_messageOf(error);
}

;// CONCATENATED MODULE: ./lib/shared/runs.js
const DEFAULT_REACH = 2_048;
function* runs_runsAround(bytes, hits, options = {}) {
    const start = Math.max(0, options.start ?? 0);
    const end = Math.min(bytes.length, options.end ?? bytes.length);
    const reach = options.reach ?? DEFAULT_REACH;
    const delimiter = options.delimiter ?? 'control';
    const covered = { latin1: start, utf16le: start };
    const given = { latin1: -1, utf16le: -1 };
    for (const hit of hits) {
        const hitEnd = hit.offset + hit.length;
        if (hit.offset < start || hitEnd > end || hitEnd <= covered[hit.encoding])
            continue;
        const low = Math.max(start, hit.offset - reach);
        const high = Math.min(end, hitEnd + reach);
        const encoding = hit.encoding === 'utf16le' ? 'utf16le' : 'utf8';
        const edges = EDGES[encoding][delimiter];
        const from = edges.start(bytes, hit.offset, low);
        const to = edges.end(bytes, hitEnd, high);
        covered[hit.encoding] = to === high && high < end ? to - (reach >>> 1) : to;
        if (to <= given[hit.encoding])
            continue;
        given[hit.encoding] = to;
        yield { value: bytes.toString(encoding, from, to), offset: from, end: to, encoding };
    }
}
const SHORTEST_TEXT = 4;
const SHORTEST_LITERAL = 2;
const DEFAULT_NEIGHBOURS = 64;
function runs_stringsNear(bytes, run, options = {}) {
    const limit = options.limit ?? DEFAULT_NEIGHBOURS;
    const reach = options.reach ?? DEFAULT_REACH;
    const low = Math.max(0, options.start ?? 0, run.offset - reach);
    const high = Math.min(bytes.length, options.end ?? bytes.length, run.end + reach);
    const step = run.encoding === 'utf16le' ? 2 : 1;
    const edges = EDGES[run.encoding][options.delimiter ?? 'control'];
    const shortest = step * (options.delimiter === 'nul' ? SHORTEST_LITERAL : SHORTEST_TEXT);
    const found = [];
    const add = (from, to, distance) => {
        if (to - from < shortest)
            return;
        const value = bytes.toString(run.encoding, from, to);
        found.push({ run: { value, offset: from, end: to, encoding: run.encoding }, distance });
    };
    for (let at = run.end; at < high && found.length < limit;) {
        const to = edges.end(bytes, at, high);
        add(at, to, at - run.end);
        at = to + step;
    }
    const after = found.length;
    for (let at = run.offset; at > low && found.length < after + limit;) {
        const from = edges.start(bytes, at, low);
        add(from, at, run.offset - at);
        at = from - step;
    }
    return found
        .sort((left, right) => left.distance - right.distance)
        .slice(0, limit)
        .map(({ run: neighbour }) => neighbour);
}
function runs_hitsWithin(hits, start, end) {
    const found = [];
    for (let index = firstAtOrAfter(hits, start); index < hits.length; index += 1) {
        const hit = hits[index];
        if (hit === undefined || hit.offset >= end)
            break;
        if (hit.offset + hit.length <= end)
            found.push(hit);
    }
    return found;
}
function firstAtOrAfter(hits, offset) {
    let low = 0;
    let high = hits.length;
    while (low < high) {
        const middle = (low + high) >>> 1;
        if ((hits[middle]?.offset ?? 0) < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
const textBytes = {
    start: (bytes, at, low) => {
        let from = at;
        while (from > low) {
            const length = runs_isTextByte(bytes[from - 1]) ? 1 : characterBefore(bytes, from, low);
            if (length === 0)
                break;
            from -= length;
        }
        return from;
    },
    end: (bytes, at, high) => {
        let to = at;
        while (to < high) {
            const length = runs_isTextByte(bytes[to]) ? 1 : characterAt(bytes, to, high);
            if (length === 0)
                break;
            to += length;
        }
        return to;
    },
};
const nulBytes = {
    start: (bytes, at, low) => {
        let from = at;
        while (from > low && bytes[from - 1] !== 0)
            from -= 1;
        return from;
    },
    end: (bytes, at, high) => {
        let to = at;
        while (to < high && bytes[to] !== 0)
            to += 1;
        return to;
    },
};
const textUnits = unitEdges(isTextUnit);
const nulUnits = unitEdges((unit) => unit !== 0);
function unitEdges(continues) {
    return {
        start: (bytes, at, low) => {
            let from = at;
            while (from - 2 >= low && continues(bytes.readUInt16LE(from - 2)))
                from -= 2;
            return from;
        },
        end: (bytes, at, high) => {
            let to = at;
            while (to + 2 <= high && continues(bytes.readUInt16LE(to)))
                to += 2;
            return to;
        },
    };
}
const EDGES = {
    utf8: { control: textBytes, nul: nulBytes },
    utf16le: { control: textUnits, nul: nulUnits },
};
function runs_isTextByte(byte) {
    return (byte >= 0x20 && byte <= 0x7e) || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}
function isTextUnit(unit) {
    return unit < 0x80 ? runs_isTextByte(unit) : unit >= 0xa0 && unit < 0x250;
}
function characterAt(bytes, at, high) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80)
        return runs_isTextByte(lead) ? 1 : 0;
    const length = sequenceLength(lead);
    if (length === 0 || at + length > high)
        return 0;
    const second = bytes[at + 1] ?? 0;
    if (second < lowestSecond(lead) || second > highestSecond(lead))
        return 0;
    for (let index = 2; index < length; index += 1)
        if (!isContinuation(bytes[at + index] ?? 0))
            return 0;
    return length;
}
function characterBefore(bytes, at, low) {
    let lead = at - 1;
    while (lead > low && at - lead < 4 && isContinuation(bytes[lead] ?? 0))
        lead -= 1;
    const length = characterAt(bytes, lead, at);
    return length === at - lead ? length : 0;
}
function sequenceLength(lead) {
    if (lead >= 0xc2 && lead <= 0xdf)
        return 2;
    if (lead >= 0xe0 && lead <= 0xef)
        return 3;
    if (lead >= 0xf0 && lead <= 0xf4)
        return 4;
    return 0;
}
function lowestSecond(lead) {
    if (lead === 0xe0)
        return 0xa0;
    return lead === 0xf0 ? 0x90 : 0x80;
}
function highestSecond(lead) {
    if (lead === 0xed)
        return 0x9f;
    return lead === 0xf4 ? 0x8f : 0xbf;
}
function isContinuation(byte) {
    return (byte & 0xc0) === 0x80;
}

;// CONCATENATED MODULE: ./lib/artifacts/inflater/batch-sizes.js
const MOST_ENTRIES = 2048;
const NAMES_ROOM = (/* unused pure expression or super */ null && (256 * 1024));
const PACKED_ROOM = 1280 * 1024;
const UNPACKED_ROOM = 1024 * 1024;
const BYTE_PAIRS_SIZE = 8192;
const MOST_BLANKS = 256;

;// CONCATENATED MODULE: ./lib/artifacts/byte-pairs.js

function noPairs() {
    return new Uint8Array(BYTE_PAIRS_SIZE);
}
function allPairs() {
    return noPairs().fill(0xff);
}
function addPairs(pairs, beginning) {
    const first = beginning.charCodeAt(0) << 8;
    if (beginning.length === 1) {
        pairs.fill(0xff, first >> 3, (first + 256) >> 3);
        return;
    }
    const pair = first | beginning.charCodeAt(1);
    pairs[pair >> 3] = pairs[pair >> 3] | (1 << (pair & 7));
}

;// CONCATENATED MODULE: ./lib/shared/wasm.js
const PAGE = 64 * 1024;
function instances(base64) {
    let compiled;
    return (pages) => {
        compiled ??= new WebAssembly.Module(Buffer.from(base64, 'base64'));
        const memory = new WebAssembly.Memory({ initial: pages });
        const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
        const grown = (bytes) => {
            const missing = Math.ceil((bytes - memory.buffer.byteLength) / PAGE);
            if (missing > 0)
                memory.grow(missing);
            return memory.buffer;
        };
        return { code: exports, memory: memory.buffer, grown };
    };
}

;// CONCATENATED MODULE: ./lib/artifacts/zip-row.js
const zip_row_NAME_START = 0;
const zip_row_NAME_END = 1;
const METHOD = 2;
const TRAITS = 3;
const CRC32 = 4;
const COMPRESSED_SIZE = 5;
const SIZE = 6;
const OFFSET = 7;
const ROW = 8;
const ENCRYPTED = 1;
const FOLDER = 2;
const BYTECODE = 4;
const ARCHIVE = 8;
const APPLE_DOUBLE = 16;
const SCRIPT = 64;
const LENT = 32;
const STORED = 0;
const DEFLATED = 8;

;// CONCATENATED MODULE: ./lib/artifacts/directory/code.js
const CODE = [
    'AGFzbQEAAAABMQdgAAF/YAZ/f3x8f38Bf2AEf39/fwF/YAN/f38Bf2AGf3x8fH9/AX9gA39/fwBgAAACDwEDZW52Bm1lbW9yeQIA',
    'AAMJCAECAwQFAAAGBo0BEX8AQYAIC38AQYAgC38AQYCAEAt/AEGAoBALfAFEAAAAAAAAAAALfAFEAAAAAAAAAAALfAFEAAAAAAAA',
    'AAALfwFBAQt8AUQAAAAAAAAAAAt/AUEAC3wBRAAAAAAAAAAAC3wBRAAAAAAAAAAAC38BQQALfwFBAAt/AUEAC3wBRAAAAAAAAAAA',
    'C38BQQELB7MBEgViZWdpbgAHCGNvbnN1bWVkAAYLaXNBc2NlbmRpbmcABQRyZWFkAAAHRU5ESU5HUwMABFJPV1MDAwZXSU5ET1cD',
    'AQtXSU5ET1dfUk9PTQMCBGxlbmQABAV3ZWlnaAADCGFsbEJ5dGVzAwsDY3V0AAIHZG91YmxlcwMMC2ZpcnN0RG91YmxlAw0JcGFy',
    'dEJ5dGVzAwoLcGFydEVudHJpZXMDCQR0YWtlAAEGbWVtb3J5AgAKhRAIkwYCDn8BfCAAQYAgaiELIAVBBnRBgKAQaiEPQYAgIQkg',
    'BEEGdEGAoBBqIhAhBQNAIAUgD0kgCUEuaiALTXEEfyAJKAIAQdCWhRBGBUEACwRAIAFFIAlBLmoiBCAJLwEcaiIAIAkvAR5qIg0g',
    'C0txIAAgC0tyRQRAIAUgAiAJQdIfa7igOQMAIAUgAiAAQYAga7igOQMIIAUgCS8BCrg5AxAgBCEIAkADQCAEQQlqIABNBEAgBCgC',
    'AEHfvrWKBEcEf0EBBSAEKAIEQcOezcIFRwsEf0EBBSAELQAIQS9HC0UEQEEBIQogBCAIRgR/QQEFIARBAWstAABBL0YLDQMLIARB',
    'AWohBAwBCwtBACEKC0EQQQAgChshBkGACCEMQYAILQAAIQQDQCAEBEAgACAIayAETwRAIAAgBGshESAMQQJqIRIgBCEHAkADQCAH',
    'BEBBACEKIAcgEmpBAWstAAAiDiAHIBFqQQFrLQAAIhNHBH8gEyAOQSBrRyAOQeEASXIFQQALDQIgB0EBayEHDAELC0EBIQoLBUEA',
    'IQoLIAoEQCAGIAwtAAFyIQYLIAwgBEECamoiDC0AACEEDAELCyAFIAatIAkzAQhCAYOEuTkDGCAFIAkoAhC4OQMgIAUgCSgCFLg5',
    'AyggBSAJKAIYuDkDMCAFIAkoAiq4OQM4IA0gCyALIA1LGyEGA0AgBiAAQQRqIgdPBEACQCAALwECIAdqIQQgAC8BAEEBRgRAIAQg',
    'BiAEIAZJGyIEIAdBCGoiAEkgBUEwaisDAEQAAOD////vQWJyBH8gBwUgBSAHKQMAujkDMCAACyIAQQhqIgYgBEsgBUEoaisDAEQA',
    'AOD////vQWJyRQRAIAUgACkDALo5AyggBiEACyAEIABBCGpJIAVBOGorAwBEAADg////70Ficg0BIAUgACkDALo5AzgMAQsgBCEA',
    'DAILCwsgBSAFKwM4IAOgRAAAAAAAAAAApSIUOQM4IBQjD2MEQEEAJBALIBQkDyANIAkvASBqIQkgBUFAayEFDAILCwsgCSQOIAUg',
    'EGtBBnYL0wECBH8BfEEAJAlEAAAAAAAAAAAkCkQAAAAAAAAAACQLQQAkDCADIQQDQCAAIAVLBEAgBUEGdEGAoBBqIgYrAxj8AyEH',
    'IwsgBisDMCIIoCQLAkAgASAHcSACRw0AIwlBAWokCSMKIAigJAogCEQAAAAAAAAAAGFBACAHQQJxGwR/IAYrAyhEAAAAAAAAAEBl',
    'BUEACw0AIAdBEHEEQCMMIgZBAWokDCAGRQRAIAUkDQsFIAQgBTYCACAEQQRqIQQLCyAFQQFqIQUMAQsLIAQgA2tBAnYL7gECBX8C',
    'fCACIQNEAAAAAAAAMEEhCQNAIAEgBUsEQCAAIAVBAnRqKAIAQQZ0QYCgEGoiBysDMCAHKwMopSEIIAQgBUkEfyAFIARrQYAQRiAI',
    'IAlkcgR/QQEFIAcrAwggACAEQQJ0aigCAEEGdEGAoBBqIgYrAwChRAAAAAAAABBBZCAHKwM4IAcrAyigIAYrAzihRAAAAAAAADBB',
    'ZHILBUEACwRAIAMgBTYCAEQAAAAAAAAwQSEJIAUhBCADQQRqIQMLIAkgCKEhCSAFQQFqIQUMAQsLIAEEfyADIAE2AgAgA0EEagUg',
    'AwsgAmtBAnYLyQIBAn8gAUQAAAAAgIQuQaNEAAAAAAAAKECgJAREAAAAAACARkAkBSACJAggAyQGIARBAEckByAFIQQDQCAAIAdL',
    'BEAjBSAHQQZ0QYCgEGoiBisDMEQAAAAAgIQuQaMgBisDGPwDQQRxBHxEAAAAAAAAIEAFRAAAAAAAAD5ARJqZmZmZmck/IAYrAxj8',
    'A0HAAHEbC6JEexSuR+F6dD+goCQFIwggBisDMGQEf0EBBQJ/QQAgBisDMCIBIwZkDQAaQQEgBisDGPwDQQhxDQAaIwcEf0EABSMI',
    'IAEgBisDKKVlCwsLBEAjBCAGKwMwRAAAAACAhC5Bo0TNzMzMzMwQQERmZmZmZmb2PyAGKwMQRAAAAAAAACBAYRuiRHsUrkfhepQ/',
    'oKAkBAUgBCAHNgIAIARBBGohBAsgB0EBaiEHDAELCyAEIAVrQQJ2C70DAgN/AXwgASEDA0AgAyABIAJBAnRqSQRAIAMoAgBBBnRB',
    'gKAQaiEEIAUEf0EABSAEKwMY/ANBxABxCwRAQQEhBSAEIAQrAxj8A0Egcrg5AxgFIwUjBGQEQCMEIAQrAzBEAAAAAICELkGjRM3M',
    'zMzMzBBARGZmZmZmZvY/IAQrAxBEAAAAAAAAIEBhG6JEexSuR+F6lD+goCQEBSMFIAQrAzBEAAAAAICELkGjRM3MzMzMzBBARGZm',
    'ZmZmZvY/IAQrAxBEAAAAAAAAIEBhG6JEexSuR+F6lD+goCQFIAQgBCsDGPwDQSByuDkDGAsLIANBBGohAwwBCwsgAEEGdEGAoBBq',
    'IQADQCAAQYCgEEsjBSMEY3EEQCMIIABBQGoiACsDMGUEf0EBBQJ/QQAgACsDMCIGIwZkDQAaQQEgACsDGPwDQQhxDQAaIwcEf0EA',
    'BSMIIAYgACsDKKVlCwsLDQEjBCAAKwMwRAAAAACAhC5Bo0TNzMzMzMwQQERmZmZmZmb2PyAAKwMQRAAAAAAAACBAYRuiRHsUrkfh',
    'epQ/oCIGoSQEIwUgBqAkBSAAIAArAxj8A0Egcrg5AxgMAQsLCwQAIxALCAAjDkGAIGsLEQBEAAAAAAAAAAAkD0EBJBAL',
].join('');

;// CONCATENATED MODULE: ./lib/artifacts/directory/program.js



const ENDINGS = [
    [FOLDER, ['/']],
    [BYTECODE, ['.dex']],
    [SCRIPT, ['.js', '.jsbundle', '.bundle']],
    [ARCHIVE, ['.apk', '.aab', '.apks', '.aar', '.jar', '.zip', '.ipa']],
];
const PAGES = 10;
const instance = instances(CODE);
const idle = [];
function takeDirectoryProgram() {
    return idle.pop() ?? prepared();
}
function giveBackDirectoryProgram(program) {
    idle.push(program);
}
function prepared() {
    const made = instance(PAGES);
    const endings = ENDINGS.flatMap(([trait, all]) => all.flatMap((ending) => [ending.length, trait, ...Buffer.from(ending)]));
    new Uint8Array(made.memory).set(endings, made.code.ENDINGS.value);
    return made;
}

;// CONCATENATED MODULE: ./lib/artifacts/inflater/code.js
const code_CODE = [
    'AGFzbQEAAAABJQZgAAF/YAAAYAJ/fwF/YAV/f39/fwF/YAV/fH98fAF/YAJ/fwACDwEDZW52Bm1lbW9yeQIAAAMREAMAAQEEAAAA',
    'AQUAAAACAgEG3QEmfwBBgIAEC38AQYCAEAt/AEGAiBYLfwBBwJU2C38AQcCVPgt/AEHA1T4LfwBBwJU/C38AQcCXPwt/AEHA1z8L',
    'fwBBwOfPAAt/AEHA598AC38AQcDvrwELfwBBwPPvAQt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFB',
    'AAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AEEAC38AQQELfwBBAgt/AEEDC38BQQALfwFB',
    'AAt/AUEACweOAhwFRU5ERUQDHwtORUVEU19JTlBVVAMgCk5FRURTX1JPT00DIQZCUk9LRU4DIgViZWdpbgAPBnVucGFjawAEA3J1',
    'bgABCW5lZWRlZEVuZAMSDW90aGVyTmFtZXNFbmQDEwZCRUdJTlMDBQhDT05URU5UUwMEA0VORAMMBUlOUFVUAwAKSU5QVVRfUk9P',
    'TQMBBU5BTUVTAwkGTkVFREVEAwcLT1RIRVJfTkFNRVMDCAZPVVRQVVQDAgZQQUNLRUQDCgRST1dTAwMFU0lHTlMDBghVTlBBQ0tF',
    'RAMLB2NvbXBhY3QACwNlbmQACgRnaXZlAAkIbWFrZVJvb20ACAZ1bnVzZWQABwZtZW1vcnkCAAgBAgrNMxDxBgEJf0EBIQdBASEI',
    'A0AgCEEPTQRAIAdBAXQgACAIQQF0ai8BACIJayIHQQBIBEBBAA8LIAggBSAJGyEFIAhBAWohCAwBCwsgAiAFIAMgAyAFSxsiAyAC',
    'IANLGyENIAdFBEAgACEDQQAhCEEBIQcDQCADIAdBAXRqLwEARQRAIAdBAWohBwwBCwsDQCAHIA1NBEAgA0EgaiAHQcAEbGoiACAD',
    'IAdBAXRqLwEAQQF0aiECA0AgACACSQRAIAEgCEEIdkGA8QNqLQAAIAhB/wFxQYDxA2otAABBCHRyQRAgB2t2QQJ0aiAEIAAvAQBB',
    'AnRqKAIAIAdBgQJsajYCACAIQQFqIQggAEECaiEADAELCyAHIA1JBEAgAUEEIAd0aiIFIQIgASEAA0AgACAFSQRAIAIgAP0ABAD9',
    'CwQAIAIgAP0ABBD9CwQQIAJBIGohAiAAQSBqIQAMAQsLCyAIQQF0IQggB0EBaiEHDAELCyAIQQIgDXRJBEBBfyECQQEgDXQhBSAN',
    'QQFqIQkDQCAIQQEgCXRJBEBBASAJIA1rdCEMIAMgCUEBdGovAQAhC0EAIQoDQCAKIAtJBEAgCEEIdkGA8QNqLQAAIAhB/wFxQYDx',
    'A2otAABBCHRyQRAgCWt2IgdBASANdEEBa3EiACACRwRAIAAhAiAFIQYgCSANayEAIAsgCmshBQNAIAVBASAAdEkEQCADIABBAWoi',
    'ACANakEBdGovAQAgBUEBdGohBQwBCwsgASACQQJ0aiAGQRB0QcABciAAQQh0ciANcjYCACAGQQEgAHRqIQULIAQgA0EgaiAJQcAE',
    'bGogCkEBdGovAQBBAnRqKAIAIAkgDWtBgQJsaiEAIAYgByANdmohBwNAIAUgB0sEQCABIAdBAnRqIAA2AgAgByAMaiEHDAELCyAI',
    'QQFqIQggCkEBaiEKDAELCyAIQQF0IQggCUEBaiEJDAELCwsgDQ8LIAFBgMgBRiAFQQFLcgRAQQAPCyABIAUEfyAEIAAvAeAEQQJ0',
    'aigCAEGBAmoFQYHBAAs2AgAgAUGBwQA2AgRBASEEA0AgBCANSQRAIAFBBCAEdGoiAiEDIAEhAANAIAAgAkkEQCADIAD9AAQA/QsE',
    'ACADIAD9AAQQ/QsEECADQSBqIQMgAEEgaiEADAELCyAEQQFqIQQMAQsLIA0L5wMBA39BBCEAA0AgAEEERgRAIyNBAkYEQAJ/IxhF',
    'EAUiAEEBR3JFBEAQBiEACyAARQRAQQNBACMkGyQjQQQMAQtBAyAAQQNGDQAaQQJBASAAQQJGGwshAAUjI0EBRgRAIyUiACMXIxZB',
    'A3YiAWsiAiAAIAJJGyEAIxkgASAAIxojGSIBIxoiAiABIAJJG2siASAAIAFJGyIA/AoAACMZIABqJBkjFiAAQQN0aiQWIyUgAGsk',
    'JQJ/IyVFBEBBA0EAIyQbJCNBBAwBC0ECIAAgAUYNABpBA0EBIxgbCyEABSMjQQNGBEBBA0EAIxYjF0EDdEsbIQAFQQEhAAJAIxgE',
    'f0EABSMWQYAoaiMXQQN0SwsNACMWQQN2KQMAIxZBB3GtiKciAEEBcSQkIxZBA2okFiAAQQF2QQNxIgFFBEAjFkEHakEDdiIALwEA',
    'IQEjFyAAQQRqSQR/QQEFIAEgAC8BAnNB//8DRwsEf0EDBSAAQQRqQQN0JBYgASQlQQEkI0EECyEADAELQQMhACABQQNGDQAgAUEB',
    'RgRAIx5FBEBBgAhBgKUDQYDAAPwKAABBgIgBQYDlA0GAAfwKAABB/AAkHEEBJB4LBRAMRQ0BCyMWIxdBA3RLDQBBAiQjQQQhAAsL',
    'CwsMAQsLIAALBAAQAwuQCAEEf0HAlz8kEkHA1z8kE0GAgCAkFkGAgAQkF0GAiBYkGUGAiDYkGkGAiBYkG0EAJCNBASEAA0AgAEEQ',
    'TARAQQAhAQNAIAFBEEgEQCAAQQR0QYDzA2ogAWogASAAbzoAACABQQFqIQEMAQsLIABBkPUDakEQQRAgAG9rOgAAIABBAWohAAwB',
    'CwtBACEBA0AgAUGAAkkEQEEAIQNBACEAA0AgAEEISQRAIAMgASAAdkEBcUEHIABrdHIhAyAAQQFqIQAMAQsLIAFBgPEDaiADOgAA',
    'IAFBAWohAQwBCwtBACEAA0AgAEGgAkkEQCAAQQJ0QYDmA2oCfyAAQRB0QYCAgIB4ciAAQYACSQ0AGkGAASAAQYACRg0AGkGAwQAg',
    'AEGdAksNABpBgISICCAAQZ0CRg0AGiAAQYECayIBQQhJBEAgAUEDakEQdEGABHIMAQsgAUEDcUEEaiABQQRrQQJ2IgF0QQNqQRB0',
    'QYAEciABcgs2AgAgAEGQAUkgAEGXAktyBH9BCAVBCUEHIABBgAJJGwsiA0EBdEGAzAFqIgIvAQAhASADQcAEbEGgzAFqIAFBAXRq',
    'IAA7AQAgAiABQQFqOwEAIABBAWohAAwBCwtBACEAA0AgAEEgSQRAIABBAnRBgO8DagJ/QYDBACAAQR1LDQAaIABBAWpBEHRBgARy',
    'IABBBEkNABogAEEBcUECaiAAQQJrQQF2IgF0QQFqQRB0QYAEciABcgs2AgBBqpQCLwEAIgFBAXRBgKsCaiAAOwEAQaqUAiABQQFq',
    'OwEAIABBAWohAAwBCwtBACEAA0AgAEETSQRAIABBAnRBgPADagJ/IABBEHRBgICAgHhyIABBEEkNABpBgoUMIABBEEYNABpBg4QM',
    'QYeELCAAQRFGGws2AgAgAEEBaiEADAELC0GAzAFBgKUDQQtBC0GA5gMQABpBoJQCQYDlA0EBQQVBgO8DEAAaQQAhAQNAIAFBgAJJ',
    'BEAgASEAQQAhAwNAIANBCEgEQCAAQQF2IgJBoIbi7X5zIAIgAEEBcRshACADQQFqIQMMAQsLIAFBAnRBgIw2aiAANgIAIAFBAWoh',
    'AQwBCwtBACEAA0AgAEEQSQRAIABBgJQ2aiECIAAhAUEAIQMDQCADQRBIBEAgAUH/AXFBAnRBgIw2aigCACABQQh2cyEBIANBAWoh',
    'AwwBCwsgAiABOgAAIAIgAUEIdjoAECACIAFBEHY6ACAgAiABQRh2OgAwIABBwJQ2aiECIABBBHQhAUEAIQMDQCADQRBIBEAgAUH/',
    'AXFBAnRBgIw2aigCACABQQh2cyEBIANBAWohAwwBCwsgAiABOgAAIAIgAUEIdjoAECACIAFBEHY6ACAgAiABQRh2OgAwIABBAWoh',
    'AAwBCwsLzgYCCn8DfEHA768BIQdBwJc/JBJBwNc/JBMDQCAAIA1LBEACfyANQQZ0QcCVNmoiDisDECIPRAAAAAAAAAAAYSQRQQAj',
    'EUUgD0QAAAAAAAAgQGJxBH9BAQUgDisDGPwDQQFxCw0AGkEAQQEgDisDKCIPIA4rAzAiEGJBACMRGyAEIA9jIAQgEGNyGw0AGiAC',
    'QcDn3wBqIQsgDisDACIRIAOh/ANBwOfPAGokFCAOKwMIIBGh/AMkFUEAIA4rAzggAaEiEUQAAAAAAAAAAGMEf0EBBSALQcDn3wBr',
    'uCARRAAAAAAAAD5AoCMVuKBjCw0AGkEAIBH8A0HA598AaiIMKAIAQdCWjSBHBH9BAAUgDEEeaiEKIxQhCSMVIQhBACEFAn8DQCAF',
    'QQhqIgYgCE0EQEEAIAUgCmopAwAgBSAJaikDAFINAhogBiEFDAELCwNAIAUgCEkEQEEAIAUgCmotAAAgBSAJai0AAEcNAhogBUEB',
    'aiEFDAELC0EBCwtFDQAaIAwvARwgDC8BGiAMQR5qamokDSMNIA/8A2okDiAQ/AMkDyAOKwMg/AMkECMOIAtNCyEFIAcjD2pBwO/v',
    'AU0gBSAFGwR/IxEEfyAHIw0jD/wKAABBAQUjDUEDdCQWIw4kF0EBJBggByQZIAcjD2pBAWokGiAHJBtBACQjQQAkJBABBH9BAAUj',
    'GSAHIw9qRgsEfyAHIw8QDSMQRgVBAAsLBUEACwRAIA1BAnRBwJU+aiAHNgIAAkAjD0ECSQR/QQEFAn9BASAHLQABIActAABBCHRy',
    'IgVBA3ZBwNU+ai0AACAFQQdxdkEBcQ0AGiAHQYACIw8iBSAFQYACTxtqIQYgByEFA0AgBSAGSQR/IAUtAAAiCEEgRgR/QQEFIAhB',
    'DU0gCEEJT3ELBUEACwRAIAVBAWohBQwBCwtBASAFIAZGDQAaIAUgB0sgBS0AACIFQYABT3EEf0EBBSAFQcCVP2otAAALCwsEQCMS',
    'IA02AgAjEkEEaiQSDAELIxMjFCMV/AoAACMTIxVqJBMjEyIFQQFqJBMgBUEKOgAACyAHIw9qIQcFIA1BAnRBwJU+aiAHQX9zNgIA',
    'IxIgDTYCACMSQQRqJBILIA1BAWohDQwBCwsgBwvlBwMNfwJ+AXsjF0ECayEHIxohCCMbIQkjGSEAIxwhCkEBIQUjFkEDdiIBQQdq',
    'IgJBOiMWQQdxIgZrIgtBf3NBA3ZBB3FqIQQgC0E4ciEDIAEpAwAgBq2IQgKGIAIpAwAgC62GhCINp0H8P3EoAoAIIQEDQCAEIAdN',
    'BEACQCAAIAhPBEBBAiEFDAELIAFBAEgEQCADIAFrIQMgACICQQFqIQAgAiABQRB2OgAAIA0gAa2IIg2nQfw/cSgCgAgiAUEASARA',
    'IAMgAWshAyAAIgJBAWohACACIAFBEHY6AAAgDSABrYgiDadB/D9xKAKACCIBQQBIBEAgAyABayEDIAAiAkEBaiEAIAIgAUEQdjoA',
    'ACANIAGtiCINp0H8P3EoAoAIIQEgDSAEKQMAIAOthoQhDSAEIANBf3NBA3ZBB3FqIQQgA0E4ciEDDAULCwsgAUGAAXEEQCABQcAA',
    'cQRAIAMgAWshAyABQRB2QQJ0QYAIaiANIAGtiCINp0EEIAFBCHZBD3F0QQRrcWooAgAhAQsgAUEASARAIAAiAkEBaiEAIAIgAUEQ',
    'djoAACAEKQMAIAMgAWsiAq2GIA0gAa2IhCENIAQgAkF/c0EDdkEHcWohBCACQThyIQMgDadB/D9xKAKACCEBDAQLIAFBgAFxBEAg',
    'AyABayEDQQNBACABQYDAAHEbIQUMAgsLIA1CfCABrSIOhkJ/hYMgAUEIdq2IpyABQRB2aiELIA0gDoghDSADIAFrIgNBP3FBHkkE',
    'QCANIAQpAwAgA62GhCENIAQgA0F/c0EDdkEHcWohBCADQThyIQMLIA2nIApxKAKAiAEiAUGAAXEEQCABQcAAcQRAIAMgAWshAyAB',
    'QRB2QQJ0QYCIAWogDSABrYgiDadBBCABQQh2QQ9xdEEEa3FqKAIAIQELIAFBgMAAcQRAQQMhBQwCCwsgAyABayEDIA1CfCABrSIO',
    'hkJ/hYMgAUEIdq2IpyABQRB2aiIMIAAgCWtLBEBBAyEFDAELIAQpAwAgA62GIA0gDoiEIQ0gBCADQX9zQQN2QQdxaiEEIANBOHIh',
    'AyANp0H8P3EoAoAIIQEgACAAIAxr/QAEACAMQRAgDEEQSSICG0EEdEGA8wNq/QAEAP0OIg/9CwQAAkAgC0EQTQ0AIAAgC2ohBiAC',
    'BEAgDEGQ9QNqLQAAIgwgAGohAgNAIAIgBkkEQCACIA/9CwQAIAIgDGohAgwBCwsMAQsgAEEQaiECA0AgAiAGSQRAIAIgAiAMa/0A',
    'BAD9CwQAIAJBEGohAgwBCwsLIAAgC2ohAAwCCwsLIARBA3QgA0E/cUECa2skFiAAJBkgBQuxAwIGfwJ+IxYhASMZIQIjF0EDdCED',
    'IxwhBANAIAIjGkkEQCABQQN2KQMAIAFBB3GtiEIChiIGp0H8P3EoAoAIIgBBwABxBEAgASAAQR9xaiEBIABBEHZBAnRBgAhqIAYg',
    'AK2IIganQQQgAEEIdkEPcXRBBGtxaigCACEACyADIAEgAEEfcWoiAUkEQEEDDwsgAEEASARAIAIgAEEQdjoAACABJBYgAkEBaiIC',
    'JBkMAgsgAEGAAXEEQCABJBZBA0EAIABBgMAAcRsPCyAGQnwgAK0iB4ZCf4WDIABBCHatiKcgAEEQdmohBSAGIAeIIganIARxKAKA',
    'iAEiAEHAAHEEQCABIABBH3FqIQEgAEEQdkECdEGAiAFqIAYgAK2IIganQQQgAEEIdkEPcXRBBGtxaigCACEAC0EBIABBgMAAcSAD',
    'IAEgAEEfcWoiAUkbBEBBAw8LIAZCfCAArYZCf4WDIABBCHatiKcgAEEQdmoiACACIxtrSwRAQQMPCyACIAVqIQUDQCACIAVJBEAg',
    'AiACIABrLQAAOgAAIAJBAWohAgwBCwsgASQWIAIkGQwBCwtBAgsNACMXIxZBB2pBA3ZrCzUBAn9BgIgWQYCAAiMZIxtrIgAgAEGA',
    'gAJPGyIAayIBIxkgAGsgAPwKAAAgASQbQYCIFiQZCxAAIxcgAGokFyABQQBHJBgLBAAjGQs7AQJ/IxcjFkEDdiIAa0EAIxcgAEsb',
    'IQFBgIAEIAAgAfwKAAAjFkEHcUGAgCBqJBYgAUGAgARqJBcjFwvkAwIGfwF+IxZBA3YpAwAjFkEHca2IpyIEQR9xQYECaiECIxZB',
    'DmokFiAEQQV2QR9xQQFqIgNBHksgAkGeAktyBEBBAA8LIARBCnZBD3FBBGohBEHgpAP9DAAAAAAAAAAAAAAAAAAAAAD9CwQAQfCk',
    'A/0MAAAAAAAAAAAAAAAAAAAAAP0LBAAjFkEDdikDACMWQQdxrYghBgNAIAAgBEkEQAJ/IABBEGogAEEDSQ0AGkEAIABBA0YNABpB',
    'CSAAQQF2IgVrIAVBBmogAEEBcRsLQeCkA2ogBqdBB3E6AAAgBkIDiCEGIABBAWohAAwBCwsjFiAEQQNsaiQWQcDcAv0MAAAAAAAA',
    'AAAAAAAAAAAAAP0LBABB0NwC/QwAAAAAAAAAAAAAAAAAAAAA/QsEAANAIAFBE0kEQCABQeCkA2otAAAiAEEBdEHA3AJqIgQvAQAh',
    'BSAAQcAEbEHg3AJqIAVBAXRqIAE7AQAgBCAFQQFqOwEAIAFBAWohAQwBCwtBBEHA3AJBgMgBQQFBB0GA8AMQAHRBBGskHSMdBH8g',
    'AiADEA4FQQALBH9BACQeQQRBoJQCQYCIAUEBQQlBgO8DEAB0QQRrJBwjHAR/QYDMAUGACEELQQtBgOYDEABBAEcFQQALBUEACwuC',
    'BQIOewF/IAAgAWohECABQSNJBEBBfyEBA0AgACAQSQRAIAEgAC0AAHNB/wFxQQJ0KAKAjDYgAUEIdnMhASAAQQFqIQAMAQsLIAFB',
    'f3MPC0GAlDb9AAQAIQ1BkJQ2/QAEACEMQaCUNv0ABAAhC0GwlDb9AAQAIQpBwJQ2/QAEACEJQdCUNv0ABAAhCEHglDb9AAQAIQdB',
    '8JQ2/QAEACEG/Qz/////AAAAAAAAAAAAAAAAIQQgEEEjayEBA0AgACABTQRAIAwgAP0ABAAgBP1RIgL9DA8PDw8PDw8PDw8PDw8P',
    'Dw/9TiIF/Q4gCCACQQT9jQH9DA8PDw8PDw8PDw8PDw8PDw/9TiIE/Q79USECIA0gBf0OIAkgBP0O/VEgAyAC/Q0PEBESExQVFhcY',
    'GRobHB0e/VEgDyALIAX9DiAHIAT9Dv1RIg/9DQ4PEBESExQVFhcYGRobHB0gDiAKIAX9DiAGIAT9Dv1RIg79DQ0ODxAREhMUFRYX',
    'GBkaGxz9Uf1RIQQgAiEDIABBEGohAAwBCwtBgJU2IAD9AAQAIAT9Uf0LBABBkJU2IAD9AAQQIAP9DAAAAAAAAAAAAAAAAAAAAAD9',
    'DQ8QERITFBUWFxgZGhscHR4gD/0MAAAAAAAAAAAAAAAAAAAAAP0NDg8QERITFBUWFxgZGhscHSAO/QwAAAAAAAAAAAAAAAAAAAAA',
    '/Q0NDg8QERITFBUWFxgZGhsc/VH9Uf1R/QsEAEGglTYgAP0ABCD9CwQAIBAgAGtBgJU2aiEQQQAhAEGAlTYhAQNAIAEgEEkEQCAA',
    'IAEtAABzQf8BcUECdCgCgIw2IABBCHZzIQAgAUEBaiEBDAELCyAAQX9zC8AEAgt/AX5BgMwB/QwAAAAAAAAAAAAAAAAAAAAA/QsE',
    'AEGQzAH9DAAAAAAAAAAAAAAAAAAAAAD9CwQAQaCUAv0MAAAAAAAAAAAAAAAAAAAAAP0LBABBsJQC/QwAAAAAAAAAAAAAAAAAAAAA',
    '/QsEACAAIAFqIQojHSELQQAhASMWIQYDQCABIApJBEAgCEEOSARAQTchCCAGQQN2KQMAIAZBB3GtiEIChiENCyANpyALcSgCgMgB',
    'IgRBgICAgHhxBH8gBEEQdkEPcSEDIAAgAUsEQCADQcAEbEGgzAFqIANBAXRBgMwBaiICLwEAIgVBAXRqIAE7AQAFIANBwARsQcCU',
    'AmogA0EBdEGglAJqIgIvAQAiBUEBdGogASAAazsBAAsgAiAFQQFqOwEAIAMgByABQYACRhshByABQQFqBSABQQEgBEGAAXEbQQAg',
    'CiABIA1CfCAErYZCf4WDIARBCHatiKcgBEEQdmpqIgxPG0UEQEEADwsgBEGAAXEEQCADBEAgASECA0AgAiAMSQRAIAAgAksEQCAD',
    'QcAEbEGgzAFqIANBAXRBgMwBaiIFLwEAIglBAXRqIAI7AQAFIANBwARsQcCUAmogA0EBdEGglAJqIgUvAQAiCUEBdGogAiAAazsB',
    'AAsgBSAJQQFqOwEAIAJBAWohAgwBCwsLBUEAIQMLIAMgByABQYACTSAMQYACS3EbIQcgDAshASANIAStiCENIARBH3EiAiAGaiEG',
    'IAggAmshCAwBCwsgBiQWIAdBAEcLLABBgIAgJBZBgIAEJBdBACQYQYCIFiQZQYCINiQaQYCIFiQbQQAkI0EAJCQL',
].join('');

;// CONCATENATED MODULE: ./lib/artifacts/inflater/program.js


const program_PAGES = 60;
const INFLATER_PAGES = 14;
const program_instance = instances(code_CODE);
function createProgram() {
    return checked(program_instance(program_PAGES), ({ END }) => END);
}
function createInflatingProgram() {
    return checked(program_instance(INFLATER_PAGES), ({ ROWS }) => ROWS);
}
function checked(running, end) {
    if (end(running.code).value > running.memory.byteLength)
        throw new Error('too little memory');
    return running;
}

;// CONCATENATED MODULE: ./lib/artifacts/inflater/unpacker.js



function isThere({ starts }, place) {
    return starts[place] >= 0;
}
function startOf({ together, starts }, place) {
    const found = starts[place];
    if (found === undefined)
        return together.length;
    return (found < 0 ? ~found : found) - together.byteOffset;
}
function unpacker_placeAt(unpacked, offset) {
    let low = 0;
    let high = unpacked.starts.length;
    while (low < high) {
        const middle = (low + high) >>> 1;
        if (startOf(unpacked, middle) <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low - 1;
}
function createUnpacker() {
    const { code, memory } = createProgram();
    const rows = new Float64Array(memory, code.ROWS.value, ROW * MOST_ENTRIES);
    const starts = new Int32Array(memory, code.CONTENTS.value, MOST_ENTRIES);
    const [needed, otherNames] = [code.NEEDED.value, code.OTHER_NAMES.value];
    const unpacked = code.UNPACKED.value;
    const all = Buffer.from(memory);
    return {
        packed: all.subarray(code.PACKED.value, code.PACKED.value + PACKED_ROOM),
        unpack: ({ table, entries, names, start, size, most, begins, signs }) => {
            all.set(names.bytes, code.NAMES.value);
            all.set(begins, code.BEGINS.value);
            all.set(signs, code.SIGNS.value);
            copyRows(table, entries, rows);
            const end = code.unpack(entries.length, start, size, names.start, most);
            return {
                together: all.subarray(unpacked, end),
                starts: starts.subarray(0, entries.length),
                needed: new Uint32Array(memory, needed, (code.neededEnd.value - needed) / Uint32Array.BYTES_PER_ELEMENT),
                otherNames: all.toString('latin1', otherNames, code.otherNamesEnd.value),
            };
        },
    };
}
function copyRows(table, entries, target) {
    const [first = 0, last = 0] = [entries[0], entries.at(-1)];
    if (last - first < entries.length) {
        target.set(table.rows.subarray(ROW * first, ROW * (first + entries.length)));
        return;
    }
    const half = entries.length >>> 1;
    copyRows(table, entries.subarray(0, half), target);
    copyRows(table, entries.subarray(half), target.subarray(ROW * half));
}
function noneUnpacked(count) {
    const together = Buffer.from(new ArrayBuffer(0));
    return {
        together,
        starts: new Int32Array(count).fill(~0),
        needed: Uint32Array.from({ length: count }, (_, place) => place),
        otherNames: '',
    };
}
const unpacker_idle = [];
function unpackerOnDemand() {
    let own;
    return {
        get: () => {
            own ??= unpacker_idle.pop() ?? createUnpacker();
            return own;
        },
        holds: ({ buffer }) => buffer === own?.packed.buffer,
        giveBack: () => {
            if (own !== undefined)
                unpacker_idle.push(own);
            own = undefined;
        },
    };
}

;// CONCATENATED MODULE: ./lib/shared/clock.js
function milliseconds() {
    return Number(process.hrtime.bigint()) / 1e6;
}

;// CONCATENATED MODULE: ./lib/artifacts/limits.js

const MiB = 1024 * 1024;
const DEDUPE_FROM = 64 * 1024;
const DEFAULT_LIMITS = {
    entries: 500_000,
    entryBytes: 8192 * MiB,
    ratio: 200,
    ratioFloor: 64 * MiB,
    totalBytes: 16_384 * MiB,
    depth: 4,
    milliseconds: 15 * 60_000,
    wholeBytes: 16 * MiB,
    alwaysBytes: 64 * MiB,
    nestedBytes: 128 * MiB,
    directoryBytes: 128 * MiB,
};
function startBudget(limits, fileBytes) {
    const deadline = milliseconds() + limits.milliseconds;
    return { limits, deadline, fileBytes, most: mostOf(limits, fileBytes), entries: 0, bytes: 0 };
}
function mostOf(limits, fileBytes) {
    return { entries: limits.entries, bytes: Math.min(limits.totalBytes, ratioBytes(limits, fileBytes)) };
}
function shareOf(most, part, all) {
    if (part.entries === all.entries)
        return most;
    const share = (what) => all[what] <= most[what] ? part[what] + Math.floor((most[what] - all[what]) / 2) : Math.floor(most[what] / 2);
    return { entries: share('entries'), bytes: share('bytes') };
}
function exhausted(budget) {
    const { limits, most } = budget;
    if (budget.entries > most.entries)
        return `more than ${most.entries} entries (${ownLimit(budget, 'entry count')})`;
    if (budget.bytes > most.bytes)
        return bytesReason(budget);
    if (milliseconds() > budget.deadline)
        return timeReason(limits);
    return undefined;
}
function hasRoomFor({ most, entries, bytes }, moreEntries, moreBytes) {
    return entries + moreEntries <= most.entries && bytes + moreBytes <= most.bytes;
}
function entryAllowance(limits, compressedSize) {
    const byRatio = Math.max(limits.ratioFloor, limits.ratio * compressedSize);
    if (byRatio < limits.entryBytes) {
        return { bytes: byRatio, reason: `inflates to more than ${limits.ratio} times its size (ratio limit)` };
    }
    return { bytes: limits.entryBytes, reason: `larger than ${megabytes(limits.entryBytes)} (entry size limit)` };
}
function ratioBytes(limits, fileBytes) {
    return 8 * limits.ratioFloor + 2 * limits.ratio * fileBytes;
}
function isShared({ limits, fileBytes, most }) {
    return most.bytes < mostOf(limits, fileBytes).bytes;
}
function ownLimit(budget, limit) {
    return isShared(budget) ? `its share of the ${limit} limit` : `${limit} limit`;
}
function bytesReason(budget) {
    const { limits, fileBytes, most } = budget;
    const byRatio = ratioBytes(limits, fileBytes) < limits.totalBytes;
    if (byRatio && !isShared(budget)) {
        return `the artifact inflates to more than ${2 * limits.ratio} times its size (ratio limit)`;
    }
    return `more than ${megabytes(most.bytes)} inflated (${ownLimit(budget, byRatio ? 'ratio' : 'total size')})`;
}
function timeReason(limits) {
    return `took longer than ${limits.milliseconds / 1000} s (time limit)`;
}
function megabytes(bytes) {
    return bytes >= MiB ? `${Math.round(bytes / MiB)} MiB` : `${bytes} bytes`;
}

;// CONCATENATED MODULE: ./lib/artifacts/directory/headers.js

const SHORTEST = 46;
const ROW_BYTES = ROW * Float64Array.BYTES_PER_ELEMENT;
const LISTED_BYTES = 2 * Uint32Array.BYTES_PER_ELEMENT;
function createRows({ code, grown }, most) {
    const [window, room, rows] = [code.WINDOW.value, code.WINDOW_ROOM.value, code.ROWS.value];
    let count = 0;
    code.begin();
    return {
        count: () => count,
        window: () => Buffer.from(grown(rows), window, room),
        read: (size, isLast, base, shift) => {
            grown(rows + ROW_BYTES * Math.min(most, count + Math.ceil(size / SHORTEST)));
            const read = code.read(size, isLast, base, shift, count, most);
            count += read;
            return read === 0 ? 0 : code.consumed();
        },
        isAscending: () => code.isAscending() !== 0,
        rows: () => new Float64Array(grown(rows + (ROW_BYTES + LISTED_BYTES) * count), rows, ROW * count),
    };
}
async function readHeaders(directory, shift, most, program) {
    const maker = createRows(program, most);
    let end = 0;
    while (maker.count() < most && end < directory.size) {
        const window = maker.window();
        const bytes = await directory.read(end, window.length, window);
        if (bytes.buffer !== window.buffer)
            window.set(bytes);
        const read = maker.read(bytes.length, end + bytes.length === directory.size, end, shift);
        if (read === 0)
            break;
        end += read;
    }
    return { rows: maker.rows(), end, isAscending: maker.isAscending() };
}

;// CONCATENATED MODULE: external "node:buffer"
const external_node_buffer_namespaceObject = require("node:buffer");
;// CONCATENATED MODULE: ./lib/artifacts/zip-names.js


function namesInOrder(directory, rows) {
    return async (entries) => {
        const { start, end } = extentOf(rows, entries);
        return { start, bytes: await directory.read(start, end - start) };
    };
}
const AHEAD = 4096;
const LONGEST_NAME = 0xffff;
function namesApart(source, rows, placeOf) {
    return async (entries) => gathered(source, rows, entries, placeOf, AHEAD, Buffer.alloc(sizeOf(rows, entries)));
}
const HELD = 8 * 1024 * 1024;
const SWEPT_AT_A_TIME = 256 * 1024;
function namesInDisorder(directory, rows, places) {
    const placeOf = (index) => places[index];
    let room = Buffer.alloc(0);
    let held = { start: 0, bytes: room };
    return async (entries) => {
        const { start, end } = extentOf(rows, entries);
        if (start < held.start || end > held.start + held.bytes.length) {
            const group = from(rows, entries[0], Math.max(end, start + HELD));
            const size = sizeOf(rows, group);
            if (room.length < size)
                room = Buffer.allocUnsafeSlow(size);
            held = await gathered(directory, rows, group, placeOf, SWEPT_AT_A_TIME, room);
        }
        return { start, bytes: held.bytes.subarray(start - held.start, end - held.start) };
    };
}
function from(rows, first, end) {
    const count = rows.length / ROW;
    let behind = first;
    while (behind < count && rows[ROW * behind + zip_row_NAME_END] <= end)
        behind++;
    return Uint32Array.from({ length: behind - first }, (_, index) => first + index);
}
async function gathered(source, rows, entries, placeOf, ahead, target) {
    const { start, end } = extentOf(rows, entries);
    const bytes = target.subarray(0, end - start);
    const room = Buffer.allocUnsafeSlow(LONGEST_NAME + ahead);
    const ordered = entries.toSorted((left, right) => placeOf(left) - placeOf(right));
    let window = room.subarray(0, 0);
    let windowStart = 0;
    for (const index of ordered) {
        const [nameStart, nameEnd] = nameExtent(rows, index);
        const [place, length] = [placeOf(index), nameEnd - nameStart];
        if (place + length > windowStart + window.length) {
            window = await source.read(place, length + ahead, room);
            windowStart = place;
        }
        bytes.set(window.subarray(place - windowStart, place - windowStart + length), nameStart - start);
    }
    return { start, bytes };
}
function extentOf(rows, entries) {
    const [start] = nameExtent(rows, entries[0]);
    const [, end] = nameExtent(rows, entries.at(-1));
    return { start, end };
}
function sizeOf(rows, entries) {
    const { start, end } = extentOf(rows, entries);
    return end - start;
}
function nameExtent(rows, index) {
    return [rows[ROW * index + zip_row_NAME_START], rows[ROW * index + zip_row_NAME_END]];
}
const CP437 = '\u00c7\u00fc\u00e9\u00e2\u00e4\u00e0\u00e5\u00e7\u00ea\u00eb\u00e8\u00ef\u00ee\u00ec\u00c4\u00c5\u00c9\u00e6\u00c6\u00f4\u00f6\u00f2\u00fb\u00f9\u00ff\u00d6\u00dc\u00a2\u00a3\u00a5\u20a7\u0192\u00e1\u00ed\u00f3\u00fa\u00f1\u00d1\u00aa\u00ba\u00bf\u2310\u00ac\u00bd\u00bc\u00a1\u00ab\u00bb\u2591\u2592\u2593\u2502\u2524\u2561\u2562\u2556\u2555\u2563\u2551\u2557\u255d\u255c\u255b\u2510\u2514\u2534\u252c\u251c\u2500\u253c\u255e\u255f\u255a\u2554\u2569\u2566\u2560\u2550\u256c\u2567\u2568\u2564\u2565\u2559\u2558\u2552\u2553\u256b\u256a\u2518\u250c\u2588\u2584\u258c\u2590\u2580\u03b1\u00df\u0393\u03c0\u03a3\u03c3\u00b5\u03c4\u03a6\u0398\u03a9\u03b4\u221e\u03c6\u03b5\u2229\u2261\u00b1\u2265\u2264\u2320\u2321\u00f7\u2248\u00b0\u2219\u00b7\u221a\u207f\u00b2\u25a0\u00a0';
const BEYOND_ASCII = /[\x80-\xff]/;
function decodeName(latin1) {
    if (!BEYOND_ASCII.test(latin1))
        return latin1;
    const bytes = Buffer.from(latin1, 'latin1');
    if ((0,external_node_buffer_namespaceObject.isUtf8)(bytes))
        return bytes.toString('utf8');
    return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : (CP437[byte - 0x80] ?? '?'))).join('');
}

;// CONCATENATED MODULE: ./lib/artifacts/zip-table.js



const LOCAL_HEADER = 0x04034b50;
const LOCAL_HEADER_SIZE = 30;
const CENTRAL_HEADER = 0x02014b50;
const CENTRAL_HEADER_SIZE = 46;
function emptyTable(program) {
    const readNames = async () => ({ start: 0, bytes: Buffer.alloc(0) });
    return { rows: new Float64Array(0), program, count: 0, readNames, end: 0 };
}
function numberAt({ rows }, index, place) {
    return rows[ROW * index + place];
}
function hasTrait(table, index, trait) {
    return (numberAt(table, index, TRAITS) & trait) !== 0;
}
function nameAt(table, index, names) {
    return decodeName(rawNameAt(table, index, names).toString('latin1'));
}
function rawNameAt(table, index, { start, bytes }) {
    return bytes.subarray(numberAt(table, index, zip_row_NAME_START) - start, numberAt(table, index, zip_row_NAME_END) - start);
}
const NAMES_AT_A_TIME = (/* unused pure expression or super */ null && (256 * 1024));
async function* namedEntries(table) {
    for (let first = 0, end = 0; first < table.count; first = end) {
        const most = numberAt(table, first, NAME_START) + NAMES_AT_A_TIME;
        end = Math.min(table.count, Math.max(first + 1, firstAbove(table, NAME_END, most)));
        const entries = new Uint32Array(end - first);
        for (let place = 0; place < entries.length; place++)
            entries[place] = first + place;
        yield { entries, names: await table.readNames(entries) };
    }
}
function entryAt(table, index, names) {
    const rawName = rawNameAt(table, index, names);
    return {
        name: decodeName(rawName.toString('latin1')),
        rawName,
        method: numberAt(table, index, METHOD),
        encrypted: hasTrait(table, index, ENCRYPTED),
        crc32: numberAt(table, index, CRC32),
        compressedSize: numberAt(table, index, COMPRESSED_SIZE),
        size: numberAt(table, index, SIZE),
        offset: numberAt(table, index, OFFSET),
        end: endAt(table, index),
    };
}
function entryNamedAt(table, position) {
    const index = firstAbove(table, NAME_START, position) - 1;
    return index >= 0 && position < numberAt(table, index, NAME_END) ? index : undefined;
}
function endAt(table, index) {
    const offset = numberAt(table, index, OFFSET);
    const next = table.rows[ROW * firstAbove(table, OFFSET, offset) + OFFSET] ?? Number.POSITIVE_INFINITY;
    return Math.max(offset, Math.min(table.end, next));
}
function firstAbove({ rows }, place, number) {
    let low = 0;
    let high = rows.length / ROW;
    while (low < high) {
        const middle = (low + high) >>> 1;
        if (rows[ROW * middle + place] <= number)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
async function readTable(directory, { shift, end, most }, program) {
    const { rows, end: read, isAscending } = await readHeaders(directory, shift, most, program);
    const readNames = isAscending ? namesInOrder(directory, rows) : sorted(directory, rows);
    return { table: { rows, program, count: rows.length / ROW, readNames, end }, read };
}
function sorted(directory, rows) {
    const offsetOf = (index) => rows[ROW * index + OFFSET];
    const order = new Uint32Array(rows.length / ROW);
    for (let index = 0; index < order.length; index++)
        order[index] = index;
    order.sort((left, right) => offsetOf(left) - offsetOf(right) || left - right);
    permute(rows, order);
    const places = new Float64Array(order.length);
    let at = 0;
    for (let index = 0; index < order.length; index++) {
        const start = rows[ROW * index + zip_row_NAME_START];
        const length = rows[ROW * index + zip_row_NAME_END] - start;
        places[index] = start;
        rows[ROW * index + zip_row_NAME_START] = at;
        at += length;
        rows[ROW * index + zip_row_NAME_END] = at;
    }
    return namesInDisorder(directory, rows, places);
}
function permute(rows, order) {
    const held = new Float64Array(ROW);
    for (let first = 0; first < order.length; first++) {
        if (order[first] === first)
            continue;
        held.set(rows.subarray(ROW * first, ROW * (first + 1)));
        let to = first;
        for (let from = order[to]; from !== first; from = order[to]) {
            rows.copyWithin(ROW * to, ROW * from, ROW * (from + 1));
            order[to] = to;
            to = from;
        }
        rows.set(held, ROW * to);
        order[to] = to;
    }
}

;// CONCATENATED MODULE: ./lib/artifacts/lending.js



function lending_select(table, part, circumstances) {
    const { program, rows, count } = table;
    const { code } = program;
    const first = code.ROWS.value + rows.byteLength;
    const second = first + Uint32Array.BYTES_PER_ELEMENT * count;
    const memory = program.grown(second + Uint32Array.BYTES_PER_ELEMENT * count);
    if (part !== undefined) {
        const { fileSize, wholeBytes, alone } = circumstances;
        const large = new Uint32Array(memory, first, code.weigh(count, fileSize, DEDUPE_FROM, wholeBytes, alone, first));
        large.sort((left, right) => numberAt(table, right, SIZE) - numberAt(table, left, SIZE));
        code.lend(count, first, large.length);
    }
    const [mask, lent] = part === undefined ? [0, 0] : [LENT, part === 'lent' ? LENT : 0];
    const own = code.take(count, mask, lent, first);
    return {
        entries: new Uint32Array(memory, first, own),
        doubles: { count: code.doubles.value, first: code.firstDouble.value },
        batchEnds: new Uint32Array(memory, second, code.cut(first, own, second)),
        declared: { entries: code.partEntries.value, bytes: code.partBytes.value },
        all: { entries: count, bytes: code.allBytes.value },
    };
}

;// CONCATENATED MODULE: ./lib/artifacts/rooms.js
const rooms_MiB = 1024 * 1024;
const SMALLEST = rooms_MiB;
const MOST_IDLE = 32 * rooms_MiB;
function createRoomPool() {
    const idle = [];
    const owned = new WeakSet();
    return {
        take: (size) => {
            idle.sort((left, right) => left.byteLength - right.byteLength);
            const fitting = idle.findIndex(({ byteLength }) => byteLength >= size);
            const [known] = fitting === -1 ? [] : idle.splice(fitting, 1);
            const room = known ?? new ArrayBuffer(roundedUp(Math.max(size, SMALLEST)));
            owned.add(room);
            return room;
        },
        giveBack: (room) => {
            const waiting = idle.reduce((sum, { byteLength }) => sum + byteLength, 0);
            if (room.byteLength > 0 && waiting + room.byteLength <= MOST_IDLE)
                idle.push(room);
        },
        owns: (room) => owned.has(room),
    };
}
function growingRoom(least, pool) {
    let room = Buffer.alloc(0);
    return (size) => {
        if (room.length < Math.max(size, 1)) {
            if (room.length > 0)
                pool.giveBack(room.buffer);
            room = Buffer.from(pool.take(Math.max(size, least)));
        }
        return room;
    };
}
const GROWTH = 1.5;
function ownRoom() {
    let room = Buffer.alloc(0);
    return (size) => {
        if (room.length < size)
            room = Buffer.allocUnsafeSlow(Math.max(size, Math.floor(GROWTH * room.length)));
        return room;
    };
}
function roundedUp(size) {
    return 2 ** Math.ceil(Math.log2(size));
}

;// CONCATENATED MODULE: ./lib/artifacts/tally.js
function startRun(path, options, budget) {
    return { path, options, budget, read: 0, skipped: new Map(), stopped: false, listed: 0 };
}
function skip(run, entry, reason, count = 1) {
    const known = run.skipped.get(reason);
    if (known)
        known.count += count;
    else
        run.skipped.set(reason, { entry, count });
}
function skippedOf(run) {
    return Array.from(run.skipped, ([reason, { entry, count }]) => count === 1 ? { entry, reason } : { entry, reason, count });
}
function problemEvent(run, entry, kind, reason) {
    const problem = { kind, path: run.path, ...(entry === undefined ? {} : { entry }), reason };
    return { type: 'problem', problem };
}

;// CONCATENATED MODULE: ./lib/artifacts/crc.js
function crc32(bytes) {
    return process.getBuiltinModule('node:zlib').crc32(bytes);
}

;// CONCATENATED MODULE: ./lib/artifacts/inflater/inflater.js

const STATUS = ['ended', 'needs input', 'needs room', 'broken'];
function createInflater() {
    const { code, memory } = createInflatingProgram();
    const [input, inputRoom, output] = [code.INPUT.value, code.INPUT_ROOM.value, code.OUTPUT.value];
    const all = Buffer.from(memory);
    return {
        begin: () => code.begin(),
        give: (data, last) => {
            const at = code.compact();
            const size = Math.min(data.length, input + inputRoom - at);
            all.set(size === data.length ? data : data.subarray(0, size), at);
            code.give(size, last && size === data.length);
            return size;
        },
        run: () => {
            code.makeRoom();
            return STATUS[code.run()] ?? 'broken';
        },
        piece: () => all.subarray(output, code.end()),
        unused: () => code.unused(),
    };
}

;// CONCATENATED MODULE: ./lib/artifacts/inflate.js

const MOST_PER_BYTE = 1032;
const inflate_idle = [];
function inflate(data, take) {
    const inflater = inflate_idle.pop() ?? createInflater();
    try {
        return inflateWith(inflater, data, take);
    }
    finally {
        inflate_idle.push(inflater);
    }
}
function inflateWith(own, data, take) {
    own.begin();
    let given = 0;
    let size = 0;
    for (;;) {
        given += own.give(data.subarray(given), true);
        const status = own.run();
        const piece = own.piece();
        size += piece.length;
        if (!take(piece))
            return undefined;
        if (status === 'ended')
            return { size, ended: true, consumed: given - own.unused() };
        if (status === 'broken')
            return { size, ended: false, consumed: given };
    }
}
function inflateInto(data, room) {
    let at = 0;
    return inflate(data, (piece) => {
        if (piece.length > room.length - at)
            return false;
        at += piece.copy(room, at);
        return true;
    });
}
function inflateWhole(data, most) {
    const pieces = [];
    let left = most;
    const inflated = inflate(data, (piece) => {
        left -= piece.length;
        if (left >= 0)
            pieces.push(Buffer.from(piece));
        return left >= 0;
    });
    return inflated && { ...inflated, bytes: Buffer.concat(pieces) };
}
async function inflateFrom(source, room) {
    const pieces = inflatePieces(source);
    let size = 0;
    for (let next = await pieces.next();; next = await pieces.next()) {
        if (next.done)
            return { size, ended: next.value };
        const piece = next.value;
        if (piece.length > room.length - size) {
            await pieces.return(false);
            return undefined;
        }
        size += piece.copy(room, size);
    }
}
const idleInputs = [];
const INPUT_READ = 256 * 1024;
async function* inflatePieces(source) {
    const inflater = inflate_idle.pop() ?? createInflater();
    const room = idleInputs.pop() ?? Buffer.allocUnsafeSlow(INPUT_READ);
    try {
        inflater.begin();
        let read = 0;
        let data = Buffer.alloc(0);
        for (;;) {
            const status = inflater.run();
            const piece = inflater.piece();
            if (piece.length > 0)
                yield piece;
            if (status === 'ended' || status === 'broken')
                return status === 'ended';
            if (data.length === 0 && read < source.size) {
                data = await source.read(read, INPUT_READ, room);
                read = data.length === 0 ? source.size : read + data.length;
            }
            data = data.subarray(inflater.give(data, read >= source.size));
        }
    }
    finally {
        inflate_idle.push(inflater);
        idleInputs.push(room);
    }
}

;// CONCATENATED MODULE: ./lib/artifacts/pieces.js

const STORED_PIECE = 512 * 1024;
function piecesOf({ type, source }) {
    return type === 'deflated' ? inflatePieces(source) : storedPieces(source);
}
async function* storedPieces(source) {
    const room = Buffer.allocUnsafeSlow(STORED_PIECE);
    for (let at = 0; at < source.size; at += STORED_PIECE) {
        const piece = await source.read(at, STORED_PIECE, room);
        if (piece.length === 0)
            return false;
        yield piece;
    }
    return true;
}

;// CONCATENATED MODULE: ./lib/artifacts/source.js

async function openFile(path) {
    const file = (0,external_node_fs_namespaceObject.openSync)(path, 'r');
    const { size } = (0,external_node_fs_namespaceObject.fstatSync)(file);
    return {
        size,
        read: async (offset, length, room) => {
            await othersTurn();
            return readFully(file, offset, length, size, room);
        },
        file: { location: path, start: 0 },
        close: async () => (0,external_node_fs_namespaceObject.closeSync)(file),
    };
}
function othersTurn() {
    return new Promise((resolve) => {
        setImmediate(resolve);
    });
}
function readFully(file, offset, length, size, room) {
    const wanted = Math.max(0, Math.min(length, size - offset));
    const buffer = room !== undefined && wanted <= room.length ? room : Buffer.allocUnsafeSlow(wanted);
    let filled = 0;
    while (filled < wanted) {
        const read = (0,external_node_fs_namespaceObject.readSync)(file, buffer, filled, wanted - filled, offset + filled);
        if (read === 0)
            break;
        filled += read;
    }
    return buffer.subarray(0, filled);
}
function viewOf(source, ahead) {
    let room = Buffer.alloc(0);
    let window = room;
    let start = 0;
    return async (position, least) => {
        if (position < start || Math.min(position + least, source.size) > start + window.length) {
            if (room.length < least + ahead)
                room = Buffer.allocUnsafeSlow(least + ahead);
            window = await source.read(position, least + ahead, room);
            start = position;
        }
        return window.subarray(position - start);
    };
}
function bufferSource(bytes) {
    return {
        size: bytes.length,
        read: async (offset, length) => bytes.subarray(Math.min(offset, bytes.length), Math.max(offset, offset + length)),
    };
}
function windowSource(source, start, length) {
    const size = Math.max(0, Math.min(length, source.size - start));
    const { file } = source;
    return {
        size,
        read: (offset, wanted, room) => source.read(start + offset, Math.max(0, Math.min(wanted, size - offset)), room),
        ...(file === undefined ? {} : { file: { location: file.location, start: file.start + start } }),
    };
}

;// CONCATENATED MODULE: ./lib/artifacts/windows.js
const MARGIN = 16 * 1024;
async function* searchedWindows(pieces, search) {
    const join = joiner();
    let held = Buffer.alloc(0);
    let base = 0;
    let given = 0;
    for await (const piece of pieces) {
        const bytes = join(held, piece);
        const until = Math.max(given, base + bytes.length - MARGIN);
        yield { bytes, base, hits: hitsBetween(bytes, base, given, until, search) };
        given = until;
        const keepFrom = Math.max(0, given - MARGIN - base);
        held = bytes.subarray(keepFrom);
        base += keepFrom;
    }
    if (held.length > 0) {
        yield { bytes: held, base, hits: hitsBetween(held, base, given, Number.POSITIVE_INFINITY, search) };
    }
}
function joiner() {
    let room = Buffer.alloc(0);
    return (held, piece) => {
        const length = held.length + piece.length;
        const target = length <= room.length ? room : Buffer.allocUnsafeSlow(length + MARGIN);
        target.set(held);
        target.set(piece, held.length);
        room = target;
        return target.subarray(0, length);
    };
}
function hitsBetween(bytes, base, from, until, search) {
    const skip = from - base;
    const stop = Math.min(bytes.length, until - base + search.longest);
    return search
        .find(bytes.subarray(skip, stop))
        .map((hit) => ({ ...hit, offset: skip + hit.offset }))
        .filter((hit) => base + hit.offset < until);
}

;// CONCATENATED MODULE: ./lib/artifacts/zip-walk.js






const SIGNATURE = Buffer.from('PK\x03\x04', 'latin1');
const zip_walk_WINDOW = 1024 * 1024;
const LONGEST_HEADER = LOCAL_HEADER_SIZE + 0xffff;
const SIZES_FOLLOW = 0x0008;
const SATURATED = 0xffffffff;
async function walkLocalHeaders(source, limits, program) {
    const walked = { rows: createRows(program, limits.entries + 1), bytes: 0 };
    const problems = [];
    const view = viewOf(source, zip_walk_WINDOW);
    let position = 0;
    let directoryStart = source.size;
    while (position < source.size && walked.rows.count() <= limits.entries) {
        const bytes = await view(position, LONGEST_HEADER);
        if (bytes.length < LOCAL_HEADER_SIZE)
            break;
        const at = bytes.indexOf(SIGNATURE);
        if (at === -1 || (at > 0 && at + LONGEST_HEADER > bytes.length)) {
            position += at === -1 ? bytes.length - SIGNATURE.length + 1 : at;
            continue;
        }
        const nameLength = nameLengthAt(bytes, at);
        if (walked.bytes + CENTRAL_HEADER_SIZE + nameLength > limits.directoryBytes) {
            const reason = `local headers larger than ${megabytes(limits.directoryBytes)}; the rest was not read`;
            problems.push({ kind: 'limit', reason });
            directoryStart = position + at;
            break;
        }
        if (nameLength > 0)
            add(walked, bytes.subarray(at), position + at);
        position += at + (nameLength > 0 ? headerLength(bytes, at) + knownSize(bytes, at) : SIGNATURE.length);
        const next = await view(position, SIGNATURE.length);
        if (next.length >= SIGNATURE.length && next.readUInt32LE(0) === CENTRAL_HEADER) {
            directoryStart = position;
            break;
        }
    }
    return { table: tableOf(source, walked.rows.rows(), program, directoryStart), problems };
}
function nameLengthAt(bytes, at) {
    if (at + LOCAL_HEADER_SIZE > bytes.length)
        return 0;
    const length = bytes.readUInt16LE(at + 26);
    return at + LOCAL_HEADER_SIZE + length > bytes.length ? 0 : length;
}
function headerLength(bytes, at) {
    return LOCAL_HEADER_SIZE + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
}
function knownSize(bytes, at) {
    const size = bytes.readUInt32LE(at + 18);
    return (bytes.readUInt16LE(at + 6) & SIZES_FOLLOW) === 0 && size !== SATURATED ? size : 0;
}
function add(walked, local, offset) {
    const nameLength = local.readUInt16LE(26);
    const header = walked.rows.window().subarray(0, CENTRAL_HEADER_SIZE + nameLength);
    header.fill(0, 0, CENTRAL_HEADER_SIZE);
    header.writeUInt32LE(CENTRAL_HEADER);
    local.copy(header, 6, 4, 28);
    local.copy(header, CENTRAL_HEADER_SIZE, LOCAL_HEADER_SIZE, LOCAL_HEADER_SIZE + nameLength);
    walked.bytes += walked.rows.read(header.length, true, walked.bytes, offset);
}
function tableOf(source, rows, program, end) {
    const count = rows.length / ROW;
    for (let index = 0; index < count; index++) {
        const row = rows.subarray(ROW * index, ROW * (index + 1));
        if (row[COMPRESSED_SIZE] !== 0 && row[COMPRESSED_SIZE] !== SATURATED)
            continue;
        const next = rows[ROW * (index + 1) + OFFSET] ?? end;
        const nameLength = row[zip_row_NAME_END] - row[zip_row_NAME_START];
        const room = Math.max(0, next - row[OFFSET] - LOCAL_HEADER_SIZE - nameLength);
        row[COMPRESSED_SIZE] = room;
        if (row[METHOD] !== DEFLATED)
            row[SIZE] = room;
    }
    const placeOf = (index) => rows[ROW * index + OFFSET] + LOCAL_HEADER_SIZE;
    return { rows, program, count, readNames: namesApart(source, rows, placeOf), end };
}

;// CONCATENATED MODULE: ./lib/artifacts/zip.js





const END_RECORD = Buffer.from('PK\x05\x06', 'latin1');
const END_RECORD_SIZE = 22;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_LOCATOR_SIZE = 20;
const ZIP64_END_RECORD = 0x06064b50;
const ZIP64_END_RECORD_SIZE = 56;
const BEGINNING = 'PK';
const TAILS = [END_RECORD_SIZE + 0xffff, 16 * 1024 * 1024];
const MAX_END_RECORDS = 64;
function looksLikeZip(head) {
    if (head.length < 4 || head[0] !== BEGINNING.charCodeAt(0))
        return false;
    return head.readUInt32LE(0) === LOCAL_HEADER || head.subarray(0, 4).equals(END_RECORD);
}
async function readDirectory(source, limits) {
    const program = takeDirectoryProgram();
    for (const length of TAILS) {
        const start = Math.max(0, source.size - length);
        const tail = await source.read(start, length);
        const found = await directoryFromTail({ source, limits, program }, tail, start);
        if (found)
            return capped(found, limits);
        if (start === 0)
            break;
    }
    const { table, problems } = await walkLocalHeaders(source, limits, program);
    if (table.count === 0)
        return {
            table,
            problems: [
                {
                    kind: 'malformed',
                    reason: 'not a ZIP archive, which every app is: was it built, downloaded or checked out whole?',
                },
            ],
        };
    const reason = 'the central directory is missing or broken (file cut off?); entries were found by their local headers';
    return capped({ table, problems: [{ kind: 'truncated', reason }, ...problems] }, limits);
}
function capped({ table, problems }, limits) {
    if (table.count <= limits.entries)
        return { table, problems };
    const reason = `more than ${limits.entries} entries (entry count limit); the rest was not read`;
    return { table: { ...table, count: limits.entries }, problems: [...problems, { kind: 'limit', reason }] };
}
async function directoryFromTail(reading, tail, tailStart) {
    let at = tail.lastIndexOf(END_RECORD);
    let empty;
    for (let tried = 0; at !== -1 && tried < MAX_END_RECORDS; tried++) {
        if (at + END_RECORD_SIZE <= tail.length) {
            const directory = await directoryAt(reading, tail, at, tailStart);
            if (directory && directory.table.count > 0)
                return directory;
            empty ??= directory;
        }
        at = at === 0 ? -1 : tail.lastIndexOf(END_RECORD, at - 1);
    }
    if (!empty || reading.source.size > 4096)
        return undefined;
    return empty;
}
async function directoryAt(reading, tail, at, tailStart) {
    const { source, program } = reading;
    const record = tailStart + at;
    const zip64 = await zip64Record(source, record);
    const count = zip64?.count ?? tail.readUInt16LE(at + 10);
    const size = zip64?.size ?? tail.readUInt32LE(at + 12);
    const declared = zip64?.offset ?? tail.readUInt32LE(at + 16);
    if (count === 0 && size === 0)
        return { table: emptyTable(program), problems: [] };
    const end = zip64?.at ?? record;
    for (const start of [declared, end - size]) {
        if (start < 0 || start >= end)
            continue;
        const head = await source.read(start, 4);
        if (head.length < 4 || head.readUInt32LE(0) !== CENTRAL_HEADER)
            continue;
        return readEntries(reading, start, end, start - declared);
    }
    return undefined;
}
async function zip64Record(source, record) {
    if (record < ZIP64_LOCATOR_SIZE)
        return undefined;
    const locator = await source.read(record - ZIP64_LOCATOR_SIZE, ZIP64_LOCATOR_SIZE);
    if (locator.length < ZIP64_LOCATOR_SIZE || locator.readUInt32LE(0) !== ZIP64_LOCATOR)
        return undefined;
    const beforeLocator = record - ZIP64_LOCATOR_SIZE - ZIP64_END_RECORD_SIZE;
    for (const at of [Number(locator.readBigUInt64LE(8)), beforeLocator]) {
        if (at < 0 || at >= record)
            continue;
        const bytes = await source.read(at, ZIP64_END_RECORD_SIZE);
        if (bytes.length < ZIP64_END_RECORD_SIZE || bytes.readUInt32LE(0) !== ZIP64_END_RECORD)
            continue;
        return {
            at,
            count: Number(bytes.readBigUInt64LE(32)),
            size: Number(bytes.readBigUInt64LE(40)),
            offset: Number(bytes.readBigUInt64LE(48)),
        };
    }
    return undefined;
}
async function readEntries({ source, limits, program }, start, end, shift) {
    const directory = windowSource(source, start, Math.min(end - start, limits.directoryBytes));
    const { table, read } = await readTable(directory, { shift, end: start, most: limits.entries + 1 }, program);
    const problems = [];
    if (end - start > limits.directoryBytes) {
        const reason = `central directory larger than ${megabytes(limits.directoryBytes)}; the rest was not read`;
        problems.push({ kind: 'limit', reason });
    }
    else if (table.count <= limits.entries && (await isEntryLost(directory, read))) {
        problems.push({ kind: 'malformed', reason: 'the central directory is broken; the entries behind that are lost' });
    }
    return { table, problems };
}
const ENTRY = Buffer.from('PK\x01\x02', 'latin1');
const LOOKED_AT_AT_A_TIME = 1024 * 1024;
async function isEntryLost(directory, from) {
    for (let at = from; at < directory.size; at += LOOKED_AT_AT_A_TIME) {
        const bytes = await directory.read(at, LOOKED_AT_AT_A_TIME + ENTRY.length - 1);
        if (bytes.includes(ENTRY))
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./lib/artifacts/zip-open.js






const ENCRYPTED_REASON = 'encrypted, so it could not be read; scan the archive before it is locked';
const AES = 99;
const FOREIGN = {
    1: 'Shrink',
    6: 'Implode',
    9: 'Deflate64',
    12: 'bzip2',
    14: 'LZMA',
    93: 'Zstandard',
    95: 'XZ',
    98: 'PPMd',
};
async function openEntry(archive, stretch, entry) {
    const place = locate(stretch, entry) ?? (await searchHeader(archive, entry));
    if (place === undefined)
        return lost(entry);
    const { source, limits } = archive;
    const bytes = isPlainDeflate(place, limits) ? await inflated(archive, stretch, place) : undefined;
    return bytes ? whole(entry, bytes, true, NONE) : openOne(source, stretch, place, limits);
}
async function inflated({ source, room }, stretch, { entry, start, length }) {
    const data = within(stretch, start, length);
    const bytes = room(entry).subarray(0, entry.size);
    const result = data ? inflateInto(data, bytes) : await inflateFrom(windowSource(source, start, length), bytes);
    if (!result?.ended || result.size !== entry.size)
        return undefined;
    return crc32(bytes) === entry.crc32 ? bytes : undefined;
}
const NONE = [];
function within(stretch, start, length) {
    const from = start - stretch.start;
    if (from < 0 || from + length > stretch.bytes.length)
        return undefined;
    return stretch.bytes.subarray(from, from + length);
}
const SEARCH_BEFORE = 64 * 1024;
const SEARCH_BEHIND = 1024 * 1024;
const MAX_SEARCHES = 256;
function locate(stretch, entry) {
    const at = entry.offset - stretch.start;
    const start = dataStart(stretch.bytes, at, entry.offset);
    if (start === undefined)
        return undefined;
    if (!hasName(stretch.bytes, at + LOCAL_HEADER_SIZE, entry))
        return undefined;
    return { entry, start, length: entry.compressedSize };
}
function hasName(bytes, at, { rawName }) {
    return at + rawName.length <= bytes.length && rawName.compare(bytes, at, at + rawName.length) === 0;
}
async function searchHeader(archive, entry) {
    const { source } = archive;
    if (archive.searches <= 0) {
        const start = dataStart(await source.read(entry.offset, LOCAL_HEADER_SIZE), 0, entry.offset);
        return start === undefined ? undefined : { entry, start, length: entry.compressedSize };
    }
    archive.searches--;
    const from = Math.max(0, Math.min(entry.offset, source.size) - SEARCH_BEFORE);
    const window = await source.read(from, SEARCH_BEFORE + SEARCH_BEHIND);
    const found = headerOf(window, entry) ?? entry.offset - from;
    const start = dataStart(window, found, from + found);
    return start === undefined ? undefined : { entry, start, length: entry.compressedSize };
}
function dataStart(bytes, at, absolute) {
    if (at < 0 || at + LOCAL_HEADER_SIZE > bytes.length || bytes.readUInt32LE(at) !== LOCAL_HEADER)
        return undefined;
    return absolute + LOCAL_HEADER_SIZE + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
}
function headerOf(window, entry) {
    for (let at = window.indexOf('PK\x03\x04'); at !== -1; at = window.indexOf('PK\x03\x04', at + 4)) {
        if (hasName(window, at + LOCAL_HEADER_SIZE, entry))
            return at;
    }
    return undefined;
}
function isPlainDeflate({ entry, length }, limits) {
    const plausible = entry.size <= limits.wholeBytes && entry.size <= length * MOST_PER_BYTE;
    return entry.method === DEFLATED && !entry.encrypted && length <= limits.wholeBytes && plausible;
}
function whole(entry, bytes, verified, problems) {
    return { entry, content: { type: 'whole', bytes }, problems, verified };
}
function lost(entry) {
    const reason = 'its local header is not where the directory says, nor near it';
    return whole(entry, Buffer.alloc(0), false, [{ kind: 'unreadable', reason }]);
}
async function openOne(source, stretch, place, limits) {
    const { entry } = place;
    if (entry.method === DEFLATED)
        return openDeflated(source, place, limits);
    const known = entry.method === STORED || entry.compressedSize === entry.size;
    const attempt = known ? undefined : await tryDeflate(source, place, limits);
    return attempt ?? openStored(source, stretch, place, limits);
}
async function tryDeflate(source, place, limits) {
    const { entry, start, length } = place;
    if (length > limits.wholeBytes)
        return undefined;
    const data = await source.read(start, length);
    const inflated = inflateWhole(data, limits.wholeBytes);
    if (inflated?.ended && inflated.consumed === data.length)
        return whole(entry, inflated.bytes, false, NONE);
    return undefined;
}
async function openDeflated(source, place, limits) {
    const { entry, start } = place;
    const length = Math.min(Math.max(place.length, entry.end - start), source.size - start);
    const stream = {
        entry,
        content: { type: 'deflated', source: windowSource(source, start, length) },
        problems: [],
        verified: false,
    };
    const declaredLarge = entry.size > limits.wholeBytes && entry.size <= length * MOST_PER_BYTE;
    if (length > limits.wholeBytes || declaredLarge)
        return stream;
    const data = await source.read(start, length);
    const inflated = inflateWhole(data, limits.wholeBytes);
    if (!inflated)
        return stream;
    if (!inflated.ended)
        return unfinished(entry, inflated.bytes, data);
    const verified = inflated.bytes.length === entry.size && crc32(inflated.bytes) === entry.crc32;
    if (verified)
        return whole(entry, inflated.bytes, true, NONE);
    if (entry.size === 0 && entry.crc32 === 0)
        return whole(entry, inflated.bytes, false, NONE);
    const reason = 'its size or CRC-32 is not the declared one; all of it was read';
    return whole(entry, inflated.bytes, false, [{ kind: 'note', reason }]);
}
function unfinished(entry, inflated, data) {
    const bytes = inflated.length > 0 ? inflated : data;
    if (entry.encrypted) {
        return whole(entry, bytes, false, [{ kind: 'encrypted', reason: ENCRYPTED_REASON }]);
    }
    const reason = `partial: inflates to ${inflated.length} of ${entry.size} bytes, then the data is broken or cut off`;
    return whole(entry, bytes, false, [{ kind: 'truncated', reason }]);
}
async function openStored(source, stretch, place, limits) {
    const { entry, start } = place;
    const room = source.size - start;
    const wanted = entry.size <= room ? entry.size : Math.min(entry.compressedSize, room);
    const problems = storedProblems(entry, wanted);
    if (wanted > limits.wholeBytes) {
        const content = { type: 'stored', source: windowSource(source, start, wanted) };
        const locked = entry.method === AES || (entry.encrypted && entry.compressedSize !== entry.size);
        const kept = locked ? [{ kind: 'encrypted', reason: ENCRYPTED_REASON }] : problems;
        return { entry, content, problems: kept, verified: false };
    }
    const bytes = within(stretch, start, wanted) ?? (await source.read(start, wanted));
    const locked = entry.encrypted && crc32(bytes) !== entry.crc32;
    if (!locked && entry.method !== AES)
        return whole(entry, bytes, false, problems);
    return whole(entry, bytes, false, [{ kind: 'encrypted', reason: ENCRYPTED_REASON }]);
}
function storedProblems(entry, length) {
    const foreign = FOREIGN[entry.method];
    if (foreign !== undefined && entry.compressedSize !== entry.size) {
        return [{ kind: 'unsupported', reason: `compressed with ${foreign}, which is not read` }];
    }
    if (length < entry.size && length < entry.compressedSize) {
        return [{ kind: 'truncated', reason: `partial: ${megabytes(length)} of ${megabytes(entry.size)} are in the file` }];
    }
    return [];
}

;// CONCATENATED MODULE: ./lib/artifacts/visit.js









const MAX_HITS = 100_000;
const HEAD_BYTES = 4096;
async function* visit(run, found) {
    const { content } = found;
    if (content.type === 'whole') {
        run.budget.bytes += content.bytes.length;
        yield* visitWhole(run, found, content.bytes);
        return;
    }
    if (content.type === 'stored') {
        const head = await content.source.read(0, HEAD_BYTES);
        if (looksLikeZip(head) && mayDescend(run, found)) {
            run.read++;
            yield* readArchive(run, content.source, found.chain, found.depth + 1);
            return;
        }
    }
    yield* visitPieces(run, found, content);
}
async function* visitWhole(run, found, bytes) {
    if (!looksLikeZip(bytes)) {
        yield* look(run, found, bytes);
        return;
    }
    if (mayDescend(run, found)) {
        run.read++;
        yield* readArchive(run, bufferSource(bytes), found.chain, found.depth + 1);
        return;
    }
    yield tooDeep(run, found);
    yield* look(run, found, bytes);
}
const NOTHING = [];
function look(run, found, bytes, known) {
    const { search, always, withoutHits = always } = run.options;
    if (wasSeen(run, found, bytes)) {
        skip(run, found.chain, 'same content (CRC-32 and size) as an entry that was read');
        return NOTHING;
    }
    run.read++;
    const hits = known ?? search.find(bytes, MAX_HITS);
    if (hits.length === 0 && !withoutHits(bytes, found.name))
        return NOTHING;
    const event = entryEvent(run, found, { bytes, base: 0, hits });
    return hits.length < MAX_HITS ? [event] : [tooManyHits(run, found), event];
}
function mayDescend(run, found) {
    return found.depth < run.budget.limits.depth;
}
function tooDeep(run, found) {
    const reason = `archive within more than ${run.budget.limits.depth} archives (depth limit); searched without opening it`;
    return problemEvent(run, found.chain, 'limit', reason);
}
function tooManyHits(run, found) {
    return problemEvent(run, found.chain, 'limit', `more than ${MAX_HITS} anchors in it; the rest was not looked at`);
}
function entryEvent(run, found, content) {
    const place = { origin: 'artifact', path: run.path, entry: found.chain };
    return { type: 'entry', entry: { name: found.name, ...content, place } };
}
function pieceEvent(run, found, window) {
    return entryEvent(run, found, { ...window, piece: true });
}
function wasSeen(run, found, bytes) {
    const { seen } = run.options;
    if (!seen || bytes.length < DEDUPE_FROM)
        return false;
    const key = `${found.crc32 ?? crc32(bytes)}:${bytes.length}`;
    if (seen.has(key))
        return true;
    seen.add(key);
    return false;
}
async function* visitPieces(run, found, content) {
    const { limits } = run.budget;
    const flow = { pieces: piecesOf(content), size: 0 };
    const first = await flow.pieces.next();
    const head = first.done ? Buffer.alloc(0) : first.value;
    if (first.done)
        flow.complete = first.value;
    flow.size = head.length;
    const nested = looksLikeZip(head);
    const wanted = nested ? limits.nestedBytes : limits.alwaysBytes;
    const keep = (nested && mayDescend(run, found)) || run.options.always(head, found.name);
    const gathered = keep ? await gather(run, flow, head, wanted, found) : { chunks: [head], all: false };
    if (gathered.all) {
        yield* ended(run, found, flow);
        yield* visitWhole(run, found, joined(gathered.chunks));
        return;
    }
    if (keep) {
        const reason = `larger than ${megabytes(wanted)}: only searched for text, not ${nested ? 'opened' : 'decoded'}`;
        yield problemEvent(run, found.chain, 'limit', reason);
    }
    if (nested && !mayDescend(run, found))
        yield tooDeep(run, found);
    run.read++;
    for await (const window of searchedWindows(bounded(run, flow, gathered.chunks, found), run.options.search)) {
        if (window.hits.length > 0)
            yield pieceEvent(run, found, window);
    }
    yield* ended(run, found, flow);
}
async function gather(run, flow, head, most, found) {
    const chunks = [];
    for await (const piece of bounded(run, flow, [head], found)) {
        chunks.push(Buffer.from(piece));
        if (flow.size > most)
            return { chunks, all: false };
    }
    return { chunks, all: true };
}
function joined(chunks) {
    const [only] = chunks;
    return only && chunks.length === 1 ? only : Buffer.concat(chunks);
}
async function* bounded(run, flow, taken, found) {
    const allowance = entryAllowance(run.budget.limits, compressedSize(run, found.content));
    const limitNow = () => flow.size > allowance.bytes ? allowance.reason : exhausted({ ...run.budget, bytes: run.budget.bytes + flow.size });
    yield* taken;
    while (flow.complete === undefined) {
        const limit = limitNow();
        if (limit !== undefined) {
            flow.limit = limit;
            return;
        }
        const piece = await flow.pieces.next();
        if (piece.done) {
            flow.complete = piece.value;
            return;
        }
        flow.size += piece.value.length;
        yield piece.value;
    }
}
function compressedSize(run, content) {
    return content.type === 'deflated' ? content.source.size : run.budget.limits.entryBytes;
}
async function* ended(run, found, flow) {
    await flow.pieces.return(false);
    yield* booked(run, found, flow);
}
function* booked(run, found, flow) {
    run.budget.bytes += flow.size;
    if (flow.limit !== undefined) {
        yield problemEvent(run, found.chain, 'limit', `read up to ${megabytes(flow.size)}: ${flow.limit}`);
    }
    else if (flow.complete === false && found.encrypted) {
        yield problemEvent(run, found.chain, 'encrypted', ENCRYPTED_REASON);
    }
    else if (flow.complete === false) {
        const reason = `partial: broken or cut off after ${megabytes(flow.size)}`;
        yield problemEvent(run, found.chain, 'truncated', reason);
    }
}

;// CONCATENATED MODULE: ./lib/artifacts/zip-stretch.js



const HEADER_ROOM = LOCAL_HEADER_SIZE + 2 * 0xffff;
async function readStretch({ source, limits }, table, batch, unpacker, large) {
    const start = numberAt(table, batch[0], OFFSET);
    const last = batch.at(-1);
    const lastStart = numberAt(table, last, OFFSET);
    const compressedSize = numberAt(table, last, COMPRESSED_SIZE);
    const end = Math.min(lastStart + compressedSize + HEADER_ROOM, Math.max(endAt(table, last), lastStart + HEADER_ROOM), source.size);
    const size = compressedSize > limits.wholeBytes ? HEADER_ROOM : Math.max(0, end - start);
    if (size > PACKED_ROOM) {
        const wanted = numberAt(table, last, METHOD) === DEFLATED ? HEADER_ROOM : size;
        return { start, bytes: await source.read(start, wanted, large(wanted)) };
    }
    const { packed } = unpacker.get();
    const bytes = await source.read(start, size, packed);
    if (bytes.buffer !== packed.buffer)
        packed.set(bytes);
    return { start, bytes: packed.subarray(0, bytes.length) };
}

;// CONCATENATED MODULE: ./lib/artifacts/archive.js
















const LISTED_SHARE = 2;
async function* readArchive(run, source, chain, depth) {
    const { limits } = run.budget;
    const part = depth === 0 ? run.options.part : undefined;
    const entries = Math.min(limits.entries, LISTED_SHARE * limits.entries - run.listed);
    const { table, problems } = await readDirectory(source, { ...limits, entries });
    run.listed += table.count;
    if (part !== 'lent') {
        for (const { kind, reason } of problems)
            yield problemEvent(run, chain, kind, reason);
    }
    const selected = selectedOf(run, table, part);
    const archive = {
        source,
        limits,
        room: roomOf(run, depth),
        searches: MAX_SEARCHES,
    };
    const unpacker = unpackerOnDemand();
    try {
        await leaveOut(run, table, selected.doubles, chain);
        yield* archive_readEntries({ run, archive, unpacker, table, chain, depth }, selected);
    }
    finally {
        unpacker.giveBack();
        giveBackDirectoryProgram(table.program);
        run.listed -= table.count;
    }
}
function roomOf({ options }, depth) {
    const room = options.rooms === undefined ? ownRoom() : growingRoom(UNPACKED_ROOM, options.rooms);
    const named = depth === 0 ? options.room : undefined;
    return ({ size, name }) => named?.(size, name) ?? room(size);
}
async function leaveOut(run, table, doubles, chain) {
    const { count, first } = doubles;
    if (count === 0)
        return;
    run.budget.entries += count;
    const names = await table.readNames(Uint32Array.of(first));
    skip(run, `${chain}!/${nameAt(table, first, names)}`, 'AppleDouble file of macOS (__MACOSX)', count);
}
async function* archive_readEntries(reading, { entries, batchEnds }) {
    const { archive, unpacker, table } = reading;
    const large = ownRoom();
    let start = 0;
    for (const end of batchEnds) {
        const part = entries.subarray(start, end);
        const both = [readStretch(archive, table, part, unpacker, large), table.readNames(part)];
        const read = await Promise.all(both).catch(errors_messageOf);
        if (typeof read === 'string')
            yield allUnreadable(reading, part.length, read);
        else {
            const [stretch, names] = read;
            if (!(yield* readBatch(reading, { entries: part, stretch, names }, entries.length - start)))
                return;
        }
        start = end;
    }
}
async function* readBatch(reading, batch, left) {
    const { run, table, chain } = reading;
    const { entries, names } = batch;
    const unpacked = unpack(reading, batch);
    const hits = run.options.search.find(unpacked.together, MAX_HITS);
    let next = 0;
    for (const place of placesOfInterest(run, entries, unpacked, hits)) {
        if (place < next)
            continue;
        next = passOver(run, unpacked, next, place);
        if (next === entries.length)
            break;
        const reason = exhausted(run.budget);
        if (reason !== undefined) {
            yield* stop(run, `${chain}!/${nameAt(table, entries[next], names)}`, reason, left - next);
            return false;
        }
        next++;
        if (!isThere(unpacked, place)) {
            yield* readOne(reading, entries[place], batch);
            continue;
        }
        const found = foundAt(reading, batch, unpacked, place);
        if (looksLikeZip(found.content.bytes))
            yield* visit(run, found);
        else
            for (const event of lookAt(run, found, hits, startOf(unpacked, place)))
                yield event;
    }
    return true;
}
function passOver(run, unpacked, from, to) {
    let next = from;
    while (next < to && exhausted(run.budget) === undefined) {
        const start = startOf(unpacked, next);
        const end = hasRoomFor(run.budget, to - next, startOf(unpacked, to) - start) ? to : next + 1;
        const bytes = startOf(unpacked, end) - start;
        run.budget.entries += end - next;
        run.budget.bytes += bytes;
        run.read += end - next;
        next = end;
    }
    return next;
}
function placesOfInterest({ options }, entries, unpacked, hits) {
    const names = options.alwaysHint?.names;
    if (hits.length >= MAX_HITS || names === undefined)
        return entries.keys();
    const seen = hits.map(({ offset }) => unpacker_placeAt(unpacked, offset));
    const places = [...unpacked.needed, ...seen, ...namedPlaces(names, unpacked), entries.length];
    return places.sort((left, right) => left - right);
}
function namedPlaces(names, { starts, otherNames, needed }) {
    if (!names.test(otherNames))
        return [];
    const lines = otherNames.split('\n').slice(0, -1);
    if (lines.length !== starts.length - needed.length)
        return starts.keys();
    const places = [];
    let place = 0;
    let before = 0;
    for (const name of lines) {
        for (; needed[before] === place; before++)
            place++;
        if (names.test(name))
            places.push(place);
        place++;
    }
    return places;
}
function unpack({ run, archive, unpacker, table }, { entries, stretch, names }) {
    const { start, bytes } = stretch;
    if (!unpacker.holds(bytes))
        return noneUnpacked(entries.length);
    const most = Math.min(DEDUPE_FROM - 1, archive.limits.wholeBytes);
    const begins = new Uint8Array(run.options.alwaysHint?.begins ?? allPairs());
    addPairs(begins, BEGINNING);
    const signs = run.options.alwaysHint?.signs ?? new Uint8Array(256);
    return unpacker.get().unpack({ table, entries, names, start, size: bytes.length, most, begins, signs });
}
function foundAt({ run, table, chain, depth }, { entries, names }, unpacked, place) {
    run.budget.entries++;
    const index = entries[place];
    const name = nameAt(table, index, names);
    const start = startOf(unpacked, place);
    const bytes = unpacked.together.subarray(start, start + numberAt(table, index, SIZE));
    const content = { type: 'whole', bytes };
    return { name, chain: `${chain}!/${name}`, content, encrypted: false, depth, crc32: undefined };
}
function lookAt(run, found, hits, start) {
    const { bytes } = found.content;
    run.budget.bytes += bytes.length;
    return look(run, found, bytes, hits.length < MAX_HITS ? hitsIn(hits, start, start + bytes.length) : undefined);
}
function hitsIn(hits, start, end) {
    return runs_hitsWithin(hits, start, end).map((hit) => ({ ...hit, offset: hit.offset - start }));
}
async function* readOne(reading, index, { stretch, names }) {
    const { run, archive, table, chain, depth } = reading;
    const entryToOpen = entryAt(table, index, names);
    const opened = await openEntry(archive, stretch, entryToOpen).catch(errors_messageOf);
    run.budget.entries++;
    if (typeof opened === 'string') {
        yield unreadable(run, `${chain}!/${entryToOpen.name}`, opened);
        return;
    }
    const { entry, content, verified } = opened;
    const { name, encrypted } = entry;
    const crc32 = verified ? entry.crc32 : undefined;
    const found = { name, chain: `${chain}!/${name}`, content, encrypted, depth, crc32 };
    for (const { kind, reason } of opened.problems)
        yield problemEvent(run, found.chain, kind, reason);
    yield* visit(run, found);
}
function unreadable(run, chain, message) {
    return problemEvent(run, chain, 'unreadable', `could not be read: ${message}`);
}
function allUnreadable({ run, chain }, count, message) {
    run.budget.entries += count;
    return problemEvent(run, chain, 'unreadable', `${count} entries could not be read: ${message}`);
}
function selectedOf(run, table, part) {
    const { budget, options } = run;
    const { wholeBytes } = budget.limits;
    const circumstances = { fileSize: budget.fileBytes, wholeBytes, alone: options.alone ?? false };
    const selected = lending_select(table, part, circumstances);
    if (part === undefined)
        return selected;
    budget.most = shareOf(budget.most, selected.declared, selected.all);
    return selected;
}
async function* stop(run, chain, reason, left) {
    run.budget.entries += left;
    for (let count = 0; count < left; count++)
        skip(run, chain, `a limit was reached: ${reason}`);
    if (run.stopped)
        return;
    run.stopped = true;
    yield problemEvent(run, chain, 'limit', `stopped here, ${left} entries of this archive unread: ${reason}`);
}

;// CONCATENATED MODULE: ./lib/artifacts/claim.js
function createClaim() {
    return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}
function claimed(claim) {
    return Atomics.compareExchange(claim, 0, 0, 1) === 0;
}

;// CONCATENATED MODULE: ./lib/artifacts/meter.js
const READ = 0;
const meter_SIZE = 1;
function createMeter() {
    return new BigUint64Array(new SharedArrayBuffer(2 * BigUint64Array.BYTES_PER_ELEMENT));
}
function addSize(meter, bytes) {
    if (meter !== undefined)
        Atomics.add(meter, meter_SIZE, BigInt(bytes));
}
function stateOf(meter) {
    const size = Number(Atomics.load(meter, meter_SIZE));
    return { read: Math.min(Number(Atomics.load(meter, READ)), size), size };
}
function metered(source, meter) {
    if (meter === undefined)
        return source;
    let last = [];
    return {
        ...source,
        read: async (offset, length, room) => {
            const bytes = await source.read(offset, length, room);
            const end = offset + bytes.length;
            const reached = last.find((one) => offset >= one.start && offset <= one.end);
            const known = reached?.end ?? offset;
            Atomics.add(meter, READ, BigInt(Math.max(0, end - known)));
            last = [...last.filter((one) => one !== reached).slice(-1), { start: offset, end: Math.max(end, known) }];
            return bytes;
        },
    };
}

;// CONCATENATED MODULE: ./lib/artifacts/folder.js






async function* readFolder(run, walked, chain) {
    for (const { name, code } of walked.failed) {
        yield problemEvent(run, `${chain}!/${name}`, 'unreadable', `folder could not be listed (${code})`);
    }
    for (const link of walked.links)
        skip(run, `${chain}!/${link}`, 'symbolic link; links are not followed');
    for (const [index, file] of walked.files.entries()) {
        const reason = exhausted(run.budget);
        if (reason !== undefined) {
            yield problemEvent(run, `${chain}!/${file.name}`, 'limit', `stopped here: ${reason}`);
            for (const left of walked.files.slice(index))
                skip(run, `${chain}!/${left.name}`, 'a limit was reached');
            break;
        }
        run.budget.entries++;
        yield* readFile(run, file, `${chain}!/${file.name}`);
    }
    if (walked.cut) {
        const reason = `more than ${run.budget.limits.entries} files (entry count limit); the rest was not read`;
        yield problemEvent(run, chain, 'limit', reason);
    }
}
async function* readFile(run, file, chain) {
    let source;
    try {
        source = metered(await openFile(file.location), run.options.meter);
    }
    catch (error) {
        yield problemEvent(run, chain, 'unreadable', `could not be opened (${codeOf(error)})`);
        return;
    }
    try {
        yield* visit(run, await foundIn(run, source, file.name, chain));
    }
    finally {
        await source.close();
    }
}
async function foundIn(run, source, name, chain) {
    const found = { name, chain, encrypted: false, depth: 0, crc32: undefined };
    if (source.size > run.budget.limits.wholeBytes)
        return { ...found, content: { type: 'stored', source } };
    return { ...found, content: { type: 'whole', bytes: await source.read(0, source.size) } };
}

;// CONCATENATED MODULE: ./lib/artifacts/hash.js

const CHUNK = 256 * 1024;
async function hashFile(location) {
    return digestOf(location).catch(() => '');
}
async function hashFolder(files) {
    const sorted = [...files].sort((left, right) => (left.name < right.name ? -1 : 1));
    const hash = await startHash();
    for (const { location, name } of sorted) {
        const digest = await hashFile(location);
        if (digest === '')
            return '';
        hash.update(`${digest}  ${name}\n`);
    }
    return hash.digest('hex');
}
async function digestOf(location) {
    const hash = await startHash();
    const file = await openFile(location);
    const room = Buffer.allocUnsafeSlow(CHUNK);
    try {
        for (let at = 0; at < file.size; at += CHUNK)
            hash.update(await file.read(at, CHUNK, room));
        return hash.digest('hex');
    }
    finally {
        await file.close();
    }
}
async function startHash() {
    const { createHash } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 598, 19));
    return createHash('sha256');
}

;// CONCATENATED MODULE: ./lib/artifacts/walk.js



const walk_MAX_DEPTH = 64;
function walkFolder(folder, most) {
    const files = [];
    const links = [];
    const failed = [];
    const queue = [{ name: '', depth: 0 }];
    let cut = false;
    for (let next = queue.pop(); next && !cut; next = queue.pop()) {
        const { name: folderName, depth } = next;
        const children = childrenOf((0,external_node_path_namespaceObject.join)(folder, folderName));
        if (typeof children === 'string') {
            failed.push({ name: folderName, code: children });
            continue;
        }
        for (const child of children) {
            const name = folderName === '' ? child.name : `${folderName}/${child.name}`;
            if (child.isSymbolicLink())
                links.push(name);
            if (child.isDirectory() && depth < walk_MAX_DEPTH)
                queue.push({ name, depth: depth + 1 });
            if (!child.isFile())
                continue;
            if (files.length >= most) {
                cut = true;
                break;
            }
            const location = (0,external_node_path_namespaceObject.join)(folder, name);
            files.push({ name, location, size: statOf(location)?.size ?? 0 });
        }
    }
    files.sort((left, right) => (left.name < right.name ? -1 : 1));
    return { files, links, failed, cut };
}
function listed(folder) {
    const children = childrenOf(folder);
    return typeof children === 'string' ? [] : children;
}
function childrenOf(folder) {
    try {
        const children = (0,external_node_fs_namespaceObject.readdirSync)(folder, { withFileTypes: true });
        return children.sort((left, right) => (left.name < right.name ? -1 : 1));
    }
    catch (error) {
        return codeOf(error);
    }
}
function statOf(location) {
    try {
        return (0,external_node_fs_namespaceObject.statSync)(location);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/artifacts/read.js












async function* readArtifact(candidate, options) {
    const limits = { ...DEFAULT_LIMITS, ...options.limits };
    try {
        if (candidate.form === 'folder') {
            const walked = walkFolder(candidate.location, limits.entries);
            const size = walked.files.reduce((sum, file) => sum + file.size, 0);
            addSize(options.meter, size);
            const run = startRun(candidate.path, options, startBudget(limits, size));
            const name = nameOf(candidate);
            yield* summed(run, size, readFolder(run, walked, name), () => hashFolder(walked.files));
            return;
        }
        const { size } = (0,external_node_fs_namespaceObject.statSync)(candidate.location);
        const run = startRun(candidate.path, options, startBudget(limits, size));
        const events = candidate.form === 'archive' ? archiveEvents(run, candidate) : fileEvents(run, candidate, size);
        if (options.part !== 'lent')
            addSize(options.meter, size);
        const { digest } = options;
        const isOurs = () => digest === undefined || claimed(digest);
        yield* summed(run, size, events, async () => (isOurs() ? hashFile(candidate.location) : ''));
    }
    catch (error) {
        const run = startRun(candidate.path, options, startBudget(limits, 0));
        yield problemEvent(run, undefined, 'unreadable', `artifact could not be read (${codeOf(error)})`);
        yield summaryOf(run, 0, '');
    }
}
function nameOf(candidate) {
    return (0,external_node_path_namespaceObject.basename)(candidate.location);
}
async function* archiveEvents(run, candidate) {
    const source = metered(await openFile(candidate.location), run.options.meter);
    try {
        yield* readArchive(run, source, nameOf(candidate), 0);
    }
    finally {
        await source.close();
    }
}
async function* fileEvents(run, candidate, size) {
    const name = nameOf(candidate);
    run.budget.entries++;
    if (size === 0)
        yield problemEvent(run, name, 'malformed', 'the file is empty');
    yield* readFile(run, { name, location: candidate.location, size }, name);
}
async function* summed(run, size, events, digest) {
    yield* events;
    yield summaryOf(run, size, await digest());
}
function summaryOf(run, size, sha256) {
    return {
        type: 'summary',
        sha256,
        size,
        entries: run.budget.entries,
        read: run.read,
        skipped: skippedOf(run),
    };
}

;// CONCATENATED MODULE: ./lib/shared/ascending.js
function ascending_lastNotAbove(ascending, value) {
    let low = 0;
    let high = ascending.length - 1;
    while (low < high) {
        const middle = (low + high + 1) >>> 1;
        if ((ascending[middle] ?? 0) <= value)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

;// CONCATENATED MODULE: ./lib/shared/escapes.js

const SIXTEENS = ['2', '3', '4', '5', '6', '7'];
const EIGHTS = ['05', '06', '07', '10', '11', '12', '13', '14', '15', '16', '17'];
const CHARACTERS = '+-./0123456789:=ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~';
const ESCAPES = [
    ...SIXTEENS.flatMap((digit) => [`\\u00${digit}`, `\\u{${digit}`, `\\u{00${digit}`]),
    ...EIGHTS.map((digits) => `\\${digits}`),
    ...Array.from(CHARACTERS, (character) => character.charCodeAt(0).toString(16)).flatMap((code) => [
        `\\x${code}`,
        `%${code}`,
    ]),
    ':\\/',
    'com\\/',
];
const LONGEST_ESCAPE = '\\\\\\\\u{0041}'.length;
const ESCAPE = /\\{1,4}(?:[uU]00([2-7][\dA-Fa-f])|x([2-7][\dA-Fa-f])|u\{(?:00)?([2-7][\dA-Fa-f])\}|(0[4-7][0-7]|1[0-7]{2})|(\/))|%([2-7][\dA-Fa-f])/g;
function unescaped(text) {
    const plainAt = [0];
    const textAt = [0];
    let plain = '';
    let end = 0;
    for (const found of text.matchAll(ESCAPE)) {
        plain += text.slice(end, found.index) + characterOf(found);
        end = found.index + found[0].length;
        plainAt.push(plain.length);
        textAt.push(end);
    }
    return {
        plain: plain + text.slice(end),
        startOf: (index) => {
            const last = ascending_lastNotAbove(plainAt, index);
            return textAt[last] + index - plainAt[last];
        },
    };
}
function characterOf([, four, two, braced, octal, slash, percent]) {
    if (slash !== undefined)
        return slash;
    if (octal !== undefined)
        return String.fromCharCode(Number.parseInt(octal, 8));
    return String.fromCharCode(Number.parseInt(four ?? two ?? braced ?? percent ?? '', 16));
}
const ESCAPED = /\\(?:[uU]00[2-7]|x[2-7]|u\{|[01][0-7]{2}|\/)|%[2-7][\dA-Fa-f]/;
function plainOf(text) {
    return ESCAPED.test(text) ? unescaped(text).plain : undefined;
}

;// CONCATENATED MODULE: ./lib/shared/filter/code.js
const filter_code_CODE = [
    'AGFzbQEAAAABIQNgBn9/f39/fwF/YAN/f38Bf2ALf39/f39/f39/f38BfwIPAQNlbnYGbWVtb3J5AgAAAwQDAAECBhoFfwFBAAt/',
    'AUEAC38BQQALfwFBAAt/AUEACwcdAwZmaWx0ZXIAAQdjb25maXJtAAIGbWVtb3J5AgAK2A0D9gIBCH8gACgCBCEJIAAoAgwhCCAA',
    'KAIAIgogAUGx893xeWwgACgCCHYiBkEDdGooAgQhBwNAIAcEfyAKIAZBA3RqKAIAIAFHBUEACwRAIAogBkEBaiAJcSIGQQN0aigC',
    'BCEHDAELCwNAIAcEQCAIIAdBAWtBBHRqIgAoAgAhByACIAQgAC4BDGxqIgEjAk8gASMBSXINASAALQAPIAEtAAAgAC0ADnJHDQEj',
    'AyAAKAIEIgpBA3RqIgEoAgAhDCABKAIEIQ1BACEGAkAgAiAEIAAoAghsayILIwFJBH9BAQUjAiALIAMgDWxqSQsNAEEAIQADQCAA',
    'IA1IBEAgDCAAQQF0aiIBLQAAIAsgACADbGoiCS0AACABLQABckcNAiADQQJGBH8gCS0AAQVBAAsNAiAAQQFqIQAMAQsLQQEhBgsg',
    'BkUNASAFIwRPBEAgBQ8LIAUgCyMAazYCACAFIApBAXQgA2pBAWs2AgQgBUEIaiEFDAELCyAFC48IAgN/FntBAP0ABAAhC0EQ/QAE',
    'ACEMQSD9AAQAIQ1BMP0ABAAhDkHAAP0ABAAhD0HQAP0ABAAhEEHgAP0ABAAhEUHwAP0ABAAhEkGAAf0ABAAhCUGQAf0ABAAhE0Gg',
    'Af0ABAAhCkGwAf0ABAAhBkHAAf0ABAAhB0HQAf0ABAAhCEF/IQQDQCABIARKBEAgFCALIAAgBEEEdGr9AAQAIhggCf1OIhf9DiAM',
    'IBhBBP2NASAJ/U4iGf0O/U4iFP0NDQ4PEBESExQVFhcYGRobHCAVIA0gF/0OIA4gGf0O/U4iFf0NDg8QERITFBUWFxgZGhscHf1O',
    'IBEgF/0OIBIgGf0O/U79TiAWIA8gF/0OIBAgGf0O/U4iFv0NDxAREhMUFRYXGBkaGxwdHv1OIRcgBEEATgRAIBf9DAAAAAAAAAAA',
    'AAAAAAAAAAD9I/1kQf//A3MhAyAYIBP9JyIX/Qz//////////////////////Tf9pAEiBQRAIAMgBSAYIAr9UCAG/bUBQQ79rQEi',
    'GUED/a0BIhr9GwNB4AFqIBr9GwJB4AFqIBr9GwFB4AFqIBr9GwBB4AFq/QwAAAAAAAAAAAAAAAAAAAAA/VQAAAD9VAAABP1UAAAI',
    '/VQAAAwgCCAZIAf9Tv0O/U79oQH9pAFxQRB0ciEDCyAY/QwAAAAAAAAAAAAAAAAAAAAA/SMiGf1kBEAgFyAZ/Qz/AP8A/wD/AP8A',
    '/wD/AP8A/VIiGv0M//////////////////////03IBkgF/0M/wD/AP8A/wD/AP8A/wD/AP1SIhn9DP/////////////////////9',
    'N/1Q/aQBIgUEQCADIAUgGCAG/bUBQRH9rQEiG0ED/a0BIhf9GwNB4IECaiAX/RsCQeCBAmogF/0bAUHggQJqIBf9GwBB4IECav0M',
    'AAAAAAAAAAAAAAAAAAAAAP1UAAAA/VQAAAT9VAAACP1UAAAMIAggGyAH/U79Dv1O/aEB/aQBcUEWdHIhAyAa/Qz/////////////',
    '/////////dYBIhcgGf0M/wAAAAAAAAD/AAAAAAAAAP1Q/Qz//////////////////////dYB/VD9xAEiBQRAIAMgBSAYIBhBCP2N',
    'ASAX/VL9DP8A/wD/AP8A/wD/AP8A/wD9TiIXIBf9ZiAK/VAgBv21AUEO/a0BIhdBA/2tASIY/RsDQeABaiAY/RsCQeABaiAY/RsB',
    'QeABaiAY/RsAQeABav0MAAAAAAAAAAAAAAAAAAAAAP1UAAAA/VQAAAT9VAAACP1UAAAMIAggFyAH/U79Dv1O/aEB/aQBcUEUdHIh',
    'AwsLCyACIAQ2AgAgAiADNgIEIAIgA0EAR0EDdGohAgsgBEEBaiEEDAELCyACC8wCAQF/IAIkACADJAEgBCQCIAgkAyAKJAQDQCAA',
    'IAFJBEAgAiAAKAIAQQR0aiEIIAAoAgQhBANAIAQEQCAEaCIDQRBJBH8gAyAIakEDayIKKAIAQf///wdxQaDAgAFyIgNBsfPd8Xls',
    'QRF2IgtBA3YtAOChAiALQQdxdkEBcQR/IAUgAyAKQQFBASAJEAAFIAkLBSADQRRJBH8gBiAIIANBEGtBAnRqIgMoAgBBoMCAgQJy',
    'IANBAUEBIAkQAAUgA0EWSQR/IAYgCCADQRRrQQN0aiIDQQFqIAMgAy0AARsiAy0AACADLQACQQh0ciADLQAEQRB0ciADLQAGQRh0',
    'ckGgwICBAnIgA0ECQQIgCRAABSAHIAggA0EWa0ECdGoiAygCACADQQJBASAJEAALCwshCSAEIARBAWtxIQQMAQsLIABBCGohAAwB',
    'CwsgCQs=',
].join('');

;// CONCATENATED MODULE: ./lib/shared/filter/layout.js
const BLOCK = 16;
const WORD_BITS = 18;
const PAIR_BITS = 15;
const THREE_BITS = 15;
const FOURS = 0;
const HALVES = FOURS + 8 * BLOCK;
const BELOW_TEXT = HALVES + BLOCK;
const CASE_BITS = BELOW_TEXT + BLOCK;
const FACTORS = CASE_BITS + BLOCK;
const SEVENS = FACTORS + BLOCK;
const POWERS = SEVENS + BLOCK;
const WORDS = POWERS + BLOCK;
const PAIRS = WORDS + (1 << (WORD_BITS - 3));
const THREES = PAIRS + (1 << (PAIR_BITS - 3));
const FILTER_END = THREES + (1 << (THREE_BITS - 3));

;// CONCATENATED MODULE: ./lib/shared/filter/matcher.js



const PIECE = 128 * 1024;
const MOST_FOUND = 100_000;
const LONGEST_TEXT = Math.floor(PIECE / 3);
const BLOCKS = PIECE / BLOCK + 1;
const RECORD = 8;
const matcher_instance = instances(filter_code_CODE);
function createMatcher(tables) {
    const { fours, words, pairs, literals } = tables;
    const margin = rounded(2 * tables.lengths.reduce((longest, length) => Math.max(longest, length), 0));
    const at = rounded(tables.memory.length) + margin + BLOCK;
    const passed = at + PIECE + margin + BLOCK;
    const out = passed + RECORD * BLOCKS;
    const outEnd = out + RECORD * MOST_FOUND;
    const { code, memory } = matcher_instance(Math.ceil(outEnd / PAGE));
    const { filter, confirm } = code;
    const all = new Uint8Array(memory);
    all.set(tables.memory);
    const text = Buffer.from(memory, at, PIECE);
    const look = (start, end, size) => {
        all.fill(0, end, end + BLOCK);
        const passedEnd = filter(at, Math.ceil(size / BLOCK), passed);
        const foundEnd = confirm(passed, passedEnd, at, start, end, fours, words, pairs, literals, out, outEnd);
        return (foundEnd - out) / RECORD;
    };
    return {
        run: (bytes, from) => {
            const start = at - Math.min(from, margin);
            const size = Math.min(PIECE, bytes.length - from);
            const end = at + Math.min(PIECE + margin, bytes.length - from);
            all.fill(0, at - BLOCK, at);
            all.set(bytes.subarray(from + start - at, from + end - at), start);
            return look(start, end, size + (from + size === bytes.length ? 1 : 0));
        },
        runText: (value) => {
            all.fill(0, at - BLOCK, at);
            const size = text.write(value);
            return look(at, at + size, size + 1);
        },
        found: new Int32Array(memory, out, 2 * MOST_FOUND),
    };
}
function rounded(size) {
    return Math.ceil(size / BLOCK) * BLOCK;
}

;// CONCATENATED MODULE: ./lib/shared/marks.js
const CONTEXT_LENGTH = 100;
function holdsMark(value, { literal, context: { before, pattern } }) {
    for (let at = value.indexOf(literal); at !== -1; at = value.indexOf(literal, at + 1)) {
        const start = at - before;
        if (start >= 0 && pattern.test(value.slice(start, start + CONTEXT_LENGTH)))
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./lib/shared/anchors.js




function compileAnchors(anchors, exact = [], escapes = []) {
    return searchWith(compileTables(anchors, exact, escapes));
}
function searchWith(tables) {
    const matcher = createMatcher(tables);
    const { lengths, firstEscape } = tables;
    const longest = lengths.subarray(0, firstEscape).reduce((most, length) => Math.max(most, length), 0);
    return {
        longest: 2 * longest * (firstEscape < lengths.length ? LONGEST_ESCAPE : 1),
        find: (bytes, limit = MOST_FOUND) => {
            const stretches = stretchesOf(Math.max(longest, CONTEXT_LENGTH));
            const hits = findPlain(bytes, matcher, tables, limit, stretches.add);
            const plain = hits.length;
            for (const stretch of stretches.all()) {
                for (const hit of findEscaped(bytes, stretch, (inner) => findPlain(inner, matcher, tables, limit))) {
                    if (hits.length < limit)
                        hits.push(hit);
                }
            }
            return hits.length === plain ? hits : hits.sort(byPlace);
        },
    };
}
function byPlace(left, right) {
    return left.offset - right.offset || left.length - right.length;
}
function findPlain(bytes, matcher, { lengths, contexts, firstEscape }, limit, onEscape) {
    const hits = [];
    const { found } = matcher;
    for (let from = 0; from < bytes.length && hits.length < limit; from += PIECE) {
        const count = 2 * matcher.run(bytes, from);
        for (let index = 0; index < count && hits.length < limit; index += 2) {
            const offset = from + found[index];
            const which = found[index + 1];
            const literal = which >>> 1;
            const step = (which & 1) === 0 ? 1 : 2;
            if (literal >= firstEscape) {
                onEscape?.(offset, step);
                continue;
            }
            if (!isInContext(bytes, offset, step, contexts.get(literal)))
                continue;
            const length = step * lengths[literal];
            hits.push({ offset, length, encoding: step === 1 ? 'latin1' : 'utf16le' });
        }
    }
    return hits.sort(byPlace);
}
function stretchesOf(reach) {
    const lists = [[], [], []];
    return {
        add: (offset, step) => {
            const list = lists[step === 1 ? 0 : 1 + (offset % 2)];
            const start = Math.max(offset % step, offset - step * reach);
            const end = offset + step * (LONGEST_ESCAPE + reach);
            const last = list.at(-1);
            if (last === undefined || start > last.end) {
                list.push({ step, start, end });
            }
            else {
                last.start = Math.min(last.start, start);
                last.end = Math.max(last.end, end);
            }
        },
        all: () => lists.flat(),
    };
}
const anchors_WINDOW = 64 * 1024;
const WINDOW_REACH = 2 * LONGEST_ESCAPE * CONTEXT_LENGTH;
function* findEscaped(bytes, { step, start, end }, find) {
    const encoding = step === 1 ? 'latin1' : 'utf16le';
    for (let from = start; from < Math.min(end, bytes.length); from += anchors_WINDOW) {
        const to = Math.min(end, bytes.length, from + anchors_WINDOW + WINDOW_REACH);
        const { plain, startOf } = unescaped(bytes.toString(encoding, from, to));
        for (const hit of find(Buffer.from(plain, 'latin1'))) {
            const first = startOf(hit.offset);
            const length = startOf(hit.offset + hit.length) - first;
            const offset = from + step * first;
            if (hit.encoding !== 'latin1' || length === hit.length || offset >= from + anchors_WINDOW)
                continue;
            yield { offset, length: step * length, encoding };
        }
    }
}
function isInContext(bytes, offset, step, context) {
    if (context === undefined)
        return true;
    const start = offset - step * context.before;
    const encoding = step === 1 ? 'latin1' : 'utf16le';
    return start >= 0 && context.pattern.test(bytes.toString(encoding, start, start + step * CONTEXT_LENGTH));
}

;// CONCATENATED MODULE: ./lib/shared/filter/tables-file.js
const WORD = 4;
const LONGEST = 0xff;
function packTables({ memory, lengths, contexts, ...numbers }) {
    const head = {
        numbers,
        literalCount: lengths.length,
        contexts: Array.from(contexts, ([literal, { before, pattern }]) => {
            const { source, flags } = pattern;
            return { literal, before, source, flags };
        }),
    };
    if (lengths.some((length) => length > LONGEST))
        throw new Error(`literal of more than ${LONGEST} characters`);
    const json = Buffer.from(JSON.stringify(head));
    const size = Buffer.alloc(WORD);
    size.writeUInt32LE(json.length);
    return Buffer.concat([size, json, Uint8Array.from(lengths), memory]);
}
function unpackTables(bytes) {
    const headEnd = WORD + bytes.readUInt32LE();
    const { numbers, literalCount, contexts } = JSON.parse(bytes.toString('utf8', WORD, headEnd));
    const lengthsEnd = headEnd + literalCount;
    return {
        ...numbers,
        lengths: new Int32Array(bytes.subarray(headEnd, lengthsEnd)),
        contexts: new Map(contexts.map(contextOf)),
        memory: bytes.subarray(lengthsEnd),
    };
}
function contextOf({ literal, before, source, flags }) {
    return [literal, { before, pattern: new RegExp(source, flags) }];
}

;// CONCATENATED MODULE: ./lib/built-search.js




function builtSearch() {
    const tables = builtTables('search.bin');
    return tables === undefined ? undefined : searchWith(tables);
}
function builtTables(name) {
    let bytes;
    try {
        bytes = (0,external_node_fs_namespaceObject.readFileSync)(external_node_path_namespaceObject.join(__importMeta.dirname, name));
    }
    catch {
        return undefined;
    }
    return unpackTables(bytes);
}

;// CONCATENATED MODULE: ./lib/formats/misplaced.js
const HEAD = 4_096;
const PRIVATE_KEY = /-----BEGIN (?:RSA |EC |DSA |OPENSSH |ENCRYPTED |PGP )?PRIVATE KEY(?: BLOCK)?-----/;
const PKCS12 = /^\x30[\x80-\x84][\s\S]{0,4}\x02\x01\x03\x30/;
const CONTENT_ANCHORS = (/* unused pure expression or super */ null && ([
    '"terraform_version"',
    '"service_account"',
    'PRIVATE KEY-----',
    'PRIVATE KEY BLOCK',
    'aws_secret_access_key',
    '"authorized_user"',
]));
const NAMES = /(?:\.(?:tfstate(?:\.backup)?|p12|pfx|jks|keystore|bks|map|json|sql)|(?:^|\/)\.env(?:\.[\w-]{1,40})?|(?:^|\/)\.aws\/credentials)$/i;
function mayBeMisplaced(name, head) {
    const first = head.length < 2 ? 0 : head.readUInt16BE(0);
    return first === JAVA_KEYSTORE || first === JAVA_KEYSTORE_EXTENDED || first === POSTGRES_DUMP || NAMES.test(name);
}
const MISPLACED_HINT = { begins: ['\xfe\xed', '\xce\xce', 'PG'], names: NAMES };
const JAVA_KEYSTORE = 0xfeed;
const JAVA_KEYSTORE_EXTENDED = 0xcece;
const POSTGRES_DUMP = 0x5047;
function misplaced(name, head) {
    return kindOf(name.toLowerCase(), head.subarray(0, HEAD).toString('latin1'));
}
function kindOf(name, content) {
    const file = name.slice(name.lastIndexOf('/') + 1);
    if (isTerraformState(file, content))
        return 'terraform-state';
    if (isServiceAccount(content))
        return 'service-account-key';
    if (PRIVATE_KEY.test(content))
        return 'private-key';
    if (isKeystore(file, content))
        return 'keystore';
    if (isSourceMap(file, content))
        return 'source-map';
    if (isEnvFile(file, content))
        return 'env-file';
    if (isCloudCredentials(name, content))
        return 'cloud-credentials';
    return isDump(file, content) ? 'database-dump' : undefined;
}
function isTerraformState(file, content) {
    const named = /\.tfstate(?:\.backup)?$/.test(file);
    return ((named && content.trimStart().startsWith('{')) ||
        (content.includes('"terraform_version"') && content.includes('"lineage"')));
}
function isServiceAccount(content) {
    return content.includes('"private_key"') && /"type"\s{0,10}:\s{0,10}"service_account"/.test(content);
}
function isKeystore(file, content) {
    const java = content.startsWith('\xfe\xed\xfe\xed') || content.startsWith('\xce\xce\xce\xce');
    if (java)
        return holdsJavaKey(content);
    return /\.(?:p12|pfx|jks|keystore|bks)$/.test(file) && PKCS12.test(content);
}
function holdsJavaKey(content) {
    return content.length >= 16 && content.charCodeAt(15) !== 2;
}
function isSourceMap(file, content) {
    if (!/\.(?:map|json)$/.test(file))
        return false;
    return /"version"\s{0,10}:\s{0,10}3\b/.test(content) && /"(?:mappings|sources|sections|file)"/.test(content);
}
function isEnvFile(file, content) {
    const named = /^\.env(?:\.[\w-]{1,40})?$/.test(file) && !/\.(?:example|sample|template|dist)$/.test(file);
    return named && /^\s{0,100}(?:export\s{1,10})?\w{1,100}\s{0,10}=/m.test(content);
}
function isCloudCredentials(name, content) {
    if (/(?:^|\/)\.aws\/credentials$/.test(name))
        return true;
    if (/aws_secret_access_key\s{0,10}=/.test(content) && /^\s{0,100}\[[^\]\n]{1,100}\]/m.test(content))
        return true;
    return content.includes('"refresh_token"') && /"type"\s{0,10}:\s{0,10}"authorized_user"/.test(content);
}
function isDump(file, content) {
    if (content.startsWith('PGDMP'))
        return true;
    return file.endsWith('.sql') && /^-- (?:MySQL dump|PostgreSQL database dump|MariaDB dump)/m.test(content);
}

;// CONCATENATED MODULE: ./lib/formats/format.js
const ASCII_BLANKS = [0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20];
const BLANK_BYTES = ['\xc2', '\xe1', '\xe2', '\xe3', '\xef', '\xfe', '\xff'];

;// CONCATENATED MODULE: ./lib/formats/read-entry.js



const read_entry_MAX_DEPTH = 3;
const MAX_READINGS = 200_000;
const MAX_ASKED = 5_000;
function formatOf(formats, entry) {
    if (entry.base > 0 || entry.piece)
        return formats.at(-1);
    return snifferOf(formats)(entry.bytes.subarray(0, 4096), entry.name);
}
function compileAlways(formats) {
    const sniff = compileSniffer(formats.slice(0, formats.findLastIndex(({ when }) => when === 'always') + 1));
    return {
        always: (head, name) => sniff(head, name)?.when === 'always',
        withoutHits: (bytes, name) => {
            const format = sniff(bytes, name);
            return format !== undefined && isReadWithoutHits(format, bytes);
        },
    };
}
function isReadWithoutHits({ when, mayHide }, bytes) {
    return when === 'always' && (mayHide === undefined || mayHide(bytes));
}
function alwaysHints(formats) {
    return formats.flatMap(({ when, hint }) => (when === 'always' ? [hint ?? ANYTHING] : []));
}
const ANYTHING = { names: /^/ };
const sniffers = new WeakMap();
function snifferOf(formats) {
    const known = sniffers.get(formats);
    if (known !== undefined)
        return known;
    const made = compileSniffer(formats);
    sniffers.set(formats, made);
    return made;
}
function compileSniffer(formats) {
    const byFirstByte = [];
    const beginningWith = (byte) => {
        byFirstByte[byte] ??= formats.filter(({ hint }) => mayBegin(hint, byte));
        return byFirstByte[byte];
    };
    const named = anyOf(formats.flatMap(({ hint }) => hint?.names ?? []));
    return (head, name) => {
        const first = head[0];
        const asked = first === undefined || named.test(name) ? formats : beginningWith(first);
        for (const format of asked)
            if (format.sniff(head, name))
                return format;
        return undefined;
    };
}
function mayBegin(hint, byte) {
    if (hint === undefined)
        return true;
    const { begins = [], signs = [] } = hint;
    return (begins.some((one) => one.charCodeAt(0) === byte) ||
        signs.includes(byte) ||
        (signs.length > 0 && ASCII_BLANKS.includes(byte)));
}
function anyOf(patterns) {
    return patterns.length === 0 ? /(?!)/ : new RegExp(patterns.map(({ source }) => source).join('|'), 'i');
}
function* readEntry(reader, entry, depth = 0) {
    const format = formatOf(reader.formats, entry);
    if (format === undefined || (entry.hits.length === 0 && !isReadWithoutHits(format, entry.bytes)))
        return;
    let broken = false;
    let count = 0;
    const asking = { left: MAX_ASKED };
    for (const reading of guarded(format, entry, reader.wanted)) {
        count += 1;
        if (count > MAX_READINGS) {
            yield problemOf(entry, 'limit', `more than ${MAX_READINGS} texts; the rest was not read`);
            break;
        }
        if (reading.type === 'problem') {
            broken ||= reading.kind === 'malformed' || reading.kind === 'unsupported';
            yield problemOf(entry, reading.kind, reading.reason);
        }
        else if (reading.type === 'entry') {
            yield* readInner(reader, entry, reading.name, reading.bytes, depth);
        }
        else if (reading.type === 'text') {
            const text = askedWithin(asking, reading.text);
            yield { type: 'text', text };
            if (mayBeEncoded(text, reader.wanted))
                yield* readDecoded(reader, entry, text, depth);
        }
        else {
            yield reading;
        }
    }
    if (asking.left < 0) {
        const reason = `more than ${MAX_ASKED} keys and names that need what stands beside them; the rest stands alone`;
        yield problemOf(entry, 'limit', reason);
    }
    const raw = reader.formats.at(-1);
    if (broken && raw !== undefined && raw !== format && entry.hits.length > 0) {
        for (const reading of guarded(raw, entry, reader.wanted)) {
            if (reading.type === 'text')
                yield reading;
        }
    }
}
function askedWithin(asking, text) {
    const { around } = text;
    if (around === undefined)
        return text;
    return {
        ...text,
        around: () => {
            asking.left -= 1;
            return asking.left < 0 ? [] : around();
        },
    };
}
function* readDecoded(reader, entry, text, depth) {
    for (const reading of decodedReadings(text, reader.wanted)) {
        if (reading.type === 'entry')
            yield* readInner(reader, entry, reading.name, reading.bytes, depth);
        else if (reading.type === 'text')
            yield reading;
    }
}
function* readInner(reader, outer, name, bytes, depth) {
    if (depth >= read_entry_MAX_DEPTH) {
        yield problemOf(outer, 'limit', `${name}: nested more than ${read_entry_MAX_DEPTH} deep`);
        return;
    }
    const chain = `${outer.place.entry ?? outer.name}!/${name}`;
    yield* readEntry(reader, { name, bytes, base: 0, hits: reader.search.find(bytes), place: { ...outer.place, entry: chain } }, depth + 1);
}
function* guarded(format, entry, wanted) {
    try {
        yield* format.read(entry, wanted);
    }
    catch (error) {
        yield { type: 'problem', kind: 'malformed', reason: `${format.id} reader failed: ${messageOf(error)}` };
    }
}
function problemOf(entry, kind, reason) {
    return {
        type: 'problem',
        problem: {
            kind,
            path: entry.place.path,
            ...(entry.place.entry === undefined ? {} : { entry: entry.place.entry }),
            reason,
        },
    };
}

;// CONCATENATED MODULE: ./lib/formats/aab.js








const SOURCE = [
    'https://android.googlesource.com/platform/frameworks/base/+/refs/heads/main/tools/aapt2/Resources.proto',
    'https://developer.android.com/guide/app-bundle/app-bundle-format',
];
const bundleManifest = {
    id: 'android-bundle-manifest',
    title: 'Android manifest (protobuf, AAB)',
    docs: {
        reads: 'the same as in an APK',
        locator: '`meta-data com.acme.API_URL`, `data host`',
        blind: 'values that are references: they are read in resources.pb',
        source: SOURCE,
    },
    when: 'always',
    hint: { names: /(^|\/)AndroidManifest\.xml$/ },
    sniff: (head, name) => /(^|\/)AndroidManifest\.xml$/.test(name) && isProtoXml(head),
    read: undefined,
};
const bundleXml = {
    id: 'android-bundle-xml',
    title: 'Android XML (protobuf, AAB)',
    docs: {
        reads: 'attributes and character data with the element and name they stand under',
        locator: '`preference FirebaseUrl`, `domain`',
        blind: 'values that are references: they are read in resources.pb',
        source: SOURCE,
    },
    when: 'hits',
    hint: { begins: ['\n'] },
    sniff: (head, name) => /(^|\/)res\/.{1,400}\.xml$/.test(name) && isProtoXml(head),
    read: undefined,
};
const bundleTable = {
    id: 'android-bundle-table',
    title: 'Android resource table (resources.pb)',
    docs: {
        reads: 'string values by resource name in every configuration, arrays and plurals, references followed',
        locator: '`string/firebase_database_url`, `string/api_url (de-rDE)`, `array/hosts[2]`',
        blind: '',
        source: SOURCE,
    },
    when: 'always',
    hint: { names: /(^|\/)resources\.pb$/ },
    sniff: (_head, name) => /(^|\/)resources\.pb$/.test(name),
    read: undefined,
};
function isProtoXml(head) {
    return head[0] === 0x0a && /[\x12\x1a]/.test(head.toString('latin1', 1, 64));
}
function* readBundleXml(entry, wanted) {
    const document = parseProtoXml(entry.bytes);
    for (const reason of document.problems)
        yield { type: 'problem', kind: 'malformed', reason };
    yield* xmlTexts(entry, wanted, document);
}
function* aab_readTable(entry, wanted) {
    const table = new Map();
    for (const type of typesOf(entry.bytes)) {
        if (!TEXT_TYPES.has(type.name) && !hitWithin(entry.hits, type.start, type.end))
            continue;
        const values = table.get(type.name) ?? [];
        for (const value of valuesOf(entry.bytes, type))
            values.push(value);
        table.set(type.name, values);
    }
    if (!isMessage(entry.bytes)) {
        yield { type: 'problem', kind: 'malformed', reason: 'the resource table is cut off or damaged; part was not read' };
    }
    const resolve = resolverIn(entry.bytes, table);
    const isAsked = (value) => wanted.key(value.name) || hitWithin(entry.hits, value.start, value.end);
    for (const [typeName, values] of table) {
        const around = aroundIn(entry.bytes, values, isAsked);
        for (const value of values) {
            const asked = isAsked(value);
            if (!asked && !TEXT_TYPES.has(typeName))
                continue;
            for (const string of stringsOf(entry.bytes, value)) {
                if (!string.reference && !asked)
                    continue;
                const found = resolve(typeName, string, value);
                if (found === undefined)
                    continue;
                const locator = resourceLocator({
                    typeName,
                    name: value.name,
                    part: string.part,
                    qualifier: qualifierOf(entry.bytes, value),
                });
                const named = { ...found, key: value.name, locator, around: () => around(value, string) };
                yield* textReadings(entry, wanted, named);
            }
        }
    }
}
const MAX_REFERENCES = 8;
function resolverIn(bytes, table) {
    const indexes = new Map();
    const named = (type, name) => {
        const index = indexes.get(type) ?? groupBy(table.get(type) ?? [], (value) => value.name);
        indexes.set(type, index);
        return index.get(name) ?? [];
    };
    const resolve = (typeName, string, holder, depth) => {
        const value = textOf(bytes, string.text);
        if (!string.reference)
            return { value, offset: string.text.start };
        if (!TEXT_TYPES.has(typeName) || depth >= MAX_REFERENCES)
            return undefined;
        const [type = '', name = ''] = value.slice(value.indexOf(':') + 1).split('/');
        const values = TEXT_TYPES.has(type) ? named(type, name) : [];
        const target = values.find((candidate) => qualifierOf(bytes, candidate) === qualifierOf(bytes, holder)) ??
            values.find((candidate) => qualifierOf(bytes, candidate) === '') ??
            values[0];
        if (target === undefined)
            return undefined;
        const [first] = stringsOf(bytes, target);
        return first === undefined ? undefined : resolve(type, first, holder, depth + 1);
    };
    return (typeName, string, holder) => resolve(typeName, string, holder, 0);
}
function groupBy(values, keyOf) {
    const groups = new Map();
    for (const value of values) {
        const key = keyOf(value);
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [value]);
        else
            group.push(value);
    }
    return groups;
}
function aroundIn(bytes, values, isAsked) {
    let groups;
    return (self, itself) => {
        groups ??= groupBy(values, (value) => qualifierOf(bytes, value));
        const same = groups.get(qualifierOf(bytes, self)) ?? [];
        const near = new Set([self, ...nearest(same, same.indexOf(self), MAX_NEIGHBOURS / 2)]);
        const rest = same.filter((value) => !near.has(value) && isAsked(value));
        const found = [...near, ...rest.slice(0, MAX_NEIGHBOURS)].flatMap((value) => [...stringsOf(bytes, value)]
            .filter((string) => !string.reference && string.text.start !== itself.text.start)
            .map((string) => ({ value: textOf(bytes, string.text, MAX_NEIGHBOUR_LENGTH), key: value.name })));
        return found.slice(0, MAX_NEIGHBOURS);
    };
}

;// CONCATENATED MODULE: ./lib/formats/arsc.js




const arsc = {
    id: 'arsc',
    title: 'Android resource table (resources.arsc)',
    docs: {
        reads: 'string values by resource name in every configuration, arrays and plurals, references followed',
        locator: '`string/firebase_database_url`, `string/api_url (de-rDE)`, `array/hosts[2]`',
        blind: 'resources whose names a shrinker removed are found by their value only',
        source: [
            'https://android.googlesource.com/platform/frameworks/base/+/refs/heads/main/libs/androidfw/include/androidfw/ResourceTypes.h',
            'https://developer.android.com/guide/topics/resources/providing-resources',
        ],
    },
    when: 'always',
    hint: { begins: ['\x02\0'] },
    sniff: (head) => head.length >= 12 && head.readUInt16LE(0) === 0x0002 && head.readUInt16LE(2) === 12,
    read: undefined,
};
function* readArsc(entry, wanted) {
    const table = readResourceTable(entry.bytes);
    for (const reason of table.problems)
        yield { type: 'problem', kind: 'malformed', reason };
    const { count, rangeOf } = table.values;
    const starts = () => new Float64Array(count).map((_, index) => rangeOf(index)?.start ?? 0);
    const anchored = stringsHit(entry.hits, starts, rangeOf).strings;
    const keyWanted = askOnce(wanted);
    const budget = { left: entry.bytes.length };
    const wantedOf = (string) => anchored.has(string.string) || keyWanted(string.chunk, string.entry.key);
    const used = new Set();
    for (const chunk of table.types) {
        if (anchored.size === 0 && !TEXT_TYPES.has(chunk.typeName))
            continue;
        const found = [...arsc_stringsOf(table, chunk, budget, wantedOf)];
        const around = arsc_aroundIn(table, chunk, found);
        for (const string of found) {
            used.add(string.string);
            yield* stringReadings(entry, wanted, table, string, around);
        }
    }
    if (budget.left < 0) {
        yield {
            type: 'problem',
            kind: 'limit',
            reason: 'the resource table claims more than it can hold; part was not read',
        };
    }
    yield* unusedReadings(entry, wanted, table, anchored, used);
}
function* arsc_stringsOf(table, chunk, budget, accept) {
    const followed = TEXT_TYPES.has(chunk.typeName);
    for (const entry of entriesOf(table.bytes, chunk)) {
        budget.left -= 1;
        for (const value of valuesOf(table.bytes, chunk, entry)) {
            budget.left -= 1;
            if (budget.left < 0)
                return;
            const string = followed
                ? stringBehind(table, chunk, value, 0)
                : value.type === VALUE.string
                    ? value.data
                    : undefined;
            if (string === undefined)
                continue;
            const found = { chunk, entry, string, ...(value.part === undefined ? {} : { part: value.part }) };
            if (accept(found))
                yield found;
        }
    }
}
const MAX_NAME = 1024;
const arsc_MAX_REFERENCES = 8;
function stringBehind(table, from, value, depth) {
    if (value.type === VALUE.string)
        return value.data;
    const reference = value.type === VALUE.reference || value.type === VALUE.dynamicReference;
    if (!reference || value.data === 0 || depth >= arsc_MAX_REFERENCES)
        return undefined;
    const idBase = (value.data & 0xffff0000) >>> 0;
    const chunks = table.types.filter((chunk) => chunk.idBase === idBase);
    const rank = (chunk) => (chunk.qualifier === from.qualifier ? 0 : chunk.qualifier === '' ? 1 : 2);
    for (const chunk of chunks.sort((left, right) => rank(left) - rank(right))) {
        const entry = entryNumbered(table.bytes, chunk, value.data & 0xffff);
        if (entry === undefined)
            continue;
        const [target] = valuesOf(table.bytes, chunk, entry);
        return target === undefined ? undefined : stringBehind(table, from, target, depth + 1);
    }
    return undefined;
}
function* stringReadings(entry, wanted, table, string, around) {
    const value = table.values.at(string.string);
    const offset = table.values.rangeOf(string.string)?.start;
    if (value === undefined || offset === undefined)
        return;
    const key = arsc_nameOf(string);
    const locator = resourceLocator({ ...string.chunk, name: key, part: string.part });
    yield* textReadings(entry, wanted, { value, key, offset, locator, around: () => around(string) });
}
function arsc_nameOf(string) {
    return string.chunk.keys.at(string.entry.key, MAX_NAME) ?? '';
}
function arsc_aroundIn(table, chunk, found) {
    let all;
    return (string) => {
        all ??= [...arsc_stringsOf(table, chunk, { left: table.bytes.length }, () => true)];
        const same = (other) => other.entry.number === string.entry.number && other.part === string.part;
        const near = nearest(all, all.findIndex(same), MAX_NEIGHBOURS / 2);
        const numbers = new Set([string, ...near].map((other) => other.entry.number));
        const rest = found.filter((other) => !numbers.has(other.entry.number));
        return [...near, ...rest].slice(0, MAX_NEIGHBOURS).flatMap((other) => {
            const value = table.values.at(other.string, MAX_NEIGHBOUR_LENGTH);
            return value === undefined ? [] : [{ value, key: arsc_nameOf(other) }];
        });
    };
}
function* unusedReadings(entry, wanted, table, anchored, used) {
    for (const string of anchored) {
        if (used.has(string))
            continue;
        const value = table.values.at(string);
        const offset = table.values.rangeOf(string)?.start;
        if (value === undefined || offset === undefined)
            continue;
        yield* textReadings(entry, wanted, { value, offset, locator: `string pool ${string}` });
    }
}
function askOnce(wanted) {
    const answers = new Map();
    return (chunk, key) => {
        const known = answers.get(chunk.keys) ?? new Map();
        answers.set(chunk.keys, known);
        const answer = known.get(key) ?? wanted.key(chunk.keys.at(key, MAX_NAME) ?? '');
        known.set(key, answer);
        return answer;
    };
}

;// CONCATENATED MODULE: ./lib/formats/axml.js




const axml_SOURCE = [
    'https://android.googlesource.com/platform/frameworks/base/+/refs/heads/main/libs/androidfw/include/androidfw/ResourceTypes.h',
    'https://developer.android.com/guide/topics/manifest/manifest-intro',
];
const androidManifest = {
    id: 'android-manifest',
    title: 'Android manifest (binary XML)',
    docs: {
        reads: 'application id and version, meta-data, deep-link hosts, every attribute; also in tampered forms that Android accepts',
        locator: '`meta-data com.acme.API_URL`, `data host`',
        blind: 'values that are references: they are read in resources.arsc',
        source: axml_SOURCE,
    },
    when: 'always',
    hint: { names: /(^|\/)AndroidManifest\.xml$/ },
    sniff: (head, name) => isManifestName(name) && head[0] !== 0x0a && !isText(head),
    read: undefined,
};
const binaryXml = {
    id: 'axml',
    title: 'Android binary XML (res/)',
    docs: {
        reads: 'attributes and character data with the element and name they stand under',
        locator: '`preference FirebaseUrl`, `domain`',
        blind: 'values that are references: they are read in resources.arsc',
        source: axml_SOURCE,
    },
    when: 'hits',
    hint: { begins: ['\x03\0'] },
    sniff: (head) => head.length >= 8 && head.readUInt32LE(0) === 0x00080003,
    read: undefined,
};
function isManifestName(name) {
    return /(^|\/)AndroidManifest\.xml$/.test(name);
}
function isText(head) {
    return /^(?:\xef\xbb\xbf)?\s{0,32}</.test(head.toString('latin1', 0, 64));
}
function* readBinaryXml(entry, wanted) {
    const document = parseBinaryXml(entry.bytes);
    for (const reason of document.problems)
        yield { type: 'problem', kind: 'malformed', reason };
    yield* xmlTexts(entry, wanted, document);
}

;// CONCATENATED MODULE: ./lib/formats/dart-kernel.js




const MAGIC = 0x90abcdef;
const MAX_COMPONENTS = 64;
const MAX_SOURCES = 200_000;
const LAYOUTS = [
    { fields: 10, sourcesEnd: 1, strings: 6, stringsEnd: 7 },
    { fields: 9, sourcesEnd: 1, strings: 6, stringsEnd: 7 },
    { fields: 8, sourcesEnd: 1, strings: 4, stringsEnd: 5 },
    { fields: 7, sourcesEnd: 1, strings: 4, stringsEnd: 5 },
];
const dartKernel = {
    id: 'dart-kernel',
    title: 'Dart kernel (debug builds of Flutter)',
    docs: {
        reads: 'Strings of the string table exactly; the source files in it as entries of their own, by their URI. In a kernel that names Firebase or Supabase, the names of collections, tables and buckets in calls of the app\u2019s own sources.',
        locator: '`kernel string <index>`; line and column in a source file; `dart <call>`',
        blind: 'Strings built at run time; calls of dependencies.',
        source: ['https://github.com/dart-lang/sdk/blob/main/pkg/kernel/binary.md'],
    },
    hint: { begins: ['\x90\xab'] },
    sniff: (head) => head.length >= 8 && head.readUInt32BE(0) === MAGIC,
    when: 'always',
    read: undefined,
};
function* read(entry, wanted) {
    if (entry.hits.length === 0)
        return;
    const components = componentsOf(entry.bytes);
    if (components === undefined) {
        const reason = 'Dart kernel of an unknown version: its strings were read without their borders';
        yield { type: 'problem', kind: 'unsupported', reason };
        return;
    }
    const seen = new Set();
    for (const component of components) {
        yield* readStrings(entry, component, seen);
        yield* readSources(entry, component, seen);
        yield* readCalls(entry, component, wanted.calls ?? []);
    }
    const rest = { ...entry, hits: entry.hits.filter((hit) => !seen.has(hit)) };
    const whole = { start: 0, end: entry.bytes.length, name: '', literals: false };
    for (const text of stretchTexts(rest, whole))
        yield { type: 'text', text };
}
function componentsOf(bytes) {
    const found = [];
    for (let end = bytes.length; end > 0;) {
        const size = dart_kernel_u32(bytes, end - 4);
        const start = end - size;
        if (size < 16 || start < 0 || dart_kernel_u32(bytes, start) !== MAGIC || found.length >= MAX_COMPONENTS)
            return undefined;
        const component = LAYOUTS.map((layout) => componentAt(bytes, start, end, layout)).find((one) => one !== undefined);
        if (component === undefined)
            return undefined;
        found.push(component);
        end = start;
    }
    return found.reverse();
}
function componentAt(bytes, start, end, layout) {
    const index = end - 8 - 4 * (dart_kernel_u32(bytes, end - 8) + 1) - 4 * layout.fields;
    if (index <= start)
        return undefined;
    const at = (field) => start + dart_kernel_u32(bytes, index + 4 * field);
    const stringTable = at(layout.strings);
    const high = Math.min(index, at(layout.stringsEnd));
    if (at(0) >= at(layout.sourcesEnd) || at(layout.sourcesEnd) > stringTable || stringTable >= high)
        return undefined;
    const table = stringTableAt(bytes, stringTable, high);
    const sources = sourcesIn(bytes, start, at(0), at(layout.sourcesEnd));
    return table === undefined || sources === undefined ? undefined : { ...table, sources };
}
function stringTableAt(bytes, at, high) {
    const count = uint(bytes, at, high);
    if (count === undefined || count.value > high - at)
        return undefined;
    const offsets = [];
    let next = count.next;
    for (let index = 0; index < count.value; index += 1) {
        const offset = uint(bytes, next, high);
        if (offset === undefined || offset.value < (offsets.at(-1) ?? 0))
            return undefined;
        offsets.push(offset.value);
        next = offset.next;
    }
    const end = next + (offsets.at(-1) ?? 0);
    return end > high ? undefined : { ends: offsets.map((offset) => next + offset), strings: { start: next, end } };
}
function sourcesIn(bytes, component, at, high) {
    const count = dart_kernel_u32(bytes, at);
    const index = high - 4 * count;
    if (count > MAX_SOURCES || index < at + 4)
        return undefined;
    const sources = [];
    for (let entry = index; entry < high; entry += 4) {
        const uri = listAt(bytes, component + dart_kernel_u32(bytes, entry), index);
        const source = uri === undefined ? undefined : listAt(bytes, uri.end, index);
        if (uri === undefined || source === undefined)
            return undefined;
        sources.push({ uri: bytes.toString('utf8', uri.start, Math.min(uri.end, uri.start + 1_024)), source });
    }
    return sources;
}
function listAt(bytes, at, high) {
    const length = uint(bytes, at, high);
    if (length === undefined || length.next + length.value > high)
        return undefined;
    return { start: length.next, end: length.next + length.value };
}
function* readStrings(entry, { ends, strings }, seen) {
    let given = -1;
    for (const hit of hitsWithin(entry.hits, strings.start, strings.end)) {
        seen.add(hit);
        const index = indexOf(ends, hit.offset);
        if (index === given)
            continue;
        given = index;
        const start = ends[index - 1] ?? strings.start;
        const value = entry.bytes.toString('utf8', start, ends[index]).slice(0, MAX_TEXT_LENGTH);
        const place = { ...entry.place, offset: entry.base + start, locator: `kernel string ${index}` };
        yield { type: 'text', text: { value, place } };
    }
}
function indexOf(ends, offset) {
    let low = 0;
    let high = ends.length - 1;
    while (low < high) {
        const middle = (low + high) >>> 1;
        if ((ends[middle] ?? 0) <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
function* readSources(entry, { sources }, seen) {
    for (const { uri, source } of sources) {
        const hits = hitsWithin(entry.hits, source.start, source.end);
        if (hits.length === 0)
            continue;
        for (const hit of hits)
            seen.add(hit);
        const name = uri.replace(/^[a-z][a-z-]{0,20}:\/{0,3}/, '') || 'source';
        yield { type: 'entry', name, bytes: entry.bytes.subarray(source.start, source.end) };
    }
}
const NOT_OURS = /^(?:dart|org-dartlang-sdk):|\/(?:\.pub-cache|Pub\/Cache|hosted\/pub\.dev|flutter\/packages)\/|^package:(?:flutter|cloud_|firebase_|supabase|postgrest|storage_client)/;
function* readCalls(entry, { sources }, calls) {
    const ours = sources.filter(({ uri }) => !NOT_OURS.test(uri)).map(({ source }) => source);
    for (const { key, value, offset, needle } of scriptArguments(entry, calls, ours)) {
        const place = { ...entry.place, offset: entry.base + offset, locator: `dart ${needle}` };
        yield { type: 'text', text: { key, value, place } };
    }
}
function uint(bytes, at, high) {
    const lead = bytes[at];
    if (lead === undefined)
        return undefined;
    const width = lead < 0x80 ? 1 : lead < 0xc0 ? 2 : 4;
    if (at + width > high || at + width > bytes.length)
        return undefined;
    if (width === 1)
        return { value: lead, next: at + 1 };
    const value = width === 2 ? bytes.readUInt16BE(at) & 0x3fff : bytes.readUInt32BE(at) & 0x3fff_ffff;
    return { value, next: at + width };
}
function dart_kernel_u32(bytes, at) {
    return at >= 0 && at + 4 <= bytes.length ? bytes.readUInt32BE(at) : 0;
}

;// CONCATENATED MODULE: ./lib/formats/dart-snapshot.js

const SNAPSHOT_MAGIC = 0xf5f5dcdc;
const dartSnapshot = {
    id: 'dart-snapshot',
    title: 'Dart snapshot',
    docs: {
        reads: 'Strings around anchors, exactly, by the length before them. The same is done for snapshots inside `libapp.so` and `App.framework/App`.',
        locator: '`Dart string`',
        blind: 'Strings built at run time. Which code uses a string: machine code loads it by its place in a pool of objects, so the names of collections and tables in calls of release builds are not told from other words.',
        source: ['https://github.com/dart-lang/sdk/blob/main/runtime/vm/app_snapshot.cc'],
    },
    hint: { begins: ['\xf5\xf5'] },
    sniff: (head) => head.length >= 4 && head.readUInt32BE(0) === SNAPSHOT_MAGIC,
    when: 'hits',
    read: undefined,
};
function* readSnapshot(entry) {
    const whole = { start: 0, end: entry.bytes.length, name: '', literals: false };
    for (const text of stretchTexts(entry, whole))
        yield { type: 'text', text };
}

;// CONCATENATED MODULE: ./lib/formats/dex.js









const dex = {
    id: 'dex',
    title: 'Dalvik executable (classes.dex)',
    docs: {
        reads: 'string literals of code, values of static fields and annotations with the class and member that use them, versions 035 to 041; strings that nothing uses; the names that code hands to the SDKs of Firebase, Supabase, AWS and Parse',
        locator: '`Lcom/acme/Api;->upload`; `string 4711` for a string that no code uses',
        blind: 'strings put together or decrypted at run time; packed or encrypted dex files, which are reported',
        source: ['https://source.android.com/docs/core/runtime/dex-format'],
    },
    when: 'always',
    hint: { begins: ['de', 'cd', 'vd'], names: /(^|\/)classes\d*\.dex$/ },
    sniff: (head, name) => ['dex\n', 'cdex', 'vdex', 'dey\n'].includes(head.toString('latin1', 0, 4)) || /(^|\/)classes\d*\.dex$/.test(name),
    read: undefined,
};
function* readDex(entry, wanted) {
    const headers = readDexHeaders(entry.bytes);
    if ('refused' in headers) {
        yield { type: 'problem', kind: headers.refused, reason: headers.reason };
        yield* rawTexts(entry, wanted);
        return;
    }
    let loose = entry.hits;
    for (const file of headers.files) {
        const found = stringsHit(entry.hits, () => file.stringWords, (index) => stringRange(file, index));
        const missed = new Set(found.loose);
        loose = loose.filter((hit) => missed.has(hit));
        yield* fileReadings(entry, wanted, file, found.strings);
    }
    yield* rawTexts({ ...entry, hits: loose }, wanted);
}
const MAX_FIELD_NAME = 128;
function* fileReadings(entry, wanted, file, strings) {
    if (file.cut) {
        const reason = 'the dex file is cut off, or claims more than it holds; part was not read';
        yield { type: 'problem', kind: 'truncated', reason };
    }
    yield* factReadings(file);
    const calls = wanted.calls ?? [];
    const names = new Set([...strings].filter((string) => wanted.key(stringAt(file, string, MAX_FIELD_NAME) ?? '')));
    const uses = findUses(file, [...strings, ...telltalesOf(file, calls)], names);
    if (!uses.complete) {
        yield {
            type: 'problem',
            kind: 'limit',
            reason: 'the dex file claims more code than it can hold; part was not read',
        };
    }
    const around = dex_aroundIn(file);
    let decodable = 2 * entry.bytes.length;
    const wantedStrings = new Set([...strings, ...uses.named]);
    for (const string of wantedStrings) {
        const range = stringRange(file, string);
        decodable -= range === undefined ? 0 : range.end - range.start;
        const value = decodable < 0 ? undefined : stringAt(file, string);
        if (value === undefined || range === undefined)
            continue;
        const offset = range.start;
        const found = uses.of(string);
        if (found.length === 0) {
            const locator = `string ${string}`;
            yield* textReadings(entry, wanted, { value, offset, locator, around: () => around(string, undefined) });
        }
        for (const use of found) {
            const named = {
                value,
                offset,
                locator: locatorOf(use),
                holder: dottedName(use.type),
                ...(use.field === undefined ? {} : { key: use.field }),
                ...sourceOf(file, use),
                around: () => around(string, use),
            };
            yield* textReadings(entry, wanted, named);
        }
    }
    for (const { key, string, use } of findArguments(file, calls, uses)) {
        const value = stringAt(file, string, MAX_NEIGHBOUR_LENGTH);
        if (value === undefined || value === '')
            continue;
        const facts = { locator: locatorOf(use), holder: dottedName(use.type), ...sourceOf(file, use) };
        yield textReading(entry, { value, key, ...facts, around: () => around(string, use) }, value);
    }
}
function locatorOf(use) {
    const type = use.type || '?';
    return use.member === undefined ? type : `${type}->${use.member}`;
}
function sourceOf(file, use) {
    const name = sourceFileOf(file, use.classIndex);
    if (name === undefined)
        return {};
    const line = use.code === undefined ? undefined : lineAt(file, use.code, use.pc ?? 0);
    return { source: line === undefined ? name : `${name}:${line}` };
}
function* factReadings(file) {
    const first = firstStringFrom(file, '~~');
    for (let index = first; index < Math.min(first + 8, file.strings.count); index += 1) {
        const marker = compilerMarker(stringAt(file, index, 4096) ?? '');
        if (marker?.mapId === undefined)
            continue;
        yield { type: 'map-id', mapId: marker.mapId };
        const reason = `compiled with ${marker.compiler} ${marker.version ?? ''}, names may be shortened; their mapping.txt has pg_map_id ${marker.mapId}`;
        yield { type: 'problem', kind: 'note', reason: reason.replace('  ', ' ') };
    }
    for (let index = 0; index < Math.min(file.classes.count, 64); index += 1) {
        const packer = packerOfType(typeAt(file, classAt(file, index).type));
        if (packer === undefined)
            continue;
        yield {
            type: 'problem',
            kind: 'encrypted',
            reason: `the dex file is the loader of ${packer}, the app's own code is encrypted; scan the build before it is packed`,
        };
        return;
    }
}
function dex_aroundIn(file) {
    const budget = budgetFor(file);
    const classes = new Map();
    const classStrings = (index) => {
        const known = classes.get(index);
        if (known !== undefined)
            return known;
        const strings = stringsOfClass(file, index, budget);
        classes.set(index, strings);
        return strings;
    };
    return (string, use) => {
        if (use !== undefined)
            return neighbours(file, string, nearestInClass(classStrings(use.classIndex), use), use);
        const pool = nearestIndexes(string, POOL_NEIGHBOURS, file.strings.count);
        return neighbours(file, string, pool.map((index) => ({ string: index })));
    };
}
const POOL_NEIGHBOURS = 32;
function nearestIndexes(index, reach, count) {
    const first = Math.max(0, index - reach / 2);
    const indexes = Array.from({ length: Math.min(count - first, reach + 1) }, (_, step) => first + step);
    return nearest(indexes, index - first);
}
function nearestInClass(strings, use) {
    if (use.code === undefined) {
        const own = strings.findIndex((string) => string.code === undefined && string.field === use.field);
        return own === -1 ? strings : nearest(strings, own, strings.length);
    }
    const pc = use.pc ?? 0;
    const distance = (string) => Math.abs((string.pc ?? 0) - pc);
    const same = strings.filter((string) => string.code === use.code);
    const others = strings.filter((string) => string.code !== use.code);
    return [...same.sort((left, right) => distance(left) - distance(right)), ...others];
}
function neighbours(file, self, strings, use) {
    const found = [];
    const seen = new Set([self]);
    for (const { string, field, code, pc } of strings) {
        if (found.length >= MAX_NEIGHBOURS)
            break;
        if (seen.has(string))
            continue;
        seen.add(string);
        const value = stringAt(file, string, MAX_NEIGHBOUR_LENGTH);
        if (value === undefined)
            continue;
        const isNear = code !== undefined && code === use?.code;
        found.push({
            value,
            ...(field === undefined ? {} : { key: field }),
            ...(isNear ? { at: (pc ?? 0) - (use?.pc ?? 0) } : {}),
        });
    }
    return found;
}

;// CONCATENATED MODULE: ./lib/model.js
const model_MAX_TEXT_LENGTH = 65_536;
const model_MAX_NEIGHBOURS = 256;
const OPERATIONS = (/* unused pure expression or super */ null && (['list', 'read', 'create', 'overwrite', 'delete', 'administer']));
const SEVERITIES = (/* unused pure expression or super */ null && (['critical', 'high', 'medium', 'low', 'note']));
const REPORT_SCHEMA = 'ajar-report/1';

;// CONCATENATED MODULE: ./lib/formats/dotnet-assembly.js





const dotnetAssembly = {
    id: 'dotnet-assembly',
    title: '.NET assembly',
    docs: {
        reads: 'User strings exactly, with the methods that load them; embedded resources as entries, constants around each hit; the names that code and attributes hand to the SDKs of Firebase, Supabase, AWS and Parse (Unity\u2019s scripts among them, if they are not compiled by IL2CPP).',
        locator: '`#US <token>`, the token that ldstr uses; `#US <token> in <type>::<method>`; `attribute <type>`',
        blind: 'Strings that the program puts together; names that reach a call through a variable or a branch; names of embedded resources.',
        source: ['https://ecma-international.org/publications-and-standards/standards/ecma-335/'],
    },
    hint: { begins: ['MZ'] },
    sniff: (head) => head[0] === 0x4d && head[1] === 0x5a && head.length >= 64,
    when: 'always',
    read: undefined,
};
const NEIGHBOUR_REACH = 64;
const NEIGHBOUR_MAX_LENGTH = 4_096;
function* dotnet_assembly_read(entry, wanted) {
    const metadata = metadataOf(entry.bytes);
    const calls = wanted.calls ?? [];
    if (entry.hits.length === 0 && !(metadata && mayCall(metadata, calls)))
        return;
    const heap = metadataStreams(entry.bytes).get('#US');
    const strings = heap === undefined ? [] : [...userStrings(entry.bytes, heap)];
    const hit = strings.filter(({ start, end }) => hitsWithin(entry.hits, start, end).some(({ encoding }) => encoding === 'utf16le'));
    const sought = new Set(hit.map(({ token }) => token));
    const program = metadata && assemblyProgram(metadata, sought, calls);
    const places = new Map(strings.map(({ token }, place) => [token, place]));
    const assembly = { entry, strings, places, metadata, program };
    for (const string of hit) {
        const uses = program?.usesOf(string.token) ?? [];
        if (uses.length === 0)
            yield dotnet_assembly_textReading(assembly, string, undefined, {});
        for (const use of uses)
            yield dotnet_assembly_textReading(assembly, string, use, {});
    }
    yield* callReadings(assembly);
    const resources = resourceBlobs(entry.bytes);
    for (const [index, { start, end }] of resources.entries()) {
        if (hitsWithin(entry.hits, start, end).length === 0)
            continue;
        yield { type: 'entry', name: `resource ${index}`, bytes: entry.bytes.subarray(start, end) };
    }
    const read = [...(heap === undefined ? [] : [heap]), ...resources];
    for (const run of runsAround(entry.bytes, outside(entry.hits, read))) {
        const place = { ...entry.place, offset: entry.base + run.offset };
        yield { type: 'text', text: { value: run.value, place } };
    }
}
function* callReadings(assembly) {
    const { entry, strings, places, program } = assembly;
    for (const call of program?.calls ?? []) {
        const string = strings[places.get(call.index) ?? -1];
        if (string !== undefined)
            yield dotnet_assembly_textReading(assembly, string, call, { key: call.key });
    }
    for (const { key, type, range } of program?.attributes ?? []) {
        const value = entry.bytes.toString('utf8', range.start, range.end).slice(0, MAX_TEXT_LENGTH);
        const place = { ...entry.place, offset: entry.base + range.start, locator: `attribute ${type}` };
        yield { type: 'text', text: { key, value, place } };
    }
}
function dotnet_assembly_textReading(assembly, string, use, text) {
    const { entry, metadata } = assembly;
    const value = entry.bytes.toString('utf16le', string.start, string.end).slice(0, MAX_TEXT_LENGTH);
    const user = metadata === undefined || use === undefined ? undefined : userOf(metadata, use.method);
    const place = placeOf(entry, string, user?.member);
    const holder = user === undefined || user.type === '' ? {} : { holder: user.type };
    return { type: 'text', text: { ...text, ...holder, value, place, around: () => dotnet_assembly_neighbours(assembly, string, use) } };
}
function placeOf(entry, { start, token }, user) {
    const locator = `#US 0x70${token.toString(16).padStart(6, '0')}`;
    const offset = entry.base + start;
    return { ...entry.place, offset, locator: user === undefined ? locator : `${locator} in ${user}` };
}
function outside(hits, ranges) {
    return hits.filter((hit) => !ranges.some(({ start, end }) => hit.offset >= start && hit.offset < end));
}
const NEAR = 4 * model_MAX_NEIGHBOURS;
function nearby(loaded, pc) {
    let low = 0;
    let high = loaded.length;
    while (low < high) {
        const middle = (low + high) >>> 1;
        if ((loaded[middle]?.pc ?? 0) < pc)
            low = middle + 1;
        else
            high = middle;
    }
    return loaded.slice(Math.max(0, low - NEAR), low + NEAR);
}
function dotnet_assembly_neighbours(assembly, string, use) {
    const { entry, strings, places, program } = assembly;
    const own = places.get(string.token) ?? 0;
    const same = use === undefined ? [] : (program?.loadedBy(use.method) ?? []);
    const near = nearby(same, use?.pc ?? 0)
        .map(({ index, pc }) => ({ place: places.get(index), at: pc - (use?.pc ?? 0) }))
        .sort((left, right) => Math.abs(left.at) - Math.abs(right.at));
    const beside = Array.from({ length: 2 * NEIGHBOUR_REACH }, (_, step) => ({
        place: own + (step % 2 === 0 ? -1 : 1) * (1 + (step >>> 1)),
        at: undefined,
    }));
    const seen = new Set([own]);
    const found = [];
    for (const { place, at } of [...near, ...beside]) {
        const one = place === undefined || seen.has(place) ? undefined : strings[place];
        if (one === undefined || found.length >= MAX_NEIGHBOURS)
            continue;
        seen.add(place ?? own);
        if (one.end === one.start || one.end - one.start > NEIGHBOUR_MAX_LENGTH)
            continue;
        const value = entry.bytes.toString('utf16le', one.start, one.end);
        found.push(at === undefined ? { value } : { value, at });
    }
    return found;
}
function* userStrings(bytes, heap) {
    let at = heap.start + 1;
    while (at < heap.end) {
        const lead = bytes[at] ?? 0;
        const width = lead < 0x80 ? 1 : lead < 0xc0 ? 2 : 4;
        if (at + width > heap.end)
            return;
        const length = compressedLength(bytes, at, width);
        const start = at + width;
        if (length > heap.end - start)
            return;
        if (length > 0)
            yield { start, end: start + length - 1, token: at - heap.start };
        at = start + length;
    }
}
function compressedLength(bytes, at, width) {
    if (width === 1)
        return bytes[at] ?? 0;
    return width === 2 ? bytes.readUInt16BE(at) & 0x3fff : bytes.readUInt32BE(at) & 0x1fff_ffff;
}
const MAX_RESOURCES = 1_000;
function resourceBlobs(bytes) {
    const cli = cliHeader(bytes);
    const first = cli === undefined ? undefined : fileOffset(bytes, u32(bytes, cli + 24));
    if (cli === undefined || first === undefined)
        return [];
    const end = Math.min(bytes.length, first + u32(bytes, cli + 28));
    const blobs = [];
    for (let at = first; at + 4 <= end && blobs.length < MAX_RESOURCES;) {
        const length = u32(bytes, at);
        if (length === 0 || at + 4 + length > end)
            break;
        blobs.push({ start: at + 4, end: at + 4 + length });
        at = first + ((at + 4 + length - first + 7) & ~7);
    }
    return blobs;
}

;// CONCATENATED MODULE: ./lib/formats/dotnet-store.js

const STORE_MAGIC = Buffer.from('XABA');
const LZ4_MAGIC = Buffer.from('XALZ');
const ZSTD_MAGIC = Buffer.from('XAZS');
const ELF_MAGIC = Buffer.from([0x7f, 0x45, 0x4c, 0x46]);
const WRAPPER_NAMES = /(?:^|\/)(?:libassemblies\.[\w-]{1,40}\.blob\.so|libassembly-store\.so|lib_[^/]{1,200}\.dll\.so)$/;
const MAX_ASSEMBLIES = 10_000;
const MAX_ASSEMBLY = (/* unused pure expression or super */ null && (64 * 1024 * 1024));
const MAX_TOTAL = (/* unused pure expression or super */ null && (1024 * 1024 * 1024));
const dotnetStore = {
    id: 'dotnet-store',
    title: '.NET assembly store and compressed assemblies',
    docs: {
        reads: 'Stores of versions 1 to 4 (also inside their ELF file), LZ4 and, where Node has it, Zstandard; each assembly is read in its turn.',
        locator: 'the assembly\u2019s name as an entry of its own',
        blind: 'Zstandard assemblies on a Node without it; names in version 1 stores, which stand in another file.',
        source: ['https://github.com/dotnet/android/blob/main/Documentation/project-docs/AssemblyStores.md'],
    },
    hint: { begins: ['XA', '\x7fE'] },
    sniff: (head, name) => startsWith(head, STORE_MAGIC) ||
        startsWith(head, LZ4_MAGIC) ||
        startsWith(head, ZSTD_MAGIC) ||
        (startsWith(head, ELF_MAGIC) && WRAPPER_NAMES.test(name)),
    when: 'always',
    read: undefined,
};
function startsWith(bytes, magic) {
    return bytes[0] === magic[0] && bytes.subarray(0, magic.length).equals(magic);
}
function baseName(name) {
    return name.slice(name.lastIndexOf('/') + 1);
}
function* readAny(bytes, name) {
    if (!startsWith(bytes, ELF_MAGIC)) {
        yield* readStoreOrAssembly(bytes, name);
        return;
    }
    const payload = elfPayload(bytes);
    if (payload !== undefined)
        yield* readStoreOrAssembly(payload, name);
    else
        yield problem('malformed', 'an ELF file for .NET assemblies has no payload section');
}
function* readStoreOrAssembly(bytes, name) {
    if (startsWith(bytes, STORE_MAGIC))
        yield* readStore(bytes);
    else
        yield assembly(bytes, name.replace(/\.so$/, '').replace(/^lib_/, ''));
}
function problem(kind, reason) {
    return { type: 'problem', kind, reason };
}
function assembly(bytes, name) {
    const compressed = startsWith(bytes, LZ4_MAGIC) || startsWith(bytes, ZSTD_MAGIC);
    if (!compressed)
        return { type: 'entry', name, bytes };
    if (bytes.length < 12)
        return problem('malformed', `compressed assembly ${name} is shorter than its header`);
    const size = bytes.readUInt32LE(8);
    if (size > MAX_ASSEMBLY)
        return problem('limit', `compressed assembly ${name} declares ${size} bytes, more than ${MAX_ASSEMBLY}`);
    const plain = startsWith(bytes, LZ4_MAGIC) ? lz4Block(bytes.subarray(12), size) : unzstd(bytes.subarray(12), size);
    if (plain === 'unsupported') {
        return problem('unsupported', `assembly ${name} is compressed with Zstandard, which this Node cannot read; use Node 22.15 or later`);
    }
    if (plain === undefined)
        return problem('malformed', `compressed assembly ${name} cannot be decompressed`);
    return { type: 'entry', name, bytes: plain };
}
function unzstd(bytes, size) {
    const zlib = process.getBuiltinModule('node:zlib');
    const decompress = zlib.zstdDecompressSync;
    if (decompress === undefined)
        return 'unsupported';
    try {
        return decompress(bytes, { maxOutputLength: Math.max(1, size) });
    }
    catch {
        return undefined;
    }
}
function* readStore(bytes) {
    const stored = bytes.length < 20 ? undefined : storedIn(bytes);
    if (stored === undefined) {
        yield problem('unsupported', 'a .NET assembly store has an unknown version or a layout that does not add up');
        return;
    }
    let total = 0;
    for (const one of stored) {
        if (one.size === 0)
            continue;
        if (one.offset + one.size > bytes.length) {
            yield problem('malformed', `assembly ${one.name} lies outside of its store`);
            continue;
        }
        const reading = assembly(bytes.subarray(one.offset, one.offset + one.size), one.name);
        total += reading.type === 'entry' ? reading.bytes.length : 0;
        if (total > MAX_TOTAL) {
            yield problem('limit', `the assemblies of a store take more than ${MAX_TOTAL} bytes; the rest was not read`);
            return;
        }
        yield reading;
    }
}
function storedIn(bytes) {
    const version = bytes.readUInt32LE(4) & 0xffff;
    const count = bytes.readUInt32LE(8);
    if (count > MAX_ASSEMBLIES)
        return undefined;
    if (version === 1)
        return storedInFirst(bytes, count);
    return version >= 2 && version <= 4 ? storedInLater(bytes, count, version) : undefined;
}
function storedInFirst(bytes, count) {
    if (20 + 24 * count > bytes.length)
        return undefined;
    return Array.from({ length: count }, (_, index) => ({
        name: `assembly ${index}.dll`,
        offset: bytes.readUInt32LE(20 + 24 * index),
        size: bytes.readUInt32LE(24 + 24 * index),
    }));
}
function storedInLater(bytes, count, version) {
    const header = version === 4 ? 28 : 20;
    const descriptors = header + bytes.readUInt32LE(16);
    let at = descriptors + 28 * count;
    if (at > bytes.length)
        return undefined;
    const stored = [];
    for (let index = 0; index < count; index += 1) {
        const length = at + 4 <= bytes.length ? bytes.readUInt32LE(at) : Number.POSITIVE_INFINITY;
        if (length > 1_024 || at + 4 + length > bytes.length)
            return undefined;
        stored.push({
            name: bytes.toString('utf8', at + 4, at + 4 + length),
            offset: bytes.readUInt32LE(descriptors + 28 * index + 4),
            size: bytes.readUInt32LE(descriptors + 28 * index + 8),
        });
        at += 4 + length;
    }
    return stored;
}
const ELF64 = { shoff: 0x28, shentsize: 0x3a, sectionOffset: 0x18, sectionSize: 0x20, wide: true };
const ELF32 = { shoff: 0x20, shentsize: 0x2e, sectionOffset: 0x10, sectionSize: 0x14, wide: false };
function elfPayload(bytes) {
    if (bytes.length < 0x40 || bytes[5] !== 1)
        return undefined;
    const fields = bytes[4] === 2 ? ELF64 : ELF32;
    const word = (at) => (fields.wide ? Number(bytes.readBigUInt64LE(at)) : bytes.readUInt32LE(at));
    const table = word(fields.shoff);
    const size = bytes.readUInt16LE(fields.shentsize);
    const count = bytes.readUInt16LE(fields.shentsize + 2);
    const namesIndex = bytes.readUInt16LE(fields.shentsize + 4);
    if (size < (fields.wide ? 0x40 : 0x28) || table + size * count > bytes.length || namesIndex >= count)
        return undefined;
    const names = word(table + size * namesIndex + fields.sectionOffset);
    for (let index = 0; index < count; index += 1) {
        const section = table + size * index;
        const nameAt = names + bytes.readUInt32LE(section);
        if (nameAt + 8 > bytes.length || bytes.toString('latin1', nameAt, nameAt + 8) !== 'payload\0')
            continue;
        const start = word(section + fields.sectionOffset);
        return bytes.subarray(start, start + word(section + fields.sectionSize));
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/formats/elf.js

const elf_ELF_MAGIC = 0x7f454c46;
const MAX_SECTIONS = 4_096;
const SHT_NOBITS = 8;
const SHF_STRINGS = 0x20;
const PT_LOAD = 1;
const elf = {
    id: 'elf',
    title: 'ELF shared library',
    docs: {
        reads: 'Strings around anchors, by section (by segment where the section headers are stripped); Dart strings exactly.',
        locator: '`.rodata`, `.rodata Dart string`, `segment 1`',
        blind: 'Strings built at run time or encrypted; compressed debug sections; big-endian files are read without sections. Which code uses a string: names in calls are not told from other words.',
        source: ['https://refspecs.linuxfoundation.org/elf/gabi4+/contents.html'],
    },
    hint: { begins: ['\x7fE'] },
    sniff: (head) => head.length >= 52 && head.readUInt32BE(0) === elf_ELF_MAGIC,
    when: 'hits',
    read: undefined,
};
function* readElf(entry) {
    const stretches = disjoint(elf_stretchesOf(entry.bytes));
    for (const stretch of stretches) {
        for (const text of stretchTexts(entry, stretch))
            yield { type: 'text', text };
    }
    const rest = { ...entry, hits: hitsOutside(entry.hits, stretches) };
    const whole = { start: 0, end: entry.bytes.length, name: 'outside sections', literals: false };
    for (const text of stretchTexts(rest, whole))
        yield { type: 'text', text };
}
function elf_stretchesOf(bytes) {
    const little = bytes[5] === 1;
    const form = { wide: bytes[4] === 2, bytes };
    if (!little || bytes.length < (form.wide ? 64 : 52))
        return [];
    const sections = sectionsOf(form);
    return sections.length > 0 ? sections : segmentsOf(form);
}
function wordAt({ wide, bytes }, at) {
    if (at + (wide ? 8 : 4) > bytes.length)
        return 0;
    const low = bytes.readUInt32LE(at);
    return wide ? bytes.readUInt32LE(at + 4) * 0x1_0000_0000 + low : low;
}
function intAt({ bytes }, at) {
    return at + 4 <= bytes.length ? bytes.readUInt32LE(at) : 0;
}
function sectionsOf(form) {
    const { wide, bytes } = form;
    const table = wordAt(form, wide ? 40 : 32);
    const size = bytes.readUInt16LE(wide ? 58 : 46);
    const count = Math.min(bytes.readUInt16LE(wide ? 60 : 48), MAX_SECTIONS);
    const names = table + bytes.readUInt16LE(wide ? 62 : 50) * size;
    if (table === 0 || size < (wide ? 64 : 40) || table + count * size > bytes.length)
        return [];
    const nameTable = wordAt(form, names + (wide ? 24 : 16));
    const stretches = [];
    for (let at = table; at < table + count * size; at += size) {
        const start = wordAt(form, at + (wide ? 24 : 16));
        const end = Math.min(start + wordAt(form, at + (wide ? 32 : 20)), bytes.length);
        if (start >= end || intAt(form, at + 4) === SHT_NOBITS || start === 0)
            continue;
        const flags = wordAt(form, at + 8);
        const name = elf_nameAt(bytes, nameTable + intAt(form, at)) || `section ${(at - table) / size}`;
        stretches.push({ start, end, name, literals: Math.floor(flags / SHF_STRINGS) % 2 === 1 });
    }
    return stretches.sort((left, right) => left.start - right.start);
}
function segmentsOf(form) {
    const { wide, bytes } = form;
    const table = wordAt(form, wide ? 32 : 28);
    const size = bytes.readUInt16LE(wide ? 54 : 42);
    const count = Math.min(bytes.readUInt16LE(wide ? 56 : 44), MAX_SECTIONS);
    if (size < (wide ? 56 : 32) || table + count * size > bytes.length)
        return [];
    const stretches = [];
    for (let index = 0; index < count; index += 1) {
        const at = table + index * size;
        const start = wordAt(form, at + (wide ? 8 : 4));
        const end = Math.min(start + wordAt(form, at + (wide ? 32 : 16)), bytes.length);
        if (intAt(form, at) !== PT_LOAD || start >= end)
            continue;
        stretches.push({ start, end, name: `segment ${index}`, literals: false });
    }
    return stretches;
}
function elf_nameAt(bytes, at) {
    const raw = bytes.toString('latin1', at, Math.min(at + 64, bytes.length));
    return raw.replace(/\0.*$/s, '').replace(/[^\x21-\x7e]/g, '?');
}

;// CONCATENATED MODULE: ./lib/formats/hermes/table.js
const table_MAGIC = Buffer.from('c61fbc03c103191f', 'hex');
const DELTA_MAGIC = Buffer.from(table_MAGIC.map((byte) => byte ^ 0xff));
const BEGINNINGS = [table_MAGIC, DELTA_MAGIC].map((magic) => magic.toString('latin1', 0, 2));
const HEADER_SIZE = 128;
const FIRST_VERSION = 57;
const OVERFLOW = 255;
const SMALL_OFFSET_MASK = 0x7f_ffff;
function isHermes(head) {
    return table_startsWith(head, table_MAGIC) || table_startsWith(head, DELTA_MAGIC);
}
function table_startsWith(bytes, magic) {
    return bytes[0] === magic[0] && bytes.subarray(0, magic.length).equals(magic);
}
function table_hermesTable(bytes) {
    if (bytes.length < HEADER_SIZE)
        return 'Hermes bytecode is shorter than its header';
    const version = bytes.readUInt32LE(8);
    if (version < FIRST_VERSION)
        return `Hermes bytecode version ${version} is older than ${FIRST_VERSION}`;
    const count = bytes.readUInt32LE(52);
    const layout = layoutOf(bytes, version);
    if (layout === undefined)
        return `Hermes bytecode version ${version} has a layout that does not add up`;
    const delta = table_startsWith(bytes, DELTA_MAGIC);
    const small = delta ? table_summed(bytes, layout.smallTable, count) : undefined;
    const overflow = delta ? summedOverflow(bytes, layout) : undefined;
    const rangeOf = (id) => {
        if (id >= count)
            return undefined;
        const entry = bytes.readUInt32LE(layout.smallTable + 4 * id);
        const wide = (entry & 1) === 1;
        let offset = small?.[id] ?? (entry >>> 1) & SMALL_OFFSET_MASK;
        let length = entry >>> 24;
        if (length === OVERFLOW) {
            const index = offset;
            if (index >= layout.overflowCount)
                return undefined;
            const at = layout.overflowTable + 8 * index;
            offset = overflow?.[index] ?? bytes.readUInt32LE(at);
            length = bytes.readUInt32LE(at + 4);
        }
        const size = wide ? 2 * length : length;
        if (offset + size > layout.storageSize)
            return undefined;
        const start = layout.storage + offset;
        return { start, end: start + size, encoding: wide ? 'utf16le' : 'latin1' };
    };
    return {
        version,
        count,
        rangeOf,
        functionCount: bytes.readUInt32LE(40),
        functionHeaderSize: layout.functionHeaderSize,
        delta,
        end: layout.storage + layout.storageSize,
    };
}
function layoutOf(bytes, version) {
    const sizes = version >= 97 ? [12, 16] : [16, 12];
    for (const size of sizes) {
        const layout = layoutWith(bytes, size);
        if (layout !== undefined)
            return layout;
    }
    return undefined;
}
function layoutWith(bytes, functionHeaderSize) {
    const functionCount = bytes.readUInt32LE(40);
    const kindCount = bytes.readUInt32LE(44);
    const identifierCount = bytes.readUInt32LE(48);
    const stringCount = bytes.readUInt32LE(52);
    const overflowCount = bytes.readUInt32LE(56);
    const storageSize = bytes.readUInt32LE(60);
    const kinds = HEADER_SIZE + functionCount * functionHeaderSize;
    const smallTable = kinds + 4 * kindCount + 4 * identifierCount;
    const overflowTable = smallTable + 4 * stringCount;
    const storage = overflowTable + 8 * overflowCount;
    if (storage + storageSize > bytes.length)
        return undefined;
    if (!kindsAddUp(bytes, kinds, kindCount, stringCount))
        return undefined;
    return { functionHeaderSize, smallTable, overflowTable, overflowCount, storage, storageSize };
}
function kindsAddUp(bytes, at, kindCount, stringCount) {
    let oneBit = 0;
    let twoBits = 0;
    for (let index = 0; index < kindCount; index += 1) {
        const kind = bytes.readUInt32LE(at + 4 * index);
        oneBit += kind & 0x7fff_ffff;
        twoBits += kind & 0x3fff_ffff;
    }
    return oneBit === stringCount || twoBits === stringCount;
}
function table_summed(bytes, at, count) {
    const offsets = new Uint32Array(count);
    let current = 0;
    for (let id = 0; id < count; id += 1) {
        current = (current + ((bytes.readUInt32LE(at + 4 * id) >>> 1) & SMALL_OFFSET_MASK)) & SMALL_OFFSET_MASK;
        offsets[id] = current;
    }
    return offsets;
}
function summedOverflow(bytes, layout) {
    const offsets = new Uint32Array(layout.overflowCount);
    let current = 0;
    for (let index = 0; index < layout.overflowCount; index += 1) {
        current = (current + bytes.readUInt32LE(layout.overflowTable + 8 * index)) >>> 0;
        offsets[index] = current;
    }
    return offsets;
}

;// CONCATENATED MODULE: ./lib/formats/hermes.js





const LAST_KNOWN_VERSION = 99;
const hermes_NEIGHBOUR_REACH = 64;
const hermes_NEIGHBOUR_MAX_LENGTH = 4_096;
const hermes = {
    id: 'hermes',
    title: 'Hermes bytecode',
    docs: {
        reads: 'Every string of the string table, exactly, in bytecode versions 57 and later, delta form included. From the code of versions 57 to 96, 98 and 99: the members of object literals under their names, what is assigned to a known name, what stands in the same function; and in a bundle that names Firebase (React Native Firebase, too) or Supabase, the names of collections, tables, buckets and functions in calls.',
        locator: '`hermes string <id>`, `hermes string <id> in <function>`',
        blind: 'Strings that the program puts together at run time; names that reach a call through a variable of another function, around a loop or as a result. Code of other versions, of the delta form and of compilers between two releases: its strings are read, and the report says that its calls are not.',
        source: [
            'https://github.com/facebook/hermes/blob/main/include/hermes/BCGen/HBC/BytecodeFileFormat.h',
            'https://github.com/facebook/hermes/blob/main/include/hermes/BCGen/HBC/BytecodeList.def',
        ],
    },
    hint: { begins: BEGINNINGS },
    sniff: isHermes,
    when: 'hits',
    read: undefined,
};
function* hermes_read(entry, wanted) {
    const table = hermesTable(entry.bytes);
    if (typeof table === 'string') {
        yield { type: 'problem', kind: 'unsupported', reason: `${table}; its strings were read without their borders` };
        yield* readRaw(entry);
        return;
    }
    if (table.version > LAST_KNOWN_VERSION) {
        yield {
            type: 'problem',
            kind: 'note',
            reason: `Hermes bytecode version ${table.version} is newer than ${LAST_KNOWN_VERSION}; its string table was read as before and is consistent`,
        };
    }
    const strings = hermes_stringsHit(entry, table);
    const sought = soughtFor(entry, table, strings, wanted);
    const program = table.delta ? undefined : programOf(entry.bytes, table, sought);
    if (program === undefined)
        yield { type: 'problem', kind: 'limit', reason: unreadCode(table) };
    if (program?.incomplete) {
        const reason = 'the bundle claims more code than it can hold; part was not read';
        yield { type: 'problem', kind: 'limit', reason };
    }
    for (const id of strings)
        yield* readString(entry, table, program, id);
    for (const use of program?.named ?? [])
        yield* readUse(entry, table, program, use);
    for (const { key, id, caller } of argumentsOf(entry, table, program?.calls ?? [], wanted)) {
        yield* readings(entry, table, id, { key, place: hermes_placeOf(entry, table, id, hermes_nameOf(entry, table, caller)) });
    }
}
function unreadCode({ version, delta }) {
    const what = delta ? `version ${version} in delta form` : `version ${version}`;
    return `the code of Hermes bytecode ${what} was not understood: its strings were read, but not the names they stand under nor the calls they are handed to`;
}
function hermes_stringsHit(entry, table) {
    const strings = new Set();
    for (let id = 0; id < table.count; id += 1) {
        const range = table.rangeOf(id);
        if (range !== undefined && holdsHit(entry.hits, range))
            strings.add(id);
    }
    return strings;
}
function* readString(entry, table, program, id) {
    const uses = program?.usesOf(id) ?? [];
    for (const use of uses)
        yield* readUse(entry, table, program, use);
    if (uses.length > 0)
        return;
    const around = () => hermes_neighbours(entry.bytes, table, id);
    yield* readings(entry, table, id, { place: hermes_placeOf(entry, table, id), around });
}
function* readUse(entry, table, program, use) {
    const { id, key } = use.said;
    const stringOf = (one) => shortString(entry, table, one);
    const name = key === undefined ? undefined : stringOf(key);
    yield* readings(entry, table, id, {
        place: hermes_placeOf(entry, table, id, hermes_nameOf(entry, table, use)),
        around: () => program?.around(use, stringOf) ?? [],
        ...(name === undefined ? {} : { key: name }),
    });
}
function hermes_placeOf(entry, table, id, user) {
    const offset = entry.base + (table.rangeOf(id)?.start ?? 0);
    const locator = `hermes string ${id}`;
    return { ...entry.place, offset, locator: user === undefined ? locator : `${locator} in ${user}` };
}
function hermes_nameOf(entry, table, used) {
    const name = shortString(entry, table, used.name) ?? '';
    return /^[\w$.]{1,64}$/.test(name) ? name : `function ${used.function}`;
}
function shortString(entry, table, id) {
    const range = table.rangeOf(id);
    if (range === undefined || range.end - range.start > hermes_NEIGHBOUR_MAX_LENGTH)
        return undefined;
    return entry.bytes.toString(range.encoding, range.start, range.end);
}
function* readings(entry, table, id, text) {
    const range = table.rangeOf(id);
    if (range === undefined)
        return;
    const value = entry.bytes.toString(range.encoding, range.start, range.end);
    const overlap = 2_048;
    for (let at = 0; at === 0 || at + overlap < value.length; at += MAX_TEXT_LENGTH - overlap) {
        yield { type: 'text', text: { ...text, value: value.slice(at, at + MAX_TEXT_LENGTH) } };
    }
}
function* readRaw(entry) {
    for (const run of runsAround(entry.bytes, entry.hits)) {
        const place = { ...entry.place, offset: entry.base + run.offset, locator: 'hermes storage' };
        yield { type: 'text', text: { value: run.value, place } };
    }
}
function holdsHit(hits, range) {
    if (range.end - range.start < 4)
        return false;
    return hitsWithin(hits, range.start, range.end).some((hit) => hit.encoding === range.encoding);
}
function hermes_neighbours(bytes, table, id) {
    const found = [];
    for (let distance = 1; distance <= hermes_NEIGHBOUR_REACH && found.length < MAX_NEIGHBOURS; distance += 1) {
        for (const at of [-distance, distance]) {
            const near = id + at;
            const range = near >= 0 ? table.rangeOf(near) : undefined;
            if (range === undefined || range.end - range.start > hermes_NEIGHBOUR_MAX_LENGTH || range.end === range.start)
                continue;
            found.push({ value: bytes.toString(range.encoding, range.start, range.end), at });
        }
    }
    return found;
}

;// CONCATENATED MODULE: ./lib/formats/java-class.js


const javaClass = {
    id: 'java-class',
    title: 'Java class file',
    docs: {
        reads: 'string constants with the class, and the field or method that uses them',
        locator: '`Lcom/acme/Api;->upload`, `Lcom/acme/Api;` for a constant that no member uses',
        blind: 'strings put together at run time',
        source: ['https://docs.oracle.com/javase/specs/jvms/se21/html/jvms-4.html'],
    },
    when: 'hits',
    hint: { begins: ['\xca\xfe'] },
    sniff: (head) => head.length >= 10 && head.readUInt32BE(0) === 0xcafebabe && isMajorVersion(head.readUInt16BE(6)),
    read: undefined,
};
function isMajorVersion(major) {
    return major >= 45 && major < 256;
}
function* readClass(entry, wanted) {
    const file = readClassFile(entry.bytes);
    if (file === undefined) {
        yield { type: 'problem', kind: 'malformed', reason: 'the constant pool of the class file cannot be read' };
        yield* rawTexts(entry, wanted);
        return;
    }
    const texts = file.constants.flatMap(({ text }, index) => (text === undefined ? [] : [{ text, index }]));
    const rangeOf = (rank) => texts[rank]?.text;
    const { strings, loose } = stringsHit(entry.hits, () => texts.map((_, rank) => rangeOf(rank)?.start ?? 0), rangeOf);
    for (const rank of strings) {
        const index = texts[rank]?.index;
        if (index !== undefined)
            yield* constantReadings(entry, wanted, file, index);
    }
    yield* rawTexts({ ...entry, hits: loose }, wanted);
}
function* constantReadings(entry, wanted, file, index) {
    const value = file.textAt(index);
    const offset = file.constants[index]?.text?.start;
    if (value === undefined || offset === undefined)
        return;
    const type = `L${file.name};`;
    const holder = file.name.replaceAll('/', '.');
    const around = () => file.strings().filter((string) => string.value !== value);
    const holders = holdersOf(file, index);
    if (holders.length === 0)
        yield* textReadings(entry, wanted, { value, offset, holder, locator: type, around });
    for (const member of holders) {
        const key = member.field === undefined ? {} : { key: member.field };
        yield* textReadings(entry, wanted, { value, offset, holder, locator: `${type}->${member.name}`, around, ...key });
    }
}

;// CONCATENATED MODULE: ./lib/formats/source-text.js


function source_text_sourceText(bytes) {
    if (bytes[0] === 0xff && bytes[1] === 0xfe)
        return wideText(bytes.subarray(2, evenEnd(bytes)));
    if (bytes[0] === 0xfe && bytes[1] === 0xff)
        return wideText(Buffer.from(bytes.subarray(2, evenEnd(bytes))).swap16());
    if (!isUtf8(bytes))
        return fixedWidth(bytes.toString('latin1'), 0, 1);
    const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    const text = bytes.toString('utf8', mark);
    if (text.length === bytes.length - mark)
        return fixedWidth(text, mark, 1);
    return variableWidth(text, bytes, mark);
}
function source_text_looksLikeText(head) {
    if (head.length === 0)
        return false;
    if (source_text_isWide(head))
        return head.length > 3;
    return !CONTROL.test(head.toString('latin1', 0, 1_024));
}
function source_text_isWide([first, second]) {
    return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}
const CONTROL = /[\0-\x08\x0b\x0e-\x1f]/;
function firstSign(head) {
    const end = Math.min(head.length, 256);
    for (let index = 0; index < end; index++) {
        const byte = head[index];
        if (byte === 0x20 || (byte >= 0x09 && byte <= 0x0d))
            continue;
        return byte < 0x80 ? byte : undefined;
    }
    return undefined;
}
function rangeOf(source, hit) {
    return { from: source.indexAt(hit.offset), to: source.indexAt(hit.offset + hit.length) };
}
function source_text_placeAt(entry, source, index, locator) {
    const { line, column } = source.positionAt(index);
    const place = { ...entry.place, offset: entry.base + source.offsetAt(index), line, column };
    return locator === undefined ? place : { ...place, locator };
}
function evenEnd(bytes) {
    return bytes.length - (bytes.length % 2);
}
function wideText(units) {
    return fixedWidth(units.toString('utf16le'), 2, 2);
}
function fixedWidth(text, mark, width) {
    return {
        text,
        indexAt: (offset) => clamp(Math.floor((offset - mark) / width), text.length),
        offsetAt: (index) => mark + index * width,
        positionAt: positions(text),
    };
}
function clamp(index, length) {
    return Math.min(Math.max(0, index), length);
}
const STEP = 1_024;
function variableWidth(text, bytes, mark) {
    let marks;
    const marked = () => {
        marks ??= marksOf(bytes, mark);
        return marks;
    };
    return {
        text,
        indexAt: (offset) => {
            const { units, offsets } = marked();
            const block = lastNotAbove(offsets, offset);
            let at = offsets[block] ?? mark;
            let unit = units[block] ?? 0;
            while (at < offset && at < bytes.length) {
                const lead = bytes[at] ?? 0;
                const next = at + source_text_sequenceLength(lead);
                if (next > offset)
                    break;
                unit += lead >= 0xf0 ? 2 : 1;
                at = next;
            }
            return unit;
        },
        offsetAt: (index) => {
            const { units, offsets } = marked();
            const block = lastNotAbove(units, index);
            let at = offsets[block] ?? mark;
            let unit = units[block] ?? 0;
            while (unit < index && at < bytes.length) {
                const lead = bytes[at] ?? 0;
                unit += lead >= 0xf0 ? 2 : 1;
                if (unit > index)
                    break;
                at += source_text_sequenceLength(lead);
            }
            return at;
        },
        positionAt: positions(text),
    };
}
function marksOf(bytes, mark) {
    const units = [0];
    const offsets = [mark];
    let unit = 0;
    for (let at = mark; at + STEP < bytes.length;) {
        let end = at + STEP;
        while (source_text_isContinuation(bytes[end]))
            end -= 1;
        unit += bytes.toString('utf8', at, end).length;
        at = end;
        units.push(unit);
        offsets.push(at);
    }
    return { units, offsets };
}
function source_text_isContinuation(byte) {
    return (byte & 0xc0) === 0x80;
}
function source_text_sequenceLength(lead) {
    if (lead < 0xc0)
        return 1;
    if (lead < 0xe0)
        return 2;
    return lead < 0xf0 ? 3 : 4;
}
const KEPT_LINES = 64;
function positions(text) {
    const starts = [0];
    let lines = 0;
    let next = text.indexOf('\n');
    let last = { line: 0, start: 0, end: endOr(next) };
    return (index) => {
        if (index < last.start || index > last.end) {
            for (; next !== -1 && next < index; next = text.indexOf('\n', next + 1)) {
                lines += 1;
                if (lines % KEPT_LINES === 0)
                    starts.push(next + 1);
            }
            const kept = lastNotAbove(starts, index);
            const start = starts[kept] ?? 0;
            last = { line: KEPT_LINES * kept, start, end: endOr(text.indexOf('\n', start)) };
            while (last.end < index) {
                const behind = last.end + 1;
                last = { line: last.line + 1, start: behind, end: endOr(text.indexOf('\n', behind)) };
            }
        }
        return { line: last.line + 1, column: index - last.start + 1 };
    };
}
function endOr(at) {
    return at === -1 ? Number.POSITIVE_INFINITY : at;
}

;// CONCATENATED MODULE: ./lib/formats/js-bundle.js




const RAM_MAGIC = 0xfb0bd1e5;
const RAM_HEADER = 12;
const MAX_MODULES = 1_000_000;
const js_bundle_NAMES = /\.(?:[cm]?jsx?|[cm]?tsx?|jsbundle|bundle|vue|svelte)$/i;
const STARTS = /^(?:var __BUNDLE_START_TIME__|"use strict"|'use strict'|\(function|!function|\(\(\)=>|__d\(function)/;
const jsBundle = {
    id: 'js-bundle',
    title: 'JavaScript',
    docs: {
        reads: 'The string literal around each hit, escapes resolved, literals joined by `+` as one, and literals under a known name (`{bucket: "\u2026"}`), in bundles of one line too; RAM bundles module by module. In a bundle that names Firebase (React Native Firebase, too) or Supabase, the names of collections, tables, buckets and functions in calls.',
        locator: 'js line <n> column <n>, js module <n> line <n> column <n>',
        blind: 'Strings that the program puts together at run time; names that reach a call through a variable, and calls of imports that a bundler renamed.',
        source: [
            'https://tc39.es/ecma262/#sec-literals-string-literals',
            'https://reactnative.dev/docs/ram-bundles-inline-requires',
        ],
    },
    sniff: (head, name) => isRamBundle(head) ||
        ((js_bundle_NAMES.test(name) || STARTS.test(head.toString('latin1', 0, 64).trimStart())) && source_text_looksLikeText(head)),
    when: 'hits',
    read: undefined,
};
function isRamBundle(head) {
    return head.length >= RAM_HEADER && head.readUInt32LE(0) === RAM_MAGIC;
}
function* js_bundle_read(entry, wanted) {
    yield* js_bundle_callReadings(entry, wanted.calls ?? []);
    if (!isRamBundle(entry.bytes)) {
        yield* readSpans(entry, entry.hits, scriptSpan, (source, index) => {
            const place = placeAt(entry, source, index);
            return { ...place, locator: `js line ${place.line} column ${place.column}` };
        });
        return;
    }
    for (const module of ramModules(entry.bytes)) {
        const hits = hitsWithin(entry.hits, module.start, module.end);
        if (hits.length === 0)
            continue;
        const inner = { ...entry, bytes: entry.bytes.subarray(module.start, module.end), base: entry.base + module.start };
        const moved = hits.map((hit) => ({ ...hit, offset: hit.offset - module.start }));
        yield* readSpans(inner, moved, scriptSpan, (source, index) => modulePlace(inner, source, index, module.name));
    }
}
function* js_bundle_callReadings(entry, calls) {
    for (const { key, value, offset, needle } of scriptArguments(entry, calls)) {
        const place = { ...entry.place, offset: entry.base + offset, locator: `js ${needle}` };
        yield { type: 'text', text: { value, key, place } };
    }
}
function modulePlace(entry, source, index, name) {
    const { line, column } = source.positionAt(index);
    const locator = `js ${name} line ${line} column ${column}`;
    return { ...entry.place, offset: entry.base + source.offsetAt(index), locator };
}
function* ramModules(bytes) {
    const count = bytes.readUInt32LE(4);
    const base = RAM_HEADER + 8 * count;
    if (count > MAX_MODULES || base > bytes.length) {
        yield { name: 'body', start: RAM_HEADER, end: bytes.length };
        return;
    }
    const startup = bytes.readUInt32LE(8);
    yield { name: 'startup', start: base, end: Math.min(bytes.length, base + Math.max(0, startup - 1)) };
    for (let id = 0; id < count; id += 1) {
        const start = base + bytes.readUInt32LE(RAM_HEADER + 8 * id);
        const length = bytes.readUInt32LE(RAM_HEADER + 8 * id + 4);
        if (length === 0 || start >= bytes.length)
            continue;
        yield { name: `module ${id}`, start, end: Math.min(bytes.length, start + length - 1) };
    }
}
const scriptSpan = (text, from, to, low) => {
    const keyed = () => keyedSpan(text, from, to, text.length);
    const literal = () => joinedSpan(text, from, to, low, text.length);
    const span = isQuotedName(text, from, to) ? (keyed() ?? literal()) : (literal() ?? keyed());
    return span ?? windowSpan(text, from, to);
};

;// CONCATENATED MODULE: ./lib/formats/json.js





const json_NAMES = /(?:\.(?:json[c5]?|webmanifest|map|geojson|arb|har|tfstate)|(?:^|\/)app\.(?:config|manifest)|(?:^|\/)\.firebaserc)$/i;
const SCRIPTS = /\.(?:[cm]?[jt]sx?|jsbundle|bundle|vue|svelte|html?|md|ya?ml|plist|strings|gradle|kts?|swift|dart|tf|rules|sql|txt|log|sh|py|rb|css|toml|ini)$/i;
const SIGNS = [0x7b, 0x5b, 0x2f, 0x22];
const MAX_WITHOUT_HITS = (/* unused pure expression or super */ null && (4 * 1024 * 1024));
const MAX_MEMBERS = 200_000;
const json_NEIGHBOUR_REACH = 256;
const json_NEIGHBOUR_MAX_LENGTH = 4_096;
const json = {
    id: 'json',
    title: 'JSON',
    docs: {
        reads: 'String values with their key path; comments, trailing commas and broken files are borne. A source map\u2019s sources are read as files of their own.',
        locator: 'json project_info.storage_bucket',
        blind: 'Values under a known key but without an anchor in files of more than 4 MiB.',
        source: ['https://www.rfc-editor.org/rfc/rfc8259'],
    },
    hint: { begins: BLANK_BYTES, signs: SIGNS },
    sniff: (head, name) => looksLikeJson(head, name) && source_text_looksLikeText(head),
    when: 'always',
    read: undefined,
};
function looksLikeJson(head, name) {
    const sign = firstSign(head);
    if (sign !== undefined && !SIGNS.includes(sign))
        return false;
    const start = head
        .toString('utf8', 0, 256)
        .replace(/^\uFEFF/, '')
        .trimStart();
    if (json_NAMES.test(name))
        return /^[{[/"]/.test(start) || start === '' || head[0] === 0xff || head[0] === 0xfe;
    return !SCRIPTS.test(name) && /^(?:\{\s{0,100}(?:"|\})|\[\s{0,100}[[{"\]])/.test(start);
}
function* json_read(entry, wanted) {
    if (entry.hits.length === 0 && entry.bytes.length > MAX_WITHOUT_HITS)
        return;
    const source = sourceText(entry.bytes);
    const document = documentOf(source.text);
    const track = hitTrack(entry.hits, source);
    const members = jsonMembers(source.text);
    let next = members.next();
    for (; !next.done; next = members.next()) {
        const member = next.value;
        const hit = track.within(member);
        if (!member.quoted || !isWanted(member, hit, source.text, wanted))
            continue;
        yield* readingsOf(entry, source, document, member, wanted);
    }
    if (json_NAMES.test(entry.name))
        yield* faultReadings(source, next.value);
    yield* readOutside(entry, track.outside());
}
function* faultReadings(source, { at, open }) {
    const kind = 'truncated';
    if (at < source.text.length) {
        const reason = `no longer JSON from line ${source.positionAt(at).line} on: behind it only addresses were looked for`;
        yield { type: 'problem', kind, reason };
    }
    else if (open) {
        yield { type: 'problem', kind, reason: 'the JSON ends inside an object or array' };
    }
}
function hitTrack(hits, source) {
    const missed = [];
    let next = 0;
    let readTo = 0;
    let from = json_startOf(hits, source, next);
    const passTo = (index) => {
        while (from < index) {
            const hit = hits[next];
            if (hit !== undefined && from >= readTo)
                missed.push(hit);
            next += 1;
            from = json_startOf(hits, source, next);
        }
    };
    return {
        within: (member) => {
            passTo(member.start);
            readTo = member.end;
            return from < member.end;
        },
        outside: () => {
            passTo(Number.POSITIVE_INFINITY);
            return missed;
        },
    };
}
function json_startOf(hits, source, index) {
    const hit = hits[index];
    return hit === undefined ? Number.POSITIVE_INFINITY : source.indexAt(hit.offset);
}
function isWanted(member, hit, text, wanted) {
    if (member.key !== undefined && wanted.key(member.key))
        return true;
    if (!hit && !text.slice(member.start, member.end).includes('\\'))
        return false;
    return wanted.text(member.value());
}
function* readingsOf(entry, source, document, member, wanted) {
    const value = member.value();
    if (value === '')
        return;
    if (value.length > MAX_TEXT_LENGTH) {
        if (wanted.text(value))
            yield { type: 'entry', name: sourceNameOf(document, member), bytes: Buffer.from(value) };
        return;
    }
    const place = placeAt(entry, source, member.start, `json ${member.path()}`);
    const text = { value, place, around: () => json_neighbours(document.members(), member) };
    yield { type: 'text', text: member.key === undefined ? text : { ...text, key: member.key } };
}
function documentOf(text) {
    let members;
    let sources;
    return {
        members: () => {
            members ??= json_gathered(text);
            return members;
        },
        sources: () => {
            sources ??= sourceNames(text);
            return sources;
        },
    };
}
function json_gathered(text) {
    const members = [];
    for (const member of jsonMembers(text)) {
        members.push(member);
        if (members.length >= MAX_MEMBERS)
            break;
    }
    return members;
}
function sourceNames(text) {
    const names = new Map();
    for (const member of jsonMembers(text)) {
        if (member.key === 'sources')
            names.set(member.path(), member.value());
        if (names.size >= MAX_MEMBERS)
            break;
    }
    return names;
}
function sourceNameOf(document, member) {
    const path = member.path();
    const index = /^sourcesContent\[(\d+)\]$/.exec(path)?.[1];
    const name = index === undefined ? undefined : document.sources().get(`sources[${index}]`);
    return name === undefined ? path : name.replace(/^[a-z]{1,20}:\/{2,3}/, '').replaceAll('../', '');
}
function json_neighbours(members, member) {
    const together = [];
    const near = [];
    for (let distance = 1; distance <= json_NEIGHBOUR_REACH; distance += 1) {
        for (const other of [members[member.index - distance], members[member.index + distance]]) {
            if (other === undefined || other.end - other.start > json_NEIGHBOUR_MAX_LENGTH)
                continue;
            const neighbour = other.key === undefined ? { value: other.value() } : { value: other.value(), key: other.key };
            if (other.parent === member.parent)
                together.push({ ...neighbour, at: other.index - member.index });
            else
                near.push(neighbour);
        }
    }
    return [...together, ...near].slice(0, MAX_NEIGHBOURS);
}
function* readOutside(entry, hits) {
    yield* readSpans(entry, hits, (text, from, to, low) => literalSpan(text, from, to, low, text.length) ?? windowSpan(text, from, to), (source, index) => placeAt(entry, source, index, 'json'));
}

;// CONCATENATED MODULE: ./lib/formats/apple/macho-layout.js
const FAT_MAGIC = 0xcafebabe;
const FAT_MAGIC_64 = 0xcafebabf;
const MAX_ARCHS = 20;
const MAX_COMMANDS = 4_096;
const macho_layout_MAX_SECTIONS = 4_096;
const LC_SEGMENT = 0x1;
const LC_SEGMENT_64 = 0x19;
const LC_ENCRYPTION_INFO = 0x21;
const LC_ENCRYPTION_INFO_64 = 0x2c;
const S_CSTRING_LITERALS = 0x2;
const S_ZEROFILL = 0x1;
const S_GB_ZEROFILL = 0xc;
const S_THREAD_LOCAL_ZEROFILL = 0x12;
const CPU_TYPES = {
    7: 'i386',
    12: 'armv7',
    16777223: 'x86_64',
    16777228: 'arm64',
    33554444: 'arm64_32',
};
function isMachO(head) {
    if (head.length < 28)
        return false;
    const magic = head.readUInt32BE(0);
    if (magic === FAT_MAGIC || magic === FAT_MAGIC_64) {
        const count = head.readUInt32BE(4);
        return count > 0 && count <= MAX_ARCHS && CPU_TYPES[head.readUInt32BE(8)] !== undefined;
    }
    return formOf(head, 0) !== undefined;
}
function macho_layout_slicesOf(bytes) {
    if (bytes.length < 28)
        return [];
    const magic = bytes.readUInt32BE(0);
    if (magic !== FAT_MAGIC && magic !== FAT_MAGIC_64)
        return [sliceAt(bytes, 0, bytes.length)].filter((slice) => slice !== undefined);
    const wide = magic === FAT_MAGIC_64;
    const size = wide ? 32 : 20;
    const slices = [];
    const count = Math.min(bytes.readUInt32BE(4), MAX_ARCHS);
    for (let index = 0; index < count; index += 1) {
        const at = 8 + index * size;
        if (at + size > bytes.length)
            break;
        const start = wide ? wideBE(bytes, at + 8) : bytes.readUInt32BE(at + 8);
        const length = wide ? wideBE(bytes, at + 16) : bytes.readUInt32BE(at + 12);
        const slice = start < bytes.length ? sliceAt(bytes, start, start + length) : undefined;
        if (slice !== undefined)
            slices.push(slice);
    }
    return slices;
}
function wideBE(bytes, at) {
    return bytes.readUInt32BE(at) * 0x1_0000_0000 + bytes.readUInt32BE(at + 4);
}
function wideLE(bytes, at) {
    return bytes.readUInt32LE(at + 4) * 0x1_0000_0000 + bytes.readUInt32LE(at);
}
function formOf(bytes, at) {
    const magic = bytes.readUInt32LE(at);
    if (magic === 0xfeedfacf)
        return { wide: true, header: 32 };
    return magic === 0xfeedface ? { wide: false, header: 28 } : undefined;
}
function sliceAt(bytes, start, declaredEnd) {
    const end = Math.min(declaredEnd, bytes.length);
    if (start + 32 > end)
        return undefined;
    const form = formOf(bytes, start);
    if (form === undefined)
        return undefined;
    const cpu = bytes.readUInt32LE(start + 4);
    const sections = [];
    const segments = [];
    let encrypted;
    let cut = declaredEnd > bytes.length;
    let at = start + form.header;
    const commands = Math.min(bytes.readUInt32LE(start + 16), MAX_COMMANDS);
    for (let index = 0; index < commands; index += 1) {
        if (at + 8 > end) {
            cut = true;
            break;
        }
        const command = bytes.readUInt32LE(at);
        const length = bytes.readUInt32LE(at + 4);
        if (length < 8 || at + length > end) {
            cut = true;
            break;
        }
        const body = bytes.subarray(at, at + length);
        if (command === LC_SEGMENT_64 || command === LC_SEGMENT) {
            const segment = segmentOf(body, command === LC_SEGMENT_64, start, end, macho_layout_MAX_SECTIONS - sections.length);
            if (segment !== undefined) {
                segments.push(segment);
                sections.push(...segment.sections);
                cut ||= segment.cut;
            }
        }
        else if ((command === LC_ENCRYPTION_INFO || command === LC_ENCRYPTION_INFO_64) && length >= 20) {
            const from = start + body.readUInt32LE(8);
            if (body.readUInt32LE(16) !== 0)
                encrypted = { start: from, end: Math.min(from + body.readUInt32LE(12), end) };
        }
        at += length;
    }
    const arch = CPU_TYPES[cpu] ?? `cpu ${cpu}`;
    return { arch, start, end, sections, segments, cut, ...(encrypted && { encrypted }) };
}
function segmentOf(body, wide, start, end, room) {
    const header = wide ? 72 : 56;
    const size = wide ? 80 : 68;
    if (body.length < header)
        return undefined;
    const offset = start + (wide ? wideLE(body, 40) : body.readUInt32LE(32));
    const length = wide ? wideLE(body, 48) : body.readUInt32LE(36);
    const count = Math.min(body.readUInt32LE(wide ? 64 : 48), Math.floor((body.length - header) / size), room);
    const sections = [];
    for (let index = 0; index < count; index += 1) {
        sections.push(sectionOf(body.subarray(header + index * size, header + (index + 1) * size), wide, start, end));
    }
    return {
        name: macho_layout_nameAt(body, 8),
        start: Math.min(offset, end),
        end: Math.min(offset + length, end),
        sections,
        cut: offset + length > end,
    };
}
function sectionOf(body, wide, start, end) {
    const offset = start + body.readUInt32LE(wide ? 48 : 40);
    const length = wide ? wideLE(body, 40) : body.readUInt32LE(36);
    const type = body.readUInt32LE(wide ? 64 : 56) & 0xff;
    const filled = type !== S_ZEROFILL && type !== S_GB_ZEROFILL && type !== S_THREAD_LOCAL_ZEROFILL;
    return {
        name: macho_layout_nameAt(body, 0),
        segment: macho_layout_nameAt(body, 16),
        start: Math.min(offset, end),
        end: filled ? Math.min(offset + length, end) : Math.min(offset, end),
        address: wide ? wideLE(body, 32) : body.readUInt32LE(32),
        literals: type === S_CSTRING_LITERALS,
    };
}
function macho_layout_nameAt(body, at) {
    const raw = body.toString('latin1', at, at + 16);
    return raw.replace(/\0.*$/s, '').replace(/[^\x21-\x7e]/g, '?');
}

;// CONCATENATED MODULE: ./lib/formats/macho.js



const macho = {
    id: 'macho',
    title: 'Mach-O executable or framework, thin or universal',
    docs: {
        reads: 'Strings around anchors, by section, UTF-16 ones (`__ustring`, Kotlin/Native) too; Swift strings of up to 15 bytes, which stand in arm64 code; Dart strings exactly. Of a universal file the arm64 slice, and of the others what differs.',
        locator: '`arm64 __TEXT,__cstring`, `arm64 __TEXT,__text Swift string`',
        blind: 'The part of __TEXT that App Store encryption covers; small Swift strings in x86_64 code; strings built at run time. Which code uses a string, in Swift, Objective-C, Kotlin/Native and Dart alike: names in calls are not told from other words.',
        source: [
            'https://github.com/apple-oss-distributions/xnu/blob/main/EXTERNAL_HEADERS/mach-o/loader.h',
            'https://github.com/swiftlang/swift/blob/main/stdlib/public/core/StringObject.swift',
        ],
    },
    hint: { begins: ['\xca\xfe', '\xce\xfa', '\xcf\xfa'] },
    sniff: isMachO,
    when: 'always',
    read: undefined,
};
function* readMachO(entry, wanted) {
    const slices = slicesOf(entry.bytes).sort((left, right) => rank(left) - rank(right));
    const given = new Set();
    for (const slice of slices) {
        if (slice.cut) {
            yield { type: 'problem', kind: 'truncated', reason: `${slice.arch} slice reaches beyond the end of the file` };
        }
        if (slice.encrypted !== undefined) {
            const reason = `${slice.arch} code is encrypted (downloaded from the App Store); scan the build before upload instead`;
            yield { type: 'problem', kind: 'encrypted', reason };
        }
        for (const text of sliceTexts(entry, slice, wanted)) {
            if (given.has(text.value))
                continue;
            given.add(text.value);
            yield { type: 'text', text };
        }
    }
    const outside = slices.map(({ start, end }) => ({ start, end, name: '', literals: false }));
    const rest = { ...entry, hits: hitsOutside(entry.hits, outside) };
    const whole = { start: 0, end: entry.bytes.length, name: 'outside slices', literals: false };
    for (const text of stretchTexts(rest, whole))
        yield { type: 'text', text };
}
function rank(slice) {
    return slice.arch === 'arm64' ? 0 : 1;
}
function* sliceTexts(entry, slice, wanted) {
    const readable = { ...entry, hits: entry.hits.filter((hit) => !isEncrypted(hit, slice)) };
    const sections = slice.sections.filter((section) => section.start < section.end);
    const stretches = disjoint(sections.map((section) => stretchOf(section, slice)));
    for (const stretch of stretches)
        yield* stretchTexts(readable, stretch);
    const rest = { ...readable, hits: hitsOutside(readable.hits, stretches) };
    const segments = disjoint(slice.segments.map(({ name, start, end }) => ({ name: `${slice.arch} ${name}`, start, end, literals: false })));
    for (const segment of segments)
        yield* stretchTexts(rest, segment);
    const bare = { ...rest, hits: hitsOutside(rest.hits, segments) };
    yield* stretchTexts(bare, { start: slice.start, end: slice.end, name: slice.arch, literals: false });
    if (slice.encrypted === undefined)
        yield* swiftTexts(entry, slice, wanted);
}
function stretchOf(section, slice) {
    const name = `${slice.arch} ${section.segment},${section.name}`;
    return { start: section.start, end: section.end, name, literals: section.literals || section.name === '__ustring' };
}
function isEncrypted(hit, slice) {
    const range = slice.encrypted;
    return range !== undefined && hit.offset >= range.start && hit.offset < range.end;
}

;// CONCATENATED MODULE: ./lib/formats/mobileprovision.js


const START = '<?xml';
const END = '</plist>';
const mobileprovision = {
    id: 'mobileprovision',
    title: 'Apple provisioning profile',
    docs: {
        reads: 'The property list inside: entitlements, application identifier, team.',
        locator: '`mobileprovision Entitlements.application-identifier`',
        blind: 'The signature and the certificates are not checked.',
        source: ['https://developer.apple.com/documentation/technotes/tn3125-inside-code-signing-provisioning-profiles'],
    },
    hint: { names: /\.(?:mobileprovision|provisionprofile)$/ },
    sniff: (head, name) => head[0] === 0x30 && /\.(?:mobileprovision|provisionprofile)$/i.test(name),
    when: 'always',
    read: undefined,
};
function* readProfile(entry, wanted) {
    const start = entry.bytes.indexOf(START, 0, 'latin1');
    const end = start === -1 ? -1 : entry.bytes.indexOf(END, start, 'latin1');
    if (end === -1) {
        yield { type: 'problem', kind: 'malformed', reason: 'provisioning profile without a property list inside' };
        return;
    }
    const reading = readXmlPlist(entry.bytes.subarray(start, end + END.length));
    yield* plistReadings(entry, reading, wanted, 'mobileprovision', start);
}

;// CONCATENATED MODULE: ./lib/formats/apple/bplist.js

const bplist_MAGIC = 'bplist';
const TRAILER_LENGTH = 32;
const SCALARS = new Set([0x0, 0x2, 0x3, 0x8]);
const OTHER = { type: 'other' };
function bplist_isBinaryPlist(head) {
    return head.length >= 8 && head[0] === 0x62 && head.toString('latin1', 0, bplist_MAGIC.length) === bplist_MAGIC;
}
function bplist_readBinaryPlist(bytes) {
    const table = bplist_tableOf(bytes);
    if (table === undefined) {
        return { root: OTHER, problem: { kind: 'truncated', reason: 'binary property list without a valid trailer' } };
    }
    const budget = { nodes: MAX_NODES, bytes: 4 * bytes.length };
    const root = objectAt(table, table.top, 0, new Map(), budget);
    if (budget.reason !== undefined)
        return { root, problem: { kind: 'limit', reason: budget.reason } };
    if (budget.damage !== undefined)
        return { root, problem: { kind: 'malformed', reason: budget.damage } };
    return { root };
}
function bplist_tableOf(bytes) {
    const trailer = bytes.length - TRAILER_LENGTH;
    if (trailer < 8)
        return undefined;
    const table = {
        bytes,
        offsetSize: bytes.readUInt8(trailer + 6),
        refSize: bytes.readUInt8(trailer + 7),
        objects: wideAt(bytes, trailer + 8),
        top: wideAt(bytes, trailer + 16),
        start: wideAt(bytes, trailer + 24),
    };
    const sizes = [table.offsetSize, table.refSize];
    if (sizes.some((size) => size < 1 || size > 8) || table.top >= table.objects)
        return undefined;
    return table.start + table.objects * table.offsetSize <= trailer ? table : undefined;
}
function wideAt(bytes, at) {
    return bytes.readUInt32BE(at) * 0x1_0000_0000 + bytes.readUInt32BE(at + 4);
}
function unsignedAt(bytes, at, size) {
    if (at < 0 || at + size > bytes.length)
        return undefined;
    if (size <= 6)
        return bytes.readUIntBE(at, size);
    return bytes.readUIntBE(at, size - 6) * 2 ** 48 + bytes.readUIntBE(at + size - 6, 6);
}
function objectAt(table, index, depth, seen, budget) {
    if (budget.reason !== undefined)
        return OTHER;
    if (index >= table.objects)
        return damaged(budget);
    if (depth > MAX_DEPTH)
        return spent(budget, `nested deeper than ${MAX_DEPTH}`);
    const offset = unsignedAt(table.bytes, table.start + index * table.offsetSize, table.offsetSize);
    if (offset === undefined || offset >= table.bytes.length)
        return damaged(budget);
    const known = seen.get(offset);
    if (known !== undefined)
        return known;
    seen.set(offset, OTHER);
    const node = decodeObject(table, offset, depth, seen, budget);
    seen.set(offset, node);
    return node;
}
function spent(budget, reason) {
    budget.reason ??= reason;
    return OTHER;
}
function damaged(budget) {
    budget.damage ??= 'binary property list with damaged objects; what they held was not read';
    return OTHER;
}
function decodeObject(table, offset, depth, seen, budget) {
    const { bytes } = table;
    const marker = bytes.readUInt8(offset);
    const kind = marker >> 4;
    if (marker === 0x08 || marker === 0x09)
        return { type: 'text', value: String(marker === 0x09), offset };
    if (kind === 0x1) {
        const power = marker & 0x0f;
        const value = power > 3 ? undefined : unsignedAt(bytes, offset + 1, 1 << power);
        return value === undefined ? OTHER : { type: 'text', value: String(value), offset };
    }
    if (SCALARS.has(kind))
        return OTHER;
    const sized = lengthAt(bytes, offset);
    if (sized === undefined)
        return damaged(budget);
    const { count, start } = sized;
    switch (kind) {
        case 0x4: {
            if (start + count > bytes.length)
                damaged(budget);
            const end = Math.min(start + count, bytes.length);
            return { type: 'data', bytes: bytes.subarray(start, end), offset: start };
        }
        case 0x5:
        case 0x7:
            return bplist_stringAt(bytes, start, count, kind === 0x5 ? 'latin1' : 'utf8', budget);
        case 0x6:
            return bplist_stringAt(bytes, start, 2 * count, 'utf16be', budget);
        case 0xa:
        case 0xb:
        case 0xc:
            return arrayAt(table, start, count, depth, seen, budget);
        case 0xd:
            return dictAt(table, start, count, depth, seen, budget);
        default:
            return damaged(budget);
    }
}
function lengthAt(bytes, offset) {
    const low = bytes.readUInt8(offset) & 0x0f;
    if (low !== 0x0f)
        return { count: low, start: offset + 1 };
    const marker = unsignedAt(bytes, offset + 1, 1);
    if (marker === undefined || marker >> 4 !== 1 || (marker & 0x0f) > 3)
        return undefined;
    const size = 1 << (marker & 0x0f);
    const count = unsignedAt(bytes, offset + 2, size);
    return count === undefined ? undefined : { count, start: offset + 2 + size };
}
function bplist_stringAt(bytes, start, length, encoding, budget) {
    if (start + length > bytes.length)
        return damaged(budget);
    budget.bytes -= length;
    if (budget.bytes < 0)
        return spent(budget, 'its strings add up to more than four times its size');
    const value = encoding === 'utf16be'
        ? Buffer.from(bytes.subarray(start, start + length))
            .swap16()
            .toString('utf16le')
        : bytes.toString(encoding, start, start + length);
    return { type: 'text', value, offset: start };
}
function arrayAt(table, start, count, depth, seen, budget) {
    const refs = refsAt(table, start, count, budget);
    return { type: 'array', items: refs.map((ref) => objectAt(table, ref, depth + 1, seen, budget)) };
}
function dictAt(table, start, count, depth, seen, budget) {
    const names = refsAt(table, start, count, budget);
    const values = refsAt(table, start + count * table.refSize, count, budget);
    const members = [];
    for (const [position, ref] of names.entries()) {
        const name = objectAt(table, ref, depth + 1, seen, budget);
        const value = values[position];
        if (name.type !== 'text' || value === undefined)
            continue;
        members.push({ name, value: objectAt(table, value, depth + 1, seen, budget) });
    }
    return { type: 'dict', members };
}
function refsAt(table, start, count, budget) {
    if (start + count * table.refSize > table.bytes.length) {
        damaged(budget);
        return [];
    }
    budget.nodes -= count;
    if (budget.nodes < 0) {
        spent(budget, `more than ${MAX_NODES} values`);
        return [];
    }
    const refs = [];
    for (let index = 0; index < count; index += 1) {
        refs.push(unsignedAt(table.bytes, start + index * table.refSize, table.refSize) ?? table.objects);
    }
    return refs;
}

;// CONCATENATED MODULE: ./lib/formats/apple/plist-xml.js


const LEAVES = (/* unused pure expression or super */ null && (['key', 'string', 'integer', 'real', 'date', 'data']));
function isXmlPlist(head) {
    const sign = firstSign(head);
    if (sign !== undefined && sign !== 0x3c)
        return false;
    const start = plist_xml_sourceOf(head.subarray(0, 1_024)).text;
    return /^[\s\u00ef\u00bb\u00bf]{0,64}</.test(start) && /<(?:!DOCTYPE[ \t\r\n]{1,16})?plist[\s>]/.test(start);
}
function plist_xml_readXmlPlist(bytes) {
    const source = plist_xml_sourceOf(bytes);
    const document = { type: 'array', items: [] };
    const open = [{ container: document }];
    const end = (problem) => ({
        root: document.items[0] ?? { type: 'other' },
        ...(problem && { problem }),
    });
    let nodes = 0;
    let unknown = false;
    let at = 0;
    for (;;) {
        const tag = nextTag(source.text, at);
        if (tag === undefined)
            break;
        at = tag.end;
        const top = open[open.length - 1];
        if (top === undefined || tag.name === 'plist' || tag.name === '')
            continue;
        if (tag.closing) {
            if (open.length > 1)
                open.pop();
            continue;
        }
        nodes += 1;
        if (nodes > MAX_NODES)
            return end({ kind: 'limit', reason: `more than ${MAX_NODES} values` });
        if (tag.name === 'dict' || tag.name === 'array') {
            const container = tag.name === 'dict' ? { type: 'dict', members: [] } : { type: 'array', items: [] };
            place(top, container);
            if (tag.empty)
                continue;
            if (open.length > MAX_DEPTH)
                return end({ kind: 'limit', reason: `nested deeper than ${MAX_DEPTH}` });
            open.push({ container });
            continue;
        }
        if (!LEAVES.includes(tag.name)) {
            unknown ||= tag.name !== 'true' && tag.name !== 'false';
            place(top, tag.name === 'true' || tag.name === 'false' ? textNode(source, tag.name, tag.start) : { type: 'other' });
            continue;
        }
        const leaf = tag.empty ? { raw: '', end: tag.end, closed: true } : leafContent(source.text, tag.end);
        at = leaf.end;
        const node = leafNode(source, tag.name, leaf.raw, tag.end);
        if (tag.name === 'key')
            top.name = textNode(source, decodeUnits(source, leaf.raw), tag.end);
        else
            place(top, node);
        if (!leaf.closed)
            break;
    }
    if (open.length > 1)
        return end({ kind: 'truncated', reason: 'XML property list ends inside an element' });
    if (document.items.length === 0)
        return end({ kind: 'malformed', reason: 'XML property list without a value' });
    if (unknown)
        return end({ kind: 'malformed', reason: 'XML property list with elements that none has' });
    return end();
}
function plist_xml_sourceOf(bytes) {
    if (bytes[0] === 0xff && bytes[1] === 0xfe)
        return { text: bytes.toString('utf16le', 2), unit: 2, skipped: 2 };
    if (bytes[0] === 0xfe && bytes[1] === 0xff) {
        const even = bytes.subarray(2, bytes.length - (bytes.length % 2));
        return { text: Buffer.from(even).swap16().toString('utf16le'), unit: 2, skipped: 2 };
    }
    return { text: bytes.toString('latin1'), unit: 1, skipped: 0 };
}
function decodeUnits(source, raw) {
    return plist_xml_unescapeXml(source.unit === 1 ? Buffer.from(raw, 'latin1').toString('utf8') : raw);
}
function textNode(source, value, at) {
    return { type: 'text', value, offset: source.skipped + source.unit * at };
}
function leafNode(source, name, raw, at) {
    if (name === 'string' || name === 'integer')
        return textNode(source, decodeUnits(source, raw), at);
    if (name !== 'data')
        return { type: 'other' };
    return { type: 'data', bytes: Buffer.from(raw, 'base64'), offset: source.skipped + source.unit * at };
}
function place(top, value) {
    if (top.container.type === 'array') {
        top.container.items.push(value);
        return;
    }
    if (top.name === undefined)
        return;
    top.container.members.push({ name: top.name, value });
    delete top.name;
}
function nextTag(text, from) {
    const start = text.indexOf('<', from);
    if (start === -1)
        return undefined;
    const other = { name: '', closing: false, empty: true, start };
    for (const [opening, closing] of [
        ['<!--', '-->'],
        ['<?', '?>'],
        ['<![CDATA[', ']]>'],
    ]) {
        if (!text.startsWith(opening, start))
            continue;
        const close = text.indexOf(closing, start + opening.length);
        return close === -1 ? undefined : { ...other, end: close + closing.length };
    }
    const close = text.indexOf('>', start);
    if (close === -1)
        return undefined;
    if (text[start + 1] === '!') {
        const last = text.slice(start, close).includes('[') ? text.indexOf(']>', start) + 1 : close;
        return last < start ? undefined : { ...other, end: last + 1 };
    }
    const inside = text.slice(start + 1, Math.min(close, start + 257));
    return {
        name: /^\/?([A-Za-z]{0,32})/.exec(inside)?.[1] ?? '',
        closing: inside.startsWith('/'),
        empty: text[close - 1] === '/',
        start,
        end: close + 1,
    };
}
function leafContent(text, from) {
    const parts = [];
    let at = from;
    for (;;) {
        const next = text.indexOf('<', at);
        if (next === -1)
            return { raw: parts.join('') + text.slice(at), end: text.length, closed: false };
        parts.push(text.slice(at, next));
        if (text.startsWith('<![CDATA[', next)) {
            const close = text.indexOf(']]>', next);
            parts.push(text.slice(next + 9, close === -1 ? text.length : close).replaceAll('&', '&amp;'));
            at = close === -1 ? text.length : close + 3;
            continue;
        }
        const close = text.indexOf(text.startsWith('<!--', next) ? '-->' : '>', next);
        if (close === -1)
            return { raw: parts.join(''), end: text.length, closed: false };
        if (!text.startsWith('<!--', next)) {
            const closing = text[next + 1] === '/';
            return { raw: parts.join(''), end: closing ? close + 1 : next, closed: true };
        }
        at = close + 3;
    }
}
const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
function plist_xml_unescapeXml(text) {
    if (!text.includes('&'))
        return text;
    return text.replace(/&(#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-z]{2,4});/g, (whole, name) => {
        if (!name.startsWith('#'))
            return ENTITIES[name] ?? whole;
        const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    });
}

;// CONCATENATED MODULE: ./lib/formats/plist.js






const plist = {
    id: 'plist',
    title: 'Apple property list, binary and XML',
    docs: {
        reads: 'Strings, integers and booleans by key path, dictionary keys, and data values as entries of their own; the bundle identifier and version of the app.',
        locator: '`plist STORAGE_BUCKET`, `plist A.B[0].C`',
        blind: 'Old-style (OpenStep) lists other than `.strings`; dates and reals.',
        source: [
            'https://www.apple.com/DTDs/PropertyList-1.0.dtd',
            'https://opensource.apple.com/source/CF/CF-1153.18/CFBinaryPList.c',
            'https://firebase.google.com/docs/ios/setup',
        ],
    },
    hint: { begins: ['bp', '\xa0', '\xbb', '\xbf', ...BLANK_BYTES], signs: [0x3c] },
    sniff: (head) => bplist_isBinaryPlist(head) || isXmlPlist(head),
    when: 'always',
    read: undefined,
};
function* readPlist(entry, wanted) {
    const binary = isBinaryPlist(entry.bytes);
    const reading = binary ? readBinaryPlist(entry.bytes) : readXmlPlist(entry.bytes);
    if (isAppInfo(entry.name, reading.root)) {
        const app = appOf(reading.root);
        if (app !== undefined)
            yield { type: 'app', app: { platform: 'ios', ...app } };
    }
    const readings = plistReadings(entry, reading, wanted);
    if (binary)
        yield* readings;
    else
        yield* withLines(readings, entry);
}
function* withLines(readings, entry) {
    const positionOf = linePositions(entry.bytes);
    for (const reading of readings) {
        if (reading.type !== 'text') {
            yield reading;
            continue;
        }
        const { text } = reading;
        const position = positionOf((text.place.offset ?? 0) - entry.base);
        yield { type: 'text', text: { ...text, place: { ...text.place, ...position } } };
    }
}
function isAppInfo(name, root) {
    const folders = name.split('/');
    if (folders.pop() !== 'Info.plist')
        return false;
    if (member(root, 'ApplicationProperties') !== undefined)
        return true;
    const bundles = folders.filter((folder) => /\.[a-z]{2,12}$/i.test(folder) && !/\.xcarchive$/i.test(folder));
    const type = member(root, 'CFBundlePackageType');
    if (type?.type === 'text' && type.value !== 'APPL')
        return false;
    if (bundles.length === 0)
        return type !== undefined && (folders.length === 0 || folders[0] === 'Contents');
    const last = folders[folders.length - 1] === 'Contents' ? folders[folders.length - 2] : folders[folders.length - 1];
    return bundles.length === 1 && last === bundles[0] && /\.app$/i.test(last ?? '');
}

;// CONCATENATED MODULE: ./lib/formats/escapes.js

const SIMPLE = {
    n: '\n',
    r: '\r',
    t: '\t',
    b: '\b',
    f: '\f',
    v: '\v',
    '0': '\0',
    '\n': '',
};
const escapes_ESCAPE = /\\(?:u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|(0[4-7][0-7]|1[0-7]{2})|([\s\S]))/g;
function escapes_unescapeText(raw) {
    if (!raw.includes('\\'))
        return raw;
    return raw.replace(escapes_ESCAPE, (whole, braced, four, two, octal, one) => {
        if (octal !== undefined)
            return String.fromCharCode(Number.parseInt(octal, 8));
        if (one !== undefined)
            return SIMPLE[one] ?? one;
        const code = Number.parseInt(braced ?? four ?? two ?? '', 16);
        return code <= 0x10_ffff ? String.fromCodePoint(code) : whole;
    });
}
function mayHide(bytes) {
    if (source_text_isWide(bytes))
        return true;
    for (let from = 0; from < bytes.length; from += escapes_WINDOW) {
        if (HIDING.test(bytes.toString('latin1', from, from + escapes_WINDOW + escapes_LONGEST)))
            return true;
    }
    return false;
}
const escapes_WINDOW = 1024 * 1024;
const escapes_LONGEST = 16;
const HIDING = /\\(?!["'\\nrtbfv]|0(?![4-7][0-7])|u(?!00[2-7])[\dA-Fa-f]{4})|%[2-7][\dA-Fa-f]|\$\(\)|&#(?:x0{0,4}[2-7][\dA-Fa-f]|0{0,5}(?:3[2-9]|[4-9]\d|1[01]\d|12[0-6]));/;
const escapes_ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
function escapes_unescapeXml(raw) {
    if (!raw.includes('&'))
        return raw;
    return raw.replace(/&(?:#x([0-9A-Fa-f]{1,6})|#([0-9]{1,7})|([a-z]{2,4}));/g, (whole, hex, decimal, name) => {
        if (name !== undefined)
            return escapes_ENTITIES[name] ?? whole;
        const code = hex === undefined ? Number.parseInt(decimal ?? '', 10) : Number.parseInt(hex, 16);
        return code <= 0x10_ffff ? String.fromCodePoint(code) : whole;
    });
}

;// CONCATENATED MODULE: ./lib/formats/properties.js





const properties_NAMES = /(?:^|\/)\.?env(?:\.[\w.-]{1,60})?$|\.(?:properties|env|xcconfig|ini|cfg|conf|toml|prefs)$/i;
const MAX_PAIRS = 100_000;
const properties = {
    id: 'properties',
    title: 'Properties, .env, .xcconfig, INI and TOML files',
    docs: {
        reads: 'Named values, quotes, escapes and comments taken off.',
        locator: 'line, and the name with its section',
        blind: 'References to other names are not followed.',
        source: [
            'https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/Properties.html#load(java.io.Reader)',
        ],
    },
    hint: { names: properties_NAMES },
    sniff: (head, name) => properties_NAMES.test(name) && (head.length === 0 || source_text_looksLikeText(head)),
    when: 'always',
    mayHide: mayHide,
    read: undefined,
};
function* properties_read(entry, wanted) {
    const source = sourceText(entry.bytes);
    const pairs = [...pairsOf(source.text, entry.name)];
    yield* readPairs(entry, source, pairs, wanted);
    const rest = hitsOutside(source, entry.hits, pairs);
    yield* readSpans(entry, rest, lineSpan, (from, index) => placeAt(entry, from, index));
}
const SECTION = /^\s{0,200}\[{1,2}\s{0,20}["']?([^\]"'\n]{1,200})["']?\s{0,20}\]/;
const PAIR = /^[ \t]{0,200}(?:export[ \t]{1,20})?["']?([A-Za-z_][\w.\-$/[\]]{0,200})["']?[ \t]{0,40}[=:][ \t]{0,40}/;
function* pairsOf(text, name) {
    const resolve = /\.xcconfig$/i.test(name) ? withoutEmptyReference : unescapeText;
    let section = '';
    let count = 0;
    for (let at = 0; at < text.length && count < MAX_PAIRS;) {
        const end = lineEnd(text, at);
        const head = text.slice(at, Math.min(end, at + 1_024));
        const next = end + 1;
        const heading = SECTION.exec(head);
        const match = heading === null ? PAIR.exec(head) : null;
        if (heading !== null)
            section = `${heading[1] ?? ''}.`;
        const pair = match === null ? undefined : pairOf(text, match, at, end, section, resolve);
        if (pair !== undefined) {
            yield pair;
            count += 1;
        }
        at = next;
    }
}
function pairOf(text, match, at, end, section, resolve) {
    const { start, end: stop } = rawValue(text, at + match[0].length, end);
    const raw = text.slice(start, stop);
    const key = match[1] ?? '';
    if (raw.startsWith('[') || raw.startsWith('{'))
        return undefined;
    return { key, value: resolve(raw), start, end: stop, locator: `${section}${key}` };
}
function withoutEmptyReference(raw) {
    return raw.replaceAll('$()', '');
}
function lineEnd(text, from) {
    let end = text.indexOf('\n', from);
    while (end !== -1 && text[end - 1] === '\\')
        end = text.indexOf('\n', end + 1);
    return end === -1 ? text.length : end;
}
function rawValue(text, start, end) {
    const quote = text[start];
    if (quote === '"' || quote === "'" || quote === '`') {
        let close = text.indexOf(quote, start + 1);
        while (close !== -1 && close < end && text[close - 1] === '\\')
            close = text.indexOf(quote, close + 1);
        if (close !== -1 && close < end)
            return { start: start + 1, end: close };
    }
    const raw = text.slice(start, end);
    const comment = raw.search(/[ \t](?:[#;]|\/\/)/);
    const value = (comment === -1 ? raw : raw.slice(0, comment)).trimEnd();
    return { start, end: start + value.length };
}

;// CONCATENATED MODULE: ./lib/formats/r8-mapping.js
const r8Mapping = {
    id: 'r8-mapping',
    title: 'R8 mapping of an app bundle (proguard.map)',
    docs: {
        reads: 'classes, members and source files by the names that R8 gave them; no texts',
        locator: 'gives the texts of the bundle\u2019s dex files the class, member and source file of the source',
        blind: 'lines of inlined code',
        source: [
            'https://r8.googlesource.com/r8/+/refs/heads/main/doc/retrace.md',
            'https://developer.android.com/guide/app-bundle/app-bundle-format',
        ],
    },
    when: 'always',
    hint: { names: /(?:^|\/)proguard\.map$/ },
    sniff: (_head, name) => /(?:^|\/)BUNDLE-METADATA\/com\.android\.tools\.build\.obfuscation\/proguard\.map$/.test(name),
    read: undefined,
};

;// CONCATENATED MODULE: ./lib/formats/raw.js

function rawFormat(id, title, docs, sniff, hint = {}) {
    return {
        id,
        title,
        docs: {
            reads: 'The run of printable characters, 8-bit (UTF-8) or UTF-16LE, around each anchor, at most 2 KB on either side.',
            locator: 'none; the byte offset is the place',
            blind: 'What is compressed, encrypted or encoded.',
            source: [],
            ...docs,
        },
        ...hint,
        sniff,
        when: 'hits',
        read: undefined,
    };
}
function* readRuns(entry) {
    for (const run of runsAround(entry.bytes, entry.hits)) {
        const place = { ...entry.place, offset: entry.base + run.offset };
        const around = () => stringsNear(entry.bytes, run).map(({ value, offset }) => ({ value, at: offset - run.offset }));
        yield { type: 'text', text: { value: run.value, place, around } };
    }
}
const realm = rawFormat('realm', 'Realm database', { blind: 'Encrypted files.', source: ['https://github.com/realm/realm-core'] }, (head) => head[16] === 0x54 && head.toString('latin1', 16, 20) === 'T-DB');
const nib = rawFormat('nib', 'Compiled interface (nib)', {
    source: [
        'https://developer.apple.com/library/archive/documentation/Cocoa/Conceptual/LoadingResources/CocoaNibs/CocoaNibs.html',
    ],
}, (head) => head.toString('latin1', 0, 10) === 'NIBArchive', { hint: { begins: ['NI'] } });
const raw = rawFormat('raw', 'Any other bytes', { blind: 'What is compressed (gzip, Brotli, data in Assets.car), encrypted or encoded in another way than base64.' }, () => true);

;// CONCATENATED MODULE: ./lib/formats/sqlite.js




const MAX_TABLES = 10_000;
const sqlite_NEIGHBOUR_MAX_LENGTH = 4_096;
const NAME_AND_VALUE = 3;
const sqlite = {
    id: 'sqlite',
    title: 'SQLite database',
    docs: {
        reads: 'Texts and blobs of every row, those on overflow pages too, by table, column and row id; blobs as entries of their own. Deleted rows and other free space as the run of printable characters around each anchor.',
        locator: '`sqlite settings.api_url row 7`, `sqlite free space`',
        blind: 'Encrypted databases. The write-ahead log beside a database is read as bytes.',
        source: ['https://www.sqlite.org/fileformat2.html'],
    },
    hint: { begins: ['SQ'] },
    sniff: (head) => head.toString('latin1', 0, 16) === 'SQLite format 3\0',
    when: 'always',
    read: undefined,
};
function* sqlite_read(entry, wanted) {
    const database = openDatabase(entry.bytes);
    if (database === undefined) {
        yield { type: 'problem', kind: 'malformed', reason: 'SQLite database with a header that does not add up' };
        return;
    }
    const live = new Set();
    const schema = { name: 'sqlite_schema', root: 1, columns: ['type', 'name', 'tbl_name', 'rootpage', 'sql'] };
    const trees = [];
    const indexes = [];
    for (const cell of cellsOf(database, schema.root)) {
        const object = objectOf(database, cell);
        if (object?.type === 'table' && trees.length < MAX_TABLES)
            trees.push(object.table);
        if (object?.type === 'index')
            indexes.push(object.table.root);
        yield* readRow(entry, database, schema, cell, wanted, live);
    }
    for (const table of trees) {
        for (const cell of cellsOf(database, table.root))
            yield* readRow(entry, database, table, cell, wanted, live);
    }
    for (const root of indexes)
        for (const cell of cellsOf(database, root))
            markHits(entry, cell, live);
    if (database.broken.size > 0) {
        const reason = `SQLite database with ${database.broken.size} pages that do not add up; their rows were read as bytes`;
        yield { type: 'problem', kind: 'truncated', reason };
    }
    const free = entry.hits.filter((hit) => !live.has(hit));
    for (const run of runsAround(entry.bytes, free)) {
        const place = { ...entry.place, offset: entry.base + run.offset, locator: 'sqlite free space' };
        yield { type: 'text', text: { value: run.value, place } };
    }
}
function objectOf(database, cell) {
    const payload = payloadOf(database, cell);
    const [type, name, , rootPage, sql] = valuesOf(payload) ?? [];
    if (type === undefined || name === undefined || rootPage?.type !== 'number' || sql === undefined)
        return undefined;
    const size = rootPage.end - rootPage.start;
    const root = size === 0 || size > 6 ? 0 : payload.readUIntBE(rootPage.start, size);
    if (root === 0)
        return undefined;
    const columns = columnNames(textOf(database, payload, sql));
    return { type: textOf(database, payload, type), table: { name: textOf(database, payload, name), root, columns } };
}
function markHits(entry, cell, live) {
    let any = false;
    for (const { start, end } of cell.parts) {
        for (const hit of hitsWithin(entry.hits, start, end)) {
            live.add(hit);
            any = true;
        }
    }
    return any;
}
function* readRow(entry, database, table, cell, wanted, live) {
    const hit = markHits(entry, cell, live);
    const plain = cell.parts.length === 1 && database.encoding !== 'utf16be';
    if (!hit && plain && !table.columns.some((name) => wanted.key(name)))
        return;
    const payload = payloadOf(database, cell);
    const values = valuesOf(payload) ?? [];
    for (const [index, value] of values.entries()) {
        const locator = sqlite_locatorOf(table, index, cell);
        if (value.type === 'text') {
            yield* readText(entry, { database, table, cell, payload, values }, index, wanted, locator);
        }
        else if (value.type === 'blob' && (cell.parts.length > 1 || hit)) {
            const name = locator.replace(/^sqlite /, '');
            yield { type: 'entry', name, bytes: payload.subarray(value.start, value.end) };
        }
    }
}
function* readText(entry, row, index, wanted, locator) {
    const column = row.values[index];
    if (column === undefined)
        return;
    const value = textOf(row.database, row.payload, column);
    const key = row.table.columns[index];
    if (!wanted.text(value) && !(key !== undefined && value !== '' && wanted.key(key)))
        return;
    if (value.length > MAX_TEXT_LENGTH) {
        yield { type: 'entry', name: locator.replace(/^sqlite /, ''), bytes: Buffer.from(value) };
        return;
    }
    const place = { ...entry.place, offset: entry.base + fileOffset(row.cell, column.start), locator };
    const text = {
        value,
        place,
        around: () => [...sqlite_neighbours(row, index), ...rowsBeside(row, index)].slice(0, MAX_NEIGHBOURS),
    };
    yield { type: 'text', text: key === undefined ? text : { ...text, key } };
}
function sqlite_neighbours(row, index) {
    const found = [];
    for (const [other, value] of row.values.entries()) {
        if (other === index || value.type !== 'text' || value.end - value.start > sqlite_NEIGHBOUR_MAX_LENGTH)
            continue;
        const key = row.table.columns[other];
        const text = textOf(row.database, row.payload, value);
        found.push(key === undefined ? { value: text } : { value: text, key });
        if (found.length >= MAX_NEIGHBOURS)
            break;
    }
    return found;
}
function rowsBeside({ database, cell, values }, index) {
    if (values.length > NAME_AND_VALUE)
        return [];
    return cellsBeside(database, cell).flatMap((other) => {
        const payload = payloadOf(database, other);
        const texts = (valuesOf(payload) ?? []).map((value) => value.type === 'text' && value.end - value.start <= sqlite_NEIGHBOUR_MAX_LENGTH
            ? textOf(database, payload, value)
            : undefined);
        const value = texts[index];
        const key = texts.find((text, column) => column !== index && text !== undefined);
        if (value === undefined)
            return [];
        return [key === undefined ? { value } : { value, key }];
    });
}
function sqlite_locatorOf(table, index, cell) {
    const column = table.columns[index] ?? `column ${index + 1}`;
    const row = cell.rowid === undefined ? '' : ` row ${cell.rowid}`;
    return `sqlite ${table.name.slice(0, 128)}.${column.slice(0, 128)}${row}`;
}

;// CONCATENATED MODULE: ./lib/formats/strings.js

const strings_MAX_PAIRS = 200_000;
const strings = {
    id: 'strings',
    title: 'Apple .strings text',
    docs: {
        reads: 'Keys and values in UTF-8 or UTF-16.',
        locator: '`strings key`',
        blind: 'Nothing known.',
        source: [
            'https://developer.apple.com/library/archive/documentation/Cocoa/Conceptual/LoadingResources/Strings/Strings.html',
        ],
    },
    hint: { names: /\.strings$/ },
    sniff: (head, name) => /\.strings$/i.test(name) && !/^(?:bplist|\s{0,64}<)/.test(head.toString('latin1')),
    when: 'always',
    read: undefined,
};
function* strings_readStrings(entry, wanted) {
    const { text, offsetOf } = decode(entry.bytes);
    const { pairs, rest } = parsePairs(text);
    const position = positionOf(text);
    for (const [index, pair] of pairs.entries()) {
        const value = pair.value.slice(0, MAX_TEXT_LENGTH);
        if (!wanted.key(pair.key) && !wanted.text(value))
            continue;
        const place = {
            ...entry.place,
            ...position(pair.at),
            offset: entry.base + offsetOf(pair.at),
            locator: `strings ${pair.key.slice(0, 128)}`,
        };
        yield { type: 'text', text: { value, key: pair.key, place, around: () => neighboursOf(pairs, index) } };
    }
    if (rest !== undefined) {
        yield { type: 'problem', kind: 'malformed', reason: `.strings file ends in the middle, at character ${rest}` };
    }
}
function neighboursOf(pairs, index) {
    const found = [];
    for (let distance = 1; distance < pairs.length && found.length < MAX_NEIGHBOURS; distance += 1) {
        for (const pair of [pairs[index - distance], pairs[index + distance]]) {
            if (pair !== undefined)
                found.push({ key: pair.key, value: pair.value.slice(0, MAX_TEXT_LENGTH) });
        }
    }
    return found.slice(0, MAX_NEIGHBOURS);
}
function decode(bytes) {
    const mark = bytes.length >= 2 ? bytes.readUInt16BE(0) : 0;
    const wide = (skipped, text) => ({ text, offsetOf: (index) => skipped + 2 * index });
    const even = (from) => bytes.subarray(from, bytes.length - ((bytes.length - from) % 2));
    if (mark === 0xfffe)
        return wide(2, even(2).toString('utf16le'));
    if (mark === 0xfeff)
        return wide(2, Buffer.from(even(2)).swap16().toString('utf16le'));
    if (bytes[0] === 0 && bytes[1] !== 0)
        return wide(0, Buffer.from(even(0)).swap16().toString('utf16le'));
    if (bytes[1] === 0 && bytes[0] !== 0)
        return wide(0, even(0).toString('utf16le'));
    const text = bytes.toString('utf8');
    let at = { index: 0, offset: 0 };
    return {
        text,
        offsetOf: (index) => {
            at = { index, offset: at.offset + Buffer.byteLength(text.slice(at.index, index)) };
            return at.offset;
        },
    };
}
function positionOf(text) {
    let line = 1;
    let lineStart = 0;
    return (index) => {
        for (let next = text.indexOf('\n', lineStart); next !== -1 && next < index; next = text.indexOf('\n', lineStart)) {
            line += 1;
            lineStart = next + 1;
        }
        return { line, column: index - lineStart + 1 };
    };
}
function parsePairs(text) {
    const pairs = [];
    let at = 0;
    while (pairs.length < strings_MAX_PAIRS) {
        at = skipBlanks(text, at);
        if (at >= text.length)
            return { pairs };
        const key = strings_wordAt(text, at);
        if (key === undefined)
            return { pairs, rest: at };
        at = skipBlanks(text, key.end);
        if (text[at] === ';') {
            pairs.push({ key: key.value, value: key.value, at: key.start });
            at += 1;
            continue;
        }
        if (text[at] !== '=')
            return { pairs, rest: at };
        const value = strings_wordAt(text, skipBlanks(text, at + 1));
        if (value === undefined)
            return { pairs, rest: at };
        pairs.push({ key: key.value, value: value.value, at: value.start });
        at = skipBlanks(text, value.end);
        if (text[at] === ';')
            at += 1;
    }
    return { pairs, rest: at };
}
function skipBlanks(text, from) {
    let at = from;
    for (;;) {
        while (at < text.length && /[\s\ufeff]/.test(text.charAt(at)))
            at += 1;
        const block = text.startsWith('/*', at);
        if (!block && !text.startsWith('//', at))
            return at;
        const end = text.indexOf(block ? '*/' : '\n', at + 2);
        if (end === -1)
            return text.length;
        at = end + (block ? 2 : 1);
    }
}
function strings_wordAt(text, at) {
    const quote = text[at];
    if (quote !== '"' && quote !== "'") {
        let end = at;
        while (end < text.length && /[\w.\-/:$]/.test(text.charAt(end)))
            end += 1;
        return end === at ? undefined : { value: text.slice(at, end), start: at, end };
    }
    for (let end = at + 1; end < text.length; end += 1) {
        if (text[end] === '\\')
            end += 1;
        else if (text[end] === quote)
            return { value: unquote(text.slice(at + 1, end)), start: at + 1, end: end + 1 };
    }
    return undefined;
}
const strings_ESCAPES = { n: '\n', t: '\t', r: '\r' };
function unquote(text) {
    if (!text.includes('\\'))
        return text;
    return text.replace(/\\(?:[uU]([0-9a-fA-F]{4})|([\s\S]))/g, (_, hex, plain) => {
        if (hex !== undefined)
            return String.fromCharCode(Number.parseInt(hex, 16));
        return strings_ESCAPES[plain ?? ''] ?? plain ?? '';
    });
}

;// CONCATENATED MODULE: ./lib/formats/text.js



const text_text = {
    id: 'text',
    title: 'Text and source files',
    docs: {
        reads: 'The string literal, assigned value or element text around each hit; in running text the line.',
        locator: 'line and column',
        blind: 'Strings that a program puts together.',
        source: ['https://www.unicode.org/versions/latest/'],
    },
    sniff: source_text_looksLikeText,
    when: 'hits',
    read: undefined,
};
function* text_read(entry) {
    if (looksLikeText(entry.bytes.subarray(0, 1_024)) && !hasBinaryTail(entry.bytes)) {
        yield* readSpans(entry, entry.hits, text_lineSpan, (source, index) => placeAt(entry, source, index), valuesAround);
        return;
    }
    for (const run of runsAround(entry.bytes, entry.hits)) {
        const place = { ...entry.place, offset: entry.base + run.offset };
        yield { type: 'text', text: { value: run.value, place } };
    }
}
function hasBinaryTail(bytes) {
    const marked = isWide(bytes);
    return !marked && bytes.includes(0);
}
const ASSIGNMENT = /^\s{0,200}(?:(?:export|set|ENV|ARG|-)\s{1,20})?["']?([A-Za-z_][\w.$-]{0,100})["']?\s{0,40}(?:=|:(?!\/\/))\s{0,40}/;
const NEAR_LINES = 10;
function valuesAround(text, span) {
    return [...literalsAround(text, span), ...linesAround(text, span)];
}
function linesAround(text, span) {
    const low = Math.max(0, span.start - AROUND);
    const high = Math.min(text.length, span.end + AROUND);
    const lines = [];
    let at = low - span.start;
    for (const line of text.slice(low, high).split('\n')) {
        lines.push({ line, at });
        at += line.length + 1;
    }
    const whole = lines.slice(low === 0 ? 0 : 1, high === text.length ? undefined : -1);
    return whole
        .filter(({ line, at }) => at + line.length < 0 || at > span.end - span.start)
        .sort((left, right) => Math.abs(left.at) - Math.abs(right.at))
        .slice(0, NEAR_LINES)
        .flatMap(({ line, at }) => neighbourIn(line, at));
}
function neighbourIn(line, at) {
    const assigned = ASSIGNMENT.exec(line);
    const value = line.slice(assigned?.[0].length ?? 0).trim();
    if (value === '' || /["'`]/.test(value))
        return [];
    return [assigned?.[1] === undefined ? { value, at } : { value, key: assigned[1], at }];
}
const TAG = /<([A-Za-z_][\w.:-]{0,100})([^<>]{0,500})>[^<>]{0,600}$/;
const OPENING = /<([A-Za-z_][\w.:-]{0,100})([^<>]{0,500})>\s{0,20}$/;
const NAME_ATTRIBUTE = /\b(?:name|key|id)\s{0,4}=\s{0,4}["']([^"']{1,200})["']/;
const text_lineSpan = (text, from, to, low) => {
    const literal = literalSpan(text, from, to, low, text.length);
    if (literal !== undefined)
        return literal;
    const line = lineOf(text, from, to);
    return (elementSpan(text, from, to, line) ??
        contentSpan(text, from, line) ??
        assignedSpan(text, from, line) ??
        trimmed(text, line.start, line.end));
};
function lineOf(text, from, to) {
    const low = Math.max(0, from - WINDOW);
    const high = Math.min(text.length, to + 2 * WINDOW);
    const before = text.slice(low, from).lastIndexOf('\n');
    const behind = text.slice(to, high).indexOf('\n');
    return { start: low + before + 1, end: behind === -1 ? high : to + behind, whole: before !== -1 || low === 0 };
}
function elementSpan(text, from, to, line) {
    const open = TAG.exec(text.slice(Math.max(0, line.start - WINDOW), from));
    const close = text.slice(to, line.end).search(/[<>]/);
    if (open === null || close === -1 || text[to + close] !== '<')
        return undefined;
    const start = text.lastIndexOf('>', from) + 1;
    return named(trimmed(text, start, to + close), NAME_ATTRIBUTE.exec(open[2] ?? '')?.[1] ?? open[1]);
}
function contentSpan(text, from, line) {
    const open = OPENING.exec(text.slice(line.start, line.end));
    if (open === null || line.start + open.index > from)
        return undefined;
    const length = text.slice(line.end, line.end + WINDOW).indexOf('<');
    if (length === -1)
        return undefined;
    const span = trimmed(text, line.end, line.end + length);
    return span.value === '' ? undefined : named(span, NAME_ATTRIBUTE.exec(open[2] ?? '')?.[1] ?? open[1]);
}
function assignedSpan(text, from, line) {
    if (!line.whole)
        return undefined;
    const match = ASSIGNMENT.exec(text.slice(line.start, line.end));
    if (match === null || line.start + match[0].length > from)
        return undefined;
    return named(withoutComment(text, trimmed(text, line.start + match[0].length, line.end), from), match[1]);
}
function withoutComment(text, span, from) {
    const comment = /\s(?:#|\/\/)/.exec(span.value);
    if (comment === null || span.start + comment.index <= from)
        return span;
    return trimmed(text, span.start, span.start + comment.index);
}
function trimmed(text, start, end) {
    const raw = text.slice(start, end);
    const value = raw.trim();
    const from = start + (raw.length - raw.trimStart().length);
    return { start: from, end: from + value.length, value };
}

;// CONCATENATED MODULE: ./lib/formats/unity-archive.js


const unity_archive_SIGNATURE = /^Unity(?:FS|Raw|Web|Archive)\0/;
const unityArchive = {
    id: 'unity-archive',
    title: 'Unity archive (asset bundle, data.unity3d)',
    docs: {
        reads: 'The files inside UnityFS archives, plain, LZ4 or LZMA, each read in its turn.',
        locator: 'the file\u2019s path in the archive as an entry of its own',
        blind: 'Archives that the game encrypts; those of Unity before 5.3 (UnityRaw, UnityWeb); more than 96 MiB of LZMA or 512 MiB in all.',
        source: ['https://docs.unity3d.com/Manual/AssetBundlesIntro.html', 'https://github.com/K0lb3/UnityPy'],
    },
    hint: { begins: ['Un'] },
    sniff: (head) => head[0] === 0x55 && unity_archive_SIGNATURE.test(head.toString('latin1', 0, 16)),
    when: 'always',
    read: undefined,
};
function* unity_archive_read(entry) {
    if (entry.bytes.toString('latin1', 0, 8) !== 'UnityFS\0') {
        yield { type: 'problem', kind: 'unsupported', reason: 'Unity archive of a form before UnityFS: not opened' };
        return;
    }
    const archive = openArchive(entry.bytes);
    if (archive.type !== 'files') {
        yield { type: 'problem', kind: archive.type, reason: archive.reason };
        if (archive.type === 'limit')
            yield* unity_archive_readRuns(entry);
        return;
    }
    for (const { path, bytes } of archive.files)
        yield { type: 'entry', name: path, bytes };
    if (archive.missing.length === 0)
        return;
    const reason = `Unity archive with blocks that cannot be unpacked: ${archive.missing.slice(0, 5).join(', ')} not wholly read`;
    yield { type: 'problem', kind: 'truncated', reason };
}
function* unity_archive_readRuns(entry) {
    for (const run of runsAround(entry.bytes, entry.hits)) {
        yield { type: 'text', text: { value: run.value, place: { ...entry.place, offset: entry.base + run.offset } } };
    }
}

;// CONCATENATED MODULE: ./lib/formats/unity-assets.js


const UNITY_VERSION = /^[1-9]\d{0,3}\.\d{1,2}\.\d{1,3}[a-z]\d/;
const VERSION_AT = [20, 48];
const MAX_STRING = (/* unused pure expression or super */ null && (16 * 1024 * 1024));
const FILE_FROM = 64;
const unity_assets_MAX_NAME = 128;
const unityAssets = {
    id: 'unity-assets',
    title: 'Unity serialized file (scenes, .assets)',
    docs: {
        reads: 'Strings of scripts, scenes and ScriptableObjects exactly, by the length before them; text assets that hold JSON or XML as entries of their own, by their name.',
        locator: '`unity string`',
        blind: 'Which object and field a string belongs to; little-endian data only, as all mobile builds have it.',
        source: ['https://github.com/K0lb3/UnityPy'],
    },
    sniff: (head) => {
        const format = head.length >= 64 ? head.readUInt32BE(8) : 0;
        return (format >= 9 && format <= 64 && VERSION_AT.some((at) => UNITY_VERSION.test(head.toString('latin1', at, at + 16))));
    },
    when: 'hits',
    read: undefined,
};
function* unity_assets_read(entry) {
    const { bytes } = entry;
    let readTo = 0;
    const loose = [];
    for (const hit of entry.hits) {
        if (hit.offset < readTo)
            continue;
        const string = hit.encoding === 'latin1' ? stringOver(bytes, hit, readTo) : undefined;
        if (string === undefined) {
            loose.push(hit);
            continue;
        }
        readTo = string.end;
        const value = bytes.toString('utf8', string.offset, string.end);
        if (isFile(value)) {
            const name = nameBefore(bytes, string.offset - 4) ?? `text at ${string.offset}`;
            yield { type: 'entry', name, bytes: bytes.subarray(string.offset, string.end) };
        }
        else {
            yield unity_assets_textOf(entry, { ...string, value, encoding: 'utf8' }, 'unity string');
        }
    }
    for (const run of runsAround(bytes, loose))
        yield unity_assets_textOf(entry, run);
}
function unity_assets_textOf(entry, run, locator) {
    const place = { ...entry.place, offset: entry.base + run.offset };
    const around = () => stringsNear(entry.bytes, run).map(({ value }) => ({ value }));
    const located = locator === undefined ? place : { ...place, locator };
    return { type: 'text', text: { value: run.value, place: located, around } };
}
function stringOver(bytes, hit, floor) {
    let offset = hit.offset;
    const low = Math.max(4, floor, offset - MAX_STRING);
    while (offset > low && isStringByte(bytes[offset - 1] ?? 0))
        offset -= 1;
    const end = offset < 4 ? 0 : offset + bytes.readUInt32LE(offset - 4);
    const fits = end >= hit.offset + hit.length && end <= bytes.length && end - offset <= MAX_STRING;
    return fits ? { offset, end } : undefined;
}
function isStringByte(byte) {
    return byte >= 0x80 || isTextByte(byte);
}
function isFile(value) {
    return value.length > MAX_TEXT_LENGTH || (value.length >= FILE_FROM && /^\uFEFF?\s{0,100}[{[<]/.test(value));
}
function nameBefore(bytes, at) {
    for (let start = at - 4; start >= Math.max(4, at - unity_assets_MAX_NAME); start -= 4) {
        const length = bytes.readUInt32LE(start - 4);
        if (length === 0 || start + length > at || at - start - length > 3)
            continue;
        const name = bytes.toString('utf8', start, start + length);
        return /^[^\x00-\x1f\x7f\ufffd]+$/.test(name) ? name : undefined;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/formats/unity-metadata.js


const unity_metadata_MAGIC = 0xfab1_1baf;
const NAME = /(?:^|\/)global-metadata\.dat$/;
const MAX_LITERALS = 4_000_000;
const unity_metadata_NEIGHBOUR_REACH = 64;
const unity_metadata_NEIGHBOUR_MAX_LENGTH = 4_096;
const unityMetadata = {
    id: 'unity-metadata',
    title: 'Unity IL2CPP metadata',
    docs: {
        reads: 'The string literals of global-metadata.dat exactly, metadata versions 15 to 39.',
        locator: 'il2cpp literal <index>',
        blind: 'Files that the game encrypts. Which method uses a literal: that stands in machine code, so names in calls are not told from other words.',
        source: ['https://github.com/SamboyCoding/Cpp2IL/tree/development/LibCpp2IL'],
    },
    hint: { begins: ['\xaf\x1b'], names: NAME },
    sniff: (head, name) => (head.length >= 8 && head.readUInt32LE(0) === unity_metadata_MAGIC) || NAME.test(name),
    when: 'always',
    read: undefined,
};
function* unity_metadata_read(entry) {
    const { bytes } = entry;
    if (bytes.length < 32 || bytes.readUInt32LE(0) !== unity_metadata_MAGIC) {
        yield {
            type: 'problem',
            kind: 'encrypted',
            reason: 'global-metadata.dat does not begin with its magic number: the game encrypts it',
        };
        return;
    }
    const literals = literalsOf(bytes);
    if (literals === undefined) {
        const reason = `the literal table of IL2CPP metadata version ${bytes.readInt32LE(4)} does not add up; its strings were read without their borders`;
        yield { type: 'problem', kind: 'unsupported', reason };
        for (const run of runsAround(bytes, entry.hits)) {
            yield { type: 'text', text: { value: run.value, place: { ...entry.place, offset: entry.base + run.offset } } };
        }
        return;
    }
    for (let index = 0; index < literals.count; index += 1) {
        const { start, end } = literals.rangeOf(index);
        if (end - start < 4 || hitsWithin(entry.hits, start, end).length === 0)
            continue;
        const value = bytes.toString('utf8', start, end).slice(0, MAX_TEXT_LENGTH);
        const place = { ...entry.place, offset: entry.base + start, locator: `il2cpp literal ${index}` };
        yield { type: 'text', text: { value, place, around: () => unity_metadata_neighbours(bytes, literals, index) } };
    }
}
function unity_metadata_neighbours(bytes, literals, index) {
    const found = [];
    for (let distance = 1; distance <= unity_metadata_NEIGHBOUR_REACH; distance += 1) {
        for (const near of [index - distance, index + distance]) {
            if (near < 0 || near >= literals.count)
                continue;
            const { start, end } = literals.rangeOf(near);
            if (end > start && end - start <= unity_metadata_NEIGHBOUR_MAX_LENGTH)
                found.push({ value: bytes.toString('utf8', start, end) });
        }
    }
    return found;
}
function literalsOf(bytes) {
    const version = bytes.readInt32LE(4);
    const layouts = [pairTable, startTable, tripleTable];
    const first = version >= 38 ? tripleTable : version >= 35 ? startTable : pairTable;
    for (const layout of [first, ...layouts.filter((other) => other !== first)]) {
        const literals = layout(bytes);
        if (literals !== undefined)
            return literals;
    }
    return undefined;
}
function pairTable(bytes) {
    const [table, size, data, dataSize] = [8, 12, 16, 20].map((at) => bytes.readUInt32LE(at));
    if (size % 8 !== 0 || !fits(bytes, table, size) || !fits(bytes, data, dataSize) || size / 8 > MAX_LITERALS)
        return undefined;
    const literals = {
        count: size / 8,
        rangeOf: (index) => {
            const start = data + bytes.readUInt32LE(table + 8 * index + 4);
            return { start, end: start + bytes.readUInt32LE(table + 8 * index) };
        },
    };
    return addsUp(literals, data + dataSize) ? literals : undefined;
}
function startTable(bytes) {
    const [table, size, data, dataSize] = [8, 12, 16, 20].map((at) => bytes.readUInt32LE(at));
    return starts(bytes, table, size, data, dataSize);
}
function tripleTable(bytes) {
    const [table, size, data, dataSize] = [8, 12, 20, 24].map((at) => bytes.readUInt32LE(at));
    return starts(bytes, table, size, data, dataSize);
}
function starts(bytes, table, size, data, dataSize) {
    if (size % 4 !== 0 || !fits(bytes, table, size) || !fits(bytes, data, dataSize) || size / 4 > MAX_LITERALS)
        return undefined;
    const count = size / 4;
    const startOf = (index) => (index < count ? data + bytes.readUInt32LE(table + 4 * index) : data + dataSize);
    const literals = { count, rangeOf: (index) => ({ start: startOf(index), end: startOf(index + 1) }) };
    return addsUp(literals, data + dataSize) ? literals : undefined;
}
function fits(bytes, offset, size) {
    return offset >= 24 && offset + size <= bytes.length;
}
function addsUp(literals, high) {
    for (let index = 0; index < literals.count; index += 1) {
        const { start, end } = literals.rangeOf(index);
        if (end < start || end > high)
            return false;
    }
    return literals.count > 0;
}

;// CONCATENATED MODULE: ./lib/formats/xml-text.js






const xml_text_NAMES = /\.(?:xml|config|storyboard|xib|svg|csproj|props|targets|xaml|resx|entitlements)$/i;
const xml_text_MAX_PAIRS = 200_000;
const xml_text_MAX_WITHOUT_HITS = (/* unused pure expression or super */ null && (4 * 1024 * 1024));
const xmlText = {
    id: 'xml-text',
    title: 'XML text',
    docs: {
        reads: 'Element texts and attributes, named by the `name` attribute beside them: Android resources, manifests, Cordova\u2019s config.xml.',
        locator: 'string/<name> for Android resources, else <element>[<name>]@<attribute>',
        blind: 'Entities that a DTD declares; values without an anchor in files of more than 4 MiB.',
        source: ['https://www.w3.org/TR/xml/', 'https://developer.android.com/guide/topics/resources/string-resource'],
    },
    hint: { begins: BLANK_BYTES, signs: [0x3c] },
    sniff: (head, name) => looksLikeXml(head, name) && source_text_looksLikeText(head),
    when: 'always',
    mayHide: mayHide,
    read: undefined,
};
function looksLikeXml(head, name) {
    const sign = firstSign(head);
    if (sign !== undefined && sign !== 0x3c)
        return false;
    const wide = head[0] === 0xff || head[0] === 0xfe;
    const start = head
        .toString(wide ? 'utf16le' : 'utf8', 0, 256)
        .replace(/^[\uFEFF\uFFFE]/, '')
        .trimStart();
    return start.startsWith('<?xml') || (xml_text_NAMES.test(name) && start.startsWith('<'));
}
function* xml_text_read(entry, wanted) {
    if (entry.hits.length === 0 && entry.bytes.length > xml_text_MAX_WITHOUT_HITS)
        return;
    const source = sourceText(entry.bytes);
    const pairs = [...xmlPairs(source.text)];
    yield* readPairs(entry, source, pairs, wanted);
    const rest = hitsOutside(source, entry.hits, pairs);
    yield* readSpans(entry, rest, lineSpan, (from, index) => placeAt(entry, from, index));
}
const RESOURCES = new Set(['string', 'item', 'string-array', 'plurals', 'integer', 'bool']);
function* xmlPairs(text) {
    let element = '';
    let name;
    let plistKey;
    let count = 0;
    for (let at = 0; at < text.length && count < xml_text_MAX_PAIRS;) {
        if (text[at] !== '<') {
            const end = orEnd(text, text.indexOf('<', at));
            const range = trimmedRange(text, at, end);
            const value = range.start < range.end && element !== '' ? elementText(text.slice(range.start, range.end), element) : '';
            if (element === 'key')
                plistKey = value === '' ? plistKey : value;
            else if (value !== '') {
                const key = name ?? plistKey ?? element;
                yield {
                    key,
                    value,
                    ...range,
                    locator: RESOURCES.has(element) && name !== undefined ? `${element}/${name}` : key,
                };
                plistKey = undefined;
                count += 1;
            }
            at = end;
            continue;
        }
        if (text.startsWith('<!--', at)) {
            at = behind(text, '-->', at + 4);
            continue;
        }
        if (text.startsWith('<![CDATA[', at)) {
            const end = orEnd(text, text.indexOf(']]>', at));
            const key = name ?? element;
            yield { key, value: text.slice(at + 9, end), start: at + 9, end, locator: key };
            count += 1;
            at = end + 3;
            continue;
        }
        if (text[at + 1] === '?' || text[at + 1] === '!' || text[at + 1] === '/') {
            if (text[at + 1] === '/') {
                element = '';
                name = undefined;
            }
            at = behind(text, '>', at + 1);
            continue;
        }
        const tag = tagAt(text, at);
        element = tag.name;
        name = xml_text_nameOf(text, tag.attributes);
        for (const pair of attributePairs(text, tag, name)) {
            yield pair;
            count += 1;
        }
        at = tag.end;
    }
}
function attributePairs(text, tag, name) {
    return tag.attributes.map(({ name: full, start, end }) => {
        const attribute = full.slice(full.indexOf(':') + 1);
        const key = name !== undefined && /^(?:value|resource|content|default|string)$/.test(attribute) ? name : attribute;
        const locator = name === undefined ? `${tag.name}@${full}` : `${tag.name}[${name}]@${full}`;
        return { key, value: unescapeXml(text.slice(start, end)), start, end, locator };
    });
}
const MAX_ATTRIBUTES = 256;
function tagAt(text, at) {
    const namePattern = /<([A-Za-z_][\w.:-]{0,200})?/y;
    namePattern.lastIndex = at;
    const name = namePattern.exec(text)?.[1] ?? '';
    const attributes = [];
    const pattern = /\s{0,1000}(?:([A-Za-z_][\w.:-]{0,200})\s{0,100}=\s{0,100}(["'])|\/?>|[^\s>])/y;
    pattern.lastIndex = at + 1 + name.length;
    while (attributes.length < MAX_ATTRIBUTES) {
        const match = pattern.exec(text);
        if (match === null)
            return { name, attributes, end: Math.max(at + 1, behind(text, '>', at + 1)) };
        if (match[0].endsWith('>'))
            return { name, attributes, end: pattern.lastIndex };
        if (match[1] === undefined)
            continue;
        const start = pattern.lastIndex;
        const end = orEnd(text, text.indexOf(match[2] ?? '"', start));
        attributes.push({ name: match[1], start, end });
        pattern.lastIndex = Math.min(end + 1, text.length);
    }
    return { name, attributes, end: behind(text, '>', pattern.lastIndex) };
}
function xml_text_nameOf(text, attributes) {
    const attribute = attributes.find(({ name }) => /^(?:[\w-]{1,40}:)?(?:name|key|id)$/.test(name));
    return attribute === undefined ? undefined : unescapeXml(text.slice(attribute.start, attribute.end));
}
function elementText(raw, element) {
    const value = unescapeXml(raw);
    if (!RESOURCES.has(element))
        return value;
    const quoted = value.length > 1 && value.startsWith('"') && value.endsWith('"');
    return unescapeText(quoted ? value.slice(1, -1) : value);
}
function trimmedRange(text, start, end) {
    const raw = text.slice(start, end);
    const from = start + (raw.length - raw.trimStart().length);
    return { start: from, end: Math.max(from, start + raw.trimEnd().length) };
}
function behind(text, literal, from) {
    const at = text.indexOf(literal, from);
    return at === -1 ? text.length : at + literal.length;
}
function orEnd(text, at) {
    return at === -1 ? text.length : at;
}

;// CONCATENATED MODULE: ./lib/formats/registry.js


























const FORMATS = [
    ...[androidManifest, binaryXml, arsc, dex, bundleManifest, bundleXml, bundleTable, r8Mapping, javaClass],
    ...[plist, mobileprovision, strings, nib],
    ...[hermes, dotnetStore, dotnetAssembly, unityMetadata, unityArchive, unityAssets],
    ...[macho, elf, dartSnapshot, dartKernel, sqlite, realm],
    ...[json, xmlText, properties, jsBundle, text_text],
    raw,
];

;// CONCATENATED MODULE: ./lib/reading-options.js




function readOptions(search, once) {
    const { always, withoutHits } = compileAlways(FORMATS);
    return {
        search,
        always: (head, name) => always(head, name) || mayBeMisplaced(name, head),
        withoutHits: (bytes, name) => withoutHits(bytes, name) || mayBeMisplaced(name, bytes),
        alwaysHint: reading_options_joined([...alwaysHints(FORMATS), MISPLACED_HINT]),
        ...(once ? { seen: new Set() } : {}),
    };
}
function reading_options_joined(hints) {
    const begins = noPairs();
    const signs = new Uint8Array(256);
    for (const hint of hints) {
        for (const beginning of hint.begins ?? [])
            addPairs(begins, beginning);
        for (const byte of hint.signs ?? [])
            signs[byte] = 1;
    }
    const names = hints.flatMap(({ names: some }) => (some === undefined ? [] : [some.source]));
    return { begins, signs, names: new RegExp(names.join('|'), 'im') };
}

;// CONCATENATED MODULE: ./lib/reader.js







let options;
const rooms = createRoomPool();
const packer = createPacker(rooms);
const reader_MiB = 1024 * 1024;
const MOST_AHEAD = 16 * reader_MiB;
let ahead = 0;
let wake = () => undefined;
external_node_worker_threads_namespaceObject.parentPort?.on('message', (message) => {
    if (message.type === 'setup')
        options = optionsOf(message.setup);
    else if (message.type === 'read')
        void reader_read(message.candidate, message.own);
    else if (message.type === 'begun')
        begin(message.size);
    else
        rooms.giveBack(message.room);
});
const search = builtSearch();
function optionsOf({ once }) {
    if (search === undefined)
        throw new Error('there is no search.bin beside this file');
    return { ...readOptions(search, once), rooms };
}
function begin(size) {
    ahead -= size;
    wake();
}
const PATIENCE = 4;
async function reader_read(candidate, own) {
    if (options === undefined)
        throw new Error('the reading thread was not set up');
    let sent = milliseconds();
    for await (const event of readArtifact(candidate, { ...options, ...own })) {
        const isAwaited = ahead === 0 && !packer.isEmpty() && milliseconds() > sent + PATIENCE;
        if (isAwaited || !packer.fits(event)) {
            await sendParcel();
            sent = milliseconds();
        }
        packer.add(event);
        if (packer.isFull()) {
            await sendParcel();
            sent = milliseconds();
        }
    }
    await sendParcel();
    keepCompiled();
    post({ type: 'end' });
    if (own.alone === true)
        external_node_worker_threads_namespaceObject.parentPort?.close();
}
async function sendParcel() {
    const parcel = packer.take();
    const size = parcel.room.byteLength;
    while (ahead > 0 && ahead + size > MOST_AHEAD) {
        await new Promise((resolve) => {
            wake = resolve;
        });
    }
    ahead += size;
    post({ type: 'parcel', parcel }, [parcel.room]);
}
function post(message, transferred = []) {
    external_node_worker_threads_namespaceObject.parentPort?.postMessage(message, transferred);
}


})
