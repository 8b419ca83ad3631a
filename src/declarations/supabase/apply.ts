import { applyBucketInsert, applyBucketUpdate } from './buckets.ts';
import {
  addRelation,
  type Catalogue,
  type DatabaseFunction,
  defaultsFor,
  keyOf,
  type Policy,
  type PolicyCommand,
  PUBLIC_ROLE,
  type Relation,
  type Source,
} from './catalogue.ts';
import { applyDynamic } from './dynamic.ts';
import { applyDefaultPrivileges, applyGrant, applyRoleGrant, roleNames } from './grants.ts';
import type { SqlParser } from './statements.ts';
import {
  child,
  children,
  flag,
  list,
  nameParts,
  nodeOf,
  type QualifiedName,
  qualifiedName,
  relationName,
  strings,
  type Tree,
  text,
} from './tree.ts';

/** Brings one statement's effect into the catalogue. What does not touch access is passed over. */
export function applyStatement(catalogue: Catalogue, statement: Tree, source: Source, parser: SqlParser): void {
  const [type, node] = nodeOf(statement);
  switch (type) {
    case 'CreateStmt':
      addTable(catalogue, child(node, 'relation'), 'table', source);
      break;
    case 'CreateForeignTableStmt':
      addTable(catalogue, child(node, 'base', 'relation'), 'foreign table', source);
      break;
    case 'CreateTableAsStmt':
      addTableAs(catalogue, node, source);
      break;
    case 'ViewStmt':
      addView(catalogue, node, source);
      break;
    case 'AlterTableStmt':
      alterTable(catalogue, node, source);
      break;
    case 'AlterObjectSchemaStmt':
      moveRelation(catalogue, relationName(child(node, 'relation')), { schema: text(node, 'newschema') });
      break;
    case 'RenameStmt':
      rename(catalogue, node);
      break;
    case 'DropStmt':
      drop(catalogue, node);
      break;
    case 'CreatePolicyStmt':
      createPolicy(catalogue, node, source);
      break;
    case 'AlterPolicyStmt':
      alterPolicy(catalogue, node, source);
      break;
    case 'GrantStmt':
      applyGrant(catalogue, node, source);
      break;
    case 'GrantRoleStmt':
      applyRoleGrant(catalogue, node);
      break;
    case 'AlterDefaultPrivilegesStmt':
      applyDefaultPrivileges(catalogue, node, source);
      break;
    case 'CreateFunctionStmt':
      createFunction(catalogue, node, source);
      break;
    case 'AlterFunctionStmt':
      alterFunction(catalogue, node);
      break;
    case 'InsertStmt':
      applyBucketInsert(catalogue, node, source);
      break;
    case 'UpdateStmt':
      applyBucketUpdate(catalogue, node, source);
      break;
    case 'VariableSetStmt':
      setVariable(catalogue, node);
      break;
    case 'DoStmt':
      applyDynamic(catalogue, bodyOf(list(node, 'args')), source, parser);
      break;
    default:
  }
}

function addTable(catalogue: Catalogue, range: Tree | undefined, kind: Relation['kind'], source: Source): void {
  if (range === undefined || text(range, 'relpersistence') === 't') return;
  addRelation(catalogue, { ...relationName(range), kind, source, invoker: false });
}

function addTableAs(catalogue: Catalogue, node: Tree, source: Source): void {
  const kind = text(node, 'objtype') === 'OBJECT_MATVIEW' ? 'materialized view' : 'table';
  const query = child(node, 'query');
  const range = child(node, 'into', 'rel');
  if (range === undefined || text(range, 'relpersistence') === 't') return;
  addRelation(catalogue, {
    ...relationName(range),
    kind,
    source,
    invoker: false,
    ...(query === undefined ? {} : { query }),
  });
}

function addView(catalogue: Catalogue, node: Tree, source: Source): void {
  const query = child(node, 'query');
  const range = child(node, 'view');
  if (range === undefined || text(range, 'relpersistence') === 't') return;
  const invoker = list(node, 'options').some(isInvoker);
  addRelation(catalogue, {
    ...relationName(range),
    kind: 'view',
    source,
    invoker,
    ...(query === undefined ? {} : { query }),
  });
}

/** `security_invoker`, `security_invoker = on` and the like. */
function isInvoker(option: Tree): boolean {
  const element = child(option, 'DefElem');
  if (text(element, 'defname') !== 'security_invoker') return false;
  const value = child(element, 'arg');
  if (value === undefined) return true;
  const [word = ''] = strings([value]);
  return (
    ['on', 'true', 'yes', '1'].includes(word.toLowerCase()) ||
    flag(child(value, 'Boolean'), 'boolval') ||
    child(value, 'Integer')?.ival === 1
  );
}

