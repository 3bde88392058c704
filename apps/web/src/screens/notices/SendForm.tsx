// A new notice: words, an incident or none, and the units. It is looked at once more, with every unit
// by name, before it goes out.

import { useState } from 'react';
import { call } from '../../api/call.ts';
import { useAction } from '../../api/use-action.ts';
import { useQuery } from '../../api/use-query.ts';
import { useKeys } from '../../app/keys.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { ReviewDialog } from '../../parts/room/ReviewDialog.tsx';
import { Field } from '../watch/forms/FormFrame.tsx';
import { UnitPicker } from './UnitPicker.tsx';
import { isAddressee, useUnits } from './use-units.ts';

interface Draft {
  readonly title: string;
  readonly text: string;
  readonly incidentId: string;
  readonly toAll: boolean;
  readonly unitIds: ReadonlySet<string>;
}

/** `onDone` with the id of the notice that was sent, or with nothing when it was given up. */
export function SendForm({ onDone }: { readonly onDone: (id: string | undefined) => void }) {
  const { t } = useI18n();
  const units = useUnits();
  const [draft, setDraft] = useState<Draft>({ title: '', text: '', incidentId: '', toAll: true, unitIds: new Set() });
  const [reviewing, setReviewing] = useState(false);
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const receivers = (units ?? []).filter((unit) => (draft.toAll ? isAddressee(unit) : draft.unitIds.has(unit.id)));
  const ready = draft.title.trim() !== '' && draft.text.trim() !== '' && receivers.length > 0;
  useKeys({ Escape: reviewing ? undefined : () => onDone(undefined) });
  return (
    <>
      <form className="nt-main nt-form" onSubmit={(event) => { event.preventDefault(); if (ready) setReviewing(true); }}>
        <h2>{t('web.notices.new')}</h2>
        <div className="form">
          <Field label={t('web.notices.title')} id="notice-title"><input id="notice-title" className="input" autoFocus autoComplete="off" maxLength={200} value={draft.title} onChange={(event) => change({ title: event.target.value })} /></Field>
          <Field label={t('web.notices.text')} id="notice-text"><textarea id="notice-text" className="input nt-words" maxLength={10_000} value={draft.text} onChange={(event) => change({ text: event.target.value })} /></Field>
          <IncidentField value={draft.incidentId} onChange={(incidentId) => change({ incidentId })} />
        </div>
        <footer className="nt-foot">
          <button type="submit" className="btn primary" disabled={!ready}>{t('web.notices.review', { count: receivers.length })}</button>
          <button type="button" className="btn" onClick={() => onDone(undefined)}>{t('web.form.cancel')} <kbd>Esc</kbd></button>
        </footer>
      </form>
      <UnitPicker toAll={draft.toAll} chosenIds={draft.unitIds} onToAll={(toAll) => change({ toAll })} onChosen={(unitIds) => change({ unitIds })} />
      {reviewing && <SendReview draft={draft} receivers={receivers} onClose={() => setReviewing(false)} onSent={onDone} />}
    </>
  );
}

function IncidentField({ value, onChange }: { readonly value: string; readonly onChange: (id: string) => void }) {
  const { t } = useI18n();
  const incidents = useQuery('listIncidents', { query: { limit: 200 } }).data?.filter(({ state }) => state !== 'dismissed' && state !== 'closed') ?? [];
  return (
    <Field label={t('web.notices.incident')} id="notice-incident">
      <select id="notice-incident" className="input" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('web.notices.no-incident')}</option>
        {incidents.map((incident) => <option key={incident.id} value={incident.id}>{incident.title}</option>)}
      </select>
    </Field>
  );
}

interface ReviewProps {
  readonly draft: Draft;
  readonly receivers: NonNullable<ReturnType<typeof useUnits>>;
  readonly onClose: () => void;
  readonly onSent: (id: string) => void;
}

function SendReview({ draft, receivers, onClose, onSent }: ReviewProps) {
  const { t, title } = useI18n();
  const action = useAction();
  const send = () => {
    let sentId = '';
    const body = {
      title: draft.title.trim(), text: draft.text.trim(), incidentId: draft.incidentId === '' ? null : draft.incidentId,
      addressees: draft.toAll ? ('all-addressees' as const) : receivers.map(({ id }) => id),
    };
    void action.run(async () => { sentId = (await call('sendNotice', { body })).id; }, ['notice/', ...(body.incidentId === null ? [] : [`incident/${body.incidentId}`])]).then((done) => done && onSent(sentId));
  };
  return (
    <ReviewDialog title={t('web.notices.review-title', { count: receivers.length })} sendText={t('web.notices.send')} action={action} onSend={send} onClose={onClose}>
      <p><b>{draft.title.trim()}</b></p>
      <p className="nt-text">{draft.text.trim()}</p>
      <p className="small quiet">{t(draft.toAll ? 'web.notices.review-all' : 'web.notices.review-chosen')}</p>
      <ul className="nt-units">{receivers.map((unit) => <li key={unit.id}>{title(unit.title)}</li>)}</ul>
    </ReviewDialog>
  );
}
