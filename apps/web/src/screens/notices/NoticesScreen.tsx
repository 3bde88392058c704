// The notices room: what was sent to which units, and who has not acknowledged it. The list at the
// left, the notice beside it; `notices/new` is the form for a new one.

import { useNavigate, useParams } from 'react-router-dom';
import type { NoticeRow } from '@anlan/contracts';
import { useQuery } from '../../api/use-query.ts';
import { useZone } from '../../app/installation.tsx';
import { useKeys } from '../../app/keys.ts';
import { useNow } from '../../app/now.ts';
import { useAccount } from '../../app/seat.tsx';
import { hourMinute } from '../../format/time.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { ErrorBox } from '../../parts/ErrorBox.tsx';
import { may } from '../../parts/room/may.ts';
import { NoticeDetail } from './NoticeDetail.tsx';
import { SendForm } from './SendForm.tsx';
import './notices.css';

export function NoticesScreen() {
  const { t } = useI18n();
  const { noticeId } = useParams();
  const navigate = useNavigate();
  const { roles } = useAccount();
  const query = useQuery('listNotices', { query: { limit: 200 } });
  const rows = query.data ?? [];
  const maySend = may(roles, 'notice.send');
  const isNew = noticeId === 'new' && maySend;
  const open = (id: string | undefined) => id !== undefined && void navigate(`/notices/${id}`);
  const walk = (step: number) => open(rows[Math.max(0, Math.min(rows.length - 1, rows.findIndex(({ id }) => id === noticeId) + step))]?.id);
  const compose = maySend && !isNew ? () => open('new') : undefined;
  useKeys(isNew ? {} : { j: () => walk(1), ArrowDown: () => walk(1), k: () => walk(-1), ArrowUp: () => walk(-1), n: compose });
  return (
    <>
      <section className="nt-list" aria-label={t('web.notices.room')}>
        <h2 className="section-bar">{t('web.notices.room')} <b className="num">{rows.length}</b></h2>
        <div className="scroll">
          {query.error !== undefined && <ErrorBox error={query.error} onRetry={() => void query.refetch()} />}
          {query.data === undefined ? query.error === undefined && <p className="empty-row">{t('web.loading')}</p> : rows.length === 0 && <p className="empty-row">{t(maySend ? 'web.notices.empty' : 'web.notices.empty-own')}</p>}
          <ul>{rows.map((row) => <li key={row.id}><Row row={row} chosen={row.id === noticeId} onOpen={() => open(row.id)} /></li>)}</ul>
        </div>
        {maySend && <footer className="nt-foot"><button type="button" className={isNew ? 'btn' : 'btn primary'} disabled={isNew} onClick={() => compose?.()}>{t('web.notices.new')} <kbd>N</kbd></button></footer>}
      </section>
      {isNew ? <SendForm onDone={(id) => void navigate(`/notices/${id ?? ''}`)} />
        : noticeId === undefined || noticeId === 'new' ? <p className="nt-nothing empty-row">{t('web.notices.choose')}</p>
        : <NoticeDetail key={noticeId} noticeId={noticeId} />}
    </>
  );
}

function Row({ row, chosen, onOpen }: { readonly row: NoticeRow; readonly chosen: boolean; readonly onOpen: () => void }) {
  const { t } = useI18n();
  const zone = useZone();
  const now = useNow();
  const waiting = row.receiptCount - row.acknowledgedCount;
  return (
    <button type="button" className="nt-row" aria-current={chosen} onClick={onOpen}>
      <b className="cut">{row.title}</b>
      <span>{row.ownReceipt === 'open' && <span className="chip">{t('web.notices.own-open')}</span>}</span>
      <span className="cut quiet small num">{hourMinute(row.sentAt, zone, now)} · {row.sentBy}</span>
      <span className={waiting === 0 ? 'small num nt-count nt-all' : 'small num nt-count'}>{waiting === 0 ? t('web.notices.all-answered') : t('web.notices.count', { count: row.acknowledgedCount, total: row.receiptCount })}</span>
    </button>
  );
}
