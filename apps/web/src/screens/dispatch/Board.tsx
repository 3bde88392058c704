// The board: one dense table over all orders of an incident (or of all), in an order that never
// changes, the counts of the states as its filter, the selected order at the right.

import { useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import type { Order } from '@anlan/contracts';
import { useQuery } from '../../api/use-query.ts';
import { useKeys } from '../../app/keys.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { ErrorBox } from '../../parts/ErrorBox.tsx';
import { RoomHead } from '../../parts/room/RoomHead.tsx';
import { usePrintLight } from '../../parts/room/use-print.ts';
import { BoardFilters } from './BoardFilters.tsx';
import { OrderDetail } from './OrderDetail.tsx';
import { OrderTable } from './OrderTable.tsx';
import { boardOrder, keepRows, nextStep, STEP_KEYS } from './order-view.ts';
import type { BoardFilter } from './order-view.ts';
import { useArmedStep } from './use-armed-step.ts';
import { usePositions } from './use-positions.ts';

export function Board({ incidentId }: { readonly incidentId: string | undefined }) {
  const { t, title } = useI18n();
  usePrintLight();
  const navigate = useNavigate();
  const incident = useQuery('getIncident', { params: { id: incidentId ?? '' } }, { enabled: incidentId !== undefined });
  const incidents = useQuery('listIncidents', { query: { limit: 200 } });
  const orders = useQuery('listOrders', { query: { limit: 2000, ...(incidentId === undefined ? {} : { incidentId }) } });
  const vesselOf = usePositions();
  const all = useMemo(() => boardOrder(orders.data ?? []), [orders.data]);
  const [filter, setFilter] = useState<BoardFilter>({ state: incidentId === undefined ? 'open' : 'all', unitId: '', text: '' });
  const rows = useKeptRows(all, filter);
  const [selectedId, select] = useSelected();
  const selected = all.find((order) => order.id === selectedId) ?? rows.find((order) => nextStep(order) !== undefined) ?? rows[0];
  const armed = useArmedStep(selected);
  const walk = (by: number) => {
    const index = rows.findIndex((order) => order.id === selected?.id);
    const next = rows[Math.max(0, Math.min(rows.length - 1, index + by))];
    if (next !== undefined) select(next.id);
  };
  const step = selected === undefined ? undefined : nextStep(selected);
  useKeys({
    ArrowDown: () => walk(1), ArrowUp: () => walk(-1), j: () => walk(1), k: () => walk(-1), Enter: armed.press, Escape: armed.disarm,
    ...(step === undefined ? {} : { [STEP_KEYS[step].toLowerCase()]: armed.press }),
  });
  const organisations = useQuery('listRecords', { params: { registerId: 'organisations' }, query: { limit: 2000 } }).data?.records;
  const keeperOf = useMemo(() => {
    const names = new Map((organisations ?? []).map((record) => [record.id, title(record.title)]));
    return (organisationId: string) => names.get(organisationId) ?? organisationId;
  }, [organisations, title]);
  const titleOf = useMemo(() => {
    const names = new Map((incidents.data ?? []).map((one) => [one.id, one.title]));
    return (id: string) => names.get(id) ?? id;
  }, [incidents.data]);
  return (
    <div className="whole room-page dispatch-page">
      <RoomHead roomKey="web.room.dispatch" incident={incident.data} {...(incidentId === undefined ? { title: t('web.dispatch.all-incidents') } : {})}>
        <select className="input plan-select" aria-label={t('web.dispatch.which-incident')} value={incidentId ?? ''} onChange={(event) => void navigate(event.target.value === '' ? '/dispatch' : `/dispatch/${event.target.value}`)}>
          <option value="">{t('web.dispatch.all-incidents')}</option>
          {(incidents.data ?? []).map((one) => <option key={one.id} value={one.id}>{one.title}</option>)}
        </select>
        <button type="button" className="btn slim" onClick={() => window.print()}>{t('web.room.print')}</button>
      </RoomHead>
      <div className="dispatch-columns">
        <section className="pane" aria-label={t('web.dispatch.board')}>
          <BoardFilters orders={all} filter={filter} onFilter={setFilter} title={title} />
          {orders.error !== undefined && <ErrorBox error={orders.error} onRetry={() => void orders.refetch()} />}
          {orders.data === undefined ? orders.error === undefined && <p className="empty-row">{t('web.loading')}</p> : all.length === 0 ? <p className="empty-row">{t('web.dispatch.empty')}</p> : (
            <OrderTable rows={rows} filter={filter} selectedId={selected?.id} onSelect={select} armed={armed} vesselOf={vesselOf} keeperOf={keeperOf} incidentTitle={incidentId === undefined ? titleOf : undefined} />
          )}
        </section>
        <section className="pane" aria-label={t('web.dispatch.detail')}>
          {selected === undefined ? <p className="empty-row">{t('web.dispatch.nothing-selected')}</p> : <OrderDetail key={selected.id} order={selected} vessel={vesselOf(selected)} armed={armed} keeper={keeperOf(selected.organisationId)} incidentTitle={titleOf(selected.incidentId)} />}
        </section>
      </div>
    </div>
  );
}

/** What was on the board since the filter was set stays on it. */
function useKeptRows(all: readonly Order[], filter: BoardFilter): readonly Order[] {
  const shown = useRef<{ filter: BoardFilter; ids: ReadonlySet<string> }>({ filter, ids: new Set() });
  if (shown.current.filter !== filter) shown.current = { filter, ids: new Set() };
  const rows = keepRows(all, filter, shown.current.ids);
  useEffect(() => {
    shown.current = { filter, ids: new Set(rows.map((order) => order.id)) };
  });
  return rows;
}

/** The selected order stands in the address, so that a link or a reload comes to it. */
function useSelected(): readonly [string | undefined, (orderId: string) => void] {
  const [search, setSearch] = useSearchParams();
  const select = (orderId: string) => setSearch((old) => {
    const params = new URLSearchParams(old);
    params.set('order', orderId);
    return params;
  }, { replace: true });
  return [search.get('order') ?? undefined, select];
}
