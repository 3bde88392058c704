// Kits of a place: complete ones are counted by the least of their parts, and that part is named.

import { useQuery } from '../../../api/use-query.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { ErrorBox } from '../../../parts/ErrorBox.tsx';
import { quantity } from '../../../format/units.ts';
import { nameOf } from './names.ts';

export function KitTable({ facilityId }: { readonly facilityId: string }) {
  const { t, title, coded, locale } = useI18n();
  const query = useQuery('listKits', { query: { facilityId } });
  if (query.error !== undefined) return <ErrorBox error={query.error} onRetry={() => void query.refetch()} />;
  const page = query.data;
  if (page === undefined) return <p className="empty-row">{t('web.loading')}</p>;
  if (page.kits.length === 0) return <p className="empty-row">{t('web.store.no-kits')}</p>;
  return (
    <table className="rs-table">
      <thead><tr><th scope="col">{t('web.store.kit')}</th><th scope="col" className="right">{t('web.store.kit-ready')}</th><th scope="col">{t('web.store.part')}</th><th scope="col" className="right">{t('web.store.per-kit')}</th><th scope="col" className="right">{t('web.store.available')}</th><th scope="col" className="right">{t('web.store.allows')}</th><th scope="col">{t('web.store.not-counted')}</th></tr></thead>
      {page.kits.map((kit) => (
        <tbody key={kit.kitId}>
          {kit.parts.map((part, i) => (
            <tr key={part.roleCode + i}>
              {i === 0 && <td rowSpan={kit.parts.length}><b>{title(nameOf(page, 'kits', kit.kitId))}</b></td>}
              {i === 0 && <td rowSpan={kit.parts.length} className="right num"><b>{kit.readyCount}</b>/{kit.wantedCount}</td>}
              <td>{title(part.teamId !== null ? nameOf(page, 'teams', part.teamId) : nameOf(page, 'item-kinds', part.itemKindId ?? ''))} {part.limiting && <span className="chip outline">{t('web.board.limits')}</span>}</td>
              <td className="right num">{quantity(part.perKitValue, page.unitCodes[part.itemKindId ?? ''] ?? null, locale)}</td>
              <td className="right num">{quantity(part.availableValue, page.unitCodes[part.itemKindId ?? ''] ?? null, locale)}</td>
              <td className="right num">{part.allowsCount}</td>
              <td className="quiet">{part.notCounted.map(({ refusal }) => coded(refusal)).join('；')}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
