import type { BackendDefinition } from '../backend.ts';

export const baas: readonly BackendDefinition[] = [];
