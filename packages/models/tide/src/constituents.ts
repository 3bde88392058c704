// The constituents: Doodson numbers, phase, and whose node factor each takes. Schureman (1958),
// table 2; A. T. Doodson, Proc. R. Soc. A 100 (1921) 305-329. S1, M1 and M3 are left out on
// purpose: sources disagree on their phase convention, and each is about a centimetre here.

import { astronomicalRatesDegPerHour } from './astronomy.ts';
import { degToRad } from '@anlan/kernel';

/** Constituents with a node factor of their own. */
export type NodalRule = 'none' | 'M2' | 'O1' | 'K1' | 'K2' | 'J1' | 'OO1' | 'L2' | 'MM' | 'MF';

export interface ConstituentDefinition {
  /** Multiples of τ, s, h, p, N, p1. */
  readonly doodson: readonly [number, number, number, number, number, number];
  /** Added to the argument, degrees. */
  readonly offsetDeg: number;
  /** Whose f and u, how often: f is the product of powers |n|, u the sum n·u. */
  readonly nodal: readonly (readonly [rule: NodalRule, count: number])[];
}

export type ConstituentName = keyof typeof CONSTITUENTS;

export const CONSTITUENTS = {
  M2: entry([2, 0, 0, 0, 0, 0], 0, 'M2'),
  S2: entry([2, 2, -2, 0, 0, 0], 0, 'none'),
  N2: entry([2, -1, 0, 1, 0, 0], 0, 'M2'),
  K2: entry([2, 2, 0, 0, 0, 0], 0, 'K2'),
  '2N2': entry([2, -2, 0, 2, 0, 0], 0, 'M2'),
  MU2: entry([2, -2, 2, 0, 0, 0], 0, 'M2'),
  NU2: entry([2, -1, 2, -1, 0, 0], 0, 'M2'),
  L2: entry([2, 1, 0, -1, 0, 0], 180, 'L2'),
  LAMBDA2: entry([2, 1, -2, 1, 0, 0], 180, 'M2'),
  T2: entry([2, 2, -3, 0, 0, 1], 0, 'none'),
  R2: entry([2, 2, -1, 0, 0, -1], 180, 'none'),
  K1: entry([1, 1, 0, 0, 0, 0], 90, 'K1'),
  O1: entry([1, -1, 0, 0, 0, 0], -90, 'O1'),
  P1: entry([1, 1, -2, 0, 0, 0], -90, 'none'),
  Q1: entry([1, -2, 0, 1, 0, 0], -90, 'O1'),
  '2Q1': entry([1, -3, 0, 2, 0, 0], -90, 'O1'),
  SIGMA1: entry([1, -3, 2, 0, 0, 0], -90, 'O1'),
  RHO1: entry([1, -2, 2, -1, 0, 0], -90, 'O1'),
  J1: entry([1, 2, 0, -1, 0, 0], 90, 'J1'),
  OO1: entry([1, 3, 0, 0, 0, 0], 90, 'OO1'),
  M4: { doodson: [4, 0, 0, 0, 0, 0], offsetDeg: 0, nodal: [['M2', 2]] },
  MN4: { doodson: [4, -1, 0, 1, 0, 0], offsetDeg: 0, nodal: [['M2', 2]] },
  MS4: entry([4, 2, -2, 0, 0, 0], 0, 'M2'),
  S4: entry([4, 4, -4, 0, 0, 0], 0, 'none'),
  '2SM2': { doodson: [2, 4, -4, 0, 0, 0], offsetDeg: 0, nodal: [['M2', -1]] },
  M6: { doodson: [6, 0, 0, 0, 0, 0], offsetDeg: 0, nodal: [['M2', 3]] },
  '2MS6': { doodson: [6, 2, -2, 0, 0, 0], offsetDeg: 0, nodal: [['M2', 2]] },
  M8: { doodson: [8, 0, 0, 0, 0, 0], offsetDeg: 0, nodal: [['M2', 4]] },
  MM: entry([0, 1, 0, -1, 0, 0], 0, 'MM'),
  MF: entry([0, 2, 0, 0, 0, 0], 0, 'MF'),
  MSF: { doodson: [0, 2, -2, 0, 0, 0], offsetDeg: 0, nodal: [['M2', -1]] },
  SA: entry([0, 0, 1, 0, 0, 0], 0, 'none'),
  SSA: entry([0, 0, 2, 0, 0, 0], 0, 'none'),
} as const satisfies Record<string, ConstituentDefinition>;

export const CONSTITUENT_NAMES = Object.keys(CONSTITUENTS) as readonly ConstituentName[];

export function isConstituentName(name: string): name is ConstituentName {
  return Object.hasOwn(CONSTITUENTS, name);
}

/** Angular speed, rad/s: the Doodson numbers times the mean rates. */
export function constituentSpeedRadPerS(name: ConstituentName): number {
  const { doodson } = CONSTITUENTS[name];
  const rates = astronomicalRatesDegPerHour();
  const degPerHour = doodson.reduce((sum, count, i) => sum + count * (rates[i] ?? 0), 0);
  return degToRad(degPerHour) / 3600;
}

function entry(doodson: ConstituentDefinition['doodson'], offsetDeg: number, rule: NodalRule): ConstituentDefinition {
  return { doodson, offsetDeg, nodal: [[rule, 1]] };
}
