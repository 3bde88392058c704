// The large part of a forecast as the map animates it: a thinned cloud, in which every member keeps
// its share, and the probability contours of each time. Figures rest on all particles, not on these.

import type { DriftResult } from '@anlan/drift';
import { isoFromInstant } from '@anlan/kernel';

export function forecastFrames(result: DriftResult): Uint8Array {
  const { value } = result;
  const stride = Math.max(1, Math.ceil(value.particleCount / SHOWN_PARTICLE_COUNT));
  const shown = Array.from({ length: Math.ceil(value.particleCount / stride) }, (_unused, i) => i * stride);
  const contours = new Map(value.probability.times.map((time) => [time.validAt, time.contours]));
  const frames = value.frames.map((frame) => {
    const positionsDeg = new Array<number>(2 * shown.length);
    const states = new Array<number>(shown.length);
    for (let i = 0; i < shown.length; i++) {
      const p = shown[i]!;
      positionsDeg[2 * i] = roundDeg(frame.lonDeg[p]!);
      positionsDeg[2 * i + 1] = roundDeg(frame.latDeg[p]!);
      states[i] = frame.state[p]!;
    }
    return {
      at: isoFromInstant(frame.validAt),
      leadTimeS: frame.leadTimeS,
      positionsDeg,
      states,
      contours: (contours.get(frame.validAt) ?? []).map(({ probabilityRatio, polygons }) => ({
        probabilityRatio, polygons: polygons.map((polygon) => polygon.map((ring) => ring.map(([lonDeg, latDeg]) => [roundDeg(lonDeg), roundDeg(latDeg)]))),
      })),
    };
  });
  return Buffer.from(JSON.stringify({ particleCount: shown.length, frames }));
}

function roundDeg(value: number): number {
  return Math.round(value * 1e5) / 1e5;
}

/** Enough to see the shape on any screen, and light enough for a software renderer. */
const SHOWN_PARTICLE_COUNT = 3000;
