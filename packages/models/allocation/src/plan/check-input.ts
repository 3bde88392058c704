// Inputs that would make a plan mean nothing are refused before anything is computed.

import type { Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import type { Demand } from '../api/demand.ts';
import type { PlanInput } from '../api/plan.ts';
import type { Supply } from '../api/supply.ts';
import type { TravelIndex } from './travel-index.ts';

export function checkInput(input: PlanInput, travel: TravelIndex): Result<true> {
  if (!(input.horizonS >= HORIZON_S_MIN && input.horizonS <= HORIZON_S_MAX)) {
    return refuse('ALLOCATION_INPUT_OUT_OF_RANGE', { name: 'horizonS', given: String(input.horizonS), low: HORIZON_S_MIN, high: HORIZON_S_MAX });
  }
  const twice = firstTwice([...input.demands.map((demand) => demand.id)]) ?? firstTwice(input.supplies.map((supply) => supply.id));
  if (twice !== undefined) return refuse('ALLOCATION_ID_TWICE', { id: twice });
  for (const demand of input.demands) if (!needIsRight(demand, input.demands)) return refuse('ALLOCATION_NEED_WRONG', { demandId: demand.id });
  for (const supply of input.supplies) {
    const checked = checkSupply(supply);
    if (!checked.ok) return checked;
  }
  return checkTravel(input, travel);
}

function needIsRight(demand: Demand, all: readonly Demand[]): boolean {
  const points = demand.need.every((point, i) => {
    const before = demand.need[i - 1];
    return point.quantityValue >= (before?.quantityValue ?? 0) && Number.isFinite(point.quantityValue) && (before === undefined || point.at > before.at) && point.unitCode === demand.unitCode;
  });
  const sameUnit = all.every((other) => other.capabilityCode !== demand.capabilityCode || other.unitCode === demand.unitCode);
  const accepts = demand.accepts.every((each) => each.effectRatio > 0 && Number.isFinite(each.effectRatio));
  return points && sameUnit && accepts && demand.need.length > 0 && demand.adequateValue >= 0;
}

function checkSupply(supply: Supply): Result<true> {
  const figures: [name: string, given: number][] = [['leadS', supply.leadS], ['stepValue', supply.stepValue], ['effectValue', supply.effectValue]];
  if (supply.reserve === 'stock') figures.push(['floorValue', supply.floorValue], ...supply.lots.map((lot): [string, number] => [`lots.${lot.lotId}`, lot.quantityValue]));
  if (supply.reserve === 'social') figures.push(['countedValue', supply.countedValue]);
  if (supply.reserve === 'capacity') {
    figures.push(['rawMaterialCapValue', supply.rawMaterialCapValue]);
    const rampIsRight = supply.ramp.every((step, i) => step.ratePerHourValue >= 0 && step.fromHours >= 0 && step.fromHours > (supply.ramp[i - 1]?.fromHours ?? -1));
    if (!rampIsRight || supply.ramp.length === 0 || !(supply.shipEveryS >= SHIP_EVERY_S_MIN)) return refuse('ALLOCATION_RAMP_WRONG', { supplyId: supply.id });
  }
  for (const [name, given] of figures) {
    if (!(given >= 0 && given <= QUANTITY_MAX)) return refuse('ALLOCATION_INPUT_OUT_OF_RANGE', { name: `${supply.id}.${name}`, given: String(given), low: 0, high: QUANTITY_MAX });
  }
  return checkKit(supply);
}

/** Parts are other item kinds, each named once, in positive amounts. */
function checkKit(supply: Supply): Result<true> {
  const kinds = supply.requires.map((part) => part.itemKindId);
  const twice = firstTwice([supply.itemKindId, ...kinds]);
  if (twice !== undefined) return refuse('ALLOCATION_ID_TWICE', { id: `${supply.id}.requires.${twice}` });
  const wrong = supply.requires.find((part) => !(part.perUnitValue > 0 && part.perUnitValue <= QUANTITY_MAX));
  if (wrong === undefined) return ok(true);
  return refuse('ALLOCATION_INPUT_OUT_OF_RANGE', { name: `${supply.id}.requires.${wrong.itemKindId}`, given: String(wrong.perUnitValue), low: 0, high: QUANTITY_MAX });
}

function checkTravel(input: PlanInput, travel: TravelIndex): Result<true> {
  const origins = new Set(input.supplies.map((supply) => supply.originId));
  const scenes = new Set(input.demands.map((demand) => demand.sceneId));
  for (const originId of origins) {
    for (const sceneId of scenes) {
      const row = travel.find(originId, sceneId);
      if (row === undefined) return refuse('ALLOCATION_TRAVEL_MISSING', { originId, sceneId });
      if (row.reachable && !(row.travelS >= 0 && row.travelS <= HORIZON_S_MAX)) {
        return refuse('ALLOCATION_INPUT_OUT_OF_RANGE', { name: `travelS ${originId} → ${sceneId}`, given: String(row.travelS), low: 0, high: HORIZON_S_MAX });
      }
    }
  }
  return ok(true);
}

function firstTwice(ids: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return ids.find((id) => seen.size === seen.add(id).size);
}

const HORIZON_S_MIN = 600;
/** Thirty days. */
const HORIZON_S_MAX = 2_592_000;
/** A shipment a minute is the finest that makes sense. */
const SHIP_EVERY_S_MIN = 60;
const QUANTITY_MAX = 1e9;
