import type { BackendDefinition } from '../backend.ts';

export const aws: readonly BackendDefinition[] = [];
