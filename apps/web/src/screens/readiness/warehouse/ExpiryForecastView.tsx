// What will lapse, month by month: by date of expiry and by inspection, after what use will take of it.

import { Link } from 'react-router-dom';
import { useQuery } from '../../../api/use-query.ts';
import { useZone } from '../../../app/installation.tsx';
import { dateTime } from '../../../format/time.ts';
import { quantity } from '../../../format/units.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { ErrorBox } from '../../../parts/ErrorBox.tsx';
import { nameOf } from './names.ts';

export function ExpiryForecastView() {
  const { t, title, locale } = useI18n();
  const zone = useZone();
  const query = useQuery('getExpiryForecast', { query: { monthCount: 24 } });
  if (query.error !== undefined) return <ErrorBox error={query.error} onRetry={() => void query.refetch()} />;
  const page = query.data;
  if (page === undefined) return <p className="empty-row">{t('web.loading')}</p>;
  if (page.cohorts.length === 0) return <p className="empty-row">{t('web.store.nothing-lapses')}</p>;
  return (
    <table className="rs-table">
      <thead><tr><th scope="col">{t('web.store.month')}</th><th scope="col">{t('web.store.item')}</th><th scope="col">{t('web.store.place')}</th><th scope="col" className="right">{t('web.store.expire')}</th><th scope="col" className="right">{t('web.store.expire-after-use')}</th><th scope="col" className="right">{t('web.store.inspection-lapses')}</th><th scope="col">{t('web.store.lots')}</th></tr></thead>
      <tbody>
        {page.cohorts.map((cohort) => {
          const amount = (value: number) => (value === 0 ? '' : quantity(value, page.unitCodes[cohort.itemKindId] ?? null, locale));
          return (
            <tr key={`${cohort.month}/${cohort.itemKindId}/${cohort.facilityId ?? ''}`}>
              <td className="num">{cohort.month}</td>
              <td>{title(nameOf(page, 'item-kinds', cohort.itemKindId))}</td>
              <td className="quiet">{cohort.facilityId === null ? '' : title(nameOf(page, 'facilities', cohort.facilityId))}</td>
              <td className="right num">{amount(cohort.expiresValue)}</td>
              <td className="right num">{amount(cohort.expiresAfterUseValue)}</td>
              <td className="right num">{amount(cohort.inspectionLapsesValue)}</td>
              <td className="num">{cohort.lots.map((lot) => <Link key={`${lot.lotId}/${lot.why}`} className="store-lot-link" to={`/readiness/stock-lots/${lot.lotId}`}>{dateTime(lot.lapsesAt, zone).slice(0, 10)}</Link>)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
