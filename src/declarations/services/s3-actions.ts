import type { Operation } from '../../model.ts';
import { OPERATIONS } from '../../model.ts';
import { ADDRESS_MARK } from '../values.ts';
import { globMatches, matchesAny, type Statement, UNKNOWN_MARK } from './iam-policy.ts';

interface Action {
  readonly name: string;
  readonly can: readonly Operation[];
  /** What the action is asked of (service authorization reference for Amazon S3). */
  readonly on: 'bucket' | 'object';
}

/**
 * The actions that open a bucket's contents or hand over the bucket. `ListObjects` and `ListObjectsV2` are names of API calls, not
 * of actions; they are often written and mean ListBucket.
 */
const ACTIONS: readonly Action[] = [
  { name: 's3:listbucket', can: ['list'], on: 'bucket' },
  { name: 's3:listbucketversions', can: ['list'], on: 'bucket' },
  { name: 's3:listobjects', can: ['list'], on: 'bucket' },
  { name: 's3:listobjectsv2', can: ['list'], on: 'bucket' },
  { name: 's3:getobject', can: ['read'], on: 'object' },
  { name: 's3:getobjectversion', can: ['read'], on: 'object' },
  { name: 's3:putobject', can: ['create', 'overwrite'], on: 'object' },
  { name: 's3:replicateobject', can: ['create', 'overwrite'], on: 'object' },
  { name: 's3:deleteobject', can: ['delete'], on: 'object' },
  { name: 's3:deleteobjectversion', can: ['delete'], on: 'object' },
  { name: 's3:putlifecycleconfiguration', can: ['delete'], on: 'bucket' },
  { name: 's3:deletebucket', can: ['delete'], on: 'bucket' },
  { name: 's3:putobjectacl', can: ['administer'], on: 'object' },
  { name: 's3:putobjectversionacl', can: ['administer'], on: 'object' },
  { name: 's3:putbucketacl', can: ['administer'], on: 'bucket' },
  { name: 's3:putbucketpolicy', can: ['administer'], on: 'bucket' },
  { name: 's3:deletebucketpolicy', can: ['administer'], on: 'bucket' },
  { name: 's3:putbucketpublicaccessblock', can: ['administer'], on: 'bucket' },
  { name: 's3:putbucketownershipcontrols', can: ['administer'], on: 'bucket' },
];

/** What the actions of an Allow, on its resources, let a caller do. */
export function operationsOf(statement: Statement): readonly Operation[] {
  const { actions } = statement;
  if (actions.not)
    return inOrder(ACTIONS.filter((action) => matchesAny(actions, action.name) && fits(statement, action)));
  return inOrder(
    actions.patterns.flatMap((pattern) => {
      const named = ACTIONS.filter(({ name }) => globMatches(pattern, name));
      const fitting = named.filter((action) => fits(statement, action));
      // S3 refuses a statement whose action fits none of its resources; it is judged by what it was meant to allow.
      return fitting.length > 0 ? fitting : named;
    }),
  );
}

function inOrder(actions: readonly Action[]): readonly Operation[] {
  return OPERATIONS.filter((operation) => actions.some(({ can }) => can.includes(operation)));
}

function fits({ resources }: Statement, { on }: Action): boolean {
  if (resources.not) return true;
  return resources.patterns.some((resource) => isOf(resource, on));
}

/** Objects are `bucket/key`; a wildcard without a slash before it covers both. */
function isOf(resource: string, on: Action['on']): boolean {
  const path = resource.slice(resource.lastIndexOf(':::') + 1);
  const slash = path.indexOf('/');
  if (path.includes(UNKNOWN_MARK) && slash === -1) return true;
  const star = path.indexOf('*');
  if (on === 'object') return slash !== -1 || star !== -1;
  return slash === -1 || (star !== -1 && star < slash);
}

/** The key pattern below the bucket that a statement is limited to; undefined if it covers all keys, or several. */
export function keyPatternOf({ resources }: Statement): string | undefined {
  if (resources.not) return undefined;
  const keys = resources.patterns
    .filter((resource) => resource.includes('/'))
    .map((one) => one.slice(one.indexOf('/')));
  const [key] = keys;
  if (keys.length !== 1 || resources.patterns.length !== 1 || key === undefined) return undefined;
  if (key === '/*' || key.includes(UNKNOWN_MARK)) return undefined;
  // A segment that holds what AWS fills in, such as the account's number, is one that is not known.
  return key.replace(/\*$/, '{key=**}').replace(new RegExp(`[^/]*${ADDRESS_MARK}[^/]*`, 'g'), '{name}');
}

/** What unconditional Deny statements for everyone take away from an Allow. */
export function withoutDenied(
  operations: readonly Operation[],
  allow: Statement,
  denies: readonly Statement[],
): readonly Operation[] {
  return operations.filter((operation) => {
    const needed = ACTIONS.filter(
      (action) => action.can.includes(operation) && matchesAny(allow.actions, action.name) && fits(allow, action),
    );
    if (needed.length === 0) return true;
    return !needed.every((action) =>
      denies.some((deny) => matchesAny(deny.actions, action.name) && covers(deny, allow, action)),
    );
  });
}

function covers(deny: Statement, allow: Statement, action: Action): boolean {
  if (deny.resources.not || allow.resources.not) return deny.resources.patterns.includes('*') !== deny.resources.not;
  const wanted = allow.resources.patterns.filter((resource) => isOf(resource, action.on));
  return wanted.every((resource) =>
    deny.resources.patterns.some((pattern) => pattern === resource || globMatches(pattern, resource)),
  );
}
