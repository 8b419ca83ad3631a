import { type BlobContainer, judgeBlobContainer } from '../services/azure-blob.ts';
import type { Verdict } from '../services/verdict.ts';
import { ADDRESS_MARK, isKnownText, UNKNOWN } from '../values.ts';
import { attributeValue, type Resource } from './resources.ts';
import type { Found, World } from './world.ts';
import { expressionKey, keyOf, ofType, settingOf, shownName, spotOfAttribute } from './world.ts';

/** Every blob container, judged together with its storage account. */
export function findAzureBlob(world: World): readonly Found[] {
  const accounts = new Map<string, Resource>();
  const aliases = new Map<string, string>();
  for (const account of ofType(world, 'azurerm_storage_account')) {
    const { value, source } = account.attributes.get('name') ?? {};
    const key = isKnownText(value) ? keyOf(account, 'name') : `${ADDRESS_MARK}${account.address}`;
    if (key !== value && source !== undefined) aliases.set(expressionKey(account, source), key);
    accounts.set(key, account);
  }
  const containers = ofType(world, 'azurerm_storage_container').map((container) => {
    const written = accountKey(container);
    const key = aliases.get(written) ?? written;
    const account = accounts.get(key);
    const verdict = judgeBlobContainer(modelOf(world, container, account));
    const accountName = shownName(key, account?.address ?? container.address);
    const name = shownName(keyOf(container, 'name'), container.address);
    return { key, found: { kind: 'azure-blob', name: `${accountName}/${name}`, verdicts: [verdict] } };
  });
  const empty = [...accounts].filter(([key]) => !containers.some((container) => container.key === key));
  return [
    ...containers.map(({ found }) => found),
    ...empty.map(([key, account]) => ({
      kind: 'azure-blob',
      name: shownName(key, account.address),
      verdicts: [accountVerdict(world, account)],
    })),
  ];
}

/** `storage_account_name`, or the last part of `storage_account_id`. */
function accountKey(container: Resource): string {
  const byName = container.attributes.has('storage_account_name');
  const key = keyOf(container, byName ? 'storage_account_name' : 'storage_account_id');
  const slash = key.lastIndexOf('/storageAccounts/');
  return slash === -1 ? key : (key.slice(slash + '/storageAccounts/'.length).split('/', 1)[0] ?? key);
}

function modelOf(world: World, container: Resource, account: Resource | undefined): BlobContainer {
  const value = attributeValue(container, 'container_access_type');
  const access = value === undefined || value === null ? (container.uncertain ? 'unknown' : 'private') : levelOf(value);
  return {
    spot: spotOfAttribute(world, container, container, 'container_access_type'),
    access,
    account: account === undefined ? 'undeclared' : accountFlag(world, account),
    uncertain: container.uncertain || account?.uncertain === true,
  };
}

function levelOf(value: unknown): BlobContainer['access'] {
  const level = typeof value === 'string' ? value.toLowerCase() : UNKNOWN;
  return level === 'private' || level === 'blob' || level === 'container' ? level : 'unknown';
}

/**
 * `allow_nested_items_to_be_public`: on by default from 3.0 on, off from 5.0 on (5.0 upgrade guide); before 3.0 it was
 * `allow_blob_public_access`, off by default.
 */
function accountFlag(world: World, account: Resource): BlobContainer['account'] {
  for (const name of ['allow_nested_items_to_be_public', 'allow_blob_public_access'])
    if (account.attributes.has(name)) return settingOf(account, name, false);
  const major = world.majorOf('azurerm');
  if (major !== undefined && (major < 3 || major >= 5)) return false;
  return account.uncertain ? 'unknown' : 'default-on';
}

function accountVerdict(world: World, account: Resource): Verdict {
  return {
    spot: world.spotOf(account.file, account.at),
    audience: 'anyone',
    can: [],
    state: 'closed',
    why: 'No container of this configuration is open to anonymous readers.',
  };
}
