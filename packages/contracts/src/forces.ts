// Forces: the readiness board, check-ins, whom to call, missions of aircraft.
import { Type } from '@sinclair/typebox';
import { At, Coded, Id, literals, LonLat, nullable, SeenVersion, Titles } from './common.ts';

export const BoardState = literals(['unavailable', 'unknown', 'committed', 'limited', 'available']);
export const ReadinessCode = literals(['available', 'limited', 'unavailable']);
export const SpecialityCode = literals(['general', 'icu', 'burns', 'toxicology', 'trauma', 'hyperbaric', 'paediatrics']);
export const ZoneCode = literals(['hot', 'warm', 'cold']);
export const StateCounts = Type.Object({ unavailable: Type.Integer(), unknown: Type.Integer(), committed: Type.Integer(), limited: Type.Integer(), available: Type.Integer() });
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
/* eslint-disable anlan/wire-number-unit -- quantities of a part are in the unit of its register: units, or goods in the unit of their kind */
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
