// What the command bar finds: rows of the queue, vessels, places, rooms; by any part of the name, by
// MMSI, by pinyin and by pinyin initials. Pinyin is loaded only when the bar is first used.

export interface Hit {
  readonly kind: 'queue' | 'vessel' | 'place' | 'room';
  readonly id: string;
  readonly title: string;
  readonly more: string;
  readonly run: () => void;
}

export interface Searchable extends Hit {
  /** Every spelling that finds it, lower case, without spaces. */
  readonly keys: readonly string[];
}

export type ToPinyin = (text: string) => readonly string[];

/** Keys of a name: itself, its pinyin, its pinyin initials. */
export function searchKeys(names: readonly string[], toPinyin: ToPinyin): readonly string[] {
  return names.flatMap((name) => [fold(name), ...toPinyin(name).map(fold)]).filter((key) => key !== '');
}

/** Best first: equal, then beginning, then inside; in each of these the given order stays. */
export function findHits(all: readonly Searchable[], query: string, limitCount: number): readonly Searchable[] {
  const wanted = fold(query);
  if (wanted === '') return [];
  const ranked = all.flatMap((item, index) => {
    const rank = Math.min(...item.keys.map((key) => (key === wanted ? 0 : key.startsWith(wanted) ? 1 : key.includes(wanted) ? 2 : Infinity)), Infinity);
    return Number.isFinite(rank) ? [{ item, rank, index }] : [];
  });
  return ranked.sort((a, b) => a.rank - b.rank || a.index - b.index).slice(0, limitCount).map(({ item }) => item);
}

export function fold(text: string): string {
  return text.toLowerCase().replace(/[\s·・\u2009-]/g, '');
}
