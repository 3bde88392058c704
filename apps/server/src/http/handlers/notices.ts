// Notices to units and their receipts.

import { handleAcknowledgeNotice, handleSendNotice, openReceipts, visibleReceipts } from '@anlan/domain';
import type { Actor, NoticeBody, View } from '@anlan/domain';
import { instantFromIso, ok, refuse } from '@anlan/kernel';
import { done } from '../call.ts';
import type { Handlers } from '../call.ts';

type NoticeRoutes = 'sendNotice' | 'listNotices' | 'getNotice' | 'acknowledgeNotice';

export const noticeHandlers: Pick<Handlers, NoticeRoutes> = {
  async sendNotice({ app, body, context }) {
    const sent = await handleSendNotice(app, body, context);
    if (!sent.ok) return sent;
    return ok({ id: sent.value.id, streamVersion: sent.value.streamVersion });
  },

  /** Those that changed last are taken, and shown by when they were sent. */
  async listNotices({ app, actor, query }) {
    const where = query.incidentId === undefined ? {} : { where: { incidentId: query.incidentId } };
    const views = await app.views.list<NoticeBody>({ realm: app.realm, kind: 'notice', ...where, newestFirst: true });
    const seen = views.filter(({ body }) => visibleReceipts(body, actor).length > 0).slice(0, query.limit ?? LIST_COUNT);
    return ok(seen.toSorted((a, b) => b.body.sentAt - a.body.sentAt).map((view) => rowOf(view, actor)));
  },

  async getNotice({ app, actor, params }) {
    const view = await app.views.find<NoticeBody>(app.realm, 'notice', params.id);
    const receipts = view === undefined ? [] : visibleReceipts(view.body, actor);
    if (view === undefined || receipts.length === 0) return refuse('NOTICE_UNKNOWN', { id: params.id });
    return ok({ ...rowOf(view, actor), text: view.body.text, receipts });
  },

  async acknowledgeNotice({ app, params, body, context }) {
    const { happenedAt, ...command } = body;
    const told = happenedAt === undefined ? undefined : instantFromIso(happenedAt);
    if (told !== undefined && !told.ok) return told;
    return done(await handleAcknowledgeNotice(app, { ...command, noticeId: params.id, ...(told === undefined ? {} : { happenedAt: told.value }) }, context));
  },
};

function rowOf({ body, streamVersion }: View<NoticeBody>, actor: Actor): Record<string, unknown> {
  const own = body.receipts.find(({ organisationId }) => organisationId === actor.organisationId);
  const { text: _text, receipts, ...row } = body;
  return {
    ...row, receiptCount: receipts.length, acknowledgedCount: receipts.length - openReceipts(body).length,
    ownReceipt: own === undefined ? 'none' : own.acknowledged === null ? 'open' : 'acknowledged', streamVersion,
  };
}

/** Rows in one answer, when the caller names no limit. */
const LIST_COUNT = 200;
