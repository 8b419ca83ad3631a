import { functionsNamed } from './apply.ts';
import {
  type Catalogue,
  type DefaultPrivilege,
  keyOf,
  PRIVILEGES,
  type Privilege,
  PUBLIC_ROLE,
  type Source,
} from './catalogue.ts';
import { child, flag, list, nameParts, qualifiedName, relationName, strings, type Tree, text } from './tree.ts';

/** Names of roles; `PUBLIC` as `public`, the current user as nobody. */
export function roleNames(nodes: readonly Tree[]): readonly string[] {
  return nodes.flatMap((node) => {
    const role = child(node, 'RoleSpec');
    if (text(role, 'roletype') === 'ROLESPEC_PUBLIC') return [PUBLIC_ROLE];
    const name = text(role, 'rolename');
    return name === '' ? [] : [name];
  });
}

function isPrivilege(name: string): name is Privilege {
  return PRIVILEGES.some((privilege) => privilege === name);
}

/** What a statement grants of what matters here; no list means all. A grant on some columns counts for the table. */
function privilegesOf(node: Tree): readonly string[] {
  const named = list(node, 'privileges').map((privilege) => text(child(privilege, 'AccessPriv'), 'priv_name'));
  return named.length === 0 ? [...PRIVILEGES, 'execute', 'usage'] : named;
}

/** Revoking columns leaves the grant on the others. */
function isPartialRevoke(node: Tree): boolean {
  return (
    !flag(node, 'is_grant') &&
    list(node, 'privileges').some((privilege) => list(child(privilege, 'AccessPriv'), 'cols').length > 0)
  );
}

export function applyGrant(catalogue: Catalogue, node: Tree, source: Source): void {
  if (flag(node, 'grant_option') && !flag(node, 'is_grant')) return;
  switch (text(node, 'objtype')) {
    case 'OBJECT_TABLE':
      grantTables(catalogue, node, source);
      break;
    case 'OBJECT_SCHEMA':
      grantSchemas(catalogue, node);
      break;
    case 'OBJECT_FUNCTION':
    case 'OBJECT_ROUTINE':
      grantFunctions(catalogue, node, source);
      break;
    default:
  }
}

function grantTables(catalogue: Catalogue, node: Tree, source: Source): void {
  if (isPartialRevoke(node)) return;
  const objects = list(node, 'objects');
  const schemas = new Set(strings(objects));
  const relations =
    text(node, 'targtype') === 'ACL_TARGET_ALL_IN_SCHEMA'
      ? [...catalogue.relations.values()].filter((relation) => schemas.has(relation.schema))
      : objects.flatMap(
          (object) => catalogue.relations.get(keyOf(catalogue, relationName(child(object, 'RangeVar')))) ?? [],
        );
  for (const relation of relations)
    for (const role of roleNames(list(node, 'grantees')))
      for (const privilege of privilegesOf(node).filter(isPrivilege))
        change(relation.grants, `${role} ${privilege}`, node, source);
}

function change(
  grants: Map<string, { source?: Source; implicit: boolean }>,
  key: string,
  node: Tree,
  source: Source,
): void {
  if (flag(node, 'is_grant')) grants.set(key, { source, implicit: false });
  else grants.delete(key);
}

function grantSchemas(catalogue: Catalogue, node: Tree): void {
  if (!privilegesOf(node).includes('usage')) return;
  for (const schema of strings(list(node, 'objects')))
    for (const role of roleNames(list(node, 'grantees'))) {
      if (flag(node, 'is_grant')) catalogue.usage.add(`${schema} ${role}`);
      else catalogue.usage.delete(`${schema} ${role}`);
    }
}

function grantFunctions(catalogue: Catalogue, node: Tree, source: Source): void {
  const objects = list(node, 'objects');
  const schemas = new Set(strings(objects));
  const functions =
    text(node, 'targtype') === 'ACL_TARGET_ALL_IN_SCHEMA'
      ? [...catalogue.functions.values()].filter((known) => schemas.has(known.schema))
      : objects.flatMap((object) =>
          functionsNamed(catalogue, object, qualifiedName(nameParts(object))).map(([, known]) => known),
        );
  if (!privilegesOf(node).includes('execute')) return;
  for (const known of functions)
    for (const role of roleNames(list(node, 'grantees'))) change(known.callers, `${role} execute`, node, source);
}

/** `GRANT app_user TO anon` */
export function applyRoleGrant(catalogue: Catalogue, node: Tree): void {
  const granted = list(node, 'granted_roles').map((role) => text(child(role, 'AccessPriv'), 'priv_name'));
  for (const member of roleNames(list(node, 'grantee_roles'))) {
    const roles = catalogue.memberships.get(member) ?? new Set();
    catalogue.memberships.set(member, roles);
    for (const role of granted) {
      if (flag(node, 'is_grant')) roles.add(role);
      else roles.delete(role);
    }
  }
}

export function applyDefaultPrivileges(catalogue: Catalogue, node: Tree, source: Source): void {
  const action = child(node, 'action');
  const object = DEFAULT_OBJECTS[text(action, 'objtype')];
  if (object === undefined) return;
  const schemas = list(node, 'options').flatMap((option) => {
    const element = child(option, 'DefElem');
    return text(element, 'defname') === 'schemas' ? strings(list(child(element, 'arg', 'List'), 'items')) : [];
  });
  for (const schema of schemas.length === 0 ? [''] : schemas)
    for (const role of roleNames(list(action, 'grantees')))
      catalogue.defaults.push({
        schema,
        object,
        role,
        privileges: privilegesOf(action ?? {}).filter((privilege) => object === 'function' || isPrivilege(privilege)),
        grant: flag(action, 'is_grant'),
        source,
      });
}

const DEFAULT_OBJECTS: Readonly<Record<string, DefaultPrivilege['object']>> = {
  OBJECT_TABLE: 'table',
  OBJECT_FUNCTION: 'function',
  OBJECT_ROUTINE: 'function',
};
