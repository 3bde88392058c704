// Forecasts: request, summary, and the frames that the map animates.
import { Type } from '@sinclair/typebox';
import { At, Coded, Id, literals, LonLat, nullable, Titles } from './common.ts';

export const WindInput = Type.Object({ kind: literals(['constant', 'station', 'gridded', 'none-assumed-calm']), speedMps: Type.Number(), windFromDegTrue: Type.Number(), sourceText: Type.String(), grid: Type.Optional(Type.Object({ forcingId: Type.String(), artefactId: Type.String(), untilAt: At })) });
/** A placed file of gridded wind. */
export const Forcing = Type.Object({
  id: Id, kind: literals(['wind-grid']), sourceText: Titles, bboxDeg: Type.Array(Type.Number(), { minItems: 4, maxItems: 4 }), fromAt: At, untilAt: At,
  timeCount: Type.Integer(), nodeCount: Type.Integer(), artefactId: Type.String(), state: literals(['placed', 'removed']), placedAt: At, placedBy: Type.String(),
});
export const ForecastInput = Type.Object({
  spill: Type.Object({ position: LonLat, startAt: At, durationS: Type.Number(), massKg: Type.Number(), oilId: Type.String(), radiusM: Type.Number() }),
  wind: WindInput, waterTemperatureK: Type.Number(), horizonS: Type.Number(), aheadS: Type.Optional(Type.Number()), stepS: Type.Number(), outputEveryS: Type.Number(),
  particleCount: Type.Integer(), memberCount: Type.Integer(), randomSeed: Type.Integer(), assumed: Type.Array(Coded),
});
export const MassBudgetPoint = Type.Object({ at: At, pendingKg: Type.Number(), afloatKg: Type.Number(), evaporatedKg: Type.Number(), strandedKg: Type.Number(), outsideKg: Type.Number() });
export const SiteArrival = Type.Object({
  siteId: Type.String(), titles: Titles, priorityIndex: Type.Number(), probabilityRatio: Type.Number(), earliestAt: nullable(At), medianAt: nullable(At), position: LonLat, shoreLengthM: Type.Number(),
});
export const ForecastSummary = Type.Object({
  massBudget: Type.Array(MassBudgetPoint), evaporatedRatioBand: Type.Tuple([Type.Number(), Type.Number()]), arrivals: Type.Array(SiteArrival),
  meanDriftEastM: Type.Number(), meanDriftNorthM: Type.Number(), currentSpeedMpsMax: Type.Number(), assumed: Type.Array(Coded), warnings: Type.Array(Coded),
  modelVersion: Type.String(), inputsHash: Type.String(), randomSeed: Type.Number(), indicative: Type.Boolean(),
});
export const Forecast = Type.Object({
  id: Id, incidentId: Id, state: literals(['requested', 'completed', 'failed', 'cancelled']), requestedAt: At, requestedBy: Type.String(), input: ForecastInput,
  completedAt: nullable(At), summary: nullable(ForecastSummary), artefactId: nullable(Type.String()), failure: nullable(Coded), progressRatio: nullable(Type.Number()), streamVersion: Type.Integer(),
});
/** What the person may change before a run; everything left out is filled by a named assumption or refused. */
export const ForecastBody = Type.Object({
  spill: Type.Optional(Type.Partial(Type.Object({ position: LonLat, startAt: At, durationS: Type.Number(), massKg: Type.Number(), oilId: Type.String(), radiusM: Type.Number() }))),
  wind: Type.Optional(Type.Object({ speedMps: Type.Number({ minimum: 0, maximum: 80 }), windFromDegTrue: Type.Number({ minimum: 0, maximum: 360 }) })),
  /** How far ahead, counted from now, or from the start of a release that begins later. */
  horizonS: Type.Optional(Type.Number()), particleCount: Type.Optional(Type.Integer()), memberCount: Type.Optional(Type.Integer()), randomSeed: Type.Optional(Type.Integer()),
});
/** Frames for the map: positions are flat [lonDeg, latDeg, …]; states 0 not released, 1 afloat, 2 stranded, 3 outside. */
export const ForecastFrames = Type.Object({
  forecastId: Id,
  particleCount: Type.Integer(),
  frames: Type.Array(Type.Object({
    at: At, leadTimeS: Type.Number(), positionsDeg: Type.Array(Type.Number()), states: Type.Array(Type.Integer()),
    contours: Type.Array(Type.Object({ probabilityRatio: Type.Number(), polygons: Type.Array(Type.Array(Type.Array(LonLat))) })),
  })),
});
export const Oil = Type.Object({ id: Type.String(), name: Type.String(), productType: Type.String(), densityKgPerM3: nullable(Type.Number()), warnings: Type.Array(Coded), titles: Type.Optional(Titles) });
