// How many kits a place can really hand out: the least of the parts, rounded down to whole kits, with what
// limits it. Kits of one place share its stock and its people; they take in the order of their priority.

import type { Instant, Refusal } from '@anlan/kernel';
import type { Holding } from '../../log/index.ts';
import type { RecordOf } from '../../register/index.ts';
import { recordKey } from '../../register/index.ts';
import type { teams } from '../forces/teams.ts';
import { availableValue } from '../reserves/pick-fefo.ts';
import { checkLotUsable } from '../reserves/usable.ts';
import type { StockLot } from '../reserves/usable.ts';
import type { kits } from './kits.ts';

export type Kit = RecordOf<typeof kits>;
export type KitTeam = RecordOf<typeof teams>;

export interface KitStock {
  readonly lots: readonly StockLot[];
  readonly teams: readonly KitTeam[];
  readonly holdings: readonly Holding[];
  readonly usedAt: Instant;
}

export interface KitPartReadiness {
  readonly roleCode: string;
  readonly itemKindId: string | null;
  readonly teamId: string | null;
  readonly perKitValue: number;
  /** Usable then, not promised and not taken by a kit before this one. */
  readonly availableValue: number;
  /** Whole kits that this part alone would allow. */
  readonly allowsCount: number;
  readonly limiting: boolean;
  /** Why some of it does not count; at most one of each lot or team. */
  readonly notCounted: readonly { readonly id: string; readonly refusal: Refusal }[];
}

export interface KitReadiness {
  readonly kitId: string;
  readonly facilityId: string;
  readonly readyCount: number;
  readonly wantedCount: number;
  /** readyCount of wantedCount, at most 1. */
  readonly readyRatio: number;
  readonly parts: readonly KitPartReadiness[];
}

export function kitReadiness(all: readonly Kit[], stock: KitStock): readonly KitReadiness[] {
  const taken = new Map<string, number>();
  const order = all.filter((kit) => !kit.archived).toSorted((a, b) => a.values.priorityIndex - b.values.priorityIndex || (a.id < b.id ? -1 : 1));
  return order.map((kit) => {
    const { facilityId, wantedCount } = kit.values;
    const found = kit.values.parts.map((part) => {
      const have = part.teamId === null ? lotsOf(stock, facilityId, part.itemKindId ?? '') : teamOf(stock, part.teamId);
      const key = part.teamId === null ? `${facilityId} ${part.itemKindId ?? ''}` : part.teamId;
      return { part, key, notCounted: have.notCounted, freeValue: Math.max(0, have.freeValue - (taken.get(key) ?? 0)) };
    });
    const needByKey = new Map<string, number>();
    for (const { key, part } of found) needByKey.set(key, (needByKey.get(key) ?? 0) + part.perKitValue);
    const allows = found.map(({ key, freeValue }) => Math.floor(freeValue / (needByKey.get(key) ?? 1) + EPSILON));
    const least = allows.length === 0 ? 0 : Math.min(...allows);
    const readyCount = Math.min(least, wantedCount);
    for (const [key, perKit] of needByKey) taken.set(key, (taken.get(key) ?? 0) + perKit * readyCount);
    const parts = found.map(({ part, notCounted, freeValue }, i): KitPartReadiness => ({
      roleCode: part.roleCode, itemKindId: part.itemKindId, teamId: part.teamId, perKitValue: part.perKitValue, availableValue: freeValue, allowsCount: allows[i] ?? 0,
      limiting: allows[i] === least && least < wantedCount, notCounted,
    }));
    return { kitId: kit.id, facilityId, readyCount, wantedCount, readyRatio: readyCount / wantedCount, parts };
  });
}

interface Have {
  readonly freeValue: number;
  readonly notCounted: readonly { readonly id: string; readonly refusal: Refusal }[];
}

function lotsOf({ lots, holdings, usedAt }: KitStock, facilityId: string, itemKindId: string): Have {
  const byId = new Map(holdings.map((holding) => [holding.holdingId, holding]));
  const notCounted: { id: string; refusal: Refusal }[] = [];
  let freeValue = 0;
  for (const lot of lots.filter(({ values }) => values.facilityId === facilityId && values.itemKindId === itemKindId)) {
    const check = checkLotUsable(lot, usedAt);
    if (check.ok) freeValue += availableValue(byId.get(recordKey('stock-lots', lot.id)));
    else notCounted.push({ id: lot.id, refusal: check.refusal });
  }
  return { freeValue, notCounted };
}

/** People of a team that stands ready and is not under an order. */
function teamOf({ teams: all, holdings }: KitStock, teamId: string): Have {
  const team = all.find(({ id }) => id === teamId);
  if (team === undefined) return { freeValue: 0, notCounted: [{ id: teamId, refusal: { code: 'READINESS_SUPPLY_UNKNOWN', params: { registerId: 'teams', id: teamId } } }] };
  if (team.archived || team.state !== 'ready') return { freeValue: 0, notCounted: [{ id: teamId, refusal: { code: 'READINESS_SUPPLY_NOT_READY', params: { id: teamId, state: team.state ?? '' } } }] };
  const holding = holdings.find(({ holdingId }) => holdingId === recordKey('teams', teamId));
  const freeRatio = holding === undefined ? 1 : availableValue(holding);
  if (freeRatio >= 1) return { freeValue: team.values.peopleCount, notCounted: [] };
  return { freeValue: 0, notCounted: [{ id: teamId, refusal: { code: 'READINESS_SUPPLY_NOT_READY', params: { id: teamId, state: 'under-order' } } }] };
}

/** Of a kit; a third of three is a whole one in spite of binary fractions. */
const EPSILON = 1e-9;
