// One report: the person's own words, unchanged, place, telephone, photographs; acknowledge, dismiss
// with a reason, or take it to the desk.

import { useState } from 'react';
import type { FormEvent } from 'react';
import { Link } from 'react-router-dom';
import type { Report } from '@anlan/contracts';
import { call, urlOf } from '../../api/call.ts';
import type { Action } from '../../api/use-action.ts';
import { useAction } from '../../api/use-action.ts';
import { useQuery } from '../../api/use-query.ts';
import { useZone } from '../../app/installation.tsx';
import { useAccount } from '../../app/seat.tsx';
import { dateTime } from '../../format/time.ts';
import { position } from '../../format/units.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Age } from '../../parts/Age.tsx';
import { ErrorBox } from '../../parts/ErrorBox.tsx';
import { useKeysFirst } from '../readiness/register/use-keys-first.ts';
import { rowHref } from '../watch/selection.ts';

export function ReportDetail({ id }: { readonly id: string }) {
  const { t } = useI18n();
  const query = useQuery('listReports', {});
  const report = query.data?.find((candidate) => candidate.id === id);
  if (report !== undefined) return <Detail report={report} />;
  if (query.error !== undefined) return <ErrorBox error={query.error} onRetry={() => void query.refetch()} />;
  return <p className="empty-row">{query.data === undefined ? t('web.loading') : t('web.report.not-found')}</p>;
}

function Detail({ report }: { readonly report: Report }) {
  const { t } = useI18n();
  const zone = useZone();
  const action = useAction();
  const [dismissing, setDismissing] = useState(false);
  const mayAnswer = useAccount().roles.some((role) => ANSWERERS.has(role));
  const acknowledge = () => void action.run(() => call('acknowledgeReport', { params: { id: report.id } }), ['queue', `report/${report.id}`]);
  useKeysFirst({ F2: mayAnswer && report.state === 'received' && !action.busy ? acknowledge : undefined });
  return (
    <>
      <header className="sg-head">
        <p className="sg-line small"><span>{t('web.report.source')}</span><span className="tag">{t(`web.report.state.${report.state}`)}</span><em className="num">{report.receiptNumber}</em></p>
        <h1>{report.what}</h1>
      </header>
      <div className="scroll">
        <dl className="sg-facts">
          <div><dt>{t('web.signals.report.place')}</dt><dd>{report.placeText === '' ? <span className="quiet">{t('web.signals.not-given')}</span> : report.placeText}<br /><span className="num quiet">{report.position === null ? t('web.report.no-position') : position(report.position)}</span></dd></div>
          <div><dt>{t('web.report.phone')}</dt><dd><a className="num" href={`tel:${report.phone}`}>{report.phone}</a></dd></div>
          <div><dt>{t('web.report.observed')}</dt><dd className="num">{dateTime(report.observedAt, zone)}</dd></div>
          <div><dt>{t('web.signals.report.received')}</dt><dd className="num">{dateTime(report.receivedAt, zone)} <span className="quiet">(<Age at={report.receivedAt} />)</span></dd></div>
          {report.dismissedReason !== null && <div><dt>{t('web.alert.dismissed')}</dt><dd>{report.dismissedReason}</dd></div>}
        </dl>
        {report.photoArtefactIds.length > 0 && (
          <div className="sg-photos">
            {report.photoArtefactIds.map((artefactId, index) => {
              const src = urlOf('getArtefact', { params: { id: artefactId } });
              return <a key={artefactId} href={src} target="_blank" rel="noreferrer"><img src={src} alt={t('web.report.photo', { index: index + 1 })} loading="lazy" /></a>;
            })}
          </div>
        )}
        {action.error !== undefined && <ErrorBox error={action.error} onClose={action.clear} />}
      </div>
      {dismissing ? <DismissForm report={report} action={action} onDone={() => setDismissing(false)} /> : <Foot report={report} mayAnswer={mayAnswer} busy={action.busy} onAcknowledge={acknowledge} onDismiss={() => setDismissing(true)} />}
    </>
  );
}

interface FootProps { readonly report: Report; readonly mayAnswer: boolean; readonly busy: boolean; readonly onAcknowledge: () => void; readonly onDismiss: () => void }

function Foot({ report, mayAnswer, busy, onAcknowledge, onDismiss }: FootProps) {
  const { t } = useI18n();
  const fresh = report.state === 'received';
  return (
    <footer className="sg-foot">
      {fresh && mayAnswer && <button type="button" className="btn primary" disabled={busy} onClick={onAcknowledge}>{t('web.action.report.acknowledge')} <kbd>F2</kbd></button>}
      <Link className={fresh && mayAnswer ? 'btn' : 'btn primary'} to={report.incidentId === null ? rowHref({ kind: 'report', id: report.id }) : rowHref({ kind: 'incident', id: report.incidentId })}>{report.incidentId === null ? t('web.signals.report.to-desk') : t('web.alert.to-incident')}</Link>
      {mayAnswer && (fresh || report.state === 'acknowledged') && <button type="button" className="btn" onClick={onDismiss}>{t('web.form.dismiss')}</button>}
      {!mayAnswer && <p className="small quiet">{t('web.signals.report.read-only')}</p>}
    </footer>
  );
}

function DismissForm({ report, action, onDone }: { readonly report: Report; readonly action: Action; readonly onDone: () => void }) {
  const { t } = useI18n();
  const [reason, setReason] = useState('');
  const ready = reason.trim().length >= 2 && !action.busy;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (ready && (await action.run(() => call('dismissReport', { params: { id: report.id }, body: { reason: reason.trim() } }), ['queue', `report/${report.id}`]))) onDone();
  };
  useKeysFirst({ Escape: onDone });
  return (
    <form className="sg-foot tall" onSubmit={(event) => void send(event)}>
      <label htmlFor="dismiss-reason" className="small">{t('web.form.dismiss-report')} · {t('web.form.reason')}</label>
      <textarea id="dismiss-reason" className="input" autoFocus maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} />
      <button type="submit" className="btn primary" disabled={!ready}>{t('web.form.dismiss')}</button>
      <button type="button" className="btn" onClick={onDone}>{t('web.form.cancel')} <kbd>Esc</kbd></button>
    </form>
  );
}

/** Who may answer a report; the server judges again. */
const ANSWERERS: ReadonlySet<string> = new Set(['duty', 'commander', 'admin']);
