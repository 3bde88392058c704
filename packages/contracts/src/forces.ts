// Forces: the readiness board, check-ins, whom to call, missions of aircraft.
import { Type } from '@sinclair/typebox';
import { At, Coded, Id, literals, LonLat, nullable, SeenVersion, Titles } from './common.ts';

export const BoardState = literals(['unavailable', 'unknown', 'committed', 'limited', 'available']);
export const ReadinessCode = literals(['available', 'limited', 'unavailable']);
export const SpecialityCode = literals(['general', 'icu', 'burns', 'toxicology', 'trauma', 'hyperbaric', 'paediatrics']);
export const ZoneCode = literals(['hot', 'warm', 'cold']);
/* eslint-disable anlan/wire-number-unit -- counts by state; the key is the state's own code */
export const StateCounts = Type.Object({ unavailable: Type.Integer(), unknown: Type.Integer(), committed: Type.Integer(), limited: Type.Integer(), available: Type.Integer() });
/* eslint-enable anlan/wire-number-unit */
export const FreeBeds = Type.Array(Type.Object({ specialityCode: Type.String(), freeCount: Type.Integer({ minimum: 0 }) }));

export const ForceUnit = Type.Object({
  registerId: Id, id: Id, titles: Titles, kindCode: Type.String(), kindTitles: Titles, organisationId: Type.String(), organisationTitles: nullable(Titles), position: LonLat,
  facilityId: nullable(Type.String()), facilityTitles: nullable(Titles), state: BoardState, reasons: Type.Array(Coded),
  /** Who said it, when, and until when it holds; all null: never checked in. */
  checkedInAt: nullable(At), checkedInBy: nullable(Type.String()), readyUntilAt: nullable(At), note: nullable(Type.String()),
  peopleOnDutyCount: nullable(Type.Integer()), crewCount: nullable(Type.Integer()), dutySinceAt: nullable(At), restHours: nullable(Type.Number()),
  classCode: nullable(Type.String()),
  /** Teams only; only `valid` may be sent into a hot zone. */
  grade: nullable(Type.Object({ state: literals(['valid', 'ungraded', 'lapsed', 'unverified']), gradeCode: Type.Optional(Type.String()), untilAt: Type.Optional(At) })),
  /** Vessels only. */
  ais: nullable(Type.Object({ state: literals(['moored', 'anchored', 'under-way', 'stale', 'not-heard']), observedAt: nullable(At), fromBerthM: nullable(Type.Number()) })),
  turnOut: nullable(Type.Object({ orderCount: Type.Integer(), turnOutSMean: Type.Number(), turnOutSP90: Type.Number() })),
  freeBeds: nullable(FreeBeds), freePlaceCount: nullable(Type.Integer()), mayCheckIn: Type.Boolean(),
});
/* eslint-disable anlan/wire-number-unit -- quantities of a part are units, or goods in the unit of their kind */
export const ForcePackage = Type.Object({
  id: Id, titles: Titles, organisationId: Type.String(), state: BoardState, limitedBy: Type.Array(Type.Integer()),
  parts: Type.Array(Type.Object({
    registerId: Type.String(), kindCode: Type.String(), titles: Titles, facilityId: nullable(Type.String()), facilityTitles: nullable(Titles), neededValue: Type.Number(), haveValue: Type.Number(), state: BoardState, unitIds: Type.Array(Type.String()),
  })),
});
/* eslint-enable anlan/wire-number-unit */
export const ReadinessBoard = Type.Object({
  at: At, units: Type.Array(ForceUnit),
  byKind: Type.Array(Type.Object({ registerId: Id, registerTitles: Titles, kindCode: Type.String(), titles: Titles, counts: StateCounts })),
  byPlace: Type.Array(Type.Object({ facilityId: nullable(Type.String()), titles: nullable(Titles), counts: StateCounts })),
  packages: Type.Array(ForcePackage),
});
export const CheckInBody = Type.Object({
  readinessCode: ReadinessCode, note: Type.String({ maxLength: 500 }), peopleOnDutyCount: Type.Optional(nullable(Type.Integer({ minimum: 0, maximum: 10000 }))), dutySinceAt: Type.Optional(nullable(At)),
  readyUntilAt: At, happenedAt: Type.Optional(At),
  /** Hospitals only. */
  freeBeds: Type.Optional(Type.Array(Type.Object({ specialityCode: SpecialityCode, freeCount: Type.Integer({ minimum: 0, maximum: 10000 }) }), { maxItems: 20 })),
  /** Shelters only. */
  takenPlaceCount: Type.Optional(Type.Integer({ minimum: 0, maximum: 200000 })),
});
export const CheckedIn = Type.Object({ streamVersion: SeenVersion });
export const CallOut = Type.Array(Type.Object({ unit: ForceUnit, rankIndex: Type.Integer(), distanceM: Type.Number(), reason: Coded }));
export const AirMissionBody = Type.Object({
  toPosition: LonLat, departAt: At, personCount: Type.Integer({ minimum: 0, maximum: 10000 }), stretcherCount: Type.Integer({ minimum: 0, maximum: 1000 }), canLand: Type.Boolean(), isNight: Type.Boolean(),
  weather: Type.Object({ windSpeedMps: Type.Number({ minimum: 0, maximum: 100 }), visibilityM: Type.Number({ minimum: 0, maximum: 100000 }), ceilingM: Type.Number({ minimum: 0, maximum: 20000 }) }),
});
export const AirMissionAnswer = Type.Object({
  possible: Type.Boolean(), refusals: Type.Array(Coded), distanceM: Type.Number(), legS: Type.Number(), sortieCount: Type.Integer(), firstArriveAt: At, lastBackAt: At,
});

