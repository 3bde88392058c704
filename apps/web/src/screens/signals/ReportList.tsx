// What people reported, unanswered first. Who may not read reports is told so.

import type { Report } from '@anlan/contracts';
import { useQuery } from '../../api/use-query.ts';
import { useZone } from '../../app/installation.tsx';
import { useNow } from '../../app/now.ts';
import { useAccount } from '../../app/seat.tsx';
import { hourMinute } from '../../format/time.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { ErrorBox } from '../../parts/ErrorBox.tsx';

export function ReportList({ chosenId, onChoose }: { readonly chosenId: string | undefined; readonly onChoose: (id: string) => void }) {
  const { t } = useI18n();
  const mayRead = useAccount().roles.some((role) => READERS.has(role));
  const query = useQuery('listReports', {}, { enabled: mayRead });
  const reports = [...(query.data ?? [])].sort((a, b) => Number(b.state === 'received') - Number(a.state === 'received'));
  const openCount = reports.filter(({ state }) => state === 'received').length;
  return (
    <section className="sg-reports">
      <h2 className="section-bar">{t('web.signals.reports')} <b className="num">{query.data === undefined ? '' : reports.length}</b><em>{openCount > 0 && t('web.signals.reports-open', { count: openCount })}</em></h2>
      <div className="scroll">
        {!mayRead && <p className="empty-row">{t('web.signals.reports-hidden')}</p>}
        {query.error !== undefined && <ErrorBox error={query.error} onRetry={() => void query.refetch()} />}
        {mayRead && query.data === undefined && query.error === undefined && <p className="empty-row">{t('web.loading')}</p>}
        {query.data?.length === 0 && <p className="empty-row">{t('web.signals.reports-empty')}</p>}
        {reports.map((report) => <ReportRow key={report.id} report={report} chosen={report.id === chosenId} onChoose={() => onChoose(report.id)} />)}
      </div>
    </section>
  );
}

function ReportRow({ report, chosen, onChoose }: { readonly report: Report; readonly chosen: boolean; readonly onChoose: () => void }) {
  const { t } = useI18n();
  const zone = useZone();
  const now = useNow();
  return (
    <button type="button" className="sg-report" aria-pressed={chosen} onClick={onChoose}>
      <span className="sg-line"><span className={report.state === 'received' ? 'cut sg-unread' : 'cut'}>{report.what}</span><em className="num">{hourMinute(report.receivedAt, zone, now)}</em></span>
      <span className="sg-line small"><span className="cut">{report.placeText}</span>{report.photoArtefactIds.length > 0 && <span className="tag num">{t('web.signals.photos', { count: report.photoArtefactIds.length })}</span>}<em>{t(`web.report.state.${report.state}`)}</em></span>
    </button>
  );
}

/** Who may read what people reported; the server judges again. */
const READERS: ReadonlySet<string> = new Set(['duty', 'commander', 'dispatcher', 'admin']);
