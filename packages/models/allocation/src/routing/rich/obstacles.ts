// What is in the way of a job that is left out: looked for one by one with an empty fleet, so that the
// reason is the job's own; if it could be served alone, the fleet is taken or serving it costs more.

import type { Reason } from '../../api/demand.ts';
import type { RichCase, RichJob } from './case.ts';
import { arrivalS } from './walk.ts';
import type { RichState } from './insert.ts';
import { bestInsertion } from './insert.ts';
import { walk } from './walk.ts';

export function obstaclesOfJob(c: RichCase, job: RichJob): readonly Reason[] {
  const fixed = fixedObstacles(c, job);
  if (fixed.length > 0) return fixed;
  const ready = new Float64Array(c.jobs.length).fill(Number.POSITIVE_INFINITY);
  const empty: RichState = { routes: c.vehicles.map(() => []), walks: c.vehicles.map((_vehicle, v) => walk(c, v, [], ready)!), pinnedCounts: c.vehicles.map(() => 0), readyS: ready, takenS: ready.slice() };
  const alone = bestInsertion(c, empty, job, () => false);
  if (alone === undefined) return timeObstacles(c, job);
  if (alone.deltaValue > job.given.unservedCostValue) return [{ code: 'TRIP_NOT_WORTH', params: { cost: Math.round(alone.deltaValue), limit: job.given.unservedCostValue } }];
  return [{ code: 'TRIP_FLEET_TOO_SMALL', params: { vehicles: c.vehicles.length } }];
}

/** Skills, groups, classes and size: no hour changes them. */
function fixedObstacles(c: RichCase, job: RichJob): readonly Reason[] {
  const reasons: Reason[] = [];
  const { skills, group, transfer } = job.given;
  for (const skill of skills) if (!c.vehicles.some((vehicle) => vehicle.skills.has(skill))) reasons.push({ code: 'TRIP_NO_SKILL', params: { what: skill } });
  if (group !== null && c.vehicles.every(({ refusedGroups }) => refusedGroups.has(group))) reasons.push({ code: 'TRIP_GROUP_REFUSED', params: { what: group } });
  for (const classIds of transfer === null ? [] : [transfer.firstClassIds, transfer.secondClassIds]) {
    if (!c.vehicles.some(({ given }) => classIds.includes(given.classId))) reasons.push({ code: 'TRIP_NO_CLASS', params: { what: classIds.join(', ') } });
  }
  c.dimensions.forEach((what, d) => {
    const most = Math.max(0, ...c.vehicles.map(({ capacity }) => capacity[d]!));
    if (job.load[d]! > most) reasons.push({ code: 'TRIP_TOO_LARGE', params: { what, given: job.load[d]!, most } });
  });
  return reasons;
}

/** The earliest arrival of any vehicle against the window, the way, the duty and the end of the shift. */
function timeObstacles(c: RichCase, job: RichJob): readonly Reason[] {
  const place = job.pickupIndex < 0 ? job.placeIndex : job.pickupIndex;
  const windows = job.pickupIndex < 0 ? job.given.windows : job.given.pickupWindows;
  const arrivals = c.vehicles.map(({ travel, startIndex, given }) => arrivalS(c, travel, { fromIndex: startIndex, toIndex: place, departS: given.shiftFromS }));
  const earliest = Math.min(...arrivals);
  if (job.given.transfer === null && !Number.isFinite(earliest)) return [{ code: 'TRIP_NO_WAY', params: { what: c.problem.placeIds[place]! } }];
  const closes = windows.at(-1)?.[1];
  if (job.given.transfer === null && closes !== undefined && earliest > closes) return [{ code: 'TRIP_WINDOW_BEFORE_ARRIVAL', params: { arrives: Math.round(earliest), closes } }];
  return [{ code: 'TRIP_NO_TIME', params: { until: Math.max(0, ...c.vehicles.map(({ given }) => given.shiftUntilS)) } }];
}
