// The incident: level and signer, what and where, the clocks that run, facts, how each rule set grades
// it, forecast, orders, forces, reserves, log; actions pinned at the foot.

import type { Incident } from '@anlan/contracts';
import { useQuery } from '../../../api/use-query.ts';
import { useZone } from '../../../app/installation.tsx';
import { useNow } from '../../../app/now.ts';
import { countdown, hourMinute } from '../../../format/time.ts';
import { position } from '../../../format/units.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { LevelBadge } from '../../../parts/LevelMark.tsx';
import { SimulatedTag } from '../../../parts/Marks.tsx';
import { PrintLine } from '../../../parts/room/PrintLine.tsx';
import { usePrintLight } from '../../../parts/room/use-print.ts';
import { useDesk } from '../desk-store.ts';
import { IncidentForm } from '../forms/IncidentForm.tsx';
import { Countdown } from './AlertPanel.tsx';
import { AssessmentSection } from './AssessmentSection.tsx';
import { ClockSection } from './ClockSection.tsx';
import { FactGrid } from './FactGrid.tsx';
import { ForecastSection } from './ForecastSection.tsx';
import { IncidentFoot } from './IncidentFoot.tsx';
import { firstArrival, newestForecast, runningClocks } from './incident-view.ts';
import { CountyName } from './CountyName.tsx';
import { Loaded } from './Loaded.tsx';
import { NoteSection } from './NoteSection.tsx';
import { OrderSections } from './OrderSections.tsx';
import { StockSection } from './StockSection.tsx';

export function IncidentPanel({ id }: { readonly id: string }) {
  const query = useQuery('getIncident', { params: { id } });
  const form = useDesk((state) => state.form);
  return <Loaded query={query}>{(incident) => (form === undefined ? <IncidentView incident={incident} /> : <IncidentForm key={form} incident={incident} form={form} />)}</Loaded>;
}

function IncidentView({ incident }: { readonly incident: Incident }) {
  const { t, title } = useI18n();
  const zone = useZone();
  const now = useNow();
  usePrintLight();
  const { level } = incident;
  return (
    <>
      <header className="panel-head">
        <div className="row-1">
          <LevelBadge levelIndex={level?.levelIndex ?? null} />
          {level !== null && <span className="cut num">{t('web.incident.signed', { time: hourMinute(level.decidedAt, zone, now), name: level.signerName })}</span>}
          {incident.simulated && <SimulatedTag />}
          <em>{t(`web.incident.state.${incident.state}`)}</em>
        </div>
        <h1>{incident.title}</h1>
        <p>{incident.placeText} <span className="num">{position(incident.position)}</span><CountyName county={incident.county} /></p>
        {incident.owner !== null && <p className="quiet">{t('web.owner', { name: title(incident.owner.titles) })}</p>}
        <PrintLine roomKey="web.room.sheet" nowMs={now} about={{ simulated: incident.simulated, indicative: false }} />
      </header>
      <ClockStrip incident={incident} />
      <div className="scroll">
        <FactGrid incident={incident} />
        <ClockSection clocks={incident.clocks} />
        <AssessmentSection incident={incident} />
        <ForecastSection incident={incident} />
        <OrderSections incidentId={incident.id} />
        <StockSection incidentId={incident.id} />
        <NoteSection incident={incident} />
      </div>
      <IncidentFoot incident={incident} />
    </>
  );
}

/** Since it happened, the nearest legal clock, the first arrival of the oil. */
function ClockStrip({ incident }: { readonly incident: Incident }) {
  const { t, title } = useI18n();
  const zone = useZone();
  const now = useNow();
  const forecasts = useQuery('listForecasts', { params: { id: incident.id } }).data ?? [];
  const nearest = runningClocks(incident.clocks)[0];
  const arrival = firstArrival(newestForecast(forecasts));
  return (
    <dl className="clock-strip num">
      <div><dt><span>{t('web.incident.since')}</span><em>{hourMinute(incident.happenedAt, zone, now)}</em></dt><dd>{countdown(now - Date.parse(incident.happenedAt))}</dd></div>
      <div title={nearest === undefined ? undefined : title(nearest.titles)}>
        <dt><span>{t('web.incident.clock-left')}</span><em>{nearest === undefined ? '' : hourMinute(nearest.dueAt, zone, now)}</em></dt>
        <dd>{nearest === undefined ? '—' : <Countdown dueMs={Date.parse(nearest.dueAt) - now} />}</dd>
      </div>
      <div title={arrival === undefined ? undefined : title(arrival.titles)}>
        <dt><span>{t('web.incident.arrival')}</span><em>{arrival === undefined ? '' : hourMinute(arrival.earliestAt, zone, now)}</em></dt>
        <dd>{arrival === undefined ? '—' : Date.parse(arrival.earliestAt) <= now ? t('web.incident.arrival-passed') : countdown(Date.parse(arrival.earliestAt) - now)}</dd>
      </div>
    </dl>
  );
}
