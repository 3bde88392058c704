// Closing: what is still open is listed, each with its way there. The server refuses while anything is
// open; an override needs a reason and the right to sign it.

import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { Incident, OpenThings } from '@anlan/contracts';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { useQuery } from '../../../api/use-query.ts';
import { hasRoom } from '../../../app/rooms.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { desk } from '../desk-store.ts';
import { rowHref } from '../selection.ts';
import { Field, FormFrame } from './FormFrame.tsx';

export function CloseForm({ incident, onReload }: { readonly incident: Incident; readonly onReload: () => void }) {
  const { t } = useI18n();
  const action = useAction();
  const things = useQuery('getOpenThings', { params: { id: incident.id } }).data;
  const [reason, setReason] = useState('');
  const openCount = things === undefined ? undefined : countOpen(things);
  const send = () => void action.run(
    () => call('closeIncident', { params: { id: incident.id }, body: { overrideReason: reason.trim() === '' ? null : reason.trim(), seenVersion: incident.streamVersion } }),
    [`incident/${incident.id}`, 'queue'],
  ).then((done) => done && desk.closeForm());
  return (
    <FormFrame titleKey="web.form.close" sendKey="web.form.close-send" action={action} ready={openCount !== undefined} onSend={send} onReload={onReload}>
      {things === undefined ? <p className="quiet">{t('web.loading')}</p> : openCount === 0 ? <p>{t('web.form.close-clear')}</p> : (
        <>
          <p><b>{t('web.form.close-open', { count: openCount ?? 0 })}</b></p>
          <OpenList incident={incident} things={things} />
          <Field label={t('web.form.close-override')} id="close-reason" hint={t('web.form.close-override-hint')}><textarea id="close-reason" className="input" value={reason} maxLength={1000} onChange={(event) => setReason(event.target.value)} /></Field>
        </>
      )}
    </FormFrame>
  );
}

function OpenList({ incident, things }: { readonly incident: Incident; readonly things: OpenThings }) {
  const { t, title } = useI18n();
  const orders = useQuery('listOrders', { query: { incidentId: incident.id } }).data ?? [];
  const alerts = useQuery('listAlerts', { query: { limit: 500 } }, { enabled: things.openAlertIds.length > 0 }).data ?? [];
  const alertName = (id: string) => {
    const alert = alerts.find((candidate) => candidate.id === id);
    return alert === undefined ? id : title(alert.titles);
  };
  const orderName = (id: string) => {
    const order = orders.find((candidate) => candidate.id === id);
    return order === undefined ? id : title(order.task);
  };
  const clockName = (id: string) => {
    const clock = incident.clocks.find((candidate) => candidate.id === id);
    return clock === undefined ? id : `${title(clock.titles)} → ${title(clock.recipientTitles)}`;
  };
  const orderHref = (id: string) => (hasRoom('dispatch') ? `/dispatch/${incident.id}` : rowHref({ kind: 'order', id }));
  return (
    <ul className="open-things">
      {things.openOrderIds.map((id) => <li key={id}>{t('web.open.order')}{t('web.colon')}<Link to={orderHref(id)}>{orderName(id)}</Link></li>)}
      {things.unansweredClockIds.map((id) => <li key={id}>{t('web.open.clock')}{t('web.colon')}<button type="button" className="btn slim plain" onClick={() => desk.openForm('answer-clock', id)}>{clockName(id)}</button></li>)}
      {things.openAlertIds.map((id) => <li key={id}>{t('web.open.alert')}{t('web.colon')}<Link to={rowHref({ kind: 'alert', id })}>{alertName(id)}</Link></li>)}
      {things.heldHoldingIds.map((id) => <li key={id}>{t('web.open.holding')}{t('web.colon')}{hasRoom('readiness') ? <Link to={`/readiness/${id}`}>{id}</Link> : id}</li>)}
      {things.reviewState !== 'closed' && <li>{t('web.open.review')}{t('web.colon')}{hasRoom('review') ? <Link to={`/review/${incident.id}`}>{t(`web.open.review-${things.reviewState}`)}</Link> : t(`web.open.review-${things.reviewState}`)}</li>}
    </ul>
  );
}

function countOpen(things: OpenThings): number {
  return things.openOrderIds.length + things.unansweredClockIds.length + things.openAlertIds.length + things.heldHoldingIds.length + (things.reviewState === 'closed' ? 0 : 1);
}
