// What arrives: readings of sensors, positions of ships, reports of people. A value never comes
// bare: it carries when it was observed, when it was received, from where, and whether it is simulated.

import type { Assumption, Instant, LonLat } from '@anlan/kernel';
import type { County } from './belonging.ts';

export interface Titles {
  readonly zh: string;
  readonly en: string;
}

/** A door's origin: one feed, one device group, one file. */
export interface SignalSource {
  readonly id: string;
  readonly kind: 'ais' | 'sensor' | 'report';
  readonly titles: Titles;
  readonly simulated: boolean;
}

export interface Reading {
  readonly sensorId: string;
  /** In the unit that the sensor's record states. */
  readonly readingValue: number;
  readonly observedAt: Instant;
  readonly receivedAt: Instant;
  readonly sourceId: string;
  readonly simulated: boolean;
}

export type Quality = 'live' | 'stale' | 'missing';

/** The latest of a sensor, judged against its update contract. */
export interface LatestReading {
  readonly sensorId: string;
  readonly quality: Quality;
  /** undefined when missing. */
  readonly reading: Reading | undefined;
  readonly lastGoodAt: Instant | undefined;
}

export interface Sensor {
  readonly id: string;
  readonly titles: Titles;
  readonly quantity: string;
  readonly unitCode: string;
  readonly position: LonLat;
  readonly facilityId?: string;
  readonly updateContract: 'periodic' | 'event';
  /** Longest silence that is still normal, for periodic sensors. */
  readonly staleAfterS: number;
  readonly validMinValue: number;
  readonly validMaxValue: number;
  readonly simulated: boolean;
}

export interface VesselState {
  readonly mmsi: string;
  readonly name?: string;
  readonly callSign?: string;
  readonly shipTypeCode?: number;
  readonly lengthM?: number;
  readonly beamM?: number;
  readonly draughtM?: number;
  readonly destination?: string;
  readonly position?: LonLat;
  readonly courseDegTrue?: number;
  readonly headingDegTrue?: number;
  readonly speedMps?: number;
  readonly navigationStatusCode?: number;
  readonly aidToNavigation?: boolean;
  readonly observedAt: Instant;
  readonly receivedAt: Instant;
  readonly sourceId: string;
  readonly simulated: boolean;
}

/** What a door took and what it refused, by code. Nothing is dropped uncounted. */
export interface IngestCount {
  readonly sourceId: string;
  readonly acceptedCount: number;
  /** Sent again, the same as before; a door that cannot tell leaves it out. */
  readonly knownCount?: number;
  readonly refusedCounts: Readonly<Record<string, number>>;
  readonly lastReceivedAt: Instant | undefined;
}

/** A report by a person, as it was said; nothing of it is ever rewritten. */
export interface ReportBody {
  readonly id: string;
  readonly receiptNumber: string;
  readonly idempotencyKey: string;
  readonly what: string;
  readonly placeText: string;
  readonly position: LonLat | null;
  /** Of the position, as it was received; null without one, outside, or before counties were recorded. */
  readonly county: County | null;
  readonly phone: string;
  readonly photoArtefactIds: readonly string[];
  readonly observedAt: Instant;
  readonly receivedAt: Instant;
  readonly state: 'received' | 'acknowledged' | 'linked' | 'dismissed';
  readonly incidentId: string | null;
  readonly dismissedReason: string | null;
  /** Choices made where the report could not be taken at its word, such as a device clock ahead of ours. */
  readonly assumed: readonly Assumption[];
}

export type ReportEvent =
  | { readonly type: 'report.received'; readonly payload: Omit<ReportBody, 'receivedAt' | 'state' | 'incidentId' | 'dismissedReason' | 'county'> & Partial<Pick<ReportBody, 'county'>> }
  | { readonly type: 'report.acknowledged'; readonly payload: Record<string, never> }
  | { readonly type: 'report.linked'; readonly payload: { readonly incidentId: string } }
  | { readonly type: 'report.dismissed'; readonly payload: { readonly reason: string } };
