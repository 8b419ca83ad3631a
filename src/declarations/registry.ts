import type { DeclarationLanguage } from './language.ts';

/** Every config language that says who may do what, or names backends. Loaded lazily: the parsers are heavy. */
export const LANGUAGES: readonly (() => Promise<DeclarationLanguage>)[] = [];
