import type { Spot } from '../services/verdict.ts';
import { isPlacedMap, type Placed, type PlacedValue, textOf } from '../trees/placed.ts';
import { ADDRESS_MARK } from '../values.ts';
import { evaluate, MAX_STEPS, rounds, type Scope, truthOf, unknownOf, withLocals } from './evaluate.ts';
import { type Expression, entry, type ResourceDeclaration } from './expression.ts';

/** A template in either of its two languages. */
export interface Deployment {
  readonly path: string;
  /** Without a default: undefined. */
  readonly parameters: ReadonlyMap<string, Expression | undefined>;
  readonly variables: ReadonlyMap<string, Expression>;
  readonly resources: readonly ResourceDeclaration[];
}

/** One resource with its values, by its full type and name. */
export interface DeployedResource {
  /** Lower case: `microsoft.storage/storageaccounts/blobservices/containers`. */
  readonly type: string;
  /** A part for each part of the type below the provider; parts that are not known hold a mark. */
  readonly name: readonly string[];
  readonly spot: Spot;
  readonly symbol: string | undefined;
  readonly existing: boolean;
  readonly body: Placed;
  /** It may not be deployed: its condition is not known. */
  readonly uncertain: boolean;
}

export interface Deployed {
  readonly resources: readonly DeployedResource[];
  readonly scope: Scope;
}

const MAX_RESOURCES = 5_000;

/**
 * What a deployment comes to with the given values for its parameters, and the defaults of the others. Of a module that is
 * called the values are known, so one without a default that is not given is null.
 */
export function deploy(
  deployment: Deployment,
  given?: ReadonlyMap<string, PlacedValue>,
  budget: Scope['budget'] = { steps: MAX_STEPS, depth: 0 },
): Deployed {
  const scope = scopeOf(deployment, given, budget);
  const resources: DeployedResource[] = [];

  function visit(declaration: ResourceDeclaration, around: DeployedResource | undefined, scoped: Scope): void {
    const each = declaration.loop === undefined ? [scoped] : rounds(declaration.loop, scoped);
    const times = each ?? [withLocals(scoped, unknownLocals(declaration))];
    for (const round of times) {
      if (resources.length >= MAX_RESOURCES) return;
      const exists = declaration.condition === undefined || truthOf(evaluate(declaration.condition, round));
      if (exists === false) continue;
      const resource = resourceOf(declaration, around, round, exists === undefined);
      resources.push(resource);
      for (const nested of declaration.nested) visit(nested, resource, round);
    }
  }

  for (const declaration of deployment.resources) visit(declaration, undefined, scope);
  return { resources, scope };
}

/** What a loop goes over is not known: neither is its item. */
function unknownLocals({ loop }: ResourceDeclaration): readonly (readonly [string, PlacedValue])[] {
  if (loop === undefined) return [];
  const names = loop.index === undefined ? [loop.item] : [loop.item, loop.index];
  return names.map((name) => [name, `${ADDRESS_MARK}${name}`] as const);
}

function scopeOf(
  deployment: Deployment,
  given: ReadonlyMap<string, PlacedValue> | undefined,
  budget: Scope['budget'],
): Scope {
  const made = new Map<string, PlacedValue | undefined>();
  const symbols = new Map(symbolsOf(deployment.resources));
  /** A name that is being worked out, or leads back to itself, is not known. */
  const once = (key: string, make: () => PlacedValue | undefined) => {
    if (made.has(key)) return made.get(key);
    made.set(key, undefined);
    const value = make();
    made.set(key, value);
    return value;
  };
  const own: Scope = {
    budget,
    locals: new Map(),
    parameter: (name) => {
      const known = find(deployment.parameters, name);
      if (known === undefined) return undefined;
      const [written, initial] = known;
      if (initial === undefined) return given === undefined ? undefined : (given.get(written) ?? null);
      // A parameter that is given null has its default.
      return given?.get(written) ?? once(`parameter ${written}`, () => evaluate(initial, own).value);
    },
    variable: (name) => {
      const known = find(deployment.variables, name);
      return known === undefined ? undefined : once(`variable ${known[0]}`, () => evaluate(known[1], own).value);
    },
    symbol: (name) => {
      const symbol = symbols.get(name);
      return symbol === undefined ? undefined : once(`symbol ${name}`, () => symbolValue(symbol, own));
    },
  };
  return own;
}