const Count = Type.Integer({ minimum: 0, maximum: 1_000_000 });
const Placed = Type.Object({ id: Id, titles: Titles, position: LonLat });
export const GivenWeather = Type.Object({ windSpeedMps: Type.Optional(Type.Number({ minimum: 0, maximum: 100 })), waveHeightM: Type.Optional(Type.Number({ minimum: 0, maximum: 30 })), visibilityM: Type.Optional(Type.Number({ minimum: 0, maximum: 100000 })) });
export const TriageClass = literals(['red', 'yellow', 'green']);

export const CasualtyPlanBody = Type.Object({
  departAt: At, scenes: Type.Array(Placed, { minItems: 1, maxItems: 20 }), weather: GivenWeather, countStaleBeds: Type.Boolean(),
  groups: Type.Array(Type.Object({ id: Id, sceneId: Id, triage: TriageClass, acceptedSpecialityCodes: Type.Array(SpecialityCode, { minItems: 1, maxItems: 10 }), personCount: Count }), { minItems: 1, maxItems: 100 }),
  /** Helicopters are reckoned with only when the weather of the air is given. */
  air: Type.Optional(Type.Object({ windSpeedMps: Type.Number({ minimum: 0, maximum: 100 }), visibilityM: Type.Number({ minimum: 0 }), ceilingM: Type.Number({ minimum: 0 }), isNight: Type.Boolean(), canLand: Type.Boolean() })),
});
export const CasualtyPlan = Type.Object({
  placed: Type.Array(Type.Object({ groupId: Id, triage: TriageClass, sceneId: Id, hospitalId: Id, specialityCode: Type.String(), personCount: Type.Integer(), durationS: Type.Number(), modes: Type.Array(Type.String()) })),
  unplaced: Type.Array(Type.Object({ groupId: Id, triage: TriageClass, personCount: Type.Integer(), reason: Coded })),
  byTriage: Type.Array(Type.Object({ triage: TriageClass, personCount: Type.Integer(), placedCount: Type.Integer(), longestS: nullable(Type.Number()), totalPersonS: Type.Number() })),
  assumed: Type.Array(Coded),
  hospitals: Type.Array(Type.Object({ id: Id, titles: Titles, position: LonLat, reportedAt: nullable(At), holdsUntilAt: nullable(At), isStale: Type.Boolean(), freeBeds: nullable(FreeBeds) })),
  ways: Type.Array(Type.Object({ sceneId: Id, hospitalId: Id, durationS: nullable(Type.Number()), modes: Type.Array(Type.String()), reason: Type.Array(Coded) })),
});
export const ShelterPlanBody = Type.Object({
  departAt: At, weather: GivenWeather,
  groups: Type.Array(Type.Object({ id: Id, titles: Titles, position: LonLat, needsNoSteps: Type.Boolean(), familyCounts: Type.Array(Type.Integer({ minimum: 1, maximum: 1000 }), { minItems: 1, maxItems: 5000 }) }), { minItems: 1, maxItems: 200 }),
});
export const ShelterPlan = Type.Object({
  placed: Type.Array(Type.Object({ groupId: Id, shelterId: Id, personCount: Type.Integer(), familyCount: Type.Integer(), durationS: Type.Number() })),
  unplaced: Type.Array(Type.Object({ groupId: Id, personCount: Type.Integer(), reason: Coded })),
  splitFamilyCount: Type.Integer(), placedCount: Type.Integer(), totalPersonS: Type.Number(), longestS: nullable(Type.Number()), lastArriveAt: nullable(At), assumed: Type.Array(Coded),
  shelters: Type.Array(Type.Object({ id: Id, titles: Titles, position: LonLat, freeCount: Type.Integer() })),
});
export const GeneratorPlanBody = Type.Object({ departAt: At, weather: GivenWeather, loadIds: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 500 })) });
export const GeneratorPlan = Type.Object({
  served: Type.Array(Type.Object({ loadId: Id, sourceIds: Type.Array(Id), loadRatio: Type.Number(), arriveS: Type.Number(), fuelHours: nullable(Type.Number()), refuelLitres: Type.Number(), warnings: Type.Array(Coded) })),
  unserved: Type.Array(Type.Object({ loadId: Id, priorityIndex: Type.Integer(), demandKw: Type.Number(), reason: Coded })),
  byClass: Type.Array(Type.Object({ priorityIndex: Type.Integer(), demandKw: Type.Number(), unmetKw: Type.Number() })), assumed: Type.Array(Coded),
  sources: Type.Array(Type.Object({ id: Id, titles: Titles, ratedKw: Type.Number() })), loads: Type.Array(Type.Object({ id: Id, titles: Titles, priorityIndex: Type.Integer(), demandKw: Type.Number() })),
});
export const IslandPacks = Type.Object({
  cutOffAt: At, cutOffHours: Type.Number(), untilAt: At,
  islands: Type.Array(Type.Object({
    islandId: Id, titles: Titles, position: LonLat, hasBridge: Type.Boolean(), personCount: Type.Integer(), isEnough: Type.Boolean(), lastsHours: Type.Number(), assumed: Type.Array(Coded),
    lines: Type.Array(Type.Object({
      itemCode: literals(['water', 'food', 'medical', 'power']), wantedValue: Type.Number(), haveValue: Type.Number(), shortValue: Type.Number(), lastsHours: nullable(Type.Number()), unitCode: Type.String(),
      figure: Type.Object({ value: Type.Number(), unitText: Type.String(), source: Type.String(), isVerified: Type.Boolean() }),
    })),
  })),
});
export const FireLiftBody = Type.Object({
  islandId: Id, startAt: At, horizonHours: Type.Integer({ minimum: 1, maximum: 168 }), requiredFlowLPerMinute: Type.Number({ minimum: 0, maximum: 1e6 }), requiredFoamLitres: Type.Number({ minimum: 0, maximum: 1e7 }), weather: GivenWeather,
  /** The ship's own pumps reach the fire from the shore. */
  countShipFlow: Type.Boolean(),
});
const Window = Type.Object({ fromAt: At, untilAt: At });
export const FireLiftPlan = Type.Object({
  islandTitles: Titles, startAt: At, requiredFlowLPerMinute: Type.Number(), requiredFoamLitres: Type.Number(), metAt: nullable(At), flowLPerMinute: Type.Number(), shortFlowLPerMinute: Type.Number(), shortFoamLitres: Type.Number(),
  trips: Type.Array(Type.Object({
    shipId: Id, siteId: Id, tripIndex: Type.Integer(), loadAt: At, sailAt: At, arriveAt: At, tideWaitS: Type.Number(), landedAt: At, truckIds: Type.Array(Id), windows: Type.Array(Window),
  })),
  curve: Type.Array(Type.Object({ at: At, flowLPerMinute: Type.Number(), foamLitres: Type.Number() })), thereTruckIds: Type.Array(Id),
  leftBehind: Type.Array(Type.Object({ truckId: Id, reason: Coded })), blocked: Type.Array(Type.Object({ shipId: Id, siteId: Id, reason: Coded })), assumed: Type.Array(Coded),
  ships: Type.Array(Type.Object({ id: Id, titles: Titles })), trucks: Type.Array(Type.Object({ id: Id, titles: Titles, flowLPerMinute: Type.Number() })), sites: Type.Array(Type.Object({ id: Id, titles: Titles })),
});
