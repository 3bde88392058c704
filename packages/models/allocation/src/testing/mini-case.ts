// The mini three-reserve case of the reference: stock 30 (0.5 h + 1 h), social 40 (4 h + 1.5 h), production
// 5/h from 8 h (+ 2 h); bucket ends 2, 6, 12, 24 h; cumulative demand 20, 60, 100, 140.

import type { AllocationLane, AllocationProblem, AllocationStock } from '../api/allocate.ts';
import { instant } from '@anlan/kernel';

const HOUR_S = 3600;

export const STOCK_BASE = { itemId: 'k', unitCode: 'u', lots: [], countedValue: 0, ramp: [], acceptanceRatio: null, floorValue: 0, riskRatio: 0, unitCostFen: 0, activationCostFen: 0 } as const;

export function openLane(id: string, originId: string, sceneId: string, hours: number, bucketCount: number): AllocationLane {
  return { id, originId, sceneId, mode: 'road', travelS: Array.from({ length: bucketCount }, () => hours * HOUR_S), closedText: Array.from({ length: bucketCount }, () => null), quays: [] };
}

export function closedLane(id: string, originId: string, sceneId: string, bucketCount: number, why: string): AllocationLane {
  return { id, originId, sceneId, mode: 'road', travelS: Array.from({ length: bucketCount }, () => null), closedText: Array.from({ length: bucketCount }, () => why), quays: [] };
}

export function lotOf(quantityValue: number): AllocationStock['lots'][number] {
  return { lotId: 'lot', quantityValue, expiresAt: null, inspection: 'passed', inspectionValidUntilAt: null };
}

export function miniCase(stockQuantity: number, isSocialOpen: boolean): AllocationProblem {
  const stocks: readonly AllocationStock[] = [
    { ...STOCK_BASE, id: 'P', supplierId: 'city', originId: 'P', reserve: 'stock', leadS: HOUR_S / 2, lots: [lotOf(stockQuantity)] },
    { ...STOCK_BASE, id: 'S', supplierId: 'firm', originId: 'S', reserve: 'social', leadS: 4 * HOUR_S, countedValue: 40, acceptanceRatio: 0.9 },
    { ...STOCK_BASE, id: 'C', supplierId: 'works', originId: 'C', reserve: 'capacity', leadS: 8 * HOUR_S, countedValue: 1e6, ramp: [{ fromHours: 0, ratePerHourValue: 5, unitCode: 'u' }] },
  ];
  return {
    now: instant('2026-11-24T00:00:00Z'), bucketEndS: [2, 6, 12, 24].map((hours) => hours * HOUR_S), acceptanceRatioMin: 0,
    items: [{ id: 'k', unitCode: 'u', massKg: 1, volumeM3: 0, seatCount: 0, stepValue: 0, dutyS: null }],
    stocks, groups: [{ id: 'g', unitCode: 'u', accepts: [{ itemId: 'k', effectRatio: 1 }], kits: [] }], scenes: [{ id: 'j', incidentId: 'one' }],
    needs: [{ id: 'n', groupId: 'g', sceneId: 'j', unitCode: 'u', urgency: 'critical', priorityValue: 1, demandValue: [20, 60, 100, 140], alreadyValue: [], deadlineS: 6 * HOUR_S, adequateValue: 0 }],
    lanes: [openLane('P-j', 'P', 'j', 1, 4), isSocialOpen ? openLane('S-j', 'S', 'j', 1.5, 4) : closedLane('S-j', 'S', 'j', 4, 'bridge closed'), openLane('C-j', 'C', 'j', 2, 4)],
    vehicles: [], quays: [], orders: [],
  };
}
