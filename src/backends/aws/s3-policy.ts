import type { Operation } from '../../model.ts';

/** What each S3 action lets its caller do with the bucket's contents. */
const ACTIONS: Readonly<Record<Operation, readonly string[]>> = {
  list: ['s3:listbucket', 's3:listbucketversions'],
  read: ['s3:getobject', 's3:getobjectversion'],
  create: ['s3:putobject'],
  overwrite: ['s3:putobject'],
  delete: ['s3:deleteobject', 's3:deleteobjectversion', 's3:deletebucket'],
  administer: ['s3:putbucketpolicy', 's3:putbucketacl', 's3:putobjectacl', 's3:deletebucketpolicy'],
};

/**
 * What a bucket policy allows to anyone: its Allow statements for every principal and without a condition, less what a
 * Deny for everyone takes away. Undefined if it is no policy (or was cut).
 */
export function actionsToAnyone(body: string): readonly Operation[] | undefined {
  const policy = parsed(body);
  if (!isRecord(policy)) return undefined;
  const statements = listOf(policy.Statement).filter(isRecord);
  if (statements.length === 0) return undefined;
  const open = statements.filter((one) => one.Effect === 'Allow' && isForAnyone(one) && one.Condition === undefined);
  const denied = statements.filter((one) => one.Effect === 'Deny' && isForAnyone(one) && one.Condition === undefined);
  return (Object.keys(ACTIONS) as Operation[]).filter(
    (operation) => open.some((one) => covers(one, operation)) && !denied.some((one) => covers(one, operation)),
  );
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

function isForAnyone(statement: Record<string, unknown>): boolean {
  const { Principal: principal } = statement;
  return principal === '*' || (isRecord(principal) && listOf(principal.AWS).includes('*'));
}

function covers(statement: Record<string, unknown>, operation: Operation): boolean {
  return listOf(statement.Action).some((action) => typeof action === 'string' && matchesAction(action, operation));
}

/** `s3:*`, `s3:Put*`, `*`; wildcards elsewhere than at the end are rare and read as no match. */
function matchesAction(action: string, operation: Operation): boolean {
  const folded = action.toLowerCase();
  if (!folded.endsWith('*')) return ACTIONS[operation].includes(folded);
  return ACTIONS[operation].some((known) => known.startsWith(folded.slice(0, -1)));
}
