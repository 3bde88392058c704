// Branch and bound over any priced model (lagrange.ts): depth first, prices warm from the parent,
// sites fixed by reduced cost on the way. Stops at the node or time limit with an honest bound: the
// least of the bounds of what was left open.

import type { CountLimits, Fixing, Relaxation } from './lagrange.ts';
import { ascend, fixByScore } from './lagrange.ts';

export interface TreeInput {
  readonly relaxation: Relaxation;
  readonly limits: CountLimits;
  readonly fixing: Fixing;
  readonly multiplier: Float64Array;
  /** All values are multiples of it; 0: any value. */
  readonly stepValue: number;
  /** Offers a choice to the caller's heuristics; returns the best value then known. A last one must be judged: nothing else will. */
  readonly offer: (chosen: Uint8Array, isLast: boolean) => number;
  /** Best value known before; must be finite. */
  readonly bestValue: number;
  readonly rootIterationCount: number;
  readonly nodeIterationCount: number;
  readonly nodeCount: number;
  readonly isOutOfTime: () => boolean;
}

export interface TreeOutcome {
  readonly boundValue: number;
  readonly nodeCount: number;
  readonly isProven: boolean;
}

interface OpenNode {
  readonly fixing: Fixing;
  readonly multiplier: Float64Array;
  readonly boundValue: number;
}

export function searchTree(input: TreeInput): TreeOutcome {
  let { bestValue } = input;
  const offer = (chosen: Uint8Array, isLast: boolean): number => (bestValue = input.offer(chosen, isLast));
  const isPruned = (boundValue: number): boolean => cannotBeat(boundValue, bestValue, input.stepValue);
  const open: OpenNode[] = [{ fixing: input.fixing, multiplier: input.multiplier, boundValue: -Infinity }];
  let seenCount = 0;
  while (open.length > 0 && seenCount < Math.max(1, input.nodeCount)) {
    const node = open.at(-1)!;
    if (seenCount > 0 && input.isOutOfTime()) break;
    open.pop();
    if (seenCount > 0 && isPruned(node.boundValue)) continue;
    const iterationCount = seenCount === 0 ? input.rootIterationCount : input.nodeIterationCount;
    seenCount++;
    const { fixing } = node;
    const outcome = ascend({
      relaxation: input.relaxation, limits: input.limits, fixing, multiplier: node.multiplier, iterationCount,
      isReached: (boundValue) => isPruned(boundValue) || input.isOutOfTime(), offer: (chosen) => offer(chosen, false), targetValue: bestValue,
    });
    const boundValue = Math.max(node.boundValue, outcome.boundValue);
    if (outcome.isEmpty || isPruned(boundValue)) continue;
    fixByScore(outcome, input.limits, fixing, isPruned);
    branch(open, { fixing, multiplier: node.multiplier, boundValue }, outcome.mean, input.limits, offer);
  }
  const least = open.reduce((bound, node) => Math.min(bound, node.boundValue), bestValue);
  const isProven = open.every((node) => isPruned(node.boundValue));
  return { boundValue: isProven ? bestValue : roundUp(least, input.stepValue), nodeCount: seenCount, isProven };
}

/** Nothing below this bound is better than what is known. */
export function cannotBeat(boundValue: number, bestValue: number, stepValue: number): boolean {
  const slack = 1e-9 * Math.max(1, Math.abs(bestValue));
  return stepValue > 0 ? boundValue > bestValue - stepValue + 1e-6 * stepValue + slack : boundValue >= bestValue - slack;
}

function roundUp(boundValue: number, stepValue: number): number {
  return stepValue > 0 && Number.isFinite(boundValue) ? Math.ceil(boundValue / stepValue - 1e-6) * stepValue : boundValue;
}

function branch(open: OpenNode[], node: OpenNode, mean: Float64Array, limits: CountLimits, offer: (chosen: Uint8Array, isLast: boolean) => number): void {
  const site = siteToBranch(mean, node.fixing);
  if (site === -1) {
    // Nothing left to decide: the choice is the node.
    const chosen = Uint8Array.from(node.fixing, (fixed) => (fixed === 1 ? 1 : 0));
    const count = chosen.reduce((sum, one) => sum + one, 0);
    if (count >= limits.minCount && count <= limits.maxCount) offer(chosen, true);
    return;
  }
  const side = (value: 1 | -1): OpenNode => {
    const fixing = Int8Array.from(node.fixing);
    fixing[site] = value;
    return { fixing, multiplier: Float64Array.from(node.multiplier), boundValue: node.boundValue };
  };
  // The last one pushed is looked at first: the likelier side.
  const isLikely = mean[site]! >= 0.5 || limits.minCount === limits.maxCount;
  open.push(side(isLikely ? -1 : 1), side(isLikely ? 1 : -1));
}

function siteToBranch(mean: Float64Array, fixing: Fixing): number {
  let [site, distance] = [-1, Infinity];
  for (let i = 0; i < mean.length; i++) {
    if (fixing[i] !== 0 || Math.abs(mean[i]! - 0.5) >= distance) continue;
    [site, distance] = [i, Math.abs(mean[i]! - 0.5)];
  }
  return site;
}
