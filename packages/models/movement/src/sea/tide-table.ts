// The tide over the horizon as minutes, and the spans in which a condition holds. A span begins at
// the first minute at which it holds and ends at the last, so it is never longer than the truth by
// more than the change within a minute (1 cm of tide at most).

import type { Instant } from '@anlan/kernel';
import { instantFromMs } from '@anlan/kernel';
import type { TideHeightSource } from '../spi/sea-sources.ts';

export interface TideTable {
  readonly horizonS: number;
  readonly lowM: number;
  readonly highM: number;
  /** Height at the minute before. */
  heightAtS(atS: number): number;
}

/** Without a source the water stands at the datum; the caller names that. */
export function tideTable(source: TideHeightSource | undefined, departAt: Instant, horizonS: number): TideTable {
  const minuteCount = Math.ceil(horizonS / 60);
  const heights = new Float64Array(minuteCount + 1);
  if (source !== undefined) for (let i = 0; i <= minuteCount; i++) heights[i] = source.heightM(instantFromMs(departAt + i * 60_000));
  let [lowM, highM] = [Infinity, -Infinity];
  for (const heightM of heights) {
    lowM = Math.min(lowM, heightM);
    highM = Math.max(highM, heightM);
  }
  return { horizonS: minuteCount * 60, lowM, highM, heightAtS: (atS) => heights[Math.min(minuteCount, Math.max(0, Math.floor(atS / 60)))]! };
}

/** Spans of minutes for which the condition holds at both ends; the end of the horizon shuts. */
export function spansOf(tide: TideTable, holds: (heightM: number, atS: number) => boolean): Float64Array {
  const out: number[] = [];
  let fromS = -1;
  for (let atS = 0; atS <= tide.horizonS; atS += 60) {
    const isOpen = holds(tide.heightAtS(atS), atS);
    if (isOpen && fromS < 0) fromS = atS;
    if (!isOpen && fromS >= 0) {
      if (atS - 60 > fromS) out.push(fromS, atS - 60);
      fromS = -1;
    }
  }
  if (fromS >= 0 && tide.horizonS > fromS) out.push(fromS, tide.horizonS);
  return Float64Array.from(out);
}
