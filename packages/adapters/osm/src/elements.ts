// What every format is turned into: nodes with places, ways with the ids of their nodes and their
// tags. Ids are text, so that no 64-bit number is rounded.

import type { LonLat } from '@anlan/kernel';

export interface OsmWay {
  readonly id: string;
  readonly nodeIds: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
}

export interface OsmElements {
  readonly ways: readonly OsmWay[];
  readonly placeById: ReadonlyMap<string, LonLat>;
  /** Objects that could not be read, by what was wrong. */
  readonly junk: Readonly<Record<string, number>>;
}

/** Whether a way is kept: a road or a ferry route. */
export function isKept(tags: Readonly<Record<string, string>>): boolean {
  return tags['highway'] !== undefined || tags['route'] === 'ferry';
}

/** Most bytes of a file, nodes and ways that the importer sets memory aside for. */
export const LIMITS = { byteCountMax: 512 * 1024 * 1024, xmlByteCountMax: 128 * 1024 * 1024, nodeCountMax: 6_000_000, wayCountMax: 1_500_000 } as const;

export function createJunk(): { readonly counts: Record<string, number>; add(what: string): void } {
  const counts: Record<string, number> = {};
  return { counts, add: (what) => (counts[what] = (counts[what] ?? 0) + 1) };
}
