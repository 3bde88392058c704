// Casualties to beds by triage and speciality: red first. For each class in turn the least number
// left unplaced, then the shortest longest way, then the least total way; exact, by min-cost flow.
// Beds that nobody reported in time are not counted unless the caller says so.

import type { Assumption, Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import { createFlow, packCost } from './flow.ts';

export const TRIAGE_CLASSES = ['red', 'yellow', 'green'] as const;
export type Triage = (typeof TRIAGE_CLASSES)[number];

export interface CasualtyGroup {
  readonly id: string;
  readonly sceneId: string;
  readonly triage: Triage;
  /** Any of these beds will do. */
  readonly acceptedSpecialityCodes: readonly string[];
  readonly personCount: number;
}

export interface BedReport {
  readonly hospitalId: string;
  readonly specialityCode: string;
  readonly freeCount: number;
  /** Its report has lapsed, or there never was one. */
  readonly isStale: boolean;
}

export interface CareTravel {
  readonly sceneId: string;
  readonly hospitalId: string;
  /** null: no way; `reason` says why. */
  readonly durationS: number | null;
  readonly modes: readonly string[];
  readonly reason: readonly Assumption[];
}

export interface CasualtyInput {
  readonly groups: readonly CasualtyGroup[];
  readonly beds: readonly BedReport[];
  readonly travel: readonly CareTravel[];
  readonly countStaleBeds: boolean;
}

export interface PlacedCasualties {
  readonly groupId: string;
  readonly triage: Triage;
  readonly sceneId: string;
  readonly hospitalId: string;
  readonly specialityCode: string;
  readonly personCount: number;
  readonly durationS: number;
  readonly modes: readonly string[];
}

export interface CasualtyPlan {
  readonly placed: readonly PlacedCasualties[];
  readonly unplaced: readonly { readonly groupId: string; readonly triage: Triage; readonly personCount: number; readonly reason: Assumption }[];
  readonly byTriage: readonly TriageFigures[];
  readonly assumed: readonly Assumption[];
}

export interface TriageFigures {
  readonly triage: Triage;
  readonly personCount: number;
  readonly placedCount: number;
  readonly longestS: number | null;
  readonly totalPersonS: number;
}

export function distributeCasualties(input: CasualtyInput): Result<CasualtyPlan> {
  const bad = [...input.groups.map((group) => [group.id, group.personCount] as const), ...input.beds.map((bed) => [bed.hospitalId, bed.freeCount] as const)].find(([, count]) => !Number.isInteger(count) || count < 0);
  if (bad !== undefined) return refuse('FORCES_COUNT_NOT_WHOLE', { id: bad[0], given: String(bad[1]) });
  const beds = input.beds.filter((bed) => bed.freeCount > 0 && (input.countStaleBeds || !bed.isStale));
  const ways = waysOf(input, beds);
  const limitS: Record<Triage, number> = { red: Infinity, yellow: Infinity, green: Infinity };
  let best = solve(input, beds, ways, limitS);
  for (const [rank, triage] of TRIAGE_CLASSES.entries()) {
    const wanted = prefixOf(best, rank);
    const times = [...new Set(ways.filter((way) => way.group.triage === triage).map((way) => way.durationS))].toSorted((a, b) => a - b);
    let [low, high] = [0, times.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      const tried = solve(input, beds, ways, { ...limitS, [triage]: times[middle]! });
      if (samePrefix(prefixOf(tried, rank), wanted)) high = middle;
      else low = middle + 1;
    }
    limitS[triage] = times[low] ?? 0;
    best = solve(input, beds, ways, limitS);
  }
  const assumed: Assumption[] = [{ code: 'FORCES_ASSUMED_TRANSPORT_ENOUGH', params: {} }];
  const staleCount = input.beds.filter((bed) => bed.isStale).reduce((sum, bed) => sum + bed.freeCount, 0);
  if (input.countStaleBeds && staleCount > 0) assumed.push({ code: 'FORCES_ASSUMED_STALE_BEDS', params: { bedCount: staleCount } });
  return ok({ placed: best.placed, unplaced: unplacedOf(input, beds, best.placed), byTriage: best.figures, assumed });
}

interface Way {
  readonly group: CasualtyGroup;
  readonly groupIndex: number;
  readonly bedIndex: number;
  readonly durationS: number;
  readonly modes: readonly string[];
}

interface Solved {
  readonly placed: readonly PlacedCasualties[];
  readonly figures: readonly TriageFigures[];
}

function waysOf(input: CasualtyInput, beds: readonly BedReport[]): readonly Way[] {
  const travel = new Map(input.travel.map((row) => [`${row.sceneId}|${row.hospitalId}`, row]));
  return input.groups.flatMap((group, groupIndex) => beds.flatMap((bed, bedIndex): readonly Way[] => {
    const row = travel.get(`${group.sceneId}|${bed.hospitalId}`);
    const fits = group.acceptedSpecialityCodes.includes(bed.specialityCode);
    return row === undefined || row.durationS === null || !fits ? [] : [{ group, groupIndex, bedIndex, durationS: Math.ceil(row.durationS), modes: row.modes }];
  }));
}

function solve({ groups }: CasualtyInput, beds: readonly BedReport[], ways: readonly Way[], limitS: Readonly<Record<Triage, number>>): Solved {
  const [source, sink, groupAt, bedAt] = [0, 1, 2, 2 + groups.length];
  const flow = createFlow(bedAt + beds.length);
  const people = Math.max(1, groups.reduce((sum, group) => sum + group.personCount, 0));
  const secondsMax = people * Math.max(1, ...ways.map((way) => way.durationS));
  const maxima = TRIAGE_CLASSES.flatMap(() => [people, secondsMax]);
  const priceOf = (triage: Triage, unplacedCount: number, durationS: number): bigint => packCost(TRIAGE_CLASSES.flatMap((one) => (one === triage ? [unplacedCount, durationS] : [0, 0])), maxima);
  groups.forEach((group, i) => {
    flow.add(source, groupAt + i, group.personCount, 0n);
    flow.add(groupAt + i, sink, group.personCount, priceOf(group.triage, 1, 0));
  });
  beds.forEach((bed, i) => flow.add(bedAt + i, sink, bed.freeCount, 0n));
  const arcs = ways.filter((way) => way.durationS <= limitS[way.group.triage])
    .map((way) => ({ way, arc: flow.add(groupAt + way.groupIndex, bedAt + way.bedIndex, way.group.personCount, priceOf(way.group.triage, 0, way.durationS)) }));
  flow.solve(source, sink);
  const placed = arcs.filter(({ arc }) => flow.on(arc) > 0).map(({ way, arc }): PlacedCasualties => {
    const bed = beds[way.bedIndex]!;
    const { id: groupId, triage, sceneId } = way.group;
    return { groupId, triage, sceneId, hospitalId: bed.hospitalId, specialityCode: bed.specialityCode, personCount: flow.on(arc), durationS: way.durationS, modes: way.modes };
  });
  return { placed, figures: TRIAGE_CLASSES.map((triage) => figuresOf(triage, groups, placed)) };
}

function figuresOf(triage: Triage, groups: readonly CasualtyGroup[], placed: readonly PlacedCasualties[]): TriageFigures {
  const own = placed.filter((one) => one.triage === triage);
  return {
    triage, personCount: groups.filter((group) => group.triage === triage).reduce((sum, group) => sum + group.personCount, 0),
    placedCount: own.reduce((sum, one) => sum + one.personCount, 0), longestS: own.length === 0 ? null : Math.max(...own.map((one) => one.durationS)),
    totalPersonS: own.reduce((sum, one) => sum + one.personCount * one.durationS, 0),
  };
}

/** What must stay as it is while the longest way of class `rank` is shortened: all figures before it, and its own number placed. */
function prefixOf({ figures }: Solved, rank: number): readonly number[] {
  return figures.slice(0, rank + 1).flatMap((one, i) => (i < rank ? [one.placedCount, one.longestS ?? 0, one.totalPersonS] : [one.placedCount]));
}

function samePrefix(a: readonly number[], b: readonly number[]): boolean {
  return a.every((one, i) => one === b[i]);
}

function unplacedOf({ groups, beds: all, travel }: CasualtyInput, counted: readonly BedReport[], placed: readonly PlacedCasualties[]): CasualtyPlan['unplaced'] {
  return groups.flatMap((group) => {
    const personCount = group.personCount - placed.filter((one) => one.groupId === group.id).reduce((sum, one) => sum + one.personCount, 0);
    if (personCount === 0) return [];
    const fits = (bed: BedReport): boolean => group.acceptedSpecialityCodes.includes(bed.specialityCode);
    const specialities = group.acceptedSpecialityCodes.join(', ');
    const fitting = counted.filter(fits);
    const reachable = fitting.filter((bed) => travel.some((row) => row.sceneId === group.sceneId && row.hospitalId === bed.hospitalId && row.durationS !== null));
    const staleCount = all.filter((bed) => fits(bed) && bed.isStale && !counted.includes(bed)).reduce((sum, bed) => sum + bed.freeCount, 0);
    const freeCount = fitting.reduce((sum, bed) => sum + bed.freeCount, 0);
    const reason: Assumption = fitting.length > 0 && reachable.length === 0
      ? { code: 'FORCES_CASUALTY_NO_WAY', params: { freeCount } }
      : staleCount > 0
        ? { code: 'FORCES_CASUALTY_BEDS_STALE', params: { specialities, freeCount, staleCount } }
        : { code: 'FORCES_CASUALTY_NO_BED', params: { specialities, freeCount } };
    return [{ groupId: group.id, triage: group.triage, personCount, reason }];
  });
}
