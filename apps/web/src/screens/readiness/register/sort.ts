// Sorting the page that is on screen. What is not given stays last whichever way it is turned, and
// records that are equal keep the order of the register.

export type SortKey = number | string | null;
export interface Sort { readonly columnKey: string; readonly descending: boolean }

export function sortBy<T>(items: readonly T[], keyOf: (item: T) => SortKey, descending: boolean, locale: string): readonly T[] {
  const collator = new Intl.Collator(locale, { numeric: true });
  const turn = descending ? -1 : 1;
  return items
    .map((item, index) => ({ item, index, key: keyOf(item) }))
    .sort((a, b) => {
      if (a.key === null || b.key === null) return a.key === b.key ? a.index - b.index : a.key === null ? 1 : -1;
      const order = typeof a.key === 'number' && typeof b.key === 'number' ? a.key - b.key : collator.compare(String(a.key), String(b.key));
      return order * turn || a.index - b.index;
    })
    .map(({ item }) => item);
}

/** `-capacityM3` in the address is `capacityM3` turned round. */
export function readSort(text: string | null): Sort | undefined {
  if (text === null || text === '' || text === '-') return undefined;
  return text.startsWith('-') ? { columnKey: text.slice(1), descending: true } : { columnKey: text, descending: false };
}

/** A press on a heading: up, then down, then the register's own order. */
export function nextSort(now: Sort | undefined, columnKey: string): string {
  if (now?.columnKey !== columnKey) return columnKey;
  return now.descending ? '' : `-${columnKey}`;
}
