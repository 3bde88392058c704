// When a ramp has water enough for a ship: depth at datum + tide ≥ draught + clearance (S-366).
// Crossings between the samples of the tide are found on straight lines; the tide is an input.

import type { Instant } from '@anlan/kernel';
import type { TideWindow } from './fire-lift.ts';

export interface TideSample {
  readonly at: Instant;
  readonly heightM: number;
}

/** Samples in order of time; a window that is open at the first or last sample begins or ends there. */
export function tideWindows(samples: readonly TideSample[], ramp: { readonly depthM: number; readonly underKeelClearanceM: number }, draughtM: number): readonly TideWindow[] {
  const spareM = (sample: TideSample): number => ramp.depthM + sample.heightM - draughtM - ramp.underKeelClearanceM;
  const windows: TideWindow[] = [];
  let openedAt: Instant | undefined;
  samples.forEach((sample, i) => {
    const before = samples[i - 1];
    const isOpen = spareM(sample) >= 0;
    if (before === undefined) {
      openedAt = isOpen ? sample.at : undefined;
      return;
    }
    if (isOpen === (openedAt !== undefined)) return;
    const share = spareM(before) / (spareM(before) - spareM(sample));
    const crossedAt = Math.round(before.at + share * (sample.at - before.at)) as Instant;
    if (isOpen) openedAt = crossedAt;
    else if (openedAt !== undefined) {
      windows.push({ fromAt: openedAt, untilAt: crossedAt });
      openedAt = undefined;
    }
  });
  const last = samples.at(-1);
  if (openedAt !== undefined && last !== undefined) windows.push({ fromAt: openedAt, untilAt: last.at });
  return windows;
}
