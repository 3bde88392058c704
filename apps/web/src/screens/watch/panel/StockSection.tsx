// Need against the three reserves: solid is stock in hand, hatched is agreed social stock, outlined is
// production capacity; what is missing is written, never only left empty.

import { useQuery } from '../../../api/use-query.ts';
import { sig } from '../../../format/numbers.ts';
import { unitSign } from '../../../format/units.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { currentPlan, stockBars } from './incident-view.ts';
import type { StockBar } from './incident-view.ts';

export function StockSection({ incidentId }: { readonly incidentId: string }) {
  const { t } = useI18n();
  const plan = currentPlan(useQuery('listPlans', { params: { id: incidentId } }).data ?? []);
  if (plan === undefined) return null;
  return (
    <>
      <div className="section-bar">
        <b>{t('web.stock.title')}</b>{plan.chosenOptionId === null ? t('web.stock.proposed') : t('web.stock.chosen')}
        <em><i className="key-box stock" />{t('web.stock.stock')}<i className="key-box social" />{t('web.stock.social')}<i className="key-box capacity" />{t('web.stock.capacity')}</em>
      </div>
      <ul className="dense stock-list">{stockBars(plan).map((bar) => <Bar key={bar.demandId} bar={bar} />)}</ul>
    </>
  );
}

function Bar({ bar }: { readonly bar: StockBar }) {
  const { t, title } = useI18n();
  const total = bar.stockValue + bar.socialValue + bar.capacityValue;
  const full = Math.max(bar.neededValue, total, Number.MIN_VALUE);
  const width = (value: number) => ({ width: `${(value / full) * 100}%` });
  return (
    <li>
      <span className="cut" title={title(bar.titles)}>{title(bar.titles)}</span>
      <span className="stock-bar" aria-hidden="true"><i className="stock" style={width(bar.stockValue)} /><i className="social" style={width(bar.socialValue)} /><i className="capacity" style={width(bar.capacityValue)} /></span>
      <b className="num small">{sig(total)} / {sig(bar.neededValue)} {unitSign(bar.unitCode)} {bar.shortValue > 0 && <span className="chip outline">{t('web.stock.short', { amount: sig(bar.shortValue) })}</span>}</b>
    </li>
  );
}
