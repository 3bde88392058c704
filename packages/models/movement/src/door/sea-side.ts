// The sea side of one scene, with closed areas: ways are sought on the grid as it is closed now;
// when none is left but the open grid has one, the closures are named as the reason.

import type { Instant, Polygon, Result } from '@anlan/kernel';
import { nameParams, ok } from '@anlan/kernel';
import type { SeaGrid, SeaRoute } from '../api/sea.ts';
import type { Reason, Scene, SeaClosure } from '../api/travel.ts';
import { inForce } from '../road/edges.ts';
import { closeSeaAreas } from '../sea/grid.ts';
import type { Place } from '../sea/ways.ts';
import { createSeaWays } from '../sea/ways.ts';
import type { Found, SeaWays } from '../spi/engines.ts';

/** The grid at that hour, and the closures that shaped it. */
export interface ClosedSea {
  readonly grid: SeaGrid;
  readonly openGrid: SeaGrid;
  readonly closures: readonly SeaClosure[];
}

export function closeSea(openGrid: SeaGrid, closures: readonly SeaClosure[], at: Instant): Result<ClosedSea> {
  const active = closures.filter((closure) => inForce(closure, at));
  if (active.length === 0) return ok({ grid: openGrid, openGrid, closures: active });
  const closed = closeSeaAreas(openGrid, active.map((closure): Polygon => closure.polygon));
  return closed.ok ? ok({ grid: closed.value, openGrid, closures: active }) : closed;
}

export function seaWaysTo(sea: ClosedSea, scene: Scene, places: readonly Place[], toleranceM: number): SeaWays {
  const request = { scene, places, toleranceM };
  const ways = createSeaWays(sea.grid, request);
  let openWays: Result<SeaWays> | undefined;
  const isClosedOnly = (place: Place): boolean => {
    if (sea.closures.length === 0) return false;
    openWays ??= createSeaWays(sea.openGrid, request);
    return openWays.ok && openWays.value.from(place).found;
  };
  const from = (place: Place): Found<SeaRoute> => {
    const found: Found<SeaRoute> = ways.ok ? ways.value.from(place) : { found: false, reason: [ways.refusal] };
    if (found.found || !isClosedOnly(place)) return found;
    return { found: false, reason: sea.closures.map(closureReason) };
  };
  return { from };
}

function closureReason(closure: SeaClosure): Reason {
  return { code: 'MOVEMENT_SEA_CLOSED', params: { ...nameParams('name', closure.name), sourceText: closure.sourceText } };
}
