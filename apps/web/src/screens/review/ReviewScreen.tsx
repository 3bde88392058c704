// The review room: the whole case as one timeline that can be replayed to any minute as it was known
// then, the measures with the events they rest on, and the lessons with owner, day and record.

import { useMemo, useRef, useState } from 'react';
import { useParams, useSearchParams } from 'react-router-dom';
import type { Incident } from '@anlan/contracts';
import { useQuery } from '../../api/use-query.ts';
import { serverClock, useNow } from '../../app/now.ts';
import { useMeta, useZone } from '../../app/installation.tsx';
import { dateTime } from '../../format/time.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { ErrorBox } from '../../parts/ErrorBox.tsx';
import { IncidentChooser } from '../../parts/room/IncidentChooser.tsx';
import { exportMarks } from '../../parts/room/export-marks.ts';
import { RoomHead } from '../../parts/room/RoomHead.tsx';
import { saveFile } from '../../parts/room/save-file.ts';
import { usePrintLight } from '../../parts/room/use-print.ts';
import { makeEntryText } from './entry-text.ts';
import { KnownThenPanel } from './KnownThenPanel.tsx';
import { ReplayBar } from './ReplayBar.tsx';
import { knownBy, replayRange } from './review-view.ts';
import { ReviewPanel } from './ReviewPanel.tsx';
import { Timeline } from './Timeline.tsx';
import { timelineCsv, timelineJson } from './timeline-file.ts';
import type { TimelineFile } from './timeline-file.ts';
import { useReplay } from './use-replay.ts';
import './review.css';

export function ReviewScreen() {
  const { incidentId } = useParams();
  if (incidentId === undefined) return <IncidentChooser titleKey="web.review.choose-incident" hrefOf={(incident) => `/review/${incident.id}`} isFirst={isToReview} />;
  return <ReviewRoom key={incidentId} incidentId={incidentId} />;
}

function ReviewRoom({ incidentId }: { readonly incidentId: string }) {
  const i18n = useI18n();
  const { t } = i18n;
  const meta = useMeta();
  const zone = useZone();
  const now = useNow();
  usePrintLight();
  const given = { params: { id: incidentId } };
  const incident = useQuery('getIncident', given);
  const timeline = useQuery('getTimeline', given);
  const forecasts = useQuery('listForecasts', given);
  const plans = useQuery('listPlans', given);
  const orders = useQuery('listOrders', { query: { incidentId, limit: 2000 } });
  const stock = useQuery('listHoldings', {});
  const oils = useQuery('listOils', {}).data;
  const [atMs, setAtMs] = useReplayMoment();
  const [cited, setCited] = useState<{ readonly positionIndex: number; readonly count: number }>();
  const citeCount = useRef(0);
  const live = useMemo(() => (incident.data === undefined || forecasts.data === undefined || plans.data === undefined || orders.data === undefined || stock.data === undefined ? undefined : { incident: incident.data, forecasts: forecasts.data, plans: plans.data, orders: orders.data, holdings: stock.data.holdings }), [incident.data, forecasts.data, plans.data, orders.data, stock.data]);
  const entries = timeline.data?.entries ?? [];
  const opened = entries.find((entry) => entry.type === 'incident.opened');
  const replay = useReplay({ incidentId, atMs, openedMs: opened === undefined ? undefined : Date.parse(opened.recordedAt), now: live });
  const range = replayRange(entries, incident.data?.state === 'closed', now);
  const context = useMemo(() => ({ locale: i18n.locale, zone, oils: oils ?? [] }), [i18n.locale, zone, oils]);
  const entryText = useMemo(() => makeEntryText(i18n, incident.data, plans.data ?? [], context), [i18n, incident.data, plans.data, context]);
  const cite = (positionIndex: number) => {
    const entry = entries.find((one) => one.positionIndex === positionIndex);
    if (entry !== undefined && atMs !== undefined && Date.parse(entry.recordedAt) > atMs) setAtMs(undefined);
    citeCount.current += 1;
    setCited({ positionIndex, count: citeCount.current });
  };
  const known = knownBy(entries, atMs);
  const indicative = (forecasts.data ?? []).some((one) => one.summary?.indicative === true);
  const file = (): TimelineFile => ({ incidentId, title: incident.data?.title ?? '', marks: exportMarks(meta, { simulated: incident.data?.simulated ?? false, indicative, knownAt: atMs === undefined ? null : new Date(atMs).toISOString(), exportedAt: new Date(serverClock.now()).toISOString() }), entries: known });
  const name = `${t('web.room.review')}-${incident.data?.title ?? incidentId}-${dateTime(atMs ?? now, zone)}`;
  const error = incident.error ?? timeline.error;
  return (
    <div className="whole room-page review-page">
      <RoomHead roomKey="web.room.review" incident={incident.data} listHref="/review" indicative={indicative} knownAtMs={atMs}>
        <button type="button" className="btn slim" onClick={() => saveFile(`${name}.csv`, timelineCsv(file(), entryText, i18n, zone), 'text/csv')}>{t('web.review.export-csv')}</button>
        <button type="button" className="btn slim" onClick={() => saveFile(`${name}.json`, timelineJson(file(), entryText), 'application/json')}>JSON</button>
        <button type="button" className="btn slim" onClick={() => window.print()}>{t('web.room.print')}</button>
      </RoomHead>
      <div className="review-body-grid">
        {error !== undefined && <div className="review-error"><ErrorBox error={error} onRetry={() => { void incident.refetch(); void timeline.refetch(); }} /></div>}
        {range !== undefined && <ReplayBar entries={entries} range={range} atMs={atMs} happenedMs={Date.parse(incident.data?.happenedAt ?? '')} onMove={setAtMs} loading={replay.loading} />}
        <div className="review-columns">
          <KnownThenPanel replay={replay} atMs={atMs} context={context} />
          <Timeline entries={entries} known={known} loading={timeline.data === undefined && timeline.error === undefined} cited={cited} entryText={entryText} onReplay={setAtMs} />
          <ReviewPanel incidentId={incidentId} incident={incident.data} onCite={cite} />
        </div>
      </div>
    </div>
  );
}

/** The minute that is replayed stands in the address, so that it can be sent to somebody. */
function useReplayMoment(): readonly [number | undefined, (atMs: number | undefined) => void] {
  const [search, setSearch] = useSearchParams();
  const readMs = Date.parse(search.get('at') ?? '');
  const set = (atMs: number | undefined) => setSearch((old) => {
    const params = new URLSearchParams(old);
    if (atMs === undefined) params.delete('at');
    else params.set('at', new Date(atMs).toISOString());
    return params;
  }, { replace: true });
  return [Number.isFinite(readMs) ? readMs : undefined, set];
}

function isToReview(incident: Incident): boolean {
  return incident.state === 'terminated';
}
