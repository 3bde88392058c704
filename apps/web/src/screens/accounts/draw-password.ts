// A password to hand over: letters and digits that are not taken for one another when read aloud.

/** `random` fills bytes with chance, as crypto.getRandomValues does. */
export function drawPassword(random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): string {
  let password = '';
  while (password.length < LENGTH_COUNT) {
    // Bytes above the last whole multiple are thrown away, so that every letter is equally likely.
    for (const byte of random(new Uint8Array(64))) if (byte < FAIR_BELOW && password.length < LENGTH_COUNT) password += ALPHABET[byte % ALPHABET.length] ?? '';
  }
  return password;
}

const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const FAIR_BELOW = 256 - (256 % ALPHABET.length);
/** 31 letters to the power of 16: 79 bits. */
const LENGTH_COUNT = 16;