function alterTable(catalogue: Catalogue, node: Tree, source: Source): void {
  const relation = catalogue.relations.get(keyOf(catalogue, relationName(child(node, 'relation'))));
  if (relation === undefined) return;
  for (const command of list(node, 'cmds')) {
    const change = child(command, 'AlterTableCmd');
    const options = list(child(change, 'def', 'List'), 'items');
    switch (text(change, 'subtype')) {
      case 'AT_EnableRowSecurity':
        relation.rls = 'on';
        break;
      case 'AT_DisableRowSecurity':
        relation.rls = 'off';
        relation.source = source;
        break;
      case 'AT_SetRelOptions':
        if (options.some((option) => text(child(option, 'DefElem'), 'defname') === 'security_invoker'))
          relation.invoker = options.some(isInvoker);
        break;
      case 'AT_ResetRelOptions':
        if (options.some((option) => text(child(option, 'DefElem'), 'defname') === 'security_invoker'))
          relation.invoker = false;
        break;
      default:
    }
  }
}

function moveRelation(catalogue: Catalogue, from: QualifiedName, to: Partial<QualifiedName>): void {
  const relation = catalogue.relations.get(keyOf(catalogue, from));
  if (relation === undefined) return;
  catalogue.relations.delete(keyOf(catalogue, relation));
  const moved = { ...relation, ...to };
  catalogue.relations.set(keyOf(catalogue, moved), moved);
}

function rename(catalogue: Catalogue, node: Tree): void {
  const newname = text(node, 'newname');
  const range = relationName(child(node, 'relation'));
  switch (text(node, 'renameType')) {
    case 'OBJECT_TABLE':
    case 'OBJECT_VIEW':
    case 'OBJECT_MATVIEW':
    case 'OBJECT_FOREIGN_TABLE':
      moveRelation(catalogue, range, { name: newname });
      break;
    case 'OBJECT_POLICY': {
      const policies = catalogue.relations.get(keyOf(catalogue, range))?.policies;
      const policy = policies?.get(text(node, 'subname'));
      if (policy === undefined) return;
      policies?.delete(policy.name);
      policies?.set(newname, { ...policy, name: newname });
      return;
    }
    default:
  }
}

function drop(catalogue: Catalogue, node: Tree): void {
  for (const object of list(node, 'objects')) {
    const parts = nameParts(object);
    switch (text(node, 'removeType')) {
      case 'OBJECT_TABLE':
      case 'OBJECT_VIEW':
      case 'OBJECT_MATVIEW':
      case 'OBJECT_FOREIGN_TABLE':
        catalogue.relations.delete(keyOf(catalogue, qualifiedName(parts)));
        break;
      case 'OBJECT_POLICY':
        catalogue.relations
          .get(keyOf(catalogue, qualifiedName(parts.slice(0, -1))))
          ?.policies.delete(parts.at(-1) ?? '');
        break;
      case 'OBJECT_FUNCTION':
        dropFunction(catalogue, object, qualifiedName(parts));
        break;
      case 'OBJECT_SCHEMA':
        for (const [key, relation] of catalogue.relations)
          if (relation.schema === parts[0]) catalogue.relations.delete(key);
        break;
      default:
    }
  }
}

function dropFunction(catalogue: Catalogue, object: Tree, name: QualifiedName): void {
  for (const [key] of functionsNamed(catalogue, object, name)) catalogue.functions.delete(key);
}

/** The functions that `name(types)`, or `name` alone, stands for. */
export function functionsNamed(
  catalogue: Catalogue,
  object: Tree,
  name: QualifiedName,
): readonly (readonly [string, DatabaseFunction])[] {
  const base = keyOf(catalogue, name);
  const withTypes = child(object, 'ObjectWithArgs');
  const signature = list(withTypes, 'objargs').map(typeText).join(',');
  return [...catalogue.functions].filter(
    ([, known]) =>
      keyOf(catalogue, known) === base && (flag(withTypes, 'args_unspecified') || known.signature === signature),
  );
}

function typeText(node: Tree): string {
  const type = child(node, 'TypeName') ?? node;
  return `${strings(list(type, 'names')).at(-1) ?? ''}${list(type, 'arrayBounds').length > 0 ? '[]' : ''}`;
}

