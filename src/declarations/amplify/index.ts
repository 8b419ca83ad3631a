import type { DeclarationLanguage, DeclarationReading, RepoFile } from '../language.ts';
import { isAppSyncSchema, readAppSyncSchemas } from './appsync.ts';
import { readClientFile } from './client-config.ts';
import { isGen1File, readGen1 } from './gen1.ts';
import { isGen2File, readGen2, speaksOfBackends } from './gen2.ts';

/** AWS Amplify: the client config that names the backends, both generations of backend definitions, and AppSync schemas. */
export const amplify: DeclarationLanguage = {
  id: 'amplify',
  title: 'AWS Amplify backends and client config, AppSync schemas',
  docs: [
    'https://docs.amplify.aws/react/reference/amplify_outputs/',
    'https://docs.amplify.aws/gen1/javascript/tools/libraries/configure-categories/',
    'https://docs.amplify.aws/gen1/javascript/build-a-backend/graphqlapi/customize-authorization-rules/',
    'https://docs.amplify.aws/gen1/javascript/build-a-backend/storage/set-up-storage/',
    'https://docs.amplify.aws/react/build-a-backend/data/customize-authz/',
    'https://docs.amplify.aws/react/build-a-backend/storage/authorization/',
    'https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html',
  ],
  claims: (path) => isClientConfig(path) || isGen1File(path) || isGen2File(path) || path.endsWith('.graphql'),
  accepts: ({ path, text }) =>
    isClientConfig(path) || isGen1File(path) || (isGen2File(path) ? speaksOfBackends(text) : isAppSyncSchema(text)),
  read: async (files) => {
    const client = files.filter(({ path }) => isClientConfig(path));
    const rest = files.filter((file) => !client.includes(file));
    const gen1 = rest.filter(({ path }) => isGen1File(path));
    const gen2 = rest.filter((file) => !gen1.includes(file) && isGen2File(file.path));
    const schemas = rest.filter((file) => !gen1.includes(file) && !gen2.includes(file));
    return merge([
      ...(await Promise.all(client.map(readClientFile))),
      await readGen1(gen1),
      await readGen2(gen2),
      readAppSyncSchemas(schemas),
    ]);
  },
};

function isClientConfig(path: RepoFile['path']): boolean {
  return /(?:^|\/)(?:amplifyconfiguration|amplify_outputs|awsconfiguration|aws-exports|aws_exports)\.(?:json|js|ts|mjs|dart)$/.test(
    path,
  );
}

function merge(readings: readonly DeclarationReading[]): DeclarationReading {
  return {
    declarations: readings.flatMap((reading) => reading.declarations),
    mentions: readings.flatMap((reading) => reading.mentions),
    problems: readings.flatMap((reading) => reading.problems),
  };
}
