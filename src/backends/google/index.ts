import type { BackendDefinition } from '../backend.ts';
import { cloudFunctions } from './cloud-functions.ts';
import { cloudRun } from './cloud-run.ts';
import { fcmServerKey } from './fcm-server-key.ts';
import { firebaseDatabase } from './firebase-database.ts';
import { firebaseHosting } from './firebase-hosting.ts';
import { firebaseProject } from './firebase-project.ts';
import { firestore } from './firestore.ts';
import { gcs } from './gcs.ts';
import { googleApiKey, googleGeminiKey } from './google-api-key.ts';
import { googleHmacKey } from './google-hmac-key.ts';
import { googleOauthClientSecret, googleOauthToken } from './google-oauth.ts';
import { googleServiceAccount } from './google-service-account.ts';

export const google: readonly BackendDefinition[] = [
  firebaseDatabase,
  firestore,
  gcs,
  firebaseProject,
  firebaseHosting,
  cloudFunctions,
  cloudRun,
  googleApiKey,
  googleGeminiKey,
  googleServiceAccount,
  googleHmacKey,
  googleOauthClientSecret,
  googleOauthToken,
  fcmServerKey,
];