/** Names of parameters and variables are not case-sensitive in JSON. */
function find<Value>(map: ReadonlyMap<string, Value>, name: string): readonly [string, Value] | undefined {
  const plain = name.toLowerCase();
  return [...map].find(([key]) => key === name) ?? [...map].find(([key]) => key.toLowerCase() === plain);
}

/** A resource that has a symbol, with the one it is nested in. */
interface Symbol {
  readonly declaration: ResourceDeclaration;
  readonly type: string;
  readonly around: Symbol | undefined;
}

function symbolsOf(
  declarations: readonly ResourceDeclaration[],
  around?: Symbol,
): readonly (readonly [string, Symbol])[] {
  return declarations.flatMap((declaration) => {
    const own: Symbol = { declaration, type: fullType(declaration, around?.type), around };
    const named = declaration.symbol === undefined ? [] : [[declaration.symbol, own] as const];
    return [...named, ...symbolsOf(declaration.nested, own)];
  });
}

/** Under this key a resource's symbol gives its name with those of the resources above it. */
const PATH = '#path';

/** What other resources see of one: its name. */
function symbolValue(symbol: Symbol, scope: Scope): PlacedValue {
  const { declaration } = symbol;
  const placed = (value: PlacedValue): Placed => ({ spot: declaration.spot, value });
  return new Map([
    ['name', placed(ownName(declaration, scope))],
    [PATH, placed(symbolPath(symbol, scope).join('/'))],
  ]);
}

function symbolPath({ declaration, type, around }: Symbol, scope: Scope): readonly string[] {
  return pathOf(declaration, type, around === undefined ? undefined : symbolPath(around, scope), scope);
}

function ownName(declaration: ResourceDeclaration, scope: Scope): string {
  const written = entry(declaration.body, 'name');
  if (written === undefined) return `${ADDRESS_MARK}${declaration.symbol ?? ''}`;
  return textOf(evaluate(written, scope)) ?? unknownOf(written);
}

/** The parts of a resource's name, those of the resource around it or of its `parent` first. */
function pathOf(
  declaration: ResourceDeclaration,
  type: string,
  around: readonly string[] | undefined,
  scope: Scope,
): readonly string[] {
  const own = ownName(declaration, scope).split('/');
  if (own.length >= type.split('/').length - 1) return own;
  if (around !== undefined) return [...around, ...own];
  const parent = entry(declaration.body, 'parent');
  if (parent === undefined) return own;
  const { value } = evaluate(parent, scope);
  const above = isPlacedMap(value) ? textOf(value.get(PATH)) : undefined;
  return [...(above ?? unknownOf(parent)).split('/'), ...own];
}

/** Lower case; the type of a nested resource is relative to that of the one around it. */
function fullType({ type }: ResourceDeclaration, around: string | undefined): string {
  const written = type.toLowerCase();
  return around === undefined || written.startsWith(`${around}/`) ? written : `${around}/${written}`;
}

function resourceOf(
  declaration: ResourceDeclaration,
  around: DeployedResource | undefined,
  scope: Scope,
  uncertain: boolean,
): DeployedResource {
  const type = fullType(declaration, around?.type);
  return {
    type,
    name: pathOf(declaration, type, around?.name, scope),
    spot: declaration.spot,
    symbol: declaration.symbol,
    existing: declaration.existing,
    body: evaluate(declaration.body, scope),
    uncertain: uncertain || around?.uncertain === true,
  };
}
