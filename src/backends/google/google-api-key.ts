import type { CredentialMention, Rule, Text } from '../../model.ts';
import { entropy } from '../../shared/grammar.ts';
import type { BackendDefinition } from '../backend.ts';
import { isPlaceholderSecret } from '../placeholders.ts';
import { around, fixedTokens, matches, TOKEN_END, TOKEN_START } from '../recognition.ts';
import { sample } from '../samples.ts';
import { pieces } from '../shared-examples.ts';
import { credentialMention } from '../shared-mentions.ts';
import { credentialRule } from '../shared-rules.ts';
import { isSampleKey } from './sample-keys.ts';

/** 39 characters; the last may be a hyphen. `AIza` alone stands in every large piece of base64. */
const keysIn = fixedTokens('AIza[A-Za-z0-9_-]{35}', 'AIzaSy[A-Za-z0-9_-]{33}');
/** The newer form, which Google AI Studio hands out. */
const GEMINI_KEY = new RegExp(`${TOKEN_START}AQ\\.Ab8RN6[A-Za-z0-9_-]{44}${TOKEN_END}`, 'g');
/** Names and addresses that say what the key is for. */
const GEMINI = /gemini|generativelanguage|generative[-_]?ai|google[-_]?ai(?:[-_]|$)|palm[-_]?api|makersuite/i;

const API_KEY_RULE = 'google-api-key-gemini';
const GEMINI_KEY_RULE = 'google-gemini-key';

function* recognise(text: Text): Generator<CredentialMention, void, undefined> {
  for (const match of keysIn(text)) {
    if (isPlaceholderSecret(match[0]) || entropy(match[0]) < 3.5 || isSampleKey(match[0])) continue;
    yield isForGemini(text, match)
      ? geminiKey(
          text,
          'google-api-key',
          match[0],
          'It stands where the app calls the Gemini API, which bills whoever’s key is sent.',
          API_KEY_RULE,
        )
      : credentialMention(text, { kind: 'google-api-key', secret: match[0], grade: 'public', why: roleOf(text.key) });
  }
}

function* recogniseGemini(text: Text): Generator<CredentialMention, void, undefined> {
  for (const match of matches(text.value, GEMINI_KEY)) {
    if (isPlaceholderSecret(match[0])) continue;
    yield geminiKey(
      text,
      'google-gemini-key',
      match[0],
      'A key of this form opens the Gemini API and nothing else.',
      GEMINI_KEY_RULE,
    );
  }
}

function geminiKey(text: Text, kind: string, secret: string, why: string, rule: string): CredentialMention {
  return credentialMention(text, { kind, secret, grade: 'privileged', why, rule });
}

/** The name it stands under, the URL it is part of, or the API's address beside it; a Firebase key beside it is another's. */
function isForGemini(text: Text, match: RegExpExecArray): boolean {
  if (text.key !== undefined && GEMINI.test(text.key)) return true;
  if (GEMINI.test(text.value.slice(Math.max(0, match.index - 160), match.index))) return true;
  if (text.key !== undefined) return false;
  const near = around(text).slice(0, 8);
  const keys = near.filter(
    (neighbour) => /^AIza[A-Za-z0-9_-]{35}$/.test(neighbour.value) && neighbour.value !== match[0],
  );
  return keys.length === 0 && near.some((neighbour) => neighbour.value.includes('generativelanguage.googleapis.com'));
}

/** What the name under which a key stands says of its use. */
function roleOf(key: string | undefined): string {
  const name = key?.toLowerCase() ?? '';
  const use = /geo|maps|places/.test(name)
    ? 'It is a Maps key: it names the project that is billed.'
    : /crash/.test(name)
      ? 'It is the key of the crash reporter.'
      : 'A Google API key names a project and opens nothing that rules close.';
  return `${use} It is meant to ship; restrict it to the app and to the APIs that the app calls, without the Generative Language API.`;
}

