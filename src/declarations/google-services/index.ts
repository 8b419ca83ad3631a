import type { CredentialMention, Mention, Place, Problem } from '../../model.ts';
import type { DeclarationLanguage, DeclarationReading, RepoFile } from '../language.ts';
import { positionsOf } from '../lines.ts';
import {
  bucketOf,
  databaseOf,
  type Fact,
  type GoogleServices,
  isGoogleServices,
  isGoogleServicesPath,
  projectOf,
  readGoogleServices,
} from './facts.ts';

/** `google-services.json` and `GoogleService-Info.plist`: they name the Firebase project that the app talks to. */
export const googleServices: DeclarationLanguage = {
  id: 'google-services',
  title: 'Firebase config of mobile apps',
  docs: [
    'https://firebase.google.com/docs/projects/learn-more#config-files-objects',
    'https://firebase.google.com/docs/projects/api-keys',
  ],
  claims: isGoogleServicesPath,
  accepts: isGoogleServices,
  read: async (files) => merge(await Promise.all(files.map(readFile))),
};

type Read = Pick<DeclarationReading, 'mentions' | 'problems'>;

function merge(reads: readonly Read[]): DeclarationReading {
  return {
    declarations: [],
    mentions: reads.flatMap((read) => read.mentions),
    problems: reads.flatMap((read) => read.problems),
  };
}

async function readFile(file: RepoFile): Promise<Read> {
  const services = await readGoogleServices(file);
  const position = positionsOf(file.text);
  const placeOf = (fact: Fact): Place => ({
    origin: 'repo',
    path: file.path,
    locator: fact.locator,
    ...position(fact.at),
  });
  return { mentions: mentionsOf(services, placeOf), problems: problemsOf(services, file, position) };
}

function problemsOf(
  { problem }: GoogleServices,
  file: RepoFile,
  position: ReturnType<typeof positionsOf>,
): readonly Problem[] {
  if (problem === undefined) return [];
  const reason = `The Firebase config is malformed: ${problem.reason}.`;
  return [{ kind: 'malformed', path: file.path, line: position(problem.at).line, reason }];
}

function mentionsOf(services: GoogleServices, placeOf: (fact: Fact) => Place): readonly Mention[] {
  const project = services.project === undefined ? undefined : projectOf(services.project.value);
  const apiKey = services.apiKeys[0]?.value;
  const details = {
    ...(project === undefined ? {} : { project }),
    ...(apiKey === undefined ? {} : { apiKey }),
  };
  const mentions: Mention[] = [];
  const { databaseUrl, bucket } = services;
  const database = databaseUrl === undefined ? undefined : databaseOf(databaseUrl.value);
  if (databaseUrl !== undefined && database !== undefined) {
    const { instance, host, region } = database;
    mentions.push({
      type: 'backend',
      kind: 'firebase-database',
      name: instance,
      place: placeOf(databaseUrl),
      details: { ...details, host, region },
    });
  }
  const bucketName = bucket === undefined ? undefined : bucketOf(bucket.value);
  if (bucket !== undefined && bucketName !== undefined)
    mentions.push({ type: 'backend', kind: 'gcs', name: bucketName, place: placeOf(bucket), details });
  if (services.project !== undefined && project !== undefined)
    mentions.push({ type: 'backend', kind: 'firestore', name: project, place: placeOf(services.project), details });
  mentions.push(...services.apiKeys.flatMap((fact) => apiKeyOf(fact, project, placeOf)));
  return mentions;
}

function apiKeyOf(
  fact: Fact,
  project: string | undefined,
  placeOf: (fact: Fact) => Place,
): readonly CredentialMention[] {
  if (!/^AIza[\w-]{35}$/.test(fact.value)) return [];
  return [
    {
      type: 'credential',
      kind: 'google-api-key',
      secret: fact.value,
      ...(project === undefined ? {} : { subject: project }),
      grade: 'public',
      why: 'A Firebase API key only names the project; security rules and App Check decide about access.',
      place: placeOf(fact),
    },
  ];
}
