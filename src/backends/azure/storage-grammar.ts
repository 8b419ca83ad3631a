import type { BackendMention, Text } from '../../model.ts';
import { HOST_AFTER, HOST_BEFORE, isPlaceholderName, matchesOf, plainJson } from '../../shared/grammar.ts';
import { backendMention, mergedByName, pathsOf } from '../shared-mentions.ts';

/**
 * Which strings name an Azure storage account and what lies in it
 * (learn.microsoft.com/azure/storage/common/storage-account-overview#storage-account-endpoints).
 */

export type StorageService = 'blob' | 'dfs' | 'file' | 'queue' | 'table' | 'web';

export const CLOUDS =
  '(?:core\\.windows\\.net|storage\\.azure\\.net|core\\.chinacloudapi\\.cn|core\\.usgovcloudapi\\.net)';

/** Literals, one of which stands in every storage host. */
export function storageAnchors(services: readonly StorageService[]): string[] {
  return services.flatMap((service) => [
    `.${service}.core.windows.net`,
    `.${service}.storage.azure.net`,
    `.${service}.core.chinacloudapi.cn`,
    `.${service}.core.usgovcloudapi.net`,
  ]);
}

/** Containers, shares and queues: 3–63 of `a-z0-9-`, no two hyphens together; or a system container. */
const CONTAINER = '(?:\\$(?:web|root|logs)|[a-z0-9](?:-?[a-z0-9]){2,62})';
const WHOLE_CONTAINER = new RegExp(`^${CONTAINER}$`);
const TABLE = '[A-Za-z][A-Za-z0-9]{2,62}';
const END = '(?=[/?#"\'\\s\\\\<>(),;&]|$)';

const HOST = new RegExp(
  `(?<!@)${HOST_BEFORE}(?<account>[a-z0-9]{3,24})(?:-secondary)?\\.(?:z\\d{1,2}\\.)?(?<service>blob|file|queue|table|dfs|web)\\.(?<cloud>${CLOUDS})${HOST_AFTER}(?::443)?(?<path>/[^\\s"'<>]{0,300})?`,
  'gi',
);

/** Hadoop's drivers put the container before the host. */
const HADOOP = new RegExp(
  `(?<![a-z])(?:abfss?|wasbs?)://(?<container>${CONTAINER})@(?<account>[a-z0-9]{3,24})\\.(?<service>blob|dfs)\\.(?<cloud>${CLOUDS})${HOST_AFTER}(?<path>/[^\\s"'<>]{0,300})?`,
  'gi',
);

/** Accounts of Microsoft's documentation and of the emulator. */
const SAMPLES =
  /^(?:devstoreaccount\d?|storagesamples?|storageaccountname|azurestorageaccount|contoso|fabrikam|adventureworks|account\d?$)/;

/** Accounts that ship inside SDKs. */
const VENDORS: Readonly<Record<string, string>> = { codepush: 'CodePush', codepushupdates: 'CodePush' };

export function isAccount(name: string): boolean {
  return /^[a-z0-9]{3,24}$/.test(name) && !SAMPLES.test(name) && !isPlaceholderName(name);
}

export function isContainer(name: string): boolean {
  return WHOLE_CONTAINER.test(name);
}

export interface StorageUrl {
  readonly account: string;
  readonly service: StorageService;
  readonly cloud: string;
  readonly container?: string;
  /** Path below the container, with its slash; empty for none. */
  readonly rest: string;
}

/** All storage addresses in a value, in order. */
export function storageUrlsIn(raw: string): StorageUrl[] {
  const value = plainJson(raw);
  const urls: StorageUrl[] = [];
  for (const pattern of [HADOOP, HOST]) {
    for (const { groups = {} } of matchesOf(pattern, value)) {
      const account = groups.account?.toLowerCase() ?? '';
      if (!isAccount(account)) continue;
      const service = (groups.service?.toLowerCase() ?? 'blob') as StorageService;
      const cloud = groups.cloud?.toLowerCase() ?? '';
      const path = groups.path ?? '';
      const container = groups.container?.toLowerCase() ?? containerOf(path, service);
      const rest = groups.container === undefined ? path.slice((container?.length ?? 0) + 1) : path;
      urls.push({ account, service, cloud, rest, ...(container === undefined ? {} : { container }) });
    }
  }
  return urls;
}

const FIRST_TABLE = new RegExp(`^/(${TABLE})${END}`);
const FIRST_CONTAINER = new RegExp(`^/(${CONTAINER})${END}`);

function containerOf(path: string, service: StorageService): string | undefined {
  const first = (service === 'table' ? FIRST_TABLE : FIRST_CONTAINER).exec(path)?.[1];
  return first === undefined || isPlaceholderName(first) || /^Tables$/i.test(first) ? undefined : first;
}

export function nameOf(url: Pick<StorageUrl, 'account' | 'container'>): string {
  return url.container === undefined ? url.account : `${url.account}/${url.container}`;
}

/** Mentions of one kind for the addresses of some services. An account alone is left out where its container is named. */
export function storageMentions(text: Text, kind: string, services: readonly StorageService[]): BackendMention[] {
  const urls = storageUrlsIn(text.value).filter((url) => services.includes(url.service));
  const named = new Set(urls.filter((url) => url.container !== undefined).map((url) => url.account));
  const kept = urls.filter((url) => url.container !== undefined || !named.has(url.account));
  return mergedByName(kept.map((url) => mentionOf(text, kind, url)));
}

function mentionOf(text: Text, kind: string, url: StorageUrl): BackendMention {
  const paths = pathsOf(url.rest);
  const vendor = VENDORS[url.account];
  return backendMention(
    text,
    { kind, name: nameOf(url) },
    {
      details: { cloud: url.cloud },
      ...(paths.length > 0 ? { paths } : {}),
      ...(vendor === undefined ? {} : { thirdParty: vendor }),
    },
  );
}
