// Short spelling for declarations: one code with its name in both languages.

import type { Titles } from '../signal/index.ts';

export function codeEntry<const C extends string>(id: C, zh: string, en: string): { readonly code: C; readonly titles: Titles } {
  return { code: id, titles: { zh, en } };
}

export function stateEntry<const C extends string>(id: C, zh: string, en: string): { readonly id: C; readonly titles: Titles } {
  return { id, titles: { zh, en } };
}

/** How far a record's figures may be trusted; the same five words everywhere. */
export const CONFIDENCE_CODES = [
  codeEntry('verified', '已核实', 'verified'),
  codeEntry('likely', '较可靠', 'likely'),
  codeEntry('unsure', '不确定', 'unsure'),
  codeEntry('demonstration', '演示数据', 'demonstration'),
] as const;
