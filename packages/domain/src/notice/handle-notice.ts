// Sends notices and takes acknowledgements. Many units answer one notice in the same minute and their
// answers do not depend on each other, so a version conflict is decided again on the newer version:
// each conflict means that another receipt was answered, hence there are fewer than there are units.

import type { IdSource, Result } from '@anlan/kernel';
import { mayDo, scopeOf } from '../access/index.ts';
import type { IncidentBody } from '../incident/index.ts';
import type { Actor, Appended, Context, EventLog, ViewStore } from '../log/index.ts';
import { appendOne, loadView } from '../log/index.ts';
import type { RecordBody } from '../register/index.ts';
import { decideAcknowledgeNotice, decideSendNotice } from './decide-notice.ts';
import type { AcknowledgeNotice, SendNotice } from './decide-notice.ts';
import type { NoticeBody, NoticeReceipt } from './types.ts';

export interface NoticeDeps {
  readonly log: EventLog;
  readonly views: ViewStore;
  readonly ids: IdSource;
}

export async function handleSendNotice(deps: NoticeDeps, command: SendNotice, context: Context): Promise<Result<Appended>> {
  const may = mayDo(context.actor, 'notice.send');
  if (!may.ok) return may;
  const { realm } = context;
  const noticeId = deps.ids.newId('notice');
  const organisations = (await deps.views.list<RecordBody>({ realm, kind: 'record', idPrefix: 'organisations/' })).map((view) => view.body);
  const incident = command.incidentId === null ? undefined : await deps.views.find<IncidentBody>(realm, 'incident', command.incidentId);
  const decided = decideSendNotice(command, { noticeId, organisations, incidentExists: incident !== undefined }, context);
  return decided.ok ? appendOne(deps.log, context, { stream: `notice:${noticeId}`, expectedVersion: 0 }, decided.value) : decided;
}

export async function handleAcknowledgeNotice(deps: Pick<NoticeDeps, 'log' | 'views'>, command: AcknowledgeNotice & { readonly noticeId: string }, context: Context): Promise<Result<Appended>> {
  const { noticeId, organisationId } = command;
  const may = mayDo(context.actor, 'notice.acknowledge', { organisationId });
  if (!may.ok) return may;
  for (let conflictCount = 0; ; conflictCount++) {
    const view = await loadView<NoticeBody>(deps.views, context, 'notice', noticeId, { unknownCode: 'NOTICE_UNKNOWN' });
    if (!view.ok) return view;
    const { body, streamVersion } = view.value;
    const decided = decideAcknowledgeNotice(body, command, context);
    if (!decided.ok) return decided;
    const appended = await appendOne(deps.log, context, { stream: `notice:${noticeId}`, expectedVersion: streamVersion }, decided.value);
    const isLast = conflictCount >= body.receipts.length;
    if (appended.ok || appended.refusal.code !== 'LOG_VERSION_CONFLICT' || isLast) return appended;
  }
}

/** The receipts that a caller reads: all, or with the scope `own` those of the caller's organisation. */
export function visibleReceipts(notice: NoticeBody, actor: Actor): readonly NoticeReceipt[] {
  if (scopeOf(actor, 'notice.read') === 'all') return notice.receipts;
  return notice.receipts.filter(({ organisationId }) => mayDo(actor, 'notice.read', { organisationId }).ok);
}
