import type { BackendDefinition } from '../backend.ts';
import { algolia, algoliaKeyDefinition } from './algolia.ts';
import { appwrite, appwriteKey } from './appwrite.ts';
import { atlasAppServices } from './atlas-app-services.ts';
import { backendless } from './backendless.ts';
import { elasticsearch, elasticsearchCredential } from './elasticsearch.ts';
import { hasura, hasuraAdminSecret } from './hasura.ts';
import { onesignal } from './onesignal.ts';
import { parse, parseMasterKey } from './parse.ts';
import { pocketbase } from './pocketbase.ts';
import { supabase } from './supabase.ts';
import {
  supabaseAccessToken,
  supabaseAnonKey,
  supabasePublishableKey,
  supabaseSecretKey,
  supabaseServiceRoleKey,
} from './supabase-keys.ts';

export const baas: readonly BackendDefinition[] = [
  supabase,
  supabaseAnonKey,
  supabaseServiceRoleKey,
  supabasePublishableKey,
  supabaseSecretKey,
  supabaseAccessToken,
  appwrite,
  appwriteKey,
  pocketbase,
  parse,
  parseMasterKey,
  backendless,
  hasura,
  hasuraAdminSecret,
  atlasAppServices,
  elasticsearch,
  elasticsearchCredential,
  algolia,
  algoliaKeyDefinition,
  onesignal,
];
