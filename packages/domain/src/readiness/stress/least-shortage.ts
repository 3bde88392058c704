// The least shortage that any sharing of the same reserves could leave: every unit of a need, from the
// hour it is due, is matched with a unit of supply that arrives in time or late. A transportation
// problem, solved exactly by successive shortest paths (Ahuja, Magnanti, Orlin 1993, ch. 9.7); amounts
// are continuous, kits are taken as complete. It bounds every plan from below, and since supply only
// adds ways and a closure only removes them, it falls with stock and rises with closures.

/* eslint-disable @typescript-eslint/naming-convention -- terms of the flow: amounts in the unit of the need, gains in share · hours, supplies and layers by index */

import type { Demand, PlanInput } from '@anlan/allocation';
import { lotIsUsable } from '@anlan/allocation';
import { addS, secondsBetween } from '@anlan/kernel';

/** Sum over the demands of ∫ (unmet share of the need at the end) dt, in hours. */
export function leastShortageRatioHours(input: PlanInput): number {
  return componentsOf(input.demands).reduce((sum, demands) => sum + leastOf(demands, input), 0);
}

interface Layer {
  readonly demand: Demand;
  readonly dueHours: number;
  readonly amount: number;
  /** Share of the demand in one unit. */
  readonly perUnit: number;
}

/** Demands that no supply could serve both of are solved apart. */
function componentsOf(demands: readonly Demand[]): readonly (readonly Demand[])[] {
  const groups: { codes: Set<string>; demands: Demand[] }[] = [];
  for (const demand of demands) {
    const codes = new Set(demand.accepts.map(({ capabilityCode }) => capabilityCode));
    const touched = groups.filter((group) => [...codes].some((code) => group.codes.has(code)));
    const joined = { codes: new Set([...codes, ...touched.flatMap((group) => [...group.codes])]), demands: [...touched.flatMap((group) => group.demands), demand] };
    groups.splice(0, groups.length, ...groups.filter((group) => !touched.includes(group)), joined);
  }
  return groups.map((group) => group.demands);
}

function leastOf(demands: readonly Demand[], input: PlanInput): number {
  const horizonHours = input.horizonS / 3600;
  const layers = demands.flatMap((demand) => layersOf(demand, input));
  const lateAll = layers.reduce((sum, { amount, perUnit, dueHours }) => sum + amount * perUnit * (horizonHours - dueHours), 0);
  return Math.max(0, lateAll - savedBy(layers, input, horizonHours));
}

function layersOf(demand: Demand, input: PlanInput): readonly Layer[] {
  const endAt = addS(input.now, input.horizonS);
  const steps = demand.need.filter(({ at }) => at <= endAt);
  const total = steps.at(-1)?.quantityValue ?? 0;
  return steps.flatMap(({ at, quantityValue }, i): Layer[] => {
    const amount = quantityValue - (steps[i - 1]?.quantityValue ?? 0);
    return amount > 0 ? [{ demand, dueHours: Math.max(0, secondsBetween(input.now, at) / 3600), amount, perUnit: 1 / total }] : [];
  });
}

/** The most share · hours that supplies can save against nothing arriving at all. */
function savedBy(layers: readonly Layer[], input: PlanInput, horizonHours: number): number {
  const rows = new Map(input.travel.map((row) => [`${row.originId}\n${row.sceneId}`, row]));
  const flow = createFlow(layers.map(({ amount }) => amount));
  for (const supply of input.supplies) {
    const arcs = layers.flatMap(({ demand, dueHours, perUnit }, layer) => {
      const row = rows.get(`${supply.originId}\n${demand.sceneId}`);
      const serves = demand.accepts.some(({ capabilityCode }) => capabilityCode === supply.capabilityCode);
      if (!serves || row === undefined || !row.reachable) return [];
      const arriveHours = (supply.leadS + row.travelS) / 3600;
      const gain = perUnit * (horizonHours - Math.max(dueHours, arriveHours));
      return gain > 0 ? [{ layer, gain, arriveHours }] : [];
    });
    if (arcs.length > 0) flow.addSupply(amountOf(supply, input, Math.min(...arcs.map(({ arriveHours }) => arriveHours))), arcs);
  }
  return flow.mostGain();
}

