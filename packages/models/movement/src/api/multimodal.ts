// Road, ferry, vessel and aircraft in one search: what the world holds, who travels, and the answer.
// An answer that is blocked says why; it is never a huge number.

import type { Assumption, Confidence, Instant, LocalName, LonLat } from '@anlan/kernel';
import type { MovementClosure, RoadProfile } from './network.ts';
import type { Reason } from './travel.ts';
import type { SeaProfile } from './sea-field.ts';
import type { Roads } from '../network/roads.ts';
import type { MovementWeather } from '../spi/movement-weather.ts';
import type { SeaLegs } from '../spi/sea-legs.ts';

/** Some positions at a berth or pad are taken in a stretch of time. */
export interface Booking {
  readonly fromAt: Instant;
  readonly untilAt: Instant;
  readonly slotCount: number;
}

export interface Berth {
  readonly id: string;
  readonly name: LocalName;
  readonly position: LonLat;
  /** Absent: no road leads to it. */
  readonly roadNode?: string;
  readonly slotCount: number;
  readonly bookings: readonly Booking[];
  /** Ids of vessel classes that wait here. */
  readonly vesselIds: readonly string[];
  /** A road vehicle meets cargo that is landed here. */
  readonly vehicleWaits: boolean;
}

export interface Pad {
  readonly id: string;
  readonly name: LocalName;
  readonly position: LonLat;
  readonly roadNode?: string;
  readonly slotCount: number;
  readonly bookings: readonly Booking[];
  readonly aircraftIds: readonly string[];
  /** Lights for landing in the dark. */
  readonly lit: boolean;
  readonly vehicleWaits: boolean;
}

export interface Sailing {
  /** Minutes after local midnight. */
  readonly departMinutes: number;
  /** ISO weekdays, 1 Monday … 7 Sunday. */
  readonly weekdays: readonly number[];
  /** Local dates `YYYY-MM-DD` on which it does not sail. */
  readonly notOn?: readonly string[];
}

export interface FerryBooking {
  readonly departAt: Instant;
  readonly vehicleCount: number;
  readonly personCount: number;
}

/** One direction of a line. Door to door on it is wait, board, cross, discharge: never length by speed. */
export interface TimetableFerry {
  readonly id: string;
  readonly name: LocalName;
  readonly fromBerth: string;
  readonly toBerth: string;
  readonly kind: 'vehicle' | 'passenger';
  readonly sailings: readonly Sailing[];
  /** At the ramp at least so long before the sailing. */
  readonly boardS: number;
  readonly crossingS: number;
  readonly dischargeS: number;
  readonly vehicleSlotCount: number;
  readonly seatCount: number;
  readonly booked: readonly FerryBooking[];
  readonly hazmatAllowed: boolean;
  readonly massKgMax?: number;
  readonly heightMMax?: number;
  readonly windSpeedMpsMax: number;
  readonly waveHeightMMax: number;
  readonly visibilityMMin: number;
  readonly confidence: Confidence;
  readonly sourceText: string;
}

/** A vessel that carries load from a berth where it waits. */
export interface CarrierProfile {
  readonly vessel: SeaProfile;
  readonly loadS: number;
  readonly dischargeS: number;
  /** A truck-carrying ship: the road vehicle goes on at the other side. */
  readonly carriesVehicle: boolean;
}

export interface AirProfile {
  readonly id: string;
  readonly cruiseSpeedMps: number;
  /** From the pad and back without fuel elsewhere: endurance, reserve taken off. */
  readonly enduranceS: number;
  /** Share of the endurance that one way may use: 0.5 flies back, 1 refuels there. */
  readonly outboundRatioMax: number;
  readonly startS: number;
  readonly landS: number;
  readonly windSpeedMpsMax: number;
  readonly visibilityMMin: number;
  readonly nightCapable: boolean;
}

export interface TravelProfile {
  readonly id: string;
  readonly name: LocalName;
  readonly road?: RoadProfile;
  readonly ferry: boolean;
  readonly personCount: number;
  readonly carrier?: CarrierProfile;
  readonly air?: AirProfile;
}

export interface MovementPlace {
  readonly id: string;
  readonly name: LocalName;
  readonly position: LonLat;
  /** A node of the network; absent with `onWater` false: the nearest within the tolerance, and the answer says so. */
  readonly roadNode?: string;
  readonly berthId?: string;
  readonly padId?: string;
  /** A scene or a vessel afloat. */
  readonly onWater: boolean;
  /** A helicopter can land, or lower its load. */
  readonly landing: boolean;
}

export interface MovementWorld {
  readonly roads: Roads;
  readonly berths: readonly Berth[];
  readonly ferries: readonly TimetableFerry[];
  readonly pads: readonly Pad[];
  /** Sea legs by vessel class; a class without one does not sail. */
  readonly sea: ReadonlyMap<string, SeaLegs>;
  readonly weather?: MovementWeather;
  readonly closures: readonly MovementClosure[];
  readonly utcOffsetMinutes: number;
  readonly roadToleranceM: number;
  /** Waits end here: what cannot arrive within it is blocked. */
  readonly horizonS: number;
}

export interface MatrixRequest {
  readonly from: readonly MovementPlace[];
  readonly to: readonly MovementPlace[];
  readonly departAt: Instant;
  readonly profile: TravelProfile;
  readonly world: MovementWorld;
  /** Say why for each blocked and slow pair; off where only figures are wanted. */
  readonly explain: boolean;
}

/** Row by row; Infinity is inside only, `null` in `cell`. */
export interface TravelMatrix {
  readonly fromIds: readonly string[];
  readonly toIds: readonly string[];
  readonly departAt: Instant;
  readonly cells: readonly MatrixCell[];
  readonly assumed: readonly Assumption[];
  readonly modelVersion: string;
}

export type MatrixCell =
  | { readonly reachable: true; readonly durationS: number; readonly arriveAt: Instant; readonly validFrom: Instant; readonly validTo: Instant; readonly reason: readonly Reason[] }
  | { readonly reachable: false; readonly reason: readonly Reason[] };

export type MovementLegKind = 'access' | 'road' | 'ferry' | 'sea' | 'air';

export interface MovementLeg {
  readonly kind: MovementLegKind;
  readonly fromName: LocalName;
  readonly toName: LocalName;
  readonly departAt: Instant;
  readonly arriveAt: Instant;
  /** From ready to arrival: waiting, loading, moving, discharging. */
  readonly durationS: number;
  readonly waitS: number;
  readonly handlingS: number;
  readonly movingS: number;
  readonly distanceM: number;
  readonly pathDeg: readonly LonLat[];
  /** Names along a road, the line of a ferry, the class of a vessel or aircraft. */
  readonly via: readonly LocalName[];
  /** Why it waits or is slow. */
  readonly reason: readonly Reason[];
}

export type MovementAnswer =
  | {
      readonly reachable: true; readonly departAt: Instant; readonly arriveAt: Instant; readonly durationS: number; readonly waitS: number;
      readonly legs: readonly MovementLeg[];
      readonly reason: readonly Reason[];
      readonly assumed: readonly Assumption[];
      /** The answer holds for a departure in between: later by at most the first wait, and before conditions change. */
      readonly validFrom: Instant; readonly validTo: Instant;
    }
  | { readonly reachable: false; readonly reason: readonly Reason[]; readonly assumed: readonly Assumption[] };
