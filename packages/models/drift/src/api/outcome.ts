// What a drift run gives. Arrays of particles are typed and shared in order: member by member, so
// particle i of every frame is the same particle. Bands are P05…P95 across members.

import type { BboxDeg, Instant, LonLat, ModelResult, Polygon } from '@anlan/kernel';
import type { SourceText } from '../spi/grid.ts';

export type DriftResult = ModelResult<DriftOutcome>;

export interface DriftOutcome {
  readonly startAt: Instant;
  readonly endAt: Instant;
  readonly releasePosition: LonLat;
  readonly particleCount: number;
  readonly memberCount: number;
  /** Member of each particle. */
  readonly particleMember: Uint16Array;
  readonly frames: readonly DriftFrame[];
  readonly budget: readonly MassBudgetPoint[];
  readonly arrivals: readonly SiteArrival[];
  readonly probability: ProbabilityMaps;
  /** Where oil may have been by then, in 1 of 20 members or more. */
  readonly envelopes: readonly Envelope[];
  readonly oil: OilState | null;
  /** Fastest current that any particle met, as the field gives it: the errors of members are not in it. */
  readonly currentSpeedMpsMax: number;
  /** True when the current is a stand-in for real data. */
  readonly indicative: boolean;
  readonly currentSource: SourceText | null;
  readonly windSource: SourceText | null;
  /** Outside this box no current or wind is known; particles that leave it are counted as outside. */
  readonly domainBboxDeg: BboxDeg;
}

/** 0 not released · 1 afloat · 2 stranded · 3 outside the domain. */
export type ParticleState = 0 | 1 | 2 | 3;

export interface DriftFrame {
  readonly validAt: Instant;
  readonly leadTimeS: number;
  readonly lonDeg: Float32Array;
  readonly latDeg: Float32Array;
  readonly state: Uint8Array;
}

/** Masses sum to the released mass in every member; so do the means. */
export interface MassBudgetPoint {
  readonly validAt: Instant;
  readonly leadTimeS: number;
  readonly pending: MassBand;
  readonly afloat: MassBand;
  readonly evaporated: MassBand;
  readonly stranded: MassBand;
  readonly outside: MassBand;
  /** Area of the slicks that still float (Fay), over the members. */
  readonly slickAreaM2Mean: number;
  readonly slickAreaM2P05: number;
  readonly slickAreaM2P95: number;
  /** Mean displacement, from the place of release, of what was released and is not outside. */
  readonly displacementEastMMean: number;
  readonly displacementNorthMMean: number;
}

/** Over the members; percentiles are interpolated between ranks. */
export interface MassBand {
  readonly meanKg: number;
  readonly p05Kg: number;
  readonly p50Kg: number;
  readonly p95Kg: number;
}

export interface SiteArrival {
  readonly siteId: string;
  /** Share of members in which at least one particle reaches the site. */
  readonly probabilityRatio: number;
  readonly earliestAt: Instant | null;
  /** Of the members that reach it. */
  readonly medianAt: Instant | null;
  /** Greatest share of the spilled mass inside the site at an output time: worst member, and mean over all members. */
  readonly massRatioMax: number;
  readonly massRatioMean: number;
}

export interface ProbabilityMaps {
  readonly cellM: number;
  readonly presenceRadiusM: number;
  /** At each output time. */
  readonly times: readonly ProbabilityAtTime[];
  /** At any time of the run. */
  readonly overall: readonly ProbabilityContour[];
}

export interface ProbabilityAtTime {
  readonly validAt: Instant;
  readonly leadTimeS: number;
  readonly contours: readonly ProbabilityContour[];
}

/** Where the probability is at least `probabilityRatio`; polygons in GeoJSON order, outer ring first, then holes. */
export interface ProbabilityContour {
  readonly probabilityRatio: number;
  readonly polygons: readonly Polygon[];
}

export interface Envelope {
  readonly leadTimeS: number;
  readonly probabilityRatio: number;
  readonly areaM2: number;
  readonly polygons: readonly Polygon[];
}

export interface OilState {
  readonly oilId: string;
  readonly name: string;
  readonly temperatureK: number;
  readonly densityKgPerM3: number;
  readonly viscosityM2PerS: number;
  readonly volumeM3: number;
}
