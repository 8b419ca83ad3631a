import type { BackendDefinition } from '../backend.ts';
import { azureAccessKey } from './azure-access-key.ts';
import { azureAdClientSecret } from './azure-ad-client-secret.ts';
import { azureApiManagementKey } from './azure-api-management-key.ts';
import { azureAppConfiguration } from './azure-app-configuration.ts';
import { azureBatchKey } from './azure-batch-key.ts';
import { azureBlob } from './azure-blob.ts';
import { azureCosmosKey } from './azure-cosmos-key.ts';
import { azureCosmosResourceToken } from './azure-cosmos-resource-token.ts';
import { azureFunctionsKey } from './azure-functions-key.ts';
import { azureIotHubKey } from './azure-iot-hub-key.ts';
import { azureMapsKey } from './azure-maps-key.ts';
import { azureRedis } from './azure-redis.ts';
import { azureSas } from './azure-sas.ts';
import { azureSearchKey } from './azure-search-key.ts';
import { azureServiceBusKey } from './azure-service-bus-key.ts';
import { azureSqlPassword } from './azure-sql-password.ts';
import { azureStorageKey } from './azure-storage-key.ts';
import { azureSubscriptionKey } from './azure-subscription-key.ts';
import {
  azureApiManagement,
  azureAppConfigurationStore,
  azureAppService,
  azureCacheForRedis,
  azureCdn,
  azureCosmos,
  azureKeyVault,
  azureSearch,
  azureServiceBus,
} from './hosts.ts';
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
  azureSearch,
  azureCacheForRedis,
  azureAppConfigurationStore,
  azureCdn,
  azureStorageKey,
  azureSas,
  azureServiceBusKey,
  azureIotHubKey,
  azureCosmosKey,
  azureCosmosResourceToken,
  azureBatchKey,
  azureApiManagementKey,
  azureMapsKey,
  azureSqlPassword,
  azureAppConfiguration,
  azureAccessKey,
  azureRedis,
  azureSearchKey,
  azureFunctionsKey,
  azureAdClientSecret,
  azureSubscriptionKey,
];
