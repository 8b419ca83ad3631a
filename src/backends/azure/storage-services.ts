import type { BackendDefinition, Example } from '../backend.ts';
import { type StorageService, storageAnchors, storageMentions } from './storage-grammar.ts';

/** The other services of a storage account. None has anonymous access: they are opened by keys and SAS tokens. */
function service(given: {
  readonly kind: string;
  readonly title: string;
  readonly service: StorageService;
  readonly docs: string;
  readonly examples: readonly Example[];
}): BackendDefinition {
  return {
    kind: given.kind,
    title: given.title,
    provider: 'azure',
    type: 'backend',
    docs: [given.docs],
    anchors: storageAnchors([given.service]),
    examples: [
      ...given.examples,
      { text: `${given.service}.core.windows.net`, gives: [], why: 'SDK constant' },
      { text: `https://%s.${given.service}.core.windows.net/%s`, gives: [], why: 'template' },
      {
        text: `https://mystorageaccount.${given.service}.core.windows.net/x`,
        gives: [],
        why: 'sample of the documentation',
      },
    ],
    recognise: (text) => storageMentions(text, given.kind, [given.service]),
    rules: [],
  };
}

export const azureFile = service({
  kind: 'azure-file',
  title: 'Azure Files share',
  service: 'file',
  docs: 'https://learn.microsoft.com/azure/storage/files/storage-files-introduction',
  examples: [
    {
      text: 'https://acmeprodmedia.file.core.windows.net/reports/2026.csv',
      gives: ['azure-file:acmeprodmedia/reports'],
      why: 'file URL',
    },
    { text: 'acmeprodmedia.file.core.windows.net', gives: ['azure-file:acmeprodmedia'], why: 'account alone' },
  ],
});

export const azureQueue = service({
  kind: 'azure-queue',
  title: 'Azure Queue Storage queue',
  service: 'queue',
  docs: 'https://learn.microsoft.com/azure/storage/queues/storage-queues-introduction',
  examples: [
    {
      text: 'https://acmeprodmedia.queue.core.windows.net/orders/messages',
      gives: ['azure-queue:acmeprodmedia/orders'],
      why: 'queue URL',
    },
    { text: 'acmeprodmedia.queue.core.windows.net', gives: ['azure-queue:acmeprodmedia'], why: 'account alone' },
  ],
});

export const azureTable = service({
  kind: 'azure-table',
  title: 'Azure Table Storage table',
  service: 'table',
  docs: 'https://learn.microsoft.com/azure/storage/tables/table-storage-overview',
  examples: [
    {
      text: 'https://acmeprodmedia.table.core.windows.net/Customers(PartitionKey=1)',
      gives: ['azure-table:acmeprodmedia/Customers'],
      why: 'entity URL',
    },
    {
      text: 'https://acmeprodmedia.table.core.windows.net/Tables',
      gives: ['azure-table:acmeprodmedia'],
      why: 'list of the tables',
    },
  ],
});

export const azureStaticSite = service({
  kind: 'azure-static-site',
  title: 'Azure Storage static website',
  service: 'web',
  docs: 'https://learn.microsoft.com/azure/storage/blobs/storage-blob-static-website',
  examples: [
    {
      text: 'https://acmeshop.z6.web.core.windows.net',
      gives: ['azure-static-site:acmeshop'],
      why: 'website of the account',
    },
    {
      text: 'acmeshop.z13.web.core.windows.net/?page=2',
      gives: ['azure-static-site:acmeshop'],
      why: 'host alone with a query',
    },
  ],
});
