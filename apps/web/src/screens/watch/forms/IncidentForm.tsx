// The form that the desk asks for, for one incident. What is decided sends the version that stood when
// the form was opened, so that two people cannot overwrite each other in silence; what is only added (a
// note, a fact) needs no version, because nothing is overwritten.

import { useState } from 'react';
import type { Incident } from '@anlan/contracts';
import { call } from '../../../api/call.ts';
import type { DeskForm } from '../desk-store.ts';
import { AnswerClockForm } from './AnswerClockForm.tsx';
import { CloseForm } from './CloseForm.tsx';
import { ConfirmSpillForm } from './ConfirmSpillForm.tsx';
import { FactForm } from './FactForm.tsx';
import { HandOverForm } from './HandOverForm.tsx';
import { LevelForm } from './LevelForm.tsx';
import { ReasonForm } from './ReasonForm.tsx';
import { RerunForm } from './RerunForm.tsx';
import { TerminateForm } from './TerminateForm.tsx';

interface Props { readonly incident: Incident; readonly form: DeskForm }

export function IncidentForm({ incident: now, form }: Props) {
  const [incident, setSeen] = useState(now);
  // After a conflict: what is typed stays, what was seen is renewed.
  const onReload = () => void call('getIncident', { params: { id: now.id } }).then(setSeen).catch(() => undefined);
  const { id, streamVersion: seenVersion } = incident;
  const touched = [`incident/${id}`, 'queue'];
  const params = { id };
  switch (form) {
    case 'confirm-spill': return <ConfirmSpillForm incident={incident} onReload={onReload} />;
    case 'fact': return <FactForm incident={now} />;
    case 'level': return <LevelForm incident={incident} onReload={onReload} />;
    case 'answer-clock': return <AnswerClockForm incident={incident} onReload={onReload} />;
    case 'close': return <CloseForm incident={incident} onReload={onReload} />;
    case 'rerun': return <RerunForm incidentId={id} />;
    case 'verify': return <ReasonForm titleKey="web.form.verify" labelKey="web.form.verify-label" onSend={(note) => call('verifyIncident', { params, body: { note, seenVersion } })} touched={touched} onReload={onReload} />;
    case 'dismiss': return <ReasonForm titleKey="web.form.dismiss-incident" onSend={(reason) => call('dismissIncident', { params, body: { reason } })} touched={touched} onReload={onReload} />;
    case 'hand-over': return <HandOverForm incident={incident} onReload={onReload} />;
    case 'terminate': return <TerminateForm incident={incident} onReload={onReload} />;
    case 'contain': return <ReasonForm titleKey="web.form.contain" labelKey="web.form.contain-label" onSend={(text) => call('containIncident', { params, body: { text, seenVersion } })} touched={touched} onReload={onReload} />;
    default: return <ReasonForm titleKey="web.form.note" labelKey="web.form.note-label" onSend={(text) => call('addNote', { params, body: { text } })} touched={touched} onReload={onReload} />;
  }
}
