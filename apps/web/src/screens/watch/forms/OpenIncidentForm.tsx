// Opening an incident: filled from the alert or the report, every field open to change, the words of a
// reporter kept beside as they were said. F1 opens it empty for a call that came by phone or radio.

import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { LonLat } from '@anlan/contracts';
import type { WebKey } from '@anlan/messages';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { useQuery } from '../../../api/use-query.ts';
import { serverClock } from '../../../app/now.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { desk } from '../desk-store.ts';
import { rowHref } from '../selection.ts';
import type { Selection } from '../selection.ts';
import { Field, FormFrame } from './FormFrame.tsx';
import { PlaceField, TimeField } from './fields.tsx';

interface Draft {
  readonly kindCode: string;
  readonly title: string;
  readonly placeText: string;
  readonly position: LonLat | undefined;
  readonly happenedAt: string;
}

export function OpenIncidentForm({ selection }: { readonly selection: Selection | undefined }) {
  const { t, title } = useI18n();
  const navigate = useNavigate();
  const action = useAction();
  const alert = useQuery('getAlert', { params: { id: selection?.id ?? '' } }, { enabled: selection?.kind === 'alert' }).data;
  const report = useQuery('listReports', {}, { enabled: selection?.kind === 'report' }).data?.find((candidate) => candidate.id === selection?.id);
  const [draft, setDraft] = useState<Draft>({ kindCode: 'oil-spill', title: '', placeText: '', position: undefined, happenedAt: new Date(serverClock.now()).toISOString() });
  const change = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }));
  useEffect(() => {
    if (alert !== undefined) change({ kindCode: alert.incidentKindCode, title: title(alert.titles).slice(0, 120), position: alert.position ?? undefined, happenedAt: alert.observedAt });
  }, [alert?.id]);
  useEffect(() => {
    if (report !== undefined) change({ title: report.what.slice(0, 120), placeText: report.placeText, position: report.position ?? undefined, happenedAt: report.observedAt });
  }, [report?.id]);

  const ready = draft.title.trim().length >= 2 && draft.position !== undefined && draft.kindCode !== '';
  const missing = [...(draft.title.trim().length < 2 ? [t('web.form.title')] : []), ...(draft.position === undefined ? [t('web.form.place')] : [])];
  const send = () => {
    const { position } = draft;
    if (position === undefined) return;
    void action.run(async () => {
      const body = { ...draft, title: draft.title.trim(), position, alertIds: alert === undefined ? [] : [alert.id], reportIds: report === undefined ? [] : [report.id] };
      const created = await call('openIncident', { body });
      desk.closeForm();
      void navigate(rowHref({ kind: 'incident', id: created.id }));
    }, ['queue']);
  };
  return (
    <FormFrame titleKey="web.form.open-incident" sendKey="web.form.open-send" action={action} ready={ready} missing={missing} onSend={send}>
      {report !== undefined && <blockquote className="said">{report.what}<br />{report.placeText}<br /><span className="num">{report.phone}</span></blockquote>}
      <Field label={t('web.form.title')} id="incident-title"><input id="incident-title" className="input" value={draft.title} maxLength={120} data-first onChange={(event) => change({ title: event.target.value })} /></Field>
      <Field label={t('web.form.kind')} id="incident-kind">
        <select id="incident-kind" className="input" value={draft.kindCode} onChange={(event) => change({ kindCode: event.target.value })}>
          {[...new Set([...KINDS, draft.kindCode])].map((kind) => <option key={kind} value={kind}>{kindName(t, kind)}</option>)}
        </select>
      </Field>
      <Field label={t('web.form.place-text')} id="incident-place"><input id="incident-place" className="input" value={draft.placeText} maxLength={200} onChange={(event) => change({ placeText: event.target.value })} /></Field>
      <PlaceField value={draft.position} onChange={(position) => change({ position })} />
      <TimeField id="incident-happened" label={t('web.form.happened')} value={draft.happenedAt} onChange={(happenedAt) => change({ happenedAt })} />
    </FormFrame>
  );
}

function kindName(t: (key: WebKey) => string, code: string): string {
  const name = t(`web.kind.${code}` as WebKey);
  return name.startsWith('[') ? code : name;
}

const KINDS = ['oil-spill', 'hazmat-leak', 'gas-leak', 'fire', 'explosion', 'vessel-accident', 'weather', 'other'];
