// A review: measures computed from the log, and lessons with owner and due date that point at a
// readiness record, so that a lesson can be followed until it is verified.

import type { Instant } from '@anlan/kernel';

export interface Measures {
  readonly signalToAlertMinutes: number | null;
  readonly alertToAcknowledgedMinutes: number | null;
  readonly alertToDecisionMinutes: number | null;
  readonly confirmedToForecastS: number | null;
  readonly confirmedToPlanS: number | null;
  readonly decisionToFirstArrivalMinutes: number | null;
  readonly clocksMetCount: number;
  readonly clocksMissedCount: number;
  readonly clocksOpenCount: number;
  readonly ordersDoneCount: number;
  readonly ordersLateCount: number;
  /** Ids of the events that each figure rests on. */
  readonly citedPositionIndexes: Readonly<Record<string, readonly number[]>>;
}

export interface Lesson {
  readonly id: string;
  readonly text: string;
  readonly ownerOrganisationId: string;
  readonly dueAt: Instant;
  readonly recordRegisterId: string;
  readonly recordId: string;
  readonly state: 'open' | 'verified';
}

export interface ReviewBody {
  readonly id: string;
  readonly incidentId: string;
  readonly state: 'open' | 'closed';
  readonly openedAt: Instant;
  readonly openedBy: string;
  readonly measures: Measures | null;
  readonly lessons: readonly Lesson[];
  readonly summaryText: string | null;
  readonly closedAt: Instant | null;
}

export type ReviewEvent =
  | { readonly type: 'review.opened'; readonly payload: { readonly id: string; readonly incidentId: string } }
  | { readonly type: 'review.measured'; readonly payload: { readonly measures: Measures } }
  | { readonly type: 'review.lesson_added'; readonly payload: Omit<Lesson, 'state'> }
  | { readonly type: 'review.lesson_verified'; readonly payload: { readonly lessonId: string; readonly note: string } }
  | { readonly type: 'review.closed'; readonly payload: { readonly summaryText: string } };
