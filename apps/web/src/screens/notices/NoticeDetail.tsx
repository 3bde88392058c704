// One notice: its words, then its receipts with the open ones first and whom to call for them, and at
// the right what this seat can do about it.

import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { Notice } from '@anlan/contracts';
import { useQuery } from '../../api/use-query.ts';
import { useZone } from '../../app/installation.tsx';
import { useAccount } from '../../app/seat.tsx';
import { dateTime } from '../../format/time.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { ErrorBox } from '../../parts/ErrorBox.tsx';
import { may } from '../../parts/room/may.ts';
import { rowHref } from '../watch/selection.ts';
import { BehalfForm, OwnForm } from './AcknowledgeForms.tsx';
import { splitReceipts } from './notice-view.ts';
import { AnsweredTable, OpenTable } from './ReceiptTables.tsx';

export function NoticeDetail({ noticeId }: { readonly noticeId: string }) {
  const { t } = useI18n();
  const query = useQuery('getNotice', { params: { id: noticeId } });
  const notice = query.data;
  if (notice === undefined) {
    return <div className="nt-nothing">{query.error === undefined ? <p className="empty-row">{t('web.loading')}</p> : <ErrorBox error={query.error} onRetry={() => void query.refetch()} />}</div>;
  }
  return <Loaded notice={notice} />;
}

function Loaded({ notice }: { readonly notice: Notice }) {
  const { t } = useI18n();
  const zone = useZone();
  const { roles, organisationId } = useAccount();
  const [unitId, setUnitId] = useState<string>();
  const mayAnswerForOthers = may(roles, 'notice.acknowledge-others');
  const { open, answered } = splitReceipts(notice);
  const chosen = mayAnswerForOthers ? open.find((receipt) => receipt.organisationId === unitId && receipt.organisationId !== organisationId) : undefined;
  return (
    <>
      <article className="nt-main">
        <header className="nt-head">
          <h1>{notice.title}</h1>
          <p className="small quiet num">{dateTime(notice.sentAt, zone)} · {notice.sentBy} · {t(`web.notices.to.${notice.addressedTo}`)}{notice.incidentId !== null && <> · <Link to={rowHref({ kind: 'incident', id: notice.incidentId })}>{t('web.notices.incident')}</Link></>}</p>
          <p className="nt-figure num">{t('web.notices.answered-of', { count: notice.acknowledgedCount, total: notice.receiptCount })}</p>
        </header>
        <div className="scroll">
          <p className="nt-text">{notice.text}</p>
          <h2 className="section-bar">{t('web.notices.waiting')} <b className="num">{open.length}</b></h2>
          {open.length === 0 ? <p className="empty-row">{t('web.notices.none-waiting')}</p> : <OpenTable receipts={open} chosenId={chosen?.organisationId} onChoose={mayAnswerForOthers ? setUnitId : undefined} />}
          <h2 className="section-bar">{t('web.notices.answered')} <b className="num">{answered.length}</b></h2>
          {answered.length === 0 ? <p className="empty-row">{t('web.notices.none-answered')}</p> : <AnsweredTable receipts={answered} />}
        </div>
      </article>
      <aside className="nt-panel">
        {chosen !== undefined ? <BehalfForm key={chosen.organisationId} notice={notice} receipt={chosen} onClose={() => setUnitId(undefined)} />
          : notice.ownReceipt === 'open' ? <OwnForm notice={notice} />
          : <p className="empty-row">{t(notice.ownReceipt === 'acknowledged' ? 'web.notices.own-answered' : mayAnswerForOthers && open.length > 0 ? 'web.notices.choose-unit' : 'web.notices.nothing-to-do')}</p>}
      </aside>
    </>
  );
}
