// The judgement of the case: measures with the events they cite, clocks met and missed, lessons with
// owner, day and record; opening, writing and closing the review pinned below.

import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { Incident, Review } from '@anlan/contracts';
import { call } from '../../api/call.ts';
import { useAction } from '../../api/use-action.ts';
import { useQuery } from '../../api/use-query.ts';
import { useZone } from '../../app/installation.tsx';
import { useNow } from '../../app/now.ts';
import { useAccount } from '../../app/seat.tsx';
import { dateTime, duration, hourMinute } from '../../format/time.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { ErrorBox } from '../../parts/ErrorBox.tsx';
import { may } from '../../parts/room/may.ts';
import { LessonDialog } from './LessonDialog.tsx';
import { LessonList } from './LessonList.tsx';
import { MeasureList } from './MeasureList.tsx';
import { TextDialog } from './TextDialog.tsx';
import { clockOutcome } from './review-view.ts';

interface Props { readonly incidentId: string; readonly incident: Incident | undefined; readonly onCite: (positionIndex: number) => void }

export function ReviewPanel({ incidentId, incident, onCite }: Props) {
  const { t } = useI18n();
  const { roles } = useAccount();
  const query = useQuery('getReview', { params: { id: incidentId } });
  const open = useAction();
  const [asking, setAsking] = useState<'lesson' | 'close'>();
  const review = query.data;
  const touched = [`incident/${incidentId}`, `review/${review?.id ?? ''}`, 'review/*', 'queue'];
  const mayWrite = may(roles, 'review.write');
  const isOver = incident?.state === 'terminated' || incident?.state === 'closed';
  return (
    <section className="pane" aria-label={t('web.review.judgement')}>
      <div className="scroll" tabIndex={0}>
        {query.error !== undefined && <ErrorBox error={query.error} onRetry={() => void query.refetch()} />}
        {review === undefined ? query.error === undefined && <p className="empty-row">{t('web.loading')}</p> : review === null ? <p className="empty-row">{isOver ? t('web.review.not-started') : t('web.review.too-early')}</p> : <Opened review={review} onCite={onCite} />}
        {incident !== undefined && <ClockResults incident={incident} />}
        {review !== undefined && review !== null && <LessonList review={review} mayWrite={mayWrite} touched={touched} />}
      </div>
      {open.error !== undefined && <div className="review-error"><ErrorBox error={open.error} onRetry={open.clear} /></div>}
      {mayWrite && review !== undefined && (review === null ? isOver : review.state === 'open') && (
        <footer className="pane-foot">
          {review === null ? <button type="button" className="btn primary" disabled={open.busy} onClick={() => void open.run(() => call('openReview', { params: { id: incidentId } }), touched)}>{t('web.review.open')}</button> : (
            <>
              <button type="button" className="btn primary" onClick={() => setAsking('lesson')}>{t('web.review.add-lesson')}</button>
              <button type="button" className="btn" onClick={() => setAsking('close')}>{t('web.review.close')}</button>
            </>
          )}
        </footer>
      )}
      {review?.state === 'closed' && incident?.state === 'terminated' && <footer className="pane-foot"><Link className="btn primary" to={`/watch?on=incident/${incidentId}`}>{t('web.review.to-close')}</Link></footer>}
      {asking === 'lesson' && review !== undefined && review !== null && <LessonDialog reviewId={review.id} touched={touched} onClose={() => setAsking(undefined)} />}
      {asking === 'close' && review !== undefined && review !== null && (
        <TextDialog title={t('web.review.close-title')} label={t('web.review.summary')} hint={t('web.review.close-hint', { count: review.lessons.filter((lesson) => lesson.state === 'open').length })} sendText={t('web.review.close')} textMax={4000}
          touched={touched} onSend={(summaryText) => call('closeReview', { params: { id: review.id }, body: { summaryText } })} onClose={() => setAsking(undefined)} />
      )}
    </section>
  );
}

function Opened({ review, onCite }: { readonly review: Review; readonly onCite: (positionIndex: number) => void }) {
  const { t, who } = useI18n();
  const zone = useZone();
  return (
    <>
      <div className="review-head small">
        <p className="num"><span className="tag">{t(`web.review.state.${review.state}`)}</span> {t('web.review.opened', { time: dateTime(review.openedAt, zone), name: who(review.openedBy) })}</p>
        {review.closedAt !== null && <p className="num">{t('web.review.closed', { time: dateTime(review.closedAt, zone) })}</p>}
        {review.summaryText !== null && <p className="review-summary">{review.summaryText}</p>}
      </div>
      {review.measures === null ? <p className="empty-row">{t('web.review.not-measured')}</p> : <MeasureList measures={review.measures} onCite={onCite} />}
    </>
  );
}

function ClockResults({ incident }: { readonly incident: Incident }) {
  const { t, title, locale } = useI18n();
  const zone = useZone();
  const now = useNow();
  const clocks = incident.clocks.filter((clock) => clock.replacedByClockId === null || clock.answeredAt !== null);
  const metCount = clocks.filter((clock) => clockOutcome(clock, now) === 'met').length;
  return (
    <>
      <div className="section-bar"><b>{t('web.review.clocks')}</b><span className="num">{t('web.review.clocks-met', { met: metCount, all: clocks.length })}</span></div>
      {clocks.length === 0 ? <p className="empty-row">{t('web.clock.empty')}</p> : (
        <ul className="clock-results small">
          {clocks.map((clock) => {
            const outcome = clockOutcome(clock, now);
            const marginMs = Date.parse(clock.dueAt) - (clock.answeredAt === null ? now : Date.parse(clock.answeredAt));
            return (
              <li key={clock.id}>
                <p><b className="cut" title={title(clock.titles)}>{title(clock.titles)}</b><span className={outcome === 'met' ? 'met' : outcome === 'running' ? 'tag' : 'chip'}>{t(`web.review.clock.${outcome}`)}</span></p>
                <p className="num quiet">→ {title(clock.recipientTitles)} · {t('web.review.clock-due', { time: hourMinute(clock.dueAt, zone, incident.happenedAt) })}{clock.answeredAt === null ? '' : ` · ${t('web.clock.answered', { time: hourMinute(clock.answeredAt, zone, incident.happenedAt) })}`} · {marginMs >= 0 ? t(outcome === 'running' ? 'web.review.running-left' : 'web.review.margin', { age: duration(marginMs, locale) }) : t('web.dispatch.late', { age: duration(-marginMs, locale) })}</p>
                <p className="quiet cut" title={clock.cite}>{clock.cite}</p>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
