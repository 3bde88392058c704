// In and out of a place by day: a bar for each day with moves, and the figures beside it.

import type { Warehouse } from '@anlan/contracts';
import { quantity } from '../../../format/units.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { nameOf } from './names.ts';

export function ThroughputTable({ warehouse }: { readonly warehouse: Warehouse }) {
  const { t, title, locale } = useI18n();
  const days = warehouse.throughput.toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.itemKindId < b.itemKindId ? -1 : 1));
  if (days.length === 0) return <p className="empty-row">{t('web.store.no-throughput')}</p>;
  const most = new Map<string, number>();
  for (const { itemKindId, inValue, outValue } of days) most.set(itemKindId, Math.max(most.get(itemKindId) ?? 0, inValue, outValue));
  const share = (value: number, itemKindId: string) => `${(100 * value) / (most.get(itemKindId) ?? 1)}%`;
  return (
    <table className="rs-table">
      <thead><tr><th scope="col">{t('web.store.day')}</th><th scope="col">{t('web.store.item')}</th><th scope="col" className="right">{t('web.store.in')}</th><th scope="col" aria-label={t('web.store.bar')} /><th scope="col" className="right">{t('web.store.out')}</th></tr></thead>
      <tbody>
        {days.map((day) => (
          <tr key={`${day.day}/${day.itemKindId}`}>
            <td className="num">{day.day}</td>
            <td>{title(nameOf(warehouse, 'item-kinds', day.itemKindId))}</td>
            <td className="right num">{day.inCount === 0 ? '' : quantity(day.inValue, warehouse.unitCodes[day.itemKindId] ?? null, locale)}</td>
            <td className="store-flow"><i className="store-in" style={{ width: share(day.inValue, day.itemKindId) }} /><i className="store-out" style={{ width: share(day.outValue, day.itemKindId) }} /></td>
            <td className="right num">{day.outCount === 0 ? '' : quantity(day.outValue, warehouse.unitCodes[day.itemKindId] ?? null, locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
