import type { Neighbour, Text } from '../../model.ts';
import { likeliest, onlyIn, onlyOne, partnersOf } from '../pairing.ts';
import { around, isNamed } from '../recognition.ts';

/** Google Cloud project id: 6–30 of lower-case letters, digits and hyphens, begins with a letter, does not end with a hyphen. */
export const PROJECT_ID = /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/;

/** Names that only Firebase's own configuration files, plugins and SDKs use. */
const FIREBASE_NAMES = new Set([
  'google_app_id',
  'gcm_defaultsenderid',
  'firebase_database_url',
  'google_storage_bucket',
  'google_crash_reporting_api_key',
  'gcm_sender_id',
  'is_gcm_enabled',
  'mobilesdk_app_id',
  'firebase_url',
  'messagingsenderid',
  'measurementid',
  'authdomain',
  'databaseurl',
  'storagebucket',
]);

const FIREBASE_VALUE =
  /^1:\d{6,15}:(?:android|ios|web):[0-9a-f]{8,40}$|\.(?:firebaseapp\.com|firebaseio\.com|firebasedatabase\.app|firebasestorage\.app)(?:\/|$)/;

/** True if a string beside it can only stand in the configuration of a Firebase app. */
function showsFirebase(neighbour: Neighbour): boolean {
  if (neighbour.key !== undefined && FIREBASE_NAMES.has(neighbour.key.toLowerCase())) return true;
  return neighbour.value.length <= 512 && FIREBASE_VALUE.test(neighbour.value);
}

export function standsBesideFirebase(text: Text): boolean {
  return around(text).some(showsFirebase);
}

/** Names whose value is the project id, if Firebase stands beside it. */
export const PROJECT_KEYS: readonly string[] = ['project_id', 'projectid'];
/** Names that say Firebase themselves. */
export const FIREBASE_PROJECT_KEYS: readonly string[] = [
  'firebase_project_id',
  'firebaseprojectid',
  'expo_public_firebase_project_id',
  'react_app_firebase_project_id',
  'vite_firebase_project_id',
  'next_public_firebase_project_id',
];

/** True if the text is a Firebase project's id by its name and what stands around it. */
export function isFirebaseProject(text: Text): boolean {
  if (!PROJECT_ID.test(text.value)) return false;
  if (isNamed(text, FIREBASE_PROJECT_KEYS)) return true;
  return isNamed(text, PROJECT_KEYS) && standsBesideFirebase(text);
}

/** `1:<project number>:<platform>:<hash>`; the number is the group. */
export const APP_ID = /(?<![A-Za-z0-9:])1:(\d{6,15}):(?:android|ios|web):[0-9a-f]{12,40}(?![A-Za-z0-9])/g;

const PROJECT_NAMES = new Set([...PROJECT_KEYS, ...FIREBASE_PROJECT_KEYS]);
const AUTH_DOMAIN = /^([a-z][a-z0-9-]{4,28}[a-z0-9])\.firebaseapp\.com$/g;

function projectIn({ key, value }: Neighbour): string | undefined {
  if (key !== undefined && PROJECT_NAMES.has(key.toLowerCase()) && PROJECT_ID.test(value)) return value;
  return onlyIn(value, AUTH_DOMAIN);
}

/** The id of the project that an app's id names by its number. */
export function projectOfNumber(text: Text, number: string): string | undefined {
  return onlyOne(partnersOf(text.key, around(text), { self: number, same: numberIn, partner: namedProjectIn }));
}

function numberIn({ value }: Neighbour): string | undefined {
  return onlyIn(value, APP_ID);
}

function namedProjectIn(neighbour: Neighbour): string | undefined {
  return neighbour.key === undefined ? undefined : projectIn(neighbour);
}

/** The API key of a project, by its number; public by design, and needed to ask some services at all. */
export function apiKeyOfNumber(text: Text, number: string): string | undefined {
  return likeliest(partnersOf(text.key, around(text), { self: number, same: numberIn, partner: apiKeyIn }));
}

/** The API key of a project, by its id. */
export function apiKeyOfProject(text: Text, project: string): string | undefined {
  return likeliest(partnersOf(text.key, around(text), { self: project, same: projectIn, partner: apiKeyIn }));
}

function apiKeyIn({ value }: Neighbour): string | undefined {
  return /^AIza[A-Za-z0-9_-]{35}$/.test(value) ? value : undefined;
}
