import type { BackendDefinition } from '../backend.ts';

export const google: readonly BackendDefinition[] = [];
