import type { BackendDefinition, Example } from '../backend.ts';
import { hostPattern, mentionsByPattern } from '../shared-hosts.ts';

/** Azure services that an app reaches by a host of their own: listed, never asked. */
function service(given: {
  readonly kind: string;
  readonly title: string;
  readonly docs: string;
  readonly anchor: string;
  /** Further domains of the service. */
  readonly more?: readonly string[];
  readonly host: string;
  readonly examples: readonly Example[];
}): BackendDefinition {
  const patterns = [hostPattern(given.host)];
  return {
    kind: given.kind,
    title: given.title,
    provider: 'azure',
    type: 'backend',
    docs: [given.docs],
    anchors: [given.anchor, ...(given.more ?? [])],
    examples: [
      ...given.examples,
      { text: given.anchor, gives: [], why: 'domain alone' },
      { text: `https://%s${given.anchor}/`, gives: [], why: 'template' },
      { text: `https://your-app${given.anchor}/`, gives: [], why: 'placeholder' },
    ],
    recognise: (text) =>
      mentionsByPattern(text, given.kind, patterns, (name) => !/^(?:contoso|fabrikam|www$)/.test(name)),
    rules: [],
  };
}

const NAME = '(?<name>[a-z0-9](?:-{0,2}[a-z0-9]){1,62})';

export const azureAppService = service({
  kind: 'azure-app-service',
  title: 'Azure App Service or Functions app',
  docs: 'https://learn.microsoft.com/azure/app-service/overview-security',
  anchor: '.azurewebsites.net',
  host: `${NAME}(?:\\.scm)?(?:\\.[a-z0-9-]{2,30})?\\.azurewebsites\\.net`,
  examples: [
    {
      text: 'https://acme-api.azurewebsites.net/api/orders',
      gives: ['azure-app-service:acme-api'],
      why: 'app or function',
    },
    { text: 'acme-api.scm.azurewebsites.net', gives: ['azure-app-service:acme-api'], why: 'its deployment site' },
  ],
});

export const azureApiManagement = service({
  kind: 'azure-api-management',
  title: 'Azure API Management gateway',
  docs: 'https://learn.microsoft.com/azure/api-management/api-management-key-concepts',
  anchor: '.azure-api.net',
  host: `${NAME}\\.azure-api\\.net`,
  examples: [
    { text: 'https://acme-gateway.azure-api.net/v1', gives: ['azure-api-management:acme-gateway'], why: 'gateway' },
  ],
});

export const azureCosmos = service({
  kind: 'azure-cosmos',
  title: 'Azure Cosmos DB account',
  docs: 'https://learn.microsoft.com/azure/cosmos-db/database-security',
  anchor: '.documents.azure.com',
  more: ['.cosmos.azure.com'],
  host: `${NAME}\\.(?:documents|(?:table|mongo|gremlin|cassandra)\\.cosmos)\\.azure\\.com`,
  examples: [
    { text: 'https://acme-prod.documents.azure.com:443/', gives: ['azure-cosmos:acme-prod'], why: 'account' },
    { text: 'https://acme-prod.table.cosmos.azure.com:443/', gives: ['azure-cosmos:acme-prod'], why: 'its Table API' },
  ],
});

export const azureKeyVault = service({
  kind: 'azure-key-vault',
  title: 'Azure Key Vault',
  docs: 'https://learn.microsoft.com/azure/key-vault/general/security-features',
  anchor: '.vault.azure.net',
  host: `${NAME}\\.vault\\.azure\\.net`,
  examples: [
    { text: 'https://acme-vault.vault.azure.net/secrets/api', gives: ['azure-key-vault:acme-vault'], why: 'vault' },
  ],
});

export const azureServiceBus = service({
  kind: 'azure-service-bus',
  title: 'Azure Service Bus, Event Hubs or Notification Hubs namespace',
  docs: 'https://learn.microsoft.com/azure/service-bus-messaging/service-bus-authentication-and-authorization',
  anchor: '.servicebus.windows.net',
  host: `${NAME}\\.servicebus\\.windows\\.net`,
  examples: [
    { text: 'sb://acme-push.servicebus.windows.net/hub', gives: ['azure-service-bus:acme-push'], why: 'namespace' },
    {
      text: 'https://acme-push.servicebus.windows.net/hub/messages',
      gives: ['azure-service-bus:acme-push'],
      why: 'REST address',
    },
  ],
});

export const azureSearch = service({
  kind: 'azure-search',
  title: 'Azure AI Search service',
  docs: 'https://learn.microsoft.com/azure/search/search-security-overview',
  anchor: '.search.windows.net',
  host: `${NAME}\\.search\\.windows\\.net`,
  examples: [
    { text: 'https://acme-shop.search.windows.net/indexes/a', gives: ['azure-search:acme-shop'], why: 'service' },
  ],
});

export const azureCacheForRedis = service({
  kind: 'azure-cache-for-redis',
  title: 'Azure Cache for Redis',
  docs: 'https://learn.microsoft.com/azure/azure-cache-for-redis/cache-network-isolation',
  anchor: '.redis.cache.windows.net',
  host: `${NAME}\\.redis\\.cache\\.windows\\.net`,
  examples: [
    { text: 'acme-cache.redis.cache.windows.net:6380', gives: ['azure-cache-for-redis:acme-cache'], why: 'cache' },
  ],
});

export const azureAppConfigurationStore = service({
  kind: 'azure-app-configuration-store',
  title: 'Azure App Configuration store',
  docs: 'https://learn.microsoft.com/azure/azure-app-configuration/concept-enable-rbac',
  anchor: '.azconfig.io',
  host: `${NAME}\\.azconfig\\.io`,
  examples: [
    { text: 'https://acme-config.azconfig.io', gives: ['azure-app-configuration-store:acme-config'], why: 'store' },
  ],
});

export const azureCdn = service({
  kind: 'azure-cdn',
  title: 'Azure CDN or Front Door endpoint',
  docs: 'https://learn.microsoft.com/azure/frontdoor/endpoint',
  anchor: '.azureedge.net',
  more: ['.azurefd.net'],
  host: `${NAME}(?:\\.[a-z]\\d{2})?\\.(?:azureedge|azurefd)\\.net`,
  examples: [
    { text: 'https://acme-media.azureedge.net/a.png', gives: ['azure-cdn:acme-media'], why: 'CDN' },
    { text: 'https://acme-x1y2z3.b02.azurefd.net/', gives: ['azure-cdn:acme-x1y2z3'], why: 'Front Door' },
  ],
});
