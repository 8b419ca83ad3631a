import { UNKNOWN, type Value } from '../values.ts';
import { completed } from './computed.ts';
import { type Budget, evaluate, type Scope } from './evaluate.ts';
import { evaluateBlock, type Instance, instancesOf, keyed, type Resource } from './resources.ts';
import type { Block } from './syntax.ts';

/** The configuration of one folder: what its files say together. */
export interface Folder {
  readonly path: string;
  readonly blocks: readonly { readonly block: Block; readonly file: string }[];
}

/** A module with the values of its inputs; everything in it is worked out when it is asked for. */
export interface Module {
  readonly address: string;
  readonly folder: string;
  readonly resources: () => readonly Resource[];
  readonly outputs: () => Value;
  readonly children: () => readonly Module[];
  /** Calls of modules that are not in the repository. */
  readonly calls: () => readonly ModuleCall[];
}

/** A call of a module from elsewhere, as a resource of its own: its inputs are the attributes. */
export interface ModuleCall extends Resource {
  readonly source: string;
  readonly version?: string;
}

export interface Surroundings {
  readonly budget: Budget;
  /** The folder that a local `source` means; undefined if the repository does not have it. */
  readonly folderAt: (from: string, source: string) => Folder | undefined;
  readonly readFile: (folder: string, name: string, args: readonly Value[]) => Value;
}

const MAX_MODULE_DEPTH = 8;

interface Declared {
  readonly block: Block;
  readonly file: string;
}

export function openModule(
  folder: Folder,
  address: string,
  inputs: (name: string) => Value | undefined,
  around: Surroundings,
  depth = 0,
): Module {
  const named = (type: string, label: number) => {
    const byName = new Map<string, Declared>();
    for (const declared of folder.blocks) {
      const name = declared.block.labels.slice(0, label).join('.');
      if (declared.block.type === type && !byName.has(name)) byName.set(name, declared);
    }
    return byName;
  };
  const variables = named('variable', 1);
  const outputs = named('output', 1);
  const calls = named('module', 1);
  const resources = new Map(
    [...named('resource', 2)].map(([name, declared]) => [name, { declared, mode: 'managed' as const }]),
  );
  const data = new Map(
    [...named('data', 2)].map(([name, declared]) => [`data.${name}`, { declared, mode: 'data' as const }]),
  );
  const all = new Map<string, { readonly declared: Declared; readonly mode: Resource['mode'] }>([
    ...resources,
    ...data,
  ]);
  const locals = new Map(
    folder.blocks
      .filter(({ block }) => block.type === 'locals')
      .flatMap(({ block }) =>
        [...block.body.attributes.values()].map((attribute) => [attribute.name, attribute] as const),
      ),
  );
  const once = memo();

  const variable = (name: string): Value => {
    const given = inputs(name);
    const fallback = variables.get(name)?.block.body.attributes.get('default');
    // null means "not given" unless the variable says otherwise; its default is null then.
    if (given !== undefined && (given !== null || fallback === undefined)) return given;
    return fallback === undefined ? UNKNOWN : evaluate(fallback.value, scope);
  };
  const local = (name: string): Value => {
    const attribute = locals.get(name);
    return attribute === undefined ? UNKNOWN : evaluate(attribute.value, scope);
  };

  const instancesOfResource = (
    name: string,
  ): readonly { readonly key?: string | number; readonly resource: Resource }[] => {
    const found = all.get(name);
    if (found === undefined) return [];
    return once.list(`resource ${name}`, () =>
      instancesOf(found.declared.block.body, scope, 'each').map((instance) => ({
        ...(instance.key === undefined ? {} : { key: instance.key }),
        resource: resourceOf(found.declared, found.mode, instance, `${address}${name}`, folder.path, address),
      })),
    );
  };
  const resourceValue = (name: string, type: string): Value => {
    const found = all.get(name);
    if (found === undefined) return completed(undefined, type, `${address}${name}`);
    const { attributes } = found.declared.block.body;
    return once.value(`value ${name}`, () =>
      gathered(
        instancesOfResource(name).map(({ key, resource }) => ({
          key,
          value: completed(resource, type, resource.address),
        })),
        attributes.has('count') ? 'count' : attributes.has('for_each') ? 'for_each' : 'single',
      ),
    );
  };

  const instancesOfCall = (
    name: string,
  ): readonly { readonly key?: string | number; readonly module?: Module; readonly call: Resource }[] => {
    const declared = calls.get(name);
    if (declared === undefined) return [];
    return once.list(`call ${name}`, () =>
      instancesOf(declared.block.body, scope, 'each').map((instance) => {
        const callAddress = keyed(`${address}module.${name}`, instance.key);
        const call = resourceOf(declared, 'managed', instance, `${address}module.${name}`, folder.path, address);
        const source = call.attributes.get('source')?.value;
        const target =
          typeof source === 'string' && depth < MAX_MODULE_DEPTH ? around.folderAt(folder.path, source) : undefined;
        const key = instance.key === undefined ? {} : { key: instance.key };
        if (target === undefined) return { ...key, call };
        const given = (input: string) => call.attributes.get(input)?.value;
        return { ...key, call, module: openModule(target, `${callAddress}.`, given, around, depth + 1) };
      }),
    );
  };
  const moduleValue = (name: string): Value => {
    const attributes = calls.get(name)?.block.body.attributes;
    return once.value(`module ${name}`, () =>
      gathered(
        instancesOfCall(name).map(({ key, module, call }) => ({
          key,
          value: module?.outputs() ?? completed(call, 'module', call.address),
        })),
        attributes?.has('count') ? 'count' : attributes?.has('for_each') ? 'for_each' : 'single',
      ),
    );
  };

  const scope: Scope = {
    budget: around.budget,
    locals: new Map(),
    refer: (root, path) => {
      const [first, second] = path;
      if (first === undefined) return { value: UNKNOWN, used: 0 };
      if (root === 'var') return { value: once.value(`var ${first}`, () => variable(first)), used: 1 };
      if (root === 'local') return { value: once.value(`local ${first}`, () => local(first)), used: 1 };
      if (root === 'module') return { value: moduleValue(first), used: 1 };
      if (root === 'path') return { value: first === 'module' ? `/${folder.path}` : UNKNOWN, used: 1 };
      if (root === 'data')
        return { value: second === undefined ? UNKNOWN : resourceValue(`data.${first}.${second}`, first), used: 2 };
      return { value: resourceValue(`${root}.${first}`, root), used: 1 };
    },
    readFile: (name, args) => around.readFile(folder.path, name, args),
  };

  return {
    address,
    folder: folder.path,
    resources: () => [...all.keys()].flatMap((name) => instancesOfResource(name).map(({ resource }) => resource)),
    outputs: () =>
      once.value('outputs', () => {
        const entries = [...outputs].map(([name, { block }]) => {
          const value = block.body.attributes.get('value');
          return [name, value === undefined ? UNKNOWN : evaluate(value.value, scope)] as const;
        });
        return new Map(entries);
      }),
    children: () => [...calls.keys()].flatMap((name) => instancesOfCall(name).flatMap(({ module }) => module ?? [])),
    calls: () =>
      [...calls.keys()].flatMap((name) =>
        instancesOfCall(name).flatMap(({ module, call }) => (module === undefined ? callOf(call) : [])),
      ),
  };
}

