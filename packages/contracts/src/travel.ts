// Travel times on the wire: how far one vessel comes in so many hours, and when it is at the
// named places, with the reason for each that it does not reach.

import { Type } from '@sinclair/typebox';
import { At, Coded, LonLat, Titles, nullable } from './common.ts';

export const IsochroneQuery = Type.Object({
  vesselId: Type.String({ minLength: 1, maxLength: 200 }),
  departAt: Type.Optional(At),
  /** Weather of the whole trip; left out: the limits of the vessel are not checked, and the answer says so. */
  windSpeedMps: Type.Optional(Type.Number({ minimum: 0, maximum: 80 })),
  waveHeightM: Type.Optional(Type.Number({ minimum: 0, maximum: 20 })),
  visibilityM: Type.Optional(Type.Number({ minimum: 0, maximum: 50_000 })),
});

const Ring = Type.Array(LonLat);

export const Isochrones = Type.Object({
  vesselId: Type.String(),
  vesselTitles: Titles,
  position: LonLat,
  departAt: At,
  /** From the order until it sails; comes on top of every time below. */
  musterDurationS: Type.Number(),
  speedMps: Type.Number(),
  draughtM: nullable(Type.Number()),
  bands: Type.Array(Type.Object({ thresholdS: Type.Number(), polygons: Type.Array(Type.Array(Ring)) })),
  places: Type.Array(Type.Object({
    id: Type.String(),
    titles: Titles,
    position: LonLat,
    /** From the departure, waiting included; null: not reached, the reason says why. */
    durationS: nullable(Type.Number()),
    distanceM: nullable(Type.Number()),
    path: Type.Array(LonLat),
    reason: Type.Array(Coded),
  })),
  assumed: Type.Array(Coded),
  cellM: Type.Number(),
  modelVersion: Type.String(),
});
