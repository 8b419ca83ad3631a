import type { Choice } from './choice.ts';
import type { Constraint } from './constraints.ts';
import { OWN_UID } from './evaluate.ts';
import type { Value } from './values.ts';

/** More fields than this are counted. */
const MAX_TOLD = 4;

/** What a caller has to do to pass, as the rest of a sentence: `that sends contentType "image/x"`. */
export function inWords(choice: Choice): string {
  const parts = [
    ...addressIn(choice),
    ...[...choice.documents].map(
      ([path, document]) => `first writes ${pathText(path)} itself${fieldsIn(document, choice, `document:${path}`)}`,
    ),
    ...sentIn(choice),
    ...[...choice.path].map(([name, id]) => `asks for a path where {${name.replace(/^\$/, '')}} is ${valueText(id)}`),
  ];
  return parts.length === 0 ? 'that sends no fields' : `that ${parts.join(' and ')}`;
}

function addressIn({ email }: Choice): readonly string[] {
  return email === undefined
    ? []
    : [`signs up with an address like ${valueText(email)}, which is not checked (no email_verified)`];
}

function pathText(path: string): string {
  return `/${path.replaceAll(OWN_UID, '{its own uid}')}`;
}

function fieldsIn(document: Value, choice: Choice, root: Constraint['slot']['root']): string {
  const fields = told(choice, root, document, 1);
  return fields.length === 0 ? '' : ` with ${fields.join(', ')}`;
}

function sentIn(choice: Choice): readonly string[] {
  const fields = told(choice, 'sent', choice.sent, 0);
  const asked = told(choice, 'query', choice.query, 0);
  return [
    ...(fields.length === 0 ? [] : [`sends ${fields.join(', ')}`]),
    ...(asked.length === 0 ? [] : [`asks with ${asked.join(', ')}`]),
  ];
}

function told(
  { constraints }: Choice,
  root: Constraint['slot']['root'],
  value: Value | undefined,
  skipped: number,
): readonly string[] {
  const paths = new Set(constraints.filter(({ slot }) => slot.root === root).map(({ slot }) => slot.keys.join('\0')));
  const fields = [...paths].flatMap((path) => {
    const keys = path === '' ? [] : path.split('\0');
    const at = keys.reduce<Value | undefined>(
      (within, key) => (within?.type === 'map' ? within.entries.get(key) : undefined),
      value,
    );
    const name = keys.slice(skipped).join('.');
    return at === undefined || at.type === 'map' ? [] : [name === '' ? valueText(at) : `${name} ${valueText(at)}`];
  });
  const more = fields.length - MAX_TOLD;
  return more > 0 ? [...fields.slice(0, MAX_TOLD), `${more} more fields`] : fields;
}

function valueText(value: Value): string {
  switch (value.type) {
    case 'const':
      return JSON.stringify(typeof value.value === 'string' ? value.value.slice(0, 40) : value.value);
    case 'own':
      return value.what === 'uid' ? 'its own uid' : 'its own address';
    case 'time':
      return 'the time of the request';
    case 'unknown':
      return 'the id in the path';
    default:
      return `a ${value.type}`;
  }
}
