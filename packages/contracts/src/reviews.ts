// Reviews: measures with the events they rest on, lessons with owner and due date.
import { Type } from '@sinclair/typebox';
import { At, Id, literals, nullable } from './common.ts';

export const Measures = Type.Object({
  signalToAlertMinutes: nullable(Type.Number()), alertToAcknowledgedMinutes: nullable(Type.Number()), alertToDecisionMinutes: nullable(Type.Number()),
  confirmedToForecastS: nullable(Type.Number()), confirmedToPlanS: nullable(Type.Number()), decisionToFirstArrivalMinutes: nullable(Type.Number()),
  clocksMetCount: Type.Integer(), clocksMissedCount: Type.Integer(), clocksOpenCount: Type.Integer(), ordersDoneCount: Type.Integer(), ordersLateCount: Type.Integer(),
  citedPositionIndexes: Type.Record(Type.String(), Type.Array(Type.Integer())),
});
export const Lesson = Type.Object({ id: Id, text: Type.String(), ownerOrganisationId: Type.String(), dueAt: At, recordRegisterId: Type.String(), recordId: Type.String(), state: literals(['open', 'verified']) });
export const Review = Type.Object({
  id: Id, incidentId: Id, state: literals(['open', 'closed']), openedAt: At, openedBy: Type.String(), measures: nullable(Measures), lessons: Type.Array(Lesson),
  summaryText: nullable(Type.String()), closedAt: nullable(At), streamVersion: Type.Integer(),
});
export const LessonBody = Type.Object({ text: Type.String({ minLength: 2, maxLength: 2000 }), ownerOrganisationId: Id, dueAt: At, recordRegisterId: Id, recordId: Id });
export const CloseReviewBody = Type.Object({ summaryText: Type.String({ minLength: 2, maxLength: 4000 }) });
