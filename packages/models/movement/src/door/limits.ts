// May this vessel sail in this weather? At or above its wind or wave limit, or below its
// visibility, it does not. A figure that nobody gave is not checked, and that is said.

import type { Assumption, LocalName } from '@anlan/kernel';
import { nameParams } from '@anlan/kernel';
import type { Conditions, Reason, Vessel } from '../api/travel.ts';

/** Sentences that keep the vessel in port; empty when it may sail. */
export function sailingLimits(vessel: Vessel, name: LocalName, conditions: Conditions): readonly Reason[] {
  const reasons: Reason[] = [];
  const { windSpeedMps, waveHeightM, visibilityM } = conditions;
  if (windSpeedMps !== undefined && vessel.windSpeedMpsMax !== undefined && windSpeedMps >= vessel.windSpeedMpsMax) {
    reasons.push({ code: 'MOVEMENT_SEA_WIND_LIMIT', params: { ...nameParams('name', name), windSpeedMps, windLimitMps: vessel.windSpeedMpsMax } });
  }
  if (waveHeightM !== undefined && vessel.waveHeightMMax !== undefined && waveHeightM >= vessel.waveHeightMMax) {
    reasons.push({ code: 'MOVEMENT_SEA_WAVE_LIMIT', params: { ...nameParams('name', name), waveHeightM, waveLimitM: vessel.waveHeightMMax } });
  }
  if (visibilityM !== undefined && vessel.visibilityMMin !== undefined && visibilityM < vessel.visibilityMMin) {
    reasons.push({ code: 'MOVEMENT_SEA_VISIBILITY_LIMIT', params: { ...nameParams('name', name), visibilityM, visibilityLimitM: vessel.visibilityMMin } });
  }
  return reasons;
}

/** What could not be checked for the whole request, because a figure is missing. */
export function unchecked(conditions: Conditions): readonly Assumption[] {
  const assumed: Assumption[] = [];
  if (conditions.windSpeedMps === undefined) assumed.push({ code: 'MOVEMENT_ASSUMED_WIND_UNCHECKED', params: {} });
  if (conditions.waveHeightM === undefined) assumed.push({ code: 'MOVEMENT_ASSUMED_WAVE_UNCHECKED', params: {} });
  if (conditions.visibilityM === undefined) assumed.push({ code: 'MOVEMENT_ASSUMED_VISIBILITY_UNCHECKED', params: {} });
  return assumed;
}