function amountOf(supply: PlanInput['supplies'][number], input: PlanInput, arriveHours: number): number {
  if (supply.reserve === 'social') return supply.countedValue * supply.effectValue;
  if (supply.reserve === 'capacity') return supply.rawMaterialCapValue * supply.effectValue;
  const useAt = addS(input.now, arriveHours * 3600);
  return supply.effectValue * supply.lots.reduce((sum, lot) => sum + (lotIsUsable(lot, useAt) ? lot.quantityValue : 0), 0);
}

interface Flow {
  addSupply(amount: number, arcs: readonly { readonly layer: number; readonly gain: number }[]): void;
  mostGain(): number;
}

/** Supplies on the left, layers on the right; each round takes the path that gains most until none gains. */
function createFlow(layerAmounts: readonly number[]): Flow {
  const left: number[] = [];
  const open = [...layerAmounts];
  const gains: Map<number, number>[] = [];
  const sent: Map<number, number>[] = layerAmounts.map(() => new Map());
  return {
    addSupply(amount, arcs) {
      left.push(amount);
      gains.push(new Map(arcs.map(({ layer, gain }) => [layer, gain])));
    },
    mostGain() {
      let total = 0;
      for (;;) {
        const path = bestPath({ left, open, gains, sent });
        if (path === null || path.gain <= HAIR) return total;
        total += path.gain * push(path.steps, { left, open, sent });
      }
    },
  };
}

interface FlowState {
  readonly left: number[];
  readonly open: number[];
  readonly gains: readonly ReadonlyMap<number, number>[];
  readonly sent: readonly Map<number, number>[];
}

interface Step {
  readonly supply: number;
  readonly layer: number;
}

/** Bellman–Ford over alternating supply → layer → (taken back from) supply …; the longest path by gain. */
function bestPath({ left, open, gains, sent }: FlowState): { readonly gain: number; readonly steps: readonly Step[] } | null {
  const toSupply = left.map((amount) => (amount > HAIR ? 0 : -Infinity));
  const fromLayer: number[] = left.map(() => -1);
  const toLayer = open.map(() => -Infinity);
  const fromSupply: number[] = open.map(() => -1);
  for (let round = 0, changed = true; changed && round <= left.length + open.length; round++) {
    changed = false;
    for (let s = 0; s < left.length; s++) {
      if (toSupply[s] === -Infinity) continue;
      for (const [layer, gain] of gains[s]!) {
        if (toSupply[s]! + gain <= toLayer[layer]! + HAIR) continue;
        toLayer[layer] = toSupply[s]! + gain;
        fromSupply[layer] = s;
        changed = true;
      }
    }
    for (let layer = 0; layer < open.length; layer++) {
      for (const [s, amount] of sent[layer]!) {
        const back = toLayer[layer]! - (gains[s]!.get(layer) ?? 0);
        if (amount <= HAIR || back <= toSupply[s]! + HAIR) continue;
        toSupply[s] = back;
        fromLayer[s] = layer;
        changed = true;
      }
    }
  }
  let end = -1;
  for (let layer = 0; layer < open.length; layer++) if (open[layer]! > HAIR && toLayer[layer]! > (end < 0 ? -Infinity : toLayer[end]!)) end = layer;
  return end < 0 ? null : { gain: toLayer[end]!, steps: stepsTo(end, fromSupply, fromLayer) };
}

function stepsTo(end: number, fromSupply: readonly number[], fromLayer: readonly number[]): readonly Step[] {
  const steps: Step[] = [];
  for (let layer = end; layer >= 0;) {
    const supply = fromSupply[layer]!;
    steps.unshift({ supply, layer });
    layer = fromLayer[supply]!;
  }
  return steps;
}

/** Sends what the path can bear; returns how much. */
function push(steps: readonly Step[], { left, open, sent }: Pick<FlowState, 'left' | 'open' | 'sent'>): number {
  let amount = Math.min(left[steps[0]!.supply]!, open[steps.at(-1)!.layer]!);
  for (let k = 1; k < steps.length; k++) amount = Math.min(amount, sent[steps[k - 1]!.layer]!.get(steps[k]!.supply) ?? 0);
  left[steps[0]!.supply]! -= amount;
  open[steps.at(-1)!.layer]! -= amount;
  steps.forEach(({ supply, layer }, k) => {
    sent[layer]!.set(supply, (sent[layer]!.get(supply) ?? 0) + amount);
    const next = steps[k + 1];
    if (next !== undefined) sent[layer]!.set(next.supply, (sent[layer]!.get(next.supply) ?? 0) - amount);
  });
  return amount;
}

const HAIR = 1e-9;
