// Need against supply as step curves, ready to be drawn: cumulative need, and the three reserves
// stacked in their order. Times in ms, quantities in the unit of the demand. Pure.

import type { DemandLine, Plan, PlanOption } from '@anlan/contracts';
import type { Reserve } from './plan-view.ts';
import { horizonMs, RESERVES } from './plan-view.ts';

/** From `atMs` on the value holds until the next step. */
export interface Step { readonly atMs: number; readonly value: number }

export interface Band { readonly reserve: Reserve; readonly lower: readonly Step[]; readonly upper: readonly Step[] }

export interface NeedCurve {
  readonly need: readonly Step[];
  readonly bands: readonly Band[];
  /** All reserves together, as the plan's checker counted them. */
  readonly supply: readonly Step[];
  readonly deadlineMs: number;
  readonly valueMax: number;
}

export function needCurveOf(demand: DemandLine, option: PlanOption): NeedCurve {
  const need = stepsOf(demand.curve);
  const supply = stepsOf(option.supplyCurves.find((one) => one.demandId === demand.id)?.curve ?? []);
  const lines = option.lines.filter((line) => line.demandId === demand.id && line.unitCode === demand.unitCode);
  const times = [...new Set(lines.map((line) => Date.parse(line.arriveAt)))].sort((a, b) => a - b);
  const arrived = (reserve: Reserve, atMs: number) => lines.reduce((total, line) => total + (line.reserve === reserve && Date.parse(line.arriveAt) <= atMs ? line.quantityValue : 0), 0);
  const bands = RESERVES.map((reserve, index): Band => {
    const below = RESERVES.slice(0, index);
    const lower = times.map((atMs) => ({ atMs, value: below.reduce((total, other) => total + arrived(other, atMs), 0) }));
    return { reserve, lower, upper: lower.map(({ atMs, value }) => ({ atMs, value: value + arrived(reserve, atMs) })) };
  }).filter(({ lower, upper }) => upper.some(({ value }, index) => value > (lower[index]?.value ?? 0)));
  const values = [...need, ...supply, ...bands.flatMap(({ upper }) => upper)].map(({ value }) => value);
  return { need, bands, supply, deadlineMs: Date.parse(demand.deadlineAt), valueMax: Math.max(0, ...values) };
}

/** One time range for all charts of a plan: from drawing to the last change, never past the plan's end. */
export function timeRange(plan: Plan, option: PlanOption): readonly [fromMs: number, toMs: number] {
  const fromMs = Date.parse(plan.drawnAt);
  const changes = plan.demand.flatMap((demand) => {
    const curve = needCurveOf(demand, option);
    return [curve.deadlineMs, lastChangeMs(curve.need), lastChangeMs(curve.supply), ...curve.bands.map(({ upper }) => lastChangeMs(upper))];
  });
  const lastMs = Math.max(fromMs + HOUR_MS, ...changes.filter(Number.isFinite));
  const airyMs = fromMs + Math.ceil(((lastMs - fromMs) * AIR_RATIO) / HOUR_MS) * HOUR_MS;
  return [fromMs, Math.min(airyMs, Math.max(horizonMs(option), fromMs + HOUR_MS))];
}

/** Value that holds at a time; 0 before the first step. */
export function valueAt(steps: readonly Step[], atMs: number): number {
  return steps.findLast((step) => step.atMs <= atMs)?.value ?? 0;
}

/** Spans in which need is above supply: what stays unmet, when. */
export function shortSpans(curve: NeedCurve, toMs: number): readonly { readonly fromMs: number; readonly toMs: number; readonly shortValue: number }[] {
  const times = [...new Set([...curve.need, ...curve.supply].map(({ atMs }) => atMs))].filter((atMs) => atMs < toMs).sort((a, b) => a - b);
  return times.flatMap((fromMs, index) => {
    const shortValue = valueAt(curve.need, fromMs) - valueAt(curve.supply, fromMs);
    return shortValue > SHORT_MIN_RATIO * curve.valueMax ? [{ fromMs, toMs: times[index + 1] ?? toMs, shortValue }] : [];
  });
}

/** The staircase as an SVG path; `x` and `y` put time and value on the paper. */
export function stairPath(steps: readonly Step[], toMs: number, x: (atMs: number) => number, y: (value: number) => number, fromMs: number): string {
  let path = `M${px(x(fromMs))} ${px(y(0))}`;
  for (const { atMs, value } of steps) path += `H${px(x(Math.min(Math.max(atMs, fromMs), toMs)))}V${px(y(value))}`;
  return `${path}H${px(x(toMs))}`;
}

/** A band between two staircases with the same step times. */
export function bandPath({ lower, upper }: Band, toMs: number, x: (atMs: number) => number, y: (value: number) => number): string {
  const first = upper[0];
  if (first === undefined) return '';
  let path = `M${px(x(first.atMs))} ${px(y(lower[0]?.value ?? 0))}`;
  for (const { atMs, value } of upper) path += `H${px(x(atMs))}V${px(y(value))}`;
  path += `H${px(x(toMs))}`;
  for (let index = lower.length - 1; index >= 0; index--) path += `V${px(y(lower[index]?.value ?? 0))}H${px(x(upper[index]?.atMs ?? toMs))}`;
  return `${path}Z`;
}

function stepsOf(curve: readonly { readonly at: string; readonly quantityValue: number }[]): readonly Step[] {
  return curve.map(({ at, quantityValue }) => ({ atMs: Date.parse(at), value: quantityValue })).sort((a, b) => a.atMs - b.atMs);
}

function lastChangeMs(steps: readonly Step[]): number {
  const index = steps.findLastIndex((step, i) => step.value !== (steps[i - 1]?.value ?? 0));
  return steps[index]?.atMs ?? Number.NaN;
}

function px(value: number): string {
  return value.toFixed(1);
}

const HOUR_MS = 3_600_000;
/** Room to the right of the last change. */
const AIR_RATIO = 1.12;
/** Less than this share of the largest value is rounding, not a shortage. */
const SHORT_MIN_RATIO = 1e-4;
