// Counts of the states as the filter of the board, then unit and text.

import type { Order } from '@anlan/contracts';
import { useNow } from '../../app/now.ts';
import type { I18n } from '../../i18n/i18n.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { isOpen, latenessOf, ORDER_STATES } from './order-view.ts';
import type { BoardFilter } from './order-view.ts';

interface Props { readonly orders: readonly Order[]; readonly filter: BoardFilter; readonly onFilter: (filter: BoardFilter) => void; readonly title: I18n['title'] }

export function BoardFilters({ orders, filter, onFilter, title }: Props) {
  const { t } = useI18n();
  const now = useNow();
  const units = [...new Map(orders.flatMap((order) => (order.unitId === null || order.unitTitles === null ? [] : [[order.unitId, order.unitTitles] as const]))).entries()];
  const lateCount = orders.filter((order) => latenessOf(order, now) !== undefined).length;
  const chips = [
    { state: 'all' as const, label: t('web.dispatch.state.all'), count: orders.length },
    { state: 'open' as const, label: t('web.dispatch.state.open'), count: orders.filter(isOpen).length },
    ...ORDER_STATES.map((state) => ({ state, label: t(`web.order.state.${state}`), count: orders.filter((order) => order.state === state).length })),
  ];
  return (
    <div className="board-filters no-print">
      <div className="segmented" role="group" aria-label={t('web.dispatch.filter-state')}>
        {chips.map(({ state, label, count }) => <button key={state} type="button" aria-pressed={filter.state === state} onClick={() => onFilter({ ...filter, state })}>{label} <b className="num">{count}</b></button>)}
      </div>
      {lateCount > 0 && <span className="chip">{t('web.dispatch.late-count', { count: lateCount })}</span>}
      <select className="input" aria-label={t('web.dispatch.filter-unit')} value={filter.unitId} onChange={(event) => onFilter({ ...filter, unitId: event.target.value })}>
        <option value="">{t('web.dispatch.all-units')}</option>
        {units.map(([id, titles]) => <option key={id} value={id}>{title(titles)}</option>)}
        {orders.some((order) => order.unitId === null) && <option value="none">{t('web.dispatch.no-unit')}</option>}
      </select>
      <input className="input" type="search" placeholder={t('web.dispatch.search')} aria-label={t('web.dispatch.search')} value={filter.text} onChange={(event) => onFilter({ ...filter, text: event.target.value })} />
    </div>
  );
}
