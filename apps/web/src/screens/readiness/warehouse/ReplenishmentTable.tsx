// What to order now so that the service level of each policy holds, with the reason and what was assumed.

import { useQuery } from '../../../api/use-query.ts';
import { useZone } from '../../../app/installation.tsx';
import { dateTime } from '../../../format/time.ts';
import { quantity } from '../../../format/units.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { ErrorBox } from '../../../parts/ErrorBox.tsx';
import { nameOf } from './names.ts';

export function ReplenishmentTable() {
  const { t, title, coded, locale } = useI18n();
  const zone = useZone();
  const query = useQuery('getReplenishment', {});
  if (query.error !== undefined) return <ErrorBox error={query.error} onRetry={() => void query.refetch()} />;
  const page = query.data;
  if (page === undefined) return <p className="empty-row">{t('web.loading')}</p>;
  if (page.suggestions.length === 0) return <p className="empty-row">{t('web.store.no-orders')}</p>;
  return (
    <table className="rs-table">
      <thead><tr><th scope="col">{t('web.store.item')}</th><th scope="col">{t('web.store.place')}</th><th scope="col" className="right">{t('web.store.position')}</th><th scope="col" className="right">{t('web.store.reorder-point')}</th><th scope="col" className="right">{t('web.store.to-order')}</th><th scope="col">{t('web.store.arrives')}</th><th scope="col">{t('web.store.reason')}</th></tr></thead>
      <tbody>
        {page.suggestions.map((one) => {
          const amount = (value: number) => quantity(value, page.unitCodes[one.itemKindId] ?? null, locale);
          return (
            <tr key={one.policyId}>
              <td className="store-name">{title(nameOf(page, 'item-kinds', one.itemKindId))}</td>
              <td className="quiet">{title(nameOf(page, 'facilities', one.facilityId))}</td>
              <td className="right num">{amount(one.positionValue)}</td>
              <td className="right num">{amount(one.reorderPointValue)}</td>
              <td className="right num"><b>{one.orderValue > 0 ? amount(one.orderValue) : t('web.store.enough')}</b></td>
              <td className="num">{one.orderValue > 0 ? dateTime(one.arrivesAt, zone).slice(0, 10) : ''}</td>
              <td className="quiet store-wide">{[...one.reasons, ...one.assumed].map((each, i) => <span key={i}>{coded(each)} </span>)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
