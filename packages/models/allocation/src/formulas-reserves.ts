// Single formulas of the three reserves: what a works has made by then, which lots are usable.

import type { Formula, Result } from '@anlan/kernel';
import { defineFormula, instantFromIso, ok, okFigures, refuse } from '@anlan/kernel';
import type { Instant } from '@anlan/kernel';
import type { Lot, RampStep } from './api/supply.ts';
import { rampOutput } from './supply/ramp.ts';
import { fefoOrder, fefoTake } from './supply/usable.ts';

export const reserveFormulas: readonly Formula[] = [
  defineFormula({
    id: 'allocation.ramp-output', text: 'Goods made so many hours after the start of production',
    source: '∫ rate dt over the ramp, stopped at the raw material (S-449)',
    inputs: [
      { name: 'ramp', text: 'Steps: [{ fromHours, ratePerHourValue }], in order of time', kind: 'array' },
      { name: 'rawMaterialCap', text: 'Most that the raw material allows', kind: 'number', min: 0, max: 1e9 },
      { name: 'sinceStartHours', text: 'Hours since the start', kind: 'number', min: 0, max: 8760 },
    ],
    compute: (given) => {
      const ramp = readRamp(given.array('ramp'));
      if (!ramp.ok) return ramp;
      return okFigures({ madeValue: rampOutput({ ramp: ramp.value, rawMaterialCapValue: given.number('rawMaterialCap') }, given.number('sinceStartHours')) });
    },
  }),
  defineFormula({
    id: 'allocation.fefo', text: 'Lots usable at a moment, first expired first, and what is issued from them',
    source: 'passed inspection, inspection and expiry later than the use (S-447)',
    inputs: [
      { name: 'lots', text: 'Lots: [{ lotId, quantityValue, expiresAt, inspection, inspectionValidUntilAt }], times ISO 8601 or null', kind: 'array' },
      { name: 'useAt', text: 'Time of use, ISO 8601 with offset', kind: 'text' },
      { name: 'wanted', text: 'Quantity asked', kind: 'number', min: 0, max: 1e9 },
    ],
    compute: (given) => {
      const useAt = instantFromIso(given.text('useAt'));
      if (!useAt.ok) return useAt;
      const lots = readLots(given.array('lots'));
      if (!lots.ok) return lots;
      const usable = fefoOrder(lots.value, useAt.value);
      const issued = fefoTake(lots.value, useAt.value, given.number('wanted'));
      return okFigures({ usableValue: usable.reduce((sum, lot) => sum + lot.quantityValue, 0), order: usable.map((lot) => lot.lotId), issued });
    },
  }),
];

function readRamp(raw: readonly unknown[]): Result<readonly RampStep[]> {
  const steps: RampStep[] = [];
  for (const each of raw) {
    const { fromHours, ratePerHourValue } = (each ?? {}) as Partial<RampStep>;
    const isRight = typeof fromHours === 'number' && fromHours >= 0 && typeof ratePerHourValue === 'number' && ratePerHourValue >= 0 && fromHours > (steps.at(-1)?.fromHours ?? -1);
    if (!isRight) return refuse('ALLOCATION_RAMP_WRONG', { supplyId: 'ramp' });
    steps.push({ fromHours, ratePerHourValue, unitCode: '' });
  }
  return ok(steps);
}

function readLots(raw: readonly unknown[]): Result<readonly Lot[]> {
  const lots: Lot[] = [];
  for (const each of raw) {
    const { lotId, quantityValue, inspection, expiresAt, inspectionValidUntilAt } = (each ?? {}) as Readonly<Record<string, unknown>>;
    const times = [readTime(expiresAt), readTime(inspectionValidUntilAt)] as const;
    const known = inspection === 'passed' || inspection === 'failed' || inspection === 'not-inspected';
    if (typeof lotId !== 'string' || typeof quantityValue !== 'number' || !(quantityValue >= 0) || !known || times[0] === undefined || times[1] === undefined) {
      return refuse('ALLOCATION_LOT_WRONG', { given: (JSON.stringify(each) ?? 'nothing').slice(0, 80) });
    }
    lots.push({ lotId, quantityValue, inspection, expiresAt: times[0], inspectionValidUntilAt: times[1] });
  }
  return ok(lots);
}

/** undefined: unreadable. */
function readTime(raw: unknown): Instant | null | undefined {
  if (raw === null || raw === undefined) return null;
  if (typeof raw !== 'string') return undefined;
  const read = instantFromIso(raw);
  return read.ok ? read.value : undefined;
}
