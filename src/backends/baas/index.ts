import type { BackendDefinition } from '../backend.ts';
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
];
