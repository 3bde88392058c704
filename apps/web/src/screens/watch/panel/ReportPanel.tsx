// A person's report: their own words, unchanged; place, phone, photos; acknowledge, dismiss, open.

import { Link } from 'react-router-dom';
import type { Report } from '@anlan/contracts';
import { call, urlOf } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { useQuery } from '../../../api/use-query.ts';
import { useZone } from '../../../app/installation.tsx';
import { useNow } from '../../../app/now.ts';
import { countdown, dateTime, hourMinute } from '../../../format/time.ts';
import { position } from '../../../format/units.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { ErrorBox } from '../../../parts/ErrorBox.tsx';
import { Fact } from '../../../parts/Marks.tsx';
import { desk, useDesk } from '../desk-store.ts';
import { ReasonForm } from '../forms/ReasonForm.tsx';
import { rowHref } from '../selection.ts';
import { CountyName } from './CountyName.tsx';
import { Loaded } from './Loaded.tsx';

export function ReportPanel({ id }: { readonly id: string }) {
  const { t } = useI18n();
  const query = useQuery('listReports', {});
  const form = useDesk((state) => state.form);
  if (form === 'dismiss') {
    return <ReasonForm titleKey="web.form.dismiss-report" onSend={(reason) => call('dismissReport', { params: { id }, body: { reason } })} touched={['queue', `report/${id}`]} />;
  }
  return (
    <Loaded query={query}>
      {(reports) => {
        const report = reports.find((candidate) => candidate.id === id);
        return report === undefined ? <p className="empty-row">{t('web.report.not-found')}</p> : <ReportView report={report} />;
      }}
    </Loaded>
  );
}

function ReportView({ report }: { readonly report: Report }) {
  const { t } = useI18n();
  const zone = useZone();
  const now = useNow();
  const action = useAction();
  const acknowledge = () => void action.run(() => call('acknowledgeReport', { params: { id: report.id } }), ['queue', `report/${report.id}`]);
  return (
    <>
      <header className="panel-head">
        <div className="row-1"><span>{t('web.report.source')}</span><span>{t(`web.report.state.${report.state}`)}</span><em className="num">{report.receiptNumber}</em></div>
        <h1>{report.what}</h1>
        <p>{report.placeText}</p>
      </header>
      <dl className="clock-strip num">
        <div><dt><span>{t('web.report.received-since')}</span><em>{hourMinute(report.receivedAt, zone, now)}</em></dt><dd>{countdown(now - Date.parse(report.receivedAt))}</dd></div>
      </dl>
      <div className="scroll">
        <dl className="fact-grid">
          <div className="wide"><Fact label={t('web.report.place')}>{report.position === null ? t('web.report.no-position') : <><span className="num">{position(report.position)}</span><CountyName county={report.county} /></>}</Fact></div>
          <div className="wide"><Fact label={t('web.report.phone')}><a className="num" href={`tel:${report.phone}`}>{report.phone}</a></Fact></div>
          <div className="wide"><Fact label={t('web.report.observed')}><span className="num">{dateTime(report.observedAt, zone)}</span></Fact></div>
          {report.dismissedReason !== null && <div className="wide"><Fact label={t('web.alert.dismissed')}>{report.dismissedReason}</Fact></div>}
        </dl>
        {report.photoArtefactIds.length > 0 && (
          <div className="photos">
            {report.photoArtefactIds.map((artefactId, index) => (
              <a key={artefactId} href={urlOf('getArtefact', { params: { id: artefactId } })} target="_blank" rel="noreferrer"><img src={urlOf('getArtefact', { params: { id: artefactId } })} alt={t('web.report.photo', { index: index + 1 })} /></a>
            ))}
          </div>
        )}
        {action.error !== undefined && <ErrorBox error={action.error} onRetry={acknowledge} />}
      </div>
      <footer className="panel-foot">
        {report.state === 'received' && <button type="button" className="btn primary" disabled={action.busy} onClick={acknowledge}>{t('web.action.report.acknowledge')} <kbd>F2</kbd></button>}
        {report.incidentId !== null ? <Link className="btn primary" to={rowHref({ kind: 'incident', id: report.incidentId })}>{t('web.alert.to-incident')}</Link>
          : report.state !== 'dismissed' && <button type="button" className={report.state === 'received' ? 'btn' : 'btn primary'} onClick={() => desk.openForm('open-incident')}>{t('web.action.incident.open')}</button>}
        {(report.state === 'received' || report.state === 'acknowledged') && <button type="button" className="btn" onClick={() => desk.openForm('dismiss')}>{t('web.form.dismiss')}</button>}
      </footer>
    </>
  );
}
