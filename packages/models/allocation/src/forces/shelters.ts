// People to shelters without passing any capacity, the nearest first: most people placed (those who
// need a place without steps before the others), then the least total way; exact, by min-cost flow.
// The places each neighbourhood gets are then filled with whole families; a family is split only
// where no way is left to keep it together, and that is said.

import type { Assumption, Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import { createFlow, packCost } from './flow.ts';

export interface PeopleGroup {
  readonly id: string;
  readonly needsNoSteps: boolean;
  /** Persons of each family. */
  readonly familyCounts: readonly number[];
}

export interface ShelterPlaces {
  readonly shelterId: string;
  readonly freeCount: number;
  /** Of these without steps. */
  readonly noStepsFreeCount: number;
}

export interface ShelterTravel {
  readonly groupId: string;
  readonly shelterId: string;
  readonly durationS: number | null;
}

export interface ShelterInput {
  readonly groups: readonly PeopleGroup[];
  readonly shelters: readonly ShelterPlaces[];
  readonly travel: readonly ShelterTravel[];
}

export interface ShelterPlan {
  readonly placed: readonly { readonly groupId: string; readonly shelterId: string; readonly personCount: number; readonly familyCount: number; readonly durationS: number }[];
  readonly unplaced: readonly { readonly groupId: string; readonly personCount: number; readonly reason: Assumption }[];
  readonly splitFamilyCount: number;
  readonly placedCount: number;
  readonly totalPersonS: number;
  readonly longestS: number | null;
}

export function assignShelters(input: ShelterInput): Result<ShelterPlan> {
  const counts = [...input.groups.flatMap((group) => group.familyCounts.map((count) => [group.id, count] as const)), ...input.shelters.flatMap((one) => [[one.shelterId, one.freeCount] as const, [one.shelterId, one.noStepsFreeCount] as const])];
  const bad = counts.find(([, count]) => !Number.isInteger(count) || count < 0);
  if (bad !== undefined) return refuse('FORCES_COUNT_NOT_WHOLE', { id: bad[0], given: String(bad[1]) });
  const quotas = quotasOf(input);
  const room = new Map<string, number>();
  for (const { shelterId, freeCount } of input.shelters) room.set(shelterId, freeCount - quotas.filter((one) => one.shelterId === shelterId).reduce((sum, one) => sum + one.personCount, 0));
  const rows = input.groups.map((group) => fillWithFamilies(group, quotas.filter((one) => one.groupId === group.id), room));
  const placed = rows.flatMap((row) => row.placed);
  const unplaced = input.groups.flatMap((group, i) => {
    const personCount = sum(group.familyCounts) - sum(placed.filter((one) => one.groupId === group.id).map((one) => one.personCount));
    return personCount === 0 ? [] : [{ groupId: group.id, personCount, reason: reasonOf(input, input.groups[i]!) }];
  });
  return ok({
    placed, unplaced, splitFamilyCount: sum(rows.map((row) => row.splitCount)), placedCount: sum(placed.map((one) => one.personCount)),
    totalPersonS: sum(placed.map((one) => one.personCount * one.durationS)), longestS: placed.length === 0 ? null : Math.max(...placed.map((one) => one.durationS)),
  });
}

interface Quota {
  readonly groupId: string;
  readonly shelterId: string;
  readonly personCount: number;
  readonly durationS: number;
}

/** How many of each group go to each shelter, families left aside. */
function quotasOf({ groups, shelters, travel }: ShelterInput): readonly Quota[] {
  const [source, sink, groupAt, placeAt] = [0, 1, 2, 2 + groups.length];
  const flow = createFlow(placeAt + 2 * shelters.length);
  const people = Math.max(1, sum(groups.map((group) => sum(group.familyCounts))));
  const ways = travel.flatMap((row) => (row.durationS === null ? [] : [{ ...row, durationS: Math.ceil(row.durationS) }]));
  const maxima = [people, people, people * Math.max(1, ...ways.map((way) => way.durationS))];
  groups.forEach((group, i) => {
    flow.add(source, groupAt + i, sum(group.familyCounts), 0n);
    flow.add(groupAt + i, sink, sum(group.familyCounts), packCost(group.needsNoSteps ? [1, 0, 0] : [0, 1, 0], maxima));
  });
  shelters.forEach((shelter, i) => {
    const noSteps = Math.min(shelter.noStepsFreeCount, shelter.freeCount);
    flow.add(placeAt + 2 * i, sink, noSteps, 0n);
    flow.add(placeAt + 2 * i + 1, sink, shelter.freeCount - noSteps, 0n);
  });
  const arcs = ways.flatMap((way) => {
    const [g, s] = [groups.findIndex((group) => group.id === way.groupId), shelters.findIndex((shelter) => shelter.shelterId === way.shelterId)];
    if (g < 0 || s < 0) return [];
    const price = packCost([0, 0, way.durationS], maxima);
    return (groups[g]!.needsNoSteps ? [0] : [0, 1]).map((kind) => ({ way, arc: flow.add(groupAt + g, placeAt + 2 * s + kind, people, price) }));
  });
  flow.solve(source, sink);
  const merged = new Map<string, Quota>();
  for (const { way, arc } of arcs) {
    const key = `${way.groupId}|${way.shelterId}`;
    const personCount = flow.on(arc) + (merged.get(key)?.personCount ?? 0);
    if (personCount > 0) merged.set(key, { groupId: way.groupId, shelterId: way.shelterId, personCount, durationS: way.durationS });
  }
  return [...merged.values()].toSorted((a, b) => a.durationS - b.durationS || (a.shelterId < b.shelterId ? -1 : 1));
}

interface Filled {
  readonly placed: ShelterPlan['placed'];
  readonly splitCount: number;
}

/** The largest families first, into the nearest place of the group that holds them whole; then into room left over; split last. */
function fillWithFamilies(group: PeopleGroup, quotas: readonly Quota[], room: Map<string, number>): Filled {
  const bins = quotas.map((quota) => ({ quota, leftCount: quota.personCount, personCount: 0, familyCount: 0 }));
  const waiting: number[] = [];
  for (const size of group.familyCounts.toSorted((a, b) => b - a)) {
    const bin = bins.find((one) => one.leftCount >= size);
    if (bin === undefined) waiting.push(size);
    else [bin.leftCount, bin.personCount, bin.familyCount] = [bin.leftCount - size, bin.personCount + size, bin.familyCount + 1];
  }
  let splitCount = 0;
  let quotaLeft = sum(bins.map((bin) => bin.leftCount));
  for (const size of waiting) {
    if (quotaLeft === 0) break;
    // Needing no steps, a group keeps to the places that the flow gave it; others may use what nobody has.
    const roomy = group.needsNoSteps || quotaLeft < size ? undefined : bins.find((one) => one.leftCount + (room.get(one.quota.shelterId) ?? 0) >= size);
    if (roomy !== undefined) {
      const borrowed = size - Math.min(size, roomy.leftCount);
      room.set(roomy.quota.shelterId, (room.get(roomy.quota.shelterId) ?? 0) - borrowed);
      [roomy.leftCount, roomy.personCount, roomy.familyCount] = [roomy.leftCount - (size - borrowed), roomy.personCount + size, roomy.familyCount + 1];
      giveBack(bins, borrowed, room);
      quotaLeft -= size;
      continue;
    }
    const taken = Math.min(size, quotaLeft);
    spread(bins, taken);
    quotaLeft -= taken;
    splitCount += 1;
  }
  const placed = bins.filter((bin) => bin.personCount > 0).map(({ quota, personCount, familyCount }) => ({ groupId: group.id, shelterId: quota.shelterId, personCount, familyCount, durationS: quota.durationS }));
  return { placed, splitCount };
}

type Bin = { readonly quota: Quota; leftCount: number; personCount: number; familyCount: number };

/** Places of the group that it no longer needs become room for others, the farthest first. */
function giveBack(bins: readonly Bin[], count: number, room: Map<string, number>): void {
  let rest = count;
  for (const bin of bins.toReversed()) {
    const freed = Math.min(rest, bin.leftCount);
    bin.leftCount -= freed;
    room.set(bin.quota.shelterId, (room.get(bin.quota.shelterId) ?? 0) + freed);
    rest -= freed;
  }
}

function spread(bins: readonly Bin[], count: number): void {
  let rest = count;
  for (const bin of bins) {
    const taken = Math.min(rest, bin.leftCount);
    if (taken === 0) continue;
    if (rest === count) bin.familyCount += 1;
    bin.leftCount -= taken;
    bin.personCount += taken;
    rest -= taken;
  }
}

function reasonOf({ shelters, travel }: ShelterInput, group: PeopleGroup): Assumption {
  const reachable = shelters.filter((shelter) => travel.some((row) => row.groupId === group.id && row.shelterId === shelter.shelterId && row.durationS !== null));
  if (reachable.length === 0) return { code: 'FORCES_SHELTER_NO_WAY', params: { shelterCount: shelters.length } };
  const placeCount = sum(reachable.map((shelter) => (group.needsNoSteps ? shelter.noStepsFreeCount : shelter.freeCount)));
  return group.needsNoSteps ? { code: 'FORCES_SHELTER_NO_STEP_FREE_PLACE', params: { placeCount } } : { code: 'FORCES_SHELTER_FULL', params: { placeCount } };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, one) => total + one, 0);
}
