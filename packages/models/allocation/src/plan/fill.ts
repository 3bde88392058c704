// One option: demand by demand in order of service, always the next batch by the order of the
// strategy, until the need at the horizon is met or nothing is left that arrives. Taking the
// first batches of a fixed order leaves a superset for the later demands whenever supply grows:
// that is why more stock can never raise what stays unmet (tested as a property).

import type { Instant } from '@anlan/kernel';
import { addS } from '@anlan/kernel';
import type { Demand } from '../api/demand.ts';
import type { LotShare, PlanInput, SupplyTravelOpen } from '../api/plan.ts';
import { compareText } from '../supply/usable.ts';
import type { Batch } from './batches.ts';
import { availableAt, batchesOf, QUANTITY_HAIR, takeFrom } from './batches.ts';
import type { Strategy } from './strategies.ts';
import { inOrderOfService } from './strategies.ts';
import type { TravelIndex } from './travel-index.ts';
import { arrivalAt } from './travel-index.ts';
import { wholeSteps } from '../supply/ramp.ts';

/** A line before it has a name and reasons. */
export interface Pick {
  readonly demand: Demand;
  readonly batch: Batch;
  readonly travel: SupplyTravelOpen;
  /** Of the item. */
  readonly unitCode: string;
  readonly quantityValue: number;
  readonly effectValue: number;
  readonly arriveAt: Instant;
  readonly countsAt: Instant;
  readonly lots: readonly LotShare[];
  readonly parts: readonly Pick[];
}

export function fillOption(input: PlanInput, travel: TravelIndex, strategy: Strategy): readonly Pick[] {
  const batches = batchesOf(input, strategy).filter((batch) => strategy.admits(batch.supply));
  const endAt = addS(input.now, input.horizonS);
  return inOrderOfService(input.demands).flatMap((demand) => fillDemand({ demand, batches, travel, strategy, endAt }));
}

/** What the demand needs at the horizon. */
export function needAtEnd(demand: Demand, endAt: Instant): number {
  return demand.need.reduce((need, point) => (point.at <= endAt ? point.quantityValue : need), 0);
}

interface Candidate {
  readonly batch: Batch;
  readonly travel: SupplyTravelOpen;
  readonly arriveAt: Instant;
  /** Units of the need met by one unit of the item. */
  readonly unitCode: string;
  readonly unitEffectValue: number;
}

interface Task {
  readonly demand: Demand;
  readonly batches: readonly Batch[];
  readonly travel: TravelIndex;
  readonly strategy: Strategy;
  readonly endAt: Instant;
}

function fillDemand(task: Task): Pick[] {
  const candidates = candidatesOf(task);
  const simple = candidates.filter((each) => each.batch.supply.requires.length === 0).sort(byOrder(task));
  let kits = candidates.filter((each) => each.batch.supply.requires.length > 0);
  const picks: Pick[] = [];
  let left = needAtEnd(task.demand, task.endAt);
  let next = 0;
  while (left > QUANTITY_HAIR) {
    const plain = simple[next];
    const best = bestKit(task, kits, left);
    kits = best.alive;
    if (plain === undefined && best.kit === undefined) break;
    const useKit = best.kit !== undefined && (plain === undefined || compareKeys(keysOf(task, best.kit.candidate, best.kit.countsAt), keysOf(task, plain, plain.arriveAt)) < 0);
    const pick = useKit && best.kit !== undefined ? takeKit(task, best.kit) : plain === undefined ? undefined : takePlain(task, plain, left);
    if (!useKit) next++;
    if (pick === undefined) continue;
    picks.push(pick);
    left -= pick.effectValue;
  }
  return picks;
}

function candidatesOf({ demand, batches, travel, endAt }: Task): Candidate[] {
  const effectRatios = new Map(demand.accepts.map((each) => [each.capabilityCode, each.effectRatio]));
  const candidates: Candidate[] = [];
  for (const batch of batches) {
    const effectRatio = effectRatios.get(batch.supply.capabilityCode);
    if (effectRatio === undefined) continue;
    const row = travel.find(batch.supply.originId, demand.sceneId);
    if (row === undefined || !row.reachable) continue;
    const arriveAt = arrivalAt(batch.departAt, row);
    const unitEffectValue = batch.supply.effectValue * effectRatio;
    if (arriveAt <= endAt && unitEffectValue > 0) candidates.push({ batch, travel: row, arriveAt, unitCode: batch.supply.unitCode, unitEffectValue });
  }
  return candidates;
}

function takePlain(task: Task, candidate: Candidate, left: number): Pick | undefined {
  const quantityValue = Math.min(stepsFor(left / candidate.unitEffectValue, candidate.batch.supply.stepValue), availableAt(candidate.batch, candidate.arriveAt));
  if (quantityValue <= QUANTITY_HAIR) return undefined;
  return pickOf(task.demand, candidate, { unitCode: candidate.unitCode, quantityValue, countsAt: candidate.arriveAt, parts: [] });
}

interface Portion {
  readonly candidate: Candidate;
  readonly unitCode: string;
  readonly quantityValue: number;
}

interface Kit extends Portion {
  readonly countsAt: Instant;
  readonly parts: readonly Portion[];
}

