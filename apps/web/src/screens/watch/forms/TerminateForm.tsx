// Ending the response: each of the conditions is ticked by the person who signs, with a reason. What
// is not ticked, the server refuses by name.

import { useState } from 'react';
import type { Incident, RouteBody } from '@anlan/contracts';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { desk } from '../desk-store.ts';
import { Field, FormFrame } from './FormFrame.tsx';

type Condition = RouteBody<'terminateIncident'>['conditions'][number];

export function TerminateForm({ incident, onReload }: { readonly incident: Incident; readonly onReload: () => void }) {
  const { t } = useI18n();
  const action = useAction();
  const [reason, setReason] = useState('');
  const [conditions, setConditions] = useState<readonly Condition[]>([]);
  const toggle = (condition: Condition, on: boolean) => setConditions((old) => (on ? [...old, condition] : old.filter((other) => other !== condition)));
  const send = () => void action.run(
    () => call('terminateIncident', { params: { id: incident.id }, body: { reason: reason.trim(), conditions: [...conditions], seenVersion: incident.streamVersion } }),
    [`incident/${incident.id}`, 'queue'],
  ).then((done) => done && desk.closeForm());
  return (
    <FormFrame titleKey="web.form.terminate" action={action} ready={reason.trim().length >= 2 && conditions.length === CONDITIONS.length} onSend={send} onReload={onReload}>
      <p className="small quiet">{t('web.form.terminate-hint')}</p>
      {CONDITIONS.map((condition) => (
        <label key={condition} className="check"><input type="checkbox" checked={conditions.includes(condition)} onChange={(event) => toggle(condition, event.target.checked)} /> {t(`web.terminate.${condition}`)}</label>
      ))}
      <Field label={t('web.form.terminate-label')} id="terminate-reason"><textarea id="terminate-reason" className="input" value={reason} maxLength={1000} onChange={(event) => setReason(event.target.value)} /></Field>
    </FormFrame>
  );
}

const CONDITIONS: readonly Condition[] = ['source-stopped', 'spread-stopped', 'people-accounted', 'no-renewed-danger'];
