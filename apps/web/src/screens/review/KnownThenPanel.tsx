// The situation as it was known at the minute of the slider: state, level, facts, grades, clocks,
// forecast, plan, orders, stock. Nothing that was recorded later is in it.

import type { Incident } from '@anlan/contracts';
import { useZone } from '../../app/installation.tsx';
import { useNow } from '../../app/now.ts';
import { quantity } from '../../format/units.ts';
import { clockTime, duration, hourMinute } from '../../format/time.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { ErrorBox } from '../../parts/ErrorBox.tsx';
import { LevelBadge } from '../../parts/LevelMark.tsx';
import { ConfidenceTag } from '../../parts/Marks.tsx';
import type { FactContext } from './fact-text.ts';
import { factText } from './fact-text.ts';
import { clockOutcome, countBy, currentFacts, lateRecordMs, planThen } from './review-view.ts';
import type { StockRow } from './stock-then.ts';
import { stockRows } from './stock-then.ts';
import type { KnownThen, Replay } from './use-replay.ts';

interface Props { readonly replay: Replay; readonly atMs: number | undefined; readonly context: FactContext }

export function KnownThenPanel({ replay, atMs, context }: Props) {
  const { t } = useI18n();
  const now = useNow();
  const { then, error, loading, retry } = replay;
  return (
    <section className={loading && atMs !== undefined ? 'pane known-then loading' : 'pane known-then'} aria-label={t('web.review.known-then')}>
      {error !== undefined ? <ErrorBox error={error} onRetry={retry} /> : then === undefined ? <p className="empty-row">{t('web.loading')}</p> : then.incident === null ? <p className="empty-row">{t('web.review.not-opened')}</p> : (
        <>
          <div className="known-head">
            <LevelBadge levelIndex={then.incident.level?.levelIndex ?? null} />
            <b>{t(`web.incident.state.${then.incident.state}`)}</b>
          </div>
          <div className="scroll" tabIndex={0}>
            <Clocks incident={then.incident} atMs={atMs ?? now} />
            <Facts incident={then.incident} context={context} />
            <Grades incident={then.incident} />
            <Course then={then} />
            <Stock then={then} />
          </div>
        </>
      )}
    </section>
  );
}

function Facts({ incident, context }: { readonly incident: Incident; readonly context: FactContext }) {
  const { t, locale } = useI18n();
  const facts = currentFacts(incident.facts);
  return (
    <>
      <div className="section-bar"><b>{t('web.review.facts')}</b><span className="num">{facts.length}</span></div>
      {facts.length === 0 ? <p className="empty-row">{t('web.review.no-facts')}</p> : (
        <dl className="known-facts small">
          {facts.map((fact) => {
            const lateMs = lateRecordMs(fact);
            return (
              <div key={fact.id}>
                <dt>{t(`web.fact.code.${fact.code}`)}{!fact.verified && <span className="tag dashed">{t('web.fact.unverified')}</span>}</dt>
                <dd className="num">{factText(fact, context)}{lateMs !== undefined && <span className="quiet"> · {t('web.review.told-later', { time: clockTime(fact.recordedAt, context.zone), age: duration(lateMs, locale) })}</span>}</dd>
              </div>
            );
          })}
        </dl>
      )}
    </>
  );
}

function Grades({ incident }: { readonly incident: Incident }) {
  const { t, title } = useI18n();
  const graded = incident.assessments.filter((one) => one.gradeTitles !== null);
  return (
    <>
      <div className="section-bar"><b>{t('web.grade.title')}</b><em>{t('web.grade.hint')}</em></div>
      {incident.assessments.length === 0 ? <p className="empty-row">{t('web.grade.empty')}</p> : graded.length === 0 ? <p className="empty-row">{t('web.grade.none')}</p> : (
        <ul className="known-list small">{graded.map((one) => <li key={one.ruleSetId}><span className="cut" title={one.clause}>{title(one.titles)}</span><b>{one.gradeTitles === null ? '' : title(one.gradeTitles)}</b><ConfidenceTag confidence={one.confidence} /></li>)}</ul>
      )}
    </>
  );
}

