// The lines of the option on the screen, below the demand that each of them meets: what, from which
// reserve, who carries it, when it leaves and arrives, by which way and why. Rows never re-sort.

import { Fragment, useState } from 'react';
import { Link } from 'react-router-dom';
import type { Order, Plan, PlanLine, PlanOption } from '@anlan/contracts';
import { useZone } from '../../app/installation.tsx';
import { useNow } from '../../app/now.ts';
import { duration, hourMinute } from '../../format/time.ts';
import { distance, quantity } from '../../format/units.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { amount } from '../../parts/room/amount.ts';
import { Short } from './DemandPanel.tsx';
import { coverageOf, legTimes, linesOf, marginMs, orderOfLine } from './plan-view.ts';
import type { Names } from './use-names.ts';

interface Props {
  readonly plan: Plan;
  readonly option: PlanOption;
  readonly orders: readonly Order[];
  readonly names: Names;
  /** Lines ticked for dispatch; undefined while nothing can be dispatched. */
  readonly ticked: ReadonlySet<string> | undefined;
  readonly onTick: (lineId: string) => void;
}

export function LineTable({ plan, option, orders, names, ticked, onTick }: Props) {
  const { t, title, locale } = useI18n();
  const [openId, setOpenId] = useState<string>();
  return (
    <div className="scroll line-scroll">
      <table className="lines">
        <thead>
          <tr><th className="col-tick"><span className="hidden-text">{t('web.plan.tick')}</span></th><th>{t('web.plan.col.what')}</th><th>{t('web.plan.col.when')}</th><th>{t('web.plan.col.why')}</th></tr>
        </thead>
        <tbody>
          {plan.demand.map((demand) => {
            const lines = linesOf(option, demand.id);
            return (
              <Fragment key={demand.id}>
                <tr className="lines-group">
                  <th colSpan={4} scope="rowgroup"><span><b>{title(demand.titles)}</b><i className="num">{t('web.plan.need-supply', { need: amount(coverageOf(demand, option).needValue, demand.unitCode, locale), supply: amount(coverageOf(demand, option).suppliedValue, demand.unitCode, locale) })}</i><Short demand={demand} option={option} /></span></th>
                </tr>
                {lines.length === 0 && <tr><td colSpan={4} className="empty-row">{t('web.plan.no-lines')}</td></tr>}
                {lines.map((line) => (
                  <Line key={line.id} line={line} marginMs_={marginMs(line, demand)} order={orderOfLine(orders, plan, option, line.id)} names={names} open={openId === line.id} ticked={ticked}
                    onTick={() => onTick(line.id)} onOpen={() => setOpenId(openId === line.id ? undefined : line.id)} />
                ))}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface LineProps {
  readonly line: PlanLine;
  /** How long before the deadline it arrives; negative is late. */
  readonly marginMs_: number;
  readonly order: Order | undefined;
  readonly names: Names;
  readonly open: boolean;
  readonly ticked: ReadonlySet<string> | undefined;
  readonly onTick: () => void;
  readonly onOpen: () => void;
}

function Line({ line, marginMs_, order, names, open, ticked, onTick, onOpen }: LineProps) {
  const { t, title, locale } = useI18n();
  const { nameOf, said } = names;
  const zone = useZone();
  const now = useNow();
  const carrier = line.carrierRegisterId === null || line.carrierId === null ? t('web.plan.no-carrier') : nameOf(line.carrierRegisterId, line.carrierId);
  const leaveMs = Date.parse(line.departAt) - now;
  return (
    <>
      <tr className={open ? 'line open' : 'line'}>
        <td className="col-tick">{order === undefined && ticked !== undefined && <input type="checkbox" checked={ticked.has(line.id)} onChange={onTick} aria-label={t('web.plan.tick-line', { title: title(line.titles) })} />}</td>
        <td>
          <p className="line-1"><i className={`reserve ${line.reserve}`} title={t(`web.plan.reserve.${line.reserve}`)} /><span className="cut" title={title(line.titles)}>{title(line.titles)}</span><b className="num">{amount(line.quantityValue, line.unitCode, locale)}</b></p>
          <p className="line-2 cut small" title={`${title(line.fromText)} · ${carrier}`}>{title(line.fromText)} · {carrier}</p>
        </td>
        <td className="num">
          <p className="line-1 cut">{hourMinute(line.departAt, zone, now)} → {hourMinute(line.arriveAt, zone, now)}</p>
          <p className="line-2 small">{order !== undefined ? <Link to={`/dispatch/${order.incidentId}?order=${order.id}`}>{t('web.plan.ordered', { state: t(`web.order.state.${order.state}`) })}</Link> : leaveMs < 0 ? <span className="chip outline">{t('web.plan.leave-passed')}</span> : t('web.plan.leave-in', { left: duration(leaveMs, locale) })}</p>
        </td>
        <td>
          <button type="button" className="line-why" aria-expanded={open} onClick={onOpen}>
            <span className="small cut" title={said(line.reason)}>{said(line.reason)}</span>
            <span className="line-2 small cut num">{marginMs_ >= 0 ? t('web.plan.early', { margin: duration(marginMs_, locale) }) : t('web.plan.late', { margin: duration(-marginMs_, locale) })} · {legTimes(line).map((leg) => `${t(`web.plan.leg.${leg.mode}`)} ${duration(leg.durationS * 1000, locale)}`).join(' · ')}</span>
          </button>
        </td>
      </tr>
      {open && <tr className="line-more"><td /><td colSpan={3}><More line={line} names={names} /></td></tr>}
    </>
  );
}

/** Every reason, every leg, and which record of which register gives it. */
function More({ line, names: { nameOf, said } }: { readonly line: PlanLine; readonly names: Names }) {
  const { t, locale } = useI18n();
  return (
    <div className="line-details small">
      <ul>{[line.reason, ...(line.moreReasons ?? [])].map((reason, index) => <li key={index}>{said(reason)}</li>)}</ul>
      <ol className="num">
        {line.legs.map((leg, index) => <li key={index}>{t(`web.plan.leg.${leg.mode}`)} {duration(leg.durationS * 1000, locale)}{leg.mode === 'handling' ? '' : ` · ${leg.mode === 'road' ? quantity(leg.distanceM, 'm', locale) : distance(leg.distanceM)}`}</li>)}
      </ol>
      <p className="quiet">{t(`web.plan.reserve.${line.reserve}`)} · {nameOf(line.supplyRegisterId, line.supplyId)} · <span className="num">{line.supplyId}</span></p>
    </div>
  );
}
