import type { BackendDefinition } from '../backend.ts';

export const storage: readonly BackendDefinition[] = [];
