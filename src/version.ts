/** Kept equal to package.json by a test; not read from there, so that the bundle needs no file beside it. */
export const VERSION = '0.1.0';
