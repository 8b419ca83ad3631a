import { sha256 } from '../../shared/hash.ts';

/**
 * Keys of the sample apps in github.com/firebase/firebase-android-sdk, as the beginnings of their SHA-256, so that no
 * secret scanner takes this list for a leak.
 */
const SAMPLES = new Set(
  (
    '0b476bdf9acf 2037abcaffb2 27a9a42931df 37f8f09bdf12 3a8b61d0f636 3f370c9dd822 49f777db995e 4c98242dcadc ' +
    '8731261cb72d a19f89ab3555 a6c814bc555a dc0fcf046c61 e4a5542bb7fd ea9bb1082cf9 eb540d2b6ee2 f56e323494a6'
  ).split(' '),
);

export function isSampleKey(key: string): boolean {
  return SAMPLES.has(sha256(key, 12));
}
