import type { Format } from './format.ts';

/** Every format, most specific first: the first whose sniff says yes reads the entry. */
export const FORMATS: readonly Format[] = [];
