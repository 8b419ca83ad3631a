import type { CredentialMention, Text } from '../../model.ts';
import type { BackendDefinition } from '../backend.ts';
import { isPlaceholderSecret } from '../placeholders.ts';
import { matches, TOKEN_END, TOKEN_START } from '../recognition.ts';
import { sample } from '../samples.ts';
import { credentialMention } from '../shared-mentions.ts';
import { credentialRule } from '../shared-rules.ts';

const CLIENT_SECRET = new RegExp(`${TOKEN_START}GOCSPX-[A-Za-z0-9_-]{28}${TOKEN_END}`, 'g');
/** Access tokens live for an hour; refresh tokens until they are revoked. */
const TOKEN = new RegExp(
  `${TOKEN_START}(?:ya29\\.[A-Za-z0-9_.-]{60,1024}|(1//0)[A-Za-z0-9_-]{60,512})${TOKEN_END}`,
  'g',
);

function* recogniseSecret(text: Text): Generator<CredentialMention, void, undefined> {
  for (const match of matches(text.value, CLIENT_SECRET)) {
    if (isPlaceholderSecret(match[0])) continue;
    yield credentialMention(text, {
      kind: 'google-oauth-client-secret',
      secret: match[0],
      grade: 'restricted',
      why: 'It lets others pose as this OAuth client; what a user has not granted to the client stays closed.',
      rule: 'google-oauth-client-secret',
    });
  }
}

function* recogniseToken(text: Text): Generator<CredentialMention, void, undefined> {
  for (const match of matches(text.value, TOKEN)) {
    if (isPlaceholderSecret(match[0])) continue;
    const lasting = match[1] !== undefined;
    yield credentialMention(text, {
      kind: 'google-oauth-token',
      secret: match[0],
      grade: lasting ? 'administrative' : 'restricted',
      why: lasting
        ? 'A refresh token acts as the Google account that granted it, usually a developer’s own, until it is revoked.'
        : 'An access token is good for an hour; that one ships shows that a build took a developer’s session.',
      rule: lasting ? 'google-oauth-refresh-token' : 'google-oauth-access-token',
    });
  }
}

const REFERENCES = ['https://developers.google.com/identity/protocols/oauth2'];

export const googleOauthClientSecret: BackendDefinition = {
  kind: 'google-oauth-client-secret',
  title: 'Google OAuth client secret',
  provider: 'google',
  type: 'credential',
  docs: REFERENCES,
  anchors: ['GOCSPX-'],
  examples: [
    { text: `GOCSPX-${sample('alnum', 28)}`, gives: ['google-oauth-client-secret'], why: 'the secret by itself' },
    {
      text: `"client_secret":"GOCSPX-${sample('alnum', 28, 3)}"`,
      gives: ['google-oauth-client-secret'],
      why: 'in a client file',
    },
    { text: 'GOCSPX-', gives: [], why: 'the prefix alone' },
    { text: `GOCSPX-${'x'.repeat(28)}`, gives: [], why: 'a placeholder' },
    {
      text: '932398433474-abcdefghijklmnopqrstuvwxyz012345.apps.googleusercontent.com',
      gives: [],
      why: 'a client id, which is public',
    },
  ],
  recognise: recogniseSecret,
  rules: [
    credentialRule({
      id: 'google-oauth-client-secret',
      title: 'Google OAuth client secret ships with the app',
      severity: 'low',
      meaning:
        'Others can pose as your OAuth client: a consent screen with your name can serve somebody else. For a client of a web server it also completes stolen authorization codes.',
      knows: 'The value has the form that Google gives to client secrets.',
      revoke: 'Add a new secret to the client in the Cloud console and disable the old one.',
      instead: 'Use a client of type Android or iOS, which has no secret, with PKCE.',
      references: REFERENCES,
    }),
  ],
};

export const googleOauthToken: BackendDefinition = {
  kind: 'google-oauth-token',
  title: 'Google OAuth token',
  provider: 'google',
  type: 'credential',
  docs: REFERENCES,
  anchors: ['ya29.', '1//0'],
  examples: [
    { text: `ya29.${sample('alnum', 160)}`, gives: ['google-oauth-token'], why: 'an access token' },
    { text: `1//0${sample('alnum', 99)}`, gives: ['google-oauth-token'], why: 'a refresh token' },
    {
      text: `{"type":"authorized_user","refresh_token":"1//0${sample('alnum', 99, 3)}"}`,
      gives: ['google-oauth-token'],
      why: 'a developer’s own credentials file',
    },
    { text: 'ya29.example', gives: [], why: 'a placeholder' },
    { text: 'http1//0', gives: [], why: 'no token' },
    { text: `1//0${'a'.repeat(99)}`, gives: [], why: 'no randomness' },
  ],
  recognise: recogniseToken,
  rules: [
    credentialRule({
      id: 'google-oauth-refresh-token',
      title: 'Google OAuth refresh token ships with the app',
      severity: 'critical',
      meaning: 'Whoever has it acts as the Google account that granted it, with all its scopes, until it is revoked.',
      knows: 'The value has the form of Google’s refresh tokens.',
      revoke: 'Revoke it under myaccount.google.com/permissions, or with `gcloud auth revoke`.',
      instead: 'Let each user sign in on the device; credentials of a developer never belong in a build.',
      references: REFERENCES,
    }),
    credentialRule({
      id: 'google-oauth-access-token',
      title: 'Google OAuth access token ships with the app',
      severity: 'low',
      meaning:
        'It was good for an hour, so it has most likely ended; but the build takes something from a developer’s session that does not belong in it.',
      knows: 'The value has the form of Google’s access tokens.',
      revoke: 'Revoke the grant under myaccount.google.com/permissions.',
      instead: 'Let each user sign in on the device.',
      references: REFERENCES,
    }),
  ],
};
