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

/** Words that show a backend or a credential in whatever is encoded; long enough that chance does not spell them. */
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
];

/** For the byte search, beside the backends' own anchors. */
export const BASE64_ANCHORS: readonly string[] = WORDS.flatMap(base64Spellings);