function callOf(call: Resource): readonly ModuleCall[] {
  const source = call.attributes.get('source')?.value;
  const version = call.attributes.get('version')?.value;
  if (typeof source !== 'string') return [];
  return [{ ...call, source, ...(typeof version === 'string' ? { version } : {}) }];
}

function resourceOf(
  { block, file }: Declared,
  mode: Resource['mode'],
  instance: Instance,
  address: string,
  folder: string,
  module: string,
): Resource {
  return {
    ...evaluateBlock(block, instance.scope, instance.uncertain),
    mode,
    resourceType: block.labels[0] ?? '',
    address: keyed(address, instance.key),
    module,
    folder,
    file,
  };
}

/** One instance is itself; `count` makes a list of them and `for_each` a map, which is unknown when they are. */
function gathered(
  instances: readonly { readonly key: string | number | undefined; readonly value: Value }[],
  how: 'single' | 'count' | 'for_each',
): Value {
  const [first] = instances;
  if (how === 'single') return first?.value ?? UNKNOWN;
  if (how === 'count') return instances.map(({ value }) => value);
  if (first !== undefined && first.key === undefined) return UNKNOWN;
  return new Map(instances.map(({ key, value }) => [String(key), value]));
}

/** Remembers values by name; a value that is asked for while it is being worked out (a cycle) is unknown. */
function memo() {
  const values = new Map<string, Value>();
  const lists = new Map<string, readonly unknown[]>();
  return {
    value: (name: string, work: () => Value): Value => {
      const known = values.get(name);
      if (known !== undefined) return known;
      values.set(name, UNKNOWN);
      const value = work();
      values.set(name, value);
      return value;
    },
    list: <Item>(name: string, work: () => readonly Item[]): readonly Item[] => {
      const known = lists.get(name);
      // Each name is only ever used for one kind of item.
      if (known !== undefined) return known as readonly Item[];
      lists.set(name, []);
      const items = work();
      lists.set(name, items);
      return items;
    },
  };
}
