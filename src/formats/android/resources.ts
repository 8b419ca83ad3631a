/** Names for the resources of an app, the same for the binary and the protobuf table. */

/** Types whose references are followed: their values are text, and one may stand for another. */
export const TEXT_TYPES: ReadonlySet<string> = new Set(['string', 'array', 'plurals']);

/** `string/api_url`, `array/hosts[2]`, `string/api_url (de-rDE)`. */
export function resourceLocator(resource: {
  readonly typeName: string;
  readonly name: string;
  readonly part?: string | undefined;
  readonly qualifier: string;
}): string {
  const part = resource.part === undefined ? '' : `[${resource.part}]`;
  const qualifier = resource.qualifier === '' ? '' : ` (${resource.qualifier})`;
  return `${resource.typeName}/${resource.name}${part}${qualifier}`;
}
