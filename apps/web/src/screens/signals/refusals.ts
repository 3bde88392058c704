// What a door refused, by code, in words short enough for a list.

import type { Locale } from '@anlan/messages';
import { messages } from '@anlan/messages';

export interface RefusedLine { readonly code: string; readonly words: string; readonly count: number }

export function refusedLines(counts: Readonly<Record<string, number>>, locale: Locale): readonly RefusedLine[] {
  return Object.entries(counts)
    .map(([code, count]) => ({ code, count, words: wordsOf(code, locale) }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}

function wordsOf(code: string, locale: Locale): string {
  const words = messages[locale][`web.signals.refused.${code}`];
  return typeof words === 'string' ? words : code;
}
