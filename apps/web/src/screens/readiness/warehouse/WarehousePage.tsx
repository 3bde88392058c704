// The reserve board: one place at a time, as bins, slips, kits, throughput; and over all places what
// to order and what will lapse. The place and the page are in the address.

import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { WarehouseRow } from '@anlan/contracts';
import { useQuery } from '../../../api/use-query.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { ErrorBox } from '../../../parts/ErrorBox.tsx';
import { BinView } from './BinView.tsx';
import { ExpiryForecastView } from './ExpiryForecastView.tsx';
import { KitTable } from './KitTable.tsx';
import { ReplenishmentTable } from './ReplenishmentTable.tsx';
import { SlipTable } from './SlipTable.tsx';
import { ThroughputTable } from './ThroughputTable.tsx';
import './warehouse.css';

const PAGES = ['bins', 'slips', 'kits', 'throughput', 'order', 'lapse'] as const;
type Page = (typeof PAGES)[number];

export function WarehousePage() {
  const { t, title } = useI18n();
  const [params, setParams] = useSearchParams();
  const places = useQuery('listWarehouses', {});
  const id = params.get('place') ?? fullest(places.data ?? []);
  const page: Page = PAGES.find((one) => one === params.get('page')) ?? 'bins';
  const set = (part: Readonly<Record<string, string>>) => setParams((old) => {
    const next = new URLSearchParams(old);
    for (const [name, value] of Object.entries(part)) next.set(name, value);
    return next;
  }, { replace: true });
  const here = places.data?.find(({ facilityId }) => facilityId === id);
  return (
    <>
      <h1 className="section-bar rs-bar">{t('web.store.title')}
        <select className="input rs-place" aria-label={t('web.store.place')} value={id} onChange={(event) => set({ place: event.target.value })}>
          {(places.data ?? []).map((place) => <option key={place.facilityId} value={place.facilityId}>{title(place.titles)}</option>)}
        </select>
        <span className="rs-shows">{PAGES.map((one) => <button key={one} type="button" aria-pressed={page === one} onClick={() => set({ page: one })}>{t(`web.store.page.${one}`)}</button>)}</span>
      </h1>
      {places.error !== undefined && <ErrorBox error={places.error} onRetry={() => void places.refetch()} />}
      {places.data?.length === 0 && <p className="empty-row">{t('web.store.no-place')}</p>}
      {here !== undefined && (
        <p className="store-facts num">
          {t('web.store.facts', { binCount: here.binCount, lotCount: here.lotCount, notUsableCount: here.notUsableCount, unplacedCount: here.unplacedCount, openSlipCount: here.openSlipCount })}
          <a className="btn" href={`/api/labels?facilityId=${encodeURIComponent(id)}`} target="_blank" rel="noreferrer">{t('web.store.labels')}</a>
        </p>
      )}
      {id !== '' && <div className="scroll rs-scroll" tabIndex={0}>{pageOf(page, id)}</div>}
    </>
  );
}

/** Where most lies; a place with one lamp is not what somebody comes for. */
function fullest(places: readonly WarehouseRow[]): string {
  return places.toSorted((a, b) => b.lotCount - a.lotCount)[0]?.facilityId ?? '';
}

function pageOf(page: Page, facilityId: string): ReactNode {
  if (page === 'kits') return <KitTable facilityId={facilityId} />;
  if (page === 'order') return <ReplenishmentTable />;
  if (page === 'lapse') return <ExpiryForecastView />;
  return <OnePlace page={page} facilityId={facilityId} />;
}

function OnePlace({ page, facilityId }: { readonly page: Page; readonly facilityId: string }) {
  const { t } = useI18n();
  const query = useQuery('getWarehouse', { params: { id: facilityId }, query: { days: 30 } });
  if (query.error !== undefined) return <ErrorBox error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <p className="empty-row">{t('web.loading')}</p>;
  if (page === 'slips') return <SlipTable slips={query.data.slips} named={query.data} />;
  if (page === 'throughput') return <ThroughputTable warehouse={query.data} />;
  return <BinView warehouse={query.data} />;
}
