// A forecast: a request with its inputs written out, and a result that says how sure it is.
// The large part (particles, contours) is an artefact; the summary is in the event.

import type { Assumption, Instant, LonLat } from '@anlan/kernel';
import type { Titles } from '../signal/index.ts';

export interface SpillInput {
  readonly position: LonLat;
  readonly startAt: Instant;
  readonly durationS: number;
  readonly massKg: number;
  readonly oilId: string;
  readonly radiusM: number;
}

export interface WindInput {
  readonly kind: 'constant' | 'station' | 'gridded' | 'none-assumed-calm';
  /** Of a gridded wind: at the nearest node and instant to the release. */
  readonly speedMps: number;
  readonly windFromDegTrue: number;
  readonly sourceText: string;
  /** The file of a gridded wind; the run reads it again by its bytes. */
  readonly grid?: { readonly forcingId: string; readonly artefactId: string; readonly untilAt: Instant };
}

export interface ForecastInput {
  readonly spill: SpillInput;
  readonly wind: WindInput;
  readonly waterTemperatureK: number;
  /** Length of the run, counted from the start of the release. */
  readonly horizonS: number;
  /** How far the run reaches beyond the request, or beyond a release that begins later; absent in runs recorded before this was told apart. */
  readonly aheadS?: number;
  readonly stepS: number;
  readonly outputEveryS: number;
  readonly particleCount: number;
  readonly memberCount: number;
  readonly randomSeed: number;
  /** Choices that stand in for missing inputs; shown on screen. */
  readonly assumed: readonly Assumption[];
}

export interface MassBudgetPoint {
  readonly at: Instant;
  /** Not released yet. The five sum to the spilled mass. */
  readonly pendingKg: number;
  readonly afloatKg: number;
  readonly evaporatedKg: number;
  readonly strandedKg: number;
  readonly outsideKg: number;
}

export interface SiteArrival {
  readonly siteId: string;
  readonly titles: Titles;
  readonly priorityIndex: number;
  /** Share of members in which oil reaches the site within the horizon. */
  readonly probabilityRatio: number;
  readonly earliestAt: Instant | null;
  readonly medianAt: Instant | null;
  readonly position: LonLat;
  readonly shoreLengthM: number;
}

export interface ForecastSummary {
  readonly massBudget: readonly MassBudgetPoint[];
  readonly evaporatedRatioBand: readonly [lower: number, upper: number];
  readonly arrivals: readonly SiteArrival[];
  readonly meanDriftEastM: number;
  readonly meanDriftNorthM: number;
  readonly currentSpeedMpsMax: number;
  readonly assumed: readonly Assumption[];
  readonly warnings: readonly Assumption[];
  readonly modelVersion: string;
  readonly inputsHash: string;
  readonly randomSeed: number;
  readonly indicative: boolean;
}

export interface ForecastBody {
  readonly id: string;
  readonly incidentId: string;
  readonly state: 'requested' | 'completed' | 'failed' | 'cancelled';
  readonly requestedAt: Instant;
  readonly requestedBy: string;
  readonly input: ForecastInput;
  readonly completedAt: Instant | null;
  readonly summary: ForecastSummary | null;
  /** JSON of the full outcome: frames, contours. */
  readonly artefactId: string | null;
  readonly failureCode: string | null;
  readonly failureParams: Readonly<Record<string, string | number>> | null;
}

export type ForecastEvent =
  | { readonly type: 'forecast.requested'; readonly payload: { readonly id: string; readonly incidentId: string; readonly input: ForecastInput } }
  | { readonly type: 'forecast.completed'; readonly payload: { readonly summary: ForecastSummary; readonly artefactId: string } }
  | { readonly type: 'forecast.failed'; readonly payload: { readonly code: string; readonly params: Readonly<Record<string, string | number>> } }
  | { readonly type: 'forecast.cancelled'; readonly payload: { readonly reason: string } };
