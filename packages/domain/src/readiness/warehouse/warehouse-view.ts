// The picture of one store: zones and bins with what lies in them, what lies nowhere, and what is on its
// way in or out. Any GB/T 38565 code finds its bins, its quantity and the walk that picks it (S-452).

import type { Instant, Refusal } from '@anlan/kernel';
import type { Holding } from '../../log/index.ts';
import { wholeMillionths } from '../../log/index.ts';
import type { RecordOf } from '../../register/index.ts';
import { recordKey } from '../../register/index.ts';
import type { itemKinds } from '../reserves/item-kinds.ts';
import { availableValue, pickFefo } from '../reserves/pick-fefo.ts';
import { checkLotUsable } from '../reserves/usable.ts';
import type { StockLot } from '../reserves/usable.ts';
import type { storageBins } from './storage-bins.ts';

export type StorageBin = RecordOf<typeof storageBins>;
export type ItemKind = RecordOf<typeof itemKinds>;

export interface StoreRecords {
  readonly bins: readonly StorageBin[];
  readonly lots: readonly StockLot[];
  readonly itemKinds: readonly ItemKind[];
  readonly holdings: readonly Holding[];
}

export interface LotInStore {
  readonly lotId: string;
  readonly lotNumber: string;
  readonly itemKindId: string;
  readonly onHandValue: number;
  readonly heldValue: number;
  readonly availableValue: number;
  readonly expiresAt: Instant | null;
  readonly inspectionValidUntilAt: Instant | null;
  readonly ownerOrganisationId: string | null;
  readonly notUsable: Refusal | null;
}

export interface BinInStore {
  readonly binId: string;
  readonly binCode: string;
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly conditionCode: string | null;
  readonly massKg: number;
  readonly massKgMax: number | null;
  /** null when the volume of the bin or of something in it is not on record. */
  readonly filledRatio: number | null;
  readonly lots: readonly LotInStore[];
}

export interface ZoneInStore {
  readonly zoneCode: string;
  readonly titles: { readonly zh: string; readonly en: string };
  readonly bins: readonly BinInStore[];
}

export interface StoreView {
  readonly zones: readonly ZoneInStore[];
  /** Lots of the place that lie in no bin on record. */
  readonly unplaced: readonly LotInStore[];
}

export function storeView(records: StoreRecords, facilityId: string, now: Instant): StoreView {
  const held = new Map(records.holdings.map((holding) => [holding.holdingId, holding]));
  const kinds = new Map(records.itemKinds.map((kind) => [kind.id, kind]));
  const lots = records.lots.filter(({ archived, values }) => !archived && values.facilityId === facilityId);
  const bins = records.bins.filter(({ archived, values }) => !archived && values.facilityId === facilityId).toSorted(byWalk);
  const zoneCodes = [...new Set(bins.map(({ values }) => values.zoneCode))].sort();
  const lotRow = (lot: StockLot): LotInStore => lotInStore(lot, held.get(recordKey('stock-lots', lot.id)), now);
  const binRow = ({ id, values }: StorageBin): BinInStore => {
    const inside = lots.filter((lot) => lot.values.binId === id).map(lotRow);
    const massKg = inside.reduce((sum, { itemKindId, onHandValue }) => sum + onHandValue * (kinds.get(itemKindId)?.values.massKgPerUnit ?? 0), 0);
    return {
      binId: id, binCode: values.binCode, rowIndex: values.rowIndex, columnIndex: values.columnIndex, conditionCode: values.conditionCode, massKg, massKgMax: values.massKgMax,
      filledRatio: filledRatio(values.volumeM3, inside, kinds), lots: inside,
    };
  };
  const zones = zoneCodes.map((zoneCode): ZoneInStore => {
    const own = bins.filter(({ values }) => values.zoneCode === zoneCode);
    return { zoneCode, titles: own[0]?.values.zoneName ?? { zh: zoneCode, en: zoneCode }, bins: own.map(binRow) };
  });
  const known = new Set(bins.map(({ id }) => id));
  return { zones, unplaced: lots.filter(({ values }) => !known.has(values.binId ?? '')).map(lotRow) };
}

