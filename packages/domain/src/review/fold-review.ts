// The state of a review from its events.

import type { EventEnvelope, Fold } from '../log/index.ts';
import type { ReviewBody, ReviewEvent } from './types.ts';

export const reviewFold: Fold<ReviewBody> = {
  kind: 'review',
  apply(body, event) {
    const { type, payload } = event as EventEnvelope & ReviewEvent;
    if (type === 'review.opened') {
      return { ...payload, state: 'open', openedAt: event.recordedAt, openedBy: event.actor.name, measures: null, lessons: [], summaryText: null, closedAt: null };
    }
    if (body === undefined) return undefined;
    switch (type) {
      case 'review.measured':
        return { ...body, measures: payload.measures };
      case 'review.lesson_added':
        return { ...body, lessons: [...body.lessons, { ...payload, state: 'open' }] };
      case 'review.lesson_verified':
        return { ...body, lessons: body.lessons.map((lesson) => (lesson.id === payload.lessonId ? { ...lesson, state: 'verified' } : lesson)) };
      case 'review.closed':
        return { ...body, state: 'closed', summaryText: payload.summaryText, closedAt: event.recordedAt };
      default:
        return body;
    }
  },
};
