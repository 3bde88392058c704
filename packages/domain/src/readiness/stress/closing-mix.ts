// The cheapest way to close a gap: more stock in a store that is in time, as much again under an
// agreement, a second contract for production, or a new store at the scene. A fixed price plus a price
// a unit each, few ways, so every subset is tried and the best is exact. A way without a price on
// record is named and not used: a missing price is never zero.

import type { LonLat } from '@anlan/kernel';
import type { SupplyTravel } from '@anlan/allocation';
import { rampOutput } from '@anlan/allocation';
import type { AgreementTerms, ClosingOffers, ContractTerms, ItemPrice } from './ports.ts';
import { wayFor } from './timeline.ts';
import type { Timeline } from './timeline.ts';
import type { ClosingMix, MixPart, StressGap, StressScenario, UnpricedPart } from './types.ts';

export interface MixGround {
  readonly offers: ClosingOffers;
  readonly timeline: Timeline;
  readonly stateId: string;
}

/** null: nothing in the registers serves this capability at all. */
export function closingMix(gap: StressGap, scenario: StressScenario, ground: MixGround): ClosingMix | null {
  const accepts = scenario.demands.find(({ id }) => id === gap.demandId)?.accepts ?? [];
  const items = ground.offers.items.filter(({ capabilityCode }) => accepts.includes(capabilityCode));
  if (items.length === 0) return null;
  const found = items.flatMap((item) => waysOf(item, gap, ground));
  const ways = found.filter((way) => way.kind === 'way').toSorted((a, b) => a.fixedFen + a.unitFen * gap.worstShortValue - (b.fixedFen + b.unitFen * gap.worstShortValue)).slice(0, WAY_COUNT);
  const best = cheapest(ways, gap.worstShortValue);
  return {
    stateId: ground.stateId, parts: best.parts, leftValue: best.leftValue, costFen: best.parts.length === 0 ? null : best.costFen,
    unpriced: found.flatMap((way) => (way.kind === 'unpriced' ? [way.part] : [])), notInTime: found.flatMap((way) => (way.kind === 'late' ? [way.part] : [])),
  };
}

/** Origin id under which a store is asked for its ways. */
export function depotOriginId(facilityId: string): string {
  return `depot ${facilityId}`;
}

/** Origin of goods at a place, as the plan stage names them. */
export function placeOriginId(position: LonLat): string {
  return position.map((deg) => deg.toFixed(5)).join(',');
}

export interface Way {
  readonly kind: 'way';
  readonly fixedFen: number;
  readonly unitFen: number;
  readonly maxValue: number;
  readonly stepValue: number;
  readonly part: Omit<MixPart, 'quantityValue' | 'costFen'>;
}

type Found = Way | { readonly kind: 'unpriced'; readonly part: UnpricedPart } | { readonly kind: 'late'; readonly part: ClosingMix['notInTime'][number] };

/** Of every subset the cheapest that covers the need; where none does, the one that covers most. */
export function cheapest(ways: readonly Way[], neededValue: number): { readonly parts: readonly MixPart[]; readonly costFen: number; readonly leftValue: number } {
  let best: { readonly parts: readonly MixPart[]; readonly costFen: number; readonly leftValue: number } = { parts: [], costFen: 0, leftValue: neededValue };
  for (let subset = 1; subset < 1 << ways.length; subset++) {
    const chosen = ways.filter((_way, i) => (subset >> i) & 1).toSorted((a, b) => a.unitFen - b.unitFen);
    const filled = fill(chosen, neededValue);
    const isBetter = filled.leftValue < best.leftValue - HAIR || (filled.leftValue <= best.leftValue + HAIR && filled.costFen < best.costFen - HAIR);
    if (isBetter) best = filled;
  }
  return best;
}

