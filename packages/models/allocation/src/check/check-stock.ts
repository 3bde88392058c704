// All lines of a supply together: nothing is sold twice, no lot beyond what it holds, no lot that
// is expired or not inspected when it is used, no production before it is made (S-447…S-449).

import type { Reason } from '../api/demand.ts';
import type { PlanInput, PlanLine, PlanOption } from '../api/plan.ts';
import type { CapacitySupply, StockSupply } from '../api/supply.ts';
import { fault, unlessSame } from './fault.ts';

export function stockFaults(option: PlanOption, input: PlanInput): readonly Reason[] {
  return input.supplies.flatMap((supply): readonly Reason[] => {
    const lines = option.lines.filter((line) => line.supplyId === supply.id);
    if (lines.length === 0) return [];
    if (supply.reserve === 'stock') return lotFaults(supply, lines);
    if (supply.reserve === 'capacity') return productionFaults(supply, lines, input);
    return notAbove(supply.id, 'called', [supply.countedValue, total(lines)]);
  });
}

function lotFaults(supply: StockSupply, lines: readonly PlanLine[]): readonly Reason[] {
  const perLine = lines.flatMap((line) => {
    const named = line.lots.reduce((sum, share) => sum + share.quantityValue, 0);
    const unusable = line.lots.filter((share) => !couldUse(supply, share.lotId, line.arriveAt));
    return [
      ...unlessSame(line.id, 'lots', [line.quantityValue, named]),
      ...unusable.map((share) => fault(line.id, `lot ${share.lotId}`, { expected: 'usable on arrival', found: 'not usable' })),
    ];
  });
  const perLot = supply.lots.flatMap((lot) => {
    const taken = lines.flatMap((line) => line.lots).reduce((sum, share) => (share.lotId === lot.lotId ? sum + share.quantityValue : sum), 0);
    return notAbove(supply.id, `lot ${lot.lotId}`, [lot.quantityValue, taken]);
  });
  return [...perLine, ...perLot];
}

function couldUse(supply: StockSupply, lotId: string, useAt: number): boolean {
  const lot = supply.lots.find((each) => each.lotId === lotId);
  if (lot?.inspection !== 'passed') return false;
  const ends = [lot.expiresAt, lot.inspectionValidUntilAt].filter((end) => end !== null);
  return ends.every((end) => end > useAt);
}

function productionFaults(supply: CapacitySupply, lines: readonly PlanLine[], input: PlanInput): readonly Reason[] {
  return lines.flatMap((line) => {
    const sent = total(lines.filter((each) => each.departAt <= line.departAt));
    const hours = (line.departAt - input.now) / 3_600_000 - supply.leadS / 3600;
    return notAbove(line.id, 'made by then', [Math.min(madeBy(supply, hours), supply.rawMaterialCapValue), sent]);
  });
}

/** Rate times the hours spent in each step of the ramp, the last one open. */
function madeBy(supply: CapacitySupply, hours: number): number {
  let made = 0;
  for (let i = 0; i < supply.ramp.length; i++) {
    const from = supply.ramp[i]!.fromHours;
    const to = i + 1 < supply.ramp.length ? supply.ramp[i + 1]!.fromHours : Infinity;
    made += Math.max(0, Math.min(hours, to) - from) * supply.ramp[i]!.ratePerHourValue;
  }
  return made;
}

function total(lines: readonly PlanLine[]): number {
  return lines.reduce((sum, line) => sum + line.quantityValue, 0);
}

function notAbove(place: string, what: string, [most, found]: readonly [most: number, found: number]): readonly Reason[] {
  return found <= most + 1e-6 * Math.max(1, most) ? [] : [fault(place, what, { expected: `at most ${most}`, found })];
}