function Clocks({ incident, atMs }: { readonly incident: Incident; readonly atMs: number }) {
  const { t, title, locale } = useI18n();
  const clocks = incident.clocks.filter((clock) => clockOutcome(clock, atMs) !== 'replaced');
  return (
    <>
      <div className="section-bar"><b>{t('web.clock.title')}</b><span className="num">{clocks.length}</span></div>
      {clocks.length === 0 ? <p className="empty-row">{t('web.clock.empty')}</p> : (
        <ul className="known-list small">
          {clocks.map((clock) => {
            const outcome = clockOutcome(clock, atMs);
            return (
              <li key={clock.id}>
                <span className="cut" title={clock.cite}>{title(clock.titles)}</span>
                {outcome === 'running' ? <span className="num">{t('web.review.clock-left', { left: duration(Date.parse(clock.dueAt) - atMs, locale) })}</span> : <span className={outcome === 'met' ? 'num met' : 'chip'}>{t(`web.review.clock.${outcome}`)}</span>}
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}

/** What was there and what was promised; nothing that was moved later is in it. */
function Stock({ then }: { readonly then: KnownThen }) {
  const { t, title, locale } = useI18n();
  const rows = stockRows(then.holdings);
  const free = rows.filter((row) => row.titles !== null && row.heldValue === 0);
  const said = (row: StockRow, value: number): string => quantity(value, row.unitCode === '' ? null : row.unitCode, locale);
  const nameOf = (row: StockRow): string => (row.titles === null ? t(`web.review.stock.${row.key === 'teams' ? 'teams' : 'vessels'}`) : title(row.titles));
  return (
    <>
      <div className="section-bar"><b>{t('web.review.stock')}</b><em>{t('web.review.stock-hint')}</em></div>
      {rows.length === 0 ? <p className="empty-row">{t('web.review.no-stock')}</p> : (
        <ul className="known-list known-stock small">
          {rows.filter((row) => !free.includes(row)).map((row) => <li key={row.key}><span className="cut" title={nameOf(row)}>{nameOf(row)}</span><span className={row.heldValue > 0 ? 'num' : 'quiet num'}>{said(row, row.heldValue)}</span><span className="num">{said(row, row.onHandValue)}</span></li>)}
        </ul>
      )}
      {free.length > 0 && (
        <details className="known-free small">
          <summary>{t('web.review.stock-free', { count: free.length })}</summary>
          <ul className="known-list known-stock">{free.map((row) => <li key={row.key}><span className="cut" title={nameOf(row)}>{nameOf(row)}</span><span className="num">{said(row, row.onHandValue)}</span></li>)}</ul>
        </details>
      )}
    </>
  );
}

/** Forecast, plan and orders as far as they had come. */
function Course({ then }: { readonly then: KnownThen }) {
  const { t, title } = useI18n();
  const zone = useZone();
  const forecast = [...then.forecasts].filter((one) => one.state === 'completed').sort((a, b) => ((a.completedAt ?? '') < (b.completedAt ?? '') ? 1 : -1))[0];
  const { plan, chosen, newer } = planThen(then.plans);
  const counts = countBy(then.orders, (order) => order.state);
  return (
    <>
      <div className="section-bar"><b>{t('web.review.course')}</b></div>
      <dl className="known-facts small">
        <div><dt>{t('web.room.forecast')}</dt><dd className="num">{forecast === undefined ? t('web.review.none-yet') : t('web.review.forecast-at', { time: hourMinute(forecast.completedAt ?? forecast.requestedAt, zone), count: then.forecasts.length })}</dd></div>
        <div><dt>{t('web.room.plan')}</dt><dd className="num">{plan === undefined ? t('web.review.none-yet') : `${t('web.plan.drawn', { time: hourMinute(plan.drawnAt, zone) })}${chosen === undefined ? ` · ${t('web.review.not-chosen')}` : ` · ${t('web.plan.chosen-option', { title: title(chosen.titles) })}`}${newer === undefined ? '' : ` · ${t('web.review.newer-not-chosen', { time: hourMinute(newer.drawnAt, zone) })}`}`}</dd></div>
        <div><dt>{t('web.room.dispatch')}</dt><dd className="num">{then.orders.length === 0 ? t('web.review.none-yet') : [...counts].map(([state, count]) => `${t(`web.order.state.${state}`)} ${count}`).join(' · ')}</dd></div>
      </dl>
      {then.orders.length > 0 && (
        <ul className="known-list small">
          {then.orders.map((order) => <li key={order.id}><span className="cut" title={title(order.task)}>{order.unitTitles === null ? title(order.fromText) : title(order.unitTitles)}</span><span className="quiet num">{hourMinute(order.steps.at(-1)?.at ?? order.issuedAt, zone)}</span><span>{t(`web.order.state.${order.state}`)}</span></li>)}
        </ul>
      )}
    </>
  );
}
