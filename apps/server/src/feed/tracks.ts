// Simulated ships: each sails to and fro on a sea path that the movement model found, so that no
// ship of the simulation ever crosses land. Position is a pure function of time.

import type { Instant, LonLat } from '@anlan/kernel';
import { bearingDegTrue, distanceM } from '@anlan/kernel';

export interface TrackPoint {
  readonly position: LonLat;
  readonly courseDegTrue: number;
  readonly speedMps: number;
}

/** A path with its cumulative length. */
export interface MeasuredPath {
  readonly pathDeg: readonly LonLat[];
  readonly cumulativeM: readonly number[];
}

export function measurePath(pathDeg: readonly LonLat[]): MeasuredPath {
  const cumulativeM = [0];
  for (let i = 1; i < pathDeg.length; i++) cumulativeM.push(cumulativeM[i - 1]! + distanceM(pathDeg[i - 1]!, pathDeg[i]!));
  return { pathDeg, cumulativeM };
}

export function pathLengthM(path: MeasuredPath): number {
  return path.cumulativeM.at(-1) ?? 0;
}

/** The place `alongM` metres from the start, with the course there. */
export function placeAlong(path: MeasuredPath, alongM: number): { readonly position: LonLat; readonly courseDegTrue: number } {
  const { pathDeg, cumulativeM } = path;
  let leg = 1;
  while (leg < cumulativeM.length - 1 && cumulativeM[leg]! < alongM) leg++;
  const from = pathDeg[leg - 1]!;
  const to = pathDeg[leg] ?? from;
  const legM = (cumulativeM[leg] ?? 0) - cumulativeM[leg - 1]!;
  const share = legM === 0 ? 0 : Math.min(1, Math.max(0, (alongM - cumulativeM[leg - 1]!) / legM));
  const position: LonLat = [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
  return { position, courseDegTrue: from === to ? 0 : bearingDegTrue(from, to) };
}

/** To and fro for ever, with a stop of `layoverS` at each end. */
export function shuttleAt(path: MeasuredPath, options: { readonly speedMps: number; readonly layoverS: number; readonly phaseS: number }, at: Instant): TrackPoint {
  const sailS = pathLengthM(path) / options.speedMps;
  const cycleS = 2 * (sailS + options.layoverS);
  const inCycleS = (((at / 1000 + options.phaseS) % cycleS) + cycleS) % cycleS;
  const isBack = inCycleS >= cycleS / 2;
  const inHalfS = inCycleS - (isBack ? cycleS / 2 : 0);
  const isSailing = inHalfS < sailS;
  const forwardM = Math.min(pathLengthM(path), inHalfS * options.speedMps);
  const place = placeAlong(path, isBack ? pathLengthM(path) - forwardM : forwardM);
  const courseDegTrue = isBack ? (place.courseDegTrue + 180) % 360 : place.courseDegTrue;
  return { position: place.position, courseDegTrue, speedMps: isSailing ? options.speedMps : 0 };
}

/** Once from start to end, then it stays. */
export function voyageAt(path: MeasuredPath, options: { readonly departAt: Instant; readonly speedMps: number }, at: Instant): TrackPoint {
  const sailedM = Math.max(0, ((at - options.departAt) / 1000) * options.speedMps);
  const isSailing = sailedM > 0 && sailedM < pathLengthM(path);
  return { ...placeAlong(path, Math.min(sailedM, pathLengthM(path))), speedMps: isSailing ? options.speedMps : 0 };
}
