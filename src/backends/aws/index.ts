import type { BackendDefinition } from '../backend.ts';

import { s3 } from './s3.ts';

export const aws: readonly BackendDefinition[] = [s3];
