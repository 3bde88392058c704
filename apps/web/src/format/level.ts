// The four-step scales share their hues and are different things; each has its own words.
// A response level is decided by a signer; an event grade is the answer of a rule set.

import type { Locale } from '@anlan/messages';

export const ROMAN = ['', 'Ⅰ', 'Ⅱ', 'Ⅲ', 'Ⅳ'] as const;

/** Filled segments of a badge: Ⅰ 4 … Ⅳ 1. */
export function segmentCount(levelIndex: number | null): number {
  return levelIndex === null ? 0 : Math.max(0, Math.min(4, 5 - levelIndex));
}

export function roman(levelIndex: number | null): string {
  return levelIndex === null ? '?' : (ROMAN[levelIndex] ?? '?');
}

/** `二级响应` · `Level Ⅱ response` */
export function responseLevel(levelIndex: number, locale: Locale): string {
  return locale === 'en' ? `Level ${roman(levelIndex)} response` : `${HAN[levelIndex] ?? '?'}级响应`;
}

const HAN = ['', '一', '二', '三', '四'];
