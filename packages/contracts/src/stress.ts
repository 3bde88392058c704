// The readiness stress test: library, runs, gap map, closing mix, comparison, and the map of reach.
import { Type } from '@sinclair/typebox';
import { At, Coded, Confidence, Id, literals, LonLat, nullable, Titles } from './common.ts';
import { GapCandidate } from './reserves.ts';

const Hours = Type.Number({ minimum: 0 });
const FamilyId = literals(['oil-spill', 'ammonia-leak', 'tank-fire', 'typhoon', 'gas-strike', 'casualties']);
const Urgency = literals(['life', 'critical', 'important', 'useful']);
const Figures = Type.Record(Type.String({ maxLength: 60 }), Type.Number());
const Weather = { windSpeedMps: Type.Number({ minimum: 0, maximum: 90 }), waveHeightM: Type.Number({ minimum: 0, maximum: 30 }), visibilityM: Type.Number({ minimum: 0, maximum: 100_000 }) };

export const StressPhase = Type.Object({ fromHours: Hours, titles: Titles, ...Weather, shutWays: Type.Array(literals(['bridges', 'ships'])) });
export const StressPlace = Type.Object({ id: Id, titles: Titles, position: LonLat, figures: Figures });
/** A case of a family; `figures` by the names that the library lists, what is left out stands in and is named. */
export const StressCase = Type.Object({
  id: Id, familyId: FamilyId, titles: Titles, position: LonLat, sceneTitles: Titles, figures: Figures, places: Type.Optional(Type.Array(StressPlace, { maxItems: 40 })),
  phases: Type.Optional(Type.Array(StressPhase, { maxItems: 40 })), alsoAccepts: Type.Optional(Type.Record(Type.String({ maxLength: 60 }), Type.Array(Type.String({ maxLength: 60 })))),
  sourceText: Type.String({ maxLength: 1000 }), confidence: Confidence, demonstration: Type.Boolean(),
});
export const WeatherState = Type.Object({ id: Id, titles: Titles, weightRatio: Type.Number({ minimum: 0, maximum: 1 }), ...Weather, sourceText: Type.String(), confidence: Confidence });
/* eslint-disable anlan/wire-number-unit -- figures of a family have their unit in `name`; quantities of a gap are in its `unitCode` */
export const StressLibrary = Type.Object({
  families: Type.Array(Type.Object({ familyId: FamilyId, figures: Type.Array(Type.Object({ name: Type.String(), titles: Titles, low: Type.Number(), high: Type.Number(), usual: Type.Number(), sourceText: Type.String() })) })),
  cases: Type.Array(StressCase), weatherStates: Type.Array(WeatherState), plannerIds: Type.Array(Type.String()),
});
/** Of the library by id, of the caller's own, or both; at least one. */
export const StressRunBody = Type.Object({ caseIds: Type.Optional(Type.Array(Id, { maxItems: 20 })), cases: Type.Optional(Type.Array(StressCase, { maxItems: 20 })), plannerId: Type.Optional(Id) });

