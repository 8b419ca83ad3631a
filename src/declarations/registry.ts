import { amplify } from './amplify/index.ts';
import { appwriteConfig } from './appwrite/index.ts';
import { arm } from './arm/index.ts';
import { bicep } from './bicep/index.ts';
import { cloudFormation } from './cloudformation/index.ts';
import { deployCommands } from './deploy-commands/index.ts';
import { firebaseRules } from './firebase-rules/index.ts';
import { googleServices } from './google-services/index.ts';
import { hasuraMetadata } from './hasura/index.ts';
import type { DeclarationLanguage } from './language.ts';
import { parseSchemas } from './parse/index.ts';
import { pocketbaseSchemas } from './pocketbase/index.ts';
import { serverless } from './serverless/index.ts';
import { supabase } from './supabase/index.ts';
import { terraform } from './terraform/index.ts';

/** Every config language that says who may do what, or names backends. Their parsers are loaded when a file needs them. */
export const LANGUAGES: readonly DeclarationLanguage[] = [
  firebaseRules,
  googleServices,
  amplify,
  supabase,
  terraform,
  cloudFormation,
  serverless,
  arm,
  bicep,
  hasuraMetadata,
  appwriteConfig,
  pocketbaseSchemas,
  parseSchemas,
  deployCommands,
];
