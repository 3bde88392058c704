// Reporting clocks: name, whom to tell and how, the clause, and how long is left. Half gone shows in
// the bar, overdue in inverse; no colour, because colour is a level. Answered clocks stay on record.

import { useState } from 'react';
import { useZone } from '../../../app/installation.tsx';
import { useNow } from '../../../app/now.ts';
import { hourMinute } from '../../../format/time.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { ConfidenceTag } from '../../../parts/Marks.tsx';
import { desk } from '../desk-store.ts';
import { Countdown } from './AlertPanel.tsx';
import { answeredClocks, clockShareRatio, runningClocks } from './incident-view.ts';
import type { IncidentClock } from './incident-view.ts';

export function ClockSection({ clocks }: { readonly clocks: readonly IncidentClock[] }) {
  const { t } = useI18n();
  const [all, setAll] = useState(false);
  const [running, answered] = [runningClocks(clocks), answeredClocks(clocks)];
  const shown = all ? running : running.slice(0, SHOWN_COUNT);
  return (
    <>
      <div className="section-bar"><b>{t('web.clock.title')}</b>{t('web.clock.count', { running: running.length, answered: answered.length })}<em>{t('web.clock.hint')}</em></div>
      {running.length + answered.length === 0 ? <p className="empty-row">{t('web.clock.empty')}</p> : (
        <ul className="dense clock-list">
          {shown.map((clock) => <RunningClock key={clock.id} clock={clock} />)}
          {running.length > shown.length && <li><button type="button" className="btn slim plain" onClick={() => setAll(true)}>{t('web.clock.all', { count: running.length })}</button></li>}
          {answered.map((clock) => <AnsweredClock key={clock.id} clock={clock} />)}
        </ul>
      )}
    </>
  );
}

function RunningClock({ clock }: { readonly clock: IncidentClock }) {
  const { t, title } = useI18n();
  const now = useNow();
  const ratio = clockShareRatio(clock, now);
  return (
    <li>
      <span className="cut" title={title(clock.titles)}>{title(clock.titles)}</span>
      <span className="num"><b><Countdown dueMs={Date.parse(clock.dueAt) - now} /></b> <button type="button" className="btn slim plain" onClick={() => desk.openForm('answer-clock', clock.id)}>{t('web.clock.answer')}</button></span>
      <span className="cite">→ {title(clock.recipientTitles)} · {t(`web.clock.channel.${clock.channel}`)} · {t('web.clock.allowed', { minutes: clock.allowedMinutes })} <ConfidenceTag confidence={clock.confidence} />{clock.allowedBasis === 'house' && <> <span className="tag dashed">{t('web.clock.house')}</span></>}</span>
      <span className="cite cut" title={clock.cite}>{clock.cite}</span>
      <span className="bar"><i className={ratio >= 0.5 ? 'half' : ''} style={{ width: `${Math.max(0, Math.min(1, ratio)) * 100}%` }} /></span>
    </li>
  );
}

function AnsweredClock({ clock }: { readonly clock: IncidentClock }) {
  const { t, title } = useI18n();
  const zone = useZone();
  const now = useNow();
  return (
    <li className="quiet">
      <span className="cut" title={clock.answerText ?? ''}>{title(clock.titles)} → {title(clock.recipientTitles)}</span>
      <span className="num small">{clock.breachedAt !== null && <span className="chip outline">{t('web.clock.breached')}</span>} {clock.answeredAt === null ? '' : t('web.clock.answered', { time: hourMinute(clock.answeredAt, zone, now) })}</span>
    </li>
  );
}

const SHOWN_COUNT = 3;
