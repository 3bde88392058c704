// The stock ledger, audits, what runs out, the gap report and the published catalogue.

import {
  handleApproveCount, handleAuditAgreement, handleCountStock, handleIssueStock, handlePublishCatalogue, handleReceiveStock, handleTransferStock, leafCodes, listExpiring, mayDo, maySee,
  nationalTrees, readCatalogue,
} from '@anlan/domain';
import type { RecordBody } from '@anlan/domain';
import { ok } from '@anlan/kernel';
import { gapReportOf } from '../../services/gap-report.ts';
import { done } from '../call.ts';
import type { Handlers } from '../call.ts';

type ReserveRoutes =
  | 'receiveStock' | 'issueStock' | 'transferStock' | 'countStock' | 'answerCount' | 'auditAgreement' | 'listExpiring' | 'getGapReport' | 'getCatalogue' | 'publishCatalogue';

export const reserveHandlers: Pick<Handlers, ReserveRoutes> = {
  async receiveStock({ app, params, body, context }) {
    return done(await handleReceiveStock(app, { lotId: params.id, quantityValue: body.quantityValue, note: body.note, ...seen(body) }, context));
  },
  async issueStock({ app, params, body, context }) {
    return done(await handleIssueStock(app, { lotId: params.id, quantityValue: body.quantityValue, note: body.note, ...seen(body) }, context));
  },
  async transferStock({ app, params, body, context }) {
    return done(await handleTransferStock(app, { fromLotId: params.id, toLotId: body.toLotId, quantityValue: body.quantityValue, note: body.note, ...seen(body) }, context));
  },
  async countStock({ app, params, body, context }) {
    return done(await handleCountStock(app, { lotId: params.id, countedValue: body.countedValue, ...seen(body) }, context));
  },
  async answerCount({ app, params, body, context }) {
    return done(await handleApproveCount(app, { lotId: params.id, approve: body.approve, note: body.note, ...seen(body) }, context));
  },
  async auditAgreement({ app, params, body, context }) {
    return done(await handleAuditAgreement(app, { agreementId: params.id, foundValue: body.foundValue, note: body.note, ...seen(body) }, context));
  },

  async listExpiring({ app, actor, context }) {
    const lists = await Promise.all(app.registers.filter((register) => maySee(register, actor) && (register.expiry ?? []).length > 0).map(async (register) => {
      const views = await app.views.list<RecordBody>({ realm: app.realm, kind: 'record', idPrefix: `${register.id}/` });
      return listExpiring(register, views, context.now).map((row) => ({ ...row, registerTitles: register.titles }));
    }));
    return ok(lists.flat().toSorted((a, b) => a.expiresAt - b.expiresAt));
  },

  async getGapReport({ app, query, context }) {
    return ok(await gapReportOf(app, { classIndex: query.classIndex as 1 | 2 | 3 | 4, afterHours: query.afterHours }, context));
  },

  async getCatalogue({ app, actor, context }) {
    const page = await readCatalogue(app, context);
    if (!page.ok) return page;
    const leaves = [nationalTrees.tree2021, nationalTrees.tree2015].flatMap((tree) => tree.filter((node) => leafCodes(tree).has(node.code)).map(({ code, names }) => ({ code, titles: names })));
    return ok({ ...page.value, leaves, mayPublish: mayDo(actor, 'catalogue.publish').ok });
  },

  async publishCatalogue({ app, body, context }) {
    const published = await handlePublishCatalogue(app, { ...(body.codes === undefined ? {} : { codes: body.codes }), ...seen(body) }, context);
    return published.ok ? ok({ versionIndex: published.value.versionIndex }) : published;
  },
};

function seen({ seenVersion }: { readonly seenVersion?: number | undefined }): { readonly seenVersion?: number } {
  return seenVersion === undefined ? {} : { seenVersion };
}
