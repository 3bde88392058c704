// The readiness board: every unit, counts by kind and by place, and packages, which are as ready as
// the least ready of their parts (S-441). Recomputed from the records at each question.

import type { Instant } from '@anlan/kernel';
import type { Holding } from '../../log/index.ts';
import type { RecordBody, Register } from '../../register/index.ts';
import { recordKey, recordOf } from '../../register/index.ts';
import type { Titles } from '../../signal/index.ts';
import { availableValue } from '../reserves/pick-fefo.ts';
import { stockLots } from '../reserves/stock-lots.ts';
import { checkLotUsable } from '../reserves/usable.ts';
import { BOARD_STATES, leastReady, unitRow } from './board-units.ts';
import type { AisNow, BoardState, UnitRow } from './board-units.ts';
import { forcePackages } from './force-packages.ts';
import { turnOutByUnit } from './turn-out.ts';
import type { OrderTimes } from './turn-out.ts';

export type { UnitRow } from './board-units.ts';
export type StateCounts = Readonly<Record<BoardState, number>>;

export interface BoardInput {
  readonly now: Instant;
  /** Registers with check-ins, each with its records. */
  readonly registers: readonly { readonly register: Register; readonly records: readonly RecordBody[] }[];
  readonly packages: readonly RecordBody[];
  readonly stockLots: readonly RecordBody[];
  readonly holdings: readonly Holding[];
  readonly orders: readonly OrderTimes[];
  readonly ais: readonly AisNow[];
}

export interface PackageRow {
  readonly id: string;
  readonly titles: Titles;
  readonly organisationId: string;
  readonly state: BoardState;
  readonly parts: readonly PackagePart[];
  /** Places in `parts` of those that hold the package back. */
  readonly limitedBy: readonly number[];
}

export interface PackagePart {
  readonly registerId: string;
  readonly kindCode: string;
  readonly facilityId: string | null;
  readonly neededValue: number;
  /** Of the kind and at the place: units that exist, or usable goods. */
  readonly haveValue: number;
  readonly state: BoardState;
  readonly unitIds: readonly string[];
}

export interface ReadinessBoard {
  readonly at: Instant;
  readonly units: readonly UnitRow[];
  readonly byKind: readonly { readonly registerId: string; readonly registerTitles: Titles; readonly kindCode: string; readonly titles: Titles; readonly counts: StateCounts }[];
  readonly byPlace: readonly { readonly facilityId: string | null; readonly counts: StateCounts }[];
  readonly packages: readonly PackageRow[];
}

export function readinessBoard(input: BoardInput): ReadinessBoard {
  const world = {
    now: input.now,
    heldKeys: new Set(input.holdings.filter((holding) => holding.heldValue > 0).map((holding) => holding.holdingId)),
    aisByMmsi: new Map(input.ais.map((state) => [state.mmsi, state])),
    turnOut: turnOutByUnit(input.orders),
  };
  const units = input.registers.flatMap(({ register, records }) => records.filter((body) => !body.archived).map((body) => unitRow(register, body, world)));
  const titlesOf = new Map(input.registers.map(({ register }) => [register.id, register.titles]));
  const kinds = groupBy(units, (unit) => `${unit.registerId}/${unit.kindCode}`);
  const places = groupBy(units, (unit) => unit.facilityId ?? '');
  return {
    at: input.now, units,
    byKind: kinds.map((group) => ({
      registerId: group[0].registerId, registerTitles: titlesOf.get(group[0].registerId) ?? group[0].kindTitles, kindCode: group[0].kindCode, titles: group[0].kindTitles, counts: countStates(group),
    })),
    byPlace: places.map((group) => ({ facilityId: group[0].facilityId, counts: countStates(group) })),
    packages: input.packages.filter((body) => !body.archived).map((body) => packageRow(body, units, input)),
  };
}

/** The least of its parts; a part that names nothing that exists is unavailable. */
export function packageRow(body: RecordBody, units: readonly UnitRow[], input: Pick<BoardInput, 'now' | 'stockLots' | 'holdings'>): PackageRow {
  const { name, organisationId, parts } = recordOf(forcePackages, body).values;
  const rows = parts.map((part): PackagePart => {
    const base = { registerId: part.registerCode, kindCode: part.kindCode, facilityId: part.facilityId, neededValue: part.neededValue };
    if (part.registerCode === 'item-kinds') {
      const haveValue = usableAt(input, part.kindCode, part.facilityId);
      return { ...base, haveValue, state: haveValue >= part.neededValue ? 'available' : 'unavailable', unitIds: [] };
    }
    const fitting = units
      .filter((unit) => unit.registerId === part.registerCode && unit.kindCode === part.kindCode && (part.facilityId === null || unit.facilityId === part.facilityId))
      .toSorted((a, b) => BOARD_STATES.indexOf(b.state) - BOARD_STATES.indexOf(a.state) || (a.id < b.id ? -1 : 1));
    const needed = fitting.slice(0, Math.ceil(part.neededValue));
    const isEnough = needed.length >= part.neededValue;
    return { ...base, haveValue: fitting.length, state: isEnough ? needed.reduce<BoardState>((least, unit) => leastReady(least, unit.state), 'available') : 'unavailable', unitIds: needed.map(({ id }) => id) };
  });
  const state = rows.length === 0 ? 'unknown' : rows.reduce<BoardState>((least, part) => leastReady(least, part.state), 'available');
  return { id: body.id, titles: name, organisationId, state, parts: rows, limitedBy: state === 'available' ? [] : rows.flatMap((part, i) => (part.state === state ? [i] : [])) };
}

function usableAt({ now, stockLots: lots, holdings }: Pick<BoardInput, 'now' | 'stockLots' | 'holdings'>, itemKindId: string, facilityId: string | null): number {
  const free = new Map(holdings.map((holding) => [holding.holdingId, availableValue(holding)]));
  return lots.map((body) => recordOf(stockLots, body))
    .filter((lot) => !lot.archived && lot.values.itemKindId === itemKindId && (facilityId === null || lot.values.facilityId === facilityId) && checkLotUsable(lot, now).ok)
    .reduce((sum, lot) => sum + (free.get(recordKey('stock-lots', lot.id)) ?? 0), 0);
}

function countStates(units: readonly UnitRow[]): StateCounts {
  return Object.fromEntries(BOARD_STATES.map((state) => [state, units.filter((unit) => unit.state === state).length])) as StateCounts;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const known = groups.get(keyOf(item));
    if (known === undefined) groups.set(keyOf(item), [item]);
    else known.push(item);
  }
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}