const MixKind = literals(['stock', 'agreement', 'capacity', 'siting']);
export const ClosingMix = Type.Object({
  /** State of the weather in which it closes the gap. */
  stateId: Id,
  parts: Type.Array(Type.Object({
    kind: MixKind, itemKindId: Id, ofRegisterId: nullable(Id), ofId: nullable(Id), titles: Titles, position: LonLat, quantityValue: Type.Number(), unitCode: Type.String(), costFen: Type.Integer(), arriveHours: Hours,
  })),
  /** First year; null: no way with a price on record. */
  costFen: nullable(Type.Integer()), leftValue: Type.Number(),
  unpriced: Type.Array(Type.Object({ kind: MixKind, itemKindId: Id, titles: Titles, missing: Coded, arriveHours: Hours })),
  notInTime: Type.Array(Type.Object({ kind: MixKind, titles: Titles, arriveHours: nullable(Hours) })),
});
export const StressGap = Type.Object({
  scenarioId: Id, demandId: Id, capabilityCode: Type.String(), titles: Titles, unitCode: Type.String(), urgency: Urgency, sceneId: Id, sceneTitles: Titles, position: LonLat, needValue: Type.Number(), deadlineHours: Hours,
  firstShortHours: Hours, shortHours: Hours, shortHoursMean: Hours, worstShortValue: Type.Number(), shortAtDeadlineValue: Type.Number(), worstStateId: Id,
  stateShareRatio: Type.Number({ minimum: 0, maximum: 1 }), cause: literals(['none-held', 'cut-off', 'too-late', 'not-enough']), reasons: Type.Array(Coded), closing: nullable(ClosingMix),
  /** Local products that could close it; absent in a comparison. */
  candidates: Type.Optional(Type.Array(GapCandidate)),
});
export const StressDemand = Type.Object({
  id: Id, sceneId: Id, capabilityCode: Type.String(), accepts: Type.Array(Type.String()), unitCode: Type.String(), titles: Titles, urgency: Urgency,
  need: Type.Array(Type.Object({ afterHours: Hours, quantityValue: Type.Number() })), deadlineHours: Hours, adequateValue: Type.Number(),
  working: Type.Object({ formulaId: Type.String(), inputs: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])), sourceText: Type.String() }),
});
export const StressLine = Type.Object({
  demandId: Id, sceneId: Id, supplyId: Type.String(), titles: Titles, reserve: literals(['stock', 'social', 'capacity']), quantityValue: Type.Number(), unitCode: Type.String(), departHours: Hours, arriveHours: Hours,
  beforeClosure: nullable(Type.Boolean()),
});
export const ScenarioOutcome = Type.Object({
  scenarioId: Id, titles: Titles, demandCount: Type.Integer(), shortDemandCount: Type.Integer(), demands: Type.Array(StressDemand), scenes: Type.Array(Type.Object({ id: Id, titles: Titles, position: LonLat })),
  closures: Type.Array(Type.Object({ id: Id, titles: Titles, sceneIds: Type.Array(Id), fromHours: Hours, untilHours: nullable(Hours), sourceText: Type.String() })),
  states: Type.Array(Type.Object({
    stateId: Id, weightRatio: Type.Number(), demandId: Id, firstShortHours: nullable(Hours), shortHours: Hours, worstShortValue: Type.Number(), shortAtDeadlineValue: Type.Number(), shortAtEndValue: Type.Number(), unitCode: Type.String(),
  })),
  gaps: Type.Array(StressGap), worstStateId: Id, lines: Type.Array(StressLine), shortageRatioHours: Hours, leastShortageRatioHours: Hours, assumed: Type.Array(Coded),
});
/* eslint-enable anlan/wire-number-unit */
export const StressResult = Type.Object({
  scenarios: Type.Array(ScenarioOutcome), notCounted: Type.Array(Type.Object({ supplyRegisterId: Id, supplyId: Id, reason: Coded })), assumed: Type.Array(Coded), plannerId: Id, modelVersion: Type.String(), inputsHash: Type.String(),
});
const runHead = {
  id: Id, state: literals(['running', 'completed', 'cancelled', 'failed']), requestedAt: At, requestedBy: Type.String(), completedAt: nullable(At), plannerId: Id, demonstration: Type.Boolean(),
  /** Share done of a run that is under way here; null otherwise. */
  progressRatio: nullable(Type.Number({ minimum: 0, maximum: 1 })), failure: nullable(Coded), streamVersion: Type.Integer(),
};
export const StressRunRow = Type.Object({ ...runHead, caseIds: Type.Array(Id), gapCount: nullable(Type.Integer()), shortageRatioHours: nullable(Type.Number()), inputsHash: nullable(Type.String()) });
export const StressRun = Type.Object({ ...runHead, cases: Type.Array(StressCase), result: nullable(StressResult) });
export const StressComparison = Type.Object({
  changes: Type.Array(Type.Object({ scenarioId: Id, demandId: Id, change: literals(['new', 'closed', 'better', 'worse', 'same']), before: nullable(StressGap), after: nullable(StressGap) })),
  onlyBefore: Type.Array(Id), onlyAfter: Type.Array(Id), shortageBeforeRatioHours: Type.Number(), shortageAfterRatioHours: Type.Number(), sameInputs: Type.Boolean(),
});
/** GeoJSON; what a map colours by stands in `properties`. */
export const FeatureCollection = Type.Object({ type: Type.Literal('FeatureCollection'), features: Type.Array(Type.Unknown()) });

export const Reach = Type.Object({
  /** Always true: straight over the earth, in good weather. */
  indicative: Type.Literal(true), hours: Type.Array(Hours),
  units: Type.Array(Type.Object({
    registerId: literals(['vessels', 'aircraft']), id: Id, titles: Titles, position: LonLat, speedMps: Type.Number(), musterDurationS: Type.Number(), radiusM: nullable(Type.Number()),
    ports: Type.Array(Type.Object({ portId: Id, titles: Titles, position: LonLat, distanceM: Type.Number(), reachHours: nullable(Hours) })),
    shares: Type.Array(Type.Object({ hours: Hours, portRatio: Type.Number({ minimum: 0, maximum: 1 }) })),
  })),
  geojson: FeatureCollection, assumed: Type.Array(Coded), sourceText: Type.String(),
});
