import fc from 'fast-check';

/**
 * A change is judged by the change: the same commit gives the same result wherever and whenever its tests run. Fresh examples
 * are for `npm run fuzz`, which sets AJAR_SEED (`random`, or the seed that a failure printed).
 */
const wanted = process.env.AJAR_SEED ?? '20261128';
if (wanted !== 'random') fc.configureGlobal({ seed: Number(wanted) });