/** The cheapest by unit first; the last one in whole steps. */
function fill(ways: readonly Way[], neededValue: number): { readonly parts: readonly MixPart[]; readonly costFen: number; readonly leftValue: number } {
  let leftValue = neededValue;
  let costFen = 0;
  const parts: MixPart[] = [];
  for (const { fixedFen, unitFen, maxValue, stepValue, part } of ways) {
    const wanted = Math.min(leftValue, maxValue);
    const quantityValue = stepValue > 0 ? Math.min(Math.ceil(wanted / stepValue - HAIR) * stepValue, Math.floor(maxValue / stepValue + HAIR) * stepValue) : wanted;
    const cost = Math.ceil(fixedFen + unitFen * quantityValue);
    parts.push({ ...part, quantityValue, costFen: cost });
    costFen += cost;
    leftValue = Math.max(0, leftValue - quantityValue);
  }
  return { parts, costFen, leftValue };
}

function waysOf(item: ItemPrice, gap: StressGap, ground: MixGround): readonly Found[] {
  const { offers } = ground;
  return [
    ...stockWay(item, gap, ground), sitingWay(item, gap, ground),
    ...offers.agreements.filter(({ itemKindId }) => itemKindId === item.itemKindId).map((agreement) => agreementWay(item, agreement, gap, ground)),
    ...offers.contracts.filter(({ itemKindId }) => itemKindId === item.itemKindId).map((contract) => contractWay(item, contract, gap, ground)),
  ];
}

/** More of it in the store that is there first. */
function stockWay(item: ItemPrice, gap: StressGap, { offers, timeline }: MixGround): readonly Found[] {
  const reached = offers.depots.flatMap((depot) => {
    const hours = arriveHours(wayFor(timeline, { originId: depotOriginId(depot.id), leadS: STORE_LEAD_S + item.handlingDurationS }, gap.sceneId), STORE_LEAD_S + item.handlingDurationS);
    return hours === null ? [] : [{ depot, hours }];
  }).toSorted((a, b) => a.hours - b.hours || (a.depot.id < b.depot.id ? -1 : 1));
  const [first] = reached;
  if (first === undefined || first.hours > gap.deadlineHours) return [{ kind: 'late', part: { kind: 'stock', titles: item.titles, arriveHours: first?.hours ?? null } }];
  const titles = { zh: `${item.titles.zh}，存${first.depot.titles.zh}`, en: `${item.titles.en}, at ${first.depot.titles.en}` };
  if (item.purchaseFen === null) return [unpriced('stock', item, titles, first.hours)];
  return [{
    kind: 'way', fixedFen: 0, unitFen: item.purchaseFen, maxValue: Infinity, stepValue: item.stepValue,
    part: { kind: 'stock', itemKindId: item.itemKindId, ofRegisterId: 'facilities', ofId: first.depot.id, titles, position: first.depot.position, unitCode: item.unitCode, arriveHours: first.hours },
  }];
}

/** A new store at the scene: no way to go, but the goods and the building have their price. */
function sitingWay(item: ItemPrice, gap: StressGap, { offers }: MixGround): Found {
  const hours = (STORE_LEAD_S + item.handlingDurationS) / 3600;
  const titles = { zh: `${item.titles.zh}，在${gap.sceneTitles.zh}新设储备点`, en: `${item.titles.en}, in a new store at ${gap.sceneTitles.en}` };
  if (hours > gap.deadlineHours) return { kind: 'late', part: { kind: 'siting', titles, arriveHours: hours } };
  if (item.purchaseFen === null) return unpriced('siting', item, titles, hours);
  if (offers.siteFen === null) return { kind: 'unpriced', part: { kind: 'siting', itemKindId: item.itemKindId, titles, missing: { code: 'STRESS_NO_SITE_PRICE', params: {} }, arriveHours: hours } };
  return {
    kind: 'way', fixedFen: offers.siteFen, unitFen: item.purchaseFen, maxValue: Infinity, stepValue: item.stepValue,
    part: { kind: 'siting', itemKindId: item.itemKindId, ofRegisterId: null, ofId: null, titles, position: gap.position, unitCode: item.unitCode, arriveHours: hours },
  };
}

