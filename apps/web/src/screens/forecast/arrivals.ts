// Order of the arrivals on the screen and in the export: most likely first, then earliest, then priority.

import type { Forecast } from '@anlan/contracts';

type Arrival = NonNullable<Forecast['summary']>['arrivals'][number];

export function sortArrivals(arrivals: readonly Arrival[]): readonly Arrival[] {
  return [...arrivals].sort((a, b) => b.probabilityRatio - a.probabilityRatio || compare(a.earliestAt, b.earliestAt) || a.priorityIndex - b.priorityIndex);
}

function compare(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null || a < b ? -1 : 1;
}
