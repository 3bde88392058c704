// What the registers hold, as supplies of the allocation model: lots of one kind at one place are
// one stock supply; agreements and contracts stand for themselves, with what their holdings still
// have. What does not count is left out with its reason.

import type { Assumption, Instant, LonLat, Refusal } from '@anlan/kernel';
import { nameParams } from '@anlan/kernel';
import type { Lot, StockSupply, Supply } from '@anlan/allocation';
import type { Holding } from '../log/index.ts';
import {
  availableValue, capacityContracts, checkContractUsable, checkLotUsable, clockRamp, facilities, itemKinds, localHours, socialAgreements, stockLots,
} from '../readiness/index.ts';
import type { CapacityContract, ReserveRecords, SocialAgreement, StockLot } from '../readiness/index.ts';
import { recordKey, recordOf } from '../register/index.ts';
import type { RecordBody, RecordOf } from '../register/index.ts';
import type { Titles } from '../signal/index.ts';
import type { PlanOrigin, PlanVessel } from './ports.ts';
import { vesselsAt } from './travel-times.ts';

export interface PlanRecords extends ReserveRecords {
  readonly facilities: readonly RecordBody[];
}

/** Where a supply of the model comes from in the registers. */
export interface SupplySource {
  readonly supplyRegisterId: string;
  /** For stock: of its lots; a line is split by lot. */
  readonly supplyIds: readonly string[];
  readonly kind: ItemKind;
  readonly fromTitles: Titles;
  readonly position: LonLat;
}

export type ItemKind = RecordOf<typeof itemKinds>;

export interface Gathered {
  readonly supplies: readonly Supply[];
  readonly origins: readonly PlanOrigin[];
  readonly sources: ReadonlyMap<string, SupplySource>;
  readonly left: readonly { readonly supplyRegisterId: string; readonly supplyId: string; readonly reason: Assumption }[];
  readonly assumed: readonly Assumption[];
}

export function gatherSupplies(records: PlanRecords, fleet: readonly PlanVessel[], now: Instant): Gathered {
  const gathering = new Gathering(records, fleet, now);
  for (const body of records.stockLots) gathering.addLot(recordOf(stockLots, body));
  for (const body of records.socialAgreements) gathering.addAgreement(recordOf(socialAgreements, body));
  for (const body of records.capacityContracts) gathering.addContract(recordOf(capacityContracts, body));
  return gathering.done();
}

class Gathering {
  private readonly kinds: ReadonlyMap<string, ItemKind>;
  private readonly places: ReadonlyMap<string, Titles>;
  private readonly holdings: ReadonlyMap<string, Holding>;
  private readonly fleet: readonly PlanVessel[];
  private readonly now: Instant;
  private readonly supplies = new Map<string, Supply>();
  private readonly origins = new Map<string, PlanOrigin>();
  private readonly sources = new Map<string, SupplySource>();
  private readonly left: { supplyRegisterId: string; supplyId: string; reason: Assumption }[] = [];
  private readonly assumed = new Map<string, Assumption>();

  constructor(records: PlanRecords, fleet: readonly PlanVessel[], now: Instant) {
    this.kinds = new Map(records.itemKinds.map((body) => [body.id, recordOf(itemKinds, body)]));
    this.places = new Map(records.facilities.map((body) => [body.id, recordOf(facilities, body).values.name]));
    this.holdings = new Map(records.holdings.map((holding) => [holding.holdingId, holding]));
    this.fleet = fleet;
    this.now = now;
  }

  addLot(lot: StockLot): void {
    const check = checkLotUsable(lot, this.now);
    const kind = this.kinds.get(lot.values.itemKindId);
    if (!check.ok) return this.leaveOut('stock-lots', lot.id, check.refusal);
    if (kind === undefined) return;
    const from = this.placeOf(lot.values.facilityId, { zh: lot.values.lotNumber, en: lot.values.lotNumber });
    const originId = this.originAt(lot.values.position, from, kind);
    const id = `stock ${originId} ${kind.id}`;
    const known = this.supplies.get(id) as StockSupply | undefined;
    const lots = [...(known?.lots ?? []), this.lotOf(lot)];
    const floorValue = (known?.floorValue ?? 0) + (lot.values.floorValue ?? 0);
    this.supplies.set(id, { ...this.base(id, from, originId, kind, this.musterAt(lot.values.position, from)), reserve: 'stock', lots, floorValue });
    this.sources.set(id, { supplyRegisterId: 'stock-lots', supplyIds: lots.map((one) => one.lotId), kind, fromTitles: from, position: lot.values.position });
  }

