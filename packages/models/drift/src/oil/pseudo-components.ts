// A real oil as a row of pseudo-components, from its distillation curve. Wide cuts are split along
// the curve, what never boils is residue, and shares by volume become shares by mass with Watson's
// factor (K. M. Watson, E. F. Nelson, Ind. Eng. Chem. 25 (1933) 880). Without a curve: R. K. Jones,
// AMOP 20 (1997), linear in the API gravity. What was estimated is named in `assumed`.

import type { Assumption } from '@anlan/kernel';
import type { OilRecord } from './record.ts';
import { densityFromApiKgPerM3 } from './density.ts';
import { CUT_BOILING_POINT_K_MAX, cutMolarMassKgPerMol, RESIDUE_BOILING_POINT_K, RESIDUE_MOLAR_MASS_KG_PER_MOL } from './molar-mass.ts';

export interface PseudoComponent {
  readonly boilingPointK: number;
  /** Share of the fresh oil's mass; all shares sum to 1. */
  readonly massRatio: number;
  readonly molarMassKgPerMol: number;
}

export interface PseudoComponents {
  readonly components: readonly PseudoComponent[];
  readonly assumed: readonly Assumption[];
}

type Cut = readonly [cumulativeRatio: number, temperatureK: number];

export function pseudoComponents(oil: OilRecord): PseudoComponents {
  const measured = oil.cuts.length > 0;
  const curve = measured ? fromZero(oil.cuts) : jonesCurve(oil.apiGravityDeg);
  const bins = splitBins(curve).filter(([, boilingPointK]) => boilingPointK < CUT_BOILING_POINT_K_MAX);
  const byVolume = measured && oil.cutBasis === 'volume';
  const weighted = byVolume ? bins.map((bin) => toMass(bin, oil.apiGravityDeg)) : bins;
  const total = weighted.reduce((sum, [share]) => sum + share, 0);
  const scale = total > 1 ? 1 / total : 1;
  const cuts = weighted.map(([share, boilingPointK]) => ({ boilingPointK, massRatio: share * scale, molarMassKgPerMol: cutMolarMassKgPerMol(boilingPointK) }));
  const residueRatio = Math.max(0, 1 - cuts.reduce((sum, cut) => sum + cut.massRatio, 0));
  const residue = { boilingPointK: RESIDUE_BOILING_POINT_K, massRatio: residueRatio, molarMassKgPerMol: RESIDUE_MOLAR_MASS_KG_PER_MOL };
  const assumed: Assumption[] = [];
  if (!measured) assumed.push({ code: 'DRIFT_ASSUMED_CUTS_FROM_API', params: { oilName: oil.name, apiGravityDeg: oil.apiGravityDeg } });
  if (byVolume) assumed.push({ code: 'DRIFT_ASSUMED_CUTS_VOLUME_TO_MASS', params: { oilName: oil.name, watsonFactor: WATSON_FACTOR } });
  return { components: residueRatio > 1e-9 ? [...cuts, residue] : cuts, assumed };
}

/** The curve continued to share 0 along its first rising piece, not below the boiling point of butane. */
function fromZero(cuts: readonly Cut[]): readonly Cut[] {
  const first = cuts[0]!;
  if (first[0] <= 0) return cuts;
  const next = cuts.find(([share]) => share > first[0]) ?? first;
  const slopeK = next[0] > first[0] ? (next[1] - first[1]) / (next[0] - first[0]) : 0;
  const startK = Math.min(first[1], Math.max(BUTANE_BOILING_POINT_K, first[1] - slopeK * first[0]));
  return [[0, startK], ...cuts];
}

/** Jones (1997): boiling temperature linear in the share distilled. */
function jonesCurve(apiGravityDeg: number): readonly Cut[] {
  const startK = 457.16 - 3.3447 * apiGravityDeg;
  const spanK = 1356.7 - 247.36 * Math.log(apiGravityDeg);
  return [[0, startK], [1, startK + spanK]];
}

/** [share, mid boiling point] of pieces no wider than SPLIT_K. */
function splitBins(curve: readonly Cut[]): readonly Cut[] {
  return curve.slice(1).flatMap(([toRatio, toK], i) => {
    const [fromRatio, fromK] = curve[i]!;
    const share = toRatio - fromRatio;
    if (share <= 0) return [];
    const pieceCount = Math.max(1, Math.ceil((toK - fromK) / SPLIT_K));
    return Array.from({ length: pieceCount }, (_, k): Cut => [share / pieceCount, fromK + ((k + 0.5) * (toK - fromK)) / pieceCount]);
  });
}

function toMass([share, boilingPointK]: Cut, apiGravityDeg: number): Cut {
  const cutDensityKgPerM3 = (Math.cbrt(1.8 * boilingPointK) / WATSON_FACTOR) * densityFromApiKgPerM3(10);
  return [(share * cutDensityKgPerM3) / densityFromApiKgPerM3(apiGravityDeg), boilingPointK];
}

/** n-Butane, the lightest that stays liquid in a stabilised oil, K (CRC Handbook of Chemistry and Physics). */
const BUTANE_BOILING_POINT_K = 272.65;
/** Widest pseudo-component, K: halving it changes the evaporated share after a day by less than 0.001. */
const SPLIT_K = 25;
/** Watson's characterisation factor; 11 to 12.5 for crude oils and their cuts (Riazi 2005, §2.1.15), a middle value. */
const WATSON_FACTOR = 11.8;
