import { isPlacedList, itemsOf, type Placed, type PlacedValue, plainOf, textOf } from '../trees/placed.ts';
import { entriesOf, entryOf, type SourceEntry, type SourceNode, under } from '../trees/source.ts';
import { ADDRESS_MARK, equal, fromPlain, isKnownText, MAX_TEXT, UNKNOWN, UNKNOWN_PART } from '../values.ts';
import { NAMED } from './names.ts';
import type { Template, TemplateResource } from './template.ts';

/** Works out what a template's values come to with the defaults of its parameters. */
export interface Evaluator {
  /** Undefined for what `AWS::NoValue` takes away. */
  readonly evaluate: (node: SourceNode) => Placed | undefined;
  /** True, false, or undefined for one that depends on what is not known. */
  readonly condition: (name: string) => boolean | undefined;
  /** The name that a resource is given, or what stands for the one that AWS makes. */
  readonly nameOf: (resource: TemplateResource) => string;
  /** How much may still be worked out; at zero everything else is unknown. */
  readonly budget: { steps: number };
}

/** Texts that a framework around the template fills in before: the value for one, or undefined to leave it. */
export type Substitute = (text: string, evaluate: Evaluator['evaluate']) => PlacedValue | undefined;

const MAX_STEPS = 300_000;
const MAX_DEPTH = 60;

/** Fixed by where a stack is made, but not known: nobody's name, and no stranger's. */
const PSEUDO = new Set(['AccountId', 'Region', 'StackName', 'StackId', 'NotificationARNs']);

/** Stands for the name that AWS will give a resource; logical ids have no dot, so a property of one is told apart. */
function standInOf(id: string): string {
  return `${ADDRESS_MARK}${id}`;
}