/** As much again with the same firm, at the same rent a unit. */
function agreementWay(item: ItemPrice, agreement: AgreementTerms, gap: StressGap, { timeline }: MixGround): Found {
  const hours = arriveHours(wayFor(timeline, { originId: placeOriginId(agreement.position), leadS: agreement.callUpLeadS }, gap.sceneId), agreement.callUpLeadS);
  if (hours === null || hours > gap.deadlineHours) return { kind: 'late', part: { kind: 'agreement', titles: agreement.titles, arriveHours: hours } };
  if (agreement.rentFen === null || agreement.agreedValue <= 0) return { kind: 'unpriced', part: { kind: 'agreement', itemKindId: item.itemKindId, titles: agreement.titles, missing: { code: 'STRESS_NO_RENT', params: { id: agreement.id } }, arriveHours: hours } };
  return {
    kind: 'way', fixedFen: 0, unitFen: agreement.rentFen / agreement.agreedValue, maxValue: agreement.agreedValue, stepValue: item.stepValue,
    part: { kind: 'agreement', itemKindId: item.itemKindId, ofRegisterId: 'social-agreements', ofId: agreement.id, titles: agreement.titles, position: agreement.position, unitCode: item.unitCode, arriveHours: hours },
  };
}

/** A second contract on the same terms: what it has made by the last departure that is in time. */
function contractWay(item: ItemPrice, contract: ContractTerms, gap: StressGap, { timeline }: MixGround): Found {
  const row = wayFor(timeline, { originId: placeOriginId(contract.position), leadS: contract.startLeadS }, gap.sceneId);
  const first = arriveHours(row, contract.startLeadS);
  const travelHours = row.reachable ? row.travelS / 3600 : Infinity;
  const workedHours = gap.deadlineHours - travelHours - contract.startLeadS / 3600;
  const made = workedHours > 0 ? rampOutput({ ramp: contract.ramp.map((step) => ({ ...step, unitCode: item.unitCode })), rawMaterialCapValue: contract.rawMaterialCapValue }, workedHours) : 0;
  const maxValue = item.stepValue > 0 ? Math.floor(made / item.stepValue) * item.stepValue : made;
  if (maxValue <= 0) return { kind: 'late', part: { kind: 'capacity', titles: contract.titles, arriveHours: first } };
  if (contract.activationCostFen === null) return { kind: 'unpriced', part: { kind: 'capacity', itemKindId: item.itemKindId, titles: contract.titles, missing: { code: 'STRESS_NO_ACTIVATION_PRICE', params: { id: contract.id } }, arriveHours: first ?? gap.deadlineHours } };
  return {
    kind: 'way', fixedFen: contract.activationCostFen, unitFen: 0, maxValue, stepValue: item.stepValue,
    part: { kind: 'capacity', itemKindId: item.itemKindId, ofRegisterId: 'capacity-contracts', ofId: contract.id, titles: contract.titles, position: contract.position, unitCode: item.unitCode, arriveHours: gap.deadlineHours },
  };
}

function unpriced(kind: 'stock' | 'siting', item: ItemPrice, titles: UnpricedPart['titles'], hours: number): Found {
  return { kind: 'unpriced', part: { kind, itemKindId: item.itemKindId, titles, missing: { code: 'STRESS_NO_PURCHASE_PRICE', params: { itemKindId: item.itemKindId } }, arriveHours: hours } };
}

function arriveHours(row: SupplyTravel, leadS: number): number | null {
  return row.reachable ? (leadS + row.travelS) / 3600 : null;
}

/** Opening a store and finding a truck, s. Ours, as the plan has it for depots without a crew. */
const STORE_LEAD_S = 1800;
/** Subsets of this many ways are tried: 1,023. */
const WAY_COUNT = 10;
const HAIR = 1e-9;
