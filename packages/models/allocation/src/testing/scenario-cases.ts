// D3 and D4 of the demonstration scenarios as allocation problems: foam for a full-surface tank fire, and
// islands that are cut off hour by hour before a typhoon. Places are names only; times are indicative.

import type { AllocationLane, AllocationNeed, AllocationProblem, AllocationStock } from '../api/allocate.ts';
import { instant } from '@anlan/kernel';
import { lotOf, openLane, STOCK_BASE } from './mini-case.ts';

const HOUR_S = 3600;

/** Naphtha tank of 60 m, 2,827 m² at 10.4 L/min·m²: 29,405 L/min of solution; a large-flow unit gives 25,000. */
export function tankFire(unitCount: number): AllocationProblem {
  return {
    now: instant('2026-11-24T03:10:00Z'), bucketEndS: [1, 2, 4].map((hours) => hours * HOUR_S), acceptanceRatioMin: 0,
    items: [{ id: 'large-flow-unit', unitCode: 'set', massKg: 20_000, volumeM3: 60, seatCount: 0, stepValue: 1, dutyS: null }],
    stocks: Array.from({ length: unitCount }, (_, i): AllocationStock => ({ ...STOCK_BASE, id: `unit-${i + 1}`, supplierId: 'fire-service', originId: 'aoshan', itemId: 'large-flow-unit', unitCode: 'set', reserve: 'stock', leadS: 40 * 60, lots: [lotOf(1)] })),
    groups: [{ id: 'foam-flow', unitCode: 'L/min', accepts: [{ itemId: 'large-flow-unit', effectRatio: 25_000 }], kits: [] }],
    scenes: [{ id: 'yushan', incidentId: 'D3' }],
    needs: [{ id: 'foam', groupId: 'foam-flow', sceneId: 'yushan', unitCode: 'L/min', urgency: 'life', priorityValue: 1, demandValue: [0, 0, 29_405], alreadyValue: [], deadlineS: 4 * HOUR_S, adequateValue: 29_405 }],
    lanes: [{ ...openLane('aoshan-yushan', 'aoshan', 'yushan', 1.7, 3), mode: 'sea' }], vehicles: [], quays: [], orders: [],
  };
}

/** Bucket ends before landfall at T+26 h; ferries to the outer island stop at T+6 h, to the inner one at T+12 h, the bridge closes at T+12 h. */
export const TYPHOON_ENDS_HOURS = [6, 12, 18, 24, 48] as const;

export function typhoon(isOuterOpen: boolean): AllocationProblem {
  const T = TYPHOON_ENDS_HOURS.length;
  const closingLane = (id: string, sceneId: string, hours: number, closedFrom: number): AllocationLane => ({
    ...openLane(id, 'depot', sceneId, hours, T), mode: 'ferry',
    travelS: Array.from({ length: T }, (_, t) => (t >= closedFrom ? null : hours * HOUR_S)), closedText: Array.from({ length: T }, (_, t) => (t >= closedFrom ? '8级以上大风停航' : null)),
  });
  const need = (id: string, groupId: string, sceneId: string, unitCode: string, q: number): AllocationNeed => ({ id, groupId, sceneId, unitCode, urgency: 'critical', priorityValue: 1, demandValue: [0, 0, 0, q, q], alreadyValue: [], deadlineS: 24 * HOUR_S, adequateValue: q });
  const items = [['generator', 'set', 2000], ['pump', 'set', 500], ['food', 'person-day', 2]] as const;
  return {
    now: instant('2026-07-24T10:30:00Z'), bucketEndS: TYPHOON_ENDS_HOURS.map((hours) => hours * HOUR_S), acceptanceRatioMin: 0,
    items: items.map(([id, unitCode, massKg]) => ({ id, unitCode, massKg, volumeM3: 0, seatCount: 0, stepValue: 1, dutyS: null })),
    stocks: [
      { ...STOCK_BASE, id: 'generators', supplierId: 'city', originId: 'depot', itemId: 'generator', unitCode: 'set', reserve: 'stock', leadS: HOUR_S, lots: [lotOf(8)] },
      { ...STOCK_BASE, id: 'hired-generators', supplierId: 'hire-firm', originId: 'depot', itemId: 'generator', unitCode: 'set', reserve: 'social', leadS: 8 * HOUR_S, countedValue: 6, acceptanceRatio: 0.9 },
      { ...STOCK_BASE, id: 'pumps', supplierId: 'city', originId: 'depot', itemId: 'pump', unitCode: 'set', reserve: 'stock', leadS: HOUR_S, lots: [lotOf(10)] },
      { ...STOCK_BASE, id: 'food', supplierId: 'city', originId: 'depot', itemId: 'food', unitCode: 'person-day', reserve: 'stock', leadS: HOUR_S, lots: [lotOf(9000)] },
    ],
    groups: items.map(([id, unitCode]) => ({ id: `g-${id}`, unitCode, accepts: [{ itemId: id, effectRatio: 1 }], kits: [] })),
    scenes: [{ id: 'outer', incidentId: 'D4' }, { id: 'inner', incidentId: 'D4' }],
    needs: [need('outer-power', 'g-generator', 'outer', 'set', 6), need('inner-power', 'g-generator', 'inner', 'set', 6), need('outer-pumps', 'g-pump', 'outer', 'set', 4), need('inner-pumps', 'g-pump', 'inner', 'set', 6), need('outer-food', 'g-food', 'outer', 'person-day', 3000), need('inner-food', 'g-food', 'inner', 'person-day', 6000)],
    lanes: [closingLane('depot-outer', 'outer', 3, isOuterOpen ? 1 : 0), closingLane('depot-inner', 'inner', 1, 2)],
    vehicles: [], quays: [], orders: [],
  };
}
