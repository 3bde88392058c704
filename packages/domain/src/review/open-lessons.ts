// The lessons that still wait for their owner, the nearest day first, over all reviews.

import type { Instant } from '@anlan/kernel';
import type { View } from '../log/index.ts';
import type { Lesson, ReviewBody } from './types.ts';

export interface OpenLesson extends Lesson {
  readonly reviewId: string;
  readonly incidentId: string;
  readonly overdue: boolean;
}

export function listOpenLessons(views: readonly View<ReviewBody>[], now: Instant): readonly OpenLesson[] {
  return views
    .flatMap(({ body }) => body.lessons.filter((lesson) => lesson.state === 'open').map((lesson) => ({ ...lesson, reviewId: body.id, incidentId: body.incidentId, overdue: now > lesson.dueAt })))
    .toSorted((a, b) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1));
}
