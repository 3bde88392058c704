// Whom to call first for a kind of incident: the trade whose work it is before the general services,
// then the nearer of the same trade (S-442: a gas leak calls the gas crew first). The order of trades
// is ours, from the expectations of the five demonstration scenarios.

import type { LonLat } from '@anlan/kernel';
import { distanceM } from '@anlan/kernel';
import type { UnitRow } from './board.ts';

export interface CallOutRow {
  readonly unit: UnitRow;
  readonly rankIndex: number;
  readonly distanceM: number;
  readonly reason: { readonly code: string; readonly params: Readonly<Record<string, string | number>> };
}

/** Units of the trades that the kind calls for; those that cannot come stand last, with their state. */
export function proposeCallOut(units: readonly UnitRow[], incidentKindCode: string, position: LonLat): readonly CallOutRow[] {
  const trades = TRADES[incidentKindCode] ?? OTHER_TRADES;
  return units
    .filter((unit) => unit.registerId === 'teams' && trades.includes(unit.kindCode))
    .map((unit) => ({ unit, tradeIndex: trades.indexOf(unit.kindCode), away: distanceM(unit.position, position), cannot: unit.state === 'unavailable' || unit.state === 'committed' ? 1 : 0 }))
    .toSorted((a, b) => a.cannot - b.cannot || a.tradeIndex - b.tradeIndex || a.away - b.away || (a.unit.id < b.unit.id ? -1 : 1))
    .map(({ unit, tradeIndex, away }, i) => ({
      unit, rankIndex: i + 1, distanceM: away,
      reason: { code: 'READINESS_CALL_OUT_TRADE', params: { trade: unit.kindCode, place: tradeIndex + 1, distanceKm: Math.round(away / 100) / 10 } },
    }));
}

const OTHER_TRADES: readonly string[] = ['fire', 'medical', 'engineering'];
const TRADES: Readonly<Record<string, readonly string[]>> = {
  'oil-spill': ['spill-response', 'survey', 'fire', 'hazmat', 'medical'],
  'hazmat-leak': ['hazmat', 'fire', 'medical', 'survey'],
  'gas-leak': ['gas', 'fire', 'hazmat', 'medical', 'power', 'engineering'],
  fire: ['fire', 'hazmat', 'medical', 'water', 'power'],
  explosion: ['fire', 'hazmat', 'medical', 'engineering'],
  'vessel-accident': ['air', 'fire', 'medical', 'spill-response'],
  weather: ['drainage', 'power', 'road', 'engineering', 'water', 'medical', 'volunteer'],
};
