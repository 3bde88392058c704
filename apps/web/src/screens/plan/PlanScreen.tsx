// The plan room: demand against three reserves, ranked options side by side, their lines and reasons;
// a person chooses an option and sends its lines. Enter opens the review, nothing is sent at once.

import { useEffect, useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import type { Incident, Order, Plan, PlanOption } from '@anlan/contracts';
import { call } from '../../api/call.ts';
import { useAction } from '../../api/use-action.ts';
import { useQuery } from '../../api/use-query.ts';
import { useMeta, useZone } from '../../app/installation.tsx';
import { useKeys } from '../../app/keys.ts';
import { serverClock } from '../../app/now.ts';
import { useAccount } from '../../app/seat.tsx';
import { dateTime } from '../../format/time.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { ErrorBox } from '../../parts/ErrorBox.tsx';
import { exportMarks } from '../../parts/room/export-marks.ts';
import { IncidentChooser } from '../../parts/room/IncidentChooser.tsx';
import { may } from '../../parts/room/may.ts';
import { RoomHead } from '../../parts/room/RoomHead.tsx';
import { saveFile } from '../../parts/room/save-file.ts';
import { usePrintLight } from '../../parts/room/use-print.ts';
import { BasisPanel } from './BasisPanel.tsx';
import { DemandPanel } from './DemandPanel.tsx';
import { LineTable } from './LineTable.tsx';
import { NoPlan } from './NoPlan.tsx';
import { OptionStrip } from './OptionStrip.tsx';
import { PlanFoot } from './PlanFoot.tsx';
import { PlanNotices } from './PlanNotices.tsx';
import { PlanReview } from './PlanReview.tsx';
import { PlanTools } from './PlanTools.tsx';
import { planCsv } from './plan-csv.ts';
import { orderOfLine, pickOption, pickPlan, ranked } from './plan-view.ts';
import { useNames } from './use-names.ts';
import './plan.css';

export function PlanScreen() {
  const { incidentId, planId } = useParams();
  if (incidentId === undefined) return <IncidentChooser titleKey="web.plan.choose-incident" hrefOf={(incident) => `/plan/${incident.id}`} isFirst={isOpen} />;
  return <PlanRoom key={incidentId} incidentId={incidentId} planId={planId} />;
}

function PlanRoom({ incidentId, planId }: { readonly incidentId: string; readonly planId: string | undefined }) {
  const { t } = useI18n();
  usePrintLight();
  const incident = useQuery('getIncident', { params: { id: incidentId } });
  const plans = useQuery('listPlans', { params: { id: incidentId } });
  const forecasts = useQuery('listForecasts', { params: { id: incidentId } });
  const orders = useQuery('listOrders', { query: { incidentId } });
  const redraw = useRedraw(incidentId);
  const plan = pickPlan(plans.data ?? [], planId);
  const error = incident.error ?? plans.error ?? forecasts.error ?? redraw.error;
  return (
    <div className="whole room-page plan-page">
      <RoomHead roomKey="web.room.plan" incident={incident.data} listHref="/plan" indicative={forecasts.data?.find((one) => one.id === plan?.forecastId)?.summary?.indicative ?? false}>
        {plan !== undefined && <PlanTools incidentId={incidentId} plan={plan} plans={plans.data ?? []} forecasts={forecasts.data ?? []} redraw={redraw} />}
      </RoomHead>
      {plan === undefined ? (
        <NoPlan loading={plans.data === undefined && plans.error === undefined} error={error} forecasts={forecasts.data ?? []} incidentId={incidentId} redraw={redraw} />
      ) : (
        <div className="plan-body">
          {error !== undefined && <div className="plan-error"><ErrorBox error={error} onRetry={redraw.error === error ? redraw.clear : () => void plans.refetch()} /></div>}
          <PlanNotices plan={plan} plans={plans.data ?? []} forecasts={forecasts.data ?? []} redraw={redraw} />
          {plan.options.length === 0 ? <p className="empty-row">{t('web.plan.no-options')}</p> : <Options key={plan.id} plan={plan} orders={orders.data ?? []} incident={incident.data} forecast={forecasts.data?.find((one) => one.id === plan.forecastId)} />}
        </div>
      )}
    </div>
  );
}

interface OptionsProps { readonly plan: Plan; readonly orders: readonly Order[]; readonly incident: Incident | undefined; readonly forecast: Parameters<typeof BasisPanel>[0]['forecast'] }

function Options({ plan, orders, incident, forecast }: OptionsProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const meta = useMeta();
  const zone = useZone();
  const { roles } = useAccount();
  const names = useNames(plan);
  const [lookedAtId, setLookedAtId] = useState<string>();
  const [reviewing, setReviewing] = useState<'choose' | 'dispatch'>();
  const option = pickOption(plan, lookedAtId);
  const ticks = useTicks(plan, option, orders);
  const isChosen = option !== undefined && option.id === plan.chosenOptionId;
  const mayChoose = may(roles, 'plan.choose') && incident !== undefined && isOpen(incident);
  const mayIssue = may(roles, 'order.issue') && incident !== undefined && isOpen(incident);
  const step = (by: number) => {
    const options = ranked(plan);
    const index = options.findIndex((one) => one.id === option?.id);
    setLookedAtId(options[Math.max(0, Math.min(options.length - 1, index + by))]?.id);
  };
  const openReview = () => {
    if (isChosen && mayIssue && ticks.ticked.size > 0) setReviewing('dispatch');
    else if (!isChosen && mayChoose) setReviewing('choose');
  };
  const exportLines = () => {
    const marks = exportMarks(meta, { simulated: incident?.simulated ?? false, indicative: forecast?.summary?.indicative ?? false, knownAt: null, exportedAt: new Date(serverClock.now()).toISOString() });
    if (option !== undefined) saveFile(`${t('web.room.plan')}-${incident?.title ?? ''}-${dateTime(plan.drawnAt, zone)}-${i18n.title(option.titles)}.csv`, planCsv(plan, option, { i18n, zone, names, marks }), 'text/csv');
  };
  useKeys({ ArrowLeft: () => step(-1), ArrowRight: () => step(1), Enter: openReview, F3: openReview });
  if (option === undefined) return null;
  return (
    <div className="plan-columns">
      <DemandPanel plan={plan} option={option} said={names.said} />
      <section className="pane" aria-label={t('web.plan.options')}>
        <OptionStrip plan={plan} shownId={option.id} onShow={setLookedAtId} />
        <LineTable plan={plan} option={option} orders={orders} names={names} ticked={isChosen && mayIssue ? ticks.ticked : undefined} onTick={ticks.toggle} />
        <PlanFoot incidentId={plan.incidentId} option={option} isChosen={isChosen} mayChoose={mayChoose} mayIssue={mayIssue} ticks={ticks} onReview={openReview} onExport={exportLines} />
      </section>
      <BasisPanel plan={plan} option={option} incident={incident} forecast={forecast} names={names} />
      {reviewing !== undefined && <PlanReview kind={reviewing} plan={plan} option={option} lines={option.lines.filter((line) => ticks.ticked.has(line.id))} names={names} onClose={() => setReviewing(undefined)} />}
    </div>
  );
}

export interface Ticks {
  readonly ticked: ReadonlySet<string>;
  /** Lines of the option that no order carries out yet. */
  readonly openLineIds: readonly string[];
  readonly toggle: (lineId: string) => void;
  readonly setAll: (ticked: boolean) => void;
}

/** All lines without an order are ticked until a person takes one out; a line that got its order leaves. */
function useTicks(plan: Plan, option: PlanOption | undefined, orders: readonly Order[]): Ticks {
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => setUnticked(new Set()), [option?.id]);
  const openLineIds = option === undefined ? [] : option.lines.filter((line) => orderOfLine(orders, plan, option, line.id) === undefined).map((line) => line.id);
  return {
    ticked: new Set(openLineIds.filter((id) => !unticked.has(id))),
    openLineIds,
    toggle: (lineId) => setUnticked((before) => (before.has(lineId) ? new Set([...before].filter((id) => id !== lineId)) : new Set([...before, lineId]))),
    setAll: (all) => setUnticked(new Set(all ? [] : openLineIds)),
  };
}

export interface Redraw { readonly busy: boolean; readonly error: ReturnType<typeof useAction>['error']; readonly clear: () => void; readonly run: () => void }

/** Draws a plan from the newest forecast and goes to it. */
function useRedraw(incidentId: string): Redraw {
  const navigate = useNavigate();
  const action = useAction();
  const run = () => {
    let drawnId = '';
    void action.run(async () => { drawnId = (await call('drawPlan', { params: { id: incidentId }, body: {} })).id; }, [`incident/${incidentId}`]).then((done) => done && navigate(`/plan/${incidentId}/${drawnId}`));
  };
  return { busy: action.busy, error: action.error, clear: action.clear, run };
}

function isOpen(incident: Incident): boolean {
  return incident.state === 'received' || incident.state === 'verifying' || incident.state === 'confirmed' || incident.state === 'contained';
}
