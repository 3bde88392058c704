// Staleness that shows itself: a value greys by its own age, without a new fetch. `fresh` is solid,
// `late` (past the sensor's limit) hollow and grey, `lost` (three limits, or nothing at all) says 失联.

export type AgeState = 'fresh' | 'late' | 'lost' | 'none';

export function ageState(observedAtMs: number | undefined, nowMs: number, staleAfterS: number): AgeState {
  if (observedAtMs === undefined) return 'none';
  const ageS = (nowMs - observedAtMs) / 1000;
  if (ageS <= staleAfterS) return 'fresh';
  return ageS <= staleAfterS * LOST_AFTER_LIMITS ? 'late' : 'lost';
}

/** A source silent for so many of its limits is called lost. */
const LOST_AFTER_LIMITS = 3;
/** A vessel that has sent nothing for this long is stale: class B at anchor reports every 3 min (ITU-R M.1371-5, table 2), twice that. */
export const VESSEL_STALE_AFTER_S = 360;
