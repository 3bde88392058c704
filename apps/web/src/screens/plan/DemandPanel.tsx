// What is needed, by when, and what each option brings against it: one block a demand, the working
// (formula, inputs, source) in a disclosure.

import type { DemandLine, Plan, PlanOption } from '@anlan/contracts';
import type { WebKey } from '@anlan/messages';
import { useZone } from '../../app/installation.tsx';
import { useNow } from '../../app/now.ts';
import { duration, hourMinute } from '../../format/time.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { amount } from '../../parts/room/amount.ts';
import { NeedChart } from './NeedChart.tsx';
import { coverageOf, horizonMs } from './plan-view.ts';
import { timeRange } from './step-curve.ts';
import type { Names } from './use-names.ts';
import { inputText } from './working.ts';

export function DemandPanel({ plan, option, said }: { readonly plan: Plan; readonly option: PlanOption; readonly said: Names['said'] }) {
  const { t } = useI18n();
  const now = useNow();
  const [fromMs, toMs] = timeRange(plan, option);
  return (
    <section className="pane" aria-label={t('web.plan.demand')}>
      <div className="section-bar">
        <b>{t('web.plan.demand')}</b><span className="num">{plan.demand.length}</span>
        <em>{t('web.plan.legend-need')}</em>
      </div>
      <ul className="reserve-legend small">
        <li><i className="reserve stock" /> {t('web.plan.reserve.stock')}</li>
        <li><i className="reserve social" /> {t('web.plan.reserve.social')}</li>
        <li><i className="reserve capacity" /> {t('web.plan.reserve.capacity')}</li>
      </ul>
      <ul className="scroll demand-list">
        {plan.demand.map((demand) => (
          <li key={demand.id}>
            <Head demand={demand} option={option} nowMs={now} />
            <NeedChart demand={demand} option={option} fromMs={fromMs} toMs={toMs} nowMs={now} />
            <Working demand={demand} said={said} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Head({ demand, option, nowMs }: { readonly demand: DemandLine; readonly option: PlanOption; readonly nowMs: number }) {
  const { t, title, locale } = useI18n();
  const zone = useZone();
  const coverage = coverageOf(demand, option);
  const leftMs = Date.parse(demand.deadlineAt) - nowMs;
  return (
    <>
      <p className="demand-1"><b className="cut">{title(demand.titles)}</b><span className="tag">{t(`web.plan.urgency.${demand.urgency}`)}</span><b className="num">{amount(coverage.needValue, demand.unitCode, locale)}</b></p>
      <p className="demand-2 num small">
        <span className="cut">{t('web.plan.needed-by', { time: hourMinute(demand.deadlineAt, zone, nowMs) })} · {leftMs >= 0 ? t('web.plan.left', { left: duration(leftMs, locale) }) : t('web.plan.passed', { age: duration(-leftMs, locale) })}</span>
        <Short demand={demand} option={option} />
      </p>
    </>
  );
}

/** `足` or `缺 0.74 t 自 16:31`: inverse, because it is the thing to look at. What comes after the plan's end is outlined. */
export function Short({ demand, option }: { readonly demand: DemandLine; readonly option: PlanOption }) {
  const { t, locale } = useI18n();
  const zone = useZone();
  const now = useNow();
  const { shortAtDeadlineValue, shortAtEndValue, firstShortAt, shortBeyondValue } = coverageOf(demand, option);
  const shortValue = Math.max(shortAtDeadlineValue, shortAtEndValue);
  if (shortValue <= 0 && firstShortAt === null) {
    if (shortBeyondValue <= 0) return <span className="enough">{t('web.plan.enough')}</span>;
    return <span className="chip outline" title={t('web.plan.beyond-why', { time: hourMinute(horizonMs(option), zone, now) })}>{t('web.plan.beyond', { amount: amount(shortBeyondValue, demand.unitCode, locale) })}</span>;
  }
  return <span className="chip">{t('web.plan.short', { amount: amount(shortValue, demand.unitCode, locale) })}{firstShortAt === null ? '' : ` ${t('web.plan.since', { time: hourMinute(firstShortAt, zone, now) })}`}</span>;
}

function Working({ demand, said }: { readonly demand: DemandLine; readonly said: Names['said'] }) {
  const { t, locale } = useI18n();
  const { formulaId, inputs, sourceText } = demand.working;
  return (
    <details className="working small">
      <summary><span className="cut">{demand.purpose === undefined ? t('web.plan.working') : said(demand.purpose)}</span><em>{t('web.plan.working')}</em></summary>
      <p><b>{t(`web.plan.formula.${formulaId}` as WebKey)}</b></p>
      <dl>
        {Object.entries(inputs).map(([name, value]) => <div key={name}><dt>{t(`web.plan.input.${name}` as WebKey)}</dt><dd className="num">{inputText(name, value, locale)}</dd></div>)}
      </dl>
      <p className="quiet">{t('web.plan.source', { source: sourceText })}</p>
    </details>
  );
}
