// Joins the parts of a run, in the order of their members, and makes its products. A run in one
// piece goes the same way, so the bytes do not depend on how the members were shared out.

import type { Assumption, ModelWarning } from '@anlan/kernel';
import { addS, assert } from '@anlan/kernel';
import type { DriftFrame, DriftOutcome, DriftResult, MassBudgetPoint, SiteArrival } from '../api/outcome.ts';
import { contoursOf, contoursOfFrame, createFrameCounter, envelopeOf } from '../products/probability.ts';
import { budgetPoint, siteArrival } from '../products/statistics.ts';
import { BUDGET_COLUMN_COUNT } from './collect.ts';
import type { DriftPart } from './part.ts';
import type { PlanSummary } from './plan.ts';

/** Parts of one case that together hold every member once; anything else is a programmer's error. */
export function mergeDriftParts(given: readonly DriftPart[]): DriftResult {
  const parts = [...given].sort((a, b) => a.memberRange.fromIndex - b.memberRange.fromIndex);
  const summary = checkParts(parts);
  const budget = summary.outputSteps.map((step, output) => budgetPoint(rowsAt(parts, output), summary.startAt, step * summary.stepS));
  return {
    value: outcomeOf(parts, summary, budget),
    band: finalBands(budget),
    assumed: [...summary.assumed, ...beachedAssumption(summary, budget)],
    warnings: [...summary.warnings, ...countedWarnings(parts)],
    modelVersion: summary.modelVersion,
    inputsHash: summary.inputsHash,
    randomSeed: summary.randomSeed,
  };
}

/** Named only where it matters: oil lies ashore. */
function beachedAssumption(summary: PlanSummary, budget: readonly MassBudgetPoint[]): readonly Assumption[] {
  const isAshore = summary.oilState !== null && budget.some(({ stranded }) => stranded.meanKg > 0);
  return isAshore ? [{ code: 'DRIFT_ASSUMED_BEACHED_EVAPORATES', params: {} }] : [];
}

function checkParts(parts: readonly DriftPart[]): PlanSummary {
  const first = parts[0];
  assert(first !== undefined, 'a run has at least one part');
  let next = 0;
  for (const part of parts) {
    assert(part.summary.inputsHash === first.summary.inputsHash, 'parts of different cases do not merge');
    assert(part.memberRange.fromIndex === next, 'parts hold every member once');
    next = part.memberRange.toIndex;
  }
  assert(next === first.summary.memberCount, 'parts hold every member once');
  return first.summary;
}

function outcomeOf(parts: readonly DriftPart[], summary: PlanSummary, budget: readonly MassBudgetPoint[]): DriftOutcome {
  const { presence: grid, memberCount } = summary;
  const particleMember = joinMembers(parts);
  const counter = createFrameCounter(grid);
  const frames = summary.outputSteps.map((_, output) => joinFrames(parts.map((part) => part.frames[output]!)));
  const counts = summary.envelopeSteps.map((_, i) => sumCounts(parts.map((part) => part.memberCounts[i]!)));
  const overall = sumCounts(parts.map((part) => part.memberCounts[part.memberCounts.length - 1]!));
  return {
    startAt: summary.startAt,
    endAt: addS(summary.startAt, summary.stepCount * summary.stepS),
    releasePosition: summary.releasePosition,
    particleCount: summary.particleCount,
    memberCount,
    particleMember,
    frames,
    budget,
    arrivals: arrivalsOf(parts, summary),
    probability: {
      cellM: grid.cellM,
      presenceRadiusM: grid.presenceRadiusM,
      times: frames.map((frame) => contoursOfFrame(counter, frame, particleMember, memberCount)),
      overall: contoursOf(grid, overall, memberCount),
    },
    envelopes: summary.envelopeSteps.map((step, i) => envelopeOf(grid, counts[i]!, memberCount, step * summary.stepS)),
    oil: summary.oilState,
    currentSpeedMpsMax: parts.reduce((most, part) => Math.max(most, part.figures.currentSpeedMpsMax), 0),
    indicative: summary.indicative,
    currentSource: summary.currentSource,
    windSource: summary.windSource,
    domainBboxDeg: summary.domainBboxDeg,
  };
}

