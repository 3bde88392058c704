// What the sea engine was not given and therefore assumed, each by name; and the depth that a
// vessel needs under the datum.

import { nameParams } from '@anlan/kernel';
import type { SeaFieldRequest, SeaProfile, SeaWorld } from '../api/sea-field.ts';
import type { Reason } from '../api/travel.ts';
import type { FineAccess } from './fine-access.ts';
import { weatherUnchecked } from './weather-windows.ts';

/** Draught and under-keel clearance; undefined when the draught is not known. */
export function needOf({ draughtM, underKeelClearanceM }: SeaProfile): number | undefined {
  if (draughtM === undefined) return undefined;
  return draughtM + (underKeelClearanceM ?? draughtM * UKC_RATIO);
}

export function assumptionsOf(world: SeaWorld, { profile, from }: SeaFieldRequest, start: FineAccess, unknownCurrentCount: () => number): readonly Reason[] {
  const out: Reason[] = [];
  const add = (code: string, params: Reason['params'] = {}): void => { out.push({ code, params }); };
  if (start.offsetM > 0) add('MOVEMENT_ASSUMED_WATER_ACCESS', { ...nameParams('name', from.name), offsetM: Math.round(start.offsetM) });
  if (profile.draughtM === undefined) add('MOVEMENT_ASSUMED_DRAUGHT_UNKNOWN', { name: profile.id });
  else if (world.depth === undefined) add('MOVEMENT_ASSUMED_DEPTH_UNCHECKED');
  else {
    if (profile.underKeelClearanceM === undefined) add('MOVEMENT_ASSUMED_UKC', { name: profile.id, ukcM: Math.round(profile.draughtM * UKC_RATIO * 100) / 100 });
    if (world.depth.indicative) add('MOVEMENT_ASSUMED_DEPTH_INDICATIVE', nameParams('source', world.depth.source));
    if (world.tide === undefined) add('MOVEMENT_ASSUMED_TIDE_NONE');
    else if (world.tide.indicative) add('MOVEMENT_ASSUMED_TIDE_INDICATIVE', nameParams('source', world.tide.source));
  }
  if (world.current === undefined) add('MOVEMENT_ASSUMED_CURRENT_NONE');
  else {
    if (world.current.indicative) add('MOVEMENT_ASSUMED_CURRENT_INDICATIVE', nameParams('source', world.current.source));
    if (unknownCurrentCount() > 0) add('MOVEMENT_ASSUMED_CURRENT_UNKNOWN', { cellCount: unknownCurrentCount() });
  }
  if (profile.airDraughtM === undefined && (world.bridges?.length ?? 0) > 0) add('MOVEMENT_ASSUMED_AIR_DRAUGHT_UNKNOWN', { name: profile.id });
  out.push(...weatherUnchecked(profile, world.weather));
  return out;
}

/** Under-keel clearance where none is given: a tenth of the draught, the usual least in sheltered fairways (PIANC WG 49, 2014, table 2.1: 1.10 to 1.15 of the draught at low speed). */
const UKC_RATIO = 0.1;
