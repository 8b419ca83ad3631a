import { aws } from './aws/index.ts';
import { azure } from './azure/index.ts';
import { baas } from './baas/index.ts';
import type { BackendDefinition } from './backend.ts';
import { google } from './google/index.ts';
import { services } from './services/index.ts';
import { storage } from './storage/index.ts';

/** Every backend and credential that Ajar knows. */
export const BACKENDS: readonly BackendDefinition[] = [...aws, ...azure, ...google, ...baas, ...storage, ...services];