function geminiRule(id: string): Rule {
  return credentialRule({
    id,
    title: 'Gemini API key ships with the app',
    severity: 'high',
    meaning:
      'Whoever unpacks the app can call the Gemini API in your name: at your cost, within your quota, and with access to files and caches that the key’s project keeps there.',
    knows:
      'The key has the form that Google AI Studio hands out, or stands under a name or beside an address of the Gemini API.',
    revoke: 'Delete the key in Google AI Studio or in the Cloud console under APIs & Services, Credentials.',
    instead: 'Call Gemini from a server of yours, or through Firebase AI Logic with App Check, so that no key ships.',
    references: ['https://ai.google.dev/gemini-api/docs/api-key', 'https://firebase.google.com/docs/projects/api-keys'],
  });
}

const KEY_EXAMPLE = `AIzaSy${sample('alnum', 33)}`;

export const googleApiKey: BackendDefinition = {
  kind: 'google-api-key',
  title: 'Google API key',
  provider: 'google',
  type: 'credential',
  docs: ['https://firebase.google.com/docs/projects/api-keys', 'https://cloud.google.com/docs/authentication/api-keys'],
  anchors: ['AIza'],
  examples: [
    {
      text: KEY_EXAMPLE,
      key: 'google_api_key',
      gives: ['google-api-key'],
      why: 'the key of a Firebase app; public by design',
    },
    {
      text: KEY_EXAMPLE,
      key: 'com.google.android.geo.API_KEY',
      gives: ['google-api-key'],
      why: 'a Maps key in the manifest',
    },
    {
      text: `https://maps.googleapis.com/maps/api/geocode/json?key=${KEY_EXAMPLE}`,
      gives: ['google-api-key'],
      why: 'in a URL',
    },
    { text: `{"apiKey":"${KEY_EXAMPLE}"}`, gives: ['google-api-key'], why: 'the web configuration object' },
    { text: `AIzaSy${sample('alnum', 32, 5)}-`, gives: ['google-api-key'], why: 'the last character may be a hyphen' },
    {
      text: KEY_EXAMPLE,
      key: 'GEMINI_API_KEY',
      gives: ['google-api-key'],
      why: 'named for Gemini: graded as a credential, with a rule',
    },
    {
      text: `upload${KEY_EXAMPLE}download`,
      runTogether: true,
      gives: ['google-api-key'],
      why: 'between two literals of Go or Rust, which store them side by side',
    },
    {
      text: `uploadAIza${sample('alnum', 40)}`,
      runTogether: true,
      gives: [],
      why: 'the shorter prefix stands in any large piece of base64',
    },
    { text: `AIzaSy${'X'.repeat(33)}`, gives: [], why: 'a placeholder' },
    {
      text: pieces('AIzaSyA4UrcGxg', 'wQFTfaI3no3t7Lt1', 'sjmdnP5sQ'),
      gives: [],
      why: 'the key of a sample app of Firebase',
    },
    { text: 'AIzaSy', gives: [], why: 'the prefix alone' },
    { text: `${KEY_EXAMPLE}${sample('alnum', 12)}`, gives: [], why: 'too long for a key' },
    { text: `AIzaSyYOUR_API_KEY_HERE_${'x'.repeat(15)}`, gives: [], why: 'a placeholder of the right length' },
    { text: `AIzaSy${'ab'.repeat(16)}c`, gives: [], why: 'no randomness' },
    { text: `prefix${KEY_EXAMPLE}`, gives: [], why: 'the middle of a longer token' },
  ],
  recognise,
  rules: [geminiRule(API_KEY_RULE)],
};

export const googleGeminiKey: BackendDefinition = {
  kind: 'google-gemini-key',
  title: 'Gemini API key',
  provider: 'google',
  type: 'credential',
  docs: ['https://ai.google.dev/gemini-api/docs/api-key'],
  anchors: ['AQ.Ab8RN6'],
  examples: [
    {
      text: `AQ.Ab8RN6${sample('alnum', 44)}`,
      gives: ['google-gemini-key'],
      why: 'the form that Google AI Studio hands out',
    },
    { text: `x-goog-api-key: AQ.Ab8RN6${sample('alnum', 44, 3)}`, gives: ['google-gemini-key'], why: 'in a header' },
    { text: 'AQ.Ab8RN6', gives: [], why: 'the prefix alone' },
    { text: `AQ.Ab8RN6${'x'.repeat(44)}`, gives: [], why: 'a placeholder' },
  ],
  recognise: recogniseGemini,
  rules: [geminiRule(GEMINI_KEY_RULE)],
};
