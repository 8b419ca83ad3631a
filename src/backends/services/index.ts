import type { BackendDefinition } from '../backend.ts';

export const services: readonly BackendDefinition[] = [];
