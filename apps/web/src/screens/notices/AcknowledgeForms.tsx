// Acknowledging: for one's own unit by one press, for another unit with the channel, the person spoken
// to and the time, so that the record says whose word it rests on.

import { useState } from 'react';
import type { FormEvent } from 'react';
import type { Notice, NoticeReceipt } from '@anlan/contracts';
import { call } from '../../api/call.ts';
import { useAction } from '../../api/use-action.ts';
import { serverClock } from '../../app/now.ts';
import { useAccount } from '../../app/seat.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { ErrorBox } from '../../parts/ErrorBox.tsx';
import { Field } from '../watch/forms/FormFrame.tsx';
import { TimeField } from '../watch/forms/fields.tsx';
import { useContacts } from './use-units.ts';

export function OwnForm({ notice }: { readonly notice: Notice }) {
  const { t, title } = useI18n();
  const { organisationId } = useAccount();
  const action = useAction();
  const [note, setNote] = useState('');
  const unit = notice.receipts.find((receipt) => receipt.organisationId === organisationId);
  const send = (event: FormEvent) => {
    event.preventDefault();
    void action.run(() => call('acknowledgeNotice', { params: { id: notice.id }, body: { organisationId, channel: 'system', spokenTo: null, note: note.trim() } }), [`notice/${notice.id}`]);
  };
  return (
    <form className="nt-form" onSubmit={send}>
      <h2>{unit === undefined ? '' : title(unit.titles)}</h2>
      <div className="form">
        <p>{t('web.notices.own-ask')}</p>
        <Field label={t('web.notices.note')} id="own-note"><textarea id="own-note" className="input" maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} /></Field>
        {action.error !== undefined && <ErrorBox error={action.error} />}
      </div>
      <footer className="nt-foot"><button type="submit" className="btn primary" disabled={action.busy}>{t('web.notices.acknowledge')}</button></footer>
    </form>
  );
}

const CHANNELS = ['phone', 'radio', 'written'] as const;
type Channel = (typeof CHANNELS)[number];

export function BehalfForm({ notice, receipt, onClose }: { readonly notice: Notice; readonly receipt: NoticeReceipt; readonly onClose: () => void }) {
  const { t, title } = useI18n();
  const action = useAction();
  const contacts = useContacts().get(receipt.organisationId) ?? [];
  const [channel, setChannel] = useState<Channel>('phone');
  const [spokenTo, setSpokenTo] = useState('');
  const [note, setNote] = useState('');
  const [happenedAt, setHappenedAt] = useState(() => new Date(serverClock.now()).toISOString());
  const ready = spokenTo.trim() !== '' && !action.busy;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    const body = { organisationId: receipt.organisationId, channel, spokenTo: spokenTo.trim(), note: note.trim(), happenedAt };
    void action.run(() => call('acknowledgeNotice', { params: { id: notice.id }, body }), [`notice/${notice.id}`]).then((done) => done && onClose());
  };
  return (
    <form className="nt-form" onSubmit={send}>
      <h2>{t('web.notices.answer-for')} · {title(receipt.titles)}</h2>
      <div className="form">
        <p className="small quiet">{t('web.notices.behalf-hint')}</p>
        {contacts.length > 0 && <ul className="small">{contacts.map((contact, index) => <li key={index}>{title(contact.post)} {contact.personName} <b className="num">{contact.phone}</b></li>)}</ul>}
        <Field label={t('web.notices.channel')} id="behalf-channel">
          <select id="behalf-channel" className="input" value={channel} onChange={(event) => setChannel(event.target.value as Channel)}>{CHANNELS.map((one) => <option key={one} value={one}>{t(`web.notices.channel.${one}`)}</option>)}</select>
        </Field>
        <Field label={t('web.notices.spoken-to')} id="behalf-name"><input id="behalf-name" className="input" autoFocus autoComplete="off" maxLength={100} value={spokenTo} onChange={(event) => setSpokenTo(event.target.value)} /></Field>
        <TimeField id="behalf-at" label={t('web.notices.happened-at')} value={happenedAt} onChange={setHappenedAt} />
        <Field label={t('web.notices.note')} id="behalf-note"><textarea id="behalf-note" className="input" maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} /></Field>
        {action.error !== undefined && <ErrorBox error={action.error} />}
      </div>
      <footer className="nt-foot">
        <button type="submit" className="btn primary" disabled={!ready}>{t('web.notices.record')}</button>
        <button type="button" className="btn" onClick={onClose}>{t('web.form.cancel')}</button>
      </footer>
    </form>
  );
}
