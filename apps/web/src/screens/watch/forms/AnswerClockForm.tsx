// Answering a reporting clock: which duty, to whom, under which clause, and what was said. The product
// sends nothing upward by itself: a person reports and writes down that it was done.

import { useState } from 'react';
import type { Incident } from '@anlan/contracts';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { useZone } from '../../../app/installation.tsx';
import { serverClock, useNow } from '../../../app/now.ts';
import { dateTime } from '../../../format/time.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { desk, useDesk } from '../desk-store.ts';
import { Countdown } from '../panel/AlertPanel.tsx';
import { runningClocks } from '../panel/incident-view.ts';
import { Field, FormFrame } from './FormFrame.tsx';
import { TimeField } from './fields.tsx';

export function AnswerClockForm({ incident, onReload }: { readonly incident: Incident; readonly onReload: () => void }) {
  const { t, title } = useI18n();
  const zone = useZone();
  const now = useNow();
  const action = useAction();
  const wanted = useDesk((state) => state.clockId);
  const clocks = runningClocks(incident.clocks);
  const [clockId, setClockId] = useState(wanted ?? clocks[0]?.id ?? '');
  const [text, setText] = useState('');
  const [answeredAt, setAnsweredAt] = useState(() => new Date(serverClock.now()).toISOString());
  const clock = clocks.find((candidate) => candidate.id === clockId);
  const send = () => void action.run(
    () => call('answerClock', { params: { id: incident.id, clockId }, body: { text: text.trim(), answeredAt, seenVersion: incident.streamVersion } }),
    [`incident/${incident.id}`, 'queue'],
  ).then((done) => done && desk.closeForm());
  return (
    <FormFrame titleKey="web.form.answer-clock" sendKey="web.form.answer-send" action={action} ready={clock !== undefined && text.trim().length >= 2} onSend={send} onReload={onReload}>
      {clocks.length === 0 ? <p className="quiet">{t('web.clock.empty')}</p> : (
        <Field label={t('web.clock.title')} id="clock-id">
          <select id="clock-id" className="input" value={clockId} onChange={(event) => setClockId(event.target.value)}>
            {clocks.map((candidate) => <option key={candidate.id} value={candidate.id}>{title(candidate.titles)} → {title(candidate.recipientTitles)}</option>)}
          </select>
        </Field>
      )}
      {clock !== undefined && (
        <p className="small">{clock.cite}<br />{t(`web.clock.channel.${clock.channel}`)} · <span className="num">{dateTime(clock.dueAt, zone)}</span> · <Countdown dueMs={Date.parse(clock.dueAt) - now} /></p>
      )}
      <Field label={t('web.form.answer-text')} id="clock-text" hint={t('web.form.answer-hint')}><textarea id="clock-text" className="input" data-first value={text} maxLength={2000} onChange={(event) => setText(event.target.value)} /></Field>
      <TimeField id="clock-answered" label={t('web.form.answered-at')} value={answeredAt} onChange={setAnsweredAt} />
    </FormFrame>
  );
}
