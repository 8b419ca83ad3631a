import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
var __webpack_exports__ = {};

;// CONCATENATED MODULE: external "node:worker_threads"
const external_node_worker_threads_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");
;// CONCATENATED MODULE: ./lib/shared/filter/code.js
/** assembly.ts, compiled by scripts/filter.mjs: WebAssembly in base64. */
const CODE = [
    'AGFzbQEAAAABDwFgCn9/f39/f39/f38BfwIPAQNlbnYGbWVtb3J5AgAAAwIBAAcTAgZmaWx0ZXIAAAZtZW1vcnkCAAqvCQGsCQIP',
    'ewN/IAD9AAQAIQ0gAP0ABBAhDiAA/QAEICEPIAD9AAQwIRAgAP0ABEAhESAA/QAEUCESIAD9AARgIRMgAP0ABHAhFEF/IRoDQCAI',
    'IBpKBEAgCiANIAcgGkEEdGr9AAQAIhb9DA8PDw8PDw8PDw8PDw8PDw/9TiIV/Q4gDiAWQQT9jQH9DA8PDw8PDw8PDw8PDw8PDw/9',
    'TiIX/Q79TiIK/Q0NDg8QERITFBUWFxgZGhscIAsgDyAV/Q4gECAX/Q79TiIL/Q0ODxAREhMUFRYXGBkaGxwd/U4gEyAV/Q4gFCAX',
    '/Q79Tv1OIAwgESAV/Q4gEiAX/Q79TiIM/Q0PEBESExQVFhcYGRobHB0e/U4hFQJAIBpBAEgNAEEAIQAgFf1TBEAgFf0MAAAAAAAA',
    'AAAAAAAAAAAAAP0k/WQhGQNAIBkEQCAAIAEgGWgiGyAHIBpBBHRqakEDaygCAEH///8HcUGgwIABckGx893xeWwgAnYiAEEDdmot',
    'AAAgAEEHcXZBAXEgG3RyIQAgGSAZQQFrcSEZDAELCwsgFv0MICAgICAgICAgICAgICAgIP1x/QxfX19fX19fX19fX19fX19f/SYi',
    'F/0M//////////////////////03/aQBIhkEQCAAIAMgFv0MICAgICAgICAgICAgICAgIP1Q/QyxeTeesXk3nrF5N56xeTee/bUB',
    'IAT9rQEiFf0bACIAQQN2ai0AACAAQQdxdkEBcSADIBX9GwEiAEEDdmotAAAgAEEHcXZBAXFBAXRyIAMgFf0bAiIAQQN2ai0AACAA',
    'QQdxdkEBcUECdHIgAyAV/RsDIgBBA3ZqLQAAIABBB3F2QQFxQQN0ciAZcUEQdHIhAAsgFyAW/QwAAAAAAAAAAAAAAAAAAAAA/SMi',
    'GP0M/wD/AP8A/wD/AP8A/wD/AP1SIhX9DP/////////////////////9NyAYIBf9DP8A/wD/AP8A/wD/AP8A/wD9UiIX/Qz/////',
    '/////////////////Tf9UP2kASIZBEAgACAFIBb9DLF5N56xeTeesXk3nrF5N579tQEgBv2tASIY/RsAIgBBA3ZqLQAAIABBB3F2',
    'QQFxIAUgGP0bASIAQQN2ai0AACAAQQdxdkEBcUEBdHIgBSAY/RsCIgBBA3ZqLQAAIABBB3F2QQFxQQJ0ciAFIBj9GwMiAEEDdmot',
    'AAAgAEEHcXZBAXFBA3RyIBlxQRZ0ciEAIBX9DP/////////////////////91gEiFSAX/Qz/AAAAAAAAAP8AAAAAAAAA/VD9DP//',
    '///////////////////91gH9UP3EASIZBEAgACADIBYgFkEI/Y0BIBX9Uv0M/wD/AP8A/wD/AP8A/wD/AP1OIhUgFf1m/QwgICAg',
    'ICAgICAgICAgICAg/VD9DLF5N56xeTeesXk3nrF5N579tQEgBP2tASIV/RsAIgBBA3ZqLQAAIABBB3F2QQFxIAMgFf0bASIAQQN2',
    'ai0AACAAQQdxdkEBcUEBdHIgGXFBFHRyIQALCyAARQ0AIAkgGjYCACAJIAA2AgQgCUEIaiEJCyAaQQFqIRoMAQsLIAkL',
].join('');

;// CONCATENATED MODULE: ./lib/shared/filter/filter.js