export function evaluatorOf(template: Template, substitute: Substitute = () => undefined): Evaluator {
  const budget = { steps: MAX_STEPS };
  let depth = 0;
  const conditions = new Map<string, boolean | undefined>();
  const names = new Map<string, string>();

  function evaluate(node: SourceNode): Placed | undefined {
    if (depth > MAX_DEPTH || budget.steps-- <= 0) return { spot: node.spot, value: UNKNOWN };
    depth++;
    try {
      const value = worth(node);
      return value === undefined ? undefined : { spot: node.spot, value };
    } finally {
      depth--;
    }
  }

  function worth(node: SourceNode): PlacedValue | undefined {
    if (node.type === 'scalar') return typeof node.value === 'string' ? textValue(node.value) : node.value;
    if (node.type === 'list') return node.items.flatMap((item) => evaluate(item) ?? []);
    const [only] = node.entries;
    if (only !== undefined && node.entries.length === 1 && isIntrinsic(only)) return INTRINSICS[only.key]?.(only.value);
    const entries = node.entries.flatMap(({ key, spot, value }): [string, Placed][] => {
      if (key === 'Fn::Transform') return [];
      const placed = evaluate(value);
      return placed === undefined ? [] : [[key, { spot, value: placed.value }]];
    });
    // A macro or include may add anything to the map.
    return node.entries.some(({ key }) => key === 'Fn::Transform') ? UNKNOWN : new Map(entries);
  }

  /** `Condition` is also the key of a policy's conditions, which are a map. */
  function isIntrinsic({ key, value }: SourceEntry): boolean {
    return Object.hasOwn(INTRINSICS, key) && (key !== 'Condition' || value.type === 'scalar');
  }

  function textValue(text: string): PlacedValue | undefined {
    const substituted = substitute(text, evaluate);
    if (substituted !== undefined) return substituted;
    // Dynamic references are resolved by CloudFormation when the stack is made.
    return text.includes('{{resolve:') ? text.replace(/\{\{resolve:[^{}]{0,2048}\}\}/g, UNKNOWN_PART) : text;
  }

  /** The arguments of a function: a list, each worked out. */
  const argumentsOf = (node: SourceNode) => itemsOf(evaluate(node));

  const INTRINSICS: Readonly<Record<string, (node: SourceNode) => PlacedValue | undefined>> = {
    Ref: (node) => reference(scalarOf(node)),
    Condition: (node) => condition(scalarOf(node)) ?? UNKNOWN,
    'Fn::GetAtt': (node) => attribute(node),
    'Fn::Sub': (node) => substituted(node),
    'Fn::Join': (node) => join(argumentsOf(node)),
    'Fn::If': (node) => choose(node),
    'Fn::FindInMap': (node) => findInMap(node),
    'Fn::Select': (node) => select(argumentsOf(node)),
    'Fn::Split': (node) => split(argumentsOf(node)),
    'Fn::Equals': (node) => {
      const [left, right] = argumentsOf(node);
      if (left === undefined || right === undefined) return UNKNOWN;
      return equal(asText(left), asText(right)) ?? UNKNOWN;
    },
    'Fn::Not': (node) => {
      const [truth] = truths(node);
      return truth === undefined ? UNKNOWN : !truth;
    },
    'Fn::And': (node) => {
      const all = truths(node);
      if (all.includes(false)) return false;
      return all.includes(undefined) ? UNKNOWN : true;
    },
    'Fn::Or': (node) => {
      const all = truths(node);
      if (all.includes(true)) return true;
      return all.includes(undefined) ? UNKNOWN : false;
    },
    'Fn::ToJsonString': (node) => {
      const placed = evaluate(node);
      return placed === undefined ? UNKNOWN : JSON.stringify(plainOf(placed));
    },
    'Fn::Length': (node) => {
      const value = evaluate(node)?.value;
      return isPlacedList(value) ? value.length : UNKNOWN;
    },
    'Fn::ImportValue': () => UNKNOWN,
    'Fn::Transform': () => UNKNOWN,
    'Fn::GetAZs': () => UNKNOWN,
    'Fn::Cidr': () => UNKNOWN,
    'Fn::Base64': () => UNKNOWN,
  };

  function truths(node: SourceNode): readonly (boolean | undefined)[] {
    return argumentsOf(node).map(({ value }) => {
      if (typeof value === 'boolean') return value;
      return value === 'true' ? true : value === 'false' ? false : undefined;
    });
  }

  function condition(name: string): boolean | undefined {
    if (conditions.has(name)) return conditions.get(name);
    // While it is being worked out it is not known: a condition that leads back to itself.
    conditions.set(name, undefined);
    const node = template.conditions.get(name);
    const value = node === undefined ? undefined : evaluate(node)?.value;
    const truth = value === true || value === 'true' ? true : value === false || value === 'false' ? false : undefined;
    conditions.set(name, truth);
    return truth;
  }

  /** Undefined is `AWS::NoValue`. */
  function reference(name: string): PlacedValue | undefined {
    if (name === 'AWS::NoValue') return undefined;
    return pseudo(name) ?? parameter(name) ?? resource(name) ?? UNKNOWN;
  }

  function pseudo(name: string): PlacedValue | undefined {
    if (!name.startsWith('AWS::')) return undefined;
    const short = name.slice('AWS::'.length);
    if (short === 'Partition') return 'aws';
    if (short === 'URLSuffix') return 'amazonaws.com';
    return PSEUDO.has(short) ? standInOf(`AWS.${short}`) : UNKNOWN;
  }

  function parameter(name: string): PlacedValue | undefined {
    const declared = template.parameters.get(name);
    if (declared === undefined) return undefined;
    const type = scalarOf(under(declared, 'Type'));
    // Its default is the name of a stored value, not the value.
    if (type.startsWith('AWS::SSM::')) return UNKNOWN;
    const written = entryOf(declared, 'Default')?.value;
    const value = written === undefined ? UNKNOWN : (evaluate(written)?.value ?? UNKNOWN);
    if (typeof value !== 'string' || !/^(?:CommaDelimitedList|List<)/.test(type)) return value;
    return value.split(',').map((item): Placed => ({ spot: declared.spot, value: item.trim() }));
  }

  function resource(id: string): PlacedValue | undefined {
    const declared = template.resources.get(id);
    if (declared === undefined) return undefined;
    const named = Object.hasOwn(NAMED, declared.type) ? NAMED[declared.type] : undefined;
    const name = nameOf(declared);
    return named?.ref?.(name) ?? name;
  }

  function nameOf(declared: TemplateResource): string {
    const known = names.get(declared.id);
    if (known !== undefined) return known;
    const standIn = standInOf(declared.id);
    names.set(declared.id, standIn);
    const named = Object.hasOwn(NAMED, declared.type) ? NAMED[declared.type] : undefined;
    const written = named === undefined ? undefined : under(declared.body, 'Properties', named.by);
    const text = written === undefined ? undefined : textOf(evaluate(written));
    const name = isKnownText(text) && text !== '' ? text : standIn;
    names.set(declared.id, name);
    return name;
  }

  function attribute(node: SourceNode): PlacedValue {
    const path =
      node.type === 'scalar' ? scalarOf(node).split('.') : argumentsOf(node).map((item) => textOf(item) ?? '');
    const [id = '', ...rest] = path;
    return attributeOf(id, rest.join('.'));
  }

  function attributeOf(id: string, name: string): PlacedValue {
    const declared = template.resources.get(id);
    if (declared === undefined || name.includes(UNKNOWN_PART)) return UNKNOWN;
    const named = Object.hasOwn(NAMED, declared.type) ? NAMED[declared.type] : undefined;
    const attributes = named?.attributes?.(nameOf(declared)) ?? {};
    if (Object.hasOwn(attributes, name)) return attributes[name] ?? UNKNOWN;
    return standInOf(`${id}.${name}`);
  }

  function substituted(node: SourceNode): PlacedValue {
    const [text, variables] = node.type === 'list' ? [node.items[0], node.items[1]] : [node, undefined];
    if (text?.type !== 'scalar') return UNKNOWN;
    const filled = String(text.value ?? '').replace(
      /\$\{(!?)([^{}]{1,512})\}/g,
      (whole, escaped: string, name: string) => {
        if (escaped === '!') return `\${${name}}`;
        const own = entryOf(variables, name.trim())?.value;
        if (own !== undefined) return inText(evaluate(own));
        return subVariable(name.trim()) ?? whole;
      },
    );
    if (filled.length > MAX_TEXT) return UNKNOWN;
    return textValue(filled) ?? UNKNOWN;
  }

  /** Undefined for what is none of the template's names: a policy variable, or a framework's. */
  function subVariable(name: string): string | undefined {
    const dot = name.indexOf('.');
    if (dot > 0 && template.resources.has(name.slice(0, dot)))
      return inText({ spot: NOWHERE, value: attributeOf(name.slice(0, dot), name.slice(dot + 1)) });
    if (name.includes(':') && !name.startsWith('AWS::')) return undefined;
    const value = reference(name);
    return value === undefined ? '' : inText({ spot: NOWHERE, value });
  }

  function join([separator, list]: readonly Placed[]): PlacedValue {
    const between = separator === undefined ? undefined : textOf(separator);
    if (between === undefined || list === undefined) return UNKNOWN;
    const text = itemsOf(list).map(inText).join(between);
    return text.length > MAX_TEXT ? UNKNOWN : text;
  }

  function choose(node: SourceNode): PlacedValue | undefined {
    if (node.type !== 'list') return UNKNOWN;
    const [name, yes, no] = node.items;
    const truth = condition(scalarOf(name));
    const chosen = truth === true ? yes : truth === false ? no : undefined;
    if (chosen !== undefined) return evaluate(chosen)?.value;
    if (yes === undefined || no === undefined) return UNKNOWN;
    // Both ways may come to the same.
    const [one, other] = [evaluate(yes), evaluate(no)];
    const same = one !== undefined && other !== undefined && isSame(one, other);
    return same ? one.value : UNKNOWN;
  }

  function findInMap(node: SourceNode): PlacedValue {
    if (node.type !== 'list') return UNKNOWN;
    const [map, first, second] = node.items.slice(0, 3).map((item) => textOf(evaluate(item)));
    const found =
      map !== undefined && isKnownText(first) && isKnownText(second)
        ? under(template.mappings.get(map), first, second)
        : undefined;
    const fallback = under(node.items[3], 'DefaultValue');
    const chosen = found ?? (isKnownText(first) && isKnownText(second) ? fallback : undefined);
    if (chosen !== undefined) return evaluate(chosen)?.value ?? UNKNOWN;
    return isKnownText(second) ? oneOf(template.mappings.get(map ?? ''), second) : UNKNOWN;
  }

  /** The region decides which, as for the accounts of load balancers; if none of them is a wildcard, it is something fixed. */
  function oneOf(mapping: SourceNode | undefined, key: string): PlacedValue {
    const candidates = entriesOf(mapping).map(({ value }) => scalarOf(under(value, key)));
    const fixed = candidates.length > 0 && candidates.every((text) => text !== '' && !/[*?$]/.test(text));
    return fixed ? standInOf('AWS.Mapping') : UNKNOWN;
  }

  function select([index, list]: readonly Placed[]): PlacedValue {
    const at = Number(textOf(index));
    if (!isPlacedList(list?.value) || !Number.isInteger(at)) return UNKNOWN;
    return list.value[at]?.value ?? UNKNOWN;
  }

  function split([separator, text]: readonly Placed[]): PlacedValue {
    const [between, whole] = [textOf(separator), textOf(text)];
    if (text === undefined || between === undefined || between === '' || !isKnownText(whole)) return UNKNOWN;
    return whole
      .split(between)
      .slice(0, 1000)
      .map((value): Placed => ({ spot: text.spot, value }));
  }

  return { evaluate, condition, nameOf, budget };
}

const NOWHERE = { path: '', line: 1 };

function scalarOf(node: SourceNode | undefined): string {
  return node?.type === 'scalar' && node.value !== null ? String(node.value) : '';
}

function inText(placed: Placed | undefined): string {
  return textOf(placed) ?? UNKNOWN_PART;
}

/** CloudFormation compares texts: `!Equals [true, "true"]` holds. */
function asText(placed: Placed) {
  return textOf(placed) ?? fromPlain(plainOf(placed));
}

function isSame(one: Placed, other: Placed): boolean {
  return equal(fromPlain(plainOf(one)), fromPlain(plainOf(other))) === true;
}
