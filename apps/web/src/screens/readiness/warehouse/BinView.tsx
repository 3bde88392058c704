// A place as it stands: zones, in each its bins by row and column with how full they are, in each bin
// its lots; what lies in no bin comes first, since somebody has to put it away.

import type { Warehouse } from '@anlan/contracts';
import { useZone } from '../../../app/installation.tsx';
import { dateTime } from '../../../format/time.ts';
import { quantity } from '../../../format/units.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Link } from 'react-router-dom';
import { nameOf } from './names.ts';

type Lot = Warehouse['unplaced'][number];

export function BinView({ warehouse }: { readonly warehouse: Warehouse }) {
  const { t, title } = useI18n();
  if (warehouse.zones.length === 0 && warehouse.unplaced.length === 0) return <p className="empty-row">{t('web.store.empty')}</p>;
  return (
    <div className="store-zones">
      {warehouse.unplaced.length > 0 && <section><h2 className="section-bar"><b>{t('web.store.unplaced')}</b><span className="num">{warehouse.unplaced.length}</span></h2><LotList lots={warehouse.unplaced} warehouse={warehouse} /></section>}
      {warehouse.zones.map((zone) => (
        <section key={zone.zoneCode}>
          <h2 className="section-bar"><b>{zone.zoneCode} {title(zone.titles)}</b><span className="num">{t('web.store.bin-count', { count: zone.bins.length })}</span></h2>
          <div className="store-bins">
            {zone.bins.toSorted((a, b) => a.rowIndex - b.rowIndex || a.columnIndex - b.columnIndex).map((bin) => (
              <article key={bin.binId} className="store-bin">
                <header><b className="num">{bin.binCode}</b>{bin.filledRatio === null ? <span className="quiet">{t('web.store.no-limit')}</span> : <span className="num">{Math.round(bin.filledRatio * 100)}%</span>}</header>
                {bin.filledRatio !== null && <div className="store-fill" role="img" aria-label={`${Math.round(bin.filledRatio * 100)}%`}><i style={{ width: `${Math.min(100, bin.filledRatio * 100)}%` }} /></div>}
                {bin.lots.length === 0 ? <p className="quiet small">{t('web.store.bin-empty')}</p> : <LotList lots={bin.lots} warehouse={warehouse} />}
              </article>
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

function LotList({ lots, warehouse }: { readonly lots: readonly Lot[]; readonly warehouse: Warehouse }) {
  const { t, title, coded, locale } = useI18n();
  const zone = useZone();
  return (
    <ul className="store-lots">
      {lots.map((lot) => (
        <li key={lot.lotId}>
          <Link to={`/readiness/stock-lots/${lot.lotId}`}>{title(nameOf(warehouse, 'item-kinds', lot.itemKindId))}</Link> <span className="quiet num">{lot.lotNumber}</span>
          <b className="num store-amount">{quantity(lot.availableValue, warehouse.unitCodes[lot.itemKindId] ?? null, locale)}</b>
          {lot.heldValue > 0 && <small className="quiet num">{t('web.store.held', { held: quantity(lot.heldValue, warehouse.unitCodes[lot.itemKindId] ?? null, locale) })}</small>}
          {lot.expiresAt !== null && <small className="quiet num">{t('web.store.expires', { day: dateTime(lot.expiresAt, zone).slice(0, 10) })}</small>}
          {lot.notUsable !== null && <small className="store-bad">{coded(lot.notUsable)}</small>}
        </li>
      ))}
    </ul>
  );
}
