// Order of the arrivals on the screen and in the export: most likely first, then earliest, then priority.

import type { Forecast } from '@anlan/contracts';
import { leftRatio } from './budget.ts';

type Arrival = NonNullable<Forecast['summary']>['arrivals'][number];

export function sortArrivals(arrivals: readonly Arrival[]): readonly Arrival[] {
  return [...arrivals].sort((a, b) => b.probabilityRatio - a.probabilityRatio || compare(a.earliestAt, b.earliestAt) || a.priorityIndex - b.priorityIndex);
}

/** What must be said beside the list: nothing, that no site is reached, or how much oil left the data and is not known. */
export function arrivalsNote(summary: NonNullable<Forecast['summary']>): { readonly key: 'web.arrivals.none' | 'web.arrivals.none-known' | 'web.arrivals.left'; readonly leftRatio: number } | null {
  const left = leftRatio(summary.massBudget);
  const reached = summary.arrivals.some((arrival) => arrival.probabilityRatio > 0);
  if (left !== null) return { key: reached ? 'web.arrivals.left' : 'web.arrivals.none-known', leftRatio: left };
  return reached ? null : { key: 'web.arrivals.none', leftRatio: 0 };
}

function compare(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null || a < b ? -1 : 1;
}