function createPolicy(catalogue: Catalogue, node: Tree, source: Source): void {
  const relation = catalogue.relations.get(keyOf(catalogue, relationName(child(node, 'table'))));
  const name = text(node, 'policy_name');
  if (relation === undefined) return;
  relation.policies.set(name, {
    name,
    command: commandOf(text(node, 'cmd_name')),
    permissive: flag(node, 'permissive'),
    roles: policyRoles(list(node, 'roles')),
    ...expressions(node),
    source,
  });
}

function commandOf(name: string): PolicyCommand {
  return name === 'select' || name === 'insert' || name === 'update' || name === 'delete' ? name : 'all';
}

/** Without a `TO` clause a policy is for everybody. */
function policyRoles(nodes: readonly Tree[]): readonly string[] {
  return nodes.length === 0 ? [PUBLIC_ROLE] : roleNames(nodes);
}

function expressions(node: Tree): Pick<Policy, 'using' | 'check'> {
  const using = child(node, 'qual');
  const check = child(node, 'with_check');
  return { ...(using === undefined ? {} : { using }), ...(check === undefined ? {} : { check }) };
}

function alterPolicy(catalogue: Catalogue, node: Tree, source: Source): void {
  const policies = catalogue.relations.get(keyOf(catalogue, relationName(child(node, 'table'))))?.policies;
  const policy = policies?.get(text(node, 'policy_name'));
  if (policy === undefined) return;
  const roles = list(node, 'roles');
  policies?.set(policy.name, {
    ...policy,
    ...(roles.length === 0 ? {} : { roles: roleNames(roles) }),
    ...expressions(node),
    source,
  });
}

function createFunction(catalogue: Catalogue, node: Tree, source: Source): void {
  if (flag(node, 'is_procedure')) return;
  const { schema, name } = qualifiedName(strings(list(node, 'funcname')));
  const own = schema === '' ? catalogue.searchPath : schema;
  const parameters = children(list(node, 'parameters'), 'FunctionParameter');
  const inputs = parameters.filter(
    (parameter) => !['FUNC_PARAM_OUT', 'FUNC_PARAM_TABLE'].includes(text(parameter, 'mode')),
  );
  const signature = inputs.map((parameter) => typeText(child(parameter, 'argType') ?? {})).join(',');
  const options = children(list(node, 'options'), 'DefElem');
  const option = (wanted: string) => options.find((element) => text(element, 'defname') === wanted);
  const key = `${own}.${name}(${signature})`;
  const callers = catalogue.functions.get(key)?.callers ?? new Map();
  if (!catalogue.functions.has(key))
    for (const [role, privilege, grant] of defaultsFor(catalogue, own, 'function'))
      callers.set(`${role} ${privilege}`, grant);
  catalogue.functions.set(key, {
    schema: own,
    name,
    source,
    signature,
    parameters: inputs.map((parameter) => text(parameter, 'name')),
    language: strings([child(option('language'), 'arg') ?? {}])[0] ?? '',
    body: bodyOf(list(node, 'options')),
    definer: flag(child(option('security'), 'arg', 'Boolean'), 'boolval'),
    returnsTrigger: /^(?:event_)?trigger$/.test(typeText(child(node, 'returnType') ?? {})),
    callers,
  });
}

function alterFunction(catalogue: Catalogue, node: Tree): void {
  const object = { ObjectWithArgs: child(node, 'func') ?? {} };
  for (const action of list(node, 'actions')) {
    const element = child(action, 'DefElem');
    if (text(element, 'defname') !== 'security') continue;
    const definer = flag(child(element, 'arg', 'Boolean'), 'boolval');
    for (const [, known] of functionsNamed(catalogue, object, qualifiedName(nameParts(object))))
      known.definer = definer;
  }
}

/** The text between the quotes after `AS` or `DO`. */
function bodyOf(options: readonly Tree[]): string {
  const body = options.map((option) => child(option, 'DefElem')).find((element) => text(element, 'defname') === 'as');
  const node = child(body, 'arg');
  return strings(node === undefined ? [] : [node, ...list(child(node, 'List'), 'items')])[0] ?? '';
}

function setVariable(catalogue: Catalogue, node: Tree): void {
  if (text(node, 'name') !== 'search_path') return;
  const schemas = list(node, 'args').map((value) => text(child(value, 'A_Const', 'sval'), 'sval'));
  const [first] = schemas.filter((schema) => schema !== '' && schema !== '$user');
  catalogue.searchPath = first ?? 'public';
}
