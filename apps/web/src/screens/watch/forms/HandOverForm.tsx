// Hands an incident over to another organisation, with a reason.

import { useState } from 'react';
import type { Incident } from '@anlan/contracts';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { useQuery } from '../../../api/use-query.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { desk } from '../desk-store.ts';
import { Field, FormFrame } from './FormFrame.tsx';

export function HandOverForm({ incident, onReload }: { readonly incident: Incident; readonly onReload: () => void }) {
  const { t, title } = useI18n();
  const action = useAction();
  const [organisationId, choose] = useState('');
  const [reason, setReason] = useState('');
  const records = useQuery('listRecords', { params: { registerId: 'organisations' }, query: { limit: 1000 } }).data?.records ?? [];
  const others = records.filter((record) => record.id !== incident.owner?.organisationId);
  const { id, streamVersion: seenVersion } = incident;
  const send = () => void action.run(() => call('handOverIncident', { params: { id }, body: { organisationId, reason: reason.trim(), seenVersion } }), [`incident/${id}`, 'queue']).then((done) => done && desk.closeForm());
  return (
    <FormFrame titleKey="web.form.hand-over" action={action} ready={organisationId !== '' && reason.trim().length >= 2} onSend={send} onReload={onReload}>
      <Field label={t('web.form.hand-over-to')} id="organisation">
        <select id="organisation" className="input" value={organisationId} onChange={(event) => choose(event.target.value)}>
          <option value="">{t('web.form.choose')}</option>
          {others.map((record) => <option key={record.id} value={record.id}>{title(record.title)}</option>)}
        </select>
      </Field>
      <Field label={t('web.form.reason')} id="reason">
        <textarea id="reason" className="input" value={reason} maxLength={1000} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </FormFrame>
  );
}
