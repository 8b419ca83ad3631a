import type { BackendDeclaration } from '../../model.ts';
import { type BlobContainer, judgeBlobContainer } from '../services/azure-blob.ts';
import type { Verdict } from '../services/verdict.ts';
import { knownText, member, type Placed, settingOf } from '../trees/placed.ts';
import { isKnownText } from '../values.ts';
import type { DeployedResource } from './deployment.ts';

const ACCOUNT = 'microsoft.storage/storageaccounts';
const CONTAINER = `${ACCOUNT}/blobservices/containers`;

/** Every blob container of a deployment, judged together with its storage account; accounts without one are closed. */
export function judgeStorage(resources: readonly DeployedResource[]): readonly BackendDeclaration[] {
  const accounts = new Map(
    resources.filter(({ type }) => type === ACCOUNT).map((account) => [keyOf(account), account]),
  );
  const containers = resources.filter(({ type, existing }) => type === CONTAINER && !existing);
  const used = new Set(containers.map(keyOf));
  return [
    ...containers.map((container) => {
      const account = accounts.get(keyOf(container));
      const name = `${accountName(container, account)}/${containerName(container)}`;
      return declarationOf(name, judgeBlobContainer(modelOf(container, account)));
    }),
    ...[...accounts]
      .filter(([key, { existing }]) => !existing && !used.has(key))
      .map(([, account]) => declarationOf(accountName(account, account), emptyVerdict(account))),
  ];
}

/** Names of storage accounts are lower case, so case tells nothing apart. */
function keyOf({ name }: DeployedResource): string {
  return (name[0] ?? '').toLowerCase();
}

function accountName(container: DeployedResource, account: DeployedResource | undefined): string {
  const [name] = container.name;
  return isKnownText(name) && name !== '' ? name : addressOf(account ?? container);
}

function containerName(container: DeployedResource): string {
  const name = container.name.at(-1);
  return isKnownText(name) && name !== '' ? name : `${container.symbol ?? 'container'}:${container.spot.line}`;
}

/** Stands for an account whose name the template does not give; without a slash, which divides account and container. */
function addressOf({ spot, symbol, type }: DeployedResource): string {
  return `${spot.path.replaceAll('/', ':')}#${symbol ?? type.slice(type.lastIndexOf('/') + 1)}`;
}

function modelOf(container: DeployedResource, account: DeployedResource | undefined): BlobContainer {
  const level = member(container.body, 'properties', 'publicAccess');
  return {
    spot: level?.spot ?? container.spot,
    access: levelOf(level),
    account: account === undefined || account.existing ? 'undeclared' : accountFlag(account),
    uncertain: container.uncertain || account?.uncertain === true,
  };
}

/** `None` is what a container gets that does not say (REST reference, Blob Containers – Create). */
function levelOf(placed: Placed | undefined): BlobContainer['access'] {
  if (placed === undefined || placed.value === null) return 'private';
  const level = knownText(placed)?.toLowerCase();
  if (level === 'none') return 'private';
  return level === 'blob' || level === 'container' ? level : 'unknown';
}

function accountFlag({ body }: DeployedResource): BlobContainer['account'] {
  const flag = member(body, 'properties', 'allowBlobPublicAccess');
  return flag === undefined || flag.value === null ? 'default-unsure' : settingOf(flag, 'unknown');
}

function emptyVerdict({ spot }: DeployedResource): Verdict {
  return {
    spot,
    audience: 'anyone',
    can: [],
    state: 'closed',
    why: 'No container of this template is open to anonymous readers.',
  };
}

function declarationOf(name: string, { spot, ...verdict }: Verdict): BackendDeclaration {
  return { kind: 'azure-blob', name, declaration: { ...spot, ...verdict } };
}
