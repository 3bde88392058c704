// How far a run looks ahead: beyond the request, not from a release that may be hours old.

import type { Forecast } from '@anlan/contracts';

export function aheadHours({ input }: Pick<Forecast, 'input'>): number {
  return (input.aheadS ?? input.horizonS) / 3600;
}
