// The mass budget as stacked parts, so that the eye sees that they add up to what was spilled. Pure.

import type { Forecast } from '@anlan/contracts';

type Point = NonNullable<Forecast['summary']>['massBudget'][number];

/** From the bottom: what is on the shore, afloat, gone into the air, out of the window, not yet released. */
export const PARTS = ['stranded', 'afloat', 'evaporated', 'outside', 'pending'] as const;
export type Part = (typeof PARTS)[number];

export function partKg(point: Point, part: Part): number {
  return { stranded: point.strandedKg, afloat: point.afloatKg, evaporated: point.evaporatedKg, outside: point.outsideKg, pending: point.pendingKg }[part];
}

/** The share of the oil that left the water with data by the end of the run; null when too little to tell of. */
export function leftRatio(points: readonly Point[]): number | null {
  const end = points.at(-1);
  if (end === undefined) return null;
  const totalKg = PARTS.reduce((sum, part) => sum + partKg(end, part), 0);
  return end.outsideKg > LEFT_RATIO_MIN * totalKg ? end.outsideKg / totalKg : null;
}

/** More than this may not be passed over when it is said that no site is reached. Ours. */
const LEFT_RATIO_MIN = 0.01;

export interface Stacked {
  /** Seconds since 1970, as the chart wants them. */
  readonly timesS: readonly number[];
  /** Upper edge of each part in tonnes, in the order of PARTS. */
  readonly edgesTonnes: readonly (readonly number[])[];
  readonly totalTonnes: number;
}

export function stackBudget(points: readonly Point[]): Stacked {
  const timesS = points.map((point) => Date.parse(point.at) / 1000);
  const edgesTonnes: number[][] = [];
  const running = points.map(() => 0);
  for (const part of PARTS) {
    points.forEach((point, index) => (running[index] = (running[index] ?? 0) + partKg(point, part) / 1000));
    edgesTonnes.push([...running]);
  }
  return { timesS, edgesTonnes, totalTonnes: Math.max(0, ...running) };
}

/** The point of the budget at or just before a moment. */
export function budgetAt(points: readonly Point[], atMs: number): Point | undefined {
  return [...points].reverse().find((point) => Date.parse(point.at) <= atMs) ?? points[0];
}
