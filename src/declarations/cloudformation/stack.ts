import type { Spot, Verdict, WrittenPolicy } from '../services/verdict.ts';
import { isPlacedMap, itemsOf, member, type Placed, plainOf, textOf } from '../trees/placed.ts';
import { under, wordsOf } from '../trees/source.ts';
import { ADDRESS_MARK, isKnownText, UNKNOWN, UNKNOWN_PART } from '../values.ts';
import { type Evaluator, evaluatorOf, type Substitute } from './evaluate.ts';
import type { Template } from './template.ts';

/** A template with its values worked out for the defaults of its parameters. */
export interface Stack {
  readonly resources: readonly StackResource[];
  readonly globals: Placed | undefined;
  readonly budget: Evaluator['budget'];
}

export interface StackResource {
  readonly id: string;
  readonly type: string;
  readonly spot: Spot;
  /** `infra/template.yaml#Uploads`; stands for a name that AWS makes. */
  readonly address: string;
  /** Its physical name, or what `Ref` gives where AWS makes it. */
  readonly name: string;
  /** Worked out when a judge asks for it. */
  readonly properties: () => Placed;
  /** The words of a property's expression: two resources that name something by the same unknown words mean the same. */
  readonly wordsOf: (property: string) => string | undefined;
  /** Its condition is not known. */
  readonly uncertain: boolean;
  readonly constructPath: string | undefined;
}

/** A backend with what a template says of it. */
export interface Found {
  readonly kind: string;
  /** Absent where AWS makes the name; join binds the declaration to the backend that app and repository name. */
  readonly name?: string;
  readonly verdicts: readonly Verdict[];
}

export function stackOf(template: Template, substitute?: Substitute): Stack {
  const evaluator = evaluatorOf(template, substitute);
  const resources = [...template.resources.values()].flatMap((resource): StackResource[] => {
    const exists = resource.condition === undefined ? true : evaluator.condition(resource.condition);
    if (exists === false) return [];
    const properties = lazily(() => {
      const written = under(resource.body, 'Properties');
      const placed = written === undefined ? undefined : evaluator.evaluate(written);
      return placed ?? { spot: resource.spot, value: new Map() };
    });
    return [
      {
        id: resource.id,
        type: resource.type,
        spot: resource.spot,
        address: `${resource.spot.path}#${resource.id}`,
        name: evaluator.nameOf(resource),
        properties,
        wordsOf: (property) => {
          const node = under(resource.body, 'Properties', property);
          return node === undefined ? undefined : wordsOf(node);
        },
        uncertain: exists === undefined,
        constructPath: resource.constructPath,
      },
    ];
  });
  const globals = template.globals === undefined ? undefined : evaluator.evaluate(template.globals);
  return { resources, globals, budget: evaluator.budget };
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

export function ofType({ resources }: Stack, ...types: readonly string[]): readonly StackResource[] {
  return resources.filter(({ type }) => types.includes(type));
}

export function property(resource: StackResource, ...keys: readonly string[]): Placed | undefined {
  return member(resource.properties(), ...keys);
}

/** The line of a property, or of the resource that leaves it out. */
export function spotOf(resource: StackResource, ...keys: readonly string[]): Spot {
  const placed = property(resource, ...keys);
  return placed === undefined || placed === resource.properties() ? resource.spot : placed.spot;
}

/**
 * What tells the backends apart that resources point at: the name, or what stands for it; for an unknown one the words of
 * the expression.
 */
export function keyOf(resource: StackResource, name: string): string {
  const text = textOf(property(resource, name));
  if (text !== undefined && text !== '' && !text.includes(UNKNOWN_PART)) return text;
  const words = resource.wordsOf(name);
  return words === undefined ? `${ADDRESS_MARK}${resource.id}` : `${UNKNOWN_PART}${words}`;
}

/** The name that is shown for a key: itself, or the address of the resource whose name AWS makes, or of one that speaks of it. */
export function shownName(stack: Stack, key: string, speaker: StackResource): string {
  if (isKnownText(key)) return key;
  return (stack.resources.find(({ id }) => key === `${ADDRESS_MARK}${id}`) ?? speaker).address;
}

export interface StackPolicy extends WrittenPolicy {
  readonly text: string | undefined;
  readonly uncertain: boolean;
}

/** A policy document: written out, or as a text of JSON. */
export function policyOf(resource: StackResource, placed: Placed | undefined): readonly StackPolicy[] {
  if (placed === undefined || placed.value === null || placed.value === '') return [];
  const { spot, value } = placed;
  const shared = { spot, uncertain: resource.uncertain };
  if (isPlacedMap(value)) {
    const statementSpots = itemsOf(member(placed, 'Statement')).map((statement) => statement.spot);
    return [{ ...shared, statementSpots, text: JSON.stringify(plainOf(placed)) }];
  }
  return [{ ...shared, text: value === UNKNOWN ? undefined : textOf(placed) }];
}

/** A resource that a CDK program made is named by its construct, which is where the reader has to look. */
export function withConstruct(verdict: Verdict, stack: Stack): Verdict {
  const owner = stack.resources
    .filter(({ spot }) => spot.path === verdict.spot.path && isBefore(spot, verdict.spot))
    .reduce<StackResource | undefined>((last, one) => (last && isBefore(one.spot, last.spot) ? last : one), undefined);
  if (owner?.constructPath === undefined) return verdict;
  return { ...verdict, why: `${verdict.why} The construct is ${owner.constructPath}.` };
}

function isBefore(one: Spot, other: Spot): boolean {
  return one.line < other.line || (one.line === other.line && (one.column ?? 0) <= (other.column ?? 0));
}