/** Bytes looked at in one call: they stay in the processor's cache while they are copied and looked at. */
const PIECE = 128 * 1024;
const BLOCK = 16;
const GROUPS = 8;
/** Bits of the tables: some hundred for each word that is wanted, and what the processor's first cache holds. */
const WORD_BITS = 18;
const PAIR_BITS = 15;
const THREE_BITS = 15;
const HASH = 0x9e3779b1 | 0;
const PAGE = 64 * 1024;
const FOURS = 0;
/** Where the bytes go, with room for the block before them; behind them stand zeros. */
const BYTES = 1024;
const PASSED = BYTES + PIECE + 2 * BLOCK;
const BLOCKS = PIECE / BLOCK + 1;
const WORDS = PASSED + 8 * BLOCKS;
const PAIRS = WORDS + 2 ** (WORD_BITS - 3);
const THREES = PAIRS + 2 ** (PAIR_BITS - 3);
const SIZE = THREES + 2 ** (THREE_BITS - 3);
let compiled;
function createFilter() {
    compiled ??= new WebAssembly.Module(Buffer.from(CODE, 'base64'));
    const memory = new WebAssembly.Memory({ initial: Math.ceil(SIZE / PAGE) });
    const { filter } = new WebAssembly.Instance(compiled, { env: { memory } }).exports;
    const all = new Uint8Array(memory.buffer);
    return {
        addWord: (word) => setBit(all, WORDS, hashOf(word, WORD_BITS)),
        addPair: (word) => setBit(all, PAIRS, hashOf(word, PAIR_BITS)),
        addThree: (three) => setBit(all, THREES, hashOf(three, THREE_BITS)),
        addFour: (group, four) => {
            for (const [position, values] of four.entries()) {
                for (const value of values) {
                    const low = FOURS + 2 * BLOCK * position + (value & 15);
                    const high = FOURS + 2 * BLOCK * position + BLOCK + (value >>> 4);
                    all[low] = all[low] | (1 << group);
                    all[high] = all[high] | (1 << group);
                }
            }
        },
        run: (bytes, from) => {
            const to = Math.min(from + PIECE, bytes.length);
            const before = Math.min(from, BLOCK);
            const end = BYTES + to - from;
            all.fill(0, BYTES - BLOCK, BYTES);
            all.set(bytes.subarray(from - before, to), BYTES - before);
            all.fill(0, end, end + 2 * BLOCK);
            // Where the bytes end, one zero more: three of them that may be followed by anything end with it.
            const blocks = Math.ceil((to - from + (to === bytes.length ? 1 : 0)) / BLOCK);
            const shifts = { three: 32 - THREE_BITS, word: 32 - WORD_BITS, pair: 32 - PAIR_BITS };
            const out = filter(FOURS, THREES, shifts.three, WORDS, shifts.word, PAIRS, shifts.pair, BYTES, blocks, PASSED);
            return (out - PASSED) >>> 3;
        },
        passed: new Int32Array(memory.buffer, PASSED, 2 * BLOCKS),
    };
}
function hashOf(word, bits) {
    return Math.imul(word, HASH) >>> (32 - bits);
}
function setBit(bytes, table, index) {
    const at = table + (index >>> 3);
    bytes[at] = bytes[at] | (1 << (index & 7));
}

