import { SEVERITIES } from '../model.ts';
import { CONSENTS, OWNERS } from './policy.ts';

type Schema = Readonly<Record<string, unknown>>;

/**
 * JSON Schema (2020-12) of `.ajar.yml` for editors; docs/ajar.schema.json is this. What Ajar itself checks with is the schema
 * in policy.ts, whose errors have lines; a property test holds both against each other.
 */
export function policyJsonSchema(ruleIds: readonly string[]): Schema {
  const rule = { anyOf: [{ enum: [...ruleIds].sort() }, { type: 'string', pattern: '\\*' }] };
  const backend = { type: 'string', description: 'id of a backend or key, or a pattern: s3:acme-*, gcs:*' };
  const reason = { type: 'string', minLength: 1, description: 'one sentence: why this is all right' };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: '.ajar.yml',
    description: 'What Ajar is told of your backends. https://github.com/ajar-scan/ajar#ajaryml',
    ...object({
      version: { const: 1 },
      ignore: {
        type: 'array',
        description: 'findings that are left out, each with a reason; nothing goes silently',
        items: {
          ...object(
            {
              rule: { ...rule, description: 'id of a rule, or a pattern: s3-*' },
              backend,
              path: { type: 'string', description: 'file in the repository or app, or a pattern: samples/**' },
              owner: { enum: OWNERS, description: 'whose it is, as the report says' },
              reason,
              expires: {
                type: 'string',
                // As valibot's isoDate.
                pattern: '^\\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\\d|0[1-9]|3[01])$',
                description: 'last day on which it is left out; after that it is reported again',
              },
            },
            ['reason'],
          ),
          anyOf: ['rule', 'backend', 'path', 'owner'].map((name) => ({ required: [name] })),
        },
      },
      owned: patterns('backends that are yours; write probes ask only these'),
      'third-party': patterns('backends of others: listed, never judged, never probed'),
      public: {
        type: 'array',
        description: 'backends that anyone is meant to read; writing to them is still a finding',
        items: object({ backend, reason }, ['backend', 'reason']),
      },
      severity: {
        type: 'object',
        description: 'severities of your own, by rule',
        propertyNames: rule,
        additionalProperties: { enum: SEVERITIES },
      },
      probe: {
        ...object(Object.fromEntries(CONSENTS.map((name) => [name, { type: 'boolean' }]))),
        description: 'consents to live checks that leave a trace',
      },
      exclude: patterns('paths in the repository that are not looked at'),
    }),
  };
}

function object(properties: Readonly<Record<string, unknown>>, required: readonly string[] = []): Schema {
  return { type: 'object', properties, required, additionalProperties: false };
}

function patterns(description: string): Schema {
  return { type: 'array', items: { type: 'string' }, description };
}
