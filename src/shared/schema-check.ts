/**
 * Checks a value against a JSON Schema of the few keywords that our own schemas use; it is no validator for others. Ours,
 * because a general one would be larger than all that it is needed for: reports that another job hands over.
 */
type Schema = Readonly<Record<string, unknown>>;

/** Values looked at in one check; a report of 25,000 findings has some 2 million. */
const MAX_VALUES = 20_000_000;

/** What is wrong, with the path of the member; undefined if nothing is. */
export function schemaProblem(root: Schema, value: unknown): string | undefined {
  let left = MAX_VALUES;
  const check = (schema: Schema, item: unknown, path: string): string | undefined => {
    left -= 1;
    if (left < 0) return 'too large to check';
    if (typeof schema.$ref === 'string') return check(definition(root, schema.$ref), item, path);
    return (
      wrongValue(schema, item, path) ??
      first(members(schema, item), ([name, inner, member]) => check(inner, member, `${path}/${name}`))
    );
  };
  return check(root, value, '');
}

function definition(root: Schema, reference: string): Schema {
  const definitions = root.$defs;
  const found = isRecord(definitions) ? definitions[reference.slice('#/$defs/'.length)] : undefined;
  if (!isRecord(found)) throw new Error(`no schema ${reference}`);
  return found;
}

function wrongValue(schema: Schema, item: unknown, path: string): string | undefined {
  const where = path === '' ? 'it' : path;
  if ('const' in schema && item !== schema.const) return `${where} must be ${JSON.stringify(schema.const)}`;
  if (Array.isArray(schema.enum) && !schema.enum.includes(item))
    return `${where} must be one of ${schema.enum.join(', ')}`;
  if (typeof schema.type === 'string' && !hasType(schema.type, item)) return `${where} must be of type ${schema.type}`;
  if (typeof schema.minimum === 'number' && typeof item === 'number' && item < schema.minimum)
    return `${where} must be at least ${schema.minimum}`;
  if (typeof schema.pattern === 'string' && typeof item === 'string' && !new RegExp(schema.pattern, 'u').test(item))
    return `${where} must match ${schema.pattern}`;
  if (!isRecord(item) || !Array.isArray(schema.required)) return undefined;
  const missing = schema.required.find((name: unknown) => typeof name === 'string' && !Object.hasOwn(item, name));
  return missing === undefined ? undefined : `${path}/${missing} is missing`;
}

function hasType(type: string, item: unknown): boolean {
  if (type === 'array') return Array.isArray(item);
  if (type === 'object') return isRecord(item);
  if (type === 'integer') return Number.isInteger(item);
  return typeof item === type;
}

type Member = readonly [name: string, schema: Schema, item: unknown];

function members(schema: Schema, item: unknown): readonly Member[] {
  if (Array.isArray(item)) {
    const { items } = schema;
    return isRecord(items) ? item.map((member, index) => [String(index), items, member]) : [];
  }
  if (!isRecord(item)) return [];
  const known = isRecord(schema.properties) ? schema.properties : {};
  const others = schema.additionalProperties;
  return Object.entries(item).flatMap(([name, member]): Member[] => {
    const inner = Object.hasOwn(known, name) ? known[name] : others;
    return isRecord(inner) ? [[name, inner, member]] : [];
  });
}

function first<T>(items: readonly T[], find: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
