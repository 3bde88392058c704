// Decides what becomes of a review. A lesson must have an owner, a day and a readiness record that
// it changes; it lives on after the review is closed until somebody verifies it.

import type { Instant, Result } from '@anlan/kernel';
import { isoFromInstant, ok, refuse } from '@anlan/kernel';
import type { IncidentBody } from '../incident/index.ts';
import type { Context, EventEnvelope, NewEvent } from '../log/index.ts';
import { newEvent } from '../log/index.ts';
import type { Register } from '../register/index.ts';
import { measure } from './measure.ts';
import type { Lesson, ReviewBody } from './types.ts';

/** One review for one incident, so that its id follows from the incident's. */
export function reviewIdOf(incidentId: string): string {
  return `review-${incidentId}`;
}

/** Opens with the first measures. The response must be over. */
export function decideOpenReview(incident: IncidentBody, existing: ReviewBody | undefined, events: readonly EventEnvelope[], context: Context): Result<readonly NewEvent[]> {
  const incidentId = incident.id;
  if (existing !== undefined) return refuse('REVIEW_ALREADY_OPEN', { incidentId });
  if (incident.state !== 'terminated' && incident.state !== 'closed') return refuse('REVIEW_TOO_EARLY', { incidentId, state: incident.state });
  const opened = newEvent(context, 'review.opened', { id: reviewIdOf(incidentId), incidentId }, { basis: [{ kind: 'event', ref: `incident:${incidentId}` }] });
  return ok([opened, measuredEvent(incidentId, events, context)]);
}

export function decideMeasure(review: ReviewBody, events: readonly EventEnvelope[], context: Context): Result<readonly NewEvent[]> {
  if (review.state === 'closed') return refuse('REVIEW_CLOSED', { id: review.id });
  return ok([measuredEvent(review.incidentId, events, context)]);
}

export interface AddLesson {
  readonly text: string;
  readonly ownerOrganisationId: string;
  readonly dueAt: Instant;
  readonly recordRegisterId: string;
  readonly recordId: string;
}

/** What the handler looked up for a lesson. */
export interface LessonFacts {
  readonly register: Register | undefined;
  readonly recordExists: boolean;
  readonly ownerExists: boolean;
}

export function decideAddLesson(review: ReviewBody, lessonId: string, command: AddLesson, facts: LessonFacts, context: Context): Result<readonly NewEvent[]> {
  const { recordRegisterId: registerId, recordId, ownerOrganisationId, dueAt } = command;
  if (review.state === 'closed') return refuse('REVIEW_CLOSED', { id: review.id });
  if (command.text.trim() === '') return refuse('REVIEW_TEXT_MISSING', { id: review.id });
  if (facts.register?.room.startsWith('readiness/') !== true) return refuse('REVIEW_LESSON_NOT_READINESS', { registerId });
  if (!facts.recordExists) return refuse('REVIEW_LESSON_RECORD_UNKNOWN', { registerId, id: recordId });
  if (!facts.ownerExists) return refuse('REVIEW_LESSON_OWNER_UNKNOWN', { organisationId: ownerOrganisationId });
  if (dueAt <= context.now) return refuse('REVIEW_LESSON_DUE_PAST', { dueAt: isoFromInstant(dueAt) });
  const lesson: Omit<Lesson, 'state'> = { id: lessonId, text: command.text.trim(), ownerOrganisationId, dueAt, recordRegisterId: registerId, recordId };
  return ok([newEvent(context, 'review.lesson_added', lesson, { basis: [{ kind: 'record', ref: `${registerId}/${recordId}` }] })]);
}

/** A lesson is verified whether its review is open or closed: that is how it outlives the review. */
export function decideVerifyLesson(review: ReviewBody, lessonId: string, note: string, context: Context): Result<readonly NewEvent[]> {
  const lesson = review.lessons.find((known) => known.id === lessonId);
  if (lesson === undefined) return refuse('REVIEW_LESSON_UNKNOWN', { lessonId });
  if (lesson.state === 'verified') return refuse('REVIEW_LESSON_VERIFIED', { lessonId });
  if (note.trim() === '') return refuse('REVIEW_TEXT_MISSING', { id: review.id });
  const basis = [{ kind: 'record', ref: `${lesson.recordRegisterId}/${lesson.recordId}` }] as const;
  return ok([newEvent(context, 'review.lesson_verified', { lessonId, note: note.trim() }, { basis })]);
}

export function decideCloseReview(review: ReviewBody, summaryText: string, context: Context): Result<readonly NewEvent[]> {
  if (review.state === 'closed') return refuse('REVIEW_CLOSED', { id: review.id });
  if (review.measures === null) return refuse('REVIEW_NOT_MEASURED', { id: review.id });
  if (summaryText.trim() === '') return refuse('REVIEW_TEXT_MISSING', { id: review.id });
  return ok([newEvent(context, 'review.closed', { summaryText: summaryText.trim() })]);
}

function measuredEvent(incidentId: string, events: readonly EventEnvelope[], context: Context): NewEvent {
  return newEvent(context, 'review.measured', { measures: measure(events, context.now) }, { basis: [{ kind: 'event', ref: `incident:${incidentId}` }] });
}
