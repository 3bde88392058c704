// Money is whole fen inside and yuan for people. Digits are moved, never multiplied: no float comes
// between what was typed and what is kept.

import type { Locale } from '@anlan/messages';
import { THIN } from '../../../format/numbers.ts';

/** `1234.56`, as a form shows it; always two decimals, no marks. */
export function yuanText(amountFen: number): string {
  const digits = String(Math.abs(amountFen)).padStart(3, '0');
  return `${amountFen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** undefined when it is no amount of at most two decimals, or more than can be kept exactly. */
export function fenFromYuan(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/[\s\u2009,]/g, '').replace('−', '-');
  const match = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(plain);
  if (match === null) return undefined;
  const amountFen = Number(`${match[1]}${match[2]}${(match[3] ?? '').padEnd(2, '0')}`);
  if (!Number.isSafeInteger(amountFen)) return undefined;
  return amountFen === 0 ? 0 : amountFen;
}

/** `576 600 000.00 元` · `CNY 576 600 000.00` */
export function money(amountFen: number, locale: Locale): string {
  const grouped = groupDigits(yuanText(amountFen));
  return locale === 'en' ? `CNY${THIN}${grouped}` : `${grouped} 元`;
}

/** Thin spaces between thousands of a decimal number given as text. */
export function groupDigits(text: string): string {
  const [whole = '', fraction] = text.replace('-', '−').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, THIN);
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