/** The kit that is complete first by the order of the strategy; candidates that can no longer be completed drop out. */
function bestKit(task: Task, candidates: readonly Candidate[], left: number): { readonly kit: Kit | undefined; readonly alive: Candidate[] } {
  let kit: Kit | undefined;
  const alive: Candidate[] = [];
  for (const candidate of candidates) {
    const tried = assemble(task, candidate, left);
    if (tried === undefined) continue;
    alive.push(candidate);
    if (kit === undefined || compareKits(task, tried, kit) < 0) kit = tried;
  }
  return { kit, alive };
}

/** One step of the item (or, without steps, as much as the first parts allow) with the parts that are there first. */
function assemble(task: Task, candidate: Candidate, left: number): Kit | undefined {
  const { supply } = candidate.batch;
  const most = Math.min(stepsFor(left / candidate.unitEffectValue, supply.stepValue), availableAt(candidate.batch, candidate.arriveAt));
  if (most <= QUANTITY_HAIR) return undefined;
  let quantityValue = supply.stepValue > 0 ? supply.stepValue : most;
  const sources = supply.requires.map((part) => ({ part, from: partsFor(task, part.itemKindId) }));
  if (supply.stepValue === 0) {
    for (const { part, from } of sources) {
      const first = from[0];
      quantityValue = Math.min(quantityValue, first === undefined ? 0 : availableAt(first.batch, first.arriveAt) / part.perUnitValue);
    }
  }
  if (quantityValue <= QUANTITY_HAIR) return undefined;
  const parts: Portion[] = [];
  for (const { part, from } of sources) {
    const gathered = gather(from, quantityValue * part.perUnitValue);
    if (gathered === undefined) return undefined;
    parts.push(...gathered);
  }
  const countsAt = parts.reduce<Instant>((latest, part) => (part.candidate.arriveAt > latest ? part.candidate.arriveAt : latest), candidate.arriveAt);
  return { candidate, unitCode: supply.unitCode, quantityValue, countsAt, parts };
}

/** Batches of a part that reach the scene, the earliest first. */
function partsFor({ demand, batches, travel, endAt }: Task, itemKindId: string): Candidate[] {
  return batches
    .flatMap((batch): Candidate[] => {
      const row = travel.find(batch.supply.originId, demand.sceneId);
      if (batch.supply.itemKindId !== itemKindId || row === undefined || !row.reachable) return [];
      const arriveAt = arrivalAt(batch.departAt, row);
      return arriveAt <= endAt && availableAt(batch, arriveAt) > QUANTITY_HAIR ? [{ batch, travel: row, arriveAt, unitCode: batch.supply.unitCode, unitEffectValue: 0 }] : [];
    })
    .sort((a, b) => a.arriveAt - b.arriveAt || compareText(a.batch.supply.id, b.batch.supply.id));
}

function gather(from: readonly Candidate[], wanted: number): Portion[] | undefined {
  const gathered: Portion[] = [];
  let left = wanted;
  for (const candidate of from) {
    if (left <= QUANTITY_HAIR) break;
    const { stepValue } = candidate.batch.supply;
    const quantityValue = Math.min(stepsFor(left, stepValue), availableAt(candidate.batch, candidate.arriveAt));
    if (quantityValue <= QUANTITY_HAIR) continue;
    gathered.push({ candidate, unitCode: candidate.unitCode, quantityValue });
    left -= quantityValue;
  }
  return left <= QUANTITY_HAIR ? gathered : undefined;
}

function takeKit(task: Task, kit: Kit): Pick {
  const parts = kit.parts.map((part) => pickOf(task.demand, part.candidate, { ...part, countsAt: kit.countsAt, parts: [] }));
  return pickOf(task.demand, kit.candidate, { ...kit, parts });
}

function pickOf(demand: Demand, candidate: Candidate, taken: Taken): Pick {
  const lots = takeFrom(candidate.batch, candidate.arriveAt, taken.quantityValue);
  const { batch, travel, arriveAt, unitCode, unitEffectValue } = candidate;
  const { quantityValue, countsAt, parts } = taken;
  return { demand, batch, travel, arriveAt, unitCode, quantityValue, effectValue: quantityValue * unitEffectValue, countsAt, lots, parts };
}

interface Taken {
  readonly unitCode: string;
  readonly quantityValue: number;
  readonly countsAt: Instant;
  readonly parts: readonly Pick[];
}

/** Enough steps to cover q. */
function stepsFor(q: number, step: number): number {
  if (step <= 0) return q;
  const whole = wholeSteps(q, step);
  return whole >= q * (1 - 1e-12) ? whole : whole + step;
}

function byOrder(task: Task): (a: Candidate, b: Candidate) => number {
  return (a, b) => compareKeys(keysOf(task, a, a.arriveAt), keysOf(task, b, b.arriveAt)) || byName(a, b);
}

function compareKits(task: Task, a: Kit, b: Kit): number {
  return compareKeys(keysOf(task, a.candidate, a.countsAt), keysOf(task, b.candidate, b.countsAt)) || byName(a.candidate, b.candidate);
}

function byName(a: Candidate, b: Candidate): number {
  return compareText(a.batch.supply.id, b.batch.supply.id) || a.batch.departAt - b.batch.departAt;
}

function keysOf(task: Task, candidate: Candidate, countsAt: Instant): readonly number[] {
  return task.strategy.keys(countsAt, task.demand.deadlineAt, candidate.batch.supply.reserve);
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return 0;
}
