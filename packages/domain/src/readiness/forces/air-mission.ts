// Whether an aircraft can fly a mission: every limit that is in the way is named at once (S-386).
// Out and back on the great circle within the radius; sorties follow from the seats.

import type { Instant, LonLat, Refusal } from '@anlan/kernel';
import { addS, distanceM, refuse } from '@anlan/kernel';
import type { RecordOf } from '../../register/index.ts';
import type { aircraft } from './aircraft.ts';

export interface AirMission {
  readonly toPosition: LonLat;
  readonly departAt: Instant;
  readonly personCount: number;
  readonly stretcherCount: number;
  readonly canLand: boolean;
  readonly isNight: boolean;
  /** Every figure must be given: a mission is not judged on weather that nobody knows. */
  readonly weather: { readonly windSpeedMps: number; readonly visibilityM: number; readonly ceilingM: number };
}

export interface AirMissionAnswer {
  readonly possible: boolean;
  readonly refusals: readonly Refusal[];
  readonly distanceM: number;
  readonly legS: number;
  readonly sortieCount: number;
  readonly firstArriveAt: Instant;
  /** When the last sortie is back at the base; ground time is not in it. */
  readonly lastBackAt: Instant;
}

export function checkAirMission(record: RecordOf<typeof aircraft>, mission: AirMission): AirMissionAnswer {
  const { id, values } = record;
  const away = distanceM(values.position, mission.toPosition);
  const refusals: Refusal[] = [];
  const add = (code: string, params: Readonly<Record<string, string | number>>): void => void refusals.push(refuse(code, { id, ...params }).refusal);
  const { windSpeedMps, visibilityM, ceilingM } = mission.weather;
  if (windSpeedMps >= values.windSpeedMpsMax) add('READINESS_MISSION_WIND', { given: windSpeedMps, limit: values.windSpeedMpsMax });
  if (visibilityM < values.visibilityMMin) add('READINESS_MISSION_VISIBILITY', { given: visibilityM, limit: values.visibilityMMin });
  if (ceilingM < values.ceilingMMin) add('READINESS_MISSION_CEILING', { given: ceilingM, limit: values.ceilingMMin });
  if (mission.isNight && !values.nightCapable) add('READINESS_MISSION_NIGHT', {});
  if (away > values.radiusM) add('READINESS_MISSION_RADIUS', { distanceKm: Math.round(away / 100) / 10, radiusKm: Math.round(values.radiusM / 100) / 10 });
  if (!mission.canLand && !values.hasHoist) add('READINESS_MISSION_NO_PLACE_TO_LAND', {});
  const stretchers = values.stretcherCount ?? 0;
  const isShort = (mission.personCount > 0 && values.seatCount === 0) || (mission.stretcherCount > 0 && stretchers === 0);
  if (isShort) add('READINESS_MISSION_NO_SEATS', {});
  const sortieCount = isShort ? 0 : Math.max(1, ceilRatio(mission.personCount, values.seatCount), ceilRatio(mission.stretcherCount, stretchers));
  const legS = away / values.cruiseSpeedMps;
  const firstArriveAt = addS(mission.departAt, values.musterDurationS + legS);
  return { possible: refusals.length === 0, refusals, distanceM: away, legS, sortieCount, firstArriveAt, lastBackAt: addS(mission.departAt, values.musterDurationS + 2 * legS * Math.max(1, sortieCount)) };
}

function ceilRatio(count: number, per: number): number {
  return count === 0 || per === 0 ? 0 : Math.ceil(count / per);
}
