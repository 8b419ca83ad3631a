import type { Operation } from '../../model.ts';
import type { Verdict } from '../services/verdict.ts';
import { isKnownText } from '../values.ts';
import { attributeValue, blocksOf, type Resource } from './resources.ts';
import type { Found, World } from './world.ts';
import { settingOf, spotOfAttribute } from './world.ts';

/** What each switch of a signature's permissions lets its holder do (learn.microsoft.com/rest/api/storageservices/create-account-sas). */
const PERMISSIONS: readonly (readonly [string, Operation])[] = [
  ['list', 'list'],
  ['read', 'read'],
  ['create', 'create'],
  ['add', 'create'],
  ['write', 'overwrite'],
  ['delete', 'delete'],
];

const SIGNATURES = ['azurerm_storage_account_sas', 'azurerm_storage_account_blob_container_sas'];

/**
 * Shared access signatures that the configuration makes. Whoever is handed one holds it; whether it goes into an app is not to be seen
 * here, so they are told and raise nothing.
 */
export function findSas(world: World): readonly Found[] {
  return world.resources
    .filter(({ mode, resourceType }) => mode === 'data' && SIGNATURES.includes(resourceType))
    .flatMap((signature) => {
      const can = operationsOf(signature);
      if (can.length === 0) return [];
      const name = accountOf(signature);
      const expiry = attributeValue(signature, 'expiry');
      const until = isKnownText(expiry) ? ` until ${expiry.slice(0, 40)}` : '';
      const verdict: Verdict = {
        spot: spotOfAttribute(world, signature, signature, 'permissions'),
        audience: 'app-holder',
        can,
        state: 'conditional',
        why: `A shared access signature is made here; whoever is handed it has these permissions${until}.`,
      };
      return [{ kind: 'azure-blob', ...(name === undefined ? {} : { name }), verdicts: [verdict] }];
    });
}

function operationsOf(signature: Resource): readonly Operation[] {
  const permissions = blocksOf(signature, 'permissions');
  const granted = PERMISSIONS.filter(([name]) => permissions.some((block) => settingOf(block, name, false) === true));
  return [...new Set(granted.map(([, operation]) => operation))];
}

/** The account by its connection string, the container by its own name. */
function accountOf(signature: Resource): string | undefined {
  const connection = attributeValue(signature, 'connection_string');
  const account = typeof connection === 'string' ? /AccountName=([a-z0-9]{3,24})\b/.exec(connection)?.[1] : undefined;
  const container = attributeValue(signature, 'container_name');
  return account !== undefined && isKnownText(container) ? `${account}/${container}` : account;
}
