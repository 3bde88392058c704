// Ids of reports and their receipt numbers. Both follow from the key that the device made, so that a
// report posted twice meets itself. A receipt can be read out over a telephone: 31 signs without
// 0, O, I, L, U, and a check sign that finds every wrong sign and every swap of two signs
// (weighted sum modulo the prime 31, as ISBN-10 does modulo 11).

import type { Result } from '@anlan/kernel';
import { ok, refuse, sha256Hex } from '@anlan/kernel';

/** Deterministic; 80 bits of the key's hash. */
export function reportIdFromKey(idempotencyKey: string): `report-${string}` {
  return `report-${sha256Hex(`report ${idempotencyKey}`).slice(0, 20)}`;
}

/** Ten signs such as `7K3MQ-2XVR4`, the last one the check sign. */
export function receiptFromKey(idempotencyKey: string): string {
  const hash = sha256Hex(`receipt ${idempotencyKey}`);
  const digits = Array.from({ length: BODY_COUNT }, (_, i) => Number.parseInt(hash.slice(i * 6, i * 6 + 6), 16) % BASE);
  const signs = [...digits, checkDigit(digits)].map((digit) => ALPHABET[digit] ?? '').join('');
  return `${signs.slice(0, GROUP_COUNT)}-${signs.slice(GROUP_COUNT)}`;
}

/** Reads what a person typed, in any case and spacing; SIGNAL_RECEIPT_UNREADABLE {text} when a sign is wrong. */
export function readReceipt(text: string): Result<string> {
  const signs = text.toUpperCase().replace(/[\s-]/g, '');
  const digits = [...signs].map((sign) => ALPHABET.indexOf(sign));
  const body = digits.slice(0, BODY_COUNT);
  const wellFormed = digits.length === BODY_COUNT + 1 && !digits.includes(-1);
  if (!wellFormed || digits[BODY_COUNT] !== checkDigit(body)) return refuse('SIGNAL_RECEIPT_UNREADABLE', { text: text.slice(0, 20) });
  return ok(`${signs.slice(0, GROUP_COUNT)}-${signs.slice(GROUP_COUNT)}`);
}

/** Makes the sum of (place × sign), places 1…10, divisible by 31. */
function checkDigit(digits: readonly number[]): number {
  const sum = digits.reduce((total, digit, i) => total + (i + 1) * digit, 0);
  const last = BODY_COUNT + 1;
  for (let digit = 0; digit < BASE; digit++) if ((sum + last * digit) % BASE === 0) return digit;
  return 0;
}

const ALPHABET = '123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BASE = 31;
/** Signs before the check sign: 31^9 numbers. */
const BODY_COUNT = 9;
const GROUP_COUNT = 5;
