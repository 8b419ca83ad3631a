import type { Setting, Spot, Verdict } from '../services/verdict.ts';
import { ADDRESS_MARK, isKnownText, truthOf, UNKNOWN, UNKNOWN_PART, type Value } from '../values.ts';
import type { ModuleCall } from './module.ts';
import { attributeValue, type EvaluatedBlock, type Resource } from './resources.ts';

/** One root configuration with all of its modules, worked out for one set of variable values. */
export interface World {
  readonly resources: readonly Resource[];
  readonly calls: readonly ModuleCall[];
  /** Date against which expiring rules are held. */
  readonly now: Date;
  /** Where an offset of a resource's file is. */
  readonly spotOf: (file: string, at: number) => Spot;
  /** The lowest version that the configuration allows of a provider, from its constraint or lock file; undefined if unsaid. */
  readonly majorOf: (provider: string) => number | undefined;
}

/** A backend with what the configuration says of it. */
export interface Found {
  readonly kind: string;
  /** Absent where the provider makes it; join binds the declaration to the backend that app and repository name. */
  readonly name?: string;
  readonly verdicts: readonly Verdict[];
}

export function ofType(world: World, ...types: readonly string[]): readonly Resource[] {
  return world.resources.filter(({ mode, resourceType }) => mode === 'managed' && types.includes(resourceType));
}

/** The line of the attribute, or of the block that would hold it. */
export function spotOfAttribute(world: World, resource: Resource, block: EvaluatedBlock, name: string): Spot {
  return world.spotOf(resource.file, block.attributes.get(name)?.at ?? block.at);
}

/** A switch with the provider's default for where it is left out. */
export function settingOf(block: EvaluatedBlock, name: string, fallback: boolean): Setting {
  const value = attributeValue(block, name);
  if (value === undefined || value === null) return block.uncertain ? 'unknown' : fallback;
  return truthOf(value) ?? 'unknown';
}

/** The text of an attribute with its unknown parts marked; undefined if it is left out, or null. */
export function textAttribute(block: EvaluatedBlock, name: string): string | undefined {
  const value = attributeValue(block, name);
  if (value === UNKNOWN) return UNKNOWN_PART;
  return typeof value === 'string' ? value : undefined;
}

/**
 * What tells resources of one backend apart from others: its name; where a provider makes the name, the address of the
 * resource that holds it; where it is not known, the module and the words of the expression.
 */
export function keyOf(resource: Resource, attribute: string): string {
  const { value, source } = resource.attributes.get(attribute) ?? {};
  const written = textKey(value);
  if (written !== undefined) return written;
  return source === undefined ? `${ADDRESS_MARK}${resource.address}` : expressionKey(resource, source);
}

export function expressionKey(resource: Resource, source: string): string {
  return `${UNKNOWN_PART}${resource.module}${source.replace(/\s+/g, '')}`;
}

function textKey(value: Value | undefined): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (value === '' || value.includes(UNKNOWN_PART)) return undefined;
  return value.lastIndexOf(ADDRESS_MARK) <= 0 ? value : undefined;
}

/** The name that is shown for a key: itself, or the address of a resource that speaks of it. */
export function shownName(key: string, address: string): string {
  if (key.startsWith(ADDRESS_MARK)) return key.slice(ADDRESS_MARK.length);
  return isKnownText(key) ? key : address;
}
