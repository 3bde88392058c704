// A ferry by its timetable: ready at the ramp, wait for a sailing that runs, has room and may sail,
// then cross and discharge. The earliest arrival never gets earlier for one who comes later.

import type { Reason } from '../api/travel.ts';
import { nameParams } from '@anlan/kernel';
import type { TimetableFerry, TravelProfile } from '../api/multimodal.ts';
import type { MovementClosure } from '../api/network.ts';
import type { MovementWeather } from '../spi/movement-weather.ts';
import type { BadTime } from '../time/bad-times.ts';
import { badWeather, closedTimes, distinctReasons } from '../time/bad-times.ts';
import type { TimeFrame } from '../time/clock.ts';
import { clockText, instantAfter, localDate, localMidnight, localWeekdayCode, secondsOf } from '../time/clock.ts';

export interface FerryConditions {
  readonly frame: TimeFrame;
  readonly weather?: MovementWeather | undefined;
  readonly closures: readonly MovementClosure[];
  readonly horizonS: number;
  /** Closures beside the line itself: its berths, its water. */
  readonly touches: (closure: MovementClosure) => boolean;
}

export interface FerryService {
  readonly line: TimetableFerry;
  /** Departures that take this traveller, seconds, in order. */
  readonly openS: readonly number[];
  /** Departures of the timetable, whatever the weather. */
  readonly allS: readonly number[];
  /** Why a departure of `allS` is not in `openS`. */
  readonly refusedBy: ReadonlyMap<number, readonly Reason[]>;
  /** Why this traveller may not use the line at all. */
  readonly never: readonly Reason[];
}

export function ferryService(line: TimetableFerry, profile: TravelProfile, conditions: FerryConditions): FerryService {
  const never = notAdmitted(line, profile);
  const allS = departures(line, conditions);
  const codes = { wind: 'MOVEMENT_FERRY_WIND', wave: 'MOVEMENT_FERRY_WAVE', visibility: 'MOVEMENT_FERRY_VISIBILITY', params: nameParams('name', line.name) };
  const { frame, closures } = conditions;
  const bad = [
    ...badWeather(frame, conditions.weather, line, codes),
    ...closedTimes(frame, closures, 'ferry', (closure) => closure.ferryLineId === line.id || conditions.touches(closure)),
  ];
  const refusedBy = new Map<number, readonly Reason[]>();
  for (const departS of allS) {
    const reasons = [...met(bad, departS, line.crossingS), ...noRoom(line, profile, frame, departS)];
    if (reasons.length > 0) refusedBy.set(departS, reasons);
  }
  const openS = never.length > 0 ? [] : allS.filter((departS) => !refusedBy.has(departS));
  return { line, openS, allS, refusedBy, never };
}

/** Departure that one who is ready at `readyS` takes; Infinity when there is none within the horizon. */
export function nextDeparture(departuresS: readonly number[], boardS: number, readyS: number): number {
  let [low, high] = [0, departuresS.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (departuresS[middle]! >= readyS + boardS) high = middle;
    else low = middle + 1;
  }
  return departuresS[low] ?? Infinity;
}

/** Why earlier departures were not taken by one ready at `readyS` who leaves at `departS`. */
export function passedOver(service: FerryService, readyS: number, departS: number): readonly Reason[] {
  if (service.never.length > 0) return service.never;
  const passed = service.allS.filter((each) => each >= readyS + service.line.boardS && each < departS);
  const reasons = distinctReasons(passed.flatMap((each) => service.refusedBy.get(each) ?? []));
  if (reasons.length > 0 || Number.isFinite(departS)) return reasons.slice(0, REASON_COUNT_MAX);
  return [{ code: 'MOVEMENT_FERRY_NO_SAILING', params: nameParams('name', service.line.name) }];
}

function notAdmitted(line: TimetableFerry, { road, personCount }: TravelProfile): readonly Reason[] {
  const name = nameParams('name', line.name);
  const reasons: Reason[] = [];
  if (line.kind === 'passenger' && road !== undefined && personCount === 0) reasons.push({ code: 'MOVEMENT_FERRY_PERSONS_ONLY', params: name });
  if (personCount > line.seatCount) reasons.push({ code: 'MOVEMENT_FERRY_FULL', params: { ...name, departs: '—' } });
  if (line.kind === 'passenger' || road === undefined) return reasons;
  if (road.hazmat && !line.hazmatAllowed) reasons.push({ code: 'MOVEMENT_FERRY_HAZMAT', params: name });
  if (line.massKgMax !== undefined && road.massKg > line.massKgMax) reasons.push({ code: 'MOVEMENT_LINK_MASS', params: { ...name, massKg: road.massKg, massLimitKg: line.massKgMax } });
  if (line.heightMMax !== undefined && road.heightM > line.heightMMax) reasons.push({ code: 'MOVEMENT_LINK_HEIGHT', params: { ...name, heightM: road.heightM, heightLimitM: line.heightMMax } });
  return reasons;
}

/** Local timetable laid on the days from the day before the departure to the end of the horizon. */
function departures(line: TimetableFerry, { frame, horizonS }: FerryConditions): readonly number[] {
  const list: number[] = [];
  const dayCount = Math.ceil(horizonS / 86_400) + 1;
  for (let day = 0; day <= dayCount; day++) {
    const midnight = localMidnight(frame.departAt, frame.utcOffsetMinutes, day);
    const [weekday, date] = [localWeekdayCode(midnight, frame.utcOffsetMinutes), localDate(midnight, frame.utcOffsetMinutes)];
    for (const sailing of line.sailings) {
      const departS = secondsOf(frame, midnight) + sailing.departMinutes * 60;
      const runs = sailing.weekdays.includes(weekday) && sailing.notOn?.includes(date) !== true;
      if (runs && departS >= 0 && departS + line.crossingS <= horizonS) list.push(departS);
    }
  }
  return list.sort((a, b) => a - b);
}

function met(bad: readonly BadTime[], departS: number, lastsS: number): readonly Reason[] {
  return bad.filter(({ fromS, untilS }) => departS < untilS && departS + lastsS > fromS).map(({ reason }) => reason);
}

function noRoom(line: TimetableFerry, profile: TravelProfile, frame: TimeFrame, departS: number): readonly Reason[] {
  const departAt = instantAfter(frame, departS);
  const taken = line.booked.filter((each) => each.departAt === departAt);
  const vehicleCount = taken.reduce((sum, each) => sum + each.vehicleCount, 0) + (line.kind === 'vehicle' && profile.road !== undefined ? 1 : 0);
  const personCount = taken.reduce((sum, each) => sum + each.personCount, 0) + profile.personCount;
  if (vehicleCount <= (line.kind === 'vehicle' ? line.vehicleSlotCount : 0) && personCount <= line.seatCount) return [];
  return [{ code: 'MOVEMENT_FERRY_FULL', params: { ...nameParams('name', line.name), departs: clockText(frame, departS) } }];
}

/** Enough to see why; a week of full boats is one sentence. */
const REASON_COUNT_MAX = 4;
