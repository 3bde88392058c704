// A new lesson: what to change, the owner, the day, and the readiness record that it changes, found by
// search. Without all four it is not a lesson.

import { useState } from 'react';
import type { RegisterInfo } from '@anlan/contracts';
import { call } from '../../api/call.ts';
import { useAction } from '../../api/use-action.ts';
import { useQuery } from '../../api/use-query.ts';
import { useZone } from '../../app/installation.tsx';
import { useNow } from '../../app/now.ts';
import { dateTime, fromLocalInput } from '../../format/time.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { ReviewDialog } from '../../parts/room/ReviewDialog.tsx';
import { RecordPicker } from './RecordPicker.tsx';
import type { Picked } from './RecordPicker.tsx';

interface Props { readonly reviewId: string; readonly touched: readonly string[]; readonly onClose: () => void }

export function LessonDialog({ reviewId, touched, onClose }: Props) {
  const { t, title } = useI18n();
  const zone = useZone();
  const now = useNow();
  const action = useAction();
  const registers = useQuery('listRegisters', {}).data?.filter(isReadiness) ?? [];
  const [text, setText] = useState('');
  const [owner, setOwner] = useState<Picked>();
  const [day, setDay] = useState('');
  const [registerId, setRegisterId] = useState('facilities');
  const [record, setRecord] = useState<Picked>();
  // The day is over at its last minute, in the region's time.
  const dueAt = fromLocalInput(`${day}T23:59`, zone);
  const isPast = dueAt !== undefined && Date.parse(dueAt) <= now;
  const ready = text.trim().length >= 2 && owner !== undefined && record !== undefined && dueAt !== undefined && !isPast;
  const send = () => {
    if (owner === undefined || record === undefined || dueAt === undefined) return;
    void action.run(() => call('addLesson', { params: { id: reviewId }, body: { text: text.trim(), ownerOrganisationId: owner.id, dueAt, recordRegisterId: record.registerId, recordId: record.id } }), touched).then((done) => done && onClose());
  };
  return (
    <ReviewDialog title={t('web.review.add-lesson')} sendText={t('web.review.save-lesson')} action={action} ready={ready} onSend={send} onClose={onClose}>
      <div className="field">
        <label htmlFor="lesson-text">{t('web.review.lesson.text')}</label>
        <textarea id="lesson-text" data-first className="input" maxLength={2000} value={text} onChange={(event) => setText(event.target.value)} />
      </div>
      <div className="field-row">
        <RecordPicker id="lesson-owner" label={t('web.review.lesson.owner')} registerId="organisations" picked={owner} onPick={setOwner} />
        <div className="field">
          <label htmlFor="lesson-due">{t('web.review.lesson.due')}</label>
          <input id="lesson-due" type="date" className="input num" value={day} min={dateTime(now, zone).slice(0, 10)} aria-invalid={isPast} onChange={(event) => setDay(event.target.value)} />
        </div>
      </div>
      <div className="field-row">
        <div className="field">
          <label htmlFor="lesson-register">{t('web.review.lesson.register')}</label>
          <select id="lesson-register" className="input" value={registerId} onChange={(event) => { setRegisterId(event.target.value); setRecord(undefined); }}>
            {registers.map((register) => <option key={register.id} value={register.id}>{title(register.titles)}</option>)}
          </select>
        </div>
        <RecordPicker key={registerId} id="lesson-record" label={t('web.review.lesson.record')} registerId={registerId} picked={record} onPick={setRecord} />
      </div>
      <p className="quiet small">{t('web.review.lesson.why')}</p>
    </ReviewDialog>
  );
}

/** Only records of readiness can be changed by a lesson. */
function isReadiness(register: RegisterInfo): boolean {
  return register.room.startsWith('readiness');
}
