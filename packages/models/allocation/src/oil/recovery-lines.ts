// Skimmers, storage for what they bring up day by day, and sorbent for the rest.

import type { Assumption } from '@anlan/kernel';
import { addS } from '@anlan/kernel';
import type { OilDemandInput } from '../api/oil.ts';
import { isHighViscosity, recoveredLiquidM3, skimmerCapacityM3PerHour } from './arithmetic.ts';
import { evaporatedAt } from './evaporated.ts';
import type { OilLine } from './line.ts';
import { afterSpill, deadlineFrom, singleStep } from './line.ts';

/** The rule sizes by what was spilled, not by what is left: evaporation is the margin. */
export function skimmerLine(input: OilDemandInput): OilLine {
  const { planning } = input;
  const quantity = skimmerCapacityM3PerHour(input.spilledMassKg, input.oilDensityKgPerM3, planning);
  const isHeavy = isHighViscosity(input.oilDensityKgPerM3, input.oilViscosityM2PerS);
  const due = deadlineFrom(input, afterSpill(input, planning.deadlineS.skimmer), 'skimmer');
  const assumed: Assumption[] = input.oilViscosityM2PerS === undefined ? [{ code: 'ALLOCATION_ASSUMED_VISCOSITY_CLASS', params: { oilDensityKgPerM3: input.oilDensityKgPerM3 } }] : [];
  const { mechanicalRatio, skimmerEfficiencyRatio, recoveryDays, workDayHours } = planning;
  const line = singleStep({
    id: 'skimmer', sceneId: input.sceneId, capabilityCode: isHeavy ? 'skimmer-heavy' : 'skimmer-light', accepts: planning.accepts[isHeavy ? 'skimmer-heavy' : 'skimmer'],
    unitCode: 'm3/h', urgency: 'critical', deadlineAt: due.deadlineAt,
    purpose: { code: 'ALLOCATION_NEED_SKIMMER', params: { capacityM3PerHour: Math.round(quantity * 10) / 10 } },
    working: {
      formulaId: 'allocation.skimmer-capacity', sourceText: 'E = T·P₁ / (ρ·α·Y·6), JT/T 877 (likely)',
      inputs: { spilledMassKg: input.spilledMassKg, oilDensityKgPerM3: input.oilDensityKgPerM3, mechanicalRatio, skimmerEfficiencyRatio, recoveryDays, workDayHours },
    },
  }, quantity);
  return { ...line, assumed, warnings: due.warnings };
}

/** Cumulative by working day: P₁/Y of what is left that day, as oily liquid; the first day's part is the adequate package. */
export function storageLine(input: OilDemandInput): OilLine {
  const { planning } = input;
  const due = deadlineFrom(input, afterSpill(input, planning.deadlineS.storage), 'storage');
  const emulsionWaterRatio = input.emulsionWaterRatio ?? planning.emulsionWaterRatio;
  const assumed: Assumption[] = [{ code: 'ALLOCATION_ASSUMED_FREE_WATER', params: { percent: Math.round(planning.freeWaterRatio * 100) } }];
  if (input.emulsionWaterRatio === undefined) assumed.push({ code: 'ALLOCATION_ASSUMED_EMULSION_WATER', params: { percent: Math.round(emulsionWaterRatio * 100) } });
  const spilledM3 = input.spilledMassKg / input.oilDensityKgPerM3;
  let totalM3 = 0;
  const need = Array.from({ length: Math.ceil(planning.recoveryDays) }, (_day, k) => {
    const at = addS(due.deadlineAt, k * 86_400);
    const evaporated = evaporatedAt(input, at);
    assumed.push(...evaporated.assumed);
    const dayShare = Math.min(1, planning.recoveryDays - k) / planning.recoveryDays;
    totalM3 += recoveredLiquidM3(spilledM3 * planning.mechanicalRatio * dayShare * (1 - evaporated.evaporatedRatio), emulsionWaterRatio, planning.freeWaterRatio);
    return { at, quantityValue: totalM3, unitCode: 'm3' };
  });
  const demand = {
    id: 'storage', sceneId: input.sceneId, capabilityCode: 'storage', accepts: planning.accepts.storage, unitCode: 'm3', urgency: 'important' as const, need,
    deadlineAt: due.deadlineAt, adequateValue: need[0]?.quantityValue ?? 0,
    purpose: { code: 'ALLOCATION_NEED_STORAGE', params: { volumeM3: Math.round(totalM3), days: planning.recoveryDays } },
    working: {
      formulaId: 'allocation.recovered-liquid', sourceText: 'Σ P₁/Y · T·(1−e) / ρ / ((1−W)(1−f))',
      inputs: { spilledMassKg: input.spilledMassKg, oilDensityKgPerM3: input.oilDensityKgPerM3, mechanicalRatio: planning.mechanicalRatio, recoveryDays: planning.recoveryDays, emulsionWaterRatio, freeWaterRatio: planning.freeWaterRatio },
    },
  };
  return { demand, unitCode: 'm3', quantityValue: totalM3, assumed, warnings: due.warnings };
}

export function sorbentLine(input: OilDemandInput): OilLine {
  const { planning } = input;
  const due = deadlineFrom(input, afterSpill(input, planning.deadlineS.sorbent), 'sorbent');
  const { evaporatedRatio, assumed } = evaporatedAt(input, due.deadlineAt);
  const quantity = (input.spilledMassKg * (1 - evaporatedRatio) * planning.sorbentRatio) / planning.sorbentUptakeRatio;
  const line = singleStep({
    id: 'sorbent', sceneId: input.sceneId, capabilityCode: 'sorbent', accepts: planning.accepts.sorbent, unitCode: 'kg', urgency: 'useful', deadlineAt: due.deadlineAt,
    purpose: { code: 'ALLOCATION_NEED_SORBENT', params: { massKg: Math.round(quantity) } },
    working: {
      formulaId: 'allocation.sorbent', sourceText: 'T·(1−e)·P₂ / uptake, P₂ 30 % JT/T 877 (likely)',
      inputs: { spilledMassKg: input.spilledMassKg, evaporatedRatio, sorbentRatio: planning.sorbentRatio, sorbentUptakeRatio: planning.sorbentUptakeRatio },
    },
  }, quantity);
  return { ...line, assumed, warnings: due.warnings };
}
