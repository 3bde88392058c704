// Drawing and hashing of secrets. Passwords are slow to hash (argon2id, adapter-system); tokens are 256
// bits of chance, so SHA-256 is enough and fast.

import { createHash, randomBytes, randomInt } from 'node:crypto';

export function drawToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** The beginning says what it is, so that it is recognised where it lies by mistake. */
export function drawDeviceToken(): string {
  return `anlan-device-${drawToken()}`;
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Letters and digits that are not taken for one another when read aloud or typed from paper. */
export function drawPassword(lengthCount = PASSWORD_LENGTH_COUNT): string {
  return Array.from({ length: lengthCount }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

/** 256 bits (OWASP Session Management asks for at least 64). */
const TOKEN_BYTES = 32;
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
/** 31 letters to the power of 20: 99 bits. */
const PASSWORD_LENGTH_COUNT = 20;