  addAgreement(agreement: SocialAgreement): void {
    const { name, itemKindId, facilityId, position, callUpLeadS, acceptanceRatio } = agreement.values;
    const check = checkContractUsable(agreement, this.now);
    const kind = this.kinds.get(itemKindId);
    if (!check.ok) return this.leaveOut('social-agreements', agreement.id, check.refusal);
    if (kind === undefined) return;
    const from = this.placeOf(facilityId, name);
    const id = `social ${agreement.id}`;
    const countedValue = this.freeOf('social-agreements', agreement.id);
    this.supplies.set(id, { ...this.base(id, name, this.originAt(position, from, kind), kind, callUpLeadS), reserve: 'social', countedValue, acceptanceRatio });
    this.sources.set(id, { supplyRegisterId: 'social-agreements', supplyIds: [agreement.id], kind, fromTitles: from, position });
  }

  addContract(contract: CapacityContract): void {
    const { name, itemKindId, facilityId, position, startLeadS, activationCostFen } = contract.values;
    const byClock = clockRamp(contract.values, RAMP_HOURS, { startLocalHours: localHours(this.now, UTC_OFFSET_MINUTES) });
    const check = checkContractUsable(contract, this.now);
    const kind = this.kinds.get(itemKindId);
    if (!check.ok) return this.leaveOut('capacity-contracts', contract.id, check.refusal);
    if (kind === undefined || contract.values.ramp.length === 0) return;
    const from = this.placeOf(facilityId, name);
    const id = `capacity ${contract.id}`;
    const ramp = byClock.map(({ fromHours, ratePerHourValue }) => ({ fromHours, ratePerHourValue, unitCode: kind.values.unitCode }));
    const rawMaterialCapValue = this.freeOf('capacity-contracts', contract.id);
    const costs = activationCostFen === null ? {} : { activationCostFen };
    const base = this.base(id, name, this.originAt(position, from, kind), kind, startLeadS);
    this.supplies.set(id, { ...base, ...costs, reserve: 'capacity', ramp, rawMaterialCapValue, shipEveryS: SHIP_EVERY_S });
    this.sources.set(id, { supplyRegisterId: 'capacity-contracts', supplyIds: [contract.id], kind, fromTitles: from, position });
    this.assumed.set('ship', { code: 'PLAN_ASSUMED_SHIP_INTERVAL', params: { hours: SHIP_EVERY_S / 3600 } });
  }

  done(): Gathered {
    return { supplies: [...this.supplies.values()], origins: [...this.origins.values()], sources: this.sources, left: this.left, assumed: [...this.assumed.values()] };
  }

  private base(id: string, name: Titles, originId: string, kind: ItemKind, leadS: number) {
    const { unitCode, capabilityCode, stepValue, requires } = kind.values;
    const parts = (requires ?? []).map(({ itemKindId, perUnitValue }) => ({ itemKindId, perUnitValue }));
    return { id, name, originId, itemKindId: kind.id, capabilityCode, unitCode, effectValue: 1, stepValue: stepValue ?? 0, leadS, requires: parts };
  }

  private lotOf(lot: StockLot): Lot {
    const { expiresAt, inspectionCode, inspectionValidUntilAt } = lot.values;
    return { lotId: lot.id, quantityValue: this.freeOf('stock-lots', lot.id), expiresAt, inspection: inspectionCode, inspectionValidUntilAt };
  }

  private freeOf(registerId: string, id: string): number {
    return Math.max(0, availableValue(this.holdings.get(recordKey(registerId, id))));
  }

  /** Places closer than a metre are one origin; its loading time is the longest of what lies there. */
  private originAt(position: LonLat, name: Titles, kind: ItemKind): string {
    const id = position.map((deg) => deg.toFixed(5)).join(',');
    const known = this.origins.get(id);
    const loadS = Math.max(known?.loadS ?? 0, kind.values.handlingDurationS);
    this.origins.set(id, { id, name: known?.name ?? name, position, loadS });
    return id;
  }

  /** Stock can leave when the first crew that lies there is mustered; without one a named figure stands in. */
  private musterAt(position: LonLat, name: Titles): number {
    const here = vesselsAt(this.fleet, position);
    if (here.length > 0) return Math.min(...here.map((vessel) => vessel.musterDurationS));
    this.assumed.set(`muster ${name.zh}`, { code: 'PLAN_ASSUMED_MUSTER', params: { ...nameParams('name', name), minutes: MUSTER_S / 60 } });
    return MUSTER_S;
  }

  private placeOf(facilityId: string | null, otherwise: Titles): Titles {
    return (facilityId === null ? undefined : this.places.get(facilityId)) ?? otherwise;
  }

  private leaveOut(supplyRegisterId: string, supplyId: string, refusal: Refusal): void {
    this.left.push({ supplyRegisterId, supplyId, reason: refusal });
  }
}

/** As far as shifts are laid out for a works, h; longer than any plan. Ours. */
const RAMP_HOURS = 14 * 24;
/** All of China keeps one time, without summer time since 1992. */
const UTC_OFFSET_MINUTES = 480;
/** Finished goods of a works leave at this interval, s. Ours. */
const SHIP_EVERY_S = 6 * 3600;
/** A depot without a crew of its own, s. Ours: half an hour to open and to find a truck. */
const MUSTER_S = 1800;
