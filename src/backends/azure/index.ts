import type { BackendDefinition } from '../backend.ts';
import { azureAdClientSecret } from './azure-ad-client-secret.ts';
import { azureBlob } from './azure-blob.ts';
import { azureFunctionsKey } from './azure-functions-key.ts';
import { azureRedis } from './azure-redis.ts';
import { azureSas } from './azure-sas.ts';
import { azureSearchKey } from './azure-search-key.ts';
import { azureServiceBusKey } from './azure-service-bus-key.ts';
import { azureStorageKey } from './azure-storage-key.ts';
import { azureSubscriptionKey } from './azure-subscription-key.ts';
import {
  azureAccessKey,
  azureAppConfiguration,
  azureCosmosKey,
  azureIotHubKey,
  azureSqlPassword,
} from './connection-keys.ts';
import { azureApiManagement, azureAppService, azureCosmos, azureKeyVault, azureServiceBus } from './hosts.ts';
import { azureFile, azureQueue, azureStaticSite, azureTable } from './storage-services.ts';

export const azure: readonly BackendDefinition[] = [
  azureBlob,
  azureFile,
  azureQueue,
  azureTable,
  azureStaticSite,
  azureAppService,
  azureApiManagement,
  azureCosmos,
  azureKeyVault,
  azureServiceBus,
  azureStorageKey,
  azureSas,
  azureServiceBusKey,
  azureIotHubKey,
  azureCosmosKey,
  azureSqlPassword,
  azureAppConfiguration,
  azureAccessKey,
  azureRedis,
  azureSearchKey,
  azureFunctionsKey,
  azureAdClientSecret,
  azureSubscriptionKey,
];
