// The frame of a forecast nearest to a moment.

import type { ForecastFrames } from '@anlan/contracts';

export function nearestFrame(frames: ForecastFrames, atMs: number): number {
  let bestIndex = 0;
  frames.frames.forEach((frame, index) => {
    const best = frames.frames[bestIndex];
    if (best !== undefined && Math.abs(Date.parse(frame.at) - atMs) < Math.abs(Date.parse(best.at) - atMs)) bestIndex = index;
  });
  return bestIndex;
}
