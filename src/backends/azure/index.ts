import type { BackendDefinition } from '../backend.ts';

export const azure: readonly BackendDefinition[] = [];
