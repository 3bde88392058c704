// Reviews and lessons, and the timeline that a review replays.

import { handleAddLesson, handleCloseReview, handleMeasureReview, handleOpenReview, handleVerifyLesson } from '@anlan/domain';
import type { ReviewBody } from '@anlan/domain';
import { instant, ok } from '@anlan/kernel';
import { done } from '../call.ts';
import type { Handlers } from '../call.ts';
import { viewToWire } from '../to-wire.ts';

type ReviewRoutes = 'openReview' | 'getReview' | 'addLesson' | 'verifyLesson' | 'closeReview';

export const reviewHandlers: Pick<Handlers, ReviewRoutes> = {
  async openReview({ app, params, context }) {
    const opened = await handleOpenReview(app, { incidentId: params.id }, context);
    if (!opened.ok) return opened;
    return ok({ id: opened.value.id, streamVersion: opened.value.streamVersion });
  },

  async getReview({ app, params }) {
    const views = await app.views.list<ReviewBody>({ realm: app.realm, kind: 'review', where: { incidentId: params.id }, limitCount: 1 });
    return ok(views[0] === undefined ? null : viewToWire(views[0]));
  },

  async addLesson({ app, params, body, context }) {
    return done(await handleAddLesson(app, { ...body, reviewId: params.id, dueAt: instant(body.dueAt) }, context));
  },

  async verifyLesson({ app, params, body, context }) {
    return done(await handleVerifyLesson(app, { reviewId: params.id, lessonId: params.lessonId, note: body.text }, context));
  },

  /** Measured once more before it is closed, so that the figures are those of the whole response. */
  async closeReview({ app, params, body, context }) {
    const measured = await handleMeasureReview(app, { reviewId: params.id }, context);
    if (!measured.ok) return measured;
    return done(await handleCloseReview(app, { reviewId: params.id, summaryText: body.summaryText }, context));
  },
};
