/**
 * What stands behind base64 cannot be seen by a search for it, but its base64 can: three bytes make four characters, so that
 * a word has three spellings, by where it begins. Only the characters that the word alone decides are searched.
 */
export function base64Spellings(word: string): readonly string[] {
  return [0, 1, 2].map((before) => {
    const encoded = Buffer.from('\0'.repeat(before) + word, 'latin1').toString('base64');
    const bits = 8 * (before + word.length);
    return encoded.slice(Math.ceil((8 * before) / 6), Math.floor(bits / 6));
  });
}

/** Words that show a backend or a credential in whatever is encoded. */
const WORDS = [
  'https://',
  '.amazonaws.com',
  'firebaseio.com',
  'firebasedatabase.app',
  '.appspot.com',
  '.firebasestorage.app',
  '.core.windows.net',
  '.supabase.',
  'service_account',
  'AccountKey=',
  'PRIVATE KEY-----',
  'mongodb://',
  'mongodb+srv://',
  'postgres',
];

/** How tokens begin that stand alone, without address or name beside them, and the names of those that do not. */
const TOKENS = [
  'AKIA',
  'ccessKey',
  'access_key',
  'AIzaSy',
  'eyJhbGci',
  'sk_live_',
  'rk_live_',
  'sk-ant-',
  'T3BlbkFJ',
  'xoxb-',
  'xoxp-',
  'ghp_',
  'github_pat_',
  'glpat-',
  'sb_secret_',
  'GOCSPX-',
  'shpat_',
  'sk.eyJ1',
];

/** For the byte search, beside the backends' own anchors. */
export const BASE64_ANCHORS: readonly string[] = [...WORDS, ...TOKENS].flatMap(base64Spellings);
