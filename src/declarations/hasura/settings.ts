import type { Node } from 'jsonc-parser';
import type { Declaration } from '../../model.ts';
import { itemsOf, membersOf, nodeAt, stringOf } from '../json.ts';
import type { RepoFile } from '../language.ts';

/** Lines that set a variable or flag of the engine, wherever they stand: compose files, Dockerfiles, .env, scripts. */
const ROLE =
  /(?:HASURA_GRAPHQL_UNAUTHORIZED_ROLE["']?[ \t]{0,4}[=: \t][ \t]{0,4}|--unauthorized-role[= ]["']?)(.{0,100})/;
const NEXT_VALUE = /^[ \t]{0,40}(?:- )?value:[ \t]{0,4}(.{0,100})/;

/** The roles that requests without a token get, as the deployment's files name them. */
export function unauthorizedRolesIn({ text }: RepoFile): readonly string[] {
  const lines = text.split(/\r?\n/);
  return lines.flatMap((line, index) => {
    if (/^\s*(?:#|\/\/|--)/.test(line)) return [];
    const set = ROLE.exec(line)?.[1];
    // A Kubernetes variable has its value on the next line.
    const value =
      set ??
      (/name:\s{0,4}["']?HASURA_GRAPHQL_UNAUTHORIZED_ROLE\b/.test(line)
        ? NEXT_VALUE.exec(lines[index + 1] ?? '')?.[1]
        : undefined);
    const role = roleIn(value ?? '');
    return role === undefined ? [] : [role];
  });
}

/** `"anonymous"`, `${ROLE:-anonymous}`; a variable alone tells nothing. */
function roleIn(value: string): string | undefined {
  const plain = value.trim().replace(/^["']|["'].*$/g, '');
  return /^(?:\$\{\w{1,80}:?-)?([A-Za-z][\w-]{0,60})/.exec(plain)?.[1];
}

/** A service of a compose file that runs the engine without an admin secret: whoever reaches it is administrator. */
export function unsecuredServices(
  root: Node | undefined,
  path: string,
): readonly (Pick<Declaration, 'state' | 'why'> & { readonly at: number })[] {
  return membersOf(nodeAt(root, 'services')).flatMap(({ value: service }) => {
    const image = nodeAt(service, 'image');
    if (!/(?:^|\/)hasura\/graphql-engine(?::|$)/.test(stringOf(image) ?? '')) return [];
    const environment = nodeAt(service, 'environment');
    const names = [
      ...membersOf(environment).map(({ key }) => key),
      ...itemsOf(environment).map((item) => (stringOf(item) ?? '').split('=')[0] ?? ''),
    ];
    const secured = names.some((name) => /^HASURA_GRAPHQL_(?:ADMIN_SECRETS?|ACCESS_KEY|AUTH_HOOK)$/.test(name));
    const elsewhere =
      nodeAt(service, 'env_file') !== undefined ||
      membersOf(environment).some(({ key }) => key === '<<') ||
      /--admin-secret|--access-key/.test(
        JSON.stringify(nodeAt(service, 'command')?.value ?? itemsOf(nodeAt(service, 'command')).map(stringOf)) ?? '',
      );
    if (secured || elsewhere || image === undefined) return [];
    const deployed = /prod|deploy|live/i.test(path);
    return [
      {
        at: image.offset,
        state: deployed ? ('open' as const) : ('unknown' as const),
        why: deployed
          ? 'The engine runs without an admin secret, so every caller is its administrator.'
          : 'The engine runs without an admin secret; whether this file serves more than development is not known.',
      },
    ];
  });
}