;// CONCATENATED MODULE: ./lib/shared/filter/keys.js
const FOLD_WORD = 0x20202020;
const FOLD_THREE = 0x202020;
/** Four bytes as a word with bit 0x20 of each set: of letters the lower case. `step` is 2 in UTF-16, where every second byte counts. */
function wordKey(bytes, at, step = 1) {
    return (byteAt(bytes, at + 3 * step) << 24) | threeAt(bytes, at, step) | FOLD_WORD;
}
/** Three bytes, folded in the same way. */
function threeKey(bytes, at) {
    return threeAt(bytes, at, 1) | FOLD_THREE;
}
/** Four bytes as they are. */
function exactKey(bytes, at) {
    return (byteAt(bytes, at + 3) << 24) | threeAt(bytes, at, 1);
}
function threeAt(bytes, at, step) {
    return byteAt(bytes, at) | (byteAt(bytes, at + step) << 8) | (byteAt(bytes, at + 2 * step) << 16);
}
function byteAt(bytes, at) {
    return bytes[at] ?? 0;
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
const WORD_WEIGHTS = new Map([...foursOf(COMMON, COMMON_WEIGHT), ...foursOf(MOST_COMMON, MOST_COMMON_WEIGHT)]);
function foursOf(text, weight) {
    const bytes = Buffer.from(text, 'latin1');
    return Array.from({ length: bytes.length - 3 }, (_, at) => [wordKey(bytes, at), weight]);
}
/** How often a byte is to be expected, 0 the rarest. */
function byteWeight(byte) {
    return BYTE_WEIGHTS[byte];
}
/** How often four bytes of a text are to be expected, 0 the rarest. */
function wordWeight(bytes, at) {
    let weight = 0;
    let lower = true;
    for (let index = at; index < at + 4; index++) {
        const byte = bytes[index];
        weight += BYTE_WEIGHTS[byte];
        lower &&= byte < 0x41 || byte > 0x5a;
    }
    return lower ? (WORD_WEIGHTS.get(wordKey(bytes, at)) ?? weight) : weight;
}

;// CONCATENATED MODULE: ./lib/shared/filter/samples.js



/** Characters that a literal needs to hold a whole aligned word of four wherever it begins. */
const WORD_LENGTH = 7;
const WORD = 4;
/** What a sample may be more frequent than another if it is looked for anyway. */
const SHARED_WEIGHT = 25;
/**
 * For each literal of 7 characters or more, and each of the four alignments, the word to look for: one that another literal
 * needs anyway, if it is not a common one, else the rarest.
 */
function wordSamples(literals) {
    const samples = new Map();
    for (const literal of literals) {
        for (let phase = 0; phase < WORD; phase++) {
            let best = phase;
            let bestScore = Number.POSITIVE_INFINITY;
            for (let at = phase; at + WORD <= literal.bytes.length; at += WORD) {
                const weight = wordWeight(literal.bytes, at);
                if (weight - SHARED_WEIGHT >= bestScore)
                    continue;
                const score = samples.has(wordKey(literal.bytes, at)) ? weight - SHARED_WEIGHT : weight;
                if (score < bestScore) {
                    best = at;
                    bestScore = score;
                }
            }
            add(samples, wordKey(literal.bytes, best), { literal, at: best });
        }
    }
    return samples;
}
/** For each shorter literal its rarest four bytes, or all three, by the first three of them. */
function fourSamples(literals) {
    const samples = new Map();
    for (const literal of literals) {
        const places = Array.from({ length: Math.max(0, literal.bytes.length - WORD + 1) }, (_, at) => at);
        const at = rarest(places, (place) => wordWeight(literal.bytes, place)) ?? 0;
        add(samples, threeKey(literal.bytes, at), { literal, at });
    }
    return samples;
}
/**
 * For each shorter literal in UTF-16, at each of the four alignments, the rarest aligned word. Where three characters hold
 * none, the word ends in the next character, whatever that is. Places are in bytes.
 */
function pairSamples(literals) {
    const samples = new Map();
    for (const literal of literals) {
        const wide = wideBytes(literal.bytes);
        for (let phase = 0; phase < WORD; phase++) {
            const places = [];
            for (let at = phase; at + WORD <= wide.length; at += WORD)
                places.push(at);
            const at = rarest(places, (place) => pairWeight(wide, place)) ?? phase;
            const spellings = places.length > 0 ? spellingsOf(wide, at, literal) : withAnyNext(wide);
            for (const spelling of spellings)
                add(samples, exactKey(spelling, at), { literal, at });
        }
    }
    return samples;
}
const SMALL_NUMBER_WEIGHT = 100;
function wideBytes(bytes) {
    const wide = new Uint8Array(2 * bytes.length);
    for (const [index, byte] of bytes.entries())
        wide[2 * index] = byte;
    return wide;
}
/** The characters of the word at `at` in either case, where it is ignored. */
function spellingsOf(wide, at, { caseBits }) {
    let spellings = [wide];
    for (const index of [Math.ceil(at / 2), Math.ceil(at / 2) + 1]) {
        const bit = caseBits[index];
        if (bit === 0)
            continue;
        spellings = spellings.flatMap((spelling) => {
            const other = Uint8Array.from(spelling);
            other[2 * index] = other[2 * index] ^ bit;
            return [spelling, other];
        });
    }
    return spellings;
}
function withAnyNext(wide) {
    return Array.from({ length: 0x7f - 0x20 }, (_, index) => Uint8Array.from([...wide, 0x20 + index]));
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
function rarest(places, weightAt) {
    let best;
    let least = Number.POSITIVE_INFINITY;
    for (const place of places) {
        const weight = weightAt(place);
        if (weight >= least)
            continue;
        best = place;
        least = weight;
    }
    return best;
}
function add(samples, key, sample) {
    const ofKey = samples.get(key);
    if (ofKey)
        ofKey.push(sample);
    else
        samples.set(key, [sample]);
}
const ANY_BYTE = Array.from({ length: 256 }, (_, byte) => byte);
function fourOf({ literal: { bytes, caseBits }, at }) {
    return [0, 1, 2, 3].map((index) => {
        const byte = bytes[at + index];
        if (byte === undefined)
            return ANY_BYTE;
        const caseBit = caseBits[at + index];
        return caseBit === 0 ? [byte] : [byte, byte ^ caseBit];
    });
}
/** Sorts the fours into groups: again and again those two runs become one that thereby let the least pass. */
function groupsOf(samples) {
    const fours = [...samples.values()].flat().map(fourOf).sort(compare);
    const runs = fours.map(runOf);
    const joined = runs.slice(1).map((run, index) => joinedRun(runs[index], run));
    while (runs.length > GROUPS) {
        const best = cheapest(runs, joined);
        runs.splice(best, 2, joined[best]);
        joined.splice(best, 1);
        for (const at of [best - 1, best]) {
            const left = runs[at];
            const right = runs[at + 1];
            if (left !== undefined && right !== undefined)
                joined[at] = joinedRun(left, right);
        }
    }
    return runs.map((run) => run.fours);
}
function cheapest(runs, joined) {
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    for (const [index, run] of joined.entries()) {
        const more = run.share - runs[index].share - runs[index + 1].share;
        if (more >= least)
            continue;
        best = index;
        least = more;
    }
    return best;
}
function runOf(four) {
    const low = four.map((values) => values.reduce((bits, value) => bits | (1 << (value & 15)), 0));
    const high = four.map((values) => values.reduce((bits, value) => bits | (1 << (value >>> 4)), 0));
    return { fours: [four], low, high, share: shareOfAll(low, high) };
}
function joinedRun(left, right) {
    const low = left.low.map((bits, place) => bits | right.low[place]);
    const high = left.high.map((bits, place) => bits | right.high[place]);
    return { fours: [...left.fours, ...right.fours], low, high, share: shareOfAll(low, high) };
}
function shareOfAll(low, high) {
    return low.reduce((product, bits, place) => product * shareOf(bits, high[place]), 1);
}
/** What every byte weighs at least: bytes without a weight are rare in text, not in code and noise. */
const LEAST_WEIGHT = 8;
/** How often a byte has one of the low nibbles and one of the high ones. */
function shareOf(low, high) {
    let share = 0;
    for (let highs = high; highs !== 0; highs &= highs - 1) {
        for (let lows = low; lows !== 0; lows &= lows - 1)
            share += LEAST_WEIGHT + byteWeight((bitOf(highs) << 4) | bitOf(lows));
    }
    return share;
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





const anchors_HASH = 0x9e3779b1 | 0;
const SHORTEST = 3;
/**
 * Those in `exact` are found only as they are written. Throws if an anchor is shorter than 4 bytes, or one with a context
 * than 3, or not ASCII.
 */
function compileAnchors(anchors, exact = []) {
    const folded = new Set(anchors.map((anchor) => checked(anchor).toLowerCase()));
    const literals = [
        ...Array.from(folded, (text) => ({ text, foldsCase: true, context: undefined })),
        ...Array.from(new Set(exact), (one) => typeof one === 'string'
            ? { text: checked(one), foldsCase: false, context: undefined }
            : { text: checked(one.literal, SHORTEST), foldsCase: false, context: one.context }),
    ].map(literalOf);
    const tables = tablesOf(literals);
    return {
        longest: 2 * Math.max(0, ...literals.map((literal) => literal.bytes.length)),
        of: { anchors, exact },
        find: (bytes, limit = 100_000) => findAll(bytes, tables, limit),
    };
}
function checked(anchor, shortest = 4) {
    if (anchor.length >= shortest && /^[\x20-\x7e]+$/.test(anchor))
        return anchor;
    throw new Error(`anchor must be ${shortest} or more ASCII characters: ${anchor}`);
}
function literalOf({ text, foldsCase, context }) {
    const bytes = new Uint8Array(Buffer.from(text, 'latin1'));
    const caseBits = bytes.map((byte) => (foldsCase && byte >= 0x61 && byte <= 0x7a ? 0x20 : 0));
    return { bytes, caseBits, ...(context === undefined ? {} : { context }) };
}
function tablesOf(literals) {
    const short = literals.filter((literal) => literal.bytes.length < WORD_LENGTH);
    const words = wordSamples(literals.filter((literal) => literal.bytes.length >= WORD_LENGTH));
    const fours = fourSamples(short);
    const pairs = pairSamples(short);
    const filter = createFilter();
    for (const word of words.keys())
        filter.addWord(word);
    for (const pair of pairs.keys())
        filter.addPair(pair);
    for (const three of fours.keys())
        filter.addThree(three);
    for (const [group, members] of groupsOf(fours).entries()) {
        for (const four of members)
            filter.addFour(group, four);
    }
    return { filter, words: lookupOf(words), fours, pairs };
}
/** Slots for each key: few of them meet another key. */
const ROOM = 4;
function lookupOf(samples) {
    const bits = Math.ceil(Math.log2(ROOM * Math.max(1, samples.size)));
    let total = 0;
    for (const ofKey of samples.values())
        total += ofKey.length;
    const literals = [];
    const lookup = {
        shift: 32 - bits,
        keys: new Int32Array(1 << bits),
        firsts: new Int32Array(1 << bits),
        counts: new Int32Array(1 << bits),
        literals,
        places: new Int32Array(total),
        guards: new Int32Array(total),
        guardBits: new Uint8Array(total),
        guardBytes: new Uint8Array(total),
    };
    for (const [key, ofKey] of samples) {
        const slot = slotOf(lookup, key);
        lookup.keys[slot] = key;
        lookup.firsts[slot] = literals.length + 1;
        lookup.counts[slot] = ofKey.length;
        for (const sample of ofKey) {
            const guard = guardOf(sample);
            lookup.places[literals.length] = sample.at;
            lookup.guards[literals.length] = guard - sample.at;
            lookup.guardBits[literals.length] = sample.literal.caseBits[guard];
            lookup.guardBytes[literals.length] = sample.literal.bytes[guard];
            literals.push(sample.literal);
        }
    }
    return lookup;
}
/** The slot that holds the key, or the empty one where it belongs. */
function slotOf({ keys, firsts, shift }, key) {
    let slot = Math.imul(key, anchors_HASH) >>> shift;
    while (firsts[slot] !== 0 && keys[slot] !== key)
        slot = (slot + 1) & (keys.length - 1);
    return slot;
}
/** Where in its literal the rarer of the characters beside the word stands; every such literal is longer than its words. */
function guardOf({ literal: { bytes }, at }) {
    const before = bytes[at - 1];
    const behind = bytes[at + 4];
    if (before === undefined)
        return at + 4;
    if (behind === undefined)
        return at - 1;
    return byteWeight(before) < byteWeight(behind) ? at - 1 : at + 4;
}
function findAll(bytes, tables, limit) {
    const found = [];
    const { filter } = tables;
    for (let from = 0; from < bytes.length && found.length < limit; from += PIECE) {
        const count = 2 * filter.run(bytes, from);
        for (let index = 0; index < count && found.length < limit; index += 2) {
            const at = from + BLOCK * filter.passed[index];
            anchors_confirm(bytes, at, filter.passed[index + 1], tables, found);
        }
    }
    if (found.length > limit)
        found.length = limit;
    return found.sort((left, right) => left.offset - right.offset || left.length - right.length);
}
/** Compares in full what the samples that passed in the block at `at` are of; assembly.ts says what the bits mean. */
function anchors_confirm(bytes, at, passed, tables, found) {
    const { words, fours, pairs } = tables;
    for (let rest = passed; rest !== 0; rest &= rest - 1) {
        const bit = 31 - Math.clz32(rest & -rest);
        if (bit < 16) {
            const four = at + bit - 3;
            addSamples(bytes, four, 1, fours.get(threeKey(bytes, four)), found);
        }
        else if (bit < 20) {
            addWords(bytes, at + 4 * (bit - 16), 1, words, found);
        }
        else if (bit < 22) {
            const word = at + 8 * (bit - 20);
            addWords(bytes, bytes[word + 1] === 0 ? word : word + 1, 2, words, found);
        }
        else {
            const pair = at + 4 * (bit - 22);
            addSamples(bytes, pair, 2, pairs.get(exactKey(bytes, pair)), found);
        }
    }
}
/** `step` is the size of a character. */
function addWords(bytes, at, step, lookup, found) {
    const { firsts, counts, literals, places, guards, guardBits, guardBytes } = lookup;
    const slot = slotOf(lookup, wordKey(bytes, at, step));
    const first = firsts[slot] - 1;
    const end = first + counts[slot];
    for (let index = first; index < end; index++) {
        const guard = at + step * guards[index];
        if (guard < 0 || guard >= bytes.length)
            continue;
        if ((bytes[guard] | guardBits[index]) !== guardBytes[index])
            continue;
        addLiteral(bytes, at - step * places[index], step, literals[index], found);
    }
}
/** Samples whose places count bytes. */
function addSamples(bytes, at, step, samples, found) {
    for (const sample of samples ?? [])
        addLiteral(bytes, at - sample.at, step, sample.literal, found);
}
function addLiteral(bytes, offset, step, literal, found) {
    if (!standsAt(bytes, offset, step, literal) || !isInContext(bytes, offset, step, literal))
        return;
    found.push({ offset, length: step * literal.bytes.length, encoding: step === 1 ? 'latin1' : 'utf16le' });
}
function standsAt(bytes, offset, step, { bytes: wanted, caseBits }) {
    if (offset < 0 || offset + step * wanted.length > bytes.length)
        return false;
    for (let index = 0; index < wanted.length; index++) {
        const at = offset + step * index;
        if ((bytes[at] | caseBits[index]) !== wanted[index])
            return false;
        if (step === 2 && bytes[at + 1] !== 0)
            return false;
    }
    return true;
}
function isInContext(bytes, offset, step, { context }) {
    if (context === undefined)
        return true;
    const start = offset - step * context.before;
    const encoding = step === 1 ? 'latin1' : 'utf16le';
    return start >= 0 && context.pattern.test(bytes.toString(encoding, start, start + step * CONTEXT_LENGTH));
}

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
function messageOf(error) {
    if (!(error instanceof Error))
        return String(error);
    return ('code' in error ? FILE_ERRORS[String(error.code)] : undefined) ?? error.message;
}
/** The system's code where there is one: its message would hold the whole path of the machine. */
function codeOf(error) {
    const code = error?.code;
    return typeof code === 'string' ? code : messageOf(error);
}

;// CONCATENATED MODULE: external "node:zlib"
const external_node_zlib_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");
;// CONCATENATED MODULE: ./lib/artifacts/inflate.js

const GZIP_HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
const GZIP_TRAILER_SIZE = 8;
/** Room that is never filled, so that zlib sees the end and does not ask for a second buffer. */
const SLACK = 64;
/**
 * Inflates many members with one call of the thread pool: each is dressed as a gzip member (RFC 1952), which zlib takes
 * one behind the other and whose CRC-32 and length it checks. Gives their contents one behind the other, or undefined
 * if any member is not what the directory says.
 */
function inflateBatch(members) {
    const compressed = members.reduce((sum, { data }) => sum + GZIP_HEADER.length + data.length + GZIP_TRAILER_SIZE, 0);
    const batch = Buffer.allocUnsafeSlow(compressed);
    let at = 0;
    for (const member of members) {
        at += GZIP_HEADER.copy(batch, at);
        at += member.data.copy(batch, at);
        at = writeTrailer(batch, at, member);
    }
    return gunzip(batch, totalSize(members));
}
/** The flag that an extra field follows the header, which is skipped: RFC 1952, section 2.3.1. */
const FEXTRA = 4;
const GZIP_HEADER_WITH_EXTRA_SIZE = GZIP_HEADER.length + 2;
const LEAST_GAP = GZIP_TRAILER_SIZE + GZIP_HEADER_WITH_EXTRA_SIZE;
const MOST_GAP = LEAST_GAP + 0xffff;
/**
 * The same without a copy: the dress goes where the archive has its local headers, of which an extra field hides what is
 * left. The members are parts of `bytes`, one behind the other. Undefined, and nothing written, where they do not leave the
 * room.
 */
function inflateInPlace(bytes, members) {
    const starts = members.map(({ data }) => data.byteOffset - bytes.byteOffset);
    const ends = members.map(({ data }, index) => starts[index] + data.length);
    const first = starts[0] ?? 0;
    const last = ends.at(-1) ?? 0;
    if (first < GZIP_HEADER.length || last + GZIP_TRAILER_SIZE > bytes.length)
        return undefined;
    for (let index = 1; index < members.length; index++) {
        const gap = starts[index] - ends[index - 1];
        if (gap < LEAST_GAP || gap > MOST_GAP)
            return undefined;
    }
    GZIP_HEADER.copy(bytes, first - GZIP_HEADER.length);
    for (const [index, member] of members.entries()) {
        const at = writeTrailer(bytes, ends[index], member);
        const next = starts[index + 1];
        if (next === undefined)
            break;
        GZIP_HEADER.copy(bytes, at);
        bytes[at + 3] = FEXTRA;
        bytes.writeUInt16LE(next - at - GZIP_HEADER_WITH_EXTRA_SIZE, at + GZIP_HEADER.length);
    }
    return gunzip(bytes.subarray(first - GZIP_HEADER.length, last + GZIP_TRAILER_SIZE), totalSize(members));
}
function writeTrailer(bytes, at, { crc32, size }) {
    return bytes.writeUInt32LE(size % 0x1_0000_0000, bytes.writeUInt32LE(crc32, at));
}
function totalSize(members) {
    return members.reduce((sum, member) => sum + member.size, 0);
}
function gunzip(batch, total) {
    return new Promise((resolve) => {
        const options = { chunkSize: total + SLACK, maxOutputLength: total + SLACK };
        gunzipCallback(batch, options, (error, bytes) => resolve(error || bytes.length !== total ? undefined : bytes));
    });
}
/** No deflate stream gives more per byte. */
const MOST_PER_BYTE = 1032;
/** Inflates as far as it goes; undefined if more than `most` bytes come out. */
async function inflateWhole(data, most) {
    const whole = await tryInflate(data, most, constants.Z_FINISH);
    if (whole === 'too large')
        return undefined;
    if (whole !== 'broken')
        return { ...whole, ended: true };
    return longestPrefix(data, most);
}
const HEAD_INPUT = (/* unused pure expression or super */ null && (8 * 1024));
/** What the first kilobytes of the data inflate to. */
async function inflateHead(source) {
    const data = await source.read(0, HEAD_INPUT);
    const head = await tryInflate(data, HEAD_INPUT * MOST_PER_BYTE, constants.Z_SYNC_FLUSH);
    return typeof head === 'string' ? Buffer.alloc(0) : head.bytes;
}
/** zlib drops what it had inflated when it meets an error; the longest input without one is found by halving. */
async function longestPrefix(data, most) {
    let best = { bytes: Buffer.alloc(0), ended: false, consumed: 0 };
    let good = 0;
    let bad = data.length + 1;
    for (let length = data.length; good + 1 < bad; length = (good + bad) >>> 1) {
        const attempt = await tryInflate(data.subarray(0, length), most, constants.Z_SYNC_FLUSH);
        if (attempt === 'too large')
            return undefined;
        if (attempt === 'broken') {
            bad = length;
        }
        else {
            best = { ...attempt, ended: false };
            good = length;
        }
    }
    return best;
}
function tryInflate(data, most, finishFlush) {
    return new Promise((resolve) => {
        const options = { finishFlush, maxOutputLength: Math.max(1, most), chunkSize: 64 * 1024, info: true };
        inflateRawCallback(data, options, (error, result) => {
            if (error) {
                const { code } = error;
                return resolve(code === 'ERR_BUFFER_TOO_LARGE' ? 'too large' : 'broken');
            }
            // With `info` the result is an object; the types do not tell.
            const { buffer, engine } = result;
            resolve({ bytes: buffer, consumed: engine.bytesWritten });
        });
    });
}
/**
 * Input given to zlib at a time: up to 1032 times as much comes out before the limits are looked at, so data that has
 * shown to be dense, or has shown nothing yet, is given in small slices.
 */
const INPUT_SLICE = 128 * 1024;
const DENSE_INPUT_SLICE = 16 * 1024;
const DENSE = 16;
const INPUT_READ = 256 * 1024;
const OUTPUT_CHUNK = 256 * 1024;
/**
 * Inflates data of any size in pieces of about a quarter of a megabyte. While a piece is in the caller's hands, the next one is
 * being inflated in the thread pool. Returns true if the stream came to its own end.
 */
async function* inflatePieces(source, offset, length) {
    const pump = startPump();
    try {
        const slices = compressedSlices(pump, source, offset, length);
        let next = fill(pump, slices);
        for (;;) {
            const { chunks, done } = await next;
            const finished = pump.state !== 'running' || done;
            if (!finished)
                next = fill(pump, slices);
            yield* stretches(chunks);
            if (finished)
                return pump.state === 'ended';
        }
    }
    finally {
        pump.stream.destroy();
    }
}
/** Chunks that lie one behind the other in zlib's buffer as one: to copy them took as much memory again as was inflated. */
function* stretches(chunks) {
    let [held] = chunks;
    if (held === undefined)
        return;
    for (const chunk of chunks.slice(1)) {
        const follows = chunk.buffer === held.buffer && chunk.byteOffset === held.byteOffset + held.length;
        if (!follows)
            yield held;
        held = follows ? Buffer.from(held.buffer, held.byteOffset, held.length + chunk.length) : chunk;
    }
    yield held;
}
function startPump() {
    const stream = (0,external_node_zlib_namespaceObject.createInflateRaw)({ chunkSize: OUTPUT_CHUNK });
    const pump = { stream, chunks: [], fed: 0, produced: 0, state: 'running' };
    stream.on('data', (chunk) => {
        pump.chunks.push(chunk);
        pump.produced += chunk.length;
    });
    stream.on('end', () => {
        pump.state = 'ended';
    });
    stream.on('error', () => {
        pump.state = 'broken';
        pump.wake?.();
    });
    return pump;
}
/** Feeds the inflater until a piece is full, the input is used up or the stream is over. */
async function fill(pump, slices) {
    let size = 0;
    let done = false;
    while (size < OUTPUT_CHUNK && pump.state === 'running' && !done) {
        const slice = await slices.next();
        done = slice.done === true;
        await (slice.done ? finish(pump) : write(pump, slice.value));
        size = pump.chunks.reduce((sum, chunk) => sum + chunk.length, 0);
    }
    const { chunks } = pump;
    pump.chunks = [];
    return { chunks, done };
}
function write(pump, slice) {
    return new Promise((resolve) => {
        pump.wake = resolve;
        pump.stream.write(slice, () => resolve());
    });
}
function finish(pump) {
    return new Promise((resolve) => {
        pump.stream.once('close', resolve);
        pump.stream.end();
    });
}
async function* compressedSlices(pump, source, offset, length) {
    const end = offset + length;
    for (let at = offset; at < end; at += INPUT_READ) {
        const bytes = await source.read(at, Math.min(INPUT_READ, end - at));
        if (bytes.length === 0)
            return;
        for (let from = 0; from < bytes.length;) {
            const dense = pump.produced >= DENSE * pump.fed;
            const slice = bytes.subarray(from, from + (dense ? DENSE_INPUT_SLICE : INPUT_SLICE));
            from += slice.length;
            pump.fed += slice.length;
            yield slice;
        }
    }
}

;// CONCATENATED MODULE: ./lib/artifacts/pieces.js

const STORED_PIECE = 512 * 1024;
/** The content in pieces of half a megabyte at most; returns whether it came to its own end. */
function piecesOf({ type, source }) {
    return type === 'deflated' ? inflatePieces(source, 0, source.size) : storedPieces(source);
}
/** The next piece is being read while the caller has one in hand. */
async function* storedPieces(source) {
    let next = source.read(0, STORED_PIECE);
    for (let at = 0; at < source.size; at += STORED_PIECE) {
        const piece = await next;
        if (piece.length === 0)
            return false;
        next = source.read(at + STORED_PIECE, STORED_PIECE);
        next.catch(() => undefined);
        yield piece;
    }
    return true;
}

;// CONCATENATED MODULE: ./lib/artifacts/searching.js
/** Windows that are sent before the first of them has been looked at. */
const WINDOWS_AHEAD = 2;

;// CONCATENATED MODULE: external "node:fs/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
;// CONCATENATED MODULE: ./lib/artifacts/source.js

async function openFile(path) {
    const handle = await (0,promises_namespaceObject.open)(path, 'r');
    const { size } = await handle.stat();
    return {
        size,
        read: (offset, length, room) => readFully(handle, offset, length, size, room),
        file: { location: path, start: 0 },
        close: () => handle.close(),
    };
}
async function readFully(handle, offset, length, size, room) {
    const wanted = Math.max(0, Math.min(length, size - offset));
    const buffer = room !== undefined && wanted <= room.length ? room : Buffer.allocUnsafeSlow(wanted);
    let filled = 0;
    while (filled < wanted) {
        const { bytesRead } = await handle.read(buffer, filled, wanted - filled, offset + filled);
        if (bytesRead === 0)
            break;
        filled += bytesRead;
    }
    return buffer.subarray(0, filled);
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
 * Cuts a stream of pieces into overlapping windows and searches each byte of it once. A window's bytes stay as they are
 * only until the next one is asked for.
 */
async function* searchedWindows(pieces, search) {
    const join = joiner();
    let held = Buffer.alloc(0);
    let base = 0;
    /** Hits before this offset have been given. */
    let given = 0;
    for await (const piece of pieces) {
        const bytes = held.length === 0 ? piece : join(held, piece);
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

;// CONCATENATED MODULE: ./lib/artifacts/searcher.js







const jobs = new Map();
const search = compileAnchors(...literalsOf(external_node_worker_threads_namespaceObject.workerData));
function literalsOf({ anchors, exact }) {
    return [anchors, exact];
}
external_node_worker_threads_namespaceObject.parentPort?.on('message', (message) => {
    if (message.type === 'search') {
        void run(message.request);
        return;
    }
    const job = jobs.get(message.id);
    if (job === undefined)
        return;
    if (message.type === 'taken')
        job.credit++;
    else
        job.stopped = true;
    job.wake?.();
});
async function run(request) {
    const { id } = request;
    const job = { credit: WINDOWS_AHEAD, stopped: false };
    jobs.set(id, job);
    try {
        post({ type: 'end', id, end: await searchAll(request, job, search) });
    }
    catch (error) {
        post({ type: 'failed', id, message: codeOf(error) });
    }
    jobs.delete(id);
}
async function searchAll(request, job, search) {
    const file = await openFile(request.location);
    try {
        const source = windowSource(file, request.start, request.size);
        const flow = { size: 0, complete: true };
        const pieces = bounded(piecesOf({ type: request.type, source }), request, job, flow);
        for await (const window of searchedWindows(pieces, search)) {
            if (window.hits.length === 0)
                continue;
            await credit(job);
            if (job.stopped)
                break;
            const sent = neighbourhood(window);
            post({ type: 'window', id: request.id, window: sent }, [sent.bytes.buffer]);
        }
        return flow;
    }
    finally {
        await file.close();
    }
}
/** Wide enough for every neighbour that a reader looks for. */
const AROUND = 64 * 1024;
/** A copy of what lies around the hits. */
function neighbourhood({ bytes, base, hits }) {
    const last = hits.at(-1);
    const from = Math.max(0, (hits[0]?.offset ?? 0) - AROUND);
    const to = last === undefined ? from : last.offset + last.length + AROUND;
    return {
        bytes: new Uint8Array(bytes.subarray(from, to)),
        base: base + from,
        hits: hits.map((hit) => ({ ...hit, offset: hit.offset - from })),
    };
}
/** What comes, until a limit is met. */
async function* bounded(pieces, { most, milliseconds }, job, flow) {
    const deadline = performance.now() + milliseconds;
    try {
        while (!job.stopped) {
            if (flow.size > most)
                flow.limit = 'bytes';
            else if (performance.now() > deadline)
                flow.limit = 'time';
            if (flow.limit !== undefined)
                return;
            const piece = await pieces.next();
            if (piece.done) {
                flow.complete = piece.value;
                return;
            }
            flow.size += piece.value.length;
            yield piece.value;
        }
    }
    finally {
        await pieces.return(false);
    }
}
async function credit(job) {
    while (job.credit === 0 && !job.stopped) {
        await new Promise((resolve) => {
            job.wake = resolve;
        });
    }
    job.credit--;
}
function post(message, transferred = []) {
    external_node_worker_threads_namespaceObject.parentPort?.postMessage(message, transferred);
}

