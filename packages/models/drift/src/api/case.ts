// A drift case: everything one run needs, written out. What may be left out is filled by a named
// assumption that travels with the result; what may not (current, wind, coast) is refused.

import type { Assumption, Instant, LonLat, Polygon } from '@anlan/kernel';
import type { Coast } from '../spi/coast.ts';
import type { CurrentField } from '../spi/current.ts';
import type { WindField } from '../spi/wind.ts';

export interface DriftCase {
  readonly substance: Substance;
  readonly release: Release;
  readonly water: WaterState;
  readonly current?: CurrentField;
  readonly wind?: WindField;
  readonly coast?: Coast;
  readonly run: RunSettings;
  /** Share of the wind speed with which a particle drifts; drawn once a particle. Left out: 2–4 %, named. */
  readonly windage?: WindageRange;
  /** Horizontal eddy diffusion below the grid. Left out: 2 m²/s, named. */
  readonly diffusionM2PerS?: number;
  /** Errors of wind and current. Left out with more than one member: the named default set. */
  readonly errors?: ForcingErrors;
  readonly sites?: readonly SensitiveSite[];
  readonly products?: ProductSettings;
  /** Choices the caller made before this run, to travel with the result. */
  readonly assumed?: readonly Assumption[];
}

/** `passive` floats and does not weather: a tracer, a drifter. */
export type Substance = { readonly kind: 'oil'; readonly oilId: string } | { readonly kind: 'passive' };

export interface Release {
  readonly position: LonLat;
  /** Particles start evenly within this circle, on water that is reached from its centre. */
  readonly radiusM: number;
  readonly startAt: Instant;
  /** 0: all at once; otherwise at a constant rate. */
  readonly durationS: number;
  readonly massKg: number;
}

export interface WaterState {
  readonly temperatureK: number;
  /** Left out: 1025 kg/m³, named. */
  readonly densityKgPerM3?: number;
}

export interface RunSettings {
  readonly durationS: number;
  /** Divides `durationS` and `outputIntervalS`. */
  readonly stepS: number;
  readonly outputIntervalS: number;
  /** Of all members together. */
  readonly particleCount: number;
  /** Member 0 runs on the forcing as given; the others on forcing with errors. */
  readonly memberCount: number;
  readonly randomSeed: number;
}

export interface WindageRange {
  readonly ratioMin: number;
  readonly ratioMax: number;
}

/**
 * Standard deviations of the errors of a member, and the time over which they stay alike (first-order
 * Markov). Speeds are multiplied by a log-normal factor of mean 1, vectors are turned, and a vector
 * is added: a field that is zero, or a tide at slack, is then not taken for known.
 */
export interface ForcingErrors {
  readonly windSpeedRatioSigma: number;
  readonly windDirectionDegSigma: number;
  readonly windCorrelationS: number;
  readonly currentSpeedRatioSigma: number;
  readonly currentDirectionDegSigma: number;
  readonly currentCorrelationS: number;
  /** Of each component of the added vector. Left out: 0, or for a field that is assumed (calm, still water) a named figure. */
  readonly windAdditiveMpsSigma?: number;
  readonly currentAdditiveMpsSigma?: number;
}

export interface SensitiveSite {
  readonly siteId: string;
  readonly area: SiteArea;
}

export type SiteArea =
  | { readonly kind: 'circle'; readonly centre: LonLat; readonly radiusM: number }
  | { readonly kind: 'polygon'; readonly polygon: Polygon };

export interface ProductSettings {
  /** Side of a cell of the probability maps. Left out: 500 m. */
  readonly cellM?: number;
  /** "Oil present" at a place: a particle of the member within this distance. Left out: one cell. */
  readonly presenceRadiusM?: number;
  /** Lead times of the envelopes. Left out: 3, 6, 12, 24 h as far as the run reaches. */
  readonly envelopeLeadS?: readonly number[];
}
