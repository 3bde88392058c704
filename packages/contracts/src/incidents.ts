// Incidents: facts, assessments, clocks, level, log, closing.
import { Type } from '@sinclair/typebox';
import { At, Coded, Confidence, County, Id, literals, LonLat, nullable, Owner, SeenVersion, Titles } from './common.ts';

export const FactCode = literals(['spilled-mass', 'spilled-volume', 'oil', 'release-duration', 'release-started', 'deaths', 'missing', 'serious-injuries', 'direct-loss', 'evacuated', 'wind-speed', 'wind-from', 'water-temperature', 'vessel', 'facility', 'slick-observed', 'position', 'water-source-cut', 'cross-boundary', 'other']);
export const Fact = Type.Object({
  id: Id, code: FactCode, factValue: nullable(Type.Number()), unitCode: nullable(Type.String()), text: Type.String(), position: nullable(LonLat),
  happenedAt: At, recordedAt: At, by: Type.String(), verified: Type.Boolean(), supersedesFactId: nullable(Type.String()),
  alsoSupersedesFactIds: Type.Optional(Type.Array(Type.String())),
  /** True when this is the fact of its code that counts, by the one rule that grades and forecasts use too. */
  standing: Type.Boolean(),
});
export const Assessment = Type.Object({
  ruleSetId: Type.String(), ruleSetVersion: Type.String(), titles: Titles, gradeIndex: nullable(Type.Integer()), gradeTitles: nullable(Titles),
  matched: Type.Array(Type.Object({ criterion: Type.String(), factId: Type.String() })), unknown: Type.Array(Type.String()),
  clause: Type.String(), sourceText: Type.String(), confidence: Confidence, assessedAt: At,
});
export const ReportingClock = Type.Object({
  id: Id, ruleSetId: Type.String(), ruleSetVersion: Type.String(), titles: Titles, cite: Type.String(), sourceText: Type.Optional(Type.String()), jurisdiction: Type.String(),
  triggerFactId: nullable(Type.String()), recipientRole: Type.String(), recipientTitles: Titles, channel: literals(['phone', 'written', 'phone-or-written']),
  startAt: At, dueAt: At, allowedMinutes: Type.Number(), confidence: Confidence, answeredAt: nullable(At), answeredBy: nullable(Type.String()),
  answerText: nullable(Type.String()), breachedAt: nullable(At), replacedByClockId: nullable(Type.String()),
  /** house: the text says "at once", the minutes are our setting. */
  allowedBasis: Type.Optional(literals(['rule', 'house'])), verifiedBy: Type.Optional(nullable(Type.String())), verifiedOn: Type.Optional(nullable(Type.String())),
});
export const LevelDecision = Type.Object({ levelIndex: Type.Integer({ minimum: 1, maximum: 4 }), decidedAt: At, signerId: Type.String(), signerName: Type.String(), reason: Type.String() });
/** The organisation whose incident it is, and the county in which it lies; null when nobody's or outside. */
export const IncidentOwner = Owner;
export const IncidentCounty = County;
export const HandOverBody = Type.Object({ organisationId: Type.String({ minLength: 1, maxLength: 100 }), reason: Type.String({ minLength: 1, maxLength: 1000 }), seenVersion: Type.Optional(SeenVersion) });
export const Incident = Type.Object({
  id: Id, kindCode: Type.String(), title: Type.String(), placeText: Type.String(), position: LonLat, owner: nullable(IncidentOwner), county: nullable(IncidentCounty),
  state: literals(['received', 'verifying', 'confirmed', 'contained', 'terminated', 'closed', 'dismissed']), simulated: Type.Boolean(),
  happenedAt: At, knownAt: At, openedAt: At, openedBy: Type.String(), alertIds: Type.Array(Type.String()), reportIds: Type.Array(Type.String()),
  verifiedAt: nullable(At), verifiedBy: nullable(Type.String()), facts: Type.Array(Fact), assessments: Type.Array(Assessment), clocks: Type.Array(ReportingClock),
  level: nullable(LevelDecision), levelHistory: Type.Array(LevelDecision), notes: Type.Array(Type.Object({ at: At, by: Type.String(), text: Type.String() })),
  dismissedReason: Type.Optional(nullable(Type.String())), terminationConditions: Type.Optional(Type.Array(Type.String())),
  terminationReason: nullable(Type.String()), closedAt: nullable(At), closeOverrideReason: nullable(Type.String()), streamVersion: Type.Integer(),
});
export const OpenIncidentBody = Type.Object({
  alertIds: Type.Array(Type.String()), reportIds: Type.Array(Type.String()), kindCode: Type.String({ minLength: 1, maxLength: 60 }),
  title: Type.String({ minLength: 2, maxLength: 120 }), placeText: Type.String({ maxLength: 200 }), position: LonLat, happenedAt: At,
});
export const FactBody = Type.Object({
  code: FactCode, factValue: nullable(Type.Number()), unitCode: nullable(Type.String({ maxLength: 20 })), text: Type.String({ maxLength: 2000 }),
  position: Type.Optional(nullable(LonLat)), happenedAt: At, verified: Type.Boolean(), supersedesFactId: Type.Optional(nullable(Type.String())), seenVersion: Type.Optional(SeenVersion),
});
/** Everything a duty officer confirms about a spill in one form; becomes facts and the verification at once. */
export const ConfirmSpillBody = Type.Object({
  oilId: Type.String(), massKg: nullable(Type.Number({ minimum: 1, maximum: 2e9 })), volumeM3: nullable(Type.Number({ minimum: 0.002, maximum: 2e6 })), position: LonLat, releaseStartedAt: At,
  // The bounds are those of the forecast that follows, so that nothing is recorded which it would then refuse.
  releaseDurationS: Type.Number({ minimum: 0, maximum: 86_400 }),
  windSpeedMps: nullable(Type.Number({ minimum: 0, maximum: 60 })), windFromDegTrue: nullable(Type.Number({ minimum: 0, maximum: 360 })), waterTemperatureDegC: nullable(Type.Number({ minimum: -3, maximum: 41 })),
  note: Type.String({ maxLength: 1000 }), seenVersion: Type.Optional(SeenVersion),
});
export const VerifyBody = Type.Object({ note: Type.String({ maxLength: 1000 }), seenVersion: Type.Optional(SeenVersion) });
export const LevelBody = Type.Object({ levelIndex: Type.Integer({ minimum: 1, maximum: 4 }), reason: Type.String({ minLength: 2, maxLength: 1000 }), seenVersion: Type.Optional(SeenVersion) });
export const AnswerClockBody = Type.Object({ text: Type.String({ minLength: 2, maxLength: 2000 }), answeredAt: Type.Optional(At), seenVersion: Type.Optional(SeenVersion) });
export const NoteBody = Type.Object({ text: Type.String({ minLength: 1, maxLength: 2000 }), seenVersion: Type.Optional(SeenVersion) });
export const CloseBody = Type.Object({ overrideReason: Type.Optional(nullable(Type.String({ minLength: 2, maxLength: 1000 }))), seenVersion: Type.Optional(SeenVersion) });
/** The signer states each condition as met; all four of the domain's list are asked for. */
export const TerminateBody = Type.Object({
  reason: Type.String({ minLength: 2, maxLength: 1000 }),
  conditions: Type.Array(literals(['source-stopped', 'spread-stopped', 'people-accounted', 'no-renewed-danger'])), seenVersion: Type.Optional(SeenVersion),
});
export const LinkBody = Type.Object({ alertIds: Type.Array(Type.String()), reportIds: Type.Array(Type.String()), seenVersion: Type.Optional(SeenVersion) });
export const OpenThings = Type.Object({ openOrderIds: Type.Array(Type.String()), unansweredClockIds: Type.Array(Type.String()), heldHoldingIds: Type.Array(Type.String()), openAlertIds: Type.Array(Type.String()), reviewState: literals(['none', 'open', 'closed']) });
/** One line of the timeline: everything that touches the incident, in the order it was recorded. */
export const TimelineEntry = Type.Object({
  positionIndex: Type.Integer(), stream: Type.String(), stage: Type.String(), type: Type.String(), happenedAt: At, recordedAt: At, by: Type.String(), message: Coded, hash: Type.String(),
});
export const Timeline = Type.Object({ knownAt: nullable(At), entries: Type.Array(TimelineEntry) });
