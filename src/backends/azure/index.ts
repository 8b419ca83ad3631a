import type { BackendDefinition } from '../backend.ts';
import { azureBlob } from './azure-blob.ts';
import { azureSas } from './azure-sas.ts';
import { azureStorageKey } from './azure-storage-key.ts';
import { azureFile, azureQueue, azureStaticSite, azureTable } from './storage-services.ts';

export const azure: readonly BackendDefinition[] = [
  azureBlob,
  azureFile,
  azureQueue,
  azureTable,
  azureStaticSite,
  azureStorageKey,
  azureSas,
];
