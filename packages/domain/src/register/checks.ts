// Checks beyond a pattern. Unified social credit code: GB 32100-2015, 18 characters, check
// character modulo 31 over weights 3^i mod 31. MMSI of a ship station: nine digits, first 2…7
// (ITU-R M.585-9). Division code: six digits after GB/T 2260, province first, not 00.

import type { FieldDeclaration } from './types.ts';

type CheckName = NonNullable<FieldDeclaration['check']>;

export function holdsCheck(check: CheckName, text: string): boolean {
  if (check === 'credit-code') return isCreditCode(text);
  if (check === 'mmsi') return /^[2-7]\d{8}$/.test(text);
  return /^[1-9]\d(\d{4})$/.test(text);
}

/** True when the 18th character is the check character of the first 17. */
export function isCreditCode(text: string): boolean {
  return /^[0-9A-HJ-NP-RT-UW-Y]{18}$/.test(text) && text[17] === creditCodeCheckCharacter(text.slice(0, 17));
}

/** Check character of 17 characters of the alphabet of GB 32100-2015. */
export function creditCodeCheckCharacter(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    sum += CREDIT_ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return CREDIT_ALPHABET[(31 - (sum % 31)) % 31] ?? '';
}

/** A day that exists: 'YYYY-MM-DD'. */
export function isCalendarDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return Number.isFinite(day.getTime()) && day.toISOString().startsWith(text);
}

/** Digits and capital letters without I, O, S, V, Z (GB 32100-2015, table 1). */
const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
