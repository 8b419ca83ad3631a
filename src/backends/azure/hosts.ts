import type { BackendDefinition, Example } from '../backend.ts';
import { hostPattern, mentionsByPattern } from '../shared-hosts.ts';

/** Azure services that an app reaches by a host of their own: listed, never asked. */
function service(given: {
  readonly kind: string;
  readonly title: string;
  readonly docs: string;
  readonly anchor: string;
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
    anchors: [given.anchor],
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
  host: `${NAME}\\.documents\\.azure\\.com`,
  examples: [{ text: 'https://acme-prod.documents.azure.com:443/', gives: ['azure-cosmos:acme-prod'], why: 'account' }],
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
