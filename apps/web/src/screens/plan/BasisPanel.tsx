// What the plan rests on, always on the screen: ways on the map, what stays unmet, warnings,
// assumptions, reserves that cannot come and why, model and inputs.

import { lazy, Suspense } from 'react';
import type { Coded, Forecast, Incident, Plan, PlanOption } from '@anlan/contracts';
import type { WebKey } from '@anlan/messages';
import { useZone } from '../../app/installation.tsx';
import { useNow } from '../../app/now.ts';
import { dateTime, hourMinute } from '../../format/time.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { amount } from '../../parts/room/amount.ts';
import { ErrorBoundary } from '../../app/ErrorBoundary.tsx';
import type { Names } from './use-names.ts';

const RouteMap = lazy(async () => ({ default: (await import('./RouteMap.tsx')).RouteMap }));

interface Props { readonly plan: Plan; readonly option: PlanOption; readonly incident: Incident | undefined; readonly forecast: Forecast | undefined; readonly names: Names }

export function BasisPanel({ plan, option, incident, forecast, names: { nameOf, said } }: Props) {
  const { t, title } = useI18n();
  const zone = useZone();
  return (
    <section className="pane" aria-label={t('web.plan.basis')}>
      <div className="route-map no-print"><ErrorBoundary><Suspense fallback={null}><RouteMap plan={plan} option={option} incident={incident} /></Suspense></ErrorBoundary></div>
      <div className="scroll basis-scroll" tabIndex={0}>
        <UnmetList plan={plan} option={option} />
        <CodedList titleKey="web.plan.warnings" emptyKey="web.plan.warnings-empty" list={plan.warnings} said={said} />
        <CodedList titleKey="web.plan.assumed" emptyKey="web.plan.assumed-empty" list={plan.assumed} said={said} />
        <div className="section-bar"><b>{t('web.plan.not-reachable')}</b><span className="num">{plan.notReachable.length}</span></div>
        {plan.notReachable.length === 0 ? <p className="empty-row">{t('web.plan.not-reachable-empty')}</p> : (
          <ul className="coded-list">{plan.notReachable.map(({ supplyRegisterId, supplyId, reason }) => <li key={`${supplyRegisterId}/${supplyId}/${reason.code}`}><b>{nameOf(supplyRegisterId, supplyId)}</b> <span className="quiet num">{supplyId}</span><br />{said(reason)}</li>)}</ul>
        )}
      </div>
      <footer className="basis-foot num small">
        {plan.owner !== null && <p>{t('web.owner', { name: title(plan.owner.titles) })}</p>}
        <p>{t('web.plan.drawn', { time: dateTime(plan.drawnAt, zone) })}{forecast === undefined ? '' : ` · ${t('web.plan.rests-on', { time: hourMinute(forecast.completedAt ?? forecast.requestedAt, zone, plan.drawnAt) })}`}</p>
        <p className="cut" title={`${plan.modelVersion} ${plan.inputsHash}`}>{plan.modelVersion} · {t('web.plan.inputs', { hash: plan.inputsHash.slice(0, 12) })}</p>
      </footer>
    </section>
  );
}

function UnmetList({ plan, option }: { readonly plan: Plan; readonly option: PlanOption }) {
  const { t, title, locale } = useI18n();
  const zone = useZone();
  const now = useNow();
  return (
    <>
      <div className="section-bar"><b>{t('web.plan.unmet')}</b><span className="num">{option.unmet.length}</span><em>{title(option.titles)}</em></div>
      {option.unmet.length === 0 ? <p className="empty-row">{t('web.plan.unmet-empty')}</p> : (
        <ul className="coded-list">
          {option.unmet.map((unmet) => {
            const demand = plan.demand.find((one) => one.id === unmet.demandId);
            return (
              <li key={unmet.demandId} className="num">
                <b>{demand === undefined ? unmet.demandId : title(demand.titles)}</b> <span className="chip">{t('web.plan.short', { amount: amount(Math.max(unmet.shortAtDeadlineValue, unmet.shortAtEndValue), unmet.unitCode, locale) })}</span><br />
                {unmet.firstShortAt === null ? '' : `${t('web.plan.since', { time: hourMinute(unmet.firstShortAt, zone, now) })} · `}{t('web.plan.unmet-line', { deadline: amount(unmet.shortAtDeadlineValue, unmet.unitCode, locale), end: amount(unmet.shortAtEndValue, unmet.unitCode, locale) })}
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}

function CodedList({ titleKey, emptyKey, list, said }: { readonly titleKey: WebKey; readonly emptyKey: WebKey; readonly list: readonly Coded[]; readonly said: Names['said'] }) {
  const { t } = useI18n();
  return (
    <>
      <div className="section-bar"><b>{t(titleKey)}</b><span className="num">{list.length}</span></div>
      {list.length === 0 ? <p className="empty-row">{t(emptyKey)}</p> : <ul className="coded-list">{list.map((one, index) => <li key={index}>{said(one)}</li>)}</ul>}
    </>
  );
}
