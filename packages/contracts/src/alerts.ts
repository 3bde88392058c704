// Alerts and the one queue.
import { Type } from '@sinclair/typebox';
import { At, County, Id, literals, LonLat, nullable, Titles } from './common.ts';

/** Whose an alert is: the unit of the sensor, else of its facility, else the organisation on watch. */
export const AlertOwner = Type.Object({ organisationId: Type.String(), titles: Titles, basis: literals(['sensor', 'facility', 'watch']) });
export const Alert = Type.Object({
  id: Id, kind: literals(['threshold', 'stale', 'manual', 'withdrawn']), ruleId: nullable(Type.String()), sensorId: nullable(Type.String()), titles: Titles,
  unitCode: nullable(Type.String()), readingValue: nullable(Type.Number()), thresholdValue: nullable(Type.Number()),
  observedAt: At, position: nullable(LonLat), owner: nullable(AlertOwner), county: nullable(County), urgencyIndex: Type.Integer({ minimum: 1, maximum: 4 }), incidentKindCode: Type.String(), simulated: Type.Boolean(),
  state: literals(['new', 'acknowledged', 'dismissed', 'linked']), conditionActive: Type.Boolean(), raisedAt: At, acknowledgeDueAt: At,
  acknowledgedAt: nullable(At), acknowledgedBy: nullable(Type.String()), escalationCount: Type.Integer(),
  dismissedReason: nullable(Type.String()), incidentId: nullable(Type.String()), streamVersion: Type.Integer(),
  /** Only for `withdrawn`: who took the watch away, how and why. */
  withdrawal: Type.Optional(Type.Object({ how: literals(['switched-off', 'put-away', 'limits-changed']), by: Type.String(), organisationId: Type.String(), reason: Type.String() })),
});

/** One row of the queue: what it is, why it stands here, and the one next action. */
export const QueueRow = Type.Object({
  id: Id,
  kind: literals(['alert', 'report', 'incident', 'order']),
  /** new: unacknowledged · active: being handled · watch: acknowledged, nothing due · */
  section: literals(['new', 'active', 'watch']),
  titles: Titles,
  detail: Titles,
  /** Response level decided by a person, 1 highest … 4; null when none was decided. */
  levelIndex: nullable(Type.Integer()),
  urgencyIndex: nullable(Type.Integer()),
  position: nullable(LonLat),
  sinceAt: At,
  /** The nearest duty: acknowledge, clock, arrival. */
  dueAt: nullable(At),
  dueTitles: nullable(Titles),
  overdueCount: Type.Integer(),
  simulated: Type.Boolean(),
  sounding: Type.Boolean(),
  nextAction: Type.Object({ code: Type.String(), key: Type.String() }),
  streamVersion: Type.Integer(),
  /** The organisation whose it is; null for reports and where none was recorded. */
  ownerTitles: nullable(Titles),
});
export const Queue = Type.Object({ at: At, rows: Type.Array(QueueRow) });
export const ReasonBody = Type.Object({ reason: Type.String({ minLength: 2, maxLength: 1000 }) });
