// Lessons: what to change, who owns it, by which day, and which readiness record it changes. They stay
// open after the review is closed, until somebody has verified them.

import { useState } from 'react';
import type { Review } from '@anlan/contracts';
import { call } from '../../api/call.ts';
import { useQuery } from '../../api/use-query.ts';
import { useZone } from '../../app/installation.tsx';
import { useNow } from '../../app/now.ts';
import { dateTime, duration } from '../../format/time.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { TextDialog } from './TextDialog.tsx';

type Lesson = Review['lessons'][number];

interface Props { readonly review: Review; readonly mayWrite: boolean; readonly touched: readonly string[] }

export function LessonList({ review, mayWrite, touched }: Props) {
  const { t } = useI18n();
  const [verifying, setVerifying] = useState<Lesson>();
  const openCount = review.lessons.filter((lesson) => lesson.state === 'open').length;
  return (
    <>
      <div className="section-bar"><b>{t('web.review.lessons')}</b><span className="num">{t('web.review.lessons-open', { open: openCount, all: review.lessons.length })}</span></div>
      {review.lessons.length === 0 ? <p className="empty-row">{t('web.review.no-lessons')}</p> : <ul className="lessons">{review.lessons.map((lesson) => <Row key={lesson.id} lesson={lesson} onVerify={mayWrite ? () => setVerifying(lesson) : undefined} />)}</ul>}
      {verifying !== undefined && (
        <TextDialog title={t('web.review.verify-title')} said={verifying.text} label={t('web.review.verify-note')} hint={t('web.review.verify-hint')} sendText={t('web.review.verify')} textMax={2000} touched={touched}
          onSend={(text) => call('verifyLesson', { params: { id: review.id, lessonId: verifying.id }, body: { text } })} onClose={() => setVerifying(undefined)} />
      )}
    </>
  );
}

function Row({ lesson, onVerify }: { readonly lesson: Lesson; readonly onVerify: (() => void) | undefined }) {
  const { t, title, locale } = useI18n();
  const zone = useZone();
  const now = useNow();
  const owner = useQuery('getRecord', { params: { registerId: 'organisations', id: lesson.ownerOrganisationId } }).data;
  const record = useQuery('getRecord', { params: { registerId: lesson.recordRegisterId, id: lesson.recordId } }).data;
  const register = useQuery('listRegisters', {}).data?.find((one) => one.id === lesson.recordRegisterId);
  const leftMs = Date.parse(lesson.dueAt) - now;
  return (
    <li>
      <p className="lesson-text">{lesson.text}</p>
      <dl className="small">
        <div><dt>{t('web.review.lesson.owner')}</dt><dd>{owner === undefined ? lesson.ownerOrganisationId : title(owner.title)}</dd></div>
        <div><dt>{t('web.review.lesson.due')}</dt><dd className="num">{dateTime(lesson.dueAt, zone).slice(0, 10)} {lesson.state === 'open' && (leftMs < 0 ? <span className="chip">{t('web.dispatch.late', { age: duration(-leftMs, locale) })}</span> : <span className="quiet">{t('web.dispatch.left', { left: duration(leftMs, locale) })}</span>)}</dd></div>
        <div><dt>{t('web.review.lesson.record')}</dt><dd>{register === undefined ? lesson.recordRegisterId : title(register.titles)} · {record === undefined ? lesson.recordId : title(record.title)}</dd></div>
      </dl>
      <p className="lesson-foot">{lesson.state === 'verified' ? <span className="met">{t('web.review.lesson.verified')}</span> : <span className="tag">{t('web.review.lesson.open')}</span>}{lesson.state === 'open' && onVerify !== undefined && <button type="button" className="btn slim no-print" onClick={onVerify}>{t('web.review.verify')}</button>}</p>
    </li>
  );
}