export interface PickStop {
  readonly lotId: string;
  readonly facilityId: string | null;
  readonly zoneCode: string | null;
  readonly binCode: string | null;
  readonly quantityValue: number;
}

export interface CodeFound {
  readonly itemKindId: string;
  readonly stops: readonly PickStop[];
  readonly totalValue: number;
  /** What is asked for and cannot be picked; 0 when nothing is missing. */
  readonly shortValue: number;
}

/** Any supply code: first expired first out, then in the order of the walk. `wantedValue` null: everything usable. */
export function findByCode(records: StoreRecords, query: { readonly supplyCode: string; readonly facilityId: string | null; readonly wantedValue: number | null; readonly usedAt: Instant }): readonly CodeFound[] {
  const bins = new Map(records.bins.map((bin) => [bin.id, bin]));
  return records.itemKinds.filter((kind) => !kind.archived && kind.values.supplyCode === query.supplyCode).map(({ id: itemKindId }) => {
    const lots = records.lots.filter(({ values, archived }) => !archived && values.itemKindId === itemKindId && (query.facilityId === null || values.facilityId === query.facilityId));
    const all = lots.reduce((sum, lot) => sum + Math.max(0, availableValue(records.holdings.find(({ holdingId }) => holdingId === recordKey('stock-lots', lot.id)))), 0);
    const { picks, shortValue } = pickFefo({ lots, holdings: records.holdings, wantedValue: query.wantedValue ?? all, usedAt: query.usedAt });
    const byId = new Map(lots.map((lot) => [lot.id, lot]));
    const stops = picks.map(({ lotId, quantityValue }) => {
      const lot = byId.get(lotId);
      return { bin: bins.get(lot?.values.binId ?? ''), stop: { lotId, facilityId: lot?.values.facilityId ?? null, quantityValue } };
    }).toSorted((a, b) => compareText(a.stop.facilityId ?? '', b.stop.facilityId ?? '') || (a.bin === undefined || b.bin === undefined ? Number(a.bin === undefined) - Number(b.bin === undefined) : byWalk(a.bin, b.bin)))
      .map(({ bin, stop }): PickStop => ({ ...stop, zoneCode: bin?.values.zoneCode ?? null, binCode: bin?.values.binCode ?? null }));
    return { itemKindId, stops, totalValue: wholeMillionths(stops.reduce((sum, stop) => sum + stop.quantityValue, 0)), shortValue: query.wantedValue === null ? 0 : shortValue };
  });
}

function lotInStore(lot: StockLot, holding: Holding | undefined, now: Instant): LotInStore {
  const usable = checkLotUsable(lot, now);
  const { lotNumber, itemKindId, expiresAt, inspectionValidUntilAt } = lot.values;
  return {
    lotId: lot.id, lotNumber, itemKindId, onHandValue: holding?.onHandValue ?? 0, heldValue: holding?.heldValue ?? 0, availableValue: availableValue(holding),
    expiresAt, inspectionValidUntilAt, ownerOrganisationId: lot.values.ownerOrganisationId ?? null, notUsable: usable.ok ? null : usable.refusal,
  };
}

function filledRatio(volumeM3: number | null, lots: readonly LotInStore[], kinds: ReadonlyMap<string, ItemKind>): number | null {
  if (volumeM3 === null || volumeM3 <= 0) return null;
  let filledM3 = 0;
  for (const { itemKindId, onHandValue } of lots) {
    const perUnitM3 = kinds.get(itemKindId)?.values.volumeM3PerUnit ?? null;
    if (perUnitM3 === null) return null;
    filledM3 += perUnitM3 * onHandValue;
  }
  return filledM3 / volumeM3;
}

/** A serpentine walk: rows in turn, every other one backwards. */
function byWalk(a: StorageBin, b: StorageBin): number {
  const zone = compareText(a.values.zoneCode, b.values.zoneCode);
  if (zone !== 0) return zone;
  if (a.values.rowIndex !== b.values.rowIndex) return a.values.rowIndex - b.values.rowIndex;
  const forward = a.values.columnIndex - b.values.columnIndex || compareText(a.values.binCode, b.values.binCode);
  return a.values.rowIndex % 2 === 0 ? forward : -forward;
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