function rowsAt(parts: readonly DriftPart[], output: number): Float64Array {
  const pieces = parts.map((part) => {
    const width = (part.memberRange.toIndex - part.memberRange.fromIndex) * BUDGET_COLUMN_COUNT;
    return part.budgetRows.subarray(output * width, (output + 1) * width);
  });
  const rows = new Float64Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    rows.set(piece, at);
    at += piece.length;
  }
  return rows;
}

function joinMembers(parts: readonly DriftPart[]): Uint16Array {
  const joined = new Uint16Array(parts.reduce((sum, part) => sum + part.particleMember.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part.particleMember, at);
    at += part.particleMember.length;
  }
  return joined;
}

function joinFrames(pieces: readonly DriftFrame[]): DriftFrame {
  const first = pieces[0]!;
  if (pieces.length === 1) return first;
  const count = pieces.reduce((sum, piece) => sum + piece.state.length, 0);
  const joined = { ...first, lonDeg: new Float32Array(count), latDeg: new Float32Array(count), state: new Uint8Array(count) };
  let at = 0;
  for (const piece of pieces) {
    joined.lonDeg.set(piece.lonDeg, at);
    joined.latDeg.set(piece.latDeg, at);
    joined.state.set(piece.state, at);
    at += piece.state.length;
  }
  return joined;
}

function sumCounts(pieces: readonly Uint16Array[]): Uint16Array {
  const sum = pieces[0]!.slice();
  for (const piece of pieces.slice(1)) for (let cell = 0; cell < sum.length; cell++) sum[cell]! += piece[cell]!;
  return sum;
}

function arrivalsOf(parts: readonly DriftPart[], { siteIds, startAt }: PlanSummary): readonly SiteArrival[] {
  const column = (values: (part: DriftPart) => Float64Array, s: number): number[] =>
    parts.flatMap((part) => Array.from({ length: part.memberRange.toIndex - part.memberRange.fromIndex }, (_, m) => values(part)[m * siteIds.length + s]!));
  return siteIds.map((siteId, s) =>
    siteArrival({ siteId, arrivalMs: column((part) => part.arrivalMs, s), massRatios: column((part) => part.siteMassRatioMax, s) }, startAt),
  );
}

/** P05…P95 of the members at the end of the run. */
function finalBands(budget: readonly MassBudgetPoint[]): Readonly<Record<string, readonly [number, number]>> {
  const { afloat, evaporated, stranded, outside } = budget[budget.length - 1]!;
  return {
    afloatKg: [afloat.p05Kg, afloat.p95Kg],
    evaporatedKg: [evaporated.p05Kg, evaporated.p95Kg],
    strandedKg: [stranded.p05Kg, stranded.p95Kg],
    outsideKg: [outside.p05Kg, outside.p95Kg],
  };
}

function countedWarnings(parts: readonly DriftPart[]): readonly ModelWarning[] {
  const warnings: ModelWarning[] = [];
  const nearestCount = parts.reduce((sum, part) => sum + part.figures.nearestCount, 0);
  const unresolvedCount = parts.reduce((sum, part) => sum + part.figures.unresolvedCount, 0);
  const windUnresolvedCount = parts.reduce((sum, part) => sum + part.figures.windUnresolvedCount, 0);
  if (windUnresolvedCount > 0) warnings.push({ code: 'DRIFT_WARN_WIND_UNRESOLVED', params: { unresolvedCount: windUnresolvedCount } });
  if (nearestCount > 0) warnings.push({ code: 'DRIFT_WARN_NEAREST_CURRENT', params: { nearestCount } });
  if (unresolvedCount > 0) warnings.push({ code: 'DRIFT_WARN_CURRENT_UNRESOLVED', params: { unresolvedCount } });
  return warnings;
}
