// An alert: what was measured against which limit, where, how old; acknowledge, dismiss, or open an
// incident from it.

import { Link } from 'react-router-dom';
import type { Alert } from '@anlan/contracts';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { useQuery } from '../../../api/use-query.ts';
import { useLiveValues, useZone } from '../../../app/installation.tsx';
import { useNow } from '../../../app/now.ts';
import { countdown, dateTime, hourMinute } from '../../../format/time.ts';
import { position, quantity } from '../../../format/units.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Age } from '../../../parts/Age.tsx';
import { ErrorBox } from '../../../parts/ErrorBox.tsx';
import { Fact, SimulatedTag } from '../../../parts/Marks.tsx';
import { LevelMark } from '../../../parts/LevelMark.tsx';
import { desk, useDesk } from '../desk-store.ts';
import { ReasonForm } from '../forms/ReasonForm.tsx';
import { rowHref } from '../selection.ts';
import { CountyName } from './CountyName.tsx';
import { Loaded } from './Loaded.tsx';
import { SeriesChart } from './SeriesChart.tsx';

export function AlertPanel({ id }: { readonly id: string }) {
  const query = useQuery('getAlert', { params: { id } });
  const form = useDesk((state) => state.form);
  if (form === 'dismiss') {
    return <ReasonForm titleKey="web.form.dismiss-alert" onSend={(reason) => call('dismissAlert', { params: { id }, body: { reason } })} touched={['queue', `alert/${id}`]} />;
  }
  return <Loaded query={query}>{(alert) => <AlertView alert={alert} />}</Loaded>;
}

function AlertView({ alert }: { readonly alert: Alert }) {
  const { t, title, locale, who } = useI18n();
  const zone = useZone();
  const now = useNow();
  const action = useAction();
  const { readings } = useLiveValues();
  const latest = alert.sensorId === null ? undefined : readings.get(alert.sensorId);
  const acknowledge = () => void action.run(() => call('acknowledgeAlert', { params: { id: alert.id } }), ['queue', `alert/${alert.id}`]);
  return (
    <>
      <header className="panel-head">
        <div className="row-1">
          <LevelMark levelIndex={null} urgencyIndex={alert.urgencyIndex} small />
          <span>{t(`web.alert.state.${alert.state}`)}{alert.escalationCount > 0 ? ` · ${t('web.alert.escalated', { count: alert.escalationCount })}` : ''}</span>
          {alert.simulated && <SimulatedTag />}
          <em>{t(`web.alert.kind.${alert.kind}`)}</em>
        </div>
        <h1>{title(alert.titles)}</h1>
        {alert.position !== null && <p><span className="num">{position(alert.position)}</span><CountyName county={alert.county} /></p>}
        {alert.owner !== null && <p className="quiet">{t('web.owner', { name: title(alert.owner.titles) })} · {t(`web.alert.owner.${alert.owner.basis}`)}</p>}
      </header>
      <dl className="clock-strip num">
        <div><dt><span>{t('web.alert.since')}</span><em>{hourMinute(alert.raisedAt, zone, now)}</em></dt><dd>{countdown(now - Date.parse(alert.raisedAt))}</dd></div>
        <div>
          <dt><span>{t('web.alert.acknowledge-left')}</span><em>{hourMinute(alert.acknowledgeDueAt, zone, now)}</em></dt>
          <dd>{alert.acknowledgedAt !== null ? t('web.alert.done') : <Countdown dueMs={Date.parse(alert.acknowledgeDueAt) - now} />}</dd>
        </div>
        {alert.withdrawal === undefined && <div><dt><span>{t('web.alert.condition')}</span></dt><dd>{alert.conditionActive ? t('web.alert.condition-active') : t('web.alert.condition-ended')}</dd></div>}
      </dl>
      <div className="scroll">
        <dl className="fact-grid">
          {alert.withdrawal !== undefined ? <Withdrawn alert={alert} withdrawal={alert.withdrawal} /> : <>
          <Fact label={t('web.alert.reading')}>{alert.readingValue === null ? t('web.unknown') : quantity(alert.readingValue, alert.unitCode, locale)}</Fact>
          <Fact label={t('web.alert.threshold')}>{alert.thresholdValue === null ? '—' : quantity(alert.thresholdValue, alert.unitCode, locale)}</Fact></>}
          {latest !== undefined && <Fact label={t('web.alert.latest')}>{quantity(latest.readingValue, alert.unitCode, locale)} <span className="quiet small"><Age at={latest.observedAt} /></span></Fact>}
          <div className="wide"><Fact label={t('web.alert.observed')}><span className="num">{dateTime(alert.observedAt, zone)}</span></Fact></div>
          {alert.acknowledgedAt !== null && <div className="wide"><Fact label={t('web.alert.acknowledged')}><span className="num">{dateTime(alert.acknowledgedAt, zone)}</span> {who(alert.acknowledgedBy ?? '')}</Fact></div>}
          {alert.dismissedReason !== null && <div className="wide"><Fact label={t('web.alert.dismissed')}>{alert.dismissedReason}</Fact></div>}
        </dl>
        {alert.sensorId !== null && (alert.withdrawal === undefined || alert.withdrawal.how === 'limits-changed') && <SeriesChart sensorId={alert.sensorId} unitCode={alert.unitCode} thresholdValue={alert.thresholdValue} />}
        {action.error !== undefined && <ErrorBox error={action.error} onRetry={acknowledge} />}
      </div>
      <footer className="panel-foot">
        {alert.state === 'new' && <button type="button" className="btn primary" disabled={action.busy} onClick={acknowledge}>{t('web.action.alert.acknowledge')} <kbd>F2</kbd></button>}
        {alert.incidentId !== null ? <Link className="btn primary" to={rowHref({ kind: 'incident', id: alert.incidentId })}>{t('web.alert.to-incident')}</Link>
          : alert.state !== 'dismissed' && <button type="button" className={alert.state === 'new' ? 'btn' : 'btn primary'} onClick={() => desk.openForm('open-incident')}>{t('web.action.incident.open')}</button>}
        {(alert.state === 'new' || alert.state === 'acknowledged') && <button type="button" className="btn" onClick={() => desk.openForm('dismiss')}>{t('web.form.dismiss')}</button>}
      </footer>
    </>
  );
}

/** Who took the watch away, how and why; the record says who answers for it. */
function Withdrawn({ alert, withdrawal: { how, by, reason } }: { readonly alert: Alert; readonly withdrawal: NonNullable<Alert['withdrawal']> }) {
  const { t, who } = useI18n();
  return (
    <>
      <Fact label={t('web.alert.withdrawn.how')}>{t(`web.alert.withdrawn.${how}`)}</Fact>
      <Fact label={t('web.alert.withdrawn.by')}>{who(by)}</Fact>
      <div className="wide"><Fact label={t('web.alert.withdrawn.why')}>{reason}</Fact></div>
      {alert.sensorId !== null && <div className="wide"><Link to={`/readiness/sensors/${encodeURIComponent(alert.sensorId)}`}>{t('web.alert.withdrawn.record')}</Link></div>}
    </>
  );
}

export function Countdown({ dueMs }: { readonly dueMs: number }) {
  return <span className={dueMs < 0 ? 'overdue' : undefined}>{countdown(dueMs)}</span>;
}
