// 520b6882d478ac6fd26024bc26196eff
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
/** A parcel goes off with as many bytes, or one entry that is larger, or so many events. */
const ROOM = 1024 * 1024;
const MOST_EVENTS = 256;
const NUMBERS = 3;
function createPacker(rooms) {
    /** A room that a large entry begins is the parcel's from then on. */
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
/** The user can mend it: a wrong flag, input or config file. Exit code 2; the message names file, cause and way out. */
class UsageError extends (/* unused pure expression or super */ null && (Error)) {
    name = 'UsageError';
}
/** What the usual codes of the file system mean (`man 3 errno`), for people who never met one. */
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
/** The system's code where there is one: its message would hold the whole path of the machine. */
function codeOf(error) {
    const code = error?.code;
    return typeof code === 'string' ? code : errors_messageOf(error);
}

;// CONCATENATED MODULE: ./lib/shared/runs.js
/**
 * The string around a hit, for bytes without structure of their own: C-string sections, raw pages, unknown formats.
 * Works on any bytes; at most `reach` bytes are looked at on either side of a hit.
 */
const DEFAULT_REACH = 2_048;
/** The run around each hit, ascending by hit; a run that holds several hits comes once. Hits must be ascending. */
function* runsAround(bytes, hits, options = {}) {
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
        // Behind a cut, a hit near the edge gets a window of its own: what follows its anchor is part of the name.
        covered[hit.encoding] = to === high && high < end ? to - (reach >>> 1) : to;
        if (to <= given[hit.encoding])
            continue;
        given[hit.encoding] = to;
        yield { value: bytes.toString(encoding, from, to), offset: from, end: to, encoding };
    }
}
/** Strings shorter than this are noise where only control bytes part them. */
const SHORTEST_TEXT = 4;
const SHORTEST_LITERAL = 2;
const DEFAULT_NEIGHBOURS = 64;
/**
 * The strings beside a run, of its encoding, nearest first, at most `limit` (64), none further than `reach` bytes away.
 * The run itself is not among them.
 */
function stringsNear(bytes, run, options = {}) {
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
/** The hits that lie wholly in [start, end), by binary search. */
function hitsWithin(hits, start, end) {
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
/** Index of the first hit whose offset is not below `offset`. */
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
            const length = isTextByte(bytes[from - 1]) ? 1 : characterBefore(bytes, from, low);
            if (length === 0)
                break;
            from -= length;
        }
        return from;
    },
    end: (bytes, at, high) => {
        let to = at;
        while (to < high) {
            const length = isTextByte(bytes[to]) ? 1 : characterAt(bytes, to, high);
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
/** Printable ASCII, tab, LF or CR. */
function isTextByte(byte) {
    return (byte >= 0x20 && byte <= 0x7e) || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}
/** Latin blocks up to U+024F. Beyond them a unit is more often two foreign bytes than a letter beside a host name. */
function isTextUnit(unit) {
    return unit < 0x80 ? isTextByte(unit) : unit >= 0xa0 && unit < 0x250;
}
/** Bytes of the character that starts at `at`, 0 if none of text does (RFC 3629, section 4). */
function characterAt(bytes, at, high) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80)
        return isTextByte(lead) ? 1 : 0;
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
/** Bytes of the character that ends right before `at`. */
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
/* How much can be unpacked within one call. Read by TypeScript and by AssemblyScript. */
const MOST_ENTRIES = 2048;
/** Bytes from the first name in the table to the last. */
const NAMES_ROOM = (/* unused pure expression or super */ null && (256 * 1024));
/** Bytes of the archive. */
const PACKED_ROOM = 1280 * 1024;
const UNPACKED_ROOM = 1024 * 1024;
/** Bytes of a set of pairs of bytes (byte-pairs.ts). */
const BYTE_PAIRS_SIZE = 8192;
/** Blanks that are passed over at the most (firstSign of formats/source-text.ts); what is all blank so far is asked about. */
const MOST_BLANKS = 256;

;// CONCATENATED MODULE: ./lib/artifacts/byte-pairs.js

function noPairs() {
    return new Uint8Array(BYTE_PAIRS_SIZE);
}
function allPairs() {
    return noPairs().fill(0xff);
}
/** All pairs that `beginning`, one byte or two as Latin-1, is the beginning of. */
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
/** Instances of a program that scripts/wasm.mjs made, each with memory of its own. It is compiled with the first. */
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
/*
 * What a ZIP directory says of an entry, as a row of numbers; nothing of it is to be trusted. Read by TypeScript and by
 * AssemblyScript.
 */
/** Places in a row. Where the name stands is counted as zip-names.ts says. */
const zip_row_NAME_START = 0;
const zip_row_NAME_END = 1;
const METHOD = 2;
const TRAITS = 3;
const CRC32 = 4;
const COMPRESSED_SIZE = 5;
const SIZE = 6;
/** Where its local header should be, counted from the start of the source. */
const OFFSET = 7;
/** Numbers of a row. */
const ROW = 8;
/** Traits: the first is told by the flags, the last given by lending.ts, the others told by the name. */
const ENCRYPTED = 1;
const FOLDER = 2;
const CODE = 4;
const ARCHIVE = 8;
const APPLE_DOUBLE = 16;
const LENT = 32;
/** Methods (APPNOTE 4.4.5). */
const STORED = 0;
const DEFLATED = 8;

;// CONCATENATED MODULE: ./lib/artifacts/directory/code.js
/** assembly.ts, compiled by scripts/wasm.mjs: WebAssembly in base64. */
const code_CODE = [
    'AGFzbQEAAAABMQdgAAF/YAZ/f3x8f38Bf2AEf39/fwF/YAN/f38Bf2AGf3x8fH9/AX9gA39/fwBgAAACDwEDZW52Bm1lbW9yeQIA',
    'AAMJCAECAwQFAAAGBo0BEX8AQYAIC38AQYAgC38AQYCAEAt/AEGAoBALfAFEAAAAAAAAAAALfAFEAAAAAAAAAAALfAFEAAAAAAAA',
    'AAALfwFBAQt8AUQAAAAAAAAAAAt/AUEAC3wBRAAAAAAAAAAAC3wBRAAAAAAAAAAAC38BQQALfwFBAAt/AUEAC3wBRAAAAAAAAAAA',
    'C38BQQELB7MBEgViZWdpbgAHCGNvbnN1bWVkAAYLaXNBc2NlbmRpbmcABQRyZWFkAAAHRU5ESU5HUwMABFJPV1MDAwZXSU5ET1cD',
    'AQtXSU5ET1dfUk9PTQMCBGxlbmQABAV3ZWlnaAADCGFsbEJ5dGVzAwsDY3V0AAIHZG91YmxlcwMMC2ZpcnN0RG91YmxlAw0JcGFy',
    'dEJ5dGVzAwoLcGFydEVudHJpZXMDCQR0YWtlAAEGbWVtb3J5AgAK6w8IkwYCDn8BfCAAQYAgaiELIAVBBnRBgKAQaiEPQYAgIQkg',
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
    'AwsgAmtBAnYLsAIBAn8gAUQAAAAAgIQuQaNEmpmZmZmZ+T+iJAREAAAAAABAZUAkBSACJAggAyQGIARBAEckByAFIQQDQCAAIAdL',
    'BEAjBSAHQQZ0QYCgEGoiBisDMCIBRAAAAACAhC5Bo0QAAAAAAAA0QESamZmZmZnJPyAGKwMY/ANBBHEbokR7FK5H4Xp0P6CgJAUj',
    'CCABZAR/QQEFAn9BACAGKwMwIgEjBmQNABpBASAGKwMY/ANBCHENABojBwR/QQAFIwggASAGKwMopWULCwsEQCMEIAYrAzBEAAAA',
    'AICELkGjRM3MzMzMzBBARGZmZmZmZvY/IAYrAxBEAAAAAAAAIEBhG6JEexSuR+F6lD+goCQEBSAEIAc2AgAgBEEEaiEECyAHQQFq',
    'IQcMAQsLIAQgBWtBAnYLvAMCA38BfCABIQMDQCADIAEgAkECdGpJBEAgAygCAEEGdEGAoBBqIQQgBQR/QQAFIAQrAxj8A0EEcQsE',
    'QEEBIQUgBCAEKwMY/ANBIHK4OQMYBSMFIwRkBEAjBCAEKwMwRAAAAACAhC5Bo0TNzMzMzMwQQERmZmZmZmb2PyAEKwMQRAAAAAAA',
    'ACBAYRuiRHsUrkfhepQ/oKAkBAUjBSAEKwMwRAAAAACAhC5Bo0TNzMzMzMwQQERmZmZmZmb2PyAEKwMQRAAAAAAAACBAYRuiRHsU',
    'rkfhepQ/oKAkBSAEIAQrAxj8A0Egcrg5AxgLCyADQQRqIQMMAQsLIABBBnRBgKAQaiEAA0AgAEGAoBBLIwUjBGNxBEAjCCAAQUBq',
    'IgArAzBlBH9BAQUCf0EAIAArAzAiBiMGZA0AGkEBIAArAxj8A0EIcQ0AGiMHBH9BAAUjCCAGIAArAyilZQsLCw0BIwQgACsDMEQA',
    'AAAAgIQuQaNEzczMzMzMEEBEZmZmZmZm9j8gACsDEEQAAAAAAAAgQGEbokR7FK5H4XqUP6AiBqEkBCMFIAagJAUgACAAKwMY/ANB',
    'IHK4OQMYDAELCwsEACMQCwgAIw5BgCBrCxEARAAAAAAAAAAAJA9BASQQCw==',
].join('');

;// CONCATENATED MODULE: ./lib/artifacts/directory/program.js



/** Names of folders, code, and what is more than one file, by their endings. */
const ENDINGS = [
    [FOLDER, ['/']],
    [CODE, ['.dex', '.js', '.jsbundle', '.bundle']],
    [ARCHIVE, ['.apk', '.aab', '.apks', '.aar', '.jar', '.zip', '.ipa']],
];
const PAGES = 10;
const instance = instances(code_CODE);
/** Those that are not in use. */
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
/** assembly.ts, compiled by scripts/wasm.mjs: WebAssembly in base64. */
const inflater_code_CODE = [
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


/** More than what is laid out in assembly/layout.ts, the end of which is checked against this. What is not written to takes no memory. */
const program_PAGES = 60;
const program_instance = instances(inflater_code_CODE);
function createProgram() {
    const { code, memory } = program_instance(program_PAGES);
    if (code.END.value > program_PAGES * PAGE)
        throw new Error('too little memory');
    return { code, memory };
}

;// CONCATENATED MODULE: ./lib/artifacts/inflater/unpacker.js



// Functions instead of methods: V8 would compile whoever calls them anew for every call of `unpack`.
function isThere({ starts }, place) {
    return starts[place] >= 0;
}
/** Where in `together` the content begins; of what is not there, where that of the next one would. */
function startOf({ together, starts }, place) {
    const found = starts[place];
    if (found === undefined)
        return together.length;
    return (found < 0 ? ~found : found) - together.byteOffset;
}
/** The place of the content that holds an offset in `together`. */
function placeAt(unpacked, offset) {
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
/** Entries mostly stand one behind the other: they are halved until they do. */
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
/** Those that are not in use: each holds as much as three megabytes. */
const unpacker_idle = [];
function takeUnpacker() {
    return unpacker_idle.pop() ?? createUnpacker();
}
function giveBack(unpacker) {
    unpacker_idle.push(unpacker);
}

;// CONCATENATED MODULE: ./lib/shared/clock.js
/** Milliseconds since some time or other. Of `performance` Node loads all else with it, in each thread anew. */
function milliseconds() {
    return Number(process.hrtime.bigint()) / 1e6;
}

;// CONCATENATED MODULE: ./lib/artifacts/limits.js

const MiB = 1024 * 1024;
/** Contents are compared with those read before; smaller ones cost nothing, and an app's own manifest has to be read in each of its artifacts. */
const DEDUPE_FROM = 64 * 1024;
/**
 * Deflate cannot do better than 1032:1, and real entries beyond 200:1 are runs of zeros; the largest real artifacts
 * (game data in OBB files) hold some GiB.
 */
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
/**
 * What one of two parts may use: what is declared of it and half of what is then left, so that both together keep to what
 * the artifact may. Where more is declared than that, which may be a lie, half of all. The whole where the other part has no
 * entries: nothing has to be left for it.
 */
function shareOf(most, part, all) {
    if (part.entries === all.entries)
        return most;
    const share = (what) => all[what] <= most[what] ? part[what] + Math.floor((most[what] - all[what]) / 2) : Math.floor(most[what] / 2);
    return { entries: share('entries'), bytes: share('bytes') };
}
/** The limit that the artifact as a whole has run into, as a sentence; undefined while there is room. */
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
/** False if with so much more it may be exhausted. */
function hasRoomFor({ most, entries, bytes }, moreEntries, moreBytes) {
    return entries + moreEntries <= most.entries && bytes + moreBytes <= most.bytes;
}
/** How far one entry may be inflated, and the sentence to give where it goes beyond. */
function entryAllowance(limits, compressedSize) {
    const byRatio = Math.max(limits.ratioFloor, limits.ratio * compressedSize);
    if (byRatio < limits.entryBytes) {
        return { bytes: byRatio, reason: `inflates to more than ${limits.ratio} times its size (ratio limit)` };
    }
    return { bytes: limits.entryBytes, reason: `larger than ${megabytes(limits.entryBytes)} (entry size limit)` };
}
/** Wide enough that one entry that was cut at its own limit does not take the others with it. */
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

/** No header is shorter (APPNOTE 4.3.12). */
const SHORTEST = 46;
const ROW_BYTES = ROW * Float64Array.BYTES_PER_ELEMENT;
/** What lending.ts writes down for an entry. */
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
/** Reads headers as long as there are some, `most` at the most. `shift` is added to their offsets. */
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


/** Names that stand in the order of the rows. */
function namesInOrder(directory, rows) {
    return async (entries) => {
        const { start, end } = extentOf(rows, entries);
        return { start, bytes: await directory.read(start, end - start) };
    };
}
/** Bytes read along with a name, where other names may stand behind it. */
const AHEAD = 4096;
const LONGEST_NAME = 0xffff;
/** Names that stand in the order of the rows, but far apart: `placeOf` tells where in the source, the rows only count them. */
function namesApart(source, rows, placeOf) {
    return async (entries) => gathered(source, rows, entries, placeOf, AHEAD, Buffer.alloc(sizeOf(rows, entries)));
}
/** Names that are held at a time where they stand in any order: for so many at once a directory can be read from one end to the other. */
const HELD = 8 * 1024 * 1024;
const SWEPT_AT_A_TIME = 256 * 1024;
/** Names that stand in another order than the rows, which only count them: `places` tells where in the directory. */
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
/** The entries from one on whose names end at `end` or before. */
function from(rows, first, end) {
    const count = rows.length / ROW;
    let behind = first;
    while (behind < count && rows[ROW * behind + zip_row_NAME_END] <= end)
        behind++;
    return Uint32Array.from({ length: behind - first }, (_, index) => first + index);
}
/** Names, from wherever they are, laid as the rows count them; `ahead` bytes are read along with one, for others that stand there. */
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
/** The upper half of code page 437, which a name without the UTF-8 flag is in (APPNOTE 4.4.4, appendix D). */
const CP437 = '\u00c7\u00fc\u00e9\u00e2\u00e4\u00e0\u00e5\u00e7\u00ea\u00eb\u00e8\u00ef\u00ee\u00ec\u00c4\u00c5\u00c9\u00e6\u00c6\u00f4\u00f6\u00f2\u00fb\u00f9\u00ff\u00d6\u00dc\u00a2\u00a3\u00a5\u20a7\u0192\u00e1\u00ed\u00f3\u00fa\u00f1\u00d1\u00aa\u00ba\u00bf\u2310\u00ac\u00bd\u00bc\u00a1\u00ab\u00bb\u2591\u2592\u2593\u2502\u2524\u2561\u2562\u2556\u2555\u2563\u2551\u2557\u255d\u255c\u255b\u2510\u2514\u2534\u252c\u251c\u2500\u253c\u255e\u255f\u255a\u2554\u2569\u2566\u2560\u2550\u256c\u2567\u2568\u2564\u2565\u2559\u2558\u2552\u2553\u256b\u256a\u2518\u250c\u2588\u2584\u258c\u2590\u2580\u03b1\u00df\u0393\u03c0\u03a3\u03c3\u00b5\u03c4\u03a6\u0398\u03a9\u03b4\u221e\u03c6\u03b5\u2229\u2261\u00b1\u2265\u2264\u2320\u2321\u00f7\u2248\u00b0\u2219\u00b7\u221a\u207f\u00b2\u25a0\u00a0';
const BEYOND_ASCII = /[\x80-\xff]/;
/**
 * An entry's name as text, from its bytes as Latin-1. Apple's tools write UTF-8 without saying so, so what is valid UTF-8 is read as such, with or
 * without the flag.
 */
function decodeName(latin1) {
    if (!BEYOND_ASCII.test(latin1))
        return latin1;
    const bytes = Buffer.from(latin1, 'latin1');
    if ((0,external_node_buffer_namespaceObject.isUtf8)(bytes))
        return bytes.toString('utf8');
    return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : (CP437[byte - 0x80] ?? '?'))).join('');
}

;// CONCATENATED MODULE: ./lib/artifacts/zip-table.js



/** APPNOTE 4.3.7 and 4.3.12. */
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
/** The name of an entry, from those that were read with it. */
function nameAt(table, index, names) {
    return decodeName(rawNameAt(table, index, names).toString('latin1'));
}
function rawNameAt(table, index, { start, bytes }) {
    return bytes.subarray(numberAt(table, index, zip_row_NAME_START) - start, numberAt(table, index, zip_row_NAME_END) - start);
}
/** Bytes from the first name that is read to the last. */
const NAMES_AT_A_TIME = (/* unused pure expression or super */ null && (256 * 1024));
/** All entries, with their names: some at a time. */
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
/** Entries are made one by one, when they are needed: of most it is enough to know the numbers. */
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
/** The entry to whose name a byte of the names belongs; undefined if it lies between them. */
function entryNamedAt(table, position) {
    const index = firstAbove(table, NAME_START, position) - 1;
    return index >= 0 && position < numberAt(table, index, NAME_END) ? index : undefined;
}
/** Where the next entry or the directory begins: an entry's data cannot reach further. */
function endAt(table, index) {
    const offset = numberAt(table, index, OFFSET);
    const next = table.rows[ROW * firstAbove(table, OFFSET, offset) + OFFSET] ?? Number.POSITIVE_INFINITY;
    return Math.max(offset, Math.min(table.end, next));
}
/** The first row that holds a higher number at a place where they ascend; behind all rows, if none does. */
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
/** What a central directory tells, `shift` bytes off, which ends the entries at `end`; `most` entries, and how far it was read. */
async function readTable(directory, { shift, end, most }, program) {
    const { rows, end: read, isAscending } = await readHeaders(directory, shift, most, program);
    const readNames = isAscending ? namesInOrder(directory, rows) : sorted(directory, rows);
    return { table: { rows, program, count: rows.length / ROW, readNames, end }, read };
}
/** Puts rows in the order of the file, those of one offset as they were. Their names stay where they are, and are only counted anew. */
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
/** Puts each row where the order has its number, within the rows themselves; the order is used up. */
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



/** The entries of a part, or all. Those that are lent are marked in the table. */
function lending_select(table, part, circumstances) {
    const { program, rows, count } = table;
    const { code } = program;
    const first = code.ROWS.value + rows.byteLength;
    const second = first + Uint32Array.BYTES_PER_ELEMENT * count;
    // createRows left room for both lists.
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
/** Bytes that wait to be used again. */
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
function growingRoom(least, pool = createRoomPool()) {
    let room = Buffer.alloc(0);
    return (size) => {
        // What was handed on is of no length here.
        if (room.length < Math.max(size, 1)) {
            if (room.length > 0)
                pool.giveBack(room.buffer);
            room = Buffer.from(pool.take(Math.max(size, least)));
        }
        return room;
    };
}
/** To a power of two, so that there are few rooms; memory that is not written to costs nothing. */
function roundedUp(size) {
    return 2 ** Math.ceil(Math.log2(size));
}

;// CONCATENATED MODULE: ./lib/artifacts/tally.js
function startRun(path, options, budget) {
    return { path, options, budget, read: 0, skipped: new Map(), stopped: false, listed: 0 };
}
/** Counts entries that are not read; those of one reason are reported together, with the first one's name. */
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
/** CRC-32 as ZIP archives have it. What computes it is loaded with the first one: many an app needs none here. */
function crc32(bytes) {
    return process.getBuiltinModule('node:zlib').crc32(bytes);
}

;// CONCATENATED MODULE: ./lib/artifacts/inflater/inflater.js

/** In the order of the numbers in assembly.ts. */
const STATUS = ['ended', 'needs input', 'needs room', 'broken'];
function createInflater() {
    const { code, memory } = createProgram();
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

/** No deflate stream gives more per byte. */
const MOST_PER_BYTE = 1032;
/** For what is inflated within one call; made with the first. */
let own;
/** Inflates as far as it goes and hands on what comes out, piece by piece; undefined as soon as a piece is not wanted. */
function inflate(data, take) {
    own ??= createInflater();
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
/** Inflates into `room`; undefined if more comes out than there is room for. */
function inflateInto(data, room) {
    let at = 0;
    return inflate(data, (piece) => {
        if (piece.length > room.length - at)
            return false;
        at += piece.copy(room, at);
        return true;
    });
}
/** Inflates as far as it goes; undefined if more than `most` bytes come out. */
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
/** Inflaters that are not in use: each holds a megabyte. */
const inflate_idle = [];
const INPUT_READ = 256 * 1024;
/**
 * Inflates data of any size in pieces of half a megabyte at most, each as it is only until the next one is asked for. Returns
 * true if the stream came to its own end.
 */
async function* inflatePieces(source) {
    const inflater = inflate_idle.pop() ?? createInflater();
    const room = Buffer.allocUnsafeSlow(INPUT_READ);
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
                // A file that was cut off meanwhile ends here.
                read = data.length === 0 ? source.size : read + data.length;
            }
            data = data.subarray(inflater.give(data, read >= source.size));
        }
    }
    finally {
        inflate_idle.push(inflater);
    }
}

;// CONCATENATED MODULE: ./lib/artifacts/pieces.js

const STORED_PIECE = 512 * 1024;
/**
 * The content in pieces of half a megabyte at most, each as it is only until the next one is asked for: fresh buffers would
 * keep the garbage collector busy. Returns whether it came to its own end.
 */
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
/**
 * Waits for the disk, as there is nothing else to do in the thread that reads: to have it done by Node's pool of threads takes
 * more processor time than the reading itself. What comes from other threads has its turn between two reads.
 */
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
/**
 * Gives what begins at a position, `least` bytes or up to the end, and up to `ahead` more; it stays as it is until the next call. Read
 * anew is only what the last read has not brought.
 */
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
/** A part of a source as a source of its own: a stored archive inside an archive. */
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
/** Far longer than any anchor: what stands around a hit has to be in the same window. */
const MARGIN = 16 * 1024;
/**
 * Cuts a stream of pieces into overlapping windows and searches each byte of it once. The bytes of a piece and of a window
 * stay as they are only until the next one is asked for.
 */
async function* searchedWindows(pieces, search) {
    const join = joiner();
    let held = Buffer.alloc(0);
    let base = 0;
    /** Hits before this offset have been given. */
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
/** Joins in one buffer again and again: a fresh one for every half megabyte keeps the garbage collector busy. */
function joiner() {
    let room = Buffer.alloc(0);
    return (held, piece) => {
        const length = held.length + piece.length;
        const target = length <= room.length ? room : Buffer.allocUnsafeSlow(length + MARGIN);
        // What is held may be the end of the same buffer: set moves overlapping bytes rightly.
        target.set(held);
        target.set(piece, held.length);
        room = target;
        return target.subarray(0, length);
    };
}
function hitsBetween(bytes, base, from, until, search) {
    const skip = from - base;
    // An anchor that begins before `until` may end behind it.
    const stop = Math.min(bytes.length, until - base + search.longest);
    return search
        .find(bytes.subarray(skip, stop))
        .map((hit) => ({ ...hit, offset: skip + hit.offset }))
        .filter((hit) => base + hit.offset < until);
}

;// CONCATENATED MODULE: ./lib/artifacts/zip-walk.js






const SIGNATURE = Buffer.from('PK\x03\x04', 'latin1');
const WINDOW = 1024 * 1024;
/** Bytes that a header with its name may take. */
const LONGEST_HEADER = LOCAL_HEADER_SIZE + 0xffff;
const SIZES_FOLLOW = 0x0008;
const SATURATED = 0xffffffff;
/**
 * The entries of an archive without a directory, one local header after the other. Where a header does not tell the
 * size (bit 3: it follows the data), the entry reaches to the next header; the inflater ends by itself before that.
 */
async function walkLocalHeaders(source, limits, program) {
    const walked = { rows: createRows(program, limits.entries + 1), bytes: 0 };
    const problems = [];
    const view = viewOf(source, WINDOW);
    let position = 0;
    let directoryStart = source.size;
    while (position < source.size && walked.rows.count() <= limits.entries) {
        const bytes = await view(position, LONGEST_HEADER);
        if (bytes.length < LOCAL_HEADER_SIZE)
            break;
        const at = bytes.indexOf(SIGNATURE);
        if (at === -1 || (at > 0 && at + LONGEST_HEADER > bytes.length)) {
            // The signature may begin in the last bytes.
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
/** 0 where the four bytes are there by chance. */
function nameLengthAt(bytes, at) {
    if (at + LOCAL_HEADER_SIZE > bytes.length)
        return 0;
    const length = bytes.readUInt16LE(at + 26);
    return at + LOCAL_HEADER_SIZE + length > bytes.length ? 0 : length;
}
function headerLength(bytes, at) {
    return LOCAL_HEADER_SIZE + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
}
/** Bytes of data that can be passed over. */
function knownSize(bytes, at) {
    const size = bytes.readUInt32LE(at + 18);
    return (bytes.readUInt16LE(at + 6) & SIZES_FOLLOW) === 0 && size !== SATURATED ? size : 0;
}
/** Makes a row of what the directory would say. */
function add(walked, local, offset) {
    const nameLength = local.readUInt16LE(26);
    const header = walked.rows.window().subarray(0, CENTRAL_HEADER_SIZE + nameLength);
    header.fill(0, 0, CENTRAL_HEADER_SIZE);
    header.writeUInt32LE(CENTRAL_HEADER);
    // From the version on that is needed, both headers are alike up to the name's length.
    local.copy(header, 6, 4, 28);
    local.copy(header, CENTRAL_HEADER_SIZE, LOCAL_HEADER_SIZE, LOCAL_HEADER_SIZE + nameLength);
    walked.bytes += walked.rows.read(header.length, true, walked.bytes, offset);
}
/** Sizes that a header left open: all there is up to the next one. */
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





/** APPNOTE 4.3.14\u201316. */
const END_RECORD = Buffer.from('PK\x05\x06', 'latin1');
const END_RECORD_SIZE = 22;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_LOCATOR_SIZE = 20;
const ZIP64_END_RECORD = 0x06064b50;
const ZIP64_END_RECORD_SIZE = 56;
/** All of its signatures begin with it. */
const BEGINNING = 'PK';
/** First an end record with the longest comment there can be, then one with this much appended behind it. */
const TAILS = [END_RECORD_SIZE + 0xffff, 16 * 1024 * 1024];
/** End records that are tried, last one first: a decoy in a comment is one, a thousand of them are an attack. */
const MAX_END_RECORDS = 64;
/** True for what begins like an archive: with a local header, or empty with an end record. */
function looksLikeZip(head) {
    if (head.length < 4 || head[0] !== BEGINNING.charCodeAt(0))
        return false;
    return head.readUInt32LE(0) === LOCAL_HEADER || head.subarray(0, 4).equals(END_RECORD);
}
/**
 * Every entry of an archive, as Android and unzip would find them and where these give up, too: bytes before and behind
 * the archive, a repeated end record, wrong offsets, and without any directory by walking the local headers. The table's program is to
 * be given back.
 */
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
    // An archive of nothing, unless there are local headers that the record does not speak of.
    if (!empty || reading.source.size > 4096)
        return undefined;
    return empty;
}
/** Where the directory is, from an end record; undefined if none is there. */
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
    // Where bytes were put before the archive, offsets count from the archive's own start: the directory ends at its record.
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
/** APPNOTE 4.3.14: the locator stands directly before the end record. */
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
    // One more than allowed, so that it shows that there are too many.
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
/** A signature of the directory (`PK\x05\x05`) or padding may follow the entries; another entry may not. */
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
/** WinZip AES (APPNOTE appendix E): the true method stands in an extra field, the data is always encrypted. */
const AES = 99;
/** Methods of which real archives are made (APPNOTE 4.4.5) and which zlib cannot read. */
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
/** Opens an entry, which lies in the stretch if it is where the directory says. Fails only as the source does. */
async function openEntry(archive, stretch, entry) {
    const place = locate(stretch, entry) ?? (await searchHeader(archive, entry));
    if (place === undefined)
        return lost(entry);
    const { source, limits } = archive;
    const bytes = isPlainDeflate(place, limits) ? await inflated(archive, stretch, place) : undefined;
    return bytes ? whole(entry, bytes, true, NONE) : openOne(source, stretch, place, limits);
}
/** The entry's content, if it is what the directory says. */
async function inflated({ source, room }, stretch, { entry, start, length }) {
    const data = within(stretch, start, length) ?? (await source.read(start, length));
    const bytes = room(entry.size).subarray(0, entry.size);
    const result = inflateInto(data, bytes);
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
/** Recovery as Android analysts' tools do it: a header of the same name from 64 KiB before to 1 MiB behind. */
const SEARCH_BEFORE = 64 * 1024;
const SEARCH_BEHIND = 1024 * 1024;
const MAX_SEARCHES = 256;
/** The data behind the local header, if that is where the directory says. */
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
/** Looks around for a header of the entry's name; gives the one of another name only where there is none. */
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
/** A size that the data cannot reach would only ask for memory. */
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
/** A method that nobody knows may hide deflated data, if the whole of it is one deflate stream. */
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
/**
 * One entry whose CRC, size or flags are not what they should be, or which is too large for memory. Inflates as far as
 * it goes, beyond the declared length, too, as long as no other entry begins.
 */
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
    // A local header may leave both to what follows the data.
    if (entry.size === 0 && entry.crc32 === 0)
        return whole(entry, inflated.bytes, false, NONE);
    const reason = 'its size or CRC-32 is not the declared one; all of it was read';
    return whole(entry, inflated.bytes, false, [{ kind: 'note', reason }]);
}
function unfinished(entry, inflated, data) {
    // Where nothing comes out, the bytes themselves are searched: they may be plain.
    const bytes = inflated.length > 0 ? inflated : data;
    if (entry.encrypted) {
        return whole(entry, bytes, false, [{ kind: 'encrypted', reason: ENCRYPTED_REASON }]);
    }
    const reason = `partial: inflates to ${inflated.length} of ${entry.size} bytes, then the data is broken or cut off`;
    return whole(entry, bytes, false, [{ kind: 'truncated', reason }]);
}
/** Android reads what is not deflated as it stands, with the inflated size as its length. */
async function openStored(source, stretch, place, limits) {
    const { entry, start } = place;
    const room = source.size - start;
    const wanted = entry.size <= room ? entry.size : Math.min(entry.compressedSize, room);
    const problems = storedProblems(entry, wanted);
    if (wanted > limits.wholeBytes) {
        const content = { type: 'stored', source: windowSource(source, start, wanted) };
        // The traditional encryption puts 12 bytes before the data (APPNOTE 6.1.3).
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









/** More hits than any real file has; what lies behind them is not looked at. */
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
/**
 * Searches a content that is no archive, unless its hits are known. Not a generator: most of an app's thousands of entries
 * give nothing.
 */
function look(run, found, bytes, known) {
    const { search, always } = run.options;
    if (wasSeen(run, found, bytes)) {
        skip(run, found.chain, 'same content (CRC-32 and size) as an entry that was read');
        return NOTHING;
    }
    run.read++;
    const hits = known ?? search.find(bytes, MAX_HITS);
    if (hits.length === 0 && !always(bytes, found.name))
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
    // What the directory says of a stored entry nobody has checked: a lie there must not hide anything.
    const key = `${found.crc32 ?? crc32(bytes)}:${bytes.length}`;
    if (seen.has(key))
        return true;
    seen.add(key);
    return false;
}
/** An entry that is too large for memory, unless a reader must have all of it. */
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
/** Collects up to `most` bytes; `all` is false where there are more. */
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
/** What was already taken and then the rest, until a limit is met; neither stops nor restarts the flow itself. */
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
/** What is stored may be as long as an entry may be. */
function compressedSize(run, content) {
    return content.type === 'deflated' ? content.source.size : run.budget.limits.entryBytes;
}
async function* ended(run, found, flow) {
    await flow.pieces.return(false);
    yield* booked(run, found, flow);
}
/** Books a large content and says what of it could not be read. */
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


/** Name and extra field of a local header, at the longest. */
const HEADER_ROOM = LOCAL_HEADER_SIZE + 2 * 0xffff;
/** The stretch of the archive in which a batch lies; where the unpacker has room for it, there. */
async function readStretch({ source, limits }, table, batch, unpacker, large) {
    const start = numberAt(table, batch[0], OFFSET);
    const last = batch.at(-1);
    const lastStart = numberAt(table, last, OFFSET);
    const compressedSize = numberAt(table, last, COMPRESSED_SIZE);
    const end = Math.min(lastStart + compressedSize + HEADER_ROOM, Math.max(endAt(table, last), lastStart + HEADER_ROOM), source.size);
    const size = compressedSize > limits.wholeBytes ? HEADER_ROOM : Math.max(0, end - start);
    const { packed } = unpacker;
    if (size > packed.length)
        return { start, bytes: await source.read(start, size, large(size)) };
    const bytes = await source.read(start, size, packed);
    if (bytes.buffer !== packed.buffer)
        packed.set(bytes);
    return { start, bytes: packed.subarray(0, bytes.length) };
}

;// CONCATENATED MODULE: ./lib/artifacts/archive.js
















/** What is known of an entry takes memory from when its archive is opened. Archives within each other have so much of the limit on entries. */
const LISTED_SHARE = 2;
/** Reads an archive, the archives within it included. `chain` is its own name, `depth` how many archives hold it. */
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
        room: growingRoom(UNPACKED_ROOM, run.options.rooms),
        searches: MAX_SEARCHES,
    };
    const unpacker = takeUnpacker();
    try {
        await leaveOut(run, table, selected.doubles, chain);
        yield* archive_readEntries({ run, archive, unpacker, table, chain, depth }, selected);
    }
    finally {
        giveBack(unpacker);
        giveBackDirectoryProgram(table.program);
        run.listed -= table.count;
    }
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
    const large = growingRoom(UNPACKED_ROOM);
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
/** `left`: entries that are still to be read, with those of the batch. Returns false if a limit was reached. */
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
/** Counts entries of which nothing comes, one by one where a limit is near; gives the place of the first that is not counted. */
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
/**
 * The entries that have to be looked at, by place, and the end of them all: those that were not unpacked, in which the search saw
 * something, or that may be wanted whatever it saw. Of the others, which most are, nothing has to be known.
 */
function placesOfInterest({ options }, entries, unpacked, hits) {
    const names = options.alwaysHint?.names;
    if (hits.length >= MAX_HITS || names === undefined)
        return entries.keys();
    const seen = hits.map(({ offset }) => placeAt(unpacked, offset));
    const places = [...unpacked.needed, ...seen, ...namedPlaces(names, unpacked), entries.length];
    return places.sort((left, right) => left - right);
}
/** The places of those with a name that may be wanted; of all, if names that hold a line feed make it unclear which they are. */
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
/** Unpacks what is small; nothing is, if the stretch stands elsewhere. */
function unpack({ run, archive, unpacker, table }, { entries, stretch, names }) {
    const { start, bytes } = stretch;
    const size = bytes.buffer === unpacker.packed.buffer ? bytes.length : 0;
    const most = Math.min(DEDUPE_FROM - 1, archive.limits.wholeBytes);
    const begins = new Uint8Array(run.options.alwaysHint?.begins ?? allPairs());
    addPairs(begins, BEGINNING);
    const signs = run.options.alwaysHint?.signs ?? new Uint8Array(256);
    return unpacker.unpack({ table, entries, names, start, size, most, begins, signs });
}
/** A content that was unpacked. */
function foundAt({ run, table, chain, depth }, { entries, names }, unpacked, place) {
    run.budget.entries++;
    const index = entries[place];
    const name = nameAt(table, index, names);
    const start = startOf(unpacked, place);
    const bytes = unpacked.together.subarray(start, start + numberAt(table, index, SIZE));
    const content = { type: 'whole', bytes };
    return { name, chain: `${chain}!/${name}`, content, encrypted: false, depth, crc32: undefined };
}
/** `hits` are those of all contents together, of which this one begins at `start`. */
function lookAt(run, found, hits, start) {
    const { bytes } = found.content;
    run.budget.bytes += bytes.length;
    return look(run, found, bytes, hits.length < MAX_HITS ? hitsIn(hits, start, start + bytes.length) : undefined);
}
function hitsIn(hits, start, end) {
    return hitsWithin(hits, start, end).map((hit) => ({ ...hit, offset: hit.offset - start }));
}
/** An entry that was not unpacked with others. */
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
/** Not even their names may be known. */
function allUnreadable({ run, chain }, count, message) {
    run.budget.entries += count;
    return problemEvent(run, chain, 'unreadable', `${count} entries could not be read: ${message}`);
}
/** The entries of a part, for which the budget is then. */
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
/** Says once which limit stopped the artifact, and where; what is left is counted. */
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
/** True for whoever asks first. */
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
/** What was read more than once, as of a broken archive, is not more than all there is. */
function stateOf(meter) {
    const size = Number(Atomics.load(meter, meter_SIZE));
    return { read: Math.min(Number(Atomics.load(meter, READ)), size), size };
}
/** Counts what is read of a file. */
function metered(source, meter) {
    if (meter === undefined)
        return source;
    // Stretches of an archive reach into each other; names are read between them.
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






/** Reads every file of a folder that is one artifact; `chain` is its own name. */
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
/** Reads one file on the disk, which may be an archive. */
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

const CHUNK = 1024 * 1024;
/** SHA-256 of a file, as lower-case hex; the empty string if it could not be read. */
async function hashFile(location) {
    return digestOf(location).catch(() => '');
}
/** SHA-256 of what `sha256sum` would print of a folder's files: lines of digest, two spaces, name, sorted by name. */
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
/** Loaded when it is needed: that takes longer than many a file. */
async function startHash() {
    const { createHash } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 598, 19));
    return createHash('sha256');
}

;// CONCATENATED MODULE: ./lib/artifacts/walk.js



const MAX_DEPTH = 64;
/** Every regular file below a folder, at most `most`. */
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
            if (child.isDirectory() && depth < MAX_DEPTH)
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
/*
 * Waits for the answer: there is nothing else to do meanwhile, and loading what would ask Node's thread pool takes a part of the time
 * that a small scan has.
 */
/** What is in a folder, nothing if it cannot be listed. */
function listed(folder) {
    const children = childrenOf(folder);
    return typeof children === 'string' ? [] : children;
}
/** Sorted, so that one folder is always read the same way; the system's code if it cannot be listed. */
function childrenOf(folder) {
    try {
        const children = (0,external_node_fs_namespaceObject.readdirSync)(folder, { withFileTypes: true });
        return children.sort((left, right) => (left.name < right.name ? -1 : 1));
    }
    catch (error) {
        return codeOf(error);
    }
}
/** Undefined for what is not there or cannot be asked for. */
function statOf(location) {
    try {
        return (0,external_node_fs_namespaceObject.statSync)(location);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/artifacts/read.js












/**
 * Reads one artifact: every entry is inflated and searched, and those with an anchor in them, or which some reader
 * always wants, are handed on. Never throws for what the artifact holds; the summary is the last event.
 */
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
        // The artifact is counted once, not for each part.
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
/** The events and the summary. The digest is made last: whoever looks at what was found has no need of it before. */
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

;// CONCATENATED MODULE: external "node:v8"
const external_node_v8_namespaceObject = require("node:v8");
;// CONCATENATED MODULE: ./lib/shared/ascending.js
/** Index of the last element that is not above `value`; the elements ascend and the first is taken for granted. */
function lastNotAbove(ascending, value) {
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

/**
 * Characters written as escapes where they need none: `\x41` in JavaScript, `\u0041` in JSON and others, `\u{41}`, `\101` in octal,
 * `%41` in addresses, `\/` in the JSON of PHP. Obfuscators write so throughout or here and there, encoders a sign that they play
 * safe with.
 */
/** In hexadecimal the printable characters begin with one of these digits. */
const SIXTEENS = ['2', '3', '4', '5', '6', '7'];
/** In octal, from the hyphen on, they begin with these. */
const EIGHTS = ['05', '06', '07', '10', '11', '12', '13', '14', '15', '16', '17'];
/** What anchors consist of: in addresses other signs are escaped everywhere. */
const CHARACTERS = '+-./0123456789:=ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~';
/** What shows an escape to the byte search, in lower case. Of slashes only those of addresses: regular expressions are full of others. */
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
/** Characters of the longest one: within a literal of a literal the backslash is escaped itself, once or twice. */
const LONGEST_ESCAPE = '\\\\\\\\u{0041}'.length;
const ESCAPE = /\\{1,4}(?:[uU]00([2-7][\dA-Fa-f])|x([2-7][\dA-Fa-f])|u\{(?:00)?([2-7][\dA-Fa-f])\}|(0[4-7][0-7]|1[0-7]{2})|(\/))|%([2-7][\dA-Fa-f])/g;
/** Linear. */
function unescaped(text) {
    /** Behind each escape: where that is in the plain text, and in the text. */
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
            const last = lastNotAbove(plainAt, index);
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
/** The text without its escapes; undefined if it has none. */
function plainOf(text) {
    return ESCAPED.test(text) ? unescaped(text).plain : undefined;
}

;// CONCATENATED MODULE: ./lib/shared/filter/code.js
/** assembly.ts, compiled by scripts/wasm.mjs: WebAssembly in base64. */
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
/* Where the tables of the filter lie at the beginning of its memory. Read by TypeScript and by AssemblyScript. */
/** Bytes that are looked at together. */
const layout_BLOCK = 16;
/** Bits of the tables: some hundred for each word that is wanted, and what the processor's first cache holds. */
const layout_WORD_BITS = 18;
const layout_PAIR_BITS = 15;
const layout_THREE_BITS = 15;
/** For each byte of a four the groups by its low nibble, then by its high one. */
const layout_FOURS = 0;
/** Numbers that every block is compared and reckoned with. V8 would make a constant anew for each, with three instructions. */
const layout_HALVES = layout_FOURS + 8 * layout_BLOCK;
const layout_BELOW_TEXT = layout_HALVES + layout_BLOCK;
const layout_CASE_BITS = layout_BELOW_TEXT + layout_BLOCK;
const layout_FACTORS = layout_CASE_BITS + layout_BLOCK;
const layout_SEVENS = layout_FACTORS + layout_BLOCK;
const layout_POWERS = layout_SEVENS + layout_BLOCK;
const layout_WORDS = layout_POWERS + layout_BLOCK;
const layout_PAIRS = layout_WORDS + (1 << (layout_WORD_BITS - 3));
const layout_THREES = layout_PAIRS + (1 << (layout_PAIR_BITS - 3));
const layout_FILTER_END = layout_THREES + (1 << (layout_THREE_BITS - 3));

;// CONCATENATED MODULE: ./lib/shared/filter/matcher.js



/** Bytes looked at in one call: they stay in the processor's cache while they are copied and looked at. */
const PIECE = 128 * 1024;
const MOST_FOUND = 100_000;
/** A character of UTF-16 takes three bytes at most. */
const LONGEST_TEXT = Math.floor(PIECE / 3);
const BLOCKS = PIECE / layout_BLOCK + 1;
const RECORD = 8;
const matcher_instance = instances(filter_code_CODE);
function createMatcher(tables) {
    const { fours, words, pairs, literals } = tables;
    /** Bytes before and behind a piece that a literal may reach to. */
    const margin = rounded(2 * tables.lengths.reduce((longest, length) => Math.max(longest, length), 0));
    const at = rounded(tables.memory.length) + margin + layout_BLOCK;
    const passed = at + PIECE + margin + layout_BLOCK;
    const out = passed + RECORD * BLOCKS;
    const outEnd = out + RECORD * MOST_FOUND;
    const { code, memory } = matcher_instance(Math.ceil(outEnd / PAGE));
    const { filter, confirm } = code;
    const all = new Uint8Array(memory);
    all.set(tables.memory);
    const text = Buffer.from(memory, at, PIECE);
    /** `size`: how many of the bytes from `at` on are looked at; those from `start` to `end` are there. */
    const look = (start, end, size) => {
        all.fill(0, end, end + layout_BLOCK);
        const passedEnd = filter(at, Math.ceil(size / layout_BLOCK), passed);
        const foundEnd = confirm(passed, passedEnd, at, start, end, fours, words, pairs, literals, out, outEnd);
        return (foundEnd - out) / RECORD;
    };
    return {
        run: (bytes, from) => {
            const start = at - Math.min(from, margin);
            const size = Math.min(PIECE, bytes.length - from);
            const end = at + Math.min(PIECE + margin, bytes.length - from);
            all.fill(0, at - layout_BLOCK, at);
            all.set(bytes.subarray(from + start - at, from + end - at), start);
            // Where the bytes end, one zero more: three of them that may be followed by anything end with it.
            return look(start, end, size + (from + size === bytes.length ? 1 : 0));
        },
        runText: (value) => {
            all.fill(0, at - layout_BLOCK, at);
            const size = text.write(value);
            return look(at, at + size, size + 1);
        },
        found: new Int32Array(memory, out, 2 * MOST_FOUND),
    };
}
function rounded(size) {
    return Math.ceil(size / layout_BLOCK) * layout_BLOCK;
}

;// CONCATENATED MODULE: ./lib/shared/filter/filter-tables.js

const filter_tables_GROUPS = 8;
const HASH = (/* unused pure expression or super */ null && (0x9e3779b1 | 0));
function filter_tables_filterTables({ words, pairs, fours, threes }) {
    const tables = new Uint8Array(FILTER_END);
    tables.fill(0x0f, HALVES, HALVES + BLOCK);
    tables.fill(0x1f, BELOW_TEXT, BELOW_TEXT + BLOCK);
    tables.fill(0x20, CASE_BITS, CASE_BITS + BLOCK);
    for (let bit = 0; bit < 8; bit++)
        tables[POWERS + bit] = 1 << bit;
    for (let lane = 0; lane < BLOCK; lane += 4) {
        tables.set([HASH, HASH >>> 8, HASH >>> 16, HASH >>> 24], FACTORS + lane);
        tables[SEVENS + lane] = 7;
    }
    for (const word of words)
        setBit(tables, WORDS, hashOf(word, WORD_BITS));
    for (const pair of pairs)
        setBit(tables, PAIRS, hashOf(pair, PAIR_BITS));
    for (const three of threes)
        setBit(tables, THREES, hashOf(three, THREE_BITS));
    for (const [group, members] of fours.entries())
        for (const four of members)
            addFour(tables, group, four);
    return tables;
}
function addFour(tables, group, four) {
    for (const [position, values] of four.entries()) {
        for (const value of values) {
            const low = FOURS + 2 * BLOCK * position + (value & 15);
            const high = FOURS + 2 * BLOCK * position + BLOCK + (value >>> 4);
            tables[low] = tables[low] | (1 << group);
            tables[high] = tables[high] | (1 << group);
        }
    }
}
function hashOf(word, bits) {
    return Math.imul(word, HASH) >>> (32 - bits);
}
function setBit(bytes, table, index) {
    const at = table + (index >>> 3);
    bytes[at] = bytes[at] | (1 << (index & 7));
}

;// CONCATENATED MODULE: ./lib/shared/filter/lookup.js
const lookup_HASH = (/* unused pure expression or super */ null && (0x9e3779b1 | 0));
/** Slots for each sample: few of their keys meet another one. */
const lookup_ROOM = 4;
/** Lets everything pass. */
const NO_GUARD = { place: 0, caseBit: 0xff, byte: 0xff };
/** With room for so many samples. */
function lookup_emptyLookup(samples) {
    const bits = Math.ceil(Math.log2(lookup_ROOM * Math.max(1, samples)));
    return {
        shift: 32 - bits,
        keys: new Int32Array(1 << bits),
        firsts: new Int32Array(1 << bits),
        nexts: new Int32Array(samples),
        literals: new Int32Array(samples),
        places: new Int32Array(samples),
        guards: new Int16Array(samples),
        guardBits: new Uint8Array(samples),
        guardBytes: new Uint8Array(samples),
    };
}
function lookup_lookupOf(samples) {
    const lookup = lookup_emptyLookup(samples.length);
    for (const [index, sample] of samples.entries())
        lookup_addSample(lookup, index, sample);
    return lookup;
}
function lookup_addSample(lookup, index, { key, literal, place, guard = NO_GUARD }) {
    const slot = lookup_slotOf(lookup, key);
    lookup.keys[slot] = key;
    lookup.nexts[index] = lookup.firsts[slot];
    lookup.firsts[slot] = index + 1;
    lookup.literals[index] = literal;
    lookup.places[index] = place;
    lookup.guards[index] = guard.place;
    lookup.guardBits[index] = guard.caseBit;
    lookup.guardBytes[index] = guard.byte;
}
/** The slot that holds the key, or the empty one where it belongs. */
function lookup_slotOf({ keys, firsts, shift }, key) {
    let slot = Math.imul(key, lookup_HASH) >>> shift;
    while (firsts[slot] !== 0 && keys[slot] !== key)
        slot = (slot + 1) & (keys.length - 1);
    return slot;
}

;// CONCATENATED MODULE: ./lib/shared/filter/weights.js

/**
 * How often code and resources hold the same four characters at an aligned place, as counted in 370 MB of apps, native
 * libraries and JavaScript: letters that follow each other here are among the 250 most frequent fours, or the next 1,000.
 */
const MOST_COMMON = [
    'tionstaternal8compileratorymbollvmentstringthis.fff.typeratiopertynode.nameterameturnterrormatcheckindexpression',
    'textemengtokencesself.inteclaratshandlemeatectoretureatimelemodulenglobaluepnstruefaultartctioptiobjectimplenamp',
    'ortuawavauatcaginformberentiterrayconsourcexporopeensymbuilocallinelsesultfunctifieresbasefile8intablezn2valumbe',
    'contcodeclassedatarrarampararsepropath4llvoiding4ginstaren4llistcreadateparsigndroidefactomparequcasewithfromach',
    'eflagspecacharesoimpolatebackwritealizeangediaginitproto4nodcommaccescriptresuppvisitwordvalidins0andreferesizen',
    'al1singance',
].join('');
const COMMON = [
    'rencodificativersionens0numbleduceralsertingestructorintainedecodeeenerangler2ftbytest:atediagnostics.lenablocke',
    'typesolvedtypeoffsettype.reserventryptorgloaderserinspectedopendentaticudt7isolatifineopecifiedirectspingstanclu',
    'defilentent.getstackagerknsionalysisters.partedebugenextractivatspacefindinvallowernsforegistins1xuilderialiassi',
    'ghttputil/datemessagetteres/drawabler1eferopportstreamespannotypeerrens1itioqkeyworkericu/impattributemptylecter',
    'ighinescrypearchincloseudovert/viewasmodescapepargetconfignaturreakotlink2variablessortensitiallbachildigestalle',
    'converprinal2fferfaceptiessereduppositordermissembeinsercefort/icurransfalstor1avspns0nonequestidenode1nullocale',
    'teeepns1zn4landefixtendistrandergumenumachangroupdateexpecory2uffemitemoryoutpusha-diginglvm1targuiremovectable-',
    'buffieldeleckeraitsimplicequirsteneadestylitesaiselethodelins2traisinsyncesenseinfailting.crefirswitchedleregexc',
    'eprojecom/ibm/icalcackeven4normalingidattecoundetailesountiflowrapheaddrestypeprefloatomicatescopyname:appercode',
    'raterfiningfx16icuilterpackinpution.nampl/d/supassinerocesdocate.procolleinarypenitizeracequalxuintypseulesampla',
    'ta/icolorcopeacherelatetotyntantindowatcanneroototherograme.kin6icondispointimagetexereconnecxx1matcamlueemappen',
    'menagetargsyntromischeaprogmenal/utiontavausedictnodinicoid/solutioncagbreactemplacext.typrivateized1everigionie',
    'nthathrowindleignmethreporg/abcjava/intoconlyzn4nal4wasynk4llinoreplemblvm.cons.exprommenatiersockbalchasharacmo',
    'diptorcavshouldgetprovxuilityagichostreevelperablayouatidgetricbind2evgpr1markzn6ignonsectforig5cbasiclidanalast',
    'emembody6macjsdontrunthanontion:grapletnamediption/jsonlangv0imitorsidepatdecmaskmemommanagprespcompleftultiondz',
    'nk4mustzonexisexppcossloopxterorsubsearediblexeztvnmultaseiunicunithelpbooljavidemetaddi5valuesequserorc.compare',
    'ssibilike.pusafe.jav.stabeleveznk2otoclabe6hanfullio/binaintmandzs7oratwidg.flaborollvm2framatehavewait.setrtyp.',
    'apprainznstrounmakeharesureuavscalw1sx6objrulemain',
].join('');
/** Bytes with bit 0x20 set, the most frequent first. */
const FREQUENT = '\0 eta!rnio0"slh*c1u/dpm$(#,)f.2%b\':g&3}=y{_8;4v`7-|wkxq9?+5z6<j>~';
const BYTE_WEIGHTS = Uint8Array.from({ length: 256 }, (_, byte) => {
    const rank = FREQUENT.indexOf(String.fromCharCode(byte));
    return rank === -1 ? 0 : FREQUENT.length - rank;
});
/** More than four bytes alone can weigh. */
const MOST_COMMON_WEIGHT = 400;
const COMMON_WEIGHT = 300;
/** Made when it is first asked for: a scan has its tables ready-made. */
let wordWeights;
function weightsOfWords() {
    const weights = new Map();
    addFours(weights, COMMON, COMMON_WEIGHT);
    addFours(weights, MOST_COMMON, MOST_COMMON_WEIGHT);
    return weights;
}
function addFours(weights, text, weight) {
    const bytes = Buffer.from(text, 'latin1');
    for (let at = 0; at + 4 <= bytes.length; at++)
        weights.set(wordKey(bytes, at), weight);
}
/** How often a byte is to be expected, 0 the rarest. */
function weights_byteWeight(byte) {
    return BYTE_WEIGHTS[byte];
}
/** How often four bytes of a text are to be expected, 0 the rarest. */
function weights_wordWeight(bytes, at) {
    let weight = 0;
    let lower = true;
    for (let index = at; index < at + 4; index++) {
        const byte = bytes[index];
        weight += BYTE_WEIGHTS[byte];
        lower &&= byte < 0x41 || byte > 0x5a;
    }
    if (!lower)
        return weight;
    wordWeights ??= weightsOfWords();
    return wordWeights.get(wordKey(bytes, at)) ?? weight;
}

;// CONCATENATED MODULE: ./lib/shared/filter/samples.js



const WORD = 4;
/**
 * For each shorter literal its rarest four bytes, or all three, by the first three of them; of what shows an escape the last four, as
 * others begin like it.
 */
function samples_fourSamples(literals, firstEscape) {
    return literals.map(({ index, bytes }) => {
        const last = Math.max(0, bytes.length - WORD);
        const place = index < firstEscape ? (rarest(0, 1, bytes, wordWeight) ?? 0) : last;
        return { key: threeKey(bytes, place), literal: index, place };
    });
}
/**
 * For each shorter literal in UTF-16, at each of the four alignments, the rarest aligned word. Where three characters hold
 * none, the word ends in the next character, whatever that is. Places are in bytes.
 */
function samples_pairSamples(literals) {
    return literals.flatMap((literal) => {
        const wide = wideBytes(literal.bytes);
        return [0, 1, 2, 3].flatMap((phase) => {
            const at = rarest(phase, WORD, wide, pairWeight);
            const keys = at === undefined ? keysWithAnyNext(wide, phase) : keysInEitherCase(wide, at, literal);
            return keys.map((key) => ({ key, literal: literal.index, place: at ?? phase }));
        });
    });
}
/**
 * The same for what shows an escape. Before it stands another character of the text, whose higher byte is zero, so that none of the
 * words is made of digits, of which binaries are full.
 */
function samples_escapePairSamples(literals) {
    return literals.flatMap(({ index, bytes }) => {
        const wide = Uint8Array.of(0, ...wideBytes(bytes));
        return [0, 1, 2, 3].flatMap((phase) => {
            const at = rarest(phase, WORD, wide, pairWeight);
            return at === undefined ? [] : [{ key: exactKey(wide, at), literal: index, place: at - 1 }];
        });
    });
}
const SMALL_NUMBER_WEIGHT = 100;
function wideBytes(bytes) {
    const wide = new Uint8Array(2 * bytes.length);
    for (let index = 0; index < bytes.length; index++)
        wide[2 * index] = bytes[index];
    return wide;
}
/** The word at `at`, its characters in either case where it is ignored. */
function keysInEitherCase(wide, at, { caseBits }) {
    let keys = [exactKey(wide, at)];
    for (const index of [Math.ceil(at / 2), Math.ceil(at / 2) + 1]) {
        const bit = caseBits[index] << (8 * (2 * index - at));
        if (bit !== 0)
            keys = keys.flatMap((key) => [key, key ^ bit]);
    }
    return keys;
}
function keysWithAnyNext(wide, at) {
    const text = Uint8Array.from([...wide, 0]);
    return Array.from({ length: 0x7f - 0x20 }, (_, index) => {
        text[wide.length] = 0x20 + index;
        return exactKey(text, at);
    });
}
function pairWeight(wide, at) {
    let weight = 0;
    for (let index = at; index < at + WORD; index++) {
        const byte = wide[index];
        if (byte === 0)
            continue;
        // In UTF-16 digits and signs look like the small numbers that binaries are full of.
        weight += byteWeight(byte) + (byte < 0x40 ? SMALL_NUMBER_WEIGHT : 0);
    }
    return weight;
}
/** Of the words at `from` and every `step` bytes behind it the one that weighs least. */
function rarest(from, step, bytes, weightAt) {
    let best;
    let least = Number.POSITIVE_INFINITY;
    for (let at = from; at + WORD <= bytes.length; at += step) {
        const weight = weightAt(bytes, at);
        if (weight >= least)
            continue;
        best = at;
        least = weight;
    }
    return best;
}
const ANY_BYTE = Array.from({ length: 256 }, (_, byte) => byte);
function fourOf({ bytes, caseBits }, place) {
    return [0, 1, 2, 3].map((index) => {
        const byte = bytes[place + index];
        if (byte === undefined)
            return ANY_BYTE;
        const caseBit = caseBits[place + index];
        return caseBit === 0 ? [byte] : [byte, byte ^ caseBit];
    });
}
/** So many are weighed each against each. */
const FEW = 60;
/**
 * Sorts the fours of the literals, one of each, into groups: again and again those two runs become one that thereby let the least
 * pass. At first only such as lie side by side in alphabetical order, where those that begin alike do. In the end each four goes to the
 * run where it lets the least more pass.
 */
function samples_groupsOf(literals, samples) {
    const fours = literals.map((literal, index) => fourOf(literal, samples[index].place)).sort(compare);
    const alone = new Map(fours.map((four) => [four, runOf(four)]));
    const runs = [...alone.values()];
    const joints = runs.slice(1).map((run, index) => jointOf(runs[index], run));
    while (runs.length > FEW) {
        const best = cheapest(joints);
        runs.splice(best, 2, joints[best].run);
        joints.splice(best, 1);
        for (const at of [best - 1, best]) {
            const left = runs[at];
            const right = runs[at + 1];
            if (left !== undefined && right !== undefined)
                joints[at] = jointOf(left, right);
        }
    }
    while (runs.length > GROUPS)
        joinTwo(runs);
    while (fours.filter((four) => moved(runs, alone, four)).length > 0)
        ;
    return runs.map((run) => run.fours);
}
function joinTwo(runs) {
    const pairs = runs.flatMap((left, index) => runs.slice(index + 1).map((right) => ({ left, right })));
    const joints = pairs.map(({ left, right }) => jointOf(left, right));
    const best = cheapest(joints);
    const { left, right } = pairs[best];
    runs.splice(runs.indexOf(left), 1, joints[best].run);
    runs.splice(runs.indexOf(right), 1);
}
/** Whether there was a run where it lets less pass than where it was; ever less passes, so that this comes to an end. */
function moved(runs, alone, four) {
    const home = runs.findIndex((run) => run.fours.includes(four));
    const others = runs[home].fours.filter((other) => other !== four);
    const left = together(others.map((other) => alone.get(other)));
    const joints = runs.map((run, index) => jointOf(index === home ? left : run, alone.get(four)));
    const best = cheapest(joints);
    if (left.fours.length === 0 || joints[best].more >= joints[home].more)
        return false;
    runs[home] = left;
    runs[best] = joints[best].run;
    return true;
}
function cheapest(joints) {
    let best = 0;
    for (let index = 1; index < joints.length; index++) {
        if (joints[index].more < joints[best].more)
            best = index;
    }
    return best;
}
function jointOf(left, right) {
    const low = left.low.map((bits, place) => bits | right.low[place]);
    const high = left.high.map((bits, place) => bits | right.high[place]);
    const share = shareOfAll(low, high);
    return { run: { fours: [...left.fours, ...right.fours], low, high, share }, more: share - left.share - right.share };
}
function together(runs) {
    const bitsOf = (half) => [0, 1, 2, 3].map((place) => runs.reduce((bits, run) => bits | run[half][place], 0));
    const [low, high] = [bitsOf('low'), bitsOf('high')];
    return { fours: runs.flatMap((run) => run.fours), low, high, share: shareOfAll(low, high) };
}
function runOf(four) {
    const low = four.map((values) => values.reduce((bits, value) => bits | (1 << (value & 15)), 0));
    const high = four.map((values) => values.reduce((bits, value) => bits | (1 << (value >>> 4)), 0));
    return { fours: [four], low, high, share: shareOfAll(low, high) };
}
function shareOfAll(low, high) {
    return low.reduce((product, bits, place) => product * samples_shareOf(bits, high[place]), 1);
}
/** What every byte weighs at least: bytes without a weight are rare in text, not in code and noise. */
const LEAST_WEIGHT = 8;
/** How often a byte has one of the low nibbles and one of the high ones. */
function samples_shareOf(low, high) {
    let share = 0;
    for (let highs = high; highs !== 0; highs &= highs - 1) {
        for (let lows = low; lows !== 0; lows &= lows - 1)
            share += LEAST_WEIGHT + eitherCaseWeight((bitOf(highs) << 4) | bitOf(lows));
    }
    return share;
}
/** Capitals are rare in text, but as frequent as other letters in base64, in names written as one word, and in machine code. */
function eitherCaseWeight(byte) {
    return byteWeight(byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte);
}
/** Index of the lowest bit that is set. */
function bitOf(bits) {
    return 31 - Math.clz32(bits & -bits);
}
function compare(left, right) {
    for (const [index, values] of left.entries()) {
        const difference = values[0] - right[index]?.[0];
        if (difference !== 0)
            return difference;
    }
    return 0;
}

;// CONCATENATED MODULE: ./lib/shared/filter/words.js



/** Characters that a literal needs to hold a whole aligned word of four wherever it begins. */
const words_WORD_LENGTH = 7;
const words_WORD = 4;
/** What a sample may be more frequent than another if it is looked for anyway. */
const SHARED_WEIGHT = 25;
/**
 * For each literal of 7 characters or more, and each of the four alignments, the word to look for: one that another literal
 * needs anyway, if it is not a common one, else the rarest.
 */
function words_wordSamples(literals) {
    const words = emptyLookup(words_WORD * literals.length);
    for (const [index, literal] of literals.entries()) {
        for (let phase = 0; phase < words_WORD; phase++) {
            const place = bestWord(words, literal.bytes, phase);
            const sample = {
                key: wordKey(literal.bytes, place),
                literal: literal.index,
                place,
                guard: guardOf(literal, place),
            };
            addSample(words, words_WORD * index + phase, sample);
        }
    }
    return words;
}
function bestWord(words, bytes, phase) {
    let best = phase;
    let bestScore = Number.POSITIVE_INFINITY;
    for (let at = phase; at + words_WORD <= bytes.length; at += words_WORD) {
        const weight = wordWeight(bytes, at);
        if (weight - SHARED_WEIGHT >= bestScore)
            continue;
        const isShared = words.firsts[slotOf(words, wordKey(bytes, at))] !== 0;
        const score = isShared ? weight - SHARED_WEIGHT : weight;
        if (score >= bestScore)
            continue;
        best = at;
        bestScore = score;
    }
    return best;
}
/** The rarer of the characters beside the word; every such literal is longer than its words. */
function guardOf({ bytes, caseBits }, word) {
    const before = bytes[word - 1];
    const behind = bytes[word + words_WORD];
    const isBefore = before !== undefined && (behind === undefined || byteWeight(before) < byteWeight(behind));
    const at = isBefore ? word - 1 : word + words_WORD;
    return { place: at - word, caseBit: caseBits[at], byte: bytes[at] };
}

;// CONCATENATED MODULE: ./lib/shared/filter/tables.js




/** The shortest anchor, and the shortest literal that something else has to go with. */
const tables_SHORTEST = { anchor: 4, mark: 3 };
/**
 * Those in `exact` are found only as they are written, the anchors in either case. What is in `escapes`, in lower case, shows an
 * escape (escapes.ts). Throws if one is shorter than 4 bytes, or
 * one with a context than 3, or not ASCII.
 */
function tables_compileTables(anchors, exact, escapes = []) {
    const folded = [...new Set(anchors.map((anchor) => anchor.toLowerCase()))];
    const strict = [...new Set(exact)];
    const literals = [
        ...folded.map((anchor) => literalOf(anchor, tables_SHORTEST.anchor, 0x20)),
        ...strict.map((one) => typeof one === 'string' ? literalOf(one, tables_SHORTEST.anchor, 0) : literalOf(one.literal, tables_SHORTEST.mark, 0)),
        ...escapes.map((shown) => literalOf(shown, tables_SHORTEST.mark, 0x20)),
    ].map((literal, index) => ({ ...literal, index }));
    const contexts = new Map(strict.flatMap((one, index) => (typeof one === 'string' ? [] : [[folded.length + index, one.context]])));
    const lengths = Int32Array.from(literals, ({ bytes }) => bytes.length);
    const firstEscape = folded.length + strict.length;
    return { ...laidOut(literals, firstEscape), lengths, contexts, firstEscape };
}
/** `caseBit` is set for letters, where their case is ignored. */
function literalOf(text, shortest, caseBit) {
    const bytes = new Uint8Array(text.length);
    const caseBits = new Uint8Array(text.length);
    for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (code < 0x20 || code > 0x7e)
            throw new Error(`anchor must be ASCII characters: ${text}`);
        bytes[at] = code;
        if (code >= 0x61 && code <= 0x7a)
            caseBits[at] = caseBit;
    }
    if (bytes.length < shortest)
        throw new Error(`anchor must be ${shortest} or more characters: ${text}`);
    return { bytes, caseBits };
}
function laidOut(literals, firstEscape) {
    const short = literals.filter(({ bytes }) => bytes.length < WORD_LENGTH);
    const words = wordSamples(literals.filter(({ bytes }) => bytes.length >= WORD_LENGTH));
    const fours = fourSamples(short, firstEscape);
    // Escapes of three characters are sought in 8-bit text only: in UTF-16 they hold too little that is rare.
    const pairs = [
        ...pairSamples(short.filter(({ index }) => index < firstEscape)),
        ...escapePairSamples(short.filter(({ index, bytes }) => index >= firstEscape && bytes.length >= tables_WORD)),
    ];
    const filter = filterTables({
        words: words.keys.filter((_, slot) => words.firsts[slot] !== 0),
        pairs: pairs.map(({ key }) => key),
        fours: groupsOf(short, fours),
        threes: fours.map(({ key }) => key),
    });
    const memory = createLayout();
    memory.add(filter);
    const addresses = {
        fours: addLookup(memory, lookupOf(fours)),
        words: addLookup(memory, words),
        pairs: addLookup(memory, lookupOf(pairs)),
        literals: addLiterals(memory, literals),
    };
    return { ...addresses, memory: memory.bytes() };
}
const tables_WORD = 4;
function createLayout() {
    const parts = [];
    let end = 0;
    return {
        add: (part) => {
            const at = Math.ceil(end / tables_WORD) * tables_WORD;
            const bytes = new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
            parts.push({ at, bytes });
            end = at + bytes.length;
            return at;
        },
        bytes: () => {
            const all = new Uint8Array(end);
            for (const { at, bytes } of parts)
                all.set(bytes, at);
            return all;
        },
    };
}
function addLookup(layout, lookup) {
    const { keys, firsts, nexts, literals, places, guards, guardBits, guardBytes, shift } = lookup;
    const slots = new Int32Array(2 * keys.length);
    for (const [slot, key] of keys.entries())
        slots.set([key, firsts[slot]], 2 * slot);
    const samples = new Int32Array(4 * nexts.length);
    for (const [index, next] of nexts.entries()) {
        const bits = (guardBytes[index] << 24) | (guardBits[index] << 16);
        const guard = bits | (guards[index] & 0xffff);
        samples.set([next, literals[index], places[index], guard], 4 * index);
    }
    return layout.add(Int32Array.of(layout.add(slots), keys.length - 1, shift, layout.add(samples)));
}
function addLiterals(layout, literals) {
    const spans = literals.flatMap(({ bytes, caseBits }) => {
        const characters = new Uint8Array(2 * bytes.length);
        for (const [index, byte] of bytes.entries())
            characters.set([byte, caseBits[index]], 2 * index);
        return [layout.add(characters), bytes.length];
    });
    return layout.add(Int32Array.from(spans));
}

;// CONCATENATED MODULE: ./lib/shared/marks.js
/** Characters that a context may speak of. */
const CONTEXT_LENGTH = 100;
/** True if the text holds the literal in its context. */
function holdsMark(value, { literal, context: { before, pattern } }) {
    for (let at = value.indexOf(literal); at !== -1; at = value.indexOf(literal, at + 1)) {
        const start = at - before;
        if (start >= 0 && pattern.test(value.slice(start, start + CONTEXT_LENGTH)))
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./lib/shared/anchors.js




/**
 * Those in `exact` are found only as they are written. Where one of `escapes` stands (escapes.ts), characters may be escapes. Throws if an anchor is shorter than 4 bytes, or one with a context
 * than 3, or not ASCII.
 */
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
/** The anchors as they are written; `onEscape` is told where escapes stand, nearly in their order. */
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
/** `reach`: characters that may stand between an escape and the end of what it belongs to. */
function stretchesOf(reach) {
    /** 8-bit text, UTF-16 at even and at odd offsets. */
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
/** Bytes that are held without their escapes at once. */
const anchors_WINDOW = 64 * 1024;
/** Further on nothing belongs to an anchor that begins within the window. */
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
            // What holds no escape was found as it is written, what begins behind the window is found in the next one.
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

;// CONCATENATED MODULE: ./lib/built-search.js




/** The search for whatever Ajar knows; undefined where the source runs as it is. */
function builtSearch() {
    const tables = builtTables('search.bin');
    return tables === undefined ? undefined : searchWith(tables);
}
/** The tables of a search; undefined where the source runs as it is. */
function builtTables(name) {
    let bytes;
    try {
        bytes = (0,external_node_fs_namespaceObject.readFileSync)(external_node_path_namespaceObject.join(__importMeta.dirname, name));
    }
    catch {
        return undefined;
    }
    return (0,external_node_v8_namespaceObject.deserialize)(bytes);
}

;// CONCATENATED MODULE: ./lib/formats/misplaced.js
const HEAD = 4_096;
const PRIVATE_KEY = /-----BEGIN (?:RSA |EC |DSA |OPENSSH |ENCRYPTED |PGP )?PRIVATE KEY(?: BLOCK)?-----/;
/** DER of a PKCS #12 file: SEQUENCE of version 3 and a ContentInfo (RFC 7292, section 4). */
const PKCS12 = /^\x30[\x80-\x84][\s\S]{0,4}\x02\x01\x03\x30/;
/** One of them stands in every content that tells by itself, without name or first bytes, what it is; case is ignored. */
const CONTENT_ANCHORS = (/* unused pure expression or super */ null && ([
    '"terraform_version"',
    '"service_account"',
    'PRIVATE KEY-----',
    'PRIVATE KEY BLOCK',
    'aws_secret_access_key',
    '"authorized_user"',
]));
const NAMES = /(?:\.(?:tfstate(?:\.backup)?|p12|pfx|jks|keystore|bks|map|json|sql)|(?:^|\/)\.env(?:\.[\w-]{1,40})?|(?:^|\/)\.aws\/credentials)$/i;
/** False for most files: neither name nor first bytes are of a misplaced one; its content may still hold an anchor. */
function mayBeMisplaced(name, head) {
    const first = head.length < 2 ? 0 : head.readUInt16BE(0);
    return first === JAVA_KEYSTORE || first === JAVA_KEYSTORE_EXTENDED || first === POSTGRES_DUMP || NAMES.test(name);
}
/** What spares most files even that question. */
const MISPLACED_HINT = { begins: ['\xfe\xed', '\xce\xce', 'PG'], names: NAMES };
/** First two bytes of FE ED FE ED (JKS), CE CE CE CE (JCEKS) and PGDMP. */
const JAVA_KEYSTORE = 0xfeed;
const JAVA_KEYSTORE_EXTENDED = 0xcece;
const POSTGRES_DUMP = 0x5047;
/**
 * `name` is the entry's path, `head` its first bytes (some 4 KiB, if there are). Pure; undefined for what may ship. Public
 * parts, such as certificates and trust stores that hold nothing else, are let go where the content tells.
 */
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
/** Google's key files, also with the members in another order. */
function isServiceAccount(content) {
    return content.includes('"private_key"') && /"type"\s{0,10}:\s{0,10}"service_account"/.test(content);
}
function isKeystore(file, content) {
    const java = content.startsWith('\xfe\xed\xfe\xed') || content.startsWith('\xce\xce\xce\xce');
    if (java)
        return holdsJavaKey(content);
    return /\.(?:p12|pfx|jks|keystore|bks)$/.test(file) && PKCS12.test(content);
}
/** JKS: magic, version, count, then entries; tag 1 is a private key, 2 a certificate, 3 a secret key. A trust store has only 2. */
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
/** First bytes of text that begins with other blanks or a byte order mark: UTF-8 of Unicode's blanks, UTF-16. */
const BLANK_BYTES = ['\xc2', '\xe1', '\xe2', '\xe3', '\xef', '\xfe', '\xff'];

;// CONCATENATED MODULE: ./lib/formats/read-entry.js



/** An entry made from an entry may hold one more (an assembly in a store in a library), not an endless row. */
const read_entry_MAX_DEPTH = 3;
const MAX_READINGS = 200_000;
/** Texts of an entry that may be asked for what stands around them: each costs a search. An app holds a few keys. */
const MAX_ASKED = 5_000;
/** The format that reads an entry; pieces of a large entry are read as raw text, which the last format does. */
function formatOf(formats, entry) {
    if (entry.base > 0 || entry.piece)
        return formats.at(-1);
    return snifferOf(formats)(entry.bytes.subarray(0, 4096), entry.name);
}
/** Tells whether an entry has to be read although the search saw nothing in it. */
function compileAlways(formats) {
    // Those behind the last one that is always read need not be asked, of every entry of every app.
    const sniff = compileSniffer(formats.slice(0, formats.findLastIndex(({ when }) => when === 'always') + 1));
    return (head, name) => sniff(head, name)?.when === 'always';
}
/** What neither begins so nor has such a name need not be asked about, unless it is too short to tell. */
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
/** Asks only those formats whose hints allow it. */
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
/** Reads one entry, and what its reader makes of it. A reader that fails costs its own entry only. */
function* readEntry(reader, entry, depth = 0) {
    const format = formatOf(reader.formats, entry);
    if (format === undefined || (format.when === 'hits' && entry.hits.length === 0))
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
    // What a reader could not take apart still shows its plain strings.
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
/** A reader must not throw; if one does, it is our defect, and the user is told which entry was lost. */
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

;// CONCATENATED MODULE: ./lib/model.js
/**
 * The vocabulary of Ajar as types. Everything that passes from one room to the next is made of these; this file imports
 * nothing.
 */
const MAX_TEXT_LENGTH = 65_536;
const MAX_NEIGHBOURS = 256;
const OPERATIONS = (/* unused pure expression or super */ null && (['list', 'read', 'create', 'overwrite', 'delete', 'administer']));
const SEVERITIES = (/* unused pure expression or super */ null && (['critical', 'high', 'medium', 'low', 'note']));
const REPORT_SCHEMA = 'ajar-report/1';

;// CONCATENATED MODULE: ./lib/formats/android/packers.js
/**
 * Application classes that commercial packers put in place of the app's own; the app's code is then decrypted on the
 * device and is not in the dex files. Class names as published by the packers and seen in packed apps.
 */
const STUB_PREFIXES = [
    ['com.stub.StubApp', 'Qihoo 360 Jiagu'],
    ['com.qihoo.util.StubApp', 'Qihoo 360 Jiagu'],
    ['com.tencent.StubShell.', 'Tencent Legu'],
    ['com.wrapper.proxyapplication.', 'Tencent Legu'],
    ['com.secneo.apkwrapper.', 'SecNeo/Bangcle'],
    ['com.secneo.guard.', 'SecNeo/Bangcle'],
    ['com.secshell.shellwrapper.', 'SecNeo/Bangcle'],
    ['com.bangcle.', 'SecNeo/Bangcle'],
    ['s.h.e.l.l.S', 'Ijiami'],
    ['com.shell.SuperApplication', 'Ijiami'],
    ['com.baidu.protect.StubApplication', 'Baidu'],
    ['com.ali.mobisecenhance.StubApplication', 'Alibaba'],
    ['com.nagain.protect', 'Naga'],
    ['com.edog.', 'Naga'],
    ['com.payegis.ProxyApplication', 'PayEgis'],
    ['com.kiwisec.', 'Kiwisec'],
    ['com.seworks.medusah', 'Medusah'],
    ['com.merry.wapper.WapperApplication', 'PangXie'],
    ['cn.securitystack.stee.', 'STEE'],
];
/** Name of the packer whose stub the class is, if it is one. Dotted class name. */
function packerOfStub(className) {
    return STUB_PREFIXES.find(([prefix]) => prefix.endsWith('.') ? className.startsWith(prefix) : className === prefix || className.startsWith(`${prefix}.`))?.[1];
}

;// CONCATENATED MODULE: ./lib/formats/android/texts.js

/** Longest anchor there may be; what overlaps where a long string is looked at piece by piece. */
const ANCHOR_REACH = 128;
/**
 * The string as text if it holds an anchor or stands under a wanted name. A string longer than a text may be is handed
 * on as the windows around its anchors.
 */
function* textReadings(entry, wanted, named) {
    const keyWanted = named.key !== undefined && wanted.key(named.key);
    if (named.value.length <= MAX_TEXT_LENGTH) {
        if (named.value.length > 0 && (keyWanted || wanted.text(named.value)))
            yield textReading(entry, named, named.value);
        return;
    }
    let any = false;
    for (const window of windowsAround(named.value, wanted)) {
        any = true;
        yield textReading(entry, named, window);
    }
    if (keyWanted && !any)
        yield textReading(entry, named, named.value.slice(0, MAX_TEXT_LENGTH));
}
/** A text that is handed on whatever it holds. */
function textReading(entry, named, value) {
    const { key, holder, around } = named;
    const place = {
        ...entry.place,
        ...(named.offset === undefined ? {} : { offset: entry.base + named.offset }),
        locator: named.locator,
        ...(named.source === undefined ? {} : { source: named.source }),
    };
    const text = {
        value,
        place,
        ...(key === undefined ? {} : { key }),
        ...(holder === undefined ? {} : { holder }),
        ...(around === undefined ? {} : { around }),
    };
    return { type: 'text', text };
}
/** What may be handed on of an entry, in characters for each of its bytes: strings may be shared, but not without end. */
const MAX_SHARING = 16;
/** Handed on however small the entry is. */
const SMALL = 1 << 20;
/** Characters of neighbours that may be read in all, so that a million texts cannot each ask for a megabyte. */
const MAX_AROUND = 1 << 26;
/** Stops a reader whose entry lets many names share one huge string, and says so. */
function* texts_bounded(entry, readings) {
    let left = MAX_SHARING * entry.bytes.length + SMALL;
    let aroundLeft = MAX_AROUND;
    for (const reading of readings) {
        if (reading.type !== 'text') {
            yield reading;
            continue;
        }
        const { value, around } = reading.text;
        left -= value.length;
        if (left < 0) {
            yield {
                type: 'problem',
                kind: 'limit',
                reason: 'its strings repeat more often than can be looked at; the rest was left out',
            };
            return;
        }
        const measured = () => {
            if (around === undefined || aroundLeft < 0)
                return [];
            const found = around();
            for (const neighbour of found)
                aroundLeft -= neighbour.value.length;
            return found;
        };
        yield around === undefined ? reading : { type: 'text', text: { ...reading.text, around: measured } };
    }
}
/** Characters of a neighbour: longer than any key, token or name that is looked for. */
const MAX_NEIGHBOUR_LENGTH = 4096;
/** Windows whose middle halves tile the string, so that every anchor has room on both sides in one of them. */
function* windowsAround(value, wanted) {
    const stride = MAX_TEXT_LENGTH / 2;
    const margin = MAX_TEXT_LENGTH / 4;
    for (let start = 0; start < value.length; start += stride) {
        const middle = value.slice(Math.max(0, start - ANCHOR_REACH), start + stride + ANCHOR_REACH);
        if (wanted.text(middle))
            yield value.slice(Math.max(0, start - margin), start + stride + margin);
    }
}
/** The items beside `index`, nearest first, itself left out. */
function nearest(items, index, limit = MAX_NEIGHBOURS) {
    const found = [];
    for (let distance = 1; distance < items.length && found.length < limit; distance += 1) {
        for (const at of [index + distance, index - distance]) {
            const item = items[at];
            if (item !== undefined && found.length < limit)
                found.push(item);
        }
    }
    return found;
}
/** True if the search saw an anchor that begins in `start` (inclusive) to `end` (exclusive). */
function hitWithin(hits, start, end) {
    const first = hits[lowerBound(hits.length, (index) => (hits[index]?.offset ?? 0) >= start)];
    return first !== undefined && first.offset < end;
}
/** Smallest index of 0 to `length` for which `reached` holds; it must hold for all after the first. */
function lowerBound(length, reached) {
    let low = 0;
    let high = length;
    while (low < high) {
        const middle = (low + high) >>> 1;
        if (reached(middle))
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}
/**
 * Finds which string a byte offset lies in, given where each begins at the earliest and where it really stands. Compilers
 * write strings in ascending order, which this checks; where it is not so, they are sorted first.
 */
function rangeFinder(starts, rangeOf) {
    const order = isAscending(starts) ? undefined : orderedBy(starts);
    return (offset) => {
        const after = lowerBound(starts.length, (rank) => (starts[order?.[rank] ?? rank] ?? 0) > offset);
        if (after === 0)
            return undefined;
        const index = order?.[after - 1] ?? after - 1;
        const range = rangeOf(index);
        return range !== undefined && range.start <= offset && offset < range.end ? index : undefined;
    };
}
function isAscending(starts) {
    let before = Number.NEGATIVE_INFINITY;
    for (let index = 0; index < starts.length; index += 1) {
        const start = starts[index] ?? 0;
        if (start < before)
            return false;
        before = start;
    }
    return true;
}
function orderedBy(starts) {
    const at = (index) => starts[index] ?? 0;
    return new Uint32Array(starts.length).map((_, index) => index).sort((left, right) => at(left) - at(right));
}
/** The strings that hold a hit; none is looked for where there is no hit. */
function stringsHit(hits, starts, rangeOf) {
    const strings = new Set();
    const loose = [];
    if (hits.length === 0)
        return { strings, loose };
    const find = rangeFinder(starts(), rangeOf);
    for (const hit of hits) {
        const string = find(hit.offset);
        if (string === undefined)
            loose.push(hit);
        else
            strings.add(string);
    }
    return { strings, loose };
}
/**
 * Printable runs around the hits, for an entry whose structure cannot be read: better a text without a name than none.
 * Each run is looked at once.
 */
function* rawTexts(entry, wanted) {
    let done = 0;
    for (const hit of entry.hits) {
        const width = hit.encoding === 'utf16le' ? 2 : 1;
        if (hit.offset < done)
            continue;
        const start = runBorder(entry.bytes, hit.offset, -width, width);
        const end = runBorder(entry.bytes, hit.offset, width, width) + width;
        done = end;
        const value = entry.bytes.toString(hit.encoding, start, end);
        yield* textReadings(entry, wanted, { value, locator: `bytes ${entry.base + start}`, offset: start });
    }
}
/** Offset of the last printable character in one direction, at most a text's length away. */
function runBorder(bytes, from, step, width) {
    let at = from;
    for (let count = 0; count < MAX_TEXT_LENGTH / 2; count += 1) {
        const next = at + step;
        if (next < 0 || next + width > bytes.length)
            break;
        const code = bytes[next] ?? 0;
        if (code < 0x20 || code > 0x7e || (width === 2 && bytes[next + 1] !== 0))
            break;
        at = next;
    }
    return at;
}

;// CONCATENATED MODULE: ./lib/formats/android/xml.js

function attributeOf(element, name) {
    return element.attributes.find((attribute) => attribute.name === name);
}
/** Every string of the document that holds an anchor or stands under a wanted name. */
function* xmlTexts(entry, wanted, document) {
    const strings = [...namedStrings(document.elements)];
    for (const [index, string] of strings.entries()) {
        const around = () => nearest([...strings.entries()], index).map(([other, { key, value }]) => ({
            key,
            value: value.slice(0, MAX_NEIGHBOUR_LENGTH),
            at: other - index,
        }));
        yield* textReadings(entry, wanted, { ...string, around });
    }
}
function* namedStrings(elements) {
    /** Text of the last `key` element under each parent: `<entry><key>a</key><value>b</value></entry>`. */
    const keys = new Map();
    for (const element of elements) {
        yield* attributeStrings(element);
        for (const text of element.texts) {
            const value = text.value.trim();
            if (value.length === 0)
                continue;
            const key = xml_short(keys.get(element.parent) ?? attributeOf(element, 'name')?.value ?? element.name);
            yield { ...text, value, key, locator: locatorOf(element.name, key) };
            if (element.name === 'key')
                keys.set(element.parent, value);
        }
    }
}
function* attributeStrings(element) {
    const name = attributeOf(element, 'name')?.value;
    const link = element.name === 'data' ? deepLink(element) : undefined;
    if (link !== undefined)
        yield link;
    for (const attribute of element.attributes) {
        if (link !== undefined && attribute.name === 'host')
            continue;
        // `<meta-data android:name="\u2026" android:value="\u2026"/>` and Cordova's `<preference name="\u2026" value="\u2026"/>`.
        const named = attribute.name === 'value' && name !== undefined && name.length > 0;
        const key = named ? xml_short(name) : attribute.name;
        yield { ...attribute, key, locator: locatorOf(element.name, key) };
    }
}
/** An intent filter's `data` with scheme and host on one element is an address; apart they are only attributes. */
function deepLink(element) {
    const scheme = attributeOf(element, 'scheme');
    const host = attributeOf(element, 'host');
    if (!scheme?.value || !host?.value)
        return undefined;
    const path = attributeOf(element, 'path') ?? attributeOf(element, 'pathPrefix');
    const value = `${scheme.value}://${host.value}${path?.value ?? ''}`;
    return { ...host, value, key: 'host', locator: 'data host' };
}
/** A value that serves as a name is cut where no name is as long. */
function xml_short(name) {
    return name.slice(0, 512);
}
function locatorOf(element, key) {
    return key === element ? element : `${element} ${key}`;
}

;// CONCATENATED MODULE: ./lib/formats/android/manifest.js


/** App, texts and problems of an Android manifest, whichever form it was compiled to. */
function* manifestReadings(entry, wanted, document) {
    const app = appOf(document.elements);
    if (app !== undefined)
        yield { type: 'app', app };
    for (const reason of document.problems) {
        const tampered = app === undefined ? '' : '; the rest of the manifest was read';
        yield { type: 'problem', kind: app === undefined ? 'malformed' : 'note', reason: `${reason}${tampered}` };
    }
    yield* packerProblems(document.elements);
    yield* xmlTexts(entry, wanted, document);
}
function appOf(elements) {
    const manifest = elements.find((element) => element.name === 'manifest') ?? elements[0];
    if (manifest === undefined)
        return undefined;
    const id = plain(attributeOf(manifest, 'package')?.value);
    const version = plain(attributeOf(manifest, 'versionName')?.value ?? attributeOf(manifest, 'versionCode')?.value);
    return {
        platform: 'android',
        ...(id === undefined ? {} : { id }),
        ...(version === undefined ? {} : { version }),
    };
}
/** Up to the first NUL, where Android's own reading of a package name ends. */
function plain(value) {
    const end = value?.indexOf('\0') ?? -1;
    const cut = end === -1 ? value : value?.slice(0, end);
    return cut === '' ? undefined : cut;
}
/** A packer puts its own application class in place of the app's, whose code it decrypts on the device. */
function* packerProblems(elements) {
    for (const element of elements) {
        if (element.name !== 'application')
            continue;
        const names = ['name', 'appComponentFactory'].map((name) => attributeOf(element, name)?.value);
        const packer = names.map((name) => (name === undefined ? undefined : packerOfStub(name))).find(Boolean);
        if (packer === undefined)
            continue;
        yield {
            type: 'problem',
            kind: 'encrypted',
            reason: `the app is packed with ${packer}, so its own code is not in the dex files; scan the build before it is packed`,
        };
    }
}

;// CONCATENATED MODULE: ./lib/formats/android/bytes.js
/**
 * Little-endian reads that never throw: what lies outside the buffer reads as 0. Callers bound their loops by the
 * buffer's length, so a lying count costs nothing.
 */
function u8(bytes, at) {
    return bytes[at] ?? 0;
}
function u16(bytes, at) {
    return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}
function u32(bytes, at) {
    return (u16(bytes, at) | (u16(bytes, at + 2) << 16)) >>> 0;
}
const LONGEST_ULEB = 5;
/** Unsigned LEB128 of at most 32 bits (five bytes), as DEX uses it. */
function uleb(cursor) {
    const { bytes, at } = cursor;
    const first = bytes[at] ?? 0;
    // Most numbers take one byte.
    if (first < 0x80) {
        cursor.at = at + 1;
        return first;
    }
    let value = first & 0x7f;
    let length = 1;
    let byte = first;
    while (byte >= 0x80 && length < LONGEST_ULEB) {
        byte = bytes[at + length] ?? 0;
        value |= (byte & 0x7f) << (7 * length);
        length += 1;
    }
    cursor.at = at + length;
    return value >>> 0;
}

;// CONCATENATED MODULE: ./lib/formats/android/proto.js

/** Fields of the message in `start` to `end`; ends at the first byte that is no field. */
function* fieldsOf(bytes, start, end) {
    let at = start;
    while (at < end) {
        const tag = varint(bytes, at);
        const number = Math.floor(tag.value / 8);
        const field = number === 0 ? undefined : fieldAt(bytes, tag.value % 8, number, tag.end);
        if (field === undefined || field.next > end)
            return;
        yield field;
        at = field.next;
    }
}
/** True if the bytes are fields up to their last byte. */
function isMessage(bytes) {
    let end = 0;
    for (const field of fieldsOf(bytes, 0, bytes.length))
        end = field.next;
    return end === bytes.length;
}
/** Length-delimited fields of one number. */
function* messagesOf(bytes, start, end, number) {
    for (const field of fieldsOf(bytes, start, end))
        if (field.number === number)
            yield field;
}
/** Text of a string field, or what its first `limit` bytes hold. */
function textOf(bytes, field, limit = bytes.length) {
    return bytes.toString('utf8', field.start, Math.min(field.end, field.start + limit));
}
/** Every field with its members in the same order: there are many, and objects that were spread took half of the time. */
function fieldAt(bytes, wire, number, at) {
    if (wire === 0) {
        const { value, end } = varint(bytes, at);
        return { number, value, start: at, end: at, next: end };
    }
    if (wire === 1)
        return { number, value: 0, start: at, end: at, next: at + 8 };
    if (wire === 5)
        return { number, value: u32(bytes, at), start: at, end: at, next: at + 4 };
    if (wire !== 2)
        return undefined;
    const length = varint(bytes, at);
    const end = length.end + length.value;
    return { number, value: 0, start: length.end, end, next: end };
}
/** At most ten bytes, of which five count: no length is longer, and of a negative number they hold all 32 bits. */
function varint(bytes, start) {
    let value = 0;
    let weight = 1;
    for (let index = 0; index < 10; index += 1) {
        const byte = u8(bytes, start + index);
        if (index < 5)
            value += (byte & 0x7f) * weight;
        weight *= 128;
        if ((byte & 0x80) === 0)
            return { value, end: start + index + 1 };
    }
    return { value, end: start + 10 };
}

;// CONCATENATED MODULE: ./lib/formats/android/configuration.js


const SCREEN_SIZES = ['', 'small', 'normal', 'large', 'xlarge'];
const ORIENTATIONS = ['', 'port', 'land', 'square'];
const MODES = ['', '', 'desk', 'car', 'television', 'appliance', 'watch', 'vrheadset'];
const DIRECTIONS = ['', 'ldltr', 'ldrtl'];
/** As in the proto form; the binary form has them the other way round. */
const NIGHTS = ['', 'night', 'notnight'];
const DENSITIES = new Map([
    [120, 'ldpi'],
    [160, 'mdpi'],
    [213, 'tvdpi'],
    [240, 'hdpi'],
    [320, 'xhdpi'],
    [480, 'xxhdpi'],
    [640, 'xxxhdpi'],
    [0xfffe, 'anydpi'],
    [0xffff, 'nodpi'],
]);
function qualifierOf(config) {
    const number = (prefix, value, suffix = '') => value === 0 ? '' : `${prefix}${value}${suffix}`;
    const parts = [
        number('mcc', config.mcc),
        number('mnc', config.mnc === 0xffff ? 0 : config.mnc),
        localeQualifier(config.locale),
        DIRECTIONS[config.layoutDirection] ?? '',
        number('sw', config.smallestWidth, 'dp'),
        number('w', config.width, 'dp'),
        number('h', config.height, 'dp'),
        SCREEN_SIZES[config.screenSize] ?? '',
        ORIENTATIONS[config.orientation] ?? '',
        MODES[config.mode] ?? '',
        NIGHTS[config.night] ?? '',
        config.density === 0 ? '' : (DENSITIES.get(config.density) ?? `${config.density}dpi`),
        number('v', config.sdk),
    ];
    return parts.filter((part) => part !== '').join('-');
}
/** `de-DE` is `de-rDE` in folder names; with a script or variant it is `b+sr+Latn`. */
function localeQualifier(locale) {
    const [language = '', ...rest] = locale.split('-');
    const [region] = rest;
    if (region === undefined)
        return language;
    const plain = rest.length === 1 && /^(?:[A-Z]{2}|\d{3})$/.test(region);
    return plain ? `${language}-r${region}` : `b+${[language, ...rest].join('+')}`;
}
/** Qualifier of a binary `ResTable_config`. Its size tells how much of it there is. */
function binaryQualifier(bytes, at) {
    const size = u32(bytes, at);
    const has = (end) => size >= end;
    const layout = u8(bytes, at + 28);
    const mode = u8(bytes, at + 29);
    return qualifierOf({
        mcc: u16(bytes, at + 4),
        mnc: u16(bytes, at + 6),
        locale: binaryLocale(bytes, at, size),
        orientation: u8(bytes, at + 12),
        density: u16(bytes, at + 14),
        sdk: u16(bytes, at + 24),
        screenSize: has(32) ? layout & 0x0f : 0,
        layoutDirection: has(32) ? (layout >>> 6) & 3 : 0,
        mode: has(32) ? mode & 0x0f : 0,
        night: has(32) ? ([0, 2, 1][(mode >>> 4) & 3] ?? 0) : 0,
        smallestWidth: has(32) ? u16(bytes, at + 30) : 0,
        width: has(36) ? u16(bytes, at + 32) : 0,
        height: has(36) ? u16(bytes, at + 34) : 0,
    });
}
function binaryLocale(bytes, at, size) {
    const language = subtag(bytes, at + 8, 0x61);
    if (language === '')
        return '';
    const region = subtag(bytes, at + 10, 0x30);
    // localeScriptWasComputed: the platform guessed the script, the resource does not name it.
    const computed = size >= 52 + 4 && u8(bytes, at + 52) !== 0;
    const script = size >= 40 && !computed ? ascii(bytes, at + 36, 4) : '';
    const variant = size >= 48 ? ascii(bytes, at + 40, 8) : '';
    return [language, script, region, variant].filter((part) => part !== '').join('-');
}
/** Two letters, or three packed into fifteen bits, which the highest bit tells. */
function subtag(bytes, at, base) {
    const first = u8(bytes, at);
    const second = u8(bytes, at + 1);
    if (first === 0)
        return '';
    if ((first & 0x80) === 0)
        return ascii(bytes, at, 2);
    const letters = [second & 0x1f, ((second & 0xe0) >>> 5) + ((first & 0x03) << 3), (first & 0x7c) >>> 2];
    return String.fromCharCode(...letters.map((letter) => base + letter));
}
/** Letters and digits up to the first NUL; empty if anything else stands there. */
function ascii(bytes, at, length) {
    const text = bytes.toString('latin1', at, at + length).replace(/\0.*$/s, '');
    return /^[A-Za-z0-9]*$/.test(text) ? text : '';
}
/** Qualifier of a `Configuration` message (aapt2's Configuration.proto). */
function protoQualifier(bytes, message) {
    if (message === undefined || message.start === message.end)
        return '';
    const numbers = new Map();
    let locale = '';
    for (const field of fieldsOf(bytes, message.start, message.end)) {
        if (field.number === 3)
            locale = textOf(bytes, field).slice(0, 64);
        else
            numbers.set(field.number, field.value);
    }
    const of = (number) => numbers.get(number) ?? 0;
    return qualifierOf({
        mcc: of(1),
        mnc: of(2),
        locale: locale.replace(/[^A-Za-z0-9-]/g, ''),
        layoutDirection: of(4),
        width: of(7),
        height: of(8),
        smallestWidth: of(9),
        screenSize: of(10),
        orientation: of(15),
        mode: of(16),
        night: of(17),
        density: of(18),
        sdk: of(24),
    });
}

;// CONCATENATED MODULE: ./lib/formats/android/proto-table.js


/**
 * The resource table of an Android App Bundle, resources.pb: `ResourceTable` of aapt2's Resources.proto. The numbers below
 * are its field numbers.
 */
const TABLE = { package: 2 };
const PACKAGE = { type: 3 };
const TYPE = { name: 2, entry: 3 };
const proto_table_ENTRY = { name: 2, configValue: 6 };
const CONFIG_VALUE = { config: 1, value: 2 };
const VALUE = { item: 4, compound: 5 };
const ITEM = { reference: 1, string: 2, rawString: 3, styledString: 4 };
const REFERENCE_NAME = 3;
const COMPOUND = { style: 2, array: 4, plural: 5 };
const ITEM_IN = { style: 3, array: 3, plural: 4 };
const QUANTITIES = ['zero', 'one', 'two', 'few', 'many', 'other'];
function* typesOf(bytes) {
    for (const inPackage of messagesOf(bytes, 0, bytes.length, TABLE.package)) {
        for (const type of messagesOf(bytes, inPackage.start, inPackage.end, PACKAGE.type)) {
            yield { name: nameIn(bytes, type, TYPE.name), start: type.start, end: type.end };
        }
    }
}
function* valuesOf(bytes, type) {
    for (const entry of messagesOf(bytes, type.start, type.end, TYPE.entry)) {
        const name = nameIn(bytes, entry, proto_table_ENTRY.name);
        for (const configValue of messagesOf(bytes, entry.start, entry.end, proto_table_ENTRY.configValue)) {
            let config;
            let value;
            for (const field of fieldsOf(bytes, configValue.start, configValue.end)) {
                if (field.number === CONFIG_VALUE.config)
                    config = field;
                if (field.number === CONFIG_VALUE.value)
                    value = field;
            }
            if (value !== undefined)
                yield { name, config, start: value.start, end: value.end };
        }
    }
}
/** `de-rDE`; empty for the default configuration. */
function proto_table_qualifierOf(bytes, value) {
    return protoQualifier(bytes, value.config);
}
function nameIn(bytes, message, number) {
    const [name] = messagesOf(bytes, message.start, message.end, number);
    return name === undefined ? '' : textOf(bytes, name);
}
/** Strings and references of a value: one of a simple value, several of an array, plural or style. */
function* stringsOf(bytes, value) {
    for (const field of fieldsOf(bytes, value.start, value.end)) {
        if (field.number === VALUE.item)
            yield* itemStrings(bytes, field, undefined);
        if (field.number === VALUE.compound)
            yield* compoundStrings(bytes, field);
    }
}
function* compoundStrings(bytes, compound) {
    for (const kind of fieldsOf(bytes, compound.start, compound.end)) {
        const plural = kind.number === COMPOUND.plural;
        if (!plural && kind.number !== COMPOUND.array && kind.number !== COMPOUND.style)
            continue;
        const itemNumber = plural ? ITEM_IN.plural : ITEM_IN.array;
        let index = 0;
        for (const element of messagesOf(bytes, kind.start, kind.end, kind.number === COMPOUND.style ? 2 : 1)) {
            // An arity of zero is the default of its field and does not stand on the wire.
            let part = plural ? 'zero' : String(index);
            for (const field of fieldsOf(bytes, element.start, element.end)) {
                // Plural.Entry: arity is field 3.
                if (plural && field.number === 3)
                    part = QUANTITIES[field.value] ?? part;
                if (field.number === itemNumber)
                    yield* itemStrings(bytes, field, part);
            }
            index += 1;
        }
    }
}
function* itemStrings(bytes, item, part) {
    const named = part === undefined ? {} : { part };
    for (const field of fieldsOf(bytes, item.start, item.end)) {
        const reference = field.number === ITEM.reference;
        const string = field.number >= ITEM.string && field.number <= ITEM.styledString;
        if (!reference && !string)
            continue;
        const [text] = messagesOf(bytes, field.start, field.end, reference ? REFERENCE_NAME : 1);
        if (text !== undefined)
            yield { ...named, reference, text };
    }
}

;// CONCATENATED MODULE: ./lib/formats/android/proto-xml.js

/**
 * XML compiled to protobuf, as it stands in an Android App Bundle: `XmlNode` of aapt2's Resources.proto. The numbers below
 * are its field numbers.
 */
const NODE = { element: 1, text: 2 };
const ELEMENT = { name: 3, attribute: 4, child: 5 };
const ATTRIBUTE = { name: 2, value: 3, compiled: 6 };
const proto_xml_ITEM = { string: 2, rawString: 3, primitive: 7 };
const PRIMITIVE = { decimal: 6, hexadecimal: 7, boolean: 8 };
const MAX_ELEMENTS = 200_000;
const proto_xml_MAX_DEPTH = 256;
function parseProtoXml(bytes) {
    const elements = [];
    const problems = new Set();
    readNode(bytes, { start: 0, end: bytes.length }, -1, 0, elements, problems);
    if (elements.length === 0)
        problems.add('no element could be read');
    return { elements, problems: [...problems] };
}
function readNode(bytes, node, parent, depth, elements, problems) {
    if (depth > proto_xml_MAX_DEPTH || elements.length >= MAX_ELEMENTS) {
        problems.add('the document is too deep or too large; part was not read');
        return;
    }
    for (const field of fieldsOf(bytes, node.start, node.end)) {
        if (field.number !== NODE.element)
            continue;
        const children = [];
        const texts = [];
        const attributes = [];
        let name = '?';
        for (const part of fieldsOf(bytes, field.start, field.end)) {
            if (part.number === ELEMENT.name)
                name = textOf(bytes, part);
            if (part.number === ELEMENT.attribute)
                attributes.push(...attributeIn(bytes, part));
            if (part.number !== ELEMENT.child)
                continue;
            children.push(part);
            for (const text of fieldsOf(bytes, part.start, part.end)) {
                if (text.number === NODE.text)
                    texts.push({ value: textOf(bytes, text), offset: text.start });
            }
        }
        elements.push({ name, parent, attributes, texts });
        const self = elements.length - 1;
        for (const child of children)
            readNode(bytes, child, self, depth + 1, elements, problems);
    }
}
/** The attribute; none if its value is no text but a reference, a dimension, a colour and the like. */
function attributeIn(bytes, attribute) {
    let name = '?';
    let source;
    let compiled;
    for (const field of fieldsOf(bytes, attribute.start, attribute.end)) {
        if (field.number === ATTRIBUTE.name)
            name = textOf(bytes, field);
        if (field.number === ATTRIBUTE.value)
            source = { value: textOf(bytes, field), offset: field.start };
        if (field.number === ATTRIBUTE.compiled)
            compiled = field;
    }
    // What was compiled is what Android uses; a plain string is not compiled.
    const value = compiled === undefined ? (source ?? { value: '' }) : itemText(bytes, compiled);
    return value === undefined ? [] : [{ name, ...value }];
}
function itemText(bytes, item) {
    for (const field of fieldsOf(bytes, item.start, item.end)) {
        if (field.number === proto_xml_ITEM.string || field.number === proto_xml_ITEM.rawString) {
            for (const value of fieldsOf(bytes, field.start, field.end)) {
                if (value.number === 1)
                    return { value: textOf(bytes, value), offset: value.start };
            }
        }
        if (field.number === proto_xml_ITEM.primitive)
            return primitiveText(bytes, field);
    }
    return undefined;
}
function primitiveText(bytes, primitive) {
    for (const field of fieldsOf(bytes, primitive.start, primitive.end)) {
        if (field.number === PRIMITIVE.decimal)
            return { value: String(field.value | 0) };
        if (field.number === PRIMITIVE.hexadecimal)
            return { value: `0x${field.value.toString(16)}` };
        if (field.number === PRIMITIVE.boolean)
            return { value: field.value === 0 ? 'false' : 'true' };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/formats/android/resources.js
/** Names for the resources of an app, the same for the binary and the protobuf table. */
/** Types whose references are followed: their values are text, and one may stand for another. */
const TEXT_TYPES = new Set(['string', 'array', 'plurals']);
/** `string/api_url`, `array/hosts[2]`, `string/api_url (de-rDE)`. */
function resourceLocator(resource) {
    const part = resource.part === undefined ? '' : `[${resource.part}]`;
    const qualifier = resource.qualifier === '' ? '' : ` (${resource.qualifier})`;
    return `${resource.typeName}/${resource.name}${part}${qualifier}`;
}

;// CONCATENATED MODULE: ./lib/formats/aab.js








const SOURCE = [
    'https://android.googlesource.com/platform/frameworks/base/+/refs/heads/main/tools/aapt2/Resources.proto',
    'https://developer.android.com/guide/app-bundle/app-bundle-format',
];
/** The manifest of an Android App Bundle's module. */
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
    read: (entry, wanted) => texts_bounded(entry, manifestReadings(entry, wanted, parseProtoXml(entry.bytes))),
};
/** Other XML of an Android App Bundle. */
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
    read: (entry, wanted) => texts_bounded(entry, readBundleXml(entry, wanted)),
};
/** The resource table of an Android App Bundle's module. */
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
    read: (entry, wanted) => texts_bounded(entry, aab_readTable(entry, wanted)),
};
/** An XmlNode message begins with its element, which begins with a namespace, or its own name; text has no such bytes. */
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
        // Colours, layouts and the like have no strings but names of files; under an anchor they are looked at all the same.
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
                    qualifier: proto_table_qualifierOf(entry.bytes, value),
                });
                const named = { ...found, key: value.name, locator, around: () => around(value, string) };
                yield* textReadings(entry, wanted, named);
            }
        }
    }
}
const MAX_REFERENCES = 8;
/** The text of a string, or of what it refers to: in the same configuration before the default one. */
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
        const target = values.find((candidate) => proto_table_qualifierOf(bytes, candidate) === proto_table_qualifierOf(bytes, holder)) ??
            values.find((candidate) => proto_table_qualifierOf(bytes, candidate) === '') ??
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
/**
 * Strings of the same configuration: the others of the resource, those beside it, then what else is handed on: names are
 * sorted, so the settings of one service need not stand together; and a name translated into eighty languages stands for
 * eighty values between two others.
 */
function aroundIn(bytes, values, isAsked) {
    let groups;
    return (self, itself) => {
        groups ??= groupBy(values, (value) => proto_table_qualifierOf(bytes, value));
        const same = groups.get(proto_table_qualifierOf(bytes, self)) ?? [];
        const near = new Set([self, ...nearest(same, same.indexOf(self), MAX_NEIGHBOURS / 2)]);
        const rest = same.filter((value) => !near.has(value) && isAsked(value));
        const found = [...near, ...rest.slice(0, MAX_NEIGHBOURS)].flatMap((value) => [...stringsOf(bytes, value)]
            .filter((string) => !string.reference && string.text.start !== itself.text.start)
            .map((string) => ({ value: textOf(bytes, string.text, MAX_NEIGHBOUR_LENGTH), key: value.name })));
        return found.slice(0, MAX_NEIGHBOURS);
    };
}

;// CONCATENATED MODULE: ./lib/formats/android/mutf8.js

/**
 * Modified UTF-8 (JVMS 4.4.7, dex-format "MUTF-8 encoding"): NUL is C0 80, astral characters are two surrogates of three
 * bytes each. aapt2 writes its string pools so too, older tools plain UTF-8, so four-byte forms are read as well. What is
 * no such form becomes U+FFFD.
 */
function decodeMutf8(bytes, start, end) {
    if (isPlain(bytes, start, end))
        return bytes.toString('latin1', start, end);
    const parts = [];
    let units = [];
    let at = start;
    while (at < end) {
        const first = bytes[at] ?? 0;
        const size = first < 0x80 ? 1 : (first & 0xe0) === 0xc0 ? 2 : (first & 0xf0) === 0xe0 ? 3 : (first & 0xf8) === 0xf0 ? 4 : 0;
        if (size === 0 || at + size > end) {
            units.push(0xfffd);
            at += 1;
        }
        else {
            const second = (bytes[at + 1] ?? 0) & 0x3f;
            const third = (bytes[at + 2] ?? 0) & 0x3f;
            if (size === 1)
                units.push(first);
            else if (size === 2)
                units.push(((first & 0x1f) << 6) | second);
            else if (size === 3)
                units.push(((first & 0x0f) << 12) | (second << 6) | third);
            else
                units.push(...surrogates(((first & 0x07) << 18) | (second << 12) | (third << 6) | ((bytes[at + 3] ?? 0) & 0x3f)));
            at += size;
        }
        // String.fromCharCode takes its units as arguments, of which there is a limit.
        if (units.length >= 4096) {
            parts.push(String.fromCharCode(...units));
            units = [];
        }
    }
    return parts.join('') + String.fromCharCode(...units);
}
/** Below this a loop is faster than the call of what Node has for it. */
const SHORT = 256;
function isPlain(bytes, start, end) {
    if (end - start > SHORT)
        return (0,external_node_buffer_namespaceObject.isAscii)(bytes.subarray(start, end));
    for (let at = start; at < end; at += 1)
        if ((bytes[at] ?? 0) >= 0x80)
            return false;
    return true;
}
/** The two UTF-16 units of an astral character; the replacement character if it is none. */
function surrogates(point) {
    if (point < 0x10000 || point > 0x10ffff)
        return [0xfffd];
    return [0xd800 + ((point - 0x10000) >>> 10), 0xdc00 + ((point - 0x10000) & 0x3ff)];
}

;// CONCATENATED MODULE: ./lib/formats/android/string-pool.js


const EMPTY_POOL = { count: 0, at: () => undefined, rangeOf: () => undefined };
const UTF8_FLAG = 1 << 8;
/** The pool whose chunk begins at `chunk`; `end` is where its chunk, or the file, ends. */
function readStringPool(bytes, chunk, end) {
    const headerSize = Math.max(28, u16(bytes, chunk + 2));
    const utf8 = (u32(bytes, chunk + 16) & UTF8_FLAG) !== 0;
    const stringsStart = chunk + u32(bytes, chunk + 20);
    const offsets = chunk + headerSize;
    // A tampered pool claims more strings than its offset table holds; Android reads as far as there is room.
    const room = Math.floor((Math.min(stringsStart, end) - offsets) / 4);
    const count = Math.max(0, Math.min(u32(bytes, chunk + 8), room));
    const locate = (index) => {
        if (index < 0 || index >= count)
            return undefined;
        const at = stringsStart + u32(bytes, offsets + 4 * index);
        if (at + 2 > bytes.length)
            return undefined;
        return utf8 ? locateUtf8(bytes, at) : locateUtf16(bytes, at);
    };
    return {
        count,
        rangeOf: locate,
        at: (index, limit = bytes.length) => {
            const located = locate(index);
            if (located === undefined)
                return undefined;
            const last = Math.min(located.end, located.start + limit);
            return utf8 ? decodeMutf8(bytes, located.start, last) : bytes.toString('utf16le', located.start, last);
        },
    };
}
/** Two lengths, in UTF-16 units and in bytes, each of one byte or two. */
function locateUtf8(bytes, at) {
    const bytesAt = at + (u8(bytes, at) & 0x80 ? 2 : 1);
    const first = u8(bytes, bytesAt);
    const long = (first & 0x80) !== 0;
    const length = long ? ((first & 0x7f) << 8) | u8(bytes, bytesAt + 1) : first;
    const start = bytesAt + (long ? 2 : 1);
    return { start, end: Math.min(bytes.length, wholeLength(bytes, start, length)) };
}
/**
 * Two bytes hold 15 bits of length, so aapt writes a longer string with its length cut; like AOSP's stringDecodeAt, look
 * for the terminator in steps of what was cut off. Where there is none, the string is not terminated: as the header says.
 */
function wholeLength(bytes, start, length) {
    const steps = 256;
    for (let step = 0; step < steps; step += 1) {
        const end = start + length + step * 0x8000;
        if (end >= bytes.length)
            break;
        if (bytes[end] === 0)
            return end;
        if (length < 0x80)
            break;
    }
    return start + length;
}
/** One length in UTF-16 units, of two bytes or four. */
function locateUtf16(bytes, at) {
    const first = u16(bytes, at);
    const long = (first & 0x8000) !== 0;
    const length = long ? ((first & 0x7fff) << 16) | u16(bytes, at + 2) : first;
    const start = at + (long ? 4 : 2);
    return { start, end: Math.min(bytes.length & ~1, start + 2 * length) };
}

;// CONCATENATED MODULE: ./lib/formats/android/resource-table.js




const resource_table_CHUNK = { stringPool: 0x0001, table: 0x0002, package: 0x0200, type: 0x0201 };
const TYPE_FLAG = { sparse: 0x01, offset16: 0x02 };
const ENTRY_FLAG = { complex: 0x0001, compact: 0x0008 };
const MAX_TYPE_CHUNKS = 100_000;
function readResourceTable(bytes) {
    const problems = [];
    const types = [];
    let values;
    for (const chunk of chunksIn(bytes, Math.max(8, u16(bytes, 2)), bytes.length, problems)) {
        if (chunk.type === resource_table_CHUNK.stringPool)
            values ??= readStringPool(bytes, chunk.start, chunk.end);
        if (chunk.type === resource_table_CHUNK.package)
            readPackage(bytes, chunk, types, problems);
    }
    if (values === undefined)
        problems.push('the resource table has no string pool');
    return { bytes, values: values ?? EMPTY_POOL, types, problems };
}
function* chunksIn(bytes, from, to, problems) {
    let start = from;
    while (start + 8 <= to) {
        const size = u32(bytes, start + 4);
        const headerSize = u16(bytes, start + 2);
        if (size < 8 || headerSize < 8) {
            problems.push('a chunk of the resource table lies about its size; what follows it was not read');
            return;
        }
        if (start + size > to)
            problems.push('the resource table is cut off');
        const end = Math.min(to, start + size);
        yield { type: u16(bytes, start), start, headerSize, end };
        start = end;
    }
}
function readPackage(bytes, chunk, types, problems) {
    const id = u32(bytes, chunk.start + 8) & 0xff;
    const typeStrings = chunk.start + u32(bytes, chunk.start + 268);
    const keyStrings = chunk.start + u32(bytes, chunk.start + 276);
    let typeNames = EMPTY_POOL;
    let keys = EMPTY_POOL;
    for (const inner of chunksIn(bytes, chunk.start + chunk.headerSize, chunk.end, problems)) {
        if (inner.type === resource_table_CHUNK.stringPool) {
            const pool = readStringPool(bytes, inner.start, inner.end);
            // The header says which is which; a tampered one does not, then their order does.
            if (inner.start === typeStrings || (typeNames === EMPTY_POOL && inner.start !== keyStrings))
                typeNames = pool;
            else
                keys = pool;
        }
        if (inner.type !== resource_table_CHUNK.type)
            continue;
        if (types.length >= MAX_TYPE_CHUNKS) {
            problems.push('the resource table has too many configurations; the rest was not read');
            return;
        }
        types.push(readType(bytes, inner, id, typeNames, keys));
    }
}
function readType(bytes, chunk, packageId, typeNames, keys) {
    const typeId = u8(bytes, chunk.start + 8);
    const flags = u8(bytes, chunk.start + 9);
    const form = flags & TYPE_FLAG.sparse ? 'sparse' : flags & TYPE_FLAG.offset16 ? 'offset16' : 'plain';
    const offsets = chunk.start + chunk.headerSize;
    const room = Math.floor((chunk.end - offsets) / (form === 'offset16' ? 2 : 4));
    return {
        idBase: ((packageId << 24) | (typeId << 16)) >>> 0,
        typeName: typeNames.at(typeId - 1, 256) ?? `type${typeId}`,
        keys,
        qualifier: binaryQualifier(bytes, chunk.start + 20),
        form,
        offsets,
        count: Math.max(0, Math.min(u32(bytes, chunk.start + 12), room)),
        entries: chunk.start + u32(bytes, chunk.start + 16),
        end: chunk.end,
    };
}
const resource_table_VALUE = { reference: 0x01, string: 0x03, dynamicReference: 0x07 };
/** Every resource that the chunk has a value for. */
function* entriesOf(bytes, chunk) {
    for (let slot = 0; slot < chunk.count; slot += 1) {
        const entry = entryInSlot(bytes, chunk, slot);
        if (entry !== undefined)
            yield entry;
    }
}
/** The resource of that number in the chunk, if it has a value there. */
function entryNumbered(bytes, chunk, number) {
    if (chunk.form !== 'sparse')
        return number < chunk.count ? entryInSlot(bytes, chunk, number) : undefined;
    const slot = lowerBound(chunk.count, (index) => u16(bytes, chunk.offsets + 4 * index) >= number);
    const entry = entryInSlot(bytes, chunk, slot);
    return entry?.number === number ? entry : undefined;
}
function entryInSlot(bytes, chunk, slot) {
    if (slot >= chunk.count)
        return undefined;
    const { number, offset } = slotAt(bytes, chunk, slot);
    if (offset === undefined)
        return undefined;
    const at = chunk.entries + offset;
    if (at + 8 > chunk.end)
        return undefined;
    const compact = (u16(bytes, at + 2) & ENTRY_FLAG.compact) !== 0;
    return { number, at, key: compact ? u16(bytes, at) : u32(bytes, at + 4) };
}
function slotAt(bytes, chunk, slot) {
    if (chunk.form === 'sparse') {
        const at = chunk.offsets + 4 * slot;
        return { number: u16(bytes, at), offset: 4 * u16(bytes, at + 2) };
    }
    if (chunk.form === 'offset16') {
        const offset = u16(bytes, chunk.offsets + 2 * slot);
        return { number: slot, offset: offset === 0xffff ? undefined : 4 * offset };
    }
    const offset = u32(bytes, chunk.offsets + 4 * slot);
    return { number: slot, offset: offset === 0xffffffff ? undefined : offset };
}
/** Names of a plural's quantities (`Res_MAKEINTERNAL` in ResourceTypes.h). */
const resource_table_QUANTITIES = new Map([
    [0x01000004, 'other'],
    [0x01000005, 'zero'],
    [0x01000006, 'one'],
    [0x01000007, 'two'],
    [0x01000008, 'few'],
    [0x01000009, 'many'],
]);
/** Values of an entry. A complex one is bounded by its chunk. */
function* resource_table_valuesOf(bytes, chunk, entry) {
    const { at } = entry;
    const flags = u16(bytes, at + 2);
    if (flags & ENTRY_FLAG.compact) {
        yield { type: flags >>> 8, data: u32(bytes, at + 4) };
        return;
    }
    const size = u16(bytes, at);
    if ((flags & ENTRY_FLAG.complex) === 0) {
        yield { type: u8(bytes, at + size + 3), data: u32(bytes, at + size + 4) };
        return;
    }
    const first = at + Math.max(16, size);
    const count = Math.min(u32(bytes, at + 12), Math.max(0, Math.floor((chunk.end - first) / 12)));
    const quantities = chunk.typeName === 'plurals' ? resource_table_QUANTITIES : undefined;
    for (let index = 0; index < count; index += 1) {
        const map = first + 12 * index;
        const part = quantities?.get(u32(bytes, map)) ?? String(index);
        yield { type: u8(bytes, map + 7), data: u32(bytes, map + 8), part };
    }
}

;// CONCATENATED MODULE: ./lib/formats/arsc.js




/** The compiled resource table of an APK. */
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
    // Always: a storage bucket or project id under a known name holds no anchor.
    when: 'always',
    hint: { begins: ['\x02\0'] },
    sniff: (head) => head.length >= 12 && head.readUInt16LE(0) === 0x0002 && head.readUInt16LE(2) === 12,
    read: (entry, wanted) => texts_bounded(entry, readArsc(entry, wanted)),
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
        // Colours, layouts and the like have no strings but names of files; under an anchor they are looked at all the same.
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
/** Strings of the chunk that `accept` takes, references followed; every entry and value spends from the budget. */
function* arsc_stringsOf(table, chunk, budget, accept) {
    const followed = TEXT_TYPES.has(chunk.typeName);
    for (const entry of entriesOf(table.bytes, chunk)) {
        budget.left -= 1;
        for (const value of resource_table_valuesOf(table.bytes, chunk, entry)) {
            budget.left -= 1;
            if (budget.left < 0)
                return;
            const string = followed
                ? stringBehind(table, chunk, value, 0)
                : value.type === resource_table_VALUE.string
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
/** Bytes of a resource's name that are read. */
const MAX_NAME = 1024;
const arsc_MAX_REFERENCES = 8;
/** Pool index of the string that a value is or refers to, in the same configuration before the default one. */
function stringBehind(table, from, value, depth) {
    if (value.type === resource_table_VALUE.string)
        return value.data;
    const reference = value.type === resource_table_VALUE.reference || value.type === resource_table_VALUE.dynamicReference;
    if (!reference || value.data === 0 || depth >= arsc_MAX_REFERENCES)
        return undefined;
    const idBase = (value.data & 0xffff0000) >>> 0;
    const chunks = table.types.filter((chunk) => chunk.idBase === idBase);
    const rank = (chunk) => (chunk.qualifier === from.qualifier ? 0 : chunk.qualifier === '' ? 1 : 2);
    for (const chunk of chunks.sort((left, right) => rank(left) - rank(right))) {
        const entry = entryNumbered(table.bytes, chunk, value.data & 0xffff);
        if (entry === undefined)
            continue;
        const [target] = resource_table_valuesOf(table.bytes, chunk, entry);
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
/**
 * Strings near it in its chunk, then what else of the chunk is handed on: names are sorted, so the settings of one service
 * need not stand together.
 */
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
/** Strings with an anchor that no resource has as its value: left over from a shrinker, or in a part that is tampered with. */
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

;// CONCATENATED MODULE: ./lib/formats/android/binary-xml.js


/**
 * Android's binary XML (`ResXMLTree` in AOSP's ResourceTypes.h). The reader is at least as lenient as Android: file size,
 * root type and unknown chunks do not matter, and after a chunk that lies about its size it looks for the next one.
 */
const BINARY_XML = 0x0003;
const binary_xml_CHUNK = {
    stringPool: 0x0001,
    resourceMap: 0x0180,
    startNamespace: 0x0100,
    endNamespace: 0x0101,
    startElement: 0x0102,
    endElement: 0x0103,
    cdata: 0x0104,
};
const binary_xml_VALUE = { string: 0x03, decimal: 0x10, hexadecimal: 0x11, boolean: 0x12 };
/**
 * Names of the attributes that matter by their id in the framework (`R.attr`, stable since they were added): the names in
 * the string pool may be stripped or renamed, Android goes by the id.
 */
const ATTRIBUTE_NAMES = new Map([
    [0x01010003, 'name'],
    [0x01010018, 'authorities'],
    [0x01010024, 'value'],
    [0x01010025, 'resource'],
    [0x01010026, 'mimeType'],
    [0x01010027, 'scheme'],
    [0x01010028, 'host'],
    [0x01010029, 'port'],
    [0x0101002a, 'path'],
    [0x0101002b, 'pathPrefix'],
    [0x0101002c, 'pathPattern'],
    [0x0101021b, 'versionCode'],
    [0x0101021c, 'versionName'],
]);
/** Stands for a name that is not in the pool. */
const UNREADABLE = '?';
/** Bytes of an element's or attribute's name that are read. */
const binary_xml_MAX_NAME = 512;
const binary_xml_MAX_ELEMENTS = 200_000;
const MAX_ATTRIBUTES = 1_000_000;
function parseBinaryXml(bytes) {
    const building = {
        pool: EMPTY_POOL,
        resourceMap: { start: 0, count: 0 },
        attributes: 0,
        decodable: 16 * bytes.length + 65_536,
        open: [],
        elements: [],
        problems: new Set(),
    };
    let at = 8;
    while (at + 8 <= bytes.length) {
        if (building.elements.length >= binary_xml_MAX_ELEMENTS || building.attributes >= MAX_ATTRIBUTES || building.decodable < 0) {
            building.problems.add('the document has too many elements, or repeats its strings too often; the rest was not read');
            break;
        }
        const chunk = chunkAt(bytes, at);
        if (chunk === undefined) {
            building.problems.add('a chunk lies about its size');
            at += 4;
            continue;
        }
        readChunk(bytes, chunk, building);
        at = chunk.end;
    }
    if (building.elements.length === 0)
        building.problems.add('no element could be read');
    const elements = building.elements;
    return { elements, problems: [...building.problems] };
}
/** A chunk, or undefined if none can begin here. A known one may claim more than there is, an unknown one may not. */
function chunkAt(bytes, start) {
    const type = u16(bytes, start);
    const size = u32(bytes, start + 4);
    const known = Object.values(binary_xml_CHUNK).includes(type);
    const headerSize = u16(bytes, start + 2);
    if (known) {
        if (headerSize < 8 || headerSize > 64)
            return undefined;
        const end = size < headerSize ? start + headerSize : Math.min(bytes.length, start + size);
        return { type, start, headerSize, end };
    }
    if (size < 8 || headerSize < 8 || headerSize > size || start + size > bytes.length)
        return undefined;
    return { type, start, headerSize, end: start + size };
}
function readChunk(bytes, chunk, building) {
    switch (chunk.type) {
        case binary_xml_CHUNK.stringPool:
            // Android takes the first pool of the file; a later one would rename what was read.
            if (building.pool === EMPTY_POOL)
                building.pool = readStringPool(bytes, chunk.start, chunk.end);
            return;
        case binary_xml_CHUNK.resourceMap:
            building.resourceMap = {
                start: chunk.start + chunk.headerSize,
                count: Math.max(0, Math.floor((chunk.end - chunk.start - chunk.headerSize) / 4)),
            };
            return;
        case binary_xml_CHUNK.startElement:
            startElement(bytes, chunk, building);
            return;
        case binary_xml_CHUNK.endElement:
            building.open.pop();
            return;
        case binary_xml_CHUNK.cdata: {
            const text = poolString(building, u32(bytes, chunk.start + chunk.headerSize));
            const element = building.elements[building.open.at(-1) ?? -1];
            if (text !== undefined && element !== undefined)
                element.texts.push(text);
            return;
        }
        default:
    }
}
function startElement(bytes, chunk, building) {
    const extension = chunk.start + chunk.headerSize;
    const name = building.pool.at(u32(bytes, extension + 4), binary_xml_MAX_NAME) || UNREADABLE;
    const attributesAt = extension + u16(bytes, extension + 8);
    const attributeSize = u16(bytes, extension + 10);
    const claimed = u16(bytes, extension + 12);
    // A step below the 20 bytes of an attribute would read the same one again and again.
    const room = attributeSize < 20 ? 0 : Math.floor((chunk.end - attributesAt) / attributeSize);
    const count = Math.max(0, Math.min(claimed, room));
    if (count < claimed)
        building.problems.add('an element claims more attributes than it holds');
    const attributes = [];
    for (let index = 0; index < count; index += 1) {
        const attribute = readAttribute(bytes, attributesAt + index * attributeSize, building);
        if (attribute !== undefined)
            attributes.push(attribute);
    }
    building.attributes += count;
    building.elements.push({ name, parent: building.open.at(-1) ?? -1, attributes, texts: [] });
    building.open.push(building.elements.length - 1);
}
function readAttribute(bytes, at, building) {
    const nameIndex = u32(bytes, at + 4);
    const { start, count } = building.resourceMap;
    const id = nameIndex < count ? u32(bytes, start + 4 * nameIndex) : 0;
    const name = ATTRIBUTE_NAMES.get(id) || building.pool.at(nameIndex, binary_xml_MAX_NAME) || UNREADABLE;
    const value = attributeValue(bytes, at, building);
    return value === undefined ? undefined : { name, ...value };
}
/** The value as text; undefined for references, dimensions, colours and the like. */
function attributeValue(bytes, at, building) {
    const type = u8(bytes, at + 15);
    const data = u32(bytes, at + 16);
    if (type === binary_xml_VALUE.string)
        return poolString(building, data) ?? poolString(building, u32(bytes, at + 8));
    if (type === binary_xml_VALUE.decimal)
        return { value: String(data | 0) };
    if (type === binary_xml_VALUE.hexadecimal)
        return { value: `0x${data.toString(16)}` };
    if (type === binary_xml_VALUE.boolean)
        return { value: data === 0 ? 'false' : 'true' };
    return poolString(building, u32(bytes, at + 8));
}
function poolString(building, index) {
    const range = building.pool.rangeOf(index);
    if (range === undefined || building.decodable < 0)
        return undefined;
    building.decodable -= range.end - range.start;
    const value = building.pool.at(index);
    return value === undefined ? undefined : { value, offset: range.start };
}

;// CONCATENATED MODULE: ./lib/formats/axml.js




const axml_SOURCE = [
    'https://android.googlesource.com/platform/frameworks/base/+/refs/heads/main/libs/androidfw/include/androidfw/ResourceTypes.h',
    'https://developer.android.com/guide/topics/manifest/manifest-intro',
];
/** The manifest of an APK: app id and version, meta-data, deep links. */
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
    // Also by name: a tampered manifest may hide its type, and Android does not look at it.
    hint: { names: /(^|\/)AndroidManifest\.xml$/ },
    sniff: (head, name) => isManifestName(name) && head[0] !== 0x0a && !isText(head),
    read: (entry, wanted) => texts_bounded(entry, manifestReadings(entry, wanted, parseBinaryXml(entry.bytes))),
};
/** Other compiled XML: res/xml, network security config, Cordova's config.xml, Remote Config defaults. */
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
    read: (entry, wanted) => texts_bounded(entry, readBinaryXml(entry, wanted)),
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

;// CONCATENATED MODULE: ./lib/formats/script-calls.js
/** Characters before the needle that a pattern may look at. */
const BEFORE = 128;
const LITERAL = '["\'`]([A-Za-z0-9_/-]{1,128})["\'`]';
/** `db, `, `getDatabase(), ` */
const INSTANCE = '(?:[A-Za-z_$][\\w$.]{0,63}(?:\\(\\))?\\s{0,4},\\s{0,8})';
/** `(0, n.collection)(db, "users")` is how Metro writes a call of an import. */
const IMPORTED = '(?:\\(0,\\s{0,2}[\\w$.]{1,64}\\.)?';
const patterns = new Map();
function patternOf(call) {
    const known = patterns.get(call);
    if (known !== undefined)
        return known;
    const { method, modular } = call;
    const needle = modular ? method : `.${method}(`;
    const opening = modular ? `${method}\\)?\\(\\s{0,8}${INSTANCE}?` : `\\.${method}\\(\\s{0,8}`;
    const made = { needle, pattern: new RegExp(`${before(call)}${opening}${LITERAL}${behind(call)}`, 'y') };
    patterns.set(call, made);
    return made;
}
function before({ on, within }) {
    if (on !== undefined)
        return `(?<=\\b${on}(?:\\(\\))?)`;
    return within === undefined ? '' : `(?<=\\b(?:${within.join('|')})\\)?\\(\\s{0,8}${IMPORTED})`;
}
function behind({ next, more }) {
    if (more)
        return '\\s{0,8},';
    return next === undefined ? '' : `\\s{0,8}\\)\\s{0,80}\\.(?:${next.join('|')})\\(`;
}
/** The anchors that the search saw in an entry, in lower case. */
function anchorsIn({ bytes, hits }) {
    return new Set(hits.map(({ offset, length, encoding }) => bytes.toString(encoding, offset, offset + length).toLowerCase()));
}
/** True if one of the anchors begins so. */
function namesOneOf(anchors, beginnings) {
    return [...anchors].some((anchor) => beginnings.some((beginning) => anchor.startsWith(beginning)));
}
/** Places of a needle that are looked at, and arguments that are handed on, for each call. */
const MAX_PLACES = 20_000;
const MAX_ARGUMENTS = 256;
const CALL_LENGTH = 384;
/** String arguments of wanted calls in source text, in an entry that names the service; each once for each call. */
function scriptArguments(entry, calls, ranges = [{ start: 0, end: entry.bytes.length }]) {
    const anchors = anchorsIn(entry);
    const searches = calls.flatMap(({ key, script }) => script !== undefined && namesOneOf(anchors, script.beside) ? [{ key, ...patternOf(script), found: new Map() }] : []);
    // Several calls are found by the same needle.
    for (const needle of new Set(searches.map((search) => search.needle))) {
        const same = searches.filter((search) => search.needle === needle);
        for (const { start, end } of ranges)
            addArguments(entry.bytes.subarray(start, end), start, needle, same);
    }
    return searches.flatMap(({ found }) => [...found.values()]);
}
function addArguments(bytes, base, needle, searches) {
    let places = 0;
    for (let at = bytes.indexOf(needle); at !== -1 && places < MAX_PLACES; at = bytes.indexOf(needle, at + 1)) {
        // Most places of a bare name are parts of other words.
        if (!needle.endsWith('(') && !isBracket(bytes[at + needle.length]))
            continue;
        places += 1;
        const from = Math.max(0, at - BEFORE);
        const around = bytes.toString('latin1', from, at + CALL_LENGTH);
        for (const { key, pattern, found } of searches) {
            pattern.lastIndex = at - from;
            const value = pattern.exec(around)?.[1];
            if (value === undefined || found.has(value) || found.size >= MAX_ARGUMENTS)
                continue;
            found.set(value, { key, value, offset: base + at, needle });
        }
    }
}
function isBracket(byte) {
    return byte === 0x28 || byte === 0x29;
}

;// CONCATENATED MODULE: ./lib/formats/dart-strings.js


/**
 * String objects of the read-only image: header of tags, hash and length, then the characters, zeros up to the alignment.
 * The length is a Smi, that is doubled. 32-bit snapshots had the hash behind the length until 2021.
 */
const IMAGES = {
    rodata64: { header: 16, lengthAt: 8, word: 8, align: 16 },
    rodata32: { header: 12, lengthAt: 4, word: 4, align: 8 },
    'rodata32-hash-last': { header: 12, lengthAt: 8, word: 4, align: 8 },
};
const MAGIC = Buffer.of(0xf5, 0xf5, 0xdc, 0xdc);
/** Magic, u64 length, u64 kind, 32 characters of version hash; then the features, NUL-terminated. */
const FEATURES_AT = 52;
const MAX_FEATURES = 1_024;
/** Longest string that is looked for, in bytes before a hit. */
const MAX_BEFORE = 65_536;
/** Tells whether a snapshot lies in these bytes, and by its features how strings are written there. */
function dartLayoutOf(bytes, bounds) {
    const part = bytes.subarray(bounds.start, bounds.end);
    const at = part.indexOf(MAGIC);
    if (at === -1)
        return undefined;
    const features = part.toString('latin1', at + FEATURES_AT, at + FEATURES_AT + MAX_FEATURES).replace(/\0.*$/s, '');
    if (/(?:^| )compressed-pointers(?: |$)/.test(features))
        return ['cluster', 'rodata64'];
    return /(?:^| )(?:arm64|x64|riscv64)/.test(features)
        ? ['rodata64', 'cluster']
        : ['rodata32', 'rodata32-hash-last', 'cluster'];
}
/**
 * Reads each hit: the whole string that holds it, or the hit itself where no length before it fits (a table, source text).
 * Hits ascending; a string that holds several comes once.
 */
function* dartStrings(bytes, hits, bounds, layout) {
    const states = new Map();
    for (const hit of hits) {
        const width = hit.encoding === 'utf16le' ? 2 : 1;
        const name = `${width} ${hit.offset % width}`;
        const state = states.get(name) ?? { floor: bounds.start, textEnd: bounds.start };
        states.set(name, state);
        const least = hit.offset + hit.length;
        if (hit.offset < state.floor)
            continue;
        if (state.textEnd < least)
            state.textEnd = textEndOf(bytes, hit.offset, bounds.end, width);
        const run = stringOver(bytes, hit, bounds, layout, state);
        state.floor = run?.end ?? hit.offset;
        yield run === undefined ? { type: 'loose', hit } : { type: 'string', run };
    }
}
function textEndOf(bytes, from, limit, width) {
    let at = from;
    const high = Math.min(limit, from + MAX_TEXT_LENGTH * width);
    while (at < high && isTextAt(bytes, at, width))
        at += width;
    return at;
}
/** The string with the nearest start at or before the hit, of those that reach over it. */
function stringOver(bytes, hit, bounds, layout, { floor, textEnd }) {
    const width = hit.encoding === 'utf16le' ? 2 : 1;
    const low = Math.max(bounds.start, floor - 1, hit.offset - MAX_BEFORE);
    for (let start = hit.offset; start > low; start -= width) {
        if (start < hit.offset && !isTextAt(bytes, start, width))
            return undefined;
        for (const encoding of layout) {
            const end = endsFrom(bytes, start, bounds, encoding, width).find((candidate) => candidate >= hit.offset + hit.length && candidate <= textEnd);
            if (end !== undefined)
                return dart_strings_runOf(bytes, start, end, width);
        }
    }
    return undefined;
}
/** Where a string whose characters start here may end: none, one, or several where the length can be read in more than one way. */
function endsFrom(bytes, start, bounds, encoding, width) {
    const ends = encoding === 'cluster'
        ? clusterEnds(bytes, start, bounds, width)
        : imageEnds(bytes, start, bounds, IMAGES[encoding], width);
    return ends.filter((end) => end <= bounds.end && end - start <= MAX_TEXT_LENGTH * width);
}
/**
 * WriteUnsigned: groups of 7 bits, lowest first, the last one with its top bit set; the value is the length doubled, plus one
 * in a two-byte string. Read backwards it may be one to four groups long, so each is tried.
 */
function clusterEnds(bytes, start, bounds, width) {
    const last = start > bounds.start ? (bytes[start - 1] ?? 0) : 0;
    if (last < 0x80)
        return [];
    const ends = [];
    let value = last & 0x7f;
    for (let before = start - 2;; before -= 1) {
        if (value % 2 === width - 1 && value > 1)
            ends.push(start + (value >> 1) * width);
        const group = bytes[before] ?? 0x80;
        // WriteUnsigned never writes a highest group of zero.
        if (last === 0x80 || before < bounds.start || group >= 0x80 || start - before > 4)
            return ends;
        value = value * 128 + group;
    }
}
function imageEnds(bytes, start, bounds, form, width) {
    const { header, lengthAt, word, align } = form;
    const object = start - header;
    if (object < bounds.start || object % align !== 0)
        return [];
    const length = smiAt(bytes, start - lengthAt, word);
    if (length === undefined)
        return [];
    const end = start + length * width;
    const next = object + Math.ceil((end - object) / align) * align;
    if (next > bounds.end)
        return [];
    for (let at = end; at < next; at += 1)
        if (bytes[at] !== 0)
            return [];
    return [end];
}
/** The untagged value, if the word can be the length of a string. */
function smiAt(bytes, at, word) {
    const low = bytes.readUInt32LE(at);
    if (word === 8 && bytes.readUInt32LE(at + 4) !== 0)
        return undefined;
    return low % 2 === 0 && low > 0 && low < 2 ** 24 ? low / 2 : undefined;
}
function dart_strings_runOf(bytes, start, end, width) {
    const value = bytes.toString(width === 1 ? 'latin1' : 'utf16le', start, end);
    return { value, offset: start, end, encoding: width === 1 ? 'utf8' : 'utf16le' };
}
/** One-byte strings are Latin-1; in two-byte strings everything but a control character may stand. */
function isTextAt(bytes, at, width) {
    const unit = width === 1 ? (bytes[at] ?? 0) : at + 2 <= bytes.length ? bytes.readUInt16LE(at) : 0;
    return unit < 0x80 ? isTextByte(unit) : unit >= 0xa0;
}
const dart_strings_MAX_AROUND = 64;
const REACH = 8_192;
const LONGEST_AROUND = 1_024;
/** The one-byte strings written before and behind one, nearest first, at most 64. */
function dartStringsNear(bytes, from, bounds, layout) {
    const width = from.encoding === 'utf16le' ? 2 : 1;
    const written = (encoding) => endsFrom(bytes, from.offset, bounds, encoding, width).includes(from.end);
    const encoding = layout.find(written) ?? 'cluster';
    const reach = { start: Math.max(bounds.start, from.offset - REACH), end: Math.min(bounds.end, from.end + REACH) };
    const before = walk(bytes, from, reach, encoding, -1);
    const after = walk(bytes, from, reach, encoding, 1);
    const merged = [];
    for (let index = 0; index < dart_strings_MAX_AROUND; index += 1) {
        for (const run of [before[index], after[index]])
            if (run !== undefined)
                merged.push(run);
    }
    return merged.slice(0, dart_strings_MAX_AROUND);
}
/** Strings in one direction; what is passed over are prefixes, headers, padding and strings that are not text. */
function walk(bytes, from, reach, encoding, step) {
    const found = [];
    let edge = step === 1 ? from.end : from.offset;
    for (let at = edge + step; at > reach.start && at < reach.end && found.length < dart_strings_MAX_AROUND; at += step) {
        const limit = Math.min(step === 1 ? reach.end : edge, at + LONGEST_AROUND);
        const end = endsFrom(bytes, at, reach, encoding, 1).find((candidate) => candidate - at >= 2 && candidate <= limit && textEndOf(bytes, at, candidate, 1) === candidate);
        if (end === undefined)
            continue;
        found.push(dart_strings_runOf(bytes, at, end, 1));
        edge = step === 1 ? end : at;
        at = edge;
    }
    return found;
}

;// CONCATENATED MODULE: ./lib/formats/section-texts.js


const LITERAL_REACH = 16_384;
const NEIGHBOUR_REACH = 8_192;
/** The texts around the hits that lie in a stretch. */
function* stretchTexts(entry, stretch) {
    const hits = hitsWithin(entry.hits, stretch.start, stretch.end);
    if (hits.length === 0)
        return;
    const dart = stretch.literals ? undefined : dartLayoutOf(entry.bytes, stretch);
    if (dart === undefined)
        yield* runTexts(entry, hits, stretch);
    else
        yield* dartTexts(entry, hits, stretch, dart);
}
function* runTexts(entry, hits, stretch) {
    const bounds = { start: stretch.start, end: stretch.end };
    const options = stretch.literals
        ? { ...bounds, delimiter: 'nul', reach: LITERAL_REACH }
        : { ...bounds, delimiter: 'control' };
    for (const run of runsAround(entry.bytes, hits, options)) {
        const text = section_texts_textOf(entry, run, stretch.name, () => stringsNear(entry.bytes, run, { ...options, reach: NEIGHBOUR_REACH }).map(({ value, offset }) => ({
            value,
            at: offset - run.offset,
        })));
        yield stretch.literals ? text : { ...text, runTogether: true };
    }
}
/** A hit that no length fits (in source text of a debug build, in a table) is read as the run around it. */
function* dartTexts(entry, hits, stretch, layout) {
    const loose = [];
    for (const reading of dartStrings(entry.bytes, hits, stretch, layout)) {
        if (reading.type === 'loose') {
            loose.push(reading.hit);
            continue;
        }
        const { run } = reading;
        yield section_texts_textOf(entry, run, `${stretch.name} Dart string`.trimStart(), () => dartStringsNear(entry.bytes, run, stretch, layout).map(({ value }) => ({ value })));
    }
    yield* runTexts(entry, loose, stretch);
}
function section_texts_textOf(entry, run, locator, around) {
    const place = { ...entry.place, offset: entry.base + run.offset };
    return { value: run.value, place: locator === '' ? place : { ...place, locator }, around };
}
/** Ascending and without overlap, so that headers which name the same bytes again and again cost no more than once. */
function disjoint(stretches) {
    const found = [];
    let edge = 0;
    for (const stretch of [...stretches].sort((left, right) => left.start - right.start)) {
        const start = Math.max(stretch.start, edge);
        if (start >= stretch.end)
            continue;
        found.push({ ...stretch, start });
        edge = stretch.end;
    }
    return found;
}
/** The hits that lie in none of the stretches; both ascending. */
function hitsOutside(hits, stretches) {
    const inside = new Set();
    for (const stretch of stretches)
        for (const hit of hitsWithin(hits, stretch.start, stretch.end))
            inside.add(hit);
    return hits.filter((hit) => !inside.has(hit));
}

;// CONCATENATED MODULE: ./lib/formats/dart-kernel.js




/**
 * Dart kernel, the program of a debug build (`kernel_blob.bin`): components one behind the other, each with an index at its
 * end (dart-lang/sdk, pkg/kernel/binary.md). Strings stand in a table without separators; the sources stand in it whole.
 */
const dart_kernel_MAGIC = 0x90abcdef;
const MAX_COMPONENTS = 64;
const MAX_SOURCES = 200_000;
/** Constants have moved before the names (seen in format 75); the last field, the compilation mode, came and went. */
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
    sniff: (head) => head.length >= 8 && head.readUInt32BE(0) === dart_kernel_MAGIC,
    when: 'always',
    read,
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
/** From the last to the first: only the end of a component tells its size. */
function componentsOf(bytes) {
    const found = [];
    for (let end = bytes.length; end > 0;) {
        const size = dart_kernel_u32(bytes, end - 4);
        const start = end - size;
        if (size < 16 || start < 0 || dart_kernel_u32(bytes, start) !== dart_kernel_MAGIC || found.length >= MAX_COMPONENTS)
            return undefined;
        const component = LAYOUTS.map((layout) => componentAt(bytes, start, end, layout)).find((one) => one !== undefined);
        if (component === undefined)
            return undefined;
        found.push(component);
        end = start;
    }
    return found.reverse();
}
/** Undefined where an index of this layout does not add up. */
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
/** u32 count, the sources, and at the end of the table the offset of each. */
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
/** The string that holds a byte: the first whose end lies behind it. */
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
/** Sources of packages and of the SDKs, by their URIs: what they call among themselves says nothing of the app. */
const NOT_OURS = /^(?:dart|org-dartlang-sdk):|\/(?:\.pub-cache|Pub\/Cache|hosted\/pub\.dev|flutter\/packages)\/|^package:(?:flutter|cloud_|firebase_|supabase|postgrest|storage_client)/;
/** Names that the app's own sources hand to calls. */
function* readCalls(entry, { sources }, calls) {
    const ours = sources.filter(({ uri }) => !NOT_OURS.test(uri)).map(({ source }) => source);
    for (const { key, value, offset, needle } of scriptArguments(entry, calls, ours)) {
        const place = { ...entry.place, offset: entry.base + offset, locator: `dart ${needle}` };
        yield { type: 'text', text: { key, value, place } };
    }
}
/** 7, 14 or 30 bits, highest first. */
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
/** Beyond the end everything is zero, which no check accepts. */
function dart_kernel_u32(bytes, at) {
    return at >= 0 && at + 4 <= bytes.length ? bytes.readUInt32BE(at) : 0;
}

;// CONCATENATED MODULE: ./lib/formats/dart-snapshot.js

const SNAPSHOT_MAGIC = 0xf5f5dcdc;
/** Dart snapshots that lie in a file of their own: `vm_snapshot_data`, `isolate_snapshot_data` of debug builds. */
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
    read: readSnapshot,
};
function* readSnapshot(entry) {
    const whole = { start: 0, end: entry.bytes.length, name: '', literals: false };
    for (const text of stretchTexts(entry, whole))
        yield { type: 'text', text };
}

;// CONCATENATED MODULE: ./lib/formats/words.js
/** Little-endian 32-bit words as all machines at hand have them; copied only where they are not aligned in memory. */
function wordsAt(bytes, start, count) {
    if (count === 0)
        return new Uint32Array(0);
    const at = bytes.byteOffset + start;
    if (at % 4 === 0)
        return new Uint32Array(bytes.buffer, at, count);
    return new Uint32Array(Uint8Array.from(bytes.subarray(start, start + 4 * count)).buffer);
}

;// CONCATENATED MODULE: ./lib/formats/android/dex-file.js




const HEADER_SIZE = 0x70;
const CONTAINER_HEADER_SIZE = 0x78;
const LITTLE_ENDIAN = 0x12345678;
const MAX_DEX_FILES = 256;
const CLASS_WORDS = 8;
/** Index that means "none". */
const NO_INDEX = 0xffffffff;
function readDexHeaders(bytes) {
    const magic = bytes.toString('latin1', 0, 4);
    if (magic === 'cdex' || magic === 'vdex' || magic === 'dey\n') {
        return {
            refused: 'unsupported',
            reason: 'dex compiled for one device (cdex, vdex, odex) is read as raw text only',
        };
    }
    if (!/^dex\n0\d\d\0$/.test(bytes.toString('latin1', 0, 8))) {
        return looksEncrypted(bytes)
            ? { refused: 'encrypted', reason: 'the dex file is encrypted or packed; scan the build before it is packed' }
            : { refused: 'malformed', reason: 'the dex file has no dex header, so its strings cannot be read' };
    }
    if (u32(bytes, 40) !== LITTLE_ENDIAN)
        return { refused: 'unsupported', reason: 'dex of unknown byte order' };
    const files = [];
    let at = 0;
    while (at + HEADER_SIZE <= bytes.length && files.length < MAX_DEX_FILES) {
        if (bytes.toString('latin1', at, at + 4) !== 'dex\n')
            break;
        files.push(readTables(bytes, at));
        const size = u32(bytes, at + 32);
        if (u32(bytes, at + 36) < CONTAINER_HEADER_SIZE || size < CONTAINER_HEADER_SIZE)
            break;
        at += size;
    }
    return files.length > 0 ? { files } : { refused: 'malformed', reason: 'the dex file ends inside its header' };
}
function readTables(bytes, header) {
    let cut = header + u32(bytes, header + 32) > bytes.length;
    const table = (at, itemSize) => {
        const start = u32(bytes, header + at + 4);
        const room = Math.max(0, Math.floor((bytes.length - start) / itemSize));
        const count = u32(bytes, header + at);
        cut ||= count > room;
        return { start, count: Math.min(count, room) };
    };
    const tables = {
        strings: table(56, 4),
        types: table(64, 4),
        protos: table(72, 12),
        fields: table(80, 8),
        methods: table(88, 8),
        classes: table(96, 4 * CLASS_WORDS),
    };
    const version = Number(bytes.toString('latin1', header + 4, header + 7));
    const { strings, classes } = tables;
    const stringWords = wordsAt(bytes, strings.start, strings.count);
    const classWords = wordsAt(bytes, classes.start, CLASS_WORDS * classes.count);
    return { bytes, version, ...tables, stringWords, classWords, cut, endOf: endFinder(bytes) };
}
/** Remembers the last stretch without a NUL, so that many strings that share one huge end do not each look for it. */
function endFinder(bytes) {
    let from = 0;
    let end = -1;
    return (start) => {
        if (start < from || start > end) {
            const nul = bytes.indexOf(0, start);
            from = start;
            end = nul === -1 ? bytes.length : nul;
        }
        return end;
    };
}
/** Bits per byte above which 4 KiB or more are noise: encrypted or compressed. */
const NOISE = 7.8;
function looksEncrypted(bytes) {
    const sample = bytes.subarray(0, 65_536);
    if (sample.length < 4096)
        return false;
    const counts = new Uint32Array(256);
    for (const byte of sample)
        counts[byte] = (counts[byte] ?? 0) + 1;
    let entropy = 0;
    for (const count of counts)
        if (count > 0)
            entropy -= (count / sample.length) * Math.log2(count / sample.length);
    return entropy > NOISE;
}
/** Where the characters of a string begin and end in the file; undefined if there is no such string. */
function stringRange(dex, index) {
    if (index >= dex.strings.count)
        return undefined;
    // string_data_item: its length in UTF-16 units, which a hostile file may choose at will, then its characters.
    const data = dex.stringWords[index] ?? 0;
    if (data >= dex.bytes.length)
        return undefined;
    const cursor = { bytes: dex.bytes, at: data };
    uleb(cursor);
    return { start: cursor.at, end: dex.endOf(cursor.at) };
}
/** The string, or the part of it in its first `bytes` bytes. */
function stringAt(dex, index, bytes = dex.bytes.length) {
    const range = stringRange(dex, index);
    if (range === undefined)
        return undefined;
    return decodeMutf8(dex.bytes, range.start, Math.min(range.end, range.start + bytes));
}
/** Bytes of a class's or member's name that are read; no compiler writes longer ones. */
const dex_file_MAX_NAME = 4096;
/** Descriptor of a type: `Lcom/acme/Api;`. */
function typeAt(dex, index) {
    if (index >= dex.types.count)
        return '';
    return stringAt(dex, u32(dex.bytes, dex.types.start + 4 * index), dex_file_MAX_NAME) ?? '';
}
function fieldNameAt(dex, index) {
    if (index >= dex.fields.count)
        return '';
    return stringAt(dex, u32(dex.bytes, dex.fields.start + 8 * index + 4), dex_file_MAX_NAME) ?? '';
}
function methodNameAt(dex, index) {
    if (index >= dex.methods.count)
        return '';
    return stringAt(dex, u32(dex.bytes, dex.methods.start + 8 * index + 4), dex_file_MAX_NAME) ?? '';
}
/** Index in the name pool of a field's name, so that names can be asked for once. */
function fieldNameIndex(dex, index) {
    return index < dex.fields.count ? u32(dex.bytes, dex.fields.start + 8 * index + 4) : NO_INDEX;
}
function classAt(dex, index) {
    const words = dex.classWords;
    const at = CLASS_WORDS * index;
    return {
        type: (words[at] ?? 0) & 0xffff,
        annotations: words[at + 5] ?? 0,
        data: words[at + 6] ?? 0,
        staticValues: words[at + 7] ?? 0,
    };
}
/** Index of the string that names a class's source file, often NO_INDEX: in a ClassDef that would be the one large number. */
function sourceFileAt(dex, index) {
    return dex.classWords[CLASS_WORDS * index + 4] ?? NO_INDEX;
}
/** `Lcom/acme/Api;` to `com.acme.Api`. */
function dottedName(descriptor) {
    return descriptor.replace(/^L/, '').replace(/;$/, '').replaceAll('/', '.');
}
/** Index of the first string that is not less than `prefix`: dex sorts its strings by UTF-16 units. */
function firstStringFrom(dex, prefix) {
    return lowerBound(dex.strings.count, (index) => (stringAt(dex, index, dex_file_MAX_NAME) ?? '') >= prefix);
}
/** Index of the type with a descriptor; NO_INDEX if the file does not name it. Types are sorted by their strings. */
function typeNamed(dex, descriptor) {
    const string = stringNamed(dex, descriptor);
    if (string === NO_INDEX)
        return NO_INDEX;
    const at = (index) => u32(dex.bytes, dex.types.start + 4 * index);
    const found = lowerBound(dex.types.count, (index) => at(index) >= string);
    return found < dex.types.count && at(found) === string ? found : NO_INDEX;
}
function stringNamed(dex, value) {
    const found = firstStringFrom(dex, value);
    return stringAt(dex, found, dex_file_MAX_NAME) === value ? found : NO_INDEX;
}
/** Indexes of the methods of a type that have a name. Methods are sorted by their classes. */
function* methodsNamed(dex, type, name) {
    const classOf = (index) => u16(dex.bytes, dex.methods.start + 8 * index);
    const first = lowerBound(dex.methods.count, (index) => classOf(index) >= type);
    for (let index = first; index < dex.methods.count && classOf(index) === type; index += 1) {
        if (methodNameAt(dex, index) === name)
            yield index;
    }
}
const MAX_PARAMETERS = 256;
/** Descriptors of a method's parameters. */
function parametersAt(dex, method) {
    const proto = u16(dex.bytes, dex.methods.start + 8 * method + 2);
    if (method >= dex.methods.count || proto >= dex.protos.count)
        return [];
    const list = u32(dex.bytes, dex.protos.start + 12 * proto + 8);
    if (list === 0)
        return [];
    const count = Math.min(u32(dex.bytes, list), MAX_PARAMETERS);
    return Array.from({ length: count }, (_, index) => typeAt(dex, u16(dex.bytes, list + 4 + 2 * index)));
}

;// CONCATENATED MODULE: ./lib/shared/assert.js
/** Closes a union: the compiler refuses a case that was forgotten. */
function assertNever(value) {
    throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}

;// CONCATENATED MODULE: ./lib/formats/android/dex-walk/code.js
/** assembly.ts, compiled by scripts/wasm.mjs: WebAssembly in base64. */
const dex_walk_code_CODE = [
    'AGFzbQEAAAABJAhgAn9/AGABfwBgAAF/YAAAYAF/AX9gAn9/AX9gAXwAYAABfAIPAQNlbnYGbWVtb3J5AgABAxwbAgEBAQEBAQUD',
    'AAAAAwQBAAAAAgIABgcABAABBo0BHH8BQQALfwFBAAt/AUEAC34BQgALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFB',
    'AAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFB',
    'AAt/AUEAC38BQQALB7sBEApzZXRDbGFzc2VzABAJc2V0RmllbGRzAA8EdXNlcwANCXN0cmluZ3NPZgAOBWNhbGxzABgKYnVkZ2V0',
    'TGVmdAAWCXNldEJ1ZGdldAAVB3NldEZpbGUAFAtpc092ZXJmbG93bgATC3JlY29yZENvdW50ABIKc2V0UmVjb3JkcwARCmZvcmdl',
    'dFNlZW4ADApzZXRNZXRob2RzAAsHc2V0U2VlbgAKCnNldFN0cmluZ3MACQZtZW1vcnkCAAgBCAwBAwqtJhvuAgEEfwNAIwxFBEAj',
    'C0EBaiQLIwtBBE8EQEEADwsjC0ECdEGAEmooAgAkDEEAJAgMAQsLIwojAU8jA0IAV3IEQEEADwsjA0IBfSQDIwxBAWskDCMKIQAD',
    'QCABQSNJBEACQCAAIwFJBH8jACAAai0AAAVBAAshAyAAQQFqIQAgAiADQf8AcSABdHIhAiADQYABSQ0AIAFBB2ohAQwCCwsLIAAk',
    'AiMIIAJqJAhBACECIwIhAEEAIQEDQCABQSNJBEACQCAAIwFJBH8jACAAai0AAAVBAAshAyAAQQFqIQAgAiADQf8AcSABdHIhAiAD',
    'QYABSQ0AIAFBB2ohAQwCCwsLIAAkAiMLQQJPBEBBACECIwIhAEEAIQEDQCABQSNJBEACQCAAIwFJBH8jACAAai0AAAVBAAshAyAA',
    'QQFqIQAgAiADQf8AcSABdHIhAiADQYABSQ0AIAFBB2ohAQwCCwsLIAAkAiACJAkLIwIkCkEBC7UBAQV/IABFIgFFBEAgACMBTyEB',
    'CyAAJAoDQCAEQQRJBEAgAQRAQQAhAgVBACECIwohAEEAIQMDQCADQSNJBEACQCAAIwFJBH8jACAAai0AAAVBAAshBSAAQQFqIQAg',
    'AiAFQf8AcSADdHIhAiAFQYABSQ0AIANBB2ohAwwCCwsLIAAkAgsgBEECdEGAEmogAjYCACMCJAogBEEBaiEEDAELC0EAJAtBgBIo',
    'AgAkDEEAJAhBACQJC/IDAgR/AX4jA0IBfSQDIxMiAyMBSQR/IwAgA2otAAAFQQALIgNBH3EhBCMTQQFqJBMgBEEfRiAEQR5GcgRA',
    'DwsgBEEdRiAEQRxGcgRAIABBEE8EQCMBJBMFIARBHUYEQCAAQQFqEAQFIABBAWohAyMTIQADQCABQSNJBEACQCAAIwFJBH8jACAA',
    'ai0AAAVBAAshBCAAQQFqIQAgAiAEQf8AcSABdHIhAiAEQYABSQ0AIAFBB2ohAQwCCwsLIAAkAiMCJBNBACEAA0AgACACSQR/IxMj',
    'AUkjA0IAVXEFQQALBEAgAxACIABBAWohAAwBCwsLCw8LIANBBXZBAWohASAEQRdGBEACQCABIQADQCAABEAjEyAAakEBayICIwFJ',
    'BH8jACACai0AAAVBAAutIAVCCIaEIQUgAEEBayEADAELCyAFQv////8PWg0AIxcEQCAFpyIAIw5JBEAjDSAAaiIAIAAtAABBAXI6',
    'AAALCyAFpyIAIw5JBH8jDSAAai0AAEEBcQVBAAtFDQAjFCEAIxUhAiMWIQMgBachBAJAIwZBIGojBCMFaksEQEEBJAcMAQsjBiAA',
    'NgIAIwYgAjYCBCMGIAM2AggjBkEANgIMIwZBADYCECMGIAQ2AhQjBkF/NgIYIwZBIGokBgsLCyMTIAFqJBMLiQEBA38gAEUgACMB',
    'T3IEQA8LIAAjAUkEfyMAIABqKAIABUEACyECA0AjA0IAVSEDIAEgAkkEfyMBrSAArSABrUIChnxCCHxaBUEACyADcQRAIwNCAX0k',
    'AyAAQQRqIAFBAnRqIgMjAUkEfyMAIANqKAIABUEAC0EBaiQTQQAQBCABQQFqIQEMAQsLC7QCAQd/IxMhAQNAIAJBI0kEQAJAIAEj',
    'AUkEfyMAIAFqLQAABUEACyEHIAFBAWohASAGIAdB/wBxIAJ0ciEGIAdBgAFJDQAgAkEHaiECDAILCwsgASQCIwIkEyMTIQEDQCAD',
    'QSNJBEACQCABIwFJBH8jACABai0AAAVBAAshAiABQQFqIQEgBCACQf8AcSADdHIhBCACQYABSQ0AIANBB2ohAwwCCwsLIAEkAiMC',
    'JBMDQCAEIAVLBH8jEyMBSSMDQgBVcQVBAAsEQEEAIQNBACECIxMhAQNAIAJBI0kEQAJAIAEjAUkEfyMAIAFqLQAABUEACyEGIAFB',
    'AWohASADIAZB/wBxIAJ0ciEDIAZBgAFJDQAgAkEHaiECDAILCwsgASQCIwIkEyAAEAIgBUEBaiEFDAELCwvDAgEEfyMYIABBBXRq',
    'QRxqIgEjAUkEfyMAIAFqKAIABUEACyIBRQRADwsgASQTIxMhAQNAIAJBI0kEQAJAIAEjAUkEfyMAIAFqLQAABUEACyEEIAFBAWoh',
    'ASADIARB/wBxIAJ0ciEDIARBgAFJDQAgAkEHaiECDAILCwsgASQCIwIkE0GAgAQgAyADQYCABE8bIQIjGCAAQQV0akEYaiIBIwFJ',
    'BH8jACABaigCAAVBAAsQAUEAIQEDQCABIAJJBH8jEyMBSSMDQgBVcQVBAAsEQBAABH8jCwVBAQsEQA8LIwgjCCIEIxtJBH8jGiAE',
    'QQN0akEEaiIEIwFJBH8jACAEaigCAAVBAAsFQX8LIgQjDkkEfyMNIARqLQAAQQJxQQBHBUEACyEEQQEkFCAAJBUkFiAEJBdBABAC',
    'IAFBAWohAQwBCwsL/AQCCH8BfiMJIgIjAGpBEGohASMBIAJBEGpNIAIjAU9yIwNCAFdyRQRAIwMgAkEMaiIDIwFJBH8jACADaigC',
    'AAVBAAsiAyMBIAJrQRBrQQF2IgIgAiADSxsiAkECdq19JAMgASACQQF0aiEBCyMJIwBqQRBqIQMDQCABIANLBEACfyADLQAAIgJB',
    'GkYEQCADLwECDAELIAJBG0YEfyADKAICBUF/CwsiBUF/RgR/QQAFIAUjDkkEfyMNIAVqLQAAQQFxBUEACwsEQAJAIAMgAy0AACIC',
    'BH4gAkGACGoxAAAFAn4gAy0AASICQQFGBEAgAzMBAkIBhkIEfAwBCyACQQJGBEAgAzMBAkIChkICfAwBCyACQQNGBEAgAzUCBCAD',
    'MwECfkIBfEIBiEIEfAwBC0IBCwsiCadBAXRqIAEgCSABIANrQQF2rVQbIgYgAU8Ef0F/BSAGLQABIQQgAy0AASEHIAYtAAAiCEHp',
    'AEYiAgRAIAQgB0YhAgtBASAEQQ9xIAdGIAhB2wBGIgQgBBsgAhsEfyAGLwECBUF/CwshAiMGQSBqIwQjBWpLBEBBASQHDAELIwZB',
    'ADYCACMGIAA2AgQjBiMINgIIIwYjCTYCDCMGIAMjCSMAakEQamtBAXY2AhAjBiAFNgIUIwYgAjYCGCMGQSBqJAYLCyADIAMtAAAi',
    'AgR+IAJBgAhqMQAABQJ+IAMtAAEiAkEBRgRAIAMzAQJCAYZCBHwMAQsgAkECRgRAIAMzAQJCAoZCAnwMAQsgAkEDRgRAIAM1AgQg',
    'AzMBAn5CAXxCAYhCBHwMAQtCAQsLIgmnQQF0aiABIAkgASADa0EBdq1UGyEDDAELCwufAQEBfyAALQABIQIgAC0AAEH0AE8EQCAB',
    'IAJJBH8gAC8BBCABaiIAQYACSQR/IABBAnRBgApqKAIABUF/CwVBfwsPCyABIAJBBHZPBEBBfw8LIAFBBEYEQCACQQ9xQQJ0QYAK',
    'aigCAA8LIABBBGogAUEBdmotAAAiAEEEdiAAQQ9xIAFBAXEbIgBBgAJJBH8gAEECdEGACmooAgAFQX8LCwYAQX8kFgsKACAAJA0g',
    'ASQOCwoAIAAkESABJBILCgAgACQPIAEkEAsLACMRQQAjEvwLAAu4AQEDfyMEJAZBACQHA0AgACMZSSMDQgBVcQR/IwYjBGsjBUEB',
    'dk8FQQELRQRAIwNCAX0kAyMYIABBBXRqQRhqIgEjAUkEfyMAIAFqKAIABUEACxABA0AQAARAIwkEfyMJIgJBA3YiASMSTwR/QQEF',
    'IxEgAWoiAS0AACEDIAEgA0EBIAJBB3F0IgFyOgAAIAEgA3FFCwVBAAsEQCAAEAYLDAELCyAAEAUgABAaIABBAWohAAwBCwsgAAtD',
    'AQF/IwQkBkEAJAcjGCAAQQV0akEYaiIBIwFJBH8jACABaigCAAVBAAsQAQNAEAAEQCMJBEAgABAGCwwBCwsgABAFCwoAIAAkGiAB',
    'JBsLCgAgACQYIAEkGQsOACAAJAQgASQFIAAkBgsKACMGIwRrQQV2CwQAIwcLCgAgACQAIAEkAQsIACAA/AYkAwsFACMDuQuzAwED',
    'fyAALQABIQMCfyAALQAAIgJBGkYEQCAALwECDAELIAJBG0YEfyAAKAICBUF/CwsiAEF/RwRAIANBAnRBgApqIAA2AgAFIAJBB0YE',
    'QCADQQ9xQQJ0QYAKaiADQQR2QQJ0QYAKaigCADYCAAUgAkH+AU8hACACQSJGIQQgAkEFRiACQQJGciACQQhGcgR/QQEFIAJBDU0g',
    'AkEKT3ELBH9BAQUgAkEcTSACQRNPcQsgBHIEf0EBBSACQTFNIAJBLU9xCwR/QQEFIAJBygBNIAJBxABPcQsEf0EBBSACQeYATSAC',
    'QeAAT3ELBH9BAQUgAkGvAU0gAkGQAU9xCwR/QQEFIAJB4gFNIAJB2AFPcQsgAHIEQCADQQJ0QYAKakF+QX8gAUEAIAJBDEYbGzYC',
    'AAUgAkEjRiEAIAJBBEYgAkEBRnIgAkEHRnIgAkESRnIEf0EBBSACQSFNIAJBIE9xCyAAcgR/QQEFIAJB2ABNIAJB0gBPcQsEf0EB',
    'BSACQY8BTSACQfsAT3ELBH9BAQUgAkHXAU0gAkGwAU9xCwRAIANBD3FBAnRBgApqQX82AgALCwsLC9QDAgR/AX4jBCQGQQAkBwNA',
    'IAAjGUkjA0IAVXEEfyMGIwRrIwVBAXZPBUEBC0UEQCMYIABBBXRqQRhqIgEjAUkEfyMAIAFqKAIABUEACxABA0AQAARAIwlFDQEj',
    'CSICIwBqQRBqIQEjASACQRBqTSACIwFPciMDQgBXckUEQCMDIAJBDGoiAyMBSQR/IwAgA2ooAgAFQQALIgMjASACa0EQa0EBdiIC',
    'IAIgA0sbIgJBAnatfSQDIAEgAkEBdGohAQsjCSMAakEQaiEDAn8DQCABIANLBEAgAy0AACIEQe4ATyICBEAgBEHyAE0hAgtBASAC',
    'BH8gAgUgBEH4AE0gBEH0AE9xCwR/IAMvAQIFQX8LIgJBf0cEfyACIxBJBH8jDyACQQF0ai8BAAVBAAsFQQALDQIaIAMgAy0AACIC',
    'BH4gAkGACGoxAAAFAn4gAy0AASICQQFGBEAgAzMBAkIBhkIEfAwBCyACQQJGBEAgAzMBAkIChkICfAwBCyACQQNGBEAgAzUCBCAD',
    'MwECfkIBfEIBiEIEfAwBC0IBCwsiBadBAXRqIAEgBSABIANrQQF2rVQbIQMMAQsLQQALBEAgACABEBkLDAELCyAAQQFqIQAMAQsL',
    'IAALlwQCB38BfkGACkH/AUGACPwLACMJIwBqQRBqIQQDQCABIARLBEAgBC0AACIDQe4ATyICBEAgA0HyAE0hAgsgAgR/IAIFIANB',
    '+ABNIANB9ABPcQsEfyAELwECBUF/CyIFQX9HIgIEQCAFIxBJBH8jDyAFQQF0ai8BAAVBAAtBAEchAgsgAgRAIAQgBC0AACIDQfcA',
    'RiADQfEARnJFIgMgBSMQSQR/Iw8gBUEBdGovAQAFQQALQf//fXFBAWtqEAchBiAFIxBJBH8jDyAFQQF0ai8BAAVBAAtBgIACcUEA',
    'RyIIRQRAIAghAwsgAwR/IARBABAHQX5GBSADC0UgBkF+RyAGQX9HcXEEQAJAIwZBIGojBCMFaksEQEEBJAcMAQsjBkEFNgIAIwYg',
    'ADYCBCMGIwg2AggjBiMJNgIMIwYgBCMJIwBqQRBqa0EBdjYCECMGIAY2AhQjBiAFNgIYIwZBIGokBgsLCyAEIAcQFyACBH8gBSMQ',
    'SQR/Iw8gBUEBdGovAQAFQQALQYCAAnFBAEcFQQALIQcgBCAELQAAIgIEfiACQYAIajEAAAUCfiAELQABIgJBAUYEQCAEMwECQgGG',
    'QgR8DAELIAJBAkYEQCAEMwECQgKGQgJ8DAELIAJBA0YEQCAENQIEIAQzAQJ+QgF8QgGIQgR8DAELQgELCyIJp0EBdGogASAJIAEg',
    'BGtBAXatVBshBAwBCwsLxQMCBX8EfiMYIABBBXRqQRRqIgEjAUkEfyMAIAFqKAIABUEACyICRQRADwtBAiQUIAAkFUF/JBZBACQX',
    'IAIjAUkEfyMAIAJqKAIABUEACxADIAJBBGoiASMBSQR/IwAgAWooAgAFQQALrSIHIAJBCGoiASMBSQR/IwAgAWooAgAFQQALrXwi',
    'CCACQQxqIgEjAUkEfyMAIAFqKAIABUEAC618IQkDQCMDQgBXQQEgBiAJVAR/IwGtIAKtIAZCA4Z8Qhh8WgVBAAsbRQRAIwNCAX0k',
    'A0EDQQQgBiAHVBsgAkEQaiAGp0EDdGoiAyMBSQR/IwAgA2ooAgAFQQALIQQkFCAAJBUgBCQWQQAkFyAGIAhUBEAgA0EEaiIBIwFJ',
    'BH8jACABaigCAAVBAAsQAwUgA0EEaiIBIwFJBH8jACABaigCAAVBAAsiBCMBSQR/IwAgBGooAgAFQQALIQVBACEBA0AjA0IAV0EB',
    'IAEgBUkEfyMBrSAErSABrUIChnxCCHxaBUEACxtFBEAjA0IBfSQDIARBBGogAUECdGoiAyMBSQR/IwAgA2ooAgAFQQALEAMgAUEB',
    'aiEBDAELCwsgBkIBfCEGDAELCwsLpQoDAEGACAuAAgEBAgMBAgMBAgMBAQEBAQEBAQECAwICAwUCAgMCAQECAgECAgMDAwEBAgMD',
    'AwICAgICAgICAgICAgICAgICAQEBAQEBAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAwMDAwMBAwMD',
    'AwMBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAQEBAQEBAQEBAQEBAQEBAQEB',
    'AQEBAQEBAQEBAQEBAQECAgICAgICAgICAgICAgICAgICAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEEBAMDAgIAQYAKC4AIAAAAAAAA',
    'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABBgBILEAAAAAAAAAAAAAAAAAAAAAA=',
].join('');

;// CONCATENATED MODULE: ./lib/formats/android/dex-walk/walk.js


/** Every item takes at least one byte, so an honest file never comes near this. */
function budgetFor({ bytes }) {
    return { left: 4 * bytes.length + 4096 };
}
/** What a record tells, by its first word (assembly/records.ts). */
const KINDS = [
    'loaded',
    'static value',
    'class annotation',
    'field annotation',
    'method annotation',
    'argument',
];
/** Words of a record. */
const walk_RECORD = 8;
/** Bits of a string's byte, and of a method's two (assembly/wanted.ts). */
const WANTED = 1;
const WANTED_NAME = 2;
const NESTS = 0x8000;
/** Below that is what the program has for itself. */
const RECORDS = PAGE;
const RECORDS_ROOM = 2 * 1024 * 1024;
const FILE = RECORDS + RECORDS_ROOM;
/** Zeros behind the file: no instruction and no number reaches further. */
const PADDING = 64;
const walk_instance = instances(dex_walk_code_CODE);
let program;
let machine;
/** The file is copied for the first of those who walk over it. */
function machineFor(dex) {
    if (machine?.dex !== dex) {
        program ??= walk_instance(1);
        machine = machineWith(dex, program);
    }
    return machine;
}
function machineWith(dex, { code, grown }) {
    const { bytes, strings, methods, classes, fields } = dex;
    const methodWords = FILE + Math.ceil((bytes.length + PADDING) / 2) * 2;
    const wanted = methodWords + 2 * methods.count;
    const all = wanted + strings.count;
    const seen = all + strings.count;
    const seenSize = (bytes.length >>> 3) + 1;
    const end = seen + seenSize;
    const memory = grown(end);
    const room = new Uint8Array(memory);
    room.set(bytes, FILE);
    room.fill(0, FILE + bytes.length, methodWords);
    room.fill(WANTED, all, seen);
    code.setRecords(RECORDS, RECORDS_ROOM);
    code.setFile(FILE, bytes.length);
    code.setClasses(classes.start, classes.count);
    code.setFields(fields.start, fields.count);
    code.setMethods(methodWords, methods.count);
    code.setSeen(seen, seenSize);
    return { code, memory, dex, wanted, all, methods: methodWords };
}
/**
 * The uses of the given strings, in the order of classes: code, values of static fields, annotations. A string that is the value of a
 * static field with one of the `names` is wanted from there on.
 */
function walkUses(dex, strings, names, budget, take) {
    const { code, memory, wanted } = machineFor(dex);
    const marks = new Uint8Array(memory, wanted, dex.strings.count).fill(0);
    for (const string of strings)
        marks[string] = WANTED;
    for (const name of names)
        marks[name] = (marks[name] ?? 0) | WANTED_NAME;
    code.setStrings(wanted, dex.strings.count);
    code.forgetSeen();
    walk_walk(dex, code.uses, budget, take);
}
/** Strings that the wanted methods, by their index, are called with. What several methods share is told for each of them. */
function walkCalls(dex, wanted, budget, take) {
    const { code, memory, methods } = machineFor(dex);
    const words = new Uint16Array(memory, methods, dex.methods.count).fill(0);
    for (const [method, { register, nests }] of wanted)
        words[method] = (register + 1) | (nests ? NESTS : 0);
    walk_walk(dex, code.calls, budget, take);
}
/** The strings of a class, in the order of its members, the values of static fields last. */
function walk_stringsOf(dex, index, budget) {
    const machine = machineFor(dex);
    const { code, all } = machine;
    code.setStrings(all, dex.strings.count);
    code.setBudget(budget.left);
    code.stringsOf(index);
    budget.left = code.budgetLeft();
    return records(machine);
}
/** Over all classes, as many at a time as there is room for what they hold. */
function walk_walk(dex, step, budget, take) {
    const machine = machineFor(dex);
    const { code } = machine;
    code.setBudget(budget.left);
    for (let next = 0; next < dex.classes.count && code.budgetLeft() > 0;) {
        next = step(next);
        for (const found of records(machine))
            take(found);
        // What there is no room for is as good as not looked at.
        if (code.isOverflown() !== 0)
            code.setBudget(0);
    }
    budget.left = code.budgetLeft();
}
function records({ code, memory }) {
    const words = new Uint32Array(memory, RECORDS, walk_RECORD * code.recordCount());
    return Array.from({ length: code.recordCount() }, (_, index) => recordAt(words, walk_RECORD * index));
}
function recordAt(words, index) {
    const [kind = 0, type = 0, member = 0, code = 0, pc = 0, string = 0, other = 0] = words.subarray(index, index + walk_RECORD);
    return { kind: KINDS[kind] ?? 'loaded', type, member, code, pc, string, other };
}

;// CONCATENATED MODULE: ./lib/formats/android/libraries.js
/**
 * Packages of the platform and of libraries that most apps carry. Only the order of places goes by it: what the app
 * itself says comes first.
 */
const LIBRARY_PREFIXES = [
    'android.',
    'androidx.',
    'com.android.',
    'com.google.android.',
    'com.google.common.',
    'com.google.firebase.',
    'com.google.gson.',
    'com.google.protobuf.',
    'com.amazonaws.',
    'com.amplifyframework.',
    'com.bumptech.glide.',
    'com.facebook.',
    'com.fasterxml.jackson.',
    'com.microsoft.',
    'com.squareup.',
    'dagger.',
    'io.flutter.',
    'io.grpc.',
    'io.ktor.',
    'io.reactivex.',
    'io.sentry.',
    'java.',
    'javax.',
    'kotlin.',
    'kotlinx.',
    'okhttp3.',
    'okio.',
    'org.apache.',
    'org.intellij.',
    'org.jetbrains.',
    'org.json.',
    'org.slf4j.',
    'retrofit2.',
    'rx.',
];
/** True for a dotted class name that belongs to such a package. */
function isLibraryClass(name) {
    return LIBRARY_PREFIXES.some((prefix) => name.startsWith(prefix));
}

;// CONCATENATED MODULE: ./lib/formats/android/dex-uses.js




/** Places kept for one string, the app's own before those of libraries. */
const MAX_USES = 8;
/**
 * The uses of the given strings in code, static values and annotations, and the strings held by static fields with one of the names,
 * given as strings, too.
 */
function findUses(dex, strings, names) {
    const budget = budgetFor(dex);
    const kept = new Map([...strings].map((string) => [string, { own: [], library: [] }]));
    const named = new Set();
    const isNamed = ({ kind, member }) => kind === 'static value' && names.has(fieldNameIndex(dex, member));
    if (kept.size > 0 || names.size > 0) {
        walkUses(dex, kept.keys(), names, budget, (found) => {
            if (isNamed(found))
                named.add(found.string);
            const lists = kept.get(found.string) ?? { own: [], library: [] };
            kept.set(found.string, lists);
            keep(lists, found, dex);
        });
    }
    return {
        of: (string) => {
            const lists = kept.get(string);
            return lists === undefined ? [] : [...lists.own, ...lists.library].slice(0, MAX_USES);
        },
        named: [...named],
        complete: budget.left > 0,
    };
}
function keep({ own, library }, found, dex) {
    if (own.length >= MAX_USES)
        return;
    const type = typeAt(dex, classAt(dex, found.type).type);
    const list = isLibraryClass(dottedName(type)) ? library : own;
    if (list.length >= MAX_USES)
        return;
    const use = { classIndex: found.type, type, ...placeOf(dex, found) };
    const last = list.at(-1);
    const again = last?.classIndex === use.classIndex && last.member === use.member && last.field === use.field;
    if (!again)
        list.push(use);
}
/** Where in its class a string is. */
function placeOf(dex, { kind, member, code, pc, other }) {
    switch (kind) {
        case 'loaded':
        case 'argument': {
            const field = kind === 'loaded' && other !== NO_INDEX ? { field: fieldNameAt(dex, other) } : {};
            return { member: methodNameAt(dex, member), method: member, code, pc, ...field };
        }
        case 'static value': {
            const name = fieldNameAt(dex, member);
            return { member: name, field: name };
        }
        case 'field annotation':
            return { member: fieldNameAt(dex, member) };
        case 'method annotation':
            return { member: methodNameAt(dex, member) };
        case 'class annotation':
            return {};
        default:
            return assertNever(kind);
    }
}
const MAX_CLASS_STRINGS = 4096;
/** Strings of a class in the order of its members, static values last. Bounded. */
function stringsOfClass(dex, classIndex, budget) {
    const found = walk_stringsOf(dex, classIndex, budget).slice(0, MAX_CLASS_STRINGS);
    return found.map((one) => ({ string: one.string, ...placeOf(dex, one) }));
}

;// CONCATENATED MODULE: ./lib/formats/android/dex-calls.js



const dex_calls_MAX_ARGUMENTS = 512;
/** Own classes of the SDKs: what they call among themselves says nothing of the app. */
const SDKS = /^(?:com\.google\.firebase\.(?!example|codelab|quickstart)|com\.firebase\.ui\.|com\.amazonaws\.|com\.amplifyframework\.|io\.github\.jan\.|com\.parse\.)/;
/** Strings by which renamed methods are told; they have to be among those that are looked for. */
function telltalesOf(dex, calls) {
    return calls.flatMap(({ code }) => {
        const string = code?.telltale === undefined ? NO_INDEX : stringNamed(dex, code.telltale);
        return string === NO_INDEX ? [] : [string];
    });
}
/** Strings that the app's own code hands to the wanted calls. */
function findArguments(dex, calls, uses) {
    const targets = targetsOf(dex, calls, uses);
    if (targets.size === 0)
        return [];
    const found = [];
    /** Which method has the code, of several that share it. */
    const holders = new Map();
    walkCalls(dex, targets, budgetFor(dex), (call) => {
        const target = targets.get(call.other);
        if (target === undefined || found.length >= dex_calls_MAX_ARGUMENTS)
            return;
        const type = typeAt(dex, classAt(dex, call.type).type);
        const holder = holders.get(call.code) ?? call.member;
        if (holder !== call.member || SDKS.test(dottedName(type)))
            return;
        holders.set(call.code, holder);
        found.push({ key: target.key, string: call.string, use: { classIndex: call.type, type, ...placeOf(dex, call) } });
    });
    return found;
}
/** Wanted methods of this file, by index. */
function targetsOf(dex, calls, uses) {
    const targets = new Map();
    for (const { key, code } of calls) {
        if (code === undefined)
            continue;
        for (const method of [...named(dex, code), ...renamed(dex, code, uses)]) {
            const register = stringRegister(parametersAt(dex, method), code.parameters ?? '');
            if (register !== undefined && !targets.has(method))
                targets.set(method, { key, register, nests: code.nests ?? false });
        }
    }
    return targets;
}
function named(dex, { owner, method }) {
    const type = typeNamed(dex, owner);
    return type === NO_INDEX ? [] : [...methodsNamed(dex, type, method)];
}
/** The methods that load the telltale; where R8 put one into its caller, no call is left to be seen. */
function renamed(dex, { telltale }, uses) {
    const string = telltale === undefined ? NO_INDEX : stringNamed(dex, telltale);
    if (string === NO_INDEX)
        return [];
    return uses.of(string).flatMap(({ method }) => (method === undefined ? [] : [method]));
}
const STRING = 'Ljava/lang/String;';
/** Place of the first string among the registers of the parameters; longs and doubles take two. */
function stringRegister(parameters, beginning) {
    const index = parameters.indexOf(STRING);
    if (index === -1 || !parameters.join('').startsWith(beginning))
        return undefined;
    return parameters.slice(0, index).reduce((sum, type) => sum + (type === 'J' || type === 'D' ? 2 : 1), 0);
}

;// CONCATENATED MODULE: ./lib/formats/android/dex-debug.js


/**
 * Where in the source a piece of code stands, as far as the compiler kept it: source_file of the class, and the line from
 * the state machine of debug_info_item (dex-format).
 */
const OPCODE = {
    endSequence: 0x00,
    advancePc: 0x01,
    advanceLine: 0x02,
    startLocal: 0x03,
    startLocalExtended: 0x04,
    endLocal: 0x05,
    restartLocal: 0x06,
    setFile: 0x09,
    firstSpecial: 0x0a,
};
const LINE_BASE = -4;
const LINE_RANGE = 15;
const MAX_STEPS = 65_536;
/** `Api.kt`. R8 writes `SourceFile` or a map id instead, which names no file. */
function sourceFileOf(dex, classIndex) {
    const name = stringAt(dex, sourceFileAt(dex, classIndex), 256) ?? '';
    return /^[\w$.-]{1,100}\.(?:kts?|java|scala|groovy)$/.test(name) ? name : undefined;
}
/** Line of the instruction at `pc` (in code units) of the code at `code`. */
function lineAt(dex, code, pc) {
    const { bytes } = dex;
    const cursor = { bytes, at: u32(bytes, code + 8) };
    if (cursor.at === 0 || cursor.at >= bytes.length)
        return undefined;
    const skip = (count) => {
        for (let item = 0; item < count; item += 1)
            uleb(cursor);
    };
    let line = uleb(cursor);
    skip(Math.min(uleb(cursor), 255));
    let address = 0;
    let found;
    for (let step = 0; step < MAX_STEPS && cursor.at < bytes.length; step += 1) {
        const opcode = u8(bytes, cursor.at);
        cursor.at += 1;
        if (opcode >= OPCODE.firstSpecial) {
            const adjusted = opcode - OPCODE.firstSpecial;
            address += Math.floor(adjusted / LINE_RANGE);
            line += LINE_BASE + (adjusted % LINE_RANGE);
            if (address > pc)
                break;
            found = line;
            continue;
        }
        if (opcode === OPCODE.endSequence)
            break;
        if (opcode === OPCODE.advancePc)
            address += uleb(cursor);
        if (opcode === OPCODE.advanceLine)
            line += sleb(cursor);
        if (opcode === OPCODE.startLocal)
            skip(3);
        if (opcode === OPCODE.startLocalExtended)
            skip(4);
        if (opcode === OPCODE.endLocal || opcode === OPCODE.restartLocal || opcode === OPCODE.setFile)
            uleb(cursor);
    }
    return found !== undefined && found > 0 ? found : undefined;
}
/** sleb128: the highest bit of the last byte is the sign. */
function sleb(cursor) {
    const start = cursor.at;
    const value = uleb(cursor);
    const shift = 32 - Math.min(32, 7 * (cursor.at - start));
    return (value << shift) >> shift;
}

;// CONCATENATED MODULE: ./lib/formats/android/marker.js
function compilerMarker(value) {
    const match = /^~~(R8|D8|L8)(\{.{1,2000}\})$/.exec(value);
    const [, compiler, json] = match ?? [];
    if (compiler === undefined || json === undefined)
        return undefined;
    const version = memberOf(json, 'version');
    const mapId = memberOf(json, 'pg-map-id');
    return { compiler, ...(version === undefined ? {} : { version }), ...(mapId === undefined ? {} : { mapId }) };
}
/** A short string member of the marker; only what is safe to print. */
function memberOf(json, name) {
    return new RegExp(`"${name}":"([\\w.+-]{1,80})"`).exec(json)?.[1];
}

;// CONCATENATED MODULE: ./lib/formats/dex.js









/** Dalvik bytecode: only strings that hold an anchor are decoded, and only for those it is asked who uses them. */
const dex = {
    id: 'dex',
    title: 'Dalvik executable (classes.dex)',
    docs: {
        reads: 'string literals of code, values of static fields and annotations with the class and member that use them, versions 035 to 041; strings that nothing uses; the names that code hands to the SDKs of Firebase, Supabase, AWS and Parse',
        locator: '`Lcom/acme/Api;->upload`; `string 4711` for a string that no code uses',
        blind: 'strings put together or decrypted at run time; packed or encrypted dex files, which are reported',
        source: ['https://source.android.com/docs/core/runtime/dex-format'],
    },
    // Always: a packed or encrypted dex holds no anchor, and must not be passed over in silence.
    when: 'always',
    hint: { begins: ['de', 'cd', 'vd'], names: /(^|\/)classes\d*\.dex$/ },
    sniff: (head, name) => ['dex\n', 'cdex', 'vdex', 'dey\n'].includes(head.toString('latin1', 0, 4)) || /(^|\/)classes\d*\.dex$/.test(name),
    read: (entry, wanted) => texts_bounded(entry, readDex(entry, wanted)),
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
        // The dex files of one container may share string data: a hit belongs to each that has the string in its table.
        const found = stringsHit(entry.hits, () => file.stringWords, (index) => stringRange(file, index));
        const missed = new Set(found.loose);
        loose = loose.filter((hit) => missed.has(hit));
        yield* fileReadings(entry, wanted, file, found.strings);
    }
    // Bytes of fill-array-data, or what was appended to the file.
    yield* rawTexts({ ...entry, hits: loose }, wanted);
}
/** Bytes of a field's name that are read. */
const MAX_FIELD_NAME = 1024;
function* fileReadings(entry, wanted, file, strings) {
    if (file.cut) {
        const reason = 'the dex file is cut off, or claims more than it holds; part was not read';
        yield { type: 'problem', kind: 'truncated', reason };
    }
    yield* factReadings(file);
    const calls = wanted.calls ?? [];
    // What a name is wanted for is found by the search as well.
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
    // Strings do not overlap in an honest file.
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
                locator: dex_locatorOf(use),
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
        const facts = { locator: dex_locatorOf(use), holder: dottedName(use.type), ...sourceOf(file, use) };
        yield textReading(entry, { value, key, ...facts, around: () => around(string, use) }, value);
    }
}
function dex_locatorOf(use) {
    const type = use.type || '?';
    return use.member === undefined ? type : `${type}->${use.member}`;
}
/** `Api.kt:24`, as far as the compiler kept it. */
function sourceOf(file, use) {
    const name = sourceFileOf(file, use.classIndex);
    if (name === undefined)
        return {};
    const line = use.code === undefined ? undefined : lineAt(file, use.code, use.pc ?? 0);
    return { source: line === undefined ? name : `${name}:${line}` };
}
/** Facts of the file as a whole: the compiler's marker, and a packer's stub among its classes. */
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
        const packer = packerOfStub(dottedName(typeAt(file, classAt(file, index).type)));
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
/** Strings of the same method by distance, then of the same class; of a string that nothing uses, neighbours in the pool. */
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
/** The pool is sorted by content, so what stands there is rarely related: a few suffice. */
const POOL_NEIGHBOURS = 32;
function nearestIndexes(index, reach, count) {
    const first = Math.max(0, index - reach / 2);
    const indexes = Array.from({ length: Math.min(count - first, reach + 1) }, (_, step) => first + step);
    return nearest(indexes, index - first);
}
/** Strings of the same code by distance, then the others of the class. */
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

;// CONCATENATED MODULE: ./lib/formats/dotnet/pe.js
/** Where the parts of a .NET assembly stand in its file (ECMA-335 II.24 and II.25). */
const MAX_SECTIONS = 96;
const MAX_STREAMS = 32;
/** File offset of the CLI header: data directory 14 of the PE header (ECMA-335 II.25.2.3.3). */
function cliHeader(bytes) {
    const pe = pe_u32(bytes, 0x3c);
    if (pe_u32(bytes, pe) !== 0x4550)
        return undefined;
    const optional = pe + 24;
    const directories = optional + (pe_u16(bytes, optional) === 0x20b ? 112 : 96);
    return fileOffset(bytes, pe_u32(bytes, directories + 14 * 8));
}
/** CLI header \u2192 metadata root \u2192 streams by name (ECMA-335 II.24.2.1). */
function metadataStreams(bytes) {
    const streams = new Map();
    const cli = cliHeader(bytes);
    const root = cli === undefined ? undefined : fileOffset(bytes, pe_u32(bytes, cli + 8));
    if (root === undefined || pe_u32(bytes, root) !== 0x424a_5342)
        return streams;
    const version = pe_u32(bytes, root + 12);
    if (version > 255)
        return streams;
    let at = root + 20 + version;
    for (let index = 0; index < Math.min(pe_u16(bytes, root + 18 + version), MAX_STREAMS); index += 1) {
        const start = root + pe_u32(bytes, at);
        const end = Math.min(bytes.length, start + pe_u32(bytes, at + 4));
        const nul = bytes.indexOf(0, at + 8);
        if (nul === -1 || nul - at > 40)
            return streams;
        if (start < end)
            streams.set(bytes.toString('latin1', at + 8, nul), { start, end });
        // Names are padded to four bytes, their NUL included.
        at += 8 + ((nul - at - 8 + 4) & ~3);
    }
    return streams;
}
/** The place in the file of a relative virtual address. */
function fileOffset(bytes, address) {
    const pe = pe_u32(bytes, 0x3c);
    if (address === 0)
        return undefined;
    const sections = pe + 24 + pe_u16(bytes, pe + 20);
    for (let index = 0; index < Math.min(pe_u16(bytes, pe + 6), MAX_SECTIONS); index += 1) {
        const section = sections + 40 * index;
        const start = pe_u32(bytes, section + 12);
        const size = Math.max(pe_u32(bytes, section + 8), pe_u32(bytes, section + 16));
        if (address >= start && address < start + size)
            return address - start + pe_u32(bytes, section + 20);
    }
    return undefined;
}
/** Beyond the end everything is zero, which no check accepts. */
function pe_u32(bytes, at) {
    return at + 4 <= bytes.length ? bytes.readUInt32LE(at) : 0;
}
function pe_u16(bytes, at) {
    return at + 2 <= bytes.length ? bytes.readUInt16LE(at) : 0;
}

;// CONCATENATED MODULE: ./lib/formats/dotnet/metadata.js

/** The tables of an assembly's metadata, as far as they tell who is called (ECMA-335 II.22 and II.24.2.6). */
const TYPE_REF = 0x01;
const TYPE_DEF = 0x02;
const metadata_METHOD = 0x06;
const MEMBER_REF = 0x0a;
const metadata_ATTRIBUTE = 0x0c;
const TYPE_SPEC = 0x1b;
const METHOD_SPEC = 0x2b;
/** Columns: `2`, `4` bytes; `S`, `G`, `B` indexes into heaps; a number a row of that table; a name one of several tables. */
const COLUMNS = {
    0: '2 S G G G',
    1: 'ResolutionScope S S',
    2: '4 S S TypeDefOrRef t4 t6',
    3: 't4',
    4: '2 S B',
    5: 't6',
    6: '4 2 2 S B t8',
    7: 't8',
    8: '2 2 S',
    9: 't2 TypeDefOrRef',
    10: 'MemberRefParent S B',
    11: '2 HasConstant B',
    12: 'HasCustomAttribute CustomAttributeType B',
    13: 'HasFieldMarshal B',
    14: '2 HasDeclSecurity B',
    15: '2 4 t2',
    16: '4 t4',
    17: 'B',
    18: 't2 t20',
    19: 't20',
    20: '2 S TypeDefOrRef',
    21: 't2 t23',
    22: 't23',
    23: '2 S B',
    24: '2 t6 HasSemantics',
    25: 't2 MethodDefOrRef MethodDefOrRef',
    26: 'S',
    27: 'B',
    28: '2 MemberForwarded S t26',
    29: '4 t4',
    30: '4 4',
    31: '4',
    32: '4 2 2 2 2 4 B S S',
    33: '4',
    34: '4 4 4',
    35: '2 2 2 2 4 B S S B',
    36: '4 t35',
    37: '4 4 4 t35',
    38: '4 S B',
    39: '4 4 S S Implementation',
    40: '4 4 S Implementation',
    41: 't2 t2',
    42: '2 2 TypeOrMethodDef S',
    43: 'MethodDefOrRef B',
    44: 't42 TypeDefOrRef',
};
/** Tables that an index may point into, by its tag; -1 for tags that are not used. */
const CODED = {
    TypeDefOrRef: [2, 1, 27],
    HasConstant: [4, 8, 23],
    HasCustomAttribute: [6, 4, 1, 2, 8, 9, 10, 0, 14, 23, 20, 17, 26, 27, 32, 35, 38, 39, 40, 42, 44, 43],
    HasFieldMarshal: [4, 8],
    HasDeclSecurity: [2, 6, 32],
    MemberRefParent: [2, 1, 26, 6, 27],
    HasSemantics: [20, 23],
    MethodDefOrRef: [6, 10],
    MemberForwarded: [4, 6],
    Implementation: [38, 35, 39],
    CustomAttributeType: [-1, -1, 6, 10, -1],
    ResolutionScope: [0, 26, 35, 1],
    TypeOrMethodDef: [2, 6],
};
/** Rows of one table that are believed; an index of three bytes is what a token has. */
const MAX_ROWS = 0xff_ffff;
const metadata_NONE = { start: 0, end: 0 };
function metadataOf(bytes) {
    const streams = metadataStreams(bytes);
    const stream = streams.get('#~');
    const strings = streams.get('#Strings');
    if (stream === undefined || strings === undefined)
        return undefined;
    const tables = tablesOf(bytes, stream);
    const userStrings = streams.get('#US') ?? metadata_NONE;
    return tables && { bytes, strings, blobs: streams.get('#Blob') ?? metadata_NONE, userStrings, tables, methods: new Map() };
}
function tablesOf(bytes, stream) {
    const heaps = bytes[stream.start + 6] ?? 0;
    const counts = new Map();
    let at = stream.start + 24;
    for (let table = 0; table < 64; table += 1) {
        const word = pe_u32(bytes, stream.start + (table < 32 ? 8 : 12));
        if (((word >>> (table & 31)) & 1) === 0)
            continue;
        const rows = pe_u32(bytes, at);
        if (COLUMNS[table] === undefined || rows > MAX_ROWS)
            return undefined;
        counts.set(table, rows);
        at += 4;
    }
    const tables = new Map();
    for (const [table, rows] of counts) {
        const columns = columnsOf(COLUMNS[table] ?? '', heaps, counts);
        const size = columns.reduce((sum, [, width]) => sum + width, 0);
        tables.set(table, { start: at, rows, size, columns });
        at += size * rows;
        if (at > stream.end)
            return undefined;
    }
    return tables;
}
function columnsOf(kinds, heaps, counts) {
    let offset = 0;
    return kinds.split(' ').map((kind) => {
        const size = widthOf(kind, heaps, counts);
        offset += size;
        return [offset - size, size, kind];
    });
}
function widthOf(kind, heaps, counts) {
    if (kind === '2' || kind === '4')
        return Number(kind);
    const heap = 'SGB'.indexOf(kind);
    if (heap !== -1)
        return (heaps >>> heap) & 1 ? 4 : 2;
    const coded = CODED[kind];
    if (coded === undefined)
        return (counts.get(Number(kind.slice(1))) ?? 0) > 0xffff ? 4 : 2;
    const most = Math.max(...coded.map((table) => counts.get(table) ?? 0));
    return most > 0xffff >>> tagBits(coded) ? 4 : 2;
}
function tagBits(coded) {
    return Math.ceil(Math.log2(coded.length));
}
/** The column of a row (they count from 1), 0 where there is none. */
function cell(metadata, table, row, column) {
    const { bytes, tables } = metadata;
    const found = tables.get(table);
    const place = found?.columns[column];
    if (found === undefined || place === undefined || row < 1 || row > found.rows)
        return 0;
    const at = found.start + (row - 1) * found.size + place[0];
    return place[1] === 4 ? pe_u32(bytes, at) : pe_u16(bytes, at);
}
/** What an index with a tag points at. */
function coded(metadata, table, row, column) {
    const kind = metadata.tables.get(table)?.columns[column]?.[2] ?? '';
    const tables = CODED[kind] ?? [];
    const bits = tagBits(tables);
    const value = cell(metadata, table, row, column);
    return [tables[value & ((1 << bits) - 1)] ?? -1, value >>> bits];
}
const metadata_MAX_NAME = 512;
function metadata_nameAt({ bytes, strings }, index) {
    const start = strings.start + index;
    if (index === 0 || start >= strings.end)
        return '';
    const high = Math.min(strings.end, start + metadata_MAX_NAME);
    const nul = bytes.subarray(start, high).indexOf(0);
    return bytes.toString('utf8', start, nul === -1 ? high : start + nul);
}
function rowsOf(metadata, table) {
    const id = table === 'methods' ? metadata_METHOD : table === 'attributes' ? metadata_ATTRIBUTE : TYPE_REF;
    return metadata.tables.get(id)?.rows ?? 0;
}
/** `Firebase.Firestore.FirebaseFirestore`; a type in another one has that before it, with `/`. */
function typeReference(metadata, row, depth = 0) {
    const name = metadata_nameAt(metadata, cell(metadata, TYPE_REF, row, 1));
    const [scope, outer] = coded(metadata, TYPE_REF, row, 0);
    if (scope === TYPE_REF && depth < 8)
        return `${typeReference(metadata, outer, depth + 1)}/${name}`;
    const space = metadata_nameAt(metadata, cell(metadata, TYPE_REF, row, 2));
    return space === '' ? name : `${space}.${name}`;
}
function typeDefinition(metadata, row) {
    const name = metadata_nameAt(metadata, cell(metadata, TYPE_DEF, row, 1));
    const space = metadata_nameAt(metadata, cell(metadata, TYPE_DEF, row, 2));
    return space === '' ? name : `${space}.${name}`;
}
/** The type that a method is defined in: methods of a type follow each other. */
function typeOfMethod(metadata, method) {
    let low = 1;
    let high = metadata.tables.get(TYPE_DEF)?.rows ?? 0;
    while (low < high) {
        const middle = (low + high + 1) >>> 1;
        if (cell(metadata, TYPE_DEF, middle, 5) <= method)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}
/** Name and relative virtual address of the body; 0 if it has none. */
function methodDefinition(metadata, row) {
    return { name: metadata_nameAt(metadata, cell(metadata, metadata_METHOD, row, 3)), address: cell(metadata, metadata_METHOD, row, 0) };
}
/** What `call`, `callvirt` and `newobj` name; undefined for the assembly's own methods, which no table of names has. */
function calledMethod(metadata, token) {
    const { methods } = metadata;
    if (!methods.has(token))
        methods.set(token, methodOfToken(metadata, token));
    return methods.get(token);
}
function methodOfToken(metadata, token) {
    const table = token >>> 24;
    const row = token & 0xff_ffff;
    if (table === metadata_METHOD)
        return methodOf(metadata, '', cell(metadata, metadata_METHOD, row, 3), cell(metadata, metadata_METHOD, row, 4));
    if (table === MEMBER_REF)
        return memberReference(metadata, row);
    if (table !== METHOD_SPEC)
        return undefined;
    const [generic, of] = coded(metadata, METHOD_SPEC, row, 0);
    return calledMethod(metadata, generic * 0x100_0000 + of);
}
function memberReference(metadata, row) {
    const type = parentType(metadata, ...coded(metadata, MEMBER_REF, row, 0));
    return methodOf(metadata, type, cell(metadata, MEMBER_REF, row, 1), cell(metadata, MEMBER_REF, row, 2));
}
const GENERIC_INSTANCE = 0x15;
/** A generic type stands in a blob: GENERICINST, CLASS or VALUETYPE, the type (II.23.2.12). */
function parentType(metadata, table, row) {
    if (table === TYPE_REF)
        return typeReference(metadata, row);
    if (table !== TYPE_SPEC)
        return '';
    const blob = blobAt(metadata, cell(metadata, TYPE_SPEC, row, 0));
    if (blob === undefined || metadata.bytes[blob.start] !== GENERIC_INSTANCE)
        return '';
    const index = compressed(metadata.bytes, blob.start + 2);
    return (index.value & 3) === 1 ? typeReference(metadata, index.value >>> 2) : '';
}
const HAS_THIS = 0x20;
const EXPLICIT_THIS = 0x40;
const GENERIC = 0x10;
const VOID = 0x01;
const MODIFIERS = [0x1f, 0x20];
/** Parameters and result out of the signature (II.23.2.1). */
function methodOf(metadata, type, name, signature) {
    const { bytes } = metadata;
    const blob = blobAt(metadata, signature);
    if (blob === undefined)
        return undefined;
    const convention = bytes[blob.start] ?? 0;
    // Field references have the same table.
    if ((convention & 0x0f) > 5)
        return undefined;
    let at = blob.start + 1;
    if ((convention & GENERIC) !== 0)
        at = compressed(bytes, at).next;
    const parameters = compressed(bytes, at);
    at = parameters.next;
    while (MODIFIERS.includes(bytes[at] ?? 0) && at < blob.end)
        at = compressed(bytes, at + 1).next;
    const hasThis = (convention & HAS_THIS) !== 0 && (convention & EXPLICIT_THIS) === 0;
    const pops = parameters.value + (hasThis ? 1 : 0);
    return { type, name: metadata_nameAt(metadata, name), pops, hasThis, returns: bytes[at] !== VOID };
}
/** Constructor and arguments of a custom attribute. */
function attributeAt(metadata, row) {
    const [table, reference] = coded(metadata, metadata_ATTRIBUTE, row, 1);
    const method = table === MEMBER_REF ? memberReference(metadata, reference) : undefined;
    const blob = blobAt(metadata, cell(metadata, metadata_ATTRIBUTE, row, 2));
    return method === undefined || blob === undefined ? undefined : { method, blob };
}
/** The first argument of an attribute, if it is a string: a prolog, a length, UTF-8 (II.23.3). */
function firstArgument({ bytes }, { start, end }) {
    if (pe_u16(bytes, start) !== 1 || bytes[start + 2] === 0xff)
        return undefined;
    const length = compressed(bytes, start + 2);
    const stop = length.next + length.value;
    return stop > end ? undefined : { start: length.next, end: stop };
}
function blobAt({ bytes, blobs }, index) {
    if (index === 0)
        return undefined;
    const length = compressed(bytes, blobs.start + index);
    const end = length.next + length.value;
    return end > blobs.end ? undefined : { start: length.next, end };
}
/** II.23.2: 7, 14 or 29 bits, highest first. */
function compressed(bytes, at) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80)
        return { value: lead, next: at + 1 };
    if (lead < 0xc0)
        return { value: ((lead & 0x3f) << 8) | (bytes[at + 1] ?? 0), next: at + 2 };
    const value = at + 4 <= bytes.length ? bytes.readUInt32BE(at) & 0x1fff_ffff : 0;
    return { value, next: at + 4 };
}

;// CONCATENATED MODULE: ./lib/formats/dotnet/il.js


/** Walks over the code of a method (ECMA-335 III) with what is known of the values on its stack. */
/**
 * For each opcode of one byte, from 0: bytes of its operand (`s`: a switch's table), values that it takes, values that it
 * gives. Calls and `ret` take what their signature says.
 */
const ONE_BYTE = `
000 000 001 001 001 001 001 001 001 001 010 010 010 010 101 101 110 101 101 110 001 001 001 001 001 001 001 001 001 001 001 101
401 801 401 801 ... 012 010 400 400 400 000 100 110 110 120 120 120 120 120 120 120 120 120 120 400 410 410 420 420 420 420 420
420 420 420 420 420 s10 011 011 011 011 011 011 011 011 011 011 011 020 020 020 020 020 020 020 021 021 021 021 021 021 021 021
021 021 021 021 021 011 011 011 011 011 011 011 011 011 011 400 420 411 401 401 411 411 011 ... ... 411 010 411 411 420 401 401
410 420 011 011 011 011 011 011 011 011 011 011 411 411 011 421 021 021 021 021 021 021 021 021 021 021 021 030 030 030 030 030
030 030 030 421 430 411 ... ... ... ... ... ... ... ... ... ... ... ... ... 011 011 011 011 011 011 011 011 ... ... ... ... ...
... ... 411 011 ... ... 411 ... ... ... ... ... ... ... ... ... 401 011 011 011 011 011 021 021 021 021 021 021 000 400 100 020
011`;
/** The same for those behind 0xfe. */
const TWO_BYTES = `
001 021 021 021 021 021 401 411 ... 201 201 210 201 201 210 011 ... 010 100 000 000 410 400 030 030 ... 000 ... 401 011 000`;
const SHAPES = shapes(ONE_BYTE);
const LONG_SHAPES = shapes(TWO_BYTES);
function shapes(rows) {
    return rows
        .trim()
        .split(/\s+/)
        .map(([operand = '.', takes, gives]) => operand === '.'
        ? undefined
        : { operand: operand === 's' ? -1 : Number(operand), takes: Number(takes), gives: Number(gives) });
}
const CALL = 0x28;
const CALLI = 0x29;
const CALLVIRT = 0x6f;
const NEWOBJ = 0x73;
const LDSTR = 0x72;
/** `br` and what follows it, short and long; `leave` likewise. */
const isBranch = (opcode) => (opcode >= 0x2b && opcode <= 0x44) || opcode === 0xdd || opcode === 0xde;
/** Nothing falls through: ret, br, throw, endfinally, leave. */
const ENDS = new Set([0x2a, 0x2b, 0x38, 0x7a, 0xdc, 0xdd, 0xde]);
/** Code of the method at this address: a header of one byte, or of twelve and more (II.25.4). */
function codeAt(bytes, address) {
    const at = fileOffset(bytes, address);
    if (at === undefined || at >= bytes.length)
        return undefined;
    const first = bytes[at] ?? 0;
    const isTiny = (first & 3) === 2;
    const start = at + (isTiny ? 1 : 4 * (pe_u16(bytes, at) >>> 12));
    const size = isTiny ? first >>> 2 : pe_u32(bytes, at + 4);
    return start + size > bytes.length ? undefined : { start, end: start + size };
}
/** Strings on the stack by their offset in the heap; undefined is any other value. Empty where ways meet. */
function visitCode(metadata, code, visitor) {
    const { bytes } = metadata;
    const targets = targetsIn(bytes, code);
    let stack = [];
    il_walk(bytes, code, (pc, opcode, { takes, gives }) => {
        if (targets.has(pc))
            stack = [];
        if (opcode === LDSTR) {
            const index = pe_u32(bytes, pc + 1) & 0xff_ffff;
            visitor.string(pc, index);
            stack.push(index);
        }
        else if (opcode === CALL || opcode === CALLVIRT || opcode === NEWOBJ) {
            const method = calledMethod(metadata, pe_u32(bytes, pc + 1));
            if (method === undefined)
                stack = [];
            else
                call(visitor, stack, pc, opcode, method);
        }
        else if (ENDS.has(opcode) || opcode === CALLI) {
            stack = [];
        }
        else {
            take(stack, takes);
            for (let index = 0; index < gives; index += 1)
                stack.push(undefined);
        }
    });
}
function call(visitor, stack, pc, opcode, method) {
    // A new object is no argument of its constructor yet.
    const isNew = opcode === NEWOBJ;
    const given = take(stack, method.pops - (isNew && method.hasThis ? 1 : 0));
    visitor.call(pc, method, method.hasThis && !isNew ? given.slice(1) : given);
    if (isNew || method.returns)
        stack.push(undefined);
}
/** Values from the top, in the order in which they were put there; what lies below is not known. */
function take(stack, count) {
    const known = stack.splice(Math.max(0, stack.length - count));
    const unknown = Math.min(count - known.length, il_MAX_ARGUMENTS);
    return [...new Array(unknown).fill(undefined), ...known];
}
const il_MAX_ARGUMENTS = 255;
function targetsIn(bytes, code) {
    const targets = new Set();
    il_walk(bytes, code, (pc, opcode, { operand }, next) => {
        if (operand === -1) {
            for (let at = pc + 5; at < next; at += 4)
                targets.add(next + bytes.readInt32LE(at));
        }
        else if (isBranch(opcode)) {
            targets.add(next + (operand === 1 ? bytes.readInt8(pc + 1) : bytes.readInt32LE(pc + 1)));
        }
    });
    return targets;
}
/** Stops at what is no instruction. */
function il_walk(bytes, { start, end }, step) {
    let pc = start;
    while (pc < end) {
        const first = bytes[pc] ?? 0;
        const isLong = first === 0xfe;
        const shape = isLong ? LONG_SHAPES[bytes[pc + 1] ?? 0] : SHAPES[first];
        if (shape === undefined)
            return;
        const operands = pc + (isLong ? 2 : 1);
        const next = operands + (shape.operand === -1 ? 4 + 4 * pe_u32(bytes, operands) : shape.operand);
        if (next > end)
            return;
        step(pc, isLong ? LONG + (bytes[pc + 1] ?? 0) : first, shape, next);
        pc = next;
    }
}
/** Opcodes of two bytes stand above those of one. */
const LONG = 0xfe00;

;// CONCATENATED MODULE: ./lib/formats/dotnet/program.js


const program_MAX_USES = 8;
const MAX_CALLS = 10_000;
/** Of other assemblies; thousands in the largest. */
const MAX_TYPES = 200_000;
function assemblyProgram(metadata, sought, calls) {
    const wanted = wantedIn(metadata, calls);
    const uses = new Map();
    const found = [];
    visitMethods(metadata, (method, code) => {
        visitCode(metadata, code, {
            string: (pc, index) => {
                if (!sought.has(index))
                    return;
                const others = uses.get(index) ?? [];
                if (others.length < program_MAX_USES)
                    uses.set(index, [...others, { index, pc, method }]);
            },
            call: (pc, called, strings) => {
                const call = wanted.get(program_nameOf(called));
                const index = call === undefined ? undefined : strings[call.parameter];
                if (call === undefined || index === undefined || found.length >= MAX_CALLS)
                    return;
                found.push({ key: call.key, index, pc, method });
            },
        });
    });
    return {
        usesOf: (index) => uses.get(index) ?? [],
        calls: found,
        attributes: wanted.size === 0 ? [] : attributesIn(metadata, wanted),
        loadedBy: onceEach((method) => loadedIn(metadata, method)),
    };
}
function loadedIn(metadata, method) {
    const loaded = [];
    const code = codeAt(metadata.bytes, methodDefinition(metadata, method).address);
    if (code !== undefined) {
        visitCode(metadata, code, { string: (pc, index) => loaded.push({ index, pc }), call: () => { } });
    }
    return loaded;
}
/** Around each of thousands of strings of one long method the whole of it would be walked over. */
function onceEach(work) {
    const known = new Map();
    return (method) => {
        const before = known.get(method);
        if (before !== undefined)
            return before;
        const result = work(method);
        known.set(method, result);
        return result;
    };
}
function program_nameOf({ type, name }) {
    return `${type}::${name}`;
}
/** True if the assembly refers to the types of wanted calls: it may make some. */
function mayCall(metadata, calls) {
    return wantedIn(metadata, calls).size > 0;
}
/** The wanted calls of types that this assembly refers to. */
function wantedIn(metadata, calls) {
    const byType = new Map();
    for (const { key, assembly } of calls) {
        if (assembly !== undefined)
            byType.set(assembly.type, [...(byType.get(assembly.type) ?? []), { key, call: assembly }]);
    }
    const wanted = new Map();
    if (byType.size === 0)
        return wanted;
    const rows = Math.min(MAX_TYPES, rowsOf(metadata, 'type references'));
    for (let row = 1; row <= rows; row += 1) {
        const type = typeReference(metadata, row);
        for (const { key, call } of byType.get(type) ?? []) {
            wanted.set(program_nameOf({ type, name: call.method }), { key, parameter: call.parameter ?? 0 });
        }
    }
    return wanted;
}
/** Every body once; methods share one only in a file that wants to be read for ever. */
function visitMethods(metadata, visit) {
    let left = 2 * metadata.bytes.length;
    const seen = new Set();
    for (let method = 1; method <= rowsOf(metadata, 'methods'); method += 1) {
        const { address } = methodDefinition(metadata, method);
        if (address === 0 || seen.has(address))
            continue;
        seen.add(address);
        const code = codeAt(metadata.bytes, address);
        left -= code === undefined ? 0 : code.end - code.start;
        if (left < 0)
            return;
        if (code !== undefined)
            visit(method, code);
    }
}
function attributesIn(metadata, wanted) {
    const found = [];
    for (let row = 1; row <= rowsOf(metadata, 'attributes') && found.length < MAX_CALLS; row += 1) {
        const attribute = attributeAt(metadata, row);
        const call = attribute === undefined ? undefined : wanted.get(program_nameOf(attribute.method));
        const range = attribute === undefined ? undefined : firstArgument(metadata, attribute.blob);
        if (attribute === undefined || call === undefined || range === undefined)
            continue;
        found.push({ key: call.key, type: attribute.method.type, range });
    }
    return found;
}
/** `Acme.Api::Upload` and the type by itself. */
function userOf(metadata, method) {
    const type = typeDefinition(metadata, typeOfMethod(metadata, method));
    return { type, member: `${type}::${methodDefinition(metadata, method).name}` };
}

;// CONCATENATED MODULE: ./lib/formats/dotnet-assembly.js





/**
 * A .NET assembly. String literals stand in the #US heap: a compressed length, UTF-16LE, one flag byte (ECMA-335,
 * II.24.2.4). Constants stand in #Blob and are read as runs; embedded resources become entries of their own. The code of
 * the methods says who uses a string, and which calls are given one.
 */
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
    // Always: what an app names in calls stands in assemblies that name no host.
    when: 'always',
    read: dotnet_assembly_read,
};
const dotnet_assembly_NEIGHBOUR_REACH = 64;
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
/** Names that calls and attributes are given. */
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
    const place = dotnet_assembly_placeOf(entry, string, user?.member);
    const holder = user === undefined || user.type === '' ? {} : { holder: user.type };
    return { type: 'text', text: { ...text, ...holder, value, place, around: () => dotnet_assembly_neighbours(assembly, string, use) } };
}
function dotnet_assembly_placeOf(entry, { start, token }, user) {
    const locator = `#US 0x70${token.toString(16).padStart(6, '0')}`;
    const offset = entry.base + start;
    return { ...entry.place, offset, locator: user === undefined ? locator : `${locator} in ${user}` };
}
function outside(hits, ranges) {
    return hits.filter((hit) => !ranges.some(({ start, end }) => hit.offset >= start && hit.offset < end));
}
/** More than are asked for, since some are the same string or empty; a hostile method loads hundreds of thousands. */
const NEAR = 4 * MAX_NEIGHBOURS;
/** Those loaded shortly before and behind this place; they come in the order of the code. */
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
/** Strings of the same method by distance, then those beside it in the heap, which the compiler fills as it meets them. */
function dotnet_assembly_neighbours(assembly, string, use) {
    const { entry, strings, places, program } = assembly;
    const own = places.get(string.token) ?? 0;
    const same = use === undefined ? [] : (program?.loadedBy(use.method) ?? []);
    const near = nearby(same, use?.pc ?? 0)
        .map(({ index, pc }) => ({ place: places.get(index), at: pc - (use?.pc ?? 0) }))
        .sort((left, right) => Math.abs(left.at) - Math.abs(right.at));
    const beside = Array.from({ length: 2 * dotnet_assembly_NEIGHBOUR_REACH }, (_, step) => ({
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
/** The strings of the heap; its first byte is the empty string. */
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
        // The last byte is the flag; a length of 0 pads the heap.
        if (length > 0)
            yield { start, end: start + length - 1, token: at - heap.start };
        at = start + length;
    }
}
/** ECMA-335 II.23.2: 7, 14 or 29 bits, big-endian. */
function compressedLength(bytes, at, width) {
    if (width === 1)
        return bytes[at] ?? 0;
    return width === 2 ? bytes.readUInt16BE(at) & 0x3fff : bytes.readUInt32BE(at) & 0x1fff_ffff;
}
const MAX_RESOURCES = 1_000;
/** Embedded resources: u32 length and bytes, each aligned to 8 (ECMA-335 II.24.2 and II.25.3.3). */
function resourceBlobs(bytes) {
    const cli = cliHeader(bytes);
    const first = cli === undefined ? undefined : fileOffset(bytes, pe_u32(bytes, cli + 24));
    if (cli === undefined || first === undefined)
        return [];
    const end = Math.min(bytes.length, first + pe_u32(bytes, cli + 28));
    const blobs = [];
    for (let at = first; at + 4 <= end && blobs.length < MAX_RESOURCES;) {
        const length = pe_u32(bytes, at);
        if (length === 0 || at + 4 + length > end)
            break;
        blobs.push({ start: at + 4, end: at + 4 + length });
        at = first + ((at + 4 + length - first + 7) & ~7);
    }
    return blobs;
}

;// CONCATENATED MODULE: ./lib/formats/lz4.js
/**
 * One raw LZ4 block (lz4/lz4, doc/lz4_Block_format.md) of at most `size` bytes. Undefined if it is malformed: a copy from
 * before the start, or more output than was declared.
 */
function lz4Block(source, size) {
    const target = Buffer.alloc(size);
    let from = 0;
    let to = 0;
    while (from < source.length) {
        const token = source[from] ?? 0;
        const literals = lengthAt(source, from + 1, token >>> 4);
        from = literals.next;
        if (from + literals.length > source.length || to + literals.length > size)
            return undefined;
        source.copy(target, to, from, from + literals.length);
        from += literals.length;
        to += literals.length;
        // The last sequence has no match.
        if (from >= source.length)
            break;
        if (from + 2 > source.length)
            return undefined;
        const distance = source.readUInt16LE(from);
        const match = lengthAt(source, from + 2, token & 15);
        from = match.next;
        const length = match.length + 4;
        if (distance === 0 || distance > to || to + length > size)
            return undefined;
        copyWithin(target, to, distance, length);
        to += length;
    }
    return target.subarray(0, to);
}
/** A length of 15 goes on in the bytes that follow, up to the first that is not 255. */
function lengthAt(source, at, nibble) {
    if (nibble < 15)
        return { length: nibble, next: at };
    let length = nibble;
    let next = at;
    for (;;) {
        const byte = source[next] ?? 0;
        length += byte;
        next += 1;
        if (byte !== 255)
            return { length, next };
    }
}
/** A match may overlap its own output, so it is copied in steps of the distance. */
function copyWithin(target, to, distance, length) {
    for (let done = 0; done < length;) {
        const step = Math.min(distance + done, length - done);
        target.copyWithin(to + done, to - distance, to - distance + step);
        done += step;
    }
}

;// CONCATENATED MODULE: ./lib/formats/dotnet-store.js

/**
 * How .NET for Android ships assemblies: one by one or in a store, plain or compressed, bare or wrapped in an ELF.
 * dotnet/android, Documentation/project-docs/AssemblyStores.md and ApkSharedLibraries.md.
 */
const STORE_MAGIC = Buffer.from('XABA');
const LZ4_MAGIC = Buffer.from('XALZ');
const ZSTD_MAGIC = Buffer.from('XAZS');
const ELF_MAGIC = Buffer.from([0x7f, 0x45, 0x4c, 0x46]);
/** Names that the build gives to ELF files which only carry assemblies. */
const WRAPPER_NAMES = /(?:^|\/)(?:libassemblies\.[\w-]{1,40}\.blob\.so|libassembly-store\.so|lib_[^/]{1,200}\.dll\.so)$/;
const MAX_ASSEMBLIES = 10_000;
const MAX_ASSEMBLY = 64 * 1024 * 1024;
/** All decompressed assemblies of one entry together. */
const MAX_TOTAL = 1024 * 1024 * 1024;
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
    read: (entry) => readAny(entry.bytes, baseName(entry.name)),
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
/** One assembly as an entry, decompressed if need be. Header: magic, u32 descriptor index, u32 size. */
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
    // Loaded when it is needed: that takes longer than many an app.
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
/** Version 1: header of 20 bytes, then {data offset, data size, debug, config}, 24 bytes each. */
function storedInFirst(bytes, count) {
    if (20 + 24 * count > bytes.length)
        return undefined;
    return Array.from({ length: count }, (_, index) => ({
        name: `assembly ${index}.dll`,
        offset: bytes.readUInt32LE(20 + 24 * index),
        size: bytes.readUInt32LE(24 + 24 * index),
    }));
}
/** Versions 2 to 4: header (version 4 has a content id more), index by hash, descriptors of 28 bytes, names. */
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
/** Field offsets in an ELF header and section header (gABI, chapters 4 and 5). */
const ELF64 = { shoff: 0x28, shentsize: 0x3a, sectionOffset: 0x18, sectionSize: 0x20, wide: true };
const ELF32 = { shoff: 0x20, shentsize: 0x2e, sectionOffset: 0x10, sectionSize: 0x14, wide: false };
/** The section named `payload`. */
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
const elf_MAX_SECTIONS = 4_096;
const SHT_NOBITS = 8;
const SHF_STRINGS = 0x20;
const PT_LOAD = 1;
/** Shared libraries of Android apps, Flutter's libapp.so among them. */
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
    read: readElf,
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
/** Sections with bytes in the file, else loaded segments; none of a file that is neither. */
function elf_stretchesOf(bytes) {
    const little = bytes[5] === 1;
    const form = { wide: bytes[4] === 2, bytes };
    if (!little || bytes.length < (form.wide ? 64 : 52))
        return [];
    const sections = sectionsOf(form);
    return sections.length > 0 ? sections : segmentsOf(form);
}
/** A field of the file: 64-bit in 64-bit files; 0 beyond the end. */
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
    const count = Math.min(bytes.readUInt16LE(wide ? 60 : 48), elf_MAX_SECTIONS);
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
    const count = Math.min(bytes.readUInt16LE(wide ? 56 : 44), elf_MAX_SECTIONS);
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

;// CONCATENATED MODULE: ./lib/formats/hermes/calls.js

const MAX_KEY_LENGTH = 128;
/** Arguments that are handed on for each call. */
const calls_MAX_ARGUMENTS = 256;
/** What of the code is worth following, by the numbers of the strings. */
function soughtFor(entry, table, strings, wanted) {
    const methods = new Set(callsIn(entry, wanted).map(({ script }) => script.method));
    const known = new Map();
    const key = (id) => {
        const before = known.get(id);
        if (before !== undefined)
            return before;
        const name = calls_nameAt(entry, table, id);
        const answer = name !== undefined && wanted.key(name);
        known.set(id, answer);
        return answer;
    };
    return { strings, names: methods.size === 0 ? new Set() : idsOf(entry, table, methods), key };
}
function callsIn(entry, { calls = [] }) {
    const anchors = anchorsIn(entry);
    return calls.flatMap((call) => call.script !== undefined && namesOneOf(anchors, call.script.beside) ? [{ ...call, script: call.script }] : []);
}
function idsOf(entry, table, names) {
    const lengths = new Set([...names].map(({ length }) => length));
    const ids = new Set();
    for (let id = 0; id < table.count; id += 1) {
        const range = table.rangeOf(id);
        if (range === undefined || !lengths.has(range.end - range.start))
            continue;
        if (names.has(entry.bytes.toString('latin1', range.start, range.end)))
            ids.add(id);
    }
    return ids;
}
function calls_nameAt(entry, table, id) {
    const range = table.rangeOf(id);
    if (range === undefined || range.end - range.start > MAX_KEY_LENGTH)
        return undefined;
    return entry.bytes.toString(range.encoding, range.start, range.end);
}
/** Each argument once for each wanted call. */
function* argumentsOf(entry, table, calls, wanted) {
    const name = (id) => id === undefined ? undefined : calls_nameAt(entry, table, id);
    for (const { key, script } of callsIn(entry, wanted)) {
        const seen = new Set();
        for (const call of calls) {
            const id = argumentOf(call, script, name);
            if (id === undefined || seen.has(id) || seen.size >= calls_MAX_ARGUMENTS)
                continue;
            seen.add(id);
            yield { key, id, caller: call.caller };
        }
    }
}
/** The literal that the call hands over, if it is the call that is meant. */
function argumentOf(call, { method, on, modular, next, within, more }, name) {
    if (name(call.name) !== method)
        return undefined;
    if (on !== undefined && name(call.on) !== on)
        return undefined;
    if (next !== undefined && !isAmong(call.members, next, name))
        return undefined;
    if (within !== undefined && !isAmong(call.handedTo, within, name))
        return undefined;
    const place = call.strings[0] === undefined && modular ? 1 : 0;
    return more && call.strings.length <= place + 1 ? undefined : call.strings[place];
}
function isAmong(ids, names, name) {
    return [...ids].some((id) => names.includes(name(id) ?? ''));
}

;// CONCATENATED MODULE: ./lib/formats/hermes/code.js
const ROLES = [
    [/^LoadConstString/, 'string'],
    [/^(?:Try)?GetById/, 'get'],
    [/^(?:(?:Try)?PutById|PutNewOwn(?:NE)?ById|DefineOwnById)/, 'put'],
    [/^New(?:Typed)?ObjectWithBuffer/, 'object'],
    [/^NewArrayWithBuffer/, 'array'],
    [/^Create(?:BaseClass|DerivedClass|Closure|Generator|GeneratorClosure|AsyncClosure)(?:LongIndex)?$/, 'closure'],
    [/^Mov(?:Long)?$/, 'move'],
    [/^Call(?:Long)?$/, 'call'],
    [/^Call[1-4]$/, 'call by registers'],
    [/^(?:Construct(?:Long)?|CallWithNewTarget)$/, 'construct'],
    [/^(?:Jmp|JmpLong|Ret|Throw|Unreachable)$/, 'end'],
    [/^(?:J|SaveGenerator)/, 'jump'],
    [/^U?(?:Int)?SwitchImm$/, 'switch'],
    [/^StringSwitchImm$/, 'string switch'],
    [/^Catch$/, 'catch'],
    // They give more than one result.
    [/^(?:GetPNameList|GetNextPName|IteratorBegin|IteratorNext|ResumeGenerator)$/, 'writes all'],
    [/^(?:Put|Store|DefineOwn|FastArray(?:Store|Push|Append)|IteratorClose)/, 'writes nothing'],
    [/./, 'writes first'],
];
/** What the pass over all code looks at. */
const TELLING = { string: 1, get: 2, put: 3, closure: 4, object: 5, array: 6 };
const WIDTHS = { b: 1, h: 2, w: 4 };
const decoders = new WeakMap();
/** Made once for each set: it takes longer than a small bundle. */
function decoderOf(set) {
    const known = decoders.get(set);
    if (known !== undefined)
        return known;
    const decoder = makeDecoder(set);
    decoders.set(set, decoder);
    return decoder;
}
function makeDecoder(set) {
    const operations = operationsOf(set);
    const bytesOf = (give) => Uint8Array.from(operations, (operation) => (operation === undefined ? 0 : give(operation)));
    return {
        operations,
        sizes: bytesOf(({ size }) => size),
        telling: bytesOf(({ role }) => (role in TELLING ? TELLING[role] : 0)),
        idAt: bytesOf(({ idAt }) => idAt),
        idWidth: bytesOf(({ idType }) => WIDTHS[idType] ?? 0),
    };
}
function operationsOf(set) {
    return Array.from({ length: 256 }, (_, opcode) => {
        const instruction = set[opcode];
        if (instruction === undefined)
            return undefined;
        const role = ROLES.find(([name]) => name.test(instruction.name))?.[1] ?? 'writes first';
        // Ids stand last; only the instructions of the first roles have one.
        const last = instruction.operands.at(-1);
        return { ...instruction, role, idAt: last?.offset ?? 0, idType: last?.type ?? '' };
    });
}
function code_numberAt(bytes, at, type) {
    switch (type) {
        case 'h':
            return bytes.readUInt16LE(at);
        case 'w':
        case 'R':
            return bytes.readUInt32LE(at);
        case 'a':
            return bytes.readInt8(at);
        case 'A':
        case 'i':
            return bytes.readInt32LE(at);
        case 'd':
            return bytes.readDoubleLE(at);
        default:
            return bytes.readUInt8(at);
    }
}
function idOf(bytes, pc, { idAt, idType }) {
    return code_numberAt(bytes, pc + idAt, idType);
}
function operandsOf(bytes, pc, { operands }) {
    return operands.map(({ type, offset }) => code_numberAt(bytes, pc + offset, type));
}
/** Up to the first byte that is no instruction. */
function code_walk(bytes, { operations }, { start, end }, visit) {
    let pc = start;
    while (pc < end) {
        const operation = operations[bytes[pc] ?? 0];
        if (operation === undefined || pc + operation.size > end)
            return;
        visit(operation, pc);
        pc += operation.size;
    }
}
/**
 * True if the instructions fill the function to its last byte, which those of another version do not. It passes over every
 * instruction of an app, so it makes nothing.
 */
function code_passOver(bytes, { sizes, telling, idAt, idWidth }, { start, end }, look) {
    let pc = start;
    while (pc < end) {
        const opcode = bytes[pc];
        const size = sizes[opcode];
        if (size === 0 || pc + size > end)
            return false;
        const what = telling[opcode];
        if (what !== 0) {
            const at = pc + idAt[opcode];
            const width = idWidth[opcode];
            const short = bytes[at] | (width > 1 ? bytes[at + 1] << 8 : 0);
            if (!look(what, width > 2 ? bytes.readUInt32LE(at) : short, pc))
                return false;
        }
        pc += size;
    }
    return pc === end;
}

;// CONCATENATED MODULE: ./lib/formats/hermes/functions.js
/** Flags are the last byte of a small header in every version; the bit says that a large header takes its place. */
const OVERFLOWED = 1 << 5;
/** Undefined where it leaves the file. */
function functionAt(bytes, table, index) {
    const at = 128 + index * table.functionHeaderSize;
    const flags = bytes[at + table.functionHeaderSize - 1] ?? 0;
    const fields = table.version >= 97 ? fieldsSince98(bytes, at, flags) : fieldsUntil96(bytes, at, flags);
    if (fields === undefined)
        return undefined;
    const { offset, size, name, frameSize } = fields;
    if (offset < table.end || offset + size > bytes.length)
        return undefined;
    return { start: offset, end: offset + size, name, frameSize };
}
function fieldsUntil96(bytes, at, flags) {
    const first = bytes.readUInt32LE(at);
    const second = bytes.readUInt32LE(at + 4);
    const third = bytes.readUInt32LE(at + 8);
    const offset = first & 0x1ff_ffff;
    if ((flags & OVERFLOWED) === 0) {
        return { offset, size: second & 0x7fff, name: second >>> 15, frameSize: third >>> 25 };
    }
    const large = (third & 0x1ff_ffff) * 65_536 + offset;
    return largeFields(bytes, large, { size: 8, name: 12, frameSize: 20 });
}
function fieldsSince98(bytes, at, flags) {
    const offset = bytes.readUInt32LE(at) & 0x1ff_ffff;
    const second = bytes.readUInt32LE(at + 4);
    const name = (second >>> 14) & 0xff;
    if ((flags & OVERFLOWED) === 0)
        return { offset, size: second & 0x3fff, name, frameSize: bytes[at + 8] ?? 0 };
    const large = name * 0x100_0000 + (offset & 0xff_ffff);
    return largeFields(bytes, large, { size: 12, name: 16, frameSize: 28 });
}
function largeFields(bytes, at, places) {
    if (at + 32 > bytes.length)
        return undefined;
    return {
        offset: bytes.readUInt32LE(at),
        size: bytes.readUInt32LE(at + places.size),
        name: bytes.readUInt32LE(at + places.name),
        frameSize: bytes.readUInt32LE(at + places.frameSize),
    };
}
const functions_NONE = { start: 0, end: 0 };
/** The buffers follow the string storage, each aligned to four bytes. */
function literalsOf(bytes, { version, end }) {
    // 87 put two sizes of big integers before the others, 97 joined the values and counts shapes.
    const sizes = version >= 87 ? 80 : 72;
    const sizeAt = (index) => bytes.readUInt32LE(sizes + 4 * index);
    const first = rangeAfter(bytes, end, sizeAt(0));
    const second = rangeAfter(bytes, first.end, sizeAt(1));
    const budget = { left: 8 * bytes.length };
    if (version >= 97) {
        const shapes = rangeAfter(bytes, second.end, 8 * sizeAt(2));
        return { version, keys: second, values: first, arrays: first, shapes, budget };
    }
    const values = rangeAfter(bytes, second.end, sizeAt(2));
    return { version, keys: second, values, arrays: first, shapes: functions_NONE, budget };
}
function rangeAfter(bytes, end, size) {
    const start = Math.min(bytes.length, 4 * Math.ceil(end / 4));
    return { start, end: Math.min(bytes.length, start + size) };
}
/** More members of one literal are data, not a configuration. */
const MAX_MEMBERS = 1_024;
/** Up to 96 an object says how many members it has and where keys and values begin; since 97 it names its shape. */
function objectPlaces(bytes, literals, operands) {
    const { version, keys, values, shapes } = literals;
    if (version < 97) {
        const [, , count = 0, atKeys = 0, atValues = 0] = operands;
        return { count, keys: functions_from(keys, atKeys), values: functions_from(values, atValues) };
    }
    // Those with a parent have it before the shape.
    const [shape = 0, atValues = 0] = operands.slice(operands.length > 3 ? 2 : 1);
    const at = shapes.start + 8 * shape;
    if (at + 8 > shapes.end)
        return { count: 0, values };
    return {
        count: bytes.readUInt32LE(at + 4),
        keys: functions_from(keys, bytes.readUInt32LE(at)),
        values: functions_from(values, atValues),
    };
}
function arrayPlaces(_bytes, { arrays }, operands) {
    const [, , count = 0, at = 0] = operands;
    return { count, values: functions_from(arrays, at) };
}
function functions_from({ start, end }, offset) {
    return { start: start + offset, end };
}
function membersOf(bytes, literals, { count, keys, values }) {
    const names = [];
    if (keys !== undefined) {
        eachString(bytes, literals, keys, count, (id, index) => {
            names[index] = id;
        });
    }
    const members = [];
    eachString(bytes, literals, values, count, (value, index) => {
        const key = names[index];
        members.push(key === undefined ? { value } : { key, value });
    });
    return members;
}
/** What one literal takes, by the tag of its run (SerializedLiteralGenerator.h): null, true, false, double, strings, int32. */
const functions_WIDTHS = [0, 0, 0, 8, 4, 2, 1, 4];
const LONG_STRING = 4;
const SHORT_STRING = 5;
/** Up to 96; after that it says `undefined` and takes no bytes. */
const BYTE_STRING = 6;
/** Runs of literals of one type: a bit for long runs, three bits of type, four or twelve of length. */
function eachString(bytes, { version, budget }, { start, end }, count, visit) {
    const wanted = Math.min(count, MAX_MEMBERS, budget.left);
    budget.left -= wanted;
    let at = start;
    let index = 0;
    while (index < wanted && at < end) {
        const tag = bytes[at] ?? 0;
        const isLong = (tag & 0x80) !== 0;
        const length = isLong ? ((tag & 0x0f) << 8) | (bytes[at + 1] ?? 0) : tag & 0x0f;
        at += isLong ? 2 : 1;
        if (length === 0)
            return;
        const type = (tag >>> 4) & 7;
        const width = type === BYTE_STRING && version >= 97 ? 0 : (functions_WIDTHS[type] ?? 0);
        const stop = Math.min(wanted, index + length);
        if (at + width * (stop - index) > end)
            return;
        for (; index < stop; index += 1) {
            const id = functions_stringAt(bytes, at, type, width);
            if (id !== undefined)
                visit(id, index);
            at += width;
        }
    }
}
function functions_stringAt(bytes, at, type, width) {
    if (type === LONG_STRING)
        return bytes.readUInt32LE(at);
    if (type === SHORT_STRING)
        return bytes.readUInt16LE(at);
    return type === BYTE_STRING && width === 1 ? bytes[at] : undefined;
}

;// CONCATENATED MODULE: ./lib/formats/hermes/instructions.js
/**
 * The instructions of every bytecode version that a released compiler wrote, in the order of their opcodes, in the lines of
 * facebook/hermes, include/hermes/BCGen/HBC/BytecodeList.def: name, operands, and the layouts that have it.
 * Operands: r Reg8, R Reg32, b UInt8, h UInt16, w UInt32, a Addr8, A Addr32, i Imm32, d Double; `-` none.
 */
const INSTRUCTIONS = `
  Unreachable - 83-, NewObjectWithBuffer rhhhh -95, NewObjectWithBufferLong rhhww -95, NewObjectWithBuffer rhh 98-,
  NewObjectWithBufferLong rww 98-, NewObjectWithBufferAndParent rrww 98-, NewTypedObjectWithBuffer rrwwb 99-,
  NewObject r, NewObjectWithParent rr, NewArrayWithBuffer rhhh, NewArrayWithBufferLong rhhw, NewArray rh,
  NewFastArray rh 98-, FastArrayLength rr 98-, FastArrayLoad rrr 98-, FastArrayStore rrr 98-, FastArrayPush rr 98-,
  FastArrayAppend rr 98-, CacheNewObject rrwb 98-98, Mov rr, MovLong RR, Negate rr, Not rr, BitNot rr, TypeOf rr,
  Eq rrr, StrictEq rrr, Neq rrr, StrictNeq rrr, Less rrr, LessEq rrr, Greater rrr, GreaterEq rrr, Add rrr, AddN rrr,
  AddS rrr 98-, Mul rrr, MulN rrr, Div rrr, DivN rrr, Mod rrr, Sub rrr, SubN rrr, LShift rrr, RShift rrr, URshift rrr,
  BitAnd rrr, BitXor rrr, BitOr rrr, Inc rr 85-, Dec rr 85-, InstanceOf rrr, IsIn rrr, GetEnvironment rb -95,
  PrivateIsIn rrrr 98-, TypeOfIs rrh 98-, GetParentEnvironment rb 98-, GetEnvironment rrb 98-,
  GetClosureEnvironment rr 98-, StoreToEnvironment rbr, StoreToEnvironmentL rhr, StoreNPToEnvironment rbr,
  StoreNPToEnvironmentL rhr, LoadFromEnvironment rrb, LoadFromEnvironmentL rrh, GetGlobalObject r, GetNewTarget r,
  CreateEnvironment r -95, CreateInnerEnvironment rrw 92-95, LoadParentNoTraps rr 98-,
  CreateFunctionEnvironment rb 98-, CreateTopLevelEnvironment rw 98-, CreateEnvironment rrw 98-, DeclareGlobalVar w,
  ThrowIfHasRestrictedGlobalProperty w 92-95, GetByIdShort rrbb, GetById rrbh, GetByIdLong rrbw,
  GetByIdWithReceiverLong rrbrw 98-, TryGetById rrbh, TryGetByIdLong rrbw, PutById rrbh -95, PutByIdLong rrbw -95,
  TryPutById rrbh -95, TryPutByIdLong rrbw -95, PutNewOwnByIdShort rrb -95, PutNewOwnById rrh -95,
  PutNewOwnByIdLong rrw -95, PutNewOwnNEById rrh -95, PutNewOwnNEByIdLong rrw -95, PutOwnByIndex rrb -95,
  PutOwnByIndexL rrw -95, PutOwnByVal rrrb -95, DelById rrh -95, DelByIdLong rrw -95, PutByIdLoose rrbh 98-,
  PutByIdStrict rrbh 98-, PutByIdLooseLong rrbw 98-, PutByIdStrictLong rrbw 98-, TryPutByIdLoose rrbh 98-,
  TryPutByIdStrict rrbh 98-, TryPutByIdLooseLong rrbw 98-, TryPutByIdStrictLong rrbw 98-, PutOwnBySlotIdx rrb 98-,
  PutOwnBySlotIdxLong rrw 98-, GetOwnBySlotIdx rrb 98-, GetOwnBySlotIdxLong rrw 98-, DefineOwnById rrbh 98-,
  DefineOwnByIdLong rrbw 98-, DefineOwnByIndex rrb 98-, DefineOwnByIndexL rrw 98-, DefineOwnInDenseArray rrb 98-,
  DefineOwnInDenseArrayL rrh 98-, DefineOwnByVal rrrb 98-, GetByVal rrr, PutByVal rrr -95, DelByVal rrr -95,
  PutOwnGetterSetterByVal rrrrb -95, GetByIndex rrb 98-, GetByValWithReceiver rrrr 98-, PutByValLoose rrr 98-,
  PutByValStrict rrr 98-, PutByValWithReceiver rrrrb 98-, DelByVal rrrb 98-, AddOwnPrivateBySym rrr 98-,
  GetOwnPrivateBySym rrbr 98-, PutOwnPrivateBySym rrbr 98-, DefineOwnGetterSetterByVal rrrrb 98-, GetPNameList rrrr,
  GetNextPName rrrrr, Call rrb, Construct rrb, Call1 rrr, CallDirect rbh -95, CallWithNewTarget rrrb 98-, Call2 rrrr,
  Call3 rrrrr, Call4 rrrrrr, CallLong rrw -95, ConstructLong rrw -95, CallDirectLongIndex rbw -95,
  CallWithNewTargetLong rrrr 98-, CallRequire rrw 98-, CallBuiltin rbb, CallBuiltinLong rbw 80-,
  GetBuiltinClosure rb 82-, Ret r, Catch r, DirectEval rr -92, DirectEval rrb 95-, Throw r,
  ThrowIfUndefinedInst r 59-80, ThrowIfEmpty rr 82-, ThrowIfUndefined rr 98-, ThrowIfThisInitialized r 98-, Debugger -,
  AsyncBreakCheck -, ProfilePoint h, Unreachable - -82, CreateBaseClass rrrh 98-, CreateBaseClassLongIndex rrrw 98-,
  CreateDerivedClass rrrrh 98-, CreateDerivedClassLongIndex rrrrw 98-, CreateClosure rrh, CreateClosureLongIndex rrw,
  CreateGeneratorClosure rrh -95, CreateGeneratorClosureLongIndex rrw -95, CreateAsyncClosure rrh 82-95,
  CreateAsyncClosureLongIndex rrw 82-95, CreateThis rrr -95, CreateThisForNew rrb 98-, CreateThisForSuper rrrb 98-,
  SelectObject rrr, LoadParam rb, LoadParamLong rw, LoadConstUInt8 rb, LoadConstInt ri, LoadConstDouble rd,
  LoadConstBigInt rh 87-, LoadConstBigIntLongIndex rw 87-, LoadConstString rh, LoadConstStringLongIndex rw,
  LoadConstEmpty r 82-, LoadConstUndefined r, LoadConstNull r, LoadConstTrue r, LoadConstFalse r, LoadConstZero r,
  CoerceThisNS rr, LoadThisNS r, ToNumber rr, ToNumeric rr 87-, ToInt32 rr, ToUint32 rr 99-, AddEmptyString rr,
  GetArgumentsPropByVal rrr -95, CreatePrivateName rw 98-, GetArgumentsPropByValLoose rrr 98-,
  GetArgumentsPropByValStrict rrr 98-, GetArgumentsLength rr, ReifyArguments r -95, ReifyArgumentsStrict r 98-,
  ReifyArgumentsLoose r 98-, ToPropertyKey rr 98-, CreateRegExp rwww, SwitchImm rwAww -95, StartGenerator - -95,
  ResumeGenerator rr -95, CompleteGenerator - -95, UIntSwitchImm rwAww 98-, StringSwitchImm rwwAw 98-,
  CreateGenerator rrh, CreateGeneratorLongIndex rrw, IteratorBegin rr 73-, IteratorNext rrr 73-, IteratorClose rb 73-,
  TypedLoadParent rr 98-, Jmp a, JmpLong A, JmpTrue ar, JmpTrueLong Ar, JmpFalse ar, JmpFalseLong Ar, JmpUndefined ar,
  JmpUndefinedLong Ar, SaveGenerator a -95, SaveGeneratorLong A -95, JmpTypeOfIs Arh 98-, JLess arr, JLessLong Arr,
  JNotLess arr, JNotLessLong Arr, JLessN arr, JLessNLong Arr, JNotLessN arr, JNotLessNLong Arr, JLessEqual arr,
  JLessEqualLong Arr, JNotLessEqual arr, JNotLessEqualLong Arr, JLessEqualN arr, JLessEqualNLong Arr,
  JNotLessEqualN arr, JNotLessEqualNLong Arr, JGreater arr, JGreaterLong Arr, JNotGreater arr, JNotGreaterLong Arr,
  JGreaterN arr -95, JGreaterNLong Arr -95, JNotGreaterN arr -95, JNotGreaterNLong Arr -95, JGreaterEqual arr,
  JGreaterEqualLong Arr, JNotGreaterEqual arr, JNotGreaterEqualLong Arr, JGreaterEqualN arr -95,
  JGreaterEqualNLong Arr -95, JNotGreaterEqualN arr -95, JNotGreaterEqualNLong Arr -95, JEqual arr, JEqualLong Arr,
  JNotEqual arr, JNotEqualLong Arr, JStrictEqual arr, JStrictEqualLong Arr, JStrictNotEqual arr,
  JStrictNotEqualLong Arr, Add32 rrr 84-95, Sub32 rrr 84-95, Mul32 rrr 84-95, Divi32 rrr 84-95, Divu32 rrr 84-95,
  Loadi8 rrr 84-95, Loadu8 rrr 84-95, Loadi16 rrr 84-95, Loadu16 rrr 84-95, Loadi32 rrr 84-95, Loadu32 rrr 84-95,
  Store8 rrr 84-95, Store16 rrr 84-95, Store32 rrr 84-95, JmpBuiltinIs abr 98-, JmpBuiltinIsLong Abr 98-,
  JmpBuiltinIsNot abr 98-, JmpBuiltinIsNotLong Abr 98-
`;
/** Versions by the first one that has their instructions; of a version with two layouts the bytecode tells which it has. */
const instructions_LAYOUTS = [
    [57, [57, 58]],
    [59, range(59, 72)],
    [73, range(73, 79)],
    [80, [80]],
    [82, [81, 82]],
    [83, [83, 84]],
    [84, [84, 85, 86]],
    [85, [85, 86]],
    [87, [87, 88, 89, 90, 91, 93]],
    [92, [92, 94]],
    [95, [95, 96]],
    [98, [98]],
    [99, [99]],
];
function range(first, last) {
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
const SIZES = { r: 1, R: 4, b: 1, h: 2, w: 4, a: 1, A: 4, i: 4, d: 8 };
/** What a bundle of this version may hold, likeliest first; empty if the version is not known. */
function instructionSets(version) {
    return instructions_LAYOUTS.filter(([, versions]) => versions.includes(version))
        .map(([first]) => instructionsOf(first))
        .reverse();
}
const compiled = new Map();
function instructionsOf(layout) {
    const known = compiled.get(layout);
    if (known !== undefined)
        return known;
    const instructions = INSTRUCTIONS.trim()
        .split(/,\s+/)
        .map((line) => line.split(' '))
        .filter(([, , layouts]) => includes(layouts, layout))
        .map(([name = '', operands = '-']) => instruction(name, operands === '-' ? '' : operands));
    compiled.set(layout, instructions);
    return instructions;
}
/** `73-`, `-95`, `84-95`. */
function includes(layouts, layout) {
    const [first = '', last = ''] = (layouts ?? '-').split('-');
    return (first === '' || Number(first) <= layout) && (last === '' || layout <= Number(last));
}
function instruction(name, types) {
    let offset = 1;
    const operands = Array.from(types, (type) => {
        const operand = { type, offset };
        offset += SIZES[type] ?? 0;
        return operand;
    });
    return { name, size: offset, operands };
}

;// CONCATENATED MODULE: ./lib/formats/hermes/registers.js


/** Where a version's outgoing arguments begin below the end of the frame (StackFrameLayout.h). */
const THIS_BELOW_END = 7;
const THIS_BELOW_END_SINCE_97 = 8;
const MAX_SAID = 4_096;
const registers_MAX_CALLS = 1_024;
const registers_MAX_ARGUMENTS = 8;
/** Registers copied at jumps, in one function. */
const MAX_COPIED = 200_000;
/** Of all switches in one function. */
const MAX_CASES = 8_192;
function factsOf(program, { start, end, frameSize }) {
    const loops = loopsOf(program, { start, end });
    const state = {
        ...program,
        frameSize,
        loops,
        arriving: new Map(),
        said: [],
        calls: [],
        registers: loops && new Map(),
        copied: 0,
    };
    code_walk(program.bytes, program.decoder, { start, end }, (operation, pc) => {
        arrive(state, pc);
        step(state, operation, pc);
    });
    return state;
}
/** Places that a jump further down leads back to; undefined where it is not known where the jumps lead. */
function loopsOf({ bytes, decoder }, range) {
    const loops = new Set();
    let cases = 0;
    code_walk(bytes, decoder, range, (operation, pc) => {
        if (operation.role === 'switch' || operation.role === 'string switch')
            cases += casesOf(bytes, operation, pc);
        if (cases > MAX_CASES)
            return;
        for (const target of registers_targetsOf(bytes, operation, pc))
            if (target <= pc)
                loops.add(target);
    });
    return cases > MAX_CASES ? undefined : loops;
}
function registers_targetsOf(bytes, operation, pc) {
    const { role, name, operands } = operation;
    if (role === 'switch' || role === 'string switch')
        return switchTargets(bytes, operation, pc);
    if (role !== 'jump' && !name.startsWith('Jmp'))
        return [];
    const type = operands[0]?.type;
    if (type !== 'a' && type !== 'A')
        return [];
    return [pc + (operandsOf(bytes, pc, operation)[0] ?? 0)];
}
function casesOf(bytes, operation, pc) {
    const [, , , low = 0, high = 0] = operandsOf(bytes, pc, operation);
    return operation.role === 'string switch' ? high : Math.max(0, high - low + 1);
}
/** Tables of switches stand behind the function, aligned to four bytes, their targets counted from the switch. */
function switchTargets(bytes, operation, pc) {
    const operands = operandsOf(bytes, pc, operation);
    const byString = operation.role === 'string switch';
    const [offset = 0, otherwise = 0] = operands.slice(byString ? 2 : 1);
    const width = byString ? 8 : 4;
    // Cases by string have the string before the target.
    const table = 4 * Math.ceil((pc + offset) / 4) + width - 4;
    const targets = [pc + otherwise];
    for (let index = 0; index < casesOf(bytes, operation, pc); index += 1) {
        const at = table + width * index;
        if (at + 4 > bytes.length)
            break;
        targets.push(pc + bytes.readInt32LE(at));
    }
    return targets;
}
function arrive(state, pc) {
    const brought = state.arriving.get(pc);
    state.arriving.delete(pc);
    if (state.loops?.has(pc))
        state.registers = new Map();
    else if (brought !== undefined)
        state.registers = common(state.registers, brought);
}
function common(left, right) {
    if (left === undefined)
        return right;
    return new Map([...left].filter(([register, value]) => right.get(register) === value));
}
/** Keeps what is known now for a place further down. */
function leadTo(state, target) {
    const { registers, arriving } = state;
    if (registers === undefined)
        return;
    const there = arriving.get(target);
    state.copied += registers.size;
    const known = state.copied > MAX_COPIED ? new Map() : new Map(registers);
    arriving.set(target, there === undefined ? known : common(there, known));
}
function step(state, operation, pc) {
    const { bytes } = state;
    const operands = operandsOf(bytes, pc, operation);
    const [first = 0, second = 0] = operands;
    // In code that nothing leads to there is nothing to follow, but its strings are strings of the function all the same.
    const registers = state.registers ?? new Map();
    if (state.registers !== undefined) {
        for (const target of registers_targetsOf(bytes, operation, pc))
            if (target > pc)
                leadTo(state, target);
    }
    switch (operation.role) {
        case 'string': {
            const said = { id: idOf(bytes, pc, operation), pc };
            say(state, said);
            registers.set(first, { type: 'string', said });
            return;
        }
        case 'get': {
            const name = idOf(bytes, pc, operation);
            const of = registers.get(second);
            if (of?.type === 'result')
                of.call.members.add(name);
            registers.set(first, { type: 'member', name, of });
            return;
        }
        case 'put': {
            const value = registers.get(second);
            if (value?.type === 'string')
                value.said.key ??= idOf(bytes, pc, operation);
            return;
        }
        case 'object':
        case 'array': {
            const places = operation.role === 'object' ? objectPlaces : arrayPlaces;
            const members = membersOf(bytes, state.literals, places(bytes, state.literals, operands));
            for (const [member, { key, value }] of members.entries()) {
                say(state, key === undefined ? { id: value, pc, member } : { id: value, pc, member, key });
            }
            registers.delete(first);
            return;
        }
        case 'move': {
            const value = registers.get(second);
            if (value === undefined)
                registers.delete(first);
            else
                registers.set(first, value);
            return;
        }
        case 'call':
        case 'construct':
            called(state, registers, pc, operands, outgoing(state, operands.at(-1) ?? 0));
            return;
        case 'call by registers':
            called(state, registers, pc, operands, operands.slice(2));
            return;
        case 'writes all':
            for (const register of operands)
                registers.delete(register);
            return;
        case 'catch':
            // A handler is reached from anywhere.
            state.registers = state.loops && new Map();
            return;
        case 'end':
            state.registers = undefined;
            return;
        case 'switch':
        case 'string switch':
            state.registers = undefined;
            return;
        case 'jump':
        case 'writes nothing':
            return;
        case 'closure':
            // Classes give two: themselves, and the object that their methods stand in.
            registers.delete(first);
            registers.delete(second);
            return;
        case 'writes first':
            registers.delete(first);
    }
}
function say(state, said) {
    if (state.said.length < MAX_SAID)
        state.said.push(said);
}
/** Registers of the arguments of a call that says only how many there are, `this` first. */
function outgoing({ frameSize, literals }, count) {
    const first = frameSize - (literals.version >= 97 ? THIS_BELOW_END_SINCE_97 : THIS_BELOW_END);
    return Array.from({ length: Math.min(count, registers_MAX_ARGUMENTS) }, (_, index) => first - index);
}
function called(state, registers, pc, [result = 0, callee = 0], passed) {
    const value = registers.get(callee);
    const strings = passed.slice(1).map((register) => {
        const argument = registers.get(register);
        return argument?.type === 'string' ? argument.said.id : undefined;
    });
    const handed = registers.get(passed[1] ?? -1);
    // What the call gives may take the place of its own arguments.
    registers.delete(result);
    if (value?.type !== 'member' || state.calls.length >= registers_MAX_CALLS)
        return;
    if (handed?.type === 'result')
        handed.call.handedTo.add(value.name);
    const on = registers_nameOf(value.of);
    const call = { name: value.name, pc, on, strings, members: new Set(), handedTo: new Set() };
    state.calls.push(call);
    registers.set(result, { type: 'result', call });
}
function registers_nameOf(value) {
    if (value?.type === 'member')
        return value.name;
    return value?.type === 'result' ? value.call.name : undefined;
}

;// CONCATENATED MODULE: ./lib/formats/hermes/program.js





const hermes_program_MAX_USES = 8;
const MAX_NAMED = 10_000;
const program_MAX_CALLS = 20_000;
/** A module with more functions is a whole app in one: what stands in the others is not around anything. */
const MAX_MODULE = 64;
const program_MAX_DEPTH = 64;
/** Undefined where the instructions of no known version fit. */
function programOf(bytes, table, sought) {
    for (const set of instructionSets(table.version)) {
        const decoder = decoderOf(set);
        const outline = outlineOf(bytes, table, decoder, sought);
        if (outline !== undefined)
            return programWith(bytes, table, { ...outline, decoder }, sought);
    }
    return undefined;
}
/** What is known of a string by its number. */
const program_STRING = 1;
const NAME = 2;
const KEY = 4;
const NO_KEY = 8;
/** One pass over all code; undefined if it is not the code of these instructions. */
function outlineOf(bytes, table, decoder, sought) {
    const literals = literalsOf(bytes, table);
    const parents = new Int32Array(table.functionCount).fill(-1);
    const busy = [];
    const seen = new Set();
    const marks = marksOf(table, sought);
    const isKey = (id) => {
        const mark = marks[id] ?? NO_KEY;
        if ((mark & (KEY | NO_KEY)) !== 0)
            return (mark & KEY) !== 0;
        marks[id] = mark | (sought.key(id) ? KEY : NO_KEY);
        return isKey(id);
    };
    let index = 0;
    let isBusy = false;
    const look = (what, id, pc) => {
        if (what >= TELLING.object) {
            isBusy ||= holdsSought(bytes, literals, decoder, pc, marks, isKey);
            return true;
        }
        if (what === TELLING.closure) {
            if (id < parents.length && parents[id] === -1)
                parents[id] = index;
            return true;
        }
        if (id >= table.count)
            return false;
        if (what === TELLING.put)
            isBusy ||= isKey(id);
        else
            isBusy ||= (marks[id] & (what === TELLING.string ? program_STRING : NAME)) !== 0;
        return true;
    };
    // Functions with the same code share it; others do not overlap in an honest file.
    let left = 2 * bytes.length;
    for (; index < table.functionCount; index += 1) {
        const header = functionAt(bytes, table, index);
        if (header === undefined)
            return undefined;
        if (seen.has(header.start))
            continue;
        seen.add(header.start);
        left -= header.end - header.start;
        if (left < 0)
            return { literals, busy, parents, incomplete: true };
        isBusy = false;
        if (!code_passOver(bytes, decoder, header, look))
            return undefined;
        if (isBusy)
            busy.push(index);
    }
    return { literals, busy, parents, incomplete: false };
}
function marksOf(table, { strings, names }) {
    const marks = new Uint8Array(table.count);
    for (const id of strings)
        marks[id] = program_STRING;
    for (const id of names)
        marks[id] = (marks[id] ?? 0) | NAME;
    return marks;
}
function holdsSought(bytes, literals, { operations }, pc, marks, isKey) {
    const operation = operations[bytes[pc] ?? 0];
    if (operation === undefined)
        return false;
    const places = operation.role === 'object' ? objectPlaces : arrayPlaces;
    const { count, keys, values } = places(bytes, literals, operandsOf(bytes, pc, operation));
    let holds = false;
    eachString(bytes, literals, values, count, (id) => {
        holds ||= ((marks[id] ?? 0) & program_STRING) !== 0;
    });
    if (!holds && keys !== undefined) {
        eachString(bytes, literals, keys, count, (id) => {
            holds ||= isKey(id);
        });
    }
    return holds;
}
function programWith(bytes, table, { literals, busy, parents, incomplete, decoder }, sought) {
    const known = new Map();
    let left = 4 * bytes.length;
    const facts = (index) => {
        const before = known.get(index);
        if (before !== undefined)
            return before;
        const header = functionAt(bytes, table, index);
        left -= header === undefined ? 0 : header.end - header.start;
        const isRead = header !== undefined && left >= 0;
        const found = isRead ? factsOf({ bytes, decoder, literals }, header) : { said: [], calls: [] };
        known.set(index, found);
        return found;
    };
    const uses = new Map();
    const named = [];
    const calls = [];
    for (const index of busy) {
        const { said, calls: called } = facts(index);
        const name = functionAt(bytes, table, index)?.name ?? 0;
        for (const one of said) {
            const use = { said: one, function: index, name };
            if (sought.strings.has(one.id)) {
                const others = uses.get(one.id);
                if (others === undefined)
                    uses.set(one.id, [use]);
                else if (others.length < hermes_program_MAX_USES)
                    others.push(use);
            }
            else if (one.key !== undefined && sought.key(one.key) && named.length < MAX_NAMED) {
                named.push(use);
            }
        }
        for (const call of called) {
            if (sought.names.has(call.name) && calls.length < program_MAX_CALLS)
                calls.push({ ...call, caller: { function: index, name } });
        }
    }
    const modules = modulesOf(bytes, parents);
    return {
        usesOf: (id) => uses.get(id) ?? [],
        named,
        calls,
        incomplete,
        around: (use, stringOf) => {
            const own = facts(use.function).said.filter((one) => one !== use.said);
            const near = own
                .map((one) => ({ said: one, at: program_placeOf(one) - program_placeOf(use.said) }))
                .sort((left, right) => Math.abs(left.at) - Math.abs(right.at));
            return neighboursOf(nearThenOthers(near, modules(use.function), facts), stringOf);
        },
    };
}
/** Members of one literal stand side by side, literals and strings by their instructions. */
function program_placeOf({ pc, member = 0 }) {
    return pc * 1_024 + member;
}
/** Only as many as are asked for: a hostile module has hundreds of thousands of strings, around each of thousands. */
function* nearThenOthers(near, others, facts) {
    yield* near;
    for (const index of others)
        for (const said of facts(index).said)
            yield { said, at: undefined };
}
function neighboursOf(found, stringOf) {
    const neighbours = [];
    for (const { said, at } of found) {
        if (neighbours.length >= MAX_NEIGHBOURS)
            break;
        const value = stringOf(said.id);
        if (value === undefined || value === '')
            continue;
        const key = said.key === undefined ? undefined : stringOf(said.key);
        neighbours.push({ value, ...(key === undefined ? {} : { key }), ...(at === undefined ? {} : { at }) });
    }
    return neighbours;
}
/** The other functions of the same module: what the global code makes a closure of, and whatever is made in it. */
function modulesOf(bytes, parents) {
    const global = bytes.readUInt32LE(36);
    const rootOf = (index) => {
        let at = index;
        for (let depth = 0; depth < program_MAX_DEPTH; depth += 1) {
            const parent = parents[at] ?? -1;
            if (parent === -1 || parent === global)
                return at;
            at = parent;
        }
        return at;
    };
    let members;
    return (index) => {
        if (index === global)
            return [];
        if (members === undefined) {
            members = new Map();
            for (let one = 0; one < parents.length; one += 1) {
                const root = rootOf(one);
                const others = members.get(root);
                if (others === undefined)
                    members.set(root, [one]);
                else
                    others.push(one);
            }
        }
        const module = members.get(rootOf(index)) ?? [];
        return module.length > MAX_MODULE ? [] : module.filter((one) => one !== index);
    };
}

;// CONCATENATED MODULE: ./lib/formats/hermes/table.js
/**
 * Header, string table and where the other tables of a bundle stand. Layout: facebook/hermes,
 * include/hermes/BCGen/HBC/BytecodeFileFormat.h; the fields up to the string table are the same in every version since 57.
 */
const table_MAGIC = Buffer.from('c61fbc03c103191f', 'hex');
/** Form made for binary diffs: the magic inverted, string offsets stored as differences (BytecodeFormConverter.cpp). */
const DELTA_MAGIC = Buffer.from(table_MAGIC.map((byte) => byte ^ 0xff));
/** First bytes of either form. */
const BEGINNINGS = [table_MAGIC, DELTA_MAGIC].map((magic) => magic.toString('latin1', 0, 2));
const table_HEADER_SIZE = 128;
const FIRST_VERSION = 57;
/** Length in a small table entry that sends the reader to the overflow table. */
const OVERFLOW = 255;
const SMALL_OFFSET_MASK = 0x7f_ffff;
function isHermes(head) {
    return table_startsWith(head, table_MAGIC) || table_startsWith(head, DELTA_MAGIC);
}
/** Asked of every entry, so it looks at one byte before it makes a view. */
function table_startsWith(bytes, magic) {
    return bytes[0] === magic[0] && bytes.subarray(0, magic.length).equals(magic);
}
/** The string table, or why there is none. */
function hermesTable(bytes) {
    if (bytes.length < table_HEADER_SIZE)
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
/** Small function headers take 16 bytes up to version 96 and 12 from 97; the kinds of all strings tell which it is. */
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
    const kinds = table_HEADER_SIZE + functionCount * functionHeaderSize;
    const smallTable = kinds + 4 * kindCount + 4 * identifierCount;
    const overflowTable = smallTable + 4 * stringCount;
    const storage = overflowTable + 8 * overflowCount;
    if (storage + storageSize > bytes.length)
        return undefined;
    if (!kindsAddUp(bytes, kinds, kindCount, stringCount))
        return undefined;
    return { functionHeaderSize, smallTable, overflowTable, overflowCount, storage, storageSize };
}
/** Kinds are run lengths; the top bit, before November 2019 the top two, tell the kind. */
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
/** Running sums of the 23-bit offsets of a delta form. */
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
/**
 * Hermes bytecode. Its string storage is packed and overlapping, so only the string table tells where a string starts and
 * ends; what a string is for, only the code that uses it.
 */
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
    read: hermes_read,
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
/** `upload`, `function 4711` where it has no name. */
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
/** A string longer than a text may be comes in overlapping pieces. */
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
/** Of a string that no code is known to use, what stands beside it in the table. */
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

;// CONCATENATED MODULE: ./lib/formats/android/class-file.js



const TAG = { utf8: 1, class: 7, string: 8 };
/** Bytes after the tag, by tag (JVMS table 4.4-A); a Utf8 has its own length. */
const class_file_SIZES = new Map([
    [3, 4],
    [4, 4],
    [5, 8],
    [6, 8],
    [7, 2],
    [8, 2],
    [9, 4],
    [10, 4],
    [11, 4],
    [12, 4],
    [15, 3],
    [16, 2],
    [17, 4],
    [18, 4],
    [19, 2],
    [20, 2],
]);
function be16(bytes, at) {
    return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}
function be32(bytes, at) {
    return be16(bytes, at) * 65_536 + be16(bytes, at + 2);
}
/** Undefined if the constant pool is none. */
function readClassFile(bytes) {
    const pool = readConstants(bytes);
    if (pool === undefined)
        return undefined;
    const { constants, end } = pool;
    const textAt = (index) => {
        const text = constants[index]?.text;
        return text === undefined ? undefined : decodeMutf8(bytes, text.start, text.end);
    };
    const name = textAt(constants[be16(bytes, end + 2)]?.index ?? 0) ?? '';
    const strings = () => {
        const found = [];
        for (const constant of constants) {
            const value = constant.tag === TAG.string ? textAt(constant.index)?.slice(0, MAX_NEIGHBOUR_LENGTH) : undefined;
            if (value !== undefined && found.length < MAX_NEIGHBOURS)
                found.push({ value });
        }
        return found;
    };
    return { bytes, name, constants, members: readMembers(bytes, end, textAt), textAt, strings };
}
function readConstants(bytes) {
    const count = be16(bytes, 8);
    const constants = [{ tag: 0, index: 0 }];
    let at = 10;
    while (constants.length < count) {
        const tag = bytes[at] ?? 0;
        if (tag === TAG.utf8) {
            const start = at + 3;
            const end = start + be16(bytes, at + 1);
            if (end > bytes.length)
                return undefined;
            constants.push({ tag, index: 0, text: { start, end } });
            at = end;
            continue;
        }
        const size = class_file_SIZES.get(tag);
        if (size === undefined || at + size >= bytes.length)
            return undefined;
        constants.push({ tag, index: be16(bytes, at + 1) });
        // Long and double take two slots.
        if (size === 8)
            constants.push({ tag: 0, index: 0 });
        at += 1 + size;
    }
    return { constants, end: at };
}
function readMembers(bytes, end, textAt) {
    const members = [];
    let at = end + 8 + 2 * be16(bytes, end + 6);
    for (const kind of ['field', 'method']) {
        const count = be16(bytes, at);
        at += 2;
        for (let item = 0; item < count && at + 8 <= bytes.length; item += 1) {
            const name = textAt(be16(bytes, at + 2)) ?? '';
            const attributes = be16(bytes, at + 6);
            at += 8;
            let constant = 0;
            let code;
            for (let index = 0; index < attributes && at + 6 <= bytes.length; index += 1) {
                const attribute = textAt(be16(bytes, at));
                if (attribute === 'ConstantValue')
                    constant = be16(bytes, at + 6);
                if (attribute === 'Code') {
                    const start = at + 14;
                    code = { start, end: Math.min(bytes.length, start + be32(bytes, at + 10)) };
                }
                at += 6 + be32(bytes, at + 2);
            }
            members.push({ kind, name, constant, ...(code === undefined ? {} : { code }) });
        }
    }
    return members;
}
const MAX_HOLDERS = 8;
/** Members that use the text of that index as a string: a constant field, or a method that loads it. */
function holdersOf(file, text) {
    const strings = new Set();
    for (const [index, constant] of file.constants.entries()) {
        if (constant.tag === TAG.string && constant.index === text)
            strings.add(index);
    }
    const found = [];
    for (const member of file.members) {
        if (found.length >= MAX_HOLDERS)
            break;
        if (strings.has(member.constant))
            found.push({ name: member.name, field: member.name });
        else if (member.code !== undefined && loads(file.bytes, member.code, strings))
            found.push({ name: member.name });
    }
    return found;
}
/** Bytes of each instruction with operands (JVMS chapter 6); all others take one. */
const LENGTHS = instructionLengths();
function instructionLengths() {
    const lengths = new Uint8Array(256).fill(1);
    const set = (length, ...ranges) => {
        for (const [first, last] of ranges)
            lengths.fill(length, first, last + 1);
    };
    set(2, [0x10, 0x10], [0x12, 0x12], [0x15, 0x19], [0x36, 0x3a], [0xa9, 0xa9], [0xbc, 0xbc]);
    set(3, [0x11, 0x11], [0x13, 0x14], [0x84, 0x84], [0x99, 0xa8], [0xb2, 0xb8], [0xbb, 0xbb], [0xbd, 0xbd]);
    set(3, [0xc0, 0xc1], [0xc6, 0xc7]);
    set(4, [0xc5, 0xc5]);
    set(5, [0xb9, 0xba], [0xc8, 0xc9]);
    return lengths;
}
const LDC = 0x12;
const LDC_W = 0x13;
const TABLESWITCH = 0xaa;
const LOOKUPSWITCH = 0xab;
const WIDE = 0xc4;
const IINC = 0x84;
function loads(bytes, code, strings) {
    let at = code.start;
    while (at < code.end) {
        const opcode = bytes[at] ?? 0;
        if (opcode === LDC && strings.has(bytes[at + 1] ?? 0))
            return true;
        if (opcode === LDC_W && strings.has(be16(bytes, at + 1)))
            return true;
        at += instructionLength(bytes, code.start, at, opcode);
    }
    return false;
}
function instructionLength(bytes, start, at, opcode) {
    if (opcode === WIDE)
        return bytes[at + 1] === IINC ? 6 : 4;
    if (opcode !== TABLESWITCH && opcode !== LOOKUPSWITCH)
        return LENGTHS[opcode] ?? 1;
    // The operands begin at the next multiple of four, counted from the start of the code.
    const padding = 3 - ((at - start) % 4);
    const operands = at + 1 + padding;
    if (opcode === LOOKUPSWITCH)
        return 1 + padding + 8 + 8 * be32(bytes, operands + 4);
    const entries = be32(bytes, operands + 8) - be32(bytes, operands + 4) + 1;
    return 1 + padding + 12 + 4 * Math.max(0, entries);
}

;// CONCATENATED MODULE: ./lib/formats/java-class.js


/** Java bytecode, as it lies in the classes.jar of an AAR. */
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
    // A fat Mach-O has the same magic, but then a count of slices where a class has its major version: 45 for JDK 1.1.
    hint: { begins: ['\xca\xfe'] },
    sniff: (head) => head.length >= 10 && head.readUInt32BE(0) === 0xcafebabe && isMajorVersion(head.readUInt16BE(6)),
    read: (entry, wanted) => texts_bounded(entry, readClass(entry, wanted)),
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
    // What stands in no constant: in an attribute of some tool, or behind a pool that lies about its size.
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


/** The bytes as text: UTF-16 by its byte order mark, else UTF-8, else Latin-1. */
function sourceText(bytes) {
    if (bytes[0] === 0xff && bytes[1] === 0xfe)
        return wideText(bytes.subarray(2, evenEnd(bytes)));
    if (bytes[0] === 0xfe && bytes[1] === 0xff)
        return wideText(Buffer.from(bytes.subarray(2, evenEnd(bytes))).swap16());
    if (!(0,external_node_buffer_namespaceObject.isUtf8)(bytes))
        return fixedWidth(bytes.toString('latin1'), 0, 1);
    const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    const text = bytes.toString('utf8', mark);
    if (text.length === bytes.length - mark)
        return fixedWidth(text, mark, 1);
    return variableWidth(text, bytes, mark);
}
/** True if the first bytes look like text: no NUL unless a byte order mark says UTF-16, and few control characters. */
function looksLikeText(head) {
    if (head.length === 0)
        return false;
    if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff))
        return head.length > 3;
    return !CONTROL.test(head.toString('latin1', 0, 1_024));
}
/** All but tab, LF, FF and CR. */
const CONTROL = /[\0-\x08\x0b\x0e-\x1f]/;
/**
 * The first byte that is no blank: what text begins with, seen without decoding it. Undefined where only that tells: no
 * ASCII, a byte order mark, nothing but blanks.
 */
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
/** A hit as a range of string indices. */
function rangeOf(source, hit) {
    return { from: source.indexAt(hit.offset), to: source.indexAt(hit.offset + hit.length) };
}
/** The place of a string index in an entry. */
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
/** Bytes between two marks: the most that a single conversion walks over. */
const STEP = 1_024;
/**
 * UTF-8 with characters outside ASCII. Marks at every STEP-th byte keep each conversion short, so that many hits in one
 * long line stay linear.
 */
function variableWidth(text, bytes, mark) {
    let marks;
    const marked = () => {
        marks ??= source_text_marksOf(bytes, mark);
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
function source_text_marksOf(bytes, mark) {
    const units = [0];
    const offsets = [mark];
    let unit = 0;
    for (let at = mark; at + STEP < bytes.length;) {
        let end = at + STEP;
        while (source_text_isContinuation(bytes[end]))
            end -= 1;
        // Decoding once more is several times faster than a walk over the bytes.
        unit += bytes.toString('utf8', at, end).length;
        at = end;
        units.push(unit);
        offsets.push(at);
    }
    return { units, offsets };
}
/** In UTF-8, which the bytes have been found to be, three of them stand in a row at most. */
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
/** Line starts are looked for as far as they are asked for. */
function positions(text) {
    const starts = [0];
    let next = text.indexOf('\n');
    return (index) => {
        for (; next !== -1 && next < index; next = text.indexOf('\n', next + 1))
            starts.push(next + 1);
        const line = lastNotAbove(starts, index);
        return { line: line + 1, column: index - (starts[line] ?? 0) + 1 };
    };
}

;// CONCATENATED MODULE: ./lib/formats/escapes.js
/** Backslash escapes as JavaScript, JSON, Kotlin, Swift, Dart, Go and .properties files write them. Of octal ones those of printable characters. */
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
/** The text without its escapes; what is no escape stays as it is. Linear. */
function unescapeText(raw) {
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
const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** XML's predefined entities and character references (XML 1.0, section 4.1 and 4.6). */
function unescapeXml(raw) {
    if (!raw.includes('&'))
        return raw;
    return raw.replace(/&(?:#x([0-9A-Fa-f]{1,6})|#([0-9]{1,7})|([a-z]{2,4}));/g, (whole, hex, decimal, name) => {
        if (name !== undefined)
            return ENTITIES[name] ?? whole;
        const code = hex === undefined ? Number.parseInt(decimal ?? '', 10) : Number.parseInt(hex, 16);
        return code <= 0x10_ffff ? String.fromCodePoint(code) : whole;
    });
}

;// CONCATENATED MODULE: ./lib/formats/keys.js
/**
 * The name that a value is assigned to, read backwards from the value by hand: on a bundle in one line a pattern that
 * looks for a name tries every character before it, once for each of a hundred thousand values.
 */
const keys_MAX_NAME = 100;
const MAX_SPACES = 20;
const MAX_TYPE = 60;
const keys_NAME = /[\w$.-]/;
const keys_TYPE = /[\w$.<>?&[\]! ]/;
/** The name before `at`: `name: "\u2026"`, `name = "\u2026"`, `"name" => "\u2026"`, `name: Type = "\u2026"`, `buildConfigField "String", "name", "\u2026"`. */
function keyBefore(text, at) {
    const operator = skipSpaces(text, skipPrefix(text, at));
    switch (text[operator - 1]) {
        case ':':
            return nameBefore(text, operator - 1);
        case '>':
            return text[operator - 2] === '=' ? nameBefore(text, operator - 2) : undefined;
        case '=':
            return assignedName(text, operator - 1);
        case ',':
        case '"':
        case "'":
            return gradleField(text, at);
        default:
            return undefined;
    }
}
/** Letters that some languages write before a literal: r"", f"", @"", #""#. */
function skipPrefix(text, at) {
    let from = at;
    while (at - from < 2 && isOneOf('@#$rRbBfFuUL', text[from - 1]))
        from -= 1;
    return from === at || !isOneOf('=:> ', text[from - 1]) ? at : from;
}
function isOneOf(characters, character) {
    return character !== undefined && characters.includes(character);
}
function skipSpaces(text, at) {
    let from = at;
    while (at - from < MAX_SPACES && isOneOf(' \t\r\n', text[from - 1]))
        from -= 1;
    return from;
}
/** `at` is the index of `=`; comparisons are no assignment, `:=`, `??=` and `||=` are. */
function assignedName(text, at) {
    if (isOneOf('=!<>', text[at - 1]))
        return undefined;
    let operator = at;
    while (at - operator < 2 && isOneOf(':?|', text[operator - 1]))
        operator -= 1;
    return typedName(text, operator) ?? nameBefore(text, operator);
}
/** `name: Type` as Kotlin, Swift, TypeScript and Rust write it: the type is not the name. */
function typedName(text, at) {
    let from = at;
    while (from > 0 && at - from < MAX_TYPE && keys_TYPE.test(text[from - 1] ?? ''))
        from -= 1;
    if (from === at || text[from - 1] !== ':' || text[from - 2] === ':')
        return undefined;
    return text.slice(from, at).trim() === '' ? undefined : nameBefore(text, from - 1);
}
/** The name that ends before `at`, spaces, quotes and a closing bracket between them left out. */
function nameBefore(text, at) {
    let end = skipSpaces(text, at);
    for (let count = 0; count < 3 && isOneOf('"\'`]\\', text[end - 1]); count += 1)
        end -= 1;
    let start = end;
    while (start > 0 && end - start < keys_MAX_NAME && keys_NAME.test(text[start - 1] ?? ''))
        start -= 1;
    return start === end ? undefined : text.slice(start, end);
}
const FIELD = /(?:buildConfigField|resValue)\s{0,4}\(?\s{0,4}["']\w{1,40}["']\s{0,4},\s{0,4}["'](\w{1,100})["']\s{0,4},\s{0,4}["']?$/;
/** Android\u2019s Gradle plugin: `buildConfigField "String", "NAME", "\"value\""`. */
function gradleField(text, at) {
    const before = text.slice(Math.max(0, at - 2 * keys_MAX_NAME), at);
    const call = Math.max(before.lastIndexOf('buildConfigField'), before.lastIndexOf('resValue'));
    return call === -1 ? undefined : FIELD.exec(before.slice(call))?.[1];
}

;// CONCATENATED MODULE: ./lib/formats/literals.js



/*
 * Places are found by the engine's own searches, which are fast at once: a loop over the characters has to be compiled first, and
 * that takes longer than the whole of a small scan.
 */
/** How far back a literal may begin before the place it is searched from. */
const REACH_BACK = 8_192;
/** The innermost literal that encloses [from, to) and lies within [low, high). */
function literalAround(text, from, to, low, high) {
    for (const { at, delimiter } of delimitersBefore(text, from, Math.max(low, from - REACH_BACK))) {
        const literal = literals_closed(text, at + 1, to, high, delimiter);
        if (literal !== undefined)
            return literal;
    }
    return undefined;
}
const MOST_IN_LINE = 5;
/** The delimiters in [low, from) that may open a literal around `from`: the last one of each, the nearest first. */
function* delimitersBefore(text, from, low) {
    const line = low + text.slice(low, from).lastIndexOf('\n') + 1;
    const seen = new Set();
    for (const at of quotesBefore(text, from, line)) {
        const delimiter = delimiterAt(text, at, low);
        if (delimiter === undefined || seen.has(delimiter))
            continue;
        seen.add(delimiter);
        yield { at, delimiter };
        if (seen.size === MOST_IN_LINE)
            return;
    }
    const above = CROSSING.filter((delimiter) => !seen.has(delimiter)).flatMap((delimiter) => lastBefore(text, delimiter, line, low) ?? []);
    yield* above.sort((left, right) => right.at - left.at);
}
const literals_BLOCK = 64;
/** Where quotes stand in [low, end), the last one first; block by block, since the nearest mostly is the one. */
function* quotesBefore(text, end, low) {
    for (let to = end; to > low; to -= literals_BLOCK) {
        const from = Math.max(low, to - literals_BLOCK);
        const block = text.slice(from, to);
        for (let at = lastQuote(block, literals_BLOCK); at !== -1; at = at === 0 ? -1 : lastQuote(block, at - 1))
            yield from + at;
    }
}
function lastQuote(text, at) {
    return Math.max(text.lastIndexOf('"', at), text.lastIndexOf("'", at), text.lastIndexOf('`', at));
}
function lastBefore(text, delimiter, end, low) {
    for (const start of placesBefore(text, delimiter, end, low)) {
        const at = start + delimiter.length - 1;
        if (delimiterAt(text, at, low) === delimiter)
            return { at, delimiter };
    }
    return undefined;
}
/** Where a string stands in [low, end), the last place first. */
function* placesBefore(text, sought, end, low) {
    const part = text.slice(low, end);
    for (let at = part.lastIndexOf(sought); at !== -1; at = at === 0 ? -1 : part.lastIndexOf(sought, at - 1)) {
        yield low + at;
    }
}
/** Delimiters whose literals may go on behind the end of a line. */
const CROSSING = ['`', '"""', "'''"];
/** The delimiter whose last character stands at `at`; undefined for a quote that is escaped more than once. */
function delimiterAt(text, at, low) {
    const quote = text[at] ?? '';
    let slashes = 0;
    while (slashes < 4 && at - slashes - 1 >= low && text[at - slashes - 1] === '\\')
        slashes += 1;
    if (slashes === 1)
        return `\\${quote}`;
    if (slashes % 2 === 1)
        return undefined;
    const tripled = quote !== '`' && text[at - 1] === quote && text[at - 2] === quote;
    return tripled ? quote.repeat(3) : quote;
}
function literals_closed(text, start, to, high, delimiter) {
    if (opening(text, start - delimiter.length) === 'no')
        return undefined;
    const end = closingAt(text, to, Math.min(high, start + MAX_TEXT_LENGTH), delimiter);
    const literal = end === undefined ? undefined : { start, end, delimiter };
    return literal !== undefined && isLikely(text, literal) ? literal : undefined;
}
/** Escapes, and what ends a literal or cannot be in it. */
const literals_ENDS = new Map([...CROSSING, '"', "'", ...['"', "'", '`'].map((quote) => `\\${quote}`)].map((delimiter) => {
    const lineEnd = CROSSING.includes(delimiter) ? '' : '\\n';
    return [delimiter, new RegExp(`\\\\[\\s\\S]|[${delimiter.slice(-1)}${lineEnd}]`, 'g')];
}));
/** Index of the next closing delimiter at or after `from`. */
function closingAt(text, from, high, delimiter) {
    const escaped = delimiter.startsWith('\\');
    const part = text.slice(from, high);
    const ends = literals_ENDS.get(delimiter);
    ends.lastIndex = 0;
    for (let match = ends.exec(part); match !== null; match = ends.exec(part)) {
        const [sign] = match;
        if (sign.startsWith('\\')) {
            if (sign === delimiter)
                return from + match.index;
            continue;
        }
        // An unescaped quote of the outer literal ends the inner one too: it was none.
        if (escaped || sign === '\n')
            return undefined;
        if (text.startsWith(delimiter, from + match.index))
            return from + match.index;
    }
    return undefined;
}
/** Words that may stand right before a literal; other words before a quote mean an apostrophe or a closing quote. */
const literals_BEFORE = /(?:^|[^\w$])(?:return|case|typeof|in|of|default|throw|else|void|await|yield|import|from|export|new|and|or|not|[rRbBfFuUL]|u8|br|rb)$/;
/** What a literal usually follows and precedes, and what it may; nothing else may stand there. */
const SURE_BEFORE = '([{,:=!&|?+';
const MAYBE_BEFORE = ' \t\n\r;}><-*%^~@#"\'`\\';
const SURE_BEHIND = ',);:]}.+?=&|!\n\r';
const MAYBE_BEHIND = ' \t"\'`\\><-/*%#';
/** Code between two literals, taken for a literal because its first quote closes one and its last opens another. */
const literals_CODE = /\)\{|=>\{|;\}\w|\}function|\);[\w$]|\}\)[,;)]/;
const MAYBE_CODE = /\)\s?\{|=>|;\}|\}\)|\)[,;]|["`][,:+)\]}]|[(,:+]["`]/;
/** The quotes at both ends and the text between them look like a literal. */
function isLikely(text, { start, end, delimiter }) {
    const opens = opening(text, start - delimiter.length);
    const closes = closing(text, end + delimiter.length);
    if (opens === 'no' || closes === 'no')
        return false;
    const code = opens === 'sure' && closes === 'sure' ? literals_CODE : MAYBE_CODE;
    return !code.test(text.slice(start, end));
}
function opening(text, quoteAt) {
    const before = text[quoteAt - 1];
    if (before === undefined || SURE_BEFORE.includes(before))
        return 'sure';
    if (isWordCode(before.charCodeAt(0)))
        return literals_BEFORE.test(text.slice(Math.max(0, quoteAt - 9), quoteAt)) ? 'sure' : 'no';
    if (!MAYBE_BEFORE.includes(before))
        return 'no';
    if (before !== ' ')
        return 'maybe';
    const word = text[quoteAt - 2] ?? '(';
    return SURE_BEFORE.includes(word) || isWordCode(word.charCodeAt(0)) ? 'sure' : 'maybe';
}
function closing(text, behind) {
    const after = text[behind];
    if (after === undefined || SURE_BEHIND.includes(after))
        return 'sure';
    return MAYBE_BEHIND.includes(after) ? 'maybe' : 'no';
}
function isWordCode(code) {
    return ((code >= 0x30 && code <= 0x39) ||
        (code >= 0x41 && code <= 0x5a) ||
        (code >= 0x61 && code <= 0x7a) ||
        code === 0x5f ||
        code >= 0x80);
}
/** The string that a literal stands for. */
function literalValue(text, literal) {
    const raw = text.slice(literal.start, literal.end);
    if (literal.delimiter.startsWith('\\'))
        return unescapeText(unescapeText(raw));
    return unescapeText(raw);
}
function keyOf(text, literal) {
    return keyBefore(text, literal.start - literal.delimiter.length);
}
const NEIGHBOURS = 64;
const LONGEST_NEIGHBOUR = 2_048;
/** Literals within `reach` characters of [start, end): those of the same object first, then by distance. */
function literalsNear(text, start, end, reach) {
    const low = Math.max(0, start - reach);
    const high = Math.min(text.length, end + reach);
    const behind = end + closingWidth(text, end);
    const before = start - openingWidth(text, start);
    const near = [...literalsBehind(text, behind, high), ...literalsBefore(text, before, low)];
    near.sort((left, right) => Number(right.together) - Number(left.together) || left.distance - right.distance);
    return near.slice(0, NEIGHBOURS).map((one) => neighbourOf(text, one));
}
function neighbourOf(text, { literal, together, before, distance }) {
    const value = literalValue(text, literal);
    const key = keyOf(text, literal);
    return {
        value,
        ...(key === undefined ? {} : { key }),
        ...(together ? { at: before ? -distance : distance } : {}),
    };
}
/** Length of the delimiter at the end of a span, 0 if the span is no literal. */
function closingWidth(text, end) {
    return /^(?:"""|'''|\\?["'`])/.exec(text.slice(end, end + 3))?.[0].length ?? 0;
}
function openingWidth(text, start) {
    return /(?:"""|'''|\\?["'`])$/.exec(text.slice(Math.max(0, start - 3), start))?.[0].length ?? 0;
}
/** Quotes, and the borders of objects. */
const SIGNS = /["'`{}]/g;
/** How much deeper into objects a sign leads. */
const DEEPER = { '{': 1, '}': -1 };
function literalsBehind(text, from, high) {
    const found = [];
    let depth = 0;
    let left = false;
    let passed = from;
    for (const { 0: sign, index } of text.slice(from, high).matchAll(SIGNS)) {
        const at = from + index;
        if (at < passed)
            continue;
        depth += DEEPER[sign] ?? 0;
        left ||= depth < 0;
        if (sign in DEEPER)
            continue;
        const delimiter = text[at - 1] === '\\' ? text.slice(at - 1, at + 1) : sign;
        const start = at + 1;
        const end = closingAt(text, start, Math.min(high, at + LONGEST_NEIGHBOUR), delimiter);
        if (end === undefined)
            continue;
        const literal = { start, end, delimiter };
        if (end > start)
            found.push({ literal, distance: at - from, together: !left && depth === 0, before: false });
        passed = end + delimiter.length;
    }
    return found;
}
function literalsBefore(text, from, low) {
    const found = [];
    let depth = 0;
    let left = false;
    let passed = from;
    for (const { 0: sign, index } of [...text.slice(low, from).matchAll(SIGNS)].reverse()) {
        const at = low + index;
        if (at >= passed)
            continue;
        depth -= DEEPER[sign] ?? 0;
        left ||= depth < 0;
        if (sign in DEEPER)
            continue;
        const delimiter = text[at - 1] === '\\' ? text.slice(at - 1, at + 1) : sign;
        const end = at - delimiter.length + 1;
        const open = openingAt(text, end, Math.max(low, at - LONGEST_NEIGHBOUR), delimiter);
        if (open === undefined)
            continue;
        const literal = { start: open + 1, end, delimiter };
        if (end > literal.start) {
            found.push({ literal, distance: from - at, together: !left && depth === 0, before: true });
        }
        passed = open - delimiter.length + 1;
    }
    return found;
}
/** Index of the quote character that opens the literal which ends at `end`. */
function openingAt(text, end, low, delimiter) {
    const quote = delimiter.slice(-1);
    const escaped = delimiter.length === 2;
    const line = quote === '`' ? low : low + text.slice(low, end).lastIndexOf('\n') + 1;
    for (const at of placesBefore(text, quote, end, line))
        if ((text[at - 1] === '\\') === escaped)
            return at;
    return undefined;
}

;// CONCATENATED MODULE: ./lib/formats/spans.js


/** Characters on either side of a hit that are taken where no syntax bounds the value. */
const spans_WINDOW = 512;
/** Characters on either side in which `around` looks. */
const AROUND = 2_048;
/** The span around each hit, each once. Hits must be ascending. */
function* readSpans(entry, hits, spanOf, placeOf, aroundOf = literalsAround) {
    const source = sourceText(entry.bytes);
    let covered = 0;
    for (const hit of hits) {
        const { from, to } = rangeOf(source, hit);
        if (to <= covered || from === to)
            continue;
        const span = spanOf(source.text, from, to, Math.max(0, covered - spans_WINDOW));
        covered = span.end;
        const around = () => aroundOf(source.text, span);
        yield { type: 'text', text: spans_textOf(span, placeOf(source, span.start), around) };
    }
}
function literalsAround(text, { start, end }) {
    return literalsNear(text, start, end, AROUND);
}
function spans_textOf({ value, key }, place, around) {
    return key === undefined ? { value, place, around } : { value, key, place, around };
}
/** The string literal around [from, to), if there is one within [low, high). */
function literalSpan(text, from, to, low, high) {
    const literal = literalAround(text, from, to, low, high);
    if (literal === undefined)
        return undefined;
    const { start, end } = literal;
    return spans_named({ start, end, value: literalValue(text, literal) }, keyOf(text, literal));
}
/** A literal and those that `+` joins to it. */
const MAX_JOINED = 8;
const JOIN_BEHIND = /^["'`]\s{0,20}\+\s{0,20}(?=["'`])/;
const JOIN_BEFORE = /["'`]\s{0,20}\+\s{0,20}$/;
const JOIN_REACH = 48;
/** As `literalSpan`; where literals are joined by `+` the whole of what they make. */
function joinedSpan(text, from, to, low, high) {
    const literal = literalAround(text, from, to, low, high);
    if (literal === undefined)
        return undefined;
    const before = literalsBeside(literal, (one) => literalBefore(text, one, low));
    const behind = literalsBeside(literal, (one) => literalBehind(text, one, high));
    const all = [...before.reverse(), literal, ...behind];
    const first = all[0] ?? literal;
    const value = all.map((one) => literalValue(text, one)).join('');
    return spans_named({ start: first.start, end: all.at(-1)?.end ?? literal.end, value }, keyOf(text, first));
}
function literalsBeside(start, next) {
    const found = [];
    let at = next(start);
    while (at !== undefined && found.length < MAX_JOINED) {
        found.push(at);
        at = next(at);
    }
    return found;
}
function literalBehind(text, { end }, high) {
    const join = JOIN_BEHIND.exec(text.slice(end, end + JOIN_REACH));
    if (join === null)
        return undefined;
    const start = end + join[0].length + 1;
    return literalAround(text, start, start, start - 1, high);
}
function literalBefore(text, { start, delimiter }, low) {
    const quote = start - delimiter.length;
    const join = JOIN_BEFORE.exec(text.slice(Math.max(low, quote - JOIN_REACH), quote));
    const end = join === null ? 0 : quote - join[0].length;
    return end <= low ? undefined : literalAround(text, end, end, low, quote);
}
/** Where a hit is the name of a value, as in `{bucket:"acme"}`: that value under that name. */
function keyedSpan(text, from, to, high) {
    const behind = /^[\w$-]{0,100}["'`]?\s{0,20}[:=]\s{0,20}["'`]/.exec(text.slice(to, to + 160));
    if (behind === null)
        return undefined;
    const start = to + behind[0].length;
    const span = literalSpan(text, start, start, start - 1, high);
    return span?.key !== undefined && span.start === start && from < start ? span : undefined;
}
/** True if a hit stands in a quoted name, as in `{"bucket":"acme"}`. */
function isQuotedName(text, from, to) {
    const before = /["'`][\w$-]{0,100}$/.exec(text.slice(Math.max(0, from - 101), from))?.[0][0];
    const behind = /^[\w$-]{0,100}(["'`])\s{0,20}:/.exec(text.slice(to, to + 130))?.[1];
    return before !== undefined && before === behind;
}
function spans_named(span, key) {
    return key === undefined ? span : { ...span, key };
}
const BORDERS = ['"', "'", '`', ';', '\n'];
const BORDER = new RegExp(`[${BORDERS.join('')}]`);
/** What stands between quotes, statement ends and line ends. */
function windowSpan(text, from, to) {
    const before = text.slice(Math.max(0, from - spans_WINDOW), from);
    const behind = text.slice(to, to + 2 * spans_WINDOW);
    const start = from - before.length + Math.max(...BORDERS.map((border) => before.lastIndexOf(border))) + 1;
    const border = behind.search(BORDER);
    const end = to + (border === -1 ? behind.length : border);
    return { start, end, value: text.slice(start, end) };
}

;// CONCATENATED MODULE: ./lib/formats/js-bundle.js




/** Indexed RAM bundle of Metro: magic, module count, length of the start-up code, then {offset, length} of each module. */
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
        ((js_bundle_NAMES.test(name) || STARTS.test(head.toString('latin1', 0, 64).trimStart())) && looksLikeText(head)),
    when: 'hits',
    read: js_bundle_read,
};
function isRamBundle(head) {
    return head.length >= RAM_HEADER && head.readUInt32LE(0) === RAM_MAGIC;
}
function* js_bundle_read(entry, wanted) {
    yield* js_bundle_callReadings(entry, wanted.calls ?? []);
    if (!isRamBundle(entry.bytes)) {
        yield* readSpans(entry, entry.hits, scriptSpan, (source, index) => {
            const place = source_text_placeAt(entry, source, index);
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
/** String arguments of wanted calls, in a bundle that names a host of the service. */
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
/** Start-up code and modules as byte ranges, the NUL behind each left out. */
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
/**
 * The literal around a hit, and those joined to it; the value whose name is hit; else what stands between quotes, `;` and
 * line ends.
 */
const scriptSpan = (text, from, to, low) => {
    const keyed = () => keyedSpan(text, from, to, text.length);
    const literal = () => joinedSpan(text, from, to, low, text.length);
    const span = isQuotedName(text, from, to) ? (keyed() ?? literal()) : (literal() ?? keyed());
    return span ?? windowSpan(text, from, to);
};

;// CONCATENATED MODULE: ./lib/formats/json-members.js

const json_members_MAX_DEPTH = 512;
const MAX_PATH_DEPTH = 32;
/**
 * All scalars of a JSON text, in order, without recursion. Comments, trailing commas, and the names and quotes of JSON5
 * are borne; it ends where the text stops to be JSON, and tells where. A reader needs positions and has to live with
 * broken files, so this is no parser but a walk.
 */
function* jsonMembers(text) {
    let frame;
    let frames = 0;
    let depth = 0;
    let index = 0;
    let at = 0;
    while (at < text.length) {
        const character = text[at];
        switch (character) {
            case '{':
            case '[':
                if (depth >= json_members_MAX_DEPTH)
                    return { at, open: true };
                depth += 1;
                frames += 1;
                frame = {
                    parent: frame,
                    id: frames,
                    array: character === '[',
                    name: json_members_slotOf(frame),
                    inherited: frame?.key ?? frame?.inherited,
                    next: 0,
                    key: undefined,
                };
                at += 1;
                continue;
            case '}':
            case ']':
                if (frame === undefined)
                    return { at, open: false };
                frame = frame.parent;
                depth -= 1;
                at += 1;
                continue;
            case ',':
                if (frame !== undefined) {
                    frame.next += 1;
                    frame.key = undefined;
                }
                at += 1;
                continue;
            case ':':
            case ' ':
            case '\n':
            case '\r':
            case '\t':
            case '\uFEFF':
                at += 1;
                continue;
            case '/': {
                const end = commentEnd(text, at);
                if (end === undefined)
                    return { at, open: depth > 0 };
                at = end;
                continue;
            }
            case '"':
            case "'": {
                const end = stringEnd(text, at + 1, character);
                if (end === undefined)
                    return { at, open: true };
                if (isName(text, frame, end + 1)) {
                    frame.key = unescapeText(text.slice(at + 1, end));
                }
                else {
                    yield member(text, frame, index, at + 1, end, true);
                    index += 1;
                }
                at = end + 1;
                continue;
            }
            default: {
                const end = scalarEnd(text, at);
                if (end === at)
                    return { at, open: depth > 0 };
                if (isName(text, frame, end)) {
                    frame.key = text.slice(at, end);
                }
                else {
                    yield member(text, frame, index, at, end, false);
                    index += 1;
                }
                at = end;
            }
        }
    }
    return { at, open: depth > 0 };
}
/** What ends before `end` is a name: in an object, where none was given yet, with a colon behind it. */
function isName(text, frame, end) {
    return frame !== undefined && !frame.array && frame.key === undefined && isColon(text, end);
}
function member(text, frame, index, start, end, quoted) {
    const slot = json_members_slotOf(frame);
    return {
        key: frame?.key ?? frame?.inherited,
        index,
        parent: frame?.id ?? 0,
        start,
        end,
        quoted,
        value: () => (quoted ? unescapeText(text.slice(start, end)) : text.slice(start, end)),
        path: () => pathOf(frame, slot),
    };
}
function json_members_slotOf(frame) {
    if (frame === undefined)
        return undefined;
    return frame.array ? frame.next : frame.key;
}
function pathOf(frame, slot) {
    const slots = [slot];
    for (let above = frame; above !== undefined && slots.length < MAX_PATH_DEPTH; above = above.parent)
        slots.push(above.name);
    return slots
        .reverse()
        .map((name) => (typeof name === 'number' ? `[${name}]` : name === undefined ? '' : `.${name}`))
        .join('')
        .replace(/^\./, '');
}
function isColon(text, from) {
    let at = from;
    while (at < text.length && (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t'))
        at += 1;
    return text[at] === ':';
}
/** Index of the closing quote. */
function stringEnd(text, from, quote) {
    for (let at = text.indexOf(quote, from); at !== -1; at = text.indexOf(quote, at + 1)) {
        let slashes = 0;
        while (at - slashes > from && text[at - slashes - 1] === '\\')
            slashes += 1;
        if (slashes % 2 === 0)
            return at;
    }
    return undefined;
}
function commentEnd(text, at) {
    if (text[at + 1] === '/')
        return endBehind(text, text.indexOf('\n', at), 1);
    if (text[at + 1] === '*')
        return endBehind(text, text.indexOf('*/', at + 2), 2);
    return undefined;
}
function endBehind(text, found, length) {
    return found === -1 ? text.length : found + length;
}
/** Numbers, true, false, null, and the bare words of JSON5. */
function scalarEnd(text, from) {
    const pattern = /[\w.+$-]{1,400}/y;
    pattern.lastIndex = from;
    return pattern.test(text) ? pattern.lastIndex : from;
}

;// CONCATENATED MODULE: ./lib/formats/json.js





const json_NAMES = /(?:\.(?:json[c5]?|webmanifest|map|geojson|arb|har|tfstate)|(?:^|\/)app\.(?:config|manifest)|(?:^|\/)\.firebaserc)$/i;
/** Scripts begin with brackets too. */
const SCRIPTS = /\.(?:[cm]?[jt]sx?|jsbundle|bundle|vue|svelte|html?|md|ya?ml|plist|strings|gradle|kts?|swift|dart|tf|rules|sql|txt|log|sh|py|rb|css|toml|ini)$/i;
/** `{`, `[`, `/` of a comment, `"`. */
const json_SIGNS = [0x7b, 0x5b, 0x2f, 0x22];
/** Beyond this a file without a hit is not walked through for its keys. */
const MAX_WITHOUT_HITS = 4 * 1024 * 1024;
/** Members kept for asking what stands around one. */
const json_MAX_MEMBERS = 200_000;
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
    hint: { begins: BLANK_BYTES, signs: json_SIGNS },
    sniff: (head, name) => looksLikeJson(head, name) && looksLikeText(head),
    when: 'always',
    read: json_read,
};
function looksLikeJson(head, name) {
    const sign = firstSign(head);
    if (sign !== undefined && !json_SIGNS.includes(sign))
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
    // By its name alone: much begins like JSON and is a template, a log, a script.
    if (json_NAMES.test(entry.name))
        yield* faultReadings(source, next.value);
    yield* readOutside(entry, track.outside());
}
/** Keys behind a fault are not seen, and a value may be worth reading for its key alone. */
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
/** Where the bytes show no anchor, a value can hold one only behind escapes. */
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
    const place = source_text_placeAt(entry, source, member.start, `json ${member.path()}`);
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
        if (members.length >= json_MAX_MEMBERS)
            break;
    }
    return members;
}
function sourceNames(text) {
    const names = new Map();
    for (const member of jsonMembers(text)) {
        if (member.key === 'sources')
            names.set(member.path(), member.value());
        if (names.size >= json_MAX_MEMBERS)
            break;
    }
    return names;
}
/** A source map keeps each source under the index of its name. */
function sourceNameOf(document, member) {
    const path = member.path();
    const index = /^sourcesContent\[(\d+)\]$/.exec(path)?.[1];
    const name = index === undefined ? undefined : document.sources().get(`sources[${index}]`);
    return name === undefined ? path : name.replace(/^[a-z]{1,20}:\/{2,3}/, '').replaceAll('../', '');
}
/** Members of the same object first, then the others, both by distance. */
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
    yield* readSpans(entry, hits, (text, from, to, low) => literalSpan(text, from, to, low, text.length) ?? windowSpan(text, from, to), (source, index) => source_text_placeAt(entry, source, index, 'json'));
}

;// CONCATENATED MODULE: ./lib/formats/apple/macho-layout.js
/** Layout of Mach-O files (mach-o/fat.h, mach-o/loader.h): slices, segments, sections, encrypted range. */
const FAT_MAGIC = 0xcafebabe;
const FAT_MAGIC_64 = 0xcafebabf;
/** A Java class has the same magic; what it has for a count is its version, 45 and up. */
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
/** Every slice that can be laid out; an unknown architecture keeps its number as name. */
function slicesOf(bytes) {
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
/** 64-bit fields beyond 2^53 lose precision, and are beyond any file's end all the same. */
function wideBE(bytes, at) {
    return bytes.readUInt32BE(at) * 0x1_0000_0000 + bytes.readUInt32BE(at + 4);
}
function wideLE(bytes, at) {
    return bytes.readUInt32LE(at + 4) * 0x1_0000_0000 + bytes.readUInt32LE(at);
}
/** Header length by magic; only little-endian files, as every Apple platform since 2006 has them. */
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
/** Names of 16 bytes, padded with NUL. */
function macho_layout_nameAt(body, at) {
    const raw = body.toString('latin1', at, at + 16);
    return raw.replace(/\0.*$/s, '').replace(/[^\x21-\x7e]/g, '?');
}

;// CONCATENATED MODULE: ./lib/formats/swift-small.js

/**
 * Swift strings of up to 15 bytes are no literals but immediates: 16 bytes in two registers, the top byte 0xE0 + length
 * for ASCII (swiftlang/swift, StringObject.swift, \u201csmall strings\u201d). On arm64 each register is filled by MOVZ/MOVN and MOVK
 * (Arm ARM, C6.2), 16 bits at a time; following these through the code gives the strings back.
 */
/** Instructions after which a register is taken as used for something else. */
const swift_small_WINDOW = 24;
const LONG_AGO = -(2 ** 30);
const MAX_CODE = 128 * 1024 * 1024;
const MAX_FOUND = 100_000;
const swift_small_NEIGHBOURS = 64;
const MOVN = 0x125;
const MOVZ = 0x1a5;
const MOVK = 0x1e5;
/** The small strings of a Swift slice that are wanted; their neighbours are the small strings of the code around. */
function* swiftTexts(entry, slice, wanted) {
    if (slice.arch !== 'arm64' || !slice.sections.some((section) => section.name.startsWith('__swift5_')))
        return;
    for (const section of slice.sections) {
        if (section.name !== '__text')
            continue;
        const found = smallStrings(entry.bytes, section);
        for (const [index, { value, offset }] of found.entries()) {
            if (!wanted.text(value))
                continue;
            const locator = `${slice.arch} ${section.segment},${section.name} Swift string`;
            const around = () => swift_small_neighbours(found, index).map((neighbour) => ({ value: neighbour.value }));
            yield { value, place: { ...entry.place, offset: entry.base + offset, locator }, around };
        }
    }
}
function swift_small_neighbours(found, index) {
    const near = [];
    for (let distance = 1; distance <= swift_small_NEIGHBOURS; distance += 1) {
        for (const other of [found[index - distance], found[index + distance]])
            if (other !== undefined)
                near.push(other);
    }
    return near.slice(0, swift_small_NEIGHBOURS);
}
/** Every small string that arm64 code in [start, end) builds, by ascending offset. */
function smallStrings(bytes, section) {
    const size = Math.max(0, Math.min(section.end - section.start, MAX_CODE));
    const words = wordsAt(bytes, section.start, size >>> 2);
    const low = new Uint32Array(32);
    const high = new Uint32Array(32);
    const written = new Int32Array(32).fill(LONG_AGO);
    const found = [];
    for (let index = 0; index < words.length; index += 1) {
        const word = words[index] ?? 0;
        const operation = word >>> 23;
        if (operation !== MOVZ && operation !== MOVK && operation !== MOVN)
            continue;
        const register = word & 31;
        if (register === 31)
            continue;
        const shift = (word >>> 21) & 3;
        const immediate = (word >>> 5) & 0xffff;
        if (operation !== MOVK) {
            const fill = operation === MOVN ? 0xffffffff : 0;
            low[register] = fill;
            high[register] = fill;
        }
        const half = shift < 2 ? low : high;
        const value = operation === MOVN ? ~immediate & 0xffff : immediate;
        const keep = half[register] ?? 0;
        half[register] = shift % 2 === 0 ? (keep & 0xffff0000) | value : (keep & 0xffff) | (value << 16);
        written[register] = index;
        const text = completed(register, index, low, high, written);
        if (text === undefined)
            continue;
        found.push({ value: text, offset: section.start + 4 * index });
        if (found.length >= MAX_FOUND)
            break;
    }
    return found;
}
/** The string that the write to `register` completed, the register beside it tried first. */
function completed(register, now, low, high, written) {
    const tag = (high[register] ?? 0) >>> 24;
    const isTop = tag > 0xe0 && tag <= 0xef;
    const others = isTop ? [register - 1, register + 1] : [register + 1, register - 1];
    for (let other = 0; other < 31; other += 1)
        if (other !== register)
            others.push(other);
    for (const other of others) {
        if (other < 0 || other > 30 || now - (written[other] ?? LONG_AGO) > swift_small_WINDOW)
            continue;
        const [first, second] = isTop ? [other, register] : [register, other];
        const text = decode(low[first] ?? 0, high[first] ?? 0, low[second] ?? 0, high[second] ?? 0);
        if (text === undefined)
            continue;
        // Used up: the next string may be built in one of them while the other still holds its half of this one.
        written[register] = LONG_AGO;
        written[other] = LONG_AGO;
        return text;
    }
    return undefined;
}
/** The string of two registers as four 32-bit halves, if its length and every byte of it agree. */
function decode(a, b, c, d) {
    const tag = d >>> 24;
    if (tag <= 0xe0 || tag > 0xef)
        return undefined;
    const count = tag - 0xe0;
    const halves = [a, b, c, d & 0x00ffffff];
    let text = '';
    for (let at = 0; at < 15; at += 1) {
        const byte = ((halves[at >> 2] ?? 0) >>> (8 * (at & 3))) & 0xff;
        if (at >= count ? byte !== 0 : byte < 0x20 || byte > 0x7e)
            return undefined;
        if (at < count)
            text += String.fromCharCode(byte);
    }
    return text;
}

;// CONCATENATED MODULE: ./lib/formats/macho.js



/** Executables and frameworks of iOS apps, Flutter's App.framework/App among them. */
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
    read: readMachO,
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
            // The slices of one build say the same; only what differs is said again.
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
/** arm64 first: it is what devices run. */
function rank(slice) {
    return slice.arch === 'arm64' ? 0 : 1;
}
function* sliceTexts(entry, slice, wanted) {
    const readable = { ...entry, hits: entry.hits.filter((hit) => !isEncrypted(hit, slice)) };
    const sections = slice.sections.filter((section) => section.start < section.end);
    const stretches = disjoint(sections.map((section) => stretchOf(section, slice)));
    for (const stretch of stretches)
        yield* stretchTexts(readable, stretch);
    // Link-edit data and whatever else has no section: symbol names, the entitlements in the code signature.
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
/** Chance finds in ciphertext are no strings. */
function isEncrypted(hit, slice) {
    const range = slice.encrypted;
    return range !== undefined && hit.offset >= range.start && hit.offset < range.end;
}

;// CONCATENATED MODULE: ./lib/formats/apple/plist-node.js
const plist_node_MAX_DEPTH = 128;
const MAX_NODES = 500_000;
/** The value under a name, if the node is a dictionary that has it. */
function plist_node_member(node, name) {
    return node?.type === 'dict' ? node.members.find((candidate) => candidate.name.value === name)?.value : undefined;
}

;// CONCATENATED MODULE: ./lib/formats/apple/plist-texts.js


/** Values that one property list may hand over to the walk; shared objects of a binary list count each time. */
const MAX_VISITS = 100_000;
/** Smaller data are hashes and dates, not documents. */
const MIN_DATA = 48;
const MAX_DATA = 256;
/** Characters of a name in a locator. */
const plist_texts_MAX_NAME = 128;
/** The dictionary that `GoogleService-Info.plist` holds, under whatever file name a flavour gives it. */
const FIREBASE_KEYS = [
    'API_KEY',
    'BUNDLE_ID',
    'CLIENT_ID',
    'DATABASE_URL',
    'GCM_SENDER_ID',
    'GOOGLE_APP_ID',
    'PROJECT_ID',
    'REVERSED_CLIENT_ID',
    'STORAGE_BUCKET',
];
const FIREBASE_MINIMUM = 3;
/**
 * The texts of a property list that are wanted, with key paths as locators (`plist A.B[0].C`), and its data as entries of
 * their own. `word` starts the locator; offsets are counted from `base` in the entry.
 */
function* plistReadings(entry, reading, wanted, word = 'plist', base = 0) {
    const { problem } = reading;
    if (problem !== undefined)
        yield { type: 'problem', ...problem };
    const stack = [{ node: reading.root, path: '', key: '', siblings: [], position: 0, asked: false }];
    let visits = 0;
    let data = 0;
    for (let hanging = stack.pop(); hanging !== undefined; hanging = stack.pop()) {
        const { node } = hanging;
        if (node.type === 'text') {
            yield* plist_texts_textReadings(entry, node, hanging, wanted, word, base);
            continue;
        }
        if (node.type === 'data' && node.bytes.length >= MIN_DATA && data < MAX_DATA) {
            data += 1;
            yield { type: 'entry', name: `${hanging.path || 'value'}.data`, bytes: node.bytes };
        }
        if (node.type !== 'dict' && node.type !== 'array')
            continue;
        visits += node.type === 'dict' ? node.members.length : node.items.length;
        if (visits > MAX_VISITS) {
            yield { type: 'problem', kind: 'limit', reason: `property list with more than ${MAX_VISITS} values` };
            return;
        }
        if (node.type === 'dict')
            yield* nameReadings(entry, node.members, hanging.path, wanted, word, base);
        const children = node.type === 'dict' ? hangingMembers(node.members, hanging.path) : hangingItems(node.items, hanging);
        for (const child of children.reverse())
            stack.push(child);
    }
}
function hangingMembers(members, path) {
    const siblings = members.map((member) => ({ key: member.name.value, node: member.value }));
    const firebase = isFirebase(members);
    return siblings.map((sibling, position) => ({
        ...sibling,
        path: `${path}${path === '' ? '' : '.'}${sibling.key.slice(0, plist_texts_MAX_NAME)}`,
        siblings,
        position,
        asked: firebase && FIREBASE_KEYS.includes(sibling.key),
    }));
}
function hangingItems(items, parent) {
    const siblings = items.map((node) => ({ key: parent.key, node }));
    return siblings.map((sibling, position) => ({
        ...sibling,
        path: `${parent.path}[${position}]`,
        siblings,
        position,
        asked: false,
    }));
}
function isFirebase(members) {
    return members.filter((candidate) => FIREBASE_KEYS.includes(candidate.name.value)).length >= FIREBASE_MINIMUM;
}
function* plist_texts_textReadings(entry, node, hanging, wanted, word, base) {
    const byKey = hanging.asked || (hanging.key !== '' && wanted.key(hanging.key));
    for (const value of plist_texts_bounded(node.value)) {
        if (!byKey && !wanted.text(value))
            continue;
        const text = {
            value,
            place: { ...entry.place, offset: entry.base + base + node.offset, locator: `${word} ${hanging.path}`.trimEnd() },
            around: () => plist_texts_neighboursOf(hanging),
        };
        yield { type: 'text', text: hanging.key === '' ? text : { ...text, key: hanging.key } };
    }
}
/** Names that are texts themselves: the hosts of NSExceptionDomains are dictionary keys. */
function* nameReadings(entry, members, path, wanted, word, base) {
    for (const { name } of members) {
        const value = name.value.slice(0, MAX_TEXT_LENGTH);
        if (!wanted.text(value))
            continue;
        const place = { ...entry.place, offset: entry.base + base + name.offset, locator: `${word} ${path}`.trimEnd() };
        yield { type: 'text', text: { value, place } };
    }
}
function plist_texts_neighboursOf(hanging) {
    const { siblings, position } = hanging;
    const found = [];
    for (let distance = 1; distance < siblings.length && found.length < MAX_NEIGHBOURS; distance += 1) {
        for (const at of [-distance, distance]) {
            const sibling = siblings[position + at];
            if (sibling?.node.type !== 'text')
                continue;
            found.push({ key: sibling.key, value: sibling.node.value.slice(0, MAX_TEXT_LENGTH), at });
        }
    }
    return found.slice(0, MAX_NEIGHBOURS);
}
/** A value longer than a text may be comes in windows that overlap, so that nothing is cut in two in both. */
function* plist_texts_bounded(value) {
    const overlap = 4_096;
    yield value.slice(0, MAX_TEXT_LENGTH);
    for (let at = MAX_TEXT_LENGTH - overlap; at + overlap < value.length; at += MAX_TEXT_LENGTH - overlap) {
        yield value.slice(at, at + MAX_TEXT_LENGTH);
    }
}
/** What an app's own Info.plist, or that of an xcarchive, says of the app. */
function plist_texts_appOf(root) {
    const properties = plist_node_member(root, 'ApplicationProperties') ?? root;
    const id = plist_texts_textOf(properties, 'CFBundleIdentifier');
    const version = plist_texts_textOf(properties, 'CFBundleShortVersionString') ?? plist_texts_textOf(properties, 'CFBundleVersion');
    if (id === undefined)
        return undefined;
    return version === undefined ? { id } : { id, version };
}
function plist_texts_textOf(node, name) {
    const value = plist_node_member(node, name);
    return value?.type === 'text' && value.value !== '' ? value.value.slice(0, 256) : undefined;
}

;// CONCATENATED MODULE: ./lib/formats/apple/plist-xml.js


/**
 * XML property lists (PropertyList-1.0.dtd). One pass over the source; what stands before a fault is kept. Attributes and
 * the DOCTYPE carry nothing here, so no entity beyond the five of XML and character references is known, and none expands.
 */
const LEAVES = ['key', 'string', 'integer', 'real', 'date', 'data'];
function isXmlPlist(head) {
    const sign = firstSign(head);
    if (sign !== undefined && sign !== 0x3c)
        return false;
    const start = plist_xml_sourceOf(head.subarray(0, 1_024)).text;
    return /^[\s\u00ef\u00bb\u00bf]{0,64}</.test(start) && /<(?:!DOCTYPE[ \t\r\n]{1,16})?plist[\s>]/.test(start);
}
function readXmlPlist(bytes) {
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
            if (open.length > plist_node_MAX_DEPTH)
                return end({ kind: 'limit', reason: `nested deeper than ${plist_node_MAX_DEPTH}` });
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
/** Reads as 8-bit units, so that a position is a byte offset; UTF-16 (told by its byte order mark) as its own units. */
function plist_xml_sourceOf(bytes) {
    if (bytes[0] === 0xff && bytes[1] === 0xfe)
        return { text: bytes.toString('utf16le', 2), unit: 2, skipped: 2 };
    if (bytes[0] === 0xfe && bytes[1] === 0xff) {
        const even = bytes.subarray(2, bytes.length - (bytes.length % 2));
        return { text: Buffer.from(even).swap16().toString('utf16le'), unit: 2, skipped: 2 };
    }
    return { text: bytes.toString('latin1'), unit: 1, skipped: 0 };
}
/** Text of a stretch of the source: 8-bit units are UTF-8, which is what property lists without a mark are in. */
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
/** Puts a value where it belongs: in an array, or in a dictionary under the key before it (without one it is lost). */
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
/** The next tag; comments, processing instructions and the DOCTYPE come as a tag without a name. */
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
        // A DOCTYPE with an internal subset ends behind it.
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
/** Characters of a leaf up to its closing tag: CDATA opened, comments left out. */
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
            // Ampersands in CDATA are themselves: escaped here, because the whole leaf is unescaped at the end.
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
const plist_xml_ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
function plist_xml_unescapeXml(text) {
    if (!text.includes('&'))
        return text;
    return text.replace(/&(#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-z]{2,4});/g, (whole, name) => {
        if (!name.startsWith('#'))
            return plist_xml_ENTITIES[name] ?? whole;
        const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    });
}

;// CONCATENATED MODULE: ./lib/formats/mobileprovision.js


const START = '<?xml';
const END = '</plist>';
/** Provisioning profile: a signed CMS message (DER) around an XML property list, which stands in it in one piece. */
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
    read: readProfile,
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

/**
 * Binary property lists, version `00`, as CoreFoundation writes them (CFBinaryPList.c): objects, an offset table, and a
 * trailer of 32 bytes at the end of the file.
 */
const bplist_MAGIC = 'bplist';
const TRAILER_LENGTH = 32;
/** Objects that hold no text: null and fill bytes, reals, dates, references of keyed archives. */
const SCALARS = new Set([0x0, 0x2, 0x3, 0x8]);
const OTHER = { type: 'other' };
function isBinaryPlist(head) {
    return head.length >= 8 && head[0] === 0x62 && head.toString('latin1', 0, bplist_MAGIC.length) === bplist_MAGIC;
}
function readBinaryPlist(bytes) {
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
/** Unsigned big-endian integer of 1 to 8 bytes, or undefined beyond the end. */
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
    if (depth > plist_node_MAX_DEPTH)
        return spent(budget, `nested deeper than ${plist_node_MAX_DEPTH}`);
    const offset = unsignedAt(table.bytes, table.start + index * table.offsetSize, table.offsetSize);
    if (offset === undefined || offset >= table.bytes.length)
        return damaged(budget);
    const known = seen.get(offset);
    if (known !== undefined)
        return known;
    // A container that holds itself meets this and ends there.
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
    const sized = bplist_lengthAt(bytes, offset);
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
/** Count and start of what a marker announces; a count of 15 stands as an integer object of its own. */
function bplist_lengthAt(bytes, offset) {
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

;// CONCATENATED MODULE: ./lib/formats/apple/line-positions.js
/** A column further right is left out: it would cost as much as reading the line again for each text in it. */
const MAX_COLUMN_BYTES = 4_096;
/** Line and column, 1-based, columns in UTF-16 units, of a byte offset in UTF-8 text; UTF-16 text has neither. */
function linePositions(bytes) {
    const mark = bytes.length >= 2 ? bytes.readUInt16BE(0) : 0;
    if (mark === 0xfffe || mark === 0xfeff)
        return () => ({});
    const starts = [];
    return (offset) => {
        // Only now: most lists give no text at all.
        if (starts.length === 0) {
            for (let at = 0; at !== -1; at = nextLine(bytes, at))
                starts.push(at);
        }
        const line = lineOf(starts, offset);
        const start = starts[line - 1] ?? 0;
        if (offset - start > MAX_COLUMN_BYTES)
            return { line };
        return { line, column: bytes.toString('utf8', start, offset).replace(/^\ufeff/, '').length + 1 };
    };
}
/** Start of the next line, -1 behind the last one. */
function nextLine(bytes, at) {
    const end = bytes.indexOf(0x0a, at);
    return end === -1 ? -1 : end + 1;
}
/** Number of line starts at or before the offset. */
function lineOf(starts, offset) {
    let low = 0;
    let high = starts.length;
    while (low < high) {
        const middle = (low + high) >>> 1;
        if ((starts[middle] ?? 0) <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

;// CONCATENATED MODULE: ./lib/formats/plist.js






/** Property lists of both forms: Info.plist, GoogleService-Info.plist, .strings and nibs compiled to one, Core Data models. */
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
    sniff: (head) => isBinaryPlist(head) || isXmlPlist(head),
    when: 'always',
    read: readPlist,
};
function* readPlist(entry, wanted) {
    const binary = isBinaryPlist(entry.bytes);
    const reading = binary ? readBinaryPlist(entry.bytes) : readXmlPlist(entry.bytes);
    if (isAppInfo(entry.name, reading.root)) {
        const app = plist_texts_appOf(reading.root);
        if (app !== undefined)
            yield { type: 'app', app: { platform: 'ios', ...app } };
    }
    const readings = plistReadings(entry, reading, wanted);
    if (binary)
        yield* readings;
    else
        yield* withLines(readings, entry);
}
/** Adds line and column to the texts of an XML list: it may lie in a repository, where alerts point at lines. */
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
/**
 * True for the Info.plist of the app itself, not of a framework, extension, watch app or resource bundle in it. Where the
 * folder above is not in the name (an `.app` given as the artifact), the package type tells.
 */
function isAppInfo(name, root) {
    const folders = name.split('/');
    if (folders.pop() !== 'Info.plist')
        return false;
    if (plist_node_member(root, 'ApplicationProperties') !== undefined)
        return true;
    const bundles = folders.filter((folder) => /\.[a-z]{2,12}$/i.test(folder) && !/\.xcarchive$/i.test(folder));
    const type = plist_node_member(root, 'CFBundlePackageType');
    if (type?.type === 'text' && type.value !== 'APPL')
        return false;
    if (bundles.length === 0)
        return type !== undefined && (folders.length === 0 || folders[0] === 'Contents');
    const last = folders[folders.length - 1] === 'Contents' ? folders[folders.length - 2] : folders[folders.length - 1];
    return bundles.length === 1 && last === bundles[0] && /\.app$/i.test(last ?? '');
}

;// CONCATENATED MODULE: ./lib/formats/pairs.js


const pairs_NEIGHBOUR_MAX_LENGTH = 4_096;
/** The wanted ones among the pairs of a file; around each stand the others, nearest first. */
function* readPairs(entry, source, pairs, wanted) {
    for (const [index, pair] of pairs.entries()) {
        if (pair.value === '' || !(wanted.key(pair.key) || wanted.text(pair.value)))
            continue;
        const place = source_text_placeAt(entry, source, pair.start, pair.locator);
        const value = pair.value.slice(0, MAX_TEXT_LENGTH);
        yield { type: 'text', text: { value, key: pair.key, place, around: () => pairs_neighbours(pairs, index) } };
    }
}
function pairs_neighbours(pairs, index) {
    const found = [];
    for (let distance = 1; distance <= MAX_NEIGHBOURS && found.length < MAX_NEIGHBOURS; distance += 1) {
        for (const at of [-distance, distance]) {
            const pair = pairs[index + at];
            if (pair === undefined || pair.value === '' || pair.value.length > pairs_NEIGHBOUR_MAX_LENGTH)
                continue;
            found.push({ value: pair.value, key: pair.key, at });
        }
    }
    return found;
}
/** The hits that begin in no pair. */
function pairs_hitsOutside(source, hits, pairs) {
    let next = 0;
    return hits.filter((hit) => {
        const from = source.indexAt(hit.offset);
        while ((pairs[next]?.end ?? Number.POSITIVE_INFINITY) <= from)
            next += 1;
        return from < (pairs[next]?.start ?? Number.POSITIVE_INFINITY);
    });
}

;// CONCATENATED MODULE: ./lib/formats/text.js



/** Anything that is text: source files, markup, notes, logs. Line and column are exact, for repo files as well. */
const text_text = {
    id: 'text',
    title: 'Text and source files',
    docs: {
        reads: 'The string literal, assigned value or element text around each hit; in running text the line.',
        locator: 'line and column',
        blind: 'Strings that a program puts together.',
        source: ['https://www.unicode.org/versions/latest/'],
    },
    sniff: looksLikeText,
    when: 'hits',
    read: text_read,
};
function* text_read(entry) {
    if (looksLikeText(entry.bytes.subarray(0, 1_024)) && !hasBinaryTail(entry.bytes)) {
        yield* readSpans(entry, entry.hits, lineSpan, (source, index) => source_text_placeAt(entry, source, index), valuesAround);
        return;
    }
    for (const run of runsAround(entry.bytes, entry.hits)) {
        const place = { ...entry.place, offset: entry.base + run.offset };
        yield { type: 'text', text: { value: run.value, place } };
    }
}
/** Some binary formats begin with a line of text; a NUL without a byte order mark tells them. */
function hasBinaryTail(bytes) {
    const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    return !marked && bytes.includes(0);
}
/** `export NAME=value`, `name: value`, `- name: value`; not the colon of `https://`. */
const ASSIGNMENT = /^\s{0,200}(?:(?:export|set|ENV|ARG|-)\s{1,20})?["']?([A-Za-z_][\w.$-]{0,100})["']?\s{0,40}(?:=|:(?!\/\/))\s{0,40}/;
/** Lines that are looked at for what stands beside a value, nearest first. */
const NEAR_LINES = 10;
/** Literals, and what lines without quotes assign or hold: YAML, notes. */
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
/** What stands between quotes is a literal, and was seen as one. */
function neighbourIn(line, at) {
    const assigned = ASSIGNMENT.exec(line);
    const value = line.slice(assigned?.[0].length ?? 0).trim();
    if (value === '' || /["'`]/.test(value))
        return [];
    return [assigned?.[1] === undefined ? { value, at } : { value, key: assigned[1], at }];
}
/** Opening tag right before an element's text: `<string name="x">`. */
const text_TAG = /<([A-Za-z_][\w.:-]{0,100})([^<>]{0,500})>[^<>]{0,600}$/;
/** Opening tag at the end of a line. */
const OPENING = /<([A-Za-z_][\w.:-]{0,100})([^<>]{0,500})>\s{0,20}$/;
const NAME_ATTRIBUTE = /\b(?:name|key|id)\s{0,4}=\s{0,4}["']([^"']{1,200})["']/;
const lineSpan = (text, from, to, low) => {
    const literal = literalSpan(text, from, to, low, text.length);
    if (literal !== undefined)
        return literal;
    const line = text_lineOf(text, from, to);
    return (elementSpan(text, from, to, line) ??
        contentSpan(text, from, line) ??
        assignedSpan(text, from, line) ??
        trimmed(text, line.start, line.end));
};
/** The line around [from, to), cut to a window where it is long. */
function text_lineOf(text, from, to) {
    const low = Math.max(0, from - spans_WINDOW);
    const high = Math.min(text.length, to + 2 * spans_WINDOW);
    const before = text.slice(low, from).lastIndexOf('\n');
    const behind = text.slice(to, high).indexOf('\n');
    return { start: low + before + 1, end: behind === -1 ? high : to + behind, whole: before !== -1 || low === 0 };
}
function elementSpan(text, from, to, line) {
    const open = text_TAG.exec(text.slice(Math.max(0, line.start - spans_WINDOW), from));
    const close = text.slice(to, line.end).search(/[<>]/);
    if (open === null || close === -1 || text[to + close] !== '<')
        return undefined;
    const start = text.lastIndexOf('>', from) + 1;
    return spans_named(trimmed(text, start, to + close), NAME_ATTRIBUTE.exec(open[2] ?? '')?.[1] ?? open[1]);
}
/** The text of an element that begins on the line behind the tag which holds the hit. */
function contentSpan(text, from, line) {
    const open = OPENING.exec(text.slice(line.start, line.end));
    if (open === null || line.start + open.index > from)
        return undefined;
    const length = text.slice(line.end, line.end + spans_WINDOW).indexOf('<');
    if (length === -1)
        return undefined;
    const span = trimmed(text, line.end, line.end + length);
    return span.value === '' ? undefined : spans_named(span, NAME_ATTRIBUTE.exec(open[2] ?? '')?.[1] ?? open[1]);
}
function assignedSpan(text, from, line) {
    if (!line.whole)
        return undefined;
    const match = ASSIGNMENT.exec(text.slice(line.start, line.end));
    if (match === null || line.start + match[0].length > from)
        return undefined;
    return spans_named(withoutComment(text, trimmed(text, line.start + match[0].length, line.end), from), match[1]);
}
/** A comment behind the value begins with a space and `#` or `//`. */
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
    sniff: (head, name) => properties_NAMES.test(name) && (head.length === 0 || looksLikeText(head)),
    when: 'always',
    read: properties_read,
};
function* properties_read(entry, wanted) {
    const source = sourceText(entry.bytes);
    const pairs = [...pairsOf(source.text, entry.name)];
    yield* readPairs(entry, source, pairs, wanted);
    const rest = pairs_hitsOutside(source, entry.hits, pairs);
    yield* readSpans(entry, rest, lineSpan, (from, index) => source_text_placeAt(entry, from, index));
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
/** Arrays and objects are no single value: hits in them are read as literals. */
function pairOf(text, match, at, end, section, resolve) {
    const { start, end: stop } = rawValue(text, at + match[0].length, end);
    const raw = text.slice(start, stop);
    const key = match[1] ?? '';
    if (raw.startsWith('[') || raw.startsWith('{'))
        return undefined;
    return { key, value: resolve(raw), start, end: stop, locator: `${section}${key}` };
}
/** `//` begins a comment in an .xcconfig, so that URLs are written with an empty reference between the slashes. */
function withoutEmptyReference(raw) {
    return raw.replaceAll('$()', '');
}
/** End of the line; a backslash right before it joins the next line to it. */
function lineEnd(text, from) {
    let end = text.indexOf('\n', from);
    while (end !== -1 && text[end - 1] === '\\')
        end = text.indexOf('\n', end + 1);
    return end === -1 ? text.length : end;
}
/** The value without quotes, or up to a comment. */
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
/** The names of the source, which Gradle puts beside the shortened ones of an app bundle. */
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
    read: function* (entry) {
        // Text in memory until the artifact's classes are known; the buffer may be used again for the next entry.
        yield { type: 'mapping', text: entry.bytes.toString('latin1') };
    },
};

;// CONCATENATED MODULE: ./lib/formats/raw.js

/**
 * Bytes of whatever format, read as the 8-bit or UTF-16 run around each hit. Literals that a compiler runs together (Rust,
 * Go) come as one run; the backends' grammars find the names in it.
 */
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
        read: readRuns,
    };
}
function* readRuns(entry) {
    // Hits of a piece are counted in the piece's own bytes.
    for (const run of runsAround(entry.bytes, entry.hits)) {
        const place = { ...entry.place, offset: entry.base + run.offset };
        const around = () => stringsNear(entry.bytes, run).map(({ value, offset }) => ({ value, at: offset - run.offset }));
        yield { type: 'text', text: { value: run.value, place, around } };
    }
}
const realm = rawFormat('realm', 'Realm database', { blind: 'Encrypted files.', source: ['https://github.com/realm/realm-core'] }, 
// The first of the four as a byte: every entry of every app is asked.
(head) => head[16] === 0x54 && head.toString('latin1', 16, 20) === 'T-DB');
const nib = rawFormat('nib', 'Compiled interface (nib)', {
    source: [
        'https://developer.apple.com/library/archive/documentation/Cocoa/Conceptual/LoadingResources/CocoaNibs/CocoaNibs.html',
    ],
}, (head) => head.toString('latin1', 0, 10) === 'NIBArchive', { hint: { begins: ['NI'] } });
/** Reads everything that no other format does: last in the registry. */
const raw = rawFormat('raw', 'Any other bytes', { blind: 'What is compressed (gzip, Brotli, data in Assets.car), encrypted or encoded in another way than base64.' }, () => true);

;// CONCATENATED MODULE: ./lib/formats/sqlite/columns.js
/**
 * The column names in a CREATE TABLE statement, in the order of the record. Empty where the record may hold them in another
 * order or number: tables without row ids put the primary key first, generated columns need not be stored.
 */
function columnNames(sql) {
    const open = sql.indexOf('(');
    if (open === -1 || /\bwithout\s{1,20}rowid\b/i.test(sql.slice(-200)) || /\bas\s{0,20}\(/i.test(sql))
        return [];
    const names = [];
    for (const definition of definitionsIn(sql, open + 1)) {
        const name = columns_nameOf(definition);
        if (/^(?:constraint|primary|unique|check|foreign)$/i.test(name) && !/^["`[]/.test(definition))
            break;
        names.push(name);
    }
    return names;
}
/** What stands between the commas of the outermost parentheses. */
function* definitionsIn(sql, from) {
    let depth = 0;
    let start = from;
    for (let at = from; at < sql.length; at += 1) {
        const character = sql[at] ?? '';
        if ('"\'`['.includes(character)) {
            const close = sql.indexOf(character === '[' ? ']' : character, at + 1);
            if (close === -1)
                return;
            at = close;
        }
        else if (character === '(') {
            depth += 1;
        }
        else if (character === ')' && depth > 0) {
            depth -= 1;
        }
        else if (depth === 0 && (character === ',' || character === ')')) {
            yield sql.slice(start, at).trim();
            if (character === ')')
                return;
            start = at + 1;
        }
    }
}
function columns_nameOf(definition) {
    const quote = definition[0] ?? '';
    if ('"\'`['.includes(quote) && quote !== '') {
        const close = definition.indexOf(quote === '[' ? ']' : quote, 1);
        return definition.slice(1, close === -1 ? undefined : close);
    }
    return /^\S{0,200}/.exec(definition)?.[0] ?? '';
}

;// CONCATENATED MODULE: ./lib/formats/sqlite/database.js
const HEADER = 100;
const MAX_COLUMNS = 2_000;
const MAX_PAYLOAD = 64 * 1024 * 1024;
const LEAF_TABLE = 0x0d;
const LEAF_INDEX = 0x0a;
const INNER_TABLE = 0x05;
const INNER_INDEX = 0x02;
/** Undefined where the header is none (section 1.3). */
function openDatabase(bytes) {
    if (bytes.length < HEADER)
        return undefined;
    const size = bytes.readUInt16BE(16);
    const pageSize = size === 1 ? 65_536 : size;
    const usable = pageSize - (bytes[20] ?? 0);
    if (pageSize < 512 || (pageSize & (pageSize - 1)) !== 0 || usable < 480)
        return undefined;
    const code = bytes.readUInt32BE(56);
    const encoding = code === 2 ? 'utf16le' : code === 3 ? 'utf16be' : 'utf8';
    return { bytes, pageSize, usable, encoding, seen: new Set(), broken: new Set() };
}
/** The cells that carry records below a root page, a table's in the order of its row ids. */
function* cellsOf(database, root) {
    const waiting = [root];
    for (let page = waiting.pop(); page !== undefined; page = waiting.pop()) {
        if (!enter(database, page))
            continue;
        const { cells, children } = pageOf(database, page, partsOf);
        yield* cells;
        waiting.push(...children.reverse());
    }
}
/** The other cells of the page that a cell begins on, as far as they stand on it whole: to look at them again reads nothing else. */
function cellsBeside(database, cell) {
    const start = cell.parts[0]?.start ?? 0;
    const page = Math.floor(start / database.pageSize) + 1;
    const again = { ...database, broken: new Set() };
    return pageOf(again, page, partsOnPage).cells.filter(({ parts }) => parts[0]?.start !== start);
}
/** False for a page that is not there or was read before. */
function enter(database, page) {
    if (page < 1 || (page - 1) * database.pageSize >= database.bytes.length) {
        database.broken.add(page);
        return false;
    }
    if (database.seen.has(page))
        return false;
    database.seen.add(page);
    return true;
}
/** Section 1.6: header, cell pointers, cells; the first page begins behind the header of the file. */
function pageOf(database, page, partsOfCell) {
    const { bytes, pageSize } = database;
    const start = (page - 1) * pageSize;
    const end = Math.min(bytes.length, start + database.usable);
    const header = start + (page === 1 ? HEADER : 0);
    const kind = bytes[header] ?? 0;
    const inner = kind === INNER_TABLE || kind === INNER_INDEX;
    if (!inner && kind !== LEAF_TABLE && kind !== LEAF_INDEX) {
        database.broken.add(page);
        return { cells: [], children: [] };
    }
    const pointers = header + (inner ? 12 : 8);
    const cells = [];
    const children = [];
    for (let index = 0; index < (database_u16(bytes, header + 3) ?? 0); index += 1) {
        const at = start + (database_u16(bytes, pointers + 2 * index) ?? 0);
        if (at < pointers || at + 4 > end || pointers + 2 * index + 2 > end) {
            database.broken.add(page);
            break;
        }
        if (inner)
            children.push(bytes.readUInt32BE(at));
        const cell = kind === INNER_TABLE ? undefined : cellAt(database, inner ? at + 4 : at, end, kind === LEAF_TABLE, partsOfCell);
        if (cell !== undefined)
            cells.push(cell);
        else if (kind !== INNER_TABLE)
            database.broken.add(page);
    }
    if (inner && header + 12 <= end)
        children.push(bytes.readUInt32BE(header + 8));
    return { cells, children };
}
/** Length of the payload, row id in a table, payload, first overflow page. */
function cellAt(database, at, end, table, partsOfCell) {
    const size = database_varint(database.bytes, at, end);
    if (size === undefined || size.value > MAX_PAYLOAD)
        return undefined;
    const rowid = table ? database_varint(database.bytes, size.next, end) : undefined;
    if (table && rowid === undefined)
        return undefined;
    const parts = partsOfCell(database, rowid?.next ?? size.next, end, Number(size.value), table);
    return parts === undefined ? undefined : { rowid: rowid?.value, parts };
}
/** The payload in its cell and the chain of pages with the rest (section 1.6, "overflow pages"). */
function partsOf(database, at, end, size, table) {
    const { bytes, usable, pageSize } = database;
    const local = sizeInCell(usable, size, table);
    if (at + local > end)
        return undefined;
    const parts = [{ start: at, end: at + local }];
    let left = size - local;
    let next = left > 0 ? (database_u32(bytes, at + local) ?? 0) : 0;
    while (left > 0) {
        if (!enter(database, next))
            return undefined;
        const start = (next - 1) * pageSize;
        const taken = Math.min(left, usable - 4);
        if (start + 4 + taken > bytes.length)
            return undefined;
        parts.push({ start: start + 4, end: start + 4 + taken });
        left -= taken;
        next = bytes.readUInt32BE(start);
    }
    return parts;
}
/** The payload where it stands in its cell whole. */
function partsOnPage({ usable }, at, end, size, table) {
    return at + size <= end && sizeInCell(usable, size, table) === size ? [{ start: at, end: at + size }] : undefined;
}
/** Bytes of a payload that stand in its cell (section 1.6). */
function sizeInCell(usable, size, table) {
    const most = table ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
    const least = Math.floor(((usable - 12) * 32) / 255) - 23;
    const spill = least + ((size - least) % (usable - 4));
    return size <= most ? size : spill <= most ? spill : least;
}
function payloadOf(database, cell) {
    const [only] = cell.parts;
    if (only !== undefined && cell.parts.length === 1)
        return database.bytes.subarray(only.start, only.end);
    return Buffer.concat(cell.parts.map(({ start, end }) => database.bytes.subarray(start, end)));
}
/** Where in the file a byte of the payload stands. */
function database_fileOffset(cell, offset) {
    let left = offset;
    for (const { start, end } of cell.parts) {
        if (left < end - start)
            return start + left;
        left -= end - start;
    }
    return cell.parts.at(-1)?.end ?? 0;
}
/** Bytes that a serial type takes (section 2.1); blobs from 12, texts from 13. */
const database_SIZES = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0];
/** The columns of a record: header length, serial types, contents. Undefined where they do not add up. */
function database_valuesOf(payload) {
    const header = database_varint(payload, 0, payload.length);
    if (header === undefined || header.value > payload.length)
        return undefined;
    const values = [];
    let content = Number(header.value);
    for (let at = header.next; at < Number(header.value);) {
        const serial = database_varint(payload, at, Number(header.value));
        if (serial === undefined || serial.value > 2 * MAX_PAYLOAD || values.length >= MAX_COLUMNS)
            return undefined;
        const type = Number(serial.value);
        const size = type < 12 ? (database_SIZES[type] ?? 0) : (type - 12 - (type % 2)) / 2;
        if (content + size > payload.length)
            return undefined;
        values.push({ type: typeOf(type), start: content, end: content + size });
        content += size;
        at = serial.next;
    }
    return values;
}
function typeOf(serial) {
    if (serial === 0)
        return 'null';
    if (serial < 12)
        return 'number';
    return serial % 2 === 0 ? 'blob' : 'text';
}
function database_textOf(database, payload, value) {
    const { encoding } = database;
    if (encoding !== 'utf16be')
        return payload.toString(encoding, value.start, value.end);
    const size = (value.end - value.start) & ~1;
    return Buffer.from(payload.subarray(value.start, value.start + size))
        .swap16()
        .toString('utf16le');
}
/** Up to nine bytes, seven bits each but for the last, highest first. */
function database_varint(bytes, at, end) {
    let value = 0n;
    for (let index = 0; index < 9; index += 1) {
        const byte = bytes[at + index];
        if (byte === undefined || at + index >= end)
            return undefined;
        if (index === 8)
            return { value: BigInt.asIntN(64, (value << 8n) | BigInt(byte)), next: at + 9 };
        value = (value << 7n) | BigInt(byte & 0x7f);
        if (byte < 0x80)
            return { value, next: at + index + 1 };
    }
    return undefined;
}
function database_u16(bytes, at) {
    return at + 2 <= bytes.length ? bytes.readUInt16BE(at) : undefined;
}
function database_u32(bytes, at) {
    return at + 4 <= bytes.length ? bytes.readUInt32BE(at) : undefined;
}

;// CONCATENATED MODULE: ./lib/formats/sqlite.js




const MAX_TABLES = 10_000;
const sqlite_NEIGHBOUR_MAX_LENGTH = 4_096;
/** Columns of a table of settings: a number of the row beside name and value. */
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
    read: sqlite_read,
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
    // An index says again what its table says.
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
/** A row of the schema table: type, name, tbl_name, rootpage, sql (section 2.6). */
function objectOf(database, cell) {
    const payload = payloadOf(database, cell);
    const [type, name, , rootPage, sql] = database_valuesOf(payload) ?? [];
    if (type === undefined || name === undefined || rootPage?.type !== 'number' || sql === undefined)
        return undefined;
    const size = rootPage.end - rootPage.start;
    const root = size === 0 || size > 6 ? 0 : payload.readUIntBE(rootPage.start, size);
    // A view or a virtual table has no tree.
    if (root === 0)
        return undefined;
    const columns = columnNames(database_textOf(database, payload, sql));
    return { type: database_textOf(database, payload, type), table: { name: database_textOf(database, payload, name), root, columns } };
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
    // The search sees what stands in one piece, but for UTF-16 of the other byte order.
    const plain = cell.parts.length === 1 && database.encoding !== 'utf16be';
    if (!hit && plain && !table.columns.some((name) => wanted.key(name)))
        return;
    const payload = payloadOf(database, cell);
    const values = database_valuesOf(payload) ?? [];
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
    const value = database_textOf(row.database, row.payload, column);
    const key = row.table.columns[index];
    if (!wanted.text(value) && !(key !== undefined && value !== '' && wanted.key(key)))
        return;
    if (value.length > MAX_TEXT_LENGTH) {
        yield { type: 'entry', name: locator.replace(/^sqlite /, ''), bytes: Buffer.from(value) };
        return;
    }
    const place = { ...entry.place, offset: entry.base + database_fileOffset(row.cell, column.start), locator };
    const text = {
        value,
        place,
        around: () => [...sqlite_neighbours(row, index), ...rowsBeside(row, index)].slice(0, MAX_NEIGHBOURS),
    };
    yield { type: 'text', text: key === undefined ? text : { ...text, key } };
}
/** The other columns of the row. */
function sqlite_neighbours(row, index) {
    const found = [];
    for (const [other, value] of row.values.entries()) {
        if (other === index || value.type !== 'text' || value.end - value.start > sqlite_NEIGHBOUR_MAX_LENGTH)
            continue;
        const key = row.table.columns[other];
        const text = database_textOf(row.database, row.payload, value);
        found.push(key === undefined ? { value: text } : { value: text, key });
        if (found.length >= MAX_NEIGHBOURS)
            break;
    }
    return found;
}
/** The same column in the rows on the same page, each under what its first other text says: `secret_key | \u2026`. */
function rowsBeside({ database, cell, values }, index) {
    if (values.length > NAME_AND_VALUE)
        return [];
    return cellsBeside(database, cell).flatMap((other) => {
        const payload = payloadOf(database, other);
        const texts = (database_valuesOf(payload) ?? []).map((value) => value.type === 'text' && value.end - value.start <= sqlite_NEIGHBOUR_MAX_LENGTH
            ? database_textOf(database, payload, value)
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
/** Localised strings in their text form, `"key" = "value";`; the compiled form is a property list. */
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
    read: strings_readStrings,
};
function* strings_readStrings(entry, wanted) {
    const { text, offsetOf } = strings_decode(entry.bytes);
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
        yield { type: 'text', text: { value, key: pair.key, place, around: () => strings_neighboursOf(pairs, index) } };
    }
    if (rest !== undefined) {
        yield { type: 'problem', kind: 'malformed', reason: `.strings file ends in the middle, at character ${rest}` };
    }
}
function strings_neighboursOf(pairs, index) {
    const found = [];
    for (let distance = 1; distance < pairs.length && found.length < MAX_NEIGHBOURS; distance += 1) {
        for (const pair of [pairs[index - distance], pairs[index + distance]]) {
            if (pair !== undefined)
                found.push({ key: pair.key, value: pair.value.slice(0, MAX_TEXT_LENGTH) });
        }
    }
    return found.slice(0, MAX_NEIGHBOURS);
}
/** By byte order mark; without one, by where the zero byte of the first character stands (RFC 4627 section 3 does so too). */
function strings_decode(bytes) {
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
/** Line and column of a character, 1-based, for ascending indices. */
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
/** `rest` is where reading had to end, if it was before the end of the text. */
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
        // `key;` means a value that is the key itself.
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
/** Past white space, `/* \u2026 *\/` and `// \u2026`; an open comment reaches to the end. */
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
/** A quoted string, or a bare word of letters, digits and `_ - . / : $`. */
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

;// CONCATENATED MODULE: ./lib/formats/lzma.js
/**
 * LZMA as in the LZMA SDK (lzma-specification.txt): a range coder over adaptive bits, literals and matches. Bounded by the
 * size that the caller allows; the output is the dictionary. Undefined where the data is malformed.
 */
const TOP = 0x0100_0000;
const HALF = 1_024;
const POSITION_STATES = 16;
/** Ends of the ranges that length and distance slots stand for. */
const END_POSITION_MODEL = 14;
const FULL_DISTANCES = 128;
/** `properties`: the byte of lc, lp and pb, and the u32 dictionary size. */
function lzmaStream(properties, source, size) {
    const packed = properties[0] ?? 255;
    if (packed >= 9 * 5 * 5 || source.length < 5 || source[0] !== 0)
        return undefined;
    const lc = packed % 9;
    const lp = Math.floor(packed / 9) % 5;
    const pb = Math.floor(packed / 45);
    const coder = { source, at: 5, range: 0xffff_ffff, code: source.readUInt32BE(1) };
    return lzma_decode(coder, modelOf(lc, lp, pb), Buffer.alloc(size));
}
function probabilities(count) {
    return new Uint16Array(count).fill(HALF);
}
function lengthModel() {
    return {
        choice: probabilities(2),
        low: probabilities(POSITION_STATES * 8),
        middle: probabilities(POSITION_STATES * 8),
        high: probabilities(256),
    };
}
function modelOf(lc, lp, pb) {
    return {
        lc,
        literalMask: (1 << lp) - 1,
        positionMask: (1 << pb) - 1,
        literals: probabilities(0x300 << (lc + lp)),
        isMatch: probabilities(12 * POSITION_STATES),
        isRepeat: probabilities(12),
        isRepeat0: probabilities(12),
        isRepeat1: probabilities(12),
        isRepeat2: probabilities(12),
        isLongRepeat0: probabilities(12 * POSITION_STATES),
        slots: probabilities(4 * 64),
        distances: probabilities(1 + FULL_DISTANCES - END_POSITION_MODEL),
        align: probabilities(16),
        length: lengthModel(),
        repeatLength: lengthModel(),
    };
}
/** One bit, and its probability moved towards it. Beyond the end of the source come zeros, which the caller notices. */
function bit(coder, model, index) {
    const probability = model[index];
    const bound = (coder.range >>> 11) * probability;
    const one = coder.code >= bound;
    if (one) {
        model[index] = probability - (probability >>> 5);
        coder.code = (coder.code - bound) >>> 0;
        coder.range = (coder.range - bound) >>> 0;
    }
    else {
        model[index] = probability + ((2_048 - probability) >>> 5);
        coder.range = bound;
    }
    normalize(coder);
    return one ? 1 : 0;
}
function normalize(coder) {
    if (coder.range >= TOP)
        return;
    coder.range = (coder.range << 8) >>> 0;
    coder.code = ((coder.code << 8) | (coder.source[coder.at] ?? 0)) >>> 0;
    coder.at += 1;
}
function directBits(coder, count) {
    let value = 0;
    for (let index = 0; index < count; index += 1) {
        coder.range >>>= 1;
        const one = coder.code >= coder.range;
        if (one)
            coder.code = (coder.code - coder.range) >>> 0;
        value = value * 2 + (one ? 1 : 0);
        normalize(coder);
    }
    return value;
}
function tree(coder, model, base, bits) {
    let node = 1;
    for (let index = 0; index < bits; index += 1)
        node = (node << 1) | bit(coder, model, base + node);
    return node - (1 << bits);
}
function reverseTree(coder, model, base, bits) {
    let node = 1;
    let value = 0;
    for (let index = 0; index < bits; index += 1) {
        const one = bit(coder, model, base + node);
        node = (node << 1) | one;
        value |= one << index;
    }
    return value;
}
function lengthOf(coder, model, position) {
    if (bit(coder, model.choice, 0) === 0)
        return tree(coder, model.low, position * 8, 3);
    if (bit(coder, model.choice, 1) === 0)
        return 8 + tree(coder, model.middle, position * 8, 3);
    return 16 + tree(coder, model.high, 0, 8);
}
function distanceOf(coder, model, length) {
    const slot = tree(coder, model.slots, Math.min(length, 3) * 64, 6);
    if (slot < 4)
        return slot;
    const bits = (slot >>> 1) - 1;
    const base = (2 | (slot & 1)) * 2 ** bits;
    if (slot < END_POSITION_MODEL)
        return base + reverseTree(coder, model.distances, base - slot, bits);
    return base + directBits(coder, bits - 4) * 16 + reverseTree(coder, model.align, 0, 4);
}
function literal(coder, model, target, to, state, distance) {
    const before = to === 0 ? 0 : target[to - 1];
    const context = ((to & model.literalMask) << model.lc) + (before >>> (8 - model.lc));
    const base = 0x300 * context;
    let symbol = 1;
    if (state >= 7) {
        let matched = target[to - distance - 1];
        while (symbol < 0x100) {
            const expected = (matched >>> 7) & 1;
            matched <<= 1;
            const one = bit(coder, model.literals, base + ((1 + expected) << 8) + symbol);
            symbol = (symbol << 1) | one;
            if (expected !== one)
                break;
        }
    }
    while (symbol < 0x100)
        symbol = (symbol << 1) | bit(coder, model.literals, base + symbol);
    target[to] = symbol & 0xff;
}
function lzma_decode(coder, model, target) {
    let state = 0;
    let [first, second, third, fourth] = [0, 0, 0, 0];
    let to = 0;
    while (to < target.length) {
        if (coder.at > coder.source.length + 8)
            return undefined;
        const position = to & model.positionMask;
        if (bit(coder, model.isMatch, (state << 4) + position) === 0) {
            if (state >= 7 && first >= to)
                return undefined;
            literal(coder, model, target, to, state, first);
            to += 1;
            state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
            continue;
        }
        let length;
        if (bit(coder, model.isRepeat, state) === 0) {
            [fourth, third, second] = [third, second, first];
            length = lengthOf(coder, model.length, position);
            state = state < 7 ? 7 : 10;
            first = distanceOf(coder, model, length);
            // The end marker.
            if (first === 0xffff_ffff)
                return target.subarray(0, to);
        }
        else {
            if (to === 0)
                return undefined;
            if (bit(coder, model.isRepeat0, state) === 0) {
                if (bit(coder, model.isLongRepeat0, (state << 4) + position) === 0) {
                    if (first >= to)
                        return undefined;
                    target[to] = target[to - first - 1];
                    to += 1;
                    state = state < 7 ? 9 : 11;
                    continue;
                }
            }
            else if (bit(coder, model.isRepeat1, state) === 0) {
                [first, second] = [second, first];
            }
            else if (bit(coder, model.isRepeat2, state) === 0) {
                [first, second, third] = [third, first, second];
            }
            else {
                [first, second, third, fourth] = [fourth, first, second, third];
            }
            length = lengthOf(coder, model.repeatLength, position);
            state = state < 7 ? 8 : 11;
        }
        if (first >= to)
            return undefined;
        const end = Math.min(target.length, to + length + 2);
        for (; to < end; to += 1)
            target[to] = target[to - first - 1];
    }
    return target;
}

;// CONCATENATED MODULE: ./lib/formats/unity/archive.js


const INFO_AT_END = 0x80;
const PADDED = 0x200;
const COMPRESSION = 0x3f;
const MAX_INFO = 16 * 1024 * 1024;
const archive_MAX_TOTAL = 512 * 1024 * 1024;
/** LZMA decodes at some megabytes a second. */
const MAX_LZMA = 96 * 1024 * 1024;
const MAX_BLOCKS = 1_000_000;
const MAX_FILES = 100_000;
function openArchive(bytes) {
    const header = archive_headerOf(bytes);
    if (header === undefined)
        return { type: 'malformed', reason: 'Unity archive with a header that does not add up' };
    if (header.infoPacked > bytes.length || header.infoSize > MAX_INFO) {
        return { type: 'malformed', reason: 'Unity archive with a block table larger than it can be' };
    }
    // From version 7 on, what follows the header is aligned.
    const behind = header.version >= 7 ? align16(header.end) : header.end;
    const atEnd = (header.flags & INFO_AT_END) !== 0;
    const infoAt = atEnd ? bytes.length - header.infoPacked : behind;
    const packed = bytes.subarray(infoAt, infoAt + header.infoPacked);
    const table = archive_unpacked(packed, header.infoSize, header.flags & COMPRESSION);
    const info = table === undefined ? undefined : infoOf(table);
    if (info === undefined) {
        return { type: 'unsupported', reason: 'Unity archive whose block table is encrypted or of an unknown compression' };
    }
    const after = atEnd ? behind : infoAt + header.infoPacked;
    return filesOf(bytes, (header.flags & PADDED) === 0 ? after : align16(after), info);
}
function align16(at) {
    return (at + 15) & ~15;
}
/** Signature, u32 version, two versions of Unity, i64 size, sizes of the block table, flags; big-endian. */
function archive_headerOf(bytes) {
    const version = archive_stringEnd(bytes, 12, 64);
    const revision = version === undefined ? undefined : archive_stringEnd(bytes, version, 64);
    if (revision === undefined || revision + 20 > bytes.length)
        return undefined;
    return {
        version: bytes.readUInt32BE(8),
        size: Number(bytes.readBigUInt64BE(revision)),
        infoPacked: bytes.readUInt32BE(revision + 8),
        infoSize: bytes.readUInt32BE(revision + 12),
        flags: bytes.readUInt32BE(revision + 16),
        end: revision + 20,
    };
}
/** Index behind the NUL that ends a string. */
function archive_stringEnd(bytes, from, most) {
    const nul = bytes.indexOf(0, from);
    return nul === -1 || nul - from > most ? undefined : nul + 1;
}
/** Hash of 16 bytes, blocks {u32 size, u32 packed, u16 flags}, files {i64 offset, i64 size, u32 flags, path}. */
function infoOf(table) {
    if (table.length < 20)
        return undefined;
    const blockCount = table.readUInt32BE(16);
    let at = 20 + 10 * blockCount;
    if (blockCount > MAX_BLOCKS || at + 4 > table.length)
        return undefined;
    const blocks = Array.from({ length: blockCount }, (_, index) => ({
        size: table.readUInt32BE(20 + 10 * index),
        packed: table.readUInt32BE(24 + 10 * index),
        compression: table.readUInt16BE(28 + 10 * index) & COMPRESSION,
    }));
    const fileCount = table.readUInt32BE(at);
    at += 4;
    if (fileCount > MAX_FILES)
        return undefined;
    const files = [];
    for (let index = 0; index < fileCount; index += 1) {
        const end = at + 20 > table.length ? undefined : archive_stringEnd(table, at + 20, 1_024);
        if (end === undefined)
            return undefined;
        files.push({
            offset: Number(table.readBigUInt64BE(at)),
            size: Number(table.readBigUInt64BE(at + 8)),
            path: table.toString('utf8', at + 20, end - 1),
        });
        at = end;
    }
    return { blocks, files };
}
function filesOf(bytes, start, { blocks, files }) {
    const total = blocks.reduce((sum, block) => sum + block.size, 0);
    const lzma = blocks.reduce((sum, block) => sum + (block.compression === 1 ? block.size : 0), 0);
    if (total > archive_MAX_TOTAL || lzma > MAX_LZMA) {
        const most = total > archive_MAX_TOTAL ? archive_MAX_TOTAL : MAX_LZMA;
        return { type: 'limit', reason: `Unity archive of ${total} bytes unpacked, more than ${most}: not opened` };
    }
    const content = Buffer.alloc(total);
    const missing = [];
    let from = start;
    let to = 0;
    for (const block of blocks) {
        const plain = archive_unpacked(bytes.subarray(from, from + block.packed), block.size, block.compression);
        if (plain === undefined)
            missing.push({ start: to, end: to + block.size });
        else
            plain.copy(content, to);
        from += block.packed;
        to += block.size;
    }
    const isWhole = (file) => file.offset + file.size <= total &&
        !missing.some((gap) => gap.start < file.offset + file.size && gap.end > file.offset);
    return {
        type: 'files',
        files: files.map(({ path, offset, size }) => ({ path, bytes: content.subarray(offset, offset + size) })),
        missing: files.filter((file) => !isWhole(file)).map(({ path }) => path),
    };
}
/** 0 none, 1 LZMA behind its five bytes of properties, 2 and 3 LZ4. */
function archive_unpacked(packed, size, compression) {
    if (compression === 0)
        return packed.length >= size ? packed.subarray(0, size) : undefined;
    const plain = compression === 1
        ? lzmaStream(packed.subarray(0, 5), packed.subarray(5), size)
        : compression <= 3
            ? lz4Block(packed, size)
            : undefined;
    return plain?.length === size ? plain : undefined;
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
    read: unity_archive_read,
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


/**
 * A file of serialized Unity objects: scenes (`level0`), `sharedassets0.assets`, `resources.assets`, the `CAB-\u2026` files of an
 * archive. Each string is a u32 length, UTF-8, and zeros up to the next four bytes, whatever the object.
 */
const UNITY_VERSION = /^[1-9]\d{0,3}\.\d{1,2}\.\d{1,3}[a-z]\d/;
/** The editor's version stands behind the header, which has grown with format 22. */
const VERSION_AT = [20, 48];
const MAX_STRING = 16 * 1024 * 1024;
/** A text of this length that begins as JSON or XML is a file of its own: a TextAsset. */
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
    read: unity_assets_read,
};
function* unity_assets_read(entry) {
    const { bytes } = entry;
    let readTo = 0;
    const loose = [];
    for (const hit of entry.hits) {
        if (hit.offset < readTo)
            continue;
        const string = hit.encoding === 'latin1' ? unity_assets_stringOver(bytes, hit, readTo) : undefined;
        if (string === undefined) {
            loose.push(hit);
            continue;
        }
        readTo = string.end;
        const value = bytes.toString('utf8', string.offset, string.end);
        if (isFile(value)) {
            const name = unity_assets_nameBefore(bytes, string.offset - 4) ?? `text at ${string.offset}`;
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
/**
 * The string over a hit. Its length is below 16 MiB, so that the byte before its first character is zero: walking back over
 * text ends at its start. Nothing before `floor`, where the last string ended, is walked over again.
 */
function unity_assets_stringOver(bytes, hit, floor) {
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
/** The name of a text asset is the string right before its text. `at`: where the length of the text stands. */
function unity_assets_nameBefore(bytes, at) {
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


/**
 * IL2CPP metadata. String literals are UTF-8 without separators, so only the table tells where one ends. Layouts:
 * LibCpp2IL, Il2CppGlobalMetadataHeader.cs and Il2CppStringLiteral.cs (MIT).
 */
const unity_metadata_MAGIC = 0xfab1_1baf;
const unity_metadata_NAME = /(?:^|\/)global-metadata\.dat$/;
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
    hint: { begins: ['\xaf\x1b'], names: unity_metadata_NAME },
    sniff: (head, name) => (head.length >= 8 && head.readUInt32LE(0) === unity_metadata_MAGIC) || unity_metadata_NAME.test(name),
    when: 'always',
    read: unity_metadata_read,
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
    const literals = unity_metadata_literalsOf(bytes);
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
/** The version field may be forged, so each layout is tried until one adds up; the likeliest by version comes first. */
function unity_metadata_literalsOf(bytes) {
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
/** Versions 15 to 31: {u32 length, i32 index of the data}. */
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
/** Version 35: only where the data begins; it ends where the next one begins. */
function startTable(bytes) {
    const [table, size, data, dataSize] = [8, 12, 16, 20].map((at) => bytes.readUInt32LE(at));
    return starts(bytes, table, size, data, dataSize);
}
/** Versions 38 and 39: each section of the header is {offset, size, count}. */
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
/** Every literal lies in the data and none has a negative length. */
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
const xml_text_MAX_WITHOUT_HITS = 4 * 1024 * 1024;
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
    sniff: (head, name) => looksLikeXml(head, name) && looksLikeText(head),
    when: 'always',
    read: xml_text_read,
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
    const rest = pairs_hitsOutside(source, entry.hits, pairs);
    yield* readSpans(entry, rest, lineSpan, (from, index) => source_text_placeAt(entry, from, index));
}
/** Android resource elements whose text is a value under a name. */
const RESOURCES = new Set(['string', 'item', 'string-array', 'plurals', 'integer', 'bool']);
/** Attributes and element texts as pairs, in order; comments left out. */
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
            at = xml_text_behind(text, '-->', at + 4);
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
            // Behind a closing tag comes no text of the element any more, but a sibling\u2019s key still holds in a plist.
            if (text[at + 1] === '/') {
                element = '';
                name = undefined;
            }
            at = xml_text_behind(text, '>', at + 1);
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
        // `<meta-data android:name="K" android:value="V">`, `<preference name="K" value="V">`: the value stands under K.
        const key = name !== undefined && /^(?:value|resource|content|default|string)$/.test(attribute) ? name : attribute;
        const locator = name === undefined ? `${tag.name}@${full}` : `${tag.name}[${name}]@${full}`;
        return { key, value: unescapeXml(text.slice(start, end)), start, end, locator };
    });
}
const xml_text_MAX_ATTRIBUTES = 256;
function tagAt(text, at) {
    const namePattern = /<([A-Za-z_][\w.:-]{0,200})?/y;
    namePattern.lastIndex = at;
    const name = namePattern.exec(text)?.[1] ?? '';
    const attributes = [];
    const pattern = /\s{0,1000}(?:([A-Za-z_][\w.:-]{0,200})\s{0,100}=\s{0,100}(["'])|\/?>|[^\s>])/y;
    pattern.lastIndex = at + 1 + name.length;
    while (attributes.length < xml_text_MAX_ATTRIBUTES) {
        const match = pattern.exec(text);
        if (match === null)
            return { name, attributes, end: Math.max(at + 1, xml_text_behind(text, '>', at + 1)) };
        if (match[0].endsWith('>'))
            return { name, attributes, end: pattern.lastIndex };
        if (match[1] === undefined)
            continue;
        const start = pattern.lastIndex;
        const end = orEnd(text, text.indexOf(match[2] ?? '"', start));
        attributes.push({ name: match[1], start, end });
        pattern.lastIndex = Math.min(end + 1, text.length);
    }
    return { name, attributes, end: xml_text_behind(text, '>', pattern.lastIndex) };
}
function xml_text_nameOf(text, attributes) {
    const attribute = attributes.find(({ name }) => /^(?:[\w-]{1,40}:)?(?:name|key|id)$/.test(name));
    return attribute === undefined ? undefined : unescapeXml(text.slice(attribute.start, attribute.end));
}
/** Android resource strings have escapes and quotes of their own. */
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
function xml_text_behind(text, literal, from) {
    const at = text.indexOf(literal, from);
    return at === -1 ? text.length : at + literal.length;
}
function orEnd(text, at) {
    return at === -1 ? text.length : at;
}

;// CONCATENATED MODULE: ./lib/formats/registry.js


























/** Every format, most specific first: the first whose sniff says yes reads the entry. The last reads any bytes. */
const FORMATS = [
    ...[androidManifest, binaryXml, arsc, dex, bundleManifest, bundleXml, bundleTable, r8Mapping, javaClass],
    ...[plist, mobileprovision, strings, nib],
    ...[hermes, dotnetStore, dotnetAssembly, unityMetadata, unityArchive, unityAssets],
    ...[macho, elf, dartSnapshot, dartKernel, sqlite, realm],
    ...[json, xmlText, properties, jsBundle, text_text],
    raw,
];

;// CONCATENATED MODULE: ./lib/reading-options.js




/** What artifacts are read with, in whichever thread; `once` leaves out contents that were read before. */
function readOptions(search, once) {
    const always = compileAlways(FORMATS);
    return {
        search,
        always: (head, name) => always(head, name) || mayBeMisplaced(name, head),
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
/** Bytes that wait to be looked at; one parcel alone may be larger. */
const MOST_AHEAD = 16 * reader_MiB;
/** Bytes that were sent and that nobody has begun to look at. */
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
/** Milliseconds after which a parcel goes off although there is room in it, where the other thread waits for it. */
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
    // While the main thread looks at the last of it; else it would wait for this one to be taken apart.
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
