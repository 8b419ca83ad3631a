import type { BackendDeclaration, Operation, Problem } from '../../model.ts';
import type { DeclarationReading, RepoFile } from '../language.ts';
import { positionsOf } from '../lines.ts';
import { directoryOf, isSample } from '../paths.ts';
import { audienceOf, type DataCaller, gateOf, NOTHING_KNOWN } from './data-access.ts';
import { type Directive, type GraphQlField, type GraphQlType, parseGraphQl } from './graphql.ts';
import { rootTypes } from './schema-rules.ts';

/** A schema that says in AppSync's own directives which authorization mode reaches which field. */
export function isAppSyncSchema(text: string): boolean {
  return (
    /@aws_(?:api_key|cognito_user_pools|iam|oidc|lambda|auth)\b/.test(text) &&
    /\btype\s+(?:Query|Mutation)\b/.test(text)
  );
}

export function readAppSyncSchemas(files: readonly RepoFile[]): DeclarationReading {
  const problems: Problem[] = [];
  const declarations = files
    .filter(({ path }) => !isSample(path))
    .flatMap((file) => {
      const schema = parseGraphQl(file.text);
      const position = positionsOf(file.text);
      if (schema.problem !== undefined)
        problems.push({
          kind: 'malformed',
          path: file.path,
          line: position(schema.problem.at).line,
          reason: `The GraphQL schema is malformed: ${schema.problem.reason}.`,
        });
      return rootTypes(schema).flatMap((type) =>
        type.fields.flatMap((field) => declareField(type, field, { path: file.path, ...position(field.at) })),
      );
    });
  return { declarations, mentions: [], problems };
}

/**
 * Directives on the field win over those on its type; without any, the API's default mode decides, which the schema does not name
 * (AWS AppSync developer guide, “Using additional authorization modes”). A resolver may still look at more than the mode.
 */
function declareField(
  type: GraphQlType,
  field: GraphQlField,
  spot: { readonly path: string; readonly line: number; readonly column: number },
): readonly BackendDeclaration[] {
  const own = field.directives.filter(isMode);
  const modes = own.length > 0 ? own : type.directives.filter(isMode);
  const can = type.name === 'Query' ? (['list', 'read'] as const) : operationsOf(field.name);
  return modes.flatMap((directive) => {
    const caller = callerOf(directive);
    if (caller === undefined) return [];
    const { state, why } = gateOf(caller, NOTHING_KNOWN);
    const known = can.length > 0;
    return [
      {
        kind: 'appsync',
        folder: directoryOf(spot.path) === '' ? spot.path : directoryOf(spot.path),
        declaration: {
          ...spot,
          pattern: `/${type.name}/${field.name}`,
          audience: audienceOf(caller),
          can: known ? can : ['overwrite'],
          state: known ? state : 'conditional',
          why: known
            ? `The directive @${directive.name} lets in ${why}.`
            : `The directive @${directive.name} lets in ${why}; what the mutation does is up to its resolver.`,
        },
      },
    ];
  });
}

function isMode({ name }: Directive): boolean {
  return name.startsWith('aws_');
}

function callerOf({ name, args }: Directive): DataCaller | undefined {
  if (name === 'aws_api_key') return 'api-key';
  if (name === 'aws_cognito_user_pools' || name === 'aws_auth')
    return args.has('cognito_groups') ? undefined : 'account';
  return undefined;
}

/** What generated and hand-written mutations are called after; nothing where the name does not say. */
function operationsOf(mutation: string): readonly Operation[] {
  const [verb = ''] = /^[a-z]+/.exec(mutation) ?? [];
  if (['create', 'add', 'put', 'insert', 'save'].includes(verb)) return ['create'];
  if (['update', 'edit', 'set', 'upsert'].includes(verb)) return ['overwrite'];
  return ['delete', 'remove'].includes(verb) ? ['delete'] : [];
}
