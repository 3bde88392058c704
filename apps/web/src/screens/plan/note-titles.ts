// Notes of a plan name a demand by its id and a place by its Chinese name; here both get their titles in
// both languages, so that the sentence is in one.

import type { Coded, Titles } from '@anlan/contracts';

/** Parameters that name a demand by its id, or a place by its Chinese name, carry both languages. */
export function withTitles(note: Coded, byZh: ReadonlyMap<string, Titles>, demands: ReadonlyMap<string, Titles>): Coded {
  const params: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(note.params)) {
    // What already comes in both languages stays as it is.
    const isNamed = /(Zh|En)$/.test(name);
    const titles = isNamed ? undefined : name === 'demandId' ? demands.get(String(value)) : typeof value === 'string' ? byZh.get(value) : undefined;
    if (titles === undefined) params[name] = value;
    else Object.assign(params, { [`${name}Zh`]: titles.zh, [`${name}En`]: titles.en });
  }
  return { code: note.code, params };
}
