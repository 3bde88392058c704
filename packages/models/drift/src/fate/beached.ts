// Oil ashore goes on evaporating: what strands of a slick is kept together, with the film thickness it
// had when it stranded, windrows included (it spreads no more), and the same law as afloat (evaporation.ts).
// An ASSUMPTION, named in the result: real films ashore are thicker on sand and thinner on wet rock,
// but to stop evaporation at the water line would err far more (light ends go within a day anywhere).

import type { LonLat } from '@anlan/kernel';
import { evaporationCommonFactor, slickDiameterM } from './evaporation.ts';
import type { Slicks } from './slicks.ts';
import { coveredAreaM2 } from './slicks.ts';

/** Sums over the stranded particles of each slick. */
export interface Beached {
  readonly count: Float64Array;
  readonly lonSumDeg: Float64Array;
  readonly latSumDeg: Float64Array;
  /** Of the area that a slick of the whole release truly covered when each stranded, m². */
  readonly areaSumM2: Float64Array;
  /** Of the shares of fresh mass that are left. */
  readonly remainingSum: Float64Array;
  /** [slick][component]. */
  readonly massSum: Float64Array;
  /** Wind that it met last. */
  readonly windSpeedMps: Float64Array;
}

export function createBeached(componentCount: number, slickCount: number): Beached {
  const zeros = (): Float64Array => new Float64Array(slickCount);
  return { count: zeros(), lonSumDeg: zeros(), latSumDeg: zeros(), areaSumM2: zeros(), remainingSum: zeros(), windSpeedMps: zeros(), massSum: new Float64Array(slickCount * componentCount) };
}

/** One particle of the slick strands there under that wind, as weathered as the slick is now. */
export function beach(beached: Beached, slicks: Slicks, slickIndex: number, { at: [lonDeg, latDeg], windSpeedMps }: { readonly at: LonLat; readonly windSpeedMps: number }): void {
  const componentCount = slicks.factorPa.length;
  beached.count[slickIndex]!++;
  beached.windSpeedMps[slickIndex] = windSpeedMps;
  beached.lonSumDeg[slickIndex]! += lonDeg;
  beached.latSumDeg[slickIndex]! += latDeg;
  beached.areaSumM2[slickIndex]! += coveredAreaM2(slicks, slickIndex, windSpeedMps);
  beached.remainingSum[slickIndex]! += slicks.remainingRatio[slickIndex]!;
  for (let k = slickIndex * componentCount; k < (slickIndex + 1) * componentCount; k++) beached.massSum[k]! += slicks.massRatio[k]!;
}

export function beachedMiddle({ count, lonSumDeg, latSumDeg }: Beached, slickIndex: number): LonLat {
  return [lonSumDeg[slickIndex]! / count[slickIndex]!, latSumDeg[slickIndex]! / count[slickIndex]!];
}

/** Mean share of the fresh mass that is left of a stranded particle. */
export function beachedRatio({ count, remainingSum }: Beached, slickIndex: number): number {
  return remainingSum[slickIndex]! / count[slickIndex]!;
}

export interface BeachedStep {
  readonly slickIndex: number;
  /** Fresh mass of a particle. */
  readonly particleKg: number;
  /** Particles of the whole release. */
  readonly particleCount: number;
  readonly durationS: number;
}

/** Returns what evaporated, in fresh particles. */
export function weatherBeached(beached: Beached, slicks: Slicks, { slickIndex, particleKg, particleCount, durationS }: BeachedStep): number {
  const { molPerKg, factorPa, oil } = slicks;
  if (oil === null) return 0;
  const before = beached.remainingSum[slickIndex]!;
  const areaM2 = beached.areaSumM2[slickIndex]! / particleCount;
  const from = slickIndex * factorPa.length;
  for (let leftS = durationS; leftS > 1e-6; leftS -= SUB_STEP_S) {
    let molSum = 0;
    for (let j = 0; j < factorPa.length; j++) molSum += beached.massSum[from + j]! * molPerKg[j]!;
    if (molSum === 0) break;
    const conditions = { areaM2, slickDiameterM: slickDiameterM(areaM2), windSpeedMps: beached.windSpeedMps[slickIndex]!, temperatureK: oil.temperatureK, waterRatio: 0 };
    const common = evaporationCommonFactor(conditions, molSum * particleKg) * Math.min(leftS, SUB_STEP_S);
    let remaining = 0;
    for (let j = 0; j < factorPa.length; j++) {
      const left = beached.massSum[from + j]! * Math.exp(-common * factorPa[j]!);
      beached.massSum[from + j] = left;
      remaining += left;
    }
    beached.remainingSum[slickIndex] = remaining;
  }
  return before - beached.remainingSum[slickIndex]!;
}

/** As for an old slick afloat. */
const SUB_STEP_S = 600;
