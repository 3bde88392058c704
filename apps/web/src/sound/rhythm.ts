// Three sounds and no more: new, escalated, clock. Each is told apart by its rhythm, not by its
// loudness, so that it is known through a wall. Times in seconds from the start of one round.

export type SoundKind = 'new' | 'escalated' | 'clock';

export interface Beat { readonly startS: number; readonly lengthS: number; readonly frequencyHz: number }

export const RHYTHMS: Readonly<Record<SoundKind, readonly Beat[]>> = {
  // short short
  new: [beat(0, 0.12, 880), beat(0.2, 0.12, 880)],
  // long short long, rising
  escalated: [beat(0, 0.35, 660), beat(0.42, 0.12, 880), beat(0.6, 0.45, 990)],
  // four even ticks
  clock: [beat(0, 0.08, 520), beat(0.25, 0.08, 520), beat(0.5, 0.08, 520), beat(0.75, 0.08, 520)],
};

/** Pause between two rounds while nobody has acknowledged, ms. */
export const REPEAT_MS: Readonly<Record<SoundKind, number>> = { new: 6000, escalated: 4000, clock: 15_000 };

export interface SoundingRow { readonly kind: string; readonly section: string; readonly sounding: boolean; readonly overdueCount: number }

/** The one sound that plays now: an escalated alert before a new one before a clock. undefined: silence. */
export function soundFor(rows: readonly SoundingRow[]): SoundKind | undefined {
  const sounding = rows.filter((row) => row.sounding);
  if (sounding.some((row) => row.section === 'new' && row.overdueCount > 0)) return 'escalated';
  if (sounding.some((row) => row.section === 'new')) return 'new';
  return sounding.length > 0 ? 'clock' : undefined;
}

function beat(startS: number, lengthS: number, frequencyHz: number): Beat {
  return { startS, lengthS, frequencyHz };
}
